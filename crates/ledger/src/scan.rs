//! Reading tables: a day at a time, so that memory holds one day's rows.
//!
//! Days beyond the limits are not opened, row groups without the account not read. What is a
//! duplicate or netted is decided here, at each read, from what is registered now: nothing in a
//! table changes when another one comes or goes.

use std::collections::HashMap;
use std::fs::File;
use std::ops::ControlFlow;

use crate::LedgerError;
use crate::file::{Groups, ScannedRow};
use crate::row::{DAY, KEY_BYTES, Kind, tie_of};
use crate::table::Ledger;

/// Which rows are wanted. What is empty leaves nothing out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// From this moment on, in microseconds since 1970.
    pub since: Option<i64>,
    /// Up to this moment.
    pub until: Option<i64>,
    /// Those of one account, in its one form.
    pub account: Option<String>,
    /// Whether a transaction and its reversal are both left out.
    pub nets_reversals: bool,
    /// Whether rows that other files tell of, too, are all taken.
    pub keeps_duplicates: bool,
}

/// What a scan met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scanned {
    /// Rows handed on.
    pub rows: u64,
    /// Rows that an earlier file tells of, too.
    pub duplicates: u64,
    /// Rows whose money moved back.
    pub reversals: u64,
    /// Rows left out, because a transaction and its reversal cancel each other.
    pub netted: u64,
    /// Days that were not opened.
    pub days_skipped: u64,
    /// Row groups that were not read.
    pub groups_skipped: u64,
}

/// A row with the table it is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Place of the table in the list that was asked for.
    pub table: usize,
    /// The row.
    pub row: ScannedRow,
    /// Whether an earlier file tells of it, too.
    pub is_duplicate: bool,
}

type Key = [u8; KEY_BYTES];

impl Ledger {
    /// Hands on the rows of some tables, ordered by time, table and line. Tables are named in the
    /// order in which they were registered: the earlier one's row counts, the later one's is the
    /// duplicate.
    ///
    /// # Errors
    ///
    /// When a file cannot be read.
    pub fn scan(
        &self,
        tables: &[String],
        wanted: &Wanted,
        each: &mut dyn FnMut(Found) -> ControlFlow<()>,
    ) -> Result<Scanned, LedgerError> {
        let mut netting = Netting::default();
        if wanted.nets_reversals {
            self.pass(tables, wanted, &mut |found| {
                netting.hear(&found);
                ControlFlow::Continue(())
            })?;
        }
        let mut netted = 0;
        let mut left = 0;
        let mut scanned = self.pass(tables, wanted, &mut |found| {
            if netting.cancels(&found) {
                netted += 1;
                return ControlFlow::Continue(());
            }
            left += 1;
            each(found)
        })?;
        (scanned.netted, scanned.rows) = (netted, left);
        Ok(scanned)
    }

    fn pass(
        &self,
        tables: &[String],
        wanted: &Wanted,
        each: &mut dyn FnMut(Found) -> ControlFlow<()>,
    ) -> Result<Scanned, LedgerError> {
        let mut scanned = Scanned::default();
        for (day, files) in self.days(tables)? {
            let is_after = wanted.until.is_some_and(|until| until < day * DAY);
            let is_before = wanted.since.is_some_and(|since| (day + 1) * DAY <= since);
            if is_after || is_before {
                scanned.days_skipped += 1;
                continue;
            }
            let mut rows = Vec::new();
            for (table, path) in files {
                let file = File::open(&path).map_err(LedgerError::file(&path))?;
                let mut groups = Groups::open(file, wanted.account.as_deref())?;
                while let Some(group) = groups.next_group()? {
                    rows.extend(
                        group.into_iter().filter(|row| is_wanted(row, wanted)).map(|row| Found {
                            table,
                            row,
                            is_duplicate: false,
                        }),
                    );
                }
                scanned.groups_skipped += groups.skipped;
            }
            rows.sort_by_key(|found| (found.row.time, found.table, found.row.line));
            mark_duplicates(&mut rows);
            for found in rows {
                scanned.duplicates += u64::from(found.is_duplicate);
                if found.is_duplicate && !wanted.keeps_duplicates {
                    continue;
                }
                scanned.rows += 1;
                scanned.reversals += u64::from(found.row.kind == Kind::Reversal);
                if each(found).is_break() {
                    return Ok(scanned);
                }
            }
        }
        Ok(scanned)
    }
}

