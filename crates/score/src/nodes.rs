//! Three nodes: made, filled, introduced to each other, and brought to share.

use std::path::Path;

use liaison_exchange::{Answered, Quotas, words_of};
use liaison_journal::keys::RootKey;
use liaison_model::{Marks, Purpose, Reader, Role};
use liaison_node::exchange::CardWanted;
use liaison_node::import::{ImportRequest, Input};
use liaison_node::who::CandidateRequest;
use liaison_node::{Folder, InitOptions, KeySource, Node, NodeError, OpenOptions};
use liaison_policy::Terms;
use liaison_world::{Agency, Scenario, write_json_lines};
use zeroize::Zeroizing;

use crate::ScoreError;
use crate::people::Files;

/// An agency's node, and the officer who works with it.
pub struct Desk {
    node: Node,
    officer: Reader,
    root: RootKey,
}

impl Desk {
    /// A node for each agency, with what the agency has on file.
    pub fn make_all(
        scenario: &Scenario,
        files: &Files,
        folder: &Path,
    ) -> Result<Vec<Self>, ScoreError> {
        let agencies = scenario.agencies().iter().zip(&files.records);
        let made = agencies.map(|(agency, records)| {
            let desk = Self::make(agency, &folder.join(agency.country))?;
            let mut lines = Vec::new();
            write_json_lines(records.iter().cloned(), &mut lines)?;
            let lines = String::from_utf8_lossy(&lines).into_owned();
            let input = Input::from_bytes("scenario.ftm.json", lines);
            let request = ImportRequest::new(input, desk.officer.name());
            let report = desk.node.import(request, &|_| {})?;
            match report.problems {
                0 => Ok(desk),
                problems => Err(ScoreError::SetAside { problems }),
            }
        });
        made.collect()
    }

    fn make(agency: &Agency, folder: &Path) -> Result<Self, ScoreError> {
        let passphrase = || Zeroizing::new(PASSPHRASE.to_owned());
        let key = KeySource::Passphrase(passphrase());
        let options = InitOptions {
            name: agency.name.to_owned(),
            country: agency.country.to_uppercase(),
            agency: Some(agency.code.parse().map_err(|_| NodeError::AgencyId)?),
            passphrase: passphrase(),
            database_url: None,
            demonstration: true,
            exhibits: None,
        };
        let open = OpenOptions::new(KeySource::Passphrase(passphrase()));
        let (node, _) = Node::init(&Folder::new(folder), &options, open)?;
        let root = node.open_root_key(&folder.join("keys/root.json"), &key)?;
        let roles = [Role::Analyst, Role::LiaisonOfficer, Role::ConsularOfficer];
        let officer = Reader::officer(node.agency().clone(), "simulated-officer", roles)
            .with_purpose(Purpose::Rescue);
        Ok(Self { node, officer, root })
    }

    /// The pairs of records that the node holds to be one person.
    pub fn pairs(&self) -> Result<Vec<(String, String)>, ScoreError> {
        let request = CandidateRequest {
            probability_min: PROBABILITY_MIN,
            limit: usize::MAX,
            ..CandidateRequest::default()
        };
        let found = self.node.candidates(&request, &self.officer)?;
        let ids = |pair: liaison_node::who::Candidate| {
            (pair.left.id.to_string(), pair.right.id.to_string())
        };
        Ok(found.candidates.into_iter().map(ids).collect())
    }

    /// The two give each other their cards, and sign what may pass.
    fn meet(&self, other: &Self) -> Result<(), ScoreError> {
        for (giving, taking) in [(self, other), (other, self)] {
            let names = [("en".to_owned(), giving.node.agency().to_string())].into();
            let wanted = CardWanted { names, ..CardWanted::default() };
            let card = giving.node.make_card(&giving.root, &wanted, &giving.officer)?;
            let aloud = words_of(card.agency.as_str(), &card.root);
            taking.node.add_peer(&card, &aloud, &taking.officer)?;
        }
        let words = TERMS.map(str::to_owned);
        let until = self.node.now().plus_seconds(YEAR_SECONDS);
        let terms = Terms::from_words(&words, until).map_err(|_| ScoreError::Agreement)?;
        let quotas = Quotas { day: 10_000, officer: 1_000, case: 5_000 };
        let peer = other.node.agency();
        let mut agreement = self.node.propose_agreement(peer, (terms, quotas), &self.root)?;
        agreement.sign(&other.root).map_err(|_| ScoreError::Agreement)?;
        other.node.keep_agreement(&agreement, &other.officer)?;
        self.node.keep_agreement(&agreement, &self.officer)?;
        Ok(())
    }

    /// Shares all records with another agency; how many statements went.
    fn share_with(&self, other: &Self, records: &[String]) -> Result<u64, ScoreError> {
        let audience = other.node.agency();
        let marks: Marks =
            format!("TLP:AMBER to:{audience}").parse().map_err(|_| ScoreError::Agreement)?;
        let records: Vec<&str> = records.iter().map(String::as_str).collect();
        let statements = self.node.own_statements(&records, &self.officer)?;
        for run in statements.chunks(SHARED_AT_ONCE) {
            self.node.share_all(run, audience, &marks, &self.officer)?;
        }
        Ok(statements.len() as u64)
    }

    /// Takes what another node has for this one, until nothing is left.
    fn pull(&self, other: &Self) -> Result<(), ScoreError> {
        let (us, them) = (self.node.agency(), other.node.agency());
        loop {
            let asked = self.node.ask_pull(them)?;
            let answered = other.node.answer_pull(us, &asked)?;
            let pulled = self.node.take_answer(them, &asked, &answered)?;
            let is_told = pulled.taking.receipts.is_empty() && asked.receipts.is_empty();
            if is_told && !pulled.more && matches!(answered, Answered::Entries(_)) {
                return Ok(());
            }
        }
    }
}

/// Each node shares its records with the two others; how many statements arrived.
pub fn share_everything(desks: &[Desk], files: &Files) -> Result<u64, ScoreError> {
    for (place, desk) in desks.iter().enumerate() {
        desks[place + 1..].iter().try_for_each(|other| desk.meet(other))?;
    }
    let mut shared = 0;
    for (from, desk) in desks.iter().enumerate() {
        let agency = desk.node.agency();
        let records: Vec<String> =
            files.records[from].iter().map(|record| format!("{agency}:{}", record.id)).collect();
        for (to, other) in desks.iter().enumerate() {
            if from != to {
                shared += desk.share_with(other, &records)?;
                other.pull(desk)?;
            }
        }
    }
    Ok(shared)
}

/// What two agencies agree to tell each other in the simulation.
const TERMS: [&str; 5] = ["H0", "H1", "H2", "about:victim", "about:other"];
const YEAR_SECONDS: i64 = 365 * 86_400;
/// Pairs that are at least as likely as this are taken for one.
const PROBABILITY_MIN: f32 = 0.99;
const SHARED_AT_ONCE: usize = 4_000;
/// The nodes of a measurement hold nobody real, and go when it ends.
const PASSPHRASE: &str = "a passphrase of the simulation";
