//! A mapping: what each column of a table means. A JSON file, in the spirit of FollowTheMoney's.
//!
//! ```json
//! {
//!   "dates": "day-first",
//!   "entities": {
//!     "person": {
//!       "schema": "Person",
//!       "keys": ["passport"],
//!       "properties": {
//!         "name": { "columns": ["given name", "family name"], "join": " " },
//!         "birthDate": { "column": "born", "format": "%d/%m/%Y" },
//!         "phone": { "column": "mobile", "split": ";", "country": "kr" }
//!       }
//!     },
//!     "report": {
//!       "schema": "Report",
//!       "id": { "column": "number", "prefix": "report-" },
//!       "properties": {
//!         "number": { "column": "number" },
//!         "person": { "entity": "person" },
//!         "channel": { "literal": "hotline" }
//!       }
//!     }
//!   }
//! }
//! ```
//!
//! # Invariants
//!
//! * A mapping that was checked ([`Mapping::from_json`]) names only schemata and properties that
//!   exist and that a file may use, and refers only to entities that it has.

use std::collections::BTreeMap;

use liaison_model::schema::{PropType, Property, Schema};
use liaison_model::values::DateOrder;
use serde::{Deserialize, Serialize};

use crate::ftm_entities::{find_property, find_schema};

/// What each column of a table means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The dataset that the table belongs to, as a proposal to whoever imports it: the import's
    /// own context decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dataset: Option<String>,
    /// The sheet of a workbook; the first one that has rows by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The row in which the headings stand, from 1.
    #[serde(default = "first_row", skip_serializing_if = "is_first_row")]
    pub heading_row: u64,
    /// What to do with cells of a workbook that hold a formula.
    #[serde(default, skip_serializing_if = "Formulas::is_default")]
    pub formulas: Formulas,
    /// Which comes first where a date is written `05/06/2025`; like `country`, a proposal to
    /// whoever imports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<DateOrder>,
    /// The country that phone numbers without a prefix are from, ISO 3166-1 alpha-2 in lower case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// The entities that each row tells of, by a name that only the mapping uses.
    pub entities: BTreeMap<String, EntityRule>,
}

/// What to do with cells of a workbook that hold a formula. The value beside a formula was
/// computed by another program at another time, and may depend on cells that changed since.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Formulas {
    /// The row is set aside.
    #[default]
    Refuse,
    /// The value that was last computed is taken.
    TakeLastValue,
}

impl Formulas {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// One entity of each row.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EntityRule {
    /// Its schema.
    pub schema: String,
    /// Another schema for rows in which a column has a certain value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schema_where: Option<SchemaWhere>,
    /// A column that holds its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<IdRule>,
    /// Columns whose values together make it what it is: its id is a hash of them, so that the
    /// same row read again is the same entity.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<String>,
    /// Goes into the hash in place of the dataset, so that several tables can name one entity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key_literal: Option<String>,
    /// Makes one entity of each part of a cell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub each: Option<EachRule>,
    /// Properties that must have a value for the row to be taken. By default those which its
    /// schema requires, as far as they are mapped, and one of those that can caption it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required: Option<Vec<String>>,
    /// Who says so, where the row knows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<TextRule>,
    /// When it was true, where the row knows: a column of dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// Its properties.
    pub properties: BTreeMap<String, PropertyRule>,
}

/// Another schema for rows in which `column` has one of `values`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchemaWhere {
    /// The column.
    pub column: String,
    /// Its values, each with the schema.
    pub values: BTreeMap<String, String>,
}

/// An id taken from a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdRule {
    /// The column.
    pub column: String,
    /// Stands before the value.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub prefix: String,
    /// Whether the value is an id or a name that becomes one.
    #[serde(default, skip_serializing_if = "IdForm::is_default")]
    pub form: IdForm,
}

/// How a cell becomes an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IdForm {
    /// It is one.
    #[default]
    AsIs,
    /// It is one within its dataset alone, such as a number that each desk gives anew: the id is a
    /// hash of both.
    InDataset,
    /// It is a name: small letters and hyphens (`KK Park` is `kk-park`), or a hash where it is
    /// not in Latin script.
    Name,
}

