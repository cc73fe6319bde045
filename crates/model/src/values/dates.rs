//! Dates with the precision that the source gave: a year, a month, a day, a time of day.
//!
//! The text form is that of ISO 8601, cut off where the source's knowledge ends (`2025`,
//! `2025-10`, `2025-10-17T09:30`), with `Z` or an offset such as `+07:00` after a time only where
//! the source gave one. FollowTheMoney's date type takes every such value with a year up to 2999,
//! but turns a time with an offset into UTC and drops the offset, so an export to it converts.
//!
//! Years of the Thai Buddhist era (2400 to 2700) become common-era years by taking away 543. Until
//! 1940 the Thai year began on 1 April, so January to March of the years before BE 2484 come out a
//! year early; the original shows it.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::temporal::Pieces;
use jiff::tz::Offset;

use super::{ValueError, tidy};
use crate::Instant;

/// A date or time with the precision and the time zone that the source gave.
///
/// Ordered by calendar and clock as written, the vaguer date first where two begin together; an
/// offset does not count, since most sources give none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    start: DateTime,
    precision: Precision,
    offset: Option<Offset>,
}

/// How much of a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// The year.
    Year,
    /// Year and month.
    Month,
    /// The day.
    Day,
    /// Day and hour.
    Hour,
    /// Day, hour and minute.
    Minute,
    /// Day and time to the second.
    Second,
}

/// Which part comes first in a date such as `05/06/2025`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// 5 June, as nearly everywhere.
    DayFirst,
    /// 6 May, as in the United States.
    MonthFirst,
}

/// Why a text is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DateError {
    /// It is not written in any form that is read here.
    #[error("a date looks like 2025-10-17 or 17 October 2025")]
    Unreadable,
    /// The calendar or the clock has no such day or time.
    #[error("there is no such day or time")]
    Impossible,
    /// Day and month could be either way round.
    #[error("day and month could be either way round")]
    Ambiguous,
}

impl From<DateError> for ValueError {
    fn from(error: DateError) -> Self {
        match error {
            DateError::Unreadable => Self::with_hint("date-unreadable", "date-hint"),
            DateError::Impossible => Self::with_hint("date-impossible", "date-hint"),
            DateError::Ambiguous => Self::with_hint("date-ambiguous", "date-ambiguous-hint"),
        }
    }
}

impl PartialDate {
    /// Reads a date in ISO 8601's forms, with `/` or `.` between its parts, with the month in
    /// words (English, Thai, Indonesian, Vietnamese), or as Korean (`2025년 10월 17일`) and Chinese
    /// (`2025年10月17日`) write it; in the common or the Thai Buddhist era.
    ///
    /// # Errors
    ///
    /// [`DateError::Ambiguous`] where neither the numbers nor `order` nor the Thai era (which is
    /// always written day first) say which is the day; [`DateError`] otherwise.
    pub fn read(text: &str, order: Option<DateOrder>) -> Result<Self, DateError> {
        let text = tidy::ascii_digits(text);
        let (calendar, clock) = split_clock(&text);
        let (date, precision) = Parts::read(calendar)?.date(order)?;
        match clock {
            None => Ok(Self { start: date.to_datetime(Time::midnight()), precision, offset: None }),
            Some(_) if precision != Precision::Day => Err(DateError::Unreadable),
            Some(clock) => {
                let (time, precision, offset) = read_clock(clock)?;
                Ok(Self { start: date.to_datetime(time), precision, offset })
            }
        }
    }

    /// The year of the common era, 1000 to 9999.
    #[must_use]
    pub fn year(&self) -> i16 {
        self.start.year()
    }

    /// The month, 1 to 12, where known.
    #[must_use]
    pub fn month(&self) -> Option<i8> {
        (Precision::Month <= self.precision).then(|| self.start.month())
    }

    /// The day of the month, where known.
    #[must_use]
    pub fn day(&self) -> Option<i8> {
        (Precision::Day <= self.precision).then(|| self.start.day())
    }

    /// The time of day, where known; what is finer than the precision is zero.
    #[must_use]
    pub fn time(&self) -> Option<Time> {
        (Precision::Hour <= self.precision).then(|| self.start.time())
    }

    /// How far the clock was ahead of UTC, where the source said so.
    #[must_use]
    pub fn offset(&self) -> Option<Offset> {
        self.offset
    }

    /// How much of the date is known.
    #[must_use]
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// The first day that it can mean.
    #[must_use]
    pub fn earliest(&self) -> Date {
        self.start.date()
    }

