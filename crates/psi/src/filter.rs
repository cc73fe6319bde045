//! What a holder publishes to one peer for one epoch: which outputs are its own.
//!
//! A binary fuse filter (Graf and Lemire 2022) of 32-bit fingerprints: no output that is there is
//! missed, and one of 2³² that is not there is taken for one that is. Without the holder's key
//! nobody can compute an output, so the filter alone answers no question.

use liaison_model::canonical::{self, Fields};
use rand::{Rng, RngExt as _};
use xorf::{BinaryFuse32, Descriptor, Filter as _};

use crate::oprf::Output;
use crate::{Key, PsiError};

/// The filter of a holder's matchable identifiers.
#[derive(Debug, Clone)]
pub struct Filter(BinaryFuse32);

impl Filter {
    /// Makes the filter of many inputs. It is filled up with chance to the next of eight sizes
    /// between two powers of two, at least [`SMALLEST`], so that its length tells no exact count.
    ///
    /// # Errors
    ///
    /// [`PsiError::Input`] when one is too long, [`PsiError::Filter`] when none can be made.
    pub fn build(key: &Key, inputs: &[&[u8]], random: &mut dyn Rng) -> Result<Self, PsiError> {
        let mut codes: Vec<u64> = key.outputs(inputs)?.iter().map(code).collect();
        codes.sort_unstable();
        codes.dedup();
        let size = size_class(codes.len());
        while codes.len() < size {
            let missing = size - codes.len();
            codes.extend((0..missing).map(|_| random.random::<u64>()));
            codes.sort_unstable();
            codes.dedup();
        }
        BinaryFuse32::try_from(codes).map(Self).map_err(|_| PsiError::Filter)
    }

    /// Whether the holder has what gave this output.
    #[must_use]
    pub fn has(&self, output: &Output) -> bool {
        self.0.contains(&code(output))
    }

    /// Its bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let described = &self.0.descriptor;
        let mut out = KIND.to_vec();
        canonical::put_u64(&mut out, described.seed);
        canonical::put_u64(&mut out, described.segment_length.into());
        canonical::put_u64(&mut out, described.segment_count_length.into());
        let prints = self.0.fingerprints.iter().flat_map(|print| print.to_be_bytes());
        canonical::put(&mut out, Some(&prints.collect::<Vec<u8>>()));
        out
    }

    /// Takes a filter that a peer made.
    ///
    /// # Errors
    ///
    /// [`PsiError::Message`] when the bytes do not describe a filter that can be asked safely.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PsiError> {
        let wrong = |_| PsiError::Message;
        let mut fields = Fields::after(KIND, bytes).map_err(wrong)?;
        let seed = fields.u64().map_err(wrong)?;
        let mut length = || fields.u64().ok().and_then(|length| u32::try_from(length).ok());
        let segment_length = length().ok_or(PsiError::Message)?;
        let segment_count_length = length().ok_or(PsiError::Message)?;
        let prints = fields.field().map_err(wrong)?.ok_or(PsiError::Message)?;
        fields.end().map_err(wrong)?;
        let whole =
            segment_length.checked_mul(2).and_then(|two| two.checked_add(segment_count_length));
        let is_sound = segment_length.is_power_of_two()
            && segment_length <= SEGMENT_LENGTH_MAX
            && 0 < segment_count_length
            && segment_count_length.is_multiple_of(segment_length)
            && whole
                .and_then(|whole| whole.checked_mul(4))
                .is_some_and(|b| b as usize == prints.len());
        if !is_sound {
            return Err(PsiError::Message);
        }
        let (prints, _) = prints.as_chunks::<4>();
        let descriptor = Descriptor {
            seed,
            segment_length,
            segment_length_mask: segment_length - 1,
            segment_count_length,
        };
        let fingerprints = prints.iter().map(|print| u32::from_be_bytes(*print)).collect();
        Ok(Self(BinaryFuse32 { descriptor, fingerprints }))
    }
}

/// The next of the sizes 8/8, 9/8 … 15/8 of a power of two.
fn size_class(count: usize) -> usize {
    let count = count.max(SMALLEST);
    let step = (count.ilog2()).saturating_sub(3);
    count.div_ceil(1 << step) << step
}

fn code(output: &Output) -> u64 {
    let (head, _) = output.split_at(8);
    head.iter().fold(0, |code, byte| code << 8 | u64::from(*byte))
}

/// A filter of fewer identifiers is filled up to this many.
pub const SMALLEST: usize = 1024;
/// As long as `xorf` makes segments.
const SEGMENT_LENGTH_MAX: u32 = 262_144;
const KIND: &[u8] = b"PF1";

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rand::SeedableRng as _;
    use rand::rngs::StdRng;

    fn sample(count: u32) -> (Key, Filter) {
        let mut random = StdRng::seed_from_u64(u64::from(count));
        let key = Key::generate(&mut random);
        let inputs: Vec<[u8; 4]> = (0..count).map(u32::to_be_bytes).collect();
        let inputs: Vec<&[u8]> = inputs.iter().map(<[u8; 4]>::as_slice).collect();
        let filter = Filter::build(&key, &inputs, &mut random).unwrap();
        (key, filter)
    }

    #[test]
    fn whatever_is_held_is_found_and_nothing_else() {
        let (key, filter) = sample(300);
        let filter = Filter::from_bytes(&filter.to_bytes()).unwrap();

        let inputs: Vec<[u8; 4]> = (0..600_u32).map(u32::to_be_bytes).collect();
        let inputs: Vec<&[u8]> = inputs.iter().map(<[u8; 4]>::as_slice).collect();
        let found: Vec<bool> =
            key.outputs(&inputs).unwrap().iter().map(|o| filter.has(o)).collect();

        assert_eq!(found, (0..600).map(|n| n < 300).collect::<Vec<_>>());
    }

    #[test]
    fn the_length_of_a_filter_tells_a_class_of_sizes_only() {
        let length = |count| sample(count).1.to_bytes().len();

        assert_eq!(length(0), length(1_000));
        assert_eq!(length(1_030), length(1_150));
        assert_eq!([1_024, 1_025, 2_047, 2_049].map(size_class), [1_024, 1_152, 2_048, 2_304]);
    }

    #[test]
    fn another_key_finds_nothing() {
        let (_, filter) = sample(200);
        let other = Key::derive(&[9; 32], b"other").unwrap();

        let outputs = other.outputs(&[&0_u32.to_be_bytes(), &7_u32.to_be_bytes()]).unwrap();

        assert!(outputs.iter().all(|output| !filter.has(output)));
    }

    proptest! {
        #[test]
        fn any_bytes_are_refused_or_can_be_asked(
            seed: u64, segment in 0_u64..3_000, whole in 0_u64..9_000, prints in 0_usize..4_000,
            output in proptest::array::uniform32(0_u8..),
        ) {
            let mut bytes = KIND.to_vec();
            canonical::put_u64(&mut bytes, seed);
            canonical::put_u64(&mut bytes, segment.next_power_of_two());
            canonical::put_u64(&mut bytes, whole);
            canonical::put(&mut bytes, Some(&vec![7; prints * 4]));
            if let Ok(filter) = Filter::from_bytes(&bytes) {
                let mut wide = [0; 64];
                wide[..32].copy_from_slice(&output);
                let _ = filter.has(&wide);
            }
        }

        #[test]
        fn a_filter_with_a_byte_changed_never_panics(at: prop::sample::Index, bit in 0_u32..8) {
            let mut bytes = sample(10).1.to_bytes();
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
            if let Ok(filter) = Filter::from_bytes(&bytes) {
                let _ = filter.has(&[1; 64]);
            }
        }
    }
}
