//! Entities as FollowTheMoney JSON lines: its own schemata into `entities.ftm.json`, ours into
//! `extension.ftm.json`.
//!
//! The plain package reads the first file; the second needs our model (`FTM_MODEL_PATH`). An
//! entity says less than its statements: who said what, when and how surely is left out, and
//! [`ExportSummary`] counts it. Ids are mapped by [`to_ftm_id`].
//!
//! # Invariants
//!
//! * Control records never leave this way.
//! * Every value written is one that FollowTheMoney 4.11 takes unchanged. Not checked are the
//!   check digits of identifiers (LEI, INN, NPI and others), which the package checks and we keep
//!   as the source wrote them.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use liaison_model::messages::Message;
use liaison_model::schema::names::{prop, schema as schemata};
use liaison_model::schema::{self, PropType, Property, Schema};
use liaison_model::values::{self, PartialDate};
use liaison_model::{AgencyId, EntityId, Instant, Statement};
use serde::Serialize;

use crate::entity_ids::to_ftm_id;
use crate::import::ID_PROP;
use crate::words;

/// What an export amounted to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct ExportSummary {
    /// Entities, rows or statements written, in all files together.
    pub written: u64,
    /// What was left out or changed, in words, each with how often.
    pub left_out: Vec<(Message, u64)>,
}

/// Counts what an export leaves out.
#[derive(Debug, Default)]
pub(crate) struct LeftOut(BTreeMap<Message, u64>);

impl LeftOut {
    pub(crate) fn count(&mut self, what: Message) {
        *self.0.entry(what).or_default() += 1;
    }

    pub(crate) fn summary(self, written: u64) -> ExportSummary {
        ExportSummary { written, left_out: self.0.into_iter().collect() }
    }
}

/// Writes entities, one after another.
pub struct FtmEntityWriter<W> {
    entities: W,
    extension: W,
    own: AgencyId,
    written: u64,
    left_out: LeftOut,
}

/// One line.
#[derive(Serialize)]
struct Line<'a> {
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    caption: Option<&'a str>,
    schema: &'static str,
    properties: &'a BTreeMap<&'static str, Vec<Cow<'a, str>>>,
    datasets: &'a BTreeSet<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_seen: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_seen: Option<String>,
}

impl<W: Write> FtmEntityWriter<W> {
    /// Writes FollowTheMoney's schemata to `entities` and ours to `extension`, with the ids that
    /// the agency `own` uses.
    pub fn new(entities: W, extension: W, own: AgencyId) -> Self {
        Self { entities, extension, own, written: 0, left_out: LeftOut::default() }
    }

