//! Errors as problem documents (RFC 9457).
//!
//! A handler answers with a [`Problem`]: a code with data. Its sentences are made last, in the
//! language of whoever asked, by [`Problem::write`]. An error of the framework below, which has a
//! status only, becomes a problem there, too.

use axum::body::Body;
use axum::http::header::{CONTENT_LANGUAGE, CONTENT_TYPE, COOKIE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use liaison_accounts::AccountError;
use liaison_channel::ChannelError;
use liaison_estimate::{ModelError, TableError};
use liaison_model::Hint;
use liaison_model::messages::{Catalogue, Message};
use liaison_node::{EmergencyError, NodeError, ReportError, WrongUse};
use liaison_search::SearchError;
use liaison_views::ViewsError;
use serde::Serialize;
use utoipa::ToSchema;

use crate::access::PAGE_HEADER;

/// What went wrong with one request. Boxed, because most requests go well.
#[derive(Debug, Clone)]
pub(crate) struct Problem(Box<Contents>);

#[derive(Debug, Clone)]
struct Contents {
    status: StatusCode,
    title: &'static str,
    detail: Message,
    parameter: Option<String>,
    hint: Option<Message>,
    failure: Option<Message>,
    retry_seconds: Option<u64>,
}

/// A problem document.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub(crate) struct ProblemDocument {
    /// The kind of problem: `urn:liaison:problem:` and the code.
    #[serde(rename = "type")]
    kind: String,
    /// The kind of problem in a few words.
    title: String,
    /// The status of the answer.
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// What is wrong with this request.
    detail: String,
    /// The kind of problem, for programs.
    #[schema(example = "bad-parameter")]
    code: String,
    /// The parameter that is wrong, where one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    parameter: Option<String>,
    /// What can be done about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    hint: Option<String>,
}

impl Problem {
    /// The kind of problem is named by the key of its title: `problem-` and the code.
    fn new(status: StatusCode, title: &'static str, detail: Message) -> Self {
        let retry_seconds = (status == StatusCode::SERVICE_UNAVAILABLE).then_some(RETRY_SECONDS);
        let (parameter, hint, failure) = (None, None, None);
        Self(Box::new(Contents { status, title, detail, parameter, hint, failure, retry_seconds }))
    }

    /// A parameter that is misspelt, repeated or out of bounds; `detail` says which of these.
    pub(crate) fn parameter(name: &str, detail: Message) -> Self {
        let detail = detail.with("parameter", shortened(name));
        let mut problem = Self::new(StatusCode::BAD_REQUEST, "problem-bad-parameter", detail);
        problem.0.parameter = Some(shortened(name));
        problem
    }

