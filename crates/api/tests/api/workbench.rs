//! What the workbench's screens ask for.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpStream};

use liaison_model::{MASK, Role};
use liaison_policy::TokenScope;
use serde_json::{Value, json};

use crate::served::{CASELOAD, Served};

#[test]
fn the_session_says_who_asks_and_where() {
    let served = Served::new();

    let session = served.json("/api/session");

    assert_eq!(session["node"]["name"], "KR-NPA");
    assert_eq!(session["node"]["demonstration"], true);
    assert_eq!(session["node"]["country"], "kr");
    assert_eq!(session["officer"]["name"], "analyst");
    let may = [
        "search",
        "read-record",
        "uncover",
        "list-export",
        "import",
        "undo",
        "handle-reports",
        "handle-cases",
        "screening",
        "mark-figure",
    ];
    assert_eq!(session["may"], json!(may));
    assert!(session["known_on"].is_string());
    assert!(session["purposes"].as_array().unwrap().contains(&json!("criminal-investigation")));
}

#[test]
fn a_change_without_our_own_header_is_refused() {
    let served = Served::new();

    let (host, cookie) = (served.address, &served.cookie);
    for path in ["/api/searches", "/api/judgements", "/api/imports"] {
        let answer = served.raw(&format!(
            "POST {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\
             content-type: application/json\r\ncookie: {cookie}\r\n\
             content-length: 13\r\n\r\n{{\"text\":\"a\"}}\r\n"
        ));
        assert!(answer.starts_with("HTTP/1.1 403"), "{path}: {answer}");
    }
}

#[test]
fn the_situation_holds_every_answer_with_its_source_and_a_judgement_changes_none() {
    let served = Served::with_situation();
    let before = served.json("/situation.json");
    let first = &before["questions"][0];
    let values: Vec<&str> =
        first["answers"].as_array().unwrap().iter().map(|a| a["value"].as_str().unwrap()).collect();
    for value in ["59", "60", "61", "63", "64"] {
        assert!(values.contains(&value), "{value} in {values:?}");
    }
    assert_eq!(before["handling"]["tlp"], "CLEAR");

    let figure = first["answers"][0]["id"].as_str().unwrap();
    let wanted = json!({ "figure": figure, "verdict": "preferred", "reason": "the settled count" });
    let receipt = served.post("/api/judgements", &wanted);

    assert_eq!(receipt.status, 200, "{}", receipt.text);
    let after = served.json("/situation.json");
    let answers = after["questions"][0]["answers"].as_array().unwrap();
    assert_eq!(answers.len(), values.len());
    let judged = answers.iter().find(|answer| answer["id"] == figure).unwrap();
    assert_eq!(judged["preference"], "preferred");
    assert_eq!(judged["judgements"][0]["reason"], "the settled count");
    let empty = served.post(
        "/api/judgements",
        &json!({ "figure": figure, "verdict": "preferred", "reason": " " }),
    );
    assert_eq!(empty.status, 400);
}

#[test]
fn a_judgement_is_taken_back_and_stays_in_the_history_of_its_figure() {
    let served = Served::with_situation();
    let answers = served.json("/situation.json")["questions"][0]["answers"].clone();
    let [first, second] = [0, 1].map(|at| answers[at]["id"].as_str().unwrap().to_owned());
    let judge = |figure: &str| {
        let wanted = json!({ "figure": figure, "verdict": "preferred", "reason": "settled count" });
        assert_eq!(served.post("/api/judgements", &wanted).status, 200);
    };
    let judged = || -> Vec<Value> {
        let answers = served.json("/situation.json")["questions"][0]["answers"].clone();
        let all = answers.as_array().unwrap().iter();
        all.filter(|answer| answer["preference"] == "preferred").cloned().collect()
    };
    judge(&first);
    judge(&second);
    assert_eq!(judged().len(), 1, "the later one takes the place of the earlier one");
    assert_eq!(judged()[0]["id"], second.as_str());

    let id = judged()[0]["judgements"][0]["id"].as_str().unwrap().to_owned();
    let path = format!("/api/judgements/{id}/withdraw");
    assert_eq!(served.post(&path, &json!({ "reason": " " })).status, 400);
    assert_eq!(served.post(&path, &json!({ "reason": "marked by mistake" })).status, 200);
    assert_eq!(served.post(&path, &json!({ "reason": "marked by mistake" })).status, 404);
    let figure = format!("/api/judgements/{second}/withdraw");
    assert_eq!(served.post(&figure, &json!({ "reason": "no judgement" })).status, 404);

    assert_eq!(judged()[0]["id"], first.as_str());
    let line = |figure: &str, event: &str| {
        let history = served.json(&format!("/records/{figure}/history.json"));
        let lines = history["lines"].as_array().unwrap().clone();
        lines.into_iter().rfind(|line| line["event"] == event).unwrap()
    };
    let (stated, withdrawn) = (line(&first, "stated"), line(&second, "withdrawn"));
    assert_eq!(stated["value"]["text"], "settled count");
    assert_eq!((&stated["prop"], &stated["author"]), (&json!("reason"), &json!("analyst")));
    assert_eq!(withdrawn["reason"], "marked by mistake");
}

