//! Which entities share a schema, a dataset, a country or a date, and how many of a list do.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use liaison_model::{CommitNumber, MarkId};
use roaring::RoaringBitmap;
use rusqlite::{Connection, params};

use crate::read::Window;
use crate::{Ordinal, Views, ViewsError};

/// By what entities are filtered and counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each name is its meaning")]
pub enum FacetKind {
    Schema,
    Dataset,
    Country,
    Date,
}

impl FacetKind {
    pub(crate) fn code(self) -> u8 {
        match self {
            Self::Schema => 1,
            Self::Dataset => 2,
            Self::Country => 3,
            Self::Date => 4,
        }
    }
}

/// How many entities share a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// The value.
    pub value: String,
    /// How many entities have it.
    pub entities: u64,
}

/// The entities of each value of a facet.
type Sets = BTreeMap<String, RoaringBitmap>;

/// Sets that were made before, newest last: reading them again for each letter that an officer
/// types would cost 2 µs per entity.
#[derive(Default)]
pub(crate) struct RememberedSets(Mutex<Vec<(Key, Arc<Sets>)>>);

/// All that decides what is in the sets while nothing is hidden but not folded.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Key {
    kind: FacetKind,
    position: CommitNumber,
    marks: Vec<MarkId>,
}

impl RememberedSets {
    fn get(&self, key: &Key) -> Option<Arc<Sets>> {
        let sets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        sets.iter().find(|(known, _)| known == key).map(|(_, sets)| Arc::clone(sets))
    }

    fn put(&self, key: Key, made: &Arc<Sets>) {
        if VALUES_MAX < made.len() {
            return;
        }
        let mut sets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        sets.retain(|(known, _)| known.position == key.position && *known != key);
        if SETS_MAX <= sets.len() {
            sets.remove(0);
        }
        sets.push((key, Arc::clone(made)));
    }

