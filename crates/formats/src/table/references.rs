//! Looks over the XML of a sheet for cell references that no sheet has.
//!
//! The reader of workbooks computes with references (`A1`, `B2:C9`) before it looks at their size,
//! and a reference of many letters or digits overflows. So each part is looked over while its
//! expanded size is measured, without keeping more of it than one short attribute.

use std::io::{self, Write};

/// Takes the bytes of a sheet, and remembers whether a reference in it was out of bounds.
#[derive(Debug, Default)]
pub(crate) struct ReferenceScan {
    state: State,
    name: Vec<u8>,
    value: Vec<u8>,
    out_of_bounds: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum State {
    #[default]
    Text,
    Tag,
    /// Between an attribute's name and its `=`.
    AfterName,
    /// Between `=` and the quotation mark.
    BeforeValue,
    /// Within a value that this mark ends.
    Value(u8),
}

impl ReferenceScan {
    /// Whether a reference was met that no sheet has.
    pub(crate) fn out_of_bounds(&self) -> bool {
        self.out_of_bounds
    }

    fn take(&mut self, byte: u8) {
        self.state = match (self.state, byte) {
            // A tag may begin anywhere, so that a quotation mark in a comment hides nothing.
            (_, b'<') => {
                self.name.clear();
                State::Tag
            }
            (State::Text, _) => State::Text,
            (State::Value(mark), byte) if byte == mark => {
                self.end_value();
                State::Tag
            }
            (State::Value(mark), byte) => {
                if self.value.len() <= REFERENCE_BYTES_MAX {
                    self.value.push(byte);
                }
                State::Value(mark)
            }
            (_, b'>') => State::Text,
            (State::BeforeValue, b'"' | b'\'') => {
                self.value.clear();
                State::Value(byte)
            }
            (State::Tag | State::AfterName, b'=') => State::BeforeValue,
            (State::Tag, byte) if byte.is_ascii_whitespace() => State::AfterName,
            (State::AfterName, byte) if byte.is_ascii_whitespace() => State::AfterName,
            (State::AfterName, byte) => {
                self.name.clear();
                self.name.push(byte);
                State::Tag
            }
            (State::Tag, byte) => {
                if self.name.len() < NAME_BYTES_MAX {
                    self.name.push(byte);
                }
                State::Tag
            }
            (State::BeforeValue, _) => State::BeforeValue,
        };
    }

    fn end_value(&mut self) {
        if matches!(self.name.as_slice(), b"r" | b"ref") {
            self.out_of_bounds |= !fits(&self.value);
        }
        self.name.clear();
    }
}

impl Write for ReferenceScan {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for byte in bytes {
            self.take(*byte);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Whether a reference has no more letters and digits than a sheet needs, and its second corner
/// comes after its first.
fn fits(reference: &[u8]) -> bool {
    if REFERENCE_BYTES_MAX < reference.len() {
        return false;
    }
    let mut corners = Vec::new();
    for corner in reference.split(|byte| *byte == b':') {
        let letters = corner.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let digits = corner.len() - letters;
        if LETTERS_MAX < letters || DIGITS_MAX < digits {
            return false;
        }
        let (column, row) = corner.split_at(letters);
        // Of two numbers without leading zeros the longer is the greater; so it is with letters.
        corners.push(((letters, column.to_ascii_uppercase()), (digits, row)));
    }
    corners.windows(2).all(|pair| match pair {
        [(first_column, first_row), (last_column, last_row)] => {
            first_column <= last_column && first_row <= last_row
        }
        _ => true,
    })
}

/// Columns end at XFD.
const LETTERS_MAX: usize = 3;

/// Rows end at 1,048,576.
const DIGITS_MAX: usize = 7;

/// `XFD1048576:XFD1048576` and some room.
const REFERENCE_BYTES_MAX: usize = 40;

/// The attributes looked for have one and three letters.
const NAME_BYTES_MAX: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;

    fn check(xml: &str, expected: bool) {
        let mut scan = ReferenceScan::default();
        scan.write_all(xml.as_bytes()).unwrap();

        assert_eq!(scan.out_of_bounds(), expected, "{xml}");
    }

    #[test]
    fn references_that_no_sheet_has_are_found() {
        check("<dimension ref=\"A1:XFD1048576\"/><row r=\"1\"><c r=\"A1\" t=\"s\">", false);
        check("<c r=\"AAAAAAAA1\">", true);
        check("<c t=\"n\" r = 'A99999999999'>", true);
        check("<dimension ref=\"B2:A1\"/>", true);
        check("<dimension ref=\"Z9:AA10\"/>", false);
        check("<!-- \" --><c r=\"AAAAAAAA1\">", true);
        check("<c r:id=\"AAAAAAAA1\">r=\"AAAAAAAA1\"</c>", false);
    }
}
