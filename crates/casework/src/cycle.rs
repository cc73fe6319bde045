//! Life cycles of things that several agencies speak about, as tables with one set of rules.
//!
//! A state is one agency's dated word. It takes the place of none: what each agency said last
//! stands side by side.

use std::fmt;

use jiff::civil::Date;
use liaison_model::Instant;
use liaison_model::values::PartialDate;

/// The states of a life cycle, with the table of what may follow what.
pub trait State: Copy + Ord + fmt::Debug + 'static {
    /// Every state, in the order in which they are told.
    const ALL: &'static [Self];
    /// Which state may follow which without a reason. Everything else asks for one, and is kept.
    const MOVES: &'static [(Self, &'static [Self])];

    /// Its code.
    fn code(self) -> &'static str;

    /// The state with a code.
    #[must_use]
    fn read(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|state| state.code() == text.trim())
    }

    /// Whether a state may follow this one without a reason.
    #[must_use]
    fn leads_to(self, next: Self) -> bool {
        Self::MOVES.iter().any(|(from, to)| *from == self && to.contains(&next))
    }
}

/// One agency's word on a state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<S> {
    /// Entity id.
    pub id: String,
    /// The state.
    pub state: S,
    /// When it was reached.
    pub date: Option<PartialDate>,
    /// Which agency says so.
    pub authority: String,
    /// From which paper, or from whom.
    pub source: String,
    /// Which officer entered it; empty where it came otherwise.
    pub officer: String,
    /// Why, where it is out of the usual order.
    pub reason: Option<String>,
    /// When the node learnt it.
    pub entered: Instant,
}

/// A state that an officer wants to enter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewWord<'w, S> {
    /// The state.
    pub state: S,
    /// When it was reached.
    pub date: &'w PartialDate,
    /// Why, where it is out of the usual order; empty otherwise.
    pub reason: &'w str,
}

/// In what a state is out of the usual order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnusualWord {
    /// No row of the table leads from the one to the other.
    Order,
    /// It is said to have been reached before the word that it follows.
    Earlier,
}

/// Why a state is not entered as it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WordError {
    /// The day has not come yet.
    #[error("the day of a state has not come yet")]
    Future {
        /// The first day that is meant.
        day: Date,
    },
    /// The same was said before, of the same day.
    #[error("this was said already")]
    Already {
        /// The state.
        state: &'static str,
    },
    /// Out of the usual order, and nobody said why.
    #[error("this state needs a reason")]
    NeedsReason {
        /// The state that it follows.
        from: &'static str,
        /// What was asked.
        to: &'static str,
        /// In what it is unusual.
        why: UnusualWord,
    },
}

impl<S: State> Word<S> {
    /// The first day on which it can have been reached.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        self.date.as_ref().map(PartialDate::earliest)
    }

    fn weight(&self) -> (Option<Date>, Instant, &str) {
        (self.day(), self.entered, &self.id)
    }
}

/// The word of the latest day; of one day the one that was entered last.
#[must_use]
pub fn latest<'w, S: State>(words: impl IntoIterator<Item = &'w Word<S>>) -> Option<&'w Word<S>> {
    words.into_iter().max_by_key(|word| word.weight())
}

/// What each agency said last, the newest first.
#[must_use]
pub fn each_last<S: State>(words: &[Word<S>]) -> Vec<&Word<S>> {
    let mut last: Vec<&Word<S>> = Vec::new();
    for word in words {
        match last.iter_mut().find(|known| known.authority == word.authority) {
            Some(known) if known.weight() < word.weight() => *known = word,
            Some(_) => {}
            None => last.push(word),
        }
    }
    last.sort_by_key(|word| std::cmp::Reverse(word.weight()));
    last
}

/// Whether what agencies said last is not the same.
#[must_use]
pub fn is_disputed<S: State>(words: &[Word<S>]) -> bool {
    each_last(words).windows(2).any(|pair| matches!(pair, [a, b] if a.state != b.state))
}

