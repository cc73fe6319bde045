//! Do you know this one: yes or no, and nothing else?
//!
//! Three questions between two agencies, and for each the arithmetic alone; who may ask and what is
//! recorded of it is said elsewhere. A [`Meter`] counts what was asked, before it is computed.
//!
//! * A few identifiers against many: [`Blinded`] points go to the holder, whose [`Key`] evaluates
//!   them with a proof (RFC 9497, VOPRF over ristretto255 with SHA-512); what comes out is looked
//!   for in a [`Filter`] that the holder made of its own identifiers for this peer and epoch.
//! * Two whole sets, again and again: [`Comparison`] raises each side's points with both keys and
//!   keeps them, so that only what is new costs anything.
//! * People, of whom no two agencies write the name alike: [`person_keys`] derives exact keys from
//!   a name in any script and what is known of the birth date, always the same number of them.
//!
//! # Invariants
//!
//! * No I/O, no clock, no global state; randomness is given.
//! * A point that comes from outside is canonical and not the identity before anything else.
//! * Arithmetic with a secret takes the same time whatever the secret is; secrets are wiped.
//! * No message of any bytes leads to a panic, or to more memory than [`ELEMENTS_MAX`] points take.
//!
//! # Cost
//!
//! One multiplication of a point for each evaluation (about 50 µs) and a tenth of it for reading,
//! writing and proving. A filter takes 36 bits for each identifier.

mod compare;
mod element;
mod error;
mod filter;
mod identifier;
mod message;
mod meter;
mod oprf;
mod person;

pub use compare::{Comparison, Difference};
pub use element::Element;
pub use error::PsiError;
pub use filter::Filter;
pub use identifier::{Identifier, Kind};
pub use message::{Answer, ELEMENTS_MAX, Question};
pub use meter::{Charge, Limit, Limits, Meter, Spent};
pub use oprf::{Blinded, Key, Output, Proof, PublicKey};
pub use person::{Birth, PERSON_KEYS, PersonKey, person_keys};
