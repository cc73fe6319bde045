//! Found by whole words and by parts, in the languages of the region. The names are those of
//! `situation/places.csv`.

use liaison_search::{Entry, TextClass};

use super::{Desk, name_of};

const PLACES: [&str; 13] = [
    "ភ្នំពេញ",
    "시아누크빌",
    "妙瓦底",
    "เมียวดี",
    "မြဝတီ",
    "ເຂດເສດຖະກິດພິເສດສາມຫຼ່ຽມຄຳ",
    "Bà Vẹt",
    "Sihanoukville",
    "ស្វាយរៀង",
    "KK Park",
    "金三角经济特区",
    "อรัญประเทศ",
    "ミャワディ",
];

fn check(query: &str, expected: &[u32]) {
    let desk = Desk::with_names(&PLACES);
    let found = desk.find(query);
    let entities: Vec<u32> = found.hits.iter().map(|hit| hit.entity).collect();
    assert_eq!(entities, expected, "{query}");
    assert!(!found.relaxed, "{query}");
}

#[test]
fn every_place_is_found_by_its_own_name_first() {
    let desk = Desk::with_names(&PLACES);
    for (entity, name) in (0..).zip(PLACES) {
        assert_eq!(desk.entities(name).first(), Some(&entity), "{name}");
    }
}

#[test]
fn a_khmer_name_is_found_by_its_parts() {
    check("ពេញ", &[0]);
    check("ភ្នំ", &[0]);
    check("រៀង", &[8]);
}

#[test]
fn a_korean_name_is_found_by_its_parts() {
    check("시아누크", &[1]);
    check("누크", &[1]);
    check("빌", &[1]);
}

#[test]
fn a_chinese_name_is_found_by_its_parts() {
    check("瓦底", &[2]);
    check("底", &[2]);
    check("特区", &[10]);
    check("三角经济", &[10]);
}

#[test]
fn a_chinese_name_is_found_in_traditional_and_in_simplified_characters() {
    check("金三角經濟特區", &[10]);
    check("經濟", &[10]);
    let desk = Desk::with_names(&["柬埔寨金邊詐騙園區", "臺灣"]);

    assert_eq!(desk.entities("金边"), [0]);
    assert_eq!(desk.entities("诈骗园区"), [0]);
    assert_eq!(desk.entities("詐騙园区"), [0], "mixed, as people type");
    assert_eq!(desk.entities("台湾"), [1]);
}

#[test]
fn a_thai_name_is_found_by_its_parts() {
    check("เมียว", &[3]);
    check("ประเทศ", &[11]);
}

#[test]
fn a_burmese_name_is_found_by_its_parts() {
    check("ဝတီ", &[4]);
}

#[test]
fn a_lao_name_is_found_by_its_parts() {
    check("ເສດຖະກິດ", &[5]);
    check("ຄຳ", &[5]);
}

#[test]
fn a_vietnamese_name_is_found_without_its_accents_and_with_others() {
    check("ba vet", &[6]);
    check("BÀ VẸT", &[6]);
    check("vẹt", &[6]);
}

#[test]
fn an_english_or_indonesian_name_is_found_as_it_is_typed() {
    check("sihan", &[7]);
    check("kk pa", &[9]);
    check("park kk", &[9]);
}

#[test]
fn a_japanese_name_is_found_by_its_parts() {
    check("ワディ", &[12]);
}

#[test]
fn invisible_characters_and_apart_typed_letters_do_not_matter() {
    use unicode_normalization::UnicodeNormalization;

    check("ភ្នំ\u{200B}ពេញ", &[0]);
    check(&"시아누크".nfd().collect::<String>(), &[1]);
    check("ＫＫ　Ｐａｒｋ", &[9]);
}

#[test]
fn a_number_is_found_however_it_is_grouped_and_by_its_end() {
    let desk = Desk::with_names(&["+82 10-1234-5678", "010 1234 9999", "AB-123456", "O’Smach"]);

    assert_eq!(desk.entities("010-1234-5678"), [0]);
    assert_eq!(desk.entities("01012345678"), [0]);
    assert_eq!(desk.entities("821012345678"), [0]);
    assert_eq!(desk.entities("5678"), [0]);
    assert_eq!(desk.entities("1234"), [1, 0, 2]);
    assert_eq!(desk.entities("01012349999"), [1]);
    assert_eq!(desk.entities("ab123456"), [2]);
    assert_eq!(desk.entities("3456"), [2]);
    assert_eq!(desk.entities("osmach"), [3]);
    assert_eq!(desk.entities("o'smach"), [3]);
}

#[test]
fn a_covered_number_is_found_whole_or_by_eight_characters_of_its_end_and_by_no_less() {
    let desk = Desk::new();
    let class = TextClass::CoveredIdentifier;
    for (entity, text) in (0..).zip(["+821012345678", "K7654321", "AB 1234", "kim@example.com"]) {
        desk.index.add(&Entry { class, ..name_of(entity, text) }).unwrap();
    }
    desk.publish(1);

    for found in ["010-1234-5678", "+82 10 1234 5678", "12345678"] {
        assert_eq!(desk.entities(found), [0], "{found}");
    }
    for (found, entity) in [("k7654321", 1), ("ab1234", 2), ("ab-1234", 2), ("kim@example.com", 3)]
    {
        assert_eq!(desk.entities(found), [entity], "{found}");
    }
    for hidden in ["5678", "2345678", "8210", "82101234567", "k765", "4321", "7654321", "1234"] {
        assert!(desk.entities(hidden).is_empty(), "{hidden}");
    }
}

#[test]
fn a_korean_word_is_found_with_its_particle() {
    let desk = Desk::with_names(&["프놈펜에서 납치된 사람"]);

    assert_eq!(desk.entities("프놈펜 납치"), [0]);
}

#[test]
fn words_written_together_are_found_apart_when_nothing_better_is() {
    let desk = Desk::with_names(&["金边市电信诈骗案", "西港"]);
    let found = desk.find("金边诈骗");

    assert!(found.relaxed);
    assert_eq!(found.hits[0].entity, 0);
}

#[test]
fn a_misspelt_name_is_found_when_nothing_better_is() {
    let desk = Desk::with_names(&["시아누크빌", "프놈펜"]);
    let found = desk.find("시아누크발");

    assert!(found.relaxed);
    assert_eq!(found.hits.len(), 1);
    assert_eq!(found.hits[0].entity, 0);
}

#[test]
fn the_words_of_a_phrase_must_be_in_one_statement() {
    let desk = Desk::new();
    for (sid, text) in [(1, "KK Park"), (2, "near Myawaddy")] {
        let entry = liaison_search::Entry { sid, ..super::name_of(7, text) };
        desk.index.add(&entry).unwrap();
    }
    desk.publish(1);

    assert_eq!(desk.find("park myawaddy").total, 1);
    assert!(!desk.find("park myawaddy").relaxed);
    assert_eq!(desk.find("\"park myawaddy\"").total, 0);
    assert_eq!(desk.find("\"kk park\" myawaddy").total, 1);
}
