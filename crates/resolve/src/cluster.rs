//! From odds of pairs to clusters: who is one, all pairs taken together.
//!
//! Records that links at even odds or better tie together form a component; within it clusters
//! grow from single records, always the two whose pairs have the best odds on average, as long as
//! that average speaks for one. This is agglomerative clustering with average linkage over log
//! odds, a usual approximation of correlation clustering (Bansal, Blum and Chawla 2004), with
//! constraints after Davidson and Ravi (2005): pairs that were judged different are never joined.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::records::Records;

/// What a person decided about two records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// They are one.
    Same,
    /// They are not.
    Different,
}

/// A decision about two records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Judgement {
    /// The number of one record.
    pub a: u32,
    /// The number of the other.
    pub b: u32,
    /// What was decided.
    pub verdict: Verdict,
}

/// Two records with the log2 odds that they are one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    /// The record that is less by content.
    pub a: u32,
    /// The other.
    pub b: u32,
    /// log2 of the odds.
    pub odds: f32,
}

/// Where the records ended up.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Clusters {
    /// For each record the first record of its cluster.
    pub(crate) of_records: Vec<u32>,
    /// For each record the log2 odds that it belongs there.
    pub(crate) odds: Vec<f32>,
}

/// What two records say about each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Seen {
    /// log2 of the odds that they are one.
    pub(crate) odds: f32,
    /// How much they could say, up to 1: two records that have hardly a column in common must not
    /// outvote others that do, only because they cannot prove anything.
    pub(crate) reach: f32,
}

/// What clustering must keep to.
pub(crate) struct Bounds<'b> {
    pub(crate) judgements: &'b [Judgement],
    /// Whether each file holds nobody twice.
    pub(crate) one_of_each_file: bool,
}

/// Divides records into clusters. `odds` tells the log2 odds of any pair. O(links), and in a
/// component of k different records O(k³), with k at most [`COMPONENT_MAX`].
pub(crate) fn clusters(
    records: &Records,
    links: &[Link],
    bounds: &Bounds<'_>,
    odds: &(dyn Fn(u32, u32) -> Seen + Sync),
) -> Clusters {
    let mut ranks = vec![0_u32; records.len()];
    for (rank, record) in records.by_content.iter().enumerate() {
        ranks[*record as usize] = rank as u32;
    }
    let divider = Divider { records, bounds, odds };
    let mut strong: Vec<Link> = links.iter().copied().filter(|link| 0.0 < link.odds).collect();
    strong.extend(bounds.same().map(|(a, b)| Link { a, b, odds: f32::INFINITY }));
    let mut all = Clusters {
        of_records: (0..records.len() as u32).collect(),
        odds: lone_odds(records.len(), links),
    };
    let parts: Vec<Vec<Cluster>> = components(&strong)
        .into_par_iter()
        .map(|mut component| {
            component.members.sort_unstable_by_key(|record| ranks[*record as usize]);
            divider.divided(&component, EVEN)
        })
        .collect();
    for cluster in parts.into_iter().flatten() {
        let first = cluster.iter().map(|(record, _)| *record).min().unwrap_or(0);
        for (record, odds) in cluster {
            all.of_records[record as usize] = first;
            all.odds[record as usize] = odds;
        }
    }
    all
}

/// Records of a cluster of two or more, each with its odds of belonging there.
type Cluster = Vec<(u32, f32)>;

/// Records that links tie together, with those links.
struct Component {
    members: Vec<u32>,
    links: Vec<Link>,
}

/// Records of the same content, or one record.
struct Node {
    records: Vec<u32>,
}

struct Divider<'d> {
    records: &'d Records,
    bounds: &'d Bounds<'d>,
    odds: &'d (dyn Fn(u32, u32) -> Seen + Sync),
}

