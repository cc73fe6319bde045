//! Which importer reads a file.

use std::io::{Cursor, Read, Seek};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use liaison_formats::{
    Datasets, Format, HEAD_BYTES, ImportContext, Mapping, OfacFiles, Proposal, Provenance,
    ReadSummary, Sample, Sink,
};
use liaison_model::messages::Message;
use liaison_model::values::{self, Hints};
use liaison_model::{EntityId, Marks, RecordKind};

use super::{FirstImport, ImportRequest, Input, Mends};
use crate::{Node, NodeError, WrongUse};

/// What is known about an import before its first row is read.
#[derive(Debug, Clone)]
pub(super) struct Facts {
    pub(super) file: String,
    pub(super) format: Format,
    pub(super) dataset: String,
    /// What is said again when its rows come back mended.
    pub(super) said: FirstImport,
    /// The entity that stands for this import.
    pub(super) record: EntityId,
    /// The import that it mends.
    pub(super) mends: Option<Mends>,
}

/// An import whose format is known.
pub(super) struct Opened<'a> {
    pub(super) facts: Facts,
    pub(super) stop: Option<&'a AtomicBool>,
    context: ImportContext,
    provenance: Provenance,
    mapping: Option<Mapping>,
    inputs: Vec<Input<'a>>,
}

/// What a file seems to be, before anything of it is read for good.
#[derive(Debug, Clone)]
pub struct Inspected {
    /// Its format.
    pub format: Format,
    /// Headings of a table; empty for other formats.
    pub headings: Vec<String>,
    /// The first rows of a table.
    pub rows: Vec<Vec<String>>,
    /// What its columns seem to mean; absent where nothing is to be decided.
    pub proposal: Option<Proposal>,
}

impl Node {
    /// Looks at a file without writing anything.
    ///
    /// # Errors
    ///
    /// [`NodeError::UnknownFormat`] when nobody reads it, and [`WrongUse`] when there is nothing in
    /// it.
    pub fn inspect(&self, mut input: Input<'_>) -> Result<Inspected, NodeError> {
        let head = peek(&mut input)?;
        let file = input.name.clone();
        if head.is_empty() {
            return Err(WrongUse::EmptyFile { file }.into());
        }
        if head.len() < HEAD_BYTES && head.trim_ascii().is_empty() {
            return Err(WrongUse::NoRows { file }.into());
        }
        let format = liaison_formats::detect(&file, &head);
        let format = format.ok_or(NodeError::UnknownFormat { file })?;
        if !matches!(format, Format::Csv | Format::Xlsx) {
            return Ok(Inspected {
                format,
                headings: Vec::new(),
                rows: Vec::new(),
                proposal: None,
            });
        }
        let table = Table { format, input: &mut input, head: &head, sheet: None };
        let sample = sample_of(table)?;
        let hints = Hints { country: Some(self.config.country.clone()), ..Hints::default() };
        let proposal = liaison_formats::propose(&sample, &hints);
        let mut mapping = proposal.mapping;
        if let Some(mapping) = &mut mapping {
            (mapping.sheet, mapping.heading_row) = (sample.sheet, sample.heading_row);
        }
        let proposal = Some(Proposal { mapping, columns: proposal.columns });
        Ok(Inspected { format, headings: sample.headings, rows: sample.rows, proposal })
    }

    pub(super) fn open_inputs<'a>(
        &self,
        mut request: ImportRequest<'a>,
    ) -> Result<Opened<'a>, NodeError> {
        let mut inputs = std::mem::take(&mut request.inputs);
        let first = inputs.first_mut().ok_or_else(no_input)?;
        let head = peek(first)?;
        let file = first.name.clone();
        if head.is_empty() {
            return Err(WrongUse::EmptyFile { file }.into());
        }
        let detected = liaison_formats::detect(&file, &head);
        let unknown = || NodeError::UnknownFormat { file: file.clone() };
        let format = request.format.or(detected).ok_or_else(unknown)?;
        let dataset =
            request.dataset.take().map_or_else(|| Ok(dataset_of(&file, format)), named)?;
        request.country = request.country.map(code_of_country).transpose()?;
        // Marks given now are the officer's word, and outweigh whatever a file says of itself.
        let provenance = match &request.marks {
            Some(_) => Provenance::OfContext,
            None => Provenance::OfFile,
        };
        let marks = request.marks.clone().unwrap_or_else(|| marks_of(format));
        let sheet = request.sheet.take();
        if let Some(sheet) = sheet.clone().filter(|_| format != Format::Xlsx) {
            return Err(WrongUse::SheetOfNoWorkbook { file, sheet }.into());
        }
        let given = Hints { country: request.country.clone(), date_order: request.dates };
        let context = ImportContext {
            origin: self.agency().clone(),
            dataset: dataset.clone(),
            datasets: Datasets::FromContext,
            source: request.source.clone(),
            file: file.clone(),
            grade: request.grade,
            marks: Arc::new(marks),
            seen: None,
            hints: self.hints(given, request.mapping.as_ref()),
        };
        let needs_mapping = matches!(
            format,
            Format::Csv
                | Format::Xlsx
                | Format::SituationFigures
                | Format::SituationPlaces
                | Format::SituationEvents
                | Format::TravelRestrictions
        );
        let mapping = match request.mapping.take() {
            None if needs_mapping => {
                let table = Table { format, input: first, head: &head, sheet: sheet.as_deref() };
                Some(agree_on_mapping(table, &context.hints, request.agree)?)
            }
            given => given,
        };
        let mapping = mapping.map(|mapping| match sheet {
            Some(_) => Mapping { sheet, ..mapping },
            None => mapping,
        });
        let record = self.new_record(RecordKind::Import)?;
        let said = FirstImport::of(&request, format, &dataset, mapping.as_ref(), &record);
        let facts = Facts { file, format, dataset, said, record, mends: request.mends };
        Ok(Opened { facts, stop: request.stop, context, provenance, mapping, inputs })
    }
}

