//! Taking facts out of the node as files, under policy and with looks.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use liaison_formats::{
    ExportSummary, FtmEntityWriter, FtmStatementWriter, TableError, TableFormat, write_table,
};
use liaison_model::schema::names::schema as names;
use liaison_model::schema::{self, PropType};
use liaison_model::{Act, EntityId, Instant, Look, Marks, Reader, Statement};
use liaison_policy::{Cover, cover, decide};
use liaison_views::{EntityFilter, Ordinal};
use roaring::RoaringBitmap;

use crate::outgoing::{Outgoing, check_free};
use crate::reading::{EntityView, Snapshot};
use crate::{Destination, NewFile, Node, NodeError, WrongUse};

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

impl ExportReport {
    fn new(looks: &[Look], files: Vec<PathBuf>, left_out: ExportSummary) -> Self {
        Self { entities: left_out.written, people: people(looks), files, left_out }
    }
}

impl Node {
    /// Writes FollowTheMoney's schemata to `entities.ftm.json` and ours to `extension.ftm.json` in
    /// a folder. A stream takes one file: FollowTheMoney's.
    ///
    /// # Errors
    ///
    /// [`NodeError::Refused`] when people in it stay covered for this reader or no purpose is
    /// named; [`WrongUse`] where files are there already, or where a stream would have to take our
    /// schemata, too. Then nothing is written.
    pub fn export_ftm(
        &self,
        request: &ExportRequest,
        reader: &Reader,
        to: Destination<'_>,
    ) -> Result<ExportReport, NodeError> {
        let snapshot = self.snapshot(reader, Act::Export, request.known_on)?;
        let chosen = snapshot.chosen(request)?;
        let (folder, existing) = match to {
            Destination::Path(folder, existing) => (folder, existing),
            Destination::Stream(out) => {
                snapshot.check_one_file(&chosen)?;
                let looks = snapshot.uncover_for_export(&chosen)?;
                let out: [&mut dyn Write; 2] = [out, &mut io::sink()];
                let left_out = snapshot.write_ftm(&chosen, &looks, out, Path::new("-"))?;
                return Ok(ExportReport::new(&looks, Vec::new(), left_out));
            }
        };
        let files = vec![folder.join("entities.ftm.json"), folder.join("extension.ftm.json")];
        files.iter().try_for_each(|file| check_free(file, existing))?;
        let looks = snapshot.uncover_for_export(&chosen)?;
        fs::create_dir_all(folder).map_err(NodeError::file(folder))?;
        let mut entities = NewFile::begin(&files[0], existing)?;
        let mut extension = NewFile::begin(&files[1], existing)?;
        let out: [&mut dyn Write; 2] = [&mut entities, &mut extension];
        let left_out = snapshot.write_ftm(&chosen, &looks, out, folder)?;
        NewFile::finish_all(vec![entities, extension])?;
        Ok(ExportReport::new(&looks, files, left_out))
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
        to: Destination<'_>,
    ) -> Result<ExportReport, NodeError> {
        let snapshot = self.snapshot(reader, Act::Export, request.known_on)?;
        let chosen = snapshot.chosen(request)?;
        let mut out = Outgoing::begin(to)?;
        let looks = snapshot.uncover_for_export(&chosen)?;
        let path = out.path();
        let mut writer = FtmStatementWriter::new(BufWriter::new(&mut out), self.agency().clone())
            .map_err(NodeError::file(&path))?;
        let mut entities = 0;
        for ordinal in &chosen {
            let Some((_, statements)) = snapshot.raw(ordinal, &looks)? else { continue };
            entities += 1;
            for (marks, statement) in &statements {
                writer.write(statement, marks).map_err(NodeError::file(&path))?;
            }
        }
        let left_out = writer.finish().map_err(NodeError::file(&path))?;
        let report = ExportReport::new(&looks, out.finish()?, left_out);
        Ok(ExportReport { entities, ..report })
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
        to: Destination<'_>,
    ) -> Result<ExportReport, NodeError> {
        let snapshot = self.snapshot(reader, Act::Export, request.known_on)?;
        let chosen = snapshot.chosen(request)?;
        let mut out = Outgoing::begin(to)?;
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
        let failed = NodeError::file(out.path());
        let entities = write_table(&mut out, format, LIST_HEADINGS, rows).map_err(|error| {
            failed(match error {
                TableError::Io(error) => error,
                error => io::Error::other(error),
            })
        })?;
        let left_out = ExportSummary { written: entities, left_out: Vec::new() };
        Ok(ExportReport::new(&looks, out.finish()?, left_out))
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
        // What the node notes about itself (imports, withdrawals, decisions, who it is) means nothing
        // elsewhere, and is not read again here.
        let records = EntityFilter {
            schemata: crate::search::widened(&[names::RECORD.to_owned()]),
            ..EntityFilter::default()
        };
        let mut chosen = matching - self.node.views.matching(&records, self.window())?;
        let agency = liaison_model::agency_entity(self.node.agency());
        let agency = agency.map_err(|_| NodeError::AgencyId)?;
        if let Some(agency) = self.node.views.ordinal(agency.as_str())? {
            chosen.remove(agency);
        }
        Ok(chosen)
    }

    /// Refuses what would need a second file: entities of schemata that are not FollowTheMoney's.
    fn check_one_file(&self, chosen: &RoaringBitmap) -> Result<(), NodeError> {
        let ours = schema::all().iter().filter(|schema| !schema.ftm);
        let ours = EntityFilter {
            schemata: ours.map(|schema| schema.name.to_owned()).collect(),
            ..EntityFilter::default()
        };
        let ours = self.node.views.matching(&ours, self.window())?;
        if chosen.is_disjoint(&ours) { Ok(()) } else { Err(WrongUse::TwoFiles.into()) }
    }

    /// Writes entities, FollowTheMoney's and ours.
    fn write_ftm(
        &self,
        chosen: &RoaringBitmap,
        looks: &[Look],
        [entities, extension]: [&mut dyn Write; 2],
        place: &Path,
    ) -> Result<ExportSummary, NodeError> {
        let (entities, extension) = (BufWriter::new(entities), BufWriter::new(extension));
        let mut writer = FtmEntityWriter::new(entities, extension, self.node.agency().clone());
        for ordinal in chosen {
            let Some((id, statements)) = self.raw(ordinal, looks)? else { continue };
            let statements = statements.iter().map(|(_, statement)| statement);
            writer.write(&id, statements).map_err(NodeError::file(place))?;
        }
        writer.finish().map_err(NodeError::file(place))
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
