//! `/api/looks`: who looked at whom, when and for what, for auditors.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use liaison_model::{CommitNumber, Instant, LookEntry};
use liaison_node::LooksWanted;
use serde::Serialize;
use utoipa::openapi::path::{Parameter, ParameterIn};
use utoipa::{IntoParams, ToSchema};

use crate::access::Signed;
use crate::describe;
use crate::problem::Problem;
use crate::query::{LIMIT_MAX, Query, malformed};
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

/// Looks
///
/// Who uncovered or printed which record, when and for what, newest first. Records are named by
/// their ids.
#[utoipa::path(
    get, path = "/api/looks", tag = "Audit", params(Parameters),
    responses((status = 200, description = "The looks", body = LooksAnswer))
)]
pub(crate) async fn looks(
    State(state): State<Arc<ApiState>>,
    Signed { .. }: Signed,
    mut query: Query,
) -> Result<Json<LooksAnswer>, Problem> {
    let moment = |query: &mut Query, name| {
        let text = query.one(name)?;
        text.map(|text| text.parse().map_err(|_| malformed(name, "2026-01-31T23:59:59Z")))
            .transpose()
    };
    let before = query.one("before")?;
    let before = before.map(|text| text.parse().map_err(|_| malformed("before", "120")));
    let wanted = LooksWanted {
        officer: query.one("officer")?,
        record: query.one("record")?,
        from: moment(&mut query, "from")?,
        to: moment(&mut query, "to")?,
        before: before.transpose()?,
        limit: query.number("limit", LIMIT, LIMIT_MAX)?,
    };
    query.finish()?;
    let found = state.ask(move |state| Ok(state.node().looks(&wanted)?)).await?;
    let results = found.looks.iter().map(|(number, entry)| LookView::of(*number, entry)).collect();
    Ok(Json(LooksAnswer { results, next: found.next }))
}

struct Parameters;

impl IntoParams for Parameters {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let text = || describe::short_text(describe::NAME_CHARS_MAX);
        vec![
            describe::query("officer", "Those of this account", text()),
            describe::query("record", "Those at the record with this id", text()),
            describe::query("from", "Those from this moment on", describe::moment()),
            describe::query("to", "Those up to this moment", describe::moment()),
            describe::query("before", "Those before this number", describe::form("^[0-9]{1,15}$")),
            describe::limit(LIMIT),
        ]
    }
}

/// Looks in one answer where nobody says how many.
const LIMIT: usize = 50;
