//! Requests to other agencies, and theirs to us: drafted in a case, approved, sent, answered.
//!
//! A request and each word on it are records of their own. What goes to the other side are their
//! statements, as anything else that is shared: under policy and the agreement, in the audience's
//! log, with receipts.
//!
//! # Invariants
//!
//! * Only an officer of ours says our side's words, and only the other agency's node theirs: what
//!   anybody else says about a request is no word on it.
//! * What a peer sends acts on nothing. It waits until an officer says something.
//! * Who is asked about, and what is answered, stays covered until a look is recorded.

mod drafted;
mod error;
mod known;
mod said;
mod same;

pub use drafted::{RequestDrafted, RequestWanted};
pub use error::RequestError;
pub use known::{KnownRequest, KnownWord, RequestsWanted};
pub use said::{RequestSaid, WordWanted};
pub use same::AskedAlready;

/// The act of a commit in which an officer says something about a request.
const ACT: &str = "request";
/// The act of commits that bring what a peer sent.
const RECEIVED: &str = "receive";
