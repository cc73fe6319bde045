//! `liaison history`: what was committed, and what was ever said about an entity.

use anyhow::Result;
use liaison_model::Instant;
use liaison_model::messages::Message;
use liaison_node::{CommitView, HistoryEvent, HistoryLine};
use serde_json::json;

use super::open::{Place, reader};
use super::show::statement_json;
use crate::Done;
use crate::args::History;
use crate::out::Out;

pub fn run(place: &Place, options: &History, out: &Out) -> Result<Done> {
    let node = place.read()?;
    match &options.id {
        None => commits(&node.commits(options.before, options.limit)?, out),
        Some(id) => lines(&node.history(id, &reader(&node))?, out),
    }
    Ok(Done::Clean)
}

fn commits(commits: &[CommitView], out: &Out) {
    if out.is_json() {
        for commit in commits {
            out.value(&json!({
                "commit": commit.header.number,
                "hash": commit.hash,
                "time": commit.header.note.time,
                "author": commit.header.note.author,
                "act": commit.header.note.act,
                "purpose": commit.header.note.purpose,
                "statements": commit.header.statements,
                "withdrawn_by": commit.withdrawn_by,
                "reason": commit.said.reason, "authority": commit.said.authority,
                "dataset": commit.said.dataset, "file": commit.said.file,
                "rows": commit.said.rows, "same_import": commit.same_import,
                "first_on": commit.said.first_on, "first_by": commit.said.first_by,
            }));
        }
        return;
    }
    let row = |commit: &CommitView| {
        let note = &commit.header.note;
        vec![
            commit.header.number.to_string(),
            note.time.timestamp().strftime("%Y-%m-%d %H:%M:%S UTC").to_string(),
            note.author.clone(),
            note.act.clone(),
            commit.header.statements.to_string(),
            notes(commit, out),
        ]
    };
    let rows: Vec<Vec<String>> = commits.iter().map(row).collect();
    out.table(
        &[
            "column-commit",
            "column-time",
            "column-author",
            "column-act",
            "column-statements",
            "column-note",
        ],
        &rows,
    );
}

/// What is worth knowing of a commit beside its act.
fn notes(commit: &CommitView, out: &Out) -> String {
    let said = &commit.said;
    let mut notes = Vec::new();
    if let Some(file) = &said.file {
        let message = Message::new("history-import")
            .with("file", file)
            .with("dataset", said.dataset.as_deref().unwrap_or_default())
            .count("rows", said.rows.unwrap_or_default());
        notes.push(message);
    }
    let reason = said.reason.as_ref();
    notes.extend(reason.map(|reason| Message::new("history-reason").with("reason", reason)));
    let authority = said.authority.as_ref();
    notes.extend(authority.map(|name| Message::new("history-authority").with("authority", name)));
    if let Some(on) = &said.first_on {
        let officer = said.first_by.as_deref().unwrap_or_default();
        notes.push(Message::new("history-first").with("on", day(on)).with("officer", officer));
    }
    if !commit.same_import.is_empty() {
        let others: Vec<String> = commit.same_import.iter().map(u64::to_string).collect();
        notes.push(Message::new("history-same-import").with("commits", others.join(", ")));
    }
    let undone = commit.withdrawn_by;
    notes.extend(undone.map(|by| Message::new("history-undone").with("commit", by)));
    let notes: Vec<String> = notes.iter().map(|note| out.words.say(note)).collect();
    notes.join("; ")
}

fn lines(lines: &[HistoryLine], out: &Out) {
    for line in lines {
        if out.is_json() {
            out.value(&as_json(line));
        } else {
            let time = line.known_on.timestamp().strftime("%Y-%m-%d %H:%M:%S UTC");
            let (commit, author, id) = (line.commit, &line.author, line.statement);
            out.line(&format!("{commit:>6}  {time}  {author}  {}  [{id}]", words(line, out)));
        }
    }
}

fn as_json(line: &HistoryLine) -> serde_json::Value {
    let mut value = json!({
        "commit": line.commit, "known_on": line.known_on, "author": line.author,
    });
    let (event, statement) = match &line.event {
        HistoryEvent::Stated(view) => ("stated", Some(view)),
        HistoryEvent::Withdrawn { statement, by, on, reason } => {
            value["by"] = json!(by);
            value["on"] = json!(on);
            value["reason"] = json!(reason);
            ("withdrawn", statement.as_ref())
        }
        HistoryEvent::Removed { by, on, authority } => {
            value["by"] = json!(by);
            value["on"] = json!(on);
            value["authority"] = json!(authority);
            ("removed", None)
        }
    };
    value["event"] = json!(event);
    value["statement_id"] = json!(line.statement);
    value["statement"] = json!(statement.map(statement_json));
    value
}

/// The day of a moment.
pub fn day(moment: &Instant) -> String {
    moment.timestamp().strftime("%Y-%m-%d").to_string()
}

fn words(line: &HistoryLine, out: &Out) -> String {
    match &line.event {
        HistoryEvent::Stated(view) => format!("{} = {}", view.prop, view.value.text()),
        HistoryEvent::Withdrawn { statement, by, on, reason } => {
            let what =
                statement.as_ref().map(|view| format!("{} = {}", view.prop, view.value.text()));
            let message = Message::new("history-withdrawn")
                .with("what", what.unwrap_or_default())
                .with("on", day(on))
                .with("by", by)
                .with("reason", reason.as_deref().unwrap_or("none"));
            out.words.say(&message)
        }
        HistoryEvent::Removed { by, on, authority } => {
            let message = removed_message(*on, *by, authority.as_deref());
            out.words.say(&message)
        }
    }
}

/// That the bytes of a statement are gone, since when and on whose word.
pub fn removed_message(on: Instant, by: u64, authority: Option<&str>) -> Message {
    Message::new("history-removed")
        .with("on", day(&on))
        .with("by", by)
        .with("authority", authority.unwrap_or("none"))
}
