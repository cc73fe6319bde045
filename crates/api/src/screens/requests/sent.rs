//! What officers send of requests.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use liaison_casework::{RequestState, State as _};
use liaison_model::{Marks, Purpose};
use liaison_node::{RequestWanted, WordWanted};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AskedAlreadyView, RequestScreen};
use crate::access::Signed;
use crate::body::Sent;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::{Query, malformed, not_one_of};
use crate::screens::record::PurposeWanted;
use crate::screens::situation::{ReceiptView, receipt};
use crate::state::ApiState;

/// A request that somebody drafts.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RequestSent {
    /// The agency that is asked.
    #[schema(max_length = 60)]
    to: String,
    /// `information`, `preservation`, `freeze`, `takedown`, `welfare-check` or `rescue`.
    #[schema(max_length = 20)]
    kind: String,
    /// `life-at-risk`, `urgent` or `ordinary`.
    #[schema(max_length = 20)]
    urgency: String,
    /// Number or id of the case.
    #[schema(max_length = 250)]
    case: String,
    /// What the answer is used for.
    #[schema(max_length = 40)]
    purpose: String,
    /// Law, treaty or agreement under which it is asked.
    #[schema(max_length = 2000)]
    legal_basis: String,
    #[schema(min_items = 1, max_items = 50)]
    questions: Vec<String>,
    /// What is known of the subject: names, numbers, accounts, addresses.
    #[serde(default)]
    #[schema(max_items = 50)]
    identifiers: Vec<String>,
    /// Id of the record of the subject; it stays here.
    #[serde(default)]
    #[schema(max_length = 250)]
    subject: String,
    /// What the other agency may do with it, such as `TLP:AMBER H2 about:victim`.
    #[schema(max_length = 400)]
    marks: String,
    /// After this moment nobody needs an answer.
    #[serde(default)]
    #[schema(max_length = 40)]
    until: String,
}

/// A word on a request.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RequestWordSent {
    /// The state from then on, one of `next`.
    #[schema(max_length = 30)]
    state: String,
    /// Why, what is asked back, or what is answered.
    #[serde(default)]
    #[schema(max_length = 10000)]
    text: String,
    /// Law, treaty or agreement on which a refusal or an answer rests.
    #[serde(default)]
    #[schema(max_length = 2000)]
    legal_basis: String,
    /// Ids of records that were given.
    #[serde(default)]
    #[schema(max_items = 50)]
    records: Vec<String>,
}

/// What is known of somebody about whom one may want to ask.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SameSent {
    #[schema(max_items = 50)]
    identifiers: Vec<String>,
}

/// Requests about the same subject.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SameAsked {
    asked_already: Vec<AskedAlreadyView>,
}

/// A request that was drafted.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RequestDraftedView {
    id: String,
    number: String,
    asked_already: Vec<AskedAlreadyView>,
    #[serde(flatten)]
    receipt: ReceiptView,
}

/// What was said about a request.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RequestSaidView {
    id: String,
    number: String,
    /// Where it stands now.
    state: &'static str,
    /// How many statements wait to be carried to the other side by this.
    shared: usize,
    #[serde(flatten)]
    receipt: ReceiptView,
}

/// Draft a request
///
/// In a case; nothing goes anywhere. Answers who asked about the same already.
#[utoipa::path(
    post, path = "/api/requests", tag = "Workbench", request_body = RequestSent,
    responses((status = 200, description = "It is on disk", body = RequestDraftedView))
)]
pub(crate) async fn draft(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    query: Query,
    Sent(sent): Sent<RequestSent>,
) -> Result<Json<RequestDraftedView>, Problem> {
    query.finish()?;
    let marks: Marks = sent.marks.parse().map_err(|_| malformed("marks", "TLP:AMBER H2"))?;
    let wanted = RequestWanted {
        to: sent.to,
        kind: sent.kind,
        urgency: sent.urgency,
        case: sent.case,
        purpose: sent.purpose,
        legal_basis: sent.legal_basis,
        questions: sent.questions,
        identifiers: sent.identifiers,
        subject: sent.subject,
        marks,
        until: sent.until,
    };
    let answer = state.ask(move |state| {
        let drafted = state.node().draft_request(&wanted, &reader)?;
        Ok(RequestDraftedView {
            id: drafted.id,
            number: drafted.number,
            asked_already: drafted.asked_already.iter().map(AskedAlreadyView::of).collect(),
            receipt: receipt(state, drafted.commit)?,
        })
    });
    answer.await.map(Json)
}

/// Ask whether somebody asked this already
///
/// By identifiers, in this agency's requests and in those that others sent to it.
#[utoipa::path(
    post, path = "/api/requests/same", tag = "Workbench", request_body = SameSent,
    responses((status = 200, description = "Who asked", body = SameAsked))
)]
pub(crate) async fn same(
    State(state): State<Arc<ApiState>>,
    Signed { .. }: Signed,
    query: Query,
    Sent(sent): Sent<SameSent>,
) -> Result<Json<SameAsked>, Problem> {
    query.finish()?;
    let answer = state.ask(move |state| {
        let asked = state.node().asked_already(&sent.identifiers, None)?;
        Ok(SameAsked { asked_already: asked.iter().map(AskedAlreadyView::of).collect() })
    });
    answer.await.map(Json)
}

/// Say something about a request
///
/// What was said before stays. What the other agency is to learn is shared with it.
#[utoipa::path(
    post, path = "/api/requests/{id}/words", tag = "Workbench", request_body = RequestWordSent,
    params(("id" = String, Path, description = "Number or id of the request")),
    responses((status = 200, description = "It is on disk", body = RequestSaidView))
)]
pub(crate) async fn say(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(sent): Sent<RequestWordSent>,
) -> Result<Json<RequestSaidView>, Problem> {
    query.finish()?;
    let Some(word) = RequestState::read(&sent.state) else {
        let known: Vec<&str> = RequestState::ALL.iter().map(|state| state.code()).collect();
        return Err(not_one_of("state", &known));
    };
    let RequestWordSent { text, legal_basis, records, .. } = sent;
    let wanted = WordWanted { state: word, text, legal_basis, records, marks: None };
    let answer = state.ask(move |state| {
        let said = state.node().say_of_request(&id, &wanted, &reader)?;
        Ok(RequestSaidView {
            id: said.id,
            number: said.number,
            state: said.state.code(),
            shared: said.shared,
            receipt: receipt(state, said.commit)?,
        })
    });
    answer.await.map(Json)
}

/// Uncover a request
///
/// Records a look at it under the officer's account, with the purpose, and answers when it is on
/// disk.
#[utoipa::path(
    post, path = "/api/requests/{id}/reveal", tag = "Workbench", request_body = PurposeWanted,
    params(("id" = String, Path, description = "Number or id of the request")),
    responses((status = 200, description = "The request, uncovered", body = RequestScreen))
)]
pub(crate) async fn reveal(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(wanted): Sent<PurposeWanted>,
) -> Result<Json<RequestScreen>, Problem> {
    query.finish()?;
    let purpose: Purpose = wanted.purpose.parse().map_err(|_| malformed("purpose", "rescue"))?;
    let reader = reader.with_purpose(purpose);
    let answer = state.ask(move |state| {
        let known = state.node().request_uncovered(&id, &reader, ROUTE)?;
        RequestScreen::of(state.node(), &known, &reader)
    });
    answer.await.map(Json)
}

/// The route that looks name.
const ROUTE: &str = "/requests/{id}";
