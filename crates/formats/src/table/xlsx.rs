//! Rows of a workbook (XLSX).
//!
//! A workbook is a zip of XML, and a small one can be made to fill any memory. So before anything
//! of it is kept, every part is expanded once with nothing kept, up to a limit: what the zip's
//! directory says about sizes is not believed.
//!
//! # Invariants
//!
//! * Nothing is computed: a formula's cell is at fault, or counts with the value last computed,
//!   as the mapping says.
//! * A number that a spreadsheet no longer holds exactly (16 digits and more) is at fault: it may
//!   be an account number that lost its end.

use std::cell::Cell;
use std::io::{self, Read, Seek, SeekFrom};
use std::rc::Rc;

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxCellReader, XlsxError};
use liaison_model::messages::Message;
use zip::ZipArchive;

use super::mapping::{Formulas, Mapping};
use super::read::read_rows;
use super::references::ReferenceScan;
use super::{CELL_BYTES_MAX, COLUMNS_MAX, Cell as TableCell, Row, RowFault, Rows};
use crate::import::{Import, ImportContext, ReadError, ReadSummary, Sink};
use crate::words;

/// Why a workbook cannot be opened.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WorkbookError {
    /// It is not a workbook, or a broken one.
    #[error("the file is not a workbook that can be read")]
    NotAWorkbook(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// It is locked with a password.
    #[error("the workbook is locked with a password")]
    Locked,
    /// The file is larger than a workbook may be.
    #[error("the workbook has {bytes} bytes; at most {bytes_max} are read")]
    TooLarge {
        /// Its size.
        bytes: u64,
        /// The limit.
        bytes_max: u64,
    },
    /// It has more parts than a workbook needs.
    #[error("the workbook has {parts} parts; at most {parts_max} are read")]
    TooManyParts {
        /// How many it has.
        parts: usize,
        /// The limit.
        parts_max: usize,
    },
    /// It expands to more than may be held in memory, or far more than its size lets expect.
    #[error(
        "the workbook expands too far: more than {bytes_max} bytes, or {ratio_max} times its size"
    )]
    Bomb {
        /// The limit on its expanded size.
        bytes_max: u64,
        /// The limit on how far one part may expand.
        ratio_max: u64,
    },
    /// It refers to cells that no sheet has.
    #[error("the workbook refers to cells that no sheet has")]
    Reference,
    /// It has no sheet of that name, or none at all.
    #[error("the workbook has no sheet `{sheet}`; it has: {there}")]
    NoSheet {
        /// The name.
        sheet: String,
        /// The names of those it has.
        there: String,
    },
}

/// Reads one sheet of a workbook.
///
/// # Errors
///
/// When the workbook cannot be opened, the sink takes no more, or the sheet does not have the
/// columns of the mapping. Bad rows are problems.
pub fn read_xlsx(
    input: impl Read + Seek,
    mapping: &Mapping,
    context: &ImportContext,
    sink: &mut dyn Sink,
) -> Result<ReadSummary, ReadError> {
    with_rows(input, mapping.sheet.as_deref(), mapping.formulas, |sheet, rows| {
        let mut import = Import::new(context, sink);
        if let Some(note) = sheet.note() {
            import.note(note);
        }
        read_rows(rows, mapping, &mut import)?;
        Ok(import.finish())
    })
}

/// The sheet of a workbook that is read.
pub(crate) struct Sheet {
    pub(crate) name: String,
    /// Whether it is the workbook's first.
    is_first: bool,
    /// The others that have rows.
    others: Vec<String>,
}

impl Sheet {
    /// What a reader should know: that others are not read, or empty ones were passed over.
    fn note(&self) -> Option<Message> {
        if self.is_first && self.others.is_empty() {
            return None;
        }
        Some(
            Message::new(words::NOTE_SHEET)
                .with("sheet", &self.name)
                .count("others", self.others.len() as u64)
                .with("names", listed(&self.others)),
        )
    }
}

