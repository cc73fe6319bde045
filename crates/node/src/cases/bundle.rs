//! A whole case as a file, for a node that has none of its users.
//!
//! The file holds what stands in the case and about what is linked to it. People stay covered in it,
//! unless the officer names a purpose: then a look is recorded first. Whoever brings it in is its
//! only member, says all of it on their own agency's word, and names where it came from.

use std::collections::{BTreeMap, BTreeSet};

use liaison_casework::{SEVERITIES, Template};
use liaison_journal::Entry;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{
    Act, AgencyId, CommitNumber, EntityId, Instant, Label, Marks, Reader, Statement,
    schema as schemata,
};
use serde::{Deserialize, Serialize};

use super::known::CaseView;
use super::{ACT, CaseError, DATASET};
use crate::commit::Author;
use crate::reading::{EntityView, Shown};
use crate::{Node, NodeError};

/// A case that can be read by another node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    /// What this is.
    format: String,
    /// In which version.
    version: u32,
    /// The agency that wrote it.
    pub agency: AgencyId,
    /// When.
    pub written: Instant,
    /// Entity id of the case.
    pub case: String,
    /// Its number there.
    pub number: String,
    /// The marks of what stands in the case, without the case itself.
    handling: Marks,
    /// Whether people are covered in it.
    pub is_covered: bool,
    /// What is said, entity by entity.
    entities: Vec<FileEntity>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileEntity {
    id: String,
    schema: String,
    said: Vec<FileStatement>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileStatement {
    prop: String,
    value: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lang: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    as_of: Option<String>,
}

/// A case that was brought in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseBrought {
    /// Entity id here.
    pub id: String,
    /// Its number here.
    pub number: String,
    /// From which agency it came.
    pub from: String,
    /// How many entities came with it.
    pub entities: u64,
    /// The commit; all of it is taken back with it.
    pub commit: CommitNumber,
}

impl CaseFile {
    /// Reads a case file.
    ///
    /// # Errors
    ///
    /// [`CaseError::FileVersion`] for a version that this program does not know, before anything
    /// else is read; [`CaseError::NoCaseFile`] with the line for anything else.
    pub fn read(text: &str) -> Result<Self, NodeError> {
        #[derive(Deserialize)]
        struct Head {
            format: String,
            version: u64,
        }
        if BYTES_MAX < text.len() as u64 {
            return Err(CaseError::TooLarge { bytes_max: BYTES_MAX }.into());
        }
        let wrong = |error: serde_json::Error| CaseError::NoCaseFile { line: error.line() as u64 };
        let head: Head = serde_json::from_str(text).map_err(wrong)?;
        if head.format != FORMAT {
            return Err(CaseError::NoCaseFile { line: 1 }.into());
        }
        if head.version != u64::from(VERSION) {
            let found = head.version.to_string();
            return Err(CaseError::FileVersion { found, known: VERSION }.into());
        }
        Ok(serde_json::from_str(text).map_err(wrong)?)
    }

    /// The file's text.
    ///
    /// # Errors
    ///
    /// When it cannot be written as JSON.
    pub fn write(&self) -> Result<String, NodeError> {
        let text = serde_json::to_string_pretty(self);
        text.map_err(|_| CaseError::NoCaseFile { line: 0 }.into())
    }
}

