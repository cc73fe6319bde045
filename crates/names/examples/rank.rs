//! Measures how often a place is found among many by its name in another script: `cargo run -p
//! liaison-names --release --example rank -- PLACES.csv [--queries N]`.
//!
//! The file has columns native, latin and held. Rows whose `held` is 1 taught nothing to the engine;
//! each, up to N, is looked for among all distinct names of the other script, both ways.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::io::Write as _;

use liaison_names::{Hints, Kind, Prepared, compare};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let path = arguments.first().ok_or("name a file of places")?;
    let at = arguments.iter().position(|argument| argument == "--queries");
    let queries = at.and_then(|at| arguments.get(at + 1)).map_or(Ok(200), |n| n.parse())?;
    let mut rows = Vec::new();
    for row in csv::Reader::from_path(path)?.deserialize() {
        let row: BTreeMap<String, String> = row?;
        let field = |name: &str| row.get(name).cloned().unwrap_or_default();
        rows.push((field("native"), field("latin"), field("held") == "1"));
    }
    let forth: Vec<(&str, &str, bool)> = rows.iter().map(|(a, b, h)| (&**a, &**b, *h)).collect();
    let back: Vec<(&str, &str, bool)> = rows.iter().map(|(a, b, h)| (&**b, &**a, *h)).collect();
    for (way, rows) in [("native to Latin", forth), ("Latin to native", back)] {
        let (top_one, top_five, asked, among) = found(&rows, queries);
        writeln!(
            std::io::stdout(),
            "{way}: of {asked} among {among}, first {:.3}, in the first five {:.3}",
            top_one as f64 / asked as f64,
            top_five as f64 / asked as f64
        )?;
    }
    Ok(())
}

/// How many of the held names find theirs first, and among the first five.
fn found(rows: &[(&str, &str, bool)], queries: usize) -> (usize, usize, usize, usize) {
    let hints = Hints { kind: Kind::Place };
    let targets: BTreeSet<&str> = rows.iter().map(|(_, target, _)| *target).collect();
    let targets: Vec<(&str, Prepared)> =
        targets.into_iter().map(|target| (target, Prepared::new(target, &hints))).collect();
    let mut right: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (query, target, _) in rows {
        right.entry(query).or_default().insert(target);
    }
    let held: BTreeSet<&str> = rows.iter().filter(|row| row.2).map(|row| row.0).collect();
    let step = (held.len() / queries.max(1)).max(1);
    let (mut first, mut five, mut asked) = (0, 0, 0);
    for query in held.into_iter().step_by(step).take(queries) {
        let prepared = Prepared::new(query, &hints);
        let score = |target: &Prepared| compare(&prepared, target).probability;
        let mut scores: Vec<(f32, &str)> =
            targets.iter().map(|(text, target)| (score(target), *text)).collect();
        scores.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        let is_right = |(_, text): &(f32, &str)| right[query].contains(text);
        first += usize::from(scores.first().is_some_and(is_right));
        five += usize::from(scores.iter().take(5).any(is_right));
        asked += 1;
    }
    (first, five, asked.max(1), targets.len())
}
