//! `liaison travel`: where not to travel, since when, and who says so.

use anyhow::Result;
use liaison_model::messages::Message;
use liaison_model::values::PartialDate;
use liaison_node::{KnownRestriction, RestrictionWanted, Warning};
use serde_json::json;

use super::compound::told;
use super::open::{Place, reader};
use crate::Done;
use crate::args::places::{Travel, TravelAct, TravelAdd, TravelList};
use crate::out::Out;

pub fn run(place: &Place, options: Travel, out: &Out) -> Result<Done> {
    match options.act {
        TravelAct::List(options) => list(place, &options, out),
        TravelAct::Add(options) => add(place, *options, out),
        TravelAct::Lift(one) => {
            let node = place.write(out)?;
            let said =
                node.lift_restriction(&one.restriction, &one.to, &one.source, &reader(&node))?;
            Ok(told(&node, &said, out))
        }
        TravelAct::TakeBack(one) => {
            let node = place.write(out)?;
            let commit = node.take_back_from_place(&one.entry, &one.reason, &reader(&node))?;
            Ok(super::screening::taken_back(&one.entry, commit, out))
        }
    }
}

fn add(place: &Place, options: TravelAdd, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let wanted = RestrictionWanted {
        title: options.title,
        country: options.country,
        place: options.place,
        kind: options.kind,
        level: options.level,
        rank: options.rank,
        applies_to: options.applies_to,
        issued_by: options.issued_by,
        from: options.from,
        to: options.to,
        source: options.source,
    };
    let said = node.restrict_travel(&wanted, &reader(&node))?;
    Ok(told(&node, &said, out))
}

fn list(place: &Place, options: &TravelList, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let reader = reader(&node);
    let concerning = |warnings: Vec<Warning>| {
        let one = |warning: Warning| (warning.restriction, Some(warning.reach.code()));
        warnings.into_iter().map(one).collect::<Vec<_>>()
    };
    let mut all = match (&options.place, &options.report) {
        (Some(place), _) => concerning(node.restrictions_on(place, &reader)?),
        (None, Some(report)) => concerning(node.warnings_of(report, &reader)?),
        (None, None) => {
            node.restrictions(&reader, None)?.into_iter().map(|one| (one, None)).collect()
        }
    };
    let today = node.today();
    all.retain(|(one, _)| options.ended || one.holds_on(today));
    if out.is_json() {
        for (one, reach) in &all {
            out.value(&json!({
                "id": one.id, "title": one.title, "country": one.country,
                "place": one.place.as_ref().map(|(id, name)| json!({ "id": id, "name": name })),
                "kind": one.kind, "level": one.level, "rank": one.rank,
                "applies_to": one.applies_to, "issued_by": one.issued_by, "source": one.source,
                "from": day(one.from.as_ref()), "to": day(one.to.as_ref()),
                "holds": one.holds_on(today), "reach": reach,
            }));
        }
        return Ok(Done::Clean);
    }
    let rows: Vec<Vec<String>> = all.iter().map(|(one, reach)| row(one, *reach, out)).collect();
    out.table(
        &[
            "column-country",
            "column-place",
            "column-level",
            "column-title",
            "column-when",
            "column-source",
            "column-id",
        ],
        &rows,
    );
    out.line(&out.words.say(&Message::new("restrictions-shown").count("count", all.len() as u64)));
    Ok(Done::Clean)
}

fn row(one: &KnownRestriction, reach: Option<&str>, out: &Out) -> Vec<String> {
    let place = one.place.as_ref().map(|(_, name)| name.clone());
    let place = place.unwrap_or_else(|| out.words.text("restrictions-whole-country"));
    let may_be = match reach {
        Some("touches") => format!(" ({})", out.words.text("care-reach-touches")),
        _ => String::new(),
    };
    let rank = one.rank.map(|rank| format!("{rank}/4 ")).unwrap_or_default();
    vec![
        one.country.to_uppercase(),
        format!("{place}{may_be}"),
        format!("{rank}{}", one.level),
        one.title.clone(),
        format!("{} – {}", day(one.from.as_ref()), day(one.to.as_ref())),
        one.source.clone(),
        one.id.clone(),
    ]
}

fn day(date: Option<&PartialDate>) -> String {
    date.map(ToString::to_string).unwrap_or_default()
}
