//! May somebody stand in a list of suspects that leaves the node?

use crate::decide::{Decision, Refusal};

/// How a person stands on the victim track, as far as a list of suspects goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SuspectStanding {
    /// Nobody screened the person.
    NotScreened,
    /// An agency presumes or holds that the person is a victim.
    Victim,
    /// The same, and an officer released the person since.
    Released {
        /// Who answers for it.
        officer: String,
    },
    /// Screened, and nobody takes the person for a victim.
    Screened,
}

/// May a person of this standing be named to another agency as a suspect?
#[must_use]
pub fn may_name_as_suspect(standing: &SuspectStanding) -> Decision {
    match standing {
        SuspectStanding::Screened => Decision::Allow,
        // A release that nobody answers for is none.
        SuspectStanding::Released { officer } if !officer.trim().is_empty() => Decision::Allow,
        SuspectStanding::Released { .. } | SuspectStanding::Victim => {
            Decision::Refuse(Refusal::PresumedVictim)
        }
        SuspectStanding::NotScreened => Decision::Refuse(Refusal::NotScreened),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_named_unscreened_or_while_presumed_a_victim() {
        let refusal = |standing| may_name_as_suspect(&standing).into_result().unwrap_err();

        assert_eq!(refusal(SuspectStanding::NotScreened), Refusal::NotScreened);
        assert_eq!(refusal(SuspectStanding::Victim), Refusal::PresumedVictim);
        let by_nobody = SuspectStanding::Released { officer: " ".into() };
        assert_eq!(refusal(by_nobody), Refusal::PresumedVictim);
    }

    #[test]
    fn whom_an_officer_released_or_who_was_screened_is_named() {
        let released = SuspectStanding::Released { officer: "min".into() };

        assert!(may_name_as_suspect(&released).is_allowed());
        assert!(may_name_as_suspect(&SuspectStanding::Screened).is_allowed());
    }
}
