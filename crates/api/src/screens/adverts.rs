//! `/adverts.json` and `/adverts/{id}.json`: texts that may draw people into compounds, with why a
//! score is what it is, which come from one hand, and where their contacts turn up.

mod one;
mod sent;

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Response};
use liaison_adverts::Band;
use liaison_casework::Takedown;
use liaison_node::{AdvertRow, AdvertsCounted, AdvertsWanted};
use serde::Serialize;
use utoipa::ToSchema;

pub(crate) use sent::{
    __path_batch, __path_outcomes, __path_say, __path_take, __path_take_back, batch, outcomes, say,
    take, take_back,
};

use super::parts::Handling;
use crate::access::Signed;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::{Query, not_one_of};
use crate::state::ApiState;
pub(crate) use one::{__path_one, one};

/// Adverts, the highest score first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AdvertsScreen {
    rows: Vec<AdvertRowView>,
    /// How many rows there are in all.
    total: u64,
    /// How many adverts stand behind them.
    adverts: u64,
    limit: usize,
    offset: usize,
    counts: AdvertCounts,
    handling: Option<Handling>,
}

/// How many adverts there are of each kind, of all that the officer may see.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AdvertCounts {
    adverts: u64,
    clusters: u64,
    /// By band.
    bands: BTreeMap<&'static str, u64>,
    /// By language, three letters.
    languages: BTreeMap<String, u64>,
    platforms: BTreeMap<String, u64>,
    /// By place of the gazetteer that the words name.
    places: BTreeMap<String, u64>,
    /// By where the removal stands.
    takedowns: BTreeMap<&'static str, u64>,
    /// How many nobody has judged.
    open: u64,
    /// Of how many an answer or a decision is late.
    late: u64,
}

/// One advert in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AdvertRowView {
    id: String,
    title: String,
    /// The beginning of its words.
    excerpt: String,
    /// Likeness to known adverts, from 0 to 1. No finding about anybody.
    score: f64,
    /// `few-signs`, `some-signs` or `many-signs`.
    band: &'static str,
    /// The first advert of its cluster.
    cluster: String,
    /// How many adverts are in its cluster.
    cluster_size: u64,
    /// How many of its contacts are known from another advert that was judged, or from a compound.
    shared: u64,
    contacts: Vec<AdvertContact>,
    places: Vec<String>,
    platform: Option<String>,
    language: Option<String>,
    posted: Option<String>,
    seen: Option<String>,
    /// Whether it says openly that the work is scamming.
    is_open_scam: bool,
    /// Whether an officer decided that it is an advert of the kind.
    verdict: Option<bool>,
    /// How far its removal is.
    takedown: Option<&'static str>,
    /// By when something is due of it.
    due: Option<String>,
    is_late: bool,
    handling: Handling,
}

/// A contact in an advert's words.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AdvertContact {
    /// Such as `telegram` or `phone`.
    kind: &'static str,
    value: String,
}

/// Adverts
///
/// Texts that may draw people into compounds, the highest score first; of each cluster the first
/// alone, unless `each` is asked for.
#[utoipa::path(
    get, path = "/adverts.json", tag = "Workbench",
    params(
        ("band" = Option<String>, Query, nullable = false, pattern = "^(few|some|many)-signs$", description = "Only those of one band"),
        ("language" = Option<String>, Query, nullable = false, description = "Only those in one language, three letters"),
        ("platform" = Option<String>, Query, nullable = false, description = "Only those of one platform"),
        ("place" = Option<String>, Query, nullable = false, description = "Only those that name a place"),
        ("standing" = Option<String>, Query, nullable = false, pattern = "^(open|judged|marked|unmarked|asked|removed|refused|back-up|appealed|kept|delisted)$", description = "Only those that stand so"),
        ("cluster" = Option<String>, Query, nullable = false, description = "Only those of the cluster in which this advert is"),
        ("each" = Option<bool>, Query, description = "Every advert, not the first of each cluster"),
        ("limit" = Option<u64>, Query, nullable = false, description = "At most so many", maximum = 500),
        ("offset" = Option<u64>, Query, nullable = false, description = "Leave out so many at the beginning", maximum = 1000000),
    ),
    responses((status = 200, description = "The adverts", body = AdvertsScreen))
)]
pub(crate) async fn list(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    mut query: Query,
) -> Result<Json<AdvertsScreen>, Problem> {
    let (wanted, offset) = wanted(&mut query)?;
    let limit = query.number("limit", LIMIT_DEFAULT, LIMIT_MAX)?;
    query.finish()?;
    let answer = state.ask(move |state| {
        let node = state.node();
        let adverts = node.adverts(&reader)?;
        let today = node.today();
        let page = adverts.page(&wanted, offset, limit);
        let rows: Vec<AdvertRowView> =
            page.rows.iter().map(|row| AdvertRowView::of(row, today)).collect();
        Ok(AdvertsScreen {
            handling: rows.first().map(|row| row.handling.clone()),
            rows,
            total: page.total as u64,
            adverts: page.adverts as u64,
            limit,
            offset,
            counts: AdvertCounts::of(&adverts.counted(today)),
        })
    });
    answer.await.map(Json)
}

