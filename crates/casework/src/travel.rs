//! Travel restrictions: which place a restriction on another one concerns, and which texts name it.

use std::collections::BTreeSet;

use jiff::civil::Date;
use liaison_model::values::PartialDate;

/// A place with the larger places in which it lies.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Area {
    /// Entity ids: the place's own first, then those of larger places; none for a whole country.
    pub ids: Vec<String>,
    /// What the place itself is called.
    pub names: BTreeSet<String>,
    /// What the larger places are called.
    pub within: BTreeSet<String>,
    /// Countries, as codes.
    pub countries: BTreeSet<String>,
    /// Whether it is a province or a country, which is meant with all that lies in it.
    pub is_wide: bool,
}

/// How a restriction on one place concerns another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// The place lies in the area.
    Covers,
    /// The area is a part of the place, or lies in the same province: it may be meant.
    Touches,
}

impl Reach {
    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Covers => "covers",
            Self::Touches => "touches",
        }
    }
}

/// How a restriction on an area concerns a place, if it does. Names count within one country and
/// without regard to capital letters: the same province may have a record of each agency.
#[must_use]
pub fn reach(restricted: &Area, place: &Area) -> Option<Reach> {
    if restricted.countries.is_disjoint(&place.countries) {
        return None;
    }
    let Some(own) = restricted.ids.first() else { return Some(Reach::Covers) };
    if place.ids.contains(own) {
        return Some(Reach::Covers);
    }
    let (called, within) = (folded(&restricted.names), folded(&restricted.within));
    let (place_called, place_within) = (folded(&place.names), folded(&place.within));
    let is_named = !called.is_disjoint(&place_called) || !called.is_disjoint(&place_within);
    if restricted.is_wide && is_named {
        return Some(Reach::Covers);
    }
    let is_part = place.ids.first().is_some_and(|id| restricted.ids.contains(id))
        || !within.is_disjoint(&place_called)
        || !within.is_disjoint(&place_within);
    (is_named || is_part).then_some(Reach::Touches)
}

/// Whether a text names a place: in Latin letters as a word of its own, in other scripts anywhere,
/// as they may write no spaces.
#[must_use]
pub fn names_place(text: &str, name: &str) -> bool {
    let (text, name) = (text.to_lowercase(), name.trim().to_lowercase());
    if name.chars().nth(1).is_none() {
        return false;
    }
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let is_latin = name.chars().any(|c| c.is_ascii_alphabetic());
    text.match_indices(&name).any(|(at, found)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|after| after.chars().next());
        !is_latin || !(is_letter(before) || is_letter(after))
    })
}

/// Whether something that holds from one day to another holds on a day. What has no end holds on.
#[must_use]
pub fn holds_on(from: Option<&PartialDate>, to: Option<&PartialDate>, day: Date) -> bool {
    from.is_none_or(|from| from.earliest() <= day) && to.is_none_or(|to| day <= to.latest())
}

fn folded(names: &BTreeSet<String>) -> BTreeSet<String> {
    names.iter().map(|name| name.trim().to_lowercase()).collect()
}

/// Kinds of travel restrictions.
pub const RESTRICTION_KINDS: &[&str] =
    &["advice", "entry-ban", "exit-ban", "permit-needed", "crossing-closed", "visa-change"];
/// From this level on, 1 to 4, an area is one where nobody should travel without need.
pub const WARNING_RANK: u8 = 3;
/// Kinds of places that are meant with all that lies in them.
pub const WIDE_PLACES: &[&str] = &["province", "country", "state", "region"];

#[cfg(test)]
mod tests {
    use super::*;

    fn area(ids: &[&str], names: &[&str], within: &[&str], is_wide: bool) -> Area {
        let set = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect();
        Area {
            ids: ids.iter().map(|id| (*id).to_owned()).collect(),
            names: set(names),
            within: set(within),
            countries: set(&["kh"]),
            is_wide,
        }
    }

    #[test]
    fn a_restriction_concerns_what_lies_in_its_area_and_may_mean_its_neighbours() {
        let province = area(&["p-1"], &["Svay Rieng", "ស្វាយរៀង"], &[], true);
        let compound = area(&["c-1", "p-9"], &["A park"], &["Svay Rieng"], false);
        let bavet = area(&["b"], &["Bavet"], &["svay rieng"], false);
        let country = area(&[], &[], &[], true);
        let kampot = area(&["k"], &["Kampot"], &["Kampot"], false);

        assert_eq!(reach(&province, &compound), Some(Reach::Covers));
        assert_eq!(reach(&bavet, &compound), Some(Reach::Touches));
        assert_eq!(reach(&country, &compound), Some(Reach::Covers));
        assert_eq!(reach(&kampot, &compound), None);
        assert_eq!(reach(&compound, &compound), Some(Reach::Covers));
        let abroad = Area { countries: BTreeSet::from(["th".to_owned()]), ..compound };
        assert_eq!(reach(&country, &abroad), None);
    }

    #[test]
    fn a_text_names_a_place_as_a_word_or_in_a_script_without_spaces() {
        assert!(names_place("taken to BAVET, near the border", "Bavet"));
        assert!(!names_place("a hotel called Bavetia", "Bavet"));
        assert!(names_place("바벳에서 잡혔다", "바벳"));
        assert!(names_place("在波贝被扣", "波贝"));
        assert!(!names_place("anything", "a"));
    }

    #[test]
    fn what_has_no_end_holds_on() {
        let day = |text| PartialDate::read(text, None).unwrap();
        let today = Date::constant(2026, 1, 15);

        assert!(holds_on(Some(&day("2025-10-16")), None, today));
        assert!(holds_on(Some(&day("2026-01")), Some(&day("2026-01")), today));
        assert!(!holds_on(None, Some(&day("2026-01-14")), today));
        assert!(!holds_on(Some(&day("2026-02")), None, today));
    }
}
