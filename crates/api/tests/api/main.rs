//! A real server on a free port, asked by a real client.

mod served;

mod figures;
mod reading;
mod refusals;
mod serving;
