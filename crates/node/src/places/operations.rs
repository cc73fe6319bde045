//! Operations: planned, carried out, counted, and what was found.

use std::collections::{BTreeMap, BTreeSet};

use liaison_casework::{
    OPERATION_FINDS, OPERATION_KINDS, OPERATION_ROLES, OperationState, State as _, Word,
    is_disputed, latest,
};
use liaison_model::schema::names::{prop, schema};
use liaison_model::values::{self, PartialDate};
use liaison_model::{Act, CommitNumber, EntityId, Instant, Marks, Reader};

use super::said::{PlaceSaid, StateWanted, not_a_code};
use super::{ACT, PlaceError};
use crate::cases::{Said, fitted};
use crate::reading::{EntityView, Shown, Snapshot};
use crate::reports::{date, one, values as said_of};
use crate::situation::strictest_of;
use crate::tracks::KnownTracks;
use crate::{Node, NodeError};

/// An operation as a reader may know of it.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownOperation {
    /// Entity id.
    pub id: EntityId,
    /// What it is called.
    pub name: String,
    /// Its kind, as a code.
    pub kind: String,
    /// When.
    pub date: Option<PartialDate>,
    /// Where, as id and name.
    pub place: Option<(String, String)>,
    /// Which agencies take part, the leading one first, as ids or names.
    pub agencies: Vec<String>,
    /// What is planned.
    pub plan: Option<String>,
    /// Every word on how far it is.
    pub words: Vec<Word<OperationState>>,
    /// The strictest marks of what is said.
    pub marks: Marks,
}

/// An operation with all that is said of it.
#[derive(Debug, Clone)]
pub struct OperationView {
    /// The operation.
    pub operation: KnownOperation,
    /// People by role and nationality, as each source counts them.
    pub counts: Vec<OperationCount>,
    /// What was found.
    pub finds: Vec<OperationFind>,
    /// The people who were found, with both tracks.
    pub people: Vec<KnownTracks>,
    /// Ids and numbers of the manifests on which they travel home.
    pub manifests: Vec<(String, String)>,
    /// The strictest marks of what is shown.
    pub marks: Marks,
    /// The last commit that is shown.
    pub position: CommitNumber,
}

/// How many people of a role and nationality were counted, source by source. Nothing is added up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationCount {
    /// The role, as a code.
    pub role: String,
    /// The nationality, as a code; of all where it is absent.
    pub nationality: Option<String>,
    /// What each source says, the oldest first.
    pub told: Vec<ToldCount>,
}

/// What one source counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldCount {
    /// Entity id, where it can be taken back by itself.
    pub id: Option<String>,
    /// How many.
    pub people: u64,
    /// As of when.
    pub date: Option<String>,
    /// Which agency says so.
    pub authority: String,
    /// From which paper, or from whom.
    pub source: String,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationFind {
    /// Entity id: what is taken back by it.
    pub id: String,
    /// Its kind, as a code.
    pub kind: String,
    /// The record, as id, schema and what it is called.
    pub about: Option<(String, String, Shown)>,
    /// What was seized.
    pub text: String,
    /// SHA-256 of the file that shows it.
    pub exhibit: Option<String>,
    /// Who entered it.
    pub officer: String,
    /// When the node learnt it.
    pub entered: Instant,
}

/// An operation that somebody plans, as it was written.
#[derive(Debug, Clone, Default)]
pub struct OperationWanted {
    /// What it is called, in words that name nobody.
    pub name: String,
    /// Its kind, as a code.
    pub kind: String,
    /// When; may lie ahead.
    pub date: String,
    /// Id of the place, or name of the compound.
    pub place: String,
    /// Which agencies take part, with commas, as ids of records.
    pub agencies: String,
    /// What is planned.
    pub plan: String,
    /// The case whose members alone may read it; the whole agency where it is empty.
    pub case: String,
}

