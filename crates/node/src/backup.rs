//! One file that holds a node, and the way back from it.
//!
//! A backup is a ZIP archive: journal and looks as SQLite files (whatever they lie in), the accounts
//! without their sessions, the sealed keys, the exhibits, and a manifest; not what officers searched
//! for or sent to be imported. It is as secret as the node itself.
//!
//! A backup is older than what was withdrawn and erased after it. A restored node must not bring
//! that back: `tombstones.jsonl`, which names such acts without their content, is replayed before
//! the node opens. Sessions do not come back, and tokens, one of which may have been revoked
//! meanwhile, are revoked.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Component, Path, PathBuf};

use liaison_journal::store::{Access, SqliteStore};
use liaison_journal::{Journal, verify};
use liaison_model::control::Target;
use liaison_model::{Hash, Instant};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::folder::{Config, JournalPlace, private_file};
use crate::staging::{Staging, UNFINISHED};
use crate::withdraw::{First, Taken, TombstoneLine};
use crate::{Folder, Node, NodeError, OpenOptions, WrongUse};

/// What a backup is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Format of the backup.
    pub format: u32,
    /// What the node is.
    pub node: Config,
    /// When the backup was begun.
    pub made: Instant,
    /// Newest commit of the journal in it.
    pub commit: u64,
    /// Its hash.
    pub head: Option<Hash>,
}

/// What was backed up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackedUp {
    /// What the backup is.
    pub manifest: Manifest,
    /// Exhibits in it whose bytes do not give their hash.
    pub damaged: Vec<String>,
}

/// What a restore did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// What the backup was.
    pub manifest: Manifest,
    /// Withdrawals and erasures that were replayed.
    pub replayed: u64,
    /// Tokens that were valid in the backup, and are revoked now.
    pub tokens_revoked: u64,
}

impl Node {
    /// Writes a backup to `file`, while the node serves on, where no file of that name is yet. The
    /// file appears whole or not at all.
    ///
    /// # Errors
    ///
    /// [`WrongUse::FileExists`] when there is one; when a store cannot be read or the file cannot
    /// be written.
    pub fn backup(&self, file: &Path) -> Result<BackedUp, NodeError> {
        if file.exists() && !file.is_dir() {
            return Err(WrongUse::FileExists { path: file.to_owned() }.into());
        }
        self.backup_over(file)
    }

    /// The same, in the place of a file of that name, if there is one.
    ///
    /// # Errors
    ///
    /// [`WrongUse::IsFolder`] for a folder; when a store cannot be read or the file cannot be
    /// written.
    pub fn backup_over(&self, file: &Path) -> Result<BackedUp, NodeError> {
        if file.is_dir() {
            return Err(WrongUse::IsFolder { path: file.to_owned() }.into());
        }
        let mut beside = file.to_owned().into_os_string();
        beside.push(".");
        beside.push(UNFINISHED);
        let beside = PathBuf::from(beside);
        let work = Staging::begin(&self.folder, &beside)?;
        let made = self.write_backup(&work.path(), &beside);
        let made = made.and_then(|made| {
            fs::rename(&beside, file).map_err(NodeError::file(file))?;
            Ok(made)
        });
        if made.is_err() {
            // The error that ended the backup is the one to tell.
            let _ = fs::remove_file(&beside);
        }
        made
    }

    fn write_backup(&self, work: &Path, archive: &Path) -> Result<BackedUp, NodeError> {
        let made = self.now();
        // The journal first: every exhibit that it names is then in the folder already.
        let (journal, looks) = (work.join("journal.db"), work.join("looks.db"));
        self.journal.store().copy_to(&journal)?;
        self.looks.store().copy_to(&looks)?;
        let accounts = work.join("accounts.db");
        self.accounts.copy_to(&accounts)?;
        let copy = SqliteStore::open(&journal, Access::Read)?;
        let head = liaison_journal::store::Store::head(&copy)?;
        let node = Config { journal: JournalPlace::Sqlite, ..self.config.clone() };
        let manifest = Manifest {
            format: FORMAT,
            node,
            made,
            commit: head.map_or(0, |head| head.number),
            head: head.map(|head| head.hash),
        };
        let damaged = self.write_archive(archive, &manifest, &[journal, looks, accounts])?;
        Ok(BackedUp { manifest, damaged })
    }

