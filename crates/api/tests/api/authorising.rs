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

    let mut table = format!("{:44}{:>8}", "", "nobody");
    for (role, _) in &cookies {
        let _ = write!(table, " {role}");
    }
    table.push('\n');
    for route in all(&served) {
        for path in addresses(&route) {
            let label = format!("{} {}", route.method, path.replace(A_SEARCH, "s-…"));
            let _ = write!(table, "{label:44}");
            let _ = write!(table, "{:>8}", ask(&served, &route, &path, "").status);
            for (role, cookie) in &cookies {
                // Signing out is asked last, so that everybody is signed in until then.
                let status = ask(&served, &route, &path, cookie).status;
                let _ = write!(table, " {status:>width$}", width = role.to_string().len());
            }
            table.push('\n');
        }
    }

    insta::assert_snapshot!(table);
}

#[test]
fn nobody_is_let_in_without_signing_in_but_where_the_table_says_open() {
    let served = Served::new();

    for route in all(&served) {
        for (at, path) in addresses(&route).into_iter().enumerate() {
            let status = ask(&served, &route, &path, "").status;
            let is_page = at == 0 && matches!(route.access, Access::Screen(_));
            let is_open = is_page || matches!(route.access, Access::Open | Access::Local);
            assert_eq!(is_open, status != 401, "{route:?} {path}: {status}");
        }
    }
    let open: Vec<_> =
        all(&served).into_iter().filter(|route| route.access == Access::Open).collect();
    let open: Vec<&str> = open.iter().map(|route| route.path).collect();
    assert_eq!(
        open,
        [
            "/",
            "/sign-in",
            "/situation",
            "/estimate",
            "/search",
            "/resolve",
            "/links",
            "/import",
            "/activity",
            "/inbox",
            "/reports",
            "/cases",
            "/requests",
            "/adverts",
            "/compounds",
            "/money",
            "/freeze-plans",
            "/freeze-plans/{id}",
            "/travel",
            "/operations",
            "/screening",
            "/emergencies",
            "/looks",
            "/looks/accounts",
            "/account",
            "/assets/{name}",
            SESSION,
            "/peers",
            "/sharing",
            "/asks",
            "/looks/exchange",
            "/api",
            "/healthz",
            "/readyz"
        ]
    );
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
    routes.sort_by_key(|route| route.method == "DELETE" && route.path == SESSION);
    routes
}

/// The addresses of a route: of a screen, that of its page and then those of what is behind it.
fn addresses(route: &Route) -> Vec<String> {
    match (route.access, route.path) {
        (Access::Screen(_), "/search/{dataset}") => {
            let search = |ending: &&str| format!("/search/{A_SEARCH}{ending}");
            let of_search = ["", ".json", ".csv", ".xlsx"];
            of_search.iter().map(search).chain([route.path.to_owned()]).collect()
        }
        (Access::Screen(_), path) => vec![path.to_owned(), format!("{path}.json")],
        (_, path) => vec![path.to_owned()],
    }
}

fn ask(served: &Served, route: &Route, path: &str, cookie: &str) -> Answer {
    let path =
        path.replace("{dataset}", "all").replace("{id}", "agency").replace("{name}", "nothing.js");
    let path = path.replace("{commit}", "1");
    let body = if ["POST", "PUT"].contains(&route.method.as_str()) { "{}" } else { "" };
    served.send(route.method.as_str(), &path, &served.page(cookie), body)
}

const SESSION: &str = "/api/session";
/// As the ids of searches are; nobody has this one.
const A_SEARCH: &str = "s-00000000000000000000000000";
