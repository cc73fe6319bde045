//! Which figures answer the same question.
//!
//! Figures whose rows state the same question answer it together. For all others a question is
//! *proposed*: the same measure, population and place, at times that overlap.
//!
//! Overlap does not chain. When A overlaps B, and B overlaps C, but A ends before C starts, a
//! question of all three would put A beside C although they share no day. So all answers of a
//! proposed question have at least one day in common: B joins the earlier A, C stands alone, and
//! each of the two questions names the other as [`crate::Relation::Overlapping`].
//!
//! # Invariants
//!
//! * Every figure is an answer of exactly one question.
//! * Questions come by number of answers, most first, then by title; answers by date, value, id.

use std::collections::BTreeMap;

use liaison_model::Explanation;
use liaison_model::messages::Message;
use serde::Serialize;

use crate::amount::Amount;
use crate::disagreement::{self, ConflictSet, Corroboration, NO_SCORE, Standing};
use crate::figure::{dates_shown, folded};
use crate::judgement::Judgements;
use crate::related::{self, Related};
use crate::{Dimension, Figure, FigureJudgement, Span};

/// A question with all the answers that were given to it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Question {
    /// The question as stated, or else what its answers have in common.
    pub title: String,
    /// Who says that these figures answer one question.
    pub basis: QuestionBasis,
    /// The answers, earliest first.
    pub answers: Vec<Answer>,
    /// The dimensions, other than value, in which the answers are not all alike.
    pub told_apart_by: Vec<Dimension>,
    /// Answers that cannot all be true.
    pub conflicts: Vec<ConflictSet>,
    /// Answers that confirm each other.
    pub corroborations: Vec<Corroboration>,
    /// Other questions that a reader of this one must know about.
    pub related: Vec<Related>,
    /// Why these figures stand together.
    pub explanation: Explanation,
}

/// Who says that some figures answer one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionBasis {
    /// An analyst or a source wrote the question.
    Stated,
    /// Nobody did: their subject, measure, place and time agree.
    Proposed,
    /// An analyst took this figure out of the question it was under.
    SetApart,
}

/// One figure as an answer to a question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// The figure.
    pub figure: Figure,
    /// What it says in each dimension in which the answers are not all alike.
    pub differs: Vec<Difference>,
    /// How it stands to those that differ from it in nothing but source and value.
    pub standing: Standing,
    /// Whether an analyst prefers it; the judgement says who and why.
    pub preference: Preference,
    /// All judgements on it, oldest first.
    pub judgements: Vec<FigureJudgement>,
}

/// Whether an analyst chose an answer as the one to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Preference {
    /// Somebody did.
    Preferred,
    /// Nobody did.
    Unstated,
}

/// What one answer says in a dimension in which the answers are not all alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The dimension.
    pub dimension: Dimension,
    /// What the answer says; `None` when it does not say.
    pub value: Option<String>,
    /// How many of the other answers say the same.
    pub others_alike: u64,
}

impl Question {
    /// The answers that are in conflict with another.
    pub fn in_conflict(&self) -> impl Iterator<Item = &Answer> {
        self.answers.iter().filter(|answer| answer.standing == Standing::InConflict)
    }

    /// The answers that contradict none: they measure something else, elsewhere or at another time,
    /// confirm each other, or were superseded.
    pub fn not_in_conflict(&self) -> impl Iterator<Item = &Answer> {
        self.answers.iter().filter(|answer| answer.standing != Standing::InConflict)
    }
}

/// Puts figures that answer the same question side by side, and says where they disagree.
///
/// The figures and judgements are those that the reader may see. Judgements on other figures are
/// left aside.
///
/// # Examples
///
/// ```
/// use liaison_situation::{Figure, Standing, questions};
///
/// let arrests = |id: &str, value: &str, publisher: &str| Figure {
///     id: id.into(),
///     subject: Some("people".into()),
///     measure: Some("arrested".into()),
///     period_start: Some("2024-08-12".into()),
///     period_end: Some("2024-08-12".into()),
///     value: Some(value.into()),
///     publisher: Some(publisher.into()),
///     ..Figure::default()
/// };
/// let figures = [arrests("f1", "106", "A newspaper"), arrests("f2", "108", "Another")];
///
/// let questions = questions(&figures, &[]);
///
/// assert_eq!(questions[0].answers[0].standing, Standing::InConflict);
/// assert_eq!(questions[0].conflicts[0].figures, ["f1", "f2"]);
/// ```
#[must_use]
pub fn questions(figures: &[Figure], judgements: &[FigureJudgement]) -> Vec<Question> {
    let judgements = Judgements::on(figures, judgements);
    let (apart, together): (Vec<_>, Vec<_>) =
        figures.iter().partition(|figure| judgements.sets_apart(&figure.id));
    let (stated, unstated): (Vec<_>, Vec<_>) =
        together.into_iter().partition(|figure| question_key(figure).is_some());

    let mut questions: Vec<Question> = Vec::new();
    for group in by_key(stated, |figure| question_key(figure).unwrap_or_default()) {
        questions.push(question(QuestionBasis::Stated, group, &judgements));
    }
    for topic in by_key(unstated, Figure::topic) {
        let proposed = with_days_in_common(topic).into_iter();
        questions.extend(proposed.map(|g| question(QuestionBasis::Proposed, g, &judgements)));
    }
    for figure in apart {
        questions.push(question(QuestionBasis::SetApart, vec![figure], &judgements));
    }
    questions.sort_by(|a, b| order(a).cmp(&order(b)));
    related::relate(&mut questions);
    questions
}

