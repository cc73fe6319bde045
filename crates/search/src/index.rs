//! The index on disk: one writer, many readers, one position.
//!
//! # Invariants
//!
//! * Statements and the position up to which they were taken from the journal are committed in one
//!   step: after a crash the node goes on from [`SearchIndex::position`] and adds nothing twice.
//! * Merges run on one thread behind the writer, started by [`SearchIndex::commit`] and never by
//!   the engine itself, so that [`SearchIndex::purge`] knows every file that may hold a term.
//! * Nothing is stored: no value, no field norm, no frequency, no position of a word.

use std::fmt;
use std::path::Path;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::Thread;

use liaison_model::{CommitNumber, MASK, MarkId};
use tantivy::directory::{Directory, META_LOCK, MmapDirectory};
use tantivy::index::SegmentMeta;
use tantivy::indexer::{IndexWriterOptions, LogMergePolicy, MergePolicy, NoMergePolicy};
use tantivy::schema::{
    FAST, Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};
use tantivy::{
    FutureResult, Index, IndexReader, IndexSettings, IndexWriter, ReloadPolicy, TantivyDocument,
    TantivyError, Term,
};

use crate::analyse::{Words, tokens};
use crate::find::{Found, Generation, Limits};
use crate::rank::Shape;
use crate::still::ToRead;
use crate::{SearchError, TextQuery, Unfit, fold};

/// What kind of text a statement holds; decides how much a find in it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextClass {
    /// A name of a person, firm or place.
    Name,
    /// A number or code that names one thing: telephone, account, passport, wallet, plate.
    Identifier,
    /// The same, of a person who stays covered. A number is found whole or by its last eight
    /// characters only: whoever could ask for fewer would read it one after the other.
    CoveredIdentifier,
    /// Any other text.
    Text,
}

impl TextClass {
    fn points(self) -> u32 {
        match self {
            Self::Name => 3,
            Self::Identifier | Self::CoveredIdentifier => 2,
            Self::Text => 1,
        }
    }
}

/// One statement to index. Prints its text as a mask.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    /// The statement's number in the store that is indexed; names it for removal and hiding.
    pub sid: u64,
    /// The ordinal of its entity, dense and the same on every rebuild.
    pub entity: u32,
    /// Its label in the store.
    pub mark: MarkId,
    /// The commit that brought it.
    pub commit: CommitNumber,
    /// What kind of text it is.
    pub class: TextClass,
    /// The value, as it is.
    pub text: &'a str,
}

impl fmt::Debug for Entry<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { sid, entity, mark, commit, class, text: _ } = self;
        write!(f, "Entry({sid}, entity {entity}, mark {mark}, commit {commit}, {class:?}, {MASK})")
    }
}

/// What the writer may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IndexOptions {
    /// Memory for terms that wait to be written, for all threads together. At least 15 MB a
    /// thread is used.
    pub writer_heap_bytes: usize,
    /// Indexing threads, 1 to 8. More give more segments, not more speed on two cores.
    pub threads: usize,
}

impl IndexOptions {
    /// 64 MB and one thread: what a small node has to spare.
    pub const STANDARD: Self = Self { writer_heap_bytes: 64_000_000, threads: 1 };
}

/// The full-text index of a node. `Send + Sync`; every method takes `&self`.
///
/// # Examples
///
/// ```
/// # use std::collections::HashSet;
/// # use liaison_model::{Instant, Scope};
/// # use liaison_search::*;
/// # let folder = tempfile::tempdir()?;
/// let index = SearchIndex::open(folder.path(), IndexOptions::STANDARD)?;
/// let class = TextClass::Name;
/// index.add(&Entry { sid: 7, entity: 0, mark: 1, commit: 1, class, text: "시아누크빌" })?;
/// index.commit(1)?;
/// index.reload()?;
///
/// let scope = Scope::new(Instant::from_micros(0)?, [(1, None)]);
/// let limits = Limits {
///     scope: &scope,
///     hidden: &HashSet::new(),
///     hidden_commits: &HashSet::new(),
///     up_to: 1,
///     entities: None,
///     offset: 0,
///     limit: 10,
/// };
/// let found = index.search(&TextQuery::parse("누크")?, &limits)?;
/// assert_eq!((found.total, found.hits[0].sids[0]), (1, 7));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct SearchIndex {
    index: Index,
    fields: Fields,
    words: Words,
    reader: IndexReader,
    /// What searches see.
    generation: RwLock<Arc<Generation>>,
    /// Held for reading while a search uses files, for writing while a purge removes them.
    files: RwLock<()>,
    /// `None`: opened for reading only.
    writer: Option<Mutex<Writer>>,
}

