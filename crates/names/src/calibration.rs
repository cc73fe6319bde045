//! From evidence to a probability: logistic functions fitted by hand-run script.

use std::sync::LazyLock;

use crate::compare::Class;
use crate::table::QuickMap;

/// Numbers that describe the evidence of one pair.
pub const FEATURES: usize = 23;

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

    /// The probability that the pair is one, when as many pairs are as are not; `against` lowers
    /// its log odds. O(1).
    pub(crate) fn probability(&self, features: &[f32; FEATURES], against: f32) -> f32 {
        let sum: f32 = features.iter().zip(&self.slopes).map(|(x, slope)| x * slope).sum();
        1.0 / (1.0 + (against - sum - self.constant).exp())
    }
}

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
