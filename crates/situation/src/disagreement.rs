//! Which answers to one question contradict or confirm each other.
//!
//! Answers are compared only within a *class*: figures that differ in nothing but their source and
//! their value. All others answer the question differently, which is no conflict.
//!
//! # Invariants
//!
//! * In conflict means: cannot both be true. 'More than 250' and 'more than 260' can.
//! * One publisher that gives the same number twice confirms nothing.
//! * The work grows with the number of figures, not with the number of pairs.

use std::collections::{BTreeMap, BTreeSet};

use liaison_model::Explanation;
use liaison_model::messages::Message;
use serde::Serialize;

use crate::amount::{Agreement, Amount, Decimal};
use crate::judgement::Judgements;
use crate::{Dimension, Figure};

/// Figures about one question that cannot all be true, though they differ in nothing but their
/// source and their value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ConflictSet {
    /// Entity ids of the figures, in the order of the answers. Each is in conflict with at least
    /// one other.
    pub figures: Vec<String>,
    /// The one that an analyst prefers, where one does.
    pub preferred: Vec<String>,
    /// Why they are in conflict.
    pub explanation: Explanation,
}

/// Figures from different publishers that give the same value for the same thing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Corroboration {
    /// Entity ids of the figures, in the order of the answers.
    pub figures: Vec<String>,
    /// How many publishers there are. They may still all quote one authority.
    pub publishers: u64,
    /// Why they confirm each other.
    pub explanation: Explanation,
}

/// How one answer stands to those that differ from it in nothing but source and value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// No other figure gives a value for exactly this.
    Alone,
    /// Another publisher gives the same value, and none contradicts it.
    Corroborated,
    /// Others give other values, and all of them can be true at once.
    Compatible,
    /// Another figure cannot be true if this one is.
    InConflict,
    /// An analyst marked it as superseded; it is compared with nothing.
    Superseded,
}

impl Standing {
    /// The key of its sentence in the message catalogue.
    #[must_use]
    pub fn words_key(self) -> &'static str {
        match self {
            Self::Alone => "situation-standing-alone",
            Self::Corroborated => "situation-standing-corroborated",
            Self::Compatible => "situation-standing-compatible",
            Self::InConflict => "situation-standing-in-conflict",
            Self::Superseded => "situation-standing-superseded",
        }
    }
}

/// Whether two answers to one question are in conflict: equal in measure, population, place, date
/// and unit, with values that cannot both be true. Analysts' judgements are not looked at.
#[must_use]
pub fn in_conflict(a: &Figure, b: &Figure) -> bool {
    a.same_but_source_and_value() == b.same_but_source_and_value()
        && Amount::of(a).agreement(&Amount::of(b)) == Agreement::Different
}

/// What comparing the answers of one question found.
pub(crate) struct Findings {
    pub(crate) standings: Vec<Standing>,
    pub(crate) conflicts: Vec<ConflictSet>,
    pub(crate) corroborations: Vec<Corroboration>,
}

/// Compares the answers of one question, which come in their final order.
pub(crate) fn compare(answers: &[Figure], judgements: &Judgements) -> Findings {
    let mut standings = vec![Standing::Alone; answers.len()];
    let mut classes = BTreeMap::<String, Vec<usize>>::new();
    for (index, figure) in answers.iter().enumerate() {
        if judgements.supersedes(&figure.id) {
            standings[index] = Standing::Superseded;
        } else {
            classes.entry(figure.same_but_source_and_value()).or_default().push(index);
        }
    }
    let mut findings = Findings { standings, conflicts: Vec::new(), corroborations: Vec::new() };
    let mut classes: Vec<Vec<usize>> = classes.into_values().collect();
    classes.sort();
    for class in classes.iter().filter(|class| 1 < class.len()) {
        compare_class(answers, class, judgements, &mut findings);
    }
    findings
}

fn compare_class(all: &[Figure], class: &[usize], judgements: &Judgements, found: &mut Findings) {
    let amounts: Vec<Amount> = class.iter().map(|index| Amount::of(&all[*index])).collect();
    let speaking = amounts.iter().filter(|amount| **amount != Amount::Silent).count();
    let extremes = Extremes::of(&amounts);
    let mut contradicted = Vec::new();
    for (index, amount) in class.iter().zip(&amounts) {
        if extremes.contradict(amount) {
            contradicted.push(*index);
            found.standings[*index] = Standing::InConflict;
        } else if *amount != Amount::Silent && 1 < speaking {
            found.standings[*index] = Standing::Compatible;
        }
    }
    if !contradicted.is_empty() {
        found.conflicts.push(conflict_set(all, &contradicted, judgements));
    }
    for same in same_values(class, &amounts) {
        let publishers = publishers(all, &same);
        if publishers < 2 {
            continue;
        }
        for index in &same {
            if found.standings[*index] == Standing::Compatible {
                found.standings[*index] = Standing::Corroborated;
            }
        }
        found.corroborations.push(corroboration(all, &same, publishers));
    }
}

