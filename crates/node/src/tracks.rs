//! Both tracks of a person: screened after a form, and what authorities did, each word by itself.
//!
//! # Invariants
//!
//! * A word is a record in a commit of the act [`ACT`]; none takes the place of another, and each can
//!   be taken back.
//! * Lists say ids, never names.

mod forms;
mod known;
mod said;

pub use known::{KnownTracks, SuspectList, Waits};
pub use said::{NonPunishmentWanted, ProcedureWanted, ReleaseWanted, ScreeningWanted, TrackSaid};

/// The act of a commit in which an officer says something about a person's tracks.
pub(crate) const ACT: &str = "track";
