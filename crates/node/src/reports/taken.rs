//! Taking a report: what a family, a hotline or a partner tells becomes statements.

use std::collections::BTreeSet;
use std::fs::File;

use jiff::civil::Date;
use liaison_casework::codes;
use liaison_journal::Entry;
use liaison_model::schema::names::{prop, schema};
use liaison_model::schema::{self as schemata, PropType, Schema};
use liaison_model::values::{self, Cleaned, Hints, PartialDate};
use liaison_model::{
    CommitNumber, EntityId, Instant, Label, Marks, Reader, Statement, agency_entity,
};

use super::{ACT, DATASET, ReportError, ReportJudged};
use crate::commit::Author;
use crate::{Node, NodeError};

/// One thing that was told: a property with its value as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The property, with `person.` before it where it is the person's and not the report's.
    pub name: String,
    /// The value.
    pub value: String,
}

/// A report that somebody wants to take, or to add to.
#[derive(Debug, Clone, Default)]
pub struct ReportWanted {
    /// What was told.
    pub fields: Vec<Field>,
    /// Who told it and how, in words that name nobody; may be empty.
    pub source: String,
    /// Who may see it.
    pub marks: Marks,
    /// What the officer says about reports that are there.
    pub judged: Vec<ReportJudged>,
    /// Whether nothing is to be kept where another report may be about the same person, and nothing
    /// is said about it.
    pub unless_known: bool,
}

/// A report that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportTaken {
    /// Entity id.
    pub id: String,
    /// Its number; the one that it had, where something was added to it.
    pub number: Option<String>,
    /// Entity id of the person.
    pub person: String,
    /// The commit.
    pub commit: CommitNumber,
    /// The number or id of the report that stands for it, where it was judged one with others.
    pub one_with: Option<String>,
}

/// Whose statements are made, and of whom.
pub(super) struct Told {
    report: EntityId,
    person: EntityId,
    source: Option<String>,
    seen: Instant,
    label: Label,
}

impl Node {
    /// Takes a report: gives it a number, and makes a record of the person.
    ///
    /// # Errors
    ///
    /// [`ReportError`] for a field that there is not or a value that cannot be, and when nothing was
    /// told.
    pub fn take_report(
        &self,
        wanted: &ReportWanted,
        reader: &Reader,
    ) -> Result<ReportTaken, NodeError> {
        let told = self.told_anew(wanted)?;
        let mut entries = self.entries_of(&told, wanted)?;
        self.check_judged(&wanted.judged, reader)?;
        if wanted.unless_known {
            self.check_unknown(wanted, reader)?;
        }
        let agency = agency_entity(self.agency()).map_err(|_| NodeError::AgencyId)?;
        entries.push(told.report_says(prop::AGENCY, agency.to_string()));
        entries.push(told.report_says(prop::PERSON, told.person.to_string()));
        let said = |entry: &&Entry| entry.statement.prop == prop::REPORTED_AT;
        let reported = entries.iter().find(said).map(|entry| entry.statement.value.clone());
        let reported = reported.unwrap_or_else(|| {
            let today = self.today().to_string();
            entries.push(told.report_says(prop::REPORTED_AT, today.clone()));
            today
        });
        // Numbers are given out one at a time, by all processes of the folder.
        let _one_at_a_time = self.lock_numbers()?;
        let number = self.next_number(self.today())?;
        entries.push(told.report_says(prop::NUMBER, number.clone()));
        let word = self.new_stage_id()?;
        let first = |prop, value: String| told.says(&word, schema::REPORT_STAGE, prop, value);
        entries.push(first(prop::REPORT, told.report.to_string()));
        entries.push(first(prop::STAGE, liaison_casework::Stage::Reported.code().to_owned()));
        entries.push(first(prop::DATE, reported));
        entries.push(first(prop::AUTHORITY, self.agency().to_string()));
        entries.push(first(prop::OFFICER, reader.name().to_owned()));
        let author = Author { name: reader.name(), purpose: "" };
        let commit = self.commit_as(&author, ACT, entries)?.commit;
        let (id, person) = (told.report.to_string(), told.person.to_string());
        for ReportJudged { report, verdict, reason } in &wanted.judged {
            self.judge_reports(&id, report, *verdict, reason, reader)?;
        }
        let one_with = match wanted.judged.is_empty() {
            true => None,
            false => self.stands_for(&id, reader)?,
        };
        Ok(ReportTaken { id, number: Some(number), person, commit, one_with })
    }

