//! Counts as the fits need them, and sums over the lattice of histories.

use statrs::function::gamma::ln_gamma;

use crate::counts::{Counts, History};

/// A table of counts with what every fit to it shares.
#[derive(Debug, Clone)]
pub(crate) struct Data {
    /// How many lists.
    pub lists: usize,
    /// People by history.
    pub people: Vec<f64>,
    /// People who are on all lists of a history: the sufficient totals.
    pub totals: Vec<f64>,
    /// People who were seen.
    pub observed: f64,
    /// Sum of `ln(people!)`.
    pub log_factorials: f64,
    /// The log-likelihood, without factorials, of a model that fits every count.
    pub saturated: f64,
}

impl Data {
    pub(crate) fn of(counts: &Counts) -> Self {
        let lists = counts.lists().len();
        let mut people = vec![0.0; 1 << lists];
        // Counts up to `PEOPLE_MAX` are exact.
        counts.histories().for_each(|(at, count)| people[usize::from(at)] = count as f64);
        Self::of_people(lists, people)
    }

    /// From people by history, of whom none has the empty one.
    pub(crate) fn of_people(lists: usize, people: Vec<f64>) -> Self {
        let mut totals = people.clone();
        superset_sums(&mut totals, lists);
        let seen = || people.iter().copied().filter(|count| 0.0 < *count);
        Self {
            lists,
            observed: people.iter().sum(),
            log_factorials: seen().map(|count| ln_gamma(count + 1.0)).sum(),
            saturated: seen().map(|count| count * count.ln() - count).sum(),
            totals,
            people,
        }
    }

    /// People on all of these lists.
    pub(crate) fn total(&self, lists: History) -> f64 {
        self.totals[usize::from(lists)]
    }

    /// Which histories have people, as bits: on this alone depends which models can be fitted.
    pub(crate) fn support(&self) -> Vec<u64> {
        let mut bits = vec![0; self.people.len().div_ceil(64)];
        for (at, count) in self.people.iter().enumerate() {
            bits[at / 64] |= u64::from(0.0 < *count) << (at % 64);
        }
        bits
    }
}

/// Replaces each value by the sum of the values of all histories that contain its own.
pub(crate) fn superset_sums(values: &mut [f64], lists: usize) {
    for list in 0..lists {
        let step = 1 << list;
        for block in values.chunks_exact_mut(2 * step) {
            let (without, with) = block.split_at_mut(step);
            without.iter_mut().zip(with).for_each(|(sum, value)| *sum += *value);
        }
    }
}

/// Replaces each value by the sum of the values of all histories that its own contains.
pub(crate) fn subset_sums(values: &mut [f64], lists: usize) {
    for list in 0..lists {
        let step = 1 << list;
        for block in values.chunks_exact_mut(2 * step) {
            let (without, with) = block.split_at_mut(step);
            with.iter_mut().zip(without).for_each(|(sum, value)| *sum += *value);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sums_over_the_lattice_are_what_they_say(values in prop::collection::vec(0u32..1000, 16)) {
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let (mut up, mut down) = (values.clone(), values.clone());

            superset_sums(&mut up, 4);
            subset_sums(&mut down, 4);

            for own in 0..16 {
                let over: f64 = (0..16).filter(|w| w & own == own).map(|w| values[w]).sum();
                let under: f64 = (0..16).filter(|w| w & own == *w).map(|w| values[w]).sum();
                prop_assert_eq!((up[own], down[own]), (over, under));
            }
        }
    }
}
