//! Sums of money, as a whole number of the currency's smallest unit. No floating point anywhere.
//!
//! # Which mark is which
//!
//! As with numbers, save a lone mark before exactly three digits, where a mistake would be a
//! thousandfold:
//!
//! * A comma groups in a currency with fewer than three decimals (`THB 1,234`); with three or more
//!   (`1,234 KWD`) it is refused.
//! * A point groups in a currency without decimals, and in rupiah, which are written so
//!   (`50.000đ`, `Rp 50.000`); it divides in one with three or more (`1.234 KWD`); between these
//!   (`1.234 EUR`) it is refused.

use std::fmt;
use std::str::FromStr;

use super::Currency;
use super::numbers::{Lone, Marks, NumberError, Written};

/// A sum of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Amount {
    minor: i128,
    currency: Currency,
}

/// Why a text is not a sum, or two sums do not add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AmountError {
    /// It is not a number with a currency.
    #[error("a sum looks like 1234.50 THB")]
    Unreadable,
    /// A mark could group thousands or divide whole from fraction.
    #[error("the mark in the sum could group thousands or divide whole from fraction")]
    Ambiguous,
    /// Neither the text nor its place says which currency it is.
    #[error("the sum has no currency, or a sign that several currencies share")]
    CurrencyMissing,
    /// It has more decimals than its currency.
    #[error("the sum has more decimals than its currency")]
    TooPrecise,
    /// It does not fit.
    #[error("the sum is too large")]
    TooLarge,
    /// The two sums are of different currencies.
    #[error("the sums are of different currencies")]
    OtherCurrency,
}

impl From<NumberError> for AmountError {
    fn from(error: NumberError) -> Self {
        match error {
            NumberError::Unreadable => Self::Unreadable,
            NumberError::Ambiguous => Self::Ambiguous,
        }
    }
}

impl Amount {
    /// A sum of so many smallest units.
    #[must_use]
    pub fn new(minor: i128, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Reads a sum with its currency as code, sign or word, in front or behind; `usual` is the
    /// currency of a sum that names none, or that has a sign which several share, such as `$`.
    ///
    /// # Errors
    ///
    /// [`AmountError`] with the reason.
    pub fn read(text: &str, usual: Option<Currency>) -> Result<Self, AmountError> {
        let written = Written::of(text).ok_or(AmountError::Unreadable)?;
        let mark = written.mark().ok_or(AmountError::Unreadable)?;
        let shared = || usual.filter(|usual| mark.is_empty() || usual.shares_sign(mark));
        let named = Currency::written_as(mark).or_else(|| Currency::find(&mark.to_uppercase()));
        let currency = named.or_else(shared).ok_or(AmountError::CurrencyMissing)?;
        let number = written.decimal(marks_of(currency))?;
        Ok(Self { minor: minor_units(&number, currency)?, currency })
    }

    /// How many of the currency's smallest unit.
    #[must_use]
    pub fn minor(self) -> i128 {
        self.minor
    }

    /// The currency.
    #[must_use]
    pub fn currency(self) -> Currency {
        self.currency
    }

    /// The sum of both.
    ///
    /// # Errors
    ///
    /// [`AmountError::OtherCurrency`], [`AmountError::TooLarge`].
    pub fn checked_add(self, other: Self) -> Result<Self, AmountError> {
        self.joined(other, i128::checked_add)
    }

    /// What is left after taking `other` away.
    ///
    /// # Errors
    ///
    /// [`AmountError::OtherCurrency`], [`AmountError::TooLarge`].
    pub fn checked_sub(self, other: Self) -> Result<Self, AmountError> {
        self.joined(other, i128::checked_sub)
    }

    fn joined(
        self,
        other: Self,
        operation: fn(i128, i128) -> Option<i128>,
    ) -> Result<Self, AmountError> {
        if self.currency != other.currency {
            return Err(AmountError::OtherCurrency);
        }
        let minor = operation(self.minor, other.minor).ok_or(AmountError::TooLarge)?;
        Ok(Self { minor, ..self })
    }
}

impl FromStr for Amount {
    type Err = AmountError;

