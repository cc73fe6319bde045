//! `liaison operation` and `liaison manifest`: what was carried out, who was found, who goes home.

use anyhow::Result;
use liaison_casework::State as _;
use liaison_model::messages::Message;
use liaison_node::{
    CountWanted, Existing, FindWanted, KnownManifest, KnownOperation, ManifestView, ManifestWanted,
    NewFile, OperationView, OperationWanted, StateWanted,
};
use serde_json::{Value, json};

use super::compound::{day, told};
use super::open::{Place, reader};
use super::screening::{person_rows, taken_back};
use crate::Done;
use crate::args::operations::{
    Manifest, ManifestAct, ManifestCsv, Operation, OperationAct, StateEnter,
};
use crate::out::Out;

pub fn operation(place: &Place, options: Operation, out: &Out) -> Result<Done> {
    match options.act {
        OperationAct::List => return list(place, out),
        OperationAct::Show(one) => return show(place, &one.operation, out),
        OperationAct::TakeBack(one) => {
            let node = place.write(out)?;
            let commit = node.take_back_from_place(&one.entry, &one.reason, &reader(&node))?;
            return Ok(taken_back(&one.entry, commit, out));
        }
        _ => {}
    }
    let node = place.write(out)?;
    let reader = reader(&node);
    let said = match options.act {
        OperationAct::Plan(one) => {
            let wanted = OperationWanted {
                name: one.name,
                kind: one.kind,
                date: one.date,
                place: one.place,
                agencies: one.agencies,
                plan: one.plan,
                case: one.case,
            };
            node.plan_operation(&wanted, &reader)?
        }
        OperationAct::State(one) => {
            let (about, wanted) = wanted_state(one);
            node.set_operation_state(&about, &wanted, &reader)?
        }
        OperationAct::Count(one) => {
            let wanted = CountWanted {
                role: one.role,
                nationality: one.nationality,
                people: one.people,
                date: one.date,
                authority: one.authority,
                source: one.source,
            };
            node.count_in_operation(&one.operation, &wanted, &reader)?
        }
        OperationAct::Find(one) => {
            let wanted = FindWanted {
                kind: one.kind,
                about: one.record,
                text: one.what,
                exhibit: one.exhibit,
            };
            node.find_in_operation(&one.operation, &wanted, &reader)?
        }
        _ => return Ok(Done::Clean),
    };
    Ok(told(&node, &said, out))
}

fn wanted_state(one: StateEnter) -> (String, StateWanted) {
    let StateEnter { about, state, date, authority, reason } = one;
    let source = String::new();
    (about, StateWanted { status: state, date, authority, source, reason })
}

fn list(place: &Place, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let all = node.operations(&reader(&node))?;
    if out.is_json() {
        all.iter().for_each(|one| out.value(&operation_json(one)));
        return Ok(Done::Clean);
    }
    let row = |one: &KnownOperation| {
        let state = one.state().map(|word| {
            let mark = if one.is_disputed() { " ≠" } else { "" };
            format!("{}{mark}", out.words.text(&format!("care-operation-{}", word.state.code())))
        });
        vec![
            day(one.date.as_ref()),
            one.name.clone(),
            one.place.as_ref().map(|(_, name)| name.clone()).unwrap_or_default(),
            state.unwrap_or_default(),
            one.id.to_string(),
        ]
    };
    let rows: Vec<Vec<String>> = all.iter().map(row).collect();
    out.table(
        &["column-when", "column-name", "column-place", "column-standing", "column-id"],
        &rows,
    );
    Ok(Done::Clean)
}

