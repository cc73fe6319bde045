//! What holds for any report on any day.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use jiff::civil::{Date, date};
use liaison_casework::{
    Age, Closing, Disagreement, Index, NewStep, NextAct, Report, SavedView, Stage, Step, StepError,
    Unusual, Wanted, WelfareCheck, check_step, standing,
};
use liaison_model::Instant;
use liaison_model::values::PartialDate;
use proptest::prelude::*;

const TODAY: Date = date(2025, 9, 1);

fn day(text: &str) -> PartialDate {
    PartialDate::read(text, None).unwrap()
}

fn report(reported: &str) -> Report {
    Report { id: "kr.npa:r-1".into(), reported: Some(day(reported)), ..Report::default() }
}

fn step(id: &str, stage: Stage, date: &str, authority: &str) -> Step {
    Step {
        id: id.into(),
        stage,
        date: Some(day(date)),
        authority: authority.into(),
        officer: "min".into(),
        entered: Instant::from_micros(0).unwrap(),
        follows: None,
        reason: None,
        closed_reason: None,
    }
}

fn new(stage: Stage, date: &str) -> NewStep {
    NewStep {
        stage,
        date: day(date),
        authority: "kr.npa".into(),
        reason: String::new(),
        closing: None,
        death_cause: String::new(),
    }
}

#[test]
fn a_report_without_a_stage_is_reported_and_asks_to_be_verified_in_two_days() {
    let report = report("2025-08-20");

    let now = standing(&report, TODAY);

    assert_eq!((now.stage, now.days_open), (Stage::Reported, Some(12)));
    let due = now.due.unwrap();
    assert_eq!((due.act, due.by), (NextAct::Verify, date(2025, 8, 22)));
    assert_eq!(now.days_late(TODAY), 10);
}

#[test]
fn days_are_not_counted_on_after_somebody_is_home() {
    let mut report = report("2025-08-01");
    report.steps = vec![step("a", Stage::Repatriated, "2025-08-11", "kr.npa")];

    let now = standing(&report, TODAY);

    assert!(now.is_settled());
    assert_eq!(now.days_open, Some(10));
}

#[test]
fn the_next_check_that_was_agreed_is_due_when_it_comes_before_the_stages_clock() {
    let mut report = report("2025-08-30");
    report.steps = vec![step("a", Stage::Verified, "2025-08-31", "kr.npa")];
    report.checks = vec![WelfareCheck {
        id: "c".into(),
        date: Some(day("2025-08-31")),
        authority: "kr.mofa".into(),
        officer: "yoon".into(),
        channel: "call".into(),
        outcome: "heard-from".into(),
        next: Some(day("2025-09-02")),
        entered: Instant::from_micros(0).unwrap(),
    }];

    let now = standing(&report, TODAY);

    let due = now.due.unwrap();
    assert_eq!((due.act, due.by), (NextAct::WelfareCheck, date(2025, 9, 2)));
    assert_eq!(now.last_heard, Some(date(2025, 8, 31)));
}

#[test]
fn a_stage_out_of_order_is_entered_with_a_reason_only() {
    let report = report("2025-08-01");
    let mut wanted = new(Stage::Repatriated, "2025-08-20");

    let refused = check_step(&report, &wanted, TODAY).unwrap_err();
    wanted.reason = "came back alone".into();

    let why = Unusual::Order;
    let (from, to) = (Stage::Reported, Stage::Repatriated);
    assert_eq!(refused, StepError::NeedsReason { from, to, why });
    assert!(check_step(&report, &wanted, TODAY).is_ok());
}

#[test]
fn a_day_before_the_report_or_before_the_stage_below_asks_for_a_reason() {
    let mut report = report("2025-08-10");
    let early = check_step(&report, &new(Stage::Verified, "2025-08-09"), TODAY).unwrap_err();
    report.steps = vec![step("a", Stage::Verified, "2025-08-20", "kr.npa")];
    let back = check_step(&report, &new(Stage::Located, "2025-08-15"), TODAY).unwrap_err();

    assert!(matches!(early, StepError::NeedsReason { why: Unusual::BeforeReport, .. }));
    assert!(matches!(back, StepError::NeedsReason { why: Unusual::Earlier, .. }));
    let month = check_step(&report, &new(Stage::Located, "2025-08"), TODAY);
    assert!(month.is_ok(), "the month may well be later: {month:?}");
}

#[test]
fn a_day_that_has_not_come_is_refused_whatever_the_reason() {
    let mut wanted = new(Stage::Verified, "2025-09-02");
    wanted.reason = "planned".into();

    let refused = check_step(&report("2025-08-10"), &wanted, TODAY).unwrap_err();

    assert_eq!(refused, StepError::Future { day: date(2025, 9, 2), today: TODAY });
}

