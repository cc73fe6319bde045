//! Dates as far as comparing goes: year, month and day, also of dates that no calendar has, since
//! a mistyped day still says something.

use liaison_model::values::{DateOrder, PartialDate};

/// A date; month and day are 0 where they are not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) struct Day {
    pub(crate) year: u16,
    pub(crate) month: u8,
    pub(crate) day: u8,
}

impl Day {
    /// Reads a date in any of the layouts that are in use. O(1).
    pub(crate) fn read(text: &str, order: Option<DateOrder>) -> Option<Self> {
        let text = text.trim();
        if DATE_BYTES_MAX < text.len() {
            return None;
        }
        compact(text).or_else(|| parts(text)).or_else(|| {
            let date = PartialDate::read(text, order).ok()?;
            let part = |part: Option<i8>| part.and_then(|p| u8::try_from(p).ok()).unwrap_or(0);
            let year = u16::try_from(date.year()).ok()?;
            Some(Self { year, month: part(date.month()), day: part(date.day()) })
        })
    }

    /// Its digits, eight of them.
    fn digits(self) -> [u8; 8] {
        let (y, m, d) = (self.year, self.month, self.day);
        let digit = |number: u16| (number % 10) as u8;
        let [m, d] = [u16::from(m), u16::from(d)];
        [
            digit(y / 1000),
            digit(y / 100),
            digit(y / 10),
            digit(y),
            digit(m / 10),
            digit(m),
            digit(d / 10),
            digit(d),
        ]
    }

    /// Whether one digit differs, or two neighbouring digits are swapped.
    pub(crate) fn is_one_slip(self, other: Self) -> bool {
        let (a, b) = (self.digits(), other.digits());
        let differing = (0..8).filter(|at| a[*at] != b[*at]);
        let mut places = [0; 3];
        let mut count = 0;
        for at in differing.take(3) {
            places[count] = at;
            count += 1;
        }
        let [first, second, _] = places;
        count == 1
            || count == 2 && second == first + 1 && a[first] == b[second] && a[second] == b[first]
    }

    /// Whether day and month stand in each other's place.
    pub(crate) fn is_turned(self, other: Self) -> bool {
        self.year == other.year && self.month == other.day && self.day == other.month
    }
}

/// `19840102`.
fn compact(text: &str) -> Option<Day> {
    if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let day = Day {
        year: text[..4].parse().ok()?,
        month: text[4..6].parse().ok()?,
        day: text[6..].parse().ok()?,
    };
    (YEARS.contains(&day.year) && day.month <= 40 && day.day <= 40).then_some(day)
}

/// `1984-01-02`, also of months and days that do not exist.
fn parts(text: &str) -> Option<Day> {
    let day = text.split(['T', ' ']).next()?;
    let mut parts = day.split(['-', '/', '.']);
    let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let part = |text: &str| text.parse().ok().filter(|part: &u8| *part < 100);
    let (month, day) = (part(parts.next()?)?, part(parts.next()?)?);
    (YEARS.contains(&year) && parts.next().is_none()).then_some(Day { year, month, day })
}

/// Which comes first in the dates of a column, where some of them leave no doubt; the day where
/// none does. O(cells).
#[must_use]
pub fn order_of_dates(cells: &[&str]) -> DateOrder {
    let (mut day_first, mut month_first) = (0_usize, 0_usize);
    for cell in cells {
        let mut numbers = cell.split(['-', '/', '.', ' ']).map(str::parse::<u16>);
        if let (Some(Ok(first)), Some(Ok(second))) = (numbers.next(), numbers.next()) {
            day_first += usize::from((13..=31).contains(&first) && second <= 12);
            month_first += usize::from((13..=31).contains(&second) && first <= 12);
        }
    }
    if day_first < month_first { DateOrder::MonthFirst } else { DateOrder::DayFirst }
}

/// Years that a record of a person or event may have; those of the Thai era are read otherwise.
const YEARS: std::ops::RangeInclusive<u16> = 1800..=2199;
const DATE_BYTES_MAX: usize = 64;

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::read(text, Some(DateOrder::DayFirst)).unwrap()
    }

    #[test]
    fn one_date_is_read_from_its_layouts() {
        for text in ["1984-01-22", "19840122", "22/01/1984", "1984-01-22T00:00:00", "22.1.1984"] {
            assert_eq!(day(text), Day { year: 1984, month: 1, day: 22 }, "{text}");
        }
        assert_eq!(day("1984"), Day { year: 1984, month: 0, day: 0 });
        assert_eq!(Day::read("winston hills", None), None);
    }

    #[test]
    fn slips_of_typing_are_recognised() {
        assert!(day("1984-01-22").is_one_slip(day("1984-01-28")));
        assert!(day("1984-01-22").is_one_slip(day("1948-01-22")));
        assert!(!day("1984-01-22").is_one_slip(day("1984-02-23")));
        assert!(day("1984-01-02").is_turned(day("1984-02-01")));
    }

    #[test]
    fn dates_that_leave_no_doubt_tell_the_order_of_a_column() {
        assert_eq!(order_of_dates(&["01/02/1984", "01/22/1984"]), DateOrder::MonthFirst);
        assert_eq!(order_of_dates(&["01/02/1984", "22/01/1984"]), DateOrder::DayFirst);
    }
}
