//! What cannot be done with money as it was asked.

use liaison_casework::{FreezeError, FreezeStatus};
use liaison_formats::AskedError;
use liaison_model::Hint;
use liaison_model::messages::Message;

/// Why money is not followed or asked for as somebody wants it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MoneyError {
    /// The ledger has no table.
    #[error("the ledger is empty")]
    EmptyLedger,
    /// There is no such rule or order.
    #[error("there is no such rule")]
    NoRule {
        /// What was written.
        text: String,
    },
    /// A sum is none.
    #[error("this is no sum")]
    NoSum {
        /// What was written.
        text: String,
    },
    /// The question does not fit the ledger.
    #[error(transparent)]
    Asked(#[from] AskedError),
    /// A rule keeps too many parts of money apart.
    #[error("the trace is too large")]
    TooLarge,
    /// Somebody stopped it.
    #[error("it was stopped")]
    Stopped,
    /// Tables that were asked when the trace was kept are gone.
    #[error("tables of the trace are gone")]
    TablesGone,
    /// Nothing that was asked about is in any account any more.
    #[error("nothing is held")]
    NothingHeld,
    /// A plan would have too many requests.
    #[error("more than {most} requests")]
    TooManyRequests {
        /// How many there may be.
        most: usize,
    },
    /// There is no such status.
    #[error("there is no such status")]
    NoStatus {
        /// What was written.
        text: String,
    },
    /// A word on a request is not taken.
    #[error(transparent)]
    Freeze(FreezeError),
    /// A sum is of one request.
    #[error("a sum is of one request")]
    OneSum,
    /// A table of outcomes has not the columns account and outcome.
    #[error("the table has not the columns account and outcome")]
    OutcomeColumns,
    /// A row names no request of the plan.
    #[error("the row names no request of the plan")]
    NoRequest,
    /// What was kept cannot be read any more.
    #[error("the kept trace cannot be read")]
    Unreadable,
}

impl MoneyError {
    /// The error in words.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::EmptyLedger => Message::new("ledger-empty"),
            Self::NoRule { text } => Message::new("money-no-rule").with("text", text),
            Self::NoSum { text } => Message::new("money-no-sum").with("text", text),
            Self::Asked(error) => error.message(),
            Self::TooLarge => Message::new("money-too-large"),
            Self::Stopped => Message::new("money-stopped"),
            Self::TablesGone => Message::new("money-tables-gone"),
            Self::NothingHeld => Message::new("money-plan-nothing-held"),
            Self::TooManyRequests { most } => {
                Message::new("money-too-many-requests").count("most", *most as u64)
            }
            Self::NoStatus { text } => {
                let known = FreezeStatus::ALL.map(FreezeStatus::code).join(", ");
                Message::new("money-no-status").with("text", text).with("known", known)
            }
            Self::Freeze(error) => Message::new(match error {
                FreezeError::NeedsAmount => "money-freeze-needs-amount",
                FreezeError::NoAmount => "money-freeze-no-amount",
                _ => "money-freeze-needs-reason",
            }),
            Self::OneSum => Message::new("money-one-sum"),
            Self::OutcomeColumns => Message::new("money-outcome-columns"),
            Self::NoRequest => Message::new("money-no-request"),
            Self::Unreadable => Message::new("money-unreadable"),
        }
    }
}

impl Hint for MoneyError {
    fn hint(&self) -> Option<Message> {
        match self {
            Self::TooLarge => Some(Message::new("money-hint-too-large")),
            Self::TablesGone => Some(Message::new("money-hint-tables-gone")),
            _ => None,
        }
    }
}
