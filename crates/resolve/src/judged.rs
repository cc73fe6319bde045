//! Who is one by what people judged, and by nothing else.

use std::collections::{BTreeMap, BTreeSet};

use crate::cluster::{Judgement, Verdict};

/// Divides `records` by judgements, the oldest first: for each record the least one of its cluster.
///
/// Of two judgements about one pair the later counts. Judged same joins, but for a join that would
/// bring two records together which were judged different: that one is left out, and the joins
/// before it stand. Nothing else is kept, so that a judgement taken back leaves no trace.
/// O(judgements × records judged different).
#[must_use]
pub fn judged_clusters(records: u32, judgements: &[Judgement]) -> Vec<u32> {
    let mut latest = BTreeMap::new();
    for (age, judged) in judgements.iter().enumerate() {
        let is_pair = judged.a != judged.b && judged.a.max(judged.b) < records;
        if is_pair {
            latest.insert((judged.a.min(judged.b), judged.a.max(judged.b)), (age, judged.verdict));
        }
    }
    let apart: BTreeSet<(u32, u32)> = latest
        .iter()
        .filter(|(_, (_, verdict))| *verdict == Verdict::Different)
        .map(|(pair, _)| *pair)
        .collect();
    let mut joins: Vec<(usize, (u32, u32))> = latest
        .into_iter()
        .filter(|(_, (_, verdict))| *verdict == Verdict::Same)
        .map(|(pair, (age, _))| (age, pair))
        .collect();
    joins.sort_unstable();
    let mut clusters: Vec<u32> = (0..records).collect();
    for (_, (a, b)) in joins {
        let (one, other) = (clusters[a as usize], clusters[b as usize]);
        let (first, second) = (one.min(other), one.max(other));
        let is_apart = |pair: &(u32, u32)| {
            let ends = (clusters[pair.0 as usize], clusters[pair.1 as usize]);
            ends == (first, second) || ends == (second, first)
        };
        if first != second && !apart.iter().any(is_apart) {
            clusters.iter_mut().filter(|cluster| **cluster == second).for_each(|c| *c = first);
        }
    }
    clusters
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn same(a: u32, b: u32) -> Judgement {
        Judgement { a, b, verdict: Verdict::Same }
    }

    fn different(a: u32, b: u32) -> Judgement {
        Judgement { a, b, verdict: Verdict::Different }
    }

    #[test]
    fn records_that_are_one_with_a_third_are_one() {
        assert_eq!(judged_clusters(4, &[same(0, 1), same(3, 1)]), [0, 0, 2, 0]);
    }

    #[test]
    fn of_two_judgements_about_one_pair_the_later_counts() {
        assert_eq!(judged_clusters(2, &[same(0, 1), different(1, 0)]), [0, 1]);
        assert_eq!(judged_clusters(2, &[different(0, 1), same(1, 0)]), [0, 0]);
    }

    #[test]
    fn what_was_judged_different_stays_apart_by_way_of_others_too() {
        let judged = [same(0, 1), same(1, 2), different(0, 2)];

        assert_eq!(judged_clusters(3, &judged), [0, 0, 2]);
    }

    proptest! {
        #[test]
        fn no_cluster_of_judgements_has_two_records_that_were_judged_different(
            drawn in proptest::collection::vec((0_u32..8, 0_u32..8, any::<bool>()), 0..30)
        ) {
            let judged = |(a, b, is_same)| if is_same { same(a, b) } else { different(a, b) };
            let judgements: Vec<Judgement> = drawn.iter().copied().map(judged).collect();
            let clusters = judged_clusters(8, &judgements);

            for (at, one) in judgements.iter().enumerate() {
                let pair = |j: &Judgement| (j.a.min(j.b), j.a.max(j.b));
                let is_last = judgements[at + 1..].iter().all(|later| pair(later) != pair(one));
                if is_last && one.verdict == Verdict::Different && one.a != one.b {
                    prop_assert_ne!(clusters[one.a as usize], clusters[one.b as usize]);
                }
            }
        }
    }
}