/// A number of people, as it was written.
#[derive(Debug, Clone, Default)]
pub struct CountWanted {
    /// The role, as a code.
    pub role: String,
    /// The nationality; of all where it is empty.
    pub nationality: String,
    /// How many.
    pub people: String,
    /// As of when; today where it is empty.
    pub date: String,
    /// Which agency says so; our own where it is empty.
    pub authority: String,
    /// From which paper, or from whom.
    pub source: String,
}

/// What was found, as it was written.
#[derive(Debug, Clone, Default)]
pub struct FindWanted {
    /// Its kind, as a code.
    pub kind: String,
    /// Id of a person or piece of evidence, or number of a report.
    pub about: String,
    /// What was seized.
    pub text: String,
    /// SHA-256 of the file that shows it.
    pub exhibit: String,
}

impl KnownOperation {
    /// The latest word on how far it is.
    #[must_use]
    pub fn state(&self) -> Option<&Word<OperationState>> {
        latest(&self.words)
    }

    /// Whether agencies say different things.
    #[must_use]
    pub fn is_disputed(&self) -> bool {
        is_disputed(&self.words)
    }
}

impl OperationCount {
    /// Whether sources tell different numbers.
    #[must_use]
    pub fn is_disputed(&self) -> bool {
        self.told.windows(2).any(|pair| matches!(pair, [a, b] if a.people != b.people))
    }
}

