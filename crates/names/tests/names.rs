//! What the engine promises about any two names.

use liaison_names::{
    Comparison, Hints, Kind, Prepared, Rule, Script, State, compare, features, keys,
    latin_spellings, spellings,
};
use proptest::prelude::*;

fn prepared(name: &str) -> Prepared {
    Prepared::new(name, &Hints::default())
}

fn compared(a: &str, b: &str) -> Comparison {
    compare(&prepared(a), &prepared(b))
}

fn organisations(a: &str, b: &str) -> Comparison {
    let hints = Hints { kind: Kind::Organisation };
    compare(&Prepared::new(a, &hints), &Prepared::new(b, &hints))
}

#[test]
fn a_hangul_name_and_its_romanisations_are_one_name() {
    for latin in ["Park Geun-hye", "PAK Kunhye", "Geun Hye Park", "Bak Geunhye"] {
        assert!(compared("박근혜", latin).is_match(), "{latin}");
    }
}

#[test]
fn another_given_name_of_the_same_family_is_another_name() {
    for (a, b) in [("박근혜", "Park Min-su"), ("김영철", "Kim Sang-ho"), ("陳水扁", "Chen Zhiming")]
    {
        assert!(!compared(a, b).is_match(), "{a} {b}");
    }
}

#[test]
fn chinese_names_match_in_every_common_reading() {
    for (han, latin) in
        [("林瑞莲", "Lin Ruilian"), ("陈佳洛", "CHAN Ka-lok"), ("李明博", "Lee Myung-bak")]
    {
        assert!(compared(han, latin).is_match(), "{han} {latin}");
    }
}

#[test]
fn names_of_the_mekong_match_their_latin_spellings() {
    for (native, latin) in [
        ("ហ៊ុន សែន", "Hun Sen"),
        ("ຄຳໄຕ ສີພັນດອນ", "Khamtai Siphandon"),
        ("မင်းအောင်လှိုင်", "Min Aung Hlaing"),
        ("สมชาย วงศ์สวัสดิ์", "Somchai Wongsawat"),
    ] {
        assert!(compared(native, latin).is_match(), "{native} {latin}");
    }
}

#[test]
fn zawgyi_is_the_same_name_as_unicode() {
    let zawgyi = compared("ေအာင္ဆန္းစုၾကည္", "အောင်ဆန်းစုကြည်");

    assert!(zawgyi.is_match());
    assert_eq!(zawgyi.explanation()[0].rule, Rule::Equal);
}

#[test]
fn a_title_glued_to_a_thai_name_is_no_part_of_it() {
    let comparison = compared("นายสมชาย วงศ์สวัสดิ์", "สมชาย วงศ์สวัสดิ์");

    assert!(comparison.is_match());
    assert!(comparison.explanation().iter().all(|step| step.rule == Rule::Equal));
}

#[test]
fn a_title_alone_is_still_a_name_to_compare() {
    for title in ["Mr", "นาย", "Dr. Dr.", "U"] {
        assert!(!prepared(title).is_empty(), "{title}");
    }
}

#[test]
fn vietnamese_middle_names_of_two_sexes_contradict() {
    let same = compared("Nguyễn Văn Hùng", "Nguyen Van Hung");
    let other = compared("Nguyễn Văn Hùng", "Nguyen Thi Hung");

    assert!(same.is_match());
    assert!(!other.is_match());
    assert!(other.explanation().iter().any(|step| step.rule == Rule::Exclusion));
}

#[test]
fn a_legal_form_is_no_part_of_a_company() {
    assert!(organisations("Siemens Aktiengesellschaft", "Siemens AG").is_match());
    assert!(organisations("Oboronnye Initsiativy OOO", "OOO Oboronnye Initsiativy").is_match());
    assert!(!organisations("Volkswagen AG", "Siemens AG").is_match());
}

#[test]
fn an_acronym_is_the_words_that_it_stands_for() {
    let army = organisations("PLA", "People's Liberation Army");

    assert_eq!(army.explanation()[0].rule, Rule::Abbreviation);
    assert!(organisations("ABC Trading", "A.B.C. Trading").is_match());
    assert!(organisations("Brigade Forty-Four", "Brigade 44").is_match());
    assert!(!organisations("PLA", "National Liberation Army").is_match());

    let hints = Hints { kind: Kind::Organisation };
    let [short, long] =
        ["PLA", "People's Liberation Army"].map(|n| keys(&Prepared::new(n, &hints)));
    assert!(short.iter().any(|key| long.contains(key)));
}