/// Names one after another, as far as anybody reads.
fn listed(names: &[String]) -> String {
    let shown = names.get(..NAMES_MAX).unwrap_or(names).join(", ");
    if names.len() <= NAMES_MAX { shown } else { shown + ", …" }
}

/// Opens a sheet, its workbook's first one that has rows where none is named, and hands its rows
/// on.
pub(crate) fn with_rows<T>(
    mut input: impl Read + Seek,
    sheet: Option<&str>,
    formulas: Formulas,
    take: impl FnOnce(&Sheet, &mut dyn Rows) -> Result<T, ReadError>,
) -> Result<T, ReadError> {
    check_zip(&mut input)?;
    let place = Rc::new(Cell::new(0));
    let mut workbook = Xlsx::new(Tracked { input, place: Rc::clone(&place) }).map_err(broken)?;
    let sheet = chosen(&mut workbook, sheet)?;
    let cells = workbook.worksheet_cells_reader(&sheet.name).map_err(broken)?;
    let mut rows = XlsxRows { cells, formulas, place, ahead: None, ended: false };
    take(&sheet, &mut rows)
}

/// Refuses workbooks that are too large to hold, before anything of them is held.
fn check_zip(input: &mut (impl Read + Seek)) -> Result<(), ReadError> {
    let bytes = input.seek(SeekFrom::End(0))?;
    input.rewind()?;
    if FILE_BYTES_MAX < bytes {
        return Err(WorkbookError::TooLarge { bytes, bytes_max: FILE_BYTES_MAX }.into());
    }
    let mut zip = ZipArchive::new(&mut *input)
        .map_err(|error| WorkbookError::NotAWorkbook(Box::new(error)))?;
    if PARTS_MAX < zip.len() {
        return Err(WorkbookError::TooManyParts { parts: zip.len(), parts_max: PARTS_MAX }.into());
    }
    let mut left = EXPANDED_BYTES_MAX;
    for index in 0..zip.len() {
        let part =
            zip.by_index(index).map_err(|error| WorkbookError::NotAWorkbook(Box::new(error)))?;
        // Every part is looked at, whatever it is called: a workbook may name its sheets freely.
        let ratio_bytes = part.compressed_size().saturating_mul(RATIO_MAX).max(RATIO_FREE_BYTES);
        let limit = left.min(ratio_bytes);
        let mut scan = ReferenceScan::default();
        let expanded = io::copy(&mut part.take(limit + 1), &mut scan)
            .map_err(|error| WorkbookError::NotAWorkbook(Box::new(error)))?;
        if limit < expanded {
            let (bytes_max, ratio_max) = (EXPANDED_BYTES_MAX, RATIO_MAX);
            return Err(WorkbookError::Bomb { bytes_max, ratio_max }.into());
        }
        if scan.out_of_bounds() {
            return Err(WorkbookError::Reference.into());
        }
        left -= expanded;
    }
    input.rewind()?;
    Ok(())
}

fn broken(error: XlsxError) -> WorkbookError {
    match error {
        XlsxError::Password => WorkbookError::Locked,
        error => WorkbookError::NotAWorkbook(Box::new(error)),
    }
}

fn chosen<R: Read + Seek>(
    workbook: &mut Xlsx<R>,
    wanted: Option<&str>,
) -> Result<Sheet, WorkbookError> {
    let names = workbook.sheet_names();
    let mut filled: Vec<String> = names.clone();
    filled.retain(|name| has_cells(workbook, name));
    let found = match wanted {
        None => filled.first().or(names.first()),
        Some(wanted) => names.iter().find(|name| *name == wanted),
    };
    let Some(name) = found.cloned() else {
        let sheet = wanted.unwrap_or_default().to_owned();
        return Err(WorkbookError::NoSheet { sheet, there: listed(&names) });
    };
    filled.retain(|other| *other != name);
    Ok(Sheet { is_first: names.first() == Some(&name), others: filled, name })
}

