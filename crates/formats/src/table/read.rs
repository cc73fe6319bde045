//! Reads a table with a mapping: a row becomes statements about one entity or several.

use std::io::Read;

use liaison_model::messages::Message;
use liaison_model::schema::names::{prop, schema as schemata};
use liaison_model::schema::{self, PropType, Property, Schema};
use liaison_model::values::{Cleaned, ValueError};
use liaison_model::{EntityId, Statement, canonical};
use sha2::{Digest, Sha256};

use super::compiled::{Compiled, Entity, Id, Origin, PropertyOf};
use super::csv_rows;
use super::mapping::{Formulas, IdForm, Mapping, MappingError};
use super::{Cell, ROW_HEADING, Row, RowFault, Rows, date_format};
use crate::fault::Fault;
use crate::import::{Import, ImportContext, ReadError, ReadSummary, Sink, covered, shown};
use crate::words;

/// Reads a table with separators.
///
/// # Errors
///
/// When the input cannot be read, the sink takes no more, or the table does not have the columns
/// of the mapping. Bad rows are problems.
pub fn read_csv(
    input: impl Read,
    mapping: &Mapping,
    context: &ImportContext,
    sink: &mut dyn Sink,
) -> Result<ReadSummary, ReadError> {
    let (mut rows, layout) = csv_rows::open(input)?;
    let mut import = Import::new(context, sink);
    if layout.guessed {
        import.note(Message::new(words::NOTE_ENCODING).with("encoding", layout.encoding.name()));
    }
    read_rows(&mut rows, mapping, &mut import)?;
    Ok(import.finish())
}

/// Reads the rows of any table.
pub(crate) fn read_rows(
    rows: &mut dyn Rows,
    mapping: &Mapping,
    import: &mut Import,
) -> Result<(), ReadError> {
    let headings = headings(rows, mapping.heading_row)?;
    let compiled = Compiled::new(mapping, headings, import.context())?;
    let left_out = compiled.columns_left_out(mapping);
    if !left_out.is_empty() {
        import.note(Message::new(words::NOTE_COLUMNS).with("columns", left_out.join(", ")));
    }
    // A file of rows that were set aside guards its formulas with apostrophes.
    let mended = compiled.headings.first().is_some_and(|heading| heading == ROW_HEADING);
    while let Some(mut row) = rows.next_row()? {
        if row.is_empty() {
            continue;
        }
        if mended {
            row.unguard();
        }
        if mapping.formulas == Formulas::Refuse {
            row.mark_formulas();
        }
        import.row(rows.bytes_read())?;
        match take_row(&compiled, &row, rows.may_end_early(), import.context()) {
            Ok(made) => {
                for entity in made {
                    for statement in entity.statements {
                        import.statement(statement)?;
                    }
                }
            }
            Err(faults) => {
                let problems = faults.into_iter().map(|fault| fault.at(import, row.number));
                let problems = problems.collect();
                import.table_row_set_aside(
                    row.number,
                    &compiled.headings,
                    &row.texts(),
                    problems,
                )?;
            }
        }
    }
    Ok(())
}

/// The headings: the row with the number that the mapping gives, or the first one of a file of
/// rows that were set aside.
pub(crate) fn headings(rows: &mut dyn Rows, heading_row: u64) -> Result<Vec<String>, ReadError> {
    while let Some(row) = rows.next_row()? {
        let mended = row.cells.first().is_some_and(|cell| cell.text == ROW_HEADING);
        if mended || heading_row <= row.number {
            return Ok(row.texts());
        }
    }
    Err(MappingError::ColumnsMissing { columns: Vec::new() }.into())
}

/// One entity made of a row.
struct Made {
    rule: usize,
    entity: EntityId,
    schema: &'static Schema,
    statements: Vec<Statement>,
    /// Whether a column said something about it, or none has to.
    exists: bool,
}

impl Made {
    /// Whether two parts of a cell name one entity.
    fn is_same(&self, other: &Self) -> bool {
        self.rule == other.rule && self.entity == other.entity
    }
}

