//! Records as columns of distinct values: what comparing, counting and blocking work on.

use std::collections::HashMap;
use std::sync::OnceLock;

use liaison_model::schema::PropType;
use liaison_model::values::{self, DateOrder, Hints};
use liaison_names::{Hints as NameHints, Prepared};

use crate::date::Day;
use crate::kind::Kind;
use crate::text::{self, Letter};

/// Records with their values divided into columns. Made by [`RecordsBuilder`].
#[derive(Debug)]
pub struct Records {
    pub(crate) columns: Vec<Column>,
    /// The file of each record.
    pub(crate) sources: Vec<u16>,
    /// Records from the least content to the greatest: work that must not depend on the order of
    /// rows goes in this one.
    pub(crate) by_content: Vec<u32>,
    /// Of the records by content, those to learn from: all, but of many copies of one only a few,
    /// so that what stands there a thousand times does not count as the usual.
    pub(crate) lessons: Vec<u32>,
}

/// Takes records one after another.
#[derive(Debug)]
pub struct RecordsBuilder {
    columns: Vec<ColumnBuilder>,
    sources: Vec<u16>,
}

/// One column: for each record the number of its value, 0 where it has none.
#[derive(Debug)]
pub(crate) struct Column {
    pub(crate) kind: Kind,
    pub(crate) of_records: Vec<u32>,
    pub(crate) values: Texts,
    /// How many records have the value.
    pub(crate) counts: Vec<u32>,
    pub(crate) days: Vec<Day>,
    /// The words of each value, most telling first, where the kind has words.
    pub(crate) words: Option<Words>,
    /// Names ready for comparison across scripts; made when first needed.
    prepared: Vec<OnceLock<Box<Prepared>>>,
}

/// Texts in one run of letters.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    letters: Vec<Letter>,
    ends: Vec<u32>,
    signatures: Vec<u64>,
}

/// The words that values of a column are made of.
#[derive(Debug, Default)]
pub(crate) struct Words {
    pub(crate) texts: Texts,
    pub(crate) sounds: Vec<u32>,
    /// How much a word tells, in bits: the less common, the more.
    pub(crate) bits: Vec<f32>,
    of_values: Vec<u32>,
    ends: Vec<u32>,
}

#[derive(Debug)]
struct ColumnBuilder {
    kind: Kind,
    dates: DateOrder,
    numbers: HashMap<Box<str>, u32>,
    of_records: Vec<u32>,
    originals: Vec<Box<str>>,
}

impl RecordsBuilder {
    /// For columns of these kinds. Dates such as `05/06/2025` are read in the order given.
    #[must_use]
    pub fn new(columns: &[(Kind, DateOrder)]) -> Self {
        let columns = columns.iter().map(|(kind, dates)| ColumnBuilder::new(*kind, *dates));
        Self { columns: columns.collect(), sources: Vec::new() }
    }

    /// Takes one record: the number of its file, and its cells in the order of the columns; cells
    /// that are missing at the end are empty.
    pub fn push<'c>(&mut self, source: u16, cells: impl IntoIterator<Item = &'c str>) {
        self.sources.push(source);
        let mut cells = cells.into_iter();
        for column in &mut self.columns {
            column.push(cells.next().unwrap_or(""));
        }
    }

    /// How many records it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.sources.len()
    }

    /// Whether it has no record yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sources.is_empty()
    }

    /// All records, ready for comparison. O(records × columns) and a sort.
    #[must_use]
    pub fn finish(self) -> Records {
        let columns: Vec<Column> = self.columns.into_iter().map(ColumnBuilder::finish).collect();
        let hash = |record: usize| {
            let numbers = columns.iter().map(|column| column.content(record));
            numbers.fold(0, |hash, number| mix(hash ^ number))
        };
        let hashes: Vec<u64> = (0..self.sources.len()).map(hash).collect();
        let mut by_content: Vec<u32> = (0..self.sources.len() as u32).collect();
        by_content.sort_unstable_by_key(|record| (hashes[*record as usize], *record));
        let lessons = Vec::new();
        let mut records = Records { columns, sources: self.sources, by_content, lessons };
        records.choose_lessons();
        records
    }
}

impl Records {
    /// Leaves all but a few copies of one record out of what is learnt and counted.
    fn choose_lessons(&mut self) {
        let mut copies = 0;
        let mut lessons = Vec::with_capacity(self.by_content.len());
        for (at, &record) in self.by_content.iter().enumerate() {
            let is_copy = 0 < at && self.is_same(self.by_content[at - 1], record);
            copies = if is_copy { copies + 1 } else { 0 };
            if copies < COPIES_MAX {
                lessons.push(record);
            }
        }
        if lessons.len() < self.by_content.len() {
            for column in &mut self.columns {
                column.counts.fill(0);
                lessons
                    .iter()
                    .for_each(|r| column.counts[column.of_records[*r as usize] as usize] += 1);
            }
        }
        self.lessons = lessons;
    }

