//! What is known of people's tracks.

use std::collections::{BTreeMap, BTreeSet};

use liaison_casework::{
    Appeal, NonPunishment, NonPunishmentDecision, Procedure, ProcedureStep, Release, Screening,
    Stage, Tracks, VictimResult, Waiting,
};
use liaison_model::schema::names::{prop, schema};
use liaison_model::{Act, AgencyId, EntityId, Instant, Reader};
use liaison_policy::{Refusal, SuspectStanding, may_name_as_suspect};

use super::ACT;
use crate::reading::{EntityView, Snapshot};
use crate::reports::{date, one};
use crate::{Node, NodeError};

/// A person's tracks, as a reader may know of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownTracks {
    /// Entity id of the person.
    pub id: String,
    /// Whether the last officer who said so holds that they are not of age; `None` where nobody did.
    pub is_child: Option<bool>,
    /// What was said.
    pub tracks: Tracks,
}

/// Somebody who waits for a screening, or for what follows a presumption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waits {
    /// The person with both tracks.
    pub person: KnownTracks,
    /// The most protective word on the victim track.
    pub result: VictimResult,
    /// The highest score of a form.
    pub score: u32,
}

/// Whom a partner may be told of as a suspect.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SuspectList {
    /// Those who may be named, with the step that accuses them.
    pub named: Vec<(String, ProcedureStep)>,
    /// How many are withheld because nobody screened them.
    pub not_screened: u64,
    /// How many are withheld because an agency presumes or holds that they are victims.
    pub victims: u64,
}

impl Node {
    /// Both tracks of a person.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when nothing visible speaks about such a person.
    pub fn tracks(&self, person: &str, reader: &Reader) -> Result<KnownTracks, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let id = snapshot.person(person)?;
        snapshot.tracks_of(id.as_str())
    }

    /// Who waits for a screening: children first, then by the score, then whoever waits longest.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn waiting(&self, reader: &Reader) -> Result<Vec<Waits>, NodeError> {
        let snapshot = self.snapshot(reader, Act::Find, None)?;
        let mut all = snapshot.all_tracks()?;
        // Whoever is out of a compound is to be screened, whether or not anybody said a word yet.
        for known in self.reports(reader, None, None)?.iter() {
            let is_out = known.report.steps.iter().any(|step| step.stage == Stage::Rescued);
            if let Some(person) = known.person.as_ref().filter(|_| is_out) {
                all.entry(person.clone()).or_insert_with(|| KnownTracks::nothing_of(person));
            }
        }
        let mut waiting: Vec<(Waiting, Waits)> = all
            .into_values()
            .filter_map(|person| {
                let result = person.tracks.standing().result;
                let waits = [VictimResult::NotScreened, VictimResult::PresumedVictim];
                if !waits.contains(&result) {
                    return None;
                }
                let score = person.tracks.screenings.iter().map(|said| said.score).max();
                let score = score.unwrap_or(0);
                let since = person.since();
                let is_child = person.is_child == Some(true);
                let place = Waiting::new(&person.id, is_child, score, since);
                Some((place, Waits { person, result, score }))
            })
            .collect();
        waiting.sort_by(|(a, _), (b, _)| a.cmp(b));
        Ok(waiting.into_iter().map(|(_, waits)| waits).collect())
    }

    /// The list of suspects that may go to an agency, and how many are withheld from it.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn suspects_for(&self, agency: &str, reader: &Reader) -> Result<SuspectList, NodeError> {
        let snapshot = self.snapshot(reader, Act::Export, None)?;
        let mut list = SuspectList::default();
        for (id, person) in snapshot.all_tracks()? {
            let accusing = person.tracks.steps.iter().filter(|step| step.step.accuses());
            let Some(step) = liaison_casework::last_step(accusing) else { continue };
            // Every agency's word counts, also one that this reader may not read.
            match self.may_name(&id, agency)? {
                Ok(()) => list.named.push((id, step.clone())),
                Err(Refusal::NotScreened) => list.not_screened += 1,
                Err(_) => list.victims += 1,
            }
        }
        Ok(list)
    }

    /// Whether a person may be named to an agency as a suspect. Asked of all that the node knows,
    /// whoever asks: what a reader may not see protects, too.
    pub(crate) fn may_name(
        &self,
        person: &str,
        agency: &str,
    ) -> Result<Result<(), Refusal>, NodeError> {
        let tracks = self.whole_snapshot()?.tracks_of(person)?;
        let standing: SuspectStanding = tracks.tracks.suspect_standing(agency);
        Ok(may_name_as_suspect(&standing).into_result())
    }

    /// Whether what speaks about a record may go to an agency, where the record names somebody as a
    /// suspect.
    pub(crate) fn check_suspect(
        &self,
        snapshot: &Snapshot<'_>,
        record: &EntityId,
        agency: &AgencyId,
    ) -> Result<(), NodeError> {
        let view = snapshot.by_id(record.as_str(), false)?;
        match accused(&view) {
            None => Ok(()),
            Some(person) => Ok(self.may_name(&person, agency.as_str())??),
        }
    }

    /// Everything that the node itself knows, cases included.
    pub(crate) fn whole_snapshot(&self) -> Result<Snapshot<'_>, NodeError> {
        let owner = self.folder_owner(ACT);
        let snapshot = self.snapshot(&owner, Act::Read, None)?;
        let cases: BTreeSet<EntityId> =
            snapshot.labels.values().flat_map(|label| label.marks.cases.iter().cloned()).collect();
        Ok(snapshot.read_as(owner.let_into(cases), Act::Read))
    }
}

