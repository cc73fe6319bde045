//! `/figures`: published numbers by the question that they answer, conflicts side by side.
//!
//! The shape of a question in JSON is that of `liaison figures --json`, too, which calls
//! [`QuestionView::of`].

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use liaison_model::Reader;
use liaison_situation::{
    Answer, Difference, Dimension, Figure, FigureJudgement, FigureVerdict, Preference, Question,
    QuestionBasis, Related, Relation, Standing,
};
use serde::Serialize;
use utoipa::openapi::path::{Parameter, ParameterIn};
use utoipa::openapi::schema::{ArrayBuilder, OneOfBuilder, Schema};
use utoipa::openapi::{KnownFormat, Object, ObjectBuilder, RefOr, SchemaFormat};
use utoipa::{IntoParams, PartialSchema, ToSchema};

use crate::access::Signed;
use crate::describe::{self, one_of};
use crate::problem::Problem;
use crate::query::{LIMIT_MAX, Page, Query, Total, malformed};
use crate::state::ApiState;

/// A question with all answers to it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Question)]
pub struct QuestionView {
    /// The question as stated, or what its answers have in common.
    question: String,
    /// Who says that these figures answer one question.
    #[schema(schema_with = basis)]
    basis: QuestionBasis,
    /// Answers that cannot all be true, though they differ in nothing but source and value.
    in_conflict: Vec<Vec<AnswerView>>,
    /// All other answers: they measure something else, elsewhere, at another time, or agree.
    same_question_other_measure_or_date: Vec<AnswerView>,
    /// Other questions on the same topic.
    #[schema(schema_with = related)]
    related: Vec<Related>,
}

/// One answer to a question: a figure with all that gives it a meaning.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Answer)]
pub struct AnswerView {
    /// Id of the figure.
    id: String,
    /// The number: `330`, `330+` for 'at least', `≤330` for 'at most', `100–200` for a range.
    value: String,
    /// What one of it is.
    unit: Option<String>,
    /// Who or what is counted.
    subject: Option<String>,
    /// What is measured of the subject.
    measure: Option<String>,
    /// The place that the number is for.
    place: Option<String>,
    /// Countries that the number is for.
    country: Vec<String>,
    /// First day covered: year, month or day.
    period_start: Option<String>,
    /// Last day covered.
    period_end: Option<String>,
    /// When it was true or counted.
    as_of: Option<String>,
    /// At least this much.
    value_low: Option<String>,
    /// At most this much.
    value_high: Option<String>,
    /// Who published it.
    publisher: Option<String>,
    /// Title of the page or paper.
    source_title: Option<String>,
    /// When that was published.
    source_date: Option<String>,
    /// Where it can be found.
    source_ref: Option<String>,
    /// What a reader must know before using it.
    note: Option<String>,
    /// What it says in each dimension in which the answers are not all alike.
    #[schema(schema_with = differences)]
    differs: Vec<Difference>,
    /// How it stands to those that differ from it in nothing but source and value.
    #[schema(schema_with = standing)]
    standing: Standing,
    /// Whether an analyst prefers it.
    #[schema(schema_with = preference)]
    preference: Preference,
    /// What analysts decided about it, oldest first.
    #[schema(schema_with = judgements)]
    judgements: Vec<FigureJudgement>,
}

/// Which questions are wanted, where no words say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Those with two answers or more.
    SeveralAnswers,
    /// Those with answers in conflict.
    InConflict,
    /// All of them.
    Every,
}

/// Questions with their answers.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FiguresResponse {
    results: Vec<QuestionView>,
    limit: usize,
    offset: usize,
    total: Total,
}

impl QuestionView {
    /// The shape of a question in JSON.
    #[must_use]
    pub fn of(question: &Question) -> Self {
        let set = |ids: &Vec<String>| {
            let of_set = |answer: &&Answer| ids.contains(&answer.figure.id);
            question.answers.iter().filter(of_set).map(AnswerView::of).collect()
        };
        Self {
            question: question.title.clone(),
            basis: question.basis,
            in_conflict: question.conflicts.iter().map(|conflict| set(&conflict.figures)).collect(),
            same_question_other_measure_or_date: question
                .not_in_conflict()
                .map(AnswerView::of)
                .collect(),
            related: question.related.clone(),
        }
    }
}

