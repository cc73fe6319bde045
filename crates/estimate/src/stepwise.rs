//! Adds one pair of lists after the other while their overlap surprises.
//!
//! # Source
//!
//! Chan, Silverman & Vincent (2021), section 3.

use statrs::function::gamma::{gamma_lr, gamma_ur};

use crate::counts::{Counts, History};
use crate::data::Data;
use crate::existence::{Verdict, verdict_of};
use crate::fit::Fitter;
use crate::model::{Model, pairs};
use crate::search::Chosen;

/// The model at which stepwise selection stops.
///
/// Each step looks at the pairs of lists that have no effect yet, and compares the people on both
/// with those that the fit expects. The pair whose overlap is least likely is added, while its
/// probability is below `threshold` and the larger model has an estimate.
///
/// # Errors
///
/// What the checks say of independent lists, where not even these can be fitted.
pub fn stepwise_model(counts: &Counts, threshold: f64) -> Result<Model, Verdict> {
    let data = Data::of(counts);
    let start = Model::main_effects(data.lists);
    match verdict_of(&data, start.terms()) {
        Verdict::Passes => {
            let chosen = stepwise(&mut Fitter::new(data.lists), &data, threshold);
            Ok(chosen.map_or(start, |chosen| chosen.model))
        }
        fails => Err(fails),
    }
}

/// The same, with the estimate; nothing where not even independent lists can be fitted.
pub(crate) fn stepwise(fitter: &mut Fitter, data: &Data, threshold: f64) -> Option<Chosen> {
    let mut model = Model::main_effects(data.lists);
    if verdict_of(data, model.terms()) != Verdict::Passes {
        return None;
    }
    let mut unseen = fitter.brief(data, model.terms())?.unseen;
    for _ in pairs(data.lists) {
        let mut open: Vec<(f64, History)> = pairs(data.lists)
            .filter(|pair| !model.has(*pair))
            .map(|pair| (surprise(data.total(pair), fitter.expected_on(pair)), pair))
            .filter(|(probability, _)| *probability < threshold)
            .collect();
        open.sort_by(|a, b| a.0.total_cmp(&b.0));
        let larger = open.into_iter().map(|(_, pair)| {
            let terms = model.terms().iter().copied().chain([pair]);
            Model::of_terms(data.lists, terms)
        });
        let mut passing = larger.filter(|more| verdict_of(data, more.terms()) == Verdict::Passes);
        let Some(next) = passing.next() else { break };
        unseen = fitter.brief(data, next.terms())?.unseen;
        model = next;
    }
    Some(Chosen { model, unseen, bic: f64::NAN })
}

/// How likely an overlap at least as far from what is expected is, on its own side.
fn surprise(overlap: f64, expected: f64) -> f64 {
    if expected <= 0.0 {
        return 1.0;
    }
    let at_most = gamma_ur(overlap + 1.0, expected);
    let at_least = if overlap < 1.0 { 1.0 } else { gamma_lr(overlap, expected) };
    at_most.min(at_least)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_surprise_of_an_overlap_is_a_tail_of_a_poisson_distribution() {
        #[track_caller]
        fn check(overlap: f64, expected: f64, probability: f64) {
            assert!((surprise(overlap, expected) - probability).abs() < 1e-9, "{overlap}");
        }

        check(0.0, 2.0, (-2.0f64).exp());
        check(1.0, 2.0, 3.0 * (-2.0f64).exp());
        check(3.0, 0.5, 1.0 - (1.0 + 0.5 + 0.125) * (-0.5f64).exp());
        check(0.0, 0.0, 1.0);
    }
}
