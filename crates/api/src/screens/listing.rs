//! `/search.json` and `/search/{id}.json`: what was found, with facets that filter; and the same
//! list as a table to take along.

use std::collections::BTreeSet;
use std::io::Cursor;
use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use liaison_formats::{TableFormat, write_table};
use liaison_model::messages::Catalogue;
use liaison_model::schema::names::schema as names;
use liaison_model::schema::{self, PropType};
use liaison_model::{Instant, Reader, Tlp};
use liaison_node::reading::{EntityView, Shown};
use liaison_node::{Highlight, NodeError, SearchAnswer, SearchHit, SearchRequest};
use liaison_policy::Operation;
use liaison_views::{EntityFilter, FacetKind};
use serde::Serialize;
use utoipa::openapi::path::{Parameter, ParameterIn};
use utoipa::{IntoParams, ToSchema};

use super::parts::{Handling, Text};
use super::situation::known_on;
use crate::access::Signed;
use crate::describe::{self, form, query, repeated, word};
use crate::problem::Problem;
use crate::query::{Page, Query, malformed, not_one_of};
use crate::search::{DATE, country_code, country_pattern, exact, is_date, is_name};
use crate::state::ApiState;

/// What was found.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SearchScreen {
    /// The search; absent where everything is listed.
    id: Option<String>,
    /// What is looked for.
    text: String,
    /// The name under which it was saved.
    name: Option<String>,
    results: Vec<Row>,
    /// How many there are in all.
    total: u64,
    limit: usize,
    offset: usize,
    /// Whether nothing had every word, so that these have only some.
    relaxed: bool,
    /// Why there is nothing, where the text has neither words nor numbers.
    note: Option<String>,
    facets: Facets,
    /// The strictest handling of the rows.
    handling: Option<Handling>,
    /// How long the node took, in milliseconds.
    took_ms: u64,
}

/// One entity in a list. People are covered.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Row {
    id: String,
    schema: String,
    label: String,
    caption: Text,
    /// Other names, at most three.
    names: Vec<Text>,
    countries: Vec<String>,
    topics: Vec<String>,
    /// The first and the last date that its statements give and that are open.
    dates: Vec<String>,
    statements: u64,
    sources: u64,
    handling: Handling,
    /// What matched.
    highlights: Vec<Hit>,
    /// How many other records were judged to be one with it.
    joined: u64,
}

/// A value that matched.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Hit {
    prop: String,
    label: String,
    value: Text,
    /// Where, in UTF-16 units.
    #[schema(value_type = Vec<Vec<u64>>)]
    ranges: Vec<[u64; 2]>,
    /// Whether it is only said like what was looked for.
    spelling: bool,
}

/// Counts by value.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Facets {
    schema: Vec<FacetItem>,
    country: Vec<FacetItem>,
    dataset: Vec<FacetItem>,
    handling: Vec<FacetItem>,
}

/// How many have one value.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FacetItem {
    value: String,
    label: String,
    count: u64,
}

/// A search as its address says it.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    filter: EntityFilter,
    handling: Vec<Option<Tlp>>,
    known_on: Option<Instant>,
    page: Page,
}

impl IntoParams for Wanted {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let known_on = "Of what was known at this moment";
        let mut parameters = vec![
            repeated("schema", "Only these schemata", describe::schema_name()),
            repeated("country", "Only these countries", form(&exact(&country_pattern()))),
            repeated("dataset", "Only these datasets", describe::name()),
            repeated("handling", "Only what is handled like this", word(HANDLINGS)),
            query("from", "Some date lies on or after this one", form(&exact(DATE))),
            query("to", "Some date lies before the end of this one", form(&exact(DATE))),
            query("known_on", known_on, describe::moment()),
        ];
        parameters.extend(describe::page(LIMIT_DEFAULT));
        parameters
    }
}

