//! `/looks/exchange.json`: what passed between this agency and others, for auditors.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use liaison_model::{CommitNumber, Instant};
use liaison_node::exchange::{ExchangeEvent, ExchangeEventsWanted};
use serde::Serialize;
use utoipa::openapi::path::{Parameter, ParameterIn};
use utoipa::{IntoParams, ToSchema};

use crate::access::Signed;
use crate::looks::{before, moment, table};
use crate::problem::Problem;
use crate::query::{LIMIT_MAX, Query};
use crate::state::ApiState;

/// Some events, newest first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ExchangeEventsAnswer {
    results: Vec<ExchangeEventView>,
    /// To be given as `before` for the next ones; absent where there are no more.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    next: Option<CommitNumber>,
}

/// Something that passed between this agency and another.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ExchangeEventView {
    commit: CommitNumber,
    #[schema(value_type = String, format = DateTime)]
    at: Instant,
    /// What happened.
    #[schema(example = "shared")]
    event: &'static str,
    /// Who did it here; the agency, of what came from there.
    officer: String,
    peer: Option<String>,
    /// To whom something was to be passed on.
    to: Option<String>,
    /// How many statements, or lines of what was asked.
    count: u64,
    purpose: String,
    /// Number of the case, at the agency that asked.
    case: String,
    marks: String,
    /// Why it was refused, in the words of the catalogue.
    refusal: Option<String>,
    /// Ids of statements, where there are few.
    statements: Vec<String>,
    /// When the other side confirmed.
    #[schema(value_type = Option<String>, format = DateTime)]
    confirmed: Option<Instant>,
}

/// What passed between agencies
///
/// Who shared, asked, took back and was refused, when and for what, newest first. What was asked
/// stands nowhere.
#[utoipa::path(
    get, path = "/looks/exchange.json", tag = "Audit", params(EventsParameters),
    responses((status = 200, description = "The events", body = ExchangeEventsAnswer))
)]
pub(crate) async fn events(
    State(state): State<Arc<ApiState>>,
    Signed { .. }: Signed,
    mut query: Query,
) -> Result<Json<ExchangeEventsAnswer>, Problem> {
    let limit = query.number("limit", LIMIT, LIMIT_MAX)?;
    let wanted = wanted(query, limit)?;
    let found = state.ask(move |state| Ok(state.node().exchange_events(&wanted)?)).await?;
    let results = found.events.into_iter().map(ExchangeEventView::of).collect();
    Ok(Json(ExchangeEventsAnswer { results, next: found.next }))
}

/// What passed between agencies, as a table
///
/// The newest ten thousand of those that are wanted, as CSV.
#[utoipa::path(
    get, path = "/looks/exchange.csv", tag = "Audit", params(EventsParameters),
    responses((status = 200, description = "The table", body = String, content_type = "text/csv"))
)]
pub(crate) async fn events_file(
    State(state): State<Arc<ApiState>>,
    Signed { .. }: Signed,
    mut query: Query,
) -> Result<Response, Problem> {
    query.number("limit", LIMIT, LIMIT_MAX)?;
    let wanted = wanted(query, ROWS_MAX)?;
    let found = state.ask(move |state| Ok(state.node().exchange_events(&wanted)?)).await?;
    let rows = found.events.into_iter().map(|event| {
        let view = ExchangeEventView::of(event);
        vec![
            view.commit.to_string(),
            view.at.to_string(),
            view.event.to_owned(),
            view.officer,
            view.peer.unwrap_or_default(),
            view.to.unwrap_or_default(),
            view.count.to_string(),
            view.purpose,
            view.case,
            view.marks,
            view.refusal.unwrap_or_default(),
            view.statements.join("; "),
            view.confirmed.map(|at| at.to_string()).unwrap_or_default(),
        ]
    });
    table("liaison-exchange", &HEADINGS, rows)
}

impl ExchangeEventView {
    fn of(event: ExchangeEvent) -> Self {
        Self {
            commit: event.commit,
            at: event.at,
            event: event.kind.code(),
            officer: event.officer,
            peer: event.peer,
            to: event.to,
            count: event.count,
            purpose: event.purpose,
            case: event.case,
            marks: event.marks,
            refusal: event.refusal,
            statements: event.statements,
            confirmed: event.confirmed,
        }
    }
}

fn wanted(mut query: Query, limit: usize) -> Result<ExchangeEventsWanted, Problem> {
    let wanted = ExchangeEventsWanted {
        officer: query.one("officer")?,
        peer: query.one("peer")?,
        from: moment(&mut query, "from")?,
        to: moment(&mut query, "to")?,
        before: before(&mut query)?,
        limit,
    };
    query.finish().map(|()| wanted)
}

struct EventsParameters;

impl IntoParams for EventsParameters {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        crate::looks::described("peer", "Those with this agency")
    }
}

const LIMIT: usize = 50;
const ROWS_MAX: usize = 10_000;
const HEADINGS: [&str; 13] = [
    "commit",
    "at",
    "event",
    "officer",
    "agency",
    "to",
    "count",
    "purpose",
    "case",
    "marks",
    "refusal",
    "statements",
    "confirmed",
];
