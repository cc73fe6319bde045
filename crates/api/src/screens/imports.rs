//! `/import.json` and `/import/{id}.json`: files that officers send, what their columns mean, how
//! far the import is, and what was set aside.
//!
//! # Invariants
//!
//! * A job lies in the node's folder, not in memory alone: a page that is reloaded and a server
//!   that is restarted show it again. An import that was cut off has left nothing in the journal.
//! * Whoever sent the file sees it. Who reviews imports sees that it was imported and may take it
//!   back, but not its rows, which no mark protects; nobody else learns of it.

pub(crate) mod mending;

use std::collections::HashMap;
use std::fs;
use std::io::{BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use axum::Json;
use axum::body::{Body, HttpBody};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use liaison_formats::{Format, Mapping, sample_csv};
use liaison_model::messages::{Catalogue, Message};
use liaison_model::schema::{self, PropType};
use liaison_model::{Grade, Instant, MASK, Marks, Problem as RowProblem, Reader, ShownValue};
use liaison_node::import::{ImportReport, ImportRequest, Input, Progress};
use liaison_node::{NodeError, WrongUse, private_file};
use liaison_policy::Operation;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::situation::{ReceiptView, receipt};
use crate::access::Signed;
use crate::body::Sent;
use crate::path::InPath;
use crate::problem::{Problem, on_screen};
use crate::query::{Query, malformed};
use crate::state::ApiState;

/// Jobs that run in this process.
pub(crate) type Running = Mutex<HashMap<String, Arc<Run>>>;

/// How far a running job is.
#[derive(Debug, Default)]
pub(crate) struct Run {
    rows: AtomicU64,
    bytes: AtomicU64,
    statements: AtomicU64,
    stop: AtomicBool,
}

/// An import.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct Job {
    id: String,
    officer: String,
    /// The language in which reasons are told.
    lang: String,
    /// The file's name.
    file: String,
    bytes: u64,
    format: String,
    state: JobState,
    /// When the file came.
    #[schema(value_type = String, format = DateTime)]
    sent: Instant,
    /// Columns of a table with what they mean; empty for other formats.
    columns: Vec<Column>,
    /// What a column may mean: `person.birthDate` with a label.
    choices: Vec<Choice>,
    /// The first rows.
    sample: Vec<Vec<String>>,
    /// The mapping in its written form.
    mapping: Option<String>,
    dataset: Option<String>,
    source: Option<String>,
    grade: Option<String>,
    handling: Option<String>,
    /// When it began.
    #[schema(value_type = Option<String>, format = DateTime)]
    began: Option<Instant>,
    progress: Option<JobProgress>,
    result: Option<JobResult>,
    /// Commits that it made, the first one first.
    commits: Vec<u64>,
    problems: Vec<JobProblem>,
    /// Headings of the rows that were set aside.
    headings: Vec<String>,
    /// Rows that were set aside, to be mended.
    rows: Vec<SetAside>,
    /// What was typed into such rows and not sent yet; for whoever sent the file.
    #[serde(default)]
    typed: Vec<SetAside>,
    /// Why it failed, in words.
    failure: Option<String>,
    /// The commit that took it back.
    #[serde(default)]
    undone_by: Option<u64>,
}

/// What became of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum JobState {
    /// The file is here; nothing was read for good.
    Sent,
    /// It is being read.
    Running,
    /// It is in the journal.
    Done,
    /// Nothing of it is in the journal.
    Failed,
    /// Somebody stopped it; nothing of it is in the journal.
    Stopped,
    /// It was in the journal, and was taken back.
    Undone,
}

/// A column of a table.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct Column {
    heading: String,
    /// What it means; absent: it is left out.
    to: Option<String>,
    /// Why it seems so.
    reason: String,
}

/// What a column may mean.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct Choice {
    to: String,
    entity: String,
    label: String,
}

/// How far a job is.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct JobProgress {
    rows: u64,
    bytes: u64,
    /// Statements made visible, once reading is done.
    statements: u64,
}

/// What an import amounted to, mended rows included.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
pub(crate) struct JobResult {
    read: u64,
    statements: u64,
    new: u64,
    entities: u64,
    problems: u64,
    rows_set_aside: u64,
    mended: u64,
    seconds: f64,
}

