//! A node in a temporary folder that is served on a free port until the test ends.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::{Arc, Mutex, mpsc};
use std::thread::JoinHandle;

use liaison_accounts::{NewAccount, NewToken};
use liaison_api::{Door, Log, LogLine, Serving};
use liaison_journal::keys::RootKey;
use liaison_model::Role;
use liaison_node::import::{ImportRequest, Input};
use liaison_node::{
    Clock, Folder, InitOptions, KeySource, Node, OpenOptions, SetClock, SystemClock,
};
use liaison_policy::TokenScope;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;
use zeroize::Zeroizing;

/// A served node.
pub struct Served {
    pub node: Arc<Node>,
    pub address: SocketAddr,
    pub log: Arc<Mutex<Vec<String>>>,
    /// The cookie of an analyst who signed in.
    pub cookie: String,
    clock: Option<Arc<SetClock>>,
    stop: Option<oneshot::Sender<()>>,
    server: Option<JoinHandle<()>>,
    folder: TempDir,
}

/// One answer.
pub struct Answer {
    pub status: u16,
    pub headers: ureq::http::HeaderMap,
    pub text: String,
}

impl Served {
    /// A node with nothing in it but its agency.
    pub fn new() -> Self {
        Self::of_agency("KR-NPA", "kr")
    }

    /// The same of another agency.
    pub fn of_agency(name: &str, country: &str) -> Self {
        let (folder, node) = node(name, country);
        Self::of(folder, Arc::new(node))
    }

    /// What the head of the agency signs with.
    pub fn root_key(&self) -> RootKey {
        let path = place(&self.folder).path().join("keys/root.json");
        self.node.open_root_key(&path, &key()).unwrap()
    }

    /// A node with the published figures, places and events.
    pub fn with_situation() -> Self {
        let (folder, node) = node("KR-NPA", "kr");
        for (name, bytes) in SITUATION {
            import(&node, name, bytes);
        }
        Self::of(folder, Arc::new(node))
    }

    /// A node that nobody can sign in to.
    pub fn without_accounts() -> Self {
        let (folder, node) = node("KR-NPA", "kr");
        Self::open(folder, Arc::new(node))
    }

    /// A node whose clock stands still, however slow the machine is.
    pub fn at_a_standstill() -> Self {
        let clock = Arc::new(SetClock::at("2027-01-01T00:00:00Z".parse().unwrap()));
        let (folder, node) =
            made("KR-NPA", "kr", Kind::Demonstration, Arc::clone(&clock) as Arc<dyn Clock>);
        let mut served = Self::of(folder, Arc::new(node));
        served.clock = Some(clock);
        served
    }

    /// The clock of a node at a standstill.
    pub fn clock(&self) -> &SetClock {
        self.clock.as_ref().unwrap()
    }

    fn of(folder: TempDir, node: Arc<Node>) -> Self {
        let mut served = Self::open(folder, node);
        served.cookie = served.cookie_of("analyst", &[Role::Analyst]);
        served.log.lock().unwrap().clear();
        served
    }

