//! Who may open what: keys, formats, damage, reading only.

use liaison_journal::keys::{KeyError, NodeKey, RootKey, Signer};
use liaison_journal::store::{Access, FORMAT};
use liaison_journal::{Journal, JournalError};
use liaison_model::Hash;

use crate::databases::{Database, Place};
use crate::samples::*;

pub fn without_its_key_a_journal_can_only_be_read(database: &dyn Database) {
    let place = database.place();
    append(&place.create(), vec![name("p", "a")]);

    let journal = place.read().unwrap();

    assert!(!journal.can_write());
    assert_eq!(visible_values(&journal), ["a"]);
    assert_verifies(&journal);
    let refused = try_append(&journal, vec![name("p", "b")]);
    assert!(matches!(refused, Err(JournalError::NoKey)));
    assert!(matches!(journal.begin_import(), Err(JournalError::NoKey)));
    assert!(matches!(journal.sign("audience", &Hash([0; 32])), Err(JournalError::NoKey)));
}

pub fn the_key_of_another_agency_is_refused(database: &dyn Database) {
    let place = database.place();
    append(&place.create(), vec![name("p", "a")]);
    let (root, node) = keys();
    let certificate = root.certify(&agency("kh.npc"), &node, moment("2026-01-01T00:00:00Z"));

    let refused = open_with(place.as_ref(), Signer::new(node, certificate).unwrap());

    assert!(matches!(refused, Err(JournalError::Key(KeyError::Certificate))));
    assert_eq!(place.read().unwrap().agency().as_str(), OURS);
}

pub fn another_root_key_is_refused(database: &dyn Database) {
    let place = database.place();
    append(&place.create(), vec![name("p", "a")]);
    let node = NodeKey::generate(&mut random());
    let root = RootKey::generate(&mut random());
    let certificate = root.certify(&agency(OURS), &node, moment("2026-01-01T00:00:00Z"));

    let refused = open_with(place.as_ref(), Signer::new(node, certificate).unwrap());

    assert!(matches!(refused, Err(JournalError::Key(KeyError::Certificate))));
    assert_verifies(&place.reopen());
}

fn open_with(place: &dyn Place, signer: Signer) -> Result<Journal, JournalError> {
    Journal::open(place.open(Access::Write).unwrap(), Some(signer), random())
}

pub fn a_journal_is_not_made_twice(database: &dyn Database) {
    let place = database.place();
    append(&place.create(), vec![name("p", "a")]);

    let again = Journal::create(place.open(Access::Create).unwrap(), signer(), random());

    assert!(matches!(again, Err(JournalError::Exists)));
    assert_eq!(visible_values(&place.reopen()), ["a"]);
}

pub fn where_there_is_none_it_is_missing(database: &dyn Database) {
    let place = database.place();

    for access in [Access::Write, Access::Read] {
        assert!(matches!(place.open(access), Err(JournalError::Missing)));
    }
    let empty = Journal::open(place.open(Access::Create).unwrap(), Some(signer()), random());
    assert!(matches!(empty, Err(JournalError::Missing)));
}

pub fn a_newer_format_is_refused(database: &dyn Database) {
    let place = database.place();
    append(&place.create(), vec![name("p", "a")]);
    place.set_format(FORMAT + 1);

    for access in [Access::Create, Access::Write, Access::Read] {
        let refused = place.open(access).err();
        let newer = JournalError::Newer { found: FORMAT + 1, supported: FORMAT };
        assert_eq!(refused.map(|error| error.to_string()), Some(newer.to_string()));
    }
}

pub fn a_damaged_store_is_refused(database: &dyn Database) {
    let place = database.place();
    drop(place.create());
    place.damage();

    for access in [Access::Create, Access::Write, Access::Read] {
        let opened =
            place.open(access).and_then(|store| store.find(&liaison_model::StatementId([0; 16])));
        assert!(matches!(opened, Err(JournalError::Damaged)), "{access:?}: {opened:?}");
    }
}

pub fn a_store_opened_to_read_is_not_written(database: &dyn Database) {
    let place = database.place();
    append(&place.create(), vec![name("p", "a")]);

    let store = place.open(Access::Read).unwrap();
    let journal = Journal::open(store, Some(signer()), random()).unwrap();

    let refused = try_append(&journal, vec![name("p", "b")]);
    assert!(matches!(refused, Err(JournalError::ReadOnly)));
    assert!(matches!(journal.begin_import().err(), Some(JournalError::ReadOnly)));
    assert!(matches!(journal.store().scrub(), Err(JournalError::ReadOnly)));
    assert_eq!(visible_values(&journal), ["a"]);
}
