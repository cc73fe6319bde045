//! The learnt costs: what one script's symbols become in Latin letters, and how common each
//! sequence of symbols is by itself.
//!
//! Costs are bits, kept as eighths in a byte. The cost of a *pair* is that of its cheapest
//! alignment under a joint model of symbol chunks (Ristad and Yianilos 1998; chunks after
//! Jiampojamarn, Kondrak and Sherif 2007), that of a single name that under a bigram model. Their
//! difference says how much likelier the two are as one name's spellings than as strangers.

use std::sync::LazyLock;

use crate::sound::Sound;
use crate::table::QuickMap;

/// A row of one to three symbols, padded with zero; a lone marker stands for "nothing".
pub(crate) type Chunk = [Sound; 3];

/// One symbol of a name, beside which Latin letters are laid.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Symbol {
    pub(crate) sound: Sound,
    /// The row of the table for this symbol, and for it and the one before.
    row: u16,
    row_of_two: u16,
    /// The letters that it is written with, a bit each.
    letters: u32,
    /// What the symbol costs by itself, in eighths of a bit: first, and after the one before.
    first: u8,
    inner: u8,
}

/// One Latin letter of a name: the columns of the chunks of one to three letters that end here.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Letter {
    columns: [u16; 3],
    pub(crate) letter: u8,
}

/// Costs beside each chunk of Latin letters; as long as a power of two, so that no column is out
/// of bounds.
type Row = [u8; ROW_CELLS];
/// The least costs of a row by first letter, see [`Model::least_costs`].
type Least = [u8; LEAST_CELLS];

/// The tables, read once from the data of the crate.
#[derive(Debug)]
pub(crate) struct Model {
    rows: QuickMap<u32, u16>,
    columns: Vec<u16>,
    costs: Vec<Row>,
    /// The rows of "nothing", by block.
    nulls: [u16; BLOCKS_MAX],
    /// The cheapest column of each row: how it is mostly written in Latin letters.
    best: Vec<u16>,
    /// What each row costs at least beside a chunk that begins with each letter, and beside nothing.
    least: Vec<Least>,
    column_chunks: Vec<Chunk>,
    /// For each row the letters that it is written with, a bit each.
    letters: Vec<u32>,
    background: QuickMap<u32, u8>,
}

/// The model within the crate.
pub(crate) static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::read(include_bytes!("../data/sounds.bin")).unwrap_or_default());

impl Default for Model {
    /// A model that has learnt nothing: one row and one column for "nothing".
    fn default() -> Self {
        Self {
            rows: QuickMap::default(),
            columns: vec![0; LETTERS * LETTERS * LETTERS],
            costs: vec![[UNKNOWN; ROW_CELLS]],
            nulls: [0; BLOCKS_MAX],
            best: vec![0],
            least: vec![[UNKNOWN; LEAST_CELLS]],
            column_chunks: vec![[0; 3]],
            letters: vec![0],
            background: QuickMap::default(),
        }
    }
}

