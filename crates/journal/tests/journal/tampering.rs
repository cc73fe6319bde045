//! Somebody changes the database behind the journal's back: verification names the entry.

use liaison_journal::store::Sid;
use liaison_journal::{Bad, BadList, Fault, Journal, JournalError, check_lists, verify};
use liaison_model::CommitNumber;

use crate::databases::{Database, Place};
use crate::samples::*;

pub fn an_untouched_journal_verifies(database: &dyn Database) {
    let (_place, journal) = one_of_everything(database);

    let verified = verified(&journal);

    assert_eq!(verified.first_bad, None);
    assert_eq!((verified.commits, verified.statements, verified.removed), (6, 12, 1));
    assert_eq!(verified.head, journal.head().unwrap().map(|head| head.hash));
}

pub fn any_byte_of_a_commit_changed_is_named(database: &dyn Database) {
    let (place, journal) = one_of_everything(database);
    for (number, column) in [
        (1, "header"),
        (1, "prev"),
        (1, "hash"),
        (1, "signature"),
        (4, "header"),
        (4, "prev"),
        (4, "hash"),
        (4, "signature"),
        (6, "header"),
        (6, "hash"),
        (6, "signature"),
    ] {
        let cell = Cell { table: "commits", column, key: format!("number = {number}") };
        each_change(place.as_ref(), &journal, &cell, |bad| {
            (bad.commit, bad.place) == (number, None)
        });
    }
}

pub fn any_byte_of_a_statement_changed_is_named(database: &dyn Database) {
    let (place, journal) = one_of_everything(database);
    // A withdrawn name, an act, an undone name.
    for (number, at) in [(1, 0), (3, 0), (2, 1)] {
        let sid = statements_of(&journal, number)[at].sid;
        for column in ["id", "leaf", "salt", "payload"] {
            let cell = Cell { table: "statements", column, key: format!("sid = {sid}") };
            each_change(place.as_ref(), &journal, &cell, |bad| {
                (bad.commit, bad.place) == (number, Some(at as u32))
            });
        }
    }
    // Of an erased one nothing is left but its leaf.
    let sid = statements_of(&journal, 1)[1].sid;
    let cell = Cell { table: "statements", column: "leaf", key: format!("sid = {sid}") };
    each_change(place.as_ref(), &journal, &cell, |bad| (bad.commit, bad.fault) == (1, Fault::Root));
}

pub fn a_changed_certificate_is_noticed(database: &dyn Database) {
    let (place, _journal) = one_of_everything(database);
    let hash = certificate().hash();

    for key in ["certificate".to_owned(), format!("certificate:{hash}")] {
        let select = format!("SELECT value FROM meta WHERE key = '{key}'");
        let update = format!("UPDATE meta SET value = $1 WHERE key = '{key}'");
        let bytes = place.blob(&select);
        for changed in changes_of(&bytes) {
            place.sql(&update, &[&changed]);
            let opened = place.read().err();
            assert!(matches!(opened, Some(JournalError::Damaged)), "{key}: {opened:?}");
        }
        place.sql(&update, &[&bytes]);
        assert_verifies(&place.read().unwrap());
    }
}

pub fn a_changed_label_is_named(database: &dyn Database) {
    let journal = Untouched::write(database);
    let first = (1, Some(0), Fault::Label);
    let amber = "WHERE marks LIKE 'TLP:AMBER%'";
    for (change, expected) in [
        (format!("UPDATE labels SET marks = 'TLP:CLEAR' {amber}"), first),
        (format!("UPDATE labels SET marks = 'TLP:AMBER  to:kh.npc' {amber}"), first),
        (format!("UPDATE labels SET marks = 'TLP:PURPLE' {amber}"), first),
        (format!("UPDATE labels SET originator = 'kr.nis' {amber}"), first),
        (format!("UPDATE labels SET originator = 'nobody' {amber}"), first),
        (format!("UPDATE labels SET mark = 77 {amber}"), first),
        (format!("UPDATE labels SET mark = -1 {amber}"), first),
        (format!("DELETE FROM labels {amber}"), first),
        ("DELETE FROM labels WHERE marks = ''".to_owned(), (1, Some(3), Fault::Label)),
    ] {
        journal.check(&change, expected);
    }
    for mark in ["mark + 1", "mark - 1", "-1", "99", "4294967295", "4294967297"] {
        let change = format!("UPDATE statements SET mark = {mark} WHERE sid = {{1:2}}");
        journal.check(&change, (1, Some(2), Fault::Label));
    }
}

