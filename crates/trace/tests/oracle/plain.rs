//! The same answers, computed slowly and without cleverness: every coin by itself, every way walked.

use std::collections::BTreeSet;

use liaison_trace::{Account, Direction, Limits, Rule, Ties, Transfer, Transfers};

use super::Row;

/// Numbers of the rows in their sequence, by asking of all pairs who leads to whom.
pub fn sequence(rows: &[Row], ties: Ties) -> Vec<u32> {
    let mut keyed: Vec<(i64, u32, u32)> = Vec::new();
    for (at, (time, from, ..)) in rows.iter().enumerate() {
        let steps = match ties {
            Ties::AsWritten => 0,
            Ties::CreditsFirst => steps_before(rows, *time, *from),
        };
        keyed.push((*time, steps, at as u32 + 1));
    }
    keyed.sort();
    keyed.into_iter().map(|(.., row)| row).collect()
}

/// Whom an account's money can come to at one time, the account itself included.
fn after(rows: &[Row], time: i64, account: u32) -> BTreeSet<u32> {
    let mut reached = BTreeSet::from([account]);
    loop {
        let before = reached.len();
        for (own, from, to, _) in rows {
            if *own == time && reached.contains(from) {
                reached.insert(*to);
            }
        }
        if reached.len() == before {
            return reached;
        }
    }
}

/// The longest chain of accounts, no two in one circle, that ends at an account.
fn steps_before(rows: &[Row], time: i64, account: u32) -> u32 {
    let leads = |from: u32, to: u32| after(rows, time, from).contains(&to);
    let before = (0..6).filter(|other| leads(*other, account) && !leads(account, *other));
    let at_time = before.filter(|other| rows.iter().any(|r| r.0 == time && r.1 == *other));
    at_time.map(|other| 1 + steps_before(rows, time, other)).max().unwrap_or(0)
}

fn may_be_followed(row: &Transfer, limits: &Limits) -> bool {
    0 < row.amount
        && limits.least[0] <= row.amount
        && limits.since.is_none_or(|since| row.time >= since)
        && limits.until.is_none_or(|until| row.time <= until)
}

/// Walks every way; for each account the place of the first transfer and the fewest hops.
pub fn reach(
    transfers: &Transfers,
    seeds: &[Account],
    direction: Direction,
    limits: &Limits,
) -> Vec<Option<(Option<u32>, u32)>> {
    let mut found: Vec<Option<(Option<u32>, u32)>> = vec![None; 6];
    let rows: Vec<(u32, u32, u32, bool)> = transfers
        .rows()
        .iter()
        .enumerate()
        .map(|(place, row)| {
            let (at, to) = match direction {
                Direction::Forward => (row.from, row.to),
                Direction::Backward => (row.to, row.from),
            };
            (place as u32, at.0, to.0, may_be_followed(row, limits))
        })
        .collect();
    let mut rows = rows;
    if direction == Direction::Backward {
        rows.reverse();
    }
    // All states (account, transfers already seen, hops) that some way leads to.
    let mut states: BTreeSet<(u32, usize, u32)> = seeds.iter().map(|seed| (seed.0, 0, 0)).collect();
    let mut waiting: Vec<_> = states.iter().copied().collect();
    let mut arrivals: Vec<(u32, Option<usize>, u32)> =
        seeds.iter().map(|seed| (seed.0, None, 0)).collect();
    while let Some((account, seen, hops)) = waiting.pop() {
        if limits.hops.is_some_and(|most| hops >= most) {
            continue;
        }
        for (at, (_, from, to, followed)) in rows.iter().enumerate().skip(seen) {
            if *from == account && *followed {
                arrivals.push((*to, Some(at), hops + 1));
                if states.insert((*to, at + 1, hops + 1)) {
                    waiting.push((*to, at + 1, hops + 1));
                }
            }
        }
    }
    for account in 0..6 {
        let own = arrivals.iter().filter(|arrival| arrival.0 == account);
        let hops = own.clone().map(|arrival| arrival.2).min();
        let is_seed = seeds.contains(&Account(account));
        let first = own.filter_map(|arrival| arrival.1).min().filter(|_| !is_seed);
        found[account as usize] = hops.map(|hops| (first.map(|at| rows[at].0), hops));
    }
    found
}

/// What a rule says, as the tests ask for it.
pub struct Told {
    pub rows: Vec<(u32, u64)>,
    pub held: Vec<(u32, u128)>,
    pub sent: u128,
    pub returned: u128,
    pub beyond: u128,
}

