//! The tables of fair treatment and the countries' rules as a page of the reference.

use std::fmt::Write as _;

use crate::instrument::{INSTRUMENTS, Instrument, in_language};
use crate::jurisdiction::{Clock, JURISDICTIONS, Jurisdiction};
use crate::procedure::{FIRST_STEPS, PROCEDURES, Procedure};
use crate::sourced::{FileFault, Sourced};
use crate::tracks::{Appeal, NonPunishmentDecision};
use crate::victim::RESULTS;

/// The page `docs/reference/fair-treatment.md`, as tables and files say it.
///
/// # Errors
///
/// [`FileFault`] of a file; a test holds that there is none.
pub fn rules_page() -> Result<String, FileFault> {
    let mut text = String::from(HEAD);
    for (result, next) in RESULTS {
        let next: Vec<&str> = next.iter().map(|next| next.code()).collect();
        row(&mut text, &[result.code(), &next.join(", ")]);
    }
    text.push_str(BETWEEN_TRACKS);
    let codes =
        |steps: &[Procedure]| steps.iter().map(|step| step.code()).collect::<Vec<_>>().join(", ");
    row(&mut text, &["(nothing yet)", "", &codes(FIRST_STEPS)]);
    for (step, next) in PROCEDURES {
        let accuses = if step.accuses() { "yes" } else { "" };
        row(&mut text, &[step.code(), accuses, &codes(next)]);
    }
    let decisions: Vec<&str> =
        NonPunishmentDecision::ALL.into_iter().map(NonPunishmentDecision::code).collect();
    let appeals: Vec<&str> = Appeal::ALL.into_iter().map(Appeal::code).collect();
    text.push_str(AFTER_STEPS);
    let _ = writeln!(text, "Decisions: {}. Appeals: {}.", decisions.join(", "), appeals.join(", "));
    text.push_str(INSTRUMENTS_HEAD);
    for (file, content) in INSTRUMENTS {
        let form = Instrument::read(file, content)?;
        let questions = form.questions.len().to_string();
        let title = in_language(&form.title, "en");
        let issued = form.issued.standing.to_string();
        row(&mut text, &[&form.name(), title, &questions, &form.issued.value, &issued]);
    }
    text.push_str(COUNTRIES_HEAD);
    let rules = JURISDICTIONS.iter().map(|(file, content)| Jurisdiction::read(file, content));
    let rules = rules.collect::<Result<Vec<_>, _>>()?;
    for rules in &rules {
        let (sourced, all) = rules.sourced_of();
        let age = rules.age_of_majority.value.to_string();
        let instruments = rules.instruments.value.join(", ");
        let clocks = rules.freeze_clocks.iter().map(|(code, clock)| match clock.value {
            Clock::Minutes(minutes) => format!("{code} {minutes} min"),
            Clock::Days(days) => format!("{code} {days} d"),
        });
        let clocks = clocks.collect::<Vec<_>>().join(", ");
        let of_all = format!("{sourced} of {all}");
        row(&mut text, &[&rules.country, &age, &instruments, &clocks, &of_all]);
    }
    text.push_str(BASES_HEAD);
    for rules in &rules {
        for (code, Sourced { value, standing }) in &rules.legal_bases {
            row(&mut text, &[&rules.country, code, value, &standing.to_string()]);
        }
    }
    Ok(text)
}

// Writing to a text cannot fail.
fn row(text: &mut String, cells: &[&str]) {
    let _ = writeln!(text, "| {} |", cells.join(" | "));
}

const HEAD: &str = "\
# Fair treatment

`cargo run -p liaison-casework --example rules` writes this page from the tables and files in `crates/casework`, and a
test holds it fresh. The tables are the rule: what stands here is what a node does.

What agencies say of one person stands on two tracks, and no word of one becomes a word of the other. Each word is
dated, has an agency and an officer, and takes the place of none. Agencies may disagree; all are shown.

## The victim track

| result | what the same agency may say next without a reason |
| --- | --- |
";
const BETWEEN_TRACKS: &str = "
A presumption needs a reason only where the agency had identified a victim: nothing else stands in the way of
protecting somebody. *Not a victim* asks for a reason where a sign was found or a question was not asked, for *not
asked* is no *no*; *identified victim* where no sign was found. Nobody goes back to *not screened*. The score of a form
orders the queue, behind children, and decides nothing.

Of several agencies' words the most protective counts for what leaves the node: identified victim, presumed victim,
not a victim, not screened.

## The criminal track

Each step is one authority's, on a legal basis that is named: a code of the country's file below, or a law in words.

| step | accuses | what may follow without a reason |
| --- | --- | --- |
";
const AFTER_STEPS: &str = "
Anything else asks for a reason, which is kept: another order, a day before the step on which it builds, and any step
but a release about somebody who is presumed or identified as a victim. A day that has not come yet is refused.

## What partners are told

A step that accuses, or the role of a suspect, is told to no other agency about somebody who was not screened, or whom
any agency presumes or holds to be a victim. A named officer may release a victim to one agency or to any, with a
reason; the next word on the victim track ends the release. Whoever is screened and not a victim is told.

## Non-punishment

Whether somebody is to be punished for what they were made to do is a record of its own: the act that is alleged, its
link to the exploitation, the decision, the authority, an appeal.

";
const INSTRUMENTS_HEAD: &str = "
## Instruments

Forms are files in `crates/casework/data/instruments`; an agency adds its own with `liaison screening add-form`. An
answer is *yes*, *no* or *not asked*, and names form and version, so that a later version changes no answer.

| form | title | questions | whose | source |
| --- | --- | --- | --- | --- |
";
const COUNTRIES_HEAD: &str = "
## Countries

Files in `crates/casework/data/jurisdictions`. No rule of a country stands in code. A value has a source, or says why
it has none; a file with an unknown key or a value with neither is refused with file, line and field.

| country | of age at | instruments | freeze clocks | values with a source |
| --- | --- | --- | --- | --- |
";
const BASES_HEAD: &str = "
### Legal bases

| country | code | law or standard | source |
| --- | --- | --- | --- |
";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::victim::VictimResult;

    #[test]
    fn the_page_of_fair_treatment_is_what_tables_and_files_say() {
        let page = rules_page().unwrap();

        assert_eq!(page, include_str!("../../../docs/reference/fair-treatment.md"));
    }

    #[test]
    fn every_result_and_step_has_one_row_in_order() {
        let results: Vec<VictimResult> = RESULTS.iter().map(|(result, _)| *result).collect();
        let steps: Vec<Procedure> = PROCEDURES.iter().map(|(step, _)| *step).collect();

        assert_eq!(results, VictimResult::ALL);
        assert_eq!(steps, Procedure::ALL);
    }
}