impl Node {
    /// What single values do not say of themselves: the officer's word, the mapping's, the
    /// agency's.
    fn hints(&self, given: Hints, mapping: Option<&Mapping>) -> Hints {
        let of_mapping = |mapping: &Mapping| mapping.country.clone();
        let of_agency = || Some(self.config.country.clone());
        Hints {
            country: given.country.or_else(|| mapping.and_then(of_mapping)).or_else(of_agency),
            date_order: given.date_order.or_else(|| mapping.and_then(|mapping| mapping.dates)),
        }
    }
}

/// Reads an import into a sink.
pub(super) fn read(opened: Opened<'_>, sink: &mut dyn Sink) -> Result<ReadSummary, NodeError> {
    let Opened { facts, context, provenance, mapping, mut inputs, .. } = opened;
    if facts.format == Format::OfacSdn {
        return Ok(liaison_formats::read_ofac(ofac_files(inputs)?, &context, sink)?);
    }
    let first = if inputs.is_empty() { return Err(no_input()) } else { inputs.remove(0).bytes };
    let mapped = || mapping.ok_or_else(|| option("error-no-mapping"));
    let summary = match facts.format {
        Format::FtmEntities => liaison_formats::read_ftm_entities(first, &context, sink)?,
        Format::FtmStatements => {
            liaison_formats::read_ftm_statements(first, provenance, &context, sink)?
        }
        Format::UnConsolidated => liaison_formats::read_un(first, &context, sink)?,
        Format::Chat => liaison_formats::read_chat(first, &context, sink)?,
        Format::Xlsx => liaison_formats::read_xlsx(spooled(first)?, &mapped()?, &context, sink)?,
        Format::Csv
        | Format::SituationFigures
        | Format::SituationPlaces
        | Format::SituationEvents
        | Format::TravelRestrictions => {
            liaison_formats::read_csv(first, &mapped()?, &context, sink)?
        }
        Format::OfacSdn => return Err(no_input()),
    };
    Ok(summary)
}

/// OFAC publishes names, aliases and addresses as three files that belong together.
fn ofac_files<'a>(inputs: Vec<Input<'a>>) -> Result<OfacFiles<Bytes<'a>>, NodeError> {
    let (mut sdn, mut alt, mut add) = (None, None, None);
    for input in inputs {
        let name = input.name.to_ascii_lowercase();
        let slot = if sdn.is_none() {
            &mut sdn
        } else if name.starts_with("alt") {
            &mut alt
        } else if name.starts_with("add") {
            &mut add
        } else {
            return Err(NodeError::UnknownFormat { file: input.name });
        };
        *slot = Some(input.bytes);
    }
    Ok(OfacFiles { sdn: sdn.ok_or_else(no_input)?, alt, add })
}

/// A table that has no mapping yet.
struct Table<'t, 'a> {
    format: Format,
    input: &'t mut Input<'a>,
    head: &'t [u8],
    sheet: Option<&'t str>,
}

/// The mapping for a table that came without one: built in, or proposed and agreed to.
fn agree_on_mapping(
    table: Table<'_, '_>,
    hints: &Hints,
    agree: &dyn Fn(&Proposal) -> bool,
) -> Result<Mapping, NodeError> {
    if let Some(mapping) = liaison_formats::built_in_mapping(table.format) {
        return Ok(mapping);
    }
    let sample = sample_of(table)?;
    let proposal = liaison_formats::propose(&sample, hints);
    match &proposal.mapping {
        None => Err(option("error-no-mapping")),
        Some(_) if !agree(&proposal) => Err(option("error-mapping-refused")),
        Some(mapping) => Ok(mapping.clone()),
    }
}

/// The first rows of a table, which is still read from its start afterwards.
fn sample_of(table: Table<'_, '_>) -> Result<Sample, NodeError> {
    let Table { format, input, head, sheet } = table;
    match format {
        Format::Xlsx => {
            let bytes = std::mem::replace(&mut input.bytes, Box::new(std::io::empty()));
            let mut file = spooled(bytes)?;
            let sample = liaison_formats::sample_xlsx(&mut file, sheet)?;
            file.rewind().map_err(NodeError::file(&input.name))?;
            input.bytes = Box::new(file);
            Ok(sample)
        }
        _ => Ok(liaison_formats::sample_csv(whole_lines(head))?),
    }
}

