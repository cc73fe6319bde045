//! A name made ready for comparison: cleaned, divided into parts, each with its ways to be said.

use std::cmp::Ordering;
use std::sync::LazyLock;

use crate::lexicon::{
    COMMON, FAMILIES, HAN, HONORIFICS, Honorific, Nation, Reading, TITLES, VARIANTS, simplified,
};
use crate::model::{Letter, MODEL, SOUNDS_MAX, Symbol, alone};
use crate::script::{Script, fold, is_mark, script_of};
use crate::sound::{EASTERN, FOREIGN, READING, SINITIC, Sound, shifted, sounds};
use crate::table::{Quick, QuickSet};
use crate::words::{self, Word};
use crate::zawgyi;

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// A human being.
    #[default]
    Person,
    /// A company, agency or group.
    Organisation,
    /// A place.
    Place,
}

/// What is known about a name beside its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hints {
    /// What it names.
    pub kind: Kind,
}

/// What a part of a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The family's name.
    Family,
    /// The person's own name.
    Given,
    /// Not known.
    Any,
}

/// A name ready for comparison; about 2 kB. Made once, compared often.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// The letters of all parts, one after another, folded and in simplified characters.
    text: String,
    pub(crate) parts: Vec<Part>,
    /// Runs of neighbouring parts, the single ones first.
    pub(crate) groups: Vec<Group>,
    /// Of a Latin name the first is the spelling, the others the same as Korean and as Chinese.
    pub(crate) ways: Vec<Way>,
    /// The name in Latin letters.
    letters: Vec<Letter>,
    /// Whether the Latin spelling may be of a Korean or Chinese name.
    pub(crate) eastern: bool,
    /// How much more such a spelling costs as a Korean than as a Chinese name.
    lean: i32,
    /// The legal form of an organisation.
    pub(crate) legal_form: Option<u16>,
    pub(crate) kind: Kind,
    /// The place of the only word for a son or a daughter, between two parts.
    descent: Option<u8>,
}

/// One part of a name.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub(crate) script: Script,
    /// How much the part tells about who it is, in eighths of a bit.
    pub(crate) weight: u32,
    /// How much its letters tell, whoever bears it: what contradicts does so however common it is.
    pub(crate) letters_weight: u32,
    /// How much less a Latin part looks like a Korean or Chinese name than like any other.
    pub(crate) strangeness: u32,
    /// A word that stands for a sex, a number or a kind of organisation.
    pub(crate) word: Option<Word>,
    hash: u64,
    text: (u16, u16),
    letters: (u16, u16),
    /// For each Latin letter the places where it stands, and where one stands that is written
    /// for it.
    pub(crate) places: [u32; 26],
    pub(crate) near: [u32; 26],
}

/// A run of neighbouring parts written as one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Group {
    pub(crate) start: u8,
    pub(crate) count: u8,
    pub(crate) script: Script,
    pub(crate) weight: u32,
    /// What the run costs by itself in the first way.
    pub(crate) alone: u32,
    /// The name items of which a Latin run is a form, in order.
    pub(crate) variants: &'static [u16],
}

/// One way in which all parts are said.
#[derive(Debug, Clone)]
pub(crate) struct Way {
    symbols: Vec<Symbol>,
    ends: [u16; PARTS_MAX + 1],
    /// The parts that are said so in an earlier way, too, a bit each.
    repeated: u16,
}

/// A part before its sounds are looked up.
struct Draft {
    script: Script,
    text: String,
    role: Role,
    word: Option<Word>,
    /// A title, which its owner may leave out.
    is_light: bool,
}

impl Draft {
    fn new(script: Script, text: &str, role: Role) -> Self {
        let text = match script {
            Script::Han => text.chars().map(simplified).collect(),
            _ => text.to_owned(),
        };
        Self { script, text, role, word: None, is_light: false }
    }
}

