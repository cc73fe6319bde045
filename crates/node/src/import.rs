//! Importing: a file becomes one commit, or none.

mod first;
mod problems;
mod read;
mod stage;

use std::io::Read;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant as Stopwatch;

use liaison_formats::{Format, Mapping, Proposal};
use liaison_journal::{Import, JournalError};
use liaison_model::messages::Message;
use liaison_model::values::DateOrder;
use liaison_model::{CommitNumber, Grade, Instant, Marks, Problem};

pub use first::{FirstImport, Mends};
pub use read::Inspected;

use crate::commit::Author;
use crate::{Node, NodeError};

/// The act of an import's commit: what `undo` undoes.
pub(crate) const ACT: &str = "import";

/// What is imported, and what is true of all of it.
pub struct ImportRequest<'a> {
    /// The files, in the order that their format asks for: `sdn.csv`, `alt.csv`, `add.csv`.
    pub inputs: Vec<Input<'a>>,
    /// The format, where the officer says so; told from the file otherwise.
    pub format: Option<Format>,
    /// The sheet of a workbook; otherwise the mapping's, or the first one that has rows.
    pub sheet: Option<String>,
    /// The mapping of a table; proposed where the table has no built-in one.
    pub mapping: Option<Mapping>,
    /// Asked whether a proposed mapping is to be used.
    pub agree: &'a dyn Fn(&Proposal) -> bool,
    /// Dataset; the file's name otherwise.
    pub dataset: Option<String>,
    /// Source document or person.
    pub source: Option<String>,
    /// Grade.
    pub grade: Option<Grade>,
    /// Which comes first in dates such as `05/06/2025`; the mapping's word otherwise.
    pub dates: Option<DateOrder>,
    /// Country of phone numbers without a prefix, ISO 3166-1 alpha-2 in lower case; otherwise the
    /// mapping's, or the agency's.
    pub country: Option<String>,
    /// Marks; `None`: published lists as TLP:CLEAR, everything else for the originator only.
    pub marks: Option<Marks>,
    /// Read and count, write nothing.
    pub dry_run: bool,
    /// The import whose rows come back mended.
    pub mends: Option<Mends>,
    /// Account that imports.
    pub author: &'a str,
    /// Set to stop: nothing of the import stays.
    pub stop: Option<&'a AtomicBool>,
}

impl<'a> ImportRequest<'a> {
    /// An import of one input by `author` with nothing said about it.
    #[must_use]
    pub fn new(input: Input<'a>, author: &'a str) -> Self {
        Self {
            inputs: vec![input],
            format: None,
            sheet: None,
            mapping: None,
            agree: &|_| true,
            dataset: None,
            source: None,
            grade: None,
            dates: None,
            country: None,
            marks: None,
            dry_run: false,
            mends: None,
            author,
            stop: None,
        }
    }
}

/// One file or pipe.
pub struct Input<'a> {
    /// Its name, without its folder; `-` for standard input.
    pub name: String,
    /// Its bytes.
    pub bytes: Box<dyn Read + Send + 'a>,
    /// Its length, where known.
    pub length: Option<u64>,
}

impl<'a> Input<'a> {
    /// Bytes at hand, under a name.
    #[must_use]
    pub fn from_bytes(name: &str, bytes: impl AsRef<[u8]> + Send + 'a) -> Self {
        let length = bytes.as_ref().len() as u64;
        let bytes = Box::new(std::io::Cursor::new(bytes));
        Self { name: name.to_owned(), bytes, length: Some(length) }
    }
}

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Reading: rows and bytes so far.
    Reading {
        /// Rows.
        rows: u64,
        /// Bytes.
        bytes: u64,
    },
    /// Signed and on disk; being made visible: statements so far.
    Folding {
        /// Statements.
        statements: u64,
    },
}

