//! Who directs, who profits, how are these two tied: asked of what a reader may see.
//!
//! # Invariants
//!
//! * The graph is made of statements that the reader's window admits, and of nothing else. Judged
//!   records are one.
//! * Whoever any agency presumes to be a victim, and whoever a report is about, is told apart: they
//!   have no rank, and no file that leaves the node has them.
//! * Everybody stays covered; every link names its statements.

mod gathered;
mod said;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use liaison_links::{Entity, EntityKind, Graph, LinkKind, Window};
use liaison_model::messages::Message;
use liaison_model::{Act, CommitNumber, Explanation, Hint, Reader, StatementId};

use crate::reading::{Shown, Snapshot};
use crate::{Node, NodeError};

pub(crate) use gathered::Remembered;
use gathered::{End, Gathered};

/// What of the links is wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LinksWanted {
    /// Only what lies within three links of what belongs to this case.
    pub case: Option<String>,
    /// Between which days.
    pub window: Window,
    /// How many are wanted.
    pub limit: usize,
}

/// Something that is linked.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkEnd {
    /// Entity id; of a contact the id of a statement that names it.
    pub id: String,
    /// Schema; of a contact `phone`, `email` or `handle`.
    pub schema: String,
    /// What it is, as far as links go.
    pub kind: EntityKind,
    /// What it is called; covered where it says who a person is.
    pub caption: Shown,
    /// Whether it is somebody who is presumed a victim.
    pub is_apart: bool,
    /// How many people and organisations have it, of a contact that ties nobody together.
    pub too_common: Option<u32>,
}

/// One link between two of the ends of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkLine {
    /// Place of the one end.
    pub from: usize,
    /// Place of the other.
    pub to: usize,
    /// What ties them.
    pub kind: LinkKind,
    /// How far it can be relied on, from 0 to 1.
    pub strength: f64,
    /// From when on.
    pub since: Option<String>,
    /// Until when.
    pub until: Option<String>,
    /// The statements that say so.
    pub statements: Vec<StatementId>,
}

/// Ends with the links between them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LinkChart {
    /// The ends.
    pub ends: Vec<LinkEnd>,
    /// The links.
    pub lines: Vec<LinkLine>,
    /// Whether there are more than were wanted.
    pub has_more: bool,
    /// The last commit that it rests on.
    pub position: CommitNumber,
}

/// How two are tied.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkPaths {
    /// Everything on the ways, and the links.
    pub chart: LinkChart,
    /// Each way as places of lines, with how far it can be relied on.
    pub paths: Vec<(Vec<usize>, f64)>,
}

/// Entities that hang together.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkCommunities {
    /// The members of each, the largest first; people and organisations before other things.
    pub communities: Vec<(u64, Vec<LinkEnd>)>,
    /// How many there are in all.
    pub count: u64,
    /// How much more hangs together within them than by chance.
    pub modularity: f64,
}

/// Somebody's place among those who direct and profit.
#[derive(Debug, Clone, PartialEq)]
pub struct Organiser {
    /// Who.
    pub end: LinkEnd,
    /// Place, from 1.
    pub rank: u32,
    /// The sum of the parts, in bits.
    pub bits: f64,
    /// The same on a scale from 0 to 1.
    pub score: f64,
    /// What it is made of; the inputs are ids of statements.
    pub explanation: Vec<Explanation>,
}

/// Who directs and who profits.
#[derive(Debug, Clone, PartialEq)]
pub struct Organisers {
    /// The highest first.
    pub ranked: Vec<Organiser>,
    /// How many have a score in all.
    pub total: u64,
    /// Those with a score who are presumed victims; they have no rank.
    pub apart: Vec<LinkEnd>,
    /// Contacts that so many have that they tie nobody together.
    pub over_common: Vec<LinkEnd>,
    /// Organisations behind which not everything was followed.
    pub cut: u64,
    /// The last commit that it rests on.
    pub position: CommitNumber,
}

