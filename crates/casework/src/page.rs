//! The tables as a page of the reference.

use std::fmt::Write as _;

use crate::cycle::State;
use crate::life::{Closing, Stage};
use crate::overview::{Age, SavedView};
use crate::places::{CompoundStatus, ManifestStage, OperationState};
use crate::request::{RequestKind, RequestState, Side, Urgency};
use crate::table::{MOVES, RULES};

/// The page `docs/reference/casework.md`, as the tables say it.
#[must_use]
pub fn page() -> String {
    let mut text = String::from(HEAD);
    let codes = |stages: &[Stage]| {
        let codes: Vec<&str> = stages.iter().map(|stage| stage.code()).collect();
        if codes.is_empty() { "–".to_owned() } else { codes.join(", ") }
    };
    for (rule, (_, next)) in RULES.iter().zip(MOVES) {
        let (act, days) = match rule.next {
            Some((act, days)) => (act.code(), days.to_string()),
            None => ("–", "–".to_owned()),
        };
        // Writing to a text cannot fail.
        let _ = writeln!(
            text,
            "| {} | {:?} | {act} | {days} | {} |",
            rule.stage.code(),
            rule.stage.phase(),
            codes(next)
        );
    }
    text.push_str(REASONS);
    let closings: Vec<&str> = Closing::ALL.into_iter().map(Closing::code).collect();
    let ages: Vec<&str> = Age::ALL.into_iter().map(Age::code).collect();
    let views: Vec<&str> = SavedView::ALL.into_iter().map(SavedView::code).collect();
    let _ = writeln!(text, "Reasons for closing: {}.\n", closings.join(", "));
    let _ = writeln!(text, "Ages, in days open: {}.\n", ages.join(", "));
    let (some, others) = views.split_at(views.len() / 2);
    let _ = writeln!(text, "Saved views: {},\n{}.", some.join(", "), others.join(", "));
    text.push_str(COMPOUNDS);
    text.push_str(&cycle::<CompoundStatus>());
    text.push_str(OPERATIONS);
    text.push_str(&cycle::<OperationState>());
    text.push_str(MANIFESTS);
    text.push_str(&cycle::<ManifestStage>());
    text.push_str(&requests());
    text
}

/// The table of a life cycle.
fn cycle<S: State>() -> String {
    let mut text = String::from("| state | what may follow without a reason |\n| --- | --- |\n");
    for (state, next) in S::MOVES {
        let codes: Vec<&str> = next.iter().map(|next| next.code()).collect();
        let codes = if codes.is_empty() { "–".to_owned() } else { codes.join(", ") };
        let _ = writeln!(text, "| {} | {codes} |", state.code());
    }
    text
}

/// The life of requests: who may say what, what follows, and the clocks.
fn requests() -> String {
    let mut text = String::from(REQUESTS);
    for (state, next) in RequestState::MOVES {
        let speaker = state.speaker().map_or("–", Side::code);
        let codes: Vec<&str> = next.iter().map(|next| next.code()).collect();
        let codes = if codes.is_empty() { "–".to_owned() } else { codes.join(", ") };
        let _ = writeln!(text, "| {} | {speaker} | {codes} |", state.code());
    }
    text.push_str(CLOCKS);
    for urgency in Urgency::ALL {
        let hours = |seconds: i64| format!("{} h", seconds / 3600);
        let acknowledge = urgency.acknowledge_seconds().map_or("–".to_owned(), hours);
        let answer = hours(urgency.answer_seconds());
        let _ = writeln!(text, "| {} | {acknowledge} | {answer} |", urgency.code());
    }
    let kinds: Vec<&str> = RequestKind::ALL.into_iter().map(RequestKind::code).collect();
    let _ = writeln!(text, "\nKinds of requests: {}.", kinds.join(", "));
    text
}

const HEAD: &str = "\
# Casework

`cargo run -p liaison-casework --example page` writes this page from the tables in `crates/casework`, and a test holds
it fresh. The tables are the rule: what stands here is what a node does.

## A report's stages

A stage is one agency's dated word. The word of the latest day counts, and of one day the furthest stage; every other
word stays beside it. *Due* counts days from the day on which the stage was reached. The days are this project's own
practice, **unverified**: no law says so, and an agency may think otherwise.

| stage | person is | next | due | what may follow without a reason |
| --- | --- | --- | --- | --- |
";
const COMPOUNDS: &str = "
## A compound's status

A status is one agency's dated word, with its source. It is checked against what the same agency said last; what others
said stands beside it, and a disagreement is shown, not settled. A raid is not a closure: only *closed* and *moved* say
that nobody is held there any more, and taking either back to *active* asks for a reason.

";
const OPERATIONS: &str = "
## An operation's state

";
const MANIFESTS: &str = "
## Somebody's stage on a manifest

Nobody is taken off a manifest, or leaves a stage out, without a reason.

";
const REQUESTS: &str = "
## A request to another agency

Each side says its own words and no other; *delivered* follows from the asked node's signed receipt and *expired* from
the day after which nobody needs an answer. Words stand in the order of the places that their authors gave them, so
that both sides tell the same standing whichever came first; of two that crossed, the asked side's counts first. A word
that does not follow is kept and counts for nothing. A refusal says why and on which law; only what is late is
escalated.

| state | says | what may follow |
| --- | --- | --- |
";
const CLOCKS: &str = "
Clocks run from the moment of sending that the asker signed, so that both sides see the same. While the asker owes a
clarification the clock stands still, but never where life is at risk. An acknowledgement is an officer's word, not a
machine's receipt. The hours are this project's own practice, **unverified** as anybody's law.

| urgency | somebody says something within | answered or refused within |
| --- | --- | --- |
";
const REASONS: &str = "
Anything else asks for a reason, which is kept with the stage: leaving stages out, going back, opening a closed report
again, a day before the stage on which it builds, a day before the report. A day that has not come yet is refused.
Closing asks why; a death asks for its cause, or that it is under investigation.

";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_of_the_reference_is_what_the_tables_say() {
        assert_eq!(page(), include_str!("../../../docs/reference/casework.md"));
    }
}
