//! What the engine promises about any two names.

use liaison_names::{Comparison, Hints, Prepared, compare, keys, latin_spellings};
use proptest::prelude::*;

fn prepared(name: &str) -> Prepared {
    Prepared::new(name, &Hints::default())
}

fn compared(a: &str, b: &str) -> Comparison {
    compare(&prepared(a), &prepared(b))
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
fn a_family_name_alone_cannot_decide() {
    assert_eq!(compared("김", "Kim").state, liaison_names::State::CannotDecide);
}

#[test]
fn a_hangul_name_shares_a_key_with_its_spelling() {
    let (a, b) = (keys(&prepared("박근혜")), keys(&prepared("Park Geun-hye")));

    assert!(a.iter().any(|key| b.contains(key)), "{a:?} {b:?}");
    assert!(!latin_spellings(&prepared("박근혜")).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_order_of_the_names_does_not_matter(a in "[a-e가-깋ก-ฮក-អ一-丏 ,-]{0,24}", b in ".{0,24}") {
        let (there, back) = (compared(&a, &b), compared(&b, &a));

        prop_assert_eq!(there.probability.to_bits(), back.probability.to_bits());
        prop_assert_eq!(there.state, back.state);
    }

    #[test]
    fn any_text_gets_an_answer(text in ".{0,80}", times in 1_usize..150) {
        let long = text.repeat(times);

        let score = compared(&long, &text).probability;

        prop_assert!((0.0..=1.0).contains(&score));
        prop_assert!(keys(&prepared(&long)).len() < 500);
    }
}
