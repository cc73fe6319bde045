//! `/situation/own.json` and `/situation/cooperation.json`: what the node itself counts, and what
//! became of requests between agencies.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use liaison_casework::Stage;
use liaison_node::{Asked, Cooperation, OwnCounts, OwnRow, OwnWhat};
use serde::Serialize;
use utoipa::ToSchema;

use super::parts::Handling;
use crate::access::Signed;
use crate::problem::Problem;
use crate::query::{Query, not_one_of};
use crate::state::ApiState;

/// What the node counts, beside published figures and never among them.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwnScreen {
    counts: Vec<OwnCountView>,
    /// Reports by how far they have come, in the order of stages.
    stages: Vec<StageCount>,
    days_open: DaysOpen,
    /// Money of freeze plans, one row for each plan and currency.
    money: Vec<OwnMoney>,
    /// The rows behind one number, where they were asked for.
    rows: Option<OwnRows>,
    handling: Option<Handling>,
    /// The last commit that is counted.
    position: u64,
}

/// One thing that is counted.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwnCountView {
    /// `reports`, `located`, `home`, `detained`, `deported` or `frozen`.
    what: &'static str,
    /// What an officer of this node said or verified.
    verified: u32,
    /// What only came with a file.
    reported: u32,
    /// Month by month, earliest first.
    months: Vec<OwnMonth>,
    /// Of no known month.
    undated: u32,
}

/// One month.
#[derive(Debug, Default, Serialize, ToSchema)]
pub(crate) struct OwnMonth {
    /// As `2026-03`.
    month: String,
    verified: u32,
    reported: u32,
}

/// How many reports are at a stage.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StageCount {
    #[schema(value_type = String)]
    stage: &'static str,
    reports: u32,
}

/// For how long reports have been open.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DaysOpen {
    reports: u64,
    median: Option<u32>,
    most: Option<u32>,
}

/// Money of a freeze plan.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwnMoney {
    currency: String,
    asked: String,
    saved: String,
    moving: String,
    lost: String,
    released: String,
}

/// Rows behind a number.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwnRows {
    what: &'static str,
    total: u64,
    /// The earliest first, at most 500.
    rows: Vec<OwnRowView>,
}

/// One row.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwnRowView {
    /// Entity id of the record that says it.
    record: String,
    /// The day or month, as far as it is told.
    date: Option<String>,
    authority: String,
    verified: bool,
    currency: Option<String>,
    amount: Option<String>,
}

/// What became of requests, peer by peer and month by month.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CooperationScreen {
    /// The latest month first.
    months: Vec<CooperationMonth>,
}

/// One month with one peer.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CooperationMonth {
    /// The other agency.
    peer: String,
    month: String,
    by_us: AskedView,
    by_them: AskedView,
    withdrawn: u32,
    withdrawals_confirmed: u32,
}

/// What one side asked the other.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AskedView {
    requests: u32,
    settled: u32,
    /// Null where nothing was answered or refused yet.
    hours_median: Option<f64>,
    late: u32,
    /// Refusals by the law that they name.
    refused: BTreeMap<String, u32>,
    /// People located after an answer about them.
    located: u32,
}

/// What the node counts
///
/// Reports, people located and home, arrests, deportations, accounts frozen and money saved, month by
/// month. With `what`, the rows behind that number; people in them are named by their records alone.
#[utoipa::path(
    get, path = "/situation/own.json", tag = "Workbench",
    params(
        ("what" = Option<String>, Query, nullable = false, pattern = "^(reports|located|home|detained|deported|frozen)$", description = "Give the rows of this number, too"),
        ("month" = Option<String>, Query, description = "Only those of a month, as `2026-03`"),
    ),
    responses((status = 200, description = "The numbers", body = OwnScreen))
)]
pub(crate) async fn own(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    mut query: Query,
) -> Result<Json<OwnScreen>, Problem> {
    let codes = OwnWhat::ALL.map(OwnWhat::code);
    let what = match query.one("what")? {
        Some(code) => Some(OwnWhat::of_code(&code).ok_or_else(|| not_one_of("what", &codes))?),
        None => None,
    };
    let month = query.one("month")?;
    query.finish()?;
    let counts = state.ask(move |state| Ok(state.node().own_counts(&reader)?)).await?;
    let rows = what.map(|what| OwnRows::of(what, month.as_deref(), &counts));
    Ok(Json(OwnScreen::of(counts, rows)))
}

