//! A node in a temporary folder that is served on a free port until the test ends.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::{Arc, Mutex, mpsc};
use std::thread::JoinHandle;

use liaison_api::{Log, LogLine};
use liaison_node::import::{ImportRequest, Input};
use liaison_node::{Folder, InitOptions, KeySource, Node, OpenOptions};
use serde_json::Value;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;
use zeroize::Zeroizing;

/// A served node.
pub struct Served {
    pub node: Arc<Node>,
    pub address: SocketAddr,
    pub log: Arc<Mutex<Vec<String>>>,
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
        let (folder, node) = node("KR-NPA", "kr");
        Self::of(folder, Arc::new(node))
    }

    /// A node with the published figures, places and events.
    pub fn with_situation() -> Self {
        let (folder, node) = node("KR-NPA", "kr");
        for (name, bytes) in SITUATION {
            import(&node, name, bytes);
        }
        Self::of(folder, Arc::new(node))
    }

    fn of(folder: TempDir, node: Arc<Node>) -> Self {
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
                liaison_api::serve_logged(served, listener, write, stopped).await.unwrap();
            });
        });
        let address = told.recv().unwrap();
        Self { node, address, log, stop: Some(stop), server: Some(server), folder }
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

    pub fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let config = ureq::Agent::config_builder().http_status_as_error(false).build();
        let agent = ureq::Agent::new_with_config(config);
        let mut request = agent.get(format!("http://{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut response = request.call().unwrap();
        Answer {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            text: response.body_mut().read_to_string().unwrap(),
        }
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

/// A new node in a new folder.
pub fn node(name: &str, country: &str) -> (TempDir, Node) {
    let folder = tempfile::tempdir().unwrap();
    let options = InitOptions {
        name: name.into(),
        country: country.into(),
        agency: None,
        passphrase: passphrase(),
        database_url: None,
        demonstration: true,
        exhibits: None,
    };
    let (node, _) = Node::init(&place(&folder), &options, OpenOptions::new(key())).unwrap();
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
