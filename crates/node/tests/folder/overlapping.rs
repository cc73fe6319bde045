//! How many people are on which lists, counted from the node's own records.

use liaison_model::{Reader, Role};
use liaison_node::import::{ImportRequest, Input};
use liaison_node::{
    Field, ListBy, NodeError, Overlap, OverlapError, OverlapWanted, RecordVerdict, ReportWanted,
    WrongUse,
};

use crate::Desk;

/// Two lists with one person on both, who has a passport number on each.
const POLICE: &str = r#"{"id":"p1","schema":"Person","properties":{"name":["Kang Seo-yun"],"passportNumber":["M00412345"],"birthDate":["1991-02-03"]}}
{"id":"p2","schema":"Person","properties":{"name":["Tran Van Minh"]}}
"#;
const EMBASSY: &str = r#"{"id":"e1","schema":"Person","properties":{"name":["강서윤"],"passportNumber":["M00412345"],"birthDate":["1991-02-03"]}}
{"id":"e2","schema":"Person","properties":{"name":["Sok Chantrea"]}}
{"id":"e3","schema":"Company","properties":{"name":["Golden Future Trading"]}}
"#;

/// A report with the one who made it.
const MOTHER: &str = r#"{"id":"m1","schema":"Person","properties":{"name":["Somebody Who Called"]}}
{"id":"s1","schema":"Person","properties":{"name":["Ly Dara"]}}
{"id":"r1","schema":"Report","properties":{"person":["s1"],"reporter":["m1"],"channel":["hotline"]}}
"#;

fn wanted(by: ListBy) -> OverlapWanted {
    OverlapWanted { by, lists: Vec::new(), likely: None, seed: 1 }
}

impl Desk {
    fn two_lists() -> Self {
        let desk = Self::new(None);
        for (dataset, lines) in [("police", POLICE), ("embassy", EMBASSY)] {
            let input = Input::from_bytes("list.ftm.json", lines);
            let mut request = ImportRequest::new(input, "min");
            request.dataset = Some(dataset.to_owned());
            desk.node.import(request, &|_| {}).unwrap();
        }
        desk
    }

    fn overlap(&self, wanted: &OverlapWanted) -> Overlap {
        self.node.overlap(wanted, &self.reader()).unwrap()
    }

    fn cells(overlap: &Overlap) -> Vec<(u16, u64)> {
        overlap.counts.as_ref().unwrap().histories().collect()
    }
}

#[test]
fn a_pair_that_waits_is_two_people_until_it_is_judged_and_is_drawn_meanwhile() {
    let desk = Desk::two_lists();

    let before = desk.overlap(&wanted(ListBy::Dataset));
    desk.node
        .judge_records("p1", "e1", RecordVerdict::Same, "one passport", &desk.reader())
        .unwrap();
    let after = desk.overlap(&wanted(ListBy::Dataset));

    let names: Vec<_> = before.taken.iter().map(|list| list.name.as_str()).collect();
    assert_eq!(names, ["embassy", "police"]);
    assert_eq!((before.judged, before.waiting), (0, 1));
    assert_eq!(Desk::cells(&before), [(1, 2), (2, 2)]);
    let drawn_as_one = before.drawn.iter().filter(|table| table.on_all(3) == 1).count();
    assert!(10 < drawn_as_one, "{drawn_as_one} of {}", before.drawn.len());
    assert_eq!((after.judged, after.waiting), (1, 0));
    assert_eq!(Desk::cells(&after), [(1, 1), (2, 1), (3, 1)]);
}

#[test]
fn a_likely_pair_counts_as_one_where_that_is_asked_and_not_where_it_was_judged_different() {
    let desk = Desk::two_lists();
    let likely = OverlapWanted { likely: Some(0.9), ..wanted(ListBy::Dataset) };

    let taken = desk.overlap(&likely);
    desk.node
        .judge_records("p1", "e1", RecordVerdict::Different, "a copied passport", &desk.reader())
        .unwrap();
    let judged = desk.overlap(&likely);

    assert_eq!((taken.likely, Desk::cells(&taken)), (1, vec![(1, 1), (2, 1), (3, 1)]));
    assert_eq!((judged.likely, Desk::cells(&judged)), (0, vec![(1, 2), (2, 2)]));
    assert!(judged.drawn.is_empty(), "nothing is in doubt");
}

#[test]
fn reports_are_on_the_lists_of_their_channels_and_whoever_made_one_is_on_none() {
    let desk = Desk::new(None);
    let told = |channel: &str, name: &str, phone: &str| {
        let fields = [("person.name", name), ("phone", phone), ("channel", channel)];
        let field = |(name, value): (&str, &str)| Field { name: name.into(), value: value.into() };
        let fields = fields.into_iter().map(field).collect();
        let wanted = ReportWanted { fields, source: "a call".into(), ..ReportWanted::default() };
        desk.node.take_report(&wanted, &desk.reader()).unwrap().number.unwrap()
    };
    let first = told("hotline", "강서윤", "010-0012-3456");
    let second = told("embassy", "Kang Seo-yun", "+82 10 0012 3456");
    told("embassy", "Tran Van Minh", "+84 90 000 00 01");

    desk.node
        .judge_reports(&first, &second, RecordVerdict::Same, "one phone", &desk.reader())
        .unwrap();
    desk.import("told.ftm.json", MOTHER);
    let overlap = desk.overlap(&wanted(ListBy::Channel));

    assert_eq!(overlap.reporters, 1);
    let lists: Vec<_> = overlap.taken.iter().map(|list| (list.key.as_str(), list.people)).collect();
    assert_eq!(lists, [("embassy", 2), ("hotline", 2)]);
    assert_eq!(Desk::cells(&overlap), [(1, 1), (2, 1), (3, 1)]);
}

#[test]
fn a_list_that_the_reader_may_not_see_is_not_there_and_is_refused_by_name() {
    let desk = Desk::two_lists();
    let stranger = Reader::officer("th.police".parse().unwrap(), "nok", [Role::Analyst]);

    let found = desk.node.overlap(&wanted(ListBy::Dataset), &stranger).unwrap();
    let named = OverlapWanted { lists: vec!["police".to_owned()], ..wanted(ListBy::Dataset) };
    let refused = desk.node.overlap(&named, &stranger);

    assert_eq!((found.known, found.counts), (Vec::new(), None));
    let none = OverlapError::NoSuchList { list: "police".to_owned() };
    assert!(matches!(
        refused, Err(NodeError::WrongUse(WrongUse::Overlap(error))) if error == none
    ));
}