impl Prepared {
    /// Prepares a name. O(bytes); of a long name the first [`PARTS_MAX`] parts count.
    #[must_use]
    pub fn new(text: &str, hints: &Hints) -> Self {
        let text = &text[..text.floor_char_boundary(TEXT_BYTES_MAX)];
        let unicode = zawgyi::to_unicode(text);
        let folded = fold(unicode.as_deref().unwrap_or(text));
        // Of an organisation a branch or a country stands in brackets.
        let folded = match hints.kind {
            Kind::Organisation => folded,
            Kind::Person | Kind::Place => without_brackets(folded),
        };
        let mut legal_form = None;
        let mut drafts = match hints.kind {
            Kind::Person => person(&folded),
            Kind::Organisation => {
                let spelt = words::without_points(&folded.replace('&', " and "));
                let (kept, form) = words::without_legal_forms(&tokens(&spelt));
                legal_form = form;
                joined(kept.into_iter().map(word_of_many))
            }
            Kind::Place => tokens(&folded).into_iter().map(whole).collect(),
        };
        drafts.truncate(PARTS_MAX);
        Self::of(&drafts, hints.kind, legal_form)
    }

    fn of(drafts: &[Draft], kind: Kind, legal_form: Option<u16>) -> Self {
        let eastern = kind == Kind::Person && is_eastern(drafts);
        let is_light = |draft: &Draft| {
            draft.is_light || kind == Kind::Person && !eastern && is_particle(draft)
        };
        let mut name = Self {
            text: String::with_capacity(drafts.iter().map(|draft| draft.text.len()).sum()),
            parts: Vec::with_capacity(drafts.len()),
            groups: Vec::with_capacity(drafts.len() * 3),
            ways: ways(drafts, eastern),
            letters: Vec::with_capacity(32),
            eastern,
            lean: 0,
            legal_form,
            kind,
            descent: descent(drafts),
        };
        for (at, draft) in drafts.iter().enumerate() {
            let part = name.part(draft, at);
            name.parts.push(part);
        }
        let longest = if kind == Kind::Person { PERSON_GROUP_MAX } else { WORD_GROUP_MAX };
        for count in 1..=longest.min(drafts.len()) {
            for start in 0..=drafts.len() - count {
                let run = &name.parts[start..start + count];
                if run.iter().all(|part| part.script == run[0].script && part.word.is_none())
                    || count == 1
                {
                    let group = name.group(start, count);
                    name.groups.push(group);
                }
            }
        }
        if kind == Kind::Organisation && ACRONYM_WORDS.contains(&drafts.len()) {
            let whole = name.group(0, drafts.len());
            name.groups.push(whole);
        }
        if let [_, korean, chinese] = &name.ways[..]
            && eastern
        {
            let cost = |way: &Way| alone(way.symbols(0, drafts.len())) as i32;
            name.lean = cost(korean) - cost(chinese);
        }
        for (part, draft) in name.parts.iter_mut().zip(drafts) {
            let of_letters = part.weight;
            part.weight = weight(draft, is_light(draft), of_letters);
            let tells_little = is_light(draft) || draft.word.is_some();
            part.letters_weight = if tells_little { part.weight } else { of_letters };
        }
        for (group, part) in name.groups.iter_mut().zip(&name.parts) {
            group.weight = part.weight;
        }
        name
    }

    /// Whether nothing of the name can be compared.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// The letters of so many parts from the given one on, as they were compared: for showing a
    /// [`crate::Step`]. Empty where there are none.
    #[must_use]
    pub fn text_of_parts(&self, (start, count): (u8, u8)) -> &str {
        let (start, end) = (usize::from(start), usize::from(start) + usize::from(count));
        let Some((first, last)) = self.parts.get(start).zip(self.parts.get(end.wrapping_sub(1)))
        else {
            return "";
        };
        self.text.get(usize::from(first.text.0)..usize::from(last.text.1)).unwrap_or("")
    }

    /// Whether two Latin spellings look more like Korean than like Chinese names.
    pub(crate) fn are_korean(one: &Self, other: &Self) -> bool {
        one.lean + other.lean < 0
    }

    /// An order of names by what they are made of, so that a pair is always compared the same way.
    pub(crate) fn order(&self, other: &Self) -> Ordering {
        fn ends(name: &Prepared) -> impl Iterator<Item = (u16, Script)> {
            name.parts.iter().map(|part| (part.text.1, part.script))
        }
        let by_text = self.text.cmp(&other.text);
        by_text.then_with(|| {
            let by_parts = ends(self).cmp(ends(other));
            by_parts.then_with(|| self.legal_form.cmp(&other.legal_form))
        })
    }

