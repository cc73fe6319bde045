//! The seeds that are bytes nobody can type: canonical records, what is signed, a workbook.
//!
//! # Invariants
//!
//! * A clock that is set and seeded keys: the same code writes the same bytes again.

use std::error::Error;
use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;

use liaison_exchange::{Agreement, Card, Quotas, words_of};
use liaison_formats::{TableFormat, write_table};
use liaison_journal::keys::{NodeKey, RootKey};
use liaison_journal::{CommitHeader, CommitNote, LabelRun};
use liaison_model::{Hash, Label, Reader, Role, Statement, StatementId};
use liaison_node::import::{ImportRequest, Input};
use liaison_node::{Folder, InitOptions, KeySource, Node, OpenOptions, SetClock, ShowOptions};
use liaison_policy::Terms;
use liaison_psi::{Blinded, Comparison, Filter, Key, Question};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use zeroize::Zeroizing;

type Done = Result<(), Box<dyn Error>>;

/// Writes them, each into the folder of its target.
pub fn write(folder: &Path) -> Done {
    let put = |name: &str, bytes: &[u8]| -> Done {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        Ok(fs::write(path, bytes)?)
    };
    both(&put, "statement", &statement()?.to_canonical())?;
    both(&put, "commit-header", &header()?.to_canonical())?;
    both(&put, "certificate", &certificate()?)?;
    both(&put, "xlsx", &workbook()?)?;
    psi(&put)?;
    let (proof, envelope, withdrawal) = signed(&put)?;
    both(&put, "proof", proof.as_bytes())?;
    both(&put, "envelope", envelope.as_bytes())?;
    put("envelope/withdrawal", withdrawal.as_bytes())
}

/// A valid sample, and the same cut short.
fn both(put: &dyn Fn(&str, &[u8]) -> Done, target: &str, bytes: &[u8]) -> Done {
    put(&format!("{target}/valid"), bytes)?;
    put(&format!("{target}/cut"), &bytes[..bytes.len() / 2])
}

fn statement() -> Result<Statement, Box<dyn Error>> {
    let entity = "kr.police:P-1".parse()?;
    let mut statement = Statement::new(entity, "Person", "name", "강서윤", "reports");
    statement.id = StatementId([7; 16]);
    statement.original = Some("강 서윤".into());
    statement.lang = Some("kor".into());
    statement.source = Some("letter 12".into());
    statement.as_of = Some("2025-10".into());
    statement.seen = Some(MOMENT.parse()?);
    statement.grade = Some("B2".parse()?);
    Ok(statement)
}

/// A question, its answer, what changed since a night before, and a filter.
fn psi(put: &dyn Fn(&str, &[u8]) -> Done) -> Done {
    let mut random = StdRng::seed_from_u64(3);
    let key = Key::generate(&mut random);
    let batch = [Blinded::new(b"one", &mut random)?, Blinded::new(b"two", &mut random)?];
    let question = Question::new(1, &batch)?;
    let answer = question.answer(&key, &mut random)?;
    let filter = Filter::build(&key, &[b"two"], &mut random)?;
    let mut side = Comparison::new(key, 1);
    put("psi/question", &question.to_bytes())?;
    put("psi/answer", &answer.to_bytes())?;
    put("psi/filter", &filter.to_bytes())?;
    match side.update(&[b"two"])?.first() {
        Some(difference) => put("psi/difference", &difference.to_bytes()),
        None => Ok(()),
    }
}

fn header() -> Result<CommitHeader, Box<dyn Error>> {
    let label = |marks: &str| -> Result<Label, Box<dyn Error>> {
        Ok(Label { originator: "kr.police".parse()?, marks: marks.parse()? })
    };
    let marked =
        label("TLP:AMBER H2 H3:ask-first PAP:RED to:kh.npc/cyber for:rescue about:victim")?;
    Ok(CommitHeader {
        number: 2,
        prev: Hash([1; 32]),
        agency: "kr.police".parse()?,
        note: CommitNote {
            author: "cli:min".into(),
            act: "import".into(),
            purpose: String::new(),
            time: MOMENT.parse()?,
        },
        statements: 3,
        root: Hash([2; 32]),
        labels: vec![
            LabelRun { statements: 2, label: label("")? },
            LabelRun { statements: 1, label: marked },
        ],
        certificate: Hash([3; 32]),
    })
}

