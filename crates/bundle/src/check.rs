//! Whether a bundle is as it was sealed.

use liaison_journal::{Proof, ProofError, Proven};
use liaison_model::Hash;
use liaison_model::schema::names::prop;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{FORMAT, Fact, Head, Seal, hash_of, line};

/// A bundle that is as it was sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// What it is.
    pub head: Head,
    /// Its facts.
    pub facts: Vec<CheckedFact>,
    /// Its hash, which is printed on it.
    pub sha256: Hash,
    /// Fingerprint of the root key that stands behind the seal: to be compared with the agency's.
    pub root_fingerprint: String,
    /// The commit that holds the seal.
    pub seal: Proven,
}

/// A fact with what was proven of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedFact {
    /// Number, from 1.
    pub number: u32,
    /// The officer's words.
    pub words: String,
    /// The statements.
    pub statements: Vec<Proven>,
}

/// An entry of a bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Entry {
    /// The first line.
    Head,
    /// A fact, by its number.
    Fact(u32),
    /// The last line.
    Seal,
}

/// The first entry that does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an entry of the bundle is not as it was sealed")]
pub struct Fault {
    /// Which.
    pub entry: Entry,
    /// Its first byte in the file.
    pub from: u64,
    /// The byte after its last.
    pub to: u64,
    /// What is wrong with it.
    pub kind: FaultKind,
}

/// What is wrong with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FaultKind {
    /// It cannot be read, or is spelt otherwise.
    Unreadable,
    /// Its bytes do not give the hash that was sealed.
    Changed,
    /// It is not there.
    Missing,
    /// Its proof is not good.
    Unproven,
}

impl FaultKind {
    /// Key of the words for a person.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Unreadable => "exhibit-fault-unreadable",
            Self::Changed => "exhibit-fault-changed",
            Self::Missing => "exhibit-fault-missing",
            Self::Unproven => "exhibit-fault-unproven",
        }
    }
}

impl Entry {
    fn of(place: usize) -> Self {
        match place {
            0 => Self::Head,
            place => Self::Fact(u32::try_from(place).unwrap_or(u32::MAX)),
        }
    }
}

/// Checks a bundle, needing nothing but its bytes.
///
/// # Errors
///
/// The first entry that does not hold.
pub fn check(bytes: &[u8]) -> Result<Checked, Fault> {
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    let starts: Vec<u64> = lines
        .iter()
        .scan(0, |at, line| {
            let start = *at;
            *at += line.len() as u64;
            Some(start)
        })
        .collect();
    let end = bytes.len() as u64;
    let fault = |entry: Entry, place: usize, kind: FaultKind| {
        let from = starts.get(place).copied().unwrap_or(end);
        Fault { entry, from, to: starts.get(place + 1).copied().unwrap_or(end), kind }
    };
    let last = lines.len().saturating_sub(1);
    let unsealed = |kind| fault(Entry::Seal, last, kind);
    let seal_line = lines.last().ok_or(unsealed(FaultKind::Missing))?;
    // Where the end of the line before it was changed, the two are one line.
    let is_joined = seal_line.windows(SEAL_BEGINS.len()).skip(1).any(|part| part == SEAL_BEGINS);
    let unread = if is_joined { Entry::of(last) } else { Entry::Seal };
    let unreadable = fault(unread, last, FaultKind::Unreadable);
    let seal: Seal = read(seal_line).ok_or(unreadable)?;
    let proven = proven(&seal.proof).map_err(|_| unsealed(FaultKind::Unproven))?;
    let is_sealed =
        proven.statement.prop == prop::EXHIBIT && proven.statement.value == seal.sha256.to_string();
    if !is_sealed {
        return Err(unsealed(FaultKind::Unproven));
    }
    let body = &lines[..last];
    if let Some((place, kind)) = first_changed(body, &seal) {
        return Err(place.map_or(unsealed(kind), |place| fault(Entry::of(place), place, kind)));
    }
    let unreadable = |place| fault(Entry::of(place), place, FaultKind::Unreadable);
    let head: Head = body.first().and_then(|line| read(line)).ok_or(unreadable(0))?;
    let is_ours = head.format == FORMAT && head.agency == proven.header.agency;
    if !is_ours || head.facts as usize + 1 != body.len() {
        return Err(unreadable(0));
    }
    let mut facts = Vec::new();
    for (place, line) in body.iter().enumerate().skip(1) {
        let fact: Fact = read(line).ok_or(unreadable(place))?;
        if fact.number as usize != place {
            return Err(unreadable(place));
        }
        let unproven = |_| fault(Entry::of(place), place, FaultKind::Unproven);
        let statements = fact.proofs.iter().map(self::proven).collect::<Result<Vec<_>, _>>();
        let statements = statements.map_err(unproven)?;
        // Whoever sealed it speaks for what their own node committed, and for nothing else.
        if statements.iter().any(|one| one.root_fingerprint != proven.root_fingerprint) {
            return Err(fault(Entry::of(place), place, FaultKind::Unproven));
        }
        facts.push(CheckedFact { number: fact.number, words: fact.words, statements });
    }
    let root_fingerprint = proven.root_fingerprint.clone();
    Ok(Checked { head, facts, sha256: seal.sha256, root_fingerprint, seal: proven })
}

/// The first line before the seal that is not as it was sealed; without a place, the seal is not.
fn first_changed(body: &[&[u8]], seal: &Seal) -> Option<(Option<usize>, FaultKind)> {
    let hashes: Vec<Hash> = body.iter().map(|line| hash_of(line)).collect();
    if hash_of(&body.concat()) == seal.sha256 {
        // What was proven stands, so that the list beside it does not.
        return (hashes != seal.lines).then_some((None, FaultKind::Changed));
    }
    for (place, sealed) in seal.lines.iter().enumerate() {
        match hashes.get(place) {
            None => return Some((Some(place), FaultKind::Missing)),
            Some(hash) if hash != sealed => return Some((Some(place), FaultKind::Changed)),
            Some(_) => {}
        }
    }
    let is_longer = seal.lines.len() < hashes.len();
    Some((is_longer.then_some(seal.lines.len()), FaultKind::Changed))
}

fn proven(proof: &Proof) -> Result<Proven, ProofError> {
    proof.check()
}

/// An entry, unless it is spelt otherwise than we would.
fn read<T: DeserializeOwned + Serialize>(text: &[u8]) -> Option<T> {
    let value: T = serde_json::from_slice(text).ok()?;
    (line(&value).ok()?.as_bytes() == text).then_some(value)
}

/// No entry has this inside: quotes in a text are escaped.
const SEAL_BEGINS: &[u8] = b"{\"sha256\":";
