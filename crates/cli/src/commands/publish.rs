//! Tables that anybody may have: `liaison figures publish`, `liaison report publish`.

use std::io::Write as _;
use std::path::Path;

use anyhow::Result;
use liaison_api::publish::{PublicTable, PublishedAs};
use liaison_model::messages::Message;
use liaison_node::{NodeError, WrongUse};
use liaison_situation::Shown;
use serde_json::json;

use super::open::{Place, reader};
use super::whole::whole_file;
use crate::Done;
use crate::args::reports::ReportPublish;
use crate::args::{FigurePublish, PublishFormat, PublishTo, moment};
use crate::out::Out;

pub fn figures(
    place: &Place,
    known_on: Option<&str>,
    options: &FigurePublish,
    out: &Out,
) -> Result<Done> {
    let node = place.read()?;
    let known_on = known_on.map(moment).transpose()?;
    let (figures, kept_back) = node.public_figures(&reader(&node), known_on)?;
    let agency = node.agency().as_str();
    let table = PublicTable::of_figures(&figures, agency, options.to.format.into());
    let told = Message::new("figures-published")
        .count("figures", figures.len() as u64)
        .count("back", kept_back as u64);
    write(&table, &options.to, &told, kept_back, out)
}

pub fn reports(place: &Place, options: &ReportPublish, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let reader = reader(&node);
    let reports = node.reports(&reader, None, options.on)?;
    let counts = node.published_reports(&reports, &options.by, &reader)?;
    let withheld = counts.cells.iter().filter(|cell| cell.shown == Shown::Withheld).count();
    let told = Message::new("reports-published")
        .count("cells", counts.cells.len() as u64)
        .count("withheld", withheld as u64)
        .with("under", counts.under);
    let agency = node.agency().as_str();
    let table = PublicTable::of_counts(&counts, agency, reports.day, options.to.format.into());
    write(&table, &options.to, &told, withheld, out)
}

/// Writes a table whole, or not at all.
fn write(
    table: &PublicTable,
    to: &PublishTo,
    told: &Message,
    withheld: usize,
    out: &Out,
) -> Result<Done> {
    let path = &to.out;
    let is_stream = path == Path::new("-");
    if !is_stream && !to.force && path.exists() {
        return Err(NodeError::from(WrongUse::FileExists { path: path.clone() }).into());
    }
    let bytes = table.to_bytes()?;
    if is_stream {
        out.stream().write_all(&bytes)?;
        out.note(told);
        return Ok(Done::Clean);
    }
    whole_file(path, |mut file| Ok(file.write_all(&bytes)?))?;
    if out.is_json() {
        out.value(&json!({ "rows": table.rows(), "withheld": withheld, "file": path }));
    } else {
        out.line(&out.words.say(told));
    }
    Ok(Done::Clean)
}

impl From<PublishFormat> for PublishedAs {
    fn from(format: PublishFormat) -> Self {
        match format {
            PublishFormat::Csv => Self::Csv,
            PublishFormat::SdmxCsv => Self::SdmxCsv,
        }
    }
}
