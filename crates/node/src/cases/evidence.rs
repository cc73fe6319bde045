//! Evidence: kept by its hash, handed over with two signatures.
//!
//! An offer is a commit of whoever has it, the answer one of whoever receives it. The node signs
//! both commits; nobody signs for another.

use std::path::Path;

use liaison_exhibits::ExhibitError;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{Hash, Reader};

use super::opened::fitted;
use super::{CaseError, CaseSaid};
use crate::{Node, NodeError};

/// What somebody does on the way of a piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HandoverAct {
    /// Whoever has it offers it to another member.
    Offer {
        /// To whom.
        to: String,
        /// Why.
        reason: String,
    },
    /// Whoever is offered it has it from now on.
    Accept,
    /// Whoever is offered it does not take it.
    Refuse {
        /// Why.
        reason: String,
    },
}

impl Node {
    /// Keeps a file as evidence in a case.
    ///
    /// # Errors
    ///
    /// As [`Self::note_in_case`]; when the file cannot be read or kept.
    pub fn add_evidence(
        &self,
        case: &str,
        path: &Path,
        taken_from: &str,
        reader: &Reader,
    ) -> Result<CaseSaid, NodeError> {
        let taken_from = fitted(schema::EVIDENCE, prop::TAKEN_FROM, taken_from, true)?;
        let case = self.case_for(case, reader)?;
        if !case.is_open {
            return Err(CaseError::Closed.into());
        }
        let stored = self.keep_exhibit(path, &case.number, reader)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let said = vec![
            (prop::CASE, case.id.to_string()),
            (prop::EXHIBIT, stored.hash.to_string()),
            (prop::FILE_NAME, name),
            (prop::FILE_SIZE, stored.size.to_string()),
            (prop::TAKEN_FROM, taken_from),
            (prop::OFFICER, reader.name().to_owned()),
        ];
        self.put(&case, "evidence", schema::EVIDENCE, said, reader)
    }

    /// Hands a piece of evidence over, or answers an offer. The file's hash is computed again when
    /// it is accepted.
    ///
    /// # Errors
    ///
    /// [`CaseError`] when somebody else has it or is offered it, or the file is damaged.
    pub fn hand_over(
        &self,
        evidence: &str,
        act: &HandoverAct,
        reader: &Reader,
    ) -> Result<CaseSaid, NodeError> {
        let view = self.case_of(evidence, schema::EVIDENCE, reader)?;
        let wanted = self.entity_id(evidence)?;
        let kept = view.evidence.iter().find(|kept| kept.id == wanted.as_str());
        let kept = kept.ok_or(NodeError::NotFound)?;
        let open = kept.handovers.last().filter(|word| word.act == OFFERED);
        let mut said =
            vec![(prop::EVIDENCE, kept.id.clone()), (prop::DATE, self.today().to_string())];
        match act {
            HandoverAct::Offer { to, reason } => {
                if kept.holder != reader.name() {
                    return Err(CaseError::NotHolder { officer: kept.holder.clone() }.into());
                }
                if let Some(offer) = open {
                    return Err(CaseError::Offered { officer: offer.to.clone() }.into());
                }
                let to = fitted(schema::HANDOVER, prop::TO_OFFICER, to, true)?;
                if !view.members.iter().any(|member| member.officer == to) || to == kept.holder {
                    return Err(CaseError::Member { officer: to, is_in: false }.into());
                }
                said.extend([
                    (prop::ACT, OFFERED.to_owned()),
                    (prop::FROM_OFFICER, reader.name().to_owned()),
                    (prop::TO_OFFICER, to),
                    (prop::REASON, fitted(schema::HANDOVER, prop::REASON, reason, true)?),
                ]);
            }
            HandoverAct::Accept | HandoverAct::Refuse { .. } => {
                let offer = open.ok_or(CaseError::Answered)?;
                if offer.to != reader.name() {
                    return Err(CaseError::NotHolder { officer: offer.to.clone() }.into());
                }
                said.extend([
                    (prop::FOLLOWS, offer.id.clone()),
                    (prop::FROM_OFFICER, offer.from.clone()),
                    (prop::TO_OFFICER, offer.to.clone()),
                ]);
                said.extend(self.answered(act, &kept.exhibit)?);
            }
        }
        self.put(&view.case, "handover", schema::HANDOVER, said, reader)
    }

    fn answered(
        &self,
        act: &HandoverAct,
        exhibit: &str,
    ) -> Result<Vec<(&'static str, String)>, NodeError> {
        if let HandoverAct::Refuse { reason } = act {
            let reason = fitted(schema::HANDOVER, prop::REASON, reason, true)?;
            return Ok(vec![(prop::ACT, REFUSED.to_owned()), (prop::REASON, reason)]);
        }
        let hash: Hash = exhibit.parse().map_err(|_| CaseError::Damaged)?;
        match self.exhibits()?.get(&hash, &mut std::io::sink()) {
            Ok(_) => {}
            Err(ExhibitError::Damaged | ExhibitError::Unknown) => {
                return Err(CaseError::Damaged.into());
            }
            Err(error) => return Err(error.into()),
        }
        Ok(vec![(prop::ACT, ACCEPTED.to_owned()), (prop::EXHIBIT, hash.to_string())])
    }
}

const OFFERED: &str = "offered";
/// The word of whoever has it from then on.
pub(super) const ACCEPTED: &str = "accepted";
const REFUSED: &str = "refused";
