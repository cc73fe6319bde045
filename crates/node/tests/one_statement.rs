//! Who sees what, when: one statement, two agencies, from birth to withdrawal.
//!
//! This test proves the rules of sharing for ever: a statement is shared, seen, withdrawn, and
//! gone from show, search, count and export on both nodes, while verification passes on both.

#![allow(clippy::unwrap_used, reason = "a test ends where something is not as it must be")]

use std::path::Path;

use liaison_model::schema::names::{prop, schema};
use liaison_model::{Marks, Purpose, Reader, Role, StatementId};
use liaison_node::exchange::{Content, Envelope, PeerFault};
use liaison_node::import::{ImportRequest, Input};
use liaison_node::{
    Destination, Existing, ExportRequest, Folder, InitOptions, JournalPlace, KeySource, Node,
    NodeError, OpenOptions, SearchRequest, ShowOptions,
};
use liaison_views::EntityFilter;

struct Agency {
    node: Node,
    reader: Reader,
    folder: tempfile::TempDir,
}

/// The places in which a journal may lie: `None` for SQLite in the folder, or a database's URL.
fn databases() -> [Option<String>; 2] {
    [None, Some(liaison_testkit::postgres().new_database())]
}

fn agency(name: &str, country: &str, seed: u64, database_url: Option<String>) -> Agency {
    let folder = tempfile::tempdir().unwrap();
    let passphrase = || zeroize::Zeroizing::new("a passphrase of the test".to_owned());
    let options = InitOptions {
        name: name.into(),
        country: country.into(),
        agency: None,
        passphrase: passphrase(),
        database_url: database_url.clone(),
        demonstration: true,
        exhibits: None,
    };
    let mut open = OpenOptions::new(KeySource::Passphrase(passphrase()));
    open.seed = Some(seed);
    open.database_url = database_url;
    let (node, _) = Node::init(&Folder::new(folder.path().join("node")), &options, open).unwrap();
    let reader = Reader::officer(
        node.agency().clone(),
        "min",
        [Role::Analyst, Role::LiaisonOfficer, Role::ConsularOfficer],
    )
    .with_purpose(Purpose::Rescue);
    Agency { node, reader, folder }
}

impl Agency {
    fn import(&self, lines: &str) {
        let input = Input::from_bytes("phones.ftm.json", lines.to_owned());
        let request = ImportRequest::new(input, "min");
        let report = self.node.import(request, &|_| {}).unwrap();
        assert_eq!((report.problems, report.commit.is_some()), (0, true), "{report:?}");
    }

    fn statement(&self, entity: &str, prop: &str) -> StatementId {
        let view = self.node.show(entity, &self.reader, &ShowOptions::default()).unwrap();
        view.statements.iter().find(|s| s.prop == prop).unwrap().id
    }

    fn shows(&self, entity: &str) -> bool {
        match self.node.show(entity, &self.reader, &ShowOptions::default()) {
            Ok(view) => view.statements.iter().any(|s| s.prop == prop::NAME),
            Err(NodeError::NotFound) => false,
            Err(error) => panic!("{error}"),
        }
    }

    fn finds(&self, text: &str) -> bool {
        let request = SearchRequest { text: text.into(), limit: 10, ..SearchRequest::default() };
        let answer = self.node.search(&request, &self.reader).unwrap();
        assert_eq!(answer.total, answer.hits.len() as u64);
        answer.total != 0
    }

    fn counts(&self) -> u64 {
        let schemata = vec![schema::COMPANY.to_owned()];
        let filter = EntityFilter { schemata, ..EntityFilter::default() };
        self.node.count(&filter, &self.reader).unwrap()
    }

    fn exports(&self, text: &str) -> bool {
        let out = self.folder.path().join("export");
        let request = ExportRequest::default();
        let to = Destination::Path(&out, Existing::Keep);
        self.node.export_ftm(&request, &self.reader, to).unwrap();
        let read = |name: &str| std::fs::read_to_string(out.join(name)).unwrap();
        let found =
            read("entities.ftm.json").contains(text) || read("extension.ftm.json").contains(text);
        std::fs::remove_dir_all(&out).unwrap();
        found
    }

    fn everywhere(&self) -> [bool; 4] {
        let entity = "kr.police:front-company";
        [self.shows(entity), self.finds("황금미래"), self.counts() == 1, self.exports("황금미래")]
    }

