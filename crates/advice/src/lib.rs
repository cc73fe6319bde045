//! What would somebody outside be told of an advert? A page of its own, for everybody.
//!
//! Somebody who found an offer of work pastes it and reads which signs it has, where in the text,
//! who saw such adverts use these words, and what to do before answering.
//!
//! # Invariants
//!
//! * It answers from the text itself and from what comes with the program: the published lexicon,
//!   the table of wages, the list of places. This crate cannot open a node, so nobody can find out
//!   here whether an agency knows a number.
//! * Nothing is stored: no text, no address, no cookie, no log. Counts of the limit are in memory.
//! * Whatever is sent, time and memory of an answer are bounded by named limits.

mod limit;
mod page;

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{ConnectInfo, RawQuery, State};
use axum::http::header::{
    ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use liaison_adverts::{KnownContacts, Lexicon, Scored, Scorer};
use liaison_model::messages::{Catalogue, languages};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tower_http::limit::RequestBodyLimitLayer;
use url::form_urlencoded;

use limit::Limit;

/// What all requests share.
struct Shared {
    lexicon: &'static Lexicon,
    limit: Limit,
    /// Texts that are read at the same time: a busy page is slow, and never takes the machine.
    readers: Semaphore,
    /// Whether the address of whoever asks is what a proxy in front says.
    behind_proxy: bool,
}

/// Answers at an address until `shutdown` is done.
///
/// # Errors
///
/// When the listener fails.
pub async fn serve(
    listener: TcpListener,
    behind_proxy: bool,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let lexicon = Lexicon::built_in().ok_or_else(|| std::io::Error::other("no lexicon"))?;
    let service = router(lexicon, behind_proxy).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(shutdown).await
}

fn router(lexicon: &'static Lexicon, behind_proxy: bool) -> Router {
    let shared =
        Shared { lexicon, limit: Limit::default(), readers: Semaphore::new(READERS), behind_proxy };
    Router::new()
        .route("/", get(empty).post(asked))
        .route("/style.css", get(style))
        .layer(RequestBodyLimitLayer::new(BODY_BYTES_MAX))
        .with_state(Arc::new(shared))
}

async fn empty(headers: HeaderMap, RawQuery(query): RawQuery) -> Response {
    let words = words(field(query.unwrap_or_default().as_bytes(), "lang").as_deref(), &headers);
    page(StatusCode::OK, page::asking(&words, "", None))
}

async fn asked(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let words = words(field(&body, "lang").as_deref(), &headers);
    let text: String =
        field(&body, "text").unwrap_or_default().chars().take(TEXT_CHARS_MAX).collect();
    if !text.chars().any(char::is_alphanumeric) {
        return page(StatusCode::OK, page::asking(&words, "", Some("check-page-empty")));
    }
    if !shared.limit.takes(shared.address(peer, &headers)) {
        let told = page::asking(&words, &text, Some("check-page-limit"));
        return page(StatusCode::TOO_MANY_REQUESTS, told);
    }
    let Ok(_reading) = shared.readers.acquire().await else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let lexicon = shared.lexicon;
    let read = spawn_blocking(move || {
        let scored: Scored = Scorer::new(lexicon, None, KnownContacts::default()).score(&text);
        page::answered(&words, &text, &scored, lexicon.version())
    });
    match read.await {
        Ok(html) => page(StatusCode::OK, html),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

async fn style() -> Response {
    let mut response = page::STYLE.into_response();
    let css = HeaderValue::from_static("text/css; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, css);
    response
}

impl Shared {
    fn address(&self, peer: SocketAddr, headers: &HeaderMap) -> IpAddr {
        // The last one is what the proxy itself saw; the others are whatever a client wrote.
        let forwarded = headers.get("x-forwarded-for").and_then(|value| value.to_str().ok());
        let last = forwarded.and_then(|all| all.rsplit(',').next()?.trim().parse().ok());
        last.filter(|_| self.behind_proxy).unwrap_or_else(|| peer.ip())
    }
}

/// The words of a language that was chosen, or that the browser wants.
fn words(chosen: Option<&str>, headers: &HeaderMap) -> Catalogue {
    let wanted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let wanted = wanted.unwrap_or_default().split([',', ';', '-']).next().unwrap_or_default();
    let language = chosen.filter(|chosen| languages().any(|known| known == *chosen));
    Catalogue::for_language(language.unwrap_or(wanted))
}

/// One field of a form.
fn field(body: &[u8], name: &str) -> Option<String> {
    let mut fields = form_urlencoded::parse(body).take(FIELDS_MAX);
    fields.find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}

/// A page that keeps nothing, runs nothing and leads nowhere.
fn page(status: StatusCode, html: String) -> Response {
    let mut response = (status, html).into_response();
    let headers = response.headers_mut();
    for (name, value) in [
        (CONTENT_TYPE, "text/html; charset=utf-8"),
        (CACHE_CONTROL, "no-store"),
        (REFERRER_POLICY, "no-referrer"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (
            CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; \
             base-uri 'none'",
        ),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

const READERS: usize = 2;
const BODY_BYTES_MAX: usize = 256 * 1024;
const TEXT_CHARS_MAX: usize = 20_000;
const FIELDS_MAX: usize = 10;
