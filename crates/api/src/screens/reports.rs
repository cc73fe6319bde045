//! `/reports.json`, `/reports/{id}.json` and `/inbox.json`: reports on people missing or held, how
//! far each has come, and what waits. No row says who it is about.

mod detail;
mod mailed;
mod same;
mod sent;

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use axum::response::Response;
use liaison_casework::{Age, Disagreement, Listed, Overview, SavedView, Stage, Wanted};
use liaison_model::values::PartialDate;
use liaison_model::{Instant, Reader};
use liaison_node::{KnownReport, Reports, RequestsWanted};
use liaison_policy::Operation;
use serde::Serialize;
use utoipa::openapi::path::{Parameter, ParameterIn};
use utoipa::{IntoParams, ToSchema};

pub(crate) use detail::__path_one;
pub(crate) use detail::one;
pub(crate) use mailed::{__path_from_mail, from_mail};
pub(crate) use same::{
    __path_judge, __path_like_report, __path_like_told, judge, like_report, like_told,
};
pub(crate) use sent::{
    __path_add, __path_check, __path_stage, __path_take, __path_take_back, add, check, stage, take,
    take_back,
};

use super::parts::Handling;
use super::requests::RequestRow;
use super::situation::known_on;
use crate::access::Signed;
use crate::describe::{self, form, query, word};
use crate::emergencies::{self, EmergencyView};
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::{Page, Query, malformed, not_one_of};
use crate::search::exact;
use crate::state::ApiState;

/// Counts of all reports, and a page of those that are wanted.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReportsScreen {
    /// The day on which they are counted.
    day: String,
    overview: OverviewView,
    rows: Vec<ReportRow>,
    /// How many are wanted in all.
    total: u64,
    limit: usize,
    offset: usize,
    /// The strictest handling of the rows.
    handling: Option<Handling>,
    /// The last commit that is counted.
    position: u64,
}

/// Counts of all reports that the reader may know of.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OverviewView {
    reports: u64,
    /// How many are home or closed, by stage.
    settled: Vec<StageCount>,
    /// How many are open, by stage and age.
    open: Vec<OpenCount>,
    /// By the month in which they were made; `null` where nobody knows the month.
    months: Vec<MonthCount>,
    /// How many each saved view has.
    views: Vec<ViewCount>,
}

/// Reports at a stage.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StageCount {
    #[schema(value_type = String)]
    stage: Stage,
    count: u32,
}

/// Open reports at a stage, of an age.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OpenCount {
    #[schema(value_type = String)]
    stage: Stage,
    #[schema(value_type = String)]
    age: Age,
    count: u32,
}

/// Reports of a month.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MonthCount {
    month: Option<String>,
    reported: u32,
    settled: u32,
}

/// Reports of a saved view.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ViewCount {
    #[schema(value_type = String)]
    view: SavedView,
    count: u32,
}

/// One report in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReportRow {
    id: String,
    /// The number that its agency gave it; the end of its id where it has none.
    number: String,
    #[schema(value_type = String)]
    stage: Stage,
    is_settled: bool,
    /// Whether the person is a child on the day that is counted on, or may be one.
    is_child: bool,
    /// When the stage was reached, as exact as is known.
    since: Option<String>,
    /// Which agency says so.
    authority: Option<String>,
    /// When it was made, as exact as is known.
    reported: Option<String>,
    /// Days from the report to the day that is counted on, or to when it was settled.
    days_open: Option<u32>,
    /// When anyone last heard from the person.
    last_heard: Option<String>,
    danger: Option<String>,
    safe_to_call: Option<String>,
    /// What the reporter agreed to, as a code.
    consent: Option<String>,
    place: Option<NamedPlace>,
    due: Option<DueView>,
    /// How many words do not go together with the one that counts.
    disagreements: u64,
    handling: Handling,
}

/// A place by its name.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NamedPlace {
    pub(super) id: String,
    pub(super) name: String,
}

/// What is to be done, and by when.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DueView {
    act: String,
    by: String,
    /// How many days late it is.
    days_late: u32,
}

