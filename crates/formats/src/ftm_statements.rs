//! FollowTheMoney statements as CSV, with columns of ours that make the round trip lossless.
//!
//! FollowTheMoney's own columns come first, in the order of its writer
//! (`followthemoney/statement/serialize.py`, version 4.11); its `id` is computed as the package
//! does. Ours begin with `liaison_`:
//!
//! | column | holds |
//! | --- | --- |
//! | `liaison_id` | the statement's id |
//! | `liaison_entity` | the entity with its origin |
//! | `liaison_value` | the value, where FollowTheMoney's form of it differs |
//! | `liaison_source`, `liaison_as_of`, `liaison_grade` | as in the statement |
//! | `liaison_seen` | the time seen, to the microsecond |
//! | `liaison_marks` | who may see it |
//!
//! Cells are not guarded against spreadsheets: this is a file for programs, and a guard would
//! change values.
//!
//! # Invariants
//!
//! * What is written is read back as it was, marks included, where the reader believes the file
//!   ([`Provenance::OfFile`]). An absent text and an empty one are the same.
//! * A judgement is not imported in passing: a `canonical_id` other than `entity_id` is noted.

use std::io::{self, Read, Write};
use std::sync::Arc;

use liaison_model::messages::Message;
use liaison_model::schema::{self, PropType, Property, Schema};
use liaison_model::values::{Cleaned, ValueError};
use liaison_model::{AgencyId, Draft, EntityId, Marks, Statement};
use sha1::{Digest, Sha1};

use crate::entity_ids::{from_ftm_id, to_ftm_id};
use crate::fault::Fault;
use crate::ftm_entities::{find_property, find_schema};
use crate::ftm_export::{ExportSummary, LeftOut, ftm_time};
use crate::import::{
    ID_PROP, Import, ImportContext, ReadError, ReadSummary, Sink, covered, instant, shown,
};
use crate::lines::disk_error;
use crate::table::csv_rows::CsvRows;
use crate::table::mapping::MappingError;
use crate::table::read::{headings, shape_fault};
use crate::table::{ROW_HEADING, Row, Rows};
use crate::words;

/// Whose word counts on what a statement file says beside its claims: statement ids, datasets,
/// sources, times, grades and marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Provenance {
    /// The import's: the file's claims are taken as new ones of this import.
    OfContext,
    /// The file's, where it has our columns: for a node's own export coming home.
    OfFile,
}

/// Reads FollowTheMoney statements from CSV.
///
/// # Errors
///
/// When the input cannot be read, the sink takes no more, or the columns `entity_id`, `schema`,
/// `prop` and `value` are not all there. Bad rows are problems.
pub fn read_ftm_statements(
    input: impl Read,
    provenance: Provenance,
    context: &ImportContext,
    sink: &mut dyn Sink,
) -> Result<ReadSummary, ReadError> {
    let mut rows = CsvRows::new(input, b',', false).exact();
    let mut import = Import::new(context, sink);
    let headings = headings(&mut rows, 1)?;
    let columns = Columns::of(&headings)?;
    let mut judged = 0_u64;
    let mended = headings.first().is_some_and(|heading| heading == ROW_HEADING);
    while let Some(mut row) = rows.next_row()? {
        if row.is_empty() {
            continue;
        }
        if mended {
            row.unguard();
        }
        import.row(rows.bytes_read())?;
        let view = View { columns: &columns, row: &row };
        let canonical = view.text(Column::CanonicalId);
        if !canonical.is_empty() && canonical != view.text(Column::EntityId) {
            judged += 1;
        }
        match view.draft(headings.len(), provenance, context) {
            Ok(draft) => {
                import.draft(draft)?;
            }
            Err(fault) => {
                let problem = fault.at(&import, row.number);
                import.table_row_set_aside(row.number, &headings, &row.texts(), vec![problem])?;
            }
        }
    }
    if 0 < judged {
        import.note(Message::new(words::NOTE_JUDGEMENTS).count("rows", judged));
    }
    Ok(import.finish())
}

