//! `/entities/{id}`: one entity, and what stands beside it.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use liaison_model::Reader;
use liaison_node::ShowOptions;
use serde::Serialize;
use utoipa::openapi::path::{Parameter, ParameterIn};
use utoipa::{IntoParams, ToSchema};

use crate::access::Signed;
use crate::describe;
use crate::entity::Entity;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::{LIMIT_DEFAULT, Page, Query, Total, not_one_of};
use crate::state::ApiState;

/// An entity with what it points at and what points at it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AdjacentAnswer {
    /// The entity that was asked for.
    entity: Entity,
    /// What stands beside it, by the property that ties the two, as seen from this entity.
    adjacent: BTreeMap<String, AdjacentResults>,
}

/// What stands beside an entity by one property.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AdjacentResults {
    results: Vec<Entity>,
    total: Total,
    limit: usize,
    offset: usize,
}

/// The parameters of [`entity`].
struct EntityParameters;

impl IntoParams for EntityParameters {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let nested = "Accepted for yente's clients: what stands beside the entity is never put \
                      inside it, see `/entities/{id}/adjacent`";
        vec![id(), describe::query("nested", nested, describe::flag().enum_values(Some([false])))]
    }
}

/// The parameters of [`adjacent`].
struct AdjacentParameters;

impl IntoParams for AdjacentParameters {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        [vec![id()], describe::page(LIMIT_DEFAULT).into()].concat()
    }
}

fn id() -> Parameter {
    let description = "Id of the entity; of this agency's own the part after the colon is enough";
    describe::path("id", description, "agency")
}

/// One entity
///
/// Everything that is said about it and that the reader may see, with people covered.
#[utoipa::path(
    get, path = "/entities/{id}", tag = "Reading", params(EntityParameters),
    responses((status = 200, description = "The entity", body = Entity))
)]
pub(crate) async fn entity(
    State(state): State<Arc<ApiState>>,
    signed: Signed,
    InPath(id): InPath,
    mut query: Query,
) -> Result<Json<Entity>, Problem> {
    if query.flag("nested")? {
        return Err(not_one_of("nested", &["false"]));
    }
    query.finish()?;
    state.ask(move |state| show(state, &signed.reader, &id)).await.map(Json)
}

/// What stands beside an entity
///
/// The entities that it points at, and those that point at it, by the property that ties the two.
/// `limit` and `offset` hold for each property. At most 1,000 are looked at; where there are more,
/// the totals say `gte`.
#[utoipa::path(
    get, path = "/entities/{id}/adjacent", tag = "Reading", params(AdjacentParameters),
    responses((status = 200, description = "The entity and its neighbours", body = AdjacentAnswer))
)]
pub(crate) async fn adjacent(
    State(state): State<Arc<ApiState>>,
    signed: Signed,
    InPath(id): InPath,
    mut query: Query,
) -> Result<Json<AdjacentAnswer>, Problem> {
    let page = query.page(LIMIT_DEFAULT)?;
    query.finish()?;
    state.ask(move |state| beside(state, &signed.reader, &id, page)).await.map(Json)
}

fn show(state: &ApiState, reader: &Reader, id: &str) -> Result<Entity, Problem> {
    let options = ShowOptions { route: "/entities/{id}", ..ShowOptions::default() };
    let view = state.node().show(id, reader, &options)?;
    Ok(Entity::of(&view, state)?)
}

fn beside(
    state: &ApiState,
    reader: &Reader,
    id: &str,
    page: Page,
) -> Result<AdjacentAnswer, Problem> {
    let entity = show(state, reader, id)?;
    let found = state.node().adjacent(id, reader, ADJACENT_MAX + 1)?;
    let is_all = found.len() <= ADJACENT_MAX;
    let mut by_property: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for tie in found.into_iter().take(ADJACENT_MAX) {
        by_property.entry(tie.prop).or_default().push(tie.entity);
    }
    let mut adjacent = BTreeMap::new();
    for (property, entities) in by_property {
        let count = entities.len() as u64;
        let total = if is_all { Total::exactly(count) } else { Total::at_least(count) };
        let mut results = Vec::new();
        for view in page.of(entities) {
            results.push(Entity::of(&view, state)?);
        }
        let (limit, offset) = (page.limit, page.offset);
        adjacent.insert(property, AdjacentResults { results, total, limit, offset });
    }
    Ok(AdjacentAnswer { entity, adjacent })
}

/// Most neighbours of one entity that are looked at: each is read from the journal.
const ADJACENT_MAX: usize = 1_000;
