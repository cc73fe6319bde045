//! Pairs of records that may be one and wait for a judgement, and what is similar to one record.

use std::collections::HashSet;

use liaison_journal::store::Sid;
use liaison_model::schema as schemata;
use liaison_model::schema::names::schema;
use liaison_model::{Act, CommitNumber, EntityId, Reader};
use liaison_resolve::{Admits, Agreement, Effort, Kind, Weighed, weigh};
use liaison_views::EntityFilter;
use roaring::RoaringBitmap;

use super::{By, PRIOR_BITS, Who};
use crate::judge::{Judged, RecordJudgement};
use crate::reading::{EntityView, Snapshot, StatementView};
use crate::{Node, NodeError};

/// Which pairs are wanted.
#[derive(Debug, Clone, Default)]
pub struct CandidateRequest {
    /// Both records pass this filter.
    pub filter: EntityFilter,
    /// Least probability, from 0 to 1.
    pub probability_min: f32,
    /// One of the two was spoken of in this commit or later.
    pub since: Option<CommitNumber>,
    /// Pairs to leave out from the start.
    pub offset: usize,
    /// Pairs wanted.
    pub limit: usize,
}

/// Two records by their ordinals, and how likely they are one.
pub(crate) type LikelyPair = (u32, u32, f32);

/// Pairs that wait.
#[derive(Debug, Clone)]
pub struct Candidates {
    /// The wanted page, the likeliest first.
    pub candidates: Vec<Candidate>,
    /// How many there are in all.
    pub total: u64,
    /// Over how many records they were looked for.
    pub records: u64,
    /// Values by which nobody was brought together, as too many share them.
    pub over_common: Vec<OverCommonValue>,
}

/// Two records that may be one.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// One record.
    pub left: EntityView,
    /// The other.
    pub right: EntityView,
    /// How likely they are one.
    pub probability: f32,
    /// The same as log2 of the odds.
    pub bits: f32,
    /// What it is made of; the start, before anything is compared, is [`Candidate::PRIOR_BITS`].
    pub reasons: Vec<Reason>,
    /// The last judgement about the two.
    pub judgement: Option<RecordJudgement>,
}

/// What one kind of value says.
#[derive(Debug, Clone)]
pub struct Reason {
    /// What was compared.
    pub kind: Kind,
    /// How it agrees: a key of the catalogue of messages.
    pub message_key: &'static str,
    /// What that is worth, in bits.
    pub weight: f32,
    /// The value of the first record, as the reader may see it.
    pub left: Option<StatementView>,
    /// The value of the second.
    pub right: Option<StatementView>,
}

/// A value that too many records share.
#[derive(Debug, Clone)]
pub struct OverCommonValue {
    /// One of the statements that have it, as the reader may see it.
    pub statement: StatementView,
    /// How many have it.
    pub values: u64,
}

impl Candidate {
    /// Where the sum begins.
    pub const PRIOR_BITS: f32 = PRIOR_BITS;
}

