//! What officers send of operations and manifests.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use liaison_node::{CountWanted, FindWanted, ManifestWanted, OperationWanted, StateWanted};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::access::Signed;
use crate::body::Sent;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::{Query, not_one_of};
use crate::screens::places::{PlaceSaidView, say};
use crate::state::ApiState;

/// An operation that somebody plans.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OperationSent {
    /// What it is called, in words that name nobody.
    #[schema(min_length = 1, max_length = 250)]
    name: String,
    /// `raid`, `rescue`, `search`, `arrest`, `sweep` or `handover`.
    #[schema(max_length = 20)]
    kind: String,
    #[serde(default)]
    #[schema(max_length = 40)]
    date: String,
    /// Id of the place, or name of the compound.
    #[serde(default)]
    #[schema(max_length = 250)]
    place: String,
    /// Ids of the agencies' records with commas, the leading one first.
    #[serde(default)]
    #[schema(max_length = 1000)]
    agencies: String,
    #[serde(default)]
    #[schema(max_length = 20000)]
    plan: String,
    /// Number of the case whose members alone may read of it.
    #[serde(default)]
    #[schema(max_length = 250)]
    case: String,
}

/// Something that is said of an operation, or of somebody on a manifest.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OperationEntrySent {
    /// Of an operation `state`, `count` or `find`; of a manifest `add` or `stage`.
    #[schema(max_length = 20)]
    kind: String,
    /// The state, the role that is counted, what kind of thing was found, or the stage.
    #[serde(default)]
    #[schema(max_length = 60)]
    code: String,
    /// Id of a person or record, number of a report; of a stage the id of the line.
    #[serde(default)]
    #[schema(max_length = 250)]
    about: String,
    /// What was seized; how many people were counted.
    #[serde(default)]
    #[schema(max_length = 2000)]
    text: String,
    #[serde(default)]
    #[schema(max_length = 60)]
    nationality: String,
    /// SHA-256 of a file that shows it.
    #[serde(default)]
    #[schema(max_length = 64)]
    exhibit: String,
    #[serde(default)]
    #[schema(max_length = 40)]
    date: String,
    #[serde(default)]
    #[schema(max_length = 250)]
    authority: String,
    #[serde(default)]
    #[schema(max_length = 2000)]
    source: String,
    #[serde(default)]
    #[schema(max_length = 2000)]
    reason: String,
}

/// A manifest that somebody opens.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ManifestSent {
    /// What it is called, in words that name nobody.
    #[schema(min_length = 1, max_length = 250)]
    title: String,
    #[serde(default)]
    #[schema(max_length = 20)]
    flight: String,
    #[serde(default)]
    #[schema(max_length = 40)]
    date: String,
    #[serde(default)]
    #[schema(max_length = 60)]
    from: String,
    #[serde(default)]
    #[schema(max_length = 60)]
    to: String,
    #[serde(default)]
    #[schema(max_length = 250)]
    operation: String,
}

/// Plan an operation
///
/// With a case, its members alone read of it.
#[utoipa::path(
    post, path = "/api/operations", tag = "Workbench", request_body = OperationSent,
    responses((status = 200, description = "It is on disk", body = PlaceSaidView))
)]
pub(crate) async fn plan(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    query: Query,
    Sent(sent): Sent<OperationSent>,
) -> Result<Json<PlaceSaidView>, Problem> {
    let OperationSent { name, kind, date, place, agencies, plan, case } = sent;
    let wanted = OperationWanted { name, kind, date, place, agencies, plan, case };
    say(state, query, move |node| Ok(node.plan_operation(&wanted, &reader)?)).await
}

/// Say something of an operation
///
/// How far it is, how many people one source counts, or who and what was found. Nothing takes the
/// place of anything.
#[utoipa::path(
    post, path = "/api/operations/{id}/entries", tag = "Workbench", request_body = OperationEntrySent,
    params(("id" = String, Path, description = "Id of the operation")),
    responses((status = 200, description = "It is on disk", body = PlaceSaidView))
)]
pub(crate) async fn enter(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(sent): Sent<OperationEntrySent>,
) -> Result<Json<PlaceSaidView>, Problem> {
    say(state, query, move |node| {
        let OperationEntrySent { date, authority, source, reason, .. } = sent;
        let said = match sent.kind.as_str() {
            "state" => {
                let wanted = StateWanted { status: sent.code, date, authority, source, reason };
                node.set_operation_state(&id, &wanted, &reader)?
            }
            "count" => {
                let (role, nationality, people) = (sent.code, sent.nationality, sent.text);
                let wanted = CountWanted { role, nationality, people, date, authority, source };
                node.count_in_operation(&id, &wanted, &reader)?
            }
            "find" => {
                let (kind, about, text) = (sent.code, sent.about, sent.text);
                let wanted = FindWanted { kind, about, text, exhibit: sent.exhibit };
                node.find_in_operation(&id, &wanted, &reader)?
            }
            _ => return Err(not_one_of("kind", &["state", "count", "find"])),
        };
        Ok(said)
    })
    .await
}

/// Open a manifest
///
/// Gives it a number.
#[utoipa::path(
    post, path = "/api/manifests", tag = "Workbench", request_body = ManifestSent,
    responses((status = 200, description = "It is on disk", body = PlaceSaidView))
)]
pub(crate) async fn open_manifest(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    query: Query,
    Sent(sent): Sent<ManifestSent>,
) -> Result<Json<PlaceSaidView>, Problem> {
    let ManifestSent { title, flight, date, from, to, operation } = sent;
    let wanted = ManifestWanted { title, flight, date, from, to, operation };
    say(state, query, move |node| Ok(node.open_manifest(&wanted, &reader)?)).await
}

/// List somebody on a manifest, or say how far they are
///
/// What was said before stays. A stage that is left out, and taking somebody off, need a reason.
#[utoipa::path(
    post, path = "/api/manifests/{id}/entries", tag = "Workbench", request_body = OperationEntrySent,
    params(("id" = String, Path, description = "Number or id of the manifest")),
    responses((status = 200, description = "It is on disk", body = PlaceSaidView))
)]
pub(crate) async fn list_or_stage(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(sent): Sent<OperationEntrySent>,
) -> Result<Json<PlaceSaidView>, Problem> {
    say(state, query, move |node| {
        let OperationEntrySent { date, authority, source, reason, .. } = sent;
        let said = match sent.kind.as_str() {
            "add" => node.list_on_manifest(&id, &sent.about, &reader)?,
            "stage" => {
                let wanted = StateWanted { status: sent.code, date, authority, source, reason };
                node.set_manifest_stage(&sent.about, &wanted, &reader)?
            }
            _ => return Err(not_one_of("kind", &["add", "stage"])),
        };
        Ok(said)
    })
    .await
}
