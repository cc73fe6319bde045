//! What is believed of the people on no list, over all decomposable graphs.
//!
//! For each number of people missed, the table is complete and each graph has a probability in
//! closed form under a hyper-Dirichlet prior. Before the table is seen, every graph is as likely, and
//! a number of people is the less likely the larger it is, by 1/number.
//!
//! # Source
//!
//! Madigan & York (1997), *Biometrika* 84; the priors, 1/2^lists per cell, are those of the R package
//! `dga` 2.0.2, whose results they give.

use statrs::function::gamma::ln_gamma;

use crate::answer::Shape;
use crate::counts::History;
use crate::data::Data;
use crate::graphs::{Graph, decomposable};
use crate::model::Model;

/// What is believed.
pub(crate) struct Posterior {
    /// Quantiles of people in all: the lower limit, the median, the upper limit.
    pub low: f64,
    pub median: f64,
    pub high: f64,
    pub shape: Shape,
    /// The graphs with their probabilities, the most likely first.
    pub graphs: Vec<(Model, f64)>,
}

/// Weighs all graphs; nothing where the counts do not bound the number of people.
pub(crate) fn posterior(data: &Data, level: f64) -> Option<Posterior> {
    let graphs = decomposable(data.lists);
    let mut end = (8.0 * data.observed).max(MISSED_MIN);
    while end < MISSED_MAX {
        let grid = Grid { step: (end / POINTS).max(1.0).floor(), end };
        let weighed = Weighed::of(data, &graphs, &grid);
        if weighed.quantile(TAIL) - data.observed < end / 2.0 {
            return Some(weighed.told(&graphs, level));
        }
        end *= 4.0;
    }
    None
}

/// Numbers of people missed at which the probability is computed.
struct Grid {
    step: f64,
    end: f64,
}

impl Grid {
    fn points(&self) -> Vec<f64> {
        (0..=(self.end / self.step) as u32).map(|at| f64::from(at) * self.step).collect()
    }
}

/// The probability of each number of people in all, and of each graph.
struct Weighed {
    totals: Vec<f64>,
    weights: Vec<f64>,
    of_graphs: Vec<f64>,
}

impl Weighed {
    fn of(data: &Data, graphs: &[Graph], grid: &Grid) -> Self {
        let points = grid.points();
        let terms = Terms::of(data, &points);
        let few: Vec<usize> = (0..points.len()).step_by((points.len() / COARSE).max(1)).collect();
        let peak_of = |graph: &Graph| -> f64 {
            few.iter().map(|at| terms.log_weight(graph, *at)).fold(f64::NEG_INFINITY, f64::max)
        };
        let peaks: Vec<f64> = graphs.iter().map(peak_of).collect();
        let highest = peaks.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let mut weights = vec![0.0; points.len()];
        let mut of_graphs = vec![0.0; graphs.len()];
        for ((graph, peak), of_graph) in graphs.iter().zip(&peaks).zip(&mut of_graphs) {
            if *peak < highest - NEGLIGIBLE {
                continue;
            }
            for (at, sum) in weights.iter_mut().enumerate() {
                let weight = (terms.log_weight(graph, at) - highest).exp();
                *sum += weight;
                *of_graph += weight;
            }
        }
        let all: f64 = weights.iter().sum();
        weights.iter_mut().chain(&mut of_graphs).for_each(|weight| *weight /= all);
        let totals = points.into_iter().map(|missed| data.observed + missed).collect();
        Self { totals, weights, of_graphs }
    }

    /// The smallest number of people up to which at least this much is believed.
    fn quantile(&self, level: f64) -> f64 {
        let mut sum = 0.0;
        let reached = self.weights.iter().position(|weight| {
            sum += weight;
            level <= sum
        });
        self.totals[reached.unwrap_or(self.totals.len() - 1)]
    }

    fn told(&self, graphs: &[Graph], level: f64) -> Posterior {
        let tail = (1.0 - level) / 2.0;
        let mean =
            self.totals.iter().zip(&self.weights).map(|(total, weight)| total * weight).sum();
        let mut highest = 0;
        for (at, weight) in self.weights.iter().enumerate() {
            if self.weights[highest] < *weight {
                highest = at;
            }
        }
        let quantiles = QUANTILES.iter().map(|level| (*level, self.quantile(*level))).collect();
        let mut graphs: Vec<(Model, f64)> = graphs
            .iter()
            .zip(&self.of_graphs)
            .map(|(graph, weight)| (graph.model.clone(), *weight))
            .collect();
        graphs.sort_by(|a, b| b.1.total_cmp(&a.1));
        Posterior {
            low: self.quantile(tail),
            median: self.quantile(0.5),
            high: self.quantile(1.0 - tail),
            shape: Shape {
                mean,
                mode: self.totals[highest],
                quantiles,
                humps: self.humps(),
                curve: (1..CURVE_POINTS)
                    .map(|at| f64::from(at) / f64::from(CURVE_POINTS))
                    .map(|level| (self.quantile(level), level))
                    .collect(),
            },
            graphs,
        }
    }

