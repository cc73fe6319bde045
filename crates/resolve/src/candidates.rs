//! Which pairs are looked at: records that share a key, or two keys of different columns.
//!
//! Each column gives one or more *keys* to a value: the value itself, its sound, its beginning, a
//! word of it. A *rule* is one key or two keys of different columns; records with equal keys stand
//! in one *block*. A rule spends what it may cost on its smallest blocks first; what it has to
//! leave aside is over-common, and is told. A pair comes once, from the first rule that has it.

use rayon::prelude::*;

use crate::date::Day;
use crate::kind::Kind;
use crate::records::{Column, Records, mix};
use crate::text::{self, Letter};

/// A value whose records are too many to be compared with each other by it alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverCommon {
    /// The column, from 0.
    pub column: usize,
    /// A record that has the value.
    pub record: u32,
    /// How many records share it.
    pub records: u32,
}

/// The pairs to compare, each once, the record that is less by content first.
#[derive(Debug, Default)]
pub(crate) struct Candidates {
    pub(crate) pairs: Vec<(u32, u32)>,
    /// Copies beyond the first few of a record, each with the one before it.
    pub(crate) copies: Vec<(u32, u32)>,
    pub(crate) over_common: Vec<OverCommon>,
}

/// A way to make a key of the values of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Make {
    Whole,
    Sound,
    Beginning,
    End,
    YearAndMonth,
    DayAndMonth,
    /// A word of the value, and its sound.
    Word,
    WordSound,
    TwoWords,
    BeforeAt,
}

/// A key: where it stands in the table of keys, and of which column it is.
#[derive(Debug, Clone, Copy)]
struct Slot {
    column: usize,
    make: Make,
    /// First place and number of places in the row of a record.
    first: usize,
    width: usize,
}

/// Keys of all records: a row for each record, in order of content.
struct Keys {
    slots: Vec<Slot>,
    width: usize,
    rows: Vec<u32>,
    /// Whether a record is one of many copies and is tied to the one before it alone, so that a
    /// thousand copies come together without half a million pairs.
    is_surplus: Vec<bool>,
}

/// One rule with the keys it left aside.
struct Rule {
    first: usize,
    second: Option<usize>,
    /// Keys whose blocks were too large, in order.
    left_aside: Vec<u64>,
}

/// Finds the pairs. O(records × rules × log records) and O(records) pairs: each rule gives at most
/// [`PAIRS_PER_RECORD`] for each record.
pub(crate) fn candidates(records: &Records) -> Candidates {
    let keys = Keys::new(records);
    let mut found = Candidates { copies: keys.copies(), ..Candidates::default() };
    let mut rules: Vec<Rule> = Vec::new();
    let mut costs = Vec::new();
    for at in 0..keys.slots.len() {
        let (rule, expected) = run(&keys, at, None, &rules, &mut found);
        if keys.slots[at].make == Make::Whole {
            list_over_common(&keys, &rule, records, &mut found.over_common);
        }
        costs.push((expected, rule.left_aside.is_empty()));
        rules.push(rule);
    }
    for (first, second) in pairs_of_slots(&keys, &costs) {
        let (rule, _) = run(&keys, first, Some(second), &rules, &mut found);
        rules.push(rule);
    }
    let of_content = |at: u32| records.by_content[at as usize];
    for pairs in [&mut found.pairs, &mut found.copies] {
        pairs.par_iter_mut().for_each(|(a, b)| (*a, *b) = (of_content(*a), of_content(*b)));
    }
    found
}

/// Which two keys to put together: not those that are rare enough alone, nor those that would
/// still leave blocks without number; the rarest together first.
fn pairs_of_slots(keys: &Keys, costs: &[(f64, bool)]) -> Vec<(usize, usize)> {
    let records = (keys.rows.len() / keys.width.max(1)) as f64;
    let mut pairs = Vec::new();
    for first in 0..keys.slots.len() {
        for second in first + 1..keys.slots.len() {
            let ((of_first, first_whole), (of_second, second_whole)) =
                (costs[first], costs[second]);
            let together = of_first * of_second / records.max(1.0);
            let is_other = keys.slots[first].column != keys.slots[second].column;
            if is_other && !first_whole && !second_whole && together < TOGETHER_MAX {
                pairs.push((together, first, second));
            }
        }
    }
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    pairs.truncate(RULES_MAX);
    pairs.into_iter().map(|(_, first, second)| (first, second)).collect()
}

