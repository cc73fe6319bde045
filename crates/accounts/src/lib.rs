//! Who may sign in to a node, with what, and until when: officers' accounts, their sessions, and
//! the tokens of programs.
//!
//! Everything lies in one SQLite file of the node's folder. Nothing in it lets its reader sign in:
//! passwords are Argon2id hashes, session ids and tokens are kept as SHA-256 of 256 random bits,
//! and the secrets of second factors are sealed under a key that the node key gives.
//!
//! # Invariants
//!
//! * Signing in takes name, password and code. Which of them was wrong is not told, and neither is
//!   whether there is such an account: an unknown name takes the same time and meets the same
//!   throttle.
//! * A code is taken once.
//! * What an account may do is read at each request, so that a change acts on open sessions.
//! * No clock: every call is told the time.

mod code;
mod error;
mod name;
mod password;
mod secret;
mod sessions;
mod store;
mod throttle;
mod tokens;

use std::collections::BTreeSet;
use std::net::IpAddr;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use liaison_model::{Instant, Role};
use liaison_policy::TokenScope;
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use rusqlite::Connection;
use zeroize::Zeroizing;

use code::SecondFactor;
use store::Row;
use throttle::Throttle;

pub use code::{CODE_SECONDS, CurrentCode};
pub use error::AccountError;
pub use name::{AccountName, Unit};
pub use password::{PASSWORD_CHARS_MIN, PasswordCost};
pub use sessions::{ABSOLUTE_HOURS, IDLE_MINUTES, Session, SessionSecret};
pub use tokens::{NewToken, TOKEN_DAYS_MAX, Token, TokenSecret};

/// Accounts, sessions and tokens of one node.
pub struct Accounts {
    db: Mutex<Connection>,
    /// Seals second factors; absent when the node was opened without its key.
    sealing: Option<Zeroizing<[u8; 32]>>,
    cost: PasswordCost,
    /// The hash of no password, checked for names that have no account. Made before the first check
    /// of anybody, so that its making tells nothing.
    decoy: OnceLock<String>,
    random: Mutex<StdRng>,
    throttle: Throttle,
}

/// One officer's account.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Account {
    /// Its name.
    pub name: AccountName,
    /// The unit, where the officer has one.
    pub unit: Option<Unit>,
    /// What the officer may do.
    #[serde(serialize_with = "as_words")]
    pub roles: BTreeSet<Role>,
    /// Whether it may be used.
    pub enabled: bool,
    /// When it was made.
    pub made: Instant,
    /// When somebody last signed in with it.
    pub signed_in: Option<Instant>,
}

/// What a new account is made of.
pub struct NewAccount {
    /// Its name.
    pub name: AccountName,
    /// The unit, where the officer has one.
    pub unit: Option<Unit>,
    /// What the officer may do; at least one.
    pub roles: BTreeSet<Role>,
    /// The password; a random one when absent.
    pub password: Option<Zeroizing<String>>,
}

/// What an officer signs in with: shown once, kept nowhere.
pub struct Credentials {
    /// The password, where it was made here.
    pub password: Option<Zeroizing<String>>,
    /// The second factor as authenticators read it (`otpauth://…`).
    pub url: Zeroizing<String>,
    /// Its secret alone, in Base32, for typing.
    pub secret: Zeroizing<String>,
}

/// Somebody who wants to sign in. Nothing in it is trusted.
pub struct Attempt<'a> {
    /// The name as typed.
    pub name: &'a str,
    /// The password as typed.
    pub password: &'a str,
    /// The code as typed.
    pub code: &'a str,
    /// From where.
    pub address: IpAddr,
}

/// How an attempt to sign in ended.
#[derive(Debug)]
pub enum Entry {
    /// Name, password and code are right. The session is yet to be opened.
    Admitted(Account),
    /// Something of it is wrong. The account, if there is one of that name, is for the record
    /// only: whoever tried must not learn it.
    Refused(Option<AccountName>),
    /// Too many attempts; nothing was checked.
    Held {
        /// Seconds until the next attempt is checked.
        seconds: u64,
    },
}

