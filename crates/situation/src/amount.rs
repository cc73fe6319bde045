//! How much a figure says, and whether two of them can both be true. No floats: what a source
//! wrote is compared digit by digit.
//!
//! # Invariants
//!
//! * `330`, `0330` and `330.0` are equal; nothing is ever rounded.
//! * An amount that states its headline number includes that number.

use std::cmp::Ordering;
use std::str::FromStr;

use crate::Figure;

/// A decimal number of any length, without leading or trailing zeros.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Decimal {
    negative: bool,
    whole: String,
    fraction: String,
}

/// The text is not a plain decimal number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a number is written in digits, with a point before its fraction")]
pub struct NotDecimal;

impl FromStr for Decimal {
    type Err = NotDecimal;

    fn from_str(text: &str) -> Result<Self, NotDecimal> {
        let text = text.trim();
        let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit());
        if digits.len() > DIGITS_MAX || whole.is_empty() || !all_digits {
            return Err(NotDecimal);
        }
        let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
        // Minus nought is nought.
        let negative = text.starts_with('-') && !(whole.is_empty() && fraction.is_empty());
        Ok(Self { negative, whole: whole.to_owned(), fraction: fraction.to_owned() })
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.negative, other.negative) {
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (false, false) => self.size().cmp(&other.size()),
            (true, true) => other.size().cmp(&self.size()),
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Decimal {
    // Without leading zeros the longer whole part is the larger one.
    fn size(&self) -> (usize, &str, &str) {
        (self.whole.len(), &self.whole, &self.fraction)
    }
}

/// What a figure says about its quantity.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Amount {
    /// A number, or the range in which it lies; an open side has no bound.
    Range {
        /// The number in the headline; `None` when the source gives only a range.
        headline: Option<Decimal>,
        /// At least this much.
        low: Option<Decimal>,
        /// At most this much.
        high: Option<Decimal>,
    },
    /// Something was written that is no number; kept as a text.
    Unread(String),
    /// The figure gives no quantity.
    Silent,
}

/// How two amounts stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// Both give the same number, even if one of them says 'more than'.
    Same,
    /// They differ, and can both be true, as 'more than 250' and 'more than 260'.
    Compatible,
    /// They cannot both be true.
    Different,
    /// At least one of them gives no quantity.
    Unknown,
}

impl Amount {
    /// The amount of a figure. A number without bounds is meant exactly; a number with a lower
    /// bound only is 'at least', with an upper bound only 'at most'.
    #[must_use]
    pub fn of(figure: &Figure) -> Self {
        let texts = [&figure.value, &figure.value_low, &figure.value_high];
        if texts.iter().all(|text| text.is_none()) {
            return Self::Silent;
        }
        let read = |text: &Option<String>| text.as_deref().map(str::parse).transpose();
        let [Ok(headline), Ok(low), Ok(high)] = texts.map(read) else {
            return Self::Unread(texts.map(|text| text.as_deref().unwrap_or_default()).join("|"));
        };
        range(headline, low, high)
    }

    /// How this amount stands to another; the same both ways.
    #[must_use]
    pub fn agreement(&self, other: &Self) -> Agreement {
        match (self, other) {
            (Self::Silent, _) | (_, Self::Silent) => Agreement::Unknown,
            _ if self.same_key() == other.same_key() => Agreement::Same,
            (
                Self::Range { low, high, .. },
                Self::Range { low: other_low, high: other_high, .. },
            ) => {
                let meets = reaches(low, other_high) && reaches(other_low, high);
                if meets { Agreement::Compatible } else { Agreement::Different }
            }
            _ => Agreement::Different,
        }
    }

    /// Equal for two amounts exactly when they are [`Agreement::Same`].
    pub(crate) fn same_key(&self) -> Self {
        match self {
            Self::Range { headline: Some(number), .. } => {
                Self::Range { headline: Some(number.clone()), low: None, high: None }
            }
            other => other.clone(),
        }
    }

