//! Text made comparable: one folded form, and a bounded distance between two of them.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A letter of a folded text. Letters beyond the basic plane share codes, which costs nothing but
/// a chance in thousands that two rare ones are taken for each other.
pub(crate) type Letter = u16;

/// Lower case, without the accents of Latin letters, with one space where signs and spaces stood.
/// O(bytes).
pub(crate) fn folded(text: &str) -> String {
    let text = cut(text);
    let mut plain = String::with_capacity(text.len());
    if text.is_ascii() {
        text.bytes().for_each(|byte| push(&mut plain, byte.to_ascii_lowercase().into()));
    } else {
        for letter in text.nfkd() {
            match letter {
                // The marks of Latin, Greek and Cyrillic; those of other scripts tell letters apart.
                '\u{0300}'..='\u{036F}' => {}
                'đ' | 'Đ' => plain.push('d'),
                'ł' | 'Ł' => plain.push('l'),
                'ø' | 'Ø' => plain.push('o'),
                'ß' => plain.push_str("ss"),
                _ if is_invisible(letter) => {}
                _ if is_combining_mark(letter) => plain.push(letter),
                _ => letter.to_lowercase().for_each(|letter| push(&mut plain, letter)),
            }
        }
        plain = plain.nfc().collect();
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// Letters and digits alone, lower case: of codes and numbers, which people group as they like.
pub(crate) fn bare(text: &str) -> String {
    let letters = cut(text).nfkc().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Lower case without white space, signs kept: of addresses on networks.
pub(crate) fn tight(text: &str) -> String {
    let letters = cut(text).chars().filter(|letter| !letter.is_whitespace());
    letters.flat_map(char::to_lowercase).filter(|letter| !is_invisible(*letter)).collect()
}

/// The letters of a folded text.
pub(crate) fn letters(text: &str) -> impl Iterator<Item = Letter> + '_ {
    text.chars().map(|letter| {
        let code = u32::from(letter);
        (code ^ (code >> 16)) as Letter
    })
}

/// A set of letters as bits. Each edit changes at most two of them.
pub(crate) fn signature(letters: &[Letter]) -> u64 {
    letters.iter().fold(0, |bits, letter| bits | 1 << (letter % 64))
}

/// Edits between two texts, a swap of neighbours counting as one (optimal string alignment), or
/// `None` when more than `most` are needed. O(letters × `most`).
pub(crate) fn distance(a: &[Letter], b: &[Letter], most: usize) -> Option<usize> {
    let start = a.iter().zip(b).take_while(|(one, other)| one == other).count();
    let (a, b) = (&a[start..], &b[start..]);
    let ends = a.iter().rev().zip(b.iter().rev()).take_while(|(one, other)| one == other).count();
    let (a, b) = (&a[..a.len() - ends], &b[..b.len() - ends]);
    let (a, b) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if most < b.len() - a.len() || ROW_LETTERS_MAX < b.len() {
        return None;
    }
    if a.is_empty() {
        return Some(b.len());
    }
    let most = most.min(u8::MAX.into());
    let mut rows = [[FAR; ROW_LETTERS_MAX + 1]; 3];
    let [mut before, mut above, mut here] = [0, 1, 2];
    for (at, cost) in rows[above][..=b.len().min(most)].iter_mut().enumerate() {
        *cost = at as u8; // at most `most`
    }
    for (i, &of_a) in a.iter().enumerate() {
        let (first, last) = ((i + 1).saturating_sub(most), (i + 1 + most).min(b.len()));
        let mut least = FAR;
        rows[here].fill(FAR);
        if first == 0 {
            rows[here][0] = (i + 1) as u8; // at most `most`
            least = rows[here][0];
        }
        for j in first.max(1)..=last {
            let of_b = b[j - 1];
            let mut cost = rows[above][j - 1] + u8::from(of_a != of_b);
            cost = cost.min(rows[above][j] + 1).min(rows[here][j - 1] + 1);
            if 0 < i && 1 < j && of_a == b[j - 2] && a[i - 1] == of_b {
                cost = cost.min(rows[before][j - 2] + 1);
            }
            rows[here][j] = cost;
            least = least.min(cost);
        }
        if most < usize::from(least) {
            return None;
        }
        (before, above, here) = (above, here, before);
    }
    let found = usize::from(rows[above][b.len()]);
    (found <= most).then_some(found)
}

/// Groups of consonants in the order of speech, the first letter kept: spellings of one sound
/// mostly share it. Four letters at most, as in the American Soundex.
pub(crate) fn sound(text: &str) -> u32 {
    let mut code = 0_u32;
    let mut last = 0;
    let mut count = 0;
    for letter in text.chars() {
        let class = class(letter);
        if count == 0 {
            code = u32::from(letter) << 12;
            count = 1;
        } else if class != 0 && class != last {
            code |= class << (4 * (3 - count));
            count += 1;
        }
        last = class;
        if count == 4 {
            break;
        }
    }
    code
}

fn class(letter: char) -> u32 {
    match letter {
        'b' | 'p' | 'f' | 'v' => 1,
        'c' | 's' | 'k' | 'g' | 'j' | 'q' | 'x' | 'z' => 2,
        'd' | 't' => 3,
        'l' => 4,
        'm' | 'n' => 5,
        'r' => 6,
        'a'..='z' | ' ' => 0,
        other => u32::from(other) % 9 + 7,
    }
}

fn push(plain: &mut String, letter: char) {
    if letter.is_alphanumeric() {
        plain.push(letter);
    } else if letter != '\'' && !plain.is_empty() && !plain.ends_with(' ') {
        plain.push(' ');
    }
}

fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

fn cut(text: &str) -> &str {
    &text[..text.floor_char_boundary(TEXT_BYTES_MAX)]
}

/// Of longer cells the beginning is compared; no name, number or address is as long.
const TEXT_BYTES_MAX: usize = 512;
/// Texts whose differing middles are longer count as far apart.
const ROW_LETTERS_MAX: usize = 64;
const FAR: u8 = 200;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn edits(a: &str, b: &str, most: usize) -> Option<usize> {
        let (a, b): (Vec<Letter>, Vec<Letter>) = (letters(a).collect(), letters(b).collect());
        distance(&a, &b, most)
    }

    /// The textbook's table, without bounds.
    fn plain_distance(a: &[Letter], b: &[Letter]) -> usize {
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = match (i, j) {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => {
                        let same = usize::from(a[i - 1] != b[j - 1]);
                        let mut cost = table[i - 1][j - 1] + same;
                        cost = cost.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                        if 1 < i && 1 < j && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                            cost = cost.min(table[i - 2][j - 2] + 1);
                        }
                        cost
                    }
                };
            }
        }
        table[a.len()][b.len()]
    }

    #[test]
    fn a_swap_of_neighbours_is_one_edit() {
        assert_eq!(edits("micheal", "michael", 2), Some(1));
        assert_eq!(edits("kitten", "sitting", 3), Some(3));
        assert_eq!(edits("kitten", "sitting", 2), None);
        assert_eq!(edits("", "abc", 3), Some(3));
    }

    #[test]
    fn folding_leaves_what_tells_texts_apart() {
        assert_eq!(folded("  O'Brien-Nguyễn  Đức "), "obrien nguyen duc");
        assert_eq!(folded("강 서윤"), "강 서윤");
        assert_eq!(folded("ที่อยู่"), "ที่อยู่");
        assert_eq!(bare("AB 12-34"), "ab1234");
        assert_eq!(folded("\u{202e}!?"), "");
    }

    proptest! {
        #[test]
        fn a_bounded_distance_is_the_distance(a in "[abc]{0,9}", b in "[abc]{0,9}", most in 0_usize..6) {
            let (a, b): (Vec<Letter>, Vec<Letter>) = (letters(&a).collect(), letters(&b).collect());
            let expected = Some(plain_distance(&a, &b)).filter(|found| *found <= most);

            prop_assert_eq!(distance(&a, &b, most), expected);
            prop_assert_eq!(distance(&b, &a, most), expected);
        }

        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,20}") {
            let once = folded(&text);

            prop_assert_eq!(folded(&once), once);
        }
    }
}
