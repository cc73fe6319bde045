//! What cannot be done with a case as it was asked.

use liaison_casework::{
    AnswerError, FileFault, ProcedureError, ScreeningError, TaskError, UnusualProcedure,
    UnusualResult,
};
use liaison_model::Hint;
use liaison_model::messages::Message;

use crate::{NodeError, SealError, WrongUse};

/// Why something in a case, or on a person's tracks, is not taken as it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CaseError {
    /// Several cases have the same number.
    #[error("several cases have this number")]
    Several {
        /// Which.
        number: String,
    },
    /// Nothing is sealed as it was asked.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// There is no such template.
    #[error("there is no such template")]
    NoTemplate {
        /// Its name.
        name: String,
        /// Those that there are.
        known: String,
    },
    /// There is no such screening form.
    #[error("there is no such form")]
    NoForm {
        /// Its name.
        name: String,
        /// Those that there are.
        known: String,
    },
    /// A file of rules is not read.
    #[error(transparent)]
    File(#[from] FileFault),
    /// A form or template of this name and version is there, and says something else.
    #[error("another file of this name and version is there")]
    OtherVersion {
        /// Its name.
        name: String,
    },
    /// A field must be filled in.
    #[error("a field must be filled in")]
    Missing {
        /// Its name.
        field: &'static str,
    },
    /// A change of a task is not taken.
    #[error(transparent)]
    Task(#[from] TaskError),
    /// A change of a task changes nothing.
    #[error("nothing would change")]
    NoChange,
    /// The case is closed.
    #[error("the case is closed")]
    Closed,
    /// The case is open already.
    #[error("the case is open")]
    NotClosed,
    /// Somebody is to be let in who is in, or out who is not.
    #[error("the officer is in, or not in")]
    Member {
        /// Who.
        officer: String,
        /// Whether they are in.
        is_in: bool,
    },
    /// The last one in a case cannot be let out.
    #[error("nobody would be left in the case")]
    LastMember,
    /// Only the lead officer, another member or a supervisor lets people in and out.
    #[error("only a member or a supervisor lets people in")]
    MayNotLetIn,
    /// Only who has a piece of evidence hands it over, and only who is offered it answers.
    #[error("the evidence is with somebody else")]
    NotHolder {
        /// Who has it, or to whom it is offered.
        officer: String,
    },
    /// A piece of evidence is offered to somebody already.
    #[error("the evidence is offered already")]
    Offered {
        /// To whom.
        officer: String,
    },
    /// An offer was answered already.
    #[error("the offer was answered")]
    Answered,
    /// The file is not as it was handed in.
    #[error("the file is not as it was handed in")]
    Damaged,
    /// A case file is of a version that this program does not know.
    #[error("the case file is of an unknown version")]
    FileVersion {
        /// What it says.
        found: String,
        /// What is known.
        known: u32,
    },
    /// A file is no case file.
    #[error("this is no case file")]
    NoCaseFile {
        /// In which line.
        line: u64,
    },
    /// The case of a file is here already.
    #[error("the case is here already")]
    HereAlready {
        /// Its number here.
        number: String,
    },
    /// A row of a timeline cannot be read; then none is taken.
    #[error("a row of the timeline cannot be read")]
    TimelineRow {
        /// Which, below the headings.
        row: u64,
        /// The column.
        column: String,
    },
    /// A timeline lacks a column.
    #[error("the timeline lacks a column")]
    TimelineColumn {
        /// Which.
        column: String,
    },
    /// A file is too large to be one.
    #[error("the file is too large")]
    TooLarge {
        /// How large it may be.
        bytes_max: u64,
    },
    /// An answer is none of the form.
    #[error(transparent)]
    Answer(#[from] AnswerError),
    /// A result on the victim track is not taken.
    #[error(transparent)]
    Screening(#[from] ScreeningError),
    /// A step on the criminal track is not taken.
    #[error(transparent)]
    Procedure(#[from] ProcedureError),
    /// Somebody is to be released who is not presumed a victim.
    #[error("the person is not presumed a victim")]
    NothingToRelease,
}

impl CaseError {
    /// Whether it would be taken with a reason.
    #[must_use]
    pub fn needs_a_reason(&self) -> bool {
        matches!(
            self,
            Self::Task(TaskError::NeedsReason { .. })
                | Self::Screening(ScreeningError::NeedsReason { .. })
                | Self::Procedure(ProcedureError::NeedsReason { .. })
        )
    }

    /// The error in words.
    #[must_use]
    pub fn message(&self) -> Message {
        let new = Message::new;
        match self {
            Self::Several { number } => new("error-several-cases").with("number", number),
            Self::Seal(error) => error.message(),
            Self::NoTemplate { name, known } => {
                new("error-no-template").with("name", shortened(name)).with("known", known)
            }
            Self::NoForm { name, known } => {
                new("error-no-form").with("name", shortened(name)).with("known", known)
            }
            Self::File(fault) => new("error-rules-file")
                .with("file", &fault.file)
                .count("line", fault.line as u64)
                .with("what", &fault.what),
            Self::OtherVersion { name } => new("error-other-version").with("name", name),
            Self::Missing { field } => new("error-field-missing").with("field", *field),
            Self::Task(_) => new("error-task-reason"),
            Self::NoChange => new("error-no-change"),
            Self::Closed => new("error-case-closed"),
            Self::NotClosed => new("error-case-not-closed"),
            Self::Member { officer, is_in: true } => {
                new("error-member-in").with("officer", shortened(officer))
            }
            Self::Member { officer, is_in: false } => {
                new("error-member-out").with("officer", shortened(officer))
            }
            Self::LastMember => new("error-last-member"),
            Self::MayNotLetIn => new("error-may-not-let-in"),
            Self::NotHolder { officer } => new("error-not-holder").with("officer", officer),
            Self::Offered { officer } => new("error-offered").with("officer", officer),
            Self::Answered => new("error-answered"),
            Self::Damaged => new("error-evidence-damaged"),
            Self::FileVersion { found, known } => {
                new("error-case-file-version").with("found", shortened(found)).with("known", known)
            }
            Self::NoCaseFile { line } => new("error-no-case-file").count("line", *line),
            Self::HereAlready { number } => new("error-case-here").with("number", number),
            Self::TimelineRow { row, column } => {
                new("error-timeline-row").count("row", *row).with("column", column)
            }
            Self::TimelineColumn { column } => new("error-timeline-column").with("column", column),
            Self::TooLarge { bytes_max } => new("error-too-large").count("bytes", *bytes_max),
            Self::Answer(AnswerError::NoSuchQuestion { code }) => {
                new("error-no-question").with("code", shortened(code))
            }
            Self::Answer(_) => new("error-no-question").with("code", ""),
            Self::Screening(error) => screening_message(error),
            Self::Procedure(error) => procedure_message(error),
            Self::NothingToRelease => new("error-nothing-to-release"),
        }
    }
}

impl Hint for CaseError {
    fn hint(&self) -> Option<Message> {
        let key = match self {
            _ if self.needs_a_reason() => "hint-track-reason",
            Self::Screening(ScreeningError::Future { .. })
            | Self::Procedure(ProcedureError::Future { .. }) => "hint-future-day",
            Self::Several { .. } => "hint-several-cases",
            Self::Closed => "hint-case-closed",
            Self::OtherVersion { .. } => "hint-other-version",
            Self::FileVersion { .. } => "hint-case-file-version",
            Self::TimelineRow { .. } | Self::TimelineColumn { .. } => "hint-timeline",
            Self::NotHolder { .. } => "hint-not-holder",
            _ => return None,
        };
        Some(Message::new(key))
    }
}

impl From<CaseError> for NodeError {
    fn from(error: CaseError) -> Self {
        WrongUse::from(error).into()
    }
}

macro_rules! into_node_error {
    ($($error:ty),+) => {$(
        impl From<$error> for NodeError {
            fn from(error: $error) -> Self {
                CaseError::from(error).into()
            }
        }
    )+};
}
into_node_error!(FileFault, TaskError, AnswerError, ScreeningError, ProcedureError);

/// Why a result is not entered, in words.
fn screening_message(error: &ScreeningError) -> Message {
    match error {
        ScreeningError::Future { day } => Message::new("error-future-day").with("day", day),
        ScreeningError::NeedsReason { from, to, why } => {
            let key = match why {
                UnusualResult::Order => "error-result-order",
                UnusualResult::NotAsked => "error-result-not-asked",
                UnusualResult::Signs => "error-result-signs",
                UnusualResult::NoSigns => "error-result-no-signs",
                UnusualResult::Earlier => "error-result-earlier",
            };
            Message::new(key).with("from", from.code()).with("to", to.code())
        }
        _ => Message::new("error-unscreened"),
    }
}

/// Why a step is not entered, in words.
fn procedure_message(error: &ProcedureError) -> Message {
    match error {
        ProcedureError::Future { day } => Message::new("error-future-day").with("day", day),
        ProcedureError::NoAuthority => Message::new("error-step-authority"),
        ProcedureError::NeedsReason { from, to, why } => {
            let key = match why {
                UnusualProcedure::Order => "error-procedure-order",
                UnusualProcedure::Earlier => "error-procedure-earlier",
                UnusualProcedure::Victim => "error-procedure-victim",
            };
            let from = from.map_or("", |from| from.code());
            Message::new(key).with("from", from).with("to", to.code())
        }
        _ => Message::new("error-no-legal-basis"),
    }
}

/// What somebody sent, short enough to be shown.
fn shortened(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(ECHO_CHARS_MAX).collect()
}

const ECHO_CHARS_MAX: usize = 80;
