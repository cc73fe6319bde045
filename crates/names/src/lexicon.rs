//! The lexicons within the crate, read once: readings of characters, family names, titles, legal
//! forms. Where each comes from is in `data/README.md`.

use std::collections::HashMap;
use std::sync::LazyLock;

/// How one Chinese character is read.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reading {
    /// The simplified form, which is the same for all variants.
    pub(crate) simple: char,
    /// Pinyin without tones, most usual first.
    pub(crate) mandarin: Vec<&'static str>,
    /// As Hong Kong's registration spells Cantonese.
    pub(crate) cantonese: Vec<&'static str>,
    /// Hangul, with and without the rule of initial sounds.
    pub(crate) korean: Vec<char>,
    /// Church romanisation without marks.
    pub(crate) hokkien: Vec<&'static str>,
    /// Vietnamese without marks.
    pub(crate) vietnamese: Vec<&'static str>,
}

/// A language whose family names are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Nation {
    Korea,
    China,
    Vietnam,
}

pub(crate) static HAN: LazyLock<HashMap<char, Reading>> = LazyLock::new(|| {
    let lines = include_str!("../data/han.tsv").lines();
    lines.filter_map(reading).collect()
});

/// Shares of family names among their nation's people, in their own script.
pub(crate) static FAMILIES: LazyLock<HashMap<(Nation, &'static str), f32>> = LazyLock::new(|| {
    let mut families = HashMap::new();
    for line in include_str!("../data/families.tsv").lines() {
        let mut fields = line.split('\t');
        let nation = match fields.next() {
            Some("ko") => Nation::Korea,
            Some("zh") => Nation::China,
            _ => Nation::Vietnam,
        };
        if let (Some(name), Some(Ok(share))) = (fields.next(), fields.next().map(str::parse)) {
            families.insert((nation, name), share);
        }
    }
    families
});

/// Shares of common parts of Latin names, over all nations.
pub(crate) static COMMON: LazyLock<HashMap<&'static str, f32>> = LazyLock::new(|| {
    let lines = include_str!("../data/common.tsv").lines();
    let pairs = lines.filter_map(|line| line.split_once('\t'));
    pairs.filter_map(|(name, share)| Some((name, share.parse().ok()?))).collect()
});

/// Titles, honorifics and degrees, folded, in any script.
pub(crate) static TITLES: LazyLock<HashMap<String, ()>> = LazyLock::new(|| {
    let lines = include_str!("../data/words.tsv").lines();
    let titles = lines.filter_map(|line| line.strip_prefix("title\t"));
    let titles = titles.map(crate::script::fold);
    // Degrees of two letters (SE, MA) are syllables of names.
    titles
        .filter(|title| 3 < title.len() || SHORT_TITLES.contains(&title.as_str()))
        .map(|title| (title, ()))
        .collect()
});

/// The simplified form of a character; itself when it has none.
pub(crate) fn simple(c: char) -> char {
    HAN.get(&c).map_or(c, |reading| reading.simple)
}

fn reading(line: &'static str) -> Option<(char, Reading)> {
    let mut fields = line.split('\t');
    let mut next = || fields.next().unwrap_or("");
    let c = next().chars().next()?;
    let simple = next().chars().next()?;
    let many = |field: &'static str| field.split(',').filter(|one| !one.is_empty()).collect();
    let (mandarin, cantonese) = (many(next()), many(next()));
    let korean = next().split(',').filter_map(|one| one.chars().next()).collect();
    let (hokkien, vietnamese) = (many(next()), many(next()));
    Some((c, Reading { simple, mandarin, cantonese, korean, hokkien, vietnamese }))
}

/// Titles of two and three letters that are no syllable of a name.
const SHORT_TITLES: [&str; 6] = ["dr", "mr", "mrs", "ms", "mme", "sir"];
