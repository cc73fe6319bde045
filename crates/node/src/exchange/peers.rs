//! Who the other agencies are, and what was agreed with them.
//!
//! A card and an agreement are taken in a commit that carries their text, so that the journal
//! proves what was known of whom and when; the newest of each is kept beside it, in the same
//! transaction.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::PoisonError;

use liaison_exchange::{
    Agreement, Card, ExchangeError, Fork, Party, PeerFault, Quotas, Revoked, words_of,
};
use liaison_journal::keys::{Certificate, RootKey, fingerprint};
use liaison_model::schema::names::{prop, schema};
use liaison_model::{AgencyId, Instant, Reader, RecordKind};
use liaison_policy::Terms;
use serde::{Deserialize, Serialize};

use super::Sent;
use crate::commit::Author;
use crate::keys::{KeySource, open_root_key};
use crate::{Node, NodeError, WrongUse};

/// What our own card is to say.
#[derive(Debug, Clone, Default)]
pub struct CardWanted {
    /// The agency's names by language; those of the card before when empty.
    pub names: BTreeMap<String, String>,
    /// Where the node is reached; likewise.
    pub endpoints: Vec<String>,
    /// A node key that speaks for us no longer, from which number of each log on.
    pub revoke: Option<Revoked>,
}

/// An agency that we know, as it is listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Peer {
    /// The agency.
    pub agency: AgencyId,
    /// Its names by language.
    pub names: BTreeMap<String, String>,
    /// Fingerprint of its root key.
    pub fingerprint: String,
    /// Number of its card.
    pub card: u64,
    /// Until when the card is valid.
    pub card_until: Instant,
    /// Where its card says that it is reached.
    pub endpoints: Vec<String>,
    /// When the two spoke over the line, since this process began.
    pub contact: Contact,
    /// What both heads signed.
    pub agreement: Option<Agreed>,
    /// Entries of its log after this number are not taken any more: we broke with it.
    pub distrusted_after: Option<u64>,
    /// Whether it signed two entries under one number. Nothing is taken from it since.
    pub forked: bool,
    /// How many entries of ours went to it.
    pub sent: u64,
    /// How many entries of its log were taken.
    pub received: u64,
    /// Entries of ours that it has not confirmed.
    pub unconfirmed: Vec<Unconfirmed>,
    /// How many of its entries were taken, and our receipts have not reached it.
    pub owed: u64,
}

/// Who we are to others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnIdentity {
    /// Fingerprint of our root key.
    pub fingerprint: String,
    /// The six words to be read aloud.
    pub words: String,
    /// Our newest card, if one was made.
    pub card: Option<Card>,
    /// Its text.
    pub text: Option<String>,
}

/// When two nodes spoke over the line, as one process knows it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Contact {
    /// When the peer answered us last.
    pub answered: Option<Instant>,
    /// When it asked us last.
    pub asked: Option<Instant>,
}

/// An agreement as it is listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Agreed {
    /// Its number between the two.
    pub number: u64,
    /// What may pass, in words.
    pub terms: Vec<String>,
    /// From when.
    pub since: Instant,
    /// Until when.
    pub until: Instant,
    /// How many evaluations each side may ask in a day.
    pub evaluations_a_day: u64,
}

/// An entry that a peer has not confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unconfirmed {
    /// Its number in the log.
    pub number: u64,
    /// Whether it takes something back.
    pub is_withdrawal: bool,
    /// Since when it waits.
    pub since: Instant,
    /// Whether it waits for longer than it may.
    pub is_overdue: bool,
}

/// A peer as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Kept {
    card: String,
    agreement: Option<String>,
    pub(super) distrusted_after: Option<u64>,
    pub(super) fork: Option<Box<Fork>>,
}

/// All peers as they are kept.
pub(super) type Peers = BTreeMap<AgencyId, Kept>;