#[test]
fn closing_asks_why_and_a_death_asks_for_its_cause() {
    let report = report("2025-08-10");
    let mut wanted = new(Stage::Closed, "2025-08-20");
    assert_eq!(check_step(&report, &wanted, TODAY), Err(StepError::NeedsClosing));

    wanted.closing = Some(Closing::Deceased);
    assert_eq!(check_step(&report, &wanted, TODAY), Err(StepError::NeedsCause));
    wanted.death_cause = "under investigation".into();

    assert!(check_step(&report, &wanted, TODAY).is_ok());
}

#[test]
fn one_agency_says_a_stage_once_and_another_may_say_it_again() {
    let mut report = report("2025-08-10");
    report.steps = vec![step("a", Stage::Located, "2025-08-12", "kr.npa")];

    let again = check_step(&report, &new(Stage::Located, "2025-08-13"), TODAY);
    let mut other = new(Stage::Located, "2025-08-13");
    other.authority = "kh.npc".into();

    assert_eq!(again, Err(StepError::Already { stage: Stage::Located }));
    assert!(check_step(&report, &other, TODAY).is_ok());
}

#[test]
fn two_officers_who_built_on_one_word_are_both_shown_until_somebody_settles_it() {
    let mut report = report("2025-08-10");
    let at = |step: Step, micros| Step {
        entered: Instant::from_micros(micros).unwrap(),
        follows: Some("a".into()),
        ..step
    };
    report.steps = vec![
        step("a", Stage::Verified, "2025-08-12", "kr.npa"),
        at(step("b", Stage::Located, "2025-08-13", "kr.npa"), 1),
        at(step("c", Stage::InDanger, "2025-08-13", "kr.npa"), 2),
    ];

    let forked = standing(&report, TODAY).disagreements.len();
    let settles = step("d", Stage::RescueRequested, "2025-08-14", "kr.npa");
    report.steps.push(Step { entered: Instant::from_micros(3).unwrap(), ..settles });

    assert_eq!(forked, 1);
    assert_eq!(standing(&report, TODAY).disagreements, []);
}

#[test]
fn another_agency_that_has_the_person_further_on_is_shown() {
    let mut report = report("2025-08-10");
    report.steps = vec![
        step("a", Stage::Repatriated, "2025-08-12", "kr.mofa"),
        step("b", Stage::Located, "2025-08-13", "kh.npc"),
    ];

    let now = standing(&report, TODAY);

    assert_eq!(now.stage, Stage::Located);
    assert_eq!(now.disagreements, [Disagreement::Further(&report.steps[0])]);
}

#[test]
fn who_entered_and_was_not_heard_from_since_is_found() {
    let entered = |day| liaison_casework::Crossing { day, is_entry: true };
    let mut inside = report("2025-08-10");
    inside.crossings = vec![entered(date(2025, 7, 1))];
    let mut heard = inside.clone();
    heard.last_contact = Some(day("2025-07-20"));
    let mut left = inside.clone();
    left.crossings.push(liaison_casework::Crossing { day: date(2025, 7, 9), is_entry: false });
    let wanted = Wanted { view: Some(SavedView::NoExit), ..Wanted::default() };

    let found = |report: &Report| Index::of([report], TODAY).wanted(&wanted).count();

    assert_eq!([found(&inside), found(&heard), found(&left)], [1, 0, 0]);
}

fn any_stage() -> impl Strategy<Value = Stage> {
    prop::sample::select(Stage::ALL.to_vec())
}

fn any_step() -> impl Strategy<Value = Step> {
    let date = (1i8..=8, 1i8..=28);
    let authority = prop::sample::select(vec!["kr.npa", "kr.mofa", "kh.npc"]);
    (any_stage(), date, authority, 0i64..50).prop_map(|(stage, (month, day), authority, at)| Step {
        entered: Instant::from_micros(at).unwrap(),
        ..step(&format!("s-{at}"), stage, &format!("2025-{month:02}-{day:02}"), authority)
    })
}

fn numbered(reports: Vec<Report>) -> Vec<Report> {
    let numbered = reports.into_iter().enumerate();
    numbered.map(|(at, report)| Report { id: format!("r-{at:03}"), ..report }).collect()
}