/// Takes the pairs of a rule that no earlier rule has. Says also how many records share a key
/// with one, on average.
fn run(
    keys: &Keys,
    first: usize,
    second: Option<usize>,
    earlier: &[Rule],
    found: &mut Candidates,
) -> (Rule, f64) {
    let entries = keys.entries(first, second);
    let blocks: Vec<&[(u64, u32)]> =
        entries.chunk_by(|a, b| a.0 == b.0).filter(|block| 1 < block.len()).collect();
    let records = keys.rows.len() / keys.width.max(1);
    let shared: f64 = blocks.iter().map(|block| (block.len() as f64).powi(2)).sum();
    let most = largest_block(&blocks, records);
    let large = blocks.iter().filter(|block| most < block.len());
    let rule = Rule { first, second, left_aside: large.map(|block| block[0].0).collect() };
    let runs: Vec<Vec<(u32, u32)>> = blocks
        .par_chunks(BLOCKS_AT_A_TIME)
        .map(|blocks| {
            let mut pairs = Vec::new();
            let small = blocks.iter().filter(|block| block.len() <= most);
            small.for_each(|block| pairs_of(block, keys, earlier, &mut pairs));
            pairs
        })
        .collect();
    runs.into_iter().for_each(|run| found.pairs.extend(run));
    (rule, shared / records.max(1) as f64)
}

fn pairs_of(block: &[(u64, u32)], keys: &Keys, earlier: &[Rule], pairs: &mut Vec<(u32, u32)>) {
    for (at, (_, a)) in block.iter().enumerate() {
        for (_, b) in &block[at + 1..] {
            if a != b && !earlier.iter().any(|rule| rule.has(keys, *a, *b)) {
                pairs.push((*a, *b));
            }
        }
    }
}

/// The size of the largest blocks that the rule can afford.
fn largest_block(blocks: &[&[(u64, u32)]], records: usize) -> usize {
    let mut pairs_by_size = [0_usize; BLOCK_RECORDS_MAX + 1];
    for block in blocks.iter().filter(|block| block.len() <= BLOCK_RECORDS_MAX) {
        pairs_by_size[block.len()] += block.len() * (block.len() - 1) / 2;
    }
    let affordable = records * PAIRS_PER_RECORD;
    let mut spent = 0;
    for (size, pairs) in pairs_by_size.iter().enumerate() {
        spent += pairs;
        if affordable < spent && SMALL_BLOCK < size {
            return size - 1;
        }
    }
    BLOCK_RECORDS_MAX
}

fn list_over_common(keys: &Keys, rule: &Rule, records: &Records, listed: &mut Vec<OverCommon>) {
    let slot = keys.slots[rule.first];
    let column = &records.columns[slot.column];
    if rule.left_aside.is_empty() {
        return;
    }
    let mut met = vec![false; column.counts.len()];
    for (at, record) in records.by_content.iter().enumerate() {
        let value = column.value(*record);
        let key = u64::from(keys.row(at as u32)[slot.first]);
        if value != 0 && !met[value as usize] && rule.left_aside.binary_search(&key).is_ok() {
            met[value as usize] = true;
            let count = column.counts[value as usize];
            listed.push(OverCommon { column: slot.column, record: *record, records: count });
        }
    }
}

impl Rule {
    /// Whether the rule gives the pair.
    fn has(&self, keys: &Keys, a: u32, b: u32) -> bool {
        let (a, b) = (keys.row(a), keys.row(b));
        let kept =
            |key: u64| self.left_aside.is_empty() || self.left_aside.binary_search(&key).is_err();
        let (first, second) =
            (keys.slots[self.first], self.second.map(|second| keys.slots[second]));
        let mut of_first = shared(first, a, b);
        match second {
            None => of_first.any(|key| kept(u64::from(key))),
            Some(second) => of_first.any(|one| {
                shared(second, a, b).any(|two| kept(u64::from(one) << 32 | u64::from(two)))
            }),
        }
    }
}

/// Keys of a slot that two rows share.
fn shared<'k>(slot: Slot, a: &'k [u32], b: &'k [u32]) -> impl Iterator<Item = u32> + 'k {
    let (a, b) = (&a[slot.first..slot.first + slot.width], &b[slot.first..slot.first + slot.width]);
    a.iter().copied().filter(move |key| *key != 0 && b.contains(key))
}

