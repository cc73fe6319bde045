//! `/manifests/{id}.json` and `.csv`: who travels home together, and how far each of them is.

use std::sync::Arc;

use axum::Json;
use axum::extract::{FromRequestParts as _, Request, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use liaison_casework::State as _;
use liaison_model::Reader;
use liaison_node::{KnownManifest, Passenger};
use serde::Serialize;
use utoipa::ToSchema;

use crate::access::Signed;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::Query;
use crate::screens::parts::Handling;
use crate::screens::places::WordView;
use crate::state::ApiState;

/// A manifest in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ManifestRow {
    id: String,
    number: String,
    title: String,
    flight: Option<String>,
    date: Option<String>,
    /// Country that they leave.
    from: Option<String>,
    /// Country to which they go home.
    to: Option<String>,
    operation: Option<String>,
    by_stage: Vec<StageNumber>,
    handling: Handling,
}

/// How many people are at a stage.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StageNumber {
    stage: String,
    count: u64,
}

/// A manifest with everybody on it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ManifestScreen {
    row: ManifestRow,
    passengers: Vec<PassengerView>,
    handling: Handling,
    position: u64,
}

/// Somebody on a manifest.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PassengerView {
    /// Id of the line.
    id: String,
    /// Entity id of the person.
    person: String,
    is_child: Option<bool>,
    /// The most protective word on the victim track.
    result: String,
    nationalities: Vec<String>,
    stage: String,
    /// Every word on how far they are, oldest first.
    words: Vec<WordView>,
}

/// `/manifests/{id}`: the screen of a manifest, its data, or a file of it.
pub(crate) async fn manifest(
    State(state): State<Arc<ApiState>>,
    InPath(id): InPath,
    request: Request,
) -> Result<Response, Problem> {
    let (mut parts, _) = request.into_parts();
    let (name, ending) = id.rsplit_once('.').unwrap_or((&id, ""));
    if !["json", "csv"].contains(&ending) {
        return Ok(crate::screens::page(State(state), parts.headers).await);
    }
    let query = Query::parse(parts.uri.query().unwrap_or_default())?;
    let Signed { reader, .. } = Signed::from_request_parts(&mut parts, &state).await?;
    match ending {
        "csv" => file(&state, reader, name, query).await,
        _ => one_manifest(&state, reader, name, query).await,
    }
}

/// A manifest
///
/// Everybody on it by the id of their record, with stage and screening. With `.csv` the same as a
/// table, with names covered. Without an ending, its screen.
#[utoipa::path(
    get, path = "/manifests/{id}.json", tag = "Workbench",
    params(("id" = String, Path, description = "Number or id of the manifest")),
    responses((status = 200, description = "The manifest", body = ManifestScreen))
)]
pub(crate) async fn one_manifest(
    state: &Arc<ApiState>,
    reader: Reader,
    id: &str,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    let id = id.to_owned();
    let answer = state.ask(move |state| {
        let view = state.node().manifest(&id, &reader)?;
        Ok(ManifestScreen {
            row: ManifestRow::of(&view.manifest),
            passengers: view.passengers.iter().map(PassengerView::of).collect(),
            handling: Handling::of(&view.manifest.marks),
            position: view.position,
        })
    });
    Ok(Json(answer.await?).into_response())
}

async fn file(
    state: &Arc<ApiState>,
    reader: Reader,
    id: &str,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    let id = id.to_owned();
    let answer = state.ask(move |state| {
        let view = state.node().manifest(&id, &reader)?;
        let mut bytes = Vec::new();
        view.write_csv(&mut bytes).map_err(|_| Problem::body())?;
        Ok((view.manifest.number, bytes))
    });
    let (number, bytes) = answer.await?;
    let name = format!("attachment; filename=\"{number}.csv\"");
    let kind = "text/csv; charset=utf-8".to_owned();
    Ok(([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, name)], bytes).into_response())
}

impl ManifestRow {
    pub(super) fn of(known: &KnownManifest) -> Self {
        let stages = known
            .by_stage
            .iter()
            .map(|(stage, count)| StageNumber { stage: stage.code().to_owned(), count: *count });
        Self {
            id: known.id.to_string(),
            number: known.number.clone(),
            title: known.title.clone(),
            flight: known.flight.clone(),
            date: known.date.clone(),
            from: known.from.clone(),
            to: known.to.clone(),
            operation: known.operation.clone(),
            by_stage: stages.collect(),
            handling: Handling::of(&known.marks),
        }
    }
}

impl PassengerView {
    fn of(passenger: &Passenger) -> Self {
        Self {
            id: passenger.id.clone(),
            person: passenger.person.id.clone(),
            is_child: passenger.person.is_child,
            result: passenger.person.tracks.standing().result.code().to_owned(),
            nationalities: passenger.nationalities.clone(),
            stage: passenger.stage().code().to_owned(),
            words: passenger.words.iter().map(WordView::of).collect(),
        }
    }
}
