//! Withdrawals, erasures, purges: late in showing, never late in hiding.

use std::collections::HashSet;
use std::io::BufRead as _;

use liaison_journal::store::{Effect, EffectTarget, Fate, Tombstone};
use liaison_journal::{Journal, JournalError, prove};
use liaison_model::control::{Control, Target};
use liaison_model::{CommitNumber, Statement, StatementId};
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};

use crate::databases::{Database, Place};
use crate::samples::*;

pub fn a_withdrawn_statement_is_hidden_and_its_bytes_stay(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    let receipt = append(&journal, vec![name("p", "a"), name("p", "b")]);
    let gone = receipt.statements[0];

    append(&journal, vec![withdrawal(Target::Statement(gone))]);

    let (_, kept) = journal.find(&gone).unwrap();
    let hidden = journal.hidden().unwrap();
    assert!(hidden.contains(kept.sid) && kept.body.is_some());
    assert_eq!((hidden.rows.len(), hidden.commits.len(), hidden.batches.len()), (1, 0, 0));
    assert_eq!(values_but_acts(&journal), ["b"]);
    assert_eq!(place.read().unwrap().hidden().unwrap(), hidden);
    assert_verifies(&journal);
}

pub fn an_undone_import_comes_in_again(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    import(&journal, &["a", "b"]);
    append(&journal, vec![withdrawal(Target::Commit(1))]);
    assert_eq!(values_but_acts(&journal), Vec::<String>::new());

    let (again, fates) = import(&journal, &["b", "c"]);
    let (third, known) = import(&journal, &["b"]);

    assert!(matches!(fates[..], [Fate::Back(_), Fate::New]), "{fates:?}");
    assert_eq!(again, Some(3));
    assert_eq!((third, known), (None, vec![Fate::Known]));
    assert_eq!(values_but_acts(&journal), ["b", "c"]);
    assert_verifies(&journal);
}

pub fn an_erased_claim_does_not_come_back(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    import(&journal, &["a", "b", "c"]);
    let gone = ids_of(&journal, 1)[1];

    append(&journal, vec![erasure(Target::Statement(gone))]);
    let (commit, fates) = import(&journal, &["a", "b", "d"]);

    let (_, kept) = journal.find(&gone).unwrap();
    assert_eq!(kept.body, None);
    assert_eq!((commit, fates), (Some(3), vec![Fate::Known, Fate::Erased, Fate::New]));
    assert_eq!(values_but_acts(&journal), ["a", "c", "d"]);
    let verified = verified(&place.reopen());
    assert_eq!((verified.removed, verified.statements, verified.first_bad), (1, 6, None));
}

pub fn an_erased_text_does_not_come_back_from_another_source_or_under_other_marks(
    database: &dyn Database,
) {
    let place = database.place();
    let journal = place.create();
    import(&journal, &["a", "b"]);
    append(&journal, vec![erasure(Target::Statement(ids_of(&journal, 1)[0]))]);
    let said = |change: &dyn Fn(&mut Statement)| {
        let mut statement = name("person-a", "a");
        change(&mut statement);
        statement
    };

    let same = [
        said(&|s| s.dataset = "another list".into()),
        said(&|s| s.grade = Some("B2".parse().unwrap())),
        said(&|s| s.schema = "LegalEntity".into()),
        said(&|s| (s.source, s.lang, s.as_of) = (Some("x".into()), Some("kor".into()), None)),
        said(&|s| s.original = Some("A".into())),
    ];
    let other = [
        said(&|s| s.value = "A".into()),
        said(&|s| s.prop = "alias".into()),
        name("person-b", "a"),
    ];
    let mut import = journal.begin_import().unwrap();
    let left_out = import.stage(drafts(same, "TLP:CLEAR")).unwrap();
    let taken = import.stage(drafts(other, "TLP:CLEAR")).unwrap();

    assert_eq!(left_out, [Fate::Erased; 5]);
    assert_eq!(taken, [Fate::New; 3]);
}

pub fn what_the_source_wrote_is_erased_with_the_value(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    let phone = |value: &str, original: Option<&str>| {
        let mut statement = name("p", value);
        (statement.prop, statement.original) = ("phone".into(), original.map(str::to_owned));
        statement
    };
    let receipt = append(&journal, vec![phone("+821012345678", Some("010-1234-5678"))]);
    append(&journal, vec![erasure(Target::Statement(receipt.statements[0]))]);

    let again = [
        phone("+821012345678", None),
        phone("010-1234-5678", None),
        phone("+851012345678", Some("010-1234-5678")),
        phone("+821012345679", Some("010-1234-5679")),
    ];
    let fates = journal.begin_import().unwrap().stage(drafts(again, "")).unwrap();

    assert_eq!(fates, [Fate::Erased, Fate::Erased, Fate::Erased, Fate::New]);
}

