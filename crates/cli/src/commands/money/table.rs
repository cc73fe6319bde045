//! Reads the table that a question about money is asked of.

use std::fs::File;
use std::io::{Read, Seek};
use std::path::Path;

use anyhow::{Context, Result, bail};
use liaison_formats::{
    AskedError, LimitsWritten, RowFault, TransferOptions, TransferTable, TransferTableError,
    read_parquet_transfers, read_transfers,
};
use liaison_ledger::Wanted;
use liaison_model::ShownValue;
use liaison_model::messages::Message;
use liaison_trace::{Account, Limits, Rule, Ties, Transfers, Unit};
use serde_json::json;

use super::super::interrupt::Interrupt;
use super::super::ledger::{moment, tell_scanned};
use super::super::open::Place;
use crate::Done;
use crate::args::money::{MoneyBetween, MoneyTable, TieOrder, TraceRule};
use crate::out::Out;

/// Which rows of the ledger a question needs at most.
#[derive(Debug, Clone, Copy, Default)]
pub struct Span<'a> {
    since: Option<&'a str>,
    until: Option<&'a str>,
}

impl<'a> Span<'a> {
    /// Those between both times.
    pub fn of(between: &'a MoneyBetween) -> Self {
        Self { since: between.since.as_deref(), until: between.until.as_deref() }
    }

    /// Those up to the later time: what an account held before is needed, too.
    pub fn up_to(between: &'a MoneyBetween) -> Self {
        Self { since: None, ..Self::of(between) }
    }
}

/// Reads it, and tells what was set aside.
///
/// # Errors
///
/// When the file cannot be read or has not the columns.
pub fn read(
    place: &Place,
    options: &MoneyTable,
    span: Span<'_>,
    route: &str,
    out: &Out,
) -> Result<TransferTable> {
    match &options.table {
        Some(path) => read_file(path, &asked(options), &*Interrupt::heard()?, out),
        None => read_ledger(place, options, span, route, &asked(options), out),
    }
}

/// Reads it with the references of the ledger's rows, which requests to banks need.
///
/// # Errors
///
/// As [`read`].
pub fn read_with_references(
    place: &Place,
    options: &MoneyTable,
    span: Span<'_>,
    route: &str,
    out: &Out,
) -> Result<TransferTable> {
    match &options.table {
        Some(path) => read_file(path, &asked(options), &*Interrupt::heard()?, out),
        None => {
            let asked = TransferOptions { keeps_references: true, ..asked(options) };
            read_ledger(place, options, span, route, &asked, out)
        }
    }
}

/// Reads the node's ledger, as far as the question needs it. The look is recorded first.
fn read_ledger(
    place: &Place,
    options: &MoneyTable,
    span: Span<'_>,
    route: &str,
    asked: &TransferOptions,
    out: &Out,
) -> Result<TransferTable> {
    let (node, reader) = place.read_for(options.reveal, out)?;
    let tables = node.ledger_tables(&reader)?;
    if tables.is_empty() {
        bail!(out.words.text("ledger-empty"));
    }
    let look = node.look_into_ledger(&reader, route, &tables)?;
    let wanted = Wanted {
        since: span.since.map(|text| moment(text, false, out)).transpose()?,
        until: span.until.map(|text| moment(text, true, out)).transpose()?,
        account: None,
        nets_reversals: options.netting.net_reversals,
        keeps_duplicates: options.netting.keep_duplicates,
    };
    let interrupt = Interrupt::heard()?;
    let bar = out.progress("progress-reading", None);
    let (table, scanned) = node.ledger_transfers(&tables, &wanted, asked, &look, &mut |rows| {
        bar.set_position(rows);
        interrupt.flow()
    })?;
    bar.finish_and_clear();
    node.checkpoint_looks()?;
    if interrupt.is_heard() {
        bail!(out.words.text("money-stopped"));
    }
    tell_scanned(&scanned, out);
    tell(Path::new(LEDGER), &table, out);
    Ok(table)
}

/// Reads a file, and tells what was set aside.
///
/// # Errors
///
/// When it cannot be read or has not the columns.
pub fn read_file(
    path: &Path,
    asked: &TransferOptions,
    interrupt: &Interrupt,
    out: &Out,
) -> Result<TransferTable> {
    let told = || path.display().to_string();
    if path.is_dir() {
        bail!(out.words.say(&Message::new("money-is-folder").with("path", path.display())));
    }
    let mut file = File::open(path).with_context(told)?;
    let is_parquet = is_parquet(&mut file).with_context(told)?;
    let length = file.metadata().ok().map(|metadata| metadata.len()).filter(|_| !is_parquet);
    let bar = out.progress("progress-reading", length);
    let table = match is_parquet {
        true => read_parquet_transfers(file, asked, &mut || interrupt.flow()),
        false => read_transfers(file, asked, &mut |bytes| {
            bar.set_position(bytes);
            interrupt.flow()
        }),
    };
    bar.finish_and_clear();
    let table = match table {
        Ok(table) => table,
        Err(TransferTableError::Columns(error)) => {
            bail!("{}: {}", told(), out.words.say(&error.message()))
        }
        Err(TransferTableError::Stopped) => bail!(out.words.text("money-stopped")),
        Err(error) => return Err(error).with_context(told),
    };
    tell(path, &table, out);
    Ok(table)
}

