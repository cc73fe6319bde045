//! Two nodes on one machine, and whatever may come between them. All of it is fictional.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};
use std::thread::JoinHandle;
use std::time::Duration;

use liaison_exchange::{
    Answer, Answered, Entries, Envelope, FRAME_BYTES_MAX, PeerFault, PullAsked, Refused,
    WIRE_VERSION,
};
use liaison_journal::keys::RootKey;
use liaison_model::messages::Message;
use liaison_model::{AgencyId, Marks, Reader, Role, StatementId};
use liaison_node::exchange::CardWanted;
use liaison_node::import::{ImportRequest, Input};
use liaison_node::{
    Folder, InitOptions, KeySource, Node, NodeError, OpenOptions, SetClock, ShowOptions,
};
use rustls::{ServerConnection, StreamOwned};

use crate::line::{FRAME_MAX, Line};
use crate::{Answering, ChannelError, Limits, LineEvent, Listening, frame, pull, tls};

#[path = "../../node/tests/agreed/mod.rs"]
mod agreed;
use agreed::{Head, meet};
mod asked;

struct Agency {
    node: Arc<Node>,
    reader: Reader,
    folder: tempfile::TempDir,
    root: OnceLock<RootKey>,
}

fn passphrase() -> zeroize::Zeroizing<String> {
    zeroize::Zeroizing::new("a passphrase of the test".to_owned())
}

fn agency(country: &str, seed: u64, start: &str) -> Agency {
    let folder = tempfile::tempdir().unwrap();
    let options = InitOptions {
        name: "Fictional Desk".into(),
        country: country.into(),
        agency: None,
        passphrase: passphrase(),
        database_url: None,
        demonstration: true,
        exhibits: None,
    };
    let mut open = OpenOptions::new(KeySource::Passphrase(passphrase()));
    open.seed = Some(seed);
    open.clock = Arc::new(SetClock::at(start.parse().unwrap()));
    let (node, _) = Node::init(&Folder::new(folder.path().join("node")), &options, open).unwrap();
    let reader = Reader::officer(node.agency().clone(), "min", [Role::Analyst, Role::Supervisor]);
    Agency { node: Arc::new(node), reader, folder, root: OnceLock::new() }
}

const NOON: &str = "2026-01-02T12:00:00Z";

impl Agency {
    fn id(&self) -> &AgencyId {
        self.node.agency()
    }

    fn folder(&self) -> std::path::PathBuf {
        self.folder.path().join("node")
    }

    fn head<'a>(&'a self, folder: &'a Path) -> Head<'a> {
        Head { node: &self.node, folder, reader: &self.reader }
    }

    /// Opened once: it takes a while, as it must.
    fn root(&self) -> &RootKey {
        self.root.get_or_init(|| self.head(&self.folder()).root())
    }

    /// Says where this node is reached, to another.
    fn names(&self, address: SocketAddr, to: &Agency) {
        let wanted =
            CardWanted { endpoints: vec![format!("liaison://{address}")], ..CardWanted::default() };
        let card = self.node.make_card(self.root(), &wanted, &self.reader).unwrap();
        to.node.add_peer(&card, "", &to.reader).unwrap();
    }

    fn listens(&self) -> (Listening, Arc<Mutex<Vec<Message>>>) {
        self.listens_within(Limits::default())
    }

    fn listens_within(&self, limits: Limits) -> (Listening, Arc<Mutex<Vec<Message>>>) {
        let heard = Arc::<Mutex<Vec<Message>>>::default();
        let hearing = Arc::clone(&heard);
        let told = Arc::new(move |event: &LineEvent| {
            if let LineEvent::Failed { reason, .. } = event {
                hearing.lock().unwrap().push(reason.clone());
            }
        });
        let listener = Listening::bind("127.0.0.1:0".parse().unwrap()).unwrap();
        let node = Arc::clone(&self.node);
        (Listening::start(Answering { node, listener, told, limits }).unwrap(), heard)
    }

    /// Knows companies, and shares their names.
    fn shares(&self, names: &[&str], with: &Agency) -> Vec<StatementId> {
        let ids: Vec<StatementId> = names.iter().map(|name| self.knows(name)).collect();
        let marks: Marks = format!("TLP:AMBER H2 to:{}", with.id()).parse().unwrap();
        for id in &ids {
            self.node.share(*id, with.id(), &marks, &self.reader).unwrap();
        }
        ids
    }

