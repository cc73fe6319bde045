//! Learns the weights without labels, by expectation and maximisation (Dempster, Laird and Rubin
//! 1977; for linking Winkler 1988, Larsen and Rubin 2001).
//!
//! The candidates are taken for all pairs that can be matches: every other pair is a stranger's.
//! Then the chance of a match among *all* pairs, and the rates m of the candidates weighed by that
//! chance, need no correction for how the candidates were found. The rates u are counted over
//! random pairs, less the matches among them; of equal values they follow from how often each
//! value stands in the table.

use std::cmp::Reverse;

use rayon::prelude::*;

use crate::compare::{Comparer, DIFFERENT, EXACT, LEVELS, Levels, MISSING, exact};
use crate::kind::Kind;
use crate::model::{AGREE, ALONE, ColumnModel, DIFFER, MIXED, Model, Rates, STATES, probability};
use crate::records::{Records, mix};

/// Pairs with their levels, standing for more pairs than there are.
struct Pairs {
    levels: Vec<Levels>,
    is_across: Vec<bool>,
    /// How many pairs each stands for.
    scale: f64,
}

/// Counts by state and level, of one column.
type Counts = [[f64; LEVELS]; STATES];

/// What a round counts over some pairs, each weighed by its chance of being a match, or of not
/// being one.
struct Tally {
    columns: Vec<Counts>,
    /// Matches within one file and across two.
    matches: [f64; 2],
}

/// Pairs drawn among those that are equal in some columns.
struct Equal {
    columns: Vec<usize>,
    pairs: Pairs,
}

/// All that learning looks at.
struct Lesson<'r> {
    records: &'r Records,
    candidates: Pairs,
    random: Pairs,
    /// Pairs whose values are equal in one or two columns.
    equal: Vec<Equal>,
    /// For each column and level of equal values: how many records have such a value, and how many
    /// pairs of records share one.
    bearers: Vec<[(f64, f64); LEVELS]>,
    /// Levels of the random pairs, for each column.
    random_counts: Vec<[f64; LEVELS]>,
    /// Pairs within files and across them.
    totals: [f64; 2],
}

/// Learns a model. O(sampled pairs × columns × rounds); the samples have fixed sizes.
pub(crate) fn learn(comparer: &Comparer, pairs: &[(u32, u32)]) -> Model {
    let lesson = Lesson::new(comparer, pairs);
    let mut model = lesson.first_model();
    for round in 0..ROUNDS_MAX {
        if LEANING_ROUNDS.contains(&round) {
            lesson.lean(&mut model);
        }
        let before = model.prior;
        lesson.round(&mut model);
        let moved = (0..2).map(|at| (model.prior[at] - before[at]).abs()).fold(0.0, f64::max);
        if LEANING_ROUNDS[1] + 2 < round && moved < MOVED_MIN {
            break;
        }
    }
    model
}

impl<'r> Lesson<'r> {
    fn new(comparer: &Comparer<'r>, pairs: &[(u32, u32)]) -> Self {
        let records = comparer.records;
        let step = pairs.len().div_ceil(CANDIDATES_MAX).max(1);
        // Pairs stand rule by rule, so that every so-manyth is a fair sample of each.
        let sample: Vec<(u32, u32)> = pairs.iter().step_by(step).copied().collect();
        let scale = pairs.len() as f64 / sample.len().max(1) as f64;
        let totals = records.pairs_within_and_across();
        let random = Pairs::new(comparer, &random_pairs(records), 1.0);
        let equal = sets(records.columns.len()).into_iter().map(|columns| {
            let pairs = Pairs::new(comparer, &equal_pairs(records, &columns), 1.0);
            Equal { columns, pairs }
        });
        Self {
            records,
            equal: equal.filter(|equal| EQUAL_MIN <= equal.pairs.levels.len()).collect(),
            candidates: Pairs::new(comparer, &sample, scale),
            random_counts: level_counts(&random, records.columns.len()),
            random,
            bearers: bearers(records),
            totals,
        }
    }

