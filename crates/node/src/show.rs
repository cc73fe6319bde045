//! One entity, what it points at, and what points at it.

use liaison_model::{Act, EntityId, Instant, Reader};

use liaison_views::RowRef;

use crate::reading::{EntityView, RemovedView, Shown, Snapshot, StatementView};
use crate::{Node, NodeError};

/// How an entity is shown.
#[derive(Debug, Clone, Default)]
pub struct ShowOptions {
    /// Of what was known at this moment; now when absent.
    pub known_on: Option<Instant>,
    /// Whether people are uncovered.
    pub uncover: Uncovering,
    /// The route that the look will name, such as `show` or `/entities/{id}`.
    pub route: &'static str,
}

/// Whether people are uncovered, and by which right. A look is recorded first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Uncovering {
    /// They stay covered.
    #[default]
    No,
    /// For the reader's purpose.
    ForPurpose,
    /// Against the rules about roles, to rescue somebody; a second person reviews the look.
    InEmergency {
        /// Why it cannot wait, in words that name nobody.
        reason: String,
    },
}

/// An entity that stands beside another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adjacent {
    /// The property that ties the two, as seen from the entity that was asked for.
    pub prop: String,
    /// The other entity.
    pub entity: EntityView,
}

impl Node {
    /// An entity as the reader may see it.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when nothing visible speaks about it; [`NodeError::Refused`] when
    /// uncovering is refused; an [`crate::EmergencyError`] when an emergency has no reason.
    pub fn show(
        &self,
        id: &str,
        reader: &Reader,
        options: &ShowOptions,
    ) -> Result<EntityView, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, options.known_on)?;
        let view = snapshot.by_id(id, options.known_on.is_some())?;
        if !view.has_covered() {
            return Ok(view);
        }
        let look = match &options.uncover {
            Uncovering::No => return Ok(view),
            Uncovering::ForPurpose => {
                view.check_uncover(&snapshot)?;
                self.record_look(reader, options.route, vec![view.id.clone()])?
            }
            Uncovering::InEmergency { reason } => {
                snapshot.look_in_emergency(&view, options.route, reason)?
            }
        };
        Ok(view.uncovered(&look))
    }

    /// The entities that an entity points at, and those that point at it, at most `limit`.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when nothing visible speaks about it.
    pub fn adjacent(
        &self,
        id: &str,
        reader: &Reader,
        limit: usize,
    ) -> Result<Vec<Adjacent>, NodeError> {
        self.snapshot(reader, Act::Read, None)?.adjacent(id, limit)
    }
}

impl Snapshot<'_> {
    /// What an entity points at, then what points at it.
    pub(crate) fn adjacent(&self, id: &str, limit: usize) -> Result<Vec<Adjacent>, NodeError> {
        let view = self.by_id(id, false)?;
        let mut adjacent = self.pointed_at(&view, limit)?;
        let references = self.node.views.references_to(view.id.as_str(), self.window(), limit)?;
        for reference in references {
            if limit <= adjacent.len() {
                break;
            }
            let Some(entity) = self.entity(reference.entity)? else { continue };
            let prop = reverse_name(&entity, &view.id);
            let is_new = adjacent.iter().all(|a| (&a.prop, &a.entity.id) != (&prop, &entity.id));
            if is_new {
                adjacent.push(Adjacent { prop, entity });
            }
        }
        Ok(adjacent)
    }

    /// An entity by the id that an officer wrote. With `past`, an auditor of the originator also
    /// reads what was withdrawn later, marked so.
    pub(crate) fn by_id(&self, id: &str, past: bool) -> Result<EntityView, NodeError> {
        let id = self.node.entity_id(id)?;
        let ordinal = self.node.views.ordinal(id.as_str())?.ok_or(NodeError::NotFound)?;
        let mut rows = self.node.views.statements_of(ordinal, self.window())?;
        if !past {
            return self.entity_from(&rows)?.ok_or(NodeError::NotFound);
        }
        let mut later = self.node.views.history_of(ordinal)?;
        later.retain(|row| {
            row.hidden_by.is_some_and(|by| self.up_to < by)
                && self.window().admits(row.sid, row.mark, row.commit)
        });
        let removed = self.removed_of(&later)?;
        if self.reader.has_role(liaison_model::Role::Auditor) {
            rows.extend(later.iter().filter(|row| self.is_own(row.mark)));
            rows.sort_by_key(|row| (row.commit, row.sid));
        }
        let mut view = match self.entity_from(&rows)? {
            Some(view) => view,
            None if removed.is_empty() => return Err(NodeError::NotFound),
            None => {
                let caption = Shown::Open(id.local().to_owned());
                let (schema, statements) = (String::new(), Vec::new());
                EntityView { id, schema, caption, statements, removed: Vec::new() }
            }
        };
        view.removed = removed;
        for row in later {
            let Some(by) = row.hidden_by else { continue };
            let kept = self.node.journal.statements(&[row.sid])?;
            let is_it = |s: &&mut StatementView| kept.iter().any(|kept| kept.id == s.id);
            if let Some(statement) = view.statements.iter_mut().find(is_it) {
                statement.withdrawn_on = Some(self.node.ending_of(&row, by, false)?.on);
            }
        }
        Ok(view)
    }

    /// What is left of rows whose bytes are gone.
    fn removed_of(&self, rows: &[RowRef]) -> Result<Vec<RemovedView>, NodeError> {
        let mut removed = Vec::new();
        for row in rows {
            let Some(by) = row.hidden_by else { continue };
            let Some(kept) = self.node.journal.statements(&[row.sid])?.pop() else { continue };
            if kept.body.is_none() {
                let ending = self.node.ending_of(row, by, true)?;
                removed.push(RemovedView { id: kept.id, commit: row.commit, ending });
            }
        }
        Ok(removed)
    }

    fn is_own(&self, mark: liaison_model::MarkId) -> bool {
        self.labels.get(&mark).is_some_and(|label| label.originator == *self.node.agency())
    }

    fn pointed_at(&self, view: &EntityView, limit: usize) -> Result<Vec<Adjacent>, NodeError> {
        let mut adjacent = Vec::new();
        for statement in &view.statements {
            let Shown::Open(value) = &statement.value else { continue };
            if limit <= adjacent.len() || value.parse::<EntityId>().is_err() {
                continue;
            }
            let Some(ordinal) = self.node.views.ordinal(value)? else { continue };
            if let Some(entity) = self.entity(ordinal)? {
                adjacent.push(Adjacent { prop: statement.prop.clone(), entity });
            }
        }
        Ok(adjacent)
    }
}

/// The property of `id` under which `entity` appears there.
fn reverse_name(entity: &EntityView, id: &EntityId) -> String {
    let tie = entity.statements.iter().find(|s| s.value.text() == id.as_str());
    let Some(tie) = tie else { return String::new() };
    let schema = liaison_model::schema::find(&tie.schema);
    let property = schema.and_then(|schema| schema.property(&tie.prop));
    property.and_then(|property| property.reverse).unwrap_or(&tie.prop).to_owned()
}
