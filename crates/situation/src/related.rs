//! Which questions a reader of one question must know about: those on the same topic that it was
//! not put together with, and why not.
//!
//! # Invariants
//!
//! * Relations hold both ways, as long as neither side has more than [`RELATED_MAX`].
//! * Only the nearest [`NEIGHBOURS_MAX`] figures of a topic in time are looked at on either side,
//!   so that a daily series does not relate every day to every other.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::question::question_key;
use crate::{Figure, Question, QuestionBasis, Span};

/// Another question, and what it has to do with this one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Related {
    /// What it has to do with this one.
    pub relation: Relation,
    /// Its title.
    pub title: String,
    /// Entity id of its first answer, by which it can be found.
    pub figure: String,
}

/// What two questions have to do with each other. The closest relation counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// An analyst took an answer of one of them out of the other.
    SetApart,
    /// One is stated, the other only proposed, and they ask for the same at overlapping times: the
    /// analyst may want to put them together.
    MayBelongTogether,
    /// Both are proposed and some of their answers overlap in time, but not all of them.
    Overlapping,
    /// The same topic at another time.
    OtherTime,
}

impl Relation {
    /// The key of its sentence in the message catalogue.
    #[must_use]
    pub fn words_key(self) -> &'static str {
        match self {
            Self::SetApart => "situation-related-set-apart",
            Self::MayBelongTogether => "situation-related-may-belong-together",
            Self::Overlapping => "situation-related-overlapping",
            Self::OtherTime => "situation-related-other-time",
        }
    }
}

/// Fills in the related questions of all questions.
pub(crate) fn relate(questions: &mut [Question]) {
    let mut found = BTreeMap::<(usize, usize), Relation>::new();
    for (topic, members) in topics(questions) {
        let stated = topic.starts_with(STATED);
        for (at, one) in members.iter().enumerate() {
            for other in members.iter().skip(at + 1).take(NEIGHBOURS_MAX) {
                let Some(relation) = relation(questions, stated, one, other) else {
                    continue;
                };
                for pair in [(one.question, other.question), (other.question, one.question)] {
                    let closest = found.entry(pair).or_insert(relation);
                    *closest = relation.min(*closest);
                }
            }
        }
    }
    let mut lists = vec![BTreeSet::new(); questions.len()];
    for ((one, other), relation) in found {
        let figure = questions[other].answers.first().map(|answer| answer.figure.id.clone());
        let title = questions[other].title.clone();
        lists[one].insert(Related { relation, title, figure: figure.unwrap_or_default() });
    }
    for (question, list) in questions.iter_mut().zip(lists) {
        question.related = list.into_iter().take(RELATED_MAX).collect();
    }
}

/// One figure's place on a topic, in the order of time.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Member {
    order: (String, String),
    question: usize,
    span: Option<Span>,
}

/// The figures of each topic, and of each stated question those that were set apart from it.
fn topics(questions: &[Question]) -> BTreeMap<String, BTreeSet<Member>> {
    let mut topics = BTreeMap::<String, BTreeSet<Member>>::new();
    for (index, question) in questions.iter().enumerate() {
        for answer in &question.answers {
            for topic in topics_of(&answer.figure, question.basis) {
                let span = Span::of(&answer.figure);
                let order = Span::order_key(span.as_ref());
                topics.entry(topic).or_default().insert(Member { order, question: index, span });
            }
        }
    }
    topics
}

fn topics_of(figure: &Figure, basis: QuestionBasis) -> Vec<String> {
    let stated = question_key(figure).map(|key| format!("{STATED}{key}"));
    // A figure set apart from a stated question is related to that one; its topic would suggest
    // putting it back.
    match (basis, stated) {
        (QuestionBasis::SetApart, Some(stated)) => vec![stated],
        (_, stated) => std::iter::once(figure.topic()).chain(stated).collect(),
    }
}

/// What two figures' questions have to do with each other. `stated` says whether they meet as
/// rows of one stated question, rather than by their topic.
fn relation(all: &[Question], stated: bool, one: &Member, other: &Member) -> Option<Relation> {
    use QuestionBasis::{Proposed, SetApart, Stated};
    if one.question == other.question {
        return None;
    }
    let overlap = one.span.as_ref().zip(other.span.as_ref()).is_some_and(|(a, b)| a.overlaps(b));
    match (all[one.question].basis, all[other.question].basis) {
        (SetApart, SetApart) | (Stated, Stated) => None,
        (SetApart, _) | (_, SetApart) if stated => Some(Relation::SetApart),
        (_, _) if !overlap => Some(Relation::OtherTime),
        (SetApart, Proposed) | (Proposed, SetApart) => Some(Relation::SetApart),
        (Proposed, Proposed) => Some(Relation::Overlapping),
        (Stated, _) | (_, Stated) => Some(Relation::MayBelongTogether),
    }
}

/// Related questions listed for one question.
const RELATED_MAX: usize = 20;
/// Figures of one topic looked at after each, in the order of time.
const NEIGHBOURS_MAX: usize = 20;
/// Sets the names of stated questions apart from topics, which never start with it.
const STATED: &str = "\u{1d}";
