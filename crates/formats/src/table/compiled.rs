//! A mapping made ready for one table: column names have become column numbers.

use liaison_model::schema::Schema;
use liaison_model::values::Hints;

use super::date_format::{self, Part};
use super::mapping::{EntityRule, IdForm, Mapping, MappingError, OnlyIf, PropertyRule};
use crate::ftm_entities::find_schema;
use crate::import::ImportContext;

/// A mapping made ready for one table.
#[derive(Debug)]
pub(crate) struct Compiled {
    pub headings: Vec<String>,
    /// The columns that the mapping names.
    pub columns: Vec<usize>,
    pub entities: Vec<Entity>,
}

#[derive(Debug)]
pub(crate) struct Entity {
    pub schema: &'static Schema,
    pub schema_where: Option<(usize, Vec<(String, &'static Schema)>)>,
    pub id: Id,
    pub each: Option<(usize, String)>,
    pub required: Option<Vec<String>>,
    pub source: Option<(Vec<usize>, String)>,
    pub as_of: Option<usize>,
    pub properties: Vec<PropertyOf>,
}

#[derive(Debug)]
pub(crate) enum Id {
    Column { column: usize, prefix: String, form: IdForm },
    Keys { columns: Vec<usize>, seed: String },
}

#[derive(Debug)]
pub(crate) struct PropertyOf {
    pub name: String,
    pub from: Origin,
    pub split: Option<String>,
    pub format: Option<Vec<Part>>,
    /// What to assume about the values, where that is not what the import assumes.
    pub hints: Option<Hints>,
    /// A column, and whether it must be filled.
    pub only_if: Option<(usize, bool)>,
}

/// Where the values of a property come from.
#[derive(Debug)]
pub(crate) enum Origin {
    Columns {
        columns: Vec<usize>,
        join: Option<String>,
    },
    Literal(String),
    /// The entity with this number.
    Entity(usize),
}

impl Compiled {
    /// Makes a checked mapping ready for a table with these headings.
    ///
    /// # Errors
    ///
    /// When the mapping names columns that the table does not have, or has twice.
    pub(crate) fn new(
        mapping: &Mapping,
        headings: Vec<String>,
        context: &ImportContext,
    ) -> Result<Self, MappingError> {
        mapping.check()?;
        let missing: Vec<String> = unique(
            mapping.columns().filter(|column| !headings.iter().any(|heading| heading == column)),
        );
        if !missing.is_empty() {
            return Err(MappingError::ColumnsMissing { columns: missing });
        }
        let twice = |column: &&str| 1 < headings.iter().filter(|heading| heading == column).count();
        if let Some(heading) = mapping.columns().find(twice) {
            return Err(MappingError::HeadingTwice { heading: heading.to_owned() });
        }
        let names: Vec<&String> = mapping.entities.keys().collect();
        let compiler = Compiler { headings: &headings, names, context };
        let entities = mapping.entities.iter().map(|(name, rule)| compiler.entity(name, rule));
        let entities = entities.collect::<Result<_, _>>()?;
        let named: Vec<&str> = mapping.columns().collect();
        let columns = (0..headings.len()).filter(|at| named.contains(&headings[*at].as_str()));
        Ok(Self { columns: columns.collect(), headings, entities })
    }

    /// Headings of columns that the mapping leaves out.
    pub(crate) fn columns_left_out(&self, mapping: &Mapping) -> Vec<String> {
        let named: Vec<&str> = mapping.columns().collect();
        let left = |heading: &&String| {
            !heading.is_empty()
                && !named.contains(&heading.as_str())
                && *heading != super::ROW_HEADING
        };
        self.headings.iter().filter(left).cloned().collect()
    }
}

struct Compiler<'a> {
    headings: &'a [String],
    names: Vec<&'a String>,
    context: &'a ImportContext,
}

impl Compiler<'_> {
    fn column(&self, name: &str) -> Result<usize, MappingError> {
        let missing = || MappingError::ColumnsMissing { columns: vec![name.to_owned()] };
        self.headings.iter().position(|heading| heading == name).ok_or_else(missing)
    }

    fn columns(&self, names: &[String]) -> Result<Vec<usize>, MappingError> {
        names.iter().map(|name| self.column(name)).collect()
    }

    fn entity(&self, name: &str, rule: &EntityRule) -> Result<Entity, MappingError> {
        let schema = |schema: &str| {
            let unknown =
                |_| MappingError::Schema { entity: name.to_owned(), schema: schema.to_owned() };
            find_schema(schema).map_err(unknown)
        };
        let schema_where = match &rule.schema_where {
            None => None,
            Some(other) => {
                let values =
                    other.values.iter().map(|(value, to)| Ok((value.clone(), schema(to)?)));
                Some((self.column(&other.column)?, values.collect::<Result<_, MappingError>>()?))
            }
        };
        let id = match &rule.id {
            Some(id) => Id::Column {
                column: self.column(&id.column)?,
                prefix: id.prefix.clone(),
                form: id.form,
            },
            None => {
                let seed = rule.key_literal.clone().unwrap_or_else(|| self.context.dataset.clone());
                Id::Keys { columns: self.columns(&rule.keys)?, seed }
            }
        };
        let each = match &rule.each {
            None => None,
            Some(each) => Some((self.column(&each.column)?, each.split.clone())),
        };
        let source = match &rule.source {
            None => None,
            Some(text) => Some((self.columns(&text.columns)?, text.join.clone())),
        };
        let properties = rule.properties.iter().map(|(name, rule)| self.property(name, rule));
        Ok(Entity {
            schema: schema(&rule.schema)?,
            schema_where,
            id,
            each,
            required: rule.required.clone(),
            source,
            as_of: rule.as_of.as_deref().map(|column| self.column(column)).transpose()?,
            properties: properties.collect::<Result<_, _>>()?,
        })
    }

    fn property(&self, name: &str, rule: &PropertyRule) -> Result<PropertyOf, MappingError> {
        let from = match (&rule.literal, &rule.entity) {
            (Some(literal), _) => Origin::Literal(literal.clone()),
            (None, Some(to)) => {
                let missing = || MappingError::Reference {
                    entity: String::new(),
                    property: name.to_owned(),
                    to: to.clone(),
                };
                Origin::Entity(self.names.iter().position(|name| *name == to).ok_or_else(missing)?)
            }
            (None, None) => {
                let columns = rule.column.iter().chain(&rule.columns);
                let columns = columns.map(|name| self.column(name)).collect::<Result<_, _>>()?;
                Origin::Columns { columns, join: rule.join.clone() }
            }
        };
        let only_if = match &rule.only_if {
            None => None,
            Some(OnlyIf::Filled(column)) => Some((self.column(column)?, true)),
            Some(OnlyIf::Empty(column)) => Some((self.column(column)?, false)),
        };
        let hints = rule
            .country
            .as_ref()
            .map(|country| Hints { country: Some(country.clone()), ..self.context.hints.clone() });
        let format = rule.format.as_deref().and_then(date_format::parts);
        Ok(PropertyOf {
            name: name.to_owned(),
            from,
            split: rule.split.clone(),
            format,
            hints,
            only_if,
        })
    }
}

fn unique<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for name in names {
        if !found.iter().any(|known| known == name) {
            found.push(name.to_owned());
        }
    }
    found
}
