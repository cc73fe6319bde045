//! Lines of a stream, each of bounded length.
//!
//! A line that is too long is passed over in constant memory and reported once, so that a
//! five-gigabyte line from a pipe costs no more than a short one.

use std::io::{self, BufRead, BufReader, Read};

/// Reads a stream line by line. A byte order mark before the first line is dropped, and so is
/// each `\n`; a `\r` before it stays, since it may stand within a quoted cell.
pub struct LineReader<R> {
    input: BufReader<R>,
    line: Vec<u8>,
    line_bytes_max: usize,
    number: u64,
    bytes_read: u64,
}

/// One line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'a> {
    /// Its number, from 1.
    pub number: u64,
    /// Where in the stream it begins, in bytes.
    pub offset: u64,
    /// Its bytes without the `\n`; `None` when it was too long and was passed over.
    pub bytes: Option<&'a [u8]>,
}

impl<R: Read> LineReader<R> {
    /// Reads lines of not more than so many bytes.
    pub fn new(input: R, line_bytes_max: usize) -> Self {
        let input = BufReader::with_capacity(BUFFER_BYTES, input);
        Self { input, line: Vec::new(), line_bytes_max, number: 0, bytes_read: 0 }
    }

    /// The next line, or `None` at the end of the stream.
    ///
    /// # Errors
    ///
    /// When the stream cannot be read.
    #[allow(clippy::should_implement_trait)] // a line borrows from its reader
    pub fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        let offset = self.bytes_read;
        self.line.clear();
        let limit = self.line_bytes_max as u64 + 1; // the line and its end
        let read = self.input.by_ref().take(limit).read_until(b'\n', &mut self.line)?;
        if read == 0 {
            return Ok(None);
        }
        self.bytes_read += read as u64;
        self.number += 1;
        let ended = self.line.pop_if(|byte| *byte == b'\n').is_some();
        let kept = ended || self.line.len() <= self.line_bytes_max;
        if !kept {
            self.line = Vec::new(); // gives back what the long line took
            self.bytes_read += self.input.skip_until(b'\n')? as u64;
        }
        let bytes = kept.then(|| trimmed(&self.line, self.number));
        Ok(Some(Line { number: self.number, offset, bytes }))
    }
}

fn trimmed(line: &[u8], number: u64) -> &[u8] {
    if number == 1 { line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(line) } else { line }
}

/// UTF-8's byte order mark, which Windows writes before a text.
pub(crate) const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

const BUFFER_BYTES: usize = 64 * 1024;

/// The disk's own error behind one of the CSV writer, so that its kind can be told.
pub(crate) fn disk_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        kind => io::Error::other(format!("{kind:?}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(input: &[u8], line_bytes_max: usize) -> Vec<Option<Vec<u8>>> {
        let mut reader = LineReader::new(input, line_bytes_max);
        let mut lines = Vec::new();
        while let Some(line) = reader.next().unwrap() {
            lines.push(line.bytes.map(<[u8]>::to_vec));
        }
        lines
    }

    #[test]
    fn a_byte_order_mark_and_line_ends_are_dropped() {
        let found = lines(b"\xEF\xBB\xBFone\ntwo\nthree", 100);

        assert_eq!(found, [Some(b"one".to_vec()), Some(b"two".to_vec()), Some(b"three".to_vec())]);
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over_and_the_next_one_is_read() {
        let found = lines(b"12345\n123456\n1\n", 5);

        assert_eq!(found, [Some(b"12345".to_vec()), None, Some(b"1".to_vec())]);
    }

    #[test]
    fn a_line_without_an_end_takes_little_memory() {
        let endless = io::repeat(b'x').take(5 << 20).chain(&b"\nlast"[..]);
        let mut reader = LineReader::new(endless, 1 << 16);

        assert_eq!(reader.next().unwrap(), Some(Line { number: 1, offset: 0, bytes: None }));
        assert!(reader.line.capacity() == 0);
        let last = Line { number: 2, offset: (5 << 20) + 1, bytes: Some(b"last") };
        assert_eq!(reader.next().unwrap(), Some(last));
    }

    proptest! {
        #[test]
        fn lines_are_those_of_the_standard_library(text in "[ab\n]{0,40}") {
            let found: Vec<_> = lines(text.as_bytes(), 100).into_iter().flatten().collect();
            let expected: Vec<_> = text.lines().map(|line| line.as_bytes().to_vec()).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
