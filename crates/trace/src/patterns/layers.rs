//! Patterns of two and three layers: scatter-gather, bipartite, stack.
//!
//! Each is found at its last transfer, by looking back over the window.

use std::collections::BTreeMap;

use super::Pattern;
use super::index::Side;
use super::raise::{Finder, Members};
use crate::transfers::{Account, Transfer};

/// What two accounts have in common: members so far, and the most accounts at once.
type ByPair = BTreeMap<(Account, Account), (Members, u32)>;

pub(super) fn find(finder: &mut Finder) {
    let passes: [(Pattern, &[(Pass, Side)]); 3] = [
        (Pattern::ScatterGather, &[(scatter_gather, Side::Out)]),
        (Pattern::Bipartite, &[(bipartite, Side::Out), (crowd, Side::In)]),
        (Pattern::Stack, &[(stack, Side::Out)]),
    ];
    for (pattern, passes) in passes {
        for (pass, side) in passes {
            let mut pairs = ByPair::new();
            for (place, row) in finder.moving() {
                pass(finder, place, row, &mut pairs);
            }
            for ((account, _), (members, accounts)) in pairs {
                let all = finder.index.of(*side, account).len() as u32; // 32-bit places
                finder.raise_heaps(pattern, account, members.places, (accounts, all));
            }
        }
        finder.settle();
    }
}

type Pass = fn(&mut Finder, u32, &Transfer, &mut ByPair);

/// The transfer is the last into an account that several others pay, whom one account paid before.
fn scatter_gather(finder: &mut Finder, place: u32, row: &Transfer, pairs: &mut ByPair) {
    let since = finder.since(row);
    let before = finder.recent(Side::In, row.from, since, place);
    let into = finder.recent(Side::In, row.to, since, place + 1);
    let least = finder.options.middle_min;
    if before.is_empty() || (into.len() as u64) < u64::from(least) {
        return;
    }
    let mut sources: Vec<Account> = before.iter().map(|at| finder.index.row(*at).from).collect();
    sources.retain(|source| *source != row.to);
    sort(&mut sources);
    // (source, middle, into the middle, out of the middle)
    let mut ways: Vec<(Account, Account, u32, u32)> = Vec::new();
    for last in into {
        let middle = finder.index.row(last).from;
        for first in finder.recent(Side::In, middle, since, last) {
            let source = finder.index.row(first).from;
            if sources.binary_search(&source).is_ok() {
                ways.push((source, middle, first, last));
            }
        }
    }
    ways.sort_unstable();
    for ways in ways.chunk_by(|a, b| a.0 == b.0) {
        let middles = ways.chunk_by(|a, b| a.1 == b.1).count() as u32; // at most LOOK_BACK_MAX
        let is_on_a_way = ways.iter().any(|(_, middle, ..)| *middle == row.from);
        if least <= middles && is_on_a_way {
            let places = ways.iter().flat_map(|(.., first, last)| [*first, *last]);
            add(pairs, (ways[0].0, row.to), places, middles);
        }
    }
}

/// The transfer is the last by which two accounts sent to the same three or more.
fn bipartite(finder: &mut Finder, place: u32, row: &Transfer, pairs: &mut ByPair) {
    let since = finder.since(row);
    let own = finder.recent(Side::Out, row.from, since, place + 1);
    if own.len() < SHARED_MIN {
        return;
    }
    for other in senders(finder, row, since, place) {
        let theirs = finder.recent(Side::Out, other, since, place + 1);
        let shared = shared(finder, Side::Out, &own, &theirs, &[row.from, other]);
        if SHARED_MIN <= shared.len() {
            let is_shared = |at: &&u32| shared.binary_search(&finder.index.row(**at).to).is_ok();
            let places: Vec<u32> = own.iter().chain(&theirs).filter(is_shared).copied().collect();
            let pair = (row.from.min(other), row.from.max(other));
            add(pairs, pair, places, shared.len() as u32); // at most LOOK_BACK_MAX
        }
    }
}

