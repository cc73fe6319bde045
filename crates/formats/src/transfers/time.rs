//! Times of transfers: days and times of the Gregorian calendar, or seconds since 1970.

use std::str::FromStr;

use liaison_model::messages::Message;

/// How exactly a time is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Written {
    /// With its zone.
    Zoned,
    /// Without a zone.
    Local,
    /// The day alone.
    Day,
}

/// A time as it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Microseconds since 1970, UTC; where no zone is known, as if it were UTC.
    pub micros: i64,
    /// How exactly it is written.
    pub written: Written,
}

/// Distance to UTC in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone(i16);

/// A text is not a zone such as `+07:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a zone looks like +07:00, or Z")]
pub struct ZoneError;

/// Why a text is not a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MomentError {
    /// It is not written as a time.
    Unreadable,
    /// There is no such day or time.
    Impossible,
}

impl MomentError {
    /// The sentence for a person.
    #[must_use]
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::Unreadable => "money-fault-time",
            Self::Impossible => "money-fault-no-such-time",
        })
    }
}

impl FromStr for Zone {
    type Err = ZoneError;

    fn from_str(text: &str) -> Result<Self, ZoneError> {
        if text.eq_ignore_ascii_case("z") {
            return Ok(Self(0));
        }
        let (sign, rest) = match text.as_bytes() {
            [b'+', ..] => (1, &text[1..]),
            [b'-', ..] => (-1, &text[1..]),
            _ => return Err(ZoneError),
        };
        let (hours, minutes) = match rest.len() {
            2 => (rest, "0"),
            4 if rest.is_ascii() => rest.split_at(2),
            5 => rest.split_once(':').ok_or(ZoneError)?,
            _ => return Err(ZoneError),
        };
        let [hours, minutes] =
            [hours, minutes].map(|part| number(part).and_then(|n| i16::try_from(n).ok()));
        match (hours, minutes) {
            (Some(hours @ 0..=15), Some(minutes @ 0..=59)) => {
                Ok(Self(sign * (hours * 60 + minutes)))
            }
            _ => Err(ZoneError),
        }
    }
}

/// Reads a time. Digits alone are seconds since 1970; 13 of them milliseconds, 16 microseconds.
///
/// # Errors
///
/// [`MomentError`] with the reason.
pub fn read_moment(text: &str, usual: Option<Zone>) -> Result<Moment, MomentError> {
    let text = text.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return epoch(text);
    }
    let day = text.get(..10).ok_or(MomentError::Unreadable)?;
    let days = days_of(day)?;
    let rest = &text[10..];
    if rest.is_empty() {
        let micros = days * DAY - shift(usual);
        return Ok(Moment { micros, written: Written::Day });
    }
    let rest = rest.strip_prefix(['T', 't', ' ']).ok_or(MomentError::Unreadable)?;
    let end = rest.find(['Z', 'z', '+', '-']).unwrap_or(rest.len());
    let (clock, zone) = (rest[..end].trim_end(), &rest[end..]);
    let within = micros_of(clock)?;
    let (zone, written) = match zone {
        "" if usual.is_none() => (None, Written::Local),
        "" => (usual, Written::Zoned),
        zone => (Some(zone.parse().map_err(|_| MomentError::Unreadable)?), Written::Zoned),
    };
    Ok(Moment { micros: days * DAY + within - shift(zone), written })
}

fn shift(zone: Option<Zone>) -> i64 {
    zone.map_or(0, |zone| i64::from(zone.0) * MINUTE)
}

fn epoch(text: &str) -> Result<Moment, MomentError> {
    let factor = match text.len() {
        13 => 1_000,
        16 => 1,
        _ => 1_000_000,
    };
    let units: i64 = text.parse().map_err(|_| MomentError::Impossible)?;
    let micros = units.checked_mul(factor).ok_or(MomentError::Impossible)?;
    Ok(Moment { micros, written: Written::Zoned })
}

