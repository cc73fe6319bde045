//! `/travel.json`: where not to travel, since when, and who says so.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use liaison_model::Reader;
use liaison_model::schema::names::schema;
use liaison_node::{KnownRestriction, RestrictionWanted, Warning};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::sent::{PlaceSaidView, say};
use super::{CountryCount, counts};
use crate::access::Signed;
use crate::body::Sent;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::{Query, short};
use crate::screens::parts::Handling;
use crate::screens::reports::NamedPlace;
use crate::screens::situation::{ScreenPlace, known_on};
use crate::state::ApiState;

/// Where not to travel.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TravelScreen {
    /// Those that hold first, the gravest first.
    rows: Vec<RestrictionView>,
    /// How many hold.
    holding: u64,
    /// How many of those that hold are on which country.
    by_country: Vec<CountryCount>,
    /// What is drawn.
    places: Vec<ScreenPlace>,
    /// Places that can be named in a restriction.
    known_places: Vec<PlaceOption>,
    day: String,
    handling: Option<Handling>,
}

/// A place that can be named.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PlaceOption {
    id: String,
    name: String,
    country: Option<String>,
}

/// A travel restriction.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RestrictionView {
    id: String,
    title: String,
    country: String,
    /// The part of the country; the whole country where it is absent.
    place: Option<NamedPlace>,
    kind: String,
    /// The level in the issuer's own words.
    level: String,
    /// The same from 1, take normal care, to 4, do not travel.
    rank: Option<u8>,
    applies_to: Vec<String>,
    issued_by: String,
    source: String,
    from: Option<String>,
    to: Option<String>,
    /// Whether it holds today.
    holds: bool,
    /// Whether an officer entered it, so that it can be taken back.
    is_entered: bool,
    /// Of a compound or report: `covers`, or `touches` where it may be meant.
    reach: Option<String>,
    handling: Handling,
}

/// Words of a report on where somebody is.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WordsSent {
    #[schema(max_length = 20000)]
    words: String,
}

/// A travel restriction to be entered.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RestrictionSent {
    #[schema(min_length = 1, max_length = 250)]
    title: String,
    #[schema(min_length = 1, max_length = 60)]
    country: String,
    /// Id of the place; the whole country where it is empty.
    #[serde(default)]
    #[schema(max_length = 250)]
    place: String,
    #[serde(default)]
    #[schema(max_length = 30)]
    kind: String,
    /// The level in the issuer's own words.
    #[serde(default)]
    #[schema(max_length = 250)]
    level: String,
    /// From 1 to 4; may be empty.
    #[serde(default)]
    #[schema(max_length = 1)]
    rank: String,
    /// Country codes with commas; for all where it is empty.
    #[serde(default)]
    #[schema(max_length = 250)]
    applies_to: String,
    #[schema(min_length = 1, max_length = 250)]
    issued_by: String,
    #[serde(default)]
    #[schema(max_length = 40)]
    from: String,
    #[serde(default)]
    #[schema(max_length = 40)]
    to: String,
    #[schema(min_length = 1, max_length = 2000)]
    source: String,
}

/// Until when a restriction holds.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct LiftSent {
    /// The last day.
    #[schema(max_length = 40)]
    to: String,
    #[schema(min_length = 1, max_length = 2000)]
    source: String,
}

/// Where not to travel
///
/// Restrictions with level, area, dates and source; those that hold first, the gravest first.
#[utoipa::path(
    get, path = "/travel.json", tag = "Workbench",
    params(("known_on" = Option<String>, Query, format = DateTime, description = "Of what was known at this moment")),
    responses((status = 200, description = "The restrictions", body = TravelScreen))
)]
pub(crate) async fn restrictions(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    mut query: Query,
) -> Result<Json<TravelScreen>, Problem> {
    let known_on = known_on(&mut query)?;
    query.finish()?;
    let answer = state.ask(move |state| {
        let node = state.node();
        let all = node.restrictions(&reader, known_on)?;
        let today = node.today();
        let mut by_country = std::collections::BTreeMap::<String, u64>::new();
        for one in all.iter().filter(|one| one.holds_on(today)) {
            *by_country.entry(one.country.clone()).or_default() += 1;
        }
        let marks = all.iter().map(|one| one.marks.clone());
        let strictest = marks.reduce(|a, b| if a == b { a } else { a.strictest(&b) });
        Ok(TravelScreen {
            holding: by_country.values().sum(),
            rows: all.iter().map(|one| RestrictionView::of(state, one)).collect(),
            by_country: counts(by_country),
            places: drawn_restrictions(state, all.iter()),
            known_places: known_places(state, &reader)?,
            day: today.to_string(),
            handling: strictest.as_ref().map(Handling::of),
        })
    });
    answer.await.map(Json)
}

