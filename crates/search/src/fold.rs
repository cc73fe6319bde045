//! Folding: the one form in which texts and queries are compared.
//!
//! # Invariants
//!
//! * Folding a folded text changes nothing.
//! * A folded text has no upper case, no Latin, Greek or Cyrillic accents, no digits but ASCII
//!   ones, no traditional Chinese character that has a simplified form, and no invisible characters.

use liaison_names::simplified;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};
use unicode_segmentation::UnicodeSegmentation;

/// Folds a text: NFKC, lower case, accents stripped (`đ` to `d`), local digits to ASCII, Chinese in
/// simplified characters, invisible characters dropped. O(bytes); the result has at most 18 characters per character.
#[must_use]
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let visible = || text.chars().filter(|c| !is_invisible(*c));
    let mut folded = String::with_capacity(text.len() + text.len() / 4);
    if text.chars().any(may_carry_accent) || is_nfkc_quick(visible()) != IsNormalized::Yes {
        let mut plain = String::with_capacity(text.len() + text.len() / 4);
        for c in visible().nfkd().filter(|c| !is_accent(*c) && !is_invisible(*c)) {
            push_folded(c, &mut plain);
        }
        // Lower case may bring accents back (`İ`) and recomposition joins Hangul letters.
        folded.extend(plain.chars().filter(|c| !is_accent(*c)).nfkc());
    } else {
        visible().for_each(|c| push_folded(c, &mut folded));
    }
    if folded.contains(['\u{0E4D}', '\u{0ECD}']) { join_am(&folded) } else { folded }
}

/// A folded text that remembers where each of its bytes came from, by grapheme cluster.
pub(crate) struct Traced {
    /// The folded text.
    pub(crate) folded: String,
    /// For each cluster: where it starts in the folded text, and its range in the original.
    clusters: Vec<(usize, std::ops::Range<usize>)>,
}

impl Traced {
    /// Folds a text cluster by cluster. O(bytes); about 24 bytes per cluster.
    ///
    /// Equal to [`fold`] wherever no character composes across clusters, which is everywhere but
    /// in malformed text; there a highlight may be missed, never misplaced.
    pub(crate) fn new(text: &str) -> Self {
        let mut folded = String::with_capacity(text.len());
        let mut clusters = Vec::with_capacity(text.len() / 2);
        for (start, cluster) in text.grapheme_indices(true) {
            clusters.push((folded.len(), start..start + cluster.len()));
            folded.push_str(&fold(cluster));
        }
        Self { folded, clusters }
    }

    /// The whole clusters of the original that a non-empty range of the folded text came from.
    pub(crate) fn original(&self, range: &std::ops::Range<usize>) -> std::ops::Range<usize> {
        // Of several clusters that start at one place all but the last folded to nothing.
        let at = |place: usize| self.clusters.partition_point(|(start, _)| *start <= place);
        let cluster = |count: usize| &self.clusters[count.saturating_sub(1)].1;
        if self.clusters.is_empty() || range.is_empty() {
            return 0..0;
        }
        cluster(at(range.start)).start..cluster(at(range.end - 1)).end
    }
}

fn push_folded(c: char, out: &mut String) {
    match c {
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        '\0'..='\x7f' => out.push(c),
        'đ' | 'Đ' | 'ð' | 'Ð' => out.push('d'),
        'ł' | 'Ł' => out.push('l'),
        'ø' | 'Ø' => out.push('o'),
        'ħ' | 'Ħ' => out.push('h'),
        'ŧ' | 'Ŧ' => out.push('t'),
        'ı' => out.push('i'),
        'ß' | 'ẞ' => out.push_str("ss"),
        'æ' | 'Æ' => out.push_str("ae"),
        'œ' | 'Œ' => out.push_str("oe"),
        'þ' | 'Þ' => out.push_str("th"),
        _ => match ascii_digit(c) {
            Some(digit) => out.push(digit),
            // Twice: the simplified form of 薴 is the traditional form of another.
            None if is_han(c) => out.push(simplified(simplified(c))),
            None => out.extend(c.to_lowercase()),
        },
    }
}

