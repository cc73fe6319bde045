//! How well each syllable of a Korean name fits the Latin letters beside it.
//!
//! The weight of a link is a sum, in which one syllable that fits well hides another that does not;
//! but one other syllable is another name.

use crate::model::{Letter, MODEL, Symbol};

/// How much more the syllable that fits worst costs than as it is mostly written, in eighths of a
/// bit; 0 of a single syllable. O(syllables × letters).
pub(crate) fn worst_excess(symbols: &[Symbol], letters: &[Letter]) -> u32 {
    let letters = &letters[..letters.len().min(LETTERS_MAX)];
    // For each place between letters the least excess with which all syllables before end there.
    let mut upto = [EXCESS_MAX; LETTERS_MAX + 1];
    upto[0] = 0;
    let mut count = 0;
    for syllable in syllables(symbols) {
        let mut next = [EXCESS_MAX; LETTERS_MAX + 1];
        let usual = MODEL.cost_min(syllable);
        for start in (0..letters.len()).filter(|start| upto[*start] < EXCESS_MAX) {
            for end in start + 1..=letters.len().min(start + SYLLABLE_LETTERS_MAX) {
                if next[end] <= upto[start] {
                    continue;
                }
                let cost = MODEL.cost(syllable, &letters[start..end], usual + EXCESS_MAX);
                next[end] = next[end].min(cost.saturating_sub(usual).max(upto[start]));
            }
        }
        upto = next;
        count += 1;
    }
    if count < 2 { 0 } else { upto[letters.len()].min(EXCESS_MAX) }
}

/// The symbols of each syllable.
pub(crate) fn syllables(symbols: &[Symbol]) -> impl Iterator<Item = &[Symbol]> {
    let mut rest = symbols;
    std::iter::from_fn(move || {
        let vowel = rest.iter().position(Symbol::is_hangul_vowel)?;
        let begins = |symbol: &Symbol| symbol.is_hangul_initial() || symbol.is_hangul_vowel();
        let behind = rest[vowel + 1..].iter().position(begins);
        let (first, others) = rest.split_at(behind.map_or(rest.len(), |at| vowel + 1 + at));
        rest = others;
        Some(first)
    })
}

/// Longer runs are held beside their first letters.
const LETTERS_MAX: usize = 20;
/// The longest spellings of a syllable: cheong, kyoung.
const SYLLABLE_LETTERS_MAX: usize = 7;
/// More is as much: 20 bits.
const EXCESS_MAX: u32 = 160;
