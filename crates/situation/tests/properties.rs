//! What holds for any figures and any judgements.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use liaison_model::Instant;
use liaison_situation::{
    Dimension, Figure, FigureJudgement, FigureVerdict, Question, QuestionBasis, Relation, Span,
    Standing, in_conflict, questions,
};
use proptest::prelude::*;

/// Few values in each field, so that figures often agree, overlap and contradict each other.
fn one_of(values: &'static [&'static str]) -> impl Strategy<Value = Option<String>> {
    proptest::option::weighted(0.8, proptest::sample::select(values).prop_map(str::to_owned))
}

prop_compose! {
    fn any_figure()(
        question in one_of(&["How many?", "how  many?", "When?", " "]),
        subject in one_of(&["people", "People "]),
        measure in one_of(&["arrested", "rescued"]),
        place in one_of(&["Mae Sot"]),
        country in proptest::sample::subsequence(vec!["KH".to_owned(), "MM".to_owned()], 0..=2),
        period_start in one_of(&["2025", "2025-06", "2025-06-27", "2025-07-20", "late 2025"]),
        period_end in one_of(&["2025", "2025-06-30", "2025-07-16", "2026-01"]),
        (value, value_low, value_high) in (
            one_of(&["3", "3.0", "4", "5", "many"]), one_of(&["2", "4"]), one_of(&["4", "9"]),
        ),
        unit in one_of(&["people"]),
        as_of in one_of(&["2025-07", "2025-07-18"]),
        publisher in one_of(&["A", "B", "C"]),
    ) -> Figure {
        Figure {
            question, subject, measure, place, country, period_start, period_end, value, value_low,
            value_high, unit, as_of, publisher, ..Figure::default()
        }
    }
}

fn any_figures() -> impl Strategy<Value = Vec<Figure>> {
    proptest::collection::vec(any_figure(), 0..14).prop_map(|mut figures| {
        for (number, figure) in figures.iter_mut().enumerate() {
            figure.id = format!("F{number:02}");
        }
        figures
    })
}

prop_compose! {
    fn any_judgement()(
        figure in 0_usize..18,
        second in 0_i64..3,
        verdict in prop_oneof![
            Just(FigureVerdict::DifferentQuestion),
            Just(FigureVerdict::Preferred),
            (0_usize..18).prop_map(|by| FigureVerdict::Superseded { by: Some(format!("F{by:02}")) }),
        ],
    ) -> FigureJudgement {
        FigureJudgement {
            figure: format!("F{figure:02}"),
            verdict,
            user: "analyst".into(),
            at: Instant::from_micros(second).unwrap(),
            reason: String::new(),
            id: "judgement-1".into(),
        }
    }
}

fn any_input() -> impl Strategy<Value = (Vec<Figure>, Vec<FigureJudgement>)> {
    (any_figures(), proptest::collection::vec(any_judgement(), 0..8))
}

fn spans(question: &Question) -> Vec<Option<Span>> {
    question.answers.iter().map(|answer| Span::of(&answer.figure)).collect()
}

proptest! {
    #[test]
    fn every_figure_appears_exactly_once((figures, judgements) in any_input()) {
        let questions = questions(&figures, &judgements);

        let mut out: Vec<Figure> =
            questions.into_iter().flat_map(|q| q.answers).map(|answer| answer.figure).collect();
        out.sort_by(|a, b| a.id.cmp(&b.id));
        prop_assert_eq!(out, figures);
    }

    #[test]
    fn the_order_of_input_does_not_matter(
        ((figures, judgements), shuffled) in any_input().prop_flat_map(|input| {
            let shuffled = (Just(input.0.clone()).prop_shuffle(), Just(input.1.clone()).prop_shuffle());
            (Just(input), shuffled)
        }),
    ) {
        let expected = questions(&figures, &judgements);

        prop_assert_eq!(questions(&shuffled.0, &shuffled.1), expected);
    }

    #[test]
    fn conflict_is_symmetric_and_never_across_a_dimension(a in any_figure(), b in any_figure()) {
        prop_assert_eq!(in_conflict(&a, &b), in_conflict(&b, &a));
        prop_assert!(!in_conflict(&a, &a));
        if in_conflict(&a, &b) {
            let unsaid = Figure { question: None, ..a.clone() };
            let other = Figure { question: None, id: "other".into(), ..b };
            let together = questions(&[unsaid, other], &[]);
            prop_assert_eq!(together.len(), 1);
            prop_assert!(together[0].told_apart_by.iter().all(|d| *d == Dimension::Source));
        }
    }

    #[test]
    fn an_answer_is_in_conflict_exactly_when_another_that_counts_contradicts_it(
        (figures, judgements) in any_input(),
    ) {
        for question in questions(&figures, &judgements) {
            let counts = |standing| standing != Standing::Superseded;
            for one in question.answers.iter().filter(|answer| counts(answer.standing)) {
                let mut others = question.answers.iter().filter(|answer| counts(answer.standing));
                let contradicted = others.any(|other| in_conflict(&one.figure, &other.figure));
                prop_assert_eq!(one.standing == Standing::InConflict, contradicted);
                let listed = question.conflicts.iter().any(|set| set.figures.contains(&one.figure.id));
                prop_assert_eq!(listed, contradicted);
            }
        }
    }

    #[test]
    fn all_answers_of_a_proposed_question_have_a_day_in_common(figures in any_figures()) {
        let proposed = questions(&figures, &[]).into_iter();

        for question in proposed.filter(|q| q.basis == QuestionBasis::Proposed) {
            let spans = spans(&question);
            let dated: Vec<&Span> = spans.iter().flatten().collect();
            prop_assert!(dated.is_empty() || dated.len() == spans.len());
            prop_assert!(dated.iter().all(|a| dated.iter().all(|b| a.overlaps(b))));
        }
    }

    #[test]
    fn overlapping_questions_on_one_topic_name_each_other(figures in any_figures()) {
        let one_topic = |figure: Figure| Figure {
            period_start: figure.period_start,
            period_end: figure.period_end,
            id: figure.id,
            ..Figure::default()
        };
        let figures: Vec<Figure> = figures.into_iter().map(one_topic).collect();
        let questions = questions(&figures, &[]);

        for (index, one) in questions.iter().enumerate() {
            for other in &questions[index + 1..] {
                let (a, b) = (spans(one), spans(other));
                let overlap = a.iter().flatten().any(|a| b.iter().flatten().any(|b| a.overlaps(b)));
                let expected = if overlap { Relation::Overlapping } else { Relation::OtherTime };
                for (from, to) in [(one, other), (other, one)] {
                    let id = &to.answers[0].figure.id;
                    let named = from.related.iter().find(|related| related.figure == *id);
                    prop_assert_eq!(named.map(|related| related.relation), Some(expected));
                }
            }
        }
    }

    #[test]
    fn a_superseded_or_set_apart_figure_is_in_no_conflict((figures, judgements) in any_input()) {
        for question in questions(&figures, &judgements) {
            let superseded = question.answers.iter().filter(|a| a.standing == Standing::Superseded);
            for answer in superseded {
                let id = &answer.figure.id;
                prop_assert!(!question.conflicts.iter().any(|set| set.figures.contains(id)));
            }
            if question.basis == QuestionBasis::SetApart {
                prop_assert_eq!((question.answers.len(), question.conflicts.len()), (1, 0));
            }
        }
    }
}
