//! `/requests.json` and `/requests/{id}.json`: what is asked of other agencies and what they ask,
//! with the clocks that both sides see. Who is asked about is covered until a look.

mod sent;

use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Response};
use liaison_casework::{
    NewRequestWord, RequestStanding, RequestState, Side, State as _, check_request_word,
};
use liaison_model::{Instant, Reader};
use liaison_node::reading::Shown;
use liaison_node::{AskedAlready, KnownRequest, KnownWord, Node, RequestsWanted};
use serde::Serialize;
use utoipa::ToSchema;

pub(crate) use sent::{
    __path_draft, __path_reveal, __path_same, __path_say, draft, reveal, same, say,
};

use super::parts::{Handling, Text};
use crate::access::Signed;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::{LIMIT_DEFAULT, Query, not_one_of};
use crate::state::ApiState;

/// Requests to other agencies, and theirs.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RequestsScreen {
    /// What is late first, then by the clock that runs out next.
    rows: Vec<RequestRow>,
    total: u64,
    limit: usize,
    offset: usize,
    /// Agencies that can be asked: with which an agreement binds.
    agencies: Vec<String>,
    handling: Option<Handling>,
}

/// One request in a list. It says whom one asks, never about whom.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RequestRow {
    id: String,
    number: String,
    /// `asker` where this agency asks, `asked` where it is asked.
    side: &'static str,
    /// The other agency.
    peer: String,
    kind: &'static str,
    urgency: &'static str,
    state: &'static str,
    /// Whose word is awaited: `asker` or `asked`.
    waits_for: Option<&'static str>,
    is_late: bool,
    is_escalated: bool,
    /// The moment at which the clock that runs now runs out.
    #[schema(value_type = Option<String>, format = DateTime)]
    clock: Option<Instant>,
    /// What must be there by then: `acknowledge` or `answer`.
    clock_for: Option<&'static str>,
    /// When it was sent, as the asker signed.
    #[schema(value_type = Option<String>, format = DateTime)]
    sent: Option<Instant>,
    /// When it was drafted here, or came.
    #[schema(value_type = String, format = DateTime)]
    entered: Instant,
    /// Who drafted it, of ours.
    officer: String,
    handling: Handling,
}

/// A request with every word on it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RequestScreen {
    row: RequestRow,
    from: String,
    to: String,
    purpose: String,
    legal_basis: String,
    /// After this moment nobody needs an answer.
    #[schema(value_type = Option<String>, format = DateTime)]
    until: Option<Instant>,
    /// Number of the case, at the agency that asks.
    case: Option<String>,
    /// The record of the subject, at the agency that asks.
    subject: Option<String>,
    questions: Vec<Text>,
    identifiers: Vec<Text>,
    /// When the asked node signed that it has it.
    #[schema(value_type = Option<String>, format = DateTime)]
    delivered: Option<Instant>,
    /// The first word of an officer of the asked side.
    #[schema(value_type = Option<String>, format = DateTime)]
    acknowledged: Option<Instant>,
    #[schema(value_type = Option<String>, format = DateTime)]
    acknowledge_by: Option<Instant>,
    /// When it was answered in full, or refused.
    #[schema(value_type = Option<String>, format = DateTime)]
    settled: Option<Instant>,
    /// By when it must be; absent while the clock stands still.
    #[schema(value_type = Option<String>, format = DateTime)]
    answer_by: Option<Instant>,
    /// In the order in which words count.
    words: Vec<RequestWordView>,
    /// What this side may say next.
    next: Vec<&'static str>,
    /// Whether somebody else than who drafted it has to approve.
    needs_second_person: bool,
    asked_already: Vec<AskedAlreadyView>,
    is_covered: bool,
}

