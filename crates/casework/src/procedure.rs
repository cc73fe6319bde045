//! The criminal track: what an authority does with somebody, on which law.

use jiff::civil::Date;
use liaison_model::Instant;
use liaison_model::values::PartialDate;
use serde::Serialize;

/// What an authority did. It says nothing about guilt, and nothing about the victim track.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Procedure {
    /// The authority inquires into the person.
    Suspected,
    /// The authority asks to find the person.
    Wanted,
    /// The authority keeps the person.
    Detained,
    /// The authority charged the person.
    Charged,
    /// The person was let go.
    Released,
    /// The person was brought out of the country by an order of removal.
    Deported,
    /// The person was ordered out of the country.
    Expelled,
    /// The person was handed to another country's court.
    Extradited,
    /// A court judged.
    Tried,
}

/// One authority's word on the criminal track. Later words stand beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcedureStep {
    /// Entity id.
    pub id: String,
    /// Entity id of the person.
    pub person: String,
    /// Entity id of the case; `None` where it stands in none.
    pub case: Option<String>,
    /// What was done.
    pub step: Procedure,
    /// When.
    pub date: Option<PartialDate>,
    /// By which authority.
    pub authority: String,
    /// On which law.
    pub legal_basis: String,
    /// Which officer entered it.
    pub officer: String,
    /// When the node learnt it.
    pub entered: Instant,
    /// Why, where it is out of the usual order.
    pub reason: Option<String>,
}

/// A step that an officer wants to enter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProcedure {
    /// What was done.
    pub step: Procedure,
    /// When.
    pub date: PartialDate,
    /// By which authority.
    pub authority: String,
    /// On which law.
    pub legal_basis: String,
    /// Why, where it is out of the usual order; empty otherwise.
    pub reason: String,
}

/// Why a step asks for a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnusualProcedure {
    /// No row of the table leads from the one to the other.
    Order,
    /// It is said to have been done before the step on which it builds.
    Earlier,
    /// The person is presumed or identified as a victim: non-punishment is to be considered.
    Victim,
}

/// Why a step is not entered as it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProcedureError {
    /// The day has not come yet.
    #[error("the day of a step has not come yet")]
    Future {
        /// The first day that is meant.
        day: Date,
    },
    /// No authority was named.
    #[error("a step needs the authority that took it")]
    NoAuthority,
    /// No law was named.
    #[error("a step needs its legal basis")]
    NoLegalBasis,
    /// Out of the usual order, and nobody said why.
    #[error("this step needs a reason")]
    NeedsReason {
        /// What was done last; `None` where nothing was.
        from: Option<Procedure>,
        /// What was asked.
        to: Procedure,
        /// In what it is unusual.
        why: UnusualProcedure,
    },
}

impl Procedure {
    /// Every step.
    pub const ALL: [Self; 9] = [
        Self::Suspected,
        Self::Wanted,
        Self::Detained,
        Self::Charged,
        Self::Released,
        Self::Deported,
        Self::Expelled,
        Self::Extradited,
        Self::Tried,
    ];

    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Suspected => "suspected",
            Self::Wanted => "wanted",
            Self::Detained => "detained",
            Self::Charged => "charged",
            Self::Released => "released",
            Self::Deported => "deported",
            Self::Expelled => "expelled",
            Self::Extradited => "extradited",
            Self::Tried => "tried",
        }
    }

    /// The step with a code.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.code() == text.trim())
    }

    /// Whether whoever reads it may take the person for a suspect.
    #[must_use]
    pub fn accuses(self) -> bool {
        matches!(self, Self::Suspected | Self::Wanted | Self::Charged)
    }
}

/// What may be the first step without a reason.
pub const FIRST_STEPS: &[Procedure] =
    &[Procedure::Suspected, Procedure::Wanted, Procedure::Detained];

/// Which step may follow which without a reason. Everything else asks for one, and is kept.
pub const PROCEDURES: &[(Procedure, &[Procedure])] = &[
    (
        Procedure::Suspected,
        &[Procedure::Wanted, Procedure::Detained, Procedure::Charged, Procedure::Released],
    ),
    (Procedure::Wanted, &[Procedure::Detained, Procedure::Extradited]),
    (
        Procedure::Detained,
        &[
            Procedure::Charged,
            Procedure::Released,
            Procedure::Deported,
            Procedure::Expelled,
            Procedure::Extradited,
        ],
    ),
    (
        Procedure::Charged,
        &[Procedure::Detained, Procedure::Released, Procedure::Extradited, Procedure::Tried],
    ),
    (
        Procedure::Released,
        &[Procedure::Suspected, Procedure::Charged, Procedure::Deported, Procedure::Expelled],
    ),
    (Procedure::Deported, &[Procedure::Detained]),
    (Procedure::Expelled, &[Procedure::Deported, Procedure::Detained]),
    (Procedure::Extradited, &[Procedure::Detained, Procedure::Charged, Procedure::Tried]),
    (Procedure::Tried, &[Procedure::Released, Procedure::Deported, Procedure::Expelled]),
];

/// Whether a step may be entered about somebody on a day. `is_protected` says whether any agency
/// presumes or holds that the person is a victim.
///
/// # Errors
///
/// Which of the answers is missing or cannot be.
pub fn check_procedure(
    done: &[ProcedureStep],
    is_protected: bool,
    new: &NewProcedure,
    today: Date,
) -> Result<(), ProcedureError> {
    let day = new.date.earliest();
    if today < day {
        return Err(ProcedureError::Future { day });
    }
    if new.authority.trim().is_empty() {
        return Err(ProcedureError::NoAuthority);
    }
    if new.legal_basis.trim().is_empty() {
        return Err(ProcedureError::NoLegalBasis);
    }
    let last = last_step(done);
    match unusual(last, is_protected, new) {
        Some(why) if new.reason.trim().is_empty() => {
            Err(ProcedureError::NeedsReason { from: last.map(|last| last.step), to: new.step, why })
        }
        _ => Ok(()),
    }
}

/// The step of the latest day, and of one day the one that was entered last.
#[must_use]
pub fn last_step<'p>(
    done: impl IntoIterator<Item = &'p ProcedureStep>,
) -> Option<&'p ProcedureStep> {
    let weight = |step: &&ProcedureStep| {
        (step.date.as_ref().map(PartialDate::earliest), step.entered, step.id.clone())
    };
    done.into_iter().max_by_key(weight)
}

fn unusual(
    last: Option<&ProcedureStep>,
    is_protected: bool,
    new: &NewProcedure,
) -> Option<UnusualProcedure> {
    if is_protected && new.step != Procedure::Released {
        return Some(UnusualProcedure::Victim);
    }
    let Some(last) = last else {
        let is_first = FIRST_STEPS.contains(&new.step);
        return (!is_first).then_some(UnusualProcedure::Order);
    };
    if last.date.as_ref().is_some_and(|date| new.date.latest() < date.earliest()) {
        return Some(UnusualProcedure::Earlier);
    }
    // Another authority may say the same step.
    let is_said_again = last.step == new.step && last.authority != new.authority;
    let is_usual = PROCEDURES.iter().any(|(of, next)| *of == last.step && next.contains(&new.step));
    (!is_usual && !is_said_again).then_some(UnusualProcedure::Order)
}
