//! HTTP for a node: searching and reading as yente's clients know it, figures side by side, and
//! what an operator watches.
//!
//! [`serve`] answers for one node on one listener; [`host`] does so for several nodes in one
//! process, as the demonstration does. There are no globals: everything that a request needs is in
//! its [`ApiState`].
//!
//! # Invariants
//!
//! * There is no sign-in yet, so only loopback addresses are served, only under their own names
//!   (a foreign `Host` is misdirected), and never for a page of another origin. There are no CORS
//!   headers.
//! * Whoever asks is the account `loopback` with the role of an analyst. Covered people stay
//!   covered in every answer: this crate never asks for a look.
//! * Every error is a problem document (RFC 9457) in the reader's language, with a code. Nothing
//!   that a client sends makes a status of 500 or more, except when the node is too busy.
//! * No log line and no metric holds a path, a query or a value: only the route's template.
//! * A parameter that is misspelt or out of bounds is refused, never left aside: a filter that does
//!   not filter would be taken for an answer.

mod catalog;
mod describe;
mod entities;
mod entity;
mod error;
pub mod figures;
mod front;
mod guard;
mod health;
mod metrics;
mod openapi;
mod problem;
mod query;
mod record;
mod router;
mod search;
mod serve;
mod state;

pub use error::ApiError;
pub use openapi::document;
pub use record::{Log, LogLine};
pub use router::router;
pub use serve::{bind, host, serve, serve_logged};
pub use state::ApiState;
