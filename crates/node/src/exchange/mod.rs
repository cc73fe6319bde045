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

mod asking;
mod bundle;
mod events;
mod listed;
mod matchable;
mod peers;
mod pulling;
mod receiving;
mod refusing;
mod telling;

use std::collections::BTreeSet;
use std::fs::File;
use std::sync::MutexGuard;

use liaison_exchange::{Content, Envelope, PeerFault, Receipt};
use liaison_journal::merkle::RootBuilder;
use liaison_model::control::Target;
use liaison_model::schema::names::{prop, schema, schema as names};
use liaison_model::{
    Act, AgencyId, CommitNumber, EntityId, Hash, Instant, Label, MarkId, Marks, PersonCategory,
    Purpose, Reader, RecordKind, Statement, StatementId,
};
use liaison_policy::{Terms, decide_sharing, identifies_people};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::commit::Author;
use crate::reading::Snapshot;
use crate::{Node, NodeError};

pub(crate) use asking::Held;
pub use asking::{AskKind, AskLine, AskWanted, AskedByUs, AskedOfUs, Asking};
pub use bundle::{Line, Taking, read_lines};
pub use events::{ExchangeEvent, ExchangeEvents, ExchangeEventsWanted, ExchangeKind};
pub use liaison_exchange::ASK_LINES_MAX;
pub use listed::{
    About, EntriesOf, Entry as LogEntry, EntryContent, LogSide, ShareLine, TakenBack,
};
pub use peers::{Agreed, CardWanted, Contact, OwnIdentity, Peer, Unconfirmed};
pub use pulling::{Pulled, Reached};

use pulling::NO_HASH;

/// An entry of an audience's log as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Sent {
    /// Without payload and salt.
    pub(crate) envelope: Envelope,
    /// The statement that it brought.
    statement: Option<StatementId>,
    /// When it was written.
    pub(crate) at: Instant,
    /// The recipient's receipt.
    pub(crate) confirmed: Option<Receipt>,
}

/// How far an audience's log goes, kept with each entry so that nobody reads the whole log.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct SentLog {
    /// How many entries it has.
    count: u64,
    /// The hash of the last one.
    head: Hash,
    /// The tree over the hashes of all entries. A log that an earlier version kept has none.
    #[serde(default)]
    tree: RootBuilder,
    /// The entries that take others back, with the number of what they take back.
    withdrawals: Vec<(u64, u64)>,
    /// The commit up to which the journal's withdrawals were looked through.
    looked: CommitNumber,
}

/// What every statement of one share is judged by.
struct Door<'a> {
    snapshot: Snapshot<'a>,
    terms: Option<Terms>,
    author: &'a Reader,
    audience: &'a AgencyId,
    marks: &'a Marks,
    /// Records that accuse nobody who may not be named.
    named: BTreeSet<EntityId>,
}

