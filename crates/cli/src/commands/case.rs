//! `liaison case`: cases, their tasks, entries, evidence and timelines.

use std::fs::{self, File};
use std::io::{self, Write as _};

use anyhow::{Context as _, Result};
use liaison_model::messages::Message;
use liaison_node::{
    CaseFile, CaseSaid, CaseView, CaseWanted, Existing, HandoverAct, KnownCase, NewCase, NewFile,
    Node, TaskChange, TaskWanted,
};
use serde_json::json;

use super::open::{Place, reader};
use super::screening::person_rows;
use crate::Done;
use crate::args::care::{
    Case, CaseAct, CaseExport, CaseHandOver, CaseImport, CaseLink, CaseList, CaseOpen, CaseShow,
    CaseTimeline, EntryTakeBack,
};
use crate::out::Out;

pub fn run(place: &Place, options: Case, out: &Out) -> Result<Done> {
    let said = |node: &Node, said: CaseSaid| Ok(told(node, &said, out));
    match options.act {
        CaseAct::Open(options) => open(place, options, out),
        CaseAct::List(options) => list(place, &options, out),
        CaseAct::Show(options) => show(place, &options, out),
        CaseAct::Link(options) => link(place, &options, out),
        CaseAct::HandOver(options) => hand_over(place, options, out),
        CaseAct::Timeline(options) => timeline(place, &options, out),
        CaseAct::Export(options) => export(place, &options, out),
        CaseAct::Import(options) => import(place, &options, out),
        CaseAct::TakeBack(options) => take_back(place, &options, out),
        act => {
            let node = place.write(out)?;
            let reader = reader(&node);
            let done = match act {
                CaseAct::Task(one) => {
                    let wanted = TaskWanted {
                        title: one.title,
                        group: one.group,
                        assignee: one.assignee,
                        due: one.due,
                    };
                    node.add_task(&one.case, &wanted, &reader)?
                }
                CaseAct::Update(one) => {
                    let change = TaskChange {
                        status: one.status,
                        assignee: one.assignee,
                        due: one.due,
                        reason: one.reason,
                    };
                    node.change_task(&one.task, &change, &reader)?
                }
                CaseAct::Note(one) => node.note_in_case(&one.case, &one.text, &reader)?,
                CaseAct::Decide(one) => {
                    node.decide_in_case(&one.case, &one.text, &one.reason, &reader)?
                }
                CaseAct::Event(one) => {
                    node.event_in_case(&one.case, &one.date, &one.text, &reader)?
                }
                CaseAct::LetIn(one) => {
                    node.let_in(&one.case, &one.officer, &one.reason, &reader)?
                }
                CaseAct::LetOut(one) => {
                    node.let_out(&one.case, &one.officer, &one.reason, &reader)?
                }
                CaseAct::Close(one) => {
                    node.set_case_open(&one.case, false, &one.reason, &reader)?
                }
                CaseAct::Reopen(one) => {
                    node.set_case_open(&one.case, true, &one.reason, &reader)?
                }
                CaseAct::Evidence(one) => {
                    node.add_evidence(&one.case, &one.file, &one.taken_from, &reader)?
                }
                _ => return Ok(Done::Clean),
            };
            said(&node, done)
        }
    }
}

fn told(node: &Node, said: &CaseSaid, out: &Out) -> Done {
    let CaseSaid { id, case, commit } = said;
    if out.is_json() {
        out.value(&json!({ "id": id, "case": case, "commit": commit }));
    } else {
        let own = format!("{}:", node.agency());
        let short = id.strip_prefix(&own).unwrap_or(id);
        let message =
            Message::new("case-said").with("case", case).with("id", short).with("commit", commit);
        out.line(&out.words.say(&message));
    }
    Done::Clean
}

fn open(place: &Place, options: CaseOpen, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let language = out.words.language().to_owned();
    let new = NewCase { template: options.template, title: options.title, language };
    let opened = node.open_case(&new, &reader(&node))?;
    let (case, commit) = (opened.number, opened.commit);
    Ok(told(&node, &CaseSaid { id: opened.id, case, commit }, out))
}