impl Model {
    /// Reads what [`crate::learn::learn`] wrote; `None` when it ends too early.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let mut bytes = Bytes(bytes);
        let mut model = Self::default();
        let rows = bytes.word()?;
        let mut floors = vec![Floors::NONE];
        for row in 1..=rows {
            let chunk = [bytes.word()?, bytes.word()?, bytes.word()?];
            floors.push(Floors::of(&chunk));
            match chunk {
                [0, edge, _] => *model.nulls.get_mut(usize::from(edge - EDGE))? = row,
                [one, two, _] => {
                    model.rows.insert(two_as_one(one, two), row);
                }
            }
        }
        for column in 1..=bytes.word()? {
            let chunk = [bytes.word()?, bytes.word()?, bytes.word()?];
            *model.columns.get_mut(place_of(&chunk)?)? = column;
            model.column_chunks.push(chunk);
        }
        // The chunk of no letters is column 1; an unknown chunk is column 0.
        model.columns[0] = 0;
        model.costs.resize(usize::from(rows) + 1, [UNKNOWN; ROW_CELLS]);
        model.best = vec![0; usize::from(rows) + 1];
        model.least = vec![[UNKNOWN; LEAST_CELLS]; usize::from(rows) + 1];
        model.letters = vec![0; usize::from(rows) + 1];
        for (row, floors) in floors.iter().enumerate().skip(1) {
            model.read_row(row, &mut bytes)?;
            model.soften(row, *floors);
            model.least[row] = model.least_of(row);
        }
        for _ in 0..bytes.word()? {
            let count = bytes.word()?;
            let before = bytes.word()?;
            for _ in 0..count {
                let after = bytes.word()?;
                model.background.insert(two_as_one(before, after), bytes.byte()?);
            }
        }
        Some(model)
    }

    fn read_row(&mut self, row: usize, bytes: &mut Bytes) -> Option<()> {
        let mut cheapest = UNKNOWN;
        for _ in 0..bytes.word()? {
            let (column, cost) = (bytes.word()?, bytes.byte()?);
            *self.costs[row].get_mut(usize::from(column))? = cost;
            if cost < cheapest {
                cheapest = cost;
                self.best[row] = column;
            }
            if cost < USUAL {
                let chunk = self.column_chunks.get(usize::from(column))?;
                let letters = chunk.iter().filter_map(|sound| letter_place(*sound));
                self.letters[row] |= letters.fold(0, |bits, place| bits | 1 << place);
            }
        }
        Some(())
    }

    fn least_of(&self, row: usize) -> Least {
        let mut least = [UNKNOWN; LEAST_CELLS];
        for (cost, chunk) in self.costs[row].iter().zip(&self.column_chunks).skip(1) {
            let place = letter_place(chunk[0]).unwrap_or(NO_LETTER);
            least[place] = least[place].min(*cost);
        }
        least
    }

    /// Lowers the costs that were never seen to what a misspelling costs.
    fn soften(&mut self, row: usize, floors: Floors) {
        let cells = self.costs[row].iter_mut().zip(&self.column_chunks);
        for (cell, chunk) in cells.skip(1) {
            match chunk {
                [0, ..] => *cell = (*cell).min(floors.nothing),
                [_, 0, _] => *cell = (*cell).min(floors.letter),
                _ => {}
            }
        }
    }

    /// Prepares the symbols of one part of a name after those that are there. O(symbols).
    pub(crate) fn push_symbols(&self, sounds: &[Sound], into: &mut Vec<Symbol>) {
        for &sound in sounds.iter().take(SOUNDS_MAX) {
            let before = into.last().map_or(0, |last| last.sound);
            let row = |key: u32| self.rows.get(&key).copied().unwrap_or(0);
            let first = self.after(edge(sound), sound);
            let one = row(two_as_one(sound, 0));
            let two = if before == 0 { 0 } else { row(two_as_one(before, sound)) };
            into.push(Symbol {
                sound,
                row: one,
                row_of_two: two,
                letters: self.letters.get(usize::from(one)).copied().unwrap_or(0),
                first,
                inner: if before == 0 { first } else { self.after(before, sound) },
            });
        }
    }

    /// Prepares the Latin letters of one part of a name after those that are there. O(letters).
    pub(crate) fn push_letters(&self, letters: impl Iterator<Item = u8>, into: &mut Vec<Letter>) {
        for letter in letters.filter(u8::is_ascii_lowercase).take(SOUNDS_MAX) {
            let place = |back: usize| {
                let before = into.len().checked_sub(back).and_then(|at| into.get(at));
                before.map(|before| usize::from(before.letter - b'a') + 1)
            };
            let (here, one, two) = (usize::from(letter - b'a') + 1, place(1), place(2));
            let two_letters = one.map(|one| one * LETTERS + here);
            let three_letters =
                one.zip(two).map(|(one, two)| (two * LETTERS + one) * LETTERS + here);
            let column =
                |at: Option<usize>| at.and_then(|at| self.columns.get(at)).copied().unwrap_or(0);
            let columns = [column(Some(here)), column(two_letters), column(three_letters)];
            into.push(Letter { columns, letter });
        }
    }

    fn after(&self, before: Sound, sound: Sound) -> u8 {
        let known = self.background.get(&two_as_one(before, sound));
        let known = known.or_else(|| self.background.get(&two_as_one(ANY, sound)));
        known.copied().unwrap_or(UNSEEN)
    }

    /// The Latin letters that symbols are mostly written with. O(symbols).
    pub(crate) fn latin(&self, symbols: &[Symbol]) -> Vec<u8> {
        let mut out = Vec::with_capacity(symbols.len() * 2);
        for symbol in symbols {
            let column = self.best.get(usize::from(symbol.row)).copied().unwrap_or(0);
            let chunk = self.column_chunks.get(usize::from(column)).copied().unwrap_or_default();
            out.extend(chunk.iter().filter_map(|sound| Some(letter_place(*sound)? as u8 + b'a')));
        }
        out
    }

    /// The cheapest ways to write one symbol in Latin letters, with their costs. O(columns).
    pub(crate) fn ways_to_write(&self, symbol: &Symbol, most: usize) -> Vec<(String, u8)> {
        let row = self.costs.get(usize::from(symbol.row)).unwrap_or(&NO_COSTS);
        let cells = row.iter().zip(&self.column_chunks).skip(1).filter(|(cost, _)| **cost < USUAL);
        let text = |chunk: &Chunk| -> String {
            let letters = chunk.iter().filter_map(|sound| letter_place(*sound));
            letters.map(|place| char::from(place as u8 + b'a')).collect()
        };
        let mut ways: Vec<(String, u8)> = cells.map(|(cost, chunk)| (text(chunk), *cost)).collect();
        ways.sort_by(|a, b| a.1.cmp(&b.1).then_with(|| a.0.cmp(&b.0)));
        ways.truncate(most);
        ways
    }

    /// Whether a symbol is usually written with a Latin letter first. O(columns).
    pub(crate) fn may_begin_with(&self, symbol: &Symbol, letter: u8) -> bool {
        let row = self.costs.get(usize::from(symbol.row)).unwrap_or(&NO_COSTS);
        let mut cells = row.iter().zip(&self.column_chunks).skip(1);
        let place = usize::from(letter.wrapping_sub(b'a'));
        cells.any(|(cost, chunk)| *cost < BEGINS && letter_place(chunk[0]) == Some(place))
    }

    /// The letters that one Latin letter becomes in another spelling or the reverse, a bit each.
    pub(crate) fn near_letters(&self, letter: u8) -> u32 {
        let row = |letter: u8| self.rows.get(&two_as_one(u16::from(letter), 0));
        let written = |letter: u8| row(letter).map_or(0, |row| self.letters[usize::from(*row)]);
        let bit = |letter: u8| 1_u32 << (letter - b'a');
        let back = (b'a'..=b'z').filter(|other| written(*other) & bit(letter) != 0);
        back.fold(written(letter) | bit(letter), |bits, other| bits | bit(other))
    }

    /// The cost of writing `native` as `latin`, in eighths of a bit; anything above `budget` once
    /// it is certain to be above. Places from which the rest cannot be paid are left out, as in
    /// Ukkonen, "Algorithms for approximate string matching" (1985). O(symbols × letters).
    pub(crate) fn cost(&self, native: &[Symbol], latin: &[Letter], budget: u32) -> u32 {
        let native = &native[..native.len().min(SOUNDS_MAX)];
        let latin = &latin[..latin.len().min(SOUNDS_MAX)];
        let Some(first) = native.first() else { return u32::from(FAR) };
        let null = self.row(self.nulls[block(first.sound)]);
        let (mut still_to_come, least_of_each) = self.least_costs(native, latin);
        if budget < still_to_come {
            return u32::from(FAR);
        }
        let mut two_before = Line::EMPTY;
        let mut before = Line::first(null, latin, budget - still_to_come);
        for (symbol, least_of_it) in native.iter().zip(least_of_each) {
            still_to_come -= u32::from(least_of_it);
            let two = (symbol.row_of_two != 0).then(|| (self.row(symbol.row_of_two), &two_before));
            let costs = [self.row(symbol.row), null];
            let here = Line::after(&before, costs, two, latin, budget - still_to_come);
            if here.end == 0 && before.end == 0 {
                return u32::from(FAR);
            }
            two_before = before;
            before = here;
        }
        u32::from(before.cells[MARGIN + latin.len()])
    }

    /// What native symbols cost at least beside these letters in whatever order, alone or as half of
    /// a chunk of two: together, and each. O(symbols + letters).
    fn least_costs(&self, native: &[Symbol], latin: &[Letter]) -> (u32, [u8; SOUNDS_MAX]) {
        let mut absent = [UNKNOWN; LEAST_CELLS];
        absent[NO_LETTER] = 0;
        for letter in latin {
            absent[usize::from(letter.letter - b'a') % LEAST_CELLS] = 0;
        }
        self.least_without(native, &absent)
    }

    /// What symbols cost at least beside any letters: as they are mostly written. O(symbols).
    pub(crate) fn cost_min(&self, native: &[Symbol]) -> u32 {
        self.least_without(&native[..native.len().min(SOUNDS_MAX)], &[0; LEAST_CELLS]).0
    }

    fn least_without(&self, native: &[Symbol], absent: &Least) -> (u32, [u8; SOUNDS_MAX]) {
        let least = |row: u16| {
            let row = self.least.get(usize::from(row)).unwrap_or(&NO_LEAST);
            row.iter().zip(absent).fold(UNKNOWN, |least, (cost, absent)| least.min(cost | absent))
        };
        let mut each = [0; SOUNDS_MAX];
        let mut before: Option<&mut u8> = None;
        for (cell, symbol) in each.iter_mut().zip(native) {
            *cell = least(symbol.row);
            if symbol.row_of_two != 0 {
                let half = least(symbol.row_of_two) / 2;
                *cell = half.min(*cell);
                if let Some(before) = before {
                    *before = half.min(*before);
                }
            }
            before = Some(cell);
        }
        (each.iter().map(|cost| u32::from(*cost)).sum(), each)
    }

    fn row(&self, row: u16) -> Costs<'_> {
        Costs(self.costs.get(usize::from(row)).unwrap_or(&NO_COSTS))
    }
}

