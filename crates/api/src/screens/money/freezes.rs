//! `/freeze-plans.json`: requests to hold money, how far each is, and the letters that ask for it.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use liaison_model::messages::Catalogue;
use liaison_model::{Instant, Marks};
use liaison_node::{
    FreezeLine, FreezeStep, FreezeSum, FreezeWanted, KnownPlan, LetterForm, NodeError, PlanSaid,
    PlanWanted,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::jobs;
use crate::access::Signed;
use crate::body::Sent;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::Query;
use crate::screens::cases::ReasonSent;
use crate::screens::parts::Handling;
use crate::screens::situation::{ReceiptView, receipt};
use crate::state::ApiState;

/// Freeze plans of the officer's cases.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FreezePlansScreen {
    /// The last first.
    plans: Vec<FreezePlanView>,
}

/// A freeze plan.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FreezePlanView {
    id: String,
    number: String,
    /// Number of its case.
    case: String,
    rule: String,
    ties: String,
    /// SHA-256 of the answer from which it was made.
    fingerprint: String,
    legal_basis: String,
    country: String,
    officer: String,
    #[schema(value_type = String, format = DateTime)]
    at: Instant,
    lines: Vec<FreezeLineView>,
    sums: Vec<FreezeSumView>,
    handling: Handling,
}

/// A request for one account.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FreezeLineView {
    id: String,
    /// Number of the letter to the bank.
    letter: String,
    rank: u32,
    account: String,
    institution: String,
    currency: String,
    asked: String,
    came: String,
    /// When the money usually goes on: a habit, no promise.
    #[schema(value_type = Option<String>, format = DateTime)]
    goes_on: Option<Instant>,
    /// Whether its holder is presumed a victim.
    is_victims: bool,
    status: &'static str,
    /// What is held now.
    held: Option<String>,
    /// When the clock that runs ends: the bank's answer, or its hold.
    #[schema(value_type = Option<String>, format = DateTime)]
    clock: Option<Instant>,
    /// What says so.
    clock_says: Option<String>,
    is_late: bool,
    steps: Vec<FreezeStepView>,
}

/// One word on a request.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FreezeStepView {
    id: String,
    status: &'static str,
    amount: Option<String>,
    reason: String,
    officer: String,
    #[schema(value_type = String, format = DateTime)]
    at: Instant,
}

/// What became of the money of one currency: asked is the sum of the others.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FreezeSumView {
    currency: String,
    asked: String,
    saved: String,
    moving: String,
    lost: String,
    released: String,
}

/// A plan that somebody wants to make of an answer.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlanSent {
    /// Number or id of the case.
    #[schema(max_length = 250)]
    case: String,
    /// Law or scheme under which it is asked.
    #[schema(max_length = 2000)]
    legal_basis: String,
    /// Country whose file has the clocks of banks that say no country.
    #[serde(default)]
    #[schema(max_length = 2)]
    country: String,
    /// Accounts whose holders are presumed victims.
    #[serde(default)]
    #[schema(max_items = 2000)]
    victims: Vec<String>,
    /// Which bank has an account, where no file says so.
    #[serde(default)]
    banks: BTreeMap<String, String>,
}

/// A word on requests.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FreezeStepSent {
    /// Numbers of letters or ids of requests of the plan.
    #[schema(min_items = 1, max_items = 2000)]
    requests: Vec<String>,
    /// `sent`, `acknowledged`, `held`, `refused`, `expired`, `released` or `drafted`.
    #[schema(max_length = 20)]
    status: String,
    /// The sum that is held, of one request.
    #[serde(default)]
    #[schema(max_length = 60)]
    amount: String,
    #[serde(default)]
    #[schema(max_length = 1000)]
    reason: String,
}

/// Outcomes as banks send them back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OutcomesSent {
    /// The table: account, outcome, and where there are any currency, amount and reason.
    csv: String,
}

/// What was said about a plan.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PlanSaidView {
    /// Number of the plan.
    number: String,
    /// How many requests it was said of.
    requests: usize,
    /// Rows that name no request of the plan, or say nothing readable.
    set_aside: Vec<OutcomeAside>,
    /// The commit; 0 where nothing was said.
    commit: u64,
    /// When it was made.
    #[schema(value_type = Option<String>, format = DateTime)]
    known_on: Option<Instant>,
}

