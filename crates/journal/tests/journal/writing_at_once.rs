//! Several writers: threads of one node, and several nodes on one store.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use liaison_journal::Journal;
use liaison_model::control::Target;

use crate::databases::Database;
use crate::samples::*;

pub fn threads_on_one_journal_keep_the_chain_whole(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();

    thread::scope(|scope| {
        for writer in 0..4 {
            let journal = &journal;
            scope.spawn(move || write_a_bit(journal, writer));
        }
    });

    assert_dense_and_whole(&journal, 4);
}

pub fn two_nodes_on_one_store_keep_the_chain_whole(database: &dyn Database) {
    let place = database.place();
    let nodes = [place.create(), place.reopen()];

    thread::scope(|scope| {
        for (writer, node) in nodes.iter().enumerate() {
            scope.spawn(move || write_a_bit(node, writer));
        }
    });

    for node in &nodes {
        assert_dense_and_whole(node, 2);
    }
}

/// Ten small commits, an import among them, a withdrawal.
fn write_a_bit(journal: &Journal, writer: usize) {
    for n in 0..5 {
        append(journal, vec![name("p", &format!("before {writer} {n}"))]);
    }
    let values: Vec<String> = (0..50).map(|n| format!("import {writer} {n}")).collect();
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    let (commit, _) = import(journal, &values);
    append(journal, vec![withdrawal(Target::Commit(commit.unwrap()))]);
    for n in 0..5 {
        append(journal, vec![name("p", &format!("after {writer} {n}"))]);
    }
}

fn assert_dense_and_whole(journal: &Journal, writers: usize) {
    let commits = journal.headers(0, 1_000).unwrap();
    let numbers: Vec<_> = commits.iter().map(|(_, header)| header.number).collect();
    assert_eq!(numbers, (1..=writers as u64 * 12).collect::<Vec<_>>());
    assert_eq!(visible_values(journal).len(), writers * 11);
    assert_verifies(journal);
}

pub fn verifying_while_others_write_and_erase_finds_nothing_bad(database: &dyn Database) {
    let place = database.place();
    let (writing, checking) = (place.create(), place.reopen());
    import(&writing, &["a", "b", "c", "d", "e", "f", "g", "h"]);
    let targets = ids_of(&writing, 1);
    let done = AtomicBool::new(false);

    thread::scope(|scope| {
        scope.spawn(|| {
            for (n, id) in targets.iter().enumerate() {
                append(&writing, vec![erasure(Target::Statement(*id))]);
                let mut labelled = entry(name("p", "new"));
                labelled.label = label(&format!("H3:condition-{n}"));
                writing.append(vec![labelled], &note("act")).unwrap();
                writing.store().scrub().unwrap();
            }
            done.store(true, Ordering::Release);
        });
        while !done.load(Ordering::Acquire) {
            assert_verifies(&checking);
        }
    });

    assert_eq!(verified(&checking).commits, 17);
}

pub fn one_import_waits_for_the_other(database: &dyn Database) {
    let place = database.place();
    let nodes = [place.create(), place.reopen()];
    let mut first = nodes[0].begin_import().unwrap();
    first.stage(drafts([name("person-a", "a")], "")).unwrap();

    let fates = thread::scope(|scope| {
        let second = scope.spawn(|| import(&nodes[1], &["a"]));
        thread::sleep(Duration::from_millis(200));
        assert!(!second.is_finished());
        append(&nodes[1], vec![name("p", "a small commit need not wait")]);
        first.finish(&note("import")).unwrap();
        second.join().unwrap()
    });

    assert_eq!(fates, (None, vec![liaison_journal::store::Fate::Known]));
    assert_verifies(&nodes[1]);
}
