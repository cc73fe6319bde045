//! Phone numbers in running text, written as their owners write them.
//!
//! A number with its country code, or one that begins as numbers at home do and that the plan of
//! the country has room for. Letters and words for digits count among digits (`공일공`, `O1O`).

use std::ops::Range;

use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumberFormat, Region};

use super::{Found, Kind, letter_before};
use crate::fold::Folded;
use crate::language::Language;

pub(super) fn find(folded: &Folded, language: Language) -> Vec<Found> {
    let text = folded.lower();
    let mut found = Vec::new();
    for run in runs(text) {
        let mut first = 0;
        while first < run.len() {
            match longest(text, &run[first..], language) {
                Some((count, number, sure)) => {
                    let span = run[first].span.start..run[first + count - 1].span.end;
                    found.push(Found::new(Kind::Phone, number, span, sure));
                    first += count;
                }
                None => first += 1,
            }
        }
    }
    found
}

/// The phone number that a text is, in E.164, for a reader of a language.
pub(super) fn number(text: &str, language: Language) -> Option<String> {
    let group: Group = Group {
        digits: text.chars().filter(char::is_ascii_digit).collect(),
        span: 0..text.len(),
        has_plus: text.trim_start().starts_with('+'),
    };
    read(&group.digits, group.has_plus, language).map(|(number, _)| number)
}

/// Digits without a separator between them.
struct Group {
    digits: String,
    span: Range<usize>,
    has_plus: bool,
}

/// Groups of digits that may belong to one number: at most a few separators between them.
fn runs(text: &str) -> Vec<Vec<Group>> {
    let mut runs: Vec<Vec<Group>> = Vec::new();
    for group in groups(text) {
        let joins = runs.last().and_then(|run| run.last()).is_some_and(|last| {
            let between = &text[last.span.end..group.span.start];
            let shape: &str = between.trim();
            !group.has_plus
                && between.len() <= SEPARATOR_BYTES_MAX
                && shape.len() <= 2
                && between.chars().all(is_separator)
        });
        match runs.last_mut() {
            Some(run) if joins => run.push(group),
            _ => runs.push(vec![group]),
        }
    }
    runs
}

fn is_separator(letter: char) -> bool {
    matches!(
        letter,
        ' ' | '-' | '.' | '(' | ')' | '/' | '_' | '·' | '~' | '*' | '\u{2010}'
            ..='\u{2015}' | '\u{3000}' | '\u{A0}'
    )
}

/// Runs of digits, and of what is read as digits among them.
fn groups(text: &str) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut at = 0;
    while at < text.len() && groups.len() < GROUPS_READ_MAX {
        let Some(letter) = super::letter_at(text, at) else { break };
        let starts = letter.is_ascii_digit()
            || matches!(letter, 'o' | 'l' | 'i')
            || word_digit(letter).is_some();
        let is_inside =
            letter_before(text, at).is_some_and(|before| before.is_ascii_alphanumeric());
        if !starts || (is_inside && !letter.is_ascii_digit()) {
            at += letter.len_utf8();
            continue;
        }
        let (digits, end) = group(&text[at..]);
        let end = at + end;
        if !digits.is_empty() {
            let plus = text[..at].trim_end_matches(['(', ' ']).ends_with('+');
            let start = if plus { text[..at].rfind('+').unwrap_or(at) } else { at };
            groups.push(Group { digits, span: start..end, has_plus: plus });
        }
        at = end.max(at + letter.len_utf8());
    }
    groups
}

/// The digits at the beginning of a text, and where they end. Letters count only among digits.
fn group(text: &str) -> (String, usize) {
    let (mut digits, mut end, mut real, mut words) = (String::new(), 0, 0, 0);
    for (at, letter) in text.char_indices() {
        let as_digit = match letter {
            '0'..='9' => {
                real += 1;
                letter
            }
            'o' => '0',
            'l' | 'i' => '1',
            _ => match word_digit(letter) {
                Some(digit) => {
                    words += 1;
                    digit
                }
                None => break,
            },
        };
        digits.push(as_digit);
        end = at + letter.len_utf8();
    }
    let goes_on = text[end..].starts_with(|letter: char| letter.is_ascii_alphabetic());
    if digits.len() == real {
        return (digits, end);
    }
    // `oil` is a word, `이사` too; `010-l234`, `공일공` and `一三八` are meant as digits.
    let is_meant = !goes_on && (0 < real || WORD_DIGITS_MIN <= words && words == digits.len());
    if is_meant { (digits, end) } else { (String::new(), end) }
}