impl Node {
    /// Pairs of records that may be one, as far as the reader may see, without those that are
    /// judged. People in them stay covered.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn candidates(
        &self,
        request: &CandidateRequest,
        reader: &Reader,
    ) -> Result<Candidates, NodeError> {
        let snapshot = self.snapshot(reader, Act::Find, None)?;
        let who = self.who_with_pairs()?;
        let judged = snapshot.all_judged()?;
        let among = snapshot.among(&request.filter)?;
        let admits = who.admits(&snapshot, By::Record);
        let bits_min = bits_of(request.probability_min).max(0.0);
        let mut weighed = self.waiting_pairs(&snapshot, &who, &judged, bits_min, |a, b| {
            let is_wanted = |set: &RoaringBitmap| set.contains(a) && set.contains(b);
            let is_new = request.since.is_none_or(|since| {
                [a, b].iter().any(|r| who.said_in.get(r).is_some_and(|commit| since <= *commit))
            });
            is_new && among.as_ref().is_none_or(is_wanted)
        })?;
        weighed.sort_by(|x, y| y.2.bits.total_cmp(&x.2.bits).then((x.0, x.1).cmp(&(y.0, y.1))));
        let total = weighed.len() as u64;
        let mut candidates = Vec::new();
        for (a, b, both) in weighed.into_iter().skip(request.offset).take(request.limit) {
            candidates.extend(snapshot.candidate(a, b, &both, PRIOR_BITS, &judged)?);
        }
        let over_common = snapshot.over_common(&who, &admits)?;
        Ok(Candidates { candidates, total, records: who.pool.len() as u64, over_common })
    }

    /// Pairs of records of these odds or more that nobody judged.
    fn waiting_pairs(
        &self,
        snapshot: &Snapshot<'_>,
        who: &Who,
        judged: &Settled,
        bits_min: f32,
        is_wanted: impl Fn(u32, u32) -> bool,
    ) -> Result<Vec<(u32, u32, Weighed)>, NodeError> {
        let admits = who.admits(snapshot, By::Record);
        let of = |record| who.pool.profile(record, &admits);
        // What is hidden from the reader may be what spoke against a pair.
        let sees_all = who.classes.iter().all(|class| snapshot.scope.admits(class.mark));
        let is_too_weak = |most: f32| sees_all && most + PRIOR_BITS < bits_min;
        let mut weighed = Vec::new();
        for (a, b, most) in &who.pairs {
            if is_too_weak(*most) || !is_wanted(*a, *b) {
                continue;
            }
            let both = weigh(&of(*a), &of(*b), &who.pool);
            if bits_min <= both.bits + PRIOR_BITS && !self.is_settled(*a, *b, judged)? {
                weighed.push((*a, *b, both));
            }
        }
        Ok(weighed)
    }

    /// What was judged about the records that the reader may see, and which of some records may be
    /// one besides, with how likely that is.
    pub(crate) fn judged_and_waiting(
        &self,
        snapshot: &Snapshot<'_>,
        among: &RoaringBitmap,
    ) -> Result<(Vec<RecordJudgement>, Vec<LikelyPair>), NodeError> {
        let who = self.who_with_pairs()?;
        let judged = snapshot.all_judged()?;
        let is_wanted = |a, b| among.contains(a) && among.contains(b);
        let pairs = self.waiting_pairs(snapshot, &who, &judged, 0.0, is_wanted)?;
        let likely =
            |(a, b, both): (u32, u32, Weighed)| (a, b, probability_of(both.bits + PRIOR_BITS));
        Ok((judged.judged.judgements, pairs.into_iter().map(likely).collect()))
    }

    /// The records that are most like one, judged or not, the likeliest first.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when nothing visible speaks about it.
    pub fn similar(
        &self,
        id: &str,
        reader: &Reader,
        limit: usize,
    ) -> Result<Vec<Candidate>, NodeError> {
        let snapshot = self.snapshot(reader, Act::Find, None)?;
        let who = self.who()?;
        let id = snapshot.by_id(id, false)?.id;
        let record = self.views.ordinal(id.as_str())?.ok_or(NodeError::NotFound)?;
        let judged = snapshot.judged_around(std::slice::from_ref(&id))?;
        let admits = who.admits(&snapshot, By::Record);
        let wanted = who.pool.profile(record, &admits);
        let effort = Effort { records_max: limit + 1, ..Effort::SCREENING };
        let mut similar = Vec::new();
        for found in who.pool.matches(&wanted, effort, &admits) {
            if found.record != record && 0.0 < found.weighed.bits && similar.len() < limit {
                let pair = snapshot.candidate(
                    record,
                    found.record,
                    &found.weighed,
                    PRIOR_BITS,
                    &judged,
                )?;
                similar.extend(pair);
            }
        }
        Ok(similar)
    }

    /// Two records side by side, whatever stands between them.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when a record is not visible.
    pub fn compared(
        &self,
        left: &str,
        right: &str,
        reader: &Reader,
    ) -> Result<Candidate, NodeError> {
        let snapshot = self.snapshot(reader, Act::Find, None)?;
        let who = self.who()?;
        let ids = [snapshot.by_id(left, false)?.id, snapshot.by_id(right, false)?.id];
        let record = |id: &EntityId| self.views.ordinal(id.as_str());
        let (Some(a), Some(b)) = (record(&ids[0])?, record(&ids[1])?) else {
            return Err(NodeError::NotFound);
        };
        let admits = who.admits(&snapshot, By::Record);
        let of = |record| who.pool.profile(record, &admits);
        let both = weigh(&of(a), &of(b), &who.pool);
        let judged = snapshot.judged_around(&ids)?;
        snapshot.candidate(a, b, &both, PRIOR_BITS, &judged)?.ok_or(NodeError::NotFound)
    }

    /// Whether somebody judged the two, or they are one by way of others.
    fn is_settled(&self, a: u32, b: u32, judged: &Settled) -> Result<bool, NodeError> {
        let (a, b) = (self.views.id(a)?, self.views.id(b)?);
        let (Ok(a), Ok(b)) = (a.parse::<EntityId>(), b.parse::<EntityId>()) else {
            return Ok(true);
        };
        let cluster = judged.judged.number_of(&a);
        Ok(judged.pairs.contains(&(a.clone(), b.clone()))
            || judged.pairs.contains(&(b.clone(), a))
            || cluster.is_some() && cluster == judged.judged.number_of(&b))
    }
}

