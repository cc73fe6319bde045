//! Taking facts out of the node as files, under policy and with looks.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use liaison_formats::{
    ExportSummary, FtmEntityWriter, FtmStatementWriter, TableFormat, write_table,
};
use liaison_model::schema::names::schema as names;
use liaison_model::schema::{self, PropType};
use liaison_model::{Act, EntityId, Instant, Look, Marks, Reader, Statement};
use liaison_policy::{Cover, cover, decide};
use liaison_views::{EntityFilter, Ordinal};
use roaring::RoaringBitmap;

use crate::folder::private_file;
use crate::reading::{EntityView, Snapshot};
use crate::{Node, NodeError};

/// What is taken out.
#[derive(Debug, Clone, Default)]
pub struct ExportRequest {
    /// Which entities. A schema stands for those that extend it, too.
    pub filter: EntityFilter,
    /// Of what was known at this moment.
    pub known_on: Option<Instant>,
}

/// What came of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportReport {
    /// Entities written.
    pub entities: u64,
    /// People whose covers were lifted, and who are in the record of looks for it.
    pub people: u64,
    /// Files written.
    pub files: Vec<PathBuf>,
    /// What was left out or changed, and how often.
    pub left_out: ExportSummary,
}

impl Node {
    /// Writes FollowTheMoney's schemata to `entities.ftm.json` and ours to `extension.ftm.json` in
    /// `folder`.
    ///
    /// # Errors
    ///
    /// [`NodeError::Refused`] when people in it stay covered for this reader or no purpose is
    /// named; then nothing is written.
    pub fn export_ftm(
        &self,
        request: &ExportRequest,
        reader: &Reader,
        folder: &Path,
    ) -> Result<ExportReport, NodeError> {
        let snapshot = self.snapshot(reader, Act::Export, request.known_on)?;
        let chosen = snapshot.chosen(request)?;
        let looks = snapshot.uncover_for_export(&chosen)?;
        std::fs::create_dir_all(folder).map_err(NodeError::file(folder))?;
        let files = vec![folder.join("entities.ftm.json"), folder.join("extension.ftm.json")];
        let open = |path: &PathBuf| -> Result<BufWriter<File>, NodeError> {
            Ok(BufWriter::new(private_file(path).map_err(NodeError::file(path))?))
        };
        let (entities, extension) = (open(&files[0])?, open(&files[1])?);
        let mut writer = FtmEntityWriter::new(entities, extension, self.agency().clone());
        for ordinal in &chosen {
            let Some((id, statements)) = snapshot.raw(ordinal, &looks)? else { continue };
            let statements = statements.iter().map(|(_, statement)| statement);
            writer.write(&id, statements).map_err(NodeError::file(folder))?;
        }
        let left_out = writer.finish().map_err(NodeError::file(folder))?;
        Ok(ExportReport { entities: left_out.written, people: people(&looks), files, left_out })
    }

    /// Writes every statement as CSV with FollowTheMoney's columns and ours: the one form that
    /// comes back without loss.
    ///
    /// # Errors
    ///
    /// As [`Self::export_ftm`].
    pub fn export_statements(
        &self,
        request: &ExportRequest,
        reader: &Reader,
        file: &Path,
    ) -> Result<ExportReport, NodeError> {
        let snapshot = self.snapshot(reader, Act::Export, request.known_on)?;
        let chosen = snapshot.chosen(request)?;
        let looks = snapshot.uncover_for_export(&chosen)?;
        let out = BufWriter::new(private_file(file).map_err(NodeError::file(file))?);
        let mut writer =
            FtmStatementWriter::new(out, self.agency().clone()).map_err(NodeError::file(file))?;
        let mut entities = 0;
        for ordinal in &chosen {
            let Some((_, statements)) = snapshot.raw(ordinal, &looks)? else { continue };
            entities += 1;
            for (marks, statement) in &statements {
                writer.write(statement, marks).map_err(NodeError::file(file))?;
            }
        }
        let left_out = writer.finish().map_err(NodeError::file(file))?;
        Ok(ExportReport {
            entities,
            people: people(&looks),
            files: vec![file.to_owned()],
            left_out,
        })
    }

