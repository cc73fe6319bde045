//! From a table of tagged pairs to the learnt costs: run by hand, when the data is made.

use crate::learn::{Lesson, learn};
use crate::lexicon::HAN;
use crate::script::{Script, fold, script_of};
use crate::sound::{EASTERN, FOREIGN, READING, SINITIC, Sound, shifted, sounds};

/// Learns the costs of sounds from lines of tag, native form, Latin form and weight, and gives the
/// bytes of `data/sounds.bin`. Lines that do not fit are left out. O(lines), about a minute.
#[must_use]
pub fn study(lines: &str) -> Vec<u8> {
    let lessons: Vec<Lesson> = lines.lines().flat_map(lessons).collect();
    learn(&lessons)
}

fn lessons(line: &str) -> Vec<Lesson> {
    let fields: Vec<&str> = line.split('\t').collect();
    let &[tag, native, latin, weight] = &fields[..] else { return Vec::new() };
    let latin = sounds(Script::Latin, &fold(latin));
    let native = fold(native);
    let weight: f64 = weight.parse().unwrap_or(1.0);
    let as_latin = || sounds(Script::Latin, &native);
    let natives = match tag {
        "latn" => {
            let back = Lesson { native: latin.clone(), latin: as_latin(), weight };
            let there = Lesson { native: as_latin(), latin, weight };
            return [there, back].into_iter().filter(is_plausible).collect();
        }
        "kola" => vec![shifted(&native, EASTERN)],
        "sini" => vec![shifted(&native, SINITIC)],
        "hanr" => vec![shifted(&native, READING)],
        "hanf" => vec![foreign(&native)],
        _ => {
            let script = native.chars().find_map(script_of).unwrap_or(Script::Other);
            let letters: String =
                native.chars().filter(|c| script_of(*c) == Some(script)).collect();
            vec![sounds(script, &letters)]
        }
    };
    let lesson = |native: Vec<Sound>| Lesson { native, latin: latin.clone(), weight };
    natives.into_iter().map(lesson).filter(is_plausible).collect()
}

/// Pinyin of each character of a foreign name.
fn foreign(han: &str) -> Vec<Sound> {
    let readings = han.chars().filter_map(|c| HAN.get(&c)?.mandarin.first().copied());
    shifted(&readings.collect::<String>(), FOREIGN)
}

/// Lists hold translations beside transliterations; lengths tell most of them apart.
fn is_plausible(lesson: &Lesson) -> bool {
    let (native, latin) = (lesson.native.len(), lesson.latin.len());
    1 <= native
        && 1 <= latin
        && native <= LENGTH_MAX
        && latin <= LENGTH_MAX
        && latin <= native * 3 + 1
        && native <= latin * 2 + 2
}

const LENGTH_MAX: usize = 22;
