//! Recomputing everything: which entry of a journal is the first that does not hold?

use std::collections::{BTreeMap, BTreeSet};

use liaison_model::control::{self, Control, Target};
use liaison_model::schema::names::{prop, schema};
use liaison_model::{CommitNumber, Hash, Label, MarkId, Statement};

use crate::JournalError;
use crate::hash::{ClaimCode, ClaimCoder, ErasedCode, leaf};
use crate::header::CommitHeader;
use crate::journal::{COMMIT_CONTEXT, Journal, header_of};
use crate::merkle::RootBuilder;
use crate::store::{CommitRow, EffectTarget, Row, Sid, Tombstone, place_of};

/// What verification found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verified {
    /// Commits read.
    pub commits: u64,
    /// Statements read.
    pub statements: u64,
    /// Statements whose bytes were removed by an act that the journal holds.
    pub removed: u64,
    /// The first entry that does not hold; `None`: everything holds.
    pub first_bad: Option<Bad>,
    /// The newest commit that was verified.
    pub head: Option<Hash>,
}

/// An entry that does not hold, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bad {
    /// The commit.
    pub commit: CommitNumber,
    /// The place of the statement in it, counted from 0, where it is a statement's.
    pub place: Option<u32>,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// The header's bytes cannot be read.
    HeaderUnreadable,
    /// The number does not follow the one before.
    Number,
    /// It does not carry the hash of the commit before it.
    Chain,
    /// The stored hash is not that of the header.
    Hash,
    /// The certificate is missing or not the root key's.
    Certificate,
    /// The node key did not sign it.
    Signature,
    /// The time lies before that of the commit before it.
    Time,
    /// A statement is missing, or one too many.
    Count,
    /// Statement and salt do not give the leaf.
    Leaf,
    /// The leaves do not give the root.
    Root,
    /// The id beside a statement is not the one inside it.
    Id,
    /// The label beside a statement is not the one that was signed.
    Label,
    /// The bytes are gone, and no act of the journal says so; or they are there although one does.
    Removed,
    /// The list of what is hidden differs from what the statements say.
    Tombstones,
    /// The list of erased texts differs from what the erasure says.
    Erased,
}

/// Reads the whole journal and recomputes every hash, link and signature.
///
/// O(statements); holds no more than a run of them at a time, and what was removed by law. Others
/// may write meanwhile: what they add is read too.
///
/// A journal that lost its newest commits, and everything that belongs to them, is whole in itself:
/// compare [`Verified::head`] with one that was noted elsewhere. The lists by which claims and ids
/// are found are not evidence: [`check_lists`] looks at them.
///
/// # Errors
///
/// When the store fails; what does not hold is an answer, not an error.
pub fn verify(
    journal: &Journal,
    mut progress: impl FnMut(u64) -> Result<(), JournalError>,
) -> Result<Verified, JournalError> {
    let mut walk = Walk::new(journal);
    loop {
        let commits = journal.store().commits(walk.verified.commits, COMMITS_PER_READ)?;
        if commits.is_empty() {
            let erased = journal.store().erased()?;
            // What was erased meanwhile is in a commit that was not read yet.
            match journal.store().commits(walk.verified.commits, 1)?.is_empty() {
                true => return Ok(walk.end(&erased)),
                false => continue,
            }
        }
        // After the commits, so that nothing that they rest on is missing.
        walk.labels = journal.store().labels()?.into_iter().collect();
        if let Err(bad) = walk.read_tombstones()? {
            return Ok(walk.found(bad));
        }
        for row in &commits {
            if let Err(bad) = walk.commit(row)? {
                return Ok(walk.found(bad));
            }
            progress(walk.verified.statements)?;
        }
    }
}

type Checked = Result<Result<(), Bad>, JournalError>;
type Tombstones = BTreeMap<CommitNumber, Vec<(u8, EffectTarget)>>;

