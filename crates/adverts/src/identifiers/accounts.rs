//! Bank accounts: digits beside the name of a bank or the word for an account, and IBANs.
//!
//! No country here has a checksum worth trusting in its account numbers: the name of a bank and the
//! length are all there is, and the confidence says so.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use liaison_model::values::iban;

use super::{Found, Kind, behind, letter_at, letter_before};
use crate::fold::Folded;

pub(super) fn find(folded: &Folded) -> Vec<Found> {
    let lower = folded.lower();
    let mut found = ibans(folded.text());
    let Some(searcher) = SEARCHER.as_ref() else { return found };
    let mut bank: Option<(usize, &str)> = None;
    for hit in searcher.find_iter(lower) {
        let (word, name) = WORDS[hit.pattern().as_usize()];
        if word.is_ascii() && is_part_of_word(lower, hit.start(), hit.end()) {
            continue;
        }
        if !name.is_empty() {
            bank = Some((hit.end(), name));
        }
        let Some((digits, span)) = number_behind(lower, hit.end()) else { continue };
        let of = bank.filter(|(end, _)| hit.end() - end <= BANK_BEFORE_BYTES).map(|(_, name)| name);
        let of = of.or_else(|| bank_behind(lower, span.end));
        let sure = if of.is_some() { 0.95 } else { 0.75 };
        let account = Found::new(Kind::Account, digits, span, sure);
        found.push(match of {
            Some(name) => account.of(name),
            None => account,
        });
    }
    found
}

fn is_part_of_word(lower: &str, start: usize, end: usize) -> bool {
    let is_letter =
        |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphabetic());
    is_letter(letter_before(lower, start)) || is_letter(letter_at(lower, end))
}

/// Digits with the separators of account numbers, close behind a word.
fn number_behind(lower: &str, end: usize) -> Option<(String, std::ops::Range<usize>)> {
    let window = behind(lower, end, WINDOW_BYTES);
    let offset = window.find(|letter: char| letter.is_ascii_digit())?;
    // Another sentence is about something else.
    if window[..offset].contains(['\n', '+', '.', '@', '$', '¥', '฿', '₫']) {
        return None;
    }
    let start = end + offset;
    let rest = behind(lower, start, NUMBER_BYTES_MAX);
    let length = rest
        .find(|letter: char| !(letter.is_ascii_digit() || matches!(letter, '-' | ' ')))
        .unwrap_or(rest.len());
    let number = rest[..length].trim_end_matches([' ', '-']);
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let goes_on = rest[number.len()..]
        .starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '%');
    ((DIGITS_MIN..=DIGITS_MAX).contains(&digits.len()) && !goes_on)
        .then(|| (digits, start..start + number.len()))
}

/// The bank that is named behind a number.
fn bank_behind(lower: &str, end: usize) -> Option<&'static str> {
    let window = behind(lower, end, BANK_BEHIND_BYTES);
    let searcher = SEARCHER.as_ref()?;
    let hit = searcher.find_iter(window).find(|hit| {
        let (word, name) = WORDS[hit.pattern().as_usize()];
        let is_part = word.is_ascii() && is_part_of_word(window, hit.start(), hit.end());
        !name.is_empty() && !is_part
    })?;
    Some(WORDS[hit.pattern().as_usize()].1)
}

fn ibans(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    for word in words.filter(|word| (15..=34).contains(&word.len())) {
        let is_like = word.as_bytes()[..2].iter().all(u8::is_ascii_uppercase)
            && word.as_bytes()[2..4].iter().all(u8::is_ascii_digit);
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        if let Some(value) = is_like.then(|| iban(word).ok()).flatten() {
            found.push(Found::new(Kind::Account, value, at..at + word.len(), 0.98).of("IBAN"));
        }
    }
    found
}

static SEARCHER: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let words = WORDS.iter().map(|(word, _)| word);
    AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words).ok()
});

