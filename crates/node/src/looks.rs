//! Recording looks: no person is uncovered before the look is on disk.

use liaison_journal::CommitNote;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{EntityId, Look, LookEntry, Reader, ReaderKind, RecordKind};

use crate::open::NODE_DATASET;
use crate::{Node, NodeError};

impl Node {
    /// Records that `reader` uncovers `entities` by `route` (a command or route template).
    ///
    /// # Errors
    ///
    /// When the look cannot be written; then nobody is uncovered.
    pub(crate) fn record_look(
        &self,
        reader: &Reader,
        route: &str,
        entities: Vec<EntityId>,
    ) -> Result<Look, NodeError> {
        let roles = match &reader.kind {
            ReaderKind::Officer { roles, .. } => {
                roles.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
            }
            ReaderKind::Peer => "peer".to_owned(),
        };
        let entry = LookEntry {
            officer: reader.name().to_owned(),
            role: roles,
            purpose: reader.purpose.map(|purpose| purpose.to_string()).unwrap_or_default(),
            case: None,
            route: route.to_owned(),
            entities,
            at: self.now(),
        };
        let record = self.new_record(RecordKind::Look)?;
        let say = |prop, value: String| {
            let mut entry = self.own_entry(&record, schema::LOOK, prop, value);
            entry.statement.dataset = NODE_DATASET.to_owned();
            entry
        };
        let mut entries = vec![
            say(prop::OFFICER, entry.officer.clone()),
            say(prop::ROLE, entry.role.clone()),
            say(prop::PURPOSE, entry.purpose.clone()),
            say(prop::ROUTE, entry.route.clone()),
            say(prop::TIME, entry.at.to_string()),
        ];
        entries.extend(entry.entities.iter().map(|id| say(prop::ENTITIES, id.to_string())));
        let note = CommitNote {
            author: entry.officer.clone(),
            act: "look".to_owned(),
            purpose: entry.purpose.clone(),
            time: entry.at,
        };
        self.looks.append(entries, &note)?;
        Ok(Look::recorded(entry))
    }

    /// States the head of the chain of looks in the journal, so that looks cannot be rewritten
    /// later without the journal showing it. Does nothing when no look came since the last time.
    ///
    /// # Errors
    ///
    /// When the journal fails.
    pub fn checkpoint_looks(&self) -> Result<(), NodeError> {
        let Some(head) = self.looks.head()? else { return Ok(()) };
        let key = format!("looks:{}", head.number);
        if self.journal.store().meta(LOOKS_STATED)?.as_deref() == Some(key.as_bytes()) {
            return Ok(());
        }
        let record = self.new_record(RecordKind::Looks)?;
        let say =
            |prop, value: String| self.own_entry(&record, schema::LOOKS_CHECKPOINT, prop, value);
        let entries = vec![
            say(prop::HEAD, head.hash.to_string()),
            say(prop::COMMITS, head.number.to_string()),
        ];
        self.commit("looks", "", entries)?;
        Ok(self.journal.store().set_meta(LOOKS_STATED, key.as_bytes())?)
    }
}

/// Where the last stated head of the looks is remembered.
const LOOKS_STATED: &str = "looks-stated";
