//! How far an audience's log goes, that an entry is in it, and that somebody wrote two of them.

use liaison_journal::hash::record;
use liaison_journal::keys::Certificate;
use liaison_journal::merkle::{RootBuilder, path, root_from_path};
use liaison_model::{AgencyId, Hash, Instant, canonical};
use serde::{Deserialize, Serialize};

use crate::envelope::check_seal;
use crate::{Card, Envelope, ExchangeError, PeerFault};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

/// What an agency signs about the log that it keeps for another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checkpoint {
    /// Whose log.
    pub origin: AgencyId,
    /// For whom.
    pub audience: AgencyId,
    /// How many entries it has.
    pub count: u64,
    /// Root of the tree (RFC 6962) over the entries' hashes in order.
    pub root: Hash,
    /// The node key's signature, base64.
    pub signature: String,
    /// The node key's certificate, base64.
    pub certificate: String,
}

/// The way from one entry to the root.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inclusion {
    /// The entry's number.
    pub number: u64,
    /// The hashes beside its way.
    pub beside: Vec<Hash>,
}

/// Two entries with one number: proof, for anybody who has the card, that its agency keeps two
/// logs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fork {
    /// The entry that came first.
    pub first: Envelope,
    /// The one that contradicts it.
    pub second: Envelope,
}

impl Checkpoint {
    /// Signs a log of which this is the tree over the entries' hashes in order.
    ///
    /// # Errors
    ///
    /// What signing answers.
    pub fn of<E>(
        (origin, audience): (&AgencyId, &AgencyId),
        entries: &RootBuilder,
        certificate: &Certificate,
        sign: impl FnOnce(&str, &Hash) -> Result<[u8; 64], E>,
    ) -> Result<Self, E> {
        let mut checkpoint = Self {
            origin: origin.clone(),
            audience: audience.clone(),
            count: entries.leaves(),
            root: entries.root(),
            signature: String::new(),
            certificate: BASE64.encode(certificate.to_canonical()),
        };
        checkpoint.signature = BASE64.encode(sign(CONTEXT, &checkpoint.hash())?);
        Ok(checkpoint)
    }

    /// Whether the agency of this card signed it.
    ///
    /// # Errors
    ///
    /// [`PeerFault`].
    pub fn check(&self, card: &Card, now: Instant) -> Result<(), PeerFault> {
        let seal = (self.signature.as_str(), self.certificate.as_str());
        let node = check_seal(CONTEXT, &self.hash(), seal, &self.origin, card, Some(now))?;
        if card.trusts(&node, self.count) { Ok(()) } else { Err(PeerFault::Revoked) }
    }

    /// Whether this is the tree over all entries of the log, in order: nothing left out, nothing
    /// put in.
    #[must_use]
    pub fn is_of(&self, entries: &RootBuilder) -> bool {
        self.count == entries.leaves() && self.root == entries.root()
    }

    /// Whether the log holds the entry; the checkpoint itself was checked before.
    ///
    /// # Errors
    ///
    /// [`ExchangeError::NotInLog`].
    pub fn check_inclusion(&self, entry: &Hash, proof: &Inclusion) -> Result<(), ExchangeError> {
        let at = proof.number.checked_sub(1).ok_or(ExchangeError::NotInLog)?;
        match root_from_path(*entry, at, self.count, &proof.beside) {
            Some(root) if root == self.root => Ok(()),
            _ => Err(ExchangeError::NotInLog),
        }
    }

    fn hash(&self) -> Hash {
        let mut out = b"LC1".to_vec();
        canonical::put_text(&mut out, self.origin.as_str());
        canonical::put_text(&mut out, self.audience.as_str());
        canonical::put_u64(&mut out, self.count);
        canonical::put(&mut out, Some(&self.root.0));
        record(&out)
    }
}

impl Inclusion {
    /// The proof that entry `number` is among these. `None` when there is no such entry.
    #[must_use]
    pub fn of(entries: &[Hash], number: u64) -> Option<Self> {
        let at = usize::try_from(number.checked_sub(1)?).ok()?;
        Some(Self { number, beside: path(entries, at)? })
    }
}

impl Fork {
    /// Whether it proves that the agency of this card wrote two entries under one number. The keys
    /// may have been revoked or run out since.
    ///
    /// # Errors
    ///
    /// [`ExchangeError::NoFork`] when the two do not contradict each other,
    /// [`ExchangeError::Signature`] when the agency did not sign both.
    pub fn check(&self, card: &Card) -> Result<(), ExchangeError> {
        let (first, second) = (&self.first, &self.second);
        let is_one_place = (&first.origin, &first.audience, first.number)
            == (&second.origin, &second.audience, second.number);
        if !is_one_place || first.hash() == second.hash() {
            return Err(ExchangeError::NoFork);
        }
        let signed = first.check_ever(card).and_then(|()| second.check_ever(card));
        signed.map_err(|_| ExchangeError::Signature)
    }
}