/// The entities of one row, or everything that is wrong with it.
fn take_row(
    compiled: &Compiled,
    row: &Row,
    may_end_early: bool,
    context: &ImportContext,
) -> Result<Vec<Made>, Vec<Fault>> {
    if let Some((reason, hint)) = shape_fault(row, compiled.headings.len(), may_end_early) {
        return Err(vec![Fault::new(reason, hint)]);
    }
    let mut maker = Maker {
        context,
        headings: &compiled.headings,
        cells: &row.cells,
        faults: Vec::new(),
        used: Vec::new(),
    };
    maker.check_cells(compiled);
    let mut made: Vec<Made> = Vec::new();
    let mut nameless = Vec::new();
    for (number, rule) in compiled.entities.iter().enumerate() {
        for piece in maker.pieces(rule) {
            let view = View { cells: &row.cells, piece };
            match maker.entity(number, rule, &view) {
                None => nameless.push(rule),
                Some(entity) if made.iter().any(|other| other.is_same(&entity)) => {}
                Some(entity) => made.push(entity),
            }
        }
    }
    made.retain(|entity| entity.exists);
    maker.link(compiled, &mut made);
    for entity in &made {
        maker.check_required(&compiled.entities[entity.rule], entity);
    }
    for rule in nameless {
        maker.check_nothing_lost(rule);
    }
    if made.is_empty() && maker.faults.is_empty() {
        maker.faults.push(Fault::new(Message::new(words::ROW_SAYS_NOTHING), None));
    }
    if maker.faults.is_empty() { Ok(made) } else { Err(maker.faults) }
}

/// Why a row does not fit under its headings, if so, and what to do.
pub(crate) fn shape_fault(
    row: &Row,
    headings: usize,
    may_end_early: bool,
) -> Option<(Message, &'static str)> {
    if let Some(fault) = &row.fault {
        return Some(match fault {
            RowFault::TooLong => (Message::new(words::ROW_TOO_LONG), words::HINT_OPEN_QUOTE),
            RowFault::OpenQuote => (Message::new(words::OPEN_QUOTE), words::HINT_OPEN_QUOTE),
            RowFault::Encoding { offset: None } => {
                (Message::new(words::BAD_ENCODING), words::HINT_ENCODING)
            }
            RowFault::Encoding { offset: Some(offset) } => {
                (Message::new(words::NOT_UTF8).count("offset", *offset), words::HINT_ENCODING)
            }
            RowFault::NulByte => (Message::new(words::NUL_BYTE), words::HINT_SAVE_UTF8),
            RowFault::TooManyCells => {
                (Message::new(words::TOO_MANY_CELLS), words::HINT_COLUMN_COUNT)
            }
            RowFault::Broken => (Message::new(words::SHEET_BROKEN), words::HINT_SHEET_BROKEN),
        });
    }
    let surplus = row.cells.iter().skip(headings).any(|cell| !cell.text.is_empty());
    if surplus || (row.cells.len() < headings && !may_end_early) {
        let reason = Message::new(words::COLUMN_COUNT)
            .count("cells", row.cells.len() as u64)
            .count("headings", headings as u64);
        return Some((reason, words::HINT_COLUMN_COUNT));
    }
    None
}

/// The cells of a row, with one of them narrowed down to a part.
struct View<'a> {
    cells: &'a [Cell],
    piece: Option<(usize, &'a str)>,
}

impl<'a> View<'a> {
    fn text(&self, column: usize) -> &'a str {
        match self.piece {
            Some((narrowed, part)) if narrowed == column => part,
            _ => self.cells.get(column).map_or("", |cell| cell.text.as_str()),
        }
    }
}

/// Makes the entities of one row, and gathers what is wrong with it.
struct Maker<'a> {
    context: &'a ImportContext,
    headings: &'a [String],
    cells: &'a [Cell],
    faults: Vec<Fault>,
    /// Columns from which a statement was made.
    used: Vec<usize>,
}

impl<'a> Maker<'a> {
    /// Notes the cells that the mapping names and that cannot be relied on.
    fn check_cells(&mut self, compiled: &Compiled) {
        for column in &compiled.columns {
            let Some(cell) = self.cells.get(*column) else { continue };
            let Some(reason) = cell.fault else { continue };
            let hint = words::hint_of_cell(reason).map(Message::new);
            let error = ValueError { reason: Message::new(reason), hint };
            self.add_fault(*column, Fault::of(error).showing(covered(&cell.text)));
        }
    }

