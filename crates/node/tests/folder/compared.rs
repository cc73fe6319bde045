//! What `verify --deep` finds in the text index.

use liaison_model::schema::names::prop;
use liaison_node::{Deviation, Difference};
use liaison_search::{Entry, IndexOptions, SearchIndex, TextClass};

use super::{Closed, Desk};

const COMPANIES: &str = r#"
{"id":"a","schema":"Company","properties":{"name":["황금미래 무역"],"alias":["Golden Future"]}}
{"id":"b","schema":"Company","properties":{"name":["妙瓦底贸易"]}}
"#;

/// A closed node whose index was changed behind its back.
fn tampered(tamper: impl FnOnce(&SearchIndex)) -> Closed {
    let desk = Desk::new(None);
    desk.import("companies.ftm.json", COMPANIES);
    let closed = desk.close();
    let index = SearchIndex::open(&closed.place().search(), IndexOptions::STANDARD).unwrap();
    tamper(&index);
    index.commit(index.position().unwrap()).unwrap();
    closed
}

/// The number of the statement that alone has a word.
fn number_of(index: &SearchIndex, word: &str) -> u64 {
    use liaison_model::{Instant, Scope};
    let marks = (0..100).map(|mark| (mark, None));
    let limits = liaison_search::Limits {
        scope: &Scope::new(Instant::from_micros(0).unwrap(), marks),
        hidden: &Default::default(),
        hidden_commits: &Default::default(),
        up_to: u64::MAX,
        entities: None,
        offset: 0,
        limit: 10,
    };
    let found = index.search(&liaison_search::TextQuery::parse(word).unwrap(), &limits).unwrap();
    assert_eq!(found.hits.len(), 1);
    found.hits[0].sids[0]
}

fn deviation(desk: &Desk) -> Option<Deviation> {
    desk.node.compare_folded(&mut |_| {}).unwrap()
}

#[test]
fn a_node_that_lived_is_what_its_journal_gives() {
    let desk = Desk::new(None);
    desk.import("companies.ftm.json", COMPANIES);
    let more = desk.import("more.ftm.json", COMPANIES.replace("황금", "백금"));
    desk.node.withdraw(desk.statement("b", prop::NAME), "", "min").unwrap();
    desk.node.erase(desk.statement("a", prop::ALIAS), "a court", "", "min").unwrap();
    desk.node.undo(more.commit.unwrap(), "", "min").unwrap();

    assert_eq!(deviation(&desk), None);
    assert_eq!(deviation(&desk.close().open()), None);
}

#[test]
fn a_statement_that_the_index_lacks_is_named() {
    let desk = tampered(|index| index.remove(&[number_of(index, "golden")]).unwrap()).open();

    let statement = Some(desk.statement("a", prop::ALIAS));
    let missing = Deviation::Index { statement, how: Difference::Missing };
    assert_eq!(deviation(&desk), Some(missing));
}

#[test]
fn a_statement_that_the_index_has_beside_the_journal_is_named() {
    let class = TextClass::Name;
    let entry = Entry { sid: u64::MAX >> 1, entity: 0, mark: 1, commit: 1, class, text: "nobody" };
    let desk = tampered(|index| index.add(&entry).unwrap()).open();

    let extra = Deviation::Index { statement: None, how: Difference::Extra };
    assert_eq!(deviation(&desk), Some(extra));
}

#[test]
fn a_withdrawn_statement_that_is_still_in_the_index_is_named() {
    let desk = Desk::new(None);
    desk.import("companies.ftm.json", COMPANIES);
    let id = desk.statement("b", prop::NAME);
    let closed = desk.close();
    let index = SearchIndex::open(&closed.place().search(), IndexOptions::STANDARD).unwrap();
    let sid = number_of(&index, "妙瓦底贸易");
    drop(index);
    let desk = closed.open();
    desk.node.withdraw(id, "", "min").unwrap();
    let closed = desk.close();
    let index = SearchIndex::open(&closed.place().search(), IndexOptions::STANDARD).unwrap();
    let class = TextClass::Name;
    index.add(&Entry { sid, entity: 0, mark: 1, commit: 1, class, text: "妙瓦底贸易" }).unwrap();
    index.commit(index.position().unwrap()).unwrap();
    drop(index);

    let extra = Deviation::Index { statement: Some(id), how: Difference::Extra };
    assert_eq!(deviation(&closed.open()), Some(extra));
}

#[test]
fn a_statement_that_is_found_under_other_words_is_named() {
    let desk = tampered(|index| {
        let sid = number_of(index, "golden");
        index.remove(&[sid]).unwrap();
        let class = TextClass::Name;
        let text = "Silver Future";
        index.add(&Entry { sid, entity: 0, mark: 1, commit: 1, class, text }).unwrap();
    })
    .open();

    let statement = Some(desk.statement("a", prop::ALIAS));
    let terms = Deviation::Index { statement, how: Difference::Terms };
    assert_eq!(deviation(&desk), Some(terms));
}
