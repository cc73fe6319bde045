//! The API document (OpenAPI 3.1), derived from the handlers and their types.

use axum::Json;
use utoipa::openapi::path::Operation;
use utoipa::openapi::response::Response;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{ContentBuilder, Ref, RefOr, ResponseBuilder};
use utoipa::{Modify, OpenApi};

use crate::access::{PAGE_HEADER, PAGE_HEADER_VALUE};
use crate::problem::{PROBLEM_TYPE, Problem, ProblemDocument};
use crate::query::Query;
use crate::{
    account, catalog, describe, emergencies, entities, figures, health, looks, matching, metrics,
    publish, reconcile, screens, search, session,
};

/// Every route that is answered in JSON or in an operator's format.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Liaison",
        description = "A node on which a police agency keeps signed statements.\n\nOfficers sign \
                       in and get a session; programs send a token. People who are covered stay \
                       covered (`▇▇▇`) until a look is recorded. What changes something carries \
                       the header `X-Liaison: 1` and the `Origin` of this server; programs with \
                       a token need no `Origin`. Errors are problem documents (RFC \
                       9457) in the language of `Accept-Language`. A parameter that is not \
                       described here is refused.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    servers((url = "/")),
    paths(
        session::sign_in,
        session::who,
        session::sign_out,
        account::account,
        account::change_password,
        account::end_others,
        account::end_one,
        search::search,
        matching::matching,
        reconcile::manifest,
        reconcile::reconcile,
        reconcile::suggest_entity,
        reconcile::suggest_type,
        reconcile::suggest_property,
        screens::resolve::candidates,
        screens::resolve::similar,
        screens::links::organisers,
        screens::links::chart,
        entities::entity,
        entities::adjacent,
        catalog::catalog,
        figures::figures,
        publish::figures,
        publish::reports,
        figures::conflicts,
        looks::looks,
        looks::acts,
        looks::looks_file,
        looks::acts_file,
        emergencies::look,
        emergencies::list,
        emergencies::review,
        health::healthz,
        health::readyz,
        metrics::metrics,
        screens::situation::situation,
        screens::situation::judge,
        screens::situation::withdraw,
        screens::estimate::ask,
        screens::estimate::lists,
        screens::own::own,
        screens::own::cooperation,
        screens::listing::everything,
        screens::searches::list,
        screens::searches::begin,
        screens::searches::change,
        screens::searches::save,
        screens::searches::forget,
        screens::record,
        screens::record::links_of,
        screens::record::history_of,
        screens::record::reveal,
        screens::record::proof,
        screens::reports::inbox,
        screens::reports::list,
        screens::reports::one,
        screens::reports::from_mail,
        screens::reports::like_told,
        screens::reports::like_report,
        screens::reports::judge,
        screens::reports::take,
        screens::reports::add,
        screens::reports::stage,
        screens::reports::check,
        screens::reports::take_back,
        screens::cases::list,
        screens::cases::one,
        screens::cases::open,
        screens::cases::enter,
        screens::cases::timeline,
        screens::cases::file,
        screens::cases::change_task,
        screens::cases::hand_over,
        screens::cases::take_back,
        screens::cases::waiting,
        screens::cases::of_person,
        screens::cases::screen,
        screens::cases::procedure,
        screens::cases::consider,
        screens::cases::release,
        screens::cases::suspects,
        screens::cases::take_word_back,
        screens::exchange::peers,
        screens::exchange::sharing,
        screens::exchange::shared::preview,
        screens::exchange::shared::share,
        screens::exchange::shared::withdraw,
        screens::exchange::asked::ask,
        screens::exchange::asked::list,
        screens::exchange::audit::events,
        screens::exchange::audit::events_file,
        screens::adverts::list,
        screens::adverts::one,
        screens::adverts::take,
        screens::adverts::say,
        screens::adverts::take_back,
        screens::adverts::batch,
        screens::adverts::outcomes,
        screens::requests::list,
        screens::requests::one,
        screens::requests::draft,
        screens::requests::same,
        screens::requests::say,
        screens::requests::reveal,
        screens::places::restrictions,
        screens::places::restrict,
        screens::places::lift,
        screens::places::warn,
        screens::places::list,
        screens::places::one,
        screens::places::add,
        screens::places::enter,
        screens::places::take_back,
        screens::operations::list,
        screens::operations::one,
        screens::operations::plan,
        screens::operations::enter,
        screens::operations::one_manifest,
        screens::operations::open_manifest,
        screens::operations::list_or_stage,
        screens::money::screen,
        screens::money::one,
        screens::money::asked::ask,
        screens::money::asked::keep,
        screens::money::asked::rows,
        screens::money::asked::reopen,
        screens::money::asked::forget,
        screens::money::jobs::stop,
        screens::money::freezes::list,
        screens::money::freezes::plan,
        screens::money::freezes::step,
        screens::money::freezes::outcomes,
        screens::money::freezes::take_back,
        screens::money::freezes::letter,
        screens::money::tables::load,
        screens::money::tables::unload,
        screens::imports::list,
        screens::imports::one,
        screens::imports::send,
        screens::imports::start,
        screens::imports::stop,
        screens::imports::mending::mend,
        screens::imports::mending::keep_typed,
        screens::imports::undo,
        screens::imports::discard,
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
        let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
        components.add_security_scheme(BEARER, SecurityScheme::Http(bearer));
        for (path, item) in &mut document.paths.paths {
            let is_open = OPEN.contains(&path.as_str());
            let may_be_missing = path.contains('{');
            if let Some(operation) = &mut item.get {
                add_problems(operation, may_be_missing);
                add_security(operation, is_open);
            }
            let changes = [&mut item.put, &mut item.delete];
            for operation in changes.into_iter().flatten() {
                add_problems(operation, may_be_missing);
                add_page_header(operation);
                add_security(operation, is_open);
            }
            if let Some(operation) = &mut item.post {
                add_problems(operation, may_be_missing);
                if !ASKED.contains(&path.as_str()) {
                    add_page_header(operation);
                }
                // Signing in is the one thing that nobody is signed in for.
                add_security(operation, path == SESSION);
            }
        }
    }
}

