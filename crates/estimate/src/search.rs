//! The model with the best Bayesian information criterion of all that can be fitted.
//!
//! No model can have a better criterion than its parameters' price on top of a deviance that it
//! cannot get under. Such a bound is known without a fit: a model without an effect for a pair of
//! lists fits no better than independence of the two within each combination of the others. Models
//! whose bound is above the best criterion so far are passed over, so the answer is that of a full
//! search.

use std::collections::HashMap;

use crate::counts::History;
use crate::data::Data;
use crate::existence::{Verdict, verdict_of};
use crate::fit::{Fitter, bic, bic_floor};
use crate::model::Model;
use crate::space::Space;

/// A model that was chosen, or could have been.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Chosen {
    pub model: Model,
    /// The estimated people on no list.
    pub unseen: f64,
    /// Its criterion; not told by stepwise selection, which does not use it.
    pub bic: f64,
}

/// Searches a space of models, in one table after the other.
pub(crate) struct Searcher<'a> {
    space: &'a Space,
    fitter: Fitter,
    /// By the histories that have people: what is known of each model.
    verdicts: HashMap<Vec<u64>, Vec<Option<Verdict>>>,
    deviances: Vec<f64>,
}

impl<'a> Searcher<'a> {
    pub(crate) fn new(space: &'a Space) -> Self {
        Self {
            space,
            fitter: Fitter::new(space.lists),
            verdicts: HashMap::new(),
            deviances: Vec::new(),
        }
    }

    /// Every model that passes the checks, the best first.
    pub(crate) fn ranking(&mut self, data: &Data) -> Vec<Chosen> {
        let mut found: Vec<Chosen> = Vec::new();
        for place in &self.space.models {
            let terms = place.model.terms();
            if verdict_of(data, terms) != Verdict::Passes {
                continue;
            }
            if let Some(brief) = self.fitter.brief(data, terms) {
                let bic = bic(data, terms.len(), brief.deviance);
                found.push(Chosen { model: place.model.clone(), unseen: brief.unseen, bic });
            }
        }
        found.sort_by(|a, b| a.bic.total_cmp(&b.bic));
        found
    }

    /// The best model. Those in `first` are tried first; the better they are, the sooner it ends.
    pub(crate) fn best(&mut self, data: &Data, first: &[usize]) -> Option<Chosen> {
        let (space, fitter) = (self.space, &mut self.fitter);
        let bounds: Vec<f64> = space.pairs.iter().map(|pair| independence(data, *pair)).collect();
        let known = self.verdicts.entry(data.support());
        let known = known.or_insert_with(|| vec![None; space.models.len()]);
        self.deviances.clear();
        self.deviances.resize(space.models.len(), f64::NAN);
        let price = data.observed.ln();
        let floor = bic_floor(data);
        let mut best: Option<(usize, f64, f64)> = None;
        for (step, at) in first.iter().copied().chain(0..space.models.len()).enumerate() {
            let place = &space.models[at];
            if !self.deviances[at].is_nan() {
                continue;
            }
            let paid = floor + place.model.parameters() as f64 * price;
            let beaten = |deviance: f64| best.is_some_and(|(_, bic, _)| bic <= paid + deviance);
            // From here on models only grow.
            if first.len() <= step && beaten(0.0) {
                break;
            }
            let larger = place.larger.iter().map(|more| self.deviances[*more]);
            let bound = place.lacks.iter().map(|pair| bounds[*pair]).chain(larger);
            if beaten(bound.fold(0.0, f64::max) - SLACK) {
                continue;
            }
            let terms = place.model.terms();
            let verdict = *known[at].get_or_insert_with(|| verdict_of(data, terms));
            if verdict != Verdict::Passes {
                continue;
            }
            let Some(brief) = fitter.brief(data, terms) else { continue };
            self.deviances[at] = brief.deviance;
            if !beaten(brief.deviance) {
                best = Some((at, paid + brief.deviance, brief.unseen));
            }
        }
        let (at, bic, unseen) = best?;
        Some(Chosen { model: space.models[at].model.clone(), unseen, bic })
    }
}

/// The deviance of independence between two lists within every combination of the others: no model
/// without an effect for the pair has less. Where no other list has the people, those on neither of
/// the two were not counted, and any counts fit.
fn independence(data: &Data, pair: History) -> f64 {
    let pair = usize::from(pair);
    let one = 1 << pair.trailing_zeros();
    let other = pair & !one;
    let strata = (1..data.people.len()).filter(|others| others & pair == 0);
    strata
        .map(|others| {
            let cell = |lists: usize| data.people[others | lists];
            let cells = [[cell(0), cell(one)], [cell(other), cell(pair)]];
            let row = |r: usize| cells[r][0] + cells[r][1];
            let column = |c: usize| cells[0][c] + cells[1][c];
            let all = row(0) + row(1);
            let part = |r: usize, c: usize| {
                let people = cells[r][c];
                if people <= 0.0 {
                    0.0
                } else {
                    people * (people * all / (row(r) * column(c))).ln()
                }
            };
            2.0 * (part(0, 0) + part(0, 1) + part(1, 0) + part(1, 1))
        })
        .sum()
}

/// What a bound may be off by rounding.
const SLACK: f64 = 1e-6;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn table() -> impl Strategy<Value = Data> {
        let count = prop_oneof![1 => Just(0u32), 2 => 0u32..12, 2 => 0u32..300];
        prop::collection::vec(count, 15).prop_map(|people| {
            let people = std::iter::once(0.0).chain(people.into_iter().map(f64::from));
            Data::of_people(4, people.collect())
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(120))]

        #[test]
        fn passing_models_over_finds_what_a_full_search_finds(data in table()) {
            prop_assume!(0.0 < data.observed);
            let space = Space::of(4, 4);
            let mut searcher = Searcher::new(&space);

            let ranking = searcher.ranking(&data);
            let best = searcher.best(&data, &[]);
            let hinted = searcher.best(&data, &[20, 3]);

            let criterion = |chosen: &Chosen| chosen.bic;
            let expected = ranking.first().map(criterion);
            for found in [best, hinted] {
                let found = found.as_ref().map(criterion);
                match (found, expected) {
                    (Some(found), Some(expected)) => prop_assert!((found - expected).abs() < 1e-6),
                    other => prop_assert_eq!(other, (None, None)),
                }
            }
        }

        #[test]
        fn no_model_without_a_pair_fits_better_than_independence_within_the_others(data in table()) {
            let space = Space::of(4, 4);
            let mut fitter = Fitter::new(4);

            for place in &space.models {
                let terms = place.model.terms();
                if verdict_of(&data, terms) == Verdict::Passes
                    && let Some(brief) = fitter.brief(&data, terms)
                {
                    for pair in &place.lacks {
                        let bound = independence(&data, space.pairs[*pair]);
                        prop_assert!(bound <= brief.deviance + 1e-6);
                    }
                }
            }
        }
    }
}