/// Why links cannot be told as they were asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LinksError {
    /// Nothing that ties it to anything is visible.
    #[error("nothing that ties this record to anything is visible")]
    Untied {
        /// Which record.
        id: String,
    },
    /// The two are one record, or were judged one.
    #[error("the two are one")]
    Same,
}

impl LinksError {
    /// The error in words.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Untied { id } => Message::new("links-untied").with("id", id),
            Self::Same => Message::new("links-same"),
        }
    }
}

impl From<LinksError> for NodeError {
    fn from(error: LinksError) -> Self {
        crate::WrongUse::Links(error).into()
    }
}

impl Hint for LinksError {
    fn hint(&self) -> Option<Message> {
        None
    }
}

impl Node {
    /// How two records are tied: ways that have nothing between their ends in common.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when nothing visible speaks about one of them; [`LinksError`].
    pub fn link_paths(
        &self,
        from: &str,
        to: &str,
        wanted: &LinksWanted,
        reader: &Reader,
    ) -> Result<LinkPaths, NodeError> {
        let asked = self.asked(wanted, reader, Act::Read)?;
        let (from, to) = (asked.number(from)?, asked.number(to)?);
        if from == to {
            return Err(LinksError::Same.into());
        }
        let graph = &asked.gathered.graph;
        let found = graph.paths(from, to, wanted.limit);
        let mut drawn = Drawn::default();
        let mut paths = Vec::new();
        for path in &found {
            let lines = path.steps.iter().map(|step| drawn.link(step.link)).collect();
            paths.push((lines, path.strength));
        }
        Ok(LinkPaths { chart: asked.chart(drawn, false)?, paths })
    }

    /// What stands around a record, or between several.
    ///
    /// # Errors
    ///
    /// As [`Node::link_paths`].
    pub fn links_near(
        &self,
        records: &[String],
        wanted: &LinksWanted,
        reader: &Reader,
    ) -> Result<LinkChart, NodeError> {
        let asked = self.asked(wanted, reader, Act::Read)?;
        let numbers: Vec<Entity> =
            records.iter().map(|record| asked.number(record)).collect::<Result<_, _>>()?;
        let near = asked.gathered.graph.near(&numbers);
        let mut drawn = Drawn::default();
        numbers.iter().for_each(|number| _ = drawn.end(*number));
        for neighbour in near.iter().take(wanted.limit) {
            neighbour.links.iter().flatten().for_each(|link| _ = drawn.link(link));
        }
        asked.chart(drawn, wanted.limit < near.len())
    }

