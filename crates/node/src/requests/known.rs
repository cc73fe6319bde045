//! What is known of requests: what was asked, each word on it, where it stands.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use liaison_casework::{
    RequestFacts, RequestKind, RequestStanding, RequestState, RequestWord, Side, State as _,
    Urgency, request_standing,
};
use liaison_model::schema::names::{prop, schema};
use liaison_model::{
    Act, AgencyId, CommitNumber, EntityId, Instant, Marks, Reader, StatementId, agency_entity,
};

use super::{ACT, RECEIVED, RequestError};
use crate::reading::{EntityView, Shown, Snapshot};
use crate::reports::one;
use crate::{Node, NodeError};

/// A request as a reader may know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownRequest {
    /// Entity id.
    pub id: EntityId,
    /// Number, given by the agency that asks.
    pub number: String,
    /// Which side this node is.
    pub side: Side,
    /// The agency on the other side.
    pub peer: AgencyId,
    /// What is asked for.
    pub kind: RequestKind,
    /// How soon.
    pub urgency: Urgency,
    /// What for.
    pub purpose: String,
    /// On which law it rests.
    pub legal_basis: String,
    /// Under which marks it goes, or came.
    pub handling: Marks,
    /// After this moment nobody needs an answer.
    pub until: Option<Instant>,
    /// Entity id and number of the case, at the agency that asks.
    pub case: Option<(String, String)>,
    /// Who drafted it, at the agency that asks.
    pub officer: String,
    /// What is asked; covered until a look.
    pub questions: Vec<Shown>,
    /// What is known of the subject; covered until a look.
    pub identifiers: Vec<Shown>,
    /// The record of the subject, at the agency that asks.
    pub subject: Option<String>,
    /// Each word, in the order in which words count.
    pub words: Vec<KnownWord>,
    /// When it came to this node, or was drafted.
    pub entered: Instant,
    /// When the asked node signed that it has it.
    pub delivered: Option<Instant>,
    /// Where it stands.
    pub standing: RequestStanding,
    /// The statements of it that go to the other side.
    pub(super) statements: Vec<StatementId>,
}

/// A word on a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownWord {
    /// Entity id.
    pub id: EntityId,
    /// The word itself.
    pub word: RequestWord,
    /// In words; covered until a look.
    pub text: Option<Shown>,
    /// On which law it rests.
    pub legal_basis: String,
    /// Records that were given.
    pub records: Vec<String>,
    /// Who said it, of our side.
    pub officer: String,
    /// Under which marks it goes, or came.
    pub handling: Marks,
    /// When this node learnt it.
    pub entered: Instant,
    /// The commit that brought it.
    pub commit: CommitNumber,
    /// When the other side's node signed that it has it, of ours.
    pub confirmed: Option<Instant>,
    /// The statements of it that go to the other side; its state last.
    pub(super) statements: Vec<StatementId>,
    /// The statement with its state.
    state_statement: StatementId,
}

/// Which requests are wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RequestsWanted {
    /// Only those of one side.
    pub side: Option<Side>,
    /// Only those on which something is awaited.
    pub open: bool,
}

impl Node {
    /// The requests that the reader may know of: what is late first, then by the clock that runs
    /// out next.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn requests(
        &self,
        wanted: RequestsWanted,
        reader: &Reader,
    ) -> Result<Vec<KnownRequest>, NodeError> {
        let mut found = self.snapshot(reader, Act::Read, None)?.known_requests()?;
        found.retain(|request| {
            wanted.side.is_none_or(|side| side == request.side)
                && (!wanted.open || request.standing.waits_for.is_some())
        });
        found.sort_by_cached_key(|request| {
            let standing = &request.standing;
            let waits = standing.state.is_waiting();
            let by = standing.answer_by.map_or(i64::MAX, Instant::micros);
            (!standing.is_late, !waits, by, -request.entered.micros())
        });
        Ok(found)
    }

    /// A request by its entity id or number, with who asks before it (`kr.npa/RQ-2026-0001`) where
    /// two agencies gave the same.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the reader knows none; [`RequestError::Several`] when two
    /// agencies gave one number.
    pub fn request(&self, text: &str, reader: &Reader) -> Result<KnownRequest, NodeError> {
        let text = text.trim();
        let all = self.snapshot(reader, Act::Read, None)?.known_requests()?;
        let own = self.agency();
        let mut found = all.into_iter().filter(|request| {
            let whole = format!("{}/{}", request.ends(own).0, request.number);
            request.id.as_str() == text || request.number == text || whole == text
        });
        match (found.next(), found.next()) {
            (Some(request), None) => Ok(request),
            (Some(_), Some(_)) => Err(RequestError::Several { number: text.to_owned() }.into()),
            (None, _) => Err(NodeError::NotFound),
        }
    }

    /// The same uncovered, for the reader's purpose: a look at the request and at each word on it
    /// is recorded first.
    ///
    /// # Errors
    ///
    /// As [`Self::request`]; [`NodeError::Refused`] when one of them may not be uncovered.
    pub fn request_uncovered(
        &self,
        text: &str,
        reader: &Reader,
        route: &'static str,
    ) -> Result<KnownRequest, NodeError> {
        let mut request = self.request(text, reader)?;
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let mut ids = vec![request.id.clone()];
        ids.extend(request.words.iter().filter(|word| word.text.is_some()).map(|it| it.id.clone()));
        for id in &ids {
            snapshot.by_id(id.as_str(), false)?.check_uncover(&snapshot)?;
        }
        let look = self.record_look(reader, route, ids)?;
        for shown in request.questions.iter_mut().chain(&mut request.identifiers) {
            *shown = shown.clone().uncovered(&look);
        }
        for word in &mut request.words {
            word.text = word.text.take().map(|text| text.uncovered(&look));
        }
        Ok(request)
    }
}