impl Node {
    /// Opens the root key: what the head of the agency signs with.
    ///
    /// # Errors
    ///
    /// When the file is none, the passphrase is wrong, or it is another agency's.
    pub fn open_root_key(&self, path: &Path, key: &KeySource) -> Result<RootKey, NodeError> {
        let passphrase = key.passphrase()?.ok_or(NodeError::NoPassphrase)?;
        open_root_key(path, &passphrase, &self.root_key())
    }

    /// Our newest card, if one was made.
    ///
    /// # Errors
    ///
    /// When the journal fails.
    pub fn own_card(&self) -> Result<Option<Card>, NodeError> {
        match self.journal.store().meta(OWN_CARD)? {
            None => Ok(None),
            Some(text) => self.read_card(&text).map(Some),
        }
    }

    /// What we show to others.
    ///
    /// # Errors
    ///
    /// When the journal fails.
    pub fn own_identity(&self) -> Result<OwnIdentity, NodeError> {
        let (card, root) = (self.own_card()?, self.root_key());
        Ok(OwnIdentity {
            fingerprint: fingerprint(&root),
            words: words_of(self.agency().as_str(), &root),
            text: card.as_ref().map(Card::to_text),
            card,
        })
    }

    /// Makes our card, or the next one after it.
    ///
    /// # Errors
    ///
    /// [`WrongUse::CardWithoutName`] when no name is known; when the journal fails.
    pub fn make_card(
        &self,
        root: &RootKey,
        wanted: &CardWanted,
        author: &Reader,
    ) -> Result<Card, NodeError> {
        let _one_at_a_time = self.one_exchange()?;
        let before = self.own_card()?;
        let card = self.next_card(before.as_ref(), wanted)?;
        let card = card.signed(root, |context, hash| {
            Ok::<_, NodeError>(Some(self.journal.sign(context, hash)?))
        })?;
        card.check(self.now())?;
        let entries = self.card_entries(&card)?;
        let beside = [(OWN_CARD.to_owned(), card.to_text().into_bytes())];
        self.commit_with(&Author { name: author.name(), purpose: "" }, ACT, entries, &beside)?;
        Ok(card)
    }

    /// Takes the card of another agency. The first one needs the six words that its officer read
    /// aloud; a later one proves itself by the one before.
    ///
    /// # Errors
    ///
    /// [`WrongUse::OtherWords`], or [`ExchangeError`] when the card is not good.
    pub fn add_peer(&self, card: &Card, words: &str, author: &Reader) -> Result<(), NodeError> {
        let _one_at_a_time = self.one_exchange()?;
        card.check(self.now())?;
        if card.agency == *self.agency() {
            return Err(ExchangeError::Parties.into());
        }
        let mut peers = self.kept_peers()?;
        let known = peers.get(&card.agency).cloned();
        match &known {
            Some(known) => card.check_after(&self.read_card(known.card.as_bytes())?)?,
            None => check_words(card, words)?,
        }
        let entries = self.card_entries(card)?;
        let mut kept = known.unwrap_or(Kept {
            card: String::new(),
            agreement: None,
            distrusted_after: None,
            fork: None,
        });
        kept.card = card.to_text();
        peers.insert(card.agency.clone(), kept);
        self.keep_peers(&peers, entries, author)
    }

    /// A new agreement with a peer, signed by our head alone.
    ///
    /// # Errors
    ///
    /// [`WrongUse::NoPeer`] without its card.
    pub fn propose_agreement(
        &self,
        peer: &AgencyId,
        (terms, quotas): (Terms, Quotas),
        root: &RootKey,
    ) -> Result<Agreement, NodeError> {
        let kept = self.kept_peer(peer)?;
        let number = self.agreement_of(&kept)?.map_or(1, |known| known.number + 1);
        let party = |agency: &AgencyId, root| Party { agency: agency.clone(), root };
        let theirs = party(peer, self.read_card(kept.card.as_bytes())?.root);
        let ours = party(self.agency(), self.root_key());
        let parties = (ours, theirs);
        let mut agreement = Agreement::draft(number, parties, terms, quotas, self.now())?;
        agreement.sign(root)?;
        Ok(agreement)
    }

