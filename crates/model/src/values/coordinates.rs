//! Latitude and longitude as decimal degrees on WGS 84, north and east positive.
//!
//! Degrees that a source wrote as decimals keep their digits. Degrees, minutes and seconds are
//! turned into decimals with six digits, which is 11 centimetres at the equator.

use super::numbers::{Lone, Marks, Written};
use super::{ValueError, tidy};

/// A latitude in its one form, -90 to 90.
pub(super) fn latitude(text: &str) -> Result<String, ValueError> {
    coordinate(text, Axis { degrees_max: 90, positive: 'N', negative: 'S' })
}

/// A longitude in its one form, -180 to 180.
pub(super) fn longitude(text: &str) -> Result<String, ValueError> {
    coordinate(text, Axis { degrees_max: 180, positive: 'E', negative: 'W' })
}

#[derive(Clone, Copy)]
struct Axis {
    degrees_max: u64,
    positive: char,
    negative: char,
}

fn coordinate(text: &str, axis: Axis) -> Result<String, ValueError> {
    let unreadable = || ValueError::new("coordinate-unreadable");
    let text = tidy::ascii_digits(text);
    let (direction, bare) = without_direction(&text);
    let is_negative = match direction {
        None => false,
        Some(letter) if letter == axis.positive => false,
        Some(letter) if letter == axis.negative => true,
        Some(_) => return Err(unreadable()),
    };
    let degrees = in_sixtieths(bare).or_else(|| in_decimals(bare)).ok_or_else(unreadable)?;
    if direction.is_some() && degrees.starts_with('-') {
        return Err(unreadable()); // neither of the two says which one is wrong
    }
    if !is_within(&degrees, axis.degrees_max) {
        return Err(ValueError::new("coordinate-range"));
    }
    Ok(if is_negative { format!("-{degrees}") } else { degrees })
}

/// Takes off the letter of a direction, in front or at the end.
fn without_direction(text: &str) -> (Option<char>, &str) {
    const LETTERS: [char; 8] = ['N', 'S', 'E', 'W', 'n', 's', 'e', 'w'];
    let first = text.strip_prefix(LETTERS).map(|rest| (text.chars().next(), rest));
    let last = || text.strip_suffix(LETTERS).map(|rest| (text.chars().next_back(), rest));
    match first.or_else(last) {
        Some((letter, rest)) => (letter.map(|c| c.to_ascii_uppercase()), rest.trim()),
        None => (None, text),
    }
}

fn in_decimals(text: &str) -> Option<String> {
    let bare = text.trim_end_matches(DEGREE_SIGNS).trim_end();
    let written = Written::of(bare).filter(|written| written.mark() == Some(""))?;
    // No coordinate has thousands.
    written.decimal(Marks { comma: Lone::Divides, point: Lone::Divides }).ok()
}

/// Reads `10°37′49″`, `10 37 49.5` or `10°37.8′`. Degrees alone are decimals.
fn in_sixtieths(text: &str) -> Option<String> {
    let (sign, bare) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let is_mark =
        |c: char| c == ' ' || c == ':' || DEGREE_SIGNS.contains(&c) || MINUTE_SIGNS.contains(&c);
    let mut fields = bare.split(is_mark).filter(|field| !field.is_empty());
    let degrees: u64 = fields.next()?.parse().ok().filter(|degrees| *degrees <= DEGREES_MAX)?;
    let (minutes, seconds) = (fields.next()?, fields.next());
    if fields.next().is_some() || seconds.is_some() && minutes.contains('.') {
        return None;
    }
    let minutes = micros(minutes)?;
    let seconds = seconds.map_or(Some(0), micros)?;
    let arc_micros = degrees * 3600 * MICROS + minutes * 60 + seconds;
    let degree_micros = (arc_micros + 1800) / 3600; // to the nearest
    let (whole, rest) = (degree_micros / MICROS, degree_micros % MICROS);
    Some(format!("{sign}{whole}.{rest:06}"))
}

/// Millionths of a number below 60, its further digits cut off.
fn micros(text: &str) -> Option<u64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let whole: u64 = whole.parse().ok().filter(|whole| *whole < 60)?;
    let six: String = fraction.chars().chain("000000".chars()).take(6).collect();
    Some(whole * MICROS + six.parse::<u64>().ok()?)
}

fn is_within(degrees: &str, degrees_max: u64) -> bool {
    let bare = degrees.trim_start_matches('-');
    let (whole, fraction) = bare.split_once('.').unwrap_or((bare, ""));
    match whole.parse::<u64>() {
        Ok(whole) if whole == degrees_max => fraction.bytes().all(|b| b == b'0'),
        Ok(whole) => whole < degrees_max,
        Err(_) => false,
    }
}

const DEGREE_SIGNS: [char; 4] = ['°', 'º', '˚', 'd'];
const MINUTE_SIGNS: [char; 7] = ['′', '\'', '’', '″', '"', '”', 'm'];
const MICROS: u64 = 1_000_000;
const DEGREES_MAX: u64 = 180;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn decimal_degrees_keep_their_digits() {
        for raw in ["10.6304", "-10.6304", "90", "-90.000", "0"] {
            assert_eq!(latitude(raw).as_deref(), Ok(raw));
        }
        assert_eq!(longitude("103,523").as_deref(), Ok("103.523"));
        assert_eq!(longitude("103.523° E").as_deref(), Ok("103.523"));
        assert_eq!(latitude("S 6.2").as_deref(), Ok("-6.2"));
    }

    #[test]
    fn degrees_minutes_and_seconds_become_decimals() {
        for raw in ["10°37′49″N", "10° 37' 49\" N", "N 10 37 49", "10:37:49"] {
            assert_eq!(latitude(raw).as_deref(), Ok("10.630278"), "{raw}");
        }
        assert_eq!(latitude("10°37.8166′").as_deref(), Ok("10.630277"));
        assert_eq!(longitude("77°02′12.5″W").as_deref(), Ok("-77.036806"));
    }

    #[test]
    fn a_place_that_is_not_on_earth_is_refused() {
        for raw in ["90.1", "103.5", "-91", "90°00′01″N"] {
            assert_eq!(latitude(raw), Err(ValueError::new("coordinate-range")), "{raw}");
        }
        assert_eq!(longitude("180.00001"), Err(ValueError::new("coordinate-range")));
    }

    #[test]
    fn what_is_no_coordinate_is_refused() {
        for raw in ["10°61′N", "10.5, 103.5", "north", "10 E", "-10 S", "", "N", "10°37′49″12", "°"]
        {
            assert_eq!(latitude(raw), Err(ValueError::new("coordinate-unreadable")), "{raw}");
        }
    }

    proptest! {
        #[test]
        fn a_clean_coordinate_stays_as_it_is(text: String, raw in "[NS-]?[0-9]{1,2}[°. ,:][0-9]{1,4}[′'. ]?[0-9.]{0,5}[″NS]?") {
            for text in [text, raw] {
                if let Ok(once) = latitude(&text) {
                    prop_assert_eq!(latitude(&once), Ok(once));
                }
            }
        }
    }
}
