//! Undoing what keeps a text from being found: digits of other scripts and of full width, letters
//! that look like others, enclosed and keycap signs, letters nobody sees, `hxxp` and `[.]`.
//!
//! # Invariants
//!
//! * Each character of the folded text knows which bytes of the original it stands for, so that a
//!   reader is shown the source's own words.
//! * Two folded texts, with and without capitals, have the same bytes but for ASCII letters.
//! * At most [`TEXT_CHARACTERS_MAX`] characters of a text are read.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use unicode_normalization::char::{canonical_combining_class, compose, decompose_compatible};

/// How much of one text is read, in characters of the original.
pub const TEXT_CHARACTERS_MAX: usize = 100_000;

/// A text with its disguise undone.
#[derive(Debug, Clone, Default)]
pub struct Folded {
    text: String,
    lower: String,
    /// For each byte of the folded text, where its character begins and ends in the original.
    places: Vec<(u32, u32)>,
    is_cut: bool,
}

impl Folded {
    /// Folds a text.
    #[must_use]
    pub fn new(raw: &str) -> Self {
        let end = raw.char_indices().nth(TEXT_CHARACTERS_MAX).map_or(raw.len(), |(at, _)| at);
        let is_cut = end < raw.len();
        let units = refanged(&units(&raw[..end]));
        let mut folded = Self { is_cut, ..Self::default() };
        for unit in units {
            folded.text.push(unit.letter);
            let place = (unit.start, unit.end);
            folded.places.extend(std::iter::repeat_n(place, unit.letter.len_utf8()));
        }
        folded.lower = folded.text.to_ascii_lowercase();
        folded
    }

    /// The folded text, with the capitals of the original where they are ASCII.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same without capitals.
    #[must_use]
    pub fn lower(&self) -> &str {
        &self.lower
    }

    /// Whether the original is longer than what is read.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// Which bytes of the original a range of bytes of the folded text stands for.
    #[must_use]
    pub fn original(&self, folded: Range<usize>) -> Range<usize> {
        let start = self.places.get(folded.start).map_or(0, |place| place.0);
        let last = folded.end.checked_sub(1).and_then(|last| self.places.get(last));
        let end = last.map_or(start, |place| place.1.max(start));
        start as usize..end as usize
    }
}

/// One character with its place in the original.
#[derive(Debug, Clone, Copy)]
struct Unit {
    letter: char,
    start: u32,
    end: u32,
}

fn units(raw: &str) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::with_capacity(raw.len());
    for (at, letter) in raw.char_indices() {
        let (start, end) = (at as u32, (at + letter.len_utf8()) as u32);
        let mut put = |letter: char| {
            // Hangul that is written in its parts becomes a syllable again.
            if let Some(last) = units.last_mut().filter(|last| is_hangul(last.letter))
                && let Some(whole) = compose(last.letter, letter)
            {
                *last = Unit { letter: whole, start: last.start, end };
            } else {
                units.push(Unit { letter, start, end });
            }
        };
        match fate(letter) {
            Fate::Stays => put(letter),
            Fate::Is(other) => put(other),
            Fate::Goes => {
                // A mark belongs to the letter before it.
                if let Some(last) = units.last_mut() {
                    last.end = end;
                }
            }
            Fate::Parts => decompose_compatible(letter, |part| match fate(part) {
                Fate::Is(other) => put(other),
                Fate::Goes => {}
                Fate::Stays | Fate::Parts => put(part),
            }),
        }
    }
    units
}

enum Fate {
    Stays,
    Is(char),
    Goes,
    Parts,
}

fn fate(letter: char) -> Fate {
    if letter.is_ascii() {
        return if letter.is_ascii_control() && !letter.is_ascii_whitespace() {
            Fate::Goes
        } else {
            Fate::Stays
        };
    }
    if let Some(digit) = digit(letter) {
        return Fate::Is(digit);
    }
    if is_unseen(letter) {
        return Fate::Goes;
    }
    if is_own_script(letter) {
        return Fate::Stays;
    }
    if let Some(meant) = enclosed(letter).or_else(|| LOOKALIKES.get(&letter).copied()) {
        return Fate::Is(meant);
    }
    Fate::Parts
}

