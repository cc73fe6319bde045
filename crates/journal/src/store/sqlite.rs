//! The journal in one SQLite file (WAL, `synchronous=FULL`).

use std::collections::{HashMap, HashSet};
use std::fs::{File, OpenOptions};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use liaison_model::{CommitNumber, Hash, Label, MarkId, StatementId};
use rusqlite::{
    Connection, Error as Sql, ErrorCode, OpenFlags, OptionalExtension, Row as SqlRow, Transaction,
    TransactionBehavior, params, params_from_iter, types::Value,
};

use super::{
    Access, Batch, Beside, CommitRow, Effect, EffectTarget, Erasing, FORMAT, Fate, Head, Hidden,
    ImportLock, NewRow, Reading, Row, Seal, SealedCommit, Sid, Staged, Store, Tombstone, body_from,
    fitted, head_from, judge_run, label_from, place_run, refuse_erased, sid, text_codes,
    tombstone_from,
};
use crate::JournalError;
use crate::hash::{ClaimCode, ClaimCoder, ErasedCode};

/// A journal in one SQLite file.
pub struct SqliteStore {
    path: PathBuf,
    /// Closed before the writer: the last connection to close folds the WAL into the file, which
    /// one that only reads cannot do.
    readers: Mutex<Vec<Connection>>,
    writer: Mutex<Connection>,
    writable: bool,
    reading: Reading,
}

impl SqliteStore {
    /// Opens the file at `path`.
    ///
    /// # Errors
    ///
    /// [`JournalError::Missing`] without the file (unless `Create`), [`JournalError::Newer`] or
    /// [`JournalError::Damaged`] when it is not a journal of this version.
    pub fn open(path: &Path, access: Access) -> Result<Self, JournalError> {
        if access != Access::Create && !path.exists() {
            return Err(JournalError::Missing);
        }
        if access == Access::Create {
            match make_new(path) {
                Err(error) if error.kind() != ErrorKind::AlreadyExists => {
                    return Err(from_io(error));
                }
                _ => {}
            }
        }
        let writable = access != Access::Read;
        let reading = if writable { Reading::Shared } else { Reading::of(path)? };
        let mut writer = if writable { connect(path)? } else { connect_to_read(path, reading)? };
        if access == Access::Create {
            make_tables(&mut writer)?;
        }
        check_format(&writer)?;
        let (writer, readers) = (Mutex::new(writer), Mutex::default());
        Ok(Self { path: path.to_owned(), writer, readers, writable, reading })
    }

    fn writer(&self) -> Result<MutexGuard<'_, Connection>, JournalError> {
        if !self.writable {
            return Err(JournalError::ReadOnly);
        }
        // A panic while the lock was held left no transaction open: SQLite rolled it back.
        let db = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        db.pragma_update(None, "synchronous", "FULL")?;
        Ok(db)
    }

    /// The writer for rows without a commit. Nothing is promised about them before the commit, whose
    /// own sync covers all of the WAL before it.
    fn stager(&self) -> Result<MutexGuard<'_, Connection>, JournalError> {
        let db = self.writer()?;
        db.pragma_update(None, "synchronous", "NORMAL")?;
        Ok(db)
    }

    /// Runs `read` on a connection of its own, so that readers never wait for the writer.
    fn read<T>(
        &self,
        read: impl FnOnce(&Connection) -> Result<T, JournalError>,
    ) -> Result<T, JournalError> {
        let idle = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => connect_to_read(&self.path, self.reading)?,
        };
        let answer = read(&connection);
        let mut readers = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        if readers.len() < IDLE_READERS_MAX {
            readers.push(connection);
        }
        answer
    }

    fn lock_file(&self) -> Result<File, JournalError> {
        let mut name = self.path.clone().into_os_string();
        name.push(".import-lock");
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(name);
        file.map_err(from_io)
    }
}

struct FileLock {
    _file: File,
}
impl ImportLock for FileLock {}

impl Store for SqliteStore {
    fn meta(&self, key: &str) -> Result<Option<Vec<u8>>, JournalError> {
        self.read(|db| {
            let mut query = db.prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
            Ok(query.query_row([key], |row| row.get(0)).optional()?)
        })
    }

