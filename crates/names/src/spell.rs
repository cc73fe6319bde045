//! What may be looked for: Latin spellings of a name, and the keys under which it is filed.

use std::collections::BTreeSet;

use crate::model::MODEL;
use crate::prepare::{Group, Prepared, latin_of};
use crate::script::Script;

/// Likely spellings in Latin letters, sorted; for Chinese characters one for each way of reading
/// them. O(parts × readings).
#[must_use]
pub fn latin_spellings(name: &Prepared) -> Vec<String> {
    let singles = || name.groups.iter().filter(|group| group.count == 1);
    let ways = singles().map(|group| group.forms.len()).max().unwrap_or(0);
    let mut spellings = BTreeSet::new();
    for way in 0..ways {
        let parts: Vec<String> = singles().map(|group| latin(group, way)).collect();
        spellings.insert(parts.join(" "));
    }
    spellings.into_iter().filter(|spelling| !spelling.trim().is_empty()).collect()
}

/// The keys under which a name is found: for each part and each way to read it the classes of its
/// first consonants, which the ways of spelling one sound share. Sorted; at most a few dozen.
#[must_use]
pub fn keys(name: &Prepared) -> Vec<u32> {
    let mut keys = BTreeSet::new();
    for group in &name.groups {
        for way in 0..group.forms.len().max(1) {
            keys.insert(key(&latin(group, way)));
        }
    }
    keys.into_iter().collect()
}

/// A group's letters in the given one of its readings.
fn latin(group: &Group, way: usize) -> String {
    let sounds = match (group.script, group.forms.get(way)) {
        (Script::Latin, _) | (_, None) => group.latin.sounds.clone(),
        (_, Some(form)) => latin_of(&MODEL, form),
    };
    sounds.iter().filter_map(|sound| char::from_u32(u32::from(*sound))).collect()
}

/// Up to four classes of consonants, four bits each; doubled classes count once.
fn key(latin: &str) -> u32 {
    let mut key = 0;
    let mut last = 0;
    for class in latin.bytes().map(class) {
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
