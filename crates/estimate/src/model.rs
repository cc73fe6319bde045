//! Log-linear models: which combinations of lists have an effect of their own.
//!
//! # Invariants
//!
//! * A model has every list's own effect, and with a term every part of that term.

use std::fmt;

use liaison_model::Hint;
use liaison_model::messages::Message;

use crate::counts::{History, LISTS_MAX};

/// A hierarchical log-linear model. `Display` is its name: the largest terms, lists by number, as
/// in `[123,14,34]`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Model {
    lists: usize,
    /// All terms, the empty one first, by their number of lists and then by the first lists.
    terms: Vec<History>,
}

/// Why the name of a model could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ModelError {
    /// It has no term.
    #[error("no term")]
    Empty,
    /// A term names a list that the table has not.
    #[error("term {term} names no list of the table")]
    NoSuchList {
        /// Which term, from 1.
        term: usize,
    },
    /// A term names a list twice.
    #[error("term {term} names a list twice")]
    ListTwice {
        /// Which term, from 1.
        term: usize,
    },
}

impl Model {
    /// The model in which every list is independent of the others.
    #[must_use]
    pub fn main_effects(lists: usize) -> Self {
        let lists = lists.min(LISTS_MAX);
        let singles = (0..lists).map(|list| 1 << list);
        Self { lists, terms: std::iter::once(0).chain(singles).collect() }
    }

    /// The smallest model that has these terms.
    #[must_use]
    pub fn of_terms(lists: usize, terms: impl IntoIterator<Item = History>) -> Self {
        let mut model = Self::main_effects(lists);
        for term in terms {
            let mut part = term;
            while part != 0 {
                if !model.terms.contains(&part) {
                    model.terms.push(part);
                }
                part = (part - 1) & term;
            }
        }
        model.terms.sort_by_key(|term| order(*term));
        model
    }

    /// Reads a name: terms in brackets or without, separated by commas; a term is the digits of
    /// its lists, as in `[123,14]`, or names with colons, as in `police:embassy,ngo`.
    ///
    /// # Errors
    ///
    /// What is wrong, and with which term.
    pub fn parse(name: &str, lists: &[String]) -> Result<Self, ModelError> {
        let inner = name.trim().trim_start_matches('[').trim_end_matches(']').trim();
        if inner.is_empty() {
            return Err(ModelError::Empty);
        }
        let mut terms = Vec::new();
        for (at, word) in inner.split(',').map(str::trim).enumerate() {
            let term = at + 1;
            let mut history: History = 0;
            for list in lists_of(word, lists).ok_or(ModelError::NoSuchList { term })? {
                if history & (1 << list) != 0 {
                    return Err(ModelError::ListTwice { term });
                }
                history |= 1 << list;
            }
            terms.push(history);
        }
        Ok(Self::of_terms(lists.len(), terms))
    }

    /// How many lists it is about.
    #[must_use]
    pub fn lists(&self) -> usize {
        self.lists
    }

    /// Every term, from the empty one on.
    #[must_use]
    pub fn terms(&self) -> &[History] {
        &self.terms
    }

    /// How many parameters it has, those of empty overlaps included.
    #[must_use]
    pub fn parameters(&self) -> usize {
        self.terms.len()
    }

    /// Terms of two lists and more.
    pub fn interactions(&self) -> impl Iterator<Item = History> + '_ {
        self.terms.iter().copied().filter(|term| 1 < term.count_ones())
    }

    /// Terms that lie in no other.
    pub fn generators(&self) -> impl Iterator<Item = History> + '_ {
        let lies_in = |own: History, other: &History| own != *other && own & other == own;
        let largest = move |own: &History| !self.terms.iter().any(|other| lies_in(*own, other));
        self.terms.iter().copied().filter(largest)
    }

    /// Whether it has a term.
    #[must_use]
    pub fn has(&self, term: History) -> bool {
        self.terms.contains(&term)
    }

    /// Every model with one term more or one less, of at most this many lists in a term.
    pub(crate) fn neighbours(&self, order_max: u32) -> Vec<Self> {
        let larger = self.addable(order_max).into_iter().map(|term| {
            let mut terms = self.terms.clone();
            terms.push(term);
            terms.sort_by_key(|term| order(*term));
            Self { lists: self.lists, terms }
        });
        let removable = self.generators().filter(|term| 1 < term.count_ones());
        let smaller = removable.map(|gone| {
            let terms = self.terms.iter().copied().filter(|term| *term != gone).collect();
            Self { lists: self.lists, terms }
        });
        larger.chain(smaller).collect()
    }

    /// Terms that are not in it and all of whose parts are.
    pub(crate) fn addable(&self, order_max: u32) -> Vec<History> {
        let whole = (1u32 << self.lists) - 1;
        let every = (1..=whole).filter_map(|term| History::try_from(term).ok());
        let small = every.filter(|term| (2..=order_max).contains(&term.count_ones()));
        small
            .filter(|term| !self.has(*term))
            .filter(|term| parts(*term).all(|part| self.has(part)))
            .collect()
    }

    /// The names of its interactions, such as `police:embassy`.
    #[must_use]
    pub fn interaction_names(&self, lists: &[String]) -> Vec<String> {
        self.interactions().map(|term| history_name(term, lists)).collect()
    }
}