/// Days since 1970 of `2025-10-17` or `2025/10/17`.
fn days_of(text: &str) -> Result<i64, MomentError> {
    let bytes = text.as_bytes();
    let mark = bytes[4];
    if !matches!(mark, b'-' | b'/') || bytes[7] != mark || !text.is_ascii() {
        return Err(MomentError::Unreadable);
    }
    let part = |from: usize, to: usize| number(&text[from..to]).ok_or(MomentError::Unreadable);
    let (year, month, day) = (part(0, 4)?, part(5, 7)?, part(8, 10)?);
    if !(1..=12).contains(&month) || day < 1 || days_in(year, month) < day {
        return Err(MomentError::Impossible);
    }
    // Days from civil (Howard Hinnant, "chrono-compatible low-level date algorithms"): years begin
    // in March, so that the day that may be missing is the last.
    let year = year - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let of_era = year - era * 400;
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Ok(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Microseconds of `14:05`, `14:05:09` or `14:05:09.123456`. A leap second is the second after it.
fn micros_of(text: &str) -> Result<i64, MomentError> {
    let mut parts = text.split(':');
    let mut part = |width: usize| parts.next().filter(|part| part.len() == width).and_then(number);
    let (hours, minutes) = (part(2), part(2));
    let seconds = parts.next();
    let (Some(hours), Some(minutes), None) = (hours, minutes, parts.next()) else {
        return Err(MomentError::Unreadable);
    };
    let (seconds, fraction) = match seconds {
        Some(text) => {
            text.split_once('.').map_or((text, "0"), |(whole, fraction)| (whole, fraction))
        }
        None => ("00", "0"),
    };
    if seconds.len() != 2 || fraction.is_empty() || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return Err(MomentError::Unreadable);
    }
    let seconds = number(seconds).ok_or(MomentError::Unreadable)?;
    // Beyond the microsecond nothing is kept.
    let six = fraction.bytes().chain(std::iter::repeat(b'0')).take(6);
    let micros = six.fold(0, |sum, byte| sum * 10 + i64::from(byte - b'0'));
    match (hours, minutes, seconds) {
        (0..=23, 0..=59, 0..=60) => {
            Ok(hours * 60 * MINUTE + minutes * MINUTE + seconds * 1_000_000 + micros)
        }
        _ => Err(MomentError::Impossible),
    }
}

/// A number of few digits.
fn number(text: &str) -> Option<i64> {
    let is_short = !text.is_empty() && text.len() <= 4;
    let is_number = is_short && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.bytes().fold(0, |sum, byte| sum * 10 + i64::from(byte - b'0')))
}

const MINUTE: i64 = 60_000_000;
const DAY: i64 = 24 * 60 * MINUTE;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_with_what_it_says_of_its_zone() {
        let check = |text, seconds: i64, written| {
            let micros = seconds * 1_000_000;
            assert_eq!(read_moment(text, None), Ok(Moment { micros, written }), "{text}");
        };
        check("1970-01-01T00:00:00Z", 0, Written::Zoned);
        check("2025-10-17T09:30:00+07:00", 1_760_668_200, Written::Zoned);
        check("2025-10-17 09:30:00 +0700", 1_760_668_200, Written::Zoned);
        check("2025/10/17 02:30", 1_760_668_200, Written::Local);
        check("2024-02-29", 1_709_164_800, Written::Day);
        check("1969-12-31T23:59:59Z", -1, Written::Zoned);
        check("1760668200", 1_760_668_200, Written::Zoned);
        check("1760668200000", 1_760_668_200, Written::Zoned);
        check("1760668200000000", 1_760_668_200, Written::Zoned);
        let parts = read_moment("1970-01-01T00:00:00.25Z", None).map(|moment| moment.micros);
        assert_eq!(parts, Ok(250_000));
    }

    #[test]
    fn a_zone_that_is_given_is_that_of_times_without_one() {
        let zone = "+07:00".parse().ok();
        let micros = |text| read_moment(text, zone).map(|moment| moment.micros);

        assert_eq!(micros("1970-01-01 07:00:00"), Ok(0));
        assert_eq!(micros("1970-01-01T00:00:00Z"), Ok(0));
        assert_eq!(micros("1970-01-01"), Ok(-7 * 3_600_000_000));
        assert_eq!("+7".parse::<Zone>(), Err(ZoneError));
        assert_eq!("+07:75".parse::<Zone>(), Err(ZoneError));
    }

    #[test]
    fn what_is_no_time_says_why() {
        let check = |text, error| assert_eq!(read_moment(text, None), Err(error), "{text}");
        for text in
            ["", "today", "17.10.2025 09:30", "2025-10-17x", "2025-10-17 9:30", "２０２５-10-17"]
        {
            check(text, MomentError::Unreadable);
        }
        check("2025-02-29", MomentError::Impossible);
        check("2025-13-01", MomentError::Impossible);
        check("2025-10-17T24:00:00Z", MomentError::Impossible);
        check("99999999999999999999", MomentError::Impossible);
    }
}