    fn write_archive(
        &self,
        path: &Path,
        manifest: &Manifest,
        databases: &[PathBuf],
    ) -> Result<Vec<String>, NodeError> {
        let file = private_file(path).map_err(NodeError::file(path))?;
        let mut archive = ZipWriter::new(Output { file: BufWriter::new(file), failed: None });
        let text =
            serde_json::to_vec_pretty(manifest).map_err(|e| NodeError::file(path)(e.into()))?;
        add(&mut archive, MANIFEST, &mut &text[..]).map_err(NodeError::file(path))?;
        for database in databases {
            let name = database.file_name().unwrap_or_default().to_string_lossy().into_owned();
            add_file(&mut archive, &name, database)?;
        }
        let folder = self.folder.path();
        let name_of =
            |path: &Path| path.strip_prefix(folder).unwrap_or(path).to_string_lossy().into_owned();
        for path in files_below(&self.folder.keys())? {
            add_file(&mut archive, &name_of(&path), &path)?;
        }
        let mut damaged = Vec::new();
        for path in files_below(&self.folder.exhibits())? {
            let hash = add_file(&mut archive, &name_of(&path), &path)?.to_string();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if hash != name {
                damaged.push(name.into_owned());
            }
        }
        let finish = || -> std::io::Result<()> {
            let target = archive.finish().map_err(std::io::Error::other)?;
            target.file.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()
        };
        finish().map_err(NodeError::file(path))?;
        Ok(damaged)
    }

    /// Makes a node in `folder` from a backup: checks it, replays what was withdrawn and erased
    /// since (from `tombstones`, where given), and only then lets it be opened.
    ///
    /// # Errors
    ///
    /// [`NodeError::NodeExists`] when the folder holds a node; [`WrongUse::BackupDamaged`] when the
    /// file is no backup or does not verify. Then nothing stays.
    pub fn restore(
        file: &Path,
        folder: &Folder,
        tombstones: Option<&Path>,
        open: OpenOptions,
    ) -> Result<Restored, NodeError> {
        if folder.config().exists() {
            return Err(NodeError::NodeExists { folder: folder.path().to_owned() });
        }
        for path in [Some(file), tombstones].into_iter().flatten() {
            if path.is_dir() {
                return Err(WrongUse::IsFolder { path: path.to_owned() }.into());
            }
        }
        let lines = tombstones.map(read_tombstones).transpose()?.unwrap_or_default();
        let there = Traces::before(folder);
        let restored = Self::restore_into(file, folder, &lines, open);
        if restored.is_err() {
            // A node that may show what was erased since must not be opened.
            there.remove_the_rest(folder)?;
        }
        restored
    }

    fn restore_into(
        file: &Path,
        folder: &Folder,
        lines: &[TombstoneLine],
        open: OpenOptions,
    ) -> Result<Restored, NodeError> {
        folder.create()?;
        let manifest = unpack(file, folder)?;
        check(file, folder)?;
        folder.write_config(&manifest.node)?;
        let node = Self::open(folder, open)?;
        let tokens_revoked = node.accounts.after_restore(node.now())?;
        let replayed = node.replay(lines)?;
        Ok(Restored { manifest, replayed, tokens_revoked })
    }

