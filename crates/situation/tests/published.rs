//! The published figures of `situation/figures.csv`, read as they are.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use liaison_model::Instant;
use liaison_situation::{
    Answer, Dimension, Figure, FigureJudgement, FigureVerdict, Preference, Question, QuestionBasis,
    Relation, Standing, questions,
};

fn figures() -> Vec<Figure> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../situation/figures.csv");
    let mut reader = csv::Reader::from_path(path).unwrap();
    let headings = reader.headers().unwrap().clone();
    let rows = reader.records().map(|row| row.unwrap());
    rows.map(|row| {
        let cell = |name: &str| {
            let column = headings.iter().position(|heading| heading == name).unwrap();
            row.get(column).filter(|cell| !cell.is_empty()).map(str::to_owned)
        };
        Figure {
            id: cell("id").unwrap(),
            question: cell("question"),
            subject: cell("subject"),
            nationality: Vec::new(),
            measure: cell("measure"),
            place: cell("place"),
            country: cell("country").iter().flat_map(|c| c.split(';')).map(str::to_owned).collect(),
            period_start: cell("period_start"),
            period_end: cell("period_end"),
            value: cell("value"),
            value_low: cell("value_low"),
            value_high: cell("value_high"),
            unit: cell("unit"),
            as_of: cell("as_of"),
            publisher: cell("publisher"),
            source_title: cell("source_title"),
            source_date: cell("source_date"),
            source_ref: cell("source_ref"),
            note: cell("note"),
        }
    })
    .collect()
}

fn holding<'a>(questions: &'a [Question], id: &str) -> &'a Question {
    questions.iter().find(|q| q.answers.iter().any(|a| a.figure.id == id)).unwrap()
}

fn answer<'a>(questions: &'a [Question], id: &str) -> &'a Answer {
    holding(questions, id).answers.iter().find(|a| a.figure.id == id).unwrap()
}

fn ids(question: &Question) -> Vec<&str> {
    question.answers.iter().map(|answer| answer.figure.id.as_str()).collect()
}

fn judged(figure: &str, at: &str, verdict: FigureVerdict) -> FigureJudgement {
    FigureJudgement {
        at: at.parse::<Instant>().unwrap(),
        user: "analyst".into(),
        figure: figure.into(),
        verdict,
        reason: "the later report corrects it".into(),
        id: "judgement-1".into(),
    }
}

#[test]
fn every_published_figure_answers_exactly_one_question() {
    let figures = figures();
    let questions = questions(&figures, &[]);

    let mut out: Vec<Figure> =
        questions.into_iter().flat_map(|q| q.answers).map(|answer| answer.figure).collect();
    out.sort();
    assert_eq!(out, figures);
}

#[test]
fn the_two_counts_of_chinese_nationals_arrested_in_the_golden_triangle_are_in_conflict() {
    let questions = questions(&figures(), &[]);
    let question = holding(&questions, "F131");

    assert_eq!(question.conflicts.len(), 1);
    assert_eq!(question.conflicts[0].figures, ["F131", "F138"]);
    assert_eq!(question.told_apart_by, [Dimension::Source]);
    assert_eq!((question.in_conflict().count(), question.not_in_conflict().count()), (2, 0));
}

#[test]
fn no_other_published_figures_are_in_conflict() {
    let questions = questions(&figures(), &[]);

    assert_eq!(questions.iter().map(|question| question.conflicts.len()).sum::<usize>(), 1);
}

#[test]
fn south_koreans_held_in_october_2025_are_told_apart_by_measure_place_and_date() {
    let questions = questions(&figures(), &[]);
    let question = holding(&questions, "F001");

    let mut values: Vec<&str> =
        question.answers.iter().map(|answer| answer.figure.value.as_deref().unwrap()).collect();
    values.sort_unstable();
    assert_eq!(values, ["4", "59", "60", "60", "61", "63", "64", "64", "80"]);
    assert!(question.title.starts_with("South Koreans held over scam cases in Cambodia, October"));
    assert_eq!(question.basis, QuestionBasis::Stated);
    assert_eq!(
        question.told_apart_by,
        [Dimension::Measure, Dimension::Place, Dimension::Date, Dimension::Source]
    );
    assert!(question.conflicts.is_empty() && question.corroborations.is_empty());
    for answer in &question.answers {
        let measure = &answer.differs[0];
        assert_eq!((measure.dimension, measure.others_alike), (Dimension::Measure, 0));
    }
}

#[test]
fn the_same_number_of_people_and_of_reports_is_not_the_same_answer() {
    let questions = questions(&figures(), &[]);
    let (reports, people) = (answer(&questions, "F004"), answer(&questions, "F005"));

    let unit = |answer: &Answer| {
        answer.differs.iter().find(|d| d.dimension == Dimension::Unit).unwrap().value.clone()
    };
    assert_eq!(
        (unit(reports).as_deref(), unit(people).as_deref()),
        (Some("reports"), Some("people"))
    );
    assert_eq!((reports.standing, people.standing), (Standing::Alone, Standing::Alone));
}

#[test]
fn equal_numbers_with_another_scope_differ_in_place() {
    let questions = questions(&figures(), &[]);

    let place = |id: &str| {
        let differs = &answer(&questions, id).differs;
        differs.iter().find(|d| d.dimension == Dimension::Place).unwrap().value.clone().unwrap()
    };
    assert_eq!(place("F011"), "Cambodia, KH");
    assert_eq!(place("F012"), "Cambodia and Myanmar, KH; MM");
}

