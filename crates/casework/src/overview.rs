//! Many reports in one look: settled, open by stage and age, by month, and what is late.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::life::{Phase, Stage};
use crate::report::Report;
use crate::standing::{Standing, days_between};

/// For how long a report has been open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each name is its meaning")]
pub enum Age {
    #[serde(rename = "up-to-7")]
    UpTo7,
    #[serde(rename = "up-to-30")]
    UpTo30,
    #[serde(rename = "up-to-90")]
    UpTo90,
    #[serde(rename = "up-to-180")]
    UpTo180,
    #[serde(rename = "over-180")]
    Over180,
    /// Nobody knows when it was made.
    Unknown,
}

/// A question that desks ask every day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SavedView {
    /// Neither home nor closed.
    Open,
    /// Open for more than 30 days.
    #[serde(rename = "open-over-30")]
    OpenOver30,
    /// What is due is late.
    Late,
    /// Held, and nobody heard from the person for more than 7 days, or ever.
    Silent,
    /// Held, and the last stage or the report says danger.
    Danger,
    /// Open, and the person is a child, or may be one.
    Children,
    /// Held, and nobody knows where.
    PlaceUnknown,
    /// Entered a country, did not leave it, and was not heard from since.
    NoExit,
    /// Agencies or officers disagree.
    Disagreed,
    /// An officer could not tell whether another report is about the same person.
    MaybeTwice,
    /// Whoever reported it took back what they had agreed to.
    ConsentWithdrawn,
    /// Home or closed.
    Settled,
}

/// Which reports are wanted. What is absent does not narrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wanted {
    /// One of the saved views.
    pub view: Option<SavedView>,
    /// Those at a stage.
    pub stage: Option<Stage>,
    /// Those open for so long.
    pub age: Option<Age>,
    /// Those made in this year and month.
    pub month: Option<(i16, i8)>,
}

/// A report with where it stands.
#[derive(Debug, Clone)]
pub struct Listed<'r> {
    /// The report.
    pub report: &'r Report,
    /// Where it stands.
    pub standing: Standing<'r>,
}

/// The reports of one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    /// Year and month; `None` where the month is not known.
    pub month: Option<(i16, i8)>,
    /// How many were made.
    pub reported: u32,
    /// How many of these are settled by now.
    pub settled: u32,
}

/// Counts of many reports.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overview {
    /// How many there are.
    pub reports: u32,
    /// How many are home or closed, by stage.
    pub settled: BTreeMap<Stage, u32>,
    /// How many are open, by stage and age.
    pub open: BTreeMap<(Stage, Age), u32>,
    /// By the month in which they were made, earliest first; unknown months last.
    pub months: Vec<Month>,
    /// How many each saved view has.
    pub views: BTreeMap<SavedView, u32>,
}

impl Age {
    /// Every age.
    pub const ALL: [Self; 6] =
        [Self::UpTo7, Self::UpTo30, Self::UpTo90, Self::UpTo180, Self::Over180, Self::Unknown];

    /// The age of a report that has been open for so many days.
    #[must_use]
    pub fn of(days: Option<u32>) -> Self {
        match days {
            None => Self::Unknown,
            Some(0..=7) => Self::UpTo7,
            Some(8..=30) => Self::UpTo30,
            Some(31..=90) => Self::UpTo90,
            Some(91..=180) => Self::UpTo180,
            Some(_) => Self::Over180,
        }
    }

    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::UpTo7 => "up-to-7",
            Self::UpTo30 => "up-to-30",
            Self::UpTo90 => "up-to-90",
            Self::UpTo180 => "up-to-180",
            Self::Over180 => "over-180",
            Self::Unknown => "unknown",
        }
    }

    /// The age with this code.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|age| age.code() == text)
    }
}

impl SavedView {
    /// Every view, in the order in which they are offered.
    pub const ALL: [Self; 12] = [
        Self::Open,
        Self::OpenOver30,
        Self::Late,
        Self::Silent,
        Self::Danger,
        Self::Children,
        Self::PlaceUnknown,
        Self::NoExit,
        Self::Disagreed,
        Self::MaybeTwice,
        Self::ConsentWithdrawn,
        Self::Settled,
    ];

    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::OpenOver30 => "open-over-30",
            Self::Late => "late",
            Self::Silent => "silent",
            Self::Danger => "danger",
            Self::Children => "children",
            Self::PlaceUnknown => "place-unknown",
            Self::NoExit => "no-exit",
            Self::Disagreed => "disagreed",
            Self::MaybeTwice => "maybe-twice",
            Self::ConsentWithdrawn => "consent-withdrawn",
            Self::Settled => "settled",
        }
    }

    /// The view with this code.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.code() == text)
    }

    pub(crate) fn has(self, listed: &Listed<'_>, today: Date) -> bool {
        let Listed { report, standing } = listed;
        let is_open = !standing.is_settled();
        let is_held = standing.stage.phase() == Phase::Held;
        match self {
            Self::Open => is_open,
            Self::OpenOver30 => is_open && standing.days_open.is_some_and(|days| 30 < days),
            Self::Late => is_open && 0 < standing.days_late(today),
            Self::Silent => {
                let is_silent = |day| SILENT_DAYS < days_between(day, today);
                is_held && standing.last_heard.is_none_or(is_silent)
            }
            Self::Danger => {
                let says_danger = |code: &String| DANGERS.contains(&code.as_str());
                is_held
                    && (standing.stage == Stage::InDanger
                        || report.danger.as_ref().is_some_and(says_danger))
            }
            Self::Children => is_open && report.is_child(today),
            Self::PlaceUnknown => is_held && report.place.is_none(),
            Self::NoExit => is_open && is_inside(report, standing),
            Self::Disagreed => !standing.disagreements.is_empty(),
            Self::MaybeTwice => report.may_be_another,
            Self::ConsentWithdrawn => report.consent.as_deref() == Some(WITHDRAWN),
            Self::Settled => !is_open,
        }
    }
}

pub(crate) fn month_of(report: &Report) -> Option<(i16, i8)> {
    let reported = report.reported.as_ref()?;
    Some((reported.year(), reported.month()?))
}

fn is_inside(report: &Report, standing: &Standing<'_>) -> bool {
    let Some(last) = report.crossings.iter().max_by_key(|c| (c.day, !c.is_entry)) else {
        return false;
    };
    last.is_entry && standing.last_heard.is_none_or(|heard| heard <= last.day)
}

/// The code of consent that was taken back.
const WITHDRAWN: &str = "withdrawn";
/// After so many days without a word a report counts as silent.
const SILENT_DAYS: u32 = 7;
/// Codes of danger that count as danger now.
const DANGERS: &[&str] = &["high", "immediate"];