impl Symbol {
    /// Whether it is the first consonant of a Hangul syllable.
    pub(crate) fn is_hangul_initial(&self) -> bool {
        (0x1100..0x1161).contains(&self.sound)
    }

    /// Whether it is the vowel of a Hangul syllable, of which each has one.
    pub(crate) fn is_hangul_vowel(&self) -> bool {
        (0x1161..0x11A8).contains(&self.sound)
    }

    /// The letters that it is written with, a bit each.
    pub(crate) fn letters(&self) -> u32 {
        self.letters
    }
}

/// What symbols cost by themselves under the bigram model, in eighths of a bit. O(symbols).
pub(crate) fn alone(symbols: &[Symbol]) -> u32 {
    let Some((first, rest)) = symbols.split_first() else { return 0 };
    u32::from(first.first) + rest.iter().map(|symbol| u32::from(symbol.inner)).sum::<u32>()
}

/// What it costs at least to reach each place between letters after some symbols.
struct Line {
    cells: [u16; TABLE],
    /// The places from which the rest can be paid lie from here on, and before here.
    start: usize,
    end: usize,
}

impl Line {
    const EMPTY: Self = Self { cells: [FAR; TABLE], start: TABLE, end: 0 };

    /// Before any symbol: letters beside nothing.
    fn first(null: Costs<'_>, latin: &[Letter], limit: u32) -> Self {
        let mut line = Self::EMPTY;
        line.set(0, 0, limit);
        for (at, letter) in latin.iter().enumerate() {
            let cost = line.cells[MARGIN + at] + null.of(letter.columns[0]);
            line.set(at + 1, cost, limit);
        }
        line
    }

