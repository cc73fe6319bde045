//! `/operations.json`, `/operations/{id}.json` and `/manifests/{id}.json`: what was carried out, who
//! was counted and found, and who goes home. People are ids, never names.

mod manifests;
mod sent;

use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Response};
use liaison_casework::State as _;
use liaison_node::{KnownOperation, OperationCount, OperationFind, OperationView};
use serde::Serialize;
use utoipa::ToSchema;

pub(crate) use manifests::{__path_one_manifest, manifest};
pub(crate) use sent::{
    __path_enter, __path_list_or_stage, __path_open_manifest, __path_plan, enter, list_or_stage,
    open_manifest, plan,
};

use super::cases::TracksView;
use super::parts::{Handling, Text};
use super::places::WordView;
use super::reports::NamedPlace;
use crate::access::Signed;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::Query;
use crate::state::ApiState;
use manifests::ManifestRow;

/// Operations and manifests.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OperationsScreen {
    /// The latest first.
    rows: Vec<OperationRow>,
    /// The newest first.
    manifests: Vec<ManifestRow>,
    handling: Option<Handling>,
}

/// One operation in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OperationRow {
    id: String,
    name: String,
    kind: String,
    date: Option<String>,
    place: Option<NamedPlace>,
    agencies: Vec<String>,
    state: Option<String>,
    /// Whether agencies say different things on how far it is.
    is_disputed: bool,
    handling: Handling,
}

/// An operation with all that is said of it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OperationScreen {
    row: OperationRow,
    plan: Option<String>,
    /// Every word on how far it is, oldest first.
    words: Vec<WordView>,
    /// People by role and nationality, source by source. Nothing is added up.
    counts: Vec<CountView>,
    finds: Vec<FindView>,
    people: Vec<TracksView>,
    manifests: Vec<ManifestName>,
    handling: Handling,
    position: u64,
}

/// How many people of a role and nationality were counted.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CountView {
    role: String,
    /// Of all where it is absent.
    nationality: Option<String>,
    /// Whether sources tell different numbers.
    is_disputed: bool,
    told: Vec<CountToldView>,
}

/// What one source counts.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CountToldView {
    /// Id by which it is taken back, where it can be.
    id: Option<String>,
    people: u64,
    date: Option<String>,
    authority: String,
    source: String,
}

/// Something that was found.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FindView {
    id: String,
    kind: String,
    about: Option<FoundRecord>,
    text: String,
    /// SHA-256 of the file that shows it.
    exhibit: Option<String>,
    officer: String,
}

/// A record of what was found.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FoundRecord {
    id: String,
    schema: String,
    caption: Text,
}

/// A manifest by its number.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ManifestName {
    id: String,
    number: String,
}

/// Operations and manifests
///
/// Operations, the latest first, and manifests of those who travel home, the newest first.
#[utoipa::path(
    get, path = "/operations.json", tag = "Workbench",
    responses((status = 200, description = "The operations", body = OperationsScreen))
)]
pub(crate) async fn list(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    query: Query,
) -> Result<Json<OperationsScreen>, Problem> {
    query.finish()?;
    let answer = state.ask(move |state| {
        let (rows, manifests) =
            (state.node().operations(&reader)?, state.node().manifests(&reader)?);
        let marks = rows.iter().map(|one| &one.marks).chain(manifests.iter().map(|one| &one.marks));
        let strictest = marks.cloned().reduce(|a, b| if a == b { a } else { a.strictest(&b) });
        Ok(OperationsScreen {
            rows: rows.iter().map(OperationRow::of).collect(),
            manifests: manifests.iter().map(ManifestRow::of).collect(),
            handling: strictest.as_ref().map(Handling::of),
        })
    });
    answer.await.map(Json)
}

/// `/operations/{id}`: the screen of an operation, or its data.
pub(crate) async fn operation(
    State(state): State<Arc<ApiState>>,
    InPath(id): InPath,
    request: Request,
) -> Result<Response, Problem> {
    match super::screen_of(&state, &id, request).await? {
        super::Screen::Page(page) => Ok(page),
        super::Screen::Data { id, reader, query } => one(&state, reader, id, query).await,
    }
}

/// An operation
///
/// How far it is, people as each source counts them, who and what was found, and the tracks of the
/// people. Without `.json`, its screen.
#[utoipa::path(
    get, path = "/operations/{id}.json", tag = "Workbench",
    params(("id" = String, Path, description = "Id of the operation")),
    responses((status = 200, description = "The operation", body = OperationScreen))
)]
pub(crate) async fn one(
    state: &Arc<ApiState>,
    reader: liaison_model::Reader,
    id: &str,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    let id = id.to_owned();
    let answer =
        state.ask(move |state| Ok(OperationScreen::of(&state.node().operation(&id, &reader)?)));
    Ok(Json(answer.await?).into_response())
}

impl OperationRow {
    fn of(known: &KnownOperation) -> Self {
        Self {
            id: known.id.to_string(),
            name: known.name.clone(),
            kind: known.kind.clone(),
            date: known.date.as_ref().map(ToString::to_string),
            place: known.place.clone().map(|(id, name)| NamedPlace { id, name }),
            agencies: known.agencies.clone(),
            state: known.state().map(|word| word.state.code().to_owned()),
            is_disputed: known.is_disputed(),
            handling: Handling::of(&known.marks),
        }
    }
}

impl OperationScreen {
    fn of(view: &OperationView) -> Self {
        let manifest = |(id, number): &(String, String)| ManifestName {
            id: id.clone(),
            number: number.clone(),
        };
        Self {
            row: OperationRow::of(&view.operation),
            plan: view.operation.plan.clone(),
            words: view.operation.words.iter().map(WordView::of).collect(),
            counts: view.counts.iter().map(CountView::of).collect(),
            finds: view.finds.iter().map(FindView::of).collect(),
            people: view.people.iter().map(TracksView::of).collect(),
            manifests: view.manifests.iter().map(manifest).collect(),
            handling: Handling::of(&view.marks),
            position: view.position,
        }
    }
}

impl CountView {
    fn of(count: &OperationCount) -> Self {
        let told = count.told.iter().map(|told| CountToldView {
            id: told.id.clone(),
            people: told.people,
            date: told.date.clone(),
            authority: told.authority.clone(),
            source: told.source.clone(),
        });
        Self {
            role: count.role.clone(),
            nationality: count.nationality.clone(),
            is_disputed: count.is_disputed(),
            told: told.collect(),
        }
    }
}

impl FindView {
    fn of(find: &OperationFind) -> Self {
        let about = find.about.as_ref().map(|(id, schema, caption)| FoundRecord {
            id: id.clone(),
            schema: schema.clone(),
            caption: Text::of(caption, None),
        });
        Self {
            id: find.id.clone(),
            kind: find.kind.clone(),
            about,
            text: find.text.clone(),
            exhibit: find.exhibit.clone(),
            officer: find.officer.clone(),
        }
    }
}
