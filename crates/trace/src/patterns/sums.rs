//! Structuring and many-in-one-out: what amounts add up to.

use super::Pattern;
use super::index::Side;
use super::raise::Finder;
use crate::transfers::{Account, Transfer, Unit};

pub(super) fn find(finder: &mut Finder) {
    finder.accounts().for_each(|account| structuring(finder, account));
    finder.settle();
    finder.accounts().for_each(|account| many_in_one_out(finder, account));
    finder.settle();
}

/// Several transfers of one currency within the window, each just below what must be reported.
fn structuring(finder: &mut Finder, account: Account) {
    let limits: Vec<(usize, u64)> = (0..)
        .zip(&finder.options.reported_from)
        .filter_map(|(unit, limit)| Some((unit, (*limit)?)))
        .collect();
    for (unit, limit) in limits {
        let is_just_below = |row: &Transfer| {
            usize::from(row.unit.0) == unit
                && row.amount < limit
                && u128::from(limit) * JUST_BELOW_PERCENT <= u128::from(row.amount) * 100
        };
        let all = finder.index.of(Side::Out, account);
        let count = all.len() as u32; // 32-bit places
        let places: Vec<u32> =
            all.iter().copied().filter(|at| is_just_below(finder.index.row(*at))).collect();
        let mut members = Vec::new();
        let (mut start, mut marked, mut most) = (0, 0, 0);
        for end in 0..places.len() {
            let since = finder.since(finder.index.row(places[end]));
            while finder.index.row(places[start]).time < since {
                start += 1;
            }
            if JUST_BELOW_MIN <= end + 1 - start {
                members.extend_from_slice(&places[start.max(marked)..=end]);
                (marked, most) = (end + 1, most.max(end + 1 - start));
            }
        }
        finder.raise_heaps(Pattern::Structuring, account, members, (most as u32, count));
    }
}

/// What came in from many within the window, each a small part, goes out at once.
fn many_in_one_out(finder: &mut Finder, account: Account) {
    let [ins, outs] = [Side::In, Side::Out].map(|side| finder.index.of(side, account).len());
    if ins < finder.options.fan_min as usize {
        return;
    }
    let all = (ins + outs) as u32; // two per transfer at most
    for place in finder.index.of(Side::Out, account).to_vec() {
        let row = finder.index.row(place);
        let since = finder.since(row);
        let mut before = finder.recent(Side::In, account, since, place);
        before.retain(|at| is_small_part(finder.index.row(*at), row.unit, row.amount));
        let sum: u128 = before.iter().map(|at| u128::from(finder.index.row(*at).amount)).sum();
        let amount = u128::from(row.amount);
        let mut senders: Vec<Account> =
            before.iter().map(|at| finder.index.row(*at).from).collect();
        senders.sort_unstable();
        senders.dedup();
        let senders = senders.len() as u32; // at most LOOK_BACK_MAX
        if finder.options.fan_min <= senders && amount <= sum && sum * OUT_PERCENT <= amount * 100 {
            before.push(place);
            finder.raise(Pattern::ManyInOneOut, account, &before, (senders, all));
        }
    }
}

fn is_small_part(row: &Transfer, unit: Unit, of: u64) -> bool {
    row.unit == unit && u128::from(row.amount) * 2 <= u128::from(of)
}

/// From how much of the sum that must be reported an amount is just below it.
const JUST_BELOW_PERCENT: u128 = 90;
/// Amounts just below that are no chance.
const JUST_BELOW_MIN: usize = 3;
/// How much of what came in goes out.
const OUT_PERCENT: u128 = 80;
