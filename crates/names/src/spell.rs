//! What may be looked for: spellings of a name, and the keys under which it is filed.

use std::collections::{BTreeMap, BTreeSet};

use crate::lexicon::{HAN, HANGUL_OF_NAMES, TRADITIONAL};
use crate::model::{MODEL, Symbol};
use crate::prepare::{Prepared, latin_of};
use crate::script::Script;
use crate::sound::sounds;

/// A likely spelling of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelling {
    /// The script that it is written in.
    pub script: Script,
    /// The spelling, with a space between parts.
    pub text: String,
    /// How much less likely it is than the first of its script, in eighths of a bit.
    pub cost: u32,
}

/// Likely spellings: in Latin letters of a name in any other script, in Hangul of a Latin or
/// Chinese name that may be Korean, in both kinds of Chinese characters of a Chinese name. By
/// script, the likeliest first. O(parts × letters × syllables of Korean names).
#[must_use]
pub fn spellings(name: &Prepared) -> Vec<Spelling> {
    let mut found = Vec::new();
    let script = name.parts.first().map_or(Script::Other, |part| part.script);
    found.extend(ranked(Script::Latin, name, latin_parts));
    match script {
        Script::Latin if name.eastern => found.extend(ranked(Script::Hangul, name, hangul_parts)),
        Script::Han => {
            found.extend(ranked(Script::Hangul, name, korean_parts));
            found.extend(ranked(Script::Han, name, han_parts));
        }
        _ => {}
    }
    found
}

/// Likely spellings in Latin letters, sorted; for Chinese characters of each way of reading them.
/// O(parts × readings).
#[must_use]
pub fn latin_spellings(name: &Prepared) -> Vec<String> {
    let spelt: BTreeSet<String> =
        ranked(Script::Latin, name, latin_parts).into_iter().map(|one| one.text).collect();
    spelt.into_iter().collect()
}

/// The keys under which a name is found: for each part, and each two that may be written as one,
/// the classes of its first consonants in each way to read it, which the ways of spelling one sound
/// share; and for the acronym of an organisation. Sorted; at most a few dozen.
#[must_use]
pub fn keys(name: &Prepared) -> Vec<u32> {
    let mut keys = BTreeSet::new();
    for group in &name.groups {
        if name.is_spelt_out(group) {
            keys.insert(key(name.initials(group)));
            continue;
        }
        if group.script == Script::Latin {
            keys.insert(key(name.text_of(group).bytes()));
            continue;
        }
        for symbols in name.said(group) {
            keys.insert(key(latin_of(symbols).into_iter()));
        }
    }
    keys.into_iter().collect()
}

/// Texts of one part with their costs, the cheapest first.
type Choices = Vec<(u32, String)>;

/// The cheapest ways to choose a text for each part, joined.
fn ranked(
    script: Script,
    name: &Prepared,
    choices: fn(&Prepared, usize) -> Choices,
) -> Vec<Spelling> {
    let mut whole: Choices = vec![(0, String::new())];
    for at in 0..name.parts.len() {
        let parts = choices(name, at);
        let Some(&(least, _)) = parts.first() else { return Vec::new() };
        let mut longer = Choices::new();
        for (cost, text) in &whole {
            for (of_part, part) in &parts {
                longer.push((cost + of_part - least, format!("{text} {part}").trim().to_owned()));
            }
        }
        whole = cheapest(longer, SPELLINGS_MAX);
    }
    let spelling = |(cost, text)| Spelling { script, text, cost };
    whole.into_iter().filter(|(_, text)| !text.is_empty()).map(spelling).collect()
}

fn cheapest(choices: Choices, most: usize) -> Choices {
    let mut by_text: BTreeMap<String, u32> = BTreeMap::new();
    for (cost, text) in choices {
        let known = by_text.entry(text).or_insert(cost);
        *known = cost.min(*known);
    }
    let mut choices: Choices = by_text.into_iter().map(|(text, cost)| (cost, text)).collect();
    choices.sort();
    choices.truncate(most);
    choices
}

/// The Latin spellings of one part.
fn latin_parts(name: &Prepared, at: usize) -> Choices {
    let group = &name.groups[at];
    if group.script == Script::Latin {
        return vec![(0, name.text_of(group).to_owned())];
    }
    let text = |letters: Vec<u8>| letters.into_iter().map(char::from).collect::<String>();
    if group.script == Script::Han {
        let readings = name.said(group).map(|symbols| text(latin_of(symbols)));
        // Mandarin stands first, and is the likeliest where nothing else is known.
        let readings = readings.zip(0_u32..).map(|(reading, rank)| (rank * READING_COST, reading));
        return cheapest(readings.collect(), CHOICES_MAX);
    }
    name.said(group).next().map_or(Vec::new(), written)
}

