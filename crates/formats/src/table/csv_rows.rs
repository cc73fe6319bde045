//! Rows of a text with separators (RFC 4180, and what spreadsheets make of it).
//!
//! The `csv` crate keeps a record in memory until its last quotation mark closes, which in a
//! broken file is the end of the file. Here a row has a limit, and a quotation mark that never
//! closes costs the line it stands in: the lines after it are read as rows of their own.

use std::collections::VecDeque;
use std::io::{self, Read};

use super::encoding::{DecodingReader, Encoding};
use super::{CELL_BYTES_MAX, COLUMNS_MAX, Cell, Row, RowFault, Rows};
use crate::import::ReadError;
use crate::lines::LineReader;
use crate::words;

/// Rows of a stream of UTF-8 text.
pub(crate) struct CsvRows<R> {
    lines: LineReader<R>,
    /// Lines read ahead in the hope of a closing quotation mark.
    waiting: VecDeque<OwnedLine>,
    splitter: Splitter,
    decoded: bool,
    white_space: WhiteSpace,
    /// Whether a line that is not UTF-8 is read as Windows-1252.
    windows_1252: bool,
    number: u64,
    bytes_read: u64,
}

/// What becomes of white space at the ends of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WhiteSpace {
    /// It is an accident of typing.
    Dropped,
    /// It is part of the value.
    Kept,
}

struct OwnedLine {
    offset: u64,
    /// `None`: longer than a row may be.
    bytes: Option<Vec<u8>>,
}

/// What was found out about a table's layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Layout {
    pub encoding: Encoding,
    pub delimiter: u8,
    /// Whether the encoding is a legacy one, which a text does not say of itself.
    pub guessed: bool,
}

impl Layout {
    /// The layout of a table that begins with these bytes.
    pub(crate) fn of(head: &[u8]) -> Self {
        let encoding = Encoding::guess(head).unwrap_or(Encoding::Utf8);
        let guessed = !matches!(encoding, Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be);
        let mut text = String::new();
        // Reading from memory fails only where the text does, and then a part of it is enough.
        let _ = DecodingReader::new(head, encoding).read_to_string(&mut text);
        Self { encoding, delimiter: guess_delimiter(&text), guessed }
    }
}

/// The rows of a stream, which is told its layout from its first bytes.
pub(crate) fn open<'r>(
    mut input: impl Read + 'r,
) -> io::Result<(CsvRows<Box<dyn Read + 'r>>, Layout)> {
    let mut head = Vec::new();
    input.by_ref().take(crate::detect::HEAD_BYTES as u64).read_to_end(&mut head)?;
    let layout = Layout::of(&head);
    let whole = io::Cursor::new(head).chain(input);
    let decoded = layout.encoding != Encoding::Utf8;
    let text: Box<dyn Read + 'r> = match layout.encoding {
        Encoding::Utf8 => Box::new(whole),
        encoding => Box::new(DecodingReader::new(whole, encoding)),
    };
    Ok((CsvRows::new(text, layout.delimiter, decoded), layout))
}

impl<R: Read> CsvRows<R> {
    /// Rows of UTF-8 text; `decoded` says that it was made from another encoding, so that U+FFFD
    /// in it stands for a fault.
    pub(crate) fn new(input: R, delimiter: u8, decoded: bool) -> Self {
        Self {
            lines: LineReader::new(input, ROW_BYTES_MAX),
            waiting: VecDeque::new(),
            splitter: Splitter::new(delimiter),
            decoded,
            white_space: WhiteSpace::Dropped,
            windows_1252: false,
            number: 0,
            bytes_read: 0,
        }
    }

    /// The same rows; a line that is not UTF-8 is taken for Windows-1252, which has a letter for
    /// every byte.
    pub(crate) fn or_windows_1252(self) -> Self {
        Self { windows_1252: true, ..self }
    }

    /// The same rows with cells as they stand in the file.
    pub(crate) fn exact(self) -> Self {
        Self { white_space: WhiteSpace::Kept, ..self }
    }

    /// The row as it was fed.
    fn fed(&self, fault: Option<RowFault>) -> Row {
        Row { number: self.number, cells: self.splitter.cells(self.white_space), fault }
    }

    fn line(&mut self) -> io::Result<Option<OwnedLine>> {
        match self.waiting.pop_front() {
            Some(line) => Ok(Some(line)),
            None => self.fresh_line(),
        }
    }