/// The question that a figure's row states, without differences of letter case and white space.
pub(crate) fn question_key(figure: &Figure) -> Option<String> {
    Some(folded(figure.question.as_deref())).filter(|key| !key.is_empty())
}

fn order(question: &Question) -> impl Ord + '_ {
    let figures = question.answers.iter().map(|answer| &answer.figure);
    let first = figures.min();
    (std::cmp::Reverse(question.answers.len()), &question.title, question.basis, first)
}

fn by_key(figures: Vec<&Figure>, key: fn(&Figure) -> String) -> Vec<Vec<&Figure>> {
    let mut groups = BTreeMap::<String, Vec<&Figure>>::new();
    for figure in figures {
        groups.entry(key(figure)).or_default().push(figure);
    }
    groups.into_values().collect()
}

/// Splits figures on one topic so that those of each group have a day in common. Figures without
/// a date that can be read are a group of their own: nothing shows that they overlap any other.
fn with_days_in_common(topic: Vec<&Figure>) -> Vec<Vec<&Figure>> {
    let mut dated: Vec<(Span, &Figure)> = Vec::new();
    let mut undated = Vec::new();
    for figure in topic {
        match Span::of(figure) {
            Some(span) => dated.push((span, figure)),
            None => undated.push(figure),
        }
    }
    dated.sort();
    let mut groups: Vec<Vec<&Figure>> = Vec::new();
    let mut common: Option<Span> = None;
    // Taken by their first day, whatever starts after a group's common days have ended can never
    // join it later, so only the last group is open.
    for (span, figure) in dated {
        common = common.and_then(|days| days.meet(&span));
        match (&common, groups.last_mut()) {
            (Some(_), Some(group)) => group.push(figure),
            _ => {
                groups.push(vec![figure]);
                common = Some(span);
            }
        }
    }
    groups.extend((!undated.is_empty()).then_some(undated));
    groups
}

fn question(basis: QuestionBasis, group: Vec<&Figure>, judgements: &Judgements) -> Question {
    let mut figures: Vec<Figure> = group.into_iter().cloned().collect();
    figures.sort_by_cached_key(|figure| {
        let (first, last) = Span::order_key(Span::of(figure).as_ref());
        (first, last, Amount::of(figure).order_key(), figure.clone())
    });
    let findings = disagreement::compare(&figures, judgements);
    let (told_apart_by, differences) = differences(&figures);
    let title = title(basis, &figures);
    let explanation = explain(basis, &figures);
    let preferred = judgements.preferred_among(&figures).map(str::to_owned);
    let preference = |figure: &Figure| match preferred.as_ref() == Some(&figure.id) {
        true => Preference::Preferred,
        false => Preference::Unstated,
    };
    let answers = figures.into_iter().zip(findings.standings).zip(differences);
    let answers = answers.map(|((figure, standing), differs)| Answer {
        differs,
        standing,
        preference: preference(&figure),
        judgements: judgements.of(&figure.id).to_vec(),
        figure,
    });
    Question {
        title,
        basis,
        answers: answers.collect(),
        told_apart_by,
        conflicts: findings.conflicts,
        corroborations: findings.corroborations,
        related: Vec::new(),
        explanation,
    }
}

fn differences(figures: &[Figure]) -> (Vec<Dimension>, Vec<Vec<Difference>>) {
    let mut told_apart_by = Vec::new();
    let mut differences = vec![Vec::new(); figures.len()];
    for dimension in Dimension::ALL {
        let values: Vec<String> = figures.iter().map(|f| f.compared(dimension)).collect();
        let mut counts = BTreeMap::<&str, u64>::new();
        for value in &values {
            *counts.entry(value).or_default() += 1;
        }
        if counts.len() < 2 {
            continue;
        }
        told_apart_by.push(dimension);
        for ((figure, value), list) in figures.iter().zip(&values).zip(&mut differences) {
            let alike = counts.get(value.as_str()).copied().unwrap_or(1);
            let value = figure.shown(dimension);
            list.push(Difference { dimension, value, others_alike: alike - 1 });
        }
    }
    (told_apart_by, differences)
}

