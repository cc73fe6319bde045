//! Where a journal lies: what SQLite and PostgreSQL must both do.
//!
//! A statement's row has the key `sid` = batch × 2³² + place in the batch. A batch becomes visible
//! by the row of its commit, and by nothing else: rows of a batch without a commit are those of a
//! dead import, which the next import sweeps away.

mod copy;
mod pool;
mod postgres;
mod reading;
mod sqlite;

use std::collections::{HashMap, HashSet};

use liaison_model::control::Control;
use liaison_model::{CommitNumber, Hash, Instant, Label, MarkId, StatementId};

use crate::JournalError;
use crate::hash::{ClaimCode, ClaimCoder, ErasedCode, Salt};
use crate::header::CommitHeader;

pub use postgres::{PostgresStore, Schema};
pub use reading::{Reading, Unfolded};
pub use sqlite::SqliteStore;

/// Whether a store may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Read and write; makes the store when it is absent.
    Create,
    /// Read and write an existing store.
    Write,
    /// Read an existing store.
    Read,
}

/// The key of a statement's row.
pub type Sid = i64;
/// The key of a batch.
pub type Batch = i64;

/// A statement about to be written.
#[derive(Debug, Clone)]
pub struct NewRow {
    /// Its id.
    pub id: StatementId,
    /// Its leaf.
    pub leaf: Hash,
    /// Its salt.
    pub salt: Salt,
    /// Its canonical bytes.
    pub payload: Vec<u8>,
    /// Its label.
    pub mark: MarkId,
    /// Its claim code; `None` where a second claim like it is to be kept.
    pub code: Option<ClaimCode>,
}

/// A statement as it lies in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its key.
    pub sid: Sid,
    /// Its id.
    pub id: StatementId,
    /// Its leaf.
    pub leaf: Hash,
    /// Its label.
    pub mark: MarkId,
    /// Salt and canonical bytes; `None` once they were removed.
    pub body: Option<(Salt, Vec<u8>)>,
}

/// A commit as it lies in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommitRow {
    /// Its number.
    pub number: CommitNumber,
    /// The batch that holds its statements.
    pub batch: Batch,
    /// Hash of the commit before it.
    pub prev: Hash,
    /// Its header's canonical bytes.
    pub header: Vec<u8>,
    /// Its hash.
    pub hash: Hash,
    /// The node key's signature.
    pub signature: [u8; 64],
}

/// The newest commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Its number.
    pub number: CommitNumber,
    /// Its hash.
    pub hash: Hash,
    /// When it was made.
    pub time: Instant,
}

/// A commit that is signed and only needs to be written.
#[derive(Debug, Clone)]
pub struct SealedCommit {
    /// Its number.
    pub number: CommitNumber,
    /// Hash of the commit before it; kept apart so that a store can refuse a second successor.
    pub prev: Hash,
    /// Its header's canonical bytes.
    pub header: Vec<u8>,
    /// Its hash.
    pub hash: Hash,
    /// The signature.
    pub signature: [u8; 64],
}

/// What a commit does to statements before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effect {
    /// What.
    pub control: Control,
    /// To which.
    pub target: EffectTarget,
}

/// Statements before a commit, by the store's own keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EffectTarget {
    /// One statement.
    Row(Sid),
    /// Every statement of a commit.
    Commit(CommitNumber),
}

/// An effect as it lies in the store, with the commit that brought it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tombstone {
    /// What is done to which statements.
    pub effect: Effect,
    /// By which commit.
    pub by: CommitNumber,
}

/// What is hidden: the targets of every withdrawal, purge and erasure up to some commit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hidden {
    /// Statements.
    pub rows: HashSet<Sid>,
    /// Whole commits.
    pub commits: HashSet<CommitNumber>,
    /// Batches of those commits.
    pub batches: HashSet<Batch>,
}

