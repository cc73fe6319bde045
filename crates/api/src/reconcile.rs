//! `/reconcile/{dataset}`: OpenRefine's question whom the cells of a column may be.
//!
//! Reconciliation Service API, version 0.2 (W3C community group, 2023). Extending and previews are
//! not offered: a preview would show this server inside another program's page.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use liaison_model::{Reader, schema};
use liaison_names::MATCH_THRESHOLD;
use liaison_node::SearchRequest;
use liaison_node::who::{Asked, MatchRequest};
use liaison_views::EntityFilter;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use url::form_urlencoded;
use utoipa::ToSchema;

use crate::access::Signed;
use crate::matching::narrow;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::{Query, malformed};
use crate::state::ApiState;

/// One question of a batch.
#[derive(Debug, Deserialize)]
struct Question {
    query: String,
    #[serde(rename = "type")]
    kind: Option<Kinds>,
    limit: Option<usize>,
    #[serde(default)]
    properties: Vec<PropertyAsked>,
}

/// One type or several.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Kinds {
    One(String),
    Several(Vec<String>),
}

/// A value of another column.
#[derive(Debug, Deserialize)]
struct PropertyAsked {
    pid: String,
    v: Value,
}

/// A form with questions.
#[derive(Debug, ToSchema)]
pub(crate) struct Batch {
    /// Up to 100 questions in JSON, under names of the asker's own.
    #[schema(example = r#"{"q0":{"query":"Kang Seo-yun","type":"Person","limit":3}}"#)]
    queries: String,
}

/// Something that may be meant.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Suggestions {
    result: Vec<Suggestion>,
}

/// One of them.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Suggestion {
    id: String,
    name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    description: String,
}

/// Reconciliation service
///
/// What OpenRefine asks first: what this service is and knows. With `queries` it answers them.
#[utoipa::path(
    get, path = "/reconcile/{dataset}", tag = "Reconciliation",
    params(
        ("dataset" = String, Path, min_length = 1, max_length = 250, example = "all"),
        ("queries" = Option<String>, Query, description = "A batch of questions in JSON")
    ),
    responses((status = 200, description = "The service, or the answers", body = Value))
)]
pub(crate) async fn manifest(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(dataset): InPath,
    mut query: Query,
) -> Result<Json<Value>, Problem> {
    let queries = query.one("queries")?;
    query.finish()?;
    let answer = state.ask(move |state| match queries {
        Some(queries) => answers(state, &reader, &dataset, &queries),
        None => {
            narrow(state, &reader, &dataset, &mut EntityFilter::default())?;
            Ok(service(state, &dataset))
        }
    });
    answer.await.map(Json)
}

/// Reconcile a batch
///
/// Answers a batch that is sent as a form, as OpenRefine does.
#[utoipa::path(
    post, path = "/reconcile/{dataset}", tag = "Reconciliation",
    params(("dataset" = String, Path, min_length = 1, max_length = 250, example = "all")),
    request_body(content = Batch, content_type = "application/x-www-form-urlencoded"),
    responses((status = 200, description = "The answers, under the names of the questions", body = Value))
)]
pub(crate) async fn reconcile(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(dataset): InPath,
    query: Query,
    body: Bytes,
) -> Result<Json<Value>, Problem> {
    query.finish()?;
    let fields: BTreeMap<String, String> = form_urlencoded::parse(&body).into_owned().collect();
    let Some(queries) = fields.get("queries").cloned() else {
        return Err(malformed("queries", "{\"q0\":{\"query\":\"Kang Seo-yun\"}}"));
    };
    let batch = Batch { queries };
    state.ask(move |state| answers(state, &reader, &dataset, &batch.queries)).await.map(Json)
}

