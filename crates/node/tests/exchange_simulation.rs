//! Three agencies whose network does everything that networks do, under a schedule that a seed gives.
//!
//! Questions and answers are lost, come twice, come late and out of order, come cut and changed;
//! lines break one way and both; nodes die between any two steps; clocks are up to a day apart. At
//! the end the network heals, and everybody must have exactly what its originator shared with it and
//! has not taken back. `LIAISON_SEED` runs one seed, `LIAISON_SEEDS` so many.

#![allow(clippy::unwrap_used, reason = "a test ends where something is not as it must be")]
#![allow(clippy::print_stderr, reason = "a failure is told with its seed")]

mod agreed;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use agreed::{Head, meet};
use liaison_exchange::{Answered, Content, PullAsked};
use liaison_model::schema::names::prop;
use liaison_model::{AgencyId, Marks, Reader, Role, StatementId};
use liaison_node::import::{ImportRequest, Input};
use liaison_node::{
    Clock, Folder, InitOptions, KeySource, Node, NodeError, OpenOptions, SetClock, ShowOptions,
};
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};

/// Steps of one run.
const STEPS: u32 = 120;
/// Runs where nobody says how many.
const SEEDS: u64 = 2;
const NAMES: [(&str, &str); 3] = [("KR-Police", "KR"), ("KH-Police", "KH"), ("TH-Police", "TH")];

/// One agency: its node is `None` while it is dead.
struct Desk {
    folder: tempfile::TempDir,
    clock: Arc<SetClock>,
    node: Option<Node>,
    id: AgencyId,
}

/// What one shared, and with whom.
struct Said {
    origin: usize,
    record: String,
    statement: StatementId,
    audiences: BTreeSet<usize>,
    is_withdrawn: bool,
}

/// An answer that is on its way.
#[derive(Clone)]
struct OnItsWay {
    asker: usize,
    holder: usize,
    asked: PullAsked,
    answered: Answered,
}

struct World {
    desks: Vec<Desk>,
    said: Vec<Said>,
    flying: Vec<OnItsWay>,
    /// Who does not reach whom.
    blocked: BTreeSet<(usize, usize)>,
    random: StdRng,
    /// What happened how often, so that a schedule in which nothing happens is noticed.
    happened: BTreeMap<&'static str, u32>,
}

fn key() -> KeySource {
    KeySource::Passphrase(zeroize::Zeroizing::new("a passphrase of the test".to_owned()))
}

impl Desk {
    fn new((name, country): (&str, &str), seed: u64, start: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(SetClock::at(start.parse().unwrap()));
        let options = InitOptions {
            name: name.into(),
            country: country.into(),
            agency: None,
            passphrase: zeroize::Zeroizing::new("a passphrase of the test".to_owned()),
            database_url: None,
            demonstration: true,
            exhibits: None,
        };
        let open = Self::options(&clock, seed);
        let (node, _) =
            Node::init(&Folder::new(folder.path().join("node")), &options, open).unwrap();
        let id = node.agency().clone();
        Self { folder, clock, node: Some(node), id }
    }

    fn options(clock: &Arc<SetClock>, seed: u64) -> OpenOptions {
        let mut open = OpenOptions::new(key());
        open.seed = Some(seed);
        open.clock = Arc::clone(clock) as Arc<dyn Clock>;
        open
    }

    fn node(&self) -> &Node {
        self.node.as_ref().unwrap()
    }

    fn reader(&self) -> Reader {
        Reader::officer(self.id.clone(), "min", [Role::Analyst, Role::LiaisonOfficer])
    }

    /// Dies, and is opened again: what it had not on disk is gone.
    fn dies(&mut self, seed: u64) {
        self.node = None;
        let folder = Folder::new(self.folder.path().join("node"));
        self.node = Some(Node::open(&folder, Self::options(&self.clock, seed)).unwrap());
    }

    /// Whether a record of another agency is here with a name.
    fn has(&self, record: &str) -> bool {
        match self.node().show(record, &self.reader(), &ShowOptions::default()) {
            Ok(view) => view.statements.iter().any(|said| said.prop == prop::NAME),
            Err(NodeError::NotFound) => false,
            Err(error) => panic!("{error}"),
        }
    }
}

impl World {
    fn new(seed: u64) -> Self {
        // Clocks differ by almost a day and a half, which is what is allowed.
        let starts = ["2027-01-02T00:00:00Z", "2027-01-02T20:00:00Z", "2027-01-01T14:00:00Z"];
        let desks: Vec<Desk> = (0..)
            .zip(NAMES.iter().zip(starts))
            .map(|(at, (name, start))| Desk::new(*name, seed * 3 + at, start))
            .collect();
        for (one, other) in [(0, 1), (0, 2), (1, 2)] {
            let heads = [&desks[one], &desks[other]].map(|desk| {
                let folder = desk.folder.path().join("node");
                (desk, folder, desk.reader())
            });
            let head = |at: usize| {
                let (desk, folder, reader): &(&Desk, std::path::PathBuf, Reader) = &heads[at];
                Head { node: desk.node(), folder, reader }
            };
            meet(&head(0), &head(1), "H0 H2 about:other");
        }
        let random = StdRng::seed_from_u64(seed);
        let (said, flying, blocked) = (Vec::new(), Vec::new(), BTreeSet::new());
        Self { desks, said, flying, blocked, random, happened: BTreeMap::new() }
    }