/// Writes statements, one after another.
pub struct FtmStatementWriter<W: Write> {
    out: csv::Writer<W>,
    own: AgencyId,
    written: u64,
}

impl<W: Write> FtmStatementWriter<W> {
    /// Begins a file with the ids that the agency `own` uses.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn new(out: W, own: AgencyId) -> io::Result<Self> {
        let style = csv::QuoteStyle::Always; // as Python's `unix` dialect, which the package uses
        let mut out = csv::WriterBuilder::new().quote_style(style).from_writer(out);
        out.write_record(Column::ALL.iter().map(|column| column.heading())).map_err(disk_error)?;
        Ok(Self { out, own, written: 0 })
    }

    /// Writes one statement with its marks.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn write(&mut self, statement: &Statement, marks: &Marks) -> io::Result<()> {
        let entity = to_ftm_id(&statement.entity, &self.own);
        let kind = kind_of(statement);
        let value = ftm_value(statement, kind, &self.own);
        let lang = statement.lang.as_deref().unwrap_or_default();
        let seen = statement.seen.map(ftm_time).unwrap_or_default();
        let id = ftm_key(statement, kind, &entity, &value);
        let differs = value != statement.value;
        let cells: [&str; Column::ALL.len()] = [
            &entity,
            &entity,
            &statement.prop,
            kind.map_or(ID_PROP, type_name),
            &statement.schema,
            &value,
            &statement.dataset,
            "",
            lang,
            statement.original.as_deref().unwrap_or_default(),
            "f",
            &seen,
            &seen,
            &id,
            &statement.id.to_string(),
            statement.entity.as_str(),
            if differs { &statement.value } else { "" },
            statement.source.as_deref().unwrap_or_default(),
            statement.as_of.as_deref().unwrap_or_default(),
            &statement.grade.map(|grade| grade.to_string()).unwrap_or_default(),
            &statement.seen.map(|seen| seen.to_string()).unwrap_or_default(),
            &marks.to_string(),
        ];
        self.out.write_record(cells).map_err(disk_error)?;
        self.written += 1;
        Ok(())
    }

    /// Ends the file. Nothing is left out of it.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn finish(mut self) -> io::Result<ExportSummary> {
        self.out.flush()?;
        Ok(LeftOut::default().summary(self.written))
    }
}

/// The columns, FollowTheMoney's first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    CanonicalId,
    EntityId,
    Prop,
    PropType,
    Schema,
    Value,
    Dataset,
    Origin,
    Lang,
    OriginalValue,
    External,
    FirstSeen,
    LastSeen,
    Id,
    OurId,
    OurEntity,
    OurValue,
    OurSource,
    OurAsOf,
    OurGrade,
    OurSeen,
    OurMarks,
}

impl Column {
    const ALL: [Self; 22] = [
        Self::CanonicalId,
        Self::EntityId,
        Self::Prop,
        Self::PropType,
        Self::Schema,
        Self::Value,
        Self::Dataset,
        Self::Origin,
        Self::Lang,
        Self::OriginalValue,
        Self::External,
        Self::FirstSeen,
        Self::LastSeen,
        Self::Id,
        Self::OurId,
        Self::OurEntity,
        Self::OurValue,
        Self::OurSource,
        Self::OurAsOf,
        Self::OurGrade,
        Self::OurSeen,
        Self::OurMarks,
    ];

    fn heading(self) -> &'static str {
        match self {
            Self::CanonicalId => "canonical_id",
            Self::EntityId => "entity_id",
            Self::Prop => "prop",
            Self::PropType => "prop_type",
            Self::Schema => "schema",
            Self::Value => "value",
            Self::Dataset => "dataset",
            Self::Origin => "origin",
            Self::Lang => "lang",
            Self::OriginalValue => "original_value",
            Self::External => "external",
            Self::FirstSeen => "first_seen",
            Self::LastSeen => "last_seen",
            Self::Id => "id",
            Self::OurId => "liaison_id",
            Self::OurEntity => "liaison_entity",
            Self::OurValue => "liaison_value",
            Self::OurSource => "liaison_source",
            Self::OurAsOf => "liaison_as_of",
            Self::OurGrade => "liaison_grade",
            Self::OurSeen => "liaison_seen",
            Self::OurMarks => "liaison_marks",
        }
    }
}