    /// The number or id of the report that stands for another.
    fn stands_for(&self, id: &str, reader: &Reader) -> Result<Option<String>, NodeError> {
        let reports = self.reports(reader, None, None)?;
        let lead = &reports.find(id, self.agency().as_str())?.report;
        let name = lead.number.clone().unwrap_or_else(|| lead.id.clone());
        let is_alone = reports.members(reports.find(id, self.agency().as_str())?).nth(1).is_none();
        Ok(Some(name).filter(|_| !is_alone))
    }

    /// Refuses what may be known already and was not judged.
    fn check_unknown(&self, wanted: &ReportWanted, reader: &Reader) -> Result<(), NodeError> {
        let reports = self.reports(reader, None, None)?;
        let own = self.agency().as_str();
        let mut judged = BTreeSet::new();
        for one in &wanted.judged {
            judged.insert(reports.find(&one.report, own)?.report.id.clone());
        }
        let mut waiting = Vec::new();
        for alike in self.reports_alike(wanted, reader)? {
            if !judged.contains(&alike.report) {
                let known = &reports.find(&alike.report, own)?.report;
                waiting.push(known.number.clone().unwrap_or_else(|| known.id.clone()));
            }
        }
        match waiting.is_empty() {
            true => Ok(()),
            false => Err(ReportError::MaybeKnown { reports: waiting.join(", ") }.into()),
        }
    }

    /// Adds what another source tells to a report that is there: one report, several sources.
    ///
    /// # Errors
    ///
    /// As [`Self::take_report`]; [`NodeError::NotFound`] when the reader knows no such report.
    pub fn add_to_report(
        &self,
        report: &str,
        wanted: &ReportWanted,
        reader: &Reader,
    ) -> Result<ReportTaken, NodeError> {
        let known = self.known_report(report, reader)?;
        let id: EntityId = known.report.id.parse().map_err(|_| NodeError::NotFound)?;
        let person = match &known.person {
            Some(person) => person.parse().map_err(|_| NodeError::NotFound)?,
            None => return Err(ReportError::NoPerson { report: report.to_owned() }.into()),
        };
        let told = self.told(id, person, wanted, self.now());
        let entries = self.entries_of(&told, wanted)?;
        let author = Author { name: reader.name(), purpose: "" };
        let commit = self.commit_as(&author, ACT, entries)?.commit;
        let (id, person) = (told.report.to_string(), told.person.to_string());
        let number = known.report.number.clone();
        Ok(ReportTaken { id, number, person, commit, one_with: None })
    }

    pub(super) fn new_stage_id(&self) -> Result<EntityId, NodeError> {
        let local = format!("stage-{}", ulid::Ulid::generate().to_string().to_lowercase());
        EntityId::new(self.agency(), &local).map_err(|_| NodeError::AgencyId)
    }

    /// What is told of a report and a person of whom nothing is known yet.
    pub(super) fn told_anew(&self, wanted: &ReportWanted) -> Result<Told, NodeError> {
        let fresh = |kind: &str| {
            let local = format!("{kind}-{}", ulid::Ulid::generate().to_string().to_lowercase());
            EntityId::new(self.agency(), &local).map_err(|_| NodeError::AgencyId)
        };
        Ok(self.told(fresh("report")?, fresh("person")?, wanted, self.now()))
    }

