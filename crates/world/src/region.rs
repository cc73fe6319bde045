//! The simulated region: its agencies, provinces, compounds, cases and raids.
//!
//! # Invariants
//!
//! * Provinces are real names for orientation and have no coordinates; compounds lie in a province
//!   and nowhere nearer.
//! * Every name of a compound or agency says that it is a demonstration.

use liaison_model::schema::names::{prop, schema};

use crate::draw::{Draw, Stream};
use crate::entity::Entity;
use crate::people::Human;
use crate::{Size, Truth, adverts, year};

/// A simulated region.
#[derive(Debug, Clone)]
pub struct World {
    pub(crate) seed: u64,
    pub(crate) size: Size,
}

/// An agency of the region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Agency {
    /// Agency id, as the node of the agency would have it.
    pub code: &'static str,
    /// Name in English.
    pub name: &'static str,
    /// Name in the language of its country.
    pub name_local: &'static str,
    /// Country, ISO 3166-1 alpha-2, lower case.
    pub country: &'static str,
    /// Working language, ISO 639-3.
    pub language: &'static str,
}

/// What a raid on a compound brought.
struct Raided {
    from_home: u32,
    from_abroad: u32,
    day: u32,
    phones: u32,
}

impl World {
    /// The region of a seed and size. The same two give the same region, to the byte.
    #[must_use]
    pub fn new(seed: u64, size: Size) -> Self {
        Self { seed, size }
    }

