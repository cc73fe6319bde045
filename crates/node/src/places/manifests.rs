//! Manifests: people who travel home together, and how far each of them is.

use std::collections::BTreeMap;
use std::io::Write;

use liaison_casework::{ManifestStage, State as _, Word, latest};
use liaison_formats::{TableError, TableFormat, write_table};
use liaison_model::schema::names::{prop, schema};
use liaison_model::values;
use liaison_model::{Act, CommitNumber, EntityId, Marks, Reader};

use super::said::{PlaceSaid, StateWanted};
use super::{ACT, PlaceError};
use crate::cases::{Said, fitted};
use crate::reading::{EntityView, Shown, Snapshot};
use crate::reports::{one, values as said_of};
use crate::tracks::KnownTracks;
use crate::{Node, NodeError};

/// A manifest as a reader may know of it.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownManifest {
    /// Entity id.
    pub id: EntityId,
    /// Its number, such as `M-2026-0001`.
    pub number: String,
    /// What it is called.
    pub title: String,
    /// Flight number.
    pub flight: Option<String>,
    /// When they travel.
    pub date: Option<String>,
    /// Countries, as codes: which they leave, and to which they go home.
    pub from: Option<String>,
    /// The latter.
    pub to: Option<String>,
    /// The operation in which they were found.
    pub operation: Option<String>,
    /// How many are at which stage.
    pub by_stage: BTreeMap<ManifestStage, u64>,
    /// The strictest marks of what is said.
    pub marks: Marks,
}

/// A manifest with everybody on it.
#[derive(Debug, Clone)]
pub struct ManifestView {
    /// The manifest.
    pub manifest: KnownManifest,
    /// Everybody on it, by when they were listed.
    pub passengers: Vec<Passenger>,
    /// The last commit that is shown.
    pub position: CommitNumber,
}

/// Somebody on a manifest.
#[derive(Debug, Clone)]
pub struct Passenger {
    /// Entity id of the line.
    pub id: String,
    /// The person with both tracks.
    pub person: KnownTracks,
    /// What the person is called; covered without a look.
    pub caption: Shown,
    /// Numbers of passports; covered without a look.
    pub passports: Vec<Shown>,
    /// Nationalities, as codes.
    pub nationalities: Vec<String>,
    /// Every word on how far they are, oldest first.
    pub words: Vec<Word<ManifestStage>>,
}

/// A manifest that somebody opens, as it was written.
#[derive(Debug, Clone, Default)]
pub struct ManifestWanted {
    /// What it is called, in words that name nobody.
    pub title: String,
    /// Flight number.
    pub flight: String,
    /// When they travel; may lie ahead.
    pub date: String,
    /// Which country they leave.
    pub from: String,
    /// To which country they go home.
    pub to: String,
    /// Id of the operation in which they were found.
    pub operation: String,
}

impl Passenger {
    /// The stage that counts: the one of the latest day.
    #[must_use]
    pub fn stage(&self) -> ManifestStage {
        latest(&self.words).map_or(ManifestStage::Listed, |word| word.state)
    }
}

impl ManifestView {
    /// Writes who is on it as CSV, and says how many. People are covered unless a look was recorded.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn write_csv(&self, to: impl Write) -> Result<u64, TableError> {
        let rows = self.passengers.iter().enumerate().map(|(at, passenger)| {
            let word = latest(&passenger.words);
            let date = word.and_then(|word| word.date.as_ref()).map(ToString::to_string);
            let passports: Vec<&str> = passenger.passports.iter().map(Shown::text).collect();
            vec![
                (at + 1).to_string(),
                passenger.person.id.clone(),
                passenger.caption.text().to_owned(),
                passports.join("; "),
                passenger.nationalities.join("; "),
                passenger.stage().code().to_owned(),
                date.unwrap_or_default(),
                word.map(|word| word.authority.clone()).unwrap_or_default(),
                passenger.person.tracks.standing().result.code().to_owned(),
            ]
        });
        write_table(to, TableFormat::Csv, &COLUMNS, rows)
    }
}

