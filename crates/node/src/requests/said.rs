//! What officers say about requests, and what of it goes to the other side.

use std::collections::BTreeSet;

use liaison_casework::{NewRequestWord, RequestState, Side, State as _, check_request_word};
use liaison_model::schema::names::{prop, schema};
use liaison_model::{Act, CommitNumber, Marks, Reader, StatementId};

use super::drafted::{WORD, addressed};
use super::known::KnownRequest;
use super::{ACT, RequestError};
use crate::cases::{CaseError, Said, fitted};
use crate::commit::Author;
use crate::{Node, NodeError};

/// A word on a request that an officer wants to say.
#[derive(Debug, Clone)]
pub struct WordWanted {
    /// The state from then on.
    pub state: RequestState,
    /// Why, what is asked back, or what is answered.
    pub text: String,
    /// On which law it rests.
    pub legal_basis: String,
    /// Records that were given.
    pub records: Vec<String>,
    /// Under which marks it goes to the other side; those of the request where none are named.
    pub marks: Option<Marks>,
}

/// What was said about a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestSaid {
    /// Entity id of the request.
    pub id: String,
    /// Its number.
    pub number: String,
    /// Where it stands now.
    pub state: RequestState,
    /// The commit.
    pub commit: CommitNumber,
    /// How many statements wait to be carried to the other side by this.
    pub shared: usize,
}

impl WordWanted {
    /// A word without words.
    #[must_use]
    pub fn new(state: RequestState) -> Self {
        let (text, legal_basis) = (String::new(), String::new());
        Self { state, text, legal_basis, records: Vec::new(), marks: None }
    }
}

impl Node {
    /// Says something about a request. What was said before stays. What the other side is to learn
    /// is shared with it in the same breath, under policy.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the reader knows no such request; [`RequestError`] with what is
    /// missing; [`NodeError::Refused`] when policy or the agreement does not let it out: then
    /// nothing was said.
    pub fn say_of_request(
        &self,
        text: &str,
        wanted: &WordWanted,
        reader: &Reader,
    ) -> Result<RequestSaid, NodeError> {
        let _one_at_a_time = self.lock_numbers()?;
        let request = self.request(text, reader)?;
        if request.side == Side::Asker && wanted.state == RequestState::Sent {
            // Half sent before: the rest goes now.
            if request.standing.state == RequestState::Sent {
                return self.send_again(&request, reader);
            }
        }
        let new = NewRequestWord {
            state: wanted.state,
            side: request.side,
            text: &wanted.text,
            legal_basis: &wanted.legal_basis,
        };
        check_request_word(&request.standing, &new).map_err(RequestError::Word)?;
        let case_marks = self.marks_of_case(&request, reader)?;
        if wanted.state == RequestState::Approved {
            self.check_second_person(&request, reader)?;
        }
        let handling = self.handling_of(&request, wanted);
        if wanted.state.travels() && request.travels_yet(wanted.state) {
            self.may_tell(&request.peer, &handling)?;
            for id in request.statements_first(wanted.state) {
                self.may_share(*id, &request.peer, &request.handling, reader)?;
            }
        }
        let said = vec![
            (prop::REQUEST, request.id.to_string()),
            (prop::ORDER, request.standing.next_place.to_string()),
            (prop::DATE, self.moment_of_word()?),
            (prop::NOTE, fitted(schema::REQUEST_STEP, prop::NOTE, &wanted.text, false)?),
            (
                prop::LEGAL_BASIS,
                fitted(schema::REQUEST_STEP, prop::LEGAL_BASIS, &wanted.legal_basis, false)?,
            ),
            (prop::HANDLING_CODE, handling.to_string()),
            (prop::OFFICER, reader.name().to_owned()),
        ];
        let word = Said { id: self.fresh(WORD)?, schema: schema::REQUEST_STEP, marks: &case_marks };
        let mut entries = word.all(self, said);
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        for record in wanted.records.iter().filter(|record| !record.trim().is_empty()) {
            let record = snapshot.by_id(record.trim(), false)?.id;
            entries.push(word.says(self, prop::ANSWER_RECORDS, record.to_string()));
        }
        entries.push(word.says(self, prop::STATUS, wanted.state.code().to_owned()));
        let author = Author { name: reader.name(), purpose: "" };
        let commit = self.commit_as(&author, ACT, entries)?.commit;
        let request = self.request(request.id.as_str(), reader)?;
        let shared = self.ship(&request, reader)?;
        Ok(request.said(commit, shared))
    }

