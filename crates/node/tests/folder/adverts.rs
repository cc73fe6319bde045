//! Adverts: taken in, clustered, judged, and taken down.

use liaison_adverts::Band;
use liaison_casework::Takedown;
use liaison_node::{
    AdvertError, AdvertWanted, AdvertWordWanted, AdvertsWanted, Intake, NodeError, SearchRequest,
    TieWanted, WrongUse,
};

use crate::Desk;

const BAIT: &str =
    "招聘线上客服，无需经验，月薪20000元起，包吃住，报销机票，工作地点在巴域。飞机 @demo_0001_02";

fn advert(text: &str, url: &str) -> AdvertWanted {
    AdvertWanted {
        text: text.to_owned(),
        url: url.to_owned(),
        platform: "Demo-Board".to_owned(),
        source: "hotline mailbox".to_owned(),
        ..AdvertWanted::default()
    }
}

impl Desk {
    fn take_advert(&self, text: &str, url: &str) -> String {
        let taken = self.node.take_adverts(&[advert(text, url)], &self.reader()).unwrap();
        taken[0].as_ref().unwrap().id.to_string()
    }

    /// Its score, and how many are in its cluster.
    fn advert_of(&self, id: &str) -> (f64, usize) {
        let adverts = self.node.adverts(&self.reader()).unwrap();
        let row = adverts.find(id, "kr.police").unwrap();
        (row.score, row.cluster_size)
    }

    fn say(&self, id: &str, word: &str, reason: &str) -> Result<String, NodeError> {
        let wanted = AdvertWordWanted {
            word: word.to_owned(),
            reason: reason.to_owned(),
            ..AdvertWordWanted::default()
        };
        self.node.say_of_advert(id, &wanted, &self.reader()).map(|said| said.id)
    }

    fn takedown_of(&self, id: &str) -> Option<Takedown> {
        let adverts = self.node.adverts(&self.reader()).unwrap();
        adverts.find(id, "kr.police").unwrap().advert.takedown
    }

    fn found(&self, text: &str) -> Vec<String> {
        let request = SearchRequest { text: text.into(), limit: 10, ..SearchRequest::default() };
        let answer = self.node.search(&request, &self.reader()).unwrap();
        answer.hits.into_iter().map(|hit| hit.entity.id.to_string()).collect()
    }
}

fn url(number: u32) -> String {
    format!("https://adverts.invalid/{number}")
}

#[test]
fn a_pasted_advert_joins_its_cluster_with_reasons_and_is_found_by_its_contact() {
    let desk = Desk::new(None);
    let first = desk.take_advert(BAIT, &url(1));
    assert_eq!(desk.advert_of(&first).1, 1);

    let second = desk.take_advert(&BAIT.replace("20000", "35000"), &url(2));

    assert_eq!(desk.advert_of(&first).1, 2);
    let adverts = desk.node.adverts(&desk.reader()).unwrap();
    let row = adverts.find(&second, "kr.police").unwrap();
    assert_eq!(Band::of(row.score), Band::ManySigns);
    assert_eq!(row.cluster, first);
    let view = desk.node.advert_view(&adverts, &row, &desk.reader()).unwrap();
    assert!(view.scored.reasons.iter().all(|reason| reason.weight != 0.0));
    let contact = &view.contacts[0];
    assert_eq!((contact.value.as_str(), contact.adverts), ("demo_0001_02", 1));
    assert!(view.pattern.is_some_and(|pattern| pattern.contains("{1}")));
    assert!(desk.found("demo_0001_02").contains(&first));
}

#[test]
fn the_same_advert_is_taken_once_however_often_it_is_handed_in() {
    let desk = Desk::new(None);
    let wanted = [advert(BAIT, &url(1)), advert(BAIT, &url(1)), advert(BAIT, &url(2))];

    let intakes = || -> Vec<Intake> {
        let taken = desk.node.take_adverts(&wanted, &desk.reader()).unwrap();
        taken.into_iter().map(|taken| taken.unwrap().intake).collect()
    };

    assert_eq!(intakes(), [Intake::New, Intake::Known, Intake::New]);
    assert_eq!(intakes(), [Intake::Known; 3]);
}

