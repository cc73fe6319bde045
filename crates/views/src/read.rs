//! Reading the views through a window.

use liaison_journal::store::{Batch, Hidden, Sid, sid};
use liaison_model::{CommitNumber, MarkId, Scope};
use roaring::RoaringBitmap;
use rusqlite::{OptionalExtension, params};

use crate::facets::FacetKind;
use crate::{Ordinal, Views, ViewsError};

/// What one reader's question may see of the views.
#[derive(Clone, Copy)]
pub struct Window<'a> {
    /// Labels admitted by policy.
    pub scope: &'a Scope,
    /// Hidden by the journal but perhaps not folded yet.
    pub hidden: &'a Hidden,
    /// Only what was known up to this commit.
    pub up_to: CommitNumber,
}

impl Window<'_> {
    /// Whether a row lies inside.
    #[must_use]
    pub fn admits(&self, sid: Sid, mark: MarkId, commit: CommitNumber) -> bool {
        commit <= self.up_to && self.scope.admits(mark) && !self.hidden.contains(sid)
    }
}

/// A statement's row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowRef {
    /// Its key in the journal.
    pub sid: Sid,
    /// The label it counts under now.
    pub mark: MarkId,
    /// The commit that brought it.
    pub commit: CommitNumber,
    /// The commit that hid it, for [`Views::history_of`].
    pub hidden_by: Option<CommitNumber>,
}

/// A statement elsewhere that names an entity as its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference {
    /// The entity that the statement speaks about.
    pub entity: Ordinal,
    /// The statement.
    pub sid: Sid,
}

/// Which entities to list. Empty lists do not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntityFilter {
    /// Schemata, already widened to those that extend them.
    pub schemata: Vec<String>,
    /// Datasets.
    pub datasets: Vec<String>,
    /// Countries, ISO 3166-1 alpha-2.
    pub countries: Vec<String>,
    /// Some date of the entity lies on or after this one (ISO, any precision).
    pub date_from: Option<String>,
    /// Some date of the entity lies before the end of this one (ISO, any precision).
    pub date_to: Option<String>,
}

impl EntityFilter {
    /// Whether it lets everything through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// One page of entities.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Ordinals, ascending.
    pub entities: Vec<Ordinal>,
    /// How many there are in all.
    pub total: u64,
}

impl Views {
    /// The ordinal of an entity id, whether or not anything visible speaks about it.
    ///
    /// # Errors
    ///
    /// When SQLite fails.
    pub fn ordinal(&self, id: &str) -> Result<Option<Ordinal>, ViewsError> {
        self.read(|db| {
            let mut query = db.prepare_cached("SELECT ordinal FROM entities WHERE id = ?1")?;
            Ok(query.query_row([id], |row| row.get(0)).optional()?)
        })
    }

    /// The id of an ordinal.
    ///
    /// # Errors
    ///
    /// When SQLite fails or there is no such ordinal.
    pub fn id(&self, ordinal: Ordinal) -> Result<String, ViewsError> {
        self.read(|db| {
            let mut query = db.prepare_cached("SELECT id FROM entities WHERE ordinal = ?1")?;
            Ok(query.query_row([ordinal], |row| row.get(0))?)
        })
    }

    /// Statements about an entity that count now, oldest first.
    ///
    /// # Errors
    ///
    /// When SQLite fails.
    pub fn statements_of(
        &self,
        entity: Ordinal,
        window: Window<'_>,
    ) -> Result<Vec<RowRef>, ViewsError> {
        let mut rows = self.history_of(entity)?;
        rows.retain(|row| row.hidden_by.is_none() && window.admits(row.sid, row.mark, row.commit));
        Ok(rows)
    }