#[test]
fn a_branch_in_brackets_is_part_of_an_organisation() {
    let branches =
        organisations("Kestrel Bank (Singapore) Limited", "Kestrel Bank (Hong Kong) Ltd");

    assert!(branches.explanation().iter().any(|step| step.rule == Rule::Contradiction));
    assert!(!branches.is_match());
}

#[test]
fn a_name_in_latin_is_a_form_of_the_modern_one() {
    let joe = compared("Iosephus Barton", "Joe Barton");

    assert!(joe.explanation().iter().any(|step| step.rule == Rule::Variant));
    assert!(joe.is_match());
}

#[test]
fn degrees_behind_a_comma_are_no_part_of_a_name() {
    let plain = compared("Hasrul Azwar", "Hasrul Azwar");
    let learned = compared("Hasrul Azwar, S.H., MM", "Hasrul Azwar");

    assert_eq!(plain.probability.to_bits(), learned.probability.to_bits());
    assert!(compared("Azwar, Eko", "Eko Azwar").is_match());
}

#[test]
fn another_word_beside_a_shared_one_is_another_name() {
    for (a, b) in [("Igor Halvorsen", "Oleg Halvorsen"), ("Marta Ortiz", "Marta Ortega")] {
        assert!(!compared(a, b).is_match(), "{a} {b}");
    }
    assert!(!organisations("Osprey Gas Company", "Osprey Oil Company").is_match());
}

#[test]
fn one_part_of_many_that_is_another_is_another_persons() {
    for (a, b) in [
        ("Tariq Yunus Mahdi Al-Basri", "Tariq Yunus Mahdi Al-Hillawi"),
        ("Karim Ben Omar Ben Idris Nouri", "Karim Ben Salah Ben Idris Nouri"),
        ("Rustam Ibragimovich Gelayev", "Rustam Magomedovich Gelayev"),
    ] {
        assert!(!compared(a, b).is_match(), "{a} {b}");
    }
    assert!(compared("Tariq Mahdi Al-Basri", "Tariq Yunus Mahdi Al-Basri").is_match());
}

#[test]
fn a_father_is_not_his_son() {
    let father = compared("Hamad bin Rashid Al-Suwaidi", "Rashid bin Hamad Al-Suwaidi");

    assert!(!father.is_match());
    assert!(father.explanation().iter().any(|step| step.rule == Rule::Exclusion));
    assert!(!compared("Bohdan Kravets", "Taras Bohdanovych Kravets").is_match());
    assert!(compared("Hamad bin Rashid Al-Suwaidi", "AL SUWAIDI, Hamad bin Rashid").is_match());
}

#[test]
fn another_syllable_in_hangul_or_character_is_another_name() {
    for (a, b) in [("김종은", "김정은"), ("이재형", "이재명"), ("习近朋", "习近平")]
    {
        assert!(!compared(a, b).is_match(), "{a} {b}");
    }
    assert!(compared("이재명", "재명 이").is_match());
}

#[test]
fn the_pen_slips_in_every_alphabet_but_not_often() {
    assert!(compared("Владимир Пулин", "Владимир Путин").is_match());
    assert!(!compared("مسعود پزشکفر", "مسعود پزشکیان").is_match());
}

#[test]
fn initials_stand_for_parts_and_for_syllables() {
    for (initials, name) in [("JC Moreau", "Jean-Claude Moreau"), ("KH Kim", "Kim Kyung Hee")] {
        assert!(compared(initials, name).is_match(), "{initials} {name}");
    }
    for (initials, name) in [("K. H. Kim", "김경희"), ("I. K. Kim", "김인경")] {
        let comparison = compared(initials, name);

        assert_eq!(comparison.state, State::CannotDecide, "{initials} {name}");
        assert!(comparison.explanation().iter().any(|step| step.rule == Rule::Abbreviation));
    }
    assert_eq!(compared("Y. S. Kim", "김경희").state, State::Different);
}

#[test]
fn points_small_words_and_endings_of_numbers_are_no_part_of_a_company() {
    for (a, b) in [
        ("Harbour Lights L.L.C.", "Harbour Lights LLC"),
        ("Procter & Lindqvist Co.", "Procter and Lindqvist Co."),
        ("1st Meridian Bank", "First Meridian Bank"),
        ("Federation of the Blue Lantern", "Federation of Blue Lantern"),
        ("U.S. Department of Fisheries", "United States Department of Fisheries"),
    ] {
        assert!(organisations(a, b).is_match(), "{a} {b}");
    }
    assert!(!organisations("LXC Aviation", "LAU Aviation").is_match());
    assert!(!organisations("BD p.l.c.", "BP p.l.c.").is_match());
}

