//! Files of transactions: messages of banks, statements as tables, exports of explorers and
//! exchanges, reports to a financial intelligence unit.
//!
//! # Invariants
//!
//! * A sum is digits as they stand there. An exponent, a comma that nothing explains, a sign where
//!   none belongs: the row is set aside.
//! * Nothing that a message says is passed over: an element or field that is not known sets the
//!   transaction aside, because it may change what the others mean.
//! * What does not add up (balances, announced counts and sums) is a problem with its line. The rows
//!   around it are kept.

mod freeze;
mod goaml;
mod iso;
mod iso_words;
mod mapping;
mod swift;
mod table;
#[cfg(test)]
mod tests;

use std::io::{Read, Seek};

use liaison_ledger::{LedgerRow, Money};
use liaison_model::messages::Message;
use liaison_model::values::Currency;
use liaison_model::{Place, Problem, ShownValue};
use liaison_trace::{Decimal, DecimalError};

use crate::import::{ReadError, SinkError};
use crate::transfers::{Zone, amount_fault};

pub use freeze::{FreezePayment, FreezeRequest, write_goaml, write_recall};
pub use mapping::{LedgerDates, LedgerMapping, LedgerMappingError};

/// The kinds of files with transactions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LedgerFormat {
    /// ISO 20022 account report, statement or notification.
    Camt,
    /// ISO 20022 customer credit transfer between banks.
    Pacs008,
    /// SWIFT statement.
    Mt940,
    /// SWIFT customer credit transfer.
    Mt103,
    /// Report to a financial intelligence unit.
    GoAml,
    /// A table with separators: a bank's statement, an explorer's or exchange's export.
    Csv,
    /// The same as a workbook.
    Xlsx,
}

impl LedgerFormat {
    /// Every format with its name.
    pub const NAMES: &[(&str, Self)] = &[
        ("camt", Self::Camt),
        ("pacs.008", Self::Pacs008),
        ("mt940", Self::Mt940),
        ("mt103", Self::Mt103),
        ("goaml", Self::GoAml),
        ("csv", Self::Csv),
        ("xlsx", Self::Xlsx),
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, format)| *format == self).map_or("", |(name, _)| name)
    }

    /// The format of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, format)| *format)
    }

    /// The format of a file that begins with these bytes.
    #[must_use]
    pub fn of(head: &[u8]) -> Option<Self> {
        let head = head.strip_prefix(crate::lines::BYTE_ORDER_MARK).unwrap_or(head);
        if head.starts_with(b"PK\x03\x04") {
            return Some(Self::Xlsx);
        }
        let text = String::from_utf8_lossy(head);
        let text = text.trim_start();
        let has = |word: &str| text.contains(word);
        if text.starts_with('<') {
            let is_camt = iso::CAMT_BODIES.iter().any(|body| has(body));
            return match () {
                () if is_camt => Some(Self::Camt),
                () if has(iso::PACS_BODY) => Some(Self::Pacs008),
                () if has("rentity_id") || has("<report") => Some(Self::GoAml),
                () => None,
            };
        }
        if text.starts_with("{1:") || text.starts_with(":20:") {
            return Some(if has(":60F:") || has(":60M:") { Self::Mt940 } else { Self::Mt103 });
        }
        (!text.is_empty() && !head.contains(&0)).then_some(Self::Csv)
    }
}

/// What is known of a file beside its bytes.
#[derive(Debug, Clone, Default)]
pub struct LedgerContext {
    /// Its name, for problems.
    pub file: String,
    /// Zone of times that name none.
    pub zone: Option<Zone>,
    /// Whose statement a table is, where it does not say so itself.
    pub account: Option<String>,
    /// What the columns of a table mean; proposed from its headings otherwise.
    pub mapping: Option<LedgerMapping>,
}

/// Takes what is read, as soon as it is.
pub trait LedgerSink {
    /// A transaction.
    ///
    /// # Errors
    ///
    /// When no more is taken.
    fn row(&mut self, row: LedgerRow) -> Result<(), SinkError>;

    /// What is wrong with a row, or with a whole statement.
    ///
    /// # Errors
    ///
    /// When no more is taken.
    fn problem(&mut self, problem: Problem) -> Result<(), SinkError>;

    /// How far the reader is, in bytes.
    ///
    /// # Errors
    ///
    /// When no more is wanted.
    fn progress(&mut self, bytes: u64) -> Result<(), SinkError>;
}

