//! What each level of agreement is worth: match weights after Fellegi and Sunter.
//!
//! A weight is log2(m / u): how much more often a level is seen between records of one person than
//! between strangers. Weights add up to the odds of a match. They would count one fact twice where
//! columns hang together (street, suburb and postcode; a move changes all three), so a column may
//! lean on one other: its weights then depend on whether that one agrees, differs or is missing.
//! Such a forest of columns is a tree-augmented naive Bayes model (Friedman, Geiger and Goldszmidt
//! 1997), whose shape is found as Chow and Liu (1968) do.

use crate::compare::{DIFFERENT, EXACT, LEVELS, Levels, MISSING};
use crate::records::Records;

/// Learnt weights of the columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    pub(crate) columns: Vec<ColumnModel>,
    /// log2 of the odds that two records are one before anything is compared: of the same file,
    /// and of two files.
    pub(crate) prior: [f64; 2],
    /// By how much each column's weights are multiplied, and what is added to all odds: 1 and 0
    /// until judgements say otherwise.
    pub(crate) scales: Vec<f32>,
    pub(crate) shift: f32,
}

/// What is known of one column.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ColumnModel {
    /// The columns on which this one leans, at most two.
    pub(crate) leans_on: Vec<usize>,
    /// For each state of those columns: how often a level is seen within one person (m) and
    /// between strangers (u).
    pub(crate) rates: [Rates; STATES],
    /// log2(m / u).
    pub(crate) weights: [[f32; LEVELS]; STATES],
    /// The mean weight within one person.
    pub(crate) usual_bits: f32,
}

/// How often levels are seen, among pairs in which the column has values.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Rates {
    /// Within one person; equal values together, at [`EXACT`].
    pub(crate) m: [f64; LEVELS],
    /// Between strangers; of equal values for a record whose value is as common as the level says.
    pub(crate) u: [f64; LEVELS],
}

/// Nothing is known of the columns leant on, or there are none.
pub(crate) const ALONE: usize = 0;
/// They agree, as far as they have values.
pub(crate) const AGREE: usize = 1;
/// They differ.
pub(crate) const DIFFER: usize = 2;
/// One agrees and one differs.
pub(crate) const MIXED: usize = 3;
/// The states of columns that another leans on.
pub(crate) const STATES: usize = 4;

impl Model {
    /// The state in which a column's weight is read.
    pub(crate) fn state_of(&self, column: usize, levels: &Levels) -> usize {
        let others = self.columns[column].leans_on.iter().map(|other| levels[*other]);
        let agrees = others.clone().any(|level| DIFFERENT < level);
        let differs = others.clone().any(|level| level == DIFFERENT);
        match (agrees, differs) {
            (false, false) => ALONE,
            (true, false) => AGREE,
            (false, true) => DIFFER,
            (true, true) => MIXED,
        }
    }

    /// The weight of one column, in bits.
    pub(crate) fn weight(&self, column: usize, levels: &Levels) -> f32 {
        let state = self.state_of(column, levels);
        self.columns[column].weights[state][usize::from(levels[column])] * self.scales[column]
    }

    /// The log2 odds that two records are one. O(columns).
    pub(crate) fn odds(&self, levels: &Levels, is_across: bool) -> f32 {
        let weights = (0..self.columns.len()).map(|column| self.weight(column, levels));
        weights.sum::<f32>() + self.shift + self.prior[usize::from(is_across)] as f32
    }

    /// What the columns in which both records have a value would say of one person, as a share of
    /// what it takes to make up for the prior; 1 at most.
    pub(crate) fn reach(&self, levels: &Levels, is_across: bool) -> f32 {
        let columns = self.columns.iter().zip(levels).filter(|(_, level)| **level != MISSING);
        let bits: f32 = columns.map(|(column, _)| column.usual_bits).sum();
        (bits / -self.prior[usize::from(is_across)] as f32).clamp(REACH_MIN, 1.0)
    }

    /// How many pairs are expected to be matches, within files and across them.
    pub(crate) fn matches(&self, records: &Records) -> [f64; 2] {
        let totals = records.pairs_within_and_across();
        [0, 1].map(|at| totals[at] / (1.0 + (-self.prior[at]).exp2()))
    }

    /// Makes the weights of the rates.
    pub(crate) fn weigh(&mut self) {
        for column in &mut self.columns {
            for (rates, weights) in column.rates.iter().zip(&mut column.weights) {
                *weights = rates.weights();
            }
            column.usual_bits = column.mean_weight();
        }
    }
}

impl ColumnModel {
    fn mean_weight(&self) -> f32 {
        let exact = usize::from(EXACT);
        let m = &self.rates[ALONE].m;
        let weights = &self.weights[ALONE];
        let alike: f32 = (1..exact).map(|level| m[level] as f32 * weights[level]).sum();
        // Equal values are mostly of the middle degrees.
        alike + m[exact] as f32 * weights[exact + USUAL_DEGREE]
    }
}

impl Rates {
    fn weights(&self) -> [f32; LEVELS] {
        let mut weights = [0.0; LEVELS];
        for (level, weight) in weights.iter_mut().enumerate().skip(usize::from(DIFFERENT)) {
            let of_m = self.m[level.min(usize::from(EXACT))];
            let bits = (of_m / self.u[level]).log2().clamp(-WEIGHT_MAX, WEIGHT_MAX);
            *weight = bits as f32;
        }
        // That values differ never speaks for a match, nor that they are equal against it.
        let different = &mut weights[usize::from(DIFFERENT)];
        *different = different.min(0.0);
        weights[usize::from(EXACT)..].iter_mut().for_each(|weight| *weight = weight.max(0.0));
        weights
    }
}

/// The probability that has these log2 odds.
#[must_use]
pub fn probability(odds: f32) -> f32 {
    1.0 / (1.0 + (-odds).exp2())
}

/// Records that share no column still count a little.
const REACH_MIN: f32 = 0.05;
/// Values that eight to fifteen records share.
const USUAL_DEGREE: usize = 3;
/// No single column says more, whatever was learnt: 2^30 is beyond any number of people.
const WEIGHT_MAX: f64 = 30.0;
