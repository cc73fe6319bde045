//! From evidence to a probability: logistic functions fitted by hand-run script.

use std::sync::LazyLock;

use crate::compare::Class;
use crate::table::QuickMap;

/// Numbers that describe the evidence of one pair.
pub const FEATURES: usize = 34;

/// The coefficients for one class of pairs: the constant, then one for each number.
#[derive(Debug, Clone)]
pub(crate) struct Calibration {
    constant: f32,
    slopes: [f32; FEATURES],
}

static ALL: LazyLock<QuickMap<&'static str, Calibration>> =
    LazyLock::new(|| include_str!("../data/calibration.tsv").lines().filter_map(read).collect());

static NONE: Calibration = Calibration { constant: -2.0, slopes: [0.0; FEATURES] };

impl Calibration {
    pub(crate) fn of(class: Class) -> &'static Self {
        ALL.get(class.name()).or_else(|| ALL.get("all")).unwrap_or(&NONE)
    }

    /// The probability that the pair is one, when as many pairs are as are not. O(1).
    pub(crate) fn probability(&self, features: &[f32; FEATURES]) -> f32 {
        let sum: f32 = features.iter().zip(&self.slopes).map(|(x, slope)| x * slope).sum();
        let of_one_name = 1.0 / (1.0 + (-sum - self.constant).exp());
        ALIAS + (1.0 - ALIAS) * of_one_name
    }
}

/// One in fifty goes by a name that is unlike the other one, which the labelled pairs leave out: no
/// name alone speaks against a record as surely as a number of a document.
const ALIAS: f32 = 0.02;

fn read(line: &'static str) -> Option<(&'static str, Calibration)> {
    let mut fields = line.split('\t');
    let class = fields.next()?;
    let constant = fields.next()?.parse().ok()?;
    let mut slopes = [0.0; FEATURES];
    for slope in &mut slopes {
        *slope = fields.next()?.parse().ok()?;
    }
    Some((class, Calibration { constant, slopes }))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers of `compare` that speak for one name come first, then those that speak against.
    const FOR: std::ops::Range<usize> = 0..20;
    const AGAINST: std::ops::Range<usize> = 20..33;

    #[test]
    fn what_speaks_for_one_name_never_counts_against_it() {
        assert!(!ALL.is_empty());
        for (class, calibration) in ALL.iter() {
            assert!(calibration.slopes[FOR].iter().all(|slope| 0.0 <= *slope), "{class}");
            assert!(calibration.slopes[AGAINST].iter().all(|slope| *slope <= 0.0), "{class}");
            // The odds of nothing in common, an alias aside: below one to twelve.
            assert!(calibration.constant < -2.5, "{class}");
        }
    }
}
