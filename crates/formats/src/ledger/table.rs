//! Tables of transactions: statements of banks, exports of explorers and exchanges.
//!
//! Either both sides stand in a row (`from`, `to`), or it is a statement: of one account, with sums
//! that went out or came in, and the other side where the bank says it.

use std::io::{Read, Seek};

use liaison_ledger::{Exactness, Kind, LedgerRow, Money, Party, account_form};
use liaison_model::ShownValue;
use liaison_model::messages::Message;

use super::iso::moment;
use super::mapping::{LedgerDates, LedgerMapping, LedgerMappingError, Role};
use super::{Fault, LedgerContext, LedgerSink, Sum, money, original, unknown};
use crate::import::ReadError;
use crate::table::read::shape_fault;
use crate::table::sample::{HEADING_ROWS, heading_at};
use crate::table::{Row, Rows, csv_rows, xlsx};

/// Reads a table with separators.
pub(super) fn read_csv_ledger(
    input: impl Read,
    context: &LedgerContext,
    sink: &mut dyn LedgerSink,
) -> Result<(), ReadError> {
    let (mut rows, _) = csv_rows::open(input)?;
    read_rows(&mut rows, context, sink)
}

/// Reads the first sheet of a workbook that has rows, or the one that the mapping names.
pub(super) fn read_xlsx_ledger(
    input: impl Read + Seek,
    context: &LedgerContext,
    sink: &mut dyn LedgerSink,
) -> Result<(), ReadError> {
    let sheet = context.mapping.as_ref().and_then(|mapping| mapping.sheet.clone());
    xlsx::with_rows(input, sheet.as_deref(), Default::default(), |_, rows| {
        read_rows(rows, context, sink)
    })
}

fn read_rows(
    rows: &mut dyn Rows,
    context: &LedgerContext,
    sink: &mut dyn LedgerSink,
) -> Result<(), ReadError> {
    let mut first: Vec<Row> = Vec::new();
    while first.len() < HEADING_ROWS + SAMPLE_ROWS {
        match rows.next_row()? {
            Some(row) if row.is_empty() => {}
            Some(row) => first.push(row),
            None => break,
        }
    }
    let at = heading_row(&first);
    let headings = first.get(at).map(Row::texts).unwrap_or_default();
    let below = first.split_off((at + 1).min(first.len()));
    let sample: Vec<Vec<String>> = below.iter().map(Row::texts).collect();
    let mut table = Table::new(&headings, &sample, context)?;
    let mut below = below.into_iter();
    loop {
        let row = match below.next() {
            Some(row) => row,
            None => match rows.next_row()? {
                Some(row) => row,
                None => return table.finish(sink),
            },
        };
        if !row.is_empty() {
            sink.progress(rows.bytes_read())?;
            table.take(&row, rows.may_end_early(), sink)?;
        }
    }
}

/// The row of which most cells are headings that are known here; else where a table begins.
fn heading_row(rows: &[Row]) -> usize {
    let known = |row: &Row| LedgerMapping::proposed(&row.texts(), &[]).columns.len();
    let best = rows
        .iter()
        .take(HEADING_ROWS)
        .enumerate()
        .max_by_key(|(at, row)| (known(row), std::cmp::Reverse(*at)));
    match best {
        Some((at, row)) if 2 <= known(row) => at,
        _ => heading_at(rows),
    }
}

/// A table while it is read.
struct Table<'a> {
    context: LedgerContext,
    mapping: LedgerMapping,
    headings: &'a [String],
    places: Vec<(Role, usize)>,
    balances: Balances,
}

/// Whether each balance follows from the one before, downwards or upwards: banks write both.
#[derive(Default)]
struct Balances {
    last: Option<(u64, Money, Money, bool)>,
    /// Lines where it does not, reading down; and reading up.
    down: Vec<u64>,
    up: Vec<u64>,
    checked: u64,
}

impl<'a> Table<'a> {
    fn new(
        headings: &'a [String],
        sample: &[Vec<String>],
        context: &LedgerContext,
    ) -> Result<Self, LedgerMappingError> {
        let proposed = || LedgerMapping::proposed(headings, sample);
        let mapping = context.mapping.clone().unwrap_or_else(proposed);
        let mut places = Vec::new();
        for (role, heading) in &mapping.columns {
            let missing = || LedgerMappingError::Missing { heading: heading.clone() };
            let at = headings.iter().position(|known| known.trim() == heading.trim());
            places.push((*role, at.ok_or_else(missing)?));
        }
        let mut context = context.clone();
        let zone = mapping.zone.as_deref().and_then(|zone| zone.parse().ok());
        context.zone = context.zone.or(zone);
        context.account = context.account.or_else(|| mapping.account.clone());
        let table = Self { context, mapping, headings, places, balances: Balances::default() };
        table.check()?;
        Ok(table)
    }

