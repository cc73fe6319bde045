//! What went out and what came in, as it is listed; what would go, before it goes; and taking back
//! what went.
//!
//! A list names records by their ids, and those only that its reader may read: values are read on
//! the record itself, where a look is recorded.

use std::cmp::Reverse;

use liaison_exchange::{Content, Envelope, Outcome};
use liaison_journal::JournalError;
use liaison_model::messages::Message;
use liaison_model::schema::names::schema;
use liaison_model::{Act, AgencyId, CommitNumber, EntityId, Instant, Marks, Reader, StatementId};

use super::Arrived;
use crate::reading::{Shown, Snapshot};
use crate::{Node, NodeError};

/// Whose log an entry stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LogSide {
    /// Ours: what this agency gave.
    Given,
    /// The peer's: what this agency got.
    Got,
}

/// Which entries are wanted. What is empty leaves nothing out.
#[derive(Debug, Clone, Default)]
pub struct EntriesOf {
    /// Those with one peer.
    pub peer: Option<AgencyId>,
    /// Those of one side.
    pub side: Option<LogSide>,
    /// How many of the newest at most.
    pub newest: usize,
}

/// An entry of a log, as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The other agency.
    pub peer: AgencyId,
    /// Whose log it is.
    pub side: LogSide,
    /// Its number there.
    pub number: u64,
    /// When it was written here, or came.
    pub at: Instant,
    /// What it brings.
    pub content: EntryContent,
    /// When the recipient signed for it; of what came, once the sender has our receipt.
    pub confirmed: Option<Instant>,
    /// How many copies were removed, of a withdrawal that was applied.
    pub copies: Option<u64>,
    /// Whether its receipt waits for longer than it may.
    pub is_overdue: bool,
}

/// What an entry brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryContent {
    /// A statement.
    Statement {
        /// Its id and whom or what it says something of, where this reader may know.
        about: Option<About>,
        /// What its recipient may do with it.
        marks: Box<Marks>,
        /// Whether it was taken back since, or is gone for another reason.
        is_gone: bool,
    },
    /// An entry before it is taken back.
    Withdrawal {
        /// Its number.
        of: u64,
    },
    /// Something was not passed on.
    NotForwarded {
        /// Its number in the other log.
        of: u64,
        /// To whom it was to go.
        to: AgencyId,
    },
}

/// What a statement says something of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The statement.
    pub statement: StatementId,
    /// The record.
    pub entity: EntityId,
    /// Its schema.
    pub schema: String,
    /// The property.
    pub prop: String,
}

/// One statement that would be shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareLine {
    /// Its id.
    pub statement: StatementId,
    /// The record, its schema and the property, and the value as this reader gets it; absent where
    /// this reader may see nothing of it.
    pub shown: Option<(About, Shown)>,
    /// Why it may not go.
    pub refusal: Option<Message>,
    /// Whether the audience has it already.
    pub is_known: bool,
}

/// What was taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenBack {
    /// The commit that says so.
    pub commit: CommitNumber,
    /// Who is told.
    pub agencies: Vec<AgencyId>,
}

