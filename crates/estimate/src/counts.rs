//! The table of counts: how many people were seen by each combination of lists.
//!
//! # Invariants
//!
//! * Nobody is counted under the empty combination: whoever is on no list was not seen.
//! * Every list has a name of its own, and there are at most [`LISTS_MAX`].

use std::collections::BTreeSet;

use liaison_model::Hint;
use liaison_model::messages::Message;

/// A set of lists as bits: bit `i` stands for list `i` of the table.
pub type History = u16;

/// How many people were seen by each combination of lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    lists: Vec<String>,
    /// By history; the first is always 0.
    people: Vec<u64>,
}

/// Why a table could not be read. Rows count from 1, the heading being row 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TableError {
    /// The bytes are no text.
    #[error("not UTF-8 text")]
    NotText,
    /// There are too many bytes.
    #[error("more than {bytes_max} bytes")]
    TooLarge {
        /// How many may be.
        bytes_max: usize,
    },
    /// There is no heading.
    #[error("no heading")]
    Empty,
    /// The text could not be taken apart into cells.
    #[error("row {row} is no row of a table")]
    Broken {
        /// Where.
        row: u64,
    },
    /// No column is called `count`, or several are.
    #[error("{columns} columns are called `count`")]
    CountColumn {
        /// How many are.
        columns: usize,
    },
    /// There are too many columns.
    #[error("{lists} lists; {lists_max} are the most")]
    TooManyLists {
        /// How many.
        lists: usize,
        /// How many may be.
        lists_max: usize,
    },
    /// A list has no name.
    #[error("column {column} has no name")]
    NoName {
        /// Which, from 1.
        column: usize,
    },
    /// Two lists have one name.
    #[error("two columns have one name")]
    NameTwice {
        /// Which column repeats it, from 1.
        column: usize,
    },
    /// A row has more or fewer cells than the heading.
    #[error("row {row} has {cells} cells, not {wanted}")]
    Cells {
        /// Where.
        row: u64,
        /// How many it has.
        cells: usize,
        /// How many the heading has.
        wanted: usize,
    },
    /// A cell of a list is neither 0 nor 1.
    #[error("row {row}, column {column}: neither 0 nor 1")]
    NotZeroOrOne {
        /// Where.
        row: u64,
        /// Which column, from 1.
        column: usize,
    },
    /// A count is no whole number, or too large.
    #[error("row {row}: not a number of people")]
    NotACount {
        /// Where.
        row: u64,
        /// The largest that is taken.
        people_max: u64,
    },
    /// People are counted whom no list has.
    #[error("row {row} counts people on no list")]
    Unseen {
        /// Where.
        row: u64,
    },
    /// A history has a list that the table has not.
    #[error("row {row} names no list of the table")]
    NoSuchList {
        /// Where.
        row: u64,
    },
    /// There are too many rows.
    #[error("more than {rows_max} rows")]
    TooManyRows {
        /// How many may be.
        rows_max: u64,
    },
}

impl Counts {
    /// Takes the names of the lists, and people by their history; histories that come again are
    /// added up.
    ///
    /// # Errors
    ///
    /// Too many lists, a name that is missing or given twice, too many people, or people on no
    /// list. Rows are numbered as [`Counts::read`] does.
    pub fn new(
        lists: Vec<String>,
        rows: impl IntoIterator<Item = (History, u64)>,
    ) -> Result<Self, TableError> {
        if LISTS_MAX < lists.len() {
            return Err(TableError::TooManyLists { lists: lists.len(), lists_max: LISTS_MAX });
        }
        let mut seen = BTreeSet::new();
        for (at, name) in lists.iter().enumerate() {
            if name.is_empty() {
                return Err(TableError::NoName { column: at + 1 });
            }
            if !seen.insert(name.as_str()) {
                return Err(TableError::NameTwice { column: at + 1 });
            }
        }
        let mut people = vec![0u64; 1 << lists.len()];
        let mut total = 0u64;
        for (row, (history, count)) in (2..).zip(rows) {
            let too_many = TableError::NotACount { row, people_max: PEOPLE_MAX };
            total = total.saturating_add(count);
            if PEOPLE_MAX < total {
                return Err(too_many);
            }
            match people.get_mut(usize::from(history)) {
                Some(_) if history == 0 && 0 < count => return Err(TableError::Unseen { row }),
                Some(cell) => *cell += count,
                None => return Err(TableError::NoSuchList { row }),
            }
        }
        Ok(Self { lists, people })
    }