    /// Takes an agreement that both heads signed: from now on it says what may pass.
    ///
    /// # Errors
    ///
    /// [`ExchangeError`] when a signature is missing or wrong, when it is about others, or when a
    /// later one is known.
    pub fn keep_agreement(&self, agreement: &Agreement, author: &Reader) -> Result<(), NodeError> {
        let _one_at_a_time = self.one_exchange()?;
        let party = agreement.peer_of(self.agency())?.clone();
        let ours = agreement.other_than(&party.agency)?;
        let mut peers = self.kept_peers()?;
        let no_peer = || WrongUse::NoPeer { agency: party.agency.to_string() };
        let kept = peers.get_mut(&party.agency).ok_or_else(no_peer)?;
        let card = self.read_card(kept.card.as_bytes())?;
        if card.root != party.root || ours.root != self.root_key() {
            return Err(ExchangeError::Signature.into());
        }
        match self.agreement_of(kept)? {
            Some(known) if known.hash() == agreement.hash() => return Ok(()),
            Some(known) if agreement.number <= known.number => {
                return Err(ExchangeError::Sequence.into());
            }
            _ => kept.agreement = Some(agreement.to_text()),
        }
        let grant = self.new_record(RecordKind::Grant)?;
        let say = |prop, value: String| self.own_entry(&grant, schema::GRANT, prop, value);
        let entries = vec![
            say(prop::TARGET, format!("agreement:{}", agreement.hash())),
            say(prop::AUDIENCE, party.agency.to_string()),
            say(prop::MARKS, agreement.terms.words().join(" ")),
            say(prop::EXPIRES_AT, agreement.terms.until.to_string()),
            say(prop::NOTE, agreement.to_text()),
        ];
        self.keep_peers(&peers, entries, author)
    }

    /// Breaks with a peer: nothing goes to it any more, and nothing that it sends is taken, but
    /// withdrawals of what it sent before. Its next agreement ends that.
    ///
    /// # Errors
    ///
    /// [`WrongUse::NoPeer`].
    pub fn revoke_peer(
        &self,
        peer: &AgencyId,
        reason: &str,
        author: &Reader,
    ) -> Result<u64, NodeError> {
        let _one_at_a_time = self.one_exchange()?;
        let mut peers = self.kept_peers()?;
        let no_peer = || WrongUse::NoPeer { agency: peer.to_string() };
        let kept = peers.get_mut(peer).ok_or_else(no_peer)?;
        let (after, _) = self.received_head(peer)?;
        let agreement = self.agreement_of(kept)?;
        (kept.agreement, kept.distrusted_after) = (None, Some(after));
        let record = self.new_record(RecordKind::Receipt)?;
        let say = |prop, value: String| self.own_entry(&record, schema::RECEIPT, prop, value);
        let ended = agreement.map_or_else(|| "none".to_owned(), |known| known.hash().to_string());
        let entries = vec![
            say(prop::TARGET, format!("agreement-ended:{ended}")),
            say(prop::ORIGIN, peer.to_string()),
            say(prop::NUMBER, after.to_string()),
            say(prop::NOTE, reason.to_owned()),
        ];
        self.keep_peers(&peers, entries, author)?;
        Ok(after)
    }

    /// Everybody whose card was taken, in the order of their ids.
    ///
    /// # Errors
    ///
    /// When the journal fails.
    pub fn peers(&self) -> Result<Vec<Peer>, NodeError> {
        let peers = self.kept_peers()?;
        peers.iter().map(|(agency, kept)| self.peer(agency, kept)).collect()
    }

