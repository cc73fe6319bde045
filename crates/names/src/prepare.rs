//! A name made ready for comparison: cleaned, divided into parts, each with its forms.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::lexicon::{COMMON, FAMILIES, HAN, Nation, TITLES, simple};
use crate::model::{Form, MODEL, Model};
use crate::script::{Script, fold, script_of};
use crate::sound::{EASTERN, FOREIGN, READING, Sound, shifted, sounds};

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
    pub(crate) parts: Vec<Part>,
    /// Runs of neighbouring parts, the single ones first.
    pub(crate) groups: Vec<Group>,
    /// Whether the Latin spelling may be of a Korean or Chinese name.
    pub(crate) eastern: bool,
}

/// One part of a name.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub(crate) text: String,
    pub(crate) script: Script,
    pub(crate) role: Role,
    /// How much the part tells about who it is, in eighths of a bit.
    pub(crate) weight: u32,
}

/// A run of neighbouring parts written as one.
#[derive(Debug, Clone)]
pub(crate) struct Group {
    pub(crate) start: u8,
    pub(crate) count: u8,
    pub(crate) script: Script,
    /// The text of the run, for comparison within one script.
    pub(crate) letters: Vec<char>,
    /// Forms beside which a Latin spelling is laid; of a Latin group the first is the spelling.
    pub(crate) forms: Vec<Form>,
    /// The run in Latin letters, for scripts that have no costs between them.
    pub(crate) latin: Form,
    pub(crate) weight: u32,
}

impl Part {
    fn new(script: Script, text: &str, role: Role) -> Self {
        Self { text: text.to_owned(), script, role, weight: 0 }
    }
}

impl Prepared {
    /// Prepares a name. O(bytes); of a long name the first [`PARTS_MAX`] parts count.
    #[must_use]
    pub fn new(text: &str, hints: &Hints) -> Self {
        let end = text.floor_char_boundary(TEXT_BYTES_MAX);
        let folded = without_brackets(&fold(&text[..end]));
        let tokens = match hints.kind {
            Kind::Person => without_titles(tokens(&folded)),
            Kind::Organisation | Kind::Place => tokens(&folded),
        };
        let mut parts = Vec::with_capacity(tokens.len() + 1);
        for (script, token) in tokens {
            match hints.kind {
                Kind::Person => split(script, &token, &mut parts),
                Kind::Organisation | Kind::Place => {
                    parts.push(Part::new(script, &token, Role::Any))
                }
            }
        }
        parts.truncate(PARTS_MAX);
        let eastern = is_eastern(&parts);
        let groups = groups(&parts, eastern);
        for (part, group) in parts.iter_mut().zip(&groups) {
            part.weight = group.weight;
        }
        Self { parts, groups, eastern }
    }

    /// Whether nothing of the name can be compared.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }
}

/// The text without what stands in brackets, an alias or a remark, as long as something remains.
fn without_brackets(folded: &str) -> String {
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
    if is_named { outside } else { folded.to_owned() }
}

/// Runs of one script between spaces, hyphens, points and other signs.
fn tokens(folded: &str) -> Vec<(Script, String)> {
    let mut tokens: Vec<(Script, String)> = Vec::new();
    let mut open = false;
    for c in folded.chars() {
        match script_of(c) {
            Some(script) => match tokens.last_mut().filter(|_| open) {
                Some((of_last, token)) if *of_last == script => token.push(c),
                _ => tokens.push((script, String::from(c))),
            },
            None if is_apostrophe(c) => continue,
            None => {}
        }
        open = script_of(c).is_some();
        if TOKENS_MAX <= tokens.len() {
            break;
        }
    }
    tokens
}

/// Apostrophes stand within a syllable of romanised Korean, Chinese and Arabic names.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | 'ʻ' | 'ʼ' | '´')
}

/// The tokens without titles, as long as something remains.
fn without_titles(tokens: Vec<(Script, String)>) -> Vec<(Script, String)> {
    let kept: Vec<(Script, String)> =
        tokens.iter().filter(|(_, token)| !TITLES.contains_key(token)).cloned().collect();
    if kept.is_empty() { tokens } else { kept }
}

/// Divides a token that a family name and a given name may stand in without a space.
fn split(script: Script, token: &str, parts: &mut Vec<Part>) {
    let mut push = |text: &str, role| {
        parts.push(Part::new(script, text, role));
    };
    let starts: Vec<usize> = token.char_indices().map(|(at, _)| at).collect();
    let nation = match script {
        Script::Hangul if starts.len() <= 5 => Nation::Korea,
        Script::Han if starts.len() <= 3 || is_double_family(token) => Nation::China,
        // A foreign name without points: any run of its characters may be a part.
        Script::Han if starts.len() <= PARTS_MAX => {
            return token.chars().for_each(|c| push(c.encode_utf8(&mut [0; 4]), Role::Any));
        }
        _ => return push(token, Role::Any),
    };
    let is_family = |family: &str| {
        let plain: String = family.chars().map(simple).collect();
        FAMILIES.contains_key(&(nation, family)) || FAMILIES.contains_key(&(nation, &plain))
    };
    let family_bytes = match starts[..] {
        [_, _, second, ..] if 3 <= starts.len() && is_family(&token[..second]) => second,
        [_, first, ..] if starts.len() <= 4 || is_family(&token[..first]) => first,
        _ => return push(token, Role::Any),
    };
    push(&token[..family_bytes], Role::Family);
    push(&token[family_bytes..], Role::Given);
}

