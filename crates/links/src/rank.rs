//! Who directs and who profits: one score for everybody, with what it is made of.
//!
//! Power runs from a holder to what is held, and on through organisations, accounts, contacts and
//! compounds; each of them on the way, but for contacts, keeps a quarter of it back. It never runs on through a
//! person. What is reached counts under one rule each, by the best way to it alone. Ties to others
//! count by whichever of the two has less of their own.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

use liaison_model::Explanation;
use liaison_model::messages::Message;
use rayon::prelude::*;

use crate::graph::{Entity, EntityKind, Graph, HOLDERS_MAX, Link, LinkKind, OverCommon, Strength};

/// What a part of a score is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Firms, compounds and other things that are owned, controlled or directed.
    Control,
    /// People whose money came there.
    Money,
    /// Adverts that are somebody's work or bear their contacts.
    Adverts,
    /// Reports that name somebody, or people who are held in their compounds.
    Reports,
    /// How many of the four above come together in one hand.
    Breadth,
    /// Ties to others with a score.
    Ties,
}

/// A part of a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// What it is for.
    pub rule: Rule,
    /// How much it adds, in millionths of a bit.
    pub weight: u64,
    /// How many things it counts.
    pub things: u32,
}

/// A score with what it is made of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Weighed {
    /// In millionths of a bit.
    pub score: u64,
    /// What it is made of; their weights add up to the score.
    pub parts: Vec<Part>,
}

/// Somebody's place among the others.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// Who.
    pub entity: Entity,
    /// Place, from 1; equal scores have the same.
    pub rank: u32,
    /// The score.
    pub weighed: Weighed,
    /// The score on a scale from 0 to 1: see [`probability`].
    pub probability: f64,
}

/// Everybody with a score.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// The highest first.
    pub ranked: Vec<Ranked>,
    /// Contacts that tie nobody together.
    pub over_common: Vec<OverCommon>,
    /// Organisations and the like behind which not everything was followed.
    pub cut: u64,
}

/// Ranks the people of a graph, the organisations with them if they are asked for.
#[must_use]
pub fn rank(graph: &Graph, with_organisations: bool) -> Ranking {
    let scores = Scores::of(graph);
    let mut ranked: Vec<Ranked> = graph
        .entities()
        .collect::<Vec<Entity>>()
        .into_par_iter()
        .filter(|entity| match graph.kind(*entity) {
            EntityKind::Person => true,
            EntityKind::Organisation => with_organisations,
            _ => false,
        })
        .map(|entity| (entity, scores.weigh(entity, &mut Told::default())))
        .filter(|(_, weighed)| 0 < weighed.score)
        .map(|(entity, weighed)| {
            let probability = probability(weighed.score);
            Ranked { entity, rank: 0, weighed, probability }
        })
        .collect();
    ranked.par_sort_by_key(|ranked| (Reverse(ranked.weighed.score), ranked.entity));
    let mut place = 0;
    let mut before = None;
    for (at, ranked) in ranked.iter_mut().enumerate() {
        if before != Some(ranked.weighed.score) {
            place = at as u32 + 1;
            before = Some(ranked.weighed.score);
        }
        ranked.rank = place;
    }
    let cut = scores.reach.iter().filter(|reach| reach.is_cut).count() as u64;
    Ranking { ranked, over_common: graph.over_common(), cut }
}

/// Why entities have their scores: their parts in order, each with its links by `inputs`, the
/// strongest first.
#[must_use]
pub fn explain(
    graph: &Graph,
    entities: &[Entity],
    inputs: impl Fn(&Link) -> Vec<String>,
) -> Vec<Vec<Explanation>> {
    let scores = Scores::of(graph);
    let one = |entity: &Entity| {
        let mut told = Told { links: Some(BTreeMap::new()) };
        let weighed = scores.weigh(*entity, &mut told);
        let links = told.links.unwrap_or_default();
        let explained = weighed.parts.iter().map(|part| {
            let mut strongest: Vec<Counted<'_>> =
                links.get(&part.rule).cloned().unwrap_or_default();
            strongest.sort_by_key(|(worth, link)| (*worth, link.tag));
            let mut named: Vec<String> = Vec::new();
            for input in strongest.iter().flat_map(|(_, link)| inputs(link)) {
                if INPUTS_MAX <= named.len() {
                    break;
                }
                if !named.contains(&input) {
                    named.push(input);
                }
            }
            Explanation {
                rule: part.rule.code(),
                inputs: named,
                weight: part.weight as f64 / MILLION,
                words: Message::new(part.rule.message_key())
                    .count("things", u64::from(part.things)),
            }
        });
        explained.collect()
    };
    entities.iter().map(one).collect()
}

