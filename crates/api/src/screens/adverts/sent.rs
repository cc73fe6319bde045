//! What officers and programs send of adverts.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use liaison_model::Marks;
use liaison_node::{AdvertWanted, AdvertWordWanted, Intake};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::Signed;
use crate::body::Sent;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::{Query, malformed};
use crate::screens::cases::ReasonSent;
use crate::screens::situation::{ReceiptView, receipt};
use crate::state::ApiState;

/// Texts that somebody hands in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AdvertsSent {
    #[schema(min_items = 1, max_items = 500)]
    adverts: Vec<AdvertSent>,
    /// Handling marks; without any it stays with this agency.
    #[serde(default)]
    #[schema(max_length = 400)]
    marks: String,
}

/// One text. What is not known is empty.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AdvertSent {
    text: String,
    #[serde(default)]
    url: String,
    #[serde(default)]
    platform: String,
    #[serde(default)]
    posted: String,
    #[serde(default)]
    seen: String,
    #[serde(default)]
    language: String,
    /// Who handed it in and how, in words that name nobody.
    #[serde(default)]
    source: String,
}

/// What became of texts that were handed in, in their order.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AdvertsTakenView {
    taken: Vec<AdvertTakenView>,
    new: u64,
    known: u64,
    refused: u64,
    /// The last commit, where something is new.
    receipt: Option<ReceiptView>,
}

/// What became of one text.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AdvertTakenView {
    /// Id of the advert; absent where it was refused.
    id: Option<String>,
    is_new: bool,
    /// Fields whose value could not be read.
    left_out: Vec<&'static str>,
    /// Code of the reason for which it was refused.
    refused: Option<String>,
}

/// A word on an advert.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AdvertWordSent {
    /// `advert` or `other`, or one of `next`.
    #[schema(max_length = 20)]
    word: String,
    #[serde(default)]
    #[schema(max_length = 2000)]
    reason: String,
    /// What the platform calls the matter.
    #[serde(default)]
    #[schema(max_length = 200)]
    reference: String,
}

/// What was said of an advert.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AdvertSaidView {
    /// Id of the word: what is taken back by it.
    id: String,
    advert: String,
    #[serde(flatten)]
    receipt: ReceiptView,
}

/// Which platform is asked.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct BatchSent {
    #[schema(min_length = 1, max_length = 200)]
    platform: String,
}

/// A batch for a platform.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BatchView {
    number: String,
    platform: String,
    /// What its file is called.
    file: String,
    /// The file, in the platform's form.
    text: String,
    asked: u64,
    taken_back: u64,
    #[serde(flatten)]
    receipt: ReceiptView,
}

/// What a platform answered.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OutcomesSent {
    /// A table with the columns outcome, and reference or url, and reason.
    #[schema(max_length = 1000000)]
    csv: String,
}

/// What was read of it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OutcomesView {
    removed: u64,
    refused: u64,
    back_up: u64,
    /// Rows that were set aside, counted from 1 below the headings.
    set_aside: Vec<u64>,
    receipt: Option<ReceiptView>,
}

/// Take adverts in
///
/// For programs that collect them, and for pasting. The same words at the same address are one
/// advert, however often they are handed in.
#[utoipa::path(
    post, path = "/api/adverts", tag = "Workbench", request_body = AdvertsSent,
    responses((status = 200, description = "They are on disk", body = AdvertsTakenView))
)]
pub(crate) async fn take(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    query: Query,
    Sent(sent): Sent<AdvertsSent>,
) -> Result<Json<AdvertsTakenView>, Problem> {
    query.finish()?;
    if sent.adverts.is_empty() || ADVERTS_MAX < sent.adverts.len() {
        return Err(malformed("adverts", "1–500"));
    }
    let marks: Marks = sent.marks.parse().map_err(|_| malformed("marks", "TLP:AMBER"))?;
    let wanted = sent.adverts.into_iter().map(|one| AdvertWanted {
        text: one.text,
        url: one.url,
        platform: one.platform,
        posted: one.posted,
        seen: one.seen,
        language: one.language,
        source: one.source,
        pictures: Vec::new(),
        marks: marks.clone(),
    });
    let wanted: Vec<AdvertWanted> = wanted.collect();
    let answer = state.ask(move |state| {
        let node = state.node();
        let answers = node.take_adverts(&wanted, &reader)?;
        // One text is one officer's: what is wrong with it is their answer.
        if let [Err(error)] = answers.as_slice() {
            return Err(liaison_node::NodeError::from(error.clone()).into());
        }
        let mut view =
            AdvertsTakenView { taken: Vec::new(), new: 0, known: 0, refused: 0, receipt: None };
        for taken in answers {
            let one = AdvertTakenView::of(taken);
            match (&one.refused, one.is_new) {
                (Some(_), _) => view.refused += 1,
                (None, true) => view.new += 1,
                (None, false) => view.known += 1,
            }
            view.taken.push(one);
        }
        if 0 < view.new {
            view.receipt = Some(receipt(state, node.adverts(&reader)?.position)?);
        }
        Ok(view)
    });
    answer.await.map(Json)
}

