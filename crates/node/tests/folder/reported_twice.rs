//! One family that told three desks: proposed, judged, shown as one, and taken back.

use liaison_casework::{SavedView, Wanted};
use liaison_model::{Reader, Role};
use liaison_node::{
    Field, NodeError, RecordVerdict, ReportError, ReportJudged, ReportWanted, WrongUse,
};

use crate::Desk;

fn told(source: &str, fields: &[(&str, &str)]) -> ReportWanted {
    let field = |(name, value): &(&str, &str)| Field {
        name: (*name).to_owned(),
        value: (*value).to_owned(),
    };
    ReportWanted {
        fields: fields.iter().map(field).collect(),
        source: source.to_owned(),
        ..ReportWanted::default()
    }
}

fn hotline() -> ReportWanted {
    let fields = [("person.name", "강서윤"), ("phone", "010-0012-3456"), ("safeToCall", "yes")];
    told("mother, by phone", &fields)
}

fn embassy() -> ReportWanted {
    let fields = [
        ("person.name", "Kang Seo-yun"),
        ("phone", "+82 10 0012 3456"),
        ("safeToCall", "no"),
        ("danger", "high"),
    ];
    told("sister, at the embassy", &fields)
}

fn same(report: &str) -> ReportJudged {
    let reason = "one phone, one family".to_owned();
    ReportJudged { report: report.to_owned(), verdict: RecordVerdict::Same, reason }
}

impl Desk {
    fn taken(&self, wanted: &ReportWanted) -> String {
        self.node.take_report(wanted, &self.reader()).unwrap().number.unwrap()
    }

    fn known(&self) -> Vec<String> {
        let reports = self.node.reports(&self.reader(), None, None).unwrap();
        reports.iter().map(|known| known.report.number.clone().unwrap()).collect()
    }
}

#[test]
fn a_name_in_another_script_is_proposed_before_anything_is_kept() {
    let desk = Desk::new(None);
    let first = desk.taken(&hotline());
    let other = told("friend", &[("person.name", "Tran Van Minh"), ("phone", "+84 90 000 00 01")]);

    let found = desk.node.reports_alike(&embassy(), &desk.reader()).unwrap();

    assert_eq!(found.len(), 1);
    let reports = desk.node.reports(&desk.reader(), None, None).unwrap();
    let known = reports.find(&first, "kr.police").unwrap();
    assert_eq!(found[0].report, known.report.id);
    assert!(0.9 < found[0].probability, "{}", found[0].probability);
    let shown = found[0].reasons.iter().filter_map(|reason| reason.right.as_ref());
    assert!(shown.clone().count() >= 2 && shown.into_iter().all(|said| said.value.is_covered()));
    assert!(desk.node.reports_alike(&other, &desk.reader()).unwrap().is_empty());
    assert_eq!(desk.known(), [first]);
}

#[test]
fn what_may_be_known_is_not_kept_until_somebody_says_what_it_is() {
    let desk = Desk::new(None);
    let first = desk.taken(&hotline());
    let asked = ReportWanted { unless_known: true, ..embassy() };
    let judged = ReportWanted { judged: vec![same(&first)], ..asked.clone() };

    let refused = desk.node.take_report(&asked, &desk.reader());
    let kept = desk.node.take_report(&judged, &desk.reader()).unwrap();

    let maybe = ReportError::MaybeKnown { reports: first.clone() };
    assert!(matches!(
        refused, Err(NodeError::WrongUse(WrongUse::Report(error))) if error == maybe
    ));
    assert_eq!(kept.one_with.as_deref(), Some(&*first));
    assert_eq!(desk.known(), [first]);
}

