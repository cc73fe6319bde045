//! Columns of a table's own, such as the way of payment, that may say something about laundering.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A column with few different words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub name: String,
    /// The words that stand in it.
    pub words: Vec<String>,
    /// For each place in the sequence the number of its word.
    pub cells: Vec<u8>,
}

impl Column {
    /// The word at a place; nothing where there is none.
    pub(super) fn word(&self, place: usize) -> &str {
        let number = self.cells.get(place).copied().unwrap_or(u8::MAX);
        self.words.get(usize::from(number)).map_or("", String::as_str)
    }

    /// How well its words alone tell what was said: the average precision of their rates.
    #[must_use]
    pub fn tells(&self, said: &[Option<bool>]) -> f64 {
        let rates = Rates::learn(self, said);
        let labelled = (0..said.len()).filter_map(|place| Some((place, said[place]?)));
        let (scores, labels): (Vec<f64>, Vec<bool>) =
            labelled.map(|(place, label)| (f64::from(rates.of(self.word(place))), label)).unzip();
        super::average_precision(&scores, &labels, 1.0).unwrap_or(0.0)
    }
}

/// What the words of a column say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Rates {
    pub name: String,
    /// Log-odds for each word.
    of_words: BTreeMap<String, f32>,
    /// For words that were never met.
    others: f32,
}

impl Rates {
    pub fn learn(column: &Column, said: &[Option<bool>]) -> Self {
        let mut counts: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
        let (mut all, mut laundering) = (0.0, 0.0);
        for (place, label) in said.iter().enumerate() {
            let Some(label) = *label else { continue };
            let (of_word, of_both) = counts.entry(column.word(place)).or_default();
            *of_both += 1.0;
            all += 1.0;
            if label {
                *of_word += 1.0;
                laundering += 1.0;
            }
        }
        // A word that is met seldom says little: it is drawn to what all words say.
        let usual = (laundering + 0.5) / (all + 1.0);
        let odds = |(of_word, of_both): (f64, f64)| {
            let rate = (of_word + DRAWN * usual) / (of_both + DRAWN);
            (rate / (1.0 - rate).max(f64::EPSILON)).ln() as f32
        };
        let of_words = counts.into_iter().map(|(word, count)| (word.to_owned(), odds(count)));
        Self { name: column.name.clone(), of_words: of_words.collect(), others: odds((0.0, 0.0)) }
    }

    pub fn of(&self, word: &str) -> f32 {
        self.of_words.get(word).copied().unwrap_or(self.others)
    }
}

/// Transfers that a word must have for its own rate to count half.
const DRAWN: f64 = 20.0;
