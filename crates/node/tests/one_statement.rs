//! Who sees what, when: one statement, two agencies, from birth to withdrawal.
//!
//! This test proves the rules of sharing for ever: a statement is shared, seen, withdrawn, and
//! gone from show, search, count and export on both nodes, while verification passes on both.

#![allow(clippy::unwrap_used, reason = "a test ends where something is not as it must be")]

mod agreed;

use std::path::Path;

use agreed::{Head, meet};
use liaison_exchange::{Card, Content, Envelope, Outcome, PeerFault};
use liaison_model::schema::names::{prop, schema};
use liaison_model::{Marks, Purpose, Reader, Role, StatementId};
use liaison_node::exchange::{Line, read_lines};
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

    fn meets(&self, other: &Self) {
        let (ours, theirs) = (self.node_folder(), other.node_folder());
        meet(&self.head(&ours), &other.head(&theirs), "H0 H1 H2 about:suspect");
    }

    fn head<'a>(&'a self, folder: &'a Path) -> Head<'a> {
        Head { node: &self.node, folder, reader: &self.reader }
    }

    fn node_folder(&self) -> std::path::PathBuf {
        self.folder.path().join("node")
    }

    /// A bundle for the other, through its text.
    fn bundle(&self, other: &Self) -> Vec<Line> {
        let lines = self.node.bundle_for(other.node.agency()).unwrap();
        let text: Vec<String> =
            lines.iter().map(|line| serde_json::to_string(line).unwrap()).collect();
        read_lines(&text.join("\n")).unwrap()
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
    korea.meets(&cambodia);
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
    cambodia.node.receive(&arrived).unwrap();
    assert_eq!((korea.everywhere(), cambodia.everywhere()), (EVERYWHERE, EVERYWHERE));

    korea.node.withdraw(id, "wrong company", "min").unwrap();
    assert_eq!((korea.everywhere(), cambodia.everywhere()), (NOWHERE, EVERYWHERE));

    for envelope in korea.node.withdrawals_for(cambodia.node.agency()).unwrap() {
        cambodia.node.receive(&envelope).unwrap();
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
    let (_korea, cambodia, _, envelope) = shared();

    cambodia.node.receive(&envelope).unwrap();
    cambodia.node.receive(&envelope).unwrap();

    assert_eq!(cambodia.everywhere(), EVERYWHERE);
}

#[test]
fn what_comes_together_is_taken_in_one_commit_up_to_the_first_that_is_not_good() {
    let korea = agency("KR-Police", "KR", 1, None);
    let cambodia = agency("KH-Police", "KH", 2, None);
    korea.meets(&cambodia);
    let company =
        |n| format!(r#"{{"id":"c{n}","schema":"Company","properties":{{"name":["{n}"]}}}}"#);
    korea.import(&(1..=5).map(company).collect::<Vec<_>>().join("\n"));
    let ids: Vec<_> = (1..=5).map(|n| korea.statement(&format!("c{n}"), prop::NAME)).collect();
    let marks: Marks = "TLP:AMBER to:kh.police".parse().unwrap();
    korea.node.share_all(&ids, cambodia.node.agency(), &marks, &korea.reader).unwrap();
    let whole = korea.bundle(&cambodia);
    let mut touched = whole.clone();
    if let Line::Envelope(fourth) = &mut touched[3] {
        fourth.prev = liaison_model::Hash([7; 32]);
    }
    let before = cambodia.node.positions().unwrap().journal;

    let refused = cambodia.node.receive_lines(&touched);

    assert!(matches!(refused, Err(NodeError::Peer(_))), "{refused:?}");
    assert_eq!((cambodia.counts(), cambodia.node.positions().unwrap().journal), (3, before + 1));
    let taken = cambodia.node.receive_lines(&whole).unwrap();
    assert_eq!((taken.known, taken.statements, taken.missing), (3, 2, 0));
    assert_eq!((cambodia.counts(), cambodia.node.positions().unwrap().journal), (5, before + 2));
    let receipts: Vec<Line> =
        taken.receipts.into_iter().map(|one| Line::Receipt(Box::new(one))).collect();
    assert_eq!(korea.node.receive_lines(&receipts).unwrap().confirmed, 5);
    assert_eq!(korea.node.receive_lines(&receipts).unwrap().confirmed, 0);
    cambodia.verifies();
}

#[test]
fn a_recipient_cannot_forward_what_the_originator_kept() {
    let (_korea, cambodia, id, envelope) = shared();
    cambodia.node.receive(&envelope).unwrap();
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
    let (_korea, cambodia, _, envelope) = shared();
    let touch = |change: &dyn Fn(&mut Envelope)| {
        let mut touched = envelope.clone();
        change(&mut touched);
        match cambodia.node.receive(&touched) {
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

    let early = cambodia.node.receive(&withdrawal);

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
    cambodia.node.receive(&envelope).unwrap();
    cambodia.node.erase(id, "Court order 8", "", "min").unwrap();
    korea.node.withdraw(id, "", "min").unwrap();
    korea.import(&COMPANY.replace("Company", "Organization"));
    let other = korea.statement("front-company", prop::NAME);

    let marks = "TLP:AMBER to:kh.police".parse().unwrap();
    let again = korea.node.share(other, cambodia.node.agency(), &marks, &korea.reader).unwrap();
    cambodia.node.receive(&again).unwrap();
    assert_eq!((korea.shows("kr.police:front-company"), cambodia.everywhere()), (true, NOWHERE));

    korea.node.withdraw(other, "", "min").unwrap();
    for envelope in korea.node.withdrawals_for(cambodia.node.agency()).unwrap() {
        cambodia.node.receive(&envelope).unwrap();
    }

    assert_eq!(cambodia.everywhere(), NOWHERE);
    cambodia.verifies();
}

#[test]
fn without_an_agreement_nothing_goes_and_what_it_does_not_cover_neither() {
    let korea = agency("KR-Police", "KR", 1, None);
    let cambodia = agency("KH-Police", "KH", 2, None);
    korea.import(COMPANY);
    let id = korea.statement("front-company", prop::NAME);
    let share = |marks: &str| {
        let marks: Marks = marks.parse().unwrap();
        let shared = korea.node.share(id, cambodia.node.agency(), &marks, &korea.reader);
        shared.map(|envelope| envelope.number).map_err(|error| error.message().key.into_owned())
    };

    assert_eq!(share("TLP:AMBER to:kh.police"), Err("refuse-no-agreement".into()));
    korea.meets(&cambodia);
    assert_eq!(share("TLP:AMBER H3:ask-first to:kh.police"), Err("refuse-agreement-code".into()));
    assert_eq!(share("TLP:AMBER H2 to:kh.police"), Ok(1));

    korea.node.revoke_peer(cambodia.node.agency(), "broke the agreement", &korea.reader).unwrap();
    assert_eq!(share("TLP:AMBER H2 to:kh.police"), Err("refuse-no-agreement".into()));
}

#[test]
fn a_card_is_taken_with_the_words_that_were_read_aloud_only() {
    let korea = agency("KR-Police", "KR", 1, None);
    let cambodia = agency("KH-Police", "KH", 2, None);
    let folder = korea.node_folder();
    let card = Card::from_text(&korea.head(&folder).card().to_text()).unwrap();
    let take = |words: &str| cambodia.node.add_peer(&card, words, &cambodia.reader);

    let refused = take("abandon ability able about above absent").unwrap_err();
    assert_eq!(refused.message().key, "error-other-words");
    assert!(cambodia.node.peers().unwrap().is_empty());
    let aloud = liaison_exchange::words_of("kr.police", &korea.node.root_key());
    take(&aloud.to_uppercase().replace(' ', " - ")).unwrap();

    let known = cambodia.node.peers().unwrap();
    assert_eq!((known[0].agency.as_str(), known[0].card), ("kr.police", 1));
    // The next card proves itself by the one before.
    let next = korea.head(&folder).card();
    cambodia.node.add_peer(&next, "", &cambodia.reader).unwrap();
    assert_eq!(cambodia.node.peers().unwrap()[0].card, 2);
    let older = cambodia.node.add_peer(&card, "", &cambodia.reader).unwrap_err();
    assert_eq!(older.message().key, "error-exchange");
}

#[test]
fn a_lost_stick_loses_nothing_and_who_has_not_confirmed_is_listed() {
    let (korea, cambodia, id, _) = shared();
    let waiting = |agency: &Agency| {
        let peer = agency.node.peers().unwrap().remove(0);
        peer.unconfirmed.iter().map(|one| (one.number, one.is_withdrawal)).collect::<Vec<_>>()
    };
    drop(korea.bundle(&cambodia)); // the first stick is lost

    let taken = cambodia.node.receive_lines(&korea.bundle(&cambodia)).unwrap();
    assert_eq!((taken.statements, taken.missing, taken.receipts.len()), (1, 0, 1));
    assert_eq!((cambodia.everywhere(), waiting(&korea)), (EVERYWHERE, vec![(1, false)]));

    korea.node.withdraw(id, "wrong company", "min").unwrap();
    let both = korea.bundle(&cambodia);
    assert_eq!(waiting(&korea), [(1, false), (2, true)]);
    let taken = cambodia.node.receive_lines(&both).unwrap();
    assert_eq!((taken.known, taken.withdrawals), (1, 1));
    assert_eq!(taken.receipts[1].outcome, Outcome::Applied { copies: 1 });
    assert_eq!(cambodia.everywhere(), NOWHERE);

    let receipts: Vec<Line> =
        taken.receipts.into_iter().map(|receipt| Line::Receipt(Box::new(receipt))).collect();
    assert_eq!(korea.node.receive_lines(&receipts).unwrap().confirmed, 2);
    assert_eq!(korea.node.receive_lines(&receipts).unwrap().confirmed, 0, "twice is once");
    assert_eq!(waiting(&korea), []);
    assert_eq!(korea.bundle(&cambodia).len(), 1, "only the checkpoint is left to tell");
    korea.verifies();
    cambodia.verifies();
}

#[test]
fn what_was_taken_back_never_comes_whichever_stick_arrives_first() {
    let (korea, cambodia, id, envelope) = shared();
    let early = korea.bundle(&cambodia);
    korea.node.withdraw(id, "", "min").unwrap();
    let late = korea.bundle(&cambodia);
    assert!(!serde_json::to_string(&late).unwrap().contains("payload\":\"ey"));

    let taken = cambodia.node.receive_lines(&late).unwrap();
    assert_eq!((taken.statements, taken.withdrawals), (1, 1));
    assert_eq!(taken.receipts[1].outcome, Outcome::Applied { copies: 0 });
    for replayed in [early, late, vec![Line::Envelope(Box::new(envelope))]] {
        let again = cambodia.node.receive_lines(&replayed).unwrap();
        assert_eq!((again.statements, again.withdrawals), (0, 0));
        assert_eq!(cambodia.everywhere(), NOWHERE);
    }
    cambodia.verifies();
}

#[test]
fn whoever_carries_a_stick_can_neither_empty_an_entry_nor_leave_one_out_unseen() {
    let (korea, cambodia, ..) = shared();
    korea.import(&COMPANY.replace("Company", "Organization").replace("front", "second"));
    let other = korea.statement("second-company", prop::NAME);
    let marks: Marks = "TLP:AMBER to:kh.police".parse().unwrap();
    korea.node.share(other, cambodia.node.agency(), &marks, &korea.reader).unwrap();
    let lines = korea.bundle(&cambodia);

    let mut emptied = lines.clone();
    if let Line::Envelope(envelope) = &mut emptied[0] {
        **envelope = envelope.without_payload();
    }
    let fault = cambodia.node.receive_lines(&emptied).unwrap_err();
    assert!(matches!(fault, NodeError::Peer(PeerFault::Content)), "{fault:?}");
    let first_left_out = cambodia.node.receive_lines(&lines[1..]).unwrap_err();
    assert!(matches!(first_left_out, NodeError::Peer(PeerFault::Sequence)));
    let last_left_out = [lines[0].clone(), lines[2].clone()];
    assert_eq!(cambodia.node.receive_lines(&last_left_out).unwrap().missing, 1);
    assert_eq!(cambodia.node.receive_lines(&lines).unwrap().missing, 0);
}

#[test]
fn a_peer_that_goes_back_to_an_old_backup_and_writes_another_history_is_stopped_with_proof() {
    let korea = agency("KR-Police", "KR", 1, None);
    let cambodia = agency("KH-Police", "KH", 2, None);
    korea.meets(&cambodia);
    korea.import(COMPANY);
    let backup = korea.folder.path().join("old.backup");
    korea.node.backup(&backup).unwrap();
    let restored = Folder::new(korea.folder.path().join("restored"));
    let options = || {
        let passphrase = zeroize::Zeroizing::new("a passphrase of the test".to_owned());
        OpenOptions::new(KeySource::Passphrase(passphrase))
    };
    Node::restore(&backup, &restored, None, options()).unwrap();
    let other_korea = Node::open(&restored, options()).unwrap();
    let id = korea.statement("front-company", prop::NAME);
    let share = |node: &Node, marks: &str| {
        let marks: Marks = marks.parse().unwrap();
        node.share(id, cambodia.node.agency(), &marks, &korea.reader).unwrap()
    };
    let said = share(&korea.node, "TLP:AMBER to:kh.police");
    let denied = share(&other_korea, "TLP:GREEN");

    cambodia.node.receive(&said).unwrap();
    for sent in [&denied, &said] {
        let fault = cambodia.node.receive(sent).unwrap_err();
        assert!(matches!(fault, NodeError::Peer(PeerFault::Fork)), "{fault:?}");
    }

    assert!(cambodia.node.peers().unwrap()[0].forked);
    assert_eq!(cambodia.everywhere(), EVERYWHERE, "what came before stays");
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
