//! Stages and welfare checks that officers enter, and take back.

use liaison_casework::{
    CHECK_CHANNELS, CHECK_OUTCOMES, Closing, NewStep, Stage, check_step, standing,
};
use liaison_journal::Entry;
use liaison_model::schema::names::{prop, schema};
use liaison_model::values::PartialDate;
use liaison_model::{
    Act, CommitNumber, EntityId, Label, Marks, Reader, Statement, schema as schemata,
};

use super::{ACT, DATASET, KnownReport, ReportError};
use crate::commit::Author;
use crate::withdraw::Taken;
use crate::{Node, NodeError, WrongUse};

/// A stage that an officer wants to enter, as it was written.
#[derive(Debug, Clone, Default)]
pub struct StageWanted {
    /// The stage's code.
    pub stage: String,
    /// When it was reached; today where it is empty.
    pub date: String,
    /// Which agency says so; our own where it is empty.
    pub authority: String,
    /// Why, where it is out of the usual order.
    pub reason: String,
    /// Why the report is closed, as a code.
    pub closing: String,
    /// What a person who is dead died of.
    pub death_cause: String,
    /// Who told the next of kin.
    pub kin_told_by: String,
    /// When they were told.
    pub kin_told_at: String,
    /// The word that the officer had before them; the one that counts now where it is absent.
    pub follows: Option<String>,
}

/// A welfare check that an officer wants to enter, as it was written.
#[derive(Debug, Clone, Default)]
pub struct CheckWanted {
    /// When it was made; today where it is empty.
    pub date: String,
    /// Which agency made it; our own where it is empty.
    pub authority: String,
    /// How, as a code.
    pub channel: String,
    /// What came of it, as a code.
    pub outcome: String,
    /// What was said or seen.
    pub note: String,
    /// By when the next is due.
    pub next: String,
}

/// What was entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entered {
    /// Entity id of the word or check.
    pub id: String,
    /// Entity id of the report.
    pub report: String,
    /// The commit.
    pub commit: CommitNumber,
    /// How many words on the report do not go together now.
    pub disagreements: usize,
}

impl Node {
    /// Enters a stage. What others said stays, and so does what an officer said at the same time.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the reader knows no such report; [`ReportError`] with what is
    /// missing or cannot be.
    pub fn enter_stage(
        &self,
        report: &str,
        wanted: &StageWanted,
        reader: &Reader,
    ) -> Result<Entered, NodeError> {
        let known = &self.known_report(report, reader)?;
        let new = self.new_step(wanted)?;
        let now = check_step(&known.report, &new, self.last_day()).map_err(ReportError::from)?;
        let follows = match &wanted.follows {
            None => now.word.map(|word| word.id.clone()),
            Some(seen) if known.report.steps.iter().any(|step| step.id == *seen) => {
                Some(seen.clone())
            }
            Some(_) => return Err(NodeError::NotFound),
        };
        let told_at = self.day(&wanted.kin_told_at)?;
        let mut said = vec![
            (prop::REPORT, known.report.id.clone()),
            (prop::STAGE, new.stage.code().to_owned()),
            (prop::DATE, new.date.to_string()),
            (prop::AUTHORITY, new.authority.clone()),
            (prop::OFFICER, reader.name().to_owned()),
        ];
        // What came with the report itself is no entity that could be pointed to.
        let follows = follows.filter(|id| id.parse::<EntityId>().is_ok());
        said.extend(follows.map(|id| (prop::FOLLOWS_STAGE, id)));
        said.extend(new.closing.map(|why| (prop::CLOSED_REASON, why.code().to_owned())));
        said.extend(told_at.map(|day| (prop::KIN_TOLD_AT, day.to_string())));
        let texts = [
            (prop::REASON, &new.reason),
            (prop::DEATH_CAUSE, &new.death_cause),
            (prop::KIN_TOLD_BY, &wanted.kin_told_by),
        ];
        for (prop, text) in texts {
            said.extend(short(prop, text)?.map(|text| (prop, text)));
        }
        let id = self.new_stage_id()?;
        let commit = self.enter(&id, schema::REPORT_STAGE, said, &known.marks, reader)?;
        self.entered(&id, known, commit, reader)
    }

