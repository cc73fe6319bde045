//! Texts from a file: a table with a column `text`, or lines of JSON with a key `text`.

use std::fs::File;
use std::io::{Read, Seek};
use std::path::Path;

use anyhow::{Context, Result, bail};
use liaison_formats::{LineReader, PlainTable};
use liaison_model::messages::Message;
use liaison_node::{NodeError, WrongUse};
use serde_json::Value;

use crate::Done;
use crate::commands::link::tables::normalised;
use crate::out::Out;

/// One text.
pub struct Row {
    pub id: String,
    pub text: String,
    /// Whether it was decided to be an advert of the kind.
    pub label: Option<bool>,
}

/// A file of texts, read some at a time.
pub struct Rows {
    input: Input,
    label: Option<String>,
    file: String,
    problems: u64,
    is_silent: bool,
}

enum Input {
    Lines(LineReader<File>),
    Table { table: Box<PlainTable<'static>>, id: Option<usize>, text: usize, label: Option<usize> },
}

/// A row, or why it is none.
type Taken = Result<Row, Message>;

impl Rows {
    /// Opens a file and looks at what it is.
    pub fn open(path: &Path, label: Option<&str>, out: &Out) -> Result<Self> {
        if path.is_dir() {
            return Err(NodeError::from(WrongUse::IsFolder { path: path.to_owned() }).into());
        }
        let told = || path.display().to_string();
        let mut file = File::open(path).with_context(told)?;
        let mut head = Vec::new();
        file.by_ref().take(HEAD_BYTES).read_to_end(&mut head).with_context(told)?;
        file.rewind().with_context(told)?;
        // UTF-16 has such bytes, too, and begins with a mark.
        let has_mark = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
        if head.contains(&0) && !has_mark {
            bail!(out.words.say(&Message::new("advert-not-text").with("file", path.display())));
        }
        let start = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&head).trim_ascii_start();
        let input = match start.first() {
            Some(b'{') => Input::Lines(LineReader::new(file, LINE_BYTES_MAX)),
            _ => table(file, path, label, out)?,
        };
        let label = label.map(str::to_owned);
        Ok(Self { input, label, file: told(), problems: 0, is_silent: false })
    }

    /// The same without telling what is wrong with rows.
    pub fn silent(self) -> Self {
        Self { is_silent: true, ..self }
    }

    /// The next texts, or nothing at the end.
    pub fn chunk(&mut self, out: &Out) -> Result<Option<Vec<Row>>> {
        let (mut rows, mut bytes, mut is_end) = (Vec::new(), 0, false);
        while rows.len() < CHUNK_ROWS && bytes < CHUNK_BYTES && !is_end {
            match self.next()? {
                None => is_end = true,
                Some((_, Ok(row))) => {
                    bytes += row.text.len();
                    rows.push(row);
                }
                Some((number, Err(reason))) => self.tell(number, &reason, out),
            }
        }
        Ok((!is_end || !rows.is_empty()).then_some(rows))
    }

    /// How the command ends.
    pub fn done(&self, out: &Out) -> Done {
        if self.problems == 0 {
            return Done::Clean;
        }
        out.note(&Message::new("advert-problems").count("rows", self.problems));
        Done::WithProblems
    }

    fn tell(&mut self, number: u64, reason: &Message, out: &Out) {
        self.problems += 1;
        if !self.is_silent && self.problems <= PROBLEMS_TOLD {
            let message = Message::new("advert-problem")
                .with("file", &self.file)
                .with("row", number)
                .with("reason", out.words.say(reason));
            out.note(&message);
        }
    }

    fn next(&mut self) -> Result<Option<(u64, Taken)>> {
        match &mut self.input {
            Input::Lines(lines) => loop {
                let Some(line) = lines.next()? else { return Ok(None) };
                match line.bytes {
                    Some(bytes) if bytes.trim_ascii().is_empty() => {}
                    Some(bytes) => {
                        let row = of_json(line.number, bytes, self.label.as_deref());
                        return Ok(Some((line.number, row)));
                    }
                    None => {
                        return Ok(Some((line.number, Err(Message::new("advert-line-too-long")))));
                    }
                }
            },
            Input::Table { table, id, text, label } => {
                let Some(row) = table.next_row()? else { return Ok(None) };
                if let Some((reason, _)) = row.fault {
                    return Ok(Some((row.number, Err(reason))));
                }
                let cell = |at: Option<usize>| at.and_then(|at| row.cells.get(at)).cloned();
                let id =
                    cell(*id).filter(|id| !id.is_empty()).unwrap_or_else(|| row.number.to_string());
                let label = cell(*label).map_or(Ok(None), |label| label_of(&label));
                let read = label.map(|label| Row {
                    id,
                    text: cell(Some(*text)).unwrap_or_default(),
                    label,
                });
                Ok(Some((row.number, read)))
            }
        }
    }
}

fn table(file: File, path: &Path, label: Option<&str>, out: &Out) -> Result<Input> {
    let table = PlainTable::open(file)?;
    let place = |name: &str| {
        let wanted = normalised(name);
        table.headings().iter().position(|heading| normalised(heading) == wanted)
    };
    let missing = |column: &str| {
        let message = Message::new("advert-no-column")
            .with("file", path.display())
            .with("column", column)
            .with("headings", table.headings().join(", "));
        anyhow::anyhow!(out.words.say(&message))
    };
    let text = place("text").ok_or_else(|| missing("text"))?;
    let id = place("id");
    let label = label.map(|label| place(label).ok_or_else(|| missing(label))).transpose()?;
    Ok(Input::Table { table: Box::new(table), id, text, label })
}

fn of_json(number: u64, bytes: &[u8], label: Option<&str>) -> Taken {
    let line = String::from_utf8_lossy(bytes);
    let unreadable = || Message::new("advert-no-json");
    let Ok(Value::Object(object)) = serde_json::from_str::<Value>(&line) else {
        return Err(unreadable());
    };
    let id = match object.get("id") {
        Some(Value::String(id)) => id.clone(),
        Some(Value::Number(id)) => id.to_string(),
        _ => number.to_string(),
    };
    let Some(Value::String(text)) = object.get("text") else {
        return Err(Message::new("advert-no-text"));
    };
    let label = match label.and_then(|label| object.get(label)) {
        None | Some(Value::Null) => None,
        Some(Value::Bool(label)) => Some(*label),
        Some(Value::String(label)) => label_of(label)?,
        Some(other) => label_of(&other.to_string())?,
    };
    Ok(Row { id, text: text.clone(), label })
}

/// What a cell says of a text; nothing where it is empty.
fn label_of(cell: &str) -> Result<Option<bool>, Message> {
    match cell.trim().to_lowercase().as_str() {
        "" => Ok(None),
        "1" | "1.0" | "true" | "yes" | "y" | "advert" | "positive" => Ok(Some(true)),
        "0" | "0.0" | "false" | "no" | "n" | "other" | "negative" => Ok(Some(false)),
        _ => Err(Message::new("advert-unknown-label").with("label", cell)),
    }
}

/// What is looked at to tell what a file is.
const HEAD_BYTES: u64 = 8 * 1024;
/// Texts are read to a limit of their own; a line holds one with room to spare.
const LINE_BYTES_MAX: usize = 16 << 20;
const CHUNK_ROWS: usize = 4_096;
const CHUNK_BYTES: usize = 32 << 20;
/// Bad rows that are told one by one.
const PROBLEMS_TOLD: u64 = 10;