    /// Sorts by the headline number, or else by the lower and then the upper bound.
    pub(crate) fn order_key(&self) -> (Option<Decimal>, Self) {
        let number = match self {
            Self::Range { headline, low, high } => {
                headline.as_ref().or(low.as_ref()).or(high.as_ref())
            }
            Self::Unread(_) | Self::Silent => None,
        };
        (number.cloned(), self.clone())
    }
}

// A source whose headline lies outside its own bounds is read as the range of all three.
fn range(headline: Option<Decimal>, low: Option<Decimal>, high: Option<Decimal>) -> Amount {
    let exact = low.is_none() && high.is_none();
    let (low, high) = match (low, high) {
        (Some(low), Some(high)) if high < low => (Some(high), Some(low)),
        bounds => bounds,
    };
    let Some(number) = headline else {
        return Amount::Range { headline, low, high };
    };
    let bounds = if exact {
        (Some(number.clone()), Some(number.clone()))
    } else {
        (low.map(|low| low.min(number.clone())), high.map(|high| high.max(number.clone())))
    };
    Amount::Range { headline: Some(number), low: bounds.0, high: bounds.1 }
}

fn reaches(low: &Option<Decimal>, high: &Option<Decimal>) -> bool {
    match (low, high) {
        (Some(low), Some(high)) => low <= high,
        _ => true,
    }
}

/// Longer digit strings are not quantities that anybody counted.
const DIGITS_MAX: usize = 100;

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(value: &str, low: &str, high: &str) -> Amount {
        let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Amount::of(&Figure {
            value: given(value),
            value_low: given(low),
            value_high: given(high),
            ..Figure::default()
        })
    }

    fn check(a: Amount, b: Amount, expected: Agreement) {
        assert_eq!(a.agreement(&b), expected, "{a:?} and {b:?}");
        assert_eq!(b.agreement(&a), expected, "{b:?} and {a:?}");
    }

    #[test]
    fn numbers_are_compared_without_rounding() {
        check(amount("330", "", ""), amount("0330.00", "", ""), Agreement::Same);
        check(amount("-0", "", ""), amount("0", "", ""), Agreement::Same);
        check(
            amount("9007199254740993", "", ""),
            amount("9007199254740992", "", ""),
            Agreement::Different,
        );
        check(
            amount("2.5", "", ""),
            amount("2.50000000000000000001", "", ""),
            Agreement::Different,
        );
    }

    #[test]
    fn numbers_are_ordered_by_size() {
        let texts = ["-10", "-9.5", "-9", "0", "0.05", "0.5", "9", "10", "10.1"];
        let mut sorted: Vec<Decimal> = texts.iter().map(|text| text.parse().unwrap()).collect();
        sorted.sort();

        let expected: Vec<Decimal> = texts.iter().map(|text| text.parse().unwrap()).collect();
        assert_eq!(sorted, expected);
    }

    #[test]
    fn more_than_330_agrees_with_330() {
        check(amount("330", "330", ""), amount("330", "", ""), Agreement::Same);
    }

    #[test]
    fn two_lower_bounds_can_both_be_true() {
        check(amount("250", "250", ""), amount("260", "260", ""), Agreement::Compatible);
    }

    #[test]
    fn ranges_that_do_not_touch_cannot_both_be_true() {
        check(amount("", "18", "37"), amount("", "37", "40"), Agreement::Compatible);
        check(amount("", "18", "37"), amount("", "38", "40"), Agreement::Different);
        check(amount("24000", "", "24000"), amount("24001", "", ""), Agreement::Different);
    }

    #[test]
    fn a_figure_without_a_quantity_says_nothing_against_another() {
        check(amount("", "", ""), amount("12", "", ""), Agreement::Unknown);
    }

    #[test]
    fn words_are_not_numbers() {
        for text in ["many", "", "1e9", "1,000", ".5", "--1", "１２"] {
            assert_eq!(text.parse::<Decimal>(), Err(NotDecimal), "{text}");
        }
        check(amount("many", "", ""), amount("many", "", ""), Agreement::Same);
        check(amount("many", "", ""), amount("12", "", ""), Agreement::Different);
    }
}
