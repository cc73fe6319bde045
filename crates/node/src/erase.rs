//! Erasing by law: the bytes go everywhere, the leaf stays.

use std::fs;
use std::sync::atomic::Ordering;

use liaison_journal::Receipt;
use liaison_model::StatementId;
use liaison_model::control::Target;
use liaison_model::schema::names::{prop, schema};

use crate::commit::Author;
use crate::{Node, NodeError};

impl Node {
    /// Erases one statement on the order of `authority`. When this returns to the owner process, its
    /// value is in no file of the folder (another process's caller waits for the owner's next round): the journal's pages are overwritten and its WAL cut, the views and the
    /// index rewritten, and problem files that could hold the row removed.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] without such a statement, or when it is erased already.
    pub fn erase(
        &self,
        id: StatementId,
        authority: &str,
        reason: &str,
        author: &str,
    ) -> Result<Receipt, NodeError> {
        let (_, kept) = self.journal.find(&id)?;
        let Some((_, statement)) = kept.body else { return Err(NodeError::NotFound) };
        let target = Target::Statement(id);
        let record = self.new_entity("erasure")?;
        let say = |prop, value: &str| self.own_entry(&record, schema::ERASURE, prop, value);
        let mut entries = vec![
            say(prop::TARGET, &target.to_string()),
            say(prop::SUBJECT, statement.entity.as_str()),
            say(prop::AUTHORITY, authority),
        ];
        if !reason.is_empty() {
            entries.push(say(prop::REASON, reason));
        }
        let receipt = self.commit_as(&Author { name: author, purpose: "" }, "erase", entries)?;
        self.note_tombstone(receipt.commit, target, "erase")?;
        self.remove_problem_files()?;
        self.scrub()?;
        Ok(receipt)
    }

    /// Makes sure that removed bytes are in no file of the folder any more.
    ///
    /// # Errors
    ///
    /// When a store fails or is held by a reader for too long.
    pub(crate) fn scrub(&self) -> Result<(), NodeError> {
        self.journal.store().scrub()?;
        // A process that is not the owner leaves the rest to the owner, and so does a server to the
        // others: each folds the erasure and purges after it.
        self.purge_removed()
    }

    /// Takes what was folded away out of the files of views and index, whoever removed it. Tried
    /// again by the next call where a reader stands in the way.
    pub(crate) fn purge_removed(&self) -> Result<(), NodeError> {
        if self.owner.is_none() || !self.owes_purge.swap(false, Ordering::AcqRel) {
            return Ok(());
        }
        let purge = || -> Result<(), NodeError> {
            self.views.scrub()?;
            Ok(self.search.purge()?)
        };
        purge().inspect_err(|_| self.owes_purge.store(true, Ordering::Release))
    }

    /// A row that was set aside may hold the erased value in any form: they all go.
    fn remove_problem_files(&self) -> Result<(), NodeError> {
        let folder = self.folder.problems();
        for file in fs::read_dir(&folder).map_err(NodeError::file(&folder))? {
            let path = file.map_err(NodeError::file(&folder))?.path();
            fs::remove_file(&path).map_err(NodeError::file(&path))?;
        }
        Ok(())
    }
}
