//! What was not let out: kept here, and told to the agency that keeps it back.
//!
//! Whoever tries to pass on what another agency sent is refused by policy. That it was tried is
//! kept once for each officer, statement and audience, and its originator gets an entry about it:
//! which of its own entries, and to whom it was to go. It learns no name.

use liaison_exchange::{Content, Envelope, Outcome, PeerFault, Receipt};
use liaison_journal::Entry;
use liaison_model::control::Target;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{AgencyId, Reader, RecordKind, Statement, StatementId};
use liaison_policy::Refusal;

use super::{Door, log_key};
use crate::commit::Author;
use crate::{Node, NodeError};

impl Node {
    /// As [`Node::sharable`]; what policy refuses is kept, and told to an originator who keeps it
    /// back.
    pub(super) fn sharable_or_noted(
        &self,
        id: StatementId,
        door: &mut Door<'_>,
    ) -> Result<(Statement, Content), NodeError> {
        let found = self.sharable(id, door);
        if let Err(NodeError::Refused(refusal)) = &found {
            self.note_refusal(id, door.audience, refusal, door.author)?;
        }
        found
    }

    fn note_refusal(
        &self,
        id: StatementId,
        audience: &AgencyId,
        refusal: &Refusal,
        author: &Reader,
    ) -> Result<(), NodeError> {
        if !self.can_write() {
            return Ok(()); // whoever may not write has shared nothing either
        }
        let why = refusal.message().key;
        let noted = format!("refused-share:{id}:{audience}:{why}:{}", author.name());
        if self.journal.store().meta(&noted)?.is_some() {
            return Ok(());
        }
        let origin = match refusal {
            Refusal::Forward { originator } => originator.parse().ok(),
            _ => None,
        };
        let record = self.new_record(RecordKind::Receipt)?;
        let say = |prop, value: String| self.own_entry(&record, schema::RECEIPT, prop, value);
        let by = origin.as_ref().unwrap_or(self.agency());
        let mut entries = vec![
            say(prop::TARGET, Target::Statement(id).to_string()),
            say(prop::ORIGIN, by.to_string()),
            say(prop::AUDIENCE, audience.to_string()),
            say(prop::NOTE, why.to_string()),
        ];
        let mut beside = vec![(noted, Vec::new())];
        if let Some(origin) = &origin {
            self.tell_originator(id, origin, audience, &mut entries, &mut beside)?;
        }
        let author = Author { name: author.name(), purpose: "" };
        self.commit_with(&author, REFUSED, entries, &beside)?;
        Ok(())
    }

    /// An entry of the originator's log, once for each statement and audience.
    fn tell_originator(
        &self,
        id: StatementId,
        origin: &AgencyId,
        audience: &AgencyId,
        entries: &mut Vec<Entry>,
        beside: &mut Vec<(String, Vec<u8>)>,
    ) -> Result<(), NodeError> {
        let told = format!("not-forwarded:{id}:{audience}");
        let number = self.number_of(origin, id)?;
        let (Some(number), None) = (number, self.journal.store().meta(&told)?) else {
            return Ok(());
        };
        let mut log = self.sent_log(origin)?;
        let content = Content::NotForwarded { number, to: audience.clone() };
        let envelope = self.next_envelope(&mut log, origin, content)?;
        entries.extend(entries.first().map(|first| {
            let record = first.statement.entity.clone();
            self.own_entry(&record, schema::RECEIPT, prop::NUMBER, envelope.number.to_string())
        }));
        beside.push((told, Vec::new()));
        beside.push(self.sent_beside(&envelope, None)?);
        beside.push((log_key(origin), self.write_json(&log)?));
        Ok(())
    }

    /// The number under which a peer sent a statement, if it did.
    fn number_of(&self, origin: &AgencyId, id: StatementId) -> Result<Option<u64>, NodeError> {
        let (last, _) = self.received_head(origin)?;
        for number in (1..=last).rev() {
            if self.arrived(origin, number)?.is_some_and(|arrived| arrived.statement == Some(id)) {
                return Ok(Some(number));
            }
        }
        Ok(None)
    }

    /// A peer refused to pass on what is ours: kept, and confirmed.
    pub(super) fn take_not_forwarded(
        &self,
        envelope: &Envelope,
        number: u64,
        to: &AgencyId,
    ) -> Result<Receipt, NodeError> {
        if number == 0 || self.sent_log(&envelope.origin)?.count < number {
            return Err(PeerFault::Sequence.into());
        }
        let statement = self.sent(&envelope.origin, number)?.statement;
        let target = Target::Statement(statement.unwrap_or(StatementId([0; 16])));
        let record = self.new_record(RecordKind::Receipt)?;
        let say = |prop, value: String| self.own_entry(&record, schema::RECEIPT, prop, value);
        let entries = vec![
            say(prop::TARGET, target.to_string()),
            say(prop::ORIGIN, envelope.origin.to_string()),
            say(prop::AUDIENCE, to.to_string()),
            say(prop::NUMBER, envelope.number.to_string()),
        ];
        let (receipt, beside) = self.confirmed(envelope, None, Outcome::Taken)?;
        let author = Author { name: envelope.origin.as_str(), purpose: "" };
        self.commit_with(&author, NOT_FORWARDED, entries, &beside)?;
        Ok(receipt)
    }
}

/// The act of commits that keep what was not let out.
pub(super) const REFUSED: &str = "refused-share";
/// The act of commits that keep what a peer did not pass on.
pub(super) const NOT_FORWARDED: &str = "not-forwarded";
