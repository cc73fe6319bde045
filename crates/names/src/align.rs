//! Links the parts of two names that are spellings of one another.

use crate::compare::Rule;
use crate::lexicon::HAN;
use crate::model::{Letter, MODEL, Symbol, alone};
use crate::prepare::{Group, Kind, PARTS_MAX, Prepared, SYLLABLE_BELOW};
use crate::script::Script;
use crate::syllable::syllables;

/// A pair of groups that may be one part in two spellings.
#[derive(Clone, Copy)]
pub(crate) struct Link {
    pub(crate) a: u16,
    pub(crate) b: u16,
    pub(crate) rule: Rule,
    /// Evidence for one name, in eighths of a bit.
    pub(crate) weight: i32,
}

/// The links that were taken, and the parts that none of them has, a bit each.
pub(crate) struct Links {
    taken: [Link; PARTS_MAX],
    count: usize,
    pub(crate) left_a: u16,
    pub(crate) left_b: u16,
}

impl Links {
    fn new(a: &Prepared, b: &Prepared) -> Self {
        let none = Link { a: 0, b: 0, rule: Rule::Equal, weight: 0 };
        let all = |name: &Prepared| (1 << name.parts.len()) - 1;
        Self { taken: [none; PARTS_MAX], count: 0, left_a: all(a), left_b: all(b) }
    }

    pub(crate) fn found(&self) -> &[Link] {
        &self.taken[..self.count]
    }

    fn is_free(&self, a: &Group, b: &Group) -> bool {
        mask(a) & !self.left_a == 0 && mask(b) & !self.left_b == 0
    }

    fn take(&mut self, link: Link, a: &Group, b: &Group) {
        self.left_a &= !mask(a);
        self.left_b &= !mask(b);
        // Each link takes a part of both, so that there are at most as many as parts.
        self.taken[self.count] = link;
        self.count += 1;
    }
}

fn mask(group: &Group) -> u16 {
    ((1 << group.count) - 1) << group.start
}

/// The links that together speak most for one name, none sharing a part with another: equal parts
/// first, then the strongest.
pub(crate) fn best_links(a: &Prepared, b: &Prepared) -> Links {
    let mut links = Links::new(a, b);
    take_equal_parts(a, b, &mut links);
    if links.left_a == 0 || links.left_b == 0 {
        return links;
    }
    if !has_link(a, b, &links) {
        return links;
    }
    let mut possible = possible_links(a, b, &links);
    let parts =
        |link: &Link| a.groups[usize::from(link.a)].count + b.groups[usize::from(link.b)].count;
    possible.sort_unstable_by_key(|link| (-link.weight, parts(link), link.a, link.b));
    for link in possible {
        let (of_a, of_b) = (&a.groups[usize::from(link.a)], &b.groups[usize::from(link.b)]);
        if links.is_free(of_a, of_b) {
            links.take(link, of_a, of_b);
        }
    }
    links
}

/// Whether anything speaks for one name at all. Of strangers' names this is all that is asked.
fn has_link(a: &Prepared, b: &Prepared, links: &Links) -> bool {
    if links.count != 0 {
        return true;
    }
    let single = |name: &Prepared| name.parts.len() == 1;
    let (joins_a, joins_b) = (single(b), single(a));
    for of_a in &a.groups {
        for of_b in &b.groups {
            // Where both scripts part words, some word of one name mostly is a word of the other.
            // What an acronym may stand for is all words together.
            let is_run =
                |name: &Prepared, group: &Group| 1 < group.count && !name.is_spelt_out(group);
            let is_joined = is_run(a, of_a) && !joins_a || is_run(b, of_b) && !joins_b;
            let is_spaced = of_a.script == of_b.script
                || of_a.script.parts_words() && of_b.script.parts_words();
            let is_both = 1 < of_a.count && 1 < of_b.count;
            if is_both || is_joined && is_spaced || !links.is_free(of_a, of_b) {
                continue;
            }
            let (of_a, of_b) = (Side { name: a, group: of_a }, Side { name: b, group: of_b });
            if of_a.link(&of_b, Search::Quick).is_some() {
                return true;
            }
        }
    }
    false
}

/// Every run of the one name that may be a part of the other, or the reverse.
fn possible_links(a: &Prepared, b: &Prepared, links: &Links) -> Vec<Link> {
    let mut possible = Vec::new();
    for (at_a, of_a) in a.groups.iter().enumerate() {
        for (at_b, of_b) in b.groups.iter().enumerate() {
            if 1 < of_a.count && 1 < of_b.count || !links.is_free(of_a, of_b) {
                continue;
            }
            let (side_a, side_b) = (Side { name: a, group: of_a }, Side { name: b, group: of_b });
            if let Some((rule, weight)) = side_a.link(&side_b, Search::Full) {
                // At most 42 groups.
                possible.push(Link { a: at_a as u16, b: at_b as u16, rule, weight });
            }
        }
    }
    possible
}

