//! Reports of people missing or confined, what became of them, and what followed for the people.
//!
//! # Invariants
//!
//! * A report goes through its stages in order, on days that never go back, none after 31 August
//!   2025; the stage it has is the last it reached.
//! * Nobody takes the role *suspect* on a day before their screening.
//! * All sums and accounts are made up; the accounts belong to nobody ([`identifiers`]).

use liaison_model::schema::names::{prop, schema};

use crate::draw::{Draw, Stream};
use crate::entity::Entity;
use crate::identifiers::owners;
use crate::people::Human;
use crate::region::{Agency, agency_id, case_id, compound_id, province_id};
use crate::{World, adverts, identifiers, mules, year};

/// A stage that a report reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageStep {
    /// Id of the report.
    pub report: String,
    /// The stage, as `Report:stage` has it.
    pub stage: &'static str,
    /// The day, ISO 8601.
    pub date: String,
    /// The agency that entered it.
    pub agency: &'static str,
}

/// A report in the making.
struct Story {
    number: u32,
    id: String,
    human: Human,
    person: String,
    agency: &'static Agency,
    case: String,
    /// Stage, and day it was reached; never empty.
    stages: Vec<(&'static str, u32)>,
    /// Outcome of the screening, where there was one.
    outcome: Option<&'static str>,
    draw: Draw,
}

impl World {
    /// Every stage that every report reached, report by report, in order.
    pub fn stage_steps(&self) -> impl Iterator<Item = StageStep> + '_ {
        (0..self.size.reports).flat_map(|number| {
            let story = self.story(number);
            let (report, agency) = (story.id, story.agency.code);
            story.stages.into_iter().map(move |(stage, day)| StageStep {
                report: report.clone(),
                stage,
                date: year::day_text(day),
                agency,
            })
        })
    }

    /// A report and all that came of it.
    pub(crate) fn report(&self, number: u32) -> Vec<Entity> {
        let mut story = self.story(number);
        let mut entities = vec![self.report_itself(&mut story)];
        entities.extend(self.screening(&mut story));
        entities.push(self.role(&mut story));
        entities.extend(self.repatriation(&mut story));
        entities
    }

    fn story(&self, number: u32) -> Story {
        let mut draw = Draw::new(self.seed, Stream::Report, u64::from(number));
        let people = self.size.people.max(1);
        let human = self.human(number % people);
        // A second report on a person came in where their second record is kept, if there is one.
        let rank = (number / people).min(self.records_of(human.number) - 1);
        let reported = year::report_day(number, self.size.reports, &mut draw);
        let stages = stages(reported, &mut draw);
        let screened = stages.iter().any(|(stage, _)| *stage == SCREENED);
        Story {
            number,
            id: format!("demo-report-{:05}", number + 1),
            person: self.record_id(human.number, rank),
            agency: self.agency_keeping(&human, rank),
            case: case_id(draw.below(self.cases_count())),
            outcome: screened.then(|| *draw.pick(&OUTCOMES)),
            stages,
            human,
            draw,
        }
    }

    fn report_itself(&self, story: &mut Story) -> Entity {
        let draw = &mut story.draw;
        let (reported, (stage, stage_day)) =
            (story.stages[0].1, story.stages[story.stages.len() - 1]);
        let last_contact = reported.saturating_sub(draw.between(1, 40));
        let last_contact = year::day_text(last_contact);
        // A family often knows the month only.
        let last_contact = if draw.chance(30) { &last_contact[..7] } else { &last_contact };
        let upper = story.agency.country.to_uppercase();
        let phones = owners::REPORTERS + story.number;
        let closed = (stage == "closed").then(|| year::day_text(stage_day));
        let reason = closed.is_some().then_some("returned-home");
        let danger = *draw.pick(&["unknown", "low", "medium", "high", "immediate"]);
        let entity = Entity::new(story.id.clone(), schema::REPORT, self.seed)
            .with(prop::NUMBER, format!("DEMO-{upper}-2025-{:04}", story.number + 1))
            .with(prop::AGENCY, agency_id(story.agency))
            .with(prop::CASE, &story.case)
            .with(prop::PERSON, &story.person)
            .with(prop::CHANNEL, *draw.pick(&["hotline", "walk-in", "embassy", "ngo", "web-form"]))
            .with(prop::REPORTED_AT, year::day_text(reported))
            .with(prop::STAGE, stage)
            .with(prop::STAGE_DATE, year::day_text(stage_day))
            .with(prop::DANGER, danger)
            .with(prop::REPORTER_RELATIONSHIP, *draw.pick(&["mother", "spouse", "friend", "self"]))
            .with(
                prop::REPORTER_PHONE,
                identifiers::phone(story.human.country(), self.seed, phones),
            )
            .with(prop::REPORTER_LANGUAGE, story.human.name.culture().language())
            .with(prop::REPORTER_CONSENT, *draw.pick(&["yes", "limited", "not-asked"]))
            .with(prop::SAFE_TO_CALL, *draw.pick(&["yes", "only-as-instructed", "unknown"]))
            .with(prop::LAST_CONTACT_AT, last_contact)
            .with(prop::LAST_CONTACT_CHANNEL, *draw.pick(&["call", "message", "video"]))
            .with(prop::EXPLOITATION_TYPE, "forced-criminality")
            .with(prop::METHODS_OF_CONTROL, *draw.pick(&["withholdsDocuments", "debtBondage"]))
            .with(prop::PROMISED_WORK, *draw.pick(&["customer service", "typist", "sales"]))
            .with_any(prop::CLOSED_AT, closed)
            .with_any(prop::CLOSED_REASON, reason);
        let entity = self.ransom(entity, story);
        self.report_links(entity, story)
    }