/// The value of a digit that is no ASCII digit, as ASCII.
fn digit(letter: char) -> Option<char> {
    let at = u32::from(letter);
    let from = |zero: u32| at.checked_sub(zero).filter(|value| *value < 10);
    let value = match at {
        0x2776..=0x277E => Some(at - 0x2775), // in black circles
        0x2780..=0x2788 => Some(at - 0x277F),
        0x278A..=0x2792 => Some(at - 0x2789),
        0x24F5..=0x24FD => Some(at - 0x24F4), // in double circles
        0x24FF | 0x24EA => Some(0),
        _ => ZEROES.iter().find_map(|zero| from(*zero)),
    };
    value.and_then(|value| char::from_digit(value, 10))
}

/// Where each script's zero stands; its other digits follow it (Unicode, general category Nd).
const ZEROES: [u32; 18] = [
    0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0BE6, 0x0C66, 0x0E50, 0x0ED0, 0x1040, 0x1090, 0x17E0,
    0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6,
];

/// Signs without a look of their own: joiners, directions, variation selectors, keycaps, tags,
/// accents on Latin letters.
fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{FFA0}' | '\u{E0000}'..='\u{E0FFF}'
        | '\u{0300}'..='\u{036F}' | '\u{0483}'..='\u{0489}' | '\u{1AB0}'..='\u{1AFF}'
        | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{0080}'..='\u{009F}')
}

/// Scripts that are read as they stand.
fn is_own_script(letter: char) -> bool {
    matches!(letter,
        '가'..='힣' | '\u{3131}'..='\u{318E}' | '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}'
        | '\u{3041}'..='\u{30FF}' | '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}'
        | '\u{1780}'..='\u{17FF}' | '\u{0900}'..='\u{0DFF}' | '\u{0620}'..='\u{064A}')
}

fn is_hangul(letter: char) -> bool {
    matches!(letter, '\u{1100}'..='\u{1112}' | '가'..='힣')
}

/// Letters in black circles and squares, and those of flags.
fn enclosed(letter: char) -> Option<char> {
    let at = u32::from(letter);
    let first = [0x1F150, 0x1F170, 0x1F1E6]
        .into_iter()
        .find(|first| (0..26).contains(&at.wrapping_sub(*first)))?;
    u8::try_from(at - first).ok().map(|offset| char::from(b'A' + offset))
}

/// What a letter looks like, in ASCII.
static LOOKALIKES: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let lines =
        include_str!("../data/lookalikes.txt").lines().filter(|line| !line.starts_with('#'));
    let pairs = lines.filter_map(|line| {
        let (meant, others) = line.split_once(' ')?;
        Some((meant.chars().next()?, others))
    });
    pairs.flat_map(|(meant, others)| others.chars().map(move |other| (other, meant))).collect()
});

/// Takes the marks out with which addresses are kept from being clicked: `hxxp`, `[.]`, `(at)`.
fn refanged(units: &[Unit]) -> Vec<Unit> {
    let mut kept = Vec::with_capacity(units.len());
    let mut at = 0;
    while let Some(unit) = units.get(at) {
        let (meant, length) = match mark(&units[at..]) {
            Some((meant, length)) => (meant, length),
            None => (unit.letter, 1),
        };
        let end = units[at + length - 1].end;
        kept.push(Unit { letter: meant, start: unit.start, end });
        at += length;
    }
    for at in 0..kept.len().saturating_sub(4) {
        let is =
            |offset: usize, letter: char| kept[at + offset].letter.eq_ignore_ascii_case(&letter);
        let is_scheme = is(0, 'h') && is(3, 'p') && !matches!(kept[at + 1].letter, 't' | 'T');
        let after = kept[at + 4].letter;
        if is_scheme
            && matches!(
                (kept[at + 1].letter, kept[at + 2].letter),
                ('x' | 'X' | '*', 'x' | 'X' | '*')
            )
            && matches!(after, ':' | 's' | 'S')
        {
            kept[at + 1].letter = 't';
            kept[at + 2].letter = 't';
        }
    }
    kept
}

