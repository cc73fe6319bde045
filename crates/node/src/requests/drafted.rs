//! Drafting a request in a case.

use liaison_casework::{RequestKind, RequestState, Side, State as _, Urgency};
use liaison_journal::Entry;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{
    Act, AgencyId, AudienceMember, CommitNumber, Instant, Marks, PersonCategory, Purpose, Reader,
    agency_entity,
};

use super::{ACT, AskedAlready, RequestError};
use crate::cases::{CaseError, Said, fitted};
use crate::commit::Author;
use crate::{Node, NodeError};

/// A request that somebody wants to draft.
#[derive(Debug, Clone, Default)]
pub struct RequestWanted {
    /// Whom it asks.
    pub to: String,
    /// What for, as a code.
    pub kind: String,
    /// How soon, as a code.
    pub urgency: String,
    /// The case, as number or id.
    pub case: String,
    /// The purpose.
    pub purpose: String,
    /// On which law it rests.
    pub legal_basis: String,
    /// What is asked.
    pub questions: Vec<String>,
    /// What is known of the subject.
    pub identifiers: Vec<String>,
    /// The record of the subject, if there is one.
    pub subject: String,
    /// What the other side may do with it.
    pub marks: Marks,
    /// After this moment nobody needs an answer; empty where there is none.
    pub until: String,
}

/// A request that was drafted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestDrafted {
    /// Entity id.
    pub id: String,
    /// Its number.
    pub number: String,
    /// The commit.
    pub commit: CommitNumber,
    /// Who asked about the same before.
    pub asked_already: Vec<AskedAlready>,
}

