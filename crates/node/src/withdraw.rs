//! Taking back: one statement, or a whole commit.

use std::fs::OpenOptions;
use std::io::Write as _;

use liaison_journal::store::{EffectTarget, Sid, Tombstone};
use liaison_journal::{Entry, JournalError, Kept, Receipt};
use liaison_model::control::Target;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{CommitNumber, RecordKind, StatementId};

use crate::commit::Author;
use crate::{Node, NodeError, WrongUse};

impl Node {
    /// Withdraws one statement of our own: nobody sees it any more, from this moment on.
    ///
    /// # Errors
    ///
    /// [`WrongUse`] when there is no such statement of ours, or it is withdrawn or erased already.
    pub fn withdraw(
        &self,
        id: StatementId,
        reason: &str,
        author: &str,
    ) -> Result<Receipt, NodeError> {
        let (commit, kept) = self.find_statement(id)?;
        let hidden = self.journal.hidden()?;
        let Some((_, statement)) = &kept.body else {
            return Err(self.ended_already(id, commit, kept.sid)?.into());
        };
        let labels = self.journal.store().labels()?;
        let is_own = labels
            .iter()
            .any(|(mark, label)| *mark == kept.mark && label.originator == *self.agency());
        if hidden.contains(kept.sid) || hidden.commits.contains(&commit) {
            return Err(self.ended_already(id, commit, kept.sid)?.into());
        }
        if !is_own {
            return Err(WrongUse::NotOurs { statement: id }.into());
        }
        let subject = statement.entity.to_string();
        let entries = self.withdrawal(Target::Statement(id), Some(subject), reason)?;
        let author = Author { name: author, purpose: "" };
        let receipt = self.commit_as(&author, "withdraw", entries)?;
        self.note_tombstone(receipt.commit, Target::Statement(id), "withdraw")?;
        Ok(receipt)
    }

    /// Undoes an import: withdraws everything that its commit brought.
    ///
    /// # Errors
    ///
    /// [`WrongUse`] without such a commit, or when it is no import or undone already.
    pub fn undo(
        &self,
        number: CommitNumber,
        reason: &str,
        author: &str,
    ) -> Result<Receipt, NodeError> {
        let header = match self.journal.header(number) {
            Err(JournalError::Unknown) => {
                return Err(WrongUse::NoCommit { commit: number }.into());
            }
            header => header?,
        };
        if header.note.act != crate::import::ACT {
            return Err(WrongUse::NotAnImport { commit: number, act: header.note.act }.into());
        }
        if let Some(ended) = self.ended_by(&[EffectTarget::Commit(number)])? {
            return Err(WrongUse::UndoneAlready { commit: number, by: ended.by }.into());
        }
        let entries = self.withdrawal(Target::Commit(number), None, reason)?;
        let receipt = self.commit_as(&Author { name: author, purpose: "" }, "undo", entries)?;
        self.note_tombstone(receipt.commit, Target::Commit(number), "withdraw")?;
        Ok(receipt)
    }

    /// A statement, whether or not anybody sees it.
    pub(crate) fn find_statement(
        &self,
        id: StatementId,
    ) -> Result<(CommitNumber, Kept), NodeError> {
        match self.journal.find(&id) {
            Err(JournalError::Unknown) => Err(WrongUse::NoStatement { statement: id }.into()),
            found => Ok(found?),
        }
    }

    /// Why nothing more can be taken back of a statement that is hidden or gone.
    pub(crate) fn ended_already(
        &self,
        statement: StatementId,
        commit: CommitNumber,
        sid: Sid,
    ) -> Result<WrongUse, NodeError> {
        let targets = [EffectTarget::Row(sid), EffectTarget::Commit(commit)];
        Ok(match self.ended_by(&targets)? {
            Some(Tombstone { effect, by }) if effect.control.removes_bytes() => {
                WrongUse::ErasedAlready { statement, by }
            }
            Some(Tombstone { by, .. }) => WrongUse::WithdrawnAlready { statement, by },
            None => WrongUse::NoStatement { statement },
        })
    }

    /// What hid one of these: that which removed its bytes, where one did, or else the first.
    pub(crate) fn ended_by(
        &self,
        targets: &[EffectTarget],
    ) -> Result<Option<Tombstone>, NodeError> {
        let is_it = |tombstone: &Tombstone| {
            tombstone.effect.control.hides() && targets.contains(&tombstone.effect.target)
        };
        let found: Vec<Tombstone> = self.journal.tombstones(0)?.into_iter().filter(is_it).collect();
        let removing = found.iter().position(|found| found.effect.control.removes_bytes());
        Ok(found.into_iter().nth(removing.unwrap_or(0)))
    }

    fn withdrawal(
        &self,
        target: Target,
        subject: Option<String>,
        reason: &str,
    ) -> Result<Vec<Entry>, NodeError> {
        let record = self.new_record(RecordKind::Withdrawal)?;
        let say = |prop, value: String| self.own_entry(&record, schema::WITHDRAWAL, prop, value);
        let mut entries = vec![say(prop::TARGET, target.to_string())];
        entries.extend(subject.map(|subject| say(prop::SUBJECT, subject)));
        if !reason.is_empty() {
            entries.push(say(prop::REASON, reason.to_owned()));
        }
        Ok(entries)
    }

    /// Adds a line to `tombstones.jsonl`, which is kept beside backups: a backup that is older
    /// than a withdrawal must not bring back what was withdrawn.
    pub(crate) fn note_tombstone(
        &self,
        by: CommitNumber,
        target: Target,
        act: &str,
    ) -> Result<(), NodeError> {
        let leaf = match target {
            Target::Statement(id) => Some(self.journal.find(&id)?.1.leaf.to_string()),
            Target::Commit(_) => None,
        };
        let commit = match target {
            Target::Commit(number) => Some(self.journal.header(number)?.hash().to_string()),
            Target::Statement(_) => None,
        };
        let line =
            TombstoneLine { by, act: act.to_owned(), target: target.to_string(), leaf, commit };
        let path = self.folder.tombstones();
        let write = || -> std::io::Result<()> {
            let mut file = OpenOptions::new().create(true).append(true).open(&path)?;
            writeln!(file, "{}", serde_json::to_string(&line)?)?;
            file.sync_all()
        };
        write().map_err(NodeError::file(&path))
    }
}

/// One line of `tombstones.jsonl`: what was hidden, by names and hashes only.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(crate) struct TombstoneLine {
    /// The commit that hid it.
    pub(crate) by: CommitNumber,
    /// `withdraw` or `erase`.
    pub(crate) act: String,
    /// What was hidden, as the journal names it.
    pub(crate) target: String,
    /// Leaf of a statement, so that a restored journal is not confused by a number used twice.
    pub(crate) leaf: Option<String>,
    /// Hash of a commit, likewise.
    pub(crate) commit: Option<String>,
}
