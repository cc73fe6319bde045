//! What all requests to one node share.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use liaison_model::messages::{Catalogue, Message, languages};
use liaison_model::{CommitNumber, Instant};
use liaison_node::{Node, NodeError};
use tokio::sync::{Semaphore, SemaphorePermit, watch};
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use crate::door::Reach;
use crate::metrics::Metrics;
use crate::problem::Problem;
use crate::record::{Log, LogLine};
use crate::screens::imports::Running;
use crate::screens::money::jobs::MoneyJobs;

/// What all requests to one node share.
pub struct ApiState {
    node: Arc<Node>,
    reach: Reach,
    log: Log,
    words: Vec<Catalogue>,
    /// Whoever is let in may wait for a place.
    waiting: Semaphore,
    /// Whoever has a place may ask the node.
    asking: Arc<Semaphore>,
    /// Whose numbers are being calculated.
    calculating: Arc<Semaphore>,
    /// Whoever signs in may wait for a turn.
    waiting_to_sign_in: Semaphore,
    /// Whose password is being hashed.
    signing_in: Semaphore,
    pub(crate) metrics: Metrics,
    counted: Mutex<Counted>,
    times: Mutex<HashMap<CommitNumber, Instant>>,
    pub(crate) running: Running,
    pub(crate) money: MoneyJobs,
    /// Whose money is being followed: a ledger is large, and fills the memory.
    pub(crate) following: Arc<Semaphore>,
    /// Changes when a piece of work ends.
    pub(crate) ended: watch::Sender<()>,
}

/// How many statements the commits up to one have brought.
#[derive(Debug, Clone, Copy, Default)]
struct Counted {
    up_to: CommitNumber,
    statements: u64,
}

impl ApiState {
    /// For a node that is reached under these names. `log` hears of every request and failure.
    #[must_use]
    pub fn new(node: Arc<Node>, reach: Reach, log: Log) -> Self {
        Self {
            node,
            reach,
            log,
            words: languages().map(Catalogue::for_language).collect(),
            waiting: Semaphore::new(WAITING_MAX),
            asking: Arc::new(Semaphore::new(ASKING_MAX)),
            calculating: Arc::new(Semaphore::new(CALCULATING_MAX)),
            waiting_to_sign_in: Semaphore::new(WAITING_TO_SIGN_IN_MAX),
            signing_in: Semaphore::new(SIGNING_IN_MAX),
            metrics: Metrics::default(),
            counted: Mutex::default(),
            times: Mutex::default(),
            running: Running::default(),
            money: MoneyJobs::default(),
            following: Arc::new(Semaphore::new(FOLLOWING_MAX)),
            ended: watch::Sender::new(()),
        }
    }

    /// The node.
    #[must_use]
    pub fn node(&self) -> &Arc<Node> {
        &self.node
    }

    pub(crate) fn reach(&self) -> &Reach {
        &self.reach
    }

    pub(crate) fn log(&self, line: &LogLine<'_>) {
        (self.log)(line);
    }

    /// Writes a failure to the log, in words that name no person.
    pub(crate) fn log_failure(&self, failure: &Message) {
        let sentence = Catalogue::for_language("en").say(failure);
        self.log(&LogLine::Failure { sentence: &sentence });
    }

    /// Tells an operator what nobody needs to mend.
    pub(crate) fn log_notice(&self, notice: &Message) {
        let sentence = Catalogue::for_language("en").say(notice);
        self.log(&LogLine::Notice { sentence: &sentence });
    }

    /// The catalogue that a request asks for with `Accept-Language`; English where it asks for
    /// none that there is.
    pub(crate) fn words(&self, headers: &HeaderMap) -> &Catalogue {
        let wanted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let found = preferred(wanted.unwrap_or_default())
            .into_iter()
            .find_map(|tag| self.words.iter().find(|words| words.language() == tag));
        // The list begins with English and is never empty: `languages` says so.
        found.unwrap_or(&self.words[0])
    }

    /// Waits while a piece of work runs, and at most as long as the request says in `wait`.
    pub(crate) async fn until_ended(&self, wait: Duration, is_running: impl Fn(&Self) -> bool) {
        let mut ended = self.ended.subscribe();
        let all = async { while is_running(self) && ended.changed().await.is_ok() {} };
        // Whoever waited long enough is told how far it is.
        let _ = timeout(wait, all).await;
    }

