//! What in this text is bait, whom does it name, and which texts come from one hand?
//!
//! A text is folded ([`fold`]), looked through for contacts and other identifiers
//! ([`identifiers`]), and scored with reasons ([`Scorer`]) by a lexicon that has a source in every
//! row ([`Lexicon`]) and, where an agency has decided about texts, by what it decided ([`Model`]).
//!
//! # Invariants
//!
//! * No file, clock, socket or chance: the same bytes give the same answer.
//! * No answer says that somebody did something. A score is likeness to known adverts.
//! * Whatever the input, time and memory are bounded by named limits.

mod cluster;
mod descent;
mod features;
pub mod fold;
pub mod identifiers;
mod language;
mod lexicon;
mod measure;
mod model;
mod score;
mod slots;
mod view;

pub use cluster::{Clusters, Place, Sketch, sketches};
pub use identifiers::{Identifier, Kind, Pay, Period, identifiers_in};
pub use language::Language;
pub use lexicon::{Hit, Lexicon, LexiconError, Row, Sign};
pub use measure::{Measured, measure, worth_deciding};
pub use model::{Decided, Header, Model, ModelError, TEXTS_MAX, TEXTS_MIN};
pub use score::{Band, Cause, KnownContacts, Reason, Scored, Scorer, with_shared_contacts};
pub use slots::Template;
pub use view::View;