/// A mark at the beginning, what it stands for, and of how many characters it is.
fn mark(units: &[Unit]) -> Option<(char, usize)> {
    let close = match units.first()?.letter {
        '[' => ']',
        '(' => ')',
        '{' => '}',
        _ => return None,
    };
    let inner = units.iter().skip(1).take(MARK_CHARACTERS_MAX + 1);
    let length = inner.clone().position(|unit| unit.letter == close)?;
    let inside: String = inner.take(length).map(|unit| unit.letter.to_ascii_lowercase()).collect();
    let meant = match inside.trim() {
        "." | "dot" | "점" | "点" | "titik" => '.',
        "@" | "at" | "골뱅이" => '@',
        ":" | "://" => ':',
        "/" => '/',
        "_" => '_',
        _ => return None,
    };
    Some((meant, length + 2))
}

/// The longest mark in brackets: `[ titik ]`.
const MARK_CHARACTERS_MAX: usize = 7;

/// Whether a character only adds to the one before it, as vowels and tones of Thai do.
pub(crate) fn is_mark(letter: char) -> bool {
    canonical_combining_class(letter) != 0
        || matches!(letter,
            '\u{0E31}' | '\u{0E34}'..='\u{0E3A}' | '\u{0E47}'..='\u{0E4E}'
            | '\u{0EB1}' | '\u{0EB4}'..='\u{0EBC}' | '\u{0EC8}'..='\u{0ECE}'
            | '\u{102B}'..='\u{103E}' | '\u{1056}'..='\u{1060}' | '\u{17B6}'..='\u{17D3}' | '\u{17DD}'
            | '\u{0900}'..='\u{0903}' | '\u{093A}'..='\u{094F}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(raw: &str, expected: &str) {
        assert_eq!(Folded::new(raw).text(), expected, "{raw}");
    }

    #[test]
    fn digits_of_every_script_are_digits() {
        check("０１２ ๐๘๑ ០១២ ၀၉ ໐໒໐ 012", "012 081 012 09 020 012");
        check("0️⃣1️⃣0️⃣", "010");
        check("①②❸➃⓪ 𝟎𝟙", "12340 01");
    }

    #[test]
    fn letters_that_look_alike_are_one() {
        check(
            "Ｔelegram Тelegrаm 𝐓𝐞𝐥𝐞𝐠𝐫𝐚𝐦 ᴛᴇʟᴇɢʀᴀᴍ 🅣🅔🅛🅔",
            "Telegram Telegram Telegram telegram TELE",
        );
        check("t\u{200B}e\u{0336}l\u{00AD}e", "tele");
        check("việc nhẹ lương cao", "viec nhe luong cao");
    }

    #[test]
    fn hangul_in_parts_is_put_together() {
        check("\u{1112}\u{1161}\u{11AB}국", "한국");
        check("텔레ㅋㅋ", "텔레ㅋㅋ");
    }

    #[test]
    fn what_keeps_addresses_from_being_clicked_is_undone() {
        check("hxxps://scam[.]example", "https://scam.example");
        check("hXXp://a(dot)b", "http://a.b");
        check("boss[at]scam[ . ]example", "boss@scam.example");
        check("[a] (b) (c", "[a] (b) (c");
    }

    #[test]
    fn a_place_leads_back_to_the_words_of_the_source() {
        let raw = "연락 0️⃣1️⃣0️⃣-1";
        let folded = Folded::new(raw);
        let at = folded.text().find("010").unwrap();

        assert_eq!(&raw[folded.original(at..at + 3)], "0️⃣1️⃣0️⃣");
    }

    #[test]
    fn a_long_text_is_read_to_a_limit() {
        let folded = Folded::new(&"가".repeat(TEXT_CHARACTERS_MAX + 1));

        assert!(folded.is_cut());
        assert_eq!(folded.text().chars().count(), TEXT_CHARACTERS_MAX);
    }

    proptest! {
        #[test]
        fn any_text_folds_and_every_place_is_a_place_of_the_original(raw: String) {
            let folded = Folded::new(&raw);
            prop_assert_eq!(folded.text().len(), folded.lower().len());
            for (at, letter) in folded.text().char_indices() {
                prop_assert!(raw.get(folded.original(at..at + letter.len_utf8())).is_some());
            }
        }
    }
}
