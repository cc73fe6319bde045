//! Both tracks of one person, side by side and never mixed.

use std::collections::BTreeMap;

use liaison_model::Instant;
use liaison_model::values::PartialDate;
use liaison_policy::SuspectStanding;
use serde::Serialize;

use crate::procedure::{ProcedureStep, last_step};
use crate::victim::{Screening, VictimResult, weight};

/// Whether somebody is to be punished for what they were made to do. A record of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NonPunishment {
    /// Entity id.
    pub id: String,
    /// Entity id of the person.
    pub person: String,
    /// Entity id of the case; `None` where it stands in none.
    pub case: Option<String>,
    /// When it was decided.
    pub date: Option<PartialDate>,
    /// By which authority.
    pub authority: String,
    /// What was decided.
    pub decision: NonPunishmentDecision,
    /// Whether somebody appealed.
    pub appeal: Appeal,
    /// Which officer entered it.
    pub officer: String,
    /// When the node learnt it.
    pub entered: Instant,
}

/// What an authority decided about non-punishment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NonPunishmentDecision {
    /// It is being considered.
    Considered,
    /// The act was a part of the exploitation: no punishment.
    Applied,
    /// It was a part of it in some of what is alleged.
    AppliedInPart,
    /// The authority holds that it was not.
    Refused,
}

/// Whether somebody appealed against a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each name is its meaning")]
pub enum Appeal {
    None,
    Open,
    Allowed,
    Dismissed,
}

/// A named officer's word that somebody may stand in a partner's list though presumed a victim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// Entity id.
    pub id: String,
    /// Entity id of the person.
    pub person: String,
    /// To which agency; `None` for any.
    pub to: Option<String>,
    /// Which officer answers for it.
    pub officer: String,
    /// Why.
    pub reason: String,
    /// When the node learnt it.
    pub entered: Instant,
}

/// All that agencies said about one person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tracks {
    /// The victim track.
    pub screenings: Vec<Screening>,
    /// The criminal track.
    pub steps: Vec<ProcedureStep>,
    /// What was decided about punishment.
    pub non_punishment: Vec<NonPunishment>,
    /// Who released the person to partners' lists.
    pub releases: Vec<Release>,
}

/// How a person stands on both tracks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrackStanding<'t> {
    /// Each agency's word that counts on the victim track, by agency.
    pub victim: BTreeMap<&'t str, &'t Screening>,
    /// Each authority's last step on the criminal track, by authority.
    pub criminal: BTreeMap<&'t str, &'t ProcedureStep>,
    /// The most protective of the agencies' words.
    pub result: VictimResult,
    /// Whether agencies say different things of the victim track.
    pub is_disputed: bool,
}

impl NonPunishmentDecision {
    /// Every decision.
    pub const ALL: [Self; 4] =
        [Self::Considered, Self::Applied, Self::AppliedInPart, Self::Refused];

    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Considered => "considered",
            Self::Applied => "applied",
            Self::AppliedInPart => "applied-in-part",
            Self::Refused => "refused",
        }
    }

    /// The decision with a code.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|decision| decision.code() == text.trim())
    }
}

impl Appeal {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::None, Self::Open, Self::Allowed, Self::Dismissed];

    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Open => "open",
            Self::Allowed => "allowed",
            Self::Dismissed => "dismissed",
        }
    }

    /// The state with a code.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|appeal| appeal.code() == text.trim())
    }
}

impl Tracks {
    /// How the person stands on both tracks.
    #[must_use]
    pub fn standing(&self) -> TrackStanding<'_> {
        let mut victim: BTreeMap<&str, &Screening> = BTreeMap::new();
        for said in &self.screenings {
            let counts = victim.entry(&said.authority).or_insert(said);
            if weight(counts) < weight(said) {
                *counts = said;
            }
        }
        let authorities: Vec<&str> = self.steps.iter().map(|step| &*step.authority).collect();
        let last_of =
            |authority| last_step(self.steps.iter().filter(|step| step.authority == authority));
        let criminal = authorities
            .into_iter()
            .filter_map(|authority| Some((authority, last_of(authority)?)))
            .collect();
        let results = || victim.values().map(|said| said.result);
        let result = results().max_by_key(|result| protection(*result));
        let is_disputed = results().any(|other| Some(other) != results().next());
        let result = result.unwrap_or(VictimResult::NotScreened);
        TrackStanding { victim, criminal, result, is_disputed }
    }

    /// How the person stands for a list of suspects that goes to an agency. Of several agencies'
    /// words the most protective counts, and a release only after the last of them.
    #[must_use]
    pub fn suspect_standing(&self, to: &str) -> SuspectStanding {
        let result = self.standing().result;
        let last_said = self.screenings.iter().map(|said| said.entered).max();
        let counts = |release: &&Release| {
            release.to.as_deref().is_none_or(|agency| agency == to)
                && last_said.is_none_or(|said| said <= release.entered)
                && !release.officer.is_empty()
        };
        let released = self.releases.iter().filter(counts).max_by_key(|release| release.entered);
        match (result, released) {
            (VictimResult::NotAVictim, _) => SuspectStanding::Screened,
            (VictimResult::NotScreened, _) => SuspectStanding::NotScreened,
            (_, Some(release)) => SuspectStanding::Released { officer: release.officer.clone() },
            (_, None) => SuspectStanding::Victim,
        }
    }
}

/// Which word weighs more where agencies disagree.
fn protection(result: VictimResult) -> u8 {
    match result {
        VictimResult::NotScreened => 0,
        VictimResult::NotAVictim => 1,
        VictimResult::PresumedVictim => 2,
        VictimResult::IdentifiedVictim => 3,
    }
}

/// A person who waits for a screening, as the queue orders them: children first, then by the score
/// of the first answers, then whoever waits longest. A score decides nothing else.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Waiting {
    is_of_age: bool,
    score_below: u32,
    since: Option<Instant>,
    person: String,
}

impl Waiting {
    /// The place of a person in the queue; smaller is sooner.
    #[must_use]
    pub fn new(person: &str, is_child: bool, score: u32, since: Option<Instant>) -> Self {
        let score_below = u32::MAX - score;
        Self { is_of_age: !is_child, score_below, since, person: person.to_owned() }
    }
}
