//! Which accounts can money have come to, or have come from? One scan of the sequence.

use crate::transfers::{Account, Transfer, Transfers};

/// Whether money is followed to where it went, or back to where it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// To where it went.
    Forward,
    /// To where it came from.
    Backward,
}

/// Where following ends.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Limits {
    /// Transfers before this time are not followed.
    pub since: Option<i64>,
    /// Transfers after this time are not followed.
    pub until: Option<i64>,
    /// At most so many transfers behind each other.
    pub hops: Option<u32>,
    /// The least amount that is followed, for each currency in its minor unit.
    pub least: Vec<u64>,
}

impl Limits {
    /// Whether a transfer is followed, apart from the hops before it. One of nothing never is.
    #[must_use]
    pub fn admit(&self, row: &Transfer) -> bool {
        let least = self.least.get(usize::from(row.unit.0)).copied().unwrap_or(0);
        self.since.is_none_or(|since| since <= row.time)
            && self.until.is_none_or(|until| row.time <= until)
            && least.max(1) <= row.amount
    }

    /// Whether money that took so many hops is followed on.
    #[must_use]
    pub(crate) fn goes_on(&self, hops: u32) -> bool {
        hops < self.hops.unwrap_or(NEVER)
    }
}

/// How an account is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// Place in the sequence of the first transfer that reached it; forward the earliest, backward
    /// the latest. A seed has none.
    pub place: Option<u32>,
    /// Fewest transfers behind each other.
    pub hops: u32,
}

/// What is reached. 8 bytes per account.
#[derive(Debug, Clone)]
pub struct Reach {
    places: Vec<u32>,
    hops: Vec<u32>,
}

impl Reach {
    /// How an account is reached, if it is.
    #[must_use]
    pub fn of(&self, account: Account) -> Option<Reached> {
        let hops = *self.hops.get(account.index())?;
        let place = Some(self.places[account.index()]).filter(|place| *place != NEVER);
        (hops != NEVER).then_some(Reached { place, hops })
    }

    /// Every account that is reached, seeds among them.
    pub fn all(&self) -> impl Iterator<Item = (Account, Reached)> {
        let accounts = (0..self.hops.len() as u32).map(Account); // as many as were numbered so
        accounts.filter_map(|account| Some((account, self.of(account)?)))
    }
}

/// Finds what can be reached from any of the seeds along the sequence.
///
/// O(E) time and 8 bytes per account. With a limit of hops it stays one scan: whatever was reached
/// by fewer hops was reached before, so that the fewest so far are all that counts.
#[must_use]
pub fn reach(
    transfers: &Transfers,
    seeds: &[Account],
    direction: Direction,
    limits: &Limits,
) -> Reach {
    let mut found = Reach {
        places: vec![NEVER; transfers.accounts()],
        hops: vec![NEVER; transfers.accounts()],
    };
    for seed in seeds {
        if let Some(hops) = found.hops.get_mut(seed.index()) {
            *hops = 0;
        }
    }
    let rows = transfers.rows().iter().enumerate();
    match direction {
        Direction::Forward => {
            rows.for_each(|(place, row)| found.follow(place, row, row.from, row.to, limits));
        }
        Direction::Backward => {
            rows.rev().for_each(|(place, row)| found.follow(place, row, row.to, row.from, limits));
        }
    }
    found
}

impl Reach {
    fn follow(&mut self, place: usize, row: &Transfer, at: Account, to: Account, limits: &Limits) {
        let hops = self.hops[at.index()];
        if hops == NEVER || !limits.goes_on(hops) || !limits.admit(row) {
            return;
        }
        let reached = &mut self.hops[to.index()];
        if *reached == NEVER {
            self.places[to.index()] = place as u32; // rows are numbered by 32 bits
        }
        *reached = (*reached).min(hops + 1);
    }
}

/// Not reached, or no place.
const NEVER: u32 = u32::MAX;
