//! Two whole sets, compared again and again (Diffie-Hellman set intersection, Meadows 1986).
//!
//! Each side raises its own points with its key and sends them; the other raises them with its key,
//! too, and gives them back with a proof. A point under both keys is the same whichever came first,
//! so what both have meets. Everything is kept, so that the next night costs what is new.
//!
//! A key that is kept tells the peer which of the points are new and which are gone, but not of
//! whom. A new key forgets it, at the full price.

use std::collections::{BTreeMap, BTreeSet};

use liaison_model::canonical::{self, Fields};
use rand::Rng;

use crate::element::Element;
use crate::message::{put_elements, take_elements};
use crate::oprf::{Key, PublicKey};
use crate::{Answer, ELEMENTS_MAX, PsiError};

/// One side of a comparison with one peer.
pub struct Comparison {
    key: Key,
    epoch: u64,
    /// What we have, with its point under our key.
    own: BTreeMap<Vec<u8>, Element>,
    /// Our points under both keys.
    raised: BTreeMap<Element, Element>,
    /// The peer's points under both keys.
    theirs: BTreeMap<Element, Element>,
}

/// What changed on one side, in the order of the points, which is that of chance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Of which epoch of the sender's key.
    pub epoch: u64,
    /// Points that are new; at most [`ELEMENTS_MAX`].
    pub added: Vec<Element>,
    /// Points that are gone; as many.
    pub removed: Vec<Element>,
}

impl Comparison {
    /// Begins with nothing on either side.
    #[must_use]
    pub fn new(key: Key, epoch: u64) -> Self {
        let nothing = BTreeMap::new();
        Self { key, epoch, own: BTreeMap::new(), raised: nothing.clone(), theirs: nothing }
    }

    /// The key by which the peer checks our answers.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        self.key.public()
    }

    /// Makes what we have the same as `inputs`, and tells the peer what changed, in messages of at
    /// most [`ELEMENTS_MAX`] points. One multiplication for each that is new.
    ///
    /// # Errors
    ///
    /// [`PsiError::Input`] when one is too long.
    pub fn update(&mut self, inputs: &[&[u8]]) -> Result<Vec<Difference>, PsiError> {
        let wanted: BTreeSet<&[u8]> = inputs.iter().copied().collect();
        let mut removed = Vec::new();
        self.own.retain(|input, element| {
            let stays = wanted.contains(input.as_slice());
            if !stays {
                removed.push(*element);
            }
            stays
        });
        for element in &removed {
            self.raised.remove(element);
        }
        let new: Vec<&[u8]> =
            wanted.into_iter().filter(|input| !self.own.contains_key(*input)).collect();
        let mut added = self.key.points_of(&new)?;
        self.own.extend(new.iter().map(|input| input.to_vec()).zip(added.iter().copied()));
        // Sorted, their places say nothing about the order in which anybody keeps them.
        added.sort();
        removed.sort();
        let count = added.len().max(removed.len()).div_ceil(ELEMENTS_MAX);
        let part = |all: &[Element], at: usize| {
            all.chunks(ELEMENTS_MAX).nth(at).unwrap_or_default().to_vec()
        };
        let message = |at| Difference {
            epoch: self.epoch,
            added: part(&added, at),
            removed: part(&removed, at),
        };
        Ok((0..count).map(message).collect())
    }

    /// Takes what changed at the peer: raises what is new, and gives it back. Nothing is given back
    /// for a message that only removes.
    ///
    /// # Errors
    ///
    /// [`PsiError::Count`] or [`PsiError::Point`].
    pub fn take(
        &mut self,
        difference: &Difference,
        random: &mut dyn Rng,
    ) -> Result<Option<Answer>, PsiError> {
        for element in &difference.removed {
            self.theirs.remove(element);
        }
        if difference.added.is_empty() {
            return Ok(None);
        }
        let (elements, proof) = self.key.evaluate(&difference.added, random)?;
        let pairs = difference.added.iter().copied().zip(elements.iter().copied());
        self.theirs.extend(pairs);
        Ok(Some(Answer { epoch: difference.epoch, elements, proof }))
    }

    /// Keeps what the peer gave back for `difference`, after its proof was checked.
    ///
    /// # Errors
    ///
    /// [`PsiError::Mismatch`] or [`PsiError::Proof`]; then nothing is kept.
    pub fn keep(
        &mut self,
        difference: &Difference,
        answer: &Answer,
        peer: &PublicKey,
    ) -> Result<(), PsiError> {
        if answer.epoch != difference.epoch {
            return Err(PsiError::Mismatch);
        }
        peer.verify(&difference.added, &answer.elements, &answer.proof)?;
        let pairs = difference.added.iter().copied().zip(answer.elements.iter().copied());
        self.raised.extend(pairs);
        Ok(())
    }

    /// What both have, as far as both told what changed.
    #[must_use]
    pub fn common(&self) -> Vec<&[u8]> {
        let theirs: BTreeSet<&Element> = self.theirs.values().collect();
        let meets = |element: &Element| {
            self.raised.get(element).is_some_and(|raised| theirs.contains(raised))
        };
        let own = self.own.iter().filter(|(_, element)| meets(element));
        own.map(|(input, _)| input.as_slice()).collect()
    }
}

