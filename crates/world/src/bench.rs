//! Any number of plain entities, quickly, for measuring imports.
//!
//! # Invariants
//!
//! * An entity depends on the seed and its number only, so that memory does not grow with the
//!   number asked for.
//! * Of a hundred entities 60 are people, 15 companies, 7 bank accounts, 6 addresses, 4 ownerships,
//!   4 directorships, 2 sanctions and 2 payments, with ten values on average.
//! * Links point to entities of the same run, when there are at least a hundred.

use liaison_model::schema::names::{prop, schema};

use crate::draw::{Draw, Stream};
use crate::entity::Entity;
use crate::names::Culture;
use crate::people::{self, Human};
use crate::{identifiers, year};

/// Makes up `count` entities of FollowTheMoney's own schemata.
#[must_use]
pub fn bench_entities(count: u32, seed: u64) -> BenchEntities {
    BenchEntities { seed, count, next: 0 }
}

/// The entities of [`bench_entities`], one at a time.
#[derive(Debug, Clone)]
pub struct BenchEntities {
    seed: u64,
    count: u32,
    next: u32,
}

impl Iterator for BenchEntities {
    type Item = Entity;

    fn next(&mut self) -> Option<Entity> {
        if self.count <= self.next {
            return None;
        }
        let number = self.next;
        self.next += 1;
        Some(self.entity(number))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = (self.count - self.next) as usize;
        (left, Some(left))
    }
}

impl ExactSizeIterator for BenchEntities {}

impl BenchEntities {
    fn entity(&self, number: u32) -> Entity {
        let mut draw = Draw::new(self.seed, Stream::Bench, u64::from(number));
        match place_in_hundred(number) {
            PEOPLE..COMPANIES => self.company(number, &mut draw),
            COMPANIES..ACCOUNTS => self.account(number, &mut draw),
            ACCOUNTS..ADDRESSES => self.address(number, &mut draw),
            ADDRESSES..OWNERSHIPS => self.ownership(number, &mut draw),
            OWNERSHIPS..DIRECTORSHIPS => self.directorship(number, &mut draw),
            DIRECTORSHIPS..SANCTIONS => self.sanction(number, &mut draw),
            SANCTIONS..HUNDRED => self.payment(number, &mut draw),
            _ => self.person(number, &mut draw),
        }
    }

    fn made(&self, number: u32, schema: &'static str) -> Entity {
        Entity::new(id(number), schema, self.seed)
    }

    fn person(&self, number: u32, draw: &mut Draw) -> Entity {
        let culture = *draw.pick(&Culture::ALL);
        let Human { name, sex, birth_date, passport, .. } =
            people::human(self.seed, number, culture, draw);
        let town = *draw.pick(TOWNS);
        let note = draw.chance(25).then(|| format!("{} {town}.", draw.pick(NOTES)));
        self.made(number, schema::PERSON)
            .with(prop::NAME, name.native())
            .with(prop::ALIAS, name.spelling(draw.between(1, 2)))
            .with(prop::ALIAS, name.spelling(draw.between(3, 5)))
            .with(prop::NATIONALITY, culture.country())
            .with(prop::GENDER, sex.code())
            .with(prop::BIRTH_DATE, birth_date)
            // Korea's range is the one that every importer takes for a number in use.
            .with(prop::PHONE, identifiers::phone("kr", self.seed, number))
            .with(prop::PASSPORT_NUMBER, passport)
            .with(prop::ADDRESS, format!("{} Demonstration Road, {town}", draw.between(1, 999)))
            .with_any(prop::NOTES, note)
    }

