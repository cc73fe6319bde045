//! May this line cross this border? What two agencies' nodes say to each other, over bytes.
//!
//! Two agencies meet once: each gives the other its [`Card`], reads six words aloud
//! ([`words_of`]), and both heads sign an [`Agreement`]. From then on what one shares with the
//! other is an entry ([`Envelope`]) of a log that the two have for themselves: dense numbers, each
//! with the hash of the one before, signed. A [`Checkpoint`] signs how far a log goes; two entries
//! with one number are a [`Fork`], which anybody can check. What arrived is confirmed by a
//! [`Receipt`].
//!
//! # Invariants
//!
//! * No I/O, no clock, no chance: bytes and moments are given.
//! * Nothing is believed of a message before its signature was checked against the root key that
//!   the agency learnt from the peer in person.
//! * What may go out is said by `policy` alone; an agreement is its input.
//! * Any bytes are read without a panic; each message has a bound on its size.

mod agreement;
mod armour;
mod ask;
mod card;
mod envelope;
mod error;
mod fingerprint;
mod log;
mod receipt;
mod wire;

pub use agreement::{Agreement, Party, Quotas};
pub use armour::TEXT_BYTES_MAX;
pub use ask::{ASK_LINES_MAX, Ask, AskAnswered, Holding};
pub use card::{Card, Revoked};
pub use envelope::{Content, Envelope};
pub use error::{ExchangeError, PeerFault};
pub use fingerprint::{WORDS, words_of};
pub use log::{Checkpoint, Fork, Inclusion};
pub use receipt::{Outcome, Receipt};
pub use wire::{
    Answer, Answered, Asked, Entries, FRAME_BYTES_MAX, PART_MAX, PullAsked, Question, Refused,
    WAIT_MAX, WIRE_VERSION,
};
