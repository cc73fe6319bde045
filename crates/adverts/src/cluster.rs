//! Which texts come from one hand: near-duplicates, found by small sketches and verified in full.
//!
//! Each cluster has a first text, and every other text of it is verified against that one: texts
//! that resemble their neighbours step by step are not drawn together (no chaining). Of texts that
//! are alike but for contacts, those that share a contact are one cluster: a template that two
//! hands use is two clusters of one template.
//!
//! # Invariants
//!
//! * Texts come in one by one; what was said of earlier ones changes only when a text shares
//!   contacts with two clusters of one template, which are one from then on.
//! * A text costs the same whether it is the first or the millionth, and a repeated one no memory.
//! * The same texts in the same order give the same clusters.

use std::collections::HashMap;
use std::ops::Range;

use crate::fold::Folded;
use rayon::prelude::*;

use crate::identifiers::{Identifier, Kind, identifiers};
use crate::language::Language;
use crate::view::View;

/// What of a text is compared: hashes of runs of its characters, digits and contacts left out.
#[derive(Debug, Clone, Default)]
pub struct Sketch {
    /// The smallest hashes of all runs, in order, each once.
    smallest: Vec<u32>,
    contacts: Vec<u64>,
    /// Of two texts that are alike most likely one is the same.
    keys: Vec<u64>,
}

/// The sketches of texts, made on all cores.
#[must_use]
pub fn sketches(texts: &[String]) -> Vec<Sketch> {
    let sketch = |text: &String| {
        let folded = Folded::new(text);
        let view = View::new(&folded);
        Sketch::new(text, &identifiers(&folded, &view, Language::of(text)))
    };
    texts.par_iter().map(sketch).collect()
}

impl Sketch {
    /// The sketch of a text with its identifiers.
    #[must_use]
    pub fn new(raw: &str, identifiers: &[Identifier]) -> Self {
        let varying: Vec<Range<usize>> =
            identifiers.iter().filter(|one| varies(one.kind)).map(|one| one.span.clone()).collect();
        let fixed = without(raw, &varying);
        let view = View::new(&Folded::new(&fixed));
        let letters: Vec<char> =
            view.text().chars().filter(|letter| !letter.is_ascii_digit()).collect();
        let runs = letters.windows(RUN.min(letters.len().max(1)));
        let mut smallest: Vec<u32> = runs.map(hash_of_run).collect();
        smallest.sort_unstable();
        smallest.dedup();
        smallest.truncate(SMALLEST_MAX);
        let mut contacts: Vec<u64> = identifiers
            .iter()
            .filter(|one| one.kind.is_contact() && CONTACT_SURE <= one.confidence)
            .map(|one| contact_hash(one.kind, &one.value))
            .collect();
        contacts.sort_unstable();
        contacts.dedup();
        let keys = keys(&smallest);
        Self { smallest, contacts, keys }
    }

    /// How many of their runs two texts share (Jaccard), estimated from the smallest of both
    /// where there are more (Cohen & Kaplan 2007).
    fn likeness(&self, other: &[u32]) -> f64 {
        let (mut a, mut b) = (self.smallest.iter().peekable(), other.iter().peekable());
        let (mut both, mut all) = (0_u32, 0_u32);
        // Beyond the last of the shorter full sketch nothing is known.
        while all < SMALLEST_MAX as u32 {
            match (a.peek(), b.peek()) {
                (Some(x), Some(y)) if x == y => {
                    both += 1;
                    a.next();
                    b.next();
                }
                (Some(x), Some(y)) if x < y => _ = a.next(),
                (Some(_), None) => _ = a.next(),
                (_, Some(_)) => _ = b.next(),
                (None, None) => break,
            }
            all += 1;
        }
        if all == 0 { 1.0 } else { f64::from(both) / f64::from(all) }
    }
}

/// The clusters of the texts that have come in so far.
#[derive(Debug, Clone, Default)]
pub struct Clusters {
    templates: Vec<Template>,
    /// Templates by the keys of their first texts.
    by_key: HashMap<u64, Vec<u32>>,
    /// The cluster in which each was merged, or itself.
    merged_into: Vec<u32>,
}