/// Is cooperation working
///
/// What agencies asked each other, month by month: how many requests, the median hours to an answer,
/// refusals by law, people located after an answer, and withdrawals that were confirmed.
#[utoipa::path(
    get, path = "/situation/cooperation.json", tag = "Workbench",
    responses((status = 200, description = "The months", body = CooperationScreen))
)]
pub(crate) async fn cooperation(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    query: Query,
) -> Result<Json<CooperationScreen>, Problem> {
    query.finish()?;
    let months = state.ask(move |state| Ok(state.node().cooperation(&reader)?)).await?;
    Ok(Json(CooperationScreen { months: months.into_iter().map(CooperationMonth::of).collect() }))
}

impl OwnScreen {
    fn of(counts: OwnCounts, rows: Option<OwnRows>) -> Self {
        let days = &counts.days_open;
        let stage = |stage: Stage| StageCount {
            stage: stage.code(),
            reports: counts.stages.get(&stage).copied().unwrap_or(0),
        };
        Self {
            counts: counts.rows.iter().map(|(what, rows)| OwnCountView::of(*what, rows)).collect(),
            stages: Stage::ALL.into_iter().map(stage).filter(|it| 0 < it.reports).collect(),
            days_open: DaysOpen {
                reports: days.len() as u64,
                median: days.get(days.len() / 2).copied(),
                most: days.last().copied(),
            },
            rows,
            handling: counts.marks.as_ref().map(Handling::of),
            position: counts.position,
            money: counts.money.into_iter().map(OwnMoney::of).collect(),
        }
    }
}

impl OwnCountView {
    fn of(what: OwnWhat, rows: &[OwnRow]) -> Self {
        let mut months = BTreeMap::<String, OwnMonth>::new();
        let mut undated = 0;
        for row in rows {
            let Some(key) = month_of(row) else {
                undated += 1;
                continue;
            };
            let month = months.entry(key.clone()).or_default();
            month.month = key;
            month.verified += u32::from(row.is_verified);
            month.reported += u32::from(!row.is_verified);
        }
        let verified = rows.iter().filter(|row| row.is_verified).count() as u32;
        let reported = rows.len() as u32 - verified;
        let what = what.code();
        Self { what, verified, reported, months: months.into_values().collect(), undated }
    }
}

impl OwnMoney {
    fn of(sum: liaison_node::FreezeSum) -> Self {
        let liaison_node::FreezeSum { currency, asked, saved, moving, lost, released } = sum;
        Self { currency, asked, saved, moving, lost, released }
    }
}

impl OwnRows {
    fn of(what: OwnWhat, month: Option<&str>, counts: &OwnCounts) -> Self {
        let all = counts.rows.get(&what).into_iter().flatten();
        let is_wanted = |row: &&OwnRow| month.is_none_or(|it| month_of(row).as_deref() == Some(it));
        let wanted: Vec<&OwnRow> = all.filter(is_wanted).collect();
        let rows = wanted.iter().take(ROWS_MAX).map(|row| OwnRowView::of(row)).collect();
        Self { what: what.code(), total: wanted.len() as u64, rows }
    }
}

impl OwnRowView {
    fn of(row: &OwnRow) -> Self {
        let (currency, amount) = row.amount.clone().unzip();
        Self {
            record: row.record.clone(),
            date: row.date.as_ref().map(ToString::to_string),
            authority: row.authority.clone(),
            verified: row.is_verified,
            currency,
            amount,
        }
    }
}

impl CooperationMonth {
    fn of(of: Cooperation) -> Self {
        let Cooperation { peer, month, by_us, by_them, withdrawn, withdrawals_confirmed } = of;
        let (by_us, by_them) = (AskedView::of(by_us), AskedView::of(by_them));
        let peer = peer.to_string();
        Self { peer, month, by_us, by_them, withdrawn, withdrawals_confirmed }
    }
}

impl AskedView {
    fn of(asked: Asked) -> Self {
        let Asked { requests, settled, hours_median, late, refused, located } = asked;
        Self { requests, settled, hours_median, late, refused, located }
    }
}

fn month_of(row: &OwnRow) -> Option<String> {
    row.month().map(|(year, month)| format!("{year:04}-{month:02}"))
}

/// More rows than somebody reads; the number says how many there are.
const ROWS_MAX: usize = 500;
