//! `/account.json` and what an officer does there: another password, and an end to sessions.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::{Json, RequestExt as _};
use liaison_accounts::{Attempt, IDLE_MINUTES, PASSWORD_CHARS_MIN, Session};
use liaison_model::Instant;
use liaison_node::{NodeError, PasswordChanged};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zeroize::Zeroize as _;

use crate::access::{Pass, Signed, peer};
use crate::body::Sent;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::Query;
use crate::session::{CODE_CHARS_MAX, PASSWORD_CHARS_MAX};
use crate::state::ApiState;

/// The account of whoever asks.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AccountScreen {
    name: String,
    #[schema(required)]
    unit: Option<String>,
    roles: Vec<String>,
    #[schema(value_type = String, format = DateTime)]
    made: Instant,
    /// Fewest characters of a password.
    password_chars_min: usize,
    /// Open sessions, the newest first.
    sessions: Vec<SessionView>,
}

/// An open session.
#[derive(Debug, Serialize, ToSchema)]
struct SessionView {
    /// Its number, which opens nothing.
    number: i64,
    #[schema(value_type = String, format = DateTime)]
    begun: Instant,
    /// When it was last used, to the minute.
    #[schema(value_type = String, format = DateTime)]
    used: Instant,
    /// When it ends, unused from now on.
    #[schema(value_type = String, format = DateTime)]
    ends: Instant,
    /// From which address it began.
    address: String,
    /// Whether it is the one that asks.
    is_this: bool,
}

/// Another password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PasswordWanted {
    /// The present password.
    #[schema(max_length = 1024)]
    password: String,
    /// The code that the authenticator shows.
    #[schema(example = "123456", max_length = 32)]
    code: String,
    /// The new password.
    #[schema(max_length = 1024)]
    new: String,
}

impl Drop for PasswordWanted {
    fn drop(&mut self) {
        self.password.zeroize();
        self.new.zeroize();
    }
}

/// How many sessions ended.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EndedAnswer {
    sessions_ended: usize,
}

/// One's account
///
/// The officer's own account with its open sessions. Tokens have no account.
#[utoipa::path(
    get, path = "/account.json", tag = "Session",
    responses((status = 200, description = "The account", body = AccountScreen))
)]
pub(crate) async fn account(
    State(state): State<Arc<ApiState>>,
    signed: Signed,
    query: Query,
) -> Result<Json<AccountScreen>, Problem> {
    query.finish()?;
    let session = own(signed)?;
    state.ask(move |state| screen(state, &session)).await.map(Json)
}

/// Change one's password
///
/// With the present one and a code. All other sessions of the officer end, and the change is
/// recorded.
#[utoipa::path(
    post, path = "/api/account/password", tag = "Session", request_body = PasswordWanted,
    responses((status = 200, description = "It is changed", body = EndedAnswer))
)]
pub(crate) async fn change_password(
    State(state): State<Arc<ApiState>>,
    signed: Signed,
    request: Request,
) -> Result<Json<EndedAnswer>, Problem> {
    let session = own(signed)?;
    let address = peer(&request).unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
    let Sent(wanted): Sent<PasswordWanted> = request.extract().await?;
    let is_short = |text: &str, most| text.chars().count() <= most;
    let fits = is_short(&wanted.password, PASSWORD_CHARS_MAX)
        && is_short(&wanted.new, PASSWORD_CHARS_MAX)
        && is_short(&wanted.code, CODE_CHARS_MAX);
    if !fits {
        return Err(Problem::body());
    }
    let _turn = state.turn_to_sign_in().await?;
    let change = move |state: &ApiState| {
        let code: String = wanted.code.split_whitespace().collect();
        let name = session.account.as_str();
        let present = Attempt { name, password: &wanted.password, code: &code, address };
        match state.node().change_password(&session, &present, &wanted.new)? {
            PasswordChanged::Done { sessions_ended } => Ok(EndedAnswer { sessions_ended }),
            PasswordChanged::Refused => Err(Problem::not_confirmed()),
            PasswordChanged::Held { seconds } => Err(Problem::held(seconds)),
        }
    };
    state.ask(change).await.map(Json)
}

/// End one's other sessions
#[utoipa::path(
    delete, path = "/api/account/sessions", tag = "Session",
    responses((status = 200, description = "They are ended", body = EndedAnswer))
)]
pub(crate) async fn end_others(
    State(state): State<Arc<ApiState>>,
    signed: Signed,
    query: Query,
) -> Result<Json<EndedAnswer>, Problem> {
    query.finish()?;
    let session = own(signed)?;
    let ended = state.ask(move |state| Ok(state.node().end_other_sessions(&session)?)).await?;
    Ok(Json(EndedAnswer { sessions_ended: ended }))
}

/// End a session of one's own
#[utoipa::path(
    delete, path = "/api/account/sessions/{id}", tag = "Session",
    params(("id" = String, Path, description = "Number of the session")),
    responses((status = 204, description = "It is ended"))
)]
pub(crate) async fn end_one(
    State(state): State<Arc<ApiState>>,
    signed: Signed,
    InPath(number): InPath,
    query: Query,
) -> Result<StatusCode, Problem> {
    query.finish()?;
    let session = own(signed)?;
    let number: i64 = number.parse().map_err(|_| Problem::from(NodeError::NotFound))?;
    state.ask(move |state| Ok(state.node().end_own_session(&session, number)?)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The session of an officer; a program has none.
fn own(signed: Signed) -> Result<Session, Problem> {
    match signed.by {
        Pass::Session(session) => Ok(session),
        Pass::Token(_) => Err(Problem::not_for_tokens()),
    }
}

fn screen(state: &ApiState, session: &Session) -> Result<AccountScreen, Problem> {
    let node = state.node();
    let account = node.accounts().account(&session.account).map_err(NodeError::from)?;
    let open = node.accounts().sessions_of(&account.name, node.now()).map_err(NodeError::from)?;
    let view = |one: &Session| SessionView {
        number: one.number,
        begun: one.begun,
        used: one.used,
        ends: one.ends().min(one.used.plus_seconds(IDLE_MINUTES * 60)),
        address: one.address.clone(),
        is_this: one.number == session.number,
    };
    Ok(AccountScreen {
        name: account.name.to_string(),
        unit: account.unit.as_ref().map(ToString::to_string),
        roles: account.roles.iter().map(ToString::to_string).collect(),
        made: account.made,
        password_chars_min: PASSWORD_CHARS_MIN,
        sessions: open.iter().rev().map(view).collect(),
    })
}