    /// The last day that it can mean.
    #[must_use]
    pub fn latest(&self) -> Date {
        let first = self.start.date();
        match self.precision {
            Precision::Year => first.last_of_year(),
            Precision::Month => first.last_of_month(),
            _ => first,
        }
    }

    /// The moment at which it begins, for a time whose offset the source gave.
    #[must_use]
    pub fn moment(&self) -> Option<Instant> {
        self.offset?.to_timestamp(self.start).ok().map(Instant::from)
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        Self::read(text.trim(), None)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let start = self.start;
        write!(f, "{:04}", start.year())?;
        if Precision::Month <= self.precision {
            write!(f, "-{:02}", start.month())?;
        }
        if Precision::Day <= self.precision {
            write!(f, "-{:02}", start.day())?;
        }
        if Precision::Hour <= self.precision {
            write!(f, "T{:02}", start.hour())?;
        }
        if Precision::Minute <= self.precision {
            write!(f, ":{:02}", start.minute())?;
        }
        if Precision::Second <= self.precision {
            write!(f, ":{:02}", start.second())?;
        }
        match self.offset.map(Offset::seconds) {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(seconds) => {
                let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.abs() / 60);
                write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        }
    }
}

/// Divides the text before its time of day, which begins at the last `T` or space before the
/// first colon, or at a `T` between digits.
fn split_clock(text: &str) -> (&str, Option<&str>) {
    let before_clock = match text.find(':') {
        Some(colon) => text[..colon].rfind([' ', 'T', 't']),
        None => text.find('T').filter(|at| {
            text[..*at].ends_with(|c: char| c.is_ascii_digit())
                && text[at + 1..].starts_with(|c: char| c.is_ascii_digit())
        }),
    };
    match before_clock {
        None => (text, None),
        Some(at) => (text[..at].trim_end_matches([' ', ',']), Some(&text[at + 1..])),
    }
}

/// Reads a time of day. Fractions of a second are left out: no source of ours means them.
fn read_clock(clock: &str) -> Result<(Time, Precision, Option<Offset>), DateError> {
    let is_short = clock.find([':', ' ']) == Some(1) || clock.len() == 1;
    let clock = format!("{}{clock}", if is_short { "0" } else { "" });
    if let Some(half) = clock.get(clock.len().saturating_sub(2)..)
        && matches!(half, "AM" | "PM" | "am" | "pm")
    {
        return read_half_day_clock(&clock);
    }
    let clock = clock.replace(" UTC", "Z").replace(" GMT", "Z").replace(' ', "");
    let zone_at = clock.find(['Z', 'z', '+', '-', '[']).unwrap_or(clock.len());
    let whole = clock[..zone_at].split(['.', ',']).next().unwrap_or_default();
    let precision = match whole.bytes().filter(u8::is_ascii_digit).count() {
        2 => Precision::Hour,
        4 => Precision::Minute,
        6 => Precision::Second,
        _ => return Err(DateError::Unreadable),
    };
    // A named zone such as `[Asia/Bangkok]` is not read: it needs a table that changes by the year.
    if !clock.bytes().all(|b| b.is_ascii_digit() || b":.,+-Zz".contains(&b)) {
        return Err(DateError::Unreadable);
    }
    // Any day will do: the calendar part is checked by itself.
    let text = format!("2000-01-01T{clock}");
    let pieces = Pieces::parse(&text).map_err(|_| DateError::Impossible)?;
    let time = pieces.time().ok_or(DateError::Unreadable)?;
    let whole_seconds = Time::new(time.hour(), time.minute(), time.second(), 0);
    let offset = pieces.to_numeric_offset();
    if offset.is_some_and(|offset| offset.seconds() % 60 != 0) {
        return Err(DateError::Unreadable); // ISO 8601 has no seconds in an offset
    }
    whole_seconds.map(|time| (time, precision, offset)).map_err(|_| DateError::Impossible)
}

/// Reads `09:30 PM`.
fn read_half_day_clock(clock: &str) -> Result<(Time, Precision, Option<Offset>), DateError> {
    let with_seconds = clock.matches(':').count() == 2;
    let (format, precision) = if with_seconds {
        ("%I:%M:%S %p", Precision::Second)
    } else {
        ("%I:%M %p", Precision::Minute)
    };
    let time = Time::strptime(format, clock).map_err(|_| DateError::Impossible)?;
    Ok((time, precision, None))
}

/// One part of a calendar date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A number and how many digits it was written with.
    Number(u32, usize),
    /// A month in words.
    Month(u32),
}

/// The parts of a calendar date, in the order written.
#[derive(Debug, Default)]
struct Parts {
    parts: [Option<Part>; PARTS_MAX],
    count: usize,
}

