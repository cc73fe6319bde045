//! A bare table of transfers: time, from, to, amount, currency.
//!
//! Nothing is guessed. An amount with an exponent or a comma, a time without its zone among times
//! that have one: such a row is set aside with its column and reason, and the others are read.

mod asked;
mod columns;
mod time;

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::Read;
use std::ops::ControlFlow;

use liaison_ledger::{DAY, Exactness, Found, Kind, ParquetError, ParquetTable, account_form};
use liaison_model::ShownValue;
use liaison_model::messages::Message;
use liaison_model::values::Currency;
use liaison_trace::{Account, Decimal, DecimalError, Ties, Transfers, TransfersBuilder, Unit};

use crate::{PlainRow, PlainTable, ReadError};
pub use asked::{AskedError, LimitsWritten, RowOrigin, read_asked_time};
pub use columns::{ColumnsError, TransferColumns};
pub use time::{Moment, MomentError, Written, Zone, ZoneError, read_moment};

/// How a table of transfers is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TransferOptions {
    /// What its columns are called.
    pub columns: TransferColumns,
    /// The zone of times that name none.
    pub zone: Option<Zone>,
    /// Which of several transfers of one time is first; without, what the times allow.
    pub ties: Option<Ties>,
    /// Whether references of rows of the ledger are kept, which takes memory for each row.
    pub keeps_references: bool,
    /// Whether accounts that differ in spaces, dashes or the like alone are one.
    pub has_one_form: bool,
}

/// A row that was set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFault {
    /// Its number below the headings, from 1.
    pub row: u32,
    /// The column at fault, where it is one.
    pub column: Option<String>,
    /// What stands there.
    pub value: ShownValue,
    /// Why.
    pub reason: Message,
}

/// A table of transfers that was read.
#[derive(Debug)]
pub struct TransferTable {
    /// Those that could be read, in sequence.
    pub transfers: Transfers,
    /// Rows of the table, read or not.
    pub rows: u32,
    /// The first rows that were set aside, in order.
    pub faults: Vec<RowFault>,
    /// How many were set aside.
    pub set_aside: u64,
    /// Transfers from an account to itself: they are kept, and move nothing.
    pub to_themselves: u64,
    /// How times are written.
    pub written: Written,
    /// Which of several transfers of one time is first.
    pub ties: Ties,
    /// Whether amounts are floats, of which each is taken as its shortest digits.
    pub has_floats: bool,
    /// Of rows of the ledger: for each the table and the line that it is from.
    pub origins: Vec<(u32, u64)>,
    /// Of rows of the ledger: the reference of each, where they are kept.
    pub references: Vec<Box<str>>,
    /// The files of these tables with their SHA-256.
    pub sources: Vec<(String, String)>,
    /// Whether some times were days alone, so that all were taken to be.
    pub is_coarsened: bool,
    /// Transactions that are announced, and may still not come.
    pub pending: u64,
    /// Banks of accounts, where rows name them.
    pub banks: HashMap<Account, String>,
    /// Accounts that differ from another one in spaces, dashes, dots or capitals alone.
    pub alike: u64,
    /// Who holds accounts, as the first row of the ledger that says so has it.
    pub holders: HashMap<Account, String>,
}