/// Words for banks with their names; without a name, words for an account. Accents of Vietnamese
/// are folded.
#[rustfmt::skip]
const WORDS: &[(&str, &str)] = &[
    ("국민은행", "KB Kookmin"), ("국민", "KB Kookmin"), ("신한은행", "Shinhan"), ("신한", "Shinhan"), ("우리은행", "Woori"),
    ("하나은행", "Hana"), ("농협은행", "NongHyup"), ("농협", "NongHyup"), ("기업은행", "IBK"), ("카카오뱅크", "KakaoBank"),
    ("토스뱅크", "Toss Bank"), ("케이뱅크", "K bank"), ("새마을금고", "MG"), ("우체국", "Korea Post"), ("부산은행", "BNK Busan"),
    ("กสิกร", "Kasikornbank"), ("กสิกรไทย", "Kasikornbank"), ("kbank", "Kasikornbank"), ("ไทยพาณิชย์", "SCB"), ("scb", "SCB"),
    ("กรุงเทพ", "Bangkok Bank"), ("กรุงไทย", "Krungthai"), ("ktb", "Krungthai"), ("กรุงศรี", "Krungsri"), ("ออมสิน", "GSB"), ("ttb", "ttb"),
    ("vietcombank", "Vietcombank"), ("vcb", "Vietcombank"), ("techcombank", "Techcombank"), ("bidv", "BIDV"), ("vietinbank", "VietinBank"),
    ("mb bank", "MB Bank"), ("mbbank", "MB Bank"), ("agribank", "Agribank"), ("acb", "ACB"), ("sacombank", "Sacombank"), ("vpbank", "VPBank"),
    ("bca", "BCA"), ("bri", "BRI"), ("mandiri", "Mandiri"), ("bni", "BNI"), ("cimb", "CIMB"), ("dana", "DANA"), ("ovo", "OVO"),
    ("maybank", "Maybank"), ("public bank", "Public Bank"), ("rhb", "RHB"), ("hong leong bank", "Hong Leong"), ("ambank", "AmBank"),
    ("aba bank", "ABA"), ("aba", "ABA"), ("acleda", "ACLEDA"), ("wing bank", "Wing"), ("wing", "Wing"), ("canadia", "Canadia"),
    ("អេប៊ីអេ", "ABA"), ("អេស៊ីលីដា", "ACLEDA"), ("វីង", "Wing"), ("bcel", "BCEL"), ("ທະນາຄານການຄ້າ", "BCEL"), ("kbzpay", "KBZ"),
    ("kpay", "KBZ"), ("kbz", "KBZ"), ("wave money", "Wave Money"), ("ayeyarwady", "AYA"), ("aya", "AYA"),
    ("工商银行", "ICBC"), ("工行", "ICBC"), ("建设银行", "CCB"), ("建行", "CCB"), ("农业银行", "ABC"), ("农行", "ABC"),
    ("中国银行", "Bank of China"), ("中行", "Bank of China"), ("招商银行", "CMB"), ("招行", "CMB"), ("交通银行", "BoCom"), ("邮政储蓄", "PSBC"),
    ("state bank of india", "SBI"), ("hdfc", "HDFC"), ("icici", "ICICI"),
    ("계좌번호", ""), ("계좌", ""), ("เลขบัญชี", ""), ("เลขที่บัญชี", ""), ("บัญชี", ""), ("so tai khoan", ""), ("stk", ""),
    ("no rekening", ""), ("norek", ""), ("rekening", ""), ("no. akaun", ""), ("akaun", ""), ("银行卡号", ""), ("卡号", ""),
    ("bank account", ""), ("account no", ""), ("account number", ""), ("a/c no", ""), ("លេខគណនី", ""), ("គណនី", ""),
    ("ເລກບັນຊີ", ""), ("ဘဏ်အကောင့်", ""), ("အကောင့်နံပါတ်", ""),
];
const WINDOW_BYTES: usize = 40;
const BANK_BEFORE_BYTES: usize = 60;
const BANK_BEHIND_BYTES: usize = 40;
const NUMBER_BYTES_MAX: usize = 28;
const DIGITS_MIN: usize = 9;
const DIGITS_MAX: usize = 19;
