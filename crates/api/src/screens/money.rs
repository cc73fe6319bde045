//! `/money.json` and `/money/{id}.json`: the tables of the ledger, what officers ask of them, and
//! the traces that they keep in cases.
//!
//! # Invariants
//!
//! * A question names its purpose, and the look is recorded before it is worked on. Its answer is
//!   for whoever asked alone.
//! * Work is done off the threads of requests, one piece after the other; whoever began it may stop
//!   it.

pub(crate) mod asked;
pub(crate) mod freezes;
pub(crate) mod jobs;
pub(crate) mod tables;

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Response};
use liaison_model::{Instant, Reader};
use liaison_node::ledger::LedgerTable;
use liaison_node::{CaseWanted, KnownTrace};
use serde::Serialize;
use utoipa::ToSchema;

use self::asked::MoneyQuestionView;
use self::jobs::MoneyJobView;
use crate::access::Signed;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::Query;
use crate::screens::parts::Handling;
use crate::state::ApiState;

/// Money as an officer finds it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MoneyScreen {
    /// Tables of the ledger, the last first.
    tables: Vec<LedgerTableView>,
    /// What the officer asked or loaded and did not forget, the last first, without answers.
    jobs: Vec<MoneyJobView>,
    /// Traces that were kept in cases of the officer, the last first.
    traces: Vec<MoneyTraceView>,
    /// Open cases of the officer, in which a trace can be kept.
    cases: Vec<MoneyCaseChoice>,
    /// The ledger stays with its originator.
    handling: Handling,
}

/// A table of the ledger.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LedgerTableView {
    id: String,
    file: String,
    sha256: String,
    format: String,
    rows: u64,
    problems: u64,
    officer: String,
    #[schema(value_type = String, format = DateTime)]
    at: Instant,
}

/// A trace that was kept.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MoneyTraceView {
    id: String,
    /// Number of its case.
    case: String,
    title: String,
    question: MoneyQuestionView,
    rule: String,
    ties: String,
    /// What was sent = held + returned + beyond the limits, for each currency.
    totals: Vec<String>,
    rows: u64,
    fingerprint: String,
    officer: String,
    #[schema(value_type = String, format = DateTime)]
    at: Instant,
}

/// A case in which something can be kept.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MoneyCaseChoice {
    number: String,
    title: Option<String>,
}

/// Money
///
/// Tables of the ledger, one's own questions, and traces that were kept.
#[utoipa::path(
    get, path = "/money.json", tag = "Workbench",
    responses((status = 200, description = "What there is", body = MoneyScreen))
)]
pub(crate) async fn screen(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    headers: HeaderMap,
    query: Query,
) -> Result<Json<MoneyScreen>, Problem> {
    query.finish()?;
    let jobs = jobs::of_officer(&state, reader.name(), state.words(&headers));
    let answer = state.ask(move |state| {
        let node = state.node();
        let mut tables = node.ledger_tables(&reader)?;
        tables.reverse();
        let traces = node.kept_traces(&reader)?;
        Ok(MoneyScreen {
            tables: tables.into_iter().map(LedgerTableView::of).collect(),
            jobs,
            traces: traces.into_iter().map(MoneyTraceView::of).collect(),
            cases: open_cases(state, &reader)?,
            handling: Handling::stays_here(),
        })
    });
    answer.await.map(Json)
}

/// A piece of work
///
/// How far a question or a load is, and its answer. Without `.json`, its screen.
#[utoipa::path(
    get, path = "/money/{id}.json", tag = "Workbench",
    params(
        ("id" = String, Path, description = "Id of the question or the load"),
        ("wait" = Option<u32>, Query, minimum = 0, maximum = 20, nullable = false, description = "Seconds to wait for its end; 0 answers at once"),
    ),
    responses((status = 200, description = "The work", body = MoneyJobView))
)]
pub(crate) async fn one(
    State(state): State<Arc<ApiState>>,
    signed: Result<Signed, Problem>,
    InPath(id): InPath,
    headers: HeaderMap,
    mut query: Query,
) -> Result<Response, Problem> {
    let Some(id) = id.strip_suffix(".json") else {
        return Ok(super::page(State(state), headers).await);
    };
    let signed = signed?;
    let wait = query.wait()?;
    query.finish()?;
    let job = jobs::own(&state, id, signed.reader.name())?;
    state.until_ended(wait, |_| job.is_running()).await;
    Ok(Json(job.view(state.words(&headers), true)).into_response())
}

fn open_cases(state: &ApiState, reader: &Reader) -> Result<Vec<MoneyCaseChoice>, Problem> {
    let wanted = CaseWanted { mine: true, closed: false };
    let cases = state.node().cases(reader, &wanted)?;
    let choice =
        |case: liaison_node::KnownCase| MoneyCaseChoice { number: case.number, title: case.title };
    Ok(cases.into_iter().map(choice).collect())
}

impl LedgerTableView {
    fn of(table: LedgerTable) -> Self {
        Self {
            id: table.id.to_string(),
            file: table.file,
            sha256: table.sha256,
            format: table.format,
            rows: table.rows,
            problems: table.problems,
            officer: table.author,
            at: table.at,
        }
    }
}

impl MoneyTraceView {
    fn of(trace: KnownTrace) -> Self {
        Self {
            id: trace.id,
            case: trace.case_number,
            title: trace.title,
            question: MoneyQuestionView::of(trace.question),
            rule: trace.rule,
            ties: trace.ties,
            totals: trace.totals,
            rows: trace.rows,
            fingerprint: trace.fingerprint,
            officer: trace.officer,
            at: trace.at,
        }
    }
}
