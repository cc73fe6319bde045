//! What happened: commits of the journal, and every statement about one entity.

use liaison_journal::CommitHeader;
use liaison_journal::store::{Batch, EffectTarget};
use liaison_model::control::Target;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{Act, CommitNumber, Instant, Reader, Role, StatementId};

use liaison_views::{Ordinal, RowRef};

use crate::reading::{Shown, Snapshot, StatementView};
use crate::{Node, NodeError};

/// One commit, as History shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommitView {
    /// Its header.
    pub header: CommitHeader,
    /// Its hash.
    pub hash: liaison_model::Hash,
    /// The commit that withdrew it as a whole.
    pub withdrawn_by: Option<CommitNumber>,
    /// Other commits of the same import, whose rows came in mended.
    pub same_import: Vec<CommitNumber>,
    /// What its record says of the act.
    pub said: CommitSaid,
}

/// What the record of an act says: why, on whose order, out of which file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CommitSaid {
    /// Why something was taken back.
    pub reason: Option<String>,
    /// Who ordered an erasure.
    pub authority: Option<String>,
    /// The dataset of an import.
    pub dataset: Option<String>,
    /// Its file.
    pub file: Option<String>,
    /// How many rows were read.
    pub rows: Option<u64>,
    /// When it was done first, where it was done again after a restore.
    pub first_on: Option<Instant>,
    /// By whom.
    pub first_by: Option<String>,
    /// Id of the import: that of its first commit.
    import: Option<String>,
}

/// One line of an entity's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryLine {
    /// The commit that brought it.
    pub commit: CommitNumber,
    /// When.
    pub known_on: Instant,
    /// Who committed it.
    pub author: String,
    /// The statement.
    pub statement: StatementId,
    /// What was said, or what is left of it.
    pub event: HistoryEvent,
}

/// What a line of history says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HistoryEvent {
    /// A statement that counts.
    Stated(StatementView),
    /// A statement of our own that was withdrawn; its content is for auditors.
    Withdrawn {
        /// The statement, covered from all but auditors.
        statement: Option<StatementView>,
        /// By which commit.
        by: CommitNumber,
        /// When.
        on: Instant,
        /// Why.
        reason: Option<String>,
    },
    /// A statement whose bytes are gone.
    Removed {
        /// By which commit.
        by: CommitNumber,
        /// When.
        on: Instant,
        /// On whose authority, or at which originator's word.
        authority: Option<String>,
    },
}

/// How a statement that is hidden came to be so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// By which commit.
    pub by: CommitNumber,
    /// When; when it was done first, if it was done again after a restore.
    pub on: Instant,
    /// On whose authority its bytes were erased.
    pub authority: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

impl Node {
    /// Commits, newest first.
    ///
    /// # Errors
    ///
    /// When the journal fails.
    pub fn commits(
        &self,
        before: Option<CommitNumber>,
        limit: u32,
    ) -> Result<Vec<CommitView>, NodeError> {
        let last = match before {
            Some(number) => number.saturating_sub(1),
            None => self.journal.position()?,
        };
        let after = last.saturating_sub(limit.into());
        let withdrawn: Vec<(CommitNumber, CommitNumber)> = self.withdrawn_commits()?;
        let imports = self.imports()?;
        let mut commits = Vec::new();
        for (batch, header) in self.journal.headers(after, limit)? {
            if last < header.number {
                break;
            }
            let by = withdrawn.iter().find(|(target, _)| *target == header.number);
            let withdrawn_by = by.map(|(_, by)| *by);
            let said = self.said_of(batch, &header)?;
            let same_import = beside(&imports, header.number);
            let hash = header.hash();
            commits.push(CommitView { hash, header, withdrawn_by, same_import, said });
        }
        commits.reverse();
        Ok(commits)
    }

    /// Other commits of the import to which a commit belongs, ascending.
    pub(crate) fn commits_beside(
        &self,
        number: CommitNumber,
    ) -> Result<Vec<CommitNumber>, NodeError> {
        Ok(beside(&self.imports()?, number))
    }