    fn part(&mut self, draft: &Draft, at: usize) -> Part {
        let begin = (self.text.len(), self.letters.len());
        self.text.push_str(&draft.text);
        if draft.script == Script::Latin {
            MODEL.push_letters(draft.text.bytes(), &mut self.letters);
        } else if let Some(way) = self.ways.first() {
            let latin = latin_of(way.symbols(at, 1));
            MODEL.push_letters(latin.into_iter(), &mut self.letters);
        }
        let (mut places, mut near) = ([0; 26], [0; 26]);
        for (place, letter) in self.letters[begin.1..].iter().enumerate() {
            let at = usize::from(letter.letter - b'a');
            places[at] |= 1 << place;
            near_bits(at, 1 << place, &mut near);
        }
        let strangeness = match (draft.script, self.ways.first()) {
            (Script::Latin, Some(way)) => strangeness(&draft.text, alone(way.symbols(at, 1))),
            _ => 0,
        };
        Part {
            script: draft.script,
            weight: self.least_alone(at, 1),
            letters_weight: 0,
            strangeness,
            word: draft.word,
            hash: Quick::of(&draft.text),
            // The text is at most three times the 512 bytes that it was cut to.
            text: (begin.0 as u16, self.text.len() as u16),
            letters: (begin.1 as u16, self.letters.len() as u16),
            places,
            near,
        }
    }

    fn group(&self, start: usize, count: usize) -> Group {
        let alone = self.ways.first().map_or(0, |way| alone(way.symbols(start, count)));
        Group {
            // At most twelve parts.
            start: start as u8,
            count: count as u8,
            script: self.parts[start].script,
            weight: self.least_alone(start, count),
            alone,
            variants: self.variants(start, count),
        }
    }