    /// The parts of a cell of which each is an entity; one whole row where no cell is parted.
    fn pieces(&self, rule: &Entity) -> Vec<Option<(usize, &'a str)>> {
        let Some((column, split)) = &rule.each else { return vec![None] };
        let text = self.cells.get(*column).map_or("", |cell| cell.text.as_str());
        let parts = text.split(split.as_str()).map(str::trim).filter(|part| !part.is_empty());
        parts.take(PARTS_MAX).map(|part| Some((*column, part))).collect()
    }

    /// One entity with the values of its columns; `None` when the row does not name it.
    fn entity(&mut self, number: usize, rule: &Entity, view: &View) -> Option<Made> {
        let entity = self.id(rule, view)?;
        let schema = match &rule.schema_where {
            Some((column, values)) => {
                let text = view.text(*column);
                values
                    .iter()
                    .find(|(value, _)| value == text)
                    .map_or(rule.schema, |(_, schema)| schema)
            }
            None => rule.schema,
        };
        let source = rule.source.as_ref().and_then(|(columns, join)| joined(view, columns, join));
        let as_of = rule.as_of.and_then(|column| self.as_of(column, view));
        let mut made = Made { rule: number, entity, schema, statements: Vec::new(), exists: false };
        let mut has_columns = false;
        for property in &rule.properties {
            let from_columns = matches!(property.from, Origin::Columns { .. });
            has_columns |= from_columns;
            let before = made.statements.len();
            self.values(property, view, &mut made);
            made.exists |= from_columns && before < made.statements.len();
        }
        made.exists |= !has_columns;
        for statement in &mut made.statements {
            statement.source = source.clone().or_else(|| statement.source.take());
            statement.as_of.clone_from(&as_of);
        }
        Some(made)
    }

    fn id(&mut self, rule: &Entity, view: &View) -> Option<EntityId> {
        let (local, column) = match &rule.id {
            Id::Column { column, prefix, form } => {
                let text = view.text(*column);
                let text = match form {
                    IdForm::AsIs => text.to_owned(),
                    IdForm::InDataset if text.is_empty() => String::new(),
                    IdForm::InDataset => hash_of(&self.context.dataset, &[text]),
                    IdForm::Name => name_as_id(text),
                };
                if text.is_empty() {
                    return None;
                }
                (format!("{prefix}{text}"), Some(*column))
            }
            Id::Keys { columns, seed } => {
                let keys: Vec<&str> = columns.iter().map(|column| view.text(*column)).collect();
                if keys.iter().all(|key| key.is_empty()) {
                    return None;
                }
                (hash_of(seed, &keys), columns.first().copied())
            }
        };
        match EntityId::new(&self.context.origin, &local) {
            Ok(id) => match self.context.check_is_free(&id) {
                Ok(()) => Some(id),
                Err(fault) => {
                    self.add_fault(column.unwrap_or(usize::MAX), fault);
                    None
                }
            },
            Err(_) => {
                let fault = Fault::new(Message::new(words::ID_BROKEN), words::HINT_ID);
                let column = column.unwrap_or(usize::MAX);
                self.add_fault(column, fault.showing(covered(&local)));
                None
            }
        }
    }

    fn as_of(&mut self, column: usize, view: &View) -> Option<String> {
        let raw = view.text(column);
        let property = schema::find(schemata::INTERVAL)?.property(prop::DATE)?;
        if raw.is_empty() {
            return None;
        }
        match self.context.clean(property, raw) {
            Ok(cleaned) => Some(cleaned.value),
            Err(error) => {
                self.add_fault(column, Fault::of(error).showing(shown(property, raw)));
                None
            }
        }
    }

    /// Adds the values of one property that come from columns or from the mapping itself.
    fn values(&mut self, property: &PropertyOf, view: &View, made: &mut Made) {
        let applies = |(column, filled): (usize, bool)| view.text(column).is_empty() != filled;
        if !property.only_if.is_none_or(applies) {
            return;
        }
        let Some(known) = made.schema.property(&property.name) else { return };
        match &property.from {
            Origin::Entity(_) => {}
            Origin::Literal(literal) => self.value(property, known, None, literal, made),
            Origin::Columns { columns, join: Some(join) } => {
                if let Some(text) = joined(view, columns, join) {
                    self.mark_used(columns);
                    self.value(property, known, columns.first().copied(), &text, made);
                }
            }
            Origin::Columns { columns, join: None } => {
                for column in columns {
                    self.cell(property, known, *column, view.text(*column), made);
                }
            }
        }
    }