/// How far a link is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Search {
    /// Only links that speak for one name.
    Quick,
    /// Also spellings that fit badly.
    Full,
}

impl Search {
    /// A link below this weight is none: the parts are left over on both sides. What lies between
    /// −15 bits and zero is a spelling that fits badly, which is less of a contradiction.
    fn weight_min(self, common: i32) -> i32 {
        match self {
            Self::Quick => (-common / 2).min(-40),
            Self::Full => (-common / 2).min(-120),
        }
    }

    /// Whether too few letters are shared for an alignment to speak for one name. Latin letters
    /// mostly stand for letters, so that there the longer spelling counts.
    fn gives_up(
        self,
        shared: impl Fn() -> u32,
        height: usize,
        width: usize,
        is_latin: bool,
    ) -> bool {
        let (letters, percent) = match (self, is_latin) {
            (Self::Full, _) => return false,
            (Self::Quick, true) => (height.max(width).saturating_sub(1), 62),
            (Self::Quick, false) => (height.min(width), 50),
        };
        100 * (shared() as usize) < percent * letters
    }
}

/// Takes parts with the same letters or the same meaning, in the order of the names.
fn take_equal_parts(a: &Prepared, b: &Prepared, links: &mut Links) {
    for at_a in 0..a.parts.len() {
        for at_b in 0..b.parts.len() {
            let (of_a, of_b) = (&a.groups[at_a], &b.groups[at_b]);
            if !links.is_free(of_a, of_b) {
                continue;
            }
            let words = a.parts[at_a].word.zip(b.parts[at_b].word);
            let rule = if a.has_equal_part(at_a, b, at_b) {
                Rule::Equal
            } else if words.is_some_and(|(one, two)| one == two) {
                Rule::Meaning
            } else {
                continue;
            };
            let weight = of_a.weight.min(of_b.weight) as i32;
            links.take(Link { a: at_a as u16, b: at_b as u16, rule, weight }, of_a, of_b);
        }
    }
}

/// One side of a possible link.
struct Side<'a> {
    name: &'a Prepared,
    group: &'a Group,
}

impl Side<'_> {
    fn script(&self) -> Script {
        self.group.script
    }

    fn letters(&self) -> &[Letter] {
        self.name.letters_of(self.group)
    }

    fn text(&self) -> &str {
        self.name.text_of(self.group)
    }

    /// Whether all parts look like syllables of a Korean or Chinese name.
    fn is_syllables(&self) -> bool {
        let (start, count) = (usize::from(self.group.start), usize::from(self.group.count));
        let parts = &self.name.parts[start..start + count];
        parts.iter().all(|part| part.strangeness < SYLLABLE_BELOW)
    }

    fn is_initial(&self) -> bool {
        self.group.count == 1 && self.name.initial(self.group.start).is_some()
    }

    /// Whether the run is nothing but single letters. A vowel alone may be a syllable.
    fn is_all_initials(&self) -> bool {
        let letters = self.letters().len();
        letters == usize::from(self.group.count) && (1 < letters || self.is_initial())
    }

    fn weight(&self) -> i32 {
        self.group.weight as i32
    }

    /// How much two runs speak for one name, if that is not hopeless.
    fn link(&self, other: &Self, search: Search) -> Option<(Rule, i32)> {
        let (low, high) =
            if self.script() <= other.script() { (self, other) } else { (other, self) };
        let found = match (low.script(), high.script()) {
            (_, Script::Digits) => return None,
            (Script::Latin, Script::Latin) => latin(low, high, search)?,
            (Script::Hangul, Script::Han) => reading(low, high)?,
            (first, second) if first == second => edit(low, high)?,
            (Script::Latin, Script::Hangul) if low.is_all_initials() => hangul_initials(low, high)?,
            (Script::Latin, _) => (Rule::Sound, sound(high, low, search)?),
            _ => (Rule::Sound, sound(low, high, search).max(sound(high, low, search))?),
        };
        let common =
            if low.script() == high.script() { 0 } else { low.weight().min(high.weight()) };
        (search.weight_min(common) < found.1).then_some(found)
    }
}

