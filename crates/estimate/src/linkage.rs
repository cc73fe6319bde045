//! Records that are or may be one person, and the table of counts as their links may truly be.
//!
//! # Invariants
//!
//! * A link that is in doubt is drawn, never counted by a share: each drawn table has whole people.

use rand::distr::{Bernoulli, Distribution};
use rand_pcg::Pcg64;

use crate::answer::Linkage;
use crate::counts::{Counts, History, TableError};

/// Records by the lists that they are on, with what is held of which of them are one person.
#[derive(Debug, Clone, PartialEq)]
pub struct Linked {
    /// Names of the lists, in the order of the bits of `records`.
    pub lists: Vec<String>,
    /// The lists of each record; a record on none of them may still tie two others.
    pub records: Vec<History>,
    /// What ties two of them.
    pub links: Vec<Link>,
}

/// Two records that are or may be one person.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    /// One record, by its place.
    pub one: u32,
    /// The other.
    pub other: u32,
    /// How likely they are one.
    pub probability: f64,
    /// Whether the table as it stands takes them to be one.
    pub is_taken: bool,
}

impl Linked {
    /// The table as it stands.
    ///
    /// # Errors
    ///
    /// As [`Counts::new`]: too many lists, or two of one name.
    pub fn counts(&self) -> Result<Counts, TableError> {
        self.joined(|link| link.is_taken)
    }

    /// Tables in each of which every link is drawn by its probability. The same seed gives the same
    /// tables; without a link in doubt there are none.
    ///
    /// # Errors
    ///
    /// As [`Linked::counts`].
    pub fn drawn(&self, seed: u64, tables: u32) -> Result<Vec<Counts>, TableError> {
        let is_certain = |link: &Link| link.probability == if link.is_taken { 1.0 } else { 0.0 };
        if self.links.iter().all(is_certain) {
            return Ok(Vec::new());
        }
        let each = |number: u32| {
            let mut chance = Pcg64::new(u128::from(seed), STREAMS + u128::from(number));
            self.joined(|link| {
                let chances = Bernoulli::new(link.probability.clamp(0.0, 1.0));
                chances.map_or(link.is_taken, |one| one.sample(&mut chance))
            })
        };
        (0..tables).map(each).collect()
    }

    /// Whom these links make, counted by their lists.
    fn joined(&self, mut holds: impl FnMut(&Link) -> bool) -> Result<Counts, TableError> {
        let mut first: Vec<u32> = (0..self.records.len() as u32).collect();
        for link in &self.links {
            let is_known = (link.one.max(link.other) as usize) < first.len();
            if holds(link) && is_known {
                let (one, other) = (root(&mut first, link.one), root(&mut first, link.other));
                first[one.max(other) as usize] = one.min(other);
            }
        }
        let mut people = vec![0; self.records.len()];
        for (record, lists) in (0..).zip(&self.records) {
            people[root(&mut first, record) as usize] |= lists;
        }
        let seen = people.into_iter().filter(|lists| *lists != 0);
        Counts::new(self.lists.clone(), seen.map(|lists| (lists, 1)))
    }
}

fn root(first: &mut [u32], mut record: u32) -> u32 {
    while first[record as usize] != record {
        first[record as usize] = first[first[record as usize] as usize];
        record = first[record as usize];
    }
    record
}

/// Limits that also hold what the links leave open: those of the table as it stands, and those about
/// the middle of the drawn tables, with the variance between them added to that within.
///
/// # Source
///
/// Rubin (1987), *Multiple imputation for nonresponse in surveys*, ch. 3; on the scale of logarithms.
pub(crate) fn carried(
    estimate: f64,
    limits: (f64, Option<f64>),
    tables: &[(u64, Option<f64>)],
    reach: f64,
) -> Option<Linkage> {
    let totals: Vec<f64> = tables.iter().filter_map(|(_, total)| *total).collect();
    let count = totals.len() as f64;
    let failed = 1.0 - count / tables.len() as f64;
    let least = totals.iter().copied().reduce(f64::min)?;
    let most = totals.iter().copied().reduce(f64::max)?;
    let middle = totals.iter().map(|total| total.ln()).sum::<f64>() / count;
    let apart = totals.iter().map(|total| (total.ln() - middle).powi(2)).sum::<f64>();
    let between = apart / (count - 1.0).max(1.0) * (1.0 + 1.0 / count);
    let wide = |limit: f64| {
        let within = (limit / estimate).ln();
        (within.powi(2) + reach.powi(2) * between).sqrt()
    };
    let low = (middle - wide(limits.0)).exp().min(limits.0);
    let high = limits.1.filter(|_| failed <= FAILED_MAX);
    Some(Linkage {
        tables: tables.len(),
        failed_tables: tables.len() - totals.len(),
        people: range(tables.iter().map(|(people, _)| *people)),
        estimates: (least, most),
        as_linked: limits,
        limits: (low, high.map(|high| (middle + wide(high)).exp().max(high))),
    })
}

