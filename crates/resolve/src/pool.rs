//! All that is known, filed so that the few records worth comparing with one are found at once.
//!
//! Names are filed under the keys of their sounds (`liaison_names::keys`), numbers under themselves.
//! A search opens the rarest keys first, looks at the sketches of the names that share most of them,
//! and compares the best few. It reads nothing that the caller does not admit: what a reader may not see takes no
//! place from what the reader may.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, HashMap};

use liaison_names::{Hints, Kind as NameKind, Prepared, Sketch, Sought, compare, keys, sketches};
use rayon::prelude::*;

use crate::kind::Kind;
use crate::profile::{Commonness, Profile, Weighed, plain, weigh};
use crate::records::mix;

/// One thing that is said of a record.
#[derive(Debug, Clone)]
pub struct Said<'t> {
    /// Number of the record.
    pub record: u32,
    /// What the record is about.
    pub about: NameKind,
    /// What is said.
    pub kind: Kind,
    /// The value.
    pub text: &'t str,
    /// What the caller knows it by.
    pub tag: u64,
    /// What the caller decides by whether it is admitted, as many others are.
    pub class: u32,
}

/// What the caller admits is asked of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ask {
    /// Number of the record.
    pub record: u32,
    /// What is said.
    pub kind: Kind,
    /// What the caller knows it by.
    pub tag: u64,
    /// Its class.
    pub class: u32,
}

/// Says whether something that is said counts for whoever asks.
pub type Admits<'a> = &'a (dyn Fn(Ask) -> bool + Sync);

/// A record that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// Number of the record.
    pub record: u32,
    /// How it compares.
    pub weighed: Weighed,
}

/// A value that too many records share to compare all of them by it alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// What it is.
    pub kind: Kind,
    /// Of one record that has it, what the caller knows it by.
    pub tag: u64,
    /// How many values there are like it.
    pub values: u32,
}

/// How much a search may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// Names that are compared.
    pub names_max: usize,
    /// Records that are compared whole, and answered.
    pub records_max: usize,
}

/// All that is known.
#[derive(Debug, Default)]
pub struct Pool {
    /// What is said, in the order in which it came.
    said: Vec<Entry>,
    texts: String,
    /// For each record the last thing said of it, counted from 1; 0 where nothing is.
    last_of: Vec<u32>,
    abouts: Vec<NameKind>,
    records: u32,
    /// Under each key the numbers of the names that have it.
    names: HashMap<u64, Vec<u32>>,
    /// Of each name, which thing that is said it is.
    name_said: Vec<u32>,
    /// Of each name, where its sketches end.
    sketch_ends: Vec<u32>,
    sketches: Vec<Sketch>,
    numbers: HashMap<u64, Vec<u32>>,
    countries: BTreeMap<String, u32>,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    tag: u64,
    class: u32,
    record: u32,
    /// What was said of the same record before it, counted from 1.
    before: u32,
    text: u32,
    bytes: u16,
    kind: Kind,
    is_gone: bool,
}