fn list(place: &Place, options: &CaseList, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let wanted = CaseWanted { mine: options.mine, closed: options.closed };
    let cases = node.cases(&reader(&node), &wanted)?;
    if out.is_json() {
        cases.iter().for_each(|case| out.value(&case_json(case)));
        return Ok(Done::Clean);
    }
    if cases.is_empty() {
        out.line(&out.words.text("cases-none"));
        return Ok(Done::Clean);
    }
    let row = |case: &KnownCase| {
        let title = case.title.clone().unwrap_or_else(|| out.words.text("case-not-let-in"));
        let kind = out.words.text(&format!("care-type-{}", case.case_type));
        let open = if case.is_open { "care-status-open" } else { "care-status-closed" };
        vec![
            case.number.clone(),
            title,
            kind,
            out.words.text(open),
            case.lead_officer.clone(),
            case.opened.clone(),
        ]
    };
    let rows: Vec<Vec<String>> = cases.iter().map(row).collect();
    out.table(
        &[
            "column-case",
            "column-title",
            "column-kind",
            "column-open",
            "column-officer",
            "column-when",
        ],
        &rows,
    );
    Ok(Done::Clean)
}

fn case_json(case: &KnownCase) -> serde_json::Value {
    json!({
        "id": case.id, "number": case.number, "title": case.title, "type": case.case_type,
        "severity": case.severity, "lead_officer": case.lead_officer, "opened": case.opened,
        "is_open": case.is_open, "is_member": case.is_member, "tags": case.tags,
        "custom_fields": case.custom_fields, "origin": case.origin, "handling": case.marks,
    })
}

fn show(place: &Place, options: &CaseShow, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let view = node.case(&options.case, &reader(&node))?;
    if out.is_json() {
        out.value(&view_json(&view));
        return Ok(Done::Clean);
    }
    let members: Vec<&str> = view.members.iter().map(|member| &*member.officer).collect();
    let message = Message::new("case-headline")
        .with("number", &view.case.number)
        .with("title", view.case.title.clone().unwrap_or_default())
        .with("members", members.join(", "))
        .with("handling", &view.case.marks);
    out.line(&out.words.say(&message));
    let tasks: Vec<Vec<String>> = view
        .tasks
        .iter()
        .map(|task| {
            let due = task.due.map(|day| day.to_string()).unwrap_or_default();
            let late = if 0 < task.days_late(view.day) { " !" } else { "" };
            vec![
                task.title.clone(),
                out.words.text(&format!("care-task-{}", task.status.code())),
                task.assignee.clone(),
                format!("{due}{late}"),
                task.id.clone(),
            ]
        })
        .collect();
    out.table(
        &["column-title", "column-stage", "column-officer", "column-due", "column-id"],
        &tasks,
    );
    let entries: Vec<Vec<String>> = view
        .entries
        .iter()
        .map(|entry| {
            let text = match (&entry.about, entry.opens) {
                (Some(about), _) => about.clone(),
                (_, Some(_)) => entry.reason.clone(),
                _ => entry.text.clone(),
            };
            vec![
                entry.date.clone().unwrap_or_else(|| entry.entered.to_string()),
                out.words.text(&format!("care-entry-{}", entry.kind.code())),
                text,
                entry.officer.clone(),
                entry.id.clone(),
            ]
        })
        .collect();
    out.table(
        &["column-when", "column-kind", "column-note", "column-officer", "column-id"],
        &entries,
    );
    let evidence: Vec<Vec<String>> = view
        .evidence
        .iter()
        .map(|kept| {
            let hash = kept.exhibit.chars().take(HASH_SHOWN).collect();
            vec![kept.file_name.clone(), hash, kept.holder.clone(), kept.id.clone()]
        })
        .collect();
    out.table(&["column-file", "column-hash", "column-holder", "column-id"], &evidence);
    view.people.iter().for_each(|person| person_rows(person, out));
    Ok(Done::Clean)
}

fn view_json(view: &CaseView) -> serde_json::Value {
    let tasks = view.tasks.iter().map(|task| {
        json!({
            "id": task.id, "title": task.title, "group": task.group, "status": task.status,
            "assignee": task.assignee, "due": task.due.map(|day| day.to_string()),
            "days_late": task.days_late(view.day), "steps": task.steps.len(),
        })
    });
    let entries = view.entries.iter().map(|entry| {
        json!({
            "id": entry.id, "kind": entry.kind, "date": entry.date, "text": entry.text,
            "label": entry.label, "reason": entry.reason, "about": entry.about,
            "opens": entry.opens, "officer": entry.officer, "entered": entry.entered,
        })
    });
    let evidence = view.evidence.iter().map(|kept| {
        let words = kept.handovers.iter().map(|word| {
            json!({
                "id": word.id, "act": word.act, "from": word.from, "to": word.to,
                "signed_by": word.signed_by, "reason": word.reason, "commit": word.commit,
            })
        });
        json!({
            "id": kept.id, "sha256": kept.exhibit, "file": kept.file_name, "size": kept.size,
            "holder": kept.holder, "taken_from": kept.taken_from,
            "handovers": words.collect::<Vec<_>>(),
        })
    });
    let members = view.members.iter().map(|member| &member.officer);
    let people = view.people.iter().map(super::screening::tracks_json);
    let mut value = case_json(&view.case);
    value["tasks"] = tasks.collect();
    value["entries"] = entries.collect();
    value["links"] =
        view.links.iter().map(|link| json!({ "id": link.id, "schema": link.schema })).collect();
    value["evidence"] = evidence.collect();
    value["members"] = members.map(|name| json!(name)).collect();
    value["people"] = people.collect();
    value
}

