//! Who said what, when, under which rule? Here is a position, give me proof.
//!
//! A journal holds [`liaison_model::Statement`]s in signed, chained commits, in SQLite or
//! PostgreSQL. What is committed is never changed; a withdrawal is a statement too, and an erasure
//! removes bytes but not the leaf that proves they were there.
//!
//! # Invariants
//!
//! * A statement is visible if and only if the commit that holds it is; a commit appears whole, in
//!   one transaction, when it is signed.
//! * Commit numbers are dense, their times never run backwards, each carries the hash before it.
//! * What was acknowledged is on disk (`synchronous=FULL`; `synchronous_commit=on`).
//! * No error carries a value of a statement.
//!
//! # Cost
//!
//! A statement takes its canonical bytes plus about 150 bytes (id, leaf, salt, claim code and
//! their indices; on PostgreSQL about 300); reading by key is O(log n), verification O(n), and so is
//! a scrub after an erasure.

mod error;
pub mod hash;
mod header;
mod journal;
pub mod keys;
pub mod merkle;
mod proof;
pub mod store;
mod verify;

pub use error::JournalError;
pub use header::{CommitHeader, CommitNote, LabelRun};
pub use journal::{Entry, Import, Journal, Kept, Receipt, known_on};
pub use proof::{Proof, ProofError, Proven, prove};
pub use verify::{Bad, BadList, Fault, Verified, check_lists, verify};