/// Where each column stands in a file, if it has it.
struct Columns([Option<usize>; Column::ALL.len()]);

impl Columns {
    fn of(headings: &[String]) -> Result<Self, MappingError> {
        let places = Column::ALL.map(|column| headings.iter().position(|h| h == column.heading()));
        let needed = [Column::EntityId, Column::Schema, Column::Prop, Column::Value];
        let missing = needed.iter().filter(|column| places[**column as usize].is_none());
        let columns: Vec<String> = missing.map(|column| column.heading().to_owned()).collect();
        if columns.is_empty() {
            Ok(Self(places))
        } else {
            Err(MappingError::ColumnsMissing { columns })
        }
    }
}

/// A cell that cannot be taken.
fn broken(column: Column, value: &str, reason: &'static str, hint: Option<&'static str>) -> Fault {
    Fault::new(Message::new(reason), hint).in_column(column.heading()).showing(covered(value))
}

/// One row under its headings.
struct View<'a> {
    columns: &'a Columns,
    row: &'a Row,
}

impl<'a> View<'a> {
    fn text(&self, column: Column) -> &'a str {
        let cell = self.columns.0[column as usize].and_then(|at| self.row.cells.get(at));
        cell.map_or("", |cell| cell.text.as_str())
    }

    fn filled(&self, column: Column) -> Option<String> {
        Some(self.text(column)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    fn draft(
        &self,
        headings: usize,
        provenance: Provenance,
        context: &ImportContext,
    ) -> Result<Draft, Fault> {
        if let Some((reason, hint)) = shape_fault(self.row, headings, false) {
            return Err(Fault::new(reason, hint));
        }
        if matches!(self.text(Column::External), "t" | "true" | "True" | "1") {
            let id = self.text(Column::EntityId);
            return Err(broken(Column::External, id, words::EXTERNAL, Some(words::HINT_EXTERNAL)));
        }
        let entity = self.entity(context)?;
        let of_ours = |fault: Fault| fault.in_column(Column::EntityId.heading());
        context.check_is_free(&entity).map_err(of_ours)?;
        let name = self.text(Column::Schema);
        let schema = find_schema(name).map_err(|f| f.in_column(Column::Schema.heading()))?;
        let mut statement = self.claim(&entity, schema, context)?;
        statement.lang = self.filled(Column::Lang);
        if let Some(first_seen) = self.filled(Column::FirstSeen) {
            let hint = Some(words::HINT_TIME);
            let broken = || broken(Column::FirstSeen, &first_seen, words::TIME_BROKEN, hint);
            statement.seen = Some(instant(&first_seen).ok_or_else(broken)?);
        }
        let mut marks = Arc::clone(&context.marks);
        if provenance == Provenance::OfFile {
            self.provenance(&mut statement)?;
            if self.columns.0[Column::OurMarks as usize].is_some() {
                let text = self.text(Column::OurMarks);
                let broken = |_| broken(Column::OurMarks, text, words::MARKS_BROKEN, None);
                marks = Arc::new(text.parse().map_err(broken)?);
            }
        }
        Ok(Draft { statement, marks })
    }

    fn entity(&self, context: &ImportContext) -> Result<EntityId, Fault> {
        let ours = self.text(Column::OurEntity);
        let (column, text, parsed) = if ours.is_empty() {
            let text = self.text(Column::EntityId);
            (Column::EntityId, text, from_ftm_id(text, &context.origin))
        } else {
            (Column::OurEntity, ours, ours.parse())
        };
        parsed.map_err(|_| {
            let reason = if text.is_empty() { words::ID_MISSING } else { words::ID_BROKEN };
            broken(column, text, reason, Some(words::HINT_ID))
        })
    }

    /// What the row claims: property, value and original.
    fn claim(
        &self,
        entity: &EntityId,
        schema: &'static Schema,
        context: &ImportContext,
    ) -> Result<Statement, Fault> {
        let (ours, theirs) = (self.text(Column::OurValue), self.text(Column::Value));
        let prop = self.text(Column::Prop);
        if prop == ID_PROP {
            let mut existence = context.existence(entity, schema);
            if self.columns.0[Column::OurValue as usize].is_some() {
                let value = if ours.is_empty() { theirs } else { ours };
                value.clone_into(&mut existence.value);
            }
            existence.original = self.filled(Column::OriginalValue);
            return Ok(existence);
        }
        let property = find_property(schema, prop).map_err(|reason| {
            let fault = Fault::new(reason, words::HINT_PROPERTY);
            fault.in_column(Column::Prop.heading()).showing(covered(theirs))
        })?;
        let raw = if ours.is_empty() { theirs } else { ours };
        let cleaned = if property.kind == PropType::Entity && !ours.is_empty() {
            full_reference(ours)
        } else {
            context.clean(property, raw)
        };
        let cleaned = cleaned.map_err(|error| {
            let fault = Fault::of(error).in_column(Column::Value.heading());
            fault.in_property(schema, property).showing(shown(property, raw))
        })?;
        let original = self.filled(Column::OriginalValue).or(cleaned.original);
        Ok(context.statement(
            entity,
            schema,
            property.name,
            Cleaned { value: cleaned.value, original },
        ))
    }

    /// What the file says beside the claim, in our columns and in the dataset.
    fn provenance(&self, statement: &mut Statement) -> Result<(), Fault> {
        let broken = |column, text: &str| broken(column, text, words::COLUMN_BROKEN, None);
        if let Some(dataset) = self.filled(Column::Dataset) {
            statement.dataset = dataset;
        }
        if let Some(id) = self.filled(Column::OurId) {
            statement.id = id.parse().map_err(|_| broken(Column::OurId, &id))?;
        }
        if self.columns.0[Column::OurId as usize].is_none() {
            return Ok(());
        }
        statement.source = self.filled(Column::OurSource);
        statement.as_of = self.filled(Column::OurAsOf);
        let grade = self.text(Column::OurGrade);
        statement.grade = match grade {
            "" => None,
            text => Some(text.parse().map_err(|_| broken(Column::OurGrade, text))?),
        };
        statement.seen = match self.text(Column::OurSeen) {
            "" => None,
            text => Some(text.parse().map_err(|_| broken(Column::OurSeen, text))?),
        };
        Ok(())
    }
}

/// A reference that names its origin.
fn full_reference(text: &str) -> Result<Cleaned, ValueError> {
    let broken = |_| ValueError {
        reason: Message::new(words::ID_BROKEN),
        hint: Some(Message::new(words::HINT_ID)),
    };
    let id: EntityId = text.parse().map_err(broken)?;
    Ok(Cleaned { value: id.as_str().to_owned(), original: None })
}

/// The type of the property; `None` for the pseudo-property `id` and for what is not known.
fn kind_of(statement: &Statement) -> Option<PropType> {
    let property: &Property = schema::find(&statement.schema)?.property(&statement.prop)?;
    Some(property.kind)
}

fn ftm_value(statement: &Statement, kind: Option<PropType>, own: &AgencyId) -> String {
    if statement.prop == ID_PROP {
        return to_ftm_id(&statement.entity, own);
    }
    let target = (kind == Some(PropType::Entity)).then(|| statement.value.parse::<EntityId>().ok());
    match target.flatten() {
        Some(target) => to_ftm_id(&target, own),
        None => statement.value.clone(),
    }
}

/// FollowTheMoney's key of a statement: SHA-1 over its parts joined by dots
/// (`Statement.make_key`, version 4.11).
fn ftm_key(statement: &Statement, kind: Option<PropType>, entity: &str, value: &str) -> String {
    let mut key = format!("{}.{entity}.{}.{value}", statement.dataset, statement.prop);
    let has_language = kind.is_some_and(|kind| !WITHOUT_LANGUAGE.contains(&kind));
    if let Some(lang) = statement.lang.as_ref().filter(|_| has_language) {
        key.push('@');
        key.push_str(lang);
    }
    hex::encode(Sha1::digest(key.as_bytes()))
}

fn type_name(kind: PropType) -> &'static str {
    match kind {
        PropType::Address => "address",
        PropType::Checksum => "checksum",
        PropType::Country => "country",
        PropType::Date => "date",
        PropType::Email => "email",
        PropType::Entity => "entity",
        PropType::Gender => "gender",
        PropType::Html => "html",
        PropType::Identifier => "identifier",
        PropType::Ip => "ip",
        PropType::Json => "json",
        PropType::Language => "language",
        PropType::Mimetype => "mimetype",
        PropType::Name => "name",
        PropType::Number => "number",
        PropType::Phone => "phone",
        PropType::String => "string",
        PropType::Text => "text",
        PropType::Topic => "topic",
        PropType::Url => "url",
    }
}