    /// The problem of an error of the framework, of which only the status is known.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        let (title, detail) = match status {
            StatusCode::FORBIDDEN => ("problem-foreign-origin", "problem-foreign-origin-detail"),
            StatusCode::NOT_FOUND => ("problem-no-route", "problem-no-route-detail"),
            StatusCode::METHOD_NOT_ALLOWED => {
                ("problem-method-not-allowed", "problem-method-not-allowed-detail")
            }
            StatusCode::PAYLOAD_TOO_LARGE => {
                ("problem-body-too-large", "problem-body-too-large-detail")
            }
            StatusCode::URI_TOO_LONG => {
                ("problem-address-too-long", "problem-address-too-long-detail")
            }
            StatusCode::MISDIRECTED_REQUEST => ("problem-wrong-host", "problem-wrong-host-detail"),
            StatusCode::SERVICE_UNAVAILABLE => ("problem-busy", "problem-busy-detail"),
            status if status.is_server_error() => ("problem-internal", "problem-internal-detail"),
            _ => ("problem-bad-request", "problem-bad-request-detail"),
        };
        Self::new(status, title, Message::new(detail))
    }

    /// No dataset of this name is visible.
    pub(crate) fn no_dataset(name: &str) -> Self {
        let detail = Message::new("problem-no-dataset-detail").with("dataset", shortened(name));
        Self::new(StatusCode::NOT_FOUND, "problem-no-dataset", detail)
    }

    /// Nobody is signed in, or no longer: told to people who have a browser, and to programs.
    pub(crate) fn not_signed_in(headers: &HeaderMap) -> Self {
        let detail = Message::new("problem-not-signed-in-detail");
        let mut problem = Self::new(StatusCode::UNAUTHORIZED, "problem-not-signed-in", detail);
        let is_browser = headers.contains_key(COOKIE) || headers.contains_key(PAGE_HEADER);
        let hint = if is_browser { "problem-not-signed-in-hint" } else { "problem-no-token-hint" };
        problem.0.hint = Some(Message::new(hint));
        problem
    }

    /// The token that was sent is not one that lets anybody in.
    pub(crate) fn token_unknown() -> Self {
        let detail = Message::new("problem-token-unknown-detail");
        let mut problem = Self::new(StatusCode::UNAUTHORIZED, "problem-token-unknown", detail);
        problem.0.hint = Some(Message::new("problem-token-unknown-hint"));
        problem
    }

    /// The token's roles do this, its scopes do not.
    pub(crate) fn token_scope() -> Self {
        let detail = Message::new("problem-token-scope-detail");
        let mut problem = Self::new(StatusCode::FORBIDDEN, "problem-refused", detail);
        problem.0.hint = Some(Message::new("problem-token-scope-hint"));
        problem
    }

    /// Nobody is signed in, and nobody can, as there is no account.
    pub(crate) fn no_account() -> Self {
        let detail = Message::new("problem-no-account-detail");
        let mut problem = Self::new(StatusCode::UNAUTHORIZED, "problem-no-account", detail);
        problem.0.hint = Some(Message::new("serve-no-account"));
        problem
    }

    /// Name, password or code is wrong.
    pub(crate) fn sign_in_refused() -> Self {
        let detail = Message::new("problem-sign-in-refused-detail");
        let mut problem = Self::new(StatusCode::UNAUTHORIZED, "problem-sign-in-refused", detail);
        problem.0.hint = Some(Message::new("problem-sign-in-refused-hint"));
        problem
    }

    /// The present password or the code is wrong. Whoever asks stays signed in.
    pub(crate) fn not_confirmed() -> Self {
        let detail = Message::new("problem-not-confirmed-detail");
        let mut problem = Self::new(StatusCode::FORBIDDEN, "problem-not-confirmed", detail);
        problem.0.hint = Some(Message::new("problem-sign-in-refused-hint"));
        problem
    }

    /// What only an officer does, who has an account.
    pub(crate) fn not_for_tokens() -> Self {
        let detail = Message::new("problem-not-for-tokens-detail");
        Self::new(StatusCode::FORBIDDEN, "problem-refused", detail)
    }

    /// Too many attempts to sign in.
    pub(crate) fn held(seconds: u64) -> Self {
        let detail = Message::new("account-error-held").count("seconds", seconds);
        let mut problem = Self::new(StatusCode::TOO_MANY_REQUESTS, "problem-held", detail);
        problem.0.retry_seconds = Some(seconds);
        problem
    }

    /// A request that changes something lacks the header that pages of ours send.
    pub(crate) fn no_header() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "problem-no-header",
            Message::new("problem-no-header-detail"),
        )
    }

    /// A body of a kind that forms of other sites can send.
    pub(crate) fn media_type() -> Self {
        let detail = Message::new("problem-media-type-detail");
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "problem-media-type", detail)
    }

    /// The body is not what the API document describes.
    pub(crate) fn body() -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "problem-bad-body",
            Message::new("problem-bad-body-detail"),
        )
    }

    /// The import was begun already, and is begun once.
    pub(crate) fn begun() -> Self {
        let detail = Message::new("problem-begun-detail");
        Self::new(StatusCode::CONFLICT, "problem-begun", detail)
    }

    /// There is nothing to take back: the import brought nothing, or is taken back already.
    pub(crate) fn nothing_to_undo() -> Self {
        let detail = Message::new("problem-not-undoable-detail");
        Self::new(StatusCode::CONFLICT, "problem-not-undoable", detail)
    }

    /// The import is running, or in the journal.
    pub(crate) fn not_discardable() -> Self {
        let detail = Message::new("problem-not-discardable-detail");
        Self::new(StatusCode::CONFLICT, "problem-not-discardable", detail)
    }

    /// The views are not at the journal's position.
    pub(crate) fn behind() -> Self {
        let detail = Message::new("problem-behind-detail");
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "problem-behind", detail)
    }

    /// The answer took too long.
    pub(crate) fn slow() -> Self {
        Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "problem-slow",
            Message::new("problem-slow-detail"),
        )
    }

    /// What the log of the server hears of it, where the detail does not say it all.
    pub(crate) fn failure(&self) -> Option<&Message> {
        self.0.failure.as_ref()
    }

    /// The answer as a document, in the words of a catalogue. Headers that the response has
    /// already, such as `Allow`, are kept.
    pub(crate) fn write(&self, words: &Catalogue, response: Response) -> Response {
        let Contents { status, title, detail, parameter, hint, failure: _, retry_seconds } =
            &*self.0;
        let code = title.strip_prefix("problem-").unwrap_or(title);
        let document = ProblemDocument {
            kind: format!("urn:liaison:problem:{code}"),
            title: words.text(title),
            status: status.as_u16(),
            detail: words.say(&on_screen(detail)),
            code: code.to_owned(),
            parameter: parameter.clone(),
            hint: hint.as_ref().map(|hint| words.say(&on_screen(hint))),
        };
        let (mut parts, _) = response.into_parts();
        parts.status = *status;
        parts.headers.remove(axum::http::header::CONTENT_LENGTH);
        parts.headers.insert(CONTENT_TYPE, HeaderValue::from_static(PROBLEM_TYPE));
        parts.headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(words.language()));
        if let Some(seconds) = retry_seconds {
            parts.headers.insert(RETRY_AFTER, HeaderValue::from(*seconds));
        }
        if *status == StatusCode::UNAUTHORIZED {
            parts.headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static(CHALLENGE));
        }
        // Our own document has nothing that JSON cannot say, so this cannot fail.
        let bytes = serde_json::to_vec(&document).unwrap_or_default();
        Response::from_parts(parts, Body::from(bytes))
    }
}

