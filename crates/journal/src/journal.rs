//! Writing and reading: staged imports, small commits, snapshots.

use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use liaison_model::control::{self, Control, Target};
use liaison_model::schema::names::{prop, schema};
use liaison_model::{
    AgencyId, CommitNumber, Draft, Hash, Instant, Label, MarkId, Marks, Statement, StatementId,
};
use rand::Rng;

use crate::JournalError;
use crate::hash::{ClaimCode, ClaimCoder, ErasedCode, Salt, leaf};
use crate::header::{CommitHeader, CommitNote, LabelRun, LabelRuns};
use crate::keys::{Certificate, Signer};
use crate::merkle::RootBuilder;
use crate::store::{
    Batch, Beside, CommitRow, Effect, EffectTarget, Erasing, Fate, Head, Hidden, ImportLock,
    NewRow, Row, SealedCommit, Sid, Store, Tombstone, batch_of, place_of,
};

/// An append-only journal: statements in signed, chained commits.
pub struct Journal {
    store: Box<dyn Store>,
    certificate: Certificate,
    signing: Option<Signing>,
    random: Mutex<Box<dyn Rng + Send>>,
    marks: RwLock<HashMap<Label, MarkId>>,
}

struct Signing {
    signer: Signer,
    coder: ClaimCoder,
}

/// One statement for a small commit.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The claim. An all-zero id is replaced by a random one.
    pub statement: Statement,
    /// Whose it is and who may see it.
    pub label: Label,
    /// Its originator's salt, for a statement that was received; otherwise one is made.
    pub salt: Option<Salt>,
}

/// What a commit is known by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Its number.
    pub commit: CommitNumber,
    /// Ids of its statements, in order.
    pub statements: Vec<StatementId>,
}

/// A statement with its place in the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Key of its row.
    pub sid: Sid,
    /// Its id.
    pub id: StatementId,
    /// Its leaf.
    pub leaf: Hash,
    /// Its label at birth.
    pub mark: MarkId,
    /// Salt and statement; `None` once its bytes were removed.
    pub body: Option<(Salt, Statement)>,
}

impl Journal {
    /// Makes a new journal in an empty store.
    ///
    /// # Errors
    ///
    /// [`JournalError::Exists`] when the store holds a journal already; otherwise when it fails.
    pub fn create(
        store: Box<dyn Store>,
        signer: Signer,
        random: Box<dyn Rng + Send>,
    ) -> Result<Self, JournalError> {
        if store.meta(CERTIFICATE)?.is_some() {
            return Err(JournalError::Exists);
        }
        keep_certificate(store.as_ref(), signer.certificate())?;
        Self::open(store, Some(signer), random)
    }

    /// Opens an existing journal; without a signer it can only be read.
    ///
    /// # Errors
    ///
    /// [`JournalError::Missing`] when the store holds no journal, [`JournalError::Damaged`] when its
    /// certificate is not what was written, [`JournalError::Key`] when the signer speaks for another
    /// agency or root key.
    pub fn open(
        store: Box<dyn Store>,
        signer: Option<Signer>,
        random: Box<dyn Rng + Send>,
    ) -> Result<Self, JournalError> {
        let kept = store.meta(CERTIFICATE)?.ok_or(JournalError::Missing)?;
        let kept = Certificate::from_canonical(&kept).map_err(|_| JournalError::Damaged)?;
        let again = store.meta(&certificate_key(&kept.hash()))?;
        if kept.check().is_err() || again != Some(kept.to_canonical()) {
            return Err(JournalError::Damaged);
        }
        let certificate = match &signer {
            None => kept,
            Some(signer) => {
                let own = signer.certificate();
                if (&own.agency, own.root) != (&kept.agency, kept.root) {
                    return Err(crate::keys::KeyError::Certificate.into());
                }
                if *own != kept {
                    keep_certificate(store.as_ref(), own)?;
                }
                own.clone()
            }
        };
        let signing = signer.map(|signer| Signing { coder: signer.claim_coder(), signer });
        let (random, marks) = (Mutex::new(random), RwLock::default());
        Ok(Self { store, certificate, signing, random, marks })
    }