/// Two Latin spellings.
fn latin(a: &Side, b: &Side, search: Search) -> Option<(Rule, i32)> {
    let (letters_a, letters_b) = (a.letters(), b.letters());
    if let Some(acronym) = acronym(a, b).or_else(|| acronym(b, a)) {
        return Some(acronym);
    }
    if let Some(glued) = glued_initials(a, b).or_else(|| glued_initials(b, a)) {
        return Some(glued);
    }
    if are_other_acronyms(a, b) {
        return None;
    }
    if a.is_initial() || b.is_initial() {
        let same =
            letters_a.first().map(|one| one.letter) == letters_b.first().map(|one| one.letter);
        return same.then(|| (Rule::Abbreviation, INITIAL.min(a.weight()).min(b.weight())));
    }
    if a.text() == b.text() {
        return Some((Rule::Equal, a.weight().min(b.weight())));
    }
    match (variant(a, b), spelt(a, b, search)) {
        (Some(variant), Some(spelt)) if spelt.1 < variant.1 => Some(variant),
        (variant, spelt) => spelt.or(variant),
    }
}

/// An acronym and the words of an organisation that it stands for: all of them, or two.
fn acronym(short: &Side, long: &Side) -> Option<(Rule, i32)> {
    let is_one = short.group.count == 1
        && 1 < long.group.count
        && 1 < short.text().len()
        && long.name.kind == Kind::Organisation
        && long.name.initials(long.group).eq(short.text().bytes());
    let letters = short.text().len() as i32;
    is_one.then(|| (Rule::Abbreviation, (INITIAL * letters).min(long.weight())))
}

/// Initials written as one word, as in JC for Jean-Claude: letters that no name is read with.
fn glued_initials(short: &Side, long: &Side) -> Option<(Rule, i32)> {
    let letters = short.text().len();
    let is_one = short.group.count == 1
        && 1 < letters
        && letters == usize::from(long.group.count)
        && short.name.kind == Kind::Person
        && !has_vowel(short.text())
        && long.name.initials(long.group).eq(short.text().bytes());
    is_one.then(|| (Rule::Abbreviation, (INITIAL * letters as i32).min(long.weight())))
}

/// Whether two short words of organisations are different acronyms, of which each letter counts.
fn are_other_acronyms(a: &Side, b: &Side) -> bool {
    let is_short = |side: &Side| {
        let letters = side.text().len();
        side.name.kind == Kind::Organisation
            && side.group.count == 1
            && letters <= ACRONYM_LETTERS_MAX
    };
    is_short(a)
        && is_short(b)
        && a.text() != b.text()
        && !(has_vowel(a.text()) && has_vowel(b.text()))
}

fn has_vowel(word: &str) -> bool {
    word.bytes().any(|letter| b"aeiouy".contains(&letter))
}

/// Two forms of one name, as in William and Guillaume, that a list has.
fn variant(a: &Side, b: &Side) -> Option<(Rule, i32)> {
    let mut items = a.group.variants.iter();
    let is_one = items.any(|item| b.group.variants.binary_search(item).is_ok());
    is_one.then(|| (Rule::Variant, (a.weight().min(b.weight()) - VARIANT).max(VARIANT)))
}

/// Two spellings by the letters alone.
fn spelt(a: &Side, b: &Side, search: Search) -> Option<(Rule, i32)> {
    let (letters_a, letters_b) = (a.letters(), b.letters());
    if is_far(letters_a.len(), letters_b.len()) {
        return None;
    }
    if search.gives_up(|| shared_letters(a, b), letters_a.len(), letters_b.len(), true) {
        return abbreviation(a, b);
    }
    let weigh = |way: usize| match search {
        Search::Quick => one_way(a, b, way, search),
        Search::Full => Some((one_way(a, b, way, search)? + one_way(b, a, way, search)?) / 2),
    };
    let common = a.weight().min(b.weight());
    let eastern = weigh(if Prepared::are_korean(a.name, b.name) { 1 } else { 2 });
    let eastern = eastern.map(|weight| weight.min(common + ABOVE_COMMON));
    let weight = match eastern {
        // What is a syllable is spelt as such: as a Western name, a letter more is little.
        Some(eastern) if a.is_syllables() && b.is_syllables() => eastern,
        _ => {
            let plain = weigh(0)?;
            let plain = scaled(plain, a).min(scaled(plain, b));
            eastern.map_or(plain, |eastern| eastern.max(plain.min(common + ABOVE_COMMON)))
        }
    };
    let abbreviated = abbreviation(a, b).filter(|(_, short)| weight < *short);
    Some(abbreviated.unwrap_or((Rule::Sound, weight)))
}

