//! Links tables whose truth is known, and says how well.
//!
//!     measure FILE... --truth COLUMN [--without COLUMN]...
//!
//! Records with the same value in the truth's column are one. Prints precision, recall and F1 of
//! pairs over clusters, and the learnt model on request.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::time::Instant;

use liaison_model::values::DateOrder;
use liaison_resolve::{Kind, RecordsBuilder, explain, guess, link, probability};

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let (mut files, mut truth, mut without, mut verbose) =
        (Vec::new(), String::new(), Vec::new(), 0);
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--truth" => truth = words.next().unwrap_or_default(),
            "--without" => without.extend(words.next()),
            "-v" => verbose += 1,
            _ => files.push(word),
        }
    }
    let start = Instant::now();
    let mut rows: Vec<(u16, Vec<String>)> = Vec::new();
    let mut headings = Vec::new();
    for (source, file) in files.iter().enumerate() {
        let mut reader =
            csv::ReaderBuilder::new().trim(csv::Trim::All).flexible(true).from_path(file)?;
        headings = reader.headers()?.iter().map(str::to_owned).collect();
        for row in reader.records() {
            rows.push((source as u16, row?.iter().map(str::to_owned).collect()));
        }
    }
    let truth_at = headings.iter().position(|h| *h == truth).ok_or("no such column")?;
    let mut kinds = Vec::new();
    for (at, heading) in headings.iter().enumerate() {
        let cells: Vec<&str> = rows
            .iter()
            .step_by((rows.len() / 1000).max(1))
            .map(|(_, r)| r[at].as_str())
            .filter(|c| !c.is_empty())
            .collect();
        let normal: String =
            heading.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
        let meant = match normal.as_str() {
            "givenname" | "firstname" | "forename" => Some(Kind::GivenName),
            "surname" | "lastname" | "familyname" => Some(Kind::FamilyName),
            "name" | "fullname" => Some(Kind::FullName),
            "dob" | "dateofbirth" | "birthdate" => Some(Kind::Date),
            "gender" | "sex" => Some(Kind::Sex),
            "email" => Some(Kind::Email),
            "phone" => Some(Kind::Phone),
            "address" => Some(Kind::Address),
            _ => None,
        };
        let skip = at == truth_at || without.contains(heading) || heading.contains("rec_id");
        let kind = if skip { Kind::Unused } else { guess(meant, &cells) };
        if verbose > 0 && !skip {
            println!("{heading}: {kind:?}");
        }
        kinds.push(kind);
    }
    let used: Vec<usize> = (0..kinds.len()).filter(|at| kinds[*at] != Kind::Unused).collect();
    let columns: Vec<(Kind, DateOrder)> =
        used.iter().map(|at| (kinds[*at], DateOrder::DayFirst)).collect();
    let mut builder = RecordsBuilder::new(&columns);
    for (source, row) in &rows {
        builder.push(*source, used.iter().map(|at| row[*at].as_str()));
    }
    let records = builder.finish();
    println!("read {:.2} s", start.elapsed().as_secs_f64());
    let begun = Instant::now();
    let linked = link(&records, &[], &mut |stage| {
        if verbose > 0 {
            println!("{:.2} {stage:?}", begun.elapsed().as_secs_f64());
        }
        ControlFlow::Continue(())
    })?;
    println!(
        "linked {:.2} s, compared {}, one of each {}",
        begun.elapsed().as_secs_f64(),
        linked.compared,
        linked.one_of_each_file
    );
    let truths: Vec<&str> = rows.iter().map(|(_, row)| row[truth_at].as_str()).collect();
    let pairs = |keys: Vec<(u64, u64)>| {
        let mut counts: HashMap<(u64, u64), u64> = HashMap::new();
        for key in keys {
            *counts.entry(key).or_default() += 1;
        }
        counts.values().map(|n| n * (n - 1) / 2).sum::<u64>()
    };
    let mut numbers: HashMap<&str, u64> = HashMap::new();
    let t: Vec<u64> = truths
        .iter()
        .map(|t| {
            let n = numbers.len() as u64;
            *numbers.entry(t).or_insert(n)
        })
        .collect();
    let c: Vec<u64> = linked.clusters.iter().map(|c| u64::from(*c)).collect();
    let both = pairs(t.iter().copied().zip(c.iter().copied()).collect());
    let found = pairs(c.iter().map(|c| (*c, 0)).collect());
    let real = pairs(t.iter().map(|t| (*t, 0)).collect());
    let (p, r) = (both as f64 / found.max(1) as f64, both as f64 / real.max(1) as f64);
    println!(
        "precision {p:.5} recall {r:.5} F1 {:.5} ({both} of {found} found, {real} real)",
        2.0 * p * r / (p + r)
    );
    if verbose > 1 {
        println!(
            "{}",
            linked.model.table(&used.iter().map(|at| headings[*at].as_str()).collect::<Vec<_>>())
        );
    }
    if verbose > 2 {
        let mut shown = 0;
        let show = |a: usize, b: usize, odds: f32| {
            println!("--- {:.2} ({:.3})", odds, probability(odds));
            for at in [a, b] {
                println!("  {:?}", rows[at].1);
            }
            for r in explain(&records, &linked.model, a as u32, b as u32) {
                print!(
                    "  {} {} {:.1};",
                    headings[used[r.column]],
                    r.message_key.trim_start_matches("link-level-"),
                    r.weight
                );
            }
            println!();
        };
        for l in linked
            .links
            .iter()
            .filter(|l| t[l.a as usize] != t[l.b as usize] && c[l.a as usize] == c[l.b as usize])
            .take(12)
        {
            show(l.a as usize, l.b as usize, l.odds);
        }
        println!("======= missed");
        let mut of: HashMap<u64, Vec<usize>> = HashMap::new();
        for (at, t) in t.iter().enumerate() {
            of.entry(*t).or_default().push(at);
        }
        let mut of: Vec<_> = of.into_values().collect();
        of.sort();
        let odds: HashMap<(u32, u32), f32> =
            linked.links.iter().map(|l| ((l.a.min(l.b), l.a.max(l.b)), l.odds)).collect();
        for group in of {
            for (i, a) in group.iter().enumerate() {
                for b in &group[i + 1..] {
                    if c[*a] != c[*b] && shown < 15 {
                        shown += 1;
                        show(
                            *a,
                            *b,
                            odds.get(&((*a).min(*b) as u32, (*a).max(*b) as u32))
                                .copied()
                                .unwrap_or(-99.0),
                        );
                    }
                }
            }
        }
    }
    Ok(())
}
