//! `liaison looks`: who looked at whom, when and for what, and what was done with accounts.

use anyhow::Result;
use liaison_api::looks::{ActView, LookView};
use liaison_model::messages::Message;
use liaison_model::{CommitNumber, LookEntry};
use liaison_node::{AccountAct, EntriesWanted};

use super::open::Place;
use super::user::shown;
use crate::Done;
use crate::args::{Looks, first_moment, moment};
use crate::out::Out;

pub fn run(place: &Place, options: Looks, out: &Out) -> Result<Done> {
    let wanted = EntriesWanted {
        from: options.from.as_deref().map(first_moment).transpose()?,
        to: options.to.as_deref().map(moment).transpose()?,
        officer: options.officer,
        about: if options.accounts { options.account } else { options.record },
        before: options.before,
        limit: options.limit,
    };
    if options.accounts { acts(place, &wanted, out) } else { looks(place, &wanted, out) }
}

fn looks(place: &Place, wanted: &EntriesWanted, out: &Out) -> Result<Done> {
    let found = place.read()?.looks(wanted)?;
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
    note_more(found.next, out);
    Ok(Done::Clean)
}

fn acts(place: &Place, wanted: &EntriesWanted, out: &Out) -> Result<Done> {
    let found = place.read()?.account_acts(wanted)?;
    if out.is_json() {
        found.acts.iter().for_each(|(look, act)| out.value(&ActView::of(*look, act)));
        return Ok(Done::Clean);
    }
    if found.acts.is_empty() {
        out.line(&out.words.text("look-act-none"));
        return Ok(Done::Clean);
    }
    let rows: Vec<Vec<String>> = found.acts.iter().map(row_of_act).collect();
    out.table(
        &[
            "column-look",
            "column-time",
            "column-act",
            "column-account",
            "column-author",
            "column-confirmed-by",
            "column-roles",
            "column-scopes",
        ],
        &rows,
    );
    note_more(found.next, out);
    Ok(Done::Clean)
}

fn note_more(next: Option<CommitNumber>, out: &Out) {
    if let Some(next) = next {
        out.note(&Message::new("look-more").with("look", next));
    }
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

fn row_of_act((look, act): &(CommitNumber, AccountAct)) -> Vec<String> {
    vec![
        look.to_string(),
        shown(act.at),
        act.kind.clone(),
        act.account.clone(),
        act.officer.clone().unwrap_or_default(),
        act.confirmed_by.clone().unwrap_or_default(),
        act.roles.join(", "),
        act.scopes.join(", "),
    ]
}
