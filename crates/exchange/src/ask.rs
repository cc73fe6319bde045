//! Hit or no hit between two nodes: what the holder publishes, what the asker signs before anything
//! is computed, and what the holder signs for its answer.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use liaison_journal::hash::record;
use liaison_journal::keys::Certificate;
use liaison_model::{AgencyId, Hash, Instant, Purpose, canonical};
use serde::{Deserialize, Serialize};

use crate::envelope::check_seal;
use crate::{Card, PeerFault};

/// What a holder publishes to one peer for one epoch. Two that differ within an epoch are proof
/// that it answers the peer from two sets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holding {
    /// Who holds.
    pub from: AgencyId,
    /// For whom.
    pub to: AgencyId,
    /// The epoch of the key: 1, then dense.
    pub epoch: u64,
    /// The public key of the epoch, base64.
    pub key: String,
    /// Hash of the filter's bytes.
    pub filter: Hash,
    /// When it was made, by the holder's clock.
    pub at: Instant,
    /// The node key's signature, base64.
    pub signature: String,
    /// That key's certificate, base64.
    pub certificate: String,
}

/// A question as it is signed and kept on both sides. It tells nothing of what is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    /// Who asks.
    pub from: AgencyId,
    /// Whom.
    pub to: AgencyId,
    /// 1, then rising: nothing is asked twice under one number.
    pub number: u64,
    /// The holder's epoch.
    pub epoch: u64,
    /// The name under which the asking officer goes here: always the same, and nobody's.
    pub officer: String,
    /// The asker's number of the case.
    pub case: String,
    /// What for, as a word of [`Purpose`].
    pub purpose: String,
    /// How many lines are asked.
    pub lines: u64,
    /// How many points: a person has several.
    pub points: u64,
    /// Root over the salted hashes of what is asked: said before the answer, to be opened to an
    /// auditor of both.
    pub commitment: Hash,
    /// Hash of the points' bytes.
    pub question: Hash,
    /// When, by the asker's clock.
    pub at: Instant,
    /// The node key's signature, base64.
    pub signature: String,
    /// That key's certificate, base64.
    pub certificate: String,
}

/// What the holder signs for its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskAnswered {
    /// Who answers.
    pub from: AgencyId,
    /// Whom.
    pub to: AgencyId,
    /// Hash of the question.
    pub ask: Hash,
    /// Hash of the answer's bytes.
    pub answer: Hash,
    /// When, by the holder's clock.
    pub at: Instant,
    /// The node key's signature, base64.
    pub signature: String,
    /// That key's certificate, base64.
    pub certificate: String,
}

macro_rules! sealed {
    ($message:ident, $context:literal) => {
        impl $message {
            /// Signs it with the node key that `certificate` speaks for.
            ///
            /// # Errors
            ///
            /// What signing answers.
            pub fn signed<E>(
                mut self,
                certificate: &Certificate,
                sign: impl FnOnce(&str, &Hash) -> Result<[u8; 64], E>,
            ) -> Result<Self, E> {
                self.certificate = BASE64.encode(certificate.to_canonical());
                self.signature = BASE64.encode(sign($context, &self.hash())?);
                Ok(self)
            }

            /// Whether the agency of this card signed it, and to whom.
            ///
            /// # Errors
            ///
            /// [`PeerFault`].
            pub fn check(&self, card: &Card, to: &AgencyId, now: Instant) -> Result<(), PeerFault> {
                if self.to != *to {
                    return Err(PeerFault::Audience);
                }
                let seal = (self.signature.as_str(), self.certificate.as_str());
                let node = check_seal($context, &self.hash(), seal, &self.from, card, Some(now))?;
                if card.speaks_now(&node, now) { Ok(()) } else { Err(PeerFault::Revoked) }
            }
        }
    };
}
sealed!(Holding, "holding");
sealed!(Ask, "ask");
sealed!(AskAnswered, "evaluated");

impl Holding {
    fn hash(&self) -> Hash {
        let mut out = b"HO1".to_vec();
        put_parties(&mut out, &self.from, &self.to);
        canonical::put_u64(&mut out, self.epoch);
        canonical::put_text(&mut out, &self.key);
        canonical::put(&mut out, Some(&self.filter.0));
        put_moment(&mut out, self.at);
        record(&out)
    }
}

