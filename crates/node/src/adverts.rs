//! Adverts: taken in, read with reasons, put into clusters, judged, and taken down.
//!
//! # Invariants
//!
//! * What is derived from a text (score, cluster, place in the list) is no statement. It is made
//!   anew from what the reader may see, with the lexicon that the answer names.
//! * What an officer says of an advert is a record in a commit of the act [`ACT`].
//! * An advert that was delisted is not taken in again.

mod error;
mod known;
mod one;
mod said;
mod takedown;
mod taken;
mod text;

pub use error::AdvertError;
pub(crate) use known::Known;
pub use known::{
    AdvertPage, AdvertRow, AdvertWord, Adverts, AdvertsCounted, AdvertsWanted, KnownAdvert,
};
pub use one::{AdvertView, KnownElsewhere, SharedContact, TiedCompound};
pub use said::{AdvertSaid, AdvertWordWanted};
pub use takedown::{BatchWritten, OutcomesRead};
pub use taken::{AdvertTaken, AdvertWanted, Intake};
pub(crate) use text::Texts;

/// The act of a commit in which an officer says something about an advert.
pub(crate) const ACT: &str = "advert";
/// The dataset of adverts that were taken in.
const DATASET: &str = "adverts";
