//! What does the journal amount to now? Which statements speak about whom, where they lead, and
//! which of them count.
//!
//! Views hold positions and keys, never values: what a statement says stays in the journal, so
//! that an erasure has one place to reach. They are folded from the journal commit by commit and
//! can be deleted at any time.
//!
//! # Invariants
//!
//! * A commit is folded whole, in one transaction, or not at all; [`Views::position`] says how far.
//! * Every read takes a [`Window`]: the reader's scope, the position, and what is hidden but not
//!   folded yet. No count is made of what the window shuts out.
//! * The same journal gives the same entity ordinals, on every machine.
//!
//! # Cost
//!
//! About 60 bytes per statement and 80 per entity; an entity page is O(log n + its statements).

mod compare;
mod error;
mod facets;
mod fold;
mod read;
mod tables;

pub use error::ViewsError;
pub use facets::{Facet, FacetKind};
pub use fold::Folding;
pub use read::{EntityFilter, Found, Reference, RowRef, Window};
pub use tables::Views;

/// The dense number of an entity in these views, in order of first appearance.
pub type Ordinal = u32;
