//! From a folded text to pieces, words, joins and grams: the same road for texts and queries.
//!
//! # Invariants
//!
//! * Pieces are in order, do not overlap, and lie on character boundaries.
//! * Work and tokens are linear in the length of the text.

use std::ops::Range;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};
use unicode_normalization::char::is_combining_mark;

use crate::TextClass;

/// How a piece of text is divided into words and parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    /// Latin, digits and every script that writes spaces: a piece is a word.
    Letters,
    /// A piece is a word with its particles; its parts are grams.
    Hangul,
    /// Written without spaces: words by dictionary, parts are grams. Han includes kana.
    Thai,
    /// See [`Script::Thai`].
    Lao,
    /// See [`Script::Thai`].
    Khmer,
    /// See [`Script::Thai`].
    Burmese,
    /// See [`Script::Thai`].
    Han,
}

/// An unbroken run of one script in a folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) script: Script,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Piece {
    pub(crate) fn text<'a>(&self, folded: &'a str) -> &'a str {
        &folded[self.start..self.end]
    }
}

/// Neighbouring pieces that are also read as one word: `min-su`, `010-1234-5678`, `010 1234`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Join {
    /// Which pieces.
    pub(crate) pieces: Range<usize>,
    /// Their texts without what stands between.
    pub(crate) text: String,
}

/// Cuts a folded text into pieces. O(bytes).
pub(crate) fn pieces(folded: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::with_capacity(folded.len() / 8 + 1);
    for (start, c) in folded.char_indices() {
        let end = start + c.len_utf8();
        let open = pieces.last_mut().filter(|piece| piece.end == start);
        match (script_of(c), open) {
            (Some(script), Some(piece)) if piece.script == script => piece.end = end,
            (Some(script), _) => pieces.push(Piece { script, start, end }),
            // A mark belongs to whatever it stands on; alone it is nothing.
            (None, Some(piece)) if !c.is_ascii() && is_combining_mark(c) => piece.end = end,
            (None, _) => {}
        }
    }
    pieces
}

/// The joins of a text: first words held together by a hyphen, dot, stroke or apostrophe, then
/// digits that spaces hold together too. O(pieces).
pub(crate) fn joins(folded: &str, pieces: &[Piece]) -> Vec<Join> {
    let tight = runs(pieces, |left, right| {
        let between = &folded[left.end..right.start];
        let mut chars = between.chars();
        chars.next().is_some_and(is_joiner) && chars.next().is_none()
    });
    let loose = runs(pieces, |left, right| {
        let between = &folded[left.end..right.start];
        between.len() <= LOOSE_GAP_BYTES_MAX
            && between.chars().all(|c| c == ' ' || c == '(' || c == ')' || c == '+' || is_joiner(c))
            && is_digits(left.text(folded))
            && is_digits(right.text(folded))
    });
    let tight: Vec<Join> = tight.filter_map(|range| join(folded, pieces, range)).collect();
    let loose: Vec<Join> = loose
        .filter(|range| !tight.iter().any(|join| join.pieces == *range))
        .filter_map(|range| join(folded, pieces, range))
        .collect();
    tight.into_iter().chain(loose).collect()
}

/// Ranges of at least two neighbouring [`Script::Letters`] pieces that `holds` holds together.
fn runs<'a>(
    pieces: &'a [Piece],
    holds: impl Fn(&Piece, &Piece) -> bool + 'a,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let mut first = 0;
    (1..=pieces.len()).filter_map(move |next| {
        let held = pieces.get(next).is_some_and(|right| {
            let left = &pieces[next - 1];
            left.script == Script::Letters && right.script == Script::Letters && holds(left, right)
        });
        if held {
            return None;
        }
        let run = first..next;
        first = next;
        (1 < run.len()).then_some(run)
    })
}

fn join(folded: &str, pieces: &[Piece], range: Range<usize>) -> Option<Join> {
    let bytes: usize = pieces[range.clone()].iter().map(|piece| piece.end - piece.start).sum();
    if range.len() > JOIN_PIECES_MAX || bytes > CODE_BYTES_MAX {
        return None;
    }
    let text = pieces[range.clone()].iter().map(|piece| piece.text(folded)).collect();
    Some(Join { pieces: range, text })
}

/// The dictionary that divides scripts without spaces.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words(WordSegmenterBorrowed<'static>);

impl Words {
    /// The dictionary within the binary; costs nothing to open.
    pub(crate) fn new() -> Self {
        Self(WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()))
    }

    /// The words of one piece, as ranges of the folded text. O(bytes), about 40 MB/s.
    pub(crate) fn of(self, folded: &str, piece: &Piece, mut word: impl FnMut(Range<usize>)) {
        if matches!(piece.script, Script::Letters | Script::Hangul) {
            return word(piece.start..piece.end);
        }
        let mut start = piece.start;
        for end in self.0.segment_str(piece.text(folded)).map(|end| piece.start + end) {
            if start < end {
                word(start..end);
            }
            start = end;
        }
    }
}