/// Something that could not be read.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct JobProblem {
    row: Option<u64>,
    column: Option<String>,
    /// The value, where it cannot be about a person.
    value: Option<String>,
    reason: String,
    hint: Option<String>,
    row_set_aside: bool,
}

/// A row that was set aside.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SetAside {
    /// Where it stood in the file.
    row: u64,
    cells: Vec<String>,
}

/// All imports that the officer may see.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct JobList {
    /// The last first.
    results: Vec<Job>,
}

/// How a file is to be imported.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StartWanted {
    #[schema(max_length = 250)]
    dataset: Option<String>,
    #[schema(max_length = 1000)]
    source: Option<String>,
    /// Such as `B2`.
    #[schema(max_length = 2)]
    grade: Option<String>,
    /// Marks in their written form; absent: originator only.
    #[schema(max_length = 500)]
    handling: Option<String>,
    /// Columns that mean something else than was proposed.
    #[serde(default)]
    columns: Vec<ColumnWanted>,
}

/// What a column means.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ColumnWanted {
    #[schema(max_length = 1000)]
    heading: String,
    #[schema(max_length = 200)]
    to: Option<String>,
}

/// Why something is taken back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UndoWanted {
    #[schema(min_length = 1, max_length = 2000, pattern = r"\S")]
    reason: String,
}

/// Imports
///
/// Those of the officer; to a supervisor those of all officers, with whose they are and without
/// their rows.
#[utoipa::path(
    get, path = "/import.json", tag = "Workbench",
    responses((status = 200, description = "The imports", body = JobList))
)]
pub(crate) async fn list(
    State(state): State<Arc<ApiState>>,
    signed: Signed,
    query: Query,
) -> Result<Json<JobList>, Problem> {
    query.finish()?;
    Ok(Json(state.ask(move |state| Ok(JobList { results: all_of(state, &signed) })).await?))
}

/// An import
///
/// How far it is, and what was set aside. Without `.json`, its screen.
#[utoipa::path(
    get, path = "/import/{id}.json", tag = "Workbench",
    params(
        ("id" = String, Path, description = "Id of the import"),
        ("wait" = Option<u32>, Query, minimum = 0, maximum = 20, nullable = false, description = "Seconds to wait for its end; 0 answers at once"),
    ),
    responses((status = 200, description = "The import", body = Job))
)]
pub(crate) async fn one(
    State(state): State<Arc<ApiState>>,
    signed: Result<Signed, Problem>,
    InPath(id): InPath,
    headers: HeaderMap,
    mut query: Query,
) -> Result<Response, Problem> {
    let Some(id) = id.strip_suffix(".json").map(str::to_owned) else {
        return Ok(super::page(State(state), headers).await);
    };
    let signed = signed?;
    let wait = query.wait()?;
    query.finish()?;
    state.until_ended(wait, |state| lock(&state.running).contains_key(&id)).await;
    let read = move |state: &ApiState| {
        let mut job = seen(state, &id, &signed)?;
        if job.officer == signed.reader.name() {
            job.typed = mending::typed(state, &job);
        }
        Ok(job)
    };
    Ok(Json(state.ask(read).await?).into_response())
}

/// Send a file
///
/// The file's bytes, its name percent-encoded in `X-File-Name`. Answers with what its columns seem
/// to mean; nothing is read for good yet.
#[utoipa::path(
    post, path = "/api/imports", tag = "Workbench",
    params(("x-file-name" = String, Header, description = "The file's name, percent-encoded", max_length = 200, pattern = "^[A-Za-z0-9_.!~*'()%-]+$")),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, description = "It is here", body = Job))
)]
pub(crate) async fn send(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    headers: HeaderMap,
    body: Body,
) -> Result<Json<Job>, Problem> {
    check_may(&state)?;
    let id = format!("i-{}", ulid::Ulid::generate().to_string().to_lowercase());
    let folder = state.node().folder().uploads().join(&id);
    let (name, bytes) = received(&folder, &headers, body).await?;
    let lang = state.words(&headers).language();
    let answer = state.ask(move |state| inspect(state, &reader, lang, id, name, bytes)).await;
    if answer.is_err() {
        let _ = fs::remove_dir_all(&folder);
    }
    answer.map(Json)
}

