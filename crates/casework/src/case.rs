//! Cases: the templates after which they are opened, and the life of a task.

use std::collections::BTreeMap;

use jiff::civil::Date;
use liaison_model::{Instant, Marks, Purpose};
use serde::{Deserialize, Serialize};

use crate::sourced::{FileFault, fault};

/// How a case of a kind is opened. The names of its fields are TheHive's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Template {
    /// Its name, of small letters, digits and `-`.
    pub name: String,
    /// What stands before the title of the case.
    #[serde(default)]
    pub title_prefix: String,
    /// What kind of case it opens.
    pub case_type: String,
    /// 1 to 4, the gravest last.
    pub severity: u8,
    /// Words under which the case is found.
    #[serde(default)]
    pub tags: Vec<String>,
    /// How far what stands in the case may travel.
    pub tlp: String,
    /// What may be done with it.
    pub pap: String,
    /// What it may be used for.
    pub purposes: Vec<String>,
    /// What is to be done.
    #[serde(default)]
    pub tasks: Vec<TaskTemplate>,
    /// Further fields, with what stands in them at first.
    #[serde(default)]
    pub custom_fields: BTreeMap<String, String>,
}

/// A task of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct TaskTemplate {
    /// What is to be done, in English.
    pub title: String,
    /// The same in other languages.
    #[serde(default)]
    pub titles: BTreeMap<String, String>,
    /// The heading under which it stands.
    #[serde(default)]
    pub group: String,
    /// Its place, the lowest first.
    #[serde(default)]
    pub order: u32,
    /// Who is to do it; whoever opens the case where nobody is named.
    #[serde(default)]
    pub assignee: String,
    /// By when: a day, or `+3` for three days after the case was opened.
    #[serde(default)]
    pub due_date: String,
}

/// How far a task has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each name is its meaning")]
pub enum TaskStatus {
    Open,
    Started,
    Waiting,
    Done,
    Dropped,
}

/// Why a change of a task is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TaskError {
    /// Out of the usual order, and nobody said why.
    #[error("this change needs a reason")]
    NeedsReason {
        /// Where the task stands.
        from: TaskStatus,
        /// What was asked.
        to: TaskStatus,
    },
}

/// One line of a timeline, as Timesketch has it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimelineRow {
    /// When.
    pub at: Instant,
    /// What happened.
    pub message: String,
    /// What the time is the time of.
    pub label: String,
}

impl Template {
    /// Reads a template.
    ///
    /// # Errors
    ///
    /// [`FileFault`] with file, line and field: an unknown key, a severity that is none, marks or
    /// purposes that there are not, a day that is none.
    pub fn read(file: &str, text: &str) -> Result<Self, FileFault> {
        let read: Result<Self, _> = serde_json::from_str(text);
        let template = read.map_err(|error| {
            let told = error.to_string();
            let what = told.rsplit_once(" at line ").map_or(told.as_str(), |(what, _)| what);
            fault(file, error.line(), what)
        })?;
        let wrong = |key: &str, what: &str| {
            let quoted = format!("\"{key}\"");
            let line = text.lines().position(|line| line.contains(&quoted)).map_or(0, |at| at + 1);
            fault(file, line, &format!("{key}: {what}"))
        };
        if !(1..=4).contains(&template.severity) {
            return Err(wrong("severity", "is 1, 2, 3 or 4"));
        }
        if !CASE_TYPES.contains(&template.case_type.as_str()) {
            return Err(wrong("caseType", &format!("is one of {}", CASE_TYPES.join(", "))));
        }
        if template.marks().is_none() {
            return Err(wrong("tlp", "with pap and purposes, is no handling"));
        }
        if template.purposes.is_empty() {
            return Err(wrong("purposes", "names none"));
        }
        let due = |task: &TaskTemplate| {
            task.due_date.is_empty() || task.due(Date::constant(2026, 1, 1)).is_some()
        };
        if !template.tasks.iter().all(due) {
            return Err(wrong("dueDate", "is a day, or + and a number of days"));
        }
        Ok(template)
    }

    /// A template among those that come with the program.
    ///
    /// # Errors
    ///
    /// [`FileFault`] of the file; a test holds that there is none.
    pub fn of(name: &str) -> Result<Option<Self>, FileFault> {
        let found = TEMPLATES.iter().find(|(file, _)| file.strip_suffix(".json") == Some(name));
        found.map(|(file, text)| Self::read(file, text)).transpose()
    }

    /// The marks of what stands in a case of this kind.
    #[must_use]
    pub fn marks(&self) -> Option<Marks> {
        let purposes: Option<Vec<Purpose>> =
            self.purposes.iter().map(|purpose| purpose.parse().ok()).collect();
        let marks: Marks = format!("TLP:{} PAP:{}", self.tlp, self.pap).parse().ok()?;
        Some(Marks { purposes: purposes?.into_iter().collect(), ..marks })
    }
}