    fn has(&self, role: Role) -> bool {
        self.places.iter().any(|(known, _)| *known == role)
    }

    fn check(&self) -> Result<(), LedgerMappingError> {
        let is_transfer = self.has(Role::From) && self.has(Role::To);
        let has_sums = self.has(Role::Amount) || self.has(Role::Debit) || self.has(Role::Credit);
        let what = match () {
            () if !self.has(Role::Time) => "time",
            () if !has_sums => "amount",
            () => "",
        };
        if !what.is_empty() {
            let headings = self.headings.join(", ");
            return Err(LedgerMappingError::Silent { what, headings });
        }
        if !is_transfer && !self.has(Role::Account) && self.context.account.is_none() {
            return Err(LedgerMappingError::NoAccount);
        }
        Ok(())
    }

    fn take(
        &mut self,
        row: &Row,
        may_end_early: bool,
        sink: &mut dyn LedgerSink,
    ) -> Result<(), ReadError> {
        if let Some((reason, _)) = shape_fault(row, self.headings.len(), may_end_early) {
            return Ok(sink.problem(Fault::new("", reason).told(&self.context, row.number))?);
        }
        match self.row(row) {
            Ok(Some(made)) => Ok(sink.row(made)?),
            Ok(None) => Ok(()),
            Err(fault) => Ok(sink.problem(fault.told(&self.context, row.number))?),
        }
    }

