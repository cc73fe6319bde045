//! How many pairs of names meet by their keys, by script, where day or year of birth are the same.
//!
//! `cargo run -p liaison-psi --example recall -- PAIRS.csv` with columns `script1`, `script2`,
//! `name1`, `name2` and `label`.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement prints what it finds")]

use std::collections::BTreeMap;

use liaison_psi::{Birth, person_keys};
use rand::SeedableRng as _;
use rand::rngs::StdRng;

/// Pairs, those that meet by the day, those that meet by the year.
type Counts = [u32; 3];

fn main() {
    let path = std::env::args().nth(1).unwrap();
    let mut rows = csv::Reader::from_path(path).unwrap();
    let mut counts: BTreeMap<(String, String), Counts> = BTreeMap::new();
    for row in rows.deserialize::<BTreeMap<String, String>>() {
        let row = row.unwrap();
        let mut scripts = [row["script1"].as_str(), row["script2"].as_str()];
        scripts.sort_unstable();
        let same = if row["label"] == "1" { "same" } else { "not same" };
        let found = counts.entry((scripts.join("-"), same.to_owned())).or_default();
        found[0] += 1;
        for (at, known) in [(1, Some(7)), (2, None)] {
            let birth = Birth { year: 1999, month: known.map(|_| 3), day: known };
            found[at] += u32::from(meet(&row["name1"], &row["name2"], birth));
        }
    }
    println!("scripts                 people     pairs  by the day  by the year");
    for ((scripts, same), [pairs, day, year]) in counts {
        let share = |count| 100.0 * f64::from(count) / f64::from(pairs);
        let (day, year) = (share(day), share(year));
        println!("{scripts:23} {same:9} {pairs:6} {day:9.1} % {year:10.1} %");
    }
}

fn meet(first: &str, second: &str, birth: Birth) -> bool {
    let mut random = StdRng::seed_from_u64(1);
    let here = person_keys(&[first], Some(birth), &mut random);
    let there = person_keys(&[second], Some(birth), &mut random);
    here.iter().any(|key| there.iter().any(|other| other.input == key.input))
}
