//! What holds for any text.

use liaison_search::{SearchError, TextQuery, highlight};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::{Desk, name_of};

/// Letters, marks, digits, joiners and rubbish of the region's scripts and of any other.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zA-Z0-9]{1,8}",
        "[À-ỹ]{1,6}",
        "[ក-៹]{1,8}",
        "[ก-๛]{1,8}",
        "[ກ-ໟ]{1,8}",
        "[က-႟]{1,8}",
        "[가-힣]{1,6}",
        "[ᄀ-ᇿ]{1,6}",
        "[一-龥]{1,6}",
        "[ぁ-ヿ]{1,6}",
        "[0-9]{2,4}[- ./()+]{1,2}[0-9]{2,8}",
        "[ -/:-@’‐\u{200B}\u{FEFF}]{1,3}",
        "\\PC{1,6}",
        ".{1,4}",
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_text_makes_a_query_or_a_highlight_fail(value in text(), query in "\\PC{0,80}|.{0,500}") {
        match TextQuery::parse(&query) {
            Ok(query) => _ = highlight(&value, &query),
            Err(error) => {
                let is_too_long = matches!(error, SearchError::TooLong { .. });
                prop_assert!(is_too_long);
            }
        }
    }

    #[test]
    fn highlights_are_in_order_apart_and_on_cluster_boundaries(value in text(), query in text()) {
        let Ok(query) = TextQuery::parse(&query) else { return Ok(()) };
        let mut bounds: Vec<usize> = value.grapheme_indices(true).map(|(at, _)| at).collect();
        bounds.push(value.len());
        let mut end = None;
        for range in highlight(&value, &query) {
            prop_assert!(range.start < range.end);
            prop_assert!(end < Some(range.start));
            prop_assert!(bounds.contains(&range.start) && bounds.contains(&range.end));
            end = Some(range.end);
        }
    }
}

proptest! {
    // An index per case: fewer of them, each with many texts.
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn any_text_is_found_by_itself_and_by_any_of_its_words(
        texts in prop::collection::vec(text(), 1..30)
    ) {
        let names: Vec<&str> = texts.iter().map(String::as_str).collect();
        let desk = Desk::with_names(&names);
        for (entity, name) in (0..).zip(names) {
            for part in std::iter::once(name).chain(name.split_whitespace()) {
                let Ok(query) = TextQuery::parse(part) else { continue };
                if query.is_empty() {
                    continue;
                }
                let found = desk.find(part);
                prop_assert!(found.entities.contains(entity), "{part:?} of {name:?}");
                prop_assert!(!found.relaxed, "{part:?} of {name:?}");
            }
        }
    }

    #[test]
    fn any_text_is_found_by_any_part_in_a_script_without_spaces(
        texts in prop::collection::vec("[ក-ឳ]{1,12}|[ก-ฮ]{1,12}|[가-힣]{1,8}|[一-龥]{1,8}", 1..20),
        (from, count) in (0..8_usize, 1..6_usize),
    ) {
        let names: Vec<&str> = texts.iter().map(String::as_str).collect();
        let desk = Desk::with_names(&names);
        for (entity, name) in (0..).zip(names) {
            let part: String = name.chars().skip(from).take(count).collect();
            if part.is_empty() {
                continue;
            }
            let found = desk.find(&part);
            prop_assert!(found.entities.contains(entity), "{part:?} of {name:?}");
            prop_assert!(!found.relaxed);
        }
    }

    #[test]
    fn any_search_answers(texts in prop::collection::vec(text(), 1..5), query in ".{0,120}") {
        let names: Vec<&str> = texts.iter().map(String::as_str).collect();
        let desk = Desk::with_names(&names);
        if TextQuery::parse(&query).is_ok() {
            let found = desk.find(&query);
            prop_assert!(found.entities.len() == found.total);
        }
        prop_assert!(desk.index.add(&name_of(99, &query)).is_ok());
    }
}
