//! The one part of a path that varies.

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use liaison_node::NodeError;

use crate::problem::Problem;

/// The part of a path that names what is asked for. What is no text is the name of nothing: it is
/// not found.
pub(crate) struct InPath(pub String);

impl<S: Send + Sync> FromRequestParts<S> for InPath {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match Path::from_request_parts(parts, state).await {
            Ok(Path(name)) => Ok(InPath(name)),
            Err(_) => Err(NodeError::NotFound.into()),
        }
    }
}
