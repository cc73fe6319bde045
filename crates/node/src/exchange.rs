//! Sharing one statement with another agency, and taking it back.
//!
//! A share is a grant in our journal and an entry in the audience's log: dense numbers, the
//! statement's leaf, its marks for that audience. The recipient checks payload, leaf and the
//! signed log entry, keeps the statement under its originator's label, and never sees our
//! journal's tree, size or position. A withdrawal is an entry of the same log.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use liaison_journal::hash::{leaf, record};
use liaison_journal::keys::Certificate;
use liaison_journal::{Entry, JournalError};
use liaison_model::canonical;
use liaison_model::control::Target;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{
    Act, AgencyId, Hash, Label, Marks, Reader, RecordKind, Statement, StatementId,
};
use liaison_policy::decide;
use serde::{Deserialize, Serialize};

use crate::commit::Author;
use crate::withdraw::Taken;
use crate::{Node, NodeError};

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
}

/// An entry of an audience's log as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Sent {
    envelope: Envelope,
    /// The statement that it brought.
    statement: Option<StatementId>,
}

/// Why what a peer sent was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PeerFault {
    /// It is for another agency.
    #[error("the envelope is for another agency")]
    Audience,
    /// The certificate is not that of the peer's root key.
    #[error("the certificate is not signed by the peer's root key")]
    Certificate,
    /// The signature is not good.
    #[error("the signature of the envelope is not good")]
    Signature,
    /// A number is missing or was sent before.
    #[error("the envelope does not follow the one before")]
    Sequence,
    /// Payload and salt do not give the leaf.
    #[error("the statement does not give its leaf")]
    Leaf,
    /// The bytes do not read.
    #[error("the envelope does not read")]
    Content,
    /// A peer may speak about its own entities only, and may not act on ours.
    #[error("the statement is not one that this peer may make")]
    Foreign,
}

impl Node {
    /// Shares one statement of ours with another agency under `marks`.
    ///
    /// # Errors
    ///
    /// [`NodeError::Refused`] when policy does not let it out; [`NodeError::NotFound`] when there
    /// is no such visible statement of ours.
    pub fn share(
        &self,
        id: StatementId,
        audience: &AgencyId,
        marks: &Marks,
        author: &Reader,
    ) -> Result<Envelope, NodeError> {
        let snapshot = self.snapshot(author, Act::Read, None)?;
        let (_, kept) = self.journal.find(&id)?;
        let (_, row) = self.views.row(kept.sid)?.ok_or(NodeError::NotFound)?;
        let is_visible =
            row.hidden_by.is_none() && snapshot.window().admits(row.sid, row.mark, row.commit);
        let Some((salt, statement)) = kept.body.filter(|_| is_visible) else {
            return Err(NodeError::NotFound);
        };
        let born = snapshot.labels.get(&row.mark).ok_or(NodeError::NotFound)?;
        self.check_suspect(&snapshot, &statement.entity, audience)?;
        // A grant is the originator's word: only our own statements can be granted.
        let granted = Label { originator: born.originator.clone(), marks: marks.clone() };
        let peer = Reader::peer(audience.clone());
        let holder = self.agency().as_str();
        decide(&granted, holder, &peer, Act::Share, snapshot.now).into_result()?;
        let content = Content::Statement {
            payload: BASE64.encode(statement.to_canonical()),
            salt: BASE64.encode(salt),
            leaf: kept.leaf,
            marks: marks.clone(),
        };
        self.grant(id, audience, marks, author, content)
    }

    fn grant(
        &self,
        id: StatementId,
        audience: &AgencyId,
        marks: &Marks,
        author: &Reader,
        content: Content,
    ) -> Result<Envelope, NodeError> {
        let _one_at_a_time = self.sharing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let envelope = self.next_envelope(audience, content)?;
        let grant = self.new_record(RecordKind::Grant)?;
        let say = |prop, value: String| self.own_entry(&grant, schema::GRANT, prop, value);
        let entries = vec![
            say(prop::TARGET, Target::Statement(id).to_string()),
            say(prop::AUDIENCE, audience.to_string()),
            say(prop::MARKS, marks.to_string()),
            say(prop::NOTE, format!("number {}", envelope.number)),
        ];
        self.commit_as(&Author { name: author.name(), purpose: "" }, "share", entries)?;
        self.keep_envelope(&envelope)?;
        Ok(envelope)
    }

