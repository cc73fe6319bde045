//! Words within names that stand for something: legal forms, kinds of organisations, numbers, and
//! the middle names that tell a sex.

use std::sync::LazyLock;

use crate::script::{Script, fold, script_of};
use crate::table::QuickMap;

/// What a word stands for, in whatever language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    /// A kind of organisation or of its business.
    Kind(u16),
    /// A number, in digits or in letters.
    Number(u16),
    /// The bearer is a man.
    Man,
    /// The bearer is a woman.
    Woman,
}

impl Word {
    /// What the word tells about who it is, in eighths of a bit: 3, 4 and 1 bits.
    pub(crate) fn weight(self) -> u32 {
        match self {
            Self::Kind(_) => 24,
            Self::Number(_) => 32,
            Self::Man | Self::Woman => 8,
        }
    }

    /// How surely two words cannot stand in names of one bearer: a number is mistaken sooner than a
    /// sex.
    pub(crate) fn contradiction(self, other: Self) -> u8 {
        match (self, other) {
            (Self::Man, Self::Woman) | (Self::Woman, Self::Man) => 2,
            (Self::Number(one), Self::Number(two)) => u8::from(one != two),
            _ => 0,
        }
    }
}

struct Words {
    legal_forms: QuickMap<String, u16>,
    kinds: QuickMap<String, Word>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words { legal_forms: QuickMap::default(), kinds: QuickMap::default() };
    let mut names: QuickMap<String, u16> = QuickMap::default();
    for line in include_str!("../data/words.tsv").lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let &[tag, word, meaning] = &fields[..] else { continue };
        // At most some hundred meanings.
        let next = names.len() as u16;
        let meaning_at = *names.entry(format!("{tag} {meaning}")).or_insert(next);
        let spelt = spelt(word);
        match tag {
            "form" => drop(words.legal_forms.insert(spelt, meaning_at)),
            "kind" => drop(words.kinds.insert(spelt, Word::Kind(meaning_at))),
            "number" => {
                words.kinds.extend(meaning.parse().ok().map(|n| (spelt, Word::Number(n))));
            }
            _ => {}
        }
    }
    words
});

/// Folded words with one space between, without points between single letters.
fn spelt(word: &str) -> String {
    let folded = without_points(&fold(word));
    let is_letter = |c: char| script_of(c).is_some() || c.is_ascii_digit();
    let words = folded.split(|c| !is_letter(c)).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// A text without the points between single letters, as in L.L.C. and p.t. O(bytes).
pub(crate) fn without_points(folded: &str) -> String {
    let mut out = String::with_capacity(folded.len());
    let mut before = [' '; 2];
    let mut rest = folded.chars();
    while let Some(c) = rest.next() {
        let mut behind = rest.clone();
        let is_single = |one: char, outer: char| one.is_alphabetic() && !outer.is_alphabetic();
        let follows = is_single(before[1], before[0]);
        let next = behind.next().zip(Some(behind.next().unwrap_or(' ')));
        if c == '.' && follows && next.is_some_and(|(one, outer)| is_single(one, outer)) {
            // The letter behind is single, too: it is held for the next point.
            before = [' ', ' '];
            continue;
        }
        before = [before[1], c];
        out.push(c);
    }
    out
}

/// What a word of an organisation or place stands for.
pub(crate) fn word(script: Script, token: &str) -> Option<Word> {
    match script {
        Script::Digits => token.parse().ok().map(Word::Number),
        _ => WORDS.kinds.get(token).copied(),
    }
}

/// The number of a word for tens with one for units behind it, as in forty-four.
pub(crate) fn sum_of(script: Script, tens: Option<Word>, units: Option<Word>) -> Option<Word> {
    match (tens?, units?) {
        (Word::Number(tens @ 20..=90), Word::Number(units @ 1..=9))
            if tens % 10 == 0 && script != Script::Digits =>
        {
            Some(Word::Number(tens + units))
        }
        _ => None,
    }
}

/// The sex that a Vietnamese middle name (Văn, Thị) or a Malay patronymic (bin, binti) tells.
pub(crate) fn sex(script: Script, token: &str) -> Option<Word> {
    match (script, token) {
        (Script::Latin, "van" | "bin") => Some(Word::Man),
        (Script::Latin, "thi" | "binti" | "binte") => Some(Word::Woman),
        _ => None,
    }
}

/// The words without the legal forms at their beginning and end, as long as something remains, and
/// which form it was. O(words).
pub(crate) fn without_legal_forms<'a>(
    words: &[(Script, &'a str)],
) -> (Vec<(Script, &'a str)>, Option<u16>) {
    let (mut start, mut end) = (0, words.len());
    let mut found: Option<u16> = None;
    let form = |from: usize, to: usize| {
        let spelt: Vec<&str> = words[from..to].iter().map(|(_, word)| *word).collect();
        WORDS.legal_forms.get(&spelt.join(" ")).copied()
    };
    for _ in 0..FORMS_MAX {
        let longest = FORM_WORDS_MAX.min((end - start).saturating_sub(1));
        let first = (1..=longest).rev().find_map(|n| Some((n, form(start, start + n)?)));
        let last = (1..=longest).rev().find_map(|n| Some((n, form(end - n, end)?)));
        let (taken, name) = match (first, last) {
            (Some((n, name)), None) => ((n, 0), name),
            (_, Some((n, name))) => ((0, n), name),
            (None, None) => break,
        };
        start += taken.0;
        end -= taken.1;
        found = Some(found.map_or(name, |found| found.min(name)));
    }
    (words[start..end].to_vec(), found)
}

const FORMS_MAX: usize = 3;
const FORM_WORDS_MAX: usize = 6;
