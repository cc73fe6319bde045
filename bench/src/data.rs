//! The file that is imported, and what is asked about it.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use liaison_world::{Entity, bench_entities, write_json_lines};
use rand::rngs::StdRng;
use rand::seq::IteratorRandom as _;
use rand::{RngExt as _, SeedableRng as _};

use crate::Failure;
use crate::measure::bytes_of;

/// The file, and questions that it has answers to.
pub struct Data {
    /// The file.
    pub path: PathBuf,
    /// Its length.
    pub bytes: u64,
    /// Its entities.
    pub entities: u32,
    /// Ids of some of them, at random.
    pub ids: Vec<String>,
    /// Searches, each with its kind.
    pub queries: Vec<(QueryKind, String)>,
}

/// What an officer types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QueryKind {
    /// The first word of a name.
    FirstWord,
    /// Its first two words.
    TwoWords,
    /// The first characters of a name in Hangul, Thai or Khmer.
    Part,
}

impl QueryKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::FirstWord, Self::TwoWords, Self::Part];

    /// What a report calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::FirstWord => "one word",
            Self::TwoWords => "two words",
            Self::Part => "part of a name in Hangul, Thai or Khmer",
        }
    }

    /// The query of this kind that a name makes, if it makes one.
    fn of(self, name: &str) -> Option<String> {
        let words: Vec<&str> = name.split_whitespace().collect();
        match self {
            Self::FirstWord => words.first().map(|word| (*word).to_owned()),
            Self::TwoWords => Some([*words.first()?, *words.get(1)?].join(" ")),
            // Two syllables of Hangul; a syllable of Thai or Khmer takes about two characters.
            Self::Part => {
                let is_hangul = ('가'..='힣').contains(&name.chars().next()?);
                let is_other = ('\u{e00}'..'\u{e80}').contains(&name.chars().next()?)
                    || ('\u{1780}'..'\u{1800}').contains(&name.chars().next()?);
                let chars = if is_hangul { 2 } else { 4 };
                let is_long = name.chars().nth(chars).is_some();
                (is_long && (is_hangul || is_other)).then(|| name.chars().take(chars).collect())
            }
        }
    }
}

/// Writes the file, and draws the questions.
pub fn write(folder: &Path, entities: u32) -> Result<Data, Failure> {
    let path = folder.join("bench.ftm.json");
    let mut out = BufWriter::new(File::create(&path)?);
    write_json_lines(bench_entities(entities, SEED), &mut out)?;
    out.flush()?;
    drop(out);
    let mut random = StdRng::seed_from_u64(SEED);
    let last = entities.max(1) - 1;
    let ids = (0..PAGES).map(|_| format!("bench-{:09}", random.random_range(0..=last))).collect();
    let named = bench_entities(entities, SEED).filter(|entity| !entity.values("name").is_empty());
    let named: Vec<Entity> = named.sample(&mut random, NAMES_DRAWN);
    let names = || named.iter().flat_map(|entity| [entity.values("name"), entity.values("alias")]);
    let mut queries = Vec::new();
    for kind in QueryKind::ALL {
        let made = names().flatten().filter_map(|name| kind.of(name));
        queries.extend(made.take(QUERIES.div_ceil(QueryKind::ALL.len())).map(|text| (kind, text)));
    }
    queries.truncate(QUERIES);
    Ok(Data { bytes: bytes_of(&path), path, entities, ids, queries })
}

const SEED: u64 = 1;
const PAGES: usize = 1_000;
const QUERIES: usize = 500;
/// Enough that each kind of query finds names for its share.
const NAMES_DRAWN: usize = 2_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_makes_the_queries_that_an_officer_would_type() {
        fn check(name: &str, expected: [Option<&str>; 3]) {
            let made = QueryKind::ALL.map(|kind| kind.of(name));
            assert_eq!(made.each_ref().map(Option::as_deref), expected, "{name}");
        }

        check("Kang Seo-yun", [Some("Kang"), Some("Kang Seo-yun"), None]);
        check("강서윤", [Some("강서윤"), None, Some("강서")]);
        check("시범 무역 15", [Some("시범"), Some("시범 무역"), Some("시범")]);
    }
}