    /// Which entities hang together.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn link_communities(
        &self,
        wanted: &LinksWanted,
        reader: &Reader,
    ) -> Result<LinkCommunities, NodeError> {
        let asked = self.asked(wanted, reader, Act::Find)?;
        let graph = &asked.gathered.graph;
        let found = liaison_links::communities(graph, SEED);
        let mut members: BTreeMap<u32, Vec<Entity>> = BTreeMap::new();
        for entity in graph.entities().filter(|entity| asked.is_within(*entity)) {
            members.entry(found.of[entity.0 as usize]).or_default().push(entity);
        }
        members.retain(|_, members| 1 < members.len());
        let count = members.len() as u64;
        let mut all: Vec<Vec<Entity>> = members.into_values().collect();
        all.sort_by_key(|members| std::cmp::Reverse(members.len()));
        let mut communities = Vec::new();
        for mut members in all.into_iter().take(wanted.limit) {
            members.sort_by_key(|entity| (graph.kind(*entity), *entity));
            let size = members.len() as u64;
            let shown = members.iter().take(MEMBERS_SHOWN).map(|entity| asked.end(*entity));
            communities.push((size, shown.collect::<Result<_, _>>()?));
        }
        Ok(LinkCommunities { communities, count, modularity: found.modularity })
    }

    /// Who directs and who profits.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when there is no such case; [`NodeError::Refused`] when the reader is
    /// not let into it.
    pub fn organisers(
        &self,
        wanted: &LinksWanted,
        reader: &Reader,
    ) -> Result<Organisers, NodeError> {
        let asked = self.asked(wanted, reader, Act::Find)?;
        let graph = &asked.gathered.graph;
        let ranking = liaison_links::rank(graph, false);
        let within = ranking.ranked.iter().filter(|ranked| asked.is_within(ranked.entity));
        let (apart, named): (Vec<_>, Vec<_>) =
            within.partition(|ranked| asked.gathered.apart.contains(&ranked.entity));
        let shown: Vec<_> = named.iter().take(wanted.limit).collect();
        let entities: Vec<Entity> = shown.iter().map(|ranked| ranked.entity).collect();
        let inputs = |link: &liaison_links::Link| {
            let said = &asked.gathered.tags[link.tag as usize];
            said.iter().map(StatementId::to_string).collect()
        };
        let explained = liaison_links::explain(graph, &entities, inputs);
        let mut ranked = Vec::new();
        for (at, (found, explanation)) in shown.into_iter().zip(explained).enumerate() {
            // Whoever is told apart takes nobody's place.
            let ahead = named[..at].iter().filter(|other| other.rank < found.rank).count();
            ranked.push(Organiser {
                end: asked.end(found.entity)?,
                rank: ahead as u32 + 1,
                bits: found.weighed.score as f64 / MILLION,
                score: found.probability,
                explanation,
            });
        }
        let shown = |entity: Entity| asked.end(entity);
        Ok(Organisers {
            ranked,
            total: named.len() as u64,
            apart: apart.iter().map(|ranked| shown(ranked.entity)).collect::<Result<_, _>>()?,
            over_common: ranking
                .over_common
                .iter()
                .map(|common| shown(common.contact))
                .collect::<Result<_, _>>()?,
            cut: ranking.cut,
            position: asked.snapshot.position(),
        })
    }

    /// All links as a chart that may leave the node: without those who are presumed victims, and
    /// without contacts that so many have that they tie nobody together.
    ///
    /// # Errors
    ///
    /// As [`Node::organisers`].
    pub fn links_to_export(
        &self,
        wanted: &LinksWanted,
        reader: &Reader,
    ) -> Result<LinkChart, NodeError> {
        let asked = self.asked(wanted, reader, Act::Export)?;
        let graph = &asked.gathered.graph;
        let mut drawn = Drawn::default();
        let may_leave = |entity: Entity| {
            asked.is_within(entity)
                && !asked.gathered.apart.contains(&entity)
                && !graph.is_over_common(entity)
        };
        let mut has_more = false;
        for link in graph.links() {
            if may_leave(link.from) && may_leave(link.to) {
                has_more |= wanted.limit <= drawn.lines.len();
                if !has_more {
                    drawn.link(link);
                }
            }
        }
        asked.chart(drawn, has_more)
    }

    fn asked<'n>(
        &'n self,
        wanted: &LinksWanted,
        reader: &Reader,
        act: Act,
    ) -> Result<Asked<'n>, NodeError> {
        let snapshot = self.snapshot(reader, act, None)?;
        let gathered = snapshot.gathered(wanted.window)?;
        let within = match &wanted.case {
            None => None,
            Some(case) => {
                let case = snapshot.find_case(case)?.let_in()?;
                let view = snapshot.case_view(case)?;
                let ids = view.links.iter().map(|link| link.id.as_str());
                let people = view.people.iter().map(|person| person.id.as_str());
                let mut seeds = Vec::new();
                for id in ids.chain(people) {
                    seeds.extend(gathered.number_of(&snapshot, id)?);
                }
                Some(around(&gathered.graph, seeds))
            }
        };
        Ok(Asked { snapshot, gathered, within })
    }
}

