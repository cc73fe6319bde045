//! Who is let in to which route.
//!
//! A route cannot be added without saying who may use it: [`Routes`] is the only way to a router,
//! and each of its methods takes an [`Access`]. The same value is what the check reads, so the
//! table that tests and reviewers see is the one that holds.

use std::net::IpAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::handler::Handler;
use axum::http::header::{AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, ORIGIN};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, delete, get, post, put};
use liaison_accounts::{Session, Token};
use liaison_model::{Reader, ReaderKind};
use liaison_node::NodeError;
use liaison_policy::{Decision, Operation, Refusal, may, may_with_token};

use crate::problem::Problem;
use crate::state::ApiState;

/// Who may use a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Anybody who reaches the server.
    Open,
    /// This machine, or whoever may read what an operator watches.
    Local,
    /// Whoever is signed in, and every token.
    Signed,
    /// Those whose roles do this.
    May(Operation),
    /// The same of a question that is sent by POST and changes nothing: a program with a token needs
    /// no header of ours, and may send a form, as OpenRefine does.
    Ask(Operation),
    /// Anybody for the page, which holds nothing of the node; for the data behind it, which has the
    /// same address with an ending, those whose roles do this.
    Screen(Operation),
}

/// One row of the table of routes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// Its method.
    pub method: Method,
    /// Its template.
    pub path: &'static str,
    /// Who may use it.
    pub access: Access,
}

/// A router whose routes all say who may use them.
pub(crate) struct Routes {
    router: Router<Arc<ApiState>>,
    state: Arc<ApiState>,
    table: Vec<Route>,
}

/// Who asks: taken by every handler that answers out of the node.
#[derive(Debug, Clone)]
pub(crate) struct Signed {
    /// Whom policy judges.
    pub(crate) reader: Reader,
    /// How they were let in.
    pub(crate) by: Pass,
}

/// What somebody was let in by.
#[derive(Debug, Clone)]
pub(crate) enum Pass {
    /// An officer's session.
    Session(Session),
    /// A program's token.
    Token(Token),
}

/// The name under which a request stands in the log.
#[derive(Debug, Clone)]
pub(crate) struct Asker(pub(crate) String);

/// The address of a client.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Peer(pub(crate) std::net::SocketAddr);

impl Routes {
    pub(crate) fn new(state: Arc<ApiState>) -> Self {
        Self { router: Router::new(), state, table: Vec::new() }
    }

    pub(crate) fn get<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, Arc<ApiState>>,
        T: 'static,
    {
        self.add(Method::GET, path, access, get(handler))
    }

    pub(crate) fn post<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, Arc<ApiState>>,
        T: 'static,
    {
        self.add(Method::POST, path, access, post(handler))
    }

    pub(crate) fn put<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, Arc<ApiState>>,
        T: 'static,
    {
        self.add(Method::PUT, path, access, put(handler))
    }

    pub(crate) fn delete<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, Arc<ApiState>>,
        T: 'static,
    {
        self.add(Method::DELETE, path, access, delete(handler))
    }

    fn add(
        mut self,
        method: Method,
        path: &'static str,
        access: Access,
        route: MethodRouter<Arc<ApiState>>,
    ) -> Self {
        let state = (Arc::clone(&self.state), access);
        self.router = self.router.route(path, route.route_layer(from_fn_with_state(state, check)));
        self.table.push(Route { method, path, access });
        self
    }

    pub(crate) fn finish(self) -> (Router<Arc<ApiState>>, Vec<Route>) {
        (self.router, self.table)
    }
}

impl Access {
    /// What a request to this address asks for. A handler that has data to give takes [`Signed`]
    /// all the same, so that an address written unusually gets a page and no more.
    fn at(self, path: &str) -> Self {
        match self {
            Self::Screen(_) if is_page(path) => Self::Open,
            Self::Screen(operation) => Self::May(operation),
            other => other,
        }
    }
}

impl Signed {
    /// Whether their roles, and their token where they have one, do this.
    pub(crate) fn decide(&self, operation: Operation) -> Decision {
        match (&self.reader.kind, &self.by) {
            (ReaderKind::Officer { roles, .. }, Pass::Session(..)) => may(roles, operation),
            (ReaderKind::Officer { roles, .. }, Pass::Token(token)) => {
                may_with_token(roles, &token.scopes, operation)
            }
            (ReaderKind::Peer, _) => Decision::Refuse(Refusal::Operation { operation }),
        }
    }

    /// Refuses whoever may not do this, where a route alone does not say what it does.
    pub(crate) fn check(&self, operation: Operation) -> Result<(), Problem> {
        match self.decide(operation) {
            Decision::Allow => Ok(()),
            Decision::Refuse(refusal) => Err(NodeError::Refused(refusal).into()),
        }
    }
}