fn certificate() -> Result<Vec<u8>, Box<dyn Error>> {
    let mut random = StdRng::seed_from_u64(SEED);
    let (root, node) = (RootKey::generate(&mut random), NodeKey::generate(&mut random));
    Ok(root.certify(&"kr.police".parse()?, &node, MOMENT.parse()?).to_canonical())
}

fn workbook() -> Result<Vec<u8>, Box<dyn Error>> {
    let mut bytes = Cursor::new(Vec::new());
    let cells = ["강서윤", "010-0000-0001", "2025-03-02", "1,200.50"].map(str::to_owned);
    let headings = ["이름", "전화번호", "생년월일", "금액"];
    write_table(&mut bytes, TableFormat::Xlsx, &headings, [cells.to_vec()])?;
    Ok(bytes.into_inner())
}

/// Lets the node meet an agency that has keys and no node, and agree with it.
fn agreed(
    node: &Node,
    ours: &RootKey,
    reader: &Reader,
) -> Result<(Card, Agreement), Box<dyn Error>> {
    let mut random = StdRng::seed_from_u64(4);
    let (root, key) = (RootKey::generate(&mut random), NodeKey::generate(&mut random));
    let (agency, now) = ("kh.npc".parse()?, node.now());
    let card = Card {
        number: 1,
        names: [("en".to_owned(), "Fictional Police".to_owned())].into(),
        root: root.public(),
        nodes: vec![root.certify(&agency, &key, now)],
        agency,
        endpoints: Vec::new(),
        valid_from: now,
        valid_until: now.plus_seconds(86_400),
        revoked: Vec::new(),
        previous: None,
        root_signature: [0; 64],
        node_signature: None,
    };
    let card = card.signed(&root, |_, _| Ok::<_, Box<dyn Error>>(None))?;
    node.add_peer(&card, &words_of(card.agency.as_str(), &card.root), reader)?;
    let terms = Terms::from_words(&["H0".to_owned()], now.plus_seconds(86_400))?;
    let quotas = Quotas { day: 100, officer: 10, case: 50 };
    let mut agreement = node.propose_agreement(&card.agency, (terms, quotas), ours)?;
    agreement.sign(&root)?;
    node.keep_agreement(&agreement, reader)?;
    Ok((card, agreement))
}

/// A proof, an envelope that brings a statement, and one that takes it back, as JSON.
fn signed(put: &dyn Fn(&str, &[u8]) -> Done) -> Result<(String, String, String), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let passphrase = || Zeroizing::new("a passphrase of the fuzzer".to_owned());
    let options = InitOptions {
        name: "Police".into(),
        country: "KR".into(),
        agency: None,
        passphrase: passphrase(),
        database_url: None,
        demonstration: true,
        exhibits: None,
    };
    let mut open = OpenOptions::new(KeySource::Passphrase(passphrase()));
    open.seed = Some(SEED);
    open.clock = Arc::new(SetClock::at(MOMENT.parse()?));
    let (node, _) = Node::init(&Folder::new(folder.path().join("node")), &options, open)?;
    let mut request = ImportRequest::new(Input::from_bytes("seed.ftm.json", COMPANY), "min");
    request.dataset = Some("reports".into());
    node.import(request, &|_| {})?;
    let reader = Reader::officer(node.agency().clone(), "min", [Role::Analyst]);
    let view = node.show("front-company", &reader, &ShowOptions::default())?;
    let id = view.statements.first().ok_or("the seed's entity says nothing")?.id;
    let proof = node.prove(id, &reader)?.to_json()?;
    let root = node.open_root_key(
        &folder.path().join("node/keys/root.json"),
        &KeySource::Passphrase(passphrase()),
    )?;
    let peer = "kh.npc".parse()?;
    let (card, agreement) = agreed(&node, &root, &reader)?;
    both(put, "card", &card.to_bytes())?;
    put("card/agreement", &agreement.to_bytes())?;
    let envelope = node.share(id, &peer, &"TLP:AMBER to:kh.npc".parse()?, &reader)?;
    node.withdraw(id, "a seed", "min")?;
    let withdrawal = node.withdrawals_for(&peer)?.pop().ok_or("nothing was taken back")?;
    let json = |envelope| serde_json::to_string_pretty(envelope);
    Ok((proof, json(&envelope)?, json(&withdrawal)?))
}

const COMPANY: &str =
    r#"{"id":"front-company","schema":"Company","properties":{"name":["황금미래 무역"]}}"#;
const MOMENT: &str = "2025-10-17T09:30:00Z";
const SEED: u64 = 1;
