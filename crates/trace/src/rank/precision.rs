//! How good a ranking is.

/// How high laundering stands in a ranking: the mean, over all that is laundering, of the share of
/// laundering among all that stands as high or higher. Equal scores count as one place. `each` says
/// for how many others each of those stands that are not laundering. `None` where nothing is.
#[must_use]
pub fn average_precision(scores: &[f64], labels: &[bool], each: f64) -> Option<f64> {
    let mut order: Vec<(f64, bool)> = scores.iter().copied().zip(labels.iter().copied()).collect();
    order.sort_by(|one, other| other.0.total_cmp(&one.0));
    let (mut met, mut others, mut sum) = (0.0, 0.0, 0.0);
    for place in order.chunk_by(|one, other| one.0 == other.0) {
        let laundering = place.iter().filter(|(_, label)| *label).count();
        met += laundering as f64;
        others += (place.len() - laundering) as f64 * each;
        if 0 < laundering {
            sum += laundering as f64 * met / (met + others);
        }
    }
    (0.0 < met).then(|| sum / met)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_scores_count_as_one_place() {
        let check = |scores: &[f64], labels: &[bool], expected| {
            assert_eq!(average_precision(scores, labels, 1.0), expected);
        };
        check(&[0.9, 0.8, 0.1], &[true, true, false], Some(1.0));
        check(&[0.1, 0.9], &[true, false], Some(0.5));
        check(&[0.5, 0.5], &[true, false], Some(0.5));
        check(&[0.5], &[false], None);
    }

    #[test]
    fn one_that_stands_for_three_counts_three_times() {
        assert_eq!(average_precision(&[0.1, 0.9], &[true, false], 3.0), Some(0.25));
    }
}
