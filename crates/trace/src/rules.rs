//! How much of what arrived counts as the traced money: five rules of tracing, exact.
//!
//! No rule is true. Courts and countries differ, so the rule is named with every amount. All five
//! are one scan of the sequence; they differ in what an account is taken to hold (`purse.rs`).
//!
//! # What all rules share
//!
//! * What a seed sends within the limits is traced. What comes back to a seed is returned, and
//!   traced no further.
//! * Where an account sends more than the transfers showed it receive, the rest came in unseen just
//!   before: it is not traced, and goes out last.
//! * Where it is known what an account held at a time ([`Opening`]), what the transfers did not show
//!   of that came in unseen just before that time: it is not traced, and takes its turn.
//! * Parts of a rounded share stay where they are: a share is rounded down to the minor unit.

use crate::purse::{Effect, Part, Purse, push};
use crate::reach::{Direction, Limits, reach};
use crate::transfers::{Account, Opening, Transfer, Transfers, Unit};

/// Which of the money in an account goes out first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// What came in first (Devaynes v Noble, Clayton's Case, 1816).
    Fifo,
    /// What came in last.
    Lifo,
    /// All alike, by their shares of the balance, rounded down ("haircut").
    ProRata,
    /// Any contact makes all of it traced. Says who is concerned, not how much was taken.
    Poison,
    /// What is not traced (Re Hallett's Estate, 1880): the claim to an account is never more than
    /// its lowest balance since (James Roscoe v Winder, 1915).
    LowestBalance,
}

impl Rule {
    /// Every rule, in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::Fifo, Self::Lifo, Self::ProRata, Self::LowestBalance, Self::Poison];

    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Fifo => "fifo",
            Self::Lifo => "lifo",
            Self::ProRata => "pro-rata",
            Self::Poison => "poison",
            Self::LowestBalance => "lowest-balance",
        }
    }

    /// The rule with a code.
    #[must_use]
    pub fn read(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.code() == code)
    }
}

/// What a rule says of all transfers of one currency. Minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// Sent by seeds within the limits.
    pub sent: u128,
    /// Made traced by contact, under [`Rule::Poison`] alone.
    pub infected: u128,
    /// Still in accounts that were reached.
    pub held: u128,
    /// Back at a seed.
    pub returned: u128,
    /// Went on beyond a limit of hops, time or amount.
    pub beyond: u128,
}

impl Totals {
    /// Whether nothing was lost and nothing made.
    #[must_use]
    pub fn is_conserved(&self) -> bool {
        self.sent + self.infected == self.held + self.returned + self.beyond
    }
}

/// What a rule says of one account in one currency. Minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holding {
    /// Whose.
    pub account: Account,
    /// In which currency.
    pub unit: Unit,
    /// Traced money that came in.
    pub received: u128,
    /// Traced money that is still there.
    pub held: u128,
    /// All that is there, as far as the transfers show it.
    pub balance: u128,
    /// Fewest transfers by which traced money came.
    pub hops: u32,
    /// When traced money came first and last.
    pub came: (i64, i64),
}

/// What a rule says.
#[derive(Debug, Clone)]
pub struct Allocation {
    /// Places in the sequence of transfers with traced money, and how much of each it is.
    pub rows: Vec<(u32, u64)>,
    /// Accounts that received traced money, seeds left out; in order of accounts and currencies.
    pub holdings: Vec<Holding>,
    /// The sums, for each currency.
    pub totals: Vec<Totals>,
}

/// Why a rule has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AllocationError {
    /// The accounts that are reached hold too many parts at once.
    #[error("more than {FRAGMENTS_MAX} parts of money to be kept apart")]
    TooManyParts,
}

/// Follows what the seeds sent, under a rule.
///
/// O(E) time for the heaps. FIFO and LIFO keep parts apart: one transfer splits at most one part,
/// but hands on as many as it takes, so that parts may outgrow transfers; [`FRAGMENTS_MAX`] bounds
/// them. Memory is that of the accounts reached.
///
/// # Errors
///
/// [`AllocationError::TooManyParts`].
pub fn allocate(
    transfers: &Transfers,
    seeds: &[Account],
    rule: Rule,
    limits: &Limits,
) -> Result<Allocation, AllocationError> {
    let mut books = Books::open(transfers, seeds, rule, limits);
    let mut parts = Vec::new();
    let mut openings = transfers.openings().iter().peekable();
    for (place, row) in transfers.rows().iter().enumerate() {
        if limits.until.is_some_and(|until| until < row.time) {
            break;
        }
        while let Some(opening) = openings.next_if(|opening| opening.time <= row.time) {
            books.know(opening);
        }
        books.book(place as u32, row, &mut parts)?; // rows are numbered by 32 bits
    }
    Ok(books.close())
}

/// The accounts that matter, while the transfers go by.
struct Books<'a> {
    rule: Rule,
    limits: &'a Limits,
    /// For each account its place in `entries`, or what it is instead.
    roles: Vec<u32>,
    entries: Vec<Entry>,
    rows: Vec<(u32, u64)>,
    totals: Vec<Totals>,
    parts_kept: i64,
}

/// An account that may receive traced money.
struct Entry {
    account: Account,
    hops: u32,
    purses: Vec<(Unit, Purse, Received)>,
}

#[derive(Clone, Copy)]
struct Received {
    traced: u128,
    came: (i64, i64),
}

impl<'a> Books<'a> {
    fn open(transfers: &Transfers, seeds: &[Account], rule: Rule, limits: &'a Limits) -> Self {
        let reached = reach(transfers, seeds, Direction::Forward, limits);
        let mut roles = vec![UNTOUCHED; transfers.accounts()];
        let mut entries = Vec::new();
        for (account, how) in reached.all() {
            if how.hops == 0 {
                roles[account.index()] = SEED;
            } else {
                roles[account.index()] = entries.len() as u32; // fewer than accounts
                entries.push(Entry { account, hops: u32::MAX, purses: Vec::new() });
            }
        }
        let totals = vec![Totals::default(); transfers.units().len()];
        Self { rule, limits, roles, entries, rows: Vec::new(), totals, parts_kept: 0 }
    }

