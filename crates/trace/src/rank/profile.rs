//! What accounts do on one side, made ready to be asked about any time.

use std::collections::HashMap;
use std::ops::Range;

use super::describe::WINDOWS;
use crate::patterns::index::{Index, Side};
use crate::transfers::{Account, Transfer, Transfers};

/// One side of all accounts, parallel to the index.
pub(super) struct Profile {
    /// Usual amount of each currency.
    usual: Vec<f64>,
    /// Sums of amounts before each transfer, in usual amounts.
    sums: Vec<f64>,
    /// Different accounts at the other end, in the window that ends with a transfer and in that which
    /// begins with it.
    different: [[Vec<u16>; 2]; WINDOWS],
    /// For each account mean and spread of the logarithms of its amounts, and how many others it has.
    of_accounts: Vec<(f64, f64, u32)>,
}

impl Profile {
    pub fn new(index: &Index<'_>, side: Side, usual: &[f64], windows: &[i64; WINDOWS]) -> Self {
        let mut sums = vec![0.0];
        let mut of_accounts = Vec::with_capacity(index.accounts());
        let different = windows.map(|window| {
            [false, true].map(|is_forward| different(index, side, window, is_forward))
        });
        for account in (0..index.accounts() as u32).map(Account) {
            let (mut first, mut second) = (0.0, 0.0);
            let own = index.of(side, account);
            for row in own.iter().map(|at| index.row(*at)) {
                let value = row.amount as f64 / usual[usize::from(row.unit.0)];
                sums.push(sums.last().copied().unwrap_or(0.0) + value);
                first += value.ln();
                second += value.ln() * value.ln();
            }
            let count = own.len().max(1) as f64;
            let mean = first / count;
            let spread = (second / count - mean * mean).max(0.0).sqrt();
            let mut others: Vec<Account> = own.iter().map(|at| index.other(side, *at)).collect();
            others.sort_unstable();
            others.dedup();
            of_accounts.push((mean, spread, others.len() as u32)); // 32-bit places
        }
        Self { usual: usual.to_vec(), sums, different, of_accounts }
    }

    /// An amount in usual amounts of its currency.
    pub fn value_of(&self, transfers: &Transfers, row: &Transfer) -> f64 {
        debug_assert!(usize::from(row.unit.0) < transfers.units().len());
        (row.amount as f64 / self.usual[usize::from(row.unit.0)]).max(VALUE_MIN)
    }

    /// What transfers sum up to.
    pub fn sum(&self, places: Range<usize>) -> f64 {
        self.sums[places.end] - self.sums[places.start]
    }

    pub fn different(&self, place: usize, window: usize, is_forward: bool) -> f32 {
        f32::from(self.different[window][usize::from(is_forward)][place])
    }

    pub fn usual(&self, account: Account) -> (f64, f64, u32) {
        self.of_accounts[account.index()]
    }
}

/// How many different others stand in the window that ends, or begins, with each transfer.
fn different(index: &Index<'_>, side: Side, window: i64, is_forward: bool) -> Vec<u16> {
    let mut all = Vec::new();
    let mut counts: HashMap<Account, u32> = HashMap::new();
    for account in (0..index.accounts() as u32).map(Account) {
        let mut own: Vec<u32> = index.of(side, account).to_vec();
        if is_forward {
            own.reverse();
        }
        counts.clear();
        let (mut start, first) = (0, all.len());
        for place in &own {
            *counts.entry(index.other(side, *place)).or_default() += 1;
            let time = index.row(*place).time;
            while window < (index.row(own[start]).time - time).abs() {
                let other = index.other(side, own[start]);
                if let Some(count) = counts.get_mut(&other) {
                    *count -= 1;
                    if *count == 0 {
                        counts.remove(&other);
                    }
                }
                start += 1;
            }
            all.push(u16::try_from(counts.len()).unwrap_or(u16::MAX));
        }
        if is_forward {
            all[first..].reverse();
        }
    }
    all
}

/// An amount of nothing counts as this little.
const VALUE_MIN: f64 = 1e-6;
