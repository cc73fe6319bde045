//! TLS, asked by a real client.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use liaison_api::{ApiError, Door, HostName, Serving, Tls, bind};
use liaison_model::{Hint as _, Role};
use liaison_node::Node;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use tokio::sync::oneshot;

use crate::served::real_node;

struct Encrypted {
    node: Arc<Node>,
    address: SocketAddr,
    trusted: CertificateDer<'static>,
    runtime: Runtime,
    stop: oneshot::Sender<()>,
    _folder: tempfile::TempDir,
}

impl Encrypted {
    fn new(hosts: &[&str]) -> Self {
        let (folder, node) = real_node("KR-NPA", "kr");
        let hosts: Vec<HostName> = hosts.iter().map(|host| host.parse().unwrap()).collect();
        let tls = Tls::self_made(node.folder(), &hosts, node.now()).unwrap();
        let trusted = certificate(&node.folder().tls());
        let node = Arc::new(node);
        let runtime = Runtime::new().unwrap();
        let listener = runtime.block_on(bind("127.0.0.1:0".parse().unwrap())).unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let door = Door::tls(tls, hosts);
        let serving = Serving { node: Arc::clone(&node), listener, door, log: Arc::new(|_| ()) };
        runtime.spawn(liaison_api::serve(serving, async { _ = stopped.await }));
        Self { node, address, trusted, runtime, stop, _folder: folder }
    }

    /// The whole answer to a request, over TLS that trusts this server's certificate alone.
    fn ask(&self, name: &str, request: &str) -> String {
        let mut roots = RootCertStore::empty();
        roots.add(self.trusted.clone()).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth();
        let name = ServerName::try_from(name.to_owned()).unwrap();
        let client = ClientConnection::new(Arc::new(config), name).unwrap();
        let mut stream = StreamOwned::new(client, TcpStream::connect(self.address).unwrap());
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn get(&self, path: &str, host: &str, more: &str) -> String {
        let request =
            format!("GET {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n{more}\r\n");
        self.ask("localhost", &request)
    }

    fn end(self) {
        self.stop.send(()).unwrap();
        self.runtime.shutdown_timeout(Duration::from_secs(10));
    }
}

fn certificate(file: &Path) -> CertificateDer<'static> {
    let kept: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    CertificateDer::from_pem_slice(kept["certificate"].as_str().unwrap().as_bytes()).unwrap()
}

#[test]
fn an_officer_signs_in_over_tls() {
    let served = Encrypted::new(&[]);
    let (port, name) = (served.address.port(), "chief".parse().unwrap());
    let roles = [Role::Supervisor].into();
    let new = liaison_accounts::NewAccount { name, unit: None, roles, password: None };
    let made = served.node.add_account(&new, "test").unwrap();
    let code = served.node.accounts().current_code(&new.name, served.node.now()).unwrap().code;
    let body = json!({
        "name": "chief", "password": made.password.unwrap().as_str(), "code": code.as_str(),
    })
    .to_string();
    let sign_in = |origin: &str| {
        let request = format!(
            "POST /api/session HTTP/1.1\r\nhost: localhost:{port}\r\nconnection: close\r\n\
             origin: {origin}\r\nx-liaison: 1\r\ncontent-type: application/json\r\n\
             content-length: {}\r\n\r\n{body}",
            body.len()
        );
        served.ask("localhost", &request)
    };

    assert!(sign_in(&format!("http://localhost:{port}")).starts_with("HTTP/1.1 403 "));
    let answer = sign_in(&format!("https://localhost:{port}"));

    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    let cookie = answer.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
    assert!(cookie.starts_with("__Host-liaison="), "{cookie}");
    assert!(cookie.ends_with("; Path=/; Secure; HttpOnly; SameSite=Strict"), "{cookie}");
    let cookie = cookie.split(';').next().unwrap();
    let host = format!("localhost:{port}");
    let who = served.get("/api/session", &host, &format!("cookie: {cookie}\r\n"));
    assert!(who.contains("\"name\":\"chief\""), "{who}");
    served.end();
}

#[test]
fn a_server_answers_under_its_given_names() {
    let served = Encrypted::new(&["liaison.police.example:443", "liaison.test"]);
    let port = served.address.port();
    let status = |host: &str| served.get("/healthz", host, "")[9..12].to_owned();

    for host in ["liaison.police.example", "liaison.police.example:443"] {
        assert_eq!(status(host), "200", "{host}");
    }
    let promised = "strict-transport-security: max-age=31536000\r\n";
    assert!(served.get("/healthz", "liaison.police.example", "").contains(promised));
    assert!(!served.get("/healthz", &format!("localhost:{port}"), "").contains(promised));
    assert_eq!(status(&format!("liaison.test:{port}")), "200");
    assert_eq!(status(&format!("127.0.0.1:{port}")), "200");
    for host in ["liaison.test", "evil.example", &format!("liaison.police.example:{port}")] {
        assert_eq!(status(host), "421", "{host}");
    }
    // The certificate is for those names, too.
    let request =
        "GET /healthz HTTP/1.1\r\nhost: liaison.police.example\r\nconnection: close\r\n\r\n";
    assert!(served.ask("liaison.police.example", request).starts_with("HTTP/1.1 200 "));
    served.end();
}

#[test]
fn a_client_that_says_nothing_holds_up_nobody() {
    let served = Encrypted::new(&[]);
    let silent: Vec<TcpStream> =
        (0..50).map(|_| TcpStream::connect(served.address).unwrap()).collect();
    let mut plain = TcpStream::connect(served.address).unwrap();
    plain.write_all(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n").unwrap();

    let started = Instant::now();
    let host = format!("localhost:{}", served.address.port());
    let answer = served.get("/healthz", &host, "");

    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    // The silent ones are given ten seconds each; one after the other it would take minutes.
    assert!(started.elapsed() < Duration::from_secs(60));
    let mut told = Vec::new();
    let _ = plain.read_to_end(&mut told);
    assert!(!told.starts_with(b"HTTP/"), "{told:?}");
    drop(silent);
    served.end();
}

#[test]
fn beyond_this_machine_a_name_is_needed_and_a_demonstration_stays() {
    let (_folder, node) = real_node("KR-NPA", "kr");
    let (_folder, demonstration) = crate::served::node("KR-NPA", "kr");
    let door = |hosts: &[&str]| {
        let hosts: Vec<HostName> = hosts.iter().map(|host| host.parse().unwrap()).collect();
        Door::tls(Tls::self_made(node.folder(), &hosts, node.now()).unwrap(), hosts)
    };
    let everywhere = "0.0.0.0:8600".parse().unwrap();

    let named = door(&["liaison.police.example"]);
    named.check(everywhere, node.config()).unwrap();
    assert_eq!(named.address(everywhere), "https://liaison.police.example:8600");
    let refused = door(&[]).check(everywhere, node.config()).unwrap_err();
    assert!(matches!(refused, ApiError::NoHost { .. }), "{refused}");
    assert!(refused.hint().is_some());
    let refused = named.check(everywhere, demonstration.config()).unwrap_err();
    assert!(matches!(refused, ApiError::Demonstration { .. }), "{refused}");
    named.check("127.0.0.1:0".parse().unwrap(), demonstration.config()).unwrap();
}
