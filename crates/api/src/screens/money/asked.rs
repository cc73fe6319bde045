//! Questions about money, their answers, and what is kept of them.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use liaison_formats::{TableFormat, write_table};
use liaison_model::messages::Catalogue;
use liaison_model::{Instant, Purpose, Reader};
use liaison_node::ledger::LedgerTable;
use liaison_node::{
    CaseSaid, MoneyAccount, MoneyAnswer, MoneyError, MoneyHolding, MoneyQuestion, MoneyReached,
    MoneyRow, MoneyTotal,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::jobs::{self, Came, MoneyJob, MoneyJobView, MoneyKind, MoneyReopened};
use crate::access::Signed;
use crate::body::Sent;
use crate::path::InPath;
use crate::problem::{Problem, on_screen};
use crate::query::{Query, malformed};
use crate::screens::cases::{CaseSaidView, ReasonSent, said};
use crate::screens::listing::attachment;
use crate::screens::situation::{ReceiptView, receipt};
use crate::state::ApiState;

/// A question to the ledger.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct QuestionSent {
    /// One of the purposes of the session.
    #[schema(max_length = 40)]
    purpose: String,
    /// Accounts whose money is followed.
    #[schema(min_items = 1, max_items = 1000)]
    from: Vec<String>,
    /// `fifo`, `lifo`, `pro-rata`, `lowest-balance` or `poison`.
    #[serde(default)]
    #[schema(max_length = 20)]
    rule: String,
    /// Asks who can have paid instead; no rule answers that with a sum.
    #[serde(default)]
    backward: bool,
    #[serde(default)]
    #[schema(max_length = 40)]
    since: String,
    #[serde(default)]
    #[schema(max_length = 40)]
    until: String,
    /// How many transfers behind each other.
    hops: Option<u32>,
    /// How much a transfer must move.
    #[serde(default)]
    #[schema(max_length = 40)]
    min: String,
    /// `written` or `credits-first`; the usual order where it is empty.
    #[serde(default)]
    #[schema(max_length = 20)]
    ties: String,
    #[serde(default)]
    net_reversals: bool,
    #[serde(default)]
    keep_duplicates: bool,
}

/// For what a kept trace is opened.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReopenSent {
    /// One of the purposes of the session.
    #[schema(max_length = 40)]
    purpose: String,
}

/// Where an answer is kept.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeepSent {
    /// Number or id of the case.
    #[schema(max_length = 250)]
    case: String,
    /// What it is called, in words that name nobody.
    #[schema(max_length = 250)]
    title: String,
}

/// What was asked.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MoneyQuestionView {
    from: Vec<String>,
    rule: String,
    backward: bool,
    since: String,
    until: String,
    hops: Option<u32>,
    min: String,
    ties: String,
    net_reversals: bool,
    keep_duplicates: bool,
}

/// An answer. Sums are written to the minor unit and never added up between currencies.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MoneyAnswerView {
    question: MoneyQuestionView,
    /// The rule's code; null backward.
    rule: Option<&'static str>,
    /// What was first of one time, as a code.
    ties: &'static str,
    #[schema(value_type = String, format = DateTime)]
    at: Instant,
    /// SHA-256 of the answer.
    fingerprint: String,
    looked_at: u32,
    sources: Vec<MoneySourceView>,
    totals: Vec<MoneyTotalView>,
    holdings: Vec<MoneyHoldingView>,
    accounts: Vec<AccountOnWay>,
    /// The first transactions with traced money.
    rows: Vec<MoneyRowView>,
    /// How many there are.
    rows_all: u64,
    reached: Vec<MoneyReachedView>,
    reached_all: u64,
    notes: Vec<String>,
}

/// A file that was asked.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MoneySourceView {
    file: String,
    sha256: String,
}

/// The sums of one currency.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MoneyTotalView {
    currency: String,
    sent: String,
    held: String,
    returned: String,
    beyond: String,
    infected: String,
}

/// Traced money at one account.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MoneyHoldingView {
    account: String,
    currency: String,
    received: String,
    held: String,
    balance: String,
    hops: u32,
    first: String,
    last: String,
    /// Place among those that can be stopped, where most is lost with each minute first.
    rank: Option<u32>,
    wait_minutes: Option<i64>,
    is_own_habit: bool,
    minutes_left: Option<i64>,
}

/// An account on the way.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AccountOnWay {
    account: String,
    holder: String,
    bank: String,
    is_seed: bool,
    is_address: bool,
}

/// A transaction with traced money.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MoneyRowView {
    time: String,
    from: String,
    to: String,
    amount: String,
    currency: String,
    traced: String,
    reference: String,
    file: String,
    sha256: String,
    line: u64,
}

/// Somebody who can have paid.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MoneyReachedView {
    account: String,
    hops: u32,
    last: String,
}

