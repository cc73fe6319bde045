//! `liaison figures`: questions with all their answers, conflicts side by side.

mod own;

use anyhow::Result;
use liaison_api::figures::{QuestionView, Which, is_wanted, shown_value};
use liaison_model::messages::Message;
use liaison_situation::{Answer, Figure, FigureVerdict, Preference, Question};
use serde_json::json;

use super::open::{Place, account, reader};
use super::publish;
use crate::Done;
use crate::args::{FigureAct, FigureMark, FigureUnmark, Figures, moment};
use crate::out::Out;

pub fn run(place: &Place, options: &Figures, out: &Out) -> Result<Done> {
    match &options.act {
        Some(FigureAct::Publish(to)) => {
            return publish::figures(place, options.known_on.as_deref(), to, out);
        }
        Some(FigureAct::Mark(mark)) => return judge(place, mark, out),
        Some(FigureAct::Unmark(unmark)) => return withdraw(place, unmark, out),
        Some(FigureAct::Own(options)) => return own::own(place, options.what, out),
        Some(FigureAct::Cooperation) => return own::cooperation(place, out),
        None => {}
    }
    let node = place.read()?;
    let known_on = options.known_on.as_deref().map(moment).transpose()?;
    let mut questions = node.figures(&reader(&node), known_on)?;
    let which = match options {
        Figures { conflicts: true, .. } => Which::InConflict,
        Figures { all: true, .. } => Which::Every,
        _ => Which::SeveralAnswers,
    };
    questions.retain(|question| is_wanted(question, &options.words, which));
    if out.is_json() {
        questions.iter().for_each(|question| out.value(&QuestionView::of(question)));
        return Ok(Done::Clean);
    }
    if questions.is_empty() {
        out.line(&out.words.text("figures-none"));
    }
    questions.iter().for_each(|question| show(question, out));
    Ok(Done::Clean)
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
        let (user, reason, id) = (&judgement.user, &judgement.reason, local(&judgement.id));
        standing.push_str(&format!(" ({user}: {reason}) [{id}]"));
    }
    vec![
        format!("{} {}", shown_value(figure), text(&figure.unit)),
        format!("{}: {}", text(&figure.subject), text(&figure.measure)),
        when(figure),
        text(&figure.place),
        source.join(", "),
        standing,
        local(&figure.id).to_owned(),
    ]
}

/// An id of our own without its origin.
fn local(id: &str) -> &str {
    id.rsplit(':').next().unwrap_or_default()
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
        out.value(
            &json!({ "figure": mark.figure, "judgement": receipt.id, "commit": receipt.commit,
            "user": account() }),
        );
    } else {
        let message = Message::new("figures-marked")
            .with("figure", &mark.figure)
            .with("commit", receipt.commit);
        out.line(&out.words.say(&message));
    }
    Ok(Done::Clean)
}

fn withdraw(place: &Place, unmark: &FigureUnmark, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let id = &unmark.judgement;
    let commit = node.withdraw_judgement(id, &unmark.reason, &reader(&node))?;
    if out.is_json() {
        out.value(&json!({ "judgement": id, "commit": commit, "user": account() }));
    } else {
        let told = Message::new("figures-unmarked").with("judgement", id).with("commit", commit);
        out.line(&out.words.say(&told));
    }
    Ok(Done::Clean)
}