#[test]
fn a_name_without_its_vowels_is_a_form_of_it() {
    assert!(compared("Mohd Khir Johari", "Mohamed Khir Johari").is_match());
    assert!(!compared("Mohd Khir Johari", "Mahathir Khir Zainal").is_match());
}

#[test]
fn a_vowel_of_a_korean_name_is_a_syllable_and_no_initial() {
    for (a, b) in [("Jeong Ji-u", "Jung Ji-woo"), ("Bak Maeng-woo", "Park Maeng-u")] {
        assert!(compared(a, b).is_match(), "{a} {b}");
    }
    let wendt = compared("Eric A. Wendt", "Josh B. Wendt");

    assert!(wendt.explanation().iter().any(|step| step.rule == Rule::Exclusion));
}

#[test]
fn digits_within_a_word_are_the_letters_they_resemble() {
    assert!(compared("Ig0r Sech1n", "Igor Sechin").is_match());
}

#[test]
fn latin_signs_without_a_letter_of_the_alphabet_are_compared() {
    // A modifier letter of phonetic notation has no letter to be spelt with.
    assert!(!compared("𐞶", "\u{11d3c}Σ").is_match());
    assert!(!compared("𐞶", "ʘ").is_match());
}

#[test]
fn a_family_name_alone_cannot_decide() {
    assert_eq!(compared("김", "Kim").state, State::CannotDecide);
    assert_eq!(compared("Nguyen", "Nguyễn").state, State::CannotDecide);
}

#[test]
fn a_rare_name_that_is_equal_is_likelier_than_a_common_one() {
    let rare = compared("Thepsuthin Wattanachai", "Thepsuthin Wattanachai");
    let common = compared("Kim Min", "Kim Min");

    assert!(common.probability < rare.probability);
}

#[test]
fn nothing_to_compare_is_said_and_never_a_match() {
    for text in ["", " ", "\u{202E}\u{200F}", "🙂🙂", "...", "123", "\u{0}\u{1}"] {
        let comparison = compared(text, "Kim Min-su");

        assert!(prepared(text).is_empty(), "{text:?}");
        assert!(!comparison.is_match(), "{text:?}");
        assert_eq!(comparison.state, State::CannotDecide, "{text:?}");
    }
}

#[test]
fn invisible_characters_change_nothing() {
    let plain = compared("Kim Min-su", "김민수").probability;
    let hidden = compared("\u{202E}Kim\u{200B} Min\u{AD}-su\u{202C}", "김\u{200D}민수").probability;

    assert_eq!(plain.to_bits(), hidden.to_bits());
}

#[test]
fn a_hangul_name_is_spelt_in_latin_and_back() {
    let latin = latin_spellings(&prepared("박근혜"));
    let hangul = spellings(&prepared("Park Geunhye"));

    assert!(
        latin.iter().any(|one| one.starts_with("park ") || one.starts_with("pak ")),
        "{latin:?}"
    );
    let is_hangul =
        |text: &str| hangul.iter().any(|one| one.script == Script::Hangul && one.text == text);
    assert!(is_hangul("박 근혜"), "{hangul:?}");
}

#[test]
fn a_spelling_shares_a_key_with_its_name() {
    for (native, latin) in [
        ("박근혜", "Park Geun-hye"),
        ("陈佳洛", "Chan Ka-lok"),
        ("สมชาย", "Somchai"),
        ("ហ៊ុន សែន", "Hun Sen"),
        ("오세훈", "Oh Se-hoon"),
    ] {
        let (a, b) = (keys(&prepared(native)), keys(&prepared(latin)));

        assert!(a.iter().any(|key| b.contains(key)), "{native} {latin}");
    }
}

/// Parts of names of many scripts and peoples; those of one list sound like none of the other.
const DULL: [&str; 14] = [
    "Bakumba",
    "Pagoma",
    "Kim",
    "Park",
    "Boquique",
    "Group",
    "Gambia",
    "박",
    "김",
    "พักกอม",
    "គឹមបូ",
    "ປາກມະ",
    "ကိုဘို",
    "Кабумба",
];
const SHARP: [&str; 14] = [
    "Sirelund",
    "Destrier",
    "Seol",
    "Zhenliu",
    "Services",
    "Electronics",
    "Tunisia",
    "설",
    "석진",
    "สิเรนทร์",
    "សេរីនិត",
    "ລິດສະໄຫຼ",
    "သီရိဇော်",
    "Резинде",
];
const KINDS: [Kind; 3] = [Kind::Person, Kind::Organisation, Kind::Place];

