//! `liaison compound`: the register of compounds, and what agencies say of each.

use anyhow::Result;
use liaison_casework::{CompoundStatus, State as _, Word, each_last};
use liaison_model::messages::Message;
use liaison_model::values::PartialDate;
use liaison_node::{
    CompoundView, CompoundWanted, CompoundsWanted, Field, KnownCompound, Node, NodeError,
    PlaceSaid, ReportError, StateWanted, Tie, TieWanted,
};
use serde_json::{Value, json};

use super::open::{Place, reader};
use crate::Done;
use crate::args::moment;
use crate::args::places::{
    Compound, CompoundAct, CompoundAdd, CompoundAlias, CompoundList, CompoundShow,
};
use crate::out::Out;

pub fn run(place: &Place, options: Compound, out: &Out) -> Result<Done> {
    match options.act {
        CompoundAct::List(options) => return list(place, options, out),
        CompoundAct::Show(options) => return show(place, &options, out),
        CompoundAct::TakeBack(options) => {
            let node = place.write(out)?;
            let commit =
                node.take_back_from_place(&options.entry, &options.reason, &reader(&node))?;
            return Ok(super::screening::taken_back(&options.entry, commit, out));
        }
        _ => {}
    }
    let node = place.write(out)?;
    let reader = reader(&node);
    let said = match options.act {
        CompoundAct::Add(options) => {
            let to = options.to.clone();
            let wanted = wanted_of(*options);
            match to {
                Some(compound) => node.add_to_compound(&compound, &wanted, &reader)?,
                None => node.add_compound(&wanted, &reader)?,
            }
        }
        CompoundAct::Alias(CompoundAlias { compound, names, language, source }) => {
            let fields = names.into_iter().map(|value| field("alias", value)).collect();
            let wanted = CompoundWanted { fields, lang: language, source, ..Default::default() };
            node.add_to_compound(&compound, &wanted, &reader)?
        }
        CompoundAct::Status(one) => {
            let wanted = StateWanted {
                status: one.status,
                date: one.said.date,
                authority: one.said.authority,
                source: one.said.source,
                reason: one.reason,
            };
            node.set_compound_status(&one.compound, &wanted, &reader)?
        }
        CompoundAct::Link(one) => {
            let wanted = TieWanted {
                kind: one.kind,
                about: one.record,
                text: one.firm,
                phone: one.phone,
                date: one.said.date,
                authority: one.said.authority,
                source: one.said.source,
            };
            node.tie_to_compound(&one.compound, &wanted, &reader)?
        }
        CompoundAct::List(_) | CompoundAct::Show(_) | CompoundAct::TakeBack(_) => {
            return Ok(Done::Clean);
        }
    };
    Ok(told(&node, &said, out))
}

/// Says what was kept of a place, and by which id it is taken back.
pub fn told(node: &Node, said: &PlaceSaid, out: &Out) -> Done {
    let PlaceSaid { id, about, commit } = said;
    if out.is_json() {
        out.value(&json!({ "id": id, "about": about, "commit": commit }));
        return Done::Clean;
    }
    let own = format!("{}:", node.agency());
    let short = |id: &str| id.strip_prefix(&own).unwrap_or(id).to_owned();
    let message = Message::new("compound-said")
        .with("about", short(about))
        .with("id", short(id))
        .with("commit", commit);
    out.line(&out.words.say(&message));
    Done::Clean
}

fn field(name: &str, value: String) -> Field {
    Field { name: name.to_owned(), value }
}

fn wanted_of(options: CompoundAdd) -> CompoundWanted {
    let many = [
        ("name", options.name),
        ("alias", options.alias),
        ("buildings", options.building),
        ("gates", options.gate),
    ];
    let single = [
        ("country", options.country),
        ("place", options.place),
        ("latitude", options.latitude),
        ("longitude", options.longitude),
        ("precision", options.precision),
    ];
    let many = many
        .into_iter()
        .flat_map(|(name, values)| values.into_iter().map(move |value| field(name, value)));
    let single = single.into_iter().filter_map(|(name, value)| Some(field(name, value?)));
    let set = options.set.into_iter().map(|(name, value)| Field { name, value });
    CompoundWanted {
        fields: many.chain(single).chain(set).collect(),
        lang: options.language,
        source: options.source,
        marks: options.handling.unwrap_or_default(),
    }
}

