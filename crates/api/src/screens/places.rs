//! `/compounds.json` and `/compounds/{id}.json`: the register of compounds, and what agencies say of
//! each. Of reports they say numbers, never names.

mod sent;
mod travel;

use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Response};
use liaison_casework::{CompoundStatus, State as _, Word};
use liaison_model::schema::names::schema;
use liaison_model::{Instant, Reader};
use liaison_node::{
    CompoundFact, CompoundView, Compounds, CompoundsWanted, KnownCompound, Raid, Tie,
};
use serde::Serialize;
use utoipa::ToSchema;

pub(crate) use sent::{__path_add, __path_enter, __path_take_back, add, enter, take_back};
pub(crate) use sent::{PlaceSaidView, say};

pub(crate) use travel::{
    __path_lift, __path_restrict, __path_restrictions, __path_warn, RestrictionView, lift,
    restrict, restrictions, warn,
};

use super::parts::{Handling, Text};
use travel::{PlaceOption, drawn_restrictions, known_places};

use super::reports::{NamedPlace, ReportRow, rows};
use super::situation::{ScreenPlace, known_on};
use crate::access::Signed;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::{Query, not_one_of};
use crate::state::ApiState;

/// The register of compounds.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CompoundsScreen {
    /// Those that are wanted, by name.
    rows: Vec<CompoundRow>,
    /// How many there are in all.
    total: u64,
    /// How many have which latest status; `null` where nobody said one.
    by_status: Vec<StatusCount>,
    by_country: Vec<CountryCount>,
    /// On how many agencies disagree.
    disputed: u64,
    /// What is drawn: the compounds that are wanted, and places under a travel restriction.
    places: Vec<ScreenPlace>,
    handling: Option<Handling>,
    position: u64,
}

/// Compounds of a status.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StatusCount {
    status: Option<String>,
    count: u64,
}

/// Compounds in a country.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CountryCount {
    country: String,
    count: u64,
}

/// One compound in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CompoundRow {
    id: String,
    name: String,
    /// Its other names, in every script in which somebody told one.
    names: Vec<NameView>,
    countries: Vec<String>,
    place: Option<NamedPlace>,
    /// The latest word on whether it runs.
    status: Option<String>,
    since: Option<String>,
    authority: Option<String>,
    /// Whether agencies say different things.
    is_disputed: bool,
    reports: u64,
    operations: u64,
    latitude: Option<f64>,
    longitude: Option<f64>,
    /// How far off the point may be.
    precision_metres: Option<f64>,
    handling: Handling,
}

/// A name with its language.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NameView {
    name: String,
    lang: Option<String>,
}

/// A compound with all that is tied to it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CompoundScreen {
    row: CompoundRow,
    facts: Vec<FactView>,
    /// Every word on whether it runs, oldest first.
    words: Vec<WordView>,
    ties: Vec<TieView>,
    /// Reports that are tied to it: as many as are shown.
    reports: Vec<TiedReportView>,
    reports_total: u64,
    /// Reports that name it and are not tied.
    proposed: Vec<NamedPlaceView>,
    raids: Vec<RaidView>,
    /// Travel restrictions that concern it, those that hold first.
    restrictions: Vec<RestrictionView>,
    /// What is drawn: the compound, and places under a travel restriction.
    places: Vec<ScreenPlace>,
    /// Places that can be named in a restriction.
    known_places: Vec<PlaceOption>,
    day: String,
    handling: Handling,
    position: u64,
}

/// Something that is said, with who says so.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FactView {
    statement: String,
    prop: String,
    value: String,
    lang: Option<String>,
    source: Option<String>,
    originator: String,
}

/// One agency's dated word on a state.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WordView {
    id: String,
    status: String,
    date: Option<String>,
    authority: String,
    source: String,
    officer: String,
    reason: Option<String>,
    #[schema(value_type = String, format = DateTime)]
    entered: Instant,
}

/// What an officer tied to a compound.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TieView {
    id: String,
    kind: String,
    about: Option<TiedRecord>,
    text: String,
    phone: Option<String>,
    date: Option<String>,
    authority: String,
    source: String,
}

/// A record that is tied.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TiedRecord {
    id: String,
    schema: String,
    caption: Text,
}

/// A report that is tied.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TiedReportView {
    row: ReportRow,
    /// The link by which an officer tied it; absent where the report itself says so.
    tie: Option<String>,
}

/// A report that names a compound.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NamedPlaceView {
    row: ReportRow,
    /// The name that its words have.
    name: String,
}

/// An operation that was carried out there.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RaidView {
    id: String,
    name: String,
    date: Option<String>,
    /// As told, with numbers by nationality where they were told.
    rescued: Option<String>,
    rescued_by_nationality: Vec<CountryCount>,
    arrested: Option<String>,
    arrested_by_nationality: Vec<CountryCount>,
    seized: Vec<String>,
    source: String,
}