/// A row of outcomes that was not taken.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OutcomeAside {
    row: u64,
    reason: String,
}

/// Freeze plans
///
/// Of cases into which one is let: each request with its words, its clock, and what became of the
/// money.
#[utoipa::path(
    get, path = "/freeze-plans.json", tag = "Workbench",
    responses((status = 200, description = "The plans", body = FreezePlansScreen))
)]
pub(crate) async fn list(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    query: Query,
) -> Result<Json<FreezePlansScreen>, Problem> {
    query.finish()?;
    let answer = state.ask(move |state| {
        let node = state.node();
        let plans = node.freeze_plans(&reader)?;
        let cases = node.cases(&reader, &liaison_node::CaseWanted { mine: true, closed: true })?;
        let marks = |plan: &KnownPlan| {
            let case = cases.iter().find(|case| case.id.as_str() == plan.case);
            case.map_or_else(Marks::default, |case| case.marks.clone())
        };
        let view = |plan: KnownPlan| FreezePlanView::of(&marks(&plan), plan);
        Ok(FreezePlansScreen { plans: plans.into_iter().map(view).collect() })
    });
    answer.await.map(Json)
}

/// Make a freeze plan
///
/// Of all that an answer still holds: a request for each account, a letter for each bank. Nothing is
/// sent.
#[utoipa::path(
    post, path = "/api/money/jobs/{id}/plan", tag = "Workbench", request_body = PlanSent,
    params(("id" = String, Path, description = "Id of the question")),
    responses((status = 200, description = "It is on disk", body = PlanSaidView))
)]
pub(crate) async fn plan(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(sent): Sent<PlanSent>,
) -> Result<Json<PlanSaidView>, Problem> {
    query.finish()?;
    let found = jobs::own(&state, &id, reader.name())?.answer()?;
    let PlanSent { case, legal_basis, country, victims, banks } = sent;
    let wanted = PlanWanted { case, legal_basis, country, victims, banks };
    let answer = state.ask(move |state| {
        let made = state.node().plan_freezes(&wanted, &found, &reader)?;
        PlanSaidView::of(state, made)
    });
    answer.await.map(Json)
}

/// Say what became of requests
///
/// A word for each request, or for all of a letter. What was said before stays.
#[utoipa::path(
    post, path = "/api/freeze-plans/{id}/steps", tag = "Workbench", request_body = FreezeStepSent,
    params(("id" = String, Path, description = "Number of the plan")),
    responses((status = 200, description = "It is on disk", body = PlanSaidView))
)]
pub(crate) async fn step(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(sent): Sent<FreezeStepSent>,
) -> Result<Json<PlanSaidView>, Problem> {
    query.finish()?;
    let FreezeStepSent { requests, status, amount, reason } = sent;
    let wanted = FreezeWanted { requests, status, amount, reason };
    let answer = state.ask(move |state| {
        let said = state.node().say_of_freezes(&id, &wanted, &reader)?;
        PlanSaidView::of(state, said)
    });
    answer.await.map(Json)
}

/// Take outcomes
///
/// A table as banks send it back: account, outcome, currency, amount, reason. Rows that name no
/// request of the plan are told.
#[utoipa::path(
    post, path = "/api/freeze-plans/{id}/outcomes", tag = "Workbench", request_body = OutcomesSent,
    params(("id" = String, Path, description = "Number of the plan")),
    responses((status = 200, description = "It is on disk", body = PlanSaidView))
)]
pub(crate) async fn outcomes(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    headers: HeaderMap,
    query: Query,
    Sent(OutcomesSent { csv }): Sent<OutcomesSent>,
) -> Result<Json<PlanSaidView>, Problem> {
    query.finish()?;
    let lang = state.words(&headers).language();
    let answer = state.ask(move |state| {
        let taken = state.node().import_outcomes(&id, csv.as_bytes(), &reader)?;
        let words = Catalogue::for_language(lang);
        let aside = taken
            .set_aside
            .into_iter()
            .map(|(row, error)| OutcomeAside { row, reason: words.say(&error.message()) });
        let set_aside = aside.collect();
        let view = match taken.said {
            Some(said) => PlanSaidView::of(state, said)?,
            None => PlanSaidView {
                number: id,
                requests: 0,
                set_aside: Vec::new(),
                commit: 0,
                known_on: None,
            },
        };
        Ok(PlanSaidView { set_aside, ..view })
    });
    answer.await.map(Json)
}

