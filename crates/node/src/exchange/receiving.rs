//! Taking what a peer sent, exactly once.

use std::collections::BTreeSet;

use liaison_exchange::{Card, Content, Envelope, Outcome, PeerFault, Receipt};
use liaison_journal::hash::Salt;
use liaison_journal::merkle::RootBuilder;
use liaison_journal::store::Beside;
use liaison_journal::{Entry, JournalError};
use liaison_model::control::Target;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{AgencyId, Hash, Label, Marks, RecordKind, Statement, StatementId};

use super::Arrived;
use super::pulling::{NO_HASH, Turn, early_key, early_until_key};
use crate::commit::Author;
use crate::withdraw::Taken;
use crate::{Node, NodeError};

impl Node {
    /// Takes what a peer sent, and signs for it. What was taken before is not taken again, and
    /// gets the receipt that it got.
    ///
    /// # Errors
    ///
    /// [`NodeError::Peer`] when it does not verify; then nothing of it stays.
    /// [`crate::WrongUse::NoPeer`] from an agency whose card was never taken.
    pub fn receive(&self, envelope: &Envelope) -> Result<Receipt, NodeError> {
        let _one_at_a_time = self.one_exchange()?;
        self.take_entry(envelope, &BTreeSet::new())
    }

    /// The same, where the numbers in `withdrawn` are taken back further on in what was sent: they
    /// come without their payload.
    pub(super) fn take_entry(
        &self,
        envelope: &Envelope,
        withdrawn: &BTreeSet<u64>,
    ) -> Result<Receipt, NodeError> {
        if envelope.audience != *self.agency() {
            return Err(PeerFault::Audience.into());
        }
        let (card, kept) = self.trusted(&envelope.origin)?;
        let (number, head) = self.received_head(&envelope.origin)?;
        envelope.check(&card, self.now())?;
        if envelope.number <= number {
            return self.seen_before(envelope, &card);
        }
        let is_withdrawal = matches!(envelope.content, Content::Withdrawal { .. });
        if kept.distrusted_after.is_some_and(|after| after < envelope.number) && !is_withdrawal {
            return Err(PeerFault::Revoked.into());
        }
        if (envelope.number, envelope.prev) != (number + 1, head) {
            return Err(PeerFault::Sequence.into());
        }
        if let Content::Withdrawal { withdrawn } = &envelope.content {
            return match self.applied_early(&envelope.origin, envelope.number)? {
                Some(early) => self.count_early(envelope, early, &card),
                None => self.take_withdrawal(envelope, *withdrawn, Turn::InTurn),
            };
        }
        if let Content::NotForwarded { number, to } = &envelope.content {
            return self.take_not_forwarded(envelope, *number, to);
        }
        if envelope.is_bare() && withdrawn.contains(&envelope.number) {
            return self.take_bare(envelope);
        }
        match envelope.brought()? {
            Some(brought) => self.take_statement(envelope, brought),
            None => Err(PeerFault::Content.into()),
        }
    }

    /// Sending twice is no fault; sending something else under the same number is, and the channel
    /// stops with the proof.
    fn seen_before(&self, envelope: &Envelope, card: &Card) -> Result<Receipt, NodeError> {
        let arrived = self.arrived(&envelope.origin, envelope.number)?;
        let arrived = arrived.ok_or(PeerFault::Sequence)?;
        if arrived.envelope.hash() == envelope.hash() {
            return Ok(arrived.receipt);
        }
        Err(self.accuse(arrived.envelope, envelope, card)?.into())
    }

    /// The turn of a withdrawal that was applied before it: only its place in the log is new.
    fn count_early(
        &self,
        envelope: &Envelope,
        early: Arrived,
        card: &Card,
    ) -> Result<Receipt, NodeError> {
        if early.envelope.hash() != envelope.hash() {
            return Err(self.accuse(early.envelope, envelope, card)?.into());
        }
        let (origin, store) = (&envelope.origin, self.journal.store());
        let mut log = self.taken_log(origin)?;
        log.push(envelope.hash());
        let arrived = (arrived_key(origin, envelope.number), self.write_json(&early)?);
        store.set_metas(&[arrived, (head_key(origin), log.to_bytes())])?;
        Ok(early.receipt)
    }