    fn verifies(&self) {
        let verified = self.node.verify(&mut |_| {}).unwrap();
        assert_eq!(verified.journal.first_bad, None);
        assert_eq!(verified.looks.first_bad, None);
    }

    fn root(&self) -> [u8; 32] {
        self.node.root_key()
    }
}

const COMPANY: &str =
    r#"{"id":"front-company","schema":"Company","properties":{"name":["황금미래 무역"]}}"#;
const EVERYWHERE: [bool; 4] = [true; 4];
const NOWHERE: [bool; 4] = [false; 4];

fn shared() -> (Agency, Agency, StatementId, Envelope) {
    let korea = agency("KR-Police", "KR", 1, None);
    shared_from(korea, agency("KH-Police", "KH", 2, None))
}

fn shared_from(korea: Agency, cambodia: Agency) -> (Agency, Agency, StatementId, Envelope) {
    korea.import(COMPANY);
    let id = korea.statement("front-company", prop::NAME);
    let marks: Marks = "TLP:AMBER to:kh.police".parse().unwrap();
    let envelope = korea.node.share(id, cambodia.node.agency(), &marks, &korea.reader).unwrap();
    (korea, cambodia, id, envelope)
}

#[test]
fn one_statement_is_shared_seen_withdrawn_and_gone() {
    for (seed, (ours, theirs)) in databases().into_iter().zip(databases()).enumerate() {
        let korea = agency("KR-Police", "KR", seed as u64 * 2, ours);
        let cambodia = agency("KH-Police", "KH", seed as u64 * 2 + 1, theirs);
        from_birth_to_withdrawal(shared_from(korea, cambodia));
    }
}

fn from_birth_to_withdrawal(
    (korea, cambodia, id, envelope): (Agency, Agency, StatementId, Envelope),
) {
    assert_eq!((korea.everywhere(), cambodia.everywhere()), (EVERYWHERE, NOWHERE));

    // The envelope travels as bytes: an in-memory channel stands for the network.
    let (wire, other_end) = std::sync::mpsc::channel();
    wire.send(serde_json::to_vec(&envelope).unwrap()).unwrap();
    let arrived: Envelope = serde_json::from_slice(&other_end.recv().unwrap()).unwrap();
    cambodia.node.receive(&arrived, &korea.root()).unwrap();
    assert_eq!((korea.everywhere(), cambodia.everywhere()), (EVERYWHERE, EVERYWHERE));

    korea.node.withdraw(id, "wrong company", "min").unwrap();
    assert_eq!((korea.everywhere(), cambodia.everywhere()), (NOWHERE, EVERYWHERE));

    for envelope in korea.node.withdrawals_for(cambodia.node.agency()).unwrap() {
        cambodia.node.receive(&envelope, &korea.root()).unwrap();
    }
    assert_eq!((korea.everywhere(), cambodia.everywhere()), (NOWHERE, NOWHERE));

    korea.verifies();
    cambodia.verifies();
    let is_in_folder = korea.node.config().journal == JournalPlace::Sqlite;
    assert_eq!(bytes_hold(&korea.folder, "황금미래"), is_in_folder, "kept for the court");
    assert!(!bytes_hold(&cambodia.folder, "황금미래"), "the recipient keeps nothing");
}

#[test]
fn what_a_peer_sends_twice_is_taken_once() {
    let (korea, cambodia, _, envelope) = shared();

    cambodia.node.receive(&envelope, &korea.root()).unwrap();
    cambodia.node.receive(&envelope, &korea.root()).unwrap();

    assert_eq!(cambodia.everywhere(), EVERYWHERE);
}

#[test]
fn a_recipient_cannot_forward_what_the_originator_kept() {
    let (korea, cambodia, id, envelope) = shared();
    cambodia.node.receive(&envelope, &korea.root()).unwrap();
    let thailand = "th.police".parse().unwrap();

    let marks = "TLP:AMBER to:th.police".parse().unwrap();
    let forwarded = cambodia.node.share(id, &thailand, &marks, &cambodia.reader);

    assert!(matches!(forwarded, Err(NodeError::Refused(_))), "{forwarded:?}");
}

#[test]
fn an_unmarked_share_is_refused_in_words() {
    let (korea, cambodia, id, _) = shared();

    let refused = korea.node.share(id, cambodia.node.agency(), &Marks::default(), &korea.reader);

    let error = refused.unwrap_err();
    assert_eq!(error.message().key, "refuse-originator-only");
}