impl Parts {
    fn read(text: &str) -> Result<Self, DateError> {
        let mut parts = Self::default();
        let mut rest = text;
        let mut is_month_next = false;
        while !rest.is_empty() {
            let number_at = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len());
            let (gap, from_number) = rest.split_at(number_at);
            for word in gap.split([' ', ',', '-', '/']) {
                match month_or_filler(word.trim_matches('.'))? {
                    Word::Month(month) => parts.push(Part::Month(month))?,
                    Word::MonthFollows => is_month_next = true,
                    Word::Filler => {}
                }
            }
            let end = from_number.find(|c: char| !c.is_ascii_digit()).unwrap_or(from_number.len());
            let (digits, after) = from_number.split_at(end);
            if !digits.is_empty() {
                let number = digits.parse().map_err(|_| DateError::Unreadable)?;
                let is_month = is_month_next && digits.len() <= 2;
                let month = Part::Month(number);
                parts.push(if is_month { month } else { Part::Number(number, digits.len()) })?;
                is_month_next = false;
            }
            rest = after;
        }
        Ok(parts)
    }

    fn push(&mut self, part: Part) -> Result<(), DateError> {
        *self.parts.get_mut(self.count).ok_or(DateError::Unreadable)? = Some(part);
        self.count += 1;
        Ok(())
    }

    /// The day, month or year that the parts name.
    fn date(&self, order: Option<DateOrder>) -> Result<(Date, Precision), DateError> {
        use Part::{Month, Number};
        match self.parts {
            [Some(Number(year, 4)), None, None] => dated(year, 0, 0),
            [Some(Number(packed, 8)), None, None] => {
                dated(packed / 10_000, packed / 100 % 100, packed % 100)
            }
            [Some(Number(year, 4)), Some(Number(month, 1..=2) | Month(month)), None]
            | [Some(Number(month, 1..=2) | Month(month)), Some(Number(year, 4)), None] => {
                dated(year, month, 0)
            }
            [
                Some(Number(year, 4)),
                Some(Number(month, 1..=2) | Month(month)),
                Some(Number(day, 1..=2)),
            ]
            | [Some(Number(day, 1..=2)), Some(Month(month)), Some(Number(year, 4))]
            | [Some(Month(month)), Some(Number(day, 1..=2)), Some(Number(year, 4))] => {
                dated(year, month, day)
            }
            [Some(Number(first, 1..=2)), Some(Number(second, 1..=2)), Some(Number(year, 4))] => {
                let (day, month) = day_and_month(first, second, year, order)?;
                dated(year, month, day)
            }
            _ => Err(DateError::Unreadable),
        }
    }
}

fn day_and_month(
    first: u32,
    second: u32,
    year: u32,
    order: Option<DateOrder>,
) -> Result<(u32, u32), DateError> {
    let order = match order {
        _ if 12 < first || first == second => DateOrder::DayFirst,
        _ if 12 < second => DateOrder::MonthFirst,
        _ if is_buddhist_era(year) => DateOrder::DayFirst,
        Some(order) => order,
        None => return Err(DateError::Ambiguous),
    };
    match order {
        DateOrder::DayFirst => Ok((first, second)),
        DateOrder::MonthFirst => Ok((second, first)),
    }
}

/// A date of the common era. Lists write 00 for a month or day that they do not know.
fn dated(year: u32, month: u32, day: u32) -> Result<(Date, Precision), DateError> {
    let year = if is_buddhist_era(year) { year - BUDDHIST_ERA_YEARS } else { year };
    let precision = match (month, day) {
        (0, 0) => Precision::Year,
        (_, 0) => Precision::Month,
        _ => Precision::Day,
    };
    if year < YEAR_MIN {
        return Err(DateError::Impossible);
    }
    let small = |number: u32| i8::try_from(number).map_err(|_| DateError::Impossible);
    let year = i16::try_from(year).map_err(|_| DateError::Impossible)?;
    // With the day known the month must be too, so that 2025-00-17 is no day.
    let month = if precision == Precision::Year { 1 } else { small(month)? };
    let date = Date::new(year, month, small(day.max(1))?).map_err(|_| DateError::Impossible)?;
    Ok((date, precision))
}

fn is_buddhist_era(year: u32) -> bool {
    (BUDDHIST_YEAR_MIN..=BUDDHIST_YEAR_MAX).contains(&year)
}

/// What a word beside the numbers says.
enum Word {
    Month(u32),
    /// Vietnamese writes 'month 10'.
    MonthFollows,
    Filler,
}

