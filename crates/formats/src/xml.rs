//! The entries of a long XML file as small trees, one at a time, each of bounded size.
//!
//! No entity is ever expanded but the five that XML has by itself.

use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Read};
use std::rc::Rc;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::import::ReadError;
use crate::words;

/// An element with its text and its children.
#[derive(Debug, Clone, Default)]
pub(crate) struct Element {
    /// Its name without a prefix.
    pub name: String,
    /// Attributes with their names without prefixes.
    pub attributes: Vec<(String, String)>,
    /// Line on which its first tag ends, from 1.
    pub line: u64,
    /// Its own text, without white space at the ends.
    pub text: String,
    pub children: Vec<Element>,
}

impl Element {
    /// The children of a name.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The text of the first child of a name; nothing where there is none.
    pub fn part(&self, name: &str) -> &str {
        self.children
            .iter()
            .find(|child| child.name == name)
            .map_or("", |child| child.text.as_str())
    }

    /// The first element under a path such as `Acct/Id/IBAN`.
    pub fn at(&self, path: &str) -> Option<&Element> {
        path.split('/')
            .try_fold(self, |found, name| found.children.iter().find(|child| child.name == name))
    }

    /// The text under the first of some paths that has one; nothing where none has.
    pub fn first_text(&self, paths: &[&str]) -> &str {
        let texts = paths.iter().filter_map(|path| self.at(path)).map(|found| found.text.as_str());
        texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// The value of an attribute; nothing where there is none.
    pub fn attribute(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    /// As XML again, without the white space between its elements and without prefixes.
    pub fn written(&self) -> String {
        let mut text = String::new();
        self.write_into(&mut text);
        text
    }

    fn write_into(&self, out: &mut String) {
        use quick_xml::escape::escape;
        out.push('<');
        out.push_str(&self.name);
        for (name, value) in &self.attributes {
            out.push_str(&format!(" {name}=\"{}\"", escape(value.as_str())));
        }
        out.push('>');
        out.push_str(&escape(self.text.as_str()));
        for child in &self.children {
            child.write_into(out);
        }
        out.push_str(&format!("</{}>", self.name));
    }
}

/// What comes next in the file.
pub(crate) enum Found {
    Entry(Element),
    /// An element that holds entries begins; it has no text and no children.
    Opened(Element),
    /// One of them ends.
    Closed(String),
    /// The file defines entities of its own, or says where they are defined.
    DocType,
    /// An entry that cannot be taken, with the reason.
    Refused(&'static str),
    /// From here on it is not XML.
    Broken,
    End,
}

/// Reads the entries: the elements of certain names, wherever they stand. Those of other names
/// hold entries.
pub(crate) struct EntryReader<R: Read> {
    xml: Reader<Budgeted<R>>,
    bytes_left: Rc<Cell<usize>>,
    lines: Rc<Cell<u64>>,
    is_entry: fn(&str) -> bool,
    buffer: Vec<u8>,
    /// Elements that are open, outside of entries.
    open: Vec<String>,
    depth: usize,
    /// An empty element was met, which ends where it begins.
    is_empty: bool,
}

impl<R: Read> EntryReader<R> {
    pub fn new(input: R, is_entry: fn(&str) -> bool) -> Self {
        let bytes_left = Rc::new(Cell::new(EVENT_BYTES_MAX));
        let lines = Rc::new(Cell::new(1));
        let input = Budgeted {
            input: BufReader::new(input),
            bytes_left: Rc::clone(&bytes_left),
            lines: Rc::clone(&lines),
        };
        let (xml, buffer, open) = (Reader::from_reader(input), Vec::new(), Vec::new());
        Self { xml, bytes_left, lines, is_entry, buffer, open, depth: 0, is_empty: false }
    }

    /// The line that is read, from 1.
    pub fn line(&self) -> u64 {
        self.lines.get()
    }

    /// How far the reader is, in bytes.
    pub fn position(&self) -> u64 {
        self.xml.buffer_position()
    }

    pub fn next(&mut self) -> Result<Found, ReadError> {
        loop {
            let Some(step) = self.step()? else { return Ok(Found::Broken) };
            if DEPTH_MAX < self.depth {
                return Ok(Found::Broken);
            }
            match step {
                Step::Open(element) if (self.is_entry)(&element.name) => {
                    return self.entry(element);
                }
                Step::Open(element) => {
                    self.open.push(element.name.clone());
                    return Ok(Found::Opened(element));
                }
                Step::Close => {
                    if let Some(name) = self.open.pop() {
                        return Ok(Found::Closed(name));
                    }
                }
                Step::DocType => return Ok(Found::DocType),
                Step::End if self.depth == 0 => return Ok(Found::End),
                Step::End => return Ok(Found::Broken),
                Step::Text(_) | Step::Reference | Step::Other => {}
            }
        }
    }

    /// Reads the rest of an entry whose first tag was met.
    fn entry(&mut self, first: Element) -> Result<Found, ReadError> {
        let mut open = vec![first];
        let mut bytes_left = ENTRY_BYTES_MAX;
        let mut refused = None;
        loop {
            let Some(step) = self.step()? else { return Ok(Found::Broken) };
            let size = step.bytes() + ELEMENT_BYTES;
            if bytes_left < size {
                refused = refused.or(Some(words::ENTRY_TOO_LONG));
            }
            bytes_left = bytes_left.saturating_sub(size);
            match step {
                Step::End => return Ok(Found::Broken),
                Step::Open(_) if DEPTH_MAX < self.depth => return Ok(Found::Broken),
                Step::Open(element) => open.push(element),
                Step::Text(text) if refused.is_none() => {
                    if let Some(element) = open.last_mut() {
                        element.text.push_str(&text);
                    }
                }
                Step::Reference => refused = refused.or(Some(words::XML_REFERENCE)),
                Step::Close => {
                    let Some(mut element) = open.pop() else { return Ok(Found::Broken) };
                    element.text = element.text.trim().to_owned();
                    match open.last_mut() {
                        Some(parent) if refused.is_none() => parent.children.push(element),
                        Some(_) => {}
                        None => return Ok(refused.map_or(Found::Entry(element), Found::Refused)),
                    }
                }
                Step::Text(_) | Step::DocType | Step::Other => {}
            }
        }
    }

    /// The next event; `None` where the file is not XML.
    fn step(&mut self) -> Result<Option<Step>, ReadError> {
        if std::mem::take(&mut self.is_empty) {
            self.depth = self.depth.saturating_sub(1);
            return Ok(Some(Step::Close));
        }
        self.buffer.clear();
        self.bytes_left.set(EVENT_BYTES_MAX);
        let event = match self.xml.read_event_into(&mut self.buffer) {
            Ok(event) => event,
            Err(quick_xml::Error::Io(error)) if error.kind() != io::ErrorKind::FileTooLarge => {
                return Err(io::Error::new(error.kind(), error.to_string()).into());
            }
            Err(_) => return Ok(None),
        };
        Ok(Some(match event {
            Event::Start(tag) => {
                self.depth += 1;
                Step::Open(element(&tag, self.lines.get()))
            }
            Event::Empty(tag) => {
                self.depth += 1;
                self.is_empty = true;
                Step::Open(element(&tag, self.lines.get()))
            }
            Event::DocType(_) => Step::DocType,
            Event::End(_) => {
                self.depth = self.depth.saturating_sub(1);
                Step::Close
            }
            Event::Text(text) => Step::Text(text.into_inner().into_owned()),
            Event::CData(text) => Step::Text(text.into_inner().into_owned()),
            Event::GeneralRef(reference) => match resolve(&reference) {
                Some(letter) => Step::Text(letter.to_string()),
                None => Step::Reference,
            },
            Event::Eof => Step::End,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => Step::Other,
        }))
    }
}

enum Step {
    Open(Element),
    Close,
    Text(String),
    /// A reference to an entity that XML does not have by itself. It is never expanded.
    Reference,
    DocType,
    Other,
    End,
}

impl Step {
    fn bytes(&self) -> usize {
        match self {
            Self::Open(element) => {
                let attribute = |(name, value): &(String, String)| name.len() + value.len();
                element.name.len() + element.attributes.iter().map(attribute).sum::<usize>()
            }
            Self::Text(text) => text.len(),
            Self::Close | Self::Reference | Self::DocType | Self::Other | Self::End => 0,
        }
    }
}

/// A first tag. An attribute that is written wrongly is left away.
fn element(tag: &BytesStart<'_>, line: u64) -> Element {
    let attribute = |found: quick_xml::events::attributes::Attribute<'_>| {
        let name = found.key.local_name().as_ref().to_owned();
        (name, found.value.into_owned())
    };
    let attributes = tag.attributes().flatten().map(attribute).collect();
    let name = tag.local_name().as_ref().to_owned();
    Element { name, attributes, line, ..Element::default() }
}

/// The five entities of every XML, and characters by their number.
fn resolve(reference: &str) -> Option<char> {
    match reference {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        other => {
            let digits = other.strip_prefix('#')?;
            let code = match digits.strip_prefix('x') {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(code).filter(|letter| *letter != '\0')
        }
    }
}

/// A reader that ends with an error where one event takes more bytes than it may: the XML reader
/// keeps an event whole.
struct Budgeted<R> {
    input: BufReader<R>,
    bytes_left: Rc<Cell<usize>>,
    /// The line that is read.
    lines: Rc<Cell<u64>>,
}

impl<R> Budgeted<R> {
    fn count(&self, taken: &[u8]) {
        let breaks = taken.iter().filter(|byte| **byte == b'\n').count();
        self.lines.set(self.lines.get() + breaks as u64);
    }
}

impl<R: Read> Read for Budgeted<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(out)?;
        self.count(&out[..read]);
        self.bytes_left.set(self.bytes_left.get().saturating_sub(read));
        Ok(read)
    }
}

impl<R: Read> BufRead for Budgeted<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.bytes_left.get() == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.input.fill_buf()
    }

    fn consume(&mut self, bytes: usize) {
        self.count(self.input.buffer().get(..bytes).unwrap_or_default());
        self.bytes_left.set(self.bytes_left.get().saturating_sub(bytes));
        self.input.consume(bytes);
    }
}

/// Deepest nesting of elements; a payment message has about fifteen levels.
const DEPTH_MAX: usize = 32;

/// Longest tag or text, in bytes.
const EVENT_BYTES_MAX: usize = 8 << 20;

/// Longest entry, in bytes of text and of what its elements take; the longest of 2026 has 20,000.
const ENTRY_BYTES_MAX: usize = 1 << 20;

/// What an element takes beside its text, in bytes.
const ELEMENT_BYTES: usize = 64;
