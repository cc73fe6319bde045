//! The report: a table for people, lines of JSON for machines.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::Failure;
use crate::data::Data;
use crate::machine::Machine;

/// One measured figure, with what it should be.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figure {
    name: String,
    value: f64,
    unit: Unit,
    #[serde(skip_serializing_if = "Option::is_none")]
    floor: Option<Limit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    goal: Option<Limit>,
}

/// What a figure must stay above or below.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Limit {
    AtLeast(f64),
    Below(f64),
}

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Unit {
    /// Seconds.
    #[serde(rename = "s")]
    Seconds,
    /// Milliseconds.
    #[serde(rename = "ms")]
    Milliseconds,
    /// Statements per second.
    #[serde(rename = "statements/s")]
    StatementsPerSecond,
    /// Megabytes, 10⁶ bytes.
    #[serde(rename = "MB")]
    Megabytes,
    /// Megabytes per million statements, which is bytes per statement.
    #[serde(rename = "MB per million statements")]
    MegabytesPerMillion,
    /// How many.
    #[serde(rename = "")]
    Count,
    /// How many times as much.
    #[serde(rename = "times")]
    Times,
}

/// How a figure stands to its floor and goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// It has neither.
    None,
    /// It is as it should be.
    Met,
    /// The floor is met, the goal is not.
    GoalMissed,
    /// The floor is missed.
    FloorMissed,
}

/// The two files of a report.
pub struct Files {
    /// For people.
    pub text: PathBuf,
    /// For machines.
    pub lines: PathBuf,
}

impl Figure {
    /// A figure that is told and not judged.
    pub fn new(name: impl Into<String>, value: f64, unit: Unit) -> Self {
        Self { name: name.into(), value, unit, floor: None, goal: None }
    }

    /// The same, to be at least `floor`, better `goal`.
    pub fn at_least(self, floor: f64, goal: Option<f64>) -> Self {
        Self { floor: Some(Limit::AtLeast(floor)), goal: goal.map(Limit::AtLeast), ..self }
    }

    /// The same, to stay below `floor`.
    pub fn below(self, floor: f64) -> Self {
        Self { floor: Some(Limit::Below(floor)), ..self }
    }

    /// How it stands.
    pub fn bound(&self) -> Bound {
        let holds = |limit: Limit| match limit {
            Limit::AtLeast(least) => least <= self.value,
            Limit::Below(most) => self.value < most,
        };
        match (self.floor.map(holds), self.goal.map(holds)) {
            (Some(false), _) => Bound::FloorMissed,
            (_, Some(false)) => Bound::GoalMissed,
            (None, None) => Bound::None,
            _ => Bound::Met,
        }
    }
}

impl Bound {
    fn words(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Met => "met",
            Self::GoalMissed => "goal missed",
            Self::FloorMissed => "**floor missed**",
        }
    }
}

impl Unit {
    fn words(self) -> &'static str {
        match self {
            Self::Seconds => "s",
            Self::Milliseconds => "ms",
            Self::StatementsPerSecond => "statements/s",
            Self::Megabytes => "MB",
            Self::MegabytesPerMillion => "MB per million statements",
            Self::Count => "",
            Self::Times => "times",
        }
    }
}

/// The figures as a Markdown table that reads well unrendered.
pub fn table(figures: &[Figure]) -> String {
    let width = figures.iter().map(|figure| figure.name.chars().count()).max().unwrap_or(0);
    let mut text = format!("| {:width$} | {:>10} | unit | floor | goal | |\n", "what", "measured");
    text.push_str("| --- | ---: | --- | ---: | ---: | --- |\n");
    for figure in figures {
        let limit = |limit: Option<Limit>| limit.map_or(String::new(), written);
        let _ = writeln!(
            text,
            "| {:width$} | {:>10} | {} | {} | {} | {} |",
            figure.name,
            number(figure.value),
            figure.unit.words(),
            limit(figure.floor),
            limit(figure.goal),
            figure.bound().words(),
        ); // writing to a String does not fail
    }
    text
}

