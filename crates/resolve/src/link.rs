//! Linking from end to end: records in, clusters out.

use std::ops::ControlFlow;

use rayon::prelude::*;

use crate::candidates::{OverCommon, candidates};
use crate::cluster::{Bounds, Judgement, Link, Seen, clusters};
use crate::compare::{Comparer, MISSING, message_key};
use crate::learn::learn;
use crate::model::{Model, probability};
use crate::records::Records;
use crate::refine::refined;

/// What linking found.
#[derive(Debug)]
pub struct Linked {
    /// For each record the first record of its cluster.
    pub clusters: Vec<u32>,
    /// For each record the probability that it belongs to its cluster; of a record alone, that it
    /// has no other.
    pub probabilities: Vec<f32>,
    /// Pairs with more than a slight chance of being one, with their log2 odds.
    pub links: Vec<Link>,
    /// The learnt weights.
    pub model: Model,
    /// Values too common to compare by alone all the records that have them.
    pub over_common: Vec<OverCommon>,
    /// Whether no file was found to hold anybody twice, so that only pairs across files count.
    pub one_of_each_file: bool,
    /// How many pairs were compared.
    pub compared: usize,
}

/// How far linking has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Looking for pairs to compare.
    Finding,
    /// Learning what agreement is worth.
    Learning,
    /// Comparing.
    Comparing {
        /// Pairs compared.
        done: usize,
        /// Pairs to compare.
        of: usize,
    },
    /// Joining pairs to clusters.
    Joining,
}

/// Somebody stopped it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("stopped")]
pub struct Stopped;

/// What one column says about a pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reason {
    /// The column, from 0.
    pub column: usize,
    /// How the values agree: a key of the catalogue of messages.
    pub message_key: &'static str,
    /// What that is worth, in bits; against one person when negative.
    pub weight: f32,
}

/// Finds who is one. Learns the weights from the records themselves. `watch` hears of progress, and
/// can stop it.
///
/// # Errors
///
/// [`Stopped`] when `watch` wants it to end.
pub fn link(
    records: &Records,
    judgements: &[Judgement],
    watch: &mut dyn FnMut(Stage) -> ControlFlow<()>,
) -> Result<Linked, Stopped> {
    let mut at = |stage| match watch(stage) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Stopped),
    };
    at(Stage::Finding)?;
    let comparer = Comparer::new(records);
    let found = candidates(records);
    at(Stage::Learning)?;
    let model = refined(&comparer, learn(&comparer, &found.pairs), judgements);
    let one_of_each_file = has_one_of_each_file(records, &model);
    let seen = |a: u32, b: u32| {
        let is_across = records.sources[a as usize] != records.sources[b as usize];
        if one_of_each_file && !is_across {
            return Seen { odds: f32::NEG_INFINITY, reach: 1.0 };
        }
        let levels = comparer.levels(a, b);
        let reach = model.reach(&levels, is_across);
        Seen { odds: model.odds(&levels, is_across), reach }
    };
    let odds = |a: u32, b: u32| seen(a, b).odds;
    let mut links = Vec::new();
    let (mut done, of) = (0, found.pairs.len() + found.copies.len());
    let mut pairs = found.pairs;
    pairs.extend(found.copies);
    for pairs in pairs.chunks(PAIRS_AT_A_TIME) {
        at(Stage::Comparing { done, of })?;
        let compared = pairs.par_iter().map(|(a, b)| Link { a: *a, b: *b, odds: odds(*a, *b) });
        links.par_extend(compared.filter(|link| SLIGHT < link.odds));
        done += pairs.len();
    }
    at(Stage::Joining)?;
    let bounds = Bounds { judgements, one_of_each_file };
    let clusters = clusters(records, &links, &bounds, &seen);
    Ok(Linked {
        clusters: clusters.of_records,
        probabilities: clusters.odds.iter().map(|odds| probability(*odds)).collect(),
        links,
        model,
        over_common: found.over_common,
        one_of_each_file,
        compared: of,
    })
}