    /// Commits of imports, each with the id of its import: that of the first commit, for rows that
    /// came in mended.
    fn imports(&self) -> Result<Vec<(CommitNumber, String)>, NodeError> {
        let (mut imports, mut after) = (Vec::new(), 0);
        loop {
            let headers = self.journal.headers(after, HEADERS_PER_READ)?;
            let Some((_, last)) = headers.last() else { return Ok(imports) };
            after = last.number;
            for (batch, header) in headers {
                if header.note.act == crate::import::ACT {
                    let import = self.said_of(batch, &header)?.import;
                    imports.extend(import.map(|import| (header.number, import)));
                }
            }
        }
    }

    /// The record of an act stands at the end of its commit.
    fn said_of(&self, batch: Batch, header: &CommitHeader) -> Result<CommitSaid, NodeError> {
        let statements = u32::try_from(header.statements).unwrap_or(u32::MAX);
        let run = self.journal.run_of(batch, statements.checked_sub(RECORD_STATEMENTS_MAX + 1))?;
        let mut said = CommitSaid::default();
        for (_, statement) in run.into_iter().filter_map(|kept| kept.body) {
            let value = statement.value;
            match (statement.schema.as_ref(), statement.prop.as_ref()) {
                (schema::WITHDRAWAL | schema::ERASURE, prop::REASON) => said.reason = Some(value),
                (schema::ERASURE, prop::AUTHORITY) => said.authority = Some(value),
                (schema::WITHDRAWAL | schema::ERASURE, prop::DATE) => {
                    said.first_on = value.parse().ok();
                }
                (schema::WITHDRAWAL | schema::ERASURE, prop::OFFICER) => {
                    said.first_by = Some(value);
                }
                (schema::IMPORT_RUN, prop::MENDS) => said.import = Some(value),
                (schema::IMPORT_RUN, prop::DATASET) => said.dataset = Some(value),
                (schema::IMPORT_RUN, prop::FILE_NAME) => said.file = Some(value),
                (schema::IMPORT_RUN, prop::ROWS) => said.rows = value.parse().ok(),
                _ => {}
            }
            if statement.schema == schema::IMPORT_RUN && said.import.is_none() {
                said.import = Some(statement.entity.to_string());
            }
        }
        Ok(said)
    }

