//! Looks in an emergency: taken at a record, listed under `/emergencies.json`, and reviewed by
//! a second person.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use liaison_model::{CommitNumber, Instant, Reader};
use liaison_node::{EmergencyLook, EmergencyState, LookVerdict, ShowOptions, Uncovering};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::Signed;
use crate::body::Sent;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::{LIMIT_MAX, Query, malformed, not_one_of};
use crate::screens::record::{RecordScreen, screen};
use crate::state::ApiState;

/// Some looks in an emergency, newest first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EmergenciesAnswer {
    results: Vec<EmergencyView>,
    /// To be given as `before` for the next ones; absent where there are no more.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    next: Option<CommitNumber>,
    /// How many nobody reviewed yet, and there is time.
    waiting: u64,
    /// How many nobody reviewed in time.
    overdue: u64,
}

/// A look in an emergency: records by their ids, and nothing that stands in them.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EmergencyLook)]
pub struct EmergencyView {
    /// Its number in the chain of looks.
    look: CommitNumber,
    #[schema(value_type = String, format = DateTime)]
    at: Instant,
    /// Whose account it was.
    officer: String,
    /// The roles that the account had.
    roles: Vec<String>,
    /// The screen, command or route.
    route: String,
    /// Ids of the records that were looked at.
    records: Vec<String>,
    /// Why it could not wait.
    reason: String,
    /// Until when a second person is to review it.
    #[schema(value_type = String, format = DateTime)]
    due: Instant,
    /// `waiting`, `overdue`, `confirmed` or `rejected`.
    state: String,
    /// Whether it was reviewed after that time.
    was_late: bool,
    /// What the second person said.
    #[schema(required)]
    review: Option<ReviewView>,
}

/// What a second person holds of a look.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LookReview)]
pub struct ReviewView {
    /// Who.
    officer: String,
    #[schema(value_type = String, format = DateTime)]
    at: Instant,
    /// Why; empty where a look was confirmed without a word.
    reason: String,
}

/// Why somebody is uncovered who may not be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EmergencySent {
    /// Why it cannot wait, in words that name nobody.
    #[schema(min_length = 1, max_length = 2000, pattern = r"\S")]
    reason: String,
    /// Of what was known at this moment; absent: of what is known now.
    #[schema(value_type = Option<String>, format = DateTime)]
    known_on: Option<Instant>,
}

/// What a second person holds of a look.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReviewSent {
    /// `confirmed` or `rejected`.
    #[schema(max_length = 20)]
    verdict: String,
    /// Why, in words that name nobody; a rejection needs it.
    #[serde(default)]
    #[schema(max_length = 2000)]
    reason: String,
}

impl EmergencyView {
    /// A look as it is told at a moment.
    #[must_use]
    pub fn of(look: &EmergencyLook, now: Instant) -> Self {
        let entry = &look.entry;
        Self {
            look: look.look,
            at: entry.at,
            officer: entry.officer.clone(),
            roles: entry.role.split_whitespace().map(str::to_owned).collect(),
            route: entry.route.clone(),
            records: entry.entities.iter().map(ToString::to_string).collect(),
            reason: look.reason.clone(),
            due: look.due,
            state: look.state(now).code().to_owned(),
            was_late: look.was_late(),
            review: look.review.as_ref().map(|review| ReviewView {
                officer: review.officer.clone(),
                at: review.at,
                reason: review.reason.clone(),
            }),
        }
    }
}

/// Uncover a person in an emergency
///
/// Where the officer's roles do not uncover them, and somebody's life may hang on it. Opens at once,
/// under the officer's account and with the reason; a second person reviews it within a day.
#[utoipa::path(
    post, path = "/api/records/{id}/emergency", tag = "Workbench", request_body = EmergencySent,
    params(("id" = String, Path, description = "Id of the entity")),
    responses((status = 200, description = "The record, uncovered", body = RecordScreen))
)]
pub(crate) async fn look(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(EmergencySent { reason, known_on }): Sent<EmergencySent>,
) -> Result<Json<RecordScreen>, Problem> {
    query.finish()?;
    let uncover = Uncovering::InEmergency { reason };
    let options = ShowOptions { known_on, uncover, route: ROUTE };
    let answer =
        state.ask(move |state| screen(state, &state.node().record(&id, &reader, &options)?));
    answer.await.map(Json)
}