impl AnswerView {
    pub(crate) fn of(answer: &Answer) -> Self {
        let Figure {
            id,
            question: _,
            subject,
            nationality: _,
            measure,
            place,
            country,
            period_start,
            period_end,
            value: _,
            value_low,
            value_high,
            unit,
            as_of,
            publisher,
            source_title,
            source_date,
            source_ref,
            note,
        } = answer.figure.clone();
        Self {
            id,
            value: shown_value(&answer.figure),
            unit,
            subject,
            measure,
            place,
            country,
            period_start,
            period_end,
            as_of,
            value_low,
            value_high,
            publisher,
            source_title,
            source_date,
            source_ref,
            note,
            differs: answer.differs.clone(),
            standing: answer.standing,
            preference: answer.preference,
            judgements: answer.judgements.clone(),
        }
    }
}

/// `330+` for 'at least', `100–200` for a range, else the value itself.
#[must_use]
pub fn shown_value(figure: &Figure) -> String {
    match (&figure.value, &figure.value_low, &figure.value_high) {
        (Some(value), Some(low), None) if value == low => format!("{value}+"),
        (Some(value), _, _) => value.clone(),
        (None, Some(low), Some(high)) => format!("{low}–{high}"),
        (None, Some(low), None) => format!("{low}+"),
        (None, None, Some(high)) => format!("≤{high}"),
        (None, None, None) => String::new(),
    }
}

/// Whether a question is wanted: every word must stand in it or in one of its answers. Words find
/// questions with a single answer, too.
#[must_use]
pub fn is_wanted(question: &Question, words: &str, which: Which) -> bool {
    let is_of_kind = match which {
        Which::SeveralAnswers => !words.is_empty() || 1 < question.answers.len(),
        Which::InConflict => !question.conflicts.is_empty(),
        Which::Every => true,
    };
    is_of_kind && has_words(question, words)
}

fn has_words(question: &Question, words: &str) -> bool {
    let mut text = question.title.to_lowercase();
    for Answer { figure, .. } in &question.answers {
        let parts =
            [&figure.subject, &figure.measure, &figure.place, &figure.publisher, &figure.value];
        parts.into_iter().flatten().for_each(|part| {
            text.push(' ');
            text.push_str(&part.to_lowercase());
        });
    }
    words.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

/// The parameters of [`figures`].
struct FiguresParameters;

impl IntoParams for FiguresParameters {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let all = "Questions with a single answer, too";
        let page = describe::page(LIMIT_MAX).into();
        [vec![words(), describe::query("all", all, describe::flag())], page].concat()
    }
}

/// The parameters of [`conflicts`].
struct ConflictsParameters;

impl IntoParams for ConflictsParameters {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        [vec![words()], describe::page(LIMIT_MAX).into()].concat()
    }
}

fn words() -> Parameter {
    let description = "Only questions in which all of these words stand, or in their answers";
    describe::query("q", description, describe::short_text(WORDS_CHARS_MAX))
}

/// Figures by question
///
/// Every published figure that the reader may see, with those that answer the same question side
/// by side. Where they disagree, all are shown with who says so, and none is chosen.
#[utoipa::path(
    get, path = "/figures", tag = "Figures", params(FiguresParameters),
    responses((status = 200, description = "Questions with their answers", body = FiguresResponse))
)]
pub(crate) async fn figures(
    State(state): State<Arc<ApiState>>,
    signed: Signed,
    mut query: Query,
) -> Result<Json<FiguresResponse>, Problem> {
    let which = if query.flag("all")? { Which::Every } else { Which::SeveralAnswers };
    answer(&state, signed, query, which).await
}