    fn any(&mut self, below: usize) -> usize {
        self.random.random_range(0..below)
    }

    fn count(&mut self, what: &'static str) {
        *self.happened.entry(what).or_default() += 1;
    }

    fn step(&mut self) {
        match self.any(20) {
            0..=3 => self.shares(),
            4 | 5 => self.withdraws(),
            6..=12 => self.asks(),
            13..=15 => self.delivers(),
            16 => self.breaks_a_line(),
            17 => self.dies(),
            18 => self.passes_on(),
            _ => {
                let at = self.any(3);
                self.desks[at].clock.advance_seconds(600);
            }
        }
    }

    fn shares(&mut self) {
        let origin = self.any(3);
        let number = self.said.len();
        let line = format!(
            r#"{{"id":"firm-{number}","schema":"Company","properties":{{"name":["invented firm {number}"]}}}}"#
        );
        let desk = &self.desks[origin];
        let input = Input::from_bytes("firms.ftm.json", line.into_bytes());
        desk.node().import(ImportRequest::new(input, "min"), &|_| {}).unwrap();
        let record = format!("{}:firm-{number}", desk.id);
        let view = desk.node().show(&record, &desk.reader(), &ShowOptions::default()).unwrap();
        let statement = view.statements.iter().find(|said| said.prop == prop::NAME).unwrap().id;
        let mut audiences = BTreeSet::new();
        for other in (0..3).filter(|other| *other != origin) {
            if self.any(3) == 0 {
                continue;
            }
            let (desk, to) = (&self.desks[origin], &self.desks[other].id);
            let marks: Marks = format!("TLP:AMBER H2 to:{to}").parse().unwrap();
            desk.node().share(statement, to, &marks, &desk.reader()).unwrap();
            audiences.insert(other);
        }
        self.said.push(Said { origin, record, statement, audiences, is_withdrawn: false });
        self.count("shared");
    }

    fn withdraws(&mut self) {
        if self.said.is_empty() {
            return;
        }
        let at = self.any(self.said.len());
        let said = &mut self.said[at];
        if said.is_withdrawn {
            return;
        }
        let node = self.desks[said.origin].node();
        node.withdraw(said.statement, "wrong firm", "min").unwrap();
        said.is_withdrawn = true;
        self.count("withdrawn");
    }

    /// Asks somebody for what is new. The answer may come at once, or fly for a while.
    fn asks(&mut self) {
        let asker = self.any(3);
        let holder = (asker + 1 + self.any(2)) % 3;
        if self.blocked.contains(&(asker, holder)) {
            return self.count("question lost");
        }
        let asked = self.desks[asker].node().ask_pull(&self.desks[holder].id).unwrap();
        let asker_id = self.desks[asker].id.clone();
        let answered = self.desks[holder].node().answer_pull(&asker_id, &asked).unwrap();
        let letter = OnItsWay { asker, holder, asked, answered };
        if self.blocked.contains(&(holder, asker)) {
            return self.count("answer lost");
        }
        match self.any(7) {
            0 => self.flying.push(letter),
            1 => {
                self.flying.push(letter.clone());
                self.takes(&letter);
            }
            2 | 3 => self.takes_what_was_changed(&letter),
            _ => self.takes(&letter),
        }
    }

    /// An answer that flew for a while arrives, whatever happened since; perhaps once more later.
    fn delivers(&mut self) {
        if self.flying.is_empty() {
            return;
        }
        let at = self.any(self.flying.len());
        let letter = match self.any(3) {
            0 => self.flying[at].clone(),
            _ => self.flying.swap_remove(at),
        };
        self.count("came late");
        self.takes(&letter);
    }

    /// Late, double and old answers are refused or change nothing; never is one half applied.
    fn takes(&mut self, letter: &OnItsWay) {
        let peer = self.desks[letter.holder].id.clone();
        let node = self.desks[letter.asker].node();
        match node.take_answer(&peer, &letter.asked, &letter.answered) {
            Ok(_) => self.count("taken"),
            Err(NodeError::Peer(_)) => self.count("not taken"),
            Err(error) => panic!("{error}"),
        }
    }

