//! Why a node could not do what was asked.

use std::io::ErrorKind;
use std::path::PathBuf;

use liaison_accounts::AccountError;
use liaison_exhibits::ExhibitError;
use liaison_formats::ReadError;
use liaison_journal::JournalError;
use liaison_journal::keys::KeyError;
use liaison_ledger::LedgerError;
use liaison_model::Hint;
use liaison_model::messages::Message;
use liaison_policy::Refusal;
use liaison_search::SearchError;
use liaison_views::ViewsError;

use crate::wrong_use::WrongUse;

/// Why a node could not do what was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum NodeError {
    /// Policy says no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The folder holds no node.
    #[error("there is no node in this folder")]
    NoNode {
        /// Which folder.
        folder: PathBuf,
    },
    /// The folder holds a node already.
    #[error("there is a node in this folder already")]
    NodeExists {
        /// Which folder.
        folder: PathBuf,
    },
    /// The folder was made by a newer version.
    #[error("the node has format {found}; this version reads up to {supported}")]
    Newer {
        /// Format of the folder.
        found: u32,
        /// Newest format that this version reads.
        supported: u32,
    },
    /// A file of the folder could not be read or written.
    #[error("a file of the node could not be read or written")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A file holds something else than it should.
    #[error("a file of the node is damaged")]
    Damaged {
        /// Which.
        path: PathBuf,
    },
    /// The key file may be read by others.
    #[error("the key file may be read by others")]
    KeyFileOpen {
        /// Which.
        path: PathBuf,
    },
    /// No passphrase was given.
    #[error("no passphrase was given")]
    NoPassphrase,
    /// The journal lies in PostgreSQL, and nobody said where.
    #[error("the journal lies in a PostgreSQL database, and DATABASE_URL is not set")]
    NoDatabaseUrl,
    /// The words of an agency or country do not make an agency id.
    #[error("these words do not make an agency id")]
    AgencyId,
    /// No entity, statement, commit or figure of this name is visible to the reader.
    #[error("nothing of this name is visible")]
    NotFound,
    /// A text to search for has neither words nor numbers.
    #[error("the text has neither words nor numbers")]
    NothingToLookFor,
    /// It cannot be done as it was asked.
    #[error(transparent)]
    WrongUse(#[from] WrongUse),
    /// The views did not catch up in time.
    #[error("the views did not catch up in time")]
    Behind,
    /// Bytes that an erasure removed may still be in some file.
    #[error("removed bytes may still be in a file of the node")]
    Unscrubbed,
    /// No importer knows the file.
    #[error("no importer knows this file")]
    UnknownFormat {
        /// Its name.
        file: String,
    },
    /// An option does not fit the file.
    #[error("an option does not fit")]
    Option {
        /// What is wrong.
        what: Message,
    },
    /// Reading failed.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The journal failed.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// The views failed.
    #[error(transparent)]
    Views(#[from] ViewsError),
    /// The index failed.
    #[error(transparent)]
    Search(#[from] SearchError),
    /// The exhibits failed.
    #[error(transparent)]
    Exhibits(#[from] ExhibitError),
    /// The ledger failed.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// Accounts, sessions or tokens failed.
    #[error(transparent)]
    Accounts(#[from] AccountError),
    /// A reset has no second person who may confirm it.
    #[error("a reset needs a second person")]
    SecondPerson,
    /// Codes are shown in demonstrations only.
    #[error("this node is no demonstration")]
    NotADemonstration,
    /// What a peer sent does not verify.
    #[error("what the peer sent does not verify")]
    Peer(#[from] liaison_exchange::PeerFault),
    /// A card or an agreement is not good.
    #[error("the card or agreement is not good")]
    Exchange(#[from] liaison_exchange::ExchangeError),
}

impl NodeError {
    /// The error in words.
    #[must_use]
    pub fn message(&self) -> Message {
        let path = |path: &PathBuf| path.display().to_string();
        match self {
            Self::Refused(refusal) => refusal.message(),
            Self::NoNode { folder } => Message::new("error-no-node").with("folder", path(folder)),
            Self::NodeExists { folder } => {
                Message::new("error-node-exists").with("folder", path(folder))
            }
            Self::Newer { found, supported } => {
                Message::new("error-node-newer").with("found", found).with("supported", supported)
            }
            Self::File { path: at, source } => match source.kind() {
                ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
                    Message::new("error-file-full").with("path", path(at))
                }
                ErrorKind::ReadOnlyFilesystem => {
                    Message::new("error-file-read-only").with("path", path(at))
                }
                _ => Message::new("error-file").with("path", path(at)).with("reason", source),
            },
            Self::Damaged { path: at } => Message::new("error-damaged").with("path", path(at)),
            Self::KeyFileOpen { path: at } => {
                Message::new("error-key-file-open").with("path", path(at))
            }
            Self::NoPassphrase => Message::new("error-no-passphrase"),
            Self::NoDatabaseUrl => Message::new("error-no-database-url"),
            Self::AgencyId => Message::new("error-agency-id"),
            Self::NotFound => Message::new("error-not-found"),
            Self::NothingToLookFor => Message::new("error-nothing-to-look-for"),
            Self::WrongUse(wrong) => wrong.message(),
            Self::Behind => Message::new("error-behind"),
            Self::Unscrubbed => Message::new("error-unscrubbed"),
            Self::UnknownFormat { file } => Message::new("error-unknown-format").with("file", file),
            Self::Option { what } => what.clone(),
            Self::Read(ReadError::Ledger(error)) => error.message(),
            Self::Ledger(error) => Message::new("error-ledger").with("reason", error),
            Self::Read(error) => Message::new("error-read").with("reason", error),
            Self::Journal(JournalError::Key(KeyError::Passphrase)) => {
                Message::new("error-wrong-passphrase")
            }
            Self::Journal(error) => Message::new("error-journal").with("reason", error),
            Self::Views(ViewsError::Busy) => Message::new("error-folder-busy"),
            Self::Views(error) => Message::new("error-views").with("reason", error),
            Self::Search(error) => Message::new("error-search").with("reason", error),
            Self::Exhibits(error) => Message::new("error-exhibits").with("reason", error),
            Self::Accounts(error) => error.message(),
            Self::SecondPerson => Message::new("account-error-second-person"),
            Self::NotADemonstration => Message::new("account-error-demonstration"),
            Self::Peer(fault) => Message::new("error-peer").with("reason", fault),
            Self::Exchange(error) => Message::new("error-exchange").with("reason", error),
        }
    }

    /// Where and why a file could not be used.
    pub fn file(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }

    /// A file of the node's folder could not be read or written.
    #[must_use]
    pub fn from_file(path: &std::path::Path, source: std::io::Error) -> Self {
        Self::file(path)(source)
    }
}

impl Hint for NodeError {
    fn hint(&self) -> Option<Message> {
        let key = match self {
            Self::Refused(
                Refusal::UncoverPurpose | Refusal::Purpose { .. } | Refusal::UncoverRole,
            ) => "hint-reveal",
            Self::NoNode { .. } => "hint-no-node",
            Self::NodeExists { .. } => "hint-node-exists",
            Self::Newer { .. } => "hint-journal-newer",
            Self::File { source, .. } => match source.kind() {
                ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "hint-disk-full",
                ErrorKind::ReadOnlyFilesystem => "hint-read-only-disk",
                ErrorKind::PermissionDenied => "hint-journal-read-only",
                _ => return None,
            },
            Self::KeyFileOpen { .. } => "hint-key-file-open",
            Self::NoPassphrase => "hint-no-passphrase",
            Self::NoDatabaseUrl => "hint-database-unreachable",
            Self::AgencyId => "hint-agency-id",
            Self::NothingToLookFor => "hint-nothing-to-look-for",
            Self::Behind => "hint-behind",
            Self::Exchange(_) => "hint-exchange",
            Self::Unscrubbed => "hint-unscrubbed",
            Self::UnknownFormat { .. } => "hint-unknown-format",
            Self::WrongUse(wrong) => return wrong.hint(),
            Self::Read(ReadError::Ledger(_)) => "hint-ledger-mapping",
            Self::Read(error) => return error.hint(),
            Self::Ledger(LedgerError::Missing { .. } | LedgerError::Damaged) => "hint-ledger-gone",
            Self::Journal(error) => return error.hint(),
            Self::Views(ViewsError::Unfolded(_)) => "hint-copy-folder",
            Self::Views(ViewsError::Busy) => "hint-folder-busy",
            Self::Exhibits(ExhibitError::Address) => "hint-exhibits-address",
            Self::Exhibits(ExhibitError::Credentials | ExhibitError::Refused) => {
                "hint-exhibits-credentials"
            }
            Self::Exhibits(ExhibitError::Bucket) => "hint-exhibits-bucket",
            Self::Exhibits(ExhibitError::Store(_)) => "hint-exhibits-store",
            Self::Accounts(error) => return error.hint(),
            Self::SecondPerson => "account-hint-second-person",
            Self::NotADemonstration => "account-hint-demonstration",
            Self::Search(SearchError::TooLong { .. }) => "hint-search-too-long",
            Self::Views(_) | Self::Search(_) => "hint-rebuild",
            _ => return None,
        };
        Some(Message::new(key))
    }
}
