//! Maps over the crate's own tables, with a hash that is quick rather than hard to attack: nothing
//! from outside is ever put into them.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A map from a table of this crate.
pub(crate) type QuickMap<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;
/// A set from a table of this crate.
pub(crate) type QuickSet<K> = HashSet<K, BuildHasherDefault<Quick>>;

/// Turns and multiplies (Knuth, *The Art of Computer Programming* 3, 6.4), eight bytes at once.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Quick(u64);

impl Quick {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(GOLDEN);
    }

    /// The hash of a text.
    pub(crate) fn of(text: &str) -> u64 {
        let mut quick = Self::default();
        quick.write(text.as_bytes());
        quick.finish()
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            for (place, byte) in word.iter_mut().zip(chunk) {
                *place = *byte;
            }
            self.add(u64::from_le_bytes(word));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.add(u64::from(byte));
    }

    fn write_u32(&mut self, word: u32) {
        self.add(u64::from(word));
    }

    fn write_isize(&mut self, word: isize) {
        self.add(word as u64);
    }

    /// The best bits of a product are its highest, those that a map looks at first its lowest.
    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }
}

/// 2⁶⁴ divided by the golden ratio, made odd.
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
