//! Searching and reading.

use std::collections::BTreeSet;

use liaison_model::{MASK, Reader, Role};
use liaison_node::ShowOptions;
use serde_json::{Value, json};

use crate::served::{CASELOAD, Served, encoded, ids};

#[test]
fn a_place_is_found_under_each_of_its_names() {
    let served = Served::with_situation();

    for name in ["ភ្នំពេញ", "프놈펜", "พนมเปญ", "金边", "Phnom Penh", "phnom"]
    {
        let found = served.json(&format!("/search/all?q={}&schema=Place", encoded(name)));
        assert_eq!(ids(&found)[0], "kr.npa:place-phnom-penh", "{name}");
        assert!(0.0 < found["results"][0]["score"].as_f64().unwrap(), "{name}");
    }
    let place = &served.json("/search/situation?q=phnom&schema=Place&limit=1")["results"][0];
    assert_eq!(place["caption"], "Phnom Penh");
    assert_eq!(place["datasets"], json!(["situation"]));
    assert_eq!(place["properties"]["country"], json!(["kh"]));
    assert_eq!(place["referents"], json!([]));
}

#[test]
fn filters_narrow_a_list_and_facets_count_it() {
    let served = Served::with_situation();

    let list = served.json(
        "/search/all?schema=Figure&countries=KH&limit=500&facets=countries&facets=schema&facets=datasets",
    );
    let results = list["results"].as_array().unwrap();
    let total = list["total"]["value"].as_u64().unwrap();
    assert_eq!(results.len() as u64, total);
    assert_eq!(list["total"]["relation"], "eq");
    for result in results {
        assert_eq!(result["schema"], "Figure");
        assert!(result["properties"]["country"].as_array().unwrap().contains(&json!("kh")));
        assert_eq!(result.get("score"), None);
    }
    assert_eq!(count(&list, "countries", "kh"), total);
    assert_eq!(count(&list, "schema", "Figure"), total);
    assert_eq!(count(&list, "datasets", "situation"), total);
    assert_eq!(list["facets"]["countries"]["label"], "Countries");

    let same = served.json(
        "/search/situation?filter=schema:Figure&filter=countries:kh&limit=500&simple=true&fuzzy=true",
    );
    assert_eq!(ids(&same), ids(&list));

    let wider = served.json("/search/all?schema=Figure&countries=kh&countries=la&limit=0");
    assert!(total < wider["total"]["value"].as_u64().unwrap());
    assert_eq!(wider["results"], json!([]));

    let october = served.json("/search/all?filter=dates:2025-10&schema=Figure&limit=0");
    let autumn =
        served.json("/search/all?filter=dates:2025-09&filter=dates:2025-11&schema=Figure&limit=0");
    let value = |list: &Value| list["total"]["value"].as_u64().unwrap();
    assert!(0 < value(&october) && value(&october) < value(&autumn));
}

#[test]
fn pages_join_into_the_whole_list() {
    let served = Served::with_situation();
    let whole = ids(&served.json("/search/all?schema=Figure&limit=500"));

    let mut joined = Vec::new();
    for offset in (0..whole.len()).step_by(50) {
        let page = served.json(&format!("/search/all?schema=Figure&limit=50&offset={offset}"));
        assert_eq!((&page["limit"], &page["offset"]), (&json!(50), &json!(offset)));
        joined.extend(ids(&page));
    }

    assert_eq!(joined, whole);
    assert_eq!(whole.iter().collect::<BTreeSet<_>>().len(), whole.len());
}

#[test]
fn a_list_without_a_text_has_no_entries_about_the_journal_itself() {
    let served = Served::new();
    served.import("caseload.ftm.json", CASELOAD);
    let withdrawn = statement(&served, "person-2", "name");
    served.node.withdraw(withdrawn, "wrong person", "min").unwrap();

    let list = served.json("/search/all?limit=500&facets=schema");

    assert_eq!(count(&list, "schema", "Withdrawal"), 0);
    assert_eq!(count(&list, "schema", "Company"), 1);
}