impl TaskTemplate {
    /// What is to be done, in a language.
    #[must_use]
    pub fn title_in(&self, language: &str) -> &str {
        self.titles.get(language).unwrap_or(&self.title)
    }

    /// The day by which it is to be done, of a case that is opened on a day.
    #[must_use]
    pub fn due(&self, opened: Date) -> Option<Date> {
        match self.due_date.strip_prefix('+') {
            None => self.due_date.parse().ok(),
            Some(days) => {
                let days: u16 = days.parse().ok()?;
                opened.checked_add(jiff::Span::new().days(i64::from(days))).ok()
            }
        }
    }
}

impl TaskStatus {
    /// Every status.
    pub const ALL: [Self; 5] =
        [Self::Open, Self::Started, Self::Waiting, Self::Done, Self::Dropped];

    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Started => "started",
            Self::Waiting => "waiting",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// The status with a code.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == text.trim())
    }

    /// Whether nothing is left to be done.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Dropped)
    }
}

/// Which status of a task may follow which without a reason.
pub const TASK_MOVES: &[(TaskStatus, &[TaskStatus])] = &[
    (TaskStatus::Open, &[TaskStatus::Started, TaskStatus::Waiting, TaskStatus::Done]),
    (TaskStatus::Started, &[TaskStatus::Open, TaskStatus::Waiting, TaskStatus::Done]),
    (TaskStatus::Waiting, &[TaskStatus::Open, TaskStatus::Started, TaskStatus::Done]),
    (TaskStatus::Done, &[]),
    (TaskStatus::Dropped, &[]),
];

/// Whether a task may go from one status to another. Dropping it and taking it up again need a
/// reason.
///
/// # Errors
///
/// [`TaskError`] without a reason where one is needed.
pub fn check_task(from: TaskStatus, to: TaskStatus, reason: &str) -> Result<(), TaskError> {
    let is_usual = TASK_MOVES.iter().any(|(of, next)| *of == from && next.contains(&to));
    if from == to || is_usual || !reason.trim().is_empty() {
        return Ok(());
    }
    Err(TaskError::NeedsReason { from, to })
}

/// Kinds of cases.
pub const CASE_TYPES: &[&str] =
    &["missing-person", "rescue", "raid", "money-trace", "advert-campaign", "rfi", "rft"];
/// What a severity from 1 to 4 is called.
pub const SEVERITIES: &[&str] = &["low", "medium", "high", "critical"];

/// The templates that come with the program.
pub const TEMPLATES: &[(&str, &str)] = &[
    ("missing-person.json", include_str!("../data/templates/missing-person.json")),
    ("rescue.json", include_str!("../data/templates/rescue.json")),
    ("raid.json", include_str!("../data/templates/raid.json")),
    ("money-trace.json", include_str!("../data/templates/money-trace.json")),
    ("advert-campaign.json", include_str!("../data/templates/advert-campaign.json")),
    ("rfi.json", include_str!("../data/templates/rfi.json")),
    ("rft.json", include_str!("../data/templates/rft.json")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_that_comes_with_the_program_is_read_and_every_kind_has_one() {
        let names: Vec<String> = TEMPLATES
            .iter()
            .map(|(file, text)| Template::read(file, text).unwrap().case_type)
            .collect();

        assert_eq!(names, CASE_TYPES);
    }

    #[test]
    fn a_template_of_an_unknown_key_or_severity_is_refused_with_file_line_and_field() {
        let (file, text) = TEMPLATES[0];
        let told = |text: &str| Template::read(file, text).unwrap_err().to_string();

        let unknown = text.replacen("\"severity\"", "\"gravity\"", 1);
        assert!(told(&unknown).contains("unknown field `gravity`"), "{}", told(&unknown));
        let grave = text.replacen("\"severity\": 3", "\"severity\": 5", 1);
        assert_eq!(told(&grave), "missing-person.json, line 5: severity: is 1, 2, 3 or 4");
    }

    #[test]
    fn a_deadline_is_a_day_or_so_many_days_after_the_opening() {
        let opened = Date::constant(2026, 1, 30);
        let due = |text: &str| {
            let task: TaskTemplate =
                serde_json::from_str(&format!(r#"{{"title":"a","dueDate":"{text}"}}"#)).unwrap();
            task.due(opened).map(|day| day.to_string())
        };

        assert_eq!(due("+3").as_deref(), Some("2026-02-02"));
        assert_eq!(due("2026-05-01").as_deref(), Some("2026-05-01"));
        assert_eq!((due("+x"), due("soon")), (None, None));
    }

    #[test]
    fn any_change_of_a_task_is_taken_with_a_reason_and_only_the_usual_ones_without() {
        for from in TaskStatus::ALL {
            for to in TaskStatus::ALL {
                assert!(check_task(from, to, "for a reason").is_ok());
                let needs = check_task(from, to, " ").is_err();
                assert_eq!(needs, from != to && (from.is_over() || to == TaskStatus::Dropped));
            }
        }
    }
}
