//! A transaction as a source tells it.

use std::fmt;
use std::str::FromStr;

use liaison_model::values::{self, CryptoAddress};
use sha2::{Digest, Sha256};

/// Money that went from one account to another, and where that is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerRow {
    /// Microseconds since 1970, UTC; where no zone is known, as if it were UTC.
    pub time: i64,
    /// How exactly the source says when.
    pub exactness: Exactness,
    /// Whose money it was.
    pub from: Party,
    /// Whose it became.
    pub to: Party,
    /// How much.
    pub amount: Money,
    /// Currency or token.
    pub currency: String,
    /// What the bank did.
    pub kind: Kind,
    /// Reference that both sides know, or the hash of a transaction on a chain; may be empty.
    pub reference: String,
    /// Line of the file, or row of the sheet, from 1.
    pub line: u64,
    /// What stood there.
    pub original: String,
}

/// One side of a transaction.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Party {
    /// Account number or address in its one form.
    pub account: String,
    /// BIC or another code of the bank; may be empty.
    pub bank: String,
    /// Name of the holder; may be empty.
    pub holder: String,
}

/// How exactly a source says when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Exactness {
    /// With its zone.
    Zoned,
    /// Without a zone.
    Local,
    /// The day alone.
    Day,
}

/// What the bank did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The money moved.
    Booked,
    /// It is announced, and may still not come.
    Pending,
    /// It moved back: what an earlier transaction moved from `to` to `from`.
    Reversal,
}

/// A sum without a sign: minor units of so many decimals. 128 bits hold any sum of any token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    /// All digits as one number.
    pub minor: u128,
    /// How many of them follow the point.
    pub decimals: u8,
}

/// A word of a file is none of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a word of the ledger")]
pub struct UnknownWord;

macro_rules! words {
    ($type:ident, $($word:literal = $value:ident),+) => {
        impl $type {
            /// The word that stands in files.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$value => $word),+ }
            }
        }
        impl FromStr for $type {
            type Err = UnknownWord;
            fn from_str(word: &str) -> Result<Self, UnknownWord> {
                match word { $($word => Ok(Self::$value),)+ _ => Err(UnknownWord) }
            }
        }
    };
}
words!(Exactness, "zoned" = Zoned, "local" = Local, "day" = Day);
words!(Kind, "booked" = Booked, "pending" = Pending, "reversal" = Reversal);

impl Money {
    /// The same sum with at least so many decimals and no zero beyond them.
    #[must_use]
    pub fn in_decimals_of(mut self, usual: u8) -> Option<Self> {
        while usual < self.decimals && self.minor.is_multiple_of(10) {
            self.minor /= 10;
            self.decimals -= 1;
        }
        let missing = usual.saturating_sub(self.decimals);
        let factor = 10_u128.checked_pow(u32::from(missing))?;
        let minor = self.minor.checked_mul(factor).filter(|minor| *minor <= MINOR_MAX)?;
        Some(Self { minor, decimals: self.decimals + missing })
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = usize::from(self.decimals);
        let digits = format!("{:0width$}", self.minor, width = decimals + 1);
        let (whole, fraction) = digits.split_at(digits.len() - decimals);
        let point = if fraction.is_empty() { "" } else { "." };
        write!(f, "{whole}{point}{fraction}")
    }
}

impl LedgerRow {
    /// What two files share that tell of one transaction: day, accounts, sum, and the reference; of
    /// rows without one all that stands there.
    #[must_use]
    pub fn same_key(&self) -> [u8; KEY_BYTES] {
        let day = self.time.div_euclid(DAY).to_string();
        let (amount, kind) = (self.amount.to_string(), self.kind.word());
        let last = if self.reference.is_empty() { &self.original } else { &self.reference };
        key(&[&day, &self.from.account, &self.to.account, &amount, &self.currency, kind, last])
    }
}

/// What a transaction and its reversal share: accounts, sum and reference. Rows without a reference
/// have nothing that ties them.
#[must_use]
pub fn tie_of(
    (from, to): (&str, &str),
    amount: Money,
    currency: &str,
    reference: &str,
) -> Option<[u8; KEY_BYTES]> {
    if reference.is_empty() {
        return None;
    }
    Some(key(&[from, to, &amount.to_string(), currency, reference]))
}

fn key(parts: &[&str]) -> [u8; KEY_BYTES] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    let whole = hash.finalize();
    let mut key = [0; KEY_BYTES];
    key.copy_from_slice(&whole[..KEY_BYTES]);
    key
}

/// The one form of an account: IBANs and addresses of chains as their standards have them, numbers
/// without their separators, other names with single spaces.
///
/// # Examples
///
/// ```
/// # use liaison_ledger::account_form;
/// assert_eq!(account_form("gb82 west 1234 5698 7654 32"), "GB82WEST12345698765432");
/// assert_eq!(account_form(" 123-456.78 90"), "1234567890");
/// assert_eq!(account_form("petty  cash"), "petty cash");
/// ```
#[must_use]
pub fn account_form(text: &str) -> String {
    let text = text.trim();
    if let Ok(address) = CryptoAddress::parse(text) {
        return address.as_str().to_owned();
    }
    if let Ok(iban) = values::iban(text) {
        return iban;
    }
    if !text.chars().any(char::is_alphabetic)
        && let Ok(number) = values::account_number(text)
    {
        return number;
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Bytes of a key: half of SHA-256.
pub const KEY_BYTES: usize = 16;
/// Microseconds of a day.
pub const DAY: i64 = 86_400_000_000;
/// The most that a decimal of 38 digits holds, which is what other programs read.
const MINOR_MAX: u128 = 10_u128.pow(38) - 1;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_written_five_ways_is_one_account() {
        let ways =
            ["123-456-7890", "123 456 7890", "1234567890", " 123.456.7890 ", "１２３4567890"];
        for way in ways {
            assert_eq!(account_form(way), "1234567890", "{way}");
        }
        assert_ne!(account_form("0123"), account_form("123"));
    }

    #[test]
    fn a_sum_has_the_decimals_of_its_currency_and_more_where_it_needs_them() {
        let check = |minor, decimals, usual, expected: &str| {
            let money = Money { minor, decimals }.in_decimals_of(usual).unwrap();
            assert_eq!(money.to_string(), expected);
        };
        check(5, 0, 2, "5.00");
        check(51_000_074, 2, 2, "510000.74");
        check(1_250, 3, 2, "1.25");
        check(1_255, 3, 2, "1.255");
        check(1_000, 0, 0, "1000");
        check(25_500_000_000_000_000_000, 18, 0, "25.5");
        let most = Money { minor: u128::MAX, decimals: 0 };
        assert_eq!(most.in_decimals_of(0), None);
    }
}
