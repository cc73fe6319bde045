//! Opening a SQLite file for reading only, also on a disk that cannot be written.
//!
//! SQLite reads a file in WAL mode through a shared-memory file beside it, which it must make. On a
//! disk that cannot be written it reads the file as it lies, if told that nobody changes it. What
//! was committed last may then stand in the WAL only, where it would be overlooked: such a file is
//! refused.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, Error as Sql, ErrorCode, OpenFlags};

/// How a SQLite file is opened for reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Beside others who may write.
    Shared,
    /// As it lies on a disk that cannot be written.
    Still,
}

/// The file cannot be written, and what was committed last lies in its WAL.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the disk cannot be written, and the last changes are not folded into the file yet")]
pub struct Unfolded;

impl Reading {
    /// How the file at `path` can be read. A file that cannot be read at all is left to
    /// [`Self::open`], which says why.
    ///
    /// # Errors
    ///
    /// [`Unfolded`] when what was committed last would be overlooked.
    pub fn of(path: &Path) -> Result<Self, Unfolded> {
        let look = |db: Connection| db.query_row("PRAGMA user_version", [], |_| Ok(()));
        match Self::Shared.open(path).and_then(look) {
            Err(error) if cannot_be_written(&error) => {}
            _ => return Ok(Self::Shared),
        }
        let mut wal = path.as_os_str().to_owned();
        wal.push("-wal");
        let wal_bytes = std::fs::metadata(PathBuf::from(wal)).map_or(0, |wal| wal.len());
        if wal_bytes == 0 { Ok(Self::Still) } else { Err(Unfolded) }
    }

    /// Opens a connection.
    ///
    /// # Errors
    ///
    /// When the file is absent or cannot be read.
    pub fn open(self, path: &Path) -> rusqlite::Result<Connection> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        match self {
            Self::Shared => Connection::open_with_flags(path, flags),
            Self::Still => {
                let flags = flags | OpenFlags::SQLITE_OPEN_URI;
                Connection::open_with_flags(still_uri(path), flags)
            }
        }
    }
}

fn cannot_be_written(error: &Sql) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly))
}

/// The file as a URI of SQLite, in which `?`, `#` and `%` have a meaning.
fn still_uri(path: &Path) -> String {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut uri = "file://".to_owned();
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'/' | b'.' | b'-' | b'_' | b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => {
                uri.push(char::from(*byte));
            }
            _ => _ = write!(uri, "%{byte:02X}"),
        }
    }
    uri + "?immutable=1"
}
