//! Files of transactions that officers load, and take back.

use std::fs;
use std::sync::Arc;

use axum::Json;
use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use liaison_formats::LedgerContext;
use liaison_model::Problem as RowProblem;
use liaison_model::messages::Catalogue;
use liaison_node::NodeError;
use liaison_node::ledger::{LedgerOutcome, LedgerRequest};
use liaison_policy::Operation;
use serde::Serialize;
use utoipa::ToSchema;

use super::jobs::{self, Came, MoneyJob, MoneyJobView, MoneyKind};
use crate::access::Signed;
use crate::body::Sent;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::{Query, malformed};
use crate::screens::cases::ReasonSent;
use crate::screens::imports::{self, JobProblem, check_may, header_text, plain_header};
use crate::screens::situation::{ReceiptView, receipt};
use crate::state::ApiState;

/// What a load amounted to.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LoadedView {
    /// Id of the table; null where nothing could be read.
    table: Option<String>,
    /// Whether the very same file was loaded before.
    is_known: bool,
    rows: u64,
    problems: u64,
    /// The first of them.
    first_problems: Vec<JobProblem>,
}

/// Load a file of transactions
///
/// The file's bytes, its name percent-encoded in `X-File-Name`. A statement that does not say whose
/// it is has its account, percent-encoded, in `X-Account`; times without a zone have theirs in
/// `X-Zone`.
#[utoipa::path(
    post, path = "/api/money/tables", tag = "Workbench",
    params(
        ("x-file-name" = String, Header, description = "The file's name, percent-encoded", max_length = 200, pattern = "^[A-Za-z0-9_.!~*'()%-]+$"),
        ("x-account" = Option<String>, Header, nullable = false, description = "Whose statement it is, percent-encoded; empty: the file says it", max_length = 200, pattern = "^[A-Za-z0-9_.!~*'()%-]*$"),
        ("x-zone" = Option<String>, Header, nullable = false, description = "Such as +07:00; empty: each time says its own", max_length = 6, pattern = "^([+-](0[0-9]|1[0-4]):[0-5][0-9])?$"),
    ),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, description = "It is read", body = MoneyJobView))
)]
pub(crate) async fn load(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    headers: HeaderMap,
    body: Body,
) -> Result<Json<MoneyJobView>, Problem> {
    check_may(&state)?;
    let zone = plain_header(&headers, "x-zone", "+07:00")?.map(str::parse).transpose();
    let zone = zone.map_err(|_| malformed("x-zone", "+07:00"))?;
    let account = header_text(&headers, "x-account", "1234567890")?;
    let id = format!("l-{}", ulid::Ulid::generate().to_string().to_lowercase());
    let folder = state.node().folder().uploads().join(id);
    let (name, bytes) = imports::received(&folder, &headers, body).await?;
    let context = LedgerContext { file: name.clone(), zone, account, mapping: None };
    let job = MoneyJob::new(&state, reader.name(), MoneyKind::Load, name, bytes);
    let author = reader.name().to_owned();
    let job = jobs::begin(&state, job, move |state, job| {
        let path = folder.join(imports::FILE);
        let loaded = fs::File::open(&path)
            .map_err(|error| NodeError::from_file(&path, error))
            .and_then(|file| {
                let request = LedgerRequest { file, context, format: None, author: &author };
                state.node().load_ledger(request, &mut |bytes| job.progress(bytes))
            });
        // What was read is in the ledger, or nowhere; the file is the officer's own.
        let _ = fs::remove_dir_all(&folder);
        loaded.map(Came::Load)
    });
    Ok(Json(job.view(state.words(&headers), false)))
}

/// Take a table back
///
/// Whoever loaded it may do so, and a supervisor. It stays in History.
#[utoipa::path(
    post, path = "/api/money/tables/{id}/withdraw", tag = "Workbench", request_body = ReasonSent,
    params(("id" = String, Path, description = "Id of the table")),
    responses((status = 200, description = "It is taken back", body = ReceiptView))
)]
pub(crate) async fn unload(
    State(state): State<Arc<ApiState>>,
    signed: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(sent): Sent<ReasonSent>,
) -> Result<Json<ReceiptView>, Problem> {
    query.finish()?;
    check_may(&state)?;
    let reason = sent.checked()?;
    let answer = state.ask(move |state| {
        let node = state.node();
        let tables = node.ledger_tables(&signed.reader)?;
        let found = tables.into_iter().find(|table| table.id.as_str() == id);
        let table = found.ok_or(NodeError::NotFound)?;
        let is_own = table.author == signed.reader.name();
        if !is_own && !signed.decide(Operation::ReviewImports).is_allowed() {
            return Err(NodeError::NotFound.into());
        }
        let undone = node.undo_only(table.commit, &reason, signed.reader.name())?;
        receipt(state, undone.by)
    });
    answer.await.map(Json)
}

impl LoadedView {
    pub(super) fn of(loaded: &LedgerOutcome, words: &Catalogue) -> Self {
        let problem = |problem: &RowProblem| JobProblem::of(problem, &|row| row, words);
        match loaded {
            LedgerOutcome::Loaded(loaded) => Self {
                table: Some(loaded.id.to_string()),
                is_known: false,
                rows: loaded.rows,
                problems: loaded.problems,
                first_problems: loaded.first_problems.iter().map(problem).collect(),
            },
            LedgerOutcome::Known(table) => Self {
                table: Some(table.id.to_string()),
                is_known: true,
                rows: table.rows,
                problems: table.problems,
                first_problems: Vec::new(),
            },
            LedgerOutcome::Nothing(problems, _) => Self {
                table: None,
                is_known: false,
                rows: 0,
                problems: problems.len() as u64,
                first_problems: problems.iter().map(problem).collect(),
            },
        }
    }
}
