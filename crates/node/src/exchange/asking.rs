//! Hit or no hit: asking a peer, and answering one.
//!
//! The asker signs and keeps what it asks for before anything is computed; the holder counts, signs
//! and keeps that it was asked before it computes. Whatever fails on the way, the answer is no
//! answer, and what was counted stays counted.

use std::sync::PoisonError;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use liaison_exchange::{
    ASK_LINES_MAX, Agreement, Answered, Ask, AskAnswered, FRAME_BYTES_MAX, Holding, PeerFault,
    Quotas, Refused,
};
use liaison_journal::hash::{leaf, record};
use liaison_journal::merkle::RootBuilder;
use liaison_model::schema as schemata;
use liaison_model::schema::names::{prop, schema};
use liaison_model::values::{Hints, clean};
use liaison_model::{AgencyId, CommitNumber, Hash, Instant, Purpose, Reader, RecordKind};
use liaison_psi::{
    Answer, Blinded, Charge, Filter, Key, Limits, Meter, PersonKey, PublicKey, Question, Spent,
    person_keys,
};
use rand::rngs::StdRng;
use serde::{Deserialize, Serialize};

use super::matchable::{birth_of, identifier};
use crate::commit::Author;
use crate::{Node, NodeError, WrongUse};

pub use liaison_psi::Kind as AskKind;

/// A line that is asked for, clean.
#[derive(Clone, PartialEq, Eq)]
pub struct AskLine {
    /// What it is of.
    pub kind: AskKind,
    /// The identifier, or the name of a person.
    pub value: String,
    /// The birth date of a person.
    pub birth: Option<String>,
}

/// What an ask is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskWanted<'a> {
    /// Whom.
    pub peer: &'a AgencyId,
    /// The case, by its number or id.
    pub case: &'a str,
    /// What for.
    pub purpose: Purpose,
}

/// An ask that is signed and kept, and not sent yet.
pub struct Asking {
    /// What is sent.
    pub ask: Ask,
    /// The points' bytes.
    pub question: Vec<u8>,
    asked: Question,
    batch: Vec<Blinded>,
    /// Of each point, the line; `None` for points that only fill up.
    lines: Vec<Option<usize>>,
    count: usize,
    key: PublicKey,
    filter: Filter,
}

/// What a peer asked, as it is kept and listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedOfUs {
    /// What it signed.
    pub ask: Ask,
    /// When it came, by our clock.
    pub came: Instant,
    /// Why it was not answered, if it was not.
    pub refused: Option<Refused>,
    /// Whether the peer had asked so much that somebody should look: more than half of a day's
    /// evaluations, or more than it may.
    pub is_alarming: bool,
}

/// What we asked a peer, as it is kept and listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedByUs {
    /// What we signed.
    pub ask: Ask,
    /// What the peer signed for its answer; `None` while it has not, or refused.
    pub answered: Option<AskAnswered>,
    /// How many lines were hits.
    pub hits: Option<u64>,
}

/// The key of an epoch as it is kept. The next one takes its place, so that it is gone.
#[derive(Serialize, Deserialize)]
struct Epoch {
    number: u64,
    secret: String,
    ends: Instant,
}

/// What a peer is given, as long as nothing is committed.
pub(crate) struct Held {
    position: CommitNumber,
    holding: Holding,
    filter: Vec<u8>,
}

impl Node {
    /// A line to be asked, cleaned as at intake; `None` when its value does not read as one, or of a
    /// person without a birth date: nobody would be found, and no quota is to be spent for that.
    #[must_use]
    pub fn ask_line(&self, kind: AskKind, value: &str, birth: Option<&str>) -> Option<AskLine> {
        let (schema, prop) = match kind {
            AskKind::Phone => (schema::PERSON, prop::PHONE),
            AskKind::Email => (schema::PERSON, prop::EMAIL),
            AskKind::Account => (schema::BANK_ACCOUNT, prop::ACCOUNT_NUMBER),
            AskKind::Wallet => (schema::CRYPTO_WALLET, prop::PUBLIC_KEY),
            AskKind::Document => (schema::PERSON, prop::PASSPORT_NUMBER),
            AskKind::Handle => (schema::USER_ACCOUNT, prop::USERNAME),
            AskKind::Person => (schema::PERSON, prop::NAME),
            AskKind::Url => return None,
        };
        let birth = birth.map(str::trim).filter(|birth| !birth.is_empty());
        if kind == AskKind::Person && birth.and_then(birth_of).is_none() {
            return None;
        }
        let country = Some(self.config().country.to_ascii_lowercase());
        let property = schemata::find(schema)?.property(prop)?;
        let hints = Hints { country, ..Hints::default() };
        let value = clean(property, value.trim(), &hints).ok()?.value;
        Some(AskLine { kind, value, birth: birth.map(str::to_owned) })
    }

