//! Places of the gazetteer, by their names in eight scripts.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::{Found, Kind};
use crate::fold::Folded;
use crate::view::View;

/// A row of `data/places.csv`.
struct Place {
    id: String,
    country: String,
    is_restricted: bool,
    name: String,
}

pub(super) fn find(view: &View) -> Vec<Found> {
    let Some(searcher) = GAZETTEER.1.as_ref() else { return Vec::new() };
    let places = searcher.find_iter(view.text()).filter(|hit| view.is_word(&hit.range()));
    let found = places.map(|hit| {
        let place = &GAZETTEER.0[hit.pattern().as_usize()];
        Found::new(Kind::Place, &*place.id, view.folded(hit.range()), 0.9).of(&*place.country)
    });
    found.collect()
}

/// Whether a state warns its citizens of going to a place, or closed it to them.
pub(crate) fn restricted(id: &str) -> bool {
    GAZETTEER.0.iter().any(|place| place.is_restricted && place.id == id)
}

static GAZETTEER: LazyLock<(Vec<Place>, Option<AhoCorasick>)> = LazyLock::new(|| {
    let places = rows();
    let names = places.iter().map(|place| &place.name);
    let searcher = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(names).ok();
    (places, searcher)
});

/// Each row is a name: place, country, whether it is restricted, name, source.
fn rows() -> Vec<Place> {
    let mut reader = csv::Reader::from_reader(include_bytes!("../../data/places.csv").as_slice());
    let rows = reader.records().filter_map(Result::ok);
    let place = |row: csv::StringRecord| {
        let name = View::new(&Folded::new(row.get(3)?)).text().to_owned();
        (!name.is_empty()).then_some(Place {
            id: row.get(0)?.to_owned(),
            country: row.get(1)?.to_owned(),
            is_restricted: row.get(2)? == "yes",
            name,
        })
    };
    rows.filter_map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_gazetteer_is_a_place_with_a_source() {
        let text = include_str!("../../data/places.csv");

        assert_eq!(rows().len(), text.lines().count() - 1);
        for row in csv::Reader::from_reader(text.as_bytes()).records() {
            let row = row.unwrap();
            assert!(row.len() == 5 && row.iter().all(|cell| !cell.trim().is_empty()), "{row:?}");
        }
    }
}