/// What a store remembers of claims whose bytes a commit removes for good.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Erasing {
    /// Their claim codes, to be forgotten.
    pub claims: Vec<ClaimCode>,
    /// The codes of their texts, to be kept on the list of what was erased.
    pub texts: Vec<ErasedCode>,
}

/// What is kept with a commit in one transaction, beside its rows: keys of [`Store::set_meta`].
pub type Beside = [(String, Vec<u8>)];

/// What became of a staged run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staged {
    /// For each row, in order, what became of it.
    pub fates: Vec<Fate>,
}

/// What became of a row that was to be staged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Written.
    New,
    /// Written: the claim was known, and its holder is hidden.
    Back(Sid),
    /// The claim is known already, and live.
    Known,
    /// Its text was erased by law, about this entity and property, and does not come back.
    Erased,
}

impl Fate {
    /// Whether the row was written.
    #[must_use]
    pub fn is_written(self) -> bool {
        matches!(self, Self::New | Self::Back(_))
    }
}

/// Makes the commit while the writer's lock is held: gets the head, returns the sealed commit.
pub type Seal<'a> = &'a mut dyn FnMut(Option<Head>) -> Result<SealedCommit, JournalError>;

/// One writer's right to stage rows; given back when dropped.
pub trait ImportLock: Send {}

/// Where a journal lies. Every method is safe to call from several threads and processes.
///
/// A store hands out what it holds, changed or not: a value that cannot be what a journal wrote
/// (a hash of 31 bytes) comes out as zeros, which fit nothing, so that verification names its row
/// instead of failing on it.
pub trait Store: Send + Sync {
    /// A short value kept beside the commits.
    fn meta(&self, key: &str) -> Result<Option<Vec<u8>>, JournalError>;
    /// Keeps short values in one transaction: all of them, or none.
    fn set_metas(&self, kept: &Beside) -> Result<(), JournalError>;
    /// Keeps a short value.
    fn set_meta(&self, key: &str, value: &[u8]) -> Result<(), JournalError> {
        self.set_metas(&[(key.to_owned(), value.to_vec())])
    }

    /// The number under which a label is kept, new or known.
    fn intern(&self, label: &Label) -> Result<MarkId, JournalError>;
    /// Every label. One that does not read back as it is written is left out: then nobody sees the
    /// statements under it, and verification names them.
    fn labels(&self) -> Result<Vec<(MarkId, Label)>, JournalError>;

