//! Fits a log-linear Poisson model by Newton's method.
//!
//! The people of a history are Poisson with a mean whose logarithm is the sum of the effects of
//! all terms inside that history. So the mean of the empty history, nobody on any list, is the
//! exponential of the first effect, and that is the estimate of those who were missed.
//!
//! Where nobody is on all lists of a term of the model, the best effect of that term is minus
//! infinity: its cells are left out, and its parameter still counts (Chan, Silverman & Vincent
//! 2021, *Journal of the American Statistical Association* 116).
//!
//! Sums over terms and histories are sums over a lattice, and an entry of the information matrix
//! depends on the union of two terms alone; both make a fit cheap.

use crate::counts::{Counts, History};
use crate::data::{Data, subset_sums, superset_sums};
use crate::existence::{Verdict, verdict_of};
use crate::linear::{cholesky, solve};
use crate::model::Model;

/// A fitted model.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// The estimated number of people on no list.
    pub unseen: f64,
    /// Standard error of the logarithm of `unseen`.
    pub unseen_log_error: f64,
    /// The model's log-likelihood.
    pub log_likelihood: f64,
    /// How much worse it fits than a model that fits every count.
    pub deviance: f64,
    /// Parameters, those of empty overlaps included.
    pub parameters: usize,
    /// Akaike's criterion.
    pub aic: f64,
    /// The Bayesian information criterion, whose sample is the people seen.
    pub bic: f64,
    /// The effect of each term of the model; minus infinity for an empty overlap.
    pub effects: Vec<f64>,
    /// The expected people of each history; 0 for the empty one.
    pub expected: Vec<f64>,
}

impl Fit {
    /// Wald's limits on the number of people, given the model; `z` is a quantile of the normal
    /// distribution.
    #[must_use]
    pub fn limits(&self, observed: f64, z: f64) -> (f64, f64) {
        let limit = |z: f64| observed + self.unseen * (z * self.unseen_log_error).exp();
        (limit(-z), limit(z))
    }
}

/// Fits one model, if its estimate exists and is the only one.
///
/// # Errors
///
/// Why there is no estimate.
///
/// # Source
///
/// Chan, Silverman & Vincent (2021); Bishop, Fienberg & Holland (1975), ch. 6.
pub fn fit_model(counts: &Counts, model: &Model) -> Result<Fit, Verdict> {
    let data = Data::of(counts);
    let mut fitter = Fitter::new(data.lists);
    fitter.checked(&data, model.terms())
}

/// What a search needs of a fit.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Brief {
    pub unseen: f64,
    pub deviance: f64,
}

/// Fits models, one after the other, in the same memory.
pub(crate) struct Fitter {
    lists: usize,
    /// Terms of the model that have a finite effect.
    terms: Vec<usize>,
    /// Cells that are left out.
    off: Vec<bool>,
    effects: Vec<f64>,
    step: Vec<f64>,
    matrix: Vec<f64>,
    mean: Vec<f64>,
    sums: Vec<f64>,
    scratch: Vec<f64>,
}

impl Fitter {
    pub(crate) fn new(lists: usize) -> Self {
        let cells = 1 << lists;
        let vector = || vec![0.0; cells];
        Self {
            lists,
            terms: Vec::with_capacity(cells),
            off: vec![false; cells],
            effects: Vec::with_capacity(cells),
            step: Vec::with_capacity(cells),
            matrix: Vec::new(),
            mean: vector(),
            sums: vector(),
            scratch: vector(),
        }
    }

    /// The fit of a model that passes the checks.
    pub(crate) fn checked(&mut self, data: &Data, terms: &[History]) -> Result<Fit, Verdict> {
        match verdict_of(data, terms) {
            Verdict::Passes => self.full(data, terms).ok_or(Verdict::NotIdentifiable),
            fails => Err(fails),
        }
    }

    /// The fit with everything that is told of it. The caller has checked that it exists.
    fn full(&mut self, data: &Data, terms: &[History]) -> Option<Fit> {
        let brief = self.brief(data, terms)?;
        let log_likelihood = data.saturated - brief.deviance / 2.0 - data.log_factorials;
        let parameters = terms.len();
        let size = self.terms.len();
        self.information();
        if !cholesky(&mut self.matrix, size) {
            return None;
        }
        self.step.iter_mut().for_each(|value| *value = 0.0);
        *self.step.first_mut()? = 1.0;
        solve(&self.matrix, size, &mut self.step);
        let of_term = |term: &History| {
            let place = self.terms.iter().position(|own| *own == usize::from(*term));
            place.map_or(f64::NEG_INFINITY, |place| self.effects[place])
        };
        Some(Fit {
            unseen: brief.unseen,
            unseen_log_error: self.step.first()?.max(0.0).sqrt(),
            log_likelihood,
            deviance: brief.deviance,
            parameters,
            aic: 2.0 * parameters as f64 - 2.0 * log_likelihood,
            bic: bic(data, parameters, brief.deviance),
            effects: terms.iter().map(of_term).collect(),
            expected: self.mean.clone(),
        })
    }

    /// Those missed, and the deviance; nothing where Newton's method breaks down. Whether the
    /// estimate exists is the caller's to check.
    pub(crate) fn brief(&mut self, data: &Data, terms: &[History]) -> Option<Brief> {
        self.take(data, terms);
        if !self.start(data) {
            return None;
        }
        let mut best = f64::NEG_INFINITY;
        for _ in 0..STEPS_MAX {
            let likelihood = self.climb(data, best)?;
            best = likelihood;
            self.information();
            let gain = self.newton(data)?;
            if gain < GAIN_MIN {
                let likelihood = self.evaluate(data);
                let deviance = (2.0 * (data.saturated - likelihood)).max(0.0);
                let unseen = self.effects.first()?.exp();
                return unseen.is_finite().then_some(Brief { unseen, deviance });
            }
        }
        None
    }

