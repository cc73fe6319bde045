//! The body of a request, taken so that a refusal is a problem document like any other.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::response::IntoResponse as _;
use serde::de::DeserializeOwned;

use crate::problem::Problem;

/// A JSON body as the API document describes it; anything else is refused as `bad-body`.
#[derive(Debug)]
pub(crate) struct Sent<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Sent<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(|rejection| Problem::of_status(rejection.into_response().status()))?;
        serde_json::from_slice(&bytes).map(Self).map_err(|_| Problem::body())
    }
}