#[test]
fn what_cannot_be_taken_says_why_and_the_next_one_is_taken() {
    let desk = Desk::new(None);
    let wanted = [
        advert(" \u{200b} ", ""),
        advert(&"a".repeat(20_001), ""),
        AdvertWanted { posted: "some day".into(), ..advert(BAIT, "") },
    ];

    let mut taken = desk.node.take_adverts(&wanted, &desk.reader()).unwrap().into_iter();

    assert_eq!(taken.next().unwrap().unwrap_err(), AdvertError::Empty);
    assert_eq!(taken.next().unwrap().unwrap_err(), AdvertError::TooLong { most: 20_000 });
    let left_out = taken.next().unwrap().unwrap().left_out;
    assert_eq!(left_out.into_iter().map(|(field, _)| field).collect::<Vec<_>>(), ["postedAt"]);
}

#[test]
fn clusters_and_scores_are_the_same_after_the_node_is_opened_again() {
    let desk = Desk::new(None);
    let ids: Vec<String> = (0..6)
        .map(|at| desk.take_advert(&BAIT.replace("20000", &format!("2{at}000")), &url(at)))
        .chain([desk.take_advert("점심은 국수입니다", &url(9))])
        .collect();
    desk.say(&ids[2], "advert", "").unwrap();
    let all = |desk: &Desk| ids.iter().map(|id| desk.advert_of(id)).collect::<Vec<_>>();
    let before = all(&desk);

    let desk = desk.close().open();

    assert_eq!(all(&desk), before);
    assert_eq!(before[0].1, 6);
}

#[test]
fn a_contact_of_a_judged_advert_or_of_a_compound_raises_the_score_of_others() {
    let desk = Desk::new(None);
    let judged = desk.take_advert(BAIT, &url(1));
    let other = desk.take_advert("연락 텔레그램 @demo_0001_02", &url(2));
    let phone = desk.take_advert("문의 010-0012-3456", &url(3));
    let (alone, by_phone) = (desk.advert_of(&other).0, desk.advert_of(&phone).0);

    let word = desk.say(&judged, "advert", "").unwrap();
    desk.import(
        "places.ftm.json",
        r#"{"id":"compound-1","schema":"Compound","properties":{"name":["Demonstration Park"],"country":["kh"]}}"#,
    );
    let tie = TieWanted {
        kind: "phone".into(),
        phone: "+82 10-0012-3456".into(),
        source: "a report".into(),
        ..TieWanted::default()
    };
    desk.node.tie_to_compound("Demonstration Park", &tie, &desk.reader()).unwrap();

    assert!(alone < desk.advert_of(&other).0);
    assert!(by_phone < desk.advert_of(&phone).0);
    let adverts = desk.node.adverts(&desk.reader()).unwrap();
    let row = adverts.find(&phone, "kr.police").unwrap();
    let view = desk.node.advert_view(&adverts, &row, &desk.reader()).unwrap();
    let leads: Vec<_> = view.compounds.iter().map(|one| (one.name.as_str(), one.why)).collect();
    assert_eq!(leads, [("Demonstration Park", "contact")]);
    desk.node.take_back_from_advert(&word, "mistaken", &desk.reader()).unwrap();
    assert_eq!(desk.advert_of(&other).0, alone);
}

#[test]
fn a_platform_is_asked_once_about_what_is_marked_and_its_answer_is_read() {
    let desk = Desk::new(None);
    let ids = [1, 2, 3].map(|at| desk.take_advert(&format!("{BAIT} {at}"), &url(at)));
    ids.iter().for_each(|id| _ = desk.say(id, "marked", "").unwrap());

    let batch = desk.node.takedown_batch("demo-board", &desk.reader()).unwrap();

    assert_eq!((batch.number.as_str(), batch.asked), ("T-2026-0001", 3));
    let file = String::from_utf8(batch.bytes).unwrap();
    assert!(file.contains(&url(2)), "{file}");
    assert_eq!(desk.takedown_of(&ids[0]), Some(Takedown::Asked));
    assert!(matches!(
        desk.node.takedown_batch("demo-board", &desk.reader()),
        Err(NodeError::WrongUse(WrongUse::Advert(AdvertError::NothingWaits { .. })))
    ));
    let answer = format!(
        "reference,url,outcome,reason\n{},,removed,\n,{},refused,no breach\n,{},removed,\n,{},gone,\n",
        ids[0].split(':').nth(1).unwrap(),
        url(2),
        url(2),
        url(77)
    );
    let read = desk.node.read_takedown_outcomes(answer.as_bytes(), &desk.reader()).unwrap();
    assert_eq!(read.taken.into_iter().collect::<Vec<_>>(), [("refused", 1), ("removed", 1)]);
    assert_eq!(read.set_aside.iter().map(|(row, _)| *row).collect::<Vec<_>>(), [3, 4]);
    assert_eq!(desk.takedown_of(&ids[1]), Some(Takedown::Refused));
}

