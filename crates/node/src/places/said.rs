//! What officers say of compounds, and take back.

use liaison_casework::{COMPOUND_LINKS, CompoundStatus, NewWord, State, Word, check_word, latest};
use liaison_journal::Entry;
use liaison_model::schema::names::{prop, schema};
use liaison_model::schema::{self as schemata, PropType};
use liaison_model::values::{self, Hints};
use liaison_model::{Act, CommitNumber, EntityId, Marks, Reader};

use super::{ACT, PlaceError};
use crate::cases::{Said, fitted};
use crate::commit::Author;
use crate::reading::{EntityView, Snapshot};
use crate::reports::one;
use crate::{Field, Node, NodeError, ReportError};

/// A compound that is new to the register, or what is added to one.
#[derive(Debug, Clone, Default)]
pub struct CompoundWanted {
    /// What is said of it.
    pub fields: Vec<Field>,
    /// The language of its names, where the source says so.
    pub lang: Option<String>,
    /// From which paper, or from whom, in words that name nobody.
    pub source: String,
    /// Who may see it.
    pub marks: Marks,
}

/// A state that an officer wants to enter, as it was written.
#[derive(Debug, Clone, Default)]
pub struct StateWanted {
    /// The state, as a code.
    pub status: String,
    /// When it was reached; today where it is empty.
    pub date: String,
    /// Which agency says so; our own where it is empty.
    pub authority: String,
    /// From which paper, or from whom.
    pub source: String,
    /// Why, where it is out of the usual order.
    pub reason: String,
}

/// What is to be tied to a compound, as it was written.
#[derive(Debug, Clone, Default)]
pub struct TieWanted {
    /// What it is to the compound, as a code.
    pub kind: String,
    /// Number of a report, or id of a record.
    pub about: String,
    /// The name of a firm, where there is no record of it.
    pub text: String,
    /// A phone that is used there.
    pub phone: String,
    /// Since when; empty where nobody knows.
    pub date: String,
    /// Which agency says so; our own where it is empty.
    pub authority: String,
    /// From which paper, or from whom.
    pub source: String,
}

/// What was said of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceSaid {
    /// Entity id: what is taken back by it.
    pub id: String,
    /// Entity id of the place, operation or manifest of which it is said.
    pub about: String,
    /// The commit.
    pub commit: CommitNumber,
}

