//! What officers say on either track of a person.

use std::collections::BTreeMap;

use liaison_casework::{
    Answer, Answers, Appeal, Instrument, NewProcedure, NewScreening, NonPunishmentDecision,
    Procedure, Reading, VictimResult, check_procedure, check_screening,
};
use liaison_journal::Entry;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{Act, CommitNumber, EntityId, Marks, PersonCategory, Reader};
use liaison_policy::{Operation, SuspectStanding};

use super::known::{ADULT, CHILD};
use super::{ACT, KnownTracks};
use crate::cases::{CaseError, Said, fitted};
use crate::commit::Author;
use crate::{Node, NodeError, ReportError};

/// A screening that an officer wants to enter, as it was written.
#[derive(Debug, Clone, Default)]
pub struct ScreeningWanted {
    /// The form, as id or id and version; none where nobody asked after one.
    pub form: String,
    /// Answers by the code of their question: `yes`, `no`, `not-asked`.
    pub answers: BTreeMap<String, String>,
    /// The result, as a code.
    pub result: String,
    /// `child`, `adult` or `unknown`.
    pub age_group: String,
    /// When it was made; today where it is empty.
    pub date: String,
    /// Which agency says so; our own where it is empty.
    pub authority: String,
    /// The case, as number or id.
    pub case: String,
    /// What the person needs now.
    pub needs: String,
    /// Why, where the result is out of the usual order.
    pub reason: String,
}

/// A step on the criminal track, as it was written.
#[derive(Debug, Clone, Default)]
pub struct ProcedureWanted {
    /// The step, as a code.
    pub step: String,
    /// When; today where it is empty.
    pub date: String,
    /// By which authority.
    pub authority: String,
    /// On which law, as a code of the country's file or in words.
    pub legal_basis: String,
    /// The case, as number or id.
    pub case: String,
    /// Why, where it is out of the usual order.
    pub reason: String,
}

/// A consideration of non-punishment, as it was written.
#[derive(Debug, Clone, Default)]
pub struct NonPunishmentWanted {
    /// What the person is said to have done.
    pub alleged_act: String,
    /// How that was a part of the exploitation.
    pub exploitation_link: String,
    /// The decision, as a code.
    pub decision: String,
    /// By which authority.
    pub authority: String,
    /// Whether somebody appealed, as a code.
    pub appeal: String,
    /// When; today where it is empty.
    pub date: String,
    /// The case, as number or id.
    pub case: String,
}

/// A release to partners, as it was written.
#[derive(Debug, Clone, Default)]
pub struct ReleaseWanted {
    /// To which agency; to any where it is empty.
    pub to: String,
    /// Why.
    pub reason: String,
    /// The case, as number or id.
    pub case: String,
}

/// What was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrackSaid {
    /// Entity id of the record: what is taken back by it.
    pub id: String,
    /// Entity id of the person.
    pub person: String,
    /// What the answers say together, of a screening after a form.
    pub reading: Option<Reading>,
    /// The commit.
    pub commit: CommitNumber,
}

/// Of whom something is said, and under which marks.
struct About {
    person: EntityId,
    tracks: KnownTracks,
    case: Option<EntityId>,
    marks: Marks,
}

