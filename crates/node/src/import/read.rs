//! Which importer reads a file.

use std::io::{Cursor, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use liaison_formats::{
    CsvOptions, Datasets, Format, HEAD_BYTES, ImportContext, Mapping, ReadSummary, Sink,
};
use liaison_model::Marks;
use liaison_model::messages::Message;
use liaison_model::values::Hints;

use super::{ImportRequest, Input};
use crate::{Node, NodeError};

/// What is known about an import before its first row is read.
#[derive(Debug, Clone)]
pub(super) struct Facts {
    pub(super) file: String,
    pub(super) format: Format,
    pub(super) dataset: String,
}

/// An import whose format is known.
pub(super) struct Opened<'a> {
    pub(super) facts: Facts,
    pub(super) stop: Option<&'a AtomicBool>,
    context: ImportContext,
    mapping: Option<Mapping>,
    inputs: Vec<Input<'a>>,
}

impl Node {
    pub(super) fn open_inputs<'a>(
        &self,
        request: ImportRequest<'a>,
    ) -> Result<Opened<'a>, NodeError> {
        let mut inputs = request.inputs;
        let missing = || NodeError::Option { what: Message::new("error-no-input") };
        let first = inputs.first_mut().ok_or_else(missing)?;
        let head = peek(first)?;
        let file = first.name.clone();
        let detected = liaison_formats::detect(&file, &head);
        let unknown = || NodeError::UnknownFormat { file: file.clone() };
        let format = request.format.or(detected).ok_or_else(unknown)?;
        let dataset = request.dataset.unwrap_or_else(|| dataset_of(&file, format));
        let published = matches!(
            format,
            Format::OfacSdn
                | Format::UnConsolidated
                | Format::SituationFigures
                | Format::SituationPlaces
                | Format::SituationEvents
        );
        let marks = match request.marks {
            Some(marks) => marks,
            // What its publisher gave to the world is open; whatever else is unmarked stays here.
            None if published => Marks { tlp: Some(liaison_model::Tlp::Clear), ..Marks::default() },
            None => Marks::default(),
        };
        let context = ImportContext {
            origin: self.agency().clone(),
            dataset: dataset.clone(),
            datasets: Datasets::FromContext,
            source: request.source,
            file: file.clone(),
            grade: request.grade,
            marks: Arc::new(marks),
            seen: None,
            hints: Hints { country: Some(self.config.country.clone()), ..Hints::default() },
        };
        let facts = Facts { file, format, dataset };
        Ok(Opened { facts, stop: request.stop, context, mapping: request.mapping, inputs })
    }
}

/// Reads an import into a sink.
pub(super) fn read(opened: Opened<'_>, sink: &mut dyn Sink) -> Result<ReadSummary, NodeError> {
    let Opened { facts, context, mapping, mut inputs, .. } = opened;
    let mut next = || if inputs.is_empty() { None } else { Some(inputs.remove(0).bytes) };
    let first = next().ok_or(NodeError::NotFound)?;
    let summary = match facts.format {
        Format::FtmEntities => liaison_formats::read_ftm_entities(first, &context, sink)?,
        Format::Csv
        | Format::SituationFigures
        | Format::SituationPlaces
        | Format::SituationEvents => {
            let built_in = || liaison_formats::built_in_mapping(facts.format);
            let missing = || NodeError::Option { what: Message::new("error-no-mapping") };
            let mapping = mapping.or_else(built_in).ok_or_else(missing)?;
            liaison_formats::read_csv(first, &mapping, CsvOptions::default(), &context, sink)?
        }
        _ => return Err(NodeError::UnknownFormat { file: facts.file }),
    };
    Ok(summary)
}

/// The first bytes of an input, which is still read from its start afterwards.
fn peek(input: &mut Input<'_>) -> Result<Vec<u8>, NodeError> {
    let mut head = Vec::new();
    let rest = std::mem::replace(&mut input.bytes, Box::new(std::io::empty()));
    let mut limited = rest.take(HEAD_BYTES as u64);
    limited.read_to_end(&mut head).map_err(NodeError::file(&input.name))?;
    input.bytes = Box::new(Cursor::new(head.clone()).chain(limited.into_inner()));
    Ok(head)
}

fn dataset_of(file: &str, format: Format) -> String {
    match format {
        Format::OfacSdn => "us-ofac-sdn".to_owned(),
        Format::UnConsolidated => "un-sc-sanctions".to_owned(),
        Format::SituationFigures | Format::SituationPlaces | Format::SituationEvents => {
            "situation".to_owned()
        }
        _ => {
            let stem = Path::new(file).file_stem().unwrap_or_default().to_string_lossy();
            let stem = stem.strip_suffix(".ftm").unwrap_or(&stem).to_lowercase();
            let fits = |c: char| if c.is_alphanumeric() { c } else { '-' };
            let name: String = stem.chars().map(fits).collect();
            let name = name.trim_matches('-');
            if name.is_empty() { "import".to_owned() } else { name.to_owned() }
        }
    }
}
