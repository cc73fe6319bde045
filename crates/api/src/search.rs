//! `/search/{dataset}`: what mentions this, with yente's parameters and answer.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use liaison_model::Reader;
use liaison_model::messages::Catalogue;
use liaison_model::schema;
use liaison_model::schema::names::schema as names;
use liaison_model::values;
use liaison_node::SearchRequest;
use liaison_views::{EntityFilter, Facet, FacetKind};
use serde::Serialize;
use utoipa::openapi::path::{Parameter, ParameterIn};
use utoipa::{IntoParams, ToSchema};

use crate::access::Signed;
use crate::describe::{self, flag, form, query, repeated, short_text, word};
use crate::entity::Entity;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::{LIMIT_DEFAULT, Page, Query, Total, malformed, not_one_of};
use crate::state::ApiState;

/// What was found.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SearchResponse {
    /// The wanted part, best first.
    results: Vec<Entity>,
    /// How many have each value, for every facet that was asked for.
    facets: BTreeMap<String, SearchFacet>,
    limit: usize,
    offset: usize,
    total: Total,
}

/// How many of what was found have each value.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SearchFacet {
    /// What is counted, in the reader's language.
    label: String,
    /// The most frequent values, at most 100.
    values: Vec<SearchFacetItem>,
}

/// How many of what was found have one value.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SearchFacetItem {
    /// The value, as filters take it.
    name: String,
    /// The value for people; a country's is its code.
    label: String,
    count: u64,
}

/// A search as it was asked for.
#[derive(Debug)]
struct Wanted {
    text: String,
    filter: EntityFilter,
    facets: Vec<(&'static str, FacetKind)>,
    page: Page,
}

impl IntoParams for Wanted {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let accepted = "Accepted for yente's clients, without effect: ";
        let dataset = "Dataset to search in; `all` and `default` stand for every one";
        let text = "What to look for, in any script: words, numbers, \"phrases\", at most 32 of \
                    them. Empty lists all that the filters let through. Names of people belong \
                    in the workbench, which sends them in no address";
        let filter = "`field:value`, by schema, countries, datasets or dates. Values of one field \
                      are alternatives; two dates are the ends of a period";
        let mut parameters = vec![
            describe::path("dataset", dataset, "all"),
            query("q", text, short_text(TEXT_CHARS_MAX)),
            query("schema", "Only this schema and those that extend it", describe::schema_name()),
            repeated("countries", "Only these countries", form(&exact(&country_pattern()))),
            repeated("datasets", "Only these datasets", describe::name()),
            repeated("filter", filter, form(&filter_pattern())),
            repeated("facets", "What to count", word(FACETS.map(|(name, _, _)| name))),
            query("filter_op", "How values of one field are joined", word(["OR"])),
            repeated("topics", &format!("{accepted}topics are no filter yet"), short_text(80)),
            repeated("sort", &format!("{accepted}the best comes first"), form(&exact(SORT))),
            query("simple", &format!("{accepted}every query is simple"), flag()),
            query("fuzzy", &format!("{accepted}spellings are always tolerated"), flag()),
        ];
        parameters.extend(describe::page(LIMIT_DEFAULT));
        parameters
    }
}

/// Search
///
/// Finds what mentions a text, in Hangul, Khmer, Thai, Lao, Burmese, Chinese, Japanese and Latin
/// script. People who are covered are found, and shown as `▇▇▇`.
#[utoipa::path(
    get, path = "/search/{dataset}", tag = "Reading", params(Wanted),
    responses((status = 200, description = "What was found", body = SearchResponse))
)]
pub(crate) async fn search(
    State(state): State<Arc<ApiState>>,
    signed: Signed,
    headers: HeaderMap,
    InPath(dataset): InPath,
    query: Query,
) -> Result<Json<SearchResponse>, Problem> {
    let wanted = Wanted::read(query)?;
    let found = move |state: &ApiState| {
        find(state, &signed.reader, &dataset, wanted, state.words(&headers))
    };
    state.ask(found).await.map(Json)
}