/// Begin an import
#[utoipa::path(
    post, path = "/api/imports/{id}/start", tag = "Workbench", request_body = StartWanted,
    params(("id" = String, Path, description = "Id of the import")),
    responses((status = 200, description = "It runs", body = Job))
)]
pub(crate) async fn start(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    headers: HeaderMap,
    query: Query,
    Sent(wanted): Sent<StartWanted>,
) -> Result<Json<Job>, Problem> {
    query.finish()?;
    check_may(&state)?;
    let lang = state.words(&headers).language();
    let job = state.ask(move |state| settled(state, &id, &reader, lang, wanted)).await?;
    let run = Arc::new(Run::default());
    lock(&state.running).insert(job.id.clone(), Arc::clone(&run));
    let (all, begun) = (Arc::clone(&state), job.clone());
    tokio::task::spawn_blocking(move || {
        run_job(&all, begun, &run);
    });
    Ok(Json(job))
}

/// Stop an import
///
/// Nothing of it stays in the journal.
#[utoipa::path(
    post, path = "/api/imports/{id}/stop", tag = "Workbench",
    params(("id" = String, Path, description = "Id of the import")),
    responses((status = 200, description = "It stops", body = Job))
)]
pub(crate) async fn stop(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
) -> Result<Json<Job>, Problem> {
    query.finish()?;
    let job = state.ask(move |state| job_of(state, &id, &reader)).await?;
    if let Some(run) = lock(&state.running).get(&job.id) {
        run.stop.store(true, Ordering::Relaxed);
    }
    Ok(Json(job))
}

/// Undo an import
///
/// Withdraws everything that it brought. The officer who sent the file may do so, and a supervisor.
#[utoipa::path(
    post, path = "/api/imports/{id}/undo", tag = "Workbench", request_body = UndoWanted,
    params(("id" = String, Path, description = "Id of the import")),
    responses((status = 200, description = "It is taken back", body = ReceiptView))
)]
pub(crate) async fn undo(
    State(state): State<Arc<ApiState>>,
    signed: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(wanted): Sent<UndoWanted>,
) -> Result<Json<ReceiptView>, Problem> {
    query.finish()?;
    check_may(&state)?;
    if wanted.reason.trim().is_empty() || REASON_CHARS_MAX < wanted.reason.chars().count() {
        return Err(malformed("reason", "the wrong file"));
    }
    state.ask(move |state| undone(state, &id, &signed, &wanted.reason)).await.map(Json)
}

/// Discard a file
///
/// Removes a file of which nothing is in the journal: one that was sent and not begun, that failed,
/// or that was stopped. The officer who sent it may do so, and a supervisor.
#[utoipa::path(
    delete, path = "/api/imports/{id}", tag = "Workbench",
    params(("id" = String, Path, description = "Id of the import")),
    responses((status = 204, description = "It is removed"))
)]
pub(crate) async fn discard(
    State(state): State<Arc<ApiState>>,
    signed: Signed,
    InPath(id): InPath,
    query: Query,
) -> Result<StatusCode, Problem> {
    query.finish()?;
    check_may(&state)?;
    let discard = move |state: &ApiState| match handled(state, &id, &signed)?.state {
        JobState::Sent | JobState::Failed | JobState::Stopped => {
            Ok(state.node().remove_upload(&id)?)
        }
        JobState::Running | JobState::Done | JobState::Undone => Err(Problem::not_discardable()),
    };
    state.ask(discard).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(crate) fn check_may(state: &ApiState) -> Result<(), Problem> {
    if state.node().can_write() { Ok(()) } else { Err(Problem::of_status(StatusCode::FORBIDDEN)) }
}

/// The name and length of a file that is sent, which lies in a folder of its own then.
pub(crate) async fn received(
    folder: &Path,
    headers: &HeaderMap,
    body: Body,
) -> Result<(String, u64), Problem> {
    let name = file_name(headers)?;
    let received = receive(folder, body).await.and_then(|bytes| match bytes {
        0 => Err(NodeError::from(WrongUse::EmptyFile { file: name.clone() }).into()),
        bytes => Ok(bytes),
    });
    if received.is_err() {
        // What came of a file that was cut off is nobody's: nothing refers to it.
        let _ = fs::remove_dir_all(folder);
    }
    Ok((name, received?))
}

/// What stands percent-encoded in a header; nothing where it stands empty.
pub(crate) fn header_text(
    headers: &HeaderMap,
    name: &'static str,
    example: &'static str,
) -> Result<Option<String>, Problem> {
    let is_encoded = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.!~*'()%".contains(&byte);
    let Some(text) = plain_header(headers, name, example)? else {
        return Ok(None);
    };
    let encoded = format!("n={text}");
    let decoded = url::form_urlencoded::parse(encoded.as_bytes()).next();
    let decoded = decoded.map(|(_, text)| text.into_owned()).filter(|text| !text.trim().is_empty());
    let is_long = decoded.as_ref().is_some_and(|text| HEADER_BYTES_MAX < text.len());
    if is_long || !text.bytes().all(is_encoded) {
        return Err(malformed(name, example));
    }
    Ok(decoded)
}

/// What stands in a header as it is; nothing where it stands empty.
pub(crate) fn plain_header<'a>(
    headers: &'a HeaderMap,
    name: &'static str,
    example: &'static str,
) -> Result<Option<&'a str>, Problem> {
    let text = headers.get(name).map(|value| value.to_str()).transpose();
    let text = text.map_err(|_| malformed(name, example))?;
    Ok(text.filter(|text| !text.is_empty()))
}

