//! Why the journal could not do what was asked.

use liaison_model::messages::Message;
use liaison_model::{CommitNumber, Hint};

use crate::keys::KeyError;

/// Why the journal could not do what was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum JournalError {
    /// Another process holds what is needed.
    #[error("the journal is in use by another process")]
    Busy,
    /// The folder or database cannot be written.
    #[error("the journal cannot be written: it is read-only")]
    ReadOnly,
    /// The folder cannot be written, and cannot be read without what stands in the WAL.
    #[error(transparent)]
    Unfolded(#[from] crate::store::Unfolded),
    /// No space is left.
    #[error("the disk is full")]
    Full,
    /// The database was made by a newer version.
    #[error("the journal has format {found}; this version reads up to {supported}")]
    Newer {
        /// Format of the database.
        found: u32,
        /// Newest format that this version reads.
        supported: u32,
    },
    /// The database holds something else, or is damaged.
    #[error("this is not a journal, or it is damaged")]
    Damaged,
    /// Something is there already where a journal was to be made.
    #[error("there is a file or a journal of that name already")]
    Exists,
    /// There is no journal yet.
    #[error("there is no journal here yet")]
    Missing,
    /// The database cannot be reached.
    #[error("the database cannot be reached")]
    Unreachable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Any other failure of the database.
    #[error("the database failed")]
    Database(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// This node was opened without its key.
    #[error("the node key is needed to write, and was not opened")]
    NoKey,
    /// The key does not sign for this journal.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// A commit holds something that does not verify.
    #[error("commit {commit} does not verify")]
    Unsound {
        /// Which one.
        commit: CommitNumber,
    },
    /// No statement or commit of that name.
    #[error("no such statement or commit")]
    Unknown,
    /// A statement of that id is in the journal already.
    #[error("a statement of that id is in the journal already")]
    IdTaken,
    /// A statement that acts on others comes in by no file, and cannot lose its bytes: they are the
    /// ground on which what it acted on is hidden or gone.
    #[error("a statement that acts on others can be neither imported nor erased")]
    IsAnAct,
    /// What was to be said was erased by law.
    #[error("this was erased by law and does not come back")]
    ErasedByLaw,
    /// The statement's bytes are gone.
    #[error("the statement was erased")]
    Erased,
    /// The one who feeds an import stopped it.
    #[error("the import was stopped; nothing of it was kept")]
    Stopped,
    /// More than fits.
    #[error("more than {limit} {unit}")]
    TooMuch {
        /// The limit.
        limit: u64,
        /// Of what.
        unit: &'static str,
    },
}

impl Hint for JournalError {
    fn hint(&self) -> Option<Message> {
        let key = match self {
            Self::Busy => "hint-journal-busy",
            Self::ReadOnly => "hint-journal-read-only",
            Self::Unfolded(_) => "hint-copy-folder",
            Self::Full => "hint-disk-full",
            Self::Newer { .. } => "hint-journal-newer",
            Self::Damaged | Self::Unsound { .. } => "hint-journal-damaged",
            Self::Missing => "hint-journal-missing",
            Self::Exists => "hint-journal-exists",
            Self::Unreachable(_) => "hint-database-unreachable",
            Self::NoKey => "hint-no-key",
            Self::ErasedByLaw => "hint-erased-by-law",
            Self::Key(KeyError::Passphrase) => "hint-passphrase",
            Self::Key(KeyError::NotNow { .. }) => "hint-certificate-not-now",
            _ => return None,
        };
        Some(Message::new(key))
    }
}