impl Wanted {
    fn read(mut query: Query) -> Result<Self, Problem> {
        let mut filter = EntityFilter::default();
        if let Some(name) = query.one("schema")? {
            filter.schemata.push(schema_name("schema", &name)?);
        }
        for country in query.all("countries")? {
            filter.countries.push(country_code("countries", &country)?);
        }
        filter.datasets = query.all("datasets")?;
        if filter.datasets.iter().any(|name| !is_name(name)) {
            return Err(malformed("datasets", "situation-figures"));
        }
        for text in query.all("filter")? {
            add_filter(&mut filter, &text)?;
        }
        let facet = |name: String| {
            let found = FACETS.iter().find(|(known, _, _)| *known == name);
            let known = FACETS.map(|(known, _, _)| known);
            found.map(|(name, kind, _)| (*name, *kind)).ok_or(not_one_of("facets", &known))
        };
        let facets = query.all("facets")?.into_iter().map(facet).collect::<Result<_, _>>()?;
        check_accepted(&mut query)?;
        let text = query.one("q")?.unwrap_or_default();
        let page = query.page(LIMIT_DEFAULT)?;
        query.finish()?;
        Ok(Self { text, filter, facets, page })
    }
}

/// Reads the parameters that yente's clients send and that have no effect here: a wrong one is
/// wrong all the same.
fn check_accepted(query: &mut Query) -> Result<(), Problem> {
    query.flag("simple")?;
    query.flag("fuzzy")?;
    if query.one("filter_op")?.is_some_and(|op| op != "OR") {
        return Err(not_one_of("filter_op", &["OR"]));
    }
    if query.all("topics")?.iter().any(|topic| 80 < topic.chars().count()) {
        return Err(malformed("topics", "sanction"));
    }
    let is_sort = |sort: &String| {
        let field = sort.strip_suffix(":asc").or_else(|| sort.strip_suffix(":desc"));
        let field = field.unwrap_or(sort);
        (1..=64).contains(&field.len())
            && field.bytes().all(|byte| byte.is_ascii_alphabetic() || b"_.".contains(&byte))
    };
    if query.all("sort")?.iter().all(is_sort) {
        Ok(())
    } else {
        Err(malformed("sort", "last_change:desc"))
    }
}

fn add_filter(filter: &mut EntityFilter, text: &str) -> Result<(), Problem> {
    let wrong = || malformed("filter", "countries:kh");
    let (field, value) = text.split_once(':').ok_or_else(wrong)?;
    match field {
        "schema" => filter.schemata.push(schema_name("filter", value)?),
        "countries" => filter.countries.push(country_code("filter", value)?),
        "datasets" if is_name(value) => filter.datasets.push(value.to_owned()),
        "dates" if is_date(value) => {
            let first = filter.date_from.take().into_iter().chain([value.to_owned()]).min();
            let last = filter.date_to.take().into_iter().chain([value.to_owned()]).max();
            (filter.date_from, filter.date_to) = (first, last);
        }
        _ => return Err(wrong()),
    }
    Ok(())
}

fn schema_name(parameter: &str, name: &str) -> Result<String, Problem> {
    match schema::find(name) {
        Some(schema) => Ok(schema.name.to_owned()),
        None => Err(malformed(parameter, "Company")),
    }
}

pub(crate) fn country_code(parameter: &str, text: &str) -> Result<String, Problem> {
    let code = text.to_ascii_lowercase();
    let is_code = values::country_codes().contains(&code.as_str());
    if is_code { Ok(code) } else { Err(malformed(parameter, "kh")) }
}

pub(crate) fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().nth(describe::NAME_CHARS_MAX).is_none()
}

/// A year, a month or a day: `2025`, `2025-10`, `2025-10-17`.
pub(crate) fn is_date(text: &str) -> bool {
    let is_place = |(at, byte): (usize, u8)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    [4, 7, 10].contains(&text.len()) && text.bytes().enumerate().all(is_place)
}