const FILE_NAME_EXAMPLE: &str = "reports-2025.xlsx";

/// The name in `X-File-Name`, without any folder.
fn file_name(headers: &HeaderMap) -> Result<String, Problem> {
    let name = header_text(headers, "x-file-name", FILE_NAME_EXAMPLE)?.unwrap_or_default();
    let name: String = name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    let fits = |name: &str| !name.is_empty() && !name.chars().any(char::is_control);
    if fits(&name) { Ok(name) } else { Err(malformed("x-file-name", FILE_NAME_EXAMPLE)) }
}

/// Writes a body to a file as it comes.
async fn receive(folder: &Path, mut body: Body) -> Result<u64, Problem> {
    let kept = |error: std::io::Error| Problem::from(NodeError::from_file(folder, error));
    fs::create_dir_all(folder).map_err(kept)?;
    let mut file = private_file(&folder.join(FILE)).map_err(kept)?;
    let mut length = 0_u64;
    loop {
        let frame = std::future::poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await;
        let Some(frame) = frame else { break };
        let frame = frame.map_err(|_| Problem::of_status(StatusCode::BAD_REQUEST))?;
        let Ok(data) = frame.into_data() else { continue };
        length += data.len() as u64;
        if UPLOAD_BYTES_MAX < length {
            return Err(Problem::of_status(StatusCode::PAYLOAD_TOO_LARGE));
        }
        file.write_all(&data).map_err(kept)?;
    }
    file.sync_all().map_err(kept)?;
    Ok(length)
}

fn inspect(
    state: &ApiState,
    reader: &Reader,
    lang: &str,
    id: String,
    name: String,
    bytes: u64,
) -> Result<Job, Problem> {
    let words = Catalogue::for_language(lang);
    let input = input_of(state, &id, &name)?;
    let found = state.node().inspect(input)?;
    let proposal = found.proposal;
    let columns = proposal.iter().flat_map(|proposal| &proposal.columns).map(|column| Column {
        heading: column.heading.clone(),
        to: column.to.clone(),
        reason: words.say(&column.reason),
    });
    let mapping = proposal.as_ref().and_then(|proposal| proposal.mapping.as_ref());
    let job = Job {
        officer: reader.name().to_owned(),
        lang: lang.to_owned(),
        format: found.format.name().to_owned(),
        state: JobState::Sent,
        sent: state.node().now(),
        columns: columns.collect(),
        choices: mapping.map(choices).unwrap_or_default(),
        sample: found.rows.into_iter().take(SAMPLE_ROWS_MAX).collect(),
        mapping: mapping.map(Mapping::to_json),
        id,
        file: name,
        bytes,
        dataset: None,
        source: None,
        grade: None,
        handling: None,
        began: None,
        progress: None,
        result: None,
        commits: Vec::new(),
        problems: Vec::new(),
        headings: found.headings,
        rows: Vec::new(),
        typed: Vec::new(),
        failure: None,
        undone_by: None,
    };
    keep(state, &job)?;
    Ok(job)
}

