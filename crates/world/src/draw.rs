//! Chance that is the same on every machine: SplitMix64 (Steele, Lea and Flood 2014, figure 17).
//!
//! Six lines that are specified to the bit outlive the generators of any crate, whose numbers for
//! a seed may change with a release.
//!
//! # Invariants
//!
//! * What is drawn for one thing does not depend on what was drawn for another: each has its own
//!   generator, made from the seed, the kind of thing and its number.

/// A generator for one thing.
#[derive(Debug, Clone)]
pub(crate) struct Draw(u64);

/// What a generator is for, so that equal numbers of different kinds get different chances.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Stream {
    Human = 1,
    Record,
    Report,
    Compound,
    Advert,
    Bench,
    Sanction,
    Row,
    Faults,
    Lured,
    Words,
    Money,
}

impl Draw {
    pub(crate) fn new(seed: u64, stream: Stream, number: u64) -> Self {
        let of_stream = mixed(seed ^ mixed(stream as u64));
        Self(mixed(of_stream.wrapping_add(number)))
    }

    /// The next 64 bits.
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN_GAMMA);
        mixed(self.0)
    }

    /// A number below `bound`; 0 when the bound is 0.
    pub(crate) fn below(&mut self, bound: u32) -> u32 {
        // The upper half of a 64-bit product (Lemire 2019), without his correction: the error is
        // below one in a thousand million here, and nothing is measured by it.
        let wide = (self.next() >> 32).wrapping_mul(u64::from(bound));
        (wide >> 32) as u32
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: u32, high: u32) -> u32 {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// Whether something happens that happens `percent` times in a hundred.
    pub(crate) fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// One of several; they must not be none.
    pub(crate) fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len() as u32) as usize]
    }
}

// SplitMix64's output function: variant 13 of David Stafford's mixers.
fn mixed(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

const GOLDEN_GAMMA: u64 = 0x9e37_79b9_7f4a_7c15;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_gives_the_numbers_that_are_published_for_its_seed() {
        let mut draw = Draw(1_234_567);

        let drawn: Vec<u64> = (0..3).map(|_| draw.next()).collect();
        assert_eq!(
            drawn,
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        );
    }

    #[test]
    fn a_number_stays_below_its_bound_and_reaches_all_below_it() {
        let mut draw = Draw::new(1, Stream::Bench, 0);
        let mut seen = [0; 7];
        for _ in 0..7_000 {
            seen[draw.below(7) as usize] += 1;
        }

        assert!(seen.iter().all(|count| (800..1_200).contains(count)), "{seen:?}");
    }
}
