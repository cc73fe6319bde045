//! Days and months, in the orders and with the names of our languages.
//!
//! Day and month that could be either way round are read day first, as all these languages but
//! American English write them, and the lower confidence says so.

use std::ops::Range;

use super::{Found, Kind, letter_at, letter_before};
use crate::fold::Folded;

pub(super) fn find(folded: &Folded) -> Vec<Found> {
    let lower = folded.lower();
    let numbers = numbers(lower);
    let mut found = Vec::new();
    let mut at = 0;
    while at < numbers.len() {
        match read(lower, &numbers[at..]) {
            Some((used, one)) => {
                found.push(one);
                at += used;
            }
            None => at += 1,
        }
    }
    found
}

struct Number {
    value: u32,
    span: Range<usize>,
}

impl Number {
    fn digits(&self) -> usize {
        self.span.len()
    }
}

fn numbers(lower: &str) -> Vec<Number> {
    let bytes = lower.as_bytes();
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = at + bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if end - at <= 4
            && let Ok(value) = lower[at..end].parse()
        {
            numbers.push(Number { value, span: at..end });
        } else {
            numbers.push(Number { value: 0, span: at..end });
        }
        at = end;
    }
    numbers
}

fn read(lower: &str, numbers: &[Number]) -> Option<(usize, Found)> {
    let first = numbers.first()?;
    let three = numbers.get(..3).and_then(|three| by_numbers(lower, three));
    three
        .map(|found| (3, found))
        .or_else(|| with_signs(lower, numbers))
        .or_else(|| with_name(lower, first, numbers.get(1)))
}

/// `2025-10-16`, `16/10/2025`.
fn by_numbers(lower: &str, three: &[Number]) -> Option<Found> {
    let [a, b, c] = three else { return None };
    let between = |x: &Number, y: &Number| lower.get(x.span.end..y.span.start).map(str::trim);
    let separator = between(a, b)?;
    if separator == "thang" && between(b, c)? == "nam" {
        return found(c.value, b.value, Some(a.value), a.span.start..c.span.end, 0.97);
    }
    if !matches!(separator, "-" | "/" | ".") || between(b, c)? != separator {
        return None;
    }
    let stands_alone = !letter_before(lower, a.span.start)
        .is_some_and(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '/' | '+'))
        && !letter_at(lower, c.span.end)
            .is_some_and(|letter| letter.is_ascii_digit() || matches!(letter, '-' | '/'));
    let span = a.span.start..c.span.end;
    let two = |number: &Number| (1..=2).contains(&number.digits());
    let (year, month, day, sure) = match (a.digits(), c.digits()) {
        (4, _) if two(b) && two(c) => (a.value, b.value, c.value, 0.98),
        (_, 4) if two(a) && two(b) && 12 < b.value => (c.value, a.value, b.value, 0.9),
        (_, 4) if two(a) && two(b) => {
            (c.value, b.value, a.value, if a.value <= 12 { 0.85 } else { 0.97 })
        }
        _ => return None,
    };
    stands_alone.then(|| found(year, month, Some(day), span, sure)).flatten()
}

/// `2025년 10월 16일`, `2025年10月16日`, `10월 16일` without a year is no date of ours.
fn with_signs(lower: &str, numbers: &[Number]) -> Option<(usize, Found)> {
    let sign = |number: &Number, signs: &[&str]| {
        let rest = &lower[number.span.end..];
        let trimmed = rest.trim_start_matches(' ');
        let sign = signs.iter().find(|sign| trimmed.starts_with(**sign))?;
        Some(number.span.end + (rest.len() - trimmed.len()) + sign.len())
    };
    let (year, month) = (numbers.first()?, numbers.get(1)?);
    let year_end = sign(year, &["년", "年"]).filter(|_| year.digits() == 4)?;
    let follows = |end: usize, next: &Number| {
        lower.get(end..next.span.start).is_some_and(|gap| gap.trim().is_empty())
    };
    let month_end = sign(month, &["월", "月"]).filter(|_| follows(year_end, month))?;
    let start = year.span.start;
    let day = numbers.get(2).filter(|day| follows(month_end, day));
    let day = day.and_then(|day| Some((day.value, sign(day, &["일", "日", "号"])?)));
    match day {
        Some((day, end)) => Some((3, found(year.value, month.value, Some(day), start..end, 0.98)?)),
        None => Some((2, found(year.value, month.value, None, start..month_end, 0.95)?)),
    }
}

