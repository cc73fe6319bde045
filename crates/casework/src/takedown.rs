//! The life of an advert's removal, as a table, and its clocks.
//!
//! The clocks are the program's own working rule, not a country's: no law that binds all platforms
//! says when one has to answer, and an agency that wants to be fair decides an appeal in days.

use jiff::ToSpan as _;
use jiff::civil::Date;

/// How far the removal of an advert has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Takedown {
    /// An officer wants it removed; nobody was asked.
    Marked,
    /// It is not to be removed after all; nobody was asked.
    Unmarked,
    /// The platform was asked.
    Asked,
    /// It is gone.
    Removed,
    /// The platform does not remove it, for a reason.
    Refused,
    /// It is there again.
    BackUp,
    /// Somebody says that it was wrong to ask.
    Appealed,
    /// The appeal was heard, and the request stands.
    Kept,
    /// It was wrong to ask: the request is taken back everywhere.
    Delisted,
}

/// Which word may follow which. What is not in the table is refused.
pub const TAKEDOWN_MOVES: &[(Option<Takedown>, &[Takedown])] = {
    use Takedown::{Appealed, Asked, BackUp, Delisted, Kept, Marked, Refused, Removed, Unmarked};
    &[
        (None, &[Marked]),
        (Some(Marked), &[Unmarked, Asked]),
        (Some(Unmarked), &[Marked]),
        (Some(Asked), &[Removed, Refused, Appealed, Delisted]),
        (Some(Removed), &[BackUp, Appealed, Delisted]),
        (Some(Refused), &[Marked, Appealed, Delisted]),
        (Some(BackUp), &[Marked, Appealed, Delisted]),
        (Some(Appealed), &[Kept, Delisted]),
        (Some(Kept), &[Removed, Refused, BackUp, Appealed, Delisted]),
        (Some(Delisted), &[]),
    ]
};

/// Why a word on a removal is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TakedownError {
    /// It does not follow on where the removal stands.
    #[error("this does not follow")]
    Order {
        /// Where it stands.
        from: Option<Takedown>,
        /// What was to follow.
        to: Takedown,
    },
    /// It needs a reason.
    #[error("this needs a reason")]
    NeedsReason,
}

impl Takedown {
    /// Every word, in the order of a removal's life.
    pub const ALL: [Self; 9] = [
        Self::Marked,
        Self::Unmarked,
        Self::Asked,
        Self::Removed,
        Self::Refused,
        Self::BackUp,
        Self::Appealed,
        Self::Kept,
        Self::Delisted,
    ];

    /// The code under which it is stated.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Marked => "marked",
            Self::Unmarked => "unmarked",
            Self::Asked => "asked",
            Self::Removed => "removed",
            Self::Refused => "refused",
            Self::BackUp => "back-up",
            Self::Appealed => "appealed",
            Self::Kept => "kept",
            Self::Delisted => "delisted",
        }
    }

    /// The word with a code.
    #[must_use]
    pub fn read(code: &str) -> Option<Self> {
        let code = code.trim().to_lowercase().replace([' ', '_'], "-");
        Self::ALL.into_iter().find(|word| word.code() == code)
    }

    /// By when something is due after this word, if anything: the platform's answer, or our own
    /// decision of an appeal.
    #[must_use]
    pub fn due(self, said: Date) -> Option<Date> {
        let days = match self {
            Self::Asked => ANSWER_DAYS,
            Self::Appealed => APPEAL_DAYS,
            _ => return None,
        };
        said.checked_add(days.days()).ok()
    }

    /// The words that may follow on where a removal stands.
    #[must_use]
    pub fn after(from: Option<Self>) -> &'static [Self] {
        let found = TAKEDOWN_MOVES.iter().find(|(known, _)| *known == from);
        found.map_or(&[], |(_, to)| *to)
    }
}

/// Whether a word on a removal may be taken.
///
/// # Errors
///
/// [`TakedownError`] with what is wrong.
pub fn check_takedown(
    from: Option<Takedown>,
    to: Takedown,
    reason: &str,
) -> Result<(), TakedownError> {
    if !Takedown::after(from).contains(&to) {
        return Err(TakedownError::Order { from, to });
    }
    let asks_why =
        matches!(to, Takedown::Refused | Takedown::Appealed | Takedown::Kept | Takedown::Delisted);
    match asks_why && reason.trim().is_empty() {
        true => Err(TakedownError::NeedsReason),
        false => Ok(()),
    }
}

/// After so many days a platform is asked what became of it.
const ANSWER_DAYS: i64 = 7;
/// Within so many days an appeal is decided.
const APPEAL_DAYS: i64 = 14;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_in_the_table_and_a_delisted_advert_stays_so() {
        for word in Takedown::ALL {
            assert!(TAKEDOWN_MOVES.iter().any(|(from, _)| *from == Some(word)), "{word:?}");
            assert_eq!(Takedown::read(word.code()), Some(word));
        }
        assert!(Takedown::after(Some(Takedown::Delisted)).is_empty());
    }

    #[test]
    fn a_platform_is_asked_only_about_what_an_officer_marked() {
        let asked = |from| check_takedown(from, Takedown::Asked, "");

        assert!(asked(Some(Takedown::Marked)).is_ok());
        for from in [None, Some(Takedown::Removed), Some(Takedown::Delisted)] {
            assert!(matches!(asked(from), Err(TakedownError::Order { .. })), "{from:?}");
        }
    }

    #[test]
    fn an_appeal_has_a_reason_and_a_clock_and_ends_either_way() {
        let day = jiff::civil::date(2025, 9, 1);
        let from = Some(Takedown::Removed);

        assert_eq!(check_takedown(from, Takedown::Appealed, " "), Err(TakedownError::NeedsReason));
        assert!(check_takedown(from, Takedown::Appealed, "our own shop").is_ok());
        assert_eq!(Takedown::Appealed.due(day), Some(jiff::civil::date(2025, 9, 15)));
        assert_eq!(Takedown::after(Some(Takedown::Appealed)), [Takedown::Kept, Takedown::Delisted]);
    }
}