    /// Before the first round: values of one person mostly agree, and each record has about one
    /// other.
    fn first_model(&self) -> Model {
        let column = || {
            let mut m = [0.0; LEVELS];
            m[usize::from(DIFFERENT)] = 0.1;
            m[usize::from(DIFFERENT) + 1..usize::from(EXACT)].fill(0.01);
            m[usize::from(EXACT)] = 0.76;
            let rates = Rates { m, u: [0.5; LEVELS] };
            let rates = [rates.clone(), rates.clone(), rates.clone(), rates];
            ColumnModel {
                leans_on: Vec::new(),
                rates,
                weights: [[0.0; LEVELS]; STATES],
                usual_bits: 0.0,
            }
        };
        let records = self.records.lessons.len().max(2) as f64;
        let columns = (0..self.records.columns.len()).map(|_| column()).collect();
        let prior = self.totals.map(|total| (records * 0.2 / total.max(1.0)).log2());
        let scales = vec![1.0; self.records.columns.len()];
        let mut model = Model { columns, prior, scales, shift: 0.0 };
        let all = tally(&model, &self.random, |_| 1.0);
        let none = tally(&model, &self.candidates, |_| 0.0);
        self.set_strangers(&mut model, &all, &[], [&none, &none]);
        self.doubt_rare(&mut model);
        model.weigh();
        // What is merely alike counts for nothing yet: people of one name have like addresses, and
        // must not be taken for one before the rest of their records was looked at.
        for weights in model.columns.iter_mut().flat_map(|column| &mut column.weights) {
            weights[usize::from(DIFFERENT) + 1..usize::from(EXACT)].fill(0.0);
        }
        model
    }

    /// Before the first round records that share a rare value are not taken for strangers: in a
    /// small table nearly all of them are one.
    fn doubt_rare(&self, model: &mut Model) {
        let rare = usize::from(EXACT)..usize::from(EXACT) + RARE_DEGREES;
        for (column, of_records) in model.columns.iter_mut().zip(&self.records.columns) {
            for rates in &mut column.rates {
                let usual = usual(of_records.kind);
                rates.u[rare.clone()].iter_mut().for_each(|u| *u = u.min(usual));
            }
        }
    }

    /// One round: how likely each pair is a match by the weights so far, and the rates that follow.
    fn round(&self, model: &mut Model) {
        let before = model.clone();
        let matches = |pairs: &Pairs| tally(&before, pairs, |at| pairs.chance(&before, at));
        let strangers = |pairs: &Pairs| tally(&before, pairs, |at| 1.0 - pairs.chance(&before, at));
        let of_candidates = matches(&self.candidates);
        let strangers_among = strangers(&self.candidates);
        let of_random = strangers(&self.random);
        let of_equal: Vec<Tally> = self.equal.iter().map(|equal| strangers(&equal.pairs)).collect();
        self.set_matches(model, &of_candidates);
        self.set_strangers(model, &of_random, &of_equal, [&of_candidates, &strangers_among]);
        for (at, prior) in model.prior.iter_mut().enumerate() {
            let matches = of_candidates.matches[at] * self.candidates.scale + MATCHES_MIN;
            *prior = (matches / (self.totals[at] - matches).max(1.0)).log2();
        }
        model.weigh();
    }

    fn set_matches(&self, model: &mut Model, tally: &Tally) {
        for (column, counts) in model.columns.iter_mut().zip(&tally.columns) {
            let mut all = pooled(&sum(counts));
            // A little of the first guess, so that a level that was not seen is not impossible.
            for (level, count) in all.iter_mut().enumerate().skip(1).take(EXACT.into()) {
                *count += if level == usize::from(EXACT) { 2.0 } else { 0.2 };
            }
            let total: f64 = all.iter().sum();
            let all = all.map(|count| count / total);
            for (state, rates) in column.rates.iter_mut().enumerate() {
                rates.m = match state {
                    ALONE => all,
                    _ => shrunk(&pooled(&counts[state]), &all),
                };
            }
        }
    }

