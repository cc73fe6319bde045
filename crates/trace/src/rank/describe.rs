//! What describes a transfer: what its two accounts do around it, what it looks like, and how unusual
//! it is for them.
//!
//! Nothing here knows what anybody said about a transfer. What is looked at lies before the transfer
//! or behind it, at most a few windows away; what is far from it in time says nothing about it.

use std::collections::HashMap;

use super::because::BLOCKS;
use super::near::Near;
use super::profile::Profile;
use crate::patterns::index::{Index, Side};
use crate::patterns::{Found, Pattern, PatternOptions, find};
use crate::transfers::{Account, Transfer, Transfers};

/// Transfers and all that describes them.
pub struct Described<'a> {
    pub(super) index: Index<'a>,
    transfers: &'a Transfers,
    profiles: [Profile; 2],
    /// What patterns each place belongs to, and how many accounts these are about.
    patterns: Vec<[u8; Pattern::ALL.len()]>,
    scores: Vec<f32>,
    /// How often one account pays another in the whole table.
    pairs: HashMap<(Account, Account), u32>,
    /// How many times the sender has paid the receiver before.
    paid_before: Vec<u32>,
    pub(super) windows: [i64; WINDOWS],
}

/// The account and side that a feature is about.
pub(super) const SIDES: [(End, Side); 4] = [
    (End::Sender, Side::Out),
    (End::Sender, Side::In),
    (End::Receiver, Side::In),
    (End::Receiver, Side::Out),
];

/// Which of the two accounts.
#[derive(Debug, Clone, Copy)]
pub(super) enum End {
    Sender,
    Receiver,
}

impl End {
    pub(super) fn of(self, row: &Transfer) -> Account {
        match self {
            Self::Sender => row.from,
            Self::Receiver => row.to,
        }
    }
}

impl<'a> Described<'a> {
    /// Describes transfers for a window.
    #[must_use]
    pub fn new(transfers: &'a Transfers, window: i64) -> Self {
        let rows = transfers.rows();
        let options = PatternOptions {
            reported_from: vec![None; transfers.units().len()],
            ..PatternOptions::usual(window)
        };
        let found = find(transfers, &options);
        let index = Index::new(rows, transfers.accounts());
        let windows = [(window / SHORTER).max(1), window, window.saturating_mul(LONGER)];
        let values = values(transfers);
        let profiles =
            [Side::Out, Side::In].map(|side| Profile::new(&index, side, &values, &windows));
        let mut pairs = HashMap::new();
        let mut paid_before = Vec::with_capacity(rows.len());
        for row in rows {
            let count: &mut u32 = pairs.entry((row.from, row.to)).or_default();
            paid_before.push(*count);
            *count += 1;
        }
        let patterns = sizes(&found, rows.len());
        let scores = found.scores;
        Self { index, transfers, profiles, patterns, scores, pairs, paid_before, windows }
    }

