//! `liaison search`: what mentions this?

use anyhow::Result;
use liaison_model::messages::Message;
use liaison_node::{SearchHit, SearchRequest};
use liaison_views::{EntityFilter, FacetKind};
use serde_json::json;

use super::open::{Place, reader};
use crate::Done;
use crate::args::{Filter, Search, moment};
use crate::out::Out;

pub fn run(place: &Place, options: &Search, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let reader = reader(&node);
    let facets = if options.facets { ALL_FACETS.to_vec() } else { Vec::new() };
    let request = SearchRequest {
        text: options.words.clone(),
        filter: node.checked(&filter(&options.filter), &reader)?,
        facets,
        known_on: options.known_on.as_deref().map(moment).transpose()?,
        offset: options.offset,
        limit: options.limit,
        ..SearchRequest::default()
    };
    let answer = node.search(&request, &reader)?;
    if out.is_json() {
        answer.hits.iter().for_each(|hit| out.value(&as_json(hit)));
        for (kind, values) in &answer.facets {
            let name = facet_name(*kind);
            values.iter().take(FACET_VALUES_MAX).for_each(|facet| {
                out.value(
                    &json!({ "facet": name, "value": facet.value, "entities": facet.entities }),
                );
            });
        }
        return Ok(Done::Clean);
    }
    if answer.total == 0 {
        out.line(&out.words.text("search-nothing"));
        return Ok(Done::Clean);
    }
    if answer.hits.is_empty() {
        let message = Message::new("search-none-shown").count("total", answer.total);
        out.line(&out.words.say(&message));
        return Ok(Done::Clean);
    }
    let rows: Vec<Vec<String>> = answer.hits.iter().map(|hit| row(hit, out)).collect();
    out.table(&["column-caption", "column-schema", "column-id", "column-matched"], &rows);
    if answer.relaxed {
        out.note(&Message::new("search-relaxed"));
    }
    out.note(
        &Message::new("search-count")
            .count("shown", answer.hits.len() as u64)
            .count("total", answer.total),
    );
    for (kind, values) in &answer.facets {
        let values: Vec<String> = values
            .iter()
            .take(FACET_VALUES_MAX)
            .map(|facet| format!("{} {}", facet.value, facet.entities))
            .collect();
        out.line(&format!("{}: {}", out.words.text(facet_key(*kind)), values.join(" · ")));
    }
    Ok(Done::Clean)
}

/// The options of a filter.
pub fn filter(options: &Filter) -> EntityFilter {
    EntityFilter {
        schemata: options.schema.clone(),
        datasets: options.dataset.clone(),
        countries: options.country.clone(),
        date_from: options.from.clone(),
        date_to: options.to.clone(),
    }
}

fn as_json(hit: &SearchHit) -> serde_json::Value {
    let highlights: Vec<_> = hit
        .highlights
        .iter()
        .map(|highlight| {
            let ranges: Vec<_> = highlight.ranges.iter().map(|r| [r.start, r.end]).collect();
            json!({
                "prop": highlight.prop, "value": highlight.value.text(), "ranges": ranges,
                "spelling": highlight.is_spelling,
            })
        })
        .collect();
    json!({
        "id": hit.entity.id,
        "schema": hit.entity.schema,
        "caption": hit.entity.caption.text(),
        "score": hit.score,
        "joined": hit.joined,
        "highlights": highlights,
    })
}

fn row(hit: &SearchHit, out: &Out) -> Vec<String> {
    let matched = hit.highlights.first().map(|highlight| {
        let value = highlight.value.text();
        let mut marked = String::new();
        let mut end = 0;
        for range in &highlight.ranges {
            marked.push_str(&value[end..range.start]);
            marked.push('[');
            marked.push_str(&value[range.clone()]);
            marked.push(']');
            end = range.end;
        }
        marked.push_str(&value[end..]);
        let marked = shortened(&marked);
        match highlight.is_spelling {
            true => format!("{marked} ({})", out.words.text("search-spelling")),
            false => marked,
        }
    });
    let mut caption = shortened(hit.entity.caption.text());
    if 0 < hit.joined {
        let joined = Message::new("search-joined").count("others", hit.joined as u64);
        caption.push_str(&format!(" ({})", out.words.say(&joined)));
    }
    vec![caption, hit.entity.schema.clone(), hit.entity.id.to_string(), matched.unwrap_or_default()]
}

fn shortened(text: &str) -> String {
    let mut characters = text.chars();
    let start: String = characters.by_ref().take(CELL_CHARS_MAX).collect();
    if characters.next().is_some() { format!("{start}…") } else { start }
}

/// Its name in JSON.
fn facet_name(kind: FacetKind) -> &'static str {
    match kind {
        FacetKind::Schema => "schema",
        FacetKind::Dataset => "dataset",
        FacetKind::Country => "country",
        FacetKind::Date => "date",
    }
}

fn facet_key(kind: FacetKind) -> &'static str {
    match kind {
        FacetKind::Schema => "facet-schema",
        FacetKind::Dataset => "facet-dataset",
        FacetKind::Country => "facet-country",
        FacetKind::Date => "facet-date",
    }
}

const ALL_FACETS: &[FacetKind] = &[FacetKind::Schema, FacetKind::Dataset, FacetKind::Country];
const FACET_VALUES_MAX: usize = 12;
const CELL_CHARS_MAX: usize = 80;
