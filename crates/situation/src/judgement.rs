//! What analysts decided about figures. Decisions are shown beside the figures and never replace
//! them.
//!
//! # Invariants
//!
//! * A withdrawn judgement is not given to this crate; everything given is in force.
//! * 'Superseded' and 'preferred' about one figure contradict each other: the later one counts.
//! * Of the answers to one question one is preferred at most: the one that was preferred last. Who
//!   takes a figure out of its question takes its preference with it.

use std::collections::{BTreeMap, BTreeSet};

use liaison_model::Instant;
use serde::Serialize;

use crate::Figure;

/// One analyst's decision about one figure.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct FigureJudgement {
    /// When it was decided.
    pub at: Instant,
    /// User name of the analyst.
    pub user: String,
    /// Entity id of the figure.
    pub figure: String,
    /// What was decided.
    pub verdict: FigureVerdict,
    /// Why.
    pub reason: String,
    /// Entity id of the judgement, by which it is taken back.
    pub id: String,
}

/// What an analyst can decide about a figure.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FigureVerdict {
    /// It answers another question than the one it was put under.
    DifferentQuestion,
    /// It was true or believed once, and no longer is.
    Superseded {
        /// The figure that took its place, where one did.
        by: Option<String>,
    },
    /// Of several answers this is the one to use.
    Preferred,
}

/// The judgements about each figure, in the order of their making.
pub(crate) struct Judgements(BTreeMap<String, Vec<FigureJudgement>>);

impl Judgements {
    /// Sorts the judgements by figure. Those on figures that were not given are left aside, and so
    /// is the name of a successor that was not given: the reader may not know that it exists.
    pub(crate) fn on(figures: &[Figure], judgements: &[FigureJudgement]) -> Self {
        let given: BTreeSet<&str> = figures.iter().map(|figure| figure.id.as_str()).collect();
        let mut by_figure = BTreeMap::<String, Vec<FigureJudgement>>::new();
        for judgement in judgements.iter().filter(|j| given.contains(j.figure.as_str())) {
            let mut judgement = judgement.clone();
            if let FigureVerdict::Superseded { by } = &mut judgement.verdict {
                *by = by.take().filter(|successor| given.contains(successor.as_str()));
            }
            by_figure.entry(judgement.figure.clone()).or_default().push(judgement);
        }
        by_figure.values_mut().for_each(|list| list.sort());
        Self(by_figure)
    }

    /// All judgements on a figure, oldest first.
    pub(crate) fn of(&self, figure: &str) -> &[FigureJudgement] {
        self.0.get(figure).map_or(&[], Vec::as_slice)
    }

    /// Whether an analyst said that the figure answers another question.
    pub(crate) fn sets_apart(&self, figure: &str) -> bool {
        self.of(figure).iter().any(|j| j.verdict == FigureVerdict::DifferentQuestion)
    }

    /// Whether the figure counts as superseded.
    pub(crate) fn supersedes(&self, figure: &str) -> bool {
        let worth = self.worth(figure);
        worth.is_some_and(|j| matches!(j.verdict, FigureVerdict::Superseded { .. }))
    }

    /// Which of the answers to one question is preferred.
    pub(crate) fn preferred_among(&self, answers: &[Figure]) -> Option<&str> {
        let last = |figure: &Figure| self.of(&figure.id).last();
        let preferred =
            answers.iter().filter_map(last).filter(|j| j.verdict == FigureVerdict::Preferred);
        preferred.max().map(|judgement| judgement.figure.as_str())
    }

    fn worth(&self, figure: &str) -> Option<&FigureJudgement> {
        self.of(figure).iter().rfind(|j| j.verdict != FigureVerdict::DifferentQuestion)
    }
}
