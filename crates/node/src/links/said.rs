//! What of a statement ties entities together.

use liaison_links::{EntityKind, LinkKind};
use liaison_model::schema::names::{prop, schema};
use liaison_model::schema::{PropType, Schema};

/// Records that are a link: from which property to which.
pub(super) const EDGES: &[(&str, &str, &str, LinkKind)] = &[
    (schema::OWNERSHIP, prop::OWNER, prop::ASSET, LinkKind::Ownership),
    (schema::CONTROL, prop::CONTROLLER, prop::CONTROLLED, LinkKind::Control),
    (schema::DIRECTORSHIP, prop::DIRECTOR, prop::ORGANIZATION, LinkKind::Directorship),
    (schema::REPRESENTATION, prop::AGENT, prop::CLIENT, LinkKind::Representation),
    (schema::MEMBERSHIP, prop::MEMBER, prop::ORGANIZATION, LinkKind::Membership),
    (schema::EMPLOYMENT, prop::EMPLOYEE, prop::EMPLOYER, LinkKind::Employment),
    (schema::FAMILY, prop::PERSON, prop::RELATIVE, LinkKind::Family),
    (schema::ASSOCIATE, prop::PERSON, prop::ASSOCIATE, LinkKind::Associate),
    (schema::UNKNOWN_LINK, prop::SUBJECT, prop::OBJECT, LinkKind::Other),
    (schema::PAYMENT, prop::PAYER, prop::BENEFICIARY, LinkKind::Payment),
    (schema::PAYMENT, prop::PAYER_ACCOUNT, prop::BENEFICIARY_ACCOUNT, LinkKind::Payment),
    (schema::PAYMENT, prop::PAYER, prop::PAYER_ACCOUNT, LinkKind::Holding),
    (schema::PAYMENT, prop::BENEFICIARY, prop::BENEFICIARY_ACCOUNT, LinkKind::Holding),
];

/// Which way a link runs that a record's own property is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// From what the property names to the record.
    Here,
    /// From the record to what the property names.
    There,
}

/// Records that are ends of a link themselves.
pub(super) const TIES: &[(&str, &str, Way, LinkKind)] = &[
    (schema::REPORT, prop::RECRUITER, Way::Here, LinkKind::Report),
    (schema::REPORT, prop::HELD_BY, Way::Here, LinkKind::Report),
    (schema::REPORT, prop::COMPOUND, Way::Here, LinkKind::Report),
    (schema::REPORT, prop::ADVERT, Way::Here, LinkKind::Other),
    (schema::REPORT, prop::PERSON, Way::There, LinkKind::Other),
    (schema::REPORT, prop::ACCOUNTS_PAID, Way::There, LinkKind::Payment),
    (schema::ADVERT, prop::ADVERTISER, Way::Here, LinkKind::Advert),
    (schema::ADVERT, prop::ACCOUNT, Way::Here, LinkKind::Advert),
    (schema::ADVERT, prop::PLACE, Way::There, LinkKind::Place),
    (schema::USER_ACCOUNT, prop::OWNER, Way::Here, LinkKind::Holding),
    (schema::CRYPTO_WALLET, prop::HOLDER, Way::Here, LinkKind::Holding),
];

/// What a word that ties something to a compound makes of it.
pub(super) fn of_compound(kind: &str) -> Option<LinkKind> {
    match kind {
        "owner" => Some(LinkKind::Ownership),
        "tenant" => Some(LinkKind::Tenancy),
        "operator" => Some(LinkKind::Operation),
        "other" => Some(LinkKind::Other),
        _ => None,
    }
}

/// Whether links are made of anything that such records say.
pub(super) fn is_wanted(schema: &Schema, name: &str) -> bool {
    let says = |(of, prop, ..): &(&str, &str, Way, LinkKind)| schema.is_a(of) && *prop == name;
    let is_edge = EDGES.iter().any(|(of, from, to, _)| {
        schema.is_a(of) && ([*from, *to].contains(&name) || DETAILS.contains(&name))
    });
    let is_tie = TIES.iter().any(says);
    let of_link = [prop::COMPOUND, prop::KIND, prop::ABOUT, prop::PHONE];
    is_edge || is_tie || schema.name == schema::COMPOUND_LINK && of_link.contains(&name)
}

/// What sort of contact a property holds, if any. Whoever is looked for, and whoever looks for them,
/// is not tied to anybody by their own phones.
pub(super) fn contact(schema: &Schema, name: &str) -> Option<&'static str> {
    let has = [schema::LEGAL_ENTITY, schema::ADVERT, schema::USER_ACCOUNT];
    if !has.iter().any(|of| schema.is_a(of)) {
        return None;
    }
    match schema.property(name)?.kind {
        PropType::Phone => Some("phone"),
        PropType::Email => Some("email"),
        _ if [prop::HANDLE, prop::USERNAME].contains(&name) => Some("handle"),
        _ => None,
    }
}

/// What a record is, as far as links go.
pub(super) fn kind_of(schema: &Schema) -> EntityKind {
    KINDS.iter().find(|(name, _)| schema.is_a(name)).map_or(EntityKind::Other, |(_, kind)| *kind)
}

const DETAILS: &[&str] = &[prop::PERCENTAGE, prop::START_DATE, prop::END_DATE, prop::DATE];
const KINDS: &[(&str, EntityKind)] = &[
    (schema::PERSON, EntityKind::Person),
    (schema::LEGAL_ENTITY, EntityKind::Organisation),
    (schema::BANK_ACCOUNT, EntityKind::Account),
    (schema::CRYPTO_WALLET, EntityKind::Account),
    (schema::USER_ACCOUNT, EntityKind::Account),
    (schema::ADVERT, EntityKind::Advert),
    (schema::COMPOUND, EntityKind::Compound),
    (schema::REPORT, EntityKind::Report),
];