    fn knows(&self, name: &str) -> StatementId {
        let id = name.to_lowercase().replace(' ', "-");
        let line =
            format!(r#"{{"id":"{id}","schema":"Company","properties":{{"name":["{name}"]}}}}"#);
        let input = Input::from_bytes(&format!("{id}.ftm.json"), line);
        self.node.import(ImportRequest::new(input, "min"), &|_| {}).unwrap();
        let view = self.node.show(&id, &self.reader, &ShowOptions::default()).unwrap();
        view.statements.iter().find(|said| said.prop == "name").unwrap().id
    }

    fn has(&self, origin: &Agency, name: &str) -> bool {
        let id = format!("{}:{}", origin.id(), name.to_lowercase().replace(' ', "-"));
        match self.node.show(&id, &self.reader, &ShowOptions::default()) {
            Ok(view) => !view.statements.is_empty(),
            Err(NodeError::NotFound) => false,
            Err(error) => panic!("{error}"),
        }
    }

    fn is_forked(&self, peer: &Agency) -> bool {
        let peers = self.node.peers().unwrap();
        peers.iter().any(|known| known.agency == *peer.id() && known.forked)
    }
}

/// Korea and Cambodia have met and agreed.
fn two() -> (Agency, Agency) {
    let (korea, cambodia) = (agency("KR", 1, NOON), agency("KH", 2, NOON));
    meet(&korea.head(&korea.folder()), &cambodia.head(&cambodia.folder()), "H0 H2");
    (korea, cambodia)
}

#[test]
fn what_was_written_comes_once_and_is_confirmed_on_the_same_line() {
    let (korea, cambodia) = two();
    let (listening, heard) = korea.listens();
    korea.names(listening.address(), &cambodia);
    korea.shares(&["Golden Future", "Silver Past"], &cambodia);

    let first = pull(&cambodia.node, korea.id()).unwrap();
    let second = pull(&cambodia.node, korea.id()).unwrap();

    assert_eq!((first.taking.statements, first.receipts, first.taking.missing), (2, 2, 0));
    assert_eq!((second.taking.statements, second.receipts, second.questions), (0, 0, 1));
    // A handshake with two bare keys, a question and an answer.
    assert!(second.bytes < 2_000, "{second:?}");
    assert!(cambodia.has(&korea, "Golden Future") && cambodia.has(&korea, "Silver Past"));
    assert!(korea.node.peers().unwrap()[0].unconfirmed.is_empty());
    assert_eq!(*heard.lock().unwrap(), []);
}

#[test]
fn nothing_new_costs_one_round_trip_of_less_than_a_kilobyte() {
    let (korea, cambodia) = two();
    let (listening, _) = korea.listens();
    korea.names(listening.address(), &cambodia);
    korea.shares(&["Golden Future"], &cambodia);
    let known = cambodia.node.reached_peers().unwrap();
    let mut line = crate::client::Connection::open(&cambodia.node, &known[0]).unwrap();
    line.pull(&cambodia.node, korea.id(), 0).unwrap();

    let nothing = line.pull(&cambodia.node, korea.id(), 0).unwrap();

    assert_eq!((nothing.questions, nothing.taking.statements), (1, 0));
    assert!(nothing.bytes < 300, "{nothing:?}");
}

#[test]
fn a_withdrawal_goes_before_everything_else_that_waits() {
    let (korea, cambodia) = two();
    let first = korea.shares(&["Golden Future"], &cambodia)[0];
    let asked = cambodia.node.ask_pull(korea.id()).unwrap();
    let answered = korea.node.answer_pull(cambodia.id(), &asked).unwrap();
    cambodia.node.take_answer(korea.id(), &asked, &answered).unwrap();
    let later = korea.shares(&["Silver Past", "Copper Present"], &cambodia)[0];
    korea.node.withdraw(first, "wrong", korea.reader.name()).unwrap();
    korea.node.withdraw(later, "wrong", korea.reader.name()).unwrap();

    let asked = cambodia.node.ask_pull(korea.id()).unwrap();
    let answered = korea.node.answer_pull(cambodia.id(), &asked).unwrap();
    let Answered::Entries(part) = &answered else { panic!("{answered:?}") };
    assert_eq!((part.early.len(), part.entries.len(), part.more), (1, 0, true));
    let pulled = cambodia.node.take_answer(korea.id(), &asked, &answered).unwrap();
    assert_eq!((pulled.taking.withdrawals, pulled.more), (1, true));
    assert!(!cambodia.has(&korea, "Golden Future"), "before what else waits has come");
    let again = cambodia.node.take_answer(korea.id(), &asked, &answered);
    assert!(matches!(again, Err(NodeError::Peer(PeerFault::Idle))), "nothing new, yet more");

    // The rest: two statements, one of them bare, and both withdrawals in their turn.
    let asked = cambodia.node.ask_pull(korea.id()).unwrap();
    let answered = korea.node.answer_pull(cambodia.id(), &asked).unwrap();
    let pulled = cambodia.node.take_answer(korea.id(), &asked, &answered).unwrap();
    assert_eq!((pulled.taking.known, pulled.taking.missing, pulled.more), (1, 0, false));
    assert!(cambodia.has(&korea, "Copper Present") && !cambodia.has(&korea, "Silver Past"));
    let asked = cambodia.node.ask_pull(korea.id()).unwrap();
    assert_eq!((asked.after, asked.early, asked.receipts.len()), (5, 0, 4));
    korea.node.answer_pull(cambodia.id(), &asked).unwrap();
    assert!(korea.node.peers().unwrap()[0].unconfirmed.is_empty());
    for node in [&korea.node, &cambodia.node] {
        assert!(node.verify(&mut |_| {}).is_ok());
    }
}

#[test]
fn a_stranger_gets_no_word_and_gives_none() {
    let (korea, cambodia) = two();
    let thailand = agency("TH", 3, NOON);
    let card = korea.head(&korea.folder()).card();
    let words = liaison_exchange::words_of(card.agency.as_str(), &card.root);
    thailand.node.add_peer(&card, &words, &thailand.reader).unwrap();
    let (listening, heard) = korea.listens();
    korea.names(listening.address(), &thailand);

    let refused = pull(&thailand.node, korea.id());

    assert!(matches!(refused, Err(ChannelError::Handshake { .. } | ChannelError::Line { .. })));
    // Somebody else who listens where Korea did.
    let (other, _) = thailand.listens();
    korea.names(other.address(), &cambodia);
    let refused = pull(&cambodia.node, korea.id());
    assert!(matches!(refused, Err(ChannelError::Handshake { .. })), "{refused:?}");
    assert_eq!(*heard.lock().unwrap(), [], "a stranger does not fill the log");
}

#[test]
fn what_was_shared_under_an_agreement_that_ended_stays_but_withdrawals_go() {
    let (korea, cambodia) = two();
    let (listening, _) = korea.listens();
    korea.names(listening.address(), &cambodia);
    let first = korea.shares(&["Golden Future"], &cambodia)[0];
    pull(&cambodia.node, korea.id()).unwrap();
    korea.shares(&["Silver Past"], &cambodia);
    korea.node.revoke_peer(cambodia.id(), "broken", &korea.reader).unwrap();
    korea.node.withdraw(first, "wrong", korea.reader.name()).unwrap();

    let pulling = pull(&cambodia.node, korea.id()).unwrap();

    assert_eq!((pulling.taking.statements, pulling.taking.withdrawals), (0, 1));
    assert!(!cambodia.has(&korea, "Golden Future") && !cambodia.has(&korea, "Silver Past"));
}

#[test]
fn clocks_that_are_a_day_off_do_not_stop_the_exchange() {
    for start in ["2026-01-01T12:00:00Z", "2026-01-03T12:00:00Z"] {
        let (korea, cambodia) = (agency("KR", 1, NOON), agency("KH", 2, start));
        meet(&korea.head(&korea.folder()), &cambodia.head(&cambodia.folder()), "H0 H2");
        let (listening, _) = korea.listens();
        korea.names(listening.address(), &cambodia);
        let id = korea.shares(&["Golden Future"], &cambodia)[0];

        assert_eq!(pull(&cambodia.node, korea.id()).unwrap().taking.statements, 1, "{start}");
        korea.node.withdraw(id, "wrong", korea.reader.name()).unwrap();
        assert_eq!(pull(&cambodia.node, korea.id()).unwrap().taking.withdrawals, 1, "{start}");
        assert!(korea.node.peers().unwrap()[0].unconfirmed.is_empty());
    }
}

#[test]
fn noise_and_slow_bytes_hold_up_nobody() {
    let (korea, cambodia) = two();
    let short = Duration::from_millis(100);
    let limits = Limits { handshake: short, ..Limits::default() };
    let (listening, heard) = korea.listens_within(limits);
    korea.names(listening.address(), &cambodia);
    let mut noisy = TcpStream::connect(listening.address()).unwrap();
    noisy.write_all(b"GET / HTTP/1.1\r\n\r\n").unwrap();
    // A record of TLS is announced, and comes byte by byte until the line is closed.
    let mut slow = TcpStream::connect(listening.address()).unwrap();
    slow.write_all(&[0x16, 0x03, 0x01, 0x40, 0x00]).unwrap();
    let trickle = std::thread::spawn(move || while slow.write_all(&[0]).is_ok() {});

    pull(&cambodia.node, korea.id()).unwrap();

    trickle.join().unwrap();
    let _ = noisy.read_to_end(&mut Vec::new()); // ends, by a reset or in order
    pull(&cambodia.node, korea.id()).unwrap();
    assert_eq!(*heard.lock().unwrap(), []);
}

#[test]
fn a_bit_that_turned_on_the_way_ends_the_line_and_takes_nothing() {
    let (korea, cambodia) = two();
    let (listening, _) = korea.listens();
    korea.shares(&["Golden Future"], &cambodia);
    for turned in [40, 300, 700, 1_200] {
        let between = between(listening.address(), turned);
        korea.names(between, &cambodia);
        let failed = pull(&cambodia.node, korea.id());
        assert!(failed.is_err(), "byte {turned}: {failed:?}");
        assert!(!cambodia.has(&korea, "Golden Future"), "byte {turned}");
    }
    korea.names(listening.address(), &cambodia);
    assert_eq!(pull(&cambodia.node, korea.id()).unwrap().taking.statements, 1);
}

/// Somebody between the two, who turns a bit of what the listener sends.
fn between(to: SocketAddr, turned: usize) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        let (mut asker, _) = listener.accept().unwrap();
        let mut holder = TcpStream::connect(to).unwrap();
        let (mut from, mut into) = (asker.try_clone().unwrap(), holder.try_clone().unwrap());
        std::thread::spawn(move || {
            let _ = std::io::copy(&mut from, &mut into);
            let _ = into.shutdown(std::net::Shutdown::Both);
        });
        let (mut buffer, mut passed) = ([0; 4_096], 0);
        while let Ok(count @ 1..) = holder.read(&mut buffer) {
            if (passed..passed + count).contains(&turned) {
                buffer[turned - passed] ^= 1;
            }
            passed += count;
            if asker.write_all(&buffer[..count]).is_err() {
                break;
            }
        }
        let _ = asker.shutdown(std::net::Shutdown::Both);
    });
    address
}

