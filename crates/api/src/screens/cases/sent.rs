//! What officers send to a case.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use liaison_model::{Instant, Purpose};
use liaison_node::{CaseSaid, HandoverAct, NewCase, TaskChange, TaskWanted};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::Signed;
use crate::body::Sent;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::{Query, malformed, not_one_of};
use crate::screens::situation::{ReceiptView, receipt};
use crate::state::ApiState;

/// A case that somebody wants to open.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseSent {
    /// Name of the template.
    #[schema(max_length = 40)]
    template: String,
    /// What it is called, in words that name nobody.
    #[schema(max_length = 250)]
    title: String,
    /// Language of the tasks.
    #[serde(default)]
    #[schema(max_length = 10)]
    language: String,
}

/// Something for a case.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EntrySent {
    /// `note`, `decision`, `event`, `link`, `task`, `let-in`, `let-out`, `close` or `reopen`.
    #[schema(max_length = 20)]
    kind: String,
    /// What is said; the title of a task; the id or number of what is linked.
    #[serde(default)]
    #[schema(max_length = 20000)]
    text: String,
    /// Why.
    #[serde(default)]
    #[schema(max_length = 2000)]
    reason: String,
    /// When an event happened; by when a task is due.
    #[serde(default)]
    #[schema(max_length = 40)]
    date: String,
    /// Who is to do a task; who is let in or out.
    #[serde(default)]
    #[schema(max_length = 250)]
    officer: String,
    /// The heading of a task.
    #[serde(default)]
    #[schema(max_length = 250)]
    group: String,
}

/// A change of a task. What is empty stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TaskSent {
    #[serde(default)]
    #[schema(max_length = 20)]
    status: String,
    #[serde(default)]
    #[schema(max_length = 250)]
    assignee: String,
    #[serde(default)]
    #[schema(max_length = 40)]
    due: String,
    /// Why.
    #[serde(default)]
    #[schema(max_length = 2000)]
    reason: String,
}

/// A word on the way of a piece of evidence.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct HandoverSent {
    /// `offer`, `accept` or `refuse`.
    #[schema(max_length = 20)]
    act: String,
    /// To whom it is offered.
    #[serde(default)]
    #[schema(max_length = 250)]
    to: String,
    /// Why.
    #[serde(default)]
    #[schema(max_length = 2000)]
    reason: String,
}

/// A timeline with Timesketch's columns.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TimelineSent {
    /// The table: message, datetime, timestamp_desc.
    csv: String,
}

/// What a case file is written for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FileSent {
    /// A purpose, to uncover the case's people in the file; empty: they stay covered.
    #[serde(default)]
    #[schema(
        pattern = "^(rescue|victim-support|repatriation|criminal-investigation|asset-recovery|prevention|statistics|audit)?$"
    )]
    purpose: String,
}

/// Why something is taken back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReasonSent {
    #[schema(min_length = 1, max_length = 2000, pattern = r"\S")]
    pub(super) reason: String,
}

/// What was put into a case.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CaseSaidView {
    /// Id of what was said; of the case where one was opened.
    id: String,
    /// Number of the case.
    case: String,
    commit: u64,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    known_on: Instant,
}

/// Open a case
///
/// Gives it a number and its template's tasks, and lets its opener in.
#[utoipa::path(
    post, path = "/api/cases", tag = "Workbench", request_body = CaseSent,
    responses((status = 200, description = "It is on disk", body = CaseSaidView))
)]
pub(crate) async fn open(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    query: Query,
    Sent(CaseSent { template, title, language }): Sent<CaseSent>,
) -> Result<Json<CaseSaidView>, Problem> {
    query.finish()?;
    let new = NewCase { template, title, language };
    let answer = state.ask(move |state| {
        let opened = state.node().open_case(&new, &reader)?;
        said(state, CaseSaid { id: opened.id, case: opened.number, commit: opened.commit })
    });
    answer.await.map(Json)
}

/// Put something into a case
///
/// A note, a decision with its reason, an event, a link, a task; somebody is let in or out; the case
/// is closed or opened again. Nothing takes the place of anything.
#[utoipa::path(
    post, path = "/api/cases/{id}/entries", tag = "Workbench", request_body = EntrySent,
    params(("id" = String, Path, description = "Number or id of the case")),
    responses((status = 200, description = "It is on disk", body = CaseSaidView))
)]
pub(crate) async fn enter(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(sent): Sent<EntrySent>,
) -> Result<Json<CaseSaidView>, Problem> {
    query.finish()?;
    let answer = state.ask(move |state| {
        let node = state.node();
        let EntrySent { kind, text, reason, date, officer, group } = sent;
        let done = match kind.as_str() {
            "note" => node.note_in_case(&id, &text, &reader)?,
            "decision" => node.decide_in_case(&id, &text, &reason, &reader)?,
            "event" => node.event_in_case(&id, &date, &text, &reader)?,
            "link" => node.link_to_case(&id, &text, &reader)?,
            "task" => {
                let task = TaskWanted { title: text, group, assignee: officer, due: date };
                node.add_task(&id, &task, &reader)?
            }
            "let-in" => node.let_in(&id, &officer, &reason, &reader)?,
            "let-out" => node.let_out(&id, &officer, &reason, &reader)?,
            "close" => node.set_case_open(&id, false, &reason, &reader)?,
            "reopen" => node.set_case_open(&id, true, &reason, &reader)?,
            _ => return Err(not_one_of("kind", KINDS)),
        };
        said(state, done)
    });
    answer.await.map(Json)
}