impl Node {
    /// Operations, the latest first.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn operations(&self, reader: &Reader) -> Result<Vec<KnownOperation>, NodeError> {
        let snapshot = self.snapshot(reader, Act::Find, None)?;
        let mut all = BTreeMap::new();
        for view in snapshot.all_of(&[schema::OPERATION])? {
            all.insert(view.id.to_string(), snapshot.known_operation(&view)?);
        }
        for view in snapshot.all_of(&[schema::OPERATION_STEP])? {
            let of = one(&view, prop::OPERATION);
            if let Some(known) = of.and_then(|id| all.get_mut(&id)) {
                known.words.extend(snapshot.word_of(&view)?);
            }
        }
        let mut all: Vec<KnownOperation> = all.into_values().collect();
        let day = |one: &KnownOperation| one.date.as_ref().map(PartialDate::earliest);
        all.sort_by(|a, b| (day(b), &b.id).cmp(&(day(a), &a.id)));
        Ok(all)
    }

    /// An operation with all that is said of it.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the reader knows no such operation.
    pub fn operation(&self, id: &str, reader: &Reader) -> Result<OperationView, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let view = snapshot.of_schema(id, schema::OPERATION)?;
        let mut operation = snapshot.known_operation(&view)?;
        let mut counts = counts_within(&view);
        let mut finds = Vec::new();
        let mut manifests = Vec::new();
        let mut said = vec![view.clone()];
        for pointing in snapshot.pointing_at(view.id.as_str())? {
            match pointing.schema.as_str() {
                schema::OPERATION_STEP => operation.words.extend(snapshot.word_of(&pointing)?),
                schema::OPERATION_COUNT => counts.extend(count_of(&pointing)),
                schema::OPERATION_FIND => finds.extend(snapshot.find_of(&pointing)?),
                schema::MANIFEST => {
                    let number = one(&pointing, prop::NUMBER).unwrap_or_default();
                    manifests.push((pointing.id.to_string(), number));
                }
                _ => continue,
            }
            said.push(pointing);
        }
        operation.words.sort_by_key(|word| (word.day(), word.entered));
        finds.sort_by(|a, b| (&a.kind, a.entered, &a.id).cmp(&(&b.kind, b.entered, &b.id)));
        let found = finds.iter().filter(|find| find.kind == PERSON);
        let ids: BTreeSet<&str> =
            found.filter_map(|find| find.about.as_ref()).map(|(id, _, _)| &**id).collect();
        let people = ids.into_iter().map(|id| snapshot.tracks_of(id)).collect::<Result<_, _>>()?;
        Ok(OperationView {
            operation,
            counts: grouped(counts),
            people,
            finds,
            manifests,
            marks: strictest_of(said.iter()).unwrap_or_default(),
            position: snapshot.position(),
        })
    }

    /// Plans an operation. With a case, its members alone read of it.
    ///
    /// # Errors
    ///
    /// Without a name or a kind; [`NodeError::NotFound`] for a place or case that the reader does
    /// not know.
    pub fn plan_operation(
        &self,
        wanted: &OperationWanted,
        reader: &Reader,
    ) -> Result<PlaceSaid, NodeError> {
        let name = fitted(schema::OPERATION, prop::NAME, &wanted.name, true)?;
        let kind = wanted.kind.trim();
        if !OPERATION_KINDS.contains(&kind) {
            return Err(not_a_code(prop::OPERATION_TYPE, OPERATION_KINDS));
        }
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let (marks, case) = match wanted.case.trim() {
            "" => (Marks::default(), String::new()),
            case => {
                let case = snapshot.find_case(case)?.let_in()?;
                (case.marks, case.id.to_string())
            }
        };
        let place = match wanted.place.trim() {
            "" => String::new(),
            place => match snapshot.find_compound(place) {
                Ok(view) => view.id.to_string(),
                Err(NodeError::NotFound) => snapshot.by_id(place, false)?.id.to_string(),
                Err(error) => return Err(error),
            },
        };
        let day = self.day(&wanted.date)?;
        let mut said = vec![
            (prop::NAME, name),
            (prop::OPERATION_TYPE, kind.to_owned()),
            (prop::DATE, day.as_ref().map(ToString::to_string).unwrap_or_default()),
            (prop::PLACE, place),
            (prop::CASE, case),
            (prop::DESCRIPTION, fitted(schema::OPERATION, prop::DESCRIPTION, &wanted.plan, false)?),
        ];
        let named = wanted.agencies.split(',').map(str::trim).filter(|name| !name.is_empty());
        for (at, agency) in named.enumerate() {
            let id = self.entity_id(agency)?.to_string();
            said.push((if at == 0 { prop::LEAD_AGENCY } else { prop::AGENCIES }, id));
        }
        let id = self.fresh("operation")?;
        let record = Said { id: id.clone(), schema: schema::OPERATION, marks: &marks };
        let mut entries = record.all(self, said);
        // What is entered after the fact was planned by then.
        let past = day.filter(|day| day.earliest() <= self.last_day());
        let step = StateWanted {
            status: OperationState::Planned.code().to_owned(),
            date: past.map(|day| day.to_string()).unwrap_or_default(),
            ..StateWanted::default()
        };
        let none: Option<&Word<OperationState>> = None;
        let own = self.agency().to_string();
        let mut first = self.word_entries(schema::OPERATION_STEP, &step, none, own, reader)?;
        first.push((prop::OPERATION, id.to_string()));
        let word = Said { id: self.fresh("step")?, schema: schema::OPERATION_STEP, marks: &marks };
        entries.extend(word.all(self, first));
        self.put_place(id.as_str(), id.clone(), entries, reader)
    }

    /// Says how far an operation is. What others said stays.
    ///
    /// # Errors
    ///
    /// As [`Self::operation`]; also for a day that has not come, and where a reason is needed.
    pub fn set_operation_state(
        &self,
        id: &str,
        wanted: &StateWanted,
        reader: &Reader,
    ) -> Result<PlaceSaid, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let view = snapshot.of_schema(id, schema::OPERATION)?;
        let words: Vec<Word<OperationState>> =
            snapshot.words_of(&view.id, schema::OPERATION_STEP)?;
        let authority = self.authority(&wanted.authority)?;
        let own = words.iter().filter(|word| word.authority == authority);
        let before = latest(own);
        let mut said =
            self.word_entries(schema::OPERATION_STEP, wanted, before, authority, reader)?;
        said.push((prop::OPERATION, view.id.to_string()));
        self.say_of(&view, ("step", schema::OPERATION_STEP), said, reader)
    }

    /// Counts people of an operation, as one source tells it. Other numbers stay beside it.
    ///
    /// # Errors
    ///
    /// As [`Self::operation`]; also without a source, and for a number, role or nationality that
    /// cannot be.
    pub fn count_in_operation(
        &self,
        id: &str,
        wanted: &CountWanted,
        reader: &Reader,
    ) -> Result<PlaceSaid, NodeError> {
        let view = self.snapshot(reader, Act::Read, None)?.of_schema(id, schema::OPERATION)?;
        let role = wanted.role.trim();
        if !OPERATION_ROLES.contains(&role) {
            return Err(not_a_code(prop::ROLE, OPERATION_ROLES));
        }
        let people: u32 = wanted.people.trim().parse().map_err(|_| PlaceError::NoNumber)?;
        let nationality = match wanted.nationality.trim() {
            "" => String::new(),
            code => values::country(code)
                .map_err(|_| crate::WrongUse::UnknownCountry { country: code.to_owned() })?
                .to_owned(),
        };
        let kind = schema::OPERATION_COUNT;
        let said = vec![
            (prop::OPERATION, view.id.to_string()),
            (prop::ROLE, role.to_owned()),
            (prop::NATIONALITY, nationality),
            (prop::PEOPLE, people.to_string()),
            (prop::DATE, self.past_day(&wanted.date)?.to_string()),
            (prop::AUTHORITY, self.authority(&wanted.authority)?),
            (prop::SOURCE, fitted(kind, prop::SOURCE, &wanted.source, true)?),
            (prop::OFFICER, reader.name().to_owned()),
        ];
        self.say_of(&view, ("count", kind), said, reader)
    }

    /// Says who or what was found in an operation. What becomes of somebody stands on their tracks.
    ///
    /// # Errors
    ///
    /// As [`Self::operation`]; [`PlaceError::NothingTied`] when nothing is named,
    /// [`NodeError::NotFound`] for a person, report or piece of evidence that the reader does not
    /// know.
    pub fn find_in_operation(
        &self,
        id: &str,
        wanted: &FindWanted,
        reader: &Reader,
    ) -> Result<PlaceSaid, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let view = snapshot.of_schema(id, schema::OPERATION)?;
        let kind = wanted.kind.trim();
        if !OPERATION_FINDS.contains(&kind) {
            return Err(not_a_code(prop::KIND, OPERATION_FINDS));
        }
        let about = match (kind, wanted.about.trim()) {
            (_, "") => String::new(),
            (PERSON, about) => snapshot.person(about)?.to_string(),
            (_, about) => self.linkable(about, reader)?.to_string(),
        };
        let schema = schema::OPERATION_FIND;
        let text = fitted(schema, prop::TEXT, &wanted.text, false)?;
        let is_named = !about.is_empty() || (kind == SEIZURE && !text.is_empty());
        if !is_named {
            return Err(PlaceError::NothingTied.into());
        }
        let exhibit = match wanted.exhibit.trim() {
            "" => String::new(),
            hash => self.cleaned(schema, prop::EXHIBIT, hash)?.0,
        };
        let said = vec![
            (prop::OPERATION, view.id.to_string()),
            (prop::KIND, kind.to_owned()),
            (prop::ABOUT, about),
            (prop::TEXT, text),
            (prop::EXHIBIT, exhibit),
            (prop::AUTHORITY, self.agency().to_string()),
            (prop::OFFICER, reader.name().to_owned()),
        ];
        self.say_of(&view, ("find", schema), said, reader)
    }
}