    /// Asks the node on a thread of its own, as calls to it block. A question goes on to its end
    /// even when nobody waits for its answer any more, and keeps its place until then.
    pub(crate) async fn ask<T: Send + 'static>(
        self: &Arc<Self>,
        question: impl FnOnce(&Self) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let state = Arc::clone(self);
        self.work(&self.asking, move || question(&state)).await
    }

    /// Calculates what takes every core and asks nothing of the node, one question after the other.
    pub(crate) async fn calculate<T: Send + 'static>(
        &self,
        question: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Problem> {
        self.work(&self.calculating, move || Ok(question())).await
    }

    async fn work<T: Send + 'static>(
        &self,
        places: &Arc<Semaphore>,
        work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let Ok(_waiting) = self.waiting.try_acquire() else {
            return Err(Problem::of_status(axum::http::StatusCode::SERVICE_UNAVAILABLE));
        };
        let answer = async {
            let place = Arc::clone(places).acquire_owned().await;
            let answer = spawn_blocking(move || {
                let _place = place;
                work()
            });
            // A question that panicked is our own fault, and is told as such.
            let broken = |_| Problem::of_status(axum::http::StatusCode::INTERNAL_SERVER_ERROR);
            answer.await.map_err(broken)?
        };
        timeout(ANSWER_MAX, answer).await.unwrap_or_else(|_| Err(Problem::slow()))
    }

    /// Waits for the turn to sign in: a password's hash takes a core and much memory, which must
    /// not be taken from those who work.
    pub(crate) async fn turn_to_sign_in(&self) -> Result<SemaphorePermit<'_>, Problem> {
        let busy = |_| Problem::of_status(axum::http::StatusCode::SERVICE_UNAVAILABLE);
        let _waiting = self.waiting_to_sign_in.try_acquire().map_err(busy)?;
        let turn = timeout(ANSWER_MAX, self.signing_in.acquire()).await;
        turn.map_err(|_| Problem::slow())?
            .map_err(|_| Problem::of_status(axum::http::StatusCode::SERVICE_UNAVAILABLE))
    }

    /// When a commit was made.
    pub(crate) fn commit_time(&self, number: CommitNumber) -> Result<Instant, NodeError> {
        let known = |state: &Self| {
            state.times.lock().unwrap_or_else(PoisonError::into_inner).get(&number).copied()
        };
        if let Some(time) = known(self) {
            return Ok(time);
        }
        let time = self.node.commit_time(number)?;
        let mut times = self.times.lock().unwrap_or_else(PoisonError::into_inner);
        if TIMES_MAX <= times.len() {
            times.clear();
        }
        times.insert(number, time);
        Ok(time)
    }

    /// How many statements the journal has, as far as they are counted: some commits more at each
    /// call, so that a long journal does not hold up whoever asks first.
    pub(crate) fn count_statements(&self) -> Result<u64, NodeError> {
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        let (up_to, more) = self.node.statements_after(counted.up_to, COMMITS_PER_COUNT)?;
        *counted = Counted { up_to, statements: counted.statements + more };
        Ok(counted.statements)
    }
}

/// The primary languages of an `Accept-Language`, most wanted first (RFC 9110, section 12.5.4).
fn preferred(header: &str) -> Vec<String> {
    let mut tags: Vec<(u16, String)> = Vec::new();
    for item in header.split(',').take(LANGUAGES_MAX) {
        let (tag, quality) = item.split_once(';').unwrap_or((item, ""));
        let quality: f32 = match quality.trim().strip_prefix("q=") {
            None => 1.0,
            Some(text) => text.trim().parse().unwrap_or(0.0),
        };
        // Qualities have at most three decimals.
        let thousandths = (quality.clamp(0.0, 1.0) * 1000.0) as u16;
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        if 0 < thousandths {
            tags.push((thousandths, primary.to_ascii_lowercase()));
        }
    }
    tags.sort_by_key(|(thousandths, _)| std::cmp::Reverse(*thousandths));
    tags.into_iter().map(|(_, tag)| tag).collect()
}

/// Most questions that the node answers at once: SQLite reads scale to the cores, not beyond.
const ASKING_MAX: usize = 16;
/// Most questions at once with those that wait for their turn.
const WAITING_MAX: usize = 256;
/// An estimate takes all cores that it gets.
const CALCULATING_MAX: usize = 1;
/// Ledgers that are read into memory at once.
const FOLLOWING_MAX: usize = 1;
/// Most passwords that are hashed at once.
const SIGNING_IN_MAX: usize = 2;
/// Most who wait for that.
const WAITING_TO_SIGN_IN_MAX: usize = 64;
/// How long a question may wait and be worked on.
const ANSWER_MAX: Duration = Duration::from_secs(30);
/// Most commits whose time is remembered.
const TIMES_MAX: usize = 100_000;
const COMMITS_PER_COUNT: u32 = 1_000;
const LANGUAGES_MAX: usize = 20;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_come_in_the_order_of_the_readers_wish() {
        fn check(header: &str, expected: &[&str]) {
            assert_eq!(preferred(header), expected, "{header}");
        }

        check("ko-KR,ko;q=0.9,en;q=0.8", &["ko", "ko", "en"]);
        check("en;q=0.5, km", &["km", "en"]);
        check("th;q=0, vi", &["vi"]);
        check("th;q=NaN", &[]);
        check("", &[""]);
    }
}
