//! `liaison judge`: whether two records are one, and why.

use anyhow::Result;
use liaison_model::messages::Message;
use liaison_node::{Identity, RecordJudgement, RecordVerdict};
use serde_json::{Value, json};

use super::history::day;
use super::open::{Place, reader};
use crate::Done;
use crate::args::resolving::{Judge, Verdict};
use crate::out::Out;

pub fn run(place: &Place, options: &Judge, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let reader = reader(&node);
    let verdict = RecordVerdict::from(options.verdict);
    let (first, second) = (&options.first, &options.second);
    let decided = node.judge_records(first, second, verdict, &options.reason, &reader)?;
    let identity = node.identity(first, &reader, None)?;
    let records = identity.others.len() as u64 + 1;
    if out.is_json() {
        let ids: Vec<String> = identity.others.iter().map(|other| other.id.to_string()).collect();
        out.value(&json!({
            "first": first, "second": second, "verdict": verdict, "judgement": decided.id,
            "commit": decided.commit,
            "one_with_first": ids,
        }));
        return Ok(Done::Clean);
    }
    let message = Message::new("judge-done")
        .with("first", first)
        .with("second", second)
        .with("verdict", out.words.text(verdict.message_key()))
        .with("commit", decided.commit)
        .count("records", records);
    out.line(&out.words.say(&message));
    Ok(Done::Clean)
}

impl From<Verdict> for RecordVerdict {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Same => Self::Same,
            Verdict::Different => Self::Different,
            Verdict::Unsure => Self::Unsure,
        }
    }
}

/// Of which records somebody or something consists, and who said so: below a record.
pub fn show(identity: &Identity, out: &Out) {
    if !identity.others.is_empty() {
        let message = Message::new("show-one-with").count("records", identity.others.len() as u64);
        out.line(&out.words.say(&message));
        let row = |other: &liaison_node::reading::EntityView| {
            vec![other.caption.text().to_owned(), other.schema.clone(), other.id.to_string()]
        };
        let rows: Vec<Vec<String>> = identity.others.iter().map(row).collect();
        out.table(&["column-caption", "column-schema", "column-id"], &rows);
    }
    if identity.judgements.is_empty() {
        return;
    }
    let row = |judged: &RecordJudgement| {
        vec![
            format!("{} · {}", judged.left, judged.right),
            out.words.text(judged.verdict.message_key()),
            judged.reason.clone(),
            judged.user.clone(),
            day(&judged.at),
            judged.commit.to_string(),
        ]
    };
    let rows: Vec<Vec<String>> = identity.judgements.iter().map(row).collect();
    out.table(
        &[
            "column-records",
            "column-verdict",
            "column-reason",
            "column-officer",
            "column-when",
            "column-commit",
        ],
        &rows,
    );
}

/// A judgement for programs.
pub fn as_json(judged: &RecordJudgement) -> Value {
    json!({
        "left": judged.left, "right": judged.right, "verdict": judged.verdict,
        "id": judged.id, "reason": judged.reason, "user": judged.user, "date": judged.at, "commit": judged.commit,
    })
}
