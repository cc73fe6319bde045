//! What is working together worth? Each agency alone, all three through their nodes, and somebody
//! who sees everything and never errs, before the same simulated region.
//!
//! [`score`] makes three nodes in a folder, gives each what its agency has on file
//! ([`liaison_world::Scenario`]), and measures. Then the nodes meet, share under an agreement, and
//! it measures again. Everything between the two is what Liaison does every day: import, policy,
//! signed logs, resolving. Only the truth comes from the simulation.
//!
//! # Invariants
//!
//! * Nothing is counted as found that is not true: a wrong match counts against precision alone.
//! * The same seed and size give the same table, but for its times.

mod money;
mod nodes;
mod people;

use std::path::Path;
use std::time::Instant as Stopwatch;

use liaison_node::NodeError;
use liaison_trace::AllocationError;
use liaison_world::{Scenario, ScenarioSize};
use serde::Serialize;

/// What is to be measured.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// Seed of the region.
    pub seed: u64,
    /// How many people are lured in it.
    pub people: u32,
    /// An empty folder, in which the nodes are made.
    pub folder: &'a Path,
}

/// What is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each name is its meaning")]
pub enum Step {
    Filing,
    MatchingAlone,
    Sharing,
    MatchingTogether,
    Tracing,
}

/// One measure of what was found.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Row {
    /// What is measured.
    pub measure: Measure,
    /// What each agency found with what it has itself, in the order of [`Table::agencies`].
    pub alone: [u64; 3],
    /// What they found together.
    pub together: u64,
    /// What somebody finds who has all that they have, and never errs.
    pub oracle: u64,
}

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// People who are missing to a family, and whom somebody saw: how many are known to be one.
    PeopleLocated,
    /// Pairs of reports by two desks about one person that are known to be one.
    DuplicatesJoined,
    /// Compounds of which it is known who recruits for them.
    CompoundsIdentified,
    /// Cents that are still in an account when the request to hold it arrives there.
    MoneyStopped,
}

impl Row {
    /// What the agency found that found most with what it has itself.
    #[must_use]
    pub fn best_alone(&self) -> u64 {
        self.alone.iter().copied().max().unwrap_or(0)
    }
}

/// The mean of several runs, and half the width of its 95 % interval by Student's t; of one run the
/// half is zero, as nothing is known of the others.
#[must_use]
pub fn interval(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let values: Vec<f64> = values.collect();
    let count = values.len().max(1) as f64;
    let mean = values.iter().sum::<f64>() / count;
    let Some(t) = values.len().checked_sub(2).map(|place| T_95[place.min(T_95.len() - 1)]) else {
        return (mean, 0.0);
    };
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    (mean, t * (squares / (count - 1.0) / count).sqrt())
}

/// What joining brought.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// Seed of the region.
    pub seed: u64,
    /// People who were lured.
    pub people: u32,
    /// The agencies, by id.
    pub agencies: [&'static str; 3],
    /// The measures.
    pub rows: Vec<Row>,
    /// Of the pairs of records that were held to be one, by all together, how many are, in
    /// thousandths.
    pub precision: u32,
    /// Hours from a family's report until the person is located, the middle one of all together.
    pub hours_to_locate: Option<u32>,
    /// Statements that went from one node to another.
    pub shared: u64,
    /// Seconds that sharing took, both sides together.
    pub sharing_seconds: f64,
    /// Seconds of everything.
    pub seconds: f64,
}

/// Why nothing was measured.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ScoreError {
    /// A node failed.
    #[error(transparent)]
    Node(#[from] NodeError),
    /// A line of the simulated file could not be written.
    #[error("the simulated records could not be written")]
    Write(#[from] std::io::Error),
    /// Records of the simulation were set aside.
    #[error("{problems} of the simulated records were set aside by the import")]
    SetAside {
        /// How many.
        problems: u64,
    },
    /// The nodes could not agree.
    #[error("the nodes did not come to an agreement")]
    Agreement,
    /// A trace was given up.
    #[error(transparent)]
    Trace(#[from] AllocationError),
    /// The table of transfers has more than it can hold.
    #[error("the simulated transfers are too many for one table")]
    TooMany,
}

/// Measures what working together brings in the region of a seed.
///
/// # Errors
///
/// [`ScoreError`].
pub fn score(wanted: &Wanted<'_>, progress: &dyn Fn(Step)) -> Result<Table, ScoreError> {
    let started = Stopwatch::now();
    let scenario = Scenario::new(wanted.seed, ScenarioSize::of_people(wanted.people));
    progress(Step::Filing);
    let files = people::Files::of(&scenario);
    let nodes = nodes::Desk::make_all(&scenario, &files, wanted.folder)?;
    progress(Step::MatchingAlone);
    let mut alone = Vec::new();
    for desk in &nodes {
        alone.push(people::found(&files, &desk.pairs()?));
    }
    progress(Step::Sharing);
    let sharing = Stopwatch::now();
    let shared = nodes::share_everything(&nodes, &files)?;
    let sharing_seconds = sharing.elapsed().as_secs_f64();
    progress(Step::MatchingTogether);
    let together = people::found(&files, &nodes[0].pairs()?);
    let oracle = people::oracle(&scenario, &files);
    progress(Step::Tracing);
    let mut rows = people::rows(&alone, &together, &oracle);
    rows.push(money::row(&scenario)?);
    Ok(Table {
        seed: wanted.seed,
        people: wanted.people,
        agencies: scenario.agencies().each_ref().map(|agency| agency.code),
        rows,
        precision: together.precision(),
        hours_to_locate: together.hours_to_locate(),
        shared,
        sharing_seconds,
        seconds: started.elapsed().as_secs_f64(),
    })
}

/// 97.5 % points of Student's t with 1, 2, … degrees of freedom; beyond them the last one, which is
/// too wide rather than too narrow.
const T_95: [f64; 19] = [
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn together_they_find_what_none_finds_alone_and_never_more_than_there_is() {
        let folder = tempfile::tempdir().unwrap();
        let wanted = Wanted { seed: 1, people: 300, folder: folder.path() };

        let table = score(&wanted, &|_| {}).unwrap();

        assert!(850 <= table.precision, "{table:?}");
        for row in &table.rows {
            assert!(row.best_alone() <= row.together, "{row:?}");
            assert!(row.together <= row.oracle, "{row:?}");
        }
        let located = table.rows[0];
        assert!(2 * located.best_alone() <= located.together, "{located:?}");
        assert!(0 < table.shared && table.hours_to_locate.is_some(), "{table:?}");
    }

    #[test]
    fn an_interval_is_that_of_students_t() {
        let (mean, half) = interval([4.0, 6.0, 8.0].into_iter());

        assert!((mean - 6.0).abs() < 1e-9 && (half - 4.968).abs() < 1e-3, "{mean} ± {half}");
        assert_eq!(interval([5.0].into_iter()), (5.0, 0.0));
    }
}
