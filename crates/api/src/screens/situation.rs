//! `/situation.json`: figures side by side, places, events; and what analysts decide about them.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use liaison_model::schema::names::prop;
use liaison_model::{Instant, Reader};
use liaison_node::reading::EntityView;
use liaison_node::{Decided, RecordVerdict};
use liaison_situation::{Dimension, FigureVerdict, Question, QuestionBasis, Related};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::parts::Handling;
use crate::access::Signed;
use crate::body::Sent;
use crate::figures::{self, AnswerView};
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::{Query, malformed};
use crate::state::ApiState;

/// Everything on the situation screen.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SituationScreen {
    /// Questions, those with most answers first.
    questions: Vec<ScreenQuestion>,
    places: Vec<ScreenPlace>,
    /// Events, earliest first.
    events: Vec<ScreenEvent>,
    /// How many sources published the figures.
    publishers: u64,
    /// The strictest handling of figures and events; places say their own.
    handling: Option<Handling>,
    /// The last commit that is shown.
    position: u64,
}

/// A question with all answers to it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ScreenQuestion {
    /// The question as stated, or what its answers have in common.
    question: String,
    /// Who says that these figures answer one question.
    #[schema(schema_with = figures::basis)]
    basis: QuestionBasis,
    /// In what the answers differ.
    #[schema(value_type = Vec<String>)]
    told_apart_by: Vec<Dimension>,
    /// Ids of answers that cannot all be true, set by set.
    in_conflict: Vec<Vec<String>>,
    /// All answers, earliest first.
    answers: Vec<ScreenAnswer>,
    /// Other questions on the same topic.
    #[schema(schema_with = figures::related)]
    related: Vec<Related>,
}

/// One answer.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ScreenAnswer {
    #[serde(flatten)]
    answer: AnswerView,
    /// The question that its source states, whatever an analyst decided.
    stated_question: Option<String>,
}

/// A place.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ScreenPlace {
    pub(super) id: String,
    pub(super) schema: String,
    pub(super) name: String,
    /// Its other names.
    pub(super) names: Vec<String>,
    pub(super) kind: Option<String>,
    pub(super) countries: Vec<String>,
    /// Degrees north and east, where a source gives them.
    pub(super) latitude: Option<f64>,
    pub(super) longitude: Option<f64>,
    pub(super) source: Option<String>,
    /// Whether a travel restriction on it holds.
    pub(super) restricted: bool,
    pub(super) handling: Handling,
}

/// Something that happened.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ScreenEvent {
    id: String,
    name: String,
    kind: Option<String>,
    start: Option<String>,
    end: Option<String>,
    countries: Vec<String>,
    source: Option<String>,
    note: Option<String>,
}

/// What an analyst decides: about a figure, or about two records.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(untagged)]
pub(crate) enum JudgementWanted {
    Figure(FigureJudgementWanted),
    Records(RecordJudgementWanted),
}

/// What an analyst decides about a figure.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FigureJudgementWanted {
    /// Id of the figure.
    #[schema(max_length = 250)]
    figure: String,
    verdict: Verdict,
    /// The figure that took its place, where it is superseded.
    #[schema(max_length = 250)]
    by: Option<String>,
    /// Why.
    #[schema(min_length = 1, max_length = 2000, pattern = r"\S")]
    reason: String,
}

/// What an analyst decides about two records.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RecordJudgementWanted {
    /// Id of one record.
    #[schema(max_length = 250)]
    left: String,
    /// Id of the other.
    #[schema(max_length = 250)]
    right: String,
    verdict: RecordVerdictWanted,
    /// Why.
    #[schema(min_length = 1, max_length = 2000, pattern = r"\S")]
    reason: String,
}

/// Whether two records are one.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum RecordVerdictWanted {
    /// They are.
    Same,
    /// They are not.
    Different,
    /// It cannot be told yet.
    Unsure,
}

/// A decision.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Verdict {
    /// It answers another question.
    DifferentQuestion,
    /// Another figure took its place.
    Superseded,
    /// It is the one to use.
    Preferred,
}

/// Why a judgement is taken back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WithdrawalWanted {
    #[schema(min_length = 1, max_length = 2000, pattern = r"\S")]
    reason: String,
}

/// A judgement that is on disk now.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct JudgedView {
    /// Its id: what is withdrawn by it.
    pub(crate) id: String,
    #[serde(flatten)]
    pub(crate) receipt: ReceiptView,
}