/// `16 October 2025`, `October 16, 2025`, `12 ต.ค. 2568`, `16 thang 10 nam 2025`.
fn with_name(lower: &str, first: &Number, second: Option<&Number>) -> Option<(usize, Found)> {
    let year = second.filter(|year| year.digits() == 4)?;
    let day = Some(first).filter(|day| day.digits() <= 2)?;
    let between = lower.get(day.span.end..year.span.start)?;
    let between_name = between.trim().trim_start_matches(['-', '.', '/']).trim_start();
    let between_name = ["de ", "ເດືອນ", "ខែ", "of "]
        .iter()
        .find_map(|word| between_name.strip_prefix(word))
        .unwrap_or(between_name)
        .trim();
    if let Some(month) = month(between_name) {
        return Some((
            2,
            found(year.value, month, Some(day.value), day.span.start..year.span.end, 0.97)?,
        ));
    }
    if !matches!(between.trim(), "," | "") && !between.trim().starts_with(',') {
        return None;
    }
    let before = lower[..day.span.start].trim_end();
    let start =
        before.rfind(|letter: char| letter.is_whitespace() || letter == ',').map_or(0, |at| at + 1);
    let start = lower.get(start..).map(|rest| start + rest.len() - rest.trim_start().len())?;
    let month = month(before.get(start..)?)?;
    Some((2, found(year.value, month, Some(day.value), start..year.span.end, 0.95)?))
}

fn month(name: &str) -> Option<u32> {
    let name = name.trim_matches(['.', ',', '-', '/', ' ']);
    let position = MONTHS.iter().position(|names| names.contains(&name))?;
    u32::try_from(position + 1).ok()
}

fn found(year: u32, month: u32, day: Option<u32>, span: Range<usize>, sure: f32) -> Option<Found> {
    // Years of Thailand, Laos and Cambodia count from the Buddha.
    let year = if (2540..=2640).contains(&year) { year - 543 } else { year };
    let days = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let fits = (1900..=2100).contains(&year)
        && (1..=12).contains(&month)
        && day.is_none_or(|day| (1..=days).contains(&day));
    let value = match day {
        Some(day) => format!("{year:04}-{month:02}-{day:02}"),
        None => format!("{year:04}-{month:02}"),
    };
    fits.then(|| Found::new(Kind::Date, value, span, sure))
}

#[rustfmt::skip]
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "januari", "ม.ค", "มกราคม", "thang 1", "thang mot", "មករា", "ມັງກອນ", "ဇန်နဝါရီ"],
    &["february", "feb", "februari", "ก.พ", "กุมภาพันธ์", "thang 2", "thang hai", "កុម្ភៈ", "ກຸມພາ", "ဖေဖော်ဝါရီ"],
    &["march", "mar", "maret", "mac", "มี.ค", "มีนาคม", "thang 3", "thang ba", "មីនា", "ມີນາ", "မတ်"],
    &["april", "apr", "เม.ย", "เมษายน", "thang 4", "thang tu", "មេសា", "ເມສາ", "ဧပြီ"],
    &["may", "mei", "พ.ค", "พฤษภาคม", "thang 5", "thang nam", "ឧសភា", "ພຶດສະພາ", "မေ"],
    &["june", "jun", "juni", "มิ.ย", "มิถุนายน", "thang 6", "thang sau", "មិថុនា", "ມິຖຸນາ", "ဇွန်"],
    &["july", "jul", "juli", "julai", "ก.ค", "กรกฎาคม", "thang 7", "thang bay", "កក្កដា", "ກໍລະກົດ", "ဇူလိုင်"],
    &["august", "aug", "agustus", "ogos", "agu", "ส.ค", "สิงหาคม", "thang 8", "thang tam", "សីហា", "ສິງຫາ", "ဩဂုတ်"],
    &["september", "sep", "sept", "ก.ย", "กันยายน", "thang 9", "thang chin", "កញ្ញា", "ກັນຍາ", "စက်တင်ဘာ"],
    &["october", "oct", "oktober", "okt", "ต.ค", "ตุลาคม", "thang 10", "thang muoi", "តុលា", "ຕຸລາ", "အောက်တိုဘာ"],
    &["november", "nov", "พ.ย", "พฤศจิกายน", "thang 11", "វិច្ឆិកា", "ພະຈິກ", "နိုဝင်ဘာ"],
    &["december", "dec", "desember", "disember", "des", "dis", "ธ.ค", "ธันวาคม", "thang 12", "ធ្នូ", "ທັນວາ", "ဒီဇင်ဘာ"],
];
