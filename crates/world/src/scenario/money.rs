//! Where the money of those who are defrauded goes: through mules at home, mules abroad and a
//! collector, and out of every agency's reach, while everybody else's money moves beside it.
//!
//! # Invariants
//!
//! * Amounts are cents of one currency; no account passes on stolen money before it came, nor more
//!   of it than came.
//! * An account is in one country, or out of reach.

use super::{HOURS, Scenario};
use crate::draw::{Draw, Stream};
use crate::region::AGENCIES;

/// One transfer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Payment {
    /// Seconds from the start.
    pub second: u32,
    /// Number of the account that pays.
    pub from: u32,
    /// Number of the account that is paid.
    pub to: u32,
    /// Cents.
    pub amount: u64,
}

/// Somebody who was defrauded says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Complaint {
    /// The account that paid.
    pub account: u32,
    /// When it paid, in seconds from the start.
    pub paid_at: u32,
    /// What it paid, in cents.
    pub paid: u64,
    /// When the agency of its country was told, in seconds from the start.
    pub told_at: u32,
}

impl Scenario {
    /// Every transfer of the story, in no order.
    #[must_use]
    pub fn payments(&self) -> Vec<Payment> {
        let mut payments: Vec<Payment> =
            (0..self.defrauded()).flat_map(|number| self.fraud(number).0).collect();
        let stolen = payments.len() as u32;
        payments.extend((stolen..self.size.transfers).map(|number| self.other(number)));
        payments
    }

    /// Everybody who says that they were defrauded.
    pub fn complaints(&self) -> impl Iterator<Item = Complaint> + '_ {
        (0..self.defrauded()).map(|number| self.fraud(number).1)
    }

    /// The name of an account, which says where it is.
    #[must_use]
    pub fn account_name(&self, account: u32) -> String {
        format!("DEMO-{}-{account:07}", self.account_country(account).unwrap_or("out"))
    }

    /// The country of the bank that keeps an account; `None` where no agency reaches it.
    #[must_use]
    pub fn account_country(&self, account: u32) -> Option<&'static str> {
        let Some(of_fraud) = account.checked_sub(OTHERS) else {
            return Some(AGENCIES[account as usize % AGENCIES.len()].country);
        };
        match of_fraud % PER_COMPOUND {
            place if place < MULES => Some(if place.is_multiple_of(2) { "kr" } else { "th" }),
            place if place < MULES + MULES_ABROAD => {
                Some(if place.is_multiple_of(2) { "th" } else { "kh" })
            }
            place if place < MULES + MULES_ABROAD + COLLECTORS => Some("kh"),
            _ => None,
        }
    }

    /// The accounts to which the money of one compound goes in the end.
    #[must_use]
    pub fn account_of_profit(&self, compound: u32) -> u32 {
        OTHERS + compound * PER_COMPOUND + PER_COMPOUND - 1
    }

    fn defrauded(&self) -> u32 {
        self.size.people / 2
    }

    /// One fraud: the transfers, and the complaint.
    fn fraud(&self, number: u32) -> (Vec<Payment>, Complaint) {
        let mut draw = Draw::new(self.seed, Stream::Money, FRAUD | u64::from(number));
        let compound = draw.below(self.size.compounds.max(1));
        let base = OTHERS + compound * PER_COMPOUND;
        let victim = draw.below(OTHERS / 3) * 3 + if draw.chance(60) { 0 } else { 2 };
        let paid = u64::from(draw.between(500, 50_000)) * 100;
        let paid_at = draw.below((HOURS - 400) * 3600);
        let same_country = u32::from(!victim.is_multiple_of(3));
        let mule = base + 2 * draw.below(MULES / 2) + same_country;
        let mut payments = vec![Payment { second: paid_at, from: victim, to: mule, amount: paid }];
        // Half of it goes on in two parts.
        let parts = if draw.chance(50) { vec![paid / 2, paid - paid / 2] } else { vec![paid] };
        for part in parts {
            let abroad = base + MULES + draw.below(MULES_ABROAD);
            let collector = base + MULES + MULES_ABROAD + draw.below(COLLECTORS);
            let profit = self.account_of_profit(compound);
            let mut at = paid_at;
            let mut from = mule;
            for (to, hours) in [(abroad, 10), (collector, 24), (profit, 72)] {
                at += draw.between(1_200, hours * 3600);
                payments.push(Payment { second: at, from, to, amount: part });
                from = to;
            }
        }
        let told_after = match draw.below(10) {
            0..2 => draw.between(600, 2 * 3600),
            2..5 => draw.between(2 * 3600, 12 * 3600),
            5..8 => draw.between(12 * 3600, 72 * 3600),
            _ => draw.between(72 * 3600, 14 * 86_400),
        };
        let told_at = paid_at + told_after;
        (payments, Complaint { account: victim, paid_at, paid, told_at })
    }

    /// A transfer that has nothing to do with fraud, but for some that hide it.
    fn other(&self, number: u32) -> Payment {
        let mut draw = Draw::new(self.seed, Stream::Money, u64::from(number));
        let from = draw.below(OTHERS);
        let mules = self.size.compounds.max(1) * PER_COMPOUND;
        let to = match draw.below(200) {
            0 => OTHERS + draw.below(mules),
            // Most money stays in its country.
            1..180 => (from + 3 * draw.between(1, OTHERS / 3 - 1)) % OTHERS,
            _ => draw.below(OTHERS),
        };
        let amount = u64::from(draw.between(100, 300_000));
        Payment { second: draw.below(HOURS * 3600), from, to, amount }
    }
}

/// Accounts of everybody else, a third of them in each country.
const OTHERS: u32 = 60_000;
/// Accounts of one compound: mules at home, mules abroad, collectors, and one out of reach.
const MULES: u32 = 6;
const MULES_ABROAD: u32 = 4;
const COLLECTORS: u32 = 2;
const PER_COMPOUND: u32 = MULES + MULES_ABROAD + COLLECTORS + 1;
/// Keeps what is drawn for a fraud apart from what is drawn for other transfers.
const FRAUD: u64 = 1 << 40;