/// Whether a state may be entered after the word that it follows, if any, on a day.
///
/// # Errors
///
/// Which of the answers is missing or cannot be.
pub fn check_word<S: State>(
    before: Option<&Word<S>>,
    new: &NewWord<'_, S>,
    today: Date,
) -> Result<(), WordError> {
    let day = new.date.earliest();
    if today < day {
        return Err(WordError::Future { day });
    }
    let Some(before) = before else { return Ok(()) };
    if before.state == new.state && before.day().is_none_or(|since| since == day) {
        return Err(WordError::Already { state: new.state.code() });
    }
    let is_earlier = before.day().is_some_and(|since| new.date.latest() < since);
    let is_usual = before.state == new.state || before.state.leads_to(new.state);
    let why = match (is_earlier, is_usual) {
        (true, _) => UnusualWord::Earlier,
        (false, false) => UnusualWord::Order,
        (false, true) => return Ok(()),
    };
    if !new.reason.trim().is_empty() {
        return Ok(());
    }
    Err(WordError::NeedsReason { from: before.state.code(), to: new.state.code(), why })
}

/// Makes a life cycle of its rows: each state with its code and what may follow it.
macro_rules! life_cycle {
    ($(#[$about:meta])* $name:ident { $($state:ident $code:literal => [$($next:ident),*]),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "each name is its meaning")]
        pub enum $name { $($state),+ }

        impl $crate::cycle::State for $name {
            const ALL: &'static [Self] = &[$(Self::$state),+];
            const MOVES: &'static [(Self, &'static [Self])] =
                &[$((Self::$state, &[$(Self::$next),*])),+];

            fn code(self) -> &'static str {
                match self { $(Self::$state => $code),+ }
            }
        }
    };
}
pub(crate) use life_cycle;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::CompoundStatus;

    fn word(state: CompoundStatus, day: &str, authority: &str) -> Word<CompoundStatus> {
        Word {
            id: format!("{authority}-{day}"),
            state,
            date: PartialDate::read(day, None).ok(),
            authority: authority.to_owned(),
            source: "a paper".to_owned(),
            officer: String::new(),
            reason: None,
            entered: Instant::from_micros(0).unwrap(),
        }
    }

    fn check(before: &Word<CompoundStatus>, state: CompoundStatus, day: &str, why: &str) -> bool {
        let date = PartialDate::read(day, None).unwrap();
        let new = NewWord { state, date: &date, reason: why };
        check_word(Some(before), &new, Date::constant(2026, 1, 1)).is_ok()
    }

    #[test]
    fn a_raid_is_not_a_closure_and_what_is_closed_runs_again_for_a_reason_alone() {
        let raided = word(CompoundStatus::Raided, "2025-10-20", "kh.npc");
        let closed = word(CompoundStatus::Closed, "2025-10-20", "kh.npc");

        assert!(check(&raided, CompoundStatus::Active, "2025-11-01", ""));
        assert!(!check(&closed, CompoundStatus::Active, "2025-11-01", ""));
        assert!(check(&closed, CompoundStatus::Active, "2025-11-01", "lights at night"));
        assert!(!check(&raided, CompoundStatus::Closed, "2025-09-01", " "));
        assert!(!check(&raided, CompoundStatus::Raided, "2025-10-20", "twice"));
        assert!(!check(&raided, CompoundStatus::Closed, "2026-01-02", "tomorrow"));
    }

    #[test]
    fn the_last_word_of_each_agency_stands_beside_the_others() {
        let words = [
            word(CompoundStatus::Active, "2025-01", "kh.npc"),
            word(CompoundStatus::Closed, "2025-11-01", "kh.npc"),
            word(CompoundStatus::Active, "2025-12-01", "kr.npa"),
        ];

        let last: Vec<&str> = each_last(&words).iter().map(|word| &*word.authority).collect();
        assert_eq!(last, ["kr.npa", "kh.npc"]);
        assert!(is_disputed(&words) && !is_disputed(&words[..2]));
        assert_eq!(latest(&words).map(|word| word.state), Some(CompoundStatus::Active));
    }
}
