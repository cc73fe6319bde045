//! One entry of an audience's log as it travels.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use liaison_journal::hash::{Salt, leaf, record};
use liaison_journal::keys::Certificate;
use liaison_model::schema::names::schema;
use liaison_model::{AgencyId, Hash, Instant, Marks, Statement, canonical};
use serde::{Deserialize, Serialize};

use crate::{Card, PeerFault};

/// One entry of an audience's log, as it travels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Envelope {
    /// Who sends.
    pub origin: AgencyId,
    /// For whom.
    pub audience: AgencyId,
    /// Number in the audience's log: 1, then dense.
    pub number: u64,
    /// Hash of the entry before it; of the first, all zero.
    pub prev: Hash,
    /// What it brings.
    pub content: Content,
    /// The node key's signature over the entry, base64.
    pub signature: String,
    /// The node key's certificate, base64.
    pub certificate: String,
}

/// What an envelope brings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Content {
    /// A statement.
    Statement {
        /// Its canonical bytes, base64.
        payload: String,
        /// Its salt, base64.
        salt: String,
        /// Its leaf in its originator's journal.
        leaf: Hash,
        /// What the audience may do with it.
        marks: Marks,
    },
    /// A statement sent before is taken back.
    Withdrawal {
        /// The number under which it was sent.
        withdrawn: u64,
    },
    /// An officer of the sender wanted to pass on what came from the audience, and was refused: its
    /// originator learns of it.
    NotForwarded {
        /// The number under which it had come, in the audience's own log.
        number: u64,
        /// To whom it was to go.
        to: AgencyId,
    },
}

impl Content {
    /// A statement for an audience.
    #[must_use]
    pub fn statement(statement: &Statement, salt: &Salt, leaf: Hash, marks: &Marks) -> Self {
        Self::Statement {
            payload: BASE64.encode(statement.to_canonical()),
            salt: BASE64.encode(salt),
            leaf,
            marks: marks.clone(),
        }
    }
}

impl Envelope {
    /// Signs the entry with the node key that `certificate` speaks for.
    ///
    /// # Errors
    ///
    /// What signing answers.
    pub fn signed<E>(
        mut self,
        certificate: &Certificate,
        sign: impl FnOnce(&str, &Hash) -> Result<[u8; 64], E>,
    ) -> Result<Self, E> {
        self.certificate = BASE64.encode(certificate.to_canonical());
        self.signature = BASE64.encode(sign(CONTEXT, &self.hash())?);
        Ok(self)
    }

    /// The hash that is signed, and that the next entry carries.
    #[must_use]
    pub fn hash(&self) -> Hash {
        let mut out = b"E1".to_vec();
        canonical::put_text(&mut out, self.origin.as_str());
        canonical::put_text(&mut out, self.audience.as_str());
        canonical::put_u64(&mut out, self.number);
        canonical::put(&mut out, Some(&self.prev.0));
        match &self.content {
            Content::Statement { leaf, marks, .. } => {
                // The leaf stands for payload and salt: an entry stays checkable when they go.
                canonical::put(&mut out, Some(&leaf.0));
                canonical::put_text(&mut out, &marks.to_string());
            }
            Content::Withdrawal { withdrawn } => canonical::put_u64(&mut out, *withdrawn),
            Content::NotForwarded { number, to } => {
                canonical::put_text(&mut out, "not-forwarded");
                canonical::put_u64(&mut out, *number);
                canonical::put_text(&mut out, to.as_str());
            }
        }
        record(&out)
    }

    /// Whether it is the word of the agency whose card this is, at a moment when its key counted.
    ///
    /// # Errors
    ///
    /// [`PeerFault`].
    pub fn check(&self, card: &Card, now: Instant) -> Result<(), PeerFault> {
        let seal = (self.signature.as_str(), self.certificate.as_str());
        let node = check_seal(CONTEXT, &self.hash(), seal, &self.origin, card, Some(now))?;
        if card.trusts(&node, self.number) { Ok(()) } else { Err(PeerFault::Revoked) }
    }

