//! What is known of a report, without a word of who it is about.

use jiff::civil::Date;
use liaison_model::Instant;
use liaison_model::values::PartialDate;

use crate::life::Stage;

/// A report as far as its life goes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// Entity id.
    pub id: String,
    /// Number given by the agency that took it.
    pub number: Option<String>,
    /// When it was made.
    pub reported: Option<PartialDate>,
    /// When anyone last heard from the person, as the reporter told.
    pub last_contact: Option<PartialDate>,
    /// How much danger, as a code.
    pub danger: Option<String>,
    /// Entity id of the place or compound.
    pub place: Option<String>,
    /// Whether calling the reporter is safe, as a code.
    pub safe_to_call: Option<String>,
    /// What the reporter agreed to, as a code.
    pub consent: Option<String>,
    /// Who took it: entity id of the agency.
    pub agency: Option<String>,
    /// Every stage that anybody said, in any order.
    pub steps: Vec<Step>,
    /// Welfare checks, in any order.
    pub checks: Vec<WelfareCheck>,
    /// The person's passages over borders, in any order.
    pub crossings: Vec<Crossing>,
    /// The first day on which the person is surely of age; absent where nobody knows.
    pub of_age_on: Option<Date>,
    /// Whether an officer could not tell if another report is about the same person.
    pub may_be_another: bool,
}

/// One agency's word that a report has reached a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Entity id of the word; the report's own where the stage is a property of the report.
    pub id: String,
    /// The stage.
    pub stage: Stage,
    /// When it was reached.
    pub date: Option<PartialDate>,
    /// Which agency says so.
    pub authority: String,
    /// Which officer entered it; empty where it came with a file.
    pub officer: String,
    /// When the node learnt it.
    pub entered: Instant,
    /// The word on which the officer built.
    pub follows: Option<String>,
    /// Why a stage was left out or gone back on.
    pub reason: Option<String>,
    /// Why the report was closed, as a code.
    pub closed_reason: Option<String>,
}

/// An attempt to learn how the person is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WelfareCheck {
    /// Entity id.
    pub id: String,
    /// When it was made.
    pub date: Option<PartialDate>,
    /// Which agency made it.
    pub authority: String,
    /// Which officer entered it.
    pub officer: String,
    /// How, as a code.
    pub channel: String,
    /// What came of it, as a code.
    pub outcome: String,
    /// By when the next is due.
    pub next: Option<PartialDate>,
    /// When the node learnt it.
    pub entered: Instant,
}

/// One passage over a border.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crossing {
    /// The day.
    pub day: Date,
    /// Whether the country was entered, not left.
    pub is_entry: bool,
}

impl Report {
    /// Whether the person is a child on a day, or may be one.
    #[must_use]
    pub fn is_child(&self, today: Date) -> bool {
        self.of_age_on.is_some_and(|of_age| today < of_age)
    }
}

/// The first day on which somebody is surely of age, where that is so many years after birth.
#[must_use]
pub fn of_age_on(born: &PartialDate, years: u8) -> Option<Date> {
    born.latest().checked_add(jiff::Span::new().years(i64::from(years))).ok()
}

impl Step {
    /// The first day on which it may have been reached.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        self.date.as_ref().map(PartialDate::earliest)
    }
}

impl WelfareCheck {
    /// Whether the person was heard from or seen.
    #[must_use]
    pub fn reached_the_person(&self) -> bool {
        REACHED.contains(&self.outcome.as_str())
    }
}

/// Outcomes of checks by which somebody learnt of the person themself.
const REACHED: &[&str] = &["heard-from", "seen", "worse"];