    /// The newest commit.
    fn head(&self) -> Result<Option<Head>, JournalError>;
    /// The right to stage; waits for another import to end.
    fn import_lock(&self) -> Result<Box<dyn ImportLock + '_>, JournalError>;
    /// Batches without a commit: dead, when asked under the import lock.
    fn dead_batches(&self) -> Result<Vec<Batch>, JournalError>;
    /// Removes a batch without a commit, as far as the rows up to place `last`, and these claim
    /// codes of theirs. Up to `u32::MAX` nothing of the batch is left. Refuses a batch that has a
    /// commit after all ([`JournalError::Busy`]).
    fn discard(&self, batch: Batch, last: u32, codes: &[ClaimCode]) -> Result<(), JournalError>;
    /// A new batch.
    fn open_batch(&self) -> Result<Batch, JournalError>;
    /// Writes rows from place `first` on, leaving out those whose claim is known and not hidden, and
    /// those whose text was erased: `coder` makes the codes to compare, where anything was.
    /// [`JournalError::Stopped`] when another import took the batch for a dead one.
    fn stage(
        &self,
        batch: Batch,
        first: u32,
        rows: &[NewRow],
        hidden: &Hidden,
        coder: &ClaimCoder,
    ) -> Result<Staged, JournalError>;
    /// Makes a staged batch a commit. [`JournalError::Stopped`] when another import took the batch
    /// for a dead one.
    fn publish(&self, batch: Batch, seal: Seal<'_>) -> Result<CommitNumber, JournalError>;
    /// Writes a small commit and its effects in one transaction. [`JournalError::ErasedByLaw`] when
    /// the text of a row was erased before.
    fn commit(
        &self,
        rows: &[NewRow],
        effects: &[Effect],
        erasing: &Erasing,
        beside: &Beside,
        coder: &ClaimCoder,
        seal: Seal<'_>,
    ) -> Result<CommitNumber, JournalError>;

    /// One commit.
    fn commit_row(&self, number: CommitNumber) -> Result<Option<CommitRow>, JournalError>;
    /// Commits after `after`, ascending, at most `limit`.
    fn commits(&self, after: CommitNumber, limit: u32) -> Result<Vec<CommitRow>, JournalError>;
    /// The commit that made a batch visible.
    fn commit_of(&self, batch: Batch) -> Result<Option<CommitNumber>, JournalError>;
    /// Rows of a batch after place `after` (all: `None`), ascending, at most `limit`.
    fn rows_of(
        &self,
        batch: Batch,
        after: Option<u32>,
        limit: u32,
    ) -> Result<Vec<Row>, JournalError>;
    /// Rows by key, in the order asked; a key without a row is left out.
    fn rows(&self, sids: &[Sid]) -> Result<Vec<Row>, JournalError>;
    /// The key of a statement, whether committed or staged.
    fn find(&self, id: &StatementId) -> Result<Option<Sid>, JournalError>;
    /// Tombstones of commits after `after`, ascending by commit. [`JournalError::Unsound`] with the
    /// commit when one cannot be read: a reader that does not know what is hidden must not go on.
    fn tombstones(&self, after: CommitNumber) -> Result<Vec<Tombstone>, JournalError>;
    /// The list of what was erased: the code of each text, with the commit that erased it first.
    fn erased(&self) -> Result<Vec<(ErasedCode, CommitNumber)>, JournalError>;
    /// Known claims after the code `after` (all: `None`), ascending, at most `limit`, with the rows
    /// that hold them.
    fn claims(
        &self,
        after: Option<ClaimCode>,
        limit: u32,
    ) -> Result<Vec<(ClaimCode, Sid)>, JournalError>;
    /// A row that is not found by the id that it has, or is found by another, where the store keeps
    /// a list of ids beside the rows.
    fn misfiled(&self) -> Result<Option<Sid>, JournalError>;

    /// Writes the whole store as one new file that [`SqliteStore`] opens, while others go on.
    fn copy_to(&self, file: &std::path::Path) -> Result<(), JournalError>;
    /// Makes sure that removed bytes are in no file of the store any more. O(statements): it writes
    /// their table anew. [`JournalError::Busy`] while somebody still reads what was there before.
    fn scrub(&self) -> Result<(), JournalError>;
}

/// The key of a statement's row.
#[must_use]
pub fn sid(batch: Batch, place: u32) -> Sid {
    batch << PLACE_BITS | Sid::from(place)
}

/// The batch of a row.
#[must_use]
pub fn batch_of(sid: Sid) -> Batch {
    sid >> PLACE_BITS
}

/// The place of a row in its batch.
#[must_use]
pub fn place_of(sid: Sid) -> u32 {
    (sid & Sid::from(u32::MAX)) as u32
}

impl Hidden {
    /// Whether a row is hidden.
    #[must_use]
    pub fn contains(&self, sid: Sid) -> bool {
        self.rows.contains(&sid) || self.batches.contains(&batch_of(sid))
    }
}

/// What becomes of each row of a run, given the holders of claims that are known already and which
/// of the rows were erased. What is here is known, even where the law took the same text out of
/// another source's mouth only.
pub(crate) fn judge_run(
    rows: &[NewRow],
    hidden: &Hidden,
    known: &HashMap<ClaimCode, Sid>,
    erased: &HashSet<usize>,
) -> Vec<Fate> {
    let mut in_run = HashSet::with_capacity(rows.len());
    let mut judge = |(at, row): (usize, &NewRow)| {
        let holder = row.code.and_then(|code| known.get(&code));
        if holder.is_some_and(|holder| !hidden.contains(*holder)) {
            return Fate::Known;
        }
        if erased.contains(&at) {
            return Fate::Erased;
        }
        let is_first = row.code.is_none_or(|code| in_run.insert(code));
        match holder {
            _ if !is_first => Fate::Known,
            None => Fate::New,
            Some(holder) => Fate::Back(*holder),
        }
    };
    rows.iter().enumerate().map(&mut judge).collect()
}

/// The codes of a run's texts, each with its row, in the order of their index.
pub(crate) fn text_codes(
    rows: &[NewRow],
    coder: &ClaimCoder,
) -> Result<Vec<(ErasedCode, usize)>, JournalError> {
    let mut codes = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        let texts = coder.erased_codes(&row.payload).map_err(|_| JournalError::Damaged)?;
        codes.extend(texts.into_iter().map(|code| (code, at)));
    }
    codes.sort_unstable();
    Ok(codes)
}