/// Whether anything stands in a sheet. One that cannot be read may have cells; a chart has none.
fn has_cells<R: Read + Seek>(workbook: &mut Xlsx<R>, name: &str) -> bool {
    let mut cells = match workbook.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        Err(XlsxError::NotAWorksheet(_)) => return false,
        Err(_) => return true,
    };
    loop {
        match cells.next_cell() {
            Ok(Some(cell)) if cell_of(cell.get_value()) == TableCell::default() => {}
            Ok(found) => return found.is_some(),
            Err(_) => return true,
        }
    }
}

/// A file that says where in it was read last.
struct Tracked<R> {
    input: R,
    place: Rc<Cell<u64>>,
}

impl<R: Read> Read for Tracked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        self.place.set(self.place.get() + read as u64);
        Ok(read)
    }
}

impl<R: Seek> Seek for Tracked<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let place = self.input.seek(to)?;
        self.place.set(place);
        Ok(place)
    }
}

/// Rows of one sheet. Empty rows between them are passed over.
struct XlsxRows<'a, R: Read + Seek> {
    cells: XlsxCellReader<'a, R>,
    formulas: Formulas,
    place: Rc<Cell<u64>>,
    /// The first cell of the next row, which ended the row before it.
    ahead: Option<Placed>,
    ended: bool,
}

/// A cell with its place, both numbers from zero.
struct Placed {
    row: u32,
    column: usize,
    cell: TableCell,
}

impl<R: Read + Seek> XlsxRows<'_, R> {
    /// The next cell that is not empty.
    fn next_cell(&mut self) -> Result<Option<Placed>, XlsxError> {
        if let Some(ahead) = self.ahead.take() {
            return Ok(Some(ahead));
        }
        loop {
            let Some(found) = self.cells.next_cell_with_formula()? else {
                return Ok(None);
            };
            let mut cell = cell_of(&found.value);
            if let Some(formula) = found.formula.filter(|_| self.formulas == Formulas::Refuse) {
                // The row that is set aside shows the formula, not the value it once had: read
                // again without being mended, it is refused again.
                cell = TableCell { text: format!("={formula}"), fault: Some(words::FORMULA) };
            }
            if cell != TableCell::default() {
                let (row, column) = found.pos;
                return Ok(Some(Placed { row, column: column as usize, cell }));
            }
        }
    }
}

impl<R: Read + Seek> Rows for XlsxRows<'_, R> {
    fn next_row(&mut self) -> Result<Option<Row>, ReadError> {
        if self.ended {
            return Ok(None);
        }
        let mut row = Row { number: 0, cells: Vec::new(), fault: None };
        loop {
            match self.next_cell() {
                Ok(Some(placed)) => {
                    let number = u64::from(placed.row) + 1;
                    if row.number == 0 {
                        row.number = number;
                    } else if row.number != number {
                        self.ahead = Some(placed);
                        return Ok(Some(row));
                    }
                    if COLUMNS_MAX <= placed.column {
                        row.fault = Some(RowFault::TooManyCells);
                        continue;
                    }
                    if row.cells.len() <= placed.column {
                        row.cells.resize_with(placed.column + 1, TableCell::default);
                    }
                    row.cells[placed.column] = placed.cell;
                }
                Ok(None) => {
                    self.ended = true;
                    return Ok((row.number != 0).then_some(row));
                }
                // What was read of the sheet stays; that the rest cannot be read is a problem.
                Err(_) => {
                    self.ended = true;
                    row.fault = Some(RowFault::Broken);
                    return Ok(Some(row));
                }
            }
        }
    }

    fn bytes_read(&self) -> u64 {
        self.place.get() // of the compressed file: a sheet is one stretch of it
    }

    fn may_end_early(&self) -> bool {
        true
    }
}