    fn cell<'r>(&self, row: &'r Row, role: Role) -> &'r str {
        let place = self.places.iter().find(|(known, _)| *known == role);
        place.and_then(|(_, at)| row.cells.get(*at)).map_or("", |cell| cell.text.trim())
    }

    fn heading(&self, role: Role) -> &str {
        self.mapping.columns.get(&role).map_or("", String::as_str)
    }

    fn row(&mut self, row: &Row) -> Result<Option<LedgerRow>, Fault> {
        let status = self.cell(row, Role::Status);
        if is_failed(status) {
            let reason = Message::new("ledger-fault-failed");
            return Err(Fault::of(self.heading(Role::Status), status, reason));
        }
        let (time, exactness) = self.time(row)?;
        let currency = self.currency(row)?;
        let (amount, is_credit) = self.amount(row, &currency)?;
        let (from, to) = match is_credit {
            None => (self.side(row, Role::From)?, self.side(row, Role::To)?),
            Some(is_credit) => {
                let own = self.own(row)?;
                let mut other = self.other(row);
                if other.account.is_empty() {
                    other.account = unknown(&own.account, is_credit);
                }
                self.check_balance(row, amount, is_credit, &currency);
                if is_credit { (other, own) } else { (own, other) }
            }
        };
        let texts: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
        Ok(Some(LedgerRow {
            time,
            exactness,
            from,
            to,
            amount,
            currency,
            kind: Kind::Booked,
            reference: self.cell(row, Role::Reference).to_owned(),
            line: row.number,
            original: original(&texts.join("\u{1f}")),
        }))
    }

    fn time(&self, row: &Row) -> Result<(i64, Exactness), Fault> {
        let (day, clock) = (self.cell(row, Role::Time), self.cell(row, Role::Clock));
        let text = if clock.is_empty() { day.to_owned() } else { format!("{day} {clock}") };
        let iso = iso_time(&text, self.mapping.dates);
        let told = |reason| Fault::of(self.heading(Role::Time), &text, reason);
        moment(&iso, &self.context).map_err(told)
    }

    fn currency(&self, row: &Row) -> Result<String, Fault> {
        let said = self.cell(row, Role::Currency);
        let code = match (said, &self.mapping.currency) {
            ("", Some(usual)) => usual.as_str(),
            (said, _) => said,
        };
        let is_one = !code.is_empty() && !code.contains(['/', '+', ';', '|', ',']);
        if is_one && code.len() <= CURRENCY_BYTES_MAX {
            return Ok(code.to_owned());
        }
        let heading = if said.is_empty() { "currency" } else { self.heading(Role::Currency) };
        Err(Fault::of(heading, code, Message::new("money-fault-currency")))
    }

    /// How much; of a statement whether it came in.
    fn amount(&self, row: &Row, currency: &str) -> Result<(Money, Option<bool>), Fault> {
        let is_transfer = self.has(Role::From) && self.has(Role::To);
        let filled = |role| {
            let text = self.cell(row, role);
            let is_empty = text.trim_matches(['0', '.', ',', '-', ' ']).is_empty();
            (!is_empty).then_some((role, text))
        };
        let sides = (filled(Role::Debit), filled(Role::Credit));
        let (role, text, is_credit) = match sides {
            (Some(_), Some((role, text))) if !is_transfer => {
                let reason = Message::new("ledger-fault-both");
                return Err(Fault::of(self.heading(role), text, reason));
            }
            (Some((role, text)), _) => (role, text, Some(false)),
            (None, Some((role, text))) => (role, text, Some(true)),
            (None, None) if self.has(Role::Amount) => {
                (Role::Amount, self.cell(row, Role::Amount), None)
            }
            (None, None) => {
                let reason = Message::new("money-fault-no-amount");
                return Err(Fault::new(self.heading(Role::Debit), reason));
            }
        };
        let told = |reason| Fault::of(self.heading(role), text, reason);
        let (is_negative, amount) = self.sum(row, text, currency).map_err(told)?;
        if is_transfer {
            return match is_negative {
                true => Err(told(Message::new("money-fault-negative"))),
                false => Ok((amount, None)),
            };
        }
        let said = self.cell(row, Role::Direction);
        let is_credit = match (is_credit, direction(said), is_negative) {
            (Some(_), _, true) | (None, Some(_), true) => {
                return Err(told(Message::new("money-fault-negative")));
            }
            (Some(is_credit), _, false) | (None, Some(is_credit), false) => is_credit,
            (None, None, _) if self.has(Role::Direction) && !said.is_empty() => {
                let reason = Message::new("ledger-fault-direction");
                return Err(Fault::of(self.heading(Role::Direction), said, reason));
            }
            (None, None, is_negative) => !is_negative,
        };
        Ok((amount, Some(is_credit)))
    }

    /// A sum with its sign, in the marks of this table.
    fn sum(&self, row: &Row, text: &str, currency: &str) -> Result<(bool, Money), Message> {
        let bracketed = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let signed = bracketed.or_else(|| text.strip_prefix(['-', '−']));
        let digits = signed.or_else(|| text.strip_prefix('+')).unwrap_or(text);
        let plain = self.ungrouped(digits).ok_or_else(|| Message::new("money-fault-comma"))?;
        let column = self.cell(row, Role::Decimals);
        let decimals = match column.is_empty() {
            true => self.mapping.decimals,
            false => Some(column.parse().map_err(|_| Message::new("ledger-fault-decimals"))?),
        };
        let read = money(&plain, if decimals.is_some() { "" } else { currency })?;
        let amount = match decimals {
            None => Some(read),
            Some(_) if read.decimals != 0 => return Err(Message::new("ledger-fault-decimals")),
            Some(decimals) if decimals <= TOKEN_DECIMALS_MAX => {
                let usual = liaison_model::values::Currency::find(currency);
                Money { minor: read.minor, decimals }
                    .in_decimals_of(usual.map_or(0, |it| it.decimals()))
            }
            Some(_) => None,
        };
        let amount = amount.ok_or_else(|| Message::new("ledger-fault-too-large"))?;
        Ok((signed.is_some(), amount))
    }

    /// Without the marks between thousands, where they stand as they must, and with a point.
    fn ungrouped(&self, digits: &str) -> Option<String> {
        let decimal = self.mapping.decimal.unwrap_or('.');
        let (whole, fraction) = match digits.split_once(decimal) {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (digits, None),
        };
        let whole = match self.mapping.grouping {
            Some(mark) if whole.contains(mark) => {
                let groups: Vec<&str> = whole.split(mark).collect();
                let is_first = (1..=3).contains(&groups[0].len());
                if !is_first || groups.iter().skip(1).any(|group| group.len() != 3) {
                    return None;
                }
                groups.concat()
            }
            _ => whole.to_owned(),
        };
        let fraction = fraction.map(|fraction| format!(".{fraction}"));
        Some(whole + &fraction.unwrap_or_default())
    }

    fn side(&self, row: &Row, role: Role) -> Result<Party, Fault> {
        let account = account_form(self.cell(row, role));
        if account.is_empty() {
            return Err(Fault::new(self.heading(role), Message::new("money-fault-no-account")));
        }
        Ok(Party { account, ..Party::default() })
    }

    fn own(&self, row: &Row) -> Result<Party, Fault> {
        let said = self.cell(row, Role::Account);
        let text = if said.is_empty() { self.context.account.as_deref() } else { Some(said) };
        let account = account_form(text.unwrap_or_default());
        if account.is_empty() {
            let reason = Message::new("money-fault-no-account");
            return Err(Fault::new(self.heading(Role::Account), reason));
        }
        Ok(Party { account, ..Party::default() })
    }

    fn other(&self, row: &Row) -> Party {
        Party {
            account: account_form(self.cell(row, Role::Counterparty)),
            bank: self.cell(row, Role::Bank).to_owned(),
            holder: self.cell(row, Role::Holder).to_owned(),
        }
    }

    fn check_balance(&mut self, row: &Row, amount: Money, is_credit: bool, currency: &str) {
        let text = self.cell(row, Role::Balance);
        let Ok((false, balance)) = self.sum(row, text, currency) else { return };
        let follows = |before: Money, amount: Money, is_credit: bool, after: Money| {
            let mut sum = Sum::default();
            sum.add(before, true);
            sum.add(amount, is_credit);
            sum.add(after, false);
            sum.off().is_none()
        };
        let balances = &mut self.balances;
        if let Some((line, last, last_amount, last_is_credit)) = balances.last {
            balances.checked += 1;
            if !follows(last, amount, is_credit, balance) {
                balances.down.push(row.number);
            }
            if !follows(balance, last_amount, last_is_credit, last) {
                balances.up.push(line);
            }
        }
        balances.last = Some((row.number, balance, amount, is_credit));
    }

    fn finish(self, sink: &mut dyn LedgerSink) -> Result<(), ReadError> {
        let Balances { down, up, .. } = &self.balances;
        let off = if up.len() < down.len() { up } else { down };
        for line in off {
            let column = self.heading(Role::Balance);
            let fault = Fault::remark(column, Message::new("ledger-fault-row-balance"));
            sink.problem(Fault { value: ShownValue::None, ..fault }.told(&self.context, *line))?;
        }
        Ok(())
    }
}