/// The digit that a syllable or character names.
fn word_digit(letter: char) -> Option<char> {
    Some(match letter {
        '공' | '영' | '零' | '〇' => '0',
        '일' | '一' | '壹' | '幺' => '1',
        '이' | '二' | '贰' => '2',
        '삼' | '三' | '叁' => '3',
        '사' | '四' | '肆' => '4',
        '오' | '五' | '伍' => '5',
        '육' | '륙' | '六' | '陆' => '6',
        '칠' | '七' | '柒' => '7',
        '팔' | '八' | '捌' => '8',
        '구' | '九' | '玖' => '9',
        _ => return None,
    })
}

/// The longest number that begins with the first of these groups, and how many groups it has.
fn longest(text: &str, groups: &[Group], language: Language) -> Option<(usize, String, f32)> {
    let mut digits = String::new();
    let mut best = None;
    for (at, group) in groups.iter().take(GROUPS_MAX).enumerate() {
        digits.push_str(&group.digits);
        if DIGITS_MAX < digits.len() {
            break;
        }
        if digits.len() < DIGITS_MIN || is_followed_by_unit(&text[group.span.end..]) {
            continue;
        }
        if let Some((number, sure)) = read(&digits, groups[0].has_plus, language) {
            best = Some((at + 1, number, sure));
        }
    }
    best
}

/// A number with a unit behind it is a sum.
fn is_followed_by_unit(rest: &str) -> bool {
    let rest = rest.trim_start();
    UNITS.iter().any(|unit| rest.starts_with(unit))
}

fn read(digits: &str, has_plus: bool, language: Language) -> Option<(String, f32)> {
    if !(DIGITS_MIN..=DIGITS_MAX).contains(&digits.len()) {
        return None;
    }
    if has_plus {
        return valid(&format!("+{digits}"), None).map(|number| (number, 0.97));
    }
    if let Some(rest) = digits.strip_prefix("00")
        && let Some(number) = valid(&format!("+{rest}"), None)
    {
        return Some((number, 0.93));
    }
    let usual = language.usual_country();
    if begins_at_home(digits, usual)
        && let Some(number) = valid(digits, Some(usual))
    {
        return Some((number, 0.93));
    }
    let others =
        COUNTRIES.iter().filter(|country| **country != usual && begins_at_home(digits, country));
    let elsewhere =
        others.filter(|_| 9 <= digits.len()).find_map(|country| valid(digits, Some(country)));
    if let Some(number) = elsewhere {
        return Some((number, 0.7));
    }
    let has_code = CODES.iter().any(|code| digits.starts_with(code)) && 10 <= digits.len();
    let number = has_code.then(|| valid(&format!("+{digits}"), None)).flatten()?;
    Some((number, 0.8))
}

/// Whether digits begin as a number at home does.
fn begins_at_home(digits: &str, country: &str) -> bool {
    let mobile_of_china = || {
        let second = digits.as_bytes().get(1).copied().unwrap_or_default();
        digits.len() == 11 && digits.starts_with('1') && (b'3'..=b'9').contains(&second)
    };
    match country {
        "cn" => mobile_of_china(),
        "in" => digits.len() == 10 && digits.starts_with(['6', '7', '8', '9']),
        _ => digits.starts_with('0') && !digits.starts_with("00"),
    }
}

/// The number in E.164, if the plan of its country has room for it.
fn valid(text: &str, country: Option<&str>) -> Option<String> {
    let region: Option<Region> =
        country.and_then(|country| country.to_ascii_uppercase().parse().ok());
    let number = PHONE_NUMBER_UTIL.parse(text, region).ok()?;
    let is_valid = PHONE_NUMBER_UTIL.is_valid_number(&number);
    is_valid.then(|| PHONE_NUMBER_UTIL.format(&number, PhoneNumberFormat::E164).into_owned())
}

/// Where most of the people in our cases come from and are brought to.
const COUNTRIES: &[&str] = &["kr", "kh", "th", "vn", "id", "my", "cn", "la", "mm", "in"];
/// Their codes, without which a number may be written that has one.
const CODES: &[&str] =
    &["82", "855", "66", "84", "62", "60", "86", "856", "95", "91", "63", "65", "852", "886"];
const UNITS: &[&str] =
    &["원", "만원", "บาท", "元", "usd", "vnd", "dong", "rupiah", "ກີບ", "ကျပ်", "%"];
const DIGITS_MIN: usize = 8;
const DIGITS_MAX: usize = 15;
const GROUPS_MAX: usize = 16;
/// Groups of digits of one text: each costs up to some hundred microseconds.
const GROUPS_READ_MAX: usize = 2_000;
const WORD_DIGITS_MIN: usize = 3;
const SEPARATOR_BYTES_MAX: usize = 4;
