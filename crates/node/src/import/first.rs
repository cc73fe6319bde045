//! What was said at an import whose rows were set aside: said again when they come back mended.

use std::fs;
use std::path::{Path, PathBuf};

use liaison_formats::{Format, Mapping};
use liaison_model::values::DateOrder;
use liaison_model::{EntityId, Marks};
use serde::{Deserialize, Serialize};

use super::ImportRequest;
use crate::NodeError;

/// What is true of all rows of an import, as `<time>-<file>.rows.json` keeps it beside the rows:
/// mended rows get the same ids, dataset and marks as if they had never been set aside.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FirstImport {
    /// Name of the format.
    format: String,
    dataset: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    /// As it is written on the command line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    grade: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    handling: Option<Marks>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    dates: Option<DateOrder>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    country: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mapping: Option<Mapping>,
    /// Id of the import, under which its mended rows belong to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    import: Option<String>,
    /// The file with the rows.
    #[serde(skip)]
    rows: PathBuf,
}

/// Which import's rows come back mended, and in which file.
#[derive(Debug, Clone)]
pub struct Mends {
    pub(super) import: Option<String>,
    pub(super) rows: PathBuf,
}

impl FirstImport {
    /// What was said at the import that set the rows of this file aside; `None` where nothing is
    /// kept beside it.
    ///
    /// # Errors
    ///
    /// When what is kept cannot be read.
    pub fn beside(rows: &Path) -> Result<Option<Self>, NodeError> {
        let Some(path) = path_beside(rows) else { return Ok(None) };
        let text = match fs::read(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            read => read.map_err(NodeError::file(&path))?,
        };
        let first: Self = serde_json::from_slice(&text).map_err(|_| NodeError::Damaged { path })?;
        Ok(Some(Self { rows: rows.to_owned(), ..first }))
    }

    /// Says the same at another import, where nothing else is said there.
    pub fn say_again(self, request: &mut ImportRequest<'_>) {
        request.format = request.format.or_else(|| self.format());
        request.mapping = request.mapping.take().or(self.mapping);
        request.dataset = request.dataset.take().or(Some(self.dataset));
        request.source = request.source.take().or(self.source);
        request.grade = request.grade.or_else(|| self.grade?.parse().ok());
        request.dates = request.dates.or(self.dates);
        request.country = request.country.take().or(self.country);
        request.marks = request.marks.take().or(self.handling);
        request.mends = Some(Mends { import: self.import, rows: self.rows });
    }

    /// Of an import whose format, dataset and mapping are known now.
    pub(super) fn of(
        request: &ImportRequest<'_>,
        format: Format,
        dataset: &str,
        mapping: Option<&Mapping>,
        record: &EntityId,
    ) -> Self {
        let first = request.mends.as_ref().and_then(|mends| mends.import.clone());
        Self {
            format: format.name().to_owned(),
            dataset: dataset.to_owned(),
            source: request.source.clone(),
            grade: request.grade.map(|grade| grade.to_string()),
            handling: request.marks.clone(),
            dates: request.dates,
            country: request.country.clone(),
            mapping: mapping.cloned(),
            import: Some(first.unwrap_or_else(|| record.to_string())),
            rows: PathBuf::new(),
        }
    }

    /// Rows are set aside as CSV, whatever table they stood in.
    fn format(&self) -> Option<Format> {
        match Format::named(&self.format) {
            Some(Format::Xlsx) => Some(Format::Csv),
            format => format,
        }
    }
}

/// Where it is kept: `a.rows.json` beside `a.rows.csv`.
pub(super) fn path_beside(rows: &Path) -> Option<PathBuf> {
    rows.to_str()?.ends_with(ROWS_END).then(|| rows.with_extension("json"))
}

const ROWS_END: &str = ".rows.csv";
