//! Whom and what a text names: contacts, addresses, wallets, accounts, pay, places, dates.
//!
//! # Invariants
//!
//! * Each has its place in the words of the source and a confidence; none is called valid, as a
//!   number that fits its plan may still belong to nobody.
//! * Two of different kinds lie over each other only where one writing is both: a phone number
//!   that is given for WhatsApp.
//! * At most [`IDENTIFIERS_MAX`] come from one text.

mod accounts;
mod dates;
mod handles;
mod pay;
mod phones;
mod places;
mod wallets;
mod web;

use std::ops::Range;

use serde::Serialize;

use crate::fold::Folded;
use crate::language::Language;
use crate::view::View;

pub use pay::{Pay, Period};
pub(crate) use places::restricted;

/// What an identifier is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A digital-currency address.
    Wallet,
    /// An e-mail address.
    Email,
    /// A name or invitation on Telegram.
    Telegram,
    /// A name on LINE.
    Line,
    /// A name or open chat on KakaoTalk.
    Kakaotalk,
    /// A number on WhatsApp.
    Whatsapp,
    /// A number on Zalo.
    Zalo,
    /// A name on WeChat.
    Wechat,
    /// A number on QQ.
    Qq,
    /// A name with `@` of which nothing says where.
    Handle,
    /// A web domain.
    Domain,
    /// A calendar day or month.
    Date,
    /// A bank account, with its bank where it is named.
    Account,
    /// A phone number.
    Phone,
    /// Pay on offer.
    Salary,
    /// A place of the gazetteer.
    Place,
}

impl Kind {
    /// The code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Wallet => "wallet",
            Self::Email => "email",
            Self::Telegram => "telegram",
            Self::Line => "line",
            Self::Kakaotalk => "kakaotalk",
            Self::Whatsapp => "whatsapp",
            Self::Zalo => "zalo",
            Self::Wechat => "wechat",
            Self::Qq => "qq",
            Self::Handle => "handle",
            Self::Domain => "domain",
            Self::Date => "date",
            Self::Account => "account",
            Self::Phone => "phone",
            Self::Salary => "salary",
            Self::Place => "place",
        }
    }

    /// Whether it leads to whoever placed the advert.
    #[must_use]
    pub fn is_contact(self) -> bool {
        !matches!(self, Self::Date | Self::Salary | Self::Place)
    }
}

/// One of them in a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Identifier {
    /// What it is.
    pub kind: Kind,
    /// In its one form.
    pub value: String,
    /// Where it stands, in bytes of the original.
    #[serde(skip)]
    pub span: Range<usize>,
    /// How sure it is that this is one, from 0 to 1.
    pub confidence: f32,
    /// The chain, bank or country that belongs to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// Pay, taken apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay: Option<Pay>,
}

/// One that was found, in bytes of the folded text.
#[derive(Debug, Clone)]
struct Found {
    kind: Kind,
    value: String,
    span: Range<usize>,
    confidence: f32,
    of: Option<String>,
    pay: Option<Pay>,
}

impl Found {
    fn new(kind: Kind, value: impl Into<String>, span: Range<usize>, confidence: f32) -> Self {
        Self { kind, value: value.into(), span, confidence, of: None, pay: None }
    }

    fn of(self, whose: impl Into<String>) -> Self {
        Self { of: Some(whose.into()), ..self }
    }
}

/// Everything that a text names, in the order in which it stands there; its language is told by
/// its letters and words.
#[must_use]
pub fn identifiers_in(raw: &str) -> Vec<Identifier> {
    let folded = Folded::new(raw);
    identifiers(&folded, &View::new(&folded), Language::of(raw))
}

/// Everything that a text names, in the order in which it stands there.
#[must_use]
pub fn identifiers(folded: &Folded, view: &View, language: Language) -> Vec<Identifier> {
    let mut found = web::find(folded);
    found.extend(wallets::find(folded));
    found.extend(handles::find(folded, language));
    found.extend(dates::find(folded));
    found.extend(accounts::find(folded));
    found.extend(pay::find(folded, language));
    found.extend(phones::find(folded, language));
    found.extend(places::find(view));
    let mut kept = without_overlaps(found);
    kept.sort_by_key(|found| (found.span.start, found.kind));
    kept.truncate(IDENTIFIERS_MAX);
    let placed = |found: Found| Identifier {
        kind: found.kind,
        value: found.value,
        span: folded.original(found.span),
        confidence: found.confidence,
        of: found.of,
        pay: found.pay,
    };
    kept.into_iter().map(placed).collect()
}

/// Where two lie over each other, the surer one stays; of equals the one of the earlier kind.
fn without_overlaps(mut found: Vec<Found>) -> Vec<Found> {
    found.truncate(CANDIDATES_MAX);
    let sureness = |found: &Found| (found.confidence * 1000.0) as i32;
    found.sort_by_key(|one| {
        (-sureness(one), one.kind, one.span.start, std::cmp::Reverse(one.span.end))
    });
    let mut kept: Vec<Found> = Vec::new();
    for one in found {
        let overlaps =
            |other: &Found| one.span.start < other.span.end && other.span.start < one.span.end;
        let is_one = |other: &Found| is_both(one.kind, other.kind) || is_both(other.kind, one.kind);
        let is_same = |other: &Found| {
            one.span == other.span || is_messenger(one.kind) || is_messenger(other.kind)
        };
        let clashes = |other: &Found| overlaps(other) && !(is_one(other) && is_same(other));
        if !kept.iter().any(clashes) {
            kept.push(one);
        }
    }
    kept
}

/// Whether a phone number may be another kind, too, in one writing.
fn is_both(phone: Kind, other: Kind) -> bool {
    phone == Kind::Phone && (is_messenger(other) || other == Kind::Account)
}

fn is_messenger(kind: Kind) -> bool {
    use Kind::{Kakaotalk, Line, Telegram, Wechat, Whatsapp, Zalo};
    matches!(kind, Kakaotalk | Line | Telegram | Wechat | Whatsapp | Zalo)
}

/// The letter before a byte of a text, if there is one.
fn letter_before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// The letter at a byte of a text, if there is one.
fn letter_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The bytes before a place, not more than so many and from the beginning of a character.
fn before(text: &str, at: usize, bytes: usize) -> &str {
    let mut start = at.saturating_sub(bytes);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..at]
}

/// The bytes behind a place, likewise.
fn behind(text: &str, at: usize, bytes: usize) -> &str {
    let mut end = (at + bytes).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[at..end]
}

/// Identifiers that are told of one text.
pub const IDENTIFIERS_MAX: usize = 500;
/// Candidates that are compared with each other.
const CANDIDATES_MAX: usize = 2_000;

#[cfg(test)]
mod tests;
