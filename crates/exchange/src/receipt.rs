//! What a recipient signs about an entry: that it came, or what became of what was taken back.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use liaison_journal::hash::record;
use liaison_journal::keys::Certificate;
use liaison_model::{AgencyId, Hash, Instant, canonical};
use serde::{Deserialize, Serialize};

use crate::envelope::check_seal;
use crate::{Card, PeerFault};

/// A recipient's signed word about one entry of a log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// Who received.
    pub from: AgencyId,
    /// Whose entry it was.
    pub to: AgencyId,
    /// The entry's number.
    pub number: u64,
    /// The entry's hash: which of two, should somebody have written two.
    pub entry: Hash,
    /// When it was applied, by the recipient's clock.
    pub at: Instant,
    /// What became of it.
    pub outcome: Outcome,
    /// The recipient's node key's signature, base64.
    pub signature: String,
    /// That key's certificate, base64.
    pub certificate: String,
}

/// What became of an entry at its recipient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
pub enum Outcome {
    /// A statement was taken.
    Taken,
    /// A statement was left out: it had been erased there by law.
    LeftOut,
    /// A withdrawal was applied.
    Applied {
        /// Copies whose bytes were removed; none, where nothing of it was there any more.
        copies: u64,
    },
    /// What was taken back is hidden, but its bytes are held under law.
    Held {
        /// On whose order.
        authority: String,
        /// Until when.
        until: Instant,
    },
}

impl Receipt {
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
        self.signature = BASE64.encode(sign(CONTEXT, &self.hash())?);
        Ok(self)
    }

    /// Whether the agency of this card signed it.
    ///
    /// # Errors
    ///
    /// [`PeerFault`].
    pub fn check(&self, card: &Card, now: Instant) -> Result<(), PeerFault> {
        let seal = (self.signature.as_str(), self.certificate.as_str());
        check_seal(CONTEXT, &self.hash(), seal, &self.from, card, Some(now)).map(drop)
    }

    fn hash(&self) -> Hash {
        let mut out = b"RC1".to_vec();
        canonical::put_text(&mut out, self.from.as_str());
        canonical::put_text(&mut out, self.to.as_str());
        canonical::put_u64(&mut out, self.number);
        canonical::put(&mut out, Some(&self.entry.0));
        canonical::put(&mut out, Some(&self.at.micros().to_be_bytes()));
        match &self.outcome {
            Outcome::Taken => canonical::put_text(&mut out, "taken"),
            Outcome::LeftOut => canonical::put_text(&mut out, "left out"),
            Outcome::Applied { copies } => {
                canonical::put_text(&mut out, "applied");
                canonical::put_u64(&mut out, *copies);
            }
            Outcome::Held { authority, until } => {
                canonical::put_text(&mut out, "held");
                canonical::put_text(&mut out, authority);
                canonical::put(&mut out, Some(&until.micros().to_be_bytes()));
            }
        }
        record(&out)
    }
}

/// The context under which receipts are signed.
const CONTEXT: &str = "receipt";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::tests::{Keys, now};
    use proptest::prelude::*;
    use std::convert::Infallible;

    fn receipt(keys: &Keys, outcome: Outcome) -> Receipt {
        let signer = keys.signer();
        let receipt = Receipt {
            from: keys.agency.clone(),
            to: "kr.npa".parse().unwrap(),
            number: 4,
            entry: Hash([5; 32]),
            at: now(),
            outcome,
            signature: String::new(),
            certificate: String::new(),
        };
        let sign = |context: &str, hash: &Hash| Ok::<_, Infallible>(signer.sign(context, hash));
        receipt.signed(signer.certificate(), sign).unwrap()
    }

    #[test]
    fn no_word_of_a_receipt_can_be_changed() {
        let keys = Keys::of("kh.npc", 2);
        let held = Outcome::Held { authority: "Court order 9".into(), until: now() };
        let applied = Outcome::Applied { copies: 1 };
        let good = [Outcome::Taken, Outcome::LeftOut, applied.clone(), held];
        for outcome in &good {
            let receipt = receipt(&keys, outcome.clone());
            assert_eq!(receipt.check(&keys.card(), now()), Ok(()));
        }
        let of_applied = receipt(&keys, applied);
        for changed in [
            Receipt { number: 5, ..of_applied.clone() },
            Receipt { entry: Hash([6; 32]), ..of_applied.clone() },
            Receipt { outcome: Outcome::Taken, ..of_applied.clone() },
            Receipt { outcome: Outcome::Applied { copies: 2 }, ..of_applied.clone() },
        ] {
            assert_eq!(changed.check(&keys.card(), now()), Err(PeerFault::Signature));
        }
        let other = Keys::of("th.rtp", 3).card();
        assert_eq!(of_applied.check(&other, now()), Err(PeerFault::Certificate));
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(text: String) {
            let _ = serde_json::from_str::<Receipt>(&text);
        }
    }
}
