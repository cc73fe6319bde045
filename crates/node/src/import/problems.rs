//! What was set aside: a list of reasons, and the rows themselves to be mended.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use liaison_model::messages::Catalogue;
use liaison_model::{Instant, Problem, ShownValue};

use super::read::Facts;
use crate::folder::private_file;
use crate::{Folder, NodeError};

/// The two files of an import's problems; made when the first problem comes.
pub(super) struct ProblemFiles {
    base: PathBuf,
    dry_run: bool,
    words: Catalogue,
    problems: Option<(PathBuf, csv::Writer<File>)>,
    rows: Option<(PathBuf, csv::Writer<File>)>,
    first: Vec<Problem>,
}

/// What came of them.
pub(super) struct Finished {
    pub(super) problems: Option<PathBuf>,
    pub(super) rows: Option<PathBuf>,
    pub(super) first: Vec<Problem>,
}

impl ProblemFiles {
    pub(super) fn new(folder: &Folder, facts: &Facts, now: Instant, dry_run: bool) -> Self {
        let stem = Path::new(&facts.file).file_stem().unwrap_or_default().to_string_lossy();
        let time = now.timestamp().strftime("%Y%m%dT%H%M%S%6f").to_string();
        let stem: String = stem.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        let base = folder.problems().join(format!("{time}-{stem}"));
        let words = Catalogue::for_language("en");
        Self { base, dry_run, words, problems: None, rows: None, first: Vec::new() }
    }

    pub(super) fn problem(&mut self, problem: Problem) -> io::Result<()> {
        if !self.dry_run {
            if self.problems.is_none() {
                self.problems = Some(open(&self.base, "problems.csv", PROBLEM_HEADINGS)?);
            }
            let record = self.record(&problem);
            if let Some((_, writer)) = &mut self.problems {
                writer.write_record(record)?;
            }
        }
        if self.first.len() < FIRST_MAX {
            self.first.push(problem);
        }
        Ok(())
    }

    pub(super) fn row(&mut self, row: u64, headings: &[String], cells: &[String]) -> io::Result<()> {
        if self.dry_run {
            return Ok(());
        }
        if self.rows.is_none() {
            let all: Vec<&str> =
                [ROW_HEADING].into_iter().chain(headings.iter().map(String::as_str)).collect();
            self.rows = Some(open(&self.base, "rows.csv", &all)?);
        }
        if let Some((_, writer)) = &mut self.rows {
            let number = row.to_string();
            writer.write_record([&number].into_iter().chain(cells))?;
        }
        Ok(())
    }

    pub(super) fn finish(self) -> Result<Finished, NodeError> {
        let close = |file: Option<(PathBuf, csv::Writer<File>)>| {
            file.map(|(path, mut writer)| {
                writer.flush().map_err(NodeError::file(&path))?;
                Ok::<_, NodeError>(path)
            })
            .transpose()
        };
        Ok(Finished { problems: close(self.problems)?, rows: close(self.rows)?, first: self.first })
    }

    fn record(&self, problem: &Problem) -> [String; 7] {
        let place = &problem.place;
        let value = match &problem.value {
            ShownValue::Plain(text) | ShownValue::Covered(text) => text.clone(),
            ShownValue::None => String::new(),
        };
        [
            place.file.clone(),
            place.row.map(|row| row.to_string()).unwrap_or_default(),
            place.column.clone().unwrap_or_default(),
            place.field.clone().unwrap_or_default(),
            value,
            self.words.say(&problem.reason),
            problem.hint.as_ref().map(|hint| self.words.say(hint)).unwrap_or_default(),
        ]
    }
}

fn open(
    base: &Path,
    suffix: &str,
    headings: &[&str],
) -> io::Result<(PathBuf, csv::Writer<File>)> {
    let mut path = base.to_owned().into_os_string();
    path.push(".");
    path.push(suffix);
    let path = PathBuf::from(path);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(private_file(&path)?);
    writer.write_record(headings)?;
    Ok((path, writer))
}

const PROBLEM_HEADINGS: &[&str] = &["file", "row", "column", "field", "value", "reason", "hint"];
/// Leads the rows to be mended; no mapping reads it.
const ROW_HEADING: &str = "liaison row";
const FIRST_MAX: usize = 20;