impl Node {
    /// Entries of the logs with peers, newest first, and how many there are in all.
    ///
    /// # Errors
    ///
    /// [`crate::WrongUse::NoPeer`]; when the journal or the views fail.
    pub fn log_entries(
        &self,
        wanted: &EntriesOf,
        reader: &Reader,
    ) -> Result<(Vec<Entry>, u64), NodeError> {
        let peers = match &wanted.peer {
            None => self.peer_cards()?.into_iter().map(|card| card.agency).collect(),
            Some(peer) => {
                self.kept_peer(peer)?;
                vec![peer.clone()]
            }
        };
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let is_wanted = |side| wanted.side.is_none_or(|only| only == side);
        let (mut entries, mut total) = (Vec::new(), 0);
        for peer in &peers {
            if is_wanted(LogSide::Given) {
                let log = self.sent_log(peer)?;
                total += log.count;
                let first = log.count.saturating_sub(wanted.newest as u64) + 1;
                for number in first..=log.count {
                    entries.push(self.given(&snapshot, peer, number)?);
                }
            }
            if is_wanted(LogSide::Got) {
                let (count, _) = self.received_head(peer)?;
                total += count;
                let told = self.told_until(peer)?;
                let first = count.saturating_sub(wanted.newest as u64) + 1;
                for number in first..=count {
                    let arrived = self.arrived(peer, number)?;
                    let arrived = arrived.ok_or_else(|| self.damaged_exchange())?;
                    entries.push(self.got(&snapshot, peer, &arrived, number <= told)?);
                }
            }
        }
        entries.sort_by_key(|entry| Reverse((entry.at, entry.number)));
        entries.truncate(wanted.newest);
        Ok((entries, total))
    }

    fn given(
        &self,
        snapshot: &Snapshot<'_>,
        peer: &AgencyId,
        number: u64,
    ) -> Result<Entry, NodeError> {
        let sent = self.sent(peer, number)?;
        let outcome = sent.confirmed.as_ref().map(|receipt| &receipt.outcome);
        let waits = sent.confirmed.is_none() && sent.unconfirmed(snapshot.now).is_overdue;
        Ok(Entry {
            peer: peer.clone(),
            side: LogSide::Given,
            number,
            at: sent.at,
            content: content(snapshot, &sent.envelope, sent.statement)?,
            confirmed: sent.confirmed.as_ref().map(|receipt| receipt.at),
            copies: copies(outcome),
            is_overdue: waits,
        })
    }

    fn got(
        &self,
        snapshot: &Snapshot<'_>,
        peer: &AgencyId,
        arrived: &Arrived,
        is_told: bool,
    ) -> Result<Entry, NodeError> {
        let receipt = &arrived.receipt;
        Ok(Entry {
            peer: peer.clone(),
            side: LogSide::Got,
            number: arrived.envelope.number,
            at: receipt.at,
            content: content(snapshot, &arrived.envelope, arrived.statement)?,
            confirmed: is_told.then_some(receipt.at),
            copies: copies(Some(&receipt.outcome)),
            is_overdue: false,
        })
    }

    /// What would go if these statements were shared, and what would not, with the reason. A refusal
    /// is kept, as one of sharing itself is.
    ///
    /// # Errors
    ///
    /// [`crate::WrongUse::NoPeer`]; when the journal or the views fail.
    pub fn preview_share(
        &self,
        ids: &[StatementId],
        audience: &AgencyId,
        marks: &Marks,
        author: &Reader,
    ) -> Result<Vec<ShareLine>, NodeError> {
        self.kept_peer(audience)?;
        let known = self.shared_with(audience)?;
        let snapshot = self.snapshot(author, Act::Read, None)?;
        let _one_at_a_time = self.one_exchange()?;
        let mut door = self.door(audience, marks, author)?;
        let mut lines = Vec::new();
        for id in ids {
            let refusal = match self.sharable_or_noted(*id, &mut door) {
                Ok(_) => None,
                Err(error @ (NodeError::Refused(_) | NodeError::NotFound)) => Some(error.message()),
                Err(error) => return Err(error),
            };
            let (statement, is_known) = (*id, known.contains(id));
            lines.push(ShareLine {
                statement,
                shown: snapshot.statement(*id)?.shown(),
                refusal,
                is_known,
            });
        }
        Ok(lines)
    }

    /// Shares statements together: all of them, or none; the commit.
    ///
    /// # Errors
    ///
    /// As [`Node::may_share`].
    pub fn share_together(
        &self,
        ids: &[StatementId],
        audience: &AgencyId,
        marks: &Marks,
        author: &Reader,
    ) -> Result<CommitNumber, NodeError> {
        self.kept_peer(audience)?;
        self.share_all(ids, audience, marks, author)?;
        Ok(self.journal.position()?)
    }

