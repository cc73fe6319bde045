//! Six words that two officers read to each other.
//!
//! Six of 2,048 words are 66 bits. Each guess at another key with the same words costs 2¹⁷ hashes
//! on top, so that it takes 2⁸³ of them: more than anybody computes, and short enough to be read.

use liaison_model::Hash;
use sha2::{Digest as _, Sha256};

/// The fingerprint of an agency and its root key, in words of the list of BIP 39, which differ in
/// their first four letters.
#[must_use]
pub fn words_of(agency: &str, root: &[u8; 32]) -> String {
    let mut first = Sha256::new_with_prefix(b"liaison words 1\n");
    first.update(root);
    first.update(agency.as_bytes());
    let mut state: [u8; 32] = first.finalize().into();
    for _ in 0..ROUNDS {
        state = Sha256::digest(state).into();
    }
    let words: Vec<&str> = LIST.lines().collect();
    let word = |at: usize| words.get(eleven_bits(&Hash(state), at)).copied().unwrap_or_default();
    (0..WORDS).map(word).collect::<Vec<_>>().join(" ")
}

/// The bits 11 × `at` and the ten after it.
fn eleven_bits(hash: &Hash, at: usize) -> usize {
    let bit = |place: usize| usize::from(hash.0[place / 8] >> (7 - place % 8) & 1);
    (at * 11..at * 11 + 11).fold(0, |number, place| number << 1 | bit(place))
}

/// How many words there are.
pub const WORDS: usize = 6;
/// A tenth of a second's work, paid once by whoever looks.
const ROUNDS: u32 = 1 << 17;
/// English words of BIP 39; NOTICE has the licence.
const LIST: &str = include_str!("../data/words.txt");

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_words_are_as_many_as_eleven_bits_and_differ_in_four_letters() {
        let starts: BTreeSet<&str> =
            LIST.lines().map(|word| word.get(..4).unwrap_or(word)).collect();

        assert_eq!((LIST.lines().count(), starts.len()), (2_048, 2_048));
    }

    #[test]
    fn six_words_stay_the_same_and_name_key_and_agency() {
        let words = words_of("kr.npa", &[7; 32]);

        assert_eq!(words, "habit scatter quarter prefer gravity oven");
        assert_ne!(words, words_of("kr.npb", &[7; 32]));
        assert_ne!(words, words_of("kr.npa", &[8; 32]));
    }

    #[test]
    fn bits_are_taken_from_the_highest() {
        let mut hash = Hash([0; 32]);
        (hash.0[0], hash.0[1], hash.0[2]) = (0b1000_0000, 0b0010_0000, 0b0000_0100);

        assert_eq!([eleven_bits(&hash, 0), eleven_bits(&hash, 1)], [0b100_0000_0001, 0b1]);
        assert_eq!(eleven_bits(&hash, 5), 0);
    }
}