    /// Everything ever said about an entity, oldest first, as far as the reader may know of it; of
    /// a figure with what analysts judged about it.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the reader may know of nothing.
    pub fn history(&self, id: &str, reader: &Reader) -> Result<Vec<HistoryLine>, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let id = self.entity_id(id)?;
        let ordinal = self.views.ordinal(id.as_str())?.ok_or(NodeError::NotFound)?;
        let mut lines = self.lines_of(&snapshot, ordinal, &|_| true)?;
        let is_figure = |line: &HistoryLine| matches!(&line.event, HistoryEvent::Stated(view) if view.schema == schema::FIGURE);
        if lines.iter().any(is_figure) {
            let says_what = |prop: &str| [prop::VERDICT, prop::RIGHT, prop::REASON].contains(&prop);
            for judgement in self.judgements_on(&id)? {
                lines.extend(self.lines_of(&snapshot, judgement, &says_what)?);
            }
            lines.sort_by_key(|line| line.commit);
        }
        if lines.is_empty() { Err(NodeError::NotFound) } else { Ok(lines) }
    }

    /// The history of one entity in the wanted properties.
    fn lines_of(
        &self,
        snapshot: &Snapshot<'_>,
        ordinal: Ordinal,
        is_wanted: &dyn Fn(&str) -> bool,
    ) -> Result<Vec<HistoryLine>, NodeError> {
        let mut lines = Vec::new();
        for row in self.views.history_of(ordinal)? {
            if !snapshot.window().admits(row.sid, row.mark, row.commit) {
                continue;
            }
            let header = self.journal.header(row.commit)?;
            let kept = self.journal.statements(&[row.sid])?.pop().ok_or(NodeError::NotFound)?;
            if kept.body.as_ref().is_some_and(|(_, statement)| !is_wanted(&statement.prop)) {
                continue;
            }
            let view = snapshot.entity_from(&[row])?.and_then(|mut e| e.statements.pop());
            let event = match (row.hidden_by, view) {
                (None, Some(view)) => HistoryEvent::Stated(view),
                (None, None) => continue,
                (Some(by), view) => self.ended(&snapshot.reader, &row, by, view)?,
            };
            lines.push(HistoryLine {
                commit: row.commit,
                known_on: header.note.time,
                author: header.note.author,
                statement: kept.id,
                event,
            });
        }
        Ok(lines)
    }

    fn ended(
        &self,
        reader: &Reader,
        row: &RowRef,
        by: CommitNumber,
        view: Option<StatementView>,
    ) -> Result<HistoryEvent, NodeError> {
        let Ending { by, on, authority, reason } = self.ending_of(row, by, view.is_none())?;
        if view.is_none() {
            return Ok(HistoryEvent::Removed { by, on, authority });
        }
        let is_auditor = reader.has_role(Role::Auditor);
        let statement = if is_auditor { view } else { None };
        Ok(HistoryEvent::Withdrawn { statement, by, on, reason })
    }

    /// How a row that commit `by` hid came to be hidden; of one whose bytes are gone, how they went.
    pub(crate) fn ending_of(
        &self,
        row: &RowRef,
        by: CommitNumber,
        is_removed: bool,
    ) -> Result<Ending, NodeError> {
        let kept = self.journal.statements(&[row.sid])?.pop().ok_or(NodeError::NotFound)?;
        // What was withdrawn before it was erased is hidden by the withdrawal.
        let targets = [EffectTarget::Row(row.sid), EffectTarget::Commit(row.commit)];
        let by = match is_removed {
            true => self.ended_by(&targets)?.map_or(by, |ended| ended.by),
            false => by,
        };
        let names = [Target::Statement(kept.id), Target::Commit(row.commit)].map(|t| t.to_string());
        let said = |wanted| -> Result<Option<String>, NodeError> {
            for schema in [schema::ERASURE, schema::WITHDRAWAL] {
                for name in &names {
                    let said = self.projections().said_beside(by, schema, name, wanted)?;
                    if said.is_some() {
                        return Ok(said);
                    }
                }
            }
            Ok(None)
        };
        let first = said(prop::DATE)?.and_then(|date| date.parse().ok());
        let on = match first {
            Some(on) => on,
            None => self.journal.header(by)?.note.time,
        };
        Ok(Ending { by, on, authority: said(prop::AUTHORITY)?, reason: said(prop::REASON)? })
    }

    fn withdrawn_commits(&self) -> Result<Vec<(CommitNumber, CommitNumber)>, NodeError> {
        let tombstones = self.journal.tombstones(0)?;
        let commits = tombstones.iter().filter_map(|tombstone| match tombstone.effect.target {
            EffectTarget::Commit(number) => Some((number, tombstone.by)),
            EffectTarget::Row(_) => None,
        });
        Ok(commits.collect())
    }
}

/// Other commits than `number` of the import to which it belongs.
fn beside(imports: &[(CommitNumber, String)], number: CommitNumber) -> Vec<CommitNumber> {
    let Some((_, import)) = imports.iter().find(|(commit, _)| *commit == number) else {
        return Vec::new();
    };
    let others = imports.iter().filter(|(commit, other)| *commit != number && other == import);
    others.map(|(commit, _)| *commit).collect()
}

const HEADERS_PER_READ: u32 = 256;
/// Statements of the longest record of an act: an import's.
const RECORD_STATEMENTS_MAX: u32 = 8;

impl HistoryLine {
    /// The value that the line may show.
    #[must_use]
    pub fn value(&self) -> Option<&Shown> {
        match &self.event {
            HistoryEvent::Stated(view) => Some(&view.value),
            HistoryEvent::Withdrawn { statement, .. } => statement.as_ref().map(|s| &s.value),
            HistoryEvent::Removed { .. } => None,
        }
    }
}
