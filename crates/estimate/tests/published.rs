//! Two public tables with results that others published or computed with R.
//!
//! Sources stand in `testdata/estimate/README.md`.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use liaison_estimate::{
    Answer, Counts, Method, Model, Options, estimate, fit_model, stepwise_model,
};

const KOSOVO: &[u8] = include_bytes!("../../../testdata/estimate/Kosovo.csv");
const WESTERN: &[u8] = include_bytes!("../../../testdata/estimate/Western.csv");

fn options(seed: u64, replicates: u32) -> Options {
    Options {
        linked: Vec::new(),
        seed,
        replicates,
        threads: 2,
        order_max: 9,
        threshold: 0.02,
        level: 0.95,
        model: None,
    }
}

fn by(table: &[u8], method: Method, options: &Options) -> Answer {
    estimate(&Counts::read(table).unwrap(), method, options)
}

#[track_caller]
fn close(found: impl Into<Option<f64>>, expected: f64, tolerance: f64) {
    let found = found.into().unwrap();
    let error = (found / expected - 1.0).abs();
    assert!(error <= tolerance, "{found} is not {expected}: off by {error:.2e}");
}

/// The middle of what five seeds give.
fn middle_limits(table: &[u8], method: Method, order_max: u32) -> (f64, f64) {
    let limits = (1..=5).map(|seed| {
        let answer = by(table, method, &Options { order_max, ..options(seed, 1000) });
        (answer.low.unwrap(), answer.high.unwrap())
    });
    let (mut lows, mut highs): (Vec<f64>, Vec<f64>) = limits.unzip();
    lows.sort_by(f64::total_cmp);
    highs.sort_by(f64::total_cmp);
    (lows[2], highs[2])
}

#[test]
fn independent_lists_agree_with_sparsemse() {
    let kosovo = by(KOSOVO, Method::Main, &options(1, 0));
    close(kosovo.estimate, 7394.587, 1e-6);
    close(kosovo.low, 7172.909, 1e-6);
    close(kosovo.high, 7633.986, 1e-6);
    close(kosovo.aic, 357.3627, 1e-6);

    let western = by(WESTERN, Method::Main, &options(1, 0));
    close(western.estimate, 2007.142, 1e-6);
    close(western.low, 1420.418, 1e-6);
    close(western.high, 2913.969, 1e-6);
    close(western.aic, 104.2184, 1e-6);
}

#[test]
fn stepwise_selection_agrees_with_sparsemse() {
    let kosovo = by(KOSOVO, Method::Stepwise, &options(1, 0));
    close(kosovo.estimate, 14341.66, 1e-6);
    close(kosovo.low, 12541.28, 1e-6);
    close(kosovo.high, 16540.19, 1e-6);
    close(kosovo.aic, 161.3176, 1e-6);
    let pairs = ["EXH:ABA", "EXH:OSCE", "EXH:HRW", "ABA:OSCE", "OSCE:HRW"];
    assert_eq!(kosovo.interactions, pairs);

    let western = by(WESTERN, Method::Stepwise, &options(1, 0));
    close(western.estimate, 2483.384, 1e-6);
    close(western.low, 1657.094, 1e-6);
    close(western.high, 3830.03, 1e-6);
    close(western.aic, 91.8395, 1e-6);
    assert_eq!(western.interactions, ["A:E"]);
}

#[test]
fn the_effects_and_the_deviance_of_a_named_model_agree_with_r() {
    let counts = Counts::read(WESTERN).unwrap();
    let model = stepwise_model(&counts, 0.02).unwrap();

    let fit = fit_model(&counts, &model).unwrap();

    let expected = [7.667806, -3.720856, -3.192148, -2.929026, -3.844972, -4.603245, 2.334561];
    for (found, expected) in fit.effects.iter().zip(expected) {
        assert!((found - expected).abs() < 1e-5, "{found} is not {expected}");
    }
    close(fit.deviance, 26.58423, 1e-6);
}

#[test]
fn the_best_of_all_models_agrees_with_multiple_systems_estimation() {
    let kosovo = by(KOSOVO, Method::Bic, &options(1, 0));
    assert_eq!(kosovo.models_passing, Some(113));
    assert_eq!(kosovo.model.as_deref(), Some("[123,14,34]"));
    close(kosovo.estimate, 10357.0, 1e-4);
    close(kosovo.bic, 203.0, 2.5e-3);

    let western = by(WESTERN, Method::Bic, &Options { order_max: 2, ..options(1, 0) });
    assert_eq!(western.model.as_deref(), Some("[15,2,3,4]"));
    close(western.estimate, 2483.384, 1e-6);
    close(western.bic, 118.7443, 1e-6);
}

#[test]
fn the_runners_up_agree_too() {
    let counts = Counts::read(WESTERN).unwrap();
    #[track_caller]
    fn check(counts: &Counts, name: &str, people: f64, bic: f64) {
        let model = Model::parse(name, counts.lists()).unwrap();
        let fit = fit_model(counts, &model).unwrap();
        close(fit.unseen + 345.0, people, 1e-6);
        close(fit.bic, bic, 1e-6);
    }

    check(&counts, "[12,15,3,4]", 2175.162, 118.9971);
    check(&counts, "[15,45,2,3]", 2817.771, 119.3383);
}

#[test]
fn limits_of_the_whole_selection_agree_with_the_published_tables() {
    let (low, high) = middle_limits(KOSOVO, Method::Bic, 4);
    close(low, 6947.0, 0.1);
    close(high, 18010.0, 0.1);

    let (low, high) = middle_limits(KOSOVO, Method::Bic, 2);
    close(low, 12451.0, 0.1);
    close(high, 16273.0, 0.1);

    let (low, high) = middle_limits(WESTERN, Method::Stepwise, 2);
    close(low, 1293.0, 0.1);
    close(high, 3670.0, 0.1);
}

#[test]
fn graphs_agree_with_dga() {
    let kosovo = by(KOSOVO, Method::Dga, &options(1, 0));
    let shape = kosovo.shape.unwrap();
    assert_eq!(kosovo.models_passing, Some(61));
    close(shape.mean, 12749.34, 1e-4);
    close(shape.mode, 12267.0, 1e-3);
    for ((_, found), expected) in
        shape.quantiles.iter().zip([9827.0, 10798.0, 12595.0, 14956.0, 16544.0])
    {
        close(*found, expected, 1e-3);
    }
    close(kosovo.spans[0].share, 0.9855, 1e-3);

    let western = by(WESTERN, Method::Dga, &options(1, 0));
    let shape = western.shape.unwrap();
    assert_eq!(western.models_passing, Some(822));
    close(shape.mean, 2257.189, 2e-3);
    close(shape.mode, 1955.0, 1e-3);
    for ((_, found), expected) in
        shape.quantiles.iter().zip([1343.0, 1567.0, 2133.0, 3059.0, 3878.0])
    {
        close(*found, expected, 2e-3);
    }
    for (candidate, expected) in western.spans.iter().zip([0.113, 0.1057, 0.0561]) {
        close(candidate.share, expected, 2e-3);
    }
}