/// The tightest bounds among several amounts. An amount contradicts some other one exactly when it
/// lies wholly beyond one of them, so that no pairs have to be compared.
struct Extremes {
    highest_low: Option<Decimal>,
    lowest_high: Option<Decimal>,
    unread: BTreeSet<Amount>,
    any_range: bool,
}

impl Extremes {
    fn of(amounts: &[Amount]) -> Self {
        let mut extremes = Self {
            highest_low: None,
            lowest_high: None,
            unread: BTreeSet::new(),
            any_range: false,
        };
        for amount in amounts {
            match amount {
                Amount::Range { low, high, .. } => extremes.take(low.as_ref(), high.as_ref()),
                Amount::Unread(_) => drop(extremes.unread.insert(amount.clone())),
                Amount::Silent => {}
            }
        }
        extremes
    }

    fn take(&mut self, low: Option<&Decimal>, high: Option<&Decimal>) {
        self.any_range = true;
        self.highest_low = self.highest_low.take().max(low.cloned());
        self.lowest_high = match (self.lowest_high.take(), high) {
            (Some(lowest), Some(high)) => Some(lowest.min(high.clone())),
            (lowest, high) => lowest.or_else(|| high.cloned()),
        };
    }

    fn contradict(&self, amount: &Amount) -> bool {
        match amount {
            Amount::Silent => false,
            Amount::Unread(_) => self.any_range || 1 < self.unread.len(),
            Amount::Range { low, high, .. } => {
                let above = low.as_ref().zip(self.lowest_high.as_ref()).is_some_and(|(l, h)| h < l);
                let below =
                    high.as_ref().zip(self.highest_low.as_ref()).is_some_and(|(h, l)| h < l);
                above || below || !self.unread.is_empty()
            }
        }
    }
}

fn same_values(class: &[usize], amounts: &[Amount]) -> Vec<Vec<usize>> {
    let mut by_value = BTreeMap::<Amount, Vec<usize>>::new();
    for (index, amount) in class.iter().zip(amounts) {
        if *amount != Amount::Silent {
            by_value.entry(amount.same_key()).or_default().push(*index);
        }
    }
    by_value.into_values().filter(|same| 1 < same.len()).collect()
}

fn publishers(all: &[Figure], indices: &[usize]) -> u64 {
    let names: BTreeSet<String> =
        indices.iter().map(|index| all[*index].compared(Dimension::Source)).collect();
    names.len() as u64
}

fn conflict_set(all: &[Figure], indices: &[usize], judgements: &Judgements) -> ConflictSet {
    let figures = ids(all, indices);
    let preferred = judgements.preferred_among(all);
    let preferred = figures.iter().filter(|id| Some(id.as_str()) == preferred).cloned().collect();
    let words = Message::new("situation-in-conflict")
        .count("figures", figures.len() as u64)
        .count("publishers", publishers(all, indices));
    let explanation = Explanation {
        rule: "equal-but-source-and-value",
        inputs: figures.clone(),
        weight: NO_SCORE,
        words,
    };
    ConflictSet { figures, preferred, explanation }
}

fn corroboration(all: &[Figure], indices: &[usize], publishers: u64) -> Corroboration {
    let figures = ids(all, indices);
    let explanation = Explanation {
        rule: "equal-but-source",
        inputs: figures.clone(),
        weight: NO_SCORE,
        words: Message::new("situation-corroborated").count("publishers", publishers),
    };
    Corroboration { figures, publishers, explanation }
}

fn ids(all: &[Figure], indices: &[usize]) -> Vec<String> {
    indices.iter().map(|index| all[*index].id.clone()).collect()
}

/// Being in conflict is a yes or a no, so an explanation of it moves no score.
pub(crate) const NO_SCORE: f64 = 0.0;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_amount() -> impl Strategy<Value = Amount> {
        let number = || proptest::option::of((0_u8..5).prop_map(|n| n.to_string()));
        let figure = (number(), number(), number()).prop_map(|(value, value_low, value_high)| {
            Amount::of(&Figure { value, value_low, value_high, ..Figure::default() })
        });
        prop_oneof![9 => figure, 1 => Just(Amount::Unread("many".into()))]
    }

    proptest! {
        #[test]
        fn the_extremes_find_what_comparing_all_pairs_would(
            amounts in proptest::collection::vec(any_amount(), 0..6),
        ) {
            let extremes = Extremes::of(&amounts);

            for amount in &amounts {
                let by_pairs = amounts.iter().any(|b| amount.agreement(b) == Agreement::Different);
                prop_assert_eq!(extremes.contradict(amount), by_pairs);
            }
        }
    }
}
