//! The days that a figure is about, from dates given as a year, a month or a day.
//!
//! # Invariants
//!
//! * A year starts on its first day and ends on its last; the same holds for a month.
//! * A text that is not such a date bounds nothing; it is still shown, and compared as a text.

use crate::Figure;

/// The days from `first` to `last`, both included. A side that no source stated is open.
///
/// Days are ISO 8601 texts of ten characters, whose order as texts is their order in time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First day; open when absent.
    pub first: Option<String>,
    /// Last day; open when absent.
    pub last: Option<String>,
}

impl Span {
    /// The days that a figure is about: its period when any of it is stated, otherwise the day of
    /// which it was true; `None` when it has no date that can be read.
    ///
    /// A period counts for itself, so that two sources that counted the same period, and wrote at
    /// different times, are about the same days. A period with a start but no end is a count so
    /// far: it ends at the figure's as-of date, unless that lies before the start (an alert
    /// announced a day before it came into force), which leaves it open.
    #[must_use]
    pub fn of(figure: &Figure) -> Option<Self> {
        let start = figure.period_start.as_deref().and_then(days).map(|(first, _)| first);
        let end = figure.period_end.as_deref().and_then(days).map(|(_, last)| last);
        let as_of = figure.as_of.as_deref().and_then(days);
        match (start, end) {
            (None, None) => {
                as_of.map(|(first, last)| Self { first: Some(first), last: Some(last) })
            }
            (Some(first), None) => {
                let last = as_of.map(|(_, last)| last).filter(|last| first <= *last);
                Some(Self { first: Some(first), last })
            }
            // A source that swapped start and end is read the way round that makes sense.
            (Some(first), Some(last)) if last < first => {
                Some(Self { first: Some(last), last: Some(first) })
            }
            (first, last) => Some(Self { first, last }),
        }
    }

    /// Whether the two share at least one day.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        starts_by(self, other) && starts_by(other, self)
    }

    /// The days that both share, when there are any.
    #[must_use]
    pub fn meet(&self, other: &Self) -> Option<Self> {
        if !self.overlaps(other) {
            return None;
        }
        // `None` sorts before every day, which is what an open start needs.
        let first = self.first.clone().max(other.first.clone());
        let last = match (&self.last, &other.last) {
            (Some(a), Some(b)) => Some(a.min(b).clone()),
            (a, b) => a.clone().or_else(|| b.clone()),
        };
        Some(Self { first, last })
    }

    /// Sorts by the first day that is stated, then by the last; open ends come last.
    pub(crate) fn order_key(span: Option<&Self>) -> (String, String) {
        let stated = |day: Option<&String>| day.map_or(AFTER_ALL_DAYS, String::as_str).to_owned();
        let first = span.and_then(|span| span.first.as_ref().or(span.last.as_ref()));
        (stated(first), stated(span.and_then(|span| span.last.as_ref())))
    }
}

fn starts_by(a: &Span, b: &Span) -> bool {
    match (&a.first, &b.last) {
        (Some(first), Some(last)) => first <= last,
        _ => true,
    }
}

/// First and last day of a text `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a time of day is ignored.
fn days(text: &str) -> Option<(String, String)> {
    let date = text.trim().split(['T', ' ']).next().unwrap_or_default();
    let mut parts = date.split('-');
    let year = number(parts.next()?, 4)?;
    let month = parts.next().map(|part| number(part, 2)).map_or(Some(None), |n| n.map(Some))?;
    let day = parts.next().map(|part| number(part, 2)).map_or(Some(None), |n| n.map(Some))?;
    if parts.next().is_some() {
        return None;
    }
    let (month_first, month_last) = month.map_or((1, 12), |month| (month, month));
    if !(1..=12).contains(&month_first) {
        return None;
    }
    let (day_first, day_last) = day.map_or((1, month_days(year, month_last)), |day| (day, day));
    if !(1..=month_days(year, month_last)).contains(&day_first) {
        return None;
    }
    let written = |month, day| format!("{year:04}-{month:02}-{day:02}");
    Some((written(month_first, day_first), written(month_last, day_last)))
}

fn number(digits: &str, length: usize) -> Option<u32> {
    let fits = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
    if fits { digits.parse().ok() } else { None }
}

fn month_days(year: u32, month: u32) -> u32 {
    let leap = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Sorts behind every ISO date.
const AFTER_ALL_DAYS: &str = "~";

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(&str, &str)>) {
        let expected = expected.map(|(first, last)| (first.to_owned(), last.to_owned()));
        assert_eq!(days(text), expected, "{text}");
    }

    #[test]
    fn a_year_or_month_covers_all_its_days() {
        check("2025", Some(("2025-01-01", "2025-12-31")));
        check("2024-02", Some(("2024-02-01", "2024-02-29")));
        check("2025-10-17", Some(("2025-10-17", "2025-10-17")));
        check("2025-10-17T09:30:00Z", Some(("2025-10-17", "2025-10-17")));
    }

    #[test]
    fn what_is_not_a_date_bounds_nothing() {
        for text in ["", "2025-late", "2025/13/02", "2025-13", "2025-02-30", "25-01-01", "2025-1-1"]
        {
            check(text, None);
        }
    }

    #[test]
    fn a_count_so_far_ends_when_it_was_made() {
        let figure = |as_of: &str| Figure {
            period_start: Some("2025-06".into()),
            as_of: Some(as_of.into()),
            ..Figure::default()
        };

        let counted = Span::of(&figure("2025-10-14")).unwrap();
        assert_eq!(counted.last.as_deref(), Some("2025-10-14"));
        let announced = Span::of(&figure("2025-05-31")).unwrap();
        assert_eq!((announced.first.as_deref(), announced.last), (Some("2025-06-01"), None));
    }

    #[test]
    fn an_open_side_overlaps_everything_on_that_side() {
        let until = Span { first: None, last: Some("2025-01-31".into()) };
        let from = Span { first: Some("2025-02-01".into()), last: None };

        assert!(!until.overlaps(&from));
        assert!(until.overlaps(&Span::default()) && Span::default().overlaps(&from));
    }
}
