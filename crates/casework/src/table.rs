//! The life cycle of a report, as tables.
//!
//! The days are this project's own practice and no law's: `docs/reference/casework.md` says so,
//! and an agency may think otherwise.

use crate::life::{NextAct, Stage};

/// What a stage asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StageRule {
    /// The stage.
    pub stage: Stage,
    /// What is to be done next, and within how many days of reaching the stage; `None` where
    /// nothing is left to do.
    pub next: Option<(NextAct, u16)>,
}

/// One rule for each stage, in the order of a report's life.
pub const RULES: &[StageRule] = &[
    asks(Stage::Reported, NextAct::Verify, 2),
    asks(Stage::Verified, NextAct::Locate, 7),
    asks(Stage::Located, NextAct::RequestRescue, 3),
    asks(Stage::InDanger, NextAct::RequestRescue, 1),
    asks(Stage::RescueRequested, NextAct::FollowUp, 3),
    asks(Stage::Rescued, NextAct::Screen, 3),
    asks(Stage::Screened, NextAct::Refer, 7),
    asks(Stage::InCare, NextAct::BringHome, 14),
    asks(Stage::Repatriated, NextAct::Close, 30),
    StageRule { stage: Stage::Closed, next: None },
];

/// Which stage may follow which without a reason. Everything else asks for one, and is kept.
pub const MOVES: &[(Stage, &[Stage])] = &[
    (
        Stage::Reported,
        &[Stage::Verified, Stage::Located, Stage::InDanger, Stage::RescueRequested, Stage::Closed],
    ),
    (
        Stage::Verified,
        &[Stage::Located, Stage::InDanger, Stage::RescueRequested, Stage::Rescued, Stage::Closed],
    ),
    (Stage::Located, &[Stage::InDanger, Stage::RescueRequested, Stage::Rescued, Stage::Closed]),
    (Stage::InDanger, &[Stage::Located, Stage::RescueRequested, Stage::Rescued, Stage::Closed]),
    (Stage::RescueRequested, &[Stage::Located, Stage::InDanger, Stage::Rescued, Stage::Closed]),
    (Stage::Rescued, &[Stage::Screened, Stage::InCare, Stage::Closed]),
    (Stage::Screened, &[Stage::InCare, Stage::Repatriated, Stage::Closed]),
    (Stage::InCare, &[Stage::Screened, Stage::Repatriated, Stage::Closed]),
    (Stage::Repatriated, &[Stage::InCare, Stage::Closed]),
    (Stage::Closed, &[]),
];

/// The rule of a stage.
#[must_use]
pub fn rule(stage: Stage) -> StageRule {
    let found = RULES.iter().find(|rule| rule.stage == stage);
    found.copied().unwrap_or(StageRule { stage, next: None })
}

/// Whether a stage may follow another without a reason.
pub(crate) fn is_usual(from: Stage, to: Stage) -> bool {
    MOVES.iter().any(|(stage, next)| *stage == from && next.contains(&to))
}

const fn asks(stage: Stage, act: NextAct, days: u16) -> StageRule {
    StageRule { stage, next: Some((act, days)) }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_stage_has_one_rule_and_one_row_of_moves_in_order() {
        let rules: Vec<Stage> = RULES.iter().map(|rule| rule.stage).collect();
        let moves: Vec<Stage> = MOVES.iter().map(|(stage, _)| *stage).collect();

        assert_eq!(rules, Stage::ALL);
        assert_eq!(moves, Stage::ALL);
    }

    #[test]
    fn every_stage_is_reached_from_the_first_and_can_be_closed() {
        let mut reached = BTreeSet::from([Stage::Reported]);
        for _ in Stage::ALL {
            let next: Vec<Stage> = MOVES
                .iter()
                .filter(|(from, _)| reached.contains(from))
                .flat_map(|(_, to)| to.iter().copied())
                .collect();
            reached.extend(next);
        }

        assert_eq!(reached, BTreeSet::from(Stage::ALL));
        for stage in Stage::ALL.into_iter().filter(|stage| *stage != Stage::Closed) {
            assert!(is_usual(stage, Stage::Closed), "{stage:?}");
        }
    }

    #[test]
    fn nobody_comes_home_unscreened_without_a_reason() {
        for stage in [Stage::Reported, Stage::Located, Stage::Rescued] {
            assert!(!is_usual(stage, Stage::Repatriated), "{stage:?}");
        }
    }
}
