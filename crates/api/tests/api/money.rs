//! Money over HTTP: loaded, asked, kept, and nobody else's.

use liaison_model::Role;
use serde_json::{Value, json};

use crate::served::Served;

/// Invented accounts.
const TRANSFERS: &str = "date,from,to,amount,currency,reference\n\
    2026-03-01T02:00:00Z,shop,mule,60.00,THB,R1\n\
    2026-03-01T02:01:00Z,victim,mule,100.00,THB,R2\n\
    2026-03-01T02:03:00Z,mule,exchange,80.01,THB,R4\n\
    2026-03-01T02:04:00Z,exchange,out,1e5,THB,R5\n";

fn question() -> Value {
    json!({ "purpose": "criminal-investigation", "from": ["victim"], "rule": "fifo" })
}

fn finished(served: &Served, job: &Value) -> Value {
    served.finished(&format!("/money/{}.json", job["id"].as_str().unwrap()))
}

fn loaded() -> Served {
    let served = Served::new();
    let sent = served.upload_to("/api/money/tables", "bank.csv", TRANSFERS);
    assert_eq!(sent.status, 200, "{}", sent.text);
    let load = finished(&served, &sent.json());
    assert_eq!((&load["loaded"]["rows"], &load["loaded"]["problems"]), (&json!(3), &json!(1)));
    assert!(load["loaded"]["first_problems"][0]["reason"].is_string(), "{load}");
    served
}

#[test]
fn a_question_has_a_purpose_and_its_answer_is_for_whoever_asked() {
    let served = loaded();
    let nothing = json!({ "purpose": "", "from": ["victim"] });
    assert_eq!(served.post("/api/money/questions", &nothing).status, 400);
    let wrong = json!({ "purpose": "criminal-investigation", "from": ["nobody"] });
    let failed = finished(&served, &served.post("/api/money/questions", &wrong).json());
    assert_eq!((&failed["state"], failed["failure"].is_string()), (&json!("failed"), true));

    let asked = served.post("/api/money/questions", &question());
    let job = finished(&served, &asked.json());

    let answer = &job["answer"];
    assert_eq!(answer["totals"][0]["sent"], "100.00", "{job}");
    assert_eq!(answer["totals"][0]["held"], "100.00");
    assert_eq!(answer["rows_all"], 2);
    let id = job["id"].as_str().unwrap();
    let rows = served.get(&format!("/api/money/jobs/{id}/rows.csv"));
    assert!(rows.text.contains("mule,exchange,80.01,THB,20.01,R4,bank.csv,"), "{}", rows.text);
    let other = served.cookie_of("other", &[Role::Analyst]);
    let path = format!("/money/{id}.json");
    assert_eq!(served.get_by(&path, &[("cookie", &other)]).status, 404);
    let auditor = served.cookie_of("auditor", &[Role::Auditor]);
    let looks = served.get_by("/looks.json", &[("cookie", &auditor)]).json();
    assert_eq!(looks["results"][0]["route"], "POST /api/money/questions");
    assert!(!looks.to_string().contains("victim\""), "no account stands in a look");
}

#[test]
fn a_trace_is_kept_in_a_case_opened_again_and_taken_back() {
    let served = loaded();
    let new = json!({ "template": "rescue", "title": "a payment", "language": "en" });
    let case = served.post("/api/cases", &new).json()["case"].as_str().unwrap().to_owned();
    let job = finished(&served, &served.post("/api/money/questions", &question()).json());
    let id = job["id"].as_str().unwrap();

    let keep = json!({ "case": case, "title": "the first payment" });
    let kept = served.post(&format!("/api/money/jobs/{id}/keep"), &keep);
    assert_eq!(kept.status, 200, "{}", kept.text);

    let screen = served.json("/money.json");
    let trace = &screen["traces"][0];
    assert_eq!((&trace["case"], &trace["rule"]), (&json!(case), &json!("fifo")));
    let at = format!("/api/money/traces/{}", trace["id"].as_str().unwrap());
    let purpose = json!({ "purpose": "criminal-investigation" });
    let again = finished(&served, &served.post(&format!("{at}/reopen"), &purpose).json());
    assert_eq!((&again["is_same"], &again["kept"]["case"]), (&json!(true), &json!(case)));
    let other = served.cookie_of("other", &[Role::Analyst]);
    let hidden = served.get_by("/money.json", &[("cookie", &other)]).json();
    assert_eq!(hidden["traces"], json!([]));

    let reason = json!({ "reason": "of the wrong case" });
    assert_eq!(served.post(&format!("{at}/withdraw"), &reason).status, 200);
    assert_eq!(served.json("/money.json")["traces"], json!([]));
    let table = screen["tables"][0]["id"].as_str().unwrap();
    let unload = format!("/api/money/tables/{table}/withdraw");
    let by_other = served.send("POST", &unload, &served.page(&other), &reason.to_string());
    assert_eq!(by_other.status, 404);
    assert_eq!(served.post(&unload, &reason).status, 200);
    assert_eq!(served.post("/api/money/questions", &question()).status, 409);
}