    /// Takes in one commit as many entries of one log as stand at the front, follow each other and
    /// bring statements under the same marks. What is not as it should be ends the run, and comes
    /// first the next time: taken alone, it gets its own answer.
    pub(super) fn take_run(&self, envelopes: &[&Envelope]) -> Result<Vec<Receipt>, NodeError> {
        let Some(first) = envelopes.first() else { return Ok(Vec::new()) };
        let origin = &first.origin;
        let (card, kept) = self.trusted(origin)?;
        let mut log = self.taken_log(origin)?;
        let now = self.now();
        let is_next = |envelope: &Envelope, log: &TakenLog| {
            envelope.origin == *origin
                && envelope.audience == *self.agency()
                && (envelope.number, envelope.prev) == (log.number() + 1, log.head)
                && kept.distrusted_after.is_none_or(|after| envelope.number <= after)
        };
        let (mut run, mut ids) = (Vec::new(), BTreeSet::new());
        let mut marks_of_run = None;
        for envelope in envelopes {
            if !is_next(envelope, &log) {
                break;
            }
            let Ok(Some(brought)) = envelope.brought() else { break };
            let marks = *marks_of_run.get_or_insert(brought.2);
            if marks != brought.2 || !ids.insert(brought.0.id) {
                break;
            }
            if envelope.check(&card, now).is_err() {
                break;
            }
            log.push(envelope.hash());
            run.push((*envelope, brought));
        }
        if run.len() < 2 {
            return Ok(Vec::new());
        }
        self.commit_run(run, &log)
    }

    /// Nothing, where one of them cannot be taken like the others.
    fn commit_run(
        &self,
        run: Vec<(&Envelope, (Statement, Salt, &Marks))>,
        log: &TakenLog,
    ) -> Result<Vec<Receipt>, NodeError> {
        let Some((first, (_, _, marks))) = run.first() else { return Ok(Vec::new()) };
        let (origin, marks) = (first.origin.clone(), (*marks).clone());
        let record = self.new_record(RecordKind::Receipt)?;
        let say = |prop, value: String| self.own_entry(&record, schema::RECEIPT, prop, value);
        let (mut entries, mut told) = (Vec::new(), Vec::new());
        let (mut receipts, mut beside) = (Vec::new(), Vec::new());
        for (envelope, (statement, salt, _)) in run {
            let id = statement.id;
            let (receipt, arrived) = self.signed_for(envelope, Some(id), Outcome::Taken)?;
            told.push(say(prop::TARGET, Target::Statement(id).to_string()));
            let label = Label { originator: origin.clone(), marks: marks.clone() };
            entries.push(Entry { statement, label, salt: Some(salt) });
            beside.push((arrived_key(&origin, envelope.number), arrived));
            receipts.push(receipt);
        }
        entries.extend(told);
        entries.extend([
            say(prop::ORIGIN, origin.to_string()),
            say(prop::NUMBER, log.number().to_string()),
            say(prop::MARKS, marks.to_string()),
        ]);
        beside.push((head_key(&origin), log.to_bytes()));
        let author = Author { name: origin.as_str(), purpose: "" };
        match self.commit_with(&author, "receive", entries, &beside) {
            Ok(_) => Ok(receipts),
            Err(NodeError::Journal(JournalError::ErasedByLaw | JournalError::IdTaken)) => {
                Ok(Vec::new())
            }
            Err(error) => Err(error),
        }
    }

    fn take_statement(
        &self,
        envelope: &Envelope,
        (statement, salt, marks): (Statement, Salt, &Marks),
    ) -> Result<Receipt, NodeError> {
        let id = statement.id;
        let told = self.arrival(envelope, Target::Statement(id), Some(marks))?;
        let label = Label { originator: envelope.origin.clone(), marks: marks.clone() };
        let mut entries = vec![Entry { statement, label, salt: Some(salt) }];
        entries.extend(told.iter().cloned());
        let (receipt, beside) = self.confirmed(envelope, Some(id), Outcome::Taken)?;
        let author = Author { name: envelope.origin.as_str(), purpose: "" };
        let left_out = match self.commit_with(&author, "receive", entries, &beside) {
            Ok(_) => return Ok(receipt),
            // Erased here by law: the receipt says that it came, and nothing of it stays.
            Err(NodeError::Journal(JournalError::ErasedByLaw)) => None,
            // Here already, under a log that was forgotten: by an old backup, most likely.
            Err(NodeError::Journal(JournalError::IdTaken)) => {
                Some(self.same_as_here(envelope, id)?)
            }
            Err(error) => return Err(error),
        };
        let (receipt, beside) = self.confirmed(envelope, left_out, Outcome::LeftOut)?;
        self.commit_with(&author, "receive", told, &beside)?;
        Ok(receipt)
    }

