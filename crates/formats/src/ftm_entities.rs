//! FollowTheMoney entities, one JSON object per line, as in `entities.ftm.json`.
//!
//! Read: `id`, `schema`, `properties` (lists of strings; a single string counts as a list of
//! one), `first_seen` as the time seen, and `datasets` where the context believes the file. Not
//! kept, because FollowTheMoney derives them: `caption`, `target`, `last_seen`, `last_change`,
//! `origin`, `external`; nor `referents`, which are somebody's judgement and not a claim of the
//! file. Source of the format: `followthemoney/proxy.py`, version 4.11.
//!
//! # Invariants
//!
//! * One entity per line and no recursion: entities may point to each other in circles.
//! * An entity of which no value was kept still exists: it gets the pseudo-property `id`.
//! * A value that cannot be taken is set aside alone; a line is set aside whole only where its
//!   id or schema cannot be known.

mod row;

use std::io::Read;

use liaison_model::messages::Message;
use liaison_model::schema::{self, Property, Schema, names};
use liaison_model::values::Cleaned;
use liaison_model::{EntityId, Instant, ShownValue, Statement};

use crate::entity_ids::from_ftm_id;
use crate::fault::Fault;
use crate::import::{
    Datasets, Import, ImportContext, ReadError, ReadSummary, Sink, covered, instant, shown,
};
use crate::lines::{Line, LineReader};
use crate::words;
use row::{Loose, Row};

/// Reads FollowTheMoney entities from JSON lines.
///
/// # Errors
///
/// When the input cannot be read or the sink takes no more. Broken lines and values are problems.
pub fn read_ftm_entities(
    input: impl Read,
    context: &ImportContext,
    sink: &mut dyn Sink,
) -> Result<ReadSummary, ReadError> {
    let mut import = Import::new(context, sink);
    let mut lines = LineReader::new(input, LINE_BYTES_MAX);
    while let Some(line) = lines.next()? {
        if line.bytes.is_some_and(|bytes| bytes.trim_ascii().is_empty()) {
            continue;
        }
        import.row(line.offset)?;
        match parse(&line) {
            Ok(row) => take_row(&mut import, line.number, &row)?,
            Err(fault) => import.row_problem(fault.at(&import, line.number))?,
        }
    }
    Ok(import.finish())
}

fn parse<'a>(line: &Line<'a>) -> Result<Row<'a>, Fault> {
    let Some(bytes) = line.bytes else {
        let reason = Message::new(words::LINE_TOO_LONG)
            .count("offset", line.offset)
            .count("limit_mib", (LINE_BYTES_MAX >> 20) as u64);
        return Err(Fault::new(reason, words::HINT_SPLIT_LINE));
    };
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let offset = line.offset + error.valid_up_to() as u64;
        let reason = Message::new(words::NOT_UTF8).count("offset", offset);
        Fault::new(reason, words::HINT_SAVE_UTF8)
    })?;
    if !text.trim_start().starts_with('{') {
        let reason = Message::new(words::NOT_AN_OBJECT);
        return Err(Fault::new(reason, words::HINT_ONE_OBJECT));
    }
    let row: Row = serde_json::from_str(text).map_err(|error| {
        if error.is_eof() {
            let reason = Message::new(words::LINE_CUT).count("bytes", text.len() as u64);
            return Fault::new(reason, words::HINT_LINE_CUT);
        }
        let reason = Message::new(words::NOT_JSON).count("column", error.column() as u64);
        Fault::new(reason, words::HINT_ONE_OBJECT)
    })?;
    match row.refused {
        Some(reason) => Err(Fault::new(Message::new(reason), words::HINT_ONE_OBJECT)),
        None => Ok(row),
    }
}

fn take_row(import: &mut Import, number: u64, row: &Row) -> Result<(), ReadError> {
    let context = import.context();
    let (entity, schema) = match identify(context, row) {
        Ok(identified) => identified,
        Err(fault) => return import.row_problem(fault.at(import, number)),
    };
    let mut seen = context.seen;
    match row.first_seen.as_ref().map(first_seen) {
        None | Some(Ok(None)) => {}
        Some(Ok(moment)) => seen = moment,
        Some(Err(fault)) => import.problem(fault.at(import, number))?,
    }
    for key in &row.unknown_keys {
        let fault = Fault::new(Message::new(words::KEY_UNKNOWN), words::HINT_PROPERTY);
        import.problem(fault.in_column(key).at(import, number))?;
    }
    let dataset = match (context.datasets, &row.dataset) {
        (Datasets::FromFile, Some(dataset)) => dataset,
        _ => context.dataset.as_str(),
    };
    let base = Base { entity: &entity, schema, dataset, seen };
    let mut kept = 0_u64;
    for (name, values) in &row.properties {
        kept += take_property(import, number, &base, name, values)?;
    }
    if kept == 0 {
        let existence = context.existence(&entity, schema);
        import.statement(base.on(existence))?;
    }
    Ok(())
}

