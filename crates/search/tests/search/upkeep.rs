//! Positions, removal without trace, damage.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use liaison_search::{Entry, IndexOptions, SearchError, SearchIndex};

use super::{Desk, name_of, open};

fn files(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

/// Whether a term stands in the dictionary of any segment that is on the disk.
fn has_term(folder: &Path, term: &str) -> bool {
    let index = tantivy::Index::open_in_dir(folder).unwrap();
    let schema = index.schema();
    let fields = ["words", "parts"].map(|name| schema.get_field(name).unwrap());
    let searcher = index.reader().unwrap().searcher();
    searcher.segment_readers().iter().any(|segment| {
        fields.iter().any(|field| {
            let dictionary = segment.inverted_index(*field).unwrap();
            dictionary.terms().get(term.as_bytes()).unwrap().is_some()
        })
    })
}

/// Whether any file holds the bytes of a text as the dictionary's automaton writes them: last
/// first, up to two bytes of links between each two, the first and last elsewhere.
fn has_bytes(folder: &Path, text: &str) -> bool {
    let needle: Vec<u8> = text.bytes().rev().skip(2).take(text.len() - 4).collect();
    files(folder).iter().any(|path| {
        let bytes = std::fs::read(path).unwrap();
        (1..=3).any(|step| {
            let at = |start: usize| needle.iter().zip(bytes[start..].iter().step_by(step));
            let fits = |start: &usize| (needle.len() - 1) * step < bytes.len() - *start;
            (0..bytes.len()).filter(fits).any(|start| at(start).all(|(a, b)| a == b))
        })
    })
}

#[test]
fn the_position_survives_and_an_empty_index_is_at_zero() {
    let desk = Desk::new();
    assert_eq!(desk.index.position().unwrap(), 0);
    assert_eq!(desk.find("x").position, 0);

    desk.index.add(&name_of(0, "Poipet")).unwrap();
    desk.publish(41);
    desk.index.commit(42).unwrap();
    let folder = desk.folder;
    drop(desk.index);

    let index = open(folder.path());
    assert_eq!(index.position().unwrap(), 42);
    assert_eq!(Desk { index, folder }.find("poipet").total, 1);
}

#[test]
fn what_was_not_committed_is_not_there_after_a_restart() {
    let desk = Desk::with_names(&["Poipet"]);
    desk.index.add(&name_of(1, "Poipet")).unwrap();
    let folder = desk.folder;
    drop(desk.index);

    assert_eq!(Desk { index: open(folder.path()), folder }.find("poipet").total, 1);
}

#[test]
fn after_a_purge_no_term_of_a_removed_statement_is_under_the_folder() {
    // The automaton writes ASCII letters as codes of its own and these as they are.
    let secret = "ժզքջխվձճղծ";
    let desk = Desk::with_names(&["Poipet", "Bavet"]);
    let folder = desk.folder.path();
    desk.index.add(&name_of(2, secret)).unwrap();
    desk.index.add(&name_of(3, "Poipet again")).unwrap();
    desk.publish(2);
    assert!(has_term(folder, secret) && has_bytes(folder, secret));

    desk.index.remove(&[102]).unwrap();
    desk.publish(3);
    assert_eq!(desk.find(secret).total, 0);
    assert!(has_term(folder, secret) && has_bytes(folder, secret), "removal does not rewrite");
    desk.index.purge().unwrap();

    assert!(!has_term(folder, secret) && !has_bytes(folder, secret));
    assert_eq!(desk.find("poipet").total, 2);
    assert_eq!(desk.index.position().unwrap(), 3);
    // Whatever the encoding: no other file is there than those of living segments.
    let index = tantivy::Index::open_in_dir(folder).unwrap();
    let ids = index.searchable_segment_ids().unwrap();
    for path in files(folder) {
        let name = path.file_name().unwrap().to_str().unwrap();
        let is_known = name.starts_with('.') || name == "meta.json";
        let is_living = ids.iter().any(|id| name.starts_with(&id.uuid_string()));
        assert!(is_known || is_living, "{name} is left over");
    }
}

#[test]
fn a_statement_can_be_removed_before_it_was_ever_committed_and_added_again() {
    let desk = Desk::new();
    desk.index.add(&name_of(0, "Poipet")).unwrap();
    desk.index.remove(&[100]).unwrap();
    desk.index.add(&Entry { entity: 5, ..name_of(0, "Bavet") }).unwrap();
    desk.publish(1);

    assert_eq!(desk.find("poipet").total, 0);
    assert_eq!(desk.entities("bavet"), [5]);
}

#[test]
fn a_purge_waits_for_a_commit_and_costs_nothing_when_nothing_was_removed() {
    let desk = Desk::with_names(&["Poipet"]);
    let before: HashSet<PathBuf> = files(desk.folder.path()).into_iter().collect();

    desk.index.purge().unwrap();
    assert_eq!(before, files(desk.folder.path()).into_iter().collect());
    desk.index.add(&name_of(1, "Bavet")).unwrap();
    assert!(matches!(desk.index.purge(), Err(SearchError::Uncommitted)));
}

#[test]
fn a_purge_of_the_last_statement_leaves_no_segment() {
    let desk = Desk::with_names(&["qzjxwvk"]);
    desk.index.remove(&[100]).unwrap();
    desk.publish(2);
    desk.index.purge().unwrap();

    assert!(files(desk.folder.path()).iter().all(|path| path.extension().is_none()
        || path.extension().is_some_and(|extension| extension == "json" || extension == "lock")));
    assert_eq!(desk.index.position().unwrap(), 2);
}

#[test]
fn a_reset_leaves_nothing_and_starts_from_zero() {
    let desk = Desk::with_names(&["Poipet"]);
    desk.index.add(&name_of(1, "never committed")).unwrap();
    desk.index.reset().unwrap();

    assert_eq!(desk.index.position().unwrap(), 0);
    assert_eq!(desk.find("poipet").total, 0);
    desk.index.add(&name_of(2, "Bavet")).unwrap();
    desk.publish(9);
    assert_eq!(desk.entities("bavet"), [2]);
    assert_eq!(desk.find("never").total, 0);
}

#[test]
fn many_small_commits_are_merged_and_all_found() {
    let desk = Desk::new();
    for number in 0..100 {
        desk.index.add(&name_of(number, "Poipet")).unwrap();
        desk.publish(u64::from(number) + 1);
        // Eight segments of a size are merged behind the eighth commit; the ninth looks whether
        // that is done, and the purge waits until it is.
        if number % 10 == 9 {
            desk.index.purge().unwrap();
        }
    }

    assert_eq!(desk.find("poipet").total, 100);
    let index = tantivy::Index::open_in_dir(desk.folder.path()).unwrap();
    assert!(index.searchable_segment_ids().unwrap().len() < 20);
}

#[test]
fn a_second_writer_is_told_that_the_first_is_busy() {
    let desk = Desk::new();
    let second = SearchIndex::open(desk.folder.path(), IndexOptions::STANDARD);

    assert!(matches!(second, Err(SearchError::Busy)));
}

#[test]
fn an_index_that_is_not_there_or_is_of_another_kind_must_be_rebuilt() {
    let folder = tempfile::tempdir().unwrap();
    let missing = SearchIndex::open_read_only(folder.path());
    assert!(matches!(missing, Err(SearchError::Unusable(_))));

    let mut schema = tantivy::schema::Schema::builder();
    schema.add_u64_field("sid", tantivy::schema::FAST);
    tantivy::Index::create_in_dir(folder.path(), schema.build()).unwrap();
    let other = SearchIndex::open(folder.path(), IndexOptions::STANDARD);
    assert!(matches!(other, Err(SearchError::Unusable(_))));
}

#[test]
fn damage_to_any_file_is_found_when_the_index_is_opened() {
    let desk = Desk::with_names(&["Poipet", "ភ្នំពេញ", "시아누크빌"]);
    desk.index.remove(&[101]).unwrap();
    desk.publish(2);
    let folder = desk.folder;
    drop(desk.index);
    for path in files(folder.path()) {
        let whole = std::fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        if whole.is_empty() || name.starts_with('.') {
            continue;
        }
        let mut flipped = whole.clone();
        flipped[whole.len() / 2] ^= 0x55;
        let shorter = whole[..whole.len() / 2].to_vec();
        for damaged in [flipped, shorter, Vec::new()] {
            std::fs::write(&path, &damaged).unwrap();
            let opened = SearchIndex::open(folder.path(), IndexOptions::STANDARD);
            let is_noticed = matches!(opened, Err(SearchError::Unusable(_)));
            // One byte of the list of files may turn one letter of a name into another that is
            // refused or harmless; everything else must be noticed.
            assert!(is_noticed || name == "meta.json", "{name}: {:?}", opened.err());
        }
        // Without its list of files an index is a new one, at position 0.
        if name != "meta.json" {
            std::fs::remove_file(&path).unwrap();
            let opened = SearchIndex::open(folder.path(), IndexOptions::STANDARD);
            assert!(matches!(opened, Err(SearchError::Unusable(_))), "{name}");
        }
        std::fs::write(&path, &whole).unwrap();
    }
    assert_eq!(Desk { index: open(folder.path()), folder }.find("poipet").total, 1);
}

#[test]
fn the_index_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<SearchIndex>();
    shared::<liaison_search::TextQuery>();
}

#[test]
fn purges_and_searches_from_several_threads_do_not_hinder_each_other() {
    let desk = Desk::with_names(&["Poipet", "Bavet"]);
    std::thread::scope(|threads| {
        for _ in 0..2 {
            threads.spawn(|| {
                for _ in 0..200 {
                    assert_eq!(desk.find("poipet").hits[0].entity, 0);
                }
            });
        }
        for number in 2..10_u32 {
            desk.index.add(&name_of(number, "qzjxwvk")).unwrap();
            desk.publish(u64::from(number));
            desk.index.remove(&[100 + u64::from(number)]).unwrap();
            desk.publish(u64::from(number));
            desk.index.purge().unwrap();
        }
    });
    assert!(!has_term(desk.folder.path(), "qzjxwvk"));
}