    /// What a peer may meet here, made anew after each commit.
    ///
    /// # Errors
    ///
    /// When the journal fails. What is agreed, or not, is an answer.
    pub fn answer_holding(
        &self,
        peer: &AgencyId,
        known: Option<Hash>,
    ) -> Result<Answered, NodeError> {
        let Some(agreement) = self.binding_agreement(peer)? else {
            return Ok(refused(Refused::NoAgreement));
        };
        let _one_at_a_time = self.one_exchange()?;
        let (number, key) = self.epoch_for(peer)?;
        let position = self.journal.position()?;
        let mut all = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let fits = |held: &&Held| held.position == position && held.holding.epoch == number;
        if all.get(peer).filter(fits).is_none() {
            let (holding, filter) = self.hold_for(peer, &agreement, (number, &key))?;
            all.insert(peer.clone(), Held { position, holding, filter });
        }
        let Some(held) = all.get(peer) else { return Ok(refused(Refused::Failed)) };
        if FRAME_BYTES_MAX / 2 < held.filter.len() {
            return Ok(refused(Refused::TooMuch));
        }
        let is_known = known == Some(held.holding.filter);
        let filter = (!is_known).then(|| BASE64.encode(&held.filter));
        Ok(Answered::Holding { holding: Box::new(held.holding.clone()), filter })
    }

    fn hold_for(
        &self,
        peer: &AgencyId,
        agreement: &Agreement,
        (epoch, key): (u64, &Key),
    ) -> Result<(Holding, Vec<u8>), NodeError> {
        let mut random = rand::make_rng::<StdRng>();
        let inputs = self.matchable(&agreement.terms, &mut random)?;
        let inputs: Vec<&[u8]> = inputs.iter().map(Vec::as_slice).collect();
        let filter = Filter::build(key, &inputs, &mut random).map_err(|_| PeerFault::Content)?;
        let filter = filter.to_bytes();
        let holding = Holding {
            from: self.agency().clone(),
            to: peer.clone(),
            epoch,
            key: BASE64.encode(key.public().to_bytes()),
            filter: record(&filter),
            at: self.now(),
            signature: String::new(),
            certificate: String::new(),
        };
        let sign = |context: &str, hash: &Hash| self.journal.sign(context, hash);
        Ok((holding.signed(self.journal.certificate(), sign)?, filter))
    }

    /// The key under which a peer asks now. A new epoch begins when the old one has ended, and its
    /// key is gone.
    fn epoch_for(&self, peer: &AgencyId) -> Result<(u64, Key), NodeError> {
        let kept: Option<Epoch> = self.read_kept(&epoch_key(peer))?;
        if let Some(epoch) = kept.as_ref().filter(|epoch| self.now() < epoch.ends) {
            let bytes = BASE64.decode(&epoch.secret).ok().and_then(|bytes| bytes.try_into().ok());
            let key = bytes.and_then(|bytes| Key::from_bytes(&bytes).ok());
            return Ok((epoch.number, key.ok_or_else(|| self.damaged_exchange())?));
        }
        let key = Key::generate(&mut rand::make_rng::<StdRng>());
        let epoch = Epoch {
            number: kept.map_or(1, |epoch| epoch.number + 1),
            secret: BASE64.encode(*key.to_bytes()),
            ends: self.now().plus_seconds(EPOCH_SECONDS),
        };
        self.journal.store().set_meta(&epoch_key(peer), &self.write_json(&epoch)?)?;
        Ok((epoch.number, key))
    }

