//! Which transactions match? Tables of transactions in Parquet files.
//!
//! * [`ParquetTable`] reads a bare file of anybody, some columns of it, as text that says exactly
//!   what they hold; [`write_columns`] writes one.
//! * [`Ledger`] keeps the node's own tables: a folder each, a folder for each day in it, rows with
//!   their origin. [`Ledger::scan`] reads them in one order.
//!
//! # Invariants
//!
//! * Only this crate knows Parquet.
//! * A decimal and a time are told to their last digit; a float as the shortest number that is read
//!   back as the same float. A sum is whole minor units.
//! * No row is changed or removed once it is written. What is a duplicate is said at each read.

mod columns;
mod file;
mod parquet_rows;
mod row;
mod scan;
mod table;

use std::path::{Path, PathBuf};

pub use columns::{Column, write_columns};
pub use file::ScannedRow;
pub use parquet_rows::{ParquetError, ParquetRows, ParquetTable};
pub use row::{
    DAY, Exactness, KEY_BYTES, Kind, LedgerRow, Money, Party, UnknownWord, account_form,
};
pub use scan::{Found, Scanned, Wanted};
pub use table::{Ledger, Origin, TableWriter, Written, day_name};

/// Why the ledger cannot be read or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LedgerError {
    /// A file or folder cannot be read or written.
    #[error("{path}: {source}")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A Parquet file cannot be read or written.
    #[error(transparent)]
    Parquet(#[from] ParquetError),
    /// A file does not hold what the ledger writes.
    #[error("a file of the ledger does not hold what the ledger writes")]
    Damaged,
    /// A table is registered, and its files are gone.
    #[error("the files of the table {table} are gone")]
    Missing {
        /// Which.
        table: String,
    },
}

impl LedgerError {
    fn file(path: &Path) -> impl Fn(std::io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |source| Self::File { path: path.clone(), source }
    }
}

impl From<parquet::errors::ParquetError> for LedgerError {
    fn from(error: parquet::errors::ParquetError) -> Self {
        Self::Parquet(ParquetError::from(error))
    }
}