pub fn what_another_source_said_before_the_erasure_is_known(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    let mut elsewhere = name("person-a", "a");
    elsewhere.dataset = "another list".into();
    let mut import = journal.begin_import().unwrap();
    import.stage(drafts([name("person-a", "a"), elsewhere.clone()], "")).unwrap();
    import.finish(&note("import")).unwrap();
    let both = ids_of(&journal, 1);
    let again = || {
        let said = [name("person-a", "a"), elsewhere.clone()];
        journal.begin_import().unwrap().stage(drafts(said, "")).unwrap()
    };

    append(&journal, vec![erasure(Target::Statement(both[0]))]);
    let one_erased = again();
    append(&journal, vec![withdrawal(Target::Statement(both[1]))]);
    let and_one_withdrawn = again();

    assert_eq!(one_erased, [Fate::Erased, Fate::Known]);
    assert_eq!(and_one_withdrawn, [Fate::Erased; 2]);
}

pub fn a_small_commit_brings_nothing_erased_back(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    let receipt = append(&journal, vec![name("p", "a")]);
    append(&journal, vec![erasure(Target::Statement(receipt.statements[0]))]);

    let refused = try_append(&journal, vec![name("p", "b"), name("p", "a")]);
    append(&journal, vec![name("p", "b")]);

    assert!(matches!(refused, Err(JournalError::ErasedByLaw)), "{refused:?}");
    assert_eq!(values_but_acts(&journal), ["b"]);
    assert_verifies(&journal);
}

pub fn erasing_a_commit_erases_each_of_its_claims(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    let many: Vec<String> = (0..6_000).map(|n| n.to_string()).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    import(&journal, &many);

    append(&journal, vec![erasure(Target::Commit(1))]);
    let (commit, fates) = import(&journal, &many);

    assert_eq!((commit, fates), (None, vec![Fate::Erased; 6_000]));
    assert_eq!(statements_of(&journal, 1).iter().filter(|kept| kept.body.is_some()).count(), 0);
    assert_eq!(verified(&journal).removed, 6_000);
    assert_verifies(&journal);
}

pub fn a_purged_statement_loses_its_bytes_and_may_come_back(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    import(&journal, &["a", "b"]);
    let gone = ids_of(&journal, 1)[0];

    append(&journal, vec![purge(Target::Statement(gone))]);
    let (_, fates) = import(&journal, &["a"]);

    assert_eq!(journal.find(&gone).unwrap().1.body, None);
    assert!(matches!(prove(&journal, &gone), Err(JournalError::Erased)));
    assert!(matches!(fates[..], [Fate::Back(_)]), "{fates:?}");
    assert_verifies(&journal);
}

pub fn a_restriction_hides_nothing(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    import(&journal, &["a"]);
    append(&journal, vec![restriction(Target::Commit(1))]);

    assert_eq!(values_but_acts(&journal), ["a"]);
    assert_eq!(journal.hidden().unwrap(), liaison_journal::store::Hidden::default());
    assert_eq!(journal.tombstones(0).unwrap().len(), 1);
    assert_verifies(&journal);
}

pub fn tombstones_come_in_the_order_of_their_commits(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    import(&journal, &["a", "b", "c"]);
    let kept = statements_of(&journal, 1);
    let target = |at: usize| Target::Statement(kept[at].id);
    append(&journal, vec![withdrawal(target(2)), withdrawal(target(0))]);
    append(&journal, vec![withdrawal(Target::Commit(1))]);
    append(&journal, vec![erasure(target(1))]);

    let row = |at: usize| EffectTarget::Row(kept[at].sid);
    let tombstone = |control, target, by: CommitNumber| {
        let effect = Effect { control, target };
        Tombstone { effect, by }
    };
    let expected = [
        tombstone(Control::Withdraw, row(2), 2),
        tombstone(Control::Withdraw, row(0), 2),
        tombstone(Control::Withdraw, EffectTarget::Commit(1), 3),
        tombstone(Control::Erase, row(1), 4),
    ];
    assert_eq!(journal.tombstones(0).unwrap(), expected);
    assert_eq!(journal.tombstones(2).unwrap(), expected[2..]);
    assert_eq!(journal.tombstones(4).unwrap(), []);
}

pub fn an_act_on_nothing_is_refused(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    let mut garbled = withdrawal(Target::Commit(1));
    garbled.value = "commit:one".into();

    let nothing = [
        withdrawal(Target::Commit(1)),
        withdrawal(Target::Commit(0)),
        erasure(Target::Commit(CommitNumber::MAX)),
        withdrawal(Target::Statement(StatementId([3; 16]))),
        garbled,
    ];
    for act in nothing {
        let refused = try_append(&journal, vec![name("p", "a"), act]);
        assert!(matches!(refused, Err(JournalError::Unknown)));
    }

    assert_eq!(journal.position().unwrap(), 0);
}

pub fn an_act_cannot_be_erased(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    import(&journal, &["a"]);
    let act = append(&journal, vec![name("p", "b"), withdrawal(Target::Commit(1))]);
    let target = Target::Statement(act.statements[1]);

    for refused in [erasure(target), purge(target), erasure(Target::Commit(act.commit))] {
        assert!(matches!(try_append(&journal, vec![refused]), Err(JournalError::IsAnAct)));
    }
    append(&journal, vec![erasure(Target::Statement(act.statements[0]))]);

    assert_verifies(&journal);
}

