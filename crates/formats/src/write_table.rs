//! Lists as tables that a person opens: CSV and XLSX.
//!
//! # Invariants
//!
//! * No cell is run by a spreadsheet. In CSV, a cell that would be is put behind an apostrophe; in
//!   a workbook every cell is a text.
//! * The same rows give the same bytes: a workbook carries no date of its making.

use std::io::{self, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use crate::lines::{BYTE_ORDER_MARK, disk_error};
use crate::problem_files::harmless;

/// The form of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableFormat {
    /// Text with commas, UTF-8 with a byte order mark.
    Csv,
    /// A workbook with one sheet.
    Xlsx,
}

/// Why a table was not written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TableError {
    /// The file cannot be written.
    #[error("the table could not be written")]
    Io(#[from] io::Error),
    /// A workbook has no room for so many rows or so long a cell.
    #[error("a workbook has no room for this table")]
    Workbook(#[from] XlsxError),
}

/// Writes a table; says how many rows it wrote, without the headings.
///
/// # Errors
///
/// [`TableError`] when the file cannot be written, or a workbook has no room: 1,048,575 rows,
/// 16,384 columns, 32,767 characters in a cell.
pub fn write_table(
    out: impl Write,
    format: TableFormat,
    headings: &[&str],
    rows: impl IntoIterator<Item = Vec<String>>,
) -> Result<u64, TableError> {
    match format {
        TableFormat::Csv => write_csv(out, headings, rows),
        TableFormat::Xlsx => write_xlsx(out, headings, rows),
    }
}

fn write_csv(
    mut out: impl Write,
    headings: &[&str],
    rows: impl IntoIterator<Item = Vec<String>>,
) -> Result<u64, TableError> {
    out.write_all(BYTE_ORDER_MARK)?;
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(out);
    let failed = |error| TableError::Io(disk_error(error));
    writer.write_record(headings.iter().map(|heading| harmless(heading))).map_err(failed)?;
    let mut written = 0;
    for row in rows {
        writer.write_record(row.iter().map(|cell| harmless(cell))).map_err(failed)?;
        written += 1;
    }
    writer.flush()?;
    Ok(written)
}

fn write_xlsx(
    mut out: impl Write,
    headings: &[&str],
    rows: impl IntoIterator<Item = Vec<String>>,
) -> Result<u64, TableError> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let sheet = workbook.add_worksheet();
    let bold = Format::new().set_bold();
    for (column, heading) in (0_u16..).zip(headings) {
        sheet.write_string_with_format(0, column, *heading, &bold)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let mut written = 0_u32;
    for row in rows {
        written += 1; // the sheet refuses rows and columns beyond its own limits
        for (column, cell) in (0_u16..).zip(&row) {
            sheet.write_string(written, column, cell)?;
        }
    }
    // A zip that is cut off while it is written would say so where nobody is to read it.
    out.write_all(&workbook.save_to_buffer()?)?;
    out.flush()?;
    Ok(u64::from(written))
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader, Xlsx};
    use std::io::Cursor;

    fn rows() -> Vec<Vec<String>> {
        vec![vec!["강서윤".into(), "=1+1".into()], vec!["a,b".into(), "+82 10".into()]]
    }

    #[test]
    fn no_cell_of_a_csv_is_a_formula() {
        let mut out = Cursor::new(Vec::new());
        write_table(&mut out, TableFormat::Csv, &["name", "note"], rows()).unwrap();

        let text = String::from_utf8(out.into_inner()).unwrap();
        assert_eq!(text, "\u{feff}name,note\n강서윤,'=1+1\n\"a,b\",'+82 10\n");
    }

    #[test]
    fn no_cell_begins_with_a_full_width_sign() {
        let cells = ["＝1+1", "＋82", "－1", "＠name"].map(|cell| vec![cell.to_owned()]);
        let mut out = Cursor::new(Vec::new());
        write_table(&mut out, TableFormat::Csv, &["note"], cells).unwrap();

        let text = String::from_utf8(out.into_inner()).unwrap();
        assert_eq!(text, "\u{feff}note\n'＝1+1\n'＋82\n'－1\n'＠name\n");
    }

    #[test]
    fn every_cell_of_a_workbook_is_a_text() {
        let mut out = Cursor::new(Vec::new());
        write_table(&mut out, TableFormat::Xlsx, &["name", "note"], rows()).unwrap();

        let mut workbook: Xlsx<_> = Xlsx::new(out).unwrap();
        let sheet = workbook.worksheet_range_at(0).unwrap().unwrap();
        assert_eq!(sheet.get_value((1, 1)), Some(&Data::String("=1+1".into())));
        assert!(workbook.worksheet_formula("Sheet1").unwrap().used_cells().count() == 0);
    }

    #[test]
    fn the_same_rows_give_the_same_workbook() {
        let make = || {
            let mut out = Cursor::new(Vec::new());
            write_table(&mut out, TableFormat::Xlsx, &["name"], rows()).unwrap();
            out.into_inner()
        };

        assert!(make() == make());
    }
}