/// What the statements of one line share.
struct Base<'a> {
    entity: &'a EntityId,
    schema: &'static Schema,
    dataset: &'a str,
    seen: Option<Instant>,
}

impl Base<'_> {
    fn on(&self, mut statement: Statement) -> Statement {
        if statement.dataset != self.dataset {
            self.dataset.clone_into(&mut statement.dataset);
        }
        statement.seen = self.seen;
        statement
    }
}

/// Hands on the values of one property; says how many were kept.
fn take_property(
    import: &mut Import,
    number: u64,
    base: &Base,
    name: &str,
    values: &[Loose],
) -> Result<u64, ReadError> {
    let context = import.context();
    let property = match find_property(base.schema, name) {
        Ok(property) => property,
        Err(reason) => {
            for value in values {
                let shown = value.text().map_or(ShownValue::None, covered);
                let fault = Fault::new(reason.clone(), words::HINT_PROPERTY).showing(shown);
                import.problem(fault.in_column(name).at(import, number))?;
            }
            return Ok(0);
        }
    };
    let mut kept = 0;
    for value in values {
        match clean(context, property, value) {
            Ok(cleaned) => {
                let statement = context.statement(base.entity, base.schema, property.name, cleaned);
                import.statement(base.on(statement))?;
                kept += 1;
            }
            Err(fault) => {
                let fault = fault.in_column(name).in_property(base.schema, property);
                import.problem(fault.at(import, number))?;
            }
        }
    }
    Ok(kept)
}

fn clean(context: &ImportContext, property: &Property, value: &Loose) -> Result<Cleaned, Fault> {
    let Loose::Text(raw) = value else { return Err(not_text(value)) };
    context.clean(property, raw).map_err(|error| Fault::of(error).showing(shown(property, raw)))
}

fn not_text(value: &Loose) -> Fault {
    let (kind, shown) = match value {
        Loose::Number(number) => ("number", covered(number)),
        Loose::Other(kind) => (*kind, ShownValue::None),
        Loose::Text(text) => ("text", covered(text)),
    };
    let reason = Message::new(words::VALUE_NOT_TEXT).with("kind", kind);
    Fault::new(reason, words::HINT_QUOTE_VALUE).showing(shown)
}

/// The entity and schema of a line.
fn identify(context: &ImportContext, row: &Row) -> Result<(EntityId, &'static Schema), Fault> {
    let id = match &row.id {
        Some(Loose::Text(id)) if !id.is_empty() => id,
        None | Some(Loose::Text(_) | Loose::Other("null")) => {
            return Err(Fault::new(Message::new(words::ID_MISSING), words::HINT_ID));
        }
        Some(other) => return Err(not_text(other).in_column("id")),
    };
    let entity = from_ftm_id(id, &context.origin).map_err(|_| {
        let fault = Fault::new(Message::new(words::ID_BROKEN), words::HINT_ID);
        fault.in_column("id").showing(covered(id))
    })?;
    context.check_is_free(&entity).map_err(|fault| fault.in_column("id"))?;
    let Some(name) = row.schema.as_ref().and_then(Loose::text) else {
        return Err(Fault::new(Message::new(words::SCHEMA_MISSING), words::HINT_SCHEMA));
    };
    let schema = find_schema(name).map_err(|fault| fault.in_column("schema"))?;
    Ok((entity, schema))
}

/// The schema of a name that a file may use.
pub(crate) fn find_schema(name: &str) -> Result<&'static Schema, Fault> {
    let refused = |reason, hint| {
        let shown = name.chars().take(NAME_CHARS_SHOWN).collect();
        Err(Fault::new(Message::new(reason), hint).showing(ShownValue::Plain(shown)))
    };
    match schema::find(name) {
        None => refused(words::SCHEMA_UNKNOWN, words::HINT_SCHEMA),
        Some(found) if found.is_a(names::schema::RECORD) => {
            refused(words::RECORD_SCHEMA, words::HINT_RECORD_SCHEMA)
        }
        Some(found) if found.is_abstract => refused(words::SCHEMA_ABSTRACT, words::HINT_SCHEMA),
        Some(found) => Ok(found),
    }
}

