//! Many calls by several officers at once, and the chain of looks afterwards: one entry for each
//! answer that uncovered somebody, and none besides.
//!
//! What an answer uncovers is asked of the answer itself: a name that stands nowhere else is in it.
//! 2,000 calls here; `LIAISON_CALLS=100000 make soak` for more, another `LIAISON_SEED` for others.

use std::collections::BTreeMap;

use liaison_model::Role;
use liaison_node::{EntriesWanted, Looks};
use serde_json::{Value, json};

use crate::served::{Answer, Served};

/// Somebody invented, whose name stands in no other record.
struct Person {
    id: String,
    report: String,
    name: String,
    statement: String,
}

/// A look as it is to be found in the chain.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Expected {
    route: &'static str,
    records: Vec<String>,
}

/// An officer who calls, and what they saw.
struct Caller<'a> {
    served: &'a Served,
    people: &'a [Person],
    name: &'static str,
    cookie: String,
    chance: Chance,
    seen: Vec<Expected>,
}

/// A sequence that follows from its seed (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % bound as u64) as usize
    }
}

impl Caller<'_> {
    fn send(&self, method: &str, path: &str, body: &Value) -> Answer {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        self.served.send(method, path, &self.served.page(&self.cookie), &body)
    }

    /// One call, and what it uncovered.
    fn call(&mut self) {
        let at = self.chance.below(self.people.len());
        let Person { id, report, statement, .. } = &self.people[at];
        let purpose = PURPOSES[self.chance.below(PURPOSES.len())];
        let wanted = json!({ "purpose": purpose });
        let get = |path: String| ("GET", path, Value::Null, "");
        let post = |path: String, body: Value, route| ("POST", path, body, route);
        let (method, path, body, route) = match self.chance.below(16) {
            0 => get("/reports.json?limit=20".to_owned()),
            1 => get("/inbox.json".to_owned()),
            2 => get(format!("/reports/{report}.json")),
            3 => get(format!("/records/{id}.json")),
            4 => get(format!("/records/{id}/links.json")),
            5 => get(format!("/entities/{id}")),
            6 => get("/search.json?schema=Person".to_owned()),
            7 => get(format!("/records/{id}/history.json")),
            8 => post("/api/records/nobody/reveal".to_owned(), wanted, "/records/{id}"),
            9 => post(format!("/api/records/{id}/print"), wanted, PRINT),
            10 => post(format!("/api/statements/{statement}/proof"), wanted, PROOF),
            11 => {
                let reason = if self.chance.below(4) == 0 { " " } else { "she called" };
                let body = json!({ "reason": reason });
                post(format!("/api/records/{id}/emergency"), body, "/records/{id}")
            }
            _ => post(format!("/api/records/{id}/reveal"), wanted, "/records/{id}"),
        };
        let answer = self.send(method, &path, &body);
        self.expect(&path, route, id, &answer);
    }

    /// Reads from an answer what the chain of looks is to hold of it.
    fn expect(&mut self, path: &str, route: &'static str, id: &str, answer: &Answer) {
        let told: Vec<String> = self
            .people
            .iter()
            .filter(|person| answer.text.contains(&person.name))
            .map(|person| person.id.clone())
            .collect();
        assert!(told.is_empty() || !route.is_empty(), "{path} uncovers {told:?}");
        assert!(told.is_empty() || answer.status == 200, "{path}: {}", answer.status);
        // Who prints is recorded, too, although the answer uncovers nobody; and a proof holds what
        // was said as encoded bytes, in which the name is not found.
        let is_about = [PRINT, PROOF].contains(&route) && answer.status == 200;
        let records = if is_about { vec![id.to_owned()] } else { told };
        if !records.is_empty() {
            self.seen.push(Expected { route, records });
        }
    }
}

fn people(served: &Served) -> Vec<Person> {
    let one = |number: usize| {
        let name = format!("Invented Person{number:03}q");
        let handling = ["", "about:victim", "for:repatriation"][number % 3];
        let told = json!({
            "fields": { "person.name": [&name] },
            "handling": handling,
            "source": "family, by phone",
        });
        let taken = served.post("/api/reports", &told);
        assert_eq!(taken.status, 200, "{}", taken.text);
        let report = taken.json()["number"].as_str().unwrap().to_owned();
        let id = served.json(&format!("/reports/{report}.json"))["person"].clone();
        let id = id.as_str().unwrap().to_owned();
        let record = served.json(&format!("/records/{id}.json"));
        let said = record["statements"].as_array().unwrap();
        let named = said.iter().find(|said| said["prop"] == "name").unwrap();
        let statement = named["id"].as_str().unwrap().to_owned();
        Person { id, report, name, statement }
    };
    (0..PEOPLE).map(one).collect()
}

/// Every look in the chain by officer, oldest first.
fn chain(served: &Served) -> BTreeMap<String, Vec<(String, Vec<String>)>> {
    let mut wanted = EntriesWanted { limit: 1_000, ..EntriesWanted::default() };
    let mut found = BTreeMap::<String, Vec<_>>::new();
    loop {
        let Looks { looks, next } = served.node.looks(&wanted).unwrap();
        for (_, look) in looks {
            let records = look.entities.iter().map(ToString::to_string).collect();
            found.entry(look.officer).or_default().push((look.route, records));
        }
        wanted.before = next;
        if wanted.before.is_none() {
            break;
        }
    }
    found.values_mut().for_each(|looks| looks.reverse());
    found
}

#[test]
fn each_answer_that_uncovers_somebody_is_one_look_and_no_other_answer_is() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse().ok());
    let calls = number("LIAISON_CALLS").unwrap_or(CALLS) as usize;
    let seed = number("LIAISON_SEED").unwrap_or(SEED);
    let served = Served::new();
    let people = people(&served);
    let callers = CALLERS.iter().enumerate().map(|(at, (name, role))| Caller {
        served: &served,
        people: &people,
        name,
        cookie: served.cookie_of(name, &[*role]),
        chance: Chance(seed.wrapping_add(at as u64)),
        seen: Vec::new(),
    });
    let mut callers: Vec<Caller<'_>> = callers.collect();

    std::thread::scope(|threads| {
        for caller in &mut callers {
            threads.spawn(move || (0..calls / CALLERS.len()).for_each(|_| caller.call()));
        }
    });

    let mut chain = chain(&served);
    let mut total = 0;
    for Caller { name, seen, .. } in callers {
        total += seen.len();
        let told: Vec<(String, Vec<String>)> =
            seen.into_iter().map(|one| (one.route.to_owned(), one.records)).collect();
        assert_eq!(chain.remove(name).unwrap_or_default(), told, "{name}, seed {seed}");
    }
    assert!(chain.is_empty(), "{chain:?}");
    assert!(calls / 20 < total, "{total} looks of {calls} calls");
}

const PURPOSES: [&str; 5] =
    ["rescue", "repatriation", "criminal-investigation", "audit", "victim-support"];
const CALLERS: [(&str, Role); 4] = [
    ("caller-1", Role::Analyst),
    ("caller-2", Role::VictimSupport),
    ("caller-3", Role::Supervisor),
    ("caller-4", Role::Auditor),
];
const PRINT: &str = "/records/{id}/print";
const PROOF: &str = "proof";
const PEOPLE: usize = 24;
const CALLS: u64 = 2_000;
const SEED: u64 = 7;