/// Everything that was judged, as far as a reader may see.
struct Settled {
    judged: Judged,
    pairs: HashSet<(EntityId, EntityId)>,
}

impl std::ops::Deref for Settled {
    type Target = Judged;

    fn deref(&self) -> &Judged {
        &self.judged
    }
}

impl Snapshot<'_> {
    /// All records that judgements tie together.
    pub(crate) fn judged_records(&self) -> Result<Judged, NodeError> {
        Ok(self.all_judged()?.judged)
    }

    fn all_judged(&self) -> Result<Settled, NodeError> {
        let filter = EntityFilter {
            schemata: vec![schema::JUDGEMENT.to_owned()],
            ..EntityFilter::default()
        };
        let mut judgements = Vec::new();
        for ordinal in self.node.views.matching(&filter, self.window())? {
            judgements.extend(self.judgement(ordinal)?);
        }
        judgements.sort_by_key(|judged| judged.commit);
        let pair = |judged: &RecordJudgement| (judged.left.clone(), judged.right.clone());
        let pairs = judgements.iter().map(pair).collect();
        Ok(Settled { judged: Judged::new(judgements), pairs })
    }

    /// The records that a filter lets through; `None` for all.
    pub(super) fn among(&self, filter: &EntityFilter) -> Result<Option<RoaringBitmap>, NodeError> {
        if filter.is_empty() {
            return Ok(None);
        }
        let mut filter = filter.clone();
        filter.schemata = crate::search::widened(&filter.schemata);
        Ok(Some(self.node.views.matching(&filter, self.window())?))
    }

    /// Two records with what was found between them; `None` where one is not visible, or a person
    /// was brought together with something else.
    fn candidate(
        &self,
        a: u32,
        b: u32,
        both: &Weighed,
        prior: f32,
        judged: &Judged,
    ) -> Result<Option<Candidate>, NodeError> {
        let (Some(left), Some(right)) = (self.entity(a)?, self.entity(b)?) else {
            return Ok(None);
        };
        let of = |view: &EntityView| schemata::find(&view.schema).and_then(super::about);
        if of(&left) != of(&right) {
            return Ok(None);
        }
        let bits = both.bits + prior;
        let reasons = self.reasons(&both.agreements, Some(&left), &right)?;
        let judgement = judged.last_about(&left.id, &right.id).cloned();
        let probability = probability_of(bits);
        Ok(Some(Candidate { left, right, probability, bits, reasons, judgement }))
    }

    /// Agreements with the statements that they rest on. `left` is missing where the reader typed
    /// the values.
    pub(super) fn reasons(
        &self,
        agreements: &[Agreement],
        left: Option<&EntityView>,
        right: &EntityView,
    ) -> Result<Vec<Reason>, NodeError> {
        let mut reasons = Vec::with_capacity(agreements.len());
        for agreement in agreements {
            reasons.push(Reason {
                kind: agreement.kind,
                message_key: agreement.message_key,
                weight: agreement.weight,
                left: match left {
                    Some(left) => self.statement_of(left, agreement.first)?,
                    None => None,
                },
                right: self.statement_of(right, agreement.second)?,
            });
        }
        Ok(reasons)
    }

    /// The statement of an entity that the pool knows by a tag.
    fn statement_of(
        &self,
        view: &EntityView,
        tag: u64,
    ) -> Result<Option<StatementView>, NodeError> {
        let sid: Sid = tag.cast_signed();
        let Some(kept) = self.node.journal.statements(&[sid])?.pop() else { return Ok(None) };
        Ok(view.statements.iter().find(|statement| statement.id == kept.id).cloned())
    }

    fn over_common(
        &self,
        who: &Who,
        admits: Admits<'_>,
    ) -> Result<Vec<OverCommonValue>, NodeError> {
        let mut found = Vec::new();
        for shared in who.pool.over_common(admits).into_iter().take(OVER_COMMON_MAX) {
            let row = self.node.views.row(shared.tag.cast_signed())?;
            let Some((ordinal, _)) = row else { continue };
            let Some(view) = self.entity(ordinal)? else { continue };
            if let Some(statement) = self.statement_of(&view, shared.tag)? {
                found.push(OverCommonValue { statement, values: shared.values.into() });
            }
        }
        Ok(found)
    }
}

/// The probability that has these log2 odds.
pub(super) fn probability_of(bits: f32) -> f32 {
    liaison_resolve::probability(bits)
}

/// The log2 odds of a probability.
fn bits_of(probability: f32) -> f32 {
    let probability = probability.clamp(0.0, CERTAIN);
    (probability / (1.0 - probability)).log2()
}

const CERTAIN: f32 = 0.999_999;
/// Over-common values that are told, the commonest first.
const OVER_COMMON_MAX: usize = 20;
