//! What does this exhibit say, and is it as it was sealed?
//!
//! A sealed bundle is lines of JSON: a head, numbered facts with the proof of each statement that
//! they rest on, and a seal. The seal holds the hash of everything before it and the proof that the
//! agency's node committed that hash. Whoever knows the fingerprint of the agency's root key can
//! check all of it with this file alone, and makes the same page of it, byte for byte.
//!
//! # Invariants
//!
//! * A bundle has one spelling: any other bytes are not that bundle.
//! * Any byte that changes is told by the entry in which it stands.
//! * What is left out is listed with its reason, never with its value.
//! * No clock, file or chance: a page follows from bundle, language and release alone.

mod check;
mod page;

use liaison_journal::Proof;
use liaison_model::{AgencyId, CommitNumber, Hash, Instant, Marks};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use check::{Checked, CheckedFact, Entry, Fault, FaultKind, check};
pub use page::{PAGE_LANGUAGES, page};

/// What an exhibit is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// What this file is.
    pub format: String,
    /// The exhibit's number, such as `C-2026-0001/E1`.
    pub number: String,
    /// Number of the case.
    pub case: String,
    /// What it is called, in words that name nobody.
    pub title: String,
    /// The agency that sealed it.
    pub agency: AgencyId,
    /// Who prepared it.
    pub officer: String,
    /// When it was sealed.
    pub sealed: Instant,
    /// The strictest marks of all that is in it.
    pub handling: Marks,
    /// How far the journal was, and the hash of its last commit.
    pub checkpoint: Checkpoint,
    /// Version of the page's form.
    pub template: u32,
    /// Version of the program that sealed it.
    pub renderer: String,
    /// How many facts follow.
    pub facts: u32,
    /// What was left out.
    pub redacted: Vec<Redaction>,
}

/// How far a journal was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checkpoint {
    /// Number of the last commit.
    pub commit: CommitNumber,
    /// Its hash.
    pub hash: Hash,
}

/// Something that was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redaction {
    /// Number of the fact in which it would stand.
    pub fact: u32,
    /// The property.
    pub prop: String,
    /// `covered`: it says who a person is; or an officer's words.
    pub reason: String,
}

/// A numbered fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Number, from 1.
    pub number: u32,
    /// The officer's words; empty where the statements speak for themselves.
    pub words: String,
    /// The statements that it rests on.
    pub proofs: Vec<Proof>,
}

/// The end of a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seal {
    /// SHA-256 of all bytes before this line.
    pub sha256: Hash,
    /// SHA-256 of each line before this one, so that a changed one is told.
    pub lines: Vec<Hash>,
    /// Proof that the agency's node committed the hash.
    pub proof: Proof,
}

/// Everything before the seal, as bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    lines: Vec<String>,
}

/// Why a bundle cannot be written.
#[derive(Debug, thiserror::Error)]
#[error("the bundle cannot be written as JSON")]
pub struct Unwritable;

impl Body {
    /// The body of a bundle.
    ///
    /// # Errors
    ///
    /// [`Unwritable`] when it is no JSON.
    pub fn new(head: &Head, facts: &[Fact]) -> Result<Self, Unwritable> {
        let mut lines = vec![line(head)?];
        for fact in facts {
            lines.push(line(fact)?);
        }
        Ok(Self { lines })
    }

    /// Its bytes.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        self.lines.concat().into_bytes()
    }

    /// Its hash: what is committed, and printed on the exhibit.
    #[must_use]
    pub fn hash(&self) -> Hash {
        hash_of(&self.bytes())
    }

    /// The whole bundle with the proof that its hash was committed.
    ///
    /// # Errors
    ///
    /// [`Unwritable`] when it is no JSON.
    pub fn sealed(&self, proof: Proof) -> Result<Vec<u8>, Unwritable> {
        let lines = self.lines.iter().map(|line| hash_of(line.as_bytes())).collect();
        let seal = Seal { sha256: self.hash(), lines, proof };
        let mut bytes = self.bytes();
        bytes.extend(line(&seal)?.into_bytes());
        Ok(bytes)
    }
}

fn line(value: &impl Serialize) -> Result<String, Unwritable> {
    let text = serde_json::to_string(value).map_err(|_| Unwritable)?;
    Ok(text + "\n")
}

fn hash_of(bytes: &[u8]) -> Hash {
    Hash(Sha256::digest(bytes).into())
}

/// What a bundle says that it is.
pub const FORMAT: &str = "liaison-exhibit-1";
/// The form of the page.
pub const TEMPLATE: u32 = 1;