    fn peer(&self, agency: &AgencyId, kept: &Kept) -> Result<Peer, NodeError> {
        let card = self.read_card(kept.card.as_bytes())?;
        let agreement = self.agreement_of(kept)?.map(|agreement| Agreed {
            number: agreement.number,
            terms: agreement.terms.words(),
            since: agreement.valid_from,
            until: agreement.terms.until,
            evaluations_a_day: agreement.quotas.day,
        });
        let sent = self.sent_to(agency)?;
        let received = self.received_head(agency)?.0;
        let now = self.now();
        let waits = |sent: &&Sent| sent.confirmed.is_none();
        let unconfirmed = sent.iter().filter(waits).map(|sent| sent.unconfirmed(now)).collect();
        Ok(Peer {
            agency: agency.clone(),
            fingerprint: fingerprint(&card.root),
            card: card.number,
            card_until: card.valid_until,
            names: card.names,
            endpoints: card.endpoints,
            contact: self.contact_with(agency),
            agreement,
            distrusted_after: kept.distrusted_after,
            forked: kept.fork.is_some(),
            sent: sent.len() as u64,
            received,
            unconfirmed,
            owed: received.saturating_sub(self.told_until(agency)?),
        })
    }

    /// The two spoke over the line.
    pub(super) fn note_contact(&self, peer: &AgencyId, note: impl FnOnce(&mut Contact, Instant)) {
        let mut contacts = self.contacts.lock().unwrap_or_else(PoisonError::into_inner);
        note(contacts.entry(peer.clone()).or_default(), self.now());
    }

    fn contact_with(&self, peer: &AgencyId) -> Contact {
        let contacts = self.contacts.lock().unwrap_or_else(PoisonError::into_inner);
        contacts.get(peer).copied().unwrap_or_default()
    }

    /// What both agreed, if anything.
    pub(super) fn terms_with(&self, peer: &AgencyId) -> Result<Option<Terms>, NodeError> {
        Ok(self.agreement_with(peer)?.map(|agreement| agreement.terms))
    }

    pub(super) fn agreement_with(&self, peer: &AgencyId) -> Result<Option<Agreement>, NodeError> {
        match self.kept_peers()?.get(peer) {
            None => Ok(None),
            Some(kept) => self.agreement_of(kept),
        }
    }

    pub(super) fn kept_peer(&self, peer: &AgencyId) -> Result<Kept, NodeError> {
        let no_peer = || WrongUse::NoPeer { agency: peer.to_string() };
        Ok(self.kept_peers()?.remove(peer).ok_or_else(no_peer)?)
    }

    /// A peer's card, and from which number of its log on it is not believed.
    pub(super) fn trusted(&self, peer: &AgencyId) -> Result<(Card, Kept), NodeError> {
        let kept = self.kept_peer(peer)?;
        if kept.fork.is_some() {
            return Err(PeerFault::Fork.into());
        }
        Ok((self.read_card(kept.card.as_bytes())?, kept))
    }

    /// Stops the channel, and keeps the proof.
    pub(super) fn keep_fork(&self, fork: Fork) -> Result<(), NodeError> {
        let origin = fork.first.origin.clone();
        let mut peers = self.kept_peers()?;
        let Some(kept) = peers.get_mut(&origin) else { return Ok(()) };
        let record = self.new_record(RecordKind::Receipt)?;
        let say = |prop, value: String| self.own_entry(&record, schema::RECEIPT, prop, value);
        let entries = vec![
            say(prop::TARGET, format!("fork:{}", fork.second.hash())),
            say(prop::ORIGIN, origin.to_string()),
            say(prop::NUMBER, fork.first.number.to_string()),
        ];
        kept.fork = Some(Box::new(fork));
        let beside = [(PEERS.to_owned(), self.write_json(&peers)?)];
        let author = Author { name: origin.as_str(), purpose: "" };
        self.commit_with(&author, ACT, entries, &beside)?;
        Ok(())
    }

    /// The cards of all peers.
    pub(super) fn peer_cards(&self) -> Result<Vec<Card>, NodeError> {
        let peers = self.kept_peers()?;
        peers.values().map(|kept| self.read_card(kept.card.as_bytes())).collect()
    }

