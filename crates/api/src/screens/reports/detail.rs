//! One report: every word on its stages, its welfare checks, and what may come next.

use std::sync::Arc;

use axum::Json;
use axum::response::{IntoResponse as _, Response};
use liaison_casework::{Disagreement, Listed, MOVES, Stage, Step, WelfareCheck, standing};
use liaison_model::values::PartialDate;
use liaison_model::{Instant, Reader};
use serde::Serialize;
use utoipa::ToSchema;

use super::same::SourceView;
use super::{ReportRow, day, known_on, words_of};
use crate::problem::Problem;
use crate::query::Query;
use crate::screens::parts::Handling;
use crate::screens::places::RestrictionView;
use crate::screens::resolve::JudgementView;
use crate::state::ApiState;

/// One report.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReportScreen {
    /// The day on which it is counted.
    day: String,
    row: ReportRow,
    /// Entity id of the person.
    person: Option<String>,
    /// Every stage that anybody said, earliest first.
    steps: Vec<StepView>,
    /// The word that counts; absent where nobody said a stage.
    counts: Option<String>,
    /// Words that do not go together.
    disagreements: Vec<DisagreementView>,
    /// Welfare checks, latest first.
    checks: Vec<CheckView>,
    /// What each source told, the first first.
    sources: Vec<SourceView>,
    /// What officers decided about this report and others, oldest first.
    judgements: Vec<JudgementView>,
    /// Travel restrictions that hold on a place that the report names.
    warnings: Vec<RestrictionView>,
    /// Stages that may follow without a reason.
    usual_next: Vec<String>,
    handling: Handling,
    /// The last commit that is shown.
    position: u64,
}

/// One agency's word.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StepView {
    id: String,
    #[schema(value_type = String)]
    stage: Stage,
    date: Option<String>,
    authority: String,
    /// The officer who entered it; absent where it came with a file.
    officer: Option<String>,
    /// When the node learnt it.
    #[schema(value_type = String, format = DateTime)]
    entered: Instant,
    /// Why it is out of the usual order.
    reason: Option<String>,
    closed_reason: Option<String>,
    /// Whether it can be taken back by itself.
    can_be_taken_back: bool,
}

/// Words that do not go together.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DisagreementView {
    /// `fork`: two officers built on one word. `further`: another agency has the person further on.
    kind: String,
    /// The words.
    steps: Vec<String>,
}

/// One welfare check.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CheckView {
    id: String,
    date: Option<String>,
    authority: String,
    officer: Option<String>,
    channel: String,
    outcome: String,
    next: Option<String>,
}

/// A report
///
/// Every word on its stages, its welfare checks, and which stages may follow. What is known of the
/// person stands in the records. Without `.json`, its screen.
#[utoipa::path(
    get, path = "/reports/{id}.json", tag = "Workbench",
    params(
        ("id" = String, Path, description = "Number or id of the report"),
        ("day" = Option<String>, Query, format = Date, description = "Counted on this day; today where absent"),
        ("known_on" = Option<String>, Query, format = DateTime, description = "Of what was known at this moment"),
    ),
    responses((status = 200, description = "The report", body = ReportScreen))
)]
pub(crate) async fn one(
    state: &Arc<ApiState>,
    reader: Reader,
    id: &str,
    mut query: Query,
) -> Result<Response, Problem> {
    let day = day(&mut query)?;
    let known_on = known_on(&mut query)?;
    query.finish()?;
    let id = id.to_owned();
    let answer = state.ask(move |state| read(state, &reader, &id, known_on, day));
    Ok(Json(answer.await?).into_response())
}

fn read(
    state: &ApiState,
    reader: &Reader,
    id: &str,
    known_on: Option<Instant>,
    day: Option<jiff::civil::Date>,
) -> Result<ReportScreen, Problem> {
    let node = state.node();
    let reports = node.reports(reader, known_on, day)?;
    let known = reports.find(id, node.agency().as_str())?;
    let now = standing(&known.report, reports.day);
    let authorities = known.report.steps.iter().map(|step| step.authority.as_str());
    let names = node.captions(authorities.chain(known.report.place.as_deref()), reader)?;
    let named = |id: &String| names.get(id).unwrap_or(id).clone();
    let mut steps: Vec<&Step> = known.report.steps.iter().collect();
    steps.sort_by_key(|step| (step.day(), step.entered, step.stage, &step.id));
    let mut checks: Vec<_> = known.report.checks.iter().collect();
    checks.sort_by_key(|check| {
        std::cmp::Reverse((
            check.date.as_ref().map(PartialDate::earliest),
            check.entered,
            &check.id,
        ))
    });
    let text = |date: &PartialDate| date.to_string();
    let counts = now.word.map(|word| word.id.clone());
    let disagreements = now.disagreements.iter().map(|one| DisagreementView {
        kind: if matches!(one, Disagreement::Fork(..)) { "fork" } else { "further" }.to_owned(),
        steps: words_of(one),
    });
    let usual = MOVES.iter().find(|(stage, _)| *stage == now.stage).map_or(&[][..], |(_, to)| to);
    let first = steps.iter().map(|step| step.entered).min();
    let step = |step: &&Step| StepView {
        can_be_taken_back: !step.officer.is_empty() && Some(step.entered) != first,
        id: step.id.clone(),
        stage: step.stage,
        date: step.date.as_ref().map(text),
        authority: named(&step.authority),
        officer: filled(&step.officer),
        entered: step.entered,
        reason: step.reason.clone(),
        closed_reason: step.closed_reason.clone(),
    };
    // Warnings are for whoever acts now.
    let warnings = match known_on {
        None => node.warnings_of(&known.report.id, reader)?,
        Some(_) => Vec::new(),
    };
    let sources = node.report_sources(&reports, known, reader, known_on)?;
    Ok(ReportScreen {
        warnings: warnings.iter().map(|one| RestrictionView::warning(state, one)).collect(),
        sources: sources.iter().map(SourceView::of).collect(),
        judgements: reports.judgements(known).into_iter().map(JudgementView::of).collect(),
        day: reports.day.to_string(),
        counts,
        disagreements: disagreements.collect(),
        steps: steps.iter().map(step).collect(),
        checks: checks.into_iter().map(|check| CheckView::of(check, named)).collect(),
        usual_next: usual.iter().map(|stage| stage.code().to_owned()).collect(),
        person: known.person.clone(),
        handling: Handling::of(&known.marks),
        position: reports.position,
        row: ReportRow::of(
            &Listed { report: &known.report, standing: now },
            known,
            reports.day,
            &names,
        ),
    })
}

impl CheckView {
    fn of(check: &WelfareCheck, named: impl Fn(&String) -> String) -> Self {
        let text = |date: &PartialDate| date.to_string();
        Self {
            id: check.id.clone(),
            date: check.date.as_ref().map(text),
            authority: named(&check.authority),
            officer: filled(&check.officer),
            channel: check.channel.clone(),
            outcome: check.outcome.clone(),
            next: check.next.as_ref().map(text),
        }
    }
}

fn filled(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.is_empty())
}
