//! Entities and the links between them.

use std::collections::BTreeSet;

use jiff::civil::Date;
use liaison_model::Grade;

/// An entity, by its place in the order in which entities were added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Entity(pub u32);

/// What an entity is, as far as links go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each name is its meaning")]
pub enum EntityKind {
    Person,
    Organisation,
    Account,
    /// A phone number, an address, a name on a network.
    Contact,
    Advert,
    Compound,
    Report,
    Other,
}

/// What ties two entities. The first of them holds, directs or did; the other is held, directed or
/// done. Of [`Self::is_mutual`] kinds neither is first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each name is its meaning")]
pub enum LinkKind {
    Ownership,
    Control,
    Directorship,
    Representation,
    Membership,
    Employment,
    /// Holds an account or a wallet.
    Holding,
    /// Runs a compound.
    Operation,
    /// Rents in a compound.
    Tenancy,
    /// Can be reached by a contact.
    Contact,
    /// An advert bears a contact, or is the work of somebody.
    Advert,
    /// A report names whoever recruited or held somebody, or the compound where they are.
    Report,
    /// Money went from one to the other.
    Payment,
    Family,
    Associate,
    /// Stands at an address or a place.
    Place,
    Other,
}

/// How far a link can be relied on, from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Strength(pub(crate) u32);

/// One link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// Who holds, directs or did.
    pub from: Entity,
    /// What is held, directed or done.
    pub to: Entity,
    /// What ties them.
    pub kind: LinkKind,
    /// How far it can be relied on.
    pub strength: Strength,
    /// From when on.
    pub since: Option<Date>,
    /// Until when.
    pub until: Option<Date>,
    /// Whatever the caller knows it by.
    pub tag: u32,
}

/// Between which days links count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Window {
    /// The first day.
    pub since: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
}

/// A contact that so many have that it ties nobody together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OverCommon {
    /// The contact.
    pub contact: Entity,
    /// How many people and organisations have it.
    pub holders: u32,
}

/// Takes entities and links.
#[derive(Debug, Clone, Default)]
pub struct GraphBuilder {
    entities: Vec<Known>,
    links: Vec<Link>,
}

/// Entities with their links in both directions.
#[derive(Debug, Clone)]
pub struct Graph {
    entities: Vec<Known>,
    links: Vec<Link>,
    out: Lists,
    into: Lists,
    /// How many people and organisations have a contact; 0 of all that is none.
    holders: Vec<u32>,
}

#[derive(Debug, Clone, Copy)]
struct Known {
    kind: EntityKind,
    payers: u32,
}

/// Link numbers, entity by entity.
#[derive(Debug, Clone)]
struct Lists {
    starts: Vec<u32>,
    links: Vec<u32>,
}

impl LinkKind {
    /// Every kind.
    pub const ALL: [Self; 17] = [
        Self::Ownership,
        Self::Control,
        Self::Directorship,
        Self::Representation,
        Self::Membership,
        Self::Employment,
        Self::Holding,
        Self::Operation,
        Self::Tenancy,
        Self::Contact,
        Self::Advert,
        Self::Report,
        Self::Payment,
        Self::Family,
        Self::Associate,
        Self::Place,
        Self::Other,
    ];

    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Ownership => "ownership",
            Self::Control => "control",
            Self::Directorship => "directorship",
            Self::Representation => "representation",
            Self::Membership => "membership",
            Self::Employment => "employment",
            Self::Holding => "holding",
            Self::Operation => "operation",
            Self::Tenancy => "tenancy",
            Self::Contact => "contact",
            Self::Advert => "advert",
            Self::Report => "report",
            Self::Payment => "payment",
            Self::Family => "family",
            Self::Associate => "associate",
            Self::Place => "place",
            Self::Other => "other",
        }
    }

    /// Key of the words for a person.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Ownership => "links-kind-ownership",
            Self::Control => "links-kind-control",
            Self::Directorship => "links-kind-directorship",
            Self::Representation => "links-kind-representation",
            Self::Membership => "links-kind-membership",
            Self::Employment => "links-kind-employment",
            Self::Holding => "links-kind-holding",
            Self::Operation => "links-kind-operation",
            Self::Tenancy => "links-kind-tenancy",
            Self::Contact => "links-kind-contact",
            Self::Advert => "links-kind-advert",
            Self::Report => "links-kind-report",
            Self::Payment => "links-kind-payment",
            Self::Family => "links-kind-family",
            Self::Associate => "links-kind-associate",
            Self::Place => "links-kind-place",
            Self::Other => "links-kind-other",
        }
    }

    /// Whether neither end is first.
    #[must_use]
    pub fn is_mutual(self) -> bool {
        matches!(self, Self::Family | Self::Associate | Self::Place | Self::Other)
    }

    /// How far a link of this kind says who directs or profits, where it is beyond doubt. Work for
    /// somebody, a payment and an address say nothing of it.
    fn holds(self) -> Option<Strength> {
        match self {
            Self::Ownership
            | Self::Control
            | Self::Holding
            | Self::Operation
            | Self::Contact
            | Self::Advert
            | Self::Report => Some(Strength::FULL),
            Self::Directorship => Some(Strength::in_tenths(8)),
            Self::Representation | Self::Tenancy => Some(Strength::in_tenths(5)),
            Self::Membership => Some(Strength::in_tenths(3)),
            Self::Employment
            | Self::Payment
            | Self::Family
            | Self::Associate
            | Self::Place
            | Self::Other => None,
        }
    }
}