impl Divider<'_> {
    /// The clusters of a component whose links have more than `least` odds.
    fn divided(&self, component: &Component, least: f32) -> Vec<Cluster> {
        let nodes = self.nodes(component);
        if nodes.len() <= COMPONENT_MAX {
            return self.grown(&nodes);
        }
        // Too many to compare all with all: the weakest links are cut first.
        let least = if least == EVEN { FIRST_CUT } else { least * 2.0 };
        if LAST_CUT < least {
            return self.chained(&nodes, &component.links);
        }
        let kept = |link: &&Link| least < link.odds;
        let links: Vec<Link> = component.links.iter().filter(kept).copied().collect();
        let order: BTreeMap<u32, usize> =
            component.members.iter().enumerate().map(|(at, record)| (*record, at)).collect();
        let mut clusters = Vec::new();
        for mut part in components(&links) {
            part.members.sort_unstable_by_key(|record| order.get(record).copied());
            clusters.extend(self.divided(&part, least));
        }
        clusters
    }

    /// Copies of one record together, unless something keeps them apart.
    fn nodes(&self, component: &Component) -> Vec<Node> {
        let mut nodes: Vec<Node> = Vec::new();
        for &record in &component.members {
            let joins = nodes.last().is_some_and(|node| {
                let other = node.records[0];
                !self.bounds.one_of_each_file
                    && self.records.is_same(record, other)
                    && !self.bounds.is_judged_different(record)
                    && !self.bounds.is_judged_different(other)
                    && EVEN < (self.odds)(record, other).odds
            });
            match nodes.last_mut().filter(|_| joins) {
                Some(node) => node.records.push(record),
                None => nodes.push(Node { records: vec![record] }),
            }
        }
        nodes
    }

    /// Log2 odds of every two nodes; infinite where a person judged.
    fn matrix(&self, nodes: &[Node]) -> Vec<Vec<Seen>> {
        let nothing = Seen { odds: 0.0, reach: 1.0 };
        let mut matrix = vec![vec![nothing; nodes.len()]; nodes.len()];
        let number: BTreeMap<u32, usize> = nodes
            .iter()
            .enumerate()
            .flat_map(|(at, node)| node.records.iter().map(move |record| (*record, at)))
            .collect();
        for one in 0..nodes.len() {
            for other in one..nodes.len() {
                let (a, b) = (nodes[one].records[0], nodes[other].records[0]);
                let mut seen = (self.odds)(a, b);
                seen.odds = seen.odds.clamp(-ODDS_MAX, ODDS_MAX);
                (matrix[one][other], matrix[other][one]) = (seen, seen);
            }
        }
        let judgements = self.bounds.judgements.iter();
        let mut judged: Vec<_> = judgements
            .filter_map(|j| Some((j.verdict, *number.get(&j.a)?, *number.get(&j.b)?)))
            .filter(|(_, one, other)| one != other)
            .collect();
        judged.sort_unstable();
        // Same first, so that different has the last word.
        for (verdict, one, other) in judged {
            let odds = if verdict == Verdict::Same { f32::INFINITY } else { f32::NEG_INFINITY };
            (matrix[one][other].odds, matrix[other][one].odds) = (odds, odds);
        }
        matrix
    }

    fn grown(&self, nodes: &[Node]) -> Vec<Cluster> {
        let matrix = self.matrix(nodes);
        let mut groups: Vec<Vec<usize>> = (0..nodes.len()).map(|at| vec![at]).collect();
        while let Some((one, other)) = self.best_join(&groups, nodes, &matrix) {
            let joined = groups.swap_remove(other);
            groups[one].extend(joined);
            groups[one].sort_unstable();
            groups.sort_unstable();
        }
        let told = |group: &Vec<usize>| cluster_of(group, nodes, &matrix);
        groups.iter().filter_map(told).collect()
    }

    /// The two groups whose pairs have the best odds on average, if that speaks for one.
    fn best_join(
        &self,
        groups: &[Vec<usize>],
        nodes: &[Node],
        matrix: &[Vec<Seen>],
    ) -> Option<(usize, usize)> {
        let mut best = None;
        let mut best_odds = EVEN;
        for one in 0..groups.len() {
            for other in one + 1..groups.len() {
                let odds = mean(&groups[one], &groups[other], nodes, matrix);
                if best_odds < odds && !self.share_a_file(&groups[one], &groups[other], nodes) {
                    (best, best_odds) = (Some((one, other)), odds);
                }
            }
        }
        best
    }

    fn share_a_file(&self, one: &[usize], other: &[usize], nodes: &[Node]) -> bool {
        let source = |at: &usize| self.records.sources[nodes[*at].records[0] as usize];
        self.bounds.one_of_each_file
            && one.iter().any(|a| other.iter().any(|b| source(a) == source(b)))
    }

    /// So many records so strongly tied are joined link by link, as far as nothing forbids it.
    fn chained(&self, nodes: &[Node], links: &[Link]) -> Vec<Cluster> {
        let mut group: BTreeMap<u32, usize> = BTreeMap::new();
        let mut members: Vec<Vec<u32>> = Vec::new();
        for node in nodes {
            node.records.iter().for_each(|record| _ = group.insert(*record, members.len()));
            members.push(node.records.clone());
        }
        let mut strongest_first = links.to_vec();
        strongest_first.sort_by(|a, b| b.odds.total_cmp(&a.odds));
        for link in strongest_first {
            let (Some(&one), Some(&other)) = (group.get(&link.a), group.get(&link.b)) else {
                continue;
            };
            if one == other || self.bounds.are_apart(&members[one], &members[other], self.records) {
                continue;
            }
            let moved = std::mem::take(&mut members[other]);
            moved.iter().for_each(|record| _ = group.insert(*record, one));
            members[one].extend(moved);
        }
        let clusters = members.into_iter().filter(|members| 1 < members.len());
        clusters
            .map(|members| members.into_iter().map(|record| (record, LAST_CUT)).collect())
            .collect()
    }
}