/// What an import amounted to.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportReport {
    /// Format as which the file was read.
    pub format: Format,
    /// Rows, lines or list entries read.
    pub read: u64,
    /// Statements read.
    pub statements: u64,
    /// Statements that were not known before.
    pub new: u64,
    /// Statements whose claim was erased by law and did not come back.
    pub erased_before: u64,
    /// Statements that were withdrawn and came back with this import, and when the last of them was
    /// withdrawn.
    pub came_back: Option<(u64, Instant)>,
    /// Entities read.
    pub entities: u64,
    /// Problems.
    pub problems: u64,
    /// Rows of which nothing was kept.
    pub rows_set_aside: u64,
    /// Where the problems are listed.
    pub problems_file: Option<PathBuf>,
    /// Where the rows set aside lie, to be mended and imported again.
    pub rows_file: Option<PathBuf>,
    /// The first problems.
    pub first_problems: Vec<Problem>,
    /// The commit; `None` when nothing was new, or in a dry run.
    pub commit: Option<CommitNumber>,
    /// What a reader should know about how the file was read.
    pub notes: Vec<Message>,
    /// Seconds taken.
    pub seconds: f64,
}

impl Node {
    /// Imports a file: one commit, all or nothing for what is accepted. What could not be read is
    /// listed in the problems folder. A second import of the same file finds nothing new.
    ///
    /// # Errors
    ///
    /// When the file cannot be read or the journal cannot be written; then nothing stays.
    pub fn import(
        &self,
        request: ImportRequest<'_>,
        progress: &(dyn Fn(Progress) + Sync),
    ) -> Result<ImportReport, NodeError> {
        let started = Stopwatch::now();
        let author = Author { name: request.author, purpose: "" };
        let note = self.note(&author, ACT);
        let (dry_run, stop) = (request.dry_run, request.stop);
        let has_marks = request.marks.is_some();
        let opened = self.open_inputs(request)?;
        let run = self.stage_all(opened, dry_run, progress)?;
        let mut report = run.report;
        let known = report.statements - report.new - report.erased_before;
        if has_marks && 0 < known {
            report.notes.push(Message::new("note-handling-stays").count("statements", known));
        }
        let finish = |mut import: Import<'_>| {
            if 0 < import.staged() {
                import.stage(self.run_record(&run.facts, &report))?;
            }
            // A pipe ends when the program that fills it is stopped by the same Ctrl-C.
            if is_stopped(stop) {
                return Err(NodeError::from(JournalError::Stopped));
            }
            Ok(import.finish(&note)?)
        };
        let finished = run.import.map_or(Ok(None), finish);
        if finished.is_err() {
            problems::remove([report.problems_file.take(), report.rows_file.take()]);
        }
        report.commit = finished?;
        if !dry_run {
            self.tidy_problem_files(run.facts.mends.as_ref(), &mut report)?;
        }
        if let Some(commit) = report.commit {
            if self.owner.is_some() {
                self.catch_up(&mut |statements| progress(Progress::Folding { statements }))?;
            } else {
                self.wait_for_views(commit)?;
            }
        }
        report.seconds = started.elapsed().as_secs_f64();
        Ok(report)
    }

    /// The import as statements of the same commit: which file, how many rows and problems.
    fn run_record(&self, facts: &read::Facts, report: &ImportReport) -> Vec<liaison_model::Draft> {
        use liaison_model::schema::names::{prop, schema};
        let record = &facts.record;
        let marks = Arc::new(Marks::default());
        let say = |prop, value: String| liaison_model::Draft {
            statement: self.own_entry(record, schema::IMPORT_RUN, prop, value).statement,
            marks: Arc::clone(&marks),
        };
        let mut said = vec![
            say(prop::FILE_NAME, facts.file.clone()),
            say(prop::FORMAT, facts.format.name().to_owned()),
            say(prop::DATASET, facts.dataset.clone()),
            say(prop::ROWS, report.read.to_string()),
            say(prop::PROBLEMS, report.problems.to_string()),
        ];
        let mends = facts.mends.as_ref().and_then(|mends| mends.import.clone());
        said.extend(mends.map(|import| say(prop::MENDS, import)));
        said
    }
}

fn is_stopped(stop: Option<&AtomicBool>) -> bool {
    stop.is_some_and(|stop| stop.load(Ordering::Relaxed))
}
