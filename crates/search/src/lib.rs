//! What mentions this, in any of the region's languages?
//!
//! Full text over every name and text of a node, on tantivy. The unit of indexing is one
//! **statement**, so that marks, hiding and 'as known on' are exact; the unit of an answer is one
//! **entity**. The index holds terms and numbers, never a value: values live in the journal, and
//! the whole folder can be deleted and made again from it.
//!
//! * [`SearchIndex`] keeps the index: add, remove, commit, purge.
//! * [`SearchIndex::differs_from`] compares it with one that was made anew.
//! * [`TextQuery`] is what an officer typed, taken apart; no text makes it fail but a very long one.
//! * [`SearchIndex::search`] answers under [`Limits`]; [`highlight`] shows where a value matched.
//!
//! # How a text is found
//!
//! A text is folded (NFKC, lower case, accents stripped, local digits to ASCII, invisible
//! characters dropped) and cut into words. Latin words and digits are cut at what is neither;
//! Hangul at spaces; Thai, Lao, Khmer, Burmese, Chinese and Japanese by a dictionary. Because no
//! dictionary knows the names that matter here, runs of those scripts and of Hangul are also
//! indexed as overlapping 2- and 3-grams. `010-1234-5678` and `Min-su` are indexed apart and
//! joined, and codes and numbers also backwards, so that their last digits find them.
//!
//! # Invariants
//!
//! * Every limit is applied to each statement before it counts towards a hit, a total, a bitmap
//!   or a score. No number is ever made from what the reader may not see.
//! * Scores use nothing but the query and the statement: no frequencies, no averages. They are
//!   equal before and after a rebuild, on any layout of segments, and deleted or hidden statements
//!   cannot be felt through them.
//! * After [`SearchIndex::purge`] no term of a removed statement is in any file of the folder.
//! * No panic is reachable from a query or from a text. Damage to any file but the engine's short
//!   list of files is found by checksum when the folder is opened, and reported as
//!   [`SearchError::Unusable`].
//! * Nothing here prints a text or a query: [`TextQuery`] and [`Entry`] mask themselves in `Debug`.

mod analyse;
mod compare;
mod error;
mod find;
mod fold;
mod highlight;
mod index;
mod query;
mod rank;
mod still;

pub use compare::{Difference, Differs};
pub use error::{SearchError, Unfit};
pub use find::{Found, LIMIT_MAX, Limits};
pub use highlight::highlight;
pub use index::{Entry, IndexOptions, SearchIndex, TextClass};
pub use query::TextQuery;
pub use rank::{Hit, Match, SIDS_PER_HIT_MAX};