    fn variants(&self, start: usize, count: usize) -> &'static [u16] {
        let (first, last) = (&self.parts[start], &self.parts[start + count - 1]);
        if first.script != Script::Latin || self.kind != Kind::Person {
            return &[];
        }
        let text = &self.text[usize::from(first.text.0)..usize::from(last.text.1)];
        variants_of(text).or_else(|| unlatinised(text)).unwrap_or(&[])
    }

    fn least_alone(&self, start: usize, count: usize) -> u32 {
        // Most syllables are some spelling of a Chinese name, which tells nothing.
        let ways = if self.eastern { &self.ways[..2] } else { &self.ways[..] };
        ways.iter().map(|way| alone(way.symbols(start, count))).min().unwrap_or(0)
    }

    /// The letters of a run of parts, for comparison within one script.
    pub(crate) fn text_of(&self, group: &Group) -> &str {
        let (first, last) = self.ends(group);
        &self.text[usize::from(first.text.0)..usize::from(last.text.1)]
    }

    /// The run in Latin letters.
    pub(crate) fn letters_of(&self, group: &Group) -> &[Letter] {
        let (first, last) = self.ends(group);
        &self.letters[usize::from(first.letters.0)..usize::from(last.letters.1)]
    }

    fn ends(&self, group: &Group) -> (&Part, &Part) {
        let start = usize::from(group.start);
        (&self.parts[start], &self.parts[start + usize::from(group.count) - 1])
    }

    /// The symbols of a run in each way that is not said already.
    pub(crate) fn said(&self, group: &Group) -> impl Iterator<Item = &[Symbol]> {
        let (start, count) = (usize::from(group.start), usize::from(group.count));
        let run = ((1_u16 << count) - 1) << start;
        let ways = self.ways.iter().filter(move |way| way.repeated & run != run);
        ways.map(move |way| way.symbols(start, count))
    }

    /// For a letter the places of the run where one stands that is written for it.
    pub(crate) fn near(&self, group: &Group, letter: usize) -> u64 {
        self.gather(group, |part| part.near[letter])
    }

    /// The places of the run where one of the letters stands.
    pub(crate) fn places(&self, group: &Group, letters: u32) -> u64 {
        self.gather(group, |part| {
            let (mut bits, mut left) = (0, letters);
            while left != 0 {
                bits |= part.places[left.trailing_zeros() as usize % 26];
                left &= left - 1;
            }
            bits
        })
    }

    fn gather(&self, group: &Group, bits: impl Fn(&Part) -> u32) -> u64 {
        let start = usize::from(group.start);
        let mut all = 0;
        let mut shift = 0;
        for part in &self.parts[start..start + usize::from(group.count)] {
            all |= u64::from(bits(part)).checked_shl(shift).unwrap_or(0);
            shift += u32::from(part.letters.1 - part.letters.0);
        }
        all
    }

    /// The letter of a part that is a single one. In a Korean or Chinese name a vowel is a syllable,
    /// as in Ji-u and A-hyeon.
    pub(crate) fn initial(&self, at: u8) -> Option<u8> {
        let part = self.parts.get(usize::from(at))?;
        let letters = &self.letters[usize::from(part.letters.0)..usize::from(part.letters.1)];
        match letters {
            [only] if part.script == Script::Latin => {
                let is_vowel = b"aeiou".contains(&only.letter);
                let is_eastern = || self.parts.iter().all(|part| part.strangeness < SYLLABLE_BELOW);
                (!(is_vowel && self.eastern && is_eastern())).then_some(only.letter)
            }
            _ => None,
        }
    }

    /// The parts before and behind the only word for a son or a daughter: the child and the parent.
    pub(crate) fn child_and_parent(&self) -> Option<(u8, u8)> {
        self.descent.map(|at| (at - 1, at + 1))
    }

    /// The letters of which an acronym of the run is made: the first of each word but small ones.
    pub(crate) fn initials(&self, group: &Group) -> impl Iterator<Item = u8> {
        let (start, count) = (usize::from(group.start), usize::from(group.count));
        let text = |part: &Part| &self.text[usize::from(part.text.0)..usize::from(part.text.1)];
        let words = self.parts[start..start + count].iter().map(text);
        let large = words.filter(|word| !SMALL_WORDS.contains(word));
        large.filter_map(|word| word.bytes().next())
    }

    /// Whether a run is all words of an organisation, which an acronym may stand for.
    pub(crate) fn is_spelt_out(&self, group: &Group) -> bool {
        self.kind == Kind::Organisation && WORD_GROUP_MAX < usize::from(group.count)
    }

    /// Whether two single parts have the same letters.
    pub(crate) fn has_equal_part(&self, at: usize, other: &Self, other_at: usize) -> bool {
        let (one, two) = (&self.parts[at], &other.parts[other_at]);
        one.hash == two.hash
            && one.script == two.script
            && self.text[usize::from(one.text.0)..usize::from(one.text.1)]
                == other.text[usize::from(two.text.0)..usize::from(two.text.1)]
    }
}

impl Way {
    /// The symbols of so many parts from the given one on.
    pub(crate) fn symbols(&self, start: usize, count: usize) -> &[Symbol] {
        &self.symbols[usize::from(self.ends[start])..usize::from(self.ends[start + count])]
    }
}

/// The text without what stands in brackets, an alias or a remark, as long as something remains.
fn without_brackets(folded: String) -> String {
    if !folded.contains(['(', '[']) {
        return folded;
    }
    let mut open = false;
    let outside = folded.chars().filter(|c| {
        match c {
            '(' | '[' => open = true,
            ')' | ']' => {
                open = false;
                return false;
            }
            _ => {}
        }
        !open
    });
    let outside: String = outside.collect();
    let is_named = outside.chars().any(|c| script_of(c).is_some());
    if is_named { outside } else { folded }
}

/// Runs of one script between spaces, hyphens, points and other signs, and numbers.
fn tokens(folded: &str) -> Vec<(Script, &str)> {
    let mut tokens: Vec<(Script, &str)> = Vec::with_capacity(8);
    let mut open: Option<(Script, usize)> = None;
    for (at, c) in folded.char_indices() {
        let here = script_of(c).or_else(|| c.is_ascii_digit().then_some(Script::Digits));
        if let Some((script, start)) = open
            && here != Some(script)
        {
            tokens.push((script, &folded[start..at]));
            open = None;
        }
        if TOKENS_MAX <= tokens.len() {
            return tokens;
        }
        open = open.or(here.map(|script| (script, at)));
    }
    tokens.extend(open.map(|(script, start)| (script, &folded[start..])));
    tokens
}