    /// The envelopes by which statements that were withdrawn since are taken back from an
    /// audience. Sending them again changes nothing.
    ///
    /// # Errors
    ///
    /// When the journal fails.
    pub fn withdrawals_for(&self, audience: &AgencyId) -> Result<Vec<Envelope>, NodeError> {
        let _one_at_a_time = self.sharing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let hidden = self.journal.hidden()?;
        let sent = self.sent_to(audience)?;
        let mut envelopes = Vec::new();
        for entry in &sent {
            let Some(id) = entry.statement else { continue };
            let sid = self.journal.find(&id)?.1.sid;
            let withdrawal = Content::Withdrawal { withdrawn: entry.envelope.number };
            let told = sent.iter().find(|other| other.envelope.content == withdrawal);
            match told {
                Some(told) => envelopes.push(told.envelope.clone()),
                None if hidden.contains(sid) => {
                    let next = self.next_envelope(audience, withdrawal)?;
                    self.keep_envelope(&next)?;
                    envelopes.push(next);
                }
                None => {}
            }
        }
        Ok(envelopes)
    }

    /// Takes what a peer sent. `root` is the peer's public root key, learnt when the two agencies
    /// agreed.
    ///
    /// # Errors
    ///
    /// [`NodeError::Peer`] when it does not verify; then nothing of it stays.
    pub fn receive(&self, envelope: &Envelope, root: &[u8; 32]) -> Result<(), NodeError> {
        let _one_at_a_time = self.sharing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if envelope.audience != *self.agency() {
            return Err(PeerFault::Audience.into());
        }
        envelope.check(root, self.now())?;
        let expected = self.received_head(&envelope.origin)?;
        if envelope.number <= expected.0 {
            return Ok(()); // seen before: sending twice is no fault
        }
        if (envelope.number, envelope.prev) != (expected.0 + 1, expected.1) {
            return Err(PeerFault::Sequence.into());
        }
        match &envelope.content {
            Content::Statement { payload, salt, leaf, marks } => {
                self.receive_statement(envelope, payload, salt, leaf, marks)?;
            }
            Content::Withdrawal { withdrawn } => self.receive_withdrawal(envelope, *withdrawn)?,
        }
        let head = [&envelope.number.to_be_bytes()[..], &envelope.hash().0].concat();
        Ok(self.journal.store().set_meta(&format!("received:{}", envelope.origin), &head)?)
    }

    fn receive_statement(
        &self,
        envelope: &Envelope,
        payload: &str,
        salt: &str,
        expected: &Hash,
        marks: &Marks,
    ) -> Result<(), NodeError> {
        let fault = |_| PeerFault::Content;
        let payload = BASE64.decode(payload).map_err(fault)?;
        let salt =
            BASE64.decode(salt).map_err(fault)?.try_into().map_err(|_| PeerFault::Content)?;
        if leaf(&salt, &payload) != *expected {
            return Err(PeerFault::Leaf.into());
        }
        let statement = Statement::from_canonical(&payload).map_err(|_| PeerFault::Content)?;
        let is_record = liaison_model::schema::find(&statement.schema)
            .is_none_or(|found| found.is_a(schema::RECORD));
        if is_record || statement.entity.origin() != envelope.origin.as_str() {
            return Err(PeerFault::Foreign.into());
        }
        let id = statement.id;
        let label = Label { originator: envelope.origin.clone(), marks: marks.clone() };
        let receipt = self.new_record(RecordKind::Receipt)?;
        let say = |prop, value: String| self.own_entry(&receipt, schema::RECEIPT, prop, value);
        let arrived = vec![
            say(prop::TARGET, Target::Statement(id).to_string()),
            say(prop::ORIGIN, envelope.origin.to_string()),
            say(prop::NUMBER, envelope.number.to_string()),
            say(prop::MARKS, marks.to_string()),
        ];
        let author = Author { name: envelope.origin.as_str(), purpose: "" };
        let mut entries = vec![Entry { statement, label, salt: Some(salt) }];
        entries.extend(arrived.iter().cloned());
        match self.commit_as(&author, "receive", entries) {
            // Erased here by law: the receipt says that it came, and nothing of it stays.
            Err(NodeError::Journal(JournalError::ErasedByLaw)) => {
                self.commit_as(&author, "receive", arrived)?
            }
            received => received?,
        };
        let key = received_key(&envelope.origin, envelope.number);
        Ok(self.journal.store().set_meta(&key, &id.0)?)
    }

