//! What is said of a text, as a line of JSON. Places are counted in characters, as programs that
//! read text count them.

use std::ops::Range;

use liaison_adverts::{Band, Identifier, Reason, Scored};
use serde::Serialize;

use crate::out::Out;

#[derive(Serialize)]
pub struct Told<'a> {
    id: &'a str,
    score: f64,
    band: Band,
    reasons: Vec<ToldReason<'a>>,
    identifiers: Vec<ToldIdentifier<'a>>,
}

#[derive(Serialize)]
struct ToldReason<'a> {
    indicator: &'static str,
    weight: f64,
    #[serde(flatten)]
    place: Place<'a>,
    says: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    row: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    source: &'a str,
}

#[derive(Serialize)]
struct ToldIdentifier<'a> {
    #[serde(flatten)]
    identifier: &'a Identifier,
    #[serde(flatten)]
    place: Place<'a>,
}

#[derive(Serialize)]
struct Place<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

impl<'a> Told<'a> {
    pub fn of(id: &'a str, text: &'a str, scored: &'a Scored, out: &Out) -> Self {
        let place = |span: &Range<usize>| {
            let inside = text.get(span.clone()).unwrap_or_default();
            let start = text.get(..span.start).map_or(0, |before| before.chars().count());
            Place { start, end: start + inside.chars().count(), text: inside }
        };
        let reason = |reason: &'a Reason| ToldReason {
            indicator: reason.cause.code(),
            weight: rounded(reason.weight),
            place: place(&reason.span),
            says: out.words.text(reason.cause.message_key()),
            row: &reason.row,
            source: &reason.source,
        };
        let identifier =
            |one: &'a Identifier| ToldIdentifier { identifier: one, place: place(&one.span) };
        Self {
            id,
            score: (scored.score * SCORE_STEPS).round() / SCORE_STEPS,
            band: scored.band,
            reasons: scored.reasons.iter().map(reason).collect(),
            identifiers: scored.identifiers.iter().map(identifier).collect(),
        }
    }
}

fn rounded(weight: f64) -> f64 {
    (weight * 1000.0).round() / 1000.0
}

/// Nine digits: fine enough to keep the order of texts.
const SCORE_STEPS: f64 = 1e9;
