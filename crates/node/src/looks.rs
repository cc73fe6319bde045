//! Recording looks: no person is uncovered before the look is on disk.

use liaison_journal::CommitNote;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{
    Act, CommitNumber, EntityId, Instant, Look, LookEntry, Reader, ReaderKind, RecordKind,
};

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
        let (_, entry) = self.append_look(reader, route, entities)?;
        Ok(Look::recorded(entry))
    }

    /// Records among the looks that `reader` prints an entity, covered or not, and answers with
    /// the number of the entry and its time. Nobody is uncovered by it.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when nothing visible speaks about it; otherwise when the entry
    /// cannot be written.
    pub fn record_print(
        &self,
        id: &str,
        reader: &Reader,
        route: &str,
    ) -> Result<(CommitNumber, Instant), NodeError> {
        let view = self.snapshot(reader, Act::Read, None)?.by_id(id, true)?;
        let (number, entry) = self.append_look(reader, route, vec![view.id])?;
        Ok((number, entry.at))
    }

    fn append_look(
        &self,
        reader: &Reader,
        route: &str,
        entities: Vec<EntityId>,
    ) -> Result<(CommitNumber, LookEntry), NodeError> {
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
        let receipt = self.looks.append(entries, &note)?;
        Ok((receipt.commit, entry))
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
