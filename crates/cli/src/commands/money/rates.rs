//! What sums are in another currency: by a table of rates that the officer names, never by one of ours.

use std::fs::File;
use std::path::Path;

use anyhow::{Context, Result, bail};
use jiff::civil::Date;
use liaison_formats::PlainTable;
use liaison_model::messages::Message;
use liaison_model::values::Currency;
use liaison_trace::Decimal;

use crate::out::Out;

/// Rates of a table with the columns date, from, to, rate: one of `from` is `rate` of `to`.
#[derive(Debug)]
pub struct Rates {
    /// The currency into which is converted.
    pub into: String,
    /// The name of the file.
    pub file: String,
    rates: Vec<(String, Date, Decimal)>,
}

/// A rate, and of which day it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatedRate {
    pub date: Date,
    pub rate: Decimal,
    decimals: u8,
}

impl Rates {
    /// Reads those into one currency.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, or a row of it is no rate: a wrong rate is worse than none.
    pub fn read(path: &Path, into: &str, out: &Out) -> Result<Self> {
        let told = || path.display().to_string();
        let mut table =
            PlainTable::open(File::open(path).with_context(told)?).with_context(told)?;
        let headings = table.headings().to_vec();
        let place =
            |name: &str| headings.iter().position(|own| own.trim().eq_ignore_ascii_case(name));
        let mut places = [0; 4];
        for (at, column) in places.iter_mut().zip(COLUMNS) {
            let Some(found) = place(column) else {
                let message = Message::new("money-rates-columns").with("column", column);
                bail!("{}: {}", told(), out.words.say(&message));
            };
            *at = found;
        }
        let mut rates = Vec::new();
        while let Some(row) = table.next_row().with_context(told)? {
            let cells = places.map(|at| row.cells.get(at).map_or("", |cell| cell.trim()));
            match rate(cells) {
                Some(rate) if cells[2] == into => rates.push(rate),
                Some(_) => {}
                None => {
                    let message = Message::new("money-rates-row").with("row", row.number);
                    bail!("{}: {}", told(), out.words.say(&message));
                }
            }
        }
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Self { into: into.to_owned(), file, rates })
    }

    /// The latest rate of a currency that is not later than a time in microseconds.
    pub fn at(&self, currency: &str, micros: i64) -> Option<DatedRate> {
        let day = jiff::Timestamp::from_microsecond(micros).ok()?;
        let day = day.to_zoned(jiff::tz::TimeZone::UTC).date();
        let own = self.rates.iter().filter(|(of, date, _)| of == currency && *date <= day);
        let (_, date, rate) = own.max_by_key(|(_, date, _)| *date)?;
        let decimals = Currency::find(&self.into).map_or(USUAL_DECIMALS, Currency::decimals);
        Some(DatedRate { date: *date, rate: *rate, decimals })
    }
}

impl DatedRate {
    /// An amount in minor units of so many decimals, in the other currency, rounded down to its minor
    /// unit; `None` beyond 128 bits.
    pub fn convert(self, amount: u128, decimals: u8) -> Option<String> {
        let grown = amount.checked_mul(self.rate.digits.into())?;
        let grown = grown.checked_mul(10_u128.checked_pow(self.decimals.into())?)?;
        let shrunk = 10_u128.checked_pow(u32::from(decimals) + u32::from(self.rate.decimals))?;
        let decimals = usize::from(self.decimals);
        let digits = format!("{:0width$}", grown / shrunk, width = decimals + 1);
        let (whole, part) = digits.split_at(digits.len() - decimals);
        Some(if part.is_empty() { whole.to_owned() } else { format!("{whole}.{part}") })
    }
}

fn rate([date, from, _, rate]: [&str; 4]) -> Option<(String, Date, Decimal)> {
    let rate: Decimal = rate.parse().ok().filter(|rate: &Decimal| 0 < rate.digits)?;
    Some((from.to_owned(), date.parse().ok()?, rate)).filter(|(from, ..)| !from.is_empty())
}

const COLUMNS: [&str; 4] = ["date", "from", "to", "rate"];
/// Decimals of a currency that no list has.
const USUAL_DECIMALS: u8 = 2;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_rounded_down_to_the_minor_unit_of_the_other_currency() {
        let check = |amount, decimals, rate: &str, into, expected: &str| {
            let date = "2026-03-01".parse().unwrap();
            let rate = DatedRate { date, rate: rate.parse().unwrap(), decimals: into };
            assert_eq!(rate.convert(amount, decimals).as_deref(), Some(expected));
        };
        check(10_000, 2, "0.0291", 2, "2.91");
        check(10_099, 2, "0.0291", 2, "2.93");
        check(1, 0, "1400.55", 2, "1400.55");
        check(999, 2, "40.5", 0, "404");
        let rate: Decimal = "18446744073709551615".parse().unwrap();
        let rate = DatedRate { date: "2026-03-01".parse().unwrap(), rate, decimals: 2 };
        assert_eq!(rate.convert(u128::MAX, 2), None);
    }
}
