//! Judgements: whether two records are one, as a named officer decided and why.
//!
//! A judgement is a record of statements like any other. Which records are one person, organisation
//! or place follows from the judgements that a reader may see about records that the reader may
//! see, each time anew: nothing is merged, and a judgement that is taken back leaves no trace.

use std::collections::BTreeMap;

use liaison_journal::Entry;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{Act, CommitNumber, EntityId, Instant, Marks, Reader, RecordKind};
use liaison_resolve::{Judgement, Verdict, judged_clusters};

use crate::commit::Author;
use crate::figures::judgement_of;
use crate::reading::{EntityView, Snapshot};
use crate::withdraw::Taken;
use crate::{Node, NodeError, WrongUse};

/// The act of a commit that holds a decision.
pub(crate) const ACT: &str = "judge";

/// What an officer decided about two records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RecordVerdict {
    /// They are one.
    Same,
    /// They are not.
    Different,
    /// It cannot be told yet.
    Unsure,
}

/// A decision that is on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The judgement's own id: what it is taken back by.
    pub id: EntityId,
    /// The commit that holds it.
    pub commit: CommitNumber,
}

/// A decision about two records.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordJudgement {
    /// Its own id: what is taken back by it.
    pub id: EntityId,
    /// One record.
    pub left: EntityId,
    /// The other.
    pub right: EntityId,
    /// What was decided.
    pub verdict: RecordVerdict,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub user: String,
    /// When.
    pub at: Instant,
    /// The commit that holds it.
    pub commit: CommitNumber,
}

/// What is known about who a record is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Identity {
    /// The other records that were judged to be the same, by id.
    pub others: Vec<EntityView>,
    /// Judgements about any of these records, oldest first.
    pub judgements: Vec<RecordJudgement>,
}

impl RecordVerdict {
    /// The word of the schema for it, which is FollowTheMoney's.
    fn word(self) -> &'static str {
        match self {
            Self::Same => "positive",
            Self::Different => "negative",
            Self::Unsure => "unsure",
        }
    }

    fn of_word(word: &str) -> Option<Self> {
        [Self::Same, Self::Different, Self::Unsure].into_iter().find(|one| one.word() == word)
    }

    /// The key of its word in the catalogue of messages.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Same => "verdict-same",
            Self::Different => "verdict-different",
            Self::Unsure => "verdict-unsure",
        }
    }
}

impl Node {
    /// Records an officer's decision about two records. Nothing is merged or overwritten; of two
    /// decisions about one pair the later counts.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when a record is not visible to the reader; [`WrongUse`] without a
    /// reason, of one record twice, of a person and something else, or when two would become one
    /// that were judged different by way of others.
    pub fn judge_records(
        &self,
        left: &str,
        right: &str,
        verdict: RecordVerdict,
        reason: &str,
        reader: &Reader,
    ) -> Result<Decided, NodeError> {
        let (record, entries) = self.judgement_of_records(left, right, verdict, reason, reader)?;
        self.commit_decision(record, entries, reader)
    }

