//! Characters: composed, without the ones nobody sees, except where those spell a word.
//!
//! Most invisible characters (direction marks, soft hyphens, byte order marks) are left-overs of
//! programs and go. Three are not always left-overs:
//!
//! * The zero width joiner and non-joiner choose a letter's shape in Arabic-script languages such
//!   as Persian, in the scripts of India and Sri Lanka, and in Khmer, Burmese and Mongolian. They
//!   stay after a letter of such a script (the non-joiner only before another one), as Unicode
//!   Standard Annex 31, section 2.3, allows in identifiers.
//! * The zero width space divides words in Khmer, Burmese, Lao and Thai, for line breaks only;
//!   writers set it or not as they please. It stays in texts, where it helps reading, and goes
//!   from single lines, where it would make two names out of one.
//!
//! FollowTheMoney drops all three everywhere, so a value that keeps one is shortened by an export
//! to it; the signed statement keeps it.

use std::borrow::Cow;

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// One line: composed (NFC), single spaces between words, none around them, nothing invisible.
pub(super) fn line(raw: &str) -> Cow<'_, str> {
    tidy(raw, Form::Line)
}

/// A text: composed (NFC), its lines and inner spaces as they were, no control characters.
pub(super) fn text(raw: &str) -> Cow<'_, str> {
    tidy(raw, Form::Text)
}

/// The ASCII digit of a digit in any of the scripts that our sources write numbers in.
pub(super) fn ascii_digit(c: char) -> Option<char> {
    /// Where each script's zero stands; its other digits follow it (Unicode, general category Nd).
    const ZEROES: [u32; 11] = [
        0x0660, // Arabic-Indic
        0x06F0, // Persian
        0x0966, // Devanagari
        0x09E6, // Bengali
        0x0BE6, // Tamil
        0x0E50, // Thai
        0x0ED0, // Lao
        0x1040, // Burmese
        0x17E0, // Khmer
        0x1090, // Shan
        0xFF10, // full width
    ];
    if c.is_ascii() {
        return c.is_ascii_digit().then_some(c);
    }
    let at = u32::from(c);
    let value = ZEROES.into_iter().find_map(|zero| at.checked_sub(zero).filter(|v| *v < 10))?;
    char::from_digit(value, 10)
}

/// The same text with every digit as an ASCII digit.
pub(super) fn ascii_digits(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    text.chars().map(|c| ascii_digit(c).unwrap_or(c)).collect::<String>().into()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Line,
    Text,
}

/// What becomes of a character.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Stays,
    Space,
    Joiner,
    Goes,
}

fn tidy(raw: &str, form: Form) -> Cow<'_, str> {
    // A space at the end is the commonest fault of a cell, and needs no copy.
    let trimmed = raw.trim();
    if is_tidy(trimmed, form) { Cow::Borrowed(trimmed) } else { Cow::Owned(rewrite(trimmed, form)) }
}

/// The usual case, decided without allocating. May say no to a trimmed text that needs nothing.
fn is_tidy(trimmed: &str, form: Form) -> bool {
    if trimmed.is_ascii() {
        return is_tidy_ascii(trimmed.as_bytes(), form);
    }
    let mut before = ' ';
    let mut class_before = 0;
    let mut is_composed = true;
    for c in trimmed.chars() {
        // None of the common letters beyond Latin is a space or goes.
        let class = class_of_common(c);
        let is_letter = '\u{2ff}' < c && class.is_some();
        let stays = is_letter
            || match c {
                ' ' => form == Form::Text || before != ' ',
                _ => fate(c, form) == Fate::Stays,
            };
        if !stays {
            return false;
        }
        is_composed &= class.is_some_and(|class| class == 0 || class_before <= class);
        class_before = class.unwrap_or_default();
        before = c;
    }
    is_composed || is_nfc_quick(trimmed.chars()) == IsNormalized::Yes
}