/// Types whose values are in no language (`NON_LANG_TYPE_NAMES` in `statement/util.py`).
const WITHOUT_LANGUAGE: &[PropType] = &[
    PropType::Entity,
    PropType::Date,
    PropType::Checksum,
    PropType::Email,
    PropType::Phone,
    PropType::Gender,
    PropType::Mimetype,
    PropType::Topic,
    PropType::Url,
    PropType::Country,
    PropType::Language,
    PropType::Ip,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Kept, context};
    use liaison_model::{Instant, StatementId};
    use proptest::prelude::*;

    fn read(input: &[u8], provenance: Provenance) -> (Kept, ReadSummary) {
        let mut kept = Kept::default();
        let summary = read_ftm_statements(input, provenance, &context(), &mut kept).unwrap();
        (kept, summary)
    }

    fn write(drafts: &[Draft], own: &str) -> Vec<u8> {
        let mut out = Vec::new();
        let mut writer = FtmStatementWriter::new(&mut out, own.parse().unwrap()).unwrap();
        for draft in drafts {
            writer.write(&draft.statement, &draft.marks).unwrap();
        }
        writer.finish().unwrap();
        out
    }

    #[test]
    fn a_plain_file_of_the_package_is_read() {
        let (kept, summary) = read(
            b"canonical_id,entity_id,prop,prop_type,schema,value,dataset,origin,lang,original_value,external,first_seen,last_seen,id\n\
              P-1,P-1,name,name,Person,Kang,abroad,,eng,KANG,f,2023-08-29T10:00:00,,x\n\
              NK-1,P-1,id,id,Person,P-1,abroad,,,,f,,,x\n\
              P-2,P-2,name,name,Person,Kim,abroad,,,,t,,,x\n\
              P-3,P-3,nmae,name,Person,Kim,abroad,,,,f,,,x\n\
              P-4,P-4,birthDate,date,Person,soon,abroad,,,,f,,,x\n",
            Provenance::OfContext,
        );

        assert_eq!(kept.statements(), ["P-1 Person:name Kang", "P-1 Person:id P-1"]);
        let first = &kept.drafts[0].statement;
        assert_eq!((first.lang.as_deref(), first.original.as_deref()), (Some("eng"), Some("KANG")));
        assert_eq!(first.dataset, "test");
        assert!(kept.faults()[0].starts_with("4 external problem-external"));
        assert!(kept.faults()[1].starts_with("5 prop problem-property-unknown"));
        assert_eq!(kept.faults().len(), 3);
        assert_eq!(summary.notes, [Message::new(words::NOTE_JUDGEMENTS).count("rows", 1)]);
    }

    /// Made by `testdata/oracle/ftm_statements.py` with followthemoney 4.11.2.
    const GOLDEN: &str = include_str!("../../../testdata/golden/ftm_statements.csv");

    #[test]
    fn our_keys_are_those_of_the_package() {
        let (kept, _) = read(GOLDEN.as_bytes(), Provenance::OfFile);
        let written = String::from_utf8(write(&kept.drafts, "kr.npa")).unwrap();

        assert_eq!(kept.faults(), [""; 0]);
        let keys = |text: &str| -> Vec<Vec<String>> {
            let mut rows = CsvRows::new(text.as_bytes(), b',', false).exact();
            let theirs = Column::OurId as usize; // our columns come after all of theirs
            std::iter::from_fn(|| rows.next_row().unwrap())
                .map(|row| row.texts()[..theirs].to_vec())
                .collect()
        };
        assert_eq!(keys(&written), keys(GOLDEN));
    }

    #[test]
    fn a_file_without_its_columns_is_not_read() {
        let refused = read_ftm_statements(
            &b"entity_id,prop\n"[..],
            Provenance::OfContext,
            &context(),
            &mut Kept::default(),
        );

        assert!(matches!(refused, Err(ReadError::Mapping(MappingError::ColumnsMissing { .. }))));
    }

    #[test]
    fn the_marks_of_a_file_count_only_where_it_is_believed() {
        let file = b"entity_id,schema,prop,value,liaison_id,liaison_marks\nP-1,Person,name,Kang,,TLP:CLEAR\n";

        assert!(read(file, Provenance::OfContext).0.drafts[0].marks.is_originator_only());
        assert!(read(file, Provenance::OfFile).0.drafts[0].marks.is_public());
    }

    prop_compose! {
        fn any_draft()(
            id: [u8; 16],
            origin in "(kr\\.npa|kh\\.npc)",
            local in "[0-9A-Za-z_-]{1,12}",
            claim in prop_oneof![
                ("[A-Z][a-z]{1,8} [A-Z][a-z\"',]{1,8}").prop_map(|name| ("Person", "name", name)),
                "[0-9a-z \n,\"]{0,20}x".prop_map(|text| ("Person", "notes", text.trim().to_owned())),
                "kh\\.npc:[a-z_]{1,9}".prop_map(|id| ("Ownership", "owner", id)),
                "[12]9[0-9]{2}-0[1-9]".prop_map(|date| ("Person", "birthDate", date)),
                Just(("Report", "id", "anything".to_owned())),
            ],
            original in proptest::option::of("[ a-z강\r\n,\"]{1,12}"),
            lang in proptest::option::of("(kor|eng)"),
            source in proptest::option::of(" ?[a-z=+]{1,9}"),
            as_of in proptest::option::of("20[0-9]{2}"),
            seen in proptest::option::of(0_i64..4e15 as i64),
            grade in proptest::option::of("[A-F][1-6]"),
            marks in "(TLP:AMBER H2 to:kh\\.npc|TLP:CLEAR|)",
        ) -> Draft {
            let (schema, prop, value) = claim;
            let entity: EntityId = format!("{origin}:{local}").parse().unwrap();
            let statement = Statement {
                id: StatementId(id), original, lang, source, as_of,
                seen: seen.map(|micros| Instant::from_micros(micros).unwrap()),
                grade: grade.map(|grade| grade.parse().unwrap()),
                ..Statement::new(entity, schema, prop, value, "a set")
            };
            Draft { statement, marks: Arc::new(marks.parse().unwrap()) }
        }
    }

    proptest! {
        #[test]
        fn an_export_comes_home_as_it_left(drafts in prop::collection::vec(any_draft(), 1..6)) {
            for own in ["kr.npa", "th.rtp"] {
                let (kept, _) = read(&write(&drafts, own), Provenance::OfFile);

                prop_assert_eq!(kept.faults(), [""; 0]);
                prop_assert_eq!(&kept.drafts, &drafts);
            }
        }
    }
}
