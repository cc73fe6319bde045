//! `liaison money rank`: learns from one table what laundering looks like, and ranks another.

use std::path::{Path, PathBuf};
use std::{fs, io};

use anyhow::{Context, Result, bail};
use liaison_formats::{TransferOptions, TransferTable};
use liaison_model::messages::Message;
use liaison_trace::{
    Column, Described, FirstOdds, RankError, Ranked, Ranker, Theme, Transfers, are_of_one_world,
    joined, learn,
};
use serde_json::json;

use super::super::interrupt::Interrupt;
use super::super::whole::whole;
use super::rank_columns::{self, Beside, Words};
use super::table::{done, read_file};
use crate::Done;
use crate::args::money::MoneyRank;
use crate::out::Out;

pub fn run(options: &MoneyRank, out: &Out) -> Result<Done> {
    let interrupt = Interrupt::heard()?;
    let score = Table::read(&options.score, None, options, &interrupt, out)?;
    if score.table.transfers.rows().is_empty() {
        bail!(out.words.text("money-rank-no-rows"));
    }
    let (ranker, ranked, is_joined) = match (&options.train, &options.label) {
        (Some(train), Some(label)) => {
            let train = Table::read(train, Some(label), options, &interrupt, out)?;
            let (ranker, ranked, is_joined) = taught(&train, &score, options, out)?;
            if let Some(path) = &options.model {
                write_model(path, &ranker)?;
            }
            (ranker, ranked, Some(is_joined))
        }
        _ => {
            let ranker = read_model(options.model.as_ref(), out)?;
            let ranked = apart(&ranker, &score, out)?;
            (ranker, ranked, None)
        }
    };
    if let Some(path) = &options.out {
        write_rows(path, &ranked, &ranker)?;
    }
    show(&ranked, &ranker, is_joined, out);
    Ok(done(&score.table))
}

/// A table with what stands beside its transfers.
struct Table {
    table: TransferTable,
    beside: Beside,
}

impl Table {
    fn read(
        path: &Path,
        label: Option<&str>,
        options: &MoneyRank,
        interrupt: &Interrupt,
        out: &Out,
    ) -> Result<Self> {
        let asked = TransferOptions {
            columns: options.columns.clone(),
            zone: options.zone,
            ties: None,
            keeps_references: false,
            has_one_form: options.one_form,
        };
        let beside = rank_columns::read(path, label, &options.columns, &options.without, out)?;
        Ok(Self { table: read_file(path, &asked, interrupt, out)?, beside })
    }
}

/// The scores of each row of the table, in order: those that were set aside have none.
type ByRow = Vec<Option<Ranked>>;

/// Learns, and ranks. Where both tables tell of the same accounts they are looked at together.
fn taught(
    train: &Table,
    score: &Table,
    options: &MoneyRank,
    out: &Out,
) -> Result<(Ranker, ByRow, bool)> {
    let (first, second) = (&train.table.transfers, &score.table.transfers);
    let together = (!options.apart && are_of_one_world(first, second))
        .then(|| joined(first, second, train.table.rows, train.table.ties))
        .flatten();
    let bar = out.progress("progress-finding", None);
    let all = together.as_ref().unwrap_or(first);
    let said: Vec<Option<bool>> =
        all.rows().iter().map(|row| at(&train.beside.said, row.row).flatten()).collect();
    let names: Vec<&str> = score.beside.columns.iter().map(|own| own.name.as_str()).collect();
    let shared = train.beside.columns.iter().filter(|own| names.contains(&own.name.as_str()));
    let mut columns = Vec::new();
    for own in shared {
        let other = score.beside.columns.iter().find(|other| other.name == own.name);
        let column = column(own, other.filter(|_| together.is_some()), all, train.table.rows);
        if TELLS_TOO_MUCH < column.tells(&said) {
            out.note(&Message::new("money-rank-tells").with("column", &column.name));
        } else {
            columns.push(column);
        }
    }
    let window = options.window.map_or_else(|| usual_window(first), |window| window.0);
    let described = Described::new(all, window);
    let learnt = learn(&described, &said, &columns, options.seed);
    let (ranker, odds) = learnt.map_err(|error| told(&error, out))?;
    let ranked = match &together {
        Some(_) => {
            let rows = train.table.rows..train.table.rows + score.table.rows;
            by_row(&ranker, &described, &columns, &odds, rows)
        }
        None => apart(&ranker, score, out)?,
    };
    bar.finish_and_clear();
    Ok((ranker, ranked, together.is_some()))
}

