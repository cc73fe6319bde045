//! What lies in an account, as one rule of tracing sees it.

use std::collections::VecDeque;

use crate::rules::Rule;

/// Money that is traced or is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    pub amount: u64,
    pub traced: bool,
}

/// What lies in an account of one currency.
#[derive(Debug, Clone)]
pub(crate) enum Purse {
    /// Parts in the order in which they came; the oldest goes first, or the newest.
    Queue { parts: VecDeque<Part>, newest_first: bool },
    /// One heap. What goes out takes its share of both, or what is not traced goes first.
    Heap { balance: u128, traced: u128, others_first: bool },
    /// Whether any contact made all of it traced.
    Poison { balance: u128, is_poisoned: bool },
}

/// What changed besides the balance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Effect {
    /// Parts more than before, or fewer.
    pub parts: i64,
    /// Money that became traced by contact alone.
    pub infected: u128,
}

impl Purse {
    pub fn new(rule: Rule) -> Self {
        match rule {
            Rule::Fifo => Self::Queue { parts: VecDeque::new(), newest_first: false },
            Rule::Lifo => Self::Queue { parts: VecDeque::new(), newest_first: true },
            Rule::ProRata => Self::Heap { balance: 0, traced: 0, others_first: false },
            Rule::LowestBalance => Self::Heap { balance: 0, traced: 0, others_first: true },
            Rule::Poison => Self::Poison { balance: 0, is_poisoned: false },
        }
    }

    /// Balance as far as the transfers show it, and how much of it is traced.
    pub fn holds(&self) -> (u128, u128) {
        match self {
            Self::Queue { parts, .. } => parts.iter().fold((0, 0), |(all, traced), part| {
                let amount = u128::from(part.amount);
                (all + amount, traced + if part.traced { amount } else { 0 })
            }),
            Self::Heap { balance, traced, .. } => (*balance, *traced),
            Self::Poison { balance, is_poisoned } => {
                (*balance, if *is_poisoned { *balance } else { 0 })
            }
        }
    }

    /// Money comes in, in parts.
    pub fn credit(&mut self, incoming: &[Part]) -> Effect {
        let sum = |parts: &[Part], traced: bool| -> u128 {
            parts.iter().filter(|part| part.traced == traced).map(|p| u128::from(p.amount)).sum()
        };
        match self {
            Self::Queue { parts, .. } => {
                let before = parts.len();
                incoming.iter().for_each(|part| append(parts, *part));
                Effect { parts: (parts.len() - before) as i64, infected: 0 }
            }
            Self::Heap { balance, traced, .. } => {
                let more = sum(incoming, true);
                *balance += more + sum(incoming, false);
                *traced += more;
                Effect::default()
            }
            Self::Poison { balance, is_poisoned } => {
                let (more, others) = (sum(incoming, true), sum(incoming, false));
                let infected = match (*is_poisoned, 0 < more) {
                    (true, _) => others,
                    (false, true) => others + *balance,
                    (false, false) => 0,
                };
                *is_poisoned |= 0 < more;
                *balance += more + others;
                Effect { parts: 0, infected }
            }
        }
    }

    /// Money goes out; its parts are appended to `out` in the order in which they go. What the
    /// account did not have came in unseen: it is spent last, and is not traced.
    pub fn debit(&mut self, amount: u64, out: &mut Vec<Part>) -> Effect {
        match self {
            Self::Queue { parts, newest_first } => {
                let before = parts.len();
                take_parts(parts, *newest_first, amount, out);
                Effect { parts: parts.len() as i64 - before as i64, infected: 0 }
            }
            Self::Heap { balance, traced, others_first } => {
                let seen = u128::from(amount).min(*balance);
                let share = match (*others_first, seen < *balance) {
                    (_, false) => *traced,
                    (true, true) => seen.saturating_sub(*balance - *traced),
                    (false, true) => share_of(seen, *traced, *balance),
                };
                *balance -= seen;
                *traced -= share;
                // No more than `amount`, which is 64 bits.
                let share = share as u64;
                push(out, Part { amount: share, traced: true });
                push(out, Part { amount: amount - share, traced: false });
                Effect::default()
            }
            Self::Poison { balance, is_poisoned } => {
                let unseen = u128::from(amount).saturating_sub(*balance);
                *balance = balance.saturating_sub(u128::from(amount));
                push(out, Part { amount, traced: *is_poisoned });
                Effect { parts: 0, infected: if *is_poisoned { unseen } else { 0 } }
            }
        }
    }
}