    fn next_card(&self, before: Option<&Card>, wanted: &CardWanted) -> Result<Card, NodeError> {
        let now = self.now();
        let ours = self.journal.certificate().clone();
        if wanted.revoke.is_some_and(|revoked| revoked.node == ours.node) {
            return Err(WrongUse::KeyInUse.into());
        }
        let mut revoked = before.map_or_else(Vec::new, |card| card.revoked.clone());
        revoked.extend(wanted.revoke);
        let speaks = |node: &Certificate| revoked.iter().all(|gone| gone.node != node.node);
        let mut nodes = vec![ours];
        for node in before.map_or(&[][..], |card| &card.nodes) {
            if speaks(node) && nodes.iter().all(|known| known.node != node.node) {
                nodes.push(node.clone());
            }
        }
        nodes.truncate(NODES_MAX);
        let mut names = before.map_or_else(BTreeMap::new, |card| card.names.clone());
        names.extend(wanted.names.clone());
        if names.is_empty() {
            return Err(WrongUse::CardWithoutName.into());
        }
        let endpoints = match (wanted.endpoints.is_empty(), before) {
            (true, Some(before)) => before.endpoints.clone(),
            _ => wanted.endpoints.clone(),
        };
        Ok(Card {
            number: before.map_or(1, |card| card.number + 1),
            agency: self.agency().clone(),
            names,
            root: self.root_key(),
            nodes,
            endpoints,
            valid_from: now,
            valid_until: now.plus_seconds(CARD_SECONDS),
            revoked,
            previous: before.map(Card::hash),
            root_signature: [0; 64],
            node_signature: None,
        })
    }

    fn card_entries(&self, card: &Card) -> Result<Vec<liaison_journal::Entry>, NodeError> {
        let record = self.new_record(RecordKind::Receipt)?;
        let say = |prop, value: String| self.own_entry(&record, schema::RECEIPT, prop, value);
        Ok(vec![
            say(prop::TARGET, format!("card:{}", card.hash())),
            say(prop::ORIGIN, card.agency.to_string()),
            say(prop::NUMBER, card.number.to_string()),
            say(prop::NOTE, card.to_text()),
        ])
    }

    fn agreement_of(&self, kept: &Kept) -> Result<Option<Agreement>, NodeError> {
        let Some(text) = &kept.agreement else { return Ok(None) };
        Agreement::from_text(text).map(Some).map_err(|_| self.damaged_exchange())
    }

    fn read_card(&self, text: &[u8]) -> Result<Card, NodeError> {
        let text = std::str::from_utf8(text).map_err(|_| self.damaged_exchange())?;
        Card::from_text(text).map_err(|_| self.damaged_exchange())
    }

    fn kept_peers(&self) -> Result<Peers, NodeError> {
        match self.journal.store().meta(PEERS)? {
            None => Ok(Peers::new()),
            Some(bytes) => serde_json::from_slice(&bytes).map_err(|_| self.damaged_exchange()),
        }
    }

    fn keep_peers(
        &self,
        peers: &Peers,
        entries: Vec<liaison_journal::Entry>,
        author: &Reader,
    ) -> Result<(), NodeError> {
        let beside = [(PEERS.to_owned(), self.write_json(peers)?)];
        self.commit_with(&Author { name: author.name(), purpose: "" }, ACT, entries, &beside)?;
        Ok(())
    }
}

/// Whether the words are those that the card's own key and agency give.
fn check_words(card: &Card, words: &str) -> Result<(), NodeError> {
    let clean = |text: &str| {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect::<Vec<_>>()
    };
    if clean(words) == clean(&words_of(card.agency.as_str(), &card.root)) {
        return Ok(());
    }
    Err(WrongUse::OtherWords { agency: card.agency.to_string() }.into())
}

/// The act of commits about peers.
const ACT: &str = "peer";
/// Where our own card is kept.
const OWN_CARD: &str = "card";
/// Where peers are kept.
const PEERS: &str = "peers";
/// A card is valid for as long as a node key's certificate.
const CARD_SECONDS: i64 = 365 * 24 * 60 * 60;
/// As many node keys as a card may name.
const NODES_MAX: usize = 4;
