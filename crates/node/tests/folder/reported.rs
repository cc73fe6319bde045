//! Reports on people missing or held, from the first word to the last.

use liaison_casework::{SavedView, Stage, Wanted, standing};
use liaison_model::{Reader, Role};
use liaison_node::{
    CheckWanted, Field, NodeError, ReportError, ReportWanted, ShowOptions, StageWanted, WrongUse,
};

use crate::Desk;

fn told(fields: &[(&str, &str)]) -> ReportWanted {
    let field = |(name, value): &(&str, &str)| Field {
        name: (*name).to_owned(),
        value: (*value).to_owned(),
    };
    ReportWanted {
        fields: fields.iter().map(field).collect(),
        source: "family, by phone".to_owned(),
        ..ReportWanted::default()
    }
}

fn stage(stage: &str, date: &str) -> StageWanted {
    StageWanted { stage: stage.to_owned(), date: date.to_owned(), ..StageWanted::default() }
}

const FAMILY: &[(&str, &str)] = &[
    ("person.name", "강서윤"),
    ("phone", "010-0012-3456"),
    ("lastContactAt", "2025-12"),
    ("placeText", "near Poipet"),
    ("safeToCall", "only-as-instructed"),
];

impl Desk {
    fn take(&self) -> String {
        self.node.take_report(&told(FAMILY), &self.reader()).unwrap().number.unwrap()
    }

    fn stage_of(&self, number: &str) -> (Stage, usize) {
        let reports = self.node.reports(&self.reader(), None, None).unwrap();
        let known = reports.find(number, "kr.police").unwrap();
        let now = standing(&known.report, reports.day);
        (now.stage, now.disagreements.len())
    }