    /// The agencies, in the order of their nodes in the demonstration.
    #[must_use]
    pub fn agencies(&self) -> &'static [Agency; 3] {
        &AGENCIES
    }

    /// Everything in the region that an agency keeps on file. What is pointed to comes before what
    /// points to it.
    pub fn entities(&self) -> impl Iterator<Item = Entity> + '_ {
        let places = AGENCIES.iter().map(|agency| self.agency(agency)).chain(self.provinces());
        places
            .chain(self.compounds())
            .chain(self.cases())
            .chain(self.people())
            .chain((0..self.size.adverts).map(|number| self.advert(number)))
            .chain((0..self.mules_count()).map(|number| self.mule(number)))
            .chain((0..self.size.reports).flat_map(|number| self.report(number)))
            .chain(self.raids())
            .chain(self.compound_statuses())
    }

    /// What one of the agencies keeps on file: its own records and reports, and what all share. Its
    /// links lead nowhere else.
    pub fn entities_of(&self, agency: &Agency) -> impl Iterator<Item = Entity> + '_ {
        let (name, id) = (agency.name, agency_id(agency));
        self.entities().filter(move |entity| {
            let publisher = entity.values(prop::PUBLISHER).iter().all(|value| value == name);
            publisher && entity.values(prop::AGENCY).iter().all(|value| *value == id)
        })
    }

    /// Which adverts come from the same hand.
    pub fn adverts_truth(&self) -> impl Iterator<Item = Truth> + '_ {
        (0..adverts::CAMPAIGNS).filter_map(|number| {
            let of_campaign = (0..self.size.adverts).filter(|a| self.campaign(*a) == number);
            let entities: Vec<String> = of_campaign.map(adverts::id).collect();
            (!entities.is_empty()).then_some(Truth { number, entities })
        })
    }

    /// The agency that keeps one of the records about a person: first the one at home, where it
    /// has a node, then the others.
    pub(crate) fn agency_keeping(&self, human: &Human, rank: u32) -> &'static Agency {
        let at_home = AGENCIES.iter().position(|agency| agency.country == human.country());
        let first = at_home.unwrap_or(1 + human.number as usize % 2);
        &AGENCIES[(first + rank as usize) % AGENCIES.len()]
    }

    fn agency(&self, agency: &Agency) -> Entity {
        Entity::new(agency_id(agency), schema::AGENCY, self.seed)
            .with(prop::NAME, agency.name)
            .with(prop::ALIAS, agency.name_local)
            .with(prop::AGENCY_CODE, agency.code)
            .with(prop::COUNTRY, agency.country)
            .with(prop::LANGUAGES, agency.language)
            .with(prop::DUTY_EMAIL, format!("duty-{}@example.org", agency.country))
    }

    fn provinces(&self) -> impl Iterator<Item = Entity> + '_ {
        PROVINCES.iter().enumerate().map(|(number, province)| {
            Entity::new(province_id(number), schema::PLACE, self.seed)
                .with(prop::NAME, province.0)
                .with(prop::ALIAS, province.1)
                .with(prop::COUNTRY, province.2)
                .with(prop::PLACE_KIND, "province")
        })
    }

    fn compounds(&self) -> impl Iterator<Item = Entity> + '_ {
        (0..self.size.compounds).map(|number| {
            let mut draw = Draw::new(self.seed, Stream::Compound, u64::from(number));
            let names = COMPOUND_NAMES[number as usize % COMPOUND_NAMES.len()];
            let series = number as usize / COMPOUND_NAMES.len();
            let numbered = |name: &str| match series {
                0 => name.to_owned(),
                _ => format!("{name} {}", series + 1),
            };
            let province = self.province_of_compound(number);
            let status = if self.has_raid(number) { "raided" } else { "active" };
            let held = draw.between(4, 80) * 10;
            Entity::new(compound_id(number), schema::COMPOUND, self.seed)
                .with(prop::NAME, numbered(names[0]))
                .with_any(prop::ALIAS, names[1..].iter().map(|name| numbered(name)))
                .with(prop::COUNTRY, PROVINCES[province].2)
                .with(prop::PLACE, province_id(province))
                .with(prop::PLACE_KIND, "site")
                .with(prop::STATUS, status)
                .with(prop::OPENED_AT, draw.between(2019, 2024).to_string())
                .with(prop::BUILDING_COUNT, draw.between(2, 14).to_string())
                .with(prop::PEOPLE_HELD_ESTIMATE, held.to_string())
                .with(prop::ESTIMATE_DATE, year::day_text(draw.below(year::DAYS)))
                .with(prop::SCAM_TYPES, *draw.pick(&["investment", "romance", "task-job", "loan"]))
                .with(prop::GATES, "North gate")
        })
    }

    fn cases(&self) -> impl Iterator<Item = Entity> + '_ {
        (0..self.cases_count()).map(|number| {
            let lead = &AGENCIES[number as usize % AGENCIES.len()];
            let others = AGENCIES.iter().filter(|agency| agency.code != lead.code);
            let code = format!("DEMO-{}-C{:03}", lead.country.to_uppercase(), number + 1);
            Entity::new(case_id(number), schema::CASE, self.seed)
                .with(prop::NAME, format!("Demonstration case {}", number + 1))
                .with(prop::NUMBER, code)
                .with(prop::CASE_TYPE, "missing-person")
                .with(prop::SEVERITY, "high")
                .with(prop::STATUS, "open")
                .with(prop::LEAD_AGENCY, agency_id(lead))
                .with_any(prop::MEMBERS, others.map(agency_id))
                .with(prop::OPENED_AT, "2025-01-02")
        })
    }

    /// One raid on every fourth compound, when the simulated time is nearly over.
    fn raids(&self) -> impl Iterator<Item = Entity> + '_ {
        self.raided().map(|compound| {
            let Raided { from_home, from_abroad, day, phones } = self.raided_at(compound);
            let by_nationality = format!(r#"{{"kr":{from_home},"zz":{from_abroad}}}"#);
            Entity::new(format!("demo-raid-{:03}", compound + 1), schema::OPERATION, self.seed)
                .with(prop::NAME, format!("Demonstration raid {}", compound + 1))
                .with(prop::OPERATION_TYPE, "raid")
                .with(prop::STATUS, "done")
                .with(prop::PLACE, compound_id(compound))
                .with(prop::LEAD_AGENCY, agency_id(&AGENCIES[1]))
                .with(prop::AGENCIES, agency_id(&AGENCIES[0]))
                .with(prop::DATE, year::day_text(day))
                .with(prop::RESCUED_COUNT, (from_home + from_abroad).to_string())
                .with(prop::RESCUED_BY_NATIONALITY, by_nationality)
                .with(prop::SEIZED, format!("{phones} phones"))
        })
    }

    /// What two agencies say after each raid: the one that it was raided, the other that it runs
    /// again.
    fn compound_statuses(&self) -> impl Iterator<Item = Entity> + '_ {
        self.raided().flat_map(|compound| {
            let day = self.raided_at(compound).day;
            let word = |agency: &Agency, status: &str, day: u32| {
                let id = format!("demo-status-{:03}-{}", compound + 1, agency.country);
                Entity::new(id, schema::COMPOUND_STATUS, self.seed)
                    .with(prop::COMPOUND, compound_id(compound))
                    .with(prop::STATUS, status)
                    .with(prop::DATE, year::day_text(day))
                    .with(prop::AUTHORITY, agency.code)
                    .with(prop::SOURCE, "invented for the demonstration")
            };
            [word(&AGENCIES[1], "raided", day), word(&AGENCIES[0], "active", day + 1)]
        })
    }

    fn raided(&self) -> impl Iterator<Item = u32> + '_ {
        (0..self.size.compounds).filter(|compound| self.has_raid(*compound))
    }

    fn raided_at(&self, compound: u32) -> Raided {
        let mut draw = Draw::new(self.seed, Stream::Compound, RAID | u64::from(compound));
        let (from_home, from_abroad) = (draw.between(1, 9), draw.between(1, 20));
        let day = draw.between(200, year::DAYS - 2);
        Raided { from_home, from_abroad, day, phones: draw.between(20, 900) }
    }

    fn has_raid(&self, compound: u32) -> bool {
        compound.is_multiple_of(4)
    }

    pub(crate) fn cases_count(&self) -> u32 {
        if self.size.reports == 0 { 0 } else { 1 + self.size.reports / REPORTS_PER_CASE }
    }

    pub(crate) fn province_of_compound(&self, number: u32) -> usize {
        let draw = &mut Draw::new(self.seed, Stream::Compound, PROVINCE | u64::from(number));
        // The first compound lies where the journeys through the workbench look for one.
        if number == 0 { 0 } else { draw.below(PROVINCES.len() as u32) as usize }
    }
}

