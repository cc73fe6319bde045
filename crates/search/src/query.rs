//! What an officer typed, taken apart.
//!
//! # Invariants
//!
//! * No text makes [`TextQuery::parse`] panic, and none fails but a very long one.
//! * A query prints as a mask: what is searched for is often a person.

use std::fmt;
use std::str::FromStr;

use liaison_model::MASK;

use crate::analyse::{
    BACKWARDS, COVERED, COVERED_BACKWARDS, COVERED_ENDING_BYTES, Join, Piece, Script, Words,
    clipped, grams, is_code,
};
use crate::analyse::{joins, pieces, significant, whole};
use crate::rank::{Match, TERMS_MAX};
use crate::{SearchError, fold};

/// A search as typed: words, numbers and "quoted phrases", in any script, in any order.
///
/// Every term must be found in one of an entity's statements, not all in the same. The words of a
/// quoted phrase must be in one statement, in any order: the index keeps no positions (they took
/// a tenth more disk and a third more time). The last word, while nothing follows it, also finds
/// words that begin with it.
#[derive(Clone)]
pub struct TextQuery {
    pub(crate) terms: Vec<Wanted>,
    /// Characters of all pieces.
    pub(crate) chars: usize,
    /// The fingerprint of the whole query, compared with those of statements.
    pub(crate) whole: u32,
}

/// One term of a query: the ways in which a statement may satisfy it.
#[derive(Clone)]
pub(crate) struct Wanted {
    /// Ways that count in every search, with how good each is.
    pub(crate) ways: Vec<(Match, Clause)>,
    /// Ways that count only when the search found nothing.
    pub(crate) loose_ways: Vec<Clause>,
    /// What to look for in a value to show where it matched.
    pub(crate) needles: Vec<Needle>,
    /// Characters of its pieces.
    pub(crate) chars: usize,
}

/// A condition on the terms of one statement.
#[derive(Clone)]
pub(crate) enum Clause {
    /// This word.
    Word(String),
    /// A longer word that begins so; always beside a way that has the word itself.
    WordPrefix(String),
    /// This part.
    Part(String),
    /// A part that begins so.
    PartPrefix(String),
    /// All of them; never empty.
    All(Vec<Clause>),
    /// One of them; never empty.
    Any(Vec<Clause>),
    /// At least so many of them.
    Most(usize, Vec<Clause>),
}

/// What a highlight looks for.
#[derive(Clone)]
pub(crate) enum Needle {
    /// A word.
    Word {
        text: String,
        /// Also words that begin so.
        begins: bool,
    },
    /// A word however it is joined, else all of the words apart.
    Joined { text: String, apart: Vec<String>, begins: bool },
    /// A run of a script that is searched by its parts.
    Run(String),
}

impl TextQuery {
    /// Takes a text apart. O(characters), at most 400.
    ///
    /// # Errors
    ///
    /// [`SearchError::TooLong`] above 400 characters or 32 terms.
    pub fn parse(text: &str) -> Result<Self, SearchError> {
        let too_long = SearchError::TooLong { chars_max: CHARS_MAX, terms_max: TERMS_MAX };
        if text.chars().nth(CHARS_MAX).is_some() {
            return Err(too_long);
        }
        let words = Words::new();
        let mut terms = Vec::new();
        // Quotes divide the text: what stands between an odd and an even one is a phrase. The last
        // quote may still be open, as it is while somebody types.
        for (index, part) in text.split(is_quote).enumerate() {
            let folded = fold::fold(part);
            if index % 2 == 1 {
                terms.extend(phrase(plain_terms(words, &folded, false)));
            } else {
                terms.extend(plain_terms(words, &folded, true));
            }
        }
        if TERMS_MAX < terms.len() {
            return Err(too_long);
        }
        let folded = fold::fold(text);
        let whole = whole(&folded, &pieces(&folded));
        let chars = terms.iter().map(|term| term.chars).sum();
        Ok(Self { terms, chars, whole })
    }

    /// Whether there is nothing to look for, as in `"!?"`.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

impl FromStr for TextQuery {
    type Err = SearchError;

    fn from_str(text: &str) -> Result<Self, SearchError> {
        Self::parse(text)
    }
}

impl fmt::Debug for TextQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TextQuery({MASK}, {} terms)", self.terms.len())
    }
}

