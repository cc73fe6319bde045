//! Measures the engine on labelled pairs: `cargo run -p liaison-names --release --example measure
//! -- PAIRS.csv [--half tuned|held] [--features OUT.tsv] [--scores OUT.tsv]`.
//!
//! The file has columns set, name1, name2, script1, script2, label, source_id. The two halves are
//! made by a hash of the source, so that no person is in both.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::time::Instant;

use liaison_names::{Hints, Kind, Prepared, compare, features};

struct Pair {
    slice: String,
    half: &'static str,
    names: [String; 2],
    kind: Kind,
    same: bool,
    score: f32,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1).cloned()
    };
    let path = arguments.first().ok_or("name a file of pairs")?;
    let mut pairs = read(path)?;
    if let Some(half) = option("--half") {
        pairs.retain(|pair| pair.half == half);
    }
    let start = Instant::now();
    let mut lines = String::new();
    for pair in &mut pairs {
        let [a, b] =
            pair.names.each_ref().map(|name| Prepared::new(name, &Hints { kind: pair.kind }));
        pair.score = compare(&a, &b).probability;
        if option("--features").is_some() {
            let (class, numbers) = features(&a, &b);
            write!(lines, "{class}\t{}\t{}\t{}", pair.half, u8::from(pair.same), pair.slice)?;
            numbers.iter().try_for_each(|number| write!(lines, "\t{number:.4}"))?;
            lines.push('\n');
        }
    }
    let first_seen = pairs.len() as f64 / start.elapsed().as_secs_f64();
    if let Some(out) = option("--features") {
        std::fs::write(out, lines)?;
    }
    if let Some(out) = option("--scores") {
        let line = |p: &Pair| {
            format!(
                "{}\t{}\t{}\t{:.5}\t{}\t{}\n",
                p.slice,
                p.half,
                u8::from(p.same),
                p.score,
                p.names[0],
                p.names[1]
            )
        };
        std::fs::write(out, pairs.iter().map(line).collect::<String>())?;
    }
    let prepared = prepared_speed(&pairs);
    report(&pairs, first_seen, prepared)
}

fn read(path: &str) -> Result<Vec<Pair>, Box<dyn Error>> {
    let mut pairs = Vec::new();
    for row in csv::Reader::from_path(path)?.deserialize() {
        let row: BTreeMap<String, String> = row?;
        let field = |name: &str| row.get(name).cloned().unwrap_or_default();
        let mut scripts = [field("script1"), field("script2")];
        scripts.sort();
        let [one, other] = scripts;
        // Where all pairs are of one source, a name and all its pairs fall into one half.
        let source = if field("set") == "kr" { field("name1") } else { field("source_id") };
        pairs.push(Pair {
            slice: format!("{}/{one}-{other}", field("set")),
            half: if hash(&source).is_multiple_of(2) { "tuned" } else { "held" },
            names: [field("name1"), field("name2")],
            kind: match field("schema").as_str() {
                "" | "Person" => Kind::Person,
                "Vessel" | "Address" => Kind::Place,
                _ => Kind::Organisation,
            },
            same: field("label") == "1",
            score: 0.0,
        });
    }
    Ok(pairs)
}

/// FNV-1a over the source, so that the halves are the same on every machine.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    }) >> 17
}

/// Pairs per second when the names are prepared before.
fn prepared_speed(pairs: &[Pair]) -> f64 {
    let names: Vec<[Prepared; 2]> = pairs
        .iter()
        .map(|pair| pair.names.each_ref().map(|name| Prepared::new(name, &Hints::default())))
        .collect();
    let start = Instant::now();
    let mut sum = 0.0;
    for [a, b] in &names {
        sum += f64::from(compare(a, b).probability);
    }
    let seconds = start.elapsed().as_secs_f64();
    if sum < 0.0 { 0.0 } else { names.len() as f64 / seconds }
}

fn report(pairs: &[Pair], first_seen: f64, prepared: f64) -> Result<(), Box<dyn Error>> {
    let mut slices: BTreeMap<&str, Vec<(f32, bool)>> = BTreeMap::new();
    for pair in pairs {
        slices.entry(&pair.slice).or_default().push((pair.score, pair.same));
    }
    slices.insert("all", pairs.iter().map(|pair| (pair.score, pair.same)).collect());
    let mut out = std::io::stdout().lock();
    writeln!(out, "slice                    pairs    AUC  bestF1     F1   R@P98    tie")?;
    for (slice, scores) in &mut slices {
        scores.sort_by(|a, b| b.0.total_cmp(&a.0));
        let m = metrics(scores);
        writeln!(
            out,
            "{slice:24} {:5}  {:.3}   {:.3}  {:.3}   {:.3}  {:.3}",
            scores.len(),
            m.auc,
            m.best_f1,
            m.fixed_f1,
            m.recall_at_98,
            m.ties
        )?;
    }
    writeln!(out, "pairs per second: first seen {first_seen:.0}, prepared {prepared:.0}")?;
    Ok(())
}

struct Metrics {
    auc: f64,
    best_f1: f64,
    fixed_f1: f64,
    recall_at_98: f64,
    ties: f64,
}

/// Metrics of scores in falling order.
fn metrics(scores: &[(f32, bool)]) -> Metrics {
    let positives = scores.iter().filter(|(_, same)| *same).count() as f64;
    let negatives = scores.len() as f64 - positives;
    let f1 = |right: f64, called: f64| {
        if called == 0.0 { 0.0 } else { 2.0 * right / (called + positives) }
    };
    let mut m = Metrics { auc: 0.0, best_f1: 0.0, fixed_f1: 0.0, recall_at_98: 0.0, ties: 0.0 };
    let (mut right, mut wrong, mut at) = (0.0, 0.0, 0);
    while at < scores.len() {
        let tied = scores[at..].iter().take_while(|(score, _)| *score == scores[at].0);
        let (mut same, mut other) = (0.0, 0.0);
        for (_, is_same) in tied {
            if *is_same { same += 1.0 } else { other += 1.0 }
        }
        m.auc += other * right + other * same / 2.0;
        (right, wrong) = (right + same, wrong + other);
        if at == 0 {
            m.ties = if same + other < 2.0 { 0.0 } else { (same + other) / scores.len() as f64 };
        }
        m.best_f1 = m.best_f1.max(f1(right, right + wrong));
        if 0.98 <= right / (right + wrong) {
            m.recall_at_98 = right / positives;
        }
        if liaison_names::MATCH_THRESHOLD <= scores[at].0 {
            m.fixed_f1 = f1(right, right + wrong);
        }
        at += (same + other) as usize;
    }
    m.auc /= (positives * negatives).max(1.0);
    m
}
