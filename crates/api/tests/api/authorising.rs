//! Which role is let in to which route, by the real router: the table that a reviewer reads.

use std::fmt::Write as _;
use std::sync::Arc;

use liaison_api::{Access, ApiState, Reach, Route, routes};
use liaison_model::Role;
use liaison_policy::TokenScope;

use crate::served::{Answer, Served};

#[test]
fn the_table_of_routes_and_roles_is_the_one_that_was_reviewed() {
    let served = Served::new();
    let cookies: Vec<(Role, String)> = Role::ALL
        .into_iter()
        .map(|role| (role, served.cookie_of(&format!("the-{role}"), &[role])))
        .collect();

    let mut table = format!("{:32}{:>8}", "", "nobody");
    for (role, _) in &cookies {
        let _ = write!(table, " {role}");
    }
    table.push('\n');
    for route in all(&served) {
        let _ = write!(table, "{:32}", format!("{} {}", route.method, route.path));
        let _ = write!(table, "{:>8}", ask(&served, &route, "").status);
        for (role, cookie) in &cookies {
            // Signing out is asked last, so that everybody is signed in until then.
            let status = ask(&served, &route, cookie).status;
            let _ = write!(table, " {status:>width$}", width = role.to_string().len());
        }
        table.push('\n');
    }

    insta::assert_snapshot!(table);
}

#[test]
fn nobody_is_let_in_without_signing_in_but_where_the_table_says_open() {
    let served = Served::new();

    for route in all(&served) {
        let status = ask(&served, &route, "").status;
        let is_open = matches!(route.access, Access::Open | Access::Local);
        assert_eq!(is_open, status != 401, "{route:?}: {status}");
    }
    let open: Vec<_> =
        all(&served).into_iter().filter(|route| route.access == Access::Open).collect();
    let open: Vec<&str> = open.iter().map(|route| route.path).collect();
    assert_eq!(open, ["/", "/healthz", "/readyz", SESSION]);
}

#[test]
fn a_deep_link_without_permission_answers_as_one_to_nothing() {
    let served = Served::with_situation();
    let cookie = served.cookie_of("admin", &[Role::Administrator]);
    let token = served.token("watcher", &[Role::Auditor], &[TokenScope::Health]);
    let asked = |path: &str, header: (&str, &str)| {
        let answer = served.get_by(path, &[header]);
        let mut headers: Vec<String> = answer
            .headers
            .iter()
            .filter(|(name, _)| *name != "date")
            .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()))
            .collect();
        headers.sort();
        (answer.status, headers, answer.text)
    };
    assert_eq!(served.get("/entities/place-bavet").status, 200);

    let bearer = format!("Bearer {token}");
    for header in [("cookie", cookie.as_str()), ("authorization", bearer.as_str())] {
        for path in ["/entities/place-bavet", "/entities/place-bavet/adjacent"] {
            let there = asked(path, header);
            assert_eq!(there.0, 404, "{path}");
            assert_eq!(there, asked(&path.replace("bavet", "nowhere"), header), "{path}");
        }
    }
    // And to an analyst, who may read records, what is not there looks the same.
    let nothing = asked("/entities/place-nowhere", ("cookie", &served.cookie));
    assert_eq!(nothing, asked("/entities/place-bavet", ("cookie", &cookie)));
}

fn all(served: &Served) -> Vec<Route> {
    let reach = Reach::loopback(served.address.port());
    let state = Arc::new(ApiState::new(Arc::clone(&served.node), reach, Arc::new(|_| ())));
    let mut routes = routes(&state);
    routes.sort_by_key(|route| route.method == "DELETE");
    routes
}

fn ask(served: &Served, route: &Route, cookie: &str) -> Answer {
    let path = route.path.replace("{dataset}", "all").replace("{id}", "agency");
    let body = if route.method == "POST" { "{}" } else { "" };
    served.send(route.method.as_str(), &path, &served.page(cookie), body)
}

const SESSION: &str = "/api/session";
