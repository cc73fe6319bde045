//! Who directs and who profits, over HTTP.

use liaison_model::MASK;

use crate::served::{Served, encoded};

const REGION: &[u8] = br#"
{"id":"boss","schema":"Person","properties":{"name":["Fictional Boss"]}}
{"id":"mule","schema":"Person","properties":{"name":["Fictional Mule"]}}
{"id":"firm","schema":"Company","properties":{"name":["Example Park Operations"]}}
{"id":"own","schema":"Ownership","properties":{"owner":["boss"],"asset":["firm"]}}
{"id":"also","schema":"Directorship","properties":{"director":["mule"],"organization":["firm"]}}
{"id":"report","schema":"Report","properties":{"person":["mule"],"heldBy":["firm"]}}
"#;

#[test]
fn a_rank_names_its_statements_and_nobody_and_whom_a_report_is_about_has_none() {
    let served = Served::new();
    served.import("region.ftm.json", REGION);

    let answer = served.get("/links.json").json();

    let ranked = answer["ranked"].as_array().unwrap();
    assert_eq!(ranked.len(), 1, "{answer}");
    assert_eq!(ranked[0]["id"], "kr.npa:boss");
    assert_eq!(ranked[0]["caption"]["text"], MASK);
    let sum: f64 = ranked[0]["reasons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| r["weight"].as_f64().unwrap())
        .sum();
    assert!((sum - ranked[0]["bits"].as_f64().unwrap()).abs() < 1e-6, "{answer}");
    assert!(!ranked[0]["reasons"][0]["inputs"].as_array().unwrap().is_empty());
    assert_eq!(answer["apart"][0]["id"], "kr.npa:mule");
    assert!(!answer.to_string().contains("Fictional"));
}

#[test]
fn a_chart_shows_what_stands_around_a_record_and_the_ways_between_two() {
    let served = Served::new();
    served.import("region.ftm.json", REGION);
    let (boss, mule) = (encoded("kr.npa:boss"), encoded("kr.npa:mule"));

    let near = served.get(&format!("/links/chart.json?record={boss}")).json();
    let ways = served.get(&format!("/links/chart.json?record={boss}&to={mule}")).json();

    assert_eq!(near["lines"].as_array().unwrap().len(), 1, "{near}");
    assert_eq!(near["lines"][0]["kind"], "ownership");
    assert_eq!(ways["paths"][0]["lines"].as_array().unwrap().len(), 2, "{ways}");
    assert_eq!(served.get("/links/chart.json?record=nobody").status, 404);
}