/// The weight of one Latin spelling as the other is mostly respelt.
fn one_way(a: &Side, b: &Side, way: usize, search: Search) -> Option<i32> {
    // As which names the letters are common is asked of one side only: of the other they are Latin.
    let (of_a, of_b) = (a.name.ways.get(way)?, b.name.ways.first()?);
    let symbols = of_a.symbols(usize::from(a.group.start), usize::from(a.group.count));
    let other = of_b.symbols(usize::from(b.group.start), usize::from(b.group.count));
    let alone = (alone(symbols) + alone(other)) as i32;
    let budget = (alone - search.weight_min(0)) as u32;
    Some(alone - MODEL.cost(symbols, b.letters(), budget) as i32)
}

/// A name and its beginning, as in Tim and Timothy, or what is left of it without vowels, as in Mohd
/// and Mohamed.
fn abbreviation(a: &Side, b: &Side) -> Option<(Rule, i32)> {
    let (short, long) = if a.text().len() < b.text().len() { (a, b) } else { (b, a) };
    let begins = ABBREVIATION_LETTERS_MIN <= short.text().len()
        && short.group.count == 1
        && long.group.count == 1
        && !(is_last(short) && is_last(long))
        // The son of Oleksandr is not Oleksandr.
        && !PATRONYMICS.iter().any(|ending| long.text().ends_with(ending))
        && (long.text().starts_with(short.text()) || is_contraction(short.text(), long.text()));
    begins.then(|| (Rule::Abbreviation, short.weight().min(long.weight()) / 2))
}

/// Whether a part stands last of more, as the family mostly does, which nobody shortens.
fn is_last(side: &Side) -> bool {
    side.group.start != 0 && usize::from(side.group.start) + 1 == side.name.parts.len()
}

/// Whether the letters of a word are the first, the last and others of a longer one, of which a
/// vowel before the last is left out.
fn is_contraction(short: &str, long: &str) -> bool {
    let is_vowel = |letter: u8| b"aeiouy".contains(&letter);
    let mut letters = long.bytes();
    let mut ending = short.bytes().rev().zip(long.bytes().rev()).take(2);
    short.as_bytes().first() == long.as_bytes().first()
        && ending.next().is_some_and(|(of_short, of_long)| of_short == of_long)
        && ending.next().is_some_and(|(of_short, of_long)| !is_vowel(of_short) && is_vowel(of_long))
        && short.bytes().all(|letter| letters.any(|other| other == letter))
}

/// A part that many people bear is worth less than its letters, and so is what links it.
fn scaled(weight: i32, side: &Side) -> i32 {
    let surplus = side.group.alone.saturating_sub(side.group.weight);
    (weight - surplus as i32 / 2).min(side.weight() + 2 * ABOVE_COMMON)
}

/// A spelling in another script beside the Latin letters of a name.
fn sound(native: &Side, latin: &Side, search: Search) -> Option<i32> {
    let letters = latin.letters();
    let letters_alone = match latin.script() {
        Script::Latin => latin.group.alone,
        // What a Latin letter costs after another: four bits.
        _ => letters.len() as u32 * 32,
    } as i32;
    if is_far(native.letters().len(), letters.len()) {
        return None;
    }
    let hopeless = search.weight_min(native.weight().min(latin.weight()));
    let mut best: Option<i32> = None;
    for symbols in native.name.said(native.group) {
        let alone = alone(symbols) as i32 + letters_alone;
        let floor = best.unwrap_or(hopeless);
        if search.gives_up(|| shared_symbols(symbols, latin), symbols.len(), letters.len(), false) {
            continue;
        }
        let weight = alone - MODEL.cost(symbols, letters, (alone - floor) as u32) as i32;
        best = Some(best.map_or(weight, |best| best.max(weight)));
    }
    best.map(|best| best.min(native.weight().min(latin.weight()) + ABOVE_COMMON))
}

/// Whether lengths alone rule a link out.
fn is_far(one: usize, other: usize) -> bool {
    one.min(other) * 2 + 3 < one.max(other)
}

/// The letters of one spelling that stand in the other, or are written for one there, in order:
/// the longest common subsequence, one bit a letter (Hyyrö, "Bit-parallel LCS-length computation
/// revisited", 2004).
fn shared_letters(a: &Side, b: &Side) -> u32 {
    let row = a.letters().iter().map(|one| b.name.near(b.group, usize::from(one.letter - b'a')));
    common_length(row)
}