    /// The transfers in sequence.
    #[must_use]
    pub fn transfers(&self) -> &'a Transfers {
        self.transfers
    }

    /// Writes the features of the transfer at a place.
    pub(super) fn describe(&self, place: usize, cells: &mut Vec<f32>) {
        let row = &self.transfers.rows()[place];
        // Places are numbered by 32 bits.
        let place32 = place as u32;
        cells.extend(self.patterns[place].map(f32::from));
        cells.push(self.scores[place]);
        for (end, side) in SIDES {
            self.around(end.of(row), side, place32, row, cells);
        }
        for (end, side) in SIDES {
            self.whole(end.of(row), side, row, cells);
        }
        self.amount(row, place32, cells);
        let near = Near { index: &self.index, row, place: place32 };
        for window in &self.windows[1..] {
            cells.extend(near.layers(*window));
        }
        for window in &self.windows[1..] {
            cells.extend(near.goes_round(*window));
        }
        cells.extend(near.goes_on(self.windows[1]));
        let pairs = |from, to| self.pairs.get(&(from, to)).copied().unwrap_or(0) as f32;
        cells.push(log(self.paid_before[place] as f32));
        cells.push(log(pairs(row.from, row.to)));
        cells.push(log(pairs(row.to, row.from)));
        cells.push(f32::from(u8::from(row.from == row.to)));
        cells.push((row.time.rem_euclid(DAY) / HOUR) as f32);
        cells.push(row.time.div_euclid(DAY).rem_euclid(7) as f32);
        debug_assert_eq!(cells.len() % WIDTH, 0);
    }

    /// What an account does on one side shortly before a transfer, and shortly after.
    fn around(
        &self,
        account: Account,
        side: Side,
        place: u32,
        row: &Transfer,
        cells: &mut Vec<f32>,
    ) {
        let profile = &self.profiles[side as usize];
        let own = self.index.of(side, account);
        let start = self.index.start(side, account);
        let before = own.partition_point(|at| *at < place);
        let after = own.partition_point(|at| *at <= place);
        let value = profile.value_of(self.transfers, row);
        for (number, window) in self.windows.iter().enumerate() {
            let (since, until) =
                (row.time.saturating_sub(*window), row.time.saturating_add(*window));
            let first = own[..before].partition_point(|at| self.index.row(*at).time < since);
            let past = own[after..].partition_point(|at| self.index.row(*at).time <= until) + after;
            cells.push(log((before - first) as f32));
            cells.push(log((past - after) as f32));
            let different = |at: usize, is_forward: bool| {
                log(profile.different(start + at, number, is_forward))
            };
            cells.push(if first < before { different(before - 1, false) } else { 0.0 });
            cells.push(if after < past { different(after, true) } else { 0.0 });
            cells.push(log((profile.sum(start + first..start + before) / value) as f32));
            cells.push(log((profile.sum(start + after..start + past) / value) as f32));
        }
        let since = |at: Option<&u32>| {
            at.map_or(-1.0, |at| {
                log((self.index.row(*at).time.abs_diff(row.time) as f64 / 1e6) as f32)
            })
        };
        cells.push(since(own[..before].last()));
        cells.push(since(own.get(after)));
    }

    /// What an account does on one side in the whole table.
    fn whole(&self, account: Account, side: Side, row: &Transfer, cells: &mut Vec<f32>) {
        let profile = &self.profiles[side as usize];
        let own = self.index.of(side, account);
        let (mean, spread, others) = profile.usual(account);
        cells.push(log(own.len() as f32));
        cells.push(log(others as f32));
        let value = profile.value_of(self.transfers, row).ln();
        let is_new = own.len() < 3;
        cells.push(if is_new { 0.0 } else { ((value - mean) / spread.max(SPREAD_MIN)) as f32 });
    }

    fn amount(&self, row: &Transfer, place: u32, cells: &mut Vec<f32>) {
        let decimals = self.transfers.units()[usize::from(row.unit.0)].decimals;
        let major = 10_u64.saturating_pow(decimals.into()).max(1);
        let is_multiple = |of: u64| {
            f32::from(u8::from(
                0 < row.amount && row.amount.is_multiple_of(of.saturating_mul(major)),
            ))
        };
        cells.push(self.profiles[0].value_of(self.transfers, row).ln() as f32);
        cells.push(is_multiple(1) + is_multiple(10) + is_multiple(100) + is_multiple(1000));
        let other_unit = |end: Account, side, at: fn(&[u32], u32) -> Option<u32>| {
            let found = at(self.index.of(side, end), place);
            f32::from(u8::from(found.is_some_and(|at| self.index.row(at).unit != row.unit)))
        };
        cells.push(other_unit(row.from, Side::In, |own, place| {
            own[..own.partition_point(|at| *at < place)].last().copied()
        }));
        cells.push(other_unit(row.to, Side::Out, |own, place| {
            own.get(own.partition_point(|at| *at <= place)).copied()
        }));
    }
}

/// For each place and pattern the most accounts that an alert is about.
fn sizes(found: &Found, rows: usize) -> Vec<[u8; Pattern::ALL.len()]> {
    let mut sizes = vec![[0; Pattern::ALL.len()]; rows];
    for alert in &found.alerts {
        let size = u8::try_from(alert.because.accounts).unwrap_or(u8::MAX).max(1);
        for place in &alert.places {
            let own = &mut sizes[*place as usize][alert.pattern as usize];
            *own = size.max(*own);
        }
    }
    sizes
}

/// The geometric mean of each currency's amounts: what makes amounts of several comparable.
fn values(transfers: &Transfers) -> Vec<f64> {
    let mut sums = vec![(0.0, 0_u32); transfers.units().len()];
    for row in transfers.rows().iter().filter(|row| 0 < row.amount) {
        let (sum, count) = &mut sums[usize::from(row.unit.0)];
        *sum += (row.amount as f64).ln();
        *count += 1;
    }
    sums.into_iter().map(|(sum, count)| (sum / f64::from(count.max(1))).exp()).collect()
}

pub(super) fn log(value: f32) -> f32 {
    value.max(0.0).ln_1p()
}

/// Features of a transfer.
pub(super) const WIDTH: usize = {
    let (mut sum, mut at) = (0, 0);
    while at < BLOCKS.len() {
        sum += BLOCKS[at].1;
        at += 1;
    }
    sum
};
/// Windows of different lengths that are looked at.
pub(super) const WINDOWS: usize = 3;
/// How much shorter than the window the shortest is, and how much longer the longest.
const SHORTER: i64 = 8;
const LONGER: i64 = 7;
/// Amounts that differ by less than a twentieth are alike.
const SPREAD_MIN: f64 = 0.05;
const HOUR: i64 = 3_600_000_000;
const DAY: i64 = 24 * HOUR;
