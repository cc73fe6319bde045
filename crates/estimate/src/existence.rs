//! Whether the estimate of a model exists, and whether it is the only one.
//!
//! Both depend on nothing but which histories have people. An estimate exists if and only if there
//! are positive means, for all cells that are left, with the totals that were counted. By Stiemke's
//! theorem that fails exactly when some direction of the effects changes no cell that has people,
//! raises none, and lowers one. The directions that change no cell with people are few, and often
//! none, so the question shrinks to a linear programme of a few unknowns.
//!
//! # Source
//!
//! Fienberg & Rinaldo (2012), *Annals of Statistics* 40; Chan, Silverman & Vincent (2021).

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOutcome};

use crate::counts::{Counts, History};
use crate::data::Data;
use crate::linear::{ZERO, null_space};
use crate::model::Model;

/// What the checks say of a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It has one estimate.
    Passes,
    /// It has none: some effect runs away without end. Code 1 of `SparseMSE`.
    DoesNotExist,
    /// It has many: the counts do not tell some effects apart. Code 2.
    NotIdentifiable,
    /// Both. Code 3.
    Neither,
}

/// Checks a model against a table.
#[must_use]
pub fn verdict(counts: &Counts, model: &Model) -> Verdict {
    verdict_of(&Data::of(counts), model.terms())
}

/// Checks terms that make a hierarchical model.
pub(crate) fn verdict_of(data: &Data, terms: &[History]) -> Verdict {
    if data.observed <= 0.0 {
        return Verdict::DoesNotExist;
    }
    let (finite, empty): (Vec<History>, Vec<History>) =
        terms.iter().partition(|term| 0.0 < data.total(**term));
    let cells = (1..).take(data.people.len() - 1);
    let left = cells.filter(|cell| !empty.iter().any(|term| cell & term == *term));
    let (seen, empty_cells): (Vec<History>, Vec<History>) =
        left.partition(|cell| 0.0 < data.people[usize::from(*cell)]);
    let design = |cell: History| -> Vec<f64> {
        finite.iter().map(|term| f64::from(u8::from(cell & term == *term))).collect()
    };
    let free = null_space(seen.into_iter().map(design).collect(), finite.len());
    if free.is_empty() {
        return Verdict::Passes;
    }
    let changes: Vec<Vec<f64>> = empty_cells
        .into_iter()
        .map(|cell| {
            let row = design(cell);
            free.iter().map(|way| way.iter().zip(&row).map(|(a, b)| a * b).sum()).collect()
        })
        .collect();
    let exists = is_balanced(&changes, free.len());
    match (exists, null_space(changes, free.len()).is_empty()) {
        (true, true) => Verdict::Passes,
        (false, true) => Verdict::DoesNotExist,
        (true, false) => Verdict::NotIdentifiable,
        (false, false) => Verdict::Neither,
    }
}

