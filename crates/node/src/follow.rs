//! Keeping up with what other processes commit to the same journal, and how far it got.

use liaison_model::{CommitNumber, Hash, Instant};

use crate::{Node, NodeError};

/// How far the journal is, and what is folded from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Positions {
    /// The journal's last commit.
    pub journal: CommitNumber,
    /// The last commit folded into the views.
    pub views: CommitNumber,
    /// The last commit folded into the text index.
    pub search: CommitNumber,
}

impl Positions {
    /// Whether everything committed is folded.
    #[must_use]
    pub fn are_level(&self) -> bool {
        self.views == self.journal && self.search == self.journal
    }
}

impl Node {
    /// Makes commits of other processes visible here. The owner of the folder folds them, and
    /// removes from its files what they erased; any other process looks again at what the owner has
    /// folded. Cheap when there is nothing new.
    ///
    /// # Errors
    ///
    /// When a store fails; the next call takes up where this one stopped.
    pub fn follow(&self) -> Result<(), NodeError> {
        if !self.is_owner() {
            return Ok(self.search.reload()?);
        }
        self.catch_up(&mut |_| {})?;
        self.finish_scrub()
    }

    /// How far the journal is, and what is folded from it.
    ///
    /// # Errors
    ///
    /// When a store fails.
    pub fn positions(&self) -> Result<Positions, NodeError> {
        // What is folded first: the journal only ever runs ahead of it.
        let (views, search) = (self.views.position()?, self.search.position()?);
        Ok(Positions { journal: self.journal.position()?, views, search })
    }

    /// Hash of the journal's newest commit; `None` before the first.
    ///
    /// # Errors
    ///
    /// When the journal fails.
    pub fn checkpoint(&self) -> Result<Option<Hash>, NodeError> {
        Ok(self.journal.head()?.map(|head| head.hash))
    }

    /// Whether this process folds views and index for all processes on the folder.
    #[must_use]
    pub fn is_owner(&self) -> bool {
        self.owner.is_some()
    }

    /// Whether the node was opened with its key.
    #[must_use]
    pub fn can_write(&self) -> bool {
        self.journal.can_write()
    }

    /// When a commit was made.
    ///
    /// # Errors
    ///
    /// When the journal fails or has no such commit.
    pub fn commit_time(&self, number: CommitNumber) -> Result<Instant, NodeError> {
        Ok(self.journal.header(number)?.note.time)
    }

    /// How many statements the commits after `after` brought, over at most `commits_max` of them,
    /// and the last commit that was counted.
    ///
    /// # Errors
    ///
    /// When the journal fails.
    pub fn statements_after(
        &self,
        after: CommitNumber,
        commits_max: u32,
    ) -> Result<(CommitNumber, u64), NodeError> {
        let mut counted = (after, 0);
        for (_, header) in self.journal.headers(after, commits_max)? {
            counted = (header.number, counted.1 + header.statements);
        }
        Ok(counted)
    }
}