/// What is on disk now.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReceiptView {
    /// The commit's number.
    commit: u64,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    known_on: Instant,
}

/// The situation
///
/// Figures by question with their sources, places and events. Nothing is averaged, added up or
/// left out.
#[utoipa::path(
    get, path = "/situation.json", tag = "Workbench",
    params(("known_on" = Option<String>, Query, format = DateTime, description = "Of what was known at this moment")),
    responses((status = 200, description = "The situation", body = SituationScreen))
)]
pub(crate) async fn situation(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    mut query: Query,
) -> Result<Json<SituationScreen>, Problem> {
    let known_on = known_on(&mut query)?;
    query.finish()?;
    state.ask(move |state| read(state, &reader, known_on)).await.map(Json)
}

/// Decide about a figure, or about two records
///
/// Writes one analyst's decision, with its reason, to the journal.
///
/// Figures are never changed. Of the answers to one question one is preferred at most: a later
/// preference takes the place of an earlier one, and a figure that answers another question is
/// preferred no longer.
///
/// Records are never merged. Which of them are one follows from all judgements that a reader may
/// see; of two about one pair the later counts.
#[utoipa::path(
    post, path = "/api/judgements", tag = "Workbench", request_body = JudgementWanted,
    responses((status = 200, description = "It is on disk", body = JudgedView))
)]
pub(crate) async fn judge(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    query: Query,
    Sent(wanted): Sent<JudgementWanted>,
) -> Result<Json<JudgedView>, Problem> {
    query.finish()?;
    let answer = state.ask(move |state| {
        let Decided { id, commit } = match &wanted {
            JudgementWanted::Figure(wanted) => judge_figure(state, wanted, &reader)?,
            JudgementWanted::Records(wanted) => judge_records(state, wanted, &reader)?,
        };
        Ok(JudgedView { id: id.to_string(), receipt: receipt(state, commit)? })
    });
    answer.await.map(Json)
}

fn judge_figure(
    state: &ApiState,
    wanted: &FigureJudgementWanted,
    reader: &Reader,
) -> Result<Decided, Problem> {
    let verdict = match wanted.verdict {
        Verdict::DifferentQuestion => FigureVerdict::DifferentQuestion,
        Verdict::Superseded => FigureVerdict::Superseded { by: wanted.by.clone() },
        Verdict::Preferred => FigureVerdict::Preferred,
    };
    let reason = reason(&wanted.reason, "counted before two had left")?;
    Ok(state.node().judge_figure(&wanted.figure, verdict, &reason, reader)?)
}

fn judge_records(
    state: &ApiState,
    wanted: &RecordJudgementWanted,
    reader: &Reader,
) -> Result<Decided, Problem> {
    let verdict = match wanted.verdict {
        RecordVerdictWanted::Same => RecordVerdict::Same,
        RecordVerdictWanted::Different => RecordVerdict::Different,
        RecordVerdictWanted::Unsure => RecordVerdict::Unsure,
    };
    let reason = reason(&wanted.reason, "one passport number in both lists")?;
    let (left, right) = (&wanted.left, &wanted.right);
    Ok(state.node().judge_records(left, right, verdict, &reason, reader)?)
}

/// Take a judgement back
///
/// Withdraws one analyst's decision, about a figure or about two records. A figure stands again as
/// it did without it, and who is one is again what it was before; an earlier decision about the
/// same counts again. It stays in the history, with who took it back and why.
#[utoipa::path(
    post, path = "/api/judgements/{id}/withdraw", tag = "Workbench",
    request_body = WithdrawalWanted,
    params(("id" = String, Path, description = "Id of the judgement, as figures and records tell it")),
    responses((status = 200, description = "It is taken back", body = ReceiptView))
)]
pub(crate) async fn withdraw(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(wanted): Sent<WithdrawalWanted>,
) -> Result<Json<ReceiptView>, Problem> {
    query.finish()?;
    let reason = reason(&wanted.reason, "marked by mistake")?;
    let answer = state
        .ask(move |state| receipt(state, state.node().withdraw_judgement(&id, &reason, &reader)?));
    answer.await.map(Json)
}

fn reason(text: &str, example: &'static str) -> Result<String, Problem> {
    let reason = text.trim();
    if reason.is_empty() || reason.chars().nth(REASON_CHARS_MAX).is_some() {
        return Err(malformed("reason", example));
    }
    Ok(reason.to_owned())
}