/// Whether positive weights of the rows add up to 0 in every column.
fn is_balanced(rows: &[Vec<f64>], columns: usize) -> bool {
    for column in 0..columns {
        let has = |sign: f64| rows.iter().any(|row| ZERO < sign * row[column]);
        if has(1.0) != has(-1.0) {
            return false;
        }
    }
    if columns < 2 {
        return true;
    }
    // The weights may be scaled, so the largest least weight is either 1, its limit, or 0.
    let mut problem = Problem::new(OptimizationDirection::Maximize);
    let least = problem.add_var(1.0, (0.0, 1.0));
    let weights: Vec<_> = rows.iter().map(|_| problem.add_var(0.0, (0.0, f64::INFINITY))).collect();
    for weight in &weights {
        problem.add_constraint([(*weight, 1.0), (least, -1.0)], ComparisonOp::Ge, 0.0);
    }
    for column in 0..columns {
        let entries = weights.iter().zip(rows).map(|(weight, row)| (*weight, row[column]));
        let entries: Vec<_> = entries.filter(|(_, entry)| ZERO < entry.abs()).collect();
        problem.add_constraint(entries.as_slice(), ComparisonOp::Eq, 0.0);
    }
    matches!(problem.solve(), Ok(SolveOutcome::Solution(found)) if 0.5 < found.objective())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::data::superset_sums;

    fn table(lists: usize, people: &[(History, u64)]) -> Counts {
        let names = (0..lists).map(|list| list.to_string()).collect();
        Counts::new(names, people.iter().copied()).unwrap()
    }

    /// Table 2 of Chan, Silverman & Vincent has this pattern; the verdicts are those that the
    /// manual of `SparseMSE` tells of its data set `Artificial_3`.
    #[test]
    fn three_lists_of_which_two_pairs_are_disjoint_have_the_verdicts_of_the_paper() {
        let counts = table(3, &[(0b001, 30), (0b010, 40), (0b100, 20), (0b011, 5)]);
        #[track_caller]
        fn check(counts: &Counts, pairs: &[History], expected: Verdict) {
            let model = Model::of_terms(3, pairs.iter().copied());
            assert_eq!(verdict(counts, &model), expected, "{model}");
        }
        let (ab, ac, bc) = (0b011, 0b101, 0b110);

        check(&counts, &[], Verdict::Passes);
        check(&counts, &[ac], Verdict::Passes);
        check(&counts, &[bc], Verdict::Passes);
        check(&counts, &[ac, bc], Verdict::Passes);
        check(&counts, &[ab], Verdict::DoesNotExist);
        check(&counts, &[ab, ac], Verdict::DoesNotExist);
        check(&counts, &[ab, bc], Verdict::DoesNotExist);
        check(&counts, &[ab, ac, bc], Verdict::NotIdentifiable);
    }

    #[test]
    fn lists_that_share_nobody_have_no_estimate() {
        let two = table(2, &[(1, 100), (2, 90)]);
        let three = table(3, &[(1, 100), (2, 90), (4, 80)]);

        assert_eq!(verdict(&two, &Model::main_effects(2)), Verdict::DoesNotExist);
        assert_eq!(verdict(&three, &Model::main_effects(3)), Verdict::DoesNotExist);
    }

    #[test]
    fn a_model_with_as_many_effects_as_histories_and_one_more_is_not_identifiable() {
        let full: Vec<(History, u64)> = (1..8).map(|history| (history, 10)).collect();
        let counts = table(3, &full);

        assert_eq!(verdict(&counts, &Model::of_terms(3, [7])), Verdict::NotIdentifiable);
        assert_eq!(verdict(&counts, &Model::of_terms(3, [3, 5, 6])), Verdict::Passes);
    }

    /// The programme as Fienberg & Rinaldo state it: positive means with the counted totals.
    fn exists_as_stated(data: &Data, terms: &[History]) -> bool {
        let off = |cell: usize| {
            terms.iter().any(|term| {
                data.total(*term) == 0.0 && cell & usize::from(*term) == usize::from(*term)
            })
        };
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let least = problem.add_var(1.0, (0.0, f64::INFINITY));
        let cells: Vec<usize> = (1..data.people.len()).filter(|cell| !off(*cell)).collect();
        let means: Vec<_> =
            cells.iter().map(|_| problem.add_var(0.0, (0.0, f64::INFINITY))).collect();
        for mean in &means {
            problem.add_constraint([(*mean, 1.0), (least, -1.0)], ComparisonOp::Ge, 0.0);
        }
        for term in terms.iter().map(|term| usize::from(*term)) {
            let inside = cells.iter().zip(&means).filter(|(cell, _)| *cell & term == term);
            let row: Vec<_> = inside.map(|(_, mean)| (*mean, 1.0)).collect();
            problem.add_constraint(row.as_slice(), ComparisonOp::Eq, data.totals[term]);
        }
        matches!(problem.solve(), Ok(SolveOutcome::Solution(found)) if 1e-7 < found.objective())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn the_short_check_of_existence_agrees_with_the_programme_as_it_is_stated(
            people in prop::collection::vec(prop_oneof![2 => Just(0u32), 1 => 1u32..6], 15),
            terms in prop::collection::vec(1u16..16, 0..5),
        ) {
            let people = std::iter::once(0.0).chain(people.into_iter().map(f64::from)).collect();
            let data = Data::of_people(4, people);
            // Where nobody was seen, no cell is left and the programme has no limit.
            prop_assume!(0.0 < data.observed);
            let model = Model::of_terms(4, terms);

            let verdict = verdict_of(&data, model.terms());

            let exists = matches!(verdict, Verdict::Passes | Verdict::NotIdentifiable);
            prop_assert_eq!(exists, exists_as_stated(&data, model.terms()));
        }

        #[test]
        fn leaving_out_an_overlapping_pair_keeps_an_existing_estimate(
            people in prop::collection::vec(prop_oneof![Just(0u32), 1u32..6], 15),
            pairs in prop::collection::vec(prop::sample::select(vec![3u16, 5, 6, 9, 10, 12]), 1..6),
        ) {
            let people: Vec<f64> = std::iter::once(0.0).chain(people.into_iter().map(f64::from)).collect();
            let mut totals = people.clone();
            superset_sums(&mut totals, 4);
            prop_assume!(0.0 < totals[usize::from(pairs[0])]);
            let data = Data::of_people(4, people);
            let whole = verdict_of(&data, Model::of_terms(4, pairs.iter().copied()).terms());

            let less = pairs.iter().copied().filter(|pair| *pair != pairs[0]);
            let less = verdict_of(&data, Model::of_terms(4, less).terms());

            prop_assert!(whole != Verdict::Passes || less == Verdict::Passes);
        }
    }
}
