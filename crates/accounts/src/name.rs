//! What an account and a unit may be called.

use std::fmt;
use std::str::FromStr;

use crate::AccountError;

/// The name of an account or of a token: a small letter, then small letters, digits, dots or
/// hyphens. It stands in marks, in logs and in the record of looks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountName(Box<str>);

/// The unit of an officer, as marks name it: `to:kh.npc/cyber`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit(Box<str>);

impl FromStr for AccountName {
    type Err = AccountError;

    fn from_str(text: &str) -> Result<Self, AccountError> {
        let mut bytes = text.bytes();
        let begins = bytes.next().is_some_and(|byte| byte.is_ascii_lowercase());
        let goes_on = bytes.all(|byte| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-".contains(&byte)
        });
        let fits = (NAME_BYTES_MIN..=NAME_BYTES_MAX).contains(&text.len());
        if begins && goes_on && fits { Ok(Self(text.into())) } else { Err(AccountError::Name) }
    }
}

impl FromStr for Unit {
    type Err = AccountError;

    fn from_str(text: &str) -> Result<Self, AccountError> {
        let fits = (1..=UNIT_BYTES_MAX).contains(&text.len());
        let is_word = !text.contains(|c: char| c == '/' || c.is_whitespace() || c.is_control());
        if fits && is_word { Ok(Self(text.into())) } else { Err(AccountError::Unit) }
    }
}

impl AccountName {
    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Unit {
    /// The unit as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

macro_rules! shown {
    ($kind:ident) => {
        impl fmt::Display for $kind {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl serde::Serialize for $kind {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&self.0)
            }
        }
    };
}
shown!(AccountName);
shown!(Unit);

const NAME_BYTES_MIN: usize = 2;
const NAME_BYTES_MAX: usize = 32;
const UNIT_BYTES_MAX: usize = 64;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_plain_word_that_marks_and_logs_can_hold() {
        let is_name = |text: &str| text.parse::<AccountName>().is_ok();

        for name in ["min", "sok.dara", "liaison-officer", "a1"] {
            assert!(is_name(name), "{name}");
        }
        let long = "a".repeat(33);
        for not in ["", "a", "Min", "1a", "cli:min", "민수", "a b", "a/b", "a_b", &long] {
            assert!(!is_name(not), "{not}");
        }
    }

    #[test]
    fn a_unit_is_one_word_of_marks() {
        assert!("사이버".parse::<Unit>().is_ok());
        for not in ["", "a b", "a/b", "a\n"] {
            assert!(not.parse::<Unit>().is_err(), "{not}");
        }
    }
}
