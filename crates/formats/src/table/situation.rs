//! The mappings that are built in: published figures, places and events of the situation.
//!
//! Places are named by what they are called (`place-kk-park`), so that the places of a figure and
//! the rows of `places.csv` meet without anybody having to match them. A row's own id stays among
//! its keywords.

use super::mapping::Mapping;
use crate::detect::Format;

/// The built-in mapping of a format that has one.
#[must_use]
pub fn built_in_mapping(format: Format) -> Option<Mapping> {
    let text = match format {
        Format::SituationFigures => include_str!("situation/figures.json"),
        Format::SituationPlaces => include_str!("situation/places.json"),
        Format::SituationEvents => include_str!("situation/events.json"),
        Format::TravelRestrictions => include_str!("situation/restrictions.json"),
        _ => return None,
    };
    // A test reads each of them; were one broken, its format would be read as a plain table.
    Mapping::from_json(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ReadSummary;
    use crate::testing::{Kept, context, shared};

    #[test]
    fn every_built_in_mapping_is_a_mapping() {
        let formats = [
            Format::SituationFigures,
            Format::SituationPlaces,
            Format::SituationEvents,
            Format::TravelRestrictions,
        ];
        for format in formats {
            assert!(built_in_mapping(format).is_some(), "{format:?}");
        }
    }

    /// The published files lie beside the project; without them there is nothing to read.
    fn read(name: &str) -> Option<(Kept, ReadSummary)> {
        let bytes = shared(&format!("situation/{name}"))?;
        let format = crate::detect(name, &bytes).unwrap();
        let mapping = built_in_mapping(format).unwrap();
        let mut kept = Kept::default();
        let summary = crate::read_csv(&bytes[..], &mapping, &context(), &mut kept).unwrap();
        Some((kept, summary))
    }

    #[test]
    fn every_published_figure_place_and_event_is_read() {
        for (name, rows, entities) in
            [("figures.csv", 180, 180), ("places.csv", 27, 27), ("events.csv", 43, 43)]
        {
            let Some((kept, summary)) = read(name) else { return };

            assert_eq!(kept.faults(), [""; 0], "{name}");
            assert_eq!(summary.rows, rows);
            assert!(entities <= summary.entities);
            assert_eq!(summary.notes, [], "{name}");
        }
    }

    #[test]
    fn a_figure_knows_its_place_and_who_says_so() {
        let Some((kept, _)) = read("figures.csv") else { return };
        let of = |prop: &str| {
            let found = kept
                .drafts
                .iter()
                .find(|d| d.statement.entity.local() == "figure-F001" && d.statement.prop == prop);
            found.map(|d| &d.statement).unwrap()
        };

        assert_eq!(of("value").value, "59");
        assert_eq!(of("value").as_of.as_deref(), Some("2025-10-17"));
        assert!(of("value").source.as_deref().unwrap().starts_with("Media Selangor: "));
        assert_eq!(of("place").value, "kr.npa:place-cambodia");
    }

    #[test]
    fn the_places_of_figures_are_those_of_the_gazetteer() {
        let ids = |name: &str| -> std::collections::BTreeSet<String> {
            let drafts = read(name).map(|(kept, _)| kept.drafts).unwrap_or_default();
            drafts
                .iter()
                .map(|d| d.statement.entity.local().to_owned())
                .filter(|id| id.starts_with("place-"))
                .collect()
        };

        if read("figures.csv").is_none() {
            return;
        }
        let shared: Vec<_> = ids("figures.csv").intersection(&ids("places.csv")).cloned().collect();
        for place in ["place-kk-park", "place-mae-sot", "place-sihanoukville", "place-bavet"] {
            assert!(shared.iter().any(|id| id == place), "{place}");
        }
    }
}