    fn told(
        &self,
        report: EntityId,
        person: EntityId,
        wanted: &ReportWanted,
        seen: Instant,
    ) -> Told {
        let source = Some(wanted.source.trim().to_owned()).filter(|source| !source.is_empty());
        let label = Label { originator: self.agency().clone(), marks: wanted.marks.clone() };
        Told { report, person, source, seen, label }
    }

    /// What was told, cleaned and checked.
    pub(super) fn entries_of(
        &self,
        told: &Told,
        wanted: &ReportWanted,
    ) -> Result<Vec<Entry>, NodeError> {
        if wanted.source.chars().count() > SOURCE_CHARS_MAX || FIELDS_MAX < wanted.fields.len() {
            return Err(ReportError::ReportTooLong { fields_max: FIELDS_MAX }.into());
        }
        let filled = |field: &&Field| !field.value.trim().is_empty();
        let fields: Vec<&Field> = wanted.fields.iter().filter(filled).collect();
        if !fields.iter().any(|field| TELLS_SOMETHING.contains(&field.name.as_str())) {
            return Err(ReportError::NothingTold.into());
        }
        let hints = Hints { country: Some(self.config().country.clone()), date_order: None };
        let mut entries = Vec::new();
        for field in fields {
            let (entity, schema, prop) = told.place_of(field)?;
            let Cleaned { value, original } = self.cleaned_field(field, schema, prop, &hints)?;
            // A phone that was told in this report is the person's, too.
            if prop == prop::PHONE && schema.name == schema::REPORT {
                entries.push(told.says(&told.person, schema::PERSON, prop::PHONE, value.clone()));
            }
            entries.push(told.says_as(entity, schema.name, prop, value, original));
        }
        Ok(entries)
    }

    fn cleaned_field(
        &self,
        field: &Field,
        schema: &'static Schema,
        prop: &'static str,
        hints: &Hints,
    ) -> Result<Cleaned, NodeError> {
        let unknown = || ReportError::NoSuchField { field: field.name.clone() };
        let property = schema.property(prop).ok_or_else(unknown)?;
        let wrong = |reason, hint| ReportError::Field { field: field.name.clone(), reason, hint };
        if property.kind == PropType::Entity {
            let value = self.entity_id(field.value.trim())?.to_string();
            return Ok(Cleaned { value, original: None });
        }
        let cleaned = values::clean(property, &field.value, hints)
            .map_err(|error| wrong(error.reason, error.hint))?;
        if let Some(known) = codes(prop).filter(|_| schema.name == schema::REPORT)
            && !known.contains(&cleaned.value.as_str())
        {
            let codes = known.join(", ");
            return Err(ReportError::Code { field: field.name.clone(), codes }.into());
        }
        if property.kind == PropType::Date
            && let Ok(date) = PartialDate::read(&cleaned.value, None)
            && self.last_day() < date.earliest()
        {
            return Err(ReportError::FutureDay { day: date.to_string() }.into());
        }
        Ok(cleaned)
    }

    /// `R-2026-0001`: the agency's own numbers of the year, one after the other.
    fn next_number(&self, today: Date) -> Result<String, NodeError> {
        let own = self.folder_owner(ACT);
        let prefix = format!("R-{}-", today.year());
        let reports = self.reports(&own, None, None)?;
        // Reports that stand behind others have used their numbers, too.
        let numbers = reports.known.all.reports.values().filter_map(|known| {
            let number = known.report.number.as_deref()?.strip_prefix(&prefix)?;
            number.parse::<u64>().ok()
        });
        let next = numbers.max().unwrap_or(0) + 1;
        Ok(format!("{prefix}{next:04}"))
    }

    fn lock_numbers(&self) -> Result<File, NodeError> {
        let path = self.folder().numbers_lock();
        let lock = || -> std::io::Result<File> {
            let file = crate::private_file(&path)?;
            file.lock()?;
            Ok(file)
        };
        lock().map_err(NodeError::file(&path))
    }
}

