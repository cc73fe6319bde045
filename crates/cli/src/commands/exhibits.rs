//! `liaison exhibits`: evidence files and their custody.

mod sealed;

use anyhow::Result;
use liaison_model::Hash;
use liaison_model::messages::Message;
use liaison_node::reading::EntityView;
use serde_json::json;

use super::open::{Place, reader};
use super::show;
use crate::Done;
use crate::args::{ExhibitAct, ExhibitAdd, ExhibitGet, Exhibits};
use crate::out::Out;

pub fn run(place: &Place, options: &Exhibits, out: &Out) -> Result<Done> {
    match &options.act {
        ExhibitAct::Add(options) => add(place, options, out),
        ExhibitAct::List => list(place, None, out),
        ExhibitAct::Get(options) => get(place, options, out),
        ExhibitAct::Seal(options) => sealed::seal(place, options, out),
        ExhibitAct::Verify(options) => sealed::verify(place, options, out),
        ExhibitAct::Page(options) => sealed::page(options, out),
    }
}

fn add(place: &Place, options: &ExhibitAdd, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    for path in &options.files {
        let stored = node.keep_exhibit(path, &options.note, &reader(&node))?;
        if out.is_json() {
            out.value(&json!({
                "file": path, "sha256": stored.hash, "size": stored.size,
                "was_known": stored.was_known,
            }));
        } else {
            let key = if stored.was_known { "exhibit-known" } else { "exhibit-kept" };
            let message = Message::new(key)
                .with("file", path.display())
                .with("hash", stored.hash)
                .count("bytes", stored.size);
            out.line(&out.words.say(&message));
        }
    }
    Ok(Done::Clean)
}

fn list(place: &Place, hash: Option<&Hash>, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let events = node.custody(hash, &reader(&node))?;
    if out.is_json() {
        events.iter().for_each(|event| out.value(&show::as_json(event)));
        return Ok(Done::Clean);
    }
    if events.is_empty() {
        out.line(&out.words.text("exhibits-none"));
        return Ok(Done::Clean);
    }
    let row = |event: &EntityView| {
        ["exhibit", "fileName", "act", "holder", "time"].map(|prop| value(event, prop)).to_vec()
    };
    let rows: Vec<Vec<String>> = events.iter().map(row).collect();
    out.table(&["column-hash", "column-file", "column-act", "column-holder", "column-time"], &rows);
    Ok(Done::Clean)
}

fn get(place: &Place, options: &ExhibitGet, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let size = node.copy_exhibit(&options.hash, &options.out, &reader(&node))?;
    if out.is_json() {
        out.value(&json!({ "file": options.out, "sha256": options.hash, "size": size }));
    } else {
        let message =
            Message::new("exhibit-copied").with("file", options.out.display()).count("bytes", size);
        out.line(&out.words.say(&message));
    }
    Ok(Done::Clean)
}

fn value(event: &EntityView, prop: &str) -> String {
    let found = event.statements.iter().find(|statement| statement.prop == prop);
    found.map(|statement| statement.value.text().to_owned()).unwrap_or_default()
}
