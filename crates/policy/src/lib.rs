//! May this reader see this, use this, for this purpose, now?
//!
//! The one place that answers. Officers of this node and other agencies' nodes are both
//! [`Reader`]s; [`decide`] answers for one label with a reason in words, [`scope`] makes the same
//! answer into a filter that stores understand. Before either comes [`may`]: whether an officer's roles
//! do such a thing at all.
//!
//! # Invariants
//!
//! * Pure: no clock, no storage. The same question has the same answer everywhere.
//! * Deny by default: what no rule allows is refused. Missing marks mean *originator only*.
//! * [`scope`] admits exactly the labels for which [`decide`] allows (property-tested).

mod decide;
mod operation;
mod people;
mod purpose;
mod suspects;
mod terms;

pub use decide::{Decision, Refusal, decide, decide_in_emergency, may_look, scope};
pub use operation::{Operation, TokenScope, may, may_with_token};
pub use people::{Cover, cover, identifies_a_person, identifies_people};
pub use purpose::purposes_of;
pub use suspects::{SuspectStanding, may_name_as_suspect};
pub use terms::{Code, Terms, decide_sharing, may_match};
