//! What is kept in memory of a kind of records, and what later commits changed of it.

use std::sync::Arc;

use liaison_journal::store::EffectTarget;
use liaison_model::{CommitNumber, MarkId, Statement};

use crate::NodeError;
use crate::reading::Snapshot;

/// What was known at positions under some labels, newest last.
pub(crate) struct Remembered<T>(Vec<(Key, Arc<T>)>);

/// At which position, under which labels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Key {
    marks: Vec<MarkId>,
    pub(crate) position: CommitNumber,
}

/// Whether a statement was made or taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    /// Made, or brought by a commit that was taken back as a whole.
    Said,
    /// Taken back by itself: what else was said of its entity stays.
    Gone,
}

impl<T> Default for Remembered<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Remembered<T> {
    /// What was known under the same labels, no later than the position.
    pub(crate) fn take(&mut self, key: &Key) -> Option<(CommitNumber, Arc<T>)> {
        let is_it =
            |(known, _): &(Key, _)| known.marks == key.marks && known.position <= key.position;
        let at = self.0.iter().position(is_it)?;
        let (known, all) = self.0.remove(at);
        Some((known.position, all))
    }

    pub(crate) fn put(&mut self, key: Key, known: &Arc<T>) {
        if SETS_MAX <= self.0.len() {
            self.0.remove(0);
        }
        self.0.push((key, Arc::clone(known)));
    }
}

impl Snapshot<'_> {
    /// Under which key what this snapshot sees is remembered; `None` where it sees something that
    /// is not folded, or the past.
    pub(crate) fn key(&self) -> Option<Key> {
        let is_folded = self.hidden.rows.is_empty() && self.hidden.batches.is_empty();
        let key = || Key { marks: self.scope.marks().collect(), position: self.up_to };
        is_folded.then(key)
    }

    /// Hands on what commits after `from` said or took back. `false` where that cannot be told, or
    /// is much, or `with` cannot say what it touches: everything is read anew then.
    pub(crate) fn each_since(
        &self,
        from: CommitNumber,
        mut with: impl FnMut(&Statement, Change) -> bool,
    ) -> Result<bool, NodeError> {
        let mut batches = Vec::new();
        for (batch, header) in self.node.journal.headers(from, COMMITS_MAX)? {
            let is_much = STATEMENTS_MAX < header.statements;
            if is_much || header.number == from + u64::from(COMMITS_MAX) {
                return Ok(false);
            }
            batches.push(batch);
        }
        for tombstone in self.node.journal.tombstones(from)? {
            match tombstone.effect.target {
                EffectTarget::Commit(number) => {
                    let row = self.node.journal.store().commit_row(number)?;
                    batches.extend(row.map(|row| row.batch));
                }
                EffectTarget::Row(sid) => {
                    let kept = self.node.journal.statements(&[sid])?.pop();
                    let Some((_, said)) = kept.and_then(|kept| kept.body) else {
                        return Ok(false);
                    };
                    if !with(&said, Change::Gone) {
                        return Ok(false);
                    }
                }
            }
        }
        for batch in batches {
            let mut after = None;
            loop {
                let run = self.node.journal.run_of(batch, after)?;
                let Some(last) = run.last() else { break };
                after = Some(liaison_journal::store::place_of(last.sid));
                for kept in run {
                    // What is gone by now may have spoken about anything.
                    let Some((_, said)) = kept.body else { return Ok(false) };
                    if !with(&said, Change::Said) {
                        return Ok(false);
                    }
                }
            }
        }
        Ok(true)
    }
}

/// Readers with different scopes at the same time.
const SETS_MAX: usize = 4;
/// Beyond these it is quicker to read everything anew.
const COMMITS_MAX: u32 = 1_000;
const STATEMENTS_MAX: u64 = 20_000;
