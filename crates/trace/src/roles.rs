//! What an account looks like, by what it does with money. Reasons to look, never findings: a shop
//! collects, an employer distributes.

use std::collections::HashSet;

use crate::rules::Allocation;
use crate::transfers::{Account, Transfers};

/// What an account looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RoleKind {
    /// It received traced money and handed most of it on: known to be used.
    BlackMule,
    /// It hands on most of what it receives soon, or received traced money and keeps it.
    GreyMule,
    /// It receives from many and sends to few.
    Collector,
    /// It receives from few and sends to many.
    Distributor,
    /// Money comes from several and does not leave in the table.
    CashOut,
    /// It receives from several and hands everything on to one account: an address that an exchange
    /// gave to a customer looks like that.
    ExchangeDeposit,
}

impl RoleKind {
    /// Its name for programs.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::BlackMule => "black-mule",
            Self::GreyMule => "grey-mule",
            Self::Collector => "collector",
            Self::Distributor => "distributor",
            Self::CashOut => "cash-out",
            Self::ExchangeDeposit => "exchange-deposit",
        }
    }

    /// Key of the sentence that says why, with `senders`, `receivers`, `percent` and `minutes`.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::BlackMule => "role-why-black-mule",
            Self::GreyMule => "role-why-grey-mule",
            Self::Collector => "role-why-collector",
            Self::Distributor => "role-why-distributor",
            Self::CashOut => "role-why-cash-out",
            Self::ExchangeDeposit => "role-why-exchange-deposit",
        }
    }
}

/// A role of an account, with what speaks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccountRole {
    /// Whose.
    pub account: Account,
    /// Which.
    pub kind: RoleKind,
    /// Different accounts that paid it.
    pub senders: u32,
    /// Different accounts that it paid.
    pub receivers: u32,
    /// Of what it received in the currency that it received most often, the share that it sent on.
    pub percent_sent: u32,
    /// Minutes between a payment to it and the next one from it; the middle one of all.
    pub minutes_held: Option<u64>,
}

/// What accounts look like; an account may have several roles or none. Ordered by account.
///
/// O(E log E) time. What was traced, where something was, tells black mules from grey ones.
#[must_use]
pub fn roles(transfers: &Transfers, traced: Option<&Allocation>) -> Vec<AccountRole> {
    let mut sums = vec![Sums::default(); transfers.accounts()];
    for row in transfers.rows().iter().filter(|row| 0 < row.amount && row.from != row.to) {
        sums[row.from.index()].send(row.to, row.unit.0, row.amount, row.time);
        sums[row.to.index()].receive(row.from, row.unit.0, row.amount, row.time);
    }
    if let Some(traced) = traced {
        for holding in &traced.holdings {
            let sums = &mut sums[holding.account.index()];
            sums.traced += holding.received;
            sums.traced_held += holding.held;
        }
    }
    let accounts = (0_u32..).map(Account).zip(sums);
    accounts.flat_map(|(account, sums)| sums.roles(account)).collect()
}

/// What an account did.
#[derive(Clone, Default)]
struct Sums {
    senders: HashSet<Account>,
    receivers: HashSet<Account>,
    /// Per currency: how often it received, how much, and how much it sent.
    units: Vec<(u16, u64, u128, u128)>,
    waiting_since: Option<i64>,
    minutes: Vec<u64>,
    traced: u128,
    traced_held: u128,
}

impl Sums {
    fn unit(&mut self, unit: u16) -> &mut (u16, u64, u128, u128) {
        let at = match self.units.iter().position(|own| own.0 == unit) {
            Some(at) => at,
            None => {
                self.units.push((unit, 0, 0, 0));
                self.units.len() - 1
            }
        };
        &mut self.units[at]
    }

    fn send(&mut self, to: Account, unit: u16, amount: u64, time: i64) {
        self.receivers.insert(to);
        self.unit(unit).3 += u128::from(amount);
        if let Some(since) = self.waiting_since.take() {
            // The sequence runs forward in time.
            self.minutes.push((time.saturating_sub(since) / MINUTE).unsigned_abs());
        }
    }

    fn receive(&mut self, from: Account, unit: u16, amount: u64, time: i64) {
        self.senders.insert(from);
        let own = self.unit(unit);
        own.1 += 1;
        own.2 += u128::from(amount);
        self.waiting_since.get_or_insert(time);
    }

    fn roles(mut self, account: Account) -> Vec<AccountRole> {
        self.minutes.sort_unstable();
        let minutes_held = self.minutes.get(self.minutes.len() / 2).copied();
        let (senders, receivers) = (self.senders.len() as u32, self.receivers.len() as u32);
        let main = self.units.iter().max_by_key(|unit| unit.1);
        let percent = main.filter(|unit| 0 < unit.2).map_or(0, |unit| unit.3 * 100 / unit.2);
        let percent_sent = u32::try_from(percent).unwrap_or(u32::MAX);
        let hands_on = (HANDS_ON_PERCENT..=100).contains(&percent_sent);
        let soon = minutes_held.is_some_and(|minutes| minutes <= SOON_MINUTES);
        let is_black = 0 < self.traced && self.traced_held * 2 <= self.traced;
        let is_grey = !is_black && (0 < self.traced || (hands_on && soon && 0 < senders));
        let is = [
            (RoleKind::BlackMule, is_black),
            (RoleKind::GreyMule, is_grey),
            (RoleKind::Collector, MANY <= senders && receivers * 3 <= senders && 0 < receivers),
            (RoleKind::Distributor, MANY <= receivers && senders * 3 <= receivers && 0 < senders),
            (RoleKind::CashOut, SEVERAL <= senders && receivers == 0),
            (RoleKind::ExchangeDeposit, SEVERAL <= senders && receivers == 1 && hands_on),
        ];
        let kinds = is.into_iter().filter(|(_, is)| *is).map(|(kind, _)| kind);
        let role =
            |kind| AccountRole { account, kind, senders, receivers, percent_sent, minutes_held };
        kinds.map(role).collect()
    }
}

const MINUTE: i64 = 60_000_000;
/// Of what came in, one who hands on sends so much at least.
const HANDS_ON_PERCENT: u32 = 80;
/// Money that leaves within a day leaves soon.
const SOON_MINUTES: u64 = 24 * 60;
/// Accounts that are many, and several.
const MANY: u32 = 5;
const SEVERAL: u32 = 3;
