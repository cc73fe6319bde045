//! Proof that an agency's node committed a statement, for a stranger without the journal.
//!
//! The file holds the statement's canonical bytes and salt, the way from its leaf to the commit's
//! root, the header, its signature and the node key's certificate. Nothing else of the journal is
//! in it. Whoever knows the agency's root key fingerprint can check it offline.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use liaison_model::{Hash, Instant, Statement, StatementId};
use serde::{Deserialize, Serialize};

use crate::JournalError;
use crate::hash::leaf;
use crate::header::CommitHeader;
use crate::journal::{COMMIT_CONTEXT, Journal};
use crate::keys::{Certificate, fingerprint};
use crate::merkle::{path, root_from_path};
use crate::store::{batch_of, place_of};

/// A proof file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// What this file is.
    pub format: String,
    /// The statement's canonical bytes, base64.
    pub statement: String,
    /// Its salt, base64.
    pub salt: String,
    /// Its place in the commit, counted from 0.
    pub place: u64,
    /// The hashes beside its way to the root, leaf end first.
    pub path: Vec<Hash>,
    /// The commit header's canonical bytes, base64.
    pub header: String,
    /// The node key's signature over the header's hash, base64.
    pub signature: String,
    /// The node key's certificate, base64.
    pub certificate: String,
}

/// What a proof shows, once checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proven {
    /// The statement.
    pub statement: Statement,
    /// The commit that holds it.
    pub header: CommitHeader,
    /// Hash of that commit.
    pub commit: Hash,
    /// Fingerprint of the root key that stands behind it: to be compared with the agency's.
    pub root_fingerprint: String,
    /// When the commit was made.
    pub time: Instant,
}

/// Why a proof proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProofError {
    /// The file is not a proof, or is damaged.
    #[error("this is not a proof file, or it is damaged")]
    File,
    /// The statement does not lead to the commit's root.
    #[error("the statement is not part of the commit")]
    Path,
    /// The certificate or the signature is not good.
    #[error("the signature of the commit is not good")]
    Signature,
}

/// Makes the proof of a committed statement.
///
/// # Errors
///
/// [`JournalError::Unknown`] without such a statement, [`JournalError::Erased`] when its bytes
/// are gone.
pub fn prove(journal: &Journal, id: &StatementId) -> Result<Proof, JournalError> {
    let (number, kept) = journal.find(id)?;
    let commit = journal.store().commit_row(number)?.ok_or(JournalError::Unknown)?;
    let (salt, statement) = kept.body.ok_or(JournalError::Erased)?;
    let (batch, place) = (batch_of(kept.sid), place_of(kept.sid));
    let mut leaves = Vec::new();
    let mut after = None;
    loop {
        let rows = journal.store().rows_of(batch, after, ROWS_PER_READ)?;
        let Some(last) = rows.last() else { break };
        after = Some(place_of(last.sid));
        leaves.extend(rows.iter().map(|row| row.leaf));
    }
    let path = path(&leaves, place as usize).ok_or(JournalError::Unknown)?;
    let header = journal.header(number)?;
    let certificate = journal.certificate_of(&header.certificate)?;
    Ok(Proof {
        format: FORMAT.to_owned(),
        statement: BASE64.encode(statement.to_canonical()),
        salt: BASE64.encode(salt),
        place: place.into(),
        path,
        header: BASE64.encode(&commit.header),
        signature: BASE64.encode(commit.signature),
        certificate: BASE64.encode(certificate.to_canonical()),
    })
}

impl Proof {
    /// The proof as a file.
    ///
    /// # Errors
    ///
    /// [`ProofError::File`] when it cannot be written as JSON.
    pub fn to_json(&self) -> Result<String, ProofError> {
        let text = serde_json::to_string_pretty(self).map_err(|_| ProofError::File)?;
        Ok(text + "\n")
    }

    /// Reads a proof file; [`Self::check`] says whether it is good.
    ///
    /// # Errors
    ///
    /// [`ProofError::File`] unless the bytes are exactly those of [`Self::to_json`]: a second
    /// spelling of one proof would be a second exhibit.
    pub fn from_json(bytes: &[u8]) -> Result<Self, ProofError> {
        let proof: Self = serde_json::from_slice(bytes).map_err(|_| ProofError::File)?;
        if proof.to_json()?.as_bytes() == bytes { Ok(proof) } else { Err(ProofError::File) }
    }

    /// Checks the proof, needing nothing but itself.
    ///
    /// # Errors
    ///
    /// [`ProofError`] when any part does not hold.
    pub fn check(&self) -> Result<Proven, ProofError> {
        if self.format != FORMAT {
            return Err(ProofError::File);
        }
        let payload = decode(&self.statement)?;
        let salt = decode(&self.salt)?.try_into().map_err(|_| ProofError::File)?;
        let signature = decode(&self.signature)?.try_into().map_err(|_| ProofError::File)?;
        let header = CommitHeader::from_canonical(&decode(&self.header)?);
        let header = header.map_err(|_| ProofError::File)?;
        let certificate = Certificate::from_canonical(&decode(&self.certificate)?);
        let certificate = certificate.map_err(|_| ProofError::File)?;
        let statement = Statement::from_canonical(&payload).map_err(|_| ProofError::File)?;
        let reached =
            root_from_path(leaf(&salt, &payload), self.place, header.statements, &self.path);
        if reached != Some(header.root) {
            return Err(ProofError::Path);
        }
        let (commit, time) = (header.hash(), header.note.time);
        let is_certified = certificate.check().is_ok()
            && certificate.hash() == header.certificate
            && certificate.agency == header.agency;
        let signed = certificate.check_signature(COMMIT_CONTEXT, &commit, &signature, time);
        if !is_certified || signed.is_err() {
            return Err(ProofError::Signature);
        }
        let root_fingerprint = fingerprint(&certificate.root);
        Ok(Proven { statement, header, commit, root_fingerprint, time })
    }
}

fn decode(text: &str) -> Result<Vec<u8>, ProofError> {
    BASE64.decode(text).map_err(|_| ProofError::File)
}

const FORMAT: &str = "liaison-proof-1";
const ROWS_PER_READ: u32 = 50_000;