fn shared_symbols(symbols: &[Symbol], latin: &Side) -> u32 {
    let row = symbols.iter().map(|symbol| latin.name.places(latin.group, symbol.letters()));
    common_length(row)
}

fn common_length(places: impl Iterator<Item = u64>) -> u32 {
    let mut open = u64::MAX;
    for place in places {
        let taken = open & place;
        open = open.wrapping_add(taken) | (open - taken);
    }
    open.count_zeros()
}

fn edit(a: &Side, b: &Side) -> Option<(Rule, i32)> {
    let common = a.weight().min(b.weight());
    if a.text() == b.text() {
        return Some((Rule::Equal, common));
    }
    // Not one character in common: no spelling of the other.
    let (edits, true) = edits(a.text(), b.text(), |x, y| x == y) else { return None };
    let cost = match a.script() {
        // In a name of two or three syllables another one is another name.
        Script::Hangul | Script::Han => edits * SYLLABLE_EDIT,
        // The pen slips once; with every further letter it is likelier another name.
        _ => EDIT + (edits - 1) * MORE_EDIT,
    };
    Some((Rule::Edit, common - cost))
}

/// How many letters differ in two spellings.
pub(crate) fn letter_edits(one: &str, other: &str) -> i32 {
    edits(one, other, |x, y| x == y).0
}

/// How many edits make one row of characters of another, and whether they have any in common.
fn edits(one: &str, two: &str, same: impl Fn(char, char) -> bool) -> (i32, bool) {
    let mut other = ['\0'; EDIT_CHARS_MAX];
    let mut width = 0;
    for (place, c) in other.iter_mut().zip(two.chars()) {
        *place = c;
        width += 1;
    }
    let mut before = [0_i32; EDIT_CHARS_MAX + 1];
    for (place, cost) in before.iter_mut().zip(0..) {
        *place = cost;
    }
    let mut height = 0;
    for x in one.chars().take(EDIT_CHARS_MAX) {
        height += 1;
        let mut here = [0; EDIT_CHARS_MAX + 1];
        here[0] = height;
        for (j, &y) in other[..width].iter().enumerate() {
            let replaced = before[j] + i32::from(!same(x, y));
            here[j + 1] = replaced.min(before[j + 1] + 1).min(here[j] + 1);
        }
        before = here;
    }
    // At most 32 characters.
    (before[width], before[width] != height.max(width as i32))
}

/// Chinese characters and the Hangul that they may be read as.
fn reading(a: &Side, b: &Side) -> Option<(Rule, i32)> {
    let (edits, true) = edits(a.text(), b.text(), is_reading) else { return None };
    Some((Rule::Reading, a.weight().min(b.weight()) - edits * EDIT))
}

/// Latin initials and the Hangul syllables that begin with them: all of a part, or its first.
fn hangul_initials(latin: &Side, hangul: &Side) -> Option<(Rule, i32)> {
    let letters = latin.letters();
    let symbols = hangul.name.said(hangul.group).next()?;
    let mut beginnings = syllables(symbols).filter_map(|syllable| syllable.first());
    let begins = letters.iter().all(|letter| {
        beginnings.next().is_some_and(|symbol| MODEL.may_begin_with(symbol, letter.letter))
    });
    let is_whole = letters.len() == 1 || beginnings.next().is_none();
    let weight = (INITIAL * letters.len() as i32).min(hangul.weight());
    (begins && is_whole && hangul.group.count == 1).then_some((Rule::Abbreviation, weight))
}

fn is_reading(hangul: char, han: char) -> bool {
    HAN.get(&han).is_some_and(|reading| reading.korean.contains(&hangul))
}

/// One bit: a link is worth at most this above the weight of its more common part.
const ABOVE_COMMON: i32 = 8;
/// An initial that fits: one letter in about six.
const INITIAL: i32 = 20;
/// A form that is not the usual one: one bearer in three.
const VARIANT: i32 = 12;
const ABBREVIATION_LETTERS_MIN: usize = 3;
const ACRONYM_LETTERS_MAX: usize = 4;
/// Endings that make a father's name of a name, folded.
const PATRONYMICS: [&str; 9] =
    ["ovich", "evich", "ovych", "evych", "ovitch", "evitch", "ovna", "evna", "ivna"];
/// One edit in a script of syllables or letters: 8 bits.
const EDIT: i32 = 64;
/// Each further one: 16 bits.
const MORE_EDIT: i32 = 128;
/// Another Hangul syllable or Chinese character: 24 bits, more than the two of a given name tell.
const SYLLABLE_EDIT: i32 = 192;
const EDIT_CHARS_MAX: usize = 32;
