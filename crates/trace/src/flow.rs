//! How much can have come from here to there at most? Maximum temporal flow.
//!
//! The answer is a bound, not a finding: it takes every account on the way to have passed on
//! whatever it could, and asks no rule. What is not in the transfers is not counted.
//!
//! Each account becomes a chain of moments (the time-expanded network of Ford and Fulkerson, 1958),
//! along which money may wait without limit; each transfer joins a moment of its sender with one of
//! its receiver. Only transfers that lie on some way from a seed to the target take part. The
//! largest flow is found by Dinic (1970): O(V² E) at worst, near one scan on networks like these.

use crate::reach::{Direction, Limits, Reach, reach};
use crate::transfers::{Account, Transfers, Unit};

/// The largest flow of one currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    /// In minor units.
    pub amount: u128,
    /// One way in which that much can have moved: places in the sequence, and how much of each.
    pub rows: Vec<(u32, u64)>,
    /// Transfers that hold it back: their amounts add up to the flow.
    pub bottleneck: Vec<u32>,
    /// Transfers that lie on some way from a seed to the target.
    pub possible: u32,
}

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FlowError {
    /// Too many transfers lie on some way between the two.
    #[error("{transfers} transfers lie on a way between them; at most {FLOW_ROWS_MAX} can")]
    TooMany {
        /// How many.
        transfers: usize,
    },
}

/// The most money of a currency that can have come from the seeds to the target.
///
/// Limits of hops are not kept to: they would make the question one that nobody can answer fast.
///
/// # Errors
///
/// [`FlowError::TooMany`].
pub fn flow(
    transfers: &Transfers,
    seeds: &[Account],
    target: Account,
    unit: Unit,
    limits: &Limits,
) -> Result<Flow, FlowError> {
    let limits = Limits { hops: None, ..limits.clone() };
    let places = possible(transfers, seeds, target, unit, &limits);
    if FLOW_ROWS_MAX < places.len() {
        return Err(FlowError::TooMany { transfers: places.len() });
    }
    let mut network = Network::over(transfers, &places, seeds, target);
    let amount = network.fill();
    let is_left = network.left_of_the_cut();
    let mut rows = Vec::new();
    let mut bottleneck = Vec::new();
    for (at, place) in places.iter().enumerate() {
        let moved = network.moved(at);
        if 0 < moved {
            rows.push((*place, moved as u64)); // at most the transfer's own amount
        }
        let [from, to] = network.ends(at);
        if is_left[from] && !is_left[to] {
            bottleneck.push(*place);
        }
    }
    // As many as `FLOW_ROWS_MAX` at most.
    Ok(Flow { amount, rows, bottleneck, possible: places.len() as u32 })
}

/// Places of the transfers that lie on some way from a seed to the target, in sequence.
fn possible(
    transfers: &Transfers,
    seeds: &[Account],
    target: Account,
    unit: Unit,
    limits: &Limits,
) -> Vec<u32> {
    let forward = reach(transfers, seeds, Direction::Forward, limits);
    let backward = reach(transfers, &[target], Direction::Backward, limits);
    let is_before = |reach: &Reach, account: Account, place: u32| {
        reach.of(account).is_some_and(|how| how.place.is_none_or(|first| first < place))
    };
    let is_after = |reach: &Reach, account: Account, place: u32| {
        reach.of(account).is_some_and(|how| how.place.is_none_or(|last| place < last))
    };
    let rows = (0_u32..).zip(transfers.rows());
    let admitted = rows.filter(|(place, row)| {
        row.unit == unit
            && limits.admit(row)
            && row.from != row.to
            && row.from != target
            && !seeds.contains(&row.to)
            && is_before(&forward, row.from, *place)
            && is_after(&backward, row.to, *place)
    });
    admitted.map(|(place, _)| place).collect()
}

/// Moments of accounts, joined by transfers and by waiting.
struct Network {
    /// For each edge where it leads and how much more can go; the edge back stands behind it.
    to: Vec<u32>,
    room: Vec<u128>,
    /// Edges of each node.
    edges: Vec<Vec<u32>>,
    level: Vec<u32>,
    next: Vec<usize>,
}

impl Network {
    /// The edges of transfers come first, in the order of `places`.
    fn over(transfers: &Transfers, places: &[u32], seeds: &[Account], target: Account) -> Self {
        let mut network = Self {
            to: Vec::new(),
            room: Vec::new(),
            edges: vec![Vec::new(); 2],
            level: Vec::new(),
            next: Vec::new(),
        };
        // The last moment of each account, and whether money has left since it began.
        let mut moments: Vec<(u32, bool)> = vec![(NONE, false); transfers.accounts()];
        seeds.iter().for_each(|seed| moments[seed.index()].0 = SOURCE);
        moments[target.index()].0 = SINK;
        let mut waits = Vec::new();
        for place in places {
            let row = &transfers.rows()[*place as usize];
            let from = network.moment(&mut moments[row.from.index()], false, &mut waits);
            let to = network.moment(&mut moments[row.to.index()], true, &mut waits);
            network.join(from, to, u128::from(row.amount));
        }
        waits.iter().for_each(|(from, to)| network.join(*from, *to, WITHOUT_LIMIT));
        network
    }