impl From<NodeError> for Problem {
    fn from(error: NodeError) -> Self {
        let (status, title) = match &error {
            NodeError::NotFound
            | NodeError::WrongUse(WrongUse::Emergency(EmergencyError::NoSuchLook { .. })) => {
                (StatusCode::NOT_FOUND, "problem-not-found")
            }
            NodeError::Refused(_) => (StatusCode::FORBIDDEN, "problem-refused"),
            NodeError::Accounts(AccountError::NoKey) => {
                (StatusCode::FORBIDDEN, "problem-read-only")
            }
            NodeError::Accounts(AccountError::PasswordLength | AccountError::SamePassword) => {
                (StatusCode::BAD_REQUEST, "problem-bad-password")
            }
            NodeError::Search(SearchError::TooLong { chars_max, terms_max }) => {
                let detail = Message::new("problem-parameter-text")
                    .count("characters", *chars_max as u64)
                    .count("terms", *terms_max as u64);
                return Self::parameter("q", detail);
            }
            NodeError::NothingToLookFor => return Self::parameter("q", error.message()),
            // What officers send may be anything.
            NodeError::UnknownFormat { .. } | NodeError::Option { .. } | NodeError::Read(_) => {
                (StatusCode::BAD_REQUEST, "problem-bad-file")
            }
            NodeError::WrongUse(WrongUse::EmptyFile { .. } | WrongUse::NoRows { .. }) => {
                (StatusCode::BAD_REQUEST, "problem-bad-file")
            }
            NodeError::WrongUse(WrongUse::Report(ReportError::MaybeKnown { .. })) => {
                (StatusCode::CONFLICT, "problem-maybe-known")
            }
            NodeError::WrongUse(WrongUse::Case(error)) => match error.needs_a_reason() {
                true => (StatusCode::CONFLICT, "problem-needs-reason"),
                false => (StatusCode::CONFLICT, "problem-wrong-use"),
            },
            NodeError::WrongUse(WrongUse::Place(error)) => match error.needs_a_reason() {
                true => (StatusCode::CONFLICT, "problem-needs-reason"),
                false => (StatusCode::CONFLICT, "problem-wrong-use"),
            },
            NodeError::WrongUse(WrongUse::Report(error)) => match error.needs_a_reason() {
                true => (StatusCode::CONFLICT, "problem-needs-reason"),
                false => (StatusCode::BAD_REQUEST, "problem-bad-report"),
            },
            NodeError::WrongUse(_) => (StatusCode::CONFLICT, "problem-wrong-use"),
            NodeError::Behind => (StatusCode::SERVICE_UNAVAILABLE, "problem-behind"),
            NodeError::Views(ViewsError::Busy) => return Self::behind(),
            _ => {
                let mut problem = Self::of_status(StatusCode::INTERNAL_SERVER_ERROR);
                problem.0.failure = Some(error.message());
                return problem;
            }
        };
        let mut problem = Self::new(status, title, error.message());
        problem.0.hint = error.hint();
        problem
    }
}

