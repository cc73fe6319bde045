//! Words and phrases that adverts of this kind are known to use, each with its source.
//!
//! # Invariants
//!
//! * A row without language, weight, source or example is refused, and so is one whose example
//!   does not hold its own term.
//! * The lexicon has a version and a hash of its bytes, so that a score can be made again.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use sha2::{Digest, Sha256};

use crate::fold::Folded;
use crate::language::Language;
use crate::view::View;

/// What a word or phrase is a sign of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sign {
    /// Pay far above the wages of the country.
    PayTooHigh,
    /// Neither experience nor schooling is asked for.
    NoExperience,
    /// Flight, visa or transfer is paid.
    TravelPaid,
    /// Bed and board are free.
    BoardPaid,
    /// A job of which hardly anything is said.
    VagueJob,
    /// Those in debt are called.
    Indebted,
    /// A passport or its copy is asked for.
    PassportAsked,
    /// A border is crossed on foot, by boat or on a tourist's visa.
    Crossing,
    /// A place that such adverts lead to.
    Place,
    /// Scam work is said to be the job.
    OpenScam,
    /// A bank account is bought or rented.
    AccountTrade,
    /// Gambling online.
    Gambling,
    /// One contact on a messenger, and no employer.
    ChatOnly,
    /// A report about such cases, no advert.
    Report,
    /// What ordinary employers write.
    Ordinary,
}

impl Sign {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::PayTooHigh,
        Self::NoExperience,
        Self::TravelPaid,
        Self::BoardPaid,
        Self::VagueJob,
        Self::Indebted,
        Self::PassportAsked,
        Self::Crossing,
        Self::Place,
        Self::OpenScam,
        Self::AccountTrade,
        Self::Gambling,
        Self::ChatOnly,
        Self::Report,
        Self::Ordinary,
    ];

    /// The code, as the property `indicators` of an advert has it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::PayTooHigh => "pay-too-high",
            Self::NoExperience => "no-experience-needed",
            Self::TravelPaid => "travel-paid",
            Self::BoardPaid => "board-paid",
            Self::VagueJob => "vague-job",
            Self::Indebted => "calls-the-indebted",
            Self::PassportAsked => "passport-asked",
            Self::Crossing => "irregular-crossing",
            Self::Place => "border-location",
            Self::OpenScam => "openly-scam-work",
            Self::AccountTrade => "bank-account-trade",
            Self::Gambling => "gambling",
            Self::ChatOnly => "chat-contact-only",
            Self::Report => "news-about-scams",
            Self::Ordinary => "ordinary-employment",
        }
    }

    /// The key of its sentence, which tells what the text says and judges nobody.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::PayTooHigh => "advert-sign-pay-too-high",
            Self::NoExperience => "advert-sign-no-experience",
            Self::TravelPaid => "advert-sign-travel-paid",
            Self::BoardPaid => "advert-sign-board-paid",
            Self::VagueJob => "advert-sign-vague-job",
            Self::Indebted => "advert-sign-indebted",
            Self::PassportAsked => "advert-sign-passport-asked",
            Self::Crossing => "advert-sign-crossing",
            Self::Place => "advert-sign-place",
            Self::OpenScam => "advert-sign-open-scam",
            Self::AccountTrade => "advert-sign-account-trade",
            Self::Gambling => "advert-sign-gambling",
            Self::ChatOnly => "advert-sign-chat-only",
            Self::Report => "advert-sign-report",
            Self::Ordinary => "advert-sign-ordinary",
        }
    }

    fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sign| sign.code() == code)
    }
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its name, which stays.
    pub id: String,
    /// What it is a sign of.
    pub sign: Sign,
    /// The language of its term.
    pub language: Language,
    /// What it adds to the log odds.
    pub weight: f64,
    /// The word or phrase.
    pub term: String,
    /// Who saw it.
    pub source: String,
    /// A text that has it.
    pub example: String,
}

/// Why a lexicon is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LexiconError {
    /// A row has no such cell, or one that cannot be read.
    #[error("row {row} of the lexicon has no usable {column}")]
    Cell {
        /// Its number, from 1, below the headings.
        row: usize,
        /// Which cell.
        column: &'static str,
    },
    /// Two rows have one name.
    #[error("row {row} of the lexicon has the id of another")]
    SameId {
        /// The later row.
        row: usize,
    },
    /// It is no table.
    #[error("the lexicon is not a table")]
    Table,
}

/// A whole lexicon, ready to be looked for in texts.
pub struct Lexicon {
    rows: Vec<Row>,
    searcher: AhoCorasick,
    version: String,
}

/// A row that a text has.
#[derive(Debug, Clone)]
pub struct Hit<'l> {
    /// The row.
    pub row: &'l Row,
    /// Where its term stands, in bytes of the view.
    pub span: Range<usize>,
}