fn is_tidy_ascii(trimmed: &[u8], form: Form) -> bool {
    let is_line = trimmed.iter().all(|b| (b' '..=b'~').contains(b));
    match form {
        Form::Line => is_line && !trimmed.windows(2).any(|pair| pair == b"  "),
        Form::Text => {
            is_line || trimmed.iter().all(|b| matches!(b, b' '..=b'~' | b'\t' | b'\n' | b'\r'))
        }
    }
}

/// The canonical combining class of a character that is its own composed form, for the scripts
/// that most names are in; `None` elsewhere, where the library's tables, ten times slower, must be
/// asked. Unicode's stability policy never changes these.
fn class_of_common(c: char) -> Option<u8> {
    match c {
        '\0'..='\u{2ff}' | '\u{400}'..='\u{482}' | '\u{1e00}'..='\u{1eff}' => Some(0), // Latin, Cyrillic
        '\u{4e00}'..='\u{9fff}'
        | '가'..='힣'
        | '\u{3041}'..='\u{3096}'
        | '\u{30a1}'..='\u{30fa}' => Some(0),
        '\u{e38}' | '\u{e39}' => Some(103), // Thai
        '\u{e48}'..='\u{e4b}' => Some(107),
        '\u{eb8}' | '\u{eb9}' => Some(118), // Lao
        '\u{ec8}'..='\u{ecb}' => Some(122),
        '\u{e3a}' | '\u{eba}' | '\u{17d2}' | '\u{1039}' | '\u{103a}' => Some(9),
        '\u{1037}' => Some(7), // Burmese, where U+102E may compose with the letter before it
        '\u{102e}' | '\u{108d}' | '\u{17dd}' => None,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => Some(0),
        _ => None,
    }
}

fn rewrite(raw: &str, form: Form) -> String {
    let mut kept = String::with_capacity(raw.len());
    let mut letter = ' ';
    let mut chars = raw.chars();
    while let Some(c) = chars.next() {
        match fate(c, form) {
            Fate::Goes => {}
            Fate::Stays => {
                kept.push(c);
                // Marks do not change whose letter it is, and composing may reorder them.
                if class_of_common(c).unwrap_or_else(|| canonical_combining_class(c)) == 0 {
                    letter = c;
                }
            }
            Fate::Space => {
                if form == Form::Text || !kept.is_empty() && !kept.ends_with(' ') {
                    kept.push(' ');
                }
                letter = ' ';
            }
            Fate::Joiner => {
                if !kept.ends_with(JOINERS) && joiner_matters(c, letter, chars.as_str()) {
                    kept.push(c);
                }
            }
        }
    }
    let trimmed = kept.trim();
    match is_nfc_quick(trimmed.chars()) {
        IsNormalized::Yes => trimmed.to_owned(),
        IsNormalized::No | IsNormalized::Maybe => trimmed.nfc().collect(),
    }
}

fn fate(c: char, form: Form) -> Fate {
    match c {
        '\t' | '\n' | '\r' if form == Form::Text => Fate::Stays,
        '\u{a0}' if form == Form::Text => Fate::Stays,
        '\t'..='\r' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' => {
            Fate::Space
        }
        '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Fate::Space,
        // Blanks that Unicode counts as letters or symbols: Hangul fillers, the empty Braille cell.
        '\u{3164}' | '\u{ffa0}' | '\u{2800}' => Fate::Space,
        '\u{200b}' if form == Form::Line => Fate::Goes,
        '\u{200b}'..='\u{200d}' => Fate::Joiner,
        '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Fate::Goes,
        '\u{ad}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' => Fate::Goes,
        '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' => Fate::Goes,
        _ => Fate::Stays,
    }
}