/// A word of an organisation or place.
fn whole((script, token): (Script, &str)) -> Draft {
    let word = words::word(script, token);
    Draft { word, ..Draft::new(script, token, Role::Any) }
}

/// A word of an organisation, of which small ones tell little.
fn word_of_many(token: (Script, &str)) -> Draft {
    Draft { is_light: SMALL_WORDS.contains(&token.1), ..whole(token) }
}

/// The words of an organisation, single letters as one word, the tens of a number with its units,
/// and the number of 1st without its ending.
fn joined(drafts: impl Iterator<Item = Draft>) -> Vec<Draft> {
    let mut joined: Vec<Draft> = Vec::with_capacity(8);
    let is_letter = |draft: &Draft| draft.script == Script::Latin && draft.text.len() == 1;
    let is_ordinal = |last: &Draft, draft: &Draft| {
        last.script == Script::Digits && ORDINALS.contains(&draft.text.as_str())
    };
    let mut follows_letter = false;
    for draft in drafts {
        let is_another = is_letter(&draft);
        match joined.last_mut() {
            Some(last) if is_ordinal(last, &draft) => {}
            Some(last) if follows_letter && is_another => last.text.push_str(&draft.text),
            Some(last) => match words::sum_of(last.script, last.word, draft.word) {
                Some(sum) => {
                    last.text.push_str(&draft.text);
                    last.word = Some(sum);
                }
                None => joined.push(draft),
            },
            None => joined.push(draft),
        }
        follows_letter = is_another;
    }
    joined
}

/// The name items of which a text is a form.
fn variants_of(text: &str) -> Option<&'static [u16]> {
    VARIANTS.get(text).map(Vec::as_slice)
}

/// The same of a name in Latin, which ends in -us and has I for J, as Iosephus for Joseph.
fn unlatinised(text: &str) -> Option<&'static [u16]> {
    let stem = text.strip_suffix("us").filter(|stem| LATIN_STEM_MIN <= stem.len())?;
    let short = stem.strip_suffix('i');
    let begins = |stem: &str| -> Option<&'static [u16]> {
        let modern = stem.strip_prefix('i').map(|rest| format!("j{rest}"));
        variants_of(stem).or_else(|| variants_of(&modern?))
    };
    begins(stem).or_else(|| begins(short?))
}

/// A name without the degrees behind it, as in "Hasrul Azwar, S.H., MM": after a comma behind more
/// than one word nothing but groups of a few letters.
fn without_degrees(folded: &str) -> &str {
    let Some((name, behind)) = folded.split_once(',') else { return folded };
    let is_degree = |(script, token): &(Script, &str)| {
        *script == Script::Latin && token.len() <= DEGREE_LETTERS_MAX
    };
    let is_long = 1 < tokens(name).iter().filter(|token| !is_degree(token)).count();
    if is_long && tokens(behind).iter().all(is_degree) { name } else { folded }
}

/// The parts of a person's name.
fn person(folded: &str) -> Vec<Draft> {
    let lettered = letters_for_digits(folded);
    let folded = without_degrees(lettered.as_deref().unwrap_or(folded));
    let words: Vec<(Script, &str)> =
        tokens(folded).into_iter().filter(|(script, _)| *script != Script::Digits).collect();
    let is_title = |token: &str| TITLES.contains(token);
    let named = words.iter().any(|(_, token)| !is_title(token));
    let mut drafts = Vec::with_capacity(words.len() + 1);
    for (script, token) in words.into_iter().filter(|(_, token)| !named || !is_title(token)) {
        split(script, without_glued_title(script, token), &mut drafts);
    }
    lighten_honorific(&mut drafts);
    drafts
}

