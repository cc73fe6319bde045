//! The files that officers sent to be imported, and their end.
//!
//! Like rows that were set aside, they hold values in the clear that no mark protects. What was
//! imported is in the journal; what was not is sent again.

use std::fs;
use std::io::ErrorKind;

use crate::{Node, NodeError, PROBLEM_DAYS};

impl Node {
    /// Removes what was sent more than [`PROBLEM_DAYS`] days ago, by the node's clock, with what is
    /// known of its import.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read or a file not be removed.
    pub fn remove_old_uploads(&self) -> Result<(), NodeError> {
        let folder = self.folder.uploads();
        let entries = match fs::read_dir(&folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            entries => entries.map_err(NodeError::file(&folder))?,
        };
        let oldest = self.now().plus_seconds(-PROBLEM_DAYS * 24 * 60 * 60).timestamp();
        for entry in entries {
            let entry = entry.map_err(NodeError::file(&folder))?;
            let sent = entry.file_name().to_str().and_then(sent_at);
            if sent.is_some_and(|sent| sent < oldest.as_millisecond()) {
                remove(&entry.path())?;
            }
        }
        Ok(())
    }

    /// Removes what was sent under one id, with what is known of its import. Rows that came of it
    /// stay in the journal.
    ///
    /// # Errors
    ///
    /// When a file cannot be removed.
    pub fn remove_upload(&self, id: &str) -> Result<(), NodeError> {
        match sent_at(id) {
            Some(_) => remove(&self.folder.uploads().join(id)),
            None => Err(NodeError::NotFound),
        }
    }

    /// A file may hold an erased value in any form: they all go.
    pub(crate) fn remove_uploads(&self) -> Result<(), NodeError> {
        remove(&self.folder.uploads())
    }
}

/// When a file was sent, in milliseconds since 1970, as the name of its folder tells; other folders
/// are not ours to remove by age.
fn sent_at(name: &str) -> Option<i64> {
    let id = ulid::Ulid::from_string(name.strip_prefix("i-")?).ok()?;
    i64::try_from(id.timestamp_ms()).ok()
}

fn remove(folder: &std::path::Path) -> Result<(), NodeError> {
    match fs::remove_dir_all(folder) {
        // Another process came first.
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        done => done.map_err(NodeError::file(folder)),
    }
}
