//! A name in a few bytes, to choose among very many the few that are worth comparing.
//!
//! Of each way to say a name its sound in Latin letters is kept, four bits a letter. How alike two
//! names are is estimated from the longest common subsequences of their runs of parts, all runs of
//! the sought name at once in the bits of one number (Hyyrö, "Bit-parallel LCS-length computation
//! revisited", 2004).

use crate::prepare::{Prepared, latin_of};
use crate::script::Script;

/// One way to say a name, in 32 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sketch {
    /// Four bits a letter, the first lowest.
    letters: u128,
    /// A bit for each letter that ends a part.
    ends: u32,
    /// The ways in which the name is said so, a bit each; all of a name that is said in one.
    said: u16,
}

/// A name ready to be sought among sketches.
#[derive(Debug, Clone)]
pub struct Sought {
    ways: Vec<Way>,
}

/// The runs of one way to say the sought name, one after another with a free bit between them.
#[derive(Debug, Clone)]
struct Way {
    /// As in a sketch.
    said: u16,
    /// For each letter the places where it stands.
    places: [u64; LETTERS],
    /// All places of letters.
    all: u64,
    runs: Vec<Run>,
}

/// A run of parts of the sought name.
#[derive(Debug, Clone, Copy)]
struct Run {
    places: u64,
    letters: u32,
    weight: u32,
    parts: u32,
}

/// Two runs that are alike.
#[derive(Debug, Clone, Copy, Default)]
struct Alike {
    worth: u32,
    parts: u32,
    other_parts: u32,
}

/// A sketch for each way to say a name that differs from the ways before it. O(letters).
#[must_use]
pub fn sketches(name: &Prepared) -> Vec<Sketch> {
    let mut found: Vec<Sketch> = Vec::new();
    for (said, way) in ways(name) {
        let mut sketch = Sketch { said, ..Sketch::default() };
        let mut at = 0;
        for part in way.iter().filter(|part| !part.is_empty()) {
            for letter in part.iter().take(LETTERS_MAX - at) {
                sketch.letters |= u128::from(*letter) << (at as u32 * LETTER_BITS);
                at += 1;
            }
            if at == 0 || LETTERS_MAX <= at {
                break;
            }
            sketch.ends |= 1 << (at - 1);
        }
        sketch.ends |= u32::from(at != 0) << at.saturating_sub(1);
        if sketch.ends != 0 {
            found.push(sketch);
        }
    }
    found
}

impl Sought {
    /// Makes a name ready. O(ways × runs × letters).
    #[must_use]
    pub fn new(name: &Prepared) -> Self {
        Self { ways: ways(name).iter().map(|(said, way)| Way::new(name, *said, way)).collect() }
    }

    /// How much the parts that seem to be in both tell, in eighths of a bit. Two names of several
    /// ways are held beside each other as they are said in one. O(ways × letters × parts).
    #[must_use]
    pub fn likeness(&self, sketches: &[Sketch]) -> u32 {
        let pairs = self.ways.iter().flat_map(|way| {
            let alike = sketches.iter().filter(|sketch| sketch.said & way.said != 0);
            alike.map(|sketch| way.likeness(sketch))
        });
        pairs.max().unwrap_or(0)
    }
}

impl Way {
    fn new(name: &Prepared, said: u16, parts: &[Vec<u8>]) -> Self {
        let mut way = Self { said, places: [0; LETTERS], all: 0, runs: Vec::new() };
        let mut place = 0;
        for group in &name.groups {
            let (start, count) = (usize::from(group.start), usize::from(group.count));
            let letters: Vec<u8> = parts[start..start + count].concat();
            if letters.is_empty() || PLACES_MAX <= place + letters.len() {
                continue;
            }
            let mut run = Run {
                places: 0,
                letters: letters.len() as u32,
                weight: group.weight,
                parts: ((1 << count) - 1) << start,
            };
            for letter in letters {
                way.places[usize::from(letter)] |= 1 << place;
                run.places |= 1 << place;
                place += 1;
            }
            way.all |= run.places;
            way.runs.push(run);
            // What is carried out of a run is caught here.
            place += 1;
        }
        way
    }

    fn likeness(&self, sketch: &Sketch) -> u32 {
        let mut alike = [Alike::default(); ALIKE_MAX];
        let mut count = 0;
        let (mut ends, mut start, mut part) = (sketch.ends, 0, 0);
        while ends != 0 && count + RUN_PARTS_MAX <= ALIKE_MAX {
            count += self.runs_from(sketch, start, part, &mut alike[count..]);
            start = ends.trailing_zeros() + 1;
            ends &= ends - 1;
            part += 1;
        }
        chosen(&mut alike[..count])
    }

    /// For each run of the sketch that begins at a letter the run of the sought name that is most
    /// like it; and how many there are.
    fn runs_from(&self, sketch: &Sketch, start: u32, part: u32, alike: &mut [Alike]) -> usize {
        let mut unmatched = self.all;
        let mut letters = sketch.letters >> (start * LETTER_BITS);
        let mut ends = sketch.ends >> start;
        let (mut length, mut parts, mut count) = (0, 0, 0);
        while ends != 0 && count < RUN_PARTS_MAX {
            let matched = unmatched & self.places[letters as usize % LETTERS];
            unmatched = (unmatched.wrapping_add(matched) | (unmatched - matched)) & self.all;
            letters >>= LETTER_BITS;
            length += 1;
            if ends & 1 == 1 {
                parts |= 1 << (part + count as u32);
                alike[count] = self.most_alike(self.all & !unmatched, length, parts);
                count += 1;
            }
            ends >>= 1;
        }
        count
    }

