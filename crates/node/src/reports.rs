//! Reports on people missing or held: taken, moved from stage to stage, counted.
//!
//! # Invariants
//!
//! * What an officer says is a record of its own, in a commit of the act [`ACT`]: nothing
//!   overwrites another word, and each can be taken back.
//! * What is kept in memory of reports holds no name, phone or text of anybody.

mod enter;
mod error;
mod known;
mod taken;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use liaison_casework::{Listed, Overview, Wanted, listed};
use liaison_model::{Act, CommitNumber, Instant, Marks, Reader};

pub use enter::{CheckWanted, Entered, StageWanted};
pub use error::ReportError;
pub(crate) use known::{Remembered, date, one, values};
pub use taken::{Field, ReportTaken, ReportWanted};

use crate::{Node, NodeError};

/// A report as a reader may know of it.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownReport {
    /// How far it has come.
    pub report: liaison_casework::Report,
    /// The strictest marks of what is said.
    pub marks: Marks,
    /// Entity id of the person.
    pub person: Option<String>,
}

/// Every report that a reader may know of, by entity id.
#[derive(Debug, Clone)]
pub struct Reports {
    all: Arc<BTreeMap<String, KnownReport>>,
    /// The last commit that they hold.
    pub position: CommitNumber,
    /// The day on which they are counted.
    pub day: Date,
}

/// One page of reports.
#[derive(Debug, Clone)]
pub struct ReportPage<'r> {
    /// The rows, what is due first first.
    pub rows: Vec<(Listed<'r>, &'r KnownReport)>,
    /// How many there are in all.
    pub total: usize,
}

impl Node {
    /// Every report that the reader may know of, counted on a day: on the one of the node's clock
    /// where none is given.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn reports(
        &self,
        reader: &Reader,
        known_on: Option<Instant>,
        day: Option<Date>,
    ) -> Result<Reports, NodeError> {
        let (all, position) = self.known_reports(reader, known_on)?;
        Ok(Reports { all, position, day: day.unwrap_or_else(|| self.today()) })
    }

    /// What places and agencies are called; an id that nothing visible names is left out.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn captions<'i>(
        &self,
        ids: impl IntoIterator<Item = &'i str>,
        reader: &Reader,
    ) -> Result<BTreeMap<String, String>, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let mut captions = BTreeMap::new();
        for id in ids {
            if !captions.contains_key(id)
                && let Some(ordinal) = self.views.ordinal(id)?
                && let Some(entity) = snapshot.entity(ordinal)?
            {
                captions.insert(id.to_owned(), entity.caption.text().to_owned());
            }
        }
        Ok(captions)
    }

    /// The day by the node's clock, in UTC.
    #[must_use]
    pub fn today(&self) -> Date {
        day_of(self.now())
    }

    /// The last day that has begun anywhere: what is dated later has not happened.
    pub(crate) fn last_day(&self) -> Date {
        day_of(self.now().plus_seconds(FURTHEST_EAST_SECONDS))
    }
}

impl Reports {
    /// All of them, by entity id.
    pub fn iter(&self) -> impl Iterator<Item = &KnownReport> {
        self.all.values()
    }

    /// Counts of all of them.
    #[must_use]
    pub fn overview(&self) -> Overview {
        Overview::of(self.iter().map(|known| &known.report), self.day)
    }

    /// A page of those that are wanted.
    #[must_use]
    pub fn page(&self, wanted: &Wanted, offset: usize, limit: usize) -> ReportPage<'_> {
        let found = listed(self.iter().map(|known| &known.report), wanted, self.day);
        let total = found.len();
        let rows = found.into_iter().skip(offset).take(limit).filter_map(|listed| {
            let known = self.all.get(&listed.report.id)?;
            Some((listed, known))
        });
        ReportPage { rows: rows.collect(), total }
    }

    /// A report by its entity id, by its id without its origin, or by its number where only one
    /// has it.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when there is none; [`ReportError::SeveralReports`] when several
    /// agencies gave the same number.
    pub fn find(&self, text: &str, own: &str) -> Result<&KnownReport, NodeError> {
        let text = text.trim();
        if let Some(known) = self.all.get(text).or_else(|| self.all.get(&format!("{own}:{text}"))) {
            return Ok(known);
        }
        let has_number = |known: &&KnownReport| known.report.number.as_deref() == Some(text);
        let mut numbered = self.iter().filter(has_number);
        let Some(first) = numbered.next() else { return Err(NodeError::NotFound) };
        match numbered.next() {
            None => Ok(first),
            Some(_) => Err(ReportError::SeveralReports { number: text.to_owned() }.into()),
        }
    }
}

fn day_of(moment: Instant) -> Date {
    moment.timestamp().to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// The act of a commit in which an officer says something about a report.
pub(crate) const ACT: &str = "report";
/// The dataset of what officers say about reports.
pub(crate) const DATASET: &str = "reports";
/// Kiribati is 14 hours ahead of UTC, and nobody is further.
const FURTHEST_EAST_SECONDS: i64 = 14 * 60 * 60;
