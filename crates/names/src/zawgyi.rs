//! Burmese text in the Zawgyi encoding, which uses the code points of Unicode for other shapes and
//! in the order of writing. Which shape is which is in `data/zawgyi.tsv`; the order of a syllable
//! is that of *The Unicode Standard* 16.4.

use std::sync::LazyLock;

use crate::table::QuickMap;

static SHAPES: LazyLock<QuickMap<u32, Vec<char>>> = LazyLock::new(|| {
    let code = |text: &str| u32::from_str_radix(text, 16).ok();
    let line = |line: &str| {
        let (shape, letters) = line.split_once('\t')?;
        let letters = letters.split(' ').filter_map(|one| char::from_u32(code(one)?));
        Some((code(shape)?, letters.collect()))
    };
    include_str!("../data/zawgyi.tsv").lines().filter_map(line).collect()
});

/// The text in Unicode, if it looks like Zawgyi. O(bytes).
pub(crate) fn to_unicode(text: &str) -> Option<String> {
    if !is_zawgyi(text) {
        return None;
    }
    let mut letters = Vec::with_capacity(text.len());
    for c in text.chars() {
        match SHAPES.get(&u32::from(c)) {
            Some(shape) => letters.extend(shape),
            None => letters.push(c),
        }
    }
    Some(in_order(&letters))
}

/// Whether signs that only Zawgyi writes so outnumber those that only Unicode does.
fn is_zawgyi(text: &str) -> bool {
    if !text.chars().any(|c| ('\u{1000}'..='\u{109F}').contains(&c)) {
        return false;
    }
    let chars: Vec<char> = text.chars().collect();
    let at =
        |place: Option<usize>| place.and_then(|place| chars.get(place)).copied().unwrap_or(' ');
    let (mut zawgyi, mut unicode) = (0, 0);
    for (place, &c) in chars.iter().enumerate() {
        let (before, after) = (at(place.checked_sub(1)), at(place.checked_add(1)));
        match c {
            '\u{1033}' | '\u{1034}' | '\u{105A}' | '\u{1060}'..='\u{1097}' => zawgyi += 2,
            '\u{1039}' if is_consonant(after) && is_consonant(before) => unicode += 1,
            '\u{1039}' => zawgyi += 2,
            '\u{1031}' if !is_consonant(before) && !is_medial(before) => zawgyi += 2,
            // A vowel between two consonants may belong to either.
            '\u{1031}' if is_consonant(after) => {}
            '\u{1031}' => unicode += 1,
            '\u{103B}' if !is_consonant(before) => zawgyi += 2,
            '\u{103A}' if is_vowel(after) => zawgyi += 1,
            '\u{103A}' if is_consonant(before) && !is_medial(after) => unicode += 1,
            '\u{103E}' | '\u{103F}' => unicode += 1,
            _ => {}
        }
    }
    unicode < zawgyi
}

/// Brings each syllable from the order of writing into that of Unicode.
fn in_order(letters: &[char]) -> String {
    let mut out = String::with_capacity(letters.len() * 3);
    let mut syllable: Vec<char> = Vec::with_capacity(8);
    let mut has_consonant = false;
    let mut stacks = false;
    for &c in letters {
        let begins = is_consonant(c) && has_consonant && !stacks
            || matches!(c, E_VOWEL | YA_YIT) && has_consonant
            || !('\u{1000}'..='\u{109F}').contains(&c);
        if begins {
            flush(&mut syllable, &mut out);
            has_consonant = false;
        }
        has_consonant |= is_consonant(c);
        stacks = c == VIRAMA;
        syllable.push(c);
    }
    flush(&mut syllable, &mut out);
    out
}

/// Writes a syllable: what stands over its consonant, the consonant, what is stacked under it, and
/// the signs by their rank.
fn flush(syllable: &mut Vec<char>, out: &mut String) {
    let kinzi = syllable.windows(3).position(|three| three == KINZI);
    if let Some(at) = kinzi.filter(|at| *at != 0) {
        syllable.drain(at..at + KINZI.len());
        out.extend(KINZI);
    }
    let first = syllable.iter().position(|c| is_consonant(*c));
    if let Some(first) = first {
        out.push(syllable.remove(first));
    }
    let mut signs: Vec<(u8, char)> = Vec::with_capacity(syllable.len());
    let mut under_virama = false;
    for &c in syllable.iter() {
        signs.push((if under_virama { 0 } else { rank(c) }, c));
        under_virama = c == VIRAMA;
    }
    signs.sort_by_key(|(rank, _)| *rank);
    out.extend(signs.iter().map(|(_, c)| *c));
    syllable.clear();
}

fn rank(c: char) -> u8 {
    match c {
        VIRAMA => 0,
        '\u{103B}'..='\u{103E}' => (u32::from(c) - 0x103A) as u8,
        E_VOWEL => 5,
        '\u{102D}' | '\u{102E}' => 6,
        '\u{102F}' | '\u{1030}' => 7,
        '\u{1032}' => 8,
        '\u{102B}' | '\u{102C}' => 9,
        '\u{103A}' => 10,
        _ => 11,
    }
}

fn is_consonant(c: char) -> bool {
    matches!(c, '\u{1000}'..='\u{102A}' | '\u{103F}')
}

fn is_medial(c: char) -> bool {
    matches!(c, '\u{103B}'..='\u{103E}')
}

fn is_vowel(c: char) -> bool {
    matches!(c, '\u{102B}'..='\u{1032}')
}

const E_VOWEL: char = '\u{1031}';
const YA_YIT: char = '\u{103C}';
const VIRAMA: char = '\u{1039}';
/// A small nga over the consonant that follows.
const KINZI: [char; 3] = ['\u{1004}', '\u{103A}', VIRAMA];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zawgyi_becomes_the_unicode_of_the_same_word() {
        for (zawgyi, unicode) in [
            ("ေအာင္ဆန္းစုၾကည္", "အောင်ဆန်းစုကြည်"),
            ("ျမန္မာ", "မြန်မာ"),
            ("သိန္းစိန္", "သိန်းစိန်"),
            ("ေက်ာ္သူ", "ကျော်သူ"),
            ("မႏၲေလး", "မန္တလေး"),
        ] {
            assert_eq!(to_unicode(zawgyi).as_deref(), Some(unicode), "{zawgyi}");
        }
    }

    #[test]
    fn unicode_stays_as_it_is() {
        for text in ["အောင်ဆန်းစုကြည်", "မြန်မာ", "ကျော်သူ", "မန္တလေး", "သိန်းစိန်", "Aung San", "김"]
        {
            assert_eq!(to_unicode(text), None, "{text}");
        }
    }
}
