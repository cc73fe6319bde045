//! What officers send: a report, another source of it, a stage, a welfare check, and the taking
//! back of one.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use liaison_model::Instant;
use liaison_node::{
    CheckWanted, Entered, Field, ReportJudged, ReportTaken, ReportWanted, StageWanted,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::same::VerdictSent;
use crate::access::Signed;
use crate::body::Sent;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::{Query, malformed};
use crate::screens::situation::{ReceiptView, receipt};
use crate::state::ApiState;

/// What was told of somebody missing or held.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReportSent {
    /// Property by property, with `person.` before those of the person; several values each.
    fields: BTreeMap<String, Vec<String>>,
    /// Who told it and how, in words that name nobody.
    #[serde(default)]
    #[schema(max_length = 500)]
    source: String,
    /// Handling marks, such as `TLP:AMBER to:kh.npc`; none: it stays with this agency.
    #[serde(default)]
    #[schema(max_length = 500)]
    handling: String,
    /// What the officer says about reports that may be about the same person.
    #[serde(default)]
    #[schema(max_items = 20)]
    judged: Vec<JudgedSent>,
    /// Keep nothing where another report may be about the same person and is not among `judged`.
    #[serde(default)]
    unless_known: bool,
}

/// What an officer says about a report that is there, when another is taken.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct JudgedSent {
    /// Number or id of the report that is there.
    #[schema(max_length = 250)]
    report: String,
    /// Whether the two are one.
    verdict: VerdictSent,
    /// Why.
    #[schema(min_length = 1, max_length = 2000, pattern = r"\S")]
    reason: String,
}

/// A stage that somebody says a report has reached.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StageSent {
    /// The stage's code.
    #[schema(max_length = 40)]
    stage: String,
    /// When it was reached; today where it is absent.
    #[serde(default)]
    #[schema(max_length = 40)]
    date: String,
    /// Which agency says so; this one where it is absent.
    #[serde(default)]
    #[schema(max_length = 200)]
    authority: String,
    /// Why, where it is out of the usual order.
    #[serde(default)]
    #[schema(max_length = 2000)]
    reason: String,
    /// Why the report is closed, as a code.
    #[serde(default)]
    #[schema(max_length = 40)]
    closing: String,
    /// What a person who is dead died of, or that it is under investigation.
    #[serde(default)]
    #[schema(max_length = 2000)]
    death_cause: String,
    /// Who told the next of kin.
    #[serde(default)]
    #[schema(max_length = 2000)]
    kin_told_by: String,
    /// When they were told.
    #[serde(default)]
    #[schema(max_length = 40)]
    kin_told_at: String,
    /// The word that the officer had before them, so that two who act at once are both kept.
    #[schema(max_length = 250)]
    follows: Option<String>,
}

/// A welfare check.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CheckSent {
    /// When it was made; today where it is absent.
    #[serde(default)]
    #[schema(max_length = 40)]
    date: String,
    /// Which agency made it; this one where it is absent.
    #[serde(default)]
    #[schema(max_length = 200)]
    authority: String,
    /// How, as a code.
    #[schema(max_length = 40)]
    channel: String,
    /// What came of it, as a code.
    #[schema(max_length = 40)]
    outcome: String,
    /// What was said, seen or heard.
    #[serde(default)]
    #[schema(max_length = 2000)]
    note: String,
    /// By when the next is due.
    #[serde(default)]
    #[schema(max_length = 40)]
    next: String,
}

/// Why an entry is taken back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TakeBackSent {
    #[schema(min_length = 1, max_length = 2000, pattern = r"\S")]
    reason: String,
}

/// A report that was taken.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TakenView {
    id: String,
    number: Option<String>,
    /// Entity id of the person.
    person: String,
    commit: u64,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    known_on: Instant,
    /// The number or id of the report that stands for it, where it was judged one with others.
    one_with: Option<String>,
}

/// What was entered.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EnteredView {
    id: String,
    report: String,
    /// How many words on the report do not go together now.
    disagreements: u64,
    commit: u64,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    known_on: Instant,
}

/// Take a report
///
/// Gives it a number, its first stage, and a record of the person.
#[utoipa::path(
    post, path = "/api/reports", tag = "Workbench", request_body = ReportSent,
    responses((status = 200, description = "It is on disk", body = TakenView))
)]
pub(crate) async fn take(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    query: Query,
    Sent(sent): Sent<ReportSent>,
) -> Result<Json<TakenView>, Problem> {
    query.finish()?;
    let wanted = wanted(sent)?;
    let answer = state.ask(move |state| taken(state, state.node().take_report(&wanted, &reader)?));
    answer.await.map(Json)
}

