//! Exchange over a line: what a peer is given when it asks, and what we take of its answers.
//!
//! The asker says where it stands in the log that the other keeps for it. Withdrawals of what it has
//! come first, whatever waits before them in the log: they are applied out of turn, and once more
//! counted, not applied, when their turn comes.

use std::collections::BTreeSet;

use liaison_exchange::{
    Answered, Card, Content, Entries, Envelope, Fork, PART_MAX, PeerFault, PullAsked, Receipt,
    Refused,
};
use liaison_model::{AgencyId, CommitNumber, Hash};
use serde::Serialize;

use super::bundle::Taking;
use super::{Arrived, Sent, SentLog, sent_key};
use crate::{Node, NodeError};

/// What became of a peer's answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Pulled {
    /// What was taken.
    #[serde(flatten)]
    pub taking: Taking,
    /// Whether the peer has more.
    #[serde(skip)]
    pub more: bool,
}

/// A peer as a line is opened to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// The agency.
    pub agency: AgencyId,
    /// Where its card says that it is reached.
    pub endpoints: Vec<String>,
    /// The node keys that speak for it now.
    pub keys: Vec<[u8; 32]>,
}

impl Node {
    /// The peer for which a node key speaks now.
    ///
    /// # Errors
    ///
    /// When the journal fails.
    pub fn peer_with_key(&self, key: &[u8; 32]) -> Result<Option<AgencyId>, NodeError> {
        let now = self.now();
        let cards = self.peer_cards()?;
        Ok(cards.into_iter().find(|card| card.speaks_now(key, now)).map(|card| card.agency))
    }

    /// All peers with their addresses and keys, in the order of their ids.
    ///
    /// # Errors
    ///
    /// When the journal fails.
    pub fn reached_peers(&self) -> Result<Vec<Reached>, NodeError> {
        let now = self.now();
        let reached = |card: Card| {
            let keys = card.nodes.iter().map(|known| known.node);
            let keys = keys.filter(|key| card.speaks_now(key, now)).collect();
            Reached { agency: card.agency, endpoints: card.endpoints, keys }
        };
        Ok(self.peer_cards()?.into_iter().map(reached).collect())
    }

    /// The number of the journal's newest commit: nothing new is written for anybody before the next.
    ///
    /// # Errors
    ///
    /// When the journal fails.
    pub fn position(&self) -> Result<CommitNumber, NodeError> {
        Ok(self.journal.position()?)
    }

    /// Our public node key.
    #[must_use]
    pub fn node_key(&self) -> [u8; 32] {
        self.journal.certificate().node
    }

    /// Signs what TLS 1.3 asks for when two nodes meet; `None` for anything else, and without the
    /// key.
    #[must_use]
    pub fn sign_handshake(&self, message: &[u8]) -> Option<[u8; 64]> {
        self.journal.sign_handshake(message)
    }

    /// Asks a peer for what it wrote for us since, and gives back what we signed for.
    ///
    /// # Errors
    ///
    /// [`crate::WrongUse::NoPeer`]; [`PeerFault::Fork`] when the channel was stopped.
    pub fn ask_pull(&self, peer: &AgencyId) -> Result<PullAsked, NodeError> {
        self.trusted(peer)?;
        let (after, head) = self.received_head(peer)?;
        let early = self.early_until(peer)?;
        let mut receipts = Vec::new();
        for number in self.told_until(peer)? + 1..=after {
            if receipts.len() == PART_MAX {
                break;
            }
            let arrived = self.arrived(peer, number)?.ok_or_else(|| self.damaged_exchange())?;
            receipts.push(arrived.receipt);
        }
        for number in after + 1..=early {
            if receipts.len() == PART_MAX {
                break;
            }
            receipts.extend(self.applied_early(peer, number)?.map(|early| early.receipt));
        }
        let early = if after < early { early } else { 0 };
        Ok(PullAsked { after, head, early, wait: 0, receipts })
    }

    /// Answers a peer that asks for its log.
    ///
    /// # Errors
    ///
    /// When the journal fails. What is the peer's fault is an answer.
    pub fn answer_pull(&self, peer: &AgencyId, asked: &PullAsked) -> Result<Answered, NodeError> {
        if self.kept_peer(peer)?.fork.is_some() {
            return Ok(Answered::Refused { refused: Refused::Stopped });
        }
        self.note_contact(peer, |contact, now| contact.asked = Some(now));
        if PART_MAX < asked.receipts.len() || !self.take_receipts(peer, &asked.receipts)? {
            return Ok(Answered::Refused { refused: Refused::Receipt });
        }
        let _one_at_a_time = self.one_exchange()?;
        let mut log = self.sent_log(peer)?;
        self.write_withdrawals(&mut log, peer)?;
        if log.count < asked.after {
            return Ok(Answered::Behind { count: log.count });
        }
        if 0 < asked.after {
            let entry = self.sent(peer, asked.after)?.envelope;
            if entry.hash() != asked.head {
                return Ok(Answered::Other { entry: Box::new(entry) });
            }
        }
        self.part_after(&log, peer, asked).map(Answered::Entries)
    }

