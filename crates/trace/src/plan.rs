//! What can still be stopped: accounts that hold traced money, by how much and how soon it goes on.
//!
//! An account is taken to pass money on as it did before: after the median of the times between a
//! payment that came and the next one that left. One that never paid out is taken to do as the
//! others on the way do. It is a habit, no promise.

use std::cmp::Ordering;
use std::collections::HashMap;

use crate::rules::Holding;
use crate::transfers::{Account, Transfers, Unit};

/// An account with money that can still be stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chance {
    /// Whose.
    pub account: Account,
    /// In which currency.
    pub unit: Unit,
    /// Traced money that is still there, in minor units.
    pub held: u128,
    /// When traced money came last, in microseconds since 1970.
    pub came: i64,
    /// How long money usually waits there.
    pub wait: Option<Wait>,
    /// Microseconds until it usually goes on; none are left where that is over.
    pub left: Option<i64>,
}

/// How long money usually waits at an account, in microseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wait {
    /// As the account itself did.
    Own(i64),
    /// As the others on the way did: it never paid out.
    Others(i64),
}

impl Wait {
    fn micros(self) -> i64 {
        match self {
            Self::Own(micros) | Self::Others(micros) => micros,
        }
    }
}

/// Accounts that hold traced money at a moment: currency by currency, those first where most is lost
/// with each minute.
#[must_use]
pub fn chances(transfers: &Transfers, holdings: &[Holding], now: i64) -> Vec<Chance> {
    let mut waits: HashMap<Account, Vec<i64>> =
        holdings.iter().map(|holding| (holding.account, Vec::new())).collect();
    let mut came: HashMap<Account, i64> = HashMap::new();
    for row in transfers.rows() {
        if let (Some(waits), Some(came)) = (waits.get_mut(&row.from), came.get(&row.from))
            && waits.len() < WAITS_MAX
        {
            waits.push(row.time - came);
        }
        if waits.contains_key(&row.to) {
            came.insert(row.to, row.time);
        }
    }
    let mut all: Vec<i64> = waits.values().flatten().copied().collect();
    let others = median(&mut all).map(Wait::Others);
    let mut chances: Vec<Chance> = holdings
        .iter()
        .filter(|holding| 0 < holding.held)
        .map(|holding| {
            let own = waits.get_mut(&holding.account).and_then(|waits| median(waits));
            let wait = own.map(Wait::Own).or(others);
            let left = wait.map(|wait| {
                holding.came.1.saturating_add(wait.micros()).saturating_sub(now).max(0)
            });
            let Holding { account, unit, held, came: (_, came), .. } = *holding;
            Chance { account, unit, held, came, wait, left }
        })
        .collect();
    chances.sort_by(|one, other| {
        one.unit.cmp(&other.unit).then(urgency(one, other)).then(one.account.cmp(&other.account))
    });
    chances
}

/// Who loses more each minute is first. Products instead of quotients: no digit is lost.
fn urgency(one: &Chance, other: &Chance) -> Ordering {
    let minutes = |chance: &Chance| {
        let left = chance.left.unwrap_or(UNKNOWN_LEFT);
        u128::from((left / MINUTE).max(1).unsigned_abs())
    };
    let of_one = one.held.saturating_mul(minutes(other));
    let of_other = other.held.saturating_mul(minutes(one));
    of_other.cmp(&of_one).then(other.held.cmp(&one.held))
}

/// The value in the middle; the smaller one of two.
fn median(values: &mut [i64]) -> Option<i64> {
    let middle = values.len().checked_sub(1)? / 2;
    Some(*values.select_nth_unstable(middle).1)
}

/// Microseconds of a minute.
const MINUTE: i64 = 60_000_000;
/// Where nobody on the way ever paid out: three days.
const UNKNOWN_LEFT: i64 = 3 * 24 * 60 * MINUTE;
/// Waits of one account that are looked at.
const WAITS_MAX: usize = 10_000;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decimal, Limits, Rule, Ties, TransfersBuilder, allocate};

    #[test]
    fn who_passes_much_on_soon_is_first_and_who_never_did_is_taken_as_the_others() {
        let mut builder = TransfersBuilder::new();
        let names = ["victim", "fast", "slow", "fresh", "out"];
        let [victim, fast, slow, fresh, out] = names.map(|name| builder.account(name).unwrap());
        let unit = builder.unit("USD", 2).unwrap();
        let rows = [
            (0, victim, fast, 100),
            (10, fast, out, 50),
            (0, victim, slow, 100),
            (600, slow, out, 50),
            (600, victim, fast, 30),
            (600, victim, slow, 30),
            (600, victim, fresh, 10),
        ];
        for ((minute, from, to, amount), row) in rows.into_iter().zip(1..) {
            let amount = Decimal { digits: amount, decimals: 0 };
            builder.push(minute * MINUTE, (from, to), amount, unit, row);
        }
        let (transfers, _) = builder.finish(Ties::AsWritten);
        let limits = Limits { since: None, until: None, hops: None, least: vec![0] };
        let found = allocate(&transfers, &[victim], Rule::Fifo, &limits).unwrap();

        let plan = chances(&transfers, &found.holdings, 605 * MINUTE);

        let told: Vec<_> = plan
            .iter()
            .map(|chance| (transfers.name(chance.account), chance.left.map(|left| left / MINUTE)))
            .collect();
        assert_eq!(
            told,
            [("out", Some(5)), ("fast", Some(5)), ("fresh", Some(5)), ("slow", Some(595))]
        );
        assert_eq!(plan[1].wait, Some(Wait::Own(10 * MINUTE)));
        assert_eq!(plan[2].wait, Some(Wait::Others(10 * MINUTE)));
        assert_eq!((plan[1].held, plan[3].held), (8_000, 8_000));
    }
}
