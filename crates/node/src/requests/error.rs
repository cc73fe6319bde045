//! What cannot be done with a request as it was asked.

use liaison_casework::{RequestKind, RequestWordError, Urgency};
use liaison_model::messages::Message;
use liaison_model::{Hint, Purpose};

use crate::{NodeError, WrongUse};

/// Why something is not asked, or said about a request, as somebody wants it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RequestError {
    /// There is no such kind of request.
    #[error("there is no such kind")]
    NoKind {
        /// What was written.
        text: String,
    },
    /// There is no such urgency.
    #[error("there is no such urgency")]
    NoUrgency {
        /// What was written.
        text: String,
    },
    /// There is no such purpose.
    #[error("there is no such purpose")]
    NoPurpose {
        /// What was written.
        text: String,
    },
    /// A moment is none, or has passed.
    #[error("this moment is none that lies ahead")]
    NoMoment {
        /// What was written.
        text: String,
    },
    /// Nothing is asked.
    #[error("nothing is asked")]
    NoQuestion,
    /// Too much is asked at once.
    #[error("more than {most} of one kind")]
    TooMany {
        /// How many there may be.
        most: usize,
    },
    /// A word is not taken.
    #[error(transparent)]
    Word(#[from] RequestWordError),
    /// Who drafted a request does not approve it under this agreement.
    #[error("somebody else has to approve")]
    SecondPerson {
        /// Who drafted it.
        officer: String,
    },
    /// Several requests have this number.
    #[error("several requests have this number")]
    Several {
        /// Which.
        number: String,
    },
}

impl RequestError {
    /// The error in words.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NoKind { text } => {
                let known = RequestKind::ALL.map(RequestKind::code).join(", ");
                Message::new("liaise-no-kind").with("text", text).with("known", known)
            }
            Self::NoUrgency { text } => {
                let known = Urgency::ALL.map(Urgency::code).join(", ");
                Message::new("liaise-no-urgency").with("text", text).with("known", known)
            }
            Self::NoPurpose { text } => {
                let known = Purpose::names().collect::<Vec<_>>().join(", ");
                Message::new("liaise-no-purpose").with("text", text).with("known", known)
            }
            Self::NoMoment { text } => Message::new("liaise-no-moment").with("text", text),
            Self::NoQuestion => Message::new("liaise-no-question"),
            Self::TooMany { most } => Message::new("liaise-too-many").count("most", *most as u64),
            Self::Word(error) => word_message(*error),
            Self::SecondPerson { officer } => {
                Message::new("liaise-second-person").with("officer", officer)
            }
            Self::Several { number } => Message::new("liaise-several").with("number", number),
        }
    }
}

impl Hint for RequestError {
    fn hint(&self) -> Option<Message> {
        match self {
            Self::NoMoment { .. } => Some(Message::new("liaise-hint-moment")),
            Self::Several { number } => {
                Some(Message::new("liaise-hint-several").with("number", number))
            }
            Self::Word(RequestWordError::Order { .. }) => Some(Message::new("liaise-hint-order")),
            _ => None,
        }
    }
}

impl From<RequestError> for NodeError {
    fn from(error: RequestError) -> Self {
        WrongUse::from(error).into()
    }
}

fn word_message(error: RequestWordError) -> Message {
    use liaison_casework::State as _;
    match error {
        RequestWordError::Order { from, to } => {
            Message::new("liaise-order").with("from", from.code()).with("to", to.code())
        }
        RequestWordError::Side { state } => Message::new("liaise-side").with("state", state.code()),
        RequestWordError::NeedsText => Message::new("liaise-needs-text"),
        RequestWordError::NeedsLegalBasis => Message::new("liaise-needs-legal-basis"),
        RequestWordError::NotLate => Message::new("liaise-not-late"),
        _ => Message::new("liaise-needs-text"),
    }
}
