//! `/match/{dataset}`: whom of those that are known may somebody be, with yente's question and
//! answer.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use liaison_model::messages::Catalogue;
use liaison_model::{Reader, schema};
use liaison_node::NodeError;
use liaison_node::who::{Asked, MatchFound, MatchRequest};
use liaison_views::EntityFilter;
use serde::{Deserialize, Serialize};
use utoipa::openapi::ObjectBuilder;
use utoipa::openapi::path::{Parameter, ParameterIn};
use utoipa::openapi::schema::{SchemaType, Type};
use utoipa::{IntoParams, ToSchema};

use crate::access::Signed;
use crate::body::Sent;
use crate::describe::{self, query, repeated, short_text};
use crate::entity::Entity;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::{Query, Total, malformed, short};
use crate::search::check_dataset;
use crate::state::ApiState;

/// Several people or things to look for. `weights` and `config`, which yente's clients send, have no
/// effect.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct MatchWanted {
    /// Whom to look for, under names of the asker's own; at most 100.
    queries: BTreeMap<String, MatchQuery>,
}

/// One of them.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub(crate) struct MatchQuery {
    /// The asker's own id, which is sent back.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    /// What it is: `Person`, `Company`.
    schema: String,
    /// Values by property; each a list.
    properties: BTreeMap<String, Vec<String>>,
}

/// What was found for each.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MatchResponse {
    responses: BTreeMap<String, MatchAnswer>,
    limit: usize,
}

/// What was found for one.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MatchAnswer {
    /// 200, or 400 where the schema is unknown or not one to compare by.
    status: u16,
    results: Vec<MatchResult>,
    total: Total,
    query: MatchQuery,
}

/// A record that may be the one.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MatchResult {
    #[serde(flatten)]
    entity: Entity,
    /// Whether the score reaches the threshold.
    #[serde(rename = "match")]
    is_match: bool,
    /// What the score rests on, by kind of value.
    explanations: BTreeMap<String, Explanation>,
}

/// What one kind of value says.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Explanation {
    /// Its weight as a share of what it takes to be sure, from -1 to 1.
    score: f32,
    /// Its weight in bits: log2 of how much likelier the values are of one than of two.
    weight: f32,
    /// How the values agree.
    detail: String,
    /// The record's value; `▇▇▇` where it is covered.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    candidate: Option<String>,
}

/// How it is asked.
#[derive(Debug)]
struct Wanted {
    limit: usize,
    threshold: f32,
    filter: EntityFilter,
    without: Vec<String>,
    without_datasets: Vec<String>,
    without_schemata: Vec<String>,
}

impl IntoParams for Wanted {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let accepted = "Accepted for yente's clients, without effect: ";
        let dataset = "Dataset to look in; `all` and `default` stand for every one";
        let score = || {
            let number = ObjectBuilder::new().schema_type(SchemaType::Type(Type::Number));
            number.minimum(Some(0.0)).maximum(Some(1.0))
        };
        vec![
            describe::path("dataset", dataset, "all"),
            query("limit", "Most results for each", describe::number(MATCH_LIMIT_MAX, 5)),
            query("threshold", "Least score of a match; 0.7 unless said", score()),
            query("cutoff", &format!("{accepted}every likely record is told"), score()),
            query("algorithm", &format!("{accepted}there is one"), short_text(WORD_CHARS_MAX)),
            repeated(
                "topics",
                &format!("{accepted}topics are no filter yet"),
                short_text(WORD_CHARS_MAX),
            ),
            repeated("include_dataset", "Only these datasets", describe::name()),
            repeated("exclude_dataset", "Not these datasets", describe::name()),
            repeated("exclude_schema", "Not these schemata", describe::name()),
            repeated("exclude_entity_ids", "Not these records", describe::name()),
            query(
                "changed_since",
                &format!("{accepted}all is looked at"),
                short_text(DAY_CHARS_MAX),
            ),
        ]
    }
}

/// Match
///
/// Says for each of up to 100 people or things which records they may be, in any script. Scores are
/// probabilities where as many are known as are not. Covered birth dates and addresses do not
/// count: they could be found by trying.
#[utoipa::path(
    post, path = "/match/{dataset}", tag = "Reading", params(Wanted), request_body = MatchWanted,
    responses((status = 200, description = "What was found", body = MatchResponse))
)]
pub(crate) async fn matching(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    headers: HeaderMap,
    InPath(dataset): InPath,
    query: Query,
    Sent(sent): Sent<MatchWanted>,
) -> Result<Json<MatchResponse>, Problem> {
    let wanted = Wanted::read(query)?;
    if QUERIES_MAX < sent.queries.len() {
        return Err(malformed("queries", "at most 100"));
    }
    let answer = state.ask(move |state| {
        find(state, &reader, &dataset, wanted, sent.queries, state.words(&headers))
    });
    answer.await.map(Json)
}