/// The score on a scale from 0 to 1: one half where somebody has as much as one firm, one advert
/// and one report together. It is learnt from no case; see the page on links.
#[must_use]
fn probability(score: u64) -> f64 {
    let bits = score as f64 / MILLION - EVEN_BITS;
    1.0 / (1.0 + (-bits).exp2())
}

impl Rule {
    /// Its name for programs.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Control => "control",
            Self::Money => "money",
            Self::Adverts => "adverts",
            Self::Reports => "reports",
            Self::Breadth => "breadth",
            Self::Ties => "ties",
        }
    }

    /// Key of the words for a person.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Control => "links-rule-control",
            Self::Money => "links-rule-money",
            Self::Adverts => "links-rule-adverts",
            Self::Reports => "links-rule-reports",
            Self::Breadth => "links-rule-breadth",
            Self::Ties => "links-rule-ties",
        }
    }
}

/// What is needed to weigh anybody.
struct Scores<'g> {
    graph: &'g Graph,
    /// What is reached through each entity that power runs through.
    reach: Vec<Reach>,
    /// Of each person and organisation the score without ties, in millionths of a bit.
    own: Vec<u64>,
    /// What those scores are made of.
    parts: Vec<Vec<Part>>,
}

/// What is reached through an entity, each with how much of it counts.
#[derive(Debug, Clone, Default)]
struct Reach {
    things: Vec<(Entity, Strength)>,
    is_cut: bool,
}

/// How much a link brought, the most first.
type Counted<'g> = (Reverse<u64>, &'g Link);

/// Which links made the parts, where somebody wants to know.
#[derive(Default)]
struct Told<'g> {
    links: Option<BTreeMap<Rule, Vec<Counted<'g>>>>,
}

impl<'g> Told<'g> {
    fn add(&mut self, rule: Rule, worth: u64, link: &'g Link) {
        if let Some(links) = &mut self.links {
            links.entry(rule).or_default().push((Reverse(worth), link));
        }
    }
}

impl<'g> Scores<'g> {
    fn of(graph: &'g Graph) -> Self {
        let all: Vec<Entity> = graph.entities().collect();
        let reach = all.par_iter().map(|entity| reach_through(graph, *entity)).collect();
        let mut scores = Self { graph, reach, own: Vec::new(), parts: Vec::new() };
        let parts = all.par_iter().map(|entity| match graph.kind(*entity) {
            EntityKind::Person | EntityKind::Organisation => {
                scores.own_parts(*entity, &mut Told::default())
            }
            _ => Vec::new(),
        });
        scores.parts = parts.collect();
        let sum = |parts: &Vec<Part>| parts.iter().map(|part| part.weight).sum();
        scores.own = scores.parts.iter().map(sum).collect();
        scores
    }

    fn weigh(&self, entity: Entity, told: &mut Told<'g>) -> Weighed {
        let mut parts = match told.links {
            None => self.parts[entity.0 as usize].clone(),
            Some(_) => self.own_parts(entity, told),
        };
        parts.extend(self.ties(entity, told));
        Weighed { score: parts.iter().map(|part| part.weight).sum(), parts }
    }