    /// The id of a decision about two records, and what it states.
    pub(crate) fn judgement_of_records(
        &self,
        left: &str,
        right: &str,
        verdict: RecordVerdict,
        reason: &str,
        reader: &Reader,
    ) -> Result<(EntityId, Vec<Entry>), NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let (left, right) = (snapshot.by_id(left, false)?, snapshot.by_id(right, false)?);
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(WrongUse::NoJudgementReason.into());
        }
        if left.id == right.id {
            return Err(WrongUse::OneRecord { id: left.id.to_string() }.into());
        }
        if verdict == RecordVerdict::Same {
            check_kinds(&left, &right)?;
            snapshot.check_same(&left.id, &right.id)?;
        }
        let record = self.new_record(RecordKind::Judgement)?;
        // Whoever may not read both records is not to learn that somebody thinks them one.
        let marks = left.strictest_marks().strictest(&right.strictest_marks());
        let marks = Marks::default().strictest(&marks);
        let say = |prop, value: String| -> Entry {
            let mut entry = self.own_entry(&record, schema::JUDGEMENT, prop, value);
            entry.label.marks = marks.clone();
            entry
        };
        let entries = vec![
            say(prop::KIND, KIND.to_owned()),
            say(prop::LEFT, left.id.to_string()),
            say(prop::RIGHT, right.id.to_string()),
            say(prop::VERDICT, verdict.word().to_owned()),
            say(prop::REASON, reason.to_owned()),
            say(prop::USER, reader.name().to_owned()),
            say(prop::DATE, self.now().to_string()),
        ];
        Ok((record, entries))
    }

    /// Writes what an officer decided.
    pub(crate) fn commit_decision(
        &self,
        id: EntityId,
        entries: Vec<Entry>,
        reader: &Reader,
    ) -> Result<Decided, NodeError> {
        let author = Author { name: reader.name(), purpose: "" };
        Ok(Decided { id, commit: self.commit_as(&author, ACT, entries)?.commit })
    }

    /// Takes a judgement back, about a figure or about two records; says by which commit. It stays
    /// in the history, with who took it back, when and why.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when no such judgement is in force, or it is about records that the
    /// reader may not see; [`WrongUse`] without a reason.
    pub fn withdraw_judgement(
        &self,
        id: &str,
        reason: &str,
        reader: &Reader,
    ) -> Result<CommitNumber, NodeError> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(WrongUse::NoWithdrawalReason.into());
        }
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let view = snapshot.by_id(id, false)?;
        let commit = view.statements.first().map(|said| said.commit).ok_or(NodeError::NotFound)?;
        let is_decision = self.journal.header(commit)?.note.act == ACT;
        let is_about_a_figure = judgement_of(&view).is_some();
        if !is_decision || !is_about_a_figure && snapshot.judged(&view)?.is_none() {
            return Err(NodeError::NotFound);
        }
        let said = Taken { author: reader.name(), reason, authority: "", first: None };
        Ok(self.undo_as(vec![commit], &said)?.by)
    }

    /// Of which records the person, organisation or place of a record consists, and who said so.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when nothing visible speaks about it.
    pub fn identity(
        &self,
        id: &str,
        reader: &Reader,
        known_on: Option<Instant>,
    ) -> Result<Identity, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, known_on)?;
        let id = self.entity_id(id)?;
        let known = snapshot.judged_around(std::slice::from_ref(&id))?;
        let mut others = Vec::new();
        for other in known.cluster_of(&id) {
            if let Some(ordinal) = self.views.ordinal(other.as_str())? {
                others.extend(snapshot.entity(ordinal)?);
            }
        }
        let is_about = |judged: &RecordJudgement| {
            [&judged.left, &judged.right]
                .into_iter()
                .any(|end| *end == id || others.iter().any(|other| other.id == *end))
        };
        let judgements = known.judgements.into_iter().filter(is_about).collect();
        Ok(Identity { others, judgements })
    }
}

/// A person is never a company, whatever an officer presses.
fn check_kinds(left: &EntityView, right: &EntityView) -> Result<(), NodeError> {
    let of = |view: &EntityView| liaison_model::schema::find(&view.schema);
    let (Some(one), Some(other)) = (of(left), of(right)) else { return Ok(()) };
    let is_person = |schema: &liaison_model::schema::Schema| schema.is_a(schema::PERSON);
    let may_be_one = liaison_model::schema::common(one, other).is_some();
    if is_person(one) == is_person(other) || may_be_one {
        return Ok(());
    }
    let (first, second) = (one.name.to_owned(), other.name.to_owned());
    Err(WrongUse::KindsDiffer { first, second }.into())
}

/// Records that judgements tie together, as far as a reader may see.
#[derive(Debug, Default)]
pub(crate) struct Judged {
    numbers: BTreeMap<EntityId, u32>,
    clusters: Vec<u32>,
    /// Oldest first.
    pub(crate) judgements: Vec<RecordJudgement>,
}

impl Judged {
    pub(crate) fn new(judgements: Vec<RecordJudgement>) -> Self {
        let mut numbers = BTreeMap::new();
        for end in judgements.iter().flat_map(|judged| [&judged.left, &judged.right]) {
            let next = numbers.len() as u32;
            numbers.entry(end.clone()).or_insert(next);
        }
        let pair = |judged: &RecordJudgement| {
            let verdict = match judged.verdict {
                RecordVerdict::Same => Verdict::Same,
                RecordVerdict::Different => Verdict::Different,
                RecordVerdict::Unsure => return None,
            };
            let number = |id| numbers.get(id).copied();
            Some(Judgement { a: number(&judged.left)?, b: number(&judged.right)?, verdict })
        };
        let pairs: Vec<Judgement> = judgements.iter().filter_map(pair).collect();
        let clusters = judged_clusters(numbers.len() as u32, &pairs);
        Self { numbers, clusters, judgements }
    }

    /// The cluster of a record, by a number that means nothing else.
    pub(crate) fn number_of(&self, id: &EntityId) -> Option<u32> {
        self.numbers.get(id).map(|number| self.clusters[*number as usize])
    }

    /// The other records of a record's cluster, by id.
    pub(crate) fn cluster_of(&self, id: &EntityId) -> Vec<EntityId> {
        let cluster = self.number_of(id);
        let is_other = |other: &&EntityId| {
            cluster.is_some() && *other != id && self.number_of(other) == cluster
        };
        self.numbers.keys().filter(is_other).cloned().collect()
    }

