//! A text as numbers: how often each run of one to five characters occurs, by its hash.

use crate::view::View;

/// How many places a hash may have: two to this power.
pub(crate) const BITS: u32 = 18;
/// Number of places.
pub(crate) const PLACES: usize = 1 << BITS;

/// One text: places in order, each once, with their values.
#[derive(Debug, Clone, Default)]
pub(crate) struct Features(pub(crate) Vec<(u32, f32)>);

impl Features {
    /// How often each place occurs.
    pub(crate) fn counted(view: &View) -> Self {
        let mut places = Vec::new();
        for_each(view.text(), |place, _, _| places.push(place));
        places.sort_unstable();
        let mut counted: Vec<(u32, f32)> = Vec::with_capacity(places.len() / 2);
        for place in places {
            match counted.last_mut() {
                Some((last, count)) if *last == place => *count += 1.0,
                _ => counted.push((place, 1.0)),
            }
        }
        Self(counted)
    }

    /// Frequent runs count by the logarithm, rare ones more; all texts are of one length.
    pub(crate) fn weighed(mut self, rarity: &[f32]) -> Self {
        let mut squares = 0.0_f64;
        for (place, value) in &mut self.0 {
            *value = (1.0 + value.ln()) * rarity[*place as usize];
            squares += f64::from(*value) * f64::from(*value);
        }
        let length = squares.sqrt().max(f64::MIN_POSITIVE) as f32;
        self.0.iter_mut().for_each(|(_, value)| *value /= length);
        self
    }

    pub(crate) fn dot(&self, weights: &[f64]) -> f64 {
        self.0.iter().map(|(place, value)| f64::from(*value) * weights[*place as usize]).sum()
    }
}

/// Each run with its place, and where it begins and ends in bytes.
pub(crate) fn for_each(text: &str, mut tell: impl FnMut(u32, usize, usize)) {
    let letters: Vec<(usize, char)> = text.char_indices().take(LETTERS_MAX).collect();
    for (at, (start, _)) in letters.iter().enumerate() {
        let mut hash = SEED;
        for (place, letter) in letters[at..].iter().take(RUN_MAX) {
            hash = (hash ^ u64::from(u32::from(*letter))).wrapping_mul(PRIME);
            let mixed = (hash ^ (hash >> 29)).wrapping_mul(MIX);
            // The upper bits are the best mixed ones.
            tell((mixed >> (64 - BITS)) as u32, *start, place + letter.len_utf8());
        }
    }
}

/// The longest run, in characters.
const RUN_MAX: usize = 5;
/// Characters of a text that are learnt from.
const LETTERS_MAX: usize = 20_000;
/// FNV-1a, 64 bits.
const SEED: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;
/// From SplitMix64.
const MIX: u64 = 0x94d0_49bb_1331_11eb;