impl KnownRequest {
    /// The agency that asks, and the one that is asked.
    #[must_use]
    pub fn ends<'a>(&'a self, own: &'a AgencyId) -> (&'a AgencyId, &'a AgencyId) {
        match self.side {
            Side::Asker => (own, &self.peer),
            Side::Asked => (&self.peer, own),
        }
    }
}

impl Snapshot<'_> {
    /// Every request that is one: drafted by an officer of ours, or sent to us by who asks.
    pub(super) fn known_requests(&self) -> Result<Vec<KnownRequest>, NodeError> {
        let views = self.all_of(&[schema::INFORMATION_REQUEST])?;
        if views.is_empty() {
            return Ok(Vec::new());
        }
        let mut words: BTreeMap<String, Vec<EntityView>> = BTreeMap::new();
        for view in self.all_of(&[schema::REQUEST_STEP])? {
            if let Some(request) = one(&view, prop::REQUEST) {
                words.entry(request).or_default().push(view);
            }
        }
        let cases = self.known_cases()?;
        let mut receipts: BTreeMap<AgencyId, BTreeMap<StatementId, Instant>> = BTreeMap::new();
        let mut known = Vec::new();
        for view in &views {
            let said = words.remove(view.id.as_str()).unwrap_or_default();
            let Some(mut request) = self.known_request(view)? else { continue };
            request.case = request.case.and_then(|(id, _)| {
                let case = cases.iter().find(|case| case.id.as_str() == id)?;
                Some((id, case.number.clone()))
            });
            let times = match receipts.entry(request.peer.clone()) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => new.insert(self.node.receipt_times(&request.peer)?),
            };
            self.add_words(&mut request, &said, times)?;
            // Before its first word has come whole it is none yet.
            if !request.words.is_empty() {
                known.push(request);
            }
        }
        Ok(known)
    }

    fn known_request(&self, view: &EntityView) -> Result<Option<KnownRequest>, NodeError> {
        let own = self.node.agency();
        let text = |prop| one(view, prop).unwrap_or_default();
        let agency = |prop| {
            let id: EntityId = text(prop).parse().ok()?;
            let agency: AgencyId = id.origin().parse().ok()?;
            (agency_entity(&agency).ok()? == id).then_some(agency)
        };
        let (Some(from), Some(to)) = (agency(prop::FROM_AGENCY), agency(prop::TO_AGENCY)) else {
            return Ok(None);
        };
        let (side, peer, act) = match (from == *own, to == *own) {
            (true, false) => (Side::Asker, to, ACT),
            (false, true) => (Side::Asked, from.clone(), RECEIVED),
            _ => return Ok(None),
        };
        let Some(signed) = self.signed(view, act)?.filter(|_| view.id.origin() == from.as_str())
        else {
            return Ok(None);
        };
        let read =
            (RequestKind::read(&text(prop::REQUEST_TYPE)), Urgency::read(&text(prop::URGENCY)));
        let (Some(kind), Some(urgency)) = read else { return Ok(None) };
        let all = |wanted: &str| -> Vec<Shown> {
            let said = view.statements.iter().filter(|said| said.prop == wanted);
            said.map(|said| said.value.clone()).collect()
        };
        let standing = request_standing(&facts_of(urgency, None, None), &[], self.now);
        Ok(Some(KnownRequest {
            id: view.id.clone(),
            number: text(prop::NUMBER),
            side,
            peer,
            kind,
            urgency,
            purpose: text(prop::PURPOSE),
            legal_basis: text(prop::LEGAL_BASIS),
            handling: text(prop::HANDLING_CODE).parse().unwrap_or_default(),
            until: text(prop::DUE_DATE).parse().ok(),
            case: one(view, prop::CASE).map(|id| (id, String::new())),
            officer: one(view, prop::OFFICER).unwrap_or_default(),
            questions: all(prop::QUESTIONS),
            identifiers: all(prop::IDENTIFIERS),
            subject: one(view, prop::SUBJECT),
            words: Vec::new(),
            entered: signed.at,
            delivered: None,
            standing,
            statements: travelling(view, &KEPT_OF_REQUESTS),
        }))
    }

    /// Adds the words of both sides, and tells from them where the request stands.
    fn add_words(
        &self,
        request: &mut KnownRequest,
        views: &[EntityView],
        receipts: &BTreeMap<StatementId, Instant>,
    ) -> Result<(), NodeError> {
        let own = self.node.agency().clone();
        for view in views {
            let is_own = view.id.origin() == own.as_str();
            if !is_own && view.id.origin() != request.peer.as_str() {
                continue;
            }
            let act = if is_own { ACT } else { RECEIVED };
            let Some(signed) = self.signed(view, act)? else { continue };
            let side = match (is_own, request.side) {
                (true, side) => side,
                (false, Side::Asker) => Side::Asked,
                (false, Side::Asked) => Side::Asker,
            };
            if let Some(mut word) = word_of(view, side, signed.at, signed.commit) {
                word.confirmed = receipts.get(&word.state_statement).copied().filter(|_| is_own);
                if word.word.state == RequestState::Sent {
                    request.delivered = receipts.get(&word.state_statement).copied();
                }
                request.words.push(word);
            }
        }
        request.words.sort_by(|a, b| {
            let key = |it: &KnownWord| (it.word.place, it.word.side, it.word.id.clone());
            key(a).cmp(&key(b))
        });
        let words: Vec<RequestWord> = request.words.iter().map(|it| it.word.clone()).collect();
        let facts = facts_of(request.urgency, request.until, request.delivered);
        request.standing = request_standing(&facts, &words, self.now);
        Ok(())
    }
}