struct Walk<'j> {
    journal: &'j Journal,
    verified: Verified,
    prev: Option<(Hash, CommitHeader)>,
    labels: BTreeMap<MarkId, Label>,
    removed_rows: BTreeSet<Sid>,
    removed_commits: BTreeSet<CommitNumber>,
    /// The newest commit whose tombstones were read.
    tombstones_until: CommitNumber,
    /// Tombstones of commits that have not been checked yet.
    stored: Tombstones,
    /// What the statements of the commit at hand say about others.
    said: Vec<(u8, EffectTarget)>,
    /// Texts that were erased, as erasures say, with the first commit that says so.
    erased: BTreeMap<ErasedCode, CommitNumber>,
}

impl<'j> Walk<'j> {
    fn new(journal: &'j Journal) -> Self {
        Self {
            journal,
            verified: Verified::default(),
            prev: None,
            labels: BTreeMap::new(),
            removed_rows: BTreeSet::new(),
            removed_commits: BTreeSet::new(),
            tombstones_until: 0,
            stored: Tombstones::new(),
            said: Vec::new(),
            erased: BTreeMap::new(),
        }
    }

    /// What is found when every commit holds: lists that say something of no commit.
    fn end(self, erased: &[(ErasedCode, CommitNumber)]) -> Verified {
        let stray = self.stored.keys().next().copied();
        let stray = stray.map(|commit| (commit, Fault::Tombstones));
        let listed: BTreeMap<ErasedCode, CommitNumber> = erased.iter().copied().collect();
        let differs = |(code, commit): (&ErasedCode, &CommitNumber)| {
            (listed.get(code) != self.erased.get(code)).then_some(*commit)
        };
        let unlisted = self.erased.iter().find_map(differs);
        let unlisted = unlisted.or_else(|| listed.iter().find_map(differs));
        match stray.or(unlisted.map(|commit| (commit, Fault::Erased))) {
            None => self.verified,
            Some((commit, fault)) => self.found(Bad { commit, place: None, fault }),
        }
    }

    fn found(mut self, bad: Bad) -> Verified {
        self.verified.first_bad = Some(bad);
        self.verified
    }

    fn read_tombstones(&mut self) -> Checked {
        let tombstones = match self.journal.tombstones(self.tombstones_until) {
            Err(JournalError::Unsound { commit }) => {
                return Ok(Err(Bad { commit, place: None, fault: Fault::Tombstones }));
            }
            tombstones => tombstones?,
        };
        for Tombstone { effect, by } in tombstones {
            self.tombstones_until = by;
            self.stored.entry(by).or_default().push((effect.control.code(), effect.target));
            if effect.control.removes_bytes() {
                match effect.target {
                    EffectTarget::Row(sid) => _ = self.removed_rows.insert(sid),
                    EffectTarget::Commit(number) => _ = self.removed_commits.insert(number),
                }
            }
        }
        Ok(Ok(()))
    }

    fn commit(&mut self, row: &CommitRow) -> Checked {
        let bad = |fault| Bad { commit: row.number, place: None, fault };
        let header = match self.check_header(row) {
            Ok(header) => header,
            Err(fault) => return Ok(Err(bad(fault))),
        };
        if let Err(bad) = self.statements(row, &header)? {
            return Ok(Err(bad));
        }
        let mut stored = self.stored.remove(&row.number).unwrap_or_default();
        stored.sort_unstable();
        self.said.sort_unstable();
        if stored != self.said {
            return Ok(Err(bad(Fault::Tombstones)));
        }
        self.said.clear();
        self.verified.commits += 1;
        self.verified.head = Some(row.hash);
        self.prev = Some((row.hash, header));
        Ok(Ok(()))
    }

