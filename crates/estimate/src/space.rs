//! Every hierarchical model of a few lists.

use std::collections::HashMap;

use crate::counts::History;
use crate::model::{Model, pairs};

/// All models of some lists whose terms have at most so many lists, the smallest models first.
pub(crate) struct Space {
    pub lists: usize,
    pub pairs: Vec<History>,
    pub models: Vec<Place>,
}

/// One model of a space.
pub(crate) struct Place {
    pub model: Model,
    /// Which pairs, by their place in [`Space::pairs`], it has no effect for.
    pub lacks: Vec<usize>,
    /// The models with one term more, by their place in the space.
    pub larger: Vec<usize>,
}

impl Space {
    /// Lists beyond [`SPACE_LISTS_MAX`] have too many models; the caller asks for fewer.
    pub(crate) fn of(lists: usize, order_max: u32) -> Self {
        let pairs: Vec<History> = pairs(lists).collect();
        let mut models = vec![Model::main_effects(lists)];
        let mut places = HashMap::from([(models[0].clone(), 0)]);
        let mut larger: Vec<Vec<usize>> = Vec::new();
        while let Some(model) = models.get(larger.len()).cloned() {
            let found = model.addable(order_max).into_iter().map(|term| {
                let terms = model.terms().iter().copied().chain([term]);
                let more = Model::of_terms(lists, terms);
                *places.entry(more).or_insert_with_key(|more| {
                    models.push(more.clone());
                    models.len() - 1
                })
            });
            let found = found.collect();
            larger.push(found);
        }
        let places = models.into_iter().zip(larger).map(|(model, larger)| {
            let lacks = (0..pairs.len()).filter(|pair| !model.has(pairs[*pair]));
            Place { lacks: lacks.collect(), model, larger }
        });
        Self { lists, models: places.collect(), pairs }
    }
}

/// Five lists have 6,894 models; six have more than seven million.
pub(crate) const SPACE_LISTS_MAX: usize = 5;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hierarchical_models_are_as_many_as_are_known() {
        #[track_caller]
        fn check(lists: usize, order_max: u32, expected: usize) {
            assert_eq!(Space::of(lists, order_max).models.len(), expected);
        }

        check(2, 2, 2);
        check(3, 3, 9);
        check(4, 2, 64);
        check(4, 4, 114);
        check(5, 2, 1024);
        check(5, 5, 6894);
    }

    #[test]
    fn smaller_models_come_first_and_larger_ones_have_one_term_more() {
        let space = Space::of(4, 4);

        for (at, place) in space.models.iter().enumerate() {
            let parameters = place.model.parameters();
            assert!(space.models[at..].iter().all(|after| parameters <= after.model.parameters()));
            for more in &place.larger {
                let more = &space.models[*more].model;
                assert_eq!(more.parameters(), parameters + 1);
                assert!(place.model.terms().iter().all(|term| more.has(*term)));
            }
        }
    }
}
