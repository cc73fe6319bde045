//! Who may be whom, over HTTP: matching, reconciling, the queue and judgements.

use liaison_model::{MASK, Role};
use liaison_policy::TokenScope;
use serde_json::{Value, json};

use crate::served::{Served, encoded, ids};

const PEOPLE: &[u8] = r#"
{"id":"a","schema":"Person","properties":{"name":["강서윤"],"birthDate":["1991-04-12"],"phone":["+82 10-5550-1177"]}}
{"id":"b","schema":"Person","properties":{"name":["Kang Seo-yun"],"birthDate":["1991-12-04"],"phone":["+82 10-5550-1177"]}}
{"id":"c","schema":"Person","properties":{"name":["สมชาย วงศ์สกุล"]}}
{"id":"firm","schema":"Company","properties":{"name":["Mekong Horizon Co., Ltd."],"country":["kh"]}}
"#
.as_bytes();

fn served() -> Served {
    let served = Served::new();
    served.import("people.ftm.json", PEOPLE);
    served
}

fn asked(name: &str) -> Value {
    json!({ "queries": { "q": { "schema": "Person", "properties": {
        "name": [name], "birthDate": ["1991-04-12"] } } } })
}

#[test]
fn a_latin_name_is_matched_with_hangul_and_a_covered_birth_date_confirms_nothing() {
    let served = served();

    let answer = served.post("/match/all?limit=5&algorithm=best", &asked("Gang Seoyun")).json();

    let results = answer["responses"]["q"]["results"].as_array().unwrap();
    let found: Vec<&str> = results.iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert!(found.contains(&"kr.npa:a") && found.contains(&"kr.npa:b"), "{answer}");
    for one in results {
        assert_eq!(one["caption"], MASK);
        assert!(one["score"].as_f64().unwrap() <= 1.0 && one["match"].is_boolean());
        assert!(one["explanations"]["full_name"]["detail"].is_string(), "{one}");
        assert_eq!(one["explanations"].get("date"), None, "{one}");
    }
    assert_eq!(answer["responses"]["q"]["query"]["schema"], "Person");
    assert_eq!((&answer["responses"]["q"]["status"], &answer["limit"]), (&json!(200), &json!(5)));
}

#[test]
fn a_schema_that_nobody_compares_by_is_told_for_its_question_alone() {
    let served = served();
    let mut wanted = asked("Gang Seoyun");
    wanted["queries"]["other"] = json!({ "schema": "Ownership", "properties": {} });

    let answer = served.post("/match/all", &wanted).json();

    assert_eq!(answer["responses"]["other"]["status"], 400);
    assert_eq!(answer["responses"]["q"]["status"], 200);
    assert_eq!(served.post("/match/nowhere", &asked("Kang")).status, 404);
}