fn list(place: &Place, options: CompoundList, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let status = match &options.status {
        None => None,
        Some(code) => Some(CompoundStatus::read(code).ok_or_else(|| {
            let codes: Vec<&str> = CompoundStatus::ALL.iter().map(|one| one.code()).collect();
            let field = "status".to_owned();
            NodeError::from(ReportError::Code { field, codes: codes.join(", ") })
        })?),
    };
    let wanted = CompoundsWanted {
        text: options.text,
        country: options.country.map(|country| country.to_lowercase()),
        status,
        is_disputed: options.disputed,
        known_on: options.known_on.as_deref().map(moment).transpose()?,
    };
    let found = node.compounds(&reader(&node), &wanted)?;
    if out.is_json() {
        found.rows.iter().for_each(|row| out.value(&row_json(row)));
        return Ok(Done::Clean);
    }
    let row = |row: &KnownCompound| {
        let status = match row.status() {
            Some(word) => {
                let mark = if row.is_disputed() { " ≠" } else { "" };
                let said = out.words.text(&format!("care-compound-{}", word.state.code()));
                format!("{said}{mark} {}", day(word.date.as_ref()))
            }
            None => String::new(),
        };
        vec![
            row.name.clone(),
            row.names.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(" · "),
            row.countries.join(", ").to_uppercase(),
            row.place.as_ref().map(|(_, name)| name.clone()).unwrap_or_default(),
            status,
            row.reports.len().to_string(),
            row.id.to_string(),
        ]
    };
    let rows: Vec<Vec<String>> = found.rows.iter().map(row).collect();
    out.table(
        &[
            "column-name",
            "column-names",
            "column-country",
            "column-place",
            "column-standing",
            "column-reports",
            "column-id",
        ],
        &rows,
    );
    let shown = Message::new("compounds-shown")
        .count("shown", found.rows.len() as u64)
        .count("total", found.total)
        .count("disputed", found.disputed);
    out.line(&out.words.say(&shown));
    Ok(Done::Clean)
}

fn show(place: &Place, options: &CompoundShow, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let view = node.compound(&options.compound, &reader(&node))?;
    if out.is_json() {
        out.value(&view_json(&view));
        return Ok(Done::Clean);
    }
    let headline = Message::new("compound-headline")
        .with("name", &view.compound.name)
        .with("id", &view.compound.id)
        .count("reports", view.reports.len() as u64)
        .with("handling", &view.marks);
    out.line(&out.words.say(&headline));
    let facts: Vec<Vec<String>> = view
        .facts
        .iter()
        .map(|fact| {
            let source = fact.source.clone().unwrap_or_default();
            vec![fact.prop.clone(), fact.value.clone(), source, fact.id.clone()]
        })
        .collect();
    out.table(&["column-property", "column-value", "column-source", "column-statement"], &facts);
    let words: Vec<Vec<String>> =
        view.compound.words.iter().map(|word| word_row(word, out)).collect();
    out.table(
        &[
            "column-when",
            "column-standing",
            "column-agency",
            "column-source",
            "column-reason",
            "column-id",
        ],
        &words,
    );
    if view.compound.is_disputed() {
        out.line(&out.words.text("compound-disputed"));
        for word in each_last(&view.compound.words) {
            let said = Message::new("compound-word")
                .with("authority", &word.authority)
                .with("status", out.words.text(&format!("care-compound-{}", word.state.code())))
                .with("date", day(word.date.as_ref()))
                .with("source", &word.source);
            out.line(&out.words.say(&said));
        }
    }
    tied_tables(&view, out);
    let told = Message::new("compound-proposed").count("count", view.proposed.len() as u64);
    out.line(&out.words.say(&told));
    for proposed in &view.proposed {
        out.line(&format!("{}  {}", proposed.report, proposed.name));
    }
    Ok(Done::Clean)
}

