//! Searching: text under the reader's scope, with filters, facets and highlights.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use liaison_model::{Act, CommitNumber, Instant, Reader, Tlp, schema};
use liaison_search::{Found, Hit, Limits, Match, TextQuery, highlight};
use liaison_views::{EntityFilter, Facet, FacetKind};
use roaring::RoaringBitmap;

use crate::reading::{EntityView, Shown, Snapshot};
use crate::who::Spelt;
use crate::{Node, NodeError};

/// What is searched, and how much of the answer is wanted.
#[derive(Debug, Clone, Default)]
pub struct SearchRequest {
    /// The text; empty lists everything that the filter lets through.
    pub text: String,
    /// Which entities count. A schema stands for those that extend it, too.
    pub filter: EntityFilter,
    /// Only entities of which something is handled like this; empty for all. `None` stands for
    /// what stays with its originator.
    pub handling: Vec<Option<Tlp>>,
    /// Facets to count.
    pub facets: Vec<FacetKind>,
    /// Whether to count by handling, too.
    pub count_handling: bool,
    /// Of what was known at this moment.
    pub known_on: Option<Instant>,
    /// Hits to leave out from the start.
    pub offset: usize,
    /// Hits wanted.
    pub limit: usize,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SearchAnswer {
    /// The wanted page, best first.
    pub hits: Vec<SearchHit>,
    /// How many entities there are in all.
    pub total: u64,
    /// Whether nothing had every word, so that these have only some.
    pub relaxed: bool,
    /// Counts per facet, in the order asked.
    pub facets: Vec<(FacetKind, Vec<Facet>)>,
    /// Counts by handling, where asked, least restrictive first.
    pub by_handling: Vec<HandlingFacet>,
}

/// How many entities have something that is handled like this.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandlingFacet {
    /// How; `None` for what stays with its originator.
    pub tlp: Option<Tlp>,
    /// How many entities.
    pub entities: u64,
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
    /// How many other records were judged to be one with it.
    pub joined: usize,
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
    /// Whether it is written otherwise, and only said like what was looked for.
    pub is_spelling: bool,
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
        self.search_to(Act::Find, request, reader)
    }

    /// The same for a list that leaves the screen as a file: only what may be taken out is in it.
    /// People stay covered.
    ///
    /// # Errors
    ///
    /// As [`Node::search`].
    pub fn search_for_export(
        &self,
        request: &SearchRequest,
        reader: &Reader,
    ) -> Result<SearchAnswer, NodeError> {
        self.search_to(Act::Export, request, reader)
    }

    fn search_to(
        &self,
        act: Act,
        request: &SearchRequest,
        reader: &Reader,
    ) -> Result<SearchAnswer, NodeError> {
        let snapshot = self.snapshot(reader, act, request.known_on)?;
        let mut filter = request.filter.clone();
        filter.schemata = widened(&filter.schemata);
        let query = TextQuery::parse(&request.text)?;
        // Marks alone are no wish to see everything.
        if query.is_empty() && !request.text.trim().is_empty() {
            return Err(NodeError::NothingToLookFor);
        }
        let by_tlp = match request.handling.is_empty() && !request.count_handling {
            true => BTreeMap::new(),
            false => snapshot.by_tlp()?,
        };
        let handled = (!request.handling.is_empty()).then(|| {
            let wanted = request.handling.iter().filter_map(|tlp| by_tlp.get(&rank(*tlp)));
            wanted.fold(RoaringBitmap::new(), |all, set| all | set)
        });
        let among = match (filter.is_empty() && !query.is_empty(), handled) {
            (true, None) => None,
            (true, Some(handled)) => Some(handled),
            (false, handled) => {
                let matching = self.views.matching(&filter, snapshot.window())?;
                Some(handled.map_or(matching.clone(), |handled| matching & handled))
            }
        };
        let spelt = match query.is_empty() || request.known_on.is_some() {
            true => Vec::new(),
            false => self.spelt_like(&request.text, &snapshot, among.as_ref())?,
        };
        let found = match (&among, query.is_empty()) {
            (Some(among), true) => listed(among, request, snapshot.position()),
            _ if spelt.is_empty() => self.found(&snapshot, among.as_ref(), &query, request)?,
            _ => {
                let first = SearchRequest {
                    offset: 0,
                    limit: request.offset.saturating_add(request.limit),
                    ..request.clone()
                };
                let found = self.found(&snapshot, among.as_ref(), &query, &first)?;
                with_spelt(found, &spelt, request)
            }
        };
        self.answer(&snapshot, found, &query, request, &by_tlp, &spelt)
    }

    fn found(
        &self,
        snapshot: &Snapshot<'_>,
        among: Option<&RoaringBitmap>,
        query: &TextQuery,
        request: &SearchRequest,
    ) -> Result<Found, NodeError> {
        let hidden: HashSet<u64> =
            snapshot.hidden.rows.iter().map(|sid| sid.cast_unsigned()).collect();
        let limits = Limits {
            scope: &snapshot.scope,
            hidden: &hidden,
            hidden_commits: &snapshot.hidden.commits,
            up_to: snapshot.up_to,
            entities: among,
            offset: request.offset,
            limit: request.limit,
        };
        Ok(self.search.search(query, &limits)?)
    }

    fn answer(
        &self,
        snapshot: &Snapshot<'_>,
        found: Found,
        query: &TextQuery,
        request: &SearchRequest,
        by_tlp: &BTreeMap<u8, RoaringBitmap>,
        spelt: &[Spelt],
    ) -> Result<SearchAnswer, NodeError> {
        let mut hits = Vec::with_capacity(found.hits.len());
        for hit in &found.hits {
            let Some(entity) = snapshot.entity(hit.entity)? else { continue };
            let mut highlights = self.highlights(&entity, &hit.sids, query)?;
            if let Some(spelt) = spelt.iter().find(|spelt| spelt.record == hit.entity) {
                self.add_spelling(&entity, spelt.sid, &mut highlights)?;
            }
            let judged = snapshot.judged_around(std::slice::from_ref(&entity.id))?;
            let joined = judged.cluster_of(&entity.id).len();
            hits.push(SearchHit { entity, score: hit.score, highlights, joined });
        }
        let facets = self.facets(snapshot, &request.facets, &found.entities)?;
        let count = |(rank, set): (&u8, &RoaringBitmap)| HandlingFacet {
            tlp: TLPS.get(usize::from(*rank)).copied(),
            entities: set.intersection_len(&found.entities),
        };
        let by_handling = match request.count_handling {
            true => by_tlp.iter().map(count).filter(|facet| 0 < facet.entities).collect(),
            false => Vec::new(),
        };
        let (total, relaxed) = (found.total, found.relaxed);
        Ok(SearchAnswer { hits, total, relaxed, facets, by_handling })
    }

    /// Names the spelling by which an entity was found, where no text in it was.
    fn add_spelling(
        &self,
        entity: &EntityView,
        sid: i64,
        highlights: &mut Vec<Highlight>,
    ) -> Result<(), NodeError> {
        let Some(kept) = self.journal.statements(&[sid])?.pop() else { return Ok(()) };
        let Some(view) = entity.statements.iter().find(|view| view.id == kept.id) else {
            return Ok(());
        };
        if highlights.iter().any(|known| known.value == view.value) {
            return Ok(());
        }
        let ranges = match &view.value {
            Shown::Open(value) => std::iter::once(0..value.len()).collect(),
            Shown::Covered(_) => Vec::new(),
        };
        let (prop, value) = (view.prop.clone(), view.value.clone());
        highlights.insert(0, Highlight { prop, value, ranges, is_spelling: true });
        Ok(())
    }

    fn facets(
        &self,
        snapshot: &Snapshot<'_>,
        kinds: &[FacetKind],
        among: &RoaringBitmap,
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
            highlights.push(Highlight { prop, value, ranges, is_spelling: false });
        }
        Ok(highlights)
    }
}

