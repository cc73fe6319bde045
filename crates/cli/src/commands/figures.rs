//! `liaison figures`: questions with all their answers, conflicts side by side.

use anyhow::Result;
use liaison_model::messages::Message;
use liaison_situation::{Answer, Figure, FigureVerdict, Preference, Question, Standing};
use serde_json::json;

use super::open::{Place, account, reader};
use crate::Done;
use crate::args::{FigureAct, FigureMark, Figures, moment};
use crate::out::Out;

pub fn run(place: &Place, options: &Figures, out: &Out) -> Result<Done> {
    if let Some(FigureAct::Mark(mark)) = &options.act {
        return judge(place, mark, out);
    }
    let node = place.read()?;
    let known_on = options.known_on.as_deref().map(moment).transpose()?;
    let mut questions = node.figures(&reader(&node), known_on)?;
    questions.retain(|question| is_wanted(question, options));
    if out.is_json() {
        questions.iter().for_each(|question| out.value(&as_json(question)));
        return Ok(Done::Clean);
    }
    if questions.is_empty() {
        out.line(&out.words.text("figures-none"));
    }
    questions.iter().for_each(|question| show(question, out));
    Ok(Done::Clean)
}

/// Every word must stand in the question or in one of its answers. Without words, questions with
/// one answer only are left out unless all are asked for.
fn is_wanted(question: &Question, options: &Figures) -> bool {
    if options.conflicts && question.conflicts.is_empty() {
        return false;
    }
    if options.words.is_empty() {
        return options.all || 1 < question.answers.len();
    }
    let mut text = question.title.to_lowercase();
    for answer in &question.answers {
        let figure = &answer.figure;
        let parts =
            [&figure.subject, &figure.measure, &figure.place, &figure.publisher, &figure.value];
        parts.into_iter().flatten().for_each(|part| {
            text.push(' ');
            text.push_str(&part.to_lowercase());
        });
    }
    options.words.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

fn as_json(question: &Question) -> serde_json::Value {
    let in_conflict: Vec<_> = question
        .conflicts
        .iter()
        .map(|set| {
            let of_set = |answer: &&Answer| set.figures.contains(&answer.figure.id);
            question.answers.iter().filter(of_set).map(answer_json).collect::<Vec<_>>()
        })
        .collect();
    let others: Vec<_> = question
        .answers
        .iter()
        .filter(|answer| answer.standing != Standing::InConflict)
        .map(answer_json)
        .collect();
    json!({
        "question": question.title,
        "basis": question.basis,
        "in_conflict": in_conflict,
        "same_question_other_measure_or_date": others,
        "related": question.related,
    })
}

fn answer_json(answer: &Answer) -> serde_json::Value {
    json!({
        "id": answer.figure.id,
        "value": shown_value(&answer.figure),
        "unit": answer.figure.unit,
        "subject": answer.figure.subject,
        "measure": answer.figure.measure,
        "place": answer.figure.place,
        "country": answer.figure.country,
        "period_start": answer.figure.period_start,
        "period_end": answer.figure.period_end,
        "as_of": answer.figure.as_of,
        "value_low": answer.figure.value_low,
        "value_high": answer.figure.value_high,
        "publisher": answer.figure.publisher,
        "source_title": answer.figure.source_title,
        "source_date": answer.figure.source_date,
        "source_ref": answer.figure.source_ref,
        "note": answer.figure.note,
        "differs": answer.differs,
        "standing": answer.standing,
        "preference": answer.preference,
        "judgements": answer.judgements,
    })
}

/// One question with its answers, for people.
pub fn show(question: &Question, out: &Out) {
    let conflicts = question.conflicts.len() as u64;
    let heading = Message::new("figures-question")
        .with("question", &question.title)
        .count("answers", question.answers.len() as u64)
        .count("conflicts", conflicts);
    out.line(&out.words.say(&heading));
    let rows: Vec<Vec<String>> = question.answers.iter().map(|answer| row(answer, out)).collect();
    out.table(
        &[
            "column-value",
            "column-measure",
            "column-when",
            "column-place",
            "column-source",
            "column-standing",
            "column-id",
        ],
        &rows,
    );
    out.line("");
}

fn row(answer: &Answer, out: &Out) -> Vec<String> {
    let figure = &answer.figure;
    let text = |part: &Option<String>| part.clone().unwrap_or_default();
    let source = [&figure.publisher, &figure.source_date];
    let source: Vec<&str> = source.into_iter().flatten().map(String::as_str).collect();
    let mut standing = out.words.text(answer.standing.words_key());
    if answer.preference == Preference::Preferred {
        standing = format!("{} {standing}", out.words.text("figures-preferred"));
    }
    for judgement in &answer.judgements {
        standing.push_str(&format!(" ({}: {})", judgement.user, judgement.reason));
    }
    vec![
        format!("{} {}", shown_value(figure), text(&figure.unit)),
        format!("{}: {}", text(&figure.subject), text(&figure.measure)),
        when(figure),
        text(&figure.place),
        source.join(", "),
        standing,
        figure.id.rsplit(':').next().unwrap_or_default().to_owned(),
    ]
}

/// `330+` for 'at least', `100–200` for a range, else the value itself.
fn shown_value(figure: &Figure) -> String {
    match (&figure.value, &figure.value_low, &figure.value_high) {
        (Some(value), Some(low), None) if value == low => format!("{value}+"),
        (Some(value), _, _) => value.clone(),
        (None, Some(low), Some(high)) => format!("{low}–{high}"),
        (None, Some(low), None) => format!("{low}+"),
        (None, None, Some(high)) => format!("≤{high}"),
        (None, None, None) => String::new(),
    }
}

fn when(figure: &Figure) -> String {
    match (&figure.period_start, &figure.period_end, &figure.as_of) {
        (Some(start), Some(end), _) if start == end => start.clone(),
        (None, None, as_of) => as_of.clone().unwrap_or_default(),
        (start, end, _) => {
            let text = |part: &Option<String>| part.clone().unwrap_or_default();
            format!("{} – {}", text(start), text(end))
        }
    }
}

fn judge(place: &Place, mark: &FigureMark, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let verdict = if mark.different_question {
        FigureVerdict::DifferentQuestion
    } else if mark.preferred {
        FigureVerdict::Preferred
    } else {
        FigureVerdict::Superseded { by: mark.superseded_by.clone() }
    };
    let receipt = node.judge_figure(&mark.figure, verdict, &mark.reason, &reader(&node))?;
    if out.is_json() {
        out.value(&json!({ "figure": mark.figure, "commit": receipt.commit, "user": account() }));
    } else {
        let message = Message::new("figures-marked")
            .with("figure", &mark.figure)
            .with("commit", receipt.commit);
        out.line(&out.words.say(&message));
    }
    Ok(Done::Clean)
}
