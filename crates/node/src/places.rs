//! Places: the register of compounds, and what agencies say of each.
//!
//! # Invariants
//!
//! * A word on a compound is a record in a commit of the act [`ACT`], with its source; none takes the
//!   place of another, and each can be taken back.
//! * Reports are shown by number. What of them names a compound is proposed, and tied by an officer.

mod error;
mod known;
mod said;
mod tied;
mod travel;

pub use error::PlaceError;
pub use known::{CompoundFact, Compounds, CompoundsWanted, Coordinates, KnownCompound};
pub use said::{CompoundWanted, PlaceSaid, StateWanted, TieWanted};
pub use tied::{CompoundView, Proposed, Raid, Tie, TiedReport};
pub use travel::{KnownRestriction, RestrictionWanted, Warning};

/// The act of a commit in which an officer says something about a place.
pub(crate) const ACT: &str = "place";
