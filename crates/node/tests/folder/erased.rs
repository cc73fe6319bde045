//! Nothing of an erased value is left under the node's folder or its database's.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use liaison_model::schema::names::prop;
use liaison_node::{
    Destination, Existing, ExportRequest, Node, SearchRequest, ShowOptions, Uncovering,
};
use unicode_normalization::UnicodeNormalization as _;

use super::{Closed, Desk};

/// Letters that the index's automaton writes as they are, and syllables that no word has.
const WORD: &str = "ԺՔՋԽՎՁՃՂԾ";
const SYLLABLES: &str = "쀍뷁쏋퀭";

/// An erased name, as it stands in `lines`.
fn name() -> String {
    format!("{WORD} {SYLLABLES}")
}

/// A file with the name in a row that is kept, in a value that is set aside, and in a broken row.
fn lines() -> String {
    let name = name();
    format!(
        r#"{{"id":"p","schema":"Person","properties":{{"name":["{name}"],"alias":["Kim"]}}}}
{{"id":"q","schema":"Person","properties":{{"name":["Lee"],"birthDate":["{name}"]}}}}
{{"id":"r","schema":"Person","properties":{{"name":["{name}"]
{{"id":"s","schema":"Person","properties":{{"name":["Park"]}}}}
"#
    )
}

/// Every form in which a file could hold the name or a part of it.
fn forms() -> Vec<String> {
    let name = name();
    let decomposed: String = SYLLABLES.nfd().collect();
    let mut forms = vec![name.to_lowercase(), WORD.to_lowercase(), name, WORD.to_owned()];
    forms.push(decomposed);
    forms.extend(grams(2));
    forms.extend(grams(3));
    forms
}

fn grams(chars: usize) -> Vec<String> {
    let syllables: Vec<char> = SYLLABLES.chars().collect();
    syllables.windows(chars).map(|gram| gram.iter().collect()).collect()
}

/// Every file under a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { files.extend(self::files(&path)) } else { files.push(path) }
    }
    files
}

/// Files with any form of the name.
fn holders(folder: &Path) -> Vec<PathBuf> {
    let forms = forms();
    let holds = |path: &PathBuf| {
        // A file of a server that runs may be gone by now.
        let bytes = std::fs::read(path).unwrap_or_default();
        forms.iter().any(|form| has_bytes(&bytes, form.as_bytes())) || has_automaton(&bytes)
    };
    files(folder).into_iter().filter(holds).collect()
}

fn has_bytes(bytes: &[u8], wanted: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| *byte == wanted[0]) {
        if rest[at..].starts_with(wanted) {
            return true;
        }
        rest = &rest[at + 1..];
    }
    false
}

/// Whether some bytes hold the word as the dictionary's automaton writes it: last byte first, up to
/// two bytes of links between each two, the first and last elsewhere.
fn has_automaton(bytes: &[u8]) -> bool {
    let word = WORD.to_lowercase();
    let needle: Vec<u8> = word.bytes().rev().skip(2).take(word.len() - 4).collect();
    let starts = bytes.iter().enumerate().filter(|(_, byte)| **byte == needle[0]);
    starts.map(|(start, _)| start).any(|start| {
        (1..=3).any(|step| {
            let mut at = bytes[start..].iter().step_by(step);
            needle.iter().all(|byte| at.next() == Some(byte))
        })
    })
}

/// Terms of the index that hold any form of the name.
fn terms(closed: &Closed) -> usize {
    let index = tantivy::Index::open_in_dir(closed.place().search()).unwrap();
    let schema = index.schema();
    let searcher = index.reader().unwrap().searcher();
    let forms = forms();
    let mut found = 0;
    for segment in searcher.segment_readers() {
        for name in ["words", "parts"] {
            let field = segment.inverted_index(schema.get_field(name).unwrap()).unwrap();
            let mut terms = field.terms().stream().unwrap();
            while terms.advance() {
                found +=
                    forms.iter().filter(|form| has_bytes(terms.key(), form.as_bytes())).count();
            }
        }
    }
    found
}

/// A node to which the name came in every way, and which was asked for it in every way.
fn told(database_url: Option<String>) -> Desk {
    let desk = Desk::new(database_url);
    let report = desk.import("people.ftm.json", lines());
    assert_eq!((report.problems, report.rows_set_aside), (2, 1), "{report:?}");
    assert!(!holders(&desk.node.folder().problems()).is_empty(), "a problem file has the name");

    let options =
        ShowOptions { uncover: Uncovering::ForPurpose, route: "show", ..ShowOptions::default() };
    let view = desk.node.show("p", &desk.reader(), &options).unwrap();
    assert_eq!(view.caption.text(), name());
    assert_eq!(finds(&desk.node, &desk), [1, 1, 1]);
    let out = tempfile::tempdir().unwrap();
    let to = Destination::Path(out.path(), Existing::Keep);
    desk.node.export_ftm(&ExportRequest::default(), &desk.reader(), to).unwrap();
    assert!(!holders(out.path()).is_empty());
    assert_eq!(desk.node.compare_folded(&mut |_| {}).unwrap(), None);
    desk.node.keep_search(&name(), &desk.reader()).unwrap();
    let upload = desk.node.folder().uploads().join("i-0");
    std::fs::create_dir_all(&upload).unwrap();
    std::fs::write(upload.join("file"), lines()).unwrap();
    // What a comparison leaves behind when it dies.
    let left = desk.node.folder().path().join("compare/search");
    std::fs::create_dir_all(&left).unwrap();
    std::fs::write(left.join("0.term"), name()).unwrap();
    desk
}

/// How many entities are found by the name's word, its syllables, and two of them.
fn finds(node: &Node, desk: &Desk) -> [u64; 3] {
    [WORD, SYLLABLES, &grams(2)[1]].map(|text| {
        let request = SearchRequest { text: text.into(), limit: 10, ..SearchRequest::default() };
        node.search(&request, &desk.reader()).unwrap().total
    })
}

fn assert_gone(desk: Desk) {
    assert_eq!(finds(&desk.node, &desk), [0; 3]);
    assert_eq!(desk.node.verify(&mut |_| {}).unwrap().journal.first_bad, None);
    assert_eq!(desk.node.compare_folded(&mut |_| {}).unwrap(), None);
    assert_eq!(holders(desk.folder.path()), Vec::<PathBuf>::new());
    if desk.database_url.is_some() {
        let server = liaison_testkit::postgres().data_folder();
        assert_eq!(holders(&server), Vec::<PathBuf>::new());
    }
    let closed = desk.close();
    assert_eq!(terms(&closed), 0);
    assert_eq!(holders(closed.folder.path()), Vec::<PathBuf>::new());
}

#[test]
fn an_erased_value_is_in_no_file_of_the_node_or_its_database() {
    for database_url in [None, Some(liaison_testkit::postgres().new_database())] {
        let closed = told(database_url).close();
        assert_ne!(terms(&closed), 0);
        let desk = closed.open();
        let place = match &desk.database_url {
            None => desk.folder.path().to_owned(),
            Some(_) => liaison_testkit::postgres().data_folder(),
        };
        assert_ne!(holders(&place).len(), 0, "the same search finds the name where it is");

        desk.node.erase(desk.statement("p", prop::NAME), "a court", "", "min").unwrap();

        assert_gone(desk);
    }
}

#[test]
fn an_erasure_beside_a_serving_process_leaves_nothing_in_its_files() {
    let desk = told(None);
    let id = desk.statement("p", prop::NAME);
    let beside = Node::open(desk.node.folder(), desk.options()).unwrap();
    assert!(!beside.is_owner());

    let is_erased = AtomicBool::new(false);
    std::thread::scope(|threads| {
        threads.spawn(|| {
            while !is_erased.load(Ordering::Relaxed) {
                desk.node.follow().unwrap();
            }
        });
        beside.erase(id, "a court", "", "min").unwrap();
        is_erased.store(true, Ordering::Relaxed);
    });
    drop(beside);

    assert_gone(desk);
}

#[test]
fn what_an_erasure_left_when_its_process_died_goes_when_the_node_is_opened() {
    let desk = told(None);
    desk.node.withdraw(desk.statement("p", prop::NAME), "", "min").unwrap();
    let closed = desk.close();
    assert_ne!(terms(&closed), 0, "a withdrawal rewrites nothing");

    std::fs::write(closed.place().scrub(), "folded\n").unwrap();
    let closed = closed.open().close();

    assert_eq!(terms(&closed), 0);
    assert_eq!(std::fs::read(closed.place().scrub()).unwrap(), b"");
}
