//! Tables of reports that anybody may read.

use std::collections::{BTreeMap, BTreeSet};

use liaison_casework::{Age, Stage, standing};
use liaison_model::schema::names::prop;
use liaison_model::{Act, Reader};
use liaison_situation::{Breakdown, Published, UNDER, publish};

use super::{KnownReport, Reports};
use crate::reading::Snapshot;
use crate::{Node, NodeError, WrongUse};

/// What reports are told apart by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each name is its meaning")]
pub enum CountBy {
    Stage,
    /// For how many days they have been open.
    Age,
    /// The year in which they were made.
    Year,
    /// The month in which they were made.
    Month,
    /// The place or compound where the person is held.
    Place,
    /// The agency that took them.
    Agency,
    /// Nationality of the person.
    Nationality,
}

impl CountBy {
    /// Each of them.
    pub const ALL: [Self; 7] = [
        Self::Stage,
        Self::Age,
        Self::Year,
        Self::Month,
        Self::Place,
        Self::Agency,
        Self::Nationality,
    ];

    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Stage => "stage",
            Self::Age => "age",
            Self::Year => "year",
            Self::Month => "month",
            Self::Place => "place",
            Self::Agency => "agency",
            Self::Nationality => "nationality",
        }
    }

    /// What has this code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.code() == code)
    }
}

impl Node {
    /// Reports by one to three of their traits, with totals, for everybody: cells that point at few
    /// people are left out, and so is what would let them be worked out. Several reports of one
    /// person count once.
    ///
    /// # Errors
    ///
    /// [`WrongUse::Disclosure`] when the table is too large, or nothing is told apart; when the
    /// journal or the views fail.
    pub fn published_reports(
        &self,
        reports: &Reports,
        by: &[CountBy],
        reader: &Reader,
    ) -> Result<Published, NodeError> {
        let by: BTreeSet<CountBy> = by.iter().copied().collect();
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let mut names = Names { snapshot: &snapshot, known: BTreeMap::new() };
        let mut rows: BTreeMap<Vec<String>, u64> = BTreeMap::new();
        for known in reports.iter() {
            let row: Result<_, _> =
                by.iter().map(|by| names.category(*by, known, reports)).collect();
            *rows.entry(row?).or_default() += 1;
        }
        let breakdowns: Vec<Breakdown> = by
            .iter()
            .enumerate()
            .map(|(part, by)| Breakdown {
                name: by.code().to_owned(),
                categories: in_order(*by, rows.keys().map(|row| row[part].as_str())),
            })
            .collect();
        let place = |row: Vec<String>| -> Vec<usize> {
            let parts = breakdowns.iter().zip(&row);
            parts
                .filter_map(|(one, text)| one.categories.iter().position(|is| is == text))
                .collect()
        };
        let people: Vec<_> = rows.into_iter().map(|(row, count)| (place(row), count)).collect();
        publish(breakdowns, people, UNDER).map_err(|error| WrongUse::Disclosure(error).into())
    }
}

/// What places, agencies and people are called or have, looked up once.
struct Names<'s, 'n> {
    snapshot: &'s Snapshot<'n>,
    known: BTreeMap<(CountBy, String), String>,
}

impl Names<'_, '_> {
    fn category(
        &mut self,
        by: CountBy,
        known: &KnownReport,
        reports: &Reports,
    ) -> Result<String, NodeError> {
        let report = &known.report;
        let made = report.reported.as_ref();
        let text = match by {
            CountBy::Stage => Some(standing(report, reports.day).stage.code().to_owned()),
            CountBy::Age => {
                Some(Age::of(standing(report, reports.day).days_open).code().to_owned())
            }
            CountBy::Year => made.map(|made| made.year().to_string()),
            CountBy::Month => made.and_then(|made| {
                made.month().map(|month| format!("{:04}-{month:02}", made.year()))
            }),
            CountBy::Place => self.looked_up(by, report.place.as_deref())?,
            CountBy::Agency => self.looked_up(by, report.agency.as_deref())?,
            CountBy::Nationality => self.looked_up(by, known.person.as_deref())?,
        };
        Ok(text.unwrap_or_else(|| UNKNOWN.to_owned()))
    }

    fn looked_up(&mut self, by: CountBy, id: Option<&str>) -> Result<Option<String>, NodeError> {
        let Some(id) = id else { return Ok(None) };
        if by != CountBy::Nationality {
            let key = (by, id.to_owned());
            if let Some(known) = self.known.get(&key) {
                return Ok(Some(known.clone()));
            }
            let name = self.snapshot.name_of(id)?;
            self.known.insert(key, name.clone());
            return Ok(Some(name));
        }
        let Some(ordinal) = self.snapshot.node.views.ordinal(id)? else { return Ok(None) };
        let Some(person) = self.snapshot.entity(ordinal)? else { return Ok(None) };
        let codes: BTreeSet<&str> = person
            .statements
            .iter()
            .filter(|statement| statement.prop == prop::NATIONALITY)
            .map(|statement| statement.value.text())
            .collect();
        Ok(match codes.len() {
            0 => None,
            1 => codes.first().map(|code| (*code).to_owned()),
            _ => Some(SEVERAL.to_owned()),
        })
    }
}

/// Categories in the order in which they are read, what nobody knows last.
fn in_order<'t>(by: CountBy, found: impl Iterator<Item = &'t str>) -> Vec<String> {
    let usual: Vec<&str> = match by {
        CountBy::Stage => Stage::ALL.into_iter().map(Stage::code).collect(),
        CountBy::Age => Age::ALL.into_iter().map(Age::code).collect(),
        _ => Vec::new(),
    };
    let rank = |text: &str| usual.iter().position(|one| *one == text).unwrap_or(usual.len());
    let mut all: Vec<&str> = found.collect::<BTreeSet<_>>().into_iter().collect();
    all.sort_by_key(|text| (*text == UNKNOWN, rank(text)));
    all.into_iter().map(str::to_owned).collect()
}

/// What stands for what nobody told.
const UNKNOWN: &str = "unknown";
/// What stands for more than one nationality.
const SEVERAL: &str = "several";
