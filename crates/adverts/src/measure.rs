//! How good scores are, where the truth is known, and which texts are worth deciding about next.

use serde::Serialize;

/// What scores are worth on labelled texts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Measured {
    /// Texts with a label.
    pub texts: usize,
    /// Those labelled as adverts of the kind.
    pub positives: usize,
    /// Area under precision over recall, as the sum over steps of recall.
    pub average_precision: f64,
    /// Mean squared distance of score and label.
    pub brier: f64,
    /// Mean distance of score and share of adverts over tenths of the scores, weighed by texts.
    pub calibration_error: f64,
    /// Share of adverts at or above 0.5.
    pub recall: f64,
    /// Share of others at or above 0.5.
    pub false_alarms: f64,
}

/// Measures scores against labels; nothing where one kind is missing.
#[must_use]
pub fn measure(scored: &[(f64, bool)]) -> Option<Measured> {
    let positives = scored.iter().filter(|(_, label)| *label).count();
    let others = scored.len() - positives;
    if positives == 0 || others == 0 {
        return None;
    }
    let share = |of_adverts: bool, all: usize| {
        let above = scored.iter().filter(|(score, label)| *label == of_adverts && 0.5 <= *score);
        above.count() as f64 / all as f64
    };
    let squares: f64 = scored.iter().map(|(score, label)| (score - truth(*label)).powi(2)).sum();
    Some(Measured {
        texts: scored.len(),
        positives,
        average_precision: average_precision(scored, positives),
        brier: squares / scored.len() as f64,
        calibration_error: calibration_error(scored),
        recall: share(true, positives),
        false_alarms: share(false, others),
    })
}

/// Texts of one score count together, so that their order decides nothing.
fn average_precision(scored: &[(f64, bool)], positives: usize) -> f64 {
    let mut sorted = scored.to_vec();
    sorted.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut found, mut seen, mut area) = (0_usize, 0_usize, 0.0);
    for equals in sorted.chunk_by(|a, b| a.0 == b.0) {
        let hits = equals.iter().filter(|(_, label)| *label).count();
        found += hits;
        seen += equals.len();
        area += hits as f64 / positives as f64 * (found as f64 / seen as f64);
    }
    area
}

fn calibration_error(scored: &[(f64, bool)]) -> f64 {
    let mut tenths = [(0.0, 0.0); TENTHS];
    for (score, label) in scored {
        let tenth = ((score * TENTHS as f64) as usize).min(TENTHS - 1);
        tenths[tenth].0 += score;
        tenths[tenth].1 += truth(*label);
    }
    let apart: f64 = tenths.iter().map(|(scores, labels)| (scores - labels).abs()).sum();
    apart / scored.len() as f64
}

/// Mean of what a score says against the truth.
pub(crate) fn log_loss(scored: impl Iterator<Item = (f64, bool)>) -> f64 {
    let (mut sum, mut count) = (0.0, 0.0);
    for (score, label) in scored {
        let chance = if label { score } else { 1.0 - score };
        sum -= chance.max(CHANCE_MIN).ln();
        count += 1.0;
    }
    if count == 0.0 { f64::INFINITY } else { sum / count }
}

/// The texts whose decision would teach most: the least certain, and among the surest a few, since
/// a model that errs there does not know. Places in the order in which to ask.
#[must_use]
pub fn worth_deciding(scores: &[f64], count: usize) -> Vec<usize> {
    let mut places: Vec<usize> = (0..scores.len()).collect();
    let doubt = |place: &usize| (scores[*place] - 0.5).abs();
    places.sort_by(|a, b| doubt(a).total_cmp(&doubt(b)).then(a.cmp(b)));
    let checks = (count / CHECKS_EVERY).min(places.len().saturating_sub(count));
    let surest = places.split_off(places.len() - checks);
    places.truncate(count - checks);
    places.extend(surest.into_iter().rev());
    places
}

fn truth(label: bool) -> f64 {
    f64::from(u8::from(label))
}

const TENTHS: usize = 10;
const CHANCE_MIN: f64 = 1e-15;
/// One in so many is asked about although it seems clear.
const CHECKS_EVERY: usize = 10;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn average_precision_is_that_of_scikit_learn() {
        // sklearn.metrics.average_precision_score([0, 0, 1, 1], [.1, .4, .35, .8])
        let scored = [(0.1, false), (0.4, false), (0.35, true), (0.8, true)];
        let measured = measure(&scored).unwrap();

        assert!((measured.average_precision - 0.833_333).abs() < 1e-5);
        assert_eq!((measured.recall, measured.false_alarms), (0.5, 0.0));
    }

    #[test]
    fn labels_of_one_kind_measure_nothing() {
        assert_eq!(measure(&[(0.1, true), (0.4, true)]), None);
        assert_eq!(measure(&[]), None);
    }

    #[test]
    fn what_is_asked_next_is_what_is_least_certain() {
        assert_eq!(worth_deciding(&[0.9, 0.52, 0.1, 0.4], 2), [1, 3]);
        assert_eq!(worth_deciding(&[0.9], 5), [0]);
        let many: Vec<f64> = (0..100).map(|at| f64::from(at) / 100.0).collect();
        let asked = worth_deciding(&many, 20);
        assert_eq!(asked.len(), 20);
        assert!(asked.contains(&50) && asked.contains(&0));
    }
}
