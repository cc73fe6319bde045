//! Reports on people missing or held: taken, moved from stage to stage, counted.
//!
//! # Invariants
//!
//! * What an officer says is a record of its own, in a commit of the act [`ACT`]: nothing
//!   overwrites another word, and each can be taken back.
//! * What is kept in memory of reports holds no name, phone or text of anybody.

mod counted;
mod enter;
mod error;
mod known;
mod mailed;
mod same;
mod taken;
mod told;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use liaison_casework::{Index, Listed, Overview, Wanted, standing};
use liaison_model::{Act, CommitNumber, Instant, Marks, Reader};

pub use counted::CountBy;
pub use enter::{CheckWanted, Entered, StageWanted};
pub use error::ReportError;
pub(crate) use known::{Known, date, one, values};
pub use mailed::{ReportProposed, report_from_mail};
pub use same::{AlikeReport, ReportJudged};
pub use taken::{Field, ReportTaken, ReportWanted};
pub use told::ReportSource;

use crate::judge::RecordJudgement;
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
    known: Arc<known::Known>,
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
        let day = day.unwrap_or_else(|| self.today());
        let (known, position) = self.known_reports(reader, known_on, day)?;
        Ok(Reports { known, position, day })
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
    /// All of them, by entity id. Of several that were judged one, the one that stands for all.
    pub fn iter(&self) -> impl Iterator<Item = &KnownReport> {
        self.known.iter()
    }

    /// The reports of which one consists, each as it was taken: itself first, then in the order of
    /// their ids.
    pub fn members<'r>(&'r self, known: &'r KnownReport) -> impl Iterator<Item = &'r KnownReport> {
        let id = known.report.id.as_str();
        let behind = self.known.together.leads.iter().filter(move |(_, lead)| lead.as_str() == id);
        let ids = std::iter::once(id).chain(behind.map(|(member, _)| member.as_str()));
        ids.filter_map(|id| self.known.all.reports.get(id))
    }

    /// The decisions of officers about a report or those of which it consists, oldest first.
    #[must_use]
    pub fn judgements(&self, known: &KnownReport) -> Vec<&RecordJudgement> {
        let members: BTreeSet<_> = self.members(known).map(|one| one.report.id.as_str()).collect();
        let is_about = |one: &&RecordJudgement| {
            members.contains(one.left.as_str()) || members.contains(one.right.as_str())
        };
        let mut found: Vec<_> = self.known.all.judged.values().filter(is_about).collect();
        found.sort_by_key(|one| one.commit);
        found
    }

    /// The last decision about two reports.
    fn judged(&self, one: &str, other: &str) -> Option<&RecordJudgement> {
        let is_about = |judged: &&RecordJudgement| {
            let ends = (judged.left.as_str(), judged.right.as_str());
            ends == (one, other) || ends == (other, one)
        };
        self.known.all.judged.values().filter(is_about).max_by_key(|judged| judged.commit)
    }

    /// Counts of all of them.
    #[must_use]
    pub fn overview(&self) -> Overview {
        self.known.index(self.day).map(Index::overview).unwrap_or_default()
    }

    /// A page of those that are wanted.
    #[must_use]
    pub fn page(&self, wanted: &Wanted, offset: usize, limit: usize) -> ReportPage<'_> {
        let found = self.known.index(self.day).into_iter().flat_map(|index| index.wanted(wanted));
        let ids: Vec<&str> = found.collect();
        let total = ids.len();
        let rows = ids.into_iter().skip(offset).take(limit).filter_map(|id| {
            let known = self.known.get(id)?;
            Some((self.listed(known), known))
        });
        ReportPage { rows: rows.collect(), total }
    }

    /// Where a report stands on the day on which they are counted.
    #[must_use]
    pub fn listed<'r>(&self, known: &'r KnownReport) -> Listed<'r> {
        Listed { report: &known.report, standing: standing(&known.report, self.day) }
    }

    /// A report by its entity id, by its id without its origin, or by its number where only one
    /// has it. Of one that was judged one with others, the one that stands for all.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when there is none; [`ReportError::SeveralReports`] when several
    /// agencies gave the same number.
    pub fn find(&self, text: &str, own: &str) -> Result<&KnownReport, NodeError> {
        let text = text.trim();
        if let Some(known) =
            self.known.get(text).or_else(|| self.known.get(&format!("{own}:{text}")))
        {
            return Ok(known);
        }
        let has_number = |known: &&KnownReport| known.report.number.as_deref() == Some(text);
        let numbered = self.known.all.reports.values().filter(has_number);
        let leads: BTreeSet<_> =
            numbered.map(|known| self.known.together.lead_of(&known.report.id)).collect();
        match (leads.first(), leads.len()) {
            (Some(lead), 1) => self.known.get(lead).ok_or(NodeError::NotFound),
            (None, _) => Err(NodeError::NotFound),
            _ => Err(ReportError::SeveralReports { number: text.to_owned() }.into()),
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
