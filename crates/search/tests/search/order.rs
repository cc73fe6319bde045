//! What comes first, and that it always does.

use liaison_search::{Entry, Found, Match, TextClass};

use super::{Asking, Desk, name_of};

#[test]
fn exact_names_come_first_then_words_then_beginnings_then_parts() {
    let desk =
        Desk::with_names(&["미얀마시아누크빌", "시아누크빌시", "시아누크빌 항구", "시아누크빌"]);
    let hows: Vec<(u32, Match)> =
        desk.find("시아누크빌").hits.iter().map(|hit| (hit.entity, hit.how)).collect();

    assert_eq!(hows, [(3, Match::Exact), (2, Match::Words), (1, Match::Start), (0, Match::Inside)]);
}

#[test]
fn a_name_comes_before_a_number_and_a_number_before_a_text() {
    let desk = Desk::new();
    let classes = [TextClass::Text, TextClass::Identifier, TextClass::Name];
    for (entity, class) in (0..).zip(classes) {
        desk.index.add(&Entry { class, ..name_of(entity, "Poipet 77") }).unwrap();
    }
    desk.publish(1);

    assert_eq!(desk.entities("poipet"), [2, 1, 0]);
}

#[test]
fn one_name_comes_before_many_reports() {
    let desk = Desk::new();
    for sid in 0..50 {
        let class = TextClass::Text;
        desk.index.add(&Entry { sid, class, ..name_of(0, "seen in poipet") }).unwrap();
    }
    desk.index.add(&name_of(1, "Poipet market")).unwrap();
    desk.publish(1);

    assert_eq!(desk.entities("poipet"), [1, 0]);
}

#[test]
fn the_value_with_least_else_comes_first_and_ties_follow_the_ordinal() {
    let desk =
        Desk::with_names(&["Kim Min-su senior", "Kim Min-su jr", "Min-su Kim", "Kim, Min Su"]);

    assert_eq!(desk.entities("kim min-su"), [3, 2, 1, 0]);
    assert_eq!(desk.entities("kim"), [2, 3, 1, 0]);
}

/// Names and texts of the region put together by a small generator with a fixed seed.
fn texts() -> Vec<String> {
    let words = [
        "Kim",
        "Min-su",
        "Nguyễn",
        "Văn",
        "Đức",
        "Poipet",
        "KK",
        "Park",
        "ភ្នំពេញ",
        "ស្វាយរៀង",
        "시아누크빌",
        "김민수",
        "박",
        "妙瓦底",
        "金三角",
        "经济特区",
        "เมียวดี",
        "แม่สอด",
        "မြဝတီ",
        "ຫ້ວຍຊາຍ",
        "010-1234-5678",
        "+855 12 345 678",
        "compound",
        "passport",
        "AB123456",
    ];
    let mut state = 7_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 33) as usize
    };
    let text = |_| {
        let count = 1 + next() % 4;
        let picked: Vec<&str> = (0..count).map(|_| words[next() % words.len()]).collect();
        picked.join(" ")
    };
    (0..3000).map(text).collect()
}

fn entry(number: usize, text: &str) -> Entry<'_> {
    let classes = [TextClass::Name, TextClass::Identifier, TextClass::Text];
    let (sid, entity) = (number as u64, (number / 3) as u32);
    Entry {
        sid,
        class: classes[number % 3],
        mark: 1 + (number % 2) as u32,
        ..name_of(entity, text)
    }
}

fn answers(desk: &Desk, queries: &[String]) -> Vec<Found> {
    let asking = Asking { limit: 50, ..Asking::new() };
    let at_one = |found: Found| Found { position: 0, ..found };
    queries.iter().map(|query| at_one(asking.find(desk, query))).collect()
}

#[test]
fn a_thousand_answers_are_equal_after_a_rebuild_in_another_order_with_removals_between() {
    let texts = texts();
    let queries: Vec<String> = (0..1000)
        .map(|number| {
            let text = &texts[number * 3];
            let chars = 2 + number % text.chars().count().max(1);
            text.chars().take(chars).collect()
        })
        .collect();
    let first = Desk::new();
    for (number, text) in texts.iter().enumerate() {
        first.index.add(&entry(number, text)).unwrap();
    }
    first.publish(1);

    let second = Desk::new();
    for (count, (number, text)) in texts.iter().enumerate().rev().enumerate() {
        second.index.add(&entry(number, text)).unwrap();
        let stray = Entry { sid: 1_000_000 + number as u64, ..entry(number, "Poipet 박 stray") };
        second.index.add(&stray).unwrap();
        if count % 700 == 0 {
            second.index.commit(1).unwrap();
        }
    }
    let strays: Vec<u64> = (0..3000).map(|number| 1_000_000 + number).collect();
    second.index.remove(&strays).unwrap();
    second.publish(1);

    let expected = answers(&first, &queries);
    assert!(900 < expected.iter().filter(|found| 0 < found.total).count());
    assert_eq!(answers(&second, &queries), expected);
    second.index.purge().unwrap();
    assert_eq!(answers(&second, &queries), expected);
}