    /// The agency whose journal it is.
    #[must_use]
    pub fn agency(&self) -> &AgencyId {
        &self.certificate.agency
    }

    /// The certificate of the node key in use.
    #[must_use]
    pub fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    /// Where it lies.
    #[must_use]
    pub fn store(&self) -> &dyn Store {
        self.store.as_ref()
    }

    /// Whether it was opened with its key.
    #[must_use]
    pub fn can_write(&self) -> bool {
        self.signing.is_some()
    }

    /// Signs a hash with the node key, under a context other than `commit`.
    ///
    /// # Errors
    ///
    /// [`JournalError::NoKey`] without the key.
    pub fn sign(&self, context: &str, hash: &Hash) -> Result<[u8; 64], JournalError> {
        Ok(self.signing()?.signer.sign(context, hash))
    }

    /// Signs what TLS 1.3 asks for ([`Signer::sign_handshake`]); `None` without the key.
    #[must_use]
    pub fn sign_handshake(&self, message: &[u8]) -> Option<[u8; 64]> {
        self.signing.as_ref()?.signer.sign_handshake(message)
    }

    /// A secret of the node for one use ([`Signer::secret`]); `None` without the key.
    #[must_use]
    pub fn secret(&self, context: &str) -> Option<zeroize::Zeroizing<[u8; 32]>> {
        self.signing.as_ref().map(|signing| signing.signer.secret(context))
    }

    /// The certificate that a commit names.
    ///
    /// # Errors
    ///
    /// [`JournalError::Damaged`] when it is not kept.
    pub fn certificate_of(&self, hash: &Hash) -> Result<Certificate, JournalError> {
        let kept = self.store.meta(&certificate_key(hash))?.ok_or(JournalError::Damaged)?;
        Certificate::from_canonical(&kept).map_err(|_| JournalError::Damaged)
    }

