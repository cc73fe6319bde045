//! A region whose whole story is known: who was lured where, who told whom, where the money went.
//!
//! Three agencies see parts of it, late and with errors. What each of them has on file is made by
//! [`Scenario::observed`]; whose it is, is told by [`Scenario::truth`] alone. What working together
//! brings is the difference between one agency's parts, all parts, and the truth.
//!
//! # Invariants
//!
//! * The same seed and size give the same story, to the byte.
//! * Nobody knows anything before it happened, and nothing happens after [`HOURS`].
//! * Nothing in a record or its id says whose it is.

mod money;

use liaison_model::schema::names::{prop, schema};

use crate::Culture;
use crate::draw::{Draw, Stream};
use crate::entity::Entity;
use crate::people::{Human, human};
use crate::region::{AGENCIES, Agency};

pub use money::{Complaint, Payment};

/// Hours of the story: January to August 2025.
pub const HOURS: u32 = 243 * 24;

/// How much happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScenarioSize {
    /// People who are lured into a compound.
    pub people: u32,
    /// Compounds that hold them.
    pub compounds: u32,
    /// Transfers between accounts, those of the compounds included.
    pub transfers: u32,
}

impl ScenarioSize {
    /// A region of so many people, with as many compounds and transfers as belong to them.
    #[must_use]
    pub fn of_people(people: u32) -> Self {
        Self {
            people,
            compounds: (people / PEOPLE_PER_COMPOUND).max(1),
            transfers: people.saturating_mul(TRANSFERS_PER_PERSON),
        }
    }
}

/// A region, and all that happened in it.
#[derive(Debug, Clone, Copy)]
pub struct Scenario {
    seed: u64,
    size: ScenarioSize,
}

/// What is true about a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordTruth {
    /// Number of the person whom it is about.
    pub person: u32,
    /// When the agency learnt of it, in hours from the start.
    pub hour: u32,
    /// What kind of word it is.
    pub kind: WordKind,
}

/// Kinds of word about somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WordKind {
    /// A family says that somebody is missing, and may know who recruited them.
    Missing {
        /// Number of the recruiter's handle, where the family knows it.
        recruiter: Option<u32>,
    },
    /// Somebody was seen in a compound.
    Seen {
        /// Number of the compound.
        compound: u32,
    },
}

/// A record as one agency has it on file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observed {
    /// The record, in FollowTheMoney's form.
    pub entity: Entity,
    /// Whose it is, and since when it is there.
    pub truth: RecordTruth,
}

/// What is true about somebody who was lured.
struct Lured {
    human: Human,
    compound: u32,
    recruiter: u32,
    arrived: u32,
}

impl Scenario {
    /// The region of a seed and size.
    #[must_use]
    pub fn new(seed: u64, size: ScenarioSize) -> Self {
        Self { seed, size }
    }

    /// How much happens in it.
    #[must_use]
    pub fn size(&self) -> ScenarioSize {
        self.size
    }

