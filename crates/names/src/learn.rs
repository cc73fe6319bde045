//! Learns the costs of sounds from pairs of spellings. Run by hand, when the data is made.
//!
//! Expectation and maximisation over all alignments of each pair (Jiampojamarn, Kondrak and
//! Sherif, "Applying many-to-many alignments and hidden Markov models to letter-to-phoneme
//! conversion", 2007), separately for each block of native symbols, then counts of bigrams.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::model::{ANY, Chunk, edge, null_chunk};
use crate::sound::Sound;

/// One pair to learn from.
#[derive(Debug, Clone)]
pub(crate) struct Lesson {
    pub(crate) native: Vec<Sound>,
    pub(crate) latin: Vec<Sound>,
    pub(crate) weight: f64,
}

/// Learns a model and writes it as `Model::read` reads it. O(rounds × pairs × symbols × letters).
pub(crate) fn learn(lessons: &[Lesson]) -> Vec<u8> {
    let mut table = Table::new(lessons);
    for _ in 0..ROUNDS {
        table.round(lessons);
    }
    let mut out = table.written();
    write_background(lessons, &mut out);
    out
}

/// One step of an alignment that ends at place `i` and `j`.
struct Move {
    i: usize,
    j: usize,
    up: usize,
    left: usize,
    cell: usize,
    chance: f64,
}

struct Table {
    rows: HashMap<Chunk, usize>,
    columns: HashMap<Chunk, usize>,
    /// Probability of each row and column together within the row's block.
    joint: Vec<f64>,
    counts: Vec<f64>,
}

impl Table {
    fn new(lessons: &[Lesson]) -> Self {
        let mut rows: BTreeMap<Chunk, f64> = BTreeMap::new();
        let mut columns: BTreeMap<Chunk, f64> = BTreeMap::new();
        for lesson in lessons {
            if let Some(first) = lesson.native.first() {
                *rows.entry(null_chunk(*first)).or_default() += f64::MAX.sqrt();
            }
            count_chunks(&lesson.native, 2, lesson.weight, &mut rows);
            count_chunks(&lesson.latin, 3, lesson.weight, &mut columns);
        }
        let rows = most_common(rows, ROWS_MAX);
        let mut columns = most_common(columns, COLUMNS_MAX);
        // The first column is nothing.
        columns.insert(0, [0; 3]);
        let size = rows.len() * columns.len();
        let index = |chunks: Vec<Chunk>| chunks.into_iter().enumerate().map(|(i, c)| (c, i));
        Self {
            rows: index(rows).collect(),
            columns: index(columns).collect(),
            joint: vec![1e-4; size],
            counts: vec![0.0; size],
        }
    }

    fn round(&mut self, lessons: &[Lesson]) {
        self.counts.fill(0.0);
        for lesson in lessons {
            self.expectation(lesson);
        }
        let width = self.columns.len();
        let mut totals: HashMap<Sound, f64> = HashMap::new();
        for (chunk, row) in &self.rows {
            let sum: f64 = self.counts[row * width..(row + 1) * width].iter().sum();
            *totals.entry(block(chunk)).or_default() += sum;
        }
        for (chunk, row) in &self.rows {
            let total = totals.get(&block(chunk)).copied().unwrap_or(0.0).max(1e-9);
            for cell in row * width..(row + 1) * width {
                self.joint[cell] = self.counts[cell] / total;
            }
        }
    }

    /// Adds the expected use of each cell over all alignments of one lesson.
    fn expectation(&mut self, lesson: &Lesson) {
        let (height, width) = (lesson.native.len(), lesson.latin.len());
        let moves = self.moves(lesson);
        let mut forward = vec![vec![0.0; width + 1]; height + 1];
        forward[0][0] = 1.0;
        for m in &moves {
            forward[m.i][m.j] += forward[m.i - m.up][m.j - m.left] * m.chance;
        }
        let total = forward[height][width];
        if total <= 1e-290 {
            return;
        }
        let mut backward = vec![vec![0.0; width + 1]; height + 1];
        backward[height][width] = 1.0;
        for m in moves.iter().rev() {
            let after = backward[m.i][m.j] * m.chance;
            backward[m.i - m.up][m.j - m.left] += after;
            self.counts[m.cell] +=
                lesson.weight * forward[m.i - m.up][m.j - m.left] * after / total;
        }
    }

    /// Every step that some alignment of a lesson may take, in the order of its end.
    fn moves(&self, lesson: &Lesson) -> Vec<Move> {
        let (native, latin) = (&lesson.native, &lesson.latin);
        let row_of = |i: usize, up: usize| match up {
            0 => self.rows.get(&null_chunk(*native.first()?)).copied(),
            _ => self.rows.get(&chunk(&native[i.checked_sub(up)?..i])).copied(),
        };
        let column_of = |j: usize, left: usize| {
            self.columns.get(&chunk(&latin[j.checked_sub(left)?..j])).copied()
        };
        let columns: Vec<[Option<usize>; 4]> =
            (0..=latin.len()).map(|j| [0, 1, 2, 3].map(|left| column_of(j, left))).collect();
        let mut moves = Vec::with_capacity((native.len() + 1) * (latin.len() + 1) * MOVES.len());
        for i in 0..=native.len() {
            let rows = [0, 1, 2].map(|up| row_of(i, up));
            for (j, columns) in columns.iter().enumerate() {
                for (up, left) in MOVES {
                    let (Some(row), Some(column)) = (rows[up], columns[left]) else { continue };
                    let cell = row * self.columns.len() + column;
                    let chance = self.joint[cell] * prior(up, left);
                    if 0.0 < chance {
                        moves.push(Move { i, j, up, left, cell, chance });
                    }
                }
            }
        }
        moves
    }

