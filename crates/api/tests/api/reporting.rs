//! Reports on people missing or held, as the workbench and programs send and read them.

use liaison_model::{MASK, Role};
use liaison_policy::TokenScope;
use serde_json::{Value, json};

use crate::served::Served;

fn family() -> Value {
    json!({
        "fields": {
            "person.name": ["강서윤", "Kang Seo-yun"],
            "phone": ["010-0012-3456"],
            "lastContactAt": ["2025-08"],
            "placeText": ["near Poipet"],
            "danger": ["high"],
        },
        "source": "family, by phone",
    })
}

fn take(served: &Served) -> Value {
    let answer = served.post("/api/reports", &family());
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()
}

#[test]
fn a_report_is_taken_listed_by_number_and_its_person_stays_covered() {
    let served = Served::new();

    let taken = take(&served);
    let number = taken["number"].as_str().unwrap();
    let list = served.json("/reports.json?view=danger");
    let report = served.json(&format!("/reports/{number}.json"));

    assert!(number.starts_with("R-") && number.ends_with("-0001"), "{number}");
    assert_eq!(list["total"], 1);
    assert_eq!(list["rows"][0]["number"], number);
    assert_eq!(list["rows"][0]["stage"], "reported");
    assert_eq!(list["rows"][0]["last_heard"], "2025-08");
    assert_eq!(list["overview"]["reports"], 1);
    assert_eq!(report["steps"][0]["officer"], "analyst");
    let person = report["person"].as_str().unwrap();
    let record = served.json(&format!("/records/{person}.json"));
    assert_eq!(record["row"]["caption"]["text"], MASK);
    for told in [list.to_string(), report.to_string(), record.to_string()] {
        assert!(!told.contains("강서윤") && !told.contains("3456"), "{told}");
    }
    assert!(!served.log.lock().unwrap().iter().any(|line| line.contains("강서윤")));
}

#[test]
fn a_stage_out_of_order_is_asked_for_a_reason_and_kept_with_it() {
    let served = Served::new();
    let number = take(&served)["number"].as_str().unwrap().to_owned();
    let path = format!("/api/reports/{number}/stages");

    let asked = served.post(&path, &json!({ "stage": "repatriated" }));
    let kept = served.post(&path, &json!({ "stage": "repatriated", "reason": "came alone" }));

    assert_eq!((asked.status, asked.json()["code"].clone()), (409, json!("needs-reason")));
    assert_eq!(kept.status, 200, "{}", kept.text);
    let report = served.json(&format!("/reports/{number}.json"));
    assert_eq!(report["row"]["is_settled"], true);
    assert_eq!(report["steps"][1]["reason"], "came alone");
    let entry = kept.json()["id"].as_str().unwrap().to_owned();
    let back = format!("/api/report-entries/{entry}/withdraw");
    assert_eq!(served.post(&back, &json!({ "reason": " " })).status, 400);
    assert_eq!(served.post(&back, &json!({ "reason": "mistaken" })).status, 200);
    assert_eq!(served.post(&back, &json!({ "reason": "mistaken" })).status, 404);
    assert_eq!(served.json(&format!("/reports/{number}.json"))["row"]["stage"], "reported");
}

#[test]
fn what_is_wrong_with_a_report_is_told_and_nothing_is_kept() {
    let served = Served::new();
    let send = |fields: Value| {
        let answer = served.post("/api/reports", &json!({ "fields": fields }));
        (answer.status, answer.json()["code"].clone())
    };

    for fields in [
        json!({}),
        json!({ "danger": ["high"] }),
        json!({ "person.name": ["A B"], "danger": ["huge"] }),
        json!({ "person.name": ["A B"], "nothing": ["x"] }),
        json!({ "person.name": ["A B"], "lastContactAt": ["2999-01-01"] }),
        json!({ "person.name": ["A B"], "phone": ["see file"] }),
    ] {
        assert_eq!(send(fields.clone()), (400, json!("bad-report")), "{fields}");
    }
    let handling = json!({ "fields": { "person.name": ["A B"] }, "handling": "SECRET" });
    assert_eq!(served.post("/api/reports", &handling).status, 400);
    assert_eq!(served.json("/reports.json")["overview"]["reports"], 0);
}

#[test]
fn a_list_refuses_what_it_does_not_know() {
    let served = Served::new();

    for query in ["view=all", "stage=home", "age=9", "month=2025-13", "day=today", "name=Kang"] {
        assert_eq!(served.get(&format!("/reports.json?{query}")).status, 400, "{query}");
    }
    assert_eq!(served.get("/reports/R-2025-0001.json").status, 404);
}

#[test]
fn victim_support_takes_reports_and_an_auditor_only_reads_them() {
    let served = Served::new();
    let send = |cookie: &str, path: &str, body: &Value| {
        served.send("POST", path, &served.page(cookie), &body.to_string()).status
    };
    let support = served.cookie_of("support", &[Role::VictimSupport]);
    let auditor = served.cookie_of("auditor", &[Role::Auditor]);

    assert_eq!(send(&support, "/api/reports", &family()), 200);
    assert_eq!(send(&auditor, "/api/reports", &family()), 403);
    assert_eq!(served.get_by("/reports.json", &[("cookie", &auditor)]).status, 200);
}

#[test]
fn a_program_takes_reports_with_a_token_for_imports() {
    let served = Served::new();
    let token = served.token("intake", &[Role::ConsularOfficer], &[TokenScope::Import]);
    let bearer = format!("Bearer {token}");
    let headers = [
        ("authorization".to_owned(), bearer),
        ("x-liaison".to_owned(), "1".to_owned()),
        ("content-type".to_owned(), "application/json".to_owned()),
    ];

    let answer = served.send("POST", "/api/reports", &headers, &family().to_string());

    assert_eq!(answer.status, 200, "{}", answer.text);
}

