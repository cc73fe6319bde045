//! Tables of the ledger: a folder each, with a folder for each day.
//!
//! # Invariants
//!
//! * A table is written beside the others under a name that no reader looks at, and takes its place
//!   by one rename. Whoever registers it does so afterwards; what nobody registered is swept away.
//! * A day's rows lie in that day's folder and in no other.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::row::{DAY, LedgerRow};
use crate::{LedgerError, file};

/// The folder of all tables.
#[derive(Debug, Clone)]
pub struct Ledger {
    path: PathBuf,
}

/// The file that a table was made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Its name, without its folder.
    pub file: String,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
}

/// A table while it is written. Dropped before it is finished, it leaves nothing.
pub struct TableWriter {
    beside: PathBuf,
    place: PathBuf,
    origin: Origin,
    waiting: BTreeMap<i64, Vec<LedgerRow>>,
    waiting_rows: usize,
    waiting_bytes: usize,
    /// Files of each day so far.
    files: BTreeMap<i64, u32>,
    rows: u64,
    is_placed: bool,
}

/// What a table amounts to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Rows.
    pub rows: u64,
    /// The first day and the last one, since 1970.
    pub days: Option<(i64, i64)>,
}

impl Ledger {
    /// The tables in a folder, which need not be there yet.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Begins a table.
    ///
    /// # Errors
    ///
    /// When its folder cannot be made.
    pub fn begin(&self, name: &str, origin: Origin) -> Result<TableWriter, LedgerError> {
        let beside = self.path.join(format!("{UNFINISHED}{name}"));
        folder(&self.path)?;
        folder(&beside)?;
        Ok(TableWriter {
            beside,
            place: self.path.join(name),
            origin,
            waiting: BTreeMap::new(),
            waiting_rows: 0,
            waiting_bytes: 0,
            files: BTreeMap::new(),
            rows: 0,
            is_placed: false,
        })
    }

    /// Removes every table that is not among those registered: what a load left that died.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read or something not be removed.
    pub fn sweep(&self, registered: &[String]) -> Result<u64, LedgerError> {
        let mut swept = 0;
        for entry in entries(&self.path)? {
            let name = entry.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if !registered.contains(&name) {
                fs::remove_dir_all(&entry).map_err(LedgerError::file(&entry))?;
                swept += 1;
            }
        }
        Ok(swept)
    }

    /// The files of each day of some tables, oldest day first: the table's place in the list, and
    /// the file.
    pub(crate) fn days(
        &self,
        tables: &[String],
    ) -> Result<BTreeMap<i64, Vec<(usize, PathBuf)>>, LedgerError> {
        let mut days: BTreeMap<i64, Vec<(usize, PathBuf)>> = BTreeMap::new();
        for (number, table) in tables.iter().enumerate() {
            let path = self.path.join(table);
            if !path.is_dir() {
                return Err(LedgerError::Missing { table: table.clone() });
            }
            for day_folder in entries(&path)? {
                let name = day_folder.file_name().unwrap_or_default().to_string_lossy();
                let day = name.strip_prefix(DAY_PREFIX).and_then(day_number);
                let day = day.ok_or(LedgerError::Damaged)?;
                let mut files = entries(&day_folder)?;
                files.sort();
                days.entry(day).or_default().extend(files.into_iter().map(|file| (number, file)));
            }
        }
        Ok(days)
    }
}

impl TableWriter {
    /// Takes a row.
    ///
    /// # Errors
    ///
    /// When a file cannot be written.
    pub fn push(&mut self, row: LedgerRow) -> Result<(), LedgerError> {
        let day = row.time.div_euclid(DAY);
        self.waiting_rows += 1;
        self.waiting_bytes += row.original.len() + ROW_BYTES;
        self.rows += 1;
        self.waiting.entry(day).or_default().push(row);
        if WAITING_ROWS_MAX <= self.waiting_rows || WAITING_BYTES_MAX <= self.waiting_bytes {
            self.flush()?;
        }
        Ok(())
    }

    /// Writes what waits: one more file for each day of it.
    fn flush(&mut self) -> Result<(), LedgerError> {
        for (day, mut rows) in std::mem::take(&mut self.waiting) {
            rows.sort_by_key(|row| (row.time, row.line));
            let number = self.files.entry(day).or_default();
            let day_folder = self.beside.join(format!("{DAY_PREFIX}{}", day_name(day)));
            folder(&day_folder)?;
            let path = day_folder.join(format!("{number:06}.parquet"));
            *number += 1;
            let mut out = io::BufWriter::new(private(&path).map_err(LedgerError::file(&path))?);
            file::write(&mut out, &rows, &self.origin)?;
            let done = out.flush().and_then(|()| out.get_ref().sync_all());
            done.map_err(LedgerError::file(&path))?;
        }
        (self.waiting_rows, self.waiting_bytes) = (0, 0);
        Ok(())
    }

    /// Puts the table in its place. It counts once it is registered.
    ///
    /// # Errors
    ///
    /// When a file cannot be written; then nothing stays.
    pub fn finish(mut self) -> Result<Written, LedgerError> {
        self.flush()?;
        fs::rename(&self.beside, &self.place).map_err(LedgerError::file(&self.place))?;
        self.is_placed = true;
        let ends = self.files.keys().next().zip(self.files.keys().next_back());
        Ok(Written { rows: self.rows, days: ends.map(|(first, last)| (*first, *last)) })
    }
}

impl Drop for TableWriter {
    fn drop(&mut self) {
        if !self.is_placed {
            // The next load sweeps away what could not be removed now.
            let _ = fs::remove_dir_all(&self.beside);
        }
    }
}

/// The day of a number since 1970, as `2026-03-01`.
#[must_use]
pub fn day_name(day: i64) -> String {
    let date = jiff::Span::new().try_days(day).and_then(|span| EPOCH.checked_add(span));
    date.map_or_else(|_| day.to_string(), |date| date.to_string())
}

fn day_number(name: &str) -> Option<i64> {
    let date: Date = name.parse().ok()?;
    Some(date.since(EPOCH).ok()?.get_days().into())
}

fn entries(path: &Path) -> Result<Vec<PathBuf>, LedgerError> {
    let entries = match fs::read_dir(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(LedgerError::file(path))?,
    };
    let found: io::Result<Vec<PathBuf>> = entries.map(|entry| Ok(entry?.path())).collect();
    found.map_err(LedgerError::file(path))
}

/// A folder for its owner's eyes only.
fn folder(path: &Path) -> Result<(), LedgerError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(LedgerError::file(path))
}

fn private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create_new(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

const EPOCH: Date = Date::constant(1970, 1, 1);
const UNFINISHED: &str = ".unfinished-";
const DAY_PREFIX: &str = "day=";
/// Rows, and bytes of them, that wait in memory whatever the file's size.
const WAITING_ROWS_MAX: usize = 200_000;
const WAITING_BYTES_MAX: usize = 128 << 20;
/// What a row takes beside its original text, in bytes, about.
const ROW_BYTES: usize = 400;
