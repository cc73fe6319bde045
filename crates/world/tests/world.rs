//! What holds for every simulated region, list and spreadsheet.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};

use liaison_model::schema::{self, PropType};
use liaison_world::{
    Entity, HumanName, Size, World, bench_entities, fictional_sanctions, identifiers, mark,
    spreadsheet_rows, write_json_lines,
};
use sha2::{Digest, Sha256};

fn demonstration(seed: u64) -> World {
    World::new(seed, Size::DEMONSTRATION)
}

fn bytes(entities: impl Iterator<Item = Entity>) -> Vec<u8> {
    let mut out = Vec::new();
    write_json_lines(entities, &mut out).unwrap();
    out
}

fn everything(seed: u64) -> Vec<Entity> {
    demonstration(seed).entities().chain(bench_entities(2_000, seed)).collect()
}

fn hash(parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    parts.iter().for_each(|part| hash.update(part));
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_same_seed_gives_the_same_bytes_on_every_machine() {
    let world = bytes(demonstration(2025).entities());
    let bench = bytes(bench_entities(1_000, 2025));
    let lists = fictional_sanctions(2025);
    let sheet = format!("{:?}", spreadsheet_rows(2025, 330, 12));

    // These change when the region's tables or rules do, and must not change otherwise.
    assert_eq!(hash(&[&world]), "37d45a8adf50a7dd46ab39329004118b1f83f594605d518a05a3b8984190d592");
    assert_eq!(hash(&[&bench]), "299f5773cb382920f8b24717307f8ad8ae8473f4d30ca17dac73e1388f86fece");
    assert_eq!(
        hash(&[&lists.sdn_csv, &lists.add_csv, &lists.alt_csv, &lists.un_xml]),
        "1ea7e63a5bbd25597404fa614a78dbb13535c0a5c66eaad92f5b60e936514f44"
    );
    assert_eq!(
        hash(&[sheet.as_bytes()]),
        "e386e47f06ab108b520454073d6b272d55391f568f32aad5fe897caf72dc5459"
    );
}

#[test]
fn different_seeds_give_different_bytes() {
    assert_ne!(bytes(demonstration(1).entities()), bytes(demonstration(2).entities()));
    assert_ne!(bytes(bench_entities(50, 1)), bytes(bench_entities(50, 2)));
    assert_ne!(fictional_sanctions(1), fictional_sanctions(2));
    assert_ne!(spreadsheet_rows(1, 9, 2).rows, spreadsheet_rows(2, 9, 2).rows);
}

#[test]
fn every_entity_says_that_it_is_fictional() {
    for entity in everything(7) {
        let said = entity.values("notes").iter().chain(entity.values("summary"));
        assert!(said.into_iter().any(|text| *text == mark(7)), "{}", entity.id);
    }
}

#[test]
fn every_schema_and_property_is_known_and_every_required_one_is_there() {
    for entity in everything(7) {
        let found = schema::find(entity.schema).unwrap();
        assert!(!found.is_abstract, "{}", entity.schema);
        for (name, values) in &entity.properties {
            let property = found.property(name);
            assert!(property.is_some_and(|p| !p.stub), "{}:{name}", entity.schema);
            assert!(!values.is_empty() && values.iter().all(|v| !v.trim().is_empty()), "{name}");
        }
        for required in found.required {
            assert!(!entity.values(required).is_empty(), "{}:{required}", entity.schema);
        }
    }
}

#[test]
fn every_simulated_phone_is_unassigned() {
    let mut phones = 0;
    for entity in everything(7) {
        let found = schema::find(entity.schema).unwrap();
        for (name, values) in &entity.properties {
            if found.property(name).unwrap().kind == PropType::Phone {
                phones += values.len();
                assert!(values.iter().all(|phone| identifiers::is_unassigned_phone(phone)));
            }
        }
    }
    assert!(1_000 < phones);
}

#[test]
fn no_simulated_place_has_coordinates() {
    for entity in everything(7) {
        for property in ["latitude", "longitude", "geometry", "gates"] {
            assert!(entity.values(property).iter().all(|value| !value.contains(['1', '2', '.'])));
        }
    }
}

#[test]
fn ids_are_unique_and_every_link_leads_to_an_entity_of_the_right_schema() {
    let world = demonstration(7);
    check_links(world.entities().collect());
    for agency in world.agencies() {
        check_links(world.entities_of(agency).collect());
    }
}

fn check_links(all: Vec<Entity>) {
    let by_id: BTreeMap<&str, &Entity> = all.iter().map(|e| (e.id.as_str(), e)).collect();
    assert_eq!(by_id.len(), all.len());

    for entity in &all {
        let found = schema::find(entity.schema).unwrap();
        for (name, values) in &entity.properties {
            let property = found.property(name).unwrap();
            let Some(range) = property.range.filter(|_| property.kind == PropType::Entity) else {
                continue;
            };
            for value in values {
                let target = by_id.get(value.as_str()).unwrap_or_else(|| panic!("{value}"));
                assert!(schema::find(target.schema).unwrap().is_a(range), "{name} → {value}");
            }
        }
    }
}

#[test]
fn reports_add_up_to_the_number_asked_for_and_rise_month_by_month() {
    let world = demonstration(7);
    let mut months = BTreeMap::<String, u32>::new();
    for report in world.entities().filter(|entity| entity.schema == "Report") {
        *months.entry(report.values("reportedAt")[0][..7].to_owned()).or_default() += 1;
    }

    let counts: Vec<u32> = months.values().copied().collect();
    assert_eq!(counts, [26, 30, 36, 40, 42, 47, 52, 57]);
    assert_eq!(months.keys().next_back().unwrap(), "2025-08");
}

#[test]
fn a_report_stands_at_the_last_stage_it_reached() {
    let world = demonstration(7);
    let mut last = BTreeMap::new();
    for step in world.stage_steps() {
        let before = last.insert(step.report.clone(), step.clone());
        assert!(before.is_none_or(|before| before.date <= step.date), "{step:?}");
        assert!(step.date.as_str() <= "2025-08-31");
    }

    for report in world.entities().filter(|entity| entity.schema == "Report") {
        let step = &last[&report.id];
        assert_eq!(report.values("stage"), [step.stage]);
        assert_eq!(report.values("stageDate"), std::slice::from_ref(&step.date));
    }
}

#[test]
fn nobody_is_a_suspect_who_was_not_screened_before() {
    let all: Vec<Entity> = demonstration(7).entities().collect();
    let screened: BTreeMap<&str, &str> = all
        .iter()
        .filter(|entity| entity.schema == "Screening")
        .map(|entity| (entity.values("person")[0].as_str(), entity.values("date")[0].as_str()))
        .collect();

    let suspects = all.iter().filter(|entity| entity.values("role") == ["suspect"]);
    for role in suspects {
        let day = screened[role.values("person")[0].as_str()];
        assert!(day <= role.values("date")[0].as_str(), "{}", role.id);
    }
}

#[test]
fn every_record_is_kept_by_exactly_one_agency() {
    let world = demonstration(7);
    let own = |entity: &Entity| entity.schema == "Person" || entity.schema == "Report";

    let kept: usize =
        world.agencies().iter().map(|a| world.entities_of(a).filter(own).count()).sum();
    assert_eq!(kept, world.entities().filter(own).count());
    for agency in world.agencies() {
        assert!(0 < world.entities_of(agency).filter(own).count(), "{}", agency.name);
    }
}

#[test]
fn the_truth_names_every_record_at_most_once_and_records_that_exist() {
    let world = demonstration(7);
    let people: BTreeSet<String> =
        world.entities().filter(|e| e.schema == "Person").map(|e| e.id).collect();

    let mut named = BTreeSet::new();
    let mut joined = 0;
    for truth in world.people_truth() {
        assert!(1 < truth.entities.len());
        joined += truth.entities.len() - 1;
        for id in truth.entities {
            assert!(people.contains(&id) && named.insert(id));
        }
    }
    assert_eq!(people.len() - joined, Size::DEMONSTRATION.people as usize);
    let adverts: usize = world.adverts_truth().map(|truth| truth.entities.len()).sum();
    assert_eq!(adverts, Size::DEMONSTRATION.adverts as usize);
}

#[test]
fn every_advert_of_many_hands_is_of_one_hand_with_one_contact() {
    let world = demonstration(7);
    let baits: Vec<_> = world.baits(1_000).filter(|one| one.schema == "Advert").collect();

    let truth: Vec<_> = world.baits_truth(1_000).collect();

    assert_eq!(truth.iter().map(|hand| hand.entities.len()).sum::<usize>(), 1_000);
    assert!(200 < truth.len());
    for hand in truth {
        let of_hand = baits.iter().filter(|bait| hand.entities.contains(&bait.id));
        let handles: BTreeSet<_> = of_hand.flat_map(|bait| bait.values("handle")).collect();
        assert_eq!(handles.len(), 1);
    }
}

#[test]
fn the_person_of_the_journeys_is_found_under_three_spellings() {
    let world = demonstration(7);
    let truth = world.people_truth().next().unwrap();
    let records = world.entities().filter(|entity| truth.entities.contains(&entity.id));

    let names: BTreeSet<String> = records
        .flat_map(|record| [record.values("name"), record.values("alias")].concat())
        .collect();
    for name in ["강서윤", "Kang Seo-yun", "Gang Seoyun"] {
        assert!(names.contains(name), "{names:?}");
    }
}

#[test]
fn a_region_of_nothing_is_still_a_region() {
    let nothing = Size { people: 0, compounds: 0, reports: 0, adverts: 0 };

    let schemata: BTreeSet<&str> = World::new(1, nothing).entities().map(|e| e.schema).collect();
    assert_eq!(schemata, BTreeSet::from(["Agency", "Place"]));
    assert_eq!(bench_entities(0, 1).count(), 0);
}

#[test]
fn the_fictional_list_has_the_form_of_the_published_ones() {
    let list = fictional_sanctions(7);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let (sdn, add, alt) = (text(&list.sdn_csv), text(&list.add_csv), text(&list.alt_csv));

    assert_eq!((sdn.lines().count(), add.lines().count()), (40, 40));
    assert!(sdn.lines().all(|row| row.contains(&mark(7)) && row.contains(",-0- ,")));
    assert!(add.ends_with(",-0- \r\n") && alt.ends_with(",-0- \r\n"));
    assert!(alt.contains("\"aka\"") && alt.contains(|c: char| ('가'..='힣').contains(&c)));
    let xml = text(&list.un_xml);
    assert_eq!(xml.matches("<INDIVIDUAL>").count() + xml.matches("<ENTITY>").count(), 40);
    assert_eq!(xml.matches(&mark(7)).count(), 40);
}

#[test]
fn spellings_of_a_name_are_different() {
    for number in 0..200 {
        let name: HumanName = demonstration(3).human(number).name;
        let spellings = name.spellings();

        let different: BTreeSet<&String> = spellings.iter().collect();
        assert_eq!(different.len(), spellings.len());
    }
}