/// One coin is one minor unit: `true` if it is traced.
pub fn allocate(transfers: &Transfers, seeds: &[Account], rule: Rule, limits: &Limits) -> Told {
    let mut coins: Vec<Vec<bool>> = vec![Vec::new(); 6];
    let mut poisoned = [false; 6];
    let mut hops = [u32::MAX; 6];
    let mut told = Told { rows: Vec::new(), held: Vec::new(), sent: 0, returned: 0, beyond: 0 };
    let is_seed = |account: Account| seeds.contains(&account);
    for (place, row) in transfers.rows().iter().enumerate() {
        if limits.until.is_some_and(|until| row.time > until) {
            break;
        }
        let known = transfers.openings().iter().filter(|opening| {
            let before = place.checked_sub(1).map(|at| transfers.rows()[at].time);
            opening.time <= row.time && before.is_none_or(|before| before < opening.time)
        });
        for opening in known.filter(|opening| !is_seed(opening.account)) {
            let held = &mut coins[opening.account.index()];
            held.resize(held.len().max(opening.amount as usize), false);
        }
        if row.from == row.to {
            continue;
        }
        let (from, to) = (row.from.0 as usize, row.to.0 as usize);
        let followed = may_be_followed(row, limits);
        let mut moved = match is_seed(row.from) {
            true => vec![followed && !is_seed(row.to); row.amount as usize],
            false => take(&mut coins[from], row.amount as usize, rule, poisoned[from]),
        };
        let traced = moved.iter().filter(|coin| **coin).count() as u64;
        let before = if is_seed(row.from) { 0 } else { hops[from] };
        if 0 < traced {
            told.rows.push((place as u32, traced));
            told.sent += if is_seed(row.from) { u128::from(traced) } else { 0 };
            let ends = !followed || limits.hops.is_some_and(|most| before >= most);
            if is_seed(row.to) {
                told.returned += u128::from(traced);
            } else if ends {
                told.beyond += u128::from(traced);
                moved.fill(false);
            } else {
                hops[to] = hops[to].min(before + 1);
            }
        }
        if !is_seed(row.to) {
            poisoned[to] |= moved.contains(&true);
            coins[to].extend(moved);
        }
    }
    for (account, coins) in coins.iter().enumerate() {
        let traced = match (rule, poisoned[account]) {
            (Rule::Poison, true) => coins.len(),
            (Rule::Poison, false) => 0,
            _ => coins.iter().filter(|coin| **coin).count(),
        };
        if 0 < traced {
            told.held.push((account as u32, traced as u128));
        }
    }
    told
}

/// Takes coins out one by one; coins that are not there came in unseen.
fn take(coins: &mut Vec<bool>, amount: usize, rule: Rule, is_poisoned: bool) -> Vec<bool> {
    let all = coins.len();
    let traced = coins.iter().filter(|coin| **coin).count();
    let mut taken = Vec::new();
    // Rounded down, as the rule says; of coins in a heap only the number counts.
    let mut share = (amount.min(all) * traced).checked_div(all).unwrap_or(0);
    for _ in 0..amount {
        let place = match rule {
            Rule::Fifo | Rule::Poison => Some(0),
            Rule::Lifo => coins.len().checked_sub(1),
            Rule::ProRata => coins.iter().position(|coin| *coin == (0 < share)),
            Rule::LowestBalance => Some(coins.iter().position(|coin| !coin).unwrap_or(0)),
        };
        share = share.saturating_sub(1);
        match place.filter(|place| *place < coins.len()) {
            Some(place) => taken.push(coins.remove(place)),
            None => taken.push(false),
        }
    }
    if rule == Rule::Poison && is_poisoned {
        taken.fill(true);
    }
    taken
}

/// Sends coin after coin along any way that is left, until none is (Ford and Fulkerson), on a
/// network with a node for every account after every transfer.
pub fn flow(transfers: &Transfers, seeds: &[Account], target: Account, limits: &Limits) -> u128 {
    let rows = transfers.rows();
    let moments = rows.len() + 1;
    let node = |account: Account, moment: usize| account.index() * moments + moment;
    let mut room = vec![vec![0_u64; 6 * moments]; 6 * moments];
    for account in (0..6).map(Account) {
        for moment in 1..moments {
            room[node(account, moment - 1)][node(account, moment)] = 1 << 40;
        }
    }
    for (place, row) in rows.iter().enumerate() {
        let leads_away = row.from == target || seeds.contains(&row.to) || row.from == row.to;
        if may_be_followed(row, limits) && !leads_away {
            room[node(row.from, place)][node(row.to, place + 1)] = row.amount;
        }
    }
    let sink = node(target, moments - 1);
    let mut sent = 0;
    while let Some(way) = way(&room, node(seeds[0], 0), sink) {
        let least = way.windows(2).map(|step| room[step[0]][step[1]]).min().unwrap_or(0);
        for step in way.windows(2) {
            room[step[0]][step[1]] -= least;
            room[step[1]][step[0]] += least;
        }
        sent += u128::from(least);
    }
    sent
}

fn way(room: &[Vec<u64>], from: usize, to: usize) -> Option<Vec<usize>> {
    let mut before = vec![usize::MAX; room.len()];
    before[from] = from;
    let mut waiting = vec![from];
    while let Some(node) = waiting.pop() {
        for next in 0..room.len() {
            if 0 < room[node][next] && before[next] == usize::MAX {
                before[next] = node;
                waiting.push(next);
            }
        }
    }
    (before[to] != usize::MAX).then(|| {
        let mut way = vec![to];
        while way[way.len() - 1] != from {
            way.push(before[way[way.len() - 1]]);
        }
        way.reverse();
        way
    })
}
