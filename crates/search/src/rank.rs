//! How good a find is, and in which order finds are shown.
//!
//! For every term of the query an entity gets the points of the best statement that has it:
//! [`Match`] (16, 8, 4, 2, 1) times the class of the text (name 3, identifier 2, other text 1). Its
//! score is their mean; between equals, the entity comes first whose best statement holds least
//! else; between those, the lower ordinal. So a name that equals the query (48) goes before one
//! with all its words (24), before one with a word that only begins so (12), before one that only
//! contains it (6); and one word in many reports never outweighs one name.
//!
//! # Invariants
//!
//! * A score depends on the query, the class and the text of admitted statements, on nothing else:
//!   not on how many texts have a word, nor on what was deleted. That is why there is no BM25
//!   here: its averages and frequencies run over deleted and hidden statements and change with
//!   the layout of segments.
//! * All arithmetic is on integers until the score is handed out.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use roaring::RoaringBitmap;

/// How a term was found in a statement, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Match {
    /// Some of its parts, in a search that found nothing better.
    Some,
    /// Inside a longer word.
    Inside,
    /// A word begins so, or a number ends so.
    Start,
    /// As a word.
    Words,
    /// The statement is the query, and nothing else.
    Exact,
}

impl Match {
    fn points(self) -> u32 {
        match self {
            Self::Some => 1,
            Self::Inside => 2,
            Self::Start => 4,
            Self::Words => 8,
            Self::Exact => 16,
        }
    }
}

/// One found entity.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Its ordinal, as given to [`crate::SearchIndex::add`].
    pub entity: u32,
    /// Mean points of the terms (at most 48), and as a fraction how close its best statement is.
    pub score: f32,
    /// How the worst-found of its terms was found: why it stands where it stands.
    pub how: Match,
    /// Its best matching statements, best first, at most [`SIDS_PER_HIT_MAX`].
    pub sids: Vec<u64>,
}

/// One admitted statement that has a term.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Find {
    pub(crate) entity: u32,
    pub(crate) segment: u32,
    pub(crate) doc: u32,
    pub(crate) term: u8,
    pub(crate) how: Match,
}

/// What the index keeps of a statement's text for ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shape {
    /// Points of its class, 1 to 3.
    pub(crate) class: u32,
    /// Characters in its pieces, at most [`Shape::CHARS_MAX`].
    pub(crate) chars: u32,
    /// Fingerprint of the text.
    pub(crate) whole: u32,
}

impl Shape {
    pub(crate) const CHARS_MAX: u32 = (1 << 14) - 1;

    pub(crate) fn pack(self) -> u64 {
        let chars = self.chars.min(Self::CHARS_MAX);
        u64::from(self.whole) << 16 | u64::from(chars << 2 | self.class & 3)
    }

    pub(crate) fn unpack(packed: u64) -> Self {
        let low = (packed & 0xffff) as u32;
        Self { class: low & 3, chars: low >> 2, whole: (packed >> 16 & 0xffff_ffff) as u32 }
    }
}

/// What of the query matters for ranking.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked {
    pub(crate) terms: usize,
    pub(crate) chars: usize,
    pub(crate) whole: u32,
}

/// A statement with what it brings to its entity.
#[derive(Debug, Clone, Copy)]
struct Scored {
    entity: u32,
    segment: u32,
    doc: u32,
    score: u32,
}

/// The page of an answer, before the statements' numbers are read.
pub(crate) struct Ranked {
    /// Entity, integer score, how.
    pub(crate) page: Vec<(u32, u32, Match)>,
    statements: Vec<Scored>,
}