    /// Answers a peer that asks for hits: counted and kept before anything is computed.
    ///
    /// # Errors
    ///
    /// When the journal fails, or what was counted so far does not read: then nothing is answered.
    pub fn answer_ask(
        &self,
        peer: &AgencyId,
        ask: &Ask,
        question: &str,
    ) -> Result<Answered, NodeError> {
        let _one_at_a_time = self.one_exchange()?;
        let (card, _) = self.trusted(peer)?;
        let bytes = BASE64.decode(question).unwrap_or_default();
        let read = Question::from_bytes(&bytes).ok();
        let fits =
            |read: &Question| read.elements.len() as u64 == ask.points && read.epoch == ask.epoch;
        let is_whole = ask.from == *peer
            && ask.is_sound()
            && ask.question == record(&bytes)
            && ask.check(&card, self.agency(), self.now()).is_ok();
        let Some(read) = read.filter(|read| is_whole && fits(read)) else {
            return Ok(refused(Refused::Unreadable));
        };
        let last = self.kept_number(&asked_key(peer))?;
        if ask.number <= last {
            return Ok(refused(Refused::Repeated));
        }
        let key = match self.allow_ask(peer, ask)? {
            Ok(key) => key,
            Err(why) => return Ok(refused(why)),
        };
        let mut random = rand::make_rng::<StdRng>();
        let answer = read.answer(&key, &mut random).map_err(|_| PeerFault::Content)?.to_bytes();
        let answered = AskAnswered {
            from: self.agency().clone(),
            to: peer.clone(),
            ask: ask.hash(),
            answer: record(&answer),
            at: self.now(),
            signature: String::new(),
            certificate: String::new(),
        };
        let sign = |context: &str, hash: &Hash| self.journal.sign(context, hash);
        let answered = Box::new(answered.signed(self.journal.certificate(), sign)?);
        Ok(Answered::Evaluated { answered, answer: BASE64.encode(answer) })
    }

    /// Counts an ask and keeps it, in one transaction; the key to answer with, or why there is none.
    fn allow_ask(&self, peer: &AgencyId, ask: &Ask) -> Result<Result<Key, Refused>, NodeError> {
        let agreement = self.binding_agreement(peer)?;
        let (epoch, key) = self.epoch_for(peer)?;
        let mut meter = self.meter_of(peer)?;
        let why = match &agreement {
            None => Some(Refused::NoAgreement),
            Some(agreement) if !covers(agreement, &ask.purpose) => Some(Refused::Purpose),
            Some(_) if ask.epoch != epoch => Some(Refused::Epoch),
            Some(agreement) => {
                self.charge(&mut meter, agreement, ask).err().map(|_| Refused::Quota)
            }
        };
        let most = agreement.as_ref().map_or(0, |agreement| agreement.quotas.day);
        let is_alarming = why == Some(Refused::Quota) || most < meter.today().saturating_mul(2);
        let kept = AskedOfUs { ask: ask.clone(), came: self.now(), refused: why, is_alarming };
        let count = self.kept_number(&asked_count_key(peer))? + 1;
        let beside = [
            (meter_key(peer), meter.to_bytes()),
            (asked_key(peer), ask.number.to_be_bytes().to_vec()),
            (asked_count_key(peer), count.to_be_bytes().to_vec()),
            (asked_at_key(peer, count), self.write_json(&kept)?),
        ];
        let entries = self.ask_entries(ask, peer)?;
        let author = Author { name: peer.as_str(), purpose: "" };
        self.commit_with(&author, "asked", entries, &beside)?;
        Ok(why.map_or(Ok(key), Err))
    }

    fn charge(&self, meter: &mut Meter, agreement: &Agreement, ask: &Ask) -> Result<(), Spent> {
        let Quotas { day, officer, case } = agreement.quotas;
        let limits = Limits { day, officer, case };
        let day = self.now().micros().div_euclid(DAY_MICROS).unsigned_abs();
        let (officer, case) = (ask.officer.as_str(), ask.case.as_str());
        meter.charge(&limits, &Charge { day, officer, case, evaluations: ask.points })
    }

    /// What a peer has asked so far. What does not read is not begun anew.
    fn meter_of(&self, peer: &AgencyId) -> Result<Meter, NodeError> {
        match self.journal.store().meta(&meter_key(peer))? {
            None => Ok(Meter::default()),
            Some(bytes) => Meter::from_bytes(&bytes).map_err(|_| self.damaged_exchange()),
        }
    }

    /// The record that somebody asked, with what was signed for it.
    fn ask_entries(
        &self,
        ask: &Ask,
        of: &AgencyId,
    ) -> Result<Vec<liaison_journal::Entry>, NodeError> {
        let record = self.new_record(RecordKind::Receipt)?;
        let say = |prop, value: String| self.own_entry(&record, schema::RECEIPT, prop, value);
        let signed = String::from_utf8(self.write_json(ask)?).unwrap_or_default();
        Ok(vec![
            say(prop::TARGET, format!("ask:{}", ask.hash())),
            say(prop::ORIGIN, of.to_string()),
            say(prop::NUMBER, ask.number.to_string()),
            say(prop::NOTE, signed),
        ])
    }

