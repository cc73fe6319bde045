//! `liaison share` and `receive`: what goes to another agency, and what comes from it, as files.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::Result;
use liaison_exchange::PeerFault;
use liaison_model::AgencyId;
use liaison_model::messages::Message;
use liaison_node::exchange::{Line, read_lines};
use liaison_node::{Existing, NewFile, Node, NodeError};
use serde_json::json;

use super::open::{Place, reader};
use crate::Done;
use crate::args::peer::{Receive, Share};
use crate::out::Out;

/// Shares, and writes the file that tells the peer everything that it has not confirmed.
pub fn share(place: &Place, options: &Share, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let author = reader(&node);
    let records: Vec<&str> = options.record.iter().map(String::as_str).collect();
    let mut statements = options.statements.clone();
    statements.extend(node.own_statements(&records, &author)?);
    // All of them are asked about before the first one goes: half a share is none.
    for id in &statements {
        let statement = node.may_share(*id, &options.to, &options.marks, &author)?;
        if !options.dry_run {
            continue;
        }
        if out.is_json() {
            out.value(&json!({
                "statement": id, "entity": statement.entity, "schema": statement.schema,
                "property": statement.prop, "to": options.to, "marks": options.marks.to_string(),
            }));
        } else {
            let would = Message::new("share-would")
                .with("entity", &statement.entity)
                .with("property", &statement.prop)
                .with("agency", &options.to)
                .with("marks", &options.marks);
            out.line(&out.words.say(&would));
        }
    }
    if options.dry_run {
        return Ok(Done::Clean);
    }
    node.share_all(&statements, &options.to, &options.marks, &author)?;
    let lines = node.bundle_for(&options.to)?;
    let entries = lines.len() as u64 - 1; // the last line is the checkpoint
    if let Some(path) = &options.out {
        write_lines(path, &lines)?;
    }
    let shared = statements.len() as u64;
    if out.is_json() {
        out.value(&json!({ "to": options.to, "shared": shared, "waiting": entries }));
        return Ok(Done::Clean);
    }
    let said = Message::new("share-done").count("shared", shared).with("agency", &options.to);
    out.line(&out.words.say(&said.count("waiting", entries)));
    match &options.out {
        Some(path) => {
            let written = Message::new("share-written").with("path", path.display());
            out.note(&written.with("agency", &options.to));
        }
        None => out.note(&Message::new("share-not-written").with("agency", &options.to)),
    }
    Ok(Done::Clean)
}

/// Takes a file of a peer: entries, withdrawals or receipts.
pub fn receive(place: &Place, options: &Receive, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let path = &options.file;
    let length = fs::metadata(path).map_err(NodeError::file(path))?.len();
    if FILE_BYTES_MAX < length {
        return Err(NodeError::from(PeerFault::Content).into());
    }
    let text = fs::read_to_string(path).map_err(NodeError::file(path))?;
    let lines = read_lines(&text).map_err(NodeError::from)?;
    let taking = node.receive_lines(&lines)?;
    if let Some(path) = &options.receipts {
        let receipts: Vec<Line> =
            taking.receipts.iter().cloned().map(|one| Line::Receipt(Box::new(one))).collect();
        write_lines(path, &receipts)?;
    }
    let done = if taking.missing == 0 { Done::Clean } else { Done::WithProblems };
    if out.is_json() {
        out.value(&taking);
        return Ok(done);
    }
    let said = Message::new("receive-done")
        .count("statements", taking.statements)
        .count("withdrawals", taking.withdrawals)
        .count("known", taking.known)
        .count("confirmed", taking.confirmed);
    out.line(&out.words.say(&said));
    if 0 < taking.missing {
        out.note(&Message::new("receive-missing").count("missing", taking.missing));
    }
    if options.receipts.is_none() && !taking.receipts.is_empty() {
        out.note(&Message::new("receive-receipts"));
    }
    Ok(done)
}

/// Writes the file that tells a peer everything that it has not confirmed.
pub fn write_bundle(node: &Node, to: &AgencyId, path: &Path) -> Result<()> {
    write_lines(path, &node.bundle_for(to)?)
}

fn write_lines(path: &Path, lines: &[Line]) -> Result<()> {
    let mut file = NewFile::begin(path, Existing::Replace)?;
    for line in lines {
        writeln!(file, "{}", serde_json::to_string(line)?).map_err(NodeError::file(path))?;
    }
    Ok(file.finish()?)
}

/// A bundle of more than 256 MiB is no bundle.
const FILE_BYTES_MAX: u64 = 256 * 1024 * 1024;
