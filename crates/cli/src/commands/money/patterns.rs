//! `liaison money patterns`: which transfers look like laundering, and why.

use std::path::Path;
use std::time::Instant;

use anyhow::{Result, bail};
use liaison_formats::TransferTable;
use liaison_model::messages::Message;
use liaison_trace::{Alert, Found, Pattern, PatternOptions, find, roles};
use serde_json::json;

use super::super::open::Place;
use super::super::whole::whole;
use super::table::{Span, currency, done, read};
use crate::Done;
use crate::args::money::MoneyPatterns;
use crate::out::Out;

pub fn run(place: &Place, options: &MoneyPatterns, out: &Out) -> Result<Done> {
    let begun = Instant::now();
    let table = read(place, &options.table, Span::default(), "money patterns", out)?;
    let asked = PatternOptions {
        reported_from: reported_from(options, &table, out)?,
        ..PatternOptions::usual(options.window.0)
    };
    let bar = out.progress("progress-finding", None);
    let found = find(&table.transfers, &asked);
    bar.finish_and_clear();
    if let Some(path) = &options.out {
        write_rows(path, &found, &table)?;
    }
    if let Some(path) = &options.roles {
        write_roles(path, &table, out)?;
    }
    if out.is_json() {
        found.alerts.iter().for_each(|alert| out.value(&alert_json(alert, &table, out)));
        out.value(&json!({
            "rows": table.rows,
            "set_aside": table.set_aside,
            "alerts": found.alerts.len() as u64 + found.alerts_left_out,
            "cycles": found.cycles,
            "cut": is_cut(&found),
            "ties": table.ties.code(),
            "seconds": begun.elapsed().as_secs_f64(),
        }));
    } else {
        show(&found, &table, begun.elapsed().as_secs_f64(), out);
    }
    Ok(done(&table))
}

/// From which sum on each currency must be reported: what was given, and nothing else.
fn reported_from(
    options: &MoneyPatterns,
    table: &TransferTable,
    out: &Out,
) -> Result<Vec<Option<u64>>> {
    let mut sums = Vec::new();
    for unit in table.transfers.units() {
        let given = options.reported_from.iter().find(|report| report.currency == unit.code);
        let sum = given.map(|report| report.amount.in_units(unit.decimals));
        if sum == Some(None) {
            let message = Message::new("money-min-not-in").with("currency", &unit.code);
            bail!(out.words.say(&message));
        }
        sums.push(sum.flatten());
    }
    Ok(sums)
}

/// Every row of the table in its order: those that were set aside have no score.
fn write_rows(path: &Path, found: &Found, table: &TransferTable) -> Result<()> {
    const NONE: u32 = u32::MAX;
    let mut places = vec![NONE; table.rows as usize + 1];
    for (place, row) in (0_u32..).zip(table.transfers.rows()) {
        places[row.row as usize] = place;
    }
    whole(path, |writer| {
        writer.write(["row", "score", "patterns"])?;
        for (row, place) in places.iter().enumerate().skip(1) {
            let (mut score, mut names) = (String::new(), String::new());
            if *place != NONE {
                score = format!("{:.4}", found.scores[*place as usize]);
                let codes: Vec<&str> = found.patterns(*place as usize).map(Pattern::code).collect();
                names = codes.join(";");
            }
            writer.write([row.to_string().as_str(), &score, &names])?;
        }
        Ok(())
    })
}

fn write_roles(path: &Path, table: &TransferTable, out: &Out) -> Result<()> {
    whole(path, |writer| {
        writer.write(["account", "role", "why"])?;
        for role in roles(&table.transfers, None) {
            let minutes = role.minutes_held.map_or_else(|| "–".to_owned(), |it| it.to_string());
            let why = Message::new(role.kind.message_key())
                .count("senders", role.senders.into())
                .count("receivers", role.receivers.into())
                .count("percent", role.percent_sent.into())
                .with("minutes", minutes);
            let name = table.transfers.name(role.account);
            writer.write([name, role.kind.code(), &out.words.say(&why)])?;
        }
        Ok(())
    })
}

fn why(alert: &Alert, out: &Out) -> String {
    let message = Message::new(alert.pattern.message_key())
        .count("accounts", alert.because.accounts.into())
        .count("transfers", alert.because.transfers.into())
        .count("all", alert.because.all.into());
    out.words.say(&message)
}

fn alert_json(alert: &Alert, table: &TransferTable, out: &Out) -> serde_json::Value {
    let transfers = &table.transfers;
    let rows = alert.places.iter().map(|at| transfers.rows()[*at as usize].row);
    let amounts = alert.amounts.iter().map(|(unit, sum)| {
        let currency = currency(*unit, transfers, out);
        json!({ "currency": currency, "amount": transfers.written(*sum, *unit) })
    });
    json!({
        "pattern": alert.pattern.code(),
        "account": transfers.name(alert.account),
        "rows": rows.collect::<Vec<u32>>(),
        "amounts": amounts.collect::<Vec<_>>(),
        "first": table.time(alert.times.0),
        "last": table.time(alert.times.1),
        "score": f64::from((alert.score * 10_000.0).round()) / 10_000.0,
        "why": why(alert, out),
    })
}

fn is_cut(found: &Found) -> bool {
    found.cycles_left_out || 0 < found.alerts_left_out || 0 < found.look_backs_cut
}

fn show(found: &Found, table: &TransferTable, seconds: f64, out: &Out) {
    let mut alerts: Vec<&Alert> = found.alerts.iter().collect();
    alerts.sort_by(|a, b| b.score.total_cmp(&a.score));
    let rows: Vec<Vec<String>> = alerts
        .iter()
        .take(ALERTS_SHOWN)
        .map(|alert| {
            let amounts: Vec<String> = alert
                .amounts
                .iter()
                .map(|(unit, sum)| {
                    let currency = currency(*unit, &table.transfers, out);
                    format!("{} {currency}", table.transfers.written(*sum, *unit))
                })
                .collect();
            vec![
                format!("{:.2}", alert.score),
                table.transfers.name(alert.account).to_owned(),
                amounts.join(", "),
                table.time(alert.times.0),
                table.time(alert.times.1),
                why(alert, out),
            ]
        })
        .collect();
    if rows.is_empty() {
        out.line(&out.words.text("money-no-patterns"));
    } else {
        out.table(&HEADINGS, &rows);
    }
    if is_cut(found) {
        out.note(&Message::new("money-cut"));
    }
    let message = Message::new("money-patterns-done")
        .count("rows", table.rows.into())
        .count("alerts", found.alerts.len() as u64 + found.alerts_left_out)
        .count("shown", rows.len() as u64)
        .with("seconds", format!("{seconds:.1}"));
    out.line(&out.words.say(&message));
}

const HEADINGS: [&str; 6] = [
    "column-score",
    "column-money-account",
    "column-amounts",
    "column-first",
    "column-last",
    "column-money-why",
];
/// Alerts that a person is shown, the most unusual; programs get all.
const ALERTS_SHOWN: usize = 30;