impl Snapshot<'_> {
    /// An entity of a schema that the reader may see.
    pub(super) fn of_schema(&self, id: &str, wanted: &str) -> Result<EntityView, NodeError> {
        let view = self.by_id(id, false)?;
        if view.schema == wanted { Ok(view) } else { Err(NodeError::NotFound) }
    }

    fn known_operation(&self, view: &EntityView) -> Result<KnownOperation, NodeError> {
        let mut agencies = Vec::new();
        for wanted in [prop::LEAD_AGENCY, prop::AGENCIES] {
            for said in said_of(view, wanted) {
                agencies.push(self.name_of(said.value.text())?);
            }
        }
        let place = match one(view, prop::PLACE) {
            Some(id) => Some((id.clone(), self.name_of(&id)?)),
            None => None,
        };
        Ok(KnownOperation {
            id: view.id.clone(),
            name: view.caption.text().to_owned(),
            kind: one(view, prop::OPERATION_TYPE).unwrap_or_default(),
            date: date(view, prop::DATE).or_else(|| date(view, prop::START_DATE)),
            place,
            agencies,
            plan: one(view, prop::DESCRIPTION),
            words: self.word_of(view)?.into_iter().collect(),
            marks: view.strictest_marks(),
        })
    }

    fn find_of(&self, view: &EntityView) -> Result<Option<OperationFind>, NodeError> {
        let Some(signed) = self.signed(view, ACT)? else { return Ok(None) };
        Ok(Some(OperationFind {
            id: view.id.to_string(),
            kind: one(view, prop::KIND).unwrap_or_default(),
            about: self.named(one(view, prop::ABOUT))?,
            text: one(view, prop::TEXT).unwrap_or_default(),
            exhibit: one(view, prop::EXHIBIT),
            officer: signed.officer,
            entered: signed.at,
        }))
    }
}

