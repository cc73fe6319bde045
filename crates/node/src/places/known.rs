//! What is known of compounds.

use std::collections::{BTreeMap, BTreeSet};

use liaison_casework::{CompoundStatus, State, Word, is_disputed, latest};
use liaison_model::schema::names::{prop, schema};
use liaison_model::values::PartialDate;
use liaison_model::{Act, CommitNumber, EntityId, Instant, Marks, Reader};

use super::{ACT, PlaceError};
use crate::reading::{EntityView, Snapshot, StatementView};
use crate::reports::{date, one, values};
use crate::{Node, NodeError, SearchRequest};

/// A compound as a reader may know of it.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownCompound {
    /// Entity id.
    pub id: EntityId,
    /// What it is called.
    pub name: String,
    /// Its other names with their language, in every script in which somebody told one.
    pub names: Vec<(String, Option<String>)>,
    /// Countries, as codes.
    pub countries: Vec<String>,
    /// The larger place in which it lies, as id and name.
    pub place: Option<(String, String)>,
    /// Where it lies.
    pub coordinates: Option<Coordinates>,
    /// Every word on whether it runs.
    pub words: Vec<Word<CompoundStatus>>,
    /// Entity ids of the reports that are tied to it.
    pub reports: BTreeSet<String>,
    /// How many operations were carried out there.
    pub operations: u64,
    /// The strictest marks of what is said of it.
    pub marks: Marks,
}

/// Degrees north and east, and how far off they may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coordinates {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// Metres; `None` where the source does not say.
    pub precision_metres: Option<f64>,
}

/// Something else that is said of a compound, with who says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompoundFact {
    /// Statement id: by this it is withdrawn.
    pub id: String,
    /// The property.
    pub prop: String,
    /// The value.
    pub value: String,
    /// Its language, where the source says so.
    pub lang: Option<String>,
    /// Who says so.
    pub source: Option<String>,
    /// Whose statement it is.
    pub originator: String,
}

/// Which compounds are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CompoundsWanted {
    /// Only those with one of these words of the search, in any script.
    pub text: String,
    /// Only those in this country, as a code.
    pub country: Option<String>,
    /// Only those of which the latest word is this.
    pub status: Option<CompoundStatus>,
    /// Only those on which agencies disagree.
    pub is_disputed: bool,
    /// Of what was known at this moment.
    pub known_on: Option<Instant>,
}

/// The register, as far as a reader may see it.
#[derive(Debug, Clone, Default)]
pub struct Compounds {
    /// Those that are wanted, by name.
    pub rows: Vec<KnownCompound>,
    /// How many there are in all.
    pub total: u64,
    /// How many have which latest word; `None` for those of which nobody said anything.
    pub by_status: BTreeMap<Option<CompoundStatus>, u64>,
    /// How many lie in which country.
    pub by_country: BTreeMap<String, u64>,
    /// On how many agencies disagree.
    pub disputed: u64,
    /// The last commit that is shown.
    pub position: CommitNumber,
}

impl KnownCompound {
    /// The latest word.
    #[must_use]
    pub fn status(&self) -> Option<&Word<CompoundStatus>> {
        latest(&self.words)
    }

    /// Whether agencies say different things.
    #[must_use]
    pub fn is_disputed(&self) -> bool {
        is_disputed(&self.words)
    }

    /// Every name, the first first.
    pub fn all_names(&self) -> impl Iterator<Item = &str> {
        let others = self.names.iter().map(|(name, _)| name.as_str());
        std::iter::once(self.name.as_str()).chain(others)
    }

    fn is_wanted(&self, wanted: &CompoundsWanted) -> bool {
        let status = self.status().map(|word| word.state);
        wanted.country.as_ref().is_none_or(|country| self.countries.contains(country))
            && wanted.status.is_none_or(|wanted| status == Some(wanted))
            && (!wanted.is_disputed || self.is_disputed())
    }
}

