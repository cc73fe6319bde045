//! What tests of several crates need: a PostgreSQL server of their own.
//!
//! The server is real, started once for each test binary that asks for it, in a new folder, on a
//! socket in that folder. It ends and its folder goes when the test binary ends, however it ends.
//! Only for tests: it panics where a test should fail.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot have its server fails")]

mod postgres;

pub use postgres::{Postgres, postgres};