impl Strength {
    /// Beyond doubt, and the whole of it.
    pub const FULL: Self = Self(ONE);

    /// How much of the power over a firm reaches what the firm holds.
    pub(crate) const PASSED: Self = Self(ONE / 4 * 3);

    /// By its grade: never below three quarters, so that what is said of somebody themselves counts
    /// at least as much as what is said beyond doubt of a firm of theirs.
    #[must_use]
    pub fn of_grade(grade: Option<Grade>) -> Self {
        let Some(grade) = grade else { return Self::PASSED };
        let steps = (grade.reliability as u32).min(DOUBT_MAX) + grade.credibility as u32;
        let doubt = steps.min(2 * DOUBT_MAX);
        Self(ONE - doubt * (ONE / 4) / (2 * DOUBT_MAX))
    }

    /// A part of it, such as of an owner's share, in thousandths.
    #[must_use]
    pub fn part(self, thousandths: u32) -> Self {
        Self(self.0 / 1_000 * thousandths.min(1_000) + self.0 % 1_000 * thousandths / 1_000)
    }

    /// From 0 to 1.
    #[must_use]
    pub fn share(self) -> f64 {
        f64::from(self.0) / f64::from(ONE)
    }

    pub(crate) fn times(self, other: Self) -> Self {
        Self(((u64::from(self.0) * u64::from(other.0)) >> BITS) as u32) // at most ONE
    }

    fn in_tenths(tenths: u32) -> Self {
        Self(ONE / 10 * tenths)
    }
}

impl Link {
    /// The other end of it.
    #[must_use]
    pub fn other(&self, end: Entity) -> Entity {
        if self.from == end { self.to } else { self.from }
    }

    /// How much power over its end it gives to its beginning, if any.
    pub(crate) fn power(&self) -> Option<Strength> {
        Some(self.kind.holds()?.times(self.strength))
    }

    fn is_within(&self, window: Window) -> bool {
        let is_over = matches!((self.until, window.since), (Some(end), Some(from)) if end < from);
        let is_later = matches!((self.since, window.until), (Some(from), Some(end)) if end < from);
        !is_over && !is_later
    }
}

impl GraphBuilder {
    /// Adds an entity.
    pub fn entity(&mut self, kind: EntityKind) -> Entity {
        self.entities.push(Known { kind, payers: 0 });
        Entity(self.entities.len() as u32 - 1) // callers have fewer entities than statements
    }

    /// Says how many people's money came to an account, or to somebody's hand.
    pub fn received(&mut self, entity: Entity, payers: u32) {
        if let Some(known) = self.entities.get_mut(entity.0 as usize) {
            known.payers = known.payers.max(payers);
        }
    }

    /// Adds a link. One between entities that are not here, or of one with itself, is left out; a
    /// contact is had, and nothing else.
    pub fn link(&mut self, mut link: Link) {
        let kind = |end: Entity| self.entities.get(end.0 as usize).map(|known| known.kind);
        let (Some(_), Some(to)) = (kind(link.from), kind(link.to)) else { return };
        let is_had = link.kind == LinkKind::Contact;
        if is_had != (to == EntityKind::Contact) && (is_had || link.kind.holds().is_some()) {
            link.kind = LinkKind::Other;
        }
        if link.from != link.to {
            self.links.push(link);
        }
    }

