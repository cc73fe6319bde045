//! The journal in a PostgreSQL database, for an agency whose node is several servers.
//!
//! One database belongs to one node: its journal lies in the schema `journal`, its looks in the
//! schema `looks`. Tables and columns are those of the SQLite file.
//!
//! What the operator must see to:
//!
//! * The role owns the database, or the two schemas in it.
//! * Connections are not encrypted yet: use a socket on the same machine, or a tunnel. A URL with
//!   `sslmode=require` is refused rather than ignored.
//! * So that removed bytes are in no file: `wal_recycle = off`, `wal_keep_size = 0`, no archive and
//!   no replication slot; and the role may `CHECKPOINT` (`pg_checkpoint`, PostgreSQL 15) and call
//!   `pg_switch_wal()`. `log_parameter_max_length_on_error` stays 0, and no statement's parameters
//!   are logged. A scrub rewrites the table of statements, which waits for older transactions of
//!   the whole server and needs the table's size again on disk while it lasts.
//!
//! The client blocks: an asynchronous caller gives it a thread of its own.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use liaison_model::{CommitNumber, Hash, Label, MarkId, StatementId};
use postgres::binary_copy::BinaryCopyInWriter;
use postgres::error::SqlState;
use postgres::types::{ToSql, Type};
use postgres::{Client, Config, GenericClient, Row as SqlRow, Transaction};

use super::pool::Pool;
use super::{
    Access, Batch, Beside, CommitRow, Effect, EffectTarget, Erasing, FORMAT, Fate, Head, Hidden,
    ImportLock, NewRow, Row, Seal, SealedCommit, Sid, Staged, Store, Tombstone, fitted, head_from,
    judge_run, label_from, place_run, refuse_erased, sid, text_codes, tombstone_from,
};
use crate::JournalError;
use crate::hash::{ClaimCode, ClaimCoder, ErasedCode};

/// A journal in a PostgreSQL database.
pub struct PostgresStore {
    pool: Pool,
    schema: Schema,
    writable: bool,
}

/// Which of a node's two chains lies in a schema of its database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Schema {
    /// The journal.
    Journal,
    /// The chain of looks.
    Looks,
}

/// What the server answered, without the values that its own message may quote.
#[derive(Debug, thiserror::Error)]
#[error("the server answered {state}{words}")]
struct Answered {
    state: String,
    words: String,
}

/// Why a transaction ended without its commit.
enum Failure {
    /// Another writer came first; the same may well succeed now.
    Overtaken,
    Final(JournalError),
}

