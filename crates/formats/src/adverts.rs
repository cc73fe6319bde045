//! Texts that may be adverts, from whatever they come in: a table, lines of JSON, a web page, an
//! e-mail, a web archive, or plain text.
//!
//! # Invariants
//!
//! * What cannot be read is told by row and skipped; the next one is read.
//! * One text is in memory at a time, and a packed archive is unpacked to a limit.

mod archive;
mod form;
mod page;

use std::io::{self, Read};

use flate2::read::MultiGzDecoder;
use liaison_model::messages::Message;
use serde_json::{Map, Value};

use crate::import::ReadError;
use crate::lines::{BYTE_ORDER_MARK, LineReader};
use crate::mail::read_mail;
use crate::table::plain::PlainTable;
use archive::Archive;
pub use form::{TakedownForm, TakedownItem};

/// One text with what its file says about it. What it does not say is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AdvertText {
    /// The row's own id, or its number.
    pub id: String,
    /// The words.
    pub text: String,
    /// Where it stood.
    pub url: String,
    /// On which platform.
    pub platform: String,
    /// When it was posted.
    pub posted: String,
    /// When somebody or some program saw it.
    pub seen: String,
    /// In which language it is said to be.
    pub language: String,
    /// Who handed it in.
    pub source: String,
    /// What was decided, where a column of decisions is asked for.
    pub label: String,
}

/// A text with its row, or why the row has none.
pub type AdvertRow = (u64, Result<AdvertText, Message>);

/// A file of texts, read one by one.
pub struct AdvertTexts<'r> {
    input: Input<'r>,
    label: Option<String>,
}

enum Input<'r> {
    Lines(LineReader<Box<dyn Read + Send + 'r>>),
    Table { table: Box<PlainTable<'r>>, columns: Columns },
    Archive(Box<Archive<'r>>),
    One(Option<Box<AdvertText>>),
}

/// Why there are no texts in a file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AdvertFileError {
    /// It cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It has bytes that no text has.
    #[error("this is no text")]
    NotText,
    /// It is a table without the column.
    #[error("there is no such column")]
    NoColumn {
        /// Which one.
        column: String,
        /// Those that it has.
        headings: String,
    },
    /// It is one text that is longer than what is read.
    #[error("more than {megabytes} MB")]
    TooLong {
        /// So much is read.
        megabytes: u64,
    },
}

impl AdvertFileError {
    /// The error in words; `None` where the disk's own error says it.
    #[must_use]
    pub fn message(&self, file: &str) -> Option<Message> {
        Some(match self {
            Self::Read(_) => return None,
            Self::NotText => Message::new("advert-not-text").with("file", file),
            Self::NoColumn { column, headings } => Message::new("advert-no-column")
                .with("file", file)
                .with("column", column)
                .with("headings", headings),
            Self::TooLong { megabytes } => {
                Message::new("advert-file-too-long").with("file", file).count("most", *megabytes)
            }
        })
    }
}

impl From<io::Error> for AdvertFileError {
    fn from(error: io::Error) -> Self {
        Self::Read(error.into())
    }
}

impl<'r> AdvertTexts<'r> {
    /// Looks at the beginning of a file and says what it is. With `label`, the column of decisions.
    ///
    /// # Errors
    ///
    /// [`AdvertFileError`] when it holds no texts.
    pub fn open(
        input: impl Read + Send + 'r,
        label: Option<&str>,
    ) -> Result<Self, AdvertFileError> {
        let (head, input) = with_head(Box::new(input))?;
        let (head, input) = match head.starts_with(GZIP) {
            false => (head, input),
            true => with_head(Box::new(MultiGzDecoder::new(input).take(UNPACKED_BYTES_MAX)))?,
        };
        let label = label.map(str::to_owned);
        let input = Self::input(&head, input, label.as_deref())?;
        Ok(Self { input, label })
    }

    fn input(
        head: &[u8],
        input: Box<dyn Read + Send + 'r>,
        label: Option<&str>,
    ) -> Result<Input<'r>, AdvertFileError> {
        // A web archive holds pictures, too.
        if head.starts_with(b"WARC/") {
            return Ok(Input::Archive(Box::new(Archive::new(input))));
        }
        // UTF-16 has such bytes, too, and begins with a mark.
        let has_mark = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
        if head.contains(&0) && !has_mark {
            return Err(AdvertFileError::NotText);
        }
        let start = head.strip_prefix(BYTE_ORDER_MARK).unwrap_or(head).trim_ascii_start();
        let lower = start.get(..PAGE_HEAD).unwrap_or(start).to_ascii_lowercase();
        if start.first() == Some(&b'{') {
            return Ok(Input::Lines(LineReader::new(input, LINE_BYTES_MAX)));
        }
        if PAGE_STARTS.iter().any(|mark| lower.starts_with(mark)) {
            let page = page::read(&whole(input)?, "");
            return Ok(Input::One(Some(Box::new(AdvertText { id: "1".into(), ..page }))));
        }
        if crate::mail::has_headers(head) {
            let mail = read_mail(&whole(input)?);
            let subject = mail.subject.unwrap_or_default();
            let text = AdvertText {
                id: "1".to_owned(),
                text: [subject.as_str(), &mail.text].join("\n").trim().to_owned(),
                platform: "e-mail".to_owned(),
                posted: mail.sent.map(|day| day.to_string()).unwrap_or_default(),
                ..AdvertText::default()
            };
            return Ok(Input::One(Some(Box::new(text))));
        }
        let table = PlainTable::open(input)?;
        let columns = Columns::of(table.headings(), label)?;
        Ok(Input::Table { table: Box::new(table), columns })
    }

    /// The next row, or `None` at the end.
    ///
    /// # Errors
    ///
    /// When the file cannot be read on.
    pub fn next_row(&mut self) -> Result<Option<AdvertRow>, ReadError> {
        match &mut self.input {
            Input::One(text) => Ok(text.take().map(|text| (1, Ok(*text)))),
            Input::Archive(archive) => archive.next_text(),
            Input::Lines(lines) => loop {
                let Some(line) = lines.next()? else { return Ok(None) };
                let read = match line.bytes {
                    Some(bytes) if bytes.trim_ascii().is_empty() => continue,
                    Some(bytes) => of_json(line.number, bytes, self.label.as_deref()),
                    None => Err(Message::new("advert-line-too-long")),
                };
                return Ok(Some((line.number, read)));
            },
            Input::Table { table, columns } => {
                let Some(row) = table.next_row()? else { return Ok(None) };
                let read = match row.fault {
                    Some((reason, _)) => Err(reason),
                    None => Ok(columns.text(row.number, &row.cells)),
                };
                Ok(Some((row.number, read)))
            }
        }
    }
}

