//! Taking back: one statement, or a whole commit.

use std::fs::OpenOptions;
use std::io::Write as _;

use liaison_journal::store::{EffectTarget, Sid, Tombstone};
use liaison_journal::{Entry, JournalError, Kept, Receipt};
use liaison_model::control::Target;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{CommitNumber, Instant, RecordKind, StatementId};

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
        self.withdraw_as(id, &Taken { author, reason, authority: "", first: None })
    }

    pub(crate) fn withdraw_as(
        &self,
        id: StatementId,
        said: &Taken<'_>,
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
        let entries = self.withdrawal(&[Target::Statement(id)], Some(subject), said)?;
        let author = Author { name: said.author, purpose: "" };
        let receipt = self.commit_as(&author, "withdraw", entries)?;
        self.note_tombstone(receipt.commit, Target::Statement(id), "withdraw", said)?;
        Ok(receipt)
    }

    /// Withdraws all of several statements of our own in one commit.
    pub(crate) fn withdraw_all(
        &self,
        ids: &[StatementId],
        subject: &str,
        said: &Taken<'_>,
    ) -> Result<CommitNumber, NodeError> {
        let targets: Vec<Target> = ids.iter().map(|id| Target::Statement(*id)).collect();
        let entries = self.withdrawal(&targets, Some(subject.to_owned()), said)?;
        let author = Author { name: said.author, purpose: "" };
        let by = self.commit_as(&author, "withdraw", entries)?.commit;
        for target in targets {
            self.note_tombstone(by, target, "withdraw", said)?;
        }
        Ok(by)
    }

    /// Undoes an import or a judgement: withdraws everything that its commit brought, and what came
    /// in by other commits of the same import, when its rows came back mended.
    ///
    /// # Errors
    ///
    /// [`WrongUse`] without such a commit, or when it is something else or undone already.
    pub fn undo(
        &self,
        number: CommitNumber,
        reason: &str,
        author: &str,
    ) -> Result<Undone, NodeError> {
        let said = Taken { author, reason, authority: "", first: None };
        self.check_undo(number)?;
        let mut commits = vec![number];
        for other in self.commits_beside(number)? {
            if self.ended_by(&[EffectTarget::Commit(other)])?.is_none() {
                commits.push(other);
            }
        }
        self.undo_as(commits, &said)
    }

    /// The same of one commit alone.
    ///
    /// # Errors
    ///
    /// As [`Self::undo`].
    pub fn undo_only(
        &self,
        number: CommitNumber,
        reason: &str,
        author: &str,
    ) -> Result<Undone, NodeError> {
        self.undo_only_as(number, &Taken { author, reason, authority: "", first: None })
    }

    pub(crate) fn undo_only_as(
        &self,
        number: CommitNumber,
        said: &Taken<'_>,
    ) -> Result<Undone, NodeError> {
        self.check_undo(number)?;
        self.undo_as(vec![number], said)
    }

    /// Withdraws whole commits, which somebody checked.
    pub(crate) fn undo_as(
        &self,
        commits: Vec<CommitNumber>,
        said: &Taken<'_>,
    ) -> Result<Undone, NodeError> {
        let targets: Vec<Target> = commits.iter().map(|number| Target::Commit(*number)).collect();
        let entries = self.withdrawal(&targets, None, said)?;
        let author = Author { name: said.author, purpose: "" };
        let by = self.commit_as(&author, "undo", entries)?.commit;
        for target in targets {
            self.note_tombstone(by, target, "withdraw", said)?;
        }
        Ok(Undone { by, commits })
    }

    fn check_undo(&self, number: CommitNumber) -> Result<(), NodeError> {
        let header = match self.journal.header(number) {
            Err(JournalError::Unknown) => {
                return Err(WrongUse::NoCommit { commit: number }.into());
            }
            header => header?,
        };
        if ![crate::import::ACT, crate::ledger::ACT, crate::judge::ACT]
            .contains(&header.note.act.as_str())
        {
            return Err(WrongUse::CannotUndo { commit: number, act: header.note.act }.into());
        }
        match self.ended_by(&[EffectTarget::Commit(number)])? {
            Some(ended) => Err(WrongUse::UndoneAlready { commit: number, by: ended.by }.into()),
            None => Ok(()),
        }
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
        targets: &[Target],
        subject: Option<String>,
        said: &Taken<'_>,
    ) -> Result<Vec<Entry>, NodeError> {
        let record = self.new_record(RecordKind::Withdrawal)?;
        let say = |prop, value: String| self.own_entry(&record, schema::WITHDRAWAL, prop, value);
        let target = |target: &Target| say(prop::TARGET, target.to_string());
        let mut entries: Vec<Entry> = targets.iter().map(target).collect();
        entries.extend(subject.map(|subject| say(prop::SUBJECT, subject)));
        if !said.reason.is_empty() {
            entries.push(say(prop::REASON, said.reason.to_owned()));
        }
        if let Some(First { on, officer }) = said.first {
            entries.extend(on.map(|on| say(prop::DATE, on.to_string())));
            entries.extend(officer.map(|officer| say(prop::OFFICER, officer.to_owned())));
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
        said: &Taken<'_>,
    ) -> Result<(), NodeError> {
        let leaf = match target {
            Target::Statement(id) => Some(self.journal.find(&id)?.1.leaf.to_string()),
            Target::Commit(_) => None,
        };
        let commit = match target {
            Target::Commit(number) => Some(self.journal.header(number)?.hash().to_string()),
            Target::Statement(_) => None,
        };
        let words = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        // What is said again after a restore is older than the commit that says it.
        let (on, officer) = match said.first {
            Some(First { on, officer }) => (on, officer),
            None => (Some(self.journal.header(by)?.note.time), Some(said.author)),
        };
        let line = TombstoneLine {
            by,
            act: act.to_owned(),
            target: target.to_string(),
            leaf,
            commit,
            on,
            officer: officer.map(str::to_owned),
            authority: words(said.authority),
            reason: words(said.reason),
        };
        let path = self.folder.tombstones();
        let write = || -> std::io::Result<()> {
            let mut file = OpenOptions::new().create(true).append(true).open(&path)?;
            writeln!(file, "{}", serde_json::to_string(&line)?)?;
            file.sync_all()
        };
        write().map_err(NodeError::file(&path))
    }
}