#[test]
fn inbox_shows_what_is_late_in_danger_or_in_dispute() {
    let served = Served::new();
    assert_eq!(served.json("/inbox.json")["late"]["total"], 0);
    take(&served);

    let inbox = served.json("/inbox.json?day=2999-01-01");

    assert_eq!(inbox["late"]["total"], 1);
    assert_eq!(inbox["danger"]["total"], 1);
    assert_eq!(inbox["late"]["rows"][0]["due"]["act"], "verify");
    assert_eq!(inbox["disagreed"]["total"], 0);
}

fn embassy(judged: Value) -> Value {
    json!({
        "fields": { "person.name": ["Gang Seoyun"], "phone": ["+82 10 0012 3456"] },
        "source": "sister, at the embassy",
        "judged": judged,
    })
}

#[test]
fn a_report_that_may_be_known_is_proposed_judged_and_shown_with_its_sources() {
    let served = Served::new();
    let first = take(&served)["number"].as_str().unwrap().to_owned();

    let alike = served.post("/api/reports/similar", &embassy(json!([])));
    let asked = json!({
        "fields": { "person.name": ["강서윤"], "phone": ["010-0012-3456"] },
        "unless_known": true,
    });
    let refused = served.post("/api/reports", &asked);
    let same = json!([{ "report": first, "verdict": "same", "reason": "one phone" }]);
    let kept = served.post("/api/reports", &embassy(same)).json();

    assert_eq!(alike.status, 200, "{}", alike.text);
    assert_eq!(alike.json()[0]["row"]["number"], first);
    let reasons = alike.json()[0]["reasons"].as_array().unwrap().clone();
    assert!(reasons.iter().all(|one| one["left"].is_null()), "{reasons:?}");
    assert!(reasons.iter().any(|one| one["right"]["value"]["text"] == MASK), "{reasons:?}");
    assert_eq!((refused.status, refused.json()["code"].clone()), (409, json!("maybe-known")));
    assert_eq!(kept["one_with"], first);
    let list = served.json("/reports.json");
    assert_eq!(list["overview"]["reports"], 1);
    let second = kept["number"].as_str().unwrap();
    let report = served.json(&format!("/reports/{second}.json"));
    assert_eq!(report["row"]["number"], first);
    assert_eq!(report["sources"].as_array().unwrap().len(), 2);
    let judged = report["judgements"][0]["id"].as_str().unwrap();
    let back = format!("/api/report-entries/{judged}/withdraw");
    assert_eq!(served.post(&back, &json!({ "reason": "two sisters" })).status, 200);
    assert_eq!(served.json("/reports.json")["overview"]["reports"], 2);
    for told in [alike.text, report.to_string(), refused.text] {
        assert!(!told.contains("Seoyun") && !told.contains("3456"), "{told}");
    }
}

#[test]
fn two_reports_that_are_there_are_judged_and_what_is_wrong_is_refused() {
    let served = Served::new();
    let first = take(&served)["number"].as_str().unwrap().to_owned();
    let second = take(&served)["number"].as_str().unwrap().to_owned();
    let path = format!("/api/reports/{first}/judgements");
    let send = |body: Value| served.post(&path, &body).status;

    let similar = served.json(&format!("/reports/{first}/similar.json"));
    assert_eq!(similar[0]["row"]["number"], second);
    assert_eq!(send(json!({ "other": second, "verdict": "same", "reason": " " })), 400);
    assert_eq!(send(json!({ "other": second, "verdict": "one", "reason": "x" })), 400);
    assert_eq!(send(json!({ "other": "R-1999-1", "verdict": "same", "reason": "x" })), 404);
    assert_eq!(send(json!({ "other": first, "verdict": "same", "reason": "x" })), 409);
    assert_eq!(send(json!({ "other": second, "verdict": "unsure", "reason": "one phone" })), 200);
    assert_eq!(served.json("/reports.json?view=maybe-twice")["total"], 2);
}

#[test]
fn an_e_mail_is_read_into_fields_and_nothing_is_kept() {
    let served = Served::new();
    let letter = "From: mother@example.org\nDate: Wed, 20 Aug 2025 09:30:00 +0900\nSubject: help\n\n\
                  이름: 강서윤\n전화: 010-0012-3456\ncall +855 12 000 001\n";
    let pasted = served.post("/api/reports/from-mail", &json!({ "text": letter }));
    let file = json!({ "file": "TmFtZTogS2FuZyBTZW8teXVu" });

    assert_eq!(pasted.status, 200, "{}", pasted.text);
    let told = pasted.json();
    assert_eq!(told["fields"]["person.name"], json!(["강서윤"]));
    assert_eq!(told["fields"]["reportedAt"], json!(["2025-08-20"]));
    assert_eq!(told["left_over"], json!(["+85512000001"]));
    let taken = json!({ "fields": told["fields"], "source": told["source"] });
    assert_eq!(served.post("/api/reports", &taken).status, 200);
    let read = served.post("/api/reports/from-mail", &file).json();
    assert_eq!(read["fields"]["person.name"], json!(["Kang Seo-yun"]));
    for wrong in [json!({}), json!({ "file": "?" }), json!({ "text": " " })] {
        assert_eq!(served.post("/api/reports/from-mail", &wrong).status, 400, "{wrong}");
    }
    assert!(!served.log.lock().unwrap().iter().any(|line| line.contains("강서윤")));
}
