//! A search among the models of many lists, of which there are too many to look at each.
//!
//! From each of several starts it goes to the best model with one term more or less, until none is
//! better. One start is not enough: from independent lists it may end where leaving that model
//! means getting worse first.

use std::collections::HashMap;

use rand::RngExt;
use rand_pcg::Pcg64;

use crate::counts::History;
use crate::data::Data;
use crate::existence::{Verdict, verdict_of};
use crate::fit::{Brief, Fitter, bic};
use crate::model::{Model, pairs};
use crate::search::Chosen;
use crate::stepwise::stepwise;

/// Searches downhill, in one table after the other.
pub(crate) struct Walker {
    fitter: Fitter,
    order_max: u32,
    /// What was found of each model in the table at hand.
    known: HashMap<Model, Option<Chosen>>,
}

impl Walker {
    pub(crate) fn new(lists: usize, order_max: u32) -> Self {
        Self { fitter: Fitter::new(lists), order_max, known: HashMap::new() }
    }

    /// Every model that was met and can be fitted, the best first; from independent lists, from
    /// where stepwise selection ends, and from pairs drawn by lot.
    pub(crate) fn ranking(&mut self, data: &Data, threshold: f64) -> Vec<Chosen> {
        let stepwise = stepwise(&mut self.fitter, data, threshold).map(|chosen| chosen.model);
        let starts: Vec<Model> = stepwise.into_iter().chain(drawn(data)).collect();
        self.walk(data, &starts);
        let mut found: Vec<Chosen> = self.known.values().flatten().cloned().collect();
        found.sort_by(|a, b| a.bic.total_cmp(&b.bic).then_with(|| a.model.cmp(&b.model)));
        found
    }

    /// The best model that is met from independent lists and from these starts.
    pub(crate) fn best(&mut self, data: &Data, starts: &[Model]) -> Option<Chosen> {
        self.walk(data, starts)
    }

    fn walk(&mut self, data: &Data, starts: &[Model]) -> Option<Chosen> {
        self.known.clear();
        let independent = Model::main_effects(data.lists);
        let ends = starts.iter().chain([&independent]).filter_map(|start| self.down(data, start));
        ends.collect::<Vec<_>>().into_iter().min_by(|a, b| a.bic.total_cmp(&b.bic))
    }

    fn down(&mut self, data: &Data, start: &Model) -> Option<Chosen> {
        let mut here = self.look(data, start);
        let mut place = start.clone();
        for _ in 0..STEPS_MAX {
            let near = place.neighbours(self.order_max);
            let best = near.iter().filter_map(|model| self.look(data, model));
            let best = best.collect::<Vec<_>>().into_iter().min_by(|a, b| a.bic.total_cmp(&b.bic));
            match best {
                Some(best) if here.as_ref().is_none_or(|here| best.bic < here.bic) => {
                    place = best.model.clone();
                    here = Some(best);
                }
                _ => break,
            }
        }
        here
    }

    fn look(&mut self, data: &Data, model: &Model) -> Option<Chosen> {
        if let Some(known) = self.known.get(model) {
            return known.clone();
        }
        let terms = model.terms();
        let passes = verdict_of(data, terms) == Verdict::Passes;
        let brief = Some(()).filter(|()| passes).and_then(|()| self.fitter.brief(data, terms));
        let chosen = brief.map(|Brief { unseen, deviance }| Chosen {
            model: model.clone(),
            unseen,
            bic: bic(data, terms.len(), deviance),
        });
        self.known.insert(model.clone(), chosen.clone());
        chosen
    }
}

/// Models of a few pairs that share people, always the same ones for a table.
fn drawn(data: &Data) -> Vec<Model> {
    let mut chance = Pcg64::new(LOT, 0);
    let shared: Vec<History> = pairs(data.lists).filter(|pair| 0.0 < data.total(*pair)).collect();
    let draw = |_| {
        let some = shared.iter().copied().filter(|_| chance.random_bool(SHARE_DRAWN));
        Model::of_terms(data.lists, some.collect::<Vec<_>>())
    };
    (0..STARTS_DRAWN).map(draw).collect()
}

/// Terms that one walk adds or removes at most.
const STEPS_MAX: usize = 200;
const STARTS_DRAWN: usize = 10;
/// Share of the overlapping pairs that a drawn start has.
const SHARE_DRAWN: f64 = 0.3;
/// Which lot is drawn; any number does.
const LOT: u128 = 1;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::counts::Counts;
    use crate::search::Searcher;
    use crate::space::Space;

    #[test]
    fn downhill_from_several_starts_finds_the_best_of_all_models() {
        #[track_caller]
        fn check(table: &[u8]) {
            let counts = Counts::read(table).unwrap();
            let data = Data::of(&counts);
            let space = Space::of(data.lists, 9);

            let walked = Walker::new(data.lists, 9).ranking(&data, 0.02);
            let best = Searcher::new(&space).best(&data, &[]).unwrap();

            assert_eq!(walked[0].model, best.model);
            assert!((walked[0].bic - best.bic).abs() < 1e-6);
        }

        check(include_bytes!("../../../testdata/estimate/Kosovo.csv"));
        check(include_bytes!("../../../testdata/estimate/Western.csv"));
    }
}
