//! What is covered is not read out by asking for it piece by piece.

use liaison_model::Marks;
use liaison_node::SearchRequest;
use liaison_node::import::{ImportRequest, Input};

use super::Desk;

const PEOPLE: &str = r#"{"id":"p","schema":"Person","properties":{"name":["Zebulon Covered"],"phone":["+821012345678"],"birthDate":["1987-06-05"]}}
{"id":"pass","schema":"Passport","properties":{"holder":["p"],"number":["K7654321"]}}
"#;

fn desk(marks: Option<&str>) -> Desk {
    let desk = Desk::new(None);
    let mut request = ImportRequest::new(Input::from_bytes("a.ftm.json", PEOPLE), "min");
    request.marks = marks.map(|marks| marks.parse::<Marks>().unwrap());
    desk.node.import(request, &|_| {}).unwrap();
    desk
}

fn count(desk: &Desk, request: &SearchRequest) -> u64 {
    desk.node.search(&SearchRequest { limit: 10, ..request.clone() }, &desk.reader()).unwrap().total
}

fn count_of(desk: &Desk, text: &str) -> u64 {
    count(desk, &SearchRequest { text: text.to_owned(), ..SearchRequest::default() })
}

#[test]
fn a_covered_number_is_found_whole_and_not_by_a_few_of_its_digits() {
    let (covered, published) = (desk(None), desk(Some("TLP:CLEAR")));

    for whole in ["010-1234-5678", "K7654321"] {
        assert_eq!((count_of(&covered, whole), count_of(&published, whole)), (1, 1), "{whole}");
    }
    for part in ["5678", "K765"] {
        assert_eq!((count_of(&covered, part), count_of(&published, part)), (0, 1), "{part}");
    }
}

#[test]
fn lists_are_not_narrowed_by_the_day_on_which_somebody_was_born() {
    let desk = desk(None);
    let mut request = SearchRequest::default();
    request.filter.schemata = vec!["Person".to_owned()];
    let all = count(&desk, &request);
    request.filter.date_from = Some("1987".to_owned());
    request.filter.date_to = Some("1987".to_owned());

    assert_eq!((all, count(&desk, &request)), (1, 0));
}
