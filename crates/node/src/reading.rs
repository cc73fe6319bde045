//! What a read sees: one snapshot, through one scope.

use std::collections::BTreeMap;

use liaison_journal::Kept;
use liaison_journal::store::{EffectTarget, Hidden, Tombstone};
use liaison_model::schema::{self as schemata, Schema};
use liaison_model::{
    Act, CommitNumber, EntityId, Instant, Label, Look, MASK, MarkId, Marks, Reader, Scope,
    Sensitive, Statement, StatementId,
};
use liaison_policy::{Cover, cover, decide};
use liaison_views::{Ordinal, RowRef, Window};

use crate::{Ending, Node, NodeError};

/// One read: a position, a scope, and what is hidden but not folded yet.
#[derive(Clone)]
pub struct Snapshot<'n> {
    pub(crate) node: &'n Node,
    pub(crate) reader: Reader,
    pub(crate) scope: Scope,
    pub(crate) labels: BTreeMap<MarkId, Label>,
    pub(crate) hidden: Hidden,
    pub(crate) up_to: CommitNumber,
    pub(crate) now: Instant,
}

/// A value as one reader gets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// Open.
    Open(String),
    /// Covered until a recorded look.
    Covered(Sensitive<String>),
}

/// A statement as one reader gets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementView {
    /// Its id.
    pub id: StatementId,
    /// The schema that its source gave the entity.
    pub schema: String,
    /// The property.
    pub prop: String,
    /// The value.
    pub value: Shown,
    /// What the source wrote, where that differs.
    pub original: Option<Shown>,
    /// Language of the value.
    pub lang: Option<String>,
    /// Dataset.
    pub dataset: String,
    /// Source document or person.
    pub source: Option<String>,
    /// When it was true.
    pub as_of: Option<String>,
    /// When it reached the source's holder.
    pub seen: Option<Instant>,
    /// Grade.
    pub grade: Option<String>,
    /// Whose statement it is.
    pub originator: String,
    /// Its marks now.
    pub marks: Marks,
    /// The commit that brought it.
    pub commit: CommitNumber,
    /// The commit that withdrew it, where an auditor reads the past.
    pub withdrawn_by: Option<CommitNumber>,
    /// When it did.
    pub withdrawn_on: Option<Instant>,
}

/// What is left of a statement whose bytes went later than the moment that is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemovedView {
    /// Its id.
    pub id: StatementId,
    /// The commit that brought it.
    pub commit: CommitNumber,
    /// When and on whose word its bytes went.
    pub ending: Ending,
}

/// An entity as one reader gets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityView {
    /// Its id.
    pub id: EntityId,
    /// The most specific schema that its statements agree on.
    pub schema: String,
    /// What it is called.
    pub caption: Shown,
    /// Every statement about it, oldest first.
    pub statements: Vec<StatementView>,
    /// Of a past moment: what was there then, and is erased now.
    pub removed: Vec<RemovedView>,
}

impl Shown {
    /// The text for a reader without a look.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Open(text) => text,
            Self::Covered(_) => MASK,
        }
    }

    /// The text for the reader whose look is recorded.
    #[must_use]
    pub fn revealed<'a>(&'a self, look: &Look) -> &'a str {
        match self {
            Self::Open(text) => text,
            Self::Covered(text) => text.reveal(look),
        }
    }

    /// Whether it is covered.
    #[must_use]
    pub fn is_covered(&self) -> bool {
        matches!(self, Self::Covered(_))
    }

    /// The same value, uncovered for good in this answer.
    #[must_use]
    pub fn uncovered(self, look: &Look) -> Self {
        Self::Open(self.revealed(look).to_owned())
    }
}

