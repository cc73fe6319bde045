//! What the columns of a table of transfers are called.

use std::str::FromStr;

use liaison_model::messages::Message;

/// Headings of the columns; small and capital letters are one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TransferColumns {
    /// When.
    pub time: String,
    /// Whose money it was.
    pub from: String,
    /// Whose it became.
    pub to: String,
    /// How much.
    pub amount: String,
    /// In which currency.
    pub currency: String,
    /// Whether the table must have a column with the currency.
    currency_is_named: bool,
}

/// Why the columns are not known.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ColumnsError {
    /// A setting is not one of `time=`, `from=`, `to=`, `amount=`, `currency=` and a heading.
    #[error("{setting} does not say which column is which")]
    Setting {
        /// The setting.
        setting: String,
    },
    /// The table has no such column.
    #[error("no column {column}")]
    Missing {
        /// The heading that was looked for.
        column: String,
        /// Those that are there.
        headings: String,
    },
    /// The table has two such columns.
    #[error("two columns {column}")]
    Twice {
        /// The heading that stands there twice.
        column: String,
    },
}

impl ColumnsError {
    /// The sentence for a person.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Setting { setting } => {
                Message::new("money-columns-setting").with("setting", setting)
            }
            Self::Missing { column, headings } => Message::new("money-columns-missing")
                .with("column", column)
                .with("headings", headings),
            Self::Twice { column } => Message::new("money-columns-twice").with("column", column),
        }
    }
}

impl Default for TransferColumns {
    fn default() -> Self {
        let [time, from, to, amount, currency] = ROLES.map(str::to_owned);
        Self { time, from, to, amount, currency, currency_is_named: false }
    }
}

impl FromStr for TransferColumns {
    type Err = ColumnsError;

    /// Reads settings such as `time=ts,from=src`. What is not named keeps its usual heading.
    fn from_str(text: &str) -> Result<Self, ColumnsError> {
        let mut columns = Self::default();
        for setting in text.split(',').map(str::trim).filter(|setting| !setting.is_empty()) {
            let wrong = || ColumnsError::Setting { setting: setting.to_owned() };
            let (role, heading) = setting.split_once('=').ok_or_else(wrong)?;
            let own = match role.trim() {
                "time" => &mut columns.time,
                "from" => &mut columns.from,
                "to" => &mut columns.to,
                "amount" => &mut columns.amount,
                "currency" => {
                    columns.currency_is_named = true;
                    &mut columns.currency
                }
                _ => return Err(wrong()),
            };
            *own = heading.trim().to_owned();
        }
        Ok(columns)
    }
}

impl TransferColumns {
    /// Where the columns stand: time, from, to, amount, and the currency where there is one.
    pub(super) fn places(&self, headings: &[String]) -> Result<[Option<usize>; 5], ColumnsError> {
        let place = |column: &str| -> Result<Option<usize>, ColumnsError> {
            let is_it = |heading: &&String| heading.trim().to_lowercase() == column.to_lowercase();
            if 1 < headings.iter().filter(is_it).count() {
                return Err(ColumnsError::Twice { column: column.to_owned() });
            }
            Ok(headings.iter().position(|heading| is_it(&heading)))
        };
        let needed = |column: &str| {
            let missing = || ColumnsError::Missing {
                column: column.to_owned(),
                headings: headings.join(", "),
            };
            place(column)?.ok_or_else(missing).map(Some)
        };
        let currency = match self.currency_is_named {
            true => needed(&self.currency)?,
            false => place(&self.currency)?,
        };
        Ok([
            needed(&self.time)?,
            needed(&self.from)?,
            needed(&self.to)?,
            needed(&self.amount)?,
            currency,
        ])
    }
}

const ROLES: [&str; 5] = ["time", "from", "to", "amount", "currency"];
