//! Two lists: Chapman's estimator.

use statrs::distribution::{ContinuousCDF, Normal};

/// People in all with limits, from two lists of `first` and `second` people who share `shared`.
///
/// The limits are those of the normal distribution with Seber's variance, and never below the
/// people who were seen. It takes the lists to be independent, everybody to have had the same
/// chance of being on a list, and nobody to have come or gone.
///
/// # Source
///
/// Chapman (1951); Seber (1982), *The Estimation of Animal Abundance*, ch. 3.
pub(crate) fn chapman(first: f64, second: f64, shared: f64, level: f64) -> (f64, f64, f64) {
    let estimate = (first + 1.0) * (second + 1.0) / (shared + 1.0) - 1.0;
    let variance = (first + 1.0) * (second + 1.0) * (first - shared) * (second - shared)
        / ((shared + 1.0).powi(2) * (shared + 2.0));
    let reach = Normal::standard().inverse_cdf(f64::midpoint(1.0, level)) * variance.sqrt();
    let seen = first + second - shared;
    (estimate, (estimate - reach).max(seen), estimate + reach)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn two_lists_are_estimated_as_chapman_and_seber_write() {
        let (estimate, low, high) = chapman(330.0, 64.0, 20.0, 0.95);

        // 331 × 65 / 21 − 1, and 1.96 × √(331 × 65 × 310 × 44 / (21² × 22)).
        assert!((estimate - 1_023.523_8).abs() < 1e-3);
        assert!((high - estimate - 340.875).abs() < 0.1);
        assert!((estimate - low - 340.875).abs() < 0.1);
    }

    proptest! {
        #[test]
        fn fewer_people_than_were_seen_are_never_told(
            shared in 0u32..500, only_first in 0u32..500, only_second in 0u32..500,
        ) {
            let [shared, only_first, only_second] = [shared, only_first, only_second].map(f64::from);
            let seen = shared + only_first + only_second;

            let (estimate, low, high) = chapman(only_first + shared, only_second + shared, shared, 0.95);

            prop_assert!(seen <= estimate + 1e-9 && seen <= low && low <= high + 1e-9);
        }
    }
}