    /// The graph of all that counts in a window. A link without days always counts.
    #[must_use]
    pub fn build(mut self, window: Window) -> Graph {
        self.links.retain(|link| link.is_within(window));
        let out = Lists::of(self.entities.len(), &self.links, |link| link.from);
        let into = Lists::of(self.entities.len(), &self.links, |link| link.to);
        let mut graph = Graph {
            holders: vec![0; self.entities.len()],
            entities: self.entities,
            links: self.links,
            out,
            into,
        };
        for number in 0..graph.entities.len() as u32 {
            let entity = Entity(number);
            if graph.kind(entity) == EntityKind::Contact {
                graph.holders[number as usize] = graph.holders_of(entity).count() as u32;
            }
        }
        graph
    }
}

impl Graph {
    /// How many entities it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entities.len()
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entities.is_empty()
    }

    /// Every entity.
    pub fn entities(&self) -> impl Iterator<Item = Entity> + use<> {
        (0..self.entities.len() as u32).map(Entity)
    }

    /// Every link.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// What an entity is.
    #[must_use]
    pub fn kind(&self, entity: Entity) -> EntityKind {
        self.entities[entity.0 as usize].kind
    }

    /// How many people's money came to it.
    #[must_use]
    pub fn payers(&self, entity: Entity) -> u32 {
        self.entities[entity.0 as usize].payers
    }

    /// Links that begin at an entity.
    pub fn out(&self, entity: Entity) -> impl Iterator<Item = &Link> {
        self.out.of_entity(entity).iter().map(|number| &self.links[*number as usize])
    }

    /// Links that end at an entity.
    pub fn into(&self, entity: Entity) -> impl Iterator<Item = &Link> {
        self.into.of_entity(entity).iter().map(|number| &self.links[*number as usize])
    }

    /// Links of an entity, whichever end it is.
    pub fn around(&self, entity: Entity) -> impl Iterator<Item = &Link> {
        self.out(entity).chain(self.into(entity))
    }

    /// How many links an entity has.
    #[must_use]
    pub fn degree(&self, entity: Entity) -> usize {
        self.out.of_entity(entity).len() + self.into.of_entity(entity).len()
    }

    /// How many people and organisations have a contact.
    #[must_use]
    pub fn holders(&self, contact: Entity) -> u32 {
        self.holders[contact.0 as usize]
    }

    /// Whether so many have a contact that it ties nobody together.
    #[must_use]
    pub fn is_over_common(&self, entity: Entity) -> bool {
        HOLDERS_MAX < self.holders(entity)
    }

    /// The contacts that tie nobody together, the most common first.
    #[must_use]
    pub fn over_common(&self) -> Vec<OverCommon> {
        let all = self.entities().filter(|entity| self.is_over_common(*entity));
        let mut found: Vec<OverCommon> =
            all.map(|contact| OverCommon { contact, holders: self.holders(contact) }).collect();
        found.sort_by_key(|common| (std::cmp::Reverse(common.holders), common.contact));
        found
    }

    /// The people and organisations that have a contact, each once.
    pub(crate) fn holders_of(&self, contact: Entity) -> impl Iterator<Item = Entity> {
        let links = self.into(contact).filter(|link| link.kind == LinkKind::Contact);
        let holders = links.map(|link| link.from).filter(|holder| {
            matches!(self.kind(*holder), EntityKind::Person | EntityKind::Organisation)
        });
        holders.collect::<BTreeSet<Entity>>().into_iter()
    }
}

impl Lists {
    fn of(entities: usize, links: &[Link], end: impl Fn(&Link) -> Entity) -> Self {
        let mut starts = vec![0u32; entities + 1];
        for link in links {
            starts[end(link).0 as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut numbers = vec![0u32; links.len()];
        for (number, link) in links.iter().enumerate() {
            let place = &mut next[end(link).0 as usize];
            numbers[*place as usize] = number as u32;
            *place += 1;
        }
        Self { starts, links: numbers }
    }

    fn of_entity(&self, entity: Entity) -> &[u32] {
        let at = entity.0 as usize;
        &self.links[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}

/// So many people and organisations may have a contact; of a switchboard or a hotel more do.
pub const HOLDERS_MAX: u32 = 25;
const BITS: u32 = 16;
const ONE: u32 = 1 << BITS;
/// From A to E, and from 1 to 5; the last letter and digit say that nobody can judge.
const DOUBT_MAX: u32 = 5;