/// A node that shows its true key and answers one question with whatever it is told to.
fn lies(agency: &Agency, answer: Vec<u8>) -> (SocketAddr, JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let (address, node) = (listener.local_addr().unwrap(), Arc::clone(&agency.node));
    let lying = std::thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        let mut line = Line::new(stream, FRAME_MAX).unwrap();
        let mut tls = ServerConnection::new(tls::server_config(&node).unwrap()).unwrap();
        while tls.is_handshaking() {
            tls.complete_io(&mut line).unwrap();
        }
        let mut stream = StreamOwned::new(tls, line);
        frame::read(&mut stream).unwrap().unwrap();
        let _ = stream.write_all(&answer);
        let _ = stream.flush();
        stream.conn.send_close_notify();
        let _ = stream.conn.complete_io(&mut stream.sock);
    });
    (address, lying)
}

fn framed(answered: Answered) -> Vec<u8> {
    let mut bytes = Vec::new();
    frame::write(&mut bytes, &Answer { version: WIRE_VERSION, answered }).unwrap();
    bytes
}

/// What Cambodia says of Korea's answer.
fn answered(korea: &Agency, cambodia: &Agency, answer: Vec<u8>) -> ChannelError {
    let (address, lying) = lies(korea, answer);
    korea.names(address, cambodia);
    let error = pull(&cambodia.node, korea.id()).unwrap_err();
    lying.join().unwrap();
    error
}