pub(super) type Pairs = Vec<(&'static str, String)>;

impl Node {
    /// Puts a compound into the register.
    ///
    /// # Errors
    ///
    /// [`PlaceError::Known`] when one of this name is in the same country; also for a field that
    /// there is not, a value that cannot be, and without a name, a country or a source.
    pub fn add_compound(
        &self,
        wanted: &CompoundWanted,
        reader: &Reader,
    ) -> Result<PlaceSaid, NodeError> {
        let id = self.fresh("compound")?;
        let entries = self.compound_entries(&id, wanted)?;
        let says = |prop: &str| entries.iter().find(|entry| entry.statement.prop == prop);
        let (name, country) = match (says(prop::NAME), says(prop::COUNTRY)) {
            (Some(name), Some(country)) => (&name.statement.value, &country.statement.value),
            (None, _) => return Err(crate::CaseError::Missing { field: prop::NAME }.into()),
            (_, None) => return Err(crate::CaseError::Missing { field: prop::COUNTRY }.into()),
        };
        let snapshot = self.snapshot(reader, Act::Find, None)?;
        match snapshot.find_compound(name) {
            Ok(known) if one(&known, prop::COUNTRY).as_ref() == Some(country) => {
                return Err(PlaceError::Known { id: known.id.to_string() }.into());
            }
            Ok(_) | Err(NodeError::NotFound) => {}
            Err(error) => return Err(error),
        }
        self.put_place(id.as_str(), id.clone(), entries, reader)
    }

    /// Adds to what is known of a compound: another name, a building, a gate, where it lies.
    ///
    /// # Errors
    ///
    /// As [`Self::add_compound`]; [`NodeError::NotFound`] when the reader knows no such compound.
    pub fn add_to_compound(
        &self,
        compound: &str,
        wanted: &CompoundWanted,
        reader: &Reader,
    ) -> Result<PlaceSaid, NodeError> {
        let known = self.snapshot(reader, Act::Read, None)?.find_compound(compound)?;
        let entries = self.compound_entries(&known.id, wanted)?;
        self.put_place(known.id.as_str(), known.id.clone(), entries, reader)
    }

    /// Enters whether a compound runs. What others said stays.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the reader knows no such compound; also without a source, for a
    /// day that has not come, and where a reason is needed.
    pub fn set_compound_status(
        &self,
        compound: &str,
        wanted: &StateWanted,
        reader: &Reader,
    ) -> Result<PlaceSaid, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let known = snapshot.find_compound(compound)?;
        let words: Vec<Word<CompoundStatus>> =
            snapshot.words_of(&known.id, schema::COMPOUND_STATUS)?;
        let authority = self.authority(&wanted.authority)?;
        let own = words.iter().filter(|word| word.authority == authority);
        let mut said =
            self.word_entries(schema::COMPOUND_STATUS, wanted, latest(own), authority, reader)?;
        said.push((prop::COMPOUND, known.id.to_string()));
        self.say_of(&known, ("status", schema::COMPOUND_STATUS), said, reader)
    }

    /// Ties a report, a record, a firm or a phone to a compound, or says that it is not tied.
    ///
    /// # Errors
    ///
    /// As [`Self::set_compound_status`]; [`PlaceError::NothingTied`] when nothing is named.
    pub fn tie_to_compound(
        &self,
        compound: &str,
        wanted: &TieWanted,
        reader: &Reader,
    ) -> Result<PlaceSaid, NodeError> {
        let known = self.snapshot(reader, Act::Read, None)?.find_compound(compound)?;
        let kind = wanted.kind.trim();
        if !COMPOUND_LINKS.contains(&kind) {
            return Err(not_a_code(prop::KIND, COMPOUND_LINKS));
        }
        let text = fitted(schema::COMPOUND_LINK, prop::TEXT, &wanted.text, false)?;
        let about = match wanted.about.trim() {
            "" => String::new(),
            about => self.linkable(about, reader)?.to_string(),
        };
        let phone = match wanted.phone.trim() {
            "" => String::new(),
            phone => self.cleaned(schema::COMPOUND_LINK, prop::PHONE, phone)?.0,
        };
        if about.is_empty() && text.is_empty() && phone.is_empty() {
            return Err(PlaceError::NothingTied.into());
        }
        let date = self.day(&wanted.date)?.map(|day| day.to_string()).unwrap_or_default();
        let said = vec![
            (prop::COMPOUND, known.id.to_string()),
            (prop::KIND, kind.to_owned()),
            (prop::ABOUT, about),
            (prop::TEXT, text),
            (prop::PHONE, phone),
            (prop::DATE, date),
            (prop::AUTHORITY, self.authority(&wanted.authority)?),
            (prop::SOURCE, fitted(schema::COMPOUND_LINK, prop::SOURCE, &wanted.source, true)?),
            (prop::OFFICER, reader.name().to_owned()),
        ];
        self.say_of(&known, ("link", schema::COMPOUND_LINK), said, reader)
    }

    /// Takes something that an officer said of a place back. It stays in History.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when no officer said such a thing, or it is taken back already, or
    /// more was said of it since; [`crate::WrongUse`] without a reason.
    pub fn take_back_from_place(
        &self,
        id: &str,
        reason: &str,
        reader: &Reader,
    ) -> Result<CommitNumber, NodeError> {
        self.take_back_of(id, ACT, TAKEN_BACK, reason, reader)
    }

    /// What a word says, checked against the one that it follows.
    pub(super) fn word_entries<S: State>(
        &self,
        kind: &'static str,
        wanted: &StateWanted,
        before: Option<&Word<S>>,
        authority: String,
        reader: &Reader,
    ) -> Result<Pairs, NodeError> {
        let codes = || S::ALL.iter().map(|state| state.code()).collect::<Vec<_>>();
        let state = S::read(&wanted.status).ok_or_else(|| not_a_code(prop::STATUS, &codes()))?;
        let date = self.day(&wanted.date)?.unwrap_or(self.today_as_date()?);
        let reason = fitted(kind, prop::REASON, &wanted.reason, false)?;
        let new = NewWord { state, date: &date, reason: &reason };
        // What our own officers do is their word; what is known of a compound is somebody's.
        let is_sourced = kind == schema::COMPOUND_STATUS;
        check_word(before, &new, self.last_day())?;
        Ok(vec![
            (prop::STATUS, state.code().to_owned()),
            (prop::DATE, date.to_string()),
            (prop::AUTHORITY, authority),
            (prop::SOURCE, fitted(kind, prop::SOURCE, &wanted.source, is_sourced)?),
            (prop::OFFICER, reader.name().to_owned()),
            (prop::REASON, reason),
        ])
    }

    /// Commits a record about another one, under the marks of that one.
    pub(super) fn say_of(
        &self,
        about: &EntityView,
        (kind, schema): (&str, &'static str),
        said: Pairs,
        reader: &Reader,
    ) -> Result<PlaceSaid, NodeError> {
        // What was published of a place says nothing about who may know what an agency says of it.
        let marks = about.strictest_marks();
        let marks = if marks.is_public() { Marks::default() } else { marks };
        let record = Said { id: self.fresh(kind)?, schema, marks: &marks };
        let entries = record.all(self, said);
        self.put_place(about.id.as_str(), record.id.clone(), entries, reader)
    }

    pub(super) fn put_place(
        &self,
        about: &str,
        id: EntityId,
        entries: Vec<Entry>,
        reader: &Reader,
    ) -> Result<PlaceSaid, NodeError> {
        let author = Author { name: reader.name(), purpose: "" };
        let commit = self.commit_as(&author, ACT, entries)?.commit;
        Ok(PlaceSaid { id: id.to_string(), about: about.to_owned(), commit })
    }

    /// A value as it is kept, and how its source wrote it where that differs.
    pub(crate) fn cleaned(
        &self,
        schema: &'static str,
        prop: &str,
        value: &str,
    ) -> Result<(String, Option<String>), NodeError> {
        let unknown = || ReportError::NoSuchField { field: prop.to_owned() };
        let found = schemata::find(schema).and_then(|schema| schema.property(prop));
        let property = found.ok_or_else(unknown)?;
        if property.kind == PropType::Entity {
            return Ok((self.entity_id(value.trim())?.to_string(), None));
        }
        let hints = Hints { country: Some(self.config().country.clone()), date_order: None };
        let cleaned = values::clean(property, value, &hints).map_err(|error| {
            ReportError::Field { field: prop.to_owned(), reason: error.reason, hint: error.hint }
        })?;
        Ok((cleaned.value, cleaned.original))
    }

    fn compound_entries(
        &self,
        id: &EntityId,
        wanted: &CompoundWanted,
    ) -> Result<Vec<Entry>, NodeError> {
        let source = fitted(schema::COMPOUND_STATUS, prop::SOURCE, &wanted.source, true)?;
        let record = Said { id: id.clone(), schema: schema::COMPOUND, marks: &wanted.marks };
        let mut entries = Vec::new();
        let filled = wanted.fields.iter().filter(|field| !field.value.trim().is_empty());
        for field in filled.take(FIELDS_MAX) {
            let known = COMPOUND_FIELDS.iter().find(|known| **known == field.name);
            let prop =
                known.ok_or_else(|| ReportError::NoSuchField { field: field.name.clone() })?;
            let (value, original) = self.cleaned(schema::COMPOUND, prop, &field.value)?;
            let mut entry = record.says(self, prop, value);
            entry.statement.original = original;
            entry.statement.source = Some(source.clone());
            if [prop::NAME, prop::ALIAS].contains(prop) {
                entry.statement.lang.clone_from(&wanted.lang);
            }
            entries.push(entry);
        }
        if entries.is_empty() {
            return Err(ReportError::NothingTold.into());
        }
        check_coordinates(&entries)?;
        Ok(entries)
    }
}

impl Snapshot<'_> {
    /// Every word of a schema on a record.
    pub(super) fn words_of<S: State>(
        &self,
        about: &EntityId,
        kind: &str,
    ) -> Result<Vec<Word<S>>, NodeError> {
        let mut words = Vec::new();
        for view in self.pointing_at(about.as_str())? {
            if view.schema == kind {
                words.extend(self.word_of(&view)?);
            }
        }
        Ok(words)
    }
}

