//! `/api/estimate`: how many people are on none of several lists, from a table of counts.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use liaison_estimate::{
    Answer, Candidate, Counts, Method, Model, Options, Sensitivity, Sentences, Shape, THREADS_MAX,
    Told, estimate, methods_for,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::Signed;
use crate::body::Sent;
use crate::problem::Problem;
use crate::query::{Query, malformed};
use crate::state::ApiState;

/// A table, and how it is to be answered.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EstimateWanted {
    /// The table as CSV: a column of 0 and 1 per list and one called `count`. Counts alone; nobody
    /// is named.
    #[schema(max_length = 50_000, example = "police,embassy,count\n1,0,310\n0,1,44\n1,1,20\n")]
    table: String,
    /// A method; without one, the one to be preferred for so many lists.
    method: Option<MethodWanted>,
    /// A log-linear model to be fitted instead: `[12,3]` or `police:embassy`.
    #[schema(max_length = 500)]
    model: Option<String>,
    /// Seed of the replicates: the same seed gives the same limits.
    #[schema(default = 1)]
    seed: Option<u32>,
    /// Tables drawn anew for the limits.
    #[schema(default = 1000, maximum = 1000)]
    replicates: Option<u32>,
}

/// How it is to be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum MethodWanted {
    /// By every method that is for so many lists.
    All,
    /// The log-linear model with the best Bayesian information criterion.
    Bic,
    /// Stepwise selection of pairs of lists.
    Stepwise,
    /// Independent lists.
    Main,
    /// All decomposable graphs.
    Dga,
    /// Chapman's estimator of two lists.
    Chapman,
}

/// The table as it was read, and the answers.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EstimateScreen {
    /// Names of the lists.
    lists: Vec<String>,
    /// People by the lists that they are on, those on one list first.
    cells: Vec<Cell>,
    answers: Vec<EstimateView>,
    /// What every estimate takes for granted, and what critics say.
    assumes: String,
}

/// People on exactly these lists.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Cell {
    lists: Vec<String>,
    people: u64,
}

/// The answer of one method.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EstimateView {
    /// The method's name for programs.
    #[schema(value_type = String)]
    method: Method,
    /// People who were seen.
    observed: u64,
    /// Estimated people in all, those seen included; null where it is refused.
    estimate: Option<f64>,
    /// Limits of people in all; the upper one may be missing.
    low: Option<f64>,
    high: Option<f64>,
    /// The limits in two digits, rounded outwards.
    #[schema(value_type = Option<Vec<Option<f64>>>)]
    headline: Option<(f64, Option<f64>)>,
    /// The model's name.
    model: Option<String>,
    /// Models that the range spans.
    #[schema(value_type = Vec<SpannedModel>)]
    spans: Vec<SpannedModel>,
    /// The estimate without the one person who matters most, and had links been missed or wrong.
    sensitivity: Option<SensitivityView>,
    /// What is believed of how many, for a picture: people in all and the probability up to there.
    #[schema(value_type = Vec<Vec<f64>>)]
    curve: Vec<(f64, f64)>,
    seed: Option<u64>,
    replicates: Option<u32>,
    failed_replicates: Option<u32>,
    /// The same in sentences.
    #[schema(value_type = SentencesView)]
    says: SentencesView,
}

/// A model that the range spans.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SpannedModel {
    model: String,
    /// People in all by this model alone.
    estimate: Option<f64>,
    /// In which share of the replicates it was selected, or its posterior probability.
    share: Option<f64>,
}

/// What small mistakes in the table would change.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SensitivityView {
    /// From which lists one person less changes most.
    one_person_of: String,
    one_person_less: Option<f64>,
    /// The share of links of the next two.
    links: f64,
    links_missed: Option<f64>,
    links_wrong: Option<f64>,
}

/// An answer in sentences.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SentencesView {
    method: String,
    /// The range; null where the method refuses.
    headline: Option<String>,
    seen: String,
    empty_overlaps: Option<String>,
    model: Option<String>,
    sensitivity: Option<String>,
    warnings: Vec<ToldView>,
    refused: Option<ToldView>,
}

/// A code for programs and its sentence for people.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ToldView {
    code: String,
    reason: String,
}

