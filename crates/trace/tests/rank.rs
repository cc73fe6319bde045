//! What a learnt rank promises.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use liaison_trace::{
    Column, Decimal, Described, RankError, Ranker, Ties, Transfers, TransfersBuilder, learn,
};

const HOUR: i64 = 3_600_000_000;

/// Payments of honest accounts, and rings of four in which money comes round: the truth beside each.
fn world(seed: u64) -> (Transfers, Vec<bool>) {
    let mut state = seed;
    let mut drawn = move |below: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut rows = Vec::new();
    for _ in 0..800 {
        rows.push((drawn(700) as i64 * HOUR, drawn(150), drawn(150), 10 + drawn(5_000), false));
    }
    for _ in 0..8 {
        let ring: Vec<u64> = (0..4).map(|_| drawn(150)).collect();
        let mut time = drawn(650) as i64 * HOUR;
        for at in 0..4 {
            rows.push((time, ring[at], ring[(at + 1) % 4], 900 - at as u64, true));
            time += HOUR;
        }
    }
    rows.sort();
    let mut builder = TransfersBuilder::new();
    let unit = builder.unit("USD", 2).unwrap();
    for (row, (time, from, to, amount, _)) in (1..).zip(&rows) {
        let ends = (
            builder.account(&format!("a{from}")).unwrap(),
            builder.account(&format!("a{to}")).unwrap(),
        );
        builder.push(*time, ends, Decimal { digits: *amount, decimals: 2 }, unit, row);
    }
    let transfers = builder.finish(Ties::AsWritten).0;
    let truth = transfers.rows().iter().map(|row| rows[row.row as usize - 1].4).collect();
    (transfers, truth)
}

fn said(truth: &[bool]) -> Vec<Option<bool>> {
    truth.iter().copied().map(Some).collect()
}

fn scores(ranker: &Ranker, transfers: &Transfers) -> Vec<f64> {
    let described = Described::new(transfers, ranker.window);
    let first = ranker.first_odds(&described, &[]);
    (0..transfers.rows().len()).map(|at| ranker.rank(&described, &[], &first, at).score).collect()
}

#[test]
fn what_was_learnt_of_some_accounts_ranks_others() {
    let (seen, truth) = world(1);
    let (ranker, _) = learn(&Described::new(&seen, 48 * HOUR), &said(&truth), &[], 1).unwrap();
    let (others, truth) = world(2);

    let scores = scores(&ranker, &others);

    let precision = liaison_trace::average_precision(&scores, &truth, 1.0).unwrap();
    assert!(0.8 < precision, "{precision}");
    assert!(scores.iter().all(|score| (0.0..=1.0).contains(score)));
}

#[test]
fn the_label_of_a_transfer_that_nobody_labelled_changes_nothing() {
    let (seen, truth) = world(3);
    let described = Described::new(&seen, 48 * HOUR);
    let mut labels = said(&truth);
    let hidden: Vec<usize> = (0..labels.len()).filter(|at| at % 3 == 0).collect();
    hidden.iter().for_each(|at| labels[*at] = None);

    let (ranker, first) = learn(&described, &labels, &[], 1).unwrap();

    assert_eq!(ranker.learnt_from.0, labels.len() - hidden.len());
    let ranked = ranker.rank(&described, &[], &first, hidden[0]);
    assert!(ranked.because.iter().all(|(_, added)| added.is_finite()));
}

#[test]
fn a_model_that_was_kept_gives_the_same_scores() {
    let (seen, truth) = world(4);
    let (ranker, _) = learn(&Described::new(&seen, 48 * HOUR), &said(&truth), &[], 9).unwrap();

    let kept: Ranker = serde_json::from_str(&serde_json::to_string(&ranker).unwrap()).unwrap();

    assert_eq!(kept.fit(Vec::new()), Ok(Vec::new()));
    let (others, _) = world(5);
    assert_eq!(scores(&kept, &others), scores(&ranker, &others));
}

#[test]
fn a_model_asks_for_the_columns_from_which_it_learnt() {
    let (seen, truth) = world(6);
    let cells = (0..truth.len()).map(|at| (at % 2) as u8).collect();
    let words = vec!["card".to_owned(), "wire".to_owned()];
    let way = Column { name: "way".to_owned(), words, cells };
    let described = Described::new(&seen, 48 * HOUR);

    let (ranker, _) = learn(&described, &said(&truth), std::slice::from_ref(&way), 1).unwrap();

    assert_eq!(ranker.fit(Vec::new()), Err(RankError::NoColumn { column: "way".to_owned() }));
    assert_eq!(ranker.fit(vec![way.clone()]), Ok(vec![way]));
}

#[test]
fn a_column_that_says_what_the_label_says_is_known_for_it() {
    let (_, truth) = world(7);
    let column = |cells: Vec<u8>| Column {
        name: "alert".to_owned(),
        words: vec!["0".to_owned(), "1".to_owned()],
        cells,
    };
    let own = column(truth.iter().map(|label| u8::from(*label)).collect());
    let other = column((0..truth.len()).map(|at| (at % 2) as u8).collect());

    assert!(0.99 < own.tells(&said(&truth)));
    assert!(other.tells(&said(&truth)) < 0.2);
}

#[test]
fn nothing_is_learnt_from_one_kind_alone() {
    let (seen, truth) = world(8);
    let honest = vec![Some(false); truth.len()];

    let refused = learn(&Described::new(&seen, 48 * HOUR), &honest, &[], 1).err();

    assert_eq!(refused, Some(RankError::TooFew { positives: 0, negatives: truth.len() }));
}