/// A stated question in the wording that sorts first; otherwise what the answers share, in the
/// words of the first answer, and the days from the first of them to the last.
fn title(basis: QuestionBasis, figures: &[Figure]) -> String {
    let stated = figures.iter().filter_map(|figure| figure.question.as_deref()).min();
    match (basis, stated) {
        (QuestionBasis::Stated, Some(question)) => question.trim().to_owned(),
        _ => shared(figures),
    }
}

fn shared(figures: &[Figure]) -> String {
    let Some(first) = figures.first() else {
        return String::new();
    };
    let what = [Dimension::Subject, Dimension::Measure].map(|dimension| first.shown(dimension));
    let place = first.place.clone().or_else(|| first.shown(Dimension::Place));
    let parts = [joined(&what, ": "), place, days_shown(figures)];
    joined(&parts, ", ").unwrap_or_else(|| first.id.clone())
}

fn joined(parts: &[Option<String>], between: &str) -> Option<String> {
    let parts: Vec<&str> = parts.iter().flatten().map(String::as_str).collect();
    (!parts.is_empty()).then(|| parts.join(between))
}

fn days_shown(figures: &[Figure]) -> Option<String> {
    let dated = || figures.iter().filter_map(|figure| Some((Span::of(figure)?, figure)));
    let (_, starts_first) = dated().min_by_key(|(span, figure)| (span.first.clone(), *figure))?;
    // An open end comes after every day, but `None` sorts first.
    let end = |span: &Span| (span.last.is_none(), span.last.clone());
    let (_, ends_last) = dated().max_by_key(|(span, figure)| (end(span), *figure))?;
    dates_shown(starts_first.dates_written().0, ends_last.dates_written().1)
}

fn explain(basis: QuestionBasis, figures: &[Figure]) -> Explanation {
    let (rule, key) = match basis {
        QuestionBasis::Stated => ("stated-question", "situation-question-stated"),
        QuestionBasis::Proposed => ("same-topic-and-days", "situation-question-proposed"),
        QuestionBasis::SetApart => ("set-apart", "situation-question-set-apart"),
    };
    Explanation {
        rule,
        inputs: figures.iter().map(|figure| figure.id.clone()).collect(),
        weight: NO_SCORE,
        words: Message::new(key).count("figures", figures.len() as u64),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Relation;

    fn count(id: &str, period: (&str, &str), value: &str, publisher: &str) -> Figure {
        Figure {
            id: id.into(),
            measure: Some("arrested".into()),
            period_start: Some(period.0.into()),
            period_end: Some(period.1.into()),
            value: Some(value.into()),
            publisher: Some(publisher.into()),
            ..Figure::default()
        }
    }

    fn ids(question: &Question) -> Vec<&str> {
        question.answers.iter().map(|answer| answer.figure.id.as_str()).collect()
    }

    #[test]
    fn two_periods_without_a_common_day_are_not_chained_by_a_third() {
        let figures = [
            count("a", ("2025-01", "2025-03"), "1", "A"),
            count("b", ("2025-02", "2025-06"), "2", "A"),
            count("c", ("2025-05", "2025-07"), "3", "A"),
        ];

        let questions = questions(&figures, &[]);

        assert_eq!(questions.iter().map(ids).collect::<Vec<_>>(), [vec!["a", "b"], vec!["c"]]);
        let related =
            |at: usize| (questions[at].related[0].relation, &*questions[at].related[0].figure);
        assert_eq!(related(0), (Relation::Overlapping, "c"));
        assert_eq!(related(1), (Relation::Overlapping, "a"));
    }

    #[test]
    fn two_publishers_with_one_value_confirm_each_other_and_one_publisher_twice_does_not() {
        let day = ("2025-01-01", "2025-01-01");
        let figures =
            [count("a", day, "7", "A"), count("b", day, "7.0", "B"), count("c", day, "8", "A")];

        let two = &questions(&figures[..2], &[])[0];
        assert_eq!(two.corroborations[0].figures, ["a", "b"]);
        assert!(two.answers.iter().all(|answer| answer.standing == Standing::Corroborated));

        let three = &questions(&figures, &[])[0];
        assert_eq!(three.conflicts[0].figures, ["a", "b", "c"]);
        assert_eq!(three.corroborations.len(), 1);

        let again = Figure { publisher: Some(" a".into()), ..figures[1].clone() };
        let one_publisher = &questions(&[figures[0].clone(), again], &[])[0];
        assert!(one_publisher.corroborations.is_empty() && one_publisher.conflicts.is_empty());
    }

    #[test]
    fn figures_without_a_date_stand_apart_from_dated_ones() {
        let dated = count("a", ("2025-01", "2025-03"), "1", "A");
        let undated =
            Figure { period_start: None, period_end: None, id: "b".into(), ..dated.clone() };

        assert_eq!(questions(&[dated, undated], &[]).len(), 2);
    }
}