impl Pool {
    /// Adds what is said. O(letters) for each, names in parallel.
    pub fn extend(&mut self, all: &[Said<'_>]) {
        let filed: Vec<(String, Vec<u32>, Vec<Sketch>)> = all
            .par_iter()
            .map(|said| match said.kind {
                Kind::FullName => {
                    let name = Prepared::new(said.text, &Hints { kind: said.about });
                    (plain(said.kind, said.text), keys(&name), sketches(&name))
                }
                kind => (plain(kind, said.text), Vec::new(), Vec::new()),
            })
            .collect();
        for (said, (text, keys, sketches)) in all.iter().zip(filed) {
            let is_name = said.kind == Kind::FullName;
            // Rooms for texts and entries are counted in 32 bits.
            let is_full = u32::MAX as usize <= self.texts.len() + text.len();
            if text.is_empty() || is_name && keys.is_empty() || is_full {
                continue;
            }
            let at = self.said.len() as u32;
            if is_name {
                let number = self.name_said.len() as u32;
                for key in keys {
                    self.names.entry(name_key(said.about, key)).or_default().push(number);
                }
                self.sketches.extend(sketches);
                self.sketch_ends.push(self.sketches.len() as u32);
                self.name_said.push(at);
            }
            if let Some(number) = number_key(said.kind, &text) {
                self.numbers.entry(number).or_default().push(at);
            }
            if said.kind == Kind::Country {
                *self.countries.entry(text.clone()).or_default() += 1;
            }
            let record = said.record as usize;
            if self.last_of.len() <= record {
                self.last_of.resize(record + 1, 0);
                self.abouts.resize(record + 1, NameKind::default());
            }
            self.records += u32::from(self.last_of[record] == 0);
            self.abouts[record] = said.about;
            let (bytes, kept) = (cut(&text).len(), self.texts.len() as u32);
            self.texts.push_str(cut(&text));
            self.said.push(Entry {
                tag: said.tag,
                class: said.class,
                record: said.record,
                before: self.last_of[record],
                text: kept,
                bytes: bytes as u16,
                kind: said.kind,
                is_gone: false,
            });
            self.last_of[record] = at + 1;
        }
    }

    /// Takes back what `is_gone` says of a tag. O(all that is said).
    pub fn remove(&mut self, is_gone: impl Fn(u64) -> bool) {
        self.said.iter_mut().for_each(|entry| entry.is_gone |= is_gone(entry.tag));
    }

    /// How many records something is said of.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records as usize
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records == 0
    }