    fn company(&self, number: u32, draw: &mut Draw) -> Entity {
        let (name, country) = *draw.pick(COMPANIES_OF);
        let town = *draw.pick(TOWNS);
        self.made(number, schema::COMPANY)
            .with(prop::NAME, format!("{name} {number}"))
            .with(prop::ALIAS, format!("Demonstration Company {number}"))
            .with(prop::COUNTRY, country)
            .with(prop::JURISDICTION, country)
            .with(prop::REGISTRATION_NUMBER, format!("DEMO{number:09}"))
            .with(prop::INCORPORATION_DATE, year::birth_date(draw))
            .with(prop::ADDRESS, format!("{} Demonstration Road, {town}", draw.between(1, 999)))
            .with(prop::STATUS, *draw.pick(&["active", "dissolved"]))
            .with(prop::EMAIL, format!("office-{number}@example.org"))
    }

    fn account(&self, number: u32, draw: &mut Draw) -> Entity {
        let country = draw.pick(&Culture::ALL).country();
        self.made(number, schema::BANK_ACCOUNT)
            .with(prop::ACCOUNT_NUMBER, identifiers::account(self.seed, number))
            .with(prop::BANK_NAME, format!("Demonstration Bank {}", country.to_uppercase()))
            .with(prop::BIC, identifiers::bic(country))
            .with(prop::COUNTRY, country)
            .with(prop::CURRENCY, *draw.pick(&["USD", "KRW", "THB"]))
            .with(prop::BALANCE, draw.below(10_000_000).to_string())
            .with(prop::BALANCE_DATE, year::day_text(draw.below(year::DAYS)))
            .with(prop::OPENING_DATE, year::day_text(draw.below(year::DAYS)))
    }

    fn address(&self, number: u32, draw: &mut Draw) -> Entity {
        let (house, town) = (draw.between(1, 999), *draw.pick(TOWNS));
        self.made(number, schema::ADDRESS)
            .with(prop::FULL, format!("{house} Demonstration Road, {town}"))
            .with(prop::STREET, format!("{house} Demonstration Road"))
            .with(prop::CITY, town)
            .with(prop::POSTAL_CODE, format!("{:05}", number % 100_000))
            .with(prop::COUNTRY, draw.pick(&Culture::ALL).country())
            .with(prop::REMARKS, *draw.pick(NOTES))
    }

    fn ownership(&self, number: u32, draw: &mut Draw) -> Entity {
        self.made(number, schema::OWNERSHIP)
            .with(prop::OWNER, self.someone(draw))
            .with(prop::ASSET, self.some_company(draw))
            .with(prop::PERCENTAGE, draw.between(1, 100).to_string())
            .with(prop::START_DATE, year::day_text(draw.below(year::DAYS)))
            .with(prop::ROLE, "shareholder")
            .with(prop::RECORD_ID, format!("DEMO-{number}"))
    }

    fn directorship(&self, number: u32, draw: &mut Draw) -> Entity {
        self.made(number, schema::DIRECTORSHIP)
            .with(prop::DIRECTOR, self.someone(draw))
            .with(prop::ORGANIZATION, self.some_company(draw))
            .with(prop::ROLE, *draw.pick(&["director", "secretary"]))
            .with(prop::START_DATE, year::day_text(draw.below(year::DAYS)))
            .with(prop::STATUS, "current")
            .with(prop::RECORD_ID, format!("DEMO-{number}"))
    }

    fn sanction(&self, number: u32, draw: &mut Draw) -> Entity {
        self.made(number, schema::SANCTION)
            .with(prop::ENTITY, self.someone(draw))
            .with(prop::AUTHORITY, "Demonstration Authority")
            .with(prop::AUTHORITY_ID, format!("DEMO-{number}"))
            .with(prop::PROGRAM, "LIAISON-DEMO")
            .with(prop::LISTING_DATE, year::day_text(draw.below(year::DAYS)))
            .with(prop::STATUS, "in force")
            .with(prop::REASON, *draw.pick(NOTES))
    }

