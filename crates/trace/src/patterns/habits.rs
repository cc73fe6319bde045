//! Dormant then active: an account that slept, and woke.

use super::Pattern;
use super::index::Side;
use super::raise::Finder;
use crate::transfers::Account;

pub(super) fn find(finder: &mut Finder) {
    finder.accounts().for_each(|account| dormant_then_active(finder, account));
    finder.settle();
}

/// No transfer for long after an earlier one, then several within the window.
fn dormant_then_active(finder: &mut Finder, account: Account) {
    let [ins, outs] = [Side::In, Side::Out].map(|side| finder.index.of(side, account));
    let mut places: Vec<u32> = ins.iter().chain(outs).copied().collect();
    places.sort_unstable();
    let time = |at: usize| finder.index.row(places[at]).time;
    let mut awake = Vec::new();
    for at in 1..places.len() {
        if time(at).saturating_sub(time(at - 1)) < finder.options.dormant {
            continue;
        }
        let until = time(at).saturating_add(finder.options.window);
        let end = at + places[at..].partition_point(|at| finder.index.row(*at).time <= until);
        if ACTIVE_MIN <= end - at {
            awake.push((at, end));
        }
    }
    let all = places.len() as u32; // two per transfer at most
    for (start, end) in awake {
        let count = (end - start) as u32; // no more than all
        finder.raise(Pattern::DormantThenActive, account, &places[start..end], (count, all));
    }
}

/// Transfers within the window that make an account active.
const ACTIVE_MIN: usize = 3;