pub fn a_changed_list_of_what_is_hidden_is_named(database: &dyn Database) {
    let journal = Untouched::write(database);
    let hidden = |commit| (commit, None, Fault::Tombstones);
    for (change, expected) in [
        ("DELETE FROM tombstones WHERE by_commit = 3", hidden(3)),
        ("DELETE FROM tombstones WHERE by_commit = 4", (1, Some(1), Fault::Removed)),
        ("DELETE FROM tombstones WHERE by_commit = 5", hidden(5)),
        ("UPDATE tombstones SET by_commit = 4 WHERE by_commit = 3", hidden(3)),
        ("UPDATE tombstones SET by_commit = 2 WHERE by_commit = 3", hidden(2)),
        ("UPDATE tombstones SET by_commit = 0 WHERE by_commit = 5", hidden(5)),
        ("UPDATE tombstones SET by_commit = -5 WHERE by_commit = 5", hidden(5)),
        ("UPDATE tombstones SET by_commit = 70 WHERE by_commit = 5", hidden(5)),
        ("UPDATE tombstones SET control = 4 WHERE by_commit = 3", hidden(3)),
        ("UPDATE tombstones SET control = 2 WHERE by_commit = 3", (1, Some(0), Fault::Removed)),
        ("UPDATE tombstones SET control = 2 WHERE by_commit = 4", hidden(4)),
        ("UPDATE tombstones SET control = 9 WHERE by_commit = 5", hidden(5)),
        ("UPDATE tombstones SET control = -1 WHERE by_commit = 5", hidden(5)),
        ("UPDATE tombstones SET target_sid = target_sid + 2 WHERE by_commit = 3", hidden(3)),
        ("UPDATE tombstones SET target_sid = NULL WHERE by_commit = 3", hidden(3)),
        ("UPDATE tombstones SET target_sid = 1 WHERE by_commit = 5", hidden(5)),
        ("UPDATE tombstones SET target_commit = 3 WHERE by_commit = 5", hidden(5)),
        ("UPDATE tombstones SET target_commit = -2 WHERE by_commit = 5", hidden(5)),
        // The same act once more, an act of a commit that has none, one of no commit at all.
        (
            "INSERT INTO tombstones (control, target_sid, by_commit)
             SELECT control, target_sid, by_commit FROM tombstones WHERE by_commit = 4",
            hidden(4),
        ),
        ("INSERT INTO tombstones (control, target_commit, by_commit) VALUES (1, 6, 6)", hidden(6)),
        ("INSERT INTO tombstones (control, target_commit, by_commit) VALUES (1, 6, 7)", hidden(7)),
    ] {
        journal.check(change, expected);
    }
}

pub fn a_changed_list_of_what_was_erased_is_named(database: &dyn Database) {
    let journal = Untouched::write(database);
    for change in [
        "DELETE FROM erased",
        "UPDATE erased SET by_commit = 3",
        "UPDATE erased SET by_commit = 77",
        "UPDATE erased SET by_commit = -1",
        "UPDATE erased SET code = (SELECT code FROM claims LIMIT 1)",
    ] {
        journal.check(change, (4, None, Fault::Erased));
    }
    let more = "INSERT INTO erased (code, by_commit) SELECT code, 2 FROM claims LIMIT 1";
    journal.check(more, (2, None, Fault::Erased));
}

pub fn a_changed_list_of_claims_is_noticed(database: &dyn Database) {
    let (place, journal) = one_of_everything(database);
    let coder = crate::samples::signer().claim_coder();
    let check = |coder| check_lists(&journal, coder).unwrap();
    assert_eq!((check(None), check(Some(&coder))), (None, None));
    let code = place.blob("SELECT code FROM claims ORDER BY code LIMIT 1");

    for changed in changes_of(&code) {
        place.sql("UPDATE claims SET code = $1 WHERE code = $2", &[&changed, &code]);
        assert!(matches!(check(Some(&coder)), Some(BadList::Claim(_))), "{changed:?}");
        place.sql("UPDATE claims SET code = $1 WHERE code = $2", &[&code, &changed]);
    }
    place.sql("UPDATE claims SET sid = -7 WHERE code = $1", &[&code]);

    assert_eq!(check(None), Some(BadList::Claim(-7)));
}