/// A workbook is read from its end, so what comes as a stream is put on disk first: in a file
/// without a name, gone with the process.
fn spooled(mut bytes: Bytes<'_>) -> Result<std::fs::File, NodeError> {
    let mut file = tempfile::tempfile().map_err(NodeError::file("-"))?;
    let copied = std::io::copy(&mut (&mut bytes).take(WORKBOOK_BYTES_MAX), &mut file);
    copied.map_err(NodeError::file("-"))?;
    file.rewind().map_err(NodeError::file("-"))?;
    Ok(file)
}

/// What of the first bytes is whole lines. A first row longer than all of them is shown cut: of its
/// beginning a column can be told.
fn whole_lines(head: &[u8]) -> &[u8] {
    let mut ends = head.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at);
    match (ends.next(), ends.next_back()) {
        (Some(_), Some(end)) if head.len() == HEAD_BYTES => &head[..=end],
        _ => head,
    }
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

/// What its publisher gave to the world is open; whatever else is unmarked stays here.
fn marks_of(format: Format) -> Marks {
    match format {
        Format::OfacSdn
        | Format::UnConsolidated
        | Format::SituationFigures
        | Format::SituationPlaces
        | Format::SituationEvents
        | Format::TravelRestrictions => {
            Marks { tlp: Some(liaison_model::Tlp::Clear), ..Marks::default() }
        }
        _ => Marks::default(),
    }
}

fn dataset_of(file: &str, format: Format) -> String {
    match format {
        Format::OfacSdn => "us-ofac-sdn".to_owned(),
        Format::UnConsolidated => "un-sc-sanctions".to_owned(),
        Format::SituationFigures
        | Format::SituationPlaces
        | Format::SituationEvents
        | Format::TravelRestrictions => "situation".to_owned(),
        _ => {
            let stem = Path::new(file).file_stem().unwrap_or_default().to_string_lossy();
            let stem = stem.strip_suffix(".ftm").unwrap_or(&stem).to_lowercase();
            let fits = |c: char| if c.is_alphanumeric() { c } else { '-' };
            let name: String = stem.chars().map(fits).collect();
            let name: String = name.trim_matches('-').chars().take(DATASET_CHARS_MAX).collect();
            if name.is_empty() { "import".to_owned() } else { name }
        }
    }
}

/// A name of a dataset as somebody gave it.
fn named(name: String) -> Result<String, NodeError> {
    let is_letter = |c: char| c.is_alphanumeric() || is_vowel_or_tone(c);
    let is_name = name.chars().count() <= DATASET_CHARS_MAX
        && name.starts_with(char::is_alphanumeric)
        && name.ends_with(is_letter)
        && name.chars().all(|c| is_letter(c) || "-_.".contains(c));
    if is_name { Ok(name) } else { Err(WrongUse::DatasetName { name }.into()) }
}

/// Signs of Thai, Lao, Burmese and Khmer, and accents, that stand with a letter.
fn is_vowel_or_tone(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{E31}'..='\u{E4E}' | '\u{EB1}'..='\u{ECE}'
        | '\u{102B}'..='\u{103E}' | '\u{17B4}'..='\u{17D3}')
}

/// The code of a country as somebody gave it: a code or a name.
fn code_of_country(country: String) -> Result<String, NodeError> {
    match values::country(country.trim()) {
        Ok(code) => Ok(code.to_owned()),
        Err(_) => Err(WrongUse::UnknownCountry { country }.into()),
    }
}

fn no_input() -> NodeError {
    option("error-no-input")
}

fn option(key: &'static str) -> NodeError {
    NodeError::Option { what: Message::new(key) }
}

type Bytes<'a> = Box<dyn Read + Send + 'a>;

/// Longest name of a dataset: what a filter of the API takes.
const DATASET_CHARS_MAX: usize = 250;

/// Workbooks are sent by mail; one beyond this is a mistake or an attack.
const WORKBOOK_BYTES_MAX: u64 = 1024 * 1024 * 1024;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dataset_is_named_with_letters_digits_and_what_stands_between_them() {
        let long = "x".repeat(DATASET_CHARS_MAX + 1);

        for name in ["kr-mofa", "us_ofac.sdn", "7", "피해자-2025", "ผู้เสียหาย"]
        {
            assert_eq!(named(name.to_owned()).unwrap(), name);
        }
        for name in ["", "bad name/../x", "a b", ".", "-x", "x-", &long] {
            let refused = named(name.to_owned()).unwrap_err();
            assert_eq!(refused.message().key, "error-dataset-name", "{name}");
        }
    }

    #[test]
    fn a_country_is_given_by_its_code_or_name() {
        let code = |country: &str| code_of_country(country.to_owned());

        assert_eq!(code("KH").unwrap(), "kh");
        assert_eq!(code("Cambodia").unwrap(), "kh");
        assert_eq!(code("XX").unwrap_err().message().key, "filter-country");
    }
}