    /// The same whatever the moment: of what is proof against the sender.
    pub(crate) fn check_ever(&self, card: &Card) -> Result<(), PeerFault> {
        let seal = (self.signature.as_str(), self.certificate.as_str());
        check_seal(CONTEXT, &self.hash(), seal, &self.origin, card, None).map(drop)
    }

    /// The statement that it brings, with its salt and marks, when its bytes give its leaf and the
    /// peer may make it: about its own entities, and no act on others. `None` for a withdrawal.
    ///
    /// # Errors
    ///
    /// [`PeerFault::Content`], [`PeerFault::Leaf`] or [`PeerFault::Foreign`].
    pub fn brought(&self) -> Result<Option<(Statement, Salt, &Marks)>, PeerFault> {
        let Content::Statement { payload, salt, leaf: expected, marks } = &self.content else {
            return Ok(None);
        };
        let payload = BASE64.decode(payload).map_err(|_| PeerFault::Content)?;
        let salt = BASE64.decode(salt).map_err(|_| PeerFault::Content)?;
        let salt: Salt = salt.try_into().map_err(|_| PeerFault::Content)?;
        if leaf(&salt, &payload) != *expected {
            return Err(PeerFault::Leaf);
        }
        let statement = Statement::from_canonical(&payload).map_err(|_| PeerFault::Content)?;
        let is_record = liaison_model::schema::find(&statement.schema)
            .is_none_or(|found| found.is_a(schema::RECORD));
        if is_record || statement.entity.origin() != self.origin.as_str() {
            return Err(PeerFault::Foreign);
        }
        Ok(Some((statement, salt, marks)))
    }

    /// Whether payload and salt were left out: of a statement that its sender has taken back since.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        matches!(&self.content, Content::Statement { payload, salt, .. } if payload.is_empty() && salt.is_empty())
    }

    /// The entry without payload and salt, as its sender keeps it: what was said stays in the
    /// journal, where an erasure reaches it.
    #[must_use]
    pub fn without_payload(&self) -> Self {
        let mut kept = self.clone();
        if let Content::Statement { payload, salt, .. } = &mut kept.content {
            payload.clear();
            salt.clear();
        }
        kept
    }
}

/// Checks a signature and its certificate (both base64) against an agency's card; the node key.
pub(crate) fn check_seal(
    context: &str,
    hash: &Hash,
    (signature, certificate): (&str, &str),
    signer: &AgencyId,
    card: &Card,
    now: Option<Instant>,
) -> Result<[u8; 32], PeerFault> {
    let certificate = BASE64.decode(certificate).map_err(|_| PeerFault::Content)?;
    let certificate = Certificate::from_canonical(&certificate).map_err(|_| PeerFault::Content)?;
    let is_peers = certificate.root == card.root
        && certificate.agency == *signer
        && card.agency == *signer
        && certificate.check().is_ok();
    if !is_peers {
        return Err(PeerFault::Certificate);
    }
    let signature = BASE64.decode(signature).map_err(|_| PeerFault::Content)?;
    let signature = signature.try_into().map_err(|_| PeerFault::Content)?;
    let moment = now.map_or(certificate.valid_from, |now| within_skew(now, &certificate));
    certificate
        .check_signature(context, hash, &signature, moment)
        .map_err(|_| PeerFault::Signature)?;
    Ok(certificate.node)
}

/// The moment at which a certificate is judged. Clocks of agencies differ: for [`SKEW_SECONDS`]
/// before its first and after its last moment, a certificate counts as it does then.
pub(crate) fn within_skew(now: Instant, certificate: &Certificate) -> Instant {
    let (from, until) = (certificate.valid_from, certificate.valid_until);
    if now < from && from <= now.plus_seconds(SKEW_SECONDS) {
        return from;
    }
    if until < now && now <= until.plus_seconds(SKEW_SECONDS) {
        return until;
    }
    now
}

/// By as much may the clocks of two agencies differ: a day, and a day's confusion of time zones.
pub(crate) const SKEW_SECONDS: i64 = 36 * 60 * 60;
/// The context under which envelopes are signed.
const CONTEXT: &str = "audience";
