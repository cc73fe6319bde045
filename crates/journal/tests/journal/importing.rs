//! Imports: all or nothing, one commit, nothing twice.

use liaison_journal::hash::leaf;
use liaison_journal::keys::Signer;
use liaison_journal::store::{Access, Fate, Hidden, NewRow, Store};
use liaison_journal::{Journal, JournalError};
use liaison_model::control::Target;
use liaison_model::{Statement, StatementId};

use crate::databases::Database;
use crate::samples::*;

pub fn an_import_of_25_000_statements_is_one_commit(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    let people: Vec<String> = (0..25_000).map(|n| format!("person {n}")).collect();

    let mut import = journal.begin_import().unwrap();
    for run in people.chunks(10_000) {
        let fates = import.stage(drafts(run.iter().map(|p| name("p", p)), "H1")).unwrap();
        assert!(fates.iter().all(|fate| *fate == Fate::New));
        assert_eq!(journal.position().unwrap(), 0, "nothing is visible before the end");
    }
    assert_eq!(import.staged(), 25_000);
    let commit = import.finish(&note("import")).unwrap();

    assert_eq!((commit, journal.position().unwrap()), (Some(1), 1));
    let header = journal.header(1).unwrap();
    assert_eq!((header.statements, header.labels.len()), (25_000, 1));
    assert_eq!(visible_values(&journal), people);
    assert_verifies(&place.reopen());
}

pub fn a_dropped_import_leaves_nothing(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    append(&journal, vec![name("p", "kept")]);

    let mut dropped = journal.begin_import().unwrap();
    let many = (0..12_000).map(|n| name("p", &n.to_string()));
    let staged = dropped.stage(drafts(many, "")).unwrap();
    drop(dropped);

    assert_eq!(staged.len(), 12_000);
    assert_eq!(visible_values(&journal), ["kept"]);
    assert!(journal.store().dead_batches().unwrap().is_empty());
    assert_eq!(place.sql("DELETE FROM claims", &[]), 0);
    assert_eq!(place.sql("DELETE FROM statements", &[]), 1);
}

pub fn the_next_import_sweeps_away_what_a_dead_one_left(database: &dyn Database) {
    let place = database.place();
    drop(place.create());
    stage_and_die(place.open(Access::Write).unwrap().as_ref(), &["half", "done"]);

    let journal = place.reopen();
    let dead = journal.store().dead_batches().unwrap();
    let (commit, fates) = import(&journal, &["half"]);

    assert_eq!((dead.len(), commit, fates), (1, Some(1), vec![Fate::New]));
    assert!(journal.store().dead_batches().unwrap().is_empty());
    assert_eq!(visible_values(&journal), ["half"]);
    assert_eq!(place.sql("DELETE FROM claims", &[]), 1);
    assert_eq!(place.sql("DELETE FROM statements", &[]), 1);
}

/// What a process leaves behind that dies in the middle of [`import`].
fn stage_and_die(store: &dyn Store, names: &[&str]) {
    let coder = signer().claim_coder();
    let mark = store.intern(&label("")).unwrap();
    let mut row = |(n, value): (usize, &&str)| {
        let mut statement = name(&format!("person-{value}"), value);
        statement.id = StatementId([n as u8 + 1; 16]);
        let (salt, payload) = ([0; 16], statement.to_canonical());
        let code = coder.code(Statement::claim_of(&payload).unwrap()).ok();
        NewRow { id: statement.id, leaf: leaf(&salt, &payload), salt, payload, mark, code }
    };
    let rows: Vec<_> = names.iter().enumerate().map(&mut row).collect();
    let batch = store.open_batch().unwrap();
    store.stage(batch, 0, &rows, &Hidden::default(), &coder).unwrap();
}

pub fn a_second_import_of_the_same_is_recognised_and_makes_no_commit(database: &dyn Database) {
    let place = database.place();
    let (first, _) = import(&place.create(), &["a", "b", "c"]);

    let journal = place.reopen();
    let (second, fates) = import(&journal, &["a", "b", "c"]);
    let (third, mixed) = import(&journal, &["b", "d", "a"]);

    assert_eq!((first, second, third), (Some(1), None, Some(2)));
    assert_eq!(fates, [Fate::Known; 3]);
    assert_eq!(mixed, [Fate::Known, Fate::New, Fate::Known]);
    assert_eq!(visible_values(&journal), ["a", "b", "c", "d"]);
    assert_verifies(&journal);
}

