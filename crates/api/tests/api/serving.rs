//! Listening, keeping up, and what an operator watches.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use liaison_api::{ApiError, ApiState, Door, Reach, Serving, bind, document, host, router};
use liaison_model::Hint;
use tokio::runtime::Runtime;

use crate::served::{CASELOAD, Served, import, node, raw, real_node};

#[test]
fn the_api_document_is_the_one_that_was_reviewed() {
    let mut document = serde_json::to_value(document()).unwrap();
    assert_eq!(document["openapi"], "3.1.0");

    let served = Served::new();
    assert_eq!(served.json("/api/openapi.json"), document);

    // A release changes its number only.
    document["info"]["version"] = "[version]".into();
    insta::assert_json_snapshot!(document);
}

#[test]
fn the_front_page_says_that_it_is_a_demonstration() {
    let served = Served::new();

    let page = served.get("/api");

    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    assert!(page.text.contains("KR-NPA"));
    assert!(page.text.contains("Demonstration"));
    assert!(page.text.contains("/api/openapi.json"));
}

#[test]
fn metrics_count_requests_by_route_and_status() {
    let served = Served::new();
    served.import("caseload.ftm.json", CASELOAD);

    served.get("/entities/front-company");
    served.get("/entities/person-1");
    served.get("/entities/nobody");
    served.get("/wp-login.php");
    let text = served.get("/metrics").text;

    let has = |line: &str| assert!(text.lines().any(|found| found == line), "{line}\n{text}");
    has("liaison_http_requests_total{route=\"/entities/{id}\",status=\"200\"} 2");
    has("liaison_http_requests_total{route=\"/entities/{id}\",status=\"404\"} 1");
    has("liaison_http_requests_total{route=\"-\",status=\"404\"} 1");
    has("liaison_http_request_duration_seconds_count{route=\"/entities/{id}\"} 3");
    has("liaison_journal_position 2");
    has("liaison_views_position 2");
    has("liaison_search_position 2");
    let (_, statements) = served.node.statements_after(0, 2).unwrap();
    has(&format!("liaison_statements {statements}"));
    assert!(!text.contains("wp-login") && !text.contains("person-1"));
}

#[test]
fn the_log_holds_routes_and_never_what_was_asked() {
    let served = Served::new();

    served.get("/search/all?q=secret");
    served.get("/entities/secret");
    served.get("/secret");
    served.get("/search/all?secret=secret");

    let log = served.log.lock().unwrap().join("\n");
    assert_eq!(log.lines().count(), 4, "{log}");
    assert!(log.contains("/search/{dataset}") && log.contains("/entities/{id}"), "{log}");
    assert!(!log.contains("secret"), "{log}");
    // The route that there is not asks nobody who they are.
    assert_eq!(log.matches("account: \"analyst\"").count(), 3, "{log}");
}

#[test]
fn what_another_process_commits_appears() {
    let served = Served::new();
    let other = served.beside();
    assert_eq!(served.get("/entities/front-company").status, 404);

    // It returns when the served node has folded what it committed.
    import(&other, "caseload.ftm.json", CASELOAD);

    assert_eq!(served.get("/entities/front-company").status, 200);
    assert_eq!(served.get("/readyz").status, 200);
    assert_eq!(served.json("/search/caseload")["total"]["value"], 5);
}

#[test]
fn a_node_is_not_ready_until_its_views_are_at_the_journals_position() {
    // The router alone does not keep up: the owner of the folder sleeps.
    let (folder, node) = node("KR-NPA", "kr");
    let node = Arc::new(node);
    let runtime = Runtime::new().unwrap();
    let address = runtime.block_on(async {
        let listener = bind("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let address = listener.local_addr().unwrap();
        let state = Arc::new(ApiState::new(
            Arc::clone(&node),
            Reach::loopback(address.port()),
            Arc::new(|_| ()),
        ));
        tokio::spawn(axum::serve(listener, router(state)).into_future());
        address
    });
    let ready = || {
        let request =
            format!("GET /readyz HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n");
        raw(address, &request)
    };
    assert!(ready().starts_with("HTTP/1.1 200 "));

    let committing = std::thread::spawn({
        let key = || {
            let passphrase = "a passphrase of the test".to_owned();
            liaison_node::KeySource::Passphrase(zeroize::Zeroizing::new(passphrase))
        };
        let place = liaison_node::Folder::new(folder.path().join("node"));
        let options = liaison_node::OpenOptions::new(key());
        let other = liaison_node::Node::open(&place, options).unwrap();
        move || import(&other, "caseload.ftm.json", CASELOAD)
    });
    let started = Instant::now();
    while node.positions().unwrap().are_level() {
        assert!(started.elapsed() < PATIENCE);
        std::thread::sleep(Duration::from_millis(5));
    }
    let behind = ready();
    assert!(behind.starts_with("HTTP/1.1 503 "), "{behind}");
    assert!(behind.contains("\r\nretry-after: 1\r\n") && behind.contains("\"behind\""), "{behind}");

    node.follow().unwrap();
    committing.join().unwrap();
    assert!(ready().starts_with("HTTP/1.1 200 "));
}

#[test]
fn without_tls_only_addresses_of_this_machine_are_served() {
    let runtime = Runtime::new().unwrap();
    let (_folder, node) = real_node("KR-NPA", "kr");
    for address in ["0.0.0.0:0", "[::]:0", "192.0.2.1:8600"] {
        let refused = Door::plain().check(address.parse().unwrap(), node.config()).unwrap_err();
        assert!(matches!(refused, ApiError::NotLoopback { .. }), "{refused}");
        assert!(refused.hint().is_some());
    }

    let refused = runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind("0.0.0.0:0").await.unwrap();
        let (node, door) = (Arc::new(node), Door::plain());
        let serving = Serving { node, listener, door, log: Arc::new(|_| ()) };
        liaison_api::serve(serving, std::future::pending()).await.unwrap_err()
    });
    assert!(matches!(refused, ApiError::NotLoopback { .. }), "{refused}");
}

#[test]
fn a_port_in_use_is_told_with_what_to_do() {
    let served = Served::new();

    let refused = Runtime::new().unwrap().block_on(bind(served.address)).unwrap_err();

    assert!(matches!(refused, ApiError::PortInUse { .. }), "{refused}");
    assert!(refused.hint().is_some());
}

#[test]
fn several_nodes_are_hosted_by_one_process() {
    let (_korean_folder, korean) = node("KR-NPA", "kr");
    let (_thai_folder, thai) = node("TH-RTP", "th");
    let runtime = Runtime::new().unwrap();
    let (first, second) = (free(&runtime), free(&runtime));
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let hosted = runtime.spawn(async move {
        let nodes = vec![(Arc::new(korean), first), (Arc::new(thai), second)];
        host(nodes, async { _ = stopped.await }).await
    });

    for (address, agency) in [(first, "KR-NPA"), (second, "TH-RTP")] {
        let started = Instant::now();
        while std::net::TcpStream::connect(address).is_err() {
            assert!(started.elapsed() < PATIENCE);
            std::thread::sleep(Duration::from_millis(5));
        }
        let request = format!("GET /api HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n");
        assert!(raw(address, &request).contains(agency));
    }
    stop.send(()).unwrap();
    runtime.block_on(hosted).unwrap().unwrap();
}

fn free(runtime: &Runtime) -> SocketAddr {
    runtime.block_on(async {
        bind("127.0.0.1:0".parse().unwrap()).await.unwrap().local_addr().unwrap()
    })
}

const PATIENCE: Duration = Duration::from_secs(60);
