//! Which script a character belongs to, and the folding that all comparison rests on.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The scripts that have rules of their own here; [`Script::Other`] is every other alphabet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Script {
    /// Latin letters, whatever language they spell.
    Latin,
    /// Korean syllables.
    Hangul,
    /// Chinese characters, in China, Korea, Vietnam or Japan.
    Han,
    /// Japanese syllables.
    Kana,
    /// Thai letters.
    Thai,
    /// Lao letters.
    Lao,
    /// Khmer letters.
    Khmer,
    /// Burmese letters.
    Burmese,
    /// Cyrillic, Greek, Arabic, Hebrew, Devanagari and any other alphabet.
    Other,
    /// Numbers of an organisation or a place.
    Digits,
}

impl Script {
    /// Whether the words of a name stand apart.
    pub(crate) fn parts_words(self) -> bool {
        matches!(self, Self::Latin | Self::Other | Self::Digits)
    }

    /// The key of its name in the catalogue of messages.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Latin => "names-script-latin",
            Self::Hangul => "names-script-hangul",
            Self::Han => "names-script-han",
            Self::Kana => "names-script-kana",
            Self::Thai => "names-script-thai",
            Self::Lao => "names-script-lao",
            Self::Khmer => "names-script-khmer",
            Self::Burmese => "names-script-burmese",
            Self::Other => "names-script-other",
            Self::Digits => "names-script-digits",
        }
    }
}

/// The script of a letter; `None` for what is no letter and no mark of one.
pub(crate) fn script_of(c: char) -> Option<Script> {
    let script = match c {
        'a'..='z' | 'A'..='Z' => Script::Latin,
        '\0'..='\x7f' => return None,
        '\u{0E01}'..='\u{0E4E}' => Script::Thai,
        '\u{0E81}'..='\u{0ECD}' | '\u{0EDC}'..='\u{0EDF}' => Script::Lao,
        '\u{1000}'..='\u{103F}' | '\u{104C}'..='\u{104F}' | '\u{1050}'..='\u{109F}' => {
            Script::Burmese
        }
        '\u{1780}'..='\u{17D3}' | '\u{17DD}' => Script::Khmer,
        '\u{1100}'..='\u{11FF}' | '\u{3131}'..='\u{318E}' | '\u{AC00}'..='\u{D7A3}' => {
            Script::Hangul
        }
        '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{30FC}' => Script::Kana,
        '\u{3005}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}' => Script::Han,
        '\u{00C0}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}' => Script::Latin,
        _ if c.is_alphabetic() || is_combining_mark(c) => Script::Other,
        _ => return None,
    };
    Some(script)
}

/// Whether a character stands on, under or beside a letter and cannot begin a word.
pub(crate) fn is_mark(c: char) -> bool {
    is_combining_mark(c) || matches!(c, '\u{0E30}'..='\u{0E3A}' | '\u{0EB0}'..='\u{0EBC}')
}

/// One form for all spellings that a reader would not tell apart: NFKC, lower case, without the
/// accents of Latin, Greek, Cyrillic, Arabic and Hebrew. O(bytes).
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        let mut plain = text.to_ascii_lowercase();
        plain.retain(|c| !is_apostrophe(c));
        return plain;
    }
    let mut plain = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_accent(*c) && !is_apostrophe(*c)) {
        match c {
            'đ' | 'Đ' | 'ð' | 'Ð' => plain.push('d'),
            'ł' | 'Ł' => plain.push('l'),
            'ø' | 'Ø' => plain.push('o'),
            'ħ' | 'Ħ' => plain.push('h'),
            'ı' => plain.push('i'),
            'ə' | 'Ə' => plain.push('a'),
            'ß' | 'ẞ' => plain.push_str("ss"),
            'æ' | 'Æ' => plain.push_str("ae"),
            'œ' | 'Œ' => plain.push_str("oe"),
            'þ' | 'Þ' => plain.push_str("th"),
            'ς' => plain.push('σ'),
            _ => plain.extend(c.to_lowercase().filter(|c| !is_accent(*c))),
        }
    }
    plain.nfc().collect()
}

/// Apostrophes stand within a syllable of romanised Korean, Chinese and Arabic names.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | 'ʻ' | 'ʼ' | '´')
}

/// Accents of Latin, Greek and Cyrillic, points of Arabic and Hebrew, and invisible characters.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{0640}'
        | '\u{0591}'..='\u{05C7}' | '\u{00AD}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{02B0}'..='\u{02FF}')
}
