//! Two agencies whose heads have met: sharing, taking back, being refused, and hit or no hit.

use std::collections::BTreeMap;
use std::sync::Arc;

use liaison_channel::{Answering, Limits, Listening, pull};
use liaison_exchange::Quotas;
use liaison_model::{Reader, Role};
use liaison_node::exchange::CardWanted;
use liaison_policy::Terms;
use serde_json::{Value, json};

use crate::served::{Answer, Served};

/// Two served nodes, each with a liaison officer and an auditor who signed in, and their lines.
struct Two {
    korea: Served,
    cambodia: Served,
    officers: [String; 2],
    auditors: [String; 2],
    _lines: [Listening; 2],
}

fn two() -> Two {
    let (korea, cambodia) = (Served::new(), Served::of_agency("KH-NPC", "kh"));
    let lines = [&korea, &cambodia].map(listening);
    for ((giving, line), taking) in [&korea, &cambodia].iter().zip(&lines).zip([&cambodia, &korea])
    {
        let wanted = CardWanted {
            names: BTreeMap::from([("en".to_owned(), "Fictional Desk".to_owned())]),
            endpoints: vec![format!("liaison://{}", line.address())],
            revoke: None,
        };
        let card = giving.node.make_card(&giving.root_key(), &wanted, &head(giving)).unwrap();
        let words = giving.node.own_identity().unwrap().words;
        taking.node.add_peer(&card, &words, &head(taking)).unwrap();
    }
    let words: Vec<String> = ["H2", "about:suspect", "about:other"].map(str::to_owned).into();
    let terms = Terms::from_words(&words, korea.node.now().plus_seconds(30 * 86_400)).unwrap();
    let quotas = Quotas { day: 1_000, officer: 100, case: 500 };
    let peer = cambodia.node.agency();
    let agreed = korea.node.propose_agreement(peer, (terms, quotas), &korea.root_key());
    let mut agreed = agreed.unwrap();
    agreed.sign(&cambodia.root_key()).unwrap();
    korea.node.keep_agreement(&agreed, &head(&korea)).unwrap();
    cambodia.node.keep_agreement(&agreed, &head(&cambodia)).unwrap();
    let officers = [&korea, &cambodia].map(|one| one.cookie_of("liaison", &[Role::LiaisonOfficer]));
    let auditors = [&korea, &cambodia].map(|one| one.cookie_of("auditor", &[Role::Auditor]));
    Two { korea, cambodia, officers, auditors, _lines: lines }
}

fn listening(served: &Served) -> Listening {
    let listener = Listening::bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let (node, told) = (Arc::clone(&served.node), Arc::new(|_: &_| ()));
    Listening::start(Answering { node, listener, told, limits: Limits::default() }).unwrap()
}

fn head(served: &Served) -> Reader {
    Reader::officer(served.node.agency().clone(), "head", [Role::LiaisonOfficer])
}

impl Two {
    /// Each asks the other for what is new.
    fn exchange(&self) {
        for _ in 0..2 {
            pull(&self.korea.node, self.cambodia.node.agency()).unwrap();
            pull(&self.cambodia.node, self.korea.node.agency()).unwrap();
        }
    }

    fn korea_says(&self, path: &str, body: &Value) -> Answer {
        says(&self.korea, &self.officers[0], path, body)
    }

    fn listed(&self, at: usize, path: &str) -> Value {
        let served = [&self.korea, &self.cambodia][at];
        let cookie = if path.starts_with("/looks") { &self.auditors } else { &self.officers };
        let answer = served.get_by(path, &[("cookie", &cookie[at])]);
        assert_eq!(answer.status, 200, "{}", answer.text);
        answer.json()
    }
}

fn says(served: &Served, cookie: &str, path: &str, body: &Value) -> Answer {
    served.send("POST", path, &served.page(cookie), &body.to_string())
}

const COMPANY: &str = r#"{"id":"front","schema":"Company","properties":{"name":["황금미래 무역"]}}
{"id":"somebody","schema":"Person","properties":{"name":["강서윤"],"birthDate":["1999-03-01"],"phone":["+82 2-312-3456"]}}"#;

