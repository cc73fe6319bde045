//! A node that is folded anew answers as before.

use liaison_formats::Format;
use liaison_model::schema::names::prop;
use liaison_node::import::{ImportRequest, Input};
use liaison_node::{SearchAnswer, SearchRequest};
use liaison_views::{EntityFilter, FacetKind};
use liaison_world::{Entity, Size, World, fictional_sanctions, write_json_lines};

use super::Desk;

/// A node that imported a region, three public tables and a list, took parts of them back, and was
/// told to erase others; and the names and texts that were in the region.
fn lived() -> (Desk, Vec<String>) {
    let desk = Desk::new(None);
    let world = World::new(SEED, Size { people: 120, compounds: 12, reports: 80, adverts: 20 });
    let region: Vec<Entity> = world.entities().collect();
    let mut lines = Vec::new();
    write_json_lines(region.iter().cloned(), &mut lines).unwrap();
    let read = desk.import("region.ftm.json", lines);
    assert!(4_000 < read.statements, "{read:?}");

    let people = region.iter().filter(|entity| entity.schema == "Person");
    let people: Vec<&str> = people.map(|person| person.id.as_str()).collect();
    for id in &people[..12] {
        desk.node.withdraw(desk.statement(id, prop::NAME), "wrong person", "min").unwrap();
    }
    for id in &people[10..14] {
        let nationality = desk.statement(id, prop::NATIONALITY);
        desk.node.erase(nationality, "a court", "", "min").unwrap();
    }
    for (name, bytes) in SITUATION {
        desk.import(name, bytes);
    }
    let undone = desk.import("places.ftm.json", UNDONE).commit.unwrap();
    import_list(&desk);
    desk.node.undo(undone, "", "min").unwrap();
    desk.node.erase(desk.statement(people[20], prop::NAME), "a court", "", "min").unwrap();

    let texts = [prop::NAME, prop::ALIAS, prop::PHONE, prop::PASSPORT_NUMBER, prop::NOTES];
    let values = region.iter().flat_map(|entity| texts.map(|text| entity.values(text)));
    (desk, values.flatten().cloned().collect())
}

fn import_list(desk: &Desk) {
    let list = fictional_sanctions(SEED);
    let mut request = ImportRequest::new(Input::from_bytes("sdn.csv", list.sdn_csv), "min");
    request.format = Some(Format::OfacSdn);
    request.inputs.push(Input::from_bytes("alt.csv", list.alt_csv));
    request.inputs.push(Input::from_bytes("add.csv", list.add_csv));
    desk.node.import(request, &|_| {}).unwrap();
}

/// A thousand questions: whole values, their beginnings, ends and middles, two words of two values,
/// with and without filters and facets.
fn questions(values: &[String]) -> Vec<SearchRequest> {
    (0..QUESTIONS).map(|number| question(number, values)).collect()
}

fn question(number: usize, values: &[String]) -> SearchRequest {
    let value = |number: usize| &values[number * 7919 % values.len()];
    let word = |number: usize| value(number).split(' ').next_back().unwrap_or_default();
    let part = |from: usize, to: usize| value(number).chars().skip(from).take(to - from).collect();
    let text: String = match number % 8 {
        0 => value(number).clone(),
        1 => part(0, 3),
        2 => part(1, 3),
        3 => value(number).chars().rev().take(4).collect::<Vec<_>>().into_iter().rev().collect(),
        4 => format!("{} {}", word(number), word(number + 1)),
        5 => word(number).to_uppercase(),
        6 => PLACES[number / 8 % PLACES.len()].to_owned(),
        _ => String::new(),
    };
    let some = |chosen: bool, name: &str| if chosen { vec![name.to_owned()] } else { Vec::new() };
    let filter = EntityFilter {
        schemata: some(number % 3 == 1, SCHEMATA[number / 3 % SCHEMATA.len()]),
        datasets: some(number % 11 == 1, "region"),
        countries: some(number % 5 == 2, ["kh", "kr", "th", "vn"][number / 5 % 4]),
        date_from: (number % 7 == 3).then(|| "2025-03".to_owned()),
        date_to: (number % 13 == 4).then(|| "2025-06-30".to_owned()),
    };
    let facets = match number % 4 {
        0 => vec![FacetKind::Schema, FacetKind::Dataset, FacetKind::Country, FacetKind::Date],
        _ => Vec::new(),
    };
    let offset = if number % 10 == 9 { 5 } else { 0 };
    SearchRequest { text, filter, facets, offset, limit: 10, ..SearchRequest::default() }
}

fn answers(desk: &Desk, questions: &[SearchRequest]) -> Vec<SearchAnswer> {
    let reader = desk.reader();
    questions.iter().map(|question| desk.node.search(question, &reader).unwrap()).collect()
}

fn dump(desk: &Desk) -> Vec<u8> {
    let mut dump = Vec::new();
    desk.node.dump(&desk.reader(), &mut dump).unwrap();
    dump
}

#[test]
fn a_rebuilt_node_answers_a_thousand_questions_as_before() {
    let (mut desk, values) = lived();
    let questions = questions(&values);
    let (before, dump_before) = (answers(&desk, &questions), dump(&desk));

    desk.node.rebuild(&mut |_| {}).unwrap();

    let found = before.iter().filter(|answer| answer.total != 0).count();
    let highlighted = before.iter().flat_map(|answer| &answer.hits);
    let highlighted = highlighted.filter(|hit| !hit.highlights.is_empty()).count();
    assert!(QUESTIONS / 2 < found, "only {found} questions have an answer");
    assert!(QUESTIONS / 2 < highlighted, "only {highlighted} hits have highlights");
    for (question, (before, after)) in
        questions.iter().zip(before.iter().zip(answers(&desk, &questions)))
    {
        assert_eq!(*before, after, "{question:?}");
    }
    assert!(dump_before == dump(&desk), "the dump differs");
    assert_eq!(desk.node.compare_folded(&mut |_| {}).unwrap(), None);
}

const SEED: u64 = 20_251_017;
const QUESTIONS: usize = 1_000;
const PLACES: [&str; 8] =
    ["ភ្នំពេញ", "시아누크빌", "妙瓦底", "เมียวดี", "မြဝတီ", "ບໍ່ແກ້ວ", "ba vet", "Svay Rieng"];
const SCHEMATA: [&str; 4] = ["Person", "LegalEntity", "Compound", "Place"];
const UNDONE: &str =
    r#"{"id":"x","schema":"Company","properties":{"name":["ភ្នំពេញ Undone Trading"]}}"#;
const SITUATION: [(&str, &[u8]); 3] = [
    ("figures.csv", include_bytes!("../../../../situation/figures.csv")),
    ("places.csv", include_bytes!("../../../../situation/places.csv")),
    ("events.csv", include_bytes!("../../../../situation/events.csv")),
];
