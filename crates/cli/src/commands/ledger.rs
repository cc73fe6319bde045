//! `liaison ledger`: tables of transactions, loaded from the files of banks, explorers and others.

use std::fs::File;
use std::ops::ControlFlow;
use std::path::Path;

use anyhow::{Context, Result, bail};
use liaison_formats::{LedgerContext, LedgerMapping, read_moment};
use liaison_ledger::{Found, Scanned, Wanted, account_form, day_name};
use liaison_model::messages::Message;
use liaison_model::{Instant, Problem};
use liaison_node::NodeError;
use liaison_node::ledger::{
    LedgerLoaded, LedgerOutcome, LedgerRequest, LedgerTable, scanned_notes,
};
use serde_json::json;

use super::import::line_of;
use super::interrupt::Interrupt;
use super::open::{Place, account};
use crate::Done;
use crate::args::ledger::{Ledger, LedgerAct, LedgerLoad, LedgerShow};
use crate::out::Out;

pub fn run(place: &Place, options: &Ledger, out: &Out) -> Result<Done> {
    match &options.act {
        LedgerAct::Load(options) => load(place, options, out),
        LedgerAct::List => list(place, out),
        LedgerAct::Show(options) => show(place, options, out),
    }
}

fn load(place: &Place, options: &LedgerLoad, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let interrupt = Interrupt::heard()?;
    let author = account();
    let mapping = options.mapping.as_deref().map(read_mapping).transpose()?;
    let mut done = Done::Clean;
    for path in &options.files {
        let told = || path.display().to_string();
        let file = File::open(path).with_context(told)?;
        if !file.metadata().with_context(told)?.is_file() {
            bail!(out.words.say(&Message::new("ledger-not-a-file").with("path", path.display())));
        }
        let bar = out.progress("progress-reading", file.metadata().ok().map(|it| it.len()));
        let context = LedgerContext {
            file: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            zone: options.zone,
            account: options.account.clone(),
            mapping: mapping.clone(),
        };
        let request = LedgerRequest { file, context, format: options.format, author: &author };
        let outcome = node.load_ledger(request, &mut |bytes| {
            bar.set_position(bytes);
            if interrupt.is_heard() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        bar.finish_and_clear();
        match outcome {
            Err(_) if interrupt.is_heard() => bail!(out.words.text("import-stopped")),
            outcome => {
                if tell(path, &outcome?, out) == Done::WithProblems {
                    done = Done::WithProblems;
                }
            }
        }
    }
    Ok(done)
}

fn read_mapping(path: &Path) -> Result<LedgerMapping> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let mapping = LedgerMapping::from_json(&text);
    Ok(mapping.map_err(liaison_formats::ReadError::from).map_err(NodeError::from)?)
}

fn tell(path: &Path, outcome: &LedgerOutcome, out: &Out) -> Done {
    let file = path.display().to_string();
    match outcome {
        LedgerOutcome::Known(table) => {
            if out.is_json() {
                out.value(&json!({ "file": file, "known": table.id.to_string(), "rows": 0 }));
            } else {
                let message = Message::new("ledger-known")
                    .with("file", file)
                    .with("known", &table.file)
                    .with("commit", table.commit);
                out.line(&out.words.say(&message));
            }
            Done::Clean
        }
        LedgerOutcome::Nothing(problems, problems_file) => {
            if out.is_json() {
                out.value(&json!({
                    "file": file, "rows": 0, "problems": problems.len(),
                    "problems_file": problems_file, "commit": null,
                }));
                tell_problems(problems, problems.len() as u64, out);
            } else {
                out.line(&out.words.say(&Message::new("ledger-nothing").with("file", file)));
                tell_problems(problems, problems.len() as u64, out);
            }
            Done::WithProblems
        }
        LedgerOutcome::Loaded(loaded) => tell_loaded(&file, loaded, out),
    }
}

fn tell_loaded(file: &str, loaded: &LedgerLoaded, out: &Out) -> Done {
    let days = loaded.days.map(|(first, last)| (day_name(first), day_name(last)));
    if out.is_json() {
        out.value(&json!({
            "file": file,
            "table": loaded.id.to_string(),
            "format": loaded.format.name(),
            "rows": loaded.rows,
            "first": days.as_ref().map(|(first, _)| first),
            "last": days.as_ref().map(|(_, last)| last),
            "problems": loaded.problems,
            "problems_file": loaded.problems_file,
            "commit": loaded.commit,
        }));
    } else {
        let (first, last) = days.unwrap_or_default();
        let message = Message::new("ledger-loaded")
            .with("file", file)
            .with("format", loaded.format.name())
            .count("rows", loaded.rows)
            .with("first", first)
            .with("last", last)
            .with("commit", loaded.commit);
        out.line(&out.words.say(&message));
    }
    tell_problems(&loaded.first_problems, loaded.problems, out);
    if let (Some(path), false) = (&loaded.problems_file, out.is_json()) {
        out.note(&Message::new("import-problems-file").with("path", path.display()));
    }
    if loaded.problems == 0 { Done::Clean } else { Done::WithProblems }
}

fn tell_problems(problems: &[Problem], count: u64, out: &Out) {
    for problem in problems {
        if out.is_json() {
            out.value(&json!({ "problem": {
                "file": problem.place.file,
                "line": problem.place.row,
                "column": problem.place.column,
                "code": problem.reason.key,
                "reason": out.words.say(&problem.reason),
                "row_set_aside": problem.row_set_aside,
            }}));
        } else {
            out.note(&Message::new("import-problem").with("text", line_of(problem, out)));
        }
    }
    let left = count - (problems.len() as u64).min(count);
    if 0 < left {
        out.note(&Message::new("import-more-problems").count("problems", left));
    }
}

fn list(place: &Place, out: &Out) -> Result<Done> {
    let (node, reader) = place.read_for(None, out)?;
    let tables = node.ledger_tables(&reader)?;
    if out.is_json() {
        for table in &tables {
            out.value(&json!({
                "table": table.id.to_string(),
                "file": table.file,
                "sha256": table.sha256,
                "format": table.format,
                "rows": table.rows,
                "problems": table.problems,
                "author": table.author,
                "at": table.at.to_string(),
                "commit": table.commit,
            }));
        }
        return Ok(Done::Clean);
    }
    if tables.is_empty() {
        out.line(&out.words.text("ledger-empty"));
        return Ok(Done::Clean);
    }
    let row = |table: &LedgerTable| {
        vec![
            table.file.clone(),
            table.format.clone(),
            table.rows.to_string(),
            table.problems.to_string(),
            table.author.clone(),
            table.at.timestamp().strftime("%Y-%m-%d %H:%M").to_string(),
            table.commit.to_string(),
        ]
    };
    let rows: Vec<Vec<String>> = tables.iter().map(row).collect();
    out.table(
        &[
            "column-file",
            "column-format",
            "column-rows",
            "column-problems",
            "column-by",
            "column-time",
            "column-commit",
        ],
        &rows,
    );
    Ok(Done::Clean)
}

fn show(place: &Place, options: &LedgerShow, out: &Out) -> Result<Done> {
    let (node, reader) = place.read_for(options.reveal, out)?;
    let tables = node.ledger_tables(&reader)?;
    let wanted = Wanted {
        since: options.since.as_deref().map(|text| moment(text, false, out)).transpose()?,
        until: options.until.as_deref().map(|text| moment(text, true, out)).transpose()?,
        account: options.account.as_deref().map(account_form),
        nets_reversals: options.netting.net_reversals,
        keeps_duplicates: options.netting.keep_duplicates,
    };
    let look = match options.reveal {
        Some(_) => Some(node.look_into_ledger(&reader, ROUTE, &tables)?),
        None => None,
    };
    let mut shown = Vec::new();
    let mut met = 0;
    let scanned = node.scan_ledger(&tables, &wanted, look.as_ref(), &mut |found| {
        met += 1;
        if options.skip < met && shown.len() < options.limit {
            shown.push(found);
        }
        ControlFlow::Continue(())
    })?;
    if look.is_some() {
        node.checkpoint_looks()?;
    }
    show_rows(&shown, &tables, &scanned, options, out);
    Ok(Done::Clean)
}

fn show_rows(
    shown: &[Found],
    tables: &[LedgerTable],
    scanned: &Scanned,
    options: &LedgerShow,
    out: &Out,
) {
    let file = |found: &Found| tables.get(found.table).map_or("", |table| table.file.as_str());
    if out.is_json() {
        for found in shown {
            let row = &found.row;
            out.value(&json!({
                "time": written(row.time), "exactness": row.exactness.word(), "from": row.from,
                "to": row.to, "amount": row.amount.to_string(), "currency": row.currency,
                "kind": row.kind.word(), "reference": row.reference, "file": file(found),
                "line": row.line, "duplicate": found.is_duplicate,
            }));
        }
        out.value(&json!({ "scanned": {
            "rows": scanned.rows, "duplicates": scanned.duplicates,
            "reversals": scanned.reversals, "netted": scanned.netted,
            "days_skipped": scanned.days_skipped, "groups_skipped": scanned.groups_skipped,
        }}));
        return;
    }
    if shown.is_empty() {
        out.line(&out.words.text("ledger-no-rows"));
        return;
    }
    let row = |found: &Found| {
        let row = &found.row;
        vec![
            written(row.time),
            row.from.clone(),
            row.to.clone(),
            row.amount.to_string(),
            row.currency.clone(),
            out.words.text(match row.kind {
                liaison_ledger::Kind::Booked => "ledger-kind-booked",
                liaison_ledger::Kind::Pending => "ledger-kind-pending",
                liaison_ledger::Kind::Reversal => "ledger-kind-reversal",
            }),
            format!("{}:{}", file(found), row.line),
        ]
    };
    let rows: Vec<Vec<String>> = shown.iter().map(row).collect();
    out.table(
        &[
            "column-time",
            "column-from",
            "column-to",
            "column-amount",
            "column-currency",
            "column-kind",
            "column-file",
        ],
        &rows,
    );
    tell_scanned(scanned, out);
    let after = (options.skip + shown.len()) as u64;
    if after < scanned.rows {
        let message = Message::new("ledger-more").count("rows", scanned.rows - after);
        out.line(&out.words.say(&message.with("skip", after)));
    }
}

/// What was left out of an answer, and why.
pub fn tell_scanned(scanned: &Scanned, out: &Out) {
    scanned_notes(scanned).iter().for_each(|note| out.note(note));
}

/// A time that is typed, from its beginning or to its end where it is a day alone.
pub fn moment(text: &str, is_end: bool, out: &Out) -> Result<i64> {
    let Ok(moment) = read_moment(text, None) else {
        bail!(out.words.say(&Message::new("money-time").with("text", text)));
    };
    let is_day = moment.written == liaison_formats::Written::Day;
    Ok(if is_end && is_day { moment.micros + liaison_ledger::DAY - 1 } else { moment.micros })
}

fn written(micros: i64) -> String {
    Instant::from_micros(micros).map_or_else(|_| micros.to_string(), |time| time.to_string())
}

/// How looks at the ledger are recorded.
const ROUTE: &str = "ledger show";
