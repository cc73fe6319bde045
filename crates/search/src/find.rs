//! Answering a query under limits.
//!
//! A search goes term by term. For each term the statements that have it are read from the index
//! and **admitted** or not by four numbers beside them (mark, statement, commit, entity); what is
//! not admitted leaves no trace. Entities that have every term are the answer: a name and a number
//! may stand in two statements. Where no entity has them all, the search is relaxed: entities with
//! any term, and words with most of a run's parts, ranked the same way.

use std::collections::HashSet;
use std::ops::Bound;
use std::sync::Arc;

use liaison_model::{CommitNumber, Scope};
use roaring::RoaringBitmap;
use tantivy::columnar::{Cardinality, ColumnValues};
use tantivy::query::{
    BooleanQuery, EnableScoring, InvertedIndexRangeQuery, Occur, Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, Searcher, SegmentReader, Term};

use crate::index::Fields;
use crate::query::{Clause, Wanted};
use crate::rank::{Asked, Find, Hit, Match, Shape, rank};
use crate::{SearchError, TextQuery, Unfit};

/// What a search may touch and how much of the answer is wanted.
#[derive(Debug, Clone, Copy)]
pub struct Limits<'a> {
    /// The marks that the reader may see now.
    pub scope: &'a Scope,
    /// Statements hidden and not yet folded into the index.
    pub hidden: &'a HashSet<u64>,
    /// Commits hidden as a whole.
    pub hidden_commits: &'a HashSet<CommitNumber>,
    /// The last commit that counts ('as known on').
    pub up_to: CommitNumber,
    /// Only these entities, where facets were chosen.
    pub entities: Option<&'a RoaringBitmap>,
    /// Hits to leave out from the start.
    pub offset: usize,
    /// Hits wanted, at most [`LIMIT_MAX`].
    pub limit: usize,
}

/// The answer to a search.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The wanted page, best first.
    pub hits: Vec<Hit>,
    /// Distinct entities found.
    pub total: u64,
    /// All of them, for facets.
    pub entities: RoaringBitmap,
    /// Whether nothing had every term, so that these have only some.
    pub relaxed: bool,
    /// The journal position that the answer knows of at least.
    pub position: CommitNumber,
}

/// One state of the index that searches see, with everything that each would open anew.
pub(crate) struct Generation {
    searcher: Searcher,
    segments: Vec<Columns>,
    /// The journal's position that it knows of at least.
    pub(crate) position: CommitNumber,
}

impl Generation {
    /// Opens the columns of every segment. O(segments).
    pub(crate) fn new(searcher: Searcher, position: CommitNumber) -> Result<Self, SearchError> {
        let columns = searcher.segment_readers().iter().map(Columns::new);
        let segments = columns.collect::<Result<_, _>>()?;
        Ok(Self { searcher, segments, position })
    }

    /// The segments with their columns.
    pub(crate) fn segments(&self) -> impl Iterator<Item = (&SegmentReader, &Columns)> {
        self.searcher.segment_readers().iter().zip(&self.segments)
    }

    /// Answers a query. O(statements that have a term): about 0.1 µs and 16 bytes for each.
    pub(crate) fn find(
        &self,
        fields: Fields,
        query: &TextQuery,
        limits: &Limits<'_>,
    ) -> Result<Found, SearchError> {
        let search = Search { generation: self, fields, limits };
        let (mut finds, mut entities) = search.all_terms(&query.terms)?;
        let relaxed = entities.is_empty() && !query.terms.is_empty();
        if relaxed {
            (finds, entities) = search.any_term(&query.terms)?;
        }
        let asked = Asked { terms: query.terms.len(), chars: query.chars, whole: query.whole };
        let end = limits.offset.saturating_add(limits.limit.min(LIMIT_MAX));
        // Widening: the ordinal came from this very list.
        let segment = |segment: u32| &self.segments[segment as usize];
        let shape = |at: u32, doc: u32| Shape::unpack(segment(at).shape.get_val(doc));
        let ranked = rank(asked, finds, &entities, limits.offset..end, shape);
        let hits = ranked.hits(query.terms.len(), |at, doc| segment(at).sid.get_val(doc));
        let relaxed = relaxed && !entities.is_empty();
        Ok(Found { hits, total: entities.len(), relaxed, position: self.position, entities })
    }
}

