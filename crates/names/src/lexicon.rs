//! The lexicons within the crate, read once: readings of characters, family names, titles, legal
//! forms. Where each comes from is in `data/README.md`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::script::fold;
use crate::table::{QuickMap, QuickSet};

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

pub(crate) static HAN: LazyLock<QuickMap<char, Reading>> = LazyLock::new(|| {
    let lines = include_str!("../data/han.tsv").lines();
    lines.filter_map(reading).collect()
});

/// Shares of family names among their nation's people, in their own script.
pub(crate) static FAMILIES: LazyLock<QuickMap<(Nation, &'static str), f32>> = LazyLock::new(|| {
    let mut families = QuickMap::default();
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
pub(crate) static COMMON: LazyLock<QuickMap<&'static str, f32>> = LazyLock::new(|| {
    let lines = include_str!("../data/common.tsv").lines();
    let pairs = lines.filter_map(|line| line.split_once('\t'));
    pairs.filter_map(|(name, share)| Some((name, share.parse().ok()?))).collect()
});

/// The name items of which a Latin part is a form, by number: Wikidata's, and English short forms.
pub(crate) static VARIANTS: LazyLock<QuickMap<&'static str, Vec<u16>>> = LazyLock::new(|| {
    let mut variants: QuickMap<&'static str, Vec<u16>> = QuickMap::default();
    for (item, line) in (0..=u16::MAX).zip(include_str!("../data/variants.tsv").lines()) {
        for form in line.split(' ') {
            variants.entry(form).or_default().push(item);
        }
    }
    variants
});

/// The syllables that Chinese characters are read as in Korean: those that names are made of.
pub(crate) static HANGUL_OF_NAMES: LazyLock<Vec<char>> = LazyLock::new(|| {
    let readings = HAN.values().flat_map(|reading| reading.korean.iter().copied());
    let distinct: BTreeSet<char> = readings.collect();
    distinct.into_iter().collect()
});

/// The first traditional form of a simplified character.
pub(crate) static TRADITIONAL: LazyLock<QuickMap<char, char>> = LazyLock::new(|| {
    let mut forms: QuickMap<char, char> = QuickMap::default();
    for (c, reading) in HAN.iter().filter(|(c, reading)| **c != reading.simple) {
        let known = forms.entry(reading.simple).or_insert(*c);
        *known = (*known).min(*c);
    }
    forms
});

/// Titles, honorifics and degrees, folded, in any script.
pub(crate) static TITLES: LazyLock<QuickSet<String>> = LazyLock::new(|| {
    let lines = include_str!("../data/words.tsv").lines();
    let titles = lines.filter_map(|line| line.strip_prefix("title\t")).map(fold);
    // Degrees of two letters (SE, MA) are syllables of names.
    titles.filter(|title| 3 < title.len() || SHORT_TITLES.contains(&title.as_str())).collect()
});

/// A title of the region.
#[derive(Debug)]
pub(crate) struct Honorific {
    pub(crate) text: String,
    /// Whether it is written to the name without a space; any other is also a name.
    pub(crate) is_glued: bool,
}

pub(crate) static HONORIFICS: LazyLock<Vec<Honorific>> = LazyLock::new(|| {
    let lines = include_str!("../data/honorifics.tsv").lines();
    let fields = lines.filter_map(|line| line.split_once('\t'));
    fields.map(|(how, text)| Honorific { text: fold(text), is_glued: how == "glued" }).collect()
});

/// The simplified form of a Chinese character; itself when it has none.
#[must_use]
pub fn simplified(c: char) -> char {
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
