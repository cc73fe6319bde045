//! Folding the journal into views and index.

use std::collections::{HashMap, HashSet};
use std::panic::resume_unwind;
use std::sync::mpsc::sync_channel;

use liaison_journal::store::{Batch, EffectTarget, Sid, Tombstone, batch_of, place_of};
use liaison_journal::{CommitHeader, Journal, JournalError, Kept};
use liaison_model::control::Control;
use liaison_model::schema::names::{prop, schema};
use liaison_model::schema::{self as schemata, PropType};
use liaison_model::{CommitNumber, Label, MarkId, Marks, Statement};
use liaison_policy::identifies_a_person;
use liaison_search::{Entry, SearchIndex, TextClass};
use liaison_views::{Ordinal, Views};

use crate::{Node, NodeError};

/// Which projections a commit is folded into: each has its own position.
#[derive(Clone, Copy)]
struct Behind {
    views: bool,
    search: bool,
}

/// Statements in a row with the ordinals of their entities.
type Run = Vec<(Kept, Ordinal)>;

/// A journal and what is folded from it.
#[derive(Clone, Copy)]
pub(crate) struct Projections<'n> {
    pub(crate) journal: &'n Journal,
    pub(crate) views: &'n Views,
    pub(crate) search: &'n SearchIndex,
}

impl Node {
    /// Folds whatever the journal has beyond the views and the index. `progress` hears how many
    /// statements have been folded.
    pub(crate) fn catch_up(&self, progress: &mut dyn FnMut(u64)) -> Result<(), NodeError> {
        let _one_at_a_time = self.folding.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let projections = self.projections();
        if projections.will_remove_bytes()? {
            self.note_scrub_due()?;
        }
        projections.catch_up(progress)
    }

    pub(crate) fn projections(&self) -> Projections<'_> {
        Projections { journal: &self.journal, views: &self.views, search: &self.search }
    }
}