    /// Signs and keeps an ask for what a peer holds. Nothing was sent before it is on disk.
    ///
    /// # Errors
    ///
    /// [`WrongUse::AskLines`]; when the reader is not let into the case; [`NodeError::Peer`] when
    /// what the peer holds does not verify.
    pub fn prepare_ask(
        &self,
        wanted: &AskWanted<'_>,
        lines: &[AskLine],
        (holding, filter): (&Holding, &[u8]),
        author: &Reader,
    ) -> Result<Asking, NodeError> {
        if lines.is_empty() || (ASK_LINES_MAX as usize) < lines.len() {
            return Err(WrongUse::AskLines { count: lines.len() as u64 }.into());
        }
        let case = self.case_for(wanted.case, author)?;
        let (card, _) = self.trusted(wanted.peer)?;
        if holding.from != *wanted.peer || holding.filter != record(filter) {
            return Err(PeerFault::Content.into());
        }
        holding.check(&card, self.agency(), self.now())?;
        let key = BASE64.decode(&holding.key).ok().and_then(|bytes| bytes.try_into().ok());
        let key = key.and_then(|key| PublicKey::from_bytes(key).ok()).ok_or(PeerFault::Content)?;
        let filter = Filter::from_bytes(filter).map_err(|_| PeerFault::Content)?;

        let _one_at_a_time = self.one_exchange()?;
        let number = self.kept_number(&asking_key(wanted.peer))? + 1;
        let (inputs, of_lines) = inputs_of(lines);
        let mut random = rand::make_rng::<StdRng>();
        let batch: Result<Vec<Blinded>, _> =
            inputs.iter().map(|input| Blinded::new(input, &mut random)).collect();
        let batch = batch.map_err(|_| PeerFault::Content)?;
        let asked = Question::new(holding.epoch, &batch);
        let asked = asked.map_err(|_| WrongUse::AskLines { count: lines.len() as u64 })?;
        let question = asked.to_bytes();
        let ask = Ask {
            from: self.agency().clone(),
            to: wanted.peer.clone(),
            number,
            epoch: holding.epoch,
            officer: self.pseudonym(author.name()),
            case: case.number.clone(),
            purpose: wanted.purpose.to_string(),
            lines: lines.len() as u64,
            points: inputs.len() as u64,
            commitment: self.commitment(number, &inputs),
            question: record(&question),
            at: self.now(),
            signature: String::new(),
            certificate: String::new(),
        };
        let sign = |context: &str, hash: &Hash| self.journal.sign(context, hash);
        let ask = ask.signed(self.journal.certificate(), sign)?;
        let kept = AskedByUs { ask: ask.clone(), answered: None, hits: None };
        let beside = [
            (asking_key(wanted.peer), number.to_be_bytes().to_vec()),
            (asking_at_key(wanted.peer, number), self.write_json(&kept)?),
        ];
        let entries = self.ask_entries(&ask, wanted.peer)?;
        let purpose = ask.purpose.clone();
        self.commit_with(
            &Author { name: author.name(), purpose: &purpose },
            "ask",
            entries,
            &beside,
        )?;
        let count = lines.len();
        Ok(Asking { ask, question, asked, batch, lines: of_lines, count, key, filter })
    }

    /// Hit or no hit for each line, once proof and signature are good. Otherwise nothing is told.
    ///
    /// # Errors
    ///
    /// [`NodeError::Peer`].
    pub fn take_hits(
        &self,
        asking: &Asking,
        answered: &AskAnswered,
        answer: &str,
    ) -> Result<Vec<bool>, NodeError> {
        let peer = &asking.ask.to;
        let (card, _) = self.trusted(peer)?;
        let bytes = BASE64.decode(answer).map_err(|_| PeerFault::Content)?;
        if answered.from != *peer
            || answered.ask != asking.ask.hash()
            || answered.answer != record(&bytes)
        {
            return Err(PeerFault::Content.into());
        }
        answered.check(&card, self.agency(), self.now())?;
        let answer = Answer::from_bytes(&bytes).map_err(|_| PeerFault::Content)?;
        let hits = answer.hits(&asking.asked, &asking.batch, &asking.key, &asking.filter);
        let hits = hits.map_err(|_| PeerFault::Proof)?;
        let mut lines = vec![false; asking.count];
        for (hit, line) in hits.iter().zip(&asking.lines) {
            if let Some(line) = line.filter(|_| *hit) {
                lines[line] = true;
            }
        }
        let kept = AskedByUs {
            ask: asking.ask.clone(),
            answered: Some(answered.clone()),
            hits: Some(lines.iter().filter(|hit| **hit).count() as u64),
        };
        let key = asking_at_key(peer, asking.ask.number);
        self.journal.store().set_meta(&key, &self.write_json(&kept)?)?;
        Ok(lines)
    }