impl PostgresStore {
    /// Opens the database at `url` (`postgresql://user@host/database`).
    ///
    /// # Errors
    ///
    /// [`JournalError::Unreachable`] without the server or the database, [`JournalError::Missing`]
    /// without the tables (unless `Create`), [`JournalError::Newer`] or [`JournalError::Damaged`]
    /// when they are not a journal of this version.
    pub fn open(url: &str, schema: Schema, access: Access) -> Result<Self, JournalError> {
        let unreachable = |error| JournalError::Unreachable(Box::new(error));
        let mut config: Config = url.parse().map_err(unreachable)?;
        let writable = access != Access::Read;
        let read_only = if writable { "off" } else { "on" };
        // Every query goes by a key. The planner, which knows nothing of a table that has just grown,
        // would else read and sort all of it for each run of rows.
        let settings = format!(
            "-c enable_seqscan=off -c enable_bitmapscan=off -c search_path={} -c synchronous_commit=on -c lock_timeout={LOCK_WAIT_MS} \
             -c default_transaction_read_only={read_only} -c client_min_messages=warning",
            schema.name()
        );
        config.options(&[config.get_options().unwrap_or_default(), &settings].join(" "));
        config.application_name("liaison");
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(CONNECT_WITHIN);
        }
        let store = Self { pool: Pool::new(config), schema, writable };
        if access == Access::Create {
            store.make_tables()?;
        }
        store.pool.with(|client| check_format(client, schema))?;
        Ok(store)
    }

    fn make_tables(&self) -> Result<(), JournalError> {
        let name = self.schema.name();
        self.write(&mut |tx| {
            if has_table(tx, name, "meta")? {
                return Ok(());
            }
            let relations = "SELECT count(*) FROM pg_class JOIN pg_namespace n ON relnamespace = \
                             n.oid WHERE nspname = $1";
            if 0 < tx.query_one(relations, &[&name])?.get::<_, i64>(0) {
                return Err(JournalError::Damaged.into());
            }
            let schemata = "SELECT count(*) FROM pg_namespace WHERE nspname = $1";
            if tx.query_one(schemata, &[&name])?.get::<_, i64>(0) == 0 {
                tx.batch_execute(&format!("CREATE SCHEMA {name}"))?;
            }
            tx.batch_execute(TABLES)?;
            let format = FORMAT.to_string();
            tx.execute("INSERT INTO meta VALUES ('format', $1)", &[&format.as_bytes()])?;
            Ok(())
        })
    }

    /// Runs `work` in a transaction under the writer's lock, again when another writer came first.
    fn write<T>(
        &self,
        work: &mut dyn FnMut(&mut Transaction<'_>) -> Result<T, Failure>,
    ) -> Result<T, JournalError> {
        if !self.writable {
            return Err(JournalError::ReadOnly);
        }
        let lock = self.schema.lock(Lock::Writer);
        for _ in 0..TRIES_MAX {
            let done = self.pool.with(|client| {
                let mut tx = client.transaction()?;
                tx.execute("SELECT pg_advisory_xact_lock($1, $2)", &[&LOCK_CLASS, &lock])?;
                let answer = work(&mut tx)?;
                tx.commit()?;
                Ok(answer)
            });
            match done {
                Ok(answer) => return Ok(answer),
                Err(Failure::Final(error)) => return Err(error),
                Err(Failure::Overtaken) => {}
            }
        }
        Err(JournalError::Busy)
    }

    fn query<T>(
        &self,
        query: &str,
        values: &[&(dyn ToSql + Sync)],
        read: impl FnMut(&SqlRow) -> Result<T, JournalError>,
    ) -> Result<Vec<T>, JournalError> {
        self.pool.with(|client| client.query(query, values)?.iter().map(read).collect())
    }

    fn query_opt<T>(
        &self,
        query: &str,
        values: &[&(dyn ToSql + Sync)],
        read: impl FnMut(&SqlRow) -> Result<T, JournalError>,
    ) -> Result<Option<T>, JournalError> {
        Ok(self.query(query, values, read)?.pop())
    }
}

struct ServerLock {
    /// The server gives the lock back when the connection ends, even by the death of the process.
    _client: Client,
}
impl ImportLock for ServerLock {}

impl Store for PostgresStore {
    fn meta(&self, key: &str) -> Result<Option<Vec<u8>>, JournalError> {
        self.query_opt("SELECT value FROM meta WHERE key = $1", &[&key], |row| get(row, 0))
    }

    fn set_metas(&self, kept: &Beside) -> Result<(), JournalError> {
        self.write(&mut |tx| {
            keep_metas(tx, kept)?;
            Ok(())
        })
    }

    fn intern(&self, label: &Label) -> Result<MarkId, JournalError> {
        let (originator, marks) = (label.originator.as_str(), label.marks.to_string());
        let find = "SELECT mark FROM labels WHERE originator = $1 AND marks = $2";
        let mark =
            |row: &SqlRow| u32::try_from(get::<i64>(row, 0)?).map_err(|_| JournalError::Damaged);
        if let Some(mark) = self.query_opt(find, &[&originator, &marks], mark)? {
            return Ok(mark);
        }
        let insert = "INSERT INTO labels (originator, marks) VALUES ($1, $2)
                      ON CONFLICT (originator, marks) DO NOTHING";
        self.write(&mut |tx| {
            tx.execute(insert, &[&originator, &marks])?;
            Ok(mark(&tx.query_one(find, &[&originator, &marks])?)?)
        })
    }

    fn labels(&self) -> Result<Vec<(MarkId, Label)>, JournalError> {
        let query = "SELECT mark, originator, marks FROM labels ORDER BY mark";
        let read = |row: &SqlRow| Ok(label_from((get(row, 0)?, get(row, 1)?, get(row, 2)?)));
        Ok(self.query(query, &[], read)?.into_iter().flatten().collect())
    }

