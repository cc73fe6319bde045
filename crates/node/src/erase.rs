//! Erasing by law: the bytes go everywhere, the leaf stays.

use liaison_journal::Receipt;
use liaison_model::StatementId;
use liaison_model::control::Target;
use liaison_model::schema::names::{prop, schema};

use crate::commit::Author;
use crate::{Node, NodeError, WrongUse};

impl Node {
    /// Erases one statement on the order of `authority`. When this returns, its value is in no
    /// file of the folder nor of the journal's database: the journal's pages are overwritten and
    /// its WAL cut, the views and the index rewritten, and problem files, saved searches and files sent
    /// to be imported, which could hold it in any form, removed.
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
    ) -> Result<Receipt, NodeError> {
        let authority = authority.trim();
        if authority.is_empty() {
            return Err(WrongUse::NoAuthority.into());
        }
        let (commit, kept) = self.find_statement(id)?;
        let Some((_, statement)) = kept.body else {
            return Err(self.ended_already(id, commit, kept.sid)?.into());
        };
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
        self.removing(|| {
            let author = Author { name: author, purpose: "" };
            let receipt = self.commit_as(&author, "erase", entries)?;
            self.note_tombstone(receipt.commit, target, "erase")?;
            self.remove_problem_files()?;
            self.forget_searches()?;
            self.remove_uploads()?;
            Ok(receipt)
        })
    }
}
