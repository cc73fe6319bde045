//! What is asked of a table of transfers: accounts, times and limits as somebody wrote them.

use liaison_ledger::account_form;
use liaison_model::Instant;
use liaison_model::messages::Message;
use liaison_trace::{Account, Decimal, Limits, Ties};

use super::time::{MomentError, Written, Zone, read_moment};
use super::{DAY, TransferTable};

/// Limits as they were written. What is absent leaves nothing out.
#[derive(Debug, Clone, Copy, Default)]
pub struct LimitsWritten<'a> {
    /// From this time on.
    pub since: Option<&'a str>,
    /// Up to this time; a day counts to its end.
    pub until: Option<&'a str>,
    /// How many transfers behind each other.
    pub hops: Option<u32>,
    /// How much a transfer must move.
    pub min: Option<Decimal>,
    /// Zone of times that name none.
    pub zone: Option<Zone>,
}

/// Why a table cannot be asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AskedError {
    /// A time is none.
    #[error("{text} is no time")]
    Time {
        /// What was written.
        text: String,
        /// Why it is none.
        error: MomentError,
    },
    /// A currency has no sum so small.
    #[error("{currency} has no sum so small")]
    MinNotIn {
        /// Which; may be empty.
        currency: String,
    },
    /// No transfer of the table is of this account.
    #[error("the table has no transfer of an account")]
    NoAccount {
        /// Which.
        account: String,
    },
    /// No account was named.
    #[error("no account was named")]
    NoAccounts,
}

impl AskedError {
    /// The error in words.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Time { text, .. } => Message::new("money-time").with("text", text),
            Self::MinNotIn { currency } => {
                Message::new("money-min-not-in").with("currency", currency)
            }
            Self::NoAccount { account } => {
                Message::new("money-no-account").with("account", account)
            }
            Self::NoAccounts => Message::new("money-no-accounts"),
        }
    }
}

/// Where a row of the ledger is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowOrigin<'a> {
    /// Name of the file.
    pub file: &'a str,
    /// Its SHA-256.
    pub sha256: &'a str,
    /// Line of the file.
    pub line: u64,
}

/// A moment as somebody wrote it, in microseconds since 1970. Of a day it is the end where `to_end`.
///
/// # Errors
///
/// [`AskedError::Time`].
pub fn read_asked_time(text: &str, zone: Option<Zone>, to_end: bool) -> Result<i64, AskedError> {
    match read_moment(text.trim(), zone) {
        Ok(moment) if to_end && moment.written == Written::Day => {
            Ok(moment.micros.saturating_add(DAY - 1))
        }
        Ok(moment) => Ok(moment.micros),
        Err(error) => Err(AskedError::Time { text: text.to_owned(), error }),
    }
}

impl TransferTable {
    /// The accounts of names.
    ///
    /// # Errors
    ///
    /// [`AskedError::NoAccount`] of the first that has no transfer; [`AskedError::NoAccounts`].
    pub fn accounts<'n>(
        &self,
        names: impl IntoIterator<Item = &'n str>,
    ) -> Result<Vec<Account>, AskedError> {
        let mut accounts = Vec::new();
        for name in names.into_iter().map(str::trim).filter(|name| !name.is_empty()) {
            let found = self.transfers.account(name);
            match found.or_else(|| self.transfers.account(&account_form(name))) {
                Some(account) => accounts.push(account),
                None => return Err(AskedError::NoAccount { account: name.to_owned() }),
            }
        }
        if accounts.is_empty() { Err(AskedError::NoAccounts) } else { Ok(accounts) }
    }

    /// The limits of a question.
    ///
    /// # Errors
    ///
    /// [`AskedError`] when a time is none, or a currency has no sum so small.
    pub fn limits(&self, written: &LimitsWritten<'_>) -> Result<Limits, AskedError> {
        let time = |text: Option<&str>, to_end| {
            text.map(|text| read_asked_time(text, written.zone, to_end)).transpose()
        };
        let mut least = Vec::new();
        for unit in self.transfers.units() {
            let amount = written.min.map_or(Some(0), |min| min.in_units(unit.decimals));
            let not_in = || AskedError::MinNotIn { currency: unit.code.clone() };
            least.push(amount.ok_or_else(not_in)?);
        }
        let (since, until) = (time(written.since, false)?, time(written.until, true)?);
        Ok(Limits { since, until, hops: written.hops, least })
    }

    /// A time of the table, as it is written there: without a zone where there is none.
    #[must_use]
    pub fn time(&self, micros: i64) -> String {
        let Ok(instant) = Instant::from_micros(micros) else { return micros.to_string() };
        let text = instant.timestamp().to_string();
        match self.written {
            Written::Zoned => text,
            Written::Local => text.trim_end_matches('Z').to_owned(),
            Written::Day => text.split('T').next().unwrap_or_default().to_owned(),
        }
    }

    /// What whoever asks is to know of its rows, without those that were set aside one by one.
    #[must_use]
    pub fn notes(&self) -> Vec<Message> {
        let out_of_order = self.transfers.out_of_order();
        let counted = [
            ("money-pending", self.pending),
            ("money-set-aside", self.set_aside),
            ("money-to-themselves", self.to_themselves),
            ("money-out-of-order", out_of_order),
            ("money-alike", self.alike),
        ];
        let is_by_day = self.written == Written::Day && self.ties == Ties::CreditsFirst;
        let plain = [
            ("money-coarsened", self.is_coarsened),
            ("money-floats", self.has_floats),
            ("money-no-zone", self.written == Written::Local),
            ("money-days", is_by_day),
        ];
        let counted = counted.into_iter().filter(|(_, rows)| 0 < *rows);
        let counted = counted.map(|(key, rows)| Message::new(key).count("rows", rows));
        let plain = plain.into_iter().filter(|(_, is_so)| *is_so);
        counted.chain(plain.map(|(key, _)| Message::new(key))).collect()
    }

    /// Of a row of the ledger, where it is from.
    #[must_use]
    pub fn origin(&self, row: u32) -> Option<RowOrigin<'_>> {
        let (source, line) = self.origins.get(row.checked_sub(1)? as usize)?;
        let (file, sha256) = self.sources.get(*source as usize)?;
        Some(RowOrigin { file, sha256, line: *line })
    }

    /// Of a row of the ledger, the reference that both banks know.
    #[must_use]
    pub fn reference(&self, row: u32) -> Option<&str> {
        let kept = self.references.get(row.checked_sub(1)? as usize)?;
        Some(&**kept).filter(|reference| !reference.is_empty())
    }
}