fn month_or_filler(word: &str) -> Result<Word, DateError> {
    if word.is_empty() || FILLERS.contains(&word) {
        return Ok(Word::Filler);
    }
    if matches!(word, "tháng" | "Tháng" | "thang") {
        return Ok(Word::MonthFollows);
    }
    let lower = word.to_lowercase();
    let known = MONTHS.iter().find(|(_, names)| names.contains(&lower.as_str()));
    known.map(|(month, _)| Word::Month(*month)).ok_or(DateError::Unreadable)
}

/// Words that say what the number beside them is, which its place says too.
#[rustfmt::skip]
const FILLERS: &[&str] = &[
    "년", "월", "일", "年", "月", "日", "号", "號", "st", "nd", "rd", "th", "of", "ngày", "Ngày", "năm",
    "วันที่", "เดือน", "ปี", "พ.ศ", "พศ", "ค.ศ", "tanggal",
];

/// Months in words, without a full stop at the end: English, Thai, Indonesian.
const MONTHS: &[(u32, &[&str])] = &[
    (1, &["january", "jan", "มกราคม", "ม.ค", "มค", "januari"]),
    (2, &["february", "feb", "กุมภาพันธ์", "ก.พ", "กพ", "februari"]),
    (3, &["march", "mar", "มีนาคม", "มี.ค", "มีค", "maret"]),
    (4, &["april", "apr", "เมษายน", "เม.ย", "เมย"]),
    (5, &["may", "พฤษภาคม", "พ.ค", "พค", "mei"]),
    (6, &["june", "jun", "มิถุนายน", "มิ.ย", "มิย", "juni"]),
    (7, &["july", "jul", "กรกฎาคม", "ก.ค", "กค", "juli"]),
    (8, &["august", "aug", "สิงหาคม", "ส.ค", "สค", "agustus", "agu"]),
    (9, &["september", "sep", "sept", "กันยายน", "ก.ย", "กย"]),
    (10, &["october", "oct", "ตุลาคม", "ต.ค", "ตค", "oktober", "okt"]),
    (11, &["november", "nov", "พฤศจิกายน", "พ.ย", "พย"]),
    (12, &["december", "dec", "ธันวาคม", "ธ.ค", "ธค", "desember", "des"]),
];

