//! HTTP for a node: the workbench and its screens' data, searching and reading as yente's clients
//! know it, figures side by side, and what an operator watches.
//!
//! [`serve`] answers for one node on one listener; [`host`] does so for several nodes in one
//! process, as the demonstration does. There are no globals: everything that a request needs is in
//! its [`ApiState`].
//!
//! # Invariants
//!
//! * No route without a rule who may use it ([`Access`]); what the rule does not allow is refused.
//!   Only pages of the workbench, which hold nothing of the node, `/healthz`, `/readyz` and signing
//!   in are open, and `/metrics` to this machine.
//! * Beyond this machine only over TLS. A server answers under its own names only (a foreign `Host`
//!   is misdirected), and never for a page of another origin. There are no CORS headers.
//! * Whoever asks is the officer of a session or the program of a token. Covered people stay
//!   covered in every answer, but for `reveal` and `proof`, which record a look first.
//! * What changes something is a request with our own header and our own origin, which no page of
//!   another site can send.
//! * Every error is a problem document (RFC 9457) in the reader's language, with a code. Nothing
//!   that a client sends makes a status of 500 or more, except when the node is too busy.
//! * No log line and no metric holds a path, a query or a value: only the route's template.
//! * A parameter that is misspelt or out of bounds is refused, never left aside: a filter that does
//!   not filter would be taken for an answer.

mod access;
mod account;
mod body;
mod catalog;
mod describe;
mod door;
mod entities;
mod entity;
mod error;
pub mod figures;
mod front;
mod guard;
mod health;
pub mod looks;
mod matching;
mod metrics;
mod openapi;
mod path;
mod problem;
pub mod publish;
mod query;
mod reconcile;
mod record;
mod router;
mod screens;
mod search;
mod serve;
mod session;
mod state;
mod tls;

pub use access::{Access, Route};
pub use door::{Door, HostName, Reach};
pub use error::ApiError;
pub use openapi::document;
pub use record::{Log, LogLine};
pub use router::{router, routes};
pub use serve::{Serving, bind, host, serve};
pub use state::ApiState;
pub use tls::Tls;
