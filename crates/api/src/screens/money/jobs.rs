//! Work on money: in memory, for whoever began it.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use liaison_model::messages::{Catalogue, Message};
use liaison_model::{Hint as _, Instant};
use liaison_node::ledger::LedgerOutcome;
use liaison_node::{MoneyAnswer, MoneyError, NodeError, WrongUse};
use serde::Serialize;
use utoipa::ToSchema;

use super::asked::MoneyAnswerView;
use super::tables::LoadedView;
use crate::access::Signed;
use crate::path::InPath;
use crate::problem::{Problem, on_screen};
use crate::query::Query;
use crate::screens::parts::Handling;
use crate::state::ApiState;

/// Work by its id.
pub(crate) type MoneyJobs = Mutex<HashMap<String, Arc<MoneyJob>>>;

/// A piece of work.
#[derive(Debug)]
pub(crate) struct MoneyJob {
    id: String,
    officer: String,
    kind: MoneyKind,
    begun: Instant,
    /// A few words: the file, or how many accounts were asked about.
    about: String,
    /// What there is to do, in rows or bytes; 0 where nobody knows.
    of: u64,
    done: AtomicU64,
    stop: AtomicBool,
    end: Mutex<Option<End>>,
    /// The trace that was reopened.
    pub(super) kept: Option<MoneyReopened>,
}

/// A trace that was kept and is asked again.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct MoneyReopened {
    pub(super) id: String,
    pub(super) title: String,
    /// Number of its case.
    pub(super) case: String,
    /// Hash of the answer that was kept.
    pub(super) fingerprint: String,
}

/// What kind of work it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum MoneyKind {
    /// A question.
    Trace,
    /// A file is loaded.
    Load,
}

/// How it ended.
#[derive(Debug)]
enum End {
    Answered(Arc<MoneyAnswer>),
    Loaded(Box<LedgerOutcome>),
    Stopped,
    Failed(Message, Option<Message>),
}

/// What came of it.
pub(super) enum Came {
    Answer(MoneyAnswer),
    Load(LedgerOutcome),
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum MoneyState {
    /// It waits for its turn, or is worked on.
    Running,
    /// It is answered.
    Done,
    /// Somebody stopped it; nothing of it is kept.
    Stopped,
    /// It cannot be answered.
    Failed,
}

/// A piece of work as it is told.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MoneyJobView {
    id: String,
    kind: MoneyKind,
    state: MoneyState,
    #[schema(value_type = String, format = DateTime)]
    begun: Instant,
    /// A few words: the file, or how many accounts were asked about.
    about: String,
    /// How much is done, in rows of a question, in bytes of a load.
    done: u64,
    /// Of how much; 0 where nobody knows.
    of: u64,
    /// Why it failed, in words.
    failure: Option<String>,
    /// What can be done about it.
    hint: Option<String>,
    /// The trace that was reopened.
    kept: Option<MoneyReopened>,
    /// Whether a trace that was reopened has the answer that was kept.
    is_same: Option<bool>,
    answer: Option<MoneyAnswerView>,
    loaded: Option<LoadedView>,
    /// The ledger stays with its originator.
    handling: Handling,
}

impl MoneyJob {
    pub(super) fn new(
        state: &ApiState,
        officer: &str,
        kind: MoneyKind,
        about: String,
        of: u64,
    ) -> Self {
        Self {
            id: format!("m-{}", ulid::Ulid::generate().to_string().to_lowercase()),
            officer: officer.to_owned(),
            kind,
            begun: state.node().now(),
            about,
            of,
            done: AtomicU64::new(0),
            stop: AtomicBool::new(false),
            end: Mutex::new(None),
            kept: None,
        }
    }