fn add_security(operation: &mut Operation, is_open: bool) {
    if !is_open {
        let none: [String; 0] = [];
        operation.security = Some(vec![SecurityRequirement::new(BEARER, none)]);
    }
}

fn add_page_header(operation: &mut Operation) {
    let header = describe::header(PAGE_HEADER, "Tells that no form sent it", PAGE_HEADER_VALUE);
    operation.parameters.get_or_insert_default().push(header);
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

const BEARER: &str = "token";
const SESSION: &str = "/api/session";
/// Paths that ask nobody who they are; `/metrics` only elsewhere.
const OPEN: [&str; 3] = ["/healthz", "/readyz", "/metrics"];
/// Questions that are sent by POST: a program needs no header for them.
const ASKED: [&str; 2] = ["/match/{dataset}", "/reconcile/{dataset}"];
const NOT_FOUND: &str = "404";
/// Status, name and meaning of each problem.
const PROBLEMS: [(&str, &str, &str); 13] = [
    ("400", "BadParameter", "A parameter is unknown, repeated, or not as described"),
    ("401", "NotSignedIn", "Nobody is signed in, or what was typed is wrong"),
    ("403", "Refused", "The request comes from a page of another origin, or policy refuses it"),
    (NOT_FOUND, "NotFound", "Nothing of this name is visible to the reader"),
    ("405", "MethodNotAllowed", "The method is not answered here; `Allow` says which are"),
    ("413", "BodyTooLarge", "The request has a body that is too large"),
    ("414", "AddressTooLong", "The address is too long"),
    ("415", "MediaType", "The body is neither JSON nor plain bytes"),
    ("421", "WrongHost", "The request is meant for another server"),
    ("429", "Held", "Too many attempts to sign in; `Retry-After` says when to try again"),
    ("500", "Internal", "The node could not answer; its log says why"),
    ("503", "Busy", "The node is busy or behind; `Retry-After` says when to ask again"),
    ("default", "Problem", "Any other problem"),
];
