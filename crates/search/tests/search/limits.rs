//! What the reader may not see is in no hit, no total and no bitmap.

use liaison_model::{Instant, Scope};
use liaison_search::{Entry, Found, SearchError, TextClass};

use super::{Asking, Desk, name_of};

/// Three entities with one word in common, apart in mark and commit.
fn desk() -> Desk {
    let desk = Desk::new();
    for (entity, mark, commit) in [(0, 1, 1), (1, 2, 1), (2, 1, 2)] {
        desk.index.add(&Entry { mark, commit, ..name_of(entity, "Poipet gate") }).unwrap();
    }
    desk.publish(2);
    desk
}

fn check(found: &Found, expected: &[u32]) {
    let mut entities: Vec<u32> = found.hits.iter().map(|hit| hit.entity).collect();
    entities.sort_unstable();
    assert_eq!(entities, expected);
    assert_eq!(found.total, expected.len() as u64);
    assert_eq!(found.entities.iter().collect::<Vec<_>>(), expected);
}

fn everything() -> Asking {
    let scope = Scope::new(Instant::from_micros(0).unwrap(), [(1, None), (2, None)]);
    Asking { scope, ..Asking::new() }
}

#[test]
fn without_limits_all_are_found() {
    check(&everything().find(&desk(), "poipet"), &[0, 1, 2]);
}

#[test]
fn a_mark_outside_the_scope_removes_a_statement_everywhere() {
    check(&Asking::new().find(&desk(), "poipet"), &[0, 2]);
}

#[test]
fn a_mark_that_ran_out_removes_its_statements_everywhere() {
    let until = Some(Instant::from_micros(5).unwrap());
    let scope = Scope::new(Instant::from_micros(5).unwrap(), [(1, until), (2, None)]);

    check(&Asking { scope, ..Asking::new() }.find(&desk(), "poipet"), &[1]);
}

#[test]
fn a_hidden_statement_is_removed_everywhere() {
    let asking = Asking { hidden: [102].into(), ..everything() };

    check(&asking.find(&desk(), "poipet"), &[0, 1]);
}

#[test]
fn a_hidden_commit_is_removed_everywhere() {
    let asking = Asking { hidden_commits: [1].into(), ..everything() };

    check(&asking.find(&desk(), "poipet"), &[2]);
}

#[test]
fn a_later_commit_is_removed_everywhere() {
    check(&Asking { up_to: 1, ..everything() }.find(&desk(), "poipet"), &[0, 1]);
    check(&Asking { up_to: 0, ..everything() }.find(&desk(), "poipet"), &[]);
}

#[test]
fn a_facet_removes_other_entities_everywhere() {
    let asking = Asking { entities: Some([1, 9].into()), ..everything() };

    check(&asking.find(&desk(), "poipet"), &[1]);
}

#[test]
fn a_relaxed_search_keeps_to_the_limits_too() {
    let asking = Asking { hidden: [100].into(), ..Asking::new() };
    let found = asking.find(&desk(), "poipet nowhere");

    assert!(found.relaxed);
    check(&found, &[2]);
}

#[test]
fn what_is_hidden_does_not_decide_whether_a_search_is_relaxed() {
    let desk = Desk::with_names(&["Poipet gate", "Poipet nowhere"]);
    let asking = Asking { hidden: [101].into(), ..Asking::new() };
    let found = asking.find(&desk, "poipet nowhere");

    assert!(found.relaxed);
    check(&found, &[0]);
}

#[test]
fn hidden_and_removed_statements_do_not_change_a_score() {
    let alone = Desk::with_names(&["Poipet"]);
    let among = Desk::with_names(&["Poipet", "Poipet Poipet", "Poipet gate", "Poipet"]);
    among.index.remove(&[103]).unwrap();
    among.publish(2);
    let asking = Asking { hidden: [101, 102].into(), ..Asking::new() };

    assert_eq!(asking.find(&among, "poi").hits, alone.find("poi").hits);
}

#[test]
fn pages_divide_the_answer_and_keep_the_total() {
    let names: Vec<String> = (0..25).map(|number| format!("Poipet {number:03}")).collect();
    let desk = Desk::with_names(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let page = |offset| Asking { offset, ..Asking::new() }.find(&desk, "poipet");
    let entities = |found: Found| found.hits.into_iter().map(|hit| hit.entity).collect::<Vec<_>>();

    assert_eq!(page(20).total, 25);
    assert_eq!(entities(page(0)), (0..10).collect::<Vec<_>>());
    assert_eq!(entities(page(20)), (20..25).collect::<Vec<_>>());
    assert_eq!(entities(page(99)), Vec::<u32>::new());
    assert_eq!(entities(page(usize::MAX)), Vec::<u32>::new());
}

#[test]
fn a_hit_names_its_best_statements_and_no_hidden_one() {
    let desk = Desk::new();
    let class = TextClass::Text;
    for (sid, text) in [(1, "poipet"), (2, "a report on poipet"), (3, "poipet town"), (4, "x")] {
        desk.index.add(&Entry { sid, class, ..name_of(0, text) }).unwrap();
    }
    desk.index.add(&Entry { sid: 5, ..name_of(0, "poipet") }).unwrap();
    desk.publish(1);

    assert_eq!(desk.find("poipet").hits[0].sids, [5, 1, 3]);
    let asking = Asking { hidden: [5, 3].into(), ..Asking::new() };
    assert_eq!(asking.find(&desk, "poipet").hits[0].sids, [1, 2]);
}

#[test]
fn nothing_asked_finds_nothing() {
    check(&everything().find(&desk(), " !? "), &[]);
}

#[test]
fn an_index_opened_for_reading_refuses_changes_and_sees_commits() {
    let desk = desk();
    let reader = liaison_search::SearchIndex::open_read_only(desk.folder.path()).unwrap();

    assert!(matches!(reader.add(&name_of(9, "x")), Err(SearchError::ReadOnly)));
    desk.index.add(&name_of(3, "Poipet")).unwrap();
    desk.index.commit(3).unwrap();
    reader.reload().unwrap();
    assert_eq!(reader.position().unwrap(), 3);
    let reading = Desk { index: reader, folder: tempfile::tempdir().unwrap() };
    assert_eq!(reading.find("poipet").total, 3);
    assert_eq!(reading.find("poipet").position, 3);
}