/// Change a task
///
/// What it was stays beside it.
#[utoipa::path(
    post, path = "/api/tasks/{id}", tag = "Workbench", request_body = TaskSent,
    params(("id" = String, Path, description = "Id of the task")),
    responses((status = 200, description = "It is on disk", body = CaseSaidView))
)]
pub(crate) async fn change_task(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(TaskSent { status, assignee, due, reason }): Sent<TaskSent>,
) -> Result<Json<CaseSaidView>, Problem> {
    query.finish()?;
    let change = TaskChange { status, assignee, due, reason };
    let answer =
        state.ask(move |state| said(state, state.node().change_task(&id, &change, &reader)?));
    answer.await.map(Json)
}

/// Hand a piece of evidence over
///
/// Whoever has it offers it; whoever is offered it accepts or refuses. Each signs for themself.
#[utoipa::path(
    post, path = "/api/evidence/{id}/handovers", tag = "Workbench", request_body = HandoverSent,
    params(("id" = String, Path, description = "Id of the piece of evidence")),
    responses((status = 200, description = "It is on disk", body = CaseSaidView))
)]
pub(crate) async fn hand_over(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(HandoverSent { act, to, reason }): Sent<HandoverSent>,
) -> Result<Json<CaseSaidView>, Problem> {
    query.finish()?;
    let act = match act.as_str() {
        "offer" => HandoverAct::Offer { to, reason },
        "accept" => HandoverAct::Accept,
        "refuse" => HandoverAct::Refuse { reason },
        _ => return Err(not_one_of("act", &["offer", "accept", "refuse"])),
    };
    let answer = state.ask(move |state| said(state, state.node().hand_over(&id, &act, &reader)?));
    answer.await.map(Json)
}

/// Bring a timeline into a case
///
/// All of its rows, or none.
#[utoipa::path(
    post, path = "/api/cases/{id}/timeline", tag = "Workbench", request_body = TimelineSent,
    params(("id" = String, Path, description = "Number or id of the case")),
    responses((status = 200, description = "It is on disk", body = CaseSaidView))
)]
pub(crate) async fn timeline(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(TimelineSent { csv }): Sent<TimelineSent>,
) -> Result<Json<CaseSaidView>, Problem> {
    query.finish()?;
    let answer = state.ask(move |state| {
        let brought = state.node().bring_timeline(&id, csv.as_bytes(), &reader)?;
        let (case, commit) = (brought.case, brought.commit);
        said(state, CaseSaid { id: case.clone(), case, commit })
    });
    answer.await.map(Json)
}

/// Write a case file
///
/// The whole case as a file for another node. With a purpose, its people are uncovered in it, and
/// a look at each is recorded first.
#[utoipa::path(
    post, path = "/api/cases/{id}/file", tag = "Workbench", request_body = FileSent,
    params(("id" = String, Path, description = "Number or id of the case")),
    responses((status = 200, description = "The case file", content_type = "application/json"))
)]
pub(crate) async fn file(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(FileSent { purpose }): Sent<FileSent>,
) -> Result<Response, Problem> {
    query.finish()?;
    let names: Vec<&str> = Purpose::names().collect();
    let reader = match purpose.trim() {
        "" => reader,
        text => reader.with_purpose(text.parse().map_err(|_| not_one_of("purpose", &names))?),
    };
    let answer = state.ask(move |state| Ok(state.node().case_file(&id, &reader)?));
    Ok(Json(answer.await?).into_response())
}

/// Take something back from a case
///
/// It stays in History, with who took it back, when and why.
#[utoipa::path(
    post, path = "/api/case-entries/{id}/withdraw", tag = "Workbench", request_body = ReasonSent,
    params(("id" = String, Path, description = "Id of the entry, task, change or evidence")),
    responses((status = 200, description = "It is taken back", body = ReceiptView))
)]
pub(crate) async fn take_back(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(sent): Sent<ReasonSent>,
) -> Result<Json<ReceiptView>, Problem> {
    query.finish()?;
    let reason = sent.checked()?;
    let answer = state
        .ask(move |state| receipt(state, state.node().take_back_from_case(&id, &reason, &reader)?));
    answer.await.map(Json)
}

impl ReasonSent {
    pub(crate) fn checked(self) -> Result<String, Problem> {
        if REASON_CHARS_MAX < self.reason.chars().count() || self.reason.trim().is_empty() {
            return Err(malformed("reason", "entered by mistake"));
        }
        Ok(self.reason)
    }
}

pub(crate) fn said(state: &ApiState, said: CaseSaid) -> Result<CaseSaidView, Problem> {
    let CaseSaid { id, case, commit } = said;
    Ok(CaseSaidView { id, case, commit, known_on: state.commit_time(commit)? })
}

const KINDS: &[&str] =
    &["note", "decision", "event", "link", "task", "let-in", "let-out", "close", "reopen"];
const REASON_CHARS_MAX: usize = 2_000;