/// One search under way.
struct Search<'a> {
    generation: &'a Generation,
    fields: Fields,
    limits: &'a Limits<'a>,
}

impl Search<'_> {
    /// Finds of entities that have every term, and those entities.
    fn all_terms(&self, terms: &[Wanted]) -> Result<(Vec<Find>, RoaringBitmap), SearchError> {
        // Long terms are rare: taking them first leaves little to keep of the others. The order
        // changes the time only.
        let mut order: Vec<(u8, &Wanted)> = (0..).zip(terms).collect();
        order.sort_by_key(|(_, term)| std::cmp::Reverse(term.chars));
        let mut finds = Vec::new();
        let mut entities: Option<RoaringBitmap> = None;
        for (index, term) in order {
            let from = finds.len();
            for (how, clause) in &term.ways {
                self.collect(clause, (index, *how), entities.as_ref(), &mut finds)?;
            }
            let narrowed = entities_of(&finds[from..]);
            let is_empty = narrowed.is_empty();
            entities = Some(narrowed);
            if is_empty {
                break;
            }
        }
        Ok((finds, entities.unwrap_or_default()))
    }

    /// Finds of entities that have any term in any way, and those entities.
    fn any_term(&self, terms: &[Wanted]) -> Result<(Vec<Find>, RoaringBitmap), SearchError> {
        let mut finds = Vec::new();
        for (index, term) in (0..).zip(terms) {
            for (how, clause) in &term.ways {
                self.collect(clause, (index, *how), None, &mut finds)?;
            }
            for clause in &term.loose_ways {
                self.collect(clause, (index, Match::Some), None, &mut finds)?;
            }
        }
        let entities = entities_of(&finds);
        Ok((finds, entities))
    }

    /// Appends the admitted statements that satisfy a clause, of entities in `within`.
    fn collect(
        &self,
        clause: &Clause,
        (term, how): (u8, Match),
        within: Option<&RoaringBitmap>,
        finds: &mut Vec<Find>,
    ) -> Result<(), SearchError> {
        let query = self.fields.query(clause);
        let Generation { searcher, segments, .. } = self.generation;
        let weight = query.weight(EnableScoring::disabled_from_searcher(searcher))?;
        for ((segment, reader), columns) in (0..).zip(searcher.segment_readers()).zip(segments) {
            let mut admission = Admission::new(self.limits, columns, reader);
            weight.for_each_no_score(reader, &mut |docs| {
                for &doc in docs {
                    let Some(entity) = admission.entity(doc, within) else { continue };
                    finds.push(Find { entity, segment, doc, term, how });
                }
            })?;
        }
        Ok(())
    }
}

fn entities_of(finds: &[Find]) -> RoaringBitmap {
    let mut entities: Vec<u32> = finds.iter().map(|find| find.entity).collect();
    entities.sort_unstable();
    entities.dedup();
    // Never fails: they are sorted, and each stands once.
    RoaringBitmap::from_sorted_iter(entities).unwrap_or_default()
}

/// The numbers kept beside each statement of one segment.
pub(crate) struct Columns {
    pub(crate) sid: Arc<dyn ColumnValues<u64>>,
    pub(crate) entity: Arc<dyn ColumnValues<u64>>,
    pub(crate) mark: Arc<dyn ColumnValues<u64>>,
    pub(crate) commit: Arc<dyn ColumnValues<u64>>,
    pub(crate) shape: Arc<dyn ColumnValues<u64>>,
}

impl Columns {
    fn new(reader: &SegmentReader) -> Result<Self, SearchError> {
        let column = |name| {
            let column = reader.fast_fields().u64(name)?;
            match column.get_cardinality() {
                Cardinality::Full => Ok(column.values),
                _ => Err(SearchError::Unusable(Unfit::Format)),
            }
        };
        Ok(Self {
            sid: column(Fields::SID)?,
            entity: column(Fields::ENTITY)?,
            mark: column(Fields::MARK)?,
            commit: column(Fields::COMMIT)?,
            shape: column(Fields::SHAPE)?,
        })
    }
}

