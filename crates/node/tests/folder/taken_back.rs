//! What is undone, withdrawn and erased: what stays to be seen of it, and what comes back.

use liaison_model::Instant;
use liaison_model::schema::names::prop;
use liaison_node::{Clock as _, HistoryEvent, Node, NodeError, ShowOptions};

use crate::Desk;

const PERSON: &str = r#"{"id":"p","schema":"Person","properties":{"name":["Kang"],"alias":["K"]}}"#;
const DAY: i64 = 24 * 60 * 60;

/// The day of a moment: the clock of a desk goes on a little with every look at it.
fn day(moment: Instant) -> String {
    moment.to_string()[..10].to_owned()
}

fn known_on(on: Instant) -> ShowOptions {
    ShowOptions { known_on: Some(on), ..ShowOptions::default() }
}

#[test]
fn an_erasure_takes_every_statement_that_says_the_same() {
    let desk = Desk::new(None);
    let first = desk.import("p.ftm.json", PERSON);
    let withdrawn = desk.statement("p", prop::NAME);
    desk.node.undo(first.commit.unwrap(), "", "min").unwrap();
    desk.import("p.ftm.json", PERSON);
    let live = desk.statement("p", prop::NAME);

    let erased = desk.node.erase(live, "a court", "", "min").unwrap();

    assert_eq!(erased.statements, [live, withdrawn]);
    let history = desk.node.history("p", &desk.reader()).unwrap();
    let removed = history.iter().filter(|line| matches!(line.event, HistoryEvent::Removed { .. }));
    assert_eq!(removed.map(|line| line.statement).collect::<Vec<_>>(), [withdrawn, live]);
}

#[test]
fn a_withdrawn_statement_that_comes_back_is_remarked() {
    let desk = Desk::new(None);
    desk.import("p.ftm.json", PERSON);
    desk.clock.advance_seconds(DAY);
    desk.node.withdraw(desk.statement("p", prop::NAME), "wrong person", "min").unwrap();
    let on = day(desk.clock.now());
    desk.clock.advance_seconds(DAY);

    let again = desk.import("p.ftm.json", PERSON);
    let third = desk.import("p.ftm.json", PERSON);

    let came_back = again.came_back.map(|(statements, on)| (statements, day(on)));
    assert_eq!((again.new, came_back), (1, Some((1, on))));
    assert_eq!((third.new, third.came_back), (0, None));
}

#[test]
fn the_past_shows_that_something_was_there_which_is_withdrawn_or_erased_now() {
    let desk = Desk::new(None);
    desk.import("p.ftm.json", PERSON);
    let then = desk.clock.now();
    let (name, alias) = (desk.statement("p", prop::NAME), desk.statement("p", prop::ALIAS));
    desk.clock.advance_seconds(DAY);
    desk.node.withdraw(alias, "", "min").unwrap();
    desk.node.erase(name, "Court order 7", "", "min").unwrap();
    let now = Some(day(desk.clock.now()));
    let show = |options: &ShowOptions| desk.node.show("p", &desk.reader(), options);

    let past = show(&known_on(then)).unwrap();

    let [statement] = &past.statements[..] else { panic!("{past:?}") };
    assert_eq!((statement.id, statement.withdrawn_on.map(day)), (alias, now.clone()));
    let [removed] = &past.removed[..] else { panic!("{past:?}") };
    assert_eq!((removed.id, Some(day(removed.ending.on))), (name, now));
    assert_eq!(removed.ending.authority.as_deref(), Some("Court order 7"));
    assert!(matches!(show(&ShowOptions::default()), Err(NodeError::NotFound)));
}

#[test]
fn an_entity_of_which_everything_is_erased_is_still_known_to_have_been_there() {
    let desk = Desk::new(None);
    desk.import("p.ftm.json", r#"{"id":"p","schema":"Person","properties":{"name":["Kang"]}}"#);
    let then = desk.clock.now();
    desk.clock.advance_seconds(DAY);
    desk.node.erase(desk.statement("p", prop::NAME), "a court", "", "min").unwrap();

    let past = desk.node.show("p", &desk.reader(), &known_on(then)).unwrap();

    assert_eq!((past.statements.len(), past.removed.len()), (0, 1));
}

#[test]
fn a_restore_keeps_on_whose_order_and_when_something_was_erased() {
    let desk = Desk::new(None);
    desk.import("p.ftm.json", PERSON);
    let backup = desk.folder.path().join("backup.zip");
    desk.node.backup(&backup).unwrap();
    let (name, alias) = (desk.statement("p", prop::NAME), desk.statement("p", prop::ALIAS));
    desk.clock.advance_seconds(DAY);
    let on = day(desk.clock.now());
    desk.node.erase(name, "Court order 7", "asked for", "cli:kim").unwrap();
    desk.node.withdraw(alias, "wrong person", "cli:kim").unwrap();
    desk.clock.advance_seconds(DAY);
    let tombstones = desk.node.folder().tombstones();
    let place = liaison_node::Folder::new(desk.folder.path().join("again"));

    let restored = Node::restore(&backup, &place, Some(&tombstones), desk.options()).unwrap();

    assert_eq!(restored.replayed, 2);
    let node = Node::open(&place, desk.options()).unwrap();
    let history = node.history("p", &desk.reader()).unwrap();
    for line in history {
        match line.event {
            HistoryEvent::Removed { on: then, authority, .. } => {
                assert_eq!((day(then), authority.as_deref()), (on.clone(), Some("Court order 7")));
            }
            HistoryEvent::Withdrawn { on: then, reason, .. } => {
                assert_eq!((day(then), reason.as_deref()), (on.clone(), Some("wrong person")));
            }
            HistoryEvent::Stated(view) => panic!("{view:?}"),
        }
    }
    let said: Vec<_> = node.commits(None, 2).unwrap().into_iter().map(|c| c.said).collect();
    assert_eq!(said[1].reason.as_deref(), Some("asked for"));
    assert!(said.iter().all(|said| said.first_by.as_deref() == Some("cli:kim")), "{said:?}");
    // And once more, from the lines that the restored node wrote.
    let lines = std::fs::read_to_string(place.tombstones()).unwrap();
    assert!(lines.contains("Court order 7") && lines.contains(&on), "{lines}");
}