    fn cell(
        &mut self,
        property: &PropertyOf,
        known: &'static Property,
        column: usize,
        text: &str,
        made: &mut Made,
    ) {
        if text.is_empty() {
            return;
        }
        self.mark_used(&[column]);
        match &property.split {
            None => self.value(property, known, Some(column), text, made),
            Some(split) => {
                let parts =
                    text.split(split.as_str()).map(str::trim).filter(|part| !part.is_empty());
                for part in parts.take(PARTS_MAX) {
                    self.value(property, known, Some(column), part, made);
                }
            }
        }
    }

    fn value(
        &mut self,
        property: &PropertyOf,
        known: &'static Property,
        column: Option<usize>,
        raw: &str,
        made: &mut Made,
    ) {
        match self.clean(property, known, raw) {
            Ok(cleaned) => {
                let statement =
                    self.context.statement(&made.entity, made.schema, known.name, cleaned);
                made.statements.push(statement);
            }
            Err(error) => {
                let column = column.unwrap_or(usize::MAX);
                let fault = Fault::of(error).in_property(made.schema, known);
                self.add_fault(column, fault.showing(shown(known, raw)));
            }
        }
    }

    fn clean(
        &self,
        property: &PropertyOf,
        known: &Property,
        raw: &str,
    ) -> Result<Cleaned, ValueError> {
        let hints = property.hints.as_ref().unwrap_or(&self.context.hints);
        let Some(format) = property.format.as_ref().filter(|_| known.kind == PropType::Date) else {
            return self.context.clean_with(known, raw, hints);
        };
        let iso = date_format::to_iso(raw, format)
            .ok_or_else(|| ValueError { reason: Message::new(words::DATE_FORMAT), hint: None })?;
        let cleaned = self.context.clean_with(known, &iso, hints)?;
        let original = (cleaned.value != raw).then(|| raw.to_owned());
        Ok(Cleaned { original, ..cleaned })
    }

    /// Notes a fault of a column, once: several entities may use one cell.
    fn add_fault(&mut self, column: usize, fault: Fault) {
        let fault = match self.headings.get(column) {
            Some(heading) => fault.in_column(heading),
            None => fault,
        };
        let same =
            |other: &Fault| other.column() == fault.column() && other.reason() == fault.reason();
        if !self.faults.iter().any(same) {
            self.faults.push(fault);
        }
    }

    fn mark_used(&mut self, columns: &[usize]) {
        self.used.extend_from_slice(columns);
    }

    /// Adds the references between the entities of the row.
    fn link(&self, compiled: &Compiled, made: &mut [Made]) {
        let ids: Vec<(usize, EntityId)> = made.iter().map(|m| (m.rule, m.entity.clone())).collect();
        for entity in made {
            for property in &compiled.entities[entity.rule].properties {
                let Origin::Entity(to) = property.from else { continue };
                let Some(known) = entity.schema.property(&property.name) else { continue };
                for (_, target) in
                    ids.iter().filter(|(rule, id)| *rule == to && *id != entity.entity)
                {
                    let cleaned = Cleaned { value: target.as_str().to_owned(), original: None };
                    let mut statement =
                        self.context.statement(&entity.entity, entity.schema, known.name, cleaned);
                    if let Some(first) = entity.statements.first() {
                        statement.source.clone_from(&first.source);
                        statement.as_of.clone_from(&first.as_of);
                    }
                    entity.statements.push(statement);
                }
            }
        }
    }

