//! What holds of every answer, whatever the table.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use liaison_estimate::{Answer, Counts, History, Interval, Method, Model, Options, estimate};
use proptest::prelude::*;

const METHODS: [Method; 5] =
    [Method::Bic, Method::Stepwise, Method::Main, Method::Dga, Method::Chapman];

fn options(replicates: u32) -> Options {
    Options {
        seed: 3,
        replicates,
        threads: 2,
        order_max: 9,
        threshold: 0.02,
        level: 0.95,
        model: None,
        linked: Vec::new(),
    }
}

fn table(lists: usize, people: &[u64]) -> Counts {
    let names = (0..lists).map(|list| format!("list {list}")).collect();
    let rows = (1..).zip(people.iter().copied());
    Counts::new(names, rows.map(|(at, count): (History, u64)| (at, count))).unwrap()
}

fn codes(answer: &Answer) -> Vec<String> {
    answer.warnings.iter().map(|warning| warning.code()).collect()
}

#[track_caller]
fn refused(counts: &Counts, method: Method, code: &str) {
    let answer = estimate(counts, method, &options(20));
    let refusal = answer.refused.as_ref().map(|refusal| refusal.code());
    assert_eq!(refusal.as_deref(), Some(code), "{method:?}");
    assert_eq!((answer.estimate, answer.low, answer.high), (None, None, None));
    assert_eq!((answer.model, answer.interval), (None, Interval::None));
}

#[test]
fn what_is_refused_has_no_number() {
    let two_disjoint = table(2, &[100, 90, 0]);
    let three_disjoint = table(3, &[100, 90, 0, 80, 0, 0, 0]);
    let few = table(2, &[100, 90, 6]);
    let inside = table(2, &[0, 90, 30]);
    let good = table(3, &[100, 90, 20, 80, 15, 12, 5]);

    for method in METHODS {
        refused(&two_disjoint, method, "disjoint-lists");
    }
    for method in [Method::Bic, Method::Stepwise, Method::Main, Method::Dga] {
        refused(&three_disjoint, method, "disjoint-lists");
    }
    refused(&few, Method::Chapman, "too-few-shared");
    refused(&few, Method::Main, "too-few-shared");
    refused(&inside, Method::Chapman, "contained-list");
    refused(&good, Method::Chapman, "needs-two-lists");
    refused(&table(2, &[100, 90, 40]), Method::Dga, "needs-three-lists");
    refused(&table(1, &[100]), Method::Main, "one-list");
}

#[test]
fn a_named_model_without_an_estimate_is_refused() {
    let counts = table(3, &[30, 40, 5, 20, 0, 0, 0]);
    let named = |name: &str| {
        let model = Some(Model::parse(name, counts.lists()).unwrap());
        let answer = estimate(&counts, Method::Named, &Options { model, ..options(0) });
        answer.refused.map(|refusal| refusal.code())
    };

    assert_eq!(named("[12,3]").as_deref(), Some("no-estimate"));
    assert_eq!(named("[12,13,23]").as_deref(), Some("not-identifiable"));
    assert_eq!(named("[13,2]"), None);
}

#[test]
fn a_table_that_hangs_on_one_person_is_warned_of() {
    let answer = estimate(&table(3, &[60, 50, 1, 40, 1, 2, 0]), Method::Bic, &options(50));

    assert!(codes(&answer).contains(&"one-person-decides".to_owned()));
    assert!(codes(&answer).contains(&"small-overlap".to_owned()));
}

#[test]
fn where_many_replicates_have_no_estimate_there_is_no_upper_limit() {
    let answer = estimate(&table(3, &[60, 50, 1, 40, 1, 0, 0]), Method::Stepwise, &options(300));

    assert!(answer.failed_replicates.unwrap() > 15);
    assert!(answer.low.is_some());
    assert_eq!(answer.high, None);
    assert!(codes(&answer).contains(&"no-upper-limit".to_owned()));
}

#[test]
fn models_that_fit_equally_well_and_disagree_are_warned_of() {
    let text = include_bytes!("../../../testdata/estimate/Western.csv");
    let answer = estimate(&Counts::read(text).unwrap(), Method::Bic, &options(100));

    assert!(codes(&answer).contains(&"tied-models".to_owned()));
    let shares: f64 = answer.spans.iter().filter_map(|candidate| candidate.share).sum();
    assert!(0.5 < shares && shares <= 1.0 + 1e-9);
}

#[test]
fn the_range_over_all_models_is_wider_than_that_of_the_best_one() {
    let text = include_bytes!("../../../testdata/estimate/Kosovo.csv");
    let answer = estimate(&Counts::read(text).unwrap(), Method::Bic, &options(500));

    let (low, high) = answer.wald.unwrap();
    assert!(answer.low.unwrap() < low && high < answer.high.unwrap());
    let (low, high) = answer.headline.unwrap();
    assert_eq!((low % 100.0, high.unwrap() % 100.0), (0.0, 0.0));
}