struct Writer {
    engine: IndexWriter,
    merges: Vec<Merge>,
    /// Whether anything waits for a commit.
    is_dirty: bool,
}

/// A merge under way; done when its future is.
type Merge = Pin<Box<FutureResult<Option<SegmentMeta>>>>;

impl SearchIndex {
    /// Opens the index in `folder` for writing and reading, and makes it if there is none.
    ///
    /// Reads every byte once to check it (about 1 GB/s from cache).
    ///
    /// # Errors
    ///
    /// [`SearchError::Unusable`]: remove the folder, open again, add everything.
    /// [`SearchError::Busy`]: another process writes.
    pub fn open(folder: &Path, options: IndexOptions) -> Result<Self, SearchError> {
        std::fs::create_dir_all(folder).map_err(TantivyError::from)?;
        let directory = MmapDirectory::open(folder).map_err(TantivyError::from)?;
        let is_new = !Index::exists(&directory).map_err(TantivyError::from)?;
        let index = if is_new {
            Index::create(directory, Fields::schema().0, settings())?
        } else {
            Index::open(directory)?
        };
        prepare(&index);
        let threads = options.threads.clamp(1, THREADS_MAX);
        let heap = options.writer_heap_bytes / threads;
        let engine_options = IndexWriterOptions::builder()
            .num_worker_threads(threads)
            .memory_budget_per_thread(heap.clamp(HEAP_BYTES_MIN, HEAP_BYTES_MAX))
            .num_merge_threads(1)
            .build();
        let engine: IndexWriter = index.writer_with_options(engine_options)?;
        let mut writer = Writer::new(engine);
        if is_new {
            writer.commit(0)?;
        }
        Self::with(index, Some(writer))
    }

    /// Opens the index in `folder` for reading, while another process may own the writer, or on a
    /// disk that cannot be written.
    ///
    /// # Errors
    ///
    /// [`SearchError::Unusable`], also when there is no index.
    pub fn open_read_only(folder: &Path) -> Result<Self, SearchError> {
        let directory = MmapDirectory::open(folder);
        let directory = ToRead(directory.map_err(|_| SearchError::Unusable(Unfit::Missing))?);
        if !Index::exists(&directory).map_err(TantivyError::from)? {
            return Err(SearchError::Unusable(Unfit::Missing));
        }
        let index = Index::open(directory)?;
        prepare(&index);
        Self::with(index, None)
    }

    fn with(index: Index, writer: Option<Writer>) -> Result<Self, SearchError> {
        let (schema, fields) = Fields::schema();
        if index.schema() != schema {
            return Err(SearchError::Unusable(Unfit::Format));
        }
        let position = position(&index)?;
        check_files(&index)?;
        let reader: IndexReader =
            index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let generation = Generation::new(reader.searcher(), position)?;
        Ok(Self {
            index,
            fields,
            words: Words::new(),
            reader,
            generation: RwLock::new(Arc::new(generation)),
            files: RwLock::new(()),
            writer: writer.map(Mutex::new),
        })
    }