    fn replay(&self, lines: &[TombstoneLine]) -> Result<u64, NodeError> {
        let mut replayed = 0;
        for line in lines {
            let Ok(target) = line.target.parse::<Target>() else { continue };
            let said = Taken {
                author: REPLAYED,
                // Lines of earlier versions say neither why nor on whose order.
                reason: line.reason.as_deref().unwrap_or(line.on.map_or(REPLAYED, |_| "")),
                authority: line.authority.as_deref().unwrap_or(REPLAYED),
                first: Some(First { on: line.on, officer: line.officer.as_deref() }),
            };
            let again = match (target, line.act.as_str()) {
                (Target::Statement(id), act) => {
                    let Ok((_, kept)) = self.journal.find(&id) else { continue };
                    let is_same = line.leaf.as_ref() == Some(&kept.leaf.to_string());
                    match (is_same, act) {
                        (true, "erase") => self.erase_as(id, &said).map(drop),
                        (true, _) => self.withdraw_as(id, &said).map(drop),
                        (false, _) => continue,
                    }
                }
                (Target::Commit(number), _) => {
                    let Ok(header) = self.journal.header(number) else { continue };
                    if line.commit.as_ref() != Some(&header.hash().to_string()) {
                        continue;
                    }
                    self.undo_only_as(number, &said).map(drop)
                }
            };
            match again {
                Ok(()) => replayed += 1,
                // It was hidden before the backup was made.
                Err(NodeError::WrongUse(
                    WrongUse::ErasedAlready { .. }
                    | WrongUse::WithdrawnAlready { .. }
                    | WrongUse::UndoneAlready { .. }
                    | WrongUse::NotOurs { .. }
                    | WrongUse::CannotUndo { .. },
                )) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(replayed)
    }
}

/// What was in a folder before a node was restored into it.
struct Traces {
    is_new: bool,
    entries: BTreeSet<PathBuf>,
}

impl Traces {
    fn before(folder: &Folder) -> Self {
        let is_new = !folder.path().exists();
        Self { is_new, entries: entries_of(folder.path()) }
    }

    /// Removes what came since.
    fn remove_the_rest(&self, folder: &Folder) -> Result<(), NodeError> {
        for path in entries_of(folder.path()).difference(&self.entries) {
            let removed =
                if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
            match removed {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(NodeError::file(path)(error));
                }
                _ => {}
            }
        }
        if self.is_new && folder.path().exists() {
            fs::remove_dir(folder.path()).map_err(NodeError::file(folder.path()))?;
        }
        Ok(())
    }
}

/// What lies in a folder; nothing where there is none.
fn entries_of(folder: &Path) -> BTreeSet<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect()
}

/// Every hash, link and signature of both chains.
fn check(file: &Path, folder: &Folder) -> Result<(), NodeError> {
    for path in [folder.journal(), folder.looks()] {
        if !holds(&path).unwrap_or(false) {
            return Err(WrongUse::BackupDamaged { path: file.to_owned() }.into());
        }
    }
    Ok(())
}

/// Whether a journal that came out of a backup is whole.
fn holds(path: &Path) -> Result<bool, NodeError> {
    let store = Box::new(SqliteStore::open(path, Access::Read)?);
    let random = Box::new(rand::make_rng::<rand::rngs::StdRng>());
    let journal = Journal::open(store, None, random)?;
    Ok(verify(&journal, |_| Ok(()))?.first_bad.is_none())
}

fn unpack(file: &Path, folder: &Folder) -> Result<Manifest, NodeError> {
    let damaged = || NodeError::from(WrongUse::BackupDamaged { path: file.to_owned() });
    let archive = File::open(file).map_err(NodeError::file(file))?;
    let mut archive = ZipArchive::new(BufReader::new(archive)).map_err(|_| damaged())?;
    if ENTRIES_MAX < archive.len() {
        return Err(damaged());
    }
    let manifest: Manifest = {
        let entry = archive.by_name(MANIFEST).map_err(|_| damaged())?;
        serde_json::from_reader(entry.take(MANIFEST_BYTES_MAX)).map_err(|_| damaged())?
    };
    if FORMAT < manifest.format {
        return Err(NodeError::Newer { found: manifest.format, supported: FORMAT });
    }
    let mut seen = BTreeSet::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|_| damaged())?;
        let name = entry.name().map_err(|_| damaged())?.into_owned();
        if name == MANIFEST || !entry.is_file() {
            continue;
        }
        if !seen.insert(name.clone()) || !is_ours(&name) {
            return Err(damaged());
        }
        let path = folder.path().join(&name);
        let parent = path.parent().unwrap_or(folder.path());
        fs::create_dir_all(parent).map_err(NodeError::file(parent))?;
        let mut out = private_file(&path).map_err(NodeError::file(&path))?;
        copy_out(&mut entry, &mut out, file, &path)?;
        out.sync_all().map_err(NodeError::file(&path))?;
    }
    Ok(manifest)
}