/// Digits within a word stand for the letters that they resemble.
fn letters_for_digits(folded: &str) -> Option<String> {
    let digit = folded.find(|c: char| c.is_ascii_digit())?;
    let is_beside = |at: usize| folded.as_bytes().get(at).is_some_and(u8::is_ascii_lowercase);
    if !is_beside(digit + 1) && !digit.checked_sub(1).is_some_and(is_beside) {
        return None;
    }
    let letter = |c| match c {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '7' => 't',
        '8' => 'b',
        '9' => 'g',
        _ => c,
    };
    Some(folded.chars().map(letter).collect())
}

/// A word without the title that is written to it without a space, if what remains can begin a
/// word.
fn without_glued_title(script: Script, token: &str) -> &str {
    let glues = matches!(script, Script::Thai | Script::Lao | Script::Khmer | Script::Burmese);
    let titles = HONORIFICS.iter().filter(|title| glues && title.is_glued);
    let rest = titles.filter_map(|title| token.strip_prefix(title.text.as_str()));
    let rest = rest.filter(|rest| {
        REST_CHARS_MIN <= rest.chars().count() && !rest.chars().next().is_some_and(is_mark)
    });
    rest.min_by_key(|rest| rest.len()).unwrap_or(token)
}

/// A title that is also a name is kept when it stands first, but tells little.
fn lighten_honorific(drafts: &mut [Draft]) {
    let is_title = |first: &Draft| {
        HONORIFICS.iter().any(|title: &Honorific| !title.is_glued && title.text == first.text)
    };
    if let [first, _, ..] = drafts
        && is_title(first)
    {
        first.is_light = true;
    }
    // What stands last is a given name: Ji-bin, Thi.
    let last = drafts.len().saturating_sub(1);
    for draft in drafts.iter_mut().take(last).skip(1) {
        draft.word = words::sex(draft.script, &draft.text);
    }
}

/// Divides a token that a family name and a given name may stand in without a space.
fn split(script: Script, token: &str, drafts: &mut Vec<Draft>) {
    let mut push = |text: &str, role| {
        drafts.push(Draft::new(script, text, role));
    };
    let mut starts = [0; 6];
    let mut count = 0;
    for (at, _) in token.char_indices().take(6) {
        starts[count] = at;
        count += 1;
    }
    let nation = match script {
        Script::Hangul if count <= 5 => Nation::Korea,
        Script::Han if count <= 3 || is_double_family(token) => Nation::China,
        // A foreign name without points: any run of its characters may be a part.
        Script::Han if token.chars().count() <= HAN_PARTS_MAX => {
            return token.chars().for_each(|c| push(c.encode_utf8(&mut [0; 4]), Role::Any));
        }
        _ => return push(token, Role::Any),
    };
    let is_family = |family: &str| {
        let plain: String = family.chars().map(simplified).collect();
        FAMILIES.contains_key(&(nation, family)) || FAMILIES.contains_key(&(nation, &plain))
    };
    let family_bytes = match starts[..count] {
        [_, _, second, ..] if is_family(&token[..second]) => second,
        [_, first, ..] if count <= 4 || is_family(&token[..first]) => first,
        _ => return push(token, Role::Any),
    };
    push(&token[..family_bytes], Role::Family);
    push(&token[family_bytes..], Role::Given);
}

/// Whether four characters begin with a listed family name of two.
fn is_double_family(token: &str) -> bool {
    let plain: String = token.chars().take(2).map(simplified).collect();
    token.chars().count() == 4 && FAMILIES.contains_key(&(Nation::China, plain.as_str()))
}

/// The place of the only word for a son or a daughter, if parts stand on both sides of it.
fn descent(drafts: &[Draft]) -> Option<u8> {
    let mut places =
        drafts.iter().zip(0..).filter(|(draft, _)| DESCENT.contains(&draft.text.as_str()));
    let (_, only) = places.next()?;
    let is_inner = 0 < only && usize::from(only) + 1 < drafts.len();
    (is_inner && places.next().is_none()).then_some(only)
}

/// Whether some part is a Korean or Chinese syllable that families bear.
fn is_eastern(drafts: &[Draft]) -> bool {
    drafts.len() <= 4
        && drafts.iter().all(|draft| draft.script == Script::Latin)
        && drafts.iter().enumerate().any(|(at, draft)| {
            // A single letter within a name is an initial.
            let may_be_family = 1 < draft.text.len() || at == 0 || at + 1 == drafts.len();
            may_be_family && EASTERN_FAMILIES.contains(draft.text.as_str())
        })
}

