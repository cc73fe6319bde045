//! Rows of a table as they stand, for work that needs no mapping, such as finding who is one.

use std::collections::VecDeque;
use std::io::{self, Read, Write};

use liaison_model::messages::Message;

use super::csv_rows::{self, CsvRows};
use super::headings::{self, Meaning};
use super::read::shape_fault;
use super::sample::{HEADING_ROWS, heading_at};
use super::{Row, Rows};
use crate::import::ReadError;
use crate::problem_files::harmless;

/// A table with separators, read row by row.
pub struct PlainTable<'r> {
    headings: Vec<String>,
    rows: CsvRows<Box<dyn Read + 'r>>,
    /// Rows that were read to find the headings.
    waiting: VecDeque<Row>,
    number: u64,
}

/// One row below the headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainRow {
    /// Its number below the headings, from 1; empty lines do not count.
    pub number: u64,
    /// Its cells, as many as there are headings at most.
    pub cells: Vec<String>,
    /// Why the cells cannot be relied on, if so, and what to do.
    pub fault: Option<(Message, Message)>,
}

/// What a heading says about its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadingMeaning {
    /// A property of whom or what the row is about.
    Property(&'static str),
    /// The number of the row.
    RowNumber,
}

/// What a heading means, in the words that an import understands.
#[must_use]
pub fn heading_meaning(heading: &str) -> Option<HeadingMeaning> {
    Some(match headings::meaning(heading)? {
        Meaning::Property(_, property) => HeadingMeaning::Property(property),
        Meaning::RowNumber => HeadingMeaning::RowNumber,
    })
}

impl<'r> PlainTable<'r> {
    /// Reads the headings. Titles above them are passed over.
    ///
    /// # Errors
    ///
    /// When the input cannot be read.
    pub fn open(input: impl Read + 'r) -> Result<Self, ReadError> {
        let (mut rows, _) = csv_rows::open(input)?;
        let mut found = VecDeque::new();
        while found.len() < HEADING_ROWS {
            match rows.next_row()? {
                Some(row) if is_blank(&row) => {}
                Some(row) => found.push_back(row),
                None => break,
            }
        }
        let at = heading_at(found.make_contiguous());
        let waiting = found.split_off((at + 1).min(found.len()));
        let headings = found.back().map(Row::texts).unwrap_or_default();
        Ok(Self { headings, rows, waiting, number: 0 })
    }

    /// The headings, in order.
    #[must_use]
    pub fn headings(&self) -> &[String] {
        &self.headings
    }

    /// How much of the table is read, in bytes.
    #[must_use]
    pub fn bytes_read(&self) -> u64 {
        self.rows.bytes_read()
    }

    /// The next row, or `None` at the end.
    ///
    /// # Errors
    ///
    /// When the input cannot be read.
    pub fn next_row(&mut self) -> Result<Option<PlainRow>, ReadError> {
        loop {
            let row = match self.waiting.pop_front() {
                Some(row) => row,
                None => match self.rows.next_row()? {
                    Some(row) => row,
                    None => return Ok(None),
                },
            };
            if !is_blank(&row) {
                self.number += 1;
                return Ok(Some(self.plain(row)));
            }
        }
    }

    fn plain(&self, row: Row) -> PlainRow {
        let fault = shape_fault(&row, self.headings.len(), false);
        let fault = fault.map(|(reason, hint)| (reason, Message::new(hint)));
        let mut cells: Vec<String> = row.cells.into_iter().map(|cell| cell.text).collect();
        cells.truncate(self.headings.len());
        PlainRow { number: self.number, cells, fault }
    }
}

/// A line without a separator is no row of a table with several columns; one of separators alone is.
fn is_blank(row: &Row) -> bool {
    row.is_empty() && row.cells.len() <= 1
}

/// Writes a table for other programs: UTF-8 without a byte order mark, a row at a time. A cell that
/// a spreadsheet would run stands behind an apostrophe.
pub struct PlainWriter<W: Write> {
    out: csv::Writer<W>,
}

impl<W: Write> PlainWriter<W> {
    /// Begins the table.
    pub fn new(out: W) -> Self {
        Self { out: csv::Writer::from_writer(out) }
    }

    /// Writes the headings, or a row.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn write<'c>(&mut self, cells: impl IntoIterator<Item = &'c str>) -> io::Result<()> {
        // A negative number is no formula.
        let safe = |cell: &str| match cell.parse::<f64>() {
            Ok(_) => cell.to_owned(),
            Err(_) => harmless(cell),
        };
        let cells: Vec<String> = cells.into_iter().map(safe).collect();
        Ok(self.out.write_record(cells.iter().map(|cell| cell.as_bytes()))?)
    }

    /// Writes what waits to be written.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<String>, Vec<PlainRow>) {
        let mut table = PlainTable::open(text.as_bytes()).unwrap();
        let rows = std::iter::from_fn(|| table.next_row().unwrap()).collect();
        (table.headings.clone(), rows)
    }

    #[test]
    fn rows_are_counted_below_the_headings() {
        let (headings, rows) = read("Cases 2025,\nname,phone\nA,1\n\n,\nB,2\n");

        assert_eq!(headings, ["name", "phone"]);
        let numbers: Vec<_> = rows.iter().map(|row| (row.number, row.cells[0].as_str())).collect();
        assert_eq!(numbers, [(1, "A"), (2, ""), (3, "B")]);
    }

    #[test]
    fn a_broken_row_says_why_and_the_next_one_is_read() {
        let (_, rows) = read("name,phone\nA\nB,2\n");

        assert!(rows[0].fault.is_some());
        assert_eq!((rows[1].number, rows[1].fault.is_none()), (2, true));
    }

    #[test]
    fn a_table_of_nothing_has_no_headings_and_no_rows() {
        let (headings, rows) = read("");

        assert!(headings.is_empty() && rows.is_empty());
    }

    #[test]
    fn no_cell_that_is_written_is_a_formula() {
        let mut out = Vec::new();
        let mut writer = PlainWriter::new(&mut out);
        writer.write(["record", "=1+1", "-2.5"]).unwrap();
        writer.finish().unwrap();

        assert_eq!(String::from_utf8(out).unwrap(), "record,'=1+1,-2.5\n");
    }

    #[test]
    fn headings_mean_what_they_mean_for_an_import() {
        assert_eq!(heading_meaning("생년월일"), Some(HeadingMeaning::Property("birthDate")));
        assert_eq!(heading_meaning("STT"), Some(HeadingMeaning::RowNumber));
        assert_eq!(heading_meaning("suburb"), None);
    }
}