#[test]
fn a_search_lives_under_an_id_and_its_people_stay_covered() {
    let served = Served::new();
    served.import("caseload.ftm.json", CASELOAD);

    let kept = served.post("/api/searches", &json!({ "text": "Kim Min-su" })).json();
    let id = kept["id"].as_str().unwrap();
    let found = served.json(&format!("/search/{id}.json?schema=Person"));

    assert_eq!(found["text"], "Kim Min-su");
    assert_eq!(found["total"], 1);
    assert_eq!(found["results"][0]["caption"]["text"], MASK);
    assert_eq!(found["results"][0]["caption"]["covered"], true);
    assert_eq!(found["handling"]["tlp"], Value::Null);
    assert_eq!(
        found["facets"]["handling"][0],
        json!({ "value": "none", "label": "none", "count": 1 })
    );
    assert_eq!(served.json(&format!("/search/{id}.json?handling=CLEAR"))["total"], 0);
    assert_eq!(served.get("/search/s-00000000000000000000000000.json").status, 404);
    let table = served.get(&format!("/search/{id}.csv"));
    assert!(table.header("content-disposition").unwrap().starts_with("attachment"));
    assert!(table.text.contains(MASK) && !table.text.contains("Min-su"));
}

#[test]
fn a_person_is_uncovered_for_a_purpose_and_the_look_is_recorded_first() {
    let served = Served::new();
    served.import("caseload.ftm.json", CASELOAD);
    let covered = served.json("/records/person-1.json");
    assert_eq!(covered["is_covered"], true);
    assert!(!covered.to_string().contains("김민수"));

    let looks = || served.node.verify(&mut |_| {}).unwrap().looks.commits;
    let before = looks();
    let refused = served.post("/api/records/person-1/reveal", &json!({ "purpose": "curiosity" }));
    let open = served
        .post("/api/records/person-1/reveal", &json!({ "purpose": "criminal-investigation" }));

    assert_eq!(refused.status, 400);
    assert_eq!(open.status, 200, "{}", open.text);
    assert!(open.text.contains("김민수"));
    assert!(!served.get("/records/person-1.json").text.contains("김민수"));
    assert_eq!(looks(), before + 1);
}

#[test]
fn a_record_shows_its_links_through_to_their_far_ends() {
    let served = Served::new();
    served.import("caseload.ftm.json", CASELOAD);

    let links = served.json("/records/front-company/links.json");

    let far: Vec<&Value> =
        links["links"].as_array().unwrap().iter().map(|link| &link["far"]["row"]["id"]).collect();
    assert_eq!(far.len(), 2);
    assert!(far.iter().all(|id| id.as_str().unwrap().contains(":person-")));
    assert_eq!(served.get("/records/nobody.json").status, 404);
    assert_eq!(served.json("/records/front-company/history.json")["lines"][0]["event"], "stated");
}