    /// After one more symbol: alone, or in a chunk with the one before it.
    fn after(
        before: &Self,
        [one, null]: [Costs<'_>; 2],
        two: Option<(Costs<'_>, &Self)>,
        latin: &[Letter],
        limit: u32,
    ) -> Self {
        let mut line = Self::EMPTY;
        let (mut start, mut end) = (before.start, before.end);
        if let Some((_, two_before)) = &two {
            (start, end) = (start.min(two_before.start), end.max(two_before.end));
        }
        if start == 0 {
            let alone = before.cells[MARGIN] + one.of(NOTHING);
            let cost = two.as_ref().map_or(alone, |(two, two_before)| {
                alone.min(two_before.cells[MARGIN] + two.of(NOTHING))
            });
            line.set(0, cost, limit);
        }
        for at in start.max(1)..=latin.len() {
            // A chunk has at most three letters; further on only letters beside nothing are left.
            if end + 2 < at && line.end < at {
                break;
            }
            let letter = &latin[at - 1];
            let mut cost = one.beside(&before.cells[at..at + 4], letter);
            cost = cost.min(line.cells[MARGIN + at - 1] + null.of(letter.columns[0]));
            if let Some((two, two_before)) = &two {
                cost = cost.min(two.beside(&two_before.cells[at..at + 4], letter));
            }
            line.set(at, cost, limit);
        }
        line
    }

    fn set(&mut self, at: usize, cost: u16, limit: u32) {
        self.cells[MARGIN + at] = cost;
        if u32::from(cost) <= limit {
            self.start = self.start.min(at);
            self.end = at + 1;
        }
    }
}

/// A row that is looked up by column.
#[derive(Clone, Copy)]
struct Costs<'a>(&'a Row);

impl Costs<'_> {
    fn of(self, column: u16) -> u16 {
        u16::from(self.0[usize::from(column) % ROW_CELLS])
    }