/// Suggest records
///
/// Records whose names begin or sound like a text.
#[utoipa::path(
    get, path = "/reconcile/{dataset}/suggest/entity", tag = "Reconciliation",
    params(
        ("dataset" = String, Path, min_length = 1, max_length = 250, example = "all"),
        ("prefix" = Option<String>, Query, max_length = 400)
    ),
    responses((status = 200, description = "Records", body = Suggestions))
)]
pub(crate) async fn suggest_entity(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(dataset): InPath,
    mut query: Query,
) -> Result<Json<Suggestions>, Problem> {
    let text = query.one_short("prefix", PREFIX_CHARS_MAX)?.unwrap_or_default();
    query.finish()?;
    // Neither a letter nor a number was typed yet.
    if !text.is_empty() && !text.chars().any(char::is_alphanumeric) {
        let seen = state.ask(move |state| {
            narrow(state, &reader, &dataset, &mut EntityFilter::default())?;
            Ok(Suggestions { result: Vec::new() })
        });
        return seen.await.map(Json);
    }
    let answer = state.ask(move |state| {
        let mut filter = EntityFilter::default();
        narrow(state, &reader, &dataset, &mut filter)?;
        let matchable = schema::all().iter().filter(|schema| schema.matchable);
        filter.schemata = matchable.map(|schema| schema.name.to_owned()).collect();
        let request = SearchRequest { text, filter, limit: SUGGESTED_MAX, ..Default::default() };
        let found = state.node().search(&request, &reader)?;
        let suggestion = |hit: &liaison_node::SearchHit| Suggestion {
            id: hit.entity.id.to_string(),
            name: hit.entity.caption.text().to_owned(),
            description: hit.entity.schema.clone(),
        };
        Ok(Suggestions { result: found.hits.iter().map(suggestion).collect() })
    });
    answer.await.map(Json)
}

/// What was typed so far, in lower case, where there is such a dataset.
async fn begun(
    state: &Arc<ApiState>,
    reader: Reader,
    dataset: String,
    mut query: Query,
) -> Result<String, Problem> {
    let text = query.one_short("prefix", PREFIX_CHARS_MAX)?.unwrap_or_default().to_lowercase();
    query.finish()?;
    state.ask(move |state| narrow(state, &reader, &dataset, &mut EntityFilter::default())).await?;
    Ok(text)
}

/// Suggest types
///
/// Schemata whose records can be matched.
#[utoipa::path(
    get, path = "/reconcile/{dataset}/suggest/type", tag = "Reconciliation",
    params(
        ("dataset" = String, Path, min_length = 1, max_length = 250, example = "all"),
        ("prefix" = Option<String>, Query, max_length = 400)
    ),
    responses((status = 200, description = "Schemata", body = Suggestions))
)]
pub(crate) async fn suggest_type(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(dataset): InPath,
    query: Query,
) -> Result<Json<Suggestions>, Problem> {
    let text = begun(&state, reader, dataset, query).await?;
    let begins = |schema: &&schema::Schema| {
        schema.matchable && schema.label.to_lowercase().starts_with(&text)
    };
    let suggestion = |schema: &schema::Schema| Suggestion {
        id: schema.name.to_owned(),
        name: schema.label.to_owned(),
        description: String::new(),
    };
    let result = schema::all().iter().filter(begins).map(suggestion).collect();
    Ok(Json(Suggestions { result }))
}

/// Suggest properties
///
/// Properties of people, firms and places by which records are compared.
#[utoipa::path(
    get, path = "/reconcile/{dataset}/suggest/property", tag = "Reconciliation",
    params(
        ("dataset" = String, Path, min_length = 1, max_length = 250, example = "all"),
        ("prefix" = Option<String>, Query, max_length = 400)
    ),
    responses((status = 200, description = "Properties", body = Suggestions))
)]
pub(crate) async fn suggest_property(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(dataset): InPath,
    query: Query,
) -> Result<Json<Suggestions>, Problem> {
    let text = begun(&state, reader, dataset, query).await?;
    let mut found: BTreeMap<&str, &str> = BTreeMap::new();
    for schema in schema::all().iter().filter(|schema| schema.matchable) {
        for property in schema.properties {
            let is_compared = liaison_node::who::kind_of(schema.name, property.name).is_some();
            if is_compared && property.label.to_lowercase().starts_with(&text) {
                found.insert(property.name, property.label);
            }
        }
    }
    let suggestion = |(name, label): (&str, &str)| Suggestion {
        id: name.to_owned(),
        name: label.to_owned(),
        description: String::new(),
    };
    Ok(Json(Suggestions { result: found.into_iter().map(suggestion).collect() }))
}

