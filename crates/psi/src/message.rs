//! What travels: a question of blinded points, and its answer.

use liaison_model::canonical::{self, Fields};
use rand::Rng;

use crate::element::{ELEMENT_BYTES, Element};
use crate::oprf::{Blinded, Key, Output, PROOF_BYTES, Proof, PublicKey};
use crate::{Filter, PsiError};

/// Blinded points for one holder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The holder's epoch for which they are meant.
    pub epoch: u64,
    /// The points, in the asker's order.
    pub elements: Vec<Element>,
}

/// The points after the holder's key, with the proof that it was that key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The epoch of the key.
    pub epoch: u64,
    /// The points, in the order of the question.
    pub elements: Vec<Element>,
    /// For all of them at once.
    pub proof: Proof,
}

impl Question {
    /// The question of a batch.
    ///
    /// # Errors
    ///
    /// [`PsiError::Count`].
    pub fn new(epoch: u64, batch: &[Blinded]) -> Result<Self, PsiError> {
        let elements: Vec<Element> = batch.iter().map(Blinded::element).collect();
        if (1..=ELEMENTS_MAX).contains(&elements.len()) {
            Ok(Self { epoch, elements })
        } else {
            Err(PsiError::Count { count: elements.len() })
        }
    }

    /// Its bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = QUESTION.to_vec();
        canonical::put_u64(&mut out, self.epoch);
        put_elements(&mut out, &self.elements);
        out
    }

    /// Reads a question. Every point of it was checked.
    ///
    /// # Errors
    ///
    /// [`PsiError::Message`], [`PsiError::Count`] or [`PsiError::Point`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PsiError> {
        let mut fields = Fields::after(QUESTION, bytes).map_err(wrong)?;
        let epoch = fields.u64().map_err(wrong)?;
        let elements = take_elements(&mut fields)?;
        fields.end().map_err(wrong)?;
        Ok(Self { epoch, elements })
    }

    /// Answers it with the key of its epoch. Who asks, and how much more they may, was looked at
    /// before.
    ///
    /// # Errors
    ///
    /// [`PsiError::Count`] or [`PsiError::Point`].
    pub fn answer(&self, key: &Key, random: &mut dyn Rng) -> Result<Answer, PsiError> {
        let (elements, proof) = key.evaluate(&self.elements, random)?;
        Ok(Answer { epoch: self.epoch, elements, proof })
    }
}

impl Answer {
    /// Its bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = ANSWER.to_vec();
        canonical::put_u64(&mut out, self.epoch);
        put_elements(&mut out, &self.elements);
        canonical::put(&mut out, Some(&self.proof.0));
        out
    }

    /// Reads an answer. Every point of it was checked, the proof was not yet.
    ///
    /// # Errors
    ///
    /// [`PsiError::Message`], [`PsiError::Count`] or [`PsiError::Point`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PsiError> {
        let mut fields = Fields::after(ANSWER, bytes).map_err(wrong)?;
        let epoch = fields.u64().map_err(wrong)?;
        let elements = take_elements(&mut fields)?;
        let proof = Proof(fields.array::<PROOF_BYTES>().map_err(wrong)?);
        fields.end().map_err(wrong)?;
        Ok(Self { epoch, elements, proof })
    }

    /// What the function gives for each of the batch, after the proof was checked.
    ///
    /// # Errors
    ///
    /// [`PsiError::Mismatch`] when it is the answer of another question; [`PsiError::Proof`] when
    /// the holder used another key than the one it published.
    pub fn outputs(
        &self,
        question: &Question,
        batch: &[Blinded],
        key: &PublicKey,
    ) -> Result<Vec<Output>, PsiError> {
        if self.epoch != question.epoch || batch.len() != question.elements.len() {
            return Err(PsiError::Mismatch);
        }
        Blinded::finalize(batch, &self.elements, &self.proof, key)
    }

    /// Hit or no hit for each of the batch, in its order.
    ///
    /// # Errors
    ///
    /// As [`Self::outputs`].
    pub fn hits(
        &self,
        question: &Question,
        batch: &[Blinded],
        key: &PublicKey,
        filter: &Filter,
    ) -> Result<Vec<bool>, PsiError> {
        let outputs = self.outputs(question, batch, key)?;
        Ok(outputs.iter().map(|output| filter.has(output)).collect())
    }
}

pub(crate) fn put_elements(out: &mut Vec<u8>, elements: &[Element]) {
    let bytes: Vec<u8> = elements.iter().flat_map(|element| element.0).collect();
    canonical::put(out, Some(&bytes));
}

