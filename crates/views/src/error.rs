//! Why views could not be read or folded.

/// Why views could not be read or folded. The cure is nearly always the same: delete and rebuild.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ViewsError {
    /// The file is of another version, or damaged: it must be rebuilt.
    #[error("the views are of another version or damaged")]
    Unusable,
    /// Another process folds.
    #[error("the views are in use by another process")]
    Busy,
    /// No space is left, or the folder cannot be written.
    #[error("the views cannot be written")]
    Unwritable(#[source] rusqlite::Error),
    /// The folder cannot be written, and cannot be read without what stands in the WAL.
    #[error(transparent)]
    Unfolded(#[from] liaison_journal::store::Unfolded),
    /// Any other failure of SQLite.
    #[error("the views failed")]
    Database(#[source] rusqlite::Error),
    /// More entities than an ordinal can number.
    #[error("more than 4,294,967,295 entities")]
    TooManyEntities,
}

impl From<rusqlite::Error> for ViewsError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match error.sqlite_error_code() {
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Busy,
            Some(Code::NotADatabase | Code::DatabaseCorrupt) => Self::Unusable,
            Some(Code::DiskFull | Code::ReadOnly | Code::CannotOpen) => Self::Unwritable(error),
            _ => Self::Database(error),
        }
    }
}