    /// Notes what an entity lacks: see [`super::mapping::EntityRule::required`].
    fn check_required(&mut self, rule: &Entity, made: &Made) {
        let mapped = |name: &&str| rule.properties.iter().any(|property| property.name == **name);
        let has = |name: &str| made.statements.iter().any(|statement| statement.prop == name);
        let schema = made.schema;
        let mut missing: Vec<&str> = match &rule.required {
            Some(required) => {
                required.iter().map(String::as_str).filter(|name| !has(name)).collect()
            }
            None => {
                schema.required.iter().copied().filter(mapped).filter(|name| !has(name)).collect()
            }
        };
        let captions: Vec<&str> = schema.caption.iter().copied().filter(mapped).collect();
        if rule.required.is_none() && !captions.is_empty() && !captions.iter().any(|name| has(name))
        {
            missing.extend(captions.iter().copied().filter(|name| !schema.required.contains(name)));
        }
        if missing.is_empty() {
            return;
        }
        let fields: Vec<String> = missing.iter().map(|n| format!("{}:{n}", schema.name)).collect();
        let faulty = |fault: &Fault| fields.iter().any(|field| fault.field() == Some(field));
        if self.faults.iter().any(faulty) {
            return; // it is not missing, it is wrong, and that is said already
        }
        let column = rule
            .properties
            .iter()
            .find(|property| property.name == missing[0])
            .and_then(first_column);
        let reason = Message::new(words::REQUIRED)
            .with("schema", schema.name)
            .with("properties", missing.join(", "));
        self.add_fault(column.unwrap_or(usize::MAX), Fault::new(reason, words::HINT_REQUIRED));
    }

    /// An entity without an id is left out; what the row says about it must not be.
    fn check_nothing_lost(&mut self, rule: &Entity) {
        let columns = rule.properties.iter().flat_map(|property| match &property.from {
            Origin::Columns { columns, .. } => columns.as_slice(),
            Origin::Literal(_) | Origin::Entity(_) => &[],
        });
        let filled =
            |column: &usize| self.cells.get(*column).is_some_and(|cell| !cell.text.is_empty());
        let lost = columns.copied().find(|column| filled(column) && !self.used.contains(column));
        let id_column = match &rule.id {
            Id::Column { column, .. } => Some(*column),
            Id::Keys { columns, .. } => columns.first().copied(),
        };
        let heading = id_column.and_then(|column| self.headings.get(column)).map(String::as_str);
        if lost.is_some() && self.faults.iter().all(|fault| fault.column() != heading) {
            let fault = Fault::new(Message::new(words::KEY_EMPTY), words::HINT_REQUIRED);
            self.add_fault(id_column.unwrap_or(usize::MAX), fault);
        }
    }
}

fn first_column(property: &PropertyOf) -> Option<usize> {
    match &property.from {
        Origin::Columns { columns, .. } => columns.first().copied(),
        Origin::Literal(_) | Origin::Entity(_) => None,
    }
}

/// The values of several columns as one text; `None` when all are empty.
fn joined(view: &View, columns: &[usize], join: &str) -> Option<String> {
    let texts = columns.iter().map(|column| view.text(*column)).filter(|text| !text.is_empty());
    let texts: Vec<&str> = texts.collect();
    (!texts.is_empty()).then(|| texts.join(join))
}

