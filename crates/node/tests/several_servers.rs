//! One agency, one journal in PostgreSQL, two servers: each with a folder of its own.

#![allow(clippy::unwrap_used, reason = "a test ends where something is not as it must be")]

use std::path::Path;

use liaison_journal::JournalError;
use liaison_model::schema::names::prop;
use liaison_model::{Reader, StatementId};
use liaison_node::import::{ImportReport, ImportRequest, Input};
use liaison_node::{
    Folder, InitOptions, KeySource, Node, NodeError, OpenOptions, SearchRequest, ShowOptions,
};
use zeroize::Zeroizing;

/// The index writes ASCII letters as codes of its own and these as they are.
const SECRET: &str = "ժզքջխվձճղծ";

struct Agency {
    folder: tempfile::TempDir,
    url: String,
}

impl Agency {
    fn options(&self) -> OpenOptions {
        let passphrase = Zeroizing::new("a passphrase of the test".to_owned());
        let mut options = OpenOptions::new(KeySource::Passphrase(passphrase));
        options.database_url = Some(self.url.clone());
        options
    }

    fn init(&self, name: &str) -> Result<Server, NodeError> {
        let folder = Folder::new(self.folder.path().join(name));
        let options = InitOptions {
            name: "KR-Police".into(),
            country: "KR".into(),
            agency: None,
            passphrase: Zeroizing::new("a passphrase of the test".to_owned()),
            database_url: Some(self.url.clone()),
            exhibits: None,
            demonstration: false,
        };
        Ok(Server::new(Node::init(&folder, &options, self.options())?.0))
    }

    /// As the guide says: what the node is and its keys are copied, nothing else.
    fn join(&self, name: &str, first: &Server) -> Server {
        let (from, to) = (first.node.folder(), Folder::new(self.folder.path().join(name)));
        std::fs::create_dir_all(to.keys()).unwrap();
        std::fs::copy(from.config(), to.config()).unwrap();
        std::fs::copy(from.node_key(), to.node_key()).unwrap();
        std::fs::copy(from.certificate(), to.certificate()).unwrap();
        Server::new(Node::open(&to, self.options()).unwrap())
    }
}

struct Server {
    node: Node,
    reader: Reader,
}

impl Server {
    fn new(node: Node) -> Self {
        let reader = node.folder_owner("min");
        Self { node, reader }
    }