/// Copies an entry of a backup; what cannot be read of it is the backup's fault.
fn copy_out(
    entry: &mut impl Read,
    out: &mut File,
    backup: &Path,
    path: &Path,
) -> Result<(), NodeError> {
    let mut buffer = vec![0; COPY_BYTES];
    loop {
        let read = entry.read(&mut buffer);
        let read = read.map_err(|_| WrongUse::BackupDamaged { path: backup.to_owned() })?;
        if read == 0 {
            return Ok(());
        }
        out.write_all(&buffer[..read]).map_err(NodeError::file(path))?;
    }
}

/// Whether a path in an archive is one that a backup of ours has: nothing leads out of the folder.
fn is_ours(name: &str) -> bool {
    let path = Path::new(name);
    let is_plain = path.components().all(|part| matches!(part, Component::Normal(_)));
    let is_known = name == "journal.db"
        || name == "looks.db"
        || name == "accounts.db"
        || name.starts_with("keys/")
        || name.starts_with("exhibits/");
    is_plain && is_known && !name.contains('\\')
}

fn read_tombstones(path: &Path) -> Result<Vec<TombstoneLine>, NodeError> {
    let text = fs::read_to_string(path).map_err(NodeError::file(path))?;
    let damaged = |_| NodeError::Damaged { path: path.to_owned() };
    text.lines().map(|line| serde_json::from_str(line).map_err(damaged)).collect()
}

/// Adds a file, and says its hash.
fn add_file<W: Write + Seek>(
    archive: &mut ZipWriter<W>,
    name: &str,
    path: &Path,
) -> Result<Hash, NodeError> {
    let file = File::open(path).map_err(NodeError::file(path))?;
    let mut file = Hashing { file, hasher: Sha256::new() };
    add(archive, name, &mut file).map_err(NodeError::file(path))?;
    Ok(Hash(file.hasher.finalize().into()))
}

fn add<W: Write + Seek>(
    archive: &mut ZipWriter<W>,
    name: &str,
    from: &mut impl Read,
) -> std::io::Result<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .large_file(true)
        .unix_permissions(0o600);
    archive.start_file(name, options).map_err(std::io::Error::other)?;
    std::io::copy(from, archive)?;
    Ok(())
}

/// A file whose hash is taken while it is read.
struct Hashing {
    file: File,
    hasher: Sha256,
}

impl Read for Hashing {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.hasher.update(&buffer[..read]);
        Ok(read)
    }
}

/// The file of an archive. Once writing has failed it takes the rest as if it wrote it: the archive
/// ends itself when dropped, and prints what it meets there.
struct Output {
    file: BufWriter<File>,
    /// Where the next byte would go, after a failure.
    failed: Option<u64>,
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if let Some(at) = &mut self.failed {
            *at += bytes.len() as u64;
            return Ok(bytes.len());
        }
        let written = self.file.write(bytes);
        self.note(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        if self.failed.is_some() {
            return Ok(());
        }
        let flushed = self.file.flush();
        self.note(flushed)
    }
}

impl Seek for Output {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        if let Some(at) = &mut self.failed {
            *at = match to {
                SeekFrom::Start(at) => at,
                SeekFrom::Current(by) | SeekFrom::End(by) => at.saturating_add_signed(by),
            };
            return Ok(*at);
        }
        let sought = self.file.seek(to);
        self.note(sought)
    }
}

impl Output {
    fn note<T>(&mut self, done: std::io::Result<T>) -> std::io::Result<T> {
        if done.is_err() {
            self.failed = Some(0);
        }
        done
    }
}

fn files_below(folder: &Path) -> Result<Vec<PathBuf>, NodeError> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(NodeError::file(&folder))? {
            let path = entry.map_err(NodeError::file(&folder))?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}

/// Newest format of a backup that this version makes and reads.
const FORMAT: u32 = 1;
const MANIFEST: &str = "backup.json";
const MANIFEST_BYTES_MAX: u64 = 1024 * 1024;
const COPY_BYTES: usize = 64 * 1024;
const ENTRIES_MAX: usize = 10_000_000;
/// Author and reason of what a restore repeats.
const REPLAYED: &str = "restore";
