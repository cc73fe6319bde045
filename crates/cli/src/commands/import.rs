//! `liaison import`: a file becomes statements.

use std::cell::RefCell;
use std::fs::{File, Metadata};
use std::io::{self, BufReader, IsTerminal};
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use anyhow::{Context, Result, bail};
use liaison_formats::{Mapping, Proposal};
use liaison_model::messages::Message;
use liaison_model::{MASK, Problem, ShownValue};
use liaison_node::import::{FirstImport, ImportReport, ImportRequest, Input, Progress};
use liaison_node::{NodeError, WrongUse};
use serde_json::json;

use super::interrupt::Interrupt;
use super::open::{Place, account};
use crate::Done;
use crate::args::Import;
use crate::out::Out;

pub fn run(place: &Place, options: Import, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let interrupt = Interrupt::heard()?;
    let author = account();
    let unsaved = RefCell::new(Ok(()));
    let agree = |proposal: &Proposal| {
        *unsaved.borrow_mut() = save_mapping(proposal, &options);
        unsaved.borrow().is_ok() && agree(proposal, &options, &interrupt, out)
    };
    let mut done = Done::Clean;
    for files in together(&options.files) {
        let mut request = ImportRequest {
            inputs: files.iter().map(|path| open(path)).collect::<Result<_>>()?,
            format: options.format,
            sheet: options.sheet.clone(),
            mapping: options.mapping.as_deref().map(read_mapping).transpose()?,
            agree: &agree,
            dataset: options.dataset.clone(),
            source: options.source.clone(),
            grade: options.grade,
            dates: options.dates.map(Into::into),
            country: options.country.clone(),
            marks: options.handling.clone(),
            dry_run: options.dry_run,
            mends: None,
            author: &author,
            stop: Some(&interrupt.stop),
        };
        if let Some(first) = FirstImport::beside(&files[0])? {
            first.say_again(&mut request);
        }
        let bar = out.progress("progress-reading", length_of(&files));
        let report = node.import(request, &|progress| match progress {
            Progress::Reading { bytes, .. } => bar.set_position(bytes),
            Progress::Folding { .. } => bar.set_message(out.words.text("progress-folding")),
        });
        bar.finish_and_clear();
        unsaved.replace(Ok(()))?;
        let report = match report {
            Err(_) if interrupt.is_heard() => {
                bail!(out.words.text("import-stopped"))
            }
            report => report?,
        };
        show(&report, options.dry_run, out);
        if report.problems != 0 {
            done = Done::WithProblems;
        }
    }
    Ok(done)
}

/// Each file is an import of its own, but OFAC's three files are one.
fn together(files: &[PathBuf]) -> Vec<Vec<PathBuf>> {
    let name = |path: &PathBuf| {
        path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase()
    };
    let is_part = |path: &PathBuf| {
        let name = name(path);
        (name.starts_with("alt") || name.starts_with("add")) && name.ends_with(".csv")
    };
    let Some(sdn) = files.iter().position(|path| name(path).starts_with("sdn")) else {
        return files.iter().map(|path| vec![path.clone()]).collect();
    };
    let parts: Vec<PathBuf> = files.iter().filter(|path| is_part(path)).cloned().collect();
    let mut groups = Vec::new();
    for (index, path) in files.iter().enumerate() {
        if index == sdn {
            groups.push([path].into_iter().chain(&parts).cloned().collect());
        } else if !is_part(path) {
            groups.push(vec![path.clone()]);
        }
    }
    groups
}

/// Writes a proposed mapping where it is wanted, before anybody agrees to it: it may be wanted in
/// order to be changed.
fn save_mapping(proposal: &Proposal, options: &Import) -> Result<()> {
    let (Some(path), Some(mapping)) = (&options.save_mapping, &proposal.mapping) else {
        return Ok(());
    };
    let text = mapping.to_json() + "\n";
    std::fs::write(path, text).with_context(|| path.display().to_string())
}

/// Shows a proposed mapping, and asks where somebody can answer.
fn agree(proposal: &Proposal, options: &Import, interrupt: &Interrupt, out: &Out) -> bool {
    out.note(&Message::new("import-proposal"));
    if let Some(sheet) = proposal.mapping.as_ref().and_then(|mapping| mapping.sheet.as_ref()) {
        out.note(&Message::new("import-proposed-sheet").with("sheet", sheet));
    }
    for column in &proposal.columns {
        let target = column.to.clone().unwrap_or_else(|| out.words.text("import-column-unused"));
        let line = Message::new("import-proposed-column")
            .with("heading", &column.heading)
            .with("target", target)
            .with("reason", out.words.say(&column.reason));
        out.note(&line);
    }
    if options.yes || options.dry_run || out.is_json() {
        return true;
    }
    if !io::stdin().is_terminal() {
        out.note(&Message::new("import-nobody-to-ask"));
        return true;
    }
    out.note(&Message::new("import-agree"));
    let mut answer = String::new();
    interrupt.asking.store(true, Ordering::Relaxed);
    let answered = io::stdin().read_line(&mut answer);
    interrupt.asking.store(false, Ordering::Relaxed);
    answered.is_ok() && matches!(answer.trim(), "" | "y" | "Y" | "yes")
}

fn show(report: &ImportReport, dry_run: bool, out: &Out) {
    if out.is_json() {
        out.value(&json!({
            "read": report.read,
            "statements": report.statements,
            "new": report.new,
            "erased": report.erased_before,
            "came_back": report.came_back.map_or(0, |(statements, _)| statements),
            "entities": report.entities,
            "problems": report.problems,
            "problems_file": report.problems_file,
            "rows_file": report.rows_file,
            "commit": report.commit,
            "notes": report.notes.iter().map(|note| out.words.say(note)).collect::<Vec<_>>(),
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
    if let Some((statements, on)) = report.came_back {
        let day = on.timestamp().strftime("%Y-%m-%d");
        let note = Message::new("import-came-back").count("statements", statements).with("on", day);
        out.note(&note);
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

/// File, row, column and reason; the value only where it cannot be about a person.
pub fn line_of(problem: &Problem, out: &Out) -> String {
    let place = &problem.place;
    let mut parts = vec![place.file.clone()];
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
    let metadata = file.metadata().ok();
    if metadata.as_ref().is_some_and(Metadata::is_dir) {
        return Err(NodeError::from(WrongUse::IsFolder { path: path.to_owned() }).into());
    }
    let length = metadata.map(|metadata| metadata.len());
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Input { name, bytes: Box::new(BufReader::with_capacity(READ_BYTES, file)), length })
}

fn length_of(files: &[PathBuf]) -> Option<u64> {
    let lengths = files.iter().map(|path| std::fs::metadata(path).ok().map(|m| m.len()));
    lengths.sum::<Option<u64>>().filter(|length| 0 < *length)
}

fn read_mapping(path: &Path) -> Result<Mapping> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    Ok(Mapping::from_json(&text)
        .map_err(|error| WrongUse::NotAMapping { path: path.to_owned(), reason: error.to_string() })
        .map_err(NodeError::from)?)
}

const READ_BYTES: usize = 1024 * 1024;