/// The property of a name that can hold values.
pub(crate) fn find_property(
    schema: &'static Schema,
    name: &str,
) -> Result<&'static Property, Message> {
    let reason = |key: &'static str| {
        let name: String = name.chars().take(NAME_CHARS_SHOWN).collect();
        Message::new(key).with("schema", schema.name).with("property", name)
    };
    match schema.property(name) {
        None => Err(reason(words::PROPERTY_UNKNOWN)),
        Some(property) if property.stub => Err(reason(words::PROPERTY_STUB)),
        Some(property) => Ok(property),
    }
}

fn first_seen(value: &Loose) -> Result<Option<Instant>, Fault> {
    let text = match value {
        Loose::Other("null") => return Ok(None),
        Loose::Text(text) => text,
        other => return Err(not_text(other).in_column("first_seen")),
    };
    instant(text).map(Some).ok_or_else(|| {
        let fault = Fault::new(Message::new(words::TIME_BROKEN), words::HINT_TIME);
        fault.in_column("first_seen").showing(covered(text))
    })
}

/// Longest line taken, in bytes. FollowTheMoney's own limit for one value is smaller.
const LINE_BYTES_MAX: usize = 16 << 20;

/// Longest part of an unknown name that a problem shows, in characters.
const NAME_CHARS_SHOWN: usize = 80;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Kept, context};

    fn read(input: &str) -> (Kept, ReadSummary) {
        let mut kept = Kept::default();
        let summary = read_ftm_entities(input.as_bytes(), &context(), &mut kept).unwrap();
        (kept, summary)
    }

    fn check_fault(line: &str, expected: &[&str]) {
        assert_eq!(read(line).0.faults(), expected, "{line}");
    }

    #[test]
    fn each_value_becomes_a_statement() {
        let (kept, summary) = read(
            r#"{"id":"P-1","schema":"Person","caption":"x","properties":{"name":["강서윤","Kang Seo-yun"],"nationality":["kr"]}}"#,
        );

        let expected =
            ["P-1 Person:name 강서윤", "P-1 Person:name Kang Seo-yun", "P-1 Person:nationality kr"];
        assert_eq!(kept.statements(), expected);
        assert_eq!(
            (summary.rows, summary.statements, summary.entities, summary.problems),
            (1, 3, 1, 0)
        );
    }

    #[test]
    fn a_reference_gets_its_origin() {
        let (kept, _) = read(
            r#"{"id":"o","schema":"Ownership","properties":{"owner":["P-1"],"asset":["kh.npc.C-1"]}}"#,
        );

        assert_eq!(
            kept.statements(),
            ["o Ownership:owner kr.npa:P-1", "o Ownership:asset kh.npc:C-1"]
        );
    }

    #[test]
    fn an_entity_without_properties_still_exists() {
        let (kept, _) = read(
            "{\"id\":\"P-1\",\"schema\":\"Person\"}\n{\"schema\":\"Person\",\"id\":\"P-2\",\"properties\":{\"nmae\":[\"x\"]}}",
        );

        assert_eq!(kept.statements(), ["P-1 Person:id P-1", "P-2 Person:id P-2"]);
        assert_eq!(kept.faults(), ["2 nmae problem-property-unknown"]);
    }

    #[test]
    fn a_bad_value_does_not_lose_the_good_ones_beside_it() {
        let (kept, _) = read(
            r#"{"id":"P-1","schema":"Person","properties":{"name":["A",7,{"id":"x"},["y"]],"addressee":["x"],"ownershipOwner":["o"]}}"#,
        );

        assert_eq!(kept.statements(), ["P-1 Person:name A"]);
        let expected = [
            "1 name problem-value-not-text",
            "1 name problem-value-not-text",
            "1 name problem-value-not-text",
            "1 addressee problem-property-unknown",
            "1 ownershipOwner problem-property-stub",
        ];
        assert_eq!(kept.faults(), expected);
    }

    #[test]
    fn a_broken_line_is_one_problem_and_the_next_line_is_read() {
        let good = "{\"id\":\"P-1\",\"schema\":\"Person\"}";
        let broken = [
            ("[]", "1 - problem-not-an-object*"),
            ("{\"id\":}", "1 - problem-not-json*"),
            ("{\"id\":\"a\",", "1 - problem-line-cut*"),
            ("{\"schema\":\"Person\"}", "1 - problem-id-missing*"),
            ("{\"id\":5,\"schema\":\"Person\"}", "1 id problem-value-not-text*"),
            ("{\"id\":\"a b\",\"schema\":\"Person\"}", "1 id problem-id-broken*"),
            ("{\"id\":\"a\"}", "1 - problem-schema-missing*"),
            ("{\"id\":\"a\",\"schema\":\"Perso\"}", "1 schema problem-schema-unknown*"),
            ("{\"id\":\"a\",\"schema\":\"Interval\"}", "1 schema problem-schema-abstract*"),
            ("{\"id\":\"a\",\"schema\":\"Person\",\"id\":\"b\"}", "1 - problem-key-twice*"),
            ("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":[]}", "1 - problem-key-shape*"),
        ];
        for (line, expected) in broken {
            let (kept, _) = read(&format!("{line}\n{good}\n"));

            assert_eq!(kept.faults(), [expected], "{line}");
            assert_eq!(kept.statements(), ["P-1 Person:id P-1"]);
        }
    }

    #[test]
    fn a_file_cannot_bring_in_withdrawals_grants_or_erasures() {
        for schema in [
            "Withdrawal",
            "Erasure",
            "Grant",
            "Restriction",
            "Receipt",
            "NodeEvent",
            "AccountEvent",
        ] {
            let line = format!(
                "{{\"id\":\"w\",\"schema\":\"{schema}\",\"properties\":{{\"target\":[\"commit:1\"]}}}}"
            );
            check_fault(&line, &["1 schema problem-record-schema*"]);
        }
    }

    #[test]
    fn a_file_cannot_bring_in_a_decision_of_an_officer() {
        let line = r#"{"id":"j","schema":"Judgement","properties":{"verdict":["superseded"]}}"#;

        check_fault(line, &["1 schema problem-record-schema*"]);
    }

    #[test]
    fn a_file_cannot_add_to_what_a_node_says_about_itself() {
        for id in ["agency", "judgement-01JH0000000000000000000000"] {
            let line = format!(r#"{{"id":"{id}","schema":"Person","properties":{{}}}}"#);
            check_fault(&line, &["1 id problem-id-of-the-node*"]);
        }
    }

    #[test]
    fn a_line_that_is_not_utf8_says_where_it_breaks() {
        let mut kept = Kept::default();
        let input = b"{\"id\":\"a\",\"schema\":\"Person\"}\n{\"id\":\"\xff\"}\n";
        read_ftm_entities(&input[..], &context(), &mut kept).unwrap();

        assert_eq!(kept.faults(), ["2 - problem-not-utf8*"]);
        assert_eq!(kept.problems[0].reason, Message::new(words::NOT_UTF8).count("offset", 36));
    }

    #[test]
    fn the_time_seen_is_taken_from_the_file_where_it_says_one() {
        let (kept, _) = read(
            r#"{"id":"a","schema":"Person","first_seen":"2023-08-29T10:00:00"}
               {"id":"b","schema":"Person","first_seen":"then","colour":"red"}"#,
        );

        let seen = kept.drafts[0].statement.seen.map(|seen| seen.to_string());
        assert_eq!(seen.as_deref(), Some("2023-08-29T10:00:00Z"));
        assert_eq!(
            kept.faults(),
            ["2 first_seen problem-time-broken", "2 colour problem-key-unknown"]
        );
    }

    #[test]
    fn two_entities_may_point_to_each_other() {
        let (kept, _) = read(
            r#"{"id":"a","schema":"Company","properties":{"parent":["b"]}}
               {"id":"b","schema":"Company","properties":{"parent":["a"]}}"#,
        );

        assert_eq!(kept.statements(), ["a Company:parent kr.npa:b", "b Company:parent kr.npa:a"]);
    }

    #[test]
    fn more_values_than_anyone_has_are_refused_in_bounded_memory() {
        let line = format!(
            "{{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{{\"name\":[{}\"\"]}}}}",
            "\"\",".repeat(VALUES_TRIED)
        );

        check_fault(&line, &["1 - problem-too-many-values*"]);
    }

    const VALUES_TRIED: usize = 300_000;
}