    /// The least cost that ends with a letter, from the places three letters back to none.
    fn beside(self, above: &[u16], letter: &Letter) -> u16 {
        let &[three, two, one, none] = above else { return FAR };
        let by_one = (none + self.of(NOTHING)).min(one + self.of(letter.columns[0]));
        let by_more = (two + self.of(letter.columns[1])).min(three + self.of(letter.columns[2]));
        by_one.min(by_more)
    }
}

/// What one symbol costs at most beside no letter and beside one.
#[derive(Clone, Copy)]
struct Floors {
    nothing: u8,
    letter: u8,
}

impl Floors {
    const NONE: Self = Self { nothing: UNKNOWN, letter: UNKNOWN };

    fn of(chunk: &Chunk) -> Self {
        let edge = if chunk[0] == 0 { chunk[1] } else { edge(chunk[0]) };
        let (miss, other) = match STRICT_BLOCKS.contains(&(edge - EDGE)) {
            true => (MISS_STRICT, OTHER_STRICT),
            false => (MISS, OTHER),
        };
        match chunk {
            [0, ..] => Self { nothing: UNKNOWN, letter: miss },
            [_, 0, _] => Self { nothing: miss, letter: other },
            _ => Self::NONE,
        }
    }
}

fn two_as_one(first: Sound, second: Sound) -> u32 {
    u32::from(first) << 16 | u32::from(second)
}

fn letter_place(sound: Sound) -> Option<usize> {
    (0x61..=0x7A).contains(&sound).then(|| usize::from(sound) - 0x61)
}

/// The place of a chunk of Latin letters among the columns.
fn place_of(chunk: &Chunk) -> Option<usize> {
    let mut place = 0;
    for sound in chunk.iter().filter(|sound| **sound != 0) {
        place = place * LETTERS + letter_place(*sound)? + 1;
    }
    Some(place)
}

fn block(sound: Sound) -> usize {
    usize::from(edge(sound) - EDGE)
}

/// The chunk that stands for "nothing" beside a symbol's block. Column 1 is nothing, too.
pub(crate) fn null_chunk(sound: Sound) -> Chunk {
    [0, edge(sound), 0]
}

