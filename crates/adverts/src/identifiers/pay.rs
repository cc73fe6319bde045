//! Pay on offer: a number or a range, what it is counted in, of which currency, for which time.
//!
//! A sum is pay where it has a time (`a month`) or a word for pay stands near it; any other sum is
//! left alone. Whole units only: no floating point.

use std::ops::Range;

use serde::Serialize;

use super::{Found, Kind, before, behind, letter_before};
use crate::fold::Folded;
use crate::language::Language;

/// Pay, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pay {
    /// The lowest figure, in whole units of the currency.
    pub low: u64,
    /// The highest figure; the same where there is one alone.
    pub high: u64,
    /// ISO 4217, or USDT.
    pub currency: &'static str,
    /// For which time, where it is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
}

/// For which time pay is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Period {
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

impl Pay {
    /// The highest figure for a month of full work; what has no time is taken for a month.
    #[must_use]
    pub fn monthly(&self) -> u64 {
        match self.period {
            Some(Period::Hour) => self.high.saturating_mul(HOURS_PER_MONTH),
            Some(Period::Day) => self.high.saturating_mul(DAYS_PER_MONTH),
            Some(Period::Week) => self.high.saturating_mul(52) / 12,
            Some(Period::Year) => self.high / 12,
            Some(Period::Month) | None => self.high,
        }
    }
}

pub(super) fn find(folded: &Folded, language: Language) -> Vec<Found> {
    let lower = folded.lower();
    let sums = sums(lower);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(sum) = sums.get(at) {
        let range = sums.get(at + 1).filter(|next| is_range(lower, sum, next));
        let used = if range.is_some() { 2 } else { 1 };
        found.extend(pay(lower, sum, range, language));
        at += used;
    }
    found
}

/// A number with what is written to it.
struct Sum {
    /// Thousandths, so that `1.5` and a word for ten thousand make a whole.
    thousandths: u64,
    factor: u64,
    currency: Option<&'static str>,
    span: Range<usize>,
    number: Range<usize>,
}

impl Sum {
    fn units(&self, factor: u64) -> u64 {
        (u128::from(self.thousandths) * u128::from(factor) / 1000).try_into().unwrap_or(u64::MAX)
    }
}