/// What waits for somebody.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct InboxScreen {
    day: String,
    /// What is due and late, longest late first.
    late: Group,
    /// Reports on people who are in danger.
    danger: Group,
    /// Reports on which agencies or officers disagree.
    disagreed: Group,
    /// Requests of other agencies that wait for a word of this one, and this agency's own that do.
    requests: RequestGroup,
    /// Looks in an emergency that wait for this officer's review, and this officer's own that were
    /// not confirmed; newest first.
    emergencies: Vec<EmergencyView>,
    handling: Option<Handling>,
    position: u64,
}

/// Some of the requests that wait for this agency.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RequestGroup {
    total: u64,
    /// What is late first.
    rows: Vec<RequestRow>,
}

/// Some of the reports of a saved view.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Group {
    total: u64,
    rows: Vec<ReportRow>,
}

/// What a list of reports is asked for.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    wanted: Wanted,
    day: Option<jiff::civil::Date>,
    known_on: Option<Instant>,
    page: Page,
}

impl IntoParams for Asked {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let views = word(SavedView::ALL.map(SavedView::code));
        let mut parameters = vec![
            query("view", "Only those of a saved view", views),
            query("stage", "Only those at a stage", word(Stage::ALL.map(Stage::code))),
            query("age", "Only those open for so long", word(Age::ALL.map(Age::code))),
            query("month", "Only those made in this month", form(&exact(MONTH))),
            query("day", "Counted on this day; today where absent", describe::day()),
            query("known_on", "Of what was known at this moment", describe::moment()),
        ];
        parameters.extend(describe::page(LIMIT_DEFAULT));
        parameters
    }
}

impl Asked {
    fn read(mut query: Query) -> Result<Self, Problem> {
        let view = code(&mut query, "view", SavedView::read, &SavedView::ALL.map(SavedView::code))?;
        let stage = code(&mut query, "stage", exact_stage, &Stage::ALL.map(Stage::code))?;
        let age = code(&mut query, "age", Age::read, &Age::ALL.map(Age::code))?;
        let month = query.one("month")?.map(|text| month(&text)).transpose()?;
        let day = day(&mut query)?;
        let known_on = known_on(&mut query)?;
        let page = query.page(LIMIT_DEFAULT)?;
        query.finish()?;
        let wanted = Wanted { view, stage, age, month };
        Ok(Self { wanted, day, known_on, page })
    }
}

/// Reports
///
/// Counts of all reports on people missing or held that the reader may know of, and a page of
/// those that are wanted. Rows say numbers, not names.
#[utoipa::path(
    get, path = "/reports.json", tag = "Workbench",
    params(Asked),
    responses((status = 200, description = "The reports", body = ReportsScreen))
)]
pub(crate) async fn list(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    query: Query,
) -> Result<Json<ReportsScreen>, Problem> {
    let asked = Asked::read(query)?;
    state.ask(move |state| read(state, &reader, &asked)).await.map(Json)
}

/// Inbox
///
/// What waits: reports of which something is late, that speak of danger, or on which words do not
/// go together.
#[utoipa::path(
    get, path = "/inbox.json", tag = "Workbench",
    params(("day" = Option<String>, Query, format = Date, description = "Counted on this day; today where absent")),
    responses((status = 200, description = "What waits", body = InboxScreen))
)]
pub(crate) async fn inbox(
    State(state): State<Arc<ApiState>>,
    signed: Signed,
    mut query: Query,
) -> Result<Json<InboxScreen>, Problem> {
    let day = day(&mut query)?;
    query.finish()?;
    let reviews = signed.decide(Operation::ReviewLooks).is_allowed();
    let answer = state.ask(move |state| {
        let mut inbox = read_inbox(state, &signed.reader, day)?;
        inbox.emergencies = emergencies::waiting(state, &signed.reader, reviews)?;
        Ok(inbox)
    });
    answer.await.map(Json)
}

/// `/reports/{id}`: the screen of a report, or its data.
pub(crate) async fn report(
    State(state): State<Arc<ApiState>>,
    InPath(id): InPath,
    request: Request,
) -> Result<Response, Problem> {
    match super::screen_of(&state, &id, request).await? {
        super::Screen::Page(page) => Ok(page),
        super::Screen::Data { id, reader, query } => one(&state, reader, id, query).await,
    }
}

