//! How do two nodes talk? One asks, the other answers, over TLS 1.3 in which both show the node key
//! that their card names.
//!
//! [`Listening`] answers peers; [`pull`] asks one for what it wrote for us, and [`Following`] does so
//! again and again while a server runs. What is asked and answered is in `liaison-exchange`; what is
//! taken is decided by `liaison-node`.
//!
//! # Invariants
//!
//! * Keys are pinned: no certificate authority, no name, no clock of the network has a say. The keys
//!   travel bare (RFC 7250), so that nothing of X.509 is ever parsed.
//! * Nobody who is no peer gets a byte of ours but the handshake's.
//! * Every frame has a bound on its size, which is known before memory is taken, and on the time that
//!   it may take, however slowly its bytes come.

mod client;
mod error;
mod follow;
mod frame;
mod line;
mod server;
mod tls;

pub use client::{Pulling, ask, ask_beside, pull};
pub use error::ChannelError;
pub use follow::{Following, LineEvent, Told};
pub use line::Endpoint;
pub use server::{Answering, Limits, Listening};

#[cfg(test)]
mod tests;