/// Figures in conflict
///
/// Questions with figures that cannot all be true, though they differ in nothing but their source
/// and their value.
#[utoipa::path(
    get, path = "/figures/conflicts", tag = "Figures", params(ConflictsParameters),
    responses((status = 200, description = "Questions with their answers", body = FiguresResponse))
)]
pub(crate) async fn conflicts(
    State(state): State<Arc<ApiState>>,
    signed: Signed,
    query: Query,
) -> Result<Json<FiguresResponse>, Problem> {
    answer(&state, signed, query, Which::InConflict).await
}

async fn answer(
    state: &Arc<ApiState>,
    signed: Signed,
    mut query: Query,
    which: Which,
) -> Result<Json<FiguresResponse>, Problem> {
    let words = query.one("q")?.unwrap_or_default();
    if words.chars().nth(WORDS_CHARS_MAX).is_some() {
        return Err(malformed("q", "held Cambodia October 2025"));
    }
    let page = query.page(LIMIT_MAX)?;
    query.finish()?;
    state.ask(move |state| list(state, &signed.reader, &words, which, page)).await.map(Json)
}

fn list(
    state: &ApiState,
    reader: &Reader,
    words: &str,
    which: Which,
    page: Page,
) -> Result<FiguresResponse, Problem> {
    let mut questions = state.node().figures(reader, None)?;
    questions.retain(|question| is_wanted(question, words, which));
    let total = Total::exactly(questions.len() as u64);
    let results = page.of(questions).iter().map(QuestionView::of).collect();
    Ok(FiguresResponse { results, limit: page.limit, offset: page.offset, total })
}

pub(crate) fn basis() -> Object {
    one_of(&[QuestionBasis::Stated, QuestionBasis::Proposed, QuestionBasis::SetApart])
}

pub(crate) fn standing() -> Object {
    one_of(&[
        Standing::Alone,
        Standing::Corroborated,
        Standing::Compatible,
        Standing::InConflict,
        Standing::Superseded,
    ])
}

pub(crate) fn preference() -> Object {
    one_of(&[Preference::Preferred, Preference::Unstated])
}

pub(crate) fn differences() -> RefOr<Schema> {
    let item = ObjectBuilder::new()
        .property("dimension", one_of(&Dimension::ALL))
        .property("value", Option::<String>::schema())
        .property("others_alike", u64::schema())
        .required("dimension")
        .required("value")
        .required("others_alike");
    list_of(item.build())
}

pub(crate) fn related() -> RefOr<Schema> {
    let relation = one_of(&[
        Relation::SetApart,
        Relation::MayBelongTogether,
        Relation::Overlapping,
        Relation::OtherTime,
    ]);
    let item = ObjectBuilder::new()
        .property("relation", relation)
        .property("title", String::schema())
        .property("figure", String::schema())
        .required("relation")
        .required("title")
        .required("figure");
    list_of(item.build())
}

pub(crate) fn judgements() -> RefOr<Schema> {
    let moment = SchemaFormat::KnownFormat(KnownFormat::DateTime);
    let moment =
        ObjectBuilder::new().schema_type(utoipa::openapi::Type::String).format(Some(moment));
    let by = ObjectBuilder::new().property("by", Option::<String>::schema()).required("by");
    let superseded = ObjectBuilder::new().property("superseded", by).required("superseded");
    let plain = one_of(&[FigureVerdict::DifferentQuestion, FigureVerdict::Preferred]);
    let verdict = OneOfBuilder::new().item(plain).item(superseded);
    let item = ObjectBuilder::new()
        .property("at", moment)
        .property("user", String::schema())
        .property("figure", String::schema())
        .property("verdict", verdict)
        .property("reason", String::schema())
        .property("id", String::schema())
        .required("id")
        .required("at")
        .required("user")
        .required("figure")
        .required("verdict")
        .required("reason");
    list_of(item.build())
}

fn list_of(item: Object) -> RefOr<Schema> {
    RefOr::T(Schema::Array(ArrayBuilder::new().items(item).build()))
}

/// Longest text that figures are looked for with, as for a search.
const WORDS_CHARS_MAX: usize = 400;