impl IdForm {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// One entity for each part of a cell. Within the entity's rules, the column stands for the part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EachRule {
    /// The column.
    pub column: String,
    /// What stands between the parts.
    pub split: String,
}

/// A text made of columns.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TextRule {
    /// The columns.
    pub columns: Vec<String>,
    /// What stands between their values.
    pub join: String,
}

/// The values of one property.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PropertyRule {
    /// A column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// Several columns: one value each, or one in all with `join`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
    /// A value that every row has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub literal: Option<String>,
    /// Another entity of the row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// What stands between the values of several columns that make one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub join: Option<String>,
    /// What stands between several values in one cell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub split: Option<String>,
    /// How dates are written, with `%d`, `%m`, `%Y`, `%y`, `%H`, `%M` and `%S`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// The country whose phone numbers need no prefix, ISO 3166-1 alpha-2 in lower case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Only for rows in which another column is filled, or is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only_if: Option<OnlyIf>,
}

/// A condition on another column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub enum OnlyIf {
    /// The column has a value.
    Filled(String),
    /// The column has none.
    Empty(String),
}

/// Why a mapping cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MappingError {
    /// It is not JSON of this form.
    #[error("the mapping is not JSON of the form expected")]
    Json(#[from] serde_json::Error),
    /// It has no entities.
    #[error("the mapping has no entities")]
    Empty,
    /// It names a schema that does not exist or that no file may use.
    #[error("`{entity}` has the schema `{schema}`, which no table can have")]
    Schema {
        /// The entity in the mapping.
        entity: String,
        /// The schema named.
        schema: String,
    },
    /// It names a property that its schema does not have.
    #[error("`{schema}`, the schema of `{entity}`, has no property `{property}`")]
    Property {
        /// The entity in the mapping.
        entity: String,
        /// Its schema.
        schema: String,
        /// The property named.
        property: String,
    },
    /// An entity has neither an id nor keys, or both.
    #[error("`{entity}` needs either an id or keys")]
    Id {
        /// The entity in the mapping.
        entity: String,
    },
    /// A property takes its values from nowhere, or from several kinds of place.
    #[error("`{entity}.{property}` needs one of column, columns, literal and entity")]
    Values {
        /// The entity in the mapping.
        entity: String,
        /// The property.
        property: String,
    },
    /// A property refers to an entity that the mapping does not have, or cannot refer to any.
    #[error("`{entity}.{property}` cannot refer to `{to}`")]
    Reference {
        /// The entity in the mapping.
        entity: String,
        /// The property.
        property: String,
        /// The entity referred to.
        to: String,
    },
    /// A date format is not one.
    #[error("`{format}` is not a date format")]
    Format {
        /// The format as given.
        format: String,
    },
    /// The table lacks columns of the mapping.
    #[error("the table has no column {}", .columns.join(", "))]
    ColumnsMissing {
        /// Headings that the mapping names and the table does not have.
        columns: Vec<String>,
    },
    /// Two columns of the mapping have the same heading in the table.
    #[error("several columns are headed `{heading}`")]
    HeadingTwice {
        /// The heading.
        heading: String,
    },
}

impl Mapping {
    /// Reads and checks a mapping.
    ///
    /// # Errors
    ///
    /// [`MappingError`] when it is not one, or names what does not exist.
    pub fn from_json(text: &str) -> Result<Self, MappingError> {
        let mapping: Self = serde_json::from_str(text)?;
        mapping.check()?;
        Ok(mapping)
    }

    /// The mapping as a JSON file that a person can edit.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Maps with text keys and plain values always have a JSON form.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Checks schemata, properties, ids and references.
    ///
    /// # Errors
    ///
    /// [`MappingError`] at the first thing that cannot be.
    pub fn check(&self) -> Result<(), MappingError> {
        if self.entities.is_empty() {
            return Err(MappingError::Empty);
        }
        for (name, rule) in &self.entities {
            rule.check(name, self)?;
        }
        Ok(())
    }

