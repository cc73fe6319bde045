//! Folding one commit into the views.

use std::collections::HashMap;
use std::sync::MutexGuard;

use liaison_journal::Kept;
use liaison_journal::store::{Sid, sid};
use liaison_model::schema::{self, PropType, names};
use liaison_model::{CommitNumber, EntityId, MarkId, Statement};
use rusqlite::{Connection, OptionalExtension, params};

use crate::facets::FacetKind;
use crate::{Ordinal, Views, ViewsError};

/// One commit being folded. Dropped without [`Folding::finish`], nothing of it stays.
pub struct Folding<'v> {
    db: MutexGuard<'v, Connection>,
    commit: CommitNumber,
    entities: Remembered<Ordinal>,
    words: Remembered<i64>,
    kinds: HashMap<KindKey, i64>,
    done: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct KindKey {
    schema: i64,
    dataset: i64,
    mark: MarkId,
    entity: Ordinal,
}

/// A bounded memory of what was looked up: imports speak about one entity many times in a row.
struct Remembered<T>(HashMap<String, T>);

impl<T: Copy> Remembered<T> {
    fn get(&self, text: &str) -> Option<T> {
        self.0.get(text).copied()
    }

    fn insert(&mut self, text: &str, value: T) -> T {
        if REMEMBERED_MAX <= self.0.len() {
            self.0.clear();
        }
        self.0.insert(text.to_owned(), value);
        value
    }
}

impl Views {
    /// Starts folding commit `commit`, which must follow [`Views::position`].
    ///
    /// # Errors
    ///
    /// When SQLite fails, or another process folds.
    pub fn fold(&self, commit: CommitNumber) -> Result<Folding<'_>, ViewsError> {
        let db = self.writer()?;
        db.execute_batch("BEGIN IMMEDIATE")?;
        Ok(Folding {
            db,
            commit,
            entities: Remembered(HashMap::new()),
            words: Remembered(HashMap::new()),
            kinds: HashMap::new(),
            done: false,
        })
    }
}