/// Ranks the finds of the entities in `found` and cuts out a page.
///
/// `shape` reads a statement's shape. O(finds + entities × terms), and O(page log page).
pub(crate) fn rank(
    asked: Asked,
    mut finds: Vec<Find>,
    found: &RoaringBitmap,
    page: std::ops::Range<usize>,
    shape: impl Fn(u32, u32) -> Shape,
) -> Ranked {
    if 1 < asked.terms {
        finds.retain(|find| found.contains(find.entity));
    }
    // Finds come as one ascending run per term and way; the stable sort merges such runs in
    // nearly linear time.
    finds.sort_by_key(|find| (find.segment, find.doc));
    let mut entities = Entities::new(asked.terms, found.len());
    let mut statements = Vec::new();
    for group in finds.chunk_by(|a, b| (a.segment, a.doc) == (b.segment, b.doc)) {
        let shape = shape(group[0].segment, group[0].doc);
        let scored = entities.take_statement(asked, group, shape);
        statements.push(scored);
    }
    Ranked { page: entities.into_page(page), statements }
}

impl Ranked {
    /// The hits of the page. `sid` reads a statement's number. O(statements found).
    pub(crate) fn hits(self, terms: usize, sid: impl Fn(u32, u32) -> u64) -> Vec<Hit> {
        let mut best: HashMap<u32, Vec<(u32, u64)>, Ordinals> = HashMap::default();
        best.extend(self.page.iter().map(|(entity, ..)| (*entity, Vec::new())));
        for scored in &self.statements {
            if let Some(list) = best.get_mut(&scored.entity) {
                list.push((scored.score, sid(scored.segment, scored.doc)));
            }
        }
        let hit = |(entity, score, how): (u32, u32, Match)| {
            let mut list = best.remove(&entity).unwrap_or_default();
            list.sort_unstable_by_key(|(score, sid)| (std::cmp::Reverse(*score), *sid));
            list.truncate(SIDS_PER_HIT_MAX);
            let sids = list.into_iter().map(|(_, sid)| sid).collect();
            Hit { entity, score: shown(score, terms), how, sids }
        };
        self.page.into_iter().map(hit).collect()
    }
}

/// The integer score as mean points and a fraction. Exact: both parts are below 2^24.
fn shown(score: u32, terms: usize) -> f32 {
    let terms = u32::try_from(terms).unwrap_or(u32::MAX).max(1);
    let (points, closeness) = (score / CLOSENESS_STEPS, score % CLOSENESS_STEPS);
    points as f32 / terms as f32 + closeness as f32 / CLOSENESS_STEPS as f32
}

/// What is known of each found entity: per term the best points, and its best statement.
struct Entities {
    terms: usize,
    slots: HashMap<u32, usize, Ordinals>,
    /// Points per entity and term, entity by entity.
    points: Vec<u8>,
    /// How each term was found, beside `points`.
    hows: Vec<Match>,
    /// The best statement's score per entity; its remainder is the closeness.
    best: Vec<u32>,
}

impl Entities {
    fn new(terms: usize, count: u64) -> Self {
        let count = usize::try_from(count).unwrap_or(0);
        Self {
            terms,
            slots: HashMap::with_capacity_and_hasher(count, Ordinals::default()),
            points: Vec::with_capacity(count * terms),
            hows: Vec::with_capacity(count * terms),
            best: Vec::with_capacity(count),
        }
    }

    /// Scores one statement (`group`: its finds) and adds it to its entity.
    fn take_statement(&mut self, asked: Asked, group: &[Find], shape: Shape) -> Scored {
        let mut hows: [Option<Match>; TERMS_MAX] = [None; TERMS_MAX];
        for find in group {
            let how = &mut hows[usize::from(find.term)];
            *how = (*how).max(Some(find.how));
        }
        let hows = &mut hows[..self.terms];
        let is_exact =
            shape.whole == asked.whole && hows.iter().all(|how| *how == Some(Match::Words));
        if is_exact {
            hows.fill(Some(Match::Exact));
        }
        let slot = self.slot(group[0].entity);
        let mut sum = 0;
        for (term, how) in hows.iter().enumerate() {
            let Some(how) = how else { continue };
            let points = how.points() * shape.class;
            sum += points;
            let at = slot * self.terms + term;
            // At most 16 × 3.
            let points = u8::try_from(points).unwrap_or(u8::MAX);
            if self.points[at] < points {
                (self.points[at], self.hows[at]) = (points, *how);
            }
        }
        let score = sum * CLOSENESS_STEPS + closeness(asked.chars, shape.chars);
        self.best[slot] = self.best[slot].max(score);
        let Find { entity, segment, doc, .. } = group[0];
        Scored { entity, segment, doc, score }
    }

