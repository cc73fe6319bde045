//! The tables as a page of the reference.

use std::fmt::Write as _;

use crate::cycle::State;
use crate::life::{Closing, Stage};
use crate::overview::{Age, SavedView};
use crate::places::CompoundStatus;
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