impl Bounds<'_> {
    fn same(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        let same = self.judgements.iter().filter(|judged| judged.verdict == Verdict::Same);
        same.map(|judged| (judged.a, judged.b))
    }

    fn different(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        let judged = self.judgements.iter().filter(|judged| judged.verdict == Verdict::Different);
        judged.map(|judged| (judged.a, judged.b))
    }

    fn is_judged_different(&self, record: u32) -> bool {
        self.different().any(|(a, b)| a == record || b == record)
    }

    fn are_apart(&self, one: &[u32], other: &[u32], records: &Records) -> bool {
        let source = |record: &u32| records.sources[*record as usize];
        let judged = |(a, b): (u32, u32)| {
            one.contains(&a) && other.contains(&b) || one.contains(&b) && other.contains(&a)
        };
        self.different().any(judged)
            || self.one_of_each_file
                && one.iter().any(|a| other.iter().any(|b| source(a) == source(b)))
    }
}

/// The odds of two groups of nodes, averaged over their pairs of records by what each pair could say;
/// one pair that was judged decides for all.
fn mean(one: &[usize], other: &[usize], nodes: &[Node], matrix: &[Vec<Seen>]) -> f32 {
    let (mut sum, mut weights) = (0.0, 0.0);
    let mut is_same = false;
    for a in one {
        for b in other {
            let Seen { odds, reach } = matrix[*a][*b];
            if odds == f32::NEG_INFINITY {
                return odds;
            }
            is_same |= odds == f32::INFINITY;
            let pairs = (nodes[*a].records.len() * nodes[*b].records.len()) as f32;
            sum += odds.min(ODDS_MAX) * reach * pairs;
            weights += reach * pairs;
        }
    }
    if is_same { f32::INFINITY } else { sum / weights }
}

