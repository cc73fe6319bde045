//! Proofs and verification.

use liaison_journal::{Proof, Verified, prove, verify};
use liaison_model::{Act, Reader, StatementId};

use crate::{Node, NodeError};

/// What verification of a whole node found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NodeVerified {
    /// The journal.
    pub journal: Verified,
    /// The chain of looks.
    pub looks: Verified,
}

impl Node {
    /// Recomputes every hash, link and signature of the journal and of the chain of looks.
    ///
    /// # Errors
    ///
    /// When a store fails; what does not hold is an answer.
    pub fn verify(&self, progress: &mut dyn FnMut(u64)) -> Result<NodeVerified, NodeError> {
        let journal = verify(&self.journal, |statements| {
            progress(statements);
            Ok(())
        })?;
        let looks = verify(&self.looks, |_| Ok(()))?;
        Ok(NodeVerified { journal, looks })
    }

    /// The proof that this node committed a statement. The proof holds the statement, so one that
    /// is covered needs the reader's purpose, and is a look.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the reader may not see it; [`NodeError::Refused`] when
    /// uncovering is refused.
    pub fn prove(&self, id: StatementId, reader: &Reader) -> Result<Proof, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let (commit, kept) = self.find_statement(id)?;
        let (_, row) = self.views.row(kept.sid)?.ok_or(NodeError::NotFound)?;
        let is_visible =
            row.hidden_by.is_none() && snapshot.window().admits(row.sid, row.mark, row.commit);
        let is_visible = is_visible || reader.has_role(liaison_model::Role::Auditor);
        if !is_visible {
            return Err(NodeError::NotFound);
        }
        let Some(view) = snapshot.entity_from(&[row])? else {
            return Err(self.ended_already(id, commit, kept.sid)?.into());
        };
        if view.has_covered() {
            view.check_uncover(&snapshot)?;
            self.record_look(reader, "proof", vec![view.id])?;
        }
        Ok(prove(&self.journal, &id)?)
    }
}