/// Compounds
///
/// The register, with what agencies say of each. Where they disagree, the latest word stands in the
/// row and all of them on the compound's own screen.
#[utoipa::path(
    get, path = "/compounds.json", tag = "Workbench",
    params(
        ("country" = Option<String>, Query, description = "Only those in a country, as a code"),
        ("status" = Option<String>, Query, description = "Only those of a latest status", pattern = "^(suspected|active|raided|partly-closed|closed|moved)$"),
        ("disputed" = Option<bool>, Query, description = "Only those on which agencies disagree"),
        ("known_on" = Option<String>, Query, format = DateTime, description = "Of what was known at this moment"),
    ),
    responses((status = 200, description = "The compounds", body = CompoundsScreen))
)]
pub(crate) async fn list(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    mut query: Query,
) -> Result<Json<CompoundsScreen>, Problem> {
    let country = query.one("country")?;
    let status = query.one("status")?;
    let is_disputed = query.flag("disputed")?;
    let known_on = known_on(&mut query)?;
    query.finish()?;
    let codes: Vec<&str> = CompoundStatus::ALL.iter().map(|status| status.code()).collect();
    let read = |code: String| CompoundStatus::read(&code).ok_or(not_one_of("status", &codes));
    let status = status.map(read).transpose()?;
    let wanted = CompoundsWanted { text: String::new(), country, status, is_disputed, known_on };
    state.ask(move |state| read_list(state, &reader, &wanted)).await.map(Json)
}

fn read_list(
    state: &ApiState,
    reader: &Reader,
    wanted: &CompoundsWanted,
) -> Result<CompoundsScreen, Problem> {
    let found = state.node().compounds(reader, wanted)?;
    let Compounds { rows, total, by_status, by_country, disputed, position } = found;
    let marks = rows.iter().map(|row| row.marks.clone());
    let strictest = marks.reduce(|a, b| if a == b { a } else { a.strictest(&b) });
    let restrictions = state.node().restrictions(reader, wanted.known_on)?;
    let restricted = drawn_restrictions(state, restrictions.iter());
    let status = |(status, count): (Option<CompoundStatus>, u64)| StatusCount {
        status: status.map(|status| status.code().to_owned()),
        count,
    };
    Ok(CompoundsScreen {
        places: rows.iter().map(drawn).chain(restricted).collect(),
        rows: rows.iter().map(CompoundRow::of).collect(),
        total,
        by_status: by_status.into_iter().map(status).collect(),
        by_country: counts(by_country),
        disputed,
        handling: strictest.as_ref().map(Handling::of),
        position,
    })
}

/// `/compounds/{id}`: the screen of a compound, or its data.
pub(crate) async fn compound(
    State(state): State<Arc<ApiState>>,
    InPath(id): InPath,
    request: Request,
) -> Result<Response, Problem> {
    match super::screen_of(&state, &id, request).await? {
        super::Screen::Page(page) => Ok(page),
        super::Screen::Data { id, reader, query } => one(&state, reader, id, query).await,
    }
}

/// A compound
///
/// What is said of it and by whom, its statuses side by side, what is tied to it, reports that name
/// it, and what was carried out there. Without `.json`, its screen.
#[utoipa::path(
    get, path = "/compounds/{id}.json", tag = "Workbench",
    params(
        ("id" = String, Path, description = "Id of the compound"),
        ("limit" = Option<u64>, Query, description = "How many reports at most", maximum = 500),
        ("offset" = Option<u64>, Query, description = "How many reports to leave out from the start", maximum = 9499),
    ),
    responses((status = 200, description = "The compound", body = CompoundScreen))
)]
pub(crate) async fn one(
    state: &Arc<ApiState>,
    reader: Reader,
    id: &str,
    mut query: Query,
) -> Result<Response, Problem> {
    let page = query.page(REPORTS_SHOWN)?;
    query.finish()?;
    let id = id.to_owned();
    let answer = state.ask(move |state| {
        let view = state.node().compound(&id, &reader)?;
        CompoundScreen::of(state, &reader, &view, (page.offset, page.limit))
    });
    Ok(Json(answer.await?).into_response())
}

impl CompoundRow {
    fn of(known: &KnownCompound) -> Self {
        let status = known.status();
        let name = |(name, lang): &(String, Option<String>)| NameView {
            name: name.clone(),
            lang: lang.clone(),
        };
        let date = status.and_then(|word| word.date.as_ref());
        Self {
            id: known.id.to_string(),
            name: known.name.clone(),
            names: known.names.iter().map(name).collect(),
            countries: known.countries.clone(),
            place: known.place.clone().map(|(id, name)| NamedPlace { id, name }),
            status: status.map(|word| word.state.code().to_owned()),
            since: date.map(ToString::to_string),
            authority: status.map(|word| word.authority.clone()),
            is_disputed: known.is_disputed(),
            reports: known.reports.len() as u64,
            operations: known.operations,
            latitude: known.coordinates.map(|point| point.latitude),
            longitude: known.coordinates.map(|point| point.longitude),
            precision_metres: known.coordinates.and_then(|point| point.precision_metres),
            handling: Handling::of(&known.marks),
        }
    }
}

