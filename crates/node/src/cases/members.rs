//! Who is let into which case.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, PoisonError};

use liaison_model::schema::names::{prop, schema};
use liaison_model::{Act, CommitNumber, EntityId, Reader, ReaderKind};

use super::ACT;
use crate::NodeError;
use crate::reading::{EntityView, Snapshot, StatementView};
use crate::reports::one;

/// Officers by case.
type Members = BTreeMap<EntityId, BTreeSet<String>>;

/// Who was let in at a position, while nothing was hidden beyond it.
#[derive(Default)]
pub(crate) struct RememberedMembers(Option<(CommitNumber, Arc<Members>)>);

impl Snapshot<'_> {
    /// The reader, let into the cases whose members they are, and no others.
    pub(crate) fn let_into_cases(&self, reader: &Reader) -> Result<Reader, NodeError> {
        let marked: BTreeSet<EntityId> =
            self.labels.values().flat_map(|label| label.marks.cases.iter().cloned()).collect();
        if marked.is_empty() || reader.kind == ReaderKind::Peer {
            return Ok(reader.clone().let_into(BTreeSet::new()));
        }
        let members = self.members(marked)?;
        let is_in = |(case, officers): (&EntityId, &BTreeSet<String>)| {
            officers.contains(reader.name()).then(|| case.clone())
        };
        Ok(reader.clone().let_into(members.iter().filter_map(is_in).collect()))
    }

    fn members(&self, marked: BTreeSet<EntityId>) -> Result<Arc<Members>, NodeError> {
        let nothing_hidden = self.hidden.rows.is_empty() && self.hidden.batches.is_empty();
        let mut remembered = self.node.members.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((position, members)) = &remembered.0
            && *position == self.up_to
            && nothing_hidden
        {
            return Ok(Arc::clone(members));
        }
        let owner = self.node.folder_owner(ACT).let_into(marked);
        let members = Arc::new(self.clone().read_as(owner, Act::Read).read_members()?);
        if nothing_hidden {
            remembered.0 = Some((self.up_to, Arc::clone(&members)));
        }
        Ok(members)
    }

    fn read_members(&self) -> Result<Members, NodeError> {
        let mut said: Vec<(CommitNumber, EntityId, String, bool)> = Vec::new();
        for view in self.all_of(&[schema::CASE, schema::CASE_MEMBER])? {
            let lead = self.by_officers(&view, prop::LEAD_OFFICER)?;
            if view.schema == schema::CASE {
                said.extend(lead.map(|said| {
                    (said.commit, view.id.clone(), said.value.text().to_owned(), true)
                }));
                continue;
            }
            let Some(officer) = self.by_officers(&view, prop::OFFICER)? else { continue };
            let case = one(&view, prop::CASE).and_then(|id| id.parse().ok());
            let is_in = one(&view, prop::ACT).as_deref() == Some(LET_IN);
            let name = officer.value.text().to_owned();
            said.extend(case.map(|case| (officer.commit, case, name, is_in)));
        }
        said.sort();
        let mut members = Members::new();
        for (_, case, officer, is_in) in said {
            let officers = members.entry(case).or_default();
            match is_in {
                true => _ = officers.insert(officer),
                false => _ = officers.remove(&officer),
            }
        }
        Ok(members)
    }

    /// The value of a property that an officer of this node stated in a case.
    fn by_officers<'v>(
        &self,
        view: &'v EntityView,
        wanted: &str,
    ) -> Result<Option<&'v StatementView>, NodeError> {
        for said in view.statements.iter().filter(|said| said.prop == wanted) {
            let is_own = said.originator == self.node.agency().as_str();
            if is_own && self.node.journal.header(said.commit)?.note.act == ACT {
                return Ok(Some(said));
            }
        }
        Ok(None)
    }
}

/// The act by which somebody is let in.
pub(super) const LET_IN: &str = "in";
/// The act by which somebody is let out.
pub(super) const LET_OUT: &str = "out";
