//! `/healthz` and `/readyz`: does it live, and does it show everything?

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use crate::problem::Problem;
use crate::query::Query;
use crate::state::ApiState;

/// That all is well.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Status {
    #[schema(example = "ok")]
    status: Word,
}

/// The only word: anything else is a problem document.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Word {
    Ok,
}

/// Whether the server answers
///
/// Asks nothing of the node.
#[utoipa::path(
    get, path = "/healthz", tag = "Operating",
    responses((status = 200, description = "It does", body = Status))
)]
pub(crate) async fn healthz(query: Query) -> Result<Json<Status>, Problem> {
    query.finish()?;
    Ok(Json(Status { status: Word::Ok }))
}

/// Whether the node shows everything that is committed
///
/// 503 until views and index are at the journal's position.
#[utoipa::path(
    get, path = "/readyz", tag = "Operating",
    responses((status = 200, description = "It does", body = Status))
)]
pub(crate) async fn readyz(
    State(state): State<Arc<ApiState>>,
    query: Query,
) -> Result<Json<Status>, Problem> {
    query.finish()?;
    let positions = state.ask(|state| Ok(state.node().positions()?)).await?;
    match positions.are_level() {
        true => Ok(Json(Status { status: Word::Ok })),
        false => Err(Problem::behind()),
    }
}