impl Node {
    /// Manifests, the newest first.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn manifests(&self, reader: &Reader) -> Result<Vec<KnownManifest>, NodeError> {
        let snapshot = self.snapshot(reader, Act::Find, None)?;
        let mut all = Vec::new();
        for view in snapshot.all_of(&[schema::MANIFEST])? {
            let passengers = snapshot.passengers(&view.id)?;
            all.push(known_manifest(&view, &passengers));
        }
        all.sort_by(|a, b| b.number.cmp(&a.number));
        Ok(all)
    }

    /// A manifest by its number or id, with people covered.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the reader knows none.
    pub fn manifest(&self, text: &str, reader: &Reader) -> Result<ManifestView, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let view = snapshot.find_manifest(text)?;
        let passengers = snapshot.passengers(&view.id)?;
        let manifest = known_manifest(&view, &passengers);
        Ok(ManifestView { manifest, passengers, position: snapshot.position() })
    }

    /// The same with everybody on it uncovered for the reader's purpose: a look at each of them is
    /// recorded first.
    ///
    /// # Errors
    ///
    /// As [`Self::manifest`]; [`NodeError::Refused`] when one of them may not be uncovered.
    pub fn manifest_uncovered(
        &self,
        text: &str,
        reader: &Reader,
    ) -> Result<ManifestView, NodeError> {
        let mut view = self.manifest(text, reader)?;
        let snapshot = self.snapshot(reader, Act::Export, None)?;
        let mut ids = Vec::new();
        for passenger in &view.passengers {
            let person = snapshot.by_id(&passenger.person.id, false)?;
            person.check_uncover(&snapshot)?;
            ids.push(person.id);
        }
        if ids.is_empty() {
            return Ok(view);
        }
        let look = self.record_look(reader, "manifest csv", ids)?;
        for passenger in &mut view.passengers {
            passenger.caption = passenger.caption.clone().uncovered(&look);
            for number in &mut passenger.passports {
                *number = number.clone().uncovered(&look);
            }
        }
        Ok(view)
    }

    /// Opens a manifest: gives it a number.
    ///
    /// # Errors
    ///
    /// Without a title, for a country or day that is none, and for an operation that the reader does
    /// not know.
    pub fn open_manifest(
        &self,
        wanted: &ManifestWanted,
        reader: &Reader,
    ) -> Result<PlaceSaid, NodeError> {
        let kind = schema::MANIFEST;
        let country = |text: &str| match text.trim() {
            "" => Ok(String::new()),
            text => values::country(text)
                .map(str::to_owned)
                .map_err(|_| crate::WrongUse::UnknownCountry { country: text.to_owned() }),
        };
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let (operation, marks) = match wanted.operation.trim() {
            "" => (String::new(), Marks::default()),
            id => {
                let view = snapshot.of_schema(id, schema::OPERATION)?;
                (view.id.to_string(), view.strictest_marks())
            }
        };
        let title = fitted(kind, prop::TITLE, &wanted.title, true)?;
        let _one_at_a_time = self.lock_numbers()?;
        let said = vec![
            (prop::NUMBER, self.next_manifest_number()?),
            (prop::TITLE, title),
            (prop::FLIGHT, fitted(kind, prop::FLIGHT, &wanted.flight, false)?),
            (prop::DATE, self.day(&wanted.date)?.map(|day| day.to_string()).unwrap_or_default()),
            (prop::FROM_COUNTRY, country(&wanted.from)?),
            (prop::TO_COUNTRY, country(&wanted.to)?),
            (prop::OPERATION, operation),
            (prop::OFFICER, reader.name().to_owned()),
        ];
        let id = self.fresh("manifest")?;
        let record = Said { id: id.clone(), schema: kind, marks: &marks };
        let entries = record.all(self, said);
        self.put_place(id.as_str(), id.clone(), entries, reader)
    }

    /// Lists somebody on a manifest.
    ///
    /// # Errors
    ///
    /// As [`Self::manifest`]; [`NodeError::NotFound`] for a person whom the reader does not know;
    /// [`PlaceError::Listed`] when they are on it.
    pub fn list_on_manifest(
        &self,
        manifest: &str,
        person: &str,
        reader: &Reader,
    ) -> Result<PlaceSaid, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let view = snapshot.find_manifest(manifest)?;
        let person = snapshot.person(person)?;
        let known = snapshot.passengers(&view.id)?;
        if known.iter().any(|one| one.person.id == person.as_str()) {
            return Err(PlaceError::Listed.into());
        }
        let said = vec![
            (prop::MANIFEST, view.id.to_string()),
            (prop::PERSON, person.to_string()),
            (prop::OFFICER, reader.name().to_owned()),
        ];
        self.say_of(&view, ("passenger", schema::MANIFEST_PERSON), said, reader)
    }

    /// Says how far somebody on a manifest is. What was said before stays.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the reader knows no such line; also for a day that has not come,
    /// and where a reason is needed.
    pub fn set_manifest_stage(
        &self,
        passenger: &str,
        wanted: &StateWanted,
        reader: &Reader,
    ) -> Result<PlaceSaid, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let view = snapshot.of_schema(passenger, schema::MANIFEST_PERSON)?;
        let mut words: Vec<Word<ManifestStage>> =
            snapshot.words_of(&view.id, schema::MANIFEST_STEP)?;
        words.extend(snapshot.listed(&view)?);
        let authority = self.authority(&wanted.authority)?;
        let before = latest(&words);
        let mut said =
            self.word_entries(schema::MANIFEST_STEP, wanted, before, authority, reader)?;
        said.push((prop::PASSENGER, view.id.to_string()));
        self.say_of(&view, ("stage", schema::MANIFEST_STEP), said, reader)
    }

    /// `M-2026-0001`: the agency's own numbers of the year, one after the other.
    fn next_manifest_number(&self) -> Result<String, NodeError> {
        let owner = self.folder_owner(ACT);
        let prefix = format!("M-{}-", self.today().year());
        let known = self.manifests(&owner)?;
        let numbers = known.iter().filter_map(|one| {
            one.number.strip_prefix(&prefix).and_then(|number| number.parse::<u64>().ok())
        });
        Ok(format!("{prefix}{:04}", numbers.max().unwrap_or(0) + 1))
    }
}