#[derive(Debug, Clone)]
struct Template {
    smallest: Box<[u32]>,
    /// Clusters by contact; the one of texts without any under none.
    by_contact: HashMap<u64, u32>,
    without_contact: Option<u32>,
}

/// Where a text belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The number of its template.
    pub template: u32,
    /// The number of its cluster; [`Clusters::cluster`] says in which it was merged since.
    pub cluster: u32,
}

impl Clusters {
    /// No text yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a text in.
    pub fn add(&mut self, sketch: &Sketch) -> Place {
        let template = self.alike(sketch).unwrap_or_else(|| self.begin(sketch));
        let cluster = self.by_contacts(template, sketch);
        Place { template, cluster }
    }

    /// The cluster that a cluster is in by now.
    #[must_use]
    pub fn cluster(&self, cluster: u32) -> u32 {
        let mut at = cluster;
        while let Some(next) = self.merged_into.get(at as usize).filter(|next| **next != at) {
            at = *next;
        }
        at
    }

    /// How many templates there are.
    #[must_use]
    pub fn templates(&self) -> usize {
        self.templates.len()
    }

    /// The most similar template among those that share a key, if it is similar enough.
    fn alike(&self, sketch: &Sketch) -> Option<u32> {
        let mut candidates: Vec<u32> =
            sketch.keys.iter().filter_map(|key| self.by_key.get(key)).flatten().copied().collect();
        candidates.sort_unstable();
        candidates.dedup();
        let likeness =
            |template: &u32| sketch.likeness(&self.templates[*template as usize].smallest);
        let found = candidates.iter().map(|template| (likeness(template), *template));
        let best = found.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))?;
        (ALIKE <= best.0).then_some(best.1)
    }

    fn begin(&mut self, sketch: &Sketch) -> u32 {
        let number = self.templates.len() as u32; // as many as there are texts at most
        for key in &sketch.keys {
            let templates = self.by_key.entry(*key).or_default();
            // A key that many share says nothing, and the others still stand.
            if templates.len() < TEMPLATES_PER_KEY {
                templates.push(number);
            }
        }
        let smallest = sketch.smallest.clone().into_boxed_slice();
        self.templates.push(Template {
            smallest,
            by_contact: HashMap::new(),
            without_contact: None,
        });
        number
    }

    fn by_contacts(&mut self, template: u32, sketch: &Sketch) -> u32 {
        let known = &self.templates[template as usize];
        let mut own: Vec<u32> = sketch
            .contacts
            .iter()
            .filter_map(|contact| known.by_contact.get(contact))
            .copied()
            .collect();
        if sketch.contacts.is_empty() {
            own.extend(known.without_contact);
        }
        let own: Vec<u32> = own.into_iter().map(|cluster| self.cluster(cluster)).collect();
        let cluster = match own.iter().min() {
            Some(least) => *least,
            None => {
                let next = self.merged_into.len() as u32;
                self.merged_into.push(next);
                next
            }
        };
        for other in own {
            self.merged_into[other as usize] = cluster;
        }
        let known = &mut self.templates[template as usize];
        if sketch.contacts.is_empty() {
            known.without_contact = Some(cluster);
        }
        for contact in &sketch.contacts {
            known.by_contact.insert(*contact, cluster);
        }
        cluster
    }
}

/// Keys of which two texts that are alike share one, most likely: the least hashes of each of a few
/// orders, two together.
fn keys(runs: &[u32]) -> Vec<u64> {
    let least = |order: u64| {
        runs.iter().map(|run| mixed(u64::from(*run) ^ order.wrapping_mul(ORDER))).min()
    };
    let key = |key: u64| {
        let parts = (0..ORDERS_PER_KEY)
            .map(|part| least(key * ORDERS_PER_KEY + part + 1).unwrap_or_default());
        parts.fold(key, |key, part| mixed(key ^ part))
    };
    (0..KEYS).map(key).collect()
}

/// Whether an identifier differs from advert to advert of one hand.
fn varies(kind: Kind) -> bool {
    kind != Kind::Place
}

/// A text without some parts of it, which stand in order or over each other.
fn without(raw: &str, parts: &[Range<usize>]) -> String {
    let mut kept = String::with_capacity(raw.len());
    let mut at = 0;
    for part in parts {
        if at <= part.start {
            kept.push_str(&raw[at..part.start]);
            kept.push(' ');
        }
        at = at.max(part.end);
    }
    kept.push_str(&raw[at..]);
    kept
}