    /// The withdrawals of what the asker has; when there are none, the entries that follow.
    fn part_after(
        &self,
        log: &SentLog,
        peer: &AgencyId,
        asked: &PullAsked,
    ) -> Result<Entries, NodeError> {
        let from = asked.after.max(asked.early);
        let urgent =
            log.withdrawals.iter().filter(|(number, of)| from < *number && *of <= asked.after);
        let numbers: Vec<u64> = urgent.map(|(number, _)| *number).collect();
        let mut part = Entries::default();
        for number in numbers.iter().take(PART_MAX) {
            part.early.push(self.sent(peer, *number)?.envelope);
        }
        // Entries that were shared under an agreement that has ended stay here.
        let is_open = self.terms_with(peer)?.is_some_and(|terms| self.now() <= terms.until);
        if !part.early.is_empty() || !is_open {
            part.more = PART_MAX < numbers.len() || is_open && asked.after < log.count;
            return Ok(part);
        }
        let (mut bytes, hidden) = (0, self.journal.hidden()?);
        for number in asked.after + 1..=log.count {
            if part.entries.len() == PART_MAX || PART_BYTES < bytes {
                part.more = true;
                return Ok(part);
            }
            let entry = self.whole_again(&self.sent(peer, number)?, &hidden)?;
            if entry.is_bare() {
                let back = log.withdrawals.iter().find(|(_, of)| *of == number);
                // Withdrawn this very moment: it comes with its withdrawal, when next asked for.
                let Some((back, _)) = back else { return Ok(part) };
                part.early.push(self.sent(peer, *back)?.envelope);
            }
            bytes += self.write_json(&entry)?.len();
            part.entries.push(entry);
        }
        if !part.entries.is_empty() {
            part.checkpoint = Some(Box::new(self.checkpoint_for(peer)?));
        }
        Ok(part)
    }