/// One or two different parts of a list.
fn some_of(parts: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::sample::subsequence(parts, 1..=2).prop_map(|parts| parts.join(" "))
}

fn of_kinds(a: &str, b: &str, [one, other]: [Kind; 2]) -> (&'static str, f32) {
    let (a, b) = (Prepared::new(a, &Hints { kind: one }), Prepared::new(b, &Hints { kind: other }));
    (features(&a, &b).0, compare(&a, &b).probability)
}

fn any_kinds() -> impl Strategy<Value = [Kind; 2]> {
    [prop::sample::select(&KINDS[..]), prop::sample::select(&KINDS[..])]
}

#[test]
fn companies_with_nothing_in_common_are_others() {
    for (a, b) in [
        ("Jang Su-young", "Demonstration Services No. 33"),
        ("Samsung Electronics", "Hyundai Motor"),
        ("Prince Group", "Golden Dragon"),
        ("김민수", "Demonstration Services No. 33"),
        ("Sok Dara", "Golden Dragon Casino Resort Co., Ltd."),
    ] {
        let score = organisations(a, b).probability;

        assert!(score < STRANGERS_BELOW, "{a} {b} {score}");
    }
}

#[test]
fn two_syllables_and_two_others_are_no_spellings_of_one_name() {
    let (_, score) = of_kinds("박 김", "석진", [Kind::Person, Kind::Organisation]);

    assert!(score < STRANGERS_BELOW, "{score}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn names_with_nothing_in_common_are_others(a in some_of(&DULL), b in some_of(&SHARP), kinds in any_kinds()) {
        let (_, score) = of_kinds(&a, &b, kinds);

        prop_assert!(score < STRANGERS_BELOW, "{} {}", score, a);
    }

    #[test]
    fn a_part_that_the_other_lacks_never_raises_the_score(
        shared in some_of(&DULL), more in prop::sample::select(&SHARP[..]),
        other in prop::option::of(prop::sample::select(&DULL[..])), kinds in any_kinds(),
    ) {
        let name = other.map_or_else(|| shared.clone(), |other| format!("{shared} {other}"));
        let (class, before) = of_kinds(&name, &shared, kinds);
        let (class_after, after) = of_kinds(&format!("{name} {more}"), &shared, kinds);

        // What is no longer a name of Koreans or Chinese is weighed as what it then is.
        prop_assume!(class == class_after);
        prop_assert!(after <= before, "{} {}: {} {}", name, more, before, after);
    }
}

/// No names that share nothing are listed as hits.
const STRANGERS_BELOW: f32 = 0.1;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_order_of_the_names_does_not_matter(a in "[a-e가-깋ก-ฮက-အ一-丏 ,-]{0,24}", b in ".{0,24}") {
        let (there, back) = (compared(&a, &b), compared(&b, &a));

        prop_assert_eq!(there.probability.to_bits(), back.probability.to_bits());
        prop_assert_eq!(there.state, back.state);
        let mirrored: Vec<_> = back.explanation().iter().map(|s| (s.rule, s.second, s.first, s.weight)).collect();
        let told: Vec<_> = there.explanation().iter().map(|s| (s.rule, s.first, s.second, s.weight)).collect();
        prop_assert_eq!(told, mirrored);
    }

    #[test]
    fn the_order_of_latin_names_does_not_matter(a in "([A-F][a-u]{1,6}[ -]){1,4}", b in "([A-F][a-u]{1,6}[ -]){1,4}") {
        let (there, back) = (compared(&a, &b), compared(&b, &a));

        prop_assert_eq!(there.probability.to_bits(), back.probability.to_bits());
    }

    #[test]
    fn equal_names_share_a_key_whatever_their_case_and_hyphens(a in "([A-Z][a-z]{1,7}[ -]){1,4}") {
        let other = a.to_uppercase().replace('-', " ");

        prop_assert!(!keys(&prepared(&a)).is_empty());
        prop_assert_eq!(keys(&prepared(&a)), keys(&prepared(&other)));
    }

    #[test]
    fn any_text_gets_an_answer(text in ".{0,80}", times in 1_usize..150) {
        let long = text.repeat(times);

        let score = compared(&long, &text).probability;

        prop_assert!((0.0..=1.0).contains(&score));
        prop_assert!(keys(&prepared(&long)).len() < 500);
    }
}