    /// Numbers of the records that something is said of.
    pub fn records(&self) -> impl Iterator<Item = u32> + '_ {
        let known = self.last_of.iter().zip(0..).filter(|(last, _)| **last != 0);
        known.map(|(_, record)| record)
    }

    /// What is known of a record, as far as it is admitted.
    #[must_use]
    pub fn profile(&self, record: u32, admits: Admits<'_>) -> Profile {
        let about = self.abouts.get(record as usize).copied().unwrap_or_default();
        let mut profile = Profile::new(about);
        let mut said: Vec<&Entry> = self.said_of(record).collect();
        said.reverse();
        for entry in said.into_iter().filter(|entry| entry.is_admitted(admits)) {
            profile.push(entry.kind, self.text(entry), entry.tag);
        }
        profile
    }

    /// The records that are most likely the one of a profile, the likeliest first. O(names that
    /// share a key), of which a bounded number is opened.
    #[must_use]
    pub fn matches(&self, wanted: &Profile, effort: Effort, admits: Admits<'_>) -> Vec<Match> {
        let mut best: BTreeMap<u32, f32> = BTreeMap::new();
        for name in wanted.of_kind(Kind::FullName).filter_map(|value| value.name.as_deref()) {
            for at in self.alike(name, wanted.about, effort.names_max, admits) {
                let entry = &self.said[at as usize];
                let about = self.abouts[entry.record as usize];
                let other = Prepared::new(self.text(entry), &Hints { kind: about });
                let probability = compare(name, &other).probability;
                let known = best.entry(entry.record).or_default();
                *known = known.max(probability);
            }
        }
        best.retain(|_, probability| NAME_PROBABILITY_MIN <= *probability);
        for value in &wanted.values {
            let Some(number) = number_key(value.kind, &value.text) else { continue };
            let said = self.numbers.get(&number).map_or(&[][..], Vec::as_slice);
            for at in said.iter().take(SHARED_MAX) {
                let entry = &self.said[*at as usize];
                let is_like = self.abouts[entry.record as usize] == wanted.about;
                if is_like && entry.is_admitted(admits) {
                    best.insert(entry.record, f32::INFINITY);
                }
            }
        }
        let mut best: Vec<(u32, f32)> = best.into_iter().collect();
        best.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let whole = best.into_iter().take(effort.records_max + WHOLE_SPARE).map(|(record, _)| {
            let weighed = weigh(wanted, &self.profile(record, admits), self);
            Match { record, weighed }
        });
        let mut matches: Vec<Match> = whole.collect();
        matches.sort_by(|a, b| {
            b.weighed.bits.total_cmp(&a.weighed.bits).then(a.record.cmp(&b.record))
        });
        matches.truncate(effort.records_max);
        matches
    }

    /// Every two records that may be one and have at least so many bits, each pair once, the
    /// greatest first. `among` are the records whose pairs are wanted, as all of them or as those
    /// that are new.
    #[must_use]
    pub fn pairs(&self, among: &[u32], bits_min: f32, admits: Admits<'_>) -> Vec<(u32, u32, f32)> {
        let mut pairs: Vec<(u32, u32, f32)> = among
            .par_iter()
            .flat_map_iter(|&record| {
                let wanted = self.profile(record, admits);
                let found = self.matches(&wanted, PAIRING, admits);
                found.into_iter().filter_map(move |found| {
                    let bits = found.weighed.bits;
                    let is_pair = found.record != record && bits_min <= bits;
                    is_pair.then(|| (record.min(found.record), record.max(found.record), bits))
                })
            })
            .collect();
        pairs.sort_by_key(|(a, b, _)| (*a, *b));
        pairs.dedup_by_key(|(a, b, _)| (*a, *b));
        pairs.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
        pairs
    }

    /// Numbers that too many records share, the commonest first.
    #[must_use]
    pub fn over_common(&self, admits: Admits<'_>) -> Vec<Shared> {
        let mut found = Vec::new();
        for said in self.numbers.values().filter(|said| SHARED_MAX < said.len()) {
            let entries = said.iter().map(|at| &self.said[*at as usize]);
            let mut seen = entries.filter(|entry| entry.is_admitted(admits));
            let Some(first) = seen.next() else { continue };
            let values = seen.count() as u32 + 1;
            if SHARED_MAX < values as usize {
                found.push(Shared { kind: first.kind, tag: first.tag, values });
            }
        }
        found.sort_by_key(|shared| (std::cmp::Reverse(shared.values), shared.tag));
        found
    }

    /// The names that are most alike by their keys and sketches, the best first. O(names under the
    /// opened keys).
    fn alike(&self, name: &Prepared, about: NameKind, most: usize, admits: Admits<'_>) -> Vec<u32> {
        let mut lists: Vec<&[u32]> = keys(name)
            .into_iter()
            .filter_map(|key| self.names.get(&name_key(about, key)))
            .map(Vec::as_slice)
            .collect();
        lists.sort_by_key(|list| list.len());
        let mut rated = SHARED_KEYS.with_borrow_mut(|shared| self.shared_keys(&lists, shared));
        let sought = Sought::new(name);
        // The best so far, the least of them first.
        let mut best: BinaryHeap<Reverse<(u32, Reverse<u32>)>> = BinaryHeap::new();
        let (mut rest, mut sketched) = (&mut rated[..], 0);
        while sketched < SKETCHED_MAX && !rest.is_empty() {
            let next = rest.len().min(SKETCHED_MAX);
            if next < rest.len() {
                rest.select_nth_unstable_by(next, by_score);
            }
            let (likely, others) = std::mem::take(&mut rest).split_at_mut(next);
            for &mut (keys, number) in likely {
                if !self.is_found(self.name_said[number as usize], about, admits) {
                    continue;
                }
                sketched += 1;
                let score = keys + sought.likeness(self.sketches_of(number)) * SKETCH_WORTH;
                best.push(Reverse((score, Reverse(number))));
                if most < best.len() {
                    best.pop();
                }
            }
            rest = others;
        }
        let best = best.into_sorted_vec().into_iter();
        best.map(|Reverse((_, Reverse(number)))| self.name_said[number as usize]).collect()
    }

    /// The names under some of these keys, the rarest keys first, and what the keys are worth.
    fn shared_keys(&self, lists: &[&[u32]], shared: &mut Vec<u16>) -> Vec<(u32, u32)> {
        shared.resize(self.name_said.len().max(shared.len()), 0);
        let mut names: Vec<u32> = Vec::new();
        let mut opened = 0;
        for (rank, list) in lists.iter().enumerate() {
            if rank != 0 && OPENED_MAX < opened + list.len() {
                break;
            }
            opened += list.len();
            let share = self.name_said.len() as f32 / list.len().max(1) as f32;
            let worth = 1 + (share.log2() * EIGHTHS) as u16;
            for &number in list.iter().take(OPENED_MAX) {
                let score = &mut shared[number as usize];
                if *score == 0 {
                    names.push(number);
                }
                *score = score.saturating_add(worth);
            }
        }
        let take = |number: u32| {
            let score = std::mem::take(&mut shared[number as usize]);
            (u32::from(score), number)
        };
        names.into_iter().map(take).collect()
    }

    fn sketches_of(&self, number: u32) -> &[Sketch] {
        let number = number as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.sketch_ends[before]);
        &self.sketches[start as usize..self.sketch_ends[number] as usize]
    }

    fn is_found(&self, at: u32, about: NameKind, admits: Admits<'_>) -> bool {
        let entry = &self.said[at as usize];
        self.abouts[entry.record as usize] == about && entry.is_admitted(admits)
    }

    /// What is said of a record, the last first.
    fn said_of(&self, record: u32) -> impl Iterator<Item = &Entry> {
        let last = self.last_of.get(record as usize).copied().unwrap_or(0);
        let entry = |at: u32| self.said.get(at.checked_sub(1)? as usize);
        std::iter::successors(entry(last), move |one| entry(one.before))
    }

    fn text(&self, entry: &Entry) -> &str {
        let start = entry.text as usize;
        &self.texts[start..start + usize::from(entry.bytes)]
    }
}