    /// Withdraws a statement that was shared, here and wherever it went; those who have it are told
    /// before anything else.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the reader may not see it, it went nowhere, or it is a part of a
    /// request, which is recalled as a whole; as [`Node::withdraw`].
    pub fn withdraw_shared(
        &self,
        id: StatementId,
        reason: &str,
        author: &Reader,
    ) -> Result<TakenBack, NodeError> {
        let snapshot = self.snapshot(author, Act::Read, None)?;
        let mut agencies = Vec::new();
        for card in self.peer_cards()? {
            if self.shared_with(&card.agency)?.contains(&id) {
                agencies.push(card.agency);
            }
        }
        let is_taken = |about: &About| !OF_REQUESTS.contains(&about.schema.as_str());
        let shown = snapshot.statement(id)?.shown();
        if agencies.is_empty() || !shown.is_some_and(|(about, _)| is_taken(&about)) {
            return Err(NodeError::NotFound);
        }
        let commit = self.withdraw(id, reason, author.name())?.commit;
        for agency in &agencies {
            self.withdrawals_for(agency)?;
        }
        Ok(TakenBack { commit, agencies })
    }
}

/// A statement as a reader finds it.
enum Found {
    /// It counts, and this is how the reader gets it.
    Shown(About, Shown),
    /// It counts, and is not for this reader.
    Kept,
    /// It is withdrawn, or its bytes are gone.
    Gone,
}

impl Found {
    fn shown(self) -> Option<(About, Shown)> {
        match self {
            Self::Shown(about, shown) => Some((about, shown)),
            Self::Kept | Self::Gone => None,
        }
    }
}

impl Snapshot<'_> {
    fn statement(&self, id: StatementId) -> Result<Found, NodeError> {
        let (commit, kept) = match self.node.journal.find(&id) {
            Err(JournalError::Unknown) => return Ok(Found::Gone),
            found => found?,
        };
        let Some((_, row)) = self.node.views.row(kept.sid)? else { return Ok(Found::Kept) };
        let is_hidden = self.hidden.contains(kept.sid) || self.hidden.commits.contains(&commit);
        if row.hidden_by.is_some() || is_hidden {
            return Ok(Found::Gone);
        }
        if !self.window().admits(row.sid, row.mark, row.commit) {
            return Ok(Found::Kept);
        }
        let Some(view) = self.entity_from(&[row])? else { return Ok(Found::Gone) };
        let entity = view.id;
        Ok(view.statements.into_iter().next().map_or(Found::Gone, |said| {
            let about = About { statement: id, entity, schema: said.schema, prop: said.prop };
            Found::Shown(about, said.value)
        }))
    }
}

fn content(
    snapshot: &Snapshot<'_>,
    envelope: &Envelope,
    statement: Option<StatementId>,
) -> Result<EntryContent, NodeError> {
    Ok(match &envelope.content {
        Content::Statement { marks, .. } => {
            let found = statement.map_or(Ok(Found::Gone), |id| snapshot.statement(id))?;
            let is_gone = matches!(found, Found::Gone);
            let about = found.shown().map(|(about, _)| about);
            EntryContent::Statement { about, marks: Box::new(marks.clone()), is_gone }
        }
        Content::Withdrawal { withdrawn } => EntryContent::Withdrawal { of: *withdrawn },
        Content::NotForwarded { number, to } => {
            EntryContent::NotForwarded { of: *number, to: to.clone() }
        }
    })
}

/// What makes up a request: a part that is missing would leave the two sides with two of them.
const OF_REQUESTS: [&str; 2] = [schema::INFORMATION_REQUEST, schema::REQUEST_STEP];

fn copies(outcome: Option<&Outcome>) -> Option<u64> {
    match outcome {
        Some(Outcome::Applied { copies }) => Some(*copies),
        _ => None,
    }
}
