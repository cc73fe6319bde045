//! Which address is answered by what.

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use tower_http::limit::RequestBodyLimitLayer;

use crate::guard::guard;
use crate::problem::Problem;
use crate::record::record;
use crate::state::ApiState;
use crate::{catalog, entities, figures, front, health, metrics, openapi, search};

/// Everything that a node answers over HTTP.
pub fn router(state: Arc<ApiState>) -> Router {
    Router::new()
        .route("/", get(front::front))
        .route("/api/openapi.json", get(openapi::openapi))
        .route("/search/{dataset}", get(search::search))
        .route("/entities/{id}", get(entities::entity))
        .route("/entities/{id}/adjacent", get(entities::adjacent))
        .route("/catalog", get(catalog::catalog))
        .route("/figures", get(figures::figures))
        .route("/figures/conflicts", get(figures::conflicts))
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .route("/metrics", get(metrics::metrics))
        .fallback(no_route)
        .method_not_allowed_fallback(method_not_allowed)
        .layer(RequestBodyLimitLayer::new(BODY_BYTES_MAX))
        .layer(from_fn_with_state(Arc::clone(&state), guard))
        .layer(from_fn_with_state(Arc::clone(&state), record))
        .with_state(state)
}

async fn no_route() -> Problem {
    Problem::of_status(StatusCode::NOT_FOUND)
}

async fn method_not_allowed() -> Problem {
    Problem::of_status(StatusCode::METHOD_NOT_ALLOWED)
}

/// Nothing here reads a body yet.
const BODY_BYTES_MAX: usize = 64 * 1024;