    /// `among` are the matches and the strangers among the candidates.
    fn set_strangers(
        &self,
        model: &mut Model,
        random: &Tally,
        equal: &[Tally],
        among: [&Tally; 2],
    ) {
        for (at, column) in model.columns.iter_mut().enumerate() {
            let mut all = pooled(&sum(&random.columns[at]));
            let seen: f64 = all.iter().sum();
            all[usize::from(EXACT)] = 0.0;
            let usual = usual(self.records.columns[at].kind);
            let mut u = all.map(|count| (count + USUAL_PAIRS * USUAL_ALIKE) / (seen + USUAL_PAIRS));
            let different = usize::from(DIFFERENT);
            u[different] = (all[different] + USUAL_PAIRS * (1.0 - usual)) / (seen + USUAL_PAIRS);
            let among = among.map(|tally| sum(&tally.columns[at]));
            let shared = self.set_equal(at, &mut u, among);
            let counts = |columns: &[usize]| {
                let at_tally = self.equal.iter().position(|equal| equal.columns == columns)?;
                equal.get(at_tally).map(|tally| sum(&tally.columns[at]))
            };
            let given = |columns: &[usize]| counts(columns).map(|c| beside(&u, shared, &c));
            let one = |mixed: [f64; LEVELS], other: &usize| match given(&[*other]) {
                Some(given) => std::array::from_fn(|level| f64::max(mixed[level], given[level])),
                None => mixed,
            };
            column.rates[ALONE].u = u;
            column.rates[DIFFER].u = u;
            column.rates[AGREE].u = given(&column.leans_on).unwrap_or(u);
            column.rates[MIXED].u = column.leans_on.iter().fold(u, one);
        }
    }

    /// Of equal values: how likely a stranger has the same, by how common the value is. Pairs that
    /// share a rare value are mostly matches, so only the strangers among them count. Says how
    /// likely two strangers are equal, over all values.
    fn set_equal(&self, column: usize, u: &mut [f64; LEVELS], among: [[f64; LEVELS]; 2]) -> f64 {
        let records = self.records.lessons.len().max(2) as f64;
        let scale = self.candidates.scale;
        let usual = usual(self.records.columns[column].kind);
        let looked = records * (records - 1.0) / 2.0;
        let (mut shared, mut filled) = (0.0, 0.0);
        for level in usize::from(EXACT)..LEVELS {
            let (bearers, pairs) = self.bearers[column][level];
            let sampled = among[0][level] + among[1][level];
            // Pairs that are no candidates are strangers; a sample misses the number a little.
            let missed = pairs - scale * sampled;
            let is_noise = missed < 3.0 * (scale - 1.0).sqrt() * (scale * sampled).sqrt();
            let others = if is_noise { 0.0 } else { missed };
            let strangers = (scale * among[1][level] + others).min(pairs);
            // Half a pair that was not seen, but for small tables, which cannot tell: there it is
            // as usual with such values.
            let unseen = 0.5 * (looked / LARGE_TABLE_PAIRS).min(1.0) + USUAL_PAIRS * usual;
            let rate = (strangers + unseen) / (bearers.max(1.0) * records / 2.0 + USUAL_PAIRS);
            u[level] = rate.clamp(0.25 / (records * records).max(1e6), 1.0);
            shared += strangers;
            filled += bearers;
        }
        (2.0 * shared + 0.5) / (filled * filled).max(1.0)
    }

    /// Lets a column lean on one or two others with which it hangs together: on those that come
    /// before it, so that there are no rings. Addresses on networks come last, since people make
    /// them of their names.
    fn lean(&self, model: &mut Model) {
        let strangers: Vec<Tally> = self
            .equal
            .iter()
            .map(|Equal { pairs, .. }| tally(model, pairs, |at| 1.0 - pairs.chance(model, at)))
            .collect();
        let differ = self.candidates.differ_together(model);
        let columns = &self.records.columns;
        let mut order: Vec<usize> = (0..columns.len()).collect();
        let is_made = |column: usize| matches!(columns[column].kind, Kind::Email | Kind::Handle);
        order.sort_by_key(|at| (is_made(*at), Reverse(columns[*at].values.len()), *at));
        let mut place = vec![0; columns.len()];
        order.iter().enumerate().for_each(|(rank, column)| place[*column] = rank);
        for column in 0..columns.len() {
            let mut best = (TIE_BITS_MIN, Vec::new());
            for (equal, strangers) in self.equal.iter().zip(&strangers) {
                if equal.columns.iter().any(|other| place[column] <= place[*other]) {
                    continue;
                }
                let twice = self.agree_bits(column, &sum(&strangers.columns[column]));
                let apart = equal.columns.iter().map(|other| differ_bits(&differ, column, *other));
                let bits = twice + apart.fold(0.0, f64::max);
                // A second column must be worth it.
                let needed = if equal.columns.len() == 1 { 0.0 } else { SECOND_BITS_MIN };
                if best.0 + needed < bits {
                    best = (bits - needed, equal.columns.clone());
                }
            }
            model.columns[column].leans_on = best.1;
        }
    }