    fn set_metas(&self, kept: &Beside) -> Result<(), JournalError> {
        let mut db = self.writer()?;
        let tx = db.transaction()?;
        keep_metas(&tx, kept)?;
        Ok(tx.commit()?)
    }

    fn intern(&self, label: &Label) -> Result<MarkId, JournalError> {
        let (originator, marks) = (label.originator.as_str(), label.marks.to_string());
        let find = "SELECT mark FROM labels WHERE originator = ?1 AND marks = ?2";
        let known = self.read(|db| {
            let mut query = db.prepare_cached(find)?;
            Ok(query.query_row(params![originator, marks], |row| row.get(0)).optional()?)
        })?;
        if let Some(mark) = known {
            return Ok(mark);
        }
        let db = self.writer()?;
        let insert = "INSERT OR IGNORE INTO labels (originator, marks) VALUES (?1, ?2)";
        db.execute(insert, params![originator, marks])?;
        Ok(db.query_row(find, params![originator, marks], |row| row.get(0))?)
    }

    fn labels(&self) -> Result<Vec<(MarkId, Label)>, JournalError> {
        self.read(|db| {
            let mut query =
                db.prepare_cached("SELECT mark, originator, marks FROM labels ORDER BY mark")?;
            let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
            let rows: Vec<_> = rows.collect::<Result<_, _>>()?;
            Ok(rows.into_iter().filter_map(label_from).collect())
        })
    }

    fn head(&self) -> Result<Option<Head>, JournalError> {
        self.read(head_of)
    }