    /// Adds one statement; found after [`Self::commit`] and [`Self::reload`].
    ///
    /// O(bytes of its text). The text is analysed in the calling thread. A statement that is there
    /// already is not replaced: remove it first.
    ///
    /// # Errors
    ///
    /// When the index is read-only or its thread has failed.
    pub fn add(&self, entry: &Entry<'_>) -> Result<(), SearchError> {
        let tokens = tokens(self.words, &fold::fold(entry.text), entry.class);
        let chars = u32::try_from(tokens.chars).unwrap_or(Shape::CHARS_MAX);
        let shape = Shape { class: entry.class.points(), chars, whole: tokens.whole };
        let mut document = TantivyDocument::new();
        document.add_u64(self.fields.sid, entry.sid);
        document.add_u64(self.fields.entity, u64::from(entry.entity));
        document.add_u64(self.fields.mark, u64::from(entry.mark));
        document.add_u64(self.fields.commit, entry.commit);
        document.add_u64(self.fields.shape, shape.pack());
        document.add_text(self.fields.words, &tokens.words);
        document.add_text(self.fields.parts, &tokens.parts);
        let mut writer = self.writer()?;
        writer.is_dirty = true;
        writer.engine.add_document(document)?;
        Ok(())
    }

    /// Removes statements, added before or since the last commit. Gone from answers after
    /// [`Self::commit`] and [`Self::reload`], from the disk after [`Self::purge`].
    ///
    /// # Errors
    ///
    /// When the index is read-only.
    pub fn remove(&self, sids: &[u64]) -> Result<(), SearchError> {
        let mut writer = self.writer()?;
        writer.is_dirty |= !sids.is_empty();
        for sid in sids {
            writer.engine.delete_term(Term::from_field_u64(self.fields.sid, *sid));
        }
        Ok(())
    }

    /// Removes everything, from answers and from the disk, and sets the position to 0.
    ///
    /// # Errors
    ///
    /// As [`Self::commit`] and [`Self::purge`].
    pub fn reset(&self) -> Result<(), SearchError> {
        let mut writer = self.writer()?;
        writer.wait_for_merges()?;
        writer.engine.rollback()?;
        writer.engine.set_merge_policy(Box::new(NoMergePolicy));
        writer.engine.delete_all_documents()?;
        writer.commit(0)?;
        self.remove_old_files(&writer)
    }

    /// Makes all changes durable together with the journal's position that they reach.
    ///
    /// About ten file syncs, tens of milliseconds on a slow disk: gather changes. Merges that it
    /// starts run behind it.
    ///
    /// # Errors
    ///
    /// When the index is read-only or the disk fails; then nothing since the last commit counts,
    /// and the index must be opened again.
    pub fn commit(&self, position: CommitNumber) -> Result<(), SearchError> {
        let mut writer = self.writer()?;
        writer.commit(position)?;
        writer.start_merges(&self.index)
    }

    /// The journal's position that the last commit reached; 0 when nothing was ever committed.
    ///
    /// # Errors
    ///
    /// [`SearchError::Unusable`] when the index is not of this release's format.
    pub fn position(&self) -> Result<CommitNumber, SearchError> {
        position(&self.index)
    }

    /// Rewrites every segment that holds removed statements and removes all old files: after it,
    /// no term of a removed statement is under the folder. Waits for searches under way.
    ///
    /// O(bytes of the segments concerned), about 3 seconds per million statements in them.
    ///
    /// # Errors
    ///
    /// [`SearchError::Uncommitted`] when changes wait for a commit; [`SearchError::Leftover`] when
    /// files could not be removed.
    pub fn purge(&self) -> Result<(), SearchError> {
        let mut writer = self.writer()?;
        if writer.is_dirty {
            return Err(SearchError::Uncommitted);
        }
        writer.wait_for_merges()?;
        for segment in self.index.searchable_segment_metas()? {
            if segment.has_deletes() {
                writer.engine.merge(&[segment.id()]).wait()?;
            }
        }
        self.remove_old_files(&writer)
    }

    /// Lets searches see the last commit. Opens new segments; milliseconds.
    ///
    /// # Errors
    ///
    /// When files cannot be read.
    pub fn reload(&self) -> Result<(), SearchError> {
        // Read before the generation: it can only be newer than what is then said of it.
        let position = position(&self.index)?;
        self.reader.reload()?;
        let generation = Generation::new(self.reader.searcher(), position)?;
        *self.generation.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(generation);
        Ok(())
    }

