//! How many people are on none of the lists? Estimates from lists that overlap (multiple systems
//! estimation).
//!
//! The input is never a list of people. It is a table of how many people were seen by each
//! combination of lists. Which records are one person was decided before, or is in doubt: [`Linked`]
//! draws the tables that may be true, whose differences the limits then hold. [`sensitivity`] says
//! what the answer would be had a share of all links been decided wrongly.
//!
//! [`Counts::read`] reads the table and [`estimate`] answers from it, by one [`Method`].
//!
//! # Invariants
//!
//! * No I/O, no clock, no global state. The same counts, options and seed give the same answer, on
//!   any number of threads.
//! * An estimate never travels without its interval, the model behind it and its warnings.
//! * What cannot be said honestly is refused with a reason; no number stands in for it.
//! * An estimate is never below the number of people who were seen.

mod answer;
mod bootstrap;
mod chapman;
mod checks;
mod counts;
mod data;
mod dga;
mod downhill;
mod existence;
mod fit;
mod graphs;
mod linear;
mod linkage;
mod method;
mod model;
mod search;
mod sensitivity;
mod space;
mod stepwise;
mod told;

pub use answer::{Answer, Candidate, Interval, Linkage, Refusal, Sensitivity, Shape, Warning};
pub use bootstrap::THREADS_MAX;
pub use counts::{BYTES_MAX, Counts, History, LISTS_MAX, PEOPLE_MAX, ROWS_MAX, TableError};
pub use existence::{Verdict, verdict};
pub use fit::{Fit, fit_model};
pub use linkage::{Link, Linked};
pub use method::{Method, Options, estimate, methods_for};
pub use model::{Model, ModelError};
pub use stepwise::stepwise_model;
pub use told::{Sentences, Told};