    /// Enters a welfare check, and when the next is due.
    ///
    /// # Errors
    ///
    /// As [`Self::enter_stage`].
    pub fn enter_check(
        &self,
        report: &str,
        wanted: &CheckWanted,
        reader: &Reader,
    ) -> Result<Entered, NodeError> {
        let known = &self.known_report(report, reader)?;
        let code = |field: &str, text: &str, codes: &[&str]| match codes.contains(&text) {
            true => Ok(text.to_owned()),
            false => Err(ReportError::Code { field: field.to_owned(), codes: codes.join(", ") }),
        };
        let date = self.past_day(&wanted.date)?;
        let mut said = vec![
            (prop::REPORT, known.report.id.clone()),
            (prop::DATE, date.to_string()),
            (prop::AUTHORITY, self.authority(&wanted.authority)?),
            (prop::OFFICER, reader.name().to_owned()),
            (prop::CHANNEL, code(prop::CHANNEL, wanted.channel.trim(), CHECK_CHANNELS)?),
            (prop::OUTCOME, code(prop::OUTCOME, wanted.outcome.trim(), CHECK_OUTCOMES)?),
        ];
        if let Some(next) = self.day(&wanted.next)? {
            if next.latest() < date.earliest() {
                return Err(ReportError::NextBeforeCheck { next: next.to_string() }.into());
            }
            said.push((prop::NEXT_CHECK, next.to_string()));
        }
        said.extend(short(prop::NOTE, &wanted.note)?.map(|text| (prop::NOTE, text)));
        let local = format!("check-{}", ulid::Ulid::generate().to_string().to_lowercase());
        let id = EntityId::new(self.agency(), &local).map_err(|_| NodeError::AgencyId)?;
        let commit = self.enter(&id, schema::WELFARE_CHECK, said, &known.marks, reader)?;
        self.entered(&id, known, commit, reader)
    }