    /// How many bits a column would tell twice of strangers that are equal in others, at the level
    /// where that is worst. Rates of few pairs are taken with caution.
    fn agree_bits(&self, column: usize, strangers: &[f64; LEVELS]) -> f64 {
        let levels = pooled(strangers);
        let seen: f64 = levels.iter().sum();
        let random = pooled(&self.random_counts[column]);
        let all: f64 = random.iter().sum::<f64>().max(1.0);
        let bits = |level: usize| {
            let alone = match level {
                _ if level == usize::from(EXACT) => self.equal_share(column),
                _ => (random[level] + 1.0) / (all + 1.0),
            };
            let cautious = (levels[level] - 2.0 * levels[level].sqrt()).max(0.0);
            (cautious / (seen + SHRINK) / alone).max(f64::MIN_POSITIVE).log2()
        };
        (usize::from(DIFFERENT) + 1..=usize::from(EXACT)).map(bits).fold(0.0, f64::max)
    }

    /// How likely two random records are equal in a column.
    fn equal_share(&self, column: usize) -> f64 {
        let bearers: f64 = self.bearers[column].iter().map(|(bearers, _)| bearers).sum();
        let pairs: f64 = self.bearers[column].iter().map(|(_, pairs)| pairs).sum();
        (2.0 * pairs + 1.0) / (bearers * bearers).max(1.0)
    }
}

impl Pairs {
    fn new(comparer: &Comparer, pairs: &[(u32, u32)], scale: f64) -> Self {
        let levels = pairs.par_iter().map(|(a, b)| comparer.levels(*a, *b)).collect();
        let sources = &comparer.records.sources;
        let across = |(a, b): &(u32, u32)| sources[*a as usize] != sources[*b as usize];
        Self { levels, is_across: pairs.iter().map(across).collect(), scale }
    }

    /// The chance that a pair is a match.
    fn chance(&self, model: &Model, at: usize) -> f64 {
        probability(model.odds(&self.levels[at], self.is_across[at])).into()
    }

    /// Of every two columns, how many matches differ in both; on the diagonal how many differ in
    /// one; below the diagonal how many have values in both.
    fn differ_together(&self, model: &Model) -> Vec<Vec<f64>> {
        let columns = model.columns.len();
        let mut counts = vec![vec![0.0; columns]; columns];
        for (at, levels) in self.levels.iter().enumerate() {
            let chance = self.chance(model, at);
            if chance < 0.5 {
                continue;
            }
            for one in 0..columns {
                let differs = levels[one] == DIFFERENT;
                counts[one][one] += if differs { chance } else { 0.0 };
                for other in one + 1..columns {
                    let both = levels[one] != MISSING && levels[other] != MISSING;
                    counts[other][one] += if both { chance } else { 0.0 };
                    let differ = differs && levels[other] == DIFFERENT;
                    counts[one][other] += if differ { chance } else { 0.0 };
                }
            }
        }
        counts
    }
}

fn level_counts(pairs: &Pairs, columns: usize) -> Vec<[f64; LEVELS]> {
    let mut counts = vec![[0.0; LEVELS]; columns];
    for levels in &pairs.levels {
        counts
            .iter_mut()
            .zip(levels)
            .for_each(|(counts, level)| counts[usize::from(*level)] += 1.0);
    }
    counts
}

/// How likely two strangers have the same value of a kind, in order of magnitude: for tables too
/// small to tell.
fn usual(kind: Kind) -> f64 {
    match kind {
        Kind::Sex => 0.5,
        Kind::Country => 0.2,
        Kind::Text | Kind::Address | Kind::Code => 0.02,
        Kind::GivenName | Kind::FamilyName => 0.005,
        Kind::Date | Kind::FullName => 1e-4,
        Kind::Document
        | Kind::Phone
        | Kind::Email
        | Kind::Account
        | Kind::Crypto
        | Kind::Handle
        | Kind::Unused => 1e-6,
    }
}

/// How many bits two columns would tell twice of one person whose records differ in both.
fn differ_bits(differ: &[Vec<f64>], one: usize, other: usize) -> f64 {
    let (low, high) = (one.min(other), one.max(other));
    let filled = differ[high][low].max(1.0);
    let chance = differ[low][low] * differ[high][high] / filled;
    ((differ[low][high] + 1.0) / (chance + 1.0)).log2().max(0.0)
}

