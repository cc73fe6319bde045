//! `/looks.json` and `/looks/accounts.json`: who looked at whom, when and for what, and what was
//! done with accounts, for auditors; both as tables, too.

use std::io::Cursor;
use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use liaison_formats::{TableFormat, write_table};
use liaison_model::{CommitNumber, Instant, LookEntry};
use liaison_node::{AccountAct, EntriesWanted};
use serde::Serialize;
use utoipa::openapi::path::{Parameter, ParameterIn};
use utoipa::{IntoParams, ToSchema};

use crate::access::Signed;
use crate::describe;
use crate::problem::Problem;
use crate::query::{LIMIT_MAX, Query, malformed};
use crate::screens::listing::attachment;
use crate::state::ApiState;

/// Some looks, newest first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LooksAnswer {
    results: Vec<LookView>,
    /// To be given as `before` for the next ones; absent where there are no more.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    next: Option<CommitNumber>,
}

/// One look: records by their ids, and nothing that stands in them.
#[derive(Debug, Serialize, ToSchema)]
pub struct LookView {
    /// Its number in the chain of looks.
    look: CommitNumber,
    #[schema(value_type = String, format = DateTime)]
    at: Instant,
    /// Whose account it was.
    officer: String,
    /// The roles that the account had.
    roles: Vec<String>,
    /// For what; empty where none was named.
    purpose: String,
    /// The screen, command or route.
    route: String,
    /// Ids of the records that were looked at.
    records: Vec<String>,
}

/// Some acts on accounts, newest first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ActsAnswer {
    results: Vec<ActView>,
    /// To be given as `before` for the next ones; absent where there are no more.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    next: Option<CommitNumber>,
}

/// Something that was done with an account or a token.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AccountAct)]
pub struct ActView {
    /// Its number in the chain of looks.
    look: CommitNumber,
    #[schema(value_type = String, format = DateTime)]
    at: Instant,
    /// What was done.
    #[schema(example = "made-account")]
    act: String,
    /// Name of the account or token.
    account: String,
    /// Who did it; absent for a wrong attempt to sign in, as nobody knows who that was.
    #[schema(required)]
    officer: Option<String>,
    /// The second person, where two are needed.
    #[schema(required)]
    confirmed_by: Option<String>,
    /// Roles that the account or token had from then on.
    roles: Vec<String>,
    /// What a token is for.
    scopes: Vec<String>,
}

impl LookView {
    /// A look as it is told.
    #[must_use]
    pub fn of(look: CommitNumber, entry: &LookEntry) -> Self {
        Self {
            look,
            at: entry.at,
            officer: entry.officer.clone(),
            roles: entry.role.split_whitespace().map(str::to_owned).collect(),
            purpose: entry.purpose.clone(),
            route: entry.route.clone(),
            records: entry.entities.iter().map(ToString::to_string).collect(),
        }
    }
}

impl ActView {
    /// An act as it is told.
    #[must_use]
    pub fn of(look: CommitNumber, act: &AccountAct) -> Self {
        Self {
            look,
            at: act.at,
            act: act.kind.clone(),
            account: act.account.clone(),
            officer: act.officer.clone(),
            confirmed_by: act.confirmed_by.clone(),
            roles: act.roles.clone(),
            scopes: act.scopes.clone(),
        }
    }
}

/// Looks
///
/// Who uncovered or printed which record, when and for what, newest first. Records are named by
/// their ids.
#[utoipa::path(
    get, path = "/looks.json", tag = "Audit", params(LooksParameters),
    responses((status = 200, description = "The looks", body = LooksAnswer))
)]
pub(crate) async fn looks(
    State(state): State<Arc<ApiState>>,
    Signed { .. }: Signed,
    mut query: Query,
) -> Result<Json<LooksAnswer>, Problem> {
    let limit = query.number("limit", LIMIT, LIMIT_MAX)?;
    let wanted = entries(query, "record", limit)?;
    let found = state.ask(move |state| Ok(state.node().looks(&wanted)?)).await?;
    let results = found.looks.iter().map(|(number, entry)| LookView::of(*number, entry)).collect();
    Ok(Json(LooksAnswer { results, next: found.next }))
}

/// Looks as a table
///
/// The newest ten thousand of those that are wanted, as CSV.
#[utoipa::path(
    get, path = "/looks.csv", tag = "Audit", params(LooksParameters),
    responses((status = 200, description = "The table", body = String, content_type = "text/csv"))
)]
pub(crate) async fn looks_file(
    State(state): State<Arc<ApiState>>,
    Signed { .. }: Signed,
    mut query: Query,
) -> Result<Response, Problem> {
    query.number("limit", LIMIT, LIMIT_MAX)?;
    let wanted = entries(query, "record", ROWS_MAX)?;
    let found = state.ask(move |state| Ok(state.node().looks(&wanted)?)).await?;
    let rows = found.looks.iter().map(|(number, entry)| {
        let view = LookView::of(*number, entry);
        vec![
            view.look.to_string(),
            view.at.to_string(),
            view.officer,
            view.roles.join("; "),
            view.purpose,
            view.route,
            view.records.join("; "),
        ]
    });
    table("liaison-looks", &LOOKS_HEADINGS, rows)
}