#[test]
fn missed_links_make_an_estimate_too_high_and_wrong_ones_too_low() {
    let text = include_bytes!("../../../testdata/estimate/Kosovo.csv");
    let answer = estimate(&Counts::read(text).unwrap(), Method::Main, &options(0));

    let sensitivity = answer.sensitivity.unwrap();
    assert!(sensitivity.links_missed < answer.estimate);
    assert!(answer.estimate < sensitivity.links_wrong);
}

#[test]
fn six_lists_are_searched_downhill_and_the_best_of_five_is_found_so_too() {
    let text = include_str!("../../../testdata/estimate/Western.csv");
    let text = text.replace("A,B,C,D,E,count", "A,B,C,D,E,F,count");
    let rows: Vec<String> = text
        .lines()
        .enumerate()
        .map(|(at, line)| match line.rsplit_once(',') {
            Some((lists, count)) if 0 < at => format!("{lists},0,{count}"),
            _ => line.to_owned(),
        })
        .chain([
            "0,0,0,0,0,1,60".to_owned(),
            "1,0,0,0,0,1,4".to_owned(),
            "0,1,0,0,0,1,6".to_owned(),
        ])
        .collect();
    let answer = estimate(
        &Counts::read(rows.join("\n").as_bytes()).unwrap(),
        Method::Bic,
        &Options { order_max: 2, ..options(20) },
    );

    assert!(codes(&answer).contains(&"not-every-model".to_owned()));
    assert!(answer.interactions.contains(&"A:E".to_owned()), "{:?}", answer.model);
}

#[test]
fn links_in_doubt_widen_the_limits_of_every_method_and_are_told() {
    let cells = [(1, 214), (2, 186), (4, 97), (3, 52), (5, 23), (6, 31), (7, 14)];
    let lists = || vec!["police".to_owned(), "embassy".to_owned(), "ngo".to_owned()];
    let counts = Counts::new(lists(), cells).unwrap();
    // Ten of the people on two lists may be two people each, or ten pairs one.
    let moved = |by: i64| {
        let cell = |(lists, people): (u16, u64)| match lists {
            1 | 2 => (lists, people.saturating_add_signed(-by)),
            3 => (lists, people.saturating_add_signed(by)),
            _ => (lists, people),
        };
        Counts::new(lists(), cells.map(cell)).unwrap()
    };
    let linked: Vec<_> = (-10..=10).map(moved).collect();

    for method in [Method::Bic, Method::Stepwise, Method::Main, Method::Dga] {
        let sure = estimate(&counts, method, &options(100));
        let told = estimate(&counts, method, &Options { linked: linked.clone(), ..options(100) });

        assert_eq!(told.estimate, sure.estimate);
        assert!(told.low < sure.low && sure.high < told.high, "{method:?} {told:?}");
        let linkage = told.linkage.unwrap();
        assert_eq!((linkage.tables, linkage.people), (21, (607, 627)));
        assert_eq!(linkage.as_linked.1, sure.high);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn no_answer_is_below_the_people_who_were_seen(
        people in prop::collection::vec(prop_oneof![1 => Just(0u64), 3 => 0u64..60], 7),
    ) {
        let counts = table(3, &people);
        for method in METHODS {
            let answer = estimate(&counts, method, &options(20));
            let observed = answer.observed as f64;
            for value in [answer.estimate, answer.low, answer.high].into_iter().flatten() {
                prop_assert!(value.is_finite() && observed - 1e-9 <= value, "{method:?}: {value}");
            }
            prop_assert_eq!(answer.refused.is_none(), answer.estimate.is_some() && answer.low.is_some());
            if let (Some(low), Some(high)) = (answer.low, answer.high) {
                prop_assert!(low <= high);
            }
        }
    }

    #[test]
    fn the_order_of_the_lists_changes_nothing(
        people in prop::collection::vec(1u64..80, 7),
    ) {
        // The lists the other way round: bits 0 and 2 change places.
        let turned: Vec<u64> = (1..8usize)
            .map(|at| people[((at & 1) << 2 | at & 2 | at >> 2) - 1])
            .collect();

        for method in [Method::Bic, Method::Main, Method::Dga] {
            let (one, other) = (table(3, &people), table(3, &turned));
            let one = estimate(&one, method, &options(0));
            let other = estimate(&other, method, &options(0));
            let (one, other) = (one.estimate.unwrap(), other.estimate.unwrap());
            prop_assert!((one - other).abs() < 1e-5 * one, "{method:?}: {one} {other}");
        }
    }
}
