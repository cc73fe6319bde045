//! What the columns of a table of transactions mean.

use std::collections::BTreeMap;
use std::str::FromStr;

use liaison_model::messages::Message;
use serde::{Deserialize, Serialize};

use crate::table::headings::normal;
use crate::transfers::Zone;

/// What the columns of a table of transactions mean, as JSON:
///
/// ```
/// # use liaison_formats::LedgerMapping;
/// let mapping = LedgerMapping::from_json(r#"{
///     "columns": {"time": "거래일시", "debit": "출금액", "credit": "입금액", "counterparty": "상대계좌"},
///     "account": "123-456", "currency": "KRW", "zone": "+09:00", "grouping": ","
/// }"#);
/// assert!(mapping.is_ok());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LedgerMapping {
    /// Heading of each role that the table has.
    pub columns: BTreeMap<Role, String>,
    /// Whose statement it is, where no column says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// Currency, where no column says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// Zone of times that name none, such as `+09:00`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// Order of dates such as `05/06/2026`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<LedgerDates>,
    /// The mark that groups thousands, such as `,`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grouping: Option<char>,
    /// The mark before decimals; a point otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimal: Option<char>,
    /// Decimals of the token, where sums are in its smallest unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimals: Option<u8>,
    /// The sheet of a workbook.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
}

/// Order of dates that do not begin with the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LedgerDates {
    /// `31.12.2026`.
    Dmy,
    /// `12/31/2026`.
    Mdy,
}

/// What a column means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// When, or the day alone.
    Time,
    /// The time of the day, beside a column with the day.
    Clock,
    /// Whose money it was.
    From,
    /// Whose it became.
    To,
    /// Whose statement it is.
    Account,
    /// The other side's account.
    Counterparty,
    /// The other side's name.
    Holder,
    /// The other side's bank.
    Bank,
    /// How much; of a statement with its sign.
    Amount,
    /// How much went out.
    Debit,
    /// How much came in.
    Credit,
    /// Whether it went out or came in, in a word.
    Direction,
    /// Currency or token.
    Currency,
    /// Decimals of the token, where sums are in its smallest unit.
    Decimals,
    /// Reference, or hash on a chain.
    Reference,
    /// Balance afterwards.
    Balance,
    /// Whether it failed.
    Status,
}

/// Why the columns are not known.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LedgerMappingError {
    /// It is not written as a mapping is.
    #[error("{reason}")]
    Json {
        /// Why.
        reason: String,
    },
    /// The table has no such column.
    #[error("no column {heading}")]
    Missing {
        /// The heading that was looked for.
        heading: String,
    },
    /// The columns do not say when, how much, or between whom.
    #[error("the columns do not say {what}")]
    Silent {
        /// What is missing.
        what: &'static str,
        /// The headings that are there.
        headings: String,
    },
    /// Nothing says whose statement it is.
    #[error("nothing says whose statement it is")]
    NoAccount,
}

impl LedgerMappingError {
    /// The sentence for a person.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Json { reason } => Message::new("ledger-mapping-json").with("reason", reason),
            Self::Missing { heading } => {
                Message::new("ledger-mapping-missing").with("heading", heading)
            }
            Self::Silent { what, headings } => {
                Message::new("ledger-mapping-silent").with("what", what).with("headings", headings)
            }
            Self::NoAccount => Message::new("ledger-mapping-no-account"),
        }
    }
}

impl LedgerMapping {
    /// Reads a mapping.
    ///
    /// # Errors
    ///
    /// [`LedgerMappingError::Json`].
    pub fn from_json(text: &str) -> Result<Self, LedgerMappingError> {
        let wrong = |reason: String| LedgerMappingError::Json { reason };
        let mapping: Self = serde_json::from_str(text).map_err(|error| wrong(error.to_string()))?;
        if let Some(zone) = &mapping.zone {
            Zone::from_str(zone).map_err(|error| wrong(error.to_string()))?;
        }
        Ok(mapping)
    }

    /// As JSON, to be kept and changed.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// What the headings of a table seem to mean, and whether sums are grouped, from its first rows.
    /// A heading has one meaning, a meaning one heading: the first.
    pub(super) fn proposed(headings: &[String], rows: &[Vec<String>]) -> Self {
        let mut mapping = Self::default();
        for heading in headings {
            let whole = normal(heading);
            let before = normal(heading.split(['(', '（', '[']).next().unwrap_or_default());
            let found = [whole, before].iter().find_map(|wanted| {
                let has = |words: &str| words.split('|').any(|word| word == wanted);
                WORDS.iter().find(|(_, words)| has(words)).map(|(role, _)| *role)
            });
            if let Some(role) = found {
                mapping.columns.entry(role).or_insert_with(|| heading.clone());
            }
            if let Some(token) = token_of(heading) {
                mapping.currency.get_or_insert(token);
            }
        }
        let sums = [Role::Amount, Role::Debit, Role::Credit, Role::Balance];
        let at = |role: &Role| {
            let heading = mapping.columns.get(role)?;
            headings.iter().position(|known| known == heading)
        };
        let cells = sums
            .iter()
            .filter_map(at)
            .flat_map(|at| rows.iter().filter_map(move |row| row.get(at)));
        if cells.into_iter().any(|cell| is_grouped(cell)) {
            mapping.grouping = Some(',');
        }
        mapping
    }
}