    fn import(&self, companies: &[String]) -> ImportReport {
        let line = |name: &String| {
            let id = if name == SECRET { "secret" } else { &*name.replace(' ', "-") };
            format!(r#"{{"id":"{id}","schema":"Company","properties":{{"name":["{name}"]}}}}"#)
        };
        let lines: Vec<String> = companies.iter().map(line).collect();
        let input = Input::from_bytes("companies.ftm.json", lines.join("\n"));
        self.node.import(ImportRequest::new(input, "min"), &|_| {}).unwrap()
    }

    fn finds(&self, text: &str) -> u64 {
        let request = SearchRequest { text: text.into(), limit: 10, ..SearchRequest::default() };
        self.node.search(&request, &self.reader).unwrap().total
    }

    fn name_of(&self, entity: &str) -> StatementId {
        let view = self.node.show(entity, &self.reader, &ShowOptions::default()).unwrap();
        view.statements.iter().find(|s| s.prop == prop::NAME).unwrap().id
    }

    fn verifies(&self) {
        let verified = self.node.verify(&mut |_| {}).unwrap();
        assert_eq!((verified.journal.first_bad, verified.looks.first_bad), (None, None));
        assert_eq!(self.node.compare_folded(&mut |_| {}).unwrap(), None);
    }
}

fn two_servers() -> (Agency, Server, Server) {
    let url = liaison_testkit::postgres().new_database();
    let agency = Agency { folder: tempfile::tempdir().unwrap(), url };
    let first = agency.init("first").unwrap();
    let second = agency.join("second", &first);
    (agency, first, second)
}

fn companies(prefix: &str, count: usize) -> Vec<String> {
    (0..count).map(|n| format!("{prefix} {n}")).collect()
}

#[test]
fn what_one_server_imports_the_other_finds_once_it_follows() {
    let (_agency, first, second) = two_servers();

    let report = first.import(&["Golden Future".into()]);
    let before = second.finds("golden future");
    second.node.follow().unwrap();
    let again = second.import(&["Golden Future".into()]);

    assert_eq!((report.new, before, second.finds("golden future")), (1, 0, 1));
    assert_eq!((again.new, again.commit), (0, None), "both know one another's claims");
    first.verifies();
    second.verifies();
}

#[test]
fn what_one_server_withdraws_is_hidden_in_the_other_before_it_follows() {
    let (_agency, first, second) = two_servers();
    first.import(&["Golden Future".into(), "Silver Past".into()]);
    second.node.follow().unwrap();
    let gone = second.name_of("Golden-Future");

    second.node.withdraw(gone, "wrong company", "min").unwrap();

    assert_eq!((first.finds("golden future"), second.finds("golden future")), (0, 0));
    let shown = first.node.show("Golden-Future", &first.reader, &ShowOptions::default());
    assert!(matches!(shown, Err(NodeError::NotFound)), "{shown:?}");
    assert_eq!(first.finds("silver past"), 1);
    first.node.follow().unwrap();
    first.verifies();
    second.verifies();
}

#[test]
fn imports_through_both_servers_at_once_both_land() {
    let (_agency, first, second) = two_servers();

    let reports = std::thread::scope(|scope| {
        let ours = scope.spawn(|| first.import(&companies("ours", 300)));
        let theirs = scope.spawn(|| second.import(&companies("theirs", 300)));
        [ours.join().unwrap(), theirs.join().unwrap()]
    });

    let mut commits = reports.map(|report| (report.commit.unwrap(), report.new));
    commits.sort_unstable();
    assert_eq!(commits, [(2, 300), (3, 300)]);
    for server in [&first, &second] {
        server.node.follow().unwrap();
        assert_eq!((server.finds("ours 299"), server.finds("theirs 299")), (1, 1));
        server.verifies();
    }
}

#[test]
fn what_one_server_erases_is_in_no_file_of_the_other_once_it_follows() {
    let (_agency, first, second) = two_servers();
    first.import(&[SECRET.into(), "Silver Past".into()]);
    second.node.follow().unwrap();
    let index = second.node.folder().search();
    assert!(holds_word(&index, SECRET), "else the search below says nothing");

    first.node.erase(first.name_of("secret"), "Court order 7", "", "min").unwrap();
    second.node.follow().unwrap();

    assert!(!holds_word(&index, SECRET));
    first.verifies();
    second.verifies();
}

#[test]
fn a_second_init_on_one_database_is_refused_and_names_the_way() {
    let (agency, first, _second) = two_servers();

    let error = agency.init("third").err().unwrap();

    assert!(matches!(error, NodeError::Journal(JournalError::Exists)), "{error:?}");
    let hint = liaison_model::Hint::hint(&error).unwrap();
    assert_eq!(hint.key, "hint-journal-exists");
    assert!(
        !agency.folder.path().join("third/keys/root.json").exists(),
        "no key that nobody needs"
    );
    first.verifies();
}

/// Whether a file of an index has the word: an automaton keeps it from its end, with up to two bytes
/// of its own between two, and shares the ends with other words.
fn holds_word(index: &Path, word: &str) -> bool {
    let needle: Vec<u8> = word.bytes().rev().skip(2).take(word.len() - 4).collect();
    let has_it = |bytes: Vec<u8>| {
        (1..=3).any(|step| {
            let fits = bytes.len().saturating_sub((needle.len() - 1) * step);
            let at = |start: usize| bytes[start..].iter().step_by(step);
            (0..fits).any(|start| at(start).zip(&needle).all(|(a, b)| a == b))
        })
    };
    let mut files = std::fs::read_dir(index).unwrap().map(|file| file.unwrap().path());
    files.any(|file| has_it(std::fs::read(file).unwrap()))
}
