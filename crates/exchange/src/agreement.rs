//! What two agencies agreed that may pass between them, signed by both heads.

use liaison_journal::hash::record;
use liaison_journal::keys::{RootKey, check_signature};
use liaison_model::canonical::{self, Fields};
use liaison_model::{AgencyId, Hash, Instant};
use liaison_policy::Terms;

use crate::card::{many, moment, optional};
use crate::{ExchangeError, armour};

/// An agreement between two agencies. The same terms bind both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// 1, then dense between the two: a higher number takes the place of a lower one.
    pub number: u64,
    /// The two, in the order of their ids.
    pub parties: [Party; 2],
    /// What may pass.
    pub terms: Terms,
    /// How much may be asked.
    pub quotas: Quotas,
    /// From when it binds.
    pub valid_from: Instant,
    /// What the heads signed with their root keys, in the order of the parties.
    pub signatures: [Option<[u8; 64]>; 2],
}

/// One side of an agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// The agency.
    pub agency: AgencyId,
    /// Its public root key.
    pub root: [u8; 32],
}

/// How many evaluations each side may ask of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotas {
    /// In a day.
    pub day: u64,
    /// In a day for one officer.
    pub officer: u64,
    /// For one case, for as long as the agreement binds.
    pub case: u64,
}

impl Agreement {
    /// An agreement that nobody has signed yet.
    ///
    /// # Errors
    ///
    /// [`ExchangeError::Parties`] between an agency and itself.
    pub fn draft(
        number: u64,
        (first, second): (Party, Party),
        terms: Terms,
        quotas: Quotas,
        valid_from: Instant,
    ) -> Result<Self, ExchangeError> {
        let mut parties = [first, second];
        parties.sort_by(|a, b| a.agency.cmp(&b.agency));
        let [first, second] = &parties;
        if first.agency == second.agency || first.root == second.root {
            return Err(ExchangeError::Parties);
        }
        Ok(Self { number, parties, terms, quotas, valid_from, signatures: [None; 2] })
    }

    /// Adds the signature of a head.
    ///
    /// # Errors
    ///
    /// [`ExchangeError::Parties`] when the key is neither party's.
    pub fn sign(&mut self, root: &RootKey) -> Result<(), ExchangeError> {
        let at = self.parties.iter().position(|party| party.root == root.public());
        let at = at.ok_or(ExchangeError::Parties)?;
        self.signatures[at] = Some(root.sign(CONTEXT, &self.hash()));
        Ok(())
    }

    /// Which of the two has signed; a signature that is there must be good.
    ///
    /// # Errors
    ///
    /// [`ExchangeError::Signature`].
    pub fn signed_by(&self) -> Result<Vec<&AgencyId>, ExchangeError> {
        let hash = self.hash();
        let mut signed = Vec::new();
        for (party, signature) in self.parties.iter().zip(&self.signatures) {
            let Some(signature) = signature else { continue };
            check_signature(&party.root, CONTEXT, &hash, signature)
                .map_err(|_| ExchangeError::Signature)?;
            signed.push(&party.agency);
        }
        Ok(signed)
    }

    /// The agency with which `ours` agreed, when both heads signed.
    ///
    /// # Errors
    ///
    /// [`ExchangeError::Parties`] when `ours` is none of the two, [`ExchangeError::Signature`] when
    /// a signature is missing or wrong.
    pub fn peer_of(&self, ours: &AgencyId) -> Result<&Party, ExchangeError> {
        if self.signed_by()?.len() != self.parties.len() {
            return Err(ExchangeError::Signature);
        }
        self.other_than(ours)
    }

    /// The other side.
    ///
    /// # Errors
    ///
    /// [`ExchangeError::Parties`] when `ours` is none of the two.
    pub fn other_than(&self, ours: &AgencyId) -> Result<&Party, ExchangeError> {
        let [first, second] = &self.parties;
        match (first.agency == *ours, second.agency == *ours) {
            (true, false) => Ok(second),
            (false, true) => Ok(first),
            _ => Err(ExchangeError::Parties),
        }
    }

    /// The hash that both sign.
    #[must_use]
    pub fn hash(&self) -> Hash {
        record(&self.signed_bytes())
    }

    /// The agreement as a text for a file or a QR code.
    #[must_use]
    pub fn to_text(&self) -> String {
        armour::write(TEXT_KIND, &self.to_bytes())
    }

    /// Reads its text.
    ///
    /// # Errors
    ///
    /// [`ExchangeError::Text`] or [`ExchangeError::Content`].
    pub fn from_text(text: &str) -> Result<Self, ExchangeError> {
        Self::from_bytes(&armour::read(TEXT_KIND, text)?)
    }