    fn check_header(&self, row: &CommitRow) -> Result<CommitHeader, Fault> {
        let header = header_of(row).map_err(|_| Fault::HeaderUnreadable)?;
        if header.to_canonical() != row.header {
            return Err(Fault::HeaderUnreadable);
        }
        if header.number != self.verified.commits + 1 || row.number != header.number {
            return Err(Fault::Number);
        }
        let certificate =
            self.journal.certificate_of(&header.certificate).map_err(|_| Fault::Certificate)?;
        let own = self.journal.certificate();
        let is_own = certificate.hash() == header.certificate
            && (certificate.root, &certificate.agency) == (own.root, &own.agency)
            && header.agency == own.agency;
        if !is_own || certificate.check().is_err() {
            return Err(Fault::Certificate);
        }
        let (prev, since) = match &self.prev {
            None => (certificate.genesis(), header.note.time),
            Some((hash, before)) => (*hash, before.note.time),
        };
        if header.prev != prev || row.prev != prev {
            return Err(Fault::Chain);
        }
        if header.note.time < since {
            return Err(Fault::Time);
        }
        if header.hash() != row.hash {
            return Err(Fault::Hash);
        }
        certificate
            .check_signature(COMMIT_CONTEXT, &row.hash, &row.signature, header.note.time)
            .map_err(|_| Fault::Signature)?;
        Ok(header)
    }

    fn statements(&mut self, commit: &CommitRow, header: &CommitHeader) -> Checked {
        let bad = |place, fault| Ok(Err(Bad { commit: commit.number, place, fault }));
        let mut root = RootBuilder::default();
        let mut labels = header.label_of_each();
        let mut after = None;
        loop {
            let rows = self.journal.store().rows_of(commit.batch, after, ROWS_PER_READ)?;
            let Some(last) = rows.last() else { break };
            after = Some(place_of(last.sid));
            for row in &rows {
                let place = place_of(row.sid);
                if u64::from(place) != root.leaves() || header.statements <= u64::from(place) {
                    return bad(Some(place), Fault::Count);
                }
                if labels.next() != self.labels.get(&row.mark) {
                    return bad(Some(place), Fault::Label);
                }
                if let Err(fault) = self.statement(commit.number, row)? {
                    return bad(Some(place), fault);
                }
                root.push(row.leaf);
            }
        }
        if root.leaves() != header.statements {
            return bad(None, Fault::Count);
        }
        if root.root() != header.root {
            return bad(None, Fault::Root);
        }
        Ok(Ok(()))
    }

    fn statement(
        &mut self,
        commit: CommitNumber,
        row: &Row,
    ) -> Result<Result<(), Fault>, JournalError> {
        self.verified.statements += 1;
        if row.body.is_none() != self.is_removed(commit, row.sid) {
            let Some(row) = self.read_again(commit, row.sid)? else {
                return Ok(Err(Fault::Removed));
            };
            return self.body(&row);
        }
        self.body(row)
    }

    fn body(&mut self, row: &Row) -> Result<Result<(), Fault>, JournalError> {
        let Some((salt, payload)) = &row.body else {
            self.verified.removed += 1;
            return Ok(Ok(()));
        };
        if leaf(salt, payload) != row.leaf {
            return Ok(Err(Fault::Leaf));
        }
        if payload.get(ID_IN_PAYLOAD) != Some(&row.id.0[..]) {
            return Ok(Err(Fault::Id));
        }
        self.note_effect(payload)
    }

    /// Remembers the codes of texts that an erasure lists.
    fn note_erased(&mut self, codes: &str) -> Result<(), Fault> {
        let commit = self.verified.commits + 1;
        let bytes = hex::decode(codes).map_err(|_| Fault::Erased)?;
        let (codes, []) = bytes.as_chunks() else { return Err(Fault::Erased) };
        for code in codes {
            self.erased.entry(*code).or_insert(commit);
        }
        Ok(())
    }

    fn is_removed(&self, commit: CommitNumber, sid: Sid) -> bool {
        self.removed_rows.contains(&sid) || self.removed_commits.contains(&commit)
    }

