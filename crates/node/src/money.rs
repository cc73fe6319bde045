//! Money of the ledger: followed for an officer, kept in a case, asked to be held.
//!
//! # Invariants
//!
//! * A question is answered with a look: it is recorded before the first account is read.
//! * What is kept of an answer is its question and its hash. The answer is made anew, and says
//!   whether it is still the same.

mod answer;
mod error;
mod kept;

pub use answer::{
    MoneyAccount, MoneyAnswer, MoneyHolding, MoneyQuestion, MoneyReached, MoneyRow, MoneySource,
    MoneyTotal,
};
pub use error::MoneyError;
pub use kept::{KeptTrace, KnownTrace};

/// The act of a commit in which an officer says something about money in a case.
pub(crate) const ACT: &str = "money";
