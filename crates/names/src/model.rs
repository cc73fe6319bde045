//! The learnt costs: what one script's symbols become in Latin letters, and how common each
//! sequence of symbols is by itself.
//!
//! Costs are bits, kept as eighths in a byte. The cost of a *pair* is that of its cheapest
//! alignment under a joint model of symbol chunks (Ristad and Yianilos 1998; chunks after
//! Jiampojamarn, Kondrak and Sherif 2007), that of a single name that under a bigram model. Their
//! difference says how much likelier the two are as one name's spellings than as strangers.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::sound::Sound;

/// A row of one to three symbols, padded with zero; a lone marker stands for "nothing".
pub(crate) type Chunk = [Sound; 3];

/// A form ready for comparison: the identifiers of its chunks at each place.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Form {
    /// The symbols.
    pub(crate) sounds: Vec<Sound>,
    /// At each place the chunks of one, two and three symbols as rows of the table.
    rows: Vec<[u16; 2]>,
    /// The same as columns, for Latin letters.
    columns: Vec<[u16; 3]>,
    /// The row of "nothing" in this form's block.
    null_row: u16,
    /// What the form costs by itself, in eighths of a bit.
    pub(crate) alone: u32,
}

/// The tables, read once from the data of the crate.
#[derive(Debug)]
pub(crate) struct Model {
    rows: HashMap<Chunk, u16>,
    columns: HashMap<Chunk, u16>,
    width: usize,
    costs: Vec<u8>,
    /// The cheapest column of each row: how it is mostly written in Latin letters.
    best: Vec<u16>,
    column_chunks: Vec<Chunk>,
    background: HashMap<(Sound, Sound), u8>,
}

/// The model within the crate.
pub(crate) static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::read(include_bytes!("../data/sounds.bin")).unwrap_or_default());

impl Default for Model {
    /// A model that has learnt nothing: one row and one column for "nothing".
    fn default() -> Self {
        Self {
            rows: HashMap::new(),
            columns: HashMap::new(),
            width: 1,
            costs: vec![UNKNOWN],
            best: vec![0],
            column_chunks: vec![[0; 3]],
            background: HashMap::new(),
        }
    }
}