impl Commonness for Pool {
    fn share(&self, kind: Kind, text: &str) -> f32 {
        let bearers = match kind {
            Kind::Country => self.countries.get(text).copied().unwrap_or(0) as usize,
            kind => {
                number_key(kind, text).and_then(|key| self.numbers.get(&key)).map_or(0, Vec::len)
            }
        };
        // Two bearers are what a match looks like: they do not make a number common.
        let bearers = if kind == Kind::Country { bearers } else { bearers.saturating_sub(1) };
        let records = self.records.max(RECORDS_MIN) as f32;
        (bearers.max(1) as f32 / records).min(1.0)
    }
}

impl Entry {
    fn is_admitted(&self, admits: Admits<'_>) -> bool {
        !self.is_gone
            && admits(Ask {
                record: self.record,
                kind: self.kind,
                tag: self.tag,
                class: self.class,
            })
    }
}

/// Under which number a value is filed, if its kind tells who somebody is. Of a telephone the last
/// digits: some lists write the country, some do not.
fn number_key(kind: Kind, text: &str) -> Option<u64> {
    let filed = match kind {
        Kind::Phone => {
            let start = text.len().saturating_sub(PHONE_DIGITS);
            text.get(start..).unwrap_or(text)
        }
        Kind::Document | Kind::Email | Kind::Account | Kind::Crypto | Kind::Handle => text,
        _ => return None,
    };
    let of_kind = kind.message_key().bytes().map(u64::from);
    Some(of_kind.chain(filed.bytes().map(u64::from)).fold(0, |hash, byte| mix(hash ^ byte)))
}

/// A value as far as it is kept.
fn cut(text: &str) -> &str {
    &text[..text.floor_char_boundary(TEXT_BYTES_MAX)]
}

/// A key of names of one kind.
fn name_key(about: NameKind, key: u32) -> u64 {
    (about as u64) << 32 | u64::from(key)
}

/// The highest score first, of equal ones what came first.
fn by_score(a: &(u32, u32), b: &(u32, u32)) -> std::cmp::Ordering {
    b.0.cmp(&a.0).then(a.1.cmp(&b.1))
}

thread_local! {
    /// For each name what its keys in common with the sought one are worth; all 0 between searches.
    static SHARED_KEYS: RefCell<Vec<u16>> = const { RefCell::new(Vec::new()) };
}

impl Effort {
    /// One name or record looked for in millions.
    pub const SCREENING: Self = Self { names_max: 40, records_max: 10 };
}