/// Words by which explorers and banks say that nothing moved.
fn is_failed(status: &str) -> bool {
    let status = status.trim().to_lowercase();
    [
        "fail",
        "failed",
        "error",
        "reverted",
        "revert",
        "out_of_energy",
        "cancelled",
        "canceled",
        "rejected",
        "실패",
        "취소",
        "失败",
    ]
    .iter()
    .any(|word| status == *word || status.starts_with(&format!("{word}(")))
}

/// Whether a word says that money came in.
fn direction(word: &str) -> Option<bool> {
    let word = word.trim().to_lowercase();
    let is_in =
        ["c", "cr", "crdt", "credit", "in", "deposit", "입금", "เงินเข้า", "ฝาก", "ចូល", "收入", "贷"];
    let is_out = [
        "d",
        "dr",
        "dbit",
        "debit",
        "out",
        "withdraw",
        "withdrawal",
        "출금",
        "เงินออก",
        "ถอน",
        "ចេញ",
        "支出",
        "借",
    ];
    match () {
        () if is_in.contains(&word.as_str()) => Some(true),
        () if is_out.contains(&word.as_str()) => Some(false),
        () => None,
    }
}

/// A date that does not begin with the year, turned round where the mapping says its order; dots and
/// slashes between year, month and day as hyphens. Anything else stays as it is.
fn iso_time(text: &str, dates: Option<LedgerDates>) -> String {
    let (day, rest) = match text.find([' ', 'T']) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let parts: Vec<&str> =
        day.trim_end_matches('.').split(['.', '/', '-']).map(str::trim).collect();
    let [first, second, third] = parts.as_slice() else { return text.to_owned() };
    let (year, month, day) = match (first.len(), third.len(), dates) {
        (4, _, _) => (first, second, third),
        (_, 4, Some(LedgerDates::Dmy)) => (third, second, first),
        (_, 4, Some(LedgerDates::Mdy)) => (third, first, second),
        _ => return text.to_owned(),
    };
    format!("{year}-{month:0>2}-{day:0>2}{rest}")
}

/// Rows below the headings that show how sums are written.
const SAMPLE_ROWS: usize = 200;
const CURRENCY_BYTES_MAX: usize = 64;
/// Most decimals of a token that fit into a sum.
const TOKEN_DECIMALS_MAX: u8 = 36;
