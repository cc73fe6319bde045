//! The folder of a node: where each thing lies, and who owns it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use liaison_model::AgencyId;
use serde::{Deserialize, Serialize};

use crate::{NodeError, WrongUse};

/// Where each thing of a node lies.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

/// What a node is, in `node.json`: nothing secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Format of the folder.
    pub format: u32,
    /// The agency.
    pub agency: AgencyId,
    /// Its name as people write it.
    pub name: String,
    /// Its country, ISO 3166-1 alpha-2, lower case.
    pub country: String,
    /// Where the journal lies.
    pub journal: JournalPlace,
    /// Whether everything in it is a demonstration.
    pub demonstration: bool,
    /// Where the exhibits lie, such as `s3://bucket/prefix`; in the folder when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exhibits: Option<String>,
}

/// Where a node's journal lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum JournalPlace {
    /// In `journal.db` of the folder.
    Sqlite,
    /// In the PostgreSQL database that `DATABASE_URL` names.
    Postgres,
}

/// The right to fold views and index: one process per folder has it.
#[derive(Debug)]
pub struct Ownership {
    _lock: File,
}

macro_rules! places {
    ($($(#[$doc:meta])* $name:ident = $path:literal;)*) => {
        impl Folder {
            $($(#[$doc])* #[must_use] pub fn $name(&self) -> PathBuf { self.0.join($path) })*
        }
    };
}
places! {
    /// What the node is.
    config = "node.json";
    /// Statements, commits, tombstones (SQLite).
    journal = "journal.db";
    /// The chain of looks (SQLite).
    looks = "looks.db";
    /// Accounts, sessions and tokens (SQLite).
    accounts = "accounts.db";
    /// Folded views.
    views = "views.db";
    /// The text index.
    search = "search";
    /// Evidence files by hash.
    exhibits = "exhibits";
    /// Sealed keys and certificate.
    keys = "keys";
    /// The sealed root key: to be moved off the machine.
    root_key = "keys/root.json";
    /// The sealed node key.
    node_key = "keys/node.json";
    /// The node key's certificate.
    certificate = "keys/certificate.bin";
    /// The self-made TLS certificate with its key.
    tls = "keys/tls.json";
    /// Rows that were set aside.
    problems = "problems";
    /// Tables of transactions, a folder each.
    ledger = "ledger";
    /// Held by the process that loads one.
    ledger_lock = "ledger.lock";
    /// Searches that officers keep.
    searches = "searches.json";
    /// Files that officers sent to be imported, with what is known of each.
    uploads = "uploads";
    /// What was withdrawn and erased, without its content: to be kept beside backups.
    tombstones = "tombstones.jsonl";
    /// What of removed bytes is still to be rewritten; empty: nothing.
    scrub = "scrub";
    /// Copies of the databases while a backup is made.
    staging = "staging";
    /// Screening forms of the agency's own.
    forms = "forms";
    /// Templates of cases of the agency's own.
    templates = "templates";
    /// Forms in which platforms want to be asked, of the agency's own.
    takedown_forms = "takedown-forms";
    /// What the agency's decisions about adverts taught.
    advert_model = "adverts.model";
    /// Held by the process that makes a backup.
    staging_lock = "staging.lock";
    /// Held by the process that gives a report its number.
    numbers_lock = "numbers.lock";
    /// Held by the process that exchanges something with another agency.
    exchange_lock = "exchange.lock";
    /// Held by the owner process.
    lock = "lock";
}

impl Folder {
    /// A folder, whether or not it exists.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Reads what the node is.
    ///
    /// # Errors
    ///
    /// [`NodeError::NoNode`], [`NodeError::Newer`] or [`NodeError::Damaged`].
    pub fn read_config(&self) -> Result<Config, NodeError> {
        let path = self.config();
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(NodeError::NoNode { folder: self.0.clone() });
            }
            Err(error) => return Err(NodeError::file(path)(error)),
        };
        #[derive(Deserialize)]
        struct Format {
            format: u32,
        }
        let damaged = || NodeError::Damaged { path: self.config() };
        let Format { format } = serde_json::from_slice(&bytes).map_err(|_| damaged())?;
        if FORMAT < format {
            return Err(NodeError::Newer { found: format, supported: FORMAT });
        }
        serde_json::from_slice(&bytes).map_err(|_| damaged())
    }

    /// Writes what the node is: the last step of making one.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn write_config(&self, config: &Config) -> Result<(), NodeError> {
        let path = self.config();
        let text =
            serde_json::to_vec_pretty(config).map_err(|e| NodeError::file(&path)(e.into()))?;
        write_private(&path, &text)
    }

    /// Makes the folders of a node that are not there yet, for its owner's eyes only.
    ///
    /// # Errors
    ///
    /// When they cannot be made.
    pub fn create(&self) -> Result<(), NodeError> {
        let inner = [self.keys(), self.problems(), self.exhibits(), self.search()];
        for path in [self.0.clone()].into_iter().chain(inner) {
            fs::create_dir_all(&path).map_err(NodeError::file(&path))?;
            private(&path, 0o700)?;
        }
        Ok(())
    }

    /// Whether its owner alone gets into it.
    ///
    /// # Errors
    ///
    /// [`WrongUse::FolderOpen`] where others do.
    pub fn check_private(&self) -> Result<(), NodeError> {
        if is_private(&self.0).map_err(NodeError::file(&self.0))? {
            return Ok(());
        }
        Err(WrongUse::FolderOpen { path: self.0.clone() }.into())
    }

    /// Takes ownership, if no other process has it.
    ///
    /// # Errors
    ///
    /// When the lock file cannot be opened.
    pub fn own(&self) -> Result<Option<Ownership>, NodeError> {
        let path = self.lock();
        let open = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
        let file = open.map_err(NodeError::file(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Ownership { _lock: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(NodeError::file(path)(error)),
        }
    }
}

impl Config {
    /// A new node's.
    #[must_use]
    pub fn new(agency: AgencyId, name: &str, country: &str, journal: JournalPlace) -> Self {
        Self {
            format: FORMAT,
            agency,
            name: name.to_owned(),
            country: country.to_owned(),
            journal,
            demonstration: false,
            exhibits: None,
        }
    }
}

/// Writes a file that its owner alone may read, whole or not at all.
///
/// # Errors
///
/// When it cannot be written.
pub fn write_private(path: &Path, bytes: &[u8]) -> Result<(), NodeError> {
    let mut beside = path.to_owned().into_os_string();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    let write = || -> std::io::Result<()> {
        let mut file = private_file(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&beside, path)
    };
    write().map_err(|error| {
        let _ = fs::remove_file(&beside); // what went wrong first is the error to tell
        NodeError::file(path)(error)
    })
}

/// Opens a new or emptied file that its owner alone may read.
///
/// # Errors
///
/// When it cannot be opened for writing.
pub fn private_file(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(unix)]
fn private(path: &Path, mode: u32) -> Result<(), NodeError> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).map_err(NodeError::file(path))
}

#[cfg(unix)]
fn is_private(path: &Path) -> std::io::Result<bool> {
    use std::os::unix::fs::PermissionsExt as _;
    Ok(fs::metadata(path)?.permissions().mode() & 0o077 == 0)
}

#[cfg(not(unix))]
fn is_private(_path: &Path) -> std::io::Result<bool> {
    Ok(true)
}

#[cfg(not(unix))]
fn private(_path: &Path, _mode: u32) -> Result<(), NodeError> {
    Ok(())
}

/// Newest format of a node's folder that this version makes and reads.
pub const FORMAT: u32 = 1;
