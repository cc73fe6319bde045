//! Measures screening against many names: `cargo run -p liaison-resolve --release --example
//! screening -- PAIRS.csv [--names N] [--queries N]
//! [--exhaustive N] [--write FOLDER]`, with columns `schema,name1,name2,label`.
//!
//! The first names of the pairs that are one are filed among others that are made of their parts,
//! so that families and given names are as common as in the table. The second names are looked for.
//! With `--exhaustive N` so many of them are compared with all names, too: of the right ones that
//! are among the ten best then, how many did screening find? With `--write` the names and the
//! queries with the right answers are written for a peer, a line each.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::error::Error;
use std::io::Write as _;
use std::path::Path;
use std::time::Instant;

use liaison_names::{Hints, Kind as NameKind, Prepared, compare};
use liaison_resolve::{Ask, Effort, Kind, Match, Pool, Profile, Said};
use rayon::prelude::*;

/// The program's own; see `liaison`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let path = arguments.first().ok_or("name a table of pairs")?;
    let number = |flag: &str, usual: usize| {
        let at = arguments.iter().position(|argument| argument == flag);
        at.and_then(|at| arguments.get(at + 1)).map_or(Ok(usual), |n| n.parse())
    };
    let (names, queries) = (number("--names", 1_000_000)?, number("--queries", 2_000)?);
    let exhaustive = number("--exhaustive", 0)?;
    let pairs = pairs(path)?;
    let known = filed(&pairs, names);
    let at = arguments.iter().position(|argument| argument == "--write");
    if let Some(folder) = at.and_then(|at| arguments.get(at + 1)) {
        write(Path::new(folder), &pairs, &known, queries)?;
    }

    let before = resident()?;
    let start = Instant::now();
    let mut pool = Pool::default();
    let said: Vec<Said<'_>> =
        known.iter().zip(0..).map(|(text, record)| said(text, record)).collect();
    said.chunks(FILED_AT_ONCE).for_each(|chunk| pool.extend(chunk));
    let filing = start.elapsed().as_secs_f64();
    let index = resident()?.saturating_sub(before);

    let place: HashMap<&str, u32> =
        known.iter().zip(0..).map(|(text, record)| (text.as_str(), record)).collect();
    let (mut millis, mut first, mut found) = (Vec::new(), 0_usize, 0_usize);
    for (name, wanted) in pairs
        .iter()
        .cycle()
        .take(queries)
        .map(|pair| (&pair.names[1], place[pair.names[0].as_str()]))
    {
        let start = Instant::now();
        let matches = screened(&pool, name);
        millis.push(start.elapsed().as_secs_f64() * 1e3);
        let rank = matches.iter().position(|found| found.record == wanted);
        first += usize::from(rank == Some(0));
        found += usize::from(rank.is_some());
    }
    let per_second = 1e3 * queries as f64 / millis.iter().sum::<f64>();
    millis.sort_by(f64::total_cmp);
    let at = |share: f64| millis[((millis.len() - 1) as f64 * share) as usize];
    writeln!(
        std::io::stdout(),
        "{} names filed in {filing:.1} s, {} MB; {queries} queries, {per_second:.0} per second on one core; \
         ms p50 {:.2}, p95 {:.2}, p99 {:.2}, max {:.2}; right one first {:.3}, among ten {:.3}",
        known.len(),
        index / 1_000_000,
        at(0.5),
        at(0.95),
        at(0.99),
        at(1.0),
        first as f64 / queries as f64,
        found as f64 / queries as f64,
    )?;
    if let Some(step) = pairs.len().checked_div(exhaustive) {
        let looked = pairs.iter().step_by(step.max(1)).take(exhaustive);
        let (mut best, mut kept) = (0, 0);
        for [wanted, name] in looked.map(|pair| &pair.names) {
            if !is_among_best(&known, wanted, name) {
                continue;
            }
            best += 1;
            let found = screened(&pool, name);
            let is_kept = found.iter().any(|found| &known[found.record as usize] == wanted);
            kept += u32::from(is_kept);
        }
        writeln!(
            std::io::stdout(),
            "{exhaustive} queries compared with all names: {best} have the right one among the ten best, \
             screening found {kept} of them, {:.3}",
            f64::from(kept) / f64::from(best.max(1)),
        )?;
    }
    Ok(())
}

