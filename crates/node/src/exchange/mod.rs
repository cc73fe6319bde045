//! Sharing statements with another agency, and taking them back.
//!
//! A share is a grant in our journal and an entry in the audience's log: dense numbers, the
//! statement's leaf, its marks for that audience. The recipient checks payload, leaf and the
//! signed log entry, keeps the statement under its originator's label, and never sees our
//! journal's tree, size or position. A withdrawal is an entry of the same log. What was taken is
//! confirmed by a signed receipt; what is not confirmed is listed, and goes again.
//!
//! Where a log stands is written in the transaction of the commit that applies an entry: both are
//! there afterwards, or neither.

mod bundle;
mod peers;
mod receiving;
mod telling;

use std::sync::MutexGuard;

use liaison_exchange::{Content, Envelope, PeerFault, Receipt};
use liaison_model::control::Target;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{
    Act, AgencyId, Hash, Instant, Label, Marks, PersonCategory, Reader, RecordKind, Statement,
    StatementId,
};
use liaison_policy::{decide_sharing, identifies_people};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::commit::Author;
use crate::{Node, NodeError};

pub use bundle::{Line, Taking, read_lines};
pub use peers::{Agreed, CardWanted, Peer, Unconfirmed};

/// An entry of an audience's log as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Sent {
    /// Without payload and salt.
    envelope: Envelope,
    /// The statement that it brought.
    statement: Option<StatementId>,
    /// When it was written.
    at: Instant,
    /// The recipient's receipt.
    confirmed: Option<Receipt>,
}

/// An entry of a peer's log as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Arrived {
    /// Without payload and salt.
    envelope: Envelope,
    /// The statement that it brought, if it is or was here.
    statement: Option<StatementId>,
    /// What we signed for it.
    receipt: Receipt,
}

impl Sent {
    fn unconfirmed(&self, now: Instant) -> Unconfirmed {
        let is_withdrawal = matches!(self.envelope.content, Content::Withdrawal { .. });
        let limit = if is_withdrawal { WITHDRAWAL_SECONDS } else { SHARE_SECONDS };
        Unconfirmed {
            number: self.envelope.number,
            is_withdrawal,
            since: self.at,
            is_overdue: self.at.plus_seconds(limit) < now,
        }
    }
}

impl Node {
    /// Whether a statement of ours may go to another agency under `marks`, and nothing else.
    ///
    /// # Errors
    ///
    /// [`NodeError::Refused`] when policy or the agreement does not let it out;
    /// [`NodeError::NotFound`] when there is no such visible statement.
    pub fn may_share(
        &self,
        id: StatementId,
        audience: &AgencyId,
        marks: &Marks,
        author: &Reader,
    ) -> Result<Statement, NodeError> {
        self.sharable(id, audience, marks, author).map(|(statement, _)| statement)
    }

    /// Shares one statement of ours with another agency under `marks`.
    ///
    /// # Errors
    ///
    /// As [`Self::may_share`].
    pub fn share(
        &self,
        id: StatementId,
        audience: &AgencyId,
        marks: &Marks,
        author: &Reader,
    ) -> Result<Envelope, NodeError> {
        let mut shared = self.share_all(&[id], audience, marks, author)?;
        shared.pop().ok_or(NodeError::NotFound)
    }

    /// Shares statements of ours together: all of them in one commit, or none.
    ///
    /// # Errors
    ///
    /// As [`Self::may_share`].
    pub(crate) fn share_all(
        &self,
        ids: &[StatementId],
        audience: &AgencyId,
        marks: &Marks,
        author: &Reader,
    ) -> Result<Vec<Envelope>, NodeError> {
        let _one_at_a_time = self.one_exchange();
        let (mut envelopes, mut entries, mut beside) = (Vec::new(), Vec::new(), Vec::new());
        let mut last = self.sent_to(audience)?.pop().map(|last| last.envelope);
        for id in ids {
            let (_, content) = self.sharable(*id, audience, marks, author)?;
            let envelope = self.envelope_after(last.as_ref(), audience, content)?;
            let grant = self.new_record(RecordKind::Grant)?;
            let say = |prop, value: String| self.own_entry(&grant, schema::GRANT, prop, value);
            entries.extend([
                say(prop::TARGET, Target::Statement(*id).to_string()),
                say(prop::AUDIENCE, audience.to_string()),
                say(prop::MARKS, marks.to_string()),
                say(prop::NOTE, format!("number {}", envelope.number)),
            ]);
            beside.push(self.sent_beside(&envelope, Some(*id))?);
            last = Some(envelope.clone());
            envelopes.push(envelope);
        }
        if !entries.is_empty() {
            let author = Author { name: author.name(), purpose: "" };
            self.commit_with(&author, "share", entries, &beside)?;
        }
        Ok(envelopes)
    }

