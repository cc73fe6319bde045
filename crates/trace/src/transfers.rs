//! Transfers in one sequence, their accounts and their currencies.

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

use crate::order::{self, Ties};

/// An account, numbered as it was first met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Account(pub u32);

/// A currency or token, numbered as it was first met. Two are never added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit(pub u16);

impl Account {
    /// Its place in a list of all accounts.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Money that went from one account to another: 32 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transfer {
    /// Microseconds since 1970, UTC.
    pub time: i64,
    /// Minor units of `unit`.
    pub amount: u64,
    /// Whose money it was.
    pub from: Account,
    /// Whose it became.
    pub to: Account,
    /// Row of the table, from 1.
    pub row: u32,
    /// Currency or token.
    pub unit: Unit,
    /// Decimals in which `amount` is written until the table is complete.
    decimals: u8,
}

/// A number without a sign as it was written: digits, and how many of them follow the point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    /// All digits as one number.
    pub digits: u64,
    /// How many of them follow the point.
    pub decimals: u8,
}

/// Why a text is not an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DecimalError {
    /// There is nothing.
    #[error("there is no amount")]
    Empty,
    /// It is below zero.
    #[error("the amount is negative")]
    Negative,
    /// It is written with an exponent, which hides how many digits were known.
    #[error("the amount has an exponent")]
    Exponent,
    /// It has a comma, which groups thousands here and begins decimals there.
    #[error("the amount has a comma")]
    Comma,
    /// It is no number.
    #[error("the amount is not a number")]
    Unreadable,
    /// It has more decimals than any currency.
    #[error("the amount has more than {DECIMALS_MAX} decimals")]
    TooPrecise,
    /// It does not fit into 64 bits.
    #[error("the amount is beyond 64 bits")]
    TooLarge,
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = usize::from(self.decimals);
        let digits = format!("{:0width$}", self.digits, width = decimals + 1);
        let (whole, part) = digits.split_at(digits.len() - decimals);
        let point = if part.is_empty() { "" } else { "." };
        write!(f, "{whole}{point}{part}")
    }
}

impl Decimal {
    /// Reads digits with at most one point. Zeros at the end of the decimals are left away.
    ///
    /// # Errors
    ///
    /// [`DecimalError`] with the reason.
    ///
    /// # Examples
    ///
    /// ```
    /// # use liaison_trace::{Decimal, DecimalError};
    /// assert_eq!(Decimal::read("12.50"), Ok(Decimal { digits: 125, decimals: 1 }));
    /// assert_eq!(Decimal::read("8.77e+06"), Err(DecimalError::Exponent));
    /// ```
    pub fn read(text: &str) -> Result<Self, DecimalError> {
        let text = text.trim();
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(whole) || !is_number(fraction) || (whole.is_empty() && fraction.is_empty()) {
            return Err(fault(text));
        }
        let fraction = fraction.trim_end_matches('0');
        if usize::from(DECIMALS_MAX) < fraction.len() {
            return Err(DecimalError::TooPrecise);
        }
        let digits = whole
            .bytes()
            .chain(fraction.bytes())
            .try_fold(0_u64, |sum, byte| sum.checked_mul(10)?.checked_add(u64::from(byte - b'0')));
        let digits = digits.ok_or(DecimalError::TooLarge)?;
        // At most `DECIMALS_MAX`, checked above.
        Ok(Self { digits, decimals: fraction.len() as u8 })
    }

    /// The same number in minor units of so many decimals, where it is one and fits.
    #[must_use]
    pub fn in_units(self, decimals: u8) -> Option<u64> {
        let missing = decimals.checked_sub(self.decimals)?;
        self.digits.checked_mul(10_u64.checked_pow(u32::from(missing))?)
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        Self::read(text)
    }
}

/// What keeps a text from being an amount, where something does.
fn fault(text: &str) -> DecimalError {
    if text.is_empty() {
        return DecimalError::Empty;
    }
    let is_digit = |c: char| c.is_ascii_digit();
    match text.strip_prefix(['-', '−', '(']) {
        Some(rest) if rest.starts_with(|c: char| is_digit(c) || c == '.') => {
            return DecimalError::Negative;
        }
        _ => {}
    }
    let is_exponent = |c: char| is_digit(c) || matches!(c, '.' | '+' | '-' | 'e' | 'E');
    if text.starts_with(is_digit) && text.contains(['e', 'E']) && text.chars().all(is_exponent) {
        return DecimalError::Exponent;
    }
    if text.contains(',') && text.chars().all(|c| is_digit(c) || matches!(c, ',' | '.')) {
        return DecimalError::Comma;
    }
    DecimalError::Unreadable
}