    /// Somebody on the way cuts an answer, changes a mark, or leaves an entry out.
    fn takes_what_was_changed(&mut self, letter: &OnItsWay) {
        let mut changed = letter.clone();
        let way = self.any(3);
        let Answered::Entries(part) = &mut changed.answered else { return };
        if part.entries.is_empty() {
            return;
        }
        match way {
            0 => _ = part.entries.remove(0),
            1 => part.entries[0].number += 1,
            _ => {
                let Content::Statement { marks, .. } = &mut part.entries[0].content else { return };
                *marks = "TLP:CLEAR".parse().unwrap();
            }
        }
        let before = self.desks[changed.asker].node().position().unwrap();
        let peer = self.desks[changed.holder].id.clone();
        let node = self.desks[changed.asker].node();
        let taken = node.take_answer(&peer, &changed.asked, &changed.answered);
        if has_only_good(&changed.answered) {
            return;
        }
        assert!(taken.is_err(), "what was changed was taken");
        assert_eq!(node.position().unwrap(), before, "and left something");
        self.count("changed on the way");
    }

    fn breaks_a_line(&mut self) {
        let from = self.any(3);
        let to = (from + 1 + self.any(2)) % 3;
        if !self.blocked.remove(&(from, to)) {
            self.blocked.insert((from, to));
            self.count("line broken");
        }
    }

    fn dies(&mut self) {
        let at = self.any(3);
        let seed = self.random.random();
        self.desks[at].dies(seed);
        self.count("died");
    }

    /// A recipient wants to pass on what it got, and is refused.
    fn passes_on(&mut self) {
        if self.said.is_empty() {
            return;
        }
        let at = self.any(self.said.len());
        let said = &self.said[at];
        let Some(holder) = said.audiences.first().copied() else { return };
        let third = 3 - said.origin - holder;
        let (desk, to) = (&self.desks[holder], &self.desks[third].id);
        let marks: Marks = format!("TLP:AMBER to:{to}").parse().unwrap();
        let passed = desk.node().share(said.statement, to, &marks, &desk.reader());
        assert!(passed.is_err(), "{passed:?}");
        self.count("not passed on");
    }

    /// The network heals, and everybody asks everybody until nothing is new.
    fn heals(&mut self) {
        self.blocked.clear();
        while let Some(letter) = self.flying.pop() {
            self.takes(&letter);
        }
        for _ in 0..ROUNDS_MAX {
            let before: Vec<u64> = self.positions();
            let mut is_quiet = true;
            for (asker, holder) in [(0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)] {
                let (asks, holds) = (&self.desks[asker], &self.desks[holder]);
                let asked = asks.node().ask_pull(&holds.id).unwrap();
                let answered = holds.node().answer_pull(&asks.id, &asked).unwrap();
                let pulled = asks.node().take_answer(&holds.id, &asked, &answered).unwrap();
                assert_eq!(pulled.taking.missing, 0);
                is_quiet &= asked.receipts.is_empty() && !pulled.more;
            }
            if is_quiet && before == self.positions() {
                return;
            }
        }
        panic!("the three never come to rest");
    }

    fn positions(&self) -> Vec<u64> {
        self.desks.iter().map(|desk| desk.node().position().unwrap()).collect()
    }

    /// Everybody has what was shared with it and not taken back, and nothing else.
    fn is_as_it_must_be(&self) {
        for said in &self.said {
            for (at, desk) in self.desks.iter().enumerate().filter(|(at, _)| *at != said.origin) {
                let expected = said.audiences.contains(&at) && !said.is_withdrawn;
                assert_eq!(desk.has(&said.record), expected, "{} at {}", said.record, desk.id);
            }
        }
        for desk in &self.desks {
            for peer in desk.node().peers().unwrap() {
                assert!(!peer.forked, "{} at {}", peer.agency, desk.id);
                assert_eq!(peer.unconfirmed, [], "{} at {}", peer.agency, desk.id);
                assert_eq!(peer.owed, 0, "{} at {}", peer.agency, desk.id);
            }
            let verified = desk.node().verify(&mut |_| {}).unwrap();
            assert_eq!(verified.journal.first_bad, None, "{}", desk.id);
        }
    }
}

/// Whether what is left of an answer may be taken: withdrawals that came first are good, and of an
/// answer whose only entry was left out nothing bad is there.
fn has_only_good(answered: &Answered) -> bool {
    matches!(answered, Answered::Entries(part) if !part.early.is_empty() || part.entries.is_empty())
}

/// As often everybody asks everybody at the end.
const ROUNDS_MAX: u32 = 20;

#[test]
fn three_agencies_agree_in_the_end_whatever_their_network_does() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let seeds = match number("LIAISON_SEED") {
        Some(seed) => seed..seed + 1,
        None => 1..1 + number("LIAISON_SEEDS").unwrap_or(SEEDS),
    };
    for seed in seeds {
        eprintln!("seed {seed}");
        let mut world = World::new(seed);
        for _ in 0..STEPS {
            world.step();
        }
        world.heals();
        world.is_as_it_must_be();
        for what in ["shared", "taken", "died"] {
            assert!(world.happened.contains_key(what), "seed {seed}: {what} never happened");
        }
        eprintln!("seed {seed}: {:?}", world.happened);
    }
}