/// Acts on accounts
///
/// What was done with accounts, sessions and tokens, by whom and when, newest first.
#[utoipa::path(
    get, path = "/looks/accounts.json", tag = "Audit", params(ActsParameters),
    responses((status = 200, description = "The acts", body = ActsAnswer))
)]
pub(crate) async fn acts(
    State(state): State<Arc<ApiState>>,
    Signed { .. }: Signed,
    mut query: Query,
) -> Result<Json<ActsAnswer>, Problem> {
    let limit = query.number("limit", LIMIT, LIMIT_MAX)?;
    let wanted = entries(query, "account", limit)?;
    let found = state.ask(move |state| Ok(state.node().account_acts(&wanted)?)).await?;
    let results = found.acts.iter().map(|(number, act)| ActView::of(*number, act)).collect();
    Ok(Json(ActsAnswer { results, next: found.next }))
}

/// Acts on accounts as a table
///
/// The newest ten thousand of those that are wanted, as CSV.
#[utoipa::path(
    get, path = "/looks/accounts.csv", tag = "Audit", params(ActsParameters),
    responses((status = 200, description = "The table", body = String, content_type = "text/csv"))
)]
pub(crate) async fn acts_file(
    State(state): State<Arc<ApiState>>,
    Signed { .. }: Signed,
    mut query: Query,
) -> Result<Response, Problem> {
    query.number("limit", LIMIT, LIMIT_MAX)?;
    let wanted = entries(query, "account", ROWS_MAX)?;
    let found = state.ask(move |state| Ok(state.node().account_acts(&wanted)?)).await?;
    let rows = found.acts.iter().map(|(number, act)| {
        let view = ActView::of(*number, act);
        vec![
            view.look.to_string(),
            view.at.to_string(),
            view.act,
            view.account,
            view.officer.unwrap_or_default(),
            view.confirmed_by.unwrap_or_default(),
            view.roles.join("; "),
            view.scopes.join("; "),
        ]
    });
    table("liaison-accounts", &ACTS_HEADINGS, rows)
}

pub(crate) fn table(
    name: &str,
    headings: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
) -> Result<Response, Problem> {
    let mut bytes = Cursor::new(Vec::new());
    let failed = |_| Problem::of_status(StatusCode::INTERNAL_SERVER_ERROR);
    write_table(&mut bytes, TableFormat::Csv, headings, rows).map_err(failed)?;
    Ok(attachment(name, TableFormat::Csv, bytes.into_inner()))
}

/// `about` is the parameter that names whom or what an entry is about.
fn entries(mut query: Query, about: &'static str, limit: usize) -> Result<EntriesWanted, Problem> {
    let wanted = EntriesWanted {
        officer: query.one("officer")?,
        about: query.one(about)?,
        from: moment(&mut query, "from")?,
        to: moment(&mut query, "to")?,
        before: before(&mut query)?,
        limit,
    };
    query.finish().map(|()| wanted)
}

pub(crate) fn moment(query: &mut Query, name: &'static str) -> Result<Option<Instant>, Problem> {
    let text = query.one(name)?;
    text.map(|text| text.parse().map_err(|_| malformed(name, "2026-01-31T23:59:59Z"))).transpose()
}

pub(crate) fn before(query: &mut Query) -> Result<Option<CommitNumber>, Problem> {
    let text = query.one("before")?;
    text.map(|text| text.parse().map_err(|_| malformed("before", "120"))).transpose()
}

struct LooksParameters;

impl IntoParams for LooksParameters {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        described("record", "Those at the record with this id")
    }
}

struct ActsParameters;

impl IntoParams for ActsParameters {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        described("account", "Those on this account or token")
    }
}

/// The parameters of both records, which differ in whom or what an entry is about.
pub(crate) fn described(about: &str, description: &str) -> Vec<Parameter> {
    let text = || describe::short_text(describe::NAME_CHARS_MAX);
    vec![
        describe::query("officer", "Those of this account", text()),
        describe::query(about, description, text()),
        describe::query("from", "Those from this moment on", describe::moment()),
        describe::query("to", "Those up to this moment", describe::moment()),
        describe::query("before", "Those before this number", describe::form("^[0-9]{1,15}$")),
        describe::limit(LIMIT),
    ]
}

/// Entries in one answer where nobody says how many.
const LIMIT: usize = 50;
/// Rows of a table that is taken along.
const ROWS_MAX: usize = 10_000;
const LOOKS_HEADINGS: [&str; 7] = ["look", "at", "officer", "roles", "purpose", "route", "records"];
const ACTS_HEADINGS: [&str; 8] =
    ["look", "at", "act", "account", "officer", "confirmed_by", "roles", "scopes"];