fn sums(lower: &str) -> Vec<Sum> {
    let bytes = lower.as_bytes();
    let mut sums = Vec::new();
    let mut at = 0;
    while at < bytes.len() && sums.len() < SUMS_MAX {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let length = bytes[at..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
            .count();
        let number = lower[at..at + length].trim_end_matches(['.', ',']);
        if let Some(thousandths) = thousandths(number) {
            sums.push(sum(lower, at..at + number.len(), thousandths));
        }
        at += length;
    }
    sums
}

fn sum(lower: &str, number: Range<usize>, thousandths: u64) -> Sum {
    let mut end = number.end;
    let mut factor = 1_u64;
    let mut currency = None;
    for _ in 0..WORDS_PER_SUM {
        let rest = &lower[end..];
        let spaces = rest.len() - rest.trim_start_matches([' ', '.', '+']).len();
        let rest = &rest[spaces..];
        let times = FACTORS.iter().find(|(word, ..)| starts(rest, word));
        if let Some((word, times, implied)) = times.filter(|_| spaces <= 1) {
            factor = factor.saturating_mul(*times);
            currency = currency.or(*implied);
            end += spaces + word.len();
            continue;
        }
        if let Some((word, code)) = CURRENCIES.iter().find(|(word, _)| starts(rest, word))
            && spaces <= 2
        {
            currency = Some(*code);
            end += spaces + word.len();
        }
        break;
    }
    let front = lower[..number.start].trim_end_matches([' ', '.', ':']);
    let mut start = number.start;
    let named = CURRENCIES.iter().find(|(word, _)| ends(front, word));
    if let Some((word, code)) = named.filter(|_| number.start - front.len() <= 2) {
        // `Rp7-16 jt`: the sign in front says more than what a factor implies.
        currency = Some(*code);
        start = front.len() - word.len();
    }
    Sum { thousandths, factor, currency, span: start..end, number }
}

/// The value of a number with marks, in thousandths. A mark before exactly three digits groups.
fn thousandths(number: &str) -> Option<u64> {
    let groups: Vec<&str> = number.split(['.', ',']).collect();
    let (first, rest) = groups.split_first()?;
    let grouped = rest.iter().all(|group| group.len() == 3) && first.len() <= 3;
    let whole = |digits: &str| digits.parse::<u64>().ok().filter(|_| digits.len() <= 12);
    if rest.is_empty() || grouped {
        return whole(&groups.concat())?.checked_mul(1000);
    }
    let (last, front) = groups.split_last()?;
    let fraction: u64 = format!("{last:0<3}").get(..3)?.parse().ok()?;
    (last.len() <= 2).then_some(())?;
    whole(&front.concat())?.checked_mul(1000)?.checked_add(fraction)
}

/// Whether a word stands at the beginning and is no part of a longer one of Latin letters.
fn starts(rest: &str, word: &str) -> bool {
    let Some(after) = rest.strip_prefix(word) else { return false };
    let is_latin = word.ends_with(|letter: char| letter.is_ascii_alphabetic());
    !is_latin || !after.starts_with(|letter: char| letter.is_ascii_alphabetic())
}

fn ends(front: &str, word: &str) -> bool {
    let Some(start) = front.strip_suffix(word).map(str::len) else { return false };
    let is_latin = word.starts_with(|letter: char| letter.is_ascii_alphabetic());
    !is_latin || !letter_before(front, start).is_some_and(|letter| letter.is_ascii_alphabetic())
}

fn is_range(lower: &str, low: &Sum, high: &Sum) -> bool {
    let between = lower.get(low.span.end..high.span.start).map(str::trim);
    between.is_some_and(|between| RANGE_MARKS.contains(&between))
}

fn pay(lower: &str, low: &Sum, high: Option<&Sum>, language: Language) -> Option<Found> {
    let last = high.unwrap_or(low);
    let span = low.span.start..last.span.end;
    let goes_on = lower[last.number.end..].starts_with(['-', '/'])
        && last.span.end == last.number.end
        && high.is_none()
        && lower[last.number.end + 1..].starts_with(|letter: char| letter.is_ascii_digit());
    let is_inside = letter_before(lower, span.start)
        .is_some_and(|letter| matches!(letter, '-' | '@' | '_') || letter.is_ascii_alphabetic());
    if goes_on || is_inside && low.currency.is_none() {
        return None;
    }
    let period = period(lower, &span);
    let front = before(lower, span.start, WORD_BYTES);
    let is_named = PAY_WORDS.iter().any(|word| front.contains(word));
    let currency = low.currency.filter(|_| last.currency.is_none()).or(last.currency);
    let (currency, factor, sure) = match currency {
        Some(code) => (code, last.factor, 0.95),
        None => by_habit(lower, low, last, language, is_named || period.is_some())?,
    };
    if period.is_none() && !is_named {
        return None;
    }
    // `1-1.5만`: what is counted in stands behind the second.
    let low_factor =
        if low.factor == 1 && low.thousandths <= last.thousandths { factor } else { low.factor };
    let (low_units, high_units) = (low.units(low_factor), last.units(factor));
    if high_units < least(currency, period) || high_units < low_units {
        return None;
    }
    let value = match low_units == high_units {
        true => format!("{high_units} {currency}"),
        false => format!("{low_units}-{high_units} {currency}"),
    };
    let sure = if period.is_some() { sure } else { sure - 0.15 };
    let mut found = Found::new(Kind::Salary, value, span, sure);
    found.pay = Some(Pay { low: low_units, high: high_units, currency, period });
    Some(found)
}

/// The currency where none is written, as people of a language write pay: `월 2000` is in ten
/// thousands of won, `2-5万` in yuan, `15 trieu` in dong.
fn by_habit(
    lower: &str,
    low: &Sum,
    last: &Sum,
    language: Language,
    is_pay: bool,
) -> Option<(&'static str, u64, f32)> {
    if !is_pay {
        return None;
    }
    let thousands = last.thousandths / 1000;
    let no_factor = last.factor == 1;
    match language {
        Language::Ko if no_factor && (100..=9_999).contains(&thousands) => {
            let is_month =
                before(lower, low.span.start, 12).trim_end().ends_with(['월', '급', '입']);
            is_month.then_some(("KRW", 10_000, 0.7))
        }
        Language::Zh if no_factor && 1_000 <= thousands => Some(("CNY", 1, 0.75)),
        Language::Th if !no_factor || 1_000 <= thousands => Some(("THB", last.factor, 0.75)),
        Language::Vi if 1_000_000 <= last.units(last.factor) => Some(("VND", last.factor, 0.8)),
        Language::Id if 1_000_000 <= last.units(last.factor) => Some(("IDR", last.factor, 0.8)),
        _ => None,
    }
}

/// For which time: the nearest word, one behind before one in front.
fn period(lower: &str, span: &Range<usize>) -> Option<Period> {
    let back = behind(lower, span.end, PERIOD_BYTES);
    let back = &back[..back
        .find(|letter: char| letter.is_ascii_digit() || matches!(letter, '\n' | ';'))
        .unwrap_or(back.len())];
    let front = before(lower, span.start, PERIOD_BYTES);
    let front = &front[front.rfind(['\n', ';', '!']).map_or(0, |at| at + 1)..];
    let place = |text: &str, word: &str, from_end: bool| {
        let found = if from_end { text.rfind(word) } else { text.find(word) }?;
        let is_latin = word.ends_with(|letter: char| letter.is_ascii_alphabetic());
        let goes_on =
            text[found + word.len()..].starts_with(|letter: char| letter.is_ascii_alphabetic());
        let began = letter_before(text, found).is_some_and(|letter| letter.is_ascii_alphabetic());
        let inside = is_latin && (goes_on || began);
        let distance = if from_end { text.len() - found - word.len() } else { found };
        (!inside).then_some(distance)
    };
    let nearest = |text: &str, from_end: bool| {
        let hits = PERIODS.iter().filter_map(|(word, period)| {
            Some((place(text, word, from_end)?, std::cmp::Reverse(word.len()), *period))
        });
        hits.min_by_key(|(distance, length, _)| (*distance, *length))
            .map(|(distance, _, period)| (distance, period))
    };
    let (behind, front) = (nearest(back, false), nearest(front, true));
    match (behind, front) {
        (Some((near, period)), Some((other, _))) if near <= other + 4 => Some(period),
        (_, Some((_, period))) | (Some((_, period)), None) => Some(period),
        (None, None) => None,
    }
}

/// Less is no pay: a number of people, hours or years.
fn least(currency: &str, period: Option<Period>) -> u64 {
    let month = match currency {
        "KRW" => 100_000,
        "VND" | "IDR" | "LAK" | "KHR" | "MMK" => 100_000,
        "THB" | "CNY" | "TWD" | "INR" | "PHP" | "JPY" => 500,
        _ => 50,
    };
    match period {
        Some(Period::Hour | Period::Day) => month / 50,
        Some(Period::Week) => month / 5,
        _ => month,
    }
}

/// Words that multiply, the longer first, and the currency that they go with where none is named.
#[rustfmt::skip]
const FACTORS: &[(&str, u64, Option<&str>)] = &[
    ("천만", 10_000_000, Some("KRW")), ("백만", 1_000_000, Some("KRW")), ("만", 10_000, Some("KRW")), ("억", 100_000_000, Some("KRW")),
    ("천원", 1_000, Some("KRW")),
    ("万", 10_000, Some("CNY")), ("萬", 10_000, Some("CNY")), ("w", 10_000, Some("CNY")), ("千", 1_000, Some("CNY")),
    ("ล้าน", 1_000_000, Some("THB")), ("แสน", 100_000, Some("THB")), ("หมื่น", 10_000, Some("THB")), ("พัน", 1_000, Some("THB")),
    ("trieu", 1_000_000, Some("VND")), ("tr", 1_000_000, Some("VND")), ("cu", 1_000_000, Some("VND")), ("nghin", 1_000, Some("VND")),
    ("juta", 1_000_000, Some("IDR")), ("jt", 1_000_000, Some("IDR")), ("ribu", 1_000, None), ("rb", 1_000, Some("IDR")),
    ("lakhs", 100_000, Some("INR")), ("lakh", 100_000, Some("INR")), ("lac", 100_000, Some("INR")),
    ("million", 1_000_000, None), ("mil", 1_000_000, None), ("k", 1_000, None),
    ("លាន", 1_000_000, Some("KHR")), ("ម៉ឺន", 10_000, Some("KHR")), ("ពាន់", 1_000, None),
    ("ລ້ານ", 1_000_000, Some("LAK")), ("ແສນ", 100_000, Some("LAK")), ("ພັນ", 1_000, None),
    ("သိန်း", 100_000, Some("MMK")), ("သောင်း", 10_000, Some("MMK")),
];

/// Words and signs for currencies, the longer first.
#[rustfmt::skip]
const CURRENCIES: &[(&str, &str)] = &[
    ("만원", "KRW"), ("원", "KRW"), ("krw", "KRW"), ("won", "KRW"), ("₩", "KRW"),
    ("달러", "USD"), ("불", "USD"), ("us dollars", "USD"), ("us$", "USD"), ("usdt", "USDT"), ("usd", "USD"), ("dollars", "USD"),
    ("美金", "USD"), ("美元", "USD"), ("美刀", "USD"), ("刀", "USD"), ("ដុល្លារ", "USD"), ("ดอลลาร์", "USD"), ("ໂດລາ", "USD"),
    ("ဒေါ်လာ", "USD"), ("do la", "USD"), ("dolar", "USD"), ("sgd", "SGD"), ("s$", "SGD"), ("nt$", "TWD"), ("hk$", "HKD"), ("$", "USD"), ("u", "USDT"),
    ("人民币", "CNY"), ("块", "CNY"), ("元", "CNY"), ("rmb", "CNY"), ("cny", "CNY"), ("yuan", "CNY"), ("위안", "CNY"), ("¥", "CNY"),
    ("泰铢", "THB"), ("บาท", "THB"), ("บ.", "THB"), ("baht", "THB"), ("thb", "THB"), ("바트", "THB"), ("฿", "THB"),
    ("vnd", "VND"), ("dong", "VND"), ("₫", "VND"), ("동", "VND"), ("d", "VND"),
    ("rupiah", "IDR"), ("idr", "IDR"), ("rp", "IDR"), ("ringgit", "MYR"), ("myr", "MYR"), ("rm", "MYR"), ("令吉", "MYR"),
    ("រៀល", "KHR"), ("៛", "KHR"), ("khr", "KHR"), ("riel", "KHR"), ("ກີບ", "LAK"), ("₭", "LAK"), ("lak", "LAK"), ("kip", "LAK"),
    ("ကျပ်", "MMK"), ("mmk", "MMK"), ("kyats", "MMK"), ("kyat", "MMK"), ("rupees", "INR"), ("inr", "INR"), ("rs", "INR"), ("₹", "INR"),
    ("php", "PHP"), ("peso", "PHP"), ("₱", "PHP"), ("日元", "JPY"), ("엔", "JPY"), ("eur", "EUR"), ("€", "EUR"),
];

#[rustfmt::skip]
const PERIODS: &[(&str, Period)] = &[
    ("시급", Period::Hour), ("시간당", Period::Hour), ("per hour", Period::Hour), ("hourly", Period::Hour), ("小时", Period::Hour),
    ("ชั่วโมง", Period::Hour), ("gio", Period::Hour), ("per jam", Period::Hour), ("/hour", Period::Hour),
    ("일당", Period::Day), ("하루", Period::Day), ("일급", Period::Day), ("per day", Period::Day), ("daily", Period::Day), ("a day", Period::Day),
    ("/day", Period::Day), ("日薪", Period::Day), ("日结", Period::Day), ("天", Period::Day), ("一天", Period::Day), ("วัน", Period::Day),
    ("ngay", Period::Day), ("hari", Period::Day), ("sehari", Period::Day), ("ថ្ងៃ", Period::Day), ("ມື້", Period::Day), ("တစ်ရက်", Period::Day),
    ("주급", Period::Week), ("매주", Period::Week), ("주당", Period::Week), ("week", Period::Week), ("weekly", Period::Week), ("周薪", Period::Week), ("每周", Period::Week),
    ("สัปดาห์", Period::Week), ("tuan", Period::Week), ("minggu", Period::Week), ("seminggu", Period::Week), ("សប្តាហ៍", Period::Week),
    ("ອາທິດ", Period::Week), ("တစ်ပတ်", Period::Week),
    ("월급", Period::Month), ("월수입", Period::Month), ("월", Period::Month), ("매달", Period::Month), ("한달", Period::Month), ("month", Period::Month),
    ("monthly", Period::Month), ("mo", Period::Month), ("pm", Period::Month), ("月薪", Period::Month), ("月入", Period::Month), ("每月", Period::Month), ("月", Period::Month),
    ("เดือน", Period::Month), ("thang", Period::Month), ("bulan", Period::Month), ("sebulan", Period::Month), ("bln", Period::Month), ("ខែ", Period::Month),
    ("ເດືອນ", Period::Month), ("လစာ", Period::Month), ("တစ်လ", Period::Month),
    ("연봉", Period::Year), ("per year", Period::Year), ("yearly", Period::Year), ("annual", Period::Year), ("a year", Period::Year), ("年薪", Period::Year),
    ("ต่อปี", Period::Year), ("tahun", Period::Year), ("per annum", Period::Year),
];

/// Words for pay, without accents.
#[rustfmt::skip]
const PAY_WORDS: &[&str] = &[
    "급여", "월급", "수입", "페이", "보수", "임금", "salary", "pay", "earn", "income", "wage", "工资", "薪", "底薪", "月入", "收入",
    "เงินเดือน", "รายได้", "ค่าจ้าง", "luong", "thu nhap", "gaji", "upah", "penghasilan", "pendapatan", "ប្រាក់ខែ", "ប្រាក់ចំណូល", "បៀវត្សរ៍",
    "ເງິນເດືອນ", "ລາຍໄດ້", "လစာ", "ဝင်ငွေ",
];
const RANGE_MARKS: &[&str] = &[
    "-",
    "~",
    "–",
    "—",
    "至",
    "到",
    "에서",
    "to",
    "ถึง",
    "den",
    "sampai",
    "hingga",
    "s/d",
    "ដល់",
    "ຫາ",
    "မှ",
];
const WORDS_PER_SUM: usize = 3;
const WORD_BYTES: usize = 60;
const PERIOD_BYTES: usize = 36;
const SUMS_MAX: usize = 1_000;
/// 40 hours a week with the paid day of rest, as Korea's Ministry of Employment counts a month.
const HOURS_PER_MONTH: u64 = 209;
const DAYS_PER_MONTH: u64 = 26;
