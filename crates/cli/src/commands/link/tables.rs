//! Reads the tables to link: which columns they share, what those hold, and their rows.

use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use liaison_formats::{HeadingMeaning, PlainRow, PlainTable, heading_meaning};
use liaison_model::messages::Message;
use liaison_model::values::DateOrder;
use liaison_resolve::{COLUMNS_MAX, Kind, Records, RecordsBuilder, guess, order_of_dates};

use super::super::interrupt::Interrupt;
use crate::args::resolving::Link;
use crate::out::Out;

/// What is known of the tables apart from what is compared.
pub struct Tables {
    /// The name of each file.
    pub names: Vec<String>,
    /// The columns that are compared.
    pub columns: Vec<Shared>,
    /// Headings that are not compared.
    pub left_out: Vec<String>,
    /// For each record its file and the value of the id column, else its row.
    records: Vec<(u16, Id)>,
    /// Rows that could not be read.
    pub problems: u64,
}

enum Id {
    Row(u64),
    Value(Box<str>),
}

/// A column that every file has.
pub struct Shared {
    /// Its heading in the first file.
    pub heading: String,
    /// Its place in each file.
    places: Vec<usize>,
    meaning: Option<HeadingMeaning>,
}

impl Tables {
    /// How many records there are.
    pub fn len(&self) -> u32 {
        // The builder numbers them so.
        self.records.len() as u32
    }

    /// File and id of a record, as they are written.
    pub fn row(&self, record: u32) -> (&str, String) {
        let (file, id) = &self.records[record as usize];
        let id = match id {
            Id::Row(row) => row.to_string(),
            Id::Value(value) => value.to_string(),
        };
        (&self.names[usize::from(*file)], id)
    }
}

/// Reads one or two tables.
///
/// # Errors
///
/// When a file cannot be read, has no headings or not the id column, or two files share no column.
pub fn read(options: &Link, interrupt: &Interrupt, out: &Out) -> Result<(Tables, Records)> {
    let samples: Vec<Sample> = options
        .files
        .iter()
        .map(|path| Sample::read(path).with_context(|| path.display().to_string()))
        .collect::<Result<_>>()?;
    for (path, sample) in options.files.iter().zip(&samples) {
        if sample.headings.is_empty() {
            bail!(out.words.say(&Message::new("link-no-headings").with("file", path.display())));
        }
    }
    let ids = id_places(options, &samples, out)?;
    let (mut columns, mut left_out) = shared(&samples, &ids, options);
    if columns.is_empty() {
        bail!(out.words.text("link-nothing-shared"));
    }
    left_out
        .extend(columns.split_off(columns.len().min(COLUMNS_MAX)).into_iter().map(|c| c.heading));
    let kinds: Vec<(Kind, DateOrder)> =
        columns.iter().map(|column| column.kind(&samples, options)).collect();
    let mut tables = Tables {
        names: names(&options.files),
        columns,
        left_out,
        records: Vec::new(),
        problems: 0,
    };
    let mut builder = RecordsBuilder::new(&kinds);
    for (file, path) in options.files.iter().enumerate() {
        let rows = tables.take(&mut builder, file, path, ids[file], interrupt, out);
        rows.with_context(|| path.display().to_string())?;
    }
    if 1 < tables.problems {
        out.note(&Message::new("link-problems").count("problems", tables.problems));
    }
    let mut records = builder.finish();
    for (at, column) in tables.columns.iter().enumerate() {
        if column.may_number() && records.is_numbering(at) {
            records = records.without(at);
        }
    }
    Ok((tables, records))
}

/// The headings of a table and its first rows.
struct Sample {
    headings: Vec<String>,
    rows: Vec<PlainRow>,
}

impl Sample {
    fn read(path: &Path) -> Result<Self> {
        let mut table = open(path)?;
        let headings = table.headings().to_vec();
        let mut rows = Vec::new();
        while rows.len() < SAMPLE_ROWS {
            match table.next_row()? {
                Some(row) if row.fault.is_none() => rows.push(row),
                Some(_) => {}
                None => break,
            }
        }
        Ok(Self { headings, rows })
    }

    fn place(&self, heading: &str) -> Option<usize> {
        let wanted = normalised(heading);
        self.headings.iter().position(|own| normalised(own) == wanted)
    }

    /// The only column with a meaning.
    fn meaning_place(&self, meaning: HeadingMeaning) -> Option<usize> {
        let has = |heading: &String| heading_meaning(heading) == Some(meaning);
        let mut places = self.headings.iter().enumerate().filter(|(_, h)| has(h));
        let first = places.next();
        first.filter(|_| places.next().is_none()).map(|(at, _)| at)
    }
}

