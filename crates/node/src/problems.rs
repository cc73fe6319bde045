//! The files of rows that imports set aside, and their end.
//!
//! Such a file holds values in the clear that no mark protects and no erasure can find. It goes
//! when its rows are mended, which the officer knows, or by age, which the node knows.

use std::fs;
use std::path::{Path, PathBuf};

use liaison_model::Instant;

use crate::{Folder, Node, NodeError};

/// The beginning of the names of problem files made at a moment.
pub(crate) fn name_of(made: Instant) -> String {
    made.timestamp().strftime(TIME).to_string()
}

impl Node {
    /// Removes problem files older than [`PROBLEM_DAYS`] days, by the node's clock. A server does
    /// so while it runs, and every other command that opens the node with its key.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read or a file not be removed.
    pub fn remove_old_problem_files(&self) -> Result<(), NodeError> {
        let oldest = name_of(self.now().plus_seconds(-PROBLEM_DAYS * 24 * 60 * 60));
        // Names begin with the time in digits, so that they sort by age.
        let is_old = |path: &Path| {
            path.file_name().is_some_and(|name| {
                let name = name.to_string_lossy();
                is_ours(&name) && *name < *oldest
            })
        };
        let old = files(&self.folder)?.into_iter().filter(|path| is_old(path));
        old.into_iter().try_for_each(|path| remove(&path))
    }

    /// A row that was set aside may hold an erased value in any form: they all go.
    pub(crate) fn remove_problem_files(&self) -> Result<(), NodeError> {
        files(&self.folder)?.iter().try_for_each(|path| remove(path))
    }
}

/// Whether a name begins as [`name_of`] writes it: other files are not ours to remove by age.
pub(crate) fn is_ours(name: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    match name.get(..TIME_CHARS).and_then(|time| time.split_once('T')) {
        Some((day, time)) => day.len() == DAY_CHARS && digits(day) && digits(time),
        None => false,
    }
}

fn files(folder: &Folder) -> Result<Vec<PathBuf>, NodeError> {
    let folder = folder.problems();
    let entries = match fs::read_dir(&folder) {
        // A folder that was copied without its empty folders.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(NodeError::file(&folder))?,
    };
    let path = |entry: std::io::Result<fs::DirEntry>| Ok(entry?.path());
    entries.map(path).collect::<std::io::Result<_>>().map_err(NodeError::file(&folder))
}

pub(crate) fn remove(path: &Path) -> Result<(), NodeError> {
    match fs::remove_file(path) {
        // The officer, or another process, came first.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        done => done.map_err(NodeError::file(path)),
    }
}

/// How long a problem file is kept that nobody mends.
pub const PROBLEM_DAYS: i64 = 30;
const TIME: &str = "%Y%m%dT%H%M%S%6f";
/// Of `20260105` and of `20260105T080000000001`.
const DAY_CHARS: usize = 8;
const TIME_CHARS: usize = 21;
