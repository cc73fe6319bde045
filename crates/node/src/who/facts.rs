//! What of a statement says who somebody is.

use liaison_model::schema::names::{prop, schema};
use liaison_model::schema::{self as schemata, PropType, Schema};
use liaison_names::Kind as NameKind;
use liaison_resolve::Kind;

/// What a schema's records are about, as far as names go; `None` where they are not compared.
pub fn about(schema: &Schema) -> Option<NameKind> {
    let is_one_of = |names: &[&str]| names.iter().any(|name| schema.is_a(name));
    if !schema.matchable {
        None
    } else if is_one_of(&[schema::PERSON, schema::USER_ACCOUNT]) {
        Some(NameKind::Person)
    } else if is_one_of(PLACES) {
        Some(NameKind::Place)
    } else {
        Some(NameKind::Organisation)
    }
}

/// Of a statement: what its record is about, and what it says.
pub fn kind_of(schema: &str, prop: &str) -> Option<(NameKind, Kind)> {
    let schema = schemata::find(schema)?;
    let about = about(schema)?;
    let kind = match schema.property(prop)?.kind {
        PropType::Name if NAMES.contains(&prop) => Kind::FullName,
        PropType::Phone => Kind::Phone,
        PropType::Email => Kind::Email,
        PropType::Gender => Kind::Sex,
        PropType::Address => Kind::Address,
        PropType::Country if COUNTRIES.contains(&prop) => Kind::Country,
        PropType::Date if DATES.contains(&prop) => Kind::Date,
        PropType::Identifier | PropType::String if ACCOUNTS.contains(&prop) => Kind::Account,
        PropType::Identifier | PropType::String if prop == prop::PUBLIC_KEY => Kind::Crypto,
        PropType::Identifier => Kind::Document,
        PropType::String if prop == prop::USERNAME => Kind::Handle,
        _ => return None,
    };
    Some((about, kind))
}

const PLACES: &[&str] = &[
    schema::PLACE,
    schema::COMPOUND,
    schema::ADDRESS,
    schema::TERRITORY,
    schema::VEHICLE,
    schema::VESSEL,
    schema::AIRPLANE,
];
/// Whole names; given and family names alone are shared by thousands.
const NAMES: &[&str] = &[prop::NAME, prop::ALIAS, prop::WEAK_ALIAS, prop::PREVIOUS_NAME];
const COUNTRIES: &[&str] =
    &[prop::NATIONALITY, prop::CITIZENSHIP, prop::COUNTRY, prop::JURISDICTION];
const DATES: &[&str] = &[prop::BIRTH_DATE, prop::INCORPORATION_DATE];
const ACCOUNTS: &[&str] = &[prop::ACCOUNT_NUMBER, prop::IBAN];
