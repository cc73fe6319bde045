//! Random histories against a list in memory: after anything, the journal verifies, and shows what
//! the list would show.

use std::collections::BTreeSet;

use liaison_journal::store::Fate;
use liaison_journal::{Entry, Journal, JournalError};
use liaison_model::StatementId;
use liaison_model::control::Target;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::databases::Database;
use crate::samples::*;

#[derive(Debug, Clone)]
enum Step {
    Append(Vec<u8>),
    Import(Vec<u8>),
    DropImport(Vec<u8>),
    Withdraw(usize),
    Purge(usize),
    Erase(usize),
    UndoCommit(usize),
    EraseCommit(usize),
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    // Few names, so that claims meet again.
    let names = || proptest::collection::vec(0_u8..12, 1..6);
    prop_oneof![
        3 => names().prop_map(Step::Append),
        5 => names().prop_map(Step::Import),
        1 => names().prop_map(Step::DropImport),
        2 => any::<usize>().prop_map(Step::Withdraw),
        1 => any::<usize>().prop_map(Step::Purge),
        2 => any::<usize>().prop_map(Step::Erase),
        1 => any::<usize>().prop_map(Step::UndoCommit),
        1 => any::<usize>().prop_map(Step::EraseCommit),
        1 => Just(Step::Reopen),
    ]
}

pub fn whatever_happened_the_journal_verifies_and_shows_what_a_list_would(database: &dyn Database) {
    let config =
        Config { cases: database.histories(), failure_persistence: None, ..Config::default() };
    let histories = proptest::collection::vec(step(), 1..25);
    let run = TestRunner::new(config).run(&histories, |history| {
        let place = database.place();
        let mut journal = place.create();
        let mut list = List::default();
        for step in history {
            match step {
                Step::Reopen => journal = place.reopen(),
                step => list.take(&journal, step),
            }
            let mut seen = names_seen(&journal);
            seen.sort_unstable();
            prop_assert_eq!(seen, list.names_seen());
        }
        prop_assert_eq!(verified(&journal).first_bad, None);
        Ok(())
    });
    if let Err(failed) = run {
        panic!("{failed}");
    }
}

fn names_seen(journal: &Journal) -> Vec<u8> {
    visible_values(journal).iter().filter_map(|value| value.parse().ok()).collect()
}

/// The simplest thing that could say what a journal shows.
#[derive(Default)]
struct List {
    said: Vec<Said>,
    commits: u64,
    erased: BTreeSet<u8>,
}

struct Said {
    id: StatementId,
    commit: u64,
    name: u8,
    imported: bool,
    hidden: bool,
    removed: bool,
}

impl List {
    fn names_seen(&self) -> Vec<u8> {
        let mut names: Vec<u8> =
            self.said.iter().filter(|said| !said.hidden).map(|said| said.name).collect();
        names.sort_unstable();
        names
    }

    fn take(&mut self, journal: &Journal, step: Step) {
        match step {
            Step::Append(names) => self.append(journal, &names),
            Step::Import(names) => self.import(journal, &names, true),
            Step::DropImport(names) => self.import(journal, &names, false),
            Step::Withdraw(at) => self.act_on_one(journal, at, withdrawal),
            Step::Purge(at) => self.act_on_one(journal, at, purge),
            Step::Erase(at) => self.act_on_one(journal, at, erasure),
            Step::UndoCommit(at) => self.act_on_commit(journal, at, withdrawal),
            Step::EraseCommit(at) => self.act_on_commit(journal, at, erasure),
            Step::Reopen => {}
        }
    }

    fn append(&mut self, journal: &Journal, names: &[u8]) {
        let entries: Vec<Entry> = names.iter().map(|n| entry(name("p", &n.to_string()))).collect();
        let receipt = journal.append(entries, &note("act"));
        if names.iter().any(|name| self.erased.contains(name)) {
            assert!(matches!(receipt, Err(JournalError::ErasedByLaw)), "{receipt:?}");
            return;
        }
        let receipt = receipt.unwrap();
        self.commits += 1;
        assert_eq!(receipt.commit, self.commits);
        self.add(names, &receipt.statements, false);
    }

    fn add(&mut self, names: &[u8], ids: &[StatementId], imported: bool) {
        let commit = self.commits;
        let said = |(name, id): (&u8, &StatementId)| Said {
            id: *id,
            commit,
            name: *name,
            imported,
            hidden: false,
            removed: false,
        };
        self.said.extend(names.iter().zip(ids).map(said));
    }

    fn import(&mut self, journal: &Journal, names: &[u8], finish: bool) {
        let mut new: Vec<u8> = Vec::new();
        let mut expected = Vec::new();
        for name in names {
            let is_live = |said: &Said| said.imported && !said.hidden && said.name == *name;
            let fate = if self.erased.contains(name) {
                Fate::Erased
            } else if new.contains(name) || self.said.iter().any(is_live) {
                Fate::Known
            } else {
                new.push(*name);
                Fate::New
            };
            expected.push(fate);
        }
        let mut import = journal.begin_import().unwrap();
        let statements = names.iter().map(|n| name("p", &n.to_string()));
        let fates = import.stage(drafts(statements, "")).unwrap().into_iter();
        let fates: Vec<Fate> =
            fates.map(|fate| if fate.is_written() { Fate::New } else { fate }).collect();
        assert_eq!(fates, expected);
        if finish {
            let commit = import.finish(&note("import")).unwrap();
            assert_eq!(commit.is_some(), !new.is_empty());
            if commit.is_some() {
                self.commits += 1;
                let ids = ids_of(journal, self.commits);
                self.add(&new, &ids, true);
            }
        }
    }

    fn act_on_one(
        &mut self,
        journal: &Journal,
        at: usize,
        act: fn(Target) -> liaison_model::Statement,
    ) {
        let Some(at) = at.checked_rem(self.said.len()) else { return };
        let act = act(Target::Statement(self.said[at].id));
        self.act(journal, &act, |said, n| n == at && !said.id.0.is_empty());
    }

    fn act_on_commit(
        &mut self,
        journal: &Journal,
        at: usize,
        act: fn(Target) -> liaison_model::Statement,
    ) {
        // Only commits of names: an act cannot be erased.
        let commits: Vec<u64> = self.said.iter().map(|said| said.commit).collect();
        let Some(at) = at.checked_rem(commits.len()) else { return };
        let commit = commits[at];
        self.act(journal, &act(Target::Commit(commit)), |said, _| said.commit == commit);
    }

    fn act(
        &mut self,
        journal: &Journal,
        act: &liaison_model::Statement,
        is_target: impl Fn(&Said, usize) -> bool,
    ) {
        append(journal, vec![act.clone()]);
        self.commits += 1;
        let control = liaison_model::control::read(act).unwrap().unwrap().0;
        for (n, said) in self.said.iter_mut().enumerate() {
            if is_target(said, n) {
                said.hidden = true;
                // The code of a claim whose bytes went before cannot be computed any more.
                if control == liaison_model::control::Control::Erase && !said.removed {
                    self.erased.insert(said.name);
                }
                said.removed |= control.removes_bytes();
            }
        }
    }
}