impl Snapshot<'_> {
    fn find_manifest(&self, text: &str) -> Result<EntityView, NodeError> {
        match self.of_schema(text, schema::MANIFEST) {
            Ok(view) => return Ok(view),
            Err(NodeError::NotFound) => {}
            Err(error) => return Err(error),
        }
        let wanted = text.trim();
        let mut all = self.all_of(&[schema::MANIFEST])?;
        all.retain(|view| one(view, prop::NUMBER).as_deref() == Some(wanted));
        all.pop().ok_or(NodeError::NotFound)
    }

    fn passengers(&self, manifest: &EntityId) -> Result<Vec<Passenger>, NodeError> {
        let mut passengers = Vec::new();
        for view in self.pointing_at(manifest.as_str())? {
            if view.schema != schema::MANIFEST_PERSON {
                continue;
            }
            let Some(id) = one(&view, prop::PERSON) else { continue };
            let Ok(person) = self.by_id(&id, false) else { continue };
            let mut words: Vec<Word<ManifestStage>> =
                self.words_of(&view.id, schema::MANIFEST_STEP)?;
            words.extend(self.listed(&view)?);
            words.sort_by_key(|word| (word.day(), word.entered));
            let passports =
                person.statements.iter().filter(|said| said.prop == prop::PASSPORT_NUMBER);
            passengers.push(Passenger {
                id: view.id.to_string(),
                passports: passports.map(|said| said.value.clone()).collect(),
                nationalities: said_of(&person, prop::NATIONALITY)
                    .map(|said| said.value.text().to_owned())
                    .collect(),
                person: self.tracks_of(&id)?,
                caption: person.caption,
                words,
            });
        }
        passengers.sort_by(|a, b| {
            let first = |one: &Passenger| one.words.first().map(|word| word.entered);
            (first(a), &a.id).cmp(&(first(b), &b.id))
        });
        Ok(passengers)
    }

    /// That somebody was put on a manifest is the first word on them.
    fn listed(&self, view: &EntityView) -> Result<Option<Word<ManifestStage>>, NodeError> {
        let signed = self.signed(view, ACT)?;
        Ok(signed.map(|signed| Word {
            id: view.id.to_string(),
            state: ManifestStage::Listed,
            date: None,
            authority: view.id.origin().to_owned(),
            source: String::new(),
            officer: signed.officer,
            reason: None,
            entered: signed.at,
        }))
    }
}

fn known_manifest(view: &EntityView, passengers: &[Passenger]) -> KnownManifest {
    let mut by_stage = BTreeMap::new();
    for passenger in passengers {
        *by_stage.entry(passenger.stage()).or_default() += 1;
    }
    KnownManifest {
        id: view.id.clone(),
        number: one(view, prop::NUMBER).unwrap_or_else(|| view.id.local().to_owned()),
        title: one(view, prop::TITLE).unwrap_or_default(),
        flight: one(view, prop::FLIGHT),
        date: one(view, prop::DATE),
        from: one(view, prop::FROM_COUNTRY),
        to: one(view, prop::TO_COUNTRY),
        operation: one(view, prop::OPERATION),
        by_stage,
        marks: view.strictest_marks(),
    }
}

const COLUMNS: [&str; 9] =
    ["line", "person", "name", "passport", "nationality", "stage", "date", "agency", "screening"];
