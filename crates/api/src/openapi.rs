//! The API document (OpenAPI 3.1), derived from the handlers and their types.

use axum::Json;
use utoipa::openapi::path::Operation;
use utoipa::openapi::response::Response;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, ResponseBuilder};
use utoipa::{Modify, OpenApi};

use crate::problem::{PROBLEM_TYPE, Problem, ProblemDocument};
use crate::query::Query;
use crate::{catalog, entities, figures, health, metrics, search};

/// Every route that is answered in JSON or in an operator's format.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Liaison",
        description = "A node on which a police agency keeps signed statements.\n\nThere is no \
                       sign-in yet: only this machine may ask, nothing is written, and people \
                       who are covered stay covered (`▇▇▇`). Errors are problem documents (RFC \
                       9457) in the language of `Accept-Language`. A parameter that is not \
                       described here is refused.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    servers((url = "/")),
    paths(
        search::search,
        entities::entity,
        entities::adjacent,
        catalog::catalog,
        figures::figures,
        figures::conflicts,
        health::healthz,
        health::readyz,
        metrics::metrics,
    ),
    components(schemas(ProblemDocument)),
    modifiers(&Problems)
)]
struct Document;

/// The API document.
#[must_use]
pub fn document() -> utoipa::openapi::OpenApi {
    Document::openapi()
}

/// The API document, for whoever asks.
pub(crate) async fn openapi(query: Query) -> Result<Json<utoipa::openapi::OpenApi>, Problem> {
    query.finish()?;
    Ok(Json(document()))
}

/// Gives every operation the problems that each can answer with.
struct Problems;

impl Modify for Problems {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let components = document.components.get_or_insert_default();
        for (status, name, description) in PROBLEMS {
            let description = format!("{description} ({status})");
            components.responses.insert(name.to_owned(), problem(&description));
        }
        for (path, item) in &mut document.paths.paths {
            if let Some(operation) = &mut item.get {
                add_problems(operation, path.contains('{'));
            }
        }
    }
}

fn add_problems(operation: &mut Operation, may_be_missing: bool) {
    for (status, name, _) in PROBLEMS {
        if status != NOT_FOUND || may_be_missing {
            let response = RefOr::Ref(Ref::from_response_name(name));
            operation.responses.responses.insert(status.to_owned(), response);
        }
    }
}

fn problem(description: &str) -> RefOr<Response> {
    let schema = Ref::from_schema_name("Problem");
    let content = ContentBuilder::new().schema(Some(schema)).build();
    let response = ResponseBuilder::new().description(description).content(PROBLEM_TYPE, content);
    RefOr::T(response.build())
}

const NOT_FOUND: &str = "404";
/// Status, name and meaning of each problem.
const PROBLEMS: [(&str, &str, &str); 10] = [
    ("400", "BadParameter", "A parameter is unknown, repeated, or not as described"),
    ("403", "Refused", "The request comes from a page of another origin, or policy refuses it"),
    (NOT_FOUND, "NotFound", "Nothing of this name is visible to the reader"),
    ("405", "MethodNotAllowed", "Only GET and HEAD are answered; `Allow` says so"),
    ("413", "BodyTooLarge", "The request has a body that is too large"),
    ("414", "AddressTooLong", "The address is too long"),
    ("421", "WrongHost", "The request is meant for another server"),
    ("500", "Internal", "The node could not answer; its log says why"),
    ("503", "Busy", "The node is busy or behind; `Retry-After` says when to ask again"),
    ("default", "Problem", "Any other problem"),
];