fn read(state: &ApiState, reader: &Reader, asked: &Asked) -> Result<ReportsScreen, Problem> {
    let reports = state.node().reports(reader, asked.known_on, asked.day)?;
    let page = reports.page(&asked.wanted, asked.page.offset, asked.page.limit);
    let (rows, handling) = rows(state, reader, &reports, &page.rows)?;
    Ok(ReportsScreen {
        day: reports.day.to_string(),
        overview: OverviewView::of(&reports.overview()),
        rows,
        total: page.total as u64,
        limit: asked.page.limit,
        offset: asked.page.offset,
        handling,
        position: reports.position,
    })
}

fn read_inbox(
    state: &ApiState,
    reader: &Reader,
    day: Option<jiff::civil::Date>,
) -> Result<InboxScreen, Problem> {
    let reports = state.node().reports(reader, None, day)?;
    let mut strictest: Option<Handling> = None;
    let mut group = |view| -> Result<Group, Problem> {
        let wanted = Wanted { view: Some(view), ..Wanted::default() };
        let page = reports.page(&wanted, 0, INBOX_ROWS);
        let (rows, handling) = rows(state, reader, &reports, &page.rows)?;
        strictest = strictest.take().or(handling);
        Ok(Group { total: page.total as u64, rows })
    };
    let late = group(SavedView::Late)?;
    let danger = group(SavedView::Danger)?;
    let disagreed = group(SavedView::Disagreed)?;
    let requests = read_requests(state, reader)?;
    strictest = strictest.or(requests.rows.first().map(RequestRow::handling));
    let (day, position) = (reports.day.to_string(), reports.position);
    let emergencies = Vec::new();
    Ok(InboxScreen {
        day,
        late,
        danger,
        disagreed,
        requests,
        emergencies,
        handling: strictest,
        position,
    })
}

/// The requests on which a word of this agency is awaited.
fn read_requests(state: &ApiState, reader: &Reader) -> Result<RequestGroup, Problem> {
    let wanted = RequestsWanted { side: None, open: true };
    let mut waiting = state.node().requests(wanted, reader)?;
    waiting.retain(|request| request.standing.waits_for == Some(request.side));
    let total = waiting.len() as u64;
    let rows = waiting.iter().take(INBOX_ROWS).map(RequestRow::of).collect();
    Ok(RequestGroup { total, rows })
}