/// The count is looked at before a single point is read.
pub(crate) fn take_elements(fields: &mut Fields<'_>) -> Result<Vec<Element>, PsiError> {
    let bytes = fields.field().map_err(wrong)?.ok_or(PsiError::Message)?;
    let (points, rest) = bytes.as_chunks::<ELEMENT_BYTES>();
    if !rest.is_empty() {
        return Err(PsiError::Message);
    }
    if !(1..=ELEMENTS_MAX).contains(&points.len()) {
        return Err(PsiError::Count { count: points.len() });
    }
    points.iter().map(|point| Element::from_bytes(*point)).collect()
}

fn wrong(_: canonical::CanonicalError) -> PsiError {
    PsiError::Message
}

/// As many points as one message may carry: 500 people with 40 keys each, 640 kB.
pub const ELEMENTS_MAX: usize = 20_000;
const QUESTION: &[u8] = b"PQ1";
const ANSWER: &[u8] = b"PA1";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Identifier, Kind};
    use proptest::prelude::*;
    use rand::SeedableRng as _;
    use rand::rngs::StdRng;

    fn phone(number: &str) -> Vec<u8> {
        Identifier::new(Kind::Phone, number).input()
    }

    #[test]
    fn the_asker_learns_hit_or_no_hit_and_the_holder_neither() {
        let mut random = StdRng::seed_from_u64(7);
        let key = Key::generate(&mut random);
        let held = [phone("+855000000001"), phone("+855000000002")];
        let held: Vec<&[u8]> = held.iter().map(Vec::as_slice).collect();
        let filter = Filter::build(&key, &held, &mut random).unwrap();
        let asked = ["+855000000002", "+855000000003"];
        let batch: Vec<Blinded> =
            asked.iter().map(|n| Blinded::new(&phone(n), &mut random).unwrap()).collect();

        let question = Question::new(3, &batch).unwrap();
        let arrived = Question::from_bytes(&question.to_bytes()).unwrap();
        let answer = arrived.answer(&key, &mut random).unwrap();
        let answer = Answer::from_bytes(&answer.to_bytes()).unwrap();

        let hits = answer.hits(&question, &batch, &key.public(), &filter);
        assert_eq!(hits, Ok(vec![true, false]));
        let again = Blinded::new(&phone("+855000000002"), &mut random).unwrap();
        assert_ne!(again.element(), batch[0].element(), "the same number is never the same point");
    }

    #[test]
    fn an_answer_under_another_key_of_another_order_or_epoch_is_refused() {
        let mut random = StdRng::seed_from_u64(8);
        let (key, other) = (Key::generate(&mut random), Key::generate(&mut random));
        let batch = [b"a", b"b"].map(|input| Blinded::new(input, &mut random).unwrap());
        let question = Question::new(1, &batch).unwrap();
        let good = question.answer(&key, &mut random).unwrap();
        let check = |answer: &Answer| answer.outputs(&question, &batch, &key.public()).map(drop);
        assert_eq!(check(&good), Ok(()));

        let of_other = question.answer(&other, &mut random).unwrap();
        let mut swapped = good.clone();
        swapped.elements.reverse();
        let late = Answer { epoch: 2, ..good.clone() };
        let mut short = good.clone();
        short.elements.pop();

        assert_eq!(check(&of_other), Err(PsiError::Proof));
        assert_eq!(check(&swapped), Err(PsiError::Proof));
        assert_eq!(check(&late), Err(PsiError::Mismatch));
        assert_eq!(check(&short), Err(PsiError::Mismatch));
    }

    #[test]
    fn too_many_points_or_none_are_refused_before_one_is_read() {
        let of = |count: usize| {
            let mut bytes = QUESTION.to_vec();
            canonical::put_u64(&mut bytes, 1);
            canonical::put(&mut bytes, Some(&vec![0xff; count * 32]));
            Question::from_bytes(&bytes)
        };

        assert_eq!(of(0), Err(PsiError::Count { count: 0 }));
        assert_eq!(of(ELEMENTS_MAX + 1), Err(PsiError::Count { count: ELEMENTS_MAX + 1 }));
        assert_eq!(of(ELEMENTS_MAX), Err(PsiError::Point));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(bytes: Vec<u8>) {
            for kind in [QUESTION, ANSWER] {
                let bytes = [kind, &bytes].concat();
                let _ = (Question::from_bytes(&bytes), Answer::from_bytes(&bytes));
            }
        }

        #[test]
        fn an_answer_with_any_bit_changed_is_refused(at: prop::sample::Index, bit in 0_u32..8) {
            let mut random = StdRng::seed_from_u64(9);
            let key = Key::generate(&mut random);
            let batch = [Blinded::new(b"a", &mut random).unwrap()];
            let question = Question::new(1, &batch).unwrap();
            let mut bytes = question.answer(&key, &mut random).unwrap().to_bytes();
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;

            let taken = Answer::from_bytes(&bytes)
                .and_then(|answer| answer.outputs(&question, &batch, &key.public()));
            prop_assert!(taken.is_err());
        }
    }
}