    fn head(&self) -> Result<Option<Head>, JournalError> {
        self.pool.with(head_of)
    }

    fn import_lock(&self) -> Result<Box<dyn ImportLock + '_>, JournalError> {
        if !self.writable {
            return Err(JournalError::ReadOnly);
        }
        let mut client = self.pool.connect()?;
        client.batch_execute("SET lock_timeout = 0")?;
        let lock = self.schema.lock(Lock::Import);
        client.execute("SELECT pg_advisory_lock($1, $2)", &[&LOCK_CLASS, &lock])?;
        Ok(Box::new(ServerLock { _client: client }))
    }

    fn dead_batches(&self) -> Result<Vec<Batch>, JournalError> {
        let query = "SELECT batch FROM batches
                     WHERE NOT EXISTS (SELECT 1 FROM commits WHERE commits.batch = batches.batch)
                     ORDER BY batch";
        self.query(query, &[], |row| get(row, 0))
    }

    fn discard(&self, batch: Batch, last: u32, codes: &[ClaimCode]) -> Result<(), JournalError> {
        let (from, to) = (sid(batch, 0), sid(batch, last));
        let codes: Vec<&[u8]> = codes.iter().map(<[u8; 16]>::as_slice).collect();
        self.write(&mut |tx| {
            let committed = "SELECT EXISTS (SELECT 1 FROM commits WHERE batch = $1)";
            if tx.query_one(committed, &[&batch])?.get(0) {
                return Err(JournalError::Busy.into());
            }
            tx.execute("UPDATE batches SET swept = 1 WHERE batch = $1", &[&batch])?;
            let forget = "DELETE FROM claims WHERE code = ANY($1) AND sid BETWEEN $2 AND $3";
            tx.execute(forget, &[&codes, &from, &to])?;
            tx.execute("DELETE FROM statements WHERE sid BETWEEN $1 AND $2", &[&from, &to])?;
            if last == u32::MAX {
                tx.execute("DELETE FROM batches WHERE batch = $1", &[&batch])?;
            }
            Ok(())
        })
    }

    fn open_batch(&self) -> Result<Batch, JournalError> {
        self.write(&mut |tx| Ok(new_batch(tx)?))
    }

    fn stage(
        &self,
        batch: Batch,
        first: u32,
        rows: &[NewRow],
        hidden: &Hidden,
        coder: &ClaimCoder,
    ) -> Result<Staged, JournalError> {
        self.write(&mut |tx| {
            // Nothing is promised before the commit, whose own flush covers all that was before it.
            tx.batch_execute("SET LOCAL synchronous_commit = off")?;
            check_not_swept(tx, batch)?;
            Ok(Staged { fates: insert_rows(tx, batch, first, rows, hidden, coder)? })
        })
    }

    fn publish(&self, batch: Batch, seal: Seal<'_>) -> Result<CommitNumber, JournalError> {
        self.write(&mut |tx| {
            check_not_swept(tx, batch)?;
            let sealed = seal(head_of(tx)?)?;
            insert_commit(tx, batch, &sealed)?;
            Ok(sealed.number)
        })
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
        let texts: Vec<&[u8]> = erasing.texts.iter().map(<[u8; 16]>::as_slice).collect();
        let claims: Vec<&[u8]> = erasing.claims.iter().map(<[u8; 16]>::as_slice).collect();
        self.write(&mut |tx| {
            let sealed = seal(head_of(tx)?)?;
            let batch = new_batch(tx)?;
            refuse_erased(&insert_rows(tx, batch, 0, rows, &Hidden::default(), coder)?)?;
            insert_commit(tx, batch, &sealed)?;
            for effect in effects {
                apply(tx, effect, sealed.number)?;
            }
            if !texts.is_empty() {
                let remember = "INSERT INTO erased SELECT unnest($1::bytea[]), $2
                                ON CONFLICT (code) DO NOTHING";
                tx.execute(remember, &[&texts, &number_out(sealed.number)?])?;
                tx.execute("DELETE FROM claims WHERE code = ANY($1)", &[&claims])?;
            }
            keep_metas(tx, beside)?;
            Ok(sealed.number)
        })
    }

    fn commit_row(&self, number: CommitNumber) -> Result<Option<CommitRow>, JournalError> {
        // A target that someone typed may be larger than any number that the server knows.
        let Ok(number) = i64::try_from(number) else { return Ok(None) };
        self.query_opt(concat_commit!("WHERE number = $1"), &[&number], commit_from)
    }

    fn commits(&self, after: CommitNumber, limit: u32) -> Result<Vec<CommitRow>, JournalError> {
        let query = concat_commit!("WHERE number > $1 ORDER BY number LIMIT $2");
        self.query(query, &[&number_out(after)?, &i64::from(limit)], commit_from)
    }

    fn commit_of(&self, batch: Batch) -> Result<Option<CommitNumber>, JournalError> {
        self.query_opt("SELECT number FROM commits WHERE batch = $1", &[&batch], |row| {
            number_in(get(row, 0)?)
        })
    }

    fn rows_of(
        &self,
        batch: Batch,
        after: Option<u32>,
        limit: u32,
    ) -> Result<Vec<Row>, JournalError> {
        let from = after.map_or(sid(batch, 0), |place| sid(batch, place).saturating_add(1));
        let query = concat_row!("WHERE sid BETWEEN $1 AND $2 ORDER BY sid LIMIT $3");
        self.query(query, &[&from, &sid(batch, u32::MAX), &i64::from(limit)], row_from)
    }

    fn rows(&self, sids: &[Sid]) -> Result<Vec<Row>, JournalError> {
        let found = self.query(concat_row!("WHERE sid = ANY($1)"), &[&sids], row_from)?;
        let found: HashMap<Sid, Row> = found.into_iter().map(|row| (row.sid, row)).collect();
        Ok(sids.iter().filter_map(|sid| found.get(sid).cloned()).collect())
    }

    fn find(&self, id: &StatementId) -> Result<Option<Sid>, JournalError> {
        let query = "SELECT sid FROM statements WHERE id = $1";
        self.query_opt(query, &[&id.0.as_slice()], |row| get(row, 0))
    }

    fn tombstones(&self, after: CommitNumber) -> Result<Vec<Tombstone>, JournalError> {
        let query = "SELECT control, target_sid, target_commit, by_commit FROM tombstones
                     WHERE by_commit > $1 ORDER BY by_commit, place";
        self.query(query, &[&number_out(after)?], |row| {
            let by = number_in(get(row, 3)?)?;
            tombstone_from((get(row, 0)?, get(row, 1)?, get(row, 2)?, by))
        })
    }

    fn erased(&self) -> Result<Vec<(ErasedCode, CommitNumber)>, JournalError> {
        self.query("SELECT code, by_commit FROM erased", &[], |row| {
            let by: i64 = get(row, 1)?;
            Ok((sized(row, 0)?, CommitNumber::try_from(by).unwrap_or_default()))
        })
    }

    fn claims(
        &self,
        after: Option<ClaimCode>,
        limit: u32,
    ) -> Result<Vec<(ClaimCode, Sid)>, JournalError> {
        // A code that is none may be empty.
        let query = match after {
            None => "SELECT code, sid FROM claims WHERE code >= $1 ORDER BY code LIMIT $2",
            Some(_) => "SELECT code, sid FROM claims WHERE code > $1 ORDER BY code LIMIT $2",
        };
        let after = after.map_or(Vec::new(), |code| code.to_vec());
        let read = |row: &_| Ok((sized(row, 0)?, get(row, 1)?));
        self.query(query, &[&after, &i64::from(limit)], read)
    }

    fn misfiled(&self) -> Result<Option<Sid>, JournalError> {
        Ok(None) // ids are an index of the table itself, which the server keeps
    }

    fn copy_to(&self, file: &Path) -> Result<(), JournalError> {
        self.pool.with(|client| super::copy::copy_to(client, file))
    }

    fn scrub(&self) -> Result<(), JournalError> {
        if !self.writable {
            return Err(JournalError::ReadOnly);
        }
        self.pool.with(|client| {
            wait_for_older_readers(client)?;
            // The rows as they were lie beside the new ones until the table is written anew.
            client.batch_execute("VACUUM (FULL) statements")?;
            // And in the log of what was written, which goes at a checkpoint in a later file of it.
            client.batch_execute("SELECT pg_switch_wal()")?;
            client.batch_execute("CHECKPOINT")?;
            Ok(())
        })
    }
}

