//! Clean values: what a source wrote, brought into one form, with the original kept.
//!
//! [`clean`] is the one way in. The types that other crates compute with ([`PartialDate`],
//! [`Amount`], [`CryptoAddress`]) parse the clean form again at no loss.
//!
//! # Invariants
//!
//! * Cleaning a clean value changes nothing.
//! * Whenever the clean value differs from what the source wrote, by as little as a space, the
//!   original is kept.
//! * A value is refused rather than guessed: a day and month that could be either way round, a
//!   phone number without a country, a sum whose mark could group or divide.
//! * Every clean value is one that FollowTheMoney takes unchanged, except where the module of its
//!   type says so.

mod accounts;
mod addresses;
mod amounts;
mod checksums;
mod coordinates;
mod countries;
mod country_names;
mod crypto;
mod currencies;
mod dates;
mod defang;
mod emails;
mod genders;
mod identifiers;
mod ips;
mod languages;
mod mimetypes;
mod names;
mod numbers;
mod phones;
mod tidy;
mod topics;
mod urls;

use std::borrow::Cow;

use crate::EntityId;
use crate::messages::Message;
use crate::schema::{PropType, Property};

pub use accounts::{account_number, iban};
pub use amounts::{Amount, AmountError};
pub use countries::{country, country_codes};
pub use crypto::{Chain, CryptoAddress, CryptoError};
pub use currencies::Currency;
pub use dates::{DateError, DateOrder, PartialDate, Precision};
pub use languages::{ftm_takes_language, language};

/// A value in its one form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned {
    /// The clean form.
    pub value: String,
    /// What the source wrote, where that differs.
    pub original: Option<String>,
}

/// What the importer knows that a single value does not say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hints {
    /// ISO 3166-1 alpha-2, lower case: the country whose phone numbers need no prefix, and whose
    /// mark for decimals is taken into account.
    pub country: Option<String>,
    /// Which comes first where a date is written `05/06/2025`; without it such dates are refused.
    pub date_order: Option<DateOrder>,
}

/// Why a value was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a value of this type")]
pub struct ValueError {
    /// Reason, for the problem's row.
    pub reason: Message,
    /// What to do.
    pub hint: Option<Message>,
}

impl ValueError {
    /// With the hint that always goes with the reason, where there is one.
    fn new(reason: &'static str) -> Self {
        let hint = HINTS.iter().find(|(known, _)| *known == reason);
        Self { reason: Message::new(reason), hint: hint.map(|(_, hint)| Message::new(*hint)) }
    }

    fn with_hint(reason: &'static str, hint: &'static str) -> Self {
        Self { reason: Message::new(reason), hint: Some(Message::new(hint)) }
    }
}

/// Brings a value of a property into its one form.
///
/// # Errors
///
/// [`ValueError`] with the reason in words.
pub fn clean(property: &Property, raw: &str, hints: &Hints) -> Result<Cleaned, ValueError> {
    let value = match (property.kind, property.name) {
        (PropType::Identifier, "iban" | "ibanMentioned") => {
            accounts::iban(filled(&tidy::line(raw))?)?
        }
        (PropType::Identifier, "accountNumber") => {
            accounts::account_number(filled(&tidy::line(raw))?)?
        }
        (PropType::Identifier, "publicKey" | "cryptoAddress") => {
            crypto::clean(filled(&tidy::line(raw))?)?
        }
        (PropType::Identifier, name) if identifiers::is_upper_case(name) => {
            filled(&tidy::line(raw))?.to_ascii_uppercase()
        }
        (PropType::Number, "latitude") => coordinates::latitude(filled(&tidy::line(raw))?)?,
        (PropType::Number, "longitude") => coordinates::longitude(filled(&tidy::line(raw))?)?,
        (PropType::Country, "nationality" | "citizenship") => {
            countries::nationality(filled(&tidy::line(raw))?)?.to_owned()
        }
        (kind, _) => value_of(kind, raw, hints)?,
    };
    Ok(Cleaned { original: (value != raw).then(|| raw.to_owned()), value })
}

/// Brings a value of a type into its one form, where nothing hangs on the property.
///
/// # Errors
///
/// [`ValueError`] with the reason in words.
pub fn clean_as(kind: PropType, raw: &str, hints: &Hints) -> Result<Cleaned, ValueError> {
    let value = value_of(kind, raw, hints)?;
    Ok(Cleaned { original: (value != raw).then(|| raw.to_owned()), value })
}

fn value_of(kind: PropType, raw: &str, hints: &Hints) -> Result<String, ValueError> {
    if matches!(kind, PropType::Text | PropType::Html | PropType::Json) {
        return paragraph(kind, raw);
    }
    if kind == PropType::Address {
        return addresses::clean(raw);
    }
    let line = tidy::line(raw);
    let text = filled(&line)?;
    match kind {
        PropType::String | PropType::Identifier => Ok(line.into_owned()),
        PropType::Entity => Ok(entity(line)),
        PropType::Name => names::clean(line),
        PropType::Checksum => checksums::clean(text),
        PropType::Country => countries::country(text).map(str::to_owned),
        PropType::Date => Ok(PartialDate::read(text, hints.date_order)?.to_string()),
        PropType::Email => emails::clean(text),
        PropType::Gender => genders::clean(text).map(str::to_owned),
        PropType::Ip => ips::clean(text),
        PropType::Language => languages::language(text).map(str::to_owned),
        PropType::Mimetype => mimetypes::clean(text),
        PropType::Number => numbers::clean(text, hints),
        PropType::Phone => phones::clean(text, hints),
        PropType::Topic => topics::clean(text).map(str::to_owned),
        PropType::Url => urls::clean(text),
        PropType::Address | PropType::Text | PropType::Html | PropType::Json => {
            paragraph(kind, raw)
        }
    }
}

/// Texts keep their lines. JSON must also parse, since a reader will.
fn paragraph(kind: PropType, raw: &str) -> Result<String, ValueError> {
    let text = tidy::text(raw);
    filled(&text)?;
    let parses =
        kind != PropType::Json || serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok();
    if parses { Ok(text.into_owned()) } else { Err(ValueError::new("json-unreadable")) }
}

/// A whole `origin:local` id is checked by its type, whose text form is the value itself. Anything
/// else is a source's own key, which the importer turns into an id.
fn entity(line: Cow<'_, str>) -> String {
    match line.parse::<EntityId>() {
        Ok(id) => id.as_str().to_owned(),
        Err(_) => line.into_owned(),
    }
}

fn filled(text: &str) -> Result<&str, ValueError> {
    if text.is_empty() { Err(ValueError::new("value-empty")) } else { Ok(text) }
}

/// What to do about a value, where the reason alone tells it.
const HINTS: &[(&str, &str)] = &[
    ("account-unreadable", "value-compare-hint"),
    ("checksum-unreadable", "value-compare-hint"),
    ("coordinate-range", "coordinate-hint"),
    ("coordinate-unreadable", "coordinate-hint"),
    ("country-unknown", "country-hint"),
    ("email-unreadable", "email-hint"),
    ("gender-unknown", "gender-hint"),
    ("iban-checksum", "value-compare-hint"),
    ("iban-unreadable", "value-compare-hint"),
    ("ip-unreadable", "ip-hint"),
    ("name-no-letter", "name-hint"),
    ("number-unreadable", "number-hint"),
    ("phone-impossible", "phone-impossible-hint"),
    ("phone-unreadable", "phone-unreadable-hint"),
    ("url-scheme", "url-hint"),
    ("url-unreadable", "url-hint"),
];

#[cfg(test)]
mod tests;
