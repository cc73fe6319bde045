//! Names on messengers, by the word for the messenger beside them.
//!
//! A name in Latin letters alone beside a Latin word could be any word (`Telegram group`): there it
//! counts with `@`, `:` or `id` before it, or with a digit or `_` in it.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::{Found, Kind, behind, letter_at, letter_before, phones};
use crate::fold::Folded;
use crate::language::Language;

pub(super) fn find(folded: &Folded, language: Language) -> Vec<Found> {
    let lower = folded.lower();
    let mut found: Vec<Found> = Vec::new();
    let Some(searcher) = SEARCHER.as_ref() else { return found };
    let mut words: Vec<(usize, usize, Kind)> = Vec::new();
    for hit in searcher.find_iter(lower) {
        let (word, kind) = WORDS[hit.pattern().as_usize()];
        if is_word(lower, word, hit.range()) {
            words.push((hit.start(), hit.end(), kind));
            found.extend(after(folded, hit.end(), kind, is_latin(word), language));
        }
    }
    let taken: Vec<Range<usize>> = found.iter().map(|found| found.span.clone()).collect();
    for name in bare(folded) {
        let is_taken =
            taken.iter().any(|span| span.start <= name.span.end && name.span.start <= span.end);
        if !is_taken {
            found.push(near(name, &words));
        }
    }
    found
}

/// Short words for messengers are parts of others, unless they stand alone.
fn is_word(lower: &str, word: &str, range: Range<usize>) -> bool {
    let is_letter =
        |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphabetic());
    let is_other = |letter: Option<char>| {
        letter.is_some_and(|letter| letter.is_alphanumeric() && !letter.is_ascii())
    };
    let (front, back) = (letter_before(lower, range.start), letter_at(lower, range.end));
    if is_latin(word) {
        let digit_behind = word.len() <= 2 && back.is_some_and(|letter| letter.is_ascii_digit());
        let in_address = matches!(back, Some('.'))
            && letter_at(lower, range.end + 1).is_some_and(|next| next.is_ascii_alphabetic());
        return !is_letter(front)
            && !is_letter(back)
            && !digit_behind
            && !in_address
            && !matches!(front, Some('@' | '.' | '_'));
    }
    // `텔` begins hotels and models.
    !ALONE.contains(&word) || (!is_other(front) && !is_other(back))
}

fn is_latin(word: &str) -> bool {
    word.is_ascii()
}

/// The name behind a word for a messenger.
fn after(
    folded: &Folded,
    end: usize,
    kind: Kind,
    is_latin_word: bool,
    language: Language,
) -> Option<Found> {
    let lower = folded.lower();
    let (at, is_marked) = skip_to_name(lower, end)?;
    let token = token(lower, at)?;
    let raw = &folded.text()[token.clone()];
    let digits = raw.bytes().filter(u8::is_ascii_digit).count();
    let number_end = number_end(lower, at);
    if takes_numbers(kind) && 7 <= digits_of(&lower[at..number_end]).len() {
        let given = &lower[plus_before(lower, at)..number_end];
        return phones::number(given, language)
            .map(|number| Found::new(kind, number, plus_before(lower, at)..number_end, 0.95));
    }
    let is_telling = is_marked || 0 < digits || raw.contains('_') || !is_latin_word;
    let fits = match kind {
        Kind::Telegram => is_name(raw, 5..=32, &['_']),
        Kind::Line => is_handle(raw, 4..=20),
        Kind::Wechat => {
            is_name(raw, 6..=20, &['_', '-']) || (6..=11).contains(&digits) && digits == raw.len()
        }
        Kind::Qq => (5..=11).contains(&digits) && digits == raw.len() && !raw.starts_with('0'),
        Kind::Kakaotalk => is_handle(raw, 3..=20),
        _ => false,
    };
    let sure = match (is_marked, digits) {
        (true, _) => 0.95,
        (false, 0) => 0.8,
        (false, _) => 0.9,
    };
    (fits && is_telling && !is_common_word(&lower[token.clone()]))
        .then(|| Found::new(kind, raw, token, sure))
}