/// Say something of an advert
///
/// Whether it is one of the kind, or how far its removal is. What was said before stays.
#[utoipa::path(
    post, path = "/api/adverts/{id}/words", tag = "Workbench", request_body = AdvertWordSent,
    params(("id" = String, Path, description = "Id of the advert")),
    responses((status = 200, description = "It is on disk", body = AdvertSaidView))
)]
pub(crate) async fn say(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(sent): Sent<AdvertWordSent>,
) -> Result<Json<AdvertSaidView>, Problem> {
    query.finish()?;
    let AdvertWordSent { word, reason, reference } = sent;
    let wanted = AdvertWordWanted { word, reason, reference };
    let answer = state.ask(move |state| {
        let said = state.node().say_of_advert(&id, &wanted, &reader)?;
        Ok(AdvertSaidView {
            id: said.id,
            advert: said.advert,
            receipt: receipt(state, said.commit)?,
        })
    });
    answer.await.map(Json)
}

/// Take a word on an advert back
#[utoipa::path(
    post, path = "/api/advert-entries/{id}/withdraw", tag = "Workbench", request_body = ReasonSent,
    params(("id" = String, Path, description = "Id of the word")),
    responses((status = 200, description = "It is taken back", body = ReceiptView))
)]
pub(crate) async fn take_back(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(sent): Sent<ReasonSent>,
) -> Result<Json<ReceiptView>, Problem> {
    query.finish()?;
    let reason = sent.checked()?;
    let answer = state.ask(move |state| {
        receipt(state, state.node().take_back_from_advert(&id, &reason, &reader)?)
    });
    answer.await.map(Json)
}

/// Ask a platform
///
/// About all that is marked for it, in its form, with requests that are taken back.
#[utoipa::path(
    post, path = "/api/advert-batches", tag = "Workbench", request_body = BatchSent,
    responses((status = 200, description = "It is on disk", body = BatchView))
)]
pub(crate) async fn batch(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    query: Query,
    Sent(sent): Sent<BatchSent>,
) -> Result<Json<BatchView>, Problem> {
    query.finish()?;
    let answer = state.ask(move |state| {
        let batch = state.node().takedown_batch(&sent.platform, &reader)?;
        Ok(BatchView {
            text: String::from_utf8_lossy(&batch.bytes).into_owned(),
            number: batch.number,
            platform: batch.platform,
            file: batch.file,
            asked: batch.asked as u64,
            taken_back: batch.taken_back as u64,
            receipt: receipt(state, batch.commit)?,
        })
    });
    answer.await.map(Json)
}

/// Read what platforms answered
#[utoipa::path(
    post, path = "/api/advert-outcomes", tag = "Workbench", request_body = OutcomesSent,
    responses((status = 200, description = "It is on disk", body = OutcomesView))
)]
pub(crate) async fn outcomes(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    query: Query,
    Sent(sent): Sent<OutcomesSent>,
) -> Result<Json<OutcomesView>, Problem> {
    query.finish()?;
    let answer = state.ask(move |state| {
        let read = state.node().read_takedown_outcomes(sent.csv.as_bytes(), &reader)?;
        let of = |word: &str| read.taken.get(word).copied().unwrap_or(0) as u64;
        Ok(OutcomesView {
            removed: of("removed"),
            refused: of("refused"),
            back_up: of("back-up"),
            set_aside: read.set_aside.iter().map(|(row, _)| *row).collect(),
            receipt: read.commit.map(|commit| receipt(state, commit)).transpose()?,
        })
    });
    answer.await.map(Json)
}

impl AdvertTakenView {
    fn of(taken: Result<liaison_node::AdvertTaken, liaison_node::AdvertError>) -> Self {
        match taken {
            Ok(taken) => Self {
                id: Some(taken.id.to_string()),
                is_new: taken.intake == Intake::New,
                left_out: taken.left_out.iter().map(|(field, _)| *field).collect(),
                refused: None,
            },
            Err(error) => Self {
                id: None,
                is_new: false,
                left_out: Vec::new(),
                refused: Some(error.message().key.into_owned()),
            },
        }
    }
}

const ADVERTS_MAX: usize = 500;