#[test]
fn a_delisted_advert_is_gone_everywhere_and_the_platform_is_told() {
    let desk = Desk::new(None);
    let id = desk.take_advert(BAIT, &url(1));
    desk.say(&id, "marked", "").unwrap();
    desk.node.takedown_batch("demo-board", &desk.reader()).unwrap();
    desk.say(&id, "appealed", "the owner wrote").unwrap();
    let adverts = desk.node.adverts(&desk.reader()).unwrap();
    let due = adverts.find(&id, "kr.police").unwrap().advert.due;
    assert_eq!(due, Some(jiff::civil::date(2026, 1, 19)));

    desk.say(&id, "delisted", "a licensed employer").unwrap();

    let adverts = desk.node.adverts(&desk.reader()).unwrap();
    assert!(matches!(adverts.find(&id, "kr.police"), Err(NodeError::NotFound)));
    assert_eq!(adverts.page(&AdvertsWanted::default(), 0, 10).total, 0);
    assert!(desk.found("demo_0001_02").is_empty());
    let again = desk.node.take_adverts(&[advert(BAIT, &url(1))], &desk.reader()).unwrap();
    assert_eq!(again[0], Err(AdvertError::Delisted));
    let told = desk.node.takedown_batch("demo-board", &desk.reader()).unwrap();
    assert_eq!((told.asked, told.taken_back), (0, 1));
    assert!(String::from_utf8(told.bytes).unwrap().contains("restore"));
    assert!(desk.node.takedown_batch("demo-board", &desk.reader()).is_err());
}

#[test]
fn a_model_of_ones_own_decisions_is_used_from_then_on() {
    let desk = Desk::new(None);
    let lunch = |at: u32| format!("오늘 점심 국수 {at}번 맛있다");
    for at in 0..10 {
        let text = format!("단순 알바 {at}호 문의 환영");
        let bait = desk.take_advert(&text, &url(at));
        desk.say(&bait, "advert", "").unwrap();
        let other = desk.take_advert(&lunch(at), &url(100 + at));
        desk.say(&other, "other", "").unwrap();
    }
    let new = desk.take_advert("단순 알바 77호 문의 환영", &url(77));
    let before = desk.advert_of(&new).0;

    let (adverts, others, _) = desk.node.train_adverts(&desk.reader()).unwrap();

    assert_eq!((adverts, others), (10, 10));
    assert!(before < desk.advert_of(&new).0);
}

#[test]
fn one_page_of_clusters_shows_each_once_with_how_many_stand_behind_it() {
    let desk = Desk::new(None);
    for at in 0..3 {
        desk.take_advert(&BAIT.replace("20000", &format!("2{at}000")), &url(at));
    }
    desk.take_advert("오늘 점심 국수", &url(9));
    let adverts = desk.node.adverts(&desk.reader()).unwrap();
    let wanted = AdvertsWanted { clustered: true, ..AdvertsWanted::default() };

    let page = adverts.page(&wanted, 0, 10);

    assert_eq!((page.total, page.adverts), (2, 4));
    assert_eq!(page.rows[0].cluster_size, 3);
    let counted = adverts.counted(desk.node.today());
    assert_eq!((counted.adverts, counted.clusters, counted.open), (4, 2, 4));
    assert_eq!(counted.places.get("bavet"), Some(&3));
}