/// Where a name begins behind a word for a messenger, and whether a mark or word introduces it.
fn skip_to_name(lower: &str, end: usize) -> Option<(usize, bool)> {
    let mut at = end;
    let mut is_marked = false;
    for _ in 0..SKIPS_MAX {
        let rest = &lower[at..];
        if let Some(filler) = FILLERS.iter().find(|filler| is_filler(rest, filler)) {
            at += filler.len();
            is_marked = true;
            continue;
        }
        let letter = rest.chars().next()?;
        if letter == '\n' && is_marked || letter.is_whitespace() {
            at += letter.len_utf8();
        } else if matches!(letter, '@' | ':' | '=' | '~') {
            is_marked = true;
            at += letter.len_utf8();
        } else if letter.is_ascii_alphanumeric() {
            return Some((at, is_marked));
        } else if letter.is_alphanumeric() || matches!(letter, '.' | ',' | ';' | '?' | '!') {
            return None;
        } else {
            at += letter.len_utf8(); // arrows, brackets, pictures
        }
        if SKIPPED_BYTES_MAX < at - end {
            return None;
        }
    }
    None
}

/// A filler word in Latin letters ends where its letters end.
fn is_filler(rest: &str, filler: &str) -> bool {
    let Some(after) = rest.strip_prefix(filler) else { return false };
    !filler.is_ascii()
        || !after.starts_with(|letter: char| letter.is_ascii_alphanumeric() || letter == '_')
}

fn token(lower: &str, at: usize) -> Option<Range<usize>> {
    let rest = &lower[at..];
    let length = rest
        .find(|letter: char| !(letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.')))
        .unwrap_or(rest.len());
    let name = rest[..length].trim_end_matches(['.', '-', '_']);
    (!name.is_empty() && !rest[length..].starts_with(['@', '/'])).then(|| at..at + name.len())
}

fn plus_before(lower: &str, at: usize) -> usize {
    if lower[..at].ends_with('+') { at - 1 } else { at }
}

/// Where digits with separators end.
fn number_end(lower: &str, at: usize) -> usize {
    let rest = behind(lower, at, NUMBER_BYTES_MAX);
    let length = rest
        .find(|letter: char| !(letter.is_ascii_digit() || matches!(letter, ' ' | '-' | '.')))
        .unwrap_or(rest.len());
    at + rest[..length].trim_end_matches([' ', '-', '.']).len()
}

fn digits_of(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn takes_numbers(kind: Kind) -> bool {
    matches!(kind, Kind::Whatsapp | Kind::Zalo)
}

/// A name that begins with a letter.
fn is_name(raw: &str, lengths: std::ops::RangeInclusive<usize>, others: &[char]) -> bool {
    lengths.contains(&raw.len())
        && raw.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && raw.chars().all(|letter| letter.is_ascii_alphanumeric() || others.contains(&letter))
}

fn is_handle(raw: &str, lengths: std::ops::RangeInclusive<usize>) -> bool {
    lengths.contains(&raw.len()) && raw.bytes().any(|byte| byte.is_ascii_alphabetic())
}

fn is_common_word(lower: &str) -> bool {
    COMMON.contains(&lower)
}

/// Names with `@` wherever they stand.
fn bare(folded: &Folded) -> Vec<Found> {
    let lower = folded.lower();
    let mut found = Vec::new();
    for (at, _) in lower.match_indices('@') {
        let is_inside =
            letter_before(lower, at).is_some_and(|letter| letter.is_ascii_alphanumeric());
        let Some(token) = token(lower, at + 1).filter(|_| !is_inside) else { continue };
        let raw = &folded.text()[token.clone()];
        if is_name(raw, 4..=32, &['_', '.']) {
            found.push(Found::new(Kind::Handle, raw, at..token.end, 0.4));
        }
    }
    found
}

/// A bare name goes to the messenger that is named next to it.
fn near(name: Found, words: &[(usize, usize, Kind)]) -> Found {
    let distance = |word: &(usize, usize, Kind)| {
        if word.1 <= name.span.start {
            name.span.start - word.1
        } else {
            word.0.saturating_sub(name.span.end)
        }
    };
    let nearest = words
        .iter()
        .filter(|word| !takes_numbers(word.2) && word.2 != Kind::Qq)
        .min_by_key(|word| distance(word));
    match nearest.filter(|word| distance(word) <= NEAR_BYTES) {
        Some((_, _, kind)) => Found { kind: *kind, confidence: 0.7, ..name },
        None => name,
    }
}

static SEARCHER: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let words = WORDS.iter().map(|(word, _)| word);
    AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words).ok()
});