    fn from_str(text: &str) -> Result<Self, AmountError> {
        Self::read(text, None)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = usize::from(self.currency.decimals());
        let digits = format!("{:0width$}", self.minor.unsigned_abs(), width = decimals + 1);
        let (whole, fraction) = digits.split_at(digits.len() - decimals);
        let sign = if self.minor < 0 { "-" } else { "" };
        let point = if fraction.is_empty() { "" } else { "." };
        write!(f, "{sign}{whole}{point}{fraction} {}", self.currency)
    }
}

/// What lone marks mean in a currency.
pub(super) fn marks_of(currency: Currency) -> Marks {
    match (currency.decimals(), currency.code()) {
        (0, _) | (_, "IDR") => Marks { comma: Lone::Groups, point: Lone::Groups },
        (1..=2, _) => Marks { comma: Lone::Groups, point: Lone::Unclear },
        _ => Marks { comma: Lone::Unclear, point: Lone::Divides },
    }
}

/// The smallest units of a number as [`Written::decimal`] gives it.
fn minor_units(number: &str, currency: Currency) -> Result<i128, AmountError> {
    let decimals = usize::from(currency.decimals());
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let (kept, beyond) = fraction.split_at(decimals.min(fraction.len()));
    if beyond.bytes().any(|b| b != b'0') {
        return Err(AmountError::TooPrecise);
    }
    let digits = format!("{whole}{kept:0<decimals$}");
    digits.parse().map_err(|_| AmountError::TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(raw: &str, expected: &str) {
        let amount = Amount::read(raw, None).map(|amount| amount.to_string());
        assert_eq!(amount.as_deref(), Ok(expected), "{raw}");
    }

    fn refuse(raw: &str, usual: Option<&str>, expected: AmountError) {
        assert_eq!(Amount::read(raw, usual.and_then(Currency::find)), Err(expected), "{raw}");
    }

    #[test]
    fn sums_are_read_as_banks_and_people_write_them() {
        check("₩1,234,567", "1234567 KRW");
        check("1,234,567원", "1234567 KRW");
        check("THB 1,234.50", "1234.50 THB");
        check("1.234,50 EUR", "1234.50 EUR");
        check("-US$ 12.5", "-12.50 USD");
        check("(฿1,000)", "-1000.00 THB");
        check("50.000đ", "50000 VND");
        check("Rp. 50.000", "50000.00 IDR");
        check("1,234 thb", "1234.00 THB");
        check("0.000001 USDT", "0.000001 USDT");
        check("1.234 KWD", "1.234 KWD");
        check("12.500000 USD", "12.50 USD");
        check("USD 5 USD", "5.00 USD");
    }

    #[test]
    fn a_sign_that_several_currencies_share_needs_the_usual_one() {
        refuse("$5", None, AmountError::CurrencyMissing);
        refuse("¥500", Some("THB"), AmountError::CurrencyMissing);
        let read = |text, usual| Amount::read(text, Currency::find(usual)).unwrap().to_string();

        assert_eq!(read("$5", "HKD"), "5.00 HKD");
        assert_eq!(read("¥500", "JPY"), "500 JPY");
        assert_eq!(read("1,234.5", "THB"), "1234.50 THB");
        assert_eq!(read("US$5", "HKD"), "5.00 USD");
    }

    #[test]
    fn a_mark_that_could_be_a_thousandfold_mistake_is_refused() {
        refuse("1.234 EUR", None, AmountError::Ambiguous);
        refuse("1,234 KWD", None, AmountError::Ambiguous);
        refuse("1,234 USDT", None, AmountError::Ambiguous);
    }

    #[test]
    fn what_is_no_sum_is_refused() {
        for raw in ["", "THB", "a lot of USD", "5 USD 5", "KRW 5 USD"] {
            refuse(raw, Some("USD"), AmountError::Unreadable);
        }
        refuse("5 XXX", Some("USD"), AmountError::CurrencyMissing);
        refuse("5", None, AmountError::CurrencyMissing);
        refuse("0.125 USD", None, AmountError::TooPrecise);
        refuse("0.5 KRW", None, AmountError::TooPrecise);
        refuse(&format!("{} KRW", "9".repeat(60)), None, AmountError::TooLarge);
    }

    #[test]
    fn sums_of_different_currencies_do_not_add_up() {
        let read = |text: &str| text.parse::<Amount>().unwrap();

        assert_eq!(read("1.10 THB").checked_add(read("2.20 THB")), Ok(read("3.30 THB")));
        assert_eq!(read("1 THB").checked_sub(read("2 THB")), Ok(read("-1 THB")));
        assert_eq!(read("1 THB").checked_add(read("1 USD")), Err(AmountError::OtherCurrency));
        let largest = Amount::new(i128::MAX, read("1 THB").currency());
        assert_eq!(largest.checked_add(read("1 THB")), Err(AmountError::TooLarge));
    }

    proptest! {
        #[test]
        fn a_sum_survives_its_text_form(minor: i128, code in "KRW|THB|KWD|USDT|ETH|IDR|BTC|UYW") {
            let amount = Amount::new(minor, Currency::find(&code).unwrap());
            prop_assert_eq!(amount.to_string().parse(), Ok(amount));
        }

        #[test]
        fn any_text_is_read_without_a_panic(text: String) {
            let _ = Amount::read(&text, Currency::find("THB"));
        }
    }
}