/// Whether a word of a name is an article or a preposition: in a Korean or Chinese name it is a syllable.
fn is_particle(draft: &Draft) -> bool {
    draft.script == Script::Latin && PARTICLES.contains(&draft.text.as_str())
}

/// Marks the places of `bit` under each letter that may be written for the one at `at`.
fn near_bits(at: usize, bit: u32, near: &mut [u32; 26]) {
    for (letter, bits) in near.iter_mut().enumerate() {
        if NEAR[at] & 1 << letter != 0 {
            *bits |= bit;
        }
    }
}

static NEAR: LazyLock<[u32; 26]> = LazyLock::new(|| {
    let mut near = [0; 26];
    for (bits, letter) in near.iter_mut().zip(b'a'..=b'z') {
        *bits = MODEL.near_letters(letter);
    }
    near
});

/// How many eighths of a bit a Latin part costs more as a Korean or Chinese name.
fn strangeness(text: &str, alone_as_latin: u32) -> u32 {
    let cost = |block: Sound| {
        let mut symbols = Vec::with_capacity(text.len());
        MODEL.push_symbols(&shifted(text, block), &mut symbols);
        alone(&symbols)
    };
    cost(EASTERN).min(cost(SINITIC)).saturating_sub(alone_as_latin)
}

/// The weight of a part: that of its letters, unless it is listed as common or says little.
fn weight(draft: &Draft, is_light: bool, alone: u32) -> u32 {
    if let Some(word) = draft.word {
        return alone.min(word.weight());
    }
    if is_light {
        return alone.min(LIGHT);
    }
    let share = match draft.script {
        Script::Latin => COMMON.get(draft.text.as_str()),
        Script::Hangul => FAMILIES.get(&(Nation::Korea, draft.text.as_str())),
        Script::Han => FAMILIES.get(&(Nation::China, draft.text.as_str())),
        _ => None,
    };
    match share {
        // Shares lie between 1e-6 and 1, so that the weight is at most 160.
        Some(share) => alone.min((-share.max(1e-6).log2() * 8.0) as u32),
        None => alone,
    }
}

/// All ways of saying the parts together. A part without its own is said as in the first way.
fn ways(drafts: &[Draft], eastern: bool) -> Vec<Way> {
    let spoken: Vec<Vec<Vec<Sound>>> = drafts.iter().map(|draft| said(draft, eastern)).collect();
    let count = spoken.iter().map(Vec::len).max().unwrap_or(0);
    let mut ways = Vec::with_capacity(count);
    for at in 0..count {
        let mut way =
            Way { symbols: Vec::with_capacity(24), ends: [0; PARTS_MAX + 1], repeated: 0 };
        for (part, spoken) in spoken.iter().enumerate() {
            let here = spoken.get(at).or(spoken.first());
            let sounds = here.map_or(&[][..], Vec::as_slice);
            MODEL.push_symbols(sounds, &mut way.symbols);
            way.ends[part + 1] = way.symbols.len() as u16;
            if spoken.iter().take(at).any(|earlier| earlier == sounds)
                || spoken.len() <= at && at != 0
            {
                way.repeated |= 1 << part;
            }
        }
        ways.push(way);
    }
    ways
}

/// The ways of saying one part, always in the same order.
fn said(draft: &Draft, eastern: bool) -> Vec<Vec<Sound>> {
    match draft.script {
        Script::Han => said_han(&draft.text, draft.role),
        Script::Latin if eastern => {
            let as_eastern = [EASTERN, SINITIC].map(|block| shifted(&draft.text, block));
            [sounds(Script::Latin, &draft.text)].into_iter().chain(as_eastern).collect()
        }
        script => vec![sounds(script, &draft.text)],
    }
}

/// Which of a character's readings is taken.
type Pick = fn(&Reading) -> Option<&'static str>;