/// `/adverts/{id}`: the screen of an advert, or its data.
pub(crate) async fn advert(
    State(state): State<Arc<ApiState>>,
    InPath(id): InPath,
    request: Request,
) -> Result<Response, Problem> {
    match super::screen_of(&state, &id, request).await? {
        super::Screen::Page(page) => Ok(page),
        super::Screen::Data { id, reader, query } => {
            one(&state, reader, id, query).await.map(|screen| Json(screen).into_response())
        }
    }
}

fn wanted(query: &mut Query) -> Result<(AdvertsWanted, usize), Problem> {
    let bands = Band::ALL.map(Band::code);
    let band = query.one("band")?;
    let band = band
        .map(|code| Band::of_code(&code).ok_or_else(|| not_one_of("band", &bands)))
        .transpose()?;
    let standing = query.one("standing")?;
    let known: Vec<&str> =
        ["open", "judged"].into_iter().chain(Takedown::ALL.map(Takedown::code)).collect();
    if standing.as_deref().is_some_and(|standing| !known.contains(&standing)) {
        return Err(not_one_of("standing", &known));
    }
    let cluster = query.one("cluster")?;
    let wanted = AdvertsWanted {
        band,
        standing,
        language: query.one("language")?,
        platform: query.one("platform")?,
        place: query.one("place")?,
        clustered: !query.flag("each")? && cluster.is_none(),
        cluster,
    };
    Ok((wanted, query.number("offset", 0, OFFSET_MAX)?))
}

impl AdvertCounts {
    fn of(counted: &AdvertsCounted) -> Self {
        let all = |counts: &BTreeMap<String, usize>| {
            counts.iter().map(|(key, count)| (key.clone(), *count as u64)).collect()
        };
        let bands = Band::ALL.into_iter().zip(counted.bands);
        Self {
            adverts: counted.adverts as u64,
            clusters: counted.clusters as u64,
            bands: bands.map(|(band, count)| (band.code(), count as u64)).collect(),
            languages: all(&counted.languages),
            platforms: all(&counted.platforms),
            places: all(&counted.places),
            takedowns: counted.takedowns.iter().map(|(key, count)| (*key, *count as u64)).collect(),
            open: counted.open as u64,
            late: counted.late as u64,
        }
    }
}

impl AdvertRowView {
    pub(super) fn of(row: &AdvertRow<'_>, today: jiff::civil::Date) -> Self {
        let advert = row.advert;
        let contact =
            |(kind, value): (&'static str, &str)| AdvertContact { kind, value: value.to_owned() };
        Self {
            id: advert.id.to_string(),
            title: advert.title.clone(),
            excerpt: advert.excerpt.clone(),
            score: row.score,
            band: Band::of(row.score).code(),
            cluster: row.cluster.to_owned(),
            cluster_size: row.cluster_size as u64,
            shared: row.shared as u64,
            contacts: advert.contacts().take(CONTACTS_SHOWN).map(contact).collect(),
            places: advert.places().to_vec(),
            platform: advert.platform.clone(),
            language: advert.language.clone(),
            posted: advert.posted.clone(),
            seen: advert.seen.clone(),
            is_open_scam: advert.is_open_scam(),
            verdict: advert.verdict,
            takedown: advert.takedown.map(Takedown::code),
            due: advert.due.map(|day| day.to_string()),
            is_late: advert.due.is_some_and(|due| due < today),
            handling: Handling::of(&advert.marks),
        }
    }
}

const LIMIT_DEFAULT: usize = 50;
const LIMIT_MAX: usize = 500;
const OFFSET_MAX: usize = 1_000_000;
/// Contacts of one row; the advert's own screen has all.
const CONTACTS_SHOWN: usize = 4;