fn is_wanted(row: &ScannedRow, wanted: &Wanted) -> bool {
    let is_of = |account: &String| row.from == *account || row.to == *account;
    wanted.since.is_none_or(|since| since <= row.time)
        && wanted.until.is_none_or(|until| row.time <= until)
        && wanted.account.as_ref().is_none_or(is_of)
}

/// Rows of one file are never duplicates of each other: many entries share a reference. Of a
/// transaction that one file has twice and another one three times, three count.
fn mark_duplicates(rows: &mut [Found]) {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|at| (rows[*at].table, *at));
    let mut counted: HashMap<Key, u64> = HashMap::new();
    let mut of_table: HashMap<(Key, usize), u64> = HashMap::new();
    for at in order {
        let found = &mut rows[at];
        let own = of_table.entry((found.row.key, found.table)).or_default();
        *own += 1;
        let counted = counted.entry(found.row.key).or_default();
        found.is_duplicate = *own <= *counted;
        *counted = (*counted).max(*own);
    }
}

/// Which transactions a later reversal cancels.
#[derive(Default)]
struct Netting {
    /// Reversals for which no transaction was met yet.
    open: HashMap<Key, u64>,
    /// Transactions that were left out, whose reversal is still to come.
    cancelled: HashMap<Key, u64>,
}

impl Netting {
    fn hear(&mut self, found: &Found) {
        if let Some(tie) = tie(found).filter(|_| found.row.kind == Kind::Reversal) {
            *self.open.entry(tie).or_default() += 1;
        }
    }

    fn cancels(&mut self, found: &Found) -> bool {
        let Some(tie) = tie(found) else { return false };
        let (take, give) = match found.row.kind {
            Kind::Pending => return false,
            Kind::Booked => (&mut self.open, Some(&mut self.cancelled)),
            Kind::Reversal => (&mut self.cancelled, None),
        };
        let is_there = match take.get_mut(&tie) {
            Some(count) if 0 < *count => {
                *count -= 1;
                true
            }
            _ => false,
        };
        match give {
            Some(give) if is_there => *give.entry(tie).or_default() += 1,
            // A reversal before its transaction: both stay.
            None if !is_there => {
                if let Some(open) = self.open.get_mut(&tie) {
                    *open = open.saturating_sub(1);
                }
            }
            _ => {}
        }
        is_there
    }
}