impl Folding<'_> {
    /// Adds a statement, and gives the ordinal of its entity. `mark` is the label it counts under
    /// now; a statement whose bytes are gone, or that is hidden by a later commit, is kept as a
    /// stub when that commit is folded. `is_filter` says whether lists may be narrowed by its
    /// value: whoever narrows a list by a covered value, again and again, reads it.
    ///
    /// # Errors
    ///
    /// When SQLite fails.
    pub fn add(
        &mut self,
        kept: &Kept,
        statement: &Statement,
        is_filter: bool,
    ) -> Result<Ordinal, ViewsError> {
        let entity = self.ordinal(statement.entity.as_str())?;
        let schema = self.word(&statement.schema)?;
        let dataset = self.word(&statement.dataset)?;
        self.db
            .prepare_cached("INSERT OR REPLACE INTO rows VALUES (?1, ?2, ?3, ?4, ?5, ?6, NULL)")?
            .execute(params![kept.sid, entity, self.commit, kept.mark, schema, dataset])?;
        self.count(KindKey { schema, dataset, mark: kept.mark, entity }, 1)?;
        if is_filter {
            self.add_terms(kept, statement, entity)?;
        }
        if statement.schema == names::schema::JUDGEMENT && JUDGED.contains(&statement.prop.as_ref())
        {
            self.add_judged(kept, statement, entity)?;
        }
        Ok(entity)
    }

    /// Adds the place of a statement whose bytes are gone, so that its entity's history still
    /// says that there was one.
    ///
    /// # Errors
    ///
    /// When SQLite fails.
    pub fn add_stub(&mut self, kept: &Kept, entity: &str) -> Result<(), ViewsError> {
        let entity = self.ordinal(entity)?;
        let unknown = self.word("")?;
        self.db
            .prepare_cached("INSERT OR REPLACE INTO rows VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?3)")?
            .execute(params![kept.sid, entity, self.commit, kept.mark, unknown])?;
        Ok(())
    }

    /// Hides one statement from now on; no effect when it is hidden already.
    ///
    /// # Errors
    ///
    /// When SQLite fails.
    pub fn hide(&mut self, sid: Sid) -> Result<(), ViewsError> {
        let Some(key) = self.live(sid)? else {
            // A stub was folded as hidden by its own commit: the true one is this.
            self.db
                .prepare_cached(
                    "UPDATE rows SET hidden_by = ?2 WHERE sid = ?1 AND hidden_by = commit_number",
                )?
                .execute(params![sid, self.commit])?;
            return Ok(());
        };
        self.db
            .prepare_cached("UPDATE rows SET hidden_by = ?2 WHERE sid = ?1")?
            .execute(params![sid, self.commit])?;
        self.db.prepare_cached("DELETE FROM terms WHERE sid = ?1")?.execute([sid])?;
        self.db.prepare_cached("DELETE FROM refs WHERE sid = ?1")?.execute([sid])?;
        self.db.prepare_cached("DELETE FROM judged WHERE sid = ?1")?.execute([sid])?;
        self.count(key, -1)
    }

    /// Hides every statement of a batch from now on.
    ///
    /// # Errors
    ///
    /// When SQLite fails.
    pub fn hide_batch(&mut self, batch: i64) -> Result<(), ViewsError> {
        let mut from = sid(batch, 0);
        loop {
            let run = {
                let mut query = self.db.prepare_cached(
                    "SELECT sid FROM rows WHERE sid BETWEEN ?1 AND ?2 ORDER BY sid LIMIT ?3",
                )?;
                let bounds = params![from, sid(batch, u32::MAX), RUN_ROWS];
                let rows = query.query_map(bounds, |row| row.get::<_, Sid>(0))?;
                rows.collect::<Result<Vec<_>, _>>()?
            };
            let Some(last) = run.last() else { return Ok(()) };
            from = last.saturating_add(1);
            for sid in run {
                self.hide(sid)?;
            }
        }
    }

    /// Puts one statement under another label; no effect when it is hidden.
    ///
    /// # Errors
    ///
    /// When SQLite fails.
    pub fn relabel(&mut self, sid: Sid, mark: MarkId) -> Result<(), ViewsError> {
        let Some(key) = self.live(sid)? else { return Ok(()) };
        for update in [
            "UPDATE rows SET mark = ?2 WHERE sid = ?1",
            "UPDATE terms SET mark = ?2 WHERE sid = ?1",
        ] {
            self.db.prepare_cached(update)?.execute(params![sid, mark])?;
        }
        self.count(key, -1)?;
        self.count(KindKey { mark, ..key }, 1)
    }

    /// Makes the fold last.
    ///
    /// # Errors
    ///
    /// When SQLite fails; then nothing of it stays.
    pub fn finish(mut self) -> Result<(), ViewsError> {
        self.write_counts()?;
        self.db.execute("UPDATE state SET position = ?1", [self.commit])?;
        self.db.execute_batch("COMMIT")?;
        self.done = true;
        Ok(())
    }

    fn live(&self, sid: Sid) -> Result<Option<KindKey>, ViewsError> {
        let mut query = self.db.prepare_cached(
            "SELECT entity, mark, schema, dataset FROM rows
             WHERE sid = ?1 AND hidden_by IS NULL",
        )?;
        let row = query.query_row([sid], |row| {
            Ok(KindKey {
                entity: row.get(0)?,
                mark: row.get(1)?,
                schema: row.get(2)?,
                dataset: row.get(3)?,
            })
        });
        Ok(row.optional()?)
    }

    fn ordinal(&mut self, id: &str) -> Result<Ordinal, ViewsError> {
        if let Some(ordinal) = self.entities.get(id) {
            return Ok(ordinal);
        }
        let find = "SELECT ordinal FROM entities WHERE id = ?1";
        let known: Option<i64> =
            self.db.prepare_cached(find)?.query_row([id], |row| row.get(0)).optional()?;
        let ordinal = match known {
            Some(ordinal) => ordinal,
            None => {
                self.db.prepare_cached("INSERT INTO entities (id) VALUES (?1)")?.execute([id])?;
                self.db.last_insert_rowid()
            }
        };
        let ordinal = Ordinal::try_from(ordinal).map_err(|_| ViewsError::TooManyEntities)?;
        Ok(self.entities.insert(id, ordinal))
    }

    fn word(&mut self, text: &str) -> Result<i64, ViewsError> {
        if let Some(word) = self.words.get(text) {
            return Ok(word);
        }
        let find = "SELECT word FROM words WHERE text = ?1";
        let known: Option<i64> =
            self.db.prepare_cached(find)?.query_row([text], |row| row.get(0)).optional()?;
        let word = match known {
            Some(word) => word,
            None => {
                self.db.prepare_cached("INSERT INTO words (text) VALUES (?1)")?.execute([text])?;
                self.db.last_insert_rowid()
            }
        };
        Ok(self.words.insert(text, word))
    }

    fn add_terms(
        &mut self,
        kept: &Kept,
        statement: &Statement,
        entity: Ordinal,
    ) -> Result<(), ViewsError> {
        let property = schema::find(&statement.schema).and_then(|s| s.property(&statement.prop));
        let Some(property) = property else { return Ok(()) };
        let kind = match property.kind {
            PropType::Country => FacetKind::Country,
            PropType::Date => FacetKind::Date,
            PropType::Entity => return self.add_reference(kept, statement, entity),
            _ => return Ok(()),
        };
        self.db
            .prepare_cached("INSERT OR IGNORE INTO terms VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![kind.code(), statement.value, entity, kept.sid, kept.mark])?;
        Ok(())
    }

    fn add_reference(
        &mut self,
        kept: &Kept,
        statement: &Statement,
        entity: Ordinal,
    ) -> Result<(), ViewsError> {
        // A value that is not an id was kept as the source wrote it; it leads nowhere.
        if statement.value.parse::<EntityId>().is_err() {
            return Ok(());
        }
        let target = self.target(&statement.value)?;
        self.db
            .prepare_cached("INSERT OR IGNORE INTO refs VALUES (?1, ?2, ?3)")?
            .execute(params![target, kept.sid, entity])?;
        Ok(())
    }

    fn add_judged(
        &mut self,
        kept: &Kept,
        statement: &Statement,
        judgement: Ordinal,
    ) -> Result<(), ViewsError> {
        if statement.value.parse::<EntityId>().is_err() {
            return Ok(());
        }
        let target = self.target(&statement.value)?;
        self.db
            .prepare_cached("INSERT OR IGNORE INTO judged VALUES (?1, ?2, ?3)")?
            .execute(params![target, kept.sid, judgement])?;
        Ok(())
    }

    /// Targets have numbers of their own: an entity that is only pointed at has no ordinal, so that
    /// ordinals do not depend on values that may be erased.
    fn target(&mut self, id: &str) -> Result<i64, ViewsError> {
        let find = "SELECT target FROM targets WHERE id = ?1";
        let known: Option<i64> =
            self.db.prepare_cached(find)?.query_row([id], |row| row.get(0)).optional()?;
        if let Some(target) = known {
            return Ok(target);
        }
        self.db.prepare_cached("INSERT INTO targets (id) VALUES (?1)")?.execute([id])?;
        Ok(self.db.last_insert_rowid())
    }

    fn count(&mut self, key: KindKey, change: i64) -> Result<(), ViewsError> {
        *self.kinds.entry(key).or_default() += change;
        if REMEMBERED_MAX <= self.kinds.len() { self.write_counts() } else { Ok(()) }
    }

    fn write_counts(&mut self) -> Result<(), ViewsError> {
        let mut kinds: Vec<(KindKey, i64)> = self.kinds.drain().collect();
        kinds.sort_unstable();
        let mut add = self.db.prepare_cached(
            "INSERT INTO kinds VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT DO UPDATE SET statements = statements + ?5",
        )?;
        let mut drop = self.db.prepare_cached(
            "DELETE FROM kinds
             WHERE schema = ?1 AND dataset = ?2 AND mark = ?3 AND entity = ?4 AND statements = 0",
        )?;
        for (key, change) in kinds {
            add.execute(params![key.schema, key.dataset, key.mark, key.entity, change])?;
            if change < 0 {
                drop.execute(params![key.schema, key.dataset, key.mark, key.entity])?;
            }
        }
        Ok(())
    }
}

impl Drop for Folding<'_> {
    fn drop(&mut self) {
        if !self.done {
            // When even this fails, SQLite rolls back as the connection closes.
            let _ = self.db.execute_batch("ROLLBACK");
        }
    }
}

/// The properties by which a judgement names what it is about.
const JUDGED: [&str; 2] = [names::prop::LEFT, names::prop::RIGHT];
const REMEMBERED_MAX: usize = 50_000;
const RUN_ROWS: u32 = 5_000;
