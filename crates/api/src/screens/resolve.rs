//! Pairs of records that may be one: the queue, and what is similar to a record.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use liaison_model::messages::Catalogue;
use liaison_model::{Instant, schema};
use liaison_node::reading::StatementView;
use liaison_node::who::{Candidate, CandidateRequest, Reason};
use liaison_node::{RecordJudgement, RecordVerdict};
use liaison_views::EntityFilter;
use serde::Serialize;
use utoipa::openapi::ObjectBuilder;
use utoipa::openapi::path::{Parameter, ParameterIn};
use utoipa::openapi::schema::{SchemaType, Type};
use utoipa::{IntoParams, ToSchema};

use super::listing::{Row, label_of};
use super::parts::Text;
use crate::access::Signed;
use crate::describe;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::{Query, malformed};
use crate::search::check_dataset;
use crate::state::ApiState;

/// Pairs that wait for a judgement.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CandidatesScreen {
    /// The likeliest first.
    candidates: Vec<Pair>,
    /// How many there are in all.
    total: u64,
    /// Among how many records.
    records: u64,
    /// Numbers that too many records share to bring them together.
    over_common: Vec<OverCommon>,
    limit: usize,
    offset: usize,
}

/// Two records that may be one.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Pair {
    left: Row,
    right: Row,
    /// How likely they are one, from 0 to 1.
    probability: f32,
    /// log2 of the odds.
    bits: f32,
    /// Where the sum begins, before anything is compared.
    start: f32,
    reasons: Vec<PairReason>,
    /// The last judgement about the two.
    judgement: Option<JudgementView>,
}

/// What one kind of value says.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PairReason {
    /// What was compared, in the reader's language.
    kind: String,
    /// How it agrees, in the reader's language.
    agreement: String,
    /// What that is worth, in bits.
    weight: f32,
    left: Option<PairValue>,
    right: Option<PairValue>,
}

/// The value of one side.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PairValue {
    /// The property's name, by which its values have words.
    prop: String,
    label: String,
    value: Text,
}

/// What an officer decided about two records.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct JudgementView {
    /// Its id: what is withdrawn by it.
    id: String,
    left: String,
    right: String,
    #[schema(value_type = String)]
    verdict: RecordVerdict,
    reason: String,
    user: String,
    #[schema(value_type = String, format = DateTime)]
    at: Instant,
    commit: u64,
}

/// A number that many share.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OverCommon {
    label: String,
    value: Text,
    statements: u64,
}

/// How the queue is asked for.
struct CandidatesWanted;

impl IntoParams for CandidatesWanted {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let least = ObjectBuilder::new().schema_type(SchemaType::Type(Type::Number));
        let least = least.minimum(Some(0.0)).maximum(Some(1.0)).default(Some(0.5.into()));
        let mut params = vec![
            describe::query("schema", "Only records of this schema", describe::schema_name()),
            describe::query("dataset", "Only records of this dataset", describe::name()),
            describe::query("at_least", "Least probability", least),
        ];
        params.extend(describe::page(LIMIT_DEFAULT));
        params
    }
}

/// Pairs that may be one
///
/// Records that may be one person, organisation or place and wait for a judgement, the likeliest
/// first. People in them stay covered.
#[utoipa::path(
    get, path = "/api/candidates", tag = "Workbench",
    params(CandidatesWanted),
    responses((status = 200, description = "The pairs", body = CandidatesScreen))
)]
pub(crate) async fn candidates(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    headers: HeaderMap,
    mut query: Query,
) -> Result<Json<CandidatesScreen>, Problem> {
    let schemata: Vec<String> = query.one("schema")?.into_iter().collect();
    if schemata.iter().any(|name| schema::find(name).is_none()) {
        return Err(malformed("schema", "Person"));
    }
    let datasets: Vec<String> = query.one("dataset")?.into_iter().collect();
    let at_least = match query.one("at_least")?.map(|text| text.parse::<f32>()) {
        None => 0.5,
        Some(Ok(least)) if (0.0..=1.0).contains(&least) => least,
        Some(_) => return Err(malformed("at_least", "0.5")),
    };
    let page = query.page(LIMIT_DEFAULT)?;
    query.finish()?;
    let answer = state.ask(move |state| {
        for dataset in &datasets {
            check_dataset(state, &reader, dataset)?;
        }
        let request = CandidateRequest {
            filter: EntityFilter { schemata, datasets, ..EntityFilter::default() },
            probability_min: at_least,
            since: None,
            offset: page.offset,
            limit: page.limit,
        };
        let found = state.node().candidates(&request, &reader)?;
        let words = state.words(&headers);
        let common = |common: &liaison_node::who::OverCommonValue| OverCommon {
            label: label_of(&common.statement.schema, &common.statement.prop),
            value: Text::of(&common.statement.value, None),
            statements: common.values,
        };
        Ok(CandidatesScreen {
            candidates: found.candidates.iter().map(|pair| Pair::of(pair, words)).collect(),
            total: found.total,
            records: found.records,
            over_common: found.over_common.iter().map(common).collect(),
            limit: page.limit,
            offset: page.offset,
        })
    });
    answer.await.map(Json)
}

/// What is similar to a record
///
/// Records that may be one with it, judged or not, the likeliest first.
#[utoipa::path(
    get, path = "/records/{id}/similar.json", tag = "Workbench",
    params(("id" = String, Path, min_length = 1, max_length = 250)),
    responses((status = 200, description = "Pairs of it with others", body = Vec<Pair>))
)]
pub(crate) async fn similar(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    headers: HeaderMap,
    InPath(id): InPath,
    query: Query,
) -> Result<Json<Vec<Pair>>, Problem> {
    query.finish()?;
    let answer = state.ask(move |state| {
        let found = state.node().similar(&id, &reader, SIMILAR_MAX)?;
        let words = state.words(&headers);
        Ok(found.iter().map(|pair| Pair::of(pair, words)).collect())
    });
    answer.await.map(Json)
}

impl Pair {
    fn of(pair: &Candidate, words: &Catalogue) -> Self {
        Self {
            left: Row::of_entity(&pair.left),
            right: Row::of_entity(&pair.right),
            probability: pair.probability,
            bits: pair.bits,
            start: Candidate::PRIOR_BITS,
            reasons: pair.reasons.iter().map(|reason| PairReason::of(reason, words)).collect(),
            judgement: pair.judgement.as_ref().map(JudgementView::of),
        }
    }
}

impl PairReason {
    pub(crate) fn of(reason: &Reason, words: &Catalogue) -> Self {
        let value = |said: &StatementView| PairValue {
            prop: said.prop.clone(),
            label: label_of(&said.schema, &said.prop),
            value: Text::of(&said.value, said.lang.as_deref()),
        };
        Self {
            kind: words.text(reason.kind.message_key()),
            agreement: words.text(reason.message_key),
            weight: reason.weight,
            left: reason.left.as_ref().map(value),
            right: reason.right.as_ref().map(value),
        }
    }
}

impl JudgementView {
    pub(crate) fn of(judged: &RecordJudgement) -> Self {
        Self {
            id: judged.id.to_string(),
            left: judged.left.to_string(),
            right: judged.right.to_string(),
            verdict: judged.verdict,
            reason: judged.reason.clone(),
            user: judged.user.clone(),
            at: judged.at,
            commit: judged.commit,
        }
    }
}

const LIMIT_DEFAULT: usize = 50;
const SIMILAR_MAX: usize = 20;