impl Schema {
    fn name(self) -> &'static str {
        match self {
            Self::Journal => "journal",
            Self::Looks => "looks",
        }
    }

    fn lock(self, lock: Lock) -> i32 {
        let schema = match self {
            Self::Journal => 0,
            Self::Looks => 2,
        };
        schema
            + match lock {
                Lock::Writer => 0,
                Lock::Import => 1,
            }
    }
}

#[derive(Clone, Copy)]
enum Lock {
    Writer,
    Import,
}

fn has_table(
    client: &mut impl GenericClient,
    schema: &str,
    table: &str,
) -> Result<bool, postgres::Error> {
    let query = "SELECT EXISTS (SELECT 1 FROM pg_class JOIN pg_namespace n ON relnamespace = n.oid
                 WHERE nspname = $1 AND relname = $2)";
    Ok(client.query_one(query, &[&schema, &table])?.get(0))
}

fn check_format(client: &mut Client, schema: Schema) -> Result<(), JournalError> {
    if !has_table(client, schema.name(), "meta")? {
        return Err(JournalError::Missing);
    }
    let row = client.query_opt("SELECT value FROM meta WHERE key = 'format'", &[])?;
    let value: Vec<u8> = get(&row.ok_or(JournalError::Damaged)?, 0)?;
    let format = String::from_utf8(value).ok().and_then(|text| text.parse().ok());
    match format.ok_or(JournalError::Damaged)? {
        FORMAT => Ok(()),
        found if FORMAT < found => Err(JournalError::Newer { found, supported: FORMAT }),
        _ => Err(JournalError::Damaged),
    }
}

