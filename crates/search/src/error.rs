//! Why the index could not do what was asked.

use tantivy::TantivyError;
use tantivy::directory::error::OpenReadError;

/// Why a search, or a change of the index, failed. No variant holds indexed or typed text.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SearchError {
    /// The folder holds no index that this release can read: delete it and rebuild.
    #[error("the search index must be rebuilt: {0}")]
    Unusable(Unfit),
    /// Another process owns the writer.
    #[error("another process is writing to the search index")]
    Busy,
    /// The index was opened for reading only.
    #[error("the search index was opened for reading only")]
    ReadOnly,
    /// A query that no officer types.
    #[error("a search may have at most {chars_max} characters and {terms_max} terms")]
    TooLong {
        /// Most characters.
        chars_max: usize,
        /// Most terms.
        terms_max: usize,
    },
    /// A purge was asked for while changes wait for a commit.
    #[error("changes to the search index wait for a commit; commit before a purge")]
    Uncommitted,
    /// A purge could not remove files.
    #[error("{files} files of the search index could not be removed")]
    Leftover {
        /// How many.
        files: usize,
    },
    /// The disk or the engine failed; trying again may help.
    #[error("the search index could not be read or written")]
    Engine(#[source] TantivyError),
}

/// What is wrong with an index that must be rebuilt.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Unfit {
    /// There is none.
    #[error("there is no index in the folder")]
    Missing,
    /// Made by another release.
    #[error("the index has another format")]
    Format,
    /// Files whose checksum does not hold, or that are gone.
    #[error("{files} files are damaged or missing")]
    Damaged {
        /// How many.
        files: usize,
    },
    /// The engine refuses the files.
    #[error("its files cannot be read")]
    Engine(#[source] TantivyError),
}

impl From<TantivyError> for SearchError {
    /// Sorts the engine's errors into those that a rebuild heals and those that it does not.
    fn from(error: TantivyError) -> Self {
        use std::io::ErrorKind::{InvalidData, UnexpectedEof};
        let heals = match &error {
            TantivyError::LockFailure(..) => return Self::Busy,
            TantivyError::DataCorruption(_)
            | TantivyError::SchemaError(_)
            | TantivyError::FieldNotFound(_)
            | TantivyError::IncompatibleIndex(_)
            | TantivyError::MissingPlugin(_)
            | TantivyError::DeserializeError(_)
            | TantivyError::OpenReadError(
                OpenReadError::FileDoesNotExist(_) | OpenReadError::IncompatibleIndex(_),
            ) => true,
            TantivyError::OpenReadError(OpenReadError::IoError { io_error, .. })
            | TantivyError::IoError(io_error) => {
                matches!(io_error.kind(), InvalidData | UnexpectedEof)
            }
            _ => false,
        };
        if heals { Self::Unusable(Unfit::Engine(error)) } else { Self::Engine(error) }
    }
}
