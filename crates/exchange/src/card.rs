//! The card of an agency: who it is, which keys speak for it, and which do no longer.
//!
//! The root key signs each card. A card after the first names the one before it; unless the node
//! key of that one was revoked, it signs, too, so that a stolen root key alone replaces nobody.

use std::collections::BTreeMap;

use liaison_journal::hash::record;
use liaison_journal::keys::{Certificate, RootKey, check_signature};
use liaison_model::canonical::{self, Fields};
use liaison_model::{AgencyId, Hash, Instant};

use crate::envelope::{SKEW_SECONDS, within_skew};
use crate::{ExchangeError, armour};

/// An agency's card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// 1, then dense: a higher number takes the place of a lower one.
    pub number: u64,
    /// Whose it is.
    pub agency: AgencyId,
    /// Its names by language, as people there write them (`ko`, `en`).
    pub names: BTreeMap<String, String>,
    /// Its public root key.
    pub root: [u8; 32],
    /// The node keys that speak for it, the newest first; at most [`NODES_MAX`].
    pub nodes: Vec<Certificate>,
    /// Where its node is reached, `https` addresses; none for an agency that takes sticks only.
    pub endpoints: Vec<String>,
    /// From when it is valid.
    pub valid_from: Instant,
    /// Until when.
    pub valid_until: Instant,
    /// Keys that speak for it no longer.
    pub revoked: Vec<Revoked>,
    /// The card before it.
    pub previous: Option<Hash>,
    /// The root key's signature.
    pub root_signature: [u8; 64],
    /// The signature of a node key of the card before it; of the first, of a node key of its own.
    pub node_signature: Option<[u8; 64]>,
}

/// A key that was revoked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revoked {
    /// The public node key.
    pub node: [u8; 32],
    /// Entries with a higher number that it signed are not believed; earlier ones stay good.
    pub after: u64,
}

impl Card {
    /// Signs the card with the root key, and with the node key where `node` does.
    ///
    /// # Errors
    ///
    /// What signing answers.
    pub fn signed<E>(
        mut self,
        root: &RootKey,
        node: impl FnOnce(&str, &Hash) -> Result<Option<[u8; 64]>, E>,
    ) -> Result<Self, E> {
        let hash = self.hash();
        self.root_signature = root.sign(CONTEXT, &hash);
        self.node_signature = node(CONTEXT, &hash)?;
        Ok(self)
    }

    /// The hash that is signed, and by which the next card names this one.
    #[must_use]
    pub fn hash(&self) -> Hash {
        record(&self.signed_bytes())
    }

    /// Whether root and certificates fit, and the card is valid now.
    ///
    /// # Errors
    ///
    /// [`ExchangeError::Signature`] or [`ExchangeError::NotNow`].
    pub fn check(&self, now: Instant) -> Result<(), ExchangeError> {
        let signed = check_signature(&self.root, CONTEXT, &self.hash(), &self.root_signature);
        signed.map_err(|_| ExchangeError::Signature)?;
        let is_ours = |node: &Certificate| {
            node.root == self.root && node.agency == self.agency && node.check().is_ok()
        };
        if self.nodes.is_empty() || !self.nodes.iter().all(is_ours) {
            return Err(ExchangeError::Signature);
        }
        if now.plus_seconds(SKEW_SECONDS) < self.valid_from
            || self.valid_until.plus_seconds(SKEW_SECONDS) < now
        {
            return Err(ExchangeError::NotNow);
        }
        Ok(())
    }

    /// Whether this key speaks for the agency now: the card names it, its certificate counts, and
    /// it was not revoked.
    #[must_use]
    pub fn speaks_now(&self, node: &[u8; 32], now: Instant) -> bool {
        let counts = |known: &&Certificate| {
            known.node == *node && known.check_moment(within_skew(now, known)).is_ok()
        };
        self.is_trusted(node) && self.nodes.iter().any(|known| counts(&known))
    }

