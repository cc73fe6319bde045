//! Life cycles of places, for any words in any order.

use jiff::civil::Date;
use liaison_casework::{
    COMPOUND_LINKS, CompoundStatus, NewWord, State, Word, check_word, each_last, is_disputed,
    latest,
};
use liaison_model::Instant;
use liaison_model::values::PartialDate;
use proptest::prelude::*;

const TODAY: Date = Date::constant(2026, 1, 31);

fn word(state: CompoundStatus, day: u8, authority: u8, at: i64) -> Word<CompoundStatus> {
    Word {
        id: format!("w-{at}"),
        state,
        date: PartialDate::read(&format!("2025-10-{day:02}"), None).ok(),
        authority: format!("agency-{authority}"),
        source: "a paper".to_owned(),
        officer: String::new(),
        reason: None,
        entered: Instant::from_micros(at).expect("a moment"),
    }
}

prop_compose! {
    fn any_words()(
        all in prop::collection::vec((0usize..6, 1u8..29, 0u8..3), 1..12)
    ) -> Vec<Word<CompoundStatus>> {
        let made = all.into_iter().enumerate();
        made.map(|(at, (state, day, authority))| {
            word(CompoundStatus::ALL[state], day, authority, at as i64)
        })
        .collect()
    }
}

proptest! {
    #[test]
    fn any_state_is_taken_with_a_reason(
        before in 0usize..6,
        after in 0usize..6,
        day in 2u8..29,
    ) {
        let before = word(CompoundStatus::ALL[before], 1, 0, 1);
        let date = PartialDate::read(&format!("2025-11-{day:02}"), None).unwrap();
        let new = NewWord { state: CompoundStatus::ALL[after], date: &date, reason: "for a reason" };

        prop_assert!(check_word(Some(&before), &new, TODAY).is_ok());
    }

    #[test]
    fn no_word_is_dropped_and_no_order_of_reading_changes_what_stands(words in any_words()) {
        let mut turned = words.clone();
        turned.reverse();
        let last: Vec<&str> = each_last(&words).iter().map(|word| &*word.id).collect();
        let of_turned: Vec<&str> = each_last(&turned).iter().map(|word| &*word.id).collect();

        prop_assert_eq!(&last, &of_turned);
        prop_assert_eq!(latest(&words).map(|word| &word.id), latest(&turned).map(|word| &word.id));
        prop_assert_eq!(latest(&words).map(|word| &*word.id), last.first().copied());
        for word in &words {
            prop_assert!(each_last(&words).iter().any(|last| last.authority == word.authority));
        }
        let states: Vec<CompoundStatus> =
            each_last(&words).iter().map(|word| word.state).collect();
        prop_assert_eq!(is_disputed(&words), states.iter().any(|state| *state != states[0]));
    }
}

/// Every state has one row of moves, and each but the last is left without a reason.
fn check_table<S: State>() {
    let rows: Vec<S> = S::MOVES.iter().map(|(from, _)| *from).collect();
    assert_eq!(rows, S::ALL);
    for state in S::ALL {
        assert_eq!(S::read(state.code()), Some(*state));
        assert!(!state.leads_to(*state), "{state:?}");
    }
}

#[test]
fn every_state_has_one_row_and_one_code() {
    check_table::<CompoundStatus>();
}

#[test]
fn every_code_has_words() {
    let english = include_str!("../../../messages/en.ftl");
    let has = |kind: &str, code: &str| {
        let key = format!("care-{kind}-{code} = ");
        assert!(english.lines().any(|line| line.starts_with(&key)), "{key}");
    };
    CompoundStatus::ALL.iter().for_each(|state| has("compound", state.code()));
    COMPOUND_LINKS.iter().for_each(|kind| has("tie", kind));
}