/// What an undoing took back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// The commit that says so.
    pub by: CommitNumber,
    /// The commit that was named, then the others of the same import.
    pub commits: Vec<CommitNumber>,
}

/// What is said when something is taken back.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Taken<'a> {
    /// Who does it.
    pub(crate) author: &'a str,
    /// Why; may be empty.
    pub(crate) reason: &'a str,
    /// On whose order, of an erasure.
    pub(crate) authority: &'a str,
    /// When and by whom it was done first, where it is done again after a restore.
    pub(crate) first: Option<First<'a>>,
}

/// When and by whom something was taken back first.
#[derive(Debug, Clone, Copy)]
pub(crate) struct First<'a> {
    pub(crate) on: Option<Instant>,
    pub(crate) officer: Option<&'a str>,
}

/// One line of `tombstones.jsonl`: what was hidden, by names and hashes only, and on whose word.
/// Lines of earlier versions lack what is optional.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(crate) struct TombstoneLine {
    /// The commit that hid it.
    pub(crate) by: CommitNumber,
    /// `withdraw`, `erase` or `purge`.
    pub(crate) act: String,
    /// What was hidden, as the journal names it.
    pub(crate) target: String,
    /// Leaf of a statement, so that a restored journal is not confused by a number used twice.
    pub(crate) leaf: Option<String>,
    /// Hash of a commit, likewise.
    pub(crate) commit: Option<String>,
    /// When it was hidden first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) on: Option<Instant>,
    /// Who hid it first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) officer: Option<String>,
    /// On whose order it was erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) authority: Option<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) reason: Option<String>,
}