/// The records of a group with their mean odds to the others of it; `None` of a single record.
fn cluster_of(group: &[usize], nodes: &[Node], matrix: &[Vec<Seen>]) -> Option<Cluster> {
    let size: usize = group.iter().map(|at| nodes[*at].records.len()).sum();
    if size < 2 {
        return None;
    }
    let mut cluster = Vec::with_capacity(size);
    for &at in group {
        let pairs = |other: usize| nodes[other].records.len() - usize::from(other == at);
        let weight = |other: &usize| matrix[at][*other].reach * pairs(*other) as f32;
        let odds = |other: &usize| matrix[at][*other].odds.clamp(-ODDS_MAX, ODDS_MAX);
        let sum: f32 = group.iter().map(|other| odds(other) * weight(other)).sum();
        let mean = sum / group.iter().map(weight).sum::<f32>();
        cluster.extend(nodes[at].records.iter().map(|record| (*record, mean)));
    }
    Some(cluster)
}

/// The odds that a record stands alone: those against its best link.
fn lone_odds(records: usize, links: &[Link]) -> Vec<f32> {
    let mut odds = vec![ODDS_MAX; records];
    for link in links {
        for record in [link.a, link.b] {
            let odds = &mut odds[record as usize];
            *odds = odds.min(-link.odds);
        }
    }
    odds
}

/// Records that links tie together, and the links of each.
fn components(links: &[Link]) -> Vec<Component> {
    let mut members: Vec<u32> = links.iter().flat_map(|link| [link.a, link.b]).collect();
    members.sort_unstable();
    members.dedup();
    let place = |record: u32| members.partition_point(|member| *member < record);
    let mut parents: Vec<usize> = (0..members.len()).collect();
    for link in links {
        let (one, other) = (place(link.a), place(link.b));
        let (one, other) = (root(&mut parents, one), root(&mut parents, other));
        parents[one.max(other)] = one.min(other);
    }
    let mut numbers = vec![usize::MAX; members.len()];
    let mut found: Vec<Component> = Vec::new();
    for (at, record) in members.iter().enumerate() {
        let number = &mut numbers[root(&mut parents, at)];
        if *number == usize::MAX {
            *number = found.len();
            found.push(Component { members: Vec::new(), links: Vec::new() });
        }
        found[*number].members.push(*record);
    }
    for link in links {
        let of = root(&mut parents, place(link.a));
        found[numbers[of]].links.push(*link);
    }
    found
}

fn root(parents: &mut [usize], mut at: usize) -> usize {
    while parents[at] != at {
        parents[at] = parents[parents[at]];
        at = parents[at];
    }
    at
}