    /// The agencies that see parts of it.
    #[must_use]
    pub fn agencies(&self) -> &'static [Agency; 3] {
        &AGENCIES
    }

    /// The compound that a recruiter's handle works for.
    #[must_use]
    pub fn compound_of(&self, recruiter: u32) -> u32 {
        recruiter / RECRUITERS
    }

    /// Everything that one agency has on file about people, in the order of the people.
    pub fn observed(&self, agency: &Agency) -> impl Iterator<Item = Observed> + '_ {
        let place = AGENCIES.iter().position(|known| known.code == agency.code).unwrap_or(0);
        (0..self.size.people).flat_map(move |person| {
            let words = self.words(person).into_iter().filter(move |word| word.desk == place);
            words.map(move |word| self.record(word)).collect::<Vec<_>>()
        })
    }

    /// Who was told about somebody, and of what: each word at most once to each agency.
    fn words(&self, person: u32) -> Vec<Word> {
        let mut draw = Draw::new(self.seed, Stream::Words, u64::from(person));
        let lured = self.lured(person);
        let home = AGENCIES.iter().position(|agency| agency.country == lured.human.country());
        let mut words = Vec::new();
        let tell = |words: &mut Vec<Word>, desk: usize, hour: u32, kind: WordKind| {
            let is_known = words.iter().any(|word| word.desk == desk && word.kind == kind);
            if hour < HOURS && !is_known {
                words.push(Word { person, number: words.len() as u32, desk, hour, kind });
            }
        };
        let known_since = lured.arrived + draw.between(24, 40 * 24);
        let recruiter = |draw: &mut Draw| draw.chance(40).then_some(lured.recruiter);
        let desks: Vec<(usize, u32)> = match home {
            Some(home) => vec![(home, 70), ((home + 1 + person as usize % 2) % 3, 30)],
            None => vec![(1, 35), (2, 30)],
        };
        for (desk, percent) in desks {
            let told = draw.chance(percent);
            let later = draw.between(0, 20 * 24);
            let recruiter = recruiter(&mut draw);
            if told {
                tell(&mut words, desk, known_since + later, WordKind::Missing { recruiter });
            }
        }
        let seen = WordKind::Seen { compound: lured.compound };
        // A raid or a flight is known where it happens; the border of the other countries is
        // watched from Thailand.
        let near = if country_of_compound(lured.compound) == "kh" { 1 } else { 2 };
        for (desk, percent) in [(near, 55), (home.unwrap_or(near), 8)] {
            let told = draw.chance(percent);
            let hour = lured.arrived + draw.between(3 * 24, 90 * 24);
            if told {
                tell(&mut words, desk, hour, seen);
            }
        }
        words
    }

    fn lured(&self, person: u32) -> Lured {
        let mut draw = Draw::new(self.seed, Stream::Lured, u64::from(person));
        let culture = *draw.pick(&CULTURES);
        let compound = draw.below(self.size.compounds.max(1));
        Lured {
            human: human(self.seed, person, culture, &mut draw),
            recruiter: compound * RECRUITERS + draw.below(RECRUITERS),
            compound,
            arrived: draw.below(HOURS * 3 / 4),
        }
    }

    fn record(&self, word: Word) -> Observed {
        let number = u64::from(word.person) << 8 | u64::from(word.number);
        let mut draw = Draw::new(self.seed, Stream::Record, SCENARIO | number);
        let human = self.lured(word.person).human;
        let agency = &AGENCIES[word.desk];
        // A shuffled number: neighbours in the story are no neighbours on file.
        let shuffled = draw.next();
        let id = format!("scenario-{}-{shuffled:016x}", agency.country);
        let entity = Entity::new(id, schema::PERSON, self.seed)
            .with(prop::PUBLISHER, agency.name)
            .with_any(prop::GENDER, draw.chance(80).then(|| human.sex.code()));
        let entity = match word.kind {
            WordKind::Missing { recruiter } => {
                self.missing(entity, &human, agency, recruiter, &mut draw)
            }
            WordKind::Seen { compound } => seen(entity, &human, compound, &mut draw),
        };
        let truth = RecordTruth { person: word.person, hour: word.hour, kind: word.kind };
        Observed { entity, truth }
    }

    /// What a family knows.
    fn missing(
        &self,
        entity: Entity,
        human: &Human,
        agency: &Agency,
        recruiter: Option<u32>,
        draw: &mut Draw,
    ) -> Entity {
        let is_home = agency.country == human.country();
        let name =
            if is_home { human.name.native() } else { human.name.spelling(draw.between(0, 5)) };
        let birth = match draw.below(20) {
            0..15 => Some(human.birth_date.as_str()),
            15..18 => human.birth_date.get(..4),
            _ => None,
        };
        let handle = recruiter.map(|number| format!("telegram:{}", self.handle(number)));
        entity
            .with(prop::NAME, name)
            .with(prop::NATIONALITY, human.country())
            .with_any(prop::BIRTH_DATE, birth)
            .with_any(prop::PHONE, draw.chance(70).then_some(&human.phone))
            .with_any(prop::PASSPORT_NUMBER, draw.chance(45).then_some(&human.passport))
            .with_any(prop::SUMMARY, handle.map(|handle| format!("Recruited by {handle}")))
    }

    /// The name under which a recruiter writes.
    #[must_use]
    pub fn handle(&self, recruiter: u32) -> String {
        format!("@demo_{}_{recruiter:04}", self.seed % 10_000)
    }
}

/// Something that somebody told an agency.
#[derive(Debug, Clone, Copy)]
struct Word {
    person: u32,
    /// Its place among the words about that person.
    number: u32,
    /// Place of the agency in [`AGENCIES`].
    desk: usize,
    hour: u32,
    kind: WordKind,
}

/// What a fellow captive or a raid's list tells: a name as it was heard, and little else.
fn seen(entity: Entity, human: &Human, compound: u32, draw: &mut Draw) -> Entity {
    let birth = match draw.below(10) {
        0..3 => Some(human.birth_date.as_str()),
        3..7 => human.birth_date.get(..4),
        _ => None,
    };
    entity
        .with(prop::NAME, human.name.spelling(draw.between(0, 5)))
        .with_any(prop::NATIONALITY, draw.chance(85).then(|| human.country()))
        .with_any(prop::BIRTH_DATE, birth)
        .with_any(prop::PHONE, draw.chance(35).then_some(&human.phone))
        .with_any(prop::PASSPORT_NUMBER, draw.chance(25).then_some(&human.passport))
        .with(prop::SUMMARY, format!("Seen in demonstration compound {}", compound + 1))
}

fn country_of_compound(compound: u32) -> &'static str {
    COUNTRIES[compound as usize % COUNTRIES.len()]
}

/// Where compounds stand.
const COUNTRIES: [&str; 5] = ["kh", "kh", "mm", "kh", "la"];
/// Who is lured: their languages, as often as they stand here.
const CULTURES: [Culture; 10] = [
    Culture::Korean,
    Culture::Korean,
    Culture::Korean,
    Culture::Thai,
    Culture::Thai,
    Culture::Vietnamese,
    Culture::Vietnamese,
    Culture::Chinese,
    Culture::Indonesian,
    Culture::Burmese,
];
/// Handles that recruit for one compound.
const RECRUITERS: u32 = 3;
const PEOPLE_PER_COMPOUND: u32 = 150;
const TRANSFERS_PER_PERSON: u32 = 100;
/// Keeps what is drawn for a record here apart from the demonstration's.
const SCENARIO: u64 = 1 << 50;