/// The overlapping grams of a piece that is not [`Script::Letters`]: every 2 and every 3
/// neighbouring characters, and the last one alone so that each single character begins a
/// 2-gram or is one. Calls back with the number of characters and the gram. O(characters).
pub(crate) fn grams<'a>(text: &'a str, mut gram: impl FnMut(u8, &'a str)) {
    // The starts of the last three characters, latest last.
    let (mut before, mut last): (Option<usize>, Option<usize>) = (None, None);
    for (start, c) in text.char_indices() {
        let end = start + c.len_utf8();
        if let Some(from) = last {
            gram(2, &text[from..end]);
        }
        if let Some(from) = before {
            gram(3, &text[from..end]);
        }
        (before, last) = (last, Some(start));
    }
    if let Some(from) = last {
        gram(2, &text[from..]);
    }
}

/// Everything under which one text is found.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    /// Words and joins, one a line.
    pub(crate) words: String,
    /// Grams and reversed codes, one a line, each after the letter of its kind.
    pub(crate) parts: String,
    /// Characters of all pieces.
    pub(crate) chars: usize,
    /// The fingerprint of the whole text, see [`whole`].
    pub(crate) whole: u32,
}

/// Analyses a folded text for the index. All words of an identifier are also indexed as one: an
/// account number is found however its digits were grouped. O(bytes).
pub(crate) fn tokens(words: Words, folded: &str, class: TextClass) -> Tokens {
    let pieces = pieces(folded);
    let mut tokens = Tokens { whole: whole(folded, &pieces), ..Tokens::default() };
    let all = 0..pieces.len();
    if class == TextClass::CoveredIdentifier
        && let Some(code) = join(folded, &pieces, all.clone()).filter(|code| is_code(&code.text))
    {
        tokens.chars = code.text.len();
        push_covered(&mut tokens.parts, &code.text);
        return tokens;
    }
    tokens.words.reserve(folded.len() * 2);
    for piece in &pieces {
        let text = piece.text(folded);
        tokens.chars += text.chars().count();
        words.of(folded, piece, |range| push_line(&mut tokens.words, clipped(&folded[range])));
        if piece.script == Script::Letters {
            push_backwards(&mut tokens.parts, text);
        } else {
            grams(text, |chars, gram| push_gram(&mut tokens.parts, chars, gram));
        }
    }
    let mut joins = if 1 < pieces.len() { joins(folded, &pieces) } else { Vec::new() };
    let is_identifier = class != TextClass::Name && class != TextClass::Text;
    if is_identifier && 1 < pieces.len() && !joins.iter().any(|join| join.pieces == all) {
        joins.extend(join(folded, &pieces, all));
    }
    for join in joins {
        push_line(&mut tokens.words, &join.text);
        push_backwards(&mut tokens.parts, &join.text);
    }
    tokens
}

/// A fingerprint of a text's pieces in order, whatever stands between them. Equal texts have equal
/// fingerprints; it is compared only where every word already matched, so that a collision
/// (1 in 4 billion) costs a place in the order and nothing else. FNV-1a, 32 bit.
pub(crate) fn whole(folded: &str, pieces: &[Piece]) -> u32 {
    let mut hash: u32 = 0x811c_9dc5;
    let mut put = |byte: u8| hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    for piece in pieces {
        piece.text(folded).bytes().for_each(&mut put);
        put(b' ');
    }
    hash
}

/// Whether a word is a number or a code: ASCII, with a digit. Only those are found by their end.
pub(crate) fn is_code(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_alphanumeric()) && word.bytes().any(|b| b.is_ascii_digit())
}

/// A word as it is indexed: its first bytes.
pub(crate) fn clipped(word: &str) -> &str {
    &word[..word.floor_char_boundary(WORD_BYTES_MAX)]
}

