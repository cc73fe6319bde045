//! Who directs, who profits, how are these two tied?
//!
//! [`GraphBuilder`] takes entities and the dated, graded links between them. [`Graph::paths`] says
//! how two are tied, [`Graph::near`] what stands around one or between several, [`communities`]
//! which hang together, and [`rank`] who directs and profits, with [`explain`] for each of them.
//!
//! # Invariants
//!
//! * No I/O, no clock, no chance but a seed.
//! * A score is a sum of whole millionths of a bit: it depends neither on the order of links nor on
//!   the numbers of entities.
//! * Evidence for a person never lowers that person's rank: power runs from a holder to what is
//!   held, never on through a person, and a tie moves both its ends alike.
//! * A contact that very many have ties nobody together. It is told, never dropped silently.
//! * Cycles of ownership and hubs cost no more than their links; what a bound cut off is counted.

mod communities;
mod graph;
mod near;
mod paths;
mod rank;

pub use communities::{Communities, communities};
pub use graph::{
    Entity, EntityKind, Graph, GraphBuilder, HOLDERS_MAX, Link, LinkKind, OverCommon, Strength,
    Window,
};
pub use near::Neighbour;
pub use paths::{PATHS_MAX, Path, Step};
pub use rank::{Part, REACH_MAX, Ranked, Ranking, Rule, Weighed, explain, rank};
