//! What is done to every answer: problems get their words, all get the safety headers, and the
//! request is counted and, where asked, logged, by its route's template.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, HeaderName, REFERRER_POLICY,
    STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;

use crate::access::Asker;
use crate::problem::{PROBLEM_TYPE, Problem};
use crate::screens::Workbench;
use crate::state::ApiState;

/// Who hears of requests and failures.
pub type Log = Arc<dyn Fn(&LogLine<'_>) + Send + Sync>;

/// What a log hears of. Nothing in it was sent by a client, except the method; the name is that of
/// an account which was let in.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum LogLine<'a> {
    /// One request was answered.
    Access {
        /// Its method.
        method: &'a Method,
        /// The template of its route, such as `/entities/{id}`; `-` where there is none.
        route: &'a str,
        /// The account or token that asked; `-` where nobody is signed in.
        account: &'a str,
        /// The status of the answer.
        status: u16,
        /// How long it took.
        took: Duration,
    },
    /// Something that an operator wants to know, though nothing went wrong.
    Notice {
        /// What, in English.
        sentence: &'a str,
    },
    /// Something went wrong here.
    Failure {
        /// What, in English, without a value of anybody's.
        sentence: &'a str,
    },
}

/// Answers a request and does to the answer what is done to all.
pub(crate) async fn record(
    State(state): State<Arc<ApiState>>,
    request: Request,
    next: Next,
) -> Response {
    let started = Instant::now();
    let method = request.method().clone();
    let headers = request.headers().clone();
    let matched = request.extensions().get::<MatchedPath>().cloned();
    let route = matched.as_ref().map_or(NO_ROUTE, MatchedPath::as_str);

    let mut response = next.run(request).await;
    if let Some(problem) = problem_of(&mut response) {
        if let Some(failure) = problem.failure() {
            state.log_failure(failure);
        }
        response = problem.write(state.words(&headers), response);
    }
    let workbench = response.extensions_mut().remove::<Workbench>();
    for (name, value) in SAFETY_HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    if let Some(workbench) = workbench {
        for (name, value) in of_workbench(workbench) {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
    }
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    if state.reach().is_encrypted_for(host) {
        let year = HeaderValue::from_static("max-age=31536000");
        response.headers_mut().insert(STRICT_TRANSPORT_SECURITY, year);
    }
    let asker = response.extensions_mut().remove::<Asker>();
    let account = asker.as_ref().map_or(NOBODY, |Asker(name)| name);
    let (status, took) = (response.status().as_u16(), started.elapsed());
    state.metrics.count(route, status, took);
    state.log(&LogLine::Access { method: &method, route, account, status, took });
    response
}

/// The problem that an answer is; one made from its status where the framework made the answer.
fn problem_of(response: &mut Response) -> Option<Problem> {
    if let Some(problem) = response.extensions_mut().remove::<Problem>() {
        return Some(problem);
    }
    let status = response.status();
    let is_error = status.is_client_error() || status.is_server_error();
    let is_problem = response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind == PROBLEM_TYPE);
    let is_written = is_problem || response.extensions().get::<Workbench>().is_some();
    (is_error && !is_written).then(|| Problem::of_status(status))
}

/// The workbench's own page runs its own scripts and styles, and nothing else; its files never
/// change under one name.
fn of_workbench(kind: Workbench) -> [(HeaderName, &'static str); 2] {
    let keeping = match kind {
        Workbench::Page => "no-store",
        Workbench::Asset => "public, max-age=31536000, immutable",
    };
    [(CONTENT_SECURITY_POLICY, PAGE_POLICY), (CACHE_CONTROL, keeping)]
}

/// Answers hold what only this reader may see, now: they are kept nowhere, told to nobody, and
/// never run as anything but what they are.
const SAFETY_HEADERS: [(HeaderName, &str); 8] = [
    (CACHE_CONTROL, "no-store"),
    (REFERRER_POLICY, "no-referrer"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (
        CONTENT_SECURITY_POLICY,
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    (X_FRAME_OPTIONS, "DENY"),
    (
        HeaderName::from_static("permissions-policy"),
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), \
         magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()",
    ),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];
const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src \
                           'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; \
                           form-action 'none'; frame-ancestors 'none'";
/// Stands for the route of a request that has none.
const NO_ROUTE: &str = "-";
/// Stands for the account of a request that has none.
const NOBODY: &str = "-";