    /// Keeps what a peer signed for; whether all of it is good.
    fn take_receipts(&self, peer: &AgencyId, receipts: &[Receipt]) -> Result<bool, NodeError> {
        let _one_at_a_time = self.one_exchange()?;
        let own = receipts.iter().take_while(|receipt| receipt.from == *peer);
        let own: Vec<&Receipt> = own.collect();
        match self.confirm(&own) {
            Ok(_) => Ok(own.len() == receipts.len()),
            Err(NodeError::Peer(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Takes a peer's answer: everything that is good before the first that is not.
    ///
    /// # Errors
    ///
    /// [`NodeError::Peer`] when something in it is not good; [`PeerFault::Fork`], once the proof is
    /// kept, when it contradicts what came before.
    pub fn take_answer(
        &self,
        peer: &AgencyId,
        asked: &PullAsked,
        answered: &Answered,
    ) -> Result<Pulled, NodeError> {
        let _one_at_a_time = self.one_exchange()?;
        let part = match answered {
            Answered::Entries(part) => part,
            Answered::Behind { .. } => return Err(PeerFault::Behind.into()),
            Answered::Other { entry } => return Err(self.contradicted(peer, asked, entry)?.into()),
            Answered::Refused { .. } => return Ok(Pulled::default()),
            Answered::Holding { .. } | Answered::Evaluated { .. } => {
                return Err(PeerFault::Content.into());
            }
        };
        self.note_contact(peer, |contact, now| contact.answered = Some(now));
        self.note_told(peer, asked)?;
        let mut pulled = Pulled { more: part.more, ..Pulled::default() };
        let mut withdrawn = BTreeSet::new();
        let head = self.received_head(peer)?;
        for envelope in &part.early {
            check_origin(peer, envelope)?;
            match self.take_early(envelope)? {
                Early::Applied => pulled.taking.withdrawals += 1,
                Early::Known => {}
                Early::NotHere(number) => _ = withdrawn.insert(number),
            }
        }
        let own = part.entries.iter().take_while(|entry| entry.origin == *peer);
        let own: Vec<&Envelope> = own.collect();
        self.take_entries(&own, &withdrawn, &mut pulled.taking)?;
        part.entries.get(own.len()).map_or(Ok(()), |entry| check_origin(peer, entry))?;
        if let Some(checkpoint) = &part.checkpoint {
            pulled.taking.missing = self.check_log(checkpoint)?;
        }
        let is_new = 0 < pulled.taking.withdrawals || self.received_head(peer)? != head;
        if part.more && !is_new {
            return Err(PeerFault::Idle.into()); // nobody keeps us asking for ever
        }
        Ok(pulled)
    }

    /// A peer shows another entry under a number that we took: proof against it, if it signed both.
    fn contradicted(
        &self,
        peer: &AgencyId,
        asked: &PullAsked,
        entry: &Envelope,
    ) -> Result<PeerFault, NodeError> {
        check_origin(peer, entry)?;
        let (card, _) = self.trusted(peer)?;
        let known = self.arrived(peer, asked.after)?.ok_or(PeerFault::Sequence)?;
        self.accuse(known.envelope, entry, &card)
    }

    /// Keeps the proof, when two entries are one.
    pub(super) fn accuse(
        &self,
        first: Envelope,
        second: &Envelope,
        card: &Card,
    ) -> Result<PeerFault, NodeError> {
        let fork = Fork { first, second: second.without_payload() };
        if fork.check(card).is_err() {
            return Ok(PeerFault::Signature);
        }
        self.keep_fork(fork)?;
        Ok(PeerFault::Fork)
    }

    /// A withdrawal that comes before its turn.
    fn take_early(&self, envelope: &Envelope) -> Result<Early, NodeError> {
        if envelope.audience != *self.agency() {
            return Err(PeerFault::Audience.into());
        }
        let Content::Withdrawal { withdrawn } = envelope.content else {
            return Err(PeerFault::Content.into());
        };
        let (card, _) = self.trusted(&envelope.origin)?;
        envelope.check(&card, self.now())?;
        let (number, _) = self.received_head(&envelope.origin)?;
        let known = if envelope.number <= number {
            self.arrived(&envelope.origin, envelope.number)?
        } else {
            self.applied_early(&envelope.origin, envelope.number)?
        };
        if let Some(known) = known {
            if known.envelope.hash() == envelope.hash() {
                return Ok(Early::Known);
            }
            return Err(self.accuse(known.envelope, envelope, &card)?.into());
        }
        if envelope.number <= withdrawn {
            return Err(PeerFault::Sequence.into()); // nothing is taken back before it was said
        }
        if number < withdrawn {
            return Ok(Early::NotHere(withdrawn));
        }
        self.take_withdrawal(envelope, withdrawn, Turn::Early)?;
        Ok(Early::Applied)
    }

    /// What was kept of a withdrawal that was applied out of turn.
    pub(super) fn applied_early(
        &self,
        origin: &AgencyId,
        number: u64,
    ) -> Result<Option<Arrived>, NodeError> {
        self.read_kept(&early_key(origin, number))
    }

    fn early_until(&self, origin: &AgencyId) -> Result<u64, NodeError> {
        self.kept_number(&early_until_key(origin))
    }

    /// The number until which the peer has our receipts.
    pub(super) fn told_until(&self, peer: &AgencyId) -> Result<u64, NodeError> {
        self.kept_number(&told_key(peer))
    }

    /// The peer answered: it has the receipts that came with the question.
    fn note_told(&self, peer: &AgencyId, asked: &PullAsked) -> Result<(), NodeError> {
        let in_turn = asked.receipts.iter().filter(|receipt| receipt.number <= asked.after);
        let Some(last) = in_turn.map(|receipt| receipt.number).max() else { return Ok(()) };
        Ok(self.journal.store().set_meta(&told_key(peer), &last.to_be_bytes())?)
    }

    pub(super) fn kept_number(&self, key: &str) -> Result<u64, NodeError> {
        let Some(kept) = self.journal.store().meta(key)? else { return Ok(0) };
        let kept = kept.try_into().map_err(|_| self.damaged_exchange())?;
        Ok(u64::from_be_bytes(kept))
    }

    pub(super) fn sent(&self, audience: &AgencyId, number: u64) -> Result<Sent, NodeError> {
        let kept = self.read_kept(&sent_key(audience, number))?;
        kept.ok_or_else(|| self.damaged_exchange())
    }
}

/// Whether an entry comes in its turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    InTurn,
    Early,
}

/// What became of a withdrawal that came before its turn.
enum Early {
    Applied,
    Known,
    /// What it takes back has not come: this number.
    NotHere(u64),
}

/// A peer answers for its own log.
fn check_origin(peer: &AgencyId, envelope: &Envelope) -> Result<(), NodeError> {
    if envelope.origin == *peer { Ok(()) } else { Err(PeerFault::Foreign.into()) }
}

/// Where an entry that was applied out of turn is kept until its turn comes, and after.
pub(super) fn early_key(origin: &AgencyId, number: u64) -> String {
    format!("received-early:{origin}:{number}")
}

pub(super) fn early_until_key(origin: &AgencyId) -> String {
    format!("received-early:{origin}")
}

fn told_key(peer: &AgencyId) -> String {
    format!("receipts-told:{peer}")
}

/// A part of a log is closed once it has as many bytes.
const PART_BYTES: usize = 2 * 1024 * 1024;
/// The hash before the first entry.
pub(super) const NO_HASH: Hash = Hash([0; 32]);
