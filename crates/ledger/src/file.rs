//! Rows of the ledger in one Parquet file.

use std::fs::File;
use std::io::Write;
use std::sync::Arc;

use parquet::basic::{Compression, ZstdLevel};
use parquet::column::reader::get_typed_column_reader;
use parquet::data_type::{
    ByteArray, ByteArrayType, DataType, FixedLenByteArray, FixedLenByteArrayType, Int32Type,
    Int64Type,
};
use parquet::file::properties::{ReaderProperties, WriterProperties};
use parquet::file::reader::{FileReader, RowGroupReader, SerializedFileReader};
use parquet::file::serialized_reader::ReadOptionsBuilder;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::parser::parse_message_type;
use parquet::schema::types::ColumnPath;

use crate::row::{Exactness, KEY_BYTES, Kind, LedgerRow, Money};
use crate::{LedgerError, Origin, ParquetError};

/// A row as a scan has it: what a question about money needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScannedRow {
    /// Microseconds since 1970, UTC.
    pub time: i64,
    /// How exactly the source says when.
    pub exactness: Exactness,
    /// Whose money it was.
    pub from: String,
    /// Whose it became.
    pub to: String,
    /// How much.
    pub amount: Money,
    /// Currency or token.
    pub currency: String,
    /// What the bank did.
    pub kind: Kind,
    /// Reference; may be empty.
    pub reference: String,
    /// Bank of the sender; may be empty.
    pub from_bank: String,
    /// Bank of the receiver; may be empty.
    pub to_bank: String,
    /// Who the sender is said to be; may be empty.
    pub from_holder: String,
    /// Who the receiver is said to be; may be empty.
    pub to_holder: String,
    /// Line of the file, from 1.
    pub line: u64,
    /// What files share that tell of one transaction.
    pub key: [u8; KEY_BYTES],
}

/// Writes rows, already in order, into a new file.
pub(crate) fn write(
    out: impl Write + Send,
    rows: &[LedgerRow],
    origin: &Origin,
) -> Result<(), LedgerError> {
    let schema = Arc::new(parse_message_type(SCHEMA)?);
    let zstd = Compression::ZSTD(ZstdLevel::try_new(ZSTD_LEVEL)?);
    let mut properties = WriterProperties::builder().set_compression(zstd);
    for account in ["from", "to"] {
        let path = ColumnPath::from(account);
        properties = properties
            .set_column_bloom_filter_enabled(path.clone(), true)
            .set_column_bloom_filter_max_ndv(path, GROUP_ROWS as u64);
    }
    let properties = Arc::new(properties.build());
    let mut file = SerializedFileWriter::new(out, schema, properties)?;
    for rows in rows.chunks(GROUP_ROWS) {
        let mut group = file.next_row_group()?;
        write_group(&mut group, rows, origin)?;
        group.close()?;
    }
    file.close()?;
    Ok(())
}

/// The columns in the order of [`SCHEMA`].
fn write_group<W: Write + Send>(
    group: &mut SerializedRowGroupWriter<'_, W>,
    rows: &[LedgerRow],
    origin: &Origin,
) -> Result<(), ParquetError> {
    let texts = |text: fn(&LedgerRow) -> &str| -> Vec<ByteArray> {
        rows.iter().map(|row| ByteArray::from(text(row))).collect()
    };
    let bytes = |bytes: fn(&LedgerRow) -> [u8; KEY_BYTES]| -> Vec<FixedLenByteArray> {
        let fixed = |row| FixedLenByteArray::from(bytes(row).to_vec());
        rows.iter().map(fixed).collect()
    };
    let same = |text: &str| vec![ByteArray::from(text); rows.len()];
    let decimals: Vec<i32> = rows.iter().map(|row| i32::from(row.amount.decimals)).collect();
    let times: Vec<i64> = rows.iter().map(|row| row.time).collect();
    // Lines are counted while a file is read, and stay far below 63 bits.
    let lines: Vec<i64> =
        rows.iter().map(|row| i64::try_from(row.line).unwrap_or(i64::MAX)).collect();
    column::<Int64Type, W>(group, &times)?;
    column::<ByteArrayType, W>(group, &texts(|row| row.exactness.word()))?;
    column::<ByteArrayType, W>(group, &texts(|row| &row.from.account))?;
    column::<ByteArrayType, W>(group, &texts(|row| &row.to.account))?;
    column::<FixedLenByteArrayType, W>(group, &bytes(|row| row.amount.minor.to_be_bytes()))?;
    column::<Int32Type, W>(group, &decimals)?;
    column::<ByteArrayType, W>(group, &texts(|row| &row.currency))?;
    column::<ByteArrayType, W>(group, &texts(|row| row.kind.word()))?;
    column::<ByteArrayType, W>(group, &texts(|row| &row.reference))?;
    column::<ByteArrayType, W>(group, &texts(|row| &row.from.bank))?;
    column::<ByteArrayType, W>(group, &texts(|row| &row.to.bank))?;
    column::<ByteArrayType, W>(group, &texts(|row| &row.from.holder))?;
    column::<ByteArrayType, W>(group, &texts(|row| &row.to.holder))?;
    column::<ByteArrayType, W>(group, &same(&origin.file))?;
    column::<ByteArrayType, W>(group, &same(&origin.sha256))?;
    column::<Int64Type, W>(group, &lines)?;
    column::<FixedLenByteArrayType, W>(group, &bytes(LedgerRow::same_key))?;
    column::<ByteArrayType, W>(group, &texts(|row| &row.original))
}

