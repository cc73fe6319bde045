//! What travels between two nodes as a file: on a stick, or in any other way.
//!
//! A bundle is lines of JSON. It holds every entry that its reader has not confirmed, so that a
//! lost stick loses nothing, and ends with a checkpoint, so that an entry left out is noticed. The
//! reader answers with lines of receipts.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use liaison_exchange::{Card, Checkpoint, Content, Envelope, PeerFault, Receipt};
use liaison_journal::store::Hidden;
use liaison_model::{AgencyId, Hash};
use serde::{Deserialize, Serialize};

use super::{Sent, sent_key};
use crate::{Node, NodeError};

/// A line of a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Line {
    /// An entry of the log.
    Envelope(Box<Envelope>),
    /// How far the log goes.
    Checkpoint(Box<Checkpoint>),
    /// What became of an entry of the other side's log.
    Receipt(Box<Receipt>),
}

/// What became of a bundle.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Taking {
    /// Statements that were taken.
    pub statements: u64,
    /// Withdrawals that were applied.
    pub withdrawals: u64,
    /// Attempts to pass on what is ours, which the sender refused.
    pub not_forwarded: u64,
    /// Entries that were here before.
    pub known: u64,
    /// Entries of ours that the sender confirms.
    pub confirmed: u64,
    /// Entries that the sender's checkpoint has, and that have not come.
    pub missing: u64,
    /// What we signed for the entries, to be given back.
    #[serde(skip)]
    pub receipts: Vec<Receipt>,
}

/// Reads the lines of a bundle.
///
/// # Errors
///
/// [`PeerFault::Content`] when one does not read, or when there are more than [`LINES_MAX`].
pub fn read_lines(text: &str) -> Result<Vec<Line>, PeerFault> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    if LINES_MAX < lines.clone().count() {
        return Err(PeerFault::Content);
    }
    lines.map(|line| serde_json::from_str(line).map_err(|_| PeerFault::Content)).collect()
}

impl Node {
    /// Everything of our log for a peer that it has not confirmed, withdrawals included, and a
    /// checkpoint of the whole log.
    ///
    /// # Errors
    ///
    /// [`crate::WrongUse::NoPeer`]; when the journal fails.
    pub fn bundle_for(&self, audience: &AgencyId) -> Result<Vec<Line>, NodeError> {
        self.kept_peer(audience)?;
        self.withdrawals_for(audience)?;
        let _one_at_a_time = self.one_exchange()?;
        let sent = self.sent_to(audience)?;
        let mut lines = Vec::new();
        let first = sent.iter().position(|entry| entry.confirmed.is_none()).unwrap_or(sent.len());
        let hidden = self.journal.hidden()?;
        for entry in &sent[first..] {
            lines.push(Line::Envelope(Box::new(self.whole_again(entry, &hidden)?)));
        }
        lines.push(Line::Checkpoint(Box::new(self.checkpoint_for(audience)?)));
        Ok(lines)
    }

    /// How far our log for an audience goes, signed.
    pub(super) fn checkpoint_for(&self, audience: &AgencyId) -> Result<Checkpoint, NodeError> {
        let tree = self.sent_log(audience)?.tree;
        let sign = |context: &str, hash: &Hash| self.journal.sign(context, hash);
        let log = (self.agency(), audience);
        Ok(Checkpoint::of(log, &tree, self.journal.certificate(), sign)?)
    }

    /// Takes a bundle line by line, and stops at the first that is not good: what stands before it
    /// was applied, nothing after it was.
    ///
    /// # Errors
    ///
    /// As [`Node::receive`].
    pub fn receive_lines(&self, lines: &[Line]) -> Result<Taking, NodeError> {
        let _one_at_a_time = self.one_exchange()?;
        let withdrawn = self.withdrawn_in(lines)?;
        let mut taking = Taking::default();
        let mut rest = lines;
        while let Some(line) = rest.first() {
            let mut taken = 1;
            match line {
                Line::Envelope(_) => {
                    let run = rest.iter().map_while(|line| match line {
                        Line::Envelope(envelope) => Some(envelope.as_ref()),
                        _ => None,
                    });
                    let run: Vec<&Envelope> = run.take(RUN_MAX).collect();
                    taken = run.len();
                    self.take_entries(&run, &withdrawn, &mut taking)?;
                }
                Line::Checkpoint(checkpoint) => {
                    taking.missing = self.check_log(checkpoint)?;
                }
                Line::Receipt(_) => {
                    let run = rest.iter().map_while(|line| match line {
                        Line::Receipt(receipt) => Some(receipt.as_ref()),
                        _ => None,
                    });
                    let run: Vec<&Receipt> = run.take(RUN_MAX).collect();
                    taken = run.len();
                    taking.confirmed += self.confirm(&run)?;
                }
            }
            rest = rest.get(taken..).unwrap_or_default();
        }
        Ok(taking)
    }