fn any_report() -> impl Strategy<Value = Report> {
    let reported = prop::option::of((1i8..=8, 1i8..=28));
    (reported, prop::collection::vec(any_step(), 0..6)).prop_map(|(reported, steps)| Report {
        reported: reported.map(|(month, day)| self::day(&format!("2025-{month:02}-{day:02}"))),
        steps,
        ..Report::default()
    })
}

proptest! {
    #[test]
    fn every_report_is_counted_exactly_once_and_every_count_opens_its_rows(
        reports in prop::collection::vec(any_report(), 0..30)
    ) {
        let reports: Vec<Report> = numbered(reports);
        let index = Index::of(&reports, TODAY);
        let overview = index.overview();
        let sum = |counts: &mut dyn Iterator<Item = u32>| counts.sum::<u32>() as usize;
        let rows = |wanted: Wanted| index.wanted(&wanted).count();

        let settled = sum(&mut overview.settled.values().copied());
        let open = sum(&mut overview.open.values().copied());
        prop_assert_eq!(settled + open, reports.len());
        prop_assert_eq!(overview.reports as usize, reports.len());
        let months = sum(&mut overview.months.iter().map(|month| month.reported));
        prop_assert_eq!(months, reports.len());
        for ((stage, age), count) in &overview.open {
            let wanted = Wanted { stage: Some(*stage), age: Some(*age), ..Wanted::default() };
            prop_assert_eq!(rows(wanted), *count as usize);
        }
        for view in SavedView::ALL {
            let wanted = Wanted { view: Some(view), ..Wanted::default() };
            let count = overview.views.get(&view).copied().unwrap_or(0);
            prop_assert_eq!(rows(wanted), count as usize);
        }
        for month in &overview.months {
            let wanted = Wanted { month: month.month, ..Wanted::default() };
            let settled = Wanted { view: Some(SavedView::Settled), ..wanted };
            if month.month.is_some() {
                prop_assert_eq!(rows(wanted), month.reported as usize);
                prop_assert_eq!(rows(settled), month.settled as usize);
            }
        }
    }

    #[test]
    fn the_order_in_which_words_came_in_changes_nothing(
        report in any_report(), seed in any::<u64>()
    ) {
        let mut turned = report.clone();
        let by = usize::try_from(seed % 7).unwrap().min(turned.steps.len());
        turned.steps.rotate_left(by);

        let (one, other) = (standing(&report, TODAY), standing(&turned, TODAY));

        prop_assert_eq!((one.stage, one.since, one.days_open), (other.stage, other.since, other.days_open));
        prop_assert_eq!(one.disagreements, other.disagreements);
    }

    #[test]
    fn with_a_reason_a_cause_and_a_day_that_has_come_every_stage_can_be_entered_once(
        report in any_report(), stage in any_stage()
    ) {
        let mut wanted = new(stage, "2025-08-31");
        wanted.reason = "as told on the phone".into();
        wanted.closing = Some(Closing::Deceased);
        wanted.death_cause = "under investigation".into();

        let checked = check_step(&report, &wanted, TODAY);

        let is_said = matches!(&checked, Err(StepError::Already { .. }));
        prop_assert!(checked.is_ok() || is_said, "{:?}", checked);
    }

    #[test]
    fn no_day_late_is_a_day_early(report in any_report(), late in 0i64..400) {
        let today = TODAY.checked_add(jiff::Span::new().days(late)).unwrap();
        let now = standing(&report, today);

        if let Some(due) = now.due {
            prop_assert_eq!(0 < now.days_late(today), due.by < today);
        }
        let of_stage = Wanted { stage: Some(now.stage), ..Wanted::default() };
        prop_assert_eq!(Index::of([&report], today).wanted(&of_stage).count(), 1);
        prop_assert_eq!(Age::of(None), Age::Unknown);
    }

    #[test]
    fn what_is_put_in_and_taken_out_leaves_what_is_put_in_anew(
        before in prop::collection::vec(any_report(), 0..12),
        after in prop::collection::vec(any_report(), 0..12),
    ) {
        let (before, after) = (numbered(before), numbered(after));
        let mut index = Index::of(&before, TODAY);
        for report in &before {
            index.remove(&report.id);
        }
        prop_assert_eq!(index.overview(), Index::new(TODAY).overview());
        before.iter().chain(after.iter().rev()).for_each(|report| index.put(report));
        for report in before.iter().skip(after.len()) {
            index.remove(&report.id);
        }
        let anew = Index::of(&after, TODAY);
        let all = Wanted::default();
        prop_assert_eq!(index.overview(), anew.overview());
        prop_assert_eq!(index.wanted(&all).collect::<Vec<_>>(), anew.wanted(&all).collect::<Vec<_>>());
    }
}