/// How much is done for each record when all are compared with all.
const PAIRING: Effort = Effort { names_max: 16, records_max: 8 };
/// Records compared whole beyond those that are wanted, as the names alone do not say the order.
const WHOLE_SPARE: usize = 4;
/// Names that are opened for one name.
const OPENED_MAX: usize = 25_000;
/// Of these the ones whose sketches are compared.
const SKETCHED_MAX: usize = 800;
/// Records with a number in common that are compared by it; more of them are an office's number.
const SHARED_MAX: usize = 50;
/// Names below are strangers, and whoever has nothing else in common is not looked at.
const NAME_PROBABILITY_MIN: f32 = 0.2;
/// What a bit of likeness is worth beside a bit of keys.
const SKETCH_WORTH: u32 = 4;
const EIGHTHS: f32 = 8.0;
/// Of few records nothing is known about how common a value is: as if there were so many.
const RECORDS_MIN: u32 = 1_000;
const PHONE_DIGITS: usize = 8;
/// Longer values are no names or numbers.
const TEXT_BYTES_MAX: usize = 512;

#[cfg(test)]
mod tests {
    use super::*;

    const EVERYTHING: Admits<'static> = &|_| true;

    fn said<'t>(record: u32, kind: Kind, text: &'t str, tag: u64) -> Said<'t> {
        Said { record, about: NameKind::Person, kind, text, tag, class: 0 }
    }

    fn pool() -> Pool {
        let mut pool = Pool::default();
        pool.extend(&[
            said(0, Kind::FullName, "강서윤", 1),
            said(0, Kind::Phone, "+82 10-5550-1177", 2),
            said(1, Kind::FullName, "Kang Seo-yun", 3),
            said(2, Kind::FullName, "Somchai Wongsakul", 4),
            said(3, Kind::FullName, "นายสมชาย วงศ์สกุล", 5),
            said(4, Kind::FullName, "Nguyen Van Hung", 6),
            said(5, Kind::FullName, "Nobody Else", 7),
            said(5, Kind::Phone, "010 5550 1177", 8),
        ]);
        pool
    }

    fn found(pool: &Pool, name: &str, admits: Admits<'_>) -> Vec<u32> {
        let mut wanted = Profile::new(NameKind::Person);
        wanted.push(Kind::FullName, name, 0);
        pool.matches(&wanted, Effort::SCREENING, admits).iter().map(|m| m.record).collect()
    }

    #[test]
    fn a_latin_name_finds_hangul_and_thai() {
        let pool = pool();

        let mut korean = found(&pool, "Gang Seoyun", EVERYTHING);
        let mut thai = found(&pool, "Somchai Wongsakul", EVERYTHING);

        korean.sort_unstable();
        thai.sort_unstable();
        assert_eq!((korean, thai), (vec![0, 1], vec![2, 3]));
    }

    #[test]
    fn a_number_finds_its_record_whatever_the_name_is() {
        let pairs = pool().pairs(&[0, 1, 2, 3, 4, 5], 0.5, EVERYTHING);

        assert!(pairs.iter().any(|(a, b, _)| (*a, *b) == (0, 1)), "{pairs:?}");
        assert!(pairs.iter().any(|(a, b, _)| (*a, *b) == (0, 5)), "{pairs:?}");
    }

    #[test]
    fn what_is_not_admitted_or_gone_is_not_found() {
        let mut pool = pool();

        assert_eq!(found(&pool, "Kang Seo-yun", &|ask| ask.tag != 1), [1]);
        pool.remove(|tag| tag == 3);
        assert_eq!(found(&pool, "Kang Seo-yun", EVERYTHING), [0]);
    }

    #[test]
    fn a_number_of_an_office_is_told_and_brings_nobody_together() {
        let mut pool = Pool::default();
        let names: Vec<String> = (0..60).map(|at| format!("Person{at}")).collect();
        for (name, at) in names.iter().zip(0..) {
            let phone = said(at, Kind::Phone, "+855 23 555 555", 1000 + u64::from(at));
            pool.extend(&[said(at, Kind::FullName, name, at.into()), phone]);
        }

        let shared = pool.over_common(EVERYTHING);

        assert_eq!((shared.len(), shared[0].values), (1, 60));
        assert!(pool.over_common(&|ask| ask.tag < 1030).is_empty());
    }
}
