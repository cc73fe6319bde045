//! Are these two records one? Candidates, comparison, learnt weights, clusters.
//!
//! [`RecordsBuilder`] takes the cells of one or two tables; [`link`] finds the pairs worth a look,
//! learns from them what agreement in each column is worth, and joins what is one. Nothing needs
//! to be tuned, and nobody needs to label pairs; judgements, where there are some, are kept to and
//! correct the weights.
//!
//! # Invariants
//!
//! * No I/O, no clock, no chance: samples are drawn by a fixed rule. The same records give the same
//!   bits on any number of cores.
//! * The odds of a pair depend neither on which record comes first, nor on the order of rows, nor
//!   on ids.
//! * A cluster never has two records that were judged different. Clusters follow from records and
//!   judgements alone, so that a judgement taken back leaves no trace.
//! * Work grows with records × log records: what a value may cost has a bound, and what was left
//!   aside for that is told.

mod candidates;
mod cluster;
mod compare;
mod date;
mod judged;
mod kind;
mod learn;
mod link;
mod model;
mod pool;
mod profile;
mod records;
mod refine;
mod text;

pub use candidates::OverCommon;
pub use cluster::{Judgement, Link, Verdict};
pub use compare::COLUMNS_MAX;
pub use date::order_of_dates;
pub use judged::judged_clusters;
pub use kind::{Kind, guess};
pub use link::{Linked, Reason, Stage, Stopped, explain, link};
pub use model::{Model, probability};
pub use pool::{Admits, Ask, Effort, Match, Pool, Said, Shared};
pub use profile::{Agreement, Commonness, Profile, Weighed, weigh};
pub use records::{Records, RecordsBuilder};