#[test]
fn a_table_is_imported_mended_and_undone() {
    let served = Served::new();
    let table = "report number,name,last contact\nR-1,Somebody Invented,2025-01-02\n\
                 ,Nobody Invented,2025-02-03\n";
    let sent = served.upload("reports%202025.csv", table);
    assert_eq!(sent.status, 200, "{}", sent.text);
    let sent = sent.json();
    assert_eq!(sent["file"], "reports 2025.csv");
    assert_eq!(sent["columns"][0]["to"], "report.number");
    let id = sent["id"].as_str().unwrap();

    served.post(&format!("/api/imports/{id}/start"), &json!({}));
    let done = finished(&served, id);
    assert_eq!(done["state"], "done", "{done}");
    assert_eq!(done["result"]["rows_set_aside"], 1);
    assert_eq!(
        done["rows"][0],
        json!({ "row": 3, "cells": ["", "Nobody Invented", "2025-02-03"] })
    );

    let rows = json!({ "rows": [{ "row": 3, "cells": ["R-2", "Nobody Invented", "2025-02-03"] }] });
    let mended = served.post(&format!("/api/imports/{id}/mend"), &rows).json();
    assert_eq!(mended["result"]["rows_set_aside"], 0, "{mended}");
    assert_eq!(mended["commits"].as_array().unwrap().len(), 2);
    assert_eq!(served.json("/search.json?schema=Report")["total"], 2);

    let undone =
        served.post(&format!("/api/imports/{id}/undo"), &json!({ "reason": "wrong file" }));
    assert_eq!(undone.status, 200, "{}", undone.text);
    assert_eq!(served.json("/search.json?schema=Report")["total"], 0);
    assert_eq!(served.get("/import/i-..%2F..%2Fnode.json").status, 404);
}

#[test]
fn what_is_typed_into_a_row_is_kept_for_its_officer_until_it_is_in_the_journal() {
    let served = Served::new();
    let table = "report number,name,last contact\n,Nobody Invented,2025-02-03\n\
                 ,Somebody Invented,2025-02-04\nR-3,Third Invented,2025-02-05\n";
    let sent = served.upload("reports.csv", table).json();
    let id = sent["id"].as_str().unwrap();
    let chief = served.cookie_of("chief", &[Role::Supervisor]);
    let typed = format!("/api/imports/{id}/typed");
    let keep = |cookie: &str, rows: Value| {
        let body = json!({ "rows": rows }).to_string();
        served.send("PUT", &typed, &served.page(cookie), &body).status
    };
    let first = json!({ "row": 2, "cells": ["R-1", "Nobody Invented", "2025-02-03"] });
    let second = json!({ "row": 3, "cells": ["R-2", "", ""] });
    assert_eq!(keep(&served.cookie, json!([first])), 400, "nothing is set aside yet");
    served.post(&format!("/api/imports/{id}/start"), &json!({}));
    finished(&served, id);

    assert_eq!(keep(&served.cookie, json!([first, second])), 204);
    assert_eq!(keep(&served.cookie, json!([{ "row": 4, "cells": ["", "", ""] }])), 400);
    assert_eq!(keep(&served.cookie, json!([{ "row": 2, "cells": [""] }])), 400);
    assert_eq!(keep(&chief, json!([first])), 404, "only whoever sent the file");
    let kept = |cookie: &str| {
        served.get_by(&format!("/import/{id}.json"), &[("cookie", cookie)]).json()["typed"].clone()
    };
    assert_eq!(kept(&served.cookie), json!([first, second]));
    assert_eq!(kept(&chief), json!([]));
    assert_eq!(served.json("/import.json")["results"][0]["typed"], json!([]));

    let mended = served.post(&format!("/api/imports/{id}/mend"), &json!({ "rows": [first] }));
    assert_eq!(mended.json()["typed"], json!([second]));
    let undo = served.post(&format!("/api/imports/{id}/undo"), &json!({ "reason": "wrong file" }));
    assert_eq!(undo.status, 200);
    assert_eq!(kept(&served.cookie), json!([]));
    let job = served.json(&format!("/import/{id}.json"));
    assert_eq!(job["undone_by"], undo.json()["commit"]);
}

#[test]
fn a_link_is_called_what_it_is_called_on_the_record_that_is_open() {
    let served = Served::with_situation();

    let links = served.json("/records/place-bavet/links.json");

    let labels: Vec<&str> = links["links"]
        .as_array()
        .unwrap()
        .iter()
        .map(|link| link["label"].as_str().unwrap())
        .collect();
    assert!(labels.contains(&"Figures"), "{labels:?}");
    let figure = served.json("/records/figure-F001/links.json");
    let place = figure["links"].as_array().unwrap().iter().find(|link| link["prop"] == "place");
    assert_eq!(place.unwrap()["label"], "Place");
}

