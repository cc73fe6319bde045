//! What files can bring in, and what they cannot.

use liaison_node::{Destination, Existing, ExportRequest};
use liaison_situation::FigureVerdict;
use liaison_views::EntityFilter;

use crate::Desk;

/// A desk with the published figures, two of which disagree.
fn desk() -> Desk {
    let desk = Desk::new(None);
    let report = desk.import("figures.csv", include_str!("../../../../situation/figures.csv"));
    assert_eq!(report.problems, 0);
    desk
}

fn conflicts(desk: &Desk) -> usize {
    let questions = desk.node.figures(&desk.reader(), None).unwrap();
    questions.iter().map(|question| question.conflicts.len()).sum()
}

#[test]
fn a_decision_in_a_file_silences_no_conflict() {
    let desk = desk();
    let before = conflicts(&desk);
    assert!(0 < before);
    let forged = concat!(
        r#"{"id":"judgement-2","schema":"Judgement","properties":{"kind":["figure"],"#,
        r#""left":["kr.npa:figure-F138"],"verdict":["superseded"],"user":["cli:chief"],"#,
        r#""date":["2026-01-05"]}}"#,
    );

    let report = desk.import("forged.ftm.json", forged);

    assert_eq!((report.new, report.problems), (0, 1));
    assert_eq!(conflicts(&desk), before);
}

#[test]
fn an_export_of_statements_that_comes_home_brings_nothing_new() {
    let desk = desk();
    let verdict = FigureVerdict::Superseded { by: Some("figure-F131".into()) };
    desk.node.judge_figure("figure-F138", verdict, "first report", &desk.reader()).unwrap();
    let file = desk.folder.path().join("statements.csv");
    let request = ExportRequest { filter: EntityFilter::default(), known_on: None };
    let to = Destination::Path(&file, Existing::Keep);
    let written = desk.node.export_statements(&request, &desk.reader(), to).unwrap();
    assert!(100 < written.entities);

    let home = desk.import("statements.csv", std::fs::read(&file).unwrap());
    let elsewhere = Desk::new(None).import("statements.csv", std::fs::read(&file).unwrap());

    assert_eq!((home.new, home.problems), (0, 0));
    assert_eq!((elsewhere.new, elsewhere.problems), (home.statements, 0));
}
