//! The moment at which a node did something, to the microsecond, in UTC.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;

/// A moment in UTC, to the microsecond. Dates that a source gave with less precision are
/// [`crate::values::PartialDate`]s instead.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

/// The text is not a moment in time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a moment looks like 2025-10-17T09:30:00Z")]
pub struct InstantError;

impl Instant {
    /// From microseconds since 1970-01-01T00:00:00Z.
    ///
    /// # Errors
    ///
    /// [`InstantError`] outside the years -9999 to 9999.
    pub fn from_micros(micros: i64) -> Result<Self, InstantError> {
        Timestamp::from_microsecond(micros).map(|_| Self(micros)).map_err(|_| InstantError)
    }

    /// Microseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn micros(self) -> i64 {
        self.0
    }

    /// This moment as a `jiff` timestamp, for calendars and zones.
    #[must_use]
    pub fn timestamp(self) -> Timestamp {
        Timestamp::from_microsecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// This moment moved by a number of seconds, stopping at the ends of time.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        let moved = self.0.saturating_add(seconds.saturating_mul(1_000_000));
        Self(moved.clamp(Timestamp::MIN.as_microsecond(), Timestamp::MAX.as_microsecond()))
    }
}

impl From<Timestamp> for Instant {
    fn from(timestamp: Timestamp) -> Self {
        Self(timestamp.as_microsecond())
    }
}

impl FromStr for Instant {
    type Err = InstantError;

    fn from_str(text: &str) -> Result<Self, InstantError> {
        text.parse::<Timestamp>().map(Self::from).map_err(|_| InstantError)
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.timestamp(), f)
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl serde::Serialize for Instant {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Instant {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        <std::borrow::Cow<'de, str>>::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_survives_its_text_form() {
        let moment: Instant = "2025-10-17T09:30:00.000001Z".parse().unwrap();

        assert_eq!(moment.to_string().parse(), Ok(moment));
    }

    #[test]
    fn moving_past_the_end_of_time_stops_there() {
        let end = Instant(0).plus_seconds(i64::MAX);

        assert_eq!(end.plus_seconds(1), end);
    }
}
