//! `liaison show`: one entity with every claim about it.

use anyhow::Result;
use liaison_model::messages::Message;
use liaison_model::{Purpose, schema};
use liaison_node::reading::{EntityView, RemovedView, StatementView};
use liaison_node::{ShowOptions, Uncovering};
use serde_json::json;

use super::history::{day, removed_message};
use super::judge;
use super::open::Place;
use crate::Done;
use crate::args::{Show, moment};
use crate::out::Out;

pub fn run(place: &Place, options: &Show, out: &Out) -> Result<Done> {
    // A look in an emergency is to rescue somebody, and is written like any other.
    let purpose = options.emergency.as_ref().map(|_| Purpose::Rescue).or(options.reveal);
    let (node, reader) = place.read_for(purpose, out)?;
    let known_on = options.known_on.as_deref().map(moment).transpose()?;
    let uncover = match &options.emergency {
        Some(reason) => Uncovering::InEmergency { reason: reason.clone() },
        None if options.reveal.is_some() => Uncovering::ForPurpose,
        None => Uncovering::No,
    };
    let show = ShowOptions { known_on, uncover, route: "show" };
    let view = node.show(&options.id, &reader, &show)?;
    if purpose.is_some() {
        node.checkpoint_looks()?;
    }
    let identity = node.identity(&options.id, &reader, known_on)?;
    let adjacent = match options.adjacent {
        true => node.adjacent(&options.id, &reader, ADJACENT_MAX)?,
        false => Vec::new(),
    };
    if out.is_json() {
        let mut value = as_json(&view);
        value["adjacent"] = adjacent
            .iter()
            .map(|a| json!({ "prop": a.prop, "entity": as_json(&a.entity) }))
            .collect();
        let others = identity.others.iter().map(|other| other.id.to_string());
        value["one_with"] = others.collect();
        value["judgements"] = identity.judgements.iter().map(judge::as_json).collect();
        out.value(&value);
        return Ok(Done::Clean);
    }
    out.line(&format!("{}  {}  {}", view.caption.text(), view.schema, view.id));
    let rows: Vec<Vec<String>> = view.statements.iter().map(|s| row(&view, s, out)).collect();
    out.table(
        &[
            "column-property",
            "column-value",
            "column-source",
            "column-grade",
            "column-handling",
            "column-statement",
        ],
        &rows,
    );
    for removed in &view.removed {
        let ending = &removed.ending;
        let message = removed_message(ending.on, ending.by, ending.authority.as_deref());
        out.line(&format!("{}  [{}]", out.words.say(&message), removed.id));
    }
    judge::show(&identity, out);
    if !adjacent.is_empty() {
        let row = |a: &liaison_node::Adjacent| {
            let entity = &a.entity;
            vec![
                a.prop.clone(),
                entity.caption.text().to_owned(),
                entity.schema.clone(),
                entity.id.to_string(),
            ]
        };
        let rows: Vec<Vec<String>> = adjacent.iter().map(row).collect();
        out.table(&["column-property", "column-caption", "column-schema", "column-id"], &rows);
    }
    Ok(Done::Clean)
}

pub fn as_json(view: &EntityView) -> serde_json::Value {
    json!({
        "id": view.id,
        "schema": view.schema,
        "caption": view.caption.text(),
        "statements": view.statements.iter().map(statement_json).collect::<Vec<_>>(),
        "removed": view.removed.iter().map(removed_json).collect::<Vec<_>>(),
    })
}

pub fn statement_json(statement: &StatementView) -> serde_json::Value {
    json!({
        "id": statement.id,
        "schema": statement.schema,
        "prop": statement.prop,
        "value": statement.value.text(),
        "original": statement.original.as_ref().map(|original| original.text()),
        "lang": statement.lang,
        "dataset": statement.dataset,
        "source": statement.source,
        "as_of": statement.as_of,
        "seen": statement.seen,
        "grade": statement.grade,
        "originator": statement.originator,
        "marks": statement.marks,
        "commit": statement.commit,
        "withdrawn_by": statement.withdrawn_by,
        "withdrawn_on": statement.withdrawn_on,
    })
}

/// What is left of a statement that was there at the moment that is read.
fn removed_json(removed: &RemovedView) -> serde_json::Value {
    let ending = &removed.ending;
    json!({
        "id": removed.id, "commit": removed.commit, "removed_by": ending.by,
        "removed_on": ending.on, "authority": ending.authority,
    })
}

fn row(view: &EntityView, statement: &StatementView, out: &Out) -> Vec<String> {
    let property = schema::find(&view.schema).and_then(|s| s.property(&statement.prop));
    let label = property.map_or(statement.prop.as_str(), |property| property.label);
    let label = out.words.term(&format!("prop-{}", statement.prop), label);
    let mut value = statement.value.text().to_owned();
    if let Some(original) = statement.original.as_ref().filter(|o| !o.is_covered()) {
        value.push_str(&format!(" ({})", original.text()));
    }
    if let (Some(by), Some(on)) = (statement.withdrawn_by, &statement.withdrawn_on) {
        let message = Message::new("show-withdrawn").with("on", day(on)).with("by", by);
        value.push_str(&format!(" [{}]", out.words.say(&message)));
    }
    let source = statement.source.as_deref().unwrap_or(&statement.dataset);
    let as_of = statement.as_of.as_deref().map(|date| format!(" · {date}")).unwrap_or_default();
    vec![
        label.into_owned(),
        value,
        format!("{source}{as_of}"),
        statement.grade.clone().unwrap_or_default(),
        handling(statement),
        statement.id.to_string(),
    ]
}

fn handling(statement: &StatementView) -> String {
    if statement.marks.is_originator_only() {
        format!("{} only", statement.originator)
    } else {
        statement.marks.to_string()
    }
}

const ADJACENT_MAX: usize = 200;