#[test]
fn an_entity_comes_with_what_stands_beside_it() {
    let served = Served::new();
    served.import("caseload.ftm.json", CASELOAD);

    let company = served.json("/entities/front-company?nested=false");
    assert_eq!(company, served.json("/entities/kr.npa:front-company"));
    assert_eq!(company["id"], "kr.npa:front-company");
    assert_eq!(company["caption"], "황금미래 무역");
    assert_eq!(company["schema"], "Company");
    assert_eq!(company["properties"], json!({"name": ["황금미래 무역"], "country": ["kh"]}));
    assert_eq!(company["target"], false);

    let beside = served.json("/entities/front-company/adjacent");
    assert_eq!(beside["entity"], company);
    let owners = &beside["adjacent"]["ownershipAsset"];
    assert_eq!(ids(owners), ["kr.npa:ownership-1", "kr.npa:ownership-2"]);
    assert_eq!(owners["total"], json!({"value": 2, "relation": "eq"}));

    let page = served.json("/entities/front-company/adjacent?limit=1&offset=1");
    assert_eq!(ids(&page["adjacent"]["ownershipAsset"]), ["kr.npa:ownership-2"]);

    let ownership = served.json("/entities/ownership-1/adjacent");
    assert_eq!(ids(&ownership["adjacent"]["owner"]), ["kr.npa:person-1"]);
    assert_eq!(ids(&ownership["adjacent"]["asset"]), ["kr.npa:front-company"]);
}

#[test]
fn a_covered_person_stays_covered_in_every_answer() {
    let served = Served::new();
    served.import("caseload.ftm.json", CASELOAD);

    let found = served.json(&format!("/search/all?q={}", encoded("김민수")));
    assert_eq!(ids(&found)[0], "kr.npa:person-1");
    assert_eq!(found["results"][0]["caption"], MASK);
    let person = served.json("/entities/person-1");
    assert_eq!(person["properties"]["name"], json!([MASK]));
    assert_eq!(person["properties"]["phone"], json!([MASK]));
    assert_eq!(person["properties"]["nationality"], json!(["kr"]));

    for path in [
        "/search/all?limit=500&facets=schema&facets=countries&facets=datasets",
        "/search/all?q=010-5550-0123",
        "/search/caseload?q=min-su",
        "/entities/person-1",
        "/entities/ownership-1/adjacent",
        "/entities/front-company/adjacent",
        "/catalog",
        "/figures?all=true",
        "/metrics",
    ] {
        let answer = served.get(path);
        assert_eq!(answer.status, 200, "{path}");
        for secret in ["김민수", "Min-su", "55500123", "Dara", "1999-04-21"] {
            assert!(!answer.text.contains(secret), "{path} {secret}");
        }
    }
}

#[test]
fn a_withdrawn_statement_is_gone_from_the_next_answer() {
    let served = Served::new();
    served.import("caseload.ftm.json", CASELOAD);
    let search = format!("/search/all?q={}&facets=countries", encoded("황금미래"));
    assert_eq!(served.json(&search)["total"]["value"], 1);

    for prop in ["name", "country"] {
        let id = statement(&served, "front-company", prop);
        served.node.withdraw(id, "wrong company", "min").unwrap();
    }

    let found = served.json(&search);
    assert_eq!(found["total"]["value"], 0);
    assert_eq!(found["facets"]["countries"]["values"], json!([]));
    assert_eq!(served.get("/entities/front-company").status, 404);
    let beside = served.json("/entities/ownership-1/adjacent");
    assert_eq!(beside["adjacent"]["asset"], Value::Null);
}

#[test]
fn the_catalogue_lists_datasets_that_can_be_searched() {
    let served = Served::with_situation();
    let catalog = served.json("/catalog");

    let datasets = catalog["datasets"].as_array().unwrap();
    let situation = datasets.iter().find(|dataset| dataset["name"] == "situation").unwrap();
    let listed = served.json("/search/situation?limit=0");
    assert_eq!(situation["entity_count"], listed["total"]["value"]);
    assert_eq!(situation["load"], true);
    assert_eq!(catalog["index_stale"], false);
    assert!(catalog["current"].as_array().unwrap().contains(&json!("situation")));
}

fn count(list: &Value, facet: &str, value: &str) -> u64 {
    let values = list["facets"][facet]["values"].as_array().unwrap();
    let found = values.iter().find(|item| item["name"] == value);
    found.map_or(0, |item| item["count"].as_u64().unwrap())
}

fn statement(served: &Served, entity: &str, prop: &str) -> liaison_model::StatementId {
    let reader = Reader::officer(served.node.agency().clone(), "min", [Role::Analyst]);
    let view = served.node.show(entity, &reader, &ShowOptions::default()).unwrap();
    view.statements.iter().find(|statement| statement.prop == prop).unwrap().id
}
