//! Sessions: what a browser holds after its officer signed in.

use liaison_model::Instant;
use zeroize::Zeroizing;

use crate::{Account, AccountError, AccountName, Accounts, secret, store};

/// What a browser shows to be let in: 256 random bits as text.
pub struct SessionSecret(Zeroizing<String>);

/// One session.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Session {
    /// Its number, which opens nothing.
    pub number: i64,
    /// Whose it is.
    pub account: AccountName,
    /// When it began.
    pub begun: Instant,
    /// When it was last used, to the minute.
    pub used: Instant,
    /// From which address it began.
    pub address: String,
}

impl SessionSecret {
    /// The secret as text, for the browser alone.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Session {
    /// When it ends, however much it is used.
    #[must_use]
    pub fn ends(&self) -> Instant {
        self.begun.plus_seconds(ABSOLUTE_HOURS * 60 * 60)
    }

    /// Whether it has ended.
    #[must_use]
    pub fn is_over(&self, now: Instant) -> bool {
        self.ends() <= now || self.used.plus_seconds(IDLE_MINUTES * 60) <= now
    }
}

impl Accounts {
    /// Opens a session for somebody who was admitted.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn open_session(
        &self,
        name: &AccountName,
        address: &str,
        now: Instant,
    ) -> Result<(SessionSecret, Session), AccountError> {
        let text = secret::generate(&mut *self.random());
        let session = store::open_session(
            &mut self.db(),
            &secret::hash(&text),
            name,
            address,
            (now, SESSIONS_MAX),
        )?;
        Ok((SessionSecret(text), session))
    }

    /// The session that a browser shows, with its account as it is now; `None` when there is none,
    /// it has ended, or the account may not be used. Using it puts off its idle end.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    pub fn session(
        &self,
        shown: &str,
        now: Instant,
    ) -> Result<Option<(Account, Session)>, AccountError> {
        if !secret::is_secret(shown) {
            return Ok(None);
        }
        let db = self.db();
        let Some((account, mut session)) = store::session(&db, &secret::hash(shown))? else {
            return Ok(None);
        };
        if session.is_over(now) || !account.enabled {
            return Ok(None);
        }
        let is_due = session.used.plus_seconds(USED_SECONDS) <= now;
        if is_due && self.sealing.is_some() {
            store::use_session(&db, session.number, now)?;
            session.used = now;
        }
        Ok(Some((account, session)))
    }

    /// The sessions of an account that have not ended.
    ///
    /// # Errors
    ///
    /// [`AccountError::Unknown`] when there is none of this name.
    pub fn sessions_of(
        &self,
        name: &AccountName,
        now: Instant,
    ) -> Result<Vec<Session>, AccountError> {
        self.row(name)?;
        let mut sessions = store::sessions_of(&self.db(), name)?;
        sessions.retain(|session| !session.is_over(now));
        Ok(sessions)
    }

    /// Ends one session.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn end_session(&self, number: i64) -> Result<(), AccountError> {
        store::end_session(&self.db(), number)
    }

    /// Ends every session of an account but the one with the number `kept`, and says how many.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn end_other_sessions_of(
        &self,
        name: &AccountName,
        kept: i64,
    ) -> Result<usize, AccountError> {
        store::end_other_sessions_of(&self.db(), name, kept)
    }

    /// Ends every session of an account, and says how many there were.
    ///
    /// # Errors
    ///
    /// [`AccountError::Unknown`] when there is none of this name.
    pub fn end_sessions_of(&self, name: &AccountName, now: Instant) -> Result<usize, AccountError> {
        let open = self.sessions_of(name, now)?.len();
        store::end_sessions_of(&self.db(), name)?;
        Ok(open)
    }
}

/// For how long a session may lie unused.
pub const IDLE_MINUTES: i64 = 30;
/// For how long a session lasts at most.
pub const ABSOLUTE_HOURS: i64 = 12;
/// How exactly its last use is kept: not every request writes.
const USED_SECONDS: i64 = 60;
/// Most sessions of one account at once; the oldest gives way.
const SESSIONS_MAX: u32 = 10;