    /// What a peer asked us, the newest first.
    ///
    /// # Errors
    ///
    /// [`WrongUse::NoPeer`]; when the journal fails.
    pub fn asked_of_us(&self, peer: &AgencyId) -> Result<Vec<AskedOfUs>, NodeError> {
        self.kept_peer(peer)?;
        let count = self.kept_number(&asked_count_key(peer))?;
        let one = |number| self.read_kept(&asked_at_key(peer, number));
        (1..=count).rev().filter_map(|number| one(number).transpose()).collect()
    }

    /// What we asked a peer, the newest first.
    ///
    /// # Errors
    ///
    /// [`WrongUse::NoPeer`]; when the journal fails.
    pub fn asked_by_us(&self, peer: &AgencyId) -> Result<Vec<AskedByUs>, NodeError> {
        self.kept_peer(peer)?;
        let count = self.kept_number(&asking_key(peer))?;
        let one = |number| self.read_kept(&asking_at_key(peer, number));
        (1..=count).rev().filter_map(|number| one(number).transpose()).collect()
    }

    /// The name under which an officer goes at every peer: the same each time, and telling nothing.
    fn pseudonym(&self, officer: &str) -> String {
        let secret = self.journal.secret("pseudonym").unwrap_or_default();
        let hash = record(&[&secret[..], officer.as_bytes()].concat());
        hash.to_string().chars().take(PSEUDONYM_DIGITS).collect()
    }

    /// The root over salted hashes of the inputs, in their order. The salts come from a secret of the
    /// node, so that the same file opens it again.
    fn commitment(&self, number: u64, inputs: &[Vec<u8>]) -> Hash {
        let secret = self.journal.secret("commitment").unwrap_or_default();
        let mut root = RootBuilder::default();
        for (at, input) in inputs.iter().enumerate() {
            let place = [number.to_be_bytes(), (at as u64).to_be_bytes()].concat();
            let hash = record(&[&secret[..], &place].concat());
            let mut salt = [0; 16];
            salt.copy_from_slice(&hash.0[..16]);
            root.push(leaf(&salt, input));
        }
        root.root()
    }

    fn binding_agreement(&self, peer: &AgencyId) -> Result<Option<Agreement>, NodeError> {
        let agreement = self.agreement_with(peer)?;
        Ok(agreement.filter(|agreement| self.now() <= agreement.terms.until))
    }
}

/// The inputs of lines, with the line of each that counts.
fn inputs_of(lines: &[AskLine]) -> (Vec<Vec<u8>>, Vec<Option<usize>>) {
    let mut random = rand::make_rng::<StdRng>();
    let (mut inputs, mut of_lines) = (Vec::new(), Vec::new());
    for (at, line) in lines.iter().enumerate() {
        if line.kind == AskKind::Person {
            let birth = line.birth.as_deref().and_then(birth_of);
            for PersonKey { input, weight } in person_keys(&[&line.value], birth, &mut random) {
                inputs.push(input);
                of_lines.push((0 < weight).then_some(at));
            }
        } else {
            inputs.push(identifier(line.kind, &line.value).input());
            of_lines.push(Some(at));
        }
    }
    (inputs, of_lines)
}

fn covers(agreement: &Agreement, purpose: &str) -> bool {
    let purposes = &agreement.terms.purposes;
    purposes.is_empty() || purpose.parse().is_ok_and(|purpose: Purpose| purposes.contains(&purpose))
}

fn refused(refused: Refused) -> Answered {
    Answered::Refused { refused }
}

fn epoch_key(peer: &AgencyId) -> String {
    format!("ask-epoch:{peer}")
}

fn meter_key(peer: &AgencyId) -> String {
    format!("ask-meter:{peer}")
}

fn asked_key(peer: &AgencyId) -> String {
    format!("asked-number:{peer}")
}

fn asked_count_key(peer: &AgencyId) -> String {
    format!("asked:{peer}")
}

fn asked_at_key(peer: &AgencyId, count: u64) -> String {
    format!("asked:{peer}:{count}")
}

fn asking_key(peer: &AgencyId) -> String {
    format!("asking:{peer}")
}

fn asking_at_key(peer: &AgencyId, number: u64) -> String {
    format!("asking:{peer}:{number}")
}

/// An epoch lasts a month.
const EPOCH_SECONDS: i64 = 30 * 24 * 60 * 60;
const DAY_MICROS: i64 = 24 * 60 * 60 * 1_000_000;
const PSEUDONYM_DIGITS: usize = 16;
