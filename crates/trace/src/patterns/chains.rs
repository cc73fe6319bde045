//! Random walk and pass-through: money that goes on, little less than it came.

use super::Pattern;
use super::index::Side;
use super::raise::Finder;
use crate::transfers::Transfer;

pub(super) fn find(finder: &mut Finder) {
    walks(finder);
    finder.settle();
    pass_through(finder);
    finder.settle();
}

/// Whether the second transfer can be the first one's money, less what was kept: the same currency,
/// between so many of a hundred and all of it, and not back to where it came from.
fn goes_on(first: &Transfer, second: &Transfer, percent_min: u128) -> bool {
    first.unit == second.unit
        && second.amount <= first.amount
        && u128::from(first.amount) * percent_min <= u128::from(second.amount) * 100
        && first.from != second.to
}

/// The longest walk through each transfer: so many before it, and so many after.
fn walks(finder: &mut Finder) {
    let rows = finder.index.rows;
    let mut before = vec![0_u32; rows.len()];
    let mut after = vec![0_u32; rows.len()];
    for (place, row) in finder.moving() {
        before[place as usize] = 1;
        for earlier in steps_to(finder, place, row) {
            let length = before[earlier as usize] + 1;
            before[place as usize] = before[place as usize].max(length);
        }
    }
    // Steps are looked up again each time: to keep them would take more room than the table.
    for place in (0..rows.len() as u32).rev().filter(|place| 0 < before[*place as usize]) {
        for earlier in steps_to(finder, place, &rows[place as usize]) {
            let length = after[place as usize] + 1;
            after[earlier as usize] = after[earlier as usize].max(length);
        }
    }
    let least = finder.options.walk_min;
    let is_member = |place: u32| least <= before[place as usize] + after[place as usize];
    // Transfers of one walk, or of walks that share transfers, are raised together.
    let mut heaps = Heaps::new(rows.len());
    for (place, row) in finder.moving().filter(|(place, _)| is_member(*place)) {
        for earlier in steps_to(finder, place, row) {
            if is_member(earlier) {
                heaps.join(earlier, place);
            }
        }
    }
    let mut members: Vec<(u32, u32)> = (0..rows.len() as u32)
        .filter(|place| 0 < before[*place as usize] && is_member(*place))
        .map(|place| (heaps.first(place), place))
        .collect();
    members.sort_unstable();
    for heap in members.chunk_by(|a, b| a.0 == b.0) {
        let places: Vec<u32> = heap.iter().map(|(_, place)| *place).collect();
        let account = rows[places[0] as usize].from;
        let longest = places.iter().map(|at| before[*at as usize]).max().unwrap_or(0);
        let all = finder.index.of(Side::Out, account).len() as u32; // 32-bit places
        finder.raise_heaps(Pattern::RandomWalk, account, places, (longest, all));
    }
}

/// The transfers within the window that a walker may have handed on with this one.
fn steps_to(finder: &mut Finder, place: u32, row: &Transfer) -> Vec<u32> {
    let since = finder.since(row);
    let mut earlier = finder.recent(Side::In, row.from, since, place);
    earlier.retain(|at| goes_on(finder.index.row(*at), row, WALK_PERCENT_MIN));
    earlier
}

/// What came in within minutes before a transfer goes out with it.
fn pass_through(finder: &mut Finder) {
    for account in finder.accounts() {
        let mut members = Vec::new();
        let mut passes = 0;
        for place in finder.index.of(Side::Out, account).to_vec() {
            let row = finder.index.row(place);
            let since = row.time.saturating_sub(finder.options.pass_through);
            for earlier in finder.recent(Side::In, account, since, place) {
                if goes_on(finder.index.row(earlier), row, PASSED_PERCENT_MIN) {
                    members.extend([earlier, place]);
                    passes += 1;
                }
            }
        }
        let [ins, outs] = [Side::In, Side::Out].map(|side| finder.index.of(side, account).len());
        let all = (ins + outs) as u32; // two per transfer at most
        finder.raise_heaps(Pattern::PassThrough, account, members, (passes, all));
    }
}

/// Places that belong together (union and find); the first place stands for its heap.
struct Heaps(Vec<u32>);

impl Heaps {
    fn new(places: usize) -> Self {
        Self((0..places as u32).collect())
    }

    fn first(&mut self, place: u32) -> u32 {
        let mut at = place;
        while self.0[at as usize] != at {
            self.0[at as usize] = self.0[self.0[at as usize] as usize];
            at = self.0[at as usize];
        }
        at
    }

    fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.first(one), self.first(other));
        self.0[one.max(other) as usize] = one.min(other);
    }
}

/// Of what came, a walker hands on so much at least.
const WALK_PERCENT_MIN: u128 = 80;
/// Of what came, one through whom money passes hands on so much at least.
const PASSED_PERCENT_MIN: u128 = 90;
