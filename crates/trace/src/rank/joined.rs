//! Two tables of one world as one, so that a transfer of the later one is seen with what its accounts
//! did before.

use std::collections::{HashMap, HashSet};

use crate::order::Ties;
use crate::transfers::{Account, Decimal, Transfers, TransfersBuilder};

/// Puts two tables into one sequence; rows of the second are numbered on behind the first's. `None`
/// where their numbers, amounts or names do not fit into one.
#[must_use]
pub fn joined(
    first: &Transfers,
    second: &Transfers,
    rows_first: u32,
    ties: Ties,
) -> Option<Transfers> {
    let mut builder = TransfersBuilder::new();
    for (transfers, offset) in [(first, 0), (second, rows_first)] {
        let mut accounts: Vec<Account> = Vec::with_capacity(transfers.accounts());
        for number in 0..transfers.accounts() as u32 {
            accounts.push(builder.account(transfers.name(Account(number)))?); // numbered so
        }
        let mut units = Vec::new();
        for info in transfers.units() {
            units.push((builder.unit(&info.code, info.decimals)?, info.decimals));
        }
        for row in transfers.rows() {
            let (unit, decimals) = units[usize::from(row.unit.0)];
            let ends = (accounts[row.from.index()], accounts[row.to.index()]);
            let amount = Decimal { digits: row.amount, decimals };
            builder.push(row.time, ends, amount, unit, row.row.checked_add(offset)?);
        }
    }
    let (all, too_large) = builder.finish(ties);
    too_large.is_empty().then_some(all)
}

/// Whether two tables tell of the same accounts. Simulators number theirs alike, so that a name alone
/// says little: either the tables lie one behind the other and share accounts, or some who pay each
/// other in one do it in the other, too.
#[must_use]
pub fn are_of_one_world(first: &Transfers, second: &Transfers) -> bool {
    let known: HashMap<&str, u32> =
        (0..first.accounts() as u32).map(|at| (first.name(Account(at)), at)).collect();
    let in_first: Vec<Option<u32>> = (0..second.accounts() as u32)
        .map(|at| known.get(second.name(Account(at))).copied())
        .collect();
    let shared = in_first.iter().flatten().count();
    if shared * 100 < in_first.len() * ACCOUNTS_PERCENT || shared == 0 {
        return false;
    }
    let times = |transfers: &Transfers| {
        let rows = transfers.rows();
        Some((rows.first()?.time, rows.last()?.time))
    };
    if let (Some(first), Some(second)) = (times(first), times(second))
        && (first.1 <= second.0 || second.1 <= first.0)
    {
        return true;
    }
    let pairs: HashSet<(u32, u32)> =
        first.rows().iter().map(|row| (row.from.0, row.to.0)).collect();
    let is_known = |from: Account, to: Account| {
        let pair = (in_first[from.index()], in_first[to.index()]);
        matches!(pair, (Some(from), Some(to)) if from != to && pairs.contains(&(from, to)))
    };
    let again = second.rows().iter().filter(|row| is_known(row.from, row.to)).count();
    second.rows().len() * PAIRS_PERCENT <= again * 100
}

/// Accounts of the second table that are in the first.
const ACCOUNTS_PERCENT: usize = 20;
/// Transfers of the second table between two accounts that have one in the first.
const PAIRS_PERCENT: usize = 5;

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[(i64, &str, &str)]) -> Transfers {
        let mut builder = TransfersBuilder::new();
        for (row, (time, from, to)) in (1..).zip(rows) {
            let ends = (builder.account(from).unwrap(), builder.account(to).unwrap());
            let unit = builder.unit("USD", 2).unwrap();
            builder.push(*time, ends, Decimal { digits: 125, decimals: 2 }, unit, row);
        }
        builder.finish(Ties::AsWritten).0
    }

    #[test]
    fn rows_of_the_second_table_are_numbered_behind_the_first() {
        let both = joined(
            &table(&[(1, "a", "b"), (5, "b", "c")]),
            &table(&[(3, "b", "c")]),
            2,
            Ties::AsWritten,
        )
        .unwrap();

        let rows: Vec<(u32, u64)> = both.rows().iter().map(|row| (row.row, row.amount)).collect();
        assert_eq!(rows, [(1, 125), (3, 125), (2, 125)]);
        assert_eq!(both.accounts(), 3);
    }

    #[test]
    fn tables_that_only_number_accounts_alike_are_two_worlds() {
        let first = table(&[(1, "1", "2"), (9, "2", "3")]);
        let check = |second: &[(i64, &str, &str)], expected| {
            assert_eq!(are_of_one_world(&first, &table(second)), expected, "{second:?}");
        };
        check(&[(2, "3", "1"), (5, "1", "3")], false);
        check(&[(2, "1", "2"), (5, "1", "3")], true);
        check(&[(9, "3", "1"), (12, "1", "3")], true);
        check(&[(9, "x", "y")], false);
    }
}