    fn fresh_line(&mut self) -> io::Result<Option<OwnedLine>> {
        let Some(line) = self.lines.next()? else { return Ok(None) };
        self.bytes_read = line.offset;
        let bytes = line.bytes.map(|bytes| match std::str::from_utf8(bytes) {
            Err(_) if self.windows_1252 => {
                let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes);
                text.into_owned().into_bytes()
            }
            _ => bytes.to_vec(),
        });
        Ok(Some(OwnedLine { offset: line.offset, bytes }))
    }

    /// The row that begins with `first`, with as many further lines as its quotation marks need.
    fn row(&mut self, first: OwnedLine) -> io::Result<Row> {
        let Some(bytes) = first.bytes else {
            let fault = Some(RowFault::TooLong);
            return Ok(Row { number: self.number, cells: Vec::new(), fault });
        };
        self.splitter.start();
        let text = match std::str::from_utf8(&bytes) {
            Ok(text) => text,
            Err(error) => {
                let offset = Some(first.offset + error.valid_up_to() as u64);
                self.splitter.feed_line(&String::from_utf8_lossy(&bytes));
                return Ok(self.fed(Some(RowFault::Encoding { offset })));
            }
        };
        self.splitter.feed_line(text);
        let broken = self.fault_in(text);
        if !self.splitter.is_whole && broken.is_none() {
            return self.quoted_row(text);
        }
        Ok(self.fed(broken.or_else(|| self.splitter.fault())))
    }

    /// Reads on for the closing quotation mark. Where none comes, the first line alone is at
    /// fault and the others wait to be rows of their own.
    fn quoted_row(&mut self, first: &str) -> io::Result<Row> {
        let mut taken = VecDeque::new();
        let mut bytes = first.len();
        while !self.splitter.is_whole && taken.len() < ROW_LINES_MAX {
            let Some(line) = self.line()? else { break };
            let text = line.bytes.as_deref().and_then(|bytes| std::str::from_utf8(bytes).ok());
            let usable = text.filter(|text| self.fault_in(text).is_none());
            bytes += usable.map_or(ROW_BYTES_MAX, |text| text.len() + 1);
            if let Some(text) = usable.filter(|_| bytes <= ROW_BYTES_MAX) {
                self.splitter.feed_line(text);
            }
            taken.push_back(line);
            if ROW_BYTES_MAX < bytes {
                break;
            }
        }
        if !self.splitter.is_whole || ROW_BYTES_MAX < bytes {
            while let Some(line) = taken.pop_back() {
                self.waiting.push_front(line);
            }
            self.splitter.start();
            self.splitter.feed_line(first);
            return Ok(self.fed(Some(RowFault::OpenQuote)));
        }
        Ok(self.fed(self.splitter.fault()))
    }

    fn fault_in(&self, text: &str) -> Option<RowFault> {
        if text.contains('\0') {
            return Some(RowFault::NulByte);
        }
        let replaced = self.decoded && text.contains(char::REPLACEMENT_CHARACTER);
        replaced.then_some(RowFault::Encoding { offset: None })
    }
}

impl<R: Read> Rows for CsvRows<R> {
    fn next_row(&mut self) -> Result<Option<Row>, ReadError> {
        let Some(line) = self.line()? else { return Ok(None) };
        self.number += 1;
        Ok(Some(self.row(line)?))
    }

    fn bytes_read(&self) -> u64 {
        self.bytes_read
    }

    fn may_end_early(&self) -> bool {
        false
    }
}

/// Tells one row apart into cells, line by line.
struct Splitter {
    parser: csv_core::Reader,
    /// The cells without quotation marks, one after the other.
    text: Vec<u8>,
    written: usize,
    /// Where in `text` each finished cell ends.
    ends: Vec<usize>,
    finished: usize,
    is_whole: bool,
    surplus: bool,
}

impl Splitter {
    fn new(delimiter: u8) -> Self {
        let mut parser = csv_core::ReaderBuilder::new();
        parser.delimiter(delimiter).terminator(csv_core::Terminator::Any(b'\n'));
        Self {
            parser: parser.build(),
            text: Vec::new(),
            written: 0,
            ends: vec![0; COLUMNS_MAX + 1],
            finished: 0,
            is_whole: false,
            surplus: false,
        }
    }

    /// Forgets the row that was fed, whole or not.
    fn start(&mut self) {
        if !self.is_whole {
            self.parser.reset();
        }
        (self.written, self.finished) = (0, 0);
        (self.is_whole, self.surplus) = (false, false);
    }