    /// High points, between two of which the probability falls to less than [`VALLEY`] of the lower.
    fn humps(&self) -> Vec<f64> {
        let weight = |at: usize| self.weights.get(at).copied().unwrap_or(0.0);
        let top = self.weights.iter().copied().fold(0.0, f64::max);
        let before = |at: usize| at.checked_sub(1).map_or(0.0, weight);
        let is_high = |at: &usize| {
            HUMP * top < weight(*at) && before(*at) < weight(*at) && weight(at + 1) <= weight(*at)
        };
        let mut humps: Vec<usize> = Vec::new();
        for at in (0..self.weights.len()).filter(is_high) {
            let Some(last) = humps.last_mut() else {
                humps.push(at);
                continue;
            };
            let between = self.weights[*last..at].iter().copied().fold(f64::INFINITY, f64::min);
            if between < VALLEY * weight(*last).min(weight(at)) {
                humps.push(at);
            } else if weight(*last) < weight(at) {
                *last = at;
            }
        }
        humps.into_iter().map(|at| self.totals[at]).collect()
    }
}

/// The logarithm of each set's factor at each point, and what all graphs share.
struct Terms {
    shared: Vec<f64>,
    of_set: Vec<Vec<f64>>,
}

impl Terms {
    fn of(data: &Data, points: &[f64]) -> Self {
        let cells = data.people.len();
        // Number of cells of the full table times the prior per cell, 1/2^lists.
        let prior = 1.0;
        let constant: f64 = data.people.iter().map(|people| ln_gamma(people + 1.0)).sum();
        let shared = points.iter().map(|missed| {
            // The prior of 1/number makes the factorial of the number one of one less.
            ln_gamma(data.observed + missed) - ln_gamma(missed + 1.0) - constant
        });
        let whole: Vec<f64> = points
            .iter()
            .map(|missed| ln_gamma(data.observed + missed + prior) - ln_gamma(prior))
            .collect();
        let of_set = (0..cells).map(|set| {
            let mut margin = vec![0.0; cells];
            for (cell, people) in data.people.iter().enumerate() {
                margin[cell & set] += people;
            }
            let own = prior / f64::from(1u32 << set.count_ones());
            let inside = (1..cells).filter(|cell| cell & set == *cell);
            let fixed: f64 = inside.map(|cell| ln_gamma(margin[cell] + own) - ln_gamma(own)).sum();
            let nobody = points.iter().map(|missed| ln_gamma(margin[0] + missed + own));
            nobody.zip(&whole).map(|(none, whole)| fixed + none - ln_gamma(own) - whole).collect()
        });
        Self { shared: shared.collect(), of_set: of_set.collect() }
    }

    fn log_weight(&self, graph: &Graph, at: usize) -> f64 {
        let factor = |(set, times): &(History, f64)| times * self.of_set[usize::from(*set)][at];
        self.shared[at] + graph.factors.iter().map(factor).sum::<f64>()
    }
}

/// The grid reaches at least to here.
const MISSED_MIN: f64 = 20_000.0;
/// More people missed than this is no answer.
const MISSED_MAX: f64 = 1e8;
/// Points of the grid; where it reaches further, it has gaps.
const POINTS: f64 = 60_000.0;
/// Points at which it is seen whether a graph matters.
const COARSE: usize = 400;
/// A graph whose highest weight is smaller by this factor, e to the power of it, is left out.
const NEGLIGIBLE: f64 = 25.0;
/// What must lie in the first half of the grid.
const TAIL: f64 = 0.99;
/// Levels that are told, as the analyses that we compare with tell them.
const QUANTILES: [f64; 5] = [0.025, 0.1, 0.5, 0.9, 0.975];
/// Steps of probability of the curve.
const CURVE_POINTS: u32 = 100;
/// A hump is at least this high, as a share of the highest.
const HUMP: f64 = 0.1;
/// Between two humps the probability falls below this share of the lower one.
const VALLEY: f64 = 0.9;