    /// Reads a table with a heading: one column of 0 and 1 per list, and one called `count`.
    ///
    /// Cells are separated by commas, semicolons or tabs. Combinations that have no row have no
    /// people; those with several rows are added up.
    ///
    /// # Errors
    ///
    /// What is wrong, and where.
    ///
    /// # Examples
    ///
    /// ```
    /// # use liaison_estimate::{Counts, TableError};
    /// let counts = Counts::read(b"police,embassy,count\n1,0,310\n0,1,44\n1,1,20\n")?;
    /// assert_eq!(counts.observed(), 374);
    /// assert_eq!(counts.on_all(0b11), 20);
    /// # Ok::<(), TableError>(())
    /// ```
    pub fn read(bytes: &[u8]) -> Result<Self, TableError> {
        if BYTES_MAX < bytes.len() {
            return Err(TableError::TooLarge { bytes_max: BYTES_MAX });
        }
        let text = std::str::from_utf8(bytes).map_err(|_| TableError::NotText)?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let heading = text.lines().next().unwrap_or_default();
        let separator = SEPARATORS.iter().find(|separator| heading.contains(**separator));
        let separator = u8::try_from(*separator.unwrap_or(&',')).unwrap_or(b',');
        let mut table = csv::ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let mut rows = table.records();
        let heading = match rows.next() {
            Some(row) => row.map_err(|_| TableError::Broken { row: 1 })?,
            None => return Err(TableError::Empty),
        };
        let columns = Columns::of(&heading)?;
        let mut people = Vec::new();
        for (row, record) in (2u64..).zip(rows) {
            if ROWS_MAX < row {
                return Err(TableError::TooManyRows { rows_max: ROWS_MAX });
            }
            people.push(columns.row(row, &record.map_err(|_| TableError::Broken { row })?)?);
        }
        Self::new(columns.lists, people)
    }

    /// Names of the lists, in the order of their bits.
    #[must_use]
    pub fn lists(&self) -> &[String] {
        &self.lists
    }

    /// How many people were seen.
    #[must_use]
    pub fn observed(&self) -> u64 {
        self.people.iter().sum()
    }

    /// How many people are on exactly these lists.
    #[must_use]
    pub fn on_exactly(&self, history: History) -> u64 {
        self.people.get(usize::from(history)).copied().unwrap_or(0)
    }

    /// How many people are on all of these lists, and perhaps on others.
    #[must_use]
    pub fn on_all(&self, lists: History) -> u64 {
        self.histories().filter(|(history, _)| history & lists == lists).map(|(_, n)| n).sum()
    }

    /// How many people are on two lists or more.
    #[must_use]
    pub fn on_several(&self) -> u64 {
        self.histories().filter(|(history, _)| 1 < history.count_ones()).map(|(_, n)| n).sum()
    }

    /// Every combination that has people, with how many, by its bits.
    pub fn histories(&self) -> impl Iterator<Item = (History, u64)> + '_ {
        let numbered = (0..).zip(self.people.iter().copied());
        numbered.filter(|(_, people)| 0 < *people)
    }
}

/// Which column is what.
struct Columns {
    count: usize,
    lists: Vec<String>,
}

impl Columns {
    fn of(heading: &csv::StringRecord) -> Result<Self, TableError> {
        let is_count = |name: &&str| name.eq_ignore_ascii_case(COUNT);
        let columns = heading.iter().filter(is_count).count();
        let Some(count) = heading.iter().position(|name| is_count(&name)).filter(|_| columns == 1)
        else {
            return Err(TableError::CountColumn { columns });
        };
        let lists = heading.iter().filter(|name| !is_count(name)).map(str::to_owned);
        Ok(Self { count, lists: lists.collect() })
    }

    fn row(&self, row: u64, record: &csv::StringRecord) -> Result<(History, u64), TableError> {
        let wanted = self.lists.len() + 1;
        if record.len() != wanted {
            return Err(TableError::Cells { row, cells: record.len(), wanted });
        }
        let mut history: History = 0;
        let mut count = 0;
        let mut list = 0;
        for (column, cell) in record.iter().enumerate() {
            if column == self.count {
                let number = cell.bytes().all(|byte| byte.is_ascii_digit());
                let number = cell.parse().ok().filter(|n| number && *n <= PEOPLE_MAX);
                count = number.ok_or(TableError::NotACount { row, people_max: PEOPLE_MAX })?;
                continue;
            }
            match cell {
                "0" => {}
                "1" => history |= 1u16.checked_shl(list).unwrap_or(0),
                _ => return Err(TableError::NotZeroOrOne { row, column: column + 1 }),
            }
            list += 1;
        }
        Ok((history, count))
    }
}