/// Sets of one and of two columns.
fn sets(columns: usize) -> Vec<Vec<usize>> {
    let one = (0..columns).map(|column| vec![column]);
    let two = (0..columns).flat_map(|a| (a + 1..columns).map(move |b| vec![a, b]));
    one.chain(two).collect()
}

/// Counts levels, each pair weighed. The sums are made in the order of the pairs, so that they are
/// the same bits on any number of cores.
fn tally(model: &Model, pairs: &Pairs, weight: impl Fn(usize) -> f64 + Sync) -> Tally {
    let columns = model.columns.len();
    let nothing = || Tally { columns: vec![[[0.0; LEVELS]; STATES]; columns], matches: [0.0; 2] };
    let starts: Vec<usize> = (0..pairs.levels.len()).step_by(PAIRS_AT_A_TIME).collect();
    let parts: Vec<Tally> = starts
        .par_iter()
        .map(|start| {
            let mut part = nothing();
            for at in *start..(start + PAIRS_AT_A_TIME).min(pairs.levels.len()) {
                let (weight, levels) = (weight(at), &pairs.levels[at]);
                part.matches[usize::from(pairs.is_across[at])] += weight;
                for (column, counts) in part.columns.iter_mut().enumerate() {
                    let level = usize::from(levels[column]);
                    counts[model.state_of(column, levels)][level] += weight;
                }
            }
            part
        })
        .collect();
    let mut all = nothing();
    for part in parts {
        for (sum, part) in all.matches.iter_mut().zip(part.matches) {
            *sum += part;
        }
        let (sums, parts) = (all.columns.as_flattened_mut(), part.columns.as_flattened());
        let sums = sums.as_flattened_mut().iter_mut();
        sums.zip(parts.as_flattened()).for_each(|(sum, part)| *sum += part);
    }
    all
}

/// Counts over all states, without pairs that lack a value.
fn sum(counts: &Counts) -> [f64; LEVELS] {
    let mut sums = [0.0; LEVELS];
    for of_state in counts {
        sums.iter_mut().zip(of_state).skip(1).for_each(|(sum, count)| *sum += count);
    }
    sums
}

/// Counts with all equal values at one level, and without missing ones.
fn pooled(counts: &[f64; LEVELS]) -> [f64; LEVELS] {
    let exact = usize::from(EXACT);
    let mut pooled = [0.0; LEVELS];
    pooled[1..exact].copy_from_slice(&counts[1..exact]);
    pooled[exact] = counts[exact..].iter().sum();
    pooled
}

/// Rates in one state of another column, as far as they were seen often enough there.
fn shrunk(counts: &[f64; LEVELS], all: &[f64; LEVELS]) -> [f64; LEVELS] {
    let seen: f64 = counts.iter().sum();
    let mut rates = *all;
    for (rate, count) in rates.iter_mut().zip(counts) {
        *rate = (count + *rate * SHRINK) / (seen + SHRINK);
    }
    rates
}

/// Rates between strangers who agree in the column leant on. That they are equal there may make
/// them equal here, however rare the value.
fn beside(u: &[f64; LEVELS], shared: f64, counts: &[f64; LEVELS]) -> [f64; LEVELS] {
    let seen: f64 = counts.iter().sum();
    let exact = usize::from(EXACT);
    let equal: f64 = counts[exact..].iter().sum();
    let equal = (equal + shared * SHRINK) / (seen + SHRINK);
    let mut rates = *u;
    for (level, rate) in rates.iter_mut().enumerate() {
        *rate = if level < exact {
            (counts[level] + *rate * SHRINK) / (seen + SHRINK)
        } else {
            rate.max(equal)
        };
    }
    rates
}

fn bearers(records: &Records) -> Vec<[(f64, f64); LEVELS]> {
    let of_column = |column: &crate::records::Column| {
        let mut bearers = [(0.0, 0.0); LEVELS];
        for (value, count) in column.counts.iter().enumerate().skip(1) {
            let (sum, pairs) = &mut bearers[usize::from(exact(column, value as u32))];
            let count = f64::from(*count);
            *sum += count;
            *pairs += count * (count - 1.0) / 2.0;
        }
        bearers
    };
    records.columns.iter().map(of_column).collect()
}

