//! Which address is answered by what.

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use liaison_policy::Operation;
use tower_http::limit::RequestBodyLimitLayer;

use crate::access::{Access, Route, Routes};
use crate::guard::guard;
use crate::problem::Problem;
use crate::record::record;
use crate::state::ApiState;
use crate::{catalog, entities, figures, front, health, metrics, openapi, search, session};

/// Everything that a node answers over HTTP.
pub fn router(state: Arc<ApiState>) -> Router {
    let (router, _) = all(&state).finish();
    router
        .fallback(no_route)
        .method_not_allowed_fallback(method_not_allowed)
        .layer(RequestBodyLimitLayer::new(BODY_BYTES_MAX))
        .layer(from_fn_with_state(Arc::clone(&state), guard))
        .layer(from_fn_with_state(Arc::clone(&state), record))
        .with_state(state)
}

/// The table of routes: which there are, and who may use them.
#[must_use]
pub fn routes(state: &Arc<ApiState>) -> Vec<Route> {
    all(state).finish().1
}

fn all(state: &Arc<ApiState>) -> Routes {
    let (search, read) = (Access::May(Operation::Search), Access::May(Operation::ReadRecord));
    Routes::new(Arc::clone(state))
        .get("/", Access::Open, front::front)
        .get("/healthz", Access::Open, health::healthz)
        .get("/readyz", Access::Open, health::readyz)
        .get("/metrics", Access::Local, metrics::metrics)
        .post("/api/session", Access::Open, session::sign_in)
        .get("/api/session", Access::Signed, session::who)
        .delete("/api/session", Access::Signed, session::sign_out)
        .get("/api/openapi.json", Access::Signed, openapi::openapi)
        .get("/search/{dataset}", search, search::search)
        .get("/catalog", search, catalog::catalog)
        .get("/figures", search, figures::figures)
        .get("/figures/conflicts", search, figures::conflicts)
        .get("/entities/{id}", read, entities::entity)
        .get("/entities/{id}/adjacent", read, entities::adjacent)
}

async fn no_route() -> Problem {
    Problem::of_status(StatusCode::NOT_FOUND)
}

async fn method_not_allowed() -> Problem {
    Problem::of_status(StatusCode::METHOD_NOT_ALLOWED)
}

/// What signing in takes is far less.
const BODY_BYTES_MAX: usize = 64 * 1024;