    /// Writes a list for people: one row per entity with its name, schema, countries and dates.
    ///
    /// # Errors
    ///
    /// As [`Self::export_ftm`]; [`NodeError::File`] when a workbook has no room for so many rows.
    pub fn export_list(
        &self,
        request: &ExportRequest,
        reader: &Reader,
        format: TableFormat,
        file: &Path,
    ) -> Result<ExportReport, NodeError> {
        let snapshot = self.snapshot(reader, Act::Export, request.known_on)?;
        let chosen = snapshot.chosen(request)?;
        let looks = snapshot.uncover_for_export(&chosen)?;
        let mut rows = Vec::new();
        for ordinal in &chosen {
            let Some(entity) = snapshot.entity(ordinal)? else { continue };
            let entity = match looks.first() {
                Some(look) => entity.uncovered(look),
                None => entity,
            };
            rows.push(list_row(&entity));
        }
        let out = private_file(file).map_err(NodeError::file(file))?;
        let failed = |error| NodeError::file(file)(std::io::Error::other(error));
        let entities = write_table(out, format, LIST_HEADINGS, rows).map_err(failed)?;
        let left_out = ExportSummary { written: entities, left_out: Vec::new() };
        Ok(ExportReport {
            entities,
            people: people(&looks),
            files: vec![file.to_owned()],
            left_out,
        })
    }

    /// How many entities the reader may know of.
    ///
    /// # Errors
    ///
    /// When the views fail.
    pub fn count(&self, filter: &EntityFilter, reader: &Reader) -> Result<u64, NodeError> {
        let snapshot = self.snapshot(reader, Act::Find, None)?;
        Ok(self.views.matching(filter, snapshot.window())?.len())
    }

    /// Writes one line of JSON per entity that the reader may see, in the order of the views,
    /// people covered: what `rebuild` must give back byte for byte.
    ///
    /// # Errors
    ///
    /// When a store fails or `out` cannot be written.
    pub fn dump(&self, reader: &Reader, out: &mut impl Write) -> Result<(), NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        for ordinal in self.views.matching(&EntityFilter::default(), snapshot.window())? {
            let Some(entity) = snapshot.entity(ordinal)? else { continue };
            let caption = entity.caption.text();
            let line = format!("{}\t{}\t{caption}", entity.id, entity.schema);
            writeln!(out, "{line}").map_err(NodeError::file("-"))?;
            for s in &entity.statements {
                let line = format!("\t{}\t{}\t{}\t{}", s.id, s.prop, s.value.text(), s.marks);
                writeln!(out, "{line}").map_err(NodeError::file("-"))?;
            }
        }
        Ok(())
    }
}