pub fn a_missing_or_added_entry_is_named(database: &dyn Database) {
    let journal = Untouched::write(database);
    let count = |commit, place| (commit, place, Fault::Count);
    let number = |commit| (commit, None, Fault::Number);
    for (change, expected) in [
        ("DELETE FROM statements WHERE sid = {1:1}", count(1, Some(2))),
        ("DELETE FROM statements WHERE sid = {1:4}", count(1, None)),
        ("DELETE FROM statements WHERE sid = {6:0}", count(6, None)),
        (&add_row("{6:0} + 1"), count(6, Some(1))),
        (&add_row("{1:4} + 7"), count(1, Some(11))),
        ("UPDATE statements SET sid = {6:0} + 1 WHERE sid = {6:0}", count(6, Some(1))),
        ("DELETE FROM commits WHERE number = 1", number(2)),
        ("DELETE FROM commits WHERE number = 4", number(5)),
        ("UPDATE commits SET number = 8 WHERE number = 6", number(8)),
        ("UPDATE commits SET number = -2 WHERE number = 2", number(3)),
        ("UPDATE commits SET batch = 99 WHERE number = 2", count(2, None)),
        ("UPDATE commits SET batch = -7 WHERE number = 6", count(6, None)),
        ("DELETE FROM commits WHERE 5 <= number", (5, None, Fault::Tombstones)),
    ] {
        journal.check(change, expected);
    }
    let like = "SELECT 7, 70, $1, header, $2, signature FROM commits WHERE number = 6";
    let add = format!("INSERT INTO commits (number, batch, prev, header, hash, signature) {like}");
    journal.place.sql(&add, &[&[1; 32], &[2; 32]]);
    assert_eq!(first_bad(&journal.journal), Some(number(7)));
}

fn add_row(sid: &str) -> String {
    format!(
        "INSERT INTO statements (sid, id, mark, leaf, salt, payload)
         SELECT {sid}, leaf, mark, leaf, salt, payload FROM statements WHERE sid = {{1:0}}"
    )
}

pub fn an_erased_statement_that_came_back_is_named(database: &dyn Database) {
    for columns in [vec!["payload"], vec!["salt"], vec!["salt", "payload"]] {
        let place = database.place();
        let journal = place.create();
        import(&journal, &["a", "b", "c"]);
        let kept = statements_of(&journal, 1).remove(1);
        let (salt, statement) = kept.body.unwrap();
        let target = liaison_model::control::Target::Statement(kept.id);
        append(&journal, vec![erasure(target)]);

        for column in &columns {
            let payload = statement.to_canonical();
            let bytes = if *column == "salt" { &salt[..] } else { &payload };
            restore(place.as_ref(), kept.sid, column, bytes);
        }

        assert_eq!(first_bad(&journal), Some((1, Some(1), Fault::Removed)), "{columns:?}");
    }
}

fn restore(place: &dyn Place, sid: Sid, column: &str, bytes: &[u8]) {
    let update = format!("UPDATE statements SET {column} = $1 WHERE sid = {sid}");
    assert_eq!(place.sql(&update, &[bytes]), 1);
}

pub fn a_swapped_pair_of_statements_is_named(database: &dyn Database) {
    let (place, journal) = one_of_everything(database);
    let [first, third] = [0, 2].map(|at| statements_of(&journal, 1)[at].sid);

    for (from, to) in [(first, -1), (third, first), (-1, third)] {
        place.sql(&format!("UPDATE statements SET sid = {to} WHERE sid = {from}"), &[]);
    }

    assert_eq!(first_bad(&journal), Some((1, None, Fault::Root)));
}

pub fn a_number_that_no_journal_wrote_is_named(database: &dyn Database) {
    let (place, journal) = one_of_everything(database);
    // Larger than any time or count: a header that says so does not read, or does not hash.
    let header = place.blob("SELECT header FROM commits WHERE number = 2");
    for at in (0..header.len()).filter(|at| header[*at] != 0xff) {
        let mut changed = header.clone();
        changed[at] = 0xff;
        place.sql("UPDATE commits SET header = $1 WHERE number = 2", &[&changed]);
        let named = first_bad(&journal).map(|(commit, place, _)| (commit, place));
        assert_eq!(named, Some((2, None)), "byte {at}");
    }
}