/// Which column holds what.
struct Columns {
    text: usize,
    others: [Option<usize>; OTHERS.len()],
    label: Option<usize>,
}

impl Columns {
    fn of(headings: &[String], label: Option<&str>) -> Result<Self, AdvertFileError> {
        let place = |wanted: &str| {
            headings.iter().position(|heading| normalised(heading) == normalised(wanted))
        };
        let missing = |column: &str| AdvertFileError::NoColumn {
            column: column.to_owned(),
            headings: headings.join(", "),
        };
        Ok(Self {
            text: place("text").ok_or_else(|| missing("text"))?,
            others: OTHERS.map(|names| names.iter().find_map(|name| place(name))),
            label: label.map(|label| place(label).ok_or_else(|| missing(label))).transpose()?,
        })
    }

    fn text(&self, number: u64, cells: &[String]) -> AdvertText {
        let cell = |at: Option<usize>| at.and_then(|at| cells.get(at)).cloned().unwrap_or_default();
        let [id, url, platform, posted, seen, language, source] = self.others.map(cell);
        AdvertText {
            id: if id.is_empty() { number.to_string() } else { id },
            text: cell(Some(self.text)),
            url,
            platform,
            posted,
            seen,
            language,
            source,
            label: cell(self.label),
        }
    }
}

fn of_json(number: u64, bytes: &[u8], label: Option<&str>) -> Result<AdvertText, Message> {
    let line = String::from_utf8_lossy(bytes);
    let Ok(Value::Object(object)) = serde_json::from_str::<Value>(&line) else {
        return Err(Message::new("advert-no-json"));
    };
    let Some(Value::String(text)) = object.get("text") else {
        return Err(Message::new("advert-no-text"));
    };
    let [id, url, platform, posted, seen, language, source] = OTHERS
        .map(|names| names.iter().map(|name| value(&object, name)).find(|text| !text.is_empty()))
        .map(Option::unwrap_or_default);
    Ok(AdvertText {
        id: if id.is_empty() { number.to_string() } else { id },
        text: text.clone(),
        url,
        platform,
        posted,
        seen,
        language,
        source,
        label: label.map(|label| value(&object, label)).unwrap_or_default(),
    })
}

fn value(object: &Map<String, Value>, key: &str) -> String {
    match object.get(key) {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

fn normalised(heading: &str) -> String {
    heading.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The beginning of a stream, and the stream from its beginning on.
fn with_head<'r>(
    mut input: Box<dyn Read + Send + 'r>,
) -> io::Result<(Vec<u8>, Box<dyn Read + Send + 'r>)> {
    let mut head = Vec::new();
    input.by_ref().take(HEAD_BYTES).read_to_end(&mut head)?;
    let all = Box::new(io::Cursor::new(head.clone()).chain(input));
    Ok((head, all))
}

/// A file that is one text.
fn whole(input: impl Read) -> Result<Vec<u8>, AdvertFileError> {
    let mut bytes = Vec::new();
    input.take(TEXT_BYTES_MAX + 1).read_to_end(&mut bytes)?;
    match bytes.len() as u64 <= TEXT_BYTES_MAX {
        true => Ok(bytes),
        false => Err(AdvertFileError::TooLong { megabytes: TEXT_BYTES_MAX >> 20 }),
    }
}

/// Columns and keys other than the text, each under the names that files give it.
const OTHERS: [&[&str]; 7] = [
    &["id"],
    &["url", "link"],
    &["platform", "site"],
    &["posted", "postedAt", "published", "date"],
    &["seen", "seenAt", "time", "collected"],
    &["language", "lang"],
    &["source"],
];
/// How a page begins.
const PAGE_STARTS: [&[u8]; 5] = [b"<!doctype html", b"<html", b"<head", b"<body", b"<!--"];
const PAGE_HEAD: usize = 16;
const GZIP: &[u8] = b"\x1f\x8b";
/// What is looked at to tell what a file is.
const HEAD_BYTES: u64 = 8 * 1024;
/// Texts are read to a limit of their own; a line holds one with room to spare.
const LINE_BYTES_MAX: usize = 16 << 20;
/// A page or an e-mail.
const TEXT_BYTES_MAX: u64 = 16 << 20;
/// Of what a packed file holds: more is a bomb, or is handed in in parts.
const UNPACKED_BYTES_MAX: u64 = 8 << 30;

#[cfg(test)]
mod tests;
