//! `/cases.json` and `/cases/{id}.json`: cases, and all that stands in one for those who are let in.
//! Of people they say ids and both tracks, never names.

mod sent;
mod tracks;

use std::sync::Arc;

use axum::Json;
use axum::extract::{FromRequestParts as _, Request, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use liaison_model::{Instant, Reader};
use liaison_node::{
    CaseEntry, CaseTask, CaseView, CaseWanted, EntryKind, Evidence, Handover, KnownCase, LinkedTo,
};
use serde::Serialize;
use utoipa::ToSchema;

pub(crate) use sent::{
    __path_change_task, __path_enter, __path_file, __path_hand_over, __path_open, __path_take_back,
    __path_timeline, CaseSaidView, ReasonSent, change_task, enter, file, hand_over, open, said,
    take_back, timeline,
};
pub(crate) use tracks::{
    __path_consider, __path_of_person, __path_procedure, __path_release, __path_screen,
    __path_suspects, __path_take_word_back, __path_waiting, consider, person, procedure, release,
    screen, suspects, take_word_back, waiting,
};

use super::parts::{Handling, Text};
use crate::access::Signed;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::Query;
use crate::state::ApiState;
use tracks::TracksView;

/// Cases that the reader may know of.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CasesScreen {
    rows: Vec<CaseRow>,
    /// Names of the templates after which a case can be opened.
    templates: Vec<String>,
    day: String,
}

/// One case in a list. Whoever is not let in learns its number and its lead.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CaseRow {
    id: String,
    number: String,
    /// What it is called; for its members.
    title: Option<String>,
    case_type: String,
    severity: String,
    lead_officer: String,
    opened: String,
    is_open: bool,
    is_member: bool,
    tags: Vec<String>,
    handling: Handling,
}

/// A case with all that stands in it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CaseScreen {
    row: CaseRow,
    /// Further fields, each as name=value.
    custom_fields: Vec<String>,
    /// From where it was brought in, if it was.
    origin: Option<String>,
    tasks: Vec<TaskView>,
    /// Entries, oldest first.
    entries: Vec<EntryView>,
    links: Vec<CaseLinkView>,
    evidence: Vec<EvidenceView>,
    members: Vec<MemberView>,
    people: Vec<TracksView>,
    timeline: Vec<TimelineView>,
    day: String,
    handling: Handling,
    position: u64,
}

/// A task.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TaskView {
    id: String,
    title: String,
    group: String,
    assignee: String,
    due: Option<String>,
    days_late: u32,
    status: String,
    steps: Vec<TaskStepView>,
}

/// One change of a task.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TaskStepView {
    id: String,
    status: Option<String>,
    assignee: Option<String>,
    due: Option<String>,
    reason: String,
    officer: String,
    #[schema(value_type = String, format = DateTime)]
    entered: Instant,
}

/// One entry.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EntryView {
    id: String,
    #[schema(value_type = String)]
    kind: EntryKind,
    date: Option<String>,
    text: String,
    label: String,
    reason: String,
    /// Of an entry on the status of the case, whether it is open from then on.
    opens: Option<bool>,
    about: Option<String>,
    officer: String,
    #[schema(value_type = String, format = DateTime)]
    entered: Instant,
}

/// Something that is linked.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CaseLinkView {
    /// The entry that links it.
    entry: String,
    id: String,
    schema: String,
    caption: Text,
}

/// A piece of evidence.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EvidenceView {
    id: String,
    /// SHA-256 of the file.
    exhibit: String,
    file_name: String,
    size: u64,
    taken_from: String,
    officer: String,
    #[schema(value_type = String, format = DateTime)]
    entered: Instant,
    holder: String,
    handovers: Vec<HandoverView>,
}

/// One signed word on its way.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HandoverView {
    id: String,
    act: String,
    from: String,
    to: String,
    reason: String,
    signed_by: String,
    #[schema(value_type = String, format = DateTime)]
    entered: Instant,
    commit: u64,
}

/// Somebody who is let in.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MemberView {
    officer: String,
    by: String,
    #[schema(value_type = String, format = DateTime)]
    since: Instant,
    reason: String,
}

/// One line of the timeline.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TimelineView {
    #[schema(value_type = String, format = DateTime)]
    at: Instant,
    message: String,
    label: String,
}

/// Cases
///
/// The newest first. Whoever is not let into a case learns its number, its kind and its lead.
#[utoipa::path(
    get, path = "/cases.json", tag = "Workbench",
    params(
        ("mine" = Option<bool>, Query, description = "Only those into which one is let"),
        ("closed" = Option<bool>, Query, description = "Those that are closed, too"),
    ),
    responses((status = 200, description = "The cases", body = CasesScreen))
)]
pub(crate) async fn list(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    mut query: Query,
) -> Result<Json<CasesScreen>, Problem> {
    let mine = query.flag("mine")?;
    let closed = query.flag("closed")?;
    query.finish()?;
    let wanted = CaseWanted { mine, closed };
    let answer = state.ask(move |state| {
        let node = state.node();
        let templates = node.templates()?.into_iter().map(|template| template.name);
        Ok(CasesScreen {
            rows: node.cases(&reader, &wanted)?.iter().map(CaseRow::of).collect(),
            templates: templates.collect(),
            day: node.today().to_string(),
        })
    });
    answer.await.map(Json)
}

