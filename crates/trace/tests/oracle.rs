//! Every question against a slow and plain answer, on random graphs with ties.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

#[path = "oracle/plain.rs"]
mod plain;

use liaison_trace::{
    Account, Decimal, Direction, Limits, Opening, Rule, Ties, Transfers, TransfersBuilder, Unit,
    allocate, flow, reach,
};
use proptest::prelude::*;

/// Time, from, to, amount.
pub type Row = (i64, u32, u32, u64);

/// Few accounts, few times: circles, ties and transfers to oneself are common.
fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (0_i64..7, 0_u32..6, 0_u32..6, 0_u64..9);
    proptest::collection::vec(row, 0..28)
}

fn table(rows: &[Row], ties: Ties) -> Transfers {
    let mut builder = TransfersBuilder::new();
    (0..6).for_each(|at| _ = builder.account(&format!("a{at}")).unwrap());
    let unit = builder.unit("THB", 0).unwrap();
    for (number, (time, from, to, amount)) in (1..).zip(rows) {
        let ends = (Account(*from), Account(*to));
        builder.push(*time, ends, Decimal { digits: *amount, decimals: 0 }, unit, number);
    }
    let (transfers, too_large) = builder.finish(ties);
    assert!(too_large.is_empty());
    transfers
}

fn ties() -> impl Strategy<Value = Ties> {
    prop_oneof![Just(Ties::AsWritten), Just(Ties::CreditsFirst)]
}

fn limits() -> impl Strategy<Value = Limits> {
    let time = || proptest::option::of(0_i64..7);
    (time(), time(), proptest::option::of(0_u32..5), 0_u64..4)
        .prop_map(|(since, until, hops, least)| Limits { since, until, hops, least: vec![least] })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_sequence_is_that_of_the_plain_rule(rows in rows(), ties in ties()) {
        let sequence: Vec<u32> = table(&rows, ties).rows().iter().map(|row| row.row).collect();

        prop_assert_eq!(sequence, plain::sequence(&rows, ties));
    }

    #[test]
    fn what_is_reached_is_what_a_search_of_all_ways_reaches(
        rows in rows(),
        ties in ties(),
        limits in limits(),
        seeds in proptest::collection::vec(0_u32..6, 1..3),
        forward in any::<bool>(),
    ) {
        let transfers = table(&rows, ties);
        let direction = if forward { Direction::Forward } else { Direction::Backward };
        let seeds: Vec<Account> = seeds.into_iter().map(Account).collect();

        let found = reach(&transfers, &seeds, direction, &limits);

        let found: Vec<Option<(Option<u32>, u32)>> =
            (0..6).map(|at| found.of(Account(at)).map(|how| (how.place, how.hops))).collect();
        prop_assert_eq!(found, plain::reach(&transfers, &seeds, direction, &limits));
    }

    #[test]
    fn each_rule_is_that_of_single_coins_and_loses_none(
        rows in rows(),
        ties in ties(),
        limits in limits(),
        seeds in proptest::collection::vec(0_u32..6, 1..3),
        openings in proptest::collection::vec((0_i64..7, 0_u32..6, 0_u64..9), 0..5),
    ) {
        let mut transfers = table(&rows, ties);
        let opening = |(time, account, amount)| {
            Opening { account: Account(account), unit: Unit(0), time, amount }
        };
        transfers.open_with(openings.into_iter().map(opening).collect());
        let seeds: Vec<Account> = seeds.into_iter().map(Account).collect();
        for rule in RULES {
            let found = allocate(&transfers, &seeds, rule, &limits).unwrap();

            let told = plain::allocate(&transfers, &seeds, rule, &limits);
            prop_assert_eq!(&found.rows, &told.rows, "{:?}", rule);
            let held: Vec<(u32, u128)> = found
                .holdings
                .iter()
                .filter(|holding| 0 < holding.held)
                .map(|holding| (holding.account.0, holding.held))
                .collect();
            prop_assert_eq!(held, told.held, "{:?}", rule);
            let totals = found.totals[0];
            prop_assert!(totals.is_conserved(), "{:?} {:?}", rule, totals);
            let ends = (totals.sent, totals.returned, totals.beyond);
            prop_assert_eq!(ends, (told.sent, told.returned, told.beyond), "{:?}", rule);
            for (place, traced) in &found.rows {
                prop_assert!(*traced <= transfers.rows()[*place as usize].amount);
            }
        }
    }

    #[test]
    fn the_largest_flow_is_that_of_single_coins_and_bounds_every_rule(
        rows in rows(),
        ties in ties(),
        limits in limits(),
        from in 0_u32..6,
        to in 0_u32..6,
    ) {
        prop_assume!(from != to);
        let transfers = table(&rows, ties);
        let limits = Limits { hops: None, ..limits };
        let (seeds, target) = ([Account(from)], Account(to));

        let found = flow(&transfers, &seeds, target, Unit(0), &limits).unwrap();

        prop_assert_eq!(found.amount, plain::flow(&transfers, &seeds, target, &limits));
        let cut = found.bottleneck.iter().map(|at| transfers.rows()[*at as usize].amount);
        prop_assert_eq!(cut.map(u128::from).sum::<u128>(), found.amount);
        for rule in RULES.into_iter().filter(|rule| *rule != Rule::Poison) {
            let allocated = allocate(&transfers, &seeds, rule, &limits).unwrap();
            let came = allocated.rows.iter().filter(|(place, _)| {
                let row = &transfers.rows()[*place as usize];
                row.to == target && limits.admit(row)
            });
            let held = allocated.holdings.iter().filter(|holding| holding.account == target);
            let held: u128 = held.map(|holding| holding.held).sum();
            prop_assert!(held <= found.amount, "{:?}", rule);
            prop_assert!(held <= came.map(|(_, traced)| u128::from(*traced)).sum::<u128>());
        }
    }

    #[test]
    fn the_order_of_the_table_matters_to_ties_alone(rows in rows(), seed in 0_u32..6) {
        let mut unique = rows;
        unique.sort();
        unique.dedup_by_key(|row| row.0);
        let mut turned = unique.clone();
        turned.reverse();
        for rule in RULES {
            let held = |rows: &[Row]| {
                let transfers = table(rows, Ties::AsWritten);
                let found = allocate(&transfers, &[Account(seed)], rule, &Limits::default());
                let found = found.unwrap();
                (found.rows, found.holdings, found.totals)
            };
            prop_assert_eq!(held(&unique), held(&turned));
        }
    }
}

const RULES: [Rule; 5] = [Rule::Fifo, Rule::Lifo, Rule::ProRata, Rule::Poison, Rule::LowestBalance];