/// A name as an id: small Latin letters, digits and hyphens; a hash where it has other letters.
fn name_as_id(name: &str) -> String {
    let mut id = String::with_capacity(name.len());
    for letter in name.chars() {
        if letter.is_ascii_alphanumeric() {
            id.push(letter.to_ascii_lowercase());
        } else if letter.is_alphanumeric() {
            return hash_of("name", &[&name.to_lowercase()]);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    id.trim_end_matches('-').to_owned()
}

/// The id that several keys make together: the same keys make the same id on every machine.
fn hash_of(seed: &str, keys: &[&str]) -> String {
    let mut bytes = Vec::new();
    canonical::put_text(&mut bytes, seed);
    for key in keys {
        canonical::put_text(&mut bytes, key);
    }
    hex::encode(&Sha256::digest(&bytes)[..ID_HASH_BYTES])
}

/// As long as FollowTheMoney's own keys.
const ID_HASH_BYTES: usize = 20;

/// Most values that one cell is split into.
const PARTS_MAX: usize = 1000;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Kept, context};

    fn read(mapping: &str, table: &str) -> (Kept, ReadSummary) {
        let mapping = Mapping::from_json(mapping).unwrap();
        let mut kept = Kept::default();
        let summary = read_csv(table.as_bytes(), &mapping, &context(), &mut kept).unwrap();
        (kept, summary)
    }

    const REPORTS: &str = r#"{"entities": {
        "report": {"schema": "Report", "id": {"column": "접수번호", "prefix": "report-"},
            "properties": {"number": {"column": "접수번호"}, "person": {"entity": "person"},
                "reportedAt": {"column": "신고일", "format": "%Y.%m.%d"}}},
        "person": {"schema": "Person", "keys": ["이름", "여권"],
            "properties": {"name": {"column": "이름"}, "passportNumber": {"column": "여권"},
                "alias": {"column": "별명", "split": "/"}}}}}"#;

    #[test]
    fn a_row_becomes_entities_that_point_to_each_other() {
        let (kept, summary) =
            read(REPORTS, "접수번호,신고일,이름,여권,별명\nR-1,2025.3.1,강서윤,M123,A / B\n");

        let person = kept.drafts[0].statement.entity.as_str().to_owned();
        let local = person.trim_start_matches("kr.npa:").to_owned();
        let expected = [
            format!("{local} Person:alias A"),
            format!("{local} Person:alias B"),
            format!("{local} Person:name 강서윤"),
            format!("{local} Person:passportNumber M123"),
            "report-R-1 Report:number R-1".to_owned(),
            "report-R-1 Report:reportedAt 2025-03-01".to_owned(),
            format!("report-R-1 Report:person {person}"),
        ];
        assert_eq!(kept.statements(), expected);
        assert_eq!((summary.rows, summary.entities, summary.statements), (1, 2, 7));
    }

    #[test]
    fn an_entity_that_stands_in_several_rows_counts_once() {
        let table = "접수번호,신고일,이름,여권,별명\nR-1,2025.3.1,강서윤,M123,\n\
                     R-2,2025.3.2,강서윤,M123,\nR-3,2025.3.3,김민수,M124,\n";

        assert_eq!(read(REPORTS, table).1.entities, 5);
    }

    #[test]
    fn the_same_row_read_again_is_the_same_entity() {
        let table = "접수번호,신고일,이름,여권,별명\nR-1,2025.3.1,강서윤,M123,\n";

        assert_eq!(read(REPORTS, table).0.drafts, read(REPORTS, table).0.drafts);
    }

    #[test]
    fn a_row_with_one_bad_cell_is_set_aside_whole_with_its_cells() {
        let table = "접수번호,신고일,이름,여권,별명\n\
                     R-1,2025/3/1,강서윤,M123,\n\
                     R-2,2025.3.2,강서윤,M123,\n\
                     R-3,2025.3.3,,,\n\
                     ,2025.3.4,강서윤,,\n\
                     R-5,2025.3.5\n";
        let (kept, summary) = read(REPORTS, table);

        let expected = [
            "2 신고일 problem-date-format*",
            "5 접수번호 problem-key-empty*",
            "6 - problem-column-count*",
        ];
        assert_eq!(kept.faults(), expected);
        assert_eq!((summary.rows, summary.rows_set_aside), (5, 3));
        assert_eq!(
            kept.rows[0],
            (2, ["R-1", "2025/3/1", "강서윤", "M123", ""].map(String::from).to_vec())
        );
        assert!(
            kept.statements().iter().all(|line| !line.contains("R-1") && !line.contains("R-5"))
        );
    }

    #[test]
    fn a_person_without_a_name_is_set_aside() {
        let (kept, _) = read(REPORTS, "접수번호,신고일,이름,여권,별명\nR-1,2025.3.1,,M123,\n");

        assert_eq!(kept.faults(), ["2 이름 problem-required*"]);
    }

    #[test]
    fn a_table_without_the_columns_of_its_mapping_is_not_read() {
        let mapping = Mapping::from_json(REPORTS).unwrap();
        let mut kept = Kept::default();
        let refused = read_csv("a,b\n1,2\n".as_bytes(), &mapping, &context(), &mut kept);

        let columns = ["이름", "여권", "별명", "접수번호", "신고일"];
        let Err(ReadError::Mapping(MappingError::ColumnsMissing { columns: found })) = refused
        else {
            panic!("read a table without its columns");
        };
        assert!(columns.iter().all(|column| found.iter().any(|f| f == column)), "{found:?}");
    }

    #[test]
    fn names_become_readable_ids() {
        for (name, id) in [
            ("KK Park", "kk-park"),
            ("O'Smach", "o-smach"),
            ("Koh Kong (Khemarak Phoumin)", "koh-kong-khemarak-phoumin"),
            ("(…)", ""),
        ] {
            assert_eq!(name_as_id(name), id);
        }
        assert_eq!(name_as_id("보코산").len(), 40);
    }
}
