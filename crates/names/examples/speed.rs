//! Measures how many pairs are compared in a second: `cargo run -p liaison-names --release
//! --example speed -- NAMES.txt [--pairs N]`, with a name on each line.
//!
//! Prepared: every name once, then pairs drawn by a fixed rule, preparation counted. Fresh: both
//! names of each pair prepared for it.

use std::error::Error;
use std::io::Write as _;
use std::time::Instant;

use liaison_names::{Hints, Prepared, compare};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let path = arguments.first().ok_or("name a file of names")?;
    let at = arguments.iter().position(|argument| argument == "--pairs");
    let pairs = at.and_then(|at| arguments.get(at + 1)).map_or(Ok(1_000_000), |n| n.parse())?;
    let text = std::fs::read_to_string(path)?;
    let names: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    let hints = Hints::default();

    // Tables are read before the clock starts.
    let _ = compare(&Prepared::new("Kim 김", &hints), &Prepared::new("金", &hints));
    let start = Instant::now();
    let prepared: Vec<Prepared> = names.iter().map(|name| Prepared::new(name, &hints)).collect();
    let preparing = start.elapsed().as_secs_f64();
    let (mut matches, mut steps) = (0_usize, 0_usize);
    for (a, b) in drawn(names.len()).take(pairs) {
        let comparison = compare(&prepared[a], &prepared[b]);
        matches += usize::from(comparison.is_match());
        steps += comparison.explanation().len();
    }
    let known = pairs as f64 / start.elapsed().as_secs_f64();

    let fresh_pairs = pairs / 10;
    let start = Instant::now();
    for (a, b) in drawn(names.len()).take(fresh_pairs) {
        let (a, b) = (Prepared::new(names[a], &hints), Prepared::new(names[b], &hints));
        matches += usize::from(compare(&a, &b).is_match());
    }
    let fresh = fresh_pairs as f64 / start.elapsed().as_secs_f64();
    writeln!(
        std::io::stdout(),
        "{} names prepared in {preparing:.3} s; pairs per second: {known:.0} prepared, \
         {fresh:.0} fresh; {matches} matches, {steps} steps",
        names.len()
    )?;
    Ok(())
}

/// Pairs of places below `count`, the same on every machine (Lehmer's generator of 64 bits).
fn drawn(count: usize) -> impl Iterator<Item = (usize, usize)> {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    std::iter::repeat_with(move || {
        state = state.wrapping_mul(0xDA94_2042_E4DD_58B5).wrapping_add(1);
        let (high, low) = (state >> 40, state >> 16 & 0xFF_FFFF);
        (high as usize % count, low as usize % count)
    })
}
