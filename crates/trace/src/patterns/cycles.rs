//! Cycles: money that comes back by way of others, each step after the one before.
//!
//! A cycle is found at the transfer that closes it (as in 2SCENT, Kumar and Calders, PVLDB 2018):
//! from its sender backwards along ever earlier transfers within the window, until its receiver.
//! Only accounts that the receiver's money can have come to in that time are entered.

use std::collections::HashMap;

use super::index::Side;
use super::raise::{Finder, Members};
use super::{CYCLES_MAX, Pattern};
use crate::transfers::Account;

pub(super) fn find(finder: &mut Finder) {
    if finder.options.cycle_max < SHORTEST {
        return;
    }
    for (place, row) in finder.moving() {
        let since = finder.since(row);
        let starts = finder.index.between(Side::Out, row.to, since, place).is_empty();
        let ends = finder.index.between(Side::In, row.from, since, place).is_empty();
        if starts || ends || finder.found.cycles_left_out {
            continue;
        }
        let earliest = ahead(finder, row.to, since, place);
        let Some(first) = earliest.get(&row.from) else { continue };
        if *first < place {
            let mut search = Search {
                home: row.to,
                since,
                earliest,
                way: vec![place],
                members: Members::default(),
                longest: 0,
            };
            search.back(finder, row.from, place);
            let Search { members, longest, .. } = search;
            let all = finder.index.of(Side::Out, row.to).len() as u32; // 32-bit places
            finder.raise_heaps(Pattern::Cycle, row.to, members.places, (longest, all));
        }
    }
    finder.settle();
}

/// The earliest place at which money of an account can have come to others, within few hops.
fn ahead(finder: &mut Finder, home: Account, since: i64, before: u32) -> HashMap<Account, u32> {
    let mut earliest: HashMap<Account, u32> = HashMap::new();
    let mut layer = vec![(home, 0)];
    for _ in 1..finder.options.cycle_max {
        let mut next = Vec::new();
        for (account, after) in layer {
            for place in finder.recent(Side::Out, account, since, before) {
                let to = finder.index.row(place).to;
                let is_onward = account == home || after < place;
                if is_onward && to != home && earliest.get(&to).is_none_or(|known| place < *known) {
                    earliest.insert(to, place);
                    next.push((to, place));
                }
            }
        }
        layer = next;
    }
    earliest
}

/// The search for the cycles that one transfer closes.
struct Search {
    home: Account,
    since: i64,
    earliest: HashMap<Account, u32>,
    /// From the closing transfer backwards.
    way: Vec<u32>,
    members: Members,
    longest: u32,
}

impl Search {
    /// Goes back from an account. As deep as the longest cycle at most.
    fn back(&mut self, finder: &mut Finder, account: Account, before: u32) {
        for place in finder.recent(Side::In, account, self.since, before) {
            let from = finder.index.row(place).from;
            let length = self.way.len() as u32 + 1;
            if from == self.home {
                if SHORTEST <= length {
                    self.close(finder, place, length);
                }
                continue;
            }
            let is_new = self.way.iter().all(|on| finder.index.row(*on).from != from);
            let is_reached = self.earliest.get(&from).is_some_and(|first| *first < place);
            if is_new && is_reached && length < finder.options.cycle_max {
                self.way.push(place);
                self.back(finder, from, place);
                self.way.pop();
            }
            if finder.found.cycles_left_out {
                return;
            }
        }
    }

    fn close(&mut self, finder: &mut Finder, place: u32, length: u32) {
        if finder.found.cycles == CYCLES_MAX {
            finder.found.cycles_left_out = true;
            return;
        }
        finder.found.cycles += 1;
        self.longest = self.longest.max(length);
        self.members.extend(self.way.iter().copied().chain([place]));
    }
}

/// Transfers of the shortest cycle: there and back is a refund.
const SHORTEST: u32 = 3;