    /// Answers a query under limits. See [`Found`] for what an answer is, and the crate for how
    /// texts are found and ranked.
    ///
    /// O(statements that have a term), about 0.1 µs and 16 bytes for each.
    ///
    /// # Errors
    ///
    /// When files cannot be read.
    pub fn search(&self, query: &TextQuery, limits: &Limits<'_>) -> Result<Found, SearchError> {
        self.read(|generation| generation.find(self.fields, query, limits))
    }

    /// Reads what searches see, while no file of it is removed.
    pub(crate) fn read<T>(
        &self,
        read: impl FnOnce(&Generation) -> Result<T, SearchError>,
    ) -> Result<T, SearchError> {
        let _files = self.files.read().unwrap_or_else(PoisonError::into_inner);
        read(&self.generation())
    }

    pub(crate) fn fields(&self) -> Fields {
        self.fields
    }

    fn generation(&self) -> Arc<Generation> {
        Arc::clone(&self.generation.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn writer(&self) -> Result<MutexGuard<'_, Writer>, SearchError> {
        let writer = self.writer.as_ref().ok_or(SearchError::ReadOnly)?;
        Ok(writer.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Removes every file that the last commit does not need, while no search holds any.
    fn remove_old_files(&self, writer: &Writer) -> Result<(), SearchError> {
        let _files = self.files.write().unwrap_or_else(PoisonError::into_inner);
        self.reload()?;
        writer.engine.garbage_collect_files().wait()?;
        let needed = self.index.load_metas()?.list_segment_files();
        let kept = self.index.directory().list_managed_files();
        let files = kept.difference(&needed).filter(|path| *path != Path::new(META_FILE)).count();
        if 0 < files { Err(SearchError::Leftover { files }) } else { Ok(()) }
    }
}

impl fmt::Debug for SearchIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let position = self.generation.read().unwrap_or_else(PoisonError::into_inner).position;
        f.debug_struct("SearchIndex").field("position", &position).finish_non_exhaustive()
    }
}

impl Writer {
    fn new(engine: IndexWriter) -> Self {
        engine.set_merge_policy(Box::new(NoMergePolicy));
        Self { engine, merges: Vec::new(), is_dirty: false }
    }

    fn commit(&mut self, position: CommitNumber) -> Result<(), SearchError> {
        let mut prepared = self.engine.prepare_commit()?;
        prepared.set_payload(&format!("{FORMAT} {position}"));
        prepared.commit()?;
        self.is_dirty = false;
        Ok(())
    }

    /// Starts merges of segments of like size, unless earlier ones still run.
    fn start_merges(&mut self, index: &Index) -> Result<(), SearchError> {
        let mut context = Context::from_waker(Waker::noop());
        // A merge that failed left its segments as they were; the next commit tries again.
        self.merges.retain_mut(|merge| merge.as_mut().poll(&mut context).is_pending());
        if !self.merges.is_empty() {
            return Ok(());
        }
        let segments = index.searchable_segment_metas()?;
        for candidate in LogMergePolicy::default().compute_merge_candidates(&segments) {
            self.merges.push(Box::pin(self.engine.merge(&candidate.0)));
        }
        Ok(())
    }

    fn wait_for_merges(&mut self) -> Result<(), SearchError> {
        for merge in self.merges.drain(..) {
            wait_for(merge)?;
        }
        Ok(())
    }
}

/// Waits for a merge that may have been polled before, which the engine's own `wait` forbids.
fn wait_for(mut merge: Merge) -> Result<(), SearchError> {
    let waker = Waker::from(Arc::new(Unpark(std::thread::current())));
    let mut context = Context::from_waker(&waker);
    loop {
        match merge.as_mut().poll(&mut context) {
            Poll::Ready(merged) => return Ok(merged.map(drop)?),
            Poll::Pending => std::thread::park(),
        }
    }
}

/// Wakes the thread that waits for a merge.
struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// The fields of a document. Their names and options are the format: changing one changes the
/// schema, which [`SearchIndex::open`] compares.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fields {
    pub(crate) sid: Field,
    entity: Field,
    mark: Field,
    commit: Field,
    shape: Field,
    pub(crate) words: Field,
    pub(crate) parts: Field,
}

