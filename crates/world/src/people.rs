//! People, and the records that agencies keep about them.
//!
//! One person has one to three records, each by another agency, in another spelling and with other
//! gaps. Nothing in a record or its id says whose it is; [`World::people_truth`] does.
//!
//! # Invariants
//!
//! * Ids of first records are dense from `demo-person-000001`.
//! * Record 0 of a person has the name in its own script and the full birth date.

use liaison_model::schema::names::{prop, schema};

use crate::draw::{Draw, Stream};
use crate::entity::Entity;
use crate::names::{Culture, HumanName};
use crate::{Truth, World, identifiers, year};

/// The sex that a passport gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "they need no more words")]
pub enum Sex {
    Female,
    Male,
}

impl Sex {
    /// FollowTheMoney's code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Female => "female",
            Self::Male => "male",
        }
    }
}

/// What is true about one simulated person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Human {
    /// Number, from 0.
    pub number: u32,
    /// Name.
    pub name: HumanName,
    /// Sex.
    pub sex: Sex,
    /// Birth date.
    pub birth_date: String,
    /// Phone.
    pub phone: String,
    /// Passport number.
    pub passport: String,
}

impl Human {
    /// The country of nationality, ISO 3166-1 alpha-2, lower case.
    #[must_use]
    pub fn country(&self) -> &'static str {
        self.name.culture().country()
    }
}

impl World {
    /// What is true about the person of a number.
    #[must_use]
    pub fn human(&self, number: u32) -> Human {
        let mut draw = Draw::new(self.seed, Stream::Human, u64::from(number));
        let culture = if number == JOURNEYS_HUMAN { Culture::Korean } else { culture(&mut draw) };
        human(self.seed, number, culture, &mut draw)
    }

    /// How many records there are about the person of a number.
    pub(crate) fn records_of(&self, number: u32) -> u32 {
        if number == JOURNEYS_HUMAN {
            return RECORDS_MAX;
        }
        match Draw::new(self.seed, Stream::Record, u64::from(number)).below(10) {
            0..6 => 1,
            6..9 => 2,
            _ => RECORDS_MAX,
        }
    }

    /// Id of one record about a person. First records are numbered as their people are; those of
    /// each further rank are shuffled behind them.
    pub(crate) fn record_id(&self, number: u32, rank: u32) -> String {
        let people = u64::from(self.size.people.max(1));
        let (number, rank) = (u64::from(number), u64::from(rank));
        let within = if rank == 0 { number } else { (number * SHUFFLE + rank) % people };
        format!("demo-person-{:06}", rank * people + within + 1)
    }

    /// Which records are about the same person, for every person with more than one.
    pub fn people_truth(&self) -> impl Iterator<Item = Truth> + '_ {
        let several = (0..self.size.people).filter(|number| 1 < self.records_of(*number));
        several.map(|number| {
            let records = 0..self.records_of(number);
            let mut entities: Vec<String> =
                records.map(|rank| self.record_id(number, rank)).collect();
            entities.sort();
            Truth { number, entities }
        })
    }

    /// The records about all people, first records first.
    pub(crate) fn people(&self) -> impl Iterator<Item = Entity> + '_ {
        (0..RECORDS_MAX).flat_map(move |rank| {
            let recorded = (0..self.size.people).filter(move |n| rank < self.records_of(*n));
            recorded.map(move |number| self.record(&self.human(number), rank))
        })
    }

    fn record(&self, human: &Human, rank: u32) -> Entity {
        let number = u64::from(human.number) << 8 | u64::from(rank);
        let mut draw = Draw::new(self.seed, Stream::Record, RECORD_DETAILS | number);
        let name = &human.name;
        let entity = Entity::new(self.record_id(human.number, rank), schema::PERSON, self.seed)
            .with(prop::PUBLISHER, self.agency_keeping(human, rank).name)
            .with(prop::NATIONALITY, human.country())
            .with(prop::GENDER, human.sex.code());
        let entity = match rank {
            0 => entity
                .with(prop::NAME, name.native())
                .with_any(
                    prop::ALIAS,
                    (name.spelling(0) != name.native()).then(|| name.spelling(0)),
                )
                .with(prop::BIRTH_DATE, &human.birth_date)
                .with(prop::SPOKEN_LANGUAGE, name.culture().language()),
            1 => entity
                .with(prop::NAME, name.spelling(style(human, draw.between(1, 5))))
                .with(prop::BIRTH_DATE, with_gap(&human.birth_date, draw.chance(50))),
            _ => entity
                .with(prop::NAME, name.spelling(draw.between(2, 5)))
                .with(prop::ALIAS, name.native()),
        };
        let phone = (rank == 0 || draw.chance(60)).then_some(&human.phone);
        let passport = (draw.chance(30) || rank == 0 && draw.chance(70)).then_some(&human.passport);
        entity.with_any(prop::PHONE, phone).with_any(prop::PASSPORT_NUMBER, passport)
    }
}

/// A date of which a second source may know the year only.
fn with_gap(date: &str, year_only: bool) -> &str {
    if year_only { &date[..4] } else { date }
}

/// The journeys expect `Gang Seoyun` in the second record about their person.
fn style(human: &Human, drawn: u32) -> u32 {
    if human.number == JOURNEYS_HUMAN { 1 } else { drawn }
}

/// Makes up a person of a culture. Nothing but the number keeps the phone and passport apart.
pub(crate) fn human(seed: u64, number: u32, culture: Culture, draw: &mut Draw) -> Human {
    let sex = if draw.chance(50) { Sex::Female } else { Sex::Male };
    let drawn = culture.name(sex, draw);
    let (name, sex) = match number {
        JOURNEYS_HUMAN if culture == Culture::Korean => (HumanName::of_the_journeys(), Sex::Female),
        _ => (drawn, sex),
    };
    Human {
        number,
        phone: identifiers::phone(culture.country(), seed, number),
        passport: identifiers::passport(seed, number),
        birth_date: year::birth_date(draw),
        name,
        sex,
    }
}

/// Half of the people are Korean, because the demonstration's caseload is.
pub(crate) fn culture(draw: &mut Draw) -> Culture {
    if draw.chance(50) { Culture::Korean } else { *draw.pick(&Culture::ALL[1..]) }
}

/// The person whom the journeys look for, in three spellings.
pub(crate) const JOURNEYS_HUMAN: u32 = 0;
const RECORDS_MAX: u32 = 3;
/// A prime, so that it shares no factor with the number of people, unless that is a multiple.
const SHUFFLE: u64 = 7_368_787;
/// Keeps what is drawn for a record apart from what is drawn for their number.
const RECORD_DETAILS: u64 = 1 << 48;
