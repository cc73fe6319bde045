//! The rows of a Parquet file, some columns of it, as text.

use std::fs::File;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use parquet::basic::{LogicalType, TimeUnit};
use parquet::data_type::Decimal;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use parquet::record::reader::RowIter;
use parquet::schema::types::Type;

/// Why a Parquet file cannot be read, or not any further.
#[derive(Debug, thiserror::Error)]
#[error("the Parquet file is damaged, cut off, or packed in a way that is not known: {0}")]
pub struct ParquetError(#[from] parquet::errors::ParquetError);

/// A Parquet file of which the columns are known.
pub struct ParquetTable {
    reader: SerializedFileReader<File>,
    headings: Vec<String>,
}

/// What the numbers of a column mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// What their type says.
    Plain,
    /// Moments: how many there are in a second, and whether they are of UTC.
    Moment { per_second: i64, is_utc: bool },
}

/// The chosen columns of a file, row by row.
pub struct ParquetRows {
    rows: RowIter<'static>,
    /// For each column that was asked for its place in a row, and what its numbers mean.
    columns: Vec<(usize, Kind)>,
}

impl ParquetTable {
    /// Opens a file.
    ///
    /// # Errors
    ///
    /// When it is no Parquet file, or was cut off.
    pub fn open(file: File) -> Result<Self, ParquetError> {
        let reader = SerializedFileReader::new(file)?;
        let schema = reader.metadata().file_metadata().schema();
        let headings = schema.get_fields().iter().map(|field| field.name().to_owned()).collect();
        Ok(Self { reader, headings })
    }

    /// The columns, in order.
    #[must_use]
    pub fn headings(&self) -> &[String] {
        &self.headings
    }

    /// How many rows the file says it has.
    #[must_use]
    pub fn rows(&self) -> u64 {
        u64::try_from(self.reader.metadata().file_metadata().num_rows()).unwrap_or(0)
    }

    /// Whether a column holds floats.
    #[must_use]
    pub fn has_floats(&self, column: usize) -> bool {
        use parquet::basic::Type as Physical;
        let schema = self.reader.metadata().file_metadata().schema();
        schema.get_fields().get(column).is_some_and(|field| {
            field.is_primitive()
                && matches!(field.get_physical_type(), Physical::FLOAT | Physical::DOUBLE)
        })
    }

    /// Reads some columns, by their places, in the order in which they are asked for. A place that
    /// the file has not is empty in every row.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    pub fn read(self, places: &[usize]) -> Result<ParquetRows, ParquetError> {
        let schema = self.reader.metadata().file_metadata().schema();
        let mut distinct: Vec<usize> = places.to_vec();
        distinct.sort_unstable();
        distinct.dedup();
        distinct.retain(|place| *place < schema.get_fields().len());
        let fields: Vec<Arc<Type>> =
            distinct.iter().map(|place| Arc::clone(&schema.get_fields()[*place])).collect();
        let columns = places
            .iter()
            .map(|place| match distinct.binary_search(place) {
                Ok(at) => (at, kind(&fields[at])),
                Err(_) => (usize::MAX, Kind::Plain),
            })
            .collect();
        let projected = Type::group_type_builder(schema.name()).with_fields(fields).build()?;
        let rows = RowIter::from_file_into(Box::new(self.reader)).project(Some(projected))?;
        Ok(ParquetRows { rows, columns })
    }
}

impl ParquetRows {
    /// The next row: a text for each column that was asked for, empty where it holds nothing.
    ///
    /// # Errors
    ///
    /// When the file cannot be read any further.
    pub fn next_row(&mut self) -> Result<Option<Vec<String>>, ParquetError> {
        let Some(row) = self.rows.next() else { return Ok(None) };
        let fields = row?.into_columns();
        let text = |(at, kind): &(usize, Kind)| {
            fields.get(*at).map_or_else(String::new, |(_, field)| written(field, *kind))
        };
        Ok(Some(self.columns.iter().map(text).collect()))
    }
}

fn kind(field: &Type) -> Kind {
    let info = field.get_basic_info();
    match info.logical_type_ref() {
        Some(LogicalType::Timestamp(time)) => {
            let per_second = match time.unit {
                TimeUnit::MILLIS => 1_000,
                TimeUnit::MICROS => 1_000_000,
                TimeUnit::NANOS => 1_000_000_000,
            };
            Kind::Moment { per_second, is_utc: time.is_adjusted_to_u_t_c }
        }
        _ => Kind::Plain,
    }
}

/// A value as a table with separators would have it. What has no such form is told as it is, so
/// that whoever reads it sets it aside with what stood there.
fn written(field: &Field, kind: Kind) -> String {
    match (field, kind) {
        (Field::Null, _) => String::new(),
        (Field::Str(text), _) => text.clone(),
        (Field::Bytes(bytes), _) => String::from_utf8_lossy(bytes.data()).into_owned(),
        (Field::Long(count), Kind::Moment { per_second, is_utc }) => {
            moment(*count, per_second, is_utc)
        }
        (Field::TimestampMillis(count), Kind::Moment { is_utc, .. }) => {
            moment(*count, 1_000, is_utc)
        }
        (Field::TimestampMicros(count), Kind::Moment { is_utc, .. }) => {
            moment(*count, 1_000_000, is_utc)
        }
        // Files of the old types say nothing of a zone: their times are of UTC by definition.
        (Field::TimestampMillis(count), Kind::Plain) => moment(*count, 1_000, true),
        (Field::TimestampMicros(count), Kind::Plain) => moment(*count, 1_000_000, true),
        (Field::Date(days), _) => day(*days),
        (Field::Decimal(decimal), _) => decimal_digits(decimal),
        // The shortest digits that are read back as the same float, never with an exponent.
        (Field::Double(value), _) => value.to_string(),
        (Field::Float(value), _) => value.to_string(),
        (Field::Byte(value), _) => value.to_string(),
        (Field::Short(value), _) => value.to_string(),
        (Field::Int(value), _) => value.to_string(),
        (Field::Long(value), Kind::Plain) => value.to_string(),
        (Field::UByte(value), _) => value.to_string(),
        (Field::UShort(value), _) => value.to_string(),
        (Field::UInt(value), _) => value.to_string(),
        (Field::ULong(value), _) => value.to_string(),
        _ => NO_TEXT.to_owned(),
    }
}