pub fn removed_bytes_are_in_no_file_of_the_database(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    let mut secrets = Secrets::new(&journal, place.as_ref());

    for _ in 0..6 {
        secrets.write();
        secrets.erase_some();
        journal.store().scrub().unwrap();
        secrets.assert_only_what_is_kept_is_found();
    }
    append(&journal, vec![erasure(Target::Commit(1))]);
    assert_verifies(&journal);
}

pub fn a_dropped_import_is_in_no_file_of_the_database(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    let mut secrets = Secrets::new(&journal, place.as_ref());
    secrets.write();

    let mut dropped = journal.begin_import().unwrap();
    let values: Vec<_> = (0..1_000).map(|_| secrets.value()).collect();
    dropped.stage(drafts(values.iter().map(|value| name("p", value)), "")).unwrap();
    drop(dropped);
    journal.store().scrub().unwrap();

    secrets.assert_only_what_is_kept_is_found();
}

/// Values that are found again in any file, written and erased in turns, so that the database moves
/// them from page to page.
struct Secrets<'j> {
    journal: &'j Journal,
    place: &'j dyn Place,
    token: String,
    random: StdRng,
    kept: Vec<(StatementId, String)>,
}

impl<'j> Secrets<'j> {
    fn new(journal: &'j Journal, place: &'j dyn Place) -> Self {
        let token = format!("<{:x}-{:016x}-", std::process::id(), random().next_u64());
        let random = StdRng::seed_from_u64(7);
        Self { journal, place, token, random, kept: Vec::new() }
    }

    /// The token, a number, and a filling of some length.
    fn value(&mut self) -> String {
        let lengths = [0, 20, 60, 120, 300, 700, 1_500, 9_000];
        let length = lengths[self.random.next_u32() as usize % lengths.len()];
        // Letters in no order: a server that compresses long values finds nothing to compress.
        let mut letter = || char::from(b'a' + (self.random.next_u32() % 26) as u8);
        let filling: String = (0..length).map(|_| letter()).collect();
        format!("{}{:08x}>{filling}", self.token, self.random.next_u32())
    }

    /// An import with small commits in between, whose rows end up among each other's pages.
    fn write(&mut self) {
        let first = self.journal.position().unwrap() + 1;
        let mut import = self.journal.begin_import().unwrap();
        for _ in 0..10 {
            let values: Vec<_> = (0..30).map(|_| name("p", &self.value())).collect();
            import.stage(drafts(values, "")).unwrap();
            let small = (0..5).map(|_| name("p", &self.value())).collect();
            append(self.journal, small);
        }
        import.finish(&note("import")).unwrap();
        for number in first..=self.journal.position().unwrap() {
            let written = statements_of(self.journal, number).into_iter();
            self.kept.extend(written.filter_map(|kept| Some((kept.id, kept.body?.1.value))));
        }
        // What a server's statistics keep of a column is bytes on disk as well.
        self.place.analyse();
    }

    /// Erases and purges a third of them, here and there.
    fn erase_some(&mut self) {
        for _ in 0..self.kept.len() / 30 {
            let mut acts = Vec::new();
            for _ in 0..10 {
                let at = self.random.next_u32() as usize % self.kept.len();
                let target = Target::Statement(self.kept.swap_remove(at).0);
                acts.push(if at.is_multiple_of(2) { erasure(target) } else { purge(target) });
            }
            append(self.journal, acts);
        }
    }

    fn assert_only_what_is_kept_is_found(&self) {
        let numbers = self.token.len()..self.token.len() + 9;
        let kept: HashSet<&[u8]> =
            self.kept.iter().map(|(_, value)| &value.as_bytes()[numbers.clone()]).collect();
        let mut found = HashSet::new();
        for file in self.place.files() {
            let Ok(bytes) = std::fs::read(&file) else { continue };
            for at in places_of(&bytes, self.token.as_bytes()) {
                let number = bytes[at..].get(numbers.clone()).unwrap_or_default().to_vec();
                assert!(
                    kept.contains(&*number),
                    "{:?} at {at} of {file:?}",
                    str::from_utf8(&number)
                );
                found.insert(number);
            }
        }
        assert_eq!(found.len(), kept.len(), "what is kept must be found by the same search");
    }
}

fn places_of(bytes: &[u8], token: &[u8]) -> Vec<usize> {
    let (mut places, mut rest) = (Vec::new(), bytes);
    while rest.skip_until(token[0]).unwrap() != 0 {
        let at = (bytes.len() - rest.len()).saturating_sub(1);
        if bytes[at..].starts_with(token) {
            places.push(at);
        }
    }
    places
}

fn values_but_acts(journal: &Journal) -> Vec<String> {
    // Targets have a colon; codes of what was erased are as long as no name here.
    let is_act = |value: &String| value.contains(':') || value.len() == 32;
    visible_values(journal).into_iter().filter(|value| !is_act(value)).collect()
}
