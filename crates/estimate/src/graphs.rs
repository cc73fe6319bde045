//! Decomposable graphs over a few lists.
//!
//! A graph is decomposable when its lists can be taken away one after the other, each with all its
//! neighbours joined to each other. Its probability is then a product over those steps: that of the
//! list with its neighbours, over that of the neighbours alone.

use std::collections::BTreeMap;

use crate::counts::History;
use crate::model::{Model, pairs};

/// A decomposable graph.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Graph {
    /// The model in which all lists of a clique depend on each other.
    pub model: Model,
    /// How often each set of lists is multiplied; negative where it is divided by.
    pub factors: Vec<(History, f64)>,
}

/// Every decomposable graph; at most [`GRAPH_LISTS_MAX`] lists have few enough to look at each.
pub(crate) fn decomposable(lists: usize) -> Vec<Graph> {
    let pairs: Vec<History> = pairs(lists).collect();
    let chosen = |edges: u32| {
        let pairs = (0..).zip(&pairs).filter(move |(at, _)| edges & (1 << at) != 0);
        pairs.map(|(_, pair)| *pair).collect::<Vec<_>>()
    };
    (0..1u32 << pairs.len()).filter_map(|edges| take_apart(lists, &chosen(edges))).collect()
}

fn take_apart(lists: usize, edges: &[History]) -> Option<Graph> {
    let neighbours = |list: History, left: History| -> History {
        let touching = edges.iter().filter(|edge| *edge & list != 0);
        touching.fold(0, |all, edge| all | edge) & !list & left
    };
    let is_joined = |set: History, left: History| {
        singles(set).all(|list| neighbours(list, left) & set == set & !list)
    };
    let mut left = singles_up_to(lists);
    let mut factors = BTreeMap::<History, i32>::new();
    let mut cliques = Vec::new();
    while left != 0 {
        let free = |list: &History| is_joined(neighbours(*list, left), left);
        let list = singles(left).find(free)?;
        let around = neighbours(list, left);
        *factors.entry(around | list).or_default() += 1;
        *factors.entry(around).or_default() -= 1;
        cliques.push(around | list);
        left &= !list;
    }
    let used = factors.into_iter().filter(|(set, times)| *set != 0 && *times != 0);
    let factors = used.map(|(set, times)| (set, f64::from(times))).collect();
    Some(Graph { model: Model::of_terms(lists, cliques), factors })
}

fn singles(set: History) -> impl Iterator<Item = History> {
    (0..History::BITS).map(|list| 1 << list).filter(move |list| set & list != 0)
}

fn singles_up_to(lists: usize) -> History {
    (0..lists).fold(0, |all, list| all | 1 << list)
}

/// Six lists have 18,154 decomposable graphs, seven 617,675.
pub(crate) const GRAPH_LISTS_MAX: usize = 6;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decomposable_graphs_are_as_many_as_are_known() {
        #[track_caller]
        fn check(lists: usize, expected: usize) {
            assert_eq!(decomposable(lists).len(), expected);
        }

        // Wormald (1985), *Graphs and Combinatorics* 1: labelled chordal graphs.
        check(2, 2);
        check(3, 8);
        check(4, 61);
        check(5, 822);
        check(6, 18_154);
    }

    #[test]
    fn a_chain_is_its_links_over_what_they_share() {
        let graphs = decomposable(3);

        let chain = graphs.iter().find(|graph| graph.model.to_string() == "[12,23]").unwrap();

        assert_eq!(chain.factors, [(0b010, -1.0), (0b011, 1.0), (0b110, 1.0)]);
    }
}
