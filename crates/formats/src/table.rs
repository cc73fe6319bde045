//! Tables: rows of cells under headings, read with a [`Mapping`] that says what each column means.
//!
//! A row with one bad cell is set aside whole, cells and all, so that it can be mended and read
//! again; the rows around it are kept.

pub(crate) mod compiled;
pub(crate) mod csv_rows;
pub(crate) mod date_format;
pub(crate) mod encoding;
pub(crate) mod headings;
pub(crate) mod mapping;
pub(crate) mod plain;
pub(crate) mod propose;
pub(crate) mod read;
pub(crate) mod references;
pub(crate) mod sample;
pub(crate) mod situation;
pub(crate) mod xlsx;

use crate::problem_files::as_it_was;

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Cell {
    /// Its text, with white space at the ends removed.
    pub text: String,
    /// Why the text cannot be relied on, if so: a key of the message catalogue.
    pub fault: Option<&'static str>,
}

/// One row as it came from the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// Its number, from 1; empty rows count too, as they do in a spreadsheet.
    pub number: u64,
    /// Its cells, as far as they could be told apart.
    pub cells: Vec<Cell>,
    /// Why the cells cannot be relied on, if so.
    pub fault: Option<RowFault>,
}

/// Why a row could not be told apart into cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RowFault {
    /// Longer than a row may be.
    TooLong,
    /// A quotation mark was opened and not closed.
    OpenQuote,
    /// Not text in the file's encoding, from this byte of the file on where that is known.
    Encoding { offset: Option<u64> },
    /// Holds a NUL byte, which no text has.
    NulByte,
    /// More cells than a table may have columns.
    TooManyCells,
    /// From here on the sheet cannot be read.
    Broken,
}

impl Row {
    /// Whether nothing stands in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.fault.is_none()
            && self.cells.iter().all(|cell| cell.text.is_empty() && cell.fault.is_none())
    }

    /// Takes the apostrophes off that kept a spreadsheet from running the cells.
    pub(crate) fn unguard(&mut self) {
        for cell in &mut self.cells {
            cell.text = as_it_was(&cell.text).to_owned();
        }
    }

    /// Marks cells that a spreadsheet would compute: nobody wrote such a text to be believed. A
    /// note such as `= 100 + 20, stale` has a space after its sign, as no formula has.
    pub(crate) fn mark_formulas(&mut self) {
        for cell in &mut self.cells {
            let is_formula = cell
                .text
                .strip_prefix('=')
                .is_some_and(|rest| rest.starts_with(|c: char| !c.is_whitespace()));
            if is_formula && cell.fault.is_none() {
                cell.fault = Some(crate::words::FORMULA);
            }
        }
    }

    pub(crate) fn texts(&self) -> Vec<String> {
        self.cells.iter().map(|cell| cell.text.clone()).collect()
    }
}

impl Cell {
    pub(crate) fn new(text: &str) -> Self {
        Self { text: text.trim().to_owned(), fault: None }
    }
}

/// Rows one after another.
pub(crate) trait Rows {
    /// The next row, or `None` at the end.
    fn next_row(&mut self) -> Result<Option<Row>, crate::import::ReadError>;

    /// How much of the file is read, in bytes.
    fn bytes_read(&self) -> u64;

    /// Whether a row may have fewer cells than there are headings, the last ones being empty.
    fn may_end_early(&self) -> bool;
}

/// Most columns of a table, and so most cells of a row.
pub(crate) const COLUMNS_MAX: usize = 1000;

/// Longest cell, in bytes; FollowTheMoney keeps no more than 65,000 characters of a text.
pub(crate) const CELL_BYTES_MAX: usize = 256 * 1024;

/// Heading of the column that says from which row of which file a mended row came. It is never
/// mapped.
pub(crate) const ROW_HEADING: &str = "liaison_row";
