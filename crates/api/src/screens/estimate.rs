//! `/api/estimate`: how many people are on none of several lists, from a table of counts or from
//! the node's own records.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use liaison_estimate::{
    Answer, Candidate, Counts, Method, Model, Options, Sensitivity, Sentences, Shape, THREADS_MAX,
    Told, estimate, methods_for,
};
use liaison_model::Reader;
use liaison_model::messages::Message;
use liaison_node::{ListBy, OverlapWanted, PeopleList};
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
    /// is named. Either this or `from_node`.
    #[schema(max_length = 50_000, example = "police,embassy,count\n1,0,310\n0,1,44\n1,1,20\n")]
    table: Option<String>,
    /// The lists of the node's own records that make the table.
    from_node: Option<FromNodeWanted>,
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

/// Lists of the node's records.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FromNodeWanted {
    by: ListedBy,
    /// Two to nine of the lists that `/api/estimate/lists` tells, by key.
    #[schema(max_items = 9)]
    lists: Vec<String>,
    /// Pairs that wait for a judgement and are at least so likely count as one person.
    #[schema(minimum = 0.5, maximum = 1)]
    likely: Option<f32>,
}

/// What makes a list of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ListedBy {
    /// Each dataset.
    Dataset,
    /// Each agency that took a report; of other records, the agency that stated them.
    Agency,
    /// Each way in which reports came in.
    Channel,
}

/// Lists of people that the node has.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EstimateLists {
    by: ListedBy,
    /// The longest first.
    lists: Vec<ListOfPeople>,
    /// People who only made a report, and are on no list.
    reporters: u64,
}

/// One list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ListOfPeople {
    key: String,
    name: String,
    /// People, as far as was judged.
    people: u64,
    records: u64,
}

/// What the table was made of.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FromNodeView {
    by: ListedBy,
    lists: Vec<ListOfPeople>,
    records: u64,
    links_judged: u64,
    links_likely: u64,
    pairs_waiting: u64,
    /// The same in a sentence.
    says: String,
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
    /// What the table was made of, where it is one of the node's records.
    from_node: Option<FromNodeView>,
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
    /// The limits, were the links right as they stand; null where none is in doubt.
    #[schema(value_type = Option<Vec<Option<f64>>>)]
    as_linked: Option<(f64, Option<f64>)>,
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
    linkage: Option<String>,
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
    Signed { reader, .. }: Signed,
    headers: HeaderMap,
    query: Query,
    Sent(wanted): Sent<EstimateWanted>,
) -> Result<Json<EstimateScreen>, Problem> {
    query.finish()?;
    let seed = wanted.seed.unwrap_or(1).into();
    let (counts, linked, made_of) = match (&wanted.table, wanted.from_node) {
        (Some(table), None) => (Counts::read(table.as_bytes())?, Vec::new(), None),
        (None, Some(from_node)) => of_node(&state, from_node, seed, &reader, &headers).await?,
        _ => return Err(malformed("table", "table | from_node")),
    };
    let model = wanted.model.as_deref().map(|name| Model::parse(name, counts.lists()));
    let model = model.transpose()?;
    let replicates = wanted.replicates.unwrap_or(REPLICATES_MAX);
    if REPLICATES_MAX < replicates {
        return Err(malformed("replicates", "1000"));
    }
    let methods = methods(wanted.method, model.is_some(), counts.lists().len());
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(THREADS_MAX);
    let options = Options { seed, replicates, threads, model, linked, ..Options::default() };
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
        from_node: made_of,
        assumes: words.text("estimate-assumes"),
    }))
}

/// Lists for an estimate
///
/// Lists of people in the node's records, with how many are on each: by dataset, by the agency that
/// took the report, or by the way in which reports came. Nobody is named.
#[utoipa::path(
    get, path = "/api/estimate/lists", tag = "Workbench",
    params(("by" = ListedBy, Query, description = "What makes a list")),
    responses((status = 200, description = "The lists", body = EstimateLists))
)]
pub(crate) async fn lists(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    mut query: Query,
) -> Result<Json<EstimateLists>, Problem> {
    let code = query.one("by")?.unwrap_or_default();
    query.finish()?;
    let codes = "dataset | agency | channel";
    let by = ListBy::of_code(&code).ok_or_else(|| malformed("by", codes))?;
    let wanted = OverlapWanted { by, lists: Vec::new(), likely: None, seed: 1 };
    let found = state.ask(move |state| Ok(state.node().overlap(&wanted, &reader)?)).await?;
    Ok(Json(EstimateLists {
        by: ListedBy::of(by),
        lists: found.known.into_iter().map(ListOfPeople::of).collect(),
        reporters: found.reporters,
    }))
}

type Made = (Counts, Vec<Counts>, Option<FromNodeView>);

/// The table of some lists of the node.
async fn of_node(
    state: &Arc<ApiState>,
    wanted: FromNodeWanted,
    seed: u64,
    reader: &Reader,
    headers: &HeaderMap,
) -> Result<Made, Problem> {
    let FromNodeWanted { by, lists, likely } = wanted;
    if likely.is_some_and(|likely| !(0.5..=1.0).contains(&likely)) {
        return Err(malformed("likely", "0.5 - 1"));
    }
    if lists.is_empty() {
        return Err(malformed("lists", "2 - 9"));
    }
    let wanted = OverlapWanted { by: by.of_node(), lists, likely, seed };
    let reader = reader.clone();
    let overlap = state.ask(move |state| Ok(state.node().overlap(&wanted, &reader)?)).await?;
    let counts = overlap.counts.ok_or_else(|| malformed("lists", "2 - 9"))?;
    let says = Message::new("estimate-from-node")
        .count("records", overlap.records)
        .count("people", counts.observed())
        .count("judged", overlap.judged)
        .count("likely", overlap.likely)
        .count("waiting", overlap.waiting);
    let view = FromNodeView {
        by,
        lists: overlap.taken.into_iter().map(ListOfPeople::of).collect(),
        records: overlap.records,
        links_judged: overlap.judged,
        links_likely: overlap.likely,
        pairs_waiting: overlap.waiting,
        says: state.words(headers).say(&says),
    };
    Ok((counts, overlap.drawn, Some(view)))
}

impl ListedBy {
    fn of(by: ListBy) -> Self {
        match by {
            ListBy::Dataset => Self::Dataset,
            ListBy::Agency => Self::Agency,
            ListBy::Channel => Self::Channel,
        }
    }

    fn of_node(self) -> ListBy {
        match self {
            Self::Dataset => ListBy::Dataset,
            Self::Agency => ListBy::Agency,
            Self::Channel => ListBy::Channel,
        }
    }
}

impl ListOfPeople {
    fn of(PeopleList { key, name, people, records }: PeopleList) -> Self {
        Self { key, name, people, records }
    }
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
            as_linked: answer.linkage.map(|it| it.as_linked),
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
            linkage: says.linkage,
            warnings: says.warnings.into_iter().map(told).collect(),
            refused: says.refused.map(told),
        }
    }
}

/// Five lists of some thousand people take ten seconds of two cores.
const REPLICATES_MAX: u32 = 1000;