impl Accounts {
    /// Opens the accounts at `path`. With a sealing key they can be changed, and are made where
    /// there are none; without one they can be read, and are none where there is no file.
    ///
    /// # Errors
    ///
    /// [`AccountError::Newer`] or [`AccountError::Damaged`] when the file is not one of this
    /// version's; otherwise when it cannot be read.
    pub fn open(
        path: &Path,
        sealing: Option<Zeroizing<[u8; 32]>>,
        cost: PasswordCost,
    ) -> Result<Self, AccountError> {
        let db = match sealing {
            Some(_) => store::open(path)?,
            None => store::open_read_only(path)?,
        };
        let mut random: StdRng = rand::make_rng();
        let throttle = Throttle::keyed(StdRng::from_rng(&mut random));
        let (db, random) = (Mutex::new(db), Mutex::new(random));
        Ok(Self { db, sealing, cost, decoy: OnceLock::new(), random, throttle })
    }

    /// Every account, by name.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    pub fn list(&self) -> Result<Vec<Account>, AccountError> {
        let rows = store::accounts(&self.db())?;
        Ok(rows.into_iter().map(|row| row.account).collect())
    }

    /// One account.
    ///
    /// # Errors
    ///
    /// [`AccountError::Unknown`] when there is none of this name.
    pub fn account(&self, name: &AccountName) -> Result<Account, AccountError> {
        Ok(self.row(name)?.account)
    }

    /// Whether nobody can sign in, because there is no account.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    pub fn is_empty(&self) -> Result<bool, AccountError> {
        store::is_empty(&self.db())
    }

    /// Whether an account like this can be made: to be asked before it is recorded that it is.
    ///
    /// # Errors
    ///
    /// As [`Accounts::add`].
    pub fn check_new(&self, new: &NewAccount) -> Result<(), AccountError> {
        self.sealing()?;
        check_roles(&new.roles)?;
        if let Some(password) = &new.password {
            password::check(password)?;
        }
        match self.row(&new.name) {
            Ok(_) => Err(AccountError::Exists),
            Err(AccountError::Unknown) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Makes an account. `issuer` is what an authenticator calls this node.
    ///
    /// # Errors
    ///
    /// [`AccountError::Exists`], [`AccountError::NoRole`] or [`AccountError::PasswordLength`].
    pub fn add(
        &self,
        new: &NewAccount,
        issuer: &str,
        now: Instant,
    ) -> Result<Credentials, AccountError> {
        self.check_new(new)?;
        let made = self.make_credentials(&new.name, new.password.clone(), issuer)?;
        let account = Account {
            name: new.name.clone(),
            unit: new.unit.clone(),
            roles: new.roles.clone(),
            enabled: true,
            made: now,
            signed_in: None,
        };
        store::insert(&self.db(), &account, &made.hash, &made.sealed)?;
        Ok(made.shown)
    }

    /// Gives an account other roles.
    ///
    /// # Errors
    ///
    /// [`AccountError::Unknown`] or [`AccountError::NoRole`].
    pub fn set_roles(
        &self,
        name: &AccountName,
        roles: &BTreeSet<Role>,
    ) -> Result<(), AccountError> {
        check_roles(roles)?;
        store::set_roles(&self.db(), name, roles)
    }

    /// Ends an account and its sessions. Its name is not given to anybody else.
    ///
    /// # Errors
    ///
    /// [`AccountError::Unknown`] when there is none of this name.
    pub fn disable(&self, name: &AccountName) -> Result<(), AccountError> {
        store::disable(&self.db(), name)
    }

    /// Gives an account another password and second factor, ends its sessions, and enables it.
    ///
    /// # Errors
    ///
    /// [`AccountError::Unknown`] when there is none of this name.
    pub fn reset(&self, name: &AccountName, issuer: &str) -> Result<Credentials, AccountError> {
        self.row(name)?;
        let made = self.make_credentials(name, None, issuer)?;
        store::set_credentials(&mut self.db(), name, &made.hash, &made.sealed)?;
        self.throttle.forget(name.as_str());
        Ok(made.shown)
    }

    /// Whether a password can take the place of another: to be asked before it is recorded that it
    /// does.
    ///
    /// # Errors
    ///
    /// [`AccountError::PasswordLength`] or [`AccountError::SamePassword`].
    pub fn check_change(present: &str, new: &str) -> Result<(), AccountError> {
        password::check(new)?;
        if password::is_same(present, new) { Err(AccountError::SamePassword) } else { Ok(()) }
    }

    /// Gives an account another password and ends its sessions but the one with the number `kept`.
    /// Says how many ended.
    ///
    /// # Errors
    ///
    /// [`AccountError::Unknown`] or [`AccountError::PasswordLength`].
    pub fn set_password(
        &self,
        name: &AccountName,
        new: &str,
        kept: i64,
    ) -> Result<usize, AccountError> {
        self.sealing()?;
        password::check(new)?;
        let mut random = StdRng::from_rng(&mut *self.random());
        let hash = password::hash(new, self.cost, &mut random)?;
        store::set_password(&mut self.db(), name, &hash, kept)
    }

    /// The code that an account's authenticator shows now.
    ///
    /// # Errors
    ///
    /// [`AccountError::Unknown`] when there is none of this name.
    pub fn current_code(
        &self,
        name: &AccountName,
        now: Instant,
    ) -> Result<CurrentCode, AccountError> {
        Ok(self.factor(&self.row(name)?)?.current(now))
    }

    /// Takes the code of somebody who confirms what another does. A code is taken once.
    ///
    /// # Errors
    ///
    /// [`AccountError::Code`] when it is not theirs, not of now, or was taken before;
    /// [`AccountError::Held`] after too many that were wrong.
    pub fn take_code(
        &self,
        name: &AccountName,
        code: &str,
        now: Instant,
    ) -> Result<Account, AccountError> {
        self.throttle.begin(name.as_str(), None, now)?;
        let row = self.row(name)?;
        if !row.account.enabled {
            return Err(AccountError::Disabled);
        }
        let step = self.factor(&row)?.check(code, now).ok_or(AccountError::Code)?;
        if !store::take_step(&self.db(), name, step)? {
            return Err(AccountError::Code);
        }
        self.throttle.succeeded(name.as_str(), None);
        Ok(row.account)
    }

    /// Checks who wants to sign in. Takes the time of one password hash, whoever it is.
    ///
    /// # Errors
    ///
    /// [`AccountError::NoKey`] without the sealing key; otherwise when the file cannot be used.
    pub fn check(&self, attempt: &Attempt<'_>, now: Instant) -> Result<Entry, AccountError> {
        self.sealing()?;
        let decoy = self.decoy()?;
        if let Err(AccountError::Held { seconds }) =
            self.throttle.begin(attempt.name, Some(attempt.address), now)
        {
            return Ok(Entry::Held { seconds });
        }
        let row = match attempt.name.parse().map(|name| self.row(&name)) {
            Ok(Ok(row)) => Some(row),
            Ok(Err(AccountError::Unknown)) | Err(_) => None,
            Ok(Err(error)) => return Err(error),
        };
        let hash = row.as_ref().map_or(decoy, |row| row.password.as_str());
        let is_password = password::verify(attempt.password, hash);
        let factor = match &row {
            Some(row) => self.factor(row)?,
            None => SecondFactor::generate(&mut *self.random()),
        };
        let step = factor.check(attempt.code, now);
        let known = row.map(|row| row.account);
        if let (Some(account), true, Some(step)) = (&known, is_password, step)
            && account.enabled
            && store::take_step(&self.db(), &account.name, step)?
        {
            self.throttle.succeeded(attempt.name, Some(attempt.address));
            return Ok(Entry::Admitted(account.clone()));
        }
        Ok(Entry::Refused(known.map(|account| account.name)))
    }

    /// Copies accounts and tokens, but no session, into a new file: for a backup.
    ///
    /// # Errors
    ///
    /// When the copy cannot be written.
    pub fn copy_to(&self, file: &Path) -> Result<(), AccountError> {
        store::copy_to(&self.db(), file)
    }

    /// What a restored file loses: sessions, and tokens, of which one may have been revoked after
    /// the backup. Returns how many tokens were revoked.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn after_restore(&self, now: Instant) -> Result<u64, AccountError> {
        store::after_restore(&mut self.db(), now)
    }

    /// Whether the file is sound.
    ///
    /// # Errors
    ///
    /// [`AccountError::Damaged`] when it is not.
    pub fn check_file(&self) -> Result<(), AccountError> {
        store::check_file(&self.db())
    }

    fn make_credentials(
        &self,
        name: &AccountName,
        given: Option<Zeroizing<String>>,
        issuer: &str,
    ) -> Result<Made, AccountError> {
        let key = self.sealing()?;
        let (password, shown, factor, sealed, salted) = {
            let mut random = self.random();
            let factor = SecondFactor::generate(&mut *random);
            let sealed = factor.seal(key, name, &mut *random)?;
            let shown = given.is_none().then(|| password::generate(&mut *random));
            let password = given.or_else(|| shown.clone()).unwrap_or_default();
            (password, shown, factor, sealed, StdRng::from_rng(&mut *random))
        };
        let mut random = salted;
        let hash = password::hash(&password, self.cost, &mut random)?;
        let (url, secret) = (factor.url(name, issuer)?, factor.base32());
        Ok(Made { hash, sealed, shown: Credentials { password: shown, url, secret } })
    }

    fn decoy(&self) -> Result<&str, AccountError> {
        if let Some(decoy) = self.decoy.get() {
            return Ok(decoy);
        }
        let mut random = StdRng::from_rng(&mut *self.random());
        let decoy = password::hash(&password::generate(&mut random), self.cost, &mut random)?;
        Ok(self.decoy.get_or_init(|| decoy))
    }

    fn factor(&self, row: &Row) -> Result<SecondFactor, AccountError> {
        SecondFactor::open(&row.sealed, self.sealing()?, &row.account.name)
    }

    fn row(&self, name: &AccountName) -> Result<Row, AccountError> {
        store::account(&self.db(), name)?.ok_or(AccountError::Unknown)
    }

    fn sealing(&self) -> Result<&[u8; 32], AccountError> {
        self.sealing.as_deref().ok_or(AccountError::NoKey)
    }

    fn db(&self) -> MutexGuard<'_, Connection> {
        // A panic while the lock was held left no transaction open: SQLite rolled it back.
        self.db.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn random(&self) -> MutexGuard<'_, StdRng> {
        self.random.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Made {
    hash: String,
    sealed: Vec<u8>,
    shown: Credentials,
}

/// Reads roles as they are typed.
///
/// # Errors
///
/// [`AccountError::Role`] for a word that is none.
pub fn roles(words: &[String]) -> Result<BTreeSet<Role>, AccountError> {
    let role =
        |word: &String| word.trim().parse().map_err(|()| AccountError::Role { word: word.clone() });
    words.iter().map(role).collect()
}

/// Reads scopes as they are typed.
///
/// # Errors
///
/// [`AccountError::Scope`] for a word that is none.
pub fn scopes(words: &[String]) -> Result<BTreeSet<TokenScope>, AccountError> {
    let scope = |word: &String| {
        word.trim().parse().map_err(|()| AccountError::Scope { word: word.clone() })
    };
    words.iter().map(scope).collect()
}

fn check_roles(roles: &BTreeSet<Role>) -> Result<(), AccountError> {
    if roles.is_empty() { Err(AccountError::NoRole) } else { Ok(()) }
}

fn as_words<T: ToString, S: serde::Serializer>(
    words: &BTreeSet<T>,
    to: S,
) -> Result<S::Ok, S::Error> {
    to.collect_seq(words.iter().map(ToString::to_string))
}

#[cfg(test)]
mod tests;