fn show(place: &Place, id: &str, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let view = node.operation(id, &reader(&node))?;
    if out.is_json() {
        out.value(&view_json(&view));
        return Ok(Done::Clean);
    }
    let OperationView { operation, counts, finds, people, .. } = &view;
    let headline = Message::new("operation-headline")
        .with("name", &operation.name)
        .with("date", day(operation.date.as_ref()))
        .with("agencies", operation.agencies.join(", "));
    out.line(&out.words.say(&headline));
    if let Some(plan) = &operation.plan {
        out.line(plan);
    }
    let mut rows = Vec::new();
    for count in counts {
        for told in &count.told {
            let mark = if count.is_disputed() { " ≠" } else { "" };
            rows.push(vec![
                out.words.text(&format!("care-found-{}", count.role)),
                count.nationality.clone().unwrap_or_default().to_uppercase(),
                format!("{}{mark}", told.people),
                told.date.clone().unwrap_or_default(),
                told.authority.clone(),
                told.source.clone(),
                told.id.clone().unwrap_or_default(),
            ]);
        }
    }
    out.table(
        &[
            "column-kind",
            "column-nationality",
            "column-counted",
            "column-when",
            "column-agency",
            "column-source",
            "column-id",
        ],
        &rows,
    );
    let rows: Vec<Vec<String>> = finds
        .iter()
        .map(|find| {
            let about = find.about.as_ref().map(|(id, _, _)| id.clone()).unwrap_or_default();
            let kind = out.words.text(&format!("care-find-{}", find.kind));
            let exhibit = find.exhibit.clone().unwrap_or_default();
            vec![kind, about, find.text.clone(), exhibit, find.id.clone()]
        })
        .collect();
    out.table(&["column-kind", "column-records", "column-note", "column-hash", "column-id"], &rows);
    people.iter().for_each(|person| person_rows(person, out));
    Ok(Done::Clean)
}

fn operation_json(one: &KnownOperation) -> Value {
    json!({
        "id": one.id, "name": one.name, "kind": one.kind, "date": day(one.date.as_ref()),
        "place": one.place.as_ref().map(|(id, name)| json!({ "id": id, "name": name })),
        "agencies": one.agencies, "plan": one.plan,
        "state": one.state().map(|word| word.state.code()), "is_disputed": one.is_disputed(),
    })
}

fn view_json(view: &OperationView) -> Value {
    let counts = view.counts.iter().map(|count| {
        let told = count.told.iter().map(|told| {
            json!({
                "id": told.id, "people": told.people, "date": told.date,
                "authority": told.authority, "source": told.source,
            })
        });
        json!({
            "role": count.role, "nationality": count.nationality,
            "is_disputed": count.is_disputed(), "told": told.collect::<Vec<_>>(),
        })
    });
    let finds = view.finds.iter().map(|find| {
        json!({
            "id": find.id, "kind": find.kind, "text": find.text, "exhibit": find.exhibit,
            "about": find.about.as_ref().map(|(id, _, _)| id), "officer": find.officer,
        })
    });
    let mut value = operation_json(&view.operation);
    value["counts"] = counts.collect();
    value["finds"] = finds.collect();
    value["people"] = view.people.iter().map(super::screening::tracks_json).collect();
    value["manifests"] = view.manifests.iter().map(|(_, number)| json!(number)).collect();
    value
}

pub fn manifest(place: &Place, options: Manifest, out: &Out) -> Result<Done> {
    match options.act {
        ManifestAct::List => manifests(place, out),
        ManifestAct::Show(one) => show_manifest(place, &one.manifest, out),
        ManifestAct::Csv(one) => write_csv(place, &one, out),
        ManifestAct::TakeBack(one) => {
            let node = place.write(out)?;
            let commit = node.take_back_from_place(&one.entry, &one.reason, &reader(&node))?;
            Ok(taken_back(&one.entry, commit, out))
        }
        ManifestAct::Open(one) => {
            let node = place.write(out)?;
            let wanted = ManifestWanted {
                title: one.title,
                flight: one.flight,
                date: one.date,
                from: one.from,
                to: one.to,
                operation: one.operation,
            };
            let said = node.open_manifest(&wanted, &reader(&node))?;
            Ok(told(&node, &said, out))
        }
        ManifestAct::Add(one) => {
            let node = place.write(out)?;
            for person in &one.people {
                let said = node.list_on_manifest(&one.manifest, person, &reader(&node))?;
                told(&node, &said, out);
            }
            Ok(Done::Clean)
        }
        ManifestAct::Stage(one) => {
            let node = place.write(out)?;
            let (about, wanted) = wanted_state(one);
            let said = node.set_manifest_stage(&about, &wanted, &reader(&node))?;
            Ok(told(&node, &said, out))
        }
    }
}

