//! A few connections to a PostgreSQL server, lent one at a time.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use postgres::{Client, Config, NoTls};

use crate::JournalError;

/// Connections that are made when needed and kept for the next one.
pub(super) struct Pool {
    config: Config,
    state: Mutex<State>,
    given_back: Condvar,
}

#[derive(Default)]
struct State {
    idle: Vec<Client>,
    lent: usize,
}

/// The right to have a connection; given back when dropped, even by a panic.
struct Turn<'p>(&'p Pool);

impl Pool {
    pub(super) fn new(config: Config) -> Self {
        Self { config, state: Mutex::default(), given_back: Condvar::new() }
    }

    /// A connection of its own, outside the pool.
    pub(super) fn connect(&self) -> Result<Client, JournalError> {
        Ok(self.config.connect(NoTls)?)
    }

    /// Does some work on a connection.
    pub(super) fn with<T, E: From<JournalError>>(
        &self,
        work: impl FnOnce(&mut Client) -> Result<T, E>,
    ) -> Result<T, E> {
        let _turn = self.take_turn()?;
        let idle = self.state().idle.pop();
        // The server may have been started again since it was used.
        let alive = idle.and_then(|mut client| client.is_valid(ALIVE_WITHIN).ok().map(|()| client));
        let mut client = match alive {
            Some(client) => client,
            None => self.connect()?,
        };
        let answer = work(&mut client);
        let mut state = self.state();
        if !client.is_closed() && state.idle.len() < IDLE_MAX {
            state.idle.push(client);
        }
        answer
    }

    fn take_turn(&self) -> Result<Turn<'_>, JournalError> {
        let is_full = |state: &mut State| LENT_MAX <= state.lent;
        let waited = self.given_back.wait_timeout_while(self.state(), WAIT, is_full);
        let (mut state, waited) = waited.unwrap_or_else(PoisonError::into_inner);
        if waited.timed_out() {
            return Err(JournalError::Busy);
        }
        state.lent += 1;
        Ok(Turn(self))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.state().lent -= 1;
        self.0.given_back.notify_one();
    }
}

const LENT_MAX: usize = 16;
const IDLE_MAX: usize = 8;
const WAIT: Duration = Duration::from_secs(30);
const ALIVE_WITHIN: Duration = Duration::from_secs(5);