    /// Whether it may take the place of `known`, the card that was there before.
    ///
    /// # Errors
    ///
    /// [`ExchangeError::Parties`] for another agency or root key, [`ExchangeError::Sequence`] when
    /// it is no later one or brings a revoked key back, [`ExchangeError::Signature`] when no node
    /// key of `known` that still counts signed it.
    pub fn check_after(&self, known: &Self) -> Result<(), ExchangeError> {
        if self.agency != known.agency || self.root != known.root {
            return Err(ExchangeError::Parties);
        }
        let keeps_revoked = known.revoked.iter().all(|old| {
            self.revoked.iter().any(|new| new.node == old.node && new.after <= old.after)
        });
        if self.number <= known.number || !keeps_revoked {
            return Err(ExchangeError::Sequence);
        }
        if self.number == known.number + 1 && self.previous != Some(known.hash()) {
            return Err(ExchangeError::Sequence);
        }
        let mut speaking = known.nodes.iter().filter(|node| self.is_trusted(&node.node)).peekable();
        if speaking.peek().is_none() {
            return Ok(()); // every key that could sign was revoked: the root key alone decides
        }
        let signature = self.node_signature.ok_or(ExchangeError::Signature)?;
        let hash = self.hash();
        let signed =
            |node: &Certificate| check_signature(&node.node, CONTEXT, &hash, &signature).is_ok();
        if speaking.any(signed) { Ok(()) } else { Err(ExchangeError::Signature) }
    }

    /// Whether the entry `number` of a log is believed when this key signed it.
    #[must_use]
    pub fn trusts(&self, node: &[u8; 32], number: u64) -> bool {
        self.revoked.iter().all(|revoked| revoked.node != *node || number <= revoked.after)
    }

    fn is_trusted(&self, node: &[u8; 32]) -> bool {
        self.revoked.iter().all(|revoked| revoked.node != *node)
    }

    /// The card as a text for a file or a QR code.
    #[must_use]
    pub fn to_text(&self) -> String {
        armour::write(TEXT_KIND, &self.to_bytes())
    }

    /// Reads a card's text; [`Self::check`] says whether it is good.
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
        canonical::put(&mut out, Some(&self.root_signature));
        canonical::put(&mut out, self.node_signature.as_ref().map(<[u8; 64]>::as_slice));
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
        let agency = fields.text().map_err(wrong)?.parse().map_err(|_| ExchangeError::Content)?;
        let mut names = BTreeMap::new();
        for _ in 0..count(&mut fields, NAMES_MAX)? {
            let language = fields.text().map_err(wrong)?.to_owned();
            let is_next = names.last_key_value().is_none_or(|(last, _)| *last < language);
            if !is_next {
                return Err(ExchangeError::Content); // one order, so that one card has one hash
            }
            names.insert(language, fields.text().map_err(wrong)?.to_owned());
        }
        let root = fields.array().map_err(wrong)?;
        let nodes = many(&mut fields, NODES_MAX, |fields| {
            let bytes = fields.field().map_err(wrong)?.ok_or(ExchangeError::Content)?;
            Certificate::from_canonical(bytes).map_err(wrong)
        })?;
        let endpoints = many(&mut fields, ENDPOINTS_MAX, |fields| {
            Ok(fields.text().map_err(wrong)?.to_owned())
        })?;
        let (valid_from, valid_until) = (moment(&mut fields)?, moment(&mut fields)?);
        let revoked = many(&mut fields, REVOKED_MAX, |fields| {
            Ok(Revoked {
                node: fields.array().map_err(wrong)?,
                after: fields.u64().map_err(wrong)?,
            })
        })?;
        let previous = optional(&mut fields)?.map(Hash);
        let root_signature = fields.array().map_err(wrong)?;
        let node_signature = optional(&mut fields)?;
        fields.end().map_err(wrong)?;
        Ok(Self {
            number,
            agency,
            names,
            root,
            nodes,
            endpoints,
            valid_from,
            valid_until,
            revoked,
            previous,
            root_signature,
            node_signature,
        })
    }

    fn signed_bytes(&self) -> Vec<u8> {
        let mut out = KIND.to_vec();
        canonical::put_u64(&mut out, self.number);
        canonical::put_text(&mut out, self.agency.as_str());
        canonical::put_u64(&mut out, self.names.len() as u64);
        for (language, name) in &self.names {
            canonical::put_text(&mut out, language);
            canonical::put_text(&mut out, name);
        }
        canonical::put(&mut out, Some(&self.root));
        canonical::put_u64(&mut out, self.nodes.len() as u64);
        self.nodes.iter().for_each(|node| canonical::put(&mut out, Some(&node.to_canonical())));
        canonical::put_u64(&mut out, self.endpoints.len() as u64);
        self.endpoints.iter().for_each(|endpoint| canonical::put_text(&mut out, endpoint));
        for moment in [self.valid_from, self.valid_until] {
            canonical::put(&mut out, Some(&moment.micros().to_be_bytes()));
        }
        canonical::put_u64(&mut out, self.revoked.len() as u64);
        for revoked in &self.revoked {
            canonical::put(&mut out, Some(&revoked.node));
            canonical::put_u64(&mut out, revoked.after);
        }
        canonical::put(&mut out, self.previous.as_ref().map(|hash| hash.0.as_slice()));
        out
    }
}