/// Waits until nobody reads by a snapshot from before now, for whom the server would keep what was
/// removed. A transaction that began before now counts in any database of the server: a snapshot
/// reaches back to the oldest of them.
fn wait_for_older_readers(client: &mut Client) -> Result<(), JournalError> {
    let now: String = get(&client.query_one("SELECT pg_current_xact_id()::xid::text", &[])?, 0)?;
    let older = "SELECT EXISTS (
        SELECT 1 FROM pg_stat_activity WHERE pid <> pg_backend_pid()
        AND (age(backend_xid) > age($1::text::xid)
            OR datname = current_database() AND age(backend_xmin) > age($1::text::xid)))";
    for _ in 0..READER_CHECKS_MAX {
        let waits: bool = get(&client.query_one(older, &[&now])?, 0)?;
        if !waits {
            return Ok(());
        }
        std::thread::sleep(BETWEEN_READER_CHECKS);
    }
    Err(JournalError::Busy)
}

fn head_of(client: &mut impl GenericClient) -> Result<Option<Head>, JournalError> {
    let query = "SELECT number, hash, header FROM commits ORDER BY number DESC LIMIT 1";
    let Some(row) = client.query_opt(query, &[])? else { return Ok(None) };
    head_from(number_in(get(&row, 0)?)?, Hash(sized(&row, 1)?), &get::<Vec<u8>>(&row, 2)?).map(Some)
}

fn new_batch(tx: &mut Transaction<'_>) -> Result<Batch, JournalError> {
    get(&tx.query_one("INSERT INTO batches DEFAULT VALUES RETURNING batch", &[])?, 0)
}

/// Another import that found no lock of ours took the batch for a dead one.
fn check_not_swept(tx: &mut Transaction<'_>, batch: Batch) -> Result<(), Failure> {
    let find = "SELECT 1 FROM batches WHERE batch = $1 AND swept = 0";
    if tx.query_opt(find, &[&batch])?.is_some() {
        Ok(())
    } else {
        Err(JournalError::Stopped.into())
    }
}