impl Node {
    /// A whole case as a file. With a purpose of the reader, people are uncovered in it, and a look
    /// at each is recorded first; without, what says who they are is left out.
    ///
    /// # Errors
    ///
    /// As [`Node::case`]; [`NodeError::Refused`] when the purpose or the marks do not allow it.
    pub fn case_file(&self, case: &str, reader: &Reader) -> Result<CaseFile, NodeError> {
        let view = self.case(case, reader)?;
        let snapshot = self.snapshot(reader, Act::Export, None)?;
        let mut views = Vec::new();
        for id in self.ids_of(&view, reader)? {
            if let Some(ordinal) = self.views.ordinal(&id)? {
                views.extend(snapshot.entity(ordinal)?);
            }
        }
        let is_covered = reader.purpose.is_none();
        let mut look = None;
        if !is_covered {
            let people: Vec<&EntityView> = views.iter().filter(|view| view.has_covered()).collect();
            for person in &people {
                person.check_uncover(&snapshot)?;
            }
            let ids: Vec<EntityId> = people.iter().map(|person| person.id.clone()).collect();
            if !ids.is_empty() {
                look = Some(self.record_look(reader, ROUTE, ids)?);
            }
        }
        let views = views.into_iter().map(|view| match &look {
            Some(look) => view.uncovered(look),
            None => view,
        });
        let mut handling = view.case.marks.clone();
        handling.cases.remove(&view.case.id);
        Ok(CaseFile {
            format: FORMAT.to_owned(),
            version: VERSION,
            agency: self.agency().clone(),
            written: self.now(),
            case: view.case.id.to_string(),
            number: view.case.number,
            handling,
            is_covered,
            entities: views.map(|view| FileEntity::of(&view)).collect(),
        })
    }

    /// What belongs to a case: itself, what speaks about it, what is linked, and what speaks about
    /// its people's tracks here.
    fn ids_of(&self, view: &CaseView, reader: &Reader) -> Result<Vec<String>, NodeError> {
        let mut ids = vec![view.case.id.to_string()];
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let pointing = snapshot.pointing_at(view.case.id.as_str())?;
        let mut add = |id: String| {
            if !ids.contains(&id) {
                ids.push(id);
            }
        };
        pointing
            .into_iter()
            .filter(|record| record.schema != schema::CASE_MEMBER)
            .for_each(|record| add(record.id.to_string()));
        view.links.iter().for_each(|link| add(link.id.clone()));
        view.tasks.iter().flat_map(|task| &task.steps).for_each(|step| add(step.id.clone()));
        let words = view.evidence.iter().flat_map(|kept| &kept.handovers);
        words.for_each(|word| add(word.id.clone()));
        for person in &view.people {
            add(person.id.clone());
        }
        Ok(ids)
    }

    /// Brings a case file in. Its opener here is whoever brings it, and its only member.
    ///
    /// # Errors
    ///
    /// [`CaseError`] when the case is here already, or a statement of the file is none.
    pub fn bring_case(&self, file: &CaseFile, reader: &Reader) -> Result<CaseBrought, NodeError> {
        let renamed = self.renamed(file)?;
        let id = renamed.get(file.case.as_str()).ok_or(CaseError::NoCaseFile { line: 0 })?;
        let owner = self.folder_owner(ACT);
        let here = self.snapshot(&owner, Act::Find, None)?.known_cases()?;
        if let Some(known) = here.iter().find(|known| known.id == *id) {
            return Err(CaseError::HereAlready { number: known.number.clone() }.into());
        }
        let mut marks = file.handling.clone();
        marks.cases = [id.clone()].into();
        let source = format!("{} {}", file.agency, file.number);
        let now = self.now();
        let mut entries = Vec::new();
        for entity in &file.entities {
            let Some(schema) = brought_schema(&entity.schema) else { continue };
            let record =
                renamed.get(entity.id.as_str()).ok_or(CaseError::NoCaseFile { line: 0 })?;
            for said in &entity.said {
                let Some(property) = schema.property(&said.prop) else { continue };
                if DOOR.contains(&property.name) && schema.name == schema::CASE {
                    continue;
                }
                let value = renamed.get(said.value.as_str()).map(EntityId::to_string);
                let value = value.unwrap_or_else(|| said.value.clone());
                let statement =
                    Statement::new(record.clone(), schema.name, property.name, value, DATASET);
                entries.push(Entry {
                    statement: Statement {
                        lang: said.lang.clone(),
                        as_of: said.as_of.clone(),
                        source: Some(source.clone()),
                        seen: Some(now),
                        ..statement
                    },
                    label: Label { originator: self.agency().clone(), marks: marks.clone() },
                    salt: None,
                });
            }
        }
        self.commit_brought(file, id.clone(), marks, entries, reader)
    }