    /// Hears how much is done, and says whether to go on.
    pub(super) fn progress(&self, done: u64) -> ControlFlow<()> {
        self.done.store(done, Ordering::Relaxed);
        match self.stop.load(Ordering::Relaxed) {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    }

    /// Whether it is waited for.
    pub(super) fn is_running(&self) -> bool {
        self.end().is_none()
    }

    /// Its answer, where it has one.
    ///
    /// # Errors
    ///
    /// Not found while it is none.
    pub(super) fn answer(&self) -> Result<Arc<MoneyAnswer>, Problem> {
        match &*self.end() {
            Some(End::Answered(answer)) => Ok(Arc::clone(answer)),
            _ => Err(NodeError::NotFound.into()),
        }
    }

    fn end(&self) -> MutexGuard<'_, Option<End>> {
        self.end.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// As it is told, with its answer or without.
    pub(super) fn view(&self, words: &Catalogue, is_whole: bool) -> MoneyJobView {
        let end = self.end();
        let mut view = MoneyJobView {
            id: self.id.clone(),
            kind: self.kind,
            state: MoneyState::Running,
            begun: self.begun,
            about: self.about.clone(),
            done: self.done.load(Ordering::Relaxed),
            of: self.of,
            failure: None,
            hint: None,
            kept: self.kept.clone(),
            is_same: None,
            answer: None,
            loaded: None,
            handling: Handling::stays_here(),
        };
        match &*end {
            None => {}
            Some(End::Stopped) => view.state = MoneyState::Stopped,
            Some(End::Failed(failure, hint)) => {
                view.state = MoneyState::Failed;
                view.failure = Some(words.say(&on_screen(failure)));
                view.hint = hint.as_ref().map(|hint| words.say(&on_screen(hint)));
            }
            Some(End::Answered(answer)) => {
                view.state = MoneyState::Done;
                let is_same = |kept: &MoneyReopened| kept.fingerprint == answer.fingerprint;
                view.is_same = self.kept.as_ref().map(is_same);
                view.answer = is_whole.then(|| MoneyAnswerView::of(answer, words));
            }
            Some(End::Loaded(loaded)) => {
                view.state = MoneyState::Done;
                view.loaded = Some(LoadedView::of(loaded, words));
            }
        }
        view
    }
}

/// Puts work into the list and does it when its turn comes.
pub(super) fn begin(
    state: &Arc<ApiState>,
    job: MoneyJob,
    work: impl FnOnce(&ApiState, &MoneyJob) -> Result<Came, NodeError> + Send + 'static,
) -> Arc<MoneyJob> {
    let job = Arc::new(job);
    {
        let mut jobs = lock(state);
        forget_old(&mut jobs, &job);
        jobs.insert(job.id.clone(), Arc::clone(&job));
    }
    let (all, begun) = (Arc::clone(state), Arc::clone(&job));
    tokio::spawn(async move {
        let turn = Arc::clone(&all.following).acquire_owned().await;
        let (state, working) = (Arc::clone(&all), Arc::clone(&begun));
        let asked = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            if working.stop.load(Ordering::Relaxed) {
                return Err(MoneyError::Stopped.into());
            }
            work(&state, &working)
        });
        let end = match asked.await {
            Ok(Ok(Came::Answer(answer))) => End::Answered(Arc::new(answer)),
            Ok(Ok(Came::Load(loaded))) => End::Loaded(Box::new(loaded)),
            Ok(Err(NodeError::WrongUse(WrongUse::Money(MoneyError::Stopped)))) => End::Stopped,
            // A load that is stopped says so in its own way.
            Ok(Err(_)) if begun.stop.load(Ordering::Relaxed) => End::Stopped,
            Ok(Err(error)) => End::Failed(error.message(), error.hint()),
            Err(_) => End::Failed(Message::new("problem-internal-detail"), None),
        };
        *begun.end() = Some(end);
        all.ended.send_replace(());
    });
    job
}

/// The work of an officer.
///
/// # Errors
///
/// Not found when there is none, or it is another's.
pub(super) fn own(state: &ApiState, id: &str, officer: &str) -> Result<Arc<MoneyJob>, Problem> {
    let found = lock(state).get(id).filter(|job| job.officer == officer).cloned();
    found.ok_or_else(|| NodeError::NotFound.into())
}

/// All work of an officer, the last first, without answers.
pub(super) fn of_officer(state: &ApiState, officer: &str, words: &Catalogue) -> Vec<MoneyJobView> {
    let mut jobs: Vec<_> = lock(state).values().cloned().collect();
    jobs.retain(|job| job.officer == officer);
    // Ids begin with the time at which they were made.
    jobs.sort_unstable_by(|a, b| b.id.cmp(&a.id));
    jobs.iter().map(|job| job.view(words, false)).collect()
}

/// Stop work
///
/// Nothing of a load stays. An answer that is there already is forgotten.
#[utoipa::path(
    post, path = "/api/money/jobs/{id}/stop", tag = "Workbench",
    params(("id" = String, Path, description = "Id of the question or the load")),
    responses((status = 200, description = "It stops", body = MoneyJobView))
)]
pub(crate) async fn stop(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    headers: HeaderMap,
    query: Query,
) -> Result<Json<MoneyJobView>, Problem> {
    query.finish()?;
    let job = own(&state, &id, reader.name())?;
    job.stop.store(true, Ordering::Relaxed);
    if job.end().is_some() {
        lock(&state).remove(&id);
    }
    Ok(Json(job.view(state.words(&headers), false)))
}

/// An officer's oldest answers make room for new work.
fn forget_old(jobs: &mut HashMap<String, Arc<MoneyJob>>, new: &MoneyJob) {
    let mut ended: Vec<_> = jobs
        .values()
        .filter(|job| job.officer == new.officer && job.end().is_some())
        .map(|job| job.id.clone())
        .collect();
    ended.sort_unstable();
    for id in ended.iter().rev().skip(JOBS_MAX - 1) {
        jobs.remove(id);
    }
}

fn lock(state: &ApiState) -> MutexGuard<'_, HashMap<String, Arc<MoneyJob>>> {
    state.money.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Answers of one officer that are kept in memory.
const JOBS_MAX: usize = 8;