/// Reads a file of transactions.
///
/// # Errors
///
/// When the input cannot be read, the sink takes no more, or a table's columns are not known. Bad
/// rows are problems.
pub fn read_ledger(
    format: LedgerFormat,
    input: impl Read + Seek,
    context: &LedgerContext,
    sink: &mut dyn LedgerSink,
) -> Result<(), ReadError> {
    match format {
        LedgerFormat::Camt => iso::read_camt(input, context, sink),
        LedgerFormat::Pacs008 => iso::read_pacs(input, context, sink),
        LedgerFormat::Mt940 => swift::read_mt940(input, context, sink),
        LedgerFormat::Mt103 => swift::read_mt103(input, context, sink),
        LedgerFormat::GoAml => goaml::read_goaml(input, context, sink),
        LedgerFormat::Csv => table::read_csv_ledger(input, context, sink),
        LedgerFormat::Xlsx => table::read_xlsx_ledger(input, context, sink),
    }
}

/// A transaction that was set aside, or something that does not add up.
#[derive(Debug)]
struct Fault {
    column: Option<String>,
    value: ShownValue,
    reason: Message,
    sets_aside: bool,
}

impl Fault {
    fn new(column: &str, reason: Message) -> Self {
        let column = Some(column.to_owned());
        Self { column, value: ShownValue::None, reason, sets_aside: true }
    }

    /// Of a value that says nothing about a person.
    fn of(column: &str, value: &str, reason: Message) -> Self {
        let value = ShownValue::Plain(value.chars().take(VALUE_CHARS_MAX).collect());
        Self { value, ..Self::new(column, reason) }
    }

    /// About a whole statement, whose rows are kept.
    fn remark(column: &str, reason: Message) -> Self {
        Self { sets_aside: false, ..Self::new(column, reason) }
    }

    fn told(self, context: &LedgerContext, line: u64) -> Problem {
        let place =
            Place { file: context.file.clone(), row: Some(line), column: self.column, field: None };
        Problem {
            place,
            value: self.value,
            reason: self.reason,
            hint: None,
            row_set_aside: self.sets_aside,
        }
    }
}

/// A sum as it is written: digits with at most one point, in a currency.
fn money(text: &str, currency: &str) -> Result<Money, Message> {
    let read = match Decimal::read(text) {
        Ok(read) => Some(Money { minor: read.digits.into(), decimals: read.decimals }),
        Err(DecimalError::TooLarge) => long_money(text.trim()),
        Err(error) => return Err(amount_fault(error)),
    };
    let usual = Currency::find(currency).map_or(0, Currency::decimals);
    let money = read.and_then(|read| read.in_decimals_of(usual));
    money.ok_or_else(|| Message::new("ledger-fault-too-large"))
}

/// Of a text that is digits with at most one point.
fn long_money(text: &str) -> Option<Money> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let fraction = fraction.trim_end_matches('0');
    let digits = whole.bytes().chain(fraction.bytes());
    let minor = digits
        .map(|byte| u128::from(byte - b'0'))
        .try_fold(0_u128, |sum, digit| sum.checked_mul(10)?.checked_add(digit))?;
    Some(Money { minor, decimals: u8::try_from(fraction.len()).ok()? })
}

/// Credits less debits in the finest decimals met: whether a balance follows from another.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Sum {
    minor: i128,
    decimals: u8,
    /// It went beyond 128 bits: nothing is said about it.
    is_lost: bool,
}

impl Sum {
    fn add(&mut self, money: Money, is_credit: bool) {
        let decimals = self.decimals.max(money.decimals);
        let raised = |minor: i128, from: u8| {
            minor.checked_mul(10_i128.checked_pow(u32::from(decimals - from))?)
        };
        let other =
            i128::try_from(money.minor).ok().and_then(|minor| raised(minor, money.decimals));
        let own = raised(self.minor, self.decimals);
        let sum = own.zip(other).and_then(|(own, other)| {
            if is_credit { own.checked_add(other) } else { own.checked_sub(other) }
        });
        match sum {
            Some(minor) => (self.minor, self.decimals) = (minor, decimals),
            None => self.is_lost = true,
        }
    }

    /// What is missing or too much, where something is.
    fn off(self) -> Option<Money> {
        let minor = self.minor.unsigned_abs();
        (minor != 0 && !self.is_lost).then_some(Money { minor, decimals: self.decimals })
    }
}

/// Who pays into an account, or is paid from it, where a source does not say: an account of its own
/// for each side, so that no money is followed through what nobody knows.
fn unknown(own: &str, is_payer: bool) -> String {
    if is_payer { format!("?→{own}") } else { format!("{own}→?") }
}

/// Longest value that is shown.
const VALUE_CHARS_MAX: usize = 100;
/// Longest text that is kept of a row, in bytes.
const ORIGINAL_BYTES_MAX: usize = 16 * 1024;

fn original(text: &str) -> String {
    text[..text.floor_char_boundary(ORIGINAL_BYTES_MAX)].to_owned()
}
