//! Where a value matched, for the eye.
//!
//! # Invariants
//!
//! * Ranges are of the original value, in order, apart, never empty, and never cut a grapheme
//!   cluster: a Khmer vowel is not torn from its consonant.

use std::ops::Range;

use crate::TextQuery;
use crate::analyse::{Join, Piece, Script, Words, grams, is_code, joins, pieces, significant};
use crate::fold::Traced;
use crate::query::{ENDING_BYTES_MIN, Needle, most};

/// The byte ranges of `value` that match the query's terms: words, beginnings and ends of words,
/// and runs of scripts that are searched by their parts.
///
/// O(bytes × terms). Says nothing about whether the value's statement is found; it is for showing
/// values that are.
#[must_use]
pub fn highlight(value: &str, query: &TextQuery) -> Vec<Range<usize>> {
    let traced = Traced::new(value);
    let pieces = pieces(&traced.folded);
    let text = Text { folded: &traced.folded, joins: joins(&traced.folded, &pieces), pieces };
    let mut found = Vec::new();
    for needle in query.terms.iter().flat_map(|term| &term.needles) {
        match needle {
            Needle::Word { text: word, begins } => text.words(word, *begins, &mut found),
            Needle::Joined { text: word, apart, begins } => {
                let before = found.len();
                text.words(word, *begins, &mut found);
                if found.len() == before {
                    text.all_words(apart, *begins, &mut found);
                }
            }
            Needle::Run(run) => text.runs(run, &mut found),
        }
    }
    merged(found.iter().map(|range| traced.original(range)).collect())
}

/// A folded value taken apart.
struct Text<'a> {
    folded: &'a str,
    pieces: Vec<Piece>,
    joins: Vec<Join>,
}

impl Text<'_> {
    /// Pieces and joins that are this word, begin with it, or end with it if it is a code.
    fn words(&self, word: &str, begins: bool, found: &mut Vec<Range<usize>>) {
        let end = significant(word);
        let ends = ENDING_BYTES_MIN <= end.len() && is_code(word);
        for piece in self.pieces.iter().filter(|piece| piece.script == Script::Letters) {
            let text = piece.text(self.folded);
            if text == word || (begins && text.starts_with(word)) {
                found.push(piece.start..piece.start + word.len());
            } else if ends && text.ends_with(end) {
                found.push(piece.end - end.len()..piece.end);
            }
        }
        for join in &self.joins {
            let is_found = join.text == word
                || (begins && join.text.starts_with(word))
                || (ends && join.text.ends_with(end));
            if is_found {
                let of = &self.pieces[join.pieces.clone()];
                found.push(of[0].start..of[of.len() - 1].end);
            }
        }
    }

    /// The words, if every one of them is there; the last may be begun only.
    fn all_words(&self, words: &[String], begins: bool, found: &mut Vec<Range<usize>>) {
        let before = found.len();
        for (index, word) in words.iter().enumerate() {
            let already = found.len();
            self.words(word, begins && index + 1 == words.len(), found);
            if found.len() == already {
                return found.truncate(before);
            }
        }
    }

    /// Every occurrence of a run; else, if most of its grams are there, those.
    fn runs(&self, run: &str, found: &mut Vec<Range<usize>>) {
        let places = |needle: &str| -> Vec<Range<usize>> {
            let places = self.folded.match_indices(needle);
            places.map(|(start, text)| start..start + text.len()).collect()
        };
        let whole = places(run);
        if !whole.is_empty() {
            return found.extend(whole);
        }
        let (mut known, mut all) = (Vec::new(), 0);
        grams(run, |chars, gram| {
            if chars == 3 {
                all += 1;
                let here = places(gram);
                known.extend((!here.is_empty()).then_some(here));
            }
        });
        if 1 < all && most(all) <= known.len() {
            return found.extend(known.into_iter().flatten());
        }
        self.dictionary_words(run, found);
    }

    /// The words of a run, if it has several and every one of them is there.
    fn dictionary_words(&self, run: &str, found: &mut Vec<Range<usize>>) {
        let of_run = pieces(run);
        let mut words = Vec::new();
        for piece in &of_run {
            Words::new().of(run, piece, |range| words.push(&run[range]));
        }
        if words.len() < 2 || words.iter().any(|word| !self.folded.contains(word)) {
            return;
        }
        for word in words {
            let places = self.folded.match_indices(word);
            found.extend(places.map(|(start, text)| start..start + text.len()));
        }
    }
}

/// Ranges in order, with those that touch made one. O(n log n).
fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.retain(|range| !range.is_empty());
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut out: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match out.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => out.push(range),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn check(value: &str, query: &str, expected: &[&str]) {
        let query = TextQuery::parse(query).unwrap();
        let shown: Vec<&str> =
            highlight(value, &query).into_iter().map(|range| &value[range]).collect();
        assert_eq!(shown, expected, "{value}");
    }

    #[test]
    fn words_and_beginnings_of_words_are_shown_in_the_original() {
        check("Bà Vẹt, gần Mộc Bài", "ba vet", &["Bà", "Vẹt"]);
        check("Poipet", "poi", &["Poi"]);
        check("Đặng Thị Ngọc", "dang", &["Đặng"]);
    }

    #[test]
    fn runs_are_shown_without_cutting_a_cluster() {
        check("ย่านเมียวดีใต้", "เมียวดี", &["เมียวดี"]);
        check("ក្រុងភ្នំពេញ", "ភ្នំពេញ", &["ភ្នំពេញ"]);
        check("မြဝတီမြို့", "မြဝတီ", &["မြဝတီ"]);
        check("ພິເສດສາມຫຼ່ຽມຄຳ", "ສາມຫຼ່ຽມ", &["ສາມຫຼ່ຽມ"]);
        // The query ends within a cluster: the whole cluster is shown.
        check("ភ្នំពេញ", "ភ", &["ភ្នំ"]);
        check("妙瓦底KK园区", "园区 kk", &["KK园区"]);
        check("妙瓦底KK園區", "园区", &["園區"]);
    }

    #[test]
    fn hangul_is_shown_however_it_was_typed() {
        let apart: String = "시아누크빌에서".nfd().collect();
        let shown: String = "시아누크빌".nfd().collect();

        check("시아누크빌에서", "시아누크빌", &["시아누크빌"]);
        check(&apart, "시아누크빌", &[&shown]);
        check("시아누크빌에서", &shown, &["시아누크빌"]);
    }

    #[test]
    fn emoji_beside_a_word_stay_whole() {
        check("👩‍👩‍👧💰KK Park💰🇰🇭", "kk park", &["KK", "Park"]);
        check("1️⃣ 2️⃣", "1", &["1️⃣"]);
    }

    #[test]
    fn numbers_are_shown_however_their_digits_are_grouped() {
        check("call 010-1234-5678 now", "01012345678", &["010-1234-5678"]);
        check("call +82 10 1234 5678", "010-1234-5678", &["+82 10 1234 5678".trim_matches('+')]);
        check("01012345678", "5678", &["5678"]);
        check("010-1234-5678", "1234", &["1234"]);
    }

    #[test]
    fn a_misspelt_run_shows_the_parts_it_shares() {
        check("시아누크빌", "시아누크발", &["시아누크"]);
    }
}