    /// The same mapping with a column that means something else: `person.birthDate`, or nothing.
    ///
    /// # Errors
    ///
    /// [`MappingError`] when the result is no mapping: an unknown property, or nothing left that
    /// tells one entity from another.
    pub fn with_column(mut self, heading: &str, to: Option<&str>) -> Result<Self, MappingError> {
        for rule in self.entities.values_mut() {
            rule.properties.retain(|_, values| !values.loses(heading));
        }
        if let Some((entity, property)) = to.and_then(|to| to.split_once('.')) {
            let missing = || MappingError::Id { entity: entity.to_owned() };
            let rule = self.entities.get_mut(entity).ok_or_else(missing)?;
            let values = rule.properties.entry(property.to_owned()).or_default();
            match (&values.column, values.columns.is_empty()) {
                (None, true) => values.column = Some(heading.to_owned()),
                _ => {
                    values.columns.splice(0..0, values.column.take());
                    values.columns.push(heading.to_owned());
                }
            }
        }
        self.settle_keys();
        self.check()?;
        Ok(self)
    }

    /// Leaves out entities of which no column is left, and keys that no property has.
    fn settle_keys(&mut self) {
        let has_columns = |rule: &EntityRule| rule.properties.values().any(PropertyRule::reads);
        self.entities.retain(|_, rule| has_columns(rule));
        let names: Vec<String> = self.entities.keys().cloned().collect();
        for rule in self.entities.values_mut() {
            let is_there = |values: &PropertyRule| {
                values.entity.as_ref().is_none_or(|entity| names.contains(entity))
            };
            rule.properties.retain(|_, values| is_there(values));
            let read: Vec<String> = rule.properties.values().flat_map(|v| v.named()).collect();
            rule.keys.retain(|key| read.contains(key));
            if rule.id.is_none() && rule.keys.is_empty() {
                rule.keys = read;
            }
        }
    }

    /// Every column that the mapping names.
    pub(crate) fn columns(&self) -> impl Iterator<Item = &str> {
        self.entities.values().flat_map(EntityRule::columns)
    }
}

impl PropertyRule {
    /// Takes a column away; whether no value is left.
    fn loses(&mut self, heading: &str) -> bool {
        if !self.reads() {
            return false;
        }
        self.column.take_if(|column| column == heading);
        self.columns.retain(|column| column != heading);
        !self.reads() && self.literal.is_none()
    }

    /// Whether it takes values from columns.
    fn reads(&self) -> bool {
        self.column.is_some() || !self.columns.is_empty()
    }

    fn named(&self) -> Vec<String> {
        self.column.iter().chain(&self.columns).cloned().collect()
    }
}

impl EntityRule {
    fn check(&self, name: &str, mapping: &Mapping) -> Result<(), MappingError> {
        if self.id.is_some() != self.keys.is_empty() {
            return Err(MappingError::Id { entity: name.to_owned() });
        }
        for schema in self.schemata(name)? {
            for (property, rule) in &self.properties {
                let found = property_of(name, schema, property)?;
                rule.check(name, found, mapping)?;
            }
            for property in self.required.iter().flatten() {
                property_of(name, schema, property)?;
            }
        }
        Ok(())
    }

    fn schemata(&self, name: &str) -> Result<Vec<&'static Schema>, MappingError> {
        let others = self.schema_where.iter().flat_map(|rule| rule.values.values());
        let find = |schema: &String| {
            let unknown =
                |_| MappingError::Schema { entity: name.to_owned(), schema: schema.clone() };
            find_schema(schema).map_err(unknown)
        };
        std::iter::once(&self.schema).chain(others).map(find).collect()
    }

    fn columns(&self) -> impl Iterator<Item = &str> {
        let id = self.id.iter().map(|id| &id.column).chain(&self.keys);
        let each = self.each.iter().map(|each| &each.column);
        let schema = self.schema_where.iter().map(|rule| &rule.column);
        let about = self.source.iter().flat_map(|source| &source.columns).chain(&self.as_of);
        let properties = self.properties.values().flat_map(PropertyRule::columns);
        id.chain(each).chain(schema).chain(about).chain(properties).map(String::as_str)
    }
}