    fn payment(&self, number: u32, draw: &mut Draw) -> Entity {
        self.made(number, schema::PAYMENT)
            .with(prop::PAYER, self.someone(draw))
            .with(prop::BENEFICIARY, self.someone(draw))
            .with(prop::AMOUNT, draw.between(10, 5_000_000).to_string())
            .with(prop::CURRENCY, *draw.pick(&["USD", "KRW", "THB"]))
            .with(prop::DATE, year::day_text(draw.below(year::DAYS)))
            .with(prop::TRANSACTION_NUMBER, format!("DEMO{number:09}"))
            .with(prop::PURPOSE, *draw.pick(NOTES))
    }

    fn someone(&self, draw: &mut Draw) -> String {
        self.one_of(0, PEOPLE, draw)
    }

    fn some_company(&self, draw: &mut Draw) -> String {
        self.one_of(PEOPLE, COMPANIES, draw)
    }

    /// Id of an entity whose place in its hundred is from `first` to before `end`.
    fn one_of(&self, first: u32, end: u32, draw: &mut Draw) -> String {
        let hundred = draw.below((self.count / HUNDRED).max(1));
        let place = draw.between(first, end - 1);
        id(hundred * HUNDRED + place * BACK % HUNDRED)
    }
}

fn id(number: u32) -> String {
    format!("bench-{number:09}")
}

/// Mixes the kinds: 37 and 73 undo each other, because 37 · 73 = 27 · 100 + 1.
fn place_in_hundred(number: u32) -> u32 {
    number % HUNDRED * FORTH % HUNDRED
}

const FORTH: u32 = 37;
const BACK: u32 = 73;
const HUNDRED: u32 = 100;
// The ends of each kind's places in a hundred; people come first.
const PEOPLE: u32 = 60;
const COMPANIES: u32 = 75;
const ACCOUNTS: u32 = 82;
const ADDRESSES: u32 = 88;
const OWNERSHIPS: u32 = 92;
const DIRECTORSHIPS: u32 = 96;
const SANCTIONS: u32 = 98;

const TOWNS: &[&str] =
    &["Demonstration Town", "시범시", "演示市", "เมืองสาธิต", "ក្រុងសាកល្បង", "Thành phố Mẫu"];
const COMPANIES_OF: &[(&str, &str)] = &[
    ("Demonstration Trading", "us"),
    ("시범 무역", "kr"),
    ("演示贸易", "cn"),
    ("บริษัทสาธิต", "th"),
    ("ក្រុមហ៊ុនសាកល្បង", "kh"),
    ("Công ty Mẫu", "vn"),
];
const NOTES: &[&str] = &[
    "Asked about by a family; the call came from",
    "가족이 마지막으로 연락을 받은 곳은",
    "据朋友说，最后一次见面是在",
    "Người thân nói lần cuối liên lạc là ở",
    "Seen with two others near",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_entities_have_the_shares_that_are_promised() {
        let count = |name: &str| bench_entities(100, 1).filter(|e| e.schema == name).count();

        let shares = [
            ("Person", 60),
            ("Company", 15),
            ("BankAccount", 7),
            ("Address", 6),
            ("Ownership", 4),
            ("Directorship", 4),
            ("Sanction", 2),
            ("Payment", 2),
        ];
        for (name, share) in shares {
            assert_eq!(count(name), share, "{name}");
        }
    }

    #[test]
    fn an_entity_has_ten_values_on_average() {
        let values: usize = bench_entities(5_000, 1)
            .flat_map(|entity| entity.properties)
            .map(|(_, values)| values.len())
            .sum();

        assert!((47_500..52_500).contains(&values), "{values}");
    }

    #[test]
    fn every_link_points_to_an_entity_of_its_kind() {
        let all: Vec<Entity> = bench_entities(1_000, 1).collect();
        let schema_of = |id: &String| all.iter().find(|entity| entity.id == *id).unwrap().schema;

        for entity in &all {
            for owner in entity.values("owner").iter().chain(entity.values("director")) {
                assert_eq!(schema_of(owner), "Person");
            }
            for company in entity.values("asset").iter().chain(entity.values("organization")) {
                assert_eq!(schema_of(company), "Company");
            }
        }
    }
}
