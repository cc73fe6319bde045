//! What cannot be done with a report as it was asked.

use liaison_casework::{StepError, Unusual};
use liaison_model::Hint;
use liaison_model::messages::Message;

use crate::{NodeError, WrongUse};

/// Why a report is not taken or moved as it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReportError {
    /// A stage is not entered as it was asked.
    #[error(transparent)]
    Stage(#[from] StepError),
    /// The first stage of a report goes only with the report.
    #[error("the first stage belongs to the report")]
    FirstStage,
    /// Several reports have the same number.
    #[error("several reports have this number")]
    SeveralReports {
        /// Which.
        number: String,
    },
    /// A report names no person to whom something could be added.
    #[error("the report names no person")]
    NoPerson {
        /// Which.
        report: String,
    },
    /// Nothing was told by which anybody could be found.
    #[error("nothing was told")]
    NothingTold,
    /// Other reports may be about the same person, and nobody said whether they are.
    #[error("other reports may be about the same person")]
    MaybeKnown {
        /// Their numbers.
        reports: String,
    },
    /// More was told than one report takes.
    #[error("the report is too long")]
    ReportTooLong {
        /// Most fields.
        fields_max: usize,
    },
    /// A report has no such field.
    #[error("there is no such field")]
    NoSuchField {
        /// Its name.
        field: String,
    },
    /// A field of a report has a value that is none of its kind.
    #[error("a field has a value that is none of its kind")]
    Field {
        /// Its name.
        field: String,
        /// What is wrong.
        reason: Message,
        /// What to do.
        hint: Option<Message>,
    },
    /// A field takes a code, and this is none.
    #[error("a field takes one of its codes")]
    Code {
        /// Its name.
        field: String,
        /// Those that there are.
        codes: String,
    },
    /// A text is longer than its field takes.
    #[error("a text is too long")]
    LongText {
        /// The field's name.
        field: String,
        /// How long it may be.
        characters_max: u32,
    },
    /// A day is none.
    #[error("this is no day")]
    Day {
        /// What was given.
        day: String,
    },
    /// A day has not come yet.
    #[error("this day has not come yet")]
    FutureDay {
        /// What was given.
        day: String,
    },
    /// The next check would be before the one that was made.
    #[error("the next check would be before this one")]
    NextBeforeCheck {
        /// What was given.
        next: String,
    },
}

impl ReportError {
    /// Whether it would be taken with a reason.
    #[must_use]
    pub fn needs_a_reason(&self) -> bool {
        matches!(self, Self::Stage(StepError::NeedsReason { .. }))
    }

    /// The error in words.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Stage(error) => stage_message(error),
            Self::FirstStage => Message::new("error-first-stage"),
            Self::SeveralReports { number } => {
                Message::new("error-several-reports").with("number", number)
            }
            Self::NoPerson { report } => {
                Message::new("error-report-no-person").with("report", report)
            }
            Self::NothingTold => Message::new("error-nothing-told"),
            Self::MaybeKnown { reports } => {
                Message::new("error-maybe-known").with("reports", reports)
            }
            Self::ReportTooLong { fields_max } => {
                Message::new("error-report-too-long").count("fields", *fields_max as u64)
            }
            Self::NoSuchField { field } => {
                Message::new("error-no-such-field").with("field", shortened(field))
            }
            Self::Field { reason, .. } => reason.clone(),
            Self::Code { field, codes } => {
                Message::new("error-code").with("field", field).with("codes", codes)
            }
            Self::LongText { field, characters_max } => Message::new("error-long-text")
                .with("field", field)
                .count("characters", u64::from(*characters_max)),
            Self::Day { day } => Message::new("error-day").with("day", day),
            Self::FutureDay { day } => Message::new("error-future-day").with("day", day),
            Self::NextBeforeCheck { next } => {
                Message::new("error-next-before-check").with("day", next)
            }
        }
    }
}

impl Hint for ReportError {
    fn hint(&self) -> Option<Message> {
        let key = match self {
            Self::Stage(StepError::NeedsReason { .. }) => "hint-stage-reason",
            Self::Stage(StepError::NeedsClosing) => "hint-stage-closing",
            Self::Stage(StepError::NeedsCause) => "hint-stage-cause",
            Self::Stage(StepError::Future { .. }) | Self::FutureDay { .. } => "hint-future-day",
            Self::Stage(_) => "hint-stage-already",
            Self::FirstStage => "hint-first-stage",
            Self::SeveralReports { .. } => "hint-several-reports",
            Self::NothingTold => "hint-nothing-told",
            Self::MaybeKnown { .. } => "hint-maybe-known",
            Self::NoSuchField { .. } => "hint-no-such-field",
            Self::Field { hint, .. } => return hint.clone(),
            Self::Day { .. } => "hint-day",
            Self::NoPerson { .. }
            | Self::ReportTooLong { .. }
            | Self::Code { .. }
            | Self::LongText { .. }
            | Self::NextBeforeCheck { .. } => return None,
        };
        Some(Message::new(key))
    }
}

impl From<ReportError> for NodeError {
    fn from(error: ReportError) -> Self {
        WrongUse::from(error).into()
    }
}

/// Why a stage is not entered, in words.
fn stage_message(error: &StepError) -> Message {
    match error {
        StepError::Future { day, .. } => Message::new("error-future-day").with("day", day),
        StepError::Already { stage } => {
            Message::new("error-stage-already").with("stage", stage.code())
        }
        StepError::NeedsReason { from, to, why } => {
            let key = match why {
                Unusual::Order => "error-stage-order",
                Unusual::Earlier => "error-stage-earlier",
                Unusual::BeforeReport => "error-stage-before-report",
            };
            Message::new(key).with("from", from.code()).with("to", to.code())
        }
        StepError::NeedsCause => Message::new("error-stage-cause"),
        _ => Message::new("error-stage-closing"),
    }
}

/// What somebody sent, short enough to be shown.
fn shortened(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(ECHO_CHARS_MAX).collect()
}

const ECHO_CHARS_MAX: usize = 80;
