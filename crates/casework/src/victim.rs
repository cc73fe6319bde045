//! The victim track: who was screened, after which form, with what result.

use jiff::civil::Date;
use liaison_model::Instant;
use liaison_model::values::PartialDate;
use serde::Serialize;

use crate::instrument::Reading;

/// What an agency holds of somebody after a screening, or before one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum VictimResult {
    /// Nobody screened the person yet.
    NotScreened,
    /// There is reason to believe it; treated as a victim until told otherwise.
    PresumedVictim,
    /// The agency identified the person as a victim.
    IdentifiedVictim,
    /// The agency screened the person and holds that they are none.
    NotAVictim,
}

/// One agency's word on the victim track. Later words stand beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screening {
    /// Entity id.
    pub id: String,
    /// Entity id of the person.
    pub person: String,
    /// Entity id of the case; `None` where it stands in none.
    pub case: Option<String>,
    /// When it was made.
    pub date: Option<PartialDate>,
    /// Which agency says so.
    pub authority: String,
    /// Which officer entered it.
    pub officer: String,
    /// When the node learnt it.
    pub entered: Instant,
    /// Form and version, as `ilo-11 1`; `None` where nobody asked after a form.
    pub instrument: Option<String>,
    /// What it came to.
    pub result: VictimResult,
    /// Points of the form, which order the queue.
    pub score: u32,
    /// Why, where the result is out of the usual order.
    pub reason: Option<String>,
}

/// A result that an officer wants to enter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewScreening {
    /// The result.
    pub result: VictimResult,
    /// When it was made.
    pub date: PartialDate,
    /// Which agency says so.
    pub authority: String,
    /// What the answers say together; `None` where nobody asked after a form.
    pub reading: Option<Reading>,
    /// Why, where it is out of the usual order; empty otherwise.
    pub reason: String,
}

/// Why a result asks for a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnusualResult {
    /// No row of the table leads from the one to the other.
    Order,
    /// *Not a victim*, though something was not asked.
    NotAsked,
    /// *Not a victim*, though signs were found.
    Signs,
    /// *Identified victim*, though no sign was found.
    NoSigns,
    /// It is said to have been made before the word that it follows.
    Earlier,
}

/// Why a result is not entered as it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ScreeningError {
    /// The day has not come yet.
    #[error("the day of a screening has not come yet")]
    Future {
        /// The first day that is meant.
        day: Date,
    },
    /// Nobody goes back to not being screened.
    #[error("whoever was screened stays screened")]
    Unscreened,
    /// Out of the usual order, and nobody said why.
    #[error("this result needs a reason")]
    NeedsReason {
        /// What the agency held.
        from: VictimResult,
        /// What was asked.
        to: VictimResult,
        /// In what it is unusual.
        why: UnusualResult,
    },
}

impl VictimResult {
    /// Every result.
    pub const ALL: [Self; 4] =
        [Self::NotScreened, Self::PresumedVictim, Self::IdentifiedVictim, Self::NotAVictim];

    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotScreened => "not-screened",
            Self::PresumedVictim => "presumed-victim",
            Self::IdentifiedVictim => "identified-victim",
            Self::NotAVictim => "not-a-victim",
        }
    }

    /// The result with a code.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|result| result.code() == text.trim())
    }

    /// Whether the person is to be treated as a victim.
    #[must_use]
    pub fn protects(self) -> bool {
        matches!(self, Self::PresumedVictim | Self::IdentifiedVictim)
    }
}

/// Which result may follow which in one agency without a reason. A presumption never needs one:
/// to protect somebody is not to be made hard.
pub const RESULTS: &[(VictimResult, &[VictimResult])] = &[
    (
        VictimResult::NotScreened,
        &[VictimResult::PresumedVictim, VictimResult::IdentifiedVictim, VictimResult::NotAVictim],
    ),
    (
        VictimResult::PresumedVictim,
        &[VictimResult::PresumedVictim, VictimResult::IdentifiedVictim, VictimResult::NotAVictim],
    ),
    (VictimResult::IdentifiedVictim, &[VictimResult::IdentifiedVictim]),
    (VictimResult::NotAVictim, &[VictimResult::PresumedVictim, VictimResult::NotAVictim]),
];

/// An agency's word that counts on the victim track: the one of the latest day, and of one day the
/// one that was entered last.
#[must_use]
pub fn last_word<'s>(
    said: impl IntoIterator<Item = &'s Screening>,
    authority: &str,
) -> Option<&'s Screening> {
    let of_agency = said.into_iter().filter(|one| one.authority == authority);
    of_agency.max_by_key(|one| weight(one))
}

/// When it was said, for the order of words.
pub(crate) fn weight(one: &Screening) -> (Option<Date>, Instant, &str) {
    (one.date.as_ref().map(PartialDate::earliest), one.entered, one.id.as_str())
}

/// Whether a result may be entered about somebody on a day.
///
/// # Errors
///
/// Which of the answers is missing or cannot be.
pub fn check_screening(
    said: &[Screening],
    new: &NewScreening,
    today: Date,
) -> Result<(), ScreeningError> {
    let day = new.date.earliest();
    if today < day {
        return Err(ScreeningError::Future { day });
    }
    if new.result == VictimResult::NotScreened {
        return Err(ScreeningError::Unscreened);
    }
    let before = last_word(said, &new.authority);
    let from = before.map_or(VictimResult::NotScreened, |word| word.result);
    match unusual(before, from, new) {
        Some(why) if new.reason.trim().is_empty() => {
            Err(ScreeningError::NeedsReason { from, to: new.result, why })
        }
        _ => Ok(()),
    }
}

fn unusual(
    before: Option<&Screening>,
    from: VictimResult,
    new: &NewScreening,
) -> Option<UnusualResult> {
    // Nothing stands in the way of protecting somebody.
    if new.result == VictimResult::PresumedVictim && from != VictimResult::IdentifiedVictim {
        return None;
    }
    let is_usual = RESULTS.iter().any(|(of, next)| *of == from && next.contains(&new.result));
    let since = before.and_then(|word| word.date.as_ref()).map(PartialDate::earliest);
    if !is_usual {
        return Some(UnusualResult::Order);
    }
    if since.is_some_and(|since| new.date.latest() < since) {
        return Some(UnusualResult::Earlier);
    }
    let signs = new.reading.as_ref().map_or(0, |reading| reading.yes);
    let unasked = new.reading.as_ref().is_none_or(|reading| 0 < reading.not_asked);
    match new.result {
        VictimResult::NotAVictim if 0 < signs => Some(UnusualResult::Signs),
        VictimResult::NotAVictim if unasked => Some(UnusualResult::NotAsked),
        VictimResult::IdentifiedVictim if signs == 0 => Some(UnusualResult::NoSigns),
        _ => None,
    }
}