    /// The newest commit.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub fn head(&self) -> Result<Option<Head>, JournalError> {
        self.store.head()
    }

    /// The number of the newest commit; 0 before the first.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub fn position(&self) -> Result<CommitNumber, JournalError> {
        Ok(self.head()?.map_or(0, |head| head.number))
    }

    /// The number under which a label is kept.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub fn intern(&self, label: &Label) -> Result<MarkId, JournalError> {
        let known = self.marks.read().unwrap_or_else(PoisonError::into_inner).get(label).copied();
        if let Some(mark) = known {
            return Ok(mark);
        }
        let mark = self.store.intern(label)?;
        let mut marks = self.marks.write().unwrap_or_else(PoisonError::into_inner);
        marks.insert(label.clone(), mark);
        Ok(mark)
    }

    /// Starts an import: many statements, one commit, all or nothing. Waits for another import to
    /// end; sweeps what a dead one left behind.
    ///
    /// # Errors
    ///
    /// When the store fails or the key is missing.
    pub fn begin_import(&self) -> Result<Import<'_>, JournalError> {
        self.signing()?;
        let lock = self.store.import_lock()?;
        for batch in self.store.dead_batches()? {
            self.discard(batch)?;
        }
        let hidden = self.hidden()?;
        let batch = self.store.open_batch()?;
        Ok(Import {
            brought: HashSet::new(),
            journal: self,
            _lock: lock,
            batch: Some(batch),
            hidden,
            place: 0,
            root: RootBuilder::default(),
            runs: Vec::new(),
            labels: HashMap::new(),
            last_label: None,
        })
    }

    /// Writes a small commit in one transaction. Statements that act on others
    /// ([`liaison_model::control`]) take effect with it. What was erased by law comes in this way as
    /// little as by an import: a node's own records have ids that were never used before, so this
    /// concerns what others sent.
    ///
    /// # Errors
    ///
    /// [`JournalError::ErasedByLaw`] when a text was erased about its entity and property,
    /// [`JournalError::Unknown`] when a target is not in a commit before this one,
    /// [`JournalError::IsAnAct`] when a statement that acts on others was to lose its bytes,
    /// [`JournalError::IdTaken`] when a statement with an id of its own is here already,
    /// [`JournalError::Key`] when the certificate does not cover the moment; otherwise when the
    /// store fails.
    pub fn append(&self, entries: Vec<Entry>, note: &CommitNote) -> Result<Receipt, JournalError> {
        self.append_with(entries, note, &[])
    }

    /// The same, with short values that are kept in the same transaction: both are there
    /// afterwards, or neither.
    ///
    /// # Errors
    ///
    /// As [`Self::append`].
    pub fn append_with(
        &self,
        mut entries: Vec<Entry>,
        note: &CommitNote,
        beside: &Beside,
    ) -> Result<Receipt, JournalError> {
        let signing = self.signing()?;
        if SMALL_COMMIT_MAX < entries.len() {
            return Err(too_many_statements(SMALL_COMMIT_MAX as u64));
        }
        let (mut effects, mut erasing) = (Vec::new(), Erasing::default());
        for entry in &entries {
            self.read_effect(&entry.statement, &mut effects, &mut erasing)?;
        }
        entries.extend(codes_of(&entries, &erasing.texts));
        let (mut root, mut labels) = (RootBuilder::default(), LabelRuns::default());
        let mut rows = Vec::with_capacity(entries.len());
        for entry in &mut entries {
            let row = self.new_row(entry)?;
            root.push(row.leaf);
            labels.push(&entry.label);
            rows.push(row);
        }
        let labels = labels.into_runs();
        let mut seal = |head| self.seal(signing, head, note, &root, labels.clone());
        let commit =
            self.store.commit(&rows, &effects, &erasing, beside, &signing.coder, &mut seal)?;
        Ok(Receipt { commit, statements: rows.into_iter().map(|row| row.id).collect() })
    }

    /// A commit's header.
    ///
    /// # Errors
    ///
    /// [`JournalError::Unknown`] when there is none of that number.
    pub fn header(&self, number: CommitNumber) -> Result<CommitHeader, JournalError> {
        let row = self.store.commit_row(number)?.ok_or(JournalError::Unknown)?;
        header_of(&row)
    }

    /// Headers after `after`, ascending, at most `limit`, with the batches of their statements.
    ///
    /// # Errors
    ///
    /// When the store fails or a header does not read.
    pub fn headers(
        &self,
        after: CommitNumber,
        limit: u32,
    ) -> Result<Vec<(Batch, CommitHeader)>, JournalError> {
        let rows = self.store.commits(after, limit)?;
        rows.iter().map(|row| Ok((row.batch, header_of(row)?))).collect()
    }

    /// Statements of a batch in order, a bounded run at a time: give the place of the last one
    /// seen to get the next run; an empty run is the end.
    ///
    /// # Errors
    ///
    /// When the store fails or a statement does not read.
    pub fn run_of(&self, batch: Batch, after: Option<u32>) -> Result<Vec<Kept>, JournalError> {
        self.store.rows_of(batch, after, RUN_ROWS)?.into_iter().map(kept).collect()
    }

    /// Statements by key, in the order asked.
    ///
    /// # Errors
    ///
    /// When the store fails or a statement does not read.
    pub fn statements(&self, sids: &[Sid]) -> Result<Vec<Kept>, JournalError> {
        self.store.rows(sids)?.into_iter().map(kept).collect()
    }

    /// A committed statement by id, with the number of its commit.
    ///
    /// # Errors
    ///
    /// [`JournalError::Unknown`] when there is none.
    pub fn find(&self, id: &StatementId) -> Result<(CommitNumber, Kept), JournalError> {
        let sid = self.store.find(id)?.ok_or(JournalError::Unknown)?;
        let commit = self.store.commit_of(batch_of(sid))?.ok_or(JournalError::Unknown)?;
        let kept = self.statements(&[sid])?.pop().ok_or(JournalError::Unknown)?;
        if kept.id != *id {
            return Err(JournalError::Unsound { commit });
        }
        Ok((commit, kept))
    }

    /// What withdrawals, purges and erasures of commits after `after` hide.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub fn tombstones(&self, after: CommitNumber) -> Result<Vec<Tombstone>, JournalError> {
        self.store.tombstones(after)
    }

    /// Everything hidden now.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub fn hidden(&self) -> Result<Hidden, JournalError> {
        let mut hidden = Hidden::default();
        for tombstone in self.store.tombstones(0)? {
            if !tombstone.effect.control.hides() {
                continue;
            }
            match tombstone.effect.target {
                EffectTarget::Row(sid) => _ = hidden.rows.insert(sid),
                EffectTarget::Commit(number) => {
                    hidden.commits.insert(number);
                    hidden.batches.extend(self.store.commit_row(number)?.map(|row| row.batch));
                }
            }
        }
        Ok(hidden)
    }

    fn signing(&self) -> Result<&Signing, JournalError> {
        self.signing.as_ref().ok_or(JournalError::NoKey)
    }

    fn fill_random(&self, bytes: &mut [u8]) {
        self.random.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(bytes);
    }

    fn new_row(&self, entry: &mut Entry) -> Result<NewRow, JournalError> {
        let mut fresh = [0; 32];
        self.fill_random(&mut fresh);
        let mark = self.intern(&entry.label)?;
        if entry.statement.id == NO_ID {
            entry.statement.id.0.copy_from_slice(&fresh[..16]);
        }
        let mut salt = Salt::default();
        salt.copy_from_slice(&fresh[16..]);
        let salt = entry.salt.unwrap_or(salt);
        let payload = entry.statement.to_canonical();
        let leaf = leaf(&salt, &payload);
        Ok(NewRow { id: entry.statement.id, leaf, salt, payload, mark, code: None })
    }

    fn read_effect(
        &self,
        statement: &Statement,
        effects: &mut Vec<Effect>,
        erasing: &mut Erasing,
    ) -> Result<(), JournalError> {
        let read = control::read(statement).map_err(|_| JournalError::Unknown)?;
        let Some((control, target)) = read else { return Ok(()) };
        let target = match target {
            Target::Statement(id) => {
                let sid = self.store.find(&id)?.ok_or(JournalError::Unknown)?;
                // What is only staged has not been said yet, and may never be.
                self.store.commit_of(batch_of(sid))?.ok_or(JournalError::Unknown)?;
                EffectTarget::Row(sid)
            }
            Target::Commit(number) => {
                self.store.commit_row(number)?.ok_or(JournalError::Unknown)?;
                EffectTarget::Commit(number)
            }
        };
        if control.removes_bytes() {
            let removed = self.removed_by(target)?;
            if control == Control::Erase {
                erasing.claims.extend(removed.claims);
                erasing.texts.extend(removed.texts);
            }
        }
        effects.push(Effect { control, target });
        Ok(())
    }

    /// The codes of claims that are about to lose their bytes, and of their texts.
    fn removed_by(&self, target: EffectTarget) -> Result<Erasing, JournalError> {
        let coder = &self.signing()?.coder;
        let mut removed = Erasing::default();
        let mut visit = |row: &Row| {
            if is_act(row) {
                return Err(JournalError::IsAnAct);
            }
            removed.claims.extend(code_of(coder, row));
            removed.texts.extend(text_codes_of(coder, row));
            Ok(())
        };
        match target {
            EffectTarget::Row(sid) => self.store.rows(&[sid])?.iter().try_for_each(visit)?,
            EffectTarget::Commit(number) => {
                let commit = self.store.commit_row(number)?.ok_or(JournalError::Unknown)?;
                let mut after = None;
                loop {
                    let rows = self.store.rows_of(commit.batch, after, RUN_ROWS)?;
                    let Some(last) = rows.last() else { break };
                    after = Some(place_of(last.sid));
                    rows.iter().try_for_each(&mut visit)?;
                }
            }
        }
        Ok(removed)
    }

    /// Removes a batch that no commit will ever hold, a run at a time, so that others may write in
    /// between.
    fn discard(&self, batch: Batch) -> Result<(), JournalError> {
        let coder = &self.signing()?.coder;
        loop {
            let rows = self.store.rows_of(batch, None, DISCARD_ROWS)?;
            let Some(last) = rows.last() else { break };
            let mut codes: Vec<_> = rows.iter().filter_map(|row| code_of(coder, row)).collect();
            codes.sort_unstable(); // the order of their index
            self.store.discard(batch, place_of(last.sid), &codes)?;
        }
        self.store.discard(batch, u32::MAX, &[])
    }

    fn seal(
        &self,
        signing: &Signing,
        head: Option<Head>,
        note: &CommitNote,
        root: &RootBuilder,
        labels: Vec<LabelRun>,
    ) -> Result<SealedCommit, JournalError> {
        let certificate = signing.signer.certificate();
        let (number, prev) = match head {
            None => (1, certificate.genesis()),
            Some(head) => (head.number + 1, head.hash),
        };
        // A clock that was set back must not make the journal run backwards: 'as known on' reads
        // by these times.
        let time = head.map_or(note.time, |head| head.time.max(note.time));
        // A commit outside the certificate's year would never verify, and could not be taken back.
        certificate.check_moment(time)?;
        let header = CommitHeader {
            number,
            prev,
            agency: certificate.agency.clone(),
            note: CommitNote { time, ..note.clone() },
            statements: root.leaves(),
            root: root.root(),
            labels,
            certificate: certificate.hash(),
        };
        let hash = header.hash();
        let signature = signing.signer.sign(COMMIT_CONTEXT, &hash);
        Ok(SealedCommit { number, prev, header: header.to_canonical(), hash, signature })
    }
}

