//! `liaison money trace`: where money went under a rule, or where it can have come from.

use anyhow::Result;
use liaison_formats::TransferTable;
use liaison_model::messages::Message;
use liaison_trace::{Account, Allocation, Direction, Rule, Totals, Unit, allocate, reach};
use serde_json::json;

use super::super::open::Place;
use super::super::whole::whole;
use super::opening::open_with;
use super::rates::Rates;
use super::table::{Span, accounts, currency, done, limits, read, ties_key};
use crate::Done;
use crate::args::money::{MoneyTrace, TraceRule};
use crate::out::Out;

pub fn run(place: &Place, options: &MoneyTrace, out: &Out) -> Result<Done> {
    let mut table = read(place, &options.table, Span::up_to(&options.between), "money trace", out)?;
    let seeds = accounts(&options.from, &table, out)?;
    let limits = limits(&options.between, options.hops, &options.table, &table, out)?;
    if options.backward {
        let found = reach(&table.transfers, &seeds, Direction::Backward, &limits);
        let mut rows: Vec<_> = found.all().filter(|(_, how)| 0 < how.hops).collect();
        rows.sort_by_key(|(account, how)| (how.hops, how.place.map(|at| u32::MAX - at), *account));
        return show_reached(&rows, &table, options, out);
    }
    open_with(&mut table, options.opening.as_deref(), options.table.zone, out)?;
    let rule = Rule::from(options.rule);
    let rates = options.rates.as_deref().zip(options.into.as_deref());
    let rates = rates.map(|(path, into)| Rates::read(path, into, out)).transpose()?;
    let rates = rates.as_ref();
    let claims: Vec<&[Account]> =
        if options.each { seeds.chunks(1).collect() } else { vec![&seeds] };
    let mut answers = Vec::new();
    for claim in claims {
        let of = options.each.then(|| table.transfers.name(claim[0]).to_owned());
        answers.push(Answer { of, found: allocate(&table.transfers, claim, rule, &limits)? });
    }
    if let Some(path) = &options.out {
        write_rows(path, &answers, &table)?;
    }
    for answer in &answers {
        if let Some(of) = answer.of.as_deref().filter(|_| !out.is_json()) {
            out.line(&out.words.say(&Message::new("money-of-account").with("account", of)));
        }
        show(answer, options.rule, rates, &table, out);
    }
    if options.each && 1 < answers.len() {
        out.note(&Message::new("money-each"));
    }
    Ok(done(&table))
}

/// What a rule says of one claim: of all accounts together, or of one of them.
struct Answer {
    of: Option<String>,
    found: Allocation,
}

/// Every transfer with traced money, in sequence.
fn write_rows(path: &std::path::Path, answers: &[Answer], table: &TransferTable) -> Result<()> {
    let transfers = &table.transfers;
    whole(path, |writer| {
        let headings = ["row", "time", "from", "to", "amount", "currency", "traced"];
        let is_ledger = !table.sources.is_empty();
        let evidence = ["file", "sha256", "line"].into_iter().filter(|_| is_ledger);
        let claim = answers.iter().find_map(|answer| answer.of.as_ref()).map(|_| "claim");
        writer.write(headings.into_iter().chain(evidence).chain(claim))?;
        let rows = answers
            .iter()
            .flat_map(|answer| answer.found.rows.iter().map(move |row| (answer, row)));
        for (answer, (place, traced)) in rows {
            let row = &transfers.rows()[*place as usize];
            let mut cells = vec![
                row.row.to_string(),
                table.time(row.time),
                transfers.name(row.from).to_owned(),
                transfers.name(row.to).to_owned(),
                transfers.written(row.amount.into(), row.unit),
                transfers.units()[usize::from(row.unit.0)].code.clone(),
                transfers.written((*traced).into(), row.unit),
            ];
            if let Some(origin) = table.origin(row.row) {
                cells.extend([origin.file.into(), origin.sha256.into(), origin.line.to_string()]);
            }
            cells.extend(answer.of.clone());
            writer.write(cells.iter().map(String::as_str))?;
        }
        Ok(())
    })
}

fn show(answer: &Answer, rule: TraceRule, rates: Option<&Rates>, table: &TransferTable, out: &Out) {
    let found = &answer.found;
    let moved = found.totals.iter().zip(0_u16..).filter(|(totals, _)| 0 < totals.sent);
    let mut is_empty = true;
    for (totals, unit) in moved {
        is_empty = false;
        show_totals(answer.of.as_deref(), totals, Unit(unit), rule, table, out);
        if let Some(rates) = rates {
            show_converted(rates, totals, Unit(unit), table, out);
        }
    }
    if is_empty && !out.is_json() {
        out.line(&out.words.text("money-nothing-sent"));
        return;
    }
    let mut holdings: Vec<_> = found.holdings.iter().collect();
    holdings.sort_by_key(|it| (it.unit, std::cmp::Reverse(it.held), it.hops, it.account));
    if out.is_json() {
        for it in holdings {
            let mut line = json!({
                "account": table.transfers.name(it.account),
                "currency": currency(it.unit, &table.transfers, out),
                "received": table.transfers.written(it.received, it.unit),
                "held": table.transfers.written(it.held, it.unit),
                "balance": table.transfers.written(it.balance, it.unit),
                "hops": it.hops,
                "first": table.time(it.came.0),
                "last": table.time(it.came.1),
            });
            if let Some(of) = &answer.of {
                line["claim"] = json!(of);
            }
            out.value(&line);
        }
        return;
    }
    let rows: Vec<Vec<String>> = holdings
        .iter()
        .take(ROWS_SHOWN)
        .map(|it| {
            vec![
                table.transfers.name(it.account).to_owned(),
                currency(it.unit, &table.transfers, out),
                table.transfers.written(it.held, it.unit),
                table.transfers.written(it.received, it.unit),
                it.hops.to_string(),
                table.time(it.came.0),
                table.time(it.came.1),
            ]
        })
        .collect();
    out.table(&HEADINGS, &rows);
    tell_more(holdings.len(), out);
}

