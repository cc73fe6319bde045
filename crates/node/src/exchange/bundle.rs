//! What travels between two nodes as a file: on a stick, or in any other way.
//!
//! A bundle is lines of JSON. It holds every entry that its reader has not confirmed, so that a
//! lost stick loses nothing, and ends with a checkpoint, so that an entry left out is noticed. The
//! reader answers with lines of receipts.

use std::collections::BTreeSet;

use liaison_exchange::{Checkpoint, Content, Envelope, PeerFault, Receipt};
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
        for entry in &sent[first..] {
            lines.push(Line::Envelope(Box::new(self.whole_again(entry)?)));
        }
        lines.push(Line::Checkpoint(Box::new(self.checkpoint_for(audience)?)));
        Ok(lines)
    }

    /// How far our log for an audience goes, signed.
    pub(super) fn checkpoint_for(&self, audience: &AgencyId) -> Result<Checkpoint, NodeError> {
        let sent = self.sent_to(audience)?;
        let hashes: Vec<Hash> = sent.iter().map(|entry| entry.envelope.hash()).collect();
        let sign = |context: &str, hash: &Hash| self.journal.sign(context, hash);
        let log = (self.agency(), audience);
        Ok(Checkpoint::of(log, &hashes, self.journal.certificate(), sign)?)
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
        for line in lines {
            match line {
                Line::Envelope(envelope) => self.take_line(envelope, &withdrawn, &mut taking)?,
                Line::Checkpoint(checkpoint) => {
                    taking.missing = self.check_log(checkpoint)?;
                }
                Line::Receipt(receipt) => taking.confirmed += u64::from(self.confirm(receipt)?),
            }
        }
        Ok(taking)
    }

    /// Takes an entry, and counts it.
    pub(super) fn take_line(
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
        let (known, _) = self.received_head(&checkpoint.origin)?;
        if known < checkpoint.count {
            return Ok(checkpoint.count - known);
        }
        let hashes = self.received_hashes(&checkpoint.origin, checkpoint.count)?;
        if checkpoint.is_of(&hashes) { Ok(0) } else { Err(PeerFault::Checkpoint.into()) }
    }

    /// Keeps a receipt for an entry of ours; whether it is new.
    pub(super) fn confirm(&self, receipt: &Receipt) -> Result<bool, NodeError> {
        if receipt.to != *self.agency() {
            return Err(PeerFault::Audience.into());
        }
        let (card, _) = self.trusted(&receipt.from)?;
        receipt.check(&card, self.now())?;
        let key = sent_key(&receipt.from, receipt.number);
        let mut sent: Sent = self.read_kept(&key)?.ok_or(PeerFault::Sequence)?;
        if sent.envelope.hash() != receipt.entry {
            return Err(PeerFault::Sequence.into());
        }
        if sent.confirmed.is_some() {
            return Ok(false);
        }
        sent.confirmed = Some(receipt.clone());
        self.journal.store().set_meta(&key, &self.write_json(&sent)?)?;
        Ok(true)
    }

    /// An entry with the payload that the journal has; without one when it was taken back since.
    pub(super) fn whole_again(&self, sent: &Sent) -> Result<Envelope, NodeError> {
        let mut envelope = sent.envelope.clone();
        let (Some(id), Content::Statement { marks, .. }) = (sent.statement, &envelope.content)
        else {
            return Ok(envelope);
        };
        let (commit, kept) = self.journal.find(&id)?;
        let hidden = self.journal.hidden()?;
        if hidden.contains(kept.sid) || hidden.commits.contains(&commit) {
            return Ok(envelope);
        }
        if let Some((salt, statement)) = &kept.body {
            envelope.content = Content::statement(statement, salt, kept.leaf, &marks.clone());
        }
        Ok(envelope)
    }
}

/// As many lines as one bundle may have; the rest comes with the next.
pub const LINES_MAX: usize = 100_000;
