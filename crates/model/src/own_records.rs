//! Ids of what a node writes about itself, which nothing that comes from outside may use.

use crate::{AgencyId, EntityId, IdError};

/// Kinds of the records that a node makes of its acts: the first word of their ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the word that it writes")]
pub enum RecordKind {
    Account,
    Custody,
    Erasure,
    Grant,
    Import,
    Judgement,
    Look,
    LookReview,
    Looks,
    Receipt,
    Withdrawal,
}

impl RecordKind {
    const ALL: [Self; 11] = [
        Self::Account,
        Self::Custody,
        Self::Erasure,
        Self::Grant,
        Self::Import,
        Self::Judgement,
        Self::Look,
        Self::LookReview,
        Self::Looks,
        Self::Receipt,
        Self::Withdrawal,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Custody => "custody",
            Self::Erasure => "erasure",
            Self::Grant => "grant",
            Self::Import => "import",
            Self::Judgement => "judgement",
            Self::Look => "look",
            Self::LookReview => "review",
            Self::Looks => "looks",
            Self::Receipt => "receipt",
            Self::Withdrawal => "withdrawal",
        }
    }

    /// The id of a record of this kind; `unique` is a ULID.
    ///
    /// # Errors
    ///
    /// [`IdError::Entity`] when `unique` does not fit into an id.
    pub fn id(self, agency: &AgencyId, unique: &str) -> Result<EntityId, IdError> {
        EntityId::new(agency, &format!("{}-{unique}", self.word()))
    }
}

/// The entity under which an agency's node says who the agency is.
///
/// # Errors
///
/// None that happens: the id fits for every agency.
pub fn agency_entity(agency: &AgencyId) -> Result<EntityId, IdError> {
    EntityId::new(agency, AGENCY)
}

/// Whether an entity is one that the node of `agency` alone writes about: itself, or a record of
/// one of its acts.
#[must_use]
pub fn is_own_record(entity: &EntityId, agency: &AgencyId) -> bool {
    if entity.origin() != agency.as_str() {
        return false;
    }
    let local = entity.local();
    let is_record = local.rsplit_once('-').is_some_and(|(word, unique)| {
        is_ulid(unique) && RecordKind::ALL.iter().any(|kind| kind.word() == word)
    });
    local == AGENCY || is_record
}

fn is_ulid(text: &str) -> bool {
    text.len() == ULID_CHARS && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

const AGENCY: &str = "agency";
const ULID_CHARS: usize = 26;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_node_writes_about_itself_is_told_from_everything_else() {
        let agency: AgencyId = "kr.npa".parse().unwrap();
        let is_own = |id: &str| is_own_record(&id.parse().unwrap(), &agency);

        let record =
            RecordKind::Judgement.id(&agency, "01JH0000000000000000000000").unwrap().to_string();

        assert!(is_own(&record));
        assert!(is_own("kr.npa:agency"));
        for other in ["kh.npc:agency", "kr.npa:agency-7", "kr.npa:judgement-7", "kr.npa:P-7"] {
            assert!(!is_own(other), "{other}");
        }
    }
}