    /// Takes a line whose `\n` is gone. A `\r` at its end belongs to the line's end, or within
    /// quotation marks to the cell.
    fn feed_line(&mut self, line: &str) {
        let is_first = self.written == 0 && self.finished == 0;
        if is_first && line.trim_end_matches('\r').is_empty() {
            // The parser passes over empty lines; here each is a row.
            (self.ends[0], self.finished, self.is_whole) = (0, 1, true);
            return;
        }
        self.feed(line.as_bytes());
        self.feed(b"\n");
        if self.is_whole && line.ends_with('\r') {
            self.ends[self.finished - 1] -= 1;
        }
    }

    fn feed(&mut self, mut bytes: &[u8]) {
        self.text.resize(self.written + bytes.len() + 1, 0);
        while !bytes.is_empty() {
            let (text, ends) = (&mut self.text[self.written..], &mut self.ends[self.finished..]);
            let (result, read, written, finished) = self.parser.read_record(bytes, text, ends);
            bytes = &bytes[read..];
            self.written += written;
            self.finished += finished;
            self.is_whole = result == csv_core::ReadRecordResult::Record;
            if COLUMNS_MAX < self.finished && !self.is_whole {
                (self.finished, self.surplus) = (COLUMNS_MAX, true);
            }
        }
    }

    fn fault(&self) -> Option<RowFault> {
        (self.surplus || COLUMNS_MAX < self.finished).then_some(RowFault::TooManyCells)
    }

    /// The cells so far, the last of them perhaps without its end.
    fn cells(&self, white_space: WhiteSpace) -> Vec<Cell> {
        let mut start = 0;
        let mut next = |end: usize| {
            let text = String::from_utf8_lossy(&self.text[start..end.max(start)]);
            start = end;
            cell(&text, white_space)
        };
        let finished = &self.ends[..self.finished.min(COLUMNS_MAX)];
        let mut cells: Vec<_> = finished.iter().map(|end| next(*end)).collect();
        if !self.is_whole && !self.surplus {
            // The last line's end was taken for a part of the cell.
            cells.push(next(self.written.saturating_sub(1)));
        }
        cells
    }
}

fn cell(text: &str, white_space: WhiteSpace) -> Cell {
    let too_long = CELL_BYTES_MAX < text.len();
    let text = match white_space {
        WhiteSpace::Dropped => text.trim(),
        WhiteSpace::Kept => text,
    };
    Cell { text: text.to_owned(), fault: too_long.then_some(words::CELL_TOO_LONG) }
}

/// The separator that splits the first rows most evenly: the one whose least count in any of them
/// is highest. A comma where none does.
fn guess_delimiter(text: &str) -> u8 {
    let lines: Vec<&str> =
        text.lines().filter(|line| !line.trim().is_empty()).take(SNIFFED_LINES).collect();
    // The last line may be cut, and one line alone is all there is to go by.
    let lines = if 1 < lines.len() { &lines[..lines.len() - 1] } else { &lines[..] };
    let least = |delimiter: u8| {
        let mut splitter = Splitter::new(delimiter);
        let count = |line: &&str| {
            splitter.start();
            splitter.feed_line(line);
            splitter.finished
        };
        lines.iter().map(count).min().unwrap_or_default()
    };
    // The first of equals wins.
    DELIMITERS.iter().copied().rev().max_by_key(|&delimiter| least(delimiter)).unwrap_or(b',')
}

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How many lines are looked at for the separator.
const SNIFFED_LINES: usize = 20;

/// Longest row, in bytes.
const ROW_BYTES_MAX: usize = 1 << 20;