impl Snapshot<'_> {
    /// Which entities have something under each word of the protocol, by its rank.
    fn by_tlp(&self) -> Result<BTreeMap<u8, RoaringBitmap>, NodeError> {
        let mut sets: BTreeMap<u8, RoaringBitmap> = BTreeMap::new();
        for (mark, set) in self.node.views.by_mark(self.window())? {
            let tlp = self.labels.get(&mark).and_then(|label| label.marks.tlp);
            *sets.entry(rank(tlp)).or_default() |= set;
        }
        Ok(sets)
    }
}

/// A page of a list without a text.
fn listed(among: &RoaringBitmap, request: &SearchRequest, position: CommitNumber) -> Found {
    let page = among.iter().skip(request.offset).take(request.limit);
    let hit = |entity| Hit { entity, score: 0.0, how: Match::Some, sids: Vec::new() };
    Found {
        hits: page.map(hit).collect(),
        total: among.len(),
        entities: among.clone(),
        relaxed: false,
        position,
    }
}

/// What was found by its letters together with what is said alike: behind it, but before what has
/// only some of the words.
fn with_spelt(mut found: Found, spelt: &[Spelt], request: &SearchRequest) -> Found {
    let is_spelt = |entity: u32| spelt.iter().any(|spelt| spelt.record == entity);
    let hit = |spelt: &Spelt| Hit {
        entity: spelt.record,
        score: spelt.probability,
        how: Match::Some,
        sids: Vec::new(),
    };
    let mut hits = std::mem::take(&mut found.hits);
    if found.relaxed {
        hits.retain(|hit| !is_spelt(hit.entity));
        hits.splice(0..0, spelt.iter().map(hit));
    } else if hits.len() as u64 == found.total {
        hits.extend(spelt.iter().filter(|s| !found.entities.contains(s.record)).map(hit));
    }
    found.entities.extend(spelt.iter().map(|spelt| spelt.record));
    found.total = found.entities.len();
    found.hits = hits.into_iter().skip(request.offset).take(request.limit).collect();
    found
}

/// The place of a word of the protocol among all, the strictest last.
fn rank(tlp: Option<Tlp>) -> u8 {
    let at = tlp.and_then(|tlp| TLPS.iter().position(|known| *known == tlp));
    at.unwrap_or(TLPS.len()) as u8
}

const TLPS: [Tlp; 5] = [Tlp::Clear, Tlp::Green, Tlp::Amber, Tlp::AmberStrict, Tlp::Red];

/// Schemata together with all that extend them.
pub(crate) fn widened(names: &[String]) -> Vec<String> {
    let is_meant = |schema: &&schema::Schema| names.iter().any(|name| schema.is_a(name));
    let known = schema::all().iter().filter(is_meant).map(|schema| schema.name.to_owned());
    let unknown = names.iter().filter(|name| schema::find(name).is_none()).cloned();
    known.chain(unknown).collect()
}