impl Lexicon {
    /// The lexicon that comes with the program.
    #[must_use]
    pub fn built_in() -> Option<&'static Self> {
        static BUILT_IN: LazyLock<Option<Lexicon>> =
            LazyLock::new(|| Lexicon::read(include_str!("../data/indicators.csv")).ok());
        BUILT_IN.as_ref()
    }

    /// Reads a lexicon.
    ///
    /// # Errors
    ///
    /// [`LexiconError`] with the first row that is refused.
    pub fn read(text: &str) -> Result<Self, LexiconError> {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let mut rows: Vec<Row> = Vec::new();
        let mut ids = HashSet::new();
        for (at, cells) in reader.records().enumerate() {
            let row = row(at + 1, &cells.map_err(|_| LexiconError::Table)?)?;
            if !ids.insert(row.id.clone()) {
                return Err(LexiconError::SameId { row: at + 1 });
            }
            rows.push(row);
        }
        let terms = rows.iter().map(|row| viewed(&row.term));
        let searcher = AhoCorasick::builder().match_kind(MatchKind::Standard).build(terms);
        let hash = hex::encode(Sha256::digest(text.as_bytes()));
        let version = format!("{VERSION}+{}", &hash[..HASH_CHARACTERS]);
        Ok(Self { rows, searcher: searcher.map_err(|_| LexiconError::Table)?, version })
    }

    /// Its version and the beginning of the hash of its bytes.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Its rows.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The rows whose terms a text has, in the order in which they end there.
    pub fn hits<'l>(&'l self, view: &'l View) -> impl Iterator<Item = Hit<'l>> {
        let hits = self.searcher.find_overlapping_iter(view.text()).take(HITS_MAX);
        let words = hits.filter(|hit| view.is_word(&hit.range()));
        words.map(|hit| Hit { row: &self.rows[hit.pattern().as_usize()], span: hit.range() })
    }
}

fn row(number: usize, cells: &csv::StringRecord) -> Result<Row, LexiconError> {
    let refused = |column| LexiconError::Cell { row: number, column };
    let cell = |at: usize, column| {
        let text = cells.get(at).map(str::trim).filter(|text| !text.is_empty());
        text.map(str::to_owned).ok_or(refused(column))
    };
    let row = Row {
        id: cell(0, "id")?,
        sign: Sign::of_code(&cell(1, "indicator")?).ok_or(refused("indicator"))?,
        language: Language::of_code(&cell(2, "language")?).ok_or(refused("language"))?,
        weight: cell(3, "weight")?
            .parse()
            .ok()
            .filter(|weight: &f64| weight.abs() <= WEIGHT_MAX)
            .ok_or(refused("weight"))?,
        term: cell(4, "term")?,
        source: cell(5, "source")?,
        example: cell(6, "example")?,
    };
    let term = viewed(&row.term);
    let view = View::new(&Folded::new(&row.example));
    let stands_there =
        view.text().match_indices(&*term).any(|(at, _)| view.is_word(&(at..at + term.len())));
    if term.is_empty() || !stands_there {
        return Err(refused("example"));
    }
    Ok(row)
}

fn viewed(term: &str) -> String {
    View::new(&Folded::new(term)).text().to_owned()
}

/// Changes with every change of a row, its meaning or its weight.
const VERSION: &str = "2026.11.1";
const HASH_CHARACTERS: usize = 12;
const WEIGHT_MAX: f64 = 6.0;
/// Terms that are looked at in one text.
const HITS_MAX: usize = 2_000;

#[cfg(test)]
mod tests {
    use super::*;

    const HEADINGS: &str = "id,indicator,language,weight,term,source,example\n";

    fn refusal(row: &str) -> Option<LexiconError> {
        Lexicon::read(&format!("{HEADINGS}{row}\n")).err()
    }

    #[test]
    fn the_lexicon_of_the_program_is_whole_and_speaks_ten_languages() {
        let lexicon = Lexicon::read(include_str!("../data/indicators.csv")).unwrap();

        for language in Language::ALL {
            let rows = lexicon.rows().iter().filter(|row| row.language == language).count();
            assert!(10 <= rows, "{language:?}: {rows}");
        }
        assert!(Lexicon::built_in().is_some());
    }

    #[test]
    fn a_row_without_source_or_example_is_refused() {
        let cell = |column| Some(LexiconError::Cell { row: 1, column });

        assert_eq!(refusal("a,gambling,en,1,slots,press,play slots"), None);
        assert_eq!(refusal("a,gambling,en,1,slots,,play slots"), cell("source"));
        assert_eq!(refusal("a,gambling,en,1,slots,press, "), cell("example"));
        assert_eq!(refusal("a,gambling,en,1,slots,press,play cards"), cell("example"));
        assert_eq!(refusal("a,guilty,en,1,slots,press,play slots"), cell("indicator"));
        assert_eq!(refusal("a,gambling,xx,1,slots,press,play slots"), cell("language"));
        assert_eq!(refusal("a,gambling,en,much,slots,press,play slots"), cell("weight"));
    }

    #[test]
    fn two_rows_of_one_name_are_refused() {
        let row = "a,gambling,en,1,slots,press,play slots";
        assert_eq!(refusal(&format!("{row}\n{row}")), Some(LexiconError::SameId { row: 2 }));
    }
}