/// The token in a heading of an explorer, such as `Value_IN(ETH)`.
fn token_of(heading: &str) -> Option<String> {
    let (name, rest) = heading.split_once('(')?;
    let (token, _) = rest.split_once(')')?;
    let is_sum = matches!(normal(name).as_str(), "valuein" | "valueout" | "value" | "amount");
    let is_token =
        (2..=6).contains(&token.len()) && token.bytes().all(|byte| byte.is_ascii_uppercase());
    (is_sum && is_token).then(|| token.to_owned())
}

/// Whether commas can only group thousands here: two of them, or one before a point with decimals.
fn is_grouped(cell: &str) -> bool {
    let (whole, fraction) = cell.split_once('.').unwrap_or((cell, ""));
    let groups: Vec<&str> = whole.trim_start_matches('-').split(',').collect();
    let are_three = groups
        .iter()
        .skip(1)
        .all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()));
    are_three && (2 < groups.len() || (groups.len() == 2 && !fraction.is_empty()))
}

/// Headings of banks, explorers and exchanges, as [`normal`] writes them; for each role those that
/// say more stand first.
const WORDS: &[(Role, &str)] = &[
    (
        Role::Time,
        "datetimeutc|datetime|timestamp|unixtimestamp|time|transactiontime|transactiondate|date|bookingdate|\
         bookingdatetime|txtime|timeutc|blocktime|blocktimestamp|거래일시|거래일자|거래일|일시|날짜|วันเวลา|วันที่ทำรายการ|วันที่|วันเวลาทำรายการ|\
         កាលបរិច្ឆេទ|ថ្ងៃប្រតិបត្តិការ|交易时间|交易日期|日期|交易時間",
    ),
    (Role::Clock, "timeofday|clock|거래시간|거래시각|시간|เวลา|ម៉ោង|时间"),
    (
        Role::From,
        "from|fromaddress|fromaccount|sender|senderaddress|payeraccount|debtoraccount|송금계좌|보내는계좌|จากบัญชี|ពីគណនី|付款账号",
    ),
    (
        Role::To,
        "to|toaddress|toaccount|receiver|recipient|recipientaddress|payeeaccount|creditoraccount|받는계좌|수취계좌|ไปยังบัญชี|ទៅគណនី|收款账号",
    ),
    (
        Role::Account,
        "account|accountnumber|accountno|iban|계좌번호|내계좌|เลขที่บัญชี|เลขบัญชี|លេខគណនី|账号|本方账号",
    ),
    (
        Role::Counterparty,
        "counterparty|counterpartyaccount|counterpartyaccountnumber|counterpartyiban|otheraccount|\
         beneficiaryaccount|상대계좌|상대계좌번호|상대방계좌|상대방계좌번호|입금계좌번호|บัญชีคู่โอน|บัญชีปลายทาง|គណនីដៃគូ|对方账号|对方账户",
    ),
    (
        Role::Holder,
        "counterpartyname|beneficiary|beneficiaryname|상대예금주|상대계좌예금주명|상대방|받는분|보낸분|ชื่อคู่โอน|ឈ្មោះដៃគូ|对方户名|对方姓名",
    ),
    (
        Role::Bank,
        "counterpartybank|bank|bic|counterpartybic|상대은행|거래은행|은행|ธนาคาร|ធនាគារ|对方银行|银行",
    ),
    (
        Role::Amount,
        "amount|tokenvalue|quantity|value|valuein|transactionamount|sum|change|금액|거래금액|จำนวนเงิน|ចំនួនទឹកប្រាក់|金额|交易金额",
    ),
    (
        Role::Debit,
        "debit|withdrawal|withdrawals|paidout|moneyout|debitamount|valueout|출금|출금액|출금금액|찾으신금액|지급금액|ถอน|เงินออก|ถอนเงิน|ដកប្រាក់|支出|支出金额",
    ),
    (
        Role::Credit,
        "credit|deposit|deposits|paidin|moneyin|creditamount|입금|입금액|입금금액|맡기신금액|ฝาก|เงินเข้า|ฝากเงิน|ដាក់ប្រាក់|收入|收入金额",
    ),
    (
        Role::Direction,
        "direction|debitcredit|drcr|crdr|type|inout|입출금구분|거래구분|구분|ประเภท|ប្រភេទ|收支|借贷标志",
    ),
    (
        Role::Currency,
        "currency|ccy|tokensymbol|token|coin|asset|통화|통화코드|สกุลเงิน|រូបិយប័ណ្ណ|币种|货币",
    ),
    (Role::Decimals, "tokendecimal|tokendecimals|decimals"),
    (
        Role::Reference,
        "transactionhash|txhash|hash|txid|transactionid|reference|referencenumber|endtoendid|거래번호|승인번호|เลขที่อ้างอิง|លេខយោង|流水号|交易流水号",
    ),
    (
        Role::Balance,
        "balance|balanceafter|runningbalance|잔액|거래후잔액|ยอดคงเหลือ|คงเหลือ|សមតុល្យ|余额|账户余额",
    ),
    (Role::Status, "status|result|contractret|iserror|상태|สถานะ|ស្ថានភាព|状态"),
];