/// Ask about money
///
/// The look is recorded with its purpose; then the question is worked on when its turn comes.
#[utoipa::path(
    post, path = "/api/money/questions", tag = "Workbench", request_body = QuestionSent,
    responses((status = 200, description = "It is worked on", body = MoneyJobView))
)]
pub(crate) async fn ask(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    headers: HeaderMap,
    query: Query,
    Sent(sent): Sent<QuestionSent>,
) -> Result<Json<MoneyJobView>, Problem> {
    query.finish()?;
    let reader = with_purpose(reader, &sent.purpose)?;
    if SEEDS_MAX < sent.from.len() {
        return Err(malformed("from", "one thousand accounts at most"));
    }
    let question = sent.question();
    let asked = reader.clone();
    let tables = state.ask(move |state| Ok(state.node().ledger_tables(&asked)?)).await?;
    let job = follow(&state, reader, tables, question, None).await?;
    Ok(Json(job.view(state.words(&headers), false)))
}

/// Open a kept trace
///
/// Asks the same question again of the tables that were asked then, and says whether the answer is
/// the same. The look is recorded.
#[utoipa::path(
    post, path = "/api/money/traces/{id}/reopen", tag = "Workbench", request_body = ReopenSent,
    params(("id" = String, Path, description = "Id of the trace")),
    responses((status = 200, description = "It is worked on", body = MoneyJobView))
)]
pub(crate) async fn reopen(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    headers: HeaderMap,
    query: Query,
    Sent(ReopenSent { purpose }): Sent<ReopenSent>,
) -> Result<Json<MoneyJobView>, Problem> {
    query.finish()?;
    let reader = with_purpose(reader, &purpose)?;
    let asked = reader.clone();
    let (trace, tables) = state.ask(move |state| Ok(state.node().kept_trace(&id, &asked)?)).await?;
    let kept = MoneyReopened {
        id: trace.id,
        title: trace.title,
        case: trace.case_number,
        fingerprint: trace.fingerprint,
    };
    let job = follow(&state, reader, tables, trace.question, Some(kept)).await?;
    Ok(Json(job.view(state.words(&headers), false)))
}

/// Keep a trace
///
/// In a case: the question, the rule, the sums and the hash of the answer.
#[utoipa::path(
    post, path = "/api/money/jobs/{id}/keep", tag = "Workbench", request_body = KeepSent,
    params(("id" = String, Path, description = "Id of the question")),
    responses((status = 200, description = "It is on disk", body = CaseSaidView))
)]
pub(crate) async fn keep(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(KeepSent { case, title }): Sent<KeepSent>,
) -> Result<Json<CaseSaidView>, Problem> {
    query.finish()?;
    let found = jobs::own(&state, &id, reader.name())?.answer()?;
    let answer = state.ask(move |state| {
        let kept = state.node().keep_trace(&case, &title, &found, &reader)?;
        said(state, CaseSaid { id: kept.id, case: kept.case, commit: kept.commit })
    });
    answer.await.map(Json)
}

/// Take a kept trace back
///
/// It stays in History.
#[utoipa::path(
    post, path = "/api/money/traces/{id}/withdraw", tag = "Workbench", request_body = ReasonSent,
    params(("id" = String, Path, description = "Id of the trace")),
    responses((status = 200, description = "It is taken back", body = ReceiptView))
)]
pub(crate) async fn forget(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(sent): Sent<ReasonSent>,
) -> Result<Json<ReceiptView>, Problem> {
    query.finish()?;
    let reason = sent.checked()?;
    let answer =
        state.ask(move |state| receipt(state, state.node().forget_trace(&id, &reason, &reader)?));
    answer.await.map(Json)
}