impl Tables {
    fn take(
        &mut self,
        builder: &mut RecordsBuilder,
        file: usize,
        path: &Path,
        id: Option<usize>,
        interrupt: &Interrupt,
        out: &Out,
    ) -> Result<()> {
        let mut table = open(path)?;
        let length = path.metadata().ok().map(|metadata| metadata.len());
        let bar = out.progress("progress-reading", length);
        while let Some(row) = table.next_row()? {
            if row.number.is_multiple_of(ROWS_BETWEEN_LOOKS) {
                bar.set_position(table.bytes_read());
                if interrupt.is_heard() {
                    bail!(out.words.text("link-stopped"));
                }
            }
            if let Some((reason, _)) = &row.fault {
                self.problems += 1;
                if self.problems <= PROBLEMS_SHOWN {
                    let line = Message::new("link-problem")
                        .with("file", &self.names[file])
                        .with("row", row.number)
                        .with("reason", out.words.say(reason));
                    out.note(&line);
                }
                continue;
            }
            let cell = |at: usize| row.cells.get(at).map_or("", String::as_str);
            // The command takes two files at most.
            builder.push(file as u16, self.columns.iter().map(|column| cell(column.places[file])));
            let id = match id {
                Some(at) => Id::Value(cell(at).into()),
                None => Id::Row(row.number),
            };
            self.records.push((file as u16, id));
        }
        bar.finish_and_clear();
        Ok(())
    }
}

impl Shared {
    /// What the column holds, by its heading and by its first cells.
    fn kind(&self, samples: &[Sample], options: &Link) -> (Kind, DateOrder) {
        let meant = match self.meaning {
            Some(HeadingMeaning::Property(property)) => Kind::of_property(property),
            Some(HeadingMeaning::RowNumber) => return (Kind::Unused, DateOrder::DayFirst),
            None => None,
        };
        let of_file = |(sample, place): (&'_ Sample, &usize)| {
            let cells = sample.rows.iter().filter_map(|row| row.cells.get(*place));
            cells.filter(|cell| !cell.is_empty()).cloned().collect::<Vec<String>>()
        };
        let cells: Vec<String> = samples.iter().zip(&self.places).flat_map(of_file).collect();
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let dates = options.dates.map_or_else(|| order_of_dates(&cells), Into::into);
        (guess(meant, &cells), dates)
    }

    /// Whether the column may be one that numbers the rows: its heading says nothing else.
    fn may_number(&self) -> bool {
        self.meaning.is_none()
    }
}

/// The columns that all files have, but for those with ids; and headings of the others.
fn shared(samples: &[Sample], ids: &[Option<usize>], options: &Link) -> (Vec<Shared>, Vec<String>) {
    let Some((first, others)) = samples.split_first() else { return (Vec::new(), Vec::new()) };
    let (mut columns, mut left_out) = (Vec::new(), Vec::new());
    for (at, heading) in first.headings.iter().enumerate() {
        let meaning = heading_meaning(heading);
        let place = |other: &Sample| other.place(heading).or_else(|| other.meaning_place(meaning?));
        let places: Option<Vec<usize>> = others.iter().map(place).collect();
        let is_id = ids.first() == Some(&Some(at));
        let is_refused = options.without.iter().any(|own| normalised(own) == normalised(heading));
        match places.filter(|_| !heading.is_empty() && !is_refused && !is_id) {
            Some(mut places) => {
                places.insert(0, at);
                columns.push(Shared { heading: heading.clone(), places, meaning });
            }
            None if is_id || heading.is_empty() => {}
            None => left_out.push(heading.clone()),
        }
    }
    (columns, left_out)
}

/// Where the id column stands in each file.
fn id_places(options: &Link, samples: &[Sample], out: &Out) -> Result<Vec<Option<usize>>> {
    let Some(id) = &options.id else { return Ok(vec![None; samples.len()]) };
    let mut places = Vec::new();
    for (path, sample) in options.files.iter().zip(samples) {
        let Some(place) = sample.place(id) else {
            let message = Message::new("link-no-id-column")
                .with("file", path.display())
                .with("column", id)
                .with("headings", sample.headings.join(", "));
            bail!(out.words.say(&message));
        };
        places.push(Some(place));
    }
    Ok(places)
}

/// The files' names; their paths where the names are the same.
fn names(files: &[PathBuf]) -> Vec<String> {
    let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let names: Vec<String> = files.iter().map(name).collect();
    match &names[..] {
        [first, second] if first == second => {
            files.iter().map(|path| path.display().to_string()).collect()
        }
        _ => names,
    }
}

/// Opens a table.
pub fn open(path: &Path) -> Result<PlainTable<'static>> {
    Ok(PlainTable::open(File::open(path)?)?)
}

/// A heading in small letters, without spaces and signs.
pub fn normalised(heading: &str) -> String {
    heading.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Rows by which it is told what a column holds.
const SAMPLE_ROWS: usize = 2000;
/// Bad rows that are told one by one.
const PROBLEMS_SHOWN: u64 = 10;
const ROWS_BETWEEN_LOOKS: u64 = 4096;
