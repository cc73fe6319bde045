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
    delimiter: char,
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

/// How a table's text is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CsvOptions {
    /// The encoding, where somebody named it; else it is guessed.
    pub encoding: Option<Encoding>,
    /// The character between cells, where somebody named it; else it is guessed.
    pub delimiter: Option<char>,
}

/// What was found out about a table's layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Layout {
    pub encoding: Encoding,
    pub delimiter: char,
    /// Whether the encoding is a legacy one that nobody named.
    pub guessed: bool,
}

impl Layout {
    /// The layout of a table that begins with these bytes.
    pub(crate) fn of(head: &[u8], options: CsvOptions) -> Self {
        let found = Encoding::guess(head);
        let encoding = options.encoding.or(found).unwrap_or(Encoding::Utf8);
        let legacy = !matches!(encoding, Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be);
        let guessed = options.encoding.is_none() && legacy;
        let mut text = String::new();
        // Reading from memory fails only where the text does, and then a part of it is enough.
        let _ = DecodingReader::new(head, encoding).read_to_string(&mut text);
        let delimiter = options.delimiter.unwrap_or_else(|| guess_delimiter(&text));
        Self { encoding, delimiter, guessed }
    }
}

/// The rows of a stream, which is told its layout from its first bytes.
pub(crate) fn open<'r>(
    mut input: impl Read + 'r,
    options: CsvOptions,
) -> io::Result<(CsvRows<Box<dyn Read + 'r>>, Layout)> {
    let mut head = Vec::new();
    input.by_ref().take(crate::detect::HEAD_BYTES as u64).read_to_end(&mut head)?;
    let layout = Layout::of(&head, options);
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
    pub(crate) fn new(input: R, delimiter: char, decoded: bool) -> Self {
        let lines = LineReader::new(input, ROW_BYTES_MAX);
        let white_space = WhiteSpace::Dropped;
        let waiting = VecDeque::new();
        let windows_1252 = false;
        Self {
            lines,
            waiting,
            delimiter,
            decoded,
            white_space,
            windows_1252,
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

    fn splitter(&self) -> Splitter {
        Splitter::new(self.delimiter, self.white_space)
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
        let number = self.number;
        let whole = |cells, fault| Row { number, cells, fault };
        let Some(bytes) = first.bytes else {
            return Ok(whole(Vec::new(), Some(RowFault::TooLong)));
        };
        let mut splitter = self.splitter();
        let text = match std::str::from_utf8(&bytes) {
            Ok(text) => text,
            Err(error) => {
                let offset = Some(first.offset + error.valid_up_to() as u64);
                splitter.feed_line(&String::from_utf8_lossy(&bytes));
                return Ok(whole(splitter.cells(), Some(RowFault::Encoding { offset })));
            }
        };
        splitter.feed_line(text);
        let broken = self.fault_in(text);
        if splitter.in_quotes && broken.is_none() {
            return self.quoted_row(&bytes, splitter);
        }
        let fault = broken.or_else(|| splitter.fault());
        Ok(whole(splitter.cells(), fault))
    }

    /// Reads on for the closing quotation mark. Where none comes, the first line alone is at
    /// fault and the others wait to be rows of their own.
    fn quoted_row(&mut self, first: &[u8], mut splitter: Splitter) -> io::Result<Row> {
        let number = self.number;
        let mut taken = VecDeque::new();
        let mut bytes = first.len();
        while splitter.in_quotes && taken.len() < ROW_LINES_MAX {
            let Some(line) = self.line()? else { break };
            let text = line.bytes.as_deref().and_then(|bytes| std::str::from_utf8(bytes).ok());
            let usable = text.filter(|text| self.fault_in(text).is_none());
            bytes += usable.map_or(ROW_BYTES_MAX, |text| text.len() + 1);
            if let Some(text) = usable.filter(|_| bytes <= ROW_BYTES_MAX) {
                splitter.feed("\n");
                splitter.feed_line(text);
            }
            taken.push_back(line);
            if ROW_BYTES_MAX < bytes {
                break;
            }
        }
        if splitter.in_quotes || ROW_BYTES_MAX < bytes {
            while let Some(line) = taken.pop_back() {
                self.waiting.push_front(line);
            }
            let mut alone = self.splitter();
            alone.feed_line(&String::from_utf8_lossy(first));
            return Ok(Row { number, cells: alone.cells(), fault: Some(RowFault::OpenQuote) });
        }
        let fault = splitter.fault();
        Ok(Row { number, cells: splitter.cells(), fault })
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

/// Tells one row apart into cells.
struct Splitter {
    delimiter: char,
    white_space: WhiteSpace,
    cells: Vec<Cell>,
    cell: String,
    in_quotes: bool,
    /// A quotation mark was just met inside quotes: the end of them, or one half of `""`.
    after_quote: bool,
    surplus: bool,
}

impl Splitter {
    fn new(delimiter: char, white_space: WhiteSpace) -> Self {
        Self {
            delimiter,
            white_space,
            cells: Vec::new(),
            cell: String::new(),
            in_quotes: false,
            after_quote: false,
            surplus: false,
        }
    }

    /// Takes a line whose `\n` is gone. A `\r` at its end belongs to the line's end, or within
    /// quotation marks to the cell.
    fn feed_line(&mut self, line: &str) {
        let bare = line.strip_suffix('\r').unwrap_or(line);
        self.feed(bare);
        if bare.len() < line.len() && self.in_quotes {
            self.feed("\r");
        }
    }

    fn feed(&mut self, text: &str) {
        for letter in text.chars() {
            if self.in_quotes {
                match letter {
                    '"' => (self.in_quotes, self.after_quote) = (false, true),
                    other => self.cell.push(other),
                }
            } else if letter == '"' && (self.after_quote || self.cell.is_empty()) {
                if self.after_quote {
                    self.cell.push('"');
                }
                (self.in_quotes, self.after_quote) = (true, false);
            } else if letter == self.delimiter {
                self.end_cell();
            } else {
                self.after_quote = false;
                self.cell.push(letter);
            }
        }
    }

    fn end_cell(&mut self) {
        self.after_quote = false;
        let text = std::mem::take(&mut self.cell);
        if self.cells.len() == COLUMNS_MAX {
            self.surplus = true;
            return;
        }
        let too_long = CELL_BYTES_MAX < text.len();
        let fault = too_long.then_some(words::CELL_TOO_LONG);
        let text = match self.white_space {
            WhiteSpace::Dropped => text.trim().to_owned(),
            WhiteSpace::Kept => text,
        };
        self.cells.push(Cell { text, fault });
    }

    fn fault(&self) -> Option<RowFault> {
        self.surplus.then_some(RowFault::TooManyCells)
    }

    fn cells(mut self) -> Vec<Cell> {
        self.end_cell();
        self.cells
    }
}

/// The separator that splits the first rows most evenly: the one whose least count in any of them
/// is highest. A comma where none does.
fn guess_delimiter(text: &str) -> char {
    let lines: Vec<&str> =
        text.lines().filter(|line| !line.trim().is_empty()).take(SNIFFED_LINES).collect();
    // The last line may be cut, and one line alone is all there is to go by.
    let lines = if 1 < lines.len() { &lines[..lines.len() - 1] } else { &lines[..] };
    let least = |delimiter: char| {
        let count = |line: &&str| {
            let mut splitter = Splitter::new(delimiter, WhiteSpace::Dropped);
            splitter.feed_line(line);
            splitter.cells.len()
        };
        lines.iter().map(count).min().unwrap_or_default()
    };
    // The first of equals wins.
    DELIMITERS.iter().copied().rev().max_by_key(|&delimiter| least(delimiter)).unwrap_or(',')
}

const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

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
        let (mut reader, _) = open(input.as_bytes(), CsvOptions::default()).unwrap();
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
            ("a;b;c\n1,5;2;3\n4,1;5;6\n", ';'),
            ("a\tb\n1,2\t3\n1\t1\n", '\t'),
            ("a|b\n1|2\n", '|'),
            ("one column\nvalue\n", ','),
            ("a,b;c\n1,2\n", ','),
        ] {
            let layout = Layout::of(text.as_bytes(), CsvOptions::default());
            assert_eq!(layout.delimiter, expected, "{text}");
        }
    }

    #[test]
    fn a_row_in_another_encoding_is_at_fault_and_shows_where() {
        let (mut reader, _) = open(&b"a,b\n\xb0\xad,x\n"[..], CsvOptions::default()).unwrap();
        reader.next_row().unwrap();
        let row = reader.next_row().unwrap().unwrap();

        assert_eq!(row.fault, Some(RowFault::Encoding { offset: Some(4) }));
        assert_eq!(row.cells.len(), 2);
    }

    #[test]
    fn a_utf16_table_is_read() {
        let mut bytes = b"\xff\xfe".to_vec();
        bytes.extend("이름,a\n강,b\n".encode_utf16().flat_map(u16::to_le_bytes));
        let (mut reader, _) = open(&bytes[..], CsvOptions::default()).unwrap();

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

            let mut reader = CsvRows::new(&bytes[..], ',', false);
            for row in &table {
                let expected: Vec<_> = row.iter().map(|cell| cell.trim().to_owned()).collect();
                prop_assert_eq!(reader.next_row().unwrap().unwrap().texts(), expected);
            }
            prop_assert!(reader.next_row().unwrap().is_none());
        }

        #[test]
        fn any_text_is_read_without_a_panic_and_to_its_end(text in "[ab\",\n\r\0]{0,60}") {
            let mut reader = CsvRows::new(text.as_bytes(), ',', false);
            let mut rows = 0;
            while reader.next_row().unwrap().is_some() {
                rows += 1;
            }
            prop_assert!(rows <= text.matches('\n').count() + 1);
        }
    }
}
