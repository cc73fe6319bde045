//! One simulated entity, and its line in FollowTheMoney's JSON.

use std::io::{self, Write};

use liaison_model::schema::{self, names::prop};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// One entity in FollowTheMoney's form. Its id is local: the importing agency puts its own name in
/// front.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// Local id, such as `demo-person-000001`.
    pub id: String,
    /// Name of the schema.
    pub schema: &'static str,
    /// Values by property, in the order of their making.
    pub properties: Vec<(&'static str, Vec<String>)>,
}

/// The words by which every simulated entity says what it is.
#[must_use]
pub fn mark(seed: u64) -> String {
    format!("fictional, simulated by Liaison world seed {seed}")
}

impl Entity {
    /// An entity that says nothing but that it is simulated: in `notes` where it is a thing, in
    /// `summary` where it is an event or link, which have no notes.
    pub(crate) fn new(id: String, schema_name: &'static str, seed: u64) -> Self {
        let is_thing = schema::find(schema_name).is_some_and(|schema| schema.is_a("Thing"));
        let marked = if is_thing { prop::NOTES } else { prop::SUMMARY };
        Self { id, schema: schema_name, properties: vec![(marked, vec![mark(seed)])] }
    }

    /// The same entity with one more value.
    #[must_use]
    pub(crate) fn with(mut self, property: &'static str, value: impl Into<String>) -> Self {
        self.add(property, value);
        self
    }

    /// The same entity with a value where there is one.
    #[must_use]
    pub(crate) fn with_any(
        mut self,
        property: &'static str,
        values: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        values.into_iter().for_each(|value| self.add(property, value));
        self
    }

    fn add(&mut self, property: &'static str, value: impl Into<String>) {
        let value = value.into();
        match self.properties.iter_mut().find(|(name, _)| *name == property) {
            // FollowTheMoney's values are sets.
            Some((_, values)) if values.contains(&value) => {}
            Some((_, values)) => values.push(value),
            None => self.properties.push((property, vec![value])),
        }
    }

    /// The values of a property; none where it has none.
    #[must_use]
    pub fn values(&self, property: &str) -> &[String] {
        let found = self.properties.iter().find(|(name, _)| *name == property);
        found.map_or(&[], |(_, values)| values)
    }
}

impl Serialize for Entity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("schema", self.schema)?;
        map.serialize_entry("properties", &Properties(&self.properties))?;
        map.end()
    }
}

struct Properties<'a>(&'a [(&'static str, Vec<String>)]);

impl Serialize for Properties<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, values)| (name, values)))
    }
}

/// Writes entities as FollowTheMoney's JSON lines and says how many there were.
///
/// One entity is held at a time. Give a buffered writer.
///
/// # Errors
///
/// The writer's.
pub fn write_json_lines(
    entities: impl IntoIterator<Item = Entity>,
    out: &mut impl Write,
) -> io::Result<u64> {
    let mut written = 0;
    for entity in entities {
        serde_json::to_writer(&mut *out, &entity)?;
        out.write_all(b"\n")?;
        written += 1;
    }
    Ok(written)
}
