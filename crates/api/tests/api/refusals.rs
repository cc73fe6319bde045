//! What is refused, and how.

use serde_json::Value;

use crate::served::Served;

#[test]
fn an_address_that_leads_nowhere_is_a_page_for_a_browser_and_a_problem_for_a_program() {
    let served = Served::new();
    let asked = |accept: &str| {
        let answer = served.get_with("/nowhere", &[("accept", accept)]);
        (answer.status, answer.header("content-type").map(str::to_owned))
    };

    let (status, kind) = asked("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");
    assert_eq!((status, kind.as_deref()), (404, Some("text/html; charset=utf-8")));
    let (status, kind) = asked("*/*");
    assert_eq!((status, kind.as_deref()), (404, Some("application/problem+json")));
}

#[test]
fn an_error_is_a_problem_document_that_says_which_parameter() {
    let served = Served::new();
    let check = |path: &str, status: u16, code: &str, parameter: Option<&str>| {
        let answer = served.get(path);
        assert_eq!(answer.status, status, "{path}: {}", answer.text);
        assert_eq!(answer.header("content-type"), Some("application/problem+json"), "{path}");
        let problem = answer.json();
        assert_eq!(problem["status"], status, "{path}");
        assert_eq!(problem["code"], code, "{path}");
        assert_eq!(problem["type"], format!("urn:liaison:problem:{code}"), "{path}");
        assert_eq!(problem.get("parameter").and_then(Value::as_str), parameter, "{path}");
        for sentence in ["title", "detail"] {
            // A sentence that no catalogue has shows its key in brackets.
            let text = problem[sentence].as_str().unwrap();
            assert!(!text.is_empty() && !text.contains('['), "{path}: {text}");
        }
    };
    let bad = |path: &str, parameter: &str| check(path, 400, "bad-parameter", Some(parameter));

    check("/nowhere", 404, "no-route", None);
    check("/entities/nobody", 404, "not-found", None);
    check("/entities/nobody/adjacent", 404, "not-found", None);
    check("/entities/%ff", 404, "not-found", None);
    check("/entities/a%00b", 404, "not-found", None);
    check("/search/nothing", 404, "no-dataset", None);
    bad("/search/all?limit=501", "limit");
    bad("/search/all?offset=9500", "offset");
    bad("/search/all?schema=Persom", "schema");
    bad("/search/all?country=kh", "country");
    bad("/search/all?countries=Cambodia", "countries");
    bad("/search/all?countries=qq", "countries");
    bad("/search/all?filter=countries:qq", "filter");
    bad("/search/all?filter=colour:red", "filter");
    bad("/search/all?filter=dates:last-week", "filter");
    bad("/search/all?facets=dates", "facets"); // would list birth dates
    bad("/search/all?filter_op=AND", "filter_op");
    bad("/search/all?simple=yes", "simple");
    bad("/search/all?sort=a%20b", "sort");
    bad(&format!("/search/all?q={}", "a".repeat(401)), "q");
    bad("/search/all?q=%21%21%21", "q");
    bad(&format!("/search/all?q={}", "a+".repeat(40)), "q");
    bad("/search/all?q=a&q=b", "q");
    bad("/search/all?q=%ff", "q");
    bad("/entities/agency?nested=true", "nested");
    bad("/figures?all=1", "all");
    bad("/healthz?verbose=true", "verbose");
}

#[test]
fn another_method_is_told_which_are_allowed() {
    let served = Served::new();

    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"] {
        let answer = served.raw(&request(method, "/search/all", &served, ""));
        assert!(answer.starts_with("HTTP/1.1 405 "), "{method}: {answer}");
        assert!(answer.contains("\r\nallow: GET,HEAD\r\n"), "{method}: {answer}");
        assert!(answer.contains("method-not-allowed"), "{method}: {answer}");
    }
    let head = served.raw(&request("HEAD", "/healthz", &served, ""));
    assert!(head.starts_with("HTTP/1.1 200 ") && head.ends_with("\r\n\r\n"), "{head}");
}

#[test]
fn a_body_or_an_address_that_is_too_long_is_refused() {
    let served = Served::new();

    let body = "content-length: 10000000\r\n";
    let answer = served.raw(&request("GET", "/healthz", &served, body));
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
    assert!(answer.contains("body-too-large"), "{answer}");

    let address = format!("/search/all?q={}", "a".repeat(20_000));
    let answer = served.get(&address);
    assert_eq!((answer.status, &answer.json()["code"]), (414, &"address-too-long".into()));
}

#[test]
fn another_host_is_misdirected() {
    let served = Served::new();
    let port = served.address.port();
    let check = |host: &str, status: &str| {
        let request = format!("GET /healthz HTTP/1.1\r\n{host}connection: close\r\n\r\n");
        let answer = served.raw(&request);
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{host}: {answer}");
    };

    check(&format!("host: 127.0.0.1:{port}\r\n"), "200");
    check(&format!("host: localhost:{port}\r\n"), "200");
    check(&format!("host: [::1]:{port}\r\n"), "200");
    check("host: localhost\r\n", "421");
    check(&format!("host: liaison.example:{port}\r\n"), "421");
    check(&format!("host: localhost:{port}\r\nhost: liaison.example\r\n"), "421");
    check("", "421");
}

#[test]
fn a_page_of_another_origin_is_refused() {
    let served = Served::new();
    let own = format!("http://localhost:{}", served.address.port());
    let check = |header: (&str, &str), status: u16| {
        let answer = served.get_with("/healthz", &[header]);
        assert_eq!(answer.status, status, "{header:?}");
        if status == 403 {
            assert_eq!(answer.json()["code"], "foreign-origin");
        }
        let cors = answer.headers.keys().find(|name| name.as_str().contains("access-control"));
        assert_eq!(cors, None);
    };

    check(("origin", &own), 200);
    check(("origin", "null"), 403);
    check(("origin", "http://liaison.example"), 403);
    check(("sec-fetch-site", "cross-site"), 403);
}

#[test]
fn every_answer_forbids_keeping_framing_and_guessing() {
    let served = Served::new();

    for path in ["/", "/healthz", "/nowhere", "/api/openapi.json", "/metrics"] {
        let answer = served.get(path);
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"), "{path}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
        let policy = answer.header("content-security-policy").unwrap();
        assert!(policy.contains("default-src 'none'"), "{path}");
        assert!(policy.contains("frame-ancestors 'none'"), "{path}");
        assert!(!policy.contains("unsafe"), "{path}");
        assert_eq!(answer.header("x-frame-options"), Some("DENY"), "{path}");
        assert!(answer.header("permissions-policy").unwrap().contains("camera=()"), "{path}");
        assert_eq!(answer.header("cross-origin-opener-policy"), Some("same-origin"), "{path}");
        // Nothing is promised about encryption over plain HTTP.
        assert_eq!(answer.header("strict-transport-security"), None, "{path}");
        assert_eq!(answer.header("server"), None, "{path}");
    }
}

#[test]
fn a_reader_of_a_language_that_there_is_not_is_answered_in_english() {
    let served = Served::new();

    let answer = served.get_with("/nowhere", &[("accept-language", "tlh, x;q=0.1")]);

    assert_eq!(answer.header("content-language"), Some("en"));
    assert_eq!(answer.json()["title"], "Nothing is here");
}

fn request(method: &str, path: &str, served: &Served, headers: &str) -> String {
    let host = served.address;
    format!("{method} {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n{headers}\r\n")
}