fn tie(found: &Found) -> Option<Key> {
    let row = &found.row;
    let ends = match row.kind {
        Kind::Reversal => (row.to.as_str(), row.from.as_str()),
        Kind::Booked | Kind::Pending => (row.from.as_str(), row.to.as_str()),
    };
    tie_of(ends, row.amount, &row.currency, &row.reference)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::row::{Exactness, LedgerRow, Money, Party};
    use crate::table::Origin;

    fn row(hours: i64, from: &str, to: &str, minor: u128, reference: &str) -> LedgerRow {
        let party = |account: &str| Party { account: account.to_owned(), ..Party::default() };
        LedgerRow {
            time: hours * 3_600_000_000,
            exactness: Exactness::Zoned,
            from: party(from),
            to: party(to),
            amount: Money { minor, decimals: 2 },
            currency: "USD".to_owned(),
            kind: Kind::Booked,
            reference: reference.to_owned(),
            line: 1,
            original: format!("{hours} {from} {to} {minor}"),
        }
    }

    fn fill(ledger: &Ledger, name: &str, rows: &[LedgerRow]) -> String {
        let origin = Origin { file: "f".to_owned(), sha256: "0".repeat(64) };
        let mut table = ledger.begin(name, origin).unwrap();
        for (row, line) in rows.iter().zip(1..) {
            table.push(LedgerRow { line, ..row.clone() }).unwrap();
        }
        assert_eq!(table.finish().unwrap().rows, rows.len() as u64);
        name.to_owned()
    }

    fn read(ledger: &Ledger, tables: &[String], wanted: &Wanted) -> (Vec<String>, Scanned) {
        let mut seen = Vec::new();
        let scanned = ledger
            .scan(tables, wanted, &mut |found| {
                let row = &found.row;
                seen.push(format!("{}>{} {}", row.from, row.to, row.amount));
                ControlFlow::Continue(())
            })
            .unwrap();
        (seen, scanned)
    }

    #[test]
    fn rows_come_back_in_the_order_of_their_times_and_lines() {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::new(folder.path());
        let first = fill(&ledger, "t1", &[row(30, "b", "c", 2, "x"), row(1, "a", "b", 1, "y")]);
        let second = fill(&ledger, "t2", &[row(1, "d", "e", u128::from(u64::MAX) * 9, "z")]);

        let (seen, scanned) = read(&ledger, &[first, second], &Wanted::default());

        let huge = (u128::from(u64::MAX) * 9).to_string();
        let huge = format!("d>e {}.{}", &huge[..huge.len() - 2], &huge[huge.len() - 2..]);
        assert_eq!(seen, ["a>b 0.01", &huge, "b>c 0.02"]);
        assert_eq!(scanned.rows, 3);
    }

    #[test]
    fn days_and_groups_that_cannot_match_are_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::new(folder.path());
        let table = fill(&ledger, "t", &[row(1, "a", "b", 1, ""), row(50, "c", "d", 2, "")]);
        let tables = [table];

        let since = Wanted { since: Some(2 * DAY), ..Wanted::default() };
        let (seen, scanned) = read(&ledger, &tables, &since);
        assert_eq!((seen, scanned.days_skipped), (vec!["c>d 0.02".to_owned()], 1));

        let until = Wanted { until: Some(DAY - 1), ..Wanted::default() };
        assert_eq!(read(&ledger, &tables, &until).1.days_skipped, 1);

        let account = Wanted { account: Some("b".to_owned()), ..Wanted::default() };
        let (seen, scanned) = read(&ledger, &tables, &account);
        assert_eq!((seen, scanned.groups_skipped), (vec!["a>b 0.01".to_owned()], 1));
    }

    #[test]
    fn what_two_files_tell_of_counts_once_and_what_one_file_tells_twice_counts_twice() {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::new(folder.path());
        let twice = [row(1, "a", "b", 5, "ref"), row(2, "a", "b", 5, "ref")];
        let thrice =
            [row(1, "a", "b", 5, "ref"), row(2, "a", "b", 5, "ref"), row(3, "a", "b", 5, "ref")];
        let tables = [fill(&ledger, "t1", &twice), fill(&ledger, "t2", &thrice)];

        let (seen, scanned) = read(&ledger, &tables, &Wanted::default());
        assert_eq!((seen.len(), scanned.duplicates), (3, 2));

        let all = Wanted { keeps_duplicates: true, ..Wanted::default() };
        assert_eq!(read(&ledger, &tables, &all).0.len(), 5);
        assert_eq!(read(&ledger, &tables[1..], &Wanted::default()).1.duplicates, 0);
    }

    #[test]
    fn a_reversal_is_kept_and_netted_only_where_that_is_asked() {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::new(folder.path());
        let back = |hours| LedgerRow { kind: Kind::Reversal, ..row(hours, "b", "a", 5, "r1") };
        let rows = [row(1, "a", "b", 5, "r1"), row(2, "a", "b", 5, "r2"), back(30), back(31)];
        let tables = [fill(&ledger, "t", &rows)];

        let (seen, scanned) = read(&ledger, &tables, &Wanted::default());
        assert_eq!((seen.len(), scanned.reversals), (4, 2));

        let net = Wanted { nets_reversals: true, ..Wanted::default() };
        let (seen, scanned) = read(&ledger, &tables, &net);
        assert_eq!((seen, scanned.netted), (vec!["a>b 0.05".into(), "b>a 0.05".into()], 2));
    }

    #[test]
    fn a_table_that_was_not_finished_or_registered_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::new(folder.path());
        let origin = Origin { file: "f".to_owned(), sha256: String::new() };
        let mut table = ledger.begin("dropped", origin).unwrap();
        table.push(row(1, "a", "b", 1, "")).unwrap();
        drop(table);
        let kept = fill(&ledger, "kept", &[row(1, "a", "b", 1, "")]);
        fill(&ledger, "lost", &[row(1, "a", "b", 1, "")]);

        assert_eq!(ledger.sweep(std::slice::from_ref(&kept)).unwrap(), 1);

        let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
        assert_eq!(left.len(), 1);
        let gone = ledger
            .scan(&["lost".to_owned()], &Wanted::default(), &mut |_| ControlFlow::Continue(()));
        assert!(matches!(gone, Err(LedgerError::Missing { .. })));
    }
}