fn insert_rows(
    tx: &mut Transaction<'_>,
    batch: Batch,
    first: u32,
    rows: &[NewRow],
    hidden: &Hidden,
    coder: &ClaimCoder,
) -> Result<Vec<Fate>, Failure> {
    let known = find_known(tx, rows)?;
    let fates = judge_run(rows, hidden, &known, &find_erased(tx, rows, coder)?);
    let sids = place_run(batch, first, &fates);

    let sink = tx.copy_in(
        "COPY statements (sid, id, mark, leaf, salt, payload) FROM STDIN (FORMAT binary)",
    )?;
    let types = [Type::INT8, Type::BYTEA, Type::INT8, Type::BYTEA, Type::BYTEA, Type::BYTEA];
    let mut copy = BinaryCopyInWriter::new(sink, &types);
    for (row, sid) in rows.iter().zip(&sids) {
        let Some(sid) = sid else { continue };
        let (id, leaf, salt) = (row.id.0.as_slice(), row.leaf.0.as_slice(), row.salt.as_slice());
        copy.write(&[sid, &id, &i64::from(row.mark), &leaf, &salt, &row.payload])?;
    }
    copy.finish()?;

    let mut claims: Vec<(&[u8], Sid)> = Vec::new();
    let mut reclaimed = claims.clone();
    for (row, sid) in rows.iter().zip(&sids) {
        let (Some(code), Some(sid)) = (&row.code, sid) else { continue };
        let is_known = known.contains_key(code);
        if is_known { &mut reclaimed } else { &mut claims }.push((code, *sid));
    }
    insert_claims(tx, claims)?;
    if !reclaimed.is_empty() {
        let (codes, sids): (Vec<&[u8]>, Vec<Sid>) = reclaimed.into_iter().unzip();
        let reclaim = "UPDATE claims SET sid = live.sid
                       FROM unnest($1::bytea[], $2::bigint[]) AS live (code, sid)
                       WHERE claims.code = live.code";
        tx.execute(reclaim, &[&codes, &sids])?;
    }
    Ok(fates)
}

fn insert_claims(tx: &mut Transaction<'_>, mut claims: Vec<(&[u8], Sid)>) -> Result<(), Failure> {
    if claims.is_empty() {
        return Ok(());
    }
    // In the order of the index, so that each of its pages is visited once.
    claims.sort_unstable();
    let sink = tx.copy_in("COPY claims (code, sid) FROM STDIN (FORMAT binary)")?;
    let mut copy = BinaryCopyInWriter::new(sink, &[Type::BYTEA, Type::INT8]);
    for (code, sid) in &claims {
        copy.write(&[code, sid])?;
    }
    copy.finish()?;
    Ok(())
}

/// Which of these claims are known, with their holders.
fn find_known(
    tx: &mut Transaction<'_>,
    rows: &[NewRow],
) -> Result<HashMap<ClaimCode, Sid>, Failure> {
    let codes: Vec<&[u8]> =
        rows.iter().filter_map(|row| Some(row.code.as_ref()?.as_slice())).collect();
    if codes.is_empty() {
        return Ok(HashMap::new());
    }
    let known = tx.query("SELECT code, sid FROM claims WHERE code = ANY($1)", &[&codes])?;
    let known: Result<_, JournalError> =
        known.iter().map(|row| Ok((sized(row, 0)?, get(row, 1)?))).collect();
    Ok(known?)
}

/// Which of these rows were erased. Where nothing ever was, no code is made.
fn find_erased(
    tx: &mut Transaction<'_>,
    rows: &[NewRow],
    coder: &ClaimCoder,
) -> Result<HashSet<usize>, Failure> {
    if tx.query_opt("SELECT 1 FROM erased LIMIT 1", &[])?.is_none() {
        return Ok(HashSet::new());
    }
    let codes = text_codes(rows, coder)?;
    let asked: Vec<&[u8]> = codes.iter().map(|(code, _)| code.as_slice()).collect();
    let found = tx.query("SELECT code FROM erased WHERE code = ANY($1)", &[&asked])?;
    let found: Result<HashSet<ErasedCode>, JournalError> =
        found.iter().map(|row| sized(row, 0)).collect();
    let found = found?;
    Ok(codes.into_iter().filter(|(code, _)| found.contains(code)).map(|(_, at)| at).collect())
}

fn keep_metas(tx: &mut Transaction<'_>, kept: &Beside) -> Result<(), Failure> {
    let keep = tx.prepare(KEEP_META)?;
    for (key, value) in kept {
        tx.execute(&keep, &[key, value])?;
    }
    Ok(())
}