fn statements(two: &Two, record: &str) -> Vec<String> {
    let found = two.korea.json(&format!("/records/kr.npa:{record}.json"));
    let all = found["statements"].as_array().unwrap();
    all.iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_would_go_is_shown_goes_is_confirmed_and_ends_everywhere() {
    let two = two();
    two.korea.import("caseload.ftm.json", COMPANY.as_bytes());
    let ids = statements(&two, "front");
    let sent = json!({ "statements": ids, "to": "kh.npc", "marks": "TLP:AMBER H2 to:kh.npc" });

    let preview = two.korea_says("/api/shares/preview", &sent).json();
    assert_eq!((&preview["going"], &preview["refused"]), (&json!(1), &json!(0)), "{preview}");
    assert_eq!(preview["learn"], json!(["kh.npc"]));
    assert_eq!(preview["lines"][0]["value"]["text"], "황금미래 무역");
    assert_eq!(two.listed(0, "/sharing.json")["total"], 0, "nothing went");
    let shared = two.korea_says("/api/shares", &sent);
    assert_eq!(shared.status, 200, "{}", shared.text);
    assert_eq!(two.listed(0, "/peers.json")["peers"][0]["unconfirmed"], 1);
    two.exchange();

    for (at, side) in ["given", "got"].into_iter().enumerate() {
        let row = &two.listed(at, "/sharing.json")["rows"][0];
        assert_eq!((&row["side"], &row["about"]["record"]), (&json!(side), &json!("kr.npa:front")));
        assert!(row["confirmed"].is_string(), "{row}");
    }
    let peer = &two.listed(0, "/peers.json")["peers"][0];
    assert_eq!((&peer["sent"], &peer["unconfirmed"]), (&json!(1), &json!(0)));
    assert!(peer["answered"].is_string(), "{peer}");
    let path = format!("/api/shares/{}/withdraw", ids[0]);
    assert_eq!(two.korea_says(&path, &json!({ "reason": " " })).status, 400);
    let back = two.korea_says(&path, &json!({ "reason": "wrong company" })).json();
    assert_eq!(back["agencies"], json!(["kh.npc"]), "{back}");
    two.exchange();
    let there = two.cambodia.get_by("/records/kr.npa:front.json", &[("cookie", &two.officers[1])]);
    assert_eq!(there.status, 404);
    let rows = two.listed(0, "/sharing.json");
    assert_eq!(
        (&rows["rows"][0]["kind"], &rows["rows"][0]["copies"]),
        (&json!("withdrawal"), &json!(1))
    );
    assert_eq!(rows["rows"][1]["is_gone"], true);
    let events = two.listed(0, "/looks/exchange.json");
    let kinds: Vec<&str> = events["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["event"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["took-back", "shared", "agreed", "card", "card"], "{events}");
}

#[test]
fn a_recipient_who_passes_on_is_refused_and_its_originator_learns_of_it() {
    let two = two();
    two.korea.import("caseload.ftm.json", COMPANY.as_bytes());
    let ids = statements(&two, "front");
    let sent = json!({ "statements": ids, "to": "kh.npc", "marks": "TLP:AMBER to:kh.npc" });
    assert_eq!(two.korea_says("/api/shares", &sent).status, 200);
    two.exchange();

    let onward = json!({ "statements": ids, "to": "kr.npa", "marks": "TLP:AMBER to:kr.npa" });
    for _ in 0..2 {
        let preview = says(&two.cambodia, &two.officers[1], "/api/shares/preview", &onward).json();
        assert_eq!(preview["lines"][0]["refusal"], "Only its originator, kr.npa, may pass it on.");
    }
    assert_eq!(says(&two.cambodia, &two.officers[1], "/api/shares", &onward).status, 403);
    two.exchange();

    let here = two.listed(0, "/looks/exchange.json?peer=kh.npc");
    assert_eq!(here["results"][0]["event"], "not-forwarded", "{here}");
    assert_eq!(here["results"][0]["to"], "kr.npa");
    assert_eq!(here["results"][0]["statements"], json!(ids));
    let there = two.listed(1, "/looks/exchange.json?officer=liaison");
    assert_eq!(there["results"][0]["event"], "refused");
    assert_eq!(there["results"][0]["refusal"], "refuse-forward");
    assert_eq!(there["results"].as_array().unwrap().len(), 1, "once: {there}");
}

#[test]
fn nobody_is_shared_as_a_suspect_before_a_screening_and_an_analyst_shares_nothing() {
    let two = two();
    two.korea.import("caseload.ftm.json", COMPANY.as_bytes());
    let ids = statements(&two, "somebody");
    let marks = "TLP:AMBER H2 about:suspect to:kh.npc";
    let sent = json!({ "statements": ids, "to": "kh.npc", "marks": marks });

    let preview = two.korea_says("/api/shares/preview", &sent).json();

    assert_eq!((&preview["going"], &preview["refused"]), (&json!(0), &json!(3)), "{preview}");
    assert!(preview["lines"][0]["refusal"].as_str().unwrap().contains("not screened"), "{preview}");
    assert!(!preview.to_string().contains("강서윤"), "covered as ever");
    assert_eq!(two.korea_says("/api/shares", &sent).status, 403);
    let analyst = two.korea.cookie.clone();
    assert_eq!(says(&two.korea, &analyst, "/api/shares", &sent).status, 403);
    let path = format!("/api/shares/{}/withdraw", ids[0]);
    let gone = two.korea_says(&path, &json!({ "reason": "it went nowhere" }));
    assert_eq!(gone.status, 404, "{}", gone.text);
}

#[test]
fn hit_or_no_hit_tells_the_holder_what_for_and_never_what() {
    let two = two();
    two.korea.import("caseload.ftm.json", COMPANY.as_bytes());
    let opened = says(
        &two.cambodia,
        &two.officers[1],
        "/api/cases",
        &json!({ "title": "a fictional case", "template": "rescue" }),
    );
    assert_eq!(opened.status, 200, "{}", opened.text);
    let case =
        opened.json()["number"].as_str().or(opened.json()["case"].as_str()).unwrap().to_owned();
    let line = |kind: &str, value: &str, birth: &str| json!({ "kind": kind, "value": value, "birth": birth });
    let sent = json!({ "peer": "kr.npa", "case": case, "purpose": "rescue", "lines": [
        line("phone", "+82 2-312-3456", ""),
        line("phone", "+82 2-312-9999", ""),
        line("person", "Kang Seo-yun", "1999-03-01"),
    ] });

    let answer = says(&two.cambodia, &two.officers[1], "/api/asks", &sent);

    assert_eq!(answer.status, 200, "{}", answer.text);
    let answer = answer.json();
    let hits: Vec<bool> =
        answer["lines"].as_array().unwrap().iter().map(|one| one["hit"] == true).collect();
    assert_eq!(hits, [true, false, true], "{answer}");
    let (there, here) = (two.listed(0, "/asks.json"), two.listed(1, "/asks.json"));
    assert_eq!(
        (&there["rows"][0]["side"], &there["rows"][0]["case"]),
        (&json!("theirs"), &json!(case))
    );
    assert_eq!((&here["rows"][0]["hits"], &there["rows"][0]["hits"]), (&json!(2), &Value::Null));
    assert_eq!(there["rows"][0]["receipt"], answer["receipt"]);
    let audited = two.listed(0, "/looks/exchange.json");
    assert_eq!(audited["results"][0]["event"], "was-asked");
    assert_eq!(
        (&audited["results"][0]["purpose"], &audited["results"][0]["count"]),
        (&json!("rescue"), &json!(3))
    );
    let log = two.korea.log.lock().unwrap().join(" ");
    for told in [there.to_string(), audited.to_string(), log] {
        assert!(!told.contains("312") || !told.contains("3456"), "{told}");
        assert!(!told.contains("Kang"), "{told}");
    }
    let bad = json!({ "peer": "kr.npa", "case": case, "purpose": "rescue", "lines": [line("phone", "nonsense", "")] });
    let refused = says(&two.cambodia, &two.officers[1], "/api/asks", &bad);
    assert_eq!((refused.status, refused.json()["parameter"].as_str()), (400, Some("lines")));
}

#[test]
fn whoever_asks_too_much_is_refused_and_the_holder_is_told_to_look() {
    let two = two();
    let opened = says(
        &two.cambodia,
        &two.officers[1],
        "/api/cases",
        &json!({ "title": "a fictional case", "template": "rescue" }),
    );
    let case =
        opened.json()["number"].as_str().or(opened.json()["case"].as_str()).unwrap().to_owned();
    let name = "x".repeat(200);
    let line = |at: usize| json!({ "kind": "handle", "value": format!("@{name}{at}") });
    let ask = |count: usize| {
        let lines: Vec<Value> = (0..count).map(line).collect();
        let sent = json!({ "peer": "kr.npa", "case": case, "purpose": "rescue", "lines": lines });
        says(&two.cambodia, &two.officers[1], "/api/asks", &sent)
    };

    let refused = ask(500);

    assert_eq!(
        (refused.status, refused.json()["code"].as_str()),
        (409, Some("peer")),
        "{}",
        refused.text
    );
    assert!(refused.text.contains("than was agreed"), "{}", refused.text);
    let there = two.listed(0, "/asks.json");
    assert_eq!(
        (&there["rows"][0]["refused"], &there["rows"][0]["is_alarming"]),
        (&json!("quota"), &json!(true))
    );
    let here = two.listed(1, "/asks.json");
    assert_eq!(
        (&here["rows"][0]["is_answered"], &here["rows"][0]["hits"]),
        (&json!(false), &Value::Null)
    );
    assert_eq!(ask(501).status, 409, "at most 500 at once");
}
