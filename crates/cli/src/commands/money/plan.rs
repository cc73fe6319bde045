//! `liaison money plan`: what can still be stopped, and the requests that ask for it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use liaison_formats::{FreezePayment, FreezeRequest, TransferTable, write_goaml, write_recall};
use liaison_model::messages::Message;
use liaison_model::values::Currency;
use liaison_trace::{Account, Allocation, Chance, Rule, Unit, Wait, allocate, chances};
use serde_json::json;

use super::super::ledger::moment;
use super::super::open::Place;
use super::super::whole::whole;
use super::known::{Known, NOBODY};
use super::opening::open_with;
use super::table::{Span, accounts, currency, done, limits, read_with_references};
use crate::Done;
use crate::args::money::MoneyPlan;
use crate::out::Out;

pub fn run(place: &Place, options: &MoneyPlan, out: &Out) -> Result<Done> {
    let span = Span::up_to(&options.between);
    let mut table = read_with_references(place, &options.table, span, "money plan", out)?;
    open_with(&mut table, options.opening.as_deref(), options.table.zone, out)?;
    let known = options.accounts.as_deref().map(|path| Known::read(path, out)).transpose()?;
    let known = known.unwrap_or_default();
    let seeds = accounts(&options.from, &table, out)?;
    let limits = limits(&options.between, None, &options.table, &table, out)?;
    let found = allocate(&table.transfers, &seeds, Rule::from(options.rule), &limits)?;
    let now = match &options.now {
        Some(text) => moment(text, false, out)?,
        None => jiff::Timestamp::now().as_microsecond(),
    };
    let chances = chances(&table.transfers, &found.holdings, now);
    let lines = lines(&chances, &table, &known, out);
    if let Some(folder) = &options.out {
        write_all(folder, &lines, &found, &table, now, options)
            .with_context(|| folder.display().to_string())?;
    }
    show(&lines, &found, &table, options, out);
    Ok(done(&table))
}

/// An account of the plan.
struct Line<'a> {
    chance: &'a Chance,
    rank: u64,
    name: &'a str,
    bank: String,
    currency: String,
    held: String,
    is_victims: bool,
}

fn lines<'a>(
    chances: &'a [Chance],
    table: &'a TransferTable,
    known: &Known,
    out: &Out,
) -> Vec<Line<'a>> {
    let mut ranks: BTreeMap<Unit, u64> = BTreeMap::new();
    let mut lines = Vec::new();
    for chance in chances {
        let rank = ranks.entry(chance.unit).or_default();
        *rank += 1;
        let name = table.transfers.name(chance.account);
        let of_rows = table.banks.get(&chance.account).map(String::as_str);
        lines.push(Line {
            chance,
            rank: *rank,
            name,
            bank: known.bank(name, of_rows),
            currency: currency(chance.unit, &table.transfers, out),
            held: table.transfers.written(chance.held, chance.unit),
            is_victims: known.is_victim(name),
        });
    }
    lines
}

impl Line<'_> {
    fn minutes(&self) -> Option<i64> {
        self.chance.left.map(|left| left / MINUTE)
    }

    fn waits(&self) -> (Option<i64>, &'static str) {
        match self.chance.wait {
            Some(Wait::Own(micros)) => (Some(micros / MINUTE), "own"),
            Some(Wait::Others(micros)) => (Some(micros / MINUTE), "others"),
            None => (None, ""),
        }
    }

    fn cells(&self, table: &TransferTable) -> Vec<String> {
        let minutes = |minutes: Option<i64>| minutes.map(|it| it.to_string()).unwrap_or_default();
        let (waits, whose) = self.waits();
        vec![
            self.rank.to_string(),
            self.name.to_owned(),
            self.bank.clone(),
            self.currency.clone(),
            self.held.clone(),
            table.time(self.chance.came),
            minutes(waits),
            whose.to_owned(),
            minutes(self.minutes()),
            if self.is_victims { "yes" } else { "no" }.to_owned(),
        ]
    }
}