/// A word on a request.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RequestWordView {
    id: String,
    /// `asker` or `asked`.
    side: &'static str,
    state: &'static str,
    /// As its author signed.
    #[schema(value_type = String, format = DateTime)]
    at: Instant,
    /// When this node learnt it.
    #[schema(value_type = String, format = DateTime)]
    entered: Instant,
    text: Option<Text>,
    legal_basis: String,
    /// Records that were given.
    records: Vec<String>,
    /// Who said it, of ours.
    officer: String,
    /// Whether it counts: it is that side's to say, and follows.
    counts: bool,
    /// Whether it goes to the other side at all.
    travels: bool,
    /// When the other side's node signed that it has it, of ours.
    #[schema(value_type = Option<String>, format = DateTime)]
    confirmed: Option<Instant>,
}

/// A request about the same subject. It says whom to ask, and nothing of what was asked.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AskedAlreadyView {
    number: String,
    side: &'static str,
    peer: String,
    officer: String,
    state: &'static str,
    #[schema(value_type = String, format = DateTime)]
    entered: Instant,
    /// How many identifiers are the same.
    shared: usize,
}

/// Requests
///
/// Of this agency to others and of others to it, with state and clock; late ones first.
#[utoipa::path(
    get, path = "/requests.json", tag = "Workbench",
    params(
        ("side" = Option<String>, Query, nullable = false, pattern = "^(asker|asked)$", description = "`asker`: those that this agency sends; `asked`: those that it got"),
        ("open" = Option<bool>, Query, description = "Only those on which somebody's word is awaited"),
        ("limit" = Option<u64>, Query, nullable = false, description = "At most so many", maximum = 500),
        ("offset" = Option<u64>, Query, nullable = false, description = "Leave out so many at the beginning", maximum = 9499),
    ),
    responses((status = 200, description = "The requests", body = RequestsScreen))
)]
pub(crate) async fn list(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    mut query: Query,
) -> Result<Json<RequestsScreen>, Problem> {
    let side = match query.one("side")?.as_deref() {
        None => None,
        Some("asker") => Some(Side::Asker),
        Some("asked") => Some(Side::Asked),
        Some(_) => return Err(not_one_of("side", &["asker", "asked"])),
    };
    let open = query.flag("open")?;
    let page = query.page(LIMIT_DEFAULT)?;
    query.finish()?;
    let answer = state.ask(move |state| {
        let node = state.node();
        let all = node.requests(RequestsWanted { side, open }, &reader)?;
        let total = all.len() as u64;
        let rows: Vec<RequestRow> = page.of(all).iter().map(RequestRow::of).collect();
        let peers = node.peers()?.into_iter().filter(|peer| peer.agreement.is_some());
        Ok(RequestsScreen {
            handling: rows.first().map(|row| row.handling.clone()),
            rows,
            total,
            limit: page.limit,
            offset: page.offset,
            agencies: peers.map(|peer| peer.agency.to_string()).collect(),
        })
    });
    answer.await.map(Json)
}

/// `/requests/{id}`: the screen of a request, or its data.
pub(crate) async fn request(
    State(state): State<Arc<ApiState>>,
    InPath(id): InPath,
    request: Request,
) -> Result<Response, Problem> {
    match super::screen_of(&state, &id, request).await? {
        super::Screen::Page(page) => Ok(page),
        super::Screen::Data { id, reader, query } => one(&state, reader, id, query).await,
    }
}

/// A request
///
/// Every word of both sides, its clocks, and what this side may say next. Without `.json`, its
/// screen.
#[utoipa::path(
    get, path = "/requests/{id}.json", tag = "Workbench",
    params(("id" = String, Path, description = "Number or id of the request")),
    responses((status = 200, description = "The request", body = RequestScreen))
)]
pub(crate) async fn one(
    state: &Arc<ApiState>,
    reader: Reader,
    id: &str,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    let id = id.to_owned();
    let answer = state.ask(move |state| {
        let known = state.node().request(&id, &reader)?;
        RequestScreen::of(state.node(), &known, &reader)
    });
    Ok(Json(answer.await?).into_response())
}