fn insert_commit(
    tx: &mut Transaction<'_>,
    batch: Batch,
    sealed: &SealedCommit,
) -> Result<(), Failure> {
    tx.execute(
        "INSERT INTO commits (number, batch, prev, header, hash, signature)
         VALUES ($1, $2, $3, $4, $5, $6)",
        &[
            &number_out(sealed.number)?,
            &batch,
            &sealed.prev.0.as_slice(),
            &sealed.header,
            &sealed.hash.0.as_slice(),
            &sealed.signature.as_slice(),
        ],
    )?;
    Ok(())
}

fn apply(tx: &mut Transaction<'_>, effect: &Effect, by: CommitNumber) -> Result<(), Failure> {
    let (row, commit) = match effect.target {
        EffectTarget::Row(sid) => (Some(sid), None),
        EffectTarget::Commit(number) => (None, Some(number_out(number)?)),
    };
    tx.execute(
        "INSERT INTO tombstones (control, target_sid, target_commit, by_commit)
         VALUES ($1, $2, $3, $4)",
        &[&i64::from(effect.control.code()), &row, &commit, &number_out(by)?],
    )?;
    if effect.control.removes_bytes() {
        let (from, to) = match effect.target {
            EffectTarget::Row(sid) => (sid, sid),
            EffectTarget::Commit(_) => {
                let batch =
                    tx.query_one("SELECT batch FROM commits WHERE number = $1", &[&commit])?;
                let batch: Batch = get(&batch, 0)?;
                (sid(batch, 0), sid(batch, u32::MAX))
            }
        };
        let remove =
            "UPDATE statements SET salt = NULL, payload = NULL WHERE sid BETWEEN $1 AND $2";
        tx.execute(remove, &[&from, &to])?;
    }
    Ok(())
}

fn commit_from(row: &SqlRow) -> Result<CommitRow, JournalError> {
    Ok(CommitRow {
        number: number_in(get(row, 0)?)?,
        batch: get(row, 1)?,
        prev: Hash(sized(row, 2)?),
        header: get(row, 3)?,
        hash: Hash(sized(row, 4)?),
        signature: sized(row, 5)?,
    })
}

fn row_from(row: &SqlRow) -> Result<Row, JournalError> {
    let (salt, payload): (Option<&[u8]>, Option<&[u8]>) = (get(row, 4)?, get(row, 5)?);
    Ok(Row {
        sid: get(row, 0)?,
        id: StatementId(sized(row, 1)?),
        mark: u32::try_from(get::<i64>(row, 2)?).unwrap_or(MarkId::MAX),
        leaf: Hash(sized(row, 3)?),
        body: super::body_from(salt, payload),
    })
}

pub(super) fn get<'r, T: postgres::types::FromSql<'r>>(
    row: &'r SqlRow,
    column: usize,
) -> Result<T, JournalError> {
    row.try_get(column).map_err(|_| JournalError::Damaged)
}

fn sized<const N: usize>(row: &SqlRow, column: usize) -> Result<[u8; N], JournalError> {
    Ok(fitted(get(row, column)?))
}

fn number_in(number: i64) -> Result<CommitNumber, JournalError> {
    CommitNumber::try_from(number).map_err(|_| JournalError::Damaged)
}

fn number_out(number: CommitNumber) -> Result<i64, JournalError> {
    i64::try_from(number).map_err(|_| JournalError::Unknown)
}

impl From<postgres::Error> for Failure {
    fn from(error: postgres::Error) -> Self {
        let table = error.as_db_error().and_then(|said| said.table());
        let is_unique = error.code() == Some(&SqlState::UNIQUE_VIOLATION);
        let is_overtaken = is_unique && table == Some("commits")
            || error.code() == Some(&SqlState::T_R_SERIALIZATION_FAILURE)
            || error.code() == Some(&SqlState::T_R_DEADLOCK_DETECTED);
        match (is_overtaken, is_unique && table == Some("statements")) {
            (true, _) => Self::Overtaken,
            (_, true) => Self::Final(JournalError::IdTaken),
            _ => Self::Final(error.into()),
        }
    }
}