#[test]
fn three_desks_are_one_report_with_three_sources_until_it_is_taken_back() {
    let desk = Desk::new(None);
    let first = desk.taken(&hotline());
    let second = desk.taken(&ReportWanted { judged: vec![same(&first)], ..embassy() });
    let third = desk.taken(&told("brother, on the web", &[("person.name", "강서윤")]));
    let decided =
        desk.node.judge_reports(&third, &second, RecordVerdict::Same, "one home", &desk.reader());

    let reports = desk.node.reports(&desk.reader(), None, None).unwrap();
    let known = reports.find(&third, "kr.police").unwrap();
    assert_eq!(known.report.number.as_deref(), Some(&*first));
    assert_eq!(known.report.safe_to_call.as_deref(), Some("no"));
    assert_eq!(known.report.danger.as_deref(), Some("high"));
    assert_eq!(reports.overview().reports, 1);
    let sides = desk.node.report_sources(&reports, known, &desk.reader(), None).unwrap();
    let sources: Vec<_> = sides.iter().map(|source| source.source.as_deref().unwrap()).collect();
    assert_eq!(sources, ["mother, by phone", "sister, at the embassy", "brother, on the web"]);
    let of_person = sides.iter().flat_map(|source| &source.said);
    assert!(of_person.filter(|said| said.prop == "name").all(|said| said.value.is_covered()));
    assert_eq!(
        desk.node
            .identity(known.person.as_deref().unwrap(), &desk.reader(), None)
            .unwrap()
            .others
            .len(),
        2
    );

    let id = decided.unwrap().id.to_string();
    desk.node.take_back_entry(&id, "two sisters", &desk.reader()).unwrap();

    assert_eq!(desk.known(), [first.clone(), third.clone()]);
    let again = desk.node.take_back_entry(&id, "two sisters", &desk.reader());
    assert!(matches!(again, Err(NodeError::NotFound)));
    let next = desk.taken(&told("neighbour", &[("person.name", "Nguyen Thi Lan")]));
    assert_eq!(next, "R-2026-0004");
}

#[test]
fn what_is_remembered_of_judgements_is_what_is_read_anew() {
    let desk = Desk::new(None);
    let first = desk.taken(&hotline());
    desk.known();
    let second = desk.taken(&ReportWanted { judged: vec![same(&first)], ..embassy() });
    let remembered = desk.known();
    let other = Reader::officer(desk.node.agency().clone(), "yoon", [Role::ConsularOfficer]);
    let reports = desk.node.reports(&other, None, None).unwrap();

    let anew: Vec<_> = reports.iter().map(|known| known.report.number.clone().unwrap()).collect();
    assert_eq!((remembered, anew.len()), (anew.clone(), 1));
    assert_eq!(reports.find(&second, "kr.police").unwrap().report.number.as_ref(), Some(&first));
}

#[test]
fn who_cannot_tell_finds_both_in_a_view_and_who_tells_them_apart_is_not_asked_again() {
    let desk = Desk::new(None);
    let first = desk.taken(&hotline());
    let second = desk.taken(&embassy());
    let judge = |verdict| {
        desk.node.judge_reports(&first, &second, verdict, "two names", &desk.reader()).unwrap()
    };
    let twice = || {
        let reports = desk.node.reports(&desk.reader(), None, None).unwrap();
        let wanted = Wanted { view: Some(SavedView::MaybeTwice), ..Wanted::default() };
        reports.page(&wanted, 0, 10).total
    };

    judge(RecordVerdict::Unsure);
    assert_eq!(twice(), 2);
    judge(RecordVerdict::Different);
    assert_eq!(twice(), 0);

    let like = desk.node.reports_like(&first, &desk.reader()).unwrap();
    let verdict = like[0].judgement.as_ref().map(|judged| judged.verdict);
    assert_eq!((like.len(), verdict), (1, Some(RecordVerdict::Different)));
    let both = ReportWanted { judged: vec![same(&first), same(&second)], ..hotline() };
    let refused = desk.node.take_report(&both, &desk.reader());
    assert!(matches!(refused, Err(NodeError::WrongUse(WrongUse::JudgedDifferent { .. }))));
    assert_eq!(desk.known(), [first, second]);
}