impl Node {
    /// The register of compounds, by name.
    ///
    /// # Errors
    ///
    /// When the journal, the views or the search fail.
    pub fn compounds(
        &self,
        reader: &Reader,
        wanted: &CompoundsWanted,
    ) -> Result<Compounds, NodeError> {
        let snapshot = self.snapshot(reader, Act::Find, wanted.known_on)?;
        let mut all = snapshot.all_compounds(reader)?;
        if !wanted.text.trim().is_empty() {
            let found = self.compounds_called(&wanted.text, wanted.known_on, reader)?;
            all.retain(|one| found.contains(&one.id));
        }
        let mut compounds = Compounds {
            total: all.len() as u64,
            position: snapshot.position(),
            ..Compounds::default()
        };
        for one in &all {
            *compounds.by_status.entry(one.status().map(|word| word.state)).or_default() += 1;
            for country in &one.countries {
                *compounds.by_country.entry(country.clone()).or_default() += 1;
            }
            compounds.disputed += u64::from(one.is_disputed());
        }
        all.retain(|one| one.is_wanted(wanted));
        all.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
        compounds.rows = all;
        Ok(compounds)
    }

    /// Compounds that the search across scripts finds under a text.
    fn compounds_called(
        &self,
        text: &str,
        known_on: Option<Instant>,
        reader: &Reader,
    ) -> Result<BTreeSet<EntityId>, NodeError> {
        let mut request = SearchRequest {
            text: text.to_owned(),
            known_on,
            limit: FOUND_MAX,
            ..SearchRequest::default()
        };
        request.filter.schemata = vec![schema::COMPOUND.to_owned()];
        let answer = self.search(&request, reader)?;
        Ok(answer.hits.into_iter().map(|hit| hit.entity.id).collect())
    }
}

impl Snapshot<'_> {
    fn all_compounds(&self, reader: &Reader) -> Result<Vec<KnownCompound>, NodeError> {
        let mut compounds = BTreeMap::new();
        for view in self.all_of(&[schema::COMPOUND])? {
            compounds.insert(view.id.to_string(), self.compound_of(&view)?);
        }
        for view in self.all_of(&[schema::COMPOUND_STATUS])? {
            let of = one(&view, prop::COMPOUND);
            if let Some(known) = of.and_then(|id| compounds.get_mut(&id)) {
                known.words.extend(self.word_of(&view)?);
            }
        }
        for view in self.all_of(&[schema::COMPOUND_LINK])? {
            let of = one(&view, prop::COMPOUND);
            if let Some(known) = of.and_then(|id| compounds.get_mut(&id))
                && one(&view, prop::KIND).as_deref() == Some(REPORT)
            {
                known.reports.extend(one(&view, prop::ABOUT));
            }
        }
        for view in self.all_of(&[schema::OPERATION])? {
            let of = one(&view, prop::PLACE);
            if let Some(known) = of.and_then(|id| compounds.get_mut(&id)) {
                known.operations += 1;
            }
        }
        for known in self.node.reports(reader, None, None)?.iter() {
            let of = known.report.place.as_ref();
            if let Some(compound) = of.and_then(|id| compounds.get_mut(id)) {
                compound.reports.insert(known.report.id.clone());
            }
        }
        Ok(compounds.into_values().collect())
    }

    /// What a compound's own statements say.
    pub(super) fn compound_of(&self, view: &EntityView) -> Result<KnownCompound, NodeError> {
        let name = view.caption.text().to_owned();
        let mut names: Vec<(String, Option<String>)> = Vec::new();
        for said in view.statements.iter().filter(|said| NAMES.contains(&said.prop.as_str())) {
            let text = said.value.text();
            if text != name && !names.iter().any(|(known, _)| known == text) {
                names.push((text.to_owned(), said.lang.clone()));
            }
        }
        let number = |wanted| one(view, wanted).and_then(|text| text.parse().ok());
        let coordinates = match (number(prop::LATITUDE), number(prop::LONGITUDE)) {
            (Some(latitude), Some(longitude)) => {
                let precision_metres = number(prop::PRECISION);
                Some(Coordinates { latitude, longitude, precision_metres })
            }
            _ => None,
        };
        let place = match one(view, prop::PLACE) {
            Some(id) => Some((id.clone(), self.name_of(&id)?)),
            None => None,
        };
        let countries: BTreeSet<&str> =
            values(view, prop::COUNTRY).map(|said| said.value.text()).collect();
        Ok(KnownCompound {
            id: view.id.clone(),
            name,
            names,
            countries: countries.into_iter().map(str::to_owned).collect(),
            place,
            coordinates,
            words: self.words_within(view)?,
            reports: BTreeSet::new(),
            operations: 0,
            marks: view.strictest_marks(),
        })
    }

    /// Words that came with the compound itself, as a column of a list.
    fn words_within(&self, view: &EntityView) -> Result<Vec<Word<CompoundStatus>>, NodeError> {
        let mut words = Vec::new();
        for said in values(view, prop::STATUS) {
            let Some(state) = CompoundStatus::read(said.value.text()) else { continue };
            words.push(Word {
                id: said.id.to_string(),
                state,
                date: said.as_of.as_deref().and_then(|day| PartialDate::read(day, None).ok()),
                authority: said.originator.clone(),
                source: source_of(said),
                officer: String::new(),
                reason: None,
                entered: self.node.journal.header(said.commit)?.note.time,
            });
        }
        Ok(words)
    }

    /// The word of a record that says a state.
    pub(super) fn word_of<S: State>(
        &self,
        view: &EntityView,
    ) -> Result<Option<Word<S>>, NodeError> {
        let text = |wanted| one(view, wanted).unwrap_or_default();
        let Some(state) = S::read(&text(prop::STATUS)) else { return Ok(None) };
        let Some(commit) = view.statements.iter().map(|said| said.commit).min() else {
            return Ok(None);
        };
        let note = self.node.journal.header(commit)?.note;
        let authority = one(view, prop::AUTHORITY);
        Ok(Some(Word {
            id: view.id.to_string(),
            state,
            date: date(view, prop::DATE),
            authority: authority.unwrap_or_else(|| view.id.origin().to_owned()),
            source: text(prop::SOURCE),
            officer: if note.act == ACT { note.author } else { String::new() },
            reason: one(view, prop::REASON),
            entered: note.time,
        }))
    }

    /// A compound by its id, or by a name that one alone has.
    pub(super) fn find_compound(&self, text: &str) -> Result<EntityView, NodeError> {
        match self.by_id(text, false) {
            Ok(view) if view.schema == schema::COMPOUND => return Ok(view),
            Ok(_) | Err(NodeError::NotFound) => {}
            Err(error) => return Err(error),
        }
        let wanted = text.trim().to_lowercase();
        let is_called = |view: &EntityView| {
            let mut names =
                view.statements.iter().filter(|said| NAMES.contains(&said.prop.as_str()));
            names.any(|said| said.value.text().to_lowercase() == wanted)
        };
        let mut found = self.all_of(&[schema::COMPOUND])?;
        found.retain(is_called);
        match found.len() {
            1 => found.pop().ok_or(NodeError::NotFound),
            0 => Err(NodeError::NotFound),
            _ => {
                let ids: Vec<&str> = found.iter().map(|view| view.id.as_str()).collect();
                Err(PlaceError::Several { ids: ids.join(", ") }.into())
            }
        }
    }
}

