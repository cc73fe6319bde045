//! Proofs and verification.

use liaison_journal::store::sid;
use liaison_journal::{Bad, BadList, Journal, Proof, Verified, prove, verify};
use liaison_model::messages::Message;
use liaison_model::{Act, Reader, StatementId};

use crate::{KeySource, Node, NodeError, keys};

/// What verification of a whole node found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NodeVerified {
    /// The journal.
    pub journal: Verified,
    /// The chain of looks.
    pub looks: Verified,
}

/// One of the two chains of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chain {
    /// What was said and done.
    Journal,
    /// Who looked at whom.
    Looks,
}

impl NodeVerified {
    /// The first entry that does not hold, with its chain.
    #[must_use]
    pub fn first_bad(&self) -> Option<(Chain, &Bad)> {
        let journal = self.journal.first_bad.as_ref().map(|bad| (Chain::Journal, bad));
        journal.or_else(|| self.looks.first_bad.as_ref().map(|bad| (Chain::Looks, bad)))
    }
}

/// Which entry does not hold and how, in words.
pub(crate) fn bad_entry(chain: Chain, journal: &Journal, bad: &Bad) -> Message {
    // An id that cannot be read is not told; the commit and the place in it are.
    let statement = bad.place.and_then(|place| {
        let commit = journal.store().commit_row(bad.commit).ok()??;
        let row = journal.store().rows(&[sid(commit.batch, place)]).ok()?.pop()?;
        Some(row.id.to_string())
    });
    let chain = match chain {
        Chain::Journal => "journal",
        Chain::Looks => "looks",
    };
    Message::new("verify-bad")
        .with("chain", chain)
        .with("commit", bad.commit)
        .with("statement", statement.as_deref().unwrap_or("none"))
        .with("fault", format!("{:?}", bad.fault))
}

impl Node {
    /// Which entry does not hold and how, in words.
    #[must_use]
    pub fn bad_entry(&self, chain: Chain, bad: &Bad) -> Message {
        let journal = match chain {
            Chain::Journal => &self.journal,
            Chain::Looks => &self.looks,
        };
        bad_entry(chain, journal, bad)
    }

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

    /// Compares the lists by which ids and claims are found with the statements. With the node's key
    /// the codes of claims are recomputed; without it only their holders are looked for.
    ///
    /// # Errors
    ///
    /// When the store fails or the passphrase is wrong.
    pub fn check_lists(&self, key: &KeySource) -> Result<Option<BadList>, NodeError> {
        let passphrase = key.passphrase()?;
        let signer = passphrase.map(|passphrase| keys::open(&self.folder, &passphrase));
        let coder = signer.transpose()?.map(|signer| signer.claim_coder());
        Ok(liaison_journal::check_lists(&self.journal, coder.as_ref())?)
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