impl Difference {
    /// Its bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = KIND.to_vec();
        canonical::put_u64(&mut out, self.epoch);
        for elements in [&self.added, &self.removed] {
            match elements.is_empty() {
                true => canonical::put(&mut out, None),
                false => put_elements(&mut out, elements),
            }
        }
        out
    }

    /// Reads what a peer says has changed. Every point of it was checked.
    ///
    /// # Errors
    ///
    /// [`PsiError::Message`], [`PsiError::Count`] or [`PsiError::Point`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PsiError> {
        let wrong = |_| PsiError::Message;
        let mut fields = Fields::after(KIND, bytes).map_err(wrong)?;
        let epoch = fields.u64().map_err(wrong)?;
        let mut elements = || match fields.rest().split_first() {
            Some((0, _)) => fields.field().map(|_| Vec::new()).map_err(wrong),
            _ => take_elements(&mut fields),
        };
        let (added, removed) = (elements()?, elements()?);
        fields.end().map_err(wrong)?;
        Ok(Self { epoch, added, removed })
    }
}

const KIND: &[u8] = b"PD1";

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rand::SeedableRng as _;
    use rand::rngs::StdRng;

    /// Tells one side's changes to the other; how many points went.
    fn tell(from: &mut Comparison, to: &mut Comparison, set: &BTreeSet<u8>) -> usize {
        let mut random = StdRng::seed_from_u64(5);
        let inputs: Vec<[u8; 1]> = set.iter().map(|item| [*item]).collect();
        let inputs: Vec<&[u8]> = inputs.iter().map(<[u8; 1]>::as_slice).collect();
        let mut sent = 0;
        for difference in from.update(&inputs).unwrap() {
            let arrived = Difference::from_bytes(&difference.to_bytes()).unwrap();
            sent += arrived.added.len();
            if let Some(answer) = to.take(&arrived, &mut random).unwrap() {
                from.keep(&difference, &answer, &to.public()).unwrap();
            }
        }
        sent
    }

    fn pair() -> (Comparison, Comparison) {
        let side = |seed| Comparison::new(Key::derive(&[seed; 32], b"night").unwrap(), 1);
        (side(1), side(2))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn what_both_have_is_found_night_after_night(
            nights in prop::collection::vec(
                (prop::collection::btree_set(0_u8..40, 0..12), prop::collection::btree_set(0_u8..40, 0..12)), 1..4
            ),
        ) {
            let (mut ours, mut theirs) = pair();
            for (here, there) in nights {
                tell(&mut ours, &mut theirs, &here);
                tell(&mut theirs, &mut ours, &there);
                let expected: Vec<Vec<u8>> = here.intersection(&there).map(|item| vec![*item]).collect();
                prop_assert_eq!(ours.common(), expected.iter().map(Vec::as_slice).collect::<Vec<_>>());
                prop_assert_eq!(theirs.common(), ours.common());
            }
        }

        #[test]
        fn any_bytes_are_read_without_a_panic(bytes: Vec<u8>) {
            let _ = Difference::from_bytes(&[KIND, &bytes].concat());
        }
    }

    #[test]
    fn the_second_night_costs_only_what_is_new() {
        let (mut ours, mut theirs) = pair();
        let first: BTreeSet<u8> = (0..50).collect();
        let second: BTreeSet<u8> = (1..52).collect();

        assert_eq!(tell(&mut ours, &mut theirs, &first), 50);
        assert_eq!(tell(&mut ours, &mut theirs, &second), 2);
        assert_eq!(tell(&mut ours, &mut theirs, &second), 0);
    }

    #[test]
    fn a_peer_that_raises_with_another_key_is_found_out() {
        let (mut ours, mut theirs) = pair();
        let difference = ours.update(&[b"a", b"b"]).unwrap().remove(0);
        let answer = theirs.take(&difference, &mut StdRng::seed_from_u64(1)).unwrap().unwrap();

        let other = Key::derive(&[3; 32], b"night").unwrap().public();

        assert_eq!(ours.keep(&difference, &answer, &other), Err(PsiError::Proof));
        assert_eq!(ours.keep(&difference, &answer, &theirs.public()), Ok(()));
    }
}