impl Fields {
    pub(crate) const SID: &str = "sid";
    pub(crate) const ENTITY: &str = "entity";
    pub(crate) const MARK: &str = "mark";
    pub(crate) const COMMIT: &str = "commit";
    pub(crate) const SHAPE: &str = "shape";

    fn schema() -> (Schema, Self) {
        let lines = TextFieldIndexing::default()
            .set_tokenizer(LINES)
            .set_index_option(IndexRecordOption::Basic)
            .set_fieldnorms(false);
        let lines = TextOptions::default().set_indexing_options(lines);
        let mut schema = Schema::builder();
        let fields = Self {
            // Without `INDEXED`, which would add a useless byte of norm per statement.
            sid: schema
                .add_u64_field(Self::SID, NumericOptions::default().set_indexed().set_fast()),
            entity: schema.add_u64_field(Self::ENTITY, FAST),
            mark: schema.add_u64_field(Self::MARK, FAST),
            commit: schema.add_u64_field(Self::COMMIT, FAST),
            shape: schema.add_u64_field(Self::SHAPE, FAST),
            words: schema.add_text_field("words", lines.clone()),
            parts: schema.add_text_field("parts", lines),
        };
        (schema.build(), fields)
    }
}

fn settings() -> IndexSettings {
    // Nothing is stored, so a thread that compresses what is stored has nothing to do.
    IndexSettings { docstore_compress_dedicated_thread: false, ..IndexSettings::default() }
}

fn prepare(index: &Index) {
    index.tokenizers().register(LINES, Lines::default());
}

/// Reads the position from the last commit's note.
fn position(index: &Index) -> Result<CommitNumber, SearchError> {
    let unfit = SearchError::Unusable(Unfit::Format);
    let Some(note) = index.load_metas()?.payload else { return Err(unfit) };
    match note.split_once(' ') {
        Some((FORMAT, position)) => position.parse().map_err(|_| unfit),
        _ => Err(unfit),
    }
}

/// Compares every file that the last commit names with its checksum. O(bytes of the index).
fn check_files(index: &Index) -> Result<(), SearchError> {
    let directory = index.directory();
    // A writer in another process removes no file while this is held.
    let lock = directory.acquire_lock(&META_LOCK);
    let _lock = lock.map_err(|error| TantivyError::LockFailure(error, None))?;
    let managed = directory.list_managed_files();
    let mut files = 0;
    for path in index.load_metas()?.list_segment_files() {
        let is_there = directory.exists(&path).map_err(TantivyError::from)?;
        let is_sound = match (managed.contains(&path), is_there) {
            // The list names also what a segment need not have, such as deletions.
            (false, false) => true,
            (true, true) => directory.validate_checksum(&path).unwrap_or(false),
            _ => false,
        };
        files += usize::from(!is_sound);
    }
    if 0 < files { Err(SearchError::Unusable(Unfit::Damaged { files })) } else { Ok(()) }
}

/// Gives the engine one token per line: texts come to it analysed.
#[derive(Debug, Clone, Default)]
struct Lines(Token);

struct LineStream<'a> {
    rest: std::str::Lines<'a>,
    token: &'a mut Token,
}

impl Tokenizer for Lines {
    type TokenStream<'a> = LineStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> LineStream<'a> {
        self.0.reset();
        LineStream { rest: text.lines(), token: &mut self.0 }
    }
}

impl TokenStream for LineStream<'_> {
    fn advance(&mut self) -> bool {
        let Some(line) = self.rest.next() else { return false };
        self.token.text.clear();
        self.token.text.push_str(line);
        self.token.position = self.token.position.wrapping_add(1);
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

/// Goes up by one whenever analysis or fields change, so that older indexes are rebuilt.
const FORMAT: &str = "3";
const LINES: &str = "lines";
const META_FILE: &str = "meta.json";
/// tantivy refuses other numbers (`MEMORY_BUDGET_NUM_BYTES_MIN`, `_MAX`, `MAX_NUM_THREAD`).
const HEAP_BYTES_MIN: usize = 15_000_000;
const HEAP_BYTES_MAX: usize = 4_000_000_000;
const THREADS_MAX: usize = 8;