    fn commit_brought(
        &self,
        file: &CaseFile,
        id: EntityId,
        marks: Marks,
        mut entries: Vec<Entry>,
        reader: &Reader,
    ) -> Result<CaseBrought, NodeError> {
        let _one_at_a_time = self.lock_numbers()?;
        let number = self.next_case_number()?;
        let template = file.as_template();
        entries.extend(self.door_of(&id, &number, &template, &Marks::default(), reader)?);
        let case = super::opened::Said { id: id.clone(), schema: schema::CASE, marks: &marks };
        let origin = format!("{} {} {}", file.agency, file.number, file.case);
        entries.extend(case.all(self, vec![(prop::ORIGIN, origin)]));
        let author = Author { name: reader.name(), purpose: "" };
        let commit = self.commit_as(&author, ACT, entries)?.commit;
        Ok(CaseBrought {
            id: id.to_string(),
            number,
            from: file.agency.to_string(),
            entities: file.entities.len() as u64,
            commit,
        })
    }

    /// Ids of our own for those of the file: nobody speaks about another agency's entities.
    fn renamed<'f>(&self, file: &'f CaseFile) -> Result<BTreeMap<&'f str, EntityId>, NodeError> {
        let wrong = || NodeError::from(CaseError::NoCaseFile { line: 0 });
        let mut renamed = BTreeMap::new();
        let mut locals = BTreeSet::new();
        for entity in &file.entities {
            let theirs: EntityId = entity.id.parse().map_err(|_| wrong())?;
            let local = match theirs.origin() == self.agency().as_str() {
                // A case that comes home stands beside the one that left.
                true => format!("{}-returned", theirs.local()),
                false => theirs.local().to_owned(),
            };
            if !locals.insert(local.clone()) {
                return Err(wrong());
            }
            let ours = EntityId::new(self.agency(), &local).map_err(|_| wrong())?;
            renamed.insert(entity.id.as_str(), ours);
        }
        Ok(renamed)
    }
}

impl CaseFile {
    fn said(&self, wanted: &str) -> Option<&str> {
        let case = self.entities.iter().find(|entity| entity.id == self.case)?;
        let said = case.said.iter().find(|said| said.prop == wanted)?;
        Some(&said.value)
    }

    /// As much of a template as the door of a case needs.
    fn as_template(&self) -> Template {
        let severity = self.said(prop::SEVERITY).unwrap_or_default();
        let severity = SEVERITIES.iter().position(|word| *word == severity).unwrap_or(1) + 1;
        Template {
            name: String::new(),
            title_prefix: String::new(),
            case_type: self.said(prop::CASE_TYPE).unwrap_or_default().to_owned(),
            severity: u8::try_from(severity).unwrap_or(1),
            tags: Vec::new(),
            tlp: String::new(),
            pap: String::new(),
            purposes: Vec::new(),
            tasks: Vec::new(),
            custom_fields: BTreeMap::new(),
        }
    }
}

impl FileEntity {
    fn of(view: &EntityView) -> Self {
        let open = view.statements.iter().filter_map(|said| match &said.value {
            Shown::Covered(_) => None,
            Shown::Open(value) => Some(FileStatement {
                prop: said.prop.clone(),
                value: value.clone(),
                lang: said.lang.clone(),
                source: said.source.clone(),
                as_of: said.as_of.clone(),
            }),
        });
        Self { id: view.id.to_string(), schema: view.schema.clone(), said: open.collect() }
    }
}

/// A schema that may come in with a case: no record of what is done to other statements.
fn brought_schema(name: &str) -> Option<&'static schemata::Schema> {
    let found = schemata::find(name)?;
    let may_come = !found.is_a(schema::RECORD) && found.name != schema::CASE_MEMBER;
    may_come.then_some(found)
}

/// What the node that takes the case says of it itself.
const DOOR: &[&str] = &[
    prop::NUMBER,
    prop::CASE_TYPE,
    prop::SEVERITY,
    prop::LEAD_AGENCY,
    prop::LEAD_OFFICER,
    prop::OPENED_AT,
    prop::ORIGIN,
    prop::OFFICERS,
];
const FORMAT: &str = "liaison-case";
const VERSION: u32 = 1;
const ROUTE: &str = "case export";
const BYTES_MAX: u64 = 64 * 1024 * 1024;
