//! What was set aside: a list of reasons, and the rows themselves to be mended.

use std::fs::{self, File};
use std::io::{self, BufReader, Read as _};
use std::path::{Path, PathBuf};

use liaison_formats::{ProblemWriter, RowWriter};
use liaison_model::messages::Catalogue;
use liaison_model::{Instant, Problem};

use super::ImportReport;
use super::first::{self, FirstImport, Mends};
use super::read::Facts;
use crate::folder::private_file;
use crate::problems::{is_ours, name_of};
use crate::{Folder, Node, NodeError};

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
        let stem = first_stem(&stem);
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
                let (path, file) = open(&self.base, PROBLEMS)?;
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
            let (path, file) = open(&self.base, ROWS)?;
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

impl Node {
    /// Removes what an import made needless: the rows that it mended, with what stands beside them,
    /// and its own files where the same lie there already from an earlier import of the same file.
    pub(super) fn tidy_problem_files(
        &self,
        mends: Option<&Mends>,
        report: &mut ImportReport,
    ) -> Result<(), NodeError> {
        let folder = self.folder.problems();
        if let Some(mends) = mends
            && report.rows_file.as_ref() != Some(&mends.rows)
            && let (Ok(rows), Ok(folder)) = (mends.rows.canonicalize(), folder.canonicalize())
            && rows.parent() == Some(&folder)
        {
            for path in Set::of(&rows).paths() {
                crate::problems::remove(&path)?;
            }
        }
        let Some(problems) = &report.problems_file else { return Ok(()) };
        let new = Set::of(problems);
        if let Some(earlier) = new.same_in(&folder).map_err(NodeError::file(&folder))? {
            for path in new.paths() {
                crate::problems::remove(&path)?;
            }
            report.problems_file = Some(earlier.with(PROBLEMS));
            report.rows_file = report.rows_file.take().map(|_| earlier.with(ROWS));
        }
        Ok(())
    }
}

/// The files of one import, by what their names have in common.
struct Set(PathBuf);

impl Set {
    /// The set to which a file belongs.
    fn of(path: &Path) -> Self {
        Self(path.with_extension("").with_extension(""))
    }

    fn with(&self, suffix: &str) -> PathBuf {
        let mut path = self.0.clone().into_os_string();
        path.push(".");
        path.push(suffix);
        path.into()
    }

    fn paths(&self) -> [PathBuf; 3] {
        [PROBLEMS, ROWS, SAID].map(|suffix| self.with(suffix))
    }

    /// Another import's files that say the same of a file of the same name, if there are any.
    fn same_in(&self, folder: &Path) -> io::Result<Option<Self>> {
        let stem = |set: &Self| {
            let name = set.0.file_name().unwrap_or_default().to_string_lossy().into_owned();
            first_stem(&name).to_owned()
        };
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if !path.to_string_lossy().ends_with(PROBLEMS) {
                continue;
            }
            let other = Self::of(&path);
            if other.0 != self.0
                && stem(&other) == stem(self)
                && is_same(&other.with(PROBLEMS), &self.with(PROBLEMS))?
                && is_same(&other.with(ROWS), &self.with(ROWS))?
            {
                return Ok(Some(other));
            }
        }
        Ok(None)
    }
}

/// Whether two files have the same bytes, or are both absent.
fn is_same(one: &Path, other: &Path) -> io::Result<bool> {
    let open = |path: &Path| match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        file => file.map(Some),
    };
    let (one, other) = match (open(one)?, open(other)?) {
        (Some(one), Some(other)) => (one, other),
        (one, other) => return Ok(one.is_none() && other.is_none()),
    };
    if one.metadata()?.len() != other.metadata()?.len() {
        return Ok(false);
    }
    for (here, there) in BufReader::new(one).bytes().zip(BufReader::new(other).bytes()) {
        if here? != there? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The name of the file whose rows were set aside first: `people` of `20260105T…-people.rows`.
fn first_stem(stem: &str) -> &str {
    let stem = stem.strip_suffix(".rows").unwrap_or(stem);
    if is_ours(stem) { stem.split_once('-').map_or(stem, |(_, first)| first) } else { stem }
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

const PROBLEMS: &str = "problems.csv";
const ROWS: &str = "rows.csv";
const SAID: &str = "rows.json";
const FIRST_MAX: usize = 20;