impl RequestRow {
    pub(super) fn of(known: &KnownRequest) -> Self {
        let standing = &known.standing;
        let (clock, clock_for) = clock_of(standing);
        Self {
            id: known.id.to_string(),
            number: known.number.clone(),
            side: known.side.code(),
            peer: known.peer.to_string(),
            kind: known.kind.code(),
            urgency: known.urgency.code(),
            state: standing.state.code(),
            waits_for: standing.waits_for.map(Side::code),
            is_late: standing.is_late,
            is_escalated: standing.is_escalated,
            clock,
            clock_for,
            sent: standing.sent,
            entered: known.entered,
            officer: known.officer.clone(),
            handling: Handling::of(&known.handling),
        }
    }

    pub(super) fn handling(&self) -> Handling {
        self.handling.clone()
    }
}

/// The clock that runs now: until somebody says something, then until it is answered.
fn clock_of(standing: &RequestStanding) -> (Option<Instant>, Option<&'static str>) {
    if !standing.state.is_waiting() {
        return (None, None);
    }
    match (standing.acknowledged, standing.acknowledge_by) {
        (None, Some(by)) => (Some(by), Some("acknowledge")),
        _ => (standing.answer_by, standing.answer_by.map(|_| "answer")),
    }
}

impl RequestScreen {
    pub(super) fn of(node: &Node, known: &KnownRequest, reader: &Reader) -> Result<Self, Problem> {
        let standing = &known.standing;
        let (from, to) = known.ends(node.agency());
        let texts = |all: &[Shown]| all.iter().map(|text| Text::of(text, None)).collect();
        let asked = node.asked_about_the_same(known)?;
        let texts_of_words = known.words.iter().filter_map(|word| word.text.as_ref());
        let mut all = known.questions.iter().chain(&known.identifiers).chain(texts_of_words);
        Ok(Self {
            row: RequestRow::of(known),
            from: from.to_string(),
            to: to.to_string(),
            purpose: known.purpose.clone(),
            legal_basis: known.legal_basis.clone(),
            until: known.until,
            case: known.case.as_ref().map(|(_, number)| number.clone()),
            subject: known.subject.clone(),
            is_covered: all.any(Shown::is_covered),
            questions: texts(&known.questions),
            identifiers: texts(&known.identifiers),
            delivered: known.delivered,
            acknowledged: standing.acknowledged,
            acknowledge_by: standing.acknowledge_by,
            settled: standing.settled,
            answer_by: standing.answer_by,
            words: known.words.iter().map(|word| RequestWordView::of(known, word)).collect(),
            next: next_words(known),
            needs_second_person: node.needs_second_person(known, reader)?,
            asked_already: asked.iter().map(AskedAlreadyView::of).collect(),
        })
    }
}

/// What this side may say next, were it to give reason and law.
fn next_words(known: &KnownRequest) -> Vec<&'static str> {
    let may = |state: &&RequestState| {
        let new = NewRequestWord { state: **state, side: known.side, text: "-", legal_basis: "-" };
        check_request_word(&known.standing, &new).is_ok()
    };
    RequestState::ALL.iter().filter(may).map(|state| state.code()).collect()
}

impl RequestWordView {
    fn of(known: &KnownRequest, said: &KnownWord) -> Self {
        Self {
            id: said.id.to_string(),
            side: said.word.side.code(),
            state: said.word.state.code(),
            at: said.word.at,
            entered: said.entered,
            text: said.text.as_ref().map(|text| Text::of(text, None)),
            legal_basis: said.legal_basis.clone(),
            records: said.records.clone(),
            officer: said.officer.clone(),
            counts: !known.standing.set_aside.contains(&said.word.id),
            travels: said.word.state.travels(),
            confirmed: said.confirmed,
        }
    }
}

impl AskedAlreadyView {
    pub(super) fn of(asked: &AskedAlready) -> Self {
        Self {
            number: asked.number.clone(),
            side: asked.side.code(),
            peer: asked.peer.to_string(),
            officer: asked.officer.clone(),
            state: asked.state.code(),
            entered: asked.entered,
            shared: asked.shared,
        }
    }
}