fn facts_of(urgency: Urgency, until: Option<Instant>, delivered: Option<Instant>) -> RequestFacts {
    RequestFacts { urgency, until, delivered }
}

/// A word, once all of it is here: its state is said last.
fn word_of(
    view: &EntityView,
    side: Side,
    entered: Instant,
    commit: CommitNumber,
) -> Option<KnownWord> {
    let text = |prop| one(view, prop).unwrap_or_default();
    let state = RequestState::read(&text(prop::STATUS))?;
    let state_statement = view.statements.iter().find(|said| said.prop == prop::STATUS)?.id;
    let note = view.statements.iter().find(|said| said.prop == prop::NOTE);
    let records = view.statements.iter().filter(|said| said.prop == prop::ANSWER_RECORDS);
    let mut statements = travelling(view, &KEPT_OF_WORDS);
    statements.retain(|id| *id != state_statement);
    statements.push(state_statement);
    Some(KnownWord {
        id: view.id.clone(),
        word: RequestWord {
            id: view.id.to_string(),
            side,
            state,
            place: text(prop::ORDER).parse().ok()?,
            at: text(prop::DATE).parse().ok()?,
        },
        text: note.map(|said| said.value.clone()),
        legal_basis: text(prop::LEGAL_BASIS),
        records: records.map(|said| said.value.text().to_owned()).collect(),
        officer: text(prop::OFFICER),
        handling: text(prop::HANDLING_CODE).parse().unwrap_or_default(),
        entered,
        commit,
        confirmed: None,
        statements,
        state_statement,
    })
}

/// What of a record goes to the other side.
fn travelling(view: &EntityView, kept: &[&str]) -> Vec<StatementId> {
    let goes = view.statements.iter().filter(|said| !kept.contains(&said.prop.as_str()));
    goes.map(|said| said.id).collect()
}

/// Which case it is, whom our records say it is about, and who works on it, nobody else learns.
const KEPT_OF_REQUESTS: [&str; 3] = [prop::CASE, prop::SUBJECT, prop::OFFICER];
const KEPT_OF_WORDS: [&str; 1] = [prop::OFFICER];
