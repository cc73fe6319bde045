//! Opening a case after a template.

use std::fs;

use liaison_casework::{SEVERITIES, TEMPLATES, TaskStatus, Template};
use liaison_journal::Entry;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{CommitNumber, EntityId, Label, Marks, Reader, Statement, agency_entity};

use super::members::LET_IN;
use super::{ACT, CaseError, DATASET};
use crate::commit::Author;
use crate::{Node, NodeError};

/// A case that somebody wants to open.
#[derive(Debug, Clone, Default)]
pub struct NewCase {
    /// The template's name.
    pub template: String,
    /// What it is called, in words that name nobody.
    pub title: String,
    /// The language of the tasks.
    pub language: String,
}

/// A case that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseOpened {
    /// Entity id.
    pub id: String,
    /// Its number.
    pub number: String,
    /// The commit.
    pub commit: CommitNumber,
}

/// A record in the making.
pub(crate) struct Said<'l> {
    pub(crate) id: EntityId,
    pub(crate) schema: &'static str,
    pub(crate) marks: &'l Marks,
}

impl Said<'_> {
    /// A statement of it.
    pub(crate) fn says(&self, node: &Node, prop: &'static str, value: String) -> Entry {
        let statement = Statement::new(self.id.clone(), self.schema, prop, value, DATASET);
        Entry {
            statement: Statement { seen: Some(node.now()), ..statement },
            label: Label { originator: node.agency().clone(), marks: self.marks.clone() },
            salt: None,
        }
    }

    /// Statements of it, without those that say nothing.
    pub(crate) fn all(&self, node: &Node, said: Vec<(&'static str, String)>) -> Vec<Entry> {
        let filled = said.into_iter().filter(|(_, value)| !value.is_empty());
        filled.map(|(prop, value)| self.says(node, prop, value)).collect()
    }
}

impl Node {
    /// Opens a case: gives it a number and its template's tasks, and lets its opener in.
    ///
    /// # Errors
    ///
    /// [`CaseError`] without a title, or for a template that there is not.
    pub fn open_case(&self, new: &NewCase, reader: &Reader) -> Result<CaseOpened, NodeError> {
        let template = self.template(&new.template)?;
        let title = fitted(schema::CASE, prop::NAME, &new.title, true)?;
        let id = self.fresh("case")?;
        let own = Marks::default();
        let mut marks = template.marks().unwrap_or_default();
        marks.cases.insert(id.clone());
        let _one_at_a_time = self.lock_numbers()?;
        let number = self.next_case_number()?;
        let mut entries = self.door_of(&id, &number, &template, &own, reader)?;
        let case = Said { id: id.clone(), schema: schema::CASE, marks: &marks };
        let mut content = vec![
            (prop::NAME, format!("{}{title}", template.title_prefix)),
            (prop::TEMPLATE, template.name.clone()),
        ];
        content.extend(template.tags.iter().map(|tag| (prop::TAGS, tag.clone())));
        content.extend(template.purposes.iter().map(|purpose| (prop::PURPOSES, purpose.clone())));
        let fields = template.custom_fields.iter();
        content
            .extend(fields.map(|(name, value)| (prop::CUSTOM_FIELDS, format!("{name}={value}"))));
        entries.extend(case.all(self, content));
        for task in &template.tasks {
            let said = Said { id: self.fresh("task")?, schema: schema::TASK, marks: &marks };
            let assignee = Some(task.assignee.as_str()).filter(|name| !name.is_empty());
            let due = task.due(self.today()).map(|day| day.to_string()).unwrap_or_default();
            let order = task.order.to_string();
            let content = vec![
                (prop::CASE, id.to_string()),
                (prop::TITLE, task.title_in(&new.language).to_owned()),
                (prop::GROUP, task.group.clone()),
                (prop::ORDER, order),
                (prop::ASSIGNEE, assignee.unwrap_or(reader.name()).to_owned()),
                (prop::DUE_DATE, due),
                (prop::STATUS, TaskStatus::Open.code().to_owned()),
            ];
            entries.extend(said.all(self, content));
        }
        let author = Author { name: reader.name(), purpose: "" };
        let commit = self.commit_as(&author, ACT, entries)?.commit;
        Ok(CaseOpened { id: id.to_string(), number, commit })
    }