    /// Where the person is thought to be, and which advert they answered.
    fn report_links(&self, entity: Entity, story: &mut Story) -> Entity {
        let draw = &mut story.draw;
        let phone = draw.chance(70).then_some(&story.human.phone);
        let entity = entity.with_any(prop::PHONE, phone);
        let advert = (0 < self.size.adverts && draw.chance(35))
            .then(|| adverts::id(draw.below(self.size.adverts)));
        let entity = entity.with_any(prop::ADVERT, advert);
        if self.size.compounds == 0 || draw.chance(30) {
            return entity.with(prop::PLACE_TEXT, "Not known; somewhere near the border.");
        }
        let compound = draw.below(self.size.compounds);
        entity
            .with(prop::PLACE, province_id(self.province_of_compound(compound)))
            .with(prop::COMPOUND, compound_id(compound))
    }

    /// In one report of five money was asked for.
    fn ransom(&self, entity: Entity, story: &mut Story) -> Entity {
        let draw = &mut story.draw;
        if !draw.chance(20) {
            return entity;
        }
        let demanded = draw.between(10, 300) * 100;
        let paid = if draw.chance(50) { demanded / 2 } else { 0 };
        entity
            .with(prop::RANSOM_DEMANDED, demanded.to_string())
            .with(prop::RANSOM_CURRENCY, "USD")
            .with(prop::AMOUNT_PAID, paid.to_string())
            .with(prop::ACCOUNTS_PAID, mules::id(draw.below(self.mules_count())))
    }

    fn screening(&self, story: &mut Story) -> Option<Entity> {
        let day = story.day_of(SCREENED)?;
        let draw = &mut story.draw;
        let id = format!("demo-screening-{:05}", story.number + 1);
        let entity = Entity::new(id, schema::SCREENING, self.seed)
            .with(prop::PERSON, &story.person)
            .with(prop::CASE, &story.case)
            .with(prop::DATE, year::day_text(day))
            .with(prop::INSTRUMENT, "Demonstration checklist 1")
            .with(prop::SCREENER, "demo.screener")
            .with(prop::AGENCY, agency_id(story.agency))
            .with(prop::LANGUAGE, story.human.name.culture().language())
            .with(prop::INTERPRETER, *draw.pick(&["none", "in-person", "phone"]))
            .with(prop::CONSENT, "yes")
            .with_any(prop::OUTCOME, story.outcome);
        Some(entity)
    }

    fn role(&self, story: &mut Story) -> Entity {
        let screened = story.day_of(SCREENED);
        let roles: &[&str] = match story.outcome {
            Some("indicated") => &["victim", "victim", "victim", "witness"],
            Some("not-indicated") => &["suspect", "suspect", "witness", "undetermined"],
            Some(_) => &["undetermined"],
            None => &["undetermined", "undetermined", "person-of-interest"],
        };
        let day = screened.unwrap_or(story.stages[0].1);
        let basis = match screened {
            Some(_) => "The screening of the same day.",
            None => "The report alone; not screened.",
        };
        let id = format!("demo-role-{:05}", story.number + 1);
        Entity::new(id, schema::ROLE_ASSESSMENT, self.seed)
            .with(prop::PERSON, &story.person)
            .with(prop::CASE, &story.case)
            .with(prop::ROLE, *story.draw.pick(roles))
            .with(prop::BASIS, basis)
            .with(prop::ASSESSOR, "demo.officer")
            .with(prop::AGENCY, agency_id(story.agency))
            .with(prop::DATE, year::day_text(day))
    }

    fn repatriation(&self, story: &mut Story) -> Option<Entity> {
        let day = story.day_of("repatriated")?;
        let id = format!("demo-return-{:05}", story.number + 1);
        let entity = Entity::new(id, schema::REPATRIATION, self.seed)
            .with(prop::PERSON, &story.person)
            .with(prop::CASE, &story.case)
            .with(prop::AGENCY, agency_id(story.agency))
            .with(prop::TO_COUNTRY, story.human.country())
            .with(prop::MODE, *story.draw.pick(&["commercial-flight", "charter-flight", "land"]))
            .with(prop::AGREED_TO_RETURN, "yes")
            .with(prop::STAGE, "arrived")
            .with(prop::STAGE_DATE, year::day_text(day))
            .with(prop::ARRIVED_AT, year::day_text(day));
        Some(entity)
    }
}

impl Story {
    fn day_of(&self, stage: &str) -> Option<u32> {
        self.stages.iter().find(|(reached, _)| *reached == stage).map(|(_, day)| *day)
    }
}

/// The stages that a report reaches within the simulated year: each takes some days, and one in
/// six waits for ever.
fn stages(reported: u32, draw: &mut Draw) -> Vec<(&'static str, u32)> {
    let mut reached = vec![(STAGES[0], reported)];
    let mut day = reported;
    for stage in &STAGES[1..] {
        day += draw.between(1, 25);
        if year::DAYS <= day || draw.chance(16) {
            break;
        }
        reached.push((*stage, day));
    }
    reached
}

const SCREENED: &str = "screened";
/// Outcomes of screenings: half of the people screened show signs of having been trafficked.
const OUTCOMES: [&str; 4] = ["indicated", "indicated", "inconclusive", "not-indicated"];
/// The stages of a report, in order, as `schema/ours/Report.yaml` has them.
const STAGES: [&str; 7] =
    ["reported", "verified", "located", "rescued", SCREENED, "repatriated", "closed"];