/// The transfer is the last by which three accounts or more sent to the same two.
fn crowd(finder: &mut Finder, place: u32, row: &Transfer, pairs: &mut ByPair) {
    let since = finder.since(row);
    let into = finder.recent(Side::In, row.to, since, place + 1);
    if into.len() < CROWD_MIN {
        return;
    }
    let own = finder.recent(Side::Out, row.from, since, place + 1);
    let mut seconds: Vec<Account> = own.iter().map(|at| finder.index.row(*at).to).collect();
    seconds.retain(|second| *second != row.to);
    sort(&mut seconds);
    for second in seconds {
        let theirs = finder.recent(Side::In, second, since, place + 1);
        let crowd = shared(finder, Side::In, &into, &theirs, &[row.to, second]);
        if CROWD_MIN <= crowd.len() && crowd.binary_search(&row.from).is_ok() {
            let is_of_it = |at: &&u32| crowd.binary_search(&finder.index.row(**at).from).is_ok();
            let places: Vec<u32> = into.iter().chain(&theirs).filter(is_of_it).copied().collect();
            let pair = (row.to.min(second), row.to.max(second));
            add(pairs, pair, places, crowd.len() as u32); // at most LOOK_BACK_MAX
        }
    }
}

/// The transfer is the last of two accounts to the same two, whom the same two paid before.
fn stack(finder: &mut Finder, place: u32, row: &Transfer, pairs: &mut ByPair) {
    let since = finder.since(row);
    let own = finder.recent(Side::Out, row.from, since, place + 1);
    let own_in = finder.recent(Side::In, row.from, since, place);
    if own.len() < 2 || own_in.len() < 2 {
        return;
    }
    for other in senders(finder, row, since, place) {
        let theirs = finder.recent(Side::Out, other, since, place + 1);
        let middles = [row.from, other];
        for second in shared(finder, Side::Out, &own, &theirs, &middles) {
            if second == row.to {
                continue;
            }
            let latest = |places: &[u32], to: Account| {
                places.iter().rev().copied().find(|at| finder.index.row(*at).to == to)
            };
            let [Some(own_second), Some(their_first), Some(their_second)] =
                [latest(&own, second), latest(&theirs, row.to), latest(&theirs, second)]
            else {
                continue;
            };
            let mut above: Vec<u32> = finder.recent(Side::In, row.from, since, own_second);
            let mut beside = finder.recent(Side::In, other, since, their_first.min(their_second));
            let nobody_twice = [row.from, other, row.to, second];
            let payers = shared(finder, Side::In, &above, &beside, &nobody_twice);
            if payers.len() < 2 {
                continue;
            }
            let is_payer = |at: &u32| payers.binary_search(&finder.index.row(*at).from).is_ok();
            above.retain(is_payer);
            beside.retain(is_payer);
            let below = [place, own_second, their_first, their_second];
            let places = above.into_iter().chain(beside).chain(below);
            let pair = (row.from.min(other), row.from.max(other));
            add(pairs, pair, places, payers.len() as u32 + 4); // at most LOOK_BACK_MAX
        }
    }
}

/// Who else pays the receiver within the window.
fn senders(finder: &mut Finder, row: &Transfer, since: i64, place: u32) -> Vec<Account> {
    let into = finder.recent(Side::In, row.to, since, place);
    let mut senders: Vec<Account> = into.iter().map(|at| finder.index.row(*at).from).collect();
    senders.retain(|sender| *sender != row.from);
    sort(&mut senders);
    senders
}

/// The accounts at the other end of both, in order, without some.
fn shared(
    finder: &Finder,
    side: Side,
    first: &[u32],
    second: &[u32],
    without: &[Account],
) -> Vec<Account> {
    let others = |places: &[u32]| {
        let mut others: Vec<Account> =
            places.iter().map(|at| finder.index.other(side, *at)).collect();
        sort(&mut others);
        others
    };
    let second = others(second);
    let mut both = others(first);
    both.retain(|one| second.binary_search(one).is_ok() && !without.contains(one));
    both
}

fn sort(accounts: &mut Vec<Account>) {
    accounts.sort_unstable();
    accounts.dedup();
}

fn add(
    pairs: &mut ByPair,
    pair: (Account, Account),
    places: impl IntoIterator<Item = u32>,
    accounts: u32,
) {
    let (members, most) = pairs.entry(pair).or_default();
    members.extend(places);
    *most = (*most).max(accounts);
}

/// Receivers in common that make two senders bipartite: two in common are chance.
const SHARED_MIN: usize = 3;
/// Senders that make two receivers bipartite.
const CROWD_MIN: usize = 3;
