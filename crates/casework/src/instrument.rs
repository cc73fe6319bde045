//! The forms after which somebody is screened, as their files say.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::sourced::{FileFault, Sourced, fault, read};

/// A screening form in one version. Answers name both, so that a later version changes none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Its id, of small letters, digits and `-`.
    pub id: String,
    /// Its version.
    pub version: String,
    /// What it is called, by language.
    pub title: BTreeMap<String, String>,
    /// Whose it is.
    pub issued: Sourced<String>,
    /// What a person must know who uses it, by language.
    #[serde(default)]
    pub advice: BTreeMap<String, String>,
    /// Its parts, in order.
    pub parts: Vec<Part>,
    /// Its questions, in order.
    pub questions: Vec<Question>,
}

/// One part of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Its code.
    pub code: String,
    /// What it is called, by language.
    pub title: BTreeMap<String, String>,
    /// Whether all signs speak together only with one of this part.
    #[serde(default)]
    pub is_needed: bool,
    /// Whether it is not needed for somebody who is not of age.
    #[serde(default)]
    pub is_waived_for_children: bool,
}

/// One question of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its code, which answers name.
    pub code: String,
    /// The part to which it belongs.
    pub part: String,
    /// How much a yes counts for the order of the queue.
    pub weight: u8,
    /// Its words, by language.
    pub text: BTreeMap<String, String>,
}

/// What somebody answered. A question that was not asked is no *no*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// It is so.
    Yes,
    /// It is not so.
    No,
    /// Nobody asked.
    NotAsked,
}

/// Answers by the code of their question.
pub type Answers = BTreeMap<String, Answer>;

/// What the answers say together. It orders the queue and decides nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// The weights of all that is so.
    pub score: u32,
    /// How many questions were answered with yes.
    pub yes: u32,
    /// How many with no.
    pub no: u32,
    /// How many were not asked.
    pub not_asked: u32,
    /// Parts of which a sign was found, in order.
    pub found: Vec<String>,
    /// Parts that are needed and of which no sign was found.
    pub lacking: Vec<String>,
}

/// Why answers are not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AnswerError {
    /// The form has no such question.
    #[error("the form has no question `{code}`")]
    NoSuchQuestion {
        /// What was given.
        code: String,
    },
}

impl Answer {
    /// Every answer.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::NotAsked];

    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::NotAsked => "not-asked",
        }
    }

    /// The answer with a code.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.code() == text.trim())
    }
}

impl Instrument {
    /// Reads a form's file.
    ///
    /// # Errors
    ///
    /// [`FileFault`] with file, line and field: an unknown key, a code twice or of other letters,
    /// a question of a part that there is not, a text without English.
    pub fn read(file: &str, text: &str) -> Result<Self, FileFault> {
        let form: Self = read(file, text)?;
        let wrong = |key: &str, what: &str| {
            let line = text.lines().position(|line| line.contains(key)).map_or(0, |at| at + 1);
            Err(fault(file, line, &format!("{key}: {what}")))
        };
        let mut codes = BTreeSet::new();
        let parts: BTreeSet<&str> = form.parts.iter().map(|part| part.code.as_str()).collect();
        if parts.is_empty() || form.questions.is_empty() || QUESTIONS_MAX < form.questions.len() {
            return wrong("questions", &format!("a form has 1 to {QUESTIONS_MAX}, and parts"));
        }
        let of_parts = form.parts.iter().map(|part| (&part.code, &part.title));
        let of_questions = form.questions.iter().map(|asked| (&asked.code, &asked.text));
        for (code, texts) in of_parts.chain(of_questions).chain([(&form.id, &form.title)]) {
            if !is_code(code) {
                return wrong(code, "a code has small letters, digits and `-`");
            }
            if !codes.insert(code) {
                return wrong(code, "this code is there twice");
            }
            if texts.get(ENGLISH).is_none_or(|text| text.trim().is_empty()) {
                return wrong(code, "has no English text");
            }
        }
        if !is_version(&form.version) {
            return wrong("version", "has small letters, digits, `.` and `-`");
        }
        for asked in &form.questions {
            if !parts.contains(asked.part.as_str()) {
                return wrong(&asked.code, "its part is none of this form's");
            }
        }
        Ok(form)
    }

