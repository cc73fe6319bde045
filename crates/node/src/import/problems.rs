//! What was set aside: a list of reasons, and the rows themselves to be mended.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use liaison_formats::{ProblemWriter, RowWriter};
use liaison_model::messages::Catalogue;
use liaison_model::{Instant, Problem};

use super::first::{self, FirstImport};
use super::read::Facts;
use crate::folder::private_file;
use crate::problems::name_of;
use crate::{Folder, NodeError};

/// The two files of an import's problems; made when the first problem comes.
pub(super) struct ProblemFiles<'w> {
    base: PathBuf,
    said: FirstImport,
    dry_run: bool,
    words: &'w Catalogue,
    problems: Option<(PathBuf, ProblemWriter<'w, File>)>,
    rows: Option<(PathBuf, RowWriter<File>)>,
    first: Vec<Problem>,
}

/// What came of them.
pub(super) struct Finished {
    pub(super) problems: Option<PathBuf>,
    pub(super) rows: Option<PathBuf>,
    pub(super) first: Vec<Problem>,
}

impl<'w> ProblemFiles<'w> {
    pub(super) fn new(
        folder: &Folder,
        facts: &Facts,
        now: Instant,
        dry_run: bool,
        words: &'w Catalogue,
    ) -> Self {
        let stem = Path::new(&facts.file).file_stem().unwrap_or_default().to_string_lossy();
        let time = name_of(now);
        let stem: String =
            stem.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        let base = folder.problems().join(format!("{time}-{stem}"));
        let said = facts.said.clone();
        Self { base, said, dry_run, words, problems: None, rows: None, first: Vec::new() }
    }

    pub(super) fn problem(&mut self, problem: Problem) -> io::Result<()> {
        if !self.dry_run {
            if self.problems.is_none() {
                let (path, file) = open(&self.base, "problems.csv")?;
                self.problems = Some((path, ProblemWriter::new(file, self.words)?));
            }
            if let Some((_, writer)) = &mut self.problems {
                writer.write(&problem)?;
            }
        }
        if self.first.len() < FIRST_MAX {
            self.first.push(problem);
        }
        Ok(())
    }

    pub(super) fn row(
        &mut self,
        row: u64,
        headings: &[String],
        cells: &[String],
    ) -> io::Result<()> {
        if self.dry_run {
            return Ok(());
        }
        if self.rows.is_none() {
            let (path, file) = open(&self.base, "rows.csv")?;
            if let Some(beside) = first::path_beside(&path) {
                let file = private_file(&beside)?;
                serde_json::to_writer_pretty(file, &self.said)?;
            }
            self.rows = Some((path, RowWriter::new(file)?));
        }
        match &mut self.rows {
            Some((_, writer)) => writer.write(row, headings, cells),
            None => Ok(()),
        }
    }

    /// Removes what was written: nothing of the import stays.
    pub(super) fn discard(self) {
        remove([self.problems.map(|(path, _)| path), self.rows.map(|(path, _)| path)]);
    }

    pub(super) fn finish(self) -> Result<Finished, NodeError> {
        let problems = match self.problems {
            Some((path, writer)) => {
                writer.finish().map_err(NodeError::file(&path))?;
                Some(path)
            }
            None => None,
        };
        let rows = match self.rows {
            Some((path, writer)) => {
                writer.finish().map_err(NodeError::file(&path))?;
                Some(path)
            }
            None => None,
        };
        Ok(Finished { problems, rows, first: self.first })
    }
}

/// Removes the files of an import of which nothing stays. One that cannot be removed is removed by
/// the next erasure, and the error that ended the import is the one to tell.
pub(super) fn remove(paths: [Option<PathBuf>; 2]) {
    for path in paths.into_iter().flatten() {
        if let Some(beside) = first::path_beside(&path) {
            let _ = fs::remove_file(beside);
        }
        let _ = fs::remove_file(path);
    }
}

fn open(base: &Path, suffix: &str) -> io::Result<(PathBuf, File)> {
    let mut path = base.to_owned().into_os_string();
    path.push(".");
    path.push(suffix);
    let path = PathBuf::from(path);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let file = private_file(&path)?;
    Ok((path, file))
}

const FIRST_MAX: usize = 20;
