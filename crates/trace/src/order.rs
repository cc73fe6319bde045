//! In which order money moved that moved at the same time.
//!
//! A table says the time of a transfer, and often several have the same one: all transfers of a day
//! where it tells the day alone. Everything else in this crate needs one sequence, and takes it
//! from here, so that all answers rest on the same rule (`docs/internals/adr/0020`).

use std::collections::HashMap;

use crate::transfers::{Account, Transfer};

/// What counts as first among transfers of one time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ties {
    /// The row that stands first in the table: a statement is written in its order.
    AsWritten,
    /// What an account received at that time is there for all that it sent at that time. Where
    /// money goes round in a circle, the circle is one step, and runs in the order of its rows.
    CreditsFirst,
}

impl Ties {
    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::AsWritten => "written",
            Self::CreditsFirst => "credits-first",
        }
    }

    /// The order with a code.
    #[must_use]
    pub fn read(code: &str) -> Option<Self> {
        [Self::AsWritten, Self::CreditsFirst].into_iter().find(|ties| ties.code() == code)
    }
}

/// Sorts transfers into their sequence.
pub(crate) fn sequence(rows: &mut [Transfer], ties: Ties) {
    if !rows.is_sorted_by_key(|row| (row.time, row.row)) {
        rows.sort_unstable_by_key(|row| (row.time, row.row));
    }
    if ties == Ties::AsWritten {
        return;
    }
    for group in rows.chunk_by_mut(|a, b| a.time == b.time) {
        if 1 < group.len() {
            credits_first(group);
        }
    }
}

/// Sorts rows of one time by how many steps lie before their sender, then by row.
fn credits_first(group: &mut [Transfer]) {
    let mut places: HashMap<Account, u32> = HashMap::new();
    let mut edges = Vec::with_capacity(group.len());
    for row in &*group {
        let [from, to] = [row.from, row.to].map(|account| {
            let next = places.len() as u32; // fewer than rows, whose numbers are 32 bits
            *places.entry(account).or_insert(next)
        });
        edges.push((from, to));
    }
    let steps = steps(places.len(), &edges);
    group.sort_by_key(|row| (steps[places[&row.from] as usize], row.row));
}

/// For each account the length of the longest chain of circles and accounts that leads to it.
fn steps(accounts: usize, edges: &[(u32, u32)]) -> Vec<u32> {
    let mut starts = vec![0_usize; accounts + 1];
    edges.iter().for_each(|(from, _)| starts[*from as usize + 1] += 1);
    (0..accounts).for_each(|at| starts[at + 1] += starts[at]);
    let mut next = starts.clone();
    let mut targets = vec![0_u32; edges.len()];
    for (from, to) in edges {
        targets[next[*from as usize]] = *to;
        next[*from as usize] += 1;
    }
    let graph = Graph { starts, targets };
    let (circle_of, circles) = graph.circles();
    let mut steps_of = vec![0_u32; circles];
    let mut by_circle: Vec<u32> = (0..accounts as u32).collect();
    // Tarjan numbers a circle after all those to which its money goes on.
    by_circle.sort_unstable_by_key(|account| std::cmp::Reverse(circle_of[*account as usize]));
    for account in by_circle {
        let own = circle_of[account as usize];
        for to in graph.targets_of(account) {
            let other = circle_of[*to as usize];
            if other != own {
                steps_of[other as usize] = steps_of[other as usize].max(steps_of[own as usize] + 1);
            }
        }
    }
    circle_of.iter().map(|circle| steps_of[*circle as usize]).collect()
}

/// Who pays whom at one time.
struct Graph {
    starts: Vec<usize>,
    targets: Vec<u32>,
}

impl Graph {
    fn targets_of(&self, account: u32) -> &[u32] {
        &self.targets[self.starts[account as usize]..self.starts[account as usize + 1]]
    }

    /// For each account the number of its circle (strongly connected component), and how many
    /// there are. Tarjan (1972), with a stack of its own: a chain may be as long as a day.
    fn circles(&self) -> (Vec<u32>, usize) {
        let accounts = self.starts.len() - 1;
        let mut state = Search {
            met: vec![NEVER; accounts],
            low: vec![NEVER; accounts],
            circle_of: vec![NEVER; accounts],
            open: Vec::new(),
            time: 0,
            circles: 0,
        };
        let mut path: Vec<(u32, usize)> = Vec::new();
        for root in 0..accounts as u32 {
            if state.met[root as usize] != NEVER {
                continue;
            }
            state.enter(root);
            path.push((root, 0));
            while let Some((account, next)) = path.last_mut() {
                let account = *account;
                match self.targets_of(account).get(*next) {
                    Some(to) => {
                        *next += 1;
                        if state.met[*to as usize] == NEVER {
                            state.enter(*to);
                            path.push((*to, 0));
                        } else if state.circle_of[*to as usize] == NEVER {
                            state.lower(account, state.met[*to as usize]);
                        }
                    }
                    None => {
                        path.pop();
                        state.close(account);
                        if let Some((parent, _)) = path.last() {
                            state.lower(*parent, state.low[account as usize]);
                        }
                    }
                }
            }
        }
        (state.circle_of, state.circles)
    }
}

/// Where the search for circles stands.
struct Search {
    met: Vec<u32>,
    low: Vec<u32>,
    circle_of: Vec<u32>,
    open: Vec<u32>,
    time: u32,
    circles: usize,
}

impl Search {
    fn enter(&mut self, account: u32) {
        (self.met[account as usize], self.low[account as usize]) = (self.time, self.time);
        self.time += 1;
        self.open.push(account);
    }

    fn lower(&mut self, account: u32, to: u32) {
        self.low[account as usize] = self.low[account as usize].min(to);
    }

    /// Closes the circle whose first account this is, if it is one.
    fn close(&mut self, account: u32) {
        if self.low[account as usize] != self.met[account as usize] {
            return;
        }
        while let Some(member) = self.open.pop() {
            self.circle_of[member as usize] = self.circles as u32; // at most one per account
            if member == account {
                break;
            }
        }
        self.circles += 1;
    }
}

/// An account that was not met, or has no circle yet.
const NEVER: u32 = u32::MAX;
