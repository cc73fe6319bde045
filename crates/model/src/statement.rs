//! The one record: a source's claim about one property of one entity.

use std::borrow::Cow;
use std::sync::Arc;

use crate::canonical::{self, CanonicalError, Fields};
use crate::{EntityId, Grade, Instant, Marks, StatementId};

/// One source's claim about one property of one entity.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Statement {
    /// Random, made once.
    pub id: StatementId,
    /// Whom or what it is about.
    pub entity: EntityId,
    /// The schema that the source gave the entity.
    pub schema: Cow<'static, str>,
    /// The property claimed.
    pub prop: Cow<'static, str>,
    /// The clean value.
    pub value: String,
    /// What the source wrote, where that differs from the value.
    pub original: Option<String>,
    /// Language of the value, ISO 639-3, where known.
    pub lang: Option<String>,
    /// The set under one owner to which it belongs.
    pub dataset: String,
    /// The document or person it was taken from, where that says more than the dataset.
    pub source: Option<String>,
    /// When it was true, as a date with its precision.
    pub as_of: Option<String>,
    /// When it reached the source's holder.
    pub seen: Option<Instant>,
    /// How good it is.
    pub grade: Option<Grade>,
}

/// A statement about to enter a journal, with the marks of its birth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The claim. Its id is set by the journal when it is all zero.
    pub statement: Statement,
    /// Who may see it; shared by the statements of one import.
    pub marks: Arc<Marks>,
}

/// The texts that a statement gives a property of an entity, whoever gives them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said<'a> {
    /// The entity.
    pub entity: &'a str,
    /// The property.
    pub prop: &'a str,
    /// The clean value.
    pub value: &'a str,
    /// What the source wrote, where that differs from the value.
    pub original: Option<&'a str>,
}

/// Why a statement could not be read from its canonical bytes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StatementError {
    /// The bytes are not a statement's.
    #[error(transparent)]
    Bytes(#[from] CanonicalError),
    /// An id, time or grade inside does not parse.
    #[error("the field `{field}` of a statement does not parse")]
    Field {
        /// Its name.
        field: &'static str,
    },
}

impl Statement {
    /// A claim without a source document, language, date or grade.
    #[must_use]
    pub fn new(
        entity: EntityId,
        schema: impl Into<Cow<'static, str>>,
        prop: impl Into<Cow<'static, str>>,
        value: impl Into<String>,
        dataset: impl Into<String>,
    ) -> Self {
        Self {
            id: StatementId([0; 16]),
            entity,
            schema: schema.into(),
            prop: prop.into(),
            value: value.into(),
            original: None,
            lang: None,
            dataset: dataset.into(),
            source: None,
            as_of: None,
            seen: None,
            grade: None,
        }
    }

    /// The bytes that are hashed: kind, id, time seen, then what is claimed.
    #[must_use]
    pub fn to_canonical(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(HEAD_BYTES + self.content_bytes());
        self.put_canonical(&mut out);
        out
    }

    /// Appends [`Self::to_canonical`] to `out`.
    pub fn put_canonical(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(KIND);
        out.extend_from_slice(&self.id.0);
        let seen = self.seen.map(|seen| seen.micros().to_be_bytes());
        canonical::put(out, seen.as_ref().map(<[u8; 8]>::as_slice));
        canonical::put_text(out, self.entity.as_str());
        canonical::put_text(out, &self.schema);
        canonical::put_text(out, &self.prop);
        canonical::put_text(out, &self.value);
        canonical::put(out, self.original.as_deref().map(str::as_bytes));
        canonical::put(out, self.lang.as_deref().map(str::as_bytes));
        canonical::put_text(out, &self.dataset);
        canonical::put(out, self.source.as_deref().map(str::as_bytes));
        canonical::put(out, self.as_of.as_deref().map(str::as_bytes));
        let grade = self.grade.map(|grade| grade.to_string());
        canonical::put(out, grade.as_deref().map(str::as_bytes));
    }

    /// The part of canonical bytes that says what is claimed: without id and time seen, so that
    /// two imports of one claim agree.
    ///
    /// # Errors
    ///
    /// When the bytes are not a statement's.
    pub fn claim_of(canonical: &[u8]) -> Result<&[u8], CanonicalError> {
        let mut fields = Fields::after(KIND, canonical)?;
        fields.fixed::<16>()?;
        fields.field()?;
        Ok(fields.rest())
    }

