//! How much a peer has asked: every evaluation counts, before it is computed.
//!
//! Nothing in the arithmetic keeps a peer from asking for a whole country's numbers. What does is
//! that somebody counts, by day, by officer and by case, and refuses.

use std::collections::BTreeMap;

use liaison_model::canonical::{self, Fields};

use crate::PsiError;

/// How many evaluations a peer may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// In a day.
    pub day: u64,
    /// In a day for one officer.
    pub officer: u64,
    /// For one case, for as long as the meter is kept.
    pub case: u64,
}

/// What is to be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Charge<'a> {
    /// The day, counted from any fixed one.
    pub day: u64,
    /// Under which name the asking officer goes.
    pub officer: &'a str,
    /// The asker's case.
    pub case: &'a str,
    /// How many points.
    pub evaluations: u64,
}

/// Which limit a question goes beyond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{left} evaluations are left of the {limit:?}'s")]
pub struct Spent {
    /// Which.
    pub limit: Limit,
    /// How many are left of it.
    pub left: u64,
}

/// A limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each name is its meaning")]
pub enum Limit {
    Day,
    Officer,
    Case,
}

/// What one peer has asked so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meter {
    day: u64,
    of_day: u64,
    of_officers: BTreeMap<String, u64>,
    of_cases: BTreeMap<String, u64>,
}

impl Meter {
    /// Counts a question, all of it or nothing. A clock that was set back gives no new day.
    ///
    /// # Errors
    ///
    /// [`Spent`] with the first limit that it goes beyond; then nothing was counted.
    pub fn charge(&mut self, limits: &Limits, charge: &Charge<'_>) -> Result<(), Spent> {
        let is_new_day = self.day < charge.day;
        let today = |count: u64| if is_new_day { 0 } else { count };
        let of =
            |counts: &BTreeMap<String, u64>, name: &str| counts.get(name).copied().unwrap_or(0);
        let after = |limit, most: u64, so_far: u64| {
            let left = most.saturating_sub(so_far);
            match so_far.checked_add(charge.evaluations) {
                Some(sum) if charge.evaluations <= left => Ok(sum),
                _ => Err(Spent { limit, left }),
            }
        };
        let of_day = after(Limit::Day, limits.day, today(self.of_day))?;
        let officer = today(of(&self.of_officers, charge.officer));
        let of_officer = after(Limit::Officer, limits.officer, officer)?;
        let of_case = after(Limit::Case, limits.case, of(&self.of_cases, charge.case))?;
        if is_new_day {
            self.day = charge.day;
            self.of_officers.clear();
        }
        self.of_day = of_day;
        self.of_officers.insert(charge.officer.to_owned(), of_officer);
        self.of_cases.insert(charge.case.to_owned(), of_case);
        Ok(())
    }

    /// How much was asked on the last day on which anything was.
    #[must_use]
    pub fn today(&self) -> u64 {
        self.of_day
    }

    /// Its bytes, to be kept in the transaction that answers.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = KIND.to_vec();
        canonical::put_u64(&mut out, self.day);
        canonical::put_u64(&mut out, self.of_day);
        for counts in [&self.of_officers, &self.of_cases] {
            canonical::put_u64(&mut out, counts.len() as u64);
            for (name, count) in counts {
                canonical::put_text(&mut out, name);
                canonical::put_u64(&mut out, *count);
            }
        }
        out
    }

    /// Reads a meter back. Who cannot read it must refuse, not begin anew.
    ///
    /// # Errors
    ///
    /// [`PsiError::Message`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PsiError> {
        let wrong = |_| PsiError::Message;
        let mut fields = Fields::after(KIND, bytes).map_err(wrong)?;
        let (day, of_day) = (fields.u64().map_err(wrong)?, fields.u64().map_err(wrong)?);
        let mut counts = || -> Result<BTreeMap<String, u64>, PsiError> {
            let mut counts = BTreeMap::new();
            for _ in 0..fields.u64().map_err(wrong)? {
                let name = fields.text().map_err(wrong)?.to_owned();
                counts.insert(name, fields.u64().map_err(wrong)?);
            }
            Ok(counts)
        };
        let (of_officers, of_cases) = (counts()?, counts()?);
        fields.end().map_err(wrong)?;
        Ok(Self { day, of_day, of_officers, of_cases })
    }
}

const KIND: &[u8] = b"PM1";

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LIMITS: Limits = Limits { day: 100, officer: 60, case: 150 };

    fn ask(meter: &mut Meter, day: u64, officer: &str, evaluations: u64) -> Result<(), Limit> {
        let charge = Charge { day, officer, case: "case-1", evaluations };
        meter.charge(&LIMITS, &charge).map_err(|spent| spent.limit)
    }

    #[test]
    fn every_limit_holds_and_a_refused_question_costs_nothing() {
        let mut meter = Meter::default();

        assert_eq!(ask(&mut meter, 1, "min", 60), Ok(()));
        assert_eq!(ask(&mut meter, 1, "min", 1), Err(Limit::Officer));
        assert_eq!(ask(&mut meter, 1, "sok", 41), Err(Limit::Day));
        assert_eq!(ask(&mut meter, 1, "sok", 40), Ok(()));
        assert_eq!(ask(&mut meter, 2, "min", 51), Err(Limit::Case));
        assert_eq!(ask(&mut meter, 2, "min", 50), Ok(()));
        assert_eq!(ask(&mut meter, 2, "min", u64::MAX), Err(Limit::Day));
    }

    #[test]
    fn a_clock_that_was_set_back_gives_no_new_day() {
        let mut meter = Meter::default();
        ask(&mut meter, 5, "min", 60).unwrap();

        assert_eq!(ask(&mut meter, 4, "min", 1), Err(Limit::Officer));
        assert_eq!(ask(&mut meter, 6, "min", 1), Ok(()));
    }

    proptest! {
        #[test]
        fn no_day_and_no_case_goes_beyond_its_limit(
            asked in prop::collection::vec((0_u64..4, "[ab]", "[xy]", 0_u64..80), 0..60),
        ) {
            let mut meter = Meter::default();
            let (mut day_now, mut of_day) = (0, BTreeMap::<u64, u64>::new());
            let mut of_case = BTreeMap::<String, u64>::new();
            for (day, officer, case, evaluations) in asked {
                let charge = Charge { day, officer: &officer, case: &case, evaluations };
                meter = Meter::from_bytes(&meter.to_bytes()).unwrap();
                if meter.charge(&LIMITS, &charge).is_ok() {
                    day_now = day.max(day_now);
                    *of_day.entry(day_now).or_default() += evaluations;
                    *of_case.entry(case).or_default() += evaluations;
                }
            }
            prop_assert!(of_day.values().all(|count| *count <= LIMITS.day), "{:?}", of_day);
            prop_assert!(of_case.values().all(|count| *count <= LIMITS.case), "{:?}", of_case);
        }

        #[test]
        fn any_bytes_are_read_without_a_panic(bytes: Vec<u8>) {
            let _ = Meter::from_bytes(&[KIND, &bytes].concat());
        }
    }
}