/// A currency as the table writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitInfo {
    /// Its code or name; empty where the table has no such column.
    pub code: String,
    /// Digits after the point of its minor unit: the most that a row has, or the usual ones.
    pub decimals: u8,
}

/// What an account held at a time, before the transfers of that time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// Whose.
    pub account: Account,
    /// In which currency.
    pub unit: Unit,
    /// Microseconds since 1970, UTC.
    pub time: i64,
    /// Minor units of `unit`.
    pub amount: u64,
}

/// Transfers in their sequence.
#[derive(Debug, Clone, Default)]
pub struct Transfers {
    rows: Vec<Transfer>,
    openings: Vec<Opening>,
    names: Vec<Box<str>>,
    units: Vec<UnitInfo>,
    out_of_order: u64,
}

impl Transfers {
    /// All transfers, in the sequence in which money moves.
    #[must_use]
    pub fn rows(&self) -> &[Transfer] {
        &self.rows
    }

    /// What accounts held at some times, in their order.
    #[must_use]
    pub fn openings(&self) -> &[Opening] {
        &self.openings
    }

    /// Says what accounts held at some times. The rules of tracing take it into account.
    pub fn open_with(&mut self, mut openings: Vec<Opening>) {
        openings.sort_by_key(|opening| opening.time);
        self.openings = openings;
    }

    /// How many accounts there are.
    #[must_use]
    pub fn accounts(&self) -> usize {
        self.names.len()
    }

    /// What an account is called.
    #[must_use]
    pub fn name(&self, account: Account) -> &str {
        self.names.get(account.index()).map_or("", |name| name)
    }

    /// The account of a name.
    #[must_use]
    pub fn account(&self, name: &str) -> Option<Account> {
        let at = self.names.iter().position(|own| **own == *name)?;
        Some(Account(at as u32)) // the builder numbers them so
    }

    /// All currencies.
    #[must_use]
    pub fn units(&self) -> &[UnitInfo] {
        &self.units
    }

    /// How many rows stood behind a later one in the table.
    #[must_use]
    pub fn out_of_order(&self) -> u64 {
        self.out_of_order
    }

    /// An amount as people write it, such as `12.50`.
    #[must_use]
    pub fn written(&self, amount: u128, unit: Unit) -> String {
        let decimals = self.units.get(usize::from(unit.0)).map_or(0, |unit| unit.decimals);
        let decimals = usize::from(decimals);
        let digits = format!("{amount:0width$}", width = decimals + 1);
        let (whole, fraction) = digits.split_at(digits.len() - decimals);
        let point = if fraction.is_empty() { "" } else { "." };
        format!("{whole}{point}{fraction}")
    }
}

/// Takes transfers in any order.
#[derive(Debug, Default)]
pub struct TransfersBuilder {
    rows: Vec<Transfer>,
    names: Vec<Box<str>>,
    accounts: HashMap<Box<str>, Account>,
    units: Vec<UnitInfo>,
    by_code: HashMap<String, Unit>,
}

impl TransfersBuilder {
    /// Without any transfer.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The account of a name; a new one where nobody had it. `None` beyond 4 billion accounts.
    pub fn account(&mut self, name: &str) -> Option<Account> {
        if let Some(known) = self.accounts.get(name) {
            return Some(*known);
        }
        let account = Account(u32::try_from(self.names.len()).ok()?);
        self.names.push(name.into());
        self.accounts.insert(name.into(), account);
        Some(account)
    }

    /// The currency of a code with its usual decimals. `None` beyond 65,536 currencies.
    pub fn unit(&mut self, code: &str, usual_decimals: u8) -> Option<Unit> {
        if let Some(known) = self.by_code.get(code) {
            return Some(*known);
        }
        let unit = Unit(u16::try_from(self.units.len()).ok()?);
        self.units.push(UnitInfo { code: code.to_owned(), decimals: usual_decimals });
        self.by_code.insert(code.to_owned(), unit);
        Some(unit)
    }

