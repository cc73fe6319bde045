//! The entries of a long XML file as small trees, one at a time, each of bounded size.

use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Read};
use std::rc::Rc;

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::import::ReadError;
use crate::words;

/// An element with its text and its children.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub name: String,
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
}

/// What comes next in the file.
pub(super) enum Found {
    Entry(Element),
    /// An entry that cannot be taken, with the reason.
    Refused(&'static str),
    /// From here on it is not XML.
    Broken,
    End,
}

/// Reads the entries: the elements of certain names, wherever they stand.
pub(super) struct EntryReader<R: Read> {
    xml: Reader<Budgeted<R>>,
    bytes_left: Rc<Cell<usize>>,
    names: &'static [&'static str],
    buffer: Vec<u8>,
    depth: usize,
}

impl<R: Read> EntryReader<R> {
    pub fn new(input: R, names: &'static [&'static str]) -> Self {
        let bytes_left = Rc::new(Cell::new(EVENT_BYTES_MAX));
        let input = Budgeted { input: BufReader::new(input), bytes_left: Rc::clone(&bytes_left) };
        Self { xml: Reader::from_reader(input), bytes_left, names, buffer: Vec::new(), depth: 0 }
    }

    /// How far the reader is, in bytes.
    pub fn position(&self) -> u64 {
        self.xml.buffer_position()
    }

    pub fn next(&mut self) -> Result<Found, ReadError> {
        loop {
            let step = self.step()?;
            let Some(step) = step else { return Ok(Found::Broken) };
            match step {
                Step::Open(name) if self.names.contains(&name.as_str()) => return self.entry(name),
                Step::Close if self.depth == 0 => {}
                Step::End if self.depth == 0 => return Ok(Found::End),
                Step::End => return Ok(Found::Broken),
                _ => {}
            }
            if DEPTH_MAX < self.depth {
                return Ok(Found::Broken);
            }
        }
    }

    /// Reads the rest of an entry whose first tag was met.
    fn entry(&mut self, name: String) -> Result<Found, ReadError> {
        let mut open = vec![Element { name, ..Element::default() }];
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
                Step::Open(name) => open.push(Element { name, ..Element::default() }),
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
                Step::Text(_) | Step::Other => {}
            }
        }
    }

    /// The next event; `None` where the file is not XML.
    fn step(&mut self) -> Result<Option<Step>, ReadError> {
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
                Step::Open(tag.local_name().as_ref().to_owned())
            }
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
            // An empty element says nothing.
            Event::Empty(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_) => Step::Other,
        }))
    }
}

enum Step {
    Open(String),
    Close,
    Text(String),
    /// A reference to an entity that XML does not have by itself. It is never expanded.
    Reference,
    Other,
    End,
}

impl Step {
    fn bytes(&self) -> usize {
        match self {
            Self::Open(text) | Self::Text(text) => text.len(),
            Self::Close | Self::Reference | Self::Other | Self::End => 0,
        }
    }
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
}

impl<R: Read> Read for Budgeted<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(out)?;
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
        self.bytes_left.set(self.bytes_left.get().saturating_sub(bytes));
        self.input.consume(bytes);
    }
}

/// Deepest nesting of elements; the list has five levels.
const DEPTH_MAX: usize = 32;

/// Longest tag or text, in bytes.
const EVENT_BYTES_MAX: usize = 8 << 20;

/// Longest entry, in bytes of text and of what its elements take; the longest of 2026 has 20,000.
const ENTRY_BYTES_MAX: usize = 1 << 20;

/// What an element takes beside its text, in bytes.
const ELEMENT_BYTES: usize = 64;
