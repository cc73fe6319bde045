//! A record as a screen shows it: the entity, what its values point to, and its links.

use std::collections::BTreeMap;

use liaison_model::schema::{self as schemata, PropType};
use liaison_model::{Act, CommitNumber, EntityId, Instant, Reader};

use crate::reading::{EntityView, Shown, Snapshot};
use crate::{Identity, Node, NodeError, ShowOptions};

/// A record.
#[derive(Debug, Clone)]
pub struct RecordView {
    /// The entity.
    pub entity: EntityView,
    /// What the entities are called that its values name.
    pub named: BTreeMap<String, Named>,
    /// Which other records are one with it, and who said so.
    pub identity: Identity,
    /// The last commit that is shown.
    pub position: CommitNumber,
}

/// What an entity is called.
#[derive(Debug, Clone)]
pub struct Named {
    /// Its schema.
    pub schema: String,
    /// Its caption.
    pub caption: Shown,
}

/// Another entity that is tied to one.
#[derive(Debug, Clone)]
pub struct Link {
    /// The property that ties the two, as seen from the entity that was asked for.
    pub prop: String,
    /// What it is called, in English.
    pub label: String,
    /// The other entity.
    pub entity: EntityView,
    /// Where the other entity is itself a link, such as an ownership: what stands at its far end.
    pub far: Option<(String, EntityView)>,
}

impl Node {
    /// A record as the reader may see it.
    ///
    /// # Errors
    ///
    /// As [`Node::show`].
    pub fn record(
        &self,
        id: &str,
        reader: &Reader,
        options: &ShowOptions,
    ) -> Result<RecordView, NodeError> {
        let entity = self.show(id, reader, options)?;
        let snapshot = self.snapshot(reader, Act::Read, options.known_on)?;
        let mut named = BTreeMap::new();
        for statement in &entity.statements {
            let text = statement.value.text();
            let is_reference = schemata::find(&statement.schema)
                .and_then(|schema| schema.property(&statement.prop))
                .is_some_and(|property| property.kind == PropType::Entity);
            if !is_reference || NAMED_MAX <= named.len() || named.contains_key(text) {
                continue;
            }
            if let Some(other) = snapshot.by_value(text)? {
                let name = Named { schema: other.schema, caption: other.caption };
                named.insert(text.to_owned(), name);
            }
        }
        let identity = self.identity(id, reader, options.known_on)?;
        Ok(RecordView { entity, named, identity, position: snapshot.position() })
    }

    /// What is tied to an entity, at most `limit`, with the far end of what is itself a link; of
    /// what was known at `known_on`, or is known now.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when nothing visible speaks about it.
    pub fn links(
        &self,
        id: &str,
        reader: &Reader,
        known_on: Option<Instant>,
        limit: usize,
    ) -> Result<Vec<Link>, NodeError> {
        let id = self.entity_id(id)?;
        let snapshot = self.snapshot(reader, Act::Read, known_on)?;
        let near = snapshot.by_id(id.as_str(), true)?;
        let adjacent = snapshot.adjacent(id.as_str(), limit)?;
        let mut links = Vec::with_capacity(adjacent.len());
        for tie in adjacent {
            let far = snapshot.far_end(&tie.entity, &id)?;
            let label = label_of(&near.schema, &tie.prop);
            links.push(Link { prop: tie.prop, label, entity: tie.entity, far });
        }
        Ok(links)
    }
}

impl Snapshot<'_> {
    fn by_value(&self, text: &str) -> Result<Option<EntityView>, NodeError> {
        if text.parse::<EntityId>().is_err() {
            return Ok(None);
        }
        match self.node.views.ordinal(text)? {
            Some(ordinal) => self.entity(ordinal),
            None => Ok(None),
        }
    }

    /// What stands at the end of a link that is not `near`, with the property that leads there.
    fn far_end(
        &self,
        link: &EntityView,
        near: &EntityId,
    ) -> Result<Option<(String, EntityView)>, NodeError> {
        let edge = schemata::find(&link.schema).and_then(|schema| schema.edge);
        let Some((source, target)) = edge else { return Ok(None) };
        for prop in [source, target] {
            let ends = link.statements.iter().filter(|statement| statement.prop == prop);
            for end in ends.filter(|end| end.value.text() != near.as_str()) {
                if let Some(entity) = self.by_value(end.value.text())? {
                    return Ok(Some((prop.to_owned(), entity)));
                }
            }
        }
        Ok(None)
    }
}

/// What a property is called on a record of a schema. Others may have one of the same name that
/// means something else; they are asked only where this one has none, as when a link points to it
/// that its kind does not foresee.
fn label_of(schema: &str, prop: &str) -> String {
    let own = schemata::find(schema).and_then(|schema| schema.property(prop));
    let found = own.or_else(|| schemata::all().iter().find_map(|other| other.property(prop)));
    found.map_or(prop, |property| property.label).to_owned()
}

/// Most entities whose captions are looked up for one record.
const NAMED_MAX: usize = 200;