    /// Every statement about an entity, those that are hidden too, oldest first. What of it may be
    /// shown is for the caller to ask of policy.
    ///
    /// # Errors
    ///
    /// When SQLite fails.
    pub fn history_of(&self, entity: Ordinal) -> Result<Vec<RowRef>, ViewsError> {
        self.read(|db| {
            let mut query = db.prepare_cached(
                "SELECT sid, mark, commit_number, hidden_by FROM rows
                 WHERE entity = ?1 ORDER BY commit_number, sid",
            )?;
            let rows = query.query_map([entity], |row| {
                Ok(RowRef {
                    sid: row.get(0)?,
                    mark: row.get(1)?,
                    commit: row.get(2)?,
                    hidden_by: row.get(3)?,
                })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// The row of one statement.
    ///
    /// # Errors
    ///
    /// When SQLite fails.
    pub fn row(&self, sid: Sid) -> Result<Option<(Ordinal, RowRef)>, ViewsError> {
        self.read(|db| {
            let mut query = db.prepare_cached(
                "SELECT entity, sid, mark, commit_number, hidden_by FROM rows WHERE sid = ?1",
            )?;
            let row = query.query_row([sid], |row| {
                let reference = RowRef {
                    sid: row.get(1)?,
                    mark: row.get(2)?,
                    commit: row.get(3)?,
                    hidden_by: row.get(4)?,
                };
                Ok((row.get(0)?, reference))
            });
            Ok(row.optional()?)
        })
    }

    /// Rows of a batch that count now, in order, a bounded run at a time: give the last one seen to
    /// get the next run; an empty run is the end. Whose eyes they are for is for the caller to ask.
    ///
    /// # Errors
    ///
    /// When SQLite fails.
    pub fn live_rows(
        &self,
        batch: Batch,
        after: Option<Sid>,
    ) -> Result<Vec<(Ordinal, RowRef)>, ViewsError> {
        let from = after.map_or(sid(batch, 0), |after| after.saturating_add(1));
        self.read(|db| {
            let mut query = db.prepare_cached(
                "SELECT entity, sid, mark, commit_number FROM rows
                 WHERE sid BETWEEN ?1 AND ?2 AND hidden_by IS NULL ORDER BY sid LIMIT ?3",
            )?;
            let rows = query.query_map(params![from, sid(batch, u32::MAX), RUN_ROWS], |row| {
                let (sid, mark, commit) = (row.get(1)?, row.get(2)?, row.get(3)?);
                Ok((row.get(0)?, RowRef { sid, mark, commit, hidden_by: None }))
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Statements of other entities that name the one with this id, at most `limit`.
    ///
    /// # Errors
    ///
    /// When SQLite fails.
    pub fn references_to(
        &self,
        id: &str,
        window: Window<'_>,
        limit: usize,
    ) -> Result<Vec<Reference>, ViewsError> {
        self.read(|db| {
            let mut query = db.prepare_cached(
                "SELECT refs.entity, refs.sid, rows.mark, rows.commit_number
                 FROM targets JOIN refs USING (target) JOIN rows ON rows.sid = refs.sid
                 WHERE targets.id = ?1 AND rows.hidden_by IS NULL ORDER BY refs.sid",
            )?;
            let mut rows = query.query(params![id])?;
            let mut references = Vec::new();
            while let Some(row) = rows.next()? {
                let (sid, mark, commit) = (row.get(1)?, row.get(2)?, row.get(3)?);
                if limit <= references.len() {
                    break;
                }
                if window.admits(sid, mark, commit) {
                    references.push(Reference { entity: row.get(0)?, sid });
                }
            }
            Ok(references)
        })
    }

    /// The judgements that name the entity with this id, oldest first.
    ///
    /// # Errors
    ///
    /// When SQLite fails.
    pub fn judgements_about(
        &self,
        id: &str,
        window: Window<'_>,
    ) -> Result<Vec<Ordinal>, ViewsError> {
        self.read(|db| {
            let mut query = db.prepare_cached(
                "SELECT judged.judgement, judged.sid, rows.mark, rows.commit_number
                 FROM targets JOIN judged USING (target) JOIN rows ON rows.sid = judged.sid
                 WHERE targets.id = ?1 AND rows.hidden_by IS NULL ORDER BY judged.sid",
            )?;
            let mut rows = query.query(params![id])?;
            let mut judgements: Vec<Ordinal> = Vec::new();
            while let Some(row) = rows.next()? {
                let judgement = row.get(0)?;
                if window.admits(row.get(1)?, row.get(2)?, row.get(3)?)
                    && !judgements.contains(&judgement)
                {
                    judgements.push(judgement);
                }
            }
            Ok(judgements)
        })
    }

    /// The entities that a filter lets through, as a set.
    ///
    /// # Errors
    ///
    /// When SQLite fails.
    pub fn matching(
        &self,
        filter: &EntityFilter,
        window: Window<'_>,
    ) -> Result<RoaringBitmap, ViewsError> {
        let mut matching: Option<RoaringBitmap> = None;
        let mut narrow = |set: RoaringBitmap| {
            matching = Some(match matching.take() {
                None => set,
                Some(before) => before & set,
            });
        };
        if !filter.schemata.is_empty() {
            narrow(self.union(FacetKind::Schema, &filter.schemata, window)?);
        }
        if !filter.datasets.is_empty() {
            narrow(self.union(FacetKind::Dataset, &filter.datasets, window)?);
        }
        if !filter.countries.is_empty() {
            narrow(self.union(FacetKind::Country, &filter.countries, window)?);
        }
        if filter.date_from.is_some() || filter.date_to.is_some() {
            narrow(self.dated(filter, window)?);
        }
        match matching {
            Some(set) => Ok(set),
            None => self.everything(window),
        }
    }

    /// One page of the entities that a filter lets through.
    ///
    /// # Errors
    ///
    /// When SQLite fails.
    pub fn list(
        &self,
        filter: &EntityFilter,
        window: Window<'_>,
        offset: usize,
        limit: usize,
    ) -> Result<Found, ViewsError> {
        let matching = self.matching(filter, window)?;
        let entities = matching.iter().skip(offset).take(limit).collect();
        Ok(Found { entities, total: matching.len() })
    }

    fn dated(
        &self,
        filter: &EntityFilter,
        window: Window<'_>,
    ) -> Result<RoaringBitmap, ViewsError> {
        // ISO dates of any precision compare as text; the end of a period is its text followed by
        // anything, which sorts before the text followed by the last character.
        let from = filter.date_from.clone().unwrap_or_default();
        let to = format!("{}\u{10ffff}", filter.date_to.as_deref().unwrap_or_default());
        let mut set = RoaringBitmap::new();
        self.read(|db| {
            let mut query = db.prepare_cached(
                "SELECT terms.entity, terms.sid, terms.mark, rows.commit_number
                 FROM terms JOIN rows ON rows.sid = terms.sid
                 WHERE kind = ?1 AND value >= ?2 AND value <= ?3",
            )?;
            let mut rows = query.query(params![FacetKind::Date.code(), from, to])?;
            while let Some(row) = rows.next()? {
                if window.admits(row.get(1)?, row.get(2)?, row.get(3)?) {
                    set.insert(row.get(0)?);
                }
            }
            Ok(())
        })?;
        Ok(set)
    }
}

const RUN_ROWS: u32 = 5_000;
