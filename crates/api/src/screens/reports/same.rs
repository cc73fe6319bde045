//! Reports that may be about one person, what officers decide about them, and what each source told.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use liaison_casework::{Listed, standing};
use liaison_model::messages::Catalogue;
use liaison_model::{Instant, Reader};
use liaison_node::reading::StatementView;
use liaison_node::{AlikeReport, Decided, RecordVerdict, ReportSource};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::sent::{ReportSent, wanted};
use super::{ReportRow, rows};
use crate::access::Signed;
use crate::body::Sent;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::Query;
use crate::screens::parts::Text;
use crate::screens::resolve::{JudgementView, PairReason};
use crate::screens::situation::{JudgedView, receipt};
use crate::state::ApiState;

/// A report that may be about the same person.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AlikeView {
    row: ReportRow,
    /// Entity id of its person.
    person: String,
    /// How likely the two are about one person, from 0 to 1.
    probability: f32,
    /// log2 of the odds.
    bits: f32,
    /// Where the sum begins, before anything is compared.
    start: f32,
    /// What it rests on; none where both name one record of a person.
    reasons: Vec<PairReason>,
    /// The last decision about the two.
    judgement: Option<JudgementView>,
}

/// What one source told at one time.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SourceView {
    /// Entity id of the report as which it was taken.
    report: String,
    /// The number of that report.
    number: Option<String>,
    /// Who told it and how, as the officer wrote it.
    source: Option<String>,
    /// Whose statements they are.
    originator: String,
    /// The officer who took it; absent where it came with a file.
    officer: Option<String>,
    /// When the node learnt it.
    #[schema(value_type = String, format = DateTime)]
    at: Instant,
    commit: u64,
    said: Vec<SaidView>,
}

/// One value that a source told.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SaidView {
    /// The property's name, by which its values have words.
    prop: String,
    value: Text,
}

/// A decision about two reports.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReportJudgementSent {
    /// Number or id of the other report.
    #[schema(max_length = 250)]
    other: String,
    /// Whether the two are one.
    verdict: VerdictSent,
    /// Why.
    #[schema(min_length = 1, max_length = 2000, pattern = r"\S")]
    reason: String,
}

/// Whether two reports are one.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum VerdictSent {
    Same,
    Different,
    Unsure,
}

/// Reports like one that is being taken
///
/// Reports that may be about the person of whom something is told, in whatever script, the
/// likeliest first. Nothing is kept. People stay covered.
#[utoipa::path(
    post, path = "/api/reports/similar", tag = "Workbench", request_body = ReportSent,
    responses((status = 200, description = "The reports", body = Vec<AlikeView>))
)]
pub(crate) async fn like_told(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    headers: HeaderMap,
    query: Query,
    Sent(sent): Sent<ReportSent>,
) -> Result<Json<Vec<AlikeView>>, Problem> {
    query.finish()?;
    let wanted = wanted(sent)?;
    let answer = state.ask(move |state| {
        let found = state.node().reports_alike(&wanted, &reader)?;
        views(state, &reader, &found, state.words(&headers))
    });
    answer.await.map(Json)
}

/// Reports like a report
///
/// Reports that may be about the same person, judged or not, the likeliest first.
#[utoipa::path(
    get, path = "/reports/{id}/similar.json", tag = "Workbench",
    params(("id" = String, Path, description = "Number or id of the report")),
    responses((status = 200, description = "The reports", body = Vec<AlikeView>))
)]
pub(crate) async fn like_report(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    headers: HeaderMap,
    InPath(id): InPath,
    query: Query,
) -> Result<Json<Vec<AlikeView>>, Problem> {
    query.finish()?;
    let answer = state.ask(move |state| {
        let found = state.node().reports_like(&id, &reader)?;
        views(state, &reader, &found, state.words(&headers))
    });
    answer.await.map(Json)
}

/// Decide whether two reports are one
///
/// Nothing is merged: of reports that are one, the one that was made first stands for all in lists
/// and counts, and shows its sources side by side. Taken back, each stands by itself again.
#[utoipa::path(
    post, path = "/api/reports/{id}/judgements", tag = "Workbench",
    request_body = ReportJudgementSent,
    params(("id" = String, Path, description = "Number or id of the report")),
    responses((status = 200, description = "It is on disk", body = JudgedView))
)]
pub(crate) async fn judge(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(sent): Sent<ReportJudgementSent>,
) -> Result<Json<JudgedView>, Problem> {
    query.finish()?;
    super::sent::check_reason(&sent.reason)?;
    let answer = state.ask(move |state| {
        let ReportJudgementSent { other, verdict, reason } = &sent;
        let Decided { id, commit } =
            state.node().judge_reports(&id, other, verdict.meant(), reason, &reader)?;
        Ok(JudgedView { id: id.to_string(), receipt: receipt(state, commit)? })
    });
    answer.await.map(Json)
}

impl VerdictSent {
    pub(super) fn meant(self) -> RecordVerdict {
        match self {
            Self::Same => RecordVerdict::Same,
            Self::Different => RecordVerdict::Different,
            Self::Unsure => RecordVerdict::Unsure,
        }
    }
}

impl SourceView {
    pub(super) fn of(source: &ReportSource) -> Self {
        let said = |said: &StatementView| SaidView {
            prop: said.prop.clone(),
            value: Text::of(&said.value, said.lang.as_deref()),
        };
        Self {
            report: source.report.clone(),
            number: source.number.clone(),
            source: source.source.clone(),
            originator: source.originator.clone(),
            officer: source.officer.clone(),
            at: source.at,
            commit: source.commit,
            said: source.said.iter().map(said).collect(),
        }
    }
}

fn views(
    state: &ApiState,
    reader: &Reader,
    found: &[AlikeReport],
    words: &Catalogue,
) -> Result<Vec<AlikeView>, Problem> {
    let node = state.node();
    let reports = node.reports(reader, None, None)?;
    let mut listed = Vec::with_capacity(found.len());
    for alike in found {
        let known = reports.find(&alike.report, node.agency().as_str())?;
        let standing = standing(&known.report, reports.day);
        listed.push((Listed { report: &known.report, standing }, known));
    }
    let (rows, _) = rows(state, reader, &reports, &listed)?;
    let view = |(row, alike): (ReportRow, &AlikeReport)| AlikeView {
        row,
        person: alike.person.clone(),
        probability: alike.probability,
        bits: alike.start + alike.reasons.iter().map(|reason| reason.weight).sum::<f32>(),
        start: alike.start,
        reasons: alike.reasons.iter().map(|reason| PairReason::of(reason, words)).collect(),
        judgement: alike.judgement.as_ref().map(JudgementView::of),
    };
    Ok(rows.into_iter().zip(found).map(view).collect())
}
