//! Web archives (ISO 28500): one text for each page that a server answered with.

use std::io::{self, BufRead, BufReader, Read};

use flate2::read::{GzDecoder, ZlibDecoder};
use liaison_model::messages::Message;

use super::{AdvertRow, AdvertText, page};
use crate::import::ReadError;

/// An archive, read record by record.
pub(super) struct Archive<'r> {
    input: BufReader<Box<dyn Read + Send + 'r>>,
    records: u64,
}

/// The head of a record, or of an answer in it: names in lower case.
type Fields = Vec<(String, String)>;

impl<'r> Archive<'r> {
    pub(super) fn new(input: Box<dyn Read + Send + 'r>) -> Self {
        Self { input: BufReader::new(input), records: 0 }
    }

    /// The next page. Records that are none are passed over: requests, pictures, descriptions.
    pub(super) fn next_text(&mut self) -> Result<Option<AdvertRow>, ReadError> {
        loop {
            let Some(head) = self.head()? else { return Ok(None) };
            self.records += 1;
            let number = self.records;
            let Some(length) = field(&head, "content-length").parse::<u64>().ok() else {
                // Without its length nobody knows where the next one begins.
                return match number {
                    1 => Ok(None),
                    _ => Ok(self.ended(number)),
                };
            };
            let kind = field(&head, "warc-type");
            let is_page = matches!(kind, "response" | "resource" | "conversion");
            if !is_page {
                self.skip(length)?;
                continue;
            }
            if RECORD_BYTES_MAX < length {
                self.skip(length)?;
                return Ok(Some((number, Err(Message::new("advert-record-too-long")))));
            }
            let mut block = Vec::new();
            self.input.by_ref().take(length).read_to_end(&mut block)?;
            if (block.len() as u64) < length {
                return Ok(self.ended(number));
            }
            if let Some(text) = text_of(&head, &block, number) {
                return Ok(Some((number, Ok(text))));
            }
        }
    }

    /// The last record is cut: what follows it, if anything, cannot be found.
    fn ended(&mut self, number: u64) -> Option<AdvertRow> {
        self.input = BufReader::new(Box::new(io::empty()));
        Some((number, Err(Message::new("advert-record-cut"))))
    }

    fn head(&mut self) -> Result<Option<Fields>, ReadError> {
        let mut line = Vec::new();
        // Two empty lines end the record before.
        for _ in 0..BLANK_LINES_MAX {
            line.clear();
            if self.input.by_ref().take(HEAD_LINE_BYTES).read_until(b'\n', &mut line)? == 0 {
                return Ok(None);
            }
            if line.starts_with(b"WARC/") {
                break;
            }
        }
        let mut fields = Vec::new();
        while fields.len() < HEAD_LINES_MAX {
            line.clear();
            let read = self.input.by_ref().take(HEAD_LINE_BYTES).read_until(b'\n', &mut line)?;
            if read == 0 || line.trim_ascii().is_empty() {
                break;
            }
            fields.extend(of_line(&line));
        }
        Ok(Some(fields))
    }

    fn skip(&mut self, length: u64) -> io::Result<()> {
        io::copy(&mut self.input.by_ref().take(length), &mut io::sink()).map(|_| ())
    }
}

fn text_of(head: &Fields, block: &[u8], number: u64) -> Option<AdvertText> {
    let is_answer = field(head, "content-type").contains("application/http");
    let (fields, body) = match is_answer {
        true => answer(block)?,
        false => (head.clone(), block.to_vec()),
    };
    let kind = field(&fields, "content-type");
    let read = if kind.contains("html") {
        page::read(&body, kind)
    } else if kind.contains("text/plain") {
        let text = String::from_utf8_lossy(&body).trim().to_owned();
        AdvertText { text, ..AdvertText::default() }
    } else {
        return None;
    };
    let url = field(head, "warc-target-uri").trim_matches(['<', '>']).to_owned();
    let platform = host_of(&url);
    let seen = field(head, "warc-date").to_owned();
    Some(AdvertText { id: number.to_string(), url, platform, seen, ..read })
}

/// The head and the body of a server's answer.
fn answer(block: &[u8]) -> Option<(Fields, Vec<u8>)> {
    let end = block.windows(4).position(|four| four == b"\r\n\r\n")?;
    let fields: Fields =
        block[..end].split(|byte| *byte == b'\n').skip(1).filter_map(of_line).collect();
    let body = &block[end + 4..];
    let body = match field(&fields, "transfer-encoding").contains("chunked") {
        true => joined(body),
        false => body.to_vec(),
    };
    let mut plain = Vec::new();
    let limit = RECORD_BYTES_MAX;
    let unpacked = match field(&fields, "content-encoding") {
        "gzip" => GzDecoder::new(&*body).take(limit).read_to_end(&mut plain),
        "deflate" => ZlibDecoder::new(&*body).take(limit).read_to_end(&mut plain),
        _ => return Some((fields, body)),
    };
    unpacked.ok().map(|_| (fields, plain))
}

/// A body that was sent in pieces. What does not look like one is taken as it is.
fn joined(body: &[u8]) -> Vec<u8> {
    let (mut whole, mut at) = (Vec::new(), 0);
    while let Some(end) = body[at..].iter().position(|byte| *byte == b'\n') {
        let size = String::from_utf8_lossy(&body[at..at + end]);
        let size = usize::from_str_radix(size.split(';').next().unwrap_or_default().trim(), 16);
        let Ok(size) = size else { break };
        let start = at + end + 1;
        let Some(piece) = start.checked_add(size).and_then(|end| body.get(start..end)) else {
            break;
        };
        if size == 0 {
            return whole;
        }
        whole.extend_from_slice(piece);
        at = (start + size + 2).min(body.len());
    }
    if whole.is_empty() { body.to_vec() } else { whole }
}

fn of_line(line: &[u8]) -> Option<(String, String)> {
    let line = String::from_utf8_lossy(line);
    let (name, value) = line.split_once(':')?;
    Some((name.trim().to_ascii_lowercase(), value.trim().to_owned()))
}

fn field<'f>(fields: &'f Fields, wanted: &str) -> &'f str {
    fields.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value)
}

/// The site of an address.
fn host_of(url: &str) -> String {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    let host = rest.split(['/', ':', '?', '#']).next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host).to_ascii_lowercase()
}

const RECORD_BYTES_MAX: u64 = 16 << 20;
const HEAD_LINE_BYTES: u64 = 64 * 1024;
const HEAD_LINES_MAX: usize = 100;
const BLANK_LINES_MAX: usize = 1_000;
