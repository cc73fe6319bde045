//! Do two indexes of one journal say the same, statement by statement?
//!
//! An index knows the statements of a term, not the terms of a statement. So each statement gets a
//! **print**: the sum of the hashes of everything that finds it. Statements are compared in windows
//! of their numbers, so that memory does not grow with the index.

use std::hash::{BuildHasher, RandomState};
use std::ops::RangeInclusive;

use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet, SegmentReader, TERMINATED, TantivyError};

use crate::find::{Columns, Generation};
use crate::index::Fields;
use crate::{SearchError, SearchIndex};

/// The first statement on which two indexes disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Differs {
    /// The statement's number in the store that is indexed.
    pub sid: u64,
    /// In what they disagree.
    pub how: Difference,
}

/// In what an index differs from one that is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// It lacks the statement.
    Missing,
    /// It has a statement that it should not have, or has it twice.
    Extra,
    /// It finds the statement under other terms.
    Terms,
    /// It has other numbers beside it: its entity, mark, commit, or the kind and length of its text.
    Numbers,
}

impl SearchIndex {
    /// The first statement, by number, in which this index differs from `right`, an index of the
    /// same journal whose last [`SearchIndex::reload`] was at the same position; `None` when they
    /// say the same.
    ///
    /// O(terms and statements) for each million statements, with about 50 MB of memory and 4 bytes
    /// for each statement of the largest segment. The prints are sums of 64 bits under a key drawn
    /// anew each time, so that nobody can prepare an index that passes.
    ///
    /// # Errors
    ///
    /// When files cannot be read.
    pub fn differs_from(&self, right: &Self) -> Result<Option<Differs>, SearchError> {
        self.differs_by(right, STATEMENTS_PER_WINDOW)
    }

    fn differs_by(&self, right: &Self, statements: usize) -> Result<Option<Differs>, SearchError> {
        let keys = RandomState::new();
        self.read(|ours| {
            right.read(|theirs| {
                let mut first = 0;
                loop {
                    let last = ours.window_end(first, statements);
                    let last = last.min(theirs.window_end(first, statements));
                    let ours = ours.prints(self.fields(), first..=last, &keys)?;
                    let theirs = theirs.prints(right.fields(), first..=last, &keys)?;
                    let differs = first_difference(&ours, &theirs);
                    if differs.is_some() || last == u64::MAX {
                        return Ok(differs);
                    }
                    first = last + 1;
                }
            })
        })
    }
}

/// A statement as an index knows it. Ordered by its number first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Print {
    sid: u64,
    numbers: u64,
    terms: u64,
}

fn first_difference(ours: &[Print], right: &[Print]) -> Option<Differs> {
    let at = ours.iter().zip(right).take_while(|(our, right)| our == right).count();
    let (sid, how) = match (ours.get(at), right.get(at)) {
        (None, None) => return None,
        (Some(our), None) => (our.sid, Difference::Extra),
        (None, Some(right)) => (right.sid, Difference::Missing),
        (Some(our), Some(right)) if our.sid < right.sid => (our.sid, Difference::Extra),
        (Some(our), Some(right)) if right.sid < our.sid => (right.sid, Difference::Missing),
        (Some(our), Some(right)) if our.terms != right.terms => (our.sid, Difference::Terms),
        (Some(our), Some(_)) => (our.sid, Difference::Numbers),
    };
    Some(Differs { sid, how })
}

impl Generation {
    /// The number up to which there are at most `statements` from number `first` on.
    fn window_end(&self, first: u64, statements: usize) -> u64 {
        let mut end = u64::MAX;
        let mut numbers: Vec<u64> = Vec::new();
        for (reader, columns) in self.segments() {
            for doc in reader.doc_ids_alive() {
                let sid = columns.sid.get_val(doc);
                if (first..=end).contains(&sid) {
                    numbers.push(sid);
                }
                if 2 * statements < numbers.len() {
                    end = *numbers.select_nth_unstable(statements - 1).1;
                    numbers.truncate(statements);
                }
            }
        }
        if statements < numbers.len() {
            end = *numbers.select_nth_unstable(statements - 1).1;
        }
        end
    }

    /// The prints of the statements of a window, by their numbers.
    fn prints(
        &self,
        fields: Fields,
        window: RangeInclusive<u64>,
        keys: &RandomState,
    ) -> Result<Vec<Print>, SearchError> {
        let mut prints = Vec::new();
        for (reader, columns) in self.segments() {
            let places = add_prints(&mut prints, reader, columns, &window, keys);
            if places.iter().any(|place| *place != NO_PLACE) {
                for field in [fields.sid, fields.words, fields.parts] {
                    add_terms(&mut prints, &places, reader, field, keys)?;
                }
            }
        }
        prints.sort_unstable();
        Ok(prints)
    }
}

