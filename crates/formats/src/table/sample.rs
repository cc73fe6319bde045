//! The first rows of a table, for proposing a mapping and for showing a person what is in it.

use std::io::{Read, Seek};

use super::csv_rows;
use super::{Row, Rows};
use super::{headings, xlsx};
use crate::import::ReadError;

/// The headings of a table and its first rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// The sheet they are from, where the table is a workbook.
    pub sheet: Option<String>,
    /// The row in which the headings stand, from 1: title lines above a table are passed over.
    pub heading_row: u64,
    /// The headings.
    pub headings: Vec<String>,
    /// The rows after them.
    pub rows: Vec<Vec<String>>,
}

/// The first rows of a table with separators.
///
/// # Errors
///
/// When the input cannot be read.
pub fn sample_csv(input: impl Read) -> Result<Sample, ReadError> {
    let (mut rows, _) = csv_rows::open(input)?;
    sample(&mut rows, None)
}

/// The first rows of a workbook's sheet, the first one that has any where none is named.
///
/// # Errors
///
/// When the workbook cannot be opened.
pub fn sample_xlsx(input: impl Read + Seek, sheet: Option<&str>) -> Result<Sample, ReadError> {
    xlsx::with_rows(input, sheet, Default::default(), |sheet, rows| sample(rows, Some(&sheet.name)))
}

fn sample(rows: &mut dyn Rows, sheet: Option<&str>) -> Result<Sample, ReadError> {
    let mut found: Vec<Row> = Vec::new();
    while found.len() < SAMPLE_ROWS {
        match rows.next_row()? {
            Some(row) if row.is_empty() => {}
            Some(row) => found.push(row),
            None => break,
        }
    }
    let sheet = sheet.map(str::to_owned);
    let at = heading_at(&found);
    let Some(heading) = found.get(at) else {
        return Ok(Sample { sheet, heading_row: 1, headings: Vec::new(), rows: Vec::new() });
    };
    let rows = found[at + 1..].iter().map(Row::texts).collect();
    Ok(Sample { sheet, heading_row: heading.number, headings: heading.texts(), rows })
}

/// The first row of which half the cells are headings that are known; else the first one that is
/// as wide as the table. Titles above it fill one or two cells.
pub(crate) fn heading_at(rows: &[Row]) -> usize {
    let filled = |row: &Row| row.cells.iter().filter(|cell| !cell.text.is_empty()).count();
    let widest = rows.iter().take(HEADING_ROWS).map(filled).max().unwrap_or_default();
    let known = |row: &Row| {
        let known = row.cells.iter().filter(|cell| headings::meaning(&cell.text).is_some()).count();
        0 < known && (1 < filled(row) || widest == 1) && filled(row) <= known * 2
    };
    let wide_enough = |row: &Row| widest * WIDE_PERCENT_MIN <= filled(row) * 100;
    let mut candidates = rows.iter().take(TITLE_ROWS_MAX);
    let by_words = candidates.clone().position(known);
    by_words.or_else(|| candidates.position(wide_enough)).unwrap_or_default()
}

/// How many rows are taken.
const SAMPLE_ROWS: usize = 500;

/// Most title rows above a table.
const TITLE_ROWS_MAX: usize = 10;

/// Rows among which the headings are looked for, and by which the table's width is told.
pub(crate) const HEADING_ROWS: usize = TITLE_ROWS_MAX * 2;

/// How much of the table's width the headings fill, in per cent.
const WIDE_PERCENT_MIN: usize = 60;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_above_a_table_are_passed_over() {
        let text = "신고 현황,,,\n2025년 10월,,,\n\n연번,이름,연락처,비고\n1,강서윤,010,\n";
        let sample = sample_csv(text.as_bytes()).unwrap();

        assert_eq!(sample.heading_row, 4);
        assert_eq!(sample.headings, ["연번", "이름", "연락처", "비고"]);
        assert_eq!(sample.rows, [["1", "강서윤", "010", ""]]);
    }

    #[test]
    fn a_row_with_cells_too_many_is_not_taken_for_the_headings() {
        let text = "company,country\nRight,KH\nWrong,KH,x,y\nShort\n";
        let sample = sample_csv(text.as_bytes()).unwrap();

        assert_eq!((sample.heading_row, sample.headings.len()), (1, 2));
    }
}