/// An import under way. Dropped without [`Import::finish`], nothing of it stays.
pub struct Import<'j> {
    brought: HashSet<StatementId>,
    journal: &'j Journal,
    _lock: Box<dyn ImportLock + 'j>,
    batch: Option<Batch>,
    hidden: Hidden,
    place: u32,
    root: RootBuilder,
    /// So many statements in a row with one label.
    runs: Vec<(MarkId, u64)>,
    labels: HashMap<MarkId, Label>,
    last_label: Option<(Arc<Marks>, MarkId)>,
}

impl Import<'_> {
    /// Writes a run of statements, without a position yet. Claims already known are left out, and
    /// so is what was erased by law, from whatever source it comes this time.
    ///
    /// # Errors
    ///
    /// [`JournalError::IsAnAct`] when a statement would act on others (no file may bring one in);
    /// [`JournalError::TooMuch`] past 2³² statements; [`JournalError::IdTaken`] when a statement
    /// with an id of its own is here already; otherwise when the store fails. Nothing of a run that
    /// failed is kept.
    pub fn stage(&mut self, drafts: Vec<Draft>) -> Result<Vec<Fate>, JournalError> {
        let Some(batch) = self.batch else { return Err(JournalError::Stopped) };
        let fits = u32::try_from(drafts.len()).is_ok_and(|n| self.place.checked_add(n).is_some());
        if !fits {
            return Err(too_many_statements(u32::MAX.into()));
        }
        let mut rows = Vec::with_capacity(drafts.len());
        let mut fresh = vec![0; drafts.len() * FRESH_BYTES];
        let mut prefix = [0; ID_PREFIX_BYTES];
        self.journal.fill_random(&mut fresh);
        self.journal.fill_random(&mut prefix);
        for (draft, fresh) in drafts.into_iter().zip(fresh.chunks_exact_mut(FRESH_BYTES)) {
            // Ids of one run lie side by side in the index of ids, which else costs one page for
            // each statement; 96 random bits are left.
            fresh[..ID_PREFIX_BYTES].copy_from_slice(&prefix);
            let mark = self.mark_of(&draft.marks)?;
            rows.push(self.row_of(draft, mark, fresh)?);
        }
        let coder = &self.journal.signing()?.coder;
        let staged = self.journal.store.stage(batch, self.place, &rows, &self.hidden, coder)?;
        for (row, fate) in rows.iter().zip(&staged.fates) {
            if fate.is_written() {
                self.root.push(row.leaf);
                self.place += 1;
                match self.runs.last_mut() {
                    Some((mark, statements)) if *mark == row.mark => *statements += 1,
                    _ => self.runs.push((row.mark, 1)),
                }
            }
        }
        if LABEL_RUNS_MAX < self.runs.len() {
            return Err(JournalError::TooMuch {
                limit: LABEL_RUNS_MAX as u64,
                unit: "changes of label in one commit",
            });
        }
        Ok(staged.fates)
    }

    /// How many statements are staged.
    #[must_use]
    pub fn staged(&self) -> u64 {
        self.root.leaves()
    }

    /// Makes what was staged a commit: signed and on disk when this returns. `None` when nothing
    /// was new, which leaves no trace.
    ///
    /// # Errors
    ///
    /// When the store fails; then nothing of the import stays.
    pub fn finish(mut self, note: &CommitNote) -> Result<Option<CommitNumber>, JournalError> {
        let Some(batch) = self.batch else { return Err(JournalError::Stopped) };
        if self.root.leaves() == 0 {
            return Ok(None);
        }
        let signing = self.journal.signing()?;
        let mut labels = Vec::with_capacity(self.runs.len());
        for (mark, statements) in &self.runs {
            let label = self.labels.get(mark).ok_or(JournalError::Unknown)?.clone();
            labels.push(LabelRun { statements: *statements, label });
        }
        let root = &self.root;
        let mut seal = |head| self.journal.seal(signing, head, note, root, labels.clone());
        let number = self.journal.store.publish(batch, &mut seal)?;
        self.batch = None;
        Ok(Some(number))
    }

    fn mark_of(&mut self, marks: &Arc<Marks>) -> Result<MarkId, JournalError> {
        if let Some((last, mark)) = &self.last_label
            && Arc::ptr_eq(last, marks)
        {
            return Ok(*mark);
        }
        let originator = self.journal.agency().clone();
        let label = Label { originator, marks: Marks::clone(marks) };
        let mark = self.journal.intern(&label)?;
        self.labels.insert(mark, label);
        self.last_label = Some((Arc::clone(marks), mark));
        Ok(mark)
    }

    /// Whether an id that a file brought along is in use, here or further up in the file.
    fn is_taken(&mut self, id: &StatementId) -> Result<bool, JournalError> {
        Ok(!self.brought.insert(*id) || self.journal.store.find(id)?.is_some())
    }

    fn row_of(&mut self, draft: Draft, mark: MarkId, fresh: &[u8]) -> Result<NewRow, JournalError> {
        let mut statement = draft.statement;
        if Control::is_schema_of_one(&statement.schema) {
            return Err(JournalError::IsAnAct);
        }
        if statement.id == NO_ID || self.is_taken(&statement.id)? {
            statement.id.0.copy_from_slice(&fresh[..16]);
        }
        let mut salt = Salt::default();
        salt.copy_from_slice(&fresh[16..]);
        let payload = statement.to_canonical();
        let claim = Statement::claim_of(&payload).map_err(|_| JournalError::Damaged)?;
        let code = self.journal.signing()?.coder.code(claim).map_err(|_| JournalError::Damaged)?;
        let leaf = leaf(&salt, &payload);
        Ok(NewRow { id: statement.id, leaf, salt, payload, mark, code: Some(code) })
    }
}