/// Whether four characters begin with a listed family name of two.
fn is_double_family(token: &str) -> bool {
    let plain: String = token.chars().take(2).map(simple).collect();
    token.chars().count() == 4 && FAMILIES.contains_key(&(Nation::China, plain.as_str()))
}

/// Whether some part is a Korean or Chinese syllable that families bear.
fn is_eastern(parts: &[Part]) -> bool {
    parts.len() <= 4
        && parts.iter().all(|part| part.script == Script::Latin)
        && parts.iter().any(|part| EASTERN_FAMILIES.contains(part.text.as_str()))
}

fn groups(parts: &[Part], eastern: bool) -> Vec<Group> {
    let mut groups = Vec::new();
    for count in 1..=GROUP_PARTS_MAX.min(parts.len()) {
        for start in 0..=parts.len() - count {
            let run = &parts[start..start + count];
            if run.iter().all(|part| part.script == run[0].script) {
                groups.push(group(start, run, eastern));
            }
        }
    }
    groups
}

fn group(start: usize, run: &[Part], eastern: bool) -> Group {
    let script = run[0].script;
    let text: String = run.iter().map(|part| part.text.as_str()).collect();
    let letters: Vec<char> = match script {
        Script::Han => text.chars().map(simple).collect(),
        _ => text.chars().collect(),
    };
    let mut forms = forms(script, &text, run[0].role);
    let latin = match script {
        Script::Latin => forms[0].clone(),
        _ => forms.first().map_or_else(Form::default, |form| MODEL.form(latin_of(&MODEL, form))),
    };
    if script == Script::Latin && eastern {
        forms.push(MODEL.form(shifted(&text, EASTERN)));
    }
    let alone = forms.iter().map(|form| form.alone).min().unwrap_or(0);
    let weight = if run.len() == 1 { common_weight(script, &text, alone) } else { alone };
    // At most eight parts.
    let (start, count) = (start as u8, run.len() as u8);
    Group { start, count, script, letters, forms, latin, weight }
}

/// A form in Latin letters: a reading as it is, any other as it is mostly written.
pub(crate) fn latin_of(model: &Model, form: &Form) -> Vec<Sound> {
    let is_reading =
        |sound: &Sound| *sound >= READING.wrapping_add(0x61) || (0x24B6..0x24D0).contains(sound);
    if form.sounds.first().is_some_and(is_reading) {
        let block = if form.sounds[0] >= 0xFF00 { READING } else { FOREIGN };
        return form.sounds.iter().map(|sound| sound.wrapping_sub(block)).collect();
    }
    model.latin(form)
}

/// The weight of a part whose share among people is listed, if that is less than its spelling's.
fn common_weight(script: Script, text: &str, alone: u32) -> u32 {
    let share = match script {
        Script::Latin => COMMON.get(text),
        Script::Hangul => FAMILIES.get(&(Nation::Korea, text)),
        Script::Han => FAMILIES.get(&(Nation::China, text)),
        _ => None,
    };
    match share {
        // Shares lie between 1e-6 and 1, so that the weight is at most 160.
        Some(share) => alone.min((-share.max(1e-6).log2() * 8.0) as u32),
        None => alone,
    }
}

fn forms(script: Script, text: &str, role: Role) -> Vec<Form> {
    if script != Script::Han {
        return vec![MODEL.form(sounds(script, text))];
    }
    let readings: Vec<_> = text.chars().take(HAN_CHARS_MAX).filter_map(|c| HAN.get(&c)).collect();
    let mut spelt: Vec<String> = Vec::new();
    let mut add = |spelling: String| {
        if !spelling.is_empty() && !spelt.contains(&spelling) {
            spelt.push(spelling);
        }
    };
    add(readings.iter().filter_map(|r| r.mandarin.first()).copied().collect());
    if role != Role::Any {
        add(readings
            .iter()
            .filter_map(|r| r.mandarin.get(1).or(r.mandarin.first()))
            .copied()
            .collect());
        add(readings.iter().filter_map(|r| r.cantonese.first()).copied().collect());
        add(readings
            .iter()
            .filter_map(|r| r.cantonese.get(1).or(r.cantonese.first()))
            .copied()
            .collect());
        add(readings.iter().filter_map(|r| r.hokkien.get(1)).copied().collect());
        add(readings.iter().filter_map(|r| r.hokkien.first()).copied().collect());
        add(readings.iter().filter_map(|r| r.vietnamese.first()).copied().collect());
    }
    let mut forms: Vec<Form> = spelt.iter().map(|one| MODEL.form(shifted(one, READING))).collect();
    if let Some(mandarin) = spelt.first() {
        forms.push(MODEL.form(shifted(mandarin, FOREIGN)));
    }
    if role != Role::Any {
        let korean = |at: usize| -> String {
            readings.iter().filter_map(|r| r.korean.get(at).or(r.korean.first())).collect()
        };
        forms.push(MODEL.form(sounds(Script::Hangul, &korean(0))));
        if korean(1) != korean(0) {
            forms.push(MODEL.form(sounds(Script::Hangul, &korean(1))));
        }
    }
    if forms.is_empty() {
        forms.push(Form::default());
    }
    forms
}

/// Latin spellings of listed Korean and Chinese family names.
static EASTERN_FAMILIES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("../data/eastern.tsv").lines().collect());

/// No name of a person is longer; what follows in a field is not a name.
const TEXT_BYTES_MAX: usize = 512;
const TOKENS_MAX: usize = 24;
/// Parts of a name that count: the longest names of the region have six.
pub(crate) const PARTS_MAX: usize = 8;
const GROUP_PARTS_MAX: usize = 4;
const HAN_CHARS_MAX: usize = 12;