/// What officers tied to a compound, and what was carried out there.
fn tied_tables(view: &CompoundView, out: &Out) {
    let ties: Vec<Vec<String>> = view.ties.iter().map(|tie| tie_row(tie, out)).collect();
    out.table(
        &["column-kind", "column-name", "column-agency", "column-source", "column-id"],
        &ties,
    );
    let raids: Vec<Vec<String>> = view
        .raids
        .iter()
        .map(|raid| {
            let by = raid.rescued_by_nationality.iter();
            let by: Vec<String> = by.map(|(code, count)| format!("{code} {count}")).collect();
            vec![
                raid.date.clone().unwrap_or_default(),
                raid.name.clone(),
                raid.rescued.clone().unwrap_or_default(),
                by.join(", "),
                raid.source.clone(),
            ]
        })
        .collect();
    out.table(
        &[
            "column-when",
            "column-raid",
            "column-brought-out",
            "column-nationality",
            "column-source",
        ],
        &raids,
    );
}

fn word_row(word: &Word<CompoundStatus>, out: &Out) -> Vec<String> {
    vec![
        day(word.date.as_ref()),
        out.words.text(&format!("care-compound-{}", word.state.code())),
        word.authority.clone(),
        word.source.clone(),
        word.reason.clone().unwrap_or_default(),
        word.id.clone(),
    ]
}

fn tie_row(tie: &Tie, out: &Out) -> Vec<String> {
    let about = tie.about.as_ref().map(|(_, _, caption)| caption.text().to_owned());
    let named = about.or_else(|| tie.phone.clone()).unwrap_or_else(|| tie.text.clone());
    vec![
        out.words.text(&format!("care-tie-{}", tie.kind)),
        named,
        tie.authority.clone(),
        tie.source.clone(),
        tie.id.clone(),
    ]
}

fn day(date: Option<&PartialDate>) -> String {
    date.map(ToString::to_string).unwrap_or_default()
}

fn row_json(row: &KnownCompound) -> Value {
    let names: Vec<&str> = row.names.iter().map(|(name, _)| name.as_str()).collect();
    json!({
        "id": row.id, "name": row.name, "names": names, "countries": row.countries,
        "place": row.place.as_ref().map(|(id, name)| json!({ "id": id, "name": name })),
        "status": row.status().map(|word| word.state.code()),
        "since": row.status().map(|word| day(word.date.as_ref())),
        "is_disputed": row.is_disputed(), "reports": row.reports.len(),
        "operations": row.operations,
        "latitude": row.coordinates.map(|point| point.latitude),
        "longitude": row.coordinates.map(|point| point.longitude),
        "precision_metres": row.coordinates.and_then(|point| point.precision_metres),
    })
}

fn view_json(view: &CompoundView) -> Value {
    let words = view.compound.words.iter().map(|word| {
        json!({
            "id": word.id, "status": word.state.code(), "date": day(word.date.as_ref()),
            "authority": word.authority, "source": word.source, "officer": word.officer,
            "reason": word.reason,
        })
    });
    let ties = view.ties.iter().map(|tie| {
        json!({
            "id": tie.id, "kind": tie.kind, "about": tie.about.as_ref().map(|(id, _, _)| id),
            "text": tie.text, "phone": tie.phone, "date": tie.date, "authority": tie.authority,
            "source": tie.source,
        })
    });
    let facts = view.facts.iter().map(|fact| {
        json!({
            "statement": fact.id, "prop": fact.prop, "value": fact.value, "lang": fact.lang,
            "source": fact.source, "originator": fact.originator,
        })
    });
    let raids = view.raids.iter().map(|raid| {
        json!({
            "id": raid.id, "name": raid.name, "date": raid.date, "rescued": raid.rescued,
            "rescued_by_nationality": raid.rescued_by_nationality, "arrested": raid.arrested,
            "arrested_by_nationality": raid.arrested_by_nationality, "source": raid.source,
        })
    });
    let mut value = row_json(&view.compound);
    value["words"] = words.collect();
    value["ties"] = ties.collect();
    value["facts"] = facts.collect();
    value["raids"] = raids.collect();
    value["reports"] =
        view.reports.iter().map(|one| json!({ "report": one.report, "tie": one.tie })).collect();
    value["proposed"] =
        view.proposed.iter().map(|one| json!({ "report": one.report, "name": one.name })).collect();
    value
}