    fn open(folder: TempDir, node: Arc<Node>) -> Self {
        let (stop, stopped) = oneshot::channel();
        let (tell, told) = mpsc::channel();
        let log = Arc::new(Mutex::new(Vec::new()));
        let (served, lines) = (Arc::clone(&node), Arc::clone(&log));
        let server = std::thread::spawn(move || {
            let write: Log = Arc::new(move |line: &LogLine<'_>| {
                lines.lock().unwrap().push(format!("{line:?}"));
            });
            Runtime::new().unwrap().block_on(async {
                let listener = liaison_api::bind("127.0.0.1:0".parse().unwrap()).await.unwrap();
                tell.send(listener.local_addr().unwrap()).unwrap();
                let stopped = async {
                    let _ = stopped.await;
                };
                let serving = Serving { node: served, listener, door: Door::plain(), log: write };
                liaison_api::serve(serving, stopped).await.unwrap();
            });
        });
        let address = told.recv().unwrap();
        let (stop, server, cookie) = (Some(stop), Some(server), String::new());
        Self { node, address, log, cookie, clock: None, stop, server, folder }
    }

    /// The end of work that runs on a thread of the server.
    pub fn finished(&self, path: &str) -> Value {
        let job = self.json(&format!("{path}?wait=20"));
        assert_ne!(job["state"], "running", "it did not end: {job}");
        job
    }

    /// Makes an account, signs in with it as a browser does, and returns the cookie.
    pub fn cookie_of(&self, name: &str, roles: &[Role]) -> String {
        let password = self.account(name, roles);
        let answer = self.sign_in(name, &password, &self.code(name));
        assert_eq!(answer.status, 200, "{}", answer.text);
        let cookie = answer.header("set-cookie").unwrap();
        cookie.split(';').next().unwrap().to_owned()
    }

    /// Makes an account and returns its password.
    pub fn account(&self, name: &str, roles: &[Role]) -> String {
        let roles = roles.iter().copied().collect();
        let new = NewAccount { name: name.parse().unwrap(), unit: None, roles, password: None };
        let made = self.node.add_account(&new, "test").unwrap();
        made.password.unwrap().to_string()
    }

    /// The code that an account's authenticator shows.
    pub fn code(&self, name: &str) -> String {
        let name = name.parse().unwrap();
        self.node.accounts().current_code(&name, self.node.now()).unwrap().code.to_string()
    }

    /// Makes a token and returns it.
    pub fn token(&self, name: &str, roles: &[Role], scopes: &[TokenScope]) -> String {
        let new = NewToken {
            name: name.parse().unwrap(),
            roles: roles.iter().copied().collect(),
            scopes: scopes.iter().copied().collect(),
            expires: self.node.now().plus_seconds(3_600),
            by: "test".to_owned(),
        };
        self.node.add_token(new).unwrap().0.as_str().to_owned()
    }

    /// Signs in as a page of this server does.
    pub fn sign_in(&self, name: &str, password: &str, code: &str) -> Answer {
        let body = json!({ "name": name, "password": password, "code": code }).to_string();
        self.send("POST", "/api/session", &self.page(""), &body)
    }

    /// The headers of a page of this server.
    pub fn page(&self, cookie: &str) -> Vec<(String, String)> {
        let pairs = [
            ("origin", format!("http://{}", self.address)),
            ("x-liaison", "1".to_owned()),
            ("content-type", "application/json".to_owned()),
            ("cookie", cookie.to_owned()),
        ];
        let pairs = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        pairs.map(|(name, value)| (name.to_owned(), value)).collect()
    }

    /// Any request.
    pub fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(String, String)],
        body: &str,
    ) -> Answer {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .allow_non_standard_methods(true)
            .build();
        let mut request = ureq::http::Request::builder()
            .method(method)
            .uri(format!("http://{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(name, value);
        }
        let agent = ureq::Agent::new_with_config(config);
        let mut response = match body {
            "" => agent.run(request.body(()).unwrap()).unwrap(),
            body => agent.run(request.body(body.to_owned()).unwrap()).unwrap(),
        };
        Answer {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            // A workbook is no text; nobody asks what stands in it.
            text: String::from_utf8_lossy(&response.body_mut().read_to_vec().unwrap()).into_owned(),
        }
    }

    /// Another process on the same folder would open it like this.
    pub fn beside(&self) -> Node {
        let node = Node::open(&place(&self.folder), OpenOptions::new(key())).unwrap();
        assert!(!node.is_owner());
        node
    }

    pub fn import(&self, name: &str, bytes: &[u8]) {
        import(&self.node, name, bytes);
    }

    pub fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[])
    }

    /// Asked by the analyst.
    pub fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut headers: Vec<_> =
            headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        headers.push(("cookie".to_owned(), self.cookie.clone()));
        self.send("GET", path, &headers, "")
    }

    /// Asked by whoever has these headers.
    pub fn get_by(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let headers: Vec<_> =
            headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        self.send("GET", path, &headers, "")
    }

    /// Sends JSON as the analyst's workbench does.
    pub fn post(&self, path: &str, body: &Value) -> Answer {
        self.send("POST", path, &self.page(&self.cookie), &body.to_string())
    }

    /// Sends a file as the analyst's workbench does.
    pub fn upload(&self, name: &str, bytes: &str) -> Answer {
        self.upload_to("/api/imports", name, bytes)
    }

    pub fn upload_to(&self, path: &str, name: &str, bytes: &str) -> Answer {
        let mut headers = self.page(&self.cookie);
        headers.retain(|(name, _)| name != "content-type");
        headers.push(("content-type".to_owned(), "application/octet-stream".to_owned()));
        headers.push(("x-file-name".to_owned(), name.to_owned()));
        self.send("POST", path, &headers, bytes)
    }

    /// The JSON of an answer that is well.
    pub fn json(&self, path: &str) -> Value {
        let answer = self.get(path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.text);
        answer.json()
    }

    /// The whole answer to bytes that no well-behaved client sends.
    pub fn raw(&self, request: &str) -> String {
        raw(self.address, request)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.stop.take().unwrap().send(());
        let ended = self.server.take().unwrap().join();
        if !std::thread::panicking() {
            ended.unwrap();
        }
    }
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }
}

