//! What an earlier release wrote, this one reads and goes on with.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use liaison_model::{Purpose, Reader, Role};
use liaison_node::import::{ImportRequest, Input};
use liaison_node::{
    Folder, KeySource, Node, OpenOptions, SearchRequest, SetClock, ShowOptions, Uncovering,
};

/// The folders of all releases.
fn releases() -> Vec<PathBuf> {
    let all = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/compat");
    let entries = std::fs::read_dir(all).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.is_dir()).collect()
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &to),
            false => _ = std::fs::copy(entry.path(), to).unwrap(),
        }
    }
}

/// Opens a copy with its key, an hour after its last commit: its certificate lasts for a year.
fn open(release: &Path, copy: &Folder) -> Node {
    let reading = Node::open(copy, OpenOptions::new(KeySource::None)).unwrap();
    let last = reading.commit_time(reading.positions().unwrap().journal).unwrap();
    drop(reading);
    let passphrase = std::fs::read_to_string(release.join("passphrase")).unwrap();
    let passphrase = zeroize::Zeroizing::new(passphrase.trim_end().to_owned());
    let mut options = OpenOptions::new(KeySource::Passphrase(passphrase));
    options.clock = Arc::new(SetClock::at(last.plus_seconds(60 * 60)));
    Node::open(copy, options).unwrap()
}

fn finds(node: &Node, reader: &Reader, text: &str) -> Vec<String> {
    let request = SearchRequest { text: text.into(), limit: 10, ..SearchRequest::default() };
    let answer = node.search(&request, reader).unwrap();
    answer.hits.iter().map(|hit| hit.entity.id.to_string()).collect()
}

#[test]
fn every_release_is_opened_by_this_one() {
    let releases = releases();
    assert!(!releases.is_empty());
    for release in releases {
        let work = tempfile::tempdir().unwrap();
        copy(&release.join("node"), work.path());
        let node = open(&release, &Folder::new(work.path()));
        goes_on(&node);
        assert_eq!(node.compare_folded(&mut |_| {}).unwrap(), None, "{release:?}");
    }
}

fn goes_on(node: &Node) {
    let roles = [Role::Analyst, Role::ConsularOfficer];
    let reader = Reader::officer(node.agency().clone(), "min", roles);
    let reader = reader.with_purpose(Purpose::Rescue);
    let verified = node.verify(&mut |_| {}).unwrap();
    assert_eq!((verified.journal.first_bad, verified.journal.removed), (None, 1));
    assert_eq!((verified.looks.first_bad, verified.looks.commits), (None, 1));

    for text in ["황금미래", "golden future"] {
        assert_eq!(finds(node, &reader, text), ["kr.demo-police:trading"], "{text}");
    }
    for text in ["演示园区", "សាកល្បង", "สาธิต"] {
        assert_eq!(finds(node, &reader, text), ["kr.demo-police:park"], "{text}");
    }
    for text in ["withdrawn", "erased", "undone"] {
        assert_eq!(finds(node, &reader, text), [""; 0], "{text}");
    }
    let options =
        ShowOptions { uncover: Uncovering::ForPurpose, route: "show", ..ShowOptions::default() };
    let person = node.show("person", &reader, &options).unwrap();
    assert_eq!(person.caption.text(), "Demonstration Person");
    assert_eq!(node.custody(None, &reader).unwrap().len(), 1);

    let again = r#"{"id":"park","schema":"Compound","properties":{"name":["Demonstration Park"]}}
{"id":"new","schema":"Company","properties":{"name":["Newly Imported"]}}"#;
    let mut request = ImportRequest::new(Input::from_bytes("again.ftm.json", again), "min");
    request.dataset = Some("first".to_owned());
    let report = node.import(request, &|_| {}).unwrap();
    assert_eq!((report.problems, report.new), (0, 1), "what is known is recognised");
    assert_eq!(finds(node, &reader, "newly"), ["kr.demo-police:new"]);
    assert_eq!(node.verify(&mut |_| {}).unwrap().journal.first_bad, None);
}
