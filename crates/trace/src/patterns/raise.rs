//! Collects what the passes find, and says how unusual it is.

use super::index::{Index, Side, moves};
use super::{ALERTS_MAX, Alert, Because, Found, LOOK_BACK_MAX, Pattern, PatternOptions};
use crate::transfers::{Account, Transfer, Transfers, Unit};

/// What all passes share.
pub(super) struct Finder<'a> {
    pub index: Index<'a>,
    pub options: &'a PatternOptions,
    pub found: Found,
    /// The best score of the pattern at hand, for each place.
    best: Vec<f32>,
    /// What is left of one after each pattern took its score.
    left: Vec<f32>,
    /// How often each account stands in the window at hand; zero between windows.
    pub counts: Vec<u32>,
}

impl<'a> Finder<'a> {
    pub fn new(transfers: &'a Transfers, options: &'a PatternOptions) -> Self {
        let rows = transfers.rows();
        let found = Found { bits: vec![0; rows.len()], ..Found::default() };
        Self {
            index: Index::new(rows, transfers.accounts()),
            options,
            found,
            best: vec![0.0; rows.len()],
            left: vec![1.0; rows.len()],
            counts: vec![0; transfers.accounts()],
        }
    }

    /// All accounts.
    pub fn accounts(&self) -> impl Iterator<Item = Account> + use<> {
        (0..self.index.accounts() as u32).map(Account) // numbered so
    }

    /// All transfers that move money, with their places.
    pub fn moving(&self) -> impl Iterator<Item = (u32, &'a Transfer)> + use<'a> {
        (0_u32..).zip(self.index.rows).filter(|(_, row)| moves(row))
    }

    /// The start of the window that ends with a transfer.
    pub fn since(&self, row: &Transfer) -> i64 {
        row.time.saturating_sub(self.options.window)
    }

    /// The latest transfers of an account on one side within the window, before a place.
    pub fn recent(&mut self, side: Side, account: Account, since: i64, before: u32) -> Vec<u32> {
        let all = self.index.between(side, account, since, before);
        let cut = all.len().saturating_sub(LOOK_BACK_MAX);
        self.found.look_backs_cut += u64::from(0 < cut);
        all[cut..].to_vec()
    }

    /// Raises a pattern for transfers in any order, several times or once; where they lie further
    /// apart than the window, once for each heap of them.
    pub fn raise_heaps(
        &mut self,
        pattern: Pattern,
        account: Account,
        mut places: Vec<u32>,
        (accounts, all): (u32, u32),
    ) {
        places.sort_unstable();
        places.dedup();
        let rows = self.index.rows;
        let window = self.options.window;
        let are_near = |a: &u32, b: &u32| {
            rows[*b as usize].time.saturating_sub(rows[*a as usize].time) <= window
        };
        for heap in places.chunk_by(are_near) {
            self.raise(pattern, account, heap, (accounts, all));
        }
    }

    /// Raises a pattern for transfers in sequence.
    pub fn raise(
        &mut self,
        pattern: Pattern,
        account: Account,
        places: &[u32],
        (accounts, all): (u32, u32),
    ) {
        let [Some(first), Some(last)] = [places.first(), places.last()] else { return };
        let times = (self.index.row(*first).time, self.index.row(*last).time);
        let because = Because { accounts, transfers: places.len() as u32, all };
        let score = self.score(pattern, because, times);
        for place in places {
            self.found.bits[*place as usize] |= pattern.bit();
            let best = &mut self.best[*place as usize];
            *best = best.max(score);
        }
        if self.found.alerts.len() < ALERTS_MAX {
            let amounts = self.amounts(places);
            let places = places.to_vec();
            self.found.alerts.push(Alert {
                pattern,
                account,
                places,
                amounts,
                times,
                because,
                score,
            });
        } else {
            self.found.alerts_left_out += 1;
        }
    }

    /// Ends the passes of one pattern, so that it counts once for each transfer.
    pub fn settle(&mut self) {
        for (left, best) in self.left.iter_mut().zip(&mut self.best) {
            *left *= 1.0 - *best;
            *best = 0.0;
        }
    }

    pub fn finish(mut self) -> Found {
        self.found.scores = self.left.iter().map(|left| 1.0 - left).collect();
        let order = |alert: &Alert| (alert.pattern, alert.places.first().copied(), alert.account);
        self.found.alerts.sort_by_key(order);
        self.found
    }

    /// Larger than needed, most of what the account ever does, and over at once: each makes it more
    /// unusual. Whole numbers until the divisions at the end.
    fn score(&self, pattern: Pattern, because: Because, (first, last): (i64, i64)) -> f32 {
        let Because { accounts, transfers, all } = because;
        let size = accounts as f32 / (accounts + SIZE_OF_HALF) as f32;
        let share = transfers.min(all) as f32 / all.max(1) as f32;
        let span = last.saturating_sub(first).max(1);
        let haste = self.options.window.max(1) as f32 / span.max(self.options.window.max(1)) as f32;
        pattern.weight() * (FLOOR + (1.0 - FLOOR) * size) * (FLOOR + (1.0 - FLOOR) * share) * haste
    }

    fn amounts(&self, places: &[u32]) -> Vec<(Unit, u128)> {
        let mut sums: Vec<(Unit, u128)> = Vec::new();
        for row in places.iter().map(|place| self.index.row(*place)) {
            match sums.iter_mut().find(|(unit, _)| *unit == row.unit) {
                Some((_, sum)) => *sum += u128::from(row.amount),
                None => sums.push((row.unit, u128::from(row.amount))),
            }
        }
        sums
    }
}

/// Transfers of one pattern that come again and again, kept about once each.
#[derive(Default)]
pub(super) struct Members {
    pub places: Vec<u32>,
    /// How many there were when they were last sorted.
    distinct: usize,
}

impl Members {
    pub fn extend(&mut self, places: impl IntoIterator<Item = u32>) {
        self.places.extend(places);
        if 2 * self.distinct.max(SORTED_FROM) < self.places.len() {
            self.places.sort_unstable();
            self.places.dedup();
            self.distinct = self.places.len();
        }
    }
}

/// Members that are not worth sorting.
const SORTED_FROM: usize = 2048;
/// Accounts at which the size of a pattern counts half.
const SIZE_OF_HALF: u32 = 5;
/// What is left of a score where size or share say nothing.
const FLOOR: f32 = 0.3;
