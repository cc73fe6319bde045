//! Tables of counts for everybody: cells that would point at few people are left out, and so are
//! as many others that nobody can work out the first ones from the totals.
//!
//! # Sources
//!
//! Primary and secondary cell suppression as in Willenborg & de Waal, *Elements of Statistical
//! Disclosure Control* (2001), chapters 6 and 7. The audit is the attacker's problem: the least and
//! the largest value of each small cell that agree with everything that is published, by a linear
//! programme. It allows fractions, so with more than two dimensions it can take a cell for better
//! protected than it is, by less than one person in the tables that were tried.

mod audit;

use std::collections::BTreeMap;

use serde::Serialize;

use audit::Audit;

/// Cells under this many people are not published.
pub const UNDER: u64 = 11;

/// One part of a table's heading: what is told apart, and into what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Breakdown {
    /// What is told apart: stage, nationality, month.
    pub name: String,
    /// Its categories, as they stand in the table.
    pub categories: Vec<String>,
}

/// Why a table cannot be published.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DisclosureError {
    /// Nothing is told apart, or too much.
    #[error("a table has one to {max} breakdowns, not {found}")]
    Breakdowns {
        /// How many there are.
        found: usize,
        /// How many there may be.
        max: usize,
    },
    /// The table is too large to be audited.
    #[error("a table has at most {max} cells with its totals, not {found}")]
    Cells {
        /// How many there are.
        found: usize,
        /// How many there may be.
        max: usize,
    },
}

/// What stands in a cell of a published table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "shown", content = "count")]
pub enum Shown {
    /// The number itself.
    Count(u64),
    /// Nothing: there are few, or with it few could be worked out. Which of the two is not told, as
    /// that alone would narrow down what the others may be.
    Withheld,
}

/// A cell or a total of a published table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PublishedCell {
    /// Category of each breakdown; `None` for all of them together.
    pub categories: Vec<Option<usize>>,
    /// What is told.
    #[serde(flatten)]
    pub shown: Shown,
}

/// A table of counts with every total, of which nobody can tell where few people are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Published {
    /// The table's heading.
    pub breakdowns: Vec<Breakdown>,
    /// Cells under this many people are left out.
    pub under: u64,
    /// Every cell and every total, the last breakdown running fastest, totals last.
    pub cells: Vec<PublishedCell>,
}

/// Publishes a table: people by their categories.
///
/// A cell of 1 to `under - 1` people is left out, and with it as many others that what is published
/// leaves at least `under` values possible for each. 0 is published as 0 unless it has to protect
/// another cell.
///
/// O(s² · c) for s small cells among c with their totals, at worst.
///
/// # Errors
///
/// [`DisclosureError`] when the table has no breakdown, more than three, or too many cells.
pub fn publish(
    breakdowns: Vec<Breakdown>,
    people: impl IntoIterator<Item = (Vec<usize>, u64)>,
    under: u64,
) -> Result<Published, DisclosureError> {
    if breakdowns.is_empty() || BREAKDOWNS_MAX < breakdowns.len() {
        let found = breakdowns.len();
        return Err(DisclosureError::Breakdowns { found, max: BREAKDOWNS_MAX });
    }
    let shape = Shape::of(&breakdowns);
    if CELLS_MAX < shape.cells() {
        return Err(DisclosureError::Cells { found: shape.cells(), max: CELLS_MAX });
    }
    let counts = shape.with_totals(people);
    let is_few = |count: u64| 0 < count && count < under;
    let mut is_hidden: Vec<bool> = counts.iter().map(|count| is_few(*count)).collect();
    let lines = shape.lines();
    while let Some(more) =
        next_to_hide(&Audit { counts: &counts, lines: &lines, under }, &is_hidden)
    {
        is_hidden[more] = true;
    }
    let cells = counts.iter().enumerate().map(|(at, count)| PublishedCell {
        categories: shape.categories(at),
        shown: match is_hidden[at] {
            false => Shown::Count(*count),
            true => Shown::Withheld,
        },
    });
    Ok(Published { cells: cells.collect(), breakdowns, under })
}

