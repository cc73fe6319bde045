//! Columns of answers as one Parquet file, for other programs.

use std::io::Write;
use std::sync::Arc;

use parquet::basic::{Compression, ConvertedType, Repetition, Type as Physical, ZstdLevel};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::Type;

use crate::ParquetError;

/// The values of a column, one for each row.
#[derive(Debug, Clone, PartialEq)]
pub enum Column {
    /// Texts. Sums are texts, too, so that nobody rounds them.
    Text(Vec<String>),
    /// Whole numbers.
    Count(Vec<i64>),
    /// Scores.
    Score(Vec<f64>),
}

/// Writes named columns of equal length.
///
/// # Errors
///
/// When the file cannot be written.
pub fn write_columns(
    out: impl Write + Send,
    columns: &[(String, Column)],
) -> Result<(), ParquetError> {
    let mut fields = Vec::new();
    for (name, column) in columns {
        let builder = match column {
            Column::Text(_) => Type::primitive_type_builder(name, Physical::BYTE_ARRAY)
                .with_converted_type(ConvertedType::UTF8),
            Column::Count(_) => Type::primitive_type_builder(name, Physical::INT64),
            Column::Score(_) => Type::primitive_type_builder(name, Physical::DOUBLE),
        };
        fields.push(Arc::new(builder.with_repetition(Repetition::REQUIRED).build()?));
    }
    let schema = Arc::new(Type::group_type_builder("answers").with_fields(fields).build()?);
    let zstd = Compression::ZSTD(ZstdLevel::default());
    let properties = Arc::new(WriterProperties::builder().set_compression(zstd).build());
    let mut file = SerializedFileWriter::new(out, schema, properties)?;
    let mut group = file.next_row_group()?;
    for (_, column) in columns {
        let Some(mut next) = group.next_column()? else { break };
        match column {
            Column::Text(texts) => {
                let texts: Vec<ByteArray> =
                    texts.iter().map(|text| ByteArray::from(text.as_str())).collect();
                next.typed::<ByteArrayType>().write_batch(&texts, None, None)?;
            }
            Column::Count(counts) => {
                next.typed::<Int64Type>().write_batch(counts, None, None)?;
            }
            Column::Score(scores) => {
                next.typed::<DoubleType>().write_batch(scores, None, None)?;
            }
        }
        next.close()?;
    }
    group.close()?;
    file.close()?;
    Ok(())
}
