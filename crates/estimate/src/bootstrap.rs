//! How far the answer moves when the table is drawn again, with the whole selection repeated.
//!
//! # Invariants
//!
//! * Each replicate has a generator of its own, made of the seed and its number, so that the
//!   replicates do not depend on how many threads draw them.

use std::thread;

use rand::distr::Distribution;
use rand_distr::Binomial;
use rand_pcg::Pcg64;
use statrs::distribution::{ContinuousCDF, Normal};

use crate::counts::History;
use crate::data::Data;
use crate::downhill::Walker;
use crate::existence::{Verdict, verdict_of};
use crate::fit::{Fitter, bic};
use crate::model::Model;
use crate::search::{Chosen, Searcher};
use crate::space::Space;
use crate::stepwise::stepwise;

/// How a model is selected, so that it can be selected again.
pub(crate) enum Selection<'a> {
    /// The best of a space; some of its models are tried first.
    Best { space: &'a Space, first: Vec<usize> },
    /// The best that is met on the way down from these starts.
    Downhill { lists: usize, order_max: u32, starts: Vec<Model> },
    /// Pairs, while they surprise.
    Stepwise { lists: usize, threshold: f64 },
    /// No selection.
    Given { model: Model },
}

/// One thread's memory for a selection.
pub(crate) enum Selector<'a> {
    Best(Searcher<'a>, &'a [usize]),
    Downhill(Walker, &'a [Model]),
    Stepwise(Fitter, f64),
    Given(Fitter, &'a Model),
}

impl Selection<'_> {
    pub(crate) fn selector(&self) -> Selector<'_> {
        match self {
            Self::Best { space, first } => Selector::Best(Searcher::new(space), first),
            Self::Downhill { lists, order_max, starts } => {
                Selector::Downhill(Walker::new(*lists, *order_max), starts)
            }
            Self::Stepwise { lists, threshold } => {
                Selector::Stepwise(Fitter::new(*lists), *threshold)
            }
            Self::Given { model } => Selector::Given(Fitter::new(model.lists()), model),
        }
    }
}

impl Selector<'_> {
    /// The model selected in a table; nothing where none can be fitted.
    pub(crate) fn select(&mut self, data: &Data) -> Option<Chosen> {
        match self {
            Self::Best(searcher, first) => searcher.best(data, first),
            Self::Downhill(walker, starts) => walker.best(data, starts),
            Self::Stepwise(fitter, threshold) => stepwise(fitter, data, *threshold),
            Self::Given(fitter, model) => {
                let terms = model.terms();
                if verdict_of(data, terms) != Verdict::Passes {
                    return None;
                }
                let brief = fitter.brief(data, terms)?;
                let bic = bic(data, terms.len(), brief.deviance);
                Some(Chosen { model: model.clone(), unseen: brief.unseen, bic })
            }
        }
    }
}

/// Selects again in tables drawn from the shares of this one; in the order of their numbers.
pub(crate) fn replicates(
    data: &Data,
    selection: &Selection<'_>,
    seed: u64,
    replicates: u32,
    threads: usize,
) -> Vec<Option<Chosen>> {
    let threads = threads.clamp(1, THREADS_MAX);
    let run = |first: usize| -> Vec<Option<Chosen>> {
        let mut selector = selection.selector();
        let mine = (0..replicates).skip(first).step_by(threads);
        mine.map(|number| selector.select(&drawn(data, seed, number))).collect()
    };
    let mut parts: Vec<std::vec::IntoIter<Option<Chosen>>> = thread::scope(|scope| {
        let started: Vec<_> = (1..threads).map(|first| scope.spawn(move || run(first))).collect();
        let own = run(0);
        // A thread that died left nothing; its replicates count as failed.
        let others = started.into_iter().map(|thread| thread.join().unwrap_or_default());
        std::iter::once(own).chain(others).map(Vec::into_iter).collect()
    });
    (0..replicates as usize).map(|at| parts[at % threads].next().flatten()).collect()
}

/// One table of as many people, drawn from the shares of this one.
fn drawn(data: &Data, seed: u64, number: u32) -> Data {
    let mut chance = Pcg64::new(u128::from(seed), u128::from(number));
    let mut people = vec![0.0; data.people.len()];
    let (mut left, mut weight) = (data.observed, data.observed);
    for (cell, count) in people.iter_mut().zip(&data.people) {
        if *count <= 0.0 || left <= 0.0 {
            continue;
        }
        let share = (count / weight).min(1.0);
        weight -= count;
        // Counts are whole numbers below `PEOPLE_MAX`; the last cell takes whoever is left.
        *cell = match Binomial::new(left as u64, share) {
            Ok(some) if 0.5 < weight => some.sample(&mut chance) as f64,
            _ => left,
        };
        left -= *cell;
    }
    Data::of_people(data.lists, people)
}

