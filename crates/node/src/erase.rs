//! Erasing by law: the bytes go everywhere, the leaf stays.

use liaison_journal::Kept;
use liaison_model::control::Target;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{CommitNumber, RecordKind, Statement, StatementId};

use crate::commit::Author;
use crate::withdraw::{First, Taken};
use crate::{Node, NodeError, WrongUse};

/// What an erasure took away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erased {
    /// The commit that says so.
    pub commit: CommitNumber,
    /// The statement that was named, then every other that said the same.
    pub statements: Vec<StatementId>,
}

impl Node {
    /// Erases a statement on the order of `authority`, and with it every other, live or withdrawn,
    /// that says the same of the same entity: the law means the value. When this returns, the value
    /// is in no file of the folder nor of the journal's database: the journal's pages are
    /// overwritten and its WAL cut, the views and the index rewritten, and problem files, saved
    /// searches and files sent to be imported, which could hold it in any form, removed.
    ///
    /// # Errors
    ///
    /// [`WrongUse`] without an authority, without such a statement, or when it is erased already.
    pub fn erase(
        &self,
        id: StatementId,
        authority: &str,
        reason: &str,
        author: &str,
    ) -> Result<Erased, NodeError> {
        let taken = Taken { author, reason, authority, first: None };
        self.erase_as(id, &taken)
    }

    pub(crate) fn erase_as(&self, id: StatementId, said: &Taken<'_>) -> Result<Erased, NodeError> {
        let authority = said.authority.trim();
        if authority.is_empty() {
            return Err(WrongUse::NoAuthority.into());
        }
        let (commit, kept) = self.find_statement(id)?;
        let Some((_, statement)) = kept.body else {
            return Err(self.ended_already(id, commit, kept.sid)?.into());
        };
        let mut statements = vec![id];
        statements.extend(self.twins_of(&statement)?);
        let record = self.new_record(RecordKind::Erasure)?;
        let say = |prop, value: &str| self.own_entry(&record, schema::ERASURE, prop, value);
        let target = |id: &StatementId| say(prop::TARGET, &Target::Statement(*id).to_string());
        let mut entries: Vec<_> = statements.iter().map(target).collect();
        entries.push(say(prop::SUBJECT, statement.entity.as_str()));
        entries.push(say(prop::AUTHORITY, authority));
        if !said.reason.is_empty() {
            entries.push(say(prop::REASON, said.reason));
        }
        if let Some(First { on, officer }) = &said.first {
            entries.extend(on.map(|on| say(prop::DATE, &on.to_string())));
            entries.extend(officer.map(|officer| say(prop::OFFICER, officer)));
        }
        self.removing(|| {
            let author = Author { name: said.author, purpose: "" };
            let receipt = self.commit_as(&author, "erase", entries)?;
            for id in &statements {
                self.note_tombstone(receipt.commit, Target::Statement(*id), "erase", said)?;
            }
            self.remove_problem_files()?;
            self.forget_searches()?;
            self.remove_uploads()?;
            Ok(Erased { commit: receipt.commit, statements })
        })
    }

    /// Other statements with bytes that say of the same entity, under the same property, what this
    /// one says: its value, or what its source wrote.
    fn twins_of(&self, statement: &Statement) -> Result<Vec<StatementId>, NodeError> {
        let Some(ordinal) = self.views.ordinal(statement.entity.as_str())? else {
            return Ok(Vec::new());
        };
        let sids: Vec<i64> =
            self.views.history_of(ordinal)?.into_iter().map(|row| row.sid).collect();
        let is_twin = |kept: &Kept| {
            kept.body.as_ref().is_some_and(|(_, other)| {
                let shares = texts_of(other).any(|text| texts_of(statement).any(|own| own == text));
                other.id != statement.id && other.prop == statement.prop && shares
            })
        };
        let kept = self.journal.statements(&sids)?;
        Ok(kept.iter().filter(|kept| is_twin(kept)).map(|kept| kept.id).collect())
    }
}

/// What a statement says, in either spelling.
fn texts_of(statement: &Statement) -> impl Iterator<Item = &str> {
    [Some(statement.value.as_str()), statement.original.as_deref()].into_iter().flatten()
}