    /// Obeys a withdrawal: hidden at once, its bytes gone before this returns.
    fn receive_withdrawal(&self, envelope: &Envelope, number: u64) -> Result<(), NodeError> {
        let key = received_key(&envelope.origin, number);
        let id = self.journal.store().meta(&key)?.ok_or(PeerFault::Sequence)?;
        let id = StatementId(id.try_into().map_err(|_| PeerFault::Sequence)?);
        let kept = match self.journal.find(&id) {
            Ok((_, kept)) => kept,
            // Left out when it came, because it was erased here by law.
            Err(JournalError::Unknown) => return Ok(()),
            Err(error) => return Err(error.into()),
        };
        let Some((_, statement)) = kept.body else { return Ok(()) };
        let record = self.new_record(RecordKind::Withdrawal)?;
        let say = |prop, value: String| self.own_entry(&record, schema::WITHDRAWAL, prop, value);
        let entries = vec![
            say(prop::PURGED, Target::Statement(id).to_string()),
            say(prop::SUBJECT, statement.entity.to_string()),
            say(prop::REASON_CODE, "originator-withdrew".to_owned()),
        ];
        let author = Author { name: envelope.origin.as_str(), purpose: "" };
        self.removing(|| {
            let receipt = self.commit_as(&author, "purge", entries)?;
            let said =
                Taken { author: envelope.origin.as_str(), reason: "", authority: "", first: None };
            self.note_tombstone(receipt.commit, Target::Statement(id), "purge", &said)
        })
    }

    fn next_envelope(&self, audience: &AgencyId, content: Content) -> Result<Envelope, NodeError> {
        let last = self.sent_to(audience)?.pop();
        let (number, prev) = match &last {
            None => (1, Hash([0; 32])),
            Some(last) => (last.envelope.number + 1, last.envelope.hash()),
        };
        let mut envelope = Envelope {
            origin: self.agency().clone(),
            audience: audience.clone(),
            number,
            prev,
            content,
            signature: String::new(),
            certificate: BASE64.encode(self.journal.certificate().to_canonical()),
        };
        let signature = self.journal.sign(CONTEXT, &envelope.hash())?;
        envelope.signature = BASE64.encode(signature);
        Ok(envelope)
    }

    /// The audience's log so far. Payloads are left out: they stay in the journal, where an
    /// erasure reaches them.
    fn sent_to(&self, audience: &AgencyId) -> Result<Vec<Sent>, NodeError> {
        let mut log = Vec::new();
        for number in 1_u64.. {
            let Some(bytes) = self.journal.store().meta(&sent_key(audience, number))? else {
                break;
            };
            let damaged = |_| NodeError::Damaged { path: self.folder.journal() };
            log.push(serde_json::from_slice(&bytes).map_err(damaged)?);
        }
        Ok(log)
    }

    fn keep_envelope(&self, envelope: &Envelope) -> Result<(), NodeError> {
        let statement = envelope.statement_id();
        let mut envelope = envelope.clone();
        if let Content::Statement { payload, salt, .. } = &mut envelope.content {
            payload.clear();
            salt.clear();
        }
        let sent = Sent { envelope: envelope.clone(), statement };
        let bytes = serde_json::to_vec(&sent).map_err(|_| PeerFault::Content)?;
        let key = sent_key(&envelope.audience, envelope.number);
        Ok(self.journal.store().set_meta(&key, &bytes)?)
    }

    fn received_head(&self, origin: &AgencyId) -> Result<(u64, Hash), NodeError> {
        let kept = self.journal.store().meta(&format!("received:{origin}"))?;
        let Some(kept) = kept else { return Ok((0, Hash([0; 32]))) };
        let (number, hash) = kept.split_first_chunk::<8>().ok_or(PeerFault::Sequence)?;
        let hash = hash.try_into().map_err(|_| PeerFault::Sequence)?;
        Ok((u64::from_be_bytes(*number), Hash(hash)))
    }
}

impl Envelope {
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
        }
        record(&out)
    }

    fn check(&self, root: &[u8; 32], now: liaison_model::Instant) -> Result<(), PeerFault> {
        let certificate = BASE64.decode(&self.certificate).map_err(|_| PeerFault::Content)?;
        let certificate =
            Certificate::from_canonical(&certificate).map_err(|_| PeerFault::Content)?;
        let is_peers = certificate.root == *root && certificate.agency == self.origin;
        if !is_peers || certificate.check().is_err() {
            return Err(PeerFault::Certificate);
        }
        let signature = BASE64.decode(&self.signature).map_err(|_| PeerFault::Content)?;
        let signature = signature.try_into().map_err(|_| PeerFault::Content)?;
        certificate
            .check_signature(CONTEXT, &self.hash(), &signature, now)
            .map_err(|_| PeerFault::Signature)
    }

    fn statement_id(&self) -> Option<StatementId> {
        let Content::Statement { payload, .. } = &self.content else { return None };
        let payload = BASE64.decode(payload).ok()?;
        Some(Statement::from_canonical(&payload).ok()?.id)
    }
}

fn sent_key(audience: &AgencyId, number: u64) -> String {
    format!("sent:{audience}:{number}")
}

fn received_key(origin: &AgencyId, number: u64) -> String {
    format!("received:{origin}:{number}")
}

/// The context under which envelopes are signed.
const CONTEXT: &str = "audience";
