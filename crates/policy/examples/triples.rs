//! Policy against a slow reference of the same rules, on as many draws as are asked for.
//!
//! `cargo run -p liaison-policy --example triples -- 1000000`

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a check prints what it did")]

#[path = "../tests/reference/draw.rs"]
mod draw;
#[path = "../tests/reference/rules.rs"]
mod rules;

fn main() {
    let draws = std::env::args().nth(1).map_or(1_000_000, |draws| draws.parse().unwrap());
    let allowed = draw::compare(draws, 2);
    println!("{draws} draws, no difference; {allowed} may be shared");
}
