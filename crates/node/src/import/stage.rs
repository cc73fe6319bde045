//! Reading on one thread, signing and writing on another.

use std::collections::HashMap;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use liaison_formats::{ReadError, Sink, SinkError};
use liaison_journal::store::{EffectTarget, Fate, Sid, batch_of};
use liaison_journal::{Import, JournalError};
use liaison_model::messages::Catalogue;
use liaison_model::{Draft, Instant, Problem};

use super::problems::ProblemFiles;
use super::read::{Facts, Opened, read};
use super::{ImportReport, Progress, is_stopped};
use crate::{Node, NodeError, WrongUse};

/// A read import, staged but not committed.
pub(super) struct Run<'n> {
    pub(super) report: ImportReport,
    pub(super) facts: Facts,
    pub(super) import: Option<Import<'n>>,
}

/// What became of staged statements.
#[derive(Default)]
struct Fates {
    new: u64,
    erased: u64,
    /// Withdrawn statements that say what some of the new ones say.
    holders: Vec<Sid>,
}

impl Node {
    pub(super) fn stage_all(
        &self,
        opened: Opened<'_>,
        dry_run: bool,
        progress: &(dyn Fn(Progress) + Sync),
    ) -> Result<Run<'_>, NodeError> {
        let facts = opened.facts.clone();
        let words = Catalogue::for_language("en");
        let mut problems = ProblemFiles::new(&self.folder, &facts, self.now(), dry_run, &words);
        let import = if dry_run { None } else { Some(self.journal.begin_import()?) };
        let (sender, receiver) = sync_channel(RUNS_WAITING_MAX);
        let (summary, staged) = std::thread::scope(|scope| {
            let writer = scope.spawn(move || write_all(import, &receiver));
            let stop = opened.stop;
            let mut sink = Runs::new(sender, &mut problems, progress, stop);
            let read = read(opened, &mut sink).and_then(|summary| {
                sink.flush()?;
                Ok(summary)
            });
            drop(sink);
            (read, writer.join())
        });
        // A writer that failed made the reader stop: its error is the reason.
        let staged = staged.unwrap_or(Err(JournalError::Stopped)).map_err(NodeError::from);
        let read = staged.and_then(|staged| Ok((staged, summary?)));
        let read = read.and_then(|(staged, summary)| match summary.rows + summary.problems {
            0 => Err(WrongUse::NoRows { file: facts.file.clone() }.into()),
            _ => Ok((staged, summary)),
        });
        let ((import, fates), summary) = match read {
            Ok(read) => read,
            Err(error) => {
                problems.discard();
                return Err(error);
            }
        };
        let files = problems.finish()?;
        let report = ImportReport {
            format: facts.format,
            read: summary.rows,
            statements: summary.statements,
            new: if dry_run { summary.statements } else { fates.new },
            erased_before: fates.erased,
            came_back: self.came_back(&fates.holders)?,
            entities: summary.entities,
            problems: summary.problems,
            rows_set_aside: summary.rows_set_aside,
            problems_file: files.problems,
            rows_file: files.rows,
            first_problems: files.first,
            commit: None,
            notes: summary.notes,
            seconds: 0.0,
        };
        Ok(Run { report, facts, import })
    }
}

impl Node {
    /// How many statements came back that these withdrawn ones said before, and when the last of
    /// these was withdrawn.
    fn came_back(&self, holders: &[Sid]) -> Result<Option<(u64, Instant)>, NodeError> {
        if holders.is_empty() {
            return Ok(None);
        }
        let (mut rows, mut batches) = (HashMap::new(), HashMap::new());
        for tombstone in self.journal.tombstones(0)? {
            match tombstone.effect.target {
                EffectTarget::Row(sid) => _ = rows.insert(sid, tombstone.by),
                EffectTarget::Commit(number) => {
                    let commit = self.journal.store().commit_row(number)?;
                    batches.extend(commit.map(|commit| (commit.batch, tombstone.by)));
                }
            }
        }
        let by = |sid: &Sid| rows.get(sid).or_else(|| batches.get(&batch_of(*sid))).copied();
        let Some(last) = holders.iter().filter_map(by).max() else { return Ok(None) };
        Ok(Some((holders.len() as u64, self.journal.header(last)?.note.time)))
    }
}

fn write_all<'n>(
    mut import: Option<Import<'n>>,
    runs: &Receiver<Vec<Draft>>,
) -> Result<(Option<Import<'n>>, Fates), JournalError> {
    let mut fates = Fates::default();
    for run in runs {
        let Some(import) = &mut import else { continue };
        for fate in import.stage(run)? {
            match fate {
                Fate::New => fates.new += 1,
                Fate::Back(holder) => {
                    fates.new += 1;
                    fates.holders.push(holder);
                }
                Fate::Erased => fates.erased += 1,
                Fate::Known => {}
            }
        }
    }
    Ok((import, fates))
}

/// Gathers statements into runs for the writer.
struct Runs<'a, 'w> {
    sender: SyncSender<Vec<Draft>>,
    run: Vec<Draft>,
    problems: &'a mut ProblemFiles<'w>,
    progress: &'a (dyn Fn(Progress) + Sync),
    stop: Option<&'a AtomicBool>,
}

impl<'a, 'w> Runs<'a, 'w> {
    fn new(
        sender: SyncSender<Vec<Draft>>,
        problems: &'a mut ProblemFiles<'w>,
        progress: &'a (dyn Fn(Progress) + Sync),
        stop: Option<&'a AtomicBool>,
    ) -> Self {
        Self { sender, run: Vec::with_capacity(RUN_STATEMENTS), problems, progress, stop }
    }

    fn flush(&mut self) -> Result<(), ReadError> {
        let run = std::mem::replace(&mut self.run, Vec::with_capacity(RUN_STATEMENTS));
        Ok(self.sender.send(run).map_err(|_| SinkError::Stopped)?)
    }
}

impl Sink for Runs<'_, '_> {
    fn statement(&mut self, draft: Draft) -> Result<(), SinkError> {
        self.run.push(draft);
        if self.run.len() < RUN_STATEMENTS {
            return Ok(());
        }
        if is_stopped(self.stop) {
            return Err(SinkError::Stopped);
        }
        self.flush().map_err(|_| SinkError::Stopped)
    }

    fn problem(&mut self, problem: Problem) -> Result<(), SinkError> {
        self.problems.problem(problem).map_err(|error| SinkError::Kept(Box::new(error)))
    }

    fn progress(&mut self, rows: u64, bytes: u64) -> Result<(), SinkError> {
        (self.progress)(Progress::Reading { rows, bytes });
        if is_stopped(self.stop) { Err(SinkError::Stopped) } else { Ok(()) }
    }

    fn row_set_aside(
        &mut self,
        row: u64,
        headings: &[String],
        cells: &[String],
    ) -> Result<(), SinkError> {
        let kept = self.problems.row(row, headings, cells);
        kept.map_err(|error| SinkError::Kept(Box::new(error)))
    }
}

/// As many statements go to the store in one transaction.
const RUN_STATEMENTS: usize = 10_000;
/// Runs read ahead of the writer: about 10 MB.
const RUNS_WAITING_MAX: usize = 2;