/// The cheapest ways of writing symbols one by one.
fn written(symbols: &[Symbol]) -> Choices {
    let mut whole: Choices = vec![(0, String::new())];
    for symbol in symbols {
        let mut longer = Choices::new();
        for (letters, of_symbol) in MODEL.ways_to_write(symbol, CHOICES_MAX) {
            for (cost, text) in &whole {
                longer.push((cost + u32::from(of_symbol), format!("{text}{letters}")));
            }
        }
        if !longer.is_empty() {
            whole = cheapest(longer, CHOICES_MAX);
        }
    }
    whole
}

/// A Latin part as syllables of Korean names.
fn hangul_parts(name: &Prepared, at: usize) -> Choices {
    let group = &name.groups[at];
    let letters = name.letters_of(group);
    let mut ends: Vec<Choices> = vec![Choices::new(); letters.len() + 1];
    ends[0].push((0, String::new()));
    for start in 0..letters.len() {
        let before = cheapest(std::mem::take(&mut ends[start]), CHOICES_MAX);
        if before.is_empty() {
            continue;
        }
        for end in start + 1..=letters.len().min(start + SYLLABLE_LETTERS_MAX) {
            for syllable in HANGUL_OF_NAMES.iter() {
                let mut symbols = Vec::with_capacity(3);
                let text = syllable.encode_utf8(&mut [0; 4]).to_owned();
                MODEL.push_symbols(&sounds(Script::Hangul, &text), &mut symbols);
                let cost = MODEL.cost(&symbols, &letters[start..end], SYLLABLE_COST_MAX);
                if cost <= SYLLABLE_COST_MAX {
                    let add = |(so_far, spelt): &(u32, String)| {
                        (so_far + cost + SYLLABLE_COST, format!("{spelt}{text}"))
                    };
                    ends[end].extend(before.iter().map(add));
                }
            }
        }
    }
    ends.pop().map_or(Vec::new(), |last| cheapest(last, CHOICES_MAX))
}

/// A Chinese part in its Korean readings.
fn korean_parts(name: &Prepared, at: usize) -> Choices {
    let mut whole: Choices = vec![(0, String::new())];
    for c in name.text_of(&name.groups[at]).chars() {
        let readings = HAN.get(&c).map_or(&[][..], |reading| &reading.korean);
        let mut longer = Choices::new();
        for (syllable, rank) in readings.iter().zip(0_u32..) {
            for (cost, text) in &whole {
                longer.push((cost + rank * READING_COST, format!("{text}{syllable}")));
            }
        }
        whole = cheapest(longer, CHOICES_MAX);
    }
    whole
}

/// A Chinese part in simplified and in traditional characters.
fn han_parts(name: &Prepared, at: usize) -> Choices {
    let simplified = name.text_of(&name.groups[at]);
    let traditional = simplified.chars().map(|c| TRADITIONAL.get(&c).copied().unwrap_or(c));
    cheapest(vec![(0, simplified.to_owned()), (1, traditional.collect())], CHOICES_MAX)
}

/// Up to four classes of consonants, four bits each; doubled classes count once.
fn key(latin: impl Iterator<Item = u8>) -> u32 {
    let mut key = 0;
    let mut last = 0;
    for class in latin.map(class) {
        if class != 0 && class != last && key < 1 << (4 * (KEY_CONSONANTS_MAX - 1)) {
            key = key << 4 | class;
        }
        last = class;
    }
    key
}

/// Consonants that romanisations confuse are one class; vowels, glides and `h` are none.
fn class(letter: u8) -> u32 {
    match letter {
        b'b' | b'p' | b'f' | b'v' => 1,
        b'g' | b'k' | b'c' | b'q' | b'j' | b'x' | b's' | b'z' => 2,
        b'd' | b't' => 3,
        b'm' => 4,
        b'n' => 5,
        b'l' | b'r' => 6,
        _ => 0,
    }
}

const KEY_CONSONANTS_MAX: u32 = 4;
const SPELLINGS_MAX: usize = 12;
const CHOICES_MAX: usize = 8;
/// The longest syllables have an initial of two letters, a vowel of three and a final of two.
const SYLLABLE_LETTERS_MAX: usize = 7;
/// A syllable that costs more than 24 bits is not spelt so.
const SYLLABLE_COST_MAX: u32 = 192;
/// One of some hundred syllables: six bits, so that few syllables are preferred to many.
const SYLLABLE_COST: u32 = 48;
/// Each further reading is half as likely as the one before.
const READING_COST: u32 = 8;