impl Drop for Import<'_> {
    fn drop(&mut self) {
        if let Some(batch) = self.batch.take() {
            // What cannot be removed now is invisible, and swept by the next import.
            let _ = self.journal.discard(batch);
        }
    }
}

/// The commit numbers of a range of times, for 'as known on'.
///
/// # Errors
///
/// When the store fails.
pub fn known_on(
    journal: &Journal,
    moment: Instant,
) -> Result<RangeInclusive<CommitNumber>, JournalError> {
    let (mut low, mut high) = (0, journal.position()?);
    while low < high {
        let middle = low + (high - low).div_ceil(2);
        if journal.header(middle)?.note.time <= moment {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    Ok(1..=low)
}

pub(crate) fn header_of(row: &CommitRow) -> Result<CommitHeader, JournalError> {
    CommitHeader::from_canonical(&row.header)
        .map_err(|_| JournalError::Unsound { commit: row.number })
}

/// What an erasure says about the list of erased texts, so that it is signed.
fn codes_of(entries: &[Entry], texts: &[ErasedCode]) -> Vec<Entry> {
    let Some(record) = entries.iter().find(|entry| entry.statement.schema == schema::ERASURE)
    else {
        return Vec::new();
    };
    let mut texts = texts.to_vec();
    texts.sort_unstable();
    texts.dedup();
    let entry = |codes: &[ErasedCode]| {
        let about = &record.statement;
        let codes: String = codes.iter().map(hex::encode).collect();
        let statement = Statement::new(
            about.entity.clone(),
            schema::ERASURE,
            prop::CODES,
            codes,
            &about.dataset,
        );
        Entry { statement, label: record.label.clone(), salt: None }
    };
    texts.chunks(CODES_PER_STATEMENT).map(entry).collect()
}

fn is_act(row: &Row) -> bool {
    let Some((_, payload)) = &row.body else { return false };
    Statement::schema_of(payload).is_ok_and(Control::is_schema_of_one)
}

fn code_of(coder: &ClaimCoder, row: &Row) -> Option<ClaimCode> {
    let (_, payload) = row.body.as_ref()?;
    coder.code(Statement::claim_of(payload).ok()?).ok()
}

fn text_codes_of(coder: &ClaimCoder, row: &Row) -> Vec<ErasedCode> {
    let Some((_, payload)) = &row.body else { return Vec::new() };
    coder.erased_codes(payload).unwrap_or_default()
}

fn kept(row: Row) -> Result<Kept, JournalError> {
    let read = |(salt, payload): (Salt, Vec<u8>)| {
        let statement = Statement::from_canonical(&payload).map_err(|_| JournalError::Damaged)?;
        Ok::<_, JournalError>((salt, statement))
    };
    let Row { sid, id, leaf, mark, body } = row;
    Ok(Kept { sid, id, leaf, mark, body: body.map(read).transpose()? })
}

fn keep_certificate(store: &dyn Store, certificate: &Certificate) -> Result<(), JournalError> {
    let bytes = certificate.to_canonical();
    store.set_meta(&certificate_key(&certificate.hash()), &bytes)?;
    store.set_meta(CERTIFICATE, &bytes)
}

fn certificate_key(hash: &Hash) -> String {
    format!("{CERTIFICATE}:{hash}")
}

fn too_many_statements(limit: u64) -> JournalError {
    JournalError::TooMuch { limit, unit: "statements in one commit" }
}

/// The context under which commits are signed.
pub(crate) const COMMIT_CONTEXT: &str = "commit";
const CERTIFICATE: &str = "certificate";
/// Of each statement of an import: an id and a salt.
const FRESH_BYTES: usize = 32;
const ID_PREFIX_BYTES: usize = 4;
/// A header with so many runs has about 40 MB.
const LABEL_RUNS_MAX: usize = 1_000_000;
const NO_ID: StatementId = StatementId([0; 16]);
const RUN_ROWS: u32 = 5_000;
const DISCARD_ROWS: u32 = 20_000;
/// 32 KiB of digits.
const CODES_PER_STATEMENT: usize = 1_000;
const SMALL_COMMIT_MAX: usize = 10_000;
