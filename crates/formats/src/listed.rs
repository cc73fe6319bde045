//! What the importers of published lists share: entities whose values are cleaned one by one.

use liaison_model::messages::Message;
use liaison_model::schema::names::{prop, schema as schemata};
use liaison_model::schema::{self, Schema};
use liaison_model::values::{Cleaned, ValueError};
use liaison_model::{EntityId, Problem, ShownValue};
use sha2::{Digest, Sha256};

use crate::import::{Import, ReadError, covered, shown};
use crate::words;

/// One entity of a list, under way.
pub(crate) struct Listed {
    pub id: EntityId,
    pub schema: &'static Schema,
}

/// Where in the list values are taken from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct From<'a> {
    /// Row or entry, from 1.
    pub row: u64,
    /// Column or element.
    pub column: &'a str,
}

impl Import<'_> {
    /// Begins an entity. `None`, with a problem, where its id cannot be one.
    pub(crate) fn begin(
        &mut self,
        local: &str,
        schema: &'static str,
        from: From,
    ) -> Result<Option<Listed>, ReadError> {
        let Some(schema) = schema::find(schema) else { return Ok(None) };
        match EntityId::new(&self.context().origin, local) {
            Ok(id) => Ok(Some(Listed { id, schema })),
            Err(_) => {
                let reason = Message::new(words::ID_BROKEN);
                let hint = Some(Message::new(words::HINT_ID));
                self.value_problem(from, None, covered(local), ValueError { reason, hint })?;
                Ok(None)
            }
        }
    }

    /// Adds a value as the list has it. A property that the schema does not have is passed over:
    /// the importers keep the text that it was found in as notes.
    pub(crate) fn put(
        &mut self,
        entity: &Listed,
        property: &'static str,
        raw: &str,
        from: From,
    ) -> Result<(), ReadError> {
        self.put_rewritten(entity, property, raw, raw, from)
    }

    /// Adds a value that had to be rewritten before it could be cleaned; `original` is what the
    /// list says.
    pub(crate) fn put_rewritten(
        &mut self,
        entity: &Listed,
        property: &'static str,
        value: &str,
        original: &str,
        from: From,
    ) -> Result<(), ReadError> {
        let (value, original) = (value.trim(), original.trim());
        let Some(property) = entity.schema.property(property) else { return Ok(()) };
        if value.is_empty() {
            return Ok(());
        }
        match self.context().clean(property, value) {
            Ok(cleaned) => {
                let original = (cleaned.value != original).then(|| original.to_owned());
                let cleaned = Cleaned { original, ..cleaned };
                let statement =
                    self.context().statement(&entity.id, entity.schema, property.name, cleaned);
                self.statement(statement)
            }
            Err(error) => {
                let field = format!("{}:{}", entity.schema.name, property.name);
                self.value_problem(from, Some(field), shown(property, original), error)
            }
        }
    }

    /// Adds a reference.
    pub(crate) fn point(
        &mut self,
        entity: &Listed,
        property: &'static str,
        to: &Listed,
    ) -> Result<(), ReadError> {
        let Some(property) = entity.schema.property(property) else { return Ok(()) };
        let cleaned = Cleaned { value: to.id.as_str().to_owned(), original: None };
        let statement = self.context().statement(&entity.id, entity.schema, property.name, cleaned);
        self.statement(statement)
    }

    /// Adds the entry of a sanctions list that names an entity.
    pub(crate) fn sanction(
        &mut self,
        entity: &Listed,
        authority: &str,
        country: Option<&str>,
        from: From,
    ) -> Result<Option<Listed>, ReadError> {
        self.put(entity, prop::TOPICS, "sanction", from)?;
        let local = format!("{}-sanction", entity.id.local());
        let Some(sanction) = self.begin(&local, schemata::SANCTION, from)? else { return Ok(None) };
        self.point(&sanction, prop::ENTITY, entity)?;
        self.put(&sanction, prop::AUTHORITY, authority, from)?;
        if let Some(country) = country {
            self.put(&sanction, prop::COUNTRY, country, from)?;
        }
        Ok(Some(sanction))
    }

    fn value_problem(
        &mut self,
        from: From,
        field: Option<String>,
        value: ShownValue,
        error: ValueError,
    ) -> Result<(), ReadError> {
        let mut place = self.place(from.row);
        place.column = Some(from.column.to_owned());
        place.field = field;
        let ValueError { reason, hint } = error;
        self.problem(Problem { place, value, reason, hint, row_set_aside: false })
    }
}

/// A short name made of a text, for entities that a list does not number.
pub(crate) fn short_hash(text: &str) -> String {
    hex::encode(&Sha256::digest(text.as_bytes())[..SHORT_HASH_BYTES])
}

/// `Korea, North` as `North Korea`; `None` where there is nothing to turn round.
pub(crate) fn turned_round(name: &str) -> Option<String> {
    let (last, first) = name.split_once(',')?;
    let (last, first) = (last.trim(), first.trim());
    (!last.is_empty() && !first.is_empty()).then(|| format!("{first} {last}"))
}

const SHORT_HASH_BYTES: usize = 8;