/// Transactions as a table
///
/// All with traced money, each with file, hash and line.
#[utoipa::path(
    get, path = "/api/money/jobs/{id}/rows.csv", tag = "Workbench",
    params(("id" = String, Path, description = "Id of the question")),
    responses((status = 200, description = "The table", content_type = "text/csv"))
)]
pub(crate) async fn rows(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    let answer = jobs::own(&state, &id, reader.name())?.answer()?;
    let rows = answer.rows.iter().map(|row| {
        let (time, line) = (row.time.clone(), row.line.to_string());
        let texts = [&row.from, &row.to, &row.amount, &row.currency, &row.traced, &row.reference];
        let origin = [&row.file, &row.sha256];
        let cells = std::iter::once(time).chain(texts.into_iter().chain(origin).cloned());
        cells.chain([line]).collect::<Vec<_>>()
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    let written = write_table(&mut bytes, TableFormat::Csv, &ROW_COLUMNS, rows);
    written.map_err(|_| Problem::body())?;
    Ok(attachment("trace", TableFormat::Csv, bytes.into_inner()))
}

/// Records the look and begins to work.
async fn follow(
    state: &Arc<ApiState>,
    reader: Reader,
    tables: Vec<LedgerTable>,
    question: MoneyQuestion,
    kept: Option<MoneyReopened>,
) -> Result<Arc<MoneyJob>, Problem> {
    if tables.is_empty() {
        return Err(liaison_node::NodeError::from(MoneyError::EmptyLedger).into());
    }
    let officer = reader.name().to_owned();
    let (look, tables) = state
        .ask(move |state| {
            let look = state.node().look_into_ledger(&reader, ROUTE, &tables)?;
            Ok((look, tables))
        })
        .await?;
    let of = tables.iter().map(|table| table.rows).sum();
    let about = question.from.len().to_string();
    let mut job = MoneyJob::new(state, &officer, MoneyKind::Trace, about, of);
    job.kept = kept;
    Ok(jobs::begin(state, job, move |state, job| {
        let mut progress = |rows| job.progress(rows);
        let answer = state.node().follow_money(&tables, &question, &look, &mut progress)?;
        Ok(Came::Answer(answer))
    }))
}

pub(super) fn with_purpose(reader: Reader, text: &str) -> Result<Reader, Problem> {
    let purpose: Purpose = text.parse().map_err(|_| malformed("purpose", "rescue"))?;
    Ok(reader.with_purpose(purpose))
}

impl QuestionSent {
    fn question(self) -> MoneyQuestion {
        MoneyQuestion {
            from: self.from.into_iter().map(|text| text.trim().to_owned()).collect(),
            rule: self.rule,
            backward: self.backward,
            since: self.since,
            until: self.until,
            hops: self.hops,
            min: self.min,
            ties: self.ties,
            net_reversals: self.net_reversals,
            keep_duplicates: self.keep_duplicates,
        }
    }
}

impl MoneyQuestionView {
    pub(super) fn of(question: MoneyQuestion) -> Self {
        Self {
            from: question.from,
            rule: question.rule,
            backward: question.backward,
            since: question.since,
            until: question.until,
            hops: question.hops,
            min: question.min,
            ties: question.ties,
            net_reversals: question.net_reversals,
            keep_duplicates: question.keep_duplicates,
        }
    }
}

impl MoneyAnswerView {
    pub(super) fn of(answer: &MoneyAnswer, words: &Catalogue) -> Self {
        let notes = answer.notes.iter().map(|note| words.say(&on_screen(note)));
        let source = |source: &liaison_node::MoneySource| MoneySourceView {
            file: source.file.clone(),
            sha256: source.sha256.clone(),
        };
        Self {
            question: MoneyQuestionView::of(answer.question.clone()),
            rule: answer.rule.map(|rule| rule.code()),
            ties: answer.ties.code(),
            at: answer.at,
            fingerprint: answer.fingerprint.clone(),
            looked_at: answer.looked_at,
            sources: answer.sources.iter().map(source).collect(),
            totals: answer.totals.iter().map(MoneyTotalView::of).collect(),
            holdings: answer.holdings.iter().take(SHOWN_MAX).map(MoneyHoldingView::of).collect(),
            accounts: answer.accounts.iter().take(SHOWN_MAX).map(AccountOnWay::of).collect(),
            rows: answer.rows.iter().take(SHOWN_MAX).map(MoneyRowView::of).collect(),
            rows_all: answer.rows.len() as u64,
            reached: answer.reached.iter().take(SHOWN_MAX).map(MoneyReachedView::of).collect(),
            reached_all: answer.reached.len() as u64,
            notes: notes.collect(),
        }
    }
}

impl MoneyTotalView {
    pub(super) fn of(total: &MoneyTotal) -> Self {
        let MoneyTotal { currency, sent, held, returned, beyond, infected } = total.clone();
        Self { currency, sent, held, returned, beyond, infected }
    }
}

impl MoneyHoldingView {
    fn of(it: &MoneyHolding) -> Self {
        Self {
            account: it.account.clone(),
            currency: it.currency.clone(),
            received: it.received.clone(),
            held: it.held.clone(),
            balance: it.balance.clone(),
            hops: it.hops,
            first: it.first.clone(),
            last: it.last.clone(),
            rank: it.rank,
            wait_minutes: it.wait_minutes,
            is_own_habit: it.is_own_habit,
            minutes_left: it.minutes_left,
        }
    }
}

impl AccountOnWay {
    fn of(it: &MoneyAccount) -> Self {
        let MoneyAccount { account, holder, bank, is_seed, is_address } = it.clone();
        Self { account, holder, bank, is_seed, is_address }
    }
}

impl MoneyRowView {
    fn of(row: &MoneyRow) -> Self {
        let row = row.clone();
        Self {
            time: row.time,
            from: row.from,
            to: row.to,
            amount: row.amount,
            currency: row.currency,
            traced: row.traced,
            reference: row.reference,
            file: row.file,
            sha256: row.sha256,
            line: row.line,
        }
    }
}

impl MoneyReachedView {
    fn of(it: &MoneyReached) -> Self {
        Self { account: it.account.clone(), hops: it.hops, last: it.last.clone() }
    }
}

/// How looks at the ledger are recorded.
const ROUTE: &str = "POST /api/money/questions";
const SEEDS_MAX: usize = 1_000;
/// Rows, accounts and holdings that a screen is given; the table has all.
const SHOWN_MAX: usize = 2_000;
const ROW_COLUMNS: [&str; 10] =
    ["time", "from", "to", "amount", "currency", "traced", "reference", "file", "sha256", "line"];
