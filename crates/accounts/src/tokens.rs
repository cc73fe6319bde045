//! Tokens: what a program shows instead of signing in.

use std::collections::BTreeSet;

use liaison_model::{Instant, Role};
use liaison_policy::TokenScope;
use zeroize::Zeroizing;

use crate::{AccountError, AccountName, Accounts, as_words, check_roles, secret, store};

/// What a program shows to be let in: `lia_` and 256 random bits as text. Shown once.
pub struct TokenSecret(Zeroizing<String>);

/// One token.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Token {
    /// Its name, under which its program stands in logs.
    pub name: AccountName,
    /// What the program may do at most.
    #[serde(serialize_with = "as_words")]
    pub roles: BTreeSet<Role>,
    /// What of that the token is for.
    #[serde(serialize_with = "as_words")]
    pub scopes: BTreeSet<TokenScope>,
    /// Who made it.
    pub by: String,
    /// When it was made.
    pub made: Instant,
    /// When it ends.
    pub expires: Instant,
    /// When it was last used, to the minute.
    pub used: Option<Instant>,
    /// Whether somebody revoked it.
    pub revoked: bool,
}

/// What a new token is made of.
pub struct NewToken {
    /// Its name; [`Accounts::free_token_name`] has one.
    pub name: AccountName,
    /// What the program may do at most; at least one.
    pub roles: BTreeSet<Role>,
    /// What of that the token is for; at least one.
    pub scopes: BTreeSet<TokenScope>,
    /// When it ends.
    pub expires: Instant,
    /// Who makes it.
    pub by: String,
}

impl TokenSecret {
    /// The secret as text, for the program alone.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Token {
    /// Whether it may be used.
    #[must_use]
    pub fn is_valid(&self, now: Instant) -> bool {
        !self.revoked && now < self.expires
    }
}

impl Accounts {
    /// Whether a token like this can be made: to be asked before it is recorded that it is.
    ///
    /// # Errors
    ///
    /// As [`Accounts::add_token`].
    pub fn check_new_token(&self, new: &NewToken, now: Instant) -> Result<(), AccountError> {
        check_roles(&new.roles)?;
        if new.scopes.is_empty() {
            return Err(AccountError::NoScope);
        }
        let last = now.plus_seconds(TOKEN_DAYS_MAX * 24 * 60 * 60);
        if new.expires <= now || last < new.expires {
            return Err(AccountError::Expiry);
        }
        match store::token_named(&self.db(), &new.name)? {
            Some(_) => Err(AccountError::Exists),
            None => Ok(()),
        }
    }

    /// Makes a token.
    ///
    /// # Errors
    ///
    /// [`AccountError::NoRole`], [`AccountError::NoScope`], [`AccountError::Expiry`], or
    /// [`AccountError::Exists`] when the name was ever given to a token.
    pub fn add_token(
        &self,
        new: NewToken,
        now: Instant,
    ) -> Result<(TokenSecret, Token), AccountError> {
        self.check_new_token(&new, now)?;
        let text = secret::generate(&mut *self.random());
        let token = Token {
            name: new.name,
            roles: new.roles,
            scopes: new.scopes,
            by: new.by,
            made: now,
            expires: new.expires,
            used: None,
            revoked: false,
        };
        store::insert_token(&self.db(), &secret::hash(&text), &token)?;
        Ok((TokenSecret(Zeroizing::new(format!("{TOKEN_PREFIX}{}", *text))), token))
    }

    /// A name that no token has had.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    pub fn free_token_name(&self) -> Result<AccountName, AccountError> {
        store::next_token_name(&self.db())
    }

    /// Every token, also those that have ended.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    pub fn tokens(&self) -> Result<Vec<Token>, AccountError> {
        store::tokens(&self.db())
    }

    /// The token that a program shows; `None` when there is none, it has ended, or it was revoked.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    pub fn token(&self, shown: &str, now: Instant) -> Result<Option<Token>, AccountError> {
        let Some(text) = shown.strip_prefix(TOKEN_PREFIX).filter(|text| secret::is_secret(text))
        else {
            return Ok(None);
        };
        let db = self.db();
        let found = store::token(&db, &secret::hash(text))?;
        let Some(mut token) = found.filter(|token| token.is_valid(now)) else { return Ok(None) };
        let is_due = token.used.is_none_or(|used| used.plus_seconds(USED_SECONDS) <= now);
        if is_due && self.sealing.is_some() {
            store::use_token(&db, &token.name, now)?;
            token.used = Some(now);
        }
        Ok(Some(token))
    }

    /// Revokes a token.
    ///
    /// # Errors
    ///
    /// [`AccountError::Unknown`] when there is none of this name.
    pub fn revoke_token(&self, name: &AccountName) -> Result<(), AccountError> {
        store::revoke_token(&self.db(), name)
    }
}

/// The longest life of a token.
pub const TOKEN_DAYS_MAX: i64 = 366;
/// By which tokens are found where they should not be.
const TOKEN_PREFIX: &str = "lia_";
/// How exactly its last use is kept: not every request writes.
const USED_SECONDS: i64 = 60;