/// A cell that has to be left out so that the small ones are protected; `None` when they are.
fn next_to_hide(audit: &Audit<'_>, is_hidden: &[bool]) -> Option<usize> {
    let few = || (0..is_hidden.len()).filter(|at| audit.is_few(*at));
    // A cell that is alone in its line is worked out by a subtraction: no need to calculate.
    let alone = audit.lines.iter().filter(|line| {
        let mut hidden = line.iter().filter(|at| is_hidden[**at]);
        hidden.next().is_some() && hidden.next().is_none()
    });
    if let Some(best) = alone.filter_map(|line| audit.cheapest(line, is_hidden)).min() {
        return Some(best.at);
    }
    let open = few().find(|at| !audit.is_protected(*at, is_hidden))?;
    // What stands in a line with it widens what it may be; failing that, anything does.
    let near = audit.lines.iter().filter(|line| line.contains(&open));
    let near = near.filter_map(|line| audit.cheapest(line, is_hidden)).min();
    let any = || audit.lines.iter().filter_map(|line| audit.cheapest(line, is_hidden)).min();
    near.or_else(any).map(|best| best.at)
}

/// How the cells of a table and its totals lie behind each other.
struct Shape {
    /// Categories of each breakdown, and one for their total.
    sizes: Vec<usize>,
}

impl Shape {
    fn of(breakdowns: &[Breakdown]) -> Self {
        Self { sizes: breakdowns.iter().map(|one| one.categories.len() + 1).collect() }
    }

    fn cells(&self) -> usize {
        self.sizes.iter().fold(1, |all, size| all.saturating_mul(*size))
    }

    fn at(&self, place: &[usize]) -> usize {
        self.sizes.iter().zip(place).fold(0, |at, (size, place)| at * size + place)
    }

    fn place(&self, mut at: usize) -> Vec<usize> {
        let mut place = vec![0; self.sizes.len()];
        for (part, size) in place.iter_mut().zip(&self.sizes).rev() {
            (*part, at) = (at % size, at / size);
        }
        place
    }

    fn categories(&self, at: usize) -> Vec<Option<usize>> {
        let place = self.place(at);
        let known = |(place, size): (usize, &usize)| (place + 1 < *size).then_some(place);
        place.into_iter().zip(&self.sizes).map(known).collect()
    }

    /// Every cell and every total.
    fn with_totals(&self, people: impl IntoIterator<Item = (Vec<usize>, u64)>) -> Vec<u64> {
        let mut known: BTreeMap<Vec<usize>, u64> = BTreeMap::new();
        for (place, count) in people {
            *known.entry(place).or_default() += count;
        }
        let mut counts = vec![0; self.cells()];
        for (place, count) in known {
            for totals in 0..1_usize << place.len() {
                let total = |(part, own): (usize, &usize)| match totals >> part & 1 {
                    0 => *own,
                    _ => self.sizes[part] - 1,
                };
                let place: Vec<usize> = place.iter().enumerate().map(total).collect();
                counts[self.at(&place)] += count;
            }
        }
        counts
    }

    /// Every line that adds up: its cells, and its total last.
    fn lines(&self) -> Vec<Vec<usize>> {
        let mut lines = Vec::new();
        for (part, size) in self.sizes.iter().enumerate() {
            for at in 0..self.cells() {
                let mut place = self.place(at);
                if place[part] != 0 {
                    continue;
                }
                let along = (0..*size).map(|category| {
                    place[part] = category;
                    self.at(&place)
                });
                lines.push(along.collect());
            }
        }
        lines
    }
}