/// Writes `DATE-ground.md` and `DATE-ground.jsonl`; an earlier report of the day is replaced.
pub fn write(
    folder: &Path,
    machine: &Machine,
    data: &Data,
    figures: &[Figure],
) -> Result<Files, Failure> {
    fs::create_dir_all(folder)?;
    let file = |ending: &str| folder.join(format!("{}-ground.{ending}", machine.date));
    let files = Files { text: file("md"), lines: file("jsonl") };
    fs::write(&files.text, page(machine, data, figures))?;
    let mut lines = serde_json::to_string(machine)? + "\n";
    for figure in figures {
        let mut line = serde_json::to_value(figure)?;
        line["bound"] = serde_json::to_value(figure.bound())?;
        lines += &(line.to_string() + "\n");
    }
    fs::write(&files.lines, lines)?;
    Ok(files)
}

fn page(machine: &Machine, data: &Data, figures: &[Figure]) -> String {
    let Machine { date, processor, cores, memory_gib, load_before, commit, command } = machine;
    let (entities, bytes) = (number(data.entities.into()), number(data.bytes as f64 / 1e6));
    let missed = missed(figures);
    let table = table(figures);
    format!(
        "# The ground, {date}\n\n\
         Machine: {processor}, {cores} cores, {memory_gib} GiB of memory; load average {load_before} \
         before the run.\n\
         Command: `{command}`, commit {commit}.\n\
         File: {entities} entities of FollowTheMoney in {bytes} MB of JSON lines.\n\n\
         {missed}\n\n\
         {table}\n\
         *Import until found* ends when everything is signed, on disk, and found by a search. The steps \
         *alone* run one after the other; in an import reading and writing overlap, and folding into \
         views and index comes after both. Nomenklatura's stores neither sign nor index texts; the \
         ratio is of seconds for the same file, both cleaning its values.\n"
    )
}

fn missed(figures: &[Figure]) -> String {
    let named = |bound: Bound| {
        let of = figures.iter().filter(|figure| figure.bound() == bound);
        of.map(|figure| figure.name.as_str()).collect::<Vec<_>>().join("; ")
    };
    match (named(Bound::FloorMissed).as_str(), named(Bound::GoalMissed).as_str()) {
        ("", "") => "Every floor and goal is met.".to_owned(),
        ("", goals) => format!("Every floor is met. Goals missed: {goals}."),
        (floors, "") => format!("**Floors missed: {floors}.**"),
        (floors, goals) => format!("**Floors missed: {floors}.** Goals missed: {goals}."),
    }
}

fn written(limit: Limit) -> String {
    match limit {
        Limit::AtLeast(least) => format!("≥ {}", number(least)),
        Limit::Below(most) => format!("< {}", number(most)),
    }
}

/// Three digits that count, thousands apart.
fn number(value: f64) -> String {
    let decimals = match value.abs() {
        0.0 => 0,
        size if size < 10.0 => 2,
        size if size < 100.0 => 1,
        _ => 0,
    };
    let text = format!("{value:.decimals$}");
    let (whole, rest) = text.split_once('.').map_or((text.as_str(), ""), |(w, r)| (w, r));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if 0 < at && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if rest.is_empty() { grouped } else { format!("{grouped}.{rest}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_says_which_of_floor_and_goal_it_misses() {
        fn check(figure: Figure, expected: Bound) {
            assert_eq!(figure.bound(), expected, "{figure:?}");
        }
        let speed = |value| Figure::new("import", value, Unit::StatementsPerSecond);

        check(speed(1.0), Bound::None);
        check(speed(29_999.0).at_least(30_000.0, Some(60_000.0)), Bound::FloorMissed);
        check(speed(30_000.0).at_least(30_000.0, Some(60_000.0)), Bound::GoalMissed);
        check(speed(60_000.0).at_least(30_000.0, Some(60_000.0)), Bound::Met);
        check(Figure::new("page", 5.0, Unit::Milliseconds).below(5.0), Bound::FloorMissed);
    }

    #[test]
    fn a_number_is_as_long_as_it_is_worth() {
        let numbers = [0.0, 0.123, 12.34, 999.6, 30_000.0, 1_234_567.0].map(number);

        assert_eq!(numbers, ["0", "0.12", "12.3", "1,000", "30,000", "1,234,567"]);
    }
}
