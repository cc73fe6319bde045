//! What people judged corrects what was learnt without them.
//!
//! Each column's weights are multiplied by a number of its own, and one number is added to all
//! odds: a logistic regression over the weights, held near 1 and 0 by a normal prior, so that a few
//! judgements move little and many move much. A regression on what is seen of a pair stays right
//! when only doubtful pairs were judged, as it mostly is.

use crate::cluster::{Judgement, Verdict};
use crate::compare::{COLUMNS_MAX, Comparer};
use crate::model::Model;

/// The model after judgements. O(judgements × columns²) for each of a few steps.
pub(crate) fn refined(comparer: &Comparer<'_>, model: Model, judgements: &[Judgement]) -> Model {
    let mut model = model;
    let pairs: Vec<Judged> =
        judgements.iter().map(|judged| Judged::new(comparer, &model, judged)).collect();
    if pairs.is_empty() {
        return model;
    }
    let mut coefficients = [1.0; TERMS];
    coefficients[SHIFT] = 0.0;
    for _ in 0..STEPS_MAX {
        let step = newton_step(&pairs, &coefficients);
        let after = |share: f64| {
            let mut moved = coefficients;
            moved.iter_mut().zip(step).for_each(|(moved, step)| *moved -= share * step);
            moved
        };
        // Where all is certain a full step overshoots: half of it, and half again, until it helps.
        let before = loss(&pairs, &coefficients);
        let shares = (0..HALVINGS_MAX).map(|halvings| 0.5_f64.powi(halvings));
        let better = shares.map(after).find(|moved| loss(&pairs, moved) < before);
        let Some(moved) = better.filter(|_| step.iter().any(|step| STEP_MIN < step.abs())) else {
            break;
        };
        coefficients = moved;
    }
    for (scale, coefficient) in model.scales.iter_mut().zip(coefficients) {
        // More agreement is never less evidence.
        *scale = coefficient.max(0.0) as f32;
    }
    model.shift = coefficients[SHIFT] as f32;
    model
}

/// A judged pair: what each column says about it, in bits.
struct Judged {
    /// The columns' weights, and 1 for what is added to all.
    terms: [f64; TERMS],
    prior: f64,
    is_same: bool,
}

impl Judged {
    fn new(comparer: &Comparer<'_>, model: &Model, judged: &Judgement) -> Self {
        let levels = comparer.levels(judged.a, judged.b);
        let sources = &comparer.records.sources;
        let is_across = sources[judged.a as usize] != sources[judged.b as usize];
        let mut terms = [0.0; TERMS];
        for (column, term) in terms.iter_mut().enumerate().take(model.columns.len()) {
            *term = model.weight(column, &levels).into();
        }
        terms[SHIFT] = 1.0;
        let prior = model.prior[usize::from(is_across)];
        Self { terms, prior, is_same: judged.verdict == Verdict::Same }
    }
}

/// What is to be as small as possible: the surprise at the judgements, and how far the coefficients
/// are from where they are held.
fn loss(pairs: &[Judged], coefficients: &[f64; TERMS]) -> f64 {
    let held = coefficients.iter().enumerate().map(|(term, coefficient)| {
        let is_shift = term == SHIFT;
        let expected = if is_shift { 0.0 } else { 1.0 };
        HOLD[usize::from(is_shift)] * (coefficient - expected).powi(2) / 2.0
    });
    let surprise = pairs.iter().map(|pair| {
        let bits: f64 = pair.terms.iter().zip(coefficients).map(|(t, c)| t * c).sum();
        let odds = (bits + pair.prior) * std::f64::consts::LN_2;
        let against = if pair.is_same { -odds } else { odds };
        against.max(0.0) + (-against.abs()).exp().ln_1p()
    });
    held.sum::<f64>() + surprise.sum::<f64>()
}

/// One step of Newton's method towards the likeliest coefficients.
fn newton_step(pairs: &[Judged], coefficients: &[f64; TERMS]) -> [f64; TERMS] {
    let mut slope = [0.0; TERMS];
    let mut curve = [[0.0; TERMS]; TERMS];
    for (term, coefficient) in coefficients.iter().enumerate() {
        let expected = if term == SHIFT { 0.0 } else { 1.0 };
        slope[term] = (coefficient - expected) * HOLD[usize::from(term == SHIFT)];
        curve[term][term] = HOLD[usize::from(term == SHIFT)];
    }
    for pair in pairs {
        let bits: f64 = pair.terms.iter().zip(coefficients).map(|(t, c)| t * c).sum();
        let chance = 1.0 / (1.0 + (-(bits + pair.prior)).exp2());
        let miss = chance - f64::from(u8::from(pair.is_same));
        // Bits to natural logarithms.
        let ln_2 = std::f64::consts::LN_2;
        for (term, value) in pair.terms.iter().enumerate() {
            slope[term] += miss * value * ln_2;
            for (other, other_value) in pair.terms.iter().enumerate() {
                curve[term][other] += chance * (1.0 - chance) * value * other_value * ln_2 * ln_2;
            }
        }
    }
    solved(curve, slope)
}

/// Solves a system whose matrix is symmetric and positive, by Gauss's elimination.
fn solved(mut matrix: [[f64; TERMS]; TERMS], mut sides: [f64; TERMS]) -> [f64; TERMS] {
    for pivot in 0..TERMS {
        let (row, side) = (matrix[pivot], sides[pivot]);
        for below in pivot + 1..TERMS {
            let share = matrix[below][pivot] / row[pivot];
            matrix[below].iter_mut().zip(row).for_each(|(cell, above)| *cell -= share * above);
            sides[below] -= share * side;
        }
    }
    for pivot in (0..TERMS).rev() {
        let known: f64 = (pivot + 1..TERMS).map(|at| matrix[pivot][at] * sides[at]).sum();
        sides[pivot] = (sides[pivot] - known) / matrix[pivot][pivot];
    }
    sides
}

const TERMS: usize = COLUMNS_MAX + 1;
const SHIFT: usize = COLUMNS_MAX;
/// How firmly a column's factor is held at 1, and the shift at 0: as by normal priors with
/// deviations of 0.3 and of 4 bits.
const HOLD: [f64; 2] = [11.0, 0.06];
const STEPS_MAX: usize = 20;
const HALVINGS_MAX: i32 = 30;
const STEP_MIN: f64 = 1e-4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_is_solved() {
        let mut matrix = [[0.0; TERMS]; TERMS];
        (0..TERMS).for_each(|at| matrix[at][at] = 2.0);
        (matrix[0][1], matrix[1][0]) = (1.0, 1.0);
        let mut sides = [4.0; TERMS];
        (sides[0], sides[1]) = (4.0, 5.0);
        let found = solved(matrix, sides);

        assert!((found[0] - 1.0).abs() < 1e-9 && (found[1] - 2.0).abs() < 1e-9);
        assert!((found[5] - 2.0).abs() < 1e-9);
    }
}
