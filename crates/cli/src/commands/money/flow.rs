//! `liaison money flow`: how much can have come from here to there at most.

use anyhow::Result;
use liaison_formats::TransferTable;
use liaison_model::messages::Message;
use liaison_trace::{Flow, Unit, flow};
use serde_json::json;

use super::super::open::Place;
use super::super::whole::whole;
use super::table::{Span, accounts, currency, done, limits, read, ties_key};
use crate::Done;
use crate::args::money::MoneyFlow;
use crate::out::Out;

pub fn run(place: &Place, options: &MoneyFlow, out: &Out) -> Result<Done> {
    let table = read(place, &options.table, Span::of(&options.between), "money flow", out)?;
    let seeds = accounts(&options.from, &table, out)?;
    let targets = accounts(std::slice::from_ref(&options.to), &table, out)?;
    if seeds.contains(&targets[0]) {
        anyhow::bail!(out.words.text("money-same-account"));
    }
    let limits = limits(&options.between, None, &options.table, &table, out)?;
    let mut flows = Vec::new();
    for unit in (0..table.transfers.units().len() as u16).map(Unit) {
        let found = flow(&table.transfers, &seeds, targets[0], unit, &limits)?;
        if 0 < found.amount {
            flows.push((unit, found));
        }
    }
    if let Some(path) = &options.out {
        write_rows(path, &flows, &table)?;
    }
    for (unit, found) in &flows {
        show(found, *unit, options, &table, out);
    }
    if flows.is_empty() {
        if out.is_json() {
            out.value(&json!({ "to": options.to, "most": null }));
        } else {
            out.line(&out.words.text("money-no-flow"));
        }
    }
    Ok(done(&table))
}

fn show(found: &Flow, unit: Unit, options: &MoneyFlow, table: &TransferTable, out: &Out) {
    let amount = table.transfers.written(found.amount, unit);
    let currency = currency(unit, &table.transfers, out);
    let rows = |places: &[u32]| -> Vec<u32> {
        places.iter().map(|at| table.transfers.rows()[*at as usize].row).collect()
    };
    let bottleneck = rows(&found.bottleneck);
    if out.is_json() {
        out.value(&json!({
            "to": options.to,
            "currency": currency,
            "most": amount,
            "ties": table.ties.code(),
            "possible": found.possible,
            "used": found.rows.len(),
            "bottleneck": bottleneck,
        }));
        return;
    }
    let message = Message::new("money-flow")
        .with("amount", amount)
        .with("currency", currency)
        .with("to", &options.to)
        .with("ties", out.words.text(ties_key(table.ties)))
        .count("possible", found.possible.into());
    out.line(&out.words.say(&message));
    let shown: Vec<String> = bottleneck.iter().take(ROWS_SHOWN).map(u32::to_string).collect();
    let message = Message::new("money-bottleneck")
        .count("count", bottleneck.len() as u64)
        .with("rows", shown.join(", "));
    out.line(&out.words.say(&message));
}

/// One way in which the most can have moved.
fn write_rows(path: &std::path::Path, flows: &[(Unit, Flow)], table: &TransferTable) -> Result<()> {
    let transfers = &table.transfers;
    whole(path, |writer| {
        writer.write(["row", "time", "from", "to", "amount", "currency", "moved"])?;
        for (unit, found) in flows {
            for (place, moved) in &found.rows {
                let row = &transfers.rows()[*place as usize];
                writer.write([
                    row.row.to_string().as_str(),
                    &table.time(row.time),
                    transfers.name(row.from),
                    transfers.name(row.to),
                    &transfers.written(row.amount.into(), *unit),
                    &transfers.units()[usize::from(unit.0)].code,
                    &transfers.written((*moved).into(), *unit),
                ])?;
            }
        }
        Ok(())
    })
}

/// Rows that a person is shown; programs get all.
const ROWS_SHOWN: usize = 20;