/// What is selected when one person of each history is left out, with the people of that history.
pub(crate) fn without_one(
    data: &Data,
    selection: &Selection<'_>,
) -> Vec<(History, f64, Option<Chosen>)> {
    let mut selector = selection.selector();
    let histories = (0..).zip(&data.people).filter(|(_, people)| 0.0 < **people);
    histories
        .map(|(history, people)| {
            let mut fewer = data.people.clone();
            fewer[usize::from(history)] -= 1.0;
            (history, *people, selector.select(&Data::of_people(data.lists, fewer)))
        })
        .collect()
}

/// Limits of an interval by the bias-corrected and accelerated bootstrap.
///
/// Replicates without an estimate count as infinite, so an upper limit may not be there.
///
/// # Source
///
/// DiCiccio & Efron (1996), *Statistical Science* 11; the acceleration is that of Chan, Silverman
/// & Vincent (2021), section 3.
pub(crate) fn bca(
    estimate: f64,
    totals: &[f64],
    left_out: &[(f64, f64)],
    level: f64,
) -> Option<(f64, f64)> {
    let normal = Normal::standard();
    let mut sorted = totals.to_vec();
    sorted.sort_by(f64::total_cmp);
    let count = sorted.len() as f64;
    let below = sorted.iter().filter(|total| **total < estimate).count() as f64;
    let bias = normal.inverse_cdf((below / count).clamp(0.5 / count, 1.0 - 0.5 / count));
    let acceleration = acceleration(left_out);
    let limit = |level: f64| {
        let reach = bias + normal.inverse_cdf(level);
        let level = normal.cdf(bias + reach / (1.0 - acceleration * reach));
        quantile(&sorted, level)
    };
    let tail = (1.0 - level) / 2.0;
    Some((limit(tail)?, limit(1.0 - tail)?))
}

/// From pairs of a weight and the total without one such person.
fn acceleration(left_out: &[(f64, f64)]) -> f64 {
    let weights: f64 = left_out.iter().map(|(weight, _)| weight).sum();
    let mean: f64 = left_out.iter().map(|(weight, total)| weight * total).sum::<f64>() / weights;
    let moment = |power: i32| -> f64 {
        left_out.iter().map(|(weight, total)| weight * (mean - total).powi(power)).sum()
    };
    let spread = moment(2);
    if 0.0 < spread { moment(3) / (6.0 * spread.powf(1.5)) } else { 0.0 }
}

/// The quantile of sorted values: Hyndman & Fan's type 8, which is unbiased for the median.
pub(crate) fn quantile(sorted: &[f64], level: f64) -> Option<f64> {
    let count = sorted.len();
    let place = (count as f64 + 1.0 / 3.0) * level + 1.0 / 3.0;
    let (whole, part) = (place.floor(), place.fract());
    let at = |place: f64| {
        let last = count.checked_sub(1)?;
        sorted.get((place.max(1.0) as usize - 1).min(last)).copied()
    };
    let (low, high) = (at(whole)?, at(whole + 1.0)?);
    // Infinity times 0 is no number.
    Some(if part == 0.0 || low == high { low } else { low + part * (high - low) })
}

/// More threads than this do not help: a replicate is short.
pub const THREADS_MAX: usize = 64;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn quantiles_lie_between_the_values_as_in_type_eight() {
        let values = [1.0, 2.0, 3.0, 4.0];

        assert_eq!(quantile(&values, 0.5), Some(2.5));
        assert!((quantile(&values, 0.25).unwrap() - 1.416_666_666).abs() < 1e-6);
        assert_eq!(quantile(&values, 0.0), Some(1.0));
        assert_eq!(quantile(&values, 1.0), Some(4.0));
        assert_eq!(quantile(&[1.0, f64::INFINITY], 0.99), Some(f64::INFINITY));
        assert_eq!(quantile(&[], 0.5), None);
    }

    proptest! {
        #[test]
        fn a_table_drawn_again_has_as_many_people_and_none_where_none_were(
            people in prop::collection::vec(prop_oneof![Just(0u32), 1u32..2000], 15),
            seed: u64,
        ) {
            let people = std::iter::once(0.0).chain(people.into_iter().map(f64::from));
            let data = Data::of_people(4, people.collect());

            let again = drawn(&data, seed, 3);

            prop_assert_eq!(again.observed, data.observed);
            for (before, after) in data.people.iter().zip(&again.people) {
                prop_assert!(0.0 < *before || *after == 0.0);
            }
        }

        #[test]
        fn replicates_are_the_same_on_any_number_of_threads(threads in 2usize..5) {
            let people = [0.0, 50.0, 40.0, 12.0, 60.0, 9.0, 14.0, 6.0];
            let data = Data::of_people(3, people.to_vec());
            let selection = Selection::Stepwise { lists: 3, threshold: 0.02 };
            let draw = |threads| {
                let drawn = replicates(&data, &selection, 7, 21, threads);
                drawn.into_iter().map(|chosen| chosen.map(|c| (c.model, c.unseen))).collect::<Vec<_>>()
            };

            prop_assert_eq!(draw(1), draw(threads));
        }
    }
}
