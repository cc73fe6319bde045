//! Two records judged to be one, or not: what follows, and what follows when it is taken back.

use liaison_node::import::{ImportRequest, Input};
use liaison_node::{Identity, NodeError, RecordVerdict, SearchRequest, WrongUse};

use crate::Desk;

const PEOPLE: &str = r#"{"id":"a","schema":"Person","properties":{"name":["강서윤"]}}
{"id":"b","schema":"Person","properties":{"name":["Kang Seo-yun"]}}
{"id":"c","schema":"Person","properties":{"name":["Gang Seoyun"]}}
{"id":"firm","schema":"Company","properties":{"name":["Kang Trading"]}}
"#;

fn desk() -> Desk {
    let desk = Desk::new(None);
    desk.import("people.ftm.json", PEOPLE);
    desk
}

impl Desk {
    fn judge(&self, a: &str, b: &str, verdict: RecordVerdict) -> Result<u64, NodeError> {
        let judged = self.node.judge_records(a, b, verdict, "two lists", &self.reader());
        judged.map(|receipt| receipt.commit)
    }

    fn identity(&self, id: &str) -> Identity {
        self.node.identity(id, &self.reader(), None).unwrap()
    }

    fn one_with(&self, id: &str) -> Vec<String> {
        self.identity(id).others.iter().map(|other| other.id.local().to_owned()).collect()
    }
}

#[test]
fn records_judged_the_same_are_one_and_an_undone_judgement_leaves_no_trace() {
    let desk = desk();
    desk.judge("a", "b", RecordVerdict::Same).unwrap();
    let before = (desk.identity("a"), desk.identity("b"), desk.identity("c"));

    desk.judge("c", "b", RecordVerdict::Same).unwrap();
    let last = desk.identity("c").judgements.pop().unwrap();
    let together = (desk.one_with("a"), desk.one_with("c"));
    let take_back = |why| desk.node.withdraw_judgement(last.id.as_str(), why, &desk.reader());
    let without_reason = take_back(" ");
    take_back("another person").unwrap();

    assert_eq!(together, (vec!["b".to_owned(), "c".to_owned()], vec!["a".into(), "b".into()]));
    assert_eq!(before, (desk.identity("a"), desk.identity("b"), desk.identity("c")));
    let again = take_back("another person");
    assert!(matches!(again, Err(NodeError::NotFound)), "{again:?}");
    let is_told = matches!(without_reason, Err(NodeError::WrongUse(WrongUse::NoWithdrawalReason)));
    assert!(is_told, "{without_reason:?}");
}

#[test]
fn two_records_judged_different_never_become_one_by_way_of_a_third() {
    let desk = desk();
    desk.judge("a", "b", RecordVerdict::Different).unwrap();
    desk.judge("b", "c", RecordVerdict::Same).unwrap();

    let refused = desk.judge("a", "c", RecordVerdict::Same);

    let is_told = matches!(
        &refused,
        Err(NodeError::WrongUse(WrongUse::JudgedDifferent { first, second, .. }))
            if first.ends_with(":a") && second.ends_with(":b")
    );
    assert!(is_told, "{refused:?}");
    assert!(desk.one_with("a").is_empty());
    desk.judge("a", "b", RecordVerdict::Same).unwrap();
    assert_eq!(desk.one_with("a"), ["b", "c"]);
    desk.judge("a", "b", RecordVerdict::Different).unwrap();
    assert_eq!(desk.one_with("c"), ["b"]);
}

#[test]
fn not_sure_joins_nothing_and_stays_to_be_read() {
    let desk = desk();
    desk.judge("a", "b", RecordVerdict::Unsure).unwrap();

    let identity = desk.identity("b");

    assert!(identity.others.is_empty());
    assert_eq!(identity.judgements[0].verdict, RecordVerdict::Unsure);
    assert_eq!(
        (&*identity.judgements[0].user, &*identity.judgements[0].reason),
        ("min", "two lists")
    );
}

#[test]
fn a_list_says_with_how_many_records_a_hit_is_one() {
    let desk = desk();
    desk.judge("a", "b", RecordVerdict::Same).unwrap();
    let request = SearchRequest { text: "Kang".into(), limit: 10, ..SearchRequest::default() };

    let found = desk.node.search(&request, &desk.reader()).unwrap();

    let joined = |id: &str| {
        let hit = found.hits.iter().find(|hit| hit.entity.id.local() == id);
        hit.map(|hit| hit.joined)
    };
    assert_eq!((joined("b"), joined("firm")), (Some(1), Some(0)));
}

#[test]
fn a_judgement_never_leads_to_a_record_that_its_reader_may_not_see() {
    let desk = desk();
    let secret = r#"{"id":"s","schema":"Person","properties":{"name":["Kang S"]}}"#;
    let mut request = ImportRequest::new(Input::from_bytes("s.ftm.json", secret), "min");
    request.marks = Some("TLP:AMBER to:kr.police/cyber".parse().unwrap());
    desk.node.import(request, &|_| {}).unwrap();
    let insider = desk.reader().of_unit(Some("cyber"));
    let outsider = desk.reader();
    let judge = |reader| desk.node.judge_records("a", "s", RecordVerdict::Same, "phone", reader);
    let refused = judge(&outsider);

    judge(&insider).unwrap();

    assert!(matches!(refused, Err(NodeError::NotFound)), "{refused:?}");
    let seen = |reader| desk.node.identity("a", reader, None).unwrap();
    assert_eq!((seen(&insider).others.len(), seen(&insider).judgements.len()), (1, 1));
    assert_eq!(seen(&outsider), Identity::default());
    let id = &seen(&insider).judgements[0].id;
    let taken_back = desk.node.withdraw_judgement(id.as_str(), "mistaken", &outsider);
    assert!(matches!(taken_back, Err(NodeError::NotFound)), "{taken_back:?}");
}

#[test]
fn a_person_and_a_company_are_never_one_and_a_judgement_has_a_reason() {
    let desk = desk();
    let same = RecordVerdict::Same;

    let of_kinds = desk.judge("a", "firm", same);
    let of_one = desk.judge("a", "a", same);
    let without = desk.node.judge_records("a", "b", same, "  ", &desk.reader());

    assert!(matches!(of_kinds, Err(NodeError::WrongUse(WrongUse::KindsDiffer { .. }))));
    assert!(matches!(of_one, Err(NodeError::WrongUse(WrongUse::OneRecord { .. }))));
    assert!(matches!(without, Err(NodeError::WrongUse(WrongUse::NoJudgementReason))));
}