    /// Moves the money of one transfer. `parts` is room that is used again.
    fn book(
        &mut self,
        place: u32,
        row: &Transfer,
        parts: &mut Vec<Part>,
    ) -> Result<(), AllocationError> {
        let [from, to] = [self.roles[row.from.index()], self.roles[row.to.index()]];
        let is_untouched = from == UNTOUCHED && to == UNTOUCHED;
        if is_untouched || row.from == row.to {
            return Ok(()); // what goes from an account to itself stays where it is
        }
        parts.clear();
        let is_followed = self.limits.admit(row);
        let hops = match from {
            UNTOUCHED => {
                push(parts, Part { amount: row.amount, traced: false });
                0
            }
            SEED => {
                push(parts, Part { amount: row.amount, traced: is_followed && to != SEED });
                0
            }
            entry => self.pay(entry, row, parts),
        };
        let traced: u64 = parts.iter().filter(|part| part.traced).map(|part| part.amount).sum();
        if 0 < traced {
            self.tell(place, row, traced, from == SEED);
            if to == SEED || to == UNTOUCHED || !is_followed || !self.limits.goes_on(hops) {
                let totals = &mut self.totals[usize::from(row.unit.0)];
                let ends = if to == SEED { &mut totals.returned } else { &mut totals.beyond };
                *ends += u128::from(traced);
                parts.clear();
                push(parts, Part { amount: row.amount, traced: false });
            }
        }
        if to != SEED && to != UNTOUCHED {
            self.receive(to, row, parts, hops);
        }
        if (FRAGMENTS_MAX as i64) < self.parts_kept {
            return Err(AllocationError::TooManyParts);
        }
        Ok(())
    }

    fn tell(&mut self, place: u32, row: &Transfer, traced: u64, is_sent_by_seed: bool) {
        self.rows.push((place, traced));
        if is_sent_by_seed {
            self.totals[usize::from(row.unit.0)].sent += u128::from(traced);
        }
    }

    /// Brings in what an account held that no transfer shows.
    fn know(&mut self, opening: &Opening) {
        let role = self.roles[opening.account.index()];
        if role == SEED || role == UNTOUCHED {
            return; // what a seed sends is traced whatever it held
        }
        let rule = self.rule;
        let purse = self.entries[role as usize].purse(opening.unit, rule).0;
        // At most the amount, which is 64 bits.
        let unseen = u128::from(opening.amount).saturating_sub(purse.holds().0) as u64;
        let effect = purse.credit(&[Part { amount: unseen, traced: false }]);
        self.count(opening.unit, effect);
    }

    /// Takes the money out of an account that was reached. Says how many hops lie behind it.
    fn pay(&mut self, entry: u32, row: &Transfer, parts: &mut Vec<Part>) -> u32 {
        let rule = self.rule;
        let entry = &mut self.entries[entry as usize];
        let effect = entry.purse(row.unit, rule).0.debit(row.amount, parts);
        let hops = entry.hops;
        self.count(row.unit, effect);
        hops
    }

    fn receive(&mut self, entry: u32, row: &Transfer, parts: &[Part], hops: u32) {
        let rule = self.rule;
        let traced: u128 =
            parts.iter().filter(|part| part.traced).map(|part| u128::from(part.amount)).sum();
        let entry = &mut self.entries[entry as usize];
        if 0 < traced {
            entry.hops = entry.hops.min(hops.saturating_add(1));
        }
        let (purse, received) = entry.purse(row.unit, rule);
        let effect = purse.credit(parts);
        if 0 < traced {
            let first = if received.traced == 0 { row.time } else { received.came.0 };
            *received = Received { traced: received.traced + traced, came: (first, row.time) };
        }
        self.count(row.unit, effect);
    }

    fn count(&mut self, unit: Unit, effect: Effect) {
        self.parts_kept += effect.parts;
        self.totals[usize::from(unit.0)].infected += effect.infected;
    }

    fn close(mut self) -> Allocation {
        let mut holdings = Vec::new();
        for entry in &mut self.entries {
            entry.purses.sort_by_key(|(unit, ..)| *unit);
            for (unit, purse, received) in &entry.purses {
                let (balance, held) = purse.holds();
                self.totals[usize::from(unit.0)].held += held;
                if 0 < received.traced {
                    holdings.push(Holding {
                        account: entry.account,
                        unit: *unit,
                        received: received.traced,
                        held,
                        balance,
                        hops: entry.hops,
                        came: received.came,
                    });
                }
            }
        }
        Allocation { rows: self.rows, holdings, totals: self.totals }
    }
}

impl Entry {
    fn purse(&mut self, unit: Unit, rule: Rule) -> (&mut Purse, &mut Received) {
        let at = match self.purses.iter().position(|(own, ..)| *own == unit) {
            Some(at) => at,
            None => {
                let nothing = Received { traced: 0, came: (0, 0) };
                self.purses.push((unit, Purse::new(rule), nothing));
                self.purses.len() - 1
            }
        };
        let (_, purse, received) = &mut self.purses[at];
        (purse, received)
    }
}

/// Parts of money that are kept apart at most, of all accounts together: 16 bytes each.
pub const FRAGMENTS_MAX: usize = 50_000_000;

/// An account that no traced money reaches.
const UNTOUCHED: u32 = u32::MAX;
/// An account whose money is followed.
const SEED: u32 = u32::MAX - 1;