#[test]
fn two_lower_bounds_on_the_buildings_of_one_site_are_no_conflict() {
    let questions = questions(&figures(), &[]);

    assert_eq!(ids(holding(&questions, "F109")), ["F109", "F110"]);
    assert!(holding(&questions, "F109").conflicts.is_empty());
}

#[test]
fn a_growing_count_of_arrests_is_one_proposed_question_told_apart_by_date() {
    let questions = questions(&figures(), &[]);
    let question = holding(&questions, "F060");

    assert_eq!(question.basis, QuestionBasis::Proposed);
    assert_eq!(ids(question), ["F083", "F060", "F066"]);
    assert_eq!(question.told_apart_by, [Dimension::Date, Dimension::Source]);
    assert!(question.conflicts.is_empty());
}

#[test]
fn a_proposed_question_names_the_stated_one_that_it_may_belong_to() {
    let questions = questions(&figures(), &[]);

    let related = &holding(&questions, "F060").related;
    assert_eq!(related[0].relation, Relation::MayBelongTogether);
    assert_eq!(related[0].title, "Arrests in Cambodia's crackdown from June 2025");
}

#[test]
fn a_yearly_series_is_one_question_per_year_and_each_names_the_others() {
    let questions = questions(&figures(), &[]);
    let question = holding(&questions, "F021");

    assert_eq!(ids(question), ["F021"]);
    let others: Vec<&str> =
        question.related.iter().map(|related| related.figure.as_str()).collect();
    assert_eq!(others, ["F019", "F020", "F022"]);
    assert!(question.related.iter().all(|related| related.relation == Relation::OtherTime));
}

#[test]
fn a_superseded_figure_stays_and_is_no_longer_in_conflict() {
    let by = Some("F138".to_owned());
    let verdict = FigureVerdict::Superseded { by };
    let questions = questions(&figures(), &[judged("F131", "2025-11-01T00:00:00Z", verdict)]);

    assert_eq!(answer(&questions, "F131").standing, Standing::Superseded);
    assert_eq!(answer(&questions, "F138").standing, Standing::Alone);
    assert_eq!(ids(holding(&questions, "F131")), ["F131", "F138"]);
    assert!(holding(&questions, "F131").conflicts.is_empty());
}

#[test]
fn a_preferred_figure_is_flagged_and_both_originals_remain() {
    let preferred = judged("F131", "2025-11-01T00:00:00Z", FigureVerdict::Preferred);
    let questions = questions(&figures(), std::slice::from_ref(&preferred));
    let question = holding(&questions, "F131");

    assert_eq!(question.conflicts[0].figures, ["F131", "F138"]);
    assert_eq!(question.conflicts[0].preferred, ["F131"]);
    assert_eq!(answer(&questions, "F131").preference, Preference::Preferred);
    assert_eq!(answer(&questions, "F131").judgements, [preferred]);
}

#[test]
fn of_two_preferred_answers_the_later_one_counts_and_one_that_left_does_not() {
    let first = judged("F131", "2025-11-01T00:00:00Z", FigureVerdict::Preferred);
    let second = judged("F138", "2025-11-02T00:00:00Z", FigureVerdict::Preferred);
    let left = judged("F138", "2025-11-03T00:00:00Z", FigureVerdict::DifferentQuestion);
    let preferred = |judgements: &[FigureJudgement]| {
        let questions = questions(&figures(), judgements);
        let is_preferred = |id: &&str| answer(&questions, id).preference == Preference::Preferred;
        ["F131", "F138"].into_iter().filter(is_preferred).collect::<Vec<_>>()
    };

    assert_eq!(preferred(&[second.clone(), first.clone()]), ["F138"]);
    let both = [first.clone(), second.clone()];
    let conflicts = &questions(&figures(), &both);
    assert_eq!(holding(conflicts, "F131").conflicts[0].preferred, ["F138"]);
    assert_eq!(preferred(&[second, left.clone()]), [""; 0]);
    assert_eq!(preferred(&[first, left]), ["F131"]);
}

#[test]
fn the_later_of_two_judgements_that_contradict_each_other_counts() {
    let superseded = judged("F131", "2025-11-01T00:00:00Z", FigureVerdict::Superseded { by: None });
    let preferred = judged("F131", "2025-11-02T00:00:00Z", FigureVerdict::Preferred);
    let questions = questions(&figures(), &[preferred, superseded]);

    assert_eq!(answer(&questions, "F131").standing, Standing::InConflict);
    assert_eq!(answer(&questions, "F131").judgements.len(), 2);
}

#[test]
fn a_figure_on_a_different_question_leaves_and_both_questions_name_each_other() {
    let verdict = FigureVerdict::DifferentQuestion;
    let questions = questions(&figures(), &[judged("F043", "2025-11-01T00:00:00Z", verdict)]);
    let (left, stayed) = (holding(&questions, "F043"), holding(&questions, "F001"));

    assert_eq!((left.basis, ids(left)), (QuestionBasis::SetApart, vec!["F043"]));
    assert_eq!(stayed.answers.len(), 8);
    assert_eq!(
        left.title,
        "South Korean nationals: detained and refusing return, Cambodia, 2025-10-15"
    );
    assert_eq!(left.related[0].relation, Relation::SetApart);
    assert_eq!(
        (stayed.related[0].relation, &*stayed.related[0].figure),
        (Relation::SetApart, "F043")
    );
}
