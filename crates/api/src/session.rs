//! `/api/session`: signing in, who is signed in, signing out.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Json, RequestExt as _};
use liaison_accounts::{Attempt, IDLE_MINUTES, Session};
use liaison_model::messages::languages;
use liaison_model::{AgencyId, CommitNumber, Hash, Instant, ReaderKind};
use liaison_node::{NodeError, SignedIn};
use liaison_policy::{Operation, purposes_of};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zeroize::Zeroize as _;

use crate::access::{Asker, Pass, Signed, peer, session_cookie};
use crate::body::Sent;
use crate::problem::Problem;
use crate::query::Query;
use crate::state::ApiState;

/// Name, password and code of whoever signs in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignIn {
    /// The account.
    #[schema(example = "analyst", max_length = 256)]
    name: String,
    /// Its password.
    #[schema(max_length = 1024)]
    password: String,
    /// The code that its authenticator shows.
    #[schema(example = "123456", max_length = 32)]
    code: String,
}

impl Drop for SignIn {
    fn drop(&mut self) {
        self.password.zeroize();
    }
}

/// Who is signed in, on which node, and what they may do.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SessionAnswer {
    node: NodeAnswer,
    officer: OfficerAnswer,
    /// What the roles allow at all; about whom, is decided record by record.
    may: Vec<String>,
    /// The last commit that is shown.
    position: CommitNumber,
    /// When that commit was made.
    #[schema(value_type = Option<String>, format = DateTime)]
    known_on: Option<Instant>,
    /// Hash of the journal's newest commit: what an officer may note down outside.
    #[schema(value_type = Option<String>)]
    checkpoint: Option<Hash>,
    /// Languages in which the node answers.
    languages: Vec<&'static str>,
    /// For what the officer's roles look at people, in a fixed order; the first is no default.
    purposes: Vec<String>,
    /// When the session ends; absent for a token.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    session: Option<SessionEnds>,
}

/// The node that answers.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Node)]
struct NodeAnswer {
    /// The agency's name as people write it.
    name: String,
    #[schema(value_type = String, example = "kr.npa")]
    agency: AgencyId,
    /// The agency's country.
    #[schema(example = "kr")]
    country: String,
    /// Whether everything in it is fictional.
    demonstration: bool,
}

/// Who is signed in.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Officer)]
struct OfficerAnswer {
    name: String,
    #[schema(required)]
    unit: Option<String>,
    roles: Vec<String>,
}

/// When a session ends.
#[derive(Debug, Serialize, ToSchema)]
struct SessionEnds {
    /// However much it is used.
    #[schema(value_type = String, format = DateTime)]
    ends: Instant,
    /// After so many minutes without a request.
    idle_minutes: i64,
}

/// Sign in
///
/// Opens a session, whose cookie the browser keeps. What of name, password and code was wrong is
/// not told. Each code is taken once. Programs do not sign in: they have tokens.
#[utoipa::path(
    post, path = "/api/session", tag = "Session", request_body = SignIn,
    responses((status = 200, description = "Signed in", body = SessionAnswer))
)]
pub(crate) async fn sign_in(
    State(state): State<Arc<ApiState>>,
    request: Request,
) -> Result<Response, Problem> {
    let address = peer(&request).unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
    let before = session_cookie(request.headers(), &state.reach().cookie_name());
    let Sent(wanted): Sent<SignIn> = request.extract().await?;
    let chars = |text: &str| text.chars().count();
    let is_short = chars(&wanted.name) <= NAME_CHARS_MAX
        && chars(&wanted.password) <= PASSWORD_CHARS_MAX
        && chars(&wanted.code) <= CODE_CHARS_MAX;
    if !is_short {
        return Err(Problem::body());
    }
    let _turn = state.turn_to_sign_in().await?;
    let tried = move |state: &ApiState| {
        // As telephones write names, and authenticators show codes.
        let name = wanted.name.trim().to_lowercase();
        let code: String = wanted.code.split_whitespace().collect();
        let attempt = Attempt { name: &name, password: &wanted.password, code: &code, address };
        let (secret, account, session) = match state.node().sign_in(&attempt)? {
            SignedIn::Open { secret, account, session } => (secret, account, session),
            SignedIn::Refused => return Err(Problem::sign_in_refused()),
            SignedIn::Held { seconds } => return Err(Problem::held(seconds)),
        };
        if let Some(before) = before {
            end(state, &before)?;
        }
        let reader = state.node().officer(&account);
        let signed = Signed { reader, by: Pass::Session(session) };
        Ok((cookie(state, secret.as_str(), ""), answer(state, &signed)?))
    };
    let (cookie, answer) = state.ask(tried).await?;
    let asker = Asker(answer.officer.name.clone());
    let mut response = ([(SET_COOKIE, cookie?)], Json(answer)).into_response();
    response.extensions_mut().insert(asker);
    Ok(response)
}