#[test]
fn a_lying_peer_is_found_out_and_nothing_of_its_lie_stays() {
    let (korea, cambodia) = two();
    korea.shares(&["Golden Future", "Silver Past"], &cambodia);
    let nothing = PullAsked {
        after: 0,
        head: liaison_model::Hash([0; 32]),
        early: 0,
        wait: 0,
        receipts: Vec::new(),
    };
    let told = korea.node.answer_pull(cambodia.id(), &nothing).unwrap();
    let Answered::Entries(part) = told else { panic!("{told:?}") };
    let of = |entries: &[Envelope]| {
        framed(Answered::Entries(Entries { entries: entries.to_vec(), ..Entries::default() }))
    };

    // 10 GB are announced, an answer breaks off, another version, another language.
    let huge = answered(&korea, &cambodia, vec![0xff; 5]);
    assert!(matches!(huge, ChannelError::TooLong), "{huge:?}");
    assert!((u32::MAX as usize) > FRAME_BYTES_MAX);
    let whole = framed(Answered::Entries(part.clone()));
    let cut = answered(&korea, &cambodia, whole[..whole.len() / 2].to_vec());
    assert!(matches!(cut, ChannelError::Line { .. }), "{cut:?}");
    let mut newer = 13_u32.to_be_bytes().to_vec();
    newer.extend(br#"{"version":9}"#);
    let newer = answered(&korea, &cambodia, newer);
    assert!(matches!(newer, ChannelError::Version { found: 9 }), "{newer:?}");

    // Entries out of order, of somebody else, emptied; more for ever; a log that shrank.
    let fault = |answer| match answered(&korea, &cambodia, answer) {
        ChannelError::Node(NodeError::Peer(fault)) => fault,
        error => panic!("{error:?}"),
    };
    assert_eq!(fault(of(&part.entries[1..])), PeerFault::Sequence);
    let foreign = Envelope { origin: cambodia.id().clone(), ..part.entries[0].clone() };
    assert_eq!(fault(of(&[foreign])), PeerFault::Foreign);
    assert_eq!(fault(of(&[part.entries[0].without_payload()])), PeerFault::Content);
    let more = framed(Answered::Entries(Entries { more: true, ..Entries::default() }));
    assert_eq!(fault(more), PeerFault::Idle);
    assert_eq!(fault(framed(Answered::Behind { count: 0 })), PeerFault::Behind);
    let refused = framed(Answered::Refused { refused: Refused::Busy });
    let refused = answered(&korea, &cambodia, refused);
    assert!(matches!(refused, ChannelError::Refused(Refused::Busy)), "{refused:?}");

    assert!(!cambodia.has(&korea, "Golden Future"));
    let (listening, _) = korea.listens();
    korea.names(listening.address(), &cambodia);
    let pulling = pull(&cambodia.node, korea.id()).unwrap();
    assert_eq!((pulling.taking.statements, cambodia.is_forked(&korea)), (2, false));
}

#[test]
fn a_forked_log_stops_the_channel_with_the_proof() {
    let (korea, cambodia) = two();
    let (listening, _) = korea.listens();
    korea.names(listening.address(), &cambodia);
    korea.shares(&["Golden Future"], &cambodia);
    // Korea's node is copied, as from a backup, and both go on.
    let copy = tempfile::tempdir().unwrap();
    copy_folder(&korea.folder(), copy.path());
    korea.shares(&["Silver Past"], &cambodia);
    pull(&cambodia.node, korea.id()).unwrap();
    drop(listening);
    let mut open = OpenOptions::new(KeySource::Passphrase(passphrase()));
    open.seed = Some(9);
    open.clock = Arc::new(SetClock::at(NOON.parse().unwrap()));
    let node = Arc::new(Node::open(&Folder::new(copy.path()), open).unwrap());
    let twin = Agency { node, reader: korea.reader.clone(), folder: copy, root: OnceLock::new() };
    let (listening, _) = twin.listens();
    korea.names(listening.address(), &cambodia);

    // First the copy only lacks entries; then it writes another one under a number that was used.
    let behind = pull(&cambodia.node, korea.id());
    assert!(matches!(behind, Err(ChannelError::Node(NodeError::Peer(PeerFault::Behind)))));
    assert!(!cambodia.is_forked(&korea));
    twin.shares(&["Copper Present"], &cambodia);
    let forked = pull(&cambodia.node, korea.id());

    assert!(matches!(forked, Err(ChannelError::Node(NodeError::Peer(PeerFault::Fork)))));
    assert!(cambodia.is_forked(&korea));
    assert!(!cambodia.has(&korea, "Copper Present") && cambodia.has(&korea, "Silver Past"));
    let stopped = pull(&cambodia.node, korea.id());
    assert!(matches!(stopped, Err(ChannelError::Node(NodeError::Peer(PeerFault::Fork)))));
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), &target).unwrap();
        }
    }
}
