//! The only clock of a node, so that tests and simulations can bring their own.

use std::sync::Mutex;
use std::sync::PoisonError;

use liaison_model::Instant;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now, in UTC.
    fn now(&self) -> Instant;
}

/// The clock of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Instant {
        jiff::Timestamp::now().into()
    }
}

/// A clock that moves only when told to, one microsecond at each reading.
#[derive(Debug)]
pub struct SetClock(Mutex<Instant>);

impl SetClock {
    /// A clock that begins at `start`.
    #[must_use]
    pub fn at(start: Instant) -> Self {
        Self(Mutex::new(start))
    }

    /// Moves the clock on.
    pub fn advance_seconds(&self, seconds: i64) {
        let mut now = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *now = now.plus_seconds(seconds);
    }
}

impl Clock for SetClock {
    fn now(&self) -> Instant {
        let mut now = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *now = Instant::from_micros(now.micros() + 1).unwrap_or(*now);
        *now
    }
}