/// Every property that a column of the mapping's entities may mean.
fn choices(mapping: &Mapping) -> Vec<Choice> {
    let mut found = Vec::new();
    for (name, rule) in &mapping.entities {
        let Some(schema) = schema::find(&rule.schema) else { continue };
        let fitting = schema.properties.iter().filter(|property| {
            property.kind != PropType::Entity && !property.stub && !property.deprecated
        });
        found.extend(fitting.map(|property| Choice {
            to: format!("{name}.{}", property.name),
            entity: schema.label.to_owned(),
            label: property.label.to_owned(),
        }));
    }
    found
}

/// The job with what the officer decided.
fn settled(
    state: &ApiState,
    id: &str,
    reader: &Reader,
    lang: &str,
    wanted: StartWanted,
) -> Result<Job, Problem> {
    let mut job = job_of(state, id, reader)?;
    if matches!(job.state, JobState::Running | JobState::Done | JobState::Undone) {
        return Err(Problem::begun());
    }
    lang.clone_into(&mut job.lang);
    let filled = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    (job.dataset, job.source) = (filled(wanted.dataset), filled(wanted.source));
    (job.grade, job.handling) = (filled(wanted.grade), filled(wanted.handling));
    job.grade()?;
    job.marks()?;
    if let Some(text) = &job.mapping {
        let mut mapping = mapping_of(text)?;
        for column in wanted.columns {
            mapping = mapping
                .with_column(&column.heading, column.to.as_deref())
                .map_err(|_| malformed("columns", "person.birthDate"))?;
            let known = job.columns.iter_mut().find(|known| known.heading == column.heading);
            if let Some(known) = known {
                known.to = column.to;
            }
        }
        job.mapping = Some(mapping.to_json());
    }
    job.state = JobState::Running;
    job.began = Some(state.node().now());
    job.failure = None;
    keep(state, &job)?;
    Ok(job)
}

fn run_job(state: &ApiState, mut job: Job, run: &Run) {
    let report = import(state, &job, &job.file, None, run);
    match report {
        Ok(report) => {
            job.state = JobState::Done;
            job.commits.extend(report.commit);
            job.take(&report, &|row| row);
            job.rows = rows_of(&report, &mut job.headings);
        }
        Err(_) if run.stop.load(Ordering::Relaxed) => job.state = JobState::Stopped,
        Err(error) => {
            job.state = JobState::Failed;
            let words = Catalogue::for_language(&job.lang);
            job.failure = Some(words.say(&on_screen(&error.message())));
        }
    }
    // The journal has the import or has it not; a job that cannot be written down shows as running
    // until the next start, and is then said to have been cut off.
    if keep(state, &job).is_err() {
        state.log_failure(&Message::new("error-file").with("path", FILE).with("reason", "job"));
    }
    lock(&state.running).remove(&job.id);
    state.ended.send_replace(());
}

fn import(
    state: &ApiState,
    job: &Job,
    name: &str,
    rows: Option<Vec<u8>>,
    run: &Run,
) -> Result<ImportReport, NodeError> {
    let is_mending = rows.is_some();
    let input = match rows {
        Some(bytes) => Input::from_bytes(name, bytes),
        None => input_of(state, &job.id, name)?,
    };
    let mut request = ImportRequest::new(input, &job.officer);
    request.mapping = job.mapping.as_deref().and_then(|text| Mapping::from_json(text).ok());
    request.dataset = job.dataset.clone().or_else(|| is_mending.then(|| job.dataset_of_file()));
    request.source.clone_from(&job.source);
    request.grade = job.grade().ok().flatten();
    request.marks = job.marks().ok().flatten();
    request.stop = Some(&run.stop);
    if is_mending {
        request.format = Some(Format::Csv);
        if let Some(mapping) = &mut request.mapping {
            (mapping.sheet, mapping.heading_row) = (None, 1);
        }
    }
    state.node().import(request, &|progress| match progress {
        Progress::Reading { rows, bytes } => {
            run.rows.store(rows, Ordering::Relaxed);
            run.bytes.store(bytes, Ordering::Relaxed);
        }
        Progress::Folding { statements } => run.statements.store(statements, Ordering::Relaxed),
    })
}

