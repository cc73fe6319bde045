//! Where a report stands on a day.

use jiff::civil::Date;
use liaison_model::values::PartialDate;

use crate::life::{NextAct, Phase, Stage};
use crate::report::{Report, Step};
use crate::table::rule;

/// Where a report stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing<'r> {
    /// The word that counts now: the one of the latest day, the furthest of several of that day;
    /// `None` where nobody said a stage, which is *reported*.
    pub word: Option<&'r Step>,
    /// Its stage.
    pub stage: Stage,
    /// Since when; the day of the report where the word has none.
    pub since: Option<Date>,
    /// Days since the report was made, up to the day on which it was settled.
    pub days_open: Option<u32>,
    /// When anyone last heard from the person.
    pub last_heard: Option<Date>,
    /// What is to be done next.
    pub due: Option<Due>,
    /// Words that do not go together with the one that counts.
    pub disagreements: Vec<Disagreement<'r>>,
}

/// What is to be done, and by when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Due {
    /// The last day on which it is in time.
    pub by: Date,
    /// What.
    pub act: NextAct,
}

/// A word that does not go together with the one that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disagreement<'r> {
    /// Two officers built on the same word and went different ways.
    Fork(&'r Step, &'r Step),
    /// Another agency's last word has the person further on.
    Further(&'r Step),
}

impl Standing<'_> {
    /// Whether the person is home or the report closed.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.stage.phase() == Phase::Settled
    }

    /// How many days what is due is late; 0 on its last day and before.
    #[must_use]
    pub fn days_late(&self, today: Date) -> u32 {
        self.due.map_or(0, |due| days_between(due.by, today))
    }
}

/// Where a report stands on a day.
#[must_use]
pub fn standing(report: &Report, today: Date) -> Standing<'_> {
    let word = report.steps.iter().max_by_key(|step| weight(step));
    let stage = word.map_or(Stage::Reported, |step| step.stage);
    let reported = report.reported.as_ref().map(PartialDate::earliest);
    let since = word.and_then(Step::day).or(reported);
    let settled = (stage.phase() == Phase::Settled).then_some(since).flatten();
    let last_heard = last_heard(report);
    Standing {
        word,
        stage,
        since,
        days_open: reported.map(|day| days_between(day, settled.unwrap_or(today))),
        last_heard,
        due: due(report, stage, since),
        disagreements: disagreements(report, word),
    }
}

/// Whole days from one day to a later one; 0 where it is not later.
pub(crate) fn days_between(from: Date, to: Date) -> u32 {
    u32::try_from(from.duration_until(to).as_hours() / HOURS_PER_DAY).unwrap_or(0)
}

/// The later day counts; of one day the further stage, then what was entered last.
fn weight(step: &Step) -> (Option<Date>, Stage, liaison_model::Instant, &str) {
    (step.day(), step.stage, step.entered, &step.id)
}

fn last_heard(report: &Report) -> Option<Date> {
    let checks = report.checks.iter().filter(|check| check.reached_the_person());
    let checked = checks.filter_map(|check| check.date.as_ref()).map(PartialDate::latest);
    checked.chain(report.last_contact.as_ref().map(PartialDate::latest)).max()
}

/// The clock of the stage, or the next check that was agreed, whichever ends first.
fn due(report: &Report, stage: Stage, since: Option<Date>) -> Option<Due> {
    let of_stage = rule(stage).next.and_then(|(act, days)| {
        let by = since?.checked_add(jiff::Span::new().days(i64::from(days))).ok()?;
        Some(Due { by, act })
    });
    let last = report.checks.iter().max_by_key(|check| {
        (check.date.as_ref().map(PartialDate::earliest), check.entered, check.id.as_str())
    });
    let agreed = last.and_then(|check| check.next.as_ref()).map(PartialDate::latest);
    let of_check = agreed
        .filter(|_| stage.phase() != Phase::Settled)
        .map(|by| Due { by, act: NextAct::WelfareCheck });
    of_stage.into_iter().chain(of_check).min()
}

fn disagreements<'r>(report: &'r Report, word: Option<&'r Step>) -> Vec<Disagreement<'r>> {
    let mut found = forks(&report.steps);
    let Some(word) = word else { return found };
    let mut others: Vec<&Step> =
        report.steps.iter().filter(|step| step.authority != word.authority).collect();
    others.sort_by_key(|step| (&step.authority, weight(step)));
    for (at, step) in others.iter().enumerate() {
        let is_last = others.get(at + 1).is_none_or(|next| next.authority != step.authority);
        if is_last && word.stage.phase() < step.stage.phase() {
            found.push(Disagreement::Further(step));
        }
    }
    found
}

/// Pairs that were built on one word and say different stages, until somebody says something after
/// both.
fn forks(steps: &[Step]) -> Vec<Disagreement<'_>> {
    let mut built: Vec<&Step> = steps.iter().filter(|step| step.follows.is_some()).collect();
    built.sort_by_key(|step| (&step.follows, step.entered, &step.id));
    let newest = steps.iter().map(|step| step.entered).max();
    let pairs = built.windows(2).filter_map(|pair| match pair {
        [one, other] => Some((*one, *other)),
        _ => None,
    });
    pairs
        .filter(|(one, other)| one.follows == other.follows && one.stage != other.stage)
        .filter(|(_, other)| newest.is_none_or(|newest| newest <= other.entered))
        .map(|(one, other)| Disagreement::Fork(one, other))
        .collect()
}

const HOURS_PER_DAY: i64 = 24;