    fn send_again(
        &self,
        request: &KnownRequest,
        reader: &Reader,
    ) -> Result<RequestSaid, NodeError> {
        let commit = request.words.iter().map(|word| word.commit).max().unwrap_or_default();
        let shared = self.ship(request, reader)?;
        match shared {
            0 => Err(RequestError::Word(liaison_casework::RequestWordError::Order {
                from: request.standing.state,
                to: RequestState::Sent,
            })
            .into()),
            _ => Ok(request.said(commit, shared)),
        }
    }

    /// Shares with the other side whatever of our words it is to learn and was not shared yet. A
    /// word's state goes last, so that no half of a word counts.
    fn ship(&self, request: &KnownRequest, reader: &Reader) -> Result<usize, NodeError> {
        if !request.is_sent() {
            return Ok(0);
        }
        let gone = self.shared_with(&request.peer)?;
        let mut shared = 0;
        if request.side == Side::Asker {
            shared +=
                self.ship_all(&request.statements, &gone, request, &request.handling, reader)?;
        }
        for word in &request.words {
            if word.word.side == request.side && word.word.state.travels() {
                shared +=
                    self.ship_all(&word.statements, &gone, request, &word.handling, reader)?;
            }
        }
        Ok(shared)
    }

    fn ship_all(
        &self,
        statements: &[StatementId],
        gone: &BTreeSet<StatementId>,
        request: &KnownRequest,
        marks: &Marks,
        reader: &Reader,
    ) -> Result<usize, NodeError> {
        let left: Vec<StatementId> =
            statements.iter().copied().filter(|id| !gone.contains(id)).collect();
        self.share_all(&left, &request.peer, marks, reader)?;
        Ok(left.len())
    }

    /// Under which marks a word goes to the other side: as the request came, back to who asks.
    fn handling_of(&self, request: &KnownRequest, wanted: &WordWanted) -> Marks {
        match (&wanted.marks, request.side) {
            (Some(marks), _) => addressed(marks, &request.peer),
            (None, Side::Asker) => request.handling.clone(),
            (None, Side::Asked) => {
                let mirrored = Marks { audience: Default::default(), ..request.handling.clone() };
                addressed(&mirrored, &request.peer)
            }
        }
    }

    /// The marks under which our words on a request stand here.
    fn marks_of_case(&self, request: &KnownRequest, reader: &Reader) -> Result<Marks, NodeError> {
        let Some((case, _)) = request.case.as_ref().filter(|_| request.side == Side::Asker) else {
            return Ok(Marks::default());
        };
        let case = self.snapshot(reader, Act::Read, None)?.find_case(case)?.let_in()?;
        match case.is_open {
            true => Ok(case.marks),
            false => Err(CaseError::Closed.into()),
        }
    }

    /// Whether somebody else than this reader has to approve: where the agreement asks for it,
    /// nobody approves what they drafted.
    ///
    /// # Errors
    ///
    /// When the journal fails.
    pub fn needs_second_person(
        &self,
        request: &KnownRequest,
        reader: &Reader,
    ) -> Result<bool, NodeError> {
        let is_draft = request.standing.state == RequestState::Draft;
        let is_own = request.side == Side::Asker && request.officer == reader.name();
        Ok(is_draft && is_own && self.asks_for_two_people(&request.peer)?)
    }

    fn check_second_person(
        &self,
        request: &KnownRequest,
        reader: &Reader,
    ) -> Result<(), NodeError> {
        match self.needs_second_person(request, reader)? {
            true => Err(RequestError::SecondPerson { officer: request.officer.clone() }.into()),
            false => Ok(()),
        }
    }
}

impl KnownRequest {
    fn said(&self, commit: CommitNumber, shared: usize) -> RequestSaid {
        RequestSaid {
            id: self.id.to_string(),
            number: self.number.clone(),
            state: self.standing.state,
            commit,
            shared,
        }
    }

    fn is_sent(&self) -> bool {
        self.standing.sent.is_some()
    }

    /// Whether a word goes to the other side at once: what was never sent is recalled here alone.
    fn travels_yet(&self, state: RequestState) -> bool {
        self.is_sent() || state == RequestState::Sent
    }

    /// What has to go before a word.
    fn statements_first(&self, state: RequestState) -> &[StatementId] {
        match (self.side, state) {
            (Side::Asker, RequestState::Sent) => &self.statements,
            _ => &[],
        }
    }
}