    /// The last judgement about a pair.
    pub(crate) fn last_about(&self, a: &EntityId, b: &EntityId) -> Option<&RecordJudgement> {
        let is_it = |judged: &&RecordJudgement| {
            (&judged.left, &judged.right) == (a, b) || (&judged.left, &judged.right) == (b, a)
        };
        self.judgements.iter().rev().find(is_it)
    }
}

impl Snapshot<'_> {
    /// Two records do not become one when they, or others that are one with them, were judged
    /// different. A judgement about the very pair is only overruled.
    fn check_same(&self, left: &EntityId, right: &EntityId) -> Result<(), NodeError> {
        let known = self.judged_around(&[left.clone(), right.clone()])?;
        let side = |id: &EntityId| {
            let mut side = known.cluster_of(id);
            side.push(id.clone());
            side
        };
        let (of_left, of_right) = (side(left), side(right));
        for one in &of_left {
            for other in of_right.iter().filter(|other| (one, *other) != (left, right)) {
                let last = known.last_about(one, other);
                let different = last.filter(|last| last.verdict == RecordVerdict::Different);
                if let Some(RecordJudgement { commit, .. }) = different {
                    let (first, second) = (one.to_string(), other.to_string());
                    let commit = *commit;
                    return Err(WrongUse::JudgedDifferent { first, second, commit }.into());
                }
            }
        }
        Ok(())
    }

    /// The judgements about some records, and about those that they tie to them.
    pub(crate) fn judged_around(&self, ids: &[EntityId]) -> Result<Judged, NodeError> {
        let mut waiting: Vec<EntityId> = ids.to_vec();
        let mut met = waiting.clone();
        let mut found: BTreeMap<liaison_views::Ordinal, RecordJudgement> = BTreeMap::new();
        while let Some(id) = waiting.pop() {
            for ordinal in self.node.views.judgements_about(id.as_str(), self.window())? {
                if found.contains_key(&ordinal) {
                    continue;
                }
                let Some(judged) = self.judgement(ordinal)? else { continue };
                let ends = [judged.left.clone(), judged.right.clone()];
                let is_tie = judged.verdict == RecordVerdict::Same;
                found.insert(ordinal, judged);
                for end in ends.into_iter().filter(|_| is_tie) {
                    if !met.contains(&end) && met.len() < TIED_MAX {
                        met.push(end.clone());
                        waiting.push(end);
                    }
                }
            }
        }
        let mut judgements: Vec<RecordJudgement> = found.into_values().collect();
        judgements.sort_by_key(|judged| judged.commit);
        Ok(Judged::new(judgements))
    }

    pub(crate) fn judgement(
        &self,
        ordinal: liaison_views::Ordinal,
    ) -> Result<Option<RecordJudgement>, NodeError> {
        self.entity(ordinal)?.map_or(Ok(None), |entity| self.judged(&entity))
    }

    /// A judgement about two records that the reader may both see, made by an officer of this node.
    pub(crate) fn judged(&self, entity: &EntityView) -> Result<Option<RecordJudgement>, NodeError> {
        let one = |wanted: &str| {
            let said = entity.statements.iter().find(|s| s.prop == wanted);
            said.filter(|said| said.originator == self.node.agency().as_str())
        };
        let text = |wanted| one(wanted).map(|said| said.value.text());
        let is_about_records = entity.schema == schema::JUDGEMENT && text(prop::KIND) == Some(KIND);
        let ends = text(prop::LEFT).zip(text(prop::RIGHT));
        let (true, Some((left, right)), Some(said)) = (is_about_records, ends, one(prop::VERDICT))
        else {
            return Ok(None);
        };
        let header = self.node.journal.header(said.commit)?;
        let (Ok(left), Ok(right)) = (left.parse::<EntityId>(), right.parse::<EntityId>()) else {
            return Ok(None);
        };
        let verdict = RecordVerdict::of_word(said.value.text());
        let is_visible = self.is_visible(&left)? && self.is_visible(&right)?;
        let Some(verdict) = verdict.filter(|_| header.note.act == ACT && is_visible) else {
            return Ok(None);
        };
        Ok(Some(RecordJudgement {
            id: entity.id.clone(),
            left,
            right,
            verdict,
            reason: text(prop::REASON).unwrap_or_default().to_owned(),
            user: header.note.author,
            at: header.note.time,
            commit: said.commit,
        }))
    }

    /// Whether anything visible speaks about an entity.
    fn is_visible(&self, id: &EntityId) -> Result<bool, NodeError> {
        let Some(ordinal) = self.node.views.ordinal(id.as_str())? else { return Ok(false) };
        Ok(!self.node.views.statements_of(ordinal, self.window())?.is_empty())
    }
}

/// What such a judgement is about, in its record.
const KIND: &str = "entity";
/// Most records that are looked at for one: nobody has more.
const TIED_MAX: usize = 1_000;
