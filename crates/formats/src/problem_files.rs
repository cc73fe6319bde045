//! The files that an import leaves for a person to mend: what was wrong, and the rows themselves.
//!
//! `<name>.problems.csv` has one line for each problem, in the reader's language.
//! `<name>.rows.csv` has the rows of a table that were set aside, under the table's own headings:
//! once mended, it is imported as its table was. Its first column, `liaison_row`, says where
//! each row stood; no mapping reads it.
//!
//! # Invariants
//!
//! * A cell that a spreadsheet would run as a formula stands behind an apostrophe, which is taken
//!   off again when the rows are read.
//! * Both begin with a byte order mark: without it, spreadsheets garble what is not English.

use std::io::{self, Write};

use liaison_model::messages::Catalogue;
use liaison_model::{Problem, ShownValue};

use crate::lines::BYTE_ORDER_MARK;
use crate::table::ROW_HEADING;

/// Writes `<name>.problems.csv`.
pub struct ProblemWriter<'c, W: Write> {
    out: csv::Writer<W>,
    catalogue: &'c Catalogue,
}

impl<'c, W: Write> ProblemWriter<'c, W> {
    /// Begins the file. Reasons and hints are written in the language of `catalogue`.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn new(mut out: W, catalogue: &'c Catalogue) -> io::Result<Self> {
        out.write_all(BYTE_ORDER_MARK)?;
        let mut out = csv::Writer::from_writer(out);
        out.write_record(PROBLEM_HEADINGS)?;
        Ok(Self { out, catalogue })
    }

    /// Writes one problem. This file may show the value at fault: it stays with whoever imports.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn write(&mut self, problem: &Problem) -> io::Result<()> {
        let value = match &problem.value {
            ShownValue::Plain(text) | ShownValue::Covered(text) => text.as_str(),
            ShownValue::None => "",
        };
        let place = &problem.place;
        let row = place.row.map(|row| row.to_string()).unwrap_or_default();
        let hint = problem.hint.as_ref().map(|hint| self.catalogue.say(hint)).unwrap_or_default();
        let cells = [
            place.file.as_str(),
            row.as_str(),
            place.column.as_deref().unwrap_or_default(),
            place.field.as_deref().unwrap_or_default(),
            value,
            &self.catalogue.say(&problem.reason),
            hint.as_str(),
        ];
        Ok(self.out.write_record(cells.map(harmless))?)
    }

    /// Ends the file.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn finish(self) -> io::Result<W> {
        self.out.into_inner().map_err(csv::IntoInnerError::into_error)
    }
}

/// Writes `<name>.rows.csv`.
pub struct RowWriter<W: Write> {
    out: csv::Writer<W>,
    headed: bool,
}

impl<W: Write> RowWriter<W> {
    /// Begins the file.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn new(mut out: W) -> io::Result<Self> {
        out.write_all(BYTE_ORDER_MARK)?;
        let out = csv::WriterBuilder::new().flexible(true).from_writer(out);
        Ok(Self { out, headed: false })
    }

    /// Writes one row that was set aside; before the first one, the table's headings.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn write(&mut self, row: u64, headings: &[String], cells: &[String]) -> io::Result<()> {
        if !self.headed {
            let mended_before = headings.first().is_some_and(|heading| heading == ROW_HEADING);
            let first = (!mended_before).then_some(ROW_HEADING);
            self.out.write_record(first.into_iter().chain(headings.iter().map(String::as_str)))?;
            self.headed = true;
        }
        let mended_before = headings.first().is_some_and(|heading| heading == ROW_HEADING);
        let number = (!mended_before).then(|| row.to_string());
        let cells = cells.iter().map(|cell| harmless(cell));
        Ok(self.out.write_record(number.into_iter().chain(cells))?)
    }

    /// Ends the file.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn finish(self) -> io::Result<W> {
        self.out.into_inner().map_err(csv::IntoInnerError::into_error)
    }
}

/// A cell that no spreadsheet runs: one that would be a formula gets an apostrophe in front.
///
/// Source: OWASP, *CSV Injection*.
pub(crate) fn harmless(cell: &str) -> String {
    if is_formula(cell.trim_start_matches('\'')) { format!("'{cell}") } else { cell.to_owned() }
}

/// Undoes [`harmless`].
pub(crate) fn as_it_was(cell: &str) -> &str {
    let guarded = |rest: &&str| is_formula(rest.trim_start_matches('\''));
    cell.strip_prefix('\'').filter(guarded).unwrap_or(cell)
}

fn is_formula(cell: &str) -> bool {
    // Spreadsheets of East Asia read the full-width signs alike.
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

const PROBLEM_HEADINGS: [&str; 7] = ["file", "row", "column", "field", "value", "reason", "hint"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read_csv;
    use crate::table::mapping::Mapping;
    use crate::testing::{Kept, context};
    use liaison_model::Place;
    use liaison_model::messages::Message;
    use proptest::prelude::*;

    const MAPPING: &str = r#"{"entities": {"p": {"schema": "Person", "keys": ["이름"], "properties": {
        "name": {"column": "이름"}, "birthDate": {"column": "생년월일"}, "notes": {"column": "비고"}}}}}"#;

    fn import(table: &[u8]) -> Kept {
        let mapping = Mapping::from_json(MAPPING).unwrap();
        let mut kept = Kept::default();
        read_csv(table, &mapping, &context(), &mut kept).unwrap();
        kept
    }

    #[test]
    fn rows_that_were_set_aside_can_be_mended_and_read_again() {
        let table = "이름,생년월일,비고\n강서윤,2025-02-30,-10 kg\n김민수,1990-01-02,x\n";
        let kept = import(table.as_bytes());
        let headings: Vec<String> = ["이름", "생년월일", "비고"].map(String::from).to_vec();
        let mut writer = RowWriter::new(Vec::new()).unwrap();
        for (row, cells) in &kept.rows {
            writer.write(*row, &headings, cells).unwrap();
        }
        let rows = String::from_utf8(writer.finish().unwrap()).unwrap();
        assert_eq!(rows, "\u{feff}liaison_row,이름,생년월일,비고\n2,강서윤,2025-02-30,'-10 kg\n");

        let again = import(rows.replace("02-30", "02-28").as_bytes());

        assert_eq!(again.faults(), [""; 0]);
        let values: Vec<_> = again.drafts.iter().map(|d| d.statement.value.as_str()).collect();
        assert_eq!(values, ["2025-02-28", "강서윤", "-10 kg"]);
    }

    #[test]
    fn a_problem_is_a_line_that_says_where_and_what() {
        let catalogue = Catalogue::for_language("en");
        let mut writer = ProblemWriter::new(Vec::new(), &catalogue).unwrap();
        let place = Place {
            file: "a.csv".into(),
            row: Some(41),
            column: Some("reported".into()),
            field: None,
        };
        let value = ShownValue::Covered("=1+1".into());
        let (reason, hint) = (Message::new("no-such-key"), None);
        writer.write(&Problem { place, value, reason, hint, row_set_aside: true }).unwrap();

        let text = String::from_utf8(writer.finish().unwrap()).unwrap();
        let expected = "\u{feff}file,row,column,field,value,reason,hint\na.csv,41,reported,,'=1+1,[no-such-key],\n";
        assert_eq!(text, expected);
    }

    proptest! {
        #[test]
        fn a_harmless_cell_is_no_formula_and_comes_back(cell in "['=+@a-]{0,5}") {
            let written = harmless(&cell);

            prop_assert!(!is_formula(&written));
            prop_assert_eq!(as_it_was(&written), cell);
        }
    }
}
