//! Gradient boosting of small trees: logistic loss, at most 64 bins for each feature, second-order
//! gains (Friedman, 2001; Chen and Guestrin, 2016), and the leaf that gains most is split next (Ke
//! and others, 2017).
//!
//! Of many transfers that are not laundering each member of the ensemble sees others; what that
//! changes about the odds is taken back at the end.

use serde::{Deserialize, Serialize};

use super::chance::Chance;

/// Rows of features, one behind the other.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    width: usize,
    cells: Vec<f32>,
}

/// Trees whose sum is the log-odds, each member of the ensemble by itself.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Boosted {
    members: Vec<Member>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Member {
    /// Log-odds before any tree. Numbers that are kept have 32 bits: JSON brings these back exactly.
    base: f32,
    trees: Vec<Tree>,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Tree(Vec<Node>);

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Node {
    /// What the tree would say here if it ended here.
    value: f32,
    split: Option<Split>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
struct Split {
    feature: usize,
    /// The greatest value that goes left.
    most: f32,
    left: usize,
    right: usize,
}

impl Rows {
    /// Without any row.
    pub fn new(width: usize) -> Self {
        Self { width, cells: Vec::new() }
    }

    /// Takes a row.
    pub fn push(&mut self, row: &[f32]) {
        debug_assert_eq!(row.len(), self.width);
        self.cells.extend_from_slice(row);
    }

    /// Some of them, by their numbers.
    pub fn some(&self, numbers: &[usize]) -> Self {
        let mut some = Self::new(self.width);
        numbers.iter().for_each(|at| some.push(self.row(*at)));
        some
    }

    /// The row of a number.
    pub fn row(&self, at: usize) -> &[f32] {
        &self.cells[at * self.width..(at + 1) * self.width]
    }
}

impl Boosted {
    /// Learns from rows and whether each is laundering. Both kinds must be there.
    pub fn learn(rows: &Rows, labels: &[bool], members: u64, seed: u64) -> Self {
        let members = (0..members).map(|number| {
            let mut chance = Chance::new(seed ^ (number + 1).wrapping_mul(0x9E37_79B9));
            Member::learn(rows, labels, &mut chance)
        });
        Self { members: members.collect() }
    }

    /// The log-odds of a row. `added` hears what each feature adds to them on the way down the trees
    /// (Saabas, 2014).
    pub fn odds(&self, row: &[f32], added: &mut dyn FnMut(usize, f64)) -> f64 {
        let share = 1.0 / self.members.len().max(1) as f64;
        let mut odds = 0.0;
        for member in &self.members {
            odds += f64::from(member.base) * share;
            for tree in &member.trees {
                odds += tree.walk(row, &mut |feature, value| added(feature, value * share)) * share;
            }
        }
        odds
    }

    /// Whether it can be asked about rows of so many features: a file may say anything.
    pub fn is_sound(&self, width: usize) -> bool {
        !self.members.is_empty()
            && self.members.iter().all(|member| {
                member.base.is_finite() && member.trees.iter().all(|tree| tree.is_sound(width))
            })
    }
}

impl Member {
    fn learn(rows: &Rows, labels: &[bool], chance: &mut Chance) -> Self {
        let positives = labels.iter().filter(|label| **label).count();
        let negatives = labels.len() - positives;
        let wanted = (positives * NEGATIVES_EACH).max(NEGATIVES_LEAST);
        let share = (wanted as f64 / negatives.max(1) as f64).min(1.0);
        let own: Vec<usize> =
            (0..labels.len()).filter(|at| labels[*at] || chance.share() < share).collect();
        let labels: Vec<bool> = own.iter().map(|at| labels[*at]).collect();
        let binned = Binned::new(rows, &own);
        let taken = (labels.len() - positives).max(1);
        let start = (positives.max(1) as f64 / taken as f64).ln();
        let mut odds = vec![start; labels.len()];
        let mut trees = Vec::new();
        for _ in 0..TREES {
            let steps: Vec<Step> =
                odds.iter().zip(&labels).map(|(odds, label)| Step::new(*odds, *label)).collect();
            let features = chance.some_of(rows.width, FEATURES_PERCENT);
            let tree = Grower::new(&binned, &steps, &features).grow();
            for (odds, at) in odds.iter_mut().zip(&own) {
                *odds += tree.walk(rows.row(*at), &mut |_, _| ());
            }
            trees.push(tree);
        }
        // Only a share of what is not laundering was seen: it is more probable than it looked.
        Self { base: (start + share.ln()) as f32, trees }
    }
}

impl Tree {
    fn walk(&self, row: &[f32], added: &mut dyn FnMut(usize, f64)) -> f64 {
        let mut node = self.0[0];
        while let Some(Split { feature, most, left, right }) = node.split {
            let below = self.0[if row[feature] <= most { left } else { right }];
            added(feature, f64::from(below.value) - f64::from(node.value));
            node = below;
        }
        f64::from(node.value)
    }

    /// Every way goes on to later nodes, so that it ends.
    fn is_sound(&self, width: usize) -> bool {
        let is_below = |node: usize, at: usize| at < node && node < self.0.len();
        !self.0.is_empty()
            && self.0.iter().enumerate().all(|(at, node)| {
                node.value.is_finite()
                    && node.split.is_none_or(|split| {
                        let ends = [split.left, split.right];
                        split.feature < width && ends.iter().all(|node| is_below(*node, at))
                    })
            })
    }
}

/// First and second derivative of the loss, and how many rows they are of.
#[derive(Debug, Clone, Copy, Default)]
struct Step {
    slope: f64,
    bend: f64,
    rows: u32,
}

impl Step {
    fn new(odds: f64, label: bool) -> Self {
        let chance = logistic(odds);
        let bend = (chance * (1.0 - chance)).max(BEND_MIN);
        Self { slope: f64::from(u8::from(label)) - chance, bend, rows: 1 }
    }

    fn add(&mut self, other: Self) {
        self.slope += other.slope;
        self.bend += other.bend;
        self.rows += other.rows;
    }

    fn without(self, other: Self) -> Self {
        let Self { slope, bend, rows } = self;
        Self { slope: slope - other.slope, bend: bend - other.bend, rows: rows - other.rows }
    }

    fn value(self) -> f32 {
        (RATE * self.slope / (self.bend + RIDGE)) as f32
    }

    fn gain(self) -> f64 {
        self.slope * self.slope / (self.bend + RIDGE)
    }
}

/// Where values of each feature are taken for alike.
struct Binned {
    edges: Vec<Vec<f32>>,
    /// Feature by feature.
    bins: Vec<u8>,
    rows: usize,
}

impl Binned {
    fn new(rows: &Rows, own: &[usize]) -> Self {
        let step = own.len().div_ceil(VALUES_MAX).max(1);
        let mut edges = Vec::with_capacity(rows.width);
        let mut bins = Vec::with_capacity(rows.width * own.len());
        for feature in 0..rows.width {
            let value = |at: &usize| rows.cells[at * rows.width + feature];
            let mut values: Vec<f32> = own.iter().step_by(step).map(value).collect();
            values.sort_by(f32::total_cmp);
            let last = values.len().saturating_sub(1);
            let mut of_feature: Vec<f32> =
                (1..BINS).filter_map(|part| values.get(part * last / BINS).copied()).collect();
            of_feature.dedup();
            // Fewer edges than 64.
            let place = |at: &usize| of_feature.partition_point(|edge| *edge < value(at)) as u8;
            bins.extend(own.iter().map(place));
            edges.push(of_feature);
        }
        Self { edges, bins, rows: own.len() }
    }

    fn of(&self, feature: usize) -> &[u8] {
        &self.bins[feature * self.rows..(feature + 1) * self.rows]
    }
}

/// A leaf that may still be split.
struct Leaf {
    node: usize,
    /// Its rows, as a part of the order.
    rows: std::ops::Range<usize>,
    sums: Vec<Step>,
    best: Option<Best>,
}

#[derive(Clone, Copy)]
struct Best {
    gain: f64,
    feature: usize,
    bin: usize,
}

/// Grows one tree.
struct Grower<'a> {
    binned: &'a Binned,
    steps: &'a [Step],
    features: &'a [usize],
    order: Vec<u32>,
    nodes: Vec<Node>,
}

impl<'a> Grower<'a> {
    fn new(binned: &'a Binned, steps: &'a [Step], features: &'a [usize]) -> Self {
        // A sample is smaller than 32 bits can number.
        let order = (0..steps.len() as u32).collect();
        Self { binned, steps, features, order, nodes: Vec::new() }
    }

    fn grow(mut self) -> Tree {
        let mut all = Step::default();
        self.steps.iter().for_each(|step| all.add(*step));
        self.nodes.push(Node { value: all.value(), split: None });
        let sums = self.sums(&(0..self.steps.len()));
        let best = self.best(&sums);
        let mut leaves = vec![Leaf { node: 0, rows: 0..self.steps.len(), sums, best }];
        while leaves.len() < LEAVES {
            let gain = |leaf: &Leaf| leaf.best.map_or(0.0, |best| best.gain);
            let at = (0..leaves.len())
                .reduce(|most, at| if gain(&leaves[most]) < gain(&leaves[at]) { at } else { most });
            let Some((at, best)) = at.and_then(|at| Some((at, leaves[at].best?))) else { break };
            let leaf = leaves.swap_remove(at);
            leaves.extend(self.split(leaf, best));
        }
        Tree(self.nodes)
    }

    fn split(&mut self, leaf: Leaf, best: Best) -> [Leaf; 2] {
        let bins = self.binned.of(best.feature);
        let own = &mut self.order[leaf.rows.clone()];
        let (left, right): (Vec<u32>, Vec<u32>) =
            own.iter().partition(|at| usize::from(bins[**at as usize]) <= best.bin);
        own[..left.len()].copy_from_slice(&left);
        own[left.len()..].copy_from_slice(&right);
        let middle = leaf.rows.start + left.len();
        let (first, second) = (leaf.rows.start..middle, middle..leaf.rows.end);
        // The smaller half is added up, the other one is what is left.
        let is_first_smaller = left.len() <= right.len();
        let smaller = self.sums(if is_first_smaller { &first } else { &second });
        let larger: Vec<Step> =
            leaf.sums.iter().zip(&smaller).map(|(all, part)| all.without(*part)).collect();
        let (left, right) = if is_first_smaller { (smaller, larger) } else { (larger, smaller) };
        let place = self.nodes.len();
        self.nodes[leaf.node].split = Some(Split {
            feature: best.feature,
            most: self.binned.edges[best.feature][best.bin],
            left: place,
            right: place + 1,
        });
        [(place, first, left), (place + 1, second, right)].map(|(node, rows, sums)| {
            let value = self.total(&sums).value();
            self.nodes.push(Node { value, split: None });
            let best = self.best(&sums);
            Leaf { node, rows, sums, best }
        })
    }

    /// Sums of the steps by feature and bin.
    fn sums(&self, rows: &std::ops::Range<usize>) -> Vec<Step> {
        let own = &self.order[rows.clone()];
        let steps: Vec<Step> = own.iter().map(|at| self.steps[*at as usize]).collect();
        let mut sums = vec![Step::default(); self.features.len() * BINS];
        for (cells, feature) in sums.chunks_mut(BINS).zip(self.features) {
            let bins = self.binned.of(*feature);
            for (at, step) in own.iter().zip(&steps) {
                cells[usize::from(bins[*at as usize])].add(*step);
            }
        }
        sums
    }

    fn total(&self, sums: &[Step]) -> Step {
        let mut total = Step::default();
        sums.iter().take(BINS).for_each(|step| total.add(*step));
        total
    }

    /// The feature and bin that tell most; the first of equals.
    fn best(&self, sums: &[Step]) -> Option<Best> {
        let total = self.total(sums);
        let mut best: Option<Best> = None;
        for (cells, feature) in sums.chunks(BINS).zip(self.features) {
            let mut left = Step::default();
            let edges = self.binned.edges[*feature].len();
            for (bin, step) in cells.iter().enumerate().take(edges) {
                left.add(*step);
                let right = total.without(left);
                if left.rows < ROWS_MIN || right.rows < ROWS_MIN {
                    continue;
                }
                let gain = left.gain() + right.gain() - total.gain();
                if best.map_or(GAIN_MIN, |best| best.gain) < gain {
                    best = Some(Best { gain, feature: *feature, bin });
                }
            }
        }
        best
    }
}

/// The chance that belongs to log-odds.
pub fn logistic(odds: f64) -> f64 {
    1.0 / (1.0 + (-odds).exp())
}

const TREES: usize = 120;
const LEAVES: usize = 16;
/// Share of what a tree says that counts.
const RATE: f64 = 0.08;
const RIDGE: f64 = 2.0;
const BEND_MIN: f64 = 1e-9;
const GAIN_MIN: f64 = 1e-6;
/// Rows of a leaf.
const ROWS_MIN: u32 = 10;
const BINS: usize = 64;
/// Features of which a tree may choose.
const FEATURES_PERCENT: u64 = 30;
/// Values of a feature by which bins are laid.
const VALUES_MAX: usize = 100_000;
/// Transfers that are not laundering which a member sees: so many for each that is, or so many.
const NEGATIVES_EACH: usize = 30;
const NEGATIVES_LEAST: usize = 20_000;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rows(cells: &[[f32; 3]]) -> Rows {
        let mut rows = Rows::new(3);
        cells.iter().for_each(|row| rows.push(row));
        rows
    }

    fn drawn(count: usize, seed: u64) -> (Rows, Vec<bool>) {
        let mut chance = Chance::new(seed);
        let cells: Vec<[f32; 3]> =
            (0..count).map(|_| [0; 3].map(|_: i32| chance.share() as f32)).collect();
        let labels = cells.iter().map(|row| row[0] < 0.3 && 0.5 < row[2]).collect();
        (rows(&cells), labels)
    }

    #[test]
    fn what_two_features_say_together_is_learnt() {
        let (rows, labels) = drawn(3_000, 1);

        let boosted = Boosted::learn(&rows, &labels, 2, 7);

        let (others, truth) = drawn(500, 2);
        let odds = |at: usize| boosted.odds(others.row(at), &mut |_, _| ());
        let right = (0..500).filter(|at| (0.0 < odds(*at)) == truth[*at]).count();
        assert!(485 < right, "{right}");
    }

    #[test]
    fn a_tree_of_a_file_that_never_ends_is_not_sound() {
        let split = Split { feature: 0, most: 0.0, left: 0, right: 0 };
        let tree = Tree(vec![Node { value: 0.0, split: Some(split) }]);
        assert!(!tree.is_sound(3));
        assert!(!Tree::default().is_sound(3));
        assert!(!Boosted { members: Vec::new() }.is_sound(3));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]

        #[test]
        fn odds_are_where_they_begin_and_what_each_feature_adds(seed in 0_u64..1000) {
            let (rows, labels) = drawn(200, seed);
            prop_assume!(labels.contains(&true) && labels.contains(&false));
            let boosted = Boosted::learn(&rows, &labels, 2, seed);
            prop_assert!(boosted.is_sound(3));

            let members = boosted.members.iter();
            let roots = |member: &Member| member.trees.iter().map(|tree| f64::from(tree.0[0].value)).sum::<f64>();
            let start: f64 = members.map(|member| f64::from(member.base) + roots(member)).sum::<f64>() / 2.0;
            for at in 0..200 {
                let mut sum = start;
                let odds = boosted.odds(rows.row(at), &mut |_, value| sum += value);
                prop_assert!((sum - odds).abs() < 1e-9);
            }
        }

        #[test]
        fn the_same_seed_gives_the_same_bits(seed in 0_u64..1000) {
            let (rows, labels) = drawn(150, 3);
            let [one, other] = [0; 2].map(|_: i32| Boosted::learn(&rows, &labels, 2, seed));
            for at in 0..150 {
                let [one, other] = [&one, &other].map(|it| it.odds(rows.row(at), &mut |_, _| ()));
                prop_assert_eq!(one.to_bits(), other.to_bits());
            }
        }
    }
}
