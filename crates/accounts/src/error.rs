//! Why something about accounts could not be done.

use liaison_model::Hint;
use liaison_model::messages::Message;

use crate::password::PASSWORD_CHARS_MIN;
use crate::tokens::TOKEN_DAYS_MAX;

/// Why something about accounts could not be done.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AccountError {
    /// A text is not the name of an account.
    #[error("this is not the name of an account")]
    Name,
    /// A text is not the name of a unit.
    #[error("this is not the name of a unit")]
    Unit,
    /// There is an account or token of this name already.
    #[error("the name is taken")]
    Exists,
    /// There is no account or token of this name.
    #[error("there is no account or token of this name")]
    Unknown,
    /// The account may not be used.
    #[error("the account is disabled")]
    Disabled,
    /// A word is no role.
    #[error("there is no such role")]
    Role {
        /// The word.
        word: String,
    },
    /// A word is no scope.
    #[error("there is no such scope")]
    Scope {
        /// The word.
        word: String,
    },
    /// An account needs a role.
    #[error("no role is given")]
    NoRole,
    /// A chosen password is too short or too long.
    #[error("the password is too short or too long")]
    PasswordLength,
    /// A new password is the present one.
    #[error("the new password is the present one")]
    SamePassword,
    /// A token needs an end, and not a far one.
    #[error("a token ends within {TOKEN_DAYS_MAX} days")]
    Expiry,
    /// A token needs a scope.
    #[error("no scope is given")]
    NoScope,
    /// A code is wrong, too old, or was taken before.
    #[error("the code is not taken")]
    Code,
    /// Too many attempts.
    #[error("too many attempts; the next is checked in {seconds} s")]
    Held {
        /// Seconds until the next attempt is checked.
        seconds: u64,
    },
    /// The node was opened without its key.
    #[error("accounts need the node key")]
    NoKey,
    /// A sealed second factor does not open.
    #[error("a second factor does not open with this node's key")]
    Seal,
    /// A password could not be hashed.
    #[error("a password could not be hashed")]
    Hash,
    /// An authenticator cannot call the node so.
    #[error("an authenticator cannot take the name of this node")]
    Issuer,
    /// The file was made by a newer version.
    #[error("the accounts have format {found}; this version reads up to {supported}")]
    Newer {
        /// Format of the file.
        found: u32,
        /// Newest format that this version reads.
        supported: u32,
    },
    /// The file is not one of accounts, or is damaged.
    #[error("the file of accounts is damaged")]
    Damaged,
    /// The file cannot be read or written.
    #[error("the file of accounts cannot be used: {0}")]
    File(#[from] std::io::Error),
    /// SQLite failed.
    #[error("the file of accounts cannot be used: {0}")]
    Sqlite(#[from] rusqlite::Error),
}

impl AccountError {
    /// The error in words.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Name => Message::new("account-error-name"),
            Self::Unit => Message::new("account-error-unit"),
            Self::Exists => Message::new("account-error-exists"),
            Self::Unknown => Message::new("account-error-unknown"),
            Self::Disabled => Message::new("account-error-disabled"),
            Self::Role { word } => Message::new("account-error-role").with("word", word),
            Self::Scope { word } => Message::new("account-error-scope").with("word", word),
            Self::NoRole => Message::new("account-error-no-role"),
            Self::PasswordLength => Message::new("account-error-password-length")
                .count("characters", PASSWORD_CHARS_MIN as u64),
            Self::SamePassword => Message::new("account-error-same-password"),
            Self::Expiry => {
                Message::new("account-error-expiry").count("days", TOKEN_DAYS_MAX.unsigned_abs())
            }
            Self::NoScope => Message::new("account-error-no-scope"),
            Self::Code => Message::new("account-error-code"),
            Self::Held { seconds } => Message::new("account-error-held").count("seconds", *seconds),
            Self::NoKey => Message::new("account-error-no-key"),
            Self::Seal => Message::new("account-error-seal"),
            Self::Issuer => Message::new("account-error-issuer"),
            Self::Newer { found, supported } => {
                Message::new("error-node-newer").with("found", found).with("supported", supported)
            }
            Self::Hash | Self::Damaged | Self::File(_) | Self::Sqlite(_) => {
                Message::new("account-error-file").with("reason", self)
            }
        }
    }
}

impl Hint for AccountError {
    fn hint(&self) -> Option<Message> {
        let key = match self {
            Self::Name => "account-hint-name",
            Self::Unknown => "account-hint-unknown",
            Self::Disabled => "account-hint-disabled",
            Self::NoRole | Self::Role { .. } => "account-hint-role",
            Self::PasswordLength => "account-hint-password",
            Self::NoScope | Self::Scope { .. } => "account-hint-scope",
            Self::Code => "account-hint-code",
            Self::NoKey => "hint-no-key",
            Self::Seal => "account-hint-seal",
            Self::Newer { .. } => "hint-journal-newer",
            Self::Damaged => "account-hint-damaged",
            _ => return None,
        };
        Some(Message::new(key))
    }
}
