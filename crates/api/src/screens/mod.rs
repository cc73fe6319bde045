//! The workbench: the page in which every screen lives, and the data of each screen at its own
//! address with `.json` behind it.
//!
//! # Invariants
//!
//! * No name stands in an address: a search is kept under an id of the officer's own.
//! * A page holds nothing of the node. Whatever does takes [`Signed`]: nothing here makes a reader.

pub(crate) mod adverts;
pub(crate) mod cases;
pub(crate) mod estimate;
pub(crate) mod exchange;
pub(crate) mod imports;
pub(crate) mod links;
pub(crate) mod listing;
pub(crate) mod money;
pub(crate) mod operations;
pub(crate) mod own;
mod parts;
pub(crate) mod places;
pub(crate) mod record;
pub(crate) mod reports;
pub(crate) mod requests;
pub(crate) mod resolve;
pub(crate) mod searches;
pub(crate) mod situation;

use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::{ACCEPT, ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use liaison_model::Reader;
use liaison_web::File;

use crate::access::{Signed, is_search};
use crate::front;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::Query;
use crate::search;
use crate::state::ApiState;

/// Says that an answer is a page or a file of the workbench, not data about anybody.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Workbench {
    /// The page: never kept.
    Page,
    /// A file with a hash in its name: kept for ever.
    Asset,
}

/// The page of every screen; while the workbench is not built, a page that says so.
pub(crate) async fn page(State(state): State<Arc<ApiState>>, headers: HeaderMap) -> Response {
    match liaison_web::page() {
        Some(file) => answer(file, Workbench::Page),
        None => front::unbuilt(&state, &headers).into_response(),
    }
}

/// An address that leads nowhere: a browser gets the page, whose screen says so and leads back; a
/// program gets the problem.
pub(crate) async fn no_route(state: State<Arc<ApiState>>, headers: HeaderMap) -> Response {
    let accepts = headers.get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !accepts.contains("text/html") {
        return Problem::of_status(StatusCode::NOT_FOUND).into_response();
    }
    let mut response = page(state, headers).await;
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

/// `/search/{name}`: a list of the API for the name of a dataset; for the id of a search its screen,
/// its data or its file.
pub(crate) async fn search(
    State(state): State<Arc<ApiState>>,
    InPath(name): InPath,
    request: Request,
) -> Result<Response, Problem> {
    let (mut parts, _) = request.into_parts();
    let query = Query::parse(parts.uri.query().unwrap_or_default())?;
    if is_search(&name) {
        return Ok(page(State(state), parts.headers).await);
    }
    let signed = Signed::from_request_parts(&mut parts, &state).await?;
    if is_search(name.split('.').next().unwrap_or_default()) {
        return listing::of_search(state, signed, &parts.headers, &name, query).await;
    }
    search::search(State(state), signed, parts.headers, InPath(name), query)
        .await
        .map(IntoResponse::into_response)
}

/// A record
///
/// Everything that is said about one entity, with people covered. Without `.json`, its screen.
#[utoipa::path(
    get, path = "/records/{id}.json", tag = "Workbench",
    params(
        ("id" = String, Path, description = "Id of the entity"),
        ("known_on" = Option<String>, Query, format = DateTime, description = "Of what was known at this moment"),
    ),
    responses((status = 200, description = "The record", body = record::RecordScreen))
)]
pub(crate) async fn record(
    State(state): State<Arc<ApiState>>,
    InPath(id): InPath,
    request: Request,
) -> Result<Response, Problem> {
    match screen_of(&state, &id, request).await? {
        Screen::Page(page) => Ok(page),
        Screen::Data { id, reader, query } => {
            record::part(&state, reader, id, record::Part::Record, query).await
        }
    }
}

/// What is asked for under the address of a screen about one thing.
pub(crate) enum Screen<'i> {
    /// The page, which asks for the data itself: anybody may have it.
    Page(Response),
    /// The data: of what, who asks, and with which parameters.
    Data { id: &'i str, reader: Reader, query: Query },
}

/// The page under an id, the data under the same id with `.json` behind it.
pub(crate) async fn screen_of<'i>(
    state: &Arc<ApiState>,
    id: &'i str,
    request: Request,
) -> Result<Screen<'i>, Problem> {
    let (mut parts, _) = request.into_parts();
    let Some(id) = id.strip_suffix(".json") else {
        return Ok(Screen::Page(page(State(state.clone()), parts.headers).await));
    };
    let query = Query::parse(parts.uri.query().unwrap_or_default())?;
    let Signed { reader, .. } = Signed::from_request_parts(&mut parts, state).await?;
    Ok(Screen::Data { id, reader, query })
}

/// A file of the workbench.
pub(crate) async fn asset(InPath(name): InPath, headers: HeaderMap) -> Result<Response, Problem> {
    let accepts = headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    let file = liaison_web::asset(&name, accepts.unwrap_or_default());
    let file = file.ok_or(Problem::of_status(StatusCode::NOT_FOUND))?;
    Ok(answer(file, Workbench::Asset))
}

fn answer(file: File, kind: Workbench) -> Response {
    let mut response = file.bytes.into_owned().into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(file.media_type));
    if let Some(encoding) = file.encoding {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    if matches!(kind, Workbench::Asset) {
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    }
    response.extensions_mut().insert(kind);
    response
}