/// Looks in an emergency
///
/// Who uncovered whom against the rules, why, and what a second person holds of it, newest first.
#[utoipa::path(
    get, path = "/emergencies.json", tag = "Audit",
    params(
        ("state" = Option<String>, Query, description = "Those that stand so: `waiting`, `overdue`, `confirmed` or `rejected`"),
        ("before" = Option<u64>, Query, description = "Those before this number"),
        ("limit" = Option<u64>, Query, description = "How many at most"),
    ),
    responses((status = 200, description = "The looks", body = EmergenciesAnswer))
)]
pub(crate) async fn list(
    State(state): State<Arc<ApiState>>,
    Signed { .. }: Signed,
    mut query: Query,
) -> Result<Json<EmergenciesAnswer>, Problem> {
    let wanted = query.one("state")?;
    if wanted.as_ref().is_some_and(|wanted| !STATES.contains(&wanted.as_str())) {
        return Err(not_one_of("state", &STATES));
    }
    let before = crate::looks::before(&mut query)?;
    let limit = query.number("limit", LIMIT, LIMIT_MAX)?;
    query.finish()?;
    let answer = state.ask(move |state| {
        let (node, now) = (state.node(), state.node().now());
        let all: Vec<EmergencyView> =
            node.emergency_looks()?.iter().map(|look| EmergencyView::of(look, now)).collect();
        let count = |code| all.iter().filter(|look| look.state == code).count() as u64;
        let (waiting, overdue) = (count(STATES[0]), count(STATES[1]));
        let is_wanted = |look: &EmergencyView| {
            before.is_none_or(|before| look.look < before)
                && wanted.as_ref().is_none_or(|wanted| look.state == *wanted)
        };
        let mut results: Vec<EmergencyView> =
            all.into_iter().filter(is_wanted).take(limit + 1).collect();
        let is_cut = limit < results.len();
        results.truncate(limit);
        let next = results.last().filter(|_| is_cut).map(|look| look.look);
        Ok(EmergenciesAnswer { results, next, waiting, overdue })
    });
    answer.await.map(Json)
}

/// Review a look in an emergency
///
/// A second person says whether it was right. What they said stays.
#[utoipa::path(
    post, path = "/api/looks/{id}/review", tag = "Audit", request_body = ReviewSent,
    params(("id" = u64, Path, description = "Number of the look")),
    responses((status = 200, description = "It is on disk", body = EmergencyView))
)]
pub(crate) async fn review(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(ReviewSent { verdict, reason }): Sent<ReviewSent>,
) -> Result<Json<EmergencyView>, Problem> {
    query.finish()?;
    let look: CommitNumber = id.parse().map_err(|_| malformed("id", "120"))?;
    let verdict = LookVerdict::of_code(&verdict)
        .ok_or_else(|| not_one_of("verdict", &["confirmed", "rejected"]))?;
    let answer = state.ask(move |state| {
        let node = state.node();
        let look = node.review_look(look, verdict, &reason, &reader)?;
        Ok(EmergencyView::of(&look, node.now()))
    });
    answer.await.map(Json)
}

/// The looks that wait for somebody: for their review, where they review looks; and their own that
/// nobody confirmed, for as long as they are new.
pub(crate) fn waiting(
    state: &ApiState,
    reader: &Reader,
    reviews: bool,
) -> Result<Vec<EmergencyView>, Problem> {
    let (node, now) = (state.node(), state.node().now());
    let waits = |look: &&EmergencyLook| {
        let is_new = now < look.due.plus_seconds(TOLD_SECONDS);
        let is_own = look.entry.officer == reader.name();
        match look.state(now) {
            EmergencyState::Confirmed => false,
            EmergencyState::Rejected => is_own && is_new,
            EmergencyState::Waiting | EmergencyState::Overdue => reviews || is_own,
        }
    };
    let looks = node.emergency_looks()?;
    let waiting = looks.iter().filter(waits).take(WAITING_MAX);
    Ok(waiting.map(|look| EmergencyView::of(look, now)).collect())
}

/// How long an officer is told that their look was rejected.
const TOLD_SECONDS: i64 = 30 * 24 * 60 * 60;
const WAITING_MAX: usize = 50;
const ROUTE: &str = "/records/{id}";
const LIMIT: usize = 50;
const STATES: [&str; 4] = ["waiting", "overdue", "confirmed", "rejected"];