/// That another agency was not reached, or did not answer, is nothing that this node broke.
impl From<ChannelError> for Problem {
    fn from(error: ChannelError) -> Self {
        let error = match error {
            ChannelError::Node(error) => return error.into(),
            error => error,
        };
        let mut problem = Self::new(StatusCode::CONFLICT, "problem-peer", error.message());
        problem.0.hint = error.hint();
        problem
    }
}

impl From<TableError> for Problem {
    fn from(error: TableError) -> Self {
        let mut problem = Self::new(StatusCode::BAD_REQUEST, "problem-bad-table", error.message());
        problem.0.hint = error.hint();
        problem
    }
}

impl From<ModelError> for Problem {
    fn from(error: ModelError) -> Self {
        let mut problem = Self::parameter("model", error.message());
        problem.0.hint = error.hint();
        problem
    }
}

impl IntoResponse for Problem {
    /// The status, with the problem beside it: `record` writes the document.
    fn into_response(self) -> Response {
        let mut response = self.0.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The same for somebody at a screen, who has no command line, where there is such a sentence.
pub(crate) fn on_screen(message: &Message) -> Message {
    match ON_SCREEN.iter().find(|(key, _)| *key == message.key) {
        Some((_, twin)) => Message { key: (*twin).into(), data: message.data.clone() },
        None => message.clone(),
    }
}

/// What a client sent, short enough to be sent back.
fn shortened(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(ECHO_CHARS_MAX).collect()
}

/// Sentences that name commands or their options, each with its twin for screens.
const ON_SCREEN: &[(&str, &str)] = &[
    ("account-hint-password", "screen-hint-password"),
    ("hint-unknown-format", "screen-hint-unknown-format"),
    ("ledger-empty", "screen-ledger-empty"),
    ("error-no-mapping", "screen-error-no-mapping"),
    ("date-ambiguous-hint", "screen-date-ambiguous-hint"),
    ("phone-no-country-hint", "screen-phone-no-country-hint"),
    ("hint-formula", "screen-hint-formula"),
    ("hint-required", "screen-hint-required"),
    ("hint-figure", "screen-hint-figure"),
    ("hint-successor", "screen-hint-successor"),
    ("hint-preferred-reason", "screen-hint-reason"),
    ("hint-judgement-reason", "screen-hint-reason"),
    ("hint-one-record", "screen-hint-one-record"),
    ("hint-judged-different", "screen-hint-judged-different"),
    ("hint-withdrawal-reason", "screen-hint-reason"),
    ("hint-maybe-known", "screen-hint-maybe-known"),
    ("hint-stage-reason", "screen-hint-stage-reason"),
    ("hint-commit", "screen-hint-commit"),
    ("hint-cannot-undo", "screen-hint-commit"),
    ("hint-reveal", "screen-hint-reveal"),
    ("hint-behind", "screen-hint-operator"),
    ("hint-folder-busy", "screen-hint-operator"),
    ("hint-rebuild", "screen-hint-operator"),
    ("hint-certificate-not-now", "screen-hint-operator"),
    ("hint-journal-damaged", "screen-hint-operator"),
    ("hint-no-key", "screen-hint-operator"),
];
/// The media type of problem documents.
pub(crate) const PROBLEM_TYPE: &str = "application/problem+json";
const ECHO_CHARS_MAX: usize = 80;
/// How a program may sign in (RFC 6750, section 3).
const CHALLENGE: &str = "Bearer realm=\"liaison\"";
const RETRY_SECONDS: u64 = 1;