impl Node {
    /// Opens a snapshot for `reader`. With `known_on`, of what was known at that moment; what
    /// may be seen is always decided by today's marks.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn snapshot(
        &self,
        reader: &Reader,
        act: Act,
        known_on: Option<Instant>,
    ) -> Result<Snapshot<'_>, NodeError> {
        let now = self.now();
        // The position of the views first: what is hidden after it is then surely among the
        // tombstones, whatever is committed meanwhile.
        let folded = self.views.position()?;
        let up_to = match known_on {
            None => folded,
            Some(moment) => (*liaison_journal::known_on(&self.journal, moment)?.end()).min(folded),
        };
        let labels: BTreeMap<MarkId, Label> = self.journal.store().labels()?.into_iter().collect();
        let hidden = self.hidden_after(&self.journal.tombstones(folded)?)?;
        let all = Snapshot {
            node: self,
            reader: reader.clone(),
            scope: Scope::new(now, []),
            labels,
            hidden,
            up_to: folded,
            now,
        };
        // Who is let into a case is asked of the present, whatever moment is read.
        let reader = all.let_into_cases(reader)?;
        Ok(Snapshot { up_to, ..all.read_as(reader, act) })
    }

    /// What is hidden but not folded. A restriction not folded yet hides, too: late in showing,
    /// never late in hiding.
    fn hidden_after(&self, tombstones: &[Tombstone]) -> Result<Hidden, NodeError> {
        let mut hidden = Hidden::default();
        for tombstone in tombstones {
            match tombstone.effect.target {
                EffectTarget::Row(sid) => _ = hidden.rows.insert(sid),
                EffectTarget::Commit(number) => {
                    hidden.commits.insert(number);
                    let commit = self.journal.store().commit_row(number)?;
                    hidden.batches.extend(commit.map(|commit| commit.batch));
                }
            }
        }
        Ok(hidden)
    }

    /// The id of an entity as an officer may write it: with its origin, or without for our own.
    pub(crate) fn entity_id(&self, text: &str) -> Result<EntityId, NodeError> {
        match text.parse() {
            Ok(id) => Ok(id),
            Err(_) => EntityId::new(self.agency(), text).map_err(|_| NodeError::NotFound),
        }
    }
}

impl<'n> Snapshot<'n> {
    /// The same moment for another reader.
    pub(crate) fn read_as(self, reader: Reader, act: Act) -> Self {
        let known = self.labels.iter().map(|(mark, label)| (*mark, label));
        let holder = self.node.agency().as_str();
        let scope = liaison_policy::scope(known, holder, &reader, act, self.now);
        Self { reader, scope, ..self }
    }
}