    /// Takes a stage, a check or a decision about two reports back. It stays in History with who took it
    /// back, when and why.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when no officer entered such a word or check, or it is taken back
    /// already; [`ReportError`] without a reason, or when a whole report would go with it.
    pub fn take_back_entry(
        &self,
        id: &str,
        reason: &str,
        reader: &Reader,
    ) -> Result<CommitNumber, NodeError> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(WrongUse::NoWithdrawalReason.into());
        }
        let view = self.snapshot(reader, Act::Read, None)?.by_id(id, false)?;
        if view.schema == schema::JUDGEMENT {
            return self.take_back_judgement(&view.id, reason, reader);
        }
        let is_entry = [schema::REPORT_STAGE, schema::WELFARE_CHECK].contains(&&*view.schema);
        let commit = view.statements.first().map(|said| said.commit).ok_or(NodeError::NotFound)?;
        let header = self.journal.header(commit)?;
        if !is_entry || header.note.act != ACT {
            return Err(NodeError::NotFound);
        }
        // The first stage of a report is told together with the report.
        if header.statements != view.statements.len() as u64 {
            return Err(ReportError::FirstStage.into());
        }
        let said = Taken { author: reader.name(), reason, authority: "", first: None };
        Ok(self.undo_as(vec![commit], &said)?.by)
    }

    /// A report by itself: whoever keeps hold of all of them makes the next change copy them.
    pub(super) fn known_report(
        &self,
        report: &str,
        reader: &Reader,
    ) -> Result<KnownReport, NodeError> {
        Ok(self.reports(reader, None, None)?.find(report, self.agency().as_str())?.clone())
    }

    /// Takes back what was decided about two reports, and so about their people.
    fn take_back_judgement(
        &self,
        id: &EntityId,
        reason: &str,
        reader: &Reader,
    ) -> Result<CommitNumber, NodeError> {
        match self.reports(reader, None, None)?.known.all.judged.contains_key(id.as_str()) {
            true => self.withdraw_judgement(id.as_str(), reason, reader),
            false => Err(NodeError::NotFound),
        }
    }

    fn new_step(&self, wanted: &StageWanted) -> Result<NewStep, NodeError> {
        let codes = || Stage::ALL.map(Stage::code).join(", ");
        let stage = Stage::read(&wanted.stage)
            .ok_or_else(|| ReportError::Code { field: prop::STAGE.to_owned(), codes: codes() })?;
        let closing = match wanted.closing.trim() {
            "" => None,
            text => Some(Closing::read(text).ok_or_else(|| ReportError::Code {
                field: prop::CLOSED_REASON.to_owned(),
                codes: Closing::ALL.map(Closing::code).join(", "),
            })?),
        };
        Ok(NewStep {
            stage,
            date: self.day(&wanted.date)?.unwrap_or(self.today_as_date()?),
            authority: self.authority(&wanted.authority)?,
            reason: wanted.reason.trim().to_owned(),
            closing: closing.filter(|_| stage == Stage::Closed),
            death_cause: wanted.death_cause.trim().to_owned(),
        })
    }

    fn authority(&self, text: &str) -> Result<String, NodeError> {
        let said = short(prop::AUTHORITY, text)?;
        Ok(said.unwrap_or_else(|| self.agency().to_string()))
    }

    /// A day as it was written; `None` where nothing was.
    fn day(&self, text: &str) -> Result<Option<PartialDate>, NodeError> {
        if text.trim().is_empty() {
            return Ok(None);
        }
        let read = PartialDate::read(text.trim(), None);
        Ok(Some(read.map_err(|_| ReportError::Day { day: text.chars().take(40).collect() })?))
    }

    fn past_day(&self, text: &str) -> Result<PartialDate, NodeError> {
        let day = self.day(text)?.unwrap_or(self.today_as_date()?);
        match self.last_day() < day.earliest() {
            true => Err(ReportError::FutureDay { day: day.to_string() }.into()),
            false => Ok(day),
        }
    }

    fn today_as_date(&self) -> Result<PartialDate, NodeError> {
        let today = self.today().to_string();
        PartialDate::read(&today, None).map_err(|_| ReportError::Day { day: today }.into())
    }

    /// Commits a record about a report, under the marks of the report.
    fn enter(
        &self,
        id: &EntityId,
        schema: &'static str,
        said: Vec<(&'static str, String)>,
        marks: &Marks,
        reader: &Reader,
    ) -> Result<CommitNumber, NodeError> {
        let seen = Some(self.now());
        let label = Label { originator: self.agency().clone(), marks: marks.clone() };
        let entries = said.into_iter().map(|(prop, value)| Entry {
            statement: Statement {
                seen,
                ..Statement::new(id.clone(), schema, prop, value, DATASET)
            },
            label: label.clone(),
            salt: None,
        });
        let author = Author { name: reader.name(), purpose: "" };
        Ok(self.commit_as(&author, ACT, entries.collect())?.commit)
    }

    fn entered(
        &self,
        id: &EntityId,
        known: &KnownReport,
        commit: CommitNumber,
        reader: &Reader,
    ) -> Result<Entered, NodeError> {
        let reports = self.reports(reader, None, None)?;
        let now = reports.find(&known.report.id, self.agency().as_str())?;
        let disagreements = standing(&now.report, reports.day).disagreements.len();
        Ok(Entered { id: id.to_string(), report: known.report.id.clone(), commit, disagreements })
    }
}

/// A text as it is kept; `None` where there is none.
fn short(prop: &'static str, text: &str) -> Result<Option<String>, NodeError> {
    let text = text.trim();
    let most = schemata::find(schema::REPORT_STAGE)
        .and_then(|schema| schema.property(prop))
        .map_or(TEXT_CHARS_MAX, |property| property.length_max.min(TEXT_CHARS_MAX));
    if most < u32::try_from(text.chars().count()).unwrap_or(u32::MAX) {
        return Err(ReportError::LongText { field: prop.to_owned(), characters_max: most }.into());
    }
    Ok(Some(text.to_owned()).filter(|text| !text.is_empty()))
}

const TEXT_CHARS_MAX: u32 = 2_000;