fn hash_of_run(run: &[char]) -> u32 {
    let hash = run
        .iter()
        .fold(SEED, |hash, letter| (hash ^ u64::from(u32::from(*letter))).wrapping_mul(PRIME));
    (mixed(hash) >> 32) as u32
}

fn contact_hash(kind: Kind, value: &str) -> u64 {
    let start = SEED ^ kind as u64;
    mixed(
        value
            .chars()
            .flat_map(char::to_lowercase)
            .fold(start, |hash, letter| (hash ^ u64::from(u32::from(letter))).wrapping_mul(PRIME)),
    )
}

/// SplitMix64's last steps.
fn mixed(value: u64) -> u64 {
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

/// Characters of a run.
const RUN: usize = 4;
/// Hashes that are kept of a text: 0.8 kB for each template. The likeness of longer texts is
/// estimated to about 0.035.
const SMALLEST_MAX: usize = 192;
/// Texts that share so many of their runs are alike.
const ALIKE: f64 = 0.6;
/// With 16 keys of two orders, texts with a likeness of 0.6 share a key 999 times in 1,000, those
/// with 0.3 in 78 % of the cases, and those with 0.1 in 15 %.
const KEYS: u64 = 16;
const ORDERS_PER_KEY: u64 = 2;
/// Templates that are compared because of one key.
const TEMPLATES_PER_KEY: usize = 64;
/// What is less sure to be a contact keeps no texts apart.
const CONTACT_SURE: f32 = 0.5;
const SEED: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;
/// An odd number, from the golden ratio.
const ORDER: u64 = 0x9e37_79b9_7f4a_7c15;

#[cfg(test)]
mod tests {
    use super::*;

    fn sketch(raw: &str) -> Sketch {
        let folded = Folded::new(raw);
        Sketch::new(raw, &identifiers(&folded, &View::new(&folded), Language::of(raw)))
    }

    fn clusters_of(texts: &[&str]) -> Vec<u32> {
        let mut clusters = Clusters::new();
        let places: Vec<Place> = texts.iter().map(|text| clusters.add(&sketch(text))).collect();
        places.iter().map(|place| clusters.cluster(place.cluster)).collect()
    }

    const ONE: &str =
        "해외 상담원 모집. 경력 필요 없음, 월 5000000 KRW, 항공권과 숙소 제공. 텔레그램 @demo_one";

    #[test]
    fn the_same_words_with_another_sum_are_one_cluster() {
        let other = ONE.replace("5000000", "9800000").replace("모집.", "모집!");
        assert_eq!(clusters_of(&[ONE, &other, "招聘线上客服，无需经验，包吃住"]), [0, 0, 1]);
    }

    #[test]
    fn a_template_of_two_hands_is_two_clusters_until_they_share_a_contact() {
        let other = ONE.replace("demo_one", "demo_two");
        let both = ONE.replace("@demo_one", "@demo_one 텔레그램 @demo_two");

        assert_eq!(clusters_of(&[ONE, &other]), [0, 1]);
        assert_eq!(clusters_of(&[ONE, &other, &both]), [0, 0, 0]);
    }

    #[test]
    fn texts_that_resemble_their_neighbours_step_by_step_are_not_one() {
        let words: Vec<String> = (0..60)
            .map(|at| {
                format!(
                    "w{}x",
                    char::from(b'a' + (at % 26)).to_string().repeat(2 + at as usize / 26)
                )
            })
            .collect();
        let texts: Vec<String> = (0..40).map(|at| words[at..at + 20].join(" ")).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();

        let clusters = clusters_of(&texts);
        assert_ne!(clusters[0], clusters[39]);
    }

    #[test]
    fn a_text_that_comes_again_and_again_is_one_template() {
        let sketch = sketch(ONE);
        let mut clusters = Clusters::new();
        (0..100_000).for_each(|_| _ = clusters.add(&sketch));

        assert_eq!(clusters.templates(), 1);
    }

    #[test]
    fn nothing_is_like_nothing() {
        assert_eq!(clusters_of(&["", "", "010-1234-5678"]), [0, 0, 1]);
    }
}