impl Wanted {
    fn read(mut query: Query) -> Result<Self, Problem> {
        let mut filter = EntityFilter {
            schemata: query.all("schema")?,
            countries: query.all("country")?,
            datasets: query.all("dataset")?,
            date_from: query.one("from")?,
            date_to: query.one("to")?,
        };
        if filter.schemata.iter().any(|name| schema::find(name).is_none()) {
            return Err(malformed("schema", "Person"));
        }
        for code in &mut filter.countries {
            *code = country_code("country", code)?;
        }
        if !filter.datasets.iter().all(|name| is_name(name)) {
            return Err(malformed("dataset", "situation-figures"));
        }
        for (name, date) in [("from", &filter.date_from), ("to", &filter.date_to)] {
            if date.as_ref().is_some_and(|date| !is_date(date)) {
                return Err(malformed(name, "2025-10"));
            }
        }
        let handling =
            query.all("handling")?.iter().map(|word| tlp(word)).collect::<Result<_, _>>()?;
        let known_on = known_on(&mut query)?;
        let page = query.page(LIMIT_DEFAULT)?;
        query.finish()?;
        Ok(Self { filter, handling, known_on, page })
    }

    fn request(self, text: String) -> SearchRequest {
        let mut filter = self.filter;
        if text.trim().is_empty() && filter.schemata.is_empty() {
            filter.schemata = what_people_look_for();
        }
        SearchRequest {
            text,
            filter,
            handling: self.handling,
            facets: vec![FacetKind::Schema, FacetKind::Country, FacetKind::Dataset],
            count_handling: true,
            known_on: self.known_on,
            offset: self.page.offset,
            limit: self.page.limit,
        }
    }
}

/// Everything that can be searched
///
/// All entities, with facets that filter. `from` and `to` are ends of a period.
#[utoipa::path(
    get, path = "/search.json", tag = "Workbench",
    params(Wanted),
    responses((status = 200, description = "The list", body = SearchScreen))
)]
pub(crate) async fn everything(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    headers: HeaderMap,
    query: Query,
) -> Result<Json<SearchScreen>, Problem> {
    let wanted = Wanted::read(query)?;
    let lang = state.words(&headers).language();
    state.ask(move |state| find(state, &reader, None, wanted, lang)).await.map(Json)
}

/// What is asked for behind `/search/`: the screen, its data, or the list as a file.
pub(crate) async fn of_search(
    state: Arc<ApiState>,
    signed: Signed,
    headers: &HeaderMap,
    name: &str,
    query: Query,
) -> Result<Response, Problem> {
    let (id, form) = name.split_once('.').unwrap_or((name, ""));
    let id = id.to_owned();
    let form = match form {
        "json" => None,
        "csv" => Some(TableFormat::Csv),
        "xlsx" => Some(TableFormat::Xlsx),
        _ => return Err(NodeError::NotFound.into()),
    };
    let wanted = Wanted::read(query)?;
    if form.is_some() {
        signed.check(Operation::ExportList)?;
    }
    let reader = signed.reader;
    let Some(form) = form else {
        let lang = state.words(headers).language();
        let answer = state.ask(move |state| find(state, &reader, Some(&id), wanted, lang)).await?;
        return Ok(Json(answer).into_response());
    };
    file(&state, reader, Some(id), wanted, form).await
}

/// The list of everything as a file.
pub(crate) async fn everything_as(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    uri: axum::http::Uri,
    query: Query,
) -> Result<Response, Problem> {
    let wanted = Wanted::read(query)?;
    let form = if uri.path().ends_with(".csv") { TableFormat::Csv } else { TableFormat::Xlsx };
    file(&state, reader, None, wanted, form).await
}

async fn file(
    state: &Arc<ApiState>,
    reader: Reader,
    id: Option<String>,
    wanted: Wanted,
    form: TableFormat,
) -> Result<Response, Problem> {
    let bytes = state.ask(move |state| table(state, &reader, id.as_deref(), wanted, form)).await?;
    Ok(attachment("liaison-list", form, bytes))
}

/// A table that a browser keeps as a file.
pub(crate) fn attachment(name: &str, form: TableFormat, bytes: Vec<u8>) -> Response {
    let (kind, ending) = match form {
        TableFormat::Csv => ("text/csv; charset=utf-8", "csv"),
        TableFormat::Xlsx => {
            ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx")
        }
    };
    let disposition = format!("attachment; filename=\"{name}.{ending}\"");
    let headers = [(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, disposition)];
    (headers, bytes).into_response()
}

