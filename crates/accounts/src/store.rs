//! The file of accounts: SQLite, for its owner's eyes only.

use std::collections::BTreeSet;
use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use liaison_model::{Instant, Role};
use rusqlite::{
    Connection, ErrorCode, OpenFlags, OptionalExtension as _, Row as SqlRow, TransactionBehavior,
    params,
};

use crate::{Account, AccountError, AccountName, Session, Token};

/// An account with what is never shown.
pub(crate) struct Row {
    pub(crate) account: Account,
    /// PHC string.
    pub(crate) password: String,
    /// Sealed second factor.
    pub(crate) sealed: Vec<u8>,
}

type Answer<T> = Result<T, AccountError>;

/// Opens the file for writing; makes it where there is none.
pub(crate) fn open(path: &Path) -> Answer<Connection> {
    match make_new(path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error.into()),
        _ => {}
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut db = Connection::open_with_flags(path, flags)?;
    db.busy_timeout(BUSY_WAIT)?;
    // Few writes, so no WAL, which could not be read on a disk that is mounted read-only.
    db.pragma_update(None, "journal_mode", "DELETE")?;
    db.pragma_update(None, "synchronous", "FULL")?;
    db.pragma_update(None, "secure_delete", "ON")?;
    db.pragma_update(None, "foreign_keys", "ON")?;
    make_tables(&mut db)?;
    Ok(db)
}

/// Opens the file for reading; without one there are no accounts.
pub(crate) fn open_read_only(path: &Path) -> Answer<Connection> {
    if !path.exists() {
        let mut db = Connection::open_in_memory()?;
        make_tables(&mut db)?;
        return Ok(db);
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(path, flags)?;
    db.busy_timeout(BUSY_WAIT)?;
    check_format(&db)?;
    Ok(db)
}

pub(crate) fn accounts(db: &Connection) -> Answer<Vec<Row>> {
    let mut query = db.prepare_cached(&format!("SELECT {ACCOUNT} FROM accounts ORDER BY name"))?;
    let rows = query.query_map([], |row| Ok(row_of(row)))?;
    rows.map(|row| row?).collect()
}

pub(crate) fn account(db: &Connection, name: &AccountName) -> Answer<Option<Row>> {
    let sql = format!("SELECT {ACCOUNT} FROM accounts WHERE name = ?1");
    let mut query = db.prepare_cached(&sql)?;
    query.query_row([name.as_str()], |row| Ok(row_of(row))).optional()?.transpose()
}

pub(crate) fn is_empty(db: &Connection) -> Answer<bool> {
    Ok(db.query_row("SELECT NOT EXISTS (SELECT 1 FROM accounts)", [], |row| row.get(0))?)
}

pub(crate) fn insert(
    db: &Connection,
    account: &Account,
    password: &str,
    sealed: &[u8],
) -> Answer<()> {
    let inserted = db.execute(
        "INSERT INTO accounts (name, unit, roles, password, sealed, step, enabled, made)
         VALUES (?1, ?2, ?3, ?4, ?5, 0, 1, ?6)",
        params![
            account.name.as_str(),
            account.unit.as_ref().map(|unit| unit.as_str()),
            words(&account.roles),
            password,
            sealed,
            account.made.micros(),
        ],
    );
    taken(inserted)
}

pub(crate) fn set_roles(db: &Connection, name: &AccountName, roles: &BTreeSet<Role>) -> Answer<()> {
    let sql = "UPDATE accounts SET roles = ?2 WHERE name = ?1";
    known(db.execute(sql, params![name.as_str(), words(roles)])?)
}

pub(crate) fn disable(db: &Connection, name: &AccountName) -> Answer<()> {
    known(db.execute("UPDATE accounts SET enabled = 0 WHERE name = ?1", [name.as_str()])?)?;
    end_sessions_of(db, name)
}

pub(crate) fn set_credentials(
    db: &mut Connection,
    name: &AccountName,
    password: &str,
    sealed: &[u8],
) -> Answer<()> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let sql = "UPDATE accounts SET password = ?2, sealed = ?3, step = 0, enabled = 1
               WHERE name = ?1";
    known(tx.execute(sql, params![name.as_str(), password, sealed])?)?;
    end_sessions_of(&tx, name)?;
    Ok(tx.commit()?)
}

