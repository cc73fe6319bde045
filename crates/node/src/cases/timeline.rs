//! A case's timeline, as Timesketch reads and writes it.

use std::io::{self, Read};

use liaison_casework::TimelineRow;
use liaison_formats::{PlainTable, PlainWriter, Zone, read_moment};
use liaison_journal::Entry;
use liaison_model::schema::names::{prop, schema};
use liaison_model::values::PartialDate;
use liaison_model::{CommitNumber, Instant, Reader};

use super::known::{CaseView, EntryKind};
use super::opened::{Said, fitted};
use super::{ACT, CaseError};
use crate::commit::Author;
use crate::{Node, NodeError};

/// A timeline that was brought into a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineBrought {
    /// The case's number.
    pub case: String,
    /// How many events came.
    pub events: u64,
    /// The commit; all of them are taken back with it.
    pub commit: CommitNumber,
}

impl CaseView {
    /// What happened, the earliest first. Of people it says ids, not names.
    #[must_use]
    pub fn timeline(&self) -> Vec<TimelineRow> {
        let mut rows = Vec::new();
        let mut add = |at: Option<Instant>, message: String, label: &str| {
            rows.extend(at.map(|at| TimelineRow { at, message, label: label.to_owned() }));
        };
        for entry in &self.entries {
            let at = entry.date.as_deref().and_then(moment_of).or(Some(entry.entered));
            let label = match entry.label.as_str() {
                "" => entry.kind.code(),
                label => label,
            };
            match entry.kind {
                EntryKind::Link => add(at, entry.about.clone().unwrap_or_default(), label),
                EntryKind::Status => {
                    let word = if entry.opens == Some(true) { "open" } else { "closed" };
                    add(at, format!("{word}: {}", entry.reason), label);
                }
                _ => add(at, entry.text.clone(), label),
            }
        }
        for task in &self.tasks {
            for step in &task.steps {
                let code = step.status.map_or("", |status| status.code());
                add(Some(step.entered), format!("{}: {code}", task.title), "task");
            }
        }
        for kept in &self.evidence {
            add(Some(kept.entered), format!("{} {}", kept.file_name, kept.exhibit), "evidence");
            for word in &kept.handovers {
                let told = format!("{}: {} → {}", kept.file_name, word.from, word.to);
                add(Some(word.entered), told, &word.act);
            }
        }
        for person in &self.people {
            for said in &person.tracks.screenings {
                let told = format!("{}: {} ({})", person.id, said.result.code(), said.authority);
                add(said.date.as_ref().and_then(start_of), told, "victim track");
            }
            for step in &person.tracks.steps {
                let told = format!("{}: {} ({})", person.id, step.step.code(), step.authority);
                add(step.date.as_ref().and_then(start_of), told, "criminal track");
            }
        }
        rows.sort();
        rows
    }

    /// Writes the timeline as CSV with Timesketch's columns.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn write_timeline(&self, out: impl io::Write) -> io::Result<()> {
        let mut table = PlainWriter::new(out);
        table.write(COLUMNS.iter().copied())?;
        for row in self.timeline() {
            table.write([&*row.message, &*row.at.to_string(), &*row.label])?;
        }
        table.finish()
    }
}

impl Node {
    /// Brings a timeline into a case: all of its rows, or none.
    ///
    /// # Errors
    ///
    /// As [`Node::note_in_case`]; [`CaseError`] with row and column of what cannot be read.
    pub fn bring_timeline(
        &self,
        case: &str,
        input: impl Read,
        reader: &Reader,
    ) -> Result<TimelineBrought, NodeError> {
        let case = self.case_for(case, reader)?;
        if !case.is_open {
            return Err(CaseError::Closed.into());
        }
        let rows = rows_of(input)?;
        if rows.is_empty() {
            return Err(CaseError::TimelineRow { row: 1, column: COLUMNS[0].to_owned() }.into());
        }
        let mut entries: Vec<Entry> = Vec::new();
        for row in &rows {
            let id = self.fresh("entry")?;
            let said = Said { id, schema: schema::CASE_ENTRY, marks: &case.marks };
            let content = vec![
                (prop::CASE, case.id.to_string()),
                (prop::KIND, EntryKind::Event.code().to_owned()),
                (prop::TEXT, fitted(schema::CASE_ENTRY, prop::TEXT, &row.message, true)?),
                (prop::LABEL, fitted(schema::CASE_ENTRY, prop::LABEL, &row.label, false)?),
                (prop::DATE, row.at.to_string()),
                (prop::OFFICER, reader.name().to_owned()),
            ];
            entries.extend(said.all(self, content));
        }
        let author = Author { name: reader.name(), purpose: "" };
        let commit = self.commit_as(&author, ACT, entries)?.commit;
        Ok(TimelineBrought { case: case.number, events: rows.len() as u64, commit })
    }
}

fn rows_of(input: impl Read) -> Result<Vec<TimelineRow>, NodeError> {
    let mut table = PlainTable::open(input.take(BYTES_MAX + 1))?;
    let place = |names: &[&str]| {
        table.headings().iter().position(|heading| {
            let heading = heading.trim().to_lowercase();
            names.contains(&heading.as_str())
        })
    };
    let lacks = |column: &str| CaseError::TimelineColumn { column: column.to_owned() };
    let message = place(&["message", "description", "event"]).ok_or_else(|| lacks(COLUMNS[0]))?;
    let moment = place(&["datetime", "date", "time"]).ok_or_else(|| lacks(COLUMNS[1]))?;
    let label = place(&["timestamp_desc", "label"]);
    let mut rows = Vec::new();
    while let Some(row) = table.next_row()? {
        if BYTES_MAX < table.bytes_read() || ROWS_MAX <= rows.len() {
            return Err(CaseError::TooLarge { bytes_max: BYTES_MAX }.into());
        }
        let cell = |at: usize| row.cells.get(at).map(|cell| cell.trim()).unwrap_or_default();
        let wrong =
            |column: &str| CaseError::TimelineRow { row: row.number, column: column.to_owned() };
        let at = moment_of(cell(moment)).ok_or_else(|| wrong(COLUMNS[1]))?;
        // What was written against spreadsheets comes back as it was said.
        let text = cell(message).strip_prefix('\'').unwrap_or(cell(message)).to_owned();
        if text.is_empty() || row.fault.is_some() {
            return Err(wrong(COLUMNS[0]).into());
        }
        let label = label.map(|at| cell(at).to_owned()).unwrap_or_default();
        rows.push(TimelineRow { at, message: text, label });
    }
    Ok(rows)
}

/// A moment as programs write it, or the first one of a day that is known in part.
fn moment_of(text: &str) -> Option<Instant> {
    let utc: Zone = "Z".parse().ok()?;
    match read_moment(text, Some(utc)) {
        Ok(moment) => Instant::from_micros(moment.micros).ok(),
        Err(_) => start_of(&PartialDate::read(text, None).ok()?),
    }
}

fn start_of(date: &PartialDate) -> Option<Instant> {
    format!("{}T00:00:00Z", date.earliest()).parse().ok()
}

/// Timesketch's columns.
const COLUMNS: [&str; 3] = ["message", "datetime", "timestamp_desc"];
const BYTES_MAX: u64 = 16 * 1024 * 1024;
const ROWS_MAX: usize = 20_000;