pub fn a_journal_cut_off_at_its_end_has_another_head(database: &dyn Database) {
    let (place, journal) = one_of_everything(database);
    let noted = verified(&journal).head;
    let sid = statements_of(&journal, 6)[0].sid;
    place.sql(&format!("DELETE FROM statements WHERE sid = {sid}"), &[]);
    place.sql("DELETE FROM commits WHERE number = 6", &[]);

    let verified = verified(&journal);

    assert_eq!((verified.first_bad, verified.commits), (None, 5));
    assert_ne!(verified.head, noted);
}

type Named = (CommitNumber, Option<u32>, Fault);

fn one_of_everything(database: &dyn Database) -> (Box<dyn Place>, Journal) {
    let place = database.place();
    let journal = place.create();
    write_one_of_everything(&journal);
    (place, journal)
}

/// A journal with one of everything, changed and put back again.
struct Untouched {
    place: Box<dyn Place>,
    journal: Journal,
    /// Text that stands for the key of a row, `{commit:place}`, and the key.
    sids: Vec<(String, Sid)>,
}

impl Untouched {
    fn write(database: &dyn Database) -> Self {
        let (place, journal) = one_of_everything(database);
        let mut sids = Vec::new();
        for number in 1..=journal.position().unwrap() {
            for (at, kept) in statements_of(&journal, number).iter().enumerate() {
                sids.push((format!("{{{number}:{at}}}"), kept.sid));
            }
        }
        for table in TABLES {
            place.sql(&format!("CREATE TABLE saved_{table} AS SELECT * FROM {table}"), &[]);
        }
        Self { place, journal, sids }
    }

    /// Changes the journal, compares what verification names, and puts it back.
    fn check(&self, change: &str, expected: Named) {
        let mut sql = change.to_owned();
        for (text, sid) in &self.sids {
            sql = sql.replace(text, &sid.to_string());
        }
        assert_ne!(self.place.sql(&sql, &[]), 0, "{change}");

        assert_eq!(first_bad(&self.journal), Some(expected), "{change}");
        // A stranger without the key finds the same.
        assert_eq!(first_bad(&self.place.read().unwrap()), Some(expected), "{change}");

        for table in TABLES {
            self.place.sql(&format!("DELETE FROM {table}"), &[]);
            let put_back = format!("INSERT INTO {table} SELECT * FROM saved_{table}");
            self.place.sql(&put_back, &[]);
        }
        assert_verifies(&self.journal);
    }
}

const TABLES: [&str; 6] = ["commits", "statements", "labels", "tombstones", "erased", "claims"];

fn first_bad(journal: &Journal) -> Option<Named> {
    let verified = verify(journal, |_| Ok(())).unwrap();
    verified.first_bad.map(|Bad { commit, place, fault }| (commit, place, fault))
}

struct Cell {
    table: &'static str,
    column: &'static str,
    key: String,
}

/// Changes each byte of a cell in turn, and its length.
fn each_change(
    place: &dyn Place,
    journal: &Journal,
    cell: &Cell,
    is_expected: impl Fn(&Bad) -> bool,
) {
    let Cell { table, column, key } = cell;
    let bytes = place.blob(&format!("SELECT {column} FROM {table} WHERE {key}"));
    let update = format!("UPDATE {table} SET {column} = $1 WHERE {key}");
    for (n, changed) in changes_of(&bytes).into_iter().enumerate() {
        assert_eq!(place.sql(&update, &[&changed]), 1);
        let bad = verify(journal, |_| Ok(())).unwrap().first_bad;
        assert!(bad.as_ref().is_some_and(&is_expected), "{table}.{column} change {n}: {bad:?}");
    }
    place.sql(&update, &[&bytes]);
    assert_verifies(journal);
}

fn changes_of(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut changes: Vec<Vec<u8>> = (0..bytes.len())
        .map(|at| {
            let mut changed = bytes.to_vec();
            changed[at] ^= 1 << (at % 8);
            changed
        })
        .collect();
    changes.push(Vec::new());
    changes.push(bytes[..bytes.len() - 1].to_vec());
    changes.push([bytes, &[0]].concat());
    changes
}