/// Odds at which it is as likely as not.
const EVEN: f32 = 0.0;
/// No pair counts for more than 2^20 to one in an average, so that one cannot outweigh many.
const ODDS_MAX: f32 = 20.0;
/// Different records of a component that are compared all with all.
const COMPONENT_MAX: usize = 200;
/// Odds below which links of too large a component are cut, doubled until it falls apart or what
/// remains is beyond doubt.
const FIRST_CUT: f32 = 4.0;
const LAST_CUT: f32 = 16.0;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use liaison_model::values::DateOrder;
    use proptest::prelude::*;

    use super::*;
    use crate::kind::Kind;
    use crate::records::{Records, RecordsBuilder};

    fn records(count: usize) -> Records {
        let mut builder = RecordsBuilder::new(&[(Kind::Text, DateOrder::DayFirst)]);
        let names: Vec<String> = (0..count).map(|at| format!("record {at}")).collect();
        names.iter().for_each(|name| builder.push(0, [name.as_str()]));
        builder.finish()
    }

    fn clustered(count: usize, odds: &[Vec<f32>], judgements: &[Judgement]) -> Clusters {
        let of = |a: u32, b: u32| odds[a.min(b) as usize][a.max(b) as usize];
        let seen = |a: u32, b: u32| Seen { odds: of(a, b), reach: 1.0 };
        let every = |a: u32| (a + 1..count as u32).map(move |b| (a, b));
        let pairs = (0..count as u32).flat_map(every);
        let links: Vec<Link> = pairs.map(|(a, b)| Link { a, b, odds: of(a, b) }).collect();
        let bounds = Bounds { judgements, one_of_each_file: false };
        clusters(&records(count), &links, &bounds, &seen)
    }

    fn judgement(count: u32) -> impl Strategy<Value = Judgement> {
        let verdict = prop_oneof![Just(Verdict::Same), Just(Verdict::Different)];
        let pair = (0..count, 0..count).prop_filter("two records", |(a, b)| a != b);
        (pair, verdict).prop_map(|((a, b), verdict)| Judgement { a, b, verdict })
    }

    fn odds(count: usize) -> impl Strategy<Value = Vec<Vec<f32>>> {
        prop::collection::vec(prop::collection::vec(-9.0_f32..9.0, count), count)
    }

    #[test]
    fn two_that_fit_a_third_are_one_with_it_although_they_fit_each_other_badly() {
        let odds = [vec![0.0, 8.0, 8.0], vec![0.0, 0.0, -3.0], vec![0.0; 3]];
        let found = clustered(3, &odds, &[]);

        assert_eq!(found.of_records, [0, 0, 0]);
        assert_eq!(found.odds, [8.0, 2.5, 2.5]);
    }

    #[test]
    fn a_record_that_ties_two_strong_groups_weakly_does_not_join_them() {
        let mut odds = vec![vec![-9.0; 5]; 5];
        (odds[0][1], odds[2][3]) = (9.0, 9.0);
        (odds[1][4], odds[2][4]) = (1.0, 0.5);
        let found = clustered(5, &odds, &[]);

        assert_eq!(found.of_records, [0, 0, 2, 2, 4]);
    }

    #[test]
    fn clusters_too_large_to_compare_all_with_all_keep_apart_what_must_be() {
        let odds = vec![vec![30.0; 300]; 300];
        let judged = Judgement { a: 17, b: 250, verdict: Verdict::Different };
        let found = clustered(300, &odds, &[judged]);

        assert_ne!(found.of_records[17], found.of_records[250]);
        let clusters: BTreeSet<u32> = found.of_records.into_iter().collect();
        assert_eq!(clusters.len(), 2);
    }

    proptest! {
        #[test]
        fn no_cluster_has_two_records_that_were_judged_different(
            odds in odds(7), judgements in prop::collection::vec(judgement(7), 0..6)
        ) {
            let found = clustered(7, &odds, &judgements);

            for judged in judgements.iter().filter(|judged| judged.verdict == Verdict::Different) {
                let of = |record: u32| found.of_records[record as usize];
                prop_assert_ne!(of(judged.a), of(judged.b));
            }
        }

        #[test]
        fn records_judged_the_same_are_one_where_nobody_says_otherwise(
            odds in odds(6), a in 0_u32..6, b in 0_u32..6
        ) {
            prop_assume!(a != b);
            let found = clustered(6, &odds, &[Judgement { a, b, verdict: Verdict::Same }]);

            prop_assert_eq!(found.of_records[a as usize], found.of_records[b as usize]);
        }

        #[test]
        fn a_judgement_taken_back_leaves_no_trace(
            odds in odds(6), kept in prop::collection::vec(judgement(6), 0..3), undone in judgement(6)
        ) {
            let before = clustered(6, &odds, &kept);
            let mut judged = kept.clone();
            judged.push(undone);
            clustered(6, &odds, &judged);

            prop_assert_eq!(clustered(6, &odds, &kept), before);
        }

        #[test]
        fn the_order_of_judgements_does_not_matter(
            odds in odds(6), judgements in prop::collection::vec(judgement(6), 0..6)
        ) {
            let turned: Vec<Judgement> = judgements.iter().rev().copied().collect();

            prop_assert_eq!(clustered(6, &odds, &judgements), clustered(6, &odds, &turned));
        }
    }
}