fn take_parts(parts: &mut VecDeque<Part>, newest_first: bool, amount: u64, out: &mut Vec<Part>) {
    let mut left = amount;
    while 0 < left {
        let next = if newest_first { parts.back_mut() } else { parts.front_mut() };
        let Some(part) = next else { break };
        let taken = part.amount.min(left);
        part.amount -= taken;
        left -= taken;
        push(out, Part { amount: taken, traced: part.traced });
        if part.amount == 0 {
            if newest_first {
                parts.pop_back()
            } else {
                parts.pop_front()
            };
        }
    }
    push(out, Part { amount: left, traced: false });
}

/// Puts a part behind the others; nothing is no part, and like follows like as one.
pub(crate) fn push(parts: &mut Vec<Part>, part: Part) {
    match parts.last_mut().and_then(|last| joined(*last, part).map(|sum| (last, sum))) {
        Some((last, sum)) => *last = sum,
        None if 0 < part.amount => parts.push(part),
        None => {}
    }
}

fn append(parts: &mut VecDeque<Part>, part: Part) {
    match parts.back_mut().and_then(|last| joined(*last, part).map(|sum| (last, sum))) {
        Some((last, sum)) => *last = sum,
        None if 0 < part.amount => parts.push_back(part),
        None => {}
    }
}

fn joined(last: Part, part: Part) -> Option<Part> {
    let amount = last.amount.checked_add(part.amount)?;
    (last.traced == part.traced).then_some(Part { amount, ..last })
}

/// `amount * traced / balance`, rounded down, where traced is no more than balance and amount less
/// than 64 bits. The product may have more than 128 bits: then it is divided bit by bit.
fn share_of(amount: u128, traced: u128, balance: u128) -> u128 {
    if let Some(product) = amount.checked_mul(traced) {
        return product / balance;
    }
    // Both stay below `balance`, and so far below 2^127: at most 2^32 rows of 64 bits.
    let (mut quotient, mut rest) = (0_u128, 0_u128);
    for bit in (0..u64::BITS).rev() {
        quotient <<= 1;
        rest <<= 1;
        if amount >> bit & 1 == 1 {
            rest += traced;
        }
        while balance <= rest {
            rest -= balance;
            quotient += 1;
        }
    }
    quotient
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_exact_beyond_128_bits() {
        let check = |amount, traced, balance, expected| {
            assert_eq!(share_of(amount, traced, balance), expected);
        };

        check(10, 1, 3, 3);
        check(7, 5, 5, 7);
        let large = 1_u128 << 95;
        let amount = u128::from(u64::MAX);
        check(amount, large, large, amount);
        check(amount, large, large * 2, amount / 2);
        // (2^64 - 1) * (2^95 - 1) / (2^95 + 1) = 2^64 - 1 - a rest below one.
        check(amount, large - 1, large + 1, amount - 1);
    }

    #[test]
    fn the_oldest_or_the_newest_part_goes_first() {
        let check = |rule, expected: &[(u64, bool)]| {
            let mut purse = Purse::new(rule);
            purse.credit(&[Part { amount: 5, traced: true }]);
            purse.credit(&[Part { amount: 5, traced: false }]);
            let mut out = Vec::new();
            purse.debit(7, &mut out);
            let out: Vec<(u64, bool)> = out.iter().map(|part| (part.amount, part.traced)).collect();
            assert_eq!(out, expected);
        };

        check(Rule::Fifo, &[(5, true), (2, false)]);
        check(Rule::Lifo, &[(5, false), (2, true)]);
        check(Rule::ProRata, &[(3, true), (4, false)]);
        check(Rule::LowestBalance, &[(2, true), (5, false)]);
        check(Rule::Poison, &[(7, true)]);
    }
}