/// One question: what its reader sees, and what of it counts.
struct Asked<'n> {
    snapshot: Snapshot<'n>,
    gathered: Arc<Gathered>,
    within: Option<BTreeSet<Entity>>,
}

/// A chart in the making.
#[derive(Default)]
struct Drawn {
    places: BTreeMap<Entity, usize>,
    ends: Vec<Entity>,
    lines: Vec<liaison_links::Link>,
}

impl Drawn {
    fn end(&mut self, entity: Entity) -> usize {
        let next = self.ends.len();
        let place = *self.places.entry(entity).or_insert(next);
        if place == next {
            self.ends.push(entity);
        }
        place
    }

    fn link(&mut self, link: &liaison_links::Link) -> usize {
        self.end(link.from);
        self.end(link.to);
        self.lines.push(*link);
        self.lines.len() - 1
    }
}

impl Asked<'_> {
    fn number(&self, id: &str) -> Result<Entity, NodeError> {
        let found = self.gathered.number_of(&self.snapshot, id)?;
        if found.is_none() {
            // Says that there is no such record where nothing visible speaks about it.
            let id = self.snapshot.by_id(id, false)?.id.to_string();
            return Err(LinksError::Untied { id }.into());
        }
        found.ok_or(NodeError::NotFound)
    }

    fn is_within(&self, entity: Entity) -> bool {
        self.within.as_ref().is_none_or(|within| within.contains(&entity))
    }

    fn end(&self, entity: Entity) -> Result<LinkEnd, NodeError> {
        let graph = &self.gathered.graph;
        let common = graph.is_over_common(entity).then(|| graph.holders(entity));
        let (kind, is_apart) = (graph.kind(entity), self.gathered.apart.contains(&entity));
        let (id, schema, caption) = match &self.gathered.ends[entity.0 as usize] {
            End::Record(record) => match self.snapshot.entity(*record)? {
                Some(view) => (view.id.to_string(), view.schema, view.caption),
                None => return Err(NodeError::NotFound),
            },
            End::Contact(contact) => {
                (contact.statement.to_string(), contact.kind.to_owned(), contact.shown.clone())
            }
        };
        Ok(LinkEnd { id, schema, kind, caption, is_apart, too_common: common })
    }

    fn chart(&self, drawn: Drawn, has_more: bool) -> Result<LinkChart, NodeError> {
        let ends = drawn.ends.iter().map(|entity| self.end(*entity)).collect::<Result<_, _>>()?;
        let lines = drawn.lines.iter().map(|link| LinkLine {
            from: drawn.places[&link.from],
            to: drawn.places[&link.to],
            kind: link.kind,
            strength: link.strength.share(),
            since: link.since.map(|day| day.to_string()),
            until: link.until.map(|day| day.to_string()),
            statements: self.gathered.tags[link.tag as usize].clone(),
        });
        let lines = lines.collect();
        Ok(LinkChart { ends, lines, has_more, position: self.snapshot.position() })
    }
}

/// What lies within a few links of some entities; nothing is reached through what has very many.
fn around(graph: &Graph, seeds: Vec<Entity>) -> BTreeSet<Entity> {
    let mut within: BTreeSet<Entity> = seeds.iter().copied().collect();
    let mut border = seeds;
    for _ in 0..CASE_HOPS {
        let mut next = Vec::new();
        for entity in border {
            if graph.is_over_common(entity) || HUB_LINKS_MAX < graph.degree(entity) {
                continue;
            }
            for link in graph.around(entity) {
                let other = link.other(entity);
                if within.insert(other) {
                    next.push(other);
                }
            }
        }
        border = next;
    }
    within
}

const CASE_HOPS: usize = 3;
const HUB_LINKS_MAX: usize = 1_000;
const MEMBERS_SHOWN: usize = 50;
const SEED: u64 = 1;
const MILLION: f64 = 1_000_000.0;