    /// Writes one entity: everything that the reader may see of it.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn write<'s>(
        &mut self,
        entity: &EntityId,
        statements: impl IntoIterator<Item = &'s Statement>,
    ) -> io::Result<()> {
        let statements: Vec<&Statement> = statements.into_iter().collect();
        let Some(schema) = self.schema_of(&statements) else { return Ok(()) };
        let mut properties: BTreeMap<&'static str, Vec<Cow<str>>> = BTreeMap::new();
        let mut datasets = BTreeSet::new();
        for statement in &statements {
            datasets.insert(statement.dataset.as_str());
            self.count_what_values_do_not_say(statement);
            let Some((name, value)) = self.value(entity, schema, statement) else { continue };
            let values = properties.entry(name).or_default();
            if !values.contains(&value) {
                values.push(value);
            }
        }
        let captions = schema.caption.iter();
        let caption = captions.filter_map(|name| properties.get(name)?.first()).next();
        let line = Line {
            id: to_ftm_id(entity, &self.own),
            caption: caption.map(|caption| &**caption),
            schema: schema.name,
            properties: &properties,
            datasets: &datasets,
            first_seen: statements.iter().filter_map(|s| s.seen).min().map(ftm_time),
            last_seen: statements.iter().filter_map(|s| s.seen).max().map(ftm_time),
        };
        let file = if schema.ftm { &mut self.entities } else { &mut self.extension };
        serde_json::to_writer(&mut *file, &line)?;
        file.write_all(b"\n")?;
        self.written += 1;
        Ok(())
    }

    /// Ends the files and says what was left out.
    ///
    /// # Errors
    ///
    /// When the files cannot be written.
    pub fn finish(mut self) -> io::Result<ExportSummary> {
        self.entities.flush()?;
        self.extension.flush()?;
        Ok(self.left_out.summary(self.written))
    }

    /// The most specific schema that the statements agree on. Where they do not agree, the first
    /// one's, and what does not fit it is left out.
    fn schema_of(&mut self, statements: &[&Statement]) -> Option<&'static Schema> {
        let mut agreed: Option<&'static Schema> = None;
        for statement in statements {
            let Some(named) = schema::find(&statement.schema) else { continue };
            agreed = agreed.map_or(Some(named), |so_far| schema::common(so_far, named).or(agreed));
        }
        let agreed = agreed?;
        if agreed.is_a(schemata::RECORD) {
            self.left_out.count(Message::new(words::LEFT_OUT_RECORD));
            return None;
        }
        Some(agreed)
    }

    fn value<'s>(
        &mut self,
        entity: &EntityId,
        schema: &'static Schema,
        statement: &'s Statement,
    ) -> Option<(&'static str, Cow<'s, str>)> {
        if statement.prop == ID_PROP {
            return None; // says only that the entity exists, which the line says too
        }
        let Some(property) = schema.property(&statement.prop).filter(|property| !property.stub)
        else {
            self.left_out.count(Message::new(words::LEFT_OUT_SCHEMA));
            return None;
        };
        let value = match property.kind {
            PropType::Entity => self.reference(entity, statement),
            _ => self.plain_value(property, &statement.value),
        };
        value.map(|value| (property.name, value))
    }

    fn reference<'s>(&mut self, entity: &EntityId, statement: &Statement) -> Option<Cow<'s, str>> {
        // FollowTheMoney has no entity that points to itself.
        if statement.value == entity.as_str() {
            self.left_out.count(Message::new(words::LEFT_OUT_SELF));
            return None;
        }
        match statement.value.parse::<EntityId>() {
            Ok(target) => Some(to_ftm_id(&target, &self.own).into()),
            Err(_) => {
                self.left_out.count(Message::new(words::LEFT_OUT_SCHEMA));
                None
            }
        }
    }

    /// The value as FollowTheMoney takes it.
    fn plain_value<'s>(&mut self, property: &Property, value: &'s str) -> Option<Cow<'s, str>> {
        let refused = match property.kind {
            PropType::Date => {
                let changed = date_in_utc(value);
                if changed.is_some() {
                    self.left_out.count(Message::new(words::CHANGED_DATE));
                }
                return Some(changed.map_or(Cow::Borrowed(value), Cow::Owned));
            }
            PropType::Identifier => {
                let written = identifier(property.name, value);
                if written.is_none() {
                    let what = Message::new(words::LEFT_OUT_VALUE);
                    self.left_out.count(what.with("property", property.label));
                }
                return written;
            }
            PropType::Language => !values::ftm_takes_language(value),
            PropType::Mimetype => value == UNKNOWN_MIMETYPE,
            PropType::Checksum => FTM_CHECKSUM_CHARS_MAX < value.len(),
            _ => false,
        };
        if refused {
            let what = Message::new(words::LEFT_OUT_VALUE).with("property", property.label);
            self.left_out.count(what);
            return None;
        }
        Some(Cow::Borrowed(value))
    }

    fn count_what_values_do_not_say(&mut self, statement: &Statement) {
        let about = [
            (statement.source.is_some(), words::LEFT_OUT_SOURCE),
            (statement.as_of.is_some(), words::LEFT_OUT_AS_OF),
            (statement.grade.is_some(), words::LEFT_OUT_GRADE),
            (statement.original.is_some(), words::LEFT_OUT_ORIGINAL),
            (statement.lang.is_some(), words::LEFT_OUT_LANG),
        ];
        for (_, what) in about.into_iter().filter(|(given, _)| *given) {
            self.left_out.count(Message::new(what));
        }
    }
}

/// A time with an offset as FollowTheMoney keeps it, in UTC and without one; `None` for dates
/// that it takes as they are.
fn date_in_utc(value: &str) -> Option<String> {
    let date: PartialDate = value.parse().ok()?;
    date.offset()?;
    let written_until = value.find(['Z', '+']).or_else(|| value.rfind('-'))?;
    let mut utc = date.moment()?.to_string();
    utc.truncate(written_until);
    Some(utc)
}

/// An identifier as FollowTheMoney writes it; `None` for one that it drops. Formats whose shape
/// says it all, as its library `rigour` 2.6 has them.
fn identifier<'a>(property: &str, value: &'a str) -> Option<Cow<'a, str>> {
    let digits = || value.bytes().filter(u8::is_ascii_digit).count();
    let shaped = |letters: &str| value.chars().all(|c| c.is_ascii_digit() || letters.contains(c));
    match property {
        prop::SOCIAL_SECURITY_NUMBER => {
            (digits() == 9 && shaped("- ")).then(|| value.replace(['-', ' '], "").into())
        }
        prop::IMO_NUMBER => {
            let number = value.trim_start_matches("IMO").trim_start();
            (digits() == 7 && shaped("IMO ") && number.len() == 7)
                .then(|| format!("IMO{number}").into())
        }
        _ => Some(Cow::Borrowed(value)),
    }
}

/// A moment as FollowTheMoney writes it: UTC without saying so, to the second.
pub(crate) fn ftm_time(moment: Instant) -> String {
    let mut text = moment.to_string();
    text.truncate(FTM_TIME_CHARS);
    text.trim_end_matches('Z').to_owned()
}

/// Says that nothing is known; FollowTheMoney drops it.
const UNKNOWN_MIMETYPE: &str = "application/octet-stream";