    /// How many people the last fit expects on all of these lists.
    pub(crate) fn expected_on(&self, lists: History) -> f64 {
        self.sums[usize::from(lists)]
    }

    /// Splits the terms into those with a finite effect and the cells that the others leave out.
    fn take(&mut self, data: &Data, terms: &[History]) {
        self.terms.clear();
        self.off.fill(false);
        for term in terms.iter().map(|term| usize::from(*term)) {
            if 0.0 < data.totals[term] {
                self.terms.push(term);
            } else {
                let inside = |(at, _): &(usize, _)| at & term == term;
                self.off.iter_mut().enumerate().filter(inside).for_each(|(_, off)| *off = true);
            }
        }
        let size = self.terms.len();
        self.effects.resize(size, 0.0);
        self.step.resize(size, 0.0);
        self.matrix.resize(size * size, 0.0);
    }

    /// Begins at the weighted fit to the logarithms of the counts, each a little above 0.
    fn start(&mut self, data: &Data) -> bool {
        self.scratch[0] = 0.0;
        self.mean[0] = 0.0;
        for cell in 1..self.mean.len() {
            let weight = if self.off[cell] { 0.0 } else { data.people[cell] + START };
            self.mean[cell] = weight;
            let response = if self.off[cell] { 0.0 } else { weight * weight.ln() - START };
            self.scratch[cell] = response;
        }
        self.sums.copy_from_slice(&self.mean);
        superset_sums(&mut self.sums, self.lists);
        superset_sums(&mut self.scratch, self.lists);
        self.information();
        if !cholesky(&mut self.matrix, self.terms.len()) {
            return false;
        }
        for (effect, term) in self.effects.iter_mut().zip(&self.terms) {
            *effect = self.scratch[*term];
        }
        solve(&self.matrix, self.terms.len(), &mut self.effects);
        self.step.fill(0.0);
        true
    }

    /// The log-likelihood at the effects, without factorials; leaves means and their sums behind.
    fn evaluate(&mut self, data: &Data) -> f64 {
        self.mean.fill(0.0);
        for (effect, term) in self.effects.iter().zip(&self.terms) {
            self.mean[*term] = *effect;
        }
        subset_sums(&mut self.mean, self.lists);
        self.mean[0] = 0.0;
        let mut likelihood = 0.0;
        let cells = self.mean.iter_mut().zip(&data.people).zip(&self.off);
        for ((mean, people), off) in cells.skip(1) {
            let exponent = *mean;
            *mean = if *off { 0.0 } else { exponent.exp() };
            if !*off {
                likelihood += people * exponent - *mean;
            }
        }
        self.sums.copy_from_slice(&self.mean);
        superset_sums(&mut self.sums, self.lists);
        likelihood
    }

    /// Evaluates, and halves the last step until it leads no lower.
    fn climb(&mut self, data: &Data, best: f64) -> Option<f64> {
        let floor = if best.is_finite() { best - ROUNDING * best.abs() } else { f64::MIN };
        for _ in 0..HALVINGS_MAX {
            let likelihood = self.evaluate(data);
            if floor <= likelihood {
                return Some(likelihood);
            }
            for (effect, step) in self.effects.iter_mut().zip(&mut self.step) {
                *step /= 2.0;
                *effect -= *step;
            }
        }
        None
    }

    /// Fills the information matrix from the sums of the means.
    fn information(&mut self) {
        let size = self.terms.len();
        for (row, own) in self.matrix.chunks_exact_mut(size.max(1)).zip(&self.terms) {
            for (entry, other) in row.iter_mut().zip(&self.terms) {
                *entry = self.sums[own | other];
                if own == other {
                    break;
                }
            }
        }
    }

    /// Takes Newton's step; how much likelihood it promises.
    fn newton(&mut self, data: &Data) -> Option<f64> {
        let size = self.terms.len();
        for (step, term) in self.step.iter_mut().zip(&self.terms) {
            *step = data.totals[*term] - self.sums[*term];
        }
        self.scratch[..size].copy_from_slice(&self.step);
        if !cholesky(&mut self.matrix, size) {
            return None;
        }
        solve(&self.matrix, size, &mut self.step);
        let gain = self.step.iter().zip(&self.scratch).map(|(step, slope)| step * slope).sum();
        self.effects.iter_mut().zip(&self.step).for_each(|(effect, step)| *effect += step);
        Some(gain)
    }
}

/// The Bayesian information criterion of a model with this deviance.
pub(crate) fn bic(data: &Data, parameters: usize, deviance: f64) -> f64 {
    bic_floor(data) + deviance + parameters as f64 * data.observed.ln()
}

/// What the criterion would be without parameters and without deviance.
pub(crate) fn bic_floor(data: &Data) -> f64 {
    2.0 * (data.log_factorials - data.saturated)
}

/// Newton's method doubles its digits with each step; where the estimate exists, 10 are common.
const STEPS_MAX: usize = 60;
const HALVINGS_MAX: usize = 30;
/// Gain in log-likelihood below which a further step changes nothing that is told.
const GAIN_MIN: f64 = 1e-9;
/// Share of the log-likelihood that is rounding.
const ROUNDING: f64 = 1e-13;
/// What is added to each count at the start, as R's `glm` does, so that its logarithm exists.
const START: f64 = 0.1;