pub fn one_claim_twice_in_one_file_is_one_statement(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    let mut import = journal.begin_import().unwrap();
    let mut later = name("p", "a");
    later.seen = Some(moment(NOON));

    let first = import.stage(drafts([name("p", "a"), later, name("p", "b")], "")).unwrap();
    let second = import.stage(drafts([name("p", "b"), name("p", "c")], "")).unwrap();
    let staged = import.staged();
    import.finish(&note("import")).unwrap();

    assert_eq!(first, [Fate::New, Fate::Known, Fate::New]);
    assert_eq!(second, [Fate::Known, Fate::New]);
    assert_eq!((staged, visible_values(&journal)), (3, vec!["a".into(), "b".into(), "c".into()]));
    assert_verifies(&journal);
}

pub fn the_same_claim_about_another_entity_is_another_claim(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    let mut import = journal.begin_import().unwrap();
    let mut elsewhere = name("p1", "Kim");
    elsewhere.dataset = "another list".into();

    let said = [name("p1", "Kim"), name("p2", "Kim"), elsewhere];
    let fates = import.stage(drafts(said, "")).unwrap();

    assert_eq!(fates, [Fate::New; 3]);
}

pub fn no_file_brings_in_an_act_on_other_statements(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    import(&journal, &["a"]);
    let target = Target::Commit(1);

    for act in [withdrawal(target), purge(target), erasure(target), restriction(target)] {
        let mut import = journal.begin_import().unwrap();
        let refused = import.stage(drafts([name("p", "b"), act], ""));
        assert!(matches!(refused, Err(JournalError::IsAnAct)));
    }

    assert_eq!(visible_values(&journal), ["a"]);
    assert_eq!(journal.tombstones(0).unwrap(), []);
}

pub fn nobody_sees_or_withdraws_what_is_only_staged(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    let mut import = journal.begin_import().unwrap();
    let mut staged = name("p", "staged");
    staged.id = StatementId([5; 16]);
    import.stage(drafts([staged], "")).unwrap();

    let found = journal.find(&StatementId([5; 16]));
    let act = withdrawal(Target::Statement(StatementId([5; 16])));
    let withdrawn = try_append(&journal, vec![act.clone()]);

    assert!(matches!(found, Err(JournalError::Unknown)));
    assert!(matches!(withdrawn, Err(JournalError::Unknown)));
    import.finish(&note("import")).unwrap();
    append(&journal, vec![act]);
    assert_eq!(visible_values(&journal).len(), 1, "the act itself");
    assert_verifies(&journal);
}

pub fn an_import_that_changed_its_label_is_signed_with_each(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    let mut import = journal.begin_import().unwrap();
    for (value, marks) in [("a", "H1"), ("b", "H1"), ("c", "TLP:RED"), ("d", "H1")] {
        import.stage(drafts([name("p", value)], marks)).unwrap();
    }
    import.finish(&note("import")).unwrap();

    let header = journal.header(1).unwrap();
    let runs: Vec<_> =
        header.labels.iter().map(|r| (r.statements, r.label.marks.to_string())).collect();
    assert_eq!(runs, [(2, "H1".into()), (1, "TLP:RED".into()), (1, "H1".into())]);
    assert_verifies(&journal);
}

pub fn a_renewed_node_key_still_recognises_what_was_imported(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    import(&journal, &["a", "gone"]);
    let gone = ids_of(&journal, 1)[1];
    append(&journal, vec![erasure(Target::Statement(gone))]);
    let (root, node) = keys();
    let next = node.successor(&mut random());
    let certificate = root.certify(&agency(OURS), &next, moment("2026-01-03T00:00:00Z"));

    let signer = Signer::new(next, certificate.clone()).unwrap();
    let store = place.open(Access::Write).unwrap();
    let journal = Journal::open(store, Some(signer), random()).unwrap();
    let (commit, fates) = import(&journal, &["a", "gone", "b"]);

    assert_eq!(fates, [Fate::Known, Fate::Erased, Fate::New]);
    assert_eq!(journal.header(commit.unwrap()).unwrap().certificate, certificate.hash());
    assert_verifies(&journal);
    assert_verifies(&place.read().unwrap());
}

pub fn an_import_whose_lock_was_lost_is_stopped_and_commits_nothing(database: &dyn Database) {
    let place = database.place();
    let (journal, other) = (place.create(), place.reopen());
    let mut import = journal.begin_import().unwrap();
    import.stage(drafts([name("p", "a")], "")).unwrap();

    // As another server does once the first one's connection is gone.
    let batch = other.store().dead_batches().unwrap()[0];
    other.store().discard(batch, 0, &[]).unwrap();

    let staged = import.stage(drafts([name("p", "b")], ""));
    assert!(matches!(staged, Err(JournalError::Stopped)), "{staged:?}");
    assert!(matches!(import.finish(&note("import")), Err(JournalError::Stopped)));
    assert_eq!(journal.position().unwrap(), 0);
}