/// Adds a print for each living statement of a segment in the window, and says for each statement
/// of the segment in which place its print is.
fn add_prints(
    prints: &mut Vec<Print>,
    reader: &SegmentReader,
    columns: &Columns,
    window: &RangeInclusive<u64>,
    keys: &RandomState,
) -> Vec<u32> {
    let mut places = vec![NO_PLACE; reader.max_doc() as usize];
    for doc in reader.doc_ids_alive() {
        let sid = columns.sid.get_val(doc);
        if !window.contains(&sid) {
            continue;
        }
        let numbers = [&columns.entity, &columns.mark, &columns.commit, &columns.shape];
        let numbers = keys.hash_one(numbers.map(|column| column.get_val(doc)));
        if let Some(place) = places.get_mut(doc as usize) {
            *place = u32::try_from(prints.len()).unwrap_or(NO_PLACE);
        }
        prints.push(Print { sid, numbers, terms: 0 });
    }
    places
}

/// Adds each term of a field to the prints of the statements that it finds.
fn add_terms(
    prints: &mut [Print],
    places: &[u32],
    reader: &SegmentReader,
    field: Field,
    keys: &RandomState,
) -> Result<(), SearchError> {
    let inverted = reader.inverted_index(field)?;
    let mut terms = inverted.terms().stream().map_err(TantivyError::from)?;
    while terms.advance() {
        let hash = keys.hash_one((field.field_id(), terms.key()));
        let basic = IndexRecordOption::Basic;
        let postings = inverted.read_postings_from_terminfo(terms.value(), basic);
        let mut postings = postings.map_err(TantivyError::from)?;
        let mut doc: DocId = postings.doc();
        while doc != TERMINATED {
            let place = places.get(doc as usize).copied().unwrap_or(NO_PLACE);
            if let Some(print) = prints.get_mut(place as usize) {
                print.terms = print.terms.wrapping_add(hash);
            }
            doc = postings.advance();
        }
    }
    Ok(())
}

/// More places than a window has statements.
const NO_PLACE: u32 = u32::MAX;
/// 24 bytes of print each, for two indexes.
const STATEMENTS_PER_WINDOW: usize = 1_000_000;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Entry, IndexOptions, TextClass};

    /// An index of statements `from..to`, committed every ten, with terms that depend on the number.
    fn index(numbers: impl Iterator<Item = u64>) -> (tempfile::TempDir, SearchIndex) {
        let folder = tempfile::tempdir().unwrap();
        let index = SearchIndex::open(folder.path(), IndexOptions::STANDARD).unwrap();
        for sid in numbers {
            index.add(&entry(sid, &format!("시아누크빌 {sid}"))).unwrap();
            if sid % 10 == 0 {
                index.commit(1).unwrap();
            }
        }
        settle(&index);
        (folder, index)
    }

    fn entry(sid: u64, text: &str) -> Entry<'_> {
        Entry { sid, entity: 7, mark: 1, commit: 1, class: TextClass::Name, text }
    }

    fn settle(index: &SearchIndex) {
        index.commit(1).unwrap();
        index.reload().unwrap();
    }

    #[test]
    fn the_first_difference_is_the_same_whatever_the_layout_and_the_window() {
        let (_here, ours) = index(0..50);
        let (_there, right) = index((0..50).rev());
        let (_other, other) = index((0..50).filter(|sid| ![23, 31].contains(sid)));

        for statements in [1, 3, 49, 50, 1000] {
            assert_eq!(ours.differs_by(&right, statements).unwrap(), None);
            let missing = Some(Differs { sid: 23, how: Difference::Missing });
            assert_eq!(other.differs_by(&right, statements).unwrap(), missing);
            let extra = Some(Differs { sid: 23, how: Difference::Extra });
            assert_eq!(right.differs_by(&other, statements).unwrap(), extra);
        }
    }

    #[test]
    fn a_statement_that_is_there_twice_is_one_too_many() {
        let (_there, right) = index(0..5);
        let (_here, ours) = index((0..5).chain([3]));

        let extra = Some(Differs { sid: 3, how: Difference::Extra });
        assert_eq!(ours.differs_from(&right).unwrap(), extra);
    }

    #[test]
    fn other_terms_and_other_numbers_are_told_apart() {
        let (_there, right) = index(0..5);
        let (_here, ours) = index(0..5);

        ours.remove(&[4]).unwrap();
        ours.add(&Entry { mark: 2, ..entry(4, "시아누크빌 4") }).unwrap();
        settle(&ours);
        let numbers = Some(Differs { sid: 4, how: Difference::Numbers });
        assert_eq!(ours.differs_from(&right).unwrap(), numbers);

        ours.remove(&[2]).unwrap();
        ours.add(&entry(2, "시아누크빌 5")).unwrap();
        settle(&ours);
        let terms = Some(Differs { sid: 2, how: Difference::Terms });
        assert_eq!(ours.differs_from(&right).unwrap(), terms);
    }

    #[test]
    fn two_empty_indexes_say_the_same() {
        let (_here, ours) = index(0..0);
        let (_there, right) = index(0..0);

        assert_eq!(ours.differs_from(&right).unwrap(), None);
    }
}