    fn refused(&self, number: &str, wanted: &StageWanted) -> WrongUse {
        match self.node.enter_stage(number, wanted, &self.reader()) {
            Err(NodeError::WrongUse(wrong)) => wrong,
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_report_gets_a_number_and_a_first_stage_and_the_person_stays_covered() {
    let desk = Desk::new(None);

    let first = desk.take();
    let second = desk.take();

    assert_eq!((first.as_str(), second.as_str()), ("R-2026-0001", "R-2026-0002"));
    assert_eq!(desk.stage_of(&first), (Stage::Reported, 0));
    let reports = desk.node.reports(&desk.reader(), None, None).unwrap();
    let known = reports.find(&first, "kr.police").unwrap();
    let person = known.person.clone().unwrap();
    let view = desk.node.show(&person, &desk.reader(), &ShowOptions::default()).unwrap();
    assert!(view.caption.is_covered());
    let phone = view.statements.iter().find(|said| said.prop == "phone").unwrap();
    assert!(phone.value.is_covered());
    assert_eq!(phone.source.as_deref(), Some("family, by phone"));
    assert_eq!(known.report.last_contact.unwrap().to_string(), "2025-12");
}

#[test]
fn what_a_second_desk_heard_is_another_source_of_the_same_report() {
    let desk = Desk::new(None);
    let number = desk.take();
    let mut friend = told(&[("person.name", "Kang Seo-yun"), ("placeText", "building C, Bavet")]);
    friend.source = "friend, at the embassy".to_owned();

    let added = desk.node.add_to_report(&number, &friend, &desk.reader()).unwrap();

    assert_eq!(added.number.as_deref(), Some(number.as_str()));
    let reports = desk.node.reports(&desk.reader(), None, None).unwrap();
    assert_eq!(reports.iter().count(), 1);
    let view = desk.node.show(&added.id, &desk.reader(), &ShowOptions::default()).unwrap();
    let sources: std::collections::BTreeSet<_> =
        view.statements.iter().filter_map(|said| said.source.clone()).collect();
    assert_eq!(sources.len(), 2);
}

#[test]
fn a_stage_out_of_order_is_kept_with_its_reason_and_can_be_taken_back() {
    let desk = Desk::new(None);
    let number = desk.take();
    let mut home = stage("repatriated", "2026-01-05");

    let refused = desk.refused(&number, &home);
    assert_eq!(refused.message().key, "error-stage-order");
    home.reason = "came back alone".to_owned();
    let entered = desk.node.enter_stage(&number, &home, &desk.reader()).unwrap();
    assert_eq!(desk.stage_of(&number), (Stage::Repatriated, 0));
    desk.node.take_back_entry(&entered.id, "another person", &desk.reader()).unwrap();

    assert_eq!(desk.stage_of(&number), (Stage::Reported, 0));
    let again = desk.node.take_back_entry(&entered.id, "another person", &desk.reader());
    assert!(matches!(again, Err(NodeError::NotFound)));
}

#[test]
fn the_first_stage_goes_only_with_its_report() {
    let desk = Desk::new(None);
    let number = desk.take();
    let reports = desk.node.reports(&desk.reader(), None, None).unwrap();
    let first = reports.find(&number, "kr.police").unwrap().report.steps[0].id.clone();

    let refused = desk.node.take_back_entry(&first, "mistake", &desk.reader());

    assert!(matches!(refused, Err(NodeError::WrongUse(WrongUse::Report(ReportError::FirstStage)))));
}

#[test]
fn two_officers_at_once_are_both_kept_and_shown() {
    let desk = Desk::new(None);
    let number = desk.take();
    let other = Reader::officer(desk.node.agency().clone(), "yoon", [Role::ConsularOfficer]);
    let reports = desk.node.reports(&desk.reader(), None, None).unwrap();
    let seen = reports.find(&number, "kr.police").unwrap().report.steps[0].id.clone();
    let on = |code: &str| StageWanted { follows: Some(seen.clone()), ..stage(code, "2026-01-05") };

    desk.node.enter_stage(&number, &on("located"), &desk.reader()).unwrap();
    let second = desk.node.enter_stage(&number, &on("in-danger"), &other).unwrap();

    assert_eq!(second.disagreements, 1);
    let wanted = Wanted { view: Some(SavedView::Disagreed), ..Wanted::default() };
    let reports = desk.node.reports(&desk.reader(), None, None).unwrap();
    assert_eq!(reports.page(&wanted, 0, 10).total, 1);
    let officers: Vec<_> = reports.page(&wanted, 0, 10).rows[0]
        .1
        .report
        .steps
        .iter()
        .map(|step| step.officer.clone())
        .collect();
    assert_eq!(officers, ["min", "min", "yoon"]);
}

#[test]
fn bad_input_gets_a_clear_answer_and_nothing_is_lost() {
    let desk = Desk::new(None);
    let number = desk.take();
    let take = |fields: &[(&str, &str)]| match desk.node.take_report(&told(fields), &desk.reader())
    {
        Err(NodeError::WrongUse(wrong)) => wrong.message().key.to_string(),
        other => panic!("{other:?}"),
    };

    assert_eq!(take(&[]), "error-nothing-told");
    assert_eq!(take(&[("danger", "high")]), "error-nothing-told");
    assert_eq!(take(&[("person.name", "A"), ("person.shoe", "44")]), "error-no-such-field");
    assert_eq!(take(&[("person.name", "A"), ("danger", "huge")]), "error-code");
    assert_eq!(take(&[("person.name", "A"), ("lastContactAt", "2031-01-01")]), "error-future-day");
    assert_eq!(take(&[("person.name", "A"), ("lastContactAt", "2025-02-30")]), "date-impossible");
    let future = desk.refused(&number, &stage("located", "2026-02-01"));
    assert_eq!(future.message().key, "error-future-day");
    let unknown = desk.refused(&number, &stage("lost", ""));
    assert_eq!(unknown.message().key, "error-code");
    let missing = desk.node.enter_stage("R-2026-0099", &stage("located", ""), &desk.reader());
    assert!(matches!(missing, Err(NodeError::NotFound)));
    assert_eq!(desk.node.reports(&desk.reader(), None, None).unwrap().iter().count(), 1);
}

#[test]
fn a_welfare_check_says_when_the_next_is_due() {
    let desk = Desk::new(None);
    let number = desk.take();
    let check = CheckWanted {
        channel: "call".to_owned(),
        outcome: "heard-from".to_owned(),
        next: "2026-01-06".to_owned(),
        note: "forty seconds".to_owned(),
        ..CheckWanted::default()
    };

    desk.node.enter_check(&number, &check, &desk.reader()).unwrap();

    let reports = desk.node.reports(&desk.reader(), None, None).unwrap();
    let known = reports.find(&number, "kr.police").unwrap();
    let now = standing(&known.report, reports.day);
    assert_eq!(now.due.unwrap().by.to_string(), "2026-01-06");
    assert_eq!(now.last_heard.unwrap().to_string(), "2026-01-05");
}

#[test]
fn what_is_remembered_is_what_is_read_anew() {
    let desk = Desk::new(None);
    let number = desk.take();
    desk.stage_of(&number);
    desk.import(
        "more.csv",
        "reportNo,Name,Reported,Status\nA-1,Kim Min-su,2025-08-01,located\nA-2,Lee Jun,2025-08-02,home\n",
    );
    let entered = desk.node.enter_stage(&number, &stage("located", ""), &desk.reader()).unwrap();
    desk.node.enter_stage(&number, &stage("in-danger", ""), &desk.reader()).unwrap();
    desk.node.take_back_entry(&entered.id, "mistake", &desk.reader()).unwrap();
    let all = |desk: &Desk| {
        let reports = desk.node.reports(&desk.reader(), None, None).unwrap();
        reports.iter().cloned().collect::<Vec<_>>()
    };
    let remembered = all(&desk);

    let anew = all(&desk.close().open());

    assert_eq!(remembered.len(), 3);
    assert_eq!(remembered, anew);
}

#[test]
fn what_was_known_earlier_is_counted_as_it_was() {
    let desk = Desk::new(None);
    let number = desk.take();
    let before = desk.node.now();
    desk.clock.advance_seconds(60);
    desk.node.enter_stage(&number, &stage("located", ""), &desk.reader()).unwrap();

    let reports = desk.node.reports(&desk.reader(), Some(before), None).unwrap();

    let known = reports.find(&number, "kr.police").unwrap();
    assert_eq!(standing(&known.report, reports.day).stage, Stage::Reported);
    assert_eq!(desk.stage_of(&number).0, Stage::Located);
}

#[test]
fn children_come_first_by_the_age_of_their_own_country_and_no_day_of_birth_is_told() {
    let desk = Desk::new(None);
    let take = |born: &str, country: &str| {
        let fields = [("person.name", "A B"), ("person.birthDate", born), ("danger", "high")];
        let nationality = [("person.nationality", country)];
        let wanted = told(&[&fields[..], &nationality[..]].concat());
        desk.node.take_report(&wanted, &desk.reader()).unwrap().number.unwrap()
    };
    // Of age from 19 on in Korea, from 18 on in Cambodia.
    let adult = take("2006-11", "kr");
    let child = take("2007", "kr");
    let of_age = take("2007", "kh");
    let unknown = desk.take();

    let reports = desk.node.reports(&desk.reader(), None, None).unwrap();
    let numbers = |view| {
        let wanted = Wanted { view, ..Wanted::default() };
        let rows = reports.page(&wanted, 0, 10).rows;
        rows.iter().map(|(row, _)| row.report.number.clone().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(numbers(Some(SavedView::Children)), std::slice::from_ref(&child));
    assert_eq!(numbers(None), [child, adult, of_age, unknown]);
    let listed = reports.page(&Wanted::default(), 0, 1).rows[0].0.report.clone();
    assert!(listed.is_child(reports.day) && listed.of_age_on.is_some());
}

#[test]
fn consent_that_is_taken_back_counts_and_what_was_told_before_stays() {
    let desk = Desk::new(None);
    let number = desk.take();
    let says = |consent: &str| {
        let wanted = told(&[("summary", "called back"), ("reporterConsent", consent)]);
        desk.node.add_to_report(&number, &wanted, &desk.reader()).unwrap();
        let wanted = Wanted { view: Some(SavedView::ConsentWithdrawn), ..Wanted::default() };
        desk.node.reports(&desk.reader(), None, None).unwrap().page(&wanted, 0, 10).total
    };

    assert_eq!([says("yes"), says("withdrawn"), says("yes")], [0, 1, 0]);
    let reports = desk.node.reports(&desk.reader(), None, None).unwrap();
    let known = reports.find(&number, "kr.police").unwrap();
    let told = desk.node.report_sources(&reports, known, &desk.reader(), None).unwrap();
    let consents: Vec<_> = told
        .iter()
        .flat_map(|source| &source.said)
        .filter(|said| said.prop == "reporterConsent")
        .map(|said| said.value.text().to_owned())
        .collect();
    assert_eq!(consents, ["yes", "withdrawn", "yes"]);
}