pub(crate) fn agency_id(agency: &Agency) -> String {
    format!("demo-agency-{}", agency.country)
}

pub(crate) fn province_id(number: usize) -> String {
    format!("demo-province-{:02}", number + 1)
}

pub(crate) fn compound_id(number: u32) -> String {
    format!("demo-compound-{:03}", number + 1)
}

pub(crate) fn case_id(number: u32) -> String {
    format!("demo-case-{:03}", number + 1)
}

const REPORTS_PER_CASE: u32 = 40;
// Keep what is drawn for one thing about a compound apart from the others.
const RAID: u64 = 1 << 40;
const PROVINCE: u64 = 1 << 41;

pub(crate) const AGENCIES: [Agency; 3] = [
    Agency {
        code: "kr.demo-police",
        name: "Demonstration Police KR",
        name_local: "시범 경찰",
        country: "kr",
        language: "kor",
    },
    Agency {
        code: "kh.demo-police",
        name: "Demonstration Police KH",
        name_local: "នគរបាលសាកល្បង",
        country: "kh",
        language: "khm",
    },
    Agency {
        code: "th.demo-police",
        name: "Demonstration Police TH",
        name_local: "ตำรวจสาธิต",
        country: "th",
        language: "tha",
    },
];

/// Provinces: name, local name, country.
pub(crate) const PROVINCES: &[(&str, &str, &str)] = &[
    ("Svay Rieng", "ស្វាយរៀង", "kh"),
    ("Preah Sihanouk", "ព្រះសីហនុ", "kh"),
    ("Banteay Meanchey", "បន្ទាយមានជ័យ", "kh"),
    ("Kayin State", "ကရင်ပြည်နယ်", "mm"),
    ("Bokeo", "ບໍ່ແກ້ວ", "la"),
];

/// A compound's name in English, Korean, Chinese, Khmer and Thai. Each says 'demonstration', so
/// that no site on earth bears it.
const COMPOUND_NAMES: &[[&str; 5]] = &[
    ["Demonstration Park Amber", "시범 단지 호박", "演示园区琥珀", "ឧទ្យានសាកល្បងមួយ", "นิคมสาธิตหนึ่ง"],
    ["Demonstration Park Birch", "시범 단지 자작", "演示园区白桦", "ឧទ្យានសាកល្បងពីរ", "นิคมสาธิตสอง"],
    ["Demonstration Park Cedar", "시범 단지 삼나무", "演示园区雪松", "ឧទ្យានសាកល្បងបី", "นิคมสาธิตสาม"],
    ["Demonstration Park Dune", "시범 단지 모래", "演示园区沙丘", "ឧទ្យានសាកល្បងបួន", "นิคมสาธิตสี่"],
    ["Demonstration Park Ebony", "시범 단지 흑단", "演示园区乌木", "ឧទ្យានសាកល្បងប្រាំ", "นิคมสาธิตห้า"],
    ["Demonstration Park Fern", "시범 단지 고사리", "演示园区蕨", "ឧទ្យានសាកល្បងប្រាំមួយ", "นิคมสาธิตหก"],
];