impl Keys {
    fn new(records: &Records) -> Self {
        let mut slots = Vec::new();
        let mut width = 0;
        for (column, of_column) in records.columns.iter().enumerate() {
            for (make, places) in makes(of_column, records.lessons.len()) {
                slots.push(Slot { column, make, first: width, width: places });
                width += places;
            }
        }
        let mut lessons = records.lessons.iter().peekable();
        let is_surplus = records.by_content.iter().map(|r| lessons.next_if_eq(&r).is_none());
        let is_surplus = is_surplus.collect();
        let mut keys = Self { slots, width, rows: vec![0; width * records.len()], is_surplus };
        for slot in keys.slots.clone() {
            let column = &records.columns[slot.column];
            let mut of_values = vec![0; column.values.len() * slot.width];
            let places = of_values.par_chunks_mut(slot.width).enumerate().skip(1);
            places.for_each(|(value, keys)| make_keys(column, value as u32, slot, keys));
            let rows = keys.rows.par_chunks_mut(width.max(1));
            rows.zip(records.by_content.par_iter()).for_each(|(row, record)| {
                let start = column.value(*record) as usize * slot.width;
                let of_value = &of_values[start..start + slot.width];
                row[slot.first..slot.first + slot.width].copy_from_slice(of_value);
            });
        }
        keys
    }

    fn copies(&self) -> Vec<(u32, u32)> {
        let surplus = self.is_surplus.iter().enumerate().filter(|(_, is_surplus)| **is_surplus);
        // The first of its kind is never surplus.
        surplus.map(|(at, _)| (at as u32 - 1, at as u32)).collect()
    }

    fn row(&self, at: u32) -> &[u32] {
        let start = at as usize * self.width;
        &self.rows[start..start + self.width]
    }

    /// Keys with their records, equal keys together.
    fn entries(&self, first: usize, second: Option<usize>) -> Vec<(u64, u32)> {
        let places = |slot: Slot| slot.first..slot.first + slot.width;
        let first = places(self.slots[first]);
        let second = second.map(|second| places(self.slots[second]));
        let mut entries = Vec::with_capacity(self.rows.len() / self.width.max(1));
        let rows = self.rows.chunks(self.width.max(1)).enumerate();
        for (at, row) in rows.filter(|(at, _)| !self.is_surplus[*at]) {
            for one in row[first.clone()].iter().filter(|key| **key != 0) {
                match &second {
                    None => entries.push((u64::from(*one), at as u32)),
                    Some(second) => {
                        let others = row[second.clone()].iter().filter(|key| **key != 0);
                        let key = |two: &u32| u64::from(*one) << 32 | u64::from(*two);
                        entries.extend(others.map(|two| (key(two), at as u32)));
                    }
                }
            }
        }
        entries.par_sort_unstable();
        entries.dedup();
        entries
    }
}

/// Which keys a column gives, and how many of each.
fn makes(column: &Column, records: usize) -> Vec<(Make, usize)> {
    let distinct = column.values.len();
    let numbers = vec![(Make::Whole, 1), (Make::Beginning, 1), (Make::End, 1)];
    match column.kind {
        Kind::Unused | Kind::Sex | Kind::Country => Vec::new(),
        _ if distinct < DISTINCT_MIN && DISTINCT_MIN < records / 2 => Vec::new(),
        Kind::GivenName | Kind::FamilyName => {
            vec![(Make::Whole, 1), (Make::Sound, if column.is_mixed() { 3 } else { 1 })]
        }
        Kind::FullName => {
            vec![(Make::Whole, 1), (Make::TwoWords, 3), (Make::Word, 3), (Make::WordSound, 6)]
        }
        Kind::Date => {
            vec![(Make::Whole, 1), (Make::YearAndMonth, 1), (Make::DayAndMonth, 1)]
        }
        Kind::Document | Kind::Phone | Kind::Account | Kind::Crypto => numbers,
        Kind::Email => vec![(Make::Whole, 1), (Make::BeforeAt, 1), (Make::Beginning, 1)],
        Kind::Address => vec![(Make::Whole, 1), (Make::Word, 2)],
        Kind::Handle | Kind::Text => vec![(Make::Whole, 1), (Make::Beginning, 1)],
        Kind::Code => vec![(Make::Whole, 1)],
    }
}