impl Projections<'_> {
    /// Whether something that is not folded yet removes bytes, whoever said it.
    fn will_remove_bytes(&self) -> Result<bool, NodeError> {
        let from = self.views.position()?.min(self.search.position()?);
        let tombstones = self.journal.tombstones(from)?;
        Ok(tombstones.iter().any(|tombstone| tombstone.effect.control.removes_bytes()))
    }

    /// Folds whatever the journal has beyond the views and the index.
    pub(crate) fn catch_up(&self, progress: &mut dyn FnMut(u64)) -> Result<(), NodeError> {
        let mut folded = 0;
        loop {
            let (views, search) = (self.views.position()?, self.search.position()?);
            let from = views.min(search);
            let headers = self.journal.headers(from, COMMITS_PER_ROUND)?;
            let Some((_, last)) = headers.last() else { return Ok(()) };
            let last = last.number;
            let mut tombstones: HashMap<CommitNumber, Vec<Tombstone>> = HashMap::new();
            for tombstone in self.journal.tombstones(from)? {
                tombstones.entry(tombstone.by).or_default().push(tombstone);
            }
            for (batch, header) in &headers {
                let number = header.number;
                let behind = Behind { views: views < number, search: search < number };
                let effects = tombstones.remove(&number).unwrap_or_default();
                self.fold(*batch, header, &effects, behind)?;
                folded += header.statements;
                progress(folded);
            }
            self.search.commit(last.max(search))?;
            self.search.reload()?;
        }
    }

    fn fold(
        &self,
        batch: Batch,
        header: &CommitHeader,
        effects: &[Tombstone],
        behind: Behind,
    ) -> Result<(), NodeError> {
        let mut folding = match behind.views {
            true => Some(self.views.fold(header.number)?),
            false => None,
        };
        self.fold_rows(batch, header, folding.as_mut(), behind)?;
        for effect in effects {
            self.fold_effect(effect, folding.as_mut(), behind)?;
        }
        if let Some(folding) = folding {
            folding.finish()?;
        }
        Ok(())
    }

    /// Folds the statements of a commit. Those of a big one are indexed by a thread of their own:
    /// taking texts apart costs as much as the views.
    fn fold_rows(
        &self,
        batch: Batch,
        header: &CommitHeader,
        folding: Option<&mut liaison_views::Folding<'_>>,
        behind: Behind,
    ) -> Result<(), NodeError> {
        if !behind.search {
            return self.fold_runs(batch, folding, &mut |_| Ok(()));
        }
        let open = self.open_marks()?;
        let index = |run: Run| self.index_run(run, header.number, &open);
        if header.statements < STATEMENTS_FOR_A_THREAD {
            return self.fold_runs(batch, folding, &mut |run| index(run));
        }
        std::thread::scope(|scope| {
            let (sender, receiver) = sync_channel(RUNS_WAITING_MAX);
            let indexing = scope.spawn(move || receiver.into_iter().try_for_each(index));
            let folded = self.fold_runs(batch, folding, &mut |run| {
                sender.send(run).map_err(|_| JournalError::Stopped.into())
            });
            drop(sender);
            // An index that failed made the folding stop: its error is the reason.
            let indexed = indexing.join().unwrap_or_else(|panic| resume_unwind(panic));
            indexed.and(folded)
        })
    }

    /// Folds the statements of a batch into the views, and hands them on run by run.
    fn fold_runs(
        &self,
        batch: Batch,
        mut folding: Option<&mut liaison_views::Folding<'_>>,
        hand_on: &mut dyn FnMut(Run) -> Result<(), NodeError>,
    ) -> Result<(), NodeError> {
        let mut after = None;
        loop {
            let run = self.journal.run_of(batch, after)?;
            let Some(last) = run.last() else { return Ok(()) };
            after = Some(place_of(last.sid));
            let mut folded = Vec::with_capacity(run.len());
            for kept in run {
                let entity = match (&kept.body, &mut folding) {
                    (None, None) => continue,
                    (None, Some(folding)) => {
                        self.add_stub(folding, &kept)?;
                        continue;
                    }
                    (Some((_, statement)), Some(folding)) => {
                        folding.add(&kept, statement, !is_covered(statement))?
                    }
                    (Some((_, statement)), None) => self.known_ordinal(statement)?,
                };
                folded.push((kept, entity));
            }
            hand_on(folded)?;
        }
    }

    fn fold_effect(
        &self,
        tombstone: &Tombstone,
        folding: Option<&mut liaison_views::Folding<'_>>,
        behind: Behind,
    ) -> Result<(), NodeError> {
        match (tombstone.effect.control, tombstone.effect.target) {
            (Control::Restrict, EffectTarget::Row(sid)) => {
                let mark = self.restricted_mark(tombstone.by, sid)?;
                if let Some(folding) = folding {
                    folding.relabel(sid, mark)?;
                }
                if behind.search {
                    self.reindex(sid, mark)?;
                }
            }
            // A whole commit is restricted statement by statement.
            (Control::Restrict, EffectTarget::Commit(_)) => {}
            (_, EffectTarget::Row(sid)) => {
                if let Some(folding) = folding {
                    folding.hide(sid)?;
                }
                if behind.search {
                    self.search.remove(&[sid.cast_unsigned()])?;
                }
            }
            (_, EffectTarget::Commit(number)) => {
                let commit = self.journal.store().commit_row(number)?;
                let batch = commit.ok_or(NodeError::NotFound)?.batch;
                if let Some(folding) = folding {
                    folding.hide_batch(batch)?;
                }
                if behind.search {
                    self.remove_batch(batch)?;
                }
            }
        }
        Ok(())
    }

    fn remove_batch(&self, batch: Batch) -> Result<(), NodeError> {
        let mut after = None;
        loop {
            let rows = self.journal.store().rows_of(batch, after, ROWS_PER_READ)?;
            let Some(last) = rows.last() else { return Ok(()) };
            after = Some(place_of(last.sid));
            let sids: Vec<u64> = rows.iter().map(|row| row.sid.cast_unsigned()).collect();
            self.search.remove(&sids)?;
        }
    }

    fn known_ordinal(&self, statement: &Statement) -> Result<Ordinal, NodeError> {
        self.views.ordinal(statement.entity.as_str())?.ok_or(NodeError::NotFound)
    }

    /// The labels under which a person's own values are open.
    fn open_marks(&self) -> Result<HashSet<MarkId>, NodeError> {
        let labels = self.journal.store().labels()?;
        Ok(labels
            .into_iter()
            .filter(|(_, label)| label.marks.is_public())
            .map(|(id, _)| id)
            .collect())
    }

    fn index_run(
        &self,
        run: Run,
        commit: CommitNumber,
        open: &HashSet<MarkId>,
    ) -> Result<(), NodeError> {
        for (kept, entity) in &run {
            if let Some((_, statement)) = &kept.body {
                self.index(kept, statement, *entity, commit, open)?;
            }
        }
        Ok(())
    }

    fn index(
        &self,
        kept: &Kept,
        statement: &Statement,
        entity: Ordinal,
        commit: CommitNumber,
        open: &HashSet<MarkId>,
    ) -> Result<(), NodeError> {
        let class = match text_class(&statement.schema, &statement.prop) {
            None => return Ok(()),
            Some(TextClass::Identifier) if !open.contains(&kept.mark) && is_covered(statement) => {
                TextClass::CoveredIdentifier
            }
            Some(class) => class,
        };
        self.search.add(&Entry {
            sid: kept.sid.cast_unsigned(),
            entity,
            mark: kept.mark,
            commit,
            class,
            text: &statement.value,
        })?;
        Ok(())
    }

    fn reindex(&self, sid: Sid, mark: MarkId) -> Result<(), NodeError> {
        self.search.remove(&[sid.cast_unsigned()])?;
        let commit = self.journal.store().commit_of(batch_of(sid))?;
        let open = self.open_marks()?;
        for mut kept in self.journal.statements(&[sid])? {
            kept.mark = mark;
            if let Some((_, statement)) = &kept.body {
                let entity = self.known_ordinal(statement)?;
                self.index(&kept, statement, entity, commit.ok_or(NodeError::NotFound)?, &open)?;
            }
        }
        Ok(())
    }

    /// The label that the commit `by` gave a statement: the `marks` of the restriction that names
    /// it as its target.
    fn restricted_mark(&self, by: CommitNumber, sid: Sid) -> Result<MarkId, NodeError> {
        let target = self.journal.statements(&[sid])?.pop().ok_or(NodeError::NotFound)?;
        let name = liaison_model::control::Target::Statement(target.id).to_string();
        let marks = self.said_beside(by, schema::RESTRICTION, &name, prop::MARKS)?;
        let marks: Marks = marks.and_then(|text| text.parse().ok()).unwrap_or_default();
        let labels: HashMap<_, _> = self.journal.store().labels()?.into_iter().collect();
        let originator = labels.get(&target.mark).map(|label| label.originator.clone());
        let originator = originator.unwrap_or_else(|| self.journal.agency().clone());
        Ok(self.journal.intern(&Label { originator, marks })?)
    }

    /// Keeps the place of a statement whose bytes are gone, under the entity that the removing act
    /// names.
    fn add_stub(
        &self,
        folding: &mut liaison_views::Folding<'_>,
        kept: &Kept,
    ) -> Result<(), NodeError> {
        let name = liaison_model::control::Target::Statement(kept.id).to_string();
        for tombstone in self.journal.tombstones(0)? {
            let is_it = tombstone.effect.target == EffectTarget::Row(kept.sid);
            if !is_it || !tombstone.effect.control.removes_bytes() {
                continue;
            }
            for schema in [schema::ERASURE, schema::WITHDRAWAL] {
                if let Some(entity) =
                    self.said_beside(tombstone.by, schema, &name, prop::SUBJECT)?
                {
                    return Ok(folding.add_stub(kept, &entity)?);
                }
            }
        }
        Ok(())
    }

    /// In commit `number`, the value of `wanted` in the record of `schema` that has some property
    /// with the value `value`.
    pub(crate) fn said_beside(
        &self,
        number: CommitNumber,
        schema: &str,
        value: &str,
        wanted: &str,
    ) -> Result<Option<String>, NodeError> {
        let commit = self.journal.store().commit_row(number)?.ok_or(NodeError::NotFound)?;
        let run = self.journal.run_of(commit.batch, None)?;
        let said: Vec<&Statement> =
            run.iter().filter_map(|kept| kept.body.as_ref().map(|(_, s)| s)).collect();
        let record = said.iter().find(|s| s.schema == schema && s.value == value);
        let found = record
            .and_then(|record| said.iter().find(|s| s.entity == record.entity && s.prop == wanted));
        Ok(found.map(|statement| statement.value.clone()))
    }
}

/// How a value is searched, if it is.
/// Whether a value says who a person is, and is covered wherever it was not published.
fn is_covered(statement: &Statement) -> bool {
    identifies_a_person(&statement.schema, &statement.prop)
}

fn text_class(schema: &str, prop: &str) -> Option<TextClass> {
    let schema = schemata::find(schema)?;
    if schema.is_a(schema::RECORD) {
        return None;
    }
    match schema.property(prop)?.kind {
        PropType::Name => Some(TextClass::Name),
        PropType::Identifier | PropType::Phone | PropType::Email | PropType::Url | PropType::Ip => {
            Some(TextClass::Identifier)
        }
        PropType::Address | PropType::String | PropType::Text => Some(TextClass::Text),
        _ => None,
    }
}

/// A thread costs less than it saves from here on.
const STATEMENTS_FOR_A_THREAD: u64 = 10_000;
/// Runs folded ahead of the index: about 5 MB.
const RUNS_WAITING_MAX: usize = 2;
const COMMITS_PER_ROUND: u32 = 256;
const ROWS_PER_READ: u32 = 5_000;