/// Why two records have the odds that they have: the columns in which both have a value.
#[must_use]
pub fn explain(records: &Records, model: &Model, a: u32, b: u32) -> Vec<Reason> {
    let levels = Comparer::new(records).levels(a, b);
    let columns = records.columns.iter().enumerate();
    let compared = columns.filter(|(column, _)| levels[*column] != MISSING);
    compared
        .map(|(column, of_column)| Reason {
            column,
            message_key: message_key(of_column.kind, levels[column]),
            weight: model.weight(column, &levels),
        })
        .collect()
}

/// Whether matches within a file are so few beside those across that they are chance.
fn has_one_of_each_file(records: &Records, model: &Model) -> bool {
    let [within, across] = model.matches(records);
    1.0 < across && within < across * WITHIN_SHARE_MAX
}

/// Pairs below these log2 odds are forgotten: a chance of one in nine.
const SLIGHT: f32 = -3.0;
/// Matches within files for each one across, below which the files are taken to hold nobody twice.
const WITHIN_SHARE_MAX: f64 = 0.02;
const PAIRS_AT_A_TIME: usize = 1 << 18;

#[cfg(test)]
mod tests {
    use liaison_model::values::DateOrder;
    use proptest::prelude::*;

    use super::*;
    use crate::cluster::Verdict;
    use crate::kind::Kind;
    use crate::records::RecordsBuilder;

    const KINDS: [Kind; 5] =
        [Kind::GivenName, Kind::FamilyName, Kind::Date, Kind::Text, Kind::Document];

    fn records(rows: &[[&str; 5]]) -> Records {
        let mut builder = RecordsBuilder::new(&KINDS.map(|kind| (kind, DateOrder::DayFirst)));
        rows.iter().for_each(|row| builder.push(0, row.iter().copied()));
        builder.finish()
    }

    fn linked(records: &Records, judgements: &[Judgement]) -> Linked {
        link(records, judgements, &mut |_| ControlFlow::Continue(())).unwrap()
    }

    /// People of an invented town, each with one clean row, and every third with a mistyped one.
    fn town(people: usize) -> Vec<[String; 5]> {
        let given = ["Sopheap", "Dara", "Minjun", "Somchai", "Linh", "Wei", "Aye", "Kham"];
        let family = ["Kim", "Nguyen", "Chan", "Sok", "Srisai", "Phommachan", "Htun", "Park", "Li"];
        let towns = ["Poipet", "Bavet", "Mae Sot", "Vientiane", "Sihanoukville"];
        let mut rows = Vec::new();
        for at in 0..people {
            let day =
                format!("{}-{:02}-{:02}", 1960 + at * 7 % 40, 1 + at * 5 % 12, 1 + at * 11 % 28);
            let row = [
                given[at * 3 % given.len()].to_owned(),
                family[at * 5 % family.len()].to_owned(),
                day,
                towns[at % towns.len()].to_owned(),
                format!("N{:07}", at * 7919 % 9_999_991),
            ];
            if at % 3 == 0 {
                let mut copy = row.clone();
                match at % 4 {
                    0 => copy[1].push('h'),
                    1 => copy[4].clear(),
                    2 => copy[3] = "Phnom Penh".to_owned(),
                    _ => copy[2] = copy[2].replace("-0", "-1"),
                }
                rows.push(copy);
            }
            rows.push(row);
        }
        rows
    }

    fn cells(rows: &[[String; 5]]) -> Vec<[&str; 5]> {
        rows.iter().map(|row| std::array::from_fn(|at| row[at].as_str())).collect()
    }

    #[test]
    fn mistyped_records_are_found_and_strangers_stay_alone() {
        let rows = town(300);
        let found = linked(&records(&cells(&rows)), &[]);

        let mut row = 0;
        for at in 0..300 {
            let first = found.clusters[row];
            assert_eq!(first, row as u32, "person {at}");
            if at % 3 == 0 {
                assert_eq!(found.clusters[row + 1], first, "person {at}");
                row += 1;
            }
            row += 1;
        }
    }