    /// The statement that is here under the id of one that came: the same one, or the peer has
    /// taken an id that is not its own.
    fn same_as_here(&self, envelope: &Envelope, id: StatementId) -> Result<StatementId, NodeError> {
        let (_, here) = self.journal.find(&id)?;
        match &envelope.content {
            Content::Statement { leaf, .. } if *leaf == here.leaf => Ok(id),
            _ => Err(PeerFault::Foreign.into()),
        }
    }

    /// A statement that was taken back before it came.
    fn take_bare(&self, envelope: &Envelope) -> Result<Receipt, NodeError> {
        let record = self.new_record(RecordKind::Receipt)?;
        let say = |prop, value: String| self.own_entry(&record, schema::RECEIPT, prop, value);
        let entries = vec![
            say(prop::TARGET, format!("entry:{}", envelope.hash())),
            say(prop::ORIGIN, envelope.origin.to_string()),
            say(prop::NUMBER, envelope.number.to_string()),
        ];
        let (receipt, beside) = self.confirmed(envelope, None, Outcome::LeftOut)?;
        let author = Author { name: envelope.origin.as_str(), purpose: "" };
        self.commit_with(&author, "receive", entries, &beside)?;
        Ok(receipt)
    }

    /// Obeys a withdrawal: hidden at once, its bytes gone before this returns.
    pub(super) fn take_withdrawal(
        &self,
        envelope: &Envelope,
        number: u64,
        turn: Turn,
    ) -> Result<Receipt, NodeError> {
        let arrived = self.arrived(&envelope.origin, number)?.ok_or(PeerFault::Sequence)?;
        let author = Author { name: envelope.origin.as_str(), purpose: "" };
        let here = match arrived.statement {
            Some(id) => self.journal.find(&id)?.1.body.map(|(_, statement)| (id, statement)),
            None => None,
        };
        let Some((id, statement)) = here else {
            // Left out when it came, or erased here since.
            let told = self.arrival(envelope, Target::Statement(StatementId([0; 16])), None)?;
            let outcome = Outcome::Applied { copies: 0 };
            let (receipt, beside) = self.confirmed_in(turn, envelope, None, outcome)?;
            self.commit_with(&author, "purge", told, &beside)?;
            return Ok(receipt);
        };
        let record = self.new_record(RecordKind::Withdrawal)?;
        let say = |prop, value: String| self.own_entry(&record, schema::WITHDRAWAL, prop, value);
        let entries = vec![
            say(prop::PURGED, Target::Statement(id).to_string()),
            say(prop::SUBJECT, statement.entity.to_string()),
            say(prop::REASON_CODE, "originator-withdrew".to_owned()),
        ];
        let outcome = Outcome::Applied { copies: 1 };
        let (receipt, beside) = self.confirmed_in(turn, envelope, None, outcome)?;
        self.removing(|| {
            let purged = self.commit_with(&author, "purge", entries, &beside)?;
            let said =
                Taken { author: envelope.origin.as_str(), reason: "", authority: "", first: None };
            self.note_tombstone(purged.commit, Target::Statement(id), "purge", &said)
        })?;
        Ok(receipt)
    }

    /// The record that says that something came.
    fn arrival(
        &self,
        envelope: &Envelope,
        target: Target,
        marks: Option<&Marks>,
    ) -> Result<Vec<Entry>, NodeError> {
        let record = self.new_record(RecordKind::Receipt)?;
        let say = |prop, value: String| self.own_entry(&record, schema::RECEIPT, prop, value);
        let mut told = vec![
            say(prop::TARGET, target.to_string()),
            say(prop::ORIGIN, envelope.origin.to_string()),
            say(prop::NUMBER, envelope.number.to_string()),
        ];
        told.extend(marks.map(|marks| say(prop::MARKS, marks.to_string())));
        Ok(told)
    }

    /// The receipt of an entry, and what is kept with the commit that applies it: how far the
    /// peer's log was taken, and what the entry was.
    pub(super) fn confirmed(
        &self,
        envelope: &Envelope,
        statement: Option<StatementId>,
        outcome: Outcome,
    ) -> Result<(Receipt, Box<Beside>), NodeError> {
        self.confirmed_in(Turn::InTurn, envelope, statement, outcome)
    }