fn show_totals(
    of: Option<&str>,
    totals: &Totals,
    unit: Unit,
    rule: TraceRule,
    table: &TransferTable,
    out: &Out,
) {
    let written = |amount| table.transfers.written(amount, unit);
    let currency = currency(unit, &table.transfers, out);
    if out.is_json() {
        let mut line = json!({ "total": {
            "rule": Rule::from(rule).code(),
            "ties": table.ties.code(),
            "currency": currency,
            "sent": written(totals.sent),
            "held": written(totals.held),
            "returned": written(totals.returned),
            "beyond": written(totals.beyond),
            "infected": written(totals.infected),
        }});
        if let Some(of) = of {
            line["total"]["claim"] = json!(of);
        }
        out.value(&line);
        return;
    }
    let message = Message::new("money-total")
        .with("rule", out.words.text(rule_key(rule)))
        .with("ties", out.words.text(ties_key(table.ties)))
        .with("currency", currency)
        .with("sent", written(totals.sent))
        .with("held", written(totals.held))
        .with("returned", written(totals.returned))
        .with("beyond", written(totals.beyond));
    out.line(&out.words.say(&message));
    if 0 < totals.infected {
        let infected = Message::new("money-infected").with("amount", written(totals.infected));
        out.line(&out.words.say(&infected));
    }
}

/// The same sums in another currency, with the rate and its day: the latest that is not later than the
/// last transfer.
fn show_converted(rates: &Rates, totals: &Totals, unit: Unit, table: &TransferTable, out: &Out) {
    let info = &table.transfers.units()[usize::from(unit.0)];
    if info.code == rates.into {
        return;
    }
    let last = table.transfers.rows().last().map_or(0, |row| row.time);
    let sums = rates.at(&info.code, last).and_then(|rate| {
        let convert = |amount| rate.convert(amount, info.decimals);
        let (held, returned) = (convert(totals.held)?, convert(totals.returned)?);
        Some((rate, [convert(totals.sent)?, held, returned, convert(totals.beyond)?]))
    });
    let Some((rate, [sent, held, returned, beyond])) = sums else {
        let message = Message::new("money-rates-none").with("from", &info.code);
        return out.note(&message.with("into", &rates.into));
    };
    if out.is_json() {
        out.value(&json!({ "converted": {
            "from": info.code, "into": rates.into, "rate": rate.rate.to_string(),
            "date": rate.date.to_string(), "file": rates.file,
            "sent": sent, "held": held, "returned": returned, "beyond": beyond,
        }}));
        return;
    }
    let message = Message::new("money-converted")
        .with("from", &info.code)
        .with("into", &rates.into)
        .with("rate", rate.rate.to_string())
        .with("date", rate.date.to_string())
        .with("file", &rates.file)
        .with("sent", sent)
        .with("held", held)
        .with("returned", returned)
        .with("beyond", beyond);
    out.line(&out.words.say(&message));
}

/// Accounts from which money can have come: no rule is asked, and no amount told.
fn show_reached(
    rows: &[(Account, liaison_trace::Reached)],
    table: &TransferTable,
    options: &MoneyTrace,
    out: &Out,
) -> Result<Done> {
    let transfers = &table.transfers;
    let last = |place: Option<u32>| {
        place.map_or_else(String::new, |at| table.time(transfers.rows()[at as usize].time))
    };
    if let Some(path) = &options.out {
        whole(path, |writer| {
            writer.write(["account", "hops", "last"])?;
            for (account, how) in rows {
                let hops = how.hops.to_string();
                writer.write([transfers.name(*account), &hops, &last(how.place)])?;
            }
            Ok(())
        })?;
    }
    if out.is_json() {
        for (account, how) in rows {
            let name = transfers.name(*account);
            out.value(&json!({ "account": name, "hops": how.hops, "last": last(how.place) }));
        }
        return Ok(done(table));
    }
    if rows.is_empty() {
        out.line(&out.words.text("money-nothing-came"));
        return Ok(done(table));
    }
    let message = Message::new("money-reached").count("accounts", rows.len() as u64);
    out.line(&out.words.say(&message.with("ties", out.words.text(ties_key(table.ties)))));
    let shown = rows.iter().take(ROWS_SHOWN);
    let cells: Vec<Vec<String>> = shown
        .map(|(account, how)| {
            vec![transfers.name(*account).to_owned(), how.hops.to_string(), last(how.place)]
        })
        .collect();
    out.table(&["column-money-account", "column-hops", "column-last"], &cells);
    tell_more(rows.len(), out);
    Ok(done(table))
}

fn tell_more(rows: usize, out: &Out) {
    if ROWS_SHOWN < rows {
        out.line(
            &out.words.say(&Message::new("money-more").count("rows", (rows - ROWS_SHOWN) as u64)),
        );
    }
}

fn rule_key(rule: TraceRule) -> &'static str {
    match rule {
        TraceRule::Fifo => "money-rule-fifo",
        TraceRule::Lifo => "money-rule-lifo",
        TraceRule::ProRata => "money-rule-pro-rata",
        TraceRule::Poison => "money-rule-poison",
        TraceRule::LowestBalance => "money-rule-lowest-balance",
    }
}

const HEADINGS: [&str; 7] = [
    "column-money-account",
    "column-currency",
    "column-held",
    "column-received",
    "column-hops",
    "column-first",
    "column-last",
];
/// Accounts that a person is shown; programs and `--out` get all.
const ROWS_SHOWN: usize = 50;
