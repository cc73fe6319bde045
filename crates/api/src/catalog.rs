//! `/catalog`: which datasets there are.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use liaison_model::Reader;
use liaison_node::SearchRequest;
use liaison_views::FacetKind;
use serde::Serialize;
use utoipa::ToSchema;

use crate::access::Signed;
use crate::problem::Problem;
use crate::query::Query;
use crate::state::ApiState;

/// The datasets of this node of which the reader may see anything.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Catalog {
    datasets: Vec<Dataset>,
    /// Names of the datasets that are searched at their latest state.
    current: Vec<String>,
    /// Names of the others.
    outdated: Vec<String>,
    /// Whether the views are behind the journal.
    index_stale: bool,
}

/// One dataset.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Dataset {
    /// Its name, as filters take it.
    name: String,
    /// Its name for people.
    title: String,
    /// How many entities it speaks about, of those that the reader may see.
    entity_count: u64,
    /// Whether it can be searched: always.
    load: bool,
    /// The last commit that is folded into the views.
    index_version: String,
    /// Whether there is no commit after that.
    index_current: bool,
}

/// Datasets
///
/// The datasets of this node of which the reader may see anything, those with most entities first.
#[utoipa::path(
    get, path = "/catalog", tag = "Reading",
    responses((status = 200, description = "The datasets", body = Catalog))
)]
pub(crate) async fn catalog(
    State(state): State<Arc<ApiState>>,
    signed: Signed,
    query: Query,
) -> Result<Json<Catalog>, Problem> {
    query.finish()?;
    state.ask(move |state| list(state, &signed.reader)).await.map(Json)
}

fn list(state: &ApiState, reader: &Reader) -> Result<Catalog, Problem> {
    let request =
        SearchRequest { facets: vec![FacetKind::Dataset], limit: 0, ..SearchRequest::default() };
    let answer = state.node().search(&request, reader)?;
    let positions = state.node().positions()?;
    let is_current = positions.are_level();
    let facets = answer.facets.into_iter().flat_map(|(_, values)| values);
    let datasets: Vec<Dataset> = facets
        .map(|facet| Dataset {
            title: facet.value.clone(),
            name: facet.value,
            entity_count: facet.entities,
            load: true,
            index_version: positions.views.to_string(),
            index_current: is_current,
        })
        .collect();
    let names = datasets.iter().map(|dataset| dataset.name.clone()).collect();
    let (current, outdated) = if is_current { (names, Vec::new()) } else { (Vec::new(), names) };
    Ok(Catalog { datasets, current, outdated, index_stale: !is_current })
}
