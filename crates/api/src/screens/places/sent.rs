//! What officers send of compounds.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use liaison_model::Instant;
use liaison_node::{CompoundWanted, Field, Node, PlaceSaid, StateWanted, TieWanted};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::Signed;
use crate::body::Sent;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::{Query, not_one_of};
use crate::screens::cases::ReasonSent;
use crate::screens::situation::{ReceiptView, receipt};
use crate::state::ApiState;

/// A compound that is new to the register.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CompoundSent {
    /// What is said of it, property by property.
    fields: Vec<FieldSent>,
    /// Language of its names.
    #[serde(default)]
    #[schema(max_length = 10)]
    language: String,
    /// From which paper, or from whom, in words that name nobody.
    #[schema(min_length = 1, max_length = 2000, pattern = r"\S")]
    source: String,
}

/// One thing that is said.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FieldSent {
    /// The property.
    #[schema(max_length = 60)]
    name: String,
    #[schema(max_length = 2000)]
    value: String,
}

/// Something that is said of a compound.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlaceEntrySent {
    /// `status`, `link` or `add`.
    #[schema(max_length = 20)]
    kind: String,
    /// The status; what a record is to the compound; the property that is added.
    #[serde(default)]
    #[schema(max_length = 60)]
    code: String,
    /// The number of a report or id of a record that is tied.
    #[serde(default)]
    #[schema(max_length = 250)]
    about: String,
    /// The name of a firm that is tied; the value that is added.
    #[serde(default)]
    #[schema(max_length = 2000)]
    text: String,
    /// A phone that is tied.
    #[serde(default)]
    #[schema(max_length = 60)]
    phone: String,
    /// Language of a name that is added.
    #[serde(default)]
    #[schema(max_length = 10)]
    language: String,
    /// When.
    #[serde(default)]
    #[schema(max_length = 40)]
    date: String,
    /// Which agency says so; ours where it is empty.
    #[serde(default)]
    #[schema(max_length = 250)]
    authority: String,
    /// From which paper, or from whom, in words that name nobody.
    #[serde(default)]
    #[schema(max_length = 2000)]
    source: String,
    /// Why, where it is out of the usual order.
    #[serde(default)]
    #[schema(max_length = 2000)]
    reason: String,
}

/// What was said of a place.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PlaceSaidView {
    /// Id of what was said.
    id: String,
    /// Id of the place of which it is said.
    about: String,
    commit: u64,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    known_on: Instant,
}

/// Put a compound into the register
///
/// With its source. One of the same name and country is refused: add to it instead.
#[utoipa::path(
    post, path = "/api/compounds", tag = "Workbench", request_body = CompoundSent,
    responses((status = 200, description = "It is on disk", body = PlaceSaidView))
)]
pub(crate) async fn add(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    query: Query,
    Sent(CompoundSent { fields, language, source }): Sent<CompoundSent>,
) -> Result<Json<PlaceSaidView>, Problem> {
    let field = |FieldSent { name, value }| Field { name, value };
    let wanted = CompoundWanted {
        fields: fields.into_iter().map(field).collect(),
        lang: Some(language).filter(|language| !language.is_empty()),
        source,
        ..CompoundWanted::default()
    };
    say(state, query, move |node| Ok(node.add_compound(&wanted, &reader)?)).await
}

/// Say something of a compound
///
/// Whether it runs, what is tied to it, or another fact. Nothing takes the place of anything.
#[utoipa::path(
    post, path = "/api/compounds/{id}/entries", tag = "Workbench", request_body = PlaceEntrySent,
    params(("id" = String, Path, description = "Id of the compound")),
    responses((status = 200, description = "It is on disk", body = PlaceSaidView))
)]
pub(crate) async fn enter(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(sent): Sent<PlaceEntrySent>,
) -> Result<Json<PlaceSaidView>, Problem> {
    say(state, query, move |node| {
        let PlaceEntrySent { date, authority, source, reason, .. } = sent;
        let said = match sent.kind.as_str() {
            "status" => {
                let wanted = StateWanted { status: sent.code, date, authority, source, reason };
                node.set_compound_status(&id, &wanted, &reader)?
            }
            "link" => {
                let (about, text, phone) = (sent.about, sent.text, sent.phone);
                let wanted =
                    TieWanted { kind: sent.code, about, text, phone, date, authority, source };
                node.tie_to_compound(&id, &wanted, &reader)?
            }
            "add" => {
                let fields = vec![Field { name: sent.code, value: sent.text }];
                let lang = Some(sent.language).filter(|language| !language.is_empty());
                let wanted = CompoundWanted { fields, lang, source, ..CompoundWanted::default() };
                node.add_to_compound(&id, &wanted, &reader)?
            }
            _ => return Err(not_one_of("kind", &["status", "link", "add"])),
        };
        Ok(said)
    })
    .await
}

/// Take something back that was said of a place
///
/// It stays in History, with who took it back, when and why.
#[utoipa::path(
    post, path = "/api/place-entries/{id}/withdraw", tag = "Workbench", request_body = ReasonSent,
    params(("id" = String, Path, description = "Id of the word, tie or compound")),
    responses((status = 200, description = "It is taken back", body = ReceiptView))
)]
pub(crate) async fn take_back(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(sent): Sent<ReasonSent>,
) -> Result<Json<ReceiptView>, Problem> {
    query.finish()?;
    let reason = sent.checked()?;
    let answer = state.ask(move |state| {
        receipt(state, state.node().take_back_from_place(&id, &reason, &reader)?)
    });
    answer.await.map(Json)
}

/// Does what an officer sent, and says where it stands.
pub(crate) async fn say(
    state: Arc<ApiState>,
    query: Query,
    act: impl FnOnce(&Node) -> Result<PlaceSaid, Problem> + Send + 'static,
) -> Result<Json<PlaceSaidView>, Problem> {
    query.finish()?;
    let answer = state.ask(move |state| {
        let PlaceSaid { id, about, commit } = act(state.node())?;
        Ok(PlaceSaidView { id, about, commit, known_on: state.commit_time(commit)? })
    });
    answer.await.map(Json)
}