/// `/cases/{id}`: the screen of a case, its data, or its timeline as a file.
pub(crate) async fn case(
    State(state): State<Arc<ApiState>>,
    InPath(id): InPath,
    request: Request,
) -> Result<Response, Problem> {
    let (mut parts, _) = request.into_parts();
    let (name, ending) = id.rsplit_once('.').unwrap_or((&id, ""));
    if !["json", "csv"].contains(&ending) {
        return Ok(super::page(State(state), parts.headers).await);
    }
    let query = Query::parse(parts.uri.query().unwrap_or_default())?;
    let Signed { reader, .. } = Signed::from_request_parts(&mut parts, &state).await?;
    match ending {
        "csv" => timeline_of(&state, reader, name, query).await,
        _ => one(&state, reader, name, query).await,
    }
}

/// A case
///
/// Its tasks, entries, links, evidence, members, people with both tracks, and timeline. With `.csv`
/// its timeline as Timesketch reads it. Without an ending, its screen.
#[utoipa::path(
    get, path = "/cases/{id}.json", tag = "Workbench",
    params(("id" = String, Path, description = "Number or id of the case")),
    responses((status = 200, description = "The case", body = CaseScreen))
)]
pub(crate) async fn one(
    state: &Arc<ApiState>,
    reader: Reader,
    id: &str,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    let id = id.to_owned();
    let answer = state.ask(move |state| Ok(CaseScreen::of(&state.node().case(&id, &reader)?)));
    Ok(Json(answer.await?).into_response())
}

async fn timeline_of(
    state: &Arc<ApiState>,
    reader: Reader,
    id: &str,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    let id = id.to_owned();
    let answer = state.ask(move |state| {
        let view = state.node().case(&id, &reader)?;
        let mut bytes = Vec::new();
        let written = view.write_timeline(&mut bytes);
        written.map_err(|_| Problem::body())?;
        Ok((view.case.number, bytes))
    });
    let (number, bytes) = answer.await?;
    let name = format!("attachment; filename=\"{number}-timeline.csv\"");
    let kind = "text/csv; charset=utf-8".to_owned();
    Ok(([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, name)], bytes).into_response())
}

impl CaseRow {
    fn of(case: &KnownCase) -> Self {
        Self {
            id: case.id.to_string(),
            number: case.number.clone(),
            title: case.title.clone(),
            case_type: case.case_type.clone(),
            severity: case.severity.clone(),
            lead_officer: case.lead_officer.clone(),
            opened: case.opened.clone(),
            is_open: case.is_open,
            is_member: case.is_member,
            tags: case.tags.clone(),
            handling: Handling::of(&case.marks),
        }
    }
}

impl CaseScreen {
    fn of(view: &CaseView) -> Self {
        let member = |member: &liaison_node::Member| MemberView {
            officer: member.officer.clone(),
            by: member.by.clone(),
            since: member.since,
            reason: member.reason.clone(),
        };
        let line = |row: liaison_casework::TimelineRow| TimelineView {
            at: row.at,
            message: row.message,
            label: row.label,
        };
        Self {
            row: CaseRow::of(&view.case),
            custom_fields: view.case.custom_fields.clone(),
            origin: view.case.origin.clone(),
            tasks: view.tasks.iter().map(|task| TaskView::of(task, view)).collect(),
            entries: view.entries.iter().map(EntryView::of).collect(),
            links: view.links.iter().map(CaseLinkView::of).collect(),
            evidence: view.evidence.iter().map(EvidenceView::of).collect(),
            members: view.members.iter().map(member).collect(),
            people: view.people.iter().map(TracksView::of).collect(),
            timeline: view.timeline().into_iter().map(line).collect(),
            day: view.day.to_string(),
            handling: Handling::of(&view.case.marks),
            position: view.position,
        }
    }
}

impl TaskView {
    fn of(task: &CaseTask, view: &CaseView) -> Self {
        let steps = task.steps.iter().map(|step| TaskStepView {
            id: step.id.clone(),
            status: step.status.map(|status| status.code().to_owned()),
            assignee: step.assignee.clone(),
            due: step.due.map(|day| day.to_string()),
            reason: step.reason.clone(),
            officer: step.officer.clone(),
            entered: step.entered,
        });
        Self {
            id: task.id.clone(),
            title: task.title.clone(),
            group: task.group.clone(),
            assignee: task.assignee.clone(),
            due: task.due.map(|day| day.to_string()),
            days_late: task.days_late(view.day),
            status: task.status.code().to_owned(),
            steps: steps.collect(),
        }
    }
}

impl EntryView {
    fn of(entry: &CaseEntry) -> Self {
        Self {
            id: entry.id.clone(),
            kind: entry.kind,
            date: entry.date.clone(),
            text: entry.text.clone(),
            label: entry.label.clone(),
            reason: entry.reason.clone(),
            opens: entry.opens,
            about: entry.about.clone(),
            officer: entry.officer.clone(),
            entered: entry.entered,
        }
    }
}

impl CaseLinkView {
    fn of(link: &LinkedTo) -> Self {
        Self {
            entry: link.entry.clone(),
            id: link.id.clone(),
            schema: link.schema.clone(),
            caption: Text::of(&link.caption, None),
        }
    }
}

impl EvidenceView {
    fn of(kept: &Evidence) -> Self {
        let word = |word: &Handover| HandoverView {
            id: word.id.clone(),
            act: word.act.clone(),
            from: word.from.clone(),
            to: word.to.clone(),
            reason: word.reason.clone(),
            signed_by: word.signed_by.clone(),
            entered: word.entered,
            commit: word.commit,
        };
        Self {
            id: kept.id.clone(),
            exhibit: kept.exhibit.clone(),
            file_name: kept.file_name.clone(),
            size: kept.size,
            taken_from: kept.taken_from.clone(),
            officer: kept.officer.clone(),
            entered: kept.entered,
            holder: kept.holder.clone(),
            handovers: kept.handovers.iter().map(word).collect(),
        }
    }
}