const BREAKDOWNS_MAX: usize = 3;
const CELLS_MAX: usize = 2_000;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn breakdowns(sizes: &[usize]) -> Vec<Breakdown> {
        let of = |size: &usize| Breakdown {
            name: "part".to_owned(),
            categories: (0..*size).map(|category| category.to_string()).collect(),
        };
        sizes.iter().map(of).collect()
    }

    fn published(sizes: &[usize], counts: &[u64]) -> Published {
        let shape = Shape { sizes: sizes.to_vec() };
        let people = counts.iter().enumerate().map(|(at, count)| (shape.place(at), *count));
        publish(breakdowns(sizes), people, UNDER).unwrap()
    }

    fn shown(published: &Published) -> Vec<Option<u64>> {
        let number = |cell: &PublishedCell| match cell.shown {
            Shown::Count(count) => Some(count),
            Shown::Withheld => None,
        };
        published.cells.iter().map(number).collect()
    }

    #[test]
    fn a_table_without_small_cells_is_published_as_it_is() {
        let all = shown(&published(&[2, 2], &[11, 0, 20, 30]));
        assert_eq!(
            all,
            [11, 0, 11, 20, 30, 50, 31, 30, 61].map(Some),
            "rows with their totals, then the totals of columns"
        );
    }

    #[test]
    fn a_small_cell_takes_three_others_with_it_that_close_a_rectangle() {
        let table = published(&[3, 3], &[5, 40, 50, 60, 12, 90, 70, 80, 100]);
        let hidden = table.cells.iter().filter(|cell| cell.shown == Shown::Withheld).count();
        assert_eq!((table.cells[0].shown, hidden), (Shown::Withheld, 4));
    }

    #[test]
    fn a_table_of_few_people_tells_nothing_but_zeros() {
        let table = published(&[2, 2], &[1, 0, 2, 3]);
        assert!(shown(&table).iter().all(|count| count.is_none_or(|count| count == 0)));
        assert_eq!(table.cells.last().unwrap().shown, Shown::Withheld);
    }

    #[test]
    fn what_cannot_be_audited_is_refused() {
        let none = publish(Vec::new(), [], UNDER);
        assert_eq!(none, Err(DisclosureError::Breakdowns { found: 0, max: 3 }));
        let large = publish(breakdowns(&[100, 100]), [], UNDER);
        assert_eq!(large, Err(DisclosureError::Cells { found: 10_201, max: 2_000 }));
    }

    /// How many values a cell of a table of two rows may have, by trying all tables.
    fn possible(all: &[Option<u64>], cell: usize, most: u64) -> usize {
        let range = |told: Option<u64>| told.map_or(0..=most, |told| told..=told);
        let mut values = std::collections::BTreeSet::new();
        for a in range(all[0]) {
            for b in range(all[1]) {
                for c in range(all[3]) {
                    for d in range(all[4]) {
                        let table = [a, b, a + b, c, d, c + d, a + c, b + d, a + b + c + d];
                        let mut told = table.iter().zip(all);
                        if told.all(|(is, told)| told.is_none_or(|told| told == *is)) {
                            values.insert([a, b, c, d][cell]);
                        }
                    }
                }
            }
        }
        values.len()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        /// An attacker who tries every table that agrees with what is published.
        #[test]
        fn a_small_cell_may_be_any_of_as_many_values_as_are_protected(
            counts in proptest::array::uniform4(0_u64..7),
        ) {
            let under = 4;
            let people = counts.iter().enumerate().map(|(at, n)| (vec![at / 2, at % 2], *n));
            let table = publish(breakdowns(&[2, 2]), people, under).unwrap();
            let all = shown(&table);
            for (cell, count) in counts.iter().enumerate() {
                if (1..under).contains(count) {
                    let values = possible(&all, cell, counts.iter().sum::<u64>() + under);
                    prop_assert!(under as usize <= values, "{counts:?} {all:?} {cell} {values}");
                }
            }
        }

        #[test]
        fn no_cell_under_the_threshold_is_ever_told(
            counts in proptest::collection::vec(0_u64..60, 24),
        ) {
            let table = published(&[2, 3, 4], &counts);
            for count in shown(&table).into_iter().flatten() {
                prop_assert!(count == 0 || UNDER <= count);
            }
        }

        #[test]
        fn what_is_told_is_true(counts in proptest::collection::vec(0_u64..60, 12)) {
            let table = published(&[3, 4], &counts);
            let shape = Shape { sizes: vec![4, 5] };
            let people = counts.iter().enumerate();
            let totals = shape.with_totals(people.map(|(at, n)| (vec![at / 4, at % 4], *n)));
            for (told, count) in shown(&table).into_iter().zip(totals) {
                prop_assert!(told.is_none_or(|told| told == count));
            }
        }
    }
}