/// Rows with the names of their places and agencies, and the strictest handling of them.
pub(super) fn rows(
    state: &ApiState,
    reader: &Reader,
    reports: &Reports,
    listed: &[(Listed<'_>, &KnownReport)],
) -> Result<(Vec<ReportRow>, Option<Handling>), Problem> {
    let ids = listed.iter().flat_map(|(listed, _)| {
        let authority = listed.standing.word.map(|word| word.authority.as_str());
        listed.report.place.as_deref().into_iter().chain(authority)
    });
    let names = state.node().captions(ids, reader)?;
    let marks = listed.iter().map(|(_, known)| known.marks.clone());
    let strictest = marks.reduce(|a, b| if a == b { a } else { a.strictest(&b) });
    let row = |(listed, known): &(Listed<'_>, &KnownReport)| {
        ReportRow::of(listed, known, reports.day, &names)
    };
    Ok((listed.iter().map(row).collect(), strictest.as_ref().map(Handling::of)))
}

impl OverviewView {
    fn of(overview: &Overview) -> Self {
        let settled = overview.settled.iter();
        let open = overview.open.iter();
        let views = SavedView::ALL.into_iter();
        Self {
            reports: u64::from(overview.reports),
            settled: settled
                .map(|(stage, count)| StageCount { stage: *stage, count: *count })
                .collect(),
            open: open
                .map(|((stage, age), count)| OpenCount { stage: *stage, age: *age, count: *count })
                .collect(),
            months: overview
                .months
                .iter()
                .map(|month| MonthCount {
                    month: month.month.map(|(year, month)| format!("{year:04}-{month:02}")),
                    reported: month.reported,
                    settled: month.settled,
                })
                .collect(),
            views: views
                .map(|view| ViewCount {
                    view,
                    count: overview.views.get(&view).copied().unwrap_or(0),
                })
                .collect(),
        }
    }
}

impl ReportRow {
    fn of(
        listed: &Listed<'_>,
        known: &KnownReport,
        day: jiff::civil::Date,
        names: &BTreeMap<String, String>,
    ) -> Self {
        let Listed { report, standing } = listed;
        let named = |id: &String| names.get(id).unwrap_or(id).clone();
        let text = |date: &PartialDate| date.to_string();
        let word = standing.word;
        Self {
            number: number_of(report),
            id: report.id.clone(),
            stage: standing.stage,
            is_settled: standing.is_settled(),
            is_child: report.is_child(day),
            since: word.and_then(|word| word.date.as_ref()).or(report.reported.as_ref()).map(text),
            authority: word.map(|word| named(&word.authority)),
            reported: report.reported.as_ref().map(text),
            days_open: standing.days_open,
            last_heard: last_heard(known, standing.last_heard),
            danger: report.danger.clone(),
            safe_to_call: report.safe_to_call.clone(),
            consent: report.consent.clone(),
            place: report.place.as_ref().map(|id| NamedPlace { id: id.clone(), name: named(id) }),
            due: standing.due.map(|due| DueView {
                act: due.act.code().to_owned(),
                by: due.by.to_string(),
                days_late: standing.days_late(day),
            }),
            disagreements: standing.disagreements.len() as u64,
            handling: Handling::of(&known.marks),
        }
    }
}

/// The date of the report's own last contact as exact as it is, unless a check was later.
fn last_heard(known: &KnownReport, last: Option<jiff::civil::Date>) -> Option<String> {
    let told = known.report.last_contact.as_ref();
    let is_last = told.is_some_and(|told| Some(told.latest()) == last);
    match told.filter(|_| is_last) {
        Some(told) => Some(told.to_string()),
        None => last.map(|day| day.to_string()),
    }
}

fn number_of(report: &liaison_casework::Report) -> String {
    let local = || report.id.rsplit(':').next().unwrap_or_default().to_owned();
    report.number.clone().unwrap_or_else(local)
}

/// The ids of the words that a disagreement is about.
fn words_of(disagreement: &Disagreement<'_>) -> Vec<String> {
    match disagreement {
        Disagreement::Fork(one, other) => vec![one.id.clone(), other.id.clone()],
        Disagreement::Further(step) => vec![step.id.clone()],
    }
}

fn code<T>(
    query: &mut Query,
    name: &'static str,
    read: impl Fn(&str) -> Option<T>,
    codes: &[&str],
) -> Result<Option<T>, Problem> {
    let text = query.one(name)?;
    text.map(|text| read(&text).ok_or_else(|| not_one_of(name, codes))).transpose()
}

/// A stage by its code alone: the words of desks are for files.
fn exact_stage(text: &str) -> Option<Stage> {
    Stage::ALL.into_iter().find(|stage| stage.code() == text)
}

fn month(text: &str) -> Result<(i16, i8), Problem> {
    let wrong = || malformed("month", "2025-08");
    let (year, month) = text.split_once('-').ok_or_else(wrong)?;
    let read = (year.len() == 4 && month.len() == 2).then(|| (year.parse(), month.parse()));
    match read {
        Some((Ok(year), Ok(month @ 1..=12))) => Ok((year, month)),
        _ => Err(wrong()),
    }
}

/// Takes `day`.
fn day(query: &mut Query) -> Result<Option<jiff::civil::Date>, Problem> {
    let text = query.one("day")?;
    text.map(|text| text.parse().map_err(|_| malformed("day", "2025-09-01"))).transpose()
}

const LIMIT_DEFAULT: usize = 50;
const INBOX_ROWS: usize = 50;
const MONTH: &str = "[0-9]{4}-(0[1-9]|1[0-2])";
