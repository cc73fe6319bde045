//! From letters to sounds: each script's spelling as a row of symbols in the order of speech.
//!
//! A symbol is a letter's code point, or one made of it where a letter sounds differently by its
//! place. What a symbol is in Latin letters is not decided here: the learnt costs know all ways.

use crate::script::Script;

/// A symbol: see the module.
pub(crate) type Sound = u16;

/// Latin letters that are a reading of a Chinese character stand apart from those somebody wrote.
pub(crate) const READING: Sound = 0xFF21 - 0x61;
/// Pinyin of a foreign name stands apart from that of a Chinese one.
pub(crate) const FOREIGN: Sound = 0x24B6 - 0x61;
/// Latin spellings of Korean names vary in ways of their own.
// Added with wrap-around: 0x41 - 0x61.
pub(crate) const EASTERN: Sound = 0xFFE0;
/// So do those of a Chinese name in Mandarin, Cantonese, Hokkien, Hakka and Vietnamese.
pub(crate) const SINITIC: Sound = 0x1D2C - 0x61;

/// The symbols of a folded token. O(bytes).
pub(crate) fn sounds(script: Script, text: &str) -> Vec<Sound> {
    match script {
        Script::Latin => text.bytes().filter(u8::is_ascii_lowercase).map(u16::from).collect(),
        Script::Hangul => hangul(text),
        Script::Thai | Script::Lao => thai(text),
        Script::Khmer => khmer(text),
        Script::Burmese => burmese(text),
        Script::Kana => text.chars().map(katakana).collect(),
        Script::Han | Script::Other | Script::Digits => text.chars().filter_map(small).collect(),
    }
}

/// Latin letters as symbols of another block: [`READING`], [`FOREIGN`], [`EASTERN`] or [`SINITIC`].
pub(crate) fn shifted(latin: &str, block: Sound) -> Vec<Sound> {
    let letters = latin.bytes().filter(u8::is_ascii_lowercase);
    letters.map(|b| u16::from(b).wrapping_add(block)).collect()
}

fn small(c: char) -> Option<Sound> {
    u16::try_from(u32::from(c)).ok()
}

/// Initial, vowel and final of each syllable; the silent initial is no symbol. Unicode 3.12.
fn hangul(text: &str) -> Vec<Sound> {
    let mut out = Vec::with_capacity(text.len());
    for c in text.chars() {
        match u16::try_from(u32::from(c).wrapping_sub(0xAC00)) {
            Ok(code) if code < 11_172 => {
                let (first, vowel, last) = (code / 588, code / 28 % 21, code % 28);
                if first != SILENT_INITIAL {
                    out.push(0x1100 + first);
                }
                out.push(0x1161 + vowel);
                if last != 0 {
                    out.push(0x11A7 + last);
                }
            }
            _ => out.extend(small(c)),
        }
    }
    out
}

fn katakana(c: char) -> Sound {
    let code = small(c).unwrap_or_default();
    if (0x3041..=0x3096).contains(&code) { code + 0x60 } else { code }
}

/// Lao letters stand 128 after the Thai letters of the same origin and are read as those. Vowels
/// written before their consonant move behind it, tones go, and so do letters under *thanthakhat*.
fn thai(text: &str) -> Vec<Sound> {
    let mut out: Vec<Sound> = Vec::with_capacity(text.len() / 3);
    let mut leading: Option<Sound> = None;
    let codes: Vec<Sound> = text.chars().filter_map(small).map(lao_as_thai).collect();
    for (at, &code) in codes.iter().enumerate() {
        match code {
            0x0E40..=0x0E44 => {
                out.extend(leading.replace(code));
            }
            0x0E48..=0x0E4B | 0x0E4E => {}
            0x0E4C => silence(&mut out),
            _ => {
                out.push(code);
                let opens = CLUSTER_FIRST.contains(&code)
                    && codes.get(at + 1).is_some_and(|next| CLUSTER_SECOND.contains(next))
                    && codes.get(at + 2).is_some_and(|next| *next != 0x0E4C);
                if !opens {
                    out.extend(leading.take());
                }
            }
        }
    }
    out.extend(leading);
    out
}

/// Takes back a silenced consonant and the vowel sign that may stand on it.
fn silence(out: &mut Vec<Sound>) {
    if out.last().is_some_and(|last| matches!(last, 0x0E34..=0x0E39)) {
        out.pop();
    }
    out.pop();
}

fn lao_as_thai(code: Sound) -> Sound {
    match code {
        0x0EDC => 0x0E19,
        0x0EDD => 0x0E21,
        0x0EBC => 0x0E25,
        0x0EBD => 0x0E22,
        0x0EBB => 0x0E42,
        0x0E80..=0x0ECF => code - 0x80,
        _ => code,
    }
}

/// A vowel sign sounds by the series of the consonant before it, which the two shifters change
/// (Huffman, *Cambodian System of Writing*, 1970). Consonants under *toandakhiat* are silent.
fn khmer(text: &str) -> Vec<Sound> {
    let mut out: Vec<Sound> = Vec::with_capacity(text.len() / 3);
    let mut second_series = false;
    for code in text.chars().filter_map(small) {
        match code {
            0x1780..=0x17A2 => {
                second_series = SECOND_SERIES.contains(&code);
                out.push(code);
            }
            0x17C9 => second_series = false,
            0x17CA => second_series = true,
            0x17CD => {
                out.pop();
            }
            0x17B6..=0x17C8 => out.push(if second_series { code + SHIFT } else { code }),
            0x17CB..=0x17D3 => {}
            _ => out.push(code),
        }
    }
    out
}

/// A consonant under *asat* closes the syllable and sounds as such; tones go.
fn burmese(text: &str) -> Vec<Sound> {
    let mut out: Vec<Sound> = Vec::with_capacity(text.len() / 3);
    for code in text.chars().filter_map(small) {
        match code {
            0x103A | 0x1039 => {
                if let Some(last) = out.last_mut().filter(|last| (0x1000..=0x102A).contains(*last))
                {
                    *last += SHIFT;
                }
            }
            0x1037 | 0x1038 => {}
            0x102C => out.push(0x102B),
            _ => out.push(code),
        }
    }
    out
}

const SHIFT: Sound = 0x4000;
const SILENT_INITIAL: u16 = 11;
/// Consonants that open the true clusters of Thai (ก ข ค ต ป ผ พ), and those that close them.
const CLUSTER_FIRST: [Sound; 7] = [0x0E01, 0x0E02, 0x0E04, 0x0E15, 0x0E1B, 0x0E1C, 0x0E1E];
const CLUSTER_SECOND: [Sound; 2] = [0x0E23, 0x0E25];
/// Khmer consonants of the second (o) series.
const SECOND_SERIES: [Sound; 18] = [
    0x1782, 0x1783, 0x1784, 0x1787, 0x1788, 0x1789, 0x178C, 0x178D, 0x1791, 0x1792, 0x1793, 0x1796,
    0x1797, 0x1798, 0x1799, 0x179A, 0x179B, 0x179C,
];