fn link(place: &Place, options: &CaseLink, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    for record in &options.records {
        told(&node, &node.link_to_case(&options.case, record, &reader(&node))?, out);
    }
    Ok(Done::Clean)
}

fn hand_over(place: &Place, options: CaseHandOver, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let act = match (options.to, options.refuse) {
        (Some(to), _) => HandoverAct::Offer { to, reason: options.reason },
        (None, true) => HandoverAct::Refuse { reason: options.reason },
        (None, false) => HandoverAct::Accept,
    };
    let said = node.hand_over(&options.evidence, &act, &reader(&node))?;
    Ok(told(&node, &said, out))
}

fn timeline(place: &Place, options: &CaseTimeline, out: &Out) -> Result<Done> {
    if let Some(path) = &options.import {
        let node = place.write(out)?;
        let file = File::open(path).with_context(|| path.display().to_string())?;
        let brought = node.bring_timeline(&options.case, file, &reader(&node))?;
        if out.is_json() {
            out.value(&json!({
                "case": brought.case, "events": brought.events, "commit": brought.commit,
            }));
        } else {
            let message = Message::new("case-timeline-brought")
                .with("case", &brought.case)
                .count("events", brought.events)
                .with("commit", brought.commit);
            out.line(&out.words.say(&message));
        }
        return Ok(Done::Clean);
    }
    let node = place.read()?;
    let view = node.case(&options.case, &reader(&node))?;
    if let Some(path) = &options.out {
        let mut file = NewFile::begin(path, Existing::Keep)?;
        view.write_timeline(&mut file)?;
        file.finish()?;
    } else if out.is_json() {
        view.timeline().iter().for_each(|row| {
            out.value(&json!({
                "message": row.message, "datetime": row.at, "timestamp_desc": row.label,
            }));
        });
    } else {
        let mut bytes = Vec::new();
        view.write_timeline(&mut bytes)?;
        out.line(io::read_to_string(bytes.as_slice())?.trim_end());
    }
    Ok(Done::Clean)
}

fn export(place: &Place, options: &CaseExport, out: &Out) -> Result<Done> {
    let (node, reader) = place.read_for(options.reveal, out)?;
    let file = node.case_file(&options.case, &reader)?;
    let mut to = NewFile::begin(&options.out, Existing::Keep)?;
    to.write_all(file.write()?.as_bytes())?;
    to.finish()?;
    if out.is_json() {
        out.value(&json!({ "file": options.out, "case": file.number, "covered": file.is_covered }));
    } else {
        let key = if file.is_covered { "case-exported-covered" } else { "case-exported" };
        let message =
            Message::new(key).with("case", &file.number).with("file", options.out.display());
        out.line(&out.words.say(&message));
    }
    Ok(Done::Clean)
}

fn import(place: &Place, options: &CaseImport, out: &Out) -> Result<Done> {
    let text =
        fs::read_to_string(&options.file).with_context(|| options.file.display().to_string())?;
    let file = CaseFile::read(&text)?;
    let node = place.write(out)?;
    let brought = node.bring_case(&file, &reader(&node))?;
    if out.is_json() {
        out.value(&json!({
            "id": brought.id, "case": brought.number, "from": brought.from,
            "entities": brought.entities, "commit": brought.commit,
        }));
    } else {
        let message = Message::new("case-brought")
            .with("case", &brought.number)
            .with("from", &brought.from)
            .count("entities", brought.entities)
            .with("commit", brought.commit);
        out.line(&out.words.say(&message));
    }
    Ok(Done::Clean)
}

fn take_back(place: &Place, options: &EntryTakeBack, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let commit = node.take_back_from_case(&options.entry, &options.reason, &reader(&node))?;
    Ok(super::screening::taken_back(&options.entry, commit, out))
}

const HASH_SHOWN: usize = 16;