/// Who is signed in
///
/// The officer or program, what they may do, and the state of the node. What a page asks first.
#[utoipa::path(
    get, path = "/api/session", tag = "Session",
    responses((status = 200, description = "Who it is", body = SessionAnswer))
)]
pub(crate) async fn who(
    State(state): State<Arc<ApiState>>,
    signed: Signed,
    query: Query,
) -> Result<Json<SessionAnswer>, Problem> {
    query.finish()?;
    state.ask(move |state| answer(state, &signed)).await.map(Json)
}

/// Sign out
///
/// Ends the session, here and wherever its cookie was copied to.
#[utoipa::path(
    delete, path = "/api/session", tag = "Session",
    responses((status = 204, description = "Signed out"))
)]
pub(crate) async fn sign_out(
    State(state): State<Arc<ApiState>>,
    signed: Signed,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    let gone = cookie(&state, "", "; Max-Age=0")?;
    if let Pass::Session(session) = signed.by {
        state.ask(move |state| Ok(state.node().sign_out(&session)?)).await?;
    }
    Ok((StatusCode::NO_CONTENT, [(SET_COOKIE, gone)]).into_response())
}

/// Ends the session that a browser had before: nobody is signed in twice in one browser.
fn end(state: &ApiState, secret: &str) -> Result<(), Problem> {
    let node = state.node();
    let found = node.accounts().session(secret, node.now()).map_err(NodeError::from)?;
    match found {
        Some((_, session)) => Ok(node.sign_out(&session)?),
        None => Ok(()),
    }
}

fn answer(state: &ApiState, signed: &Signed) -> Result<SessionAnswer, Problem> {
    let config = state.node().config();
    let node = NodeAnswer {
        name: config.name.clone(),
        agency: config.agency.clone(),
        country: config.country.clone(),
        demonstration: config.demonstration,
    };
    let (unit, roles) = match &signed.reader.kind {
        ReaderKind::Officer { unit, roles, .. } => {
            (unit.as_deref().map(str::to_owned), roles.clone())
        }
        ReaderKind::Peer => (None, [].into()),
    };
    let officer = OfficerAnswer {
        name: signed.reader.name().to_owned(),
        unit,
        roles: roles.iter().map(ToString::to_string).collect(),
    };
    let allowed =
        Operation::ALL.into_iter().filter(|operation| signed.decide(*operation).is_allowed());
    let position = state.node().positions()?.views;
    let known_on = match position {
        0 => None,
        position => Some(state.commit_time(position)?),
    };
    let session = match &signed.by {
        Pass::Session(session) => Some(ends(session)),
        Pass::Token(_) => None,
    };
    Ok(SessionAnswer {
        node,
        officer,
        may: allowed.map(|operation| operation.to_string()).collect(),
        position,
        known_on,
        checkpoint: state.node().checkpoint()?,
        languages: languages().collect(),
        purposes: purposes_of(&signed.reader).iter().map(ToString::to_string).collect(),
        session,
    })
}

fn ends(session: &Session) -> SessionEnds {
    SessionEnds { ends: session.ends(), idle_minutes: IDLE_MINUTES }
}

/// The session cookie: for this host alone, not for scripts, not from other sites, and without an
/// end of its own, so that it goes with the browser.
fn cookie(state: &ApiState, value: &str, more: &str) -> Result<HeaderValue, Problem> {
    let reach = state.reach();
    let secure = if reach.is_encrypted() { "; Secure" } else { "" };
    let name = reach.cookie_name();
    let text = format!("{name}={value}; Path=/{secure}; HttpOnly; SameSite=Strict{more}");
    let mut cookie = HeaderValue::from_str(&text)
        .map_err(|_| Problem::of_status(StatusCode::INTERNAL_SERVER_ERROR))?;
    cookie.set_sensitive(true);
    Ok(cookie)
}

const NAME_CHARS_MAX: usize = 256;
pub(crate) const PASSWORD_CHARS_MAX: usize = 1024;
pub(crate) const CODE_CHARS_MAX: usize = 32;
