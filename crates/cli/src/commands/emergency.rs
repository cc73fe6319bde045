//! `liaison emergency`: looks in an emergency, and what a second person holds of them.

use anyhow::Result;
use liaison_api::emergencies::EmergencyView;
use liaison_model::messages::Message;
use liaison_node::{EmergencyLook, EmergencyState, LookVerdict, Node};

use super::open::{Place, reader};
use super::user::shown;
use crate::Done;
use crate::args::care::{Emergency, EmergencyAct, EmergencyList, EmergencyReview};
use crate::out::Out;

pub fn run(place: &Place, options: Emergency, out: &Out) -> Result<Done> {
    match options.act {
        EmergencyAct::List(options) => list(place, &options, out),
        EmergencyAct::Review(options) => review(place, &options, out),
    }
}

/// Ends with status 1 while a look waits that nobody reviewed in time.
fn list(place: &Place, options: &EmergencyList, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let now = node.now();
    let all = node.emergency_looks()?;
    let is_wanted = |look: &&EmergencyLook| {
        options.state.as_ref().is_none_or(|state| look.state(now).code() == state)
    };
    let found: Vec<&EmergencyLook> = all.iter().filter(is_wanted).take(options.limit).collect();
    let is_overdue = all.iter().any(|look| look.state(now) == EmergencyState::Overdue);
    let done = if is_overdue { Done::WithProblems } else { Done::Clean };
    if out.is_json() {
        found.iter().for_each(|look| out.value(&EmergencyView::of(look, now)));
        return Ok(done);
    }
    if found.is_empty() {
        out.line(&out.words.text("emergency-none"));
        return Ok(done);
    }
    let rows: Vec<Vec<String>> = found.iter().map(|look| row(&node, look, out)).collect();
    out.table(
        &[
            "column-look",
            "column-time",
            "column-name",
            "column-records",
            "column-reason",
            "column-state",
            "column-due",
            "column-reviewed-by",
        ],
        &rows,
    );
    Ok(done)
}

fn row(node: &Node, look: &EmergencyLook, out: &Out) -> Vec<String> {
    let records: Vec<String> = look.entry.entities.iter().map(ToString::to_string).collect();
    let state = look.state(node.now()).code();
    let review = look.review.as_ref();
    let by = review.map(|review| format!("{} {}", review.officer, review.reason));
    vec![
        look.look.to_string(),
        shown(look.entry.at),
        look.entry.officer.clone(),
        records.join(" "),
        look.reason.clone(),
        out.words.text(&format!("care-emergency-{state}")),
        shown(look.due),
        by.unwrap_or_default(),
    ]
}

fn review(place: &Place, options: &EmergencyReview, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    // The parser lets no other word through.
    let verdict = LookVerdict::of_code(&options.verdict).unwrap_or(LookVerdict::Rejected);
    let look = node.review_look(options.look, verdict, &options.reason, &reader(&node))?;
    node.checkpoint_looks()?;
    if out.is_json() {
        out.value(&EmergencyView::of(&look, node.now()));
        return Ok(Done::Clean);
    }
    let message = Message::new("emergency-reviewed")
        .with("look", look.look)
        .with("state", out.words.text(&format!("care-emergency-{}", options.verdict)));
    out.line(&out.words.say(&message));
    Ok(Done::Clean)
}
