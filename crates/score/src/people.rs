//! Who is located, and which reports are about one person.

use std::collections::{BTreeMap, BTreeSet};

use liaison_world::{Entity, RecordTruth, Scenario, WordKind};

use crate::{Measure, Row};

/// What the agencies have on file, and the truth about it.
pub struct Files {
    /// The records of each agency.
    pub records: [Vec<Entity>; 3],
    /// The truth, by the record's id with its agency's in front.
    pub truth: BTreeMap<String, RecordTruth>,
    /// The compound for which each recruiter works.
    compounds: BTreeMap<u32, u32>,
}

/// What follows from pairs of records that are held to be one.
#[derive(Debug, Default)]
pub struct Found {
    /// People who are located, and the hours that it took since their family's report.
    located: BTreeMap<u32, u32>,
    /// Pairs of reports about one person.
    duplicates: BTreeSet<(String, String)>,
    /// Compounds of which a recruiter is known.
    compounds: BTreeSet<u32>,
    /// Pairs that are true, and all pairs.
    pairs: (u64, u64),
}

impl Files {
    /// Everything that the agencies of a region have on file.
    pub fn of(scenario: &Scenario) -> Self {
        let mut truth = BTreeMap::new();
        let mut compounds = BTreeMap::new();
        let records = scenario.agencies().each_ref().map(|agency| {
            let observed = scenario.observed(agency).map(|observed| {
                if let WordKind::Missing { recruiter: Some(recruiter) } = observed.truth.kind {
                    compounds.insert(recruiter, scenario.compound_of(recruiter));
                }
                truth.insert(format!("{}:{}", agency.code, observed.entity.id), observed.truth);
                observed.entity
            });
            observed.collect()
        });
        Self { records, truth, compounds }
    }
}

impl Found {
    /// Of the pairs that were held to be one, how many are, in thousandths.
    pub fn precision(&self) -> u32 {
        let (right, all) = self.pairs;
        u32::try_from(right * 1_000 / all.max(1)).unwrap_or(1_000)
    }

    /// The middle of the hours from report to location.
    pub fn hours_to_locate(&self) -> Option<u32> {
        let mut hours: Vec<u32> = self.located.values().copied().collect();
        hours.sort_unstable();
        hours.get(hours.len() / 2).copied()
    }

    fn add(&mut self, files: &Files, left: &str, right: &str) {
        let (Some(a), Some(b)) = (files.truth.get(left), files.truth.get(right)) else { return };
        self.pairs.1 += 1;
        if a.person != b.person {
            return;
        }
        self.pairs.0 += 1;
        let pair = if left < right { (left, right) } else { (right, left) };
        match (a.kind, b.kind) {
            (WordKind::Missing { .. }, WordKind::Missing { .. }) => {
                self.duplicates.insert((pair.0.to_owned(), pair.1.to_owned()));
            }
            (WordKind::Missing { recruiter }, WordKind::Seen { compound })
            | (WordKind::Seen { compound }, WordKind::Missing { recruiter }) => {
                let missing = if matches!(a.kind, WordKind::Seen { .. }) { b } else { a };
                let hours = a.hour.max(b.hour) - missing.hour;
                let known = self.located.entry(a.person).or_insert(hours);
                *known = hours.min(*known);
                if recruiter.and_then(|number| files.compounds.get(&number)) == Some(&compound) {
                    self.compounds.insert(compound);
                }
            }
            (WordKind::Seen { .. }, WordKind::Seen { .. }) => {}
        }
    }
}

/// What follows from pairs of records.
pub fn found(files: &Files, pairs: &[(String, String)]) -> Found {
    let mut found = Found::default();
    pairs.iter().for_each(|(left, right)| found.add(files, left, right));
    found
}

/// What follows when all records of each person are known to be theirs.
pub fn oracle(scenario: &Scenario, files: &Files) -> Found {
    let mut of_person: BTreeMap<u32, Vec<&String>> = BTreeMap::new();
    for (id, truth) in &files.truth {
        of_person.entry(truth.person).or_default().push(id);
    }
    let mut found = Found::default();
    debug_assert!(of_person.len() <= scenario.size().people as usize);
    for records in of_person.values() {
        for (place, left) in records.iter().enumerate() {
            records[place + 1..].iter().for_each(|right| found.add(files, left, right));
        }
    }
    found
}

/// The rows of the table.
pub fn rows(alone: &[Found], together: &Found, oracle: &Found) -> Vec<Row> {
    let row = |measure, count: &dyn Fn(&Found) -> usize| {
        let of = |found: &Found| count(found) as u64;
        let each = |place: usize| alone.get(place).map_or(0, &of);
        let alone = [each(0), each(1), each(2)];
        Row { measure, alone, together: of(together), oracle: of(oracle) }
    };
    vec![
        row(Measure::PeopleLocated, &|found| found.located.len()),
        row(Measure::DuplicatesJoined, &|found| found.duplicates.len()),
        row(Measure::CompoundsIdentified, &|found| found.compounds.len()),
    ]
}