impl Snapshot<'_> {
    fn chosen(&self, request: &ExportRequest) -> Result<RoaringBitmap, NodeError> {
        let mut filter = request.filter.clone();
        filter.schemata = crate::search::widened(&filter.schemata);
        let matching = self.node.views.matching(&filter, self.window())?;
        // What the node notes about itself (imports, withdrawals, custody) means nothing elsewhere.
        let records = EntityFilter {
            schemata: crate::search::widened(&[names::RECORD.to_owned()]),
            ..EntityFilter::default()
        };
        Ok(matching - self.node.views.matching(&records, self.window())?)
    }

    /// Records a look at every person that an export uncovers. Refused as a whole when one of them
    /// stays covered for this reader.
    fn uncover_for_export(&self, chosen: &RoaringBitmap) -> Result<Vec<Look>, NodeError> {
        let mut people = Vec::new();
        let personal = EntityFilter {
            schemata: schema::all()
                .iter()
                .filter(|schema| liaison_policy::identifies_people(schema))
                .map(|schema| schema.name.to_owned())
                .collect(),
            ..EntityFilter::default()
        };
        let personal = self.node.views.matching(&personal, self.window())?;
        for ordinal in chosen & personal {
            if self.is_covered(ordinal)? {
                let id = self.node.views.id(ordinal)?;
                people.push(id.parse().map_err(|_| NodeError::NotFound)?);
            }
        }
        let mut looks = Vec::new();
        for people in people.chunks(PEOPLE_PER_LOOK) {
            looks.push(self.node.record_look(&self.reader, "export", people.to_vec())?);
        }
        Ok(looks)
    }

    /// Whether anything of an entity is covered; refused when it stays so for this reader.
    fn is_covered(&self, ordinal: Ordinal) -> Result<bool, NodeError> {
        let rows = self.node.views.statements_of(ordinal, self.window())?;
        let sids: Vec<i64> = rows.iter().map(|row| row.sid).collect();
        let kept = self.node.journal.statements(&sids)?;
        let mut is_covered = false;
        for (row, kept) in rows.iter().zip(&kept) {
            let Some((_, statement)) = &kept.body else { continue };
            let label = self.labels.get(&row.mark).ok_or(NodeError::NotFound)?;
            if cover(&statement.schema, &statement.prop, &label.marks) == Cover::Covered {
                let holder = self.node.agency().as_str();
                decide(label, holder, &self.reader, Act::Uncover, self.now).into_result()?;
                is_covered = true;
            }
        }
        Ok(is_covered)
    }

    /// An entity's statements as they are, for the reader whose looks are recorded.
    fn raw(&self, ordinal: Ordinal, _looks: &[Look]) -> Result<Option<Raw>, NodeError> {
        let rows = self.node.views.statements_of(ordinal, self.window())?;
        let sids: Vec<i64> = rows.iter().map(|row| row.sid).collect();
        let kept = self.node.journal.statements(&sids)?;
        let marks_of = |sid| {
            let row = rows.iter().find(|row| row.sid == sid)?;
            Some(self.labels.get(&row.mark)?.marks.clone())
        };
        let mut statements = Vec::with_capacity(kept.len());
        for kept in kept {
            let Some((_, statement)) = kept.body else { continue };
            statements.push((marks_of(kept.sid).unwrap_or_default(), statement));
        }
        let id = statements.first().map(|(_, first)| first.entity.clone());
        Ok(id.map(|id| (id, statements)))
    }
}

/// An entity's id and its statements as they are, each with its marks.
type Raw = (EntityId, Vec<(Marks, Statement)>);

fn people(looks: &[Look]) -> u64 {
    looks.iter().map(|look| look.entry().entities.len() as u64).sum()
}

fn list_row(entity: &EntityView) -> Vec<String> {
    let of_kind = |wanted: PropType| {
        let mut values: Vec<&str> = Vec::new();
        for statement in &entity.statements {
            let schema = schema::find(&statement.schema);
            let kind = schema.and_then(|s| s.property(&statement.prop)).map(|p| p.kind);
            let value = statement.value.text();
            if kind == Some(wanted) && !values.contains(&value) {
                values.push(value);
            }
        }
        values.join("; ")
    };
    let mut datasets: Vec<&str> = entity.statements.iter().map(|s| s.dataset.as_str()).collect();
    datasets.sort_unstable();
    datasets.dedup();
    vec![
        entity.id.to_string(),
        entity.schema.clone(),
        entity.caption.text().to_owned(),
        of_kind(PropType::Name),
        of_kind(PropType::Country),
        of_kind(PropType::Date),
        of_kind(PropType::Identifier),
        of_kind(PropType::Phone),
        datasets.join("; "),
    ]
}

const LIST_HEADINGS: &[&str] = &[
    "id",
    "schema",
    "caption",
    "names",
    "countries",
    "dates",
    "identifiers",
    "phones",
    "datasets",
];
/// A look names at most so many people; an export of more is several looks.
const PEOPLE_PER_LOOK: usize = 5_000;
