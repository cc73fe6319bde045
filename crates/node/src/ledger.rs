//! The node's tables of transactions: loaded from files, registered in the journal, read for a
//! purpose.
//!
//! # Invariants
//!
//! * A table counts once the journal names it, in a commit of this node's own loading. Nothing that
//!   an import brings in can name one.
//! * Accounts and holders are covered without a look, and the look is recorded first.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Seek, SeekFrom};
use std::ops::ControlFlow;
use std::path::PathBuf;

use liaison_formats::{
    LedgerContext, LedgerFormat, LedgerSink, ProblemWriter, SinkError, TransferOptions,
    TransferTable, transfers_of_ledger,
};
use liaison_ledger::{Found, Ledger, LedgerRow, Origin, Scanned, TableWriter, Wanted};
use liaison_model::messages::{Catalogue, Message};
use liaison_model::schema::names::{prop, schema};
use liaison_model::{Act, CommitNumber, EntityId, Look, MASK, Problem, Reader, RecordKind};
use liaison_policy::may_look;
use liaison_views::EntityFilter;
use sha2::{Digest, Sha256};

use crate::commit::Author;
use crate::problems::name_of;
use crate::reading::EntityView;
use crate::{Node, NodeError, WrongUse, private_file};

/// The act of a load's commit: what `undo` undoes.
pub(crate) const ACT: &str = "load";

/// A file of transactions, and what is known of it.
pub struct LedgerRequest<'a> {
    /// The file.
    pub file: File,
    /// What is known of it, first of all its name.
    pub context: LedgerContext,
    /// Its format, where the officer says so; told from the file otherwise.
    pub format: Option<LedgerFormat>,
    /// Account that loads.
    pub author: &'a str,
}

/// What a load amounted to.
#[derive(Debug, Clone, PartialEq)]
pub struct LedgerLoaded {
    /// The table, whose record is its id.
    pub id: EntityId,
    /// The format as which the file was read.
    pub format: LedgerFormat,
    /// Rows kept.
    pub rows: u64,
    /// The first day and the last one, since 1970.
    pub days: Option<(i64, i64)>,
    /// Problems.
    pub problems: u64,
    /// Where they are listed.
    pub problems_file: Option<PathBuf>,
    /// The first of them.
    pub first_problems: Vec<Problem>,
    /// The commit.
    pub commit: CommitNumber,
}

/// How a load ended.
#[derive(Debug, Clone, PartialEq)]
pub enum LedgerOutcome {
    /// The file is a table now.
    Loaded(LedgerLoaded),
    /// The very same file is a table already.
    Known(LedgerTable),
    /// No row of it could be read: nothing is kept but the list of problems.
    Nothing(Vec<Problem>, Option<PathBuf>),
}

/// A registered table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerTable {
    /// Its record.
    pub id: EntityId,
    /// Its folder's name.
    pub name: String,
    /// Name of the file that it was made of.
    pub file: String,
    /// SHA-256 of that file.
    pub sha256: String,
    /// Format of that file.
    pub format: String,
    /// Rows.
    pub rows: u64,
    /// Problems.
    pub problems: u64,
    /// Who loaded it.
    pub author: String,
    /// When.
    pub at: liaison_model::Instant,
    /// The commit that registered it.
    pub commit: CommitNumber,
}