impl Wanted {
    fn read(mut query: Query) -> Result<Self, Problem> {
        let score = |text: String, name: &'static str| match text.parse::<f64>() {
            Ok(score) if (0.0..=1.0).contains(&score) => Ok(score as f32),
            _ => Err(malformed(name, "0.7")),
        };
        let limit = query.number("limit", 5, MATCH_LIMIT_MAX)?;
        let threshold = query.one("threshold")?.map(|text| score(text, "threshold")).transpose()?;
        query.one("cutoff")?.map(|text| score(text, "cutoff")).transpose()?;
        query.one_short("algorithm", WORD_CHARS_MAX)?;
        query.one_short("changed_since", DAY_CHARS_MAX)?;
        for topic in query.all("topics")? {
            short("topics", &topic, WORD_CHARS_MAX)?;
        }
        let datasets = query.names("include_dataset")?;
        let wanted = Self {
            limit,
            threshold: threshold.unwrap_or(THRESHOLD),
            filter: EntityFilter { datasets, ..EntityFilter::default() },
            without: query.names("exclude_entity_ids")?,
            without_datasets: query.names("exclude_dataset")?,
            without_schemata: query.names("exclude_schema")?,
        };
        query.finish()?;
        Ok(wanted)
    }
}

fn find(
    state: &ApiState,
    reader: &Reader,
    dataset: &str,
    wanted: Wanted,
    queries: BTreeMap<String, MatchQuery>,
    words: &Catalogue,
) -> Result<MatchResponse, Problem> {
    let mut filter = wanted.filter;
    narrow(state, reader, dataset, &mut filter)?;
    let request = MatchRequest { filter, without: wanted.without, limit: wanted.limit };
    let mut responses = BTreeMap::new();
    for (name, query) in queries {
        let asked = asked_of(&query);
        let is_known = schema::find(&query.schema).is_some_and(|schema| schema.matchable);
        let mut found = match is_known {
            true => state.node().matches(std::slice::from_ref(&asked), &request, reader)?,
            false => Vec::new(),
        };
        let mut results = Vec::new();
        for one in found.pop().unwrap_or_default() {
            let speaks =
                |name: &String| one.entity.statements.iter().any(|said| said.dataset == *name);
            let is_shut_out = wanted.without_datasets.iter().any(speaks)
                || wanted.without_schemata.contains(&one.entity.schema);
            if !is_shut_out {
                results.push(result(state, &one, wanted.threshold, words)?);
            }
        }
        let total = Total::exactly(results.len() as u64);
        let status = if is_known { 200 } else { 400 };
        responses.insert(name, MatchAnswer { status, results, total, query });
    }
    Ok(MatchResponse { responses, limit: wanted.limit })
}

/// Narrows to the dataset of an address, which must be there.
pub(crate) fn narrow(
    state: &ApiState,
    reader: &Reader,
    dataset: &str,
    filter: &mut EntityFilter,
) -> Result<(), Problem> {
    if crate::search::EVERY_DATASET.contains(&dataset) {
        return Ok(());
    }
    check_dataset(state, reader, dataset)?;
    filter.datasets = vec![dataset.to_owned()];
    Ok(())
}

fn asked_of(query: &MatchQuery) -> Asked {
    let values = |(property, values): (&String, &Vec<String>)| {
        let values = values.iter().take(VALUES_MAX);
        values.map(|value| (property.clone(), value.clone())).collect::<Vec<_>>()
    };
    let properties = query.properties.iter().flat_map(values).collect();
    Asked { schema: query.schema.clone(), properties }
}

fn result(
    state: &ApiState,
    found: &MatchFound,
    least: f32,
    words: &Catalogue,
) -> Result<MatchResult, NodeError> {
    let explanation = |reason: &liaison_node::who::Reason| {
        let kind = reason.kind.message_key();
        let name = kind.strip_prefix("link-kind-").unwrap_or(kind).replace('-', "_");
        let told = Explanation {
            score: (reason.weight / SURE_BITS).clamp(-1.0, 1.0),
            weight: reason.weight,
            detail: words.text(reason.message_key),
            candidate: reason.right.as_ref().map(|said| said.value.text().to_owned()),
        };
        (name, told)
    };
    Ok(MatchResult {
        entity: Entity::of(&found.entity, state)?.with_score(found.score),
        is_match: least <= found.score,
        explanations: found.reasons.iter().map(explanation).collect(),
    })
}

const WORD_CHARS_MAX: usize = 80;
const DAY_CHARS_MAX: usize = 40;
const QUERIES_MAX: usize = 100;
const VALUES_MAX: usize = 50;
const MATCH_LIMIT_MAX: usize = 100;
/// What yente takes for a match unless it is told otherwise.
const THRESHOLD: f32 = 0.7;
/// So many bits, one in a thousand, are as good as sure: what a score of 1 stands for.
const SURE_BITS: f32 = 10.0;
