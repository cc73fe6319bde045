//! Who may be whom: everything that says so, filed in memory, and what is found in it.
//!
//! The pool is one more projection of the journal. It lives in memory only, is made when it is
//! first asked for, and follows the views commit by commit. What a reader may not see is no part of
//! any answer: every value is asked for by the reader's window before it counts.

mod candidates;
mod facts;
mod matching;
mod spelt;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::{PoisonError, RwLockReadGuard, RwLockWriteGuard};

use liaison_journal::store::{EffectTarget, Sid, batch_of};
use liaison_model::control::Control;
use liaison_model::{CommitNumber, MarkId};
use liaison_policy::identifies_a_person;
use liaison_resolve::{Admits, Ask, Kind, Pool, Said};
use liaison_views::Ordinal;

use crate::reading::Snapshot;
use crate::{Node, NodeError};

pub use candidates::{Candidate, CandidateRequest, Candidates, OverCommonValue, Reason};
pub use facts::{about, kind_of};
pub(crate) use spelt::Spelt;

pub use matching::{Asked, MatchFound, MatchRequest};

/// The pool of a node and how far it has come.
#[derive(Debug, Default)]
pub(crate) struct Who {
    position: CommitNumber,
    pool: Pool,
    classes: Vec<Class>,
    numbers: HashMap<Class, u32>,
    /// Pairs that may be one, whoever asks.
    pairs: Vec<(u32, u32, f32)>,
    /// Records of which something was said since the pairs were looked for.
    fresh: BTreeSet<Ordinal>,
    /// The last commit that said something of a record.
    said_in: HashMap<Ordinal, CommitNumber>,
}

/// What many statements have in common as far as a reader is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Class {
    mark: MarkId,
    commit: CommitNumber,
    is_covered: bool,
}

/// By what somebody looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    /// A record against records.
    Record,
    /// Values that the reader chose: a covered birth date or address must not be confirmed by
    /// trying one after the other.
    Values,
}

impl Node {
    /// Makes the pool, so that nobody who asks waits for it. Searches meanwhile answer without it.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn make_pool(&self) -> Result<(), NodeError> {
        self.who().map(|_| ())
    }

    /// The pool as of the views' position. Open the snapshot first: what is hidden later is then
    /// hidden in the one or gone from the other.
    fn who(&self) -> Result<RwLockReadGuard<'_, Who>, NodeError> {
        let position = self.views.position()?;
        if self.who_now().position < position {
            let _making = self.pooling.lock().unwrap_or_else(PoisonError::into_inner);
            let known = self.who_now().position;
            if known == 0 {
                // Nobody is kept from the empty pool while the first one is made.
                let mut who = Who::default();
                self.bring_in(&mut who, position)?;
                *self.who_to_change() = who;
            } else if known < position {
                self.bring_in(&mut self.who_to_change(), position)?;
            }
        }
        Ok(self.who_now())
    }

    /// The pool with the pairs of all its records.
    fn who_with_pairs(&self) -> Result<RwLockReadGuard<'_, Who>, NodeError> {
        if !self.who()?.fresh.is_empty() {
            let _making = self.pooling.lock().unwrap_or_else(PoisonError::into_inner);
            // Nothing is brought in meanwhile; others read.
            let (fresh, pairs) = self.who_now().pairs_of_fresh();
            self.who_to_change().take_pairs(&fresh, pairs);
        }
        self.who()
    }

    /// The pool as far as it was made.
    fn who_now(&self) -> RwLockReadGuard<'_, Who> {
        self.who.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn who_to_change(&self) -> RwLockWriteGuard<'_, Who> {
        self.who.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn bring_in(&self, who: &mut Who, position: CommitNumber) -> Result<(), NodeError> {
        let tombstones = self.journal.tombstones(who.position)?;
        let changes = |control: Control| control.removes_bytes() || control == Control::Restrict;
        if tombstones.iter().any(|t| t.by <= position && changes(t.effect.control)) {
            *who = Who::default();
        }
        let public = self.public_marks()?;
        while who.position < position {
            let headers = self.journal.headers(who.position, COMMITS_PER_ROUND)?;
            if headers.is_empty() {
                break;
            }
            for (batch, header) in headers {
                if header.number <= position {
                    self.bring_in_batch(who, batch, header.number, &public)?;
                    who.position = header.number;
                }
            }
            if position <= who.position {
                break;
            }
        }
        let hides = tombstones.iter().filter(|t| t.by <= position && t.effect.control.hides());
        let (mut rows, mut batches) = (HashSet::new(), HashSet::new());
        for tombstone in hides {
            match tombstone.effect.target {
                EffectTarget::Row(sid) => _ = rows.insert(sid),
                EffectTarget::Commit(number) => {
                    let commit = self.journal.store().commit_row(number)?;
                    batches.extend(commit.map(|commit| commit.batch));
                }
            }
        }
        if !rows.is_empty() || !batches.is_empty() {
            let is_gone = |sid: Sid| rows.contains(&sid) || batches.contains(&batch_of(sid));
            who.pool.remove(|tag| is_gone(tag.cast_signed()));
        }
        Ok(())
    }

    fn bring_in_batch(
        &self,
        who: &mut Who,
        batch: liaison_journal::store::Batch,
        commit: CommitNumber,
        public: &HashSet<MarkId>,
    ) -> Result<(), NodeError> {
        let mut after = None;
        loop {
            let rows = self.views.live_rows(batch, after)?;
            let Some((_, last)) = rows.last() else { return Ok(()) };
            after = Some(last.sid);
            let sids: Vec<Sid> = rows.iter().map(|(_, row)| row.sid).collect();
            let kept: HashMap<Sid, _> = self
                .journal
                .statements(&sids)?
                .into_iter()
                .filter_map(|kept| Some((kept.sid, kept.body?.1)))
                .collect();
            let mut all = Vec::new();
            for (record, row) in &rows {
                let Some(statement) = kept.get(&row.sid) else { continue };
                let Some((about, kind)) = kind_of(&statement.schema, &statement.prop) else {
                    continue;
                };
                let is_personal = identifies_a_person(&statement.schema, &statement.prop);
                let is_covered = is_personal && !public.contains(&row.mark);
                let class = who.class(Class { mark: row.mark, commit, is_covered });
                let (text, tag) = (statement.value.as_str(), row.sid.cast_unsigned());
                all.push(Said { record: *record, about, kind, text, tag, class });
                who.fresh.insert(*record);
                who.said_in.insert(*record, commit);
            }
            who.pool.extend(&all);
        }
    }

    fn public_marks(&self) -> Result<HashSet<MarkId>, NodeError> {
        let labels = self.journal.store().labels()?.into_iter();
        Ok(labels.filter(|(_, label)| label.marks.is_public()).map(|(mark, _)| mark).collect())
    }
}

