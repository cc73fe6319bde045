//! The two databases in which a journal may lie, as the behaviours see them.

use std::path::PathBuf;
use std::sync::Mutex;

use liaison_journal::store::{Access, PostgresStore, Schema, SqliteStore, Store};
use liaison_journal::{Journal, JournalError};
use tempfile::TempDir;

use crate::samples::{random, signer};

/// A kind of database.
pub trait Database {
    /// A new, empty place for a journal.
    fn place(&self) -> Box<dyn Place>;

    /// How many random histories to try: a fresh place costs more on one than on the other.
    fn histories(&self) -> u32;
}

/// A place for one journal, with a way in behind the journal's back.
pub trait Place: Send + Sync {
    /// Opens the store, again and again if need be.
    fn open(&self, access: Access) -> Result<Box<dyn Store>, JournalError>;

    /// Changes rows by SQL, with blobs as `$1`, `$2`; answers how many.
    fn sql(&self, statement: &str, blobs: &[&[u8]]) -> usize;

    /// A blob by SQL.
    fn blob(&self, query: &str) -> Vec<u8>;

    /// Says that the tables are of this format.
    fn set_format(&self, format: u32);

    /// Ruins the store so that it cannot be read as a journal.
    fn damage(&self);

    /// Lets the database look at its rows and keep what it wants to know of them.
    fn analyse(&self) {
        self.sql("ANALYZE", &[]);
    }

    /// Every file in which the database keeps bytes.
    fn files(&self) -> Vec<PathBuf>;

    /// Makes a new journal.
    fn create(&self) -> Journal {
        Journal::create(self.open(Access::Create).unwrap(), signer(), random()).unwrap()
    }

    /// Opens the journal with its key.
    fn reopen(&self) -> Journal {
        Journal::open(self.open(Access::Write).unwrap(), Some(signer()), random()).unwrap()
    }

    /// Opens the journal without its key.
    fn read(&self) -> Result<Journal, JournalError> {
        Journal::open(self.open(Access::Read)?, None, random())
    }
}

/// Files in a folder of its own.
pub struct Sqlite;

impl Database for Sqlite {
    fn place(&self) -> Box<dyn Place> {
        Box::new(Folder(tempfile::tempdir().unwrap()))
    }

    fn histories(&self) -> u32 {
        48
    }
}

struct Folder(TempDir);

impl Folder {
    fn path(&self) -> PathBuf {
        self.0.path().join("journal.db")
    }

    fn connection(&self) -> rusqlite::Connection {
        let db = rusqlite::Connection::open(self.path()).unwrap();
        db.busy_timeout(std::time::Duration::from_secs(10)).unwrap();
        db.pragma_update(None, "synchronous", "OFF").unwrap();
        db
    }
}

impl Place for Folder {
    fn open(&self, access: Access) -> Result<Box<dyn Store>, JournalError> {
        Ok(Box::new(SqliteStore::open(&self.path(), access)?))
    }

    fn sql(&self, statement: &str, blobs: &[&[u8]]) -> usize {
        self.connection().execute(statement, rusqlite::params_from_iter(blobs)).unwrap()
    }

    fn blob(&self, query: &str) -> Vec<u8> {
        self.connection().query_row(query, [], |row| row.get(0)).unwrap()
    }

    fn set_format(&self, format: u32) {
        self.connection().pragma_update(None, "user_version", format).unwrap();
    }

    fn damage(&self) {
        std::fs::write(self.path(), "this is no database\n".repeat(1000)).unwrap();
    }

    fn files(&self) -> Vec<PathBuf> {
        files_under(self.0.path())
    }
}

/// Databases of a server that this binary started.
pub struct Postgres;

impl Database for Postgres {
    fn place(&self) -> Box<dyn Place> {
        let server = liaison_testkit::postgres();
        let (url, data) = (server.new_database(), server.data_folder());
        Box::new(ServerDatabase { url, data, way_in: Mutex::default() })
    }

    fn histories(&self) -> u32 {
        8
    }
}

struct ServerDatabase {
    url: String,
    data: PathBuf,
    way_in: Mutex<Option<postgres::Client>>,
}

impl ServerDatabase {
    fn with<T>(&self, work: impl FnOnce(&mut postgres::Client) -> T) -> T {
        let mut way_in = self.way_in.lock().unwrap();
        work(way_in.get_or_insert_with(|| {
            let mut client = postgres::Client::connect(&self.url, postgres::NoTls).unwrap();
            let ours = "SET search_path TO journal; SET synchronous_commit TO off";
            client.batch_execute(ours).unwrap();
            client
        }))
    }
}

impl Place for ServerDatabase {
    fn open(&self, access: Access) -> Result<Box<dyn Store>, JournalError> {
        Ok(Box::new(PostgresStore::open(&self.url, Schema::Journal, access)?))
    }

    fn sql(&self, statement: &str, blobs: &[&[u8]]) -> usize {
        let blobs: Vec<&(dyn postgres::types::ToSql + Sync)> =
            blobs.iter().map(|blob| blob as _).collect();
        let changed = self.with(|client| client.execute(statement, &blobs)).unwrap();
        usize::try_from(changed).unwrap()
    }

    fn blob(&self, query: &str) -> Vec<u8> {
        self.with(|client| client.query_one(query, &[])).unwrap().get(0)
    }

    fn set_format(&self, format: u32) {
        let format = format.to_string();
        let changed = "UPDATE meta SET value = $1 WHERE key = 'format'";
        assert_eq!(self.sql(changed, &[format.as_bytes()]), 1);
    }

    fn damage(&self) {
        self.with(|client| client.batch_execute("DROP TABLE statements")).unwrap();
    }

    fn files(&self) -> Vec<PathBuf> {
        let query = "SELECT oid::text FROM pg_database WHERE datname = current_database()";
        let own: String = self.with(|client| client.query_one(query, &[])).unwrap().get(0);
        // The other tests' databases are their own business.
        let (own, others) = (self.data.join("base").join(own), self.data.join("base"));
        let is_ours = |file: &PathBuf| file.starts_with(&own) || !file.starts_with(&others);
        files_under(&self.data).into_iter().filter(is_ours).collect()
    }
}

pub fn files_under(folder: &std::path::Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    // A server makes and removes files while we look.
    let Ok(entries) = std::fs::read_dir(folder) else { return files };
    for entry in entries.flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => files.extend(files_under(&entry.path())),
            Ok(kind) if kind.is_file() => files.push(entry.path()),
            _ => {}
        }
    }
    files
}