/// All pairs of a small table, else some, drawn by a fixed rule from the records by content.
fn random_pairs(records: &Records) -> Vec<(u32, u32)> {
    let count = records.lessons.len() as u64;
    let of = |at: u64| records.lessons[at as usize];
    if count * count.saturating_sub(1) / 2 <= RANDOM_MAX {
        return (0..count).flat_map(|a| (a + 1..count).map(move |b| (of(a), of(b)))).collect();
    }
    let drawn = (0..RANDOM_MAX).map(|at| (mix(at * 2 + 1) % count, mix(at * 2 + 2) % count));
    drawn.filter(|(a, b)| a != b).map(|(a, b)| (of(a), of(b))).collect()
}

/// Pairs whose values are equal in all of some columns, drawn by a fixed rule: a value as often as
/// it has pairs among the first records by content, which are a fair sample.
fn equal_pairs(records: &Records, columns: &[usize]) -> Vec<(u32, u32)> {
    let key = |record: u32| {
        let values = columns.iter().map(|column| records.columns[*column].value(record));
        let filled = values.clone().all(|value| value != 0);
        filled.then(|| values.fold(0, |key, value| key << 32 | u64::from(value)))
    };
    let sample = records.lessons.iter().take(EQUAL_RECORDS_MAX).enumerate();
    let keyed = sample.filter_map(|(rank, record)| Some((key(*record)?, rank as u32, *record)));
    let mut bearers: Vec<(u64, u32, u32)> = keyed.collect();
    bearers.par_sort_unstable();
    // Numbers of values hang on the order of rows; that of records by content does not.
    let mut blocks: Vec<&[(u64, u32, u32)]> =
        bearers.chunk_by(|a, b| a.0 == b.0).filter(|block| 1 < block.len()).collect();
    blocks.par_sort_unstable_by_key(|block| block[0].1);
    let mut ends: Vec<u64> = Vec::with_capacity(blocks.len());
    for block in &blocks {
        let size = block.len() as u64;
        ends.push(ends.last().copied().unwrap_or(0) + size * (size - 1) / 2);
    }
    let all = ends.last().copied().unwrap_or(0);
    let mut pairs = Vec::new();
    for draw in 0..all.min(EQUAL_MAX) {
        let place = mix(draw + 1) % all;
        let block = blocks[ends.partition_point(|end| *end <= place)];
        let size = block.len() as u64;
        let first = mix(draw ^ EQUAL_SEED) % size;
        let second = (first + 1 + mix(draw ^ EQUAL_SEED << 1) % (size - 1)) % size;
        pairs.push((block[first as usize].2, block[second as usize].2));
    }
    pairs
}

/// Sampled candidates; more do not move the rates.
const CANDIDATES_MAX: usize = 400_000;
const RANDOM_MAX: u64 = 400_000;
const EQUAL_MAX: u64 = 4_000;
/// Fewer pairs tell nothing about strangers.
const EQUAL_MIN: usize = 30;
const EQUAL_RECORDS_MAX: usize = 60_000;
const EQUAL_SEED: u64 = 0x5851_F42D_4C95_7F2D;
const ROUNDS_MAX: usize = 25;
/// Rounds after which it is looked at which columns lean on each other.
const LEANING_ROUNDS: [usize; 2] = [1, 4];
/// Bits by which the prior moves when nothing more is to be learnt.
const MOVED_MIN: f64 = 0.005;
/// What is usual counts as much as so many pairs that were looked at.
const USUAL_PAIRS: f64 = 50.0;
/// The share of strangers whose values are alike to a given level, where nothing was seen.
const USUAL_ALIKE: f64 = 0.004;
/// Tables with fewer pairs cannot tell how rare a value is.
const LARGE_TABLE_PAIRS: f64 = 10_000.0;
/// Values that at most seven records share, as [`crate::compare::exact`] numbers them.
const RARE_DEGREES: usize = 3;
/// Pairs that must be seen in a state before its own rates count as much as those over all.
const SHRINK: f64 = 30.0;
/// Columns that tell less twice are left to stand alone.
const TIE_BITS_MIN: f64 = 1.0;
const SECOND_BITS_MIN: f64 = 1.5;
const MATCHES_MIN: f64 = 0.5;
const PAIRS_AT_A_TIME: usize = 8192;