impl Who {
    fn class(&mut self, class: Class) -> u32 {
        let next = self.classes.len() as u32;
        let number = *self.numbers.entry(class).or_insert(next);
        if number == next {
            self.classes.push(class);
        }
        number
    }

    /// The records that are new or changed, and their pairs with each other and with all that was
    /// there before.
    fn pairs_of_fresh(&self) -> (BTreeSet<Ordinal>, Vec<(u32, u32, f32)>) {
        let among: Vec<u32> = self.fresh.iter().copied().collect();
        let everything: Admits<'_> = &|_| true;
        (self.fresh.clone(), self.pool.pairs(&among, PAIR_BITS_MIN, everything))
    }

    fn take_pairs(&mut self, fresh: &BTreeSet<Ordinal>, pairs: Vec<(u32, u32, f32)>) {
        self.fresh.retain(|record| !fresh.contains(record));
        self.pairs.retain(|(a, b, _)| !fresh.contains(a) && !fresh.contains(b));
        self.pairs.extend(pairs);
        self.pairs.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
        self.pairs.truncate(PAIRS_MAX);
    }

    /// What of the pool counts for a reader.
    fn admits<'a>(
        &'a self,
        snapshot: &'a Snapshot<'_>,
        by: By,
    ) -> impl Fn(Ask) -> bool + Sync + 'a {
        move |ask| {
            let Some(class) = self.classes.get(ask.class as usize) else { return false };
            let may_confirm = !class.is_covered || !matches!(ask.kind, Kind::Date | Kind::Address);
            (by == By::Record || may_confirm)
                && snapshot.window().admits(ask.tag.cast_signed(), class.mark, class.commit)
        }
    }
}

/// Log2 odds that two records are one, before anything of them is compared, where a name or a number
/// brought them together: one in nine.
pub(crate) const PRIOR_BITS: f32 = -3.0;
/// Pairs below even odds are not looked at.
const PAIR_BITS_MIN: f32 = -PRIOR_BITS;
/// Pairs that wait for a judgement; the least likely ones beyond are left out.
const PAIRS_MAX: usize = 20_000;
const COMMITS_PER_ROUND: u32 = 256;
