//! Files that leave the node: whole or not at all, and never in the place of another by accident.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::{NodeError, WrongUse};

/// What happens to a file of the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and nothing is written.
    Keep,
    /// The new one takes its place.
    Replace,
}

/// Where something goes that leaves the node.
pub enum Destination<'a> {
    /// To a file or into a folder.
    Path(&'a Path, Existing),
    /// To whoever reads it, such as standard output.
    Stream(&'a mut dyn Write),
}

/// A file in the making, for its owner's eyes only. It lies beside the place where it will stand,
/// and is gone when it is dropped unfinished.
pub struct NewFile {
    path: PathBuf,
    out: Making,
}

enum Making {
    Beside(NamedTempFile),
    /// A device or a pipe: nothing in it can be lost or cut off.
    Straight(File),
}

impl NewFile {
    /// Begins a file.
    ///
    /// # Errors
    ///
    /// [`WrongUse::FileExists`] and [`WrongUse::IsFolder`] where something stands there; when
    /// nothing can be written there.
    pub fn begin(path: &Path, existing: Existing) -> Result<Self, NodeError> {
        check_free(path, existing)?;
        let failed = NodeError::file(path);
        let is_device = fs::metadata(path).is_ok_and(|there| !there.is_file());
        if is_device {
            let out = OpenOptions::new().write(true).open(path).map_err(failed)?;
            return Ok(Self { path: path.to_owned(), out: Making::Straight(out) });
        }
        // What a link leads to is replaced, not the link.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let folder = path.parent().filter(|folder| *folder != Path::new(""));
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(".");
        let mut beside = tempfile::Builder::new();
        let beside = beside.prefix(&name).suffix(".new");
        let out = beside.tempfile_in(folder.unwrap_or(Path::new("."))).map_err(failed)?;
        Ok(Self { path, out: Making::Beside(out) })
    }

    /// Puts the file in its place.
    ///
    /// # Errors
    ///
    /// When the disk fails.
    pub fn finish(self) -> Result<(), NodeError> {
        Self::finish_all(vec![self])
    }

    /// Puts files in their places, once each of them is on the disk.
    ///
    /// # Errors
    ///
    /// When the disk fails.
    pub fn finish_all(files: Vec<Self>) -> Result<(), NodeError> {
        for file in &files {
            if let Making::Beside(out) = &file.out {
                out.as_file().sync_all().map_err(NodeError::file(&file.path))?;
            }
        }
        for Self { path, out } in files {
            if let Making::Beside(out) = out {
                out.persist(&path).map_err(|error| NodeError::file(&path)(error.error))?;
            }
        }
        Ok(())
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.out {
            Making::Beside(out) => out.as_file_mut().write(bytes),
            Making::Straight(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.out {
            Making::Beside(out) => out.as_file_mut().flush(),
            Making::Straight(out) => out.flush(),
        }
    }
}

/// A file in the making, or a stream.
pub(crate) enum Outgoing<'a> {
    File(NewFile),
    Stream(&'a mut dyn Write),
}

impl<'a> Outgoing<'a> {
    pub(crate) fn begin(to: Destination<'a>) -> Result<Self, NodeError> {
        match to {
            Destination::Path(path, existing) => NewFile::begin(path, existing).map(Self::File),
            Destination::Stream(out) => Ok(Self::Stream(out)),
        }
    }

    pub(crate) fn path(&self) -> PathBuf {
        match self {
            Self::File(file) => file.path.clone(),
            Self::Stream(_) => PathBuf::from("-"),
        }
    }

    /// Puts a file in its place; names the files written.
    pub(crate) fn finish(self) -> Result<Vec<PathBuf>, NodeError> {
        let files = vec![self.path()];
        match self {
            Self::File(file) => file.finish().map(|()| files),
            Self::Stream(_) => Ok(Vec::new()),
        }
    }
}

impl Write for Outgoing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::File(file) => file.write(bytes),
            Self::Stream(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::File(file) => file.flush(),
            Self::Stream(out) => out.flush(),
        }
    }
}

/// Refuses a place where something stands that must stay.
///
/// # Errors
///
/// [`WrongUse::FileExists`] or [`WrongUse::IsFolder`].
pub(crate) fn check_free(path: &Path, existing: Existing) -> Result<(), NodeError> {
    let path = path.to_owned();
    match fs::metadata(&path) {
        Ok(there) if there.is_dir() => Err(WrongUse::IsFolder { path }.into()),
        Ok(there) if there.is_file() && existing == Existing::Keep => {
            Err(WrongUse::FileExists { path }.into())
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        entries.map(|name| name.into_string().unwrap()).collect()
    }

    #[test]
    fn a_file_appears_when_it_is_finished_and_leaves_nothing_otherwise() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("list.csv");

        let mut dropped = NewFile::begin(&path, Existing::Keep).unwrap();
        dropped.write_all(b"half").unwrap();
        assert!(!path.exists());
        drop(dropped);
        assert_eq!(names(folder.path()), [""; 0]);

        let mut finished = NewFile::begin(&path, Existing::Keep).unwrap();
        finished.write_all(b"whole").unwrap();
        finished.finish().unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"whole");
        assert_eq!(names(folder.path()), ["list.csv"]);
    }

    #[test]
    fn a_file_that_is_there_stays_unless_it_is_to_be_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("list.csv");
        fs::write(&path, "old").unwrap();

        let refused = NewFile::begin(&path, Existing::Keep).map(drop);
        assert_eq!(refused.unwrap_err().message().key, "error-file-exists");
        let mut replacing = NewFile::begin(&path, Existing::Replace).unwrap();
        replacing.write_all(b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"old");
        replacing.finish().unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
    }

    #[test]
    fn a_folder_is_no_file() {
        let folder = tempfile::tempdir().unwrap();

        let refused = NewFile::begin(folder.path(), Existing::Replace).map(drop);

        assert_eq!(refused.unwrap_err().message().key, "error-is-folder");
    }
}