fn column<T: DataType, W: Write + Send>(
    group: &mut SerializedRowGroupWriter<'_, W>,
    values: &[T::T],
) -> Result<(), ParquetError> {
    if let Some(mut column) = group.next_column()? {
        column.typed::<T>().write_batch(values, None, None)?;
        column.close()?;
    }
    Ok(())
}

/// The row groups of a file that may hold an account, read one at a time.
pub(crate) struct Groups {
    file: SerializedFileReader<File>,
    next: usize,
    account: Option<ByteArray>,
    /// Groups that were not read, because their filters say that the account is in none.
    pub(crate) skipped: u64,
}

impl Groups {
    pub(crate) fn open(file: File, account: Option<&str>) -> Result<Self, ParquetError> {
        let properties = ReaderProperties::builder().set_read_bloom_filter(account.is_some());
        let options = ReadOptionsBuilder::new().with_reader_properties(properties.build()).build();
        let file = SerializedFileReader::new_with_options(file, options)?;
        Ok(Self { file, next: 0, account: account.map(ByteArray::from), skipped: 0 })
    }

    /// The rows of the next group.
    pub(crate) fn next_group(&mut self) -> Result<Option<Vec<ScannedRow>>, LedgerError> {
        while self.next < self.file.num_row_groups() {
            let group = self.file.get_row_group(self.next)?;
            self.next += 1;
            if self.account.as_ref().is_none_or(|account| may_hold(&*group, account)) {
                return read_group(&*group).map(Some);
            }
            self.skipped += 1;
        }
        Ok(None)
    }
}

fn may_hold(group: &dyn RowGroupReader, account: &ByteArray) -> bool {
    let in_column = |column| {
        let filter = group.get_column_bloom_filter(column);
        filter.is_none_or(|filter| filter.check(account))
    };
    in_column(FROM) || in_column(TO)
}

fn read_group(group: &dyn RowGroupReader) -> Result<Vec<ScannedRow>, LedgerError> {
    let count = usize::try_from(group.metadata().num_rows()).unwrap_or(0);
    let times = values::<Int64Type>(group, 0, count)?;
    let lines = values::<Int64Type>(group, 15, count)?;
    let decimals = values::<Int32Type>(group, 5, count)?;
    let [amounts, keys] = [4, 16].map(|at| values::<FixedLenByteArrayType>(group, at, count));
    let (amounts, keys) = (amounts?, keys?);
    let mut texts = Vec::new();
    for at in [1, FROM, TO, 6, 7, 8, 9, 10, 11, 12] {
        texts.push(values::<ByteArrayType>(group, at, count)?);
    }
    let fixed = |bytes: &FixedLenByteArray| {
        <[u8; KEY_BYTES]>::try_from(bytes.data()).map_err(|_| LedgerError::Damaged)
    };
    let row = |at: usize| {
        let text = |column: usize| {
            let text = texts[column][at].as_utf8().map_err(|_| LedgerError::Damaged)?;
            Ok::<_, LedgerError>(text.to_owned())
        };
        let decimals = u8::try_from(decimals[at]).map_err(|_| LedgerError::Damaged)?;
        let minor = u128::from_be_bytes(fixed(&amounts[at])?);
        Ok(ScannedRow {
            time: times[at],
            exactness: text(0)?.parse().map_err(|_| LedgerError::Damaged)?,
            from: text(1)?,
            to: text(2)?,
            amount: Money { minor, decimals },
            currency: text(3)?,
            kind: text(4)?.parse().map_err(|_| LedgerError::Damaged)?,
            reference: text(5)?,
            from_bank: text(6)?,
            to_bank: text(7)?,
            from_holder: text(8)?,
            to_holder: text(9)?,
            line: u64::try_from(lines[at]).map_err(|_| LedgerError::Damaged)?,
            key: fixed(&keys[at])?,
        })
    };
    (0..count).map(row).collect()
}

fn values<T: DataType>(
    group: &dyn RowGroupReader,
    column: usize,
    count: usize,
) -> Result<Vec<T::T>, LedgerError> {
    let is_it = group
        .metadata()
        .columns()
        .get(column)
        .is_some_and(|column| column.column_type() == T::get_physical_type());
    if !is_it {
        return Err(LedgerError::Damaged);
    }
    let reader = group.get_column_reader(column)?;
    let mut values = Vec::new();
    get_typed_column_reader::<T>(reader).read_records(count, None, None, &mut values)?;
    if values.len() == count { Ok(values) } else { Err(LedgerError::Damaged) }
}

/// The columns of a file of the ledger. Times of rows that name no zone are as if they were UTC;
/// `exactness` says which those are.
const SCHEMA: &str = "message transactions {
    required int64 time (TIMESTAMP(MICROS,true));
    required binary exactness (UTF8);
    required binary from (UTF8);
    required binary to (UTF8);
    required fixed_len_byte_array(16) minor (DECIMAL(38,0));
    required int32 decimals;
    required binary currency (UTF8);
    required binary kind (UTF8);
    required binary reference (UTF8);
    required binary from_bank (UTF8);
    required binary to_bank (UTF8);
    required binary from_holder (UTF8);
    required binary to_holder (UTF8);
    required binary file (UTF8);
    required binary sha256 (UTF8);
    required int64 line;
    required fixed_len_byte_array(16) key;
    required binary original (UTF8);
}";
const FROM: usize = 2;
const TO: usize = 3;
/// Rows that are read or passed over together.
const GROUP_ROWS: usize = 32_768;
const ZSTD_LEVEL: i32 = 3;