/// What tells an officer that a commit is on disk.
pub(crate) fn receipt(state: &ApiState, commit: u64) -> Result<ReceiptView, Problem> {
    Ok(ReceiptView { commit, known_on: state.commit_time(commit)? })
}

/// Takes `known_on`.
pub(crate) fn known_on(query: &mut Query) -> Result<Option<Instant>, Problem> {
    let text = query.one("known_on")?;
    let wrong = |_| malformed("known_on", "2026-01-31T23:59:59Z");
    text.map(|text| text.parse().map_err(wrong)).transpose()
}

fn read(
    state: &ApiState,
    reader: &Reader,
    known_on: Option<Instant>,
) -> Result<SituationScreen, Problem> {
    let found = state.node().situation(reader, known_on)?;
    let today = state.node().today();
    let restrictions = state.node().restrictions(reader, known_on)?;
    let holding = restrictions.into_iter().filter(|one| one.holds_on(today));
    let restricted = holding.filter_map(|one| Some(one.place?.0)).collect();
    let answers = found.questions.iter().flat_map(|question| &question.answers);
    let publishers: BTreeSet<&str> =
        answers.filter_map(|answer| answer.figure.publisher.as_deref()).collect();
    let mut events: Vec<ScreenEvent> = found.events.iter().map(ScreenEvent::of).collect();
    events.sort_by(|a, b| (&a.start, &a.id).cmp(&(&b.start, &b.id)));
    Ok(SituationScreen {
        publishers: publishers.len() as u64,
        questions: found.questions.iter().map(ScreenQuestion::of).collect(),
        places: found.places.iter().map(|place| ScreenPlace::of(place, &restricted)).collect(),
        events,
        handling: found.marks.as_ref().map(Handling::of),
        position: found.position,
    })
}

impl ScreenQuestion {
    fn of(question: &Question) -> Self {
        let answer = |answer: &liaison_situation::Answer| ScreenAnswer {
            stated_question: answer.figure.question.clone(),
            answer: AnswerView::of(answer),
        };
        Self {
            question: question.title.clone(),
            basis: question.basis,
            told_apart_by: question.told_apart_by.clone(),
            in_conflict: question.conflicts.iter().map(|set| set.figures.clone()).collect(),
            answers: question.answers.iter().map(answer).collect(),
            related: question.related.clone(),
        }
    }
}

impl ScreenPlace {
    fn of(view: &EntityView, restricted: &BTreeSet<String>) -> Self {
        let number = |wanted| one(view, wanted).and_then(|text| text.parse().ok());
        let name = view.caption.text().to_owned();
        let mut names = all(view, &[prop::NAME, prop::ALIAS]);
        names.retain(|other| *other != name);
        Self {
            id: view.id.to_string(),
            schema: view.schema.clone(),
            names,
            name,
            kind: one(view, prop::PLACE_KIND),
            countries: all(view, &[prop::COUNTRY]),
            latitude: number(prop::LATITUDE),
            longitude: number(prop::LONGITUDE),
            source: view.statements.iter().find_map(|statement| statement.source.clone()),
            restricted: restricted.contains(view.id.as_str()),
            handling: Handling::of(&view.strictest_marks()),
        }
    }
}

impl ScreenEvent {
    fn of(view: &EntityView) -> Self {
        Self {
            id: view.id.to_string(),
            name: view.caption.text().to_owned(),
            kind: one(view, prop::KIND),
            start: one(view, prop::START_DATE).or_else(|| one(view, prop::DATE)),
            end: one(view, prop::END_DATE),
            countries: all(view, &[prop::COUNTRY]),
            source: one(view, prop::SOURCE_TITLE),
            note: one(view, prop::NOTES),
        }
    }
}

/// Every value of some properties, once each; people stay covered.
fn all(view: &EntityView, wanted: &[&str]) -> Vec<String> {
    let mut values: Vec<String> = Vec::new();
    for statement in view.statements.iter().filter(|s| wanted.contains(&s.prop.as_str())) {
        if !values.iter().any(|known| known == statement.value.text()) {
            values.push(statement.value.text().to_owned());
        }
    }
    values
}

fn one(view: &EntityView, wanted: &str) -> Option<String> {
    all(view, &[wanted]).into_iter().next()
}

const REASON_CHARS_MAX: usize = 2_000;