/// A point is whole, on earth, and says how far off it may be.
fn check_coordinates(entries: &[Entry]) -> Result<(), PlaceError> {
    let number = |prop: &str| {
        let said = entries.iter().find(|entry| entry.statement.prop == prop);
        said.map(|entry| entry.statement.value.parse::<f64>().unwrap_or(f64::NAN))
    };
    let (north, east) = (number(prop::LATITUDE), number(prop::LONGITUDE));
    match (north, east, number(prop::PRECISION)) {
        (None, None, None) => Ok(()),
        (Some(north), Some(east), Some(metres))
            if north.abs() <= 90.0 && east.abs() <= 180.0 && 0.0 < metres =>
        {
            Ok(())
        }
        _ => Err(PlaceError::Coordinates),
    }
}

pub(super) fn not_a_code(field: &str, codes: &[&str]) -> NodeError {
    ReportError::Code { field: field.to_owned(), codes: codes.join(", ") }.into()
}

/// What can be said of a compound.
const COMPOUND_FIELDS: &[&str] = &[
    prop::NAME,
    prop::ALIAS,
    prop::COUNTRY,
    prop::PLACE,
    prop::FULL,
    prop::LATITUDE,
    prop::LONGITUDE,
    prop::PRECISION,
    prop::BUILDINGS,
    prop::BUILDING_COUNT,
    prop::GATES,
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
/// What can be taken back by itself.
const TAKEN_BACK: &[&str] = &[
    schema::COMPOUND,
    schema::COMPOUND_STATUS,
    schema::COMPOUND_LINK,
    schema::TRAVEL_RESTRICTION,
    schema::OPERATION,
    schema::OPERATION_STEP,
    schema::OPERATION_COUNT,
    schema::OPERATION_FIND,
    schema::MANIFEST_PERSON,
    schema::MANIFEST_STEP,
];
const FIELDS_MAX: usize = 200;
