//! How many people are on none of the lists, asked over HTTP.

use liaison_model::Role;
use liaison_node::import::{ImportRequest, Input};
use serde_json::json;

use crate::served::Served;

const LISTS: &str = "police,embassy,ngo,count\n1,0,0,214\n0,1,0,186\n0,0,1,97\n1,1,0,52\n\
                     1,0,1,23\n0,1,1,31\n1,1,1,14\n";
const TWO: &str = "police,embassy,count\n1,0,120\n0,1,80\n1,1,3\n";

#[test]
fn a_table_is_answered_by_a_range_with_its_cells_models_and_assumptions() {
    let served = Served::new();

    let answer = served.post("/api/estimate", &json!({"table": LISTS, "replicates": 50}));

    assert_eq!(answer.status, 200, "{}", answer.text);
    let found = answer.json();
    assert_eq!(found["lists"], json!(["police", "embassy", "ngo"]));
    assert_eq!(found["cells"][6], json!({"lists": ["police", "embassy", "ngo"], "people": 14}));
    let only = &found["answers"][0];
    assert_eq!(only["method"], "bic");
    assert_eq!(only["observed"], 617);
    let (low, high) = (only["headline"][0].as_f64().unwrap(), only["headline"][1].as_f64());
    assert!(617.0 <= low && low < high.unwrap(), "{only}");
    assert!(only["says"]["headline"].as_str().unwrap().starts_with("Between"), "{only}");
    assert!(!only["spans"].as_array().unwrap().is_empty(), "{only}");
    assert!(found["assumes"].as_str().unwrap().contains("Whitehead"), "{found}");
}

#[test]
fn every_method_answers_when_all_are_wanted_and_the_same_seed_says_the_same() {
    let served = Served::new();
    let wanted = json!({"table": LISTS, "method": "all", "replicates": 50, "seed": 7});

    let answer = served.post("/api/estimate", &wanted);

    let found = answer.json();
    let methods: Vec<&str> = found["answers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|answer| answer["method"].as_str().unwrap())
        .collect();
    assert_eq!(methods, ["bic", "stepwise", "main", "dga"]);
    assert_eq!(found, served.post("/api/estimate", &wanted).json());
}

#[test]
fn two_lists_that_share_three_people_are_refused_with_the_reason_in_the_readers_language() {
    let served = Served::new();
    let body = json!({"table": TWO}).to_string();
    let mut headers = served.page(&served.cookie);
    headers.push(("accept-language".to_owned(), "ko".to_owned()));

    let found = served.send("POST", "/api/estimate", &headers, &body).json();

    let says = &found["answers"][0]["says"];
    assert_eq!(says["refused"]["code"], "too-few-shared");
    assert!(says["refused"]["reason"].as_str().unwrap().contains("7명"), "{says}");
    assert_eq!(found["answers"][0]["estimate"], json!(null));
    assert_eq!(says["headline"], json!(null));
}

#[test]
fn a_table_that_is_none_is_told_with_its_row_and_what_a_table_is() {
    let served = Served::new();
    let ask = |body: serde_json::Value| served.post("/api/estimate", &body);

    let answer = ask(json!({"table": "a,b,count\n1,2,5\n"}));

    assert_eq!(answer.status, 400);
    let problem = answer.json();
    assert_eq!(problem["code"], "bad-table");
    assert!(problem["detail"].as_str().unwrap().contains("Row 2, column 2"), "{problem}");
    assert!(problem["hint"].as_str().unwrap().contains("count"), "{problem}");
    for (wrong, code) in [
        (json!({"table": LISTS, "replicates": 1001}), "bad-parameter"),
        (json!({"table": LISTS, "model": "[19]"}), "bad-parameter"),
        (json!({"table": LISTS, "method": "guess"}), "bad-body"),
        (json!({"table": LISTS, "people": ["somebody"]}), "bad-body"),
    ] {
        let answer = ask(wrong);
        assert_eq!((answer.status, answer.json()["code"].as_str().unwrap()), (400, code));
    }
}

#[test]
fn an_estimate_leaves_nothing_in_the_journal_and_none_is_made_for_an_administrator() {
    let served = Served::new();
    let before = served.node.positions().unwrap();
    let cookie = served.cookie_of("keeper", &[Role::Administrator]);

    served.post("/api/estimate", &json!({"table": LISTS, "replicates": 0}));
    let body = json!({"table": LISTS}).to_string();
    let refused = served.send("POST", "/api/estimate", &served.page(&cookie), &body);

    assert_eq!(refused.status, 403);
    assert_eq!(format!("{before:?}"), format!("{:?}", served.node.positions().unwrap()));
}

#[test]
fn the_nodes_own_lists_make_a_table_in_which_nobody_is_named() {
    let served = Served::new();
    let line = |list: &str, at: u32| {
        format!(
            r#"{{"id":"{list}-{at}","schema":"Person","properties":{{"name":["Demo Person {at}"],"passportNumber":["M{:08}"]}}}}"#,
            at * 7919
        )
    };
    for (list, range) in [("police", 0..30), ("embassy", 15..40), ("shelter", 10..25)] {
        let lines: Vec<String> = range.map(|at| line(list, at)).collect();
        let bytes = lines.join("\n");
        let mut request = ImportRequest::new(Input::from_bytes("list.ftm.json", &bytes), "test");
        request.dataset = Some(list.to_owned());
        served.node.import(request, &|_| {}).unwrap();
    }

    let lists = served.get("/api/estimate/lists?by=dataset").json();
    let from_node = json!({"by": "dataset", "lists": ["police", "embassy"], "likely": 0.5});
    let found = served.post("/api/estimate", &json!({"from_node": from_node, "replicates": 0}));

    let keys: Vec<_> = lists["lists"].as_array().unwrap().iter().map(|list| &list["key"]).collect();
    assert_eq!(keys, ["police", "embassy", "shelter"]);
    assert_eq!(found.status, 200, "{}", found.text);
    let found = found.json();
    assert_eq!(found["lists"], json!(["embassy", "police"]));
    assert_eq!(found["from_node"]["records"], 55);
    assert!(!found.to_string().contains("Demo Person"), "{found}");
    for (wrong, status) in [
        (json!({"by": "dataset", "lists": []}), 400),
        (json!({"by": "dataset", "lists": ["police", "navy"]}), 409),
        (json!({"by": "dataset", "lists": ["police", "embassy"], "likely": 0.2}), 400),
    ] {
        assert_eq!(served.post("/api/estimate", &json!({"from_node": wrong})).status, status);
    }
}