fn asked(options: &MoneyTable) -> TransferOptions {
    TransferOptions {
        columns: options.columns.clone(),
        zone: options.zone,
        ties: options.ties.map(Ties::from),
        keeps_references: false,
        has_one_form: options.one_form,
    }
}

/// Whether a file begins as Parquet files do. Leaves it at its beginning; a pipe is none.
pub fn is_parquet(file: &mut File) -> std::io::Result<bool> {
    if !file.metadata()?.is_file() {
        return Ok(false);
    }
    let mut head = Vec::new();
    file.by_ref().take(PARQUET.len() as u64).read_to_end(&mut head)?;
    file.rewind()?;
    Ok(head == PARQUET)
}

/// How a command ends that read the table.
pub fn done(table: &TransferTable) -> Done {
    if table.set_aside == 0 { Done::Clean } else { Done::WithProblems }
}

fn tell(path: &Path, table: &TransferTable, out: &Out) {
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    for fault in shown(&table.faults, out) {
        tell_fault(&file, fault, out);
    }
    let are_all_told = table.set_aside <= table.faults.len().min(FAULTS_SHOWN) as u64;
    for note in table.notes() {
        if note.key != "money-set-aside" || !(are_all_told || out.is_json()) {
            out.note(&note);
        }
    }
}

/// Programs hear of all that are kept, people of the first.
fn shown<'a>(faults: &'a [RowFault], out: &Out) -> impl Iterator<Item = &'a RowFault> {
    faults.iter().take(if out.is_json() { faults.len() } else { FAULTS_SHOWN })
}

fn tell_fault(file: &str, fault: &RowFault, out: &Out) {
    let reason = out.words.say(&fault.reason);
    let value = match &fault.value {
        ShownValue::Plain(text) => Some(text.as_str()),
        ShownValue::Covered(_) | ShownValue::None => None,
    };
    if out.is_json() {
        out.value(&json!({ "problem": {
            "file": file,
            "row": fault.row,
            "column": fault.column,
            "value": value,
            "code": fault.reason.key,
            "reason": reason,
        }}));
        return;
    }
    let line = Message::new("money-problem")
        .with("file", file)
        .with("row", fault.row)
        .with("column", fault.column.as_deref().unwrap_or("–"))
        .with("value", value.unwrap_or("–"))
        .with("reason", reason);
    out.note(&line);
}

/// The accounts of names.
///
/// # Errors
///
/// When the table has no transfer of one of them.
pub fn accounts(names: &[String], table: &TransferTable, out: &Out) -> Result<Vec<Account>> {
    table.accounts(names.iter().map(String::as_str)).map_err(|error| told(&error, out))
}

/// The limits of a question.
///
/// # Errors
///
/// When a time is none, or no currency has so small an amount.
pub fn limits(
    between: &MoneyBetween,
    hops: Option<u32>,
    options: &MoneyTable,
    table: &TransferTable,
    out: &Out,
) -> Result<Limits> {
    let written = LimitsWritten {
        since: between.since.as_deref(),
        until: between.until.as_deref(),
        hops,
        min: between.min,
        zone: options.zone,
    };
    table.limits(&written).map_err(|error| told(&error, out))
}

/// An error in words, with the word for a currency that has no name.
fn told(error: &AskedError, out: &Out) -> anyhow::Error {
    let message = match error {
        AskedError::MinNotIn { currency } => {
            Message::new("money-min-not-in").with("currency", named(currency, out))
        }
        error => error.message(),
    };
    anyhow::anyhow!(out.words.say(&message))
}

/// The name of a currency.
pub fn currency(unit: Unit, transfers: &Transfers, out: &Out) -> String {
    let code = transfers.units().get(usize::from(unit.0)).map_or("", |unit| &unit.code);
    if out.is_json() { code.to_owned() } else { named(code, out) }
}

fn named(code: &str, out: &Out) -> String {
    if code.is_empty() { out.words.text("money-no-currency") } else { code.to_owned() }
}

/// How ties were settled, in words.
pub fn ties_key(ties: Ties) -> &'static str {
    match ties {
        Ties::AsWritten => "money-ties-written",
        Ties::CreditsFirst => "money-ties-credits-first",
    }
}

impl From<TieOrder> for Ties {
    fn from(order: TieOrder) -> Self {
        match order {
            TieOrder::Written => Self::AsWritten,
            TieOrder::CreditsFirst => Self::CreditsFirst,
        }
    }
}

impl From<TraceRule> for Rule {
    fn from(rule: TraceRule) -> Self {
        match rule {
            TraceRule::Fifo => Self::Fifo,
            TraceRule::Lifo => Self::Lifo,
            TraceRule::ProRata => Self::ProRata,
            TraceRule::Poison => Self::Poison,
            TraceRule::LowestBalance => Self::LowestBalance,
        }
    }
}

/// Rows set aside that a person is told one by one.
const FAULTS_SHOWN: usize = 10;
/// What stands for the ledger where a file would be named.
const LEDGER: &str = "ledger";
/// The first bytes of a Parquet file.
const PARQUET: &[u8] = b"PAR1";