fn show(
    lines: &[Line<'_>],
    found: &Allocation,
    table: &TransferTable,
    options: &MoneyPlan,
    out: &Out,
) {
    if out.is_json() {
        for line in lines {
            let (waits, whose) = line.waits();
            out.value(&json!({
                "rank": line.rank, "account": line.name, "bank": line.bank,
                "currency": line.currency, "held": line.held,
                "last": table.time(line.chance.came), "waits_minutes": waits,
                "waits_of": whose, "minutes_left": line.minutes(),
                "presumed_victim": line.is_victims,
            }));
        }
        return;
    }
    if lines.is_empty() {
        let is_sent = found.totals.iter().any(|totals| 0 < totals.sent);
        let key = if is_sent { "money-plan-nothing-held" } else { "money-nothing-sent" };
        out.line(&out.words.text(key));
        return;
    }
    let rows: Vec<Vec<String>> = lines
        .iter()
        .take(LINES_SHOWN)
        .map(|line| {
            let left = line.minutes().map_or_else(|| "?".to_owned(), |left| left.to_string());
            let mark =
                if line.is_victims { out.words.text("money-plan-victim") } else { String::new() };
            let (rank, name) = (line.rank.to_string(), line.name.to_owned());
            vec![
                rank,
                name,
                line.bank.clone(),
                line.currency.clone(),
                line.held.clone(),
                left,
                mark,
            ]
        })
        .collect();
    let headings = [
        "column-rank",
        "column-money-account",
        "column-bank",
        "column-currency",
        "column-held",
        "column-minutes-left",
        "column-note",
    ];
    out.table(&headings, &rows);
    out.line(&out.words.text("money-plan-habit"));
    if let Some(folder) = &options.out {
        let message = Message::new("money-plan-written").with("folder", folder.display());
        out.line(&out.words.say(&message));
    }
}

/// The plan as one table, and for each bank and currency a table, a report, and of currencies that
/// banks move a recall.
fn write_all(
    folder: &Path,
    lines: &[Line<'_>],
    found: &Allocation,
    table: &TransferTable,
    now: i64,
    options: &MoneyPlan,
) -> Result<()> {
    fs::create_dir_all(folder)?;
    if fs::read_dir(folder)?.next().is_some() {
        bail!("the folder is not empty");
    }
    write_lines(&folder.join("plan.csv"), lines.iter(), table)?;
    let mut banks: BTreeMap<(&str, &str), Vec<&Line<'_>>> = BTreeMap::new();
    for line in lines {
        banks.entry((&line.bank, &line.currency)).or_default().push(line);
    }
    for (((bank, currency), lines), number) in banks.into_iter().zip(1..) {
        let name = if bank == NOBODY { "unknown" } else { bank };
        let letters = format!("{number:03}-{name}-{currency}");
        let stem: String = letters
            .chars()
            .map(|letter| if letter.is_alphanumeric() { letter } else { '-' })
            .collect();
        write_lines(&folder.join(format!("{stem}.csv")), lines.iter().copied(), table)?;
        let request = request(&stem, bank, &lines, found, table, now, options);
        if Currency::find(currency).is_some() && currency.len() == ISO_LETTERS {
            fs::write(folder.join(format!("{stem}.camt056.xml")), write_recall(&request))?;
        }
        fs::write(folder.join(format!("{stem}.goaml.xml")), write_goaml(&request))?;
    }
    Ok(())
}

fn write_lines<'a>(
    path: &Path,
    lines: impl Iterator<Item = &'a Line<'a>>,
    table: &TransferTable,
) -> Result<()> {
    whole(path, |writer| {
        writer.write(COLUMNS)?;
        for line in lines {
            writer.write(line.cells(table).iter().map(String::as_str))?;
        }
        Ok(())
    })
}

fn request(
    id: &str,
    bank: &str,
    lines: &[&Line<'_>],
    found: &Allocation,
    table: &TransferTable,
    now: i64,
    options: &MoneyPlan,
) -> FreezeRequest {
    let held: BTreeMap<(Account, Unit), &Line<'_>> =
        lines.iter().map(|line| ((line.chance.account, line.chance.unit), *line)).collect();
    let transfers = &table.transfers;
    let payment = |(place, traced): &(u32, u64)| {
        let row = &transfers.rows()[*place as usize];
        let line = held.get(&(row.to, row.unit))?;
        let reference = table.reference(row.row).map(ToOwned::to_owned);
        Some(FreezePayment {
            reference: reference.unwrap_or_else(|| format!("row {}", row.row)),
            time: second(row.time),
            amount: transfers.written(row.amount.into(), row.unit),
            currency: line.currency.clone(),
            from: transfers.name(row.from).to_owned(),
            from_bank: table.banks.get(&row.from).cloned().unwrap_or_default(),
            to: line.name.to_owned(),
            traced: transfers.written((*traced).into(), row.unit),
            is_victims: line.is_victims,
        })
    };
    FreezeRequest {
        id: format!("{}-{id}", second(now).replace([':', '-'], "")),
        agency: options.agency.clone(),
        country: options.country.to_uppercase(),
        bank: bank.to_owned(),
        basis: options.basis.clone(),
        made: second(now),
        payments: found.rows.iter().filter_map(payment).collect(),
    }
}

/// A time to the second, as XML has it.
fn second(micros: i64) -> String {
    let time = jiff::Timestamp::from_microsecond(micros);
    time.map_or_else(|_| micros.to_string(), |it| it.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}

const COLUMNS: [&str; 10] = [
    "rank",
    "account",
    "bank",
    "currency",
    "held",
    "last",
    "waits_minutes",
    "waits_of",
    "minutes_left",
    "presumed_victim",
];
/// Lines that a person is shown; programs and files get all.
const LINES_SHOWN: usize = 50;
const MINUTE: i64 = 60_000_000;
/// Letters of a currency of ISO 4217; tokens are not recalled by banks.
const ISO_LETTERS: usize = 3;
