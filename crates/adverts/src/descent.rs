//! Logistic regression with a penalty on squared weights, by L-BFGS.
//!
//! Nocedal & Wright (2006), Numerical Optimization, algorithms 7.4 and 7.5, with halving of steps.
//! Sums are taken over parts of a fixed size in their order, so that any number of cores gives the
//! same bits.

use std::collections::VecDeque;

use rayon::prelude::*;

use crate::features::{Features, PLACES};

/// Weights of places, then the constant.
pub(crate) struct Fit {
    pub(crate) weights: Vec<f64>,
    pub(crate) constant: f64,
}

impl Fit {
    pub(crate) fn log_odds(&self, features: &Features) -> f64 {
        features.dot(&self.weights) + self.constant
    }
}

/// Fits weights to labelled texts; a larger `trust` lets single texts say more.
pub(crate) fn fit(texts: &[(&Features, bool)], trust: f64) -> Fit {
    let mut at = vec![0.0; PLACES + 1];
    let (mut loss, mut gradient) = slope(texts, &at, trust);
    let first = norm(&gradient);
    let mut memory: VecDeque<Step> = VecDeque::new();
    for _ in 0..ITERATIONS_MAX {
        if norm(&gradient) <= TOLERANCE * first {
            break;
        }
        let direction = direction(&gradient, &memory);
        let descent = dot(&direction, &gradient);
        let Some((next, next_loss, next_gradient)) =
            step(texts, trust, (&at, loss), (&direction, descent), memory.is_empty())
        else {
            break;
        };
        let moved: Vec<f64> = next.iter().zip(&at).map(|(a, b)| a - b).collect();
        let turned: Vec<f64> = next_gradient.iter().zip(&gradient).map(|(a, b)| a - b).collect();
        let curvature = dot(&moved, &turned);
        if CURVATURE_MIN < curvature {
            memory.push_back(Step { moved, turned, curvature });
            if MEMORY < memory.len() {
                memory.pop_front();
            }
        }
        (at, loss, gradient) = (next, next_loss, next_gradient);
    }
    let constant = at.pop().unwrap_or_default();
    Fit { weights: at, constant }
}

struct Step {
    moved: Vec<f64>,
    turned: Vec<f64>,
    curvature: f64,
}

fn step(
    texts: &[(&Features, bool)],
    trust: f64,
    (at, loss): (&[f64], f64),
    (direction, descent): (&[f64], f64),
    is_first: bool,
) -> Option<(Vec<f64>, f64, Vec<f64>)> {
    let mut length = if is_first { 1.0 / norm(direction).max(1.0) } else { 1.0 };
    for _ in 0..HALVINGS_MAX {
        let next: Vec<f64> = at.iter().zip(direction).map(|(at, way)| at + length * way).collect();
        let (next_loss, gradient) = slope(texts, &next, trust);
        if next_loss <= loss + ENOUGH * length * descent {
            return Some((next, next_loss, gradient));
        }
        length /= 2.0;
    }
    None
}

/// The loss and its slope. The constant is not penalised.
fn slope(texts: &[(&Features, bool)], at: &[f64], trust: f64) -> (f64, Vec<f64>) {
    let (weights, constant) = (&at[..PLACES], at[PLACES]);
    let parts: Vec<(f64, Vec<(f64, f64)>)> = texts
        .par_chunks(PART)
        .map(|part| {
            let told = part.iter().map(|(features, label)| {
                let log_odds = features.dot(weights) + constant;
                let signed = if *label { log_odds } else { -log_odds };
                // ln(1 + e^-z), which does not run over.
                let loss = (-signed.abs()).exp().ln_1p() + (-signed).max(0.0);
                let residual = crate::score::sigmoid(log_odds) - f64::from(u8::from(*label));
                (loss, residual)
            });
            let told: Vec<(f64, f64)> = told.collect();
            (told.iter().map(|one| one.0).sum(), told)
        })
        .collect();
    let mut gradient: Vec<f64> = at.to_vec();
    gradient[PLACES] = 0.0;
    let mut loss = 0.5 * dot(weights, weights);
    for ((part_loss, told), part) in parts.iter().zip(texts.chunks(PART)) {
        loss += trust * part_loss;
        for ((_, residual), (features, _)) in told.iter().zip(part) {
            let share = trust * residual;
            gradient[PLACES] += share;
            for (place, value) in &features.0 {
                gradient[*place as usize] += share * f64::from(*value);
            }
        }
    }
    (loss, gradient)
}

fn direction(gradient: &[f64], memory: &VecDeque<Step>) -> Vec<f64> {
    let mut way: Vec<f64> = gradient.iter().map(|value| -value).collect();
    let mut shares = Vec::with_capacity(memory.len());
    for step in memory.iter().rev() {
        let share = dot(&step.moved, &way) / step.curvature;
        add(&mut way, &step.turned, -share);
        shares.push(share);
    }
    if let Some(last) = memory.back() {
        let scale = last.curvature / dot(&last.turned, &last.turned);
        way.iter_mut().for_each(|value| *value *= scale);
    }
    for (step, share) in memory.iter().zip(shares.iter().rev()) {
        let back = dot(&step.turned, &way) / step.curvature;
        add(&mut way, &step.moved, share - back);
    }
    way
}

fn add(to: &mut [f64], what: &[f64], times: f64) {
    to.iter_mut().zip(what).for_each(|(to, what)| *to += times * what);
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn norm(a: &[f64]) -> f64 {
    dot(a, a).sqrt()
}

const ITERATIONS_MAX: usize = 200;
/// Steps that are remembered.
const MEMORY: usize = 8;
const HALVINGS_MAX: usize = 30;
/// How much shorter the slope gets before it is enough.
const TOLERANCE: f64 = 1e-4;
const CURVATURE_MIN: f64 = 1e-12;
/// Nocedal & Wright's c1.
const ENOUGH: f64 = 1e-4;
/// Texts of a part.
const PART: usize = 256;
