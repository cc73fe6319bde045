//! Texts from a file, some at a time, with what is wrong told.

use std::fs::File;
use std::path::Path;

use anyhow::{Context, Result};
use liaison_formats::{AdvertFileError, AdvertText, AdvertTexts};
use liaison_model::messages::Message;
use liaison_node::{NodeError, WrongUse};

use crate::Done;
use crate::out::Out;

/// One text.
pub struct Row {
    pub said: AdvertText,
    /// Whether it was decided to be an advert of the kind.
    pub label: Option<bool>,
}

/// A file of texts, read some at a time.
pub struct Rows {
    texts: AdvertTexts<'static>,
    file: String,
    problems: u64,
    is_silent: bool,
}

impl Rows {
    /// Opens a file and looks at what it is.
    pub fn open(path: &Path, label: Option<&str>, out: &Out) -> Result<Self> {
        if path.is_dir() {
            return Err(NodeError::from(WrongUse::IsFolder { path: path.to_owned() }).into());
        }
        let file = path.display().to_string();
        let told = |error: AdvertFileError| match error.message(&file) {
            Some(message) => anyhow::anyhow!(out.words.say(&message)),
            None => anyhow::Error::from(error).context(file.clone()),
        };
        let input = File::open(path).with_context(|| file.clone())?;
        let texts = AdvertTexts::open(input, label).map_err(told)?;
        Ok(Self { texts, file, problems: 0, is_silent: false })
    }

    /// The same without telling what is wrong with rows.
    pub fn silent(self) -> Self {
        Self { is_silent: true, ..self }
    }

    /// The next texts, or nothing at the end.
    pub fn chunk(&mut self, out: &Out) -> Result<Option<Vec<Row>>> {
        let (mut rows, mut bytes, mut is_end) = (Vec::new(), 0, false);
        while rows.len() < CHUNK_ROWS && bytes < CHUNK_BYTES && !is_end {
            let Some((number, read)) = self.texts.next_row()? else {
                is_end = true;
                continue;
            };
            let row = read.and_then(|said| {
                let label = label_of(&said.label)?;
                Ok(Row { said, label })
            });
            match row {
                Ok(row) => {
                    bytes += row.said.text.len();
                    rows.push(row);
                }
                Err(reason) => self.tell(number, &reason, out),
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

    /// Tells what is wrong with a row.
    pub fn tell(&mut self, row: impl ToString, reason: &Message, out: &Out) {
        self.problems += 1;
        if !self.is_silent && self.problems <= PROBLEMS_TOLD {
            let message = Message::new("advert-problem")
                .with("file", &self.file)
                .with("row", row)
                .with("reason", out.words.say(reason));
            out.note(&message);
        }
    }
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

const CHUNK_ROWS: usize = 4_096;
const CHUNK_BYTES: usize = 32 << 20;
/// Bad rows that are told one by one.
const PROBLEMS_TOLD: u64 = 10;