#[test]
fn an_envelope_that_was_touched_is_not_taken() {
    let (korea, cambodia, _, envelope) = shared();
    let touch = |change: &dyn Fn(&mut Envelope)| {
        let mut touched = envelope.clone();
        change(&mut touched);
        match cambodia.node.receive(&touched, &korea.root()) {
            Err(NodeError::Peer(fault)) => fault,
            other => panic!("{other:?}"),
        }
    };

    let wider = touch(&|e| {
        if let Content::Statement { marks, .. } = &mut e.content {
            *marks = "TLP:CLEAR".parse().unwrap();
        }
    });
    let other_salt = touch(&|e| {
        if let Content::Statement { salt, .. } = &mut e.content {
            *salt = "AAAAAAAAAAAAAAAAAAAAAA==".into();
        }
    });
    let renumbered = touch(&|e| e.number = 2);
    let other_audience = touch(&|e| e.audience = "th.police".parse().unwrap());

    assert_eq!(
        [wider, other_salt, renumbered, other_audience],
        [PeerFault::Signature, PeerFault::Leaf, PeerFault::Signature, PeerFault::Audience]
    );
    assert_eq!(cambodia.everywhere(), NOWHERE);
}

#[test]
fn a_withdrawal_that_arrives_before_its_statement_is_refused() {
    let (korea, cambodia, id, _) = shared();
    korea.node.withdraw(id, "", "min").unwrap();
    let withdrawal = korea.node.withdrawals_for(cambodia.node.agency()).unwrap().remove(0);

    let early = cambodia.node.receive(&withdrawal, &korea.root());

    assert!(matches!(early, Err(NodeError::Peer(PeerFault::Sequence))), "{early:?}");
}

#[test]
fn an_erased_text_does_not_return_in_another_file() {
    for (seed, database_url) in databases().into_iter().enumerate() {
        let korea = agency("KR-Police", "KR", seed as u64, database_url);
        korea.import(COMPANY);
        let id = korea.statement("front-company", prop::NAME);
        korea.node.erase(id, "Court order 7", "", "min").unwrap();

        let input = Input::from_bytes("renamed.ftm.json", COMPANY.to_owned());
        let mut request = ImportRequest::new(input, "min");
        (request.grade, request.marks) = ("A1".parse().ok(), "TLP:CLEAR".parse().ok());
        let report = korea.node.import(request, &|_| {}).unwrap();

        assert_eq!((report.new, report.erased_before, report.commit), (0, 1, None), "{report:?}");
        assert_eq!(korea.everywhere(), NOWHERE);
        korea.verifies();
    }
}

#[test]
fn what_a_peer_sends_after_its_erasure_is_receipted_and_left_out() {
    let (korea, cambodia, id, envelope) = shared();
    cambodia.node.receive(&envelope, &korea.root()).unwrap();
    cambodia.node.erase(id, "Court order 8", "", "min").unwrap();
    korea.node.withdraw(id, "", "min").unwrap();
    korea.import(&COMPANY.replace("Company", "Organization"));
    let other = korea.statement("front-company", prop::NAME);

    let marks = "TLP:AMBER to:kh.police".parse().unwrap();
    let again = korea.node.share(other, cambodia.node.agency(), &marks, &korea.reader).unwrap();
    cambodia.node.receive(&again, &korea.root()).unwrap();
    assert_eq!((korea.shows("kr.police:front-company"), cambodia.everywhere()), (true, NOWHERE));

    korea.node.withdraw(other, "", "min").unwrap();
    for envelope in korea.node.withdrawals_for(cambodia.node.agency()).unwrap() {
        cambodia.node.receive(&envelope, &korea.root()).unwrap();
    }

    assert_eq!(cambodia.everywhere(), NOWHERE);
    cambodia.verifies();
}

fn bytes_hold(folder: &tempfile::TempDir, text: &str) -> bool {
    fn any(path: &Path, text: &[u8]) -> bool {
        if path.is_dir() {
            return std::fs::read_dir(path).unwrap().any(|e| any(&e.unwrap().path(), text));
        }
        std::fs::read(path).unwrap().windows(text.len()).any(|window| window == text)
    }
    any(folder.path(), text.as_bytes())
}
