//! Signing in and out, and what keeps others from doing it.

use liaison_model::Role;
use serde_json::{Value, json};

use crate::served::Served;

#[test]
fn an_officer_signs_in_and_out() {
    let served = Served::new();
    let password = served.account("chief", &[Role::Supervisor]);

    let answer = served.sign_in("chief", &password, &served.code("chief"));

    assert_eq!(answer.status, 200, "{}", answer.text);
    let cookie = answer.header("set-cookie").unwrap().to_owned();
    let port = served.address.port();
    assert!(cookie.starts_with(&format!("liaison-{port}=")), "{cookie}");
    assert!(cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict"), "{cookie}");
    let cookie = cookie.split(';').next().unwrap();
    let who = served.get_by("/api/session", &[("cookie", cookie)]).json();
    assert_eq!(who, answer.json());
    assert_eq!(who["officer"], json!({ "name": "chief", "unit": null, "roles": ["supervisor"] }));
    let node =
        json!({ "name": "KR-NPA", "agency": "kr.npa", "country": "kr", "demonstration": true });
    assert_eq!(who["node"], node);
    assert!(who["may"].as_array().unwrap().contains(&json!("confirm-reset")));
    assert_eq!(who["position"], 1);
    assert_eq!(who["checkpoint"].as_str().unwrap().len(), 64);
    assert_eq!(who["languages"][0], "en");
    assert_eq!(who["session"]["idle_minutes"], 30);

    let out = served.send("DELETE", "/api/session", &served.page(cookie), "");
    assert_eq!(out.status, 204);
    assert!(out.header("set-cookie").unwrap().contains("Max-Age=0"));
    assert_eq!(served.get_by("/api/session", &[("cookie", cookie)]).status, 401);
}

#[test]
fn a_browser_that_signs_in_anew_leaves_no_session_behind() {
    let served = Served::new();
    let password = served.account("chief", &[Role::Supervisor]);
    let code = served.code("chief");
    let typed = json!({
        "name": " Chief ", "password": password, "code": format!("{} {}", &code[..3], &code[3..]),
    });

    let page = served.page(&served.cookie);
    let answer = served.send("POST", "/api/session", &page, &typed.to_string());

    assert_eq!(answer.status, 200, "{}", answer.text);
    assert_eq!(answer.json()["officer"]["name"], "chief");
    assert_eq!(served.get("/api/session").status, 401);
}

#[test]
fn whatever_was_wrong_the_answer_is_the_same() {
    let served = Served::new();
    let password = served.account("chief", &[Role::Supervisor]);
    let code = served.code("chief");

    let answers = [
        served.sign_in("chief", "wrong", &code),
        served.sign_in("chief", &password, "000000"),
        served.sign_in("nobody", &password, &code),
        served.sign_in("Not a name at all", "", ""),
    ];

    for answer in &answers {
        assert_eq!(answer.status, 401);
        assert_eq!(answer.json()["code"], "sign-in-refused");
        assert_eq!(answer.text, answers[0].text);
        assert_eq!(answer.header("set-cookie"), None);
        assert_eq!(answer.header("www-authenticate"), Some("Bearer realm=\"liaison\""));
    }
}

#[test]
fn guessing_is_held_whether_or_not_there_is_such_an_account() {
    let served = Served::at_a_standstill();
    served.account("chief", &[Role::Supervisor]);

    for name in ["chief", "nobody"] {
        let answers: Vec<_> = (0..7).map(|_| served.sign_in(name, "wrong", "000000")).collect();
        let held = answers.iter().find(|answer| answer.status == 429).unwrap();
        assert_eq!(held.json()["code"], "held", "{name}");
        assert_eq!(held.header("retry-after"), Some("1"));
        assert_eq!(answers.iter().filter(|answer| answer.status == 401).count(), 6, "{name}");
    }
}

#[test]
fn a_page_of_another_site_cannot_sign_in_or_out() {
    let served = Served::new();
    let body = json!({ "name": "analyst", "password": "x", "code": "000000" }).to_string();
    let check = |change: &[(&str, Option<&str>)], status: u16, code: &str| {
        let mut headers = served.page(&served.cookie);
        for (name, value) in change {
            headers.retain(|(found, _)| found != name);
            headers.extend(value.map(|value| ((*name).to_owned(), value.to_owned())));
        }
        let answer = served.send("POST", "/api/session", &headers, &body);
        assert_eq!((answer.status, &answer.json()["code"]), (status, &code.into()), "{change:?}");
        let has_body = change.iter().any(|(name, _)| *name == "content-type");
        if !has_body {
            let answer = served.send("DELETE", "/api/session", &headers, "");
            assert_eq!(answer.status, status, "{change:?}");
        }
    };

    check(&[("origin", None)], 403, "foreign-origin");
    check(&[("origin", Some("null"))], 403, "foreign-origin");
    check(&[("origin", Some("https://evil.example"))], 403, "foreign-origin");
    check(&[("x-liaison", None)], 403, "no-header");
    check(&[("x-liaison", Some("0"))], 403, "no-header");
    check(&[("content-type", Some("text/plain"))], 415, "media-type");
    check(&[("content-type", Some("application/x-www-form-urlencoded"))], 415, "media-type");
    check(&[("content-type", Some("multipart/form-data; boundary=x"))], 415, "media-type");
    check(&[("sec-fetch-site", Some("cross-site"))], 403, "foreign-origin");
    // Nobody was signed out by any of it.
    assert_eq!(served.get("/api/session").status, 200);
}

#[test]
fn what_is_not_a_sign_in_is_refused_without_a_guess() {
    let served = Served::new();
    let long = "a".repeat(2_000);
    let check = |body: &Value| {
        let page = served.page("");
        let answer = served.send("POST", "/api/session", &page, &body.to_string());
        assert_eq!((answer.status, &answer.json()["code"]), (400, &"bad-body".into()), "{body}");
    };

    check(&json!([]));
    check(&json!({ "name": "analyst", "password": "x" }));
    check(&json!({ "name": "analyst", "password": "x", "code": 123456 }));
    check(&json!({ "name": "analyst", "password": "x", "code": "1", "admin": true }));
    check(&json!({ "name": "analyst", "password": long, "code": "1" }));
    check(&json!({ "name": long, "password": "x", "code": "1" }));
}

#[test]
fn a_session_that_was_made_up_or_stolen_from_another_port_opens_nothing() {
    let (served, other) = (Served::new(), Served::new());
    let made_up = format!("liaison-{}={}", served.address.port(), "A".repeat(43));

    for cookie in [made_up.as_str(), &other.cookie, "liaison=x", ""] {
        let answer = served.get_by("/catalog", &[("cookie", cookie)]);
        assert_eq!(answer.status, 401, "{cookie}");
        assert_eq!(answer.json()["code"], "not-signed-in");
    }
}

#[test]
fn ending_sessions_and_changing_roles_act_at_once() {
    let served = Served::new();
    let name = "analyst".parse().unwrap();
    assert_eq!(served.get("/catalog").status, 200);

    served.node.set_roles(&name, &[Role::Administrator].into(), "test").unwrap();
    assert_eq!(served.get("/catalog").status, 403);
    served.node.end_sessions(&name, "test").unwrap();
    assert_eq!(served.get("/catalog").status, 401);
}

#[test]
fn a_program_with_a_token_needs_no_cookie_and_no_origin() {
    use liaison_policy::TokenScope::{Health, Read};
    let served = Served::new();
    let token = |name: &str, scopes| {
        let token = served.token(name, &[Role::Analyst, Role::Administrator], scopes);
        format!("Bearer {token}")
    };
    let (read, health) = (token("reader", &[Read]), token("watcher", &[Health]));
    let status = |path: &str, token: &str| {
        served.get_by(path, &[("authorization", token), ("cookie", &served.cookie)]).status
    };

    assert_eq!(status("/catalog", &read), 200);
    assert_eq!(status("/catalog", &health), 403);
    assert_eq!(status("/entities/agency", &health), 404);
    assert_eq!(status("/metrics", &health), 200);
    assert_eq!(status("/metrics", &read), 403);
    // Whoever sends a token means it: a cookie beside it counts for nothing.
    assert_eq!(status("/catalog", "Bearer lia_wrong"), 401);
    let who = served.get_by("/api/session", &[("authorization", &read)]).json();
    assert_eq!(who["officer"]["name"], "token:reader");
    assert_eq!(who["may"], json!(["search", "read-record"]));
    assert_eq!(who.get("session"), None);

    served.node.revoke_token(&"reader".parse().unwrap(), "test").unwrap();
    assert_eq!(status("/catalog", &read), 401);
}

#[test]
fn a_program_hears_whether_its_token_is_unknown_or_which_part_of_it_is_lacking() {
    use liaison_policy::TokenScope::Read;
    let served = Served::new();
    let token = served.token("reader", &[Role::Analyst, Role::Administrator], &[Read]);
    let ask = |path: &str, token: &str| {
        let bearer = format!("Bearer {token}");
        served.get_by(path, &[("authorization", bearer.as_str())]).json()
    };

    let unknown = ask("/catalog", "lia_wrong");
    let lacking_scope = ask("/metrics", &token);

    assert_eq!(unknown["code"], "token-unknown");
    assert!(unknown["hint"].as_str().unwrap().contains("liaison token add"), "{unknown}");
    assert_eq!(lacking_scope["code"], "refused");
    assert!(lacking_scope["detail"].as_str().unwrap().contains("scope"), "{lacking_scope}");
}

#[test]
fn a_node_without_accounts_says_how_to_make_the_first() {
    let served = Served::without_accounts();

    let answer = served.get_by("/catalog", &[]);

    assert_eq!((answer.status, &answer.json()["code"]), (401, &"no-account".into()));
    assert!(answer.json()["hint"].as_str().unwrap().contains("liaison user add"));
    assert_eq!(served.get_by("/healthz", &[]).status, 200);
}

#[test]
fn no_answer_and_no_log_line_repeats_a_secret() {
    let served = Served::new();
    let password = served.account("chief", &[Role::Supervisor]);
    let token = served.token("reader", &[Role::Analyst], &[liaison_policy::TokenScope::Read]);

    let answer = served.sign_in("chief", &password, &served.code("chief"));
    let refused = served.sign_in("hunter2", "hunter2 hunter2", "hunter");
    served.get_by("/catalog", &[("authorization", &format!("Bearer {token}"))]);

    let log = served.log.lock().unwrap().join("\n");
    let session = answer.header("set-cookie").unwrap().split(['=', ';']).nth(1).unwrap();
    for secret in [password.as_str(), &token, session, "hunter"] {
        assert!(!log.contains(secret) && !answer.text.contains(secret), "{log}");
        assert!(!refused.text.contains(secret), "{}", refused.text);
    }
    assert!(log.contains("token:reader") && log.contains("account: \"chief\""), "{log}");
}

#[test]
fn an_officer_changes_the_password_and_stays_signed_in_here_alone() {
    let served = Served::at_a_standstill();
    let password = served.account("chief", &[Role::Supervisor]);
    // A code is taken once: what comes later comes with the next one.
    let sign_in = |password: &str| {
        served.clock().advance_seconds(30);
        let answer = served.sign_in("chief", password, &served.code("chief"));
        let cookie = answer.header("set-cookie").map(|cookie| cookie.split(';').next().unwrap());
        (answer.status, cookie.unwrap_or_default().to_owned())
    };
    let (_, here) = sign_in(&password);
    let (_, elsewhere) = sign_in(&password);
    let new = "a sentence that nobody guesses";
    let change = |present: &str, new: &str| {
        served.clock().advance_seconds(30);
        let code = served.code("chief");
        let typed = json!({ "password": present, "code": code, "new": new }).to_string();
        served.send("POST", "/api/account/password", &served.page(&here), &typed)
    };
    let is_open = |cookie: &str| served.get_by("/account.json", &[("cookie", cookie)]).status;

    let wrong = change("wrong", new);
    assert_eq!((wrong.status, wrong.json()["code"].as_str()), (403, Some("not-confirmed")));
    for refused in ["short", password.as_str()] {
        let answer = change(&password, refused);
        assert_eq!((answer.status, answer.json()["code"].as_str()), (400, Some("bad-password")));
    }
    assert_eq!(is_open(&elsewhere), 200, "nothing has changed");
    let done = change(&password, new);

    assert_eq!(done.status, 200, "{}", done.text);
    assert_eq!(done.json()["sessions_ended"], 1);
    assert_eq!((is_open(&here), is_open(&elsewhere)), (200, 401));
    assert_eq!(sign_in(&password).0, 401);
    assert_eq!(sign_in(new).0, 200);
    assert!(!served.log.lock().unwrap().iter().any(|line| line.contains(new)));
}

#[test]
fn an_officer_sees_and_ends_sessions_of_their_own() {
    let served = Served::at_a_standstill();
    let password = served.account("chief", &[Role::Supervisor]);
    let sign_in = || {
        served.clock().advance_seconds(30);
        let answer = served.sign_in("chief", &password, &served.code("chief"));
        answer.header("set-cookie").unwrap().split(';').next().unwrap().to_owned()
    };
    let (first, second, here) = (sign_in(), sign_in(), sign_in());
    let read = |cookie: &str| served.get_by("/account.json", &[("cookie", cookie)]);
    let end = |path: &str| served.send("DELETE", path, &served.page(&here), "");

    let account = read(&here).json();
    assert_eq!(account["name"], "chief");
    assert_eq!(account["roles"], json!(["supervisor"]));
    let sessions = account["sessions"].as_array().unwrap();
    assert_eq!(sessions.len(), 3);
    assert_eq!(sessions[0]["is_this"], true);
    assert_eq!(sessions[0]["address"], "127.0.0.1");
    let of_analyst = read(&served.cookie).json()["sessions"][0]["number"].clone();
    assert_eq!(end(&format!("/api/account/sessions/{of_analyst}")).status, 404);
    assert_eq!(end("/api/account/sessions/x").status, 404);
    assert_eq!(end(&format!("/api/account/sessions/{}", sessions[2]["number"])).status, 204);
    assert_eq!((read(&first).status, read(&second).status), (401, 200));
    assert_eq!(end("/api/account/sessions").json()["sessions_ended"], 1);
    assert_eq!((read(&second).status, read(&here).status), (401, 200));

    let token = served.token("nightly", &[Role::Analyst], &[liaison_policy::TokenScope::Read]);
    let bearer = format!("Bearer {token}");
    let by_token = served.get_by("/account.json", &[("authorization", &bearer)]);
    assert_eq!((by_token.status, by_token.json()["code"].as_str()), (403, Some("refused")));
}