/// Fills in the keys of a value, and leaves 0 where it gives none.
fn make_keys(column: &Column, value: u32, slot: Slot, keys: &mut [u32]) {
    let letters = column.values.get(value);
    let whole = |letters: &[Letter]| letters.iter().fold(0, |h, l| mix(h ^ u64::from(*l)));
    let length = letters.len();
    match slot.make {
        Make::Whole => keys[0] = key(whole(letters)),
        Make::Sound if column.is_mixed() => name_keys(column, value, keys),
        Make::Sound => keys[0] = key(u64::from(text::sound(&String::from_utf16_lossy(letters)))),
        Make::Beginning if length < 4 => {}
        Make::Beginning => keys[0] = key(whole(&letters[..(length / 2).clamp(4, 6)])),
        Make::End if length < 6 => {}
        Make::End => keys[0] = key(whole(&letters[length - (length / 2).clamp(4, 7)..])),
        Make::YearAndMonth | Make::DayAndMonth => {
            let Day { year, month, day } = column.days[value as usize];
            let part = if slot.make == Make::YearAndMonth {
                // A date with day and month in each other's place is found by this key, too.
                u64::from(year) << 8 | u64::from(month.min(day))
            } else {
                u64::from(month.min(day)) << 8 | u64::from(month.max(day))
            };
            if month != 0 {
                keys[0] = key(part);
            }
        }
        Make::BeforeAt => {
            let at = letters.iter().position(|letter| *letter == u16::from(b'@'));
            keys[0] = key(whole(&letters[..at.unwrap_or(length)]));
        }
        Make::WordSound if column.is_mixed() => name_keys(column, value, keys),
        Make::Word | Make::WordSound | Make::TwoWords => word_keys(column, value, slot, keys),
    }
}

fn word_keys(column: &Column, value: u32, slot: Slot, keys: &mut [u32]) {
    let Some(words) = &column.words else { return };
    let of_value = words.of(value);
    let of_value = &of_value[..of_value.len().min(keys.len())];
    let whole = |word: u32| {
        let letters = words.texts.get(word).iter();
        letters.fold(0, |hash, letter| mix(hash ^ u64::from(*letter)))
    };
    if slot.make == Make::TwoWords && of_value.len() < 3 {
        let sum = of_value.iter().fold(0_u64, |sum, word| sum.wrapping_add(whole(*word)));
        keys[0] = if of_value.len() == 2 { key(sum) } else { 0 };
        return;
    }
    for (at, word) in of_value.iter().enumerate() {
        match slot.make {
            Make::Word => keys[at] = key(whole(*word)),
            Make::WordSound => keys[at] = key(u64::from(words.sounds[*word as usize])),
            // All words but one of three.
            _ => {
                let others = of_value.iter().enumerate().filter(|(other, _)| *other != at);
                let sum = others.fold(0_u64, |sum, (_, word)| sum.wrapping_add(whole(*word)));
                keys[at] = key(sum);
            }
        }
    }
}

/// Keys that spellings of one name in several scripts share, the longest first.
fn name_keys(column: &Column, value: u32, keys: &mut [u32]) {
    let Some(name) = column.prepared(value) else { return };
    let mut found = liaison_names::keys(name);
    found.retain(|key| NAME_KEY_MIN <= *key);
    for (place, found) in keys.iter_mut().zip(found.iter().rev()) {
        *place = key(u64::from(*found));
    }
}

/// A key is not 0, which stands for none.
fn key(number: u64) -> u32 {
    (mix(number ^ KEY_SEED) >> 32) as u32 | 1
}

/// Pairs that a rule may give for each record, over all of them.
const PAIRS_PER_RECORD: usize = 3;
/// Blocks up to this size are always affordable.
const SMALL_BLOCK: usize = 4;
/// Records that share a key and are all compared with each other.
const BLOCK_RECORDS_MAX: usize = 400;
/// How many records may be expected to share two keys with one.
const TOGETHER_MAX: f64 = 40.0;
/// Rules of two keys.
const RULES_MAX: usize = 40;
/// Columns with fewer values tell too little to find records by.
const DISTINCT_MIN: usize = 12;
/// Keys of names with a single consonant tell nothing.
const NAME_KEY_MIN: u32 = 0x10;
const KEY_SEED: u64 = 0x9E37_79B9_7F4A_7C15;
const BLOCKS_AT_A_TIME: usize = 4096;
