//! What accounts held before: a table with account, time, amount and, where it has one, currency.

use std::path::Path;

use anyhow::{Result, bail};
use liaison_formats::{TransferTable, Zone, read_asked_time};
use liaison_ledger::account_form;
use liaison_model::messages::Message;
use liaison_trace::{Account, Decimal, Opening, Unit};

use super::known::{AccountRow, each_account};
use crate::out::Out;

/// Reads balances, and gives them to the table. A balance changes every amount after it: one that
/// cannot be read ends the question.
///
/// # Errors
///
/// When the file cannot be read, or a row of it is no balance of an account of the table.
pub fn open_with(
    table: &mut TransferTable,
    path: Option<&Path>,
    zone: Option<Zone>,
    out: &Out,
) -> Result<()> {
    let Some(path) = path else { return Ok(()) };
    let accounts: Vec<Account> = (0..table.transfers.accounts())
        .filter_map(|at| Some(Account(at.try_into().ok()?)))
        .collect();
    let by_form: std::collections::HashMap<String, Account> = accounts
        .into_iter()
        .map(|account| (account_form(table.transfers.name(account)), account))
        .collect();
    let (mut openings, mut fault, mut number) = (Vec::new(), None, 0_u64);
    let without = each_account(path, out, &mut |row| {
        number += 1;
        let Some(account) = by_form.get(&row.account) else { return };
        match opening(row, *account, table, zone) {
            Ok(opening) => openings.push(opening),
            Err(column) => _ = fault.get_or_insert((number, column)),
        }
    })?;
    if let Some((row, column)) = fault {
        let message = Message::new("money-opening-fault").with("row", row).with("column", column);
        bail!("{}: {}", path.display(), out.words.say(&message));
    }
    let message = Message::new("money-opening-read")
        .count("balances", openings.len() as u64)
        .count("others", number - openings.len() as u64 + without);
    out.note(&message);
    table.transfers.open_with(openings);
    Ok(())
}

/// A balance, or the column that keeps it from being one.
fn opening(
    row: &AccountRow<'_>,
    account: Account,
    table: &TransferTable,
    zone: Option<Zone>,
) -> Result<Opening, &'static str> {
    let time = read_asked_time(row.cell(TIME), zone, false).map_err(|_| TIME)?;
    let currency = row.cell(CURRENCY);
    let mut units = table.transfers.units().iter().zip(0_u16..);
    let is_only = table.transfers.units().len() == 1 && currency.is_empty();
    let (info, unit) = units.find(|(info, _)| is_only || info.code == currency).ok_or(CURRENCY)?;
    let amount: Decimal = row.cell(AMOUNT).parse().map_err(|_| AMOUNT)?;
    let amount = amount.in_units(info.decimals).ok_or(AMOUNT)?;
    Ok(Opening { account, unit: Unit(unit), time, amount })
}

const TIME: &str = "time";
const AMOUNT: &str = "amount";
const CURRENCY: &str = "currency";
