//! Who directs, who profits, how are these two tied: the screen of links.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use liaison_model::messages::Catalogue;
use liaison_model::{Explanation, schema};
use liaison_node::{LinkChart, LinkEnd, LinkLine, LinksWanted, Organiser};
use serde::Serialize;
use utoipa::ToSchema;

use super::parts::Text;
use crate::access::Signed;
use crate::problem::Problem;
use crate::query::Query;
use crate::state::ApiState;

/// Who directs and who profits.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OrganisersScreen {
    /// The highest first.
    ranked: Vec<RankedView>,
    /// How many have a score in all.
    total: u64,
    /// Those with a score who are presumed victims; they have no rank.
    apart: Vec<EndView>,
    /// Contacts that so many have that they tie nobody together.
    over_common: Vec<EndView>,
    /// Organisations behind which not everything was followed.
    cut: u64,
    /// The commit that it rests on.
    position: u64,
}

/// Somebody's place.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RankedView {
    #[serde(flatten)]
    end: EndView,
    /// From 1; equal scores have the same.
    rank: u32,
    /// From 0 to 1.
    score: f64,
    /// The sum of the reasons, in bits.
    bits: f64,
    reasons: Vec<ReasonView>,
}

/// A part of a score.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReasonView {
    rule: &'static str,
    /// In bits.
    weight: f64,
    /// Ids of the statements that it rests on, the strongest first.
    inputs: Vec<String>,
    /// In the reader's language.
    words: String,
}

/// Something that is linked.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EndView {
    /// Id of the record; of a contact that of a statement which names it.
    id: String,
    schema: String,
    label: String,
    caption: Text,
    /// Whether it is a record, which can be opened.
    is_record: bool,
    /// Whether it is somebody who is presumed a victim.
    is_apart: bool,
    /// How many have it, of a contact that ties nobody together.
    too_common: Option<u32>,
}

/// How records are tied.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ChartScreen {
    ends: Vec<EndView>,
    lines: Vec<LineView>,
    /// Ways between two, each as places of lines; empty where one record was asked for.
    paths: Vec<PathView>,
    has_more: bool,
    /// The commit that it rests on.
    position: u64,
}

/// One way between two.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PathView {
    lines: Vec<usize>,
    strength: f64,
}

/// One link.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LineView {
    from: usize,
    to: usize,
    kind: &'static str,
    /// In the reader's language.
    words: String,
    strength: f64,
    since: Option<String>,
    until: Option<String>,
    statements: Vec<String>,
}

/// Who directs and who profits
///
/// People ranked by what they direct and profit from, with the reasons. Those who are presumed
/// victims are told apart, and everybody stays covered.
#[utoipa::path(
    get, path = "/links.json", tag = "Workbench",
    params(
        ("case" = Option<String>, Query, max_length = 250, description = "Only what belongs to this case, and what lies near it"),
        ("limit" = Option<u32>, Query, maximum = 500, description = "How many at most"),
    ),
    responses((status = 200, description = "The ranking", body = OrganisersScreen))
)]
pub(crate) async fn organisers(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    headers: HeaderMap,
    mut query: Query,
) -> Result<Json<OrganisersScreen>, Problem> {
    let case = query.one("case")?;
    let limit = query.page(LIMIT_DEFAULT)?.limit;
    query.finish()?;
    let answer = state.ask(move |state| {
        let wanted = LinksWanted { case, limit, ..LinksWanted::default() };
        let found = state.node().organisers(&wanted, &reader)?;
        let words = state.words(&headers);
        Ok(OrganisersScreen {
            ranked: found.ranked.iter().map(|one| RankedView::of(one, words)).collect(),
            total: found.total,
            apart: found.apart.iter().map(EndView::of).collect(),
            over_common: found.over_common.iter().map(EndView::of).collect(),
            cut: found.cut,
            position: found.position,
        })
    });
    answer.await.map(Json)
}

/// How records are tied
///
/// What stands around a record; with a second one, the ways between the two.
#[utoipa::path(
    get, path = "/links/chart.json", tag = "Workbench",
    params(
        ("record" = String, Query, min_length = 1, max_length = 250, description = "Id of a record"),
        ("to" = Option<String>, Query, max_length = 250, description = "Id of another"),
        ("limit" = Option<u32>, Query, maximum = 500, description = "How many neighbours at most"),
    ),
    responses((status = 200, description = "The chart", body = ChartScreen))
)]
pub(crate) async fn chart(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    headers: HeaderMap,
    mut query: Query,
) -> Result<Json<ChartScreen>, Problem> {
    let record = query.one("record")?.unwrap_or_default();
    let to = query.one("to")?;
    let limit = query.page(LIMIT_DEFAULT)?.limit;
    query.finish()?;
    let answer = state.ask(move |state| {
        let words = state.words(&headers);
        let wanted = LinksWanted { limit, ..LinksWanted::default() };
        Ok(match to {
            None => {
                let chart = state.node().links_near(&[record], &wanted, &reader)?;
                ChartScreen::of(&chart, Vec::new(), words)
            }
            Some(to) => {
                let wanted = LinksWanted { limit: PATHS, ..wanted };
                let found = state.node().link_paths(&record, &to, &wanted, &reader)?;
                let path = |(lines, strength)| PathView { lines, strength };
                let paths = found.paths.into_iter().map(path).collect();
                ChartScreen::of(&found.chart, paths, words)
            }
        })
    });
    answer.await.map(Json)
}

impl RankedView {
    fn of(organiser: &Organiser, words: &Catalogue) -> Self {
        let reason = |step: &Explanation| ReasonView {
            rule: step.rule,
            weight: step.weight,
            inputs: step.inputs.clone(),
            words: words.say(&step.words),
        };
        Self {
            end: EndView::of(&organiser.end),
            rank: organiser.rank,
            score: organiser.score,
            bits: organiser.bits,
            reasons: organiser.explanation.iter().map(reason).collect(),
        }
    }
}

impl EndView {
    fn of(end: &LinkEnd) -> Self {
        let found = schema::find(&end.schema);
        Self {
            id: end.id.clone(),
            schema: end.schema.clone(),
            label: found.map_or(&*end.schema, |schema| schema.label).to_owned(),
            caption: Text::of(&end.caption, None),
            is_record: found.is_some(),
            is_apart: end.is_apart,
            too_common: end.too_common,
        }
    }
}

impl ChartScreen {
    fn of(chart: &LinkChart, paths: Vec<PathView>, words: &Catalogue) -> Self {
        let line = |line: &LinkLine| LineView {
            from: line.from,
            to: line.to,
            kind: line.kind.code(),
            words: words.text(line.kind.message_key()),
            strength: line.strength,
            since: line.since.clone(),
            until: line.until.clone(),
            statements: line.statements.iter().map(ToString::to_string).collect(),
        };
        Self {
            ends: chart.ends.iter().map(EndView::of).collect(),
            lines: chart.lines.iter().map(line).collect(),
            paths,
            has_more: chart.has_more,
            position: chart.position,
        }
    }
}

const LIMIT_DEFAULT: usize = 50;
const PATHS: usize = 5;
