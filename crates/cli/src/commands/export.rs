//! `liaison export`: facts as files.

use std::path::PathBuf;

use anyhow::Result;
use liaison_formats::TableFormat;
use liaison_model::messages::Message;
use liaison_node::ExportRequest;
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
    let file = |name: &str| options.out.clone().unwrap_or_else(|| PathBuf::from(name));
    let report = match options.format {
        ExportFormat::Ftm => node.export_ftm(&request, &reader, &file("."))?,
        ExportFormat::Statements => {
            node.export_statements(&request, &reader, &file("statements.csv"))?
        }
        ExportFormat::Csv => {
            node.export_list(&request, &reader, TableFormat::Csv, &file("list.csv"))?
        }
        ExportFormat::Xlsx => {
            node.export_list(&request, &reader, TableFormat::Xlsx, &file("list.xlsx"))?
        }
    };
    if options.reveal.is_some() {
        node.checkpoint_looks()?;
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
    if 0 < report.people {
        out.note(&Message::new("export-people").count("people", report.people));
    }
    for (what, count) in &report.left_out.left_out {
        let what = out.words.say(what);
        out.note(&Message::new("export-left-out").count("count", *count).with("what", what));
    }
    Ok(Done::Clean)
}