impl ModelError {
    /// The sentence.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => Message::new("estimate-error-model-empty"),
            Self::NoSuchList { term } => {
                Message::new("estimate-error-model-list").with("term", term)
            }
            Self::ListTwice { term } => {
                Message::new("estimate-error-model-twice").with("term", term)
            }
        }
    }
}

impl Hint for ModelError {
    fn hint(&self) -> Option<Message> {
        Some(Message::new("estimate-hint-model"))
    }
}

impl fmt::Display for Model {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut terms: Vec<History> = self.generators().collect();
        terms.sort_by_key(|term| term.reverse_bits());
        terms.reverse();
        let digits = |term: &History| -> String {
            (0..self.lists)
                .filter(|list| term & (1 << list) != 0)
                .map(|list| (list + 1).to_string())
                .collect()
        };
        let terms: Vec<String> = terms.iter().map(digits).collect();
        write!(to, "[{}]", terms.join(","))
    }
}

/// Two lists that stand together, the first lists first.
pub(crate) fn pairs(lists: usize) -> impl Iterator<Item = History> {
    (0..lists).flat_map(move |one| (one + 1..lists).map(move |other| 1 << one | 1 << other))
}

/// The names of the lists of a history, such as `police:embassy`.
pub(crate) fn history_name(history: History, lists: &[String]) -> String {
    let named = lists.iter().enumerate().filter(|(list, _)| history & (1 << list) != 0);
    named.map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(":")
}

/// What stands before what: fewer lists first, then the term with the first lists.
pub(crate) fn order(term: History) -> (u32, std::cmp::Reverse<History>) {
    (term.count_ones(), std::cmp::Reverse(term.reverse_bits()))
}

/// A term with one of its lists left out, each in turn.
pub(crate) fn parts(term: History) -> impl Iterator<Item = History> {
    (0..History::BITS)
        .map(|list| 1 << list)
        .filter(move |list| term & list != 0)
        .map(move |list| term & !list)
}

fn lists_of(word: &str, lists: &[String]) -> Option<Vec<usize>> {
    let by_name = |name: &str| lists.iter().position(|list| list == name.trim());
    let by_digit = |digit: char| {
        let number = usize::try_from(digit.to_digit(10)?).ok()?;
        number.checked_sub(1).filter(|list| *list < lists.len())
    };
    if !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()) {
        return word.chars().map(by_digit).collect();
    }
    word.split(':').map(by_name).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn names(lists: &str) -> Vec<String> {
        lists.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn a_model_is_read_by_numbers_and_by_names() {
        #[track_caller]
        fn check(name: &str, expected: Result<&str, ModelError>) {
            let model = Model::parse(name, &names("EXH ABA OSCE HRW")).map(|m| m.to_string());
            assert_eq!(model, expected.map(str::to_owned), "{name}");
        }

        check("[123,14,34]", Ok("[123,14,34]"));
        check("34, 123,14", Ok("[123,14,34]"));
        check("EXH:ABA:OSCE,EXH:HRW,OSCE:HRW", Ok("[123,14,34]"));
        check("[1,2,3,4]", Ok("[1,2,3,4]"));
        check("12", Ok("[12,3,4]"));
        check("[]", Err(ModelError::Empty));
        check("12,15", Err(ModelError::NoSuchList { term: 2 }));
        check("120", Err(ModelError::NoSuchList { term: 1 }));
        check("EXH:NGO", Err(ModelError::NoSuchList { term: 1 }));
        check("121", Err(ModelError::ListTwice { term: 1 }));
        check("12,,3", Err(ModelError::NoSuchList { term: 2 }));
    }

    #[test]
    fn pairs_come_in_the_order_of_their_lists() {
        assert_eq!(pairs(3).collect::<Vec<_>>(), [0b011, 0b101, 0b110]);
    }

    proptest! {
        #[test]
        fn a_model_has_every_part_of_its_terms(terms in prop::collection::vec(1u16..32, 0..6)) {
            let model = Model::of_terms(5, terms);

            for near in model.neighbours(5).iter().chain([&model]) {
                let whole = near.terms().iter().all(|term| parts(*term).all(|part| near.has(part)));
                prop_assert!(whole);
                prop_assert_eq!(near, &Model::of_terms(5, near.terms().iter().copied()));
            }
        }

        #[test]
        fn a_model_comes_back_from_its_name(terms in prop::collection::vec(1u16..32, 0..6)) {
            let model = Model::of_terms(5, terms);

            let again = Model::parse(&model.to_string(), &names("a b c d e"));

            prop_assert_eq!(again, Ok(model));
        }
    }
}