fn moment(count: i64, per_second: i64, is_utc: bool) -> String {
    let nanos = i128::from(count) * i128::from(NANOS / per_second);
    let Ok(moment) = Timestamp::from_nanosecond(nanos) else { return count.to_string() };
    let text = moment.to_string();
    if is_utc { text } else { text.trim_end_matches('Z').to_owned() }
}

fn day(days: i32) -> String {
    let span = jiff::Span::new().try_days(days);
    let date = span.and_then(|span| Date::constant(1970, 1, 1).checked_add(span));
    date.map_or_else(|_| days.to_string(), |date| date.to_string())
}

fn decimal_digits(decimal: &Decimal) -> String {
    let bytes = decimal.data();
    let (Ok(scale), true) = (usize::try_from(decimal.scale()), bytes.len() <= size_of::<i128>())
    else {
        return NO_TEXT.to_owned();
    };
    let is_negative = bytes.first().is_some_and(|byte| 0x80 <= *byte);
    let start = if is_negative { -1_i128 } else { 0 };
    let number = bytes.iter().fold(start, |sum, byte| sum << 8 | i128::from(*byte));
    let sign = if is_negative { "-" } else { "" };
    let digits = format!("{:0width$}", number.unsigned_abs(), width = scale + 1);
    let (whole, fraction) = digits.split_at(digits.len() - scale);
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{fraction}")
}

const NANOS: i64 = 1_000_000_000;
/// Stands for a value that no table with separators could hold.
const NO_TEXT: &str = "\u{FFFD}";

#[cfg(test)]
mod tests {
    use std::io::{Seek, Write};

    use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int64Type};
    use parquet::file::writer::SerializedFileWriter;
    use parquet::schema::parser::parse_message_type;

    use super::*;

    fn file() -> File {
        let schema = "message t {
            required int64 at (TIMESTAMP(NANOS,true));
            required int64 naive (TIMESTAMP(MICROS,false));
            required binary who (UTF8);
            required int64 exact (DECIMAL(18,2));
            required double about;
        }";
        let mut bytes = Vec::new();
        let schema = Arc::new(parse_message_type(schema).unwrap());
        let mut writer = SerializedFileWriter::new(&mut bytes, schema, Arc::default()).unwrap();
        let mut group = writer.next_row_group().unwrap();
        let longs = [[0, 1_500_000_000], [0, 1], [0, 0], [5, -123_456], [0, 0]];
        for (column, longs) in longs.iter().enumerate() {
            let mut next = group.next_column().unwrap().unwrap();
            match column {
                2 => {
                    let names = [ByteArray::from("ㄱ"), ByteArray::from("b")];
                    next.typed::<ByteArrayType>().write_batch(&names, None, None).map(|_| ())
                }
                4 => {
                    let values = [8_775_299.29, 1e-7];
                    next.typed::<DoubleType>().write_batch(&values, None, None).map(|_| ())
                }
                _ => next.typed::<Int64Type>().write_batch(longs, None, None).map(|_| ()),
            }
            .unwrap();
            next.close().unwrap();
        }
        group.close().unwrap();
        writer.close().unwrap();
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(&bytes).unwrap();
        file.rewind().unwrap();
        file
    }

    #[test]
    fn columns_are_read_in_the_order_in_which_they_are_asked_for() {
        let table = ParquetTable::open(file()).unwrap();
        assert_eq!(table.headings(), ["at", "naive", "who", "exact", "about"]);
        assert_eq!((table.rows(), table.has_floats(4), table.has_floats(3)), (2, true, false));

        let mut rows = table.read(&[4, 3, 0, 1, 2, 9]).unwrap();

        let first = rows.next_row().unwrap().unwrap();
        let expected =
            ["8775299.29", "0.05", "1970-01-01T00:00:00Z", "1970-01-01T00:00:00", "ㄱ", ""];
        assert_eq!(first, expected);
        let second = rows.next_row().unwrap().unwrap();
        let expected = [
            "0.0000001",
            "-1234.56",
            "1970-01-01T00:00:01.5Z",
            "1970-01-01T00:00:00.000001",
            "b",
            "",
        ];
        assert_eq!(second, expected);
        assert!(rows.next_row().unwrap().is_none());
    }

    #[test]
    fn a_file_that_was_cut_off_is_refused() {
        let mut whole = Vec::new();
        std::io::Read::read_to_end(&mut file(), &mut whole).unwrap();
        for length in [0, 4, 20, whole.len() - 1] {
            let mut cut = tempfile::tempfile().unwrap();
            cut.write_all(&whole[..length]).unwrap();
            assert!(ParquetTable::open(cut).is_err(), "{length}");
        }
    }
}