    fn import_lock(&self) -> Result<Box<dyn ImportLock + '_>, JournalError> {
        let file = self.lock_file()?;
        file.lock().map_err(from_io)?;
        Ok(Box::new(FileLock { _file: file }))
    }

    fn dead_batches(&self) -> Result<Vec<Batch>, JournalError> {
        self.read(|db| {
            let mut query = db.prepare_cached(
                "SELECT batch FROM batches WHERE batch NOT IN (SELECT batch FROM commits)",
            )?;
            let rows = query.query_map([], |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    fn discard(&self, batch: Batch, last: u32, codes: &[ClaimCode]) -> Result<(), JournalError> {
        let mut db = self.stager()?;
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let committed = "SELECT EXISTS (SELECT 1 FROM commits WHERE batch = ?1)";
        if tx.query_row(committed, [batch], |row| row.get(0))? {
            return Err(JournalError::Busy);
        }
        let (from, to) = (sid(batch, 0), sid(batch, last));
        tx.execute("UPDATE batches SET swept = 1 WHERE batch = ?1", [batch])?;
        {
            let mut forget =
                tx.prepare_cached("DELETE FROM claims WHERE code = ?1 AND sid BETWEEN ?2 AND ?3")?;
            for code in codes {
                forget.execute(params![code, from, to])?;
            }
        }
        let staged = "SELECT id FROM statements WHERE sid BETWEEN ?1 AND ?2";
        tx.execute(&format!("DELETE FROM ids WHERE id IN ({staged})"), [from, to])?;
        tx.execute("DELETE FROM statements WHERE sid BETWEEN ?1 AND ?2", [from, to])?;
        if last == u32::MAX {
            tx.execute("DELETE FROM batches WHERE batch = ?1", [batch])?;
        }
        tx.commit()?;
        Ok(())
    }

    fn open_batch(&self) -> Result<Batch, JournalError> {
        let db = self.writer()?;
        db.execute("INSERT INTO batches DEFAULT VALUES", [])?;
        Ok(db.last_insert_rowid())
    }

    fn stage(
        &self,
        batch: Batch,
        first: u32,
        rows: &[NewRow],
        hidden: &Hidden,
        coder: &ClaimCoder,
    ) -> Result<Staged, JournalError> {
        let mut db = self.stager()?;
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        check_not_swept(&tx, batch)?;
        let fates = insert_rows(&tx, batch, first, rows, hidden, coder)?;
        tx.commit()?;
        Ok(Staged { fates })
    }

    fn publish(&self, batch: Batch, seal: Seal<'_>) -> Result<CommitNumber, JournalError> {
        let mut db = self.writer()?;
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        check_not_swept(&tx, batch)?;
        let sealed = seal(head_of(&tx)?)?;
        insert_commit(&tx, batch, &sealed)?;
        tx.commit()?;
        Ok(sealed.number)
    }

    fn commit(
        &self,
        rows: &[NewRow],
        effects: &[Effect],
        erasing: &Erasing,
        beside: &Beside,
        coder: &ClaimCoder,
        seal: Seal<'_>,
    ) -> Result<CommitNumber, JournalError> {
        let mut db = self.writer()?;
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let sealed = seal(head_of(&tx)?)?;
        tx.execute("INSERT INTO batches DEFAULT VALUES", [])?;
        let batch = tx.last_insert_rowid();
        refuse_erased(&insert_rows(&tx, batch, 0, rows, &Hidden::default(), coder)?)?;
        insert_commit(&tx, batch, &sealed)?;
        for effect in effects {
            apply(&tx, effect, sealed.number)?;
        }
        {
            let mut remember = tx.prepare_cached("INSERT OR IGNORE INTO erased VALUES (?1, ?2)")?;
            let mut forget = tx.prepare_cached("DELETE FROM claims WHERE code = ?1")?;
            for code in &erasing.texts {
                remember.execute(params![code, sealed.number])?;
            }
            for code in &erasing.claims {
                forget.execute([code])?;
            }
        }
        keep_metas(&tx, beside)?;
        tx.commit()?;
        Ok(sealed.number)
    }

    fn commit_row(&self, number: CommitNumber) -> Result<Option<CommitRow>, JournalError> {
        // A target that someone typed may be larger than any number that SQLite knows.
        let Ok(number) = i64::try_from(number) else { return Ok(None) };
        self.read(|db| {
            let mut query = db.prepare_cached(concat_commit!("WHERE number = ?1"))?;
            Ok(query.query_row([number], commit_from).optional()?)
        })
    }

    fn commits(&self, after: CommitNumber, limit: u32) -> Result<Vec<CommitRow>, JournalError> {
        self.read(|db| {
            let mut query =
                db.prepare_cached(concat_commit!("WHERE number > ?1 ORDER BY number LIMIT ?2"))?;
            let rows = query.query_map(params![after, limit], commit_from)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    fn commit_of(&self, batch: Batch) -> Result<Option<CommitNumber>, JournalError> {
        self.read(|db| {
            let mut query = db.prepare_cached("SELECT number FROM commits WHERE batch = ?1")?;
            Ok(query.query_row([batch], |row| row.get(0)).optional()?)
        })
    }

    fn rows_of(
        &self,
        batch: Batch,
        after: Option<u32>,
        limit: u32,
    ) -> Result<Vec<Row>, JournalError> {
        let from = after.map_or(sid(batch, 0), |place| sid(batch, place).saturating_add(1));
        self.read(|db| {
            let mut query = db
                .prepare_cached(concat_row!("WHERE sid BETWEEN ?1 AND ?2 ORDER BY sid LIMIT ?3"))?;
            let rows = query.query_map(params![from, sid(batch, u32::MAX), limit], row_from)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    fn rows(&self, sids: &[Sid]) -> Result<Vec<Row>, JournalError> {
        self.read(|db| {
            let mut query = db.prepare_cached(concat_row!("WHERE sid = ?1"))?;
            let mut rows = Vec::with_capacity(sids.len());
            for sid in sids {
                rows.extend(query.query_row([sid], row_from).optional()?);
            }
            Ok(rows)
        })
    }

    fn find(&self, id: &StatementId) -> Result<Option<Sid>, JournalError> {
        self.read(|db| {
            let mut query = db.prepare_cached("SELECT sid FROM ids WHERE id = ?1")?;
            Ok(query.query_row([id.0], |row| row.get(0)).optional()?)
        })
    }

    fn tombstones(&self, after: CommitNumber) -> Result<Vec<Tombstone>, JournalError> {
        self.read(|db| {
            let mut query = db.prepare_cached(
                "SELECT control, target_sid, target_commit, by_commit FROM tombstones
                 WHERE by_commit > ?1 ORDER BY by_commit, rowid",
            )?;
            let rows = query.query_map([after], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })?;
            rows.map(|row| tombstone_from(row?)).collect()
        })
    }

    fn erased(&self) -> Result<Vec<(ErasedCode, CommitNumber)>, JournalError> {
        self.read(|db| {
            let mut query = db.prepare_cached("SELECT code, by_commit FROM erased")?;
            let rows = query.query_map([], |row| {
                let by: i64 = row.get(1)?;
                Ok((sized(row, 0)?, CommitNumber::try_from(by).unwrap_or_default()))
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    fn claims(
        &self,
        after: Option<ClaimCode>,
        limit: u32,
    ) -> Result<Vec<(ClaimCode, Sid)>, JournalError> {
        // A code that is none may be empty.
        let select = match after {
            None => "SELECT code, sid FROM claims WHERE code >= ?1 ORDER BY code LIMIT ?2",
            Some(_) => "SELECT code, sid FROM claims WHERE code > ?1 ORDER BY code LIMIT ?2",
        };
        let after = after.map_or(Vec::new(), |code| code.to_vec());
        self.read(|db| {
            let mut query = db.prepare_cached(select)?;
            let rows =
                query.query_map(params![after, limit], |row| Ok((sized(row, 0)?, row.get(1)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    fn misfiled(&self) -> Result<Option<Sid>, JournalError> {
        self.read(|db| {
            let lost = "SELECT statements.sid FROM statements LEFT JOIN ids USING (id)
                        WHERE ids.sid IS NOT statements.sid LIMIT 1";
            let strange = "SELECT ids.sid FROM ids LEFT JOIN statements USING (sid)
                           WHERE statements.id IS NOT ids.id LIMIT 1";
            for query in [lost, strange] {
                if let Some(sid) = db.query_row(query, [], |row| row.get(0)).optional()? {
                    return Ok(Some(sid));
                }
            }
            Ok(None)
        })
    }

    fn copy_to(&self, file: &Path) -> Result<(), JournalError> {
        make_new(file).map_err(from_io)?;
        self.read(|db| {
            // It reads one snapshot, while writers go on in the WAL, and writes rows instead of
            // pages: what was erased and not scrubbed yet does not come along.
            let name = file.to_str().ok_or_else(|| from_io(ErrorKind::InvalidFilename.into()))?;
            db.execute("VACUUM INTO ?1", [name])?;
            File::open(file).and_then(|file| file.sync_all()).map_err(from_io)
        })
    }

    fn scrub(&self) -> Result<(), JournalError> {
        self.readers.lock().unwrap_or_else(PoisonError::into_inner).clear();
        let mut db = self.writer()?;
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.execute_batch(REWRITE)?;
        tx.commit()?;
        // The old pages in the WAL go once every reader has moved on.
        let busy: i64 = db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy == 0 { Ok(()) } else { Err(JournalError::Busy) }
    }
}

/// A new file that is filled from another store, table by table.
pub(super) struct NewFile {
    path: PathBuf,
    db: Connection,
}

impl NewFile {
    pub(super) fn create(path: &Path) -> Result<Self, JournalError> {
        make_new(path).map_err(from_io)?;
        let mut db = Connection::open(path)?;
        // Nobody reads it before it is whole: what a crash leaves behind is not a journal yet.
        db.pragma_update(None, "journal_mode", "OFF")?;
        db.pragma_update(None, "synchronous", "OFF")?;
        make_tables(&mut db)?;
        db.pragma_update(None, "user_version", UNFINISHED)?;
        db.execute_batch("BEGIN")?;
        Ok(Self { path: path.to_owned(), db })
    }

    pub(super) fn insert(&self, insert: &str, values: &[Value]) -> Result<(), JournalError> {
        self.db.prepare_cached(insert)?.execute(params_from_iter(values))?;
        Ok(())
    }

    pub(super) fn finish(self) -> Result<(), JournalError> {
        self.db.execute_batch("COMMIT")?;
        self.db.pragma_update(None, "journal_mode", "DELETE")?;
        self.db.pragma_update(None, "synchronous", "FULL")?;
        File::open(&self.path).and_then(|file| file.sync_all()).map_err(from_io)?;
        Ok(self.db.pragma_update(None, "user_version", FORMAT)?)
    }
}

/// Makes a file that only its owner can read; SQLite gives the files beside it the same mode.
fn make_new(path: &Path) -> Result<(), std::io::Error> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

fn connect(path: &Path) -> Result<Connection, JournalError> {
    let access = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let db = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    set_up(&db)?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    db.pragma_update(None, "synchronous", "FULL")?;
    db.pragma_update(None, "secure_delete", "ON")?;
    db.pragma_update(None, "wal_autocheckpoint", WAL_PAGES_MAX)?;
    db.pragma_update(None, "journal_size_limit", WAL_BYTES_KEPT)?;
    Ok(db)
}

fn connect_to_read(path: &Path, reading: Reading) -> Result<Connection, JournalError> {
    let db = reading.open(path)?;
    set_up(&db)?;
    Ok(db)
}

fn set_up(db: &Connection) -> Result<(), JournalError> {
    db.busy_timeout(BUSY_WAIT)?;
    db.pragma_update(None, "cache_size", -CACHE_KIB)?;
    Ok(db.pragma_update(None, "temp_store", "MEMORY")?)
}

fn make_tables(db: &mut Connection) -> Result<(), JournalError> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found: u32 = tx.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if found != 0 {
        return Ok(());
    }
    let holds_something = "SELECT EXISTS (SELECT 1 FROM sqlite_schema)";
    if tx.query_row(holds_something, [], |row| row.get(0))? {
        return Err(JournalError::Damaged);
    }
    tx.execute_batch(TABLES)?;
    tx.pragma_update(None, "user_version", FORMAT)?;
    tx.commit()?;
    Ok(())
}

fn check_format(db: &Connection) -> Result<(), JournalError> {
    match db.query_row("PRAGMA user_version", [], |row| row.get(0))? {
        FORMAT => Ok(()),
        found if FORMAT < found => Err(JournalError::Newer { found, supported: FORMAT }),
        _ => Err(JournalError::Damaged),
    }
}

fn head_of(db: &Connection) -> Result<Option<Head>, JournalError> {
    let mut query =
        db.prepare_cached("SELECT number, hash, header FROM commits ORDER BY number DESC LIMIT 1")?;
    let row = query
        .query_row([], |row| Ok((row.get(0)?, Hash(sized(row, 1)?), row.get::<_, Vec<u8>>(2)?)))
        .optional()?;
    row.map(|(number, hash, header)| head_from(number, hash, &header)).transpose()
}

/// Another import that found no lock of ours took the batch for a dead one.
fn check_not_swept(tx: &Transaction<'_>, batch: Batch) -> Result<(), JournalError> {
    let mut find = tx.prepare_cached("SELECT 1 FROM batches WHERE batch = ?1 AND swept = 0")?;
    if find.exists([batch])? { Ok(()) } else { Err(JournalError::Stopped) }
}

fn insert_rows(
    tx: &Transaction<'_>,
    batch: Batch,
    first: u32,
    rows: &[NewRow],
    hidden: &Hidden,
    coder: &ClaimCoder,
) -> Result<Vec<Fate>, JournalError> {
    let mut codes: Vec<(ClaimCode, usize)> = Vec::with_capacity(rows.len());
    codes.extend(rows.iter().enumerate().filter_map(|(at, row)| Some((row.code?, at))));
    // In the order of their index, so that each of its pages is visited once; so with ids below.
    codes.sort_unstable();
    let known = find_known(tx, &codes)?;
    let fates = judge_run(rows, hidden, &known, &find_erased(tx, rows, coder)?);
    let sids = place_run(batch, first, &fates);

    let mut ids = Vec::with_capacity(rows.len());
    let mut insert = tx.prepare_cached("INSERT INTO statements VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    for (row, sid) in rows.iter().zip(&sids) {
        let Some(sid) = *sid else { continue };
        insert.execute(params![sid, row.id.0, row.mark, row.leaf.0, row.salt, row.payload])?;
        ids.push((row.id.0, sid));
    }
    ids.sort_unstable();
    let mut insert = tx.prepare_cached("INSERT INTO ids VALUES (?1, ?2)")?;
    for (id, sid) in ids {
        insert.execute(params![id, sid]).map_err(from_insert)?;
    }
    let mut claim = tx.prepare_cached("INSERT OR REPLACE INTO claims VALUES (?1, ?2)")?;
    for (code, at) in &codes {
        if let Some(sid) = sids[*at] {
            claim.execute(params![code, sid])?;
        }
    }
    Ok(fates)
}

/// Which of these claims are known, with their holders.
fn find_known(
    tx: &Transaction<'_>,
    codes: &[(ClaimCode, usize)],
) -> Result<HashMap<ClaimCode, Sid>, JournalError> {
    let mut known = HashMap::new();
    let mut find = tx.prepare_cached("SELECT sid FROM claims WHERE code = ?1")?;
    for (code, _) in codes {
        if let Some(holder) = find.query_row([code], |row| row.get(0)).optional()? {
            known.insert(*code, holder);
        }
    }
    Ok(known)
}

/// Which of these rows were erased. Where nothing ever was, no code is made.
fn find_erased(
    tx: &Transaction<'_>,
    rows: &[NewRow],
    coder: &ClaimCoder,
) -> Result<HashSet<usize>, JournalError> {
    let mut erased = HashSet::new();
    if !tx.prepare_cached("SELECT 1 FROM erased LIMIT 1")?.exists([])? {
        return Ok(erased);
    }
    let mut find = tx.prepare_cached("SELECT 1 FROM erased WHERE code = ?1")?;
    for (code, at) in text_codes(rows, coder)? {
        if find.exists([code])? {
            erased.insert(at);
        }
    }
    Ok(erased)
}

fn keep_metas(tx: &Transaction<'_>, kept: &Beside) -> Result<(), JournalError> {
    let mut keep = tx.prepare_cached(KEEP_META)?;
    for (key, value) in kept {
        keep.execute(params![key, value])?;
    }
    Ok(())
}

fn insert_commit(
    tx: &Transaction<'_>,
    batch: Batch,
    sealed: &SealedCommit,
) -> Result<(), JournalError> {
    tx.execute(
        "INSERT INTO commits (number, batch, prev, header, hash, signature)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            sealed.number,
            batch,
            sealed.prev.0,
            sealed.header,
            sealed.hash.0,
            sealed.signature
        ],
    )?;
    Ok(())
}

fn apply(tx: &Transaction<'_>, effect: &Effect, by: CommitNumber) -> Result<(), JournalError> {
    let (row, commit) = match effect.target {
        EffectTarget::Row(sid) => (Some(sid), None),
        EffectTarget::Commit(number) => (None, Some(number)),
    };
    tx.execute(
        "INSERT INTO tombstones (control, target_sid, target_commit, by_commit)
         VALUES (?1, ?2, ?3, ?4)",
        params![effect.control.code(), row, commit, by],
    )?;
    if effect.control.removes_bytes() {
        let (from, to) = match effect.target {
            EffectTarget::Row(sid) => (sid, sid),
            EffectTarget::Commit(number) => {
                let find = "SELECT batch FROM commits WHERE number = ?1";
                let batch: Batch = tx.query_row(find, [number], |found| found.get(0))?;
                (sid(batch, 0), sid(batch, u32::MAX))
            }
        };
        tx.execute(
            "UPDATE statements SET salt = NULL, payload = NULL WHERE sid BETWEEN ?1 AND ?2",
            params![from, to],
        )?;
    }
    Ok(())
}

fn commit_from(row: &SqlRow<'_>) -> rusqlite::Result<CommitRow> {
    Ok(CommitRow {
        number: row.get(0)?,
        batch: row.get(1)?,
        prev: Hash(sized(row, 2)?),
        header: row.get(3)?,
        hash: Hash(sized(row, 4)?),
        signature: sized(row, 5)?,
    })
}

fn row_from(row: &SqlRow<'_>) -> rusqlite::Result<Row> {
    let (salt, payload) = (row.get_ref(4)?.as_blob_or_null()?, row.get_ref(5)?.as_blob_or_null()?);
    Ok(Row {
        sid: row.get(0)?,
        id: StatementId(sized(row, 1)?),
        mark: u32::try_from(row.get::<_, i64>(2)?).unwrap_or(MarkId::MAX),
        leaf: Hash(sized(row, 3)?),
        body: body_from(salt, payload),
    })
}

fn sized<const N: usize>(row: &SqlRow<'_>, column: usize) -> rusqlite::Result<[u8; N]> {
    Ok(fitted(row.get_ref(column)?.as_blob()?))
}

impl From<rusqlite::Error> for JournalError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
                Self::ReadOnly
            }
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::Damaged,
            // A value that a table of ours cannot hold.
            None => match error {
                Sql::InvalidColumnType(..)
                | Sql::IntegralValueOutOfRange(..)
                | Sql::FromSqlConversionFailure(..)
                | Sql::QueryReturnedNoRows => Self::Damaged,
                _ => Self::Database(Box::new(error)),
            },
            _ => Self::Database(Box::new(error)),
        }
    }
}

fn from_insert(error: rusqlite::Error) -> JournalError {
    match error.sqlite_error_code() {
        Some(ErrorCode::ConstraintViolation) => JournalError::IdTaken,
        _ => error.into(),
    }
}

fn from_io(error: std::io::Error) -> JournalError {
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => JournalError::ReadOnly,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => JournalError::Full,
        ErrorKind::AlreadyExists => JournalError::Exists,
        _ => JournalError::Database(Box::new(error)),
    }
}

macro_rules! concat_commit {
    ($rest:literal) => {
        concat!("SELECT number, batch, prev, header, hash, signature FROM commits ", $rest)
    };
}
macro_rules! concat_row {
    ($rest:literal) => {
        concat!("SELECT sid, id, mark, leaf, salt, payload FROM statements ", $rest)
    };
}
use {concat_commit, concat_row};

/// Without an index of its own, so that [`SqliteStore::scrub`] can write it anew as it stands.
macro_rules! statements_table {
    ($name:literal) => {
        concat!(
            "CREATE TABLE ",
            $name,
            " (
                sid INTEGER PRIMARY KEY,
                id BLOB NOT NULL,
                mark INTEGER NOT NULL,
                leaf BLOB NOT NULL,
                salt BLOB,
                payload BLOB
            ) STRICT;"
        )
    };
}

const TABLES: &str = concat!(
    statements_table!("statements"),
    "
    CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE batches (
        batch INTEGER PRIMARY KEY AUTOINCREMENT,
        swept INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE commits (
        number INTEGER PRIMARY KEY,
        batch INTEGER NOT NULL UNIQUE,
        prev BLOB NOT NULL UNIQUE,
        header BLOB NOT NULL,
        hash BLOB NOT NULL UNIQUE,
        signature BLOB NOT NULL
    ) STRICT;
    CREATE TABLE ids (id BLOB PRIMARY KEY, sid INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE labels (
        mark INTEGER PRIMARY KEY,
        originator TEXT NOT NULL,
        marks TEXT NOT NULL,
        UNIQUE (originator, marks)
    ) STRICT;
    CREATE TABLE claims (code BLOB PRIMARY KEY, sid INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE erased (code BLOB PRIMARY KEY, by_commit INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE tombstones (
        control INTEGER NOT NULL,
        target_sid INTEGER,
        target_commit INTEGER,
        by_commit INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX tombstones_by_commit ON tombstones (by_commit);
"
);

/// Deleting overwrites bytes, but moving a row between pages leaves a copy behind in the free space
/// of a page, where a later erasure does not find it. A table that is written anew has none, and
/// the pages of a dropped one are overwritten whole.
/// They stay in the file, as room for later rows: the first time, it grows to about twice its size.
const REWRITE: &str = concat!(
    statements_table!("rewritten"),
    "
    INSERT INTO rewritten SELECT * FROM statements;
    DROP TABLE statements;
    ALTER TABLE rewritten RENAME TO statements;
"
);
/// The format of a file that is still being filled: none that any version reads.
const UNFINISHED: i32 = -1;
const IDLE_READERS_MAX: usize = 8;
const BUSY_WAIT: std::time::Duration = std::time::Duration::from_secs(30);
const CACHE_KIB: i64 = 64 * 1024;
/// 256 MiB of WAL: an import writes a page of an index to the file once for many runs.
const WAL_PAGES_MAX: i64 = 64 * 1024;
const KEEP_META: &str = "INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)";
const WAL_BYTES_KEPT: i64 = 64 * 1024 * 1024;