/// Estimate
///
/// How many people are on none of several lists that overlap, as a range with the models that it
/// spans, its warnings, or a refusal. Nothing of it is kept. One question at a time is worked on.
#[utoipa::path(
    post, path = "/api/estimate", tag = "Workbench", request_body = EstimateWanted,
    responses((status = 200, description = "The answers", body = EstimateScreen))
)]
pub(crate) async fn ask(
    State(state): State<Arc<ApiState>>,
    Signed { .. }: Signed,
    headers: HeaderMap,
    query: Query,
    Sent(wanted): Sent<EstimateWanted>,
) -> Result<Json<EstimateScreen>, Problem> {
    query.finish()?;
    let counts = Counts::read(wanted.table.as_bytes())?;
    let model = wanted.model.as_deref().map(|name| Model::parse(name, counts.lists()));
    let model = model.transpose()?;
    let replicates = wanted.replicates.unwrap_or(REPLICATES_MAX);
    if REPLICATES_MAX < replicates {
        return Err(malformed("replicates", "1000"));
    }
    let methods = methods(wanted.method, model.is_some(), counts.lists().len());
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(THREADS_MAX);
    let seed = wanted.seed.unwrap_or(1).into();
    let options = Options { seed, replicates, threads, model, ..Options::default() };
    let answered = state.calculate(move || {
        let answers = methods.into_iter().map(|method| estimate(&counts, method, &options));
        (answers.collect::<Vec<_>>(), counts)
    });
    let (answers, counts) = answered.await?;
    let words = state.words(&headers);
    let view = |answer: Answer| EstimateView::of(Sentences::of(&answer, words), answer);
    Ok(Json(EstimateScreen {
        lists: counts.lists().to_vec(),
        cells: cells(&counts),
        answers: answers.into_iter().map(view).collect(),
        assumes: words.text("estimate-assumes"),
    }))
}

fn methods(wanted: Option<MethodWanted>, is_named: bool, lists: usize) -> Vec<Method> {
    match wanted {
        _ if is_named => vec![Method::Named],
        None => methods_for(lists).into_iter().take(1).collect(),
        Some(MethodWanted::All) => methods_for(lists),
        Some(MethodWanted::Bic) => vec![Method::Bic],
        Some(MethodWanted::Stepwise) => vec![Method::Stepwise],
        Some(MethodWanted::Main) => vec![Method::Main],
        Some(MethodWanted::Dga) => vec![Method::Dga],
        Some(MethodWanted::Chapman) => vec![Method::Chapman],
    }
}

fn cells(counts: &Counts) -> Vec<Cell> {
    let named = |history: u16| {
        let on = counts.lists().iter().enumerate().filter(|(at, _)| history & (1 << at) != 0);
        on.map(|(_, name)| name.clone()).collect()
    };
    let mut histories: Vec<_> = counts.histories().collect();
    histories.sort_by_key(|(history, _)| (history.count_ones(), *history));
    histories.into_iter().map(|(history, people)| Cell { lists: named(history), people }).collect()
}

impl EstimateView {
    fn of(says: Sentences, answer: Answer) -> Self {
        Self {
            method: answer.method,
            observed: answer.observed,
            estimate: answer.estimate,
            low: answer.low,
            high: answer.high,
            headline: answer.headline,
            model: answer.model,
            spans: answer.spans.into_iter().map(SpannedModel::of).collect(),
            sensitivity: answer.sensitivity.map(SensitivityView::of),
            curve: answer.shape.map_or_else(Vec::new, |Shape { curve, .. }| curve),
            seed: answer.seed,
            replicates: answer.replicates,
            failed_replicates: answer.failed_replicates,
            says: SentencesView::of(says),
        }
    }
}

impl SpannedModel {
    fn of(Candidate { model, estimate, share, .. }: Candidate) -> Self {
        Self { model, estimate, share }
    }
}

impl SensitivityView {
    fn of(found: Sensitivity) -> Self {
        Self {
            one_person_of: found.one_person_of,
            one_person_less: found.one_person_less,
            links: found.links,
            links_missed: found.links_missed,
            links_wrong: found.links_wrong,
        }
    }
}

impl SentencesView {
    fn of(says: Sentences) -> Self {
        let told = |Told { code, reason }| ToldView { code, reason };
        Self {
            method: says.method,
            headline: says.headline,
            seen: says.seen,
            empty_overlaps: says.empty_overlaps,
            model: says.model,
            sensitivity: says.sensitivity,
            warnings: says.warnings.into_iter().map(told).collect(),
            refused: says.refused.map(told),
        }
    }
}

/// Five lists of some thousand people take ten seconds of two cores.
const REPLICATES_MAX: u32 = 1000;
