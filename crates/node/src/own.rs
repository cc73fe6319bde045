//! What the node itself counts, beside what others publish: reports, people located, arrests,
//! deportations, accounts frozen and money saved.
//!
//! # Invariants
//!
//! * Every number is how many rows there are, and each row names its record: nothing is estimated,
//!   and no published figure is among them.
//! * A person or a report counts once for each thing, on the first day that is told.

use std::collections::BTreeMap;

use liaison_casework::{FreezeStatus, Procedure, Stage, standing};
use liaison_model::values::PartialDate;
use liaison_model::{Act, CommitNumber, Marks, Reader};

use crate::money::FreezeSum;
use crate::{Node, NodeError};

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each name is its meaning")]
pub enum OwnWhat {
    Reports,
    Located,
    Home,
    Detained,
    Deported,
    Frozen,
}

/// One row behind a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnRow {
    /// Entity id of the record that says it.
    pub record: String,
    /// The day or month, as far as it is told.
    pub date: Option<PartialDate>,
    /// Who says it.
    pub authority: String,
    /// Whether an officer of this node said or verified it; what only came with a file is reported.
    pub is_verified: bool,
    /// Of money, the sum with its currency.
    pub amount: Option<(String, String)>,
}

/// What the node counts.
#[derive(Debug, Clone)]
pub struct OwnCounts {
    /// The rows of each number, earliest first, unknown days last.
    pub rows: BTreeMap<OwnWhat, Vec<OwnRow>>,
    /// Reports by how far they have come.
    pub stages: BTreeMap<Stage, u32>,
    /// For how many days each open report has been open, least first.
    pub days_open: Vec<u32>,
    /// Money by currency: asked for, saved, still moving, lost, released.
    pub money: Vec<FreezeSum>,
    /// The strictest marks of the reports.
    pub marks: Option<Marks>,
    /// The last commit that is counted.
    pub position: CommitNumber,
}

impl OwnWhat {
    /// Each of them.
    pub const ALL: [Self; 6] =
        [Self::Reports, Self::Located, Self::Home, Self::Detained, Self::Deported, Self::Frozen];

    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Reports => "reports",
            Self::Located => "located",
            Self::Home => "home",
            Self::Detained => "detained",
            Self::Deported => "deported",
            Self::Frozen => "frozen",
        }
    }

    /// What has this code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|what| what.code() == code)
    }

    /// What a stage of a report is counted as.
    fn of_stage(stage: Stage) -> Option<Self> {
        match stage {
            Stage::Located => Some(Self::Located),
            Stage::Repatriated => Some(Self::Home),
            _ => None,
        }
    }

    /// What a step of an authority is counted as.
    fn of_step(step: Procedure) -> Option<Self> {
        match step {
            Procedure::Detained => Some(Self::Detained),
            Procedure::Deported | Procedure::Expelled => Some(Self::Deported),
            _ => None,
        }
    }
}

impl OwnRow {
    /// Year and month, where they are told.
    #[must_use]
    pub fn month(&self) -> Option<(i16, i8)> {
        self.date.as_ref().and_then(|date| Some((date.year(), date.month()?)))
    }
}

impl Node {
    /// What the node counts, as far as the reader may see.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn own_counts(&self, reader: &Reader) -> Result<OwnCounts, NodeError> {
        let reports = self.reports(reader, None, None)?;
        let mut counts = OwnCounts {
            rows: OwnWhat::ALL.into_iter().map(|what| (what, Vec::new())).collect(),
            stages: BTreeMap::new(),
            days_open: Vec::new(),
            money: Vec::new(),
            marks: None,
            position: reports.position,
        };
        for known in reports.iter() {
            let report = &known.report;
            let now = standing(report, reports.day);
            *counts.stages.entry(now.stage).or_default() += 1;
            counts.days_open.extend(now.days_open.filter(|_| !now.is_settled()));
            counts.marks = Some(match counts.marks.take() {
                Some(marks) => marks.strictest(&known.marks),
                None => known.marks.clone(),
            });
            let said = report.steps.iter().filter(|step| !step.officer.is_empty());
            let is_verified = said.clone().any(|step| step.stage != Stage::Reported);
            counts.put(
                OwnWhat::Reports,
                OwnRow {
                    record: report.id.clone(),
                    date: report.reported,
                    authority: report.agency.clone().unwrap_or_default(),
                    is_verified,
                    amount: None,
                },
            );
            for what in [OwnWhat::Located, OwnWhat::Home] {
                let steps = report.steps.iter();
                let first = steps
                    .filter(|step| OwnWhat::of_stage(step.stage) == Some(what))
                    .min_by_key(|step| step.date.as_ref().map_or(step.entered.to_string(), day));
                if let Some(step) = first {
                    counts.put(
                        what,
                        OwnRow {
                            record: report.id.clone(),
                            date: step.date,
                            authority: step.authority.clone(),
                            is_verified: !step.officer.is_empty(),
                            amount: None,
                        },
                    );
                }
            }
        }
        counts.days_open.sort_unstable();
        self.count_procedures(&mut counts, reader)?;
        self.count_freezes(&mut counts, reader)?;
        for rows in counts.rows.values_mut() {
            rows.sort_by_cached_key(|row| {
                let date = row.date.as_ref().map(day);
                (date.is_none(), date, row.record.clone())
            });
        }
        Ok(counts)
    }

    fn count_procedures(&self, counts: &mut OwnCounts, reader: &Reader) -> Result<(), NodeError> {
        for (person, known) in self.snapshot(reader, Act::Find, None)?.all_tracks()? {
            for what in [OwnWhat::Detained, OwnWhat::Deported] {
                let steps = known.tracks.steps.iter();
                let first = steps
                    .filter(|step| OwnWhat::of_step(step.step) == Some(what))
                    .min_by_key(|step| step.date.as_ref().map_or(step.entered.to_string(), day));
                if let Some(step) = first {
                    counts.put(
                        what,
                        OwnRow {
                            record: person.clone(),
                            date: step.date,
                            authority: step.authority.clone(),
                            is_verified: !step.officer.is_empty(),
                            amount: None,
                        },
                    );
                }
            }
        }
        Ok(())
    }

    fn count_freezes(&self, counts: &mut OwnCounts, reader: &Reader) -> Result<(), NodeError> {
        for plan in self.freeze_plans(reader)? {
            for line in plan.lines.iter().filter(|line| line.status == FreezeStatus::Held) {
                let held = line.steps.iter().rev().find(|step| step.status == FreezeStatus::Held);
                let moment = held.map(|step| step.at.to_string());
                counts.put(
                    OwnWhat::Frozen,
                    OwnRow {
                        record: line.id.clone(),
                        date: moment.and_then(|text| PartialDate::read(text.get(..10)?, None).ok()),
                        authority: line.institution.clone(),
                        is_verified: true,
                        amount: line.held.clone().map(|held| (line.currency.clone(), held)),
                    },
                );
            }
            counts.money.extend(plan.sums);
        }
        Ok(())
    }
}

impl OwnCounts {
    fn put(&mut self, what: OwnWhat, row: OwnRow) {
        self.rows.entry(what).or_default().push(row);
    }
}

/// A day for comparing: what is known of it.
fn day(date: &PartialDate) -> String {
    date.to_string()
}
