//! The columns of a table beside those of its transfers: what somebody said, and what else may tell.

use std::collections::HashMap;
use std::fs::File;
use std::path::Path;

use anyhow::{Context, Result, bail};
use liaison_formats::{PlainTable, TransferColumns};
use liaison_ledger::ParquetTable;
use liaison_model::messages::Message;

use super::table::is_parquet;
use crate::out::Out;

/// A column with few different words, row by row.
#[derive(Debug, Default)]
pub struct Words {
    pub name: String,
    pub words: Vec<String>,
    pub cells: Vec<u8>,
    numbers: HashMap<String, u8>,
    /// It has more words than a column may have from which is learnt.
    is_open: bool,
}

/// What a table says beside its transfers.
#[derive(Debug, Default)]
pub struct Beside {
    /// What somebody said of each row.
    pub said: Vec<Option<bool>>,
    /// Columns of its own with few words.
    pub columns: Vec<Words>,
}

impl Words {
    fn take(&mut self, word: &str) {
        if self.is_open {
            return;
        }
        let known = self.numbers.get(word).copied();
        let number = known.or_else(|| {
            let next = u8::try_from(self.words.len()).ok().filter(|it| *it < WORDS_MAX)?;
            self.words.push(word.to_owned());
            self.numbers.insert(word.to_owned(), next);
            Some(next)
        });
        match number {
            Some(number) => self.cells.push(number),
            None => self.is_open = true,
        }
    }
}

/// Reads them. Columns of transfers are left out, but for the currency, and those that are named.
pub fn read(
    path: &Path,
    label: Option<&str>,
    known: &TransferColumns,
    without: &[String],
    out: &Out,
) -> Result<Beside> {
    let told = || path.display().to_string();
    let mut file = File::open(path).with_context(told)?;
    let is_packed = is_parquet(&mut file).with_context(told)?;
    if is_packed {
        let table = ParquetTable::open(file).with_context(told)?;
        let mut taker = Taker::new(table.headings(), label, known, without, out)?;
        let mut rows = table.read(&taker.places).with_context(told)?;
        while let Some(row) = rows.next_row().with_context(told)? {
            taker.take(row.iter().map(String::as_str), out)?;
        }
        return Ok(taker.finish());
    }
    let mut table = PlainTable::open(file).with_context(told)?;
    let mut taker = Taker::new(table.headings(), label, known, without, out)?;
    while let Some(row) = table.next_row().with_context(told)? {
        let cell = |at: &usize| row.cells.get(*at).map_or("", |cell| cell);
        let cells: Vec<&str> = taker.places.iter().map(cell).collect();
        taker.take(cells.into_iter(), out)?;
    }
    Ok(taker.finish())
}

struct Taker {
    /// The label's column where there is one, and then the others.
    places: Vec<usize>,
    has_label: bool,
    beside: Beside,
    row: u64,
}

impl Taker {
    fn new(
        headings: &[String],
        label: Option<&str>,
        known: &TransferColumns,
        without: &[String],
        out: &Out,
    ) -> Result<Self> {
        let is = |heading: &str, name: &str| heading.trim().eq_ignore_ascii_case(name.trim());
        for name in label.into_iter().chain(without.iter().map(String::as_str)) {
            if !headings.iter().any(|heading| is(heading, name)) && label == Some(name) {
                let message = Message::new("money-columns-missing").with("column", name);
                bail!(out.words.say(&message.with("headings", headings.join(", "))));
            }
        }
        let mut places: Vec<usize> = Vec::new();
        let label_at = label.and_then(|name| headings.iter().position(|own| is(own, name)));
        places.extend(label_at);
        let left_out = [&known.time, &known.from, &known.to, &known.amount];
        let mut beside = Beside::default();
        for (at, heading) in headings.iter().enumerate() {
            let is_known = left_out.iter().any(|name| is(heading, name));
            let is_named = without.iter().any(|name| is(heading, name));
            if !is_known && !is_named && label_at != Some(at) && !heading.trim().is_empty() {
                places.push(at);
                let name = heading.trim().to_lowercase();
                beside.columns.push(Words { name, ..Words::default() });
            }
        }
        Ok(Self { places, has_label: label_at.is_some(), beside, row: 0 })
    }

    fn take<'c>(&mut self, mut cells: impl Iterator<Item = &'c str>, out: &Out) -> Result<()> {
        self.row += 1;
        if self.has_label {
            let word = cells.next().unwrap_or_default().trim();
            self.beside.said.push(match word.to_lowercase().as_str() {
                "1" | "1.0" | "true" | "yes" => Some(true),
                "0" | "0.0" | "false" | "no" => Some(false),
                "" => None,
                _ => {
                    let message = Message::new("money-rank-label");
                    bail!(out.words.say(&message.with("row", self.row).with("text", word)));
                }
            });
        }
        for (column, word) in self.beside.columns.iter_mut().zip(cells) {
            column.take(word.trim());
        }
        Ok(())
    }

    fn finish(mut self) -> Beside {
        self.beside.columns.retain(|column| !column.is_open && 1 < column.words.len());
        self.beside
    }
}

/// Different words that a column may have.
const WORDS_MAX: u8 = 100;
