//! What requests ask of the exchange: whether something may go, what has gone, and when it came.

use std::collections::{BTreeMap, BTreeSet};

use liaison_model::{AgencyId, Instant, Label, Marks, PersonCategory, Reader, StatementId};
use liaison_policy::decide_sharing;

use crate::{Node, NodeError};

impl Node {
    /// Whether something of ours about a person may go to another agency under `marks`.
    ///
    /// # Errors
    ///
    /// [`crate::WrongUse::NoPeer`] without its card; [`NodeError::Refused`] when policy or the
    /// agreement does not let it out.
    pub(crate) fn may_tell(&self, audience: &AgencyId, marks: &Marks) -> Result<(), NodeError> {
        self.kept_peer(audience)?;
        let mut label = Label { originator: self.agency().clone(), marks: marks.clone() };
        label.marks.category = marks.category.or(Some(PersonCategory::Other));
        let terms = self.terms_with(audience)?;
        let peer = Reader::peer(audience.clone());
        let holder = self.agency().as_str();
        Ok(decide_sharing(terms.as_ref(), &label, holder, &peer, self.now()).into_result()?)
    }

    /// Whether the agreement with an agency asks for two people behind each request.
    pub(crate) fn asks_for_two_people(&self, peer: &AgencyId) -> Result<bool, NodeError> {
        Ok(self.terms_with(peer)?.is_some_and(|terms| terms.two_people))
    }

    /// The statements of ours that were shared with an agency.
    pub(crate) fn shared_with(
        &self,
        audience: &AgencyId,
    ) -> Result<BTreeSet<StatementId>, NodeError> {
        Ok(self.sent_to(audience)?.iter().filter_map(|sent| sent.statement).collect())
    }

    /// When each side signed that it has a statement of the other: the same moments at both.
    pub(crate) fn receipt_times(
        &self,
        peer: &AgencyId,
    ) -> Result<BTreeMap<StatementId, Instant>, NodeError> {
        let mut times = BTreeMap::new();
        for sent in self.sent_to(peer)? {
            if let (Some(id), Some(receipt)) = (sent.statement, sent.confirmed) {
                times.insert(id, receipt.at);
            }
        }
        let (last, _) = self.received_head(peer)?;
        for number in 1..=last {
            if let Some(arrived) = self.arrived(peer, number)?
                && let Some(id) = arrived.statement
            {
                times.insert(id, arrived.receipt.at);
            }
        }
        Ok(times)
    }
}
