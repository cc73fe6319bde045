//! Where a backup puts the copies of the databases before they are packed.
//!
//! They are the whole journal in the clear, so they lie in the node's own folder, for its owner
//! alone. What a process leaves there that dies is removed by the next that opens the node.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use crate::{Folder, NodeError};

/// A folder for copies, gone when dropped.
pub(crate) enum Staging {
    /// In the node's folder, by the one process that makes a backup.
    Own { folder: Folder, _lock: File },
    /// Beside the backup, where the node's folder cannot be written.
    Beside(tempfile::TempDir),
}

impl Staging {
    /// Makes the folder for a backup that is written as `archive`. Waits for another backup to end.
    pub(crate) fn begin(folder: &Folder, archive: &Path) -> Result<Self, NodeError> {
        let lock = match open_lock(folder) {
            Err(error) if is_read_only(&error) => return Self::beside(archive),
            lock => lock.map_err(NodeError::file(folder.staging_lock()))?,
        };
        lock.lock().map_err(NodeError::file(folder.staging_lock()))?;
        remove_left(folder)?;
        let make = || -> io::Result<()> {
            make_private(&folder.staging())?;
            let archive = std::path::absolute(archive)?;
            fs::write(folder.staging().join(ARCHIVE), archive.as_os_str().as_encoded_bytes())
        };
        make().map_err(NodeError::file(folder.staging()))?;
        Ok(Self::Own { folder: folder.clone(), _lock: lock })
    }

    fn beside(archive: &Path) -> Result<Self, NodeError> {
        let parent = archive.parent().filter(|parent| *parent != Path::new(""));
        let parent = parent.unwrap_or(Path::new("."));
        let mut builder = tempfile::Builder::new();
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        Ok(Self::Beside(builder.tempdir_in(parent).map_err(NodeError::file(parent))?))
    }

    pub(crate) fn path(&self) -> PathBuf {
        match self {
            Self::Own { folder, .. } => folder.staging(),
            Self::Beside(folder) => folder.path().to_owned(),
        }
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if let Self::Own { folder, .. } = self {
            // What cannot be removed now is removed by the next who opens the node.
            let _ = fs::remove_dir_all(folder.staging());
        }
    }
}

/// Removes what a backup left whose process died: its copies and the archive that it began.
pub(crate) fn sweep(folder: &Folder) -> Result<(), NodeError> {
    if !folder.staging().exists() {
        return Ok(());
    }
    let lock = match open_lock(folder) {
        Err(error) if is_read_only(&error) => return Ok(()),
        lock => lock.map_err(NodeError::file(folder.staging_lock()))?,
    };
    match lock.try_lock() {
        Ok(()) => remove_left(folder),
        Err(TryLockError::WouldBlock) => Ok(()),
        Err(TryLockError::Error(error)) => Err(NodeError::file(folder.staging_lock())(error)),
    }
}

fn remove_left(folder: &Folder) -> Result<(), NodeError> {
    let staging = folder.staging();
    let archive = fs::read_to_string(staging.join(ARCHIVE)).ok().map(PathBuf::from);
    if let Some(archive) = archive.filter(|path| path.extension() == Some(UNFINISHED.as_ref())) {
        remove(fs::remove_file(&archive), &archive)?;
    }
    remove(fs::remove_dir_all(&staging), &staging)
}

fn remove(done: io::Result<()>, path: &Path) -> Result<(), NodeError> {
    match done {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done.map_err(NodeError::file(path)),
    }
}

fn open_lock(folder: &Folder) -> io::Result<File> {
    OpenOptions::new().create(true).truncate(false).write(true).open(folder.staging_lock())
}

fn is_read_only(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

fn make_private(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// The end of the name of an archive that is not whole yet.
pub(crate) const UNFINISHED: &str = "new";
/// Holds the path of the archive that is being written.
const ARCHIVE: &str = "archive";
