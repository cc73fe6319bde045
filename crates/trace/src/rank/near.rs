//! Which transfers stand near one: layers that it belongs to, ways on which its money comes back, and
//! whether about as much came before it, or goes on after it.
//!
//! Each look is bounded, so that busy accounts cost no more than others.

use std::collections::HashMap;

use super::describe::log;
use crate::patterns::index::{Index, Side};
use crate::transfers::{Account, Transfer};

/// A transfer among others.
pub(super) struct Near<'a> {
    pub index: &'a Index<'a>,
    pub row: &'a Transfer,
    pub place: u32,
}

impl Near<'_> {
    /// How many accounts stand beside this one in a layer: payees of the same sender who pay the same
    /// account on, payers of the same receiver whom the same account paid, and receivers that another
    /// payer of the receiver has in common with the sender.
    pub fn layers(&self, window: i64) -> [f32; 3] {
        let Transfer { from, to, time, .. } = *self.row;
        let (since, until) = (time.saturating_sub(window), time.saturating_add(window));
        let beside = self.others(Side::Out, from, since, until);
        let most = |ends: Vec<Account>, side: Side, near: &[Account]| {
            let shared = ends.into_iter().filter(|end| *end != from && *end != to).map(|end| {
                let around = (since.saturating_sub(window), until.saturating_add(window));
                let others = self.others(side, end, around.0, around.1);
                others.iter().filter(|one| near.binary_search(one).is_ok()).count()
            });
            log(shared.max().unwrap_or(0) as f32)
        };
        let scattered = most(self.others(Side::Out, to, time, until), Side::In, &beside);
        let payers = self.others(Side::In, to, since, until);
        let gathered = most(self.others(Side::In, from, since, time), Side::Out, &payers);
        let alike = payers.iter().filter(|payer| **payer != from).map(|payer| {
            let theirs = self.others(Side::Out, *payer, since, until);
            theirs.iter().filter(|one| beside.binary_search(one).is_ok()).count()
        });
        [scattered, gathered, log(alike.max().unwrap_or(0) as f32)]
    }

    /// The fewest transfers in which the money can come round, how many accounts it can go on to, and
    /// from how many it can have come.
    pub fn goes_round(&self, window: i64) -> [f32; 3] {
        let onward = self.spread(Side::Out, self.row.to, window);
        let backward = self.spread(Side::In, self.row.from, window);
        let round =
            onward.iter().filter_map(|(account, hops)| Some(hops + backward.get(account)? + 1));
        let is_moving = self.row.from != self.row.to;
        let fewest = round.min().filter(|_| is_moving).unwrap_or(0);
        [fewest as f32, log(onward.len() as f32), log(backward.len() as f32)]
    }

    /// How near the best amounts are that came before, and that go on after, how long they took, and
    /// how many about equal ones the sender pays and the receiver gets.
    pub fn goes_on(&self, window: i64) -> [f32; 6] {
        let Transfer { from, to, time, .. } = *self.row;
        let (since, until) = (time.saturating_sub(window), time.saturating_add(window));
        let best = |places: &[u32]| {
            let near = places.iter().filter_map(|at| {
                let row = self.index.row(*at);
                let is_like = row.unit == self.row.unit && 0 < row.amount && 0 < self.row.amount;
                let off = (row.amount as f64 / self.row.amount as f64).ln().abs();
                is_like.then_some((off, row.time.abs_diff(time)))
            });
            let best = near.min_by(|one, other| one.0.total_cmp(&other.0));
            best.map_or([FAR, -1.0], |(off, gap)| {
                [(off as f32).min(FAR), log((gap as f64 / 1e6) as f32)]
            })
        };
        let equal = |places: &[u32]| {
            let near = places.iter().filter(|at| {
                let row = self.index.row(**at);
                let (least, most) =
                    (row.amount.min(self.row.amount), row.amount.max(self.row.amount));
                row.unit == self.row.unit
                    && u128::from(most) * 100 <= u128::from(least) * EQUAL_PERCENT
            });
            log(near.count() as f32)
        };
        let came = best(self.within(Side::In, from, since, time, Keep::Last));
        let went = best(self.within(Side::Out, to, time, until, Keep::First));
        let paid = equal(self.within(Side::Out, from, since, until, Keep::First));
        let got = equal(self.within(Side::In, to, since, until, Keep::First));
        [came[0], came[1], went[0], went[1], paid, got]
    }

    /// Accounts that money can go on to, or have come from, in few hops, with how many.
    fn spread(&self, side: Side, start: Account, window: i64) -> HashMap<Account, u32> {
        let mut hops = HashMap::from([(start, 0)]);
        let mut layer = vec![(start, self.place)];
        for depth in 1..=HOPS {
            let mut next = Vec::new();
            for (account, at) in layer {
                for place in self.steps(side, account, at, window) {
                    let other = self.index.other(side, *place);
                    if hops.len() < SPREAD_MAX && !hops.contains_key(&other) {
                        hops.insert(other, depth);
                        next.push((other, *place));
                    }
                }
            }
            layer = next;
        }
        hops
    }

    /// The next transfers of an account after a place, or the last ones before it.
    fn steps(&self, side: Side, account: Account, at: u32, window: i64) -> &[u32] {
        let all = self.index.of(side, account);
        let time = self.row.time;
        match side {
            Side::Out => {
                let later = &all[all.partition_point(|place| *place <= at)..];
                let later = &later[..later.len().min(LOOK)];
                let until = time.saturating_add(window);
                &later[..later.partition_point(|place| self.index.row(*place).time <= until)]
            }
            Side::In => {
                let earlier = &all[..all.partition_point(|place| *place < at)];
                let earlier = &earlier[earlier.len().saturating_sub(LOOK)..];
                let since = time.saturating_sub(window);
                &earlier[earlier.partition_point(|place| self.index.row(*place).time < since)..]
            }
        }
    }

    fn others(&self, side: Side, account: Account, since: i64, until: i64) -> Vec<Account> {
        let places = self.within(side, account, since, until, Keep::Nearest);
        let mut others: Vec<Account> =
            places.iter().map(|at| self.index.other(side, *at)).collect();
        others.sort_unstable();
        others.dedup();
        others
    }

    /// Transfers of an account between two times, without this one's own place at the bounds' side.
    fn within(&self, side: Side, account: Account, since: i64, until: i64, keep: Keep) -> &[u32] {
        let all = self.index.of(side, account);
        let start = all.partition_point(|at| self.index.row(*at).time < since);
        let end = all.partition_point(|at| self.index.row(*at).time <= until);
        let all = &all[start..end];
        let spare = all.len().saturating_sub(LOOK);
        let first = match keep {
            Keep::First => 0,
            Keep::Last => spare,
            Keep::Nearest => {
                all.partition_point(|at| *at < self.place).saturating_sub(LOOK / 2).min(spare)
            }
        };
        &all[first..all.len() - (spare - first)]
    }
}

/// Which transfers are looked at where there are too many.
#[derive(Clone, Copy)]
enum Keep {
    First,
    Last,
    Nearest,
}

/// Transfers of an account that are looked at.
const LOOK: usize = 24;
/// Accounts to which money is followed from one transfer, and how far.
const SPREAD_MAX: usize = 64;
const HOPS: u32 = 3;
/// No amount is as far from another.
const FAR: f32 = 3.0;
/// Amounts are about equal up to this.
const EQUAL_PERCENT: u128 = 110;