fn find(
    state: &ApiState,
    reader: &Reader,
    dataset: &str,
    wanted: Wanted,
    words: &Catalogue,
) -> Result<SearchResponse, Problem> {
    let Wanted { text, mut filter, facets, page } = wanted;
    let is_one = !EVERY_DATASET.contains(&dataset);
    if is_one && !filter.datasets.is_empty() {
        // Inside one dataset, a list of datasets that leaves it out leaves nothing.
        filter.datasets.retain(|name| name == dataset);
    }
    if is_one && filter.datasets.is_empty() {
        filter.datasets.push(dataset.to_owned());
    }
    if text.trim().is_empty() && filter.schemata.is_empty() {
        filter.schemata = everything_but_records();
    }
    let request = SearchRequest {
        text,
        filter,
        facets: facets.iter().map(|(_, kind)| *kind).collect(),
        known_on: None,
        offset: page.offset,
        limit: page.limit,
        ..SearchRequest::default()
    };
    let answer = state.node().search(&request, reader)?;
    if answer.total == 0 && is_one {
        check_dataset(state, reader, dataset)?;
    }
    let mut results = Vec::with_capacity(answer.hits.len());
    for hit in &answer.hits {
        let entity = Entity::of(&hit.entity, state)?;
        let is_scored = !request.text.trim().is_empty();
        results.push(if is_scored { entity.found(hit) } else { entity });
    }
    let facets = facets.iter().zip(&answer.facets);
    let facets =
        facets.map(|((name, _), (kind, values))| ((*name).to_owned(), facet(*kind, values, words)));
    let total = Total::exactly(answer.total);
    let (limit, offset) = (page.limit, page.offset);
    Ok(SearchResponse { results, facets: facets.collect(), limit, offset, total })
}

/// What nobody searches for when nothing is said: entries about the journal itself.
fn everything_but_records() -> Vec<String> {
    let schemata = schema::all().iter().filter(|schema| !schema.is_a(names::RECORD));
    schemata.map(|schema| schema.name.to_owned()).collect()
}

/// Refuses a dataset of which the reader may see nothing.
pub(crate) fn check_dataset(state: &ApiState, reader: &Reader, name: &str) -> Result<(), Problem> {
    let filter = EntityFilter { datasets: vec![name.to_owned()], ..EntityFilter::default() };
    match state.node().count(&filter, reader)? {
        0 => Err(Problem::no_dataset(name)),
        _ => Ok(()),
    }
}

fn facet(kind: FacetKind, values: &[Facet], words: &Catalogue) -> SearchFacet {
    let label = |value: &str| match kind {
        FacetKind::Schema => schema::find(value).map_or(value, |schema| schema.plural).to_owned(),
        FacetKind::Country => value.to_ascii_uppercase(),
        FacetKind::Dataset | FacetKind::Date => value.to_owned(),
    };
    let item = |facet: &Facet| SearchFacetItem {
        name: facet.value.clone(),
        label: label(&facet.value),
        count: facet.entities,
    };
    let key = FACETS.iter().find(|(_, known, _)| *known == kind).map_or("", |(_, _, key)| *key);
    let values = values.iter().take(FACET_VALUES_MAX).map(item).collect();
    SearchFacet { label: words.text(key), values }
}

pub(crate) fn exact(pattern: &str) -> String {
    format!("^{pattern}$")
}

pub(crate) fn country_pattern() -> String {
    format!("({})", values::country_codes().join("|"))
}

fn filter_pattern() -> String {
    let schemata: Vec<&str> = schema::all().iter().map(|schema| schema.name).collect();
    let schemata = schemata.join("|");
    let country = country_pattern();
    let name = format!(".{{1,{}}}", describe::NAME_CHARS_MAX);
    exact(&format!("(schema:({schemata})|countries:{country}|datasets:{name}|dates:{DATE})"))
}

/// What can be counted: its name here, what it is, and the key of its label. Dates cannot: a list
/// of them would name the birth dates of people who are covered.
const FACETS: [(&str, FacetKind, &str); 3] = [
    ("countries", FacetKind::Country, "facet-country"),
    ("datasets", FacetKind::Dataset, "facet-dataset"),
    ("schema", FacetKind::Schema, "facet-schema"),
];
/// Names that stand for every dataset.
pub(crate) const EVERY_DATASET: [&str; 2] = ["all", "default"];
/// Longest text, as the index has it.
const TEXT_CHARS_MAX: usize = 400;
const FACET_VALUES_MAX: usize = 100;
pub(crate) const DATE: &str = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";
const SORT: &str = "[A-Za-z_.]{1,64}(:(asc|desc))?";
