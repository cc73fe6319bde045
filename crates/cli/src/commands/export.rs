//! `liaison export`: facts as files.

use std::path::Path;

use anyhow::Result;
use liaison_formats::TableFormat;
use liaison_model::Reader;
use liaison_model::messages::Message;
use liaison_node::{Destination, Existing, ExportReport, ExportRequest, Node, NodeError, WrongUse};
use serde_json::json;

use super::open::Place;
use super::search::filter;
use crate::Done;
use crate::args::{Export, ExportFormat, moment};
use crate::out::Out;

pub fn run(place: &Place, options: &Export, out: &Out) -> Result<Done> {
    let (node, reader) = place.read_for(options.reveal, out)?;
    let request = ExportRequest {
        filter: node.checked(&filter(&options.filter), &reader)?,
        known_on: options.known_on.as_deref().map(moment).transpose()?,
    };
    let report = write(&node, &reader, &request, options, out)?;
    if options.reveal.is_some() {
        node.checkpoint_looks()?;
    }
    // What goes to standard output is the file, and nothing else.
    if options.out.as_deref() == Some(Path::new("-")) {
        if out.lost().is_none() {
            out.note(&Message::new("export-streamed").count("entities", report.entities));
            tell(&report, out);
        }
        return Ok(Done::Clean);
    }
    if out.is_json() {
        let left_out: Vec<_> = report
            .left_out
            .left_out
            .iter()
            .map(|(what, count)| json!({ "what": out.words.say(what), "count": count }))
            .collect();
        out.value(&json!({
            "entities": report.entities, "people": report.people, "files": report.files,
            "left_out": left_out,
        }));
        return Ok(Done::Clean);
    }
    let files: Vec<String> = report.files.iter().map(|path| path.display().to_string()).collect();
    let done = Message::new("export-done")
        .count("entities", report.entities)
        .with("files", files.join(", "));
    out.line(&out.words.say(&done));
    tell(&report, out);
    Ok(Done::Clean)
}

/// Writes what was asked for, to where it was asked for.
fn write(
    node: &Node,
    reader: &Reader,
    request: &ExportRequest,
    options: &Export,
    out: &Out,
) -> Result<ExportReport, NodeError> {
    let default = match options.format {
        ExportFormat::Ftm => ".",
        ExportFormat::Statements => "statements.csv",
        ExportFormat::Csv => "list.csv",
        ExportFormat::Xlsx => "list.xlsx",
    };
    let path = options.out.as_deref().unwrap_or(Path::new(default));
    let mut answer = out.stream();
    let to = match path == Path::new("-") {
        true => Destination::Stream(&mut answer),
        false => Destination::Path(path, existing(options.force)),
    };
    match options.format {
        ExportFormat::Ftm => node.export_ftm(request, reader, to),
        ExportFormat::Statements => node.export_statements(request, reader, to),
        ExportFormat::Csv => node.export_list(request, reader, TableFormat::Csv, to),
        ExportFormat::Xlsx if matches!(to, Destination::Stream(_)) => {
            Err(WrongUse::WorkbookToStream.into())
        }
        ExportFormat::Xlsx => node.export_list(request, reader, TableFormat::Xlsx, to),
    }
}

/// What `--force` says.
pub fn existing(force: bool) -> Existing {
    if force { Existing::Replace } else { Existing::Keep }
}

/// Who was uncovered for it, and what is not in it.
fn tell(report: &ExportReport, out: &Out) {
    if 0 < report.people {
        out.note(&Message::new("export-people").count("people", report.people));
    }
    for (what, count) in &report.left_out.left_out {
        let what = out.words.say(what);
        out.note(&Message::new("export-left-out").count("count", *count).with("what", what));
    }
}