fn manifests(place: &Place, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let all = node.manifests(&reader(&node))?;
    if out.is_json() {
        all.iter().for_each(|one| out.value(&manifest_json(one)));
        return Ok(Done::Clean);
    }
    let row = |one: &KnownManifest| {
        let stages = one.by_stage.iter().map(|(stage, count)| {
            format!("{} {count}", out.words.text(&format!("care-manifest-{}", stage.code())))
        });
        vec![
            one.number.clone(),
            one.title.clone(),
            one.flight.clone().unwrap_or_default(),
            one.date.clone().unwrap_or_default(),
            stages.collect::<Vec<_>>().join(", "),
        ]
    };
    let rows: Vec<Vec<String>> = all.iter().map(row).collect();
    out.table(
        &["column-id", "column-title", "column-flight", "column-when", "column-stage"],
        &rows,
    );
    Ok(Done::Clean)
}

fn show_manifest(place: &Place, text: &str, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let view = node.manifest(text, &reader(&node))?;
    if out.is_json() {
        out.value(&manifest_view_json(&view));
        return Ok(Done::Clean);
    }
    let rows: Vec<Vec<String>> = view
        .passengers
        .iter()
        .map(|one| {
            let result = one.person.tracks.standing().result;
            let age = match one.person.is_child {
                Some(true) => out.words.text("care-age-child"),
                _ => String::new(),
            };
            vec![
                one.person.id.clone(),
                age,
                out.words.text(&format!("care-manifest-{}", one.stage().code())),
                out.words.text(&format!("care-result-{}", result.code())),
                one.id.clone(),
            ]
        })
        .collect();
    out.line(&format!("{}  {}", view.manifest.number, view.manifest.title));
    out.table(
        &["column-records", "column-age", "column-stage", "column-victim-track", "column-id"],
        &rows,
    );
    Ok(Done::Clean)
}

fn write_csv(place: &Place, options: &ManifestCsv, out: &Out) -> Result<Done> {
    let (node, reader) = place.read_for(options.reveal, out)?;
    let view = match options.reveal {
        Some(_) => node.manifest_uncovered(&options.manifest, &reader)?,
        None => node.manifest(&options.manifest, &reader)?,
    };
    let mut file = NewFile::begin(&options.out, Existing::Keep)?;
    let rows = view.write_csv(&mut file)?;
    file.finish()?;
    if out.is_json() {
        let covered = options.reveal.is_none();
        out.value(&json!({ "file": options.out, "rows": rows, "covered": covered }));
        return Ok(Done::Clean);
    }
    let key = match options.reveal {
        Some(_) => "manifest-written",
        None => "manifest-written-covered",
    };
    let said = Message::new(key)
        .with("number", &view.manifest.number)
        .with("file", options.out.display())
        .count("rows", rows);
    out.line(&out.words.say(&said));
    Ok(Done::Clean)
}

fn manifest_json(one: &KnownManifest) -> Value {
    let stages: serde_json::Map<String, Value> =
        one.by_stage.iter().map(|(stage, count)| (stage.code().to_owned(), json!(count))).collect();
    json!({
        "id": one.id, "number": one.number, "title": one.title, "flight": one.flight,
        "date": one.date, "from": one.from, "to": one.to, "operation": one.operation,
        "by_stage": stages,
    })
}

fn manifest_view_json(view: &ManifestView) -> Value {
    let passengers = view.passengers.iter().map(|one| {
        let words = one.words.iter().map(|word| {
            json!({
                "id": word.id, "stage": word.state.code(), "date": day(word.date.as_ref()),
                "authority": word.authority, "officer": word.officer, "reason": word.reason,
            })
        });
        json!({
            "id": one.id, "person": one.person.id, "stage": one.stage().code(),
            "is_child": one.person.is_child,
            "result": one.person.tracks.standing().result,
            "nationalities": one.nationalities, "words": words.collect::<Vec<_>>(),
        })
    });
    let mut value = manifest_json(&view.manifest);
    value["passengers"] = passengers.collect();
    value
}