    /// Takes entries in their order, as many as may be in one commit, and counts them.
    pub(super) fn take_entries(
        &self,
        envelopes: &[&Envelope],
        withdrawn: &BTreeSet<u64>,
        taking: &mut Taking,
    ) -> Result<(), NodeError> {
        let mut rest = envelopes;
        while let Some(first) = rest.first() {
            let taken = self.take_run(rest)?;
            if taken.is_empty() {
                self.take_line(first, withdrawn, taking)?;
                rest = &rest[1..];
            } else {
                taking.statements += taken.len() as u64;
                rest = rest.get(taken.len()..).unwrap_or_default();
                taking.receipts.extend(taken);
            }
        }
        Ok(())
    }

    /// Takes an entry, and counts it.
    fn take_line(
        &self,
        envelope: &Envelope,
        withdrawn: &BTreeSet<u64>,
        taking: &mut Taking,
    ) -> Result<(), NodeError> {
        let (head, _) = self.received_head(&envelope.origin)?;
        let is_known = envelope.number <= head
            || self.applied_early(&envelope.origin, envelope.number)?.is_some();
        taking.receipts.push(self.take_entry(envelope, withdrawn)?);
        match &envelope.content {
            _ if is_known => taking.known += 1,
            Content::Statement { .. } => taking.statements += 1,
            Content::Withdrawal { .. } => taking.withdrawals += 1,
            Content::NotForwarded { .. } => taking.not_forwarded += 1,
        }
        Ok(())
    }

    /// The entries that are taken back in the same bundle, by withdrawals that verify: they come
    /// without payload, and whoever carries the bundle cannot take one away from another.
    fn withdrawn_in(&self, lines: &[Line]) -> Result<BTreeSet<u64>, NodeError> {
        let mut withdrawn = BTreeSet::new();
        for line in lines {
            let Line::Envelope(envelope) = line else { continue };
            let Content::Withdrawal { withdrawn: number } = &envelope.content else { continue };
            let (card, _) = self.trusted(&envelope.origin)?;
            envelope.check(&card, self.now())?;
            withdrawn.insert(*number);
        }
        Ok(withdrawn)
    }

    /// How many entries a checkpoint has that have not come.
    pub(super) fn check_log(&self, checkpoint: &Checkpoint) -> Result<u64, NodeError> {
        if checkpoint.audience != *self.agency() {
            return Err(PeerFault::Audience.into());
        }
        let (card, _) = self.trusted(&checkpoint.origin)?;
        checkpoint.check(&card, self.now())?;
        let log = self.taken_log(&checkpoint.origin)?;
        if log.number() < checkpoint.count {
            return Ok(checkpoint.count - log.number());
        }
        let is_whole = if log.number() == checkpoint.count {
            checkpoint.is_of(&log.tree)
        } else {
            checkpoint.is_of(&self.received_tree(&checkpoint.origin, checkpoint.count)?)
        };
        if is_whole { Ok(0) } else { Err(PeerFault::Checkpoint.into()) }
    }

    /// Keeps receipts for entries of ours, up to the first that is not good; how many are new.
    pub(super) fn confirm(&self, receipts: &[&Receipt]) -> Result<u64, NodeError> {
        let (mut beside, mut cards) = (Vec::new(), BTreeMap::new());
        let checked = receipts.iter().try_for_each(|receipt| {
            let card = match cards.entry(&receipt.from) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(free) => free.insert(self.trusted(&receipt.from)?.0),
            };
            beside.extend(self.confirmation(receipt, card)?);
            Ok(())
        });
        if !beside.is_empty() {
            self.journal.store().set_metas(&beside)?;
        }
        checked.map(|()| beside.len() as u64)
    }

    /// What is kept of a receipt for an entry of ours; nothing, when it was kept before.
    fn confirmation(
        &self,
        receipt: &Receipt,
        card: &Card,
    ) -> Result<Option<(String, Vec<u8>)>, NodeError> {
        if receipt.to != *self.agency() {
            return Err(PeerFault::Audience.into());
        }
        receipt.check(card, self.now())?;
        let key = sent_key(&receipt.from, receipt.number);
        let mut sent: Sent = self.read_kept(&key)?.ok_or(PeerFault::Sequence)?;
        if sent.envelope.hash() != receipt.entry {
            return Err(PeerFault::Sequence.into());
        }
        if sent.confirmed.is_some() {
            return Ok(None);
        }
        sent.confirmed = Some(receipt.clone());
        Ok(Some((key, self.write_json(&sent)?)))
    }

    /// An entry with the payload that the journal has; without one when it was taken back since.
    pub(super) fn whole_again(&self, sent: &Sent, hidden: &Hidden) -> Result<Envelope, NodeError> {
        let mut envelope = sent.envelope.clone();
        let (Some(id), Content::Statement { marks, .. }) = (sent.statement, &envelope.content)
        else {
            return Ok(envelope);
        };
        let (commit, kept) = self.journal.find(&id)?;
        if hidden.contains(kept.sid) || hidden.commits.contains(&commit) {
            return Ok(envelope);
        }
        if let Some((salt, statement)) = &kept.body {
            envelope.content = Content::statement(statement, salt, kept.leaf, &marks.clone());
        }
        Ok(envelope)
    }
}

/// As many entries or receipts are taken in one transaction.
const RUN_MAX: usize = 2_000;
/// As many lines as one bundle may have; the rest comes with the next.
pub const LINES_MAX: usize = 100_000;