fn table(
    state: &ApiState,
    reader: &Reader,
    id: Option<&str>,
    wanted: Wanted,
    form: TableFormat,
) -> Result<Vec<u8>, Problem> {
    let text = match id {
        Some(id) => state.node().kept_search(id, reader)?.text,
        None => String::new(),
    };
    let mut request = wanted.request(text);
    (request.offset, request.limit) = (0, ROWS_MAX);
    let answer = state.node().search_for_export(&request, reader)?;
    let rows = answer.hits.iter().map(|hit| {
        let row = Row::of(hit);
        let names: Vec<String> = row.names.iter().map(|name| name.text().to_owned()).collect();
        vec![
            row.id,
            row.label,
            row.caption.text().to_owned(),
            names.join("; "),
            row.countries.join("; "),
            row.dates.join("; "),
            row.statements.to_string(),
            row.handling.words(),
        ]
    });
    let mut bytes = Cursor::new(Vec::new());
    let failed = |_| Problem::of_status(axum::http::StatusCode::INTERNAL_SERVER_ERROR);
    write_table(&mut bytes, form, HEADINGS, rows).map_err(failed)?;
    Ok(bytes.into_inner())
}

fn find(
    state: &ApiState,
    reader: &Reader,
    id: Option<&str>,
    wanted: Wanted,
    lang: &str,
) -> Result<SearchScreen, Problem> {
    let started = std::time::Instant::now();
    let kept = id.map(|id| state.node().kept_search(id, reader)).transpose()?;
    let page = wanted.page;
    let text = kept.as_ref().map_or(String::new(), |kept| kept.text.clone());
    let request = wanted.request(text);
    let (answer, note) = match state.node().search(&request, reader) {
        // What is typed letter by letter begins with a bracket or a quotation mark.
        Err(error @ NodeError::NothingToLookFor) => {
            let sentence = Catalogue::for_language(lang).say(&error.message());
            (SearchAnswer::default(), Some(sentence))
        }
        answer => (answer?, None),
    };
    let marks = answer.hits.iter().map(|hit| hit.entity.strictest_marks());
    let strictest = marks.reduce(|a, b| if a == b { a } else { a.strictest(&b) });
    let of_kind = |wanted: FacetKind| {
        let found = answer.facets.iter().find(|(kind, _)| *kind == wanted);
        let values = found.map_or(&[][..], |(_, values)| values);
        let item = |facet: &liaison_views::Facet| FacetItem {
            label: schema::find(&facet.value).map_or(&*facet.value, |s| s.plural).to_owned(),
            value: facet.value.clone(),
            count: facet.entities,
        };
        values.iter().take(FACET_VALUES_MAX).map(item).collect()
    };
    let word = |tlp: Option<Tlp>| tlp.map_or(NO_TLP.to_owned(), |tlp| tlp.to_string());
    let by_handling = answer.by_handling.iter().map(|facet| FacetItem {
        value: word(facet.tlp),
        label: word(facet.tlp),
        count: facet.entities,
    });
    Ok(SearchScreen {
        id: kept.as_ref().map(|kept| kept.id.clone()),
        name: kept.and_then(|kept| kept.name),
        text: request.text.clone(),
        total: answer.total,
        limit: page.limit,
        offset: page.offset,
        relaxed: answer.relaxed,
        note,
        facets: Facets {
            schema: of_kind(FacetKind::Schema),
            country: of_kind(FacetKind::Country),
            dataset: of_kind(FacetKind::Dataset),
            handling: by_handling.collect(),
        },
        handling: strictest.as_ref().map(Handling::of),
        results: answer.hits.iter().map(Row::of).collect(),
        took_ms: started.elapsed().as_millis() as u64,
    })
}

impl Row {
    pub(crate) fn of(hit: &SearchHit) -> Self {
        let highlights = hit.highlights.iter().map(|one| Hit::of(one, &hit.entity)).collect();
        Self { highlights, joined: hit.joined as u64, ..Self::of_entity(&hit.entity) }
    }