    pub(crate) fn forget(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

impl Views {
    /// How many of `among` have each value of a facet, most first, then by value.
    ///
    /// O(values) when the same was asked at the same position before, else O(entities).
    ///
    /// # Errors
    ///
    /// When SQLite fails.
    pub fn facets(
        &self,
        kind: FacetKind,
        among: &RoaringBitmap,
        window: Window<'_>,
    ) -> Result<Vec<Facet>, ViewsError> {
        let sets = self.sets(kind, window)?;
        let count = |(value, set): (&String, &RoaringBitmap)| Facet {
            value: value.clone(),
            entities: set.intersection_len(among),
        };
        let mut facets: Vec<Facet> = sets.iter().map(count).collect();
        facets.retain(|facet| 0 < facet.entities);
        facets.sort_by(|a, b| b.entities.cmp(&a.entities).then_with(|| a.value.cmp(&b.value)));
        Ok(facets)
    }

    /// Which entities have a statement under each label.
    ///
    /// # Errors
    ///
    /// When SQLite fails.
    pub fn by_mark(
        &self,
        window: Window<'_>,
    ) -> Result<BTreeMap<MarkId, RoaringBitmap>, ViewsError> {
        self.read(|db| {
            // One transaction, so that what is read is of the position that is read.
            let tx = db.unchecked_transaction()?;
            let is_exact = is_exact(&tx, window)?;
            let mut sets: BTreeMap<MarkId, RoaringBitmap> = BTreeMap::new();
            let mut query =
                tx.prepare_cached(if is_exact { KINDS_BY_MARK } else { ROWS_BY_MARK })?;
            let mut rows = query.query([])?;
            while let Some(row) = rows.next()? {
                let (sid, mark, commit) = (row.get(0)?, row.get(1)?, row.get(2)?);
                if window.admits(sid, mark, commit) {
                    sets.entry(mark).or_default().insert(row.get(3)?);
                }
            }
            Ok(sets)
        })
    }

    pub(crate) fn everything(&self, window: Window<'_>) -> Result<RoaringBitmap, ViewsError> {
        let sets = self.sets(FacetKind::Schema, window)?;
        Ok(sets.values().fold(RoaringBitmap::new(), |all, set| all | set))
    }

    pub(crate) fn union(
        &self,
        kind: FacetKind,
        values: &[String],
        window: Window<'_>,
    ) -> Result<RoaringBitmap, ViewsError> {
        let sets = self.sets(kind, window)?;
        let chosen = values.iter().filter_map(|value| sets.get(value));
        Ok(chosen.fold(RoaringBitmap::new(), |all, set| all | set))
    }

    fn sets(&self, kind: FacetKind, window: Window<'_>) -> Result<Arc<Sets>, ViewsError> {
        self.read(|db| {
            // One transaction, so that what is read is of the position that is read.
            let tx = db.unchecked_transaction()?;
            let position = position(&tx)?;
            if !is_exact(&tx, window)? {
                return Ok(Arc::new(read_sets(&tx, kind, false, window)?));
            }
            let key = Key { kind, position, marks: window.scope.marks().collect() };
            if let Some(sets) = self.sets.get(&key) {
                return Ok(sets);
            }
            let sets = Arc::new(read_sets(&tx, kind, true, window)?);
            self.sets.put(key, &sets);
            Ok(sets)
        })
    }
}

fn position(db: &Connection) -> Result<CommitNumber, rusqlite::Error> {
    db.prepare_cached("SELECT position FROM state")?.query_row([], |row| row.get(0))
}

/// Whether the present is asked and nothing is hidden beyond what is folded.
fn is_exact(db: &Connection, window: Window<'_>) -> Result<bool, rusqlite::Error> {
    Ok(window.hidden.rows.is_empty()
        && window.hidden.batches.is_empty()
        && position(db)? <= window.up_to)
}

fn read_sets(
    db: &Connection,
    kind: FacetKind,
    is_exact: bool,
    window: Window<'_>,
) -> Result<Sets, ViewsError> {
    let query = match (kind, is_exact) {
        (FacetKind::Schema, true) => KINDS_BY_SCHEMA,
        (FacetKind::Dataset, true) => KINDS_BY_DATASET,
        (FacetKind::Schema, false) => ROWS_BY_SCHEMA,
        (FacetKind::Dataset, false) => ROWS_BY_DATASET,
        (FacetKind::Country | FacetKind::Date, _) => TERMS,
    };
    let mut sets = Sets::new();
    let mut query = db.prepare_cached(query)?;
    let mut rows = match kind {
        FacetKind::Country | FacetKind::Date => query.query(params![kind.code()])?,
        FacetKind::Schema | FacetKind::Dataset => query.query([])?,
    };
    while let Some(row) = rows.next()? {
        if !window.admits(row.get(2)?, row.get(3)?, row.get(4)?) {
            continue;
        }
        let (value, entity): (_, Ordinal) =
            (row.get_ref(0)?.as_str().unwrap_or_default(), row.get(1)?);
        match sets.get_mut(value) {
            Some(set) => _ = set.insert(entity),
            None => _ = sets.insert(value.to_owned(), [entity].into_iter().collect()),
        }
    }
    Ok(sets)
}

// Where nothing is hidden beyond what is folded and the present is asked, counts per entity
// serve; otherwise each row is looked at.
// CROSS JOIN fixes the order: words are few, and from each the key of `kinds` leads to its rows.
const KINDS_BY_SCHEMA: &str = "
    SELECT words.text, entity, 0, mark, 0 FROM words CROSS JOIN kinds ON kinds.schema = word";
const KINDS_BY_DATASET: &str = "
    SELECT words.text, entity, 0, mark, 0 FROM kinds JOIN words ON kinds.dataset = word";
const KINDS_BY_MARK: &str = "SELECT DISTINCT 0, mark, 0, entity FROM kinds";
const ROWS_BY_MARK: &str = "
    SELECT sid, mark, commit_number, entity FROM rows WHERE hidden_by IS NULL";
const ROWS_BY_SCHEMA: &str = "
    SELECT words.text, entity, sid, mark, commit_number FROM rows JOIN words ON schema = word
    WHERE hidden_by IS NULL";
const ROWS_BY_DATASET: &str = "
    SELECT words.text, entity, sid, mark, commit_number FROM rows JOIN words ON dataset = word
    WHERE hidden_by IS NULL";
const TERMS: &str = "
    SELECT terms.value, terms.entity, terms.sid, terms.mark, rows.commit_number
    FROM terms JOIN rows ON rows.sid = terms.sid
    WHERE kind = ?1";
/// Sets of so many facets are remembered: a few readers with different scopes.
const SETS_MAX: usize = 16;
/// Facets with more values, such as dates, are made anew each time.
const VALUES_MAX: usize = 4_096;

#[cfg(test)]
mod tests {
    use liaison_journal::Kept;
    use liaison_journal::store::{Hidden, Sid, sid};
    use liaison_model::{Hash, Scope, Statement, StatementId};

    use super::*;

    fn kept(sid: Sid, mark: MarkId) -> Kept {
        Kept { sid, id: StatementId([0; 16]), leaf: Hash([0; 32]), mark, body: None }
    }

    fn company(entity: &str) -> Statement {
        Statement {
            id: StatementId([0; 16]),
            entity: entity.parse().unwrap(),
            schema: "Company".into(),
            prop: "country".into(),
            value: "kh".into(),
            original: None,
            lang: None,
            dataset: "test".into(),
            source: None,
            as_of: None,
            seen: None,
            grade: None,
        }
    }

    fn scope(marks: &[MarkId]) -> Scope {
        Scope::new("2026-01-01T00:00:00Z".parse().unwrap(), marks.iter().map(|mark| (*mark, None)))
    }

    /// How many companies and how many entities of Cambodia a reader counts.
    fn counts(views: &Views, scope: &Scope, hidden: &Hidden) -> [u64; 2] {
        let window = Window { scope, hidden, up_to: views.position().unwrap() };
        let all: RoaringBitmap = (0..100).collect();
        [FacetKind::Schema, FacetKind::Country].map(|kind| {
            let facets = views.facets(kind, &all, window).unwrap();
            facets.iter().map(|facet| facet.entities).sum()
        })
    }

    #[test]
    fn counts_follow_each_commit_and_each_readers_scope() {
        let folder = tempfile::tempdir().unwrap();
        let views = Views::open(&folder.path().join("views.db")).unwrap();
        let (first, second) = (sid(1, 0), sid(2, 0));
        let (few, many, nothing) = (scope(&[1]), scope(&[1, 2]), Hidden::default());

        let mut fold = views.fold(1).unwrap();
        fold.add(&kept(first, 1), &company("kr.npa:a"), true).unwrap();
        fold.finish().unwrap();
        assert_eq!(counts(&views, &many, &nothing), [1, 1]);
        assert_eq!(counts(&views, &scope(&[]), &nothing), [0, 0]);

        let mut fold = views.fold(2).unwrap();
        fold.add(&kept(second, 2), &company("kr.npa:b"), true).unwrap();
        fold.finish().unwrap();
        assert_eq!(counts(&views, &many, &nothing), [2, 2]);
        assert_eq!(counts(&views, &few, &nothing), [1, 1]);

        let withdrawn = Hidden { rows: [first].into(), ..Hidden::default() };
        assert_eq!(counts(&views, &many, &withdrawn), [1, 1], "before it is folded");
        let mut fold = views.fold(3).unwrap();
        fold.hide(first).unwrap();
        fold.finish().unwrap();
        assert_eq!(counts(&views, &many, &nothing), [1, 1]);
        assert_eq!(counts(&views, &few, &nothing), [0, 0]);
    }
}