impl KnownTracks {
    fn nothing_of(person: &str) -> Self {
        Self { id: person.to_owned(), is_child: None, tracks: Tracks::default() }
    }

    /// When the node first learnt of the person on either track.
    fn since(&self) -> Option<Instant> {
        let screened = self.tracks.screenings.iter().map(|said| said.entered);
        screened.chain(self.tracks.steps.iter().map(|step| step.entered)).min()
    }
}

impl Snapshot<'_> {
    /// The id of a person that the reader may see.
    pub(crate) fn person(&self, text: &str) -> Result<EntityId, NodeError> {
        let view = self.by_id(text, false)?;
        let found = liaison_model::schema::find(&view.schema);
        match found.is_some_and(|found| found.is_a(schema::PERSON)) {
            true => Ok(view.id),
            false => Err(NodeError::NotFound),
        }
    }

    pub(crate) fn tracks_of(&self, person: &str) -> Result<KnownTracks, NodeError> {
        let mut known = KnownTracks::nothing_of(person);
        let mut age = None;
        for view in self.pointing_at(person)? {
            self.add_word(&view, &mut known.tracks, &mut age)?;
        }
        known.is_child = age.map(|(_, is_child)| is_child);
        known.tracks.sort();
        Ok(known)
    }

    /// Everybody of whom anything was said on either track, by entity id.
    pub(crate) fn all_tracks(&self) -> Result<BTreeMap<String, KnownTracks>, NodeError> {
        let mut people = BTreeSet::new();
        for view in self.all_of(&[schema::SCREENING, schema::PROCEDURE_STEP])? {
            people.extend(one(&view, prop::PERSON));
        }
        people.into_iter().map(|id| Ok((id.clone(), self.tracks_of(&id)?))).collect()
    }

    /// Adds what one record says. Records that came by import count, under their source's word.
    fn add_word(
        &self,
        view: &EntityView,
        tracks: &mut Tracks,
        age: &mut Option<(Instant, bool)>,
    ) -> Result<(), NodeError> {
        let Some(commit) = view.statements.iter().map(|said| said.commit).min() else {
            return Ok(());
        };
        let note = self.node.journal.header(commit)?.note;
        let officer = if note.act == ACT { note.author } else { String::new() };
        let said = Word { view, officer, entered: note.time };
        match view.schema.as_str() {
            schema::SCREENING => {
                let is_child = match one(view, prop::AGE_GROUP).as_deref() {
                    Some(CHILD) => Some(true),
                    Some(ADULT) => Some(false),
                    _ => None,
                };
                if let Some(is_child) = is_child
                    && age.is_none_or(|(at, _)| at <= note.time)
                {
                    *age = Some((note.time, is_child));
                }
                tracks.screenings.extend(said.screening());
            }
            schema::PROCEDURE_STEP => tracks.steps.extend(said.step()),
            schema::NON_PUNISHMENT => tracks.non_punishment.extend(said.non_punishment()),
            // A release is an officer's act, and comes in no other way.
            schema::SUSPECT_RELEASE => tracks.releases.extend(said.release()),
            _ => {}
        }
        Ok(())
    }
}