    pub(crate) fn of_entity(view: &EntityView) -> Self {
        let label = schema::find(&view.schema).map_or(&*view.schema, |schema| schema.label);
        let sources: BTreeSet<(&str, Option<&str>)> =
            view.statements.iter().map(|s| (s.dataset.as_str(), s.source.as_deref())).collect();
        let mut names: Vec<Text> = Vec::new();
        for statement in statements_of(view, PropType::Name) {
            let is_new = statement.value != view.caption
                && !statement.value.is_covered()
                && names.iter().all(|known| known.text() != statement.value.text());
            if is_new && names.len() < NAMES_MAX {
                names.push(Text::of(&statement.value, statement.lang.as_deref()));
            }
        }
        let dates: BTreeSet<String> = open_values(view, PropType::Date).into_iter().collect();
        let ends = dates.first().into_iter().chain(dates.last().filter(|_| 1 < dates.len()));
        Self {
            id: view.id.to_string(),
            schema: view.schema.clone(),
            label: label.to_owned(),
            caption: Text::of(&view.caption, None),
            names,
            countries: open_values(view, PropType::Country),
            topics: open_values(view, PropType::Topic),
            dates: ends.cloned().collect(),
            statements: view.statements.len() as u64,
            sources: sources.len() as u64,
            handling: Handling::of(&view.strictest_marks()),
            highlights: Vec::new(),
            joined: 0,
        }
    }
}

impl Hit {
    fn of(highlight: &Highlight, view: &EntityView) -> Self {
        let text = highlight.value.text();
        let units = |at: usize| text.get(..at).map_or(0, |part| part.encode_utf16().count() as u64);
        Self {
            prop: highlight.prop.clone(),
            label: label_of(&view.schema, &highlight.prop),
            ranges: highlight.ranges.iter().map(|r| [units(r.start), units(r.end)]).collect(),
            value: Text::of(&highlight.value, None),
            spelling: highlight.is_spelling,
        }
    }
}

/// What a property is called.
pub(crate) fn label_of(schema: &str, prop: &str) -> String {
    let property = schema::find(schema).and_then(|schema| schema.property(prop));
    property.map_or(prop, |property| property.label).to_owned()
}

fn statements_of(
    view: &EntityView,
    kind: PropType,
) -> impl Iterator<Item = &liaison_node::reading::StatementView> {
    view.statements.iter().filter(move |statement| {
        let schema = schema::find(&statement.schema);
        let property = schema.and_then(|schema| schema.property(&statement.prop));
        property.is_some_and(|property| property.kind == kind)
    })
}

fn open_values(view: &EntityView, kind: PropType) -> Vec<String> {
    let mut values: Vec<String> = Vec::new();
    for statement in statements_of(view, kind) {
        if let Shown::Open(text) = &statement.value
            && !values.contains(text)
        {
            values.push(text.clone());
        }
    }
    values
}

fn tlp(word: &str) -> Result<Option<Tlp>, Problem> {
    let known = [Tlp::Clear, Tlp::Green, Tlp::Amber, Tlp::AmberStrict, Tlp::Red];
    let found = known.into_iter().find(|tlp| tlp.to_string() == word);
    match found {
        None if word != NO_TLP => Err(not_one_of("handling", &HANDLINGS)),
        found => Ok(found),
    }
}

/// What is listed when nothing is said: what stands for something, and reports. Links, entries about
/// the journal, figures and events are found when they are asked for.
fn what_people_look_for() -> Vec<String> {
    let is_meant = |schema: &schema::Schema| {
        (schema.matchable || schema.is_a(names::REPORT)) && !schema.is_a(names::RECORD)
    };
    // A filter by a schema takes in those that extend it: whoever is extended by something else
    // cannot be named.
    let all = schema::all();
    let is_clean =
        |schema: &&schema::Schema| all.iter().filter(|other| other.is_a(schema.name)).all(is_meant);
    all.iter().filter(is_clean).map(|schema| schema.name.to_owned()).collect()
}

/// What stands for the absence of a word of the protocol.
const NO_TLP: &str = "none";
const HANDLINGS: [&str; 6] = ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED", NO_TLP];
const LIMIT_DEFAULT: usize = 50;
const FACET_VALUES_MAX: usize = 60;
const NAMES_MAX: usize = 3;
/// Rows of a list that is taken along.
const ROWS_MAX: usize = 10_000;
const HEADINGS: &[&str] =
    &["id", "schema", "caption", "names", "countries", "dates", "statements", "handling"];
