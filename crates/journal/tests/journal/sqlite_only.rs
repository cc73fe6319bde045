//! What only a file can suffer: a folder that cannot be written, a disk that is full, garbage.

use std::path::Path;

use crate::samples::*;
use crate::small_disk::SmallDisk;
use liaison_journal::store::{Access, SqliteStore};
use liaison_journal::{BadList, Journal, JournalError, check_lists};

fn create(path: &Path) -> Journal {
    let store = SqliteStore::open(path, Access::Create).unwrap();
    Journal::create(Box::new(store), signer(), random()).unwrap()
}

fn open(path: &Path) -> Result<Journal, JournalError> {
    let store = SqliteStore::open(path, Access::Write)?;
    Journal::open(Box::new(store), Some(signer()), random())
}

#[test]
fn an_import_that_fills_the_disk_leaves_what_was_there() {
    let Some(disk) = SmallDisk::mount("3m") else { return };
    let path = disk.path().join("journal.db");
    let journal = create(&path);
    append(&journal, vec![name("p", "kept")]);

    let mut import = journal.begin_import().unwrap();
    let full = (0..100).find_map(|run| {
        let many = (0..1_000).map(|n| name("p", &format!("{run} {n}")));
        import.stage(drafts(many, "")).err()
    });
    drop(import);

    assert!(matches!(full, Some(JournalError::Full)), "{full:?}");
    assert_eq!(visible_values(&journal), ["kept"]);
    assert_verifies(&journal);
}

#[test]
fn an_id_that_leads_to_another_statement_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.db");
    let journal = create(&path);
    write_one_of_everything(&journal);
    let change = |sql: &str| rusqlite::Connection::open(&path).unwrap().execute(sql, []).unwrap();
    let found = || check_lists(&journal, None).unwrap();
    assert_eq!(found(), None);

    for (sql, back) in [
        ("UPDATE ids SET sid = sid + 100", "UPDATE ids SET sid = sid - 100"),
        ("UPDATE ids SET id = CAST(id || x'00' AS BLOB)", "UPDATE ids SET id = substr(id, 1, 16)"),
    ] {
        change(sql);
        assert!(matches!(found(), Some(BadList::Id(_))), "{sql}");
        change(back);
        assert_eq!(found(), None);
    }
    change("DELETE FROM ids WHERE id = (SELECT min(id) FROM ids)");
    assert!(matches!(found(), Some(BadList::Id(_))));
}

#[test]
fn a_small_commit_on_a_full_disk_is_refused_and_the_journal_stays_whole() {
    let Some(disk) = SmallDisk::mount("3m") else { return };
    let path = disk.path().join("journal.db");
    let journal = create(&path);
    append(&journal, vec![name("p", "kept")]);
    let rest = disk.path().join("rest");
    _ = std::fs::write(&rest, vec![1; 4_000_000]);

    let long = "x".repeat(100_000);
    let refused = try_append(&journal, vec![name("p", &long)]);

    assert!(matches!(refused, Err(JournalError::Full)), "{refused:?}");
    std::fs::remove_file(&rest).unwrap();
    append(&journal, vec![name("p", "room again")]);
    assert_eq!(visible_values(&journal), ["kept", "room again"]);
    assert_verifies(&journal);
}

#[test]
fn on_a_read_only_disk_nothing_is_written_and_everything_is_read() {
    let Some(disk) = SmallDisk::mount("3m") else { return };
    // Signs that mean something in the address by which it is opened.
    let folder = disk.path().join("a node? 50% #1 한국");
    std::fs::create_dir(&folder).unwrap();
    let (path, copy) = (folder.join("journal.db"), folder.join("copy.db"));
    let journal = create(&path);
    append(&journal, vec![name("p", "kept")]);
    journal.store().copy_to(&copy).unwrap();
    drop(journal);
    disk.make_read_only();

    for path in [&path, &copy] {
        let written = open(path).and_then(|journal| try_append(&journal, vec![name("p", "new")]));
        assert!(matches!(written, Err(JournalError::ReadOnly)), "{written:?}");
    }
    let made = SqliteStore::open(&disk.path().join("other.db"), Access::Create).err();
    assert!(matches!(made, Some(JournalError::ReadOnly)), "{made:?}");
    for path in [&path, &copy] {
        let store = SqliteStore::open(path, Access::Read).unwrap();
        let journal = Journal::open(Box::new(store), None, random()).unwrap();
        assert_eq!(visible_values(&journal), ["kept"]);
        assert_verifies(&journal);
    }
}

#[test]
fn on_a_read_only_disk_a_journal_whose_last_commit_lies_beside_it_is_refused() {
    let Some(disk) = SmallDisk::mount("3m") else { return };
    let (path, dead) = (disk.path().join("journal.db"), disk.path().join("dead.db"));
    let journal = create(&path);
    append(&journal, vec![name("p", "kept")]);
    // As a process leaves them that is killed.
    std::fs::copy(&path, &dead).unwrap();
    std::fs::copy(disk.path().join("journal.db-wal"), disk.path().join("dead.db-wal")).unwrap();
    drop(journal);
    disk.make_read_only();

    let refused = SqliteStore::open(&dead, Access::Read).err();

    assert!(matches!(refused, Some(JournalError::Unfolded(_))), "{refused:?}");
}

#[test]
fn a_closed_journal_is_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.db");
    let journal = create(&path);
    append(&journal, vec![name("p", "a")]);
    assert_eq!(visible_values(&journal), ["a"]);
    drop(journal);

    let wal = std::fs::metadata(folder.path().join("journal.db-wal"));

    assert!(wal.is_err(), "{wal:?}");
}

#[test]
fn the_files_of_a_journal_are_readable_by_their_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let journal = create(&folder.path().join("journal.db"));
    append(&journal, vec![name("p", "a")]);
    journal.store().copy_to(&folder.path().join("copy.db")).unwrap();

    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
        let holds_bytes = entry.metadata().unwrap().len() != 0;
        assert!(mode == 0o600 || !holds_bytes, "{:?} has mode {mode:o}", entry.file_name());
    }
}

#[test]
fn a_database_of_something_else_does_not_become_a_journal() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.db");
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("CREATE TABLE victims (name TEXT)").unwrap();

    for access in [Access::Create, Access::Write, Access::Read] {
        assert!(matches!(SqliteStore::open(&path, access).err(), Some(JournalError::Damaged)));
    }
}

#[test]
fn a_folder_that_is_not_there_is_not_called_read_only() {
    let folder = tempfile::tempdir().unwrap();

    let error = SqliteStore::open(&folder.path().join("no/journal.db"), Access::Create).err();

    assert!(matches!(error, Some(JournalError::Database(_))), "{error:?}");
}

#[test]
fn garbage_in_any_page_is_noticed_and_never_panics() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.db");
    let journal = create(&path);
    write_one_of_everything(&journal);
    journal.store().scrub().unwrap();
    drop(journal);
    let whole = std::fs::read(&path).unwrap();

    for page in 0..whole.len() / 4096 {
        let mut bytes = whole.clone();
        bytes[page * 4096..(page + 1) * 4096].fill(0xa5);
        std::fs::write(&path, &bytes).unwrap();

        // Indices that reading does not need may be ruined without anybody's noticing it yet.
        let verified = open(&path).and_then(|j| liaison_journal::verify(&j, |_| Ok(())));
        match verified {
            Err(JournalError::Damaged | JournalError::Unsound { .. }) => {}
            Ok(verified) => assert!(verified.first_bad.is_some() || verified.commits == 6),
            Err(error) => panic!("page {page}: {error:?}"),
        }
    }
}