fn undone(
    state: &ApiState,
    id: &str,
    signed: &Signed,
    reason: &str,
) -> Result<ReceiptView, Problem> {
    let mut job = handled(state, id, signed)?;
    let mut last = None;
    while let Some(commit) = job.commits.pop() {
        last = match state.node().undo(commit, reason.trim(), signed.reader.name()) {
            // Somebody was faster, with the command.
            Err(NodeError::WrongUse(WrongUse::UndoneAlready { by, .. })) => Some(by),
            undone => Some(undone?.by),
        };
        job.state = JobState::Undone;
        job.undone_by = last;
        keep(state, &job)?;
    }
    mending::forget(state, &job)?;
    receipt(state, last.ok_or_else(Problem::nothing_to_undo)?)
}

impl Job {
    fn grade(&self) -> Result<Option<Grade>, Problem> {
        let wrong = |_| malformed("grade", "B2");
        self.grade.as_deref().map(|text| text.parse().map_err(wrong)).transpose()
    }

    fn marks(&self) -> Result<Option<Marks>, Problem> {
        let wrong = |_| malformed("handling", "TLP:GREEN");
        self.handling.as_deref().map(|text| text.parse().map_err(wrong)).transpose()
    }

    /// Mended rows belong to the dataset of the file that they came from.
    fn dataset_of_file(&self) -> String {
        let stem = self.file.rsplit_once('.').map_or(&*self.file, |(stem, _)| stem).to_lowercase();
        let name: String =
            stem.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        let name = name.trim_matches('-');
        if name.is_empty() { "import".to_owned() } else { name.to_owned() }
    }

    /// Adds what an import amounted to.
    fn take(&mut self, report: &ImportReport, place: &dyn Fn(u64) -> u64) {
        let words = Catalogue::for_language(&self.lang);
        let is_first = self.result.is_none();
        let result = self.result.get_or_insert_default();
        result.statements += report.statements;
        result.new += report.new;
        result.entities += report.entities;
        result.seconds += report.seconds;
        if is_first {
            result.read = report.read;
            result.problems = report.problems;
            result.rows_set_aside = report.rows_set_aside;
        }
        let problem = |problem: &RowProblem| JobProblem::of(problem, place, &words);
        self.problems.extend(report.first_problems.iter().map(problem));
    }
}

impl JobProblem {
    pub(super) fn of(problem: &RowProblem, place: &dyn Fn(u64) -> u64, words: &Catalogue) -> Self {
        Self {
            row: problem.place.row.map(place),
            column: problem.place.column.clone(),
            value: match &problem.value {
                ShownValue::Plain(value) => Some(value.clone()),
                ShownValue::Covered(_) => Some(MASK.to_owned()),
                ShownValue::None => None,
            },
            reason: words.say(&problem.reason),
            hint: problem.hint.as_ref().map(|hint| words.say(&on_screen(hint))),
            row_set_aside: problem.row_set_aside,
        }
    }
}

/// The rows that an import set aside; their headings go where they belong.
fn rows_of(report: &ImportReport, headings: &mut Vec<String>) -> Vec<SetAside> {
    let bytes = report.rows_file.as_ref().and_then(|path| fs::read(path).ok());
    let sample = bytes.and_then(|bytes| sample_csv(&*bytes).ok());
    let Some(sample) = sample else { return Vec::new() };
    // The first column says where each row stood.
    *headings = sample.headings.into_iter().skip(1).collect();
    let row = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let row = cells.next()?.trim().parse().ok()?;
        let mut cells: Vec<String> = cells.map(as_it_was).collect();
        cells.resize(headings.len(), String::new());
        Some(SetAside { row, cells })
    };
    sample.rows.into_iter().filter_map(row).collect()
}

/// A cell without the apostrophe that keeps spreadsheets from running it.
fn as_it_was(cell: String) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(RUN_BY_SPREADSHEETS) => rest.to_owned(),
        _ => cell,
    }
}

fn all_of(state: &ApiState, signed: &Signed) -> Vec<Job> {
    let folder = state.node().folder().uploads();
    let Ok(entries) = fs::read_dir(&folder) else { return Vec::new() };
    let ids = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut ids: Vec<String> = ids.filter(|id| id.starts_with("i-")).collect();
    // Ids begin with the time at which they were made.
    ids.sort_unstable_by(|a, b| b.cmp(a));
    ids.iter().filter_map(|id| seen(state, id, signed).ok()).take(JOBS_MAX).collect()
}

