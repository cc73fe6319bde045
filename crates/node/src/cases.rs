//! Cases: opened after a template, worked in by those who are let in, closed for a reason.
//!
//! # Invariants
//!
//! * What officers put into a case carries the mark `in:` of it. Who is let in is told by statements
//!   of the act [`ACT`] alone: no file makes anybody a member.
//! * Each entry is a commit of its own and takes the place of none; each can be taken back.

mod bundle;
mod error;
mod evidence;
mod known;
mod members;
mod opened;
mod said;
mod timeline;

pub use bundle::{CaseBrought, CaseFile};
pub use error::CaseError;
pub use evidence::HandoverAct;
pub use known::{
    CaseEntry, CaseTask, CaseView, CaseWanted, EntryKind, Evidence, Handover, KnownCase, LinkedTo,
    Member, TaskStep,
};
pub(crate) use members::RememberedMembers;
pub use opened::{CaseOpened, NewCase};
pub(crate) use opened::{Said, files_of, fitted};
pub use said::{CaseSaid, TaskChange, TaskWanted};
pub use timeline::TimelineBrought;

/// The act of a commit in which an officer says something in a case.
pub(crate) const ACT: &str = "case";
/// The dataset of what officers say in cases.
const DATASET: &str = "cases";