/// What the service says about itself.
fn service(state: &ApiState, dataset: &str) -> Value {
    let kind = |name: &&str| {
        let label = schema::find(name).map_or(*name, |schema| schema.label);
        json!({ "id": name, "name": label })
    };
    let suggest = |what: &str| json!({ "service_url": "", "service_path": format!("/reconcile/{dataset}/suggest/{what}") });
    json!({
        "versions": ["0.2"],
        "name": format!("Liaison {}, {dataset}", state.node().config().name),
        "identifierSpace": "urn:liaison:record",
        "schemaSpace": "https://followthemoney.tech/explorer/schemata/",
        "view": { "url": "/records/{{id}}" },
        "defaultTypes": DEFAULT_TYPES.iter().map(kind).collect::<Vec<_>>(),
        "suggest": {
            "entity": suggest("entity"), "type": suggest("type"), "property": suggest("property"),
        },
        "batchSize": QUESTIONS_MAX,
    })
}

fn answers(
    state: &ApiState,
    reader: &Reader,
    dataset: &str,
    queries: &str,
) -> Result<Value, Problem> {
    let questions: BTreeMap<String, Question> = serde_json::from_str(queries)
        .map_err(|_| malformed("queries", "{\"q0\":{\"query\":\"Kang Seo-yun\"}}"))?;
    if QUESTIONS_MAX < questions.len() {
        return Err(malformed("queries", "at most 100"));
    }
    let mut filter = EntityFilter::default();
    narrow(state, reader, dataset, &mut filter)?;
    let mut answers = serde_json::Map::new();
    for (name, question) in questions {
        answers.insert(name, answer(state, reader, &filter, &question)?);
    }
    Ok(Value::Object(answers))
}

fn answer(
    state: &ApiState,
    reader: &Reader,
    filter: &EntityFilter,
    question: &Question,
) -> Result<Value, Problem> {
    let kinds: Vec<&str> = match &question.kind {
        None => DEFAULT_TYPES.to_vec(),
        Some(Kinds::One(kind)) => vec![kind],
        Some(Kinds::Several(kinds)) => kinds.iter().map(String::as_str).collect(),
    };
    let limit = question.limit.unwrap_or(SUGGESTED_MAX).clamp(1, QUESTIONS_MAX);
    let mut found = Vec::new();
    for kind in kinds.into_iter().filter(|kind| schema::find(kind).is_some()) {
        let mut properties = vec![("name".to_owned(), question.query.clone())];
        for asked in &question.properties {
            properties.extend(texts(&asked.v).map(|text| (asked.pid.clone(), text)));
        }
        let asked = Asked { schema: kind.to_owned(), properties };
        let mut filter = filter.clone();
        filter.schemata = vec![kind.to_owned()];
        let request = MatchRequest { filter, without: Vec::new(), limit };
        found.extend(state.node().matches(&[asked], &request, reader)?.into_iter().flatten());
    }
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    found.truncate(limit);
    // Only one that stands alone is sure enough to be taken without looking.
    let sure = found.iter().filter(|one| MATCH_THRESHOLD <= one.score).count();
    let result: Vec<Value> = found
        .iter()
        .map(|one| {
            let label = schema::find(&one.entity.schema).map_or("", |schema| schema.label);
            json!({
                "id": one.entity.id, "name": one.entity.caption.text(),
                "type": [{ "id": one.entity.schema, "name": label }],
                "score": one.score * 100.0,
                "match": sure == 1 && MATCH_THRESHOLD <= one.score,
            })
        })
        .collect();
    Ok(json!({ "result": result }))
}

/// The texts of a value: a text, a number, a record that was matched before, or several of them.
fn texts(value: &Value) -> Box<dyn Iterator<Item = String> + '_> {
    match value {
        Value::String(text) => Box::new(std::iter::once(text.clone())),
        Value::Number(number) => Box::new(std::iter::once(number.to_string())),
        Value::Array(all) => Box::new(all.iter().take(QUESTIONS_MAX).flat_map(one_text)),
        other => Box::new(one_text(other).into_iter()),
    }
}

fn one_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(record) => record.get("name").and_then(Value::as_str).map(str::to_owned),
        _ => None,
    }
}

const DEFAULT_TYPES: [&str; 3] = ["Person", "Organization", "Place"];
const PREFIX_CHARS_MAX: usize = 400;
const QUESTIONS_MAX: usize = 100;
const SUGGESTED_MAX: usize = 10;
