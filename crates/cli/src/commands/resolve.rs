//! `liaison resolve`: pairs of records that may be one, and why.

use anyhow::Result;
use liaison_model::messages::{Catalogue, Message};
use liaison_node::reading::StatementView;
use liaison_node::who::{Candidate, CandidateRequest, Candidates, Reason};
use serde_json::{Value, json};

use super::open::{Place, reader};
use super::search::filter;
use crate::Done;
use crate::args::resolving::Resolve;
use crate::out::Out;

pub fn run(place: &Place, options: &Resolve, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let reader = reader(&node);
    let request = CandidateRequest {
        filter: node.checked(&filter(&options.filter), &reader)?,
        probability_min: options.at_least,
        since: options.since,
        offset: options.offset,
        limit: options.limit,
    };
    let found = node.candidates(&request, &reader)?;
    if options.over_common {
        over_common(&found, out);
        return Ok(Done::Clean);
    }
    if out.is_json() {
        found.candidates.iter().for_each(|candidate| out.value(&as_json(candidate, &out.words)));
        return Ok(Done::Clean);
    }
    if found.total == 0 {
        let message = Message::new("resolve-nothing").count("records", found.records);
        out.line(&out.words.say(&message));
        return Ok(Done::Clean);
    }
    let rows: Vec<Vec<String>> =
        found.candidates.iter().map(|candidate| row(candidate, out)).collect();
    out.table(&["column-probability", "column-records", "column-names", "column-why"], &rows);
    let shown = found.candidates.len() as u64;
    let message = Message::new("resolve-count")
        .count("shown", shown)
        .count("total", found.total)
        .count("records", found.records);
    out.note(&out_of(message, &found));
    Ok(Done::Clean)
}

/// The count with how many values were left aside.
fn out_of(message: Message, found: &Candidates) -> Message {
    message.count("common", found.over_common.len() as u64)
}

fn row(candidate: &Candidate, out: &Out) -> Vec<String> {
    let Candidate { left, right, probability, reasons, .. } = candidate;
    vec![
        format!("{probability:.3}"),
        format!("{}\n{}", left.id, right.id),
        format!("{}\n{}", left.caption.text(), right.caption.text()),
        reasons.iter().map(|reason| words_of(reason, &out.words)).collect::<Vec<_>>().join("; "),
    ]
}

fn over_common(found: &Candidates, out: &Out) {
    for common in &found.over_common {
        let StatementView { prop, value, .. } = &common.statement;
        if out.is_json() {
            let line = json!({ "prop": prop, "value": value.text(), "values": common.values });
            out.value(&line);
        } else {
            let message = Message::new("resolve-over-common")
                .with("property", prop)
                .with("value", value.text())
                .count("values", common.values);
            out.line(&out.words.say(&message));
        }
    }
    if found.over_common.is_empty() && !out.is_json() {
        out.line(&out.words.text("resolve-over-common-none"));
    }
}

/// What one kind of value says, in words.
fn words_of(reason: &Reason, words: &Catalogue) -> String {
    agreement(reason.kind.message_key(), reason.message_key, reason.weight, words)
}

/// `name: one name (+4.1)`.
pub fn agreement(kind: &str, level: &str, weight: f32, words: &Catalogue) -> String {
    format!("{}: {} ({weight:+.1})", words.text(kind), words.text(level))
}

fn as_json(candidate: &Candidate, words: &Catalogue) -> Value {
    let record = |view: &liaison_node::reading::EntityView| json!({ "id": view.id, "schema": view.schema, "caption": view.caption.text() });
    let value = |statement: &Option<StatementView>| {
        statement.as_ref().map(|s| json!({ "prop": s.prop, "value": s.value.text() }))
    };
    let reason = |reason: &Reason| {
        json!({
            "kind": short(reason.kind.message_key()), "agreement": short(reason.message_key),
            "weight": reason.weight, "left": value(&reason.left), "right": value(&reason.right),
            "words": words_of(reason, words),
        })
    };
    json!({
        "left": record(&candidate.left),
        "right": record(&candidate.right),
        "probability": candidate.probability,
        "bits": candidate.bits,
        "start": Candidate::PRIOR_BITS,
        "reasons": candidate.reasons.iter().map(reason).collect::<Vec<_>>(),
    })
}

/// A key of the catalogue without the room that it belongs to.
pub fn short(key: &'static str) -> &'static str {
    let rooms = ["link-kind-", "link-level-", "names-state-"];
    rooms.iter().find_map(|room| key.strip_prefix(room)).unwrap_or(key)
}