impl Ask {
    /// The hash that is signed, and by which the answer names it.
    #[must_use]
    pub fn hash(&self) -> Hash {
        let mut out = b"AS1".to_vec();
        put_parties(&mut out, &self.from, &self.to);
        canonical::put_u64(&mut out, self.number);
        canonical::put_u64(&mut out, self.epoch);
        canonical::put_text(&mut out, &self.officer);
        canonical::put_text(&mut out, &self.case);
        canonical::put_text(&mut out, &self.purpose);
        canonical::put_u64(&mut out, self.lines);
        canonical::put_u64(&mut out, self.points);
        canonical::put(&mut out, Some(&self.commitment.0));
        canonical::put(&mut out, Some(&self.question.0));
        put_moment(&mut out, self.at);
        record(&out)
    }

    /// Whether its words are of a length that is kept, and its counts of a size that is answered.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let is_short = |text: &str| (1..=WORD_BYTES_MAX).contains(&text.len());
        is_short(&self.officer)
            && is_short(&self.case)
            && self.purpose.parse::<Purpose>().is_ok()
            && (1..=ASK_LINES_MAX).contains(&self.lines)
            && self.lines <= self.points
    }
}

impl AskAnswered {
    fn hash(&self) -> Hash {
        let mut out = b"AA1".to_vec();
        put_parties(&mut out, &self.from, &self.to);
        canonical::put(&mut out, Some(&self.ask.0));
        canonical::put(&mut out, Some(&self.answer.0));
        put_moment(&mut out, self.at);
        record(&out)
    }
}

fn put_parties(out: &mut Vec<u8>, from: &AgencyId, to: &AgencyId) {
    canonical::put_text(out, from.as_str());
    canonical::put_text(out, to.as_str());
}

fn put_moment(out: &mut Vec<u8>, at: Instant) {
    canonical::put(out, Some(&at.micros().to_be_bytes()));
}

/// As many lines are asked at once.
pub const ASK_LINES_MAX: u64 = 500;
/// A name of an officer or a case is no longer.
const WORD_BYTES_MAX: usize = 64;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::tests::{Keys, now};
    use std::convert::Infallible;

    fn ask(keys: &Keys) -> Ask {
        let ask = Ask {
            from: keys.agency.clone(),
            to: "kr.npa".parse().unwrap(),
            number: 4,
            epoch: 2,
            officer: "a1b2".into(),
            case: "KH-2026-0001".into(),
            purpose: "rescue".into(),
            lines: 2,
            points: 41,
            commitment: Hash([5; 32]),
            question: Hash([6; 32]),
            at: now(),
            signature: String::new(),
            certificate: String::new(),
        };
        let signer = keys.signer();
        let sign = |context: &str, hash: &Hash| Ok::<_, Infallible>(signer.sign(context, hash));
        ask.signed(signer.certificate(), sign).unwrap()
    }

    #[test]
    fn no_word_of_a_question_can_be_changed_and_it_is_for_one_holder() {
        let keys = Keys::of("kh.npc", 2);
        let to = "kr.npa".parse().unwrap();
        let good = ask(&keys);

        assert_eq!(good.check(&keys.card(), &to, now()), Ok(()));
        let other = "th.rtp".parse().unwrap();
        assert_eq!(good.check(&keys.card(), &other, now()), Err(PeerFault::Audience));
        for changed in [
            Ask { number: 5, ..good.clone() },
            Ask { officer: "c3d4".into(), ..good.clone() },
            Ask { case: "KH-2026-0002".into(), ..good.clone() },
            Ask { purpose: "statistics".into(), ..good.clone() },
            Ask { points: 1, ..good.clone() },
            Ask { commitment: Hash([7; 32]), ..good.clone() },
        ] {
            assert_eq!(changed.check(&keys.card(), &to, now()), Err(PeerFault::Signature));
        }
    }

    #[test]
    fn a_question_of_no_lines_or_too_many_is_not_sound() {
        let good = ask(&Keys::of("kh.npc", 2));

        assert!(good.is_sound());
        for (lines, points) in [(0, 1), (501, 501), (3, 2)] {
            assert!(!Ask { lines, points, ..good.clone() }.is_sound(), "{lines} {points}");
        }
        assert!(!Ask { case: "x".repeat(65), ..good.clone() }.is_sound());
        assert!(!Ask { purpose: "fun".into(), ..good }.is_sound());
    }
}