impl Told {
    /// Of whom or what a field speaks, and which property it is.
    fn place_of(
        &self,
        field: &Field,
    ) -> Result<(&EntityId, &'static Schema, &'static str), ReportError> {
        let unknown = || ReportError::NoSuchField { field: field.name.clone() };
        let (entity, name, known, prop) = match field.name.strip_prefix(PERSON_PREFIX) {
            Some(prop) => (&self.person, schema::PERSON, PERSON_FIELDS, prop),
            None => (&self.report, schema::REPORT, REPORT_FIELDS, field.name.as_str()),
        };
        let schema = schemata::find(name).ok_or_else(unknown)?;
        let prop = known.iter().find(|known| **known == prop).ok_or_else(unknown)?;
        Ok((entity, schema, prop))
    }

    fn report_says(&self, prop: &'static str, value: String) -> Entry {
        self.says(&self.report, schema::REPORT, prop, value)
    }

    fn says(
        &self,
        entity: &EntityId,
        schema: &'static str,
        prop: &'static str,
        value: String,
    ) -> Entry {
        self.says_as(entity, schema, prop, value, None)
    }

    fn says_as(
        &self,
        entity: &EntityId,
        schema: &'static str,
        prop: &'static str,
        value: String,
        original: Option<String>,
    ) -> Entry {
        let statement = Statement::new(entity.clone(), schema, prop, value, DATASET);
        Entry {
            statement: Statement {
                original,
                source: self.source.clone(),
                seen: Some(self.seen),
                ..statement
            },
            label: self.label.clone(),
            salt: None,
        }
    }
}

const PERSON_PREFIX: &str = "person.";
/// What can be told of the person.
const PERSON_FIELDS: &[&str] = &[
    prop::NAME,
    prop::ALIAS,
    prop::BIRTH_DATE,
    prop::GENDER,
    prop::NATIONALITY,
    prop::PASSPORT_NUMBER,
    prop::NOTES,
];
/// What can be told of the report.
const REPORT_FIELDS: &[&str] = &[
    prop::REPORTED_AT,
    prop::CHANNEL,
    prop::DANGER,
    prop::DANGER_REASONS,
    prop::REPORTER_RELATIONSHIP,
    prop::REPORTER_PHONE,
    prop::REPORTER_EMAIL,
    prop::REPORTER_LANGUAGE,
    prop::REPORTER_CONSENT,
    prop::CONSENT_SCOPE,
    prop::CONSENT_DATE,
    prop::SAFE_TO_CALL,
    prop::CONTACT_INSTRUCTIONS,
    prop::LAST_CONTACT_AT,
    prop::LAST_CONTACT_CHANNEL,
    prop::LAST_CONTACT_TEXT,
    prop::HOW_LURED,
    prop::RECRUITER_RELATIONSHIP,
    prop::PROMISED_WORK,
    prop::ADVERT,
    prop::ROUTE,
    prop::LEFT_HOME_AT,
    prop::PLACE,
    prop::COMPOUND,
    prop::PLACE_TEXT,
    prop::HELD_BY_TEXT,
    prop::EXPLOITATION_TYPE,
    prop::METHODS_OF_CONTROL,
    prop::PHONE,
    prop::EMAIL,
    prop::HANDLE,
    prop::PASSPORT_HELD_BY,
    prop::RANSOM_DEMANDED,
    prop::RANSOM_CURRENCY,
    prop::AMOUNT_PAID,
    prop::ACCOUNTS_PAID_TEXT,
    prop::MEDICAL_NEEDS,
    prop::OTHERS_HELD,
    prop::SUMMARY,
];
/// One of these at least makes a report of what was told.
const TELLS_SOMETHING: &[&str] = &[
    "person.name",
    "person.alias",
    "person.passportNumber",
    prop::PHONE,
    prop::EMAIL,
    prop::HANDLE,
    prop::LAST_CONTACT_TEXT,
    prop::PLACE_TEXT,
    prop::SUMMARY,
];
const FIELDS_MAX: usize = 200;
const SOURCE_CHARS_MAX: usize = 500;
