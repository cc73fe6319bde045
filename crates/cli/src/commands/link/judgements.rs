//! Reads what people judged about pairs of records: the table that `--explain` writes, with a
//! column `verdict` in it.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use liaison_formats::PlainRow;
use liaison_model::messages::Message;
use liaison_resolve::{Judgement, Verdict};

use super::tables::{Tables, normalised, open};
use crate::out::Out;

/// The judgements in a file. Rows that cannot be kept to are told and counted as problems.
///
/// # Errors
///
/// When the file cannot be read or lacks a column.
pub fn read(path: &Path, tables: &mut Tables, out: &Out) -> Result<Vec<Judgement>> {
    let mut table = open(path).with_context(|| path.display().to_string())?;
    let columns = Columns::of(table.headings(), tables.names.len(), path, out)?;
    let mut judgements = Vec::new();
    let mut problems = 0;
    let numbers = numbers(tables);
    while let Some(row) = table.next_row().with_context(|| path.display().to_string())? {
        let judged = match &row.fault {
            Some((reason, _)) => Err(reason.clone()),
            None => columns.judgement(&row, &numbers, &tables.names),
        };
        match judged {
            Ok(judgement) => judgements.extend(judgement),
            Err(reason) => {
                problems += 1;
                let line = Message::new("link-problem")
                    .with("file", path.display())
                    .with("row", row.number)
                    .with("reason", out.words.say(&reason));
                out.note(&line);
            }
        }
    }
    tables.problems += problems;
    out.note(&Message::new("link-judgements").count("judgements", judgements.len() as u64));
    Ok(judgements)
}

/// Where the file has what a judgement is made of.
struct Columns {
    /// Of both records the file, which one table alone does not need, and the record.
    records: [(Option<usize>, usize); 2],
    verdict: usize,
}

impl Columns {
    fn of(headings: &[String], files: usize, path: &Path, out: &Out) -> Result<Self> {
        let find = |wanted: &str| headings.iter().position(|own| normalised(own) == wanted);
        let must_find = |name: &str| match find(&normalised(name)) {
            Some(at) => Ok(at),
            None => {
                let message = Message::new("link-no-id-column")
                    .with("file", path.display())
                    .with("column", name)
                    .with("headings", headings.join(", "));
                bail!(out.words.say(&message))
            }
        };
        let source = |name: &str| match files {
            1 => Ok(None),
            _ => must_find(name).map(Some),
        };
        Ok(Self {
            records: [
                (source("source_1")?, must_find("record_1")?),
                (source("source_2")?, must_find("record_2")?),
            ],
            verdict: must_find("verdict")?,
        })
    }

    /// What a row says; nothing where a person was not sure, or did not look yet.
    fn judgement(
        &self,
        row: &PlainRow,
        numbers: &Numbers,
        names: &[String],
    ) -> Result<Option<Judgement>, Message> {
        let cell = |at: usize| row.cells.get(at).map_or("", String::as_str);
        let verdict = match normalised(cell(self.verdict)).as_str() {
            "same" => Verdict::Same,
            "different" => Verdict::Different,
            "" | "notsure" => return Ok(None),
            _ => {
                let message = Message::new("link-unknown-verdict");
                return Err(message.with("verdict", cell(self.verdict)));
            }
        };
        let record = |(source, record): (Option<usize>, usize)| {
            let source = source.map_or(names.first().map_or("", String::as_str), cell);
            let found = numbers.get(&(source.to_owned(), cell(record).to_owned()));
            let unknown = || Message::new("link-unknown-record").with("record", cell(record));
            let ambiguous = || Message::new("link-ambiguous-record").with("record", cell(record));
            found.ok_or_else(unknown)?.ok_or_else(ambiguous)
        };
        let [one, other] = self.records;
        Ok(Some(Judgement { a: record(one)?, b: record(other)?, verdict }))
    }
}

/// The records by file and id; nothing where an id stands twice in a file.
type Numbers = HashMap<(String, String), Option<u32>>;

fn numbers(tables: &Tables) -> Numbers {
    let mut numbers = Numbers::new();
    for record in 0..tables.len() {
        let (source, id) = tables.row(record);
        let entry = numbers.entry((source.to_owned(), id));
        entry.and_modify(|known| *known = None).or_insert(Some(record));
    }
    numbers
}
