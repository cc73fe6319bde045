//! A real server on a free port, asked by a real client.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod served;

mod adverting;
mod authorising;
mod emergencies;
mod encrypted;
mod estimating;
mod exchanging;
mod figures;
mod linking;
mod money;
mod reading;
mod refusals;
mod replayed;
mod reporting;
mod resolving;
mod serving;
mod signing_in;
mod workbench;
