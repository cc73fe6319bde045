//! Hit or no hit: asking another agency, and who asked whom. What was asked is nowhere said again.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use liaison_model::messages::Message;
use liaison_model::{AgencyId, Instant, Purpose};
use liaison_node::exchange::{AskKind, AskLine, AskWanted, AskedByUs, AskedOfUs};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::Signed;
use crate::body::Sent;
use crate::problem::Problem;
use crate::query::{LIMIT_DEFAULT, Query, malformed};
use crate::state::ApiState;

/// What is asked of another agency.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AskSent {
    /// The agency.
    #[schema(max_length = 60)]
    peer: String,
    /// Number or id of the case.
    #[schema(max_length = 250)]
    case: String,
    /// What for.
    #[schema(max_length = 40)]
    purpose: String,
    #[schema(min_items = 1, max_items = 500)]
    lines: Vec<AskLineSent>,
}

/// One line that is asked.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AskLineSent {
    /// `phone`, `email`, `account`, `wallet`, `document`, `handle` or `person`.
    #[schema(max_length = 20)]
    kind: String,
    #[schema(max_length = 300)]
    value: String,
    /// Birth date of a person.
    #[serde(default)]
    #[schema(max_length = 40)]
    birth: String,
}

/// What came of it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AskAnswer {
    peer: String,
    /// Its number between the two.
    number: u64,
    case: String,
    purpose: String,
    #[schema(value_type = String, format = DateTime)]
    at: Instant,
    /// What both sides keep a signature of.
    receipt: String,
    /// One for each line that was asked, in their order.
    lines: Vec<AskHit>,
    hits: usize,
}

/// Whether a line is known there.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AskHit {
    /// Number of the line: 1, then dense.
    line: usize,
    kind: &'static str,
    hit: bool,
}

/// Who asked whom.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AsksScreen {
    /// Newest first.
    rows: Vec<AskView>,
    total: usize,
    limit: usize,
    offset: usize,
    /// Agencies that can be asked: with which an agreement binds.
    agencies: Vec<String>,
    /// As many lines may be asked at once.
    lines_max: u64,
}

/// One question.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AskView {
    peer: String,
    /// `ours` or `theirs`.
    side: &'static str,
    #[schema(value_type = String, format = DateTime)]
    at: Instant,
    /// The name under which the officer goes there: always the same, and nobody's.
    officer: String,
    /// Number of the case, at the agency that asked.
    case: String,
    purpose: String,
    lines: u64,
    /// How many of them were hits, of ours.
    hits: Option<u64>,
    is_answered: bool,
    /// Why it was refused.
    refused: Option<String>,
    /// Whether somebody should look: as if one number was tried after the other.
    is_alarming: bool,
    /// What both sides keep a signature of.
    receipt: String,
}

/// Hit or no hit
///
/// Whether another agency knows these. It learns that it was asked, for which case and purpose and
/// how much, and not what; this agency learns hit or no hit.
#[utoipa::path(
    post, path = "/api/asks", tag = "Exchange", request_body = AskSent,
    responses((status = 200, description = "Hit or no hit for each line", body = AskAnswer))
)]
pub(crate) async fn ask(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    query: Query,
    Sent(sent): Sent<AskSent>,
) -> Result<Json<AskAnswer>, Problem> {
    query.finish()?;
    let peer: AgencyId = sent.peer.trim().parse().map_err(|_| malformed("peer", "kh.npc"))?;
    let purpose: Purpose = sent.purpose.parse().map_err(|_| malformed("purpose", "rescue"))?;
    let answer = state.ask(move |state| {
        let node = state.node();
        let mut lines: Vec<AskLine> = Vec::new();
        for (at, line) in sent.lines.iter().enumerate() {
            let kind = AskKind::of(&line.kind);
            let read = kind.and_then(|kind| node.ask_line(kind, &line.value, Some(&line.birth)));
            let unread = Message::new("web-ask-line-unread").count("line", at as u64 + 1);
            lines.push(read.ok_or_else(|| Problem::parameter("lines", unread))?);
        }
        let wanted = AskWanted { peer: &peer, case: &sent.case, purpose };
        let (ask, hits) = liaison_channel::ask(node, &wanted, &lines, &reader)?;
        let hits: Vec<AskHit> = (1..)
            .zip(lines.iter().zip(&hits))
            .map(|(line, (asked, hit))| AskHit { line, kind: asked.kind.as_str(), hit: *hit })
            .collect();
        Ok(AskAnswer {
            peer: peer.to_string(),
            number: ask.number,
            receipt: ask.hash().to_string(),
            case: ask.case,
            purpose: ask.purpose,
            at: ask.at,
            hits: hits.iter().filter(|line| line.hit).count(),
            lines: hits,
        })
    });
    answer.await.map(Json)
}

/// Who asked whom by hit or no hit
///
/// For which case and purpose, and how much; never what.
#[utoipa::path(
    get, path = "/asks.json", tag = "Exchange",
    params(
        ("limit" = Option<u64>, Query, nullable = false, description = "At most so many", maximum = 500),
        ("offset" = Option<u64>, Query, nullable = false, description = "Leave out so many at the beginning", maximum = 9499),
    ),
    responses((status = 200, description = "The questions", body = AsksScreen))
)]
pub(crate) async fn list(
    State(state): State<Arc<ApiState>>,
    Signed { .. }: Signed,
    mut query: Query,
) -> Result<Json<AsksScreen>, Problem> {
    let page = query.page(LIMIT_DEFAULT)?;
    query.finish()?;
    let answer = state.ask(move |state| {
        let node = state.node();
        let (mut rows, mut agencies) = (Vec::new(), Vec::new());
        let now = node.now();
        for peer in node.peers()? {
            rows.extend(node.asked_by_us(&peer.agency)?.iter().map(AskView::ours));
            rows.extend(node.asked_of_us(&peer.agency)?.iter().map(AskView::theirs));
            if peer.agreement.is_some_and(|agreed| now <= agreed.until) {
                agencies.push(peer.agency.to_string());
            }
        }
        rows.sort_by_key(|row| std::cmp::Reverse(row.at));
        Ok(AsksScreen {
            total: rows.len(),
            rows: page.of(rows),
            limit: page.limit,
            offset: page.offset,
            agencies,
            lines_max: liaison_node::exchange::ASK_LINES_MAX,
        })
    });
    answer.await.map(Json)
}

impl AskView {
    fn ours(asked: &AskedByUs) -> Self {
        let ask = &asked.ask;
        Self {
            peer: ask.to.to_string(),
            side: "ours",
            at: ask.at,
            officer: ask.officer.clone(),
            case: ask.case.clone(),
            purpose: ask.purpose.clone(),
            lines: ask.lines,
            hits: asked.hits,
            is_answered: asked.answered.is_some(),
            refused: None,
            is_alarming: false,
            receipt: ask.hash().to_string(),
        }
    }

    fn theirs(asked: &AskedOfUs) -> Self {
        let ask = &asked.ask;
        Self {
            peer: ask.from.to_string(),
            side: "theirs",
            at: asked.came,
            officer: ask.officer.clone(),
            case: ask.case.clone(),
            purpose: ask.purpose.clone(),
            lines: ask.lines,
            hits: None,
            is_answered: asked.refused.is_none(),
            refused: asked.refused.map(|refused| refused.code().to_owned()),
            is_alarming: asked.is_alarming,
            receipt: ask.hash().to_string(),
        }
    }
}