impl PropertyRule {
    fn check(
        &self,
        entity: &str,
        property: &Property,
        mapping: &Mapping,
    ) -> Result<(), MappingError> {
        let from = [
            self.column.is_some(),
            !self.columns.is_empty(),
            self.literal.is_some(),
            self.entity.is_some(),
        ];
        if from.iter().filter(|given| **given).count() != 1 {
            let (entity, property) = (entity.to_owned(), property.name.to_owned());
            return Err(MappingError::Values { entity, property });
        }
        if let Some(to) = &self.entity {
            let known = mapping.entities.contains_key(to) && property.kind == PropType::Entity;
            if !known {
                let (entity, property, to) =
                    (entity.to_owned(), property.name.to_owned(), to.clone());
                return Err(MappingError::Reference { entity, property, to });
            }
        }
        match &self.format {
            Some(format) if super::date_format::parts(format).is_none() => {
                Err(MappingError::Format { format: format.clone() })
            }
            _ => Ok(()),
        }
    }

    fn columns(&self) -> impl Iterator<Item = &String> {
        let condition = self.only_if.iter().map(|condition| match condition {
            OnlyIf::Filled(column) | OnlyIf::Empty(column) => column,
        });
        self.column.iter().chain(&self.columns).chain(condition)
    }
}

fn property_of(
    entity: &str,
    schema: &'static Schema,
    property: &str,
) -> Result<&'static Property, MappingError> {
    find_property(schema, property).map_err(|_| MappingError::Property {
        entity: entity.to_owned(),
        schema: schema.name.to_owned(),
        property: property.to_owned(),
    })
}

fn first_row() -> u64 {
    1
}

fn is_first_row(row: &u64) -> bool {
    *row == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_can_be_given_another_meaning_or_none() {
        let mapping = Mapping::from_json(
            r#"{"entities":{"person":{"schema":"Person","keys":["name"],"properties":{
                "name":{"column":"name"},"phone":{"column":"mobile"}}}}}"#,
        )
        .unwrap();

        let moved = mapping.clone().with_column("mobile", Some("person.passportNumber")).unwrap();
        let left_out = mapping.clone().with_column("mobile", None).unwrap();

        let properties = |mapping: &Mapping| -> Vec<String> {
            mapping.entities["person"].properties.keys().cloned().collect()
        };
        assert_eq!(properties(&moved), ["name", "passportNumber"]);
        assert_eq!(properties(&left_out), ["name"]);
        mapping.with_column("mobile", Some("person.noSuchProperty")).unwrap_err();
    }

    fn check_refused(entity: &str, expected: &str) {
        let text = format!("{{\"entities\": {{\"e\": {entity}}}}}");
        let error = Mapping::from_json(&text).unwrap_err();

        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn a_mapping_that_names_what_does_not_exist_is_refused() {
        check_refused(
            r#"{"schema": "Persn", "keys": ["a"], "properties": {}}"#,
            "`e` has the schema `Persn`, which no table can have",
        );
        check_refused(
            r#"{"schema": "Grant", "keys": ["a"], "properties": {}}"#,
            "`e` has the schema `Grant`, which no table can have",
        );
        check_refused(
            r#"{"schema": "Person", "keys": ["a"], "properties": {"nme": {"column": "a"}}}"#,
            "`Person`, the schema of `e`, has no property `nme`",
        );
        check_refused(
            r#"{"schema": "Person", "properties": {}}"#,
            "`e` needs either an id or keys",
        );
        check_refused(
            r#"{"schema": "Person", "keys": ["a"], "properties": {"name": {}}}"#,
            "`e.name` needs one of column, columns, literal and entity",
        );
        check_refused(
            r#"{"schema": "Person", "keys": ["a"], "properties": {"addressEntity": {"entity": "x"}}}"#,
            "`e.addressEntity` cannot refer to `x`",
        );
        check_refused(
            r#"{"schema": "Person", "keys": ["a"], "properties": {"birthDate": {"column": "x", "format": "%q"}}}"#,
            "`%q` is not a date format",
        );
    }

    #[test]
    fn a_mapping_survives_its_json_form() {
        let text = r#"{"entities": {"p": {"schema": "Person", "keys": ["a"],
            "properties": {"name": {"columns": ["a", "b"], "join": " "}}}}}"#;
        let mapping = Mapping::from_json(text).unwrap();

        assert_eq!(Mapping::from_json(&mapping.to_json()).unwrap(), mapping);
    }
}