/// Why a table could not be read at all.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TransferTableError {
    /// The file cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The Parquet file cannot be read.
    #[error(transparent)]
    Parquet(#[from] ParquetError),
    /// A column is not there.
    #[error(transparent)]
    Columns(#[from] ColumnsError),
    /// There are more rows than 32 bits can number.
    #[error("more than 4 billion rows")]
    TooLong,
    /// Whoever watches asked to stop.
    #[error("stopped")]
    Stopped,
}

/// Reads a table of transfers. `watch` hears now and then how many bytes were read.
///
/// # Errors
///
/// [`TransferTableError`]; a bad row is none.
pub fn read_transfers<'r>(
    input: impl Read + 'r,
    options: &TransferOptions,
    watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<TransferTable, TransferTableError> {
    let mut table = PlainTable::open(input)?;
    let places = options.columns.places(table.headings())?;
    let mut reader = Reader::new(options);
    while let Some(row) = table.next_row()? {
        reader.rows = u32::try_from(row.number).map_err(|_| TransferTableError::TooLong)?;
        let cells = places.map(|place| place.map(|at| row.cells.get(at).map_or("", |cell| cell)));
        match &row.fault {
            Some((reason, _)) => reader.set_aside(None, ShownValue::None, reason.clone()),
            None => reader.take(cells),
        }
        if is_time_to_look(&row) && watch(table.bytes_read()).is_break() {
            return Err(TransferTableError::Stopped);
        }
    }
    Ok(reader.finish())
}

/// Reads a table of transfers from a Parquet file.
///
/// # Errors
///
/// [`TransferTableError`]; a bad row is none, a damaged file is.
pub fn read_parquet_transfers(
    file: File,
    options: &TransferOptions,
    watch: &mut dyn FnMut() -> ControlFlow<()>,
) -> Result<TransferTable, TransferTableError> {
    let table = ParquetTable::open(file)?;
    let places = options.columns.places(table.headings())?;
    let mut reader = Reader::new(options);
    reader.has_floats = places[AMOUNT].is_some_and(|at| table.has_floats(at));
    // A place beyond all columns is empty in every row, and is not looked at.
    let mut rows = table.read(&places.map(|place| place.unwrap_or(usize::MAX)))?;
    while let Some(row) = rows.next_row()? {
        reader.rows = reader.rows.checked_add(1).ok_or(TransferTableError::TooLong)?;
        let cell = |at: usize| places[at].and_then(|_| row.get(at)).map(String::as_str);
        reader.take([0, 1, 2, AMOUNT, 4].map(cell));
        let is_time = u64::from(reader.rows).is_multiple_of(ROWS_BETWEEN_LOOKS);
        if is_time && watch().is_break() {
            return Err(TransferTableError::Stopped);
        }
    }
    Ok(reader.finish())
}

/// What takes rows of the ledger, and says whether it wants more.
pub type TakeFound<'a> = dyn FnMut(Found) -> ControlFlow<()> + 'a;

/// Puts rows of the ledger into one sequence. `scan` hands each row on. Where some times are days
/// alone all are taken to be: nobody knows where in a day they belong.
pub fn transfers_of_ledger(
    options: &TransferOptions,
    scan: &mut dyn FnMut(&mut TakeFound<'_>),
) -> TransferTable {
    let mut reader = Reader::new(options);
    scan(&mut |found| {
        let Some(rows) = reader.rows.checked_add(1) else { return ControlFlow::Break(()) };
        reader.rows = rows;
        reader.take_found(&found);
        ControlFlow::Continue(())
    });
    reader.coarsen();
    reader.finish()
}

fn is_time_to_look(row: &PlainRow) -> bool {
    row.number.is_multiple_of(ROWS_BETWEEN_LOOKS)
}

/// A table while it is read.
struct Reader<'a> {
    options: &'a TransferOptions,
    builder: TransfersBuilder,
    rows: u32,
    faults: Vec<RowFault>,
    set_aside: u64,
    to_themselves: u64,
    has_floats: bool,
    origins: Vec<(u32, u64)>,
    references: Vec<Box<str>>,
    is_coarsened: bool,
    pending: u64,
    banks: HashMap<Account, String>,
    holders: HashMap<Account, String>,
    is_zoned: bool,
    /// Rows whose time names no zone, and rows that name the day alone.
    local: Vec<u32>,
    days: Vec<u32>,
    /// The currency of the row before: mostly the same again.
    last_unit: Option<(String, Unit)>,
}

impl<'a> Reader<'a> {
    fn new(options: &'a TransferOptions) -> Self {
        Self {
            options,
            builder: TransfersBuilder::new(),
            rows: 0,
            faults: Vec::new(),
            set_aside: 0,
            to_themselves: 0,
            has_floats: false,
            origins: Vec::new(),
            references: Vec::new(),
            is_coarsened: false,
            pending: 0,
            banks: HashMap::new(),
            holders: HashMap::new(),
            is_zoned: false,
            local: Vec::new(),
            days: Vec::new(),
            last_unit: None,
        }
    }

    /// Takes a row: time, from, to, amount, and the currency where the table has one.
    fn take(&mut self, cells: [Option<&str>; 5]) {
        let [time, from, to, amount, currency] = cells.map(|cell| cell.map(str::trim));
        let columns = &self.options.columns;
        let moment = match read_moment(time.unwrap_or_default(), self.options.zone) {
            Ok(moment) => moment,
            Err(error) => {
                let value = ShownValue::Plain(time.unwrap_or_default().to_owned());
                return self.set_aside(Some(&columns.time), value, error.message());
            }
        };
        let Some(from) = self.account(from, &columns.from) else { return };
        let Some(to) = self.account(to, &columns.to) else { return };
        let amount = match Decimal::read(amount.unwrap_or_default()) {
            Ok(amount) => amount,
            Err(error) => {
                let value = ShownValue::Plain(amount.unwrap_or_default().to_owned());
                return self.set_aside(Some(&columns.amount), value, amount_fault(error));
            }
        };
        let Some(unit) = self.unit(currency) else { return };
        match moment.written {
            Written::Zoned => self.is_zoned = true,
            Written::Local => self.local.push(self.rows),
            Written::Day => self.days.push(self.rows),
        }
        self.to_themselves += u64::from(from == to);
        self.builder.push(moment.micros, (from, to), amount, unit, self.rows);
    }

    /// Takes a row of the ledger.
    fn take_found(&mut self, found: &Found) {
        let row = &found.row;
        // Tables are far fewer than 32 bits can count.
        self.origins.push((u32::try_from(found.table).unwrap_or(u32::MAX), row.line));
        if self.options.keeps_references {
            self.references.push(row.reference.as_str().into());
        }
        if row.kind == Kind::Pending {
            self.pending += 1;
            return;
        }
        let columns = &self.options.columns;
        let Some(from) = self.account(Some(&row.from), &columns.from) else { return };
        let Some(to) = self.account(Some(&row.to), &columns.to) else { return };
        let sides = [(from, &row.from_bank, &row.from_holder), (to, &row.to_bank, &row.to_holder)];
        for (account, bank, holder) in sides {
            for (said, known) in [(bank, &mut self.banks), (holder, &mut self.holders)] {
                if !said.is_empty() {
                    known.entry(account).or_insert_with(|| said.clone());
                }
            }
        }
        let Ok(digits) = u64::try_from(row.amount.minor) else {
            let value = ShownValue::Plain(row.amount.to_string());
            return self.set_aside(
                Some(&columns.amount),
                value,
                amount_fault(DecimalError::TooLarge),
            );
        };
        let Some(unit) = self.unit(Some(&row.currency)) else { return };
        match row.exactness {
            Exactness::Zoned => self.is_zoned = true,
            Exactness::Local => self.local.push(self.rows),
            Exactness::Day => self.days.push(self.rows),
        }
        self.to_themselves += u64::from(from == to);
        let amount = Decimal { digits, decimals: row.amount.decimals };
        self.builder.push(row.time, (from, to), amount, unit, self.rows);
    }

    /// Takes all times as days where some are.
    fn coarsen(&mut self) {
        if !self.days.is_empty() && (self.is_zoned || !self.local.is_empty()) {
            self.builder.floor_times(DAY);
            (self.is_zoned, self.is_coarsened) = (false, true);
            self.days.append(&mut self.local);
        }
    }

    fn account(&mut self, cell: Option<&str>, column: &str) -> Option<Account> {
        let name = cell.unwrap_or_default();
        if name.is_empty() {
            self.set_aside(Some(column), ShownValue::None, Message::new("money-fault-no-account"));
            return None;
        }
        let account = match self.options.has_one_form {
            true => self.builder.account(&account_form(name)),
            false => self.builder.account(name),
        };
        if account.is_none() {
            let reason = Message::new("money-fault-too-many-accounts");
            self.set_aside(Some(column), ShownValue::None, reason);
        }
        account
    }

    /// The currency; tables without such a column have one that has no name.
    fn unit(&mut self, cell: Option<&str>) -> Option<Unit> {
        let code = cell.unwrap_or_default();
        if let Some((known, unit)) = &self.last_unit
            && known == code
        {
            return Some(*unit);
        }
        let column = self.options.columns.currency.clone();
        let is_one = !code.is_empty() && !code.contains(['/', '+', ';', '|', ',']);
        if cell.is_some() && (!is_one || CODE_BYTES_MAX < code.len()) {
            let reason = Message::new("money-fault-currency");
            self.set_aside(Some(&column), ShownValue::Plain(code.to_owned()), reason);
            return None;
        }
        let decimals = Currency::find(code).map_or(0, Currency::decimals);
        let unit = self.builder.unit(code, decimals);
        match unit {
            Some(unit) => self.last_unit = Some((code.to_owned(), unit)),
            None => {
                let reason = Message::new("money-fault-too-many-currencies");
                self.set_aside(Some(&column), ShownValue::None, reason);
            }
        }
        unit
    }

    fn set_aside(&mut self, column: Option<&str>, value: ShownValue, reason: Message) {
        let fault = RowFault { row: self.rows, column: column.map(str::to_owned), value, reason };
        self.keep(fault);
    }

    fn keep(&mut self, fault: RowFault) {
        self.set_aside += 1;
        if self.faults.len() < FAULTS_MAX {
            self.faults.push(fault);
        }
    }

    fn finish(mut self) -> TransferTable {
        let has_times = self.is_zoned || !self.local.is_empty();
        let column = self.options.columns.time.clone();
        let mixed = [
            (self.is_zoned, std::mem::take(&mut self.local), "money-fault-no-zone"),
            (has_times, std::mem::take(&mut self.days), "money-fault-day-only"),
        ];
        let is_local = !mixed[0].1.is_empty();
        let is_day = !has_times && !mixed[1].1.is_empty();
        for (others_say_more, rows, key) in mixed {
            if others_say_more {
                self.builder.forget(&rows);
                for row in rows {
                    let (column, reason) = (Some(column.clone()), Message::new(key));
                    self.keep(RowFault { row, column, value: ShownValue::None, reason });
                }
            }
        }
        let written = match (is_day, self.is_zoned, is_local) {
            (true, ..) => Written::Day,
            (_, false, true) => Written::Local,
            _ => Written::Zoned,
        };
        let usual = if is_day { Ties::CreditsFirst } else { Ties::AsWritten };
        let ties = self.options.ties.unwrap_or(usual);
        let (transfers, too_large) = std::mem::take(&mut self.builder).finish(ties);
        let alike = alike(&transfers);
        let column = self.options.columns.amount.clone();
        for row in too_large {
            let (column, reason) = (Some(column.clone()), amount_fault(DecimalError::TooLarge));
            self.keep(RowFault { row, column, value: ShownValue::None, reason });
        }
        self.faults.sort_by_key(|fault| fault.row);
        TransferTable {
            transfers,
            rows: self.rows,
            faults: self.faults,
            set_aside: self.set_aside,
            to_themselves: self.to_themselves,
            written,
            ties,
            has_floats: self.has_floats,
            origins: self.origins,
            references: self.references,
            sources: Vec::new(),
            is_coarsened: self.is_coarsened,
            pending: self.pending,
            banks: self.banks,
            holders: self.holders,
            alike,
        }
    }
}

/// How many accounts differ from an earlier one in spaces, dashes, dots or capitals alone.
fn alike(transfers: &Transfers) -> u64 {
    let mut known = HashSet::new();
    let accounts = (0..transfers.accounts() as u32).map(Account); // numbered so
    let bare = |name: &str| -> String {
        name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let names = accounts.map(|account| bare(transfers.name(account)));
    names.filter(|name| !name.is_empty()).map(|name| u64::from(!known.insert(name))).sum()
}

/// Why a text is no amount, in words.
pub(crate) fn amount_fault(error: DecimalError) -> Message {
    Message::new(match error {
        DecimalError::Empty => "money-fault-no-amount",
        DecimalError::Negative => "money-fault-negative",
        DecimalError::Exponent => "money-fault-exponent",
        DecimalError::Comma => "money-fault-comma",
        DecimalError::TooPrecise => "money-fault-too-precise",
        DecimalError::TooLarge => "money-fault-too-large",
        _ => "money-fault-amount",
    })
}

/// Rows that are told one by one.
pub const FAULTS_MAX: usize = 10_000;
/// Longest name of a currency.
const CODE_BYTES_MAX: usize = 64;
/// Place of the amount among the columns.
const AMOUNT: usize = 3;
const ROWS_BETWEEN_LOOKS: u64 = 4096;
