//! What an importer is told, to whom it hands what it reads, and what it says at the end.

use std::collections::HashSet;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::io;
use std::sync::Arc;

use liaison_model::messages::Message;
use liaison_model::schema::{PropType, Property, Schema};
use liaison_model::values::{self, Cleaned, Hints, ValueError};
use liaison_model::{
    AgencyId, Draft, EntityId, Grade, Hint, Instant, Marks, Place, Problem, ShownValue, Statement,
    StatementId, is_own_record,
};

use crate::entity_ids::from_ftm_id;
use crate::fault::Fault;
use crate::ledger::LedgerMappingError;
use crate::table::mapping::MappingError;
use crate::table::xlsx::WorkbookError;
use crate::words;

/// What is true of every statement of one import.
#[derive(Debug, Clone)]
pub struct ImportContext {
    /// The agency that names the entities which the file does not place elsewhere.
    pub origin: AgencyId,
    /// The dataset of the statements.
    pub dataset: String,
    /// Whether a file that names datasets of its own is believed.
    pub datasets: Datasets,
    /// The document or person the file came from, where that says more than the dataset.
    pub source: Option<String>,
    /// Name of the file, without its folder.
    pub file: String,
    /// How good the source and what it says are.
    pub grade: Option<Grade>,
    /// Who may see the statements.
    pub marks: Arc<Marks>,
    /// When the file reached this agency; a time in the file itself wins.
    pub seen: Option<Instant>,
    /// What single values do not say about themselves.
    pub hints: Hints,
}

/// Whose word on the dataset counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Datasets {
    /// The context's, whatever the file says.
    FromContext,
    /// The file's first one where it names any, else the context's.
    FromFile,
}

/// Takes what an importer reads, as it reads it.
pub trait Sink {
    /// Takes one statement.
    ///
    /// # Errors
    ///
    /// When the import must end here.
    fn statement(&mut self, draft: Draft) -> Result<(), SinkError>;

    /// Takes one problem.
    ///
    /// # Errors
    ///
    /// When the import must end here.
    fn problem(&mut self, problem: Problem) -> Result<(), SinkError>;

    /// Hears how far the import has come: rows and bytes read so far. Called every few thousand
    /// rows, so that a person can stop it.
    ///
    /// # Errors
    ///
    /// [`SinkError::Stopped`] when somebody wants it to end.
    fn progress(&mut self, rows: u64, bytes: u64) -> Result<(), SinkError>;

    /// Takes the cells of a table's row that was set aside, so that it can be mended and read
    /// again. `row` counts from 1 and includes the heading row.
    ///
    /// # Errors
    ///
    /// When the import must end here.
    fn row_set_aside(
        &mut self,
        row: u64,
        headings: &[String],
        cells: &[String],
    ) -> Result<(), SinkError> {
        let _ = (row, headings, cells);
        Ok(())
    }
}