/// FollowTheMoney's checksums are SHA-1 (`types/checksum.py`).
const FTM_CHECKSUM_CHARS_MAX: usize = 40;

/// Length of `2025-10-17T09:30:00`.
const FTM_TIME_CHARS: usize = 19;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read_ftm_entities;
    use crate::testing::{Kept, context};

    fn statement(entity: &str, schema: &str, prop: &str, value: &str) -> Statement {
        let schema = schema.to_owned();
        Statement::new(entity.parse().unwrap(), schema, prop.to_owned(), value, "test")
    }

    fn export(statements: &[Statement]) -> (String, String, ExportSummary) {
        let (mut entities, mut extension) = (Vec::new(), Vec::new());
        let mut writer =
            FtmEntityWriter::new(&mut entities, &mut extension, "kr.npa".parse().unwrap());
        let ids: BTreeSet<_> = statements.iter().map(|s| &s.entity).collect();
        for id in ids {
            writer.write(id, statements.iter().filter(|s| s.entity == *id)).unwrap();
        }
        let summary = writer.finish().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (text(entities), text(extension), summary)
    }

    #[test]
    fn followthemoneys_schemata_and_ours_go_to_two_files() {
        let (entities, extension, summary) = export(&[
            statement("kr.npa:P-1", "Person", "name", "강서윤"),
            statement("kr.npa:P-1", "LegalEntity", "country", "kr"),
            statement("kr.npa:R-1", "Report", "person", "kr.npa:P-1"),
            statement("kh.npc:C-1", "Compound", "name", "A"),
        ]);

        insta::assert_snapshot!(entities, @r#"{"id":"P-1","caption":"강서윤","schema":"Person","properties":{"country":["kr"],"name":["강서윤"]},"datasets":["test"]}"#);
        insta::assert_snapshot!(extension, @r#"
        {"id":"kh.npc.C-1","caption":"A","schema":"Compound","properties":{"name":["A"]},"datasets":["test"]}
        {"id":"R-1","schema":"Report","properties":{"person":["P-1"]},"datasets":["test"]}
        "#);
        assert_eq!(summary.written, 3);
    }

    #[test]
    fn times_are_turned_into_utc_and_counted() {
        for (value, expected) in [
            ("2025-10-17T09:30+09:00", Some("2025-10-17T00:30")),
            ("2025-10-17T09:30:00Z", Some("2025-10-17T09:30:00")),
            ("2025-10-17T20:30:15-07:00", Some("2025-10-18T03:30:15")),
            ("2025-10-17T09:30", None),
            ("2025", None),
        ] {
            assert_eq!(date_in_utc(value).as_deref(), expected, "{value}");
        }
    }

    #[test]
    fn identifiers_are_written_as_followthemoney_writes_them() {
        for (property, value, expected) in [
            ("socialSecurityNumber", "604-26-2627", Some("604262627")),
            ("socialSecurityNumber", "33-3208848-3", None),
            ("imoNumber", "IMO 9187629", Some("IMO9187629")),
            ("imoNumber", "IMO15411", None),
            ("passportNumber", "M 123-4", Some("M 123-4")),
        ] {
            assert_eq!(identifier(property, value).as_deref(), expected, "{value}");
        }
    }

    #[test]
    fn what_an_entity_does_not_say_is_counted() {
        let mut one = statement("kr.npa:P-1", "Person", "name", "A");
        one.grade = Some("B2".parse().unwrap());
        one.source = Some("a letter".into());
        let own = statement("kr.npa:P-1", "Person", "proof", "kr.npa:P-1");
        let (_, _, summary) =
            export(&[one, own, statement("kr.npa:w", "Withdrawal", "target", "commit:1")]);

        let keys: Vec<_> =
            summary.left_out.iter().map(|(what, count)| (&*what.key, *count)).collect();
        let expected = [
            (words::LEFT_OUT_GRADE, 1),
            (words::LEFT_OUT_RECORD, 1),
            (words::LEFT_OUT_SELF, 1),
            (words::LEFT_OUT_SOURCE, 1),
        ];
        assert_eq!(keys, expected);
    }

    #[test]
    fn an_export_read_again_gives_the_same_values() {
        let input = r#"{"id":"P-1","schema":"Person","properties":{"name":["A","B"],"birthDate":["1990-01"]}}
{"id":"id--kr-2enpa-3aa-5fb","schema":"Person","properties":{"name":["C"]}}
{"id":"kh.npc.X","schema":"Company","properties":{"parent":["P-1"]}}
"#;
        let read = |text: &str| {
            let mut kept = Kept::default();
            read_ftm_entities(text.as_bytes(), &context(), &mut kept).unwrap();
            let mut statements: Vec<_> =
                kept.drafts.into_iter().map(|draft| draft.statement).collect();
            statements.sort_by(|a, b| {
                (&a.entity, &a.prop, &a.value).cmp(&(&b.entity, &b.prop, &b.value))
            });
            statements
        };

        let first = read(input);
        assert_eq!(read(&export(&first).0), first);
    }
}