impl TableError {
    /// The sentence.
    #[must_use]
    pub fn message(&self) -> Message {
        let key = |key: &'static str| Message::new(key);
        match self {
            Self::NotText => key("estimate-error-not-text"),
            Self::TooLarge { bytes_max } => key("estimate-error-too-large").with("most", bytes_max),
            Self::Empty => key("estimate-error-empty"),
            Self::Broken { row } => key("estimate-error-broken").with("row", row),
            Self::CountColumn { columns } => {
                key("estimate-error-count-column").count("columns", *columns as u64)
            }
            Self::TooManyLists { lists, lists_max } => {
                key("estimate-error-too-many-lists").with("lists", lists).with("most", lists_max)
            }
            Self::NoName { column } => key("estimate-error-no-name").with("column", column),
            Self::NameTwice { column } => key("estimate-error-name-twice").with("column", column),
            Self::Cells { row, cells, wanted } => key("estimate-error-cells")
                .with("row", row)
                .count("cells", *cells as u64)
                .with("wanted", wanted),
            Self::NotZeroOrOne { row, column } => {
                key("estimate-error-not-zero-or-one").with("row", row).with("column", column)
            }
            Self::NotACount { row, people_max } => {
                key("estimate-error-not-a-count").with("row", row).with("most", people_max)
            }
            Self::Unseen { row } => key("estimate-error-unseen").with("row", row),
            Self::NoSuchList { row } => key("estimate-error-no-such-list").with("row", row),
            Self::TooManyRows { rows_max } => {
                key("estimate-error-too-many-rows").with("most", rows_max)
            }
        }
    }
}

impl Hint for TableError {
    fn hint(&self) -> Option<Message> {
        Some(Message::new(match self {
            Self::Unseen { .. } => "estimate-hint-unseen",
            Self::TooManyLists { .. } => "estimate-hint-too-many-lists",
            _ => "estimate-hint-table",
        }))
    }
}

/// What the column of counts is called.
const COUNT: &str = "count";
/// What may stand between cells, in the order in which it is looked for.
const SEPARATORS: [char; 3] = [';', '\t', ','];
/// A model's name has one digit per list, and 512 combinations are as many as can be fitted often.
pub const LISTS_MAX: usize = 9;
/// More people than live; counts up to here are exact in floating point.
pub const PEOPLE_MAX: u64 = 10_000_000_000;
/// A table of counts has a few hundred rows; one row per person of a large register fits, too.
pub const BYTES_MAX: usize = 256 << 20;
/// One row per person of a large register.
pub const ROWS_MAX: u64 = 10_000_000;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<&[(History, u64)], TableError>) {
        let counts = Counts::read(text.as_bytes());
        let found = counts.map(|counts| counts.histories().collect::<Vec<_>>());
        assert_eq!(found, expected.map(<[(History, u64)]>::to_vec), "{text}");
    }

    #[test]
    fn a_table_is_read_whatever_separates_its_cells() {
        check("a,b,count\n1,0,5\n0,1,4\n1,1,3\n", Ok(&[(1, 5), (2, 4), (3, 3)]));
        check("a;b;count\r\n1;0;5\r\n1;1;3\r\n", Ok(&[(1, 5), (3, 3)]));
        check("a\tb\tCount\n1\t1\t3\n", Ok(&[(3, 3)]));
        check("\u{feff}count,a,b\n7,0,1\n", Ok(&[(2, 7)]));
        check("\"a\" , b , count\n 1 , 0 , 5 \n", Ok(&[(1, 5)]));
    }

    #[test]
    fn rows_of_one_history_are_added_up_and_nobody_on_no_list_is_nobody() {
        check("a,b,count\n1,1,2\n1,1,3\n0,0,0\n", Ok(&[(3, 5)]));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        check("", Err(TableError::Empty));
        check("a,b\n1,0\n", Err(TableError::CountColumn { columns: 0 }));
        check("a,count,count\n", Err(TableError::CountColumn { columns: 2 }));
        check("a,,count\n1,0,1\n", Err(TableError::NoName { column: 2 }));
        check("a,a,count\n1,0,1\n", Err(TableError::NameTwice { column: 2 }));
        check("a,b,count\n1,0\n", Err(TableError::Cells { row: 2, cells: 2, wanted: 3 }));
        check("a,b,count\n1,2,1\n", Err(TableError::NotZeroOrOne { row: 2, column: 2 }));
        check("a,b,count\n0,0,1\n", Err(TableError::Unseen { row: 2 }));
        for count in ["", "-1", "1.5", "many", "+3", "10000000001", "99999999999999999999999"] {
            let wrong = TableError::NotACount { row: 3, people_max: PEOPLE_MAX };
            check(&format!("a,b,count\n1,0,1\n1,1,{count}\n"), Err(wrong));
        }
        let ten = "a,b,c,d,e,f,g,h,i,j,count\n";
        check(ten, Err(TableError::TooManyLists { lists: 10, lists_max: 9 }));
        assert_eq!(Counts::read(&[0xff, 0xfe]), Err(TableError::NotText));
    }

    #[test]
    fn people_are_not_added_beyond_the_limit() {
        let text = format!("a,b,count\n1,0,{PEOPLE_MAX}\n0,1,1\n");
        check(&text, Err(TableError::NotACount { row: 3, people_max: PEOPLE_MAX }));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = Counts::read(&bytes);
        }

        #[test]
        fn any_text_of_a_table_is_read_or_refused(text in "[ab,;01\"\n]{0,60}") {
            let _ = Counts::read(format!("a,b,count\n{text}").as_bytes());
        }
    }
}
