//! Names that are said like what somebody types, in whatever script they are written.

use liaison_model::CommitNumber;
use liaison_names::{Hints, Kind as NameKind, MATCH_THRESHOLD, Prepared};
use liaison_resolve::{Ask, Effort, Kind, Profile};
use liaison_views::Ordinal;
use roaring::RoaringBitmap;

use super::By;
use crate::reading::Snapshot;
use crate::{Node, NodeError};

/// A record with a name that is said like a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Spelt {
    /// The record.
    pub(crate) record: Ordinal,
    /// The statement with the name.
    pub(crate) sid: i64,
    /// How likely both are one name.
    pub(crate) probability: f32,
}

impl Node {
    /// The records with a name that is said like `text`, the likeliest first, at most
    /// [`SPELT_MAX`]. None where the text does not look like a name, or where the pool would have
    /// to be made of a large journal for this one question.
    pub(crate) fn spelt_like(
        &self,
        text: &str,
        snapshot: &Snapshot<'_>,
        among: Option<&RoaringBitmap>,
    ) -> Result<Vec<Spelt>, NodeError> {
        if !may_be_name(text) || !self.has_or_makes_pool()? {
            return Ok(Vec::new());
        }
        let who = self.who()?;
        let seen = who.admits(snapshot, By::Values);
        let admits = |ask: Ask| {
            ask.kind == Kind::FullName
                && among.is_none_or(|set| set.contains(ask.record))
                && seen(ask)
        };
        let effort = Effort { records_max: SPELT_MAX, ..Effort::SCREENING };
        let mut found = Vec::new();
        for about in [NameKind::Person, NameKind::Organisation, NameKind::Place] {
            let mut wanted = Profile::new(about);
            wanted.push(Kind::FullName, text, 0);
            for one in who.pool.matches(&wanted, effort, &admits) {
                let Some(agreement) = one.weighed.agreements.first() else { continue };
                let probability = liaison_resolve::probability(agreement.weight);
                if MATCH_THRESHOLD <= probability {
                    let sid = agreement.second.cast_signed();
                    found.push(Spelt { record: one.record, sid, probability });
                }
            }
        }
        found.sort_by(|a, b| b.probability.total_cmp(&a.probability).then(a.record.cmp(&b.record)));
        found.dedup_by_key(|spelt| spelt.record);
        found.truncate(SPELT_MAX);
        Ok(found)
    }

    /// A process that serves makes the pool once; a command that asks once makes it of small
    /// journals only.
    fn has_or_makes_pool(&self) -> Result<bool, NodeError> {
        if 0 < self.who_now().position {
            return Ok(true);
        }
        let (mut after, mut statements): (CommitNumber, u64) = (0, 0);
        loop {
            let headers = self.journal.headers(after, super::COMMITS_PER_ROUND)?;
            let Some((_, last)) = headers.last() else { return Ok(true) };
            after = last.number;
            statements += headers.iter().map(|(_, header)| header.statements).sum::<u64>();
            if STATEMENTS_FOR_ONE_QUESTION < statements {
                return Ok(false);
            }
        }
    }
}

/// Whether a text looks like a name: a few words of letters.
fn may_be_name(text: &str) -> bool {
    let text = text.trim();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let others = text.chars().filter(|c| c.is_ascii_digit() || "\"@:/".contains(*c)).count();
    let is_short = text.len() <= TEXT_BYTES_MAX && text.split_whitespace().count() <= WORDS_MAX;
    is_short
        && others == 0
        && LETTERS_MIN <= letters
        && !Prepared::new(text, &Hints::default()).is_empty()
}

/// Most records that are added to an answer for how they are said.
const SPELT_MAX: usize = 20;
/// Making the pool of so many takes about two seconds.
const STATEMENTS_FOR_ONE_QUESTION: u64 = 200_000;
const WORDS_MAX: usize = 6;
const TEXT_BYTES_MAX: usize = 120;
/// One syllable in Hangul or Chinese is two letters of a name at least.
const LETTERS_MIN: usize = 2;