/// A year, a month and a day.
const PARTS_MAX: usize = 3;
/// FollowTheMoney's date type knows no earlier years either.
const YEAR_MIN: u32 = 1000;
/// The Thai Buddhist era is 543 years ahead of the common era.
const BUDDHIST_ERA_YEARS: u32 = 543;
/// 1857: nobody in a police record was born before it.
const BUDDHIST_YEAR_MIN: u32 = 2400;
/// 2157.
const BUDDHIST_YEAR_MAX: u32 = 2700;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(raw: &str, expected: &str) {
        let date = PartialDate::read(raw, None).map(|date| date.to_string());
        assert_eq!(date.as_deref(), Ok(expected), "{raw}");
    }

    fn refuse(raw: &str, expected: DateError) {
        assert_eq!(PartialDate::read(raw, None), Err(expected), "{raw}");
    }

    #[test]
    fn a_date_in_iso_form_keeps_its_precision() {
        for date in [
            "2025",
            "2025-10",
            "2025-10-17",
            "2025-10-17T09",
            "2025-10-17T09:30",
            "2025-10-17T09:30:05",
            "2025-10-17T09:30Z",
            "2025-10-17T09:30:05+07:00",
            "2025-10-17T09:30-03:30",
            "1000",
            "9999-12-31",
            "2024-02-29",
        ] {
            check(date, date);
        }
    }

    #[test]
    fn dates_are_read_as_the_regions_sources_write_them() {
        for raw in [
            "2025/10/17",
            "2025.10.17",
            "2025. 10. 17.",
            "20251017",
            "17 October 2025",
            "17 Oct 2025",
            "17-Oct-2025",
            "17th October, 2025",
            "October 17, 2025",
            "17/10/2025",
            "10/17/2025",
            "2025년 10월 17일",
            "2025年10月17日",
            "17/10/2568",
            "2568-10-17",
            "17 ต.ค. 2568",
            "๑๗ ตุลาคม พ.ศ. ๒๕๖๘",
            "17 Oktober 2025",
            "ngày 17 tháng 10 năm 2025",
        ] {
            check(raw, "2025-10-17");
        }
        check("Oct 2025", "2025-10");
        check("2025년 10월", "2025-10");
        check("10/2025", "2025-10");
        check("2025년", "2025");
        check("2568", "2025");
    }

    #[test]
    fn times_are_read_with_and_without_a_zone() {
        check("2025-10-17 09:30", "2025-10-17T09:30");
        check("17/10/2025 9:30:05", "2025-10-17T09:30:05");
        check("17 Oct 2025, 9:30 PM", "2025-10-17T21:30");
        check("2025-10-17 09:30:05 UTC", "2025-10-17T09:30:05Z");
        check("2025-10-17T09:30:05.123456+00:00", "2025-10-17T09:30:05Z");
        check("2025-10-17T0930+0700", "2025-10-17T09:30+07:00");
    }

    #[test]
    fn zeroes_for_what_is_not_known_lower_the_precision() {
        check("1985-00-00", "1985");
        check("19850600", "1985-06");
        refuse("1985-00-17", DateError::Impossible);
    }

    #[test]
    fn a_day_that_no_calendar_has_is_refused() {
        for raw in ["2025/13/02", "2025-02-30", "2023-02-29", "31/04/2025", "0999-01-01", "13/2025"]
        {
            refuse(raw, DateError::Impossible);
        }
        refuse("2025-10-17T25:00", DateError::Impossible);
    }

    #[test]
    fn a_text_that_is_not_one_date_is_refused() {
        for raw in [
            "",
            "unknown",
            "25/10/17",
            "2025-W42",
            "2021-2024",
            "2025-10-17 09:30 maybe",
            "12:30",
            "2025-10-17T09:30[Asia/Bangkok]",
            "1 2 3 2025",
            "2025T09:30",
            "99999999999",
            "T",
            ":",
        ] {
            refuse(raw, DateError::Unreadable);
        }
    }

    #[test]
    fn day_and_month_that_could_be_either_way_round_are_refused_without_a_hint() {
        refuse("05/06/2025", DateError::Ambiguous);
        let read = |order| PartialDate::read("05/06/2025", Some(order)).unwrap().to_string();

        assert_eq!(read(DateOrder::DayFirst), "2025-06-05");
        assert_eq!(read(DateOrder::MonthFirst), "2025-05-06");
        check("05/06/2568", "2025-06-05"); // the Thai era is always written day first
        check("05/05/2025", "2025-05-05");
    }

    #[test]
    fn the_bounds_of_a_vague_date_hold_all_that_it_can_mean() {
        let bounds = |text: &str| {
            let date: PartialDate = text.parse().unwrap();
            format!("{} {}", date.earliest(), date.latest())
        };

        assert_eq!(bounds("2024"), "2024-01-01 2024-12-31");
        assert_eq!(bounds("2024-02"), "2024-02-01 2024-02-29");
        assert_eq!(bounds("2024-02-03T09:30"), "2024-02-03 2024-02-03");
    }

    #[test]
    fn dates_are_ordered_as_the_calendar_is() {
        let texts = ["2024", "2024-01", "2024-01-01", "2024-01-01T00:00", "2024-01-02", "2025"];
        let mut dates = texts.map(|text| text.parse::<PartialDate>().unwrap());
        dates.reverse();

        dates.sort_unstable();
        assert_eq!(dates.map(|date| date.to_string()), texts);
    }

    #[test]
    fn a_time_with_an_offset_is_a_moment() {
        let date: PartialDate = "2025-10-17T09:30+07:00".parse().unwrap();

        assert_eq!(date.moment().map(|m| m.to_string()).as_deref(), Some("2025-10-17T02:30:00Z"));
        assert_eq!("2025-10-17T09:30".parse::<PartialDate>().unwrap().moment(), None);
    }

    proptest! {
        #[test]
        fn a_date_survives_its_text_form(
            year in 1000_u32..=2399, month in 0_u32..=12, day in 0_u32..=28,
            hour in 0..24, minute in 0..60, offset in -14..=14,
        ) {
            let (date, precision) = dated(year, month, if month == 0 { 0 } else { day }).unwrap();
            let plain = PartialDate { start: date.to_datetime(Time::midnight()), precision, offset: None };
            prop_assert_eq!(plain.to_string().parse(), Ok(plain));

            let timed = format!("{date}T{hour:02}:{minute:02}{offset:+03}:00");
            let moment: PartialDate = timed.parse().unwrap();
            prop_assert_eq!(moment.to_string().parse(), Ok(moment));
        }

        #[test]
        fn any_text_is_read_without_a_panic(text: String, digits in "[0-9TZ:+\\-/. APM]{0,24}") {
            let _ = PartialDate::read(&text, None);
            let _ = PartialDate::read(&digits, None);
        }
    }
}