/// Why a sink takes no more.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SinkError {
    /// Somebody stopped the import.
    #[error("stopped")]
    Stopped,
    /// What was read could not be kept.
    #[error("the statements could not be kept")]
    Kept(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Why a file could not be read to its end. Bad rows are problems, not errors.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The disk or the pipe failed.
    #[error("the file could not be read")]
    Io(#[from] io::Error),
    /// The sink takes no more.
    #[error(transparent)]
    Sink(#[from] SinkError),
    /// The mapping does not fit the table.
    #[error(transparent)]
    Mapping(#[from] MappingError),
    /// The workbook cannot be opened.
    #[error(transparent)]
    Workbook(#[from] WorkbookError),
    /// The columns of a table of transactions are not known.
    #[error(transparent)]
    Ledger(#[from] LedgerMappingError),
}

impl Hint for ReadError {
    fn hint(&self) -> Option<Message> {
        let key = match self {
            Self::Mapping(_) => words::HINT_MAPPING,
            Self::Workbook(WorkbookError::Locked) => words::HINT_WORKBOOK_LOCKED,
            Self::Workbook(WorkbookError::NoSheet { .. }) => words::HINT_MAPPING,
            Self::Workbook(_) => words::HINT_WORKBOOK,
            Self::Io(_) | Self::Sink(_) | Self::Ledger(_) => return None,
        };
        Some(Message::new(key))
    }
}

/// What one import amounted to.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct ReadSummary {
    /// Rows, lines or list entries read, without headings and empty lines.
    pub rows: u64,
    /// Rows of which nothing was kept.
    pub rows_set_aside: u64,
    /// Statements handed to the sink.
    pub statements: u64,
    /// Different entities with at least one statement. Exact up to a million; of those that come
    /// after, each counts once for every run of statements about it.
    pub entities: u64,
    /// Problems handed to the sink.
    pub problems: u64,
    /// What a reader should know about how the file was read, such as a guessed encoding.
    pub notes: Vec<Message>,
}

/// One import under way: the context, the sink, and the counts so far.
pub(crate) struct Import<'a> {
    context: &'a ImportContext,
    sink: &'a mut dyn Sink,
    summary: ReadSummary,
    met: Met,
}

/// The entities that an import met, by a hash of their ids: a file may speak of one in many rows.
#[derive(Default)]
struct Met {
    hasher: RandomState,
    hashes: HashSet<u64>,
    last: Option<u64>,
}

impl Met {
    /// Whether an entity comes up for the first time, as far as can be told.
    fn is_new(&mut self, entity: &EntityId) -> bool {
        let hash = self.hasher.hash_one(entity.as_str());
        if self.last.replace(hash) == Some(hash) {
            return false;
        }
        match self.hashes.len() < ENTITIES_EXACT_MAX {
            true => self.hashes.insert(hash),
            false => !self.hashes.contains(&hash),
        }
    }
}

impl<'a> Import<'a> {
    pub(crate) fn new(context: &'a ImportContext, sink: &'a mut dyn Sink) -> Self {
        Self { context, sink, summary: ReadSummary::default(), met: Met::default() }
    }

    pub(crate) fn context(&self) -> &'a ImportContext {
        self.context
    }

    /// Counts one row, and tells the sink now and then how far the import is.
    pub(crate) fn row(&mut self, bytes: u64) -> Result<(), ReadError> {
        self.summary.rows += 1;
        if self.summary.rows.is_multiple_of(PROGRESS_ROWS) {
            self.sink.progress(self.summary.rows, bytes)?;
        }
        Ok(())
    }

    pub(crate) fn note(&mut self, note: Message) {
        self.summary.notes.push(note);
    }

    pub(crate) fn statement(&mut self, statement: Statement) -> Result<(), ReadError> {
        let marks = Arc::clone(&self.context.marks);
        self.draft(Draft { statement, marks })
    }

    /// Hands on a statement with marks of its own.
    pub(crate) fn draft(&mut self, draft: Draft) -> Result<(), ReadError> {
        self.summary.statements += 1;
        self.summary.entities += u64::from(self.met.is_new(&draft.statement.entity));
        Ok(self.sink.statement(draft)?)
    }

    pub(crate) fn problem(&mut self, problem: Problem) -> Result<(), ReadError> {
        self.summary.problems += 1;
        Ok(self.sink.problem(problem)?)
    }

    /// Hands on a problem for which a whole row was set aside, and counts the row.
    pub(crate) fn row_problem(&mut self, problem: Problem) -> Result<(), ReadError> {
        self.summary.rows_set_aside += 1;
        self.problem(Problem { row_set_aside: true, ..problem })
    }

    /// Hands on the problems of one table row and its cells.
    pub(crate) fn table_row_set_aside(
        &mut self,
        row: u64,
        headings: &[String],
        cells: &[String],
        problems: Vec<Problem>,
    ) -> Result<(), ReadError> {
        self.summary.rows_set_aside += 1;
        for problem in problems {
            self.problem(Problem { row_set_aside: true, ..problem })?;
        }
        Ok(self.sink.row_set_aside(row, headings, cells)?)
    }

    /// The place of a problem in this file.
    pub(crate) fn place(&self, row: u64) -> Place {
        Place { file: self.context.file.clone(), row: Some(row), column: None, field: None }
    }

    pub(crate) fn finish(self) -> ReadSummary {
        self.summary
    }
}

impl ImportContext {
    /// A statement of this import about `entity`.
    pub(crate) fn statement(
        &self,
        entity: &EntityId,
        schema: &'static Schema,
        prop: &'static str,
        cleaned: Cleaned,
    ) -> Statement {
        Statement {
            id: StatementId([0; 16]), // set by the journal
            entity: entity.clone(),
            schema: schema.name.into(),
            prop: prop.into(),
            value: cleaned.value,
            original: cleaned.original,
            lang: None,
            dataset: self.dataset.clone(),
            source: self.source.clone(),
            as_of: None,
            seen: self.seen,
            grade: self.grade,
        }
    }

    /// The statement that says no more than that an entity exists: FollowTheMoney's
    /// pseudo-property `id`. It is written for entities without any other statement, which would
    /// be lost otherwise; exporters of entities leave it out again.
    pub(crate) fn existence(&self, entity: &EntityId, schema: &'static Schema) -> Statement {
        let cleaned = Cleaned { value: entity.local().to_owned(), original: None };
        self.statement(entity, schema, ID_PROP, cleaned)
    }

    /// Refuses an entity that the node alone writes about.
    pub(crate) fn check_is_free(&self, entity: &EntityId) -> Result<(), Fault> {
        if !is_own_record(entity, &self.origin) {
            return Ok(());
        }
        let fault = Fault::new(Message::new(words::ID_OF_THE_NODE), words::HINT_ID_OF_THE_NODE);
        Err(fault.showing(ShownValue::Plain(entity.to_string())))
    }

    /// Brings a value into its one form; a reference to an entity gets its origin.
    pub(crate) fn clean(&self, property: &Property, raw: &str) -> Result<Cleaned, ValueError> {
        self.clean_with(property, raw, &self.hints)
    }

    /// The same with other hints than the import's.
    pub(crate) fn clean_with(
        &self,
        property: &Property,
        raw: &str,
        hints: &Hints,
    ) -> Result<Cleaned, ValueError> {
        if raw.contains('\0') {
            return Err(ValueError { reason: Message::new(words::NUL_BYTE), hint: None });
        }
        if property.kind != PropType::Entity {
            return values::clean(property, raw, hints);
        }
        match from_ftm_id(raw, &self.origin) {
            Ok(id) => Ok(Cleaned { value: id.as_str().to_owned(), original: None }),
            Err(_) => Err(ValueError {
                reason: Message::new(words::ID_BROKEN),
                hint: Some(Message::new(words::HINT_ID)),
            }),
        }
    }
}

/// The value at fault as it may be shown. Where a row is shifted, a name stands under a date: so
/// the value itself must look like what its column is for.
pub(crate) fn shown(property: &Property, raw: &str) -> ShownValue {
    let is_harmless = match property.kind {
        PropType::Date | PropType::Number => is_short_number(raw),
        PropType::Country | PropType::Language => raw.trim().len() <= CODE_BYTES_MAX,
        _ => false,
    };
    if is_harmless { ShownValue::Plain(raw.to_owned()) } else { covered(raw) }
}

/// Whether a text can be a date or an amount, and no number that names somebody: a day has no more
/// than eight digits, unless the time of day follows.
fn is_short_number(raw: &str) -> bool {
    let digits = raw.chars().filter(|c| c.is_numeric()).count();
    let digits_max = if raw.contains(':') { TIME_DIGITS_MAX } else { DAY_DIGITS_MAX };
    let words = raw.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let mut words = words.map(str::to_lowercase);
    (1..=digits_max).contains(&digits) && words.all(|word| DATE_WORDS.contains(&word.as_str()))
}

/// A value about which nothing is known, so that it may be about a person.
pub(crate) fn covered(raw: &str) -> ShownValue {
    if SHOWN_BYTES_MAX < raw.len() { ShownValue::None } else { ShownValue::Covered(raw.to_owned()) }
}

/// A moment as FollowTheMoney writes it: UTC, with or without saying so, or a day alone.
pub(crate) fn instant(text: &str) -> Option<Instant> {
    let text = text.trim();
    let attempts = [text.to_owned(), format!("{text}Z"), format!("{text}T00:00:00Z")];
    attempts.iter().find_map(|attempt| attempt.parse().ok())
}

/// FollowTheMoney's pseudo-property for the entity's own id.
pub(crate) const ID_PROP: &str = "id";

/// Entities that an import tells apart: about 20 MB of hashes.
const ENTITIES_EXACT_MAX: usize = 1_000_000;

/// How often a sink hears of progress, in rows.
const PROGRESS_ROWS: u64 = 4096;

/// `kr`, `ko`.
const CODE_BYTES_MAX: usize = 2;
/// `20251017`.
const DAY_DIGITS_MAX: usize = 8;
/// `2025-10-17T09:30:00.123456+09:00`.
const TIME_DIGITS_MAX: usize = 24;
/// What may stand beside the digits of a date.
const DATE_WORDS: &[&str] = &[
    "jan",
    "january",
    "feb",
    "february",
    "mar",
    "march",
    "apr",
    "april",
    "may",
    "jun",
    "june",
    "jul",
    "july",
    "aug",
    "august",
    "sep",
    "sept",
    "september",
    "oct",
    "october",
    "nov",
    "november",
    "dec",
    "december",
    "am",
    "pm",
    "t",
    "z",
    "st",
    "nd",
    "rd",
    "th",
    "circa",
    "ca",
    "년",
    "월",
    "일",
    "年",
    "月",
    "日",
];

/// Longest value at fault that a problem keeps, in bytes; of a longer one only the place is kept.
const SHOWN_BYTES_MAX: usize = 1000;

#[cfg(test)]
mod tests {
    use liaison_model::schema;

    use super::*;

    fn is_plain(schema: &str, prop: &str, raw: &str) -> bool {
        let property = schema::find(schema).unwrap().property(prop).unwrap();
        matches!(shown(property, raw), ShownValue::Plain(_))
    }

    #[test]
    fn a_date_or_a_code_at_fault_is_shown_and_a_name_in_its_place_is_not() {
        for date in ["2025/13/02", "31 Feb 2025", "2025년 13월 2일", "2025-13-02T09:30:00Z"] {
            assert!(is_plain("Person", "birthDate", date), "{date}");
        }
        for other in ["Bravo Secretname", "김민수", "+82 10-1234-5678", "M1234567", "", "May"] {
            assert!(!is_plain("Person", "birthDate", other), "{other}");
        }
        assert!(is_plain("Person", "nationality", "xx"));
        assert!(!is_plain("Person", "nationality", "Delta Secretname"));
        assert!(!is_plain("Person", "gender", "Golf"));
        assert!(!is_plain("Person", "name", "2025"));
    }
}