impl Model {
    /// Reads what [`crate::learn::learn`] wrote; `None` when it ends too early.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let mut bytes = Bytes(bytes);
        let mut model = Self::default();
        let rows = bytes.word()?;
        for row in 1..=rows {
            model.rows.insert([bytes.word()?, bytes.word()?, bytes.word()?], row);
        }
        let columns = bytes.word()?;
        for column in 1..=columns {
            let chunk = [bytes.word()?, bytes.word()?, bytes.word()?];
            model.columns.insert(chunk, column);
            model.column_chunks.push(chunk);
        }
        model.width = usize::from(columns) + 1;
        model.costs = vec![UNKNOWN; (usize::from(rows) + 1) * model.width];
        model.best = vec![0; usize::from(rows) + 1];
        for row in 1..=usize::from(rows) {
            let mut cheapest = UNKNOWN;
            for _ in 0..bytes.word()? {
                let (column, cost) = (bytes.word()?, bytes.byte()?);
                *model.costs.get_mut(row * model.width + usize::from(column))? = cost;
                if cost < cheapest {
                    cheapest = cost;
                    model.best[row] = column;
                }
            }
        }
        for _ in 0..bytes.word()? {
            let count = bytes.word()?;
            let before = bytes.word()?;
            for _ in 0..count {
                let after = bytes.word()?;
                model.background.insert((before, after), bytes.byte()?);
            }
        }
        Some(model)
    }

    /// Prepares symbols for comparison. O(symbols); more than [`SOUNDS_MAX`] are cut off.
    pub(crate) fn form(&self, mut sounds: Vec<Sound>) -> Form {
        sounds.truncate(SOUNDS_MAX);
        let chunk = |at: usize, length: usize| {
            let mut chunk = [0; 3];
            for (place, sound) in chunk.iter_mut().zip(sounds.get(at..at + length)?) {
                *place = *sound;
            }
            Some(chunk)
        };
        let row = |at, length| chunk(at, length).and_then(|c| self.rows.get(&c)).copied();
        let column = |at, length| chunk(at, length).and_then(|c| self.columns.get(&c)).copied();
        let null = sounds.first().map_or([0; 3], |first| null_chunk(*first));
        Form {
            rows: (0..sounds.len())
                .map(|at| [1, 2].map(|length| row(at, length).unwrap_or(0)))
                .collect(),
            columns: (0..sounds.len())
                .map(|at| [1, 2, 3].map(|length| column(at, length).unwrap_or(0)))
                .collect(),
            null_row: self.rows.get(&null).copied().unwrap_or(0),
            alone: self.alone(&sounds),
            sounds,
        }
    }

    /// What symbols cost by themselves under the bigram model, in eighths of a bit. O(symbols).
    pub(crate) fn alone(&self, sounds: &[Sound]) -> u32 {
        let mut before = sounds.first().map_or(0, |first| edge(*first));
        let mut cost = 0;
        for &sound in sounds {
            let known = self.background.get(&(before, sound));
            let known = known.or_else(|| self.background.get(&(ANY, sound)));
            cost += u32::from(known.copied().unwrap_or(UNSEEN));
            before = sound;
        }
        cost
    }

    /// The Latin letters that a form is mostly written with. O(symbols).
    pub(crate) fn latin(&self, form: &Form) -> Vec<Sound> {
        let mut out = Vec::with_capacity(form.sounds.len() * 2);
        for [single, _] in &form.rows {
            let column = self.best.get(usize::from(*single)).copied().unwrap_or(0);
            let chunk = self.column_chunks.get(usize::from(column)).copied().unwrap_or_default();
            out.extend(chunk.iter().filter(|sound| **sound != 0 && **sound < 0x80));
        }
        out
    }

    /// The cost of writing `native` as `latin`, in eighths of a bit. O(symbols × letters).
    pub(crate) fn cost(&self, native: &Form, latin: &Form) -> u32 {
        let (height, width) = (native.sounds.len(), latin.sounds.len());
        let mut table = [[u16::MAX; SOUNDS_MAX + 1]; 3];
        let null = self.row(native.null_row);
        for i in 0..=height {
            let [two_before, one_before, here] = &mut table;
            std::mem::swap(two_before, one_before);
            std::mem::swap(one_before, here);
            let (one, two) = (self.row_at(native, i, 1), self.row_at(native, i, 2));
            for j in 0..=width {
                let mut least = if i == 0 && j == 0 { 0 } else { u16::MAX };
                for length in 0..=j.min(3) {
                    let column = latin.column_ending(j, length);
                    if let Some(one) = one {
                        let cost = one[column].min(single_floor(length));
                        least = least.min(one_before[j - length].saturating_add(u16::from(cost)));
                    }
                    if let Some(two) = two.filter(|_| column != 0 || length == 0) {
                        let cost = u16::from(two[column]);
                        least = least.min(two_before[j - length].saturating_add(cost));
                    }
                    if length == 1 {
                        let cost = null[column].min(INSERT);
                        least = least.min(here[j - 1].saturating_add(u16::from(cost)));
                    }
                }
                here[j] = least;
            }
        }
        u32::from(table[2][width])
    }

    fn row(&self, row: u16) -> &[u8] {
        let start = usize::from(row) * self.width;
        self.costs.get(start..start + self.width).unwrap_or(&[])
    }

    /// The row of the chunk of `length` symbols that ends before place `i`.
    fn row_at(&self, form: &Form, i: usize, length: usize) -> Option<&[u8]> {
        let at = i.checked_sub(length)?;
        Some(self.row(form.rows.get(at)?[length - 1]))
    }
}

impl Form {
    /// The column of the `length` letters that end before place `j`; of none for zero.
    fn column_ending(&self, j: usize, length: usize) -> usize {
        if length == 0 {
            return 1;
        }
        usize::from(self.columns[j - length][length - 1])
    }
}

/// What one symbol costs at most beside so many letters: dropping it, or taking it for another.
fn single_floor(letters: usize) -> u8 {
    match letters {
        0 => DROP,
        1 => SUBSTITUTE,
        _ => UNKNOWN,
    }
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

/// Longer tokens are compared by their first symbols.
pub(crate) const SOUNDS_MAX: usize = 32;
/// Stands before a symbol whatever precedes it.
pub(crate) const ANY: Sound = 0xFFFF;
/// Markers stand in the private use area, where no script is.
const EDGE: Sound = 0xE000;
/// A symbol never seen while learning: 10 bits, one in a thousand.
const UNSEEN: u8 = 80;
const UNKNOWN: u8 = 255;
/// 12 bits for a symbol too many and 16 for a wrong one: about twice their cost when they are
/// right, so that a misspelling is held against a pair, but does not end it.
const DROP: u8 = 96;
const INSERT: u8 = 96;
const SUBSTITUTE: u8 = 128;