/// Decides which statements of one segment a search may know of.
struct Admission<'a> {
    limits: &'a Limits<'a>,
    columns: &'a Columns,
    reader: &'a SegmentReader,
    /// Whether any statement of the segment could be too late or of a hidden commit.
    reads_commits: bool,
    /// The mark asked about last and the answer: neighbours mostly share one.
    last_mark: Option<(u64, bool)>,
}

impl<'a> Admission<'a> {
    fn new(limits: &'a Limits<'a>, columns: &'a Columns, reader: &'a SegmentReader) -> Self {
        let reads_commits =
            limits.up_to < columns.commit.max_value() || !limits.hidden_commits.is_empty();
        Self { limits, columns, reader, reads_commits, last_mark: None }
    }

    /// The statement's entity, if the statement is admitted. O(log marks) at most.
    fn entity(&mut self, doc: DocId, within: Option<&RoaringBitmap>) -> Option<u32> {
        let limits = self.limits;
        if self.reader.is_deleted(doc) {
            return None;
        }
        let entity = u32::try_from(self.columns.entity.get_val(doc)).ok()?;
        let wanted = |set: Option<&RoaringBitmap>| set.is_none_or(|set| set.contains(entity));
        if !wanted(within) || !wanted(limits.entities) || !self.admits_mark(doc) {
            return None;
        }
        if self.reads_commits {
            let commit = self.columns.commit.get_val(doc);
            if limits.up_to < commit || limits.hidden_commits.contains(&commit) {
                return None;
            }
        }
        let is_hidden =
            !limits.hidden.is_empty() && limits.hidden.contains(&self.columns.sid.get_val(doc));
        (!is_hidden).then_some(entity)
    }

    fn admits_mark(&mut self, doc: DocId) -> bool {
        let mark = self.columns.mark.get_val(doc);
        match self.last_mark {
            Some((last, admitted)) if last == mark => admitted,
            _ => {
                let admitted = u32::try_from(mark).is_ok_and(|mark| self.limits.scope.admits(mark));
                self.last_mark = Some((mark, admitted));
                admitted
            }
        }
    }
}

impl Fields {
    /// The engine's form of a clause.
    fn query(&self, clause: &Clause) -> Box<dyn Query> {
        let some = |clauses: &[Clause], occur| -> Vec<(Occur, Box<dyn Query>)> {
            clauses.iter().map(|clause| (occur, self.query(clause))).collect()
        };
        match clause {
            Clause::Word(text) => exactly(self.words, text),
            Clause::Part(text) => exactly(self.parts, text),
            Clause::WordPrefix(text) => {
                beginning(self.words, Bound::Excluded(Term::from_field_text(self.words, text)))
            }
            Clause::PartPrefix(text) => {
                beginning(self.parts, Bound::Included(Term::from_field_text(self.parts, text)))
            }
            Clause::All(clauses) | Clause::Any(clauses) if clauses.len() == 1 => {
                self.query(&clauses[0])
            }
            Clause::All(clauses) => Box::new(BooleanQuery::new(some(clauses, Occur::Must))),
            Clause::Any(clauses) => Box::new(BooleanQuery::new(some(clauses, Occur::Should))),
            Clause::Most(least, clauses) => Box::new(BooleanQuery::with_minimum_required_clauses(
                some(clauses, Occur::Should),
                *least,
            )),
        }
    }
}

fn exactly(field: Field, text: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::Basic))
}

/// Terms that begin with the bytes of `from`, with or without itself. O(terms + statements), and
/// a bit per statement of the index.
fn beginning(field: Field, from: Bound<Term>) -> Box<dyn Query> {
    let mut after = match &from {
        Bound::Included(term) | Bound::Excluded(term) => term.serialized_value_bytes().to_vec(),
        Bound::Unbounded => Vec::new(),
    };
    // UTF-8 has no byte above 0xf4, so adding one to the last byte cannot overflow.
    if let Some(last) = after.last_mut() {
        *last = last.saturating_add(1);
    }
    let mut to = Term::from_field_text(field, "");
    to.append_bytes(&after);
    Box::new(InvertedIndexRangeQuery::new(from, Bound::Excluded(to)))
}

/// Most hits of one page.
pub const LIMIT_MAX: usize = 1000;