/// A small commit is whole or not at all: it does not leave out what was erased.
pub(crate) fn refuse_erased(fates: &[Fate]) -> Result<(), JournalError> {
    if fates.contains(&Fate::Erased) { Err(JournalError::ErasedByLaw) } else { Ok(()) }
}

/// The key of each row of a run that is new, from place `first` of the batch on.
pub(crate) fn place_run(batch: Batch, first: u32, fates: &[Fate]) -> Vec<Option<Sid>> {
    let mut next = sid(batch, first);
    let mut place = |fate: &Fate| {
        let new = fate.is_written().then_some(next);
        next += Sid::from(new.is_some());
        new
    };
    fates.iter().map(&mut place).collect()
}

/// The bytes as an array, or zeros where they do not fit.
pub(crate) fn fitted<const N: usize>(bytes: &[u8]) -> [u8; N] {
    bytes.try_into().unwrap_or([0; N])
}

/// Salt and payload from their columns. Half a body is not a removed one: it comes out with zeros
/// for what is missing.
pub(crate) fn body_from(salt: Option<&[u8]>, payload: Option<&[u8]>) -> Option<(Salt, Vec<u8>)> {
    let is_there = salt.is_some() || payload.is_some();
    is_there.then(|| (fitted(salt.unwrap_or_default()), payload.unwrap_or_default().to_vec()))
}

/// The newest commit from its columns.
pub(crate) fn head_from(
    number: CommitNumber,
    hash: Hash,
    header: &[u8],
) -> Result<Head, JournalError> {
    let header = CommitHeader::from_canonical(header)
        .map_err(|_| JournalError::Unsound { commit: number })?;
    Ok(Head { number, hash, time: header.note.time })
}

/// A label from its columns; `None` where they do not read back as they are written.
pub(crate) fn label_from(
    (mark, originator, marks): (i64, String, String),
) -> Option<(MarkId, Label)> {
    let mark = MarkId::try_from(mark).ok()?;
    let label = Label { originator: originator.parse().ok()?, marks: marks.parse().ok()? };
    (label.marks.to_string() == marks).then_some((mark, label))
}

/// A tombstone from its columns.
pub(crate) fn tombstone_from(
    (control, sid, commit, by): (i64, Option<Sid>, Option<i64>, CommitNumber),
) -> Result<Tombstone, JournalError> {
    let unsound = JournalError::Unsound { commit: by };
    let control = u8::try_from(control).ok().and_then(Control::from_code);
    let target = match (sid, commit.map(CommitNumber::try_from)) {
        (Some(sid), None) => EffectTarget::Row(sid),
        (None, Some(Ok(number))) => EffectTarget::Commit(number),
        _ => return Err(unsound),
    };
    let effect = Effect { control: control.ok_or(unsound)?, target };
    Ok(Tombstone { effect, by })
}

/// Newest format of a journal's tables that this version reads and writes.
pub const FORMAT: u32 = 1;
const PLACE_BITS: u32 = 32;
