//! Small commits: sign, write, and wait until they are seen.

use std::time::{Duration, Instant as Stopwatch};

use liaison_journal::store::Beside;
use liaison_journal::{CommitNote, Entry, Receipt};
use liaison_model::{CommitNumber, EntityId, Label, Marks, RecordKind, Statement};

use crate::open::NODE_DATASET;
use crate::{Node, NodeError};

/// Who does something, and why.
#[derive(Debug, Clone)]
pub struct Author<'a> {
    /// The account.
    pub name: &'a str,
    /// Why, as a purpose or in a few words that name nobody.
    pub purpose: &'a str,
}

impl Node {
    /// Commits on the node's own behalf.
    pub(crate) fn commit(
        &self,
        act: &str,
        purpose: &str,
        entries: Vec<Entry>,
    ) -> Result<Receipt, NodeError> {
        self.commit_as(&Author { name: "node", purpose }, act, entries)
    }

    /// Commits for somebody. Visible to the next read of this process when it returns.
    pub(crate) fn commit_as(
        &self,
        author: &Author<'_>,
        act: &str,
        entries: Vec<Entry>,
    ) -> Result<Receipt, NodeError> {
        self.commit_with(author, act, entries, &[])
    }

    /// The same, with short values that are kept in the same transaction.
    pub(crate) fn commit_with(
        &self,
        author: &Author<'_>,
        act: &str,
        entries: Vec<Entry>,
        beside: &Beside,
    ) -> Result<Receipt, NodeError> {
        let note = self.note(author, act);
        let receipt = self.journal.append_with(entries, &note, beside)?;
        self.wait_for_views(receipt.commit)?;
        Ok(receipt)
    }

    pub(crate) fn note(&self, author: &Author<'_>, act: &str) -> CommitNote {
        CommitNote {
            author: author.name.to_owned(),
            act: act.to_owned(),
            purpose: author.purpose.to_owned(),
            time: self.now(),
        }
    }

    /// A statement of this agency about one of its own records.
    pub(crate) fn own_entry(
        &self,
        entity: &EntityId,
        schema: &'static str,
        prop: &'static str,
        value: impl Into<String>,
    ) -> Entry {
        Entry {
            statement: Statement::new(entity.clone(), schema, prop, value, NODE_DATASET),
            label: Label { originator: self.agency().clone(), marks: Marks::default() },
            salt: None,
        }
    }

    /// An entity id that was never used: the kind of record, then a ULID.
    pub(crate) fn new_record(&self, kind: RecordKind) -> Result<EntityId, NodeError> {
        let unique = ulid::Ulid::generate().to_string();
        kind.id(self.agency(), &unique).map_err(|_| NodeError::AgencyId)
    }

    /// Folds, or waits until the owner process has folded, up to a commit.
    pub(crate) fn wait_for_views(&self, commit: CommitNumber) -> Result<(), NodeError> {
        if self.owner.is_some() {
            return self.catch_up(&mut |_| {});
        }
        let started = Stopwatch::now();
        while self.views.position()? < commit || self.search.position()? < commit {
            if WAIT_MAX < started.elapsed() {
                return Err(NodeError::Behind);
            }
            std::thread::sleep(WAIT_STEP);
            self.search.reload()?;
        }
        Ok(())
    }
}

/// How long a process that is not the owner waits for the owner.
pub(crate) const WAIT_MAX: Duration = Duration::from_secs(60);
pub(crate) const WAIT_STEP: Duration = Duration::from_millis(5);