/// Take a word on requests or a plan back
///
/// What was entered in one act is taken back together. It stays in History.
#[utoipa::path(
    post, path = "/api/freeze-entries/{id}/withdraw", tag = "Workbench", request_body = ReasonSent,
    params(("id" = String, Path, description = "Id of the word, or number of the plan")),
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
        .ask(move |state| receipt(state, state.node().take_back_freeze(&id, &reason, &reader)?));
    answer.await.map(Json)
}

/// A letter as a file
///
/// `FP-2026-0001-01.goaml.xml`, `.camt056.xml` or `.csv`: what one bank is asked.
#[utoipa::path(
    get, path = "/api/freeze-letters/{name}", tag = "Workbench",
    params(("name" = String, Path, description = "Number of the letter, with .goaml.xml, .camt056.xml or .csv")),
    responses((status = 200, description = "The letter", content_type = "application/xml"))
)]
pub(crate) async fn letter(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(name): InPath,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    let (letter, ending) = name.split_once('.').ok_or(NodeError::NotFound)?;
    let form = LetterForm::of(ending).ok_or(NodeError::NotFound)?;
    let letter = letter.to_owned();
    let text = state.ask(move |state| Ok(state.node().letter(&letter, form, &reader)?)).await?;
    let kind = match form {
        LetterForm::Csv => "text/csv; charset=utf-8",
        LetterForm::Goaml | LetterForm::Recall => "application/xml",
    };
    let safe: String =
        name.chars().filter(|c| c.is_ascii_alphanumeric() || "-.".contains(*c)).collect();
    let disposition = format!("attachment; filename=\"{safe}\"");
    Ok(([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, disposition)], text)
        .into_response())
}

impl PlanSaidView {
    fn of(state: &ApiState, said: PlanSaid) -> Result<Self, Problem> {
        Ok(Self {
            number: said.number,
            requests: said.requests,
            set_aside: Vec::new(),
            commit: said.commit,
            known_on: Some(state.commit_time(said.commit)?),
        })
    }
}

impl FreezePlanView {
    fn of(marks: &Marks, plan: KnownPlan) -> Self {
        Self {
            id: plan.id,
            number: plan.number,
            case: plan.case_number,
            rule: plan.rule,
            ties: plan.ties,
            fingerprint: plan.fingerprint,
            legal_basis: plan.legal_basis,
            country: plan.country,
            officer: plan.officer,
            at: plan.at,
            lines: plan.lines.into_iter().map(FreezeLineView::of).collect(),
            sums: plan.sums.into_iter().map(FreezeSumView::of).collect(),
            handling: Handling::of(marks),
        }
    }
}

impl FreezeLineView {
    fn of(line: FreezeLine) -> Self {
        let (clock, clock_says) = line.clock.unzip();
        Self {
            id: line.id,
            letter: line.letter,
            rank: line.rank,
            account: line.account,
            institution: line.institution,
            currency: line.currency,
            asked: line.asked,
            came: line.came,
            goes_on: line.goes_on,
            is_victims: line.is_victims,
            status: line.status.code(),
            held: line.held,
            clock,
            clock_says,
            is_late: line.is_late,
            steps: line.steps.into_iter().map(FreezeStepView::of).collect(),
        }
    }
}

impl FreezeStepView {
    fn of(step: FreezeStep) -> Self {
        Self {
            id: step.id,
            status: step.status.code(),
            amount: step.amount,
            reason: step.reason,
            officer: step.officer,
            at: step.at,
        }
    }
}

impl FreezeSumView {
    fn of(sum: FreezeSum) -> Self {
        let FreezeSum { currency, asked, saved, moving, lost, released } = sum;
        Self { currency, asked, saved, moving, lost, released }
    }
}