fn range(people: impl Iterator<Item = u64> + Clone) -> (u64, u64) {
    (people.clone().min().unwrap_or(0), people.max().unwrap_or(0))
}

/// Share of tables that may have no estimate where an upper limit is told.
const FAILED_MAX: f64 = 0.05;
/// Streams of chance that no replicate of the bootstrap has.
const STREAMS: u128 = 1 << 64;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn link(one: u32, other: u32, probability: f64, is_taken: bool) -> Link {
        Link { one, other, probability, is_taken }
    }

    fn linked(records: &[History], links: Vec<Link>) -> Linked {
        Linked { lists: vec!["a".into(), "b".into()], records: records.to_vec(), links }
    }

    #[test]
    fn records_that_are_linked_are_one_person_on_all_their_lists() {
        let two = linked(&[1, 2, 1, 0], vec![link(0, 3, 1.0, true), link(3, 1, 1.0, true)]);

        let counts = two.counts().unwrap();

        assert_eq!(counts.histories().collect::<Vec<_>>(), [(1, 1), (3, 1)]);
        assert_eq!(two.drawn(1, 5).unwrap(), [], "nothing is in doubt");
    }

    #[test]
    fn a_link_in_doubt_is_there_in_as_many_tables_as_it_is_likely() {
        let pair = linked(&[1, 2], vec![link(0, 1, 0.75, false)]);

        let drawn = pair.drawn(7, 1000).unwrap();

        assert_eq!(pair.counts().unwrap().observed(), 2);
        let joined = drawn.iter().filter(|counts| counts.observed() == 1).count();
        assert!((700..800).contains(&joined), "{joined}");
        assert_eq!(drawn, pair.drawn(7, 1000).unwrap());
        assert_ne!(drawn, pair.drawn(8, 1000).unwrap());
    }

    #[test]
    fn limits_hold_those_of_the_table_as_it_stands_and_what_the_links_leave_open() {
        let tables = [(90, Some(400.0)), (95, Some(500.0)), (100, Some(450.0))];

        let carried = carried(500.0, (450.0, Some(600.0)), &tables, 1.96).unwrap();

        assert!(carried.limits.0 < 400.0 && 600.0 <= carried.limits.1.unwrap(), "{carried:?}");
        assert_eq!((carried.people, carried.estimates), ((90, 100), (400.0, 500.0)));
    }

    #[test]
    fn where_many_tables_have_no_estimate_there_is_no_upper_limit() {
        let tables = [(90, Some(400.0)), (95, None)];

        let carried = carried(500.0, (450.0, Some(600.0)), &tables, 1.96).unwrap();

        assert_eq!((carried.limits.1, carried.failed_tables), (None, 1));
    }

    proptest! {
        #[test]
        fn links_make_fewer_people_and_lose_nobody_of_a_list(
            records in prop::collection::vec(1u16..4, 1..30),
            links in prop::collection::vec((0u32..30, 0u32..30, 0.0f64..1.0), 0..30),
        ) {
            let links = links.into_iter().map(|(a, b, p)| link(a, b, p, p < 0.5)).collect();
            let all = linked(&records, links);

            for counts in all.drawn(3, 5).unwrap().into_iter().chain([all.counts().unwrap()]) {
                prop_assert!(counts.observed() <= records.len() as u64);
                for list in [1, 2] {
                    let is_there = records.iter().any(|lists| lists & list != 0);
                    prop_assert_eq!(is_there, 0 < counts.on_all(list));
                }
            }
        }
    }
}