    /// What canonical bytes say of whom, without reading the rest.
    ///
    /// # Errors
    ///
    /// When the bytes are not a statement's.
    pub fn said_in(canonical: &[u8]) -> Result<Said<'_>, CanonicalError> {
        let mut fields = Fields::after(KIND, canonical)?;
        fields.fixed::<16>()?;
        fields.field()?;
        let entity = fields.text()?;
        fields.field()?;
        let (prop, value) = (fields.text()?, fields.text()?);
        Ok(Said { entity, prop, value, original: fields.optional_text()? })
    }

    /// The schema named in canonical bytes, without reading the rest.
    ///
    /// # Errors
    ///
    /// When the bytes are not a statement's.
    pub fn schema_of(canonical: &[u8]) -> Result<&str, CanonicalError> {
        let mut fields = Fields::after(KIND, canonical)?;
        fields.fixed::<16>()?;
        fields.field()?;
        fields.field()?;
        fields.text()
    }

    /// Reads a statement back from its canonical bytes.
    ///
    /// # Errors
    ///
    /// When the bytes are cut, of another kind, or hold a field that does not parse.
    pub fn from_canonical(bytes: &[u8]) -> Result<Self, StatementError> {
        let bad = |field| StatementError::Field { field };
        let mut fields = Fields::after(KIND, bytes)?;
        let id = StatementId(fields.fixed()?);
        let seen = fields.field()?.map(|b| b.try_into().map(i64::from_be_bytes)).transpose();
        let seen = seen.map_err(|_| bad("seen"))?.map(Instant::from_micros).transpose();
        let statement = Self {
            id,
            seen: seen.map_err(|_| bad("seen"))?,
            entity: fields.text()?.parse().map_err(|_| bad("entity"))?,
            schema: known_schema(fields.text()?),
            prop: known_prop(fields.text()?),
            value: fields.text()?.to_owned(),
            original: fields.optional_text()?.map(str::to_owned),
            lang: fields.optional_text()?.map(str::to_owned),
            dataset: fields.text()?.to_owned(),
            source: fields.optional_text()?.map(str::to_owned),
            as_of: fields.optional_text()?.map(str::to_owned),
            grade: fields.optional_text()?.map(str::parse).transpose().map_err(|_| bad("grade"))?,
        };
        fields.end()?;
        Ok(statement)
    }

    fn content_bytes(&self) -> usize {
        let optional = [&self.original, &self.lang, &self.source, &self.as_of];
        self.entity.as_str().len()
            + self.schema.len()
            + self.prop.len()
            + self.value.len()
            + self.dataset.len()
            + optional.into_iter().flatten().map(String::len).sum::<usize>()
            + FIELDS_MAX * 2
    }
}

fn known_schema(name: &str) -> Cow<'static, str> {
    crate::schema::find(name).map_or_else(|| name.to_owned().into(), |schema| schema.name.into())
}

fn known_prop(name: &str) -> Cow<'static, str> {
    crate::schema::known_prop_name(name).map_or_else(|| name.to_owned().into(), Cow::Borrowed)
}

/// First bytes of a statement's canonical form: `S`, version 1.
const KIND: &[u8] = b"S1";
const FIELDS_MAX: usize = 12;
const HEAD_BYTES: usize = 2 + 16 + 9;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    prop_compose! {
        fn any_statement()(
            id: [u8; 16], local in "[0-9A-Za-z-]{1,20}", value: String, original: Option<String>,
            lang in proptest::option::of("[a-z]{3}"), dataset in "[a-z-]{1,12}", source: Option<String>,
            as_of in proptest::option::of("20[0-9]{2}"), seen in proptest::option::of(0_i64..4e15 as i64),
        ) -> Statement {
            Statement {
                id: StatementId(id),
                original, lang, source, as_of,
                seen: seen.map(|micros| Instant::from_micros(micros).unwrap()),
                grade: Some("B2".parse().unwrap()),
                ..Statement::new(
                    EntityId::new(&"kr.npa".parse().unwrap(), &local).unwrap(),
                    "Person", "name", value, dataset,
                )
            }
        }
    }

    proptest! {
        #[test]
        fn a_statement_survives_its_canonical_bytes(statement in any_statement()) {
            prop_assert_eq!(Statement::from_canonical(&statement.to_canonical()), Ok(statement));
        }

        #[test]
        fn one_claim_imported_twice_has_one_claim(statement in any_statement(), id: [u8; 16]) {
            let again = Statement { id: StatementId(id), seen: None, ..statement.clone() };

            let (first, second) = (statement.to_canonical(), again.to_canonical());
            prop_assert_eq!(Statement::claim_of(&first), Statement::claim_of(&second));
        }

        #[test]
        fn two_statements_never_share_their_bytes(a in any_statement(), b in any_statement()) {
            prop_assert_eq!(a == b, a.to_canonical() == b.to_canonical());
        }

        #[test]
        fn any_bytes_are_read_without_a_panic(bytes: Vec<u8>) {
            let _ = Statement::from_canonical(&[KIND, &bytes].concat());
        }
    }
}
