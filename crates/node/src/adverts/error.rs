//! What cannot be done with adverts as it was asked.

use liaison_casework::{Takedown, TakedownError};
use liaison_model::Hint;
use liaison_model::messages::Message;

use crate::{NodeError, WrongUse};

/// Why something is not taken in, or said of an advert, as somebody wants it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AdvertError {
    /// There are no words.
    #[error("there are no words")]
    Empty,
    /// There are more words than are read.
    #[error("more than {most} characters")]
    TooLong {
        /// So many are.
        most: usize,
    },
    /// It was delisted, and is not taken in again.
    #[error("this advert was delisted")]
    Delisted,
    /// There is no such word.
    #[error("there is no such word")]
    NoWord {
        /// What was written.
        text: String,
    },
    /// A word on a removal is not taken.
    #[error(transparent)]
    Word(#[from] TakedownError),
    /// No platform is named, so that nobody could be asked.
    #[error("no platform is named")]
    NoPlatform,
    /// Nothing waits for this platform.
    #[error("nothing waits for this platform")]
    NothingWaits {
        /// Which.
        platform: String,
    },
    /// A file of a platform's form cannot be read.
    #[error("the form of this platform cannot be read")]
    Form {
        /// Which file.
        file: String,
    },
    /// A table has no column that is needed.
    #[error("a column is missing")]
    NoColumn {
        /// Which.
        column: String,
    },
    /// A row of a platform's answer names no advert that it was asked about, or names it again.
    #[error("no such advert waits")]
    NotInBatch,
    /// The model in the node's folder is none.
    #[error("the model of the node is broken")]
    BrokenModel,
    /// The lexicon of this program is broken.
    #[error("the lexicon of this program is broken")]
    BrokenLexicon,
    /// There are too few decisions to learn from.
    #[error("too few decisions")]
    TooFew {
        /// Decided to be adverts.
        adverts: usize,
        /// Decided to be something else.
        others: usize,
        /// How many of each are needed.
        required: usize,
    },
}

impl AdvertError {
    /// The error in words.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => Message::new("advert-empty"),
            Self::TooLong { most } => Message::new("advert-too-long").count("most", *most as u64),
            Self::Delisted => Message::new("advert-delisted"),
            Self::NoWord { text } => {
                let known = Takedown::ALL.map(Takedown::code).join(", ");
                Message::new("advert-no-word").with("text", text).with("known", known)
            }
            Self::Word(TakedownError::Order { from, to }) => Message::new("advert-order")
                .with("from", from.map_or("none", Takedown::code))
                .with("to", to.code()),
            Self::Word(_) => Message::new("advert-needs-reason"),
            Self::NoPlatform => Message::new("advert-no-platform"),
            Self::NothingWaits { platform } => {
                Message::new("advert-nothing-waits").with("platform", platform)
            }
            Self::Form { file } => Message::new("advert-form").with("file", file),
            Self::NoColumn { column } => Message::new("advert-column").with("column", column),
            Self::NotInBatch => Message::new("advert-not-in-batch"),
            Self::BrokenModel => Message::new("advert-model-changed"),
            Self::BrokenLexicon => Message::new("advert-lexicon-broken"),
            Self::TooFew { adverts, others, required } => Message::new("advert-too-few")
                .count("adverts", *adverts as u64)
                .count("others", *others as u64)
                .count("required", *required as u64),
        }
    }
}

impl Hint for AdvertError {
    fn hint(&self) -> Option<Message> {
        match self {
            Self::NoPlatform => Some(Message::new("advert-hint-platform")),
            Self::NothingWaits { .. } => Some(Message::new("advert-hint-mark")),
            _ => None,
        }
    }
}

impl From<AdvertError> for NodeError {
    fn from(error: AdvertError) -> Self {
        WrongUse::from(error).into()
    }
}