/// The terms of a text without quotes: each join is one term, each other piece is one.
fn plain_terms(words: Words, folded: &str, typing: bool) -> Vec<Wanted> {
    let pieces = pieces(folded);
    let joins = joins(folded, &pieces);
    let mut terms = Vec::new();
    let mut next = 0;
    while next < pieces.len() {
        // The longest join that begins here: digits held by spaces include those held by hyphens.
        let join = joins.iter().filter(|join| join.pieces.start == next);
        let join = join.max_by_key(|join| join.pieces.end);
        let end = join.map_or(next + 1, |join| join.pieces.end);
        let is_last = typing && pieces[end - 1].end == folded.len();
        terms.push(match join {
            Some(join) => join_term(folded, &pieces, join, is_last),
            None if pieces[next].script == Script::Letters => {
                word_term(pieces[next].text(folded), is_last)
            }
            None => run_term(words, folded, &pieces[next]),
        });
        next = end;
    }
    terms
}

fn word_term(text: &str, is_last: bool) -> Wanted {
    let text = clipped(text);
    let mut ways = vec![(Match::Words, Clause::Word(text.to_owned()))];
    let begins = is_last && begins_enough(text);
    if begins {
        ways.push((Match::Start, Clause::WordPrefix(text.to_owned())));
    }
    ways.extend(code_ways(text));
    let needles = vec![Needle::Word { text: text.to_owned(), begins }];
    Wanted { ways, loose_ways: Vec::new(), needles, chars: text.chars().count() }
}

fn join_term(folded: &str, pieces: &[Piece], join: &Join, is_last: bool) -> Wanted {
    let apart: Vec<String> =
        pieces[join.pieces.clone()].iter().map(|piece| piece.text(folded).to_owned()).collect();
    let words: Vec<Clause> = apart.iter().cloned().map(Clause::Word).collect();
    let mut ways = vec![
        (Match::Words, Clause::Word(join.text.clone())),
        (Match::Words, Clause::All(words.clone())),
    ];
    let begins = is_last && begins_enough(&join.text);
    if begins {
        let mut begun = words;
        if let Some(Clause::Word(last)) = begun.pop() {
            begun.push(Clause::WordPrefix(last));
        }
        ways.push((Match::Start, Clause::WordPrefix(join.text.clone())));
        ways.push((Match::Start, Clause::All(begun)));
    }
    ways.extend(code_ways(&join.text));
    let needles = vec![Needle::Joined { text: join.text.clone(), apart, begins }];
    Wanted { ways, loose_ways: Vec::new(), needles, chars: join.text.chars().count() }
}

/// A run of a script that is searched by its parts.
fn run_term(words: Words, folded: &str, piece: &Piece) -> Wanted {
    let text = piece.text(folded);
    let chars = text.chars().count();
    let mut found = Vec::new();
    words.of(folded, piece, |range| found.push(Clause::Word(clipped(&folded[range]).to_owned())));
    let mut parts = Vec::new();
    match chars {
        1 => parts.push(Clause::PartPrefix(format!("2{text}"))),
        2 => parts.push(Clause::Part(format!("2{text}"))),
        _ => grams(text, |length, gram| {
            if length == 3 && parts.len() < GRAMS_PER_RUN_MAX {
                parts.push(Clause::Part(format!("3{gram}")));
            }
        }),
    }
    // Words alone may stand apart, parts alone may cut words: the best match has both.
    let whole = Clause::All(found.iter().chain(&parts).cloned().collect());
    let mut ways = vec![(Match::Words, whole)];
    if piece.script == Script::Hangul && PREFIX_CHARS_MIN <= chars {
        // Particles stand behind a Korean word, so a word that begins so is the word.
        ways.push((Match::Start, Clause::WordPrefix(clipped(text).to_owned())));
    }
    ways.push((Match::Inside, Clause::All(parts.clone())));
    let mut loose_ways = Vec::new();
    if 1 < parts.len() {
        loose_ways.push(Clause::Most(most(parts.len()), parts));
    }
    if 1 < found.len() {
        loose_ways.push(Clause::All(found));
    }
    Wanted { ways, loose_ways, needles: vec![Needle::Run(text.to_owned())], chars }
}