    fn slot(&mut self, entity: u32) -> usize {
        let next = self.best.len();
        let slot = *self.slots.entry(entity).or_insert(next);
        if slot == next {
            self.points.resize((next + 1) * self.terms, 0);
            self.hows.resize((next + 1) * self.terms, Match::Exact);
            self.best.push(0);
        }
        slot
    }

    fn into_page(self, page: std::ops::Range<usize>) -> Vec<(u32, u32, Match)> {
        let score = |slot: usize| {
            let points = &self.points[slot * self.terms..(slot + 1) * self.terms];
            let sum: u32 = points.iter().map(|points| u32::from(*points)).sum();
            sum * CLOSENESS_STEPS + self.best[slot] % CLOSENESS_STEPS
        };
        let key =
            |(entity, slot): (&u32, &usize)| (std::cmp::Reverse(score(*slot)), *entity, *slot);
        let mut order: Vec<_> = self.slots.iter().map(key).collect();
        let end = page.end.min(order.len());
        let start = page.start.min(end);
        if end < order.len() {
            order.select_nth_unstable(end);
            order.truncate(end);
        }
        order.sort_unstable();
        let how = |slot: usize| {
            let terms = slot * self.terms..(slot + 1) * self.terms;
            // A term that was not found at all (in a relaxed search) has no points and no say.
            let found = terms.filter(|at| 0 < self.points[*at]);
            found.map(|at| self.hows[at]).min().unwrap_or(Match::Some)
        };
        let entry = |(score, entity, slot): &(std::cmp::Reverse<u32>, u32, usize)| {
            (*entity, score.0, how(*slot))
        };
        order[start..].iter().map(entry).collect()
    }
}

/// How little else a statement holds than what was asked, 0 to 999.
fn closeness(asked_chars: usize, chars: u32) -> u32 {
    let asked = u32::try_from(asked_chars).unwrap_or(u32::MAX).clamp(1, Shape::CHARS_MAX);
    let chars = chars.max(1);
    asked.min(chars) * (CLOSENESS_STEPS - 1) / asked.max(chars)
}

/// Entity ordinals are dense and not chosen by an attacker: one multiplication spreads them.
#[derive(Default)]
struct OrdinalHasher(u64);

type Ordinals = BuildHasherDefault<OrdinalHasher>;

impl Hasher for OrdinalHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u32(u32::from(*byte)));
    }

    fn write_u32(&mut self, value: u32) {
        // 2^64 divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4).
        self.0 = (self.0 ^ u64::from(value)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 ^= self.0 >> 32;
    }
}

/// Most statements named per hit.
pub const SIDS_PER_HIT_MAX: usize = 3;
/// Most terms of a query.
pub(crate) const TERMS_MAX: usize = 32;
const CLOSENESS_STEPS: u32 = 1000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_survives_packing() {
        for shape in [
            Shape { class: 3, chars: 7, whole: u32::MAX },
            Shape { class: 1, chars: Shape::CHARS_MAX, whole: 0 },
        ] {
            assert_eq!(Shape::unpack(shape.pack()), shape);
        }
    }

    #[test]
    fn a_statement_with_nothing_else_is_closest() {
        assert_eq!(closeness(6, 6), 999);
        assert!(closeness(6, 12) < closeness(6, 7));
        assert_eq!(closeness(0, 0), 999);
    }
}
