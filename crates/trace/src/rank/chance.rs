//! Numbers that follow from a seed alone (SplitMix64: Steele, Lea and Flood, 2014).

/// Draws numbers.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to 1, without 1.
    pub fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// About so many of a hundred of the first numbers, in order; at least one.
    pub fn some_of(&mut self, count: usize, percent: u64) -> Vec<usize> {
        let mut some: Vec<usize> = (0..count).filter(|_| self.next() % 100 < percent).collect();
        if some.is_empty() && 0 < count {
            some.push((self.next() % count as u64) as usize); // below `count`
        }
        some
    }
}
