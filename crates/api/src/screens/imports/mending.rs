//! Rows that were set aside: what an officer types into their cells, and importing them again.
//!
//! # Invariants
//!
//! * What is typed may be what a victim said: it lies in the folder of the upload, in a file that
//!   nobody else reads, and goes when its row is in the journal, with the import that is taken
//!   back, and with the upload.

use std::fs;
use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use liaison_model::Reader;
use liaison_node::NodeError;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    Job, JobState, Run, SetAside, check_may, import, job_of, keep, place_of, rows_of, write_whole,
};
use crate::access::Signed;
use crate::body::Sent;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::{Query, malformed};
use crate::state::ApiState;

/// Rows that were mended.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MendWanted {
    rows: Vec<SetAside>,
}

/// Mend rows
///
/// Rows that were set aside, with better cells, are imported like the file they came from.
#[utoipa::path(
    post, path = "/api/imports/{id}/mend", tag = "Workbench", request_body = MendWanted,
    params(("id" = String, Path, description = "Id of the import")),
    responses((status = 200, description = "What became of them", body = Job))
)]
pub(crate) async fn mend(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(wanted): Sent<MendWanted>,
) -> Result<Json<Job>, Problem> {
    query.finish()?;
    check_may(&state)?;
    state.ask(move |state| mended(state, &id, &reader, &wanted.rows)).await.map(Json)
}

/// Keep what is typed
///
/// Keeps cells that were typed into rows that were set aside, until they are sent or the import is
/// taken back. What is kept takes the place of what was kept before.
#[utoipa::path(
    put, path = "/api/imports/{id}/typed", tag = "Workbench", request_body = MendWanted,
    params(("id" = String, Path, description = "Id of the import")),
    responses((status = 204, description = "It is kept"))
)]
pub(crate) async fn keep_typed(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(wanted): Sent<MendWanted>,
) -> Result<StatusCode, Problem> {
    query.finish()?;
    check_may(&state)?;
    let keep = move |state: &ApiState| {
        let job = job_of(state, &id, &reader)?;
        check(&job, &wanted.rows)?;
        Ok(write_typed(state, &job, &wanted.rows)?)
    };
    state.ask(keep).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What is typed into rows of an import that still wait.
pub(super) fn typed(state: &ApiState, job: &Job) -> Vec<SetAside> {
    let bytes = fs::read(place_of(state, &job.id).join(TYPED)).ok();
    let mut rows: Vec<SetAside> =
        bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
    rows.retain(|row| check(job, std::slice::from_ref(row)).is_ok());
    rows
}

/// Removes what is typed.
pub(super) fn forget(state: &ApiState, job: &Job) -> Result<(), NodeError> {
    write_typed(state, job, &[])
}

fn write_typed(state: &ApiState, job: &Job, rows: &[SetAside]) -> Result<(), NodeError> {
    let path = place_of(state, &job.id).join(TYPED);
    if !rows.is_empty() {
        return write_whole(&path, &rows);
    }
    match fs::remove_file(&path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(NodeError::from_file(&path, error))
        }
        _ => Ok(()),
    }
}

fn mended(state: &ApiState, id: &str, reader: &Reader, rows: &[SetAside]) -> Result<Job, Problem> {
    let mut job = job_of(state, id, reader)?;
    if rows.is_empty() {
        return Err(wrong_rows());
    }
    check(&job, rows)?;
    let mut text = String::new();
    for cells in std::iter::once(&job.headings).chain(rows.iter().map(|row| &row.cells)) {
        let quoted: Vec<String> =
            cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        text.push_str(&quoted.join(","));
        text.push_str("\r\n");
    }
    let name = format!("{}.mended.csv", job.file);
    let report = import(state, &job, &name, Some(text.into_bytes()), &Run::default())?;
    let rows: Vec<u64> = rows.iter().map(|row| row.row).collect();
    // The first row of what was sent is the heading row, and rows count from 1.
    let place = |row: u64| rows.get(row.saturating_sub(2) as usize).copied().unwrap_or(row);
    job.problems.retain(|problem| !problem.row.is_some_and(|row| rows.contains(&row)));
    job.take(&report, &place);
    let again = rows_of(&report, &mut job.headings.clone());
    let again: Vec<u64> = again.iter().map(|row| place(row.row)).collect();
    job.rows.retain(|row| !rows.contains(&row.row) || again.contains(&row.row));
    if let Some(result) = &mut job.result {
        result.mended += rows.len() as u64 - again.len() as u64;
        result.rows_set_aside = job.rows.len() as u64;
        result.problems = job.problems.len() as u64;
    }
    job.commits.extend(report.commit);
    keep(state, &job)?;
    // What is in the journal lies nowhere else any more.
    let mut left = typed(state, &job);
    left.retain(|row| !rows.contains(&row.row) || again.contains(&row.row));
    write_typed(state, &job, &left)?;
    job.typed = left;
    Ok(job)
}

/// Whether all of these are rows of the import that wait, with all their cells.
fn check(job: &Job, rows: &[SetAside]) -> Result<(), Problem> {
    let is_wide = |row: &SetAside| row.cells.len() == job.headings.len();
    let is_known = |row: &SetAside| job.rows.iter().any(|known| known.row == row.row);
    let is_waiting = job.state == JobState::Done;
    if is_waiting && rows.iter().all(|row| is_wide(row) && is_known(row)) {
        Ok(())
    } else {
        Err(wrong_rows())
    }
}

fn wrong_rows() -> Problem {
    malformed("rows", "a row that was set aside, with all its cells")
}

/// Where it is kept, beside the file.
const TYPED: &str = "typed.json";