    /// A row whose bytes and tombstones disagree, once more: it may have been removed between the
    /// two reads. As that happens once only, the second time is the truth. `None`: they still
    /// disagree.
    fn read_again(&mut self, commit: CommitNumber, sid: Sid) -> Result<Option<Row>, JournalError> {
        for _ in 0..2 {
            let row = self.journal.store().rows(&[sid])?.pop();
            if self.read_tombstones()?.is_err() {
                return Ok(None);
            }
            let agrees = |row: &Row| row.body.is_none() == self.is_removed(commit, sid);
            if let Some(row) = row.filter(agrees) {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }

    /// Remembers what a control statement says, to compare with the list of what is hidden.
    fn note_effect(&mut self, payload: &[u8]) -> Result<Result<(), Fault>, JournalError> {
        let Ok(schema) = Statement::schema_of(payload) else { return Ok(Err(Fault::Leaf)) };
        if !Control::is_schema_of_one(schema) {
            return Ok(Ok(()));
        }
        let Ok(statement) = Statement::from_canonical(payload) else {
            return Ok(Err(Fault::Leaf));
        };
        if statement.schema == schema::ERASURE && statement.prop == prop::CODES {
            return Ok(self.note_erased(&statement.value));
        }
        let Ok(read) = control::read(&statement) else { return Ok(Err(Fault::Tombstones)) };
        let Some((control, target)) = read else { return Ok(Ok(())) };
        let target = match target {
            Target::Commit(number) => EffectTarget::Commit(number),
            Target::Statement(id) => match self.journal.store().find(&id)? {
                Some(sid) => EffectTarget::Row(sid),
                None => return Ok(Err(Fault::Tombstones)),
            },
        };
        self.said.push((control.code(), target));
        Ok(Ok(()))
    }
}

/// An entry of a list beside the commits that does not fit the statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadList {
    /// A statement that is not found by its id, or is found by another's.
    Id(Sid),
    /// A claim that is known by another code than its own, or held by nothing.
    Claim(Sid),
}

/// Compares the lists by which ids and claims are found with the statements: the first entry that
/// does not fit, if any. O(statements). Without the node's key (`coder`), of a claim only its
/// holder is looked for.
///
/// # Errors
///
/// When the store fails.
pub fn check_lists(
    journal: &Journal,
    coder: Option<&ClaimCoder>,
) -> Result<Option<BadList>, JournalError> {
    let store = journal.store();
    if let Some(sid) = store.misfiled()? {
        return Ok(Some(BadList::Id(sid)));
    }
    let mut after = None;
    loop {
        let claims = store.claims(after, ROWS_PER_READ)?;
        let Some((last, _)) = claims.last() else { return Ok(None) };
        after = Some(*last);
        let sids: Vec<Sid> = claims.iter().map(|(_, sid)| *sid).collect();
        let rows: BTreeMap<Sid, Row> =
            store.rows(&sids)?.into_iter().map(|row| (row.sid, row)).collect();
        for (code, sid) in &claims {
            let fits = rows.get(sid).is_some_and(|row| is_claim_of(row, code, coder));
            if fits {
                continue;
            }
            // An erasure or a new import may have come between the two reads. A code that is none
            // comes out as zeros.
            let is_still_there = *code == ClaimCode::default()
                || store.claims(before(code), 1)?.first() == Some(&(*code, *sid));
            if is_still_there {
                return Ok(Some(BadList::Claim(*sid)));
            }
        }
    }
}

fn is_claim_of(row: &Row, code: &ClaimCode, coder: Option<&ClaimCoder>) -> bool {
    let (Some((_, payload)), Some(coder)) = (&row.body, coder) else { return row.body.is_some() };
    let claim = Statement::claim_of(payload);
    claim.and_then(|claim| coder.code(claim)).is_ok_and(|found| found == *code)
}

/// The code after which this one comes next; `None` where none stands before it.
fn before(code: &ClaimCode) -> Option<ClaimCode> {
    u128::from_be_bytes(*code).checked_sub(1).map(u128::to_be_bytes)
}

/// Where the id stands in a statement's canonical bytes: after its kind.
const ID_IN_PAYLOAD: std::ops::Range<usize> = 2..18;
const COMMITS_PER_READ: u32 = 256;
const ROWS_PER_READ: u32 = 5_000;
