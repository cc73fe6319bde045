//! `/api/searches`: what officers look for, kept under ids, so that no name stands in an address.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use liaison_model::Instant;
use liaison_node::KeptSearch;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::Signed;
use crate::body::Sent;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::{Query, malformed};
use crate::state::ApiState;

/// What is looked for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SearchWanted {
    /// The text, in any script.
    #[schema(max_length = 400)]
    text: String,
}

/// A name for a search, with the filters that belong to it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SearchName {
    #[schema(min_length = 1, max_length = 100, pattern = r"\S")]
    name: String,
    /// As they stand in the address.
    #[schema(max_length = 1000)]
    filters: String,
}

/// A search that the officer keeps.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SearchView {
    id: String,
    text: String,
    /// Absent until it is saved.
    name: Option<String>,
    filters: String,
    /// When it was last used.
    #[schema(value_type = String, format = DateTime)]
    used: Instant,
}

/// The officer's searches.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SearchList {
    /// The last used first.
    results: Vec<SearchView>,
}

impl SearchView {
    fn of(search: KeptSearch) -> Self {
        let KeptSearch { id, text, name, filters, used, .. } = search;
        Self { id, text, name, filters, used }
    }
}

/// Searches of the officer
///
/// Nobody else learns of them.
#[utoipa::path(
    get, path = "/api/searches", tag = "Workbench",
    responses((status = 200, description = "The searches", body = SearchList))
)]
pub(crate) async fn list(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    query: Query,
) -> Result<Json<SearchList>, Problem> {
    query.finish()?;
    let kept = state.ask(move |state| Ok(state.node().kept_searches(&reader)?)).await?;
    Ok(Json(SearchList { results: kept.into_iter().map(SearchView::of).collect() }))
}

/// Begin a search
///
/// Keeps a text under an id, which is the address of its results.
#[utoipa::path(
    post, path = "/api/searches", tag = "Workbench", request_body = SearchWanted,
    responses((status = 200, description = "It is kept", body = SearchView))
)]
pub(crate) async fn begin(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    query: Query,
    Sent(wanted): Sent<SearchWanted>,
) -> Result<Json<SearchView>, Problem> {
    query.finish()?;
    let text = checked(wanted.text)?;
    let kept = state.ask(move |state| Ok(state.node().keep_search(&text, &reader)?)).await?;
    Ok(Json(SearchView::of(kept)))
}

/// Change the text of a search
#[utoipa::path(
    put, path = "/api/searches/{id}", tag = "Workbench", request_body = SearchWanted,
    params(("id" = String, Path, description = "Id of the search")),
    responses((status = 200, description = "It is changed", body = SearchView))
)]
pub(crate) async fn change(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(wanted): Sent<SearchWanted>,
) -> Result<Json<SearchView>, Problem> {
    query.finish()?;
    let text = checked(wanted.text)?;
    let change = move |search: &mut KeptSearch| search.text = text;
    let kept =
        state.ask(move |state| Ok(state.node().change_search(&id, &reader, change)?)).await?;
    Ok(Json(SearchView::of(kept)))
}

/// Save a search
///
/// Gives it a name, under which the officer finds it again.
#[utoipa::path(
    post, path = "/api/searches/{id}/name", tag = "Workbench", request_body = SearchName,
    params(("id" = String, Path, description = "Id of the search")),
    responses((status = 200, description = "It is saved", body = SearchView))
)]
pub(crate) async fn save(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(wanted): Sent<SearchName>,
) -> Result<Json<SearchView>, Problem> {
    query.finish()?;
    let name = wanted.name.trim().to_owned();
    if name.is_empty() || name.chars().nth(NAME_CHARS_MAX).is_some() {
        return Err(malformed("name", "Poipet, open"));
    }
    if FILTERS_BYTES_MAX < wanted.filters.len() {
        return Err(malformed("filters", "schema=Person"));
    }
    let change = move |search: &mut KeptSearch| {
        search.name = Some(name);
        search.filters = wanted.filters;
    };
    let kept =
        state.ask(move |state| Ok(state.node().change_search(&id, &reader, change)?)).await?;
    Ok(Json(SearchView::of(kept)))
}

/// Forget a search
#[utoipa::path(
    delete, path = "/api/searches/{id}", tag = "Workbench",
    params(("id" = String, Path, description = "Id of the search")),
    responses((status = 204, description = "It is forgotten"))
)]
pub(crate) async fn forget(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
) -> Result<StatusCode, Problem> {
    query.finish()?;
    state.ask(move |state| Ok(state.node().forget_search(&id, &reader)?)).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn checked(text: String) -> Result<String, Problem> {
    match text.chars().nth(TEXT_CHARS_MAX) {
        None => Ok(text),
        Some(_) => Err(malformed("text", "Phnom Penh")),
    }
}

/// Longest text, as the index has it.
const TEXT_CHARS_MAX: usize = 400;
const NAME_CHARS_MAX: usize = 100;
const FILTERS_BYTES_MAX: usize = 1_000;
