//! Adverts, as the workbench and programs send and read them.

use liaison_model::Role;
use liaison_policy::TokenScope;
use serde_json::{Value, json};

use crate::served::Served;

const BAIT: &str =
    "해외 상담원 모집. 경력 필요 없음, 월 12,000,000원, 항공권과 숙소 제공. 텔레그램 @demo_1";

fn sent(pays: &[&str]) -> Value {
    let advert = |(at, pay): (usize, &&str)| {
        json!({
            "text": BAIT.replace("12,000,000", pay), "platform": "demo-board",
            "url": format!("https://adverts.invalid/{at}"),
        })
    };
    json!({ "adverts": pays.iter().enumerate().map(advert).collect::<Vec<_>>() })
}

#[test]
fn a_program_sends_adverts_and_an_officer_reads_why_and_marks_one() {
    let served = Served::new();
    let token = served.token("crawler", &[Role::Analyst], &[TokenScope::Import]);
    let headers = [
        ("authorization".to_owned(), format!("Bearer {token}")),
        ("x-liaison".to_owned(), "1".to_owned()),
        ("content-type".to_owned(), "application/json".to_owned()),
    ];
    let body = sent(&["12,000,000", "9,500,000"]).to_string();

    let taken = served.send("POST", "/api/adverts", &headers, &body).json();
    let list = served.json("/adverts.json");

    assert_eq!((&taken["new"], &taken["known"]), (&json!(2), &json!(0)));
    assert_eq!(served.send("POST", "/api/adverts", &headers, &body).json()["known"], 2);
    assert_eq!((&list["total"], &list["adverts"]), (&json!(1), &json!(2)));
    let row = &list["rows"][0];
    assert_eq!((&row["band"], &row["cluster_size"]), (&json!("many-signs"), &json!(2)));
    let id = row["id"].as_str().unwrap();
    let advert = served.json(&format!("/adverts/{id}.json"));
    let weights = advert["reasons"].as_array().unwrap().iter();
    let sum: f64 = weights.map(|reason| reason["weight"].as_f64().unwrap()).sum();
    let all = advert["start"].as_f64().unwrap() + sum;
    assert!((all - advert["log_odds"].as_f64().unwrap()).abs() < 1e-9);
    let path = format!("/api/adverts/{id}/words");
    assert_eq!(served.post(&path, &json!({ "word": "marked" })).status, 200);
    let batch = served.post("/api/advert-batches", &json!({ "platform": "demo-board" })).json();
    assert_eq!(batch["asked"], 1);
    assert!(batch["text"].as_str().unwrap().contains("remove"));
    assert_eq!(served.json("/adverts.json?standing=asked")["adverts"], 1);
}

#[test]
fn a_word_that_does_not_follow_and_a_text_without_words_are_told() {
    let served = Served::new();
    let taken = served.post("/api/adverts", &sent(&["12,000,000"])).json();
    let id = taken["taken"][0]["id"].as_str().unwrap();
    let path = format!("/api/adverts/{id}/words");

    for (body, of) in [
        (json!({ "word": "removed" }), &*path),
        (json!({ "word": "guilty" }), &*path),
        (json!({ "adverts": [{ "text": "…" }] }), "/api/adverts"),
        (json!({ "adverts": [] }), "/api/adverts"),
        (json!({ "csv": "a,b\n1,2\n" }), "/api/advert-outcomes"),
        (json!({ "platform": "nobody" }), "/api/advert-batches"),
    ] {
        let answer = served.post(of, &body);
        assert!((400..500).contains(&answer.status), "{of} {body}: {}", answer.status);
    }
    assert_eq!(served.get("/adverts.json?band=guilty").status, 400);
    assert_eq!(served.get("/adverts/nobody.json").status, 404);
}