#[test]
fn who_imported_takes_it_back_and_so_does_a_supervisor_who_sees_no_rows() {
    let mut served = Served::new();
    let [consul, other, chief] =
        [("consul", Role::ConsularOfficer), ("other", Role::Analyst), ("chief", Role::Supervisor)]
            .map(|(name, role)| served.cookie_of(name, &[role]));
    let undo = |served: &Served, id: &str, cookie: &str| {
        let path = format!("/api/imports/{id}/undo");
        served.send("POST", &path, &served.page(cookie), r#"{"reason":"wrong file"}"#).status
    };
    served.cookie.clone_from(&consul);
    let sent = |number: &str| {
        let table = format!(
            "report number,name,last contact\n{number},Somebody Invented,2025-01-02\n\
             ,Nobody Invented,2025-02-03\n"
        );
        let id = served.upload("reports.csv", &table).json()["id"].as_str().unwrap().to_owned();
        served.post(&format!("/api/imports/{id}/start"), &json!({}));
        assert_eq!(finished(&served, &id)["state"], "done");
        id
    };
    let (first, second) = (sent("R-1"), sent("R-2"));

    let seen = served.get_by(&format!("/import/{first}.json"), &[("cookie", &chief)]);
    assert_eq!(seen.status, 200);
    assert_eq!(seen.json()["officer"], "consul");
    assert_eq!(seen.json()["result"]["rows_set_aside"], 1);
    assert_eq!(seen.json()["rows"], json!([]));
    assert!(!seen.text.contains("Invented"), "{}", seen.text);
    let list = |cookie: &str| {
        let answer = served.get_by("/import.json", &[("cookie", cookie)]);
        assert!(cookie == consul || !answer.text.contains("Invented"), "{}", answer.text);
        answer.json()["results"].as_array().unwrap().len()
    };
    assert_eq!((list(&consul), list(&chief), list(&other)), (2, 2, 0));
    let mend = format!("/api/imports/{first}/mend");
    let rows = r#"{"rows":[{"row":3,"cells":["R-2","Nobody","2025-02-03"]}]}"#;
    assert_eq!(served.send("POST", &mend, &served.page(&chief), rows).status, 404);

    assert_eq!(undo(&served, &first, &other), 404);
    assert_eq!(undo(&served, &first, &chief), 200);
    assert_eq!(undo(&served, &first, &consul), 409, "it is taken back already");
    assert_eq!(undo(&served, &second, &consul), 200);
    let kept = served.json(&format!("/import/{first}.json"));
    assert_eq!((&kept["state"], kept["rows"].as_array().unwrap().len()), (&json!("undone"), 1));
}

#[test]
fn a_page_is_open_and_holds_nothing_while_the_data_behind_it_needs_a_role() {
    let served = Served::new();
    served.import("caseload.ftm.json", CASELOAD);
    let kept = served.post("/api/searches", &json!({ "text": "Kim" })).json();
    let search = format!("/search/{}", kept["id"].as_str().unwrap());
    let admin = served.cookie_of("admin", &[Role::Administrator]);
    let pages = ["/records/person-1", "/records/nobody", &search, "/import/i-0"];

    for page in pages {
        let answer = served.get_by(page, &[]);
        assert_eq!(answer.status, 200, "{page}");
        assert_eq!(answer.text, served.get("/situation").text, "{page}");
        let data = format!("{page}.json");
        assert_eq!(served.get_by(&data, &[]).status, 401, "{data}");
        let refused = served.get_by(&data, &[("cookie", &admin)]);
        assert!([403, 404].contains(&refused.status), "{data}: {}", refused.status);
        // An address that is written unusually gets nothing more.
        let unusual = format!("{page}%2Ejson");
        assert!(served.get_by(&unusual, &[]).status == 401, "{unusual}");
    }
}

#[test]
fn a_record_that_a_role_may_not_read_answers_as_one_that_is_not_there() {
    let served = Served::new();
    served.import("caseload.ftm.json", CASELOAD);
    let admin = served.cookie_of("admin", &[Role::Administrator]);

    for part in [".json", "/links.json", "/history.json"] {
        let asked =
            |id: &str| served.get_by(&format!("/records/{id}{part}"), &[("cookie", &admin)]);
        let (there, nowhere) = (asked("person-1"), asked("nobody"));
        assert_eq!((there.status, &there.text), (404, &nowhere.text), "{part}");
    }
}

#[test]
fn a_list_is_taken_along_by_those_who_may_take_it() {
    let served = Served::new();
    served.import("caseload.ftm.json", CASELOAD);
    let auditor = served.cookie_of("auditor", &[Role::Auditor]);
    let kept = served.send(
        "POST",
        "/api/searches",
        &served.page(&auditor),
        &json!({ "text": "Kim" }).to_string(),
    );
    let id = kept.json()["id"].as_str().unwrap().to_owned();

    assert_eq!(served.get_by(&format!("/search/{id}.json"), &[("cookie", &auditor)]).status, 200);
    for list in [format!("/search/{id}.csv"), format!("/search/{id}.xlsx"), "/search.csv".into()] {
        assert_eq!(served.get_by(&list, &[("cookie", &auditor)]).status, 403, "{list}");
    }
    assert_eq!(served.get(&format!("/search/{id}.json")).status, 404, "somebody else's");
}

#[test]
fn a_program_gets_no_proof_that_uncovers_a_person() {
    let served = Served::new();
    served.import("caseload.ftm.json", CASELOAD);
    let record = served.json("/records/person-1.json");
    let statement = record["statements"].as_array().unwrap().iter();
    let mut covered = statement.filter(|statement| statement["value"]["covered"] == true);
    let id = covered.next().unwrap()["id"].as_str().unwrap().to_owned();
    let token = served.token("reader", &[Role::Analyst], &[TokenScope::Read]);
    let mut headers = served.page("");
    headers.push(("authorization".to_owned(), format!("Bearer {token}")));
    let path = format!("/api/statements/{id}/proof");

    let refused = served.send(
        "POST",
        &path,
        &headers,
        &json!({ "purpose": "criminal-investigation" }).to_string(),
    );

    assert_eq!(refused.status, 403, "{}", refused.text);
    assert_ne!(served.send("POST", &path, &headers, "{}").status, 200);
    let open = served.post(&path, &json!({ "purpose": "criminal-investigation" }));
    assert_eq!(open.status, 200, "{}", open.text);
}

#[test]
fn a_file_that_nobody_reads_is_refused_and_leaves_nothing() {
    let served = Served::new();

    let sent = served.upload("picture.jpg", "\u{1}\u{2} no table, no list");

    assert_eq!(sent.status, 400, "{}", sent.text);
    assert_eq!(sent.json()["code"], "bad-file");
    assert_eq!(served.json("/import.json")["results"], json!([]));
    assert_eq!(served.node.folder().uploads().read_dir().unwrap().count(), 0);
}

/// A moment of the node's clock after everything that was done, and before what comes next.
fn moment(served: &Served) -> String {
    let passed = |since| {
        loop {
            let now = served.node.now();
            if since < now {
                return now;
            }
            std::thread::yield_now();
        }
    };
    let then = passed(served.node.now());
    passed(then);
    then.to_string()
}

fn finished(served: &Served, id: &str) -> Value {
    served.finished(&format!("/import/{id}.json"))
}

#[test]
fn a_body_that_is_not_understood_is_refused_in_the_same_words_on_every_screen() {
    let served = Served::new();
    let anything = "s-00000000000000000000000000";
    let change = format!("/api/searches/{anything}");
    let routes = [
        ("POST", "/api/session"),
        ("POST", "/api/searches"),
        ("PUT", &change),
        ("POST", "/api/searches/s-0/name"),
        ("POST", "/api/judgements"),
        ("POST", "/api/records/agency/reveal"),
        ("POST", "/api/records/agency/print"),
        ("POST", "/api/statements/0/proof"),
        ("POST", "/api/imports/i-0/start"),
        ("POST", "/api/imports/i-0/mend"),
        ("PUT", "/api/imports/i-0/typed"),
        ("POST", "/api/imports/i-0/undo"),
        ("POST", "/api/account/password"),
    ];

    for (method, path) in routes {
        for body in ["{", "[]", "{\"nothing\":1}", "\u{0}", "\"a\""] {
            let answer = served.send(method, path, &served.page(&served.cookie), body);
            assert_eq!(answer.status, 400, "{method} {path} {body}: {}", answer.text);
            assert_eq!(answer.header("content-type"), Some("application/problem+json"));
            assert_eq!(answer.json()["code"], "bad-body", "{method} {path} {body}");
        }
    }
}

#[test]
fn who_prints_a_record_is_recorded_among_the_looks_and_uncovers_nobody() {
    let served = Served::new();
    served.import("caseload.ftm.json", CASELOAD);
    let looks = || served.node.verify(&mut |_| {}).unwrap().looks.commits;
    let before = looks();

    let wanted = json!({ "purpose": "criminal-investigation" });
    let printed = served.post("/api/records/person-1/print", &wanted);
    let refused =
        served.post("/api/records/person-1/print", &json!({ "purpose": "curiosity" })).status;
    let nobody = served.post("/api/records/nobody/print", &wanted).status;

    assert_eq!(printed.status, 200, "{}", printed.text);
    assert_eq!((refused, nobody), (400, 404));
    assert_eq!(looks(), before + 1);
    let head = printed.json();
    assert_eq!(head["look"], before + 1);
    assert!(head["at"].is_string() && head["checkpoint"].is_string(), "{head}");
    assert!(!printed.text.contains("김민수"));
}

#[test]
fn an_auditor_reads_who_looked_at_whom_and_nobody_else_does() {
    let served = Served::new();
    served.import("caseload.ftm.json", CASELOAD);
    let auditor = served.cookie_of("auditor", &[Role::Auditor]);
    for person in ["person-1", "person-2", "person-1"] {
        let wanted = json!({ "purpose": "criminal-investigation" });
        assert_eq!(served.post(&format!("/api/records/{person}/reveal"), &wanted).status, 200);
    }
    let before = served.node.now();
    let read = |asked: &str| {
        let answer = served.get_by(&format!("/looks.json{asked}"), &[("cookie", &auditor)]);
        assert!(!answer.text.contains("김민수"), "names are never told");
        (answer.status, answer.json())
    };
    let count = |asked: &str| read(asked).1["results"].as_array().unwrap().len();

    let (_, all) = read("");
    let newest = &all["results"][0];
    assert_eq!(newest["officer"], "analyst");
    assert_eq!(newest["purpose"], "criminal-investigation");
    assert_eq!(newest["roles"], json!(["analyst"]));
    assert_eq!(newest["records"], json!(["kr.npa:person-1"]));
    assert_eq!(newest["route"], "/records/{id}");
    assert!(newest["look"].as_u64() > all["results"][1]["look"].as_u64());
    assert_eq!(count(""), 3);
    assert_eq!(count("?record=person-1"), 2);
    assert_eq!(count("?record=person-1&officer=nobody"), 0);
    assert_eq!(count(&format!("?to={before}")), 3);
    assert_eq!(count(&format!("?from={before}")), 0);
    let (_, first) = read("?limit=2");
    let (_, rest) = read(&format!("?limit=2&before={}", first["next"]));
    assert_eq!(rest["results"], json!([all["results"][2]]));
    assert_eq!(rest.get("next"), None);
    for asked in ["?from=yesterday", "?before=x", "?name=x"] {
        assert_eq!(read(asked).0, 400, "{asked}");
    }
    assert_eq!(served.get("/looks.json").status, 403, "an analyst");
    let file = served.get_by("/looks.csv?record=person-1", &[("cookie", &auditor)]);
    assert_eq!(file.header("content-type"), Some("text/csv; charset=utf-8"));
    let lines: Vec<&str> = file.text.trim_start_matches('\u{FEFF}').lines().collect();
    assert_eq!(lines[0], "look,at,officer,roles,purpose,route,records");
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert!(
        lines[1].ends_with(",analyst,analyst,criminal-investigation,/records/{id},kr.npa:person-1")
    );
}

#[test]
fn an_auditor_reads_what_was_done_with_accounts() {
    let served = Served::new();
    let auditor = served.cookie_of("auditor", &[Role::Auditor]);
    served.account("min", &[Role::Analyst]);
    let read = |asked: &str| {
        let answer =
            served.get_by(&format!("/looks/accounts.json{asked}"), &[("cookie", &auditor)]);
        (answer.status, answer.json())
    };

    let (_, all) = read("");
    let newest = &all["results"][0];
    assert_eq!(newest["act"], "made-account");
    assert_eq!(newest["account"], "min");
    assert_eq!(newest["officer"], "test");
    assert_eq!(newest["roles"], json!(["analyst"]));
    assert_eq!(read("?account=min").1["results"].as_array().unwrap().len(), 1);
    assert_eq!(read("?officer=auditor").1["results"][0]["act"], "signed-in");
    let (_, first) = read("?limit=1");
    let (_, rest) = read(&format!("?limit=50&before={}", first["next"]));
    assert_eq!(rest["results"].as_array().unwrap()[..], all["results"].as_array().unwrap()[1..]);
    assert_eq!(read("?record=person-1").0, 400);
    assert_eq!(served.get("/looks/accounts.json").status, 403, "an analyst");
    let file = served.get_by("/looks/accounts.csv?account=min", &[("cookie", &auditor)]);
    assert!(file.text.contains(",made-account,min,test,,analyst,"), "{}", file.text);
}

#[test]
fn links_are_those_of_the_moment_that_is_asked_about() {
    let served = Served::new();
    let before = moment(&served);
    served.import("caseload.ftm.json", CASELOAD);

    let links = |asked: &str| served.get(&format!("/records/front-company/links.json{asked}"));

    assert_eq!(links("").json()["links"].as_array().unwrap().len(), 2);
    assert_eq!(links(&format!("?known_on={before}")).status, 404, "nothing was known of it");
    assert_eq!(links("?known_on=yesterday").status, 400);
}

#[test]
fn what_an_officer_sends_wrong_is_told_without_a_command_line() {
    let served = Served::with_situation();
    let figure = served.json("/situation.json")["questions"][0]["answers"][0]["id"].clone();
    let itself =
        json!({ "figure": figure, "verdict": "superseded", "by": figure, "reason": "older" });
    let place = json!({ "figure": "place-bavet", "verdict": "preferred", "reason": "older" });
    let unknown = served.upload("picture.jpg", "\u{1}\u{2} no table, no list");

    let answers = [
        (served.post("/api/judgements", &itself), 409, "wrong-use"),
        (served.post("/api/judgements", &place), 409, "wrong-use"),
        (unknown, 400, "bad-file"),
    ];

    for (answer, status, code) in answers {
        assert_eq!((answer.status, answer.json()["code"].as_str()), (status, Some(code)));
        assert!(answer.json()["hint"].is_string(), "{}", answer.text);
        for word in ["--", "liaison "] {
            assert!(!answer.text.contains(word), "{word}: {}", answer.text);
        }
    }
}

#[test]
fn what_holds_nothing_or_is_no_text_is_refused_when_it_is_sent() {
    let served = Served::new();

    for (name, bytes) in [
        ("empty.csv", ""),
        ("blank.csv", " \r\n\n"),
        ("photo.csv", "\u{1}\u{2}\u{3} no text"),
        ("zeros.csv", "n\0a\0m\0e\0"),
    ] {
        let sent = served.upload(name, bytes);
        assert_eq!((sent.status, sent.json()["code"].as_str()), (400, Some("bad-file")), "{name}");
        assert!(sent.json()["detail"].as_str().unwrap().contains(name), "{}", sent.text);
    }
    assert_eq!(served.node.folder().uploads().read_dir().unwrap().count(), 0);
}

#[test]
fn a_file_that_is_not_in_the_journal_is_discarded_by_its_sender_or_a_supervisor() {
    let served = Served::new();
    let [other, chief] = [("other", Role::Analyst), ("chief", Role::Supervisor)]
        .map(|(name, role)| served.cookie_of(name, &[role]));
    let send = || {
        let table = "report number,name\nR-1,Somebody Invented\n";
        served.upload("reports.csv", table).json()["id"].as_str().unwrap().to_owned()
    };
    let discard = |id: &str, cookie: &str| {
        let answer = served.send("DELETE", &format!("/api/imports/{id}"), &served.page(cookie), "");
        answer.status
    };
    let (first, second, done) = (send(), send(), send());
    served.post(&format!("/api/imports/{done}/start"), &json!({}));
    assert_eq!(finished(&served, &done)["state"], "done");

    assert_eq!(discard(&first, &other), 404);
    assert_eq!(discard(&first, &served.cookie), 204);
    assert_eq!(discard(&second, &chief), 204);
    assert_eq!(discard(&done, &served.cookie), 409);
    assert_eq!(discard("i-nothing", &served.cookie), 404);
    let left = served.node.folder().uploads().read_dir().unwrap();
    let left: Vec<_> = left.map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, [std::ffi::OsString::from(done)]);
}

