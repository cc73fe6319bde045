//! The life of a request to hold money, as a table, and its clocks.

use crate::jurisdiction::{Clock, Jurisdiction};

/// How far a request is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FreezeStatus {
    /// It is written, and nobody was asked.
    Drafted,
    /// The bank was asked.
    Sent,
    /// The bank said that it has the request.
    Acknowledged,
    /// The bank holds money.
    Held,
    /// The bank does not hold it, for a reason.
    Refused,
    /// Nobody answered in time, or the hold ran out.
    Expired,
    /// What was held was let go or given back, for a reason.
    Released,
}

/// Which status may follow which. What is not in the table asks for a reason, and is kept.
pub const FREEZE_MOVES: &[(FreezeStatus, &[FreezeStatus])] = {
    use FreezeStatus::{Acknowledged, Drafted, Expired, Held, Refused, Released, Sent};
    &[
        (Drafted, &[Sent]),
        (Sent, &[Acknowledged, Held, Refused, Expired]),
        (Acknowledged, &[Held, Refused, Expired]),
        (Held, &[Held, Released, Expired]),
        (Refused, &[Sent]),
        (Expired, &[Sent]),
        (Released, &[]),
    ]
};

/// A word on a request that somebody wants to enter.
#[derive(Debug, Clone, Copy)]
pub struct NewFreezeStep<'a> {
    /// From now on.
    pub status: FreezeStatus,
    /// Whether a sum is named.
    pub has_amount: bool,
    /// Why.
    pub reason: &'a str,
}

/// Why a word on a request is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FreezeError {
    /// It needs a reason: a refusal, a release, or what is out of the usual order.
    #[error("this needs a reason")]
    NeedsReason,
    /// Whoever holds money says how much.
    #[error("a hold needs a sum")]
    NeedsAmount,
    /// A sum was named where none is held.
    #[error("there is no sum here")]
    NoAmount,
}

impl FreezeStatus {
    /// Every status, in the order of a request's life.
    pub const ALL: [Self; 7] = [
        Self::Drafted,
        Self::Sent,
        Self::Acknowledged,
        Self::Held,
        Self::Refused,
        Self::Expired,
        Self::Released,
    ];

    /// The code under which it is stated.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Drafted => "drafted",
            Self::Sent => "sent",
            Self::Acknowledged => "acknowledged",
            Self::Held => "held",
            Self::Refused => "refused",
            Self::Expired => "expired",
            Self::Released => "released",
        }
    }

    /// The status with a code.
    #[must_use]
    pub fn read(code: &str) -> Option<Self> {
        let code = code.trim().to_lowercase();
        Self::ALL.into_iter().find(|status| status.code() == code)
    }

    /// Whether the bank still has to answer.
    #[must_use]
    pub fn is_waiting(self) -> bool {
        matches!(self, Self::Sent | Self::Acknowledged)
    }
}

/// Whether a word on a request may be taken.
///
/// # Errors
///
/// [`FreezeError`] with what is missing.
pub fn check_freeze(last: FreezeStatus, new: &NewFreezeStep<'_>) -> Result<(), FreezeError> {
    let is_usual = FREEZE_MOVES.iter().any(|(from, to)| *from == last && to.contains(&new.status));
    let asks_why = matches!(new.status, FreezeStatus::Refused | FreezeStatus::Released);
    if (asks_why || !is_usual) && new.reason.trim().is_empty() {
        return Err(FreezeError::NeedsReason);
    }
    match (new.status, new.has_amount) {
        (FreezeStatus::Held, false) => Err(FreezeError::NeedsAmount),
        (FreezeStatus::Held, true) | (_, false) => Ok(()),
        (_, true) => Err(FreezeError::NoAmount),
    }
}

/// How fast a country's banks hold money, and how long, as its file says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FreezeClocks {
    /// Within how many minutes a bank answers, and what says so.
    pub answer: Option<(i64, String)>,
    /// For how many minutes it holds, and what says so.
    pub hold: Option<(i64, String)>,
}

impl Jurisdiction {
    /// The clocks of a request: the first whose code ends in `-freeze`, and in `-hold`.
    #[must_use]
    pub fn clocks_of_freezes(&self) -> FreezeClocks {
        let of = |ending: &str| {
            let found = self.freeze_clocks.iter().find(|(code, _)| code.ends_with(ending));
            found.map(|(code, clock)| {
                let minutes = match clock.value {
                    Clock::Minutes(minutes) => i64::from(minutes),
                    Clock::Days(days) => i64::from(days) * MINUTES_OF_DAY,
                };
                (minutes, format!("{} {code}: {}", self.country, clock.standing))
            })
        };
        FreezeClocks { answer: of("-freeze"), hold: of("-hold") }
    }
}

const MINUTES_OF_DAY: i64 = 24 * 60;

#[cfg(test)]
mod tests {
    use super::*;

    fn step(status: FreezeStatus, has_amount: bool, reason: &str) -> NewFreezeStep<'_> {
        NewFreezeStep { status, has_amount, reason }
    }

    #[test]
    fn every_status_has_a_row_and_is_reached_from_the_first() {
        let rows: Vec<_> = FREEZE_MOVES.iter().map(|(from, _)| *from).collect();
        assert_eq!(rows, FreezeStatus::ALL);
        let mut reached = vec![FreezeStatus::Drafted];
        for _ in FreezeStatus::ALL {
            for (from, to) in FREEZE_MOVES {
                if reached.contains(from) {
                    reached
                        .extend(to.iter().filter(|to| !reached.contains(to)).collect::<Vec<_>>());
                }
            }
        }
        assert!(FreezeStatus::ALL.iter().all(|status| reached.contains(status)));
    }

    #[test]
    fn a_refusal_says_why_a_hold_says_how_much_and_what_is_unusual_needs_a_reason() {
        use FreezeStatus::{Drafted, Held, Refused, Released, Sent};
        assert_eq!(check_freeze(Drafted, &step(Sent, false, "")), Ok(()));
        assert_eq!(check_freeze(Sent, &step(Refused, false, " ")), Err(FreezeError::NeedsReason));
        assert_eq!(check_freeze(Sent, &step(Refused, false, "no order")), Ok(()));
        assert_eq!(check_freeze(Sent, &step(Held, false, "")), Err(FreezeError::NeedsAmount));
        assert_eq!(check_freeze(Sent, &step(Held, true, "")), Ok(()));
        assert_eq!(check_freeze(Drafted, &step(Held, true, "")), Err(FreezeError::NeedsReason));
        assert_eq!(check_freeze(Drafted, &step(Held, true, "told by telephone")), Ok(()));
        assert_eq!(check_freeze(Drafted, &step(Sent, true, "")), Err(FreezeError::NoAmount));
        assert_eq!(check_freeze(Released, &step(Sent, false, "")), Err(FreezeError::NeedsReason));
    }

    #[test]
    fn thailand_has_clocks_that_say_whether_somebody_vouches_for_them() {
        let thai = Jurisdiction::of("TH").unwrap().unwrap().clocks_of_freezes();
        assert_eq!(thai.answer.as_ref().map(|(minutes, _)| *minutes), Some(15));
        assert_eq!(thai.hold.map(|(minutes, _)| minutes), Some(7 * 24 * 60));
        assert!(thai.answer.unwrap().1.contains("unverified"));
        let cambodian = Jurisdiction::of("KH").unwrap().unwrap().clocks_of_freezes();
        assert_eq!(cambodian, FreezeClocks::default());
    }
}