/// The context under which checkpoints are signed.
const CONTEXT: &str = "checkpoint";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Content;
    use crate::card::tests::{Keys, now};
    use liaison_journal::hash::leaf;
    use liaison_model::{Marks, Statement};
    use proptest::prelude::*;
    use std::convert::Infallible;

    fn entry(keys: &Keys, number: u64, prev: Hash, marks: &str) -> Envelope {
        let entity = "kr.npa:front-company".parse().unwrap();
        let statement = Statement::new(entity, "Company", "name", "황금미래 무역", "tests");
        let salt = [3; 16];
        let leaf = leaf(&salt, &statement.to_canonical());
        let marks: Marks = marks.parse().unwrap();
        let envelope = Envelope {
            origin: keys.agency.clone(),
            audience: "kh.npc".parse().unwrap(),
            number,
            prev,
            content: Content::statement(&statement, &salt, leaf, &marks),
            signature: String::new(),
            certificate: String::new(),
        };
        let signer = keys.signer();
        let sign = |context: &str, hash: &Hash| Ok::<_, Infallible>(signer.sign(context, hash));
        envelope.signed(signer.certificate(), sign).unwrap()
    }

    fn log(keys: &Keys, count: u64) -> Vec<Envelope> {
        let mut entries: Vec<Envelope> = Vec::new();
        for number in 1..=count {
            let prev = entries.last().map_or(Hash([0; 32]), Envelope::hash);
            entries.push(entry(keys, number, prev, "TLP:AMBER to:kh.npc"));
        }
        entries
    }

    fn tree_of(entries: &[Hash]) -> RootBuilder {
        let mut tree = RootBuilder::default();
        entries.iter().for_each(|entry| tree.push(*entry));
        tree
    }

    #[test]
    fn an_entry_of_a_revoked_key_is_believed_up_to_the_number_that_was_named() {
        let keys = Keys::of("kr.npa", 1);
        let entries = log(&keys, 3);
        let mut card = keys.card();
        card.revoked = vec![crate::Revoked { node: keys.certificate().node, after: 2 }];

        let checked: Vec<_> = entries.iter().map(|entry| entry.check(&card, now())).collect();

        assert_eq!(checked, [Ok(()), Ok(()), Err(PeerFault::Revoked)]);
    }

    #[test]
    fn a_checkpoint_holds_all_entries_and_notices_one_left_out() {
        let keys = Keys::of("kr.npa", 1);
        let hashes: Vec<Hash> = log(&keys, 5).iter().map(Envelope::hash).collect();
        let signer = keys.signer();
        let of = |entries: &[Hash]| {
            let audience = "kh.npc".parse().unwrap();
            let sign = |context: &str, hash: &Hash| Ok::<_, Infallible>(signer.sign(context, hash));
            let log = (&keys.agency, &audience);
            Checkpoint::of(log, &tree_of(entries), signer.certificate(), sign).unwrap()
        };
        let checkpoint = of(&hashes);

        assert_eq!(checkpoint.check(&keys.card(), now()), Ok(()));
        assert!(checkpoint.is_of(&tree_of(&hashes)));
        assert!(!checkpoint.is_of(&tree_of(&hashes[..4])));
        assert!(!checkpoint.is_of(&tree_of(&[&hashes[..2], &hashes[3..]].concat())));
        for (at, hash) in hashes.iter().enumerate() {
            let proof = Inclusion::of(&hashes, at as u64 + 1).unwrap();
            assert_eq!(checkpoint.check_inclusion(hash, &proof), Ok(()));
            let other = of(&hashes[..4]).check_inclusion(hash, &proof);
            assert_eq!(other, Err(ExchangeError::NotInLog));
        }
        let longer = Checkpoint { count: 6, ..checkpoint };
        assert_eq!(longer.check(&keys.card(), now()), Err(PeerFault::Signature));
    }

    #[test]
    fn two_entries_with_one_number_are_proof_against_their_writer_alone() {
        let keys = Keys::of("kr.npa", 1);
        let none = Hash([0; 32]);
        let said = entry(&keys, 1, none, "TLP:AMBER to:kh.npc");
        let denied = entry(&keys, 1, none, "TLP:CLEAR");
        let fork = |first: &Envelope, second: &Envelope| {
            let fork = Fork { first: first.clone(), second: second.clone() };
            let text = serde_json::to_string(&fork).unwrap();
            serde_json::from_str::<Fork>(&text).unwrap().check(&keys.card())
        };

        assert_eq!(fork(&said, &denied), Ok(()));
        assert_eq!(fork(&said, &said), Err(ExchangeError::NoFork));
        let next = entry(&keys, 2, said.hash(), "TLP:CLEAR");
        assert_eq!(fork(&said, &next), Err(ExchangeError::NoFork));
        let forged =
            Envelope { signature: denied.signature.clone(), prev: Hash([1; 32]), ..denied };
        assert_eq!(fork(&said, &forged), Err(ExchangeError::Signature));
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(text: String, number: u64, count: u64) {
            let _ = serde_json::from_str::<Fork>(&text);
            let _ = serde_json::from_str::<Checkpoint>(&text);
            let keys = Keys::of("kr.npa", 1);
            let mut envelope = entry(&keys, number, Hash([0; 32]), "TLP:CLEAR");
            envelope.signature.clone_from(&text);
            prop_assert!(envelope.check(&keys.card(), now()).is_err());
            envelope.certificate = text;
            prop_assert!(envelope.check(&keys.card(), now()).is_err());
            let proof = Inclusion { number, beside: vec![Hash([1; 32]); (count % 70) as usize] };
            let checkpoint = Checkpoint {
                origin: keys.agency.clone(),
                audience: "kh.npc".parse().unwrap(),
                count,
                root: Hash([0; 32]),
                signature: String::new(),
                certificate: String::new(),
            };
            prop_assert!(checkpoint.check_inclusion(&Hash([2; 32]), &proof).is_err());
        }
    }
}