    #[test]
    fn a_table_of_three_is_enough_to_see_that_two_are_one() {
        let found = linked(
            &records(&[
                ["Dara", "Sok", "1990-02-03", "Poipet", "N1234567"],
                ["Linh", "Nguyen", "1985-07-09", "Bavet", "N7654321"],
                ["Dara", "Sokh", "1990-02-03", "Poipet", "N1234567"],
            ]),
            &[],
        );

        assert_eq!(found.clusters, [0, 1, 0]);
    }

    #[test]
    fn a_thousand_copies_of_a_record_are_one() {
        let mut rows = vec![["Dara", "Sok", "1990-02-03", "Poipet", "N1234567"]; 1000];
        rows.push(["Linh", "Nguyen", "1985-07-09", "Bavet", "N7654321"]);
        let found = linked(&records(&rows), &[]);

        assert!(found.clusters[..1000].iter().all(|cluster| *cluster == 0));
        assert_eq!(found.clusters[1000], 1000);
    }

    #[test]
    fn a_judgement_parts_what_looks_alike_and_its_undoing_restores_it() {
        let rows = town(60);
        let records = records(&cells(&rows));
        let before = linked(&records, &[]);
        let judged = Judgement { a: 0, b: 1, verdict: Verdict::Different };
        let parted = linked(&records, &[judged]);
        let after = linked(&records, &[]);

        assert_eq!(before.clusters[0], before.clusters[1]);
        assert_ne!(parted.clusters[0], parted.clusters[1]);
        assert_eq!(before.clusters, after.clusters);
        assert_eq!(before.probabilities, after.probabilities);
    }

    #[test]
    fn judgements_move_the_weights_their_way() {
        let rows = town(60);
        let records = records(&cells(&rows));
        let before = linked(&records, &[]);
        let judged: Vec<Judgement> = before
            .links
            .iter()
            .map(|link| Judgement { a: link.a, b: link.b, verdict: Verdict::Different })
            .collect();
        let after = linked(&records, &judged);

        let Link { a, b, odds } = before.links[0];
        assert!(after.links.iter().all(|link| (link.a, link.b) != (a, b) || link.odds < odds));
    }

    #[test]
    fn whoever_watches_can_stop_it() {
        let stopped = link(&records(&cells(&town(30))), &[], &mut |_| ControlFlow::Break(()));

        assert_eq!(stopped.unwrap_err(), Stopped);
    }

    #[test]
    fn tables_of_nothing_are_no_trouble() {
        assert!(linked(&records(&[]), &[]).clusters.is_empty());
        assert_eq!(linked(&records(&[[""; 5]]), &[]).clusters, [0]);
        assert_eq!(linked(&records(&[[""; 5], [""; 5], [""; 5]]), &[]).clusters, [0, 1, 2]);
        assert_eq!(linked(&RecordsBuilder::new(&[]).finish(), &[]).compared, 0);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(6))]

        #[test]
        fn the_order_of_rows_changes_neither_clusters_nor_odds(seed in 0_u64..1000) {
            let rows = town(60);
            let mut order: Vec<usize> = (0..rows.len()).collect();
            order.sort_by_key(|at| crate::records::mix(*at as u64 + seed * 1000));
            let shuffled: Vec<[String; 5]> = order.iter().map(|at| rows[*at].clone()).collect();
            let found = linked(&records(&cells(&rows)), &[]);
            let of_shuffled = linked(&records(&cells(&shuffled)), &[]);

            for (new, old) in order.iter().enumerate() {
                let probability = of_shuffled.probabilities[new];
                prop_assert_eq!(probability, found.probabilities[*old]);
                for (other_new, other_old) in order.iter().enumerate() {
                    let together = of_shuffled.clusters[new] == of_shuffled.clusters[other_new];
                    prop_assert_eq!(together, found.clusters[*old] == found.clusters[*other_old]);
                }
            }
        }
    }
}