/// A count with its bound.
pub(crate) fn count(fields: &mut Fields<'_>, most: u64) -> Result<u64, ExchangeError> {
    let count = fields.u64().map_err(|_| ExchangeError::Content)?;
    if count <= most { Ok(count) } else { Err(ExchangeError::Content) }
}

/// Several of one kind, with a bound on how many.
pub(crate) fn many<T>(
    fields: &mut Fields<'_>,
    most: u64,
    mut one: impl FnMut(&mut Fields<'_>) -> Result<T, ExchangeError>,
) -> Result<Vec<T>, ExchangeError> {
    (0..count(fields, most)?).map(|_| one(fields)).collect()
}

pub(crate) fn moment(fields: &mut Fields<'_>) -> Result<Instant, ExchangeError> {
    let bytes = fields.array().map_err(|_| ExchangeError::Content)?;
    Instant::from_micros(i64::from_be_bytes(bytes)).map_err(|_| ExchangeError::Content)
}

/// A field of a fixed size that may be absent.
pub(crate) fn optional<const N: usize>(
    fields: &mut Fields<'_>,
) -> Result<Option<[u8; N]>, ExchangeError> {
    let field = fields.field().map_err(|_| ExchangeError::Content)?;
    field.map(|bytes| bytes.try_into().map_err(|_| ExchangeError::Content)).transpose()
}

/// The context under which cards are signed.
const CONTEXT: &str = "card";
/// First bytes of a card: `CA`, version 1.
const KIND: &[u8] = b"CA1";
const TEXT_KIND: &str = "LIAISON-CARD-1";
const NAMES_MAX: u64 = 16;
/// As many node keys speak for an agency at once.
const NODES_MAX: u64 = 4;
const ENDPOINTS_MAX: u64 = 4;
const REVOKED_MAX: u64 = 64;

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use liaison_journal::keys::{NodeKey, Signer};
    use proptest::prelude::*;
    use rand::SeedableRng as _;
    use rand::rngs::StdRng;

    pub(crate) fn now() -> Instant {
        "2026-01-01T00:00:00Z".parse().unwrap()
    }

    impl Card {
        fn signed_by(self, root: &RootKey, node: Option<&Signer>) -> Self {
            let sign = |context: &str, hash: &Hash| {
                Ok::<_, std::convert::Infallible>(node.map(|node| node.sign(context, hash)))
            };
            self.signed(root, sign).unwrap()
        }
    }

    /// Keys of an agency.
    pub(crate) struct Keys {
        pub(crate) agency: AgencyId,
        pub(crate) root: RootKey,
        node: NodeKey,
    }

    impl Keys {
        pub(crate) fn of(agency: &str, seed: u64) -> Self {
            let mut random = StdRng::seed_from_u64(seed);
            let root = RootKey::generate(&mut random);
            let node = NodeKey::generate(&mut random);
            Self { agency: agency.parse().unwrap(), root, node }
        }

        pub(crate) fn certificate(&self) -> Certificate {
            self.root.certify(&self.agency, &self.node, now())
        }

        pub(crate) fn signer(&self) -> Signer {
            Signer::new(self.node.clone(), self.certificate()).unwrap()
        }

        /// The same agency with another node key.
        fn renewed(&self, seed: u64) -> Self {
            let node = self.node.successor(&mut StdRng::seed_from_u64(seed));
            let root = Self::of(self.agency.as_str(), 1).root;
            Self { agency: self.agency.clone(), root, node }
        }

        pub(crate) fn card(&self) -> Card {
            let card = Card {
                number: 1,
                agency: self.agency.clone(),
                names: [("ko", "경찰청"), ("en", "Fictional Police")]
                    .map(|(language, name)| (language.to_owned(), name.to_owned()))
                    .into(),
                root: self.root.public(),
                nodes: vec![self.certificate()],
                endpoints: vec!["https://node.example.invalid:8600".into()],
                valid_from: now(),
                valid_until: now().plus_seconds(365 * 86_400),
                revoked: Vec::new(),
                previous: None,
                root_signature: [0; 64],
                node_signature: None,
            };
            card.signed_by(&self.root, Some(&self.signer()))
        }
    }

    #[test]
    fn a_card_goes_through_a_text_and_is_good_for_its_year() {
        let card = Keys::of("kr.npa", 1).card();

        let arrived = Card::from_text(&card.to_text()).unwrap();

        assert_eq!(arrived, card);
        assert_eq!(arrived.check(now()), Ok(()));
        for days in [-2, 367] {
            let moment = now().plus_seconds(days * 86_400);
            assert_eq!(arrived.check(moment), Err(ExchangeError::NotNow), "{days}");
        }
        assert_eq!(arrived.check(now().plus_seconds(-86_400)), Ok(()), "a clock is a day off");
        let other = Card { root: Keys::of("kr.npa", 2).root.public(), ..card };
        assert_eq!(other.check(now()), Err(ExchangeError::Signature));
    }

    #[test]
    fn a_new_node_key_is_brought_by_a_card_that_the_old_one_signed() {
        let old = Keys::of("kr.npa", 1);
        let (known, new) = (old.card(), old.renewed(5));
        let next = Card {
            number: 2,
            nodes: vec![new.certificate(), old.certificate()],
            previous: Some(known.hash()),
            ..known.clone()
        };
        let by = |signer: Option<&Signer>| next.clone().signed_by(&old.root, signer);

        assert_eq!(by(Some(&old.signer())).check_after(&known), Ok(()));
        assert_eq!(by(Some(&new.signer())).check_after(&known), Err(ExchangeError::Signature));
        assert_eq!(by(None).check_after(&known), Err(ExchangeError::Signature));
        assert_eq!(known.check_after(&known), Err(ExchangeError::Sequence));
    }

    #[test]
    fn a_stolen_key_is_revoked_by_the_root_key_alone_from_a_number_on_and_for_ever() {
        let old = Keys::of("kr.npa", 1);
        let (known, new) = (old.card(), old.renewed(6));
        let stolen = old.signer().certificate().node;
        let revoking = Card {
            number: 2,
            nodes: vec![new.certificate()],
            revoked: vec![Revoked { node: stolen, after: 7 }],
            previous: Some(known.hash()),
            ..known.clone()
        };
        let revoking = revoking.signed_by(&old.root, None);

        assert_eq!(revoking.check_after(&known), Ok(()));
        assert!(revoking.trusts(&stolen, 7) && !revoking.trusts(&stolen, 8));
        let new_key = new.certificate().node;
        assert!(revoking.speaks_now(&new_key, now()) && !revoking.speaks_now(&stolen, now()));
        assert!(!revoking.speaks_now(&new_key, now().plus_seconds(400 * 86_400)));
        let forgetting = Card { number: 3, revoked: Vec::new(), ..revoking.clone() };
        let forgetting = forgetting.signed_by(&old.root, Some(&new.signer()));
        assert_eq!(forgetting.check_after(&revoking), Err(ExchangeError::Sequence));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(bytes: Vec<u8>) {
            let _ = Card::from_bytes(&[KIND, &bytes].concat());
        }

        #[test]
        fn a_card_with_any_bit_changed_is_refused(at: prop::sample::Index, bit in 0_u32..8) {
            let card = Keys::of("kr.npa", 1).card();
            let mut bytes = card.to_bytes();
            let at = at.index(bytes.len() - 65); // what follows is the node key's signature
            bytes[at] ^= 1 << bit;

            let good = Card::from_bytes(&bytes).is_ok_and(|card| card.check(now()).is_ok());
            prop_assert!(!good, "byte {}", at);
        }
    }
}
