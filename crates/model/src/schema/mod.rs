//! Schemata and properties: FollowTheMoney's by name, and Liaison's own.
//!
//! The tables are generated from `schema/**/*.yaml` by `cargo xtask schema` and checked in; a test
//! of `xtask` holds them fresh. [`names`] has a constant for every schema and property, so that a
//! misspelt one does not compile.

// Wrapped by its generator: a reviewer compares one line per property.
#[rustfmt::skip]
mod generated;

pub use generated::names;

/// The type of a property, which says how its values are cleaned and compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "FollowTheMoney's own names")]
pub enum PropType {
    Address,
    Checksum,
    Country,
    Date,
    Email,
    Entity,
    Gender,
    Html,
    Identifier,
    Ip,
    Json,
    Language,
    Mimetype,
    Name,
    Number,
    Phone,
    String,
    Text,
    Topic,
    Url,
}

/// One schema: what may be said about an entity of a kind.
#[derive(Debug, PartialEq, Eq)]
pub struct Schema {
    /// Its name, such as `Person`.
    pub name: &'static str,
    /// Label in English.
    pub label: &'static str,
    /// Plural label in English.
    pub plural: &'static str,
    /// What it is, in a sentence.
    pub description: &'static str,
    /// Schemata it extends directly.
    pub extends: &'static [&'static str],
    /// Itself and everything it extends, nearest first.
    pub ancestors: &'static [&'static str],
    /// Whether it is defined by FollowTheMoney rather than by Liaison.
    pub ftm: bool,
    /// Whether entities of it stand for something rather than for a link or a record.
    pub matchable: bool,
    /// Whether it only serves to be extended.
    pub is_abstract: bool,
    /// Source and target property, where entities of it are links.
    pub edge: Option<(&'static str, &'static str)>,
    /// Properties that name an entity, best first.
    pub caption: &'static [&'static str],
    /// Properties shown first.
    pub featured: &'static [&'static str],
    /// Properties that an entity should have.
    pub required: &'static [&'static str],
    /// Properties that say when it began.
    pub start: &'static [&'static str],
    /// Properties that say when it ended.
    pub end: &'static [&'static str],
    /// All its properties, its own and inherited, by name.
    pub properties: &'static [&'static Property],
}

/// One property of a schema.
#[derive(Debug, PartialEq, Eq)]
pub struct Property {
    /// Its name, such as `birthDate`.
    pub name: &'static str,
    /// Label in English.
    pub label: &'static str,
    /// What it is, where the label does not say it all.
    pub description: &'static str,
    /// How its values are cleaned.
    pub kind: PropType,
    /// The schema that its values point to, for [`PropType::Entity`].
    pub range: Option<&'static str>,
    /// Name of the property as seen from the other end, for [`PropType::Entity`].
    pub reverse: Option<&'static str>,
    /// The schema that defines it.
    pub defined_by: &'static str,
    /// Whether equal values speak for one entity.
    pub matchable: bool,
    /// Whether it stands only for links seen from the other end and holds no values.
    pub stub: bool,
    /// Whether it should no longer be written.
    pub deprecated: bool,
    /// Longest value that FollowTheMoney keeps, in characters.
    pub length_max: u32,
}

/// Every schema, by name.
#[must_use]
pub fn all() -> &'static [Schema] {
    generated::SCHEMATA
}

/// The schema of a name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Schema> {
    let at = all().binary_search_by(|schema| schema.name.cmp(name)).ok()?;
    Some(&all()[at])
}

/// The static spelling of a property name, if any schema has it.
#[must_use]
pub fn known_prop_name(name: &str) -> Option<&'static str> {
    let at = generated::PROPERTY_NAMES.binary_search(&name).ok()?;
    Some(generated::PROPERTY_NAMES[at])
}

impl Schema {
    /// The property of a name, own or inherited.
    #[must_use]
    pub fn property(&self, name: &str) -> Option<&'static Property> {
        let at = self.properties.binary_search_by(|property| property.name.cmp(name)).ok()?;
        Some(self.properties[at])
    }

    /// Whether it is `name` or extends it.
    #[must_use]
    pub fn is_a(&self, name: &str) -> bool {
        self.ancestors.contains(&name)
    }
}

/// The more specific of two schemata that sources gave one entity, as FollowTheMoney merges them.
///
/// `None` when neither extends the other.
#[must_use]
pub fn common(a: &'static Schema, b: &'static Schema) -> Option<&'static Schema> {
    if a.is_a(b.name) {
        Some(a)
    } else if b.is_a(a.name) {
        Some(b)
    } else {
        None
    }
}