/// One term that asks for all of these in one statement.
fn phrase(terms: Vec<Wanted>) -> Option<Wanted> {
    let best = |term: &Wanted| {
        let ways = term.ways.iter().filter(|(how, _)| *how == Match::Words);
        Clause::Any(ways.map(|(_, clause)| clause.clone()).collect())
    };
    let any = |term: &Wanted| Clause::Any(term.ways.iter().map(|(_, way)| way.clone()).collect());
    if terms.is_empty() {
        return None;
    }
    Some(Wanted {
        ways: vec![
            (Match::Words, Clause::All(terms.iter().map(best).collect())),
            (Match::Inside, Clause::All(terms.iter().map(any).collect())),
        ],
        loose_ways: Vec::new(),
        chars: terms.iter().map(|term| term.chars).sum(),
        needles: terms.into_iter().flat_map(|term| term.needles).collect(),
    })
}

/// Whether a word is long enough to ask for those that begin so. Names share their beginnings;
/// every number is a word of its own, and two digits would read through a hundredth of them all.
fn begins_enough(word: &str) -> bool {
    let least = if is_code(word) { CODE_PREFIX_CHARS_MIN } else { PREFIX_CHARS_MIN };
    word.chars().nth(least - 1).is_some()
}

/// The ways to find a code: by its last characters, and a covered one whole or by more of them. A
/// national number's leading zero is not part of the international one, so `010 1234 5678` finds
/// `+82 10 1234 5678`.
fn code_ways(word: &str) -> impl Iterator<Item = (Match, Clause)> {
    let end = if is_code(word) { significant(word) } else { "" };
    let part = |kind: char, text: &mut dyn Iterator<Item = char>| {
        std::iter::once(kind).chain(text).collect::<String>()
    };
    let backwards = |kind, least: usize| {
        let long_enough = least <= end.len();
        long_enough.then(|| Clause::PartPrefix(part(kind, &mut end.chars().rev())))
    };
    let whole = (!end.is_empty()).then(|| Clause::Part(part(COVERED, &mut end.chars())));
    let ends = [
        backwards(BACKWARDS, ENDING_BYTES_MIN),
        backwards(COVERED_BACKWARDS, COVERED_ENDING_BYTES),
    ];
    let ends = ends.into_iter().flatten().map(|clause| (Match::Start, clause));
    whole.map(|clause| (Match::Words, clause)).into_iter().chain(ends)
}

/// How many of a run's grams must be found when a search is relaxed: three of five, rounded up.
pub(crate) fn most(grams: usize) -> usize {
    (grams * 3).div_ceil(5)
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' | '』' | '＂')
}

/// A sentence of a report; longer texts are for documents, not for searches.
const CHARS_MAX: usize = 400;
/// A run this long is told apart by its first grams.
const GRAMS_PER_RUN_MAX: usize = 64;
/// One letter begins half of everything.
const PREFIX_CHARS_MIN: usize = 2;
/// See [`begins_enough`].
const CODE_PREFIX_CHARS_MIN: usize = 4;
/// Officers give the last four digits of a number.
pub(crate) const ENDING_BYTES_MIN: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    fn count(text: &str) -> usize {
        TextQuery::parse(text).unwrap().terms.len()
    }

    #[test]
    fn a_number_a_hyphenated_name_and_a_phrase_are_one_term_each() {
        assert_eq!(count("010-1234-5678"), 1);
        assert_eq!(count("010 1234 5678"), 1);
        assert_eq!(count("kim min-su"), 2);
        assert_eq!(count("\"kk park\" 妙瓦底"), 2);
        assert_eq!(count("\"still open"), 1);
        assert_eq!(count(" !?\"\" "), 0);
    }

    #[test]
    fn a_very_long_text_is_refused_and_a_long_one_is_not() {
        assert!(matches!(TextQuery::parse(&"a".repeat(401)), Err(SearchError::TooLong { .. })));
        assert!(matches!(TextQuery::parse(&"a ".repeat(33)), Err(SearchError::TooLong { .. })));
        assert_eq!(count(&"妙".repeat(400)), 1);
    }

    #[test]
    fn a_query_does_not_print_what_was_typed() {
        let query = TextQuery::parse("Kim Min-su").unwrap();

        assert!(!format!("{query:?}").to_lowercase().contains("kim"));
    }
}
