//! The SQLite file that holds the views.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use liaison_journal::store::Reading;
use liaison_model::CommitNumber;
use rusqlite::{Connection, OpenFlags};

use crate::ViewsError;
use crate::facets::RememberedSets;

/// The views of one node.
pub struct Views {
    path: PathBuf,
    reading: Reading,
    /// Closed before the writer: the last connection to close folds the WAL into the file, which
    /// one that only reads cannot do.
    readers: Mutex<Vec<Connection>>,
    writer: Option<Mutex<Connection>>,
    pub(crate) sets: RememberedSets,
}

impl Views {
    /// Opens the file for folding, making it when absent.
    ///
    /// # Errors
    ///
    /// [`ViewsError::Unusable`] when it is of another version: delete it and fold anew.
    pub fn open(path: &Path) -> Result<Self, ViewsError> {
        let writer = connect(path)?;
        let found: u32 = writer.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        match found {
            0 => {
                writer.execute_batch(TABLES)?;
                writer.pragma_update(None, "user_version", FORMAT)?;
            }
            FORMAT => {}
            _ => return Err(ViewsError::Unusable),
        }
        let writer = Some(Mutex::new(writer));
        let (readers, sets) = Default::default();
        Ok(Self { path: path.to_owned(), reading: Reading::Shared, readers, writer, sets })
    }

    /// Opens the file for reading while another process folds, or on a disk that cannot be written.
    ///
    /// # Errors
    ///
    /// [`ViewsError::Unusable`] when it is absent or of another version.
    pub fn open_read_only(path: &Path) -> Result<Self, ViewsError> {
        if !path.exists() {
            return Err(ViewsError::Unusable);
        }
        let reading = Reading::of(path)?;
        let reader = connect_to_read(path, reading)?;
        let found: u32 = reader.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        if found != FORMAT {
            return Err(ViewsError::Unusable);
        }
        let (readers, sets) = (Mutex::new(vec![reader]), RememberedSets::default());
        Ok(Self { path: path.to_owned(), reading, readers, writer: None, sets })
    }

    /// Reads the whole file: whether SQLite can use all of it.
    ///
    /// # Errors
    ///
    /// [`ViewsError::Unusable`] when it cannot.
    pub fn check(&self) -> Result<(), ViewsError> {
        let said: String =
            self.read(|db| Ok(db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?))?;
        if said == "ok" { Ok(()) } else { Err(ViewsError::Unusable) }
    }

    /// The number of the last commit that is folded; 0 before the first.
    ///
    /// # Errors
    ///
    /// When SQLite fails.
    pub fn position(&self) -> Result<CommitNumber, ViewsError> {
        self.read(|db| {
            let mut query = db.prepare_cached("SELECT position FROM state")?;
            Ok(query.query_row([], |row| row.get(0))?)
        })
    }

    /// Makes sure that removed rows are in no file any more.
    ///
    /// # Errors
    ///
    /// [`ViewsError::Busy`] while a reader holds an old page.
    pub fn scrub(&self) -> Result<(), ViewsError> {
        self.readers.lock().unwrap_or_else(PoisonError::into_inner).clear();
        self.sets.forget();
        let db = self.writer()?;
        let busy: i64 = db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy == 0 { Ok(()) } else { Err(ViewsError::Busy) }
    }

    pub(crate) fn writer(&self) -> Result<MutexGuard<'_, Connection>, ViewsError> {
        let writer = self.writer.as_ref().ok_or(ViewsError::Busy)?;
        Ok(writer.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn read<T>(
        &self,
        read: impl FnOnce(&Connection) -> Result<T, ViewsError>,
    ) -> Result<T, ViewsError> {
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
}

fn connect(path: &Path) -> Result<Connection, ViewsError> {
    let access = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let db = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    set_up(&db)?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    // Views can be folded anew, so a power cut may cost the last fold but not the file.
    db.pragma_update(None, "synchronous", "NORMAL")?;
    db.pragma_update(None, "secure_delete", "ON")?;
    db.pragma_update(None, "journal_size_limit", WAL_BYTES_KEPT)?;
    Ok(db)
}

fn connect_to_read(path: &Path, reading: Reading) -> Result<Connection, ViewsError> {
    let db = reading.open(path)?;
    set_up(&db)?;
    Ok(db)
}

fn set_up(db: &Connection) -> Result<(), ViewsError> {
    db.busy_timeout(BUSY_WAIT)?;
    db.pragma_update(None, "cache_size", -CACHE_KIB)?;
    Ok(db.pragma_update(None, "temp_store", "MEMORY")?)
}

/// Version of the tables; another one is rebuilt, never migrated.
const FORMAT: u32 = 3;
const IDLE_READERS_MAX: usize = 8;
const BUSY_WAIT: std::time::Duration = std::time::Duration::from_secs(30);
const CACHE_KIB: i64 = 32 * 1024;
const WAL_BYTES_KEPT: i64 = 16 * 1024 * 1024;
const TABLES: &str = "
    CREATE TABLE state (position INTEGER NOT NULL) STRICT;
    INSERT INTO state VALUES (0);
    CREATE TABLE words (word INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE entities (ordinal INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE targets (target INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
    -- One row per statement. hidden_by: the commit that withdrew, purged or erased it.
    CREATE TABLE rows (
        sid INTEGER PRIMARY KEY,
        entity INTEGER NOT NULL,
        commit_number INTEGER NOT NULL,
        mark INTEGER NOT NULL,
        schema INTEGER NOT NULL,
        dataset INTEGER NOT NULL,
        hidden_by INTEGER
    ) STRICT;
    CREATE INDEX rows_by_entity ON rows (entity, sid);
    -- How many live statements give an entity a schema in a dataset under a label.
    CREATE TABLE kinds (
        schema INTEGER NOT NULL,
        dataset INTEGER NOT NULL,
        mark INTEGER NOT NULL,
        entity INTEGER NOT NULL,
        statements INTEGER NOT NULL,
        PRIMARY KEY (schema, dataset, mark, entity)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX kinds_by_entity ON kinds (entity);
    -- Countries and dates of live statements, for filters.
    CREATE TABLE terms (
        kind INTEGER NOT NULL,
        value TEXT NOT NULL,
        entity INTEGER NOT NULL,
        sid INTEGER NOT NULL,
        mark INTEGER NOT NULL,
        PRIMARY KEY (kind, value, entity, sid)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX terms_by_sid ON terms (sid);
    -- Live statements whose value is another entity, by that other entity.
    CREATE TABLE refs (
        target INTEGER NOT NULL,
        sid INTEGER NOT NULL,
        entity INTEGER NOT NULL,
        PRIMARY KEY (target, sid)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX refs_by_sid ON refs (sid);
    -- Live statements by which a judgement names one of the two records that it is about.
    CREATE TABLE judged (
        target INTEGER NOT NULL,
        sid INTEGER NOT NULL,
        judgement INTEGER NOT NULL,
        PRIMARY KEY (target, sid)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX judged_by_sid ON judged (sid);
";