fn write(folder: &Path, pairs: &[Pair], known: &[String], queries: usize) -> std::io::Result<()> {
    std::fs::write(folder.join("names.txt"), known.join("\n"))?;
    let queries = pairs.iter().cycle().take(queries);
    let lines: Vec<String> =
        queries.map(|pair| format!("{}\t{}", pair.names[1], pair.names[0])).collect();
    std::fs::write(folder.join("queries.tsv"), lines.join("\n"))
}

fn screened(pool: &Pool, name: &str) -> Vec<Match> {
    let mut profile = Profile::new(NameKind::Person);
    profile.push(Kind::FullName, name, 0);
    pool.matches(&profile, Effort::SCREENING, &|_: Ask| true)
}

/// Whether fewer than ten names score more than the wanted one, which is a match.
fn is_among_best(known: &[String], wanted: &str, name: &str) -> bool {
    let hints = Hints { kind: NameKind::Person };
    let query = Prepared::new(name, &hints);
    let score = |text: &str| compare(&query, &Prepared::new(text, &hints)).probability;
    let least = score(wanted);
    0.5 <= least && known.par_iter().filter(|text| least < score(text)).count() < 10
}

fn said(text: &str, record: u32) -> Said<'_> {
    let about = NameKind::Person;
    Said { record, about, kind: Kind::FullName, text, tag: record.into(), class: 0 }
}

/// A pair of persons that are one, and which language and scripts it belongs to.
struct Pair {
    names: [String; 2],
    /// Where names of one kind come from: language or country, and script.
    kinds: [(String, String); 2],
}

/// The pairs of persons that are one, each first name once.
fn pairs(path: &str) -> Result<Vec<Pair>, Box<dyn Error>> {
    let mut reader = csv::Reader::from_path(path)?;
    let columns = reader.headers()?.clone();
    let column =
        |name: &str| columns.iter().position(|column| column == name).ok_or("a column lacks");
    let (schema, label, place) = (column("schema")?, column("label")?, column("lang_or_country")?);
    let names = [column("name1")?, column("name2")?];
    let scripts = [column("script1")?, column("script2")?];
    let (mut seen, mut pairs) = (HashSet::new(), Vec::new());
    for row in reader.records() {
        let row = row?;
        if &row[schema] == "Person" && &row[label] == "1" && seen.insert(row[names[0]].to_owned()) {
            pairs.push(Pair {
                names: names.map(|at| row[at].to_owned()),
                kinds: scripts.map(|at| (row[place].to_owned(), row[at].to_owned())),
            });
        }
    }
    Ok(pairs)
}

/// The first names, and as many others made of the family of one and the given names of another
/// that comes from the same place and is written in the same script.
fn filed(pairs: &[Pair], count: usize) -> Vec<String> {
    let mut known: Vec<String> = pairs.iter().map(|pair| pair.names[0].clone()).collect();
    let mut seen: HashSet<String> = known.iter().cloned().collect();
    let mut of_kind: BTreeMap<&(String, String), Vec<&str>> = BTreeMap::new();
    for pair in pairs {
        for (name, kind) in pair.names.iter().zip(&pair.kinds) {
            of_kind.entry(kind).or_default().push(name);
        }
    }
    let all: Vec<&Vec<&str>> =
        pairs.iter().flat_map(|pair| &pair.kinds).map(|kind| &of_kind[kind]).collect();
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut drawn = |below: usize| {
        state = state.wrapping_mul(0xDA94_2042_E4DD_58B5).wrapping_add(1);
        (state >> 33) as usize % below
    };
    let mut tries = 0;
    while known.len() < count && tries < count * TRIES {
        tries += 1;
        let names = all[drawn(all.len())];
        let (a, b) = (names[drawn(names.len())], names[drawn(names.len())]);
        let name = match (a.split_once(' '), b.split_once(' ')) {
            (Some((head, _)), Some((_, tail))) => format!("{head} {tail}"),
            (None, None) => {
                let c = names[drawn(names.len())].chars().skip(2);
                a.chars().take(1).chain(b.chars().skip(1).take(1)).chain(c).collect()
            }
            _ => continue,
        };
        if seen.insert(name.clone()) {
            known.push(name);
        }
    }
    known
}

/// Draws for each name before the parts are thought to be used up.
const TRIES: usize = 50;

/// Bytes that this process holds in memory.
fn resident() -> Result<u64, Box<dyn Error>> {
    let pages = std::fs::read_to_string("/proc/self/statm")?;
    let resident = pages.split(' ').nth(1).ok_or("no resident pages")?;
    Ok(resident.parse::<u64>()? * 4096)
}

/// As an importer files them.
const FILED_AT_ONCE: usize = 10_000;
