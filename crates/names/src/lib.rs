//! Are these two names one person, organisation or place, in any script of the region?
//!
//! A name is not one string but a lattice of ways to say and write it. [`Prepared::new`] makes it
//! once; [`compare`] finds the best path through two of them, weighs what matches by how rare it
//! is, keeps what is left out apart from what contradicts, and gives a calibrated probability.
//!
//! # Invariants
//!
//! * No I/O, no clock, no global state but read-only tables. The same names give the same bits.
//! * A probability never depends on which name comes first.
//! * Every loop is bounded by constants after the text was cut to 512 bytes: no input is slow.

mod align;
mod calibration;
mod compare;
mod learn;
mod lexicon;
mod model;
mod prepare;
mod script;
mod sketch;
mod sound;
mod spell;
mod study;
mod syllable;
mod table;
mod words;
mod zawgyi;

pub use calibration::FEATURES;
pub use compare::{Comparison, MATCH_THRESHOLD, Rule, State, Step, compare, features};
pub use lexicon::simplified;
pub use prepare::{Hints, Kind, Prepared, Role};
pub use script::Script;
pub use sketch::{Sketch, Sought, sketches};
pub use spell::{Spelling, keys, latin_spellings, spellings};
pub use study::study;