/// Gives an account another password; of its sessions one stays.
pub(crate) fn set_password(
    db: &mut Connection,
    name: &AccountName,
    password: &str,
    kept: i64,
) -> Answer<usize> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let sql = "UPDATE accounts SET password = ?2 WHERE name = ?1";
    known(tx.execute(sql, params![name.as_str(), password])?)?;
    let ended = end_other_sessions_of(&tx, name, kept)?;
    tx.commit()?;
    Ok(ended)
}

/// Remembers the step of a code that is taken; `false` when it, or a later one, was taken before.
pub(crate) fn take_step(db: &Connection, name: &AccountName, step: i64) -> Answer<bool> {
    let sql = "UPDATE accounts SET step = ?2 WHERE name = ?1 AND step < ?2";
    Ok(db.execute(sql, params![name.as_str(), step])? == 1)
}

/// Opens a session; beyond so many the oldest of the account give way, and those that have long
/// ended go.
pub(crate) fn open_session(
    db: &mut Connection,
    hash: &[u8; 32],
    name: &AccountName,
    address: &str,
    (now, sessions_max): (Instant, u32),
) -> Answer<Session> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let day_ago = now.plus_seconds(-24 * 60 * 60);
    tx.execute("DELETE FROM sessions WHERE begun < ?1", [day_ago.micros()])?;
    tx.execute(
        "DELETE FROM sessions WHERE session IN (
             SELECT session FROM sessions WHERE account = ?1
             ORDER BY session DESC LIMIT -1 OFFSET ?2)",
        params![name.as_str(), sessions_max - 1],
    )?;
    tx.execute(
        "INSERT INTO sessions (hash, account, begun, used, address) VALUES (?1, ?2, ?3, ?3, ?4)",
        params![hash, name.as_str(), now.micros(), address],
    )?;
    let number = tx.last_insert_rowid();
    let sql = "UPDATE accounts SET signed_in = ?2 WHERE name = ?1";
    known(tx.execute(sql, params![name.as_str(), now.micros()])?)?;
    tx.commit()?;
    let address = address.to_owned();
    Ok(Session { number, account: name.clone(), begun: now, used: now, address })
}

pub(crate) fn session(db: &Connection, hash: &[u8; 32]) -> Answer<Option<(Account, Session)>> {
    let sql = format!(
        "SELECT {ACCOUNT}, {SESSION} FROM sessions JOIN accounts ON name = account WHERE hash = ?1"
    );
    let mut query = db.prepare_cached(&sql)?;
    let both = |row: &SqlRow<'_>| Ok((row_of(row), session_of(row)));
    let Some((account, session)) = query.query_row([hash], both).optional()? else {
        return Ok(None);
    };
    Ok(Some((account?.account, session?)))
}

pub(crate) fn use_session(db: &Connection, number: i64, now: Instant) -> Answer<()> {
    let sql = "UPDATE sessions SET used = ?2 WHERE session = ?1";
    db.execute(sql, params![number, now.micros()])?;
    Ok(())
}

pub(crate) fn sessions_of(db: &Connection, name: &AccountName) -> Answer<Vec<Session>> {
    let sql = format!("SELECT {SESSION} FROM sessions WHERE account = ?1 ORDER BY session");
    let mut query = db.prepare_cached(&sql)?;
    let rows = query.query_map([name.as_str()], |row| Ok(session_of(row)))?;
    rows.map(|row| row?).collect()
}

pub(crate) fn end_session(db: &Connection, number: i64) -> Answer<()> {
    db.execute("DELETE FROM sessions WHERE session = ?1", [number])?;
    Ok(())
}

pub(crate) fn end_sessions_of(db: &Connection, name: &AccountName) -> Answer<()> {
    db.execute("DELETE FROM sessions WHERE account = ?1", [name.as_str()])?;
    Ok(())
}

pub(crate) fn end_other_sessions_of(
    db: &Connection,
    name: &AccountName,
    kept: i64,
) -> Answer<usize> {
    let sql = "DELETE FROM sessions WHERE account = ?1 AND session <> ?2";
    Ok(db.execute(sql, params![name.as_str(), kept])?)
}

pub(crate) fn tokens(db: &Connection) -> Answer<Vec<Token>> {
    let mut query = db.prepare_cached(&format!("SELECT {TOKEN} FROM tokens ORDER BY token"))?;
    let rows = query.query_map([], |row| Ok(token_of(row)))?;
    rows.map(|row| row?).collect()
}