/// Enter a travel restriction
///
/// With its source. It is told on the compounds and reports that it concerns.
#[utoipa::path(
    post, path = "/api/travel", tag = "Workbench", request_body = RestrictionSent,
    responses((status = 200, description = "It is on disk", body = PlaceSaidView))
)]
pub(crate) async fn restrict(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    query: Query,
    Sent(sent): Sent<RestrictionSent>,
) -> Result<Json<PlaceSaidView>, Problem> {
    let RestrictionSent { title, country, place, kind, level, rank, applies_to, .. } = sent;
    let RestrictionSent { issued_by, from, to, source, .. } = sent;
    let wanted = RestrictionWanted {
        title,
        country,
        place,
        kind,
        level,
        rank,
        applies_to,
        issued_by,
        from,
        to,
        source,
    };
    say(state, query, move |node| Ok(node.restrict_travel(&wanted, &reader)?)).await
}

/// Where words warn of
///
/// Restrictions that hold on places that stand in words of a report which is still being typed.
/// Nothing is kept.
#[utoipa::path(
    post, path = "/api/travel/warnings", tag = "Workbench", request_body = WordsSent,
    responses((status = 200, description = "The restrictions", body = Vec<RestrictionView>))
)]
pub(crate) async fn warn(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    query: Query,
    Sent(WordsSent { words }): Sent<WordsSent>,
) -> Result<Json<Vec<RestrictionView>>, Problem> {
    query.finish()?;
    short("words", &words, WARNED_CHARS_MAX)?;
    let answer = state.ask(move |state| {
        let found = state.node().warnings_in(&words, &reader)?;
        Ok(found.iter().map(|warning| RestrictionView::warning(state, warning)).collect())
    });
    answer.await.map(Json)
}

/// Lift a travel restriction
///
/// Says until when it holds. What was said before stays in its history.
#[utoipa::path(
    post, path = "/api/travel/{id}/lift", tag = "Workbench", request_body = LiftSent,
    params(("id" = String, Path, description = "Id of the restriction")),
    responses((status = 200, description = "It is on disk", body = PlaceSaidView))
)]
pub(crate) async fn lift(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(LiftSent { to, source }): Sent<LiftSent>,
) -> Result<Json<PlaceSaidView>, Problem> {
    say(state, query, move |node| Ok(node.lift_restriction(&id, &to, &source, &reader)?)).await
}

impl RestrictionView {
    pub(crate) fn of(state: &ApiState, known: &KnownRestriction) -> Self {
        Self {
            id: known.id.clone(),
            title: known.title.clone(),
            country: known.country.clone(),
            place: known.place.clone().map(|(id, name)| NamedPlace { id, name }),
            kind: known.kind.clone(),
            level: known.level.clone(),
            rank: known.rank,
            applies_to: known.applies_to.clone(),
            issued_by: known.issued_by.clone(),
            source: known.source.clone(),
            from: known.from.as_ref().map(ToString::to_string),
            to: known.to.as_ref().map(ToString::to_string),
            holds: known.holds_on(state.node().today()),
            is_entered: known.is_entered,
            reach: None,
            handling: Handling::of(&known.marks),
        }
    }

    /// A restriction as it concerns something.
    pub(crate) fn warning(state: &ApiState, warning: &Warning) -> Self {
        let reach = Some(warning.reach.code().to_owned());
        Self { reach, ..Self::of(state, &warning.restriction) }
    }
}

/// Places of restrictions that hold, once each, as they are drawn on a map.
pub(super) fn drawn_restrictions<'r>(
    state: &ApiState,
    all: impl Iterator<Item = &'r KnownRestriction>,
) -> Vec<ScreenPlace> {
    let today = state.node().today();
    let mut drawn: Vec<ScreenPlace> = Vec::new();
    for known in all.filter(|known| known.holds_on(today)) {
        let Some((id, name)) = &known.place else { continue };
        if drawn.iter().any(|place| place.id == *id) {
            continue;
        }
        drawn.push(ScreenPlace {
            id: id.clone(),
            schema: schema::PLACE.to_owned(),
            name: name.clone(),
            names: Vec::new(),
            kind: None,
            countries: vec![known.country.clone()],
            latitude: known.point.map(|(north, _)| north),
            longitude: known.point.map(|(_, east)| east),
            source: Some(known.source.clone()),
            restricted: true,
            handling: Handling::of(&known.marks),
        });
    }
    drawn
}

/// Places that can be named, by name.
pub(super) fn known_places(state: &ApiState, reader: &Reader) -> Result<Vec<PlaceOption>, Problem> {
    let places = state.node().known_places(reader)?;
    Ok(places.into_iter().map(|(id, name, country)| PlaceOption { id, name, country }).collect())
}

/// As much as the fields of a report hold that say where somebody is.
const WARNED_CHARS_MAX: usize = 20_000;