/// The blocks of Chinese characters in which a traditional form may stand.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

/// Puts Thai and Lao *am* back together, which NFKC takes apart and which is typed in two orders:
/// the dictionary knows only the letter.
fn join_am(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let (aa, am, tones) = match c {
            '\u{0E4D}' => ('\u{0E32}', '\u{0E33}', '\u{0E48}'..='\u{0E4B}'),
            '\u{0ECD}' => ('\u{0EB2}', '\u{0EB3}', '\u{0EC8}'..='\u{0ECB}'),
            _ => {
                out.push(c);
                continue;
            }
        };
        let tone = rest.next_if(|next| tones.contains(next));
        if rest.next_if_eq(&aa).is_some() {
            out.extend(tone);
            out.push(am);
        } else {
            out.push(c);
            out.extend(tone);
        }
    }
    out
}

/// Characters that nobody sees and that copying from web pages and phones leaves behind.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180B}'..='\u{180E}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Combining accents of Latin, Greek and Cyrillic, and marks put around or over symbols. The marks
/// of Thai, Lao, Khmer, Burmese and kana are letters of their words and stay.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}')
}

/// Whether decomposing a character may yield an accent: the blocks of accented Latin, Greek and
/// Cyrillic letters and of the accents themselves.
fn may_carry_accent(c: char) -> bool {
    matches!(c, '\u{00C0}'..='\u{052F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1D00}'..='\u{1FFF}'
        | '\u{20D0}'..='\u{20FF}')
}

fn ascii_digit(c: char) -> Option<char> {
    let value = ZEROS
        .iter()
        .find_map(|zero| u32::from(c).checked_sub(*zero).filter(|value| *value < 10))?;
    char::from_digit(value, 10)
}

/// The code points of the digit zero in the scripts of the region and its neighbours (Unicode
/// general category Nd); full-width digits are folded by NFKC.
const ZEROS: [u32; 16] = [
    0x0E50, 0x0ED0, 0x17E0, 0x1040, 0x1090, 0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66,
    0x0BE6, 0x0C66, 0x0CE6, 0x0D66,
];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn accents_case_width_and_local_digits_do_not_matter() {
        for (text, folded) in [
            ("Bà Vẹt", "ba vet"),
            ("ĐẶNG Thị Ngọc", "dang thi ngoc"),
            ("Đà Nẵng", "da nang"),
            ("Kâmpôt", "kampot"),
            ("ＫＫ园区", "kk园区"),
            ("๐๑๒", "012"),
            ("០៩", "09"),
            ("၁၂၃", "123"),
            ("໑໒", "12"),
            ("İstanbul", "istanbul"),
            ("Straße", "strasse"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn hangul_letters_typed_apart_become_syllables() {
        let apart: String = "시아누크빌".nfd().collect();

        assert_eq!(fold(&apart), "시아누크빌");
    }

    #[test]
    fn zero_width_spaces_between_khmer_words_are_dropped() {
        assert_eq!(fold("ភ្នំ\u{200B}ពេញ"), "ភ្នំពេញ");
    }

    #[test]
    fn thai_water_is_one_word_however_its_marks_were_typed() {
        assert_eq!(fold("น้ำ"), "น้ำ");
        assert_eq!(fold("นํ้า"), "น้ำ");
        assert_eq!(fold("ຄຳ"), "ຄຳ");
    }

    #[test]
    fn traditional_and_simplified_characters_are_one() {
        for (traditional, one) in [
            ("柬埔寨金邊", "柬埔寨金边"),
            ("詐騙園區", "诈骗园区"),
            ("台灣", "台湾"),
            ("臺灣", "台湾"),
        ] {
            assert_eq!(fold(traditional), fold(one), "{traditional}");
        }
    }

    #[test]
    fn a_simplified_character_is_its_own_form() {
        let han = ('\u{3400}'..='\u{9FFF}').chain('\u{20000}'..='\u{323AF}');
        for c in han {
            let text = c.to_string();
            assert_eq!(fold(&fold(&text)), fold(&text), "{c}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in ".{0,60}") {
            let once = fold(&text);

            prop_assert_eq!(fold(&once), once);
        }
    }
}