/// Most lines that one row may take in quotation marks.
const ROW_LINES_MAX: usize = 1000;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(input: &str) -> Vec<Row> {
        let (mut reader, _) = open(input.as_bytes()).unwrap();
        std::iter::from_fn(|| reader.next_row().unwrap()).collect()
    }

    fn texts(input: &str) -> Vec<Vec<String>> {
        rows(input).iter().map(Row::texts).collect()
    }

    #[test]
    fn quotation_marks_keep_separators_lines_and_marks_together() {
        let found = texts("a,\"b, \"\"c\"\"\nd\",e\r\n\"\",5\" pipe,\n");

        assert_eq!(found, [vec!["a", "b, \"c\"\nd", "e"], vec!["", "5\" pipe", ""]]);
    }

    #[test]
    fn line_ends_of_either_kind_end_a_row_and_stay_in_quotation_marks() {
        let found = texts("a,\r\n\r\n\nb,\"x\r\ny\r\"\r\n");

        assert_eq!(found, [vec!["a", ""], vec![""], vec![""], vec!["b", "x\r\ny"]]);
    }

    #[test]
    fn a_row_of_too_many_cells_is_at_fault_and_keeps_as_many_as_a_table_has() {
        let row = |cells: usize| format!("{}\n", vec!["x"; cells].join(","));
        let text = [COLUMNS_MAX, COLUMNS_MAX + 1, 3 * COLUMNS_MAX, 2].map(row).concat();

        let found: Vec<_> =
            rows(&text).into_iter().map(|row| (row.cells.len(), row.fault)).collect();

        let surplus = (COLUMNS_MAX, Some(RowFault::TooManyCells));
        assert_eq!(found, [(COLUMNS_MAX, None), surplus.clone(), surplus, (2, None)]);
    }

    #[test]
    fn a_quotation_mark_that_never_closes_costs_one_row() {
        let found = rows("a,b\n1,\"2\n3,4\n5,6\n");

        let faults: Vec<_> = found.iter().map(|row| (row.number, row.fault.clone())).collect();
        assert_eq!(faults, [(1, None), (2, Some(RowFault::OpenQuote)), (3, None), (4, None)]);
        assert_eq!(found[1].texts(), ["1", "2"]);
        assert_eq!(found[3].texts(), ["5", "6"]);
    }

    #[test]
    fn a_quotation_mark_does_not_reach_beyond_the_longest_row() {
        let text = format!("a,\"{}\nb,c\n", "x\n".repeat(ROW_LINES_MAX + 1));
        let found = rows(&text);

        assert_eq!(found[0].fault, Some(RowFault::OpenQuote));
        assert_eq!(found.len(), ROW_LINES_MAX + 3);
        assert_eq!(found.last().unwrap().texts(), ["b", "c"]);
    }

    #[test]
    fn the_separator_is_found_out() {
        for (text, expected) in [
            ("a;b;c\n1,5;2;3\n4,1;5;6\n", b';'),
            ("a\tb\n1,2\t3\n1\t1\n", b'\t'),
            ("a|b\n1|2\n", b'|'),
            ("one column\nvalue\n", b','),
            ("a,b;c\n1,2\n", b','),
        ] {
            let layout = Layout::of(text.as_bytes());
            assert_eq!(layout.delimiter, expected, "{text}");
        }
    }

    #[test]
    fn a_row_in_another_encoding_is_at_fault_and_shows_where() {
        let (mut reader, _) = open(&b"a,b\n\xb0\xad,x\n"[..]).unwrap();
        reader.next_row().unwrap();
        let row = reader.next_row().unwrap().unwrap();

        assert_eq!(row.fault, Some(RowFault::Encoding { offset: Some(4) }));
        assert_eq!(row.cells.len(), 2);
    }

    #[test]
    fn a_utf16_table_is_read() {
        let mut bytes = b"\xff\xfe".to_vec();
        bytes.extend("이름,a\n강,b\n".encode_utf16().flat_map(u16::to_le_bytes));
        let (mut reader, _) = open(&bytes[..]).unwrap();

        assert_eq!(reader.next_row().unwrap().unwrap().texts(), ["이름", "a"]);
        assert_eq!(reader.next_row().unwrap().unwrap().texts(), ["강", "b"]);
    }

    proptest! {
        #[test]
        fn what_the_csv_crate_writes_is_read_back(table in prop::collection::vec(prop::collection::vec("[ab\",;\n가]{0,6}", 2), 1..6)) {
            let mut bytes = Vec::new();
            let mut writer = csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(&mut bytes);
            for row in &table {
                writer.write_record(row).unwrap();
            }
            drop(writer);

            let mut reader = CsvRows::new(&bytes[..], b',', false);
            for row in &table {
                let expected: Vec<_> = row.iter().map(|cell| cell.trim().to_owned()).collect();
                prop_assert_eq!(reader.next_row().unwrap().unwrap().texts(), expected);
            }
            prop_assert!(reader.next_row().unwrap().is_none());
        }

        #[test]
        fn any_text_is_read_without_a_panic_and_to_its_end(text in "[ab\",\n\r\0]{0,60}") {
            let mut reader = CsvRows::new(text.as_bytes(), b',', false);
            let mut rows = 0;
            while reader.next_row().unwrap().is_some() {
                rows += 1;
            }
            prop_assert!(rows <= text.matches('\n').count() + 1);
        }
    }
}