pub(crate) fn token(db: &Connection, hash: &[u8; 32]) -> Answer<Option<Token>> {
    let mut query = db.prepare_cached(&format!("SELECT {TOKEN} FROM tokens WHERE hash = ?1"))?;
    query.query_row([hash], |row| Ok(token_of(row))).optional()?.transpose()
}

pub(crate) fn token_named(db: &Connection, name: &AccountName) -> Answer<Option<Token>> {
    let mut query = db.prepare_cached(&format!("SELECT {TOKEN} FROM tokens WHERE name = ?1"))?;
    query.query_row([name.as_str()], |row| Ok(token_of(row))).optional()?.transpose()
}

/// A name that no token has had.
pub(crate) fn next_token_name(db: &Connection) -> Answer<AccountName> {
    let sql = "SELECT coalesce(max(token), 0) + 1 FROM tokens";
    let mut number: i64 = db.query_row(sql, [], |row| row.get(0))?;
    loop {
        let name: AccountName = format!("token-{number}").parse()?;
        if token_named(db, &name)?.is_none() {
            return Ok(name);
        }
        number += 1; // somebody called theirs like this; there are fewer of them than numbers
    }
}

pub(crate) fn insert_token(db: &Connection, hash: &[u8; 32], token: &Token) -> Answer<()> {
    let inserted = db.execute(
        "INSERT INTO tokens (hash, name, roles, scopes, made_by, made, expires, revoked)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0)",
        params![
            hash,
            token.name.as_str(),
            words(&token.roles),
            words(&token.scopes),
            token.by,
            token.made.micros(),
            token.expires.micros(),
        ],
    );
    taken(inserted)
}

pub(crate) fn use_token(db: &Connection, name: &AccountName, now: Instant) -> Answer<()> {
    let sql = "UPDATE tokens SET used = ?2 WHERE name = ?1";
    db.execute(sql, params![name.as_str(), now.micros()])?;
    Ok(())
}

pub(crate) fn revoke_token(db: &Connection, name: &AccountName) -> Answer<()> {
    known(db.execute("UPDATE tokens SET revoked = 1 WHERE name = ?1", [name.as_str()])?)
}

pub(crate) fn copy_to(db: &Connection, file: &Path) -> Answer<()> {
    make_new(file)?;
    // Into an empty database, page by page; then without the sessions, and without their bytes.
    let mut copy = Connection::open(file)?;
    {
        let backup = rusqlite::backup::Backup::new(db, &mut copy)?;
        backup.run_to_completion(COPY_PAGES, Duration::ZERO, None)?;
    }
    copy.pragma_update(None, "journal_mode", "DELETE")?;
    copy.pragma_update(None, "secure_delete", "ON")?;
    copy.execute("DELETE FROM sessions", [])?;
    Ok(())
}

pub(crate) fn after_restore(db: &mut Connection, now: Instant) -> Answer<u64> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    tx.execute("DELETE FROM sessions", [])?;
    let sql = "UPDATE tokens SET revoked = 1 WHERE revoked = 0 AND ?1 < expires";
    let revoked = tx.execute(sql, [now.micros()])?;
    tx.commit()?;
    Ok(revoked as u64)
}

pub(crate) fn check_file(db: &Connection) -> Answer<()> {
    let found: String = db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if found == "ok" { Ok(()) } else { Err(AccountError::Damaged) }
}

fn make_new(path: &Path) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

fn make_tables(db: &mut Connection) -> Answer<()> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found: u32 = tx.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if found != 0 {
        drop(tx);
        return check_format(db);
    }
    let holds_something = "SELECT EXISTS (SELECT 1 FROM sqlite_schema)";
    if tx.query_row(holds_something, [], |row| row.get(0))? {
        return Err(AccountError::Damaged);
    }
    tx.execute_batch(TABLES)?;
    tx.pragma_update(None, "user_version", FORMAT)?;
    Ok(tx.commit()?)
}

fn check_format(db: &Connection) -> Answer<()> {
    let found = db.query_row("PRAGMA user_version", [], |row| row.get(0));
    match found {
        Ok(FORMAT) => Ok(()),
        Ok(found) if FORMAT < found => Err(AccountError::Newer { found, supported: FORMAT }),
        Ok(_) => Err(AccountError::Damaged),
        Err(rusqlite::Error::SqliteFailure(error, _)) if error.code == ErrorCode::NotADatabase => {
            Err(AccountError::Damaged)
        }
        Err(error) => Err(error.into()),
    }
}

