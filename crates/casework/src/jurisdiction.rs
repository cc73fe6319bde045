//! What a country's law asks for, as its file says.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::sourced::{FileFault, Sourced, fault, read};

/// The rules of one country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Jurisdiction {
    /// Two letters, as in ISO 3166-1.
    pub country: String,
    /// What it is called.
    pub name: String,
    /// Laws and standards on which acts rest, by code.
    pub legal_bases: BTreeMap<String, Sourced<String>>,
    /// From how many years on somebody is of age.
    pub age_of_majority: Sourced<u8>,
    /// Categories of people that files are kept about.
    pub categories: Sourced<Vec<Category>>,
    /// How long data of each category is kept.
    pub retention: BTreeMap<Category, Retention>,
    /// How long money stays frozen, and how fast that is done, by code.
    pub freeze_clocks: BTreeMap<String, Sourced<Clock>>,
    /// The screening instruments in use, best first, by id.
    pub instruments: Sourced<Vec<String>>,
    /// How a letter to an authority is written.
    pub letter: LetterForm,
}

/// A category of people, as marks tell it (`about:`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each name is its meaning")]
pub enum Category {
    Victim,
    Suspect,
    Witness,
    Other,
}

/// How long data of a category is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retention {
    /// After how many days somebody asks whether it is still needed.
    pub review_days: Sourced<u32>,
    /// After how many days it goes, unless a hold says otherwise.
    pub expiry_days: Sourced<u32>,
}

/// A span of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Clock {
    /// So many minutes.
    Minutes(u32),
    /// So many days.
    Days(u32),
}

/// How a letter to an authority is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LetterForm {
    /// Its language, two letters.
    pub language: Sourced<String>,
    /// How a day is written, as `ymd` or `dmy`.
    pub date_order: Sourced<String>,
    /// How it opens.
    pub salutation: Sourced<String>,
    /// How it closes.
    pub closing: Sourced<String>,
}

impl Jurisdiction {
    /// Reads a country's file.
    ///
    /// # Errors
    ///
    /// [`FileFault`] with file, line and field: an unknown key, a value without source, a clock
    /// that goes before it is reviewed, a file under another country's name.
    pub fn read(file: &str, text: &str) -> Result<Self, FileFault> {
        let rules: Self = read(file, text)?;
        let wrong = |key: &str, what: &str| {
            let begins = |line: &str| line.trim_start().starts_with(key);
            let line = text.lines().position(begins).map_or(0, |at| at + 1);
            fault(file, line, &format!("{key}: {what}"))
        };
        let stem = file.rsplit('/').next().and_then(|name| name.strip_suffix(".yaml"));
        if stem != Some(&*rules.country) {
            return Err(wrong("country", "is not the file's name"));
        }
        if !(1..=30).contains(&rules.age_of_majority.value) {
            return Err(wrong("age_of_majority", "is no age"));
        }
        if rules.legal_bases.is_empty() {
            return Err(wrong("legal_bases", "names none"));
        }
        for category in &rules.categories.value {
            let Some(kept) = rules.retention.get(category) else {
                return Err(wrong("retention", "a category has no clock"));
            };
            if kept.expiry_days.value < kept.review_days.value {
                return Err(wrong("retention", "goes before it is reviewed"));
            }
        }
        Ok(rules)
    }

    /// The rules of a country among those that come with the program.
    ///
    /// # Errors
    ///
    /// [`FileFault`] of the file; a test holds that there is none.
    pub fn of(country: &str) -> Result<Option<Self>, FileFault> {
        let wanted = country.trim().to_uppercase();
        let found =
            JURISDICTIONS.iter().find(|(file, _)| file.strip_suffix(".yaml") == Some(&wanted));
        found.map(|(file, text)| Self::read(file, text)).transpose()
    }

    /// How many of its values have a source, and how many there are.
    #[must_use]
    pub fn sourced_of(&self) -> (usize, usize) {
        let mut unverified = vec![
            self.age_of_majority.is_unverified(),
            self.categories.is_unverified(),
            self.instruments.is_unverified(),
            self.letter.language.is_unverified(),
            self.letter.date_order.is_unverified(),
            self.letter.salutation.is_unverified(),
            self.letter.closing.is_unverified(),
        ];
        unverified.extend(self.legal_bases.values().map(Sourced::is_unverified));
        unverified.extend(self.freeze_clocks.values().map(Sourced::is_unverified));
        for kept in self.retention.values() {
            unverified.extend([kept.review_days.is_unverified(), kept.expiry_days.is_unverified()]);
        }
        (unverified.iter().filter(|is_it| !**is_it).count(), unverified.len())
    }
}

impl Category {
    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Victim => "victim",
            Self::Suspect => "suspect",
            Self::Witness => "witness",
            Self::Other => "other",
        }
    }
}

/// The files that come with the program.
pub const JURISDICTIONS: &[(&str, &str)] = &[
    ("KR.yaml", include_str!("../data/jurisdictions/KR.yaml")),
    ("KH.yaml", include_str!("../data/jurisdictions/KH.yaml")),
    ("TH.yaml", include_str!("../data/jurisdictions/TH.yaml")),
    ("VN.yaml", include_str!("../data/jurisdictions/VN.yaml")),
    ("LA.yaml", include_str!("../data/jurisdictions/LA.yaml")),
    ("MM.yaml", include_str!("../data/jurisdictions/MM.yaml")),
    ("MY.yaml", include_str!("../data/jurisdictions/MY.yaml")),
    ("ID.yaml", include_str!("../data/jurisdictions/ID.yaml")),
    ("CN.yaml", include_str!("../data/jurisdictions/CN.yaml")),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Instrument;

    #[test]
    fn every_country_has_a_file_whose_instruments_there_are() {
        for (file, text) in JURISDICTIONS {
            let rules = Jurisdiction::read(file, text).unwrap();
            for id in &rules.instruments.value {
                assert!(Instrument::of(id).unwrap().is_some(), "{file}: {id}");
            }
        }
        assert_eq!(Jurisdiction::of("kr").unwrap().unwrap().country, "KR");
        assert_eq!(Jurisdiction::of("FR").unwrap(), None);
    }

    #[test]
    fn a_clock_that_ends_before_its_review_is_refused_with_its_line() {
        let (file, text) = JURISDICTIONS[0];
        let broken = text.replacen("expiry_days: {value: ", "expiry_days: {value: 0 #", 1);
        assert_ne!(broken, text);

        let told = Jurisdiction::read(file, &broken).unwrap_err();

        assert_eq!(told.file, file);
        assert!(0 < told.line, "{told}");
    }

    #[test]
    fn a_file_under_another_countrys_name_is_refused() {
        let told = Jurisdiction::read("KH.yaml", JURISDICTIONS[0].1).unwrap_err();

        assert_eq!(told.what, "country: is not the file's name");
        assert!(0 < told.line, "{told}");
    }
}
