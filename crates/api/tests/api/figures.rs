//! Figures side by side.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::served::{Served, encoded};

#[test]
fn all_answers_about_south_koreans_held_in_october_2025_stand_side_by_side() {
    let served = Served::with_situation();

    let words = encoded("south koreans held october 2025");
    let found = served.json(&format!("/figures?q={words}"));

    let questions = found["results"].as_array().unwrap();
    let held = |question: &&Value| {
        let title = question["question"].as_str().unwrap();
        title.starts_with("South Koreans held over scam cases in Cambodia, October 2025")
    };
    let question = questions.iter().find(held).unwrap();
    let values: BTreeSet<&str> =
        answers(question).iter().map(|answer| answer["value"].as_str().unwrap()).collect();
    for value in ["59", "60", "61", "63", "64", "80"] {
        assert!(values.iter().any(|found| found.trim_end_matches('+') == value), "{values:?}");
    }
    for answer in answers(question) {
        assert!(answer["publisher"].is_string(), "{answer}");
    }
}

#[test]
fn figures_in_conflict_show_who_says_which() {
    let served = Served::with_situation();

    let found = served.json("/figures/conflicts?q=golden+triangle");

    insta::assert_json_snapshot!(found);
}

#[test]
fn questions_with_one_answer_are_listed_when_all_are_wanted() {
    let served = Served::with_situation();
    let total = |path: &str| served.json(path)["total"]["value"].as_u64().unwrap();

    assert!(total("/figures/conflicts") <= total("/figures"));
    assert!(total("/figures") < total("/figures?all=true"));
    let page = served.json("/figures?all=true&limit=2&offset=1");
    assert_eq!(page["results"].as_array().unwrap().len(), 2);
    assert_eq!(page["results"][0], served.json("/figures?all=true")["results"][1]);
}

fn answers(question: &Value) -> Vec<&Value> {
    let others = question["same_question_other_measure_or_date"].as_array().unwrap();
    let in_conflict = question["in_conflict"].as_array().unwrap();
    let in_conflict = in_conflict.iter().flat_map(|set| set.as_array().unwrap());
    others.iter().chain(in_conflict).collect()
}