/// Whether an invisible character after `letter` and before `rest` changes what is read.
fn joiner_matters(joiner: char, letter: char, rest: &str) -> bool {
    let next = rest.chars().find(|c| canonical_combining_class(*c) == 0).unwrap_or(' ');
    match joiner {
        '\u{200b}' => breaks_without_space(letter) && breaks_without_space(next),
        '\u{200c}' => shaped_by_joiners(letter) && shaped_by_joiners(next),
        _ => shaped_by_joiners(letter),
    }
}

fn shaped_by_joiners(letter: char) -> bool {
    matches!(letter,
        '\u{0600}'..='\u{06ff}' | '\u{0750}'..='\u{077f}' | '\u{08a0}'..='\u{08ff}' // Arabic
        | '\u{0900}'..='\u{0dff}' // Devanagari to Sinhala
        | '\u{1000}'..='\u{109f}' | '\u{a9e0}'..='\u{a9ff}' | '\u{aa60}'..='\u{aa7f}' // Burmese
        | '\u{1780}'..='\u{17ff}' // Khmer
        | '\u{1800}'..='\u{18af}' // Mongolian
    )
}

fn breaks_without_space(letter: char) -> bool {
    matches!(letter,
        '\u{0e00}'..='\u{0eff}' // Thai, Lao
        | '\u{1000}'..='\u{109f}' | '\u{a9e0}'..='\u{a9ff}' | '\u{aa60}'..='\u{aa7f}' // Burmese
        | '\u{1780}'..='\u{17ff}' // Khmer
    )
}

const JOINERS: [char; 3] = ['\u{200b}', '\u{200c}', '\u{200d}'];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, expected: &str) {
        assert_eq!(line(raw), expected, "{raw:?}");
    }

    #[test]
    fn a_line_that_is_tidy_is_not_copied() {
        for text in ["Kim Min-jun", "김민준", "สมชาย ใจดี", "សុខ ចាន់ដារ៉ា", "Nguyễn Văn An", "มานี"]
        {
            assert!(matches!(line(text), Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn the_quick_table_of_classes_agrees_with_the_library() {
        for c in '\0'..=char::MAX {
            if let Some(class) = class_of_common(c) {
                assert_eq!(class, canonical_combining_class(c), "{:x}", u32::from(c));
                assert_eq!(is_nfc_quick([c].into_iter()), IsNormalized::Yes, "{:x}", u32::from(c));
            }
        }
    }

    #[test]
    fn marks_in_another_order_are_put_in_order() {
        check("กู้", "กู้");
        check("ก\u{e49}\u{e39}", "กู้");
    }

    #[test]
    fn spaces_of_every_kind_become_one_space() {
        check(" \u{feff}Kim\u{3000}\u{a0} Min\tjun\r\n", "Kim Min jun");
    }

    #[test]
    fn what_nobody_sees_is_taken_out() {
        check("Kim\u{200e} M\u{ad}in\u{0}", "Kim Min");
        check("\u{3164}", "");
    }

    #[test]
    fn letters_typed_in_parts_are_composed() {
        check("Nguye\u{302}\u{303}n", "Nguyễn");
        check("\u{1100}\u{1175}\u{11b7}", "김");
        check("e\u{200b}\u{301}", "é");
    }

    #[test]
    fn joiners_stay_only_where_they_shape_letters() {
        check("Kim\u{200d}Min", "KimMin");
        check("श्री\u{200c}मान", "श्री\u{200c}मान");
        check("\u{d28}\u{d4d}\u{200d}", "\u{d28}\u{d4d}\u{200d}");
        check("مى\u{200c}", "مى");
    }

    #[test]
    fn a_khmer_name_is_one_name_with_and_without_word_breaks() {
        check("សុខ\u{200b}ចាន់", "សុខចាន់");
        assert_eq!(text("សុខ\u{200b}ចាន់\n"), "សុខ\u{200b}ចាន់");
    }

    #[test]
    fn a_text_keeps_its_lines() {
        assert_eq!(text("one\r\n\ttwo  three\u{0}\n"), "one\r\n\ttwo  three");
    }
}