type Pairs = Vec<(&'static str, String)>;

impl Node {
    /// Drafts a request in a case. Nothing goes anywhere.
    ///
    /// # Errors
    ///
    /// [`NodeError::Refused`] when policy or the agreement would not let it out;
    /// [`RequestError`] for what is missing; [`CaseError`] when the reader may not work in the case.
    pub fn draft_request(
        &self,
        wanted: &RequestWanted,
        reader: &Reader,
    ) -> Result<RequestDrafted, NodeError> {
        let no_agency = || crate::WrongUse::NoPeer { agency: wanted.to.trim().to_owned() };
        let to: AgencyId = wanted.to.trim().parse().map_err(|_| no_agency())?;
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let case = snapshot.find_case(&wanted.case)?.let_in()?;
        if !case.is_open {
            return Err(CaseError::Closed.into());
        }
        let handling = addressed(&wanted.marks, &to);
        self.may_tell(&to, &handling)?;
        let mut said = self.request_content(wanted, &to, &handling)?;
        if !wanted.subject.trim().is_empty() {
            let subject = snapshot.by_id(wanted.subject.trim(), false)?.id;
            if handling.category == Some(PersonCategory::Suspect) {
                self.may_name(subject.as_str(), to.as_str())??;
            }
            said.push((prop::SUBJECT, subject.to_string()));
        }
        let asked_already = self.asked_already(&wanted.identifiers, None)?;
        let _one_at_a_time = self.lock_numbers()?;
        let number = self.next_request_number()?;
        said.extend([
            (prop::NUMBER, number.clone()),
            (prop::CASE, case.id.to_string()),
            (prop::OFFICER, reader.name().to_owned()),
        ]);
        let id = self.fresh(ACT)?;
        let record =
            Said { id: id.clone(), schema: schema::INFORMATION_REQUEST, marks: &case.marks };
        let mut entries = record.all(self, said);
        entries.extend(self.draft_word(&id.to_string(), &handling, &case.marks, reader)?);
        let author = Author { name: reader.name(), purpose: "" };
        let commit = self.commit_as(&author, ACT, entries)?.commit;
        Ok(RequestDrafted { id: id.to_string(), number, commit, asked_already })
    }

    fn draft_word(
        &self,
        request: &str,
        handling: &Marks,
        marks: &Marks,
        reader: &Reader,
    ) -> Result<Vec<Entry>, NodeError> {
        let word = Said { id: self.fresh(WORD)?, schema: schema::REQUEST_STEP, marks };
        let date = self.moment_of_word()?;
        let said = vec![
            (prop::REQUEST, request.to_owned()),
            (prop::ORDER, "1".to_owned()),
            (prop::DATE, date),
            (prop::HANDLING_CODE, handling.to_string()),
            (prop::OFFICER, reader.name().to_owned()),
            (prop::STATUS, RequestState::Draft.code().to_owned()),
        ];
        Ok(word.all(self, said))
    }

    /// Now, to the second: a date that other programs exchange has no parts of one.
    pub(super) fn moment_of_word(&self) -> Result<String, NodeError> {
        let now = self.now().to_string();
        Ok(self.cleaned(schema::REQUEST_STEP, prop::DATE, &now)?.0)
    }

    /// What a request says to the other side, each part read and no longer than it may be.
    fn request_content(
        &self,
        wanted: &RequestWanted,
        to: &AgencyId,
        handling: &Marks,
    ) -> Result<Pairs, NodeError> {
        let kind = RequestKind::read(&wanted.kind)
            .ok_or_else(|| RequestError::NoKind { text: wanted.kind.clone() })?;
        let urgency = Urgency::read(&wanted.urgency)
            .ok_or_else(|| RequestError::NoUrgency { text: wanted.urgency.clone() })?;
        let no_purpose = |_| RequestError::NoPurpose { text: wanted.purpose.clone() };
        let purpose: Purpose = wanted.purpose.trim().parse().map_err(no_purpose)?;
        let agency = |agency| agency_entity(agency).map_err(|_| NodeError::AgencyId);
        let one = |prop, text: &str| fitted(schema::INFORMATION_REQUEST, prop, text, true);
        let mut said = vec![
            (prop::REQUEST_TYPE, kind.code().to_owned()),
            (prop::FROM_AGENCY, agency(self.agency())?.to_string()),
            (prop::TO_AGENCY, agency(to)?.to_string()),
            (prop::URGENCY, urgency.code().to_owned()),
            (prop::PURPOSE, purpose.to_string()),
            (prop::LEGAL_BASIS, one(prop::LEGAL_BASIS, &wanted.legal_basis)?),
            (prop::HANDLING_CODE, handling.to_string()),
        ];
        if !wanted.until.trim().is_empty() {
            let until = wanted.until.trim();
            let no_moment = || RequestError::NoMoment { text: until.to_owned() };
            let moment: Instant = until.parse().map_err(|_| no_moment())?;
            if moment <= self.now() {
                return Err(no_moment().into());
            }
            said.push((prop::DUE_DATE, moment.to_string()));
        }
        for (prop, texts) in
            [(prop::QUESTIONS, &wanted.questions), (prop::IDENTIFIERS, &wanted.identifiers)]
        {
            if VALUES_MAX < texts.len() {
                return Err(RequestError::TooMany { most: VALUES_MAX }.into());
            }
            for text in texts.iter().filter(|text| !text.trim().is_empty()) {
                said.push((prop, one(prop, text)?));
            }
        }
        match said.iter().any(|(prop, _)| *prop == prop::QUESTIONS) {
            true => Ok(said),
            false => Err(RequestError::NoQuestion.into()),
        }
    }

    /// `RQ-2026-0001`: the agency's own numbers of the year, one after the other.
    fn next_request_number(&self) -> Result<String, NodeError> {
        let prefix = format!("RQ-{}-", self.today().year());
        let known = self.whole_snapshot()?.known_requests()?;
        let numbers = known.iter().filter(|request| request.side == Side::Asker);
        let numbers = numbers.filter_map(|request| {
            request.number.strip_prefix(&prefix).and_then(|number| number.parse::<u64>().ok())
        });
        Ok(format!("{prefix}{:04}", numbers.max().unwrap_or(0) + 1))
    }
}

/// The marks under which something goes to an agency: to it alone, where nobody else is named.
pub(super) fn addressed(marks: &Marks, to: &AgencyId) -> Marks {
    let mut marks = marks.clone();
    if marks.audience.is_empty() {
        marks.audience.insert(AudienceMember { agency: to.clone(), unit: None, officer: None });
    }
    marks
}

/// The kind of a word's id.
pub(super) const WORD: &str = "request-step";
/// As many questions, and as many identifiers, as one request may have.
const VALUES_MAX: usize = 50;
