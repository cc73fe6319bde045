//! `liaison looks`: who looked at whom, when and for what.

use anyhow::Result;
use liaison_api::looks::LookView;
use liaison_model::messages::Message;
use liaison_model::{CommitNumber, LookEntry};
use liaison_node::LooksWanted;

use super::open::Place;
use super::user::shown;
use crate::Done;
use crate::args::{Looks, first_moment, moment};
use crate::out::Out;

pub fn run(place: &Place, options: Looks, out: &Out) -> Result<Done> {
    let wanted = LooksWanted {
        from: options.from.as_deref().map(first_moment).transpose()?,
        to: options.to.as_deref().map(moment).transpose()?,
        officer: options.officer,
        record: options.record,
        before: options.before,
        limit: options.limit,
    };
    let found = place.read()?.looks(&wanted)?;
    if out.is_json() {
        found.looks.iter().for_each(|(look, entry)| out.value(&LookView::of(*look, entry)));
        return Ok(Done::Clean);
    }
    if found.looks.is_empty() {
        out.line(&out.words.text("look-none"));
        return Ok(Done::Clean);
    }
    let rows: Vec<Vec<String>> = found.looks.iter().map(row).collect();
    out.table(
        &[
            "column-look",
            "column-time",
            "column-name",
            "column-roles",
            "column-purpose",
            "column-route",
            "column-records",
        ],
        &rows,
    );
    if let Some(next) = found.next {
        out.note(&Message::new("look-more").with("look", next));
    }
    Ok(Done::Clean)
}

fn row((look, entry): &(CommitNumber, LookEntry)) -> Vec<String> {
    let records: Vec<String> = entry.entities.iter().map(ToString::to_string).collect();
    vec![
        look.to_string(),
        shown(entry.at),
        entry.officer.clone(),
        entry.role.clone(),
        entry.purpose.clone(),
        entry.route.clone(),
        records.join(", "),
    ]
}