/// Mandarin, and as a foreign name; of a Chinese name also the other readings.
fn said_han(text: &str, role: Role) -> Vec<Vec<Sound>> {
    let readings: Vec<&Reading> =
        text.chars().take(HAN_CHARS_MAX).filter_map(|c| HAN.get(&c)).collect();
    let spelt =
        |pick: Pick| readings.iter().filter_map(|reading| pick(reading)).collect::<String>();
    let mandarin = spelt(|r| r.mandarin.first().copied());
    let mut said = vec![shifted(&mandarin, READING), shifted(&mandarin, FOREIGN)];
    if role == Role::Any {
        return said;
    }
    let others: [Pick; 6] = [
        |r| r.mandarin.get(1).or(r.mandarin.first()).copied(),
        |r| r.cantonese.first().copied(),
        |r| r.cantonese.get(1).or(r.cantonese.first()).copied(),
        |r| r.hokkien.first().copied(),
        |r| r.hokkien.get(1).or(r.hokkien.first()).copied(),
        |r| r.vietnamese.first().copied(),
    ];
    for pick in others {
        let latin = spelt(pick);
        said.push(shifted(if latin.is_empty() { &mandarin } else { &latin }, READING));
    }
    for at in 0..2 {
        let korean: String =
            readings.iter().filter_map(|r| r.korean.get(at).or(r.korean.first())).collect();
        let is_known = !korean.is_empty();
        said.push(if is_known { sounds(Script::Hangul, &korean) } else { said[0].clone() });
    }
    said
}

/// Symbols in Latin letters: a reading as it is, any other as it is mostly written.
pub(crate) fn latin_of(symbols: &[Symbol]) -> Vec<u8> {
    let letter = |sound: Sound, block: Sound| {
        u8::try_from(sound.wrapping_sub(block)).ok().filter(u8::is_ascii_lowercase)
    };
    let first = symbols.first().map_or(0, |symbol| symbol.sound);
    for block in [READING, FOREIGN] {
        if letter(first, block).is_some() {
            return symbols.iter().filter_map(|symbol| letter(symbol.sound, block)).collect();
        }
    }
    MODEL.latin(symbols)
}

/// Latin spellings of listed Korean and Chinese family names.
static EASTERN_FAMILIES: LazyLock<QuickSet<&'static str>> =
    LazyLock::new(|| include_str!("../data/eastern.tsv").lines().collect());

/// No name of a person is longer; what follows in a field is not a name.
const TEXT_BYTES_MAX: usize = 512;
const TOKENS_MAX: usize = 24;
/// Parts of a name that count.
pub(crate) const PARTS_MAX: usize = 12;
const HAN_PARTS_MAX: usize = 8;
const PERSON_GROUP_MAX: usize = 4;
const WORD_GROUP_MAX: usize = 2;
const HAN_CHARS_MAX: usize = 12;
const REST_CHARS_MIN: usize = 2;
/// Words of which an acronym is made.
const ACRONYM_WORDS: std::ops::RangeInclusive<usize> = 3..=8;
/// Words that an acronym mostly leaves out.
const SMALL_WORDS: [&str; 10] = ["the", "of", "and", "for", "de", "la", "du", "des", "et", "y"];
/// Words for a son or a daughter in Arabic, Hebrew and Malay names.
const DESCENT: [&str; 7] = ["bin", "ben", "ibn", "binti", "binte", "bint", "bat"];
/// Articles and prepositions within names of persons.
const PARTICLES: [&str; 22] = [
    "al", "el", "ul", "ur", "bin", "ben", "ibn", "de", "da", "do", "dos", "del", "della", "di",
    "du", "la", "le", "der", "den", "ter", "von", "zu",
];
const ORDINALS: [&str; 4] = ["st", "nd", "rd", "th"];
/// What remains of a name in Latin without its ending: shorter ones (Titus) are names themselves.
const LATIN_STEM_MIN: usize = 4;
const DEGREE_LETTERS_MAX: usize = 3;
/// What looks less than two bits unlike a syllable of a Korean or Chinese name is one.
pub(crate) const SYLLABLE_BELOW: u32 = 16;
/// Half a bit: what a title tells that is also a name.
const LIGHT: u32 = 4;
const _: () = assert!(SOUNDS_MAX <= 32, "the places of a part's letters are bits of a u32");
