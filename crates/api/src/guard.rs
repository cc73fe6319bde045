//! What is let in at all: requests under this server's own names, for itself.
//!
//! A page of another site can send requests here, and can give its own name this server's address
//! ("DNS rebinding"). The first is told by `Origin` and `Sec-Fetch-Site`, the second by `Host`.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::door::Reach;
use crate::problem::Problem;
use crate::state::ApiState;

/// Lets a request through, or says why not.
pub(crate) async fn guard(
    State(state): State<Arc<ApiState>>,
    request: Request,
    next: Next,
) -> Response {
    let refused = if ADDRESS_BYTES_MAX < length(request.uri()) {
        Some(StatusCode::URI_TOO_LONG)
    } else if !is_ours(request.uri(), request.headers(), state.reach()) {
        Some(StatusCode::MISDIRECTED_REQUEST)
    } else if is_foreign(request.headers(), state.reach()) {
        Some(StatusCode::FORBIDDEN)
    } else {
        None
    };
    match refused {
        Some(status) => Problem::of_status(status).into_response(),
        None => next.run(request).await,
    }
}

fn length(uri: &Uri) -> usize {
    uri.path_and_query().map_or(0, |address| address.as_str().len())
}

/// Whether a request is meant for this server: by `Host`, and by the address itself where the
/// client writes it in full (RFC 9112, section 3.2.2).
fn is_ours(uri: &Uri, headers: &HeaderMap, reach: &Reach) -> bool {
    let mut hosts = headers.get_all(HOST).iter();
    let host = hosts.next().and_then(|host| host.to_str().ok());
    let host_fits = host.is_some_and(|host| reach.is_own_name(host)) && hosts.next().is_none();
    let address_fits = uri.authority().is_none_or(|name| reach.is_own_name(name.as_str()));
    host_fits && address_fits
}

/// Whether a browser sends it on behalf of a page of another origin. Following a link from
/// elsewhere is let through: the page that is left sees nothing of the answer.
fn is_foreign(headers: &HeaderMap, reach: &Reach) -> bool {
    let is_own_origin =
        |origin: &HeaderValue| origin.to_str().is_ok_and(|origin| reach.is_own_origin(origin));
    let said = |name: &str, value: &str| headers.get(name).is_some_and(|found| found == value);
    let is_link = said("sec-fetch-mode", "navigate") && said("sec-fetch-dest", "document");
    !headers.get_all(ORIGIN).iter().all(is_own_origin)
        || (said("sec-fetch-site", "cross-site") && !is_link)
}

/// Longest path with query.
pub(crate) const ADDRESS_BYTES_MAX: usize = 16 * 1024;

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, HeaderValue::from_static(value));
        }
        headers
    }

    #[test]
    fn only_the_names_of_this_machine_with_the_port_are_ours() {
        fn check(hosts: &[&'static str], address: &str, expected: bool) {
            let pairs: Vec<_> = hosts.iter().map(|host| ("host", *host)).collect();
            let is_ours =
                is_ours(&address.parse().unwrap(), &headers(&pairs), &Reach::loopback(8600));
            assert_eq!(is_ours, expected, "{hosts:?} {address}");
        }

        check(&["127.0.0.1:8600"], "/", true);
        check(&["LocalHost:8600"], "/", true);
        check(&["[::1]:8600"], "/", true);
        check(&["[::1]:8600"], "http://localhost:8600/", true);
        for host in ["localhost", "localhost:8601", "localhost.:8600", "evil.example:8600", ""] {
            check(&[host], "/", false);
        }
        check(&["127.0.0.1.evil.example:8600"], "/", false);
        check(&["127.0.0.1:8600@evil.example"], "/", false);
        check(&["localhost:8600", "evil.example"], "/", false);
        check(&["localhost:8600"], "http://evil.example/", false);
        check(&[], "/", false);
    }

    #[test]
    fn a_page_of_another_origin_is_foreign() {
        fn check(pairs: &[(&'static str, &'static str)], expected: bool) {
            assert_eq!(is_foreign(&headers(pairs), &Reach::loopback(8600)), expected, "{pairs:?}");
        }

        check(&[], false);
        check(&[("origin", "http://127.0.0.1:8600")], false);
        check(&[("origin", "null")], true);
        check(&[("origin", "http://127.0.0.1:8601")], true);
        check(&[("origin", "https://127.0.0.1:8600")], true);
        check(&[("origin", "https://evil.example")], true);
        check(&[("origin", "http://localhost:8600"), ("origin", "null")], true);
        check(&[("sec-fetch-site", "same-origin")], false);
        check(&[("sec-fetch-site", "none")], false);
        check(&[("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "no-cors")], true);
        let link = [
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-mode", "navigate"),
            ("sec-fetch-dest", "document"),
        ];
        check(&link, false);
        let frame = [
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-mode", "navigate"),
            ("sec-fetch-dest", "iframe"),
        ];
        check(&frame, true);
    }
}