    /// What somebody directs and profits from.
    fn own_parts(&self, entity: Entity, told: &mut Told<'g>) -> Vec<Part> {
        let mut best: Vec<(Entity, Reverse<Strength>, &'g Link)> = Vec::new();
        for link in self.graph.out(entity) {
            let Some(strength) = link.power() else { continue };
            if self.graph.kind(link.to) == EntityKind::Contact && self.is_shared(link.to) {
                continue;
            }
            best.push((link.to, Reverse(strength), link));
            let passed = strength.times(passing(self.graph.kind(link.to)).unwrap_or_default());
            let things = self.reach[link.to.0 as usize].things.iter();
            best.extend(things.map(|(thing, part)| (*thing, Reverse(passed.times(*part)), link)));
        }
        best.sort_unstable_by_key(|(thing, strength, _)| (*thing, *strength));
        best.dedup_by_key(|(thing, _, _)| *thing);
        let mut sums: BTreeMap<Rule, (u64, u32)> = BTreeMap::new();
        for (thing, Reverse(strength), link) in best {
            if thing == entity {
                continue;
            }
            for (rule, worth) in worths(self.graph, thing) {
                let counted = worth * strength.parts();
                let sum = sums.entry(rule).or_default();
                *sum = (sum.0 + counted, sum.1.saturating_add(1));
                told.add(rule, counted, link);
            }
        }
        // Money that came to somebody's own hand is nobody else's.
        let payers = self.graph.payers(entity);
        if 0 < payers {
            let counted = u64::from(payers) * QUARTERS * Strength::FULL.parts();
            let sum = sums.entry(Rule::Money).or_default();
            *sum = (sum.0 + counted, sum.1.saturating_add(1));
            let paid = self.graph.into(entity).filter(|link| link.kind == LinkKind::Payment);
            paid.for_each(|link| told.add(Rule::Money, counted, link));
        }
        sums.retain(|_, (sum, _)| 0 < *sum);
        let kinds = sums.len() as u64;
        let mut parts: Vec<Part> = sums
            .into_iter()
            .map(|(rule, (sum, things))| Part { rule, weight: in_bits(rule, sum), things })
            .collect();
        if 1 < kinds {
            let weight = (kinds - 1) * BREADTH_BITS;
            parts.push(Part { rule: Rule::Breadth, weight, things: kinds as u32 });
        }
        parts
    }

    /// Whether so many others have a contact that it says nothing of whoever has it. Whoever asks
    /// does not count: what is said of somebody must not weaken what was said before.
    fn is_shared(&self, contact: Entity) -> bool {
        HOLDERS_MAX + 1 < self.graph.holders(contact)
    }

    /// What ties to others with a score of their own add.
    fn ties(&self, entity: Entity, told: &mut Told<'g>) -> Option<Part> {
        let own = self.own[entity.0 as usize];
        if own == 0 || self.graph.kind(entity) != EntityKind::Person {
            return None;
        }
        let mut others: Vec<(Entity, Reverse<Strength>, &'g Link)> = Vec::new();
        let mut take = |other: Entity, strength: Strength, link: &'g Link| {
            let is_person = other != entity && self.graph.kind(other) == EntityKind::Person;
            if is_person && 0 < self.own[other.0 as usize] {
                others.push((other, Reverse(strength), link));
            }
        };
        for link in self.graph.around(entity) {
            match link.kind {
                LinkKind::Family | LinkKind::Associate | LinkKind::Control => {
                    take(link.other(entity), link.strength, link);
                }
                LinkKind::Contact if link.from == entity => {
                    if self.graph.is_over_common(link.to) {
                        continue;
                    }
                    for back in self.graph.into(link.to) {
                        if back.kind == LinkKind::Contact {
                            take(back.from, link.strength.min(back.strength), link);
                        }
                    }
                }
                _ => {}
            }
        }
        others.sort_unstable_by_key(|(other, strength, _)| (*other, *strength));
        others.dedup_by_key(|(other, _, _)| *other);
        let mut weight = 0;
        let things = others.len() as u32;
        for (other, Reverse(strength), link) in others {
            let shared = own.min(self.own[other.0 as usize]);
            // At most a quarter, so that whoever is said more of gains more than all those tied to
            // them.
            let added = shared / TIE_PART * strength.parts() / Strength::FULL.parts();
            weight += added;
            told.add(Rule::Ties, added, link);
        }
        (0 < weight).then_some(Part { rule: Rule::Ties, weight, things })
    }
}

/// What power over an entity reaches, by the best way to each.
fn reach_through(graph: &Graph, start: Entity) -> Reach {
    if !leads_on(graph, start) || graph.out(start).all(|link| link.power().is_none()) {
        return Reach::default();
    }
    let mut best: HashMap<Entity, Strength, BuildHasherDefault<Mixed>> = HashMap::default();
    let mut open = BinaryHeap::from([(Strength::FULL, Reverse(start))]);
    let mut reach = Reach::default();
    let mut settled = 0;
    while let Some((strength, Reverse(entity))) = open.pop() {
        if best.get(&entity).is_some_and(|known| strength < *known) {
            continue;
        }
        if entity != start {
            settled += 1;
            if REACH_MAX <= settled {
                reach.is_cut = true;
                break;
            }
            // What is worth nothing only leads on.
            if worths(graph, entity).next().is_some() {
                reach.things.push((entity, strength));
            }
        }
        let passed = match entity == start {
            true => Strength::FULL,
            false if leads_on(graph, entity) => {
                strength.times(passing(graph.kind(entity)).unwrap_or_default())
            }
            false => continue,
        };
        for link in graph.out(entity) {
            let Some(power) = link.power() else { continue };
            let next = passed.times(power);
            let is_common =
                graph.kind(link.to) == EntityKind::Contact && graph.is_over_common(link.to);
            let is_better = best.get(&link.to).is_none_or(|known| *known < next);
            if next != Strength::default() && !is_common && link.to != start && is_better {
                best.insert(link.to, next);
                open.push((next, Reverse(link.to)));
            }
        }
    }
    reach
}

fn leads_on(graph: &Graph, entity: Entity) -> bool {
    passing(graph.kind(entity)).is_some()
}

/// How much of the power over an entity reaches what it holds in turn.
fn passing(kind: EntityKind) -> Option<Strength> {
    match kind {
        EntityKind::Contact => Some(Strength::FULL),
        EntityKind::Organisation | EntityKind::Account | EntityKind::Compound => {
            Some(Strength::PASSED)
        }
        EntityKind::Person | EntityKind::Advert | EntityKind::Report | EntityKind::Other => None,
    }
}

/// What an entity is worth to whoever has power over it, in quarters.
fn worths(graph: &Graph, entity: Entity) -> impl Iterator<Item = (Rule, u64)> {
    let by_kind = match graph.kind(entity) {
        EntityKind::Compound => Some((Rule::Control, 4 * QUARTERS)),
        EntityKind::Organisation => Some((Rule::Control, QUARTERS)),
        EntityKind::Other => Some((Rule::Control, 1)),
        EntityKind::Advert => Some((Rule::Adverts, QUARTERS)),
        EntityKind::Report => Some((Rule::Reports, QUARTERS)),
        EntityKind::Person | EntityKind::Account | EntityKind::Contact => None,
    };
    let payers = match graph.kind(entity) {
        EntityKind::Person => 0,
        _ => u64::from(graph.payers(entity)),
    };
    by_kind.into_iter().chain((0 < payers).then_some((Rule::Money, QUARTERS * payers)))
}

/// A sum of worths as millionths of a bit: the first one counts most.
fn in_bits(rule: Rule, sum: u64) -> u64 {
    let count = sum as f64 / (QUARTERS * Strength::FULL.parts()) as f64;
    let weight = match rule {
        Rule::Money => 1.5,
        _ => 1.0,
    };
    (weight * (1.0 + count).log2() * MILLION) as u64 // below 2^27
}

/// Entities are numbers that we gave: nobody chooses them so that they collide.
#[derive(Default)]
struct Mixed(u64);

impl Hasher for Mixed {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u32(u32::from(*byte)));
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0 ^ u64::from(number)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}

impl Strength {
    fn parts(self) -> u64 {
        u64::from(self.0)
    }
}

/// So many things are followed through one organisation.
pub const REACH_MAX: usize = 1_000;
const INPUTS_MAX: usize = 40;
const QUARTERS: u64 = 4;
const MILLION: f64 = 1_000_000.0;
const EVEN_BITS: f64 = 4.0;
const BREADTH_BITS: u64 = 500_000;
const TIE_PART: u64 = 4;