    /// What everybody of the agency learns of a case, so that they can ask to be let in; and that
    /// its opener is.
    pub(super) fn door_of(
        &self,
        id: &EntityId,
        number: &str,
        template: &Template,
        marks: &Marks,
        reader: &Reader,
    ) -> Result<Vec<Entry>, NodeError> {
        let door = Said { id: id.clone(), schema: schema::CASE, marks };
        let agency = agency_entity(self.agency()).map_err(|_| NodeError::AgencyId)?;
        let severity = SEVERITIES.get(usize::from(template.severity).wrapping_sub(1));
        let mut entries = door.all(
            self,
            vec![
                (prop::NUMBER, number.to_owned()),
                (prop::CASE_TYPE, template.case_type.clone()),
                (prop::SEVERITY, severity.copied().unwrap_or_default().to_owned()),
                (prop::LEAD_AGENCY, agency.to_string()),
                (prop::LEAD_OFFICER, reader.name().to_owned()),
                (prop::OPENED_AT, self.today().to_string()),
            ],
        );
        let member = Said { id: self.fresh("member")?, schema: schema::CASE_MEMBER, marks };
        entries.extend(member.all(
            self,
            vec![
                (prop::CASE, id.to_string()),
                (prop::OFFICER, reader.name().to_owned()),
                (prop::ACT, LET_IN.to_owned()),
            ],
        ));
        Ok(entries)
    }

    /// An entity id of our own that was never used.
    pub(crate) fn fresh(&self, kind: &str) -> Result<EntityId, NodeError> {
        let local = format!("{kind}-{}", ulid::Ulid::generate().to_string().to_lowercase());
        EntityId::new(self.agency(), &local).map_err(|_| NodeError::AgencyId)
    }

    /// A template of the agency's own, or one that comes with the program.
    ///
    /// # Errors
    ///
    /// [`CaseError::NoTemplate`] when there is none; [`CaseError::File`] when it cannot be read.
    pub fn template(&self, name: &str) -> Result<Template, NodeError> {
        let found = self.templates()?.into_iter().find(|template| template.name == name.trim());
        found.map_or_else(
            || {
                let known = self.templates()?.into_iter().map(|template| template.name);
                let known = known.collect::<Vec<_>>().join(", ");
                Err(CaseError::NoTemplate { name: name.to_owned(), known }.into())
            },
            Ok,
        )
    }

    /// Every template: the agency's own, in the folder `templates`, then those of the program.
    ///
    /// # Errors
    ///
    /// [`CaseError::File`] with file, line and field, when one of them cannot be read.
    pub fn templates(&self) -> Result<Vec<Template>, NodeError> {
        let mut templates = Vec::new();
        for (file, text) in files_of(&self.folder().templates(), ".json")? {
            templates.push(Template::read(&file, &text)?);
        }
        for (file, text) in TEMPLATES {
            let template = Template::read(file, text)?;
            if templates.iter().all(|own: &Template| own.name != template.name) {
                templates.push(template);
            }
        }
        Ok(templates)
    }

    /// `C-2026-0001`: the agency's own numbers of the year, one after the other.
    pub(super) fn next_case_number(&self) -> Result<String, NodeError> {
        let owner = self.folder_owner(ACT);
        let cases = self.snapshot(&owner, liaison_model::Act::Find, None)?.known_cases()?;
        let prefix = format!("C-{}-", self.today().year());
        let numbers = cases.iter().filter_map(|case| {
            case.number.strip_prefix(&prefix).and_then(|number| number.parse::<u64>().ok())
        });
        Ok(format!("{prefix}{:04}", numbers.max().unwrap_or(0) + 1))
    }
}

/// The files of a folder with an ending, by name; none where there is no such folder.
pub(crate) fn files_of(
    folder: &std::path::Path,
    ending: &str,
) -> Result<Vec<(String, String)>, NodeError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(NodeError::file(folder)(error)),
    };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(NodeError::file(folder))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(ending) {
            let text = fs::read_to_string(&path).map_err(NodeError::file(&path))?;
            files.push((name, text));
        }
    }
    files.sort();
    Ok(files)
}

/// A text as it is kept: trimmed, and no longer than its property takes.
pub(crate) fn fitted(
    schema: &'static str,
    prop: &'static str,
    text: &str,
    is_needed: bool,
) -> Result<String, NodeError> {
    let text = text.trim();
    if is_needed && text.is_empty() {
        return Err(CaseError::Missing { field: prop }.into());
    }
    let most = liaison_model::schema::find(schema)
        .and_then(|schema| schema.property(prop))
        .map_or(TEXT_CHARS_MAX, |property| property.length_max.min(TEXT_CHARS_MAX));
    if most < u32::try_from(text.chars().count()).unwrap_or(u32::MAX) {
        let field = prop.to_owned();
        return Err(crate::ReportError::LongText { field, characters_max: most }.into());
    }
    Ok(text.to_owned())
}

const TEXT_CHARS_MAX: u32 = 20_000;