impl CompoundScreen {
    fn of(
        state: &ApiState,
        reader: &Reader,
        view: &CompoundView,
        (offset, limit): (usize, usize),
    ) -> Result<Self, Problem> {
        let reports = state.node().reports(reader, None, None)?;
        let own = state.node().agency().as_str();
        let listed = |id: &str| {
            let known = reports.find(id, own).ok()?;
            Some((reports.listed(known), known))
        };
        let tied = view.reports.iter().skip(offset).take(limit);
        let tied: Vec<_> =
            tied.filter_map(|one| Some((listed(&one.report)?, one.tie.clone()))).collect();
        let (ties, tied): (Vec<_>, Vec<_>) =
            tied.into_iter().map(|(listed, tie)| (tie, listed)).unzip();
        let (tied, _) = rows(state, reader, &reports, &tied)?;
        let named: Vec<_> = view
            .proposed
            .iter()
            .take(REPORTS_SHOWN)
            .filter_map(|one| Some((one.name.clone(), listed(&one.report)?)))
            .collect();
        let (names, named): (Vec<_>, Vec<_>) = named.into_iter().unzip();
        let (named, _) = rows(state, reader, &reports, &named)?;
        let warned = state.node().restrictions_on(view.compound.id.as_str(), reader)?;
        let restricted = drawn_restrictions(state, warned.iter().map(|one| &one.restriction));
        let tied = tied.into_iter().zip(ties);
        let named = named.into_iter().zip(names);
        Ok(Self {
            row: CompoundRow::of(&view.compound),
            facts: view.facts.iter().map(FactView::of).collect(),
            words: view.compound.words.iter().map(WordView::of).collect(),
            ties: view.ties.iter().map(TieView::of).collect(),
            reports: tied.map(|(row, tie)| TiedReportView { row, tie }).collect(),
            reports_total: view.reports.len() as u64,
            proposed: named.map(|(row, name)| NamedPlaceView { row, name }).collect(),
            raids: view.raids.iter().map(RaidView::of).collect(),
            restrictions: warned.iter().map(|one| RestrictionView::warning(state, one)).collect(),
            places: std::iter::once(drawn(&view.compound)).chain(restricted).collect(),
            known_places: known_places(state, reader)?,
            day: reports.day.to_string(),
            handling: Handling::of(&view.marks),
            position: view.position,
        })
    }
}

impl FactView {
    fn of(fact: &CompoundFact) -> Self {
        let CompoundFact { id, prop, value, lang, source, originator } = fact.clone();
        Self { statement: id, prop, value, lang, source, originator }
    }
}

impl WordView {
    pub(super) fn of<S: liaison_casework::State>(word: &Word<S>) -> Self {
        Self {
            id: word.id.clone(),
            status: word.state.code().to_owned(),
            date: word.date.as_ref().map(ToString::to_string),
            authority: word.authority.clone(),
            source: word.source.clone(),
            officer: word.officer.clone(),
            reason: word.reason.clone(),
            entered: word.entered,
        }
    }
}

impl TieView {
    fn of(tie: &Tie) -> Self {
        let about = tie.about.as_ref().map(|(id, schema, caption)| TiedRecord {
            id: id.clone(),
            schema: schema.clone(),
            caption: Text::of(caption, None),
        });
        Self {
            id: tie.id.clone(),
            kind: tie.kind.clone(),
            about,
            text: tie.text.clone(),
            phone: tie.phone.clone(),
            date: tie.date.clone(),
            authority: tie.authority.clone(),
            source: tie.source.clone(),
        }
    }
}

impl RaidView {
    fn of(raid: &Raid) -> Self {
        Self {
            id: raid.id.clone(),
            name: raid.name.clone(),
            date: raid.date.clone(),
            rescued: raid.rescued.clone(),
            rescued_by_nationality: counts(raid.rescued_by_nationality.clone()),
            arrested: raid.arrested.clone(),
            arrested_by_nationality: counts(raid.arrested_by_nationality.clone()),
            seized: raid.seized.clone(),
            source: raid.source.clone(),
        }
    }
}

fn counts(by: impl IntoIterator<Item = (String, u64)>) -> Vec<CountryCount> {
    by.into_iter().map(|(country, count)| CountryCount { country, count }).collect()
}

/// A compound as it is drawn on a map.
fn drawn(known: &KnownCompound) -> ScreenPlace {
    ScreenPlace {
        id: known.id.to_string(),
        schema: schema::COMPOUND.to_owned(),
        name: known.name.clone(),
        names: known.names.iter().map(|(name, _)| name.clone()).collect(),
        kind: None,
        countries: known.countries.clone(),
        latitude: known.coordinates.map(|point| point.latitude),
        longitude: known.coordinates.map(|point| point.longitude),
        source: None,
        restricted: false,
        handling: Handling::of(&known.marks),
    }
}

const REPORTS_SHOWN: usize = 50;