#[test]
fn a_program_matches_with_its_token_alone() {
    let served = served();
    let token = served.token("matcher", &[Role::Analyst], &[TokenScope::Read]);
    let (host, body) = (served.address, asked("Kang Seoyun").to_string());

    let ask = |headers: &str| {
        served.raw(&format!(
            "POST /match/all HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n{headers}\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        ))
    };
    let answer = ask(&format!("authorization: ApiKey {token}\r\n"));
    let anonymous = ask("");
    let without_header = ask(&format!("cookie: {}\r\n", served.cookie));

    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(anonymous.starts_with("HTTP/1.1 401"), "{anonymous}");
    assert!(without_header.starts_with("HTTP/1.1 403"), "{without_header}");
}

#[test]
fn openrefine_learns_what_the_service_is_and_gets_its_batch_answered() {
    let served = served();
    let token = served.token("refine", &[Role::Analyst], &[TokenScope::Read]);
    let queries = json!({
        "q0": { "query": "Mekong Horizon", "type": "Company", "limit": 3 },
        "q1": { "query": "Kang Seoyun", "type": ["Person"], "properties": [
            { "pid": "phone", "v": "+82 10-5550-1177" }] },
    });
    let form = format!("queries={}", encoded(&queries.to_string()));
    let host = served.address;

    let service = served.json("/reconcile/all");
    let answer = served.raw(&format!(
        "POST /reconcile/all HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\
         authorization: Bearer {token}\r\ncontent-type: application/x-www-form-urlencoded\r\n\
         content-length: {}\r\n\r\n{form}",
        form.len()
    ));
    let by_get = served.json(&format!("/reconcile/all?queries={}", encoded(&queries.to_string())));

    assert_eq!(service["versions"], json!(["0.2"]));
    for field in ["name", "identifierSpace", "schemaSpace", "view", "defaultTypes", "suggest"] {
        assert!(!service[field].is_null(), "{field} in {service}");
    }
    let (_, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(body.contains(r#""id":"kr.npa:firm""#), "{answer}");
    assert_eq!(by_get["q0"]["result"][0]["type"][0]["id"], "Company");
    assert_eq!(by_get["q1"]["result"][0]["name"], MASK);
    let types = served.json("/reconcile/all/suggest/type?prefix=comp");
    assert!(types["result"].as_array().unwrap().iter().any(|kind| kind["id"] == "Company"));
    let properties = served.json("/reconcile/all/suggest/property?prefix=pho");
    assert_eq!(properties["result"][0]["id"], "phone");
    let records = served.json("/reconcile/all/suggest/entity?prefix=Mekong");
    assert_eq!(records["result"][0]["id"], "kr.npa:firm");
}

#[test]
fn a_pair_is_judged_leaves_the_queue_and_comes_back_when_that_is_undone() {
    let served = served();
    let queue = served.json("/api/candidates");
    let pair = &queue["candidates"][0];
    let (left, right) = (&pair["left"]["id"], &pair["right"]["id"]);
    let wanted = json!({ "left": left, "right": right, "verdict": "same", "reason": "one phone" });

    let receipt = served.post("/api/judgements", &wanted);
    let after = served.json("/api/candidates");
    let record = served.json("/records/kr.npa:a.json");
    let judgement = record["judgements"][0]["id"].as_str().unwrap();
    let take_back = format!("/api/judgements/{}/withdraw", encoded(judgement));
    let undone = served.post(&take_back, &json!({ "reason": "two people" }));
    let again = served.post(&take_back, &json!({ "reason": "two people" }));

    assert_eq!((left, right), (&json!("kr.npa:a"), &json!("kr.npa:b")));
    assert_eq!(pair["left"]["caption"]["covered"], true);
    let phone = pair["reasons"].as_array().unwrap().iter().find(|one| one["kind"] == "phone");
    assert!(0.0 < phone.unwrap()["weight"].as_f64().unwrap(), "{pair}");
    assert_eq!(after["total"].as_u64().unwrap() + 1, queue["total"].as_u64().unwrap());
    assert_eq!(record["one_with"][0]["id"], "kr.npa:b");
    assert_eq!(record["judgements"][0]["user"], "analyst");
    assert_eq!((receipt.status, undone.status), (200, 200), "{}", undone.text);
    assert_eq!(receipt.json()["id"], judgement);
    assert_eq!(again.status, 404, "{}", again.text);
    assert_eq!(served.json("/api/candidates")["candidates"], queue["candidates"]);
    assert_eq!(served.json("/records/kr.npa:a.json")["one_with"], json!([]));
}

#[test]
fn what_is_similar_to_a_record_is_told_with_its_judgement() {
    let served = served();
    let wanted = json!({
        "left": "kr.npa:a", "right": "kr.npa:b", "verdict": "unsure", "reason": "two dates",
    });
    served.post("/api/judgements", &wanted);

    let similar = served.json("/records/kr.npa:a/similar.json");

    assert_eq!(similar[0]["right"]["id"], "kr.npa:b");
    assert_eq!(similar[0]["judgement"]["verdict"], "unsure");
    let wrong =
        json!({ "left": "kr.npa:a", "right": "kr.npa:a", "verdict": "same", "reason": "x" });
    assert_eq!(served.post("/api/judgements", &wrong).status, 409);
}

#[test]
fn a_latin_spelling_finds_a_record_that_holds_another_script_only() {
    let served = Served::new();
    let public = r#"{"id":"c","schema":"Company","properties":{"name":["สมชาย วงศ์สกุล"]}}
{"id":"place","schema":"Place","properties":{"name":["បាវិត"]}}
"#;
    served.import("open.ftm.json", public.as_bytes());
    served.import("people.ftm.json", PEOPLE);

    let found = served.json(&format!("/search/all?q={}", encoded("Gang Seoyun")));

    let mut found = ids(&found);
    found.sort();
    assert_eq!(found, ["kr.npa:a", "kr.npa:b"]);
    let thai = served.json(&format!("/search/all?q={}", encoded("Somchai Wongsakul")));
    assert_eq!(thai["results"][0]["id"], "kr.npa:c");
    assert_eq!(thai["results"][0]["spelt"], "สมชาย วงศ์สกุล");
}
