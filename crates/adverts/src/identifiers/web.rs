//! Web and mail addresses, and the links by which messengers lead to a name.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use liaison_model::values::country_codes;

use super::{Found, Kind};
use crate::fold::Folded;

pub(super) fn find(folded: &Folded) -> Vec<Found> {
    let text = folded.text();
    let mut found = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_of_address(letter), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                start = None;
                // What is around an address is often pasted to it.
                let run = text[from..at].trim_end_matches(['.', ':', '?', '&', '-', '/', '=']);
                if run.contains('.') && run.len() <= ADDRESS_BYTES_MAX {
                    found.extend(of_run(run, from));
                }
            }
            _ => {}
        }
    }
    found
}

fn is_of_address(letter: char) -> bool {
    letter.is_ascii_alphanumeric()
        || matches!(
            letter,
            '.' | '-' | '_' | '~' | ':' | '/' | '?' | '=' | '&' | '%' | '+' | '#' | '@'
        )
}

fn of_run(run: &str, from: usize) -> Option<Found> {
    let scheme = run.find("://").map_or(0, |at| at + 3);
    let scheme_at = run[..scheme]
        .rfind(|letter: char| !letter.is_ascii_alphabetic() && letter != ':' && letter != '/')
        .map_or(0, |at| at + 1);
    let whole = from + scheme_at..from + run.len();
    let rest = &run[scheme..];
    if scheme == 0 && rest.contains('@') {
        return email(rest, from);
    }
    let rest = rest.trim_start_matches(['.', '-', ':', '/']);
    let host_at = from + run.len() - rest.len();
    let host_end = rest.find(['/', '?', '#', ':']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(host_end);
    let host_lower = host.to_ascii_lowercase();
    let host_name = host_lower.strip_prefix("www.").unwrap_or(&host_lower);
    let span = if scheme == 0 { host_at..whole.end } else { whole };
    if let Some((kind, value)) = of_messenger(host_name, path) {
        return Some(Found::new(kind, value, span, 0.98));
    }
    domain(host_name).then(|| {
        let sure = if scheme == 0 && path.is_empty() { 0.9 } else { 0.97 };
        Found::new(Kind::Domain, host_name, span, sure)
    })
}

/// The name to which a messenger's link leads.
fn of_messenger(host: &str, path: &str) -> Option<(Kind, String)> {
    let path = path.trim_start_matches('/');
    let first = path.split(['/', '?', '&', '#']).next().unwrap_or_default();
    let after = |start: &str| {
        path.strip_prefix(start)
            .map(|rest| rest.split(['/', '?', '&', '#']).next().unwrap_or_default())
    };
    let (kind, name) = match host {
        "t.me" | "telegram.me" | "telegram.dog" => {
            let name = after("joinchat/").or_else(|| after("s/")).unwrap_or(first);
            (Kind::Telegram, name)
        }
        "line.me" => (
            Kind::Line,
            after("ti/p/")
                .or_else(|| after("R/ti/p/"))
                .or_else(|| after("ti/g/"))
                .or_else(|| after("ti/g2/"))?,
        ),
        "lin.ee" => (Kind::Line, first),
        "open.kakao.com" => (Kind::Kakaotalk, after("o/").or_else(|| after("me/"))?),
        "pf.kakao.com" => (Kind::Kakaotalk, first),
        "zalo.me" => (Kind::Zalo, after("g/").unwrap_or(first)),
        "wa.me" => (Kind::Whatsapp, after("message/").unwrap_or(first)),
        "chat.whatsapp.com" => (Kind::Whatsapp, first),
        "api.whatsapp.com" => (Kind::Whatsapp, path.split_once("phone=")?.1.split('&').next()?),
        "u.wechat.com" => (Kind::Wechat, first),
        _ => return None,
    };
    let name = name.replace("%2B", "+").replace("%40", "@");
    let name = name.trim_start_matches(['~', '@']);
    if name.trim_matches('+').is_empty() {
        return None;
    }
    let is_number = kind == Kind::Whatsapp || kind == Kind::Zalo;
    let digits = name.trim_start_matches('+');
    if is_number && digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0') {
        return Some((kind, format!("+{digits}")));
    }
    Some((kind, name.to_owned()))
}

fn email(run: &str, from: usize) -> Option<Found> {
    let at = run.find('@')?;
    let local_at = run[..at].rfind(['/', ':', '?', '=', '&', '#']).map_or(0, |at| at + 1);
    let local = run[local_at..at].trim_start_matches(['.', '-']);
    let host = &run[at + 1..];
    let host = &host[..host.find(['/', ':', '?', '#', '@']).unwrap_or(host.len())];
    let host_lower = host.to_ascii_lowercase();
    let fits =
        !local.is_empty() && local.len() <= 64 && !local.contains("..") && domain(&host_lower);
    let span: Range<usize> = from + at - local.len()..from + at + 1 + host.len();
    fits.then(|| Found::new(Kind::Email, format!("{local}@{host_lower}"), span, 0.97))
}

/// Whether it is a name that the web may know.
fn domain(host: &str) -> bool {
    let labels: Vec<&str> = host.split('.').collect();
    let fits = |label: &&str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let Some((ending, names)) = labels.split_last() else { return false };
    // `12.5k` and `v1.in` are no domains, and nobody owns an ending.
    let is_named = names
        .last()
        .is_some_and(|name| name.bytes().any(|byte| byte.is_ascii_alphabetic()) || 3 <= name.len());
    let has_letter = names.iter().any(|name| name.bytes().any(|byte| byte.is_ascii_alphabetic()));
    labels.len() <= LABELS_MAX
        && is_named
        && (has_letter || ending.len() != 2)
        && labels.iter().all(fits)
        && ENDINGS.contains(ending)
}

/// Endings of domains: those of countries, and the common ones beside them.
static ENDINGS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let countries = country_codes().iter().copied().filter(|code| code.len() == 2);
    countries.chain(GENERIC.iter().copied()).collect()
});

/// Not all of IANA's list: what adverts lead to, and what is kept for examples (RFC 2606).
#[rustfmt::skip]
const GENERIC: &[&str] = &[
    "com", "net", "org", "info", "biz", "xyz", "top", "vip", "club", "site", "online", "shop", "app", "dev", "live",
    "pro", "icu", "work", "jobs", "job", "life", "world", "today", "link", "click", "fun", "win", "bet", "casino",
    "games", "game", "poker", "loan", "cash", "money", "finance", "bid", "trade", "store", "space", "website", "tech",
    "asia", "ltd", "group", "team", "company", "agency", "careers", "cloud", "one", "red", "wang", "ink", "run", "cyou",
    "buzz", "rest", "bar", "monster", "sbs", "cfd", "lol", "mom", "edu", "gov", "mil", "int", "mobi", "name", "ws",
    "tel", "cc", "tv", "io", "me", "ai", "co", "uk", "eu", "su", "example", "invalid", "test", "page", "blog", "art",
    "chat", "support", "services", "network", "social", "email", "center", "global", "international", "plus", "zone",
];
const ADDRESS_BYTES_MAX: usize = 2_000;
const LABELS_MAX: usize = 10;
