//! What do the figures say, and where do they disagree?
//!
//! A published number means something only together with what was counted, how, where, when, in
//! which unit and by whom. [`questions`] puts [`Figure`]s that answer one question side by side,
//! says in which [`Dimension`]s they differ, and calls those in conflict that differ in nothing
//! but their source and their value. [`publish`] makes a table of counts one that anybody may read:
//! nobody can work out from it where few people are.
//!
//! # Invariants
//!
//! * No I/O, no clock, no global state. The same figures and judgements in any order give the same
//!   questions in the same order.
//! * Every figure given comes out as exactly one answer of one question, whatever was judged.
//! * No value is averaged, added up or chosen. An analyst's preference is shown beside the others.
//! * Conflict is symmetric, and never between figures that differ in a dimension other than the
//!   source.
//! * Nothing names a figure that was not given: the caller passes what the reader may see.

mod amount;
mod disagreement;
mod disclosure;
mod figure;
mod judgement;
mod question;
mod related;
mod span;

pub use amount::{Agreement, Amount, Decimal, NotDecimal};
pub use disagreement::{ConflictSet, Corroboration, Standing, in_conflict};
pub use disclosure::{Breakdown, DisclosureError, Published, PublishedCell, Shown, UNDER, publish};
pub use figure::{Dimension, Figure};
pub use judgement::{FigureJudgement, FigureVerdict};
pub use question::{Answer, Difference, Preference, Question, QuestionBasis, questions};
pub use related::{Related, Relation};
pub use span::Span;
