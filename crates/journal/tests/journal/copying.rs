//! Copies: one file that is a journal, whatever the database.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use liaison_journal::store::{Access, SqliteStore};
use liaison_journal::{Journal, JournalError};
use liaison_model::control::Target;

use crate::databases::{Database, files_under};
use crate::samples::*;

fn open_copy(file: &std::path::Path) -> Journal {
    let store = SqliteStore::open(file, Access::Write).unwrap();
    Journal::open(Box::new(store), Some(signer()), random()).unwrap()
}

pub fn a_copy_is_a_journal_that_verifies(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    write_one_of_everything(&journal);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copy.db");

    journal.store().copy_to(&file).unwrap();

    assert_eq!(files_under(folder.path()), [file.as_path()], "one file, nothing beside it");
    let copy = open_copy(&file);
    assert_eq!(verified(&copy), verified(&journal));
    assert_eq!(visible_values(&copy), visible_values(&journal));
    assert_eq!(copy.hidden().unwrap(), journal.hidden().unwrap());
    // What the journal knows of claims came along, and the copy goes on where it stands.
    assert_eq!(import_list(&copy), import_list(&journal));
    assert_verifies(&copy);
}

/// Imports the list of [`write_one_of_everything`] again.
fn import_list(journal: &Journal) -> Vec<liaison_journal::store::Fate> {
    let mut import = journal.begin_import().unwrap();
    let list = ["서윤", "민준", "지우", "하은", "도윤", "유나"].map(|value| name(value, value));
    let fates = import.stage(drafts(list, "")).unwrap();
    import.finish(&note("import")).unwrap();
    fates
}

pub fn a_copy_made_while_others_write_verifies(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    write_one_of_everything(&journal);
    let folder = tempfile::tempdir().unwrap();
    let done = AtomicBool::new(false);

    thread::scope(|scope| {
        let mut import = journal.begin_import().unwrap();
        import.stage(drafts([name("p", "staged, never committed")], "")).unwrap();
        scope.spawn(|| {
            for n in 0.. {
                if done.load(Ordering::Acquire) {
                    break;
                }
                let said = name("p", &format!("erased {n}"));
                let receipt = append(&journal, vec![said, name("p", "kept")]);
                let target = Target::Statement(receipt.statements[0]);
                append(&journal, vec![erasure(target)]);
            }
        });
        for n in 0..5 {
            let before = journal.position().unwrap();
            let file = folder.path().join(n.to_string());
            journal.store().copy_to(&file).unwrap();
            let copy = open_copy(&file);
            assert_verifies(&copy);
            assert!(before <= copy.position().unwrap());
        }
        done.store(true, Ordering::Release);
    });
}

pub fn a_copy_does_not_replace_a_file(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    append(&journal, vec![name("p", "a")]);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copy.db");
    std::fs::write(&file, "an older copy").unwrap();

    let refused = journal.store().copy_to(&file);

    assert!(matches!(refused, Err(JournalError::Exists)));
    assert_eq!(std::fs::read(&file).unwrap(), b"an older copy");
}

pub fn a_copy_holds_nothing_of_what_was_erased(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    let receipt = append(&journal, vec![name("p", "a-number-to-forget"), name("p", "to-keep")]);
    append(&journal, vec![erasure(Target::Statement(receipt.statements[0]))]);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copy.db");

    journal.store().copy_to(&file).unwrap();

    let bytes = String::from_utf8_lossy(&std::fs::read(&file).unwrap()).into_owned();
    assert!(bytes.contains("to-keep") && !bytes.contains("a-number-to-forget"));
}