/// A marker of a symbol's block, for the edge of a word and for "nothing".
pub(crate) fn edge(sound: Sound) -> Sound {
    let block = match sound {
        0x0041..=0x005A => 1,
        0x0061..=0x007A => 2,
        0x0370..=0x03FF => 3,
        0x0400..=0x052F => 4,
        0x0530..=0x058F => 5,
        0x0590..=0x05FF => 6,
        0x0600..=0x06FF => 7,
        0x0900..=0x097F => 8,
        0x0980..=0x09FF => 9,
        0x0B80..=0x0BFF => 10,
        0x0D80..=0x0DFF => 11,
        0x0E00..=0x0EFF => 12,
        0x1000..=0x109F | 0x5000..=0x509F => 13,
        0x10A0..=0x10FF => 14,
        0x1100..=0x11FF => 15,
        0x1780..=0x17FF | 0x5780..=0x57FF => 16,
        0x1D2C..=0x1D45 => 20,
        0x24A0..=0x24DF => 17,
        0x30A0..=0x30FF => 18,
        0xFF20..=0xFF5F => 19,
        _ => 0,
    };
    EDGE + block
}

/// A cursor over little-endian numbers.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn word(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }
}

/// Longer parts are compared by their first symbols.
pub(crate) const SOUNDS_MAX: usize = 32;
/// Stands before a symbol whatever precedes it.
pub(crate) const ANY: Sound = 0xFFFF;
/// Markers stand in the private use area, where no script is.
const EDGE: Sound = 0xE000;
const BLOCKS_MAX: usize = 21;
/// Latin letters, and the place of none.
const LETTERS: usize = 27;
const ROW_CELLS: usize = 1024;
/// The column of no letters.
const NOTHING: u16 = 1;
/// Places before the first letter, for chunks that would begin there.
const MARGIN: usize = 3;
const TABLE: usize = MARGIN + SOUNDS_MAX + 2;
/// No sum of at most 64 costs reaches it, and twice it is still a `u16`.
const FAR: u16 = 20_000;
/// The letters, the place of no letter, and up to a power of two, so that no place is out of bounds.
const LEAST_CELLS: usize = 32;
const NO_LETTER: usize = LETTERS - 1;
static NO_LEAST: Least = [0; LEAST_CELLS];
static NO_COSTS: Row = [UNKNOWN; ROW_CELLS];
/// A symbol never seen while learning: 10 bits, one in a thousand.
const UNSEEN: u8 = 80;
const UNKNOWN: u8 = 255;
/// A letter belongs to those that a symbol is written with up to this cost.
const USUAL: u8 = 76;
/// A syllable begins with a letter up to this cost, of which an initial is made.
const BEGINS: u8 = 48;
/// 12 bits for a symbol too many or too few and 16 for a wrong one: about twice their cost when
/// they are right, so that a misspelling is held against a pair, but does not end it.
const MISS: u8 = 96;
const OTHER: u8 = 128;
/// In a name of two or three syllables another letter is mostly another name.
const MISS_STRICT: u8 = 136;
const OTHER_STRICT: u8 = 176;
/// Latin spellings of Korean names, Hangul, readings of Chinese characters, and Latin spellings of
/// Chinese names.
const STRICT_BLOCKS: [Sound; 4] = [1, 15, 19, 20];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::Script;
    use crate::sound::sounds;

    fn cost(hangul: &str, latin: &str, budget: u32) -> u32 {
        let (mut symbols, mut letters) = (Vec::new(), Vec::new());
        MODEL.push_symbols(&sounds(Script::Hangul, hangul), &mut symbols);
        MODEL.push_letters(latin.bytes(), &mut letters);
        MODEL.cost(&symbols, &letters, budget)
    }

    #[test]
    fn what_a_budget_just_pays_costs_the_same_with_it() {
        for (hangul, latin) in
            [("근혜", "geunhye"), ("민수", "minsoo"), ("영철", "bob"), ("해", "x")]
        {
            let whole = cost(hangul, latin, u32::from(FAR) - 1);

            assert_eq!(cost(hangul, latin, whole), whole, "{hangul} {latin}");
            assert!(whole - 1 < cost(hangul, latin, whole - 1), "{hangul} {latin}");
        }
    }
}
