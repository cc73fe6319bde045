//! `liaison import`: a file becomes statements.

use std::fs::File;
use std::io::{self, BufReader};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, Result, bail};
use liaison_formats::{Format, Mapping};
use liaison_model::messages::Message;
use liaison_model::{MASK, Problem, ShownValue};
use liaison_node::import::{ImportReport, ImportRequest, Input, Progress};
use serde_json::json;

use super::open::{Place, account};
use crate::Done;
use crate::args::Import;
use crate::out::Out;

pub fn run(place: &Place, options: Import, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let stop = stop_on_interrupt()?;
    let author = account();
    let length = length_of(&options.files);
    let request = ImportRequest {
        inputs: options.files.iter().map(|path| open(path)).collect::<Result<_>>()?,
        format: options.format.as_deref().map(format_named).transpose()?,
        mapping: options.mapping.as_deref().map(read_mapping).transpose()?,
        dataset: options.dataset,
        source: options.source,
        grade: options.grade,
        marks: options.handling,
        dry_run: options.dry_run,
        author: &author,
        stop: Some(&stop),
    };
    let reading = out.progress("progress-reading", length);
    let report = node.import(request, &|progress| match progress {
        Progress::Reading { bytes, .. } => reading.set_position(bytes),
        Progress::Folding { .. } => {
            reading.set_message(out.words.text("progress-folding"));
        }
    });
    reading.finish_and_clear();
    let report = match report {
        Err(_) if stop.load(Ordering::Relaxed) => bail!(out.words.text("import-stopped")),
        report => report?,
    };
    show(&report, options.dry_run, out);
    Ok(if report.problems == 0 { Done::Clean } else { Done::WithProblems })
}

fn show(report: &ImportReport, dry_run: bool, out: &Out) {
    if out.is_json() {
        out.value(&json!({
            "read": report.read,
            "statements": report.statements,
            "new": report.new,
            "entities": report.entities,
            "problems": report.problems,
            "problems_file": report.problems_file,
            "rows_file": report.rows_file,
            "commit": report.commit,
            "seconds": report.seconds,
        }));
        return;
    }
    let key = match (dry_run, report.commit) {
        (true, _) => "import-dry",
        (false, Some(_)) => "import-done",
        (false, None) => "import-nothing-new",
    };
    out.line(
        &out.words.say(
            &Message::new(key)
                .count("read", report.read)
                .count("statements", report.statements)
                .count("new", report.new)
                .count("entities", report.entities)
                .with("commit", report.commit.unwrap_or_default())
                .with("seconds", format!("{:.1}", report.seconds)),
        ),
    );
    report.notes.iter().for_each(|note| out.note(note));
    if 0 < report.erased_before {
        out.note(&Message::new("import-erased-before").count("statements", report.erased_before));
    }
    if 0 < report.problems {
        show_problems(report, out);
    }
}

fn show_problems(report: &ImportReport, out: &Out) {
    out.note(
        &Message::new("import-problems")
            .count("problems", report.problems)
            .count("rows", report.rows_set_aside),
    );
    for problem in &report.first_problems {
        out.note(&Message::new("import-problem").with("text", line_of(problem, out)));
    }
    let shown = report.first_problems.len() as u64;
    if shown < report.problems {
        out.note(&Message::new("import-more-problems").count("problems", report.problems - shown));
    }
    if let Some(path) = &report.problems_file {
        out.note(&Message::new("import-problems-file").with("path", path.display()));
    }
    if let Some(path) = &report.rows_file {
        out.note(&Message::new("import-rows-file").with("path", path.display()));
    }
}

/// Row, column and reason; the value only where it cannot be about a person.
fn line_of(problem: &Problem, out: &Out) -> String {
    let place = &problem.place;
    let mut parts = Vec::new();
    if let Some(row) = place.row {
        parts.push(out.words.say(&Message::new("import-row").with("row", row)));
    }
    if let Some(column) = &place.column {
        parts.push(format!("`{column}`"));
    }
    match &problem.value {
        ShownValue::Plain(value) => parts.push(format!("`{value}`")),
        ShownValue::Covered(_) => parts.push(MASK.to_owned()),
        ShownValue::None => {}
    }
    let mut line = format!("{}: {}", parts.join(", "), out.words.say(&problem.reason));
    if let Some(hint) = &problem.hint {
        line.push_str(&format!(" ({})", out.words.say(hint)));
    }
    line
}

fn open(path: &Path) -> Result<Input<'static>> {
    if path == Path::new("-") {
        return Ok(Input { name: "-".to_owned(), bytes: Box::new(io::stdin()), length: None });
    }
    let file = File::open(path).with_context(|| path.display().to_string())?;
    let length = file.metadata().ok().map(|metadata| metadata.len());
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Input { name, bytes: Box::new(BufReader::with_capacity(READ_BYTES, file)), length })
}

fn length_of(files: &[std::path::PathBuf]) -> Option<u64> {
    let lengths = files.iter().map(|path| std::fs::metadata(path).ok().map(|m| m.len()));
    lengths.sum::<Option<u64>>().filter(|length| 0 < *length)
}

fn format_named(name: &str) -> Result<Format> {
    Format::named(name).with_context(|| format!("--as {name}"))
}

fn read_mapping(path: &Path) -> Result<Mapping> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    Mapping::from_json(&text).with_context(|| path.display().to_string())
}

/// The first Ctrl-C stops the import, which leaves nothing of itself; a second one ends at once.
fn stop_on_interrupt() -> Result<Arc<AtomicBool>> {
    let stop = Arc::new(AtomicBool::new(false));
    let asked = Arc::clone(&stop);
    ctrlc::set_handler(move || {
        if asked.swap(true, Ordering::Relaxed) {
            std::process::exit(INTERRUPTED);
        }
    })?;
    Ok(stop)
}

const READ_BYTES: usize = 1024 * 1024;
/// 128 + SIGINT, as shells count.
const INTERRUPTED: i32 = 130;
