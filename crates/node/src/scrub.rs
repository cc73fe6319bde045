//! Removing bytes for good: after an erasure or a purge no file holds what is gone.
//!
//! Two processes have a part in it. Whoever erases rewrites the journal; the owner of the folder
//! rewrites what it has folded. What is still to be done stands in the file `scrub`, so that it is
//! done even when either of them dies in between: the next owner takes it up.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::sync::PoisonError;
use std::time::Instant as Stopwatch;

use crate::commit::{WAIT_MAX, WAIT_STEP};
use crate::rebuild::remove_comparison;
use crate::{Folder, Node, NodeError};

/// What may still hold removed bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Due {
    Nothing,
    /// Views and index.
    Folded,
    /// Journal, views and index.
    Everything,
}

/// The file that says what is due, held by the one process that works on it.
struct Mark {
    file: File,
    folder: Folder,
}

impl Node {
    /// Does an act that removes bytes, and sees to it that they are in no file when this returns.
    pub(crate) fn removing<T>(
        &self,
        act: impl FnOnce() -> Result<T, NodeError>,
    ) -> Result<T, NodeError> {
        let mut mark = Mark::held(&self.folder)?;
        mark.set(Due::Everything)?;
        let done = act()?;
        self.scrub(&mut mark, Due::Everything)?;
        drop(mark);
        self.wait_for_scrub()?;
        Ok(done)
    }

    /// Takes up what another process left to be removed. Does nothing but as the owner, and leaves
    /// the journal to whoever has the key.
    ///
    /// # Errors
    ///
    /// When a store fails or is held by a reader; then it stays due.
    pub(crate) fn finish_scrub(&self) -> Result<(), NodeError> {
        if !self.is_owner() || due(&self.folder)? == Due::Nothing {
            return Ok(());
        }
        let Some(mut mark) = Mark::held_if_free(&self.folder)? else { return Ok(()) };
        match due(&self.folder)? {
            Due::Everything if !self.can_write() => Ok(()),
            due => self.scrub(&mut mark, due),
        }
    }

    /// Remembers that what is about to be folded removes bytes: another process, or another server
    /// of the agency, may have said so.
    pub(crate) fn note_scrub_due(&self) -> Result<(), NodeError> {
        if due(&self.folder)? != Due::Nothing {
            return Ok(());
        }
        match Mark::held_if_free(&self.folder)? {
            Some(mut mark) => mark.set(Due::Folded),
            // Whoever holds it may write `everything` just now, which a letter more still means.
            None => Mark::open(&self.folder)?.add_letter(),
        }
    }

    /// Whether removed bytes may still be in some file.
    pub(crate) fn is_scrub_due(&self) -> Result<bool, NodeError> {
        Ok(due(&self.folder)? != Due::Nothing)
    }

    fn scrub(&self, mark: &mut Mark, due: Due) -> Result<(), NodeError> {
        if due == Due::Everything {
            // A comparison under way has terms of its own; it fails, and can be repeated.
            remove_comparison(&self.folder)?;
            self.journal.store().scrub()?;
            mark.set(Due::Folded)?;
        }
        if self.is_owner() {
            // The act first, if it came from elsewhere: what is not removed cannot be rewritten.
            self.catch_up(&mut |_| {})?;
            let _no_fold = self.folding.lock().unwrap_or_else(PoisonError::into_inner);
            self.views.scrub()?;
            self.search.purge()?;
            mark.set(Due::Nothing)?;
        }
        Ok(())
    }

    /// Waits until the owner has done its part.
    fn wait_for_scrub(&self) -> Result<(), NodeError> {
        let started = Stopwatch::now();
        while !self.is_owner() && self.is_scrub_due()? {
            if WAIT_MAX < started.elapsed() {
                return Err(NodeError::Unscrubbed);
            }
            std::thread::sleep(WAIT_STEP);
        }
        Ok(())
    }
}

impl Mark {
    fn held(folder: &Folder) -> Result<Self, NodeError> {
        let mark = Self::open(folder)?;
        mark.file.lock().map_err(NodeError::file(folder.scrub()))?;
        Ok(mark)
    }

    fn held_if_free(folder: &Folder) -> Result<Option<Self>, NodeError> {
        let mark = Self::open(folder)?;
        match mark.file.try_lock() {
            Ok(()) => Ok(Some(mark)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(NodeError::file(folder.scrub())(error)),
        }
    }

    fn open(folder: &Folder) -> Result<Self, NodeError> {
        let mut options = OpenOptions::new();
        options.create(true).truncate(false).write(true);
        let file = options.open(folder.scrub()).map_err(NodeError::file(folder.scrub()))?;
        Ok(Self { file, folder: folder.clone() })
    }

    fn add_letter(&mut self) -> Result<(), NodeError> {
        let mut write = || {
            self.file.seek(SeekFrom::End(0))?;
            self.file.write_all(b"+")?;
            self.file.sync_all()
        };
        write().map_err(NodeError::file(self.folder.scrub()))
    }

    fn set(&mut self, due: Due) -> Result<(), NodeError> {
        let letter: &[u8] = match due {
            Due::Nothing => b"",
            Due::Folded => FOLDED,
            Due::Everything => EVERYTHING,
        };
        let mut write = || {
            self.file.set_len(0)?;
            self.file.rewind()?;
            self.file.write_all(letter)?;
            self.file.sync_all()
        };
        write().map_err(NodeError::file(self.folder.scrub()))
    }
}

/// What is due. Anything that was not written whole stands for everything.
fn due(folder: &Folder) -> Result<Due, NodeError> {
    let mut said = Vec::new();
    match File::open(folder.scrub()) {
        Ok(file) => file.take(FILE_BYTES_MAX).read_to_end(&mut said).map(drop),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
    .map_err(NodeError::file(folder.scrub()))?;
    Ok(match &said[..] {
        b"" => Due::Nothing,
        FOLDED => Due::Folded,
        _ => Due::Everything,
    })
}

const FOLDED: &[u8] = b"folded\n";
const EVERYTHING: &[u8] = b"everything\n";
const FILE_BYTES_MAX: u64 = 64;
