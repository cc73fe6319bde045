//! Exact keys of a person whose name two agencies write in two scripts.
//!
//! A key is one way to read one or two parts of the name, joined with a thing known of the birth
//! date.
//! Who shares a key may be the same; how many and which keys are shared says how likely. Nobody is
//! told apart here: after a hit people look.

use std::collections::BTreeSet;

use liaison_names::{Hints, Prepared, keys};
use rand::{Rng, RngExt as _};

use crate::identifier::{Kind, input};

/// What is known of a birth date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Birth {
    /// The year.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day, 1 to 31; without a month it counts for nothing.
    pub day: Option<u8>,
}

/// One key of a person.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonKey {
    /// The bytes that are hashed to a point.
    pub input: Vec<u8>,
    /// How much it says when both have it: of two parts of a name 4 with a day, 3 with a month or a
    /// swapped day, 2 with a year; of one part 2 with a day, 1 with a month; 0 only fills up.
    pub weight: u8,
}

/// Never the input: it is made of a name.
impl std::fmt::Debug for PersonKey {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "PersonKey(weight {})", self.weight)
    }
}

/// The keys of a person: always [`PERSON_KEYS`], so that their number does not tell who has many
/// names. What is missing is filled up with chance that nobody shares; what is too much is left
/// out, the weakest first. Without a birth year there is nothing but filling.
#[must_use]
pub fn person_keys(names: &[&str], birth: Option<Birth>, random: &mut dyn Rng) -> Vec<PersonKey> {
    let parts: Vec<BTreeSet<u32>> = names.iter().map(|name| parts_of(name)).collect();
    let pairs: Vec<BTreeSet<(u32, u32)>> = parts.iter().map(pairs_of).collect();
    let dates = birth.map(dates_of).unwrap_or_default();
    let mut ranked: Vec<(usize, PersonKey)> = Vec::new();
    for known in &dates {
        for (at, (first, second)) in in_turn(&pairs).into_iter().take(PERSON_KEYS).enumerate() {
            ranked.push((at * known.cost, key(&[first, second], known, known.weight)));
        }
        // Where family names are spelt by custom (Lee for 이, Park for 박) the given name alone
        // meets.
        for (at, part) in in_turn(&parts).into_iter().take(PERSON_KEYS).enumerate() {
            let alone = known.alone.map(|(cost, weight)| (at * cost, key(&[part], known, weight)));
            ranked.extend(alone);
        }
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    let mut chosen: Vec<PersonKey> = ranked.into_iter().map(|(_, key)| key).collect();
    chosen.truncate(PERSON_KEYS);
    while chosen.len() < PERSON_KEYS {
        let filling: [u8; 32] = random.random();
        chosen.push(PersonKey { input: input(Kind::Person, &filling), weight: 0 });
    }
    chosen
}

fn key(parts: &[u32], known: &Known, weight: u8) -> PersonKey {
    let mut value: Vec<u8> = parts.iter().flat_map(|part| part.to_be_bytes()).collect();
    value.extend_from_slice(known.text.as_bytes());
    PersonKey { input: input(Kind::Person, &value), weight }
}

fn parts_of(name: &str) -> BTreeSet<u32> {
    let hints = Hints { kind: liaison_names::Kind::Person };
    keys(&Prepared::new(name, &hints)).into_iter().collect()
}

/// Each two of the ways to read a part, in either order. They are ordered by their hashes, which
/// both sides compute alike: where a name has too many, both keep mostly the same ones.
fn pairs_of(parts: &BTreeSet<u32>) -> BTreeSet<(u32, u32)> {
    let mut pairs = BTreeSet::new();
    for first in parts {
        pairs.extend(parts.range(first + 1..).map(|second| (*first, *second)));
    }
    pairs
}

/// One of each name in turn, so that a second name is not crowded out by the first.
fn in_turn<T: Ord + Copy>(of_names: &[BTreeSet<T>]) -> Vec<T> {
    let most = of_names.iter().map(BTreeSet::len).max().unwrap_or(0);
    let mut seen = BTreeSet::new();
    let mut turns = Vec::new();
    for at in 0..most {
        let of_turn = of_names.iter().filter_map(|all| all.iter().nth(at));
        turns.extend(of_turn.copied().filter(|one| seen.insert(*one)));
    }
    turns
}

/// What of a birth date may be the same at both: the day, the day with its month swapped, the
/// month, the year. A single part of a name goes with a day or a month only, which few share.
fn dates_of(birth: Birth) -> Vec<Known> {
    let year = birth.year;
    let known = |text, cost, weight, alone| Known { text, cost, weight, alone };
    let mut dates = vec![known(format!("{year:04}"), 5, 2, None)];
    if let Some(month) = birth.month {
        dates.push(known(format!("{year:04}-{month:02}"), 5, 3, Some((16, 1))));
        if let Some(day) = birth.day {
            dates.push(known(format!("{year:04}-{month:02}-{day:02}"), 4, 4, Some((8, 2))));
            if day <= 12 && day != month {
                dates.push(known(format!("{year:04}-{day:02}-{month:02}"), 10, 3, None));
            }
        }
    }
    dates
}

/// A thing known of a birth date.
struct Known {
    text: String,
    /// What each further pair of parts costs with it: the dearer, the fewer of them are chosen.
    cost: usize,
    /// Of a pair with it.
    weight: u8,
    /// The same of a single part, where one may stand with it.
    alone: Option<(usize, u8)>,
}

/// How many keys each person has.
pub const PERSON_KEYS: usize = 40;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rand::SeedableRng as _;
    use rand::rngs::StdRng;

    const BORN: Option<Birth> = Some(Birth { year: 1999, month: Some(3), day: Some(7) });

    fn of(name: &str, birth: Option<Birth>, seed: u64) -> Vec<PersonKey> {
        person_keys(&[name], birth, &mut StdRng::seed_from_u64(seed))
    }

    /// The weights of the keys that two people share.
    fn shared(first: &[PersonKey], second: &[PersonKey]) -> Vec<u8> {
        let is_shared = |key: &&PersonKey| second.iter().any(|other| other.input == key.input);
        first.iter().filter(is_shared).map(|key| key.weight).collect()
    }

    #[test]
    fn a_hangul_name_meets_its_romanised_form() {
        let here = of("김지나", BORN, 1);

        for written in ["Kim Jina", "KIM, Ji-na", "Jina Kim", "Gim Ji Na"] {
            let met = shared(&here, &of(written, BORN, 2));
            assert!(met.contains(&4), "{written}: {met:?}");
        }
        assert_eq!(shared(&here, &of("Park Sungho", BORN, 2)), [0_u8; 0]);
    }

    #[test]
    fn a_family_name_spelt_by_custom_is_met_by_the_given_name_and_the_day() {
        let met = shared(&of("이정석", BORN, 1), &of("Lee Jong-seok", BORN, 2));

        assert_eq!(met.iter().max(), Some(&2), "{met:?}");
    }

    #[test]
    fn day_and_month_may_be_swapped_and_the_day_unknown() {
        let here = of("Kim Jina", BORN, 1);
        let with = |month, day| of("Kim Jina", Some(Birth { year: 1999, month, day }), 2);

        assert!(shared(&here, &with(Some(7), Some(3))).contains(&3));
        assert!(shared(&here, &with(Some(3), None)).contains(&3));
        assert_eq!(shared(&here, &with(None, None)).iter().max(), Some(&2));
    }

    #[test]
    fn nobody_is_met_by_what_fills_up() {
        let (here, there) = (of("Kim Jina", None, 1), of("Kim Jina", None, 2));

        assert_eq!(shared(&here, &there), [0_u8; 0]);
        assert!(here.iter().all(|key| key.weight == 0));
    }

    proptest! {
        #[test]
        fn everybody_has_as_many_keys(names: Vec<String>, year: u16, seed: u64) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let birth = Some(Birth { year, month: None, day: None });
            let keys = person_keys(&names, birth, &mut StdRng::seed_from_u64(seed));

            prop_assert_eq!(keys.len(), PERSON_KEYS);
            let lengths: BTreeSet<bool> = keys.iter().map(|key| key.input.len() < 64).collect();
            prop_assert_eq!(lengths, BTreeSet::from([true]));
        }
    }
}