/// Two days, or an eighth of the table's time where that is shorter: simulators count in steps of
/// their own.
fn usual_window(transfers: &Transfers) -> i64 {
    let rows = transfers.rows();
    let span = rows.first().zip(rows.last()).map_or(0, |(first, last)| last.time - first.time);
    WINDOW.min((span / WINDOWS_MIN).max(1))
}

/// Ranks a table by itself.
fn apart(ranker: &Ranker, score: &Table, out: &Out) -> Result<ByRow> {
    let transfers = &score.table.transfers;
    let own = score.beside.columns.iter();
    let columns = own.map(|own| column(own, None, transfers, score.table.rows)).collect();
    let columns = ranker.fit(columns).map_err(|error| told(&error, out))?;
    let described = Described::new(transfers, ranker.window);
    let odds = ranker.first_odds(&described, &columns);
    Ok(by_row(ranker, &described, &columns, &odds, 0..score.table.rows))
}

fn by_row(
    ranker: &Ranker,
    described: &Described<'_>,
    columns: &[Column],
    odds: &FirstOdds,
    rows: std::ops::Range<u32>,
) -> ByRow {
    let mut by_row: ByRow = vec![None; rows.len()];
    for (place, row) in described.transfers().rows().iter().enumerate() {
        // Rows are numbered from 1.
        if let Some(own) = row.row.checked_sub(rows.start + 1) {
            by_row[own as usize] = Some(ranker.rank(described, columns, odds, place));
        }
    }
    by_row
}

/// A column by place; of two tables the second one's rows stand behind the first's.
fn column(first: &Words, second: Option<&Words>, transfers: &Transfers, rows: u32) -> Column {
    let mut words = first.words.clone();
    let mut numbers = Vec::new();
    for word in second.map_or(&[][..], |second| &second.words) {
        let known = words.iter().position(|own| own == word);
        let number = known.unwrap_or_else(|| {
            words.push(word.clone());
            words.len() - 1
        });
        // Two tables have at most twice as many words as one may have, fewer than 256.
        numbers.push(u8::try_from(number).unwrap_or(u8::MAX));
    }
    let cell = |row: u32| match row.checked_sub(rows + 1) {
        None => at(&first.cells, row),
        Some(later) => {
            let number = second.and_then(|second| at(&second.cells, later + 1));
            number.and_then(|number| numbers.get(usize::from(number)).copied())
        }
    };
    let cells = transfers.rows().iter().map(|row| cell(row.row).unwrap_or(u8::MAX)).collect();
    Column { name: first.name.clone(), words, cells }
}

/// What a list says of a row; rows are numbered from 1.
fn at<T: Copy>(list: &[T], row: u32) -> Option<T> {
    list.get((row as usize).checked_sub(1)?).copied()
}

fn told(error: &RankError, out: &Out) -> anyhow::Error {
    let message = match error {
        RankError::TooFew { positives, negatives } => Message::new("money-rank-too-few")
            .with("positives", *positives)
            .with("negatives", *negatives),
        RankError::NoColumn { column } => {
            Message::new("money-rank-no-column").with("column", column)
        }
        _ => Message::new("money-rank-other-model"),
    };
    anyhow::anyhow!(out.words.say(&message))
}

fn write_model(path: &Path, ranker: &Ranker) -> Result<()> {
    let told = || path.display().to_string();
    let part = path.with_extension("part");
    let file = fs::File::create(&part).with_context(told)?;
    let mut writer = io::BufWriter::new(file);
    serde_json::to_writer(&mut writer, ranker).with_context(told)?;
    writer.into_inner().map_err(io::IntoInnerError::into_error).with_context(told)?;
    fs::rename(&part, path).with_context(told)
}

fn read_model(path: Option<&PathBuf>, out: &Out) -> Result<Ranker> {
    let path = path.context("neither --train nor --model")?;
    let file = fs::File::open(path).with_context(|| path.display().to_string())?;
    match serde_json::from_reader(io::BufReader::new(file)) {
        Ok(ranker) => Ok(ranker),
        Err(error) if error.is_io() => Err(error).with_context(|| path.display().to_string()),
        Err(_) => bail!(told(&RankError::OtherModel, out)),
    }
}

