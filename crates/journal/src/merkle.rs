//! The Merkle tree over one commit's leaves (RFC 6962, section 2.1).
//!
//! Our own forty lines, because an erased statement leaves only its leaf hash, which libraries
//! cannot take back in; `ct-merkle` is the oracle of the tests.

use liaison_model::Hash;
use serde::{Deserialize, Serialize};

use crate::hash::{node, record};

/// Computes the root while leaves arrive, in memory of O(log n).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RootBuilder {
    /// Roots of complete subtrees, largest first.
    peaks: Vec<Hash>,
    leaves: u64,
}

impl RootBuilder {
    /// Adds the next leaf.
    pub fn push(&mut self, leaf: Hash) {
        let mut subtree = leaf;
        // Each trailing one of the count is a complete subtree of that size waiting to be joined.
        for _ in 0..self.leaves.trailing_ones() {
            if let Some(left) = self.peaks.pop() {
                subtree = node(&left, &subtree);
            }
        }
        self.peaks.push(subtree);
        self.leaves += 1;
    }

    /// The same tree again from [`Self::peaks`]; `None` when they are not those of so many leaves.
    #[must_use]
    pub fn from_peaks(leaves: u64, peaks: Vec<Hash>) -> Option<Self> {
        let is_whole = peaks.len() == leaves.count_ones() as usize;
        is_whole.then_some(Self { peaks, leaves })
    }

    /// Roots of complete subtrees, largest first: one for each one in the binary number of leaves.
    #[must_use]
    pub fn peaks(&self) -> &[Hash] {
        &self.peaks
    }

    /// How many leaves have been added.
    #[must_use]
    pub fn leaves(&self) -> u64 {
        self.leaves
    }

    /// The root of the leaves so far.
    #[must_use]
    pub fn root(&self) -> Hash {
        let mut peaks = self.peaks.iter().rev();
        let Some(&smallest) = peaks.next() else { return record(b"") };
        peaks.fold(smallest, |right, left| node(left, &right))
    }
}

/// The hashes beside the way from leaf `index` up to the root, leaf end first. `None` when there
/// is no such leaf.
#[must_use]
pub fn path(leaves: &[Hash], index: usize) -> Option<Vec<Hash>> {
    if leaves.len() <= index {
        return None;
    }
    let mut beside = Vec::new();
    let (mut part, mut at) = (leaves, index);
    while 1 < part.len() {
        let (left, right) = part.split_at(largest_power_of_two_below(part.len()));
        if at < left.len() {
            beside.push(root_of(right));
            part = left;
        } else {
            beside.push(root_of(left));
            at -= left.len();
            part = right;
        }
    }
    beside.reverse();
    Some(beside)
}

/// The root to which a leaf and the hashes beside its way lead. `None` when the path does not fit
/// the place of the leaf (RFC 9162, section 2.1.3.2).
#[must_use]
pub fn root_from_path(leaf: Hash, index: u64, leaves: u64, path: &[Hash]) -> Option<Hash> {
    if leaves <= index {
        return None;
    }
    let (mut at, mut last) = (index, leaves - 1);
    let mut reached = leaf;
    for beside in path {
        if last == 0 {
            return None;
        }
        if at & 1 == 1 || at == last {
            reached = node(beside, &reached);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            reached = node(&reached, beside);
        }
        at >>= 1;
        last >>= 1;
    }
    if last == 0 { Some(reached) } else { None }
}

fn root_of(leaves: &[Hash]) -> Hash {
    let mut builder = RootBuilder::default();
    leaves.iter().for_each(|leaf| builder.push(*leaf));
    builder.root()
}

fn largest_power_of_two_below(count: usize) -> usize {
    count.next_power_of_two() >> 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::leaf;
    use ct_merkle::HashableLeaf;
    use ct_merkle::mem_backed_tree::MemoryBackedTree;
    use proptest::prelude::*;
    use sha2::Sha256;

    #[derive(Clone)]
    struct Salted(u16);
    impl Salted {
        fn bytes(&self) -> [u8; 2] {
            self.0.to_be_bytes()
        }
    }
    impl HashableLeaf for Salted {
        fn hash<H: sha2::digest::Update>(&self, hasher: &mut H) {
            hasher.update(&[0; 16]);
            hasher.update(&self.bytes());
        }
    }

    fn leaves(count: u16) -> Vec<Hash> {
        (0..count).map(|n| leaf(&[0; 16], &Salted(n).bytes())).collect()
    }

    #[test]
    fn a_tree_goes_on_from_its_peaks_as_if_it_had_never_stopped() {
        let leaves: Vec<Hash> = (0..40).map(|n| Hash([n; 32])).collect();

        for stop in 0..leaves.len() {
            let mut whole = RootBuilder::default();
            leaves[..stop].iter().for_each(|leaf| whole.push(*leaf));
            let mut resumed =
                RootBuilder::from_peaks(whole.leaves(), whole.peaks().to_vec()).unwrap();
            leaves[stop..].iter().for_each(|leaf| resumed.push(*leaf));
            assert_eq!(resumed.root(), root_of(&leaves));
        }
        assert_eq!(RootBuilder::from_peaks(3, vec![Hash([0; 32])]), None);
    }

    proptest! {
        #[test]
        fn the_root_is_that_of_a_library(count in 1_u16..200) {
            let mut tree = MemoryBackedTree::<Sha256, Salted>::new();
            (0..count).for_each(|n| tree.push(Salted(n)));

            let expected: [u8; 32] = (*tree.root().as_bytes()).into();
            prop_assert_eq!(root_of(&leaves(count)), Hash(expected));
        }

        #[test]
        fn every_leaf_is_proved_by_its_path_and_no_other(count in 1_u16..200, at: u16, other: u16) {
            let leaves = leaves(count);
            let (at, other) = (usize::from(at % count), usize::from(other % count));

            let beside = path(&leaves, at).unwrap();
            let reached = |leaf: usize| root_from_path(leaves[leaf], at as u64, count.into(), &beside);
            prop_assert_eq!(reached(at), Some(root_of(&leaves)));
            prop_assert_eq!(reached(other) == Some(root_of(&leaves)), at == other);
        }

        #[test]
        fn a_path_that_is_too_long_or_too_short_proves_nothing(count in 2_u16..200, at: u16) {
            let leaves = leaves(count);
            let at = usize::from(at % count);
            let beside = path(&leaves, at).unwrap();
            let longer: Vec<Hash> = beside.iter().copied().chain([leaves[0]]).collect();
            let shorter = &beside[1..];

            for wrong in [&longer[..], shorter] {
                prop_assert_ne!(
                    root_from_path(leaves[at], at as u64, count.into(), wrong),
                    Some(root_of(&leaves))
                );
            }
        }
    }
}