    /// How many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.sources.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sources.is_empty()
    }

    /// Whether two records have the same values, and have any.
    pub(crate) fn is_same(&self, a: u32, b: u32) -> bool {
        self.columns.iter().all(|column| column.value(a) == column.value(b))
            && self.columns.iter().any(|column| column.value(a) != 0)
    }

    /// Whether a column numbers the records: nearly each has a value, and none stands twice.
    #[must_use]
    pub fn is_numbering(&self, column: usize) -> bool {
        let Some(column) = self.columns.get(column) else { return false };
        let filled = self.lessons.len() - column.counts[0] as usize;
        self.lessons.len() * FILLED_PERCENT_MIN <= filled * 100
            && column.counts.iter().skip(1).all(|count| *count <= 1)
    }

    /// The same records without a column.
    #[must_use]
    pub fn without(mut self, column: usize) -> Self {
        let records = self.len();
        if let Some(column) = self.columns.get_mut(column) {
            let mut empty = ColumnBuilder::new(Kind::Unused, DateOrder::DayFirst);
            (0..records).for_each(|_| empty.push(""));
            *column = empty.finish();
        }
        // Rows that this column alone told apart are copies now.
        self.choose_lessons();
        self
    }

    /// How many pairs of records are of one file, and how many of two.
    pub(crate) fn pairs_within_and_across(&self) -> [f64; 2] {
        let sources = usize::from(self.sources.iter().copied().max().unwrap_or(0)) + 1;
        let mut sizes = vec![0.0_f64; sources];
        for record in &self.lessons {
            sizes[usize::from(self.sources[*record as usize])] += 1.0;
        }
        let all: f64 = sizes.iter().sum();
        let within: f64 = sizes.iter().map(|size| size * (size - 1.0) / 2.0).sum();
        [within, all * (all - 1.0) / 2.0 - within]
    }

    /// What the columns hold, in order.
    pub fn kinds(&self) -> impl Iterator<Item = Kind> + '_ {
        self.columns.iter().map(|column| column.kind)
    }
}

impl Column {
    pub(crate) fn value(&self, record: u32) -> u32 {
        self.of_records[record as usize]
    }

    /// A number that the content of the cell makes alone.
    fn content(&self, record: usize) -> u64 {
        let value = self.of_records[record];
        self.values
            .get(value)
            .iter()
            .fold(u64::from(value != 0), |hash, letter| mix(hash ^ u64::from(*letter)))
    }

    /// A name ready for comparison across scripts.
    pub(crate) fn prepared(&self, value: u32) -> Option<&Prepared> {
        let place = self.prepared.get(value as usize)?;
        let make = || {
            let letters = self.values.get(value);
            let name = String::from_utf16_lossy(letters);
            Box::new(Prepared::new(&name, &NameHints::default()))
        };
        Some(place.get_or_init(make))
    }

    /// Whether names in several scripts stand in it.
    pub(crate) fn is_mixed(&self) -> bool {
        !self.prepared.is_empty()
    }
}

impl Texts {
    pub(crate) fn get(&self, number: u32) -> &[Letter] {
        let end = self.ends[number as usize] as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before as usize]) as usize;
        &self.letters[start..end]
    }

    pub(crate) fn signature(&self, number: u32) -> u64 {
        self.signatures[number as usize]
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    fn push(&mut self, text: &str) {
        let start = self.letters.len();
        self.letters.extend(text::letters(text));
        self.ends.push(self.letters.len() as u32);
        self.signatures.push(text::signature(&self.letters[start..]));
    }
}

impl Words {
    /// The words of a value, the most telling first.
    pub(crate) fn of(&self, value: u32) -> &[u32] {
        let end = self.ends[value as usize] as usize;
        let start = value.checked_sub(1).map_or(0, |before| self.ends[before as usize]) as usize;
        &self.of_values[start..end]
    }

    fn new(originals: &[Box<str>], counts: &[u32]) -> Self {
        let mut numbers: HashMap<&str, u32> = HashMap::new();
        let mut words = Self::default();
        let mut met: Vec<u32> = Vec::new();
        for (original, count) in originals.iter().zip(counts) {
            let start = words.of_values.len();
            for word in original.split(' ').filter(|word| !word.is_empty()).take(WORDS_MAX) {
                let next = numbers.len() as u32;
                let number = *numbers.entry(word).or_insert_with(|| {
                    words.texts.push(word);
                    words.sounds.push(text::sound(word));
                    met.push(0);
                    next
                });
                if !words.of_values[start..].contains(&number) {
                    met[number as usize] += count;
                    words.of_values.push(number);
                }
            }
            words.ends.push(words.of_values.len() as u32);
        }
        let records: u32 = counts.iter().sum();
        let rarity = |count: &u32| (f64::from(records.max(1)) / f64::from((*count).max(1))).log2();
        words.bits = met.iter().map(|count| rarity(count) as f32 + 0.5).collect();
        let mut start = 0;
        for end in &words.ends {
            let of_value = &mut words.of_values[start..*end as usize];
            of_value.sort_by_key(|word| (met[*word as usize], words.texts.get(*word).to_vec()));
            start = *end as usize;
        }
        words
    }
}