#[test]
fn a_session_that_ended_is_told_to_people_and_to_programs_in_words_of_their_own() {
    let served = Served::new();
    let hint = |headers: &[(&str, &str)]| {
        let answer = served.get_by("/figures", headers);
        assert_eq!(answer.status, 401);
        answer.json()["hint"].as_str().unwrap().to_owned()
    };

    let browser = hint(&[("cookie", "liaison-1=gone")]);
    assert_eq!(browser, hint(&[("x-liaison", "1")]));
    assert!(browser.contains("Sign in again") && !browser.contains("Bearer"), "{browser}");
    assert!(hint(&[]).contains("Authorization: Bearer"));
}

#[test]
fn a_text_of_marks_alone_finds_nothing_on_the_screen_and_says_why() {
    let served = Served::new();
    served.import("caseload.ftm.json", CASELOAD);

    for text in ["\"", "(((", "!?"] {
        let kept = served.post("/api/searches", &json!({ "text": text })).json();
        let found = served.json(&format!("/search/{}.json", kept["id"].as_str().unwrap()));
        assert_eq!((&found["total"], &found["results"]), (&json!(0), &json!([])), "{text}");
        assert!(found["note"].as_str().unwrap().contains("neither words nor numbers"));
    }
    assert_eq!(served.json("/search.json")["note"], Value::Null);
    assert_eq!(served.get("/search/all?q=(((").status, 400, "programs are told");
}