    /// A form among those that come with the program.
    ///
    /// # Errors
    ///
    /// [`FileFault`] of the file; a test holds that there is none.
    pub fn of(id: &str) -> Result<Option<Self>, FileFault> {
        let found = INSTRUMENTS.iter().find(|(file, _)| file.strip_suffix(".yaml") == Some(id));
        found.map(|(file, text)| Self::read(file, text)).transpose()
    }

    /// Id and version as they stand in a screening: `ilo-11 1`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.id, self.version)
    }

    /// What answers say together. `is_child` waives what is not needed for children.
    ///
    /// # Errors
    ///
    /// [`AnswerError`] for a code that is no question of this form.
    pub fn weigh(&self, answers: &Answers, is_child: bool) -> Result<Reading, AnswerError> {
        let known = |code: &String| self.questions.iter().any(|asked| asked.code == *code);
        if let Some(code) = answers.keys().find(|code| !known(code)) {
            return Err(AnswerError::NoSuchQuestion { code: code.clone() });
        }
        let mut reading =
            Reading { score: 0, yes: 0, no: 0, not_asked: 0, found: vec![], lacking: vec![] };
        let mut signs = BTreeSet::new();
        for asked in &self.questions {
            match answers.get(&asked.code).copied().unwrap_or(Answer::NotAsked) {
                Answer::Yes => {
                    reading.score += u32::from(asked.weight);
                    reading.yes += 1;
                    signs.insert(asked.part.as_str());
                }
                Answer::No => reading.no += 1,
                Answer::NotAsked => reading.not_asked += 1,
            }
        }
        for part in &self.parts {
            let is_waived = is_child && part.is_waived_for_children;
            if signs.contains(part.code.as_str()) {
                reading.found.push(part.code.clone());
            } else if part.is_needed && !is_waived {
                reading.lacking.push(part.code.clone());
            }
        }
        Ok(reading)
    }
}

/// A text in a language, in English where it has none.
#[must_use]
pub fn in_language<'t>(texts: &'t BTreeMap<String, String>, language: &str) -> &'t str {
    texts.get(language).or_else(|| texts.get(ENGLISH)).map_or("", String::as_str)
}

fn is_code(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !text.is_empty() && text.len() <= CODE_CHARS_MAX && text.chars().all(is_part)
}

fn is_version(text: &str) -> bool {
    text.split('.').all(is_code)
}

const ENGLISH: &str = "en";
const QUESTIONS_MAX: usize = 200;
const CODE_CHARS_MAX: usize = 40;

/// The forms that come with the program.
pub const INSTRUMENTS: &[(&str, &str)] = &[
    ("ilo-11.yaml", include_str!("../data/instruments/ilo-11.yaml")),
    ("korea-amp.yaml", include_str!("../data/instruments/korea-amp.yaml")),
    ("thailand-nrm.yaml", include_str!("../data/instruments/thailand-nrm.yaml")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_that_comes_with_the_program_is_read_and_asks_in_three_languages() {
        for (file, text) in INSTRUMENTS {
            let form = Instrument::read(file, text).unwrap();
            assert_eq!(file.strip_suffix(".yaml"), Some(&*form.id));
            for asked in &form.questions {
                for language in ["en", "ko", "km"] {
                    assert!(asked.text.contains_key(language), "{file} {} {language}", asked.code);
                }
            }
        }
        assert_eq!(Instrument::of("ilo-11").unwrap().unwrap().questions.len(), 11);
    }

    #[test]
    fn a_form_with_a_code_twice_or_a_part_that_is_not_there_is_refused_with_its_line() {
        let (_, text) = INSTRUMENTS[0];
        let twice = text.replacen("code: deception", "code: isolation", 1);
        let apart = text.replacen("part: signs", "part: elsewhere", 1);

        let told = Instrument::read("own.yaml", &twice).unwrap_err();
        assert!(told.what.contains("twice") && 0 < told.line, "{told}");
        let told = Instrument::read("own.yaml", &apart).unwrap_err();
        assert!(told.what.contains("none of this form's") && 0 < told.line, "{told}");
    }
}
