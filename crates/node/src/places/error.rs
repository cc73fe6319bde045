//! What cannot be said of a place as it was asked.

use liaison_casework::{UnusualWord, WordError};
use liaison_model::Hint;
use liaison_model::messages::Message;

use crate::{NodeError, WrongUse};

/// Why something about a place, an operation or a manifest is not taken as it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PlaceError {
    /// Several places are called so.
    #[error("several places are called so")]
    Several {
        /// Their ids.
        ids: String,
    },
    /// A compound of this name and country is in the register.
    #[error("a compound of this name is in the register")]
    Known {
        /// Its id.
        id: String,
    },
    /// Latitude and longitude belong together, with how far off they may be.
    #[error("coordinates are whole, on earth, and as exact as they say")]
    Coordinates,
    /// Neither a record, nor a name, nor a phone is tied.
    #[error("nothing is tied")]
    NothingTied,
    /// A place lies in another country than the one that is named.
    #[error("the place lies in another country")]
    OtherCountry {
        /// Its id.
        place: String,
    },
    /// Something would end before it began.
    #[error("it would end before it began")]
    EndsFirst,
    /// A state is not taken.
    #[error(transparent)]
    Word(#[from] WordError),
}

impl PlaceError {
    /// Whether it would be taken with a reason.
    #[must_use]
    pub fn needs_a_reason(&self) -> bool {
        matches!(self, Self::Word(WordError::NeedsReason { .. }))
    }

    /// The error in words.
    #[must_use]
    pub fn message(&self) -> Message {
        let new = Message::new;
        match self {
            Self::Several { ids } => new("error-several-places").with("ids", ids),
            Self::Known { id } => new("error-compound-known").with("id", id),
            Self::Coordinates => new("error-coordinates"),
            Self::NothingTied => new("error-nothing-tied"),
            Self::OtherCountry { place } => new("error-place-country").with("place", place),
            Self::EndsFirst => new("error-ends-first"),
            Self::Word(WordError::Future { day }) => new("error-future-day").with("day", day),
            Self::Word(WordError::NeedsReason { from, to, why }) => {
                let key = match why {
                    UnusualWord::Order => "error-state-order",
                    UnusualWord::Earlier => "error-state-earlier",
                };
                new(key).with("from", *from).with("to", *to)
            }
            Self::Word(_) => new("error-said-already"),
        }
    }
}

impl Hint for PlaceError {
    fn hint(&self) -> Option<Message> {
        let key = match self {
            _ if self.needs_a_reason() => "hint-track-reason",
            Self::Several { .. } => "hint-several-places",
            Self::Known { .. } => "hint-compound-known",
            Self::Coordinates => "hint-coordinates",
            Self::Word(WordError::Future { .. }) => "hint-future-day",
            _ => return None,
        };
        Some(Message::new(key))
    }
}

impl From<PlaceError> for NodeError {
    fn from(error: PlaceError) -> Self {
        WrongUse::from(error).into()
    }
}

impl From<WordError> for NodeError {
    fn from(error: WordError) -> Self {
        PlaceError::from(error).into()
    }
}