impl Node {
    /// Loads a file: one table, all or nothing for what can be read.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, or table or journal cannot be written; then nothing stays.
    pub fn load_ledger(
        &self,
        mut request: LedgerRequest<'_>,
        progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<LedgerOutcome, NodeError> {
        let name = request.context.file.clone();
        let unread = |error| NodeError::from_file(name.as_ref(), error);
        let (sha256, head) = hash_and_head(&mut request.file).map_err(unread)?;
        let _lock = self.lock_ledger()?;
        let reader = self.folder_owner(request.author);
        // What others registered is seen before anything is swept away.
        self.wait_for_views(self.journal.head()?.map_or(0, |head| head.number))?;
        let tables = self.ledger_tables(&reader)?;
        if let Some(known) = tables.iter().find(|table| table.sha256 == sha256) {
            return Ok(LedgerOutcome::Known(known.clone()));
        }
        let names: Vec<String> = tables.into_iter().map(|table| table.name).collect();
        let ledger = self.ledger();
        ledger.sweep(&names)?;
        let format = request.format.or_else(|| LedgerFormat::of(&head));
        let format = format.ok_or_else(|| NodeError::UnknownFormat { file: name.clone() })?;
        let table = ulid::Ulid::generate().to_string().to_lowercase();
        let origin = Origin { file: name.clone(), sha256: sha256.clone() };
        let words = Catalogue::for_language("en");
        let mut sink = Loading {
            table: ledger.begin(&table, origin)?,
            problems: None,
            place: self.folder.problems().join(format!("{}-{}", name_of(self.now()), stem(&name))),
            words: &words,
            first: Vec::new(),
            count: 0,
            progress,
        };
        let read =
            liaison_formats::read_ledger(format, &mut request.file, &request.context, &mut sink);
        let Loading { table: writer, problems, first, count, .. } = sink;
        let problems_file = match problems {
            Some((path, problems)) => {
                problems.finish().map_err(NodeError::file(&path))?;
                Some(path)
            }
            None => None,
        };
        read?;
        let written = writer.finish()?;
        if written.rows == 0 {
            ledger.sweep(&names)?;
            return Ok(LedgerOutcome::Nothing(first, problems_file));
        }
        let facts = [
            (prop::FILE_NAME, name),
            (prop::FILE_HASH, sha256),
            (prop::FORMAT, format.name().to_owned()),
            (prop::DATASET, format!("{DATASET}{table}")),
            (prop::ROWS, written.rows.to_string()),
            (prop::PROBLEMS, count.to_string()),
        ];
        let (id, commit) = self.register(facts, request.author)?;
        Ok(LedgerOutcome::Loaded(LedgerLoaded {
            id,
            format,
            rows: written.rows,
            days: written.days,
            problems: count,
            problems_file,
            first_problems: first,
            commit,
        }))
    }

    /// Names a table in the journal: from here on it counts.
    fn register(
        &self,
        facts: [(&'static str, String); 6],
        author: &str,
    ) -> Result<(EntityId, CommitNumber), NodeError> {
        let id = self.new_record(RecordKind::Import)?;
        let now = [(prop::TIME, self.now().to_string())];
        let say = |(prop, value)| self.own_entry(&id, schema::IMPORT_RUN, prop, value);
        let entries = facts.into_iter().chain(now).map(say).collect();
        let commit = self.commit_as(&Author { name: author, purpose: "" }, ACT, entries)?.commit;
        Ok((id, commit))
    }

    /// The tables that are registered, in the order in which they were.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn ledger_tables(&self, reader: &Reader) -> Result<Vec<LedgerTable>, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let schemata = vec![schema::IMPORT_RUN.to_owned()];
        let filter = EntityFilter { schemata, ..EntityFilter::default() };
        let mut tables = Vec::new();
        for ordinal in self.views.matching(&filter, snapshot.window())? {
            if let Some(entity) = snapshot.entity(ordinal)? {
                tables.extend(self.ledger_table(&entity)?);
            }
        }
        tables.sort_by_key(|table| table.commit);
        Ok(tables)
    }

    fn ledger_table(&self, entity: &EntityView) -> Result<Option<LedgerTable>, NodeError> {
        let own = entity.statements.iter().filter(|said| said.originator == self.agency().as_str());
        let own: Vec<_> = own.collect();
        let said = |prop: &str| own.iter().find(|said| said.prop == prop);
        let text = |prop| said(prop).map_or("", |said| said.value.text()).to_owned();
        let Some(commit) = said(prop::DATASET).map(|said| said.commit) else { return Ok(None) };
        let dataset = text(prop::DATASET);
        let name = dataset.strip_prefix(DATASET).unwrap_or_default();
        let header = self.journal.header(commit)?;
        let is_name = name.len() == NAME_CHARS && name.bytes().all(|b| b.is_ascii_alphanumeric());
        if header.note.act != ACT || !is_name {
            return Ok(None);
        }
        Ok(Some(LedgerTable {
            id: entity.id.clone(),
            name: name.to_owned(),
            file: text(prop::FILE_NAME),
            sha256: text(prop::FILE_HASH),
            format: text(prop::FORMAT),
            rows: text(prop::ROWS).parse().unwrap_or(0),
            problems: text(prop::PROBLEMS).parse().unwrap_or(0),
            author: header.note.author,
            at: header.note.time,
            commit,
        }))
    }

    /// Records that `reader` uncovers accounts and holders in some tables.
    ///
    /// # Errors
    ///
    /// [`NodeError::Refused`] without a purpose that the reader's roles have; otherwise when the look
    /// cannot be written.
    pub fn look_into_ledger(
        &self,
        reader: &Reader,
        route: &str,
        tables: &[LedgerTable],
    ) -> Result<Look, NodeError> {
        may_look(reader).into_result()?;
        self.record_look(reader, route, tables.iter().map(|table| table.id.clone()).collect())
    }

    /// Hands on rows of some tables, by time. Without a look accounts, banks and references are
    /// covered.
    ///
    /// # Errors
    ///
    /// When a table cannot be read.
    pub fn scan_ledger(
        &self,
        tables: &[LedgerTable],
        wanted: &Wanted,
        look: Option<&Look>,
        each: &mut dyn FnMut(Found) -> ControlFlow<()>,
    ) -> Result<Scanned, NodeError> {
        let names: Vec<String> = tables.iter().map(|table| table.name.clone()).collect();
        let scanned = self.ledger().scan(&names, wanted, &mut |mut found| {
            if look.is_none() {
                let row = &mut found.row;
                for text in [&mut row.from, &mut row.to, &mut row.reference] {
                    MASK.clone_into(text);
                }
                for holder in [&mut row.from_holder, &mut row.to_holder] {
                    if !holder.is_empty() {
                        MASK.clone_into(holder);
                    }
                }
            }
            each(found)
        })?;
        Ok(scanned)
    }

    /// All transactions that are wanted in one sequence, for questions about money. `progress`
    /// hears of rows, and may stop it: then the sequence ends there.
    ///
    /// # Errors
    ///
    /// When a table cannot be read.
    pub fn ledger_transfers(
        &self,
        tables: &[LedgerTable],
        wanted: &Wanted,
        options: &TransferOptions,
        _look: &Look,
        progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<(TransferTable, Scanned), NodeError> {
        let names: Vec<String> = tables.iter().map(|table| table.name.clone()).collect();
        let ledger = self.ledger();
        let mut scanned = Scanned::default();
        let mut failed = None;
        let mut table = transfers_of_ledger(options, &mut |take| {
            let mut rows = 0_u64;
            let done = ledger.scan(&names, wanted, &mut |found| {
                rows += 1;
                if rows.is_multiple_of(ROWS_BETWEEN_LOOKS) {
                    progress(rows)?;
                }
                take(found)
            });
            match done {
                Ok(done) => scanned = done,
                Err(error) => failed = Some(error),
            }
        });
        let source = |table: &LedgerTable| (table.file.clone(), table.sha256.clone());
        table.sources = tables.iter().map(source).collect();
        failed.map_or(Ok((table, scanned)), |error| Err(error.into()))
    }

    fn ledger(&self) -> Ledger {
        Ledger::new(self.folder.ledger())
    }

    /// One load at a time: a second one would sweep away what the first one has not registered yet.
    fn lock_ledger(&self) -> Result<File, NodeError> {
        let path = self.folder.ledger_lock();
        let open = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
        let file = open.map_err(NodeError::file(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(fs::TryLockError::WouldBlock) => Err(WrongUse::LedgerBusy.into()),
            Err(fs::TryLockError::Error(error)) => Err(NodeError::from_file(&path, error)),
        }
    }
}

/// What a scan met that whoever asked is to know.
#[must_use]
pub fn scanned_notes(scanned: &Scanned) -> Vec<Message> {
    let told = [
        ("ledger-duplicates", scanned.duplicates),
        ("ledger-reversals", scanned.reversals),
        ("ledger-netted", scanned.netted),
    ];
    let met = told.into_iter().filter(|(_, rows)| 0 < *rows);
    met.map(|(key, rows)| Message::new(key).count("rows", rows)).collect()
}

/// A table and its problems while a file is read.
struct Loading<'a> {
    table: TableWriter,
    problems: Option<(PathBuf, ProblemWriter<'a, File>)>,
    place: PathBuf,
    words: &'a Catalogue,
    first: Vec<Problem>,
    count: u64,
    progress: &'a mut dyn FnMut(u64) -> ControlFlow<()>,
}

impl LedgerSink for Loading<'_> {
    fn row(&mut self, row: LedgerRow) -> Result<(), SinkError> {
        self.table.push(row).map_err(|error| SinkError::Kept(Box::new(error)))
    }

    fn problem(&mut self, problem: Problem) -> Result<(), SinkError> {
        let kept = |error: std::io::Error| SinkError::Kept(Box::new(error));
        self.count += 1;
        if self.problems.is_none() {
            let path = self.place.with_extension("problems.csv");
            let file = private_file(&path).map_err(kept)?;
            let writer = ProblemWriter::new(file, self.words).map_err(kept)?;
            self.problems = Some((path, writer));
        }
        if let Some((_, problems)) = &mut self.problems {
            problems.write(&problem).map_err(kept)?;
        }
        if self.first.len() < FIRST_MAX {
            self.first.push(problem);
        }
        Ok(())
    }

    fn progress(&mut self, bytes: u64) -> Result<(), SinkError> {
        match (self.progress)(bytes) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(SinkError::Stopped),
        }
    }
}

/// SHA-256 of a file in hexadecimal, and its first bytes; leaves it at its beginning.
fn hash_and_head(file: &mut File) -> std::io::Result<(String, Vec<u8>)> {
    let mut head = Vec::new();
    file.by_ref().take(liaison_formats::HEAD_BYTES as u64).read_to_end(&mut head)?;
    file.seek(SeekFrom::Start(0))?;
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 1 << 20];
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            break;
        }
        hash.update(&buffer[..read]);
    }
    file.seek(SeekFrom::Start(0))?;
    Ok((hex::encode(hash.finalize()), head))
}

fn stem(name: &str) -> String {
    let stem = name.split('.').next().unwrap_or_default();
    stem.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect()
}

/// How the dataset of a load begins; the folder of its table follows.
const DATASET: &str = "ledger:";
/// Characters of a ULID.
const NAME_CHARS: usize = 26;
/// Rows of a scan between two times at which it may be stopped.
const ROWS_BETWEEN_LOOKS: u64 = 4_096;
/// Problems that an answer tells one by one.
const FIRST_MAX: usize = 20;
