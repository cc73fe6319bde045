//! Small commits: what goes in comes out, in order, in time, once.

use std::collections::BTreeSet;

use liaison_journal::keys::KeyError;
use liaison_journal::{Entry, JournalError, known_on};
use liaison_model::StatementId;

use crate::databases::Database;
use crate::samples::*;

pub fn what_was_committed_is_read_back(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    let mut said = vec![name("p1", "강서윤"), name("p2", "ស្រីមុំ")];
    said[0].original = Some("姜瑞允".into());

    let receipt = append(&journal, said.clone());
    drop(journal);

    let journal = place.reopen();
    let header = journal.header(receipt.commit).unwrap();
    assert_eq!((receipt.commit, header.statements), (1, 2));
    assert_eq!((header.note.author.as_str(), header.note.act.as_str()), ("cli:min", "act"));
    assert_eq!(journal.head().unwrap().unwrap().hash, header.hash());
    for (id, said) in receipt.statements.iter().zip(said) {
        let (commit, kept) = journal.find(id).unwrap();
        let (_, statement) = kept.body.unwrap();
        assert_eq!((commit, kept.id, statement.id), (1, *id, *id));
        assert_eq!(statement, liaison_model::Statement { id: *id, ..said });
    }
    assert_eq!(visible_values(&journal), ["강서윤", "ស្រីមុំ"]);
    assert!(matches!(journal.find(&StatementId([9; 16])), Err(JournalError::Unknown)));
    assert!(matches!(journal.header(2), Err(JournalError::Unknown)));
}

pub fn ids_and_salts_are_random(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    for _ in 0..50 {
        append(&journal, vec![name("p", "same"), name("p", "same")]);
    }
    let mut import = journal.begin_import().unwrap();
    import.stage(drafts((0..100).map(|n| name(&n.to_string(), "same")), "")).unwrap();
    import.finish(&note("import")).unwrap();

    let all: Vec<_> = (1..=51).flat_map(|number| statements_of(&journal, number)).collect();
    let salts: BTreeSet<_> = all.iter().map(|kept| kept.body.as_ref().unwrap().0).collect();
    // The first four bytes of an id are those of its run, in an import.
    let ids: BTreeSet<_> = all.iter().map(|kept| &kept.id.0[4..]).collect();
    let leaves: BTreeSet<_> = all.iter().map(|kept| kept.leaf).collect();
    assert_eq!([all.len(), salts.len(), ids.len(), leaves.len()], [200; 4]);
}

pub fn a_received_statement_keeps_its_id_and_its_salt(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    let mut statement = name("p", "received");
    statement.id = StatementId([7; 16]);
    let label = liaison_model::Label { originator: agency("kh.npc"), ..label("TLP:AMBER") };
    let entry = Entry { statement, label: label.clone(), salt: Some([8; 16]) };

    journal.append(vec![entry.clone()], &note("accept")).unwrap();

    let (_, kept) = journal.find(&StatementId([7; 16])).unwrap();
    assert_eq!(kept.body, Some(([8; 16], entry.statement)));
    assert_eq!(journal.store().labels().unwrap(), [(kept.mark, label)]);
}

pub fn what_is_kept_beside_a_commit_is_there_with_it_or_not_at_all(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    let mut statement = name("p", "first");
    statement.id = StatementId([7; 16]);
    let beside = |value: &[u8]| [("received:kh.npc".to_owned(), value.to_vec())];
    let append = |value: &[u8]| {
        journal.append_with(vec![entry(statement.clone())], &note("receive"), &beside(value))
    };

    append(b"1").unwrap();
    let again = append(b"2");

    assert!(matches!(again, Err(JournalError::IdTaken)));
    assert_eq!(journal.store().meta("received:kh.npc").unwrap().as_deref(), Some(&b"1"[..]));
}

pub fn one_id_is_not_taken_twice(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    let mut statement = name("p", "first");
    statement.id = StatementId([7; 16]);
    append(&journal, vec![statement.clone()]);
    statement.value = "second".into();

    let again = try_append(&journal, vec![name("p", "third"), statement]);

    assert!(matches!(again, Err(JournalError::IdTaken)));
    assert_eq!(visible_values(&journal), ["first"]);
    assert_verifies(&journal);
}

pub fn a_clock_that_was_set_back_does_not_make_times_run_backwards(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    for time in ["2026-03-01T00:00:00Z", "2026-02-01T00:00:00Z", "2026-03-02T00:00:00Z"] {
        journal.append(vec![entry(name("p", time))], &note_at("act", time)).unwrap();
    }

    let times: Vec<_> = (1..=3).map(|n| journal.header(n).unwrap().note.time).collect();
    let (first, last) = (moment("2026-03-01T00:00:00Z"), moment("2026-03-02T00:00:00Z"));
    assert_eq!(times, [first, first, last]);
    assert_verifies(&journal);
}

pub fn nothing_is_signed_outside_the_year_of_the_certificate(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    append(&journal, vec![name("p", "kept")]);

    for time in ["2027-06-01T00:00:00Z", "2031-01-01T00:00:00Z"] {
        let late = note_at("act", time);
        let refused = journal.append(vec![entry(name("p", "late"))], &late);
        assert!(matches!(refused, Err(JournalError::Key(KeyError::NotNow { .. }))));
        let mut import = journal.begin_import().unwrap();
        import.stage(drafts([name("p", "late")], "")).unwrap();
        let refused = import.finish(&late);
        assert!(matches!(refused, Err(JournalError::Key(KeyError::NotNow { .. }))));
    }

    assert_eq!(visible_values(&journal), ["kept"]);
    assert_eq!(import(&journal, &["late"]).0, Some(2));
    assert_verifies(&journal);
}

pub fn what_was_known_on_a_day_is_the_commits_until_then(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    let on = |day: &str| known_on(&journal, moment(day)).unwrap();
    assert_eq!(on("2026-01-01T00:00:00Z").count(), 0);
    for day in 1..=9 {
        let time = format!("2026-02-0{day}T12:00:00Z");
        journal.append(vec![entry(name("p", &time))], &note_at("act", &time)).unwrap();
    }

    assert_eq!(on("2026-02-01T11:59:59Z").count(), 0);
    assert_eq!(on("2026-02-01T12:00:00Z"), 1..=1);
    assert_eq!(on("2026-02-05T13:00:00Z"), 1..=5);
    assert_eq!(on("2026-12-31T00:00:00Z"), 1..=9);
}

pub fn a_small_commit_has_a_limit(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();

    let refused = try_append(&journal, vec![name("p", "x"); 10_001]);

    assert!(matches!(refused, Err(JournalError::TooMuch { limit: 10_000, .. })));
    assert_eq!(journal.position().unwrap(), 0);
}
