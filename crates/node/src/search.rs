//! Searching: text under the reader's scope, with filters, facets and highlights.

use std::collections::HashSet;
use std::ops::Range;

use liaison_model::{Act, Instant, Reader, schema};
use liaison_search::{Limits, TextQuery, highlight};
use liaison_views::{EntityFilter, Facet, FacetKind};

use crate::reading::{EntityView, Shown, Snapshot};
use crate::{Node, NodeError};

/// What is searched, and how much of the answer is wanted.
#[derive(Debug, Clone, Default)]
pub struct SearchRequest {
    /// The text; empty lists everything that the filter lets through.
    pub text: String,
    /// Which entities count. A schema stands for those that extend it, too.
    pub filter: EntityFilter,
    /// Facets to count.
    pub facets: Vec<FacetKind>,
    /// Of what was known at this moment.
    pub known_on: Option<Instant>,
    /// Hits to leave out from the start.
    pub offset: usize,
    /// Hits wanted.
    pub limit: usize,
}

/// The answer.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchAnswer {
    /// The wanted page, best first.
    pub hits: Vec<SearchHit>,
    /// How many entities there are in all.
    pub total: u64,
    /// Whether nothing had every word, so that these have only some.
    pub relaxed: bool,
    /// Counts per facet, in the order asked.
    pub facets: Vec<(FacetKind, Vec<Facet>)>,
}

/// One entity found.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchHit {
    /// The entity.
    pub entity: EntityView,
    /// How well it fits; 0 in a list without a text.
    pub score: f32,
    /// The values that matched.
    pub highlights: Vec<Highlight>,
}

/// A value that matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Highlight {
    /// The property.
    pub prop: String,
    /// The value.
    pub value: Shown,
    /// Where it matched, as byte ranges of the value that never cut a grapheme; empty when the
    /// value is covered.
    pub ranges: Vec<Range<usize>>,
}

impl Node {
    /// Searches. Results in a list are not looks: people in them stay covered.
    ///
    /// # Errors
    ///
    /// [`liaison_search::SearchError::TooLong`] for a text that nobody types,
    /// [`NodeError::NothingToLookFor`] for one of marks alone, such as `!!!`.
    pub fn search(
        &self,
        request: &SearchRequest,
        reader: &Reader,
    ) -> Result<SearchAnswer, NodeError> {
        let snapshot = self.snapshot(reader, Act::Find, request.known_on)?;
        let mut filter = request.filter.clone();
        filter.schemata = widened(&filter.schemata);
        let query = TextQuery::parse(&request.text)?;
        if query.is_empty() {
            // Marks alone are no wish to see everything.
            if !request.text.trim().is_empty() {
                return Err(NodeError::NothingToLookFor);
            }
            return self.list(&snapshot, &filter, request);
        }
        let among = match filter.is_empty() {
            true => None,
            false => Some(self.views.matching(&filter, snapshot.window())?),
        };
        let hidden: HashSet<u64> =
            snapshot.hidden.rows.iter().map(|sid| sid.cast_unsigned()).collect();
        let limits = Limits {
            scope: &snapshot.scope,
            hidden: &hidden,
            hidden_commits: &snapshot.hidden.commits,
            up_to: snapshot.up_to,
            entities: among.as_ref(),
            offset: request.offset,
            limit: request.limit,
        };
        let found = self.search.search(&query, &limits)?;
        let mut hits = Vec::with_capacity(found.hits.len());
        for hit in &found.hits {
            let Some(entity) = snapshot.entity(hit.entity)? else { continue };
            let highlights = self.highlights(&entity, &hit.sids, &query)?;
            hits.push(SearchHit { entity, score: hit.score, highlights });
        }
        let facets = self.facets(&snapshot, &request.facets, &found.entities)?;
        Ok(SearchAnswer { hits, total: found.total, relaxed: found.relaxed, facets })
    }

    fn list(
        &self,
        snapshot: &Snapshot<'_>,
        filter: &EntityFilter,
        request: &SearchRequest,
    ) -> Result<SearchAnswer, NodeError> {
        let matching = self.views.matching(filter, snapshot.window())?;
        let mut hits = Vec::new();
        for ordinal in matching.iter().skip(request.offset).take(request.limit) {
            let Some(entity) = snapshot.entity(ordinal)? else { continue };
            hits.push(SearchHit { entity, score: 0.0, highlights: Vec::new() });
        }
        let facets = self.facets(snapshot, &request.facets, &matching)?;
        Ok(SearchAnswer { hits, total: matching.len(), relaxed: false, facets })
    }

    fn facets(
        &self,
        snapshot: &Snapshot<'_>,
        kinds: &[FacetKind],
        among: &roaring::RoaringBitmap,
    ) -> Result<Vec<(FacetKind, Vec<Facet>)>, NodeError> {
        let count =
            |kind: &FacetKind| Ok((*kind, self.views.facets(*kind, among, snapshot.window())?));
        kinds.iter().map(count).collect()
    }

    fn highlights(
        &self,
        entity: &EntityView,
        sids: &[u64],
        query: &TextQuery,
    ) -> Result<Vec<Highlight>, NodeError> {
        let keys: Vec<i64> = sids.iter().map(|sid| sid.cast_signed()).collect();
        let mut highlights = Vec::new();
        for kept in self.journal.statements(&keys)? {
            // Only what the reader's view of the entity holds may be shown.
            let Some(view) = entity.statements.iter().find(|view| view.id == kept.id) else {
                continue;
            };
            let ranges = match &view.value {
                Shown::Open(value) => highlight(value, query),
                Shown::Covered(_) => Vec::new(),
            };
            let (prop, value) = (view.prop.clone(), view.value.clone());
            highlights.push(Highlight { prop, value, ranges });
        }
        Ok(highlights)
    }
}

/// Schemata together with all that extend them.
pub(crate) fn widened(names: &[String]) -> Vec<String> {
    let is_meant = |schema: &&schema::Schema| names.iter().any(|name| schema.is_a(name));
    let known = schema::all().iter().filter(is_meant).map(|schema| schema.name.to_owned());
    let unknown = names.iter().filter(|name| schema::find(name).is_none()).cloned();
    known.chain(unknown).collect()
}
