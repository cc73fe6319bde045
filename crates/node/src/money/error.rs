//! What cannot be done with money as it was asked.

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