    /// Its bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = self.signed_bytes();
        for signature in &self.signatures {
            canonical::put(&mut out, signature.as_ref().map(<[u8; 64]>::as_slice));
        }
        out
    }

    /// Reads its bytes.
    ///
    /// # Errors
    ///
    /// [`ExchangeError::Content`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ExchangeError> {
        let wrong = |_| ExchangeError::Content;
        let mut fields = Fields::after(KIND, bytes).map_err(wrong)?;
        let number = fields.u64().map_err(wrong)?;
        let mut party = || -> Result<Party, ExchangeError> {
            let agency =
                fields.text().map_err(wrong)?.parse().map_err(|_| ExchangeError::Content)?;
            Ok(Party { agency, root: fields.array().map_err(wrong)? })
        };
        let parties = [party()?, party()?];
        if parties[1].agency <= parties[0].agency {
            return Err(ExchangeError::Content); // one order, so that one agreement has one hash
        }
        let words =
            many(&mut fields, WORDS_MAX, |fields| Ok(fields.text().map_err(wrong)?.to_owned()))?;
        let until = moment(&mut fields)?;
        let terms: Terms = Terms::from_words(&words, until).map_err(|_| ExchangeError::Content)?;
        if terms.words() != words {
            return Err(ExchangeError::Content);
        }
        let mut quota = || fields.u64().map_err(wrong);
        let quotas = Quotas { day: quota()?, officer: quota()?, case: quota()? };
        let valid_from = moment(&mut fields)?;
        let signatures = [optional(&mut fields)?, optional(&mut fields)?];
        fields.end().map_err(wrong)?;
        Ok(Self { number, parties, terms, quotas, valid_from, signatures })
    }

    fn signed_bytes(&self) -> Vec<u8> {
        let mut out = KIND.to_vec();
        canonical::put_u64(&mut out, self.number);
        for party in &self.parties {
            canonical::put_text(&mut out, party.agency.as_str());
            canonical::put(&mut out, Some(&party.root));
        }
        let words = self.terms.words();
        canonical::put_u64(&mut out, words.len() as u64);
        words.iter().for_each(|word| canonical::put_text(&mut out, word));
        canonical::put(&mut out, Some(&self.terms.until.micros().to_be_bytes()));
        for quota in [self.quotas.day, self.quotas.officer, self.quotas.case] {
            canonical::put_u64(&mut out, quota);
        }
        canonical::put(&mut out, Some(&self.valid_from.micros().to_be_bytes()));
        out
    }
}

/// The context under which agreements are signed.
const CONTEXT: &str = "agreement";
const KIND: &[u8] = b"AG1";
const TEXT_KIND: &str = "LIAISON-AGREEMENT-1";
const WORDS_MAX: u64 = 32;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::tests::{Keys, now};
    use proptest::prelude::*;

    fn sample() -> (Agreement, Keys, Keys) {
        let (korea, cambodia) = (Keys::of("kr.npa", 1), Keys::of("kh.npc", 2));
        let party = |keys: &Keys| Party { agency: keys.agency.clone(), root: keys.root.public() };
        let words = ["H0", "H2", "about:suspect", "for:rescue"].map(str::to_owned);
        let terms = Terms::from_words(&words, now().plus_seconds(86_400)).unwrap();
        let quotas = Quotas { day: 10_000, officer: 1_000, case: 5_000 };
        let parties = (party(&korea), party(&cambodia));
        (Agreement::draft(1, parties, terms, quotas, now()).unwrap(), korea, cambodia)
    }

    #[test]
    fn an_agreement_binds_when_both_heads_signed_the_same_text() {
        let (mut agreement, korea, cambodia) = sample();
        assert_eq!(agreement.peer_of(&korea.agency), Err(ExchangeError::Signature));

        agreement.sign(&korea.root).unwrap();
        let mut arrived = Agreement::from_text(&agreement.to_text()).unwrap();
        assert_eq!(arrived.signed_by(), Ok(vec![&korea.agency]));
        arrived.sign(&cambodia.root).unwrap();

        let peer = arrived.peer_of(&korea.agency).map(|party| &party.agency);
        assert_eq!(peer, Ok(&cambodia.agency));
        let stranger = Keys::of("th.rtp", 3);
        assert_eq!(arrived.peer_of(&stranger.agency), Err(ExchangeError::Parties));
        assert_eq!(arrived.clone().sign(&stranger.root), Err(ExchangeError::Parties));
        arrived.quotas.day += 1;
        assert_eq!(arrived.peer_of(&korea.agency), Err(ExchangeError::Signature));
    }

    #[test]
    fn nobody_agrees_with_themselves() {
        let (_, korea, _) = sample();
        let party = || Party { agency: korea.agency.clone(), root: korea.root.public() };
        let terms = Terms::from_words(&[], now()).unwrap();
        let quotas = Quotas { day: 0, officer: 0, case: 0 };

        let refused = Agreement::draft(1, (party(), party()), terms, quotas, now());

        assert_eq!(refused, Err(ExchangeError::Parties));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(bytes: Vec<u8>) {
            let _ = Agreement::from_bytes(&[KIND, &bytes].concat());
        }

        #[test]
        fn an_agreement_with_any_bit_changed_does_not_bind(at: prop::sample::Index, bit in 0_u32..8) {
            let (mut agreement, korea, cambodia) = sample();
            agreement.sign(&korea.root).unwrap();
            agreement.sign(&cambodia.root).unwrap();
            let mut bytes = agreement.to_bytes();
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;

            let binds = Agreement::from_bytes(&bytes)
                .is_ok_and(|changed| changed.peer_of(&korea.agency).is_ok());
            prop_assert!(!binds, "byte {}", at);
        }
    }
}
