//! `liaison ask` and `liaison peer asked`: hit or no hit at another agency, and what it asked us.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::Result;
use liaison_channel::ask;
use liaison_model::messages::Message;
use liaison_node::exchange::{AskKind, AskLine, AskWanted, AskedOfUs};
use liaison_node::{Node, NodeError};
use serde_json::json;

use super::open::{Place, reader};
use crate::Done;
use crate::args::peer::{Ask, PeerAsked};
use crate::out::Out;

/// Asks, and says hit or no hit for each line by its number: the identifiers are not said again.
pub fn run(place: &Place, options: &Ask, out: &Out) -> Result<Done> {
    let node = Arc::new(place.write(out)?);
    let lines = lines_of(&node, &options.file)?;
    let wanted = AskWanted { peer: &options.peer, case: &options.case, purpose: options.purpose };
    let (asked, hits) = ask(&node, &wanted, &lines, &reader(&node))?;
    let found = hits.iter().filter(|hit| **hit).count() as u64;
    if out.is_json() {
        for (number, (line, hit)) in (1..).zip(lines.iter().zip(&hits)) {
            out.value(&json!({ "line": number, "kind": line.kind.as_str(), "hit": hit }));
        }
        return Ok(Done::Clean);
    }
    let rows = (1..).zip(lines.iter().zip(&hits)).map(|(number, (line, hit)): (u64, _)| {
        let word = if *hit { "ask-hit" } else { "ask-no-hit" };
        vec![number.to_string(), line.kind.as_str().to_owned(), out.words.text(word)]
    });
    out.table(&["column-line", "column-kind", "column-answer"], &rows.collect::<Vec<_>>());
    let said = Message::new("ask-done").with("agency", &options.peer).with("number", asked.number);
    out.note(&said.count("found", found).count("lines", asked.lines));
    Ok(Done::Clean)
}

/// What a peer asked us, or we it: who, when, for which case and purpose, how much; never what.
pub fn asked(place: &Place, options: &PeerAsked, out: &Out) -> Result<Done> {
    let node = place.read()?;
    if options.ours {
        return ours(&node, options, out);
    }
    let asked = node.asked_of_us(&options.peer)?;
    let done =
        if asked.iter().any(|one| one.is_alarming) { Done::WithProblems } else { Done::Clean };
    if out.is_json() {
        asked.iter().for_each(|one| out.value(one));
        return Ok(done);
    }
    if asked.is_empty() {
        out.note(&Message::new("asked-nothing").with("agency", &options.peer));
        return Ok(done);
    }
    let answered = |one: &AskedOfUs| match one.refused {
        None => out.words.text("asked-answered"),
        Some(reason) => out.words.say(&Message::new("asked-refused").with("reason", reason)),
    };
    let rows: Vec<Vec<String>> = asked
        .iter()
        .map(|one| {
            let ask = &one.ask;
            let (officer, case) = (ask.officer.clone(), ask.case.clone());
            let lines = ask.lines.to_string();
            vec![one.came.to_string(), officer, case, ask.purpose.clone(), lines, answered(one)]
        })
        .collect();
    out.table(&COLUMNS, &rows);
    if done == Done::WithProblems {
        out.note(&Message::new("asked-alarm").with("agency", &options.peer));
    }
    Ok(done)
}

fn ours(node: &Node, options: &PeerAsked, out: &Out) -> Result<Done> {
    let asked = node.asked_by_us(&options.peer)?;
    if out.is_json() {
        asked.iter().for_each(|one| out.value(one));
        return Ok(Done::Clean);
    }
    if asked.is_empty() {
        out.note(&Message::new("asked-nothing-ours").with("agency", &options.peer));
        return Ok(Done::Clean);
    }
    let rows: Vec<Vec<String>> = asked
        .iter()
        .map(|one| {
            let ask = &one.ask;
            let answer = match one.hits {
                Some(hits) => out.words.say(&Message::new("asked-hits").count("hits", hits)),
                None => out.words.text("asked-unanswered"),
            };
            let (officer, case) = (ask.officer.clone(), ask.case.clone());
            let lines = ask.lines.to_string();
            vec![ask.at.to_string(), officer, case, ask.purpose.clone(), lines, answer]
        })
        .collect();
    out.table(&COLUMNS, &rows);
    Ok(Done::Clean)
}

/// Lines of a table with the columns `kind` and `value`, and `birth` of people, each cleaned as at
/// intake.
fn lines_of(node: &Node, path: &Path) -> Result<Vec<AskLine>> {
    let length = fs::metadata(path).map_err(NodeError::file(path))?.len();
    if FILE_BYTES_MAX < length {
        return Err(NodeError::Option { what: Message::new("ask-file-long") }.into());
    }
    let text = fs::read_to_string(path).map_err(NodeError::file(path))?;
    let mut table = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let wrong = |row: usize| {
        move || NodeError::Option { what: Message::new("ask-line").count("row", row as u64) }
    };
    let heads = table.headers().map_err(|_| wrong(1)())?.clone();
    let column = |name: &str| heads.iter().position(|head| head.trim() == name);
    let (Some(kind), Some(value)) = (column("kind"), column("value")) else {
        return Err(NodeError::Option { what: Message::new("ask-columns") }.into());
    };
    let birth = column("birth");
    let mut lines = Vec::new();
    for (row, record) in table.records().enumerate() {
        let wrong = wrong(row + 2); // the heads are the first
        let record = record.map_err(|_| wrong())?;
        let text = |at: usize| record.get(at).map(str::trim).filter(|text| !text.is_empty());
        let kind = text(kind).and_then(AskKind::of).ok_or_else(wrong)?;
        let birth = birth.and_then(text);
        let line = text(value).and_then(|value| node.ask_line(kind, value, birth));
        lines.push(line.ok_or_else(wrong)?);
    }
    Ok(lines)
}

const COLUMNS: [&str; 6] = [
    "column-when",
    "column-officer",
    "column-case",
    "column-purpose",
    "column-lines",
    "column-answer",
];
/// 500 lines are far less.
const FILE_BYTES_MAX: u64 = 1024 * 1024;