    fn sharable(
        &self,
        id: StatementId,
        audience: &AgencyId,
        marks: &Marks,
        author: &Reader,
    ) -> Result<(Statement, Content), NodeError> {
        let snapshot = self.snapshot(author, Act::Read, None)?;
        let (_, kept) = self.journal.find(&id)?;
        let (_, row) = self.views.row(kept.sid)?.ok_or(NodeError::NotFound)?;
        let is_visible =
            row.hidden_by.is_none() && snapshot.window().admits(row.sid, row.mark, row.commit);
        let Some((salt, statement)) = kept.body.filter(|_| is_visible) else {
            return Err(NodeError::NotFound);
        };
        let born = snapshot.labels.get(&row.mark).ok_or(NodeError::NotFound)?;
        self.check_suspect(&snapshot, &statement.entity, audience)?;
        // A grant is the originator's word: only our own statements can be granted.
        let mut judged = Label { originator: born.originator.clone(), marks: marks.clone() };
        let is_of_a_person =
            liaison_model::schema::find(&statement.schema).is_none_or(identifies_people);
        if is_of_a_person && judged.marks.category.is_none() {
            // Nobody slips through an agreement on categories by having none.
            judged.marks.category = born.marks.category.or(Some(PersonCategory::Other));
        }
        let peer = Reader::peer(audience.clone());
        let terms = self.terms_with(audience)?;
        let holder = self.agency().as_str();
        decide_sharing(terms.as_ref(), &judged, holder, &peer, snapshot.now).into_result()?;
        let content = Content::statement(&statement, &salt, kept.leaf, marks);
        Ok((statement, content))
    }

    /// The envelopes by which statements that were withdrawn since are taken back from an
    /// audience. Sending them again changes nothing.
    ///
    /// # Errors
    ///
    /// When the journal fails.
    pub fn withdrawals_for(&self, audience: &AgencyId) -> Result<Vec<Envelope>, NodeError> {
        let _one_at_a_time = self.one_exchange();
        let hidden = self.journal.hidden()?;
        let sent = self.sent_to(audience)?;
        let mut envelopes = Vec::new();
        for entry in &sent {
            let Some(id) = entry.statement else { continue };
            let (commit, kept) = self.journal.find(&id)?;
            let withdrawal = Content::Withdrawal { withdrawn: entry.envelope.number };
            let told = sent.iter().find(|other| other.envelope.content == withdrawal);
            match told {
                Some(told) => envelopes.push(told.envelope.clone()),
                None if hidden.contains(kept.sid) || hidden.commits.contains(&commit) => {
                    let next = self.next_envelope(audience, withdrawal)?;
                    let (key, value) = self.sent_beside(&next, None)?;
                    self.journal.store().set_meta(&key, &value)?;
                    envelopes.push(next);
                }
                None => {}
            }
        }
        Ok(envelopes)
    }

    fn next_envelope(&self, audience: &AgencyId, content: Content) -> Result<Envelope, NodeError> {
        let last = self.sent_to(audience)?.pop().map(|last| last.envelope);
        self.envelope_after(last.as_ref(), audience, content)
    }

    fn envelope_after(
        &self,
        last: Option<&Envelope>,
        audience: &AgencyId,
        content: Content,
    ) -> Result<Envelope, NodeError> {
        let (number, prev) = match last {
            None => (1, Hash([0; 32])),
            Some(last) => (last.number + 1, last.hash()),
        };
        let envelope = Envelope {
            origin: self.agency().clone(),
            audience: audience.clone(),
            number,
            prev,
            content,
            signature: String::new(),
            certificate: String::new(),
        };
        let sign = |context: &str, hash: &Hash| self.journal.sign(context, hash);
        Ok(envelope.signed(self.journal.certificate(), sign)?)
    }

    /// The audience's log so far. Payloads are left out: they stay in the journal, where an
    /// erasure reaches them.
    fn sent_to(&self, audience: &AgencyId) -> Result<Vec<Sent>, NodeError> {
        let mut log = Vec::new();
        for number in 1_u64.. {
            let Some(sent) = self.read_kept(&sent_key(audience, number))? else { break };
            log.push(sent);
        }
        Ok(log)
    }

    /// An entry of our log, to be kept with the commit that writes it.
    fn sent_beside(
        &self,
        envelope: &Envelope,
        statement: Option<StatementId>,
    ) -> Result<(String, Vec<u8>), NodeError> {
        let at = self.now();
        let sent = Sent { envelope: envelope.without_payload(), statement, at, confirmed: None };
        let key = sent_key(&envelope.audience, envelope.number);
        Ok((key, self.write_json(&sent)?))
    }

    fn one_exchange(&self) -> MutexGuard<'_, ()> {
        self.sharing.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn read_kept<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, NodeError> {
        let Some(bytes) = self.journal.store().meta(key)? else { return Ok(None) };
        serde_json::from_slice(&bytes).map(Some).map_err(|_| self.damaged_exchange())
    }

    fn write_json(&self, value: &impl Serialize) -> Result<Vec<u8>, NodeError> {
        Ok(serde_json::to_vec(value).map_err(|_| PeerFault::Content)?)
    }

    fn damaged_exchange(&self) -> NodeError {
        NodeError::Damaged { path: self.folder.journal() }
    }
}

fn sent_key(audience: &AgencyId, number: u64) -> String {
    format!("sent:{audience}:{number}")
}

/// What was taken back is confirmed within two days, or shown as overdue.
const WITHDRAWAL_SECONDS: i64 = 2 * 24 * 60 * 60;
/// What was shared, within a week.
const SHARE_SECONDS: i64 = 7 * 24 * 60 * 60;