#[rustfmt::skip]
const WORDS: &[(&str, Kind)] = &[
    ("telegram", Kind::Telegram), ("telegarm", Kind::Telegram), ("telegrm", Kind::Telegram), ("tele", Kind::Telegram),
    ("tg", Kind::Telegram), ("텔레그램", Kind::Telegram), ("텔레그렘", Kind::Telegram), ("텔레", Kind::Telegram),
    ("텔", Kind::Telegram), ("เทเลแกรม", Kind::Telegram), ("เทเล", Kind::Telegram), ("飞机", Kind::Telegram),
    ("飛機", Kind::Telegram), ("纸飞机", Kind::Telegram), ("电报", Kind::Telegram), ("電報", Kind::Telegram),
    ("តេឡេក្រាម", Kind::Telegram), ("តេលេក្រាម", Kind::Telegram), ("តេឡេ", Kind::Telegram), ("ເທເລແກຣມ", Kind::Telegram),
    ("တယ်လီဂရမ်", Kind::Telegram),
    ("line", Kind::Line), ("ไลน์", Kind::Line), ("แอดไลน์", Kind::Line), ("ไลน", Kind::Line), ("라인", Kind::Line),
    ("ລາຍ", Kind::Line),
    ("kakaotalk", Kind::Kakaotalk), ("kakao", Kind::Kakaotalk), ("카카오톡", Kind::Kakaotalk), ("카톡", Kind::Kakaotalk),
    ("카카오", Kind::Kakaotalk), ("까톡", Kind::Kakaotalk), ("오픈채팅", Kind::Kakaotalk), ("ㅋㅌ", Kind::Kakaotalk),
    ("whatsapp", Kind::Whatsapp), ("whats app", Kind::Whatsapp), ("whatsap", Kind::Whatsapp), ("wa", Kind::Whatsapp),
    ("왓츠앱", Kind::Whatsapp), ("วอทส์แอป", Kind::Whatsapp), ("ວັອດແອັບ", Kind::Whatsapp),
    ("zalo", Kind::Zalo), ("잘로", Kind::Zalo),
    ("wechat", Kind::Wechat), ("weixin", Kind::Wechat), ("微信", Kind::Wechat), ("薇信", Kind::Wechat), ("威信", Kind::Wechat),
    ("v信", Kind::Wechat), ("卫星", Kind::Wechat), ("薇", Kind::Wechat), ("wx", Kind::Wechat), ("vx", Kind::Wechat),
    ("위챗", Kind::Wechat), ("วีแชท", Kind::Wechat),
    ("qq", Kind::Qq), ("扣扣", Kind::Qq), ("企鹅", Kind::Qq),
];
/// Words that are parts of longer ones in their own script.
const ALONE: &[&str] = &["텔", "라인", "카카오", "ไลน", "ລາຍ"];

/// What may stand between a messenger and a name.
#[rustfmt::skip]
const FILLERS: &[&str] = &[
    "id", "아이디로", "아이디", "문의는", "문의", "연락처", "연락", "채널", "주세요", "ไอดี", "แอด", "ทัก", "号码", "号", "號", "账号", "帐号",
    "联系", "聯繫", "搜索", "搜", "加", "群", "ឆានែល", "តាម", "ຕາມ", "ໄອດີ", "official", "username", "user", "nick", "contact", "admin",
    "me", "to", "at", "on", "add", "hr", "kontak", "hubungi", "akun", "lien he", "ib", "inbox", "số", "so",
];
/// Words behind a messenger's name that are no names on it.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "telegram", "whatsapp", "zalo", "wechat", "line", "kakao", "kakaotalk", "group", "channel", "admin", "contact",
    "only", "account", "number", "message", "please", "http", "https", "t.me", "www", "hoac", "atau", "link", "below", "skype",
    "chat", "apply", "call", "email", "mail", "viber", "messenger", "facebook", "instagram", "or", "and",
];
const SKIPS_MAX: usize = 24;
const SKIPPED_BYTES_MAX: usize = 40;
const NUMBER_BYTES_MAX: usize = 24;
const NEAR_BYTES: usize = 30;
