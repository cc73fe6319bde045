//! Filters as somebody typed them: what stands for nothing is refused, not passed over.

use liaison_model::messages::Message;
use liaison_model::values::{self, PartialDate};
use liaison_model::{Act, Reader, schema};
use liaison_views::{EntityFilter, FacetKind};

use crate::{Node, NodeError};

impl Node {
    /// A filter in the form that the views know, countries as codes and days in ISO form.
    ///
    /// # Errors
    ///
    /// [`NodeError::Option`] with the names that come near, for a schema, a country, a day or a
    /// dataset that there is not.
    pub fn checked(
        &self,
        filter: &EntityFilter,
        reader: &Reader,
    ) -> Result<EntityFilter, NodeError> {
        if let Some(name) = filter.schemata.iter().find(|name| schema::find(name).is_none()) {
            let all = schema::all().iter().map(|schema| schema.name.to_owned());
            return Err(unknown("filter-schema", name, near(name, all.collect())));
        }
        let country = |text: &String| match values::country(text.trim()) {
            Ok(code) => Ok(code.to_owned()),
            Err(_) => Err(unknown("filter-country", text, Vec::new())),
        };
        let day = |text: &String| match PartialDate::read(text.trim(), None) {
            Ok(day) => Ok(day.to_string()),
            Err(_) => Err(unknown("filter-date", text, Vec::new())),
        };
        let checked = EntityFilter {
            schemata: filter.schemata.clone(),
            datasets: filter.datasets.clone(),
            countries: filter.countries.iter().map(country).collect::<Result<_, _>>()?,
            date_from: filter.date_from.as_ref().map(day).transpose()?,
            date_to: filter.date_to.as_ref().map(day).transpose()?,
        };
        if !checked.datasets.is_empty() {
            self.check_datasets(&checked.datasets, reader)?;
        }
        Ok(checked)
    }

    fn check_datasets(&self, names: &[String], reader: &Reader) -> Result<(), NodeError> {
        let snapshot = self.snapshot(reader, Act::Find, None)?;
        let all = self.views.matching(&EntityFilter::default(), snapshot.window())?;
        let known = self.views.facets(FacetKind::Dataset, &all, snapshot.window())?;
        let is_known = |name: &String| known.iter().any(|facet| facet.value == *name);
        match names.iter().find(|name| !is_known(name)) {
            None => Ok(()),
            Some(name) => {
                let there = known.into_iter().map(|facet| facet.value);
                Err(unknown("filter-dataset", name, there.take(NAMES_MAX).collect()))
            }
        }
    }
}

fn unknown(key: &'static str, value: &str, near: Vec<String>) -> NodeError {
    let near = if near.is_empty() { "–".to_owned() } else { near.join(", ") };
    NodeError::Option { what: Message::new(key).with("value", value).with("near", near) }
}

/// The names that share most pairs of letters with one that was mistyped, best first.
fn near(name: &str, all: Vec<String>) -> Vec<String> {
    let wanted = pairs(name);
    let shared = |name: &String| pairs(name).iter().filter(|pair| wanted.contains(pair)).count();
    let score =
        |name: String| (shared(&name) * 100 / (pairs(&name).len() + wanted.len() + 1), name);
    let mut scored: Vec<(usize, String)> = all.into_iter().map(score).collect();
    scored.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
    scored.into_iter().take(NEAR_MAX).map(|(_, name)| name).collect()
}

fn pairs(name: &str) -> Vec<(char, char)> {
    let letters: Vec<char> = name.to_lowercase().chars().collect();
    letters.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

/// Most datasets that are named to somebody who mistyped one.
const NAMES_MAX: usize = 12;
const NEAR_MAX: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_that_come_near_a_mistyped_schema_are_found() {
        let all: Vec<String> = schema::all().iter().map(|schema| schema.name.to_owned()).collect();

        for (typed, meant) in [("Compny", "Company"), ("person", "Person"), ("Reprot", "Report")] {
            let near = near(typed, all.clone());
            assert!(near.iter().any(|name| name == meant), "{typed}: {near:?}");
        }
    }
}