/// A new node in a new folder: a demonstration.
pub fn node(name: &str, country: &str) -> (TempDir, Node) {
    made(name, country, Kind::Demonstration, Arc::new(SystemClock))
}

/// A new node in a new folder: no demonstration.
pub fn real_node(name: &str, country: &str) -> (TempDir, Node) {
    made(name, country, Kind::Real, Arc::new(SystemClock))
}

#[derive(PartialEq)]
enum Kind {
    Demonstration,
    Real,
}

fn made(name: &str, country: &str, kind: Kind, clock: Arc<dyn Clock>) -> (TempDir, Node) {
    let folder = tempfile::tempdir().unwrap();
    let options = InitOptions {
        name: name.into(),
        country: country.into(),
        agency: None,
        passphrase: passphrase(),
        database_url: None,
        demonstration: kind == Kind::Demonstration,
        exhibits: None,
    };
    let mut open = OpenOptions::new(key());
    open.clock = clock;
    let (node, _) = Node::init(&place(&folder), &options, open).unwrap();
    (folder, node)
}

pub fn import(node: &Node, name: &str, bytes: &[u8]) {
    let request = ImportRequest::new(Input::from_bytes(name, bytes), "test");
    let report = node.import(request, &|_| {}).unwrap();
    assert!(report.commit.is_some(), "{report:?}");
}

pub fn raw(address: SocketAddr, request: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

/// A text as it stands in a query.
pub fn encoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// The ids of the results of a list.
pub fn ids(list: &Value) -> Vec<String> {
    let id = |result: &Value| result["id"].as_str().unwrap().to_owned();
    list["results"].as_array().unwrap().iter().map(id).collect()
}

fn place(folder: &TempDir) -> Folder {
    Folder::new(folder.path().join("node"))
}

fn key() -> KeySource {
    KeySource::Passphrase(passphrase())
}

fn passphrase() -> Zeroizing<String> {
    Zeroizing::new("a passphrase of the test".to_owned())
}

/// Two people, a firm, and who owns it: invented.
pub const CASELOAD: &[u8] = r#"
{"id":"person-1","schema":"Person","properties":{"name":["김민수","Kim Min-su"],"nationality":["kr"],"phone":["+821055500123"],"birthDate":["1999-04-21"]}}
{"id":"person-2","schema":"Person","properties":{"name":["Sok Dara"],"nationality":["kh"]}}
{"id":"front-company","schema":"Company","properties":{"name":["황금미래 무역"],"country":["kh"]}}
{"id":"ownership-1","schema":"Ownership","properties":{"owner":["person-1"],"asset":["front-company"]}}
{"id":"ownership-2","schema":"Ownership","properties":{"owner":["person-2"],"asset":["front-company"]}}
"#
.as_bytes();

const SITUATION: [(&str, &[u8]); 3] = [
    ("figures.csv", include_bytes!("../../../../situation/figures.csv")),
    ("places.csv", include_bytes!("../../../../situation/places.csv")),
    ("events.csv", include_bytes!("../../../../situation/events.csv")),
];
