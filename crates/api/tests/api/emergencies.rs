//! Looks in an emergency: at once and with a reason, and a second person's word within a day.

use liaison_model::Role;
use serde_json::{Value, json};

use crate::served::{Answer, Served};

/// The person of a report on a victim, invented.
fn victim(served: &Served) -> String {
    let told = json!({
        "fields": { "person.name": ["강서윤"] },
        "handling": "about:victim",
        "source": "family, by phone",
    });
    let taken = served.post("/api/reports", &told);
    assert_eq!(taken.status, 200, "{}", taken.text);
    let number = taken.json()["number"].as_str().unwrap().to_owned();
    served.json(&format!("/reports/{number}.json"))["person"].as_str().unwrap().to_owned()
}

fn look(served: &Served, cookie: &str, person: &str, reason: &str) -> Answer {
    let body = json!({ "reason": reason }).to_string();
    served.send("POST", &format!("/api/records/{person}/emergency"), &served.page(cookie), &body)
}

fn review(served: &Served, cookie: &str, look: &Value, verdict: &str, reason: &str) -> Answer {
    let body = json!({ "verdict": verdict, "reason": reason }).to_string();
    served.send("POST", &format!("/api/looks/{look}/review"), &served.page(cookie), &body)
}

fn listed(served: &Served, cookie: &str, path: &str) -> Value {
    let answer = served.get_by(path, &[("cookie", cookie)]);
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()
}

#[test]
fn an_emergency_opens_a_victim_at_once_and_is_recorded_with_its_reason() {
    let served = Served::at_a_standstill();
    let person = victim(&served);
    let reveal = format!("/api/records/{person}/reveal");
    let auditor = served.cookie_of("auditor", &[Role::Auditor]);

    assert_eq!(served.post(&reveal, &json!({ "purpose": "rescue" })).status, 403);
    assert_eq!(look(&served, &served.cookie, &person, "  ").status, 409);
    assert_eq!(listed(&served, &auditor, "/emergencies.json")["results"], json!([]));
    let opened = look(&served, &served.cookie, &person, "caller says she is being moved");

    assert_eq!(opened.status, 200, "{}", opened.text);
    assert_eq!(opened.json()["row"]["caption"]["text"], "강서윤");
    let list = listed(&served, &auditor, "/emergencies.json");
    assert_eq!((&list["waiting"], &list["overdue"]), (&json!(1), &json!(0)));
    let entry = &list["results"][0];
    assert_eq!(entry["officer"], "analyst");
    assert_eq!(entry["records"], json!([person]));
    assert_eq!(entry["reason"], "caller says she is being moved");
    assert_eq!(entry["state"], "waiting");
    let looks = listed(&served, &auditor, "/looks.json");
    assert_eq!(looks["results"].as_array().unwrap().len(), 1, "{looks}");
    assert_eq!(looks["results"][0]["purpose"], "rescue");
    for told in [list.to_string(), looks.to_string()] {
        assert!(!told.contains("강서윤"), "{told}");
    }
    let log = served.log.lock().unwrap().join(" ");
    assert!(!log.contains("강서윤") && !log.contains("being moved"), "{log}");
}

#[test]
fn a_second_person_reviews_a_look_once_and_who_is_late_is_seen_to_be() {
    let served = Served::at_a_standstill();
    let person = victim(&served);
    let boss = served.cookie_of("boss", &[Role::Supervisor]);
    look(&served, &served.cookie, &person, "she called from inside");
    let first = listed(&served, &boss, "/emergencies.json")["results"][0]["look"].clone();

    assert_eq!(review(&served, &served.cookie, &first, "confirmed", "").status, 403);
    assert_eq!(review(&served, &boss, &first, "rejected", " ").status, 409);
    assert_eq!(review(&served, &boss, &json!(999), "confirmed", "").status, 404);
    assert_eq!(review(&served, &boss, &first, "perhaps", "").status, 400);
    for cookie in [&boss, &served.cookie] {
        let inbox = listed(&served, cookie, "/inbox.json");
        assert_eq!(inbox["emergencies"][0]["state"], "waiting", "{inbox}");
    }
    served.clock().advance_seconds(24 * 60 * 60 + 1);
    let (boss, analyst) = again(&served);
    let list = listed(&served, &boss, "/emergencies.json?state=overdue");
    assert_eq!((&list["overdue"], &list["results"][0]["look"]), (&json!(1), &first));
    let done = review(&served, &boss, &first, "rejected", "the report was closed");

    assert_eq!(done.status, 200, "{}", done.text);
    assert_eq!(done.json()["state"], "rejected");
    assert_eq!(done.json()["was_late"], true);
    assert_eq!(done.json()["review"]["officer"], "boss-2");
    assert_eq!(review(&served, &boss, &first, "confirmed", "").status, 409);
    assert_eq!(listed(&served, &boss, "/inbox.json")["emergencies"], json!([]));
    let own = listed(&served, &analyst, "/inbox.json");
    assert_eq!(own["emergencies"], json!([]), "another analyst is not told of it");
}

/// Sessions end within a day: a supervisor and an analyst who sign in afterwards.
fn again(served: &Served) -> (String, String) {
    let boss = served.cookie_of("boss-2", &[Role::Supervisor]);
    (boss, served.cookie_of("analyst-2", &[Role::Analyst]))
}

#[test]
fn nobody_reviews_their_own_look_and_who_may_look_needs_no_emergency() {
    let served = Served::at_a_standstill();
    let person = victim(&served);
    let boss = served.cookie_of("boss", &[Role::Supervisor, Role::Analyst]);
    let support = served.cookie_of("support", &[Role::VictimSupport]);
    let auditor = served.cookie_of("auditor", &[Role::Auditor]);

    assert_eq!(look(&served, &support, &person, "she called from inside").status, 200);
    assert_eq!(look(&served, &auditor, &person, "curious").status, 403);
    assert_eq!(look(&served, &boss, &person, "she called from inside").status, 200);

    let list = listed(&served, &boss, "/emergencies.json");
    assert_eq!(list["results"], json!([]), "both may look for rescue as always");
    let looks = listed(&served, &auditor, "/looks.json");
    assert_eq!(looks["results"].as_array().unwrap().len(), 2, "{looks}");
}
