//! Reads the table that a question about money is asked of.

use std::fs::File;
use std::io::{Read, Seek};
use std::ops::ControlFlow;
use std::path::Path;

use anyhow::{Context, Result, bail};
use liaison_formats::{
    RowFault, TransferOptions, TransferTable, TransferTableError, Written, read_moment,
    read_parquet_transfers, read_transfers,
};
use liaison_model::messages::Message;
use liaison_model::{Instant, ShownValue};
use liaison_trace::{Account, Limits, Rule, Ties, Transfers, Unit};
use serde_json::json;

use super::super::interrupt::Interrupt;
use crate::Done;
use crate::args::money::{MoneyBetween, MoneyTable, TieOrder, TraceRule};
use crate::out::Out;

/// Reads it, and tells what was set aside.
///
/// # Errors
///
/// When the file cannot be read or has not the columns.
pub fn read(options: &MoneyTable, out: &Out) -> Result<TransferTable> {
    let interrupt = Interrupt::heard()?;
    let path = &options.table;
    let told = || path.display().to_string();
    if path.is_dir() {
        bail!(out.words.say(&Message::new("money-is-folder").with("path", path.display())));
    }
    let mut file = File::open(path).with_context(told)?;
    let is_parquet = is_parquet(&mut file).with_context(told)?;
    let length = file.metadata().ok().map(|metadata| metadata.len()).filter(|_| !is_parquet);
    let bar = out.progress("progress-reading", length);
    let stop = || {
        if interrupt.is_heard() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let asked = TransferOptions {
        columns: options.columns.clone(),
        zone: options.zone,
        ties: options.ties.map(Ties::from),
    };
    let table = match is_parquet {
        true => read_parquet_transfers(file, &asked, &mut || stop()),
        false => read_transfers(file, &asked, &mut |bytes| {
            bar.set_position(bytes);
            stop()
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

/// Whether a file begins as Parquet files do. Leaves it at its beginning; a pipe is none.
fn is_parquet(file: &mut File) -> std::io::Result<bool> {
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
    if (table.faults.len().min(FAULTS_SHOWN) as u64) < table.set_aside && !out.is_json() {
        out.note(&Message::new("money-set-aside").count("rows", table.set_aside));
    }
    if 0 < table.to_themselves {
        out.note(&Message::new("money-to-themselves").count("rows", table.to_themselves));
    }
    let transfers = &table.transfers;
    if 0 < transfers.out_of_order() {
        out.note(&Message::new("money-out-of-order").count("rows", transfers.out_of_order()));
    }
    if table.has_floats {
        out.note(&Message::new("money-floats"));
    }
    if table.written == Written::Local {
        out.note(&Message::new("money-no-zone"));
    }
    if table.written == Written::Day && table.ties == Ties::CreditsFirst {
        out.note(&Message::new("money-days"));
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
pub fn accounts(names: &[String], transfers: &Transfers, out: &Out) -> Result<Vec<Account>> {
    let mut accounts = Vec::new();
    for name in names.iter().map(|name| name.trim()).filter(|name| !name.is_empty()) {
        match transfers.account(name) {
            Some(account) => accounts.push(account),
            None => bail!(out.words.say(&Message::new("money-no-account").with("account", name))),
        }
    }
    if accounts.is_empty() {
        bail!(out.words.text("money-no-accounts"));
    }
    Ok(accounts)
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
    let time = |text: &Option<String>, to_its_end: bool| -> Result<Option<i64>> {
        let Some(text) = text else { return Ok(None) };
        match read_moment(text, options.zone) {
            Ok(moment) if to_its_end && moment.written == Written::Day => {
                Ok(Some(moment.micros.saturating_add(DAY - 1)))
            }
            Ok(moment) => Ok(Some(moment.micros)),
            Err(error) => bail!("{text}: {}", out.words.say(&error.message())),
        }
    };
    let mut least = Vec::new();
    for unit in table.transfers.units() {
        let amount = between.min.map_or(Some(0), |min| min.in_units(unit.decimals));
        let Some(amount) = amount else {
            let message = Message::new("money-min-not-in").with("currency", named(&unit.code, out));
            bail!(out.words.say(&message));
        };
        least.push(amount);
    }
    let (since, until) = (time(&between.since, false)?, time(&between.until, true)?);
    Ok(Limits { since, until, hops, least })
}

/// A time of the table, as it is written there: without a zone where there is none.
pub fn time(micros: i64, table: &TransferTable) -> String {
    let Ok(instant) = Instant::from_micros(micros) else { return micros.to_string() };
    let text = instant.timestamp().to_string();
    match table.written {
        Written::Zoned => text,
        Written::Local => text.trim_end_matches('Z').to_owned(),
        Written::Day => text.split('T').next().unwrap_or_default().to_owned(),
    }
}

/// The name of a currency.
pub fn currency(unit: Unit, transfers: &Transfers, out: &Out) -> String {
    let code = transfers.units().get(usize::from(unit.0)).map_or("", |unit| &unit.code);
    if out.is_json() { code.to_owned() } else { named(code, out) }
}

fn named(code: &str, out: &Out) -> String {
    if code.is_empty() { out.words.text("money-no-currency") } else { code.to_owned() }
}

/// How ties were settled, for programs.
pub fn ties_code(ties: Ties) -> &'static str {
    match ties {
        Ties::AsWritten => "written",
        Ties::CreditsFirst => "credits-first",
    }
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
/// The first bytes of a Parquet file.
const PARQUET: &[u8] = b"PAR1";
const DAY: i64 = 86_400_000_000;
