//! Days of the simulated year, 1 January to 31 August 2025, and other dates.
//!
//! # Invariants
//!
//! * Reports are spread over the eight months by [`MONTH_WEIGHTS`], and their totals add up to the
//!   number asked for.

use crate::draw::Draw;

/// Days from 1 January to 31 August 2025.
pub(crate) const DAYS: u32 = 243;

/// A day of the simulated year, counted from 0, as an ISO date.
pub(crate) fn day_text(day: u32) -> String {
    let mut rest = day.min(DAYS - 1);
    let mut month = 0;
    while MONTH_DAYS[month] <= rest {
        rest -= MONTH_DAYS[month];
        month += 1;
    }
    format!("2025-{:02}-{:02}", month + 1, rest + 1)
}

/// The day on which the report of a number was made; reports are numbered in their order.
pub(crate) fn report_day(number: u32, total: u32, draw: &mut Draw) -> u32 {
    let all = MONTH_WEIGHTS.iter().sum::<u32>();
    let mut first_day = 0;
    let mut weight = 0;
    for (days, of_month) in MONTH_DAYS.iter().zip(MONTH_WEIGHTS) {
        weight += of_month;
        // The reports before the end of this month, rounded down: the last month gets the rest.
        let until = u64::from(total) * u64::from(weight) / u64::from(all);
        if u64::from(number) < until {
            return first_day + draw.below(*days);
        }
        first_day += days;
    }
    DAYS - 1
}

/// Birth date of an adult: nobody simulated is under 20 in 2025.
pub(crate) fn birth_date(draw: &mut Draw) -> String {
    let (year, month, day) = (draw.between(1970, 2004), draw.between(1, 12), draw.between(1, 28));
    format!("{year}-{month:02}-{day:02}")
}

const MONTH_DAYS: [u32; 8] = [31, 28, 31, 30, 31, 30, 31, 31];
/// How reports are shared out among January to August, rising as the public reports did.
const MONTH_WEIGHTS: [u32; 8] = [8, 9, 11, 12, 13, 14, 16, 17];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::Stream;

    #[test]
    fn the_simulated_year_ends_on_the_last_of_august() {
        assert_eq!(day_text(0), "2025-01-01");
        assert_eq!(day_text(58), "2025-02-28");
        assert_eq!(day_text(59), "2025-03-01");
        assert_eq!(day_text(DAYS - 1), "2025-08-31");
    }

    #[test]
    fn every_month_gets_its_share_and_none_is_lost() {
        let mut months = [0; 8];
        for number in 0..330 {
            let day = report_day(number, 330, &mut Draw::new(1, Stream::Report, u64::from(number)));
            let month: usize = day_text(day)[5..7].parse().unwrap();
            months[month - 1] += 1;
        }

        assert_eq!(months, [26, 30, 36, 40, 42, 47, 52, 57]);
    }
}