    /// Takes a transfer.
    pub fn push(
        &mut self,
        time: i64,
        (from, to): (Account, Account),
        amount: Decimal,
        unit: Unit,
        row: u32,
    ) {
        if let Some(info) = self.units.get_mut(usize::from(unit.0)) {
            info.decimals = info.decimals.max(amount.decimals);
        }
        let Decimal { digits, decimals } = amount;
        self.rows.push(Transfer { time, amount: digits, from, to, row, unit, decimals });
    }

    /// Takes each time as the last multiple of so many microseconds.
    pub fn floor_times(&mut self, micros: i64) {
        for row in &mut self.rows {
            row.time = row.time.div_euclid(micros) * micros;
        }
    }

    /// Leaves transfers out again, by their rows, which are given in order.
    pub fn forget(&mut self, rows: &[u32]) {
        self.rows.retain(|own| rows.binary_search(&own.row).is_err());
    }

    /// Puts all into one sequence. Says which rows were left out, because their amount does not fit
    /// into 64 bits once it has as many decimals as its currency has in another row.
    #[must_use]
    pub fn finish(self, ties: Ties) -> (Transfers, Vec<u32>) {
        let Self { mut rows, names, units, .. } = self;
        let mut too_large = Vec::new();
        rows.retain_mut(|row| {
            let decimals = units.get(usize::from(row.unit.0)).map_or(0, |unit| unit.decimals);
            match (Decimal { digits: row.amount, decimals: row.decimals }).in_units(decimals) {
                Some(amount) => {
                    (row.amount, row.decimals) = (amount, decimals);
                    true
                }
                None => {
                    too_large.push(row.row);
                    false
                }
            }
        });
        let mut latest = i64::MIN;
        let mut out_of_order = 0;
        for row in &rows {
            out_of_order += u64::from(row.time < latest);
            latest = latest.max(row.time);
        }
        order::sequence(&mut rows, ties);
        (Transfers { rows, openings: Vec::new(), names, units, out_of_order }, too_large)
    }
}

/// Decimals of the smallest unit of Ether, the most of any currency.
pub const DECIMALS_MAX: u8 = 18;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_transfer_takes_32_bytes() {
        assert_eq!(size_of::<Transfer>(), 32);
    }

    #[test]
    fn an_amount_is_digits_with_at_most_one_point() {
        let check = |text, digits, decimals| {
            assert_eq!(Decimal::read(text), Ok(Decimal { digits, decimals }), "{text}");
        };
        check("0", 0, 0);
        check("12", 12, 0);
        check(" 12.50 ", 125, 1);
        check(".5", 5, 1);
        check("7.", 7, 0);
        check("18446744073709551615", u64::MAX, 0);
        check("0.000000000000000001", 1, 18);
    }

    #[test]
    fn what_is_no_amount_says_why() {
        let check = |text, error| assert_eq!(Decimal::read(text), Err(error), "{text}");
        check("", DecimalError::Empty);
        check(".", DecimalError::Unreadable);
        check("-3", DecimalError::Negative);
        check("(3.10)", DecimalError::Negative);
        check("8.77529929e+06", DecimalError::Exponent);
        check("1E5", DecimalError::Exponent);
        check("1,234.50", DecimalError::Comma);
        check("12.3.4", DecimalError::Unreadable);
        check("100 USD", DecimalError::Unreadable);
        check("１２", DecimalError::Unreadable);
        check("18446744073709551616", DecimalError::TooLarge);
        check("0.0000000000000000001", DecimalError::TooPrecise);
    }

    #[test]
    fn amounts_of_one_currency_get_the_most_decimals_that_a_row_has() {
        let mut builder = TransfersBuilder::new();
        let (a, b) = (builder.account("a").unwrap(), builder.account("b").unwrap());
        let unit = builder.unit("USD", 2).unwrap();
        for (row, text) in [(1, "7"), (2, "0.125"), (3, "18446744073709551615")] {
            builder.push(0, (a, b), Decimal::read(text).unwrap(), unit, row);
        }

        let (transfers, too_large) = builder.finish(Ties::AsWritten);

        let amounts: Vec<u64> = transfers.rows().iter().map(|row| row.amount).collect();
        assert_eq!(amounts, [7000, 125]);
        assert_eq!(too_large, [3]);
        assert_eq!(transfers.written(7000, unit), "7.000");
    }
}