/// A job as somebody may see it: of another's file only what became of it, as no mark says who
/// may read its cells.
fn seen(state: &ApiState, id: &str, signed: &Signed) -> Result<Job, Problem> {
    let mut job = handled(state, id, signed)?;
    if job.officer != signed.reader.name() {
        job.sample.clear();
        job.rows.clear();
        job.problems.iter_mut().for_each(|problem| problem.value = None);
    }
    Ok(job)
}

/// The job of whoever sent the file, for them or for who reviews imports.
fn handled(state: &ApiState, id: &str, signed: &Signed) -> Result<Job, Problem> {
    let job = job_at(state, id)?;
    let is_own = job.officer == signed.reader.name();
    if is_own || signed.decide(Operation::ReviewImports).is_allowed() {
        Ok(job)
    } else {
        Err(NodeError::NotFound.into())
    }
}

/// The job of whoever sent the file, for them alone.
fn job_of(state: &ApiState, id: &str, reader: &Reader) -> Result<Job, Problem> {
    let job = job_at(state, id)?;
    if job.officer == reader.name() { Ok(job) } else { Err(NodeError::NotFound.into()) }
}

fn job_at(state: &ApiState, id: &str) -> Result<Job, Problem> {
    let is_id = id.strip_prefix("i-").is_some_and(|rest| {
        rest.len() == 26 && rest.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    if !is_id {
        return Err(NodeError::NotFound.into());
    }
    let bytes = fs::read(place_of(state, id).join(JOB)).map_err(|_| NodeError::NotFound)?;
    let mut job: Job = serde_json::from_slice(&bytes).map_err(|_| NodeError::NotFound)?;
    if job.state == JobState::Running {
        match lock(&state.running).get(id) {
            Some(run) => {
                job.progress = Some(JobProgress {
                    rows: run.rows.load(Ordering::Relaxed),
                    bytes: run.bytes.load(Ordering::Relaxed),
                    statements: run.statements.load(Ordering::Relaxed),
                });
            }
            // The server was stopped meanwhile: nothing of it is in the journal.
            None => job.state = JobState::Stopped,
        }
    }
    Ok(job)
}

fn keep(state: &ApiState, job: &Job) -> Result<(), NodeError> {
    write_whole(&place_of(state, &job.id).join(JOB), job)
}

/// Writes a file that nobody else reads, whole or not at all.
fn write_whole(path: &Path, value: &impl Serialize) -> Result<(), NodeError> {
    let beside = path.with_extension("new");
    let write = || -> std::io::Result<()> {
        let mut file = private_file(&beside)?;
        file.write_all(&serde_json::to_vec(value)?)?;
        file.sync_all()?;
        fs::rename(&beside, path)
    };
    write().map_err(|error| NodeError::from_file(path, error))
}

fn input_of(state: &ApiState, id: &str, name: &str) -> Result<Input<'static>, NodeError> {
    let path = place_of(state, id).join(FILE);
    let opened = fs::File::open(&path).map_err(|error| NodeError::from_file(&path, error))?;
    let length = opened.metadata().ok().map(|metadata| metadata.len());
    let bytes = Box::new(BufReader::with_capacity(READ_BYTES, opened));
    Ok(Input { name: name.to_owned(), bytes, length })
}

fn place_of(state: &ApiState, id: &str) -> PathBuf {
    state.node().folder().uploads().join(id)
}

fn mapping_of(text: &str) -> Result<Mapping, Problem> {
    Mapping::from_json(text).map_err(|_| Problem::of_status(StatusCode::INTERNAL_SERVER_ERROR))
}

fn lock(running: &Running) -> std::sync::MutexGuard<'_, HashMap<String, Arc<Run>>> {
    running.lock().unwrap_or_else(PoisonError::into_inner)
}

const RUN_BY_SPREADSHEETS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
/// What a file is called that was sent.
pub(crate) const FILE: &str = "file";
const JOB: &str = "job.json";
const READ_BYTES: usize = 1024 * 1024;
/// As much as a workbook may have.
const UPLOAD_BYTES_MAX: u64 = 1024 * 1024 * 1024;
const HEADER_BYTES_MAX: usize = 200;
const SAMPLE_ROWS_MAX: usize = 5;
const REASON_CHARS_MAX: usize = 2_000;
/// Imports that are listed.
const JOBS_MAX: usize = 200;