    fn confirmed_in(
        &self,
        turn: Turn,
        envelope: &Envelope,
        statement: Option<StatementId>,
        outcome: Outcome,
    ) -> Result<(Receipt, Box<Beside>), NodeError> {
        let (receipt, arrived) = self.signed_for(envelope, statement, outcome)?;
        let (origin, number) = (&envelope.origin, envelope.number);
        let beside = match turn {
            Turn::InTurn => {
                let mut log = self.taken_log(origin)?;
                log.push(envelope.hash());
                [(head_key(origin), log.to_bytes()), (arrived_key(origin, number), arrived)]
            }
            Turn::Early => [
                (early_until_key(origin), number.to_be_bytes().to_vec()),
                (early_key(origin, number), arrived),
            ],
        };
        Ok((receipt, Box::new(beside)))
    }

    /// The receipt of an entry, and what is kept of both.
    fn signed_for(
        &self,
        envelope: &Envelope,
        statement: Option<StatementId>,
        outcome: Outcome,
    ) -> Result<(Receipt, Vec<u8>), NodeError> {
        let receipt = Receipt {
            from: self.agency().clone(),
            to: envelope.origin.clone(),
            number: envelope.number,
            entry: envelope.hash(),
            at: self.now(),
            outcome,
            signature: String::new(),
            certificate: String::new(),
        };
        let sign = |context: &str, hash: &Hash| self.journal.sign(context, hash);
        let receipt = receipt.signed(self.journal.certificate(), sign)?;
        let envelope = envelope.without_payload();
        let arrived = Arrived { envelope, statement, receipt: receipt.clone() };
        Ok((receipt, self.write_json(&arrived)?))
    }

    pub(super) fn received_head(&self, origin: &AgencyId) -> Result<(u64, Hash), NodeError> {
        self.taken_log(origin).map(|log| (log.number(), log.head))
    }

    /// How far a peer's log was taken.
    pub(super) fn taken_log(&self, origin: &AgencyId) -> Result<TakenLog, NodeError> {
        let Some(kept) = self.journal.store().meta(&head_key(origin))? else {
            return Ok(TakenLog { head: NO_HASH, tree: RootBuilder::default() });
        };
        let (number, rest) = kept.split_first_chunk::<8>().ok_or(PeerFault::Sequence)?;
        let number = u64::from_be_bytes(*number);
        let hashes: Vec<Hash> = rest.as_chunks::<32>().0.iter().map(|hash| Hash(*hash)).collect();
        let (head, peaks) = hashes.split_first().ok_or(PeerFault::Sequence)?;
        let tree = match RootBuilder::from_peaks(number, peaks.to_vec()) {
            Some(tree) => tree,
            // Kept by an earlier version, which wrote no tree.
            None => self.received_tree(origin, number)?,
        };
        Ok(TakenLog { head: *head, tree })
    }

    /// The tree over the first entries of a peer's log, read from the entries.
    pub(super) fn received_tree(
        &self,
        origin: &AgencyId,
        count: u64,
    ) -> Result<RootBuilder, NodeError> {
        let mut tree = RootBuilder::default();
        for number in 1..=count {
            let arrived = self.arrived(origin, number)?.ok_or(PeerFault::Sequence)?;
            tree.push(arrived.envelope.hash());
        }
        Ok(tree)
    }

    pub(super) fn arrived(
        &self,
        origin: &AgencyId,
        number: u64,
    ) -> Result<Option<Arrived>, NodeError> {
        self.read_kept(&arrived_key(origin, number))
    }
}

/// How far a peer's log was taken.
pub(super) struct TakenLog {
    /// The hash of the last entry.
    pub(super) head: Hash,
    /// The tree over the hashes of all entries.
    pub(super) tree: RootBuilder,
}

impl TakenLog {
    pub(super) fn number(&self) -> u64 {
        self.tree.leaves()
    }

    fn push(&mut self, entry: Hash) {
        self.tree.push(entry);
        self.head = entry;
    }

    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.number().to_be_bytes().to_vec();
        bytes.extend(self.head.0);
        bytes.extend(self.tree.peaks().iter().flat_map(|peak| peak.0));
        bytes
    }
}

fn head_key(origin: &AgencyId) -> String {
    format!("received:{origin}")
}

fn arrived_key(origin: &AgencyId, number: u64) -> String {
    format!("received:{origin}:{number}")
}