    /// The table in the layout of `Model::read`, without cells that nothing speaks for.
    fn written(&self) -> Vec<u8> {
        let mut out = Vec::new();
        let width = self.columns.len();
        let sorted = |chunks: &HashMap<Chunk, usize>| {
            let mut sorted: Vec<(usize, Chunk)> = chunks.iter().map(|(c, i)| (*i, *c)).collect();
            sorted.sort_unstable();
            sorted
        };
        for chunks in [sorted(&self.rows), sorted(&self.columns)] {
            push(&mut out, chunks.len());
            for (_, chunk) in chunks {
                chunk.iter().for_each(|sound| out.extend(sound.to_le_bytes()));
            }
        }
        for (row, _) in sorted(&self.rows) {
            let cells =
                (0..width).filter(|column| CELL_COUNT_MIN < self.counts[row * width + column]);
            let cells: Vec<usize> = cells.collect();
            push(&mut out, cells.len());
            for column in cells {
                push(&mut out, column + 1);
                out.push(bits(self.joint[row * width + column]));
            }
        }
        out
    }
}

fn write_background(lessons: &[Lesson], out: &mut Vec<u8>) {
    let mut pairs: BTreeMap<Sound, BTreeMap<Sound, f64>> = BTreeMap::new();
    for lesson in lessons {
        for name in [&lesson.native, &lesson.latin] {
            let mut before = name.first().map_or(0, |first| edge(*first));
            for &sound in name {
                *pairs.entry(before).or_default().entry(sound).or_default() += lesson.weight;
                before = sound;
            }
        }
    }
    let mut single: BTreeMap<Sound, f64> = BTreeMap::new();
    for (sound, count) in pairs.values().flatten() {
        *single.entry(*sound).or_default() += count;
    }
    let blocks: BTreeSet<Sound> = single.keys().map(|sound| edge(*sound)).collect();
    let mut totals: HashMap<Sound, f64> = HashMap::new();
    for (sound, count) in &single {
        *totals.entry(edge(*sound)).or_default() += count;
    }
    let alone = |sound: Sound| single[&sound] / totals[&edge(sound)].max(1e-9);
    push(out, pairs.len() + 1);
    push(out, single.len());
    out.extend(ANY.to_le_bytes());
    for sound in single.keys() {
        out.extend(sound.to_le_bytes());
        out.push(bits(alone(*sound) * UNSEEN_SHARE));
    }
    debug_assert!(!blocks.is_empty() || lessons.is_empty());
    for (before, after) in &pairs {
        let total: f64 = after.values().sum();
        push(out, after.len());
        out.extend(before.to_le_bytes());
        for (sound, count) in after {
            out.extend(sound.to_le_bytes());
            let share = count / total;
            out.push(bits(share * (1.0 - UNSEEN_SHARE) + alone(*sound) * UNSEEN_SHARE));
        }
    }
}

fn count_chunks(sounds: &[Sound], longest: usize, weight: f64, into: &mut BTreeMap<Chunk, f64>) {
    for length in 1..=longest {
        for window in sounds.windows(length) {
            // Single symbols are always kept; long chunks have to be common.
            let bonus = if length == 1 { 1e6 } else { 1.0 / (length * length) as f64 };
            *into.entry(chunk(window)).or_default() += weight * bonus;
        }
    }
}

fn most_common(counts: BTreeMap<Chunk, f64>, most: usize) -> Vec<Chunk> {
    let mut sorted: Vec<(Chunk, f64)> = counts.into_iter().filter(|(_, n)| 2.0 < *n).collect();
    sorted.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    sorted.truncate(most);
    sorted.into_iter().map(|(chunk, _)| chunk).collect()
}

fn chunk(sounds: &[Sound]) -> Chunk {
    let mut chunk = [0; 3];
    for (place, sound) in chunk.iter_mut().zip(sounds) {
        *place = *sound;
    }
    chunk
}

fn block(chunk: &Chunk) -> Sound {
    if chunk[0] == 0 { chunk[1] } else { edge(chunk[0]) }
}

/// Chunks of more than one native symbol must earn their place against single ones.
fn prior(native: usize, latin: usize) -> f64 {
    match (native, latin) {
        (2, _) => 0.05,
        (0, _) | (_, 0) => 0.3,
        _ => 1.0,
    }
}

/// A probability as eighths of a bit.
fn bits(probability: f64) -> u8 {
    let eighths = (-probability.max(1e-12).log2() * 8.0).round();
    // The value is between 0 and 254 here, so that the conversion is exact.
    eighths.clamp(0.0, 254.0) as u8
}

fn push(out: &mut Vec<u8>, count: usize) {
    out.extend(u16::try_from(count).unwrap_or(u16::MAX).to_le_bytes());
}

const ROUNDS: usize = 5;
const ROWS_MAX: usize = 3800;
const COLUMNS_MAX: usize = 900;
const CELL_COUNT_MIN: f64 = 0.7;
/// What a bigram that was not seen gets of the whole.
const UNSEEN_SHARE: f64 = 0.1;
const MOVES: [(usize, usize); 9] =
    [(0, 1), (1, 0), (1, 1), (1, 2), (1, 3), (2, 0), (2, 1), (2, 2), (2, 3)];