fn write_rows(path: &Path, ranked: &ByRow, ranker: &Ranker) -> Result<()> {
    let names: Vec<&str> = ranker.columns().collect();
    whole(path, |writer| {
        writer.write(["row", "score", "reasons"])?;
        for (row, ranked) in (1_u64..).zip(ranked) {
            let (mut score, mut reasons) = (String::new(), String::new());
            if let Some(ranked) = ranked {
                score = format!("{:.8}", ranked.score);
                let told = telling(ranked)
                    .map(|(theme, added)| format!("{}{added:+.1}", name(theme, &names)));
                reasons = told.collect::<Vec<_>>().join(";");
            }
            writer.write([row.to_string().as_str(), &score, &reasons])?;
        }
        Ok(())
    })
}

/// What raised or lowered a score most.
fn telling(ranked: &Ranked) -> impl Iterator<Item = (Theme, f64)> + '_ {
    let told = ranked.because.iter().copied().take(REASONS);
    told.filter(|(_, added)| ADDED_MIN <= added.abs())
}

fn name<'n>(theme: Theme, columns: &[&'n str]) -> &'n str {
    match theme {
        Theme::Column(number) => columns.get(number).copied().unwrap_or_default(),
        theme => theme.code(),
    }
}

fn show(ranked: &ByRow, ranker: &Ranker, is_joined: Option<bool>, out: &Out) {
    let names: Vec<&str> = ranker.columns().collect();
    let mut order: Vec<(u64, &Ranked)> =
        (1..).zip(ranked).filter_map(|(row, ranked)| Some((row, ranked.as_ref()?))).collect();
    order.sort_by(|one, other| other.1.score.total_cmp(&one.1.score));
    order.truncate(SHOWN);
    let (rows, laundering) = ranker.learnt_from;
    if out.is_json() {
        for (row, ranked) in order {
            let reasons: Vec<_> = telling(ranked)
                .map(|(theme, added)| json!({ "because": name(theme, &names), "added": added }))
                .collect();
            out.value(&json!({ "row": row, "score": ranked.score, "reasons": reasons }));
        }
        out.value(&json!({
            "rows": ranked.len(), "learnt_from": rows, "laundering": laundering,
            "columns": names, "tables_joined": is_joined,
            "average_precision": ranker.average_precision,
        }));
        return;
    }
    let line = |(row, ranked): &(u64, &Ranked)| {
        let words = telling(ranked).map(|(theme, added)| {
            let words = match theme {
                Theme::Column(_) => name(theme, &names).to_owned(),
                theme => out.words.text(theme.message_key()),
            };
            format!("{words} {added:+.1}")
        });
        let because: Vec<String> = words.collect();
        vec![row.to_string(), format!("{:.3}", ranked.score), because.join(", ")]
    };
    out.table(&HEADINGS, &order.iter().map(line).collect::<Vec<_>>());
    let precision =
        ranker.average_precision.map_or_else(|| "–".to_owned(), |it| format!("{it:.3}"));
    let message = Message::new("money-rank-done")
        .count("rows", rows as u64)
        .count("laundering", laundering as u64)
        .with("precision", precision)
        .count("shown", order.len() as u64);
    out.line(&out.words.say(&message));
    if let Some(is_joined) = is_joined {
        let key = if is_joined { "money-rank-together" } else { "money-rank-apart" };
        out.note(&Message::new(key));
    }
}

const HEADINGS: [&str; 3] = ["column-row", "column-score", "column-money-why"];
/// Transfers that are shown; `--out` has all.
const SHOWN: usize = 20;
/// Reasons that are named with a score, and how much they must have added.
const REASONS: usize = 5;
const ADDED_MIN: f64 = 0.05;
/// The usual window in microseconds, and how many of it the table has at least.
const WINDOW: i64 = 2 * 86_400_000_000;
const WINDOWS_MIN: i64 = 8;
/// A column that alone ranks so well says the same as the label.
const TELLS_TOO_MUCH: f64 = 0.9;