type Counted = ((String, Option<String>), ToldCount);

fn count_of(view: &EntityView) -> Option<Counted> {
    let told = ToldCount {
        id: Some(view.id.to_string()),
        people: one(view, prop::PEOPLE)?.parse().ok()?,
        date: one(view, prop::DATE),
        authority: one(view, prop::AUTHORITY).unwrap_or_else(|| view.id.origin().to_owned()),
        source: one(view, prop::SOURCE).unwrap_or_default(),
    };
    Some(((one(view, prop::ROLE)?, one(view, prop::NATIONALITY)), told))
}

/// Numbers that came with the operation itself, as columns of a list.
fn counts_within(view: &EntityView) -> Vec<Counted> {
    let mut counts = Vec::new();
    for (wanted, by_nationality, role) in WITHIN {
        for said in said_of(view, wanted) {
            let told = |people| ToldCount {
                id: None,
                people,
                date: said.as_of.clone(),
                authority: said.originator.clone(),
                source: said.source.clone().unwrap_or_else(|| said.dataset.clone()),
            };
            if !by_nationality {
                let people = said.value.text().parse();
                counts.extend(people.map(|people| (((*role).to_owned(), None), told(people))));
                continue;
            }
            let by: BTreeMap<String, u64> =
                serde_json::from_str(said.value.text()).unwrap_or_default();
            for (country, people) in by {
                counts.push((((*role).to_owned(), Some(country)), told(people)));
            }
        }
    }
    counts
}

fn grouped(all: Vec<Counted>) -> Vec<OperationCount> {
    let mut groups = BTreeMap::<(String, Option<String>), Vec<ToldCount>>::new();
    for (key, told) in all {
        groups.entry(key).or_default().push(told);
    }
    let place = |role: &str| OPERATION_ROLES.iter().position(|known| *known == role);
    let mut counts: Vec<OperationCount> = groups
        .into_iter()
        .map(|((role, nationality), mut told)| {
            told.sort_by(|a, b| (&a.date, &a.id).cmp(&(&b.date, &b.id)));
            OperationCount { role, nationality, told }
        })
        .collect();
    counts.sort_by_key(|one| (place(&one.role), one.nationality.clone()));
    counts
}

/// Columns of counts, whether by nationality, and the role that they count.
const WITHIN: &[(&str, bool, &str)] = &[
    (prop::RESCUED_COUNT, false, "brought-out"),
    (prop::RESCUED_BY_NATIONALITY, true, "brought-out"),
    (prop::ARRESTED_COUNT, false, "arrested"),
    (prop::ARRESTED_BY_NATIONALITY, true, "arrested"),
    (prop::INJURED_COUNT, false, "hurt"),
    (prop::DECEASED_COUNT, false, "killed"),
];
const PERSON: &str = "person";
const SEIZURE: &str = "seizure";