type Pairs = Vec<(&'static str, String)>;

impl Node {
    /// Enters a screening. What was said before stays.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the reader knows no such person or case; [`CaseError`] with what
    /// is missing or cannot be.
    pub fn screen_person(
        &self,
        person: &str,
        wanted: &ScreeningWanted,
        reader: &Reader,
    ) -> Result<TrackSaid, NodeError> {
        let mut about = self.about(person, &wanted.case, reader)?;
        let age = coded(prop::AGE_GROUP, &wanted.age_group, &[UNKNOWN, CHILD, ADULT], UNKNOWN)?;
        let form = match wanted.form.trim() {
            "" => None,
            name => Some(self.form(name)?),
        };
        let answers = answers_of(&wanted.answers)?;
        let is_child = age == CHILD;
        let reading = form.as_ref().map(|form| form.weigh(&answers, is_child)).transpose()?;
        let codes = VictimResult::ALL.map(VictimResult::code);
        let result =
            VictimResult::read(&wanted.result).ok_or_else(|| not_a_code(prop::RESULT, &codes))?;
        let new = NewScreening {
            result,
            date: self.past_day(&wanted.date)?,
            authority: self.authority(&wanted.authority)?,
            reading: reading.clone(),
            reason: wanted.reason.trim().to_owned(),
        };
        check_screening(&about.tracks.tracks.screenings, &new, self.last_day())?;
        if result.protects() {
            about.marks.category = Some(PersonCategory::Victim);
        }
        let form_name = form.as_ref().map(Instrument::name).unwrap_or_default();
        let mut said = vec![
            (prop::RESULT, result.code().to_owned()),
            (prop::DATE, new.date.to_string()),
            (prop::AUTHORITY, new.authority),
            (prop::SCREENER, reader.name().to_owned()),
            (prop::AGE_GROUP, age),
            (prop::INSTRUMENT, form_name),
            (prop::NEEDS, fitted(schema::SCREENING, prop::NEEDS, &wanted.needs, false)?),
            (prop::REASON, fitted(schema::SCREENING, prop::REASON, &new.reason, false)?),
        ];
        if let Some(form) = &form {
            said.extend(told_answers(form, &answers, reading.as_ref())?);
        }
        let mut told = self.say(&about, ("screening", schema::SCREENING), said, reader)?;
        told.reading = reading;
        Ok(told)
    }

    /// Enters what an authority did. What was said before stays.
    ///
    /// # Errors
    ///
    /// As [`Self::screen_person`].
    pub fn enter_procedure(
        &self,
        person: &str,
        wanted: &ProcedureWanted,
        reader: &Reader,
    ) -> Result<TrackSaid, NodeError> {
        let about = self.about(person, &wanted.case, reader)?;
        let codes = Procedure::ALL.map(Procedure::code);
        let step = Procedure::read(&wanted.step).ok_or_else(|| not_a_code(prop::STEP, &codes))?;
        let text = |prop, text: &str| fitted(schema::PROCEDURE_STEP, prop, text, false);
        let new = NewProcedure {
            step,
            date: self.past_day(&wanted.date)?,
            authority: text(prop::AUTHORITY, &wanted.authority)?,
            legal_basis: text(prop::LEGAL_BASIS, &wanted.legal_basis)?,
            reason: text(prop::REASON, &wanted.reason)?,
        };
        let is_protected = about.tracks.tracks.standing().result.protects();
        check_procedure(&about.tracks.tracks.steps, is_protected, &new, self.last_day())?;
        let said = vec![
            (prop::STEP, step.code().to_owned()),
            (prop::DATE, new.date.to_string()),
            (prop::AUTHORITY, new.authority),
            (prop::LEGAL_BASIS, new.legal_basis),
            (prop::REASON, new.reason),
            (prop::OFFICER, reader.name().to_owned()),
        ];
        self.say(&about, ("procedure", schema::PROCEDURE_STEP), said, reader)
    }

    /// Enters a consideration of non-punishment.
    ///
    /// # Errors
    ///
    /// As [`Self::screen_person`].
    pub fn consider_non_punishment(
        &self,
        person: &str,
        wanted: &NonPunishmentWanted,
        reader: &Reader,
    ) -> Result<TrackSaid, NodeError> {
        let about = self.about(person, &wanted.case, reader)?;
        let decisions = NonPunishmentDecision::ALL.map(NonPunishmentDecision::code);
        let appeals = Appeal::ALL.map(Appeal::code);
        let of = schema::NON_PUNISHMENT;
        let said = vec![
            (prop::ALLEGED_ACT, fitted(of, prop::ALLEGED_ACT, &wanted.alleged_act, true)?),
            (
                prop::EXPLOITATION_LINK,
                fitted(of, prop::EXPLOITATION_LINK, &wanted.exploitation_link, true)?,
            ),
            (prop::DECISION, coded(prop::DECISION, &wanted.decision, &decisions, decisions[0])?),
            (prop::AUTHORITY, fitted(of, prop::AUTHORITY, &wanted.authority, true)?),
            (prop::APPEAL, coded(prop::APPEAL, &wanted.appeal, &appeals, appeals[0])?),
            (prop::DATE, self.past_day(&wanted.date)?.to_string()),
            (prop::OFFICER, reader.name().to_owned()),
        ];
        self.say(&about, ("non-punishment", of), said, reader)
    }

    /// Lets somebody who is presumed a victim be named to a partner as a suspect. The officer
    /// answers for it by name.
    ///
    /// # Errors
    ///
    /// [`NodeError::Refused`] when the reader's roles do not release; [`CaseError`] without a reason,
    /// or when nobody presumes the person a victim.
    pub fn release_suspect(
        &self,
        person: &str,
        wanted: &ReleaseWanted,
        reader: &Reader,
    ) -> Result<TrackSaid, NodeError> {
        if let liaison_model::ReaderKind::Officer { roles, .. } = &reader.kind {
            liaison_policy::may(roles, Operation::ReleaseSuspects).into_result()?;
        }
        let about = self.about(person, &wanted.case, reader)?;
        let to = fitted(schema::SUSPECT_RELEASE, prop::RELEASED_TO, &wanted.to, false)?;
        let reason = fitted(schema::SUSPECT_RELEASE, prop::REASON, &wanted.reason, true)?;
        if about.tracks.tracks.suspect_standing(&to) != SuspectStanding::Victim {
            return Err(CaseError::NothingToRelease.into());
        }
        let said = vec![
            (prop::RELEASED_TO, to),
            (prop::REASON, reason),
            (prop::DATE, self.today().to_string()),
            (prop::OFFICER, reader.name().to_owned()),
        ];
        self.say(&about, ("release", schema::SUSPECT_RELEASE), said, reader)
    }

    /// Takes a word on either track back. It stays in History.
    ///
    /// # Errors
    ///
    /// As [`Node::take_back_from_case`].
    pub fn take_back_word(
        &self,
        id: &str,
        reason: &str,
        reader: &Reader,
    ) -> Result<CommitNumber, NodeError> {
        self.take_back_of(id, ACT, WORDS, reason, reader)
    }

    fn about(&self, person: &str, case: &str, reader: &Reader) -> Result<About, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let person = snapshot.person(person)?;
        let tracks = snapshot.tracks_of(person.as_str())?;
        let of_person = snapshot.by_id(person.as_str(), false)?.strictest_marks();
        let case = match case.trim() {
            "" => None,
            case => Some(snapshot.find_case(case)?.let_in()?),
        };
        // A word is no freer than what is known of the person, and stays with its originator where
        // that was published.
        let mut marks = Marks { tlp: None, ..of_person };
        let case = case.map(|case| {
            marks.cases.insert(case.id.clone());
            case.id
        });
        Ok(About { person, tracks, case, marks })
    }

    fn say(
        &self,
        about: &About,
        (kind, schema): (&str, &'static str),
        mut said: Pairs,
        reader: &Reader,
    ) -> Result<TrackSaid, NodeError> {
        said.push((prop::PERSON, about.person.to_string()));
        said.extend(about.case.as_ref().map(|case| (prop::CASE, case.to_string())));
        let record = Said { id: self.fresh(kind)?, schema, marks: &about.marks };
        let entries: Vec<Entry> = record.all(self, said);
        let author = Author { name: reader.name(), purpose: "" };
        let commit = self.commit_as(&author, ACT, entries)?.commit;
        let (id, person) = (record.id.to_string(), about.person.to_string());
        Ok(TrackSaid { id, person, reading: None, commit })
    }
}

/// What a screening keeps of its answers: all of them, the signs that were found, and the points.
fn told_answers(
    form: &Instrument,
    answers: &Answers,
    reading: Option<&Reading>,
) -> Result<Pairs, NodeError> {
    let whole: Answers = form
        .questions
        .iter()
        .map(|asked| {
            let given = answers.get(&asked.code).copied();
            (asked.code.clone(), given.unwrap_or(Answer::NotAsked))
        })
        .collect();
    let signs = whole.iter().filter(|(_, answer)| **answer == Answer::Yes);
    let mut said: Pairs = signs.map(|(code, _)| (prop::INDICATORS, code.clone())).collect();
    let json =
        serde_json::to_string(&whole).map_err(|_| CaseError::Missing { field: prop::ANSWERS })?;
    said.push((prop::ANSWERS, json));
    said.extend(reading.map(|reading| (prop::SCORE, reading.score.to_string())));
    Ok(said)
}

fn answers_of(given: &BTreeMap<String, String>) -> Result<Answers, NodeError> {
    let codes = Answer::ALL.map(Answer::code);
    given
        .iter()
        .map(|(code, answer)| {
            let read = Answer::read(answer).ok_or_else(|| not_a_code(prop::ANSWERS, &codes))?;
            Ok((code.clone(), read))
        })
        .collect()
}

fn coded(field: &str, text: &str, codes: &[&str], usual: &str) -> Result<String, NodeError> {
    let text = text.trim();
    match text {
        "" => Ok(usual.to_owned()),
        _ if codes.contains(&text) => Ok(text.to_owned()),
        _ => Err(not_a_code(field, codes)),
    }
}

fn not_a_code(field: &str, codes: &[&str]) -> NodeError {
    ReportError::Code { field: field.to_owned(), codes: codes.join(", ") }.into()
}

const UNKNOWN: &str = "unknown";
/// What can be taken back by itself.
const WORDS: &[&str] =
    &[schema::SCREENING, schema::PROCEDURE_STEP, schema::NON_PUNISHMENT, schema::SUSPECT_RELEASE];
