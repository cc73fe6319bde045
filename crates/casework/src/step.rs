//! May this stage be entered now?

use jiff::civil::Date;
use liaison_model::values::PartialDate;

use crate::life::{Closing, Stage};
use crate::report::Report;
use crate::standing::{Standing, standing};
use crate::table::is_usual;

/// A stage that an officer wants to enter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewStep {
    /// The stage.
    pub stage: Stage,
    /// When it was reached.
    pub date: PartialDate,
    /// Which agency says so.
    pub authority: String,
    /// Why, where it is out of the usual order; empty otherwise.
    pub reason: String,
    /// Why the report is closed.
    pub closing: Option<Closing>,
    /// What a person who is dead died of, or that it is under investigation; empty otherwise.
    pub death_cause: String,
}

/// Why a stage is out of the usual order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unusual {
    /// No row of the table leads from the one to the other.
    Order,
    /// It is said to have been reached before the one on which it builds.
    Earlier,
    /// It is said to have been reached before the report was made.
    BeforeReport,
}

/// Why a stage is not entered as it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StepError {
    /// The day has not come yet.
    #[error("the day of a stage has not come yet")]
    Future {
        /// The first day that is meant.
        day: Date,
        /// What day it is.
        today: Date,
    },
    /// The same agency has said so already, and nothing came after.
    #[error("the agency has said so already")]
    Already {
        /// The stage.
        stage: Stage,
    },
    /// Out of the usual order, and nobody said why.
    #[error("a stage out of order needs a reason")]
    NeedsReason {
        /// Where the report stands.
        from: Stage,
        /// What was asked.
        to: Stage,
        /// In what it is unusual.
        why: Unusual,
    },
    /// Who closes says why.
    #[error("closing needs a reason")]
    NeedsClosing,
    /// Who closes a report on somebody dead says what of, or that it is looked into.
    #[error("a death needs a cause, or that it is under investigation")]
    NeedsCause,
}

/// Whether a stage may be entered into a report on a day, and where the report stands before it.
///
/// # Errors
///
/// Which of the answers is missing or cannot be.
pub fn check_step<'r>(
    report: &'r Report,
    new: &NewStep,
    today: Date,
) -> Result<Standing<'r>, StepError> {
    let now = standing(report, today);
    let day = new.date.earliest();
    if today < day {
        return Err(StepError::Future { day, today });
    }
    let said = now.word.filter(|word| word.authority == new.authority);
    if said.is_some_and(|word| word.stage == new.stage) {
        return Err(StepError::Already { stage: new.stage });
    }
    if let Some(why) = unusual(report, &now, new).filter(|_| new.reason.trim().is_empty()) {
        return Err(StepError::NeedsReason { from: now.stage, to: new.stage, why });
    }
    if new.stage == Stage::Closed && new.closing.is_none() {
        return Err(StepError::NeedsClosing);
    }
    if new.closing == Some(Closing::Deceased) && new.death_cause.trim().is_empty() {
        return Err(StepError::NeedsCause);
    }
    Ok(now)
}

/// What is unusual about a stage. Another agency may say the same stage again.
fn unusual(report: &Report, now: &Standing<'_>, new: &NewStep) -> Option<Unusual> {
    let day = new.date.latest();
    if report.reported.as_ref().is_some_and(|reported| day < reported.earliest()) {
        return Some(Unusual::BeforeReport);
    }
    if now.since.is_some_and(|since| day < since) {
        return Some(Unusual::Earlier);
    }
    (now.stage != new.stage && !is_usual(now.stage, new.stage)).then_some(Unusual::Order)
}
