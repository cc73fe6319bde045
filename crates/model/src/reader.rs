//! Who asks, what for, and what a question may touch.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use crate::{AgencyId, EntityId, Instant, MarkId, Purpose};

/// A role that an account has on its node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each name is its meaning")]
pub enum Role {
    Analyst,
    Supervisor,
    LiaisonOfficer,
    ConsularOfficer,
    VictimSupport,
    Auditor,
    Administrator,
}

/// Whether a person of this node asks, or another agency's node.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ReaderKind {
    /// A person here: account name, unit, roles.
    Officer {
        /// The account, such as `cli:min` or `somchai`.
        name: Box<str>,
        /// The unit, where the account has one.
        unit: Option<Box<str>>,
        /// What the account may do.
        roles: BTreeSet<Role>,
    },
    /// Another agency.
    Peer,
}

/// Someone who asks: an officer or a peer, of an agency, with a purpose.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reader {
    /// The agency for which they ask.
    pub agency: AgencyId,
    /// Officer or peer.
    pub kind: ReaderKind,
    /// What they said they ask for.
    pub purpose: Option<Purpose>,
    /// The cases into which they are let. The node fills it in; nobody brings it along.
    pub cases: BTreeSet<EntityId>,
}

impl Reader {
    /// An officer of `agency`.
    #[must_use]
    pub fn officer(agency: AgencyId, name: &str, roles: impl IntoIterator<Item = Role>) -> Self {
        let roles = roles.into_iter().collect();
        let kind = ReaderKind::Officer { name: name.into(), unit: None, roles };
        Self { agency, kind, purpose: None, cases: BTreeSet::new() }
    }

    /// The node of another agency.
    #[must_use]
    pub fn peer(agency: AgencyId) -> Self {
        Self { agency, kind: ReaderKind::Peer, purpose: None, cases: BTreeSet::new() }
    }

    /// The same officer as a member of a unit. A peer has none.
    #[must_use]
    pub fn of_unit(mut self, of: Option<&str>) -> Self {
        if let ReaderKind::Officer { unit, .. } = &mut self.kind {
            *unit = of.map(Box::from);
        }
        self
    }

    /// The same reader with a stated purpose.
    #[must_use]
    pub fn with_purpose(self, purpose: Purpose) -> Self {
        Self { purpose: Some(purpose), ..self }
    }

    /// The same reader, let into these cases and no others.
    #[must_use]
    pub fn let_into(self, cases: BTreeSet<EntityId>) -> Self {
        Self { cases, ..self }
    }

    /// Whether the reader has a role. Peers have none.
    #[must_use]
    pub fn has_role(&self, role: Role) -> bool {
        matches!(&self.kind, ReaderKind::Officer { roles, .. } if roles.contains(&role))
    }

    /// The name under which the reader appears in the journal and among the looks.
    #[must_use]
    pub fn name(&self) -> &str {
        match &self.kind {
            ReaderKind::Officer { name, .. } => name,
            ReaderKind::Peer => self.agency.as_str(),
        }
    }
}

/// What a reader wants to do with a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Act {
    /// Learn that it exists: lists, counts, search, facets.
    Find,
    /// Read it, with people covered.
    Read,
    /// Uncover whom it is about.
    Uncover,
    /// Take it out of the node as a file.
    Export,
    /// Let it go to the reader's agency.
    Share,
}

/// What one reader's question may touch: the admitted labels, by their ids in the store that is
/// asked. Made by `policy`, understood by every store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// Labels admitted, and when each of them runs out.
    admitted: BTreeMap<MarkId, Option<Instant>>,
    now: Instant,
}

impl Scope {
    /// A scope at `now` over the given labels.
    #[must_use]
    pub fn new(
        now: Instant,
        admitted: impl IntoIterator<Item = (MarkId, Option<Instant>)>,
    ) -> Self {
        Self { admitted: admitted.into_iter().collect(), now }
    }

    /// Whether a statement with this label may be touched.
    #[must_use]
    pub fn admits(&self, mark: MarkId) -> bool {
        match self.admitted.get(&mark) {
            None => false,
            Some(expires) => expires.is_none_or(|expires| self.now < expires),
        }
    }

    /// Every admitted label that has not run out, ascending.
    pub fn marks(&self) -> impl Iterator<Item = MarkId> + '_ {
        self.admitted.keys().copied().filter(|mark| self.admits(*mark))
    }
}

impl Role {
    /// Every role, in the order in which they are told.
    pub const ALL: [Self; 7] = [
        Self::Analyst,
        Self::Supervisor,
        Self::LiaisonOfficer,
        Self::ConsularOfficer,
        Self::VictimSupport,
        Self::Auditor,
        Self::Administrator,
    ];
}

impl FromStr for Role {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        ROLE_NAMES.iter().find(|(name, _)| *name == text).map(|(_, role)| *role).ok_or(())
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(ROLE_NAMES.iter().find(|(_, role)| role == self).map_or("", |(name, _)| name))
    }
}

const ROLE_NAMES: &[(&str, Role)] = &[
    ("analyst", Role::Analyst),
    ("supervisor", Role::Supervisor),
    ("liaison-officer", Role::LiaisonOfficer),
    ("consular-officer", Role::ConsularOfficer),
    ("victim-support", Role::VictimSupport),
    ("auditor", Role::Auditor),
    ("administrator", Role::Administrator),
];