impl From<JournalError> for Failure {
    fn from(error: JournalError) -> Self {
        Self::Final(error)
    }
}

impl From<postgres::Error> for JournalError {
    fn from(error: postgres::Error) -> Self {
        let Some(said) = error.as_db_error() else { return Self::Unreachable(Box::new(error)) };
        let state = said.code().clone();
        // The server's own words quote values, except where it speaks of the connection.
        let about_connection =
            CONNECTION_CLASSES.iter().any(|class| state.code().starts_with(class));
        let words = if about_connection { format!(": {}", said.message()) } else { String::new() };
        let answered = Box::new(Answered { state: state.code().to_owned(), words });
        match state {
            _ if about_connection => Self::Unreachable(answered),
            SqlState::DISK_FULL => Self::Full,
            SqlState::READ_ONLY_SQL_TRANSACTION | SqlState::INSUFFICIENT_PRIVILEGE => {
                Self::ReadOnly
            }
            SqlState::LOCK_NOT_AVAILABLE
            | SqlState::TOO_MANY_CONNECTIONS
            | SqlState::T_R_DEADLOCK_DETECTED
            | SqlState::T_R_SERIALIZATION_FAILURE => Self::Busy,
            SqlState::UNDEFINED_TABLE
            | SqlState::UNDEFINED_COLUMN
            | SqlState::DATA_CORRUPTED
            | SqlState::INDEX_CORRUPTED => Self::Damaged,
            _ => Self::Database(answered),
        }
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

/// As in the SQLite file, but for the place of a tombstone, which is a row's own there. No
/// statistics of salts and payloads: the server would keep samples of them, beyond any erasure.
const TABLES: &str = "
    CREATE TABLE meta (key TEXT PRIMARY KEY, value BYTEA NOT NULL);
    CREATE TABLE batches (
        batch BIGINT PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY,
        swept BIGINT NOT NULL DEFAULT 0
    );
    CREATE TABLE commits (
        number BIGINT PRIMARY KEY,
        batch BIGINT NOT NULL UNIQUE,
        prev BYTEA NOT NULL UNIQUE,
        header BYTEA NOT NULL,
        hash BYTEA NOT NULL UNIQUE,
        signature BYTEA NOT NULL
    );
    CREATE TABLE statements (
        sid BIGINT PRIMARY KEY,
        id BYTEA NOT NULL,
        mark BIGINT NOT NULL,
        leaf BYTEA NOT NULL,
        salt BYTEA,
        payload BYTEA
    );
    CREATE UNIQUE INDEX statements_by_id ON statements (id);
    ALTER TABLE statements ALTER salt SET STATISTICS 0, ALTER payload SET STATISTICS 0;
    CREATE TABLE labels (
        mark BIGINT PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY,
        originator TEXT NOT NULL,
        marks TEXT NOT NULL,
        UNIQUE (originator, marks)
    );
    CREATE TABLE claims (code BYTEA PRIMARY KEY, sid BIGINT NOT NULL);
    CREATE TABLE erased (code BYTEA PRIMARY KEY, by_commit BIGINT NOT NULL);
    CREATE TABLE tombstones (
        place BIGINT PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY,
        control BIGINT NOT NULL,
        target_sid BIGINT,
        target_commit BIGINT,
        by_commit BIGINT NOT NULL
    );
    CREATE INDEX tombstones_by_commit ON tombstones (by_commit);
";
/// Connection exceptions, refused credentials, an unknown database, a server that stops or starts.
const CONNECTION_CLASSES: [&str; 4] = ["08", "28", "3D", "57P"];
/// `LIAI` in ASCII, so that other programs' advisory locks in the same database are not ours.
const LOCK_CLASS: i32 = 0x4c49_4149;
const LOCK_WAIT_MS: u32 = 30_000;
const CONNECT_WITHIN: std::time::Duration = std::time::Duration::from_secs(10);
const TRIES_MAX: u32 = 5;
/// Together ten seconds.
const READER_CHECKS_MAX: u32 = 100;
const KEEP_META: &str = "INSERT INTO meta VALUES ($1, $2)
                         ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value";
const BETWEEN_READER_CHECKS: std::time::Duration = std::time::Duration::from_millis(100);