fn cell_of(value: &DataRef) -> TableCell {
    let text = match value {
        DataRef::Empty => return TableCell::default(),
        DataRef::String(text) => text,
        DataRef::SharedString(text) => *text,
        DataRef::Int(number) => &number.to_string(),
        DataRef::Float(number) => return number_cell(*number),
        DataRef::Bool(truth) => &truth.to_string(),
        DataRef::DateTime(moment) => &date_text(moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text,
        DataRef::Error(error) => {
            return TableCell { text: error.to_string(), fault: Some(words::CELL_ERROR) };
        }
    };
    let fault = (CELL_BYTES_MAX < text.len()).then_some(words::CELL_TOO_LONG);
    TableCell { fault, ..TableCell::new(text) }
}

/// A number as a person would write it: `12`, not `12.0`.
fn number_cell(number: f64) -> TableCell {
    let fault = (EXACT_MAX <= number.abs()).then_some(words::NUMBER_IMPRECISE);
    TableCell { text: number.to_string(), fault }
}

/// A date as ISO 8601, with a time only where it has one; a time alone as `09:30`.
fn date_text(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let time = if second == 0 {
        format!("{hour:02}:{minute:02}")
    } else {
        format!("{hour:02}:{minute:02}:{second:02}")
    };
    let serial = moment.as_f64();
    if moment.is_duration() || (0.0..1.0).contains(&serial) {
        return time;
    }
    let date = format!("{year:04}-{month:02}-{day:02}");
    if serial.fract() == 0.0 { date } else { format!("{date}T{time}") }
}

/// Most names of sheets that are listed.
const NAMES_MAX: usize = 12;

/// Largest workbook file, in bytes.
const FILE_BYTES_MAX: u64 = 128 << 20;

/// Most parts of a workbook.
const PARTS_MAX: usize = 5000;

/// Most bytes that a workbook may expand to. The strings among them are held in memory.
const EXPANDED_BYTES_MAX: u64 = 512 << 20;

/// How many times its size a part may expand. Real sheets stay below fifty.
const RATIO_MAX: u64 = 200;

/// A part that expands to no more than this is taken whatever its ratio.
const RATIO_FREE_BYTES: u64 = 1 << 20;

/// Above this a spreadsheet's numbers have lost digits (IEEE 754 holds 15 in full).
const EXACT_MAX: f64 = 1e15;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Kept, context};
    use rust_xlsxwriter::{ExcelDateTime as Date, Format, Formula, Workbook};
    use std::io::{Cursor, Write};

    const MAPPING: &str = r#"{"entities": {"p": {"schema": "Person", "keys": ["name"], "properties": {
        "name": {"column": "name"}, "birthDate": {"column": "born"}, "idNumber": {"column": "no"}}}}}"#;

    fn read(workbook: &mut Workbook, mapping: &str) -> (Kept, ReadSummary) {
        let bytes = workbook.save_to_buffer().unwrap();
        let mapping = Mapping::from_json(mapping).unwrap();
        let mut kept = Kept::default();
        let summary = read_xlsx(Cursor::new(bytes), &mapping, &context(), &mut kept).unwrap();
        (kept, summary)
    }

    fn people() -> Workbook {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        let date = Format::new().set_num_format("yyyy-mm-dd");
        for (column, heading) in ["name", "born", "no"].into_iter().enumerate() {
            sheet.write(0, column as u16, heading).unwrap();
        }
        sheet.write(1, 0, "강서윤").unwrap();
        sheet.write_with_format(1, 1, Date::from_ymd(1990, 2, 1).unwrap(), &date).unwrap();
        sheet.write(1, 2, 12345).unwrap();
        workbook
    }

    fn values(kept: &Kept) -> Vec<&str> {
        kept.drafts.iter().map(|draft| draft.statement.value.as_str()).collect()
    }

    #[test]
    fn dates_and_numbers_are_read_as_a_person_would_write_them() {
        let (kept, summary) = read(&mut people(), MAPPING);

        assert_eq!(kept.faults(), [""; 0]);
        assert_eq!(values(&kept), ["1990-02-01", "12345", "강서윤"]);
        assert_eq!((summary.rows, summary.entities), (1, 1));
    }

    #[test]
    fn sheets_that_are_not_read_are_named() {
        let mut workbook = people();
        workbook.add_worksheet().set_name("Empty").unwrap();
        let second = workbook.add_worksheet().set_name("May").unwrap();
        second.write(0, 0, "name").unwrap();

        let (_, summary) = read(&mut workbook, MAPPING);

        let [note] = &summary.notes[..] else { panic!("{:?}", summary.notes) };
        let said = liaison_model::messages::Catalogue::for_language("en").say(note);
        assert!(
            said.starts_with("Sheet `Sheet1` was read; one other sheet was not: May."),
            "{said}"
        );
    }

    #[test]
    fn an_empty_first_sheet_is_passed_over_and_that_is_said() {
        let mut workbook = Workbook::new();
        workbook.add_worksheet().set_name("Cover").unwrap();
        let sheet = workbook.add_worksheet().set_name("People").unwrap();
        for (column, heading) in ["name", "born", "no"].into_iter().enumerate() {
            sheet.write(0, column as u16, heading).unwrap();
        }
        sheet.write(1, 0, "강서윤").unwrap();

        let (kept, summary) = read(&mut workbook, MAPPING);

        assert_eq!(values(&kept), ["강서윤"]);
        let said = liaison_model::messages::Catalogue::for_language("en").say(&summary.notes[0]);
        assert_eq!(said, "Sheet `People` was read.");
    }

    #[test]
    fn a_workbook_says_how_far_it_is_read() {
        let bytes = people().save_to_buffer().unwrap();
        let length = bytes.len() as u64;

        let read = with_rows(Cursor::new(bytes), None, Formulas::Refuse, |_, rows| {
            while rows.next_row()?.is_some() {}
            Ok(rows.bytes_read())
        });

        assert!((1..=length).contains(&read.unwrap()));
    }

    #[test]
    fn a_formula_sets_its_row_aside_unless_the_mapping_takes_its_last_value() {
        let make = || {
            let mut workbook = people();
            let formula = Formula::new("=A2").set_result("Kim");
            workbook.worksheet_from_index(0).unwrap().write_formula(2, 0, formula).unwrap();
            workbook
        };
        let taking = MAPPING.replacen("{", "{\"formulas\": \"take-last-value\", ", 1);

        assert_eq!(read(&mut make(), MAPPING).0.faults(), ["3 name problem-formula*"]);
        assert!(values(&read(&mut make(), &taking).0).contains(&"Kim"));
    }

    #[test]
    fn an_account_number_that_lost_its_end_is_set_aside() {
        let mut workbook = people();
        let sheet = workbook.worksheet_from_index(0).unwrap();
        sheet.write(4, 0, "Kim").unwrap();
        sheet.write(4, 2, 1_234_567_890_123_456_789_f64).unwrap();

        assert_eq!(read(&mut workbook, MAPPING).0.faults(), ["5 no problem-number-imprecise*"]);
    }

    fn zip_with(name: &str, bytes: &[u8]) -> Cursor<Vec<u8>> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
        zip.finish().unwrap()
    }

    #[test]
    fn a_workbook_that_expands_a_thousandfold_is_refused() {
        let refused = check_zip(&mut zip_with("xl/sharedStrings.xml", &vec![b' '; 20 << 20]));

        assert!(matches!(refused, Err(ReadError::Workbook(WorkbookError::Bomb { .. }))));
    }

    #[test]
    fn a_file_that_is_no_workbook_is_refused() {
        let mapping = Mapping::from_json(MAPPING).unwrap();
        for bytes in
            [b"PK\x03\x04 not a zip".to_vec(), zip_with("a.xml", b"<a/>").into_inner(), Vec::new()]
        {
            let refused = read_xlsx(Cursor::new(bytes), &mapping, &context(), &mut Kept::default());

            assert!(matches!(refused, Err(ReadError::Workbook(WorkbookError::NotAWorkbook(_)))));
        }
    }
}