/// Whether a word consists of digits.
pub(crate) fn is_digits(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

/// The part under which a gram is indexed.
pub(crate) fn push_gram(out: &mut String, chars: u8, gram: &str) {
    out.push(char::from(b'0' + chars));
    out.push_str(gram);
    out.push('\n');
}

/// The letter that goes before a reversed code among the parts.
pub(crate) const BACKWARDS: char = 'r';

fn push_backwards(out: &mut String, word: &str) {
    if (CODE_BYTES_MIN..=CODE_BYTES_MAX).contains(&word.len()) && is_code(word) {
        out.push(BACKWARDS);
        out.extend(word.chars().rev());
        out.push('\n');
    }
}

/// The letter that goes before a covered code that is found whole.
pub(crate) const COVERED: char = 'w';

/// The letter that goes before a covered code, reversed.
pub(crate) const COVERED_BACKWARDS: char = 'c';

fn push_covered(out: &mut String, code: &str) {
    out.push(COVERED);
    push_line(out, significant(code));
    if COVERED_ENDING_BYTES <= code.len() {
        out.push(COVERED_BACKWARDS);
        out.extend(code.chars().rev());
        out.push('\n');
    }
}

/// A number without its leading zeros; any other code as it is.
pub(crate) fn significant(word: &str) -> &str {
    if is_digits(word) { word.trim_start_matches('0') } else { word }
}

fn push_line(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}

/// Hyphens, dots, strokes and apostrophes, after folding.
fn is_joiner(c: char) -> bool {
    matches!(c, '-' | '.' | '/' | '\'' | '_' | '’' | 'ʼ' | '\u{2010}' | '\u{2013}')
}

fn script_of(c: char) -> Option<Script> {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric().then_some(Script::Letters);
    }
    let (script, mark_counts) = match c {
        '\u{0E00}'..='\u{0E7F}' => (Script::Thai, true),
        '\u{0E80}'..='\u{0EFF}' => (Script::Lao, true),
        '\u{1000}'..='\u{109F}' | '\u{A9E0}'..='\u{A9FF}' | '\u{AA60}'..='\u{AA7F}' => {
            (Script::Burmese, true)
        }
        '\u{1780}'..='\u{17FF}' => (Script::Khmer, true),
        '\u{1100}'..='\u{11FF}' | '\u{A960}'..='\u{A97F}' | '\u{AC00}'..='\u{D7FF}' => {
            (Script::Hangul, false)
        }
        '\u{3005}'..='\u{3007}'
        | '\u{3041}'..='\u{309F}'
        | '\u{30A1}'..='\u{30FA}'
        | '\u{30FC}'..='\u{30FF}'
        | '\u{31F0}'..='\u{31FF}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}' => (Script::Han, true),
        _ => (Script::Letters, false),
    };
    // Nearly every character of the region is in these ranges, which hold nothing else; asking
    // Unicode's tables for each took a tenth of the time.
    let is_common = matches!(c,
        '\u{0E01}'..='\u{0E3A}' | '\u{0E40}'..='\u{0E4E}' | '\u{1000}'..='\u{103F}'
        | '\u{1780}'..='\u{17B3}' | '\u{17B6}'..='\u{17D3}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}');
    if is_common {
        return Some(script);
    }
    // Apostrophe-like letters join words instead of belonging to them (`o’smach`).
    let counts = (c.is_alphanumeric() && !is_joiner(c)) || (mark_counts && is_combining_mark(c));
    counts.then_some(script)
}

/// Longer words are indexed by their beginning; no name or code is this long.
const WORD_BYTES_MAX: usize = 128;
/// Joined words and codes up to this length: a Bitcoin transaction or SHA-256 in hexadecimal.
const CODE_BYTES_MAX: usize = 64;
/// Shorter codes are not indexed backwards: their end says nothing.
const CODE_BYTES_MIN: usize = 6;
/// How much of its end finds a covered code: a national telephone number without its prefix.
pub(crate) const COVERED_ENDING_BYTES: usize = 8;
/// An IPv6 address has 8 groups, an IBAN up to 9.
const JOIN_PIECES_MAX: usize = 12;
/// `) ` or ` - ` or ` (0`; NFKC has made no-break spaces plain.
const LOOSE_GAP_BYTES_MAX: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold;

    fn lines(text: &str) -> (Vec<String>, Vec<String>) {
        let tokens = tokens(Words::new(), &fold(text), TextClass::Name);
        let split = |lines: String| lines.lines().map(str::to_owned).collect();
        (split(tokens.words), split(tokens.parts))
    }

    #[test]
    fn a_telephone_number_is_indexed_apart_joined_and_backwards() {
        let (words, parts) = lines("010-1234-5678");

        assert_eq!(words, ["010", "1234", "5678", "01012345678"]);
        assert_eq!(parts, ["r87654321010"]);
    }

    #[test]
    fn digits_grouped_by_spaces_and_brackets_are_joined_too() {
        assert_eq!(lines("+66 (2) 123 4567").0, ["66", "2", "123", "4567", "6621234567"]);
    }

    #[test]
    fn a_year_before_a_number_does_not_hide_it() {
        let (words, _) = lines("2024 010-1234-5678");

        assert!(words.contains(&"01012345678".to_owned()), "{words:?}");
    }

    #[test]
    fn a_hyphenated_name_is_indexed_apart_and_joined() {
        assert_eq!(lines("Kim Min-su").0, ["kim", "min", "su", "minsu"]);
        assert_eq!(lines("O’Smach").0, ["o", "smach", "osmach"]);
    }

    #[test]
    fn scripts_that_meet_are_divided() {
        assert_eq!(lines("KK园区").0, ["kk", "园区"]);
        assert_eq!(lines("KK파크3호").0, ["kk", "파크", "3", "호"]);
    }

    #[test]
    fn every_character_of_a_run_begins_a_gram() {
        let (_, parts) = lines("妙瓦底");

        assert_eq!(parts, ["2妙瓦", "2瓦底", "3妙瓦底", "2底"]);
    }

    #[test]
    fn a_word_of_the_dictionary_is_found_in_a_thai_sentence() {
        let (words, _) = lines("แม่สอดอยู่ในประเทศไทย");

        assert!(words.contains(&"ประเทศไทย".to_owned()), "{words:?}");
    }
}
