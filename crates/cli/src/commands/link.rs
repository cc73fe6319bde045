//! `liaison link`: which records of one or two tables are one.

mod judgements;
pub mod tables;
mod write;

use std::ops::ControlFlow;
use std::time::Instant;

use anyhow::{Result, bail};
use liaison_model::messages::Message;
use liaison_resolve::{Kind, Linked, Records, Stage, Stopped};
use serde_json::json;

use super::interrupt::Interrupt;
use crate::Done;
use crate::args::resolving::Link;
use crate::out::Out;
use tables::Tables;

pub fn run(options: &Link, out: &Out) -> Result<Done> {
    let begun = Instant::now();
    let interrupt = Interrupt::heard()?;
    let (mut tables, records) = tables::read(options, &interrupt, out)?;
    let judgements = match &options.judgements {
        Some(path) => judgements::read(path, &mut tables, out)?,
        None => Vec::new(),
    };
    show_columns(&tables, &records, out);
    let bar = out.progress("progress-linking", None);
    let linked = liaison_resolve::link(&records, &judgements, &mut |stage| {
        if let Stage::Comparing { done, .. } = stage {
            bar.set_position(done as u64);
        }
        bar.set_message(out.words.text(stage_key(stage)));
        if interrupt.is_heard() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    bar.finish_and_clear();
    let linked = match linked {
        Ok(linked) => linked,
        Err(Stopped) => bail!(out.words.text("link-stopped")),
    };
    if let Some(path) = &options.explain {
        let explained = write::explanations(path, &tables, &records, &linked, out);
        explained?;
    }
    let clusters = write::clusters(&options.out, &tables, &linked)?;
    show(&tables, &linked, clusters, begun.elapsed().as_secs_f64(), options, out);
    Ok(if tables.problems == 0 { Done::Clean } else { Done::WithProblems })
}

fn stage_key(stage: Stage) -> &'static str {
    match stage {
        Stage::Finding => "progress-finding",
        Stage::Learning => "progress-learning",
        Stage::Comparing { .. } => "progress-comparing",
        Stage::Joining => "progress-joining",
    }
}

/// Says what each column was taken for, so that a person can object.
fn show_columns(tables: &Tables, records: &Records, out: &Out) {
    out.note(&Message::new("link-columns"));
    for (column, kind) in tables.columns.iter().zip(records.kinds()) {
        let line = Message::new("link-column")
            .with("heading", &column.heading)
            .with("kind", out.words.text(kind.message_key()));
        out.note(&line);
    }
    if !tables.left_out.is_empty() {
        out.note(&Message::new("link-left-out").with("headings", tables.left_out.join(", ")));
    }
    if records.kinds().all(|kind| kind == Kind::Unused) {
        out.note(&Message::new("link-nothing-to-compare"));
    }
}

fn show(
    tables: &Tables,
    linked: &Linked,
    clusters: usize,
    seconds: f64,
    options: &Link,
    out: &Out,
) {
    show_over_common(tables, linked, out);
    if linked.one_of_each_file && 1 < tables.names.len() {
        out.note(&Message::new("link-one-of-each-file"));
    }
    let records = linked.clusters.len();
    if out.is_json() {
        out.value(&json!({
            "records": records,
            "clusters": clusters,
            "compared": linked.compared,
            "problems": tables.problems,
            "file": options.out,
            "seconds": seconds,
        }));
        return;
    }
    let message = Message::new("link-done")
        .count("records", records as u64)
        .count("clusters", clusters as u64)
        .count("compared", linked.compared as u64)
        .with("path", options.out.display())
        .with("seconds", format!("{seconds:.1}"));
    out.line(&out.words.say(&message));
}

/// Values by which alone no pairs were looked for. A value may name a person, so that its first row
/// is told instead.
fn show_over_common(tables: &Tables, linked: &Linked, out: &Out) {
    let mut common: Vec<_> = linked.over_common.iter().collect();
    common.sort_by_key(|value| (std::cmp::Reverse(value.records), value.column, value.record));
    if common.is_empty() {
        return;
    }
    out.note(&Message::new("link-over-common").count("values", common.len() as u64));
    for value in common.iter().take(OVER_COMMON_SHOWN) {
        let (source, row) = tables.row(value.record);
        let line = Message::new("link-over-common-value")
            .with("heading", &tables.columns[value.column].heading)
            .with("file", source)
            .with("row", row)
            .count("records", value.records.into());
        out.note(&line);
    }
}

/// The most common values are told; there may be thousands.
const OVER_COMMON_SHOWN: usize = 5;