    /// The moment of an account at which money comes or goes. Money that comes after some has gone
    /// cannot have been what went: it begins a new moment.
    fn moment(
        &mut self,
        (node, has_left): &mut (u32, bool),
        comes: bool,
        waits: &mut Vec<(u32, u32)>,
    ) -> u32 {
        if [SOURCE, SINK].contains(node) {
            return *node;
        }
        if *node == NONE || (comes && *has_left) {
            let new = self.edges.len() as u32; // at most one per transfer, and two
            self.edges.push(Vec::new());
            if *node != NONE {
                waits.push((*node, new));
            }
            (*node, *has_left) = (new, false);
        }
        *has_left |= !comes;
        *node
    }

    fn join(&mut self, from: u32, to: u32, room: u128) {
        for (at, to, room) in [(from, to, room), (to, from, 0)] {
            self.edges[at as usize].push(self.to.len() as u32); // two per transfer or moment
            self.to.push(to);
            self.room.push(room);
        }
    }

    /// How much goes through a transfer, by its number: what can go back.
    fn moved(&self, at: usize) -> u128 {
        self.room[2 * at + 1]
    }

    /// The moments that a transfer joins.
    fn ends(&self, at: usize) -> [usize; 2] {
        [self.to[2 * at + 1] as usize, self.to[2 * at] as usize]
    }

    /// Sends as much as can go from source to sink.
    fn fill(&mut self) -> u128 {
        let mut sum = 0;
        while self.measure() {
            self.next = vec![0; self.edges.len()];
            loop {
                let sent = self.send();
                if sent == 0 {
                    break;
                }
                sum += sent;
            }
        }
        sum
    }

    /// How many edges lie between the source and each node. Whether the sink can be reached.
    fn measure(&mut self) -> bool {
        self.level = vec![NONE; self.edges.len()];
        self.level[SOURCE as usize] = 0;
        let mut queue = std::collections::VecDeque::from([SOURCE]);
        while let Some(node) = queue.pop_front() {
            for edge in &self.edges[node as usize] {
                let to = self.to[*edge as usize];
                if 0 < self.room[*edge as usize] && self.level[to as usize] == NONE {
                    self.level[to as usize] = self.level[node as usize] + 1;
                    queue.push_back(to);
                }
            }
        }
        self.level[SINK as usize] != NONE
    }

    /// Sends money along one way on which each step leads one level on.
    fn send(&mut self) -> u128 {
        let mut way: Vec<u32> = Vec::new();
        let mut node = SOURCE;
        while node != SINK {
            match self.step(node) {
                Some(edge) => {
                    way.push(edge);
                    node = self.to[edge as usize];
                }
                None => {
                    let Some(edge) = way.pop() else { return 0 };
                    node = self.to[edge as usize ^ 1];
                    self.next[node as usize] += 1;
                }
            }
        }
        let sent = way.iter().map(|edge| self.room[*edge as usize]).min().unwrap_or(0);
        for edge in way {
            self.room[edge as usize] -= sent;
            self.room[edge as usize ^ 1] += sent;
        }
        sent
    }

    /// The next edge of a node that leads on, edges that lead nowhere passed over for good.
    fn step(&mut self, node: u32) -> Option<u32> {
        let level = self.level[node as usize] + 1;
        let edges = &self.edges[node as usize];
        let next = &mut self.next[node as usize];
        while let Some(edge) = edges.get(*next) {
            let to = self.to[*edge as usize];
            if 0 < self.room[*edge as usize] && self.level[to as usize] == level {
                return Some(*edge);
            }
            *next += 1;
        }
        None
    }

    /// The nodes that can still be reached once all is filled: edges out of them are full.
    fn left_of_the_cut(&mut self) -> Vec<bool> {
        self.measure();
        self.level.iter().map(|level| *level != NONE).collect()
    }
}

/// Transfers that may lie between seeds and target.
pub const FLOW_ROWS_MAX: usize = 2_000_000;

const SOURCE: u32 = 0;
const SINK: u32 = 1;
/// No moment, or no level.
const NONE: u32 = u32::MAX;
/// More than all transfers together: 2^32 of 64 bits.
const WITHOUT_LIMIT: u128 = 1 << 100;