    fn most_alike(&self, matched: u64, length: u32, other_parts: u32) -> Alike {
        let mut best = Alike { worth: 0, parts: 0, other_parts };
        for run in &self.runs {
            let common = (run.places & matched).count_ones();
            let letters = run.letters + length;
            let share = (4 * common).saturating_sub(letters);
            // A run's whole weight is less than the best: no need to divide.
            if share != 0 && best.worth < run.weight {
                let worth = run.weight * share / letters;
                if best.worth < worth {
                    best = Alike { worth, parts: run.parts, other_parts };
                }
            }
        }
        best
    }
}

/// The sum of the best runs that do not overlap, taken one by one.
fn chosen(alike: &mut [Alike]) -> u32 {
    let mut sum = 0;
    loop {
        let Some(best) = alike.iter().max_by_key(|alike| alike.worth).copied() else { return sum };
        if best.worth == 0 {
            return sum;
        }
        sum += best.worth;
        for alike in alike.iter_mut() {
            if alike.parts & best.parts | alike.other_parts & best.other_parts != 0 {
                alike.worth = 0;
            }
        }
    }
}

/// Each way to say a name as its parts in few letters, and which ways are said so, a bit each.
fn ways(name: &Prepared) -> Vec<(u16, Vec<Vec<u8>>)> {
    let mut found: Vec<(u16, Vec<Vec<u8>>)> = Vec::new();
    for (number, way) in name.ways.iter().enumerate() {
        let of_part = |at: usize| {
            let text = name.text_of_parts((at as u8, 1));
            match name.parts[at].script {
                Script::Latin => reduced(text.bytes()),
                _ => reduced(latin_of(way.symbols(at, 1)).into_iter()),
            }
        };
        let parts = (0..name.parts.len()).map(of_part).collect();
        let said = 1 << number.min(WAYS_MAX - 1);
        match found.iter_mut().find(|(_, known)| *known == parts) {
            Some((known, _)) => *known |= said,
            None => found.push((said, parts)),
        }
    }
    if let [(said, _)] = &mut found[..] {
        *said = u16::MAX;
    }
    found
}

/// Letters as far as romanisations agree on them; what is not heard alone is left out.
fn reduced(latin: impl Iterator<Item = u8>) -> Vec<u8> {
    let mut letters: Vec<u8> = Vec::new();
    for letter in latin {
        let reduced = match letter {
            b'a' => 1,
            b'e' | b'i' | b'y' => 2,
            b'o' | b'u' | b'w' => 3,
            b'b' | b'p' | b'f' | b'v' => 4,
            b'g' | b'k' | b'q' => 5,
            b'c' | b'j' | b's' | b'x' | b'z' => 6,
            b'd' | b't' => 7,
            b'm' => 8,
            b'n' => 9,
            b'l' | b'r' => 10,
            b'h' if letters.last().is_none_or(|last| *last <= 3) => 11,
            _ => continue,
        };
        if letters.last() != Some(&reduced) {
            letters.push(reduced);
        }
    }
    letters
}

const LETTERS: usize = 16;
const LETTER_BITS: u32 = 4;
const LETTERS_MAX: usize = 32;
/// Bits for the runs of the sought name.
const PLACES_MAX: usize = 64;
const WAYS_MAX: usize = 16;
/// Parts that may be written as one.
const RUN_PARTS_MAX: usize = 3;
const ALIKE_MAX: usize = 24;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prepare::Hints;

    fn likeness(a: &str, b: &str) -> u32 {
        let [a, b] = [a, b].map(|text| Prepared::new(text, &Hints::default()));
        Sought::new(&a).likeness(&sketches(&b))
    }

    #[test]
    fn spellings_of_one_name_are_more_alike_than_names_that_share_a_part() {
        for [name, spelling, neighbour] in [
            ["Kang Seo-yun", "강서윤", "강민호"],
            ["Somchai Wongsakul", "สมชาย วงศ์สกุล", "สมชาย ใจดี"],
            ["Chan Tai Man", "陈大文", "陈水扁"],
            ["Youngsoo Park", "Park Young-soo", "Park Chan-ho"],
        ] {
            assert!(likeness(name, neighbour) < likeness(name, spelling), "{name} {spelling}");
            assert!(likeness(neighbour, name) < likeness(spelling, name), "{spelling} {name}");
        }
    }

    #[test]
    fn names_without_a_sound_in_common_are_not_alike() {
        assert_eq!(likeness("Kim", "Abbott"), 0);
    }

    #[test]
    fn a_name_beyond_what_a_sketch_holds_is_cut() {
        let long = "Wolfeschlegelsteinhausenbergerdorff Adolph Blaine Charles David Earl Frederick";

        assert!(likeness("Wolfeschlegelsteinhausenbergerdorff", long) != 0);
        assert!(likeness(long, long) != 0);
        assert_eq!(sketches(&Prepared::new("", &Hints::default())), []);
    }
}