/// Whom a record names as a suspect, if anybody.
fn accused(view: &EntityView) -> Option<String> {
    let says = |wanted, word: &str| one(view, wanted).as_deref() == Some(word);
    let accuses = match view.schema.as_str() {
        schema::ROLE_ASSESSMENT => says(prop::ROLE, SUSPECT),
        schema::PROCEDURE_STEP => {
            let step = one(view, prop::STEP).and_then(|code| Procedure::read(&code));
            step.is_some_and(Procedure::accuses)
        }
        schema::WARRANT => true,
        // Whoever is only an injured party or a witness is not accused.
        schema::PROCEEDING => {
            one(view, prop::PARTY_ROLE).is_none() || says(prop::PARTY_ROLE, ACCUSED)
        }
        _ => false,
    };
    one(view, prop::PERSON).filter(|_| accuses)
}

/// One record about a person, with who entered it.
struct Word<'v> {
    view: &'v EntityView,
    officer: String,
    entered: Instant,
}

impl Word<'_> {
    fn text(&self, wanted: &str) -> String {
        one(self.view, wanted).unwrap_or_default()
    }

    fn authority(&self) -> String {
        let said = one(self.view, prop::AUTHORITY);
        said.unwrap_or_else(|| self.view.id.origin().to_owned())
    }

    fn screening(&self) -> Option<Screening> {
        Some(Screening {
            id: self.view.id.to_string(),
            person: one(self.view, prop::PERSON)?,
            case: one(self.view, prop::CASE),
            date: date(self.view, prop::DATE),
            authority: self.authority(),
            officer: self.officer.clone(),
            entered: self.entered,
            instrument: one(self.view, prop::INSTRUMENT),
            result: self.result()?,
            score: self.text(prop::SCORE).parse().unwrap_or(0),
            reason: one(self.view, prop::REASON),
        })
    }

    /// The result; of a record that came by import, what its outcome means at least.
    fn result(&self) -> Option<VictimResult> {
        match one(self.view, prop::RESULT) {
            Some(code) => VictimResult::read(&code),
            // Signs are a presumption. What another form did not find decides nothing here.
            None if self.text(prop::OUTCOME) == INDICATED => Some(VictimResult::PresumedVictim),
            None => None,
        }
    }

    fn step(&self) -> Option<ProcedureStep> {
        Some(ProcedureStep {
            id: self.view.id.to_string(),
            person: one(self.view, prop::PERSON)?,
            case: one(self.view, prop::CASE),
            step: Procedure::read(&self.text(prop::STEP))?,
            date: date(self.view, prop::DATE),
            authority: self.authority(),
            legal_basis: self.text(prop::LEGAL_BASIS),
            officer: self.officer.clone(),
            entered: self.entered,
            reason: one(self.view, prop::REASON),
        })
    }

    fn non_punishment(&self) -> Option<NonPunishment> {
        Some(NonPunishment {
            id: self.view.id.to_string(),
            person: one(self.view, prop::PERSON)?,
            case: one(self.view, prop::CASE),
            date: date(self.view, prop::DATE),
            authority: self.authority(),
            decision: NonPunishmentDecision::read(&self.text(prop::DECISION))?,
            appeal: Appeal::read(&self.text(prop::APPEAL)).unwrap_or(Appeal::None),
            officer: self.officer.clone(),
            entered: self.entered,
        })
    }

    fn release(&self) -> Option<Release> {
        Some(Release {
            id: self.view.id.to_string(),
            person: one(self.view, prop::PERSON)?,
            to: one(self.view, prop::RELEASED_TO),
            officer: Some(self.officer.clone()).filter(|name| !name.is_empty())?,
            reason: self.text(prop::REASON),
            entered: self.entered,
        })
    }
}

/// The word for somebody who is not of age.
pub(super) const CHILD: &str = "child";
/// The word for somebody who is.
pub(super) const ADULT: &str = "adult";
const INDICATED: &str = "indicated";
const SUSPECT: &str = "suspect";
const ACCUSED: &str = "accused";