impl CompoundFact {
    /// What else is said of a compound, property by property.
    pub(super) fn of(view: &EntityView) -> Vec<Self> {
        let facts = FACTS.iter().flat_map(|wanted| values(view, wanted));
        let fact = |said: &StatementView| Self {
            id: said.id.to_string(),
            prop: said.prop.clone(),
            value: said.value.text().to_owned(),
            lang: said.lang.clone(),
            source: Some(source_of(said)).filter(|source| !source.is_empty()),
            originator: said.originator.clone(),
        };
        facts.map(fact).collect()
    }
}

/// From which paper a statement is; its dataset where it does not say.
fn source_of(said: &StatementView) -> String {
    said.source.clone().unwrap_or_else(|| said.dataset.clone())
}

/// The kind of a link that ties a report.
pub(super) const REPORT: &str = "report";
/// Properties that are names.
pub(super) const NAMES: &[&str] = &[prop::NAME, prop::ALIAS, prop::PREVIOUS_NAME, prop::WEAK_ALIAS];
/// What else is shown of a compound, in this order.
const FACTS: &[&str] = &[
    prop::NAME,
    prop::ALIAS,
    prop::FULL,
    prop::BUILDING_COUNT,
    prop::BUILDINGS,
    prop::GATES,
    prop::LATITUDE,
    prop::LONGITUDE,
    prop::PRECISION,
    prop::OPENED_AT,
    prop::CLOSED_AT,
    prop::PEOPLE_HELD_ESTIMATE,
    prop::ESTIMATE_DATE,
    prop::SCAM_TYPES,
    prop::GUARDING,
    prop::UTILITIES,
    prop::MOVED_TO,
    prop::NOTES,
];
const FOUND_MAX: usize = 1_000;