/// Add a source to a report
///
/// What another source tells stands beside what is there.
#[utoipa::path(
    post, path = "/api/reports/{id}/sources", tag = "Workbench", request_body = ReportSent,
    params(("id" = String, Path, description = "Number or id of the report")),
    responses((status = 200, description = "It is on disk", body = TakenView))
)]
pub(crate) async fn add(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(sent): Sent<ReportSent>,
) -> Result<Json<TakenView>, Problem> {
    query.finish()?;
    let wanted = wanted(sent)?;
    let answer =
        state.ask(move |state| taken(state, state.node().add_to_report(&id, &wanted, &reader)?));
    answer.await.map(Json)
}

/// Enter a stage
///
/// One agency's dated word; nothing that others said goes. What is out of the usual order needs a
/// reason, which is kept.
#[utoipa::path(
    post, path = "/api/reports/{id}/stages", tag = "Workbench", request_body = StageSent,
    params(("id" = String, Path, description = "Number or id of the report")),
    responses((status = 200, description = "It is on disk", body = EnteredView))
)]
pub(crate) async fn stage(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(sent): Sent<StageSent>,
) -> Result<Json<EnteredView>, Problem> {
    query.finish()?;
    let StageSent {
        stage,
        date,
        authority,
        reason,
        closing,
        death_cause,
        kin_told_by,
        kin_told_at,
        follows,
    } = sent;
    let wanted = StageWanted {
        stage,
        date,
        authority,
        reason,
        closing,
        death_cause,
        kin_told_by,
        kin_told_at,
        follows,
    };
    let answer =
        state.ask(move |state| entered(state, state.node().enter_stage(&id, &wanted, &reader)?));
    answer.await.map(Json)
}

/// Enter a welfare check
#[utoipa::path(
    post, path = "/api/reports/{id}/checks", tag = "Workbench", request_body = CheckSent,
    params(("id" = String, Path, description = "Number or id of the report")),
    responses((status = 200, description = "It is on disk", body = EnteredView))
)]
pub(crate) async fn check(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(sent): Sent<CheckSent>,
) -> Result<Json<EnteredView>, Problem> {
    query.finish()?;
    let CheckSent { date, authority, channel, outcome, note, next } = sent;
    let wanted = CheckWanted { date, authority, channel, outcome, note, next };
    let answer =
        state.ask(move |state| entered(state, state.node().enter_check(&id, &wanted, &reader)?));
    answer.await.map(Json)
}

/// Take a stage or a check back
///
/// It stays in History, with who took it back, when and why.
#[utoipa::path(
    post, path = "/api/report-entries/{id}/withdraw", tag = "Workbench",
    request_body = TakeBackSent,
    params(("id" = String, Path, description = "Id of the stage or check")),
    responses((status = 200, description = "It is taken back", body = ReceiptView))
)]
pub(crate) async fn take_back(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(sent): Sent<TakeBackSent>,
) -> Result<Json<ReceiptView>, Problem> {
    query.finish()?;
    check_reason(&sent.reason)?;
    let answer = state.ask(move |state| {
        receipt(state, state.node().take_back_entry(&id, &sent.reason, &reader)?)
    });
    answer.await.map(Json)
}

pub(super) fn check_reason(reason: &str) -> Result<(), Problem> {
    if REASON_CHARS_MAX < reason.chars().count() || reason.trim().is_empty() {
        return Err(malformed("reason", "entered by mistake"));
    }
    Ok(())
}

pub(super) fn wanted(sent: ReportSent) -> Result<ReportWanted, Problem> {
    let marks = match sent.handling.trim() {
        "" => liaison_model::Marks::default(),
        text => text.parse().map_err(|_| malformed("handling", "TLP:AMBER to:kh.npc"))?,
    };
    let fields = sent.fields.into_iter().flat_map(|(name, values)| {
        values.into_iter().map(move |value| Field { name: name.clone(), value })
    });
    let mut judged = Vec::new();
    for JudgedSent { report, verdict, reason } in sent.judged {
        check_reason(&reason)?;
        judged.push(ReportJudged { report, verdict: verdict.meant(), reason });
    }
    let (fields, source) = (fields.collect(), sent.source);
    Ok(ReportWanted { fields, source, marks, judged, unless_known: sent.unless_known })
}

fn taken(state: &ApiState, taken: ReportTaken) -> Result<TakenView, Problem> {
    let ReportTaken { id, number, person, commit, one_with } = taken;
    Ok(TakenView { id, number, person, commit, known_on: state.commit_time(commit)?, one_with })
}

fn entered(state: &ApiState, entered: Entered) -> Result<EnteredView, Problem> {
    let Entered { id, report, commit, disagreements } = entered;
    let known_on = state.commit_time(commit)?;
    Ok(EnteredView { id, report, disagreements: disagreements as u64, commit, known_on })
}

const REASON_CHARS_MAX: usize = 2_000;
