//! The transfers of each account, in sequence.

use crate::transfers::{Account, Transfer};

/// Which end of a transfer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// What an account sends.
    Out,
    /// What it receives.
    In,
}

/// Transfers by sender and by receiver: 8 bytes each. Those of nothing, and those from an account
/// to itself, are left out.
pub(crate) struct Index<'a> {
    pub rows: &'a [Transfer],
    out: List,
    into: List,
}

struct List {
    starts: Vec<u32>,
    places: Vec<u32>,
}

impl<'a> Index<'a> {
    pub fn new(rows: &'a [Transfer], accounts: usize) -> Self {
        let out = List::new(rows, accounts, |row| row.from);
        let into = List::new(rows, accounts, |row| row.to);
        Self { rows, out, into }
    }

    /// Places of all transfers of an account on one side.
    pub fn of(&self, side: Side, account: Account) -> &[u32] {
        let list = match side {
            Side::Out => &self.out,
            Side::In => &self.into,
        };
        let [start, end] = [0, 1].map(|next| list.starts[account.index() + next] as usize);
        &list.places[start..end]
    }

    /// How many transfers of accounts before this one stand in the list of a side.
    pub fn start(&self, side: Side, account: Account) -> usize {
        let list = match side {
            Side::Out => &self.out,
            Side::In => &self.into,
        };
        list.starts[account.index()] as usize
    }

    /// Those before a place and not before a time.
    pub fn between(&self, side: Side, account: Account, since: i64, before: u32) -> &[u32] {
        let all = self.of(side, account);
        let earlier = &all[..all.partition_point(|place| *place < before)];
        &earlier[earlier.partition_point(|place| self.row(*place).time < since)..]
    }

    pub fn row(&self, place: u32) -> &'a Transfer {
        &self.rows[place as usize]
    }

    /// The other account of a transfer of one side.
    pub fn other(&self, side: Side, place: u32) -> Account {
        match side {
            Side::Out => self.row(place).to,
            Side::In => self.row(place).from,
        }
    }

    /// How many accounts there are.
    pub fn accounts(&self) -> usize {
        self.out.starts.len() - 1
    }
}

/// Whether a transfer moves money.
pub(crate) fn moves(row: &Transfer) -> bool {
    0 < row.amount && row.from != row.to
}

impl List {
    fn new(rows: &[Transfer], accounts: usize, end: fn(&Transfer) -> Account) -> Self {
        let mut starts = vec![0_u32; accounts + 1];
        for row in rows.iter().filter(|row| moves(row)) {
            starts[end(row).index() + 1] += 1;
        }
        (0..accounts).for_each(|at| starts[at + 1] += starts[at]);
        let mut next = starts.clone();
        let mut places = vec![0_u32; starts[accounts] as usize];
        for (place, row) in (0_u32..).zip(rows).filter(|(_, row)| moves(row)) {
            let at = &mut next[end(row).index()];
            places[*at as usize] = place;
            *at += 1;
        }
        Self { starts, places }
    }
}