fn row_of(row: &SqlRow<'_>) -> Answer<Row> {
    let unit: Option<String> = row.get(1)?;
    let account = Account {
        name: row.get::<_, String>(0)?.parse()?,
        unit: unit.map(|unit| unit.parse()).transpose()?,
        roles: from_words(&row.get::<_, String>(2)?)?,
        enabled: row.get(5)?,
        made: instant(row.get(6)?)?,
        signed_in: row.get::<_, Option<i64>>(7)?.map(instant).transpose()?,
    };
    Ok(Row { account, password: row.get(3)?, sealed: row.get(4)? })
}

fn session_of(row: &SqlRow<'_>) -> Answer<Session> {
    Ok(Session {
        number: row.get("session")?,
        account: row.get::<_, String>("account")?.parse()?,
        begun: instant(row.get("begun")?)?,
        used: instant(row.get("used")?)?,
        address: row.get("address")?,
    })
}

fn token_of(row: &SqlRow<'_>) -> Answer<Token> {
    Ok(Token {
        name: row.get::<_, String>(0)?.parse()?,
        roles: from_words(&row.get::<_, String>(1)?)?,
        scopes: from_words(&row.get::<_, String>(2)?)?,
        by: row.get(3)?,
        made: instant(row.get(4)?)?,
        expires: instant(row.get(5)?)?,
        used: row.get::<_, Option<i64>>(6)?.map(instant).transpose()?,
        revoked: row.get(7)?,
    })
}

fn instant(micros: i64) -> Answer<Instant> {
    Instant::from_micros(micros).map_err(|_| AccountError::Damaged)
}

fn words<T: ToString>(all: &BTreeSet<T>) -> String {
    all.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

fn from_words<T: FromStr + Ord>(text: &str) -> Answer<BTreeSet<T>> {
    text.split(' ').map(|word| word.parse().map_err(|_| AccountError::Damaged)).collect()
}

/// Whether a row was changed.
fn known(changed: usize) -> Answer<()> {
    if changed == 0 { Err(AccountError::Unknown) } else { Ok(()) }
}

/// Whether a row could be added.
fn taken(inserted: rusqlite::Result<usize>) -> Answer<()> {
    match inserted {
        Err(rusqlite::Error::SqliteFailure(error, _))
            if error.code == ErrorCode::ConstraintViolation =>
        {
            Err(AccountError::Exists)
        }
        inserted => Ok(inserted.map(drop)?),
    }
}

/// Newest format of the file that this version makes and reads.
const FORMAT: u32 = 1;
const BUSY_WAIT: Duration = Duration::from_secs(10);
const COPY_PAGES: i32 = 256;
const ACCOUNT: &str = "name, unit, roles, password, sealed, enabled, made, signed_in";
const SESSION: &str = "session, account, begun, used, address";
const TOKEN: &str = "name, roles, scopes, made_by, made, expires, used, revoked";
/// Times are microseconds since 1970; roles and scopes are words with a space between.
const TABLES: &str = "
CREATE TABLE accounts (
    name      TEXT PRIMARY KEY,
    unit      TEXT,
    roles     TEXT NOT NULL,
    password  TEXT NOT NULL,     -- Argon2id, PHC string
    sealed    BLOB NOT NULL,     -- second factor: nonce (24), then XChaCha20-Poly1305
    step      INTEGER NOT NULL,  -- of the last code that was taken
    enabled   INTEGER NOT NULL,
    made      INTEGER NOT NULL,
    signed_in INTEGER
) STRICT;
CREATE TABLE sessions (
    session INTEGER PRIMARY KEY AUTOINCREMENT,
    hash    BLOB NOT NULL UNIQUE,  -- SHA-256 of what the browser shows
    account TEXT NOT NULL REFERENCES accounts (name),
    begun   INTEGER NOT NULL,
    used    INTEGER NOT NULL,
    address TEXT NOT NULL
) STRICT;
CREATE INDEX sessions_of_account ON sessions (account);
CREATE TABLE tokens (
    token   INTEGER PRIMARY KEY AUTOINCREMENT,
    hash    BLOB NOT NULL UNIQUE,  -- SHA-256 of what the program shows, without `lia_`
    name    TEXT NOT NULL UNIQUE,
    roles   TEXT NOT NULL,
    scopes  TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made    INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    used    INTEGER,
    revoked INTEGER NOT NULL
) STRICT;
";