/// What is held while an exchange is under way: the node's processes take turns.
struct OneExchange<'a> {
    _here: MutexGuard<'a, ()>,
    _lock: File,
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
        let _one_at_a_time = self.one_exchange()?;
        let mut door = self.door(audience, marks, author)?;
        self.sharable_or_noted(id, &mut door).map(|(statement, _)| statement)
    }

    /// Our own statements about some records, as far as the reader sees them: what can be shared.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] for a record that the reader does not see.
    pub fn own_statements(
        &self,
        records: &[&str],
        reader: &Reader,
    ) -> Result<Vec<StatementId>, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let is_ours = |mark: MarkId| {
            let label = snapshot.labels.get(&mark);
            label.is_some_and(|label| label.originator == *self.agency())
        };
        let mut own = Vec::new();
        for record in records {
            let id = self.entity_id(record)?;
            let ordinal = self.views.ordinal(id.as_str())?.ok_or(NodeError::NotFound)?;
            let rows = self.views.statements_of(ordinal, snapshot.window())?;
            if rows.is_empty() {
                return Err(NodeError::NotFound);
            }
            let sids: Vec<_> =
                rows.iter().filter(|row| is_ours(row.mark)).map(|row| row.sid).collect();
            own.extend(self.journal.statements(&sids)?.into_iter().map(|kept| kept.id));
        }
        Ok(own)
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
    /// As [`Self::may_share`]; when there are more than one commit takes.
    pub fn share_all(
        &self,
        ids: &[StatementId],
        audience: &AgencyId,
        marks: &Marks,
        author: &Reader,
    ) -> Result<Vec<Envelope>, NodeError> {
        let _one_at_a_time = self.one_exchange()?;
        let mut log = self.sent_log(audience)?;
        let first = log.count + 1;
        let mut door = self.door(audience, marks, author)?;
        let (mut envelopes, mut entries, mut beside) = (Vec::new(), Vec::new(), Vec::new());
        let grant = self.new_record(RecordKind::Grant)?;
        let say = |prop, value: String| self.own_entry(&grant, schema::GRANT, prop, value);
        for id in ids {
            let (_, content) = self.sharable_or_noted(*id, &mut door)?;
            let envelope = self.next_envelope(&mut log, audience, content)?;
            entries.push(say(prop::TARGET, Target::Statement(*id).to_string()));
            beside.push(self.sent_beside(&envelope, Some(*id))?);
            envelopes.push(envelope);
        }
        if entries.is_empty() {
            return Ok(envelopes);
        }
        entries.extend([
            say(prop::AUDIENCE, audience.to_string()),
            say(prop::MARKS, marks.to_string()),
            say(prop::NOTE, format!("numbers {first} to {}", log.count)),
        ]);
        beside.push(self.log_beside(audience, &log)?);
        let purposes: Vec<String> = marks.purposes.iter().map(Purpose::to_string).collect();
        let author = Author { name: author.name(), purpose: &purposes.join(" ") };
        self.commit_with(&author, "share", entries, &beside)?;
        Ok(envelopes)
    }

    /// What every statement of one share is judged by.
    fn door<'a>(
        &'a self,
        audience: &'a AgencyId,
        marks: &'a Marks,
        author: &'a Reader,
    ) -> Result<Door<'a>, NodeError> {
        Ok(Door {
            snapshot: self.snapshot(author, Act::Read, None)?,
            terms: self.terms_with(audience)?,
            author,
            audience,
            marks,
            named: BTreeSet::new(),
        })
    }

    fn sharable(
        &self,
        id: StatementId,
        door: &mut Door<'_>,
    ) -> Result<(Statement, Content), NodeError> {
        let Door { snapshot, terms, audience, marks, named, .. } = door;
        let (_, kept) = self.journal.find(&id)?;
        let (_, row) = self.views.row(kept.sid)?.ok_or(NodeError::NotFound)?;
        let is_visible =
            row.hidden_by.is_none() && snapshot.window().admits(row.sid, row.mark, row.commit);
        let Some((salt, statement)) = kept.body.filter(|_| is_visible) else {
            return Err(NodeError::NotFound);
        };
        let born = snapshot.labels.get(&row.mark).ok_or(NodeError::NotFound)?;
        let category = marks.category.or(born.marks.category);
        let schema = liaison_model::schema::find(&statement.schema);
        // A grant is the originator's word: only our own statements can be granted.
        let mut judged = Label { originator: born.originator.clone(), marks: (*marks).clone() };
        if schema.is_none_or(identifies_people) && judged.marks.category.is_none() {
            // Nobody slips through an agreement on categories by having none.
            judged.marks.category = category.or(Some(PersonCategory::Other));
        }
        let peer = Reader::peer((*audience).clone());
        let holder = self.agency().as_str();
        decide_sharing(terms.as_ref(), &judged, holder, &peer, snapshot.now).into_result()?;
        if !named.contains(&statement.entity) {
            self.check_suspect(snapshot, &statement.entity, audience)?;
            named.insert(statement.entity.clone());
        }
        let is_person = schema.is_some_and(|found| found.is_a(names::PERSON));
        if is_person && category == Some(PersonCategory::Suspect) {
            self.may_name(statement.entity.as_str(), audience.as_str())??;
        }
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
        let _one_at_a_time = self.one_exchange()?;
        let mut log = self.sent_log(audience)?;
        self.write_withdrawals(&mut log, audience)?;
        let numbers = log.withdrawals.iter();
        numbers.map(|(number, _)| Ok(self.sent(audience, *number)?.envelope)).collect()
    }

    /// Writes an entry for each statement of a log that was withdrawn since the log was looked
    /// through, in one commit.
    fn write_withdrawals(&self, log: &mut SentLog, audience: &AgencyId) -> Result<(), NodeError> {
        let position = self.journal.position()?;
        if log.count == 0 || self.journal.tombstones(log.looked)?.is_empty() {
            return Ok(());
        }
        let hidden = self.journal.hidden()?;
        let mut gone = Vec::new();
        for number in 1..=log.count {
            let Some(id) = self.sent(audience, number)?.statement else { continue };
            let (commit, kept) = self.journal.find(&id)?;
            let is_hidden = hidden.contains(kept.sid) || hidden.commits.contains(&commit);
            if is_hidden && log.withdrawals.iter().all(|(_, of)| *of != number) {
                gone.push(number);
            }
        }
        for run in gone.chunks(WITHDRAWALS_MAX) {
            let (mut beside, mut entries) = (Vec::new(), Vec::new());
            for withdrawn in run {
                let withdrawal = Content::Withdrawal { withdrawn: *withdrawn };
                let next = self.next_envelope(log, audience, withdrawal)?;
                log.withdrawals.push((next.number, *withdrawn));
                beside.push(self.sent_beside(&next, None)?);
                entries.extend(self.told_back(&next)?);
            }
            beside.push(self.log_beside(audience, log)?);
            self.commit_with(&Author { name: "node", purpose: "" }, "share", entries, &beside)?;
        }
        log.looked = position;
        let (key, value) = self.log_beside(audience, log)?;
        Ok(self.journal.store().set_meta(&key, &value)?)
    }

    /// The record that an audience is told of a withdrawal.
    fn told_back(&self, envelope: &Envelope) -> Result<Vec<liaison_journal::Entry>, NodeError> {
        let record = self.new_record(RecordKind::Receipt)?;
        let say = |prop, value: String| self.own_entry(&record, schema::RECEIPT, prop, value);
        Ok(vec![
            say(prop::TARGET, format!("entry:{}", envelope.hash())),
            say(prop::ORIGIN, envelope.origin.to_string()),
            say(prop::AUDIENCE, envelope.audience.to_string()),
            say(prop::NUMBER, envelope.number.to_string()),
        ])
    }

    /// The next entry of a log, which counts it.
    fn next_envelope(
        &self,
        log: &mut SentLog,
        audience: &AgencyId,
        content: Content,
    ) -> Result<Envelope, NodeError> {
        let envelope = Envelope {
            origin: self.agency().clone(),
            audience: audience.clone(),
            number: log.count + 1,
            prev: log.head,
            content,
            signature: String::new(),
            certificate: String::new(),
        };
        let sign = |context: &str, hash: &Hash| self.journal.sign(context, hash);
        let envelope = envelope.signed(self.journal.certificate(), sign)?;
        (log.count, log.head) = (envelope.number, envelope.hash());
        log.tree.push(log.head);
        Ok(envelope)
    }

    /// How far the log for an audience goes. Of a log that an earlier version wrote, it is read
    /// from its entries.
    fn sent_log(&self, audience: &AgencyId) -> Result<SentLog, NodeError> {
        let kept = self.read_kept::<SentLog>(&log_key(audience))?;
        if let Some(log) = kept.filter(|log| log.tree.leaves() == log.count) {
            return Ok(log);
        }
        let mut log = SentLog {
            count: 0,
            head: NO_HASH,
            tree: RootBuilder::default(),
            withdrawals: Vec::new(),
            looked: 0,
        };
        while let Some(sent) = self.read_kept::<Sent>(&sent_key(audience, log.count + 1))? {
            (log.count, log.head) = (sent.envelope.number, sent.envelope.hash());
            log.tree.push(log.head);
            if let Content::Withdrawal { withdrawn } = sent.envelope.content {
                log.withdrawals.push((log.count, withdrawn));
            }
        }
        Ok(log)
    }

    /// The audience's log so far. Payloads are left out: they stay in the journal, where an
    /// erasure reaches them.
    pub(crate) fn sent_to(&self, audience: &AgencyId) -> Result<Vec<Sent>, NodeError> {
        (1..=self.sent_log(audience)?.count).map(|number| self.sent(audience, number)).collect()
    }

    fn log_beside(
        &self,
        audience: &AgencyId,
        log: &SentLog,
    ) -> Result<(String, Vec<u8>), NodeError> {
        Ok((log_key(audience), self.write_json(log)?))
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

    /// Waits for the other threads and processes of this node that exchange something: two that
    /// wrote an entry at once would give two entries one number.
    fn one_exchange(&self) -> Result<OneExchange<'_>, NodeError> {
        let here = self.sharing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let path = self.folder.exchange_lock();
        let lock = || -> std::io::Result<File> {
            let file = crate::private_file(&path)?;
            file.lock()?;
            Ok(file)
        };
        Ok(OneExchange { _here: here, _lock: lock().map_err(NodeError::file(&path))? })
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

fn log_key(audience: &AgencyId) -> String {
    format!("sent:{audience}")
}

fn sent_key(audience: &AgencyId, number: u64) -> String {
    format!("sent:{audience}:{number}")
}

/// As many withdrawals are written in one commit.
const WITHDRAWALS_MAX: usize = 1_000;
/// What was taken back is confirmed within two days, or shown as overdue.
const WITHDRAWAL_SECONDS: i64 = 2 * 24 * 60 * 60;
/// What was shared, within a week.
const SHARE_SECONDS: i64 = 7 * 24 * 60 * 60;
