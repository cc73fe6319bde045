//! Schema files as they stand, before inheritance.
//!
//! A field that FollowTheMoney does not know is refused: a misspelt `matchabel` would otherwise be
//! a rule that nobody applies.

use serde::Deserialize;
use serde_yaml_ng::{Mapping, Value};

use super::SchemaFile;

/// One schema as its file declares it.
#[derive(Debug)]
pub struct Declaration {
    /// The file, from the root of the repository.
    pub path: String,
    /// Name of the schema.
    pub name: String,
    /// Whether FollowTheMoney defines it.
    pub ftm: bool,
    /// Everything but the properties.
    pub spec: SchemaSpec,
    /// Its own properties, in the order of the file.
    pub properties: Vec<(String, PropertySpec)>,
}

/// What a file says about a schema.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SchemaSpec {
    pub label: Option<String>,
    pub plural: Option<String>,
    pub description: Option<String>,
    #[serde(default)]
    pub extends: Vec<String>,
    #[serde(default, rename = "abstract")]
    pub is_abstract: bool,
    pub matchable: Option<bool>,
    #[serde(default)]
    pub featured: Vec<String>,
    #[serde(default)]
    pub required: Vec<String>,
    #[serde(default)]
    pub caption: Vec<String>,
    pub edge: Option<EdgeSpec>,
    pub temporal_extent: Option<TemporalExtentSpec>,
    #[serde(rename = "hidden")]
    _hidden: Option<bool>,
    #[serde(rename = "generated")]
    _generated: Option<bool>,
    #[serde(rename = "deprecated")]
    _deprecated: Option<bool>,
}

/// What a file says about a schema whose entities are links.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EdgeSpec {
    pub source: Option<String>,
    pub target: Option<String>,
    #[serde(default)]
    pub caption: Vec<String>,
    #[serde(rename = "label")]
    _label: Option<String>,
    #[serde(rename = "directed")]
    _directed: Option<bool>,
}

/// Which properties say when an entity began and ended.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemporalExtentSpec {
    #[serde(default)]
    pub start: Vec<String>,
    #[serde(default)]
    pub end: Vec<String>,
}

/// What a file says about a property.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PropertySpec {
    pub label: Option<String>,
    pub description: Option<String>,
    #[serde(rename = "type")]
    pub kind: Option<String>,
    pub matchable: Option<bool>,
    #[serde(default)]
    pub deprecated: bool,
    pub max_length: Option<u32>,
    pub range: Option<String>,
    pub reverse: Option<ReverseSpec>,
    #[serde(rename = "hidden")]
    _hidden: Option<bool>,
    #[serde(rename = "format")]
    _format: Option<String>,
    #[serde(rename = "examples")]
    _examples: Option<Vec<Value>>,
}

/// What a file says about a link as seen from its other end.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReverseSpec {
    pub name: String,
    pub label: Option<String>,
    #[serde(rename = "hidden")]
    _hidden: Option<bool>,
}

/// The schemata of a file, or the sentence that says what is wrong with it.
pub fn declarations(file: &SchemaFile) -> Result<Vec<Declaration>, String> {
    let schemata: Mapping = serde_yaml_ng::from_str(&file.text)
        .map_err(|error| format!("{}: is not a mapping of schemata: {error}", file.path))?;
    schemata.into_iter().map(|(name, body)| declaration(file, &name, body)).collect()
}

fn declaration(file: &SchemaFile, name: &Value, body: Value) -> Result<Declaration, String> {
    let complain = |sentence: String| format!("{}: {sentence}", file.path);
    let name = name.as_str().ok_or_else(|| complain("has a schema without a name".to_owned()))?;
    let Value::Mapping(mut body) = body else {
        return Err(complain(format!("`{name}` is not a mapping")));
    };
    let properties = match body.remove("properties") {
        None | Some(Value::Null) => Mapping::new(),
        Some(Value::Mapping(properties)) => properties,
        Some(_) => return Err(complain(format!("the properties of `{name}` are not a mapping"))),
    };
    let spec = serde_yaml_ng::from_value(Value::Mapping(body))
        .map_err(|error| complain(format!("`{name}`: {error}")))?;
    let mut own = Vec::new();
    for (property, body) in properties {
        let property = property.as_str().unwrap_or_default().to_owned();
        // A property that says nothing of itself is a string, and written `name:` alone.
        let body = if body.is_null() { Value::Mapping(Mapping::new()) } else { body };
        let spec = serde_yaml_ng::from_value(body)
            .map_err(|error| complain(format!("property `{name}.{property}`: {error}")))?;
        own.push((property, spec));
    }
    let (path, name) = (file.path.clone(), name.to_owned());
    Ok(Declaration { path, name, ftm: file.ftm, spec, properties: own })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<Declaration>, String> {
        declarations(&SchemaFile { path: "a.yaml".into(), text: text.into(), ftm: false })
    }

    #[test]
    fn properties_keep_the_order_of_the_file() {
        let read = read("A:\n  properties:\n    z:\n      type: date\n    b:\n").unwrap();

        let names: Vec<&str> = read[0].properties.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["z", "b"]);
    }

    #[test]
    fn a_misspelt_field_is_refused_with_its_file_and_property() {
        let breach = read("A:\n  properties:\n    b:\n      matchabel: true\n").unwrap_err();

        assert!(
            breach.starts_with("a.yaml: property `A.b`: unknown field `matchabel`"),
            "{breach}"
        );
    }
}
