//! What stage is this in, what is allowed next, what is late?
//!
//! A report on somebody missing or held goes through [`Stage`]s. Each stage is one agency's dated
//! word ([`Step`]); later words stand beside earlier ones and take the place of none. From all
//! words, [`standing`] tells where a report stands on a day, and [`Overview`] counts many.
//!
//! # Invariants
//!
//! * No I/O, no clock, no global state: the day is given. The same reports in any order give the
//!   same counts.
//! * Which stages there are, which may follow which, what is due and when: tables, printed in the
//!   reference. No rule of a country stands here.
//! * Every report is counted exactly once: settled, or open under one stage and one age.
//! * No word is dropped. Two agencies or officers who disagree are both shown.
//! * Nothing here is a name, a phone or a text of anybody.

mod codes;
mod life;
mod overview;
mod page;
mod report;
mod standing;
mod step;
mod table;

pub use codes::{CHECK_CHANNELS, CHECK_OUTCOMES, CODES, codes};
pub use life::{Closing, NextAct, Phase, Stage};
pub use overview::{Age, Listed, Month, Overview, SavedView, Wanted, listed};
pub use page::page;
pub use report::{Crossing, Report, Step, WelfareCheck};
pub use standing::{Disagreement, Due, Standing, standing};
pub use step::{NewStep, StepError, Unusual, check_step};
pub use table::{MOVES, RULES, StageRule, rule};