impl Snapshot<'_> {
    /// The window for the views.
    #[must_use]
    pub fn window(&self) -> Window<'_> {
        Window { scope: &self.scope, hidden: &self.hidden, up_to: self.up_to }
    }

    /// The last commit that this snapshot sees.
    #[must_use]
    pub fn position(&self) -> CommitNumber {
        self.up_to
    }

    /// An entity as the reader may see it; `None` when nothing visible speaks about it.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn entity(&self, ordinal: Ordinal) -> Result<Option<EntityView>, NodeError> {
        let rows = self.node.views.statements_of(ordinal, self.window())?;
        self.entity_from(&rows)
    }

    /// An entity from chosen rows of it.
    pub(crate) fn entity_from(&self, rows: &[RowRef]) -> Result<Option<EntityView>, NodeError> {
        let sids: Vec<i64> = rows.iter().map(|row| row.sid).collect();
        let kept = self.node.journal.statements(&sids)?;
        let by_sid: BTreeMap<i64, &RowRef> = rows.iter().map(|row| (row.sid, row)).collect();
        let mut said = Vec::with_capacity(kept.len());
        for kept in kept {
            // A row whose bytes went between the two reads is hidden by now.
            let Kept { sid, body: Some((_, statement)), .. } = kept else { continue };
            if let Some(row) = by_sid.get(&sid) {
                said.push((**row, statement));
            }
        }
        let Some((_, first)) = said.first() else { return Ok(None) };
        let schema = common_schema(said.iter().map(|(_, statement)| statement.schema.as_ref()));
        let id = first.entity.clone();
        let caption = self.caption(schema, &id, &said);
        let schema = schema.map_or(first.schema.as_ref(), |schema| schema.name).to_owned();
        let statements = said.into_iter().map(|(row, s)| self.statement_view(&row, s)).collect();
        Ok(Some(EntityView { id, schema, caption, statements, removed: Vec::new() }))
    }

    /// What an entity is called: the first value of the first caption property that has one.
    fn caption(
        &self,
        schema: Option<&Schema>,
        id: &EntityId,
        said: &[(RowRef, Statement)],
    ) -> Shown {
        let props = schema.map_or(&[][..], |schema| schema.caption);
        let named = props.iter().find_map(|prop| said.iter().find(|(_, s)| s.prop == *prop));
        match named {
            Some((row, statement)) => self.shown(row, statement, statement.value.clone()),
            None => Shown::Open(id.local().to_owned()),
        }
    }

    fn statement_view(&self, row: &RowRef, statement: Statement) -> StatementView {
        let label = self.labels.get(&row.mark);
        let original = statement.original.clone();
        StatementView {
            id: statement.id,
            value: self.shown(row, &statement, statement.value.clone()),
            original: original.map(|original| self.shown(row, &statement, original)),
            schema: statement.schema.into_owned(),
            prop: statement.prop.into_owned(),
            lang: statement.lang,
            dataset: statement.dataset,
            source: statement.source,
            as_of: statement.as_of,
            seen: statement.seen,
            grade: statement.grade.map(|grade| grade.to_string()),
            originator: label.map_or(String::new(), |label| label.originator.to_string()),
            marks: label.map(|label| label.marks.clone()).unwrap_or_default(),
            commit: row.commit,
            withdrawn_by: row.hidden_by,
            withdrawn_on: None,
        }
    }

    fn shown(&self, row: &RowRef, statement: &Statement, text: String) -> Shown {
        let label = self.labels.get(&row.mark);
        let covered = label.is_none_or(|label| {
            cover(&statement.schema, &statement.prop, &label.marks) == Cover::Covered
        });
        if covered { Shown::Covered(Sensitive::new(text)) } else { Shown::Open(text) }
    }
}

impl EntityView {
    /// Whether anything of it is covered.
    #[must_use]
    pub fn has_covered(&self) -> bool {
        self.caption.is_covered()
            || self.statements.iter().any(|statement| statement.value.is_covered())
    }

    /// The same entity with everything uncovered that policy lets this reader uncover; refused
    /// when any part of it is refused.
    pub(crate) fn check_uncover(&self, snapshot: &Snapshot<'_>) -> Result<(), NodeError> {
        let holder = snapshot.node.agency().as_str();
        for statement in self.statements.iter().filter(|statement| statement.value.is_covered()) {
            let originator = statement.originator.parse().map_err(|_| NodeError::NotFound)?;
            let label = Label { originator, marks: statement.marks.clone() };
            decide(&label, holder, &snapshot.reader, Act::Uncover, snapshot.now).into_result()?;
        }
        Ok(())
    }

    /// Uncovers the whole entity for the reader whose look is recorded.
    #[must_use]
    pub fn uncovered(mut self, look: &Look) -> Self {
        self.caption = self.caption.uncovered(look);
        for statement in &mut self.statements {
            let value = std::mem::replace(&mut statement.value, Shown::Open(String::new()));
            statement.value = value.uncovered(look);
            statement.original = statement.original.take().map(|text| text.uncovered(look));
        }
        self
    }
}

/// The most specific schema on which sources agree; the first one's where they do not.
fn common_schema<'a>(names: impl Iterator<Item = &'a str>) -> Option<&'static Schema> {
    let mut common: Option<&'static Schema> = None;
    for schema in names.filter_map(schemata::find) {
        common = match common {
            None => Some(schema),
            Some(before) => Some(schemata::common(before, schema).unwrap_or(before)),
        };
    }
    common
}