impl Signed {
    /// Whether their roles do this, and only the token's scopes do not.
    fn lacks_scope_only(&self, operation: Operation) -> bool {
        let ReaderKind::Officer { roles, .. } = &self.reader.kind else { return false };
        matches!(self.by, Pass::Token(..)) && may(roles, operation) == Decision::Allow
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Signed {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        // Absent on a route that is open: nobody was asked who they are.
        parts.extensions.get().cloned().ok_or_else(|| Problem::not_signed_in(&parts.headers))
    }
}

async fn check(
    State((state, access)): State<(Arc<ApiState>, Access)>,
    mut request: Request,
    next: Next,
) -> Response {
    let address = peer(&request);
    let access = access.at(request.uri().path());
    let signed = match admit(&state, access, request.method(), request.headers(), address).await {
        Ok(signed) => signed,
        Err(problem) => return problem.into_response(),
    };
    let asker = signed.as_ref().map(|signed| Asker(signed.reader.name().to_owned()));
    let refusal = signed.as_ref().and_then(|signed| refuse(signed, access));
    let mut response = match refusal {
        Some(problem) => problem.into_response(),
        None => {
            if let Some(signed) = signed {
                request.extensions_mut().insert(signed);
            }
            next.run(request).await
        }
    };
    if let Some(asker) = asker {
        response.extensions_mut().insert(asker);
    }
    response
}

/// Who asks, where the route wants to know.
async fn admit(
    state: &Arc<ApiState>,
    access: Access,
    method: &Method,
    headers: &HeaderMap,
    address: Option<IpAddr>,
) -> Result<Option<Signed>, Problem> {
    let bearer = bearer(headers);
    let cookie = session_cookie(headers, &state.reach().cookie_name());
    let is_here = || address.is_some_and(|address| address.is_loopback());
    let is_open =
        access == Access::Open || (access == Access::Local && bearer.is_none() && is_here());
    // What nobody vouches for is not forged either: it is told first that nobody is signed in.
    let is_anonymous = bearer.is_none() && cookie.is_none();
    let is_question = matches!(access, Access::Ask(_)) && bearer.is_some();
    if !method.is_safe() && !is_question && (is_open || !is_anonymous) {
        check_unsafe(state, headers, bearer.is_some())?;
    }
    if is_open {
        return Ok(None);
    }
    let nobody = Problem::not_signed_in(headers);
    state.ask(move |state| who(state, bearer, cookie, nobody)).await.map(Some)
}

/// A token is asked for first: whoever sends one means it.
fn who(
    state: &ApiState,
    bearer: Option<String>,
    cookie: Option<String>,
    nobody: Problem,
) -> Result<Signed, Problem> {
    let node = state.node();
    let (accounts, now) = (node.accounts(), node.now());
    let failed = |error| Problem::from(NodeError::from(error));
    let is_program = bearer.is_some();
    let found = match (bearer, cookie) {
        (Some(shown), _) => {
            let token = accounts.token(&shown, now).map_err(failed)?;
            token.map(|token| Signed { reader: node.program(&token), by: Pass::Token(token) })
        }
        (None, Some(shown)) => {
            let found = accounts.session(&shown, now).map_err(failed)?;
            found.map(|(account, session)| Signed {
                reader: node.officer(&account),
                by: Pass::Session(session),
            })
        }
        (None, None) => None,
    };
    match found {
        Some(signed) => Ok(signed),
        None if is_program => Err(Problem::token_unknown()),
        None if accounts.is_empty().map_err(failed)? => Err(Problem::no_account()),
        None => Err(nobody),
    }
}

/// What a role may not do. A record that one may not read answers as one that is not there.
fn refuse(signed: &Signed, access: Access) -> Option<Problem> {
    let operation = match access {
        Access::Open | Access::Signed => return None,
        Access::Local => Operation::ReadHealth,
        Access::May(operation) | Access::Ask(operation) | Access::Screen(operation) => operation,
    };
    match (signed.decide(operation), operation) {
        (Decision::Allow, _) => None,
        (Decision::Refuse(_), Operation::ReadRecord) => Some(NodeError::NotFound.into()),
        (Decision::Refuse(_), _) if signed.lacks_scope_only(operation) => {
            Some(Problem::token_scope())
        }
        (Decision::Refuse(refusal), _) => Some(NodeError::Refused(refusal).into()),
    }
}

/// What changes something must come from a page of this server, or from a program with a token: a
/// page of another site can neither set the header, nor send such a body, nor hide its origin.
fn check_unsafe(state: &ApiState, headers: &HeaderMap, is_program: bool) -> Result<(), Problem> {
    let origin = headers.get(ORIGIN).and_then(|origin| origin.to_str().ok());
    match origin {
        // A foreign one was refused before.
        Some(origin) if state.reach().is_own_origin(origin) => {}
        None if is_program => {}
        _ => return Err(Problem::of_status(axum::http::StatusCode::FORBIDDEN)),
    }
    if headers.get(PAGE_HEADER).is_none_or(|value| value != PAGE_HEADER_VALUE) {
        return Err(Problem::no_header());
    }
    let has_body = headers.get(CONTENT_LENGTH).is_some_and(|length| length != "0")
        || headers.contains_key(axum::http::header::TRANSFER_ENCODING);
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = kind.and_then(|kind| kind.split(';').next()).map(str::trim).unwrap_or_default();
    let is_ours = BODY_TYPES.iter().any(|known| kind.eq_ignore_ascii_case(known));
    if has_body && !is_ours { Err(Problem::media_type()) } else { Ok(()) }
}

/// Whether an address is that of a page: a list has the name of a dataset, a search the id that it
/// is kept under; all other screens have data with `.json`.
fn is_page(path: &str) -> bool {
    match path.strip_prefix("/search/") {
        Some(name) => is_search(name),
        None => !path.ends_with(".json"),
    }
}

/// Whether this is the id of a search, of which the first letters tell it from a dataset's name.
pub(crate) fn is_search(name: &str) -> bool {
    name.strip_prefix("s-").is_some_and(|rest| {
        rest.len() == ULID_CHARS && rest.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

fn bearer(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ').unwrap_or((value, ""));
    // yente's clients call it `ApiKey`.
    let is_known = ["bearer", "apikey"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    is_known.then(|| token.trim().to_owned())
}

/// The session in the cookies; none when two are sent, as one of them is somebody else's.
pub(crate) fn session_cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let values = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs = values.flat_map(|value| value.split(';')).filter_map(|pair| pair.split_once('='));
    let mut found = pairs.filter(|(found, _)| found.trim() == name).map(|(_, value)| value.trim());
    let first = found.next()?.to_owned();
    found.next().is_none().then_some(first)
}

/// The address of the client, where the server knows it.
pub(crate) fn peer(request: &Request) -> Option<IpAddr> {
    let info = request.extensions().get::<ConnectInfo<Peer>>();
    info.map(|ConnectInfo(Peer(address))| address.ip().to_canonical())
}

/// A header that no form and no link can set.
pub(crate) const PAGE_HEADER: &str = "x-liaison";
pub(crate) const PAGE_HEADER_VALUE: &str = "1";
/// Letters of a ULID, of which ids of searches are made.
const ULID_CHARS: usize = 26;
/// Bodies that no form can send.
const BODY_TYPES: [&str; 2] = ["application/json", "application/octet-stream"];

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn headers(name: &'static str, values: &[&'static str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(name, HeaderValue::from_static(value));
        }
        headers
    }

    #[test]
    fn a_session_is_read_from_its_own_cookie() {
        let check = |values: &[&'static str], expected: Option<&str>| {
            let found = session_cookie(&headers("cookie", values), "liaison-8600");
            assert_eq!(found.as_deref(), expected, "{values:?}");
        };

        check(&["liaison-8600=abc"], Some("abc"));
        check(&["a=b; liaison-8600=abc; c=d"], Some("abc"));
        check(&["a=b", "liaison-8600=abc"], Some("abc"));
        check(&["liaison-8600=abc; liaison-8600=def"], None);
        check(&["liaison-8601=abc", "xliaison-8600=abc", "liaison-8600"], None);
        check(&[], None);
    }

    #[test]
    fn an_address_is_a_page_without_an_ending_and_data_with_one() {
        let check = |path: &str, expected: bool| assert_eq!(is_page(path), expected, "{path}");

        check("/records/kr.npa:person-1", true);
        check("/records/kr.npa:person-1.json", false);
        check("/import/i-01jv", true);
        check("/import/i-01jv.json", false);
        check("/search/s-01jv00000000000000000000aa", true);
        check("/search/s-01jv00000000000000000000aa.json", false);
        check("/search/s-01jv00000000000000000000aa.csv", false);
        check("/search/s-short", false);
        check("/search/all", false);
    }

    #[test]
    fn a_token_is_read_from_its_header() {
        let check = |value: &'static str, expected: Option<&str>| {
            let found = bearer(&headers("authorization", &[value]));
            assert_eq!(found.as_deref(), expected, "{value}");
        };

        check("Bearer lia_abc", Some("lia_abc"));
        check("bearer  lia_abc", Some("lia_abc"));
        check("Bearer", Some(""));
        check("ApiKey lia_abc", Some("lia_abc"));
        check("Basic bWluOmFiYw==", None);
    }
}