impl ColumnBuilder {
    fn new(kind: Kind, dates: DateOrder) -> Self {
        let numbers = HashMap::from([("".into(), 0)]);
        Self { kind, dates, numbers, of_records: Vec::new(), originals: vec!["".into()] }
    }

    fn push(&mut self, cell: &str) {
        let cell = cell.trim();
        let is_filled = self.kind != Kind::Unused && !NOTHING.contains(&cell);
        let value = if is_filled { cleaned(self.kind, cell, self.dates) } else { String::new() };
        let number = match self.numbers.get(value.as_str()) {
            Some(number) => *number,
            None => {
                let number = self.originals.len() as u32;
                self.originals.push(value.as_str().into());
                self.numbers.insert(value.into(), number);
                number
            }
        };
        self.of_records.push(number);
    }

    fn finish(self) -> Column {
        drop(self.numbers);
        let mut counts = vec![0; self.originals.len()];
        self.of_records.iter().for_each(|value| counts[*value as usize] += 1);
        let mut texts = Texts::default();
        self.originals.iter().for_each(|original| texts.push(original));
        let days = match self.kind {
            Kind::Date => self.originals.iter().map(|o| day(o)).collect(),
            _ => Vec::new(),
        };
        let has_words = matches!(self.kind, Kind::FullName | Kind::Address);
        let words = has_words.then(|| Words::new(&self.originals, &counts));
        let is_name = matches!(self.kind, Kind::FullName | Kind::GivenName | Kind::FamilyName);
        let is_mixed = is_name && self.originals.iter().any(|original| !original.is_ascii());
        let prepared = if is_mixed { self.originals.len() } else { 0 };
        Column {
            kind: self.kind,
            of_records: self.of_records,
            values: texts,
            counts,
            days,
            words,
            prepared: (0..prepared).map(|_| OnceLock::new()).collect(),
        }
    }
}

/// The form in which a value is compared.
pub(crate) fn cleaned(kind: Kind, cell: &str, dates: DateOrder) -> String {
    let as_type = |kind| values::clean_as(kind, cell, &Hints::default()).ok();
    match kind {
        Kind::Date => match Day::read(cell, Some(dates)) {
            Some(Day { year, month: 0, .. }) => format!("{year:04}"),
            Some(Day { year, month, day: 0 }) => format!("{year:04}-{month:02}"),
            Some(Day { year, month, day }) => format!("{year:04}{month:02}{day:02}"),
            // A slip of typing may leave something that is no date and still tells.
            None => cell.chars().filter(char::is_ascii_digit).take(DATE_DIGITS_MAX).collect(),
        },
        Kind::Country => match values::country(cell) {
            Ok(code) => code.to_owned(),
            Err(_) => text::folded(cell),
        },
        Kind::Sex => as_type(PropType::Gender).map_or_else(|| text::folded(cell), |c| c.value),
        Kind::Document | Kind::Account | Kind::Code => text::bare(cell),
        Kind::Phone => cell.chars().filter(char::is_ascii_digit).collect(),
        Kind::Email | Kind::Crypto => text::tight(cell),
        Kind::Handle => text::tight(cell).trim_start_matches('@').to_owned(),
        Kind::GivenName | Kind::FamilyName | Kind::FullName | Kind::Address | Kind::Text => {
            text::folded(cell)
        }
        Kind::Unused => String::new(),
    }
}

/// A date in the form of [`cleaned`]; all zero where the text is none.
pub(crate) fn day(clean: &str) -> Day {
    let number = |from: usize, to: usize| {
        clean.get(from..to).and_then(|digits| digits.parse::<u16>().ok()).unwrap_or(0)
    };
    match (clean.len(), clean.as_bytes().get(4)) {
        (4, _) => Day { year: number(0, 4), month: 0, day: 0 },
        (7, Some(b'-')) => Day { year: number(0, 4), month: number(5, 7) as u8, day: 0 },
        (8, _) => Day { year: number(0, 4), month: number(4, 6) as u8, day: number(6, 8) as u8 },
        _ => Day::default(),
    }
}

/// A well-mixed number made of another (the finaliser of MurmurHash3).
pub(crate) fn mix(number: u64) -> u64 {
    let number = (number ^ number >> 33).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    let number = (number ^ number >> 33).wrapping_mul(0xC4CE_B9FE_1A85_EC53);
    number ^ number >> 33
}

/// What tables write where nothing is known.
const NOTHING: [&str; 11] =
    ["", "-", "--", "?", "NaN", "NULL", "null", "None", "N/A", "n/a", "#N/A"];
/// Copies of one record that count.
const COPIES_MAX: usize = 8;
/// A few rows without a number do not make a column of numbers another thing.
const FILLED_PERCENT_MIN: usize = 90;
const DATE_DIGITS_MAX: usize = 14;
/// Of longer texts the first words are compared.
const WORDS_MAX: usize = 12;