#[test]
fn people_are_uncovered_as_they_were_known_and_for_purposes_of_the_role() {
    let served = Served::new();
    served.import("caseload.ftm.json", CASELOAD);
    let then = moment(&served);
    let later = br#"{"id":"person-1","schema":"Person","properties":{"name":["Later Invented"]}}"#;
    served.import("later.ftm.json", later);
    let auditor = served.cookie_of("auditor", &[Role::Auditor]);
    let reveal = |cookie: &str, wanted: Value| {
        let path = "/api/records/person-1/reveal";
        served.send("POST", path, &served.page(cookie), &wanted.to_string())
    };
    let purposes = |cookie: &str| {
        served.get_by("/api/session", &[("cookie", cookie)]).json()["purposes"].clone()
    };

    let now = reveal(&served.cookie, json!({ "purpose": "prevention" }));
    let before = reveal(&served.cookie, json!({ "purpose": "prevention", "known_on": then }));
    assert!(now.text.contains("Later Invented") && now.text.contains("김민수"));
    assert_eq!(before.status, 200, "{}", before.text);
    assert!(before.text.contains("김민수") && !before.text.contains("Later Invented"));
    let wrong = json!({ "purpose": "prevention", "known_on": "yesterday" });
    assert_eq!(reveal(&served.cookie, wrong).status, 400);

    assert_eq!(purposes(&auditor), json!(["audit"]));
    assert_eq!(reveal(&auditor, json!({ "purpose": "audit" })).status, 200);
    assert_eq!(reveal(&auditor, json!({ "purpose": "rescue" })).status, 403);
    assert_eq!(reveal(&served.cookie, json!({ "purpose": "audit" })).status, 403);
    assert_eq!(purposes(&served.cookie)[0], "rescue");
    let print = served.post("/api/records/person-1/print", &json!({ "purpose": "audit" }));
    assert_eq!(print.status, 403, "{}", print.text);
}

#[test]
fn a_file_that_is_cut_off_leaves_nothing() {
    let served = Served::new();
    let (host, cookie) = (served.address, &served.cookie);

    let mut stream = TcpStream::connect(host).unwrap();
    let head = format!(
        "POST /api/imports HTTP/1.1\r\nhost: {host}\r\norigin: http://{host}\r\nx-liaison: 1\r\n\
         x-file-name: reports.csv\r\ncontent-type: application/octet-stream\r\ncookie: {cookie}\r\n\
         content-length: 1000\r\n\r\nreport number,name\r\nR-1,"
    );
    stream.write_all(head.as_bytes()).unwrap();
    stream.shutdown(Shutdown::Write).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();

    assert!(!answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert_eq!(served.json("/import.json")["results"], json!([]));
    assert_eq!(served.node.folder().uploads().read_dir().unwrap().count(), 0);
}
