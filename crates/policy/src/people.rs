//! Which values say who a person is, and whether they stay covered.

use liaison_model::schema::{self, PropType, Schema};
use liaison_model::{Marks, schema::names::schema as schemata};

/// Whether a value is shown or covered until a recorded look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cover {
    /// Shown.
    Open,
    /// A mask until a look is recorded.
    Covered,
}

/// Whether a value of this property of this schema stays covered under these marks.
///
/// What was published (`TLP:CLEAR` without narrowing: sanctions lists, press) is open; everything
/// else that says who a person is, or how to reach them, is covered.
#[must_use]
pub fn cover(schema: &str, prop: &str, marks: &Marks) -> Cover {
    if marks.is_public() || !identifies_a_person(schema, prop) {
        Cover::Open
    } else {
        Cover::Covered
    }
}

/// Whether a property says who a person is, or how to reach them.
///
/// An unknown schema or property is treated as one that does.
#[must_use]
pub fn identifies_a_person(schema: &str, prop: &str) -> bool {
    let Some(schema) = schema::find(schema) else { return true };
    if !identifies_people(schema) {
        return false;
    }
    let Some(property) = schema.property(prop) else { return prop != "id" };
    match property.kind {
        PropType::Name
        | PropType::Phone
        | PropType::Email
        | PropType::Identifier
        | PropType::Address
        | PropType::Url
        | PropType::Ip
        | PropType::Text
        | PropType::Html
        | PropType::String
        | PropType::Json
        | PropType::Checksum => !says_how_far_a_matter_is(schema, prop),
        PropType::Date => PERSONAL_DATES.contains(&prop),
        PropType::Country
        | PropType::Entity
        | PropType::Gender
        | PropType::Language
        | PropType::Mimetype
        | PropType::Number
        | PropType::Topic => false,
    }
}

/// Whether entities of a schema are people or speak about one.
#[must_use]
pub fn identifies_people(schema: &Schema) -> bool {
    PERSONAL_SCHEMATA.iter().any(|personal| schema.is_a(personal))
}

/// Schemata whose entities are people or speak about one.
const PERSONAL_SCHEMATA: &[&str] = &[
    schemata::PERSON,
    schemata::REPORT,
    schemata::REPORT_STAGE,
    schemata::WELFARE_CHECK,
    schemata::SCREENING,
    schemata::ROLE_ASSESSMENT,
    schemata::PROCEDURE_STEP,
    schemata::NON_PUNISHMENT,
    schemata::SUSPECT_RELEASE,
    schemata::DETENTION,
    schemata::REPATRIATION,
    schemata::BORDER_CROSSING,
    schemata::IDENTIFICATION,
    schemata::USER_ACCOUNT,
    schemata::MESSAGE,
    schemata::CALL,
    schemata::INFORMATION_REQUEST,
    schemata::REQUEST_STEP,
];

/// Whether a text property says how far a matter has come, not whom it is about.
fn says_how_far_a_matter_is(schema: &Schema, prop: &str) -> bool {
    let is_open = |(name, props): &(&str, &[&str])| schema.is_a(name) && props.contains(&prop);
    OPEN_PROPERTIES.iter().any(is_open)
}

/// The text properties of those schemata that stay open, schema by schema: a `number` is a file's
/// in a report, and a passport's in an identification.
const OPEN_PROPERTIES: &[(&str, &[&str])] = &[
    (schemata::PERSON, &["status", "program"]),
    (
        schemata::REPORT,
        &["number", "channel", "stage", "danger", "closedReason", "reporterConsent", "safeToCall"],
    ),
    (schemata::REPORT_STAGE, &["stage", "authority", "officer", "reason", "closedReason"]),
    (schemata::WELFARE_CHECK, &["authority", "officer", "channel", "outcome"]),
    (
        schemata::SCREENING,
        &[
            "instrument",
            "outcome",
            "result",
            "authority",
            "screener",
            "reason",
            "ageGroup",
            "answers",
            "consent",
            "interpreter",
        ],
    ),
    (schemata::PROCEDURE_STEP, &["step", "authority", "legalBasis", "officer", "reason"]),
    (schemata::NON_PUNISHMENT, &["decision", "authority", "appeal", "officer"]),
    (schemata::SUSPECT_RELEASE, &["releasedTo", "officer", "reason"]),
    (schemata::ROLE_ASSESSMENT, &["role"]),
    (schemata::DETENTION, &["authority", "detentionType", "endReason"]),
    (schemata::REPATRIATION, &["stage", "mode", "agreedToReturn"]),
    (schemata::BORDER_CROSSING, &["direction", "manner"]),
    (schemata::IDENTIFICATION, &["type", "authority"]),
    (schemata::USER_ACCOUNT, &["service"]),
    (
        schemata::INFORMATION_REQUEST,
        &["number", "requestType", "purpose", "legalBasis", "handlingCode", "urgency", "officer"],
    ),
    (schemata::REQUEST_STEP, &["status", "legalBasis", "handlingCode", "officer"]),
];
const PERSONAL_DATES: &[&str] = &["birthDate", "deathDate"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_persons_name_is_covered_unless_it_was_published() {
        let unmarked = Marks::default();
        let published = "TLP:CLEAR".parse().unwrap();

        assert_eq!(cover("Person", "name", &unmarked), Cover::Covered);
        assert_eq!(cover("Person", "name", &published), Cover::Open);
    }

    #[test]
    fn a_companys_name_is_open_to_those_who_may_read_it() {
        assert_eq!(cover("Company", "name", &Marks::default()), Cover::Open);
    }

    #[test]
    fn a_report_shows_its_stage_and_covers_its_words() {
        let shown = |prop| cover("Report", prop, &Marks::default());

        assert_eq!((shown("stage"), shown("name")), (Cover::Open, Cover::Covered));
    }

    #[test]
    fn a_reports_number_is_open_and_a_passports_is_covered() {
        let shown = |schema| cover(schema, "number", &Marks::default());

        assert_eq!((shown("Report"), shown("Passport")), (Cover::Open, Cover::Covered));
        assert_eq!(shown("Identification"), Cover::Covered);
    }

    #[test]
    fn every_property_that_is_open_is_one_of_its_schema() {
        for (name, props) in OPEN_PROPERTIES {
            let schema = schema::find(name).unwrap();
            for prop in *props {
                assert!(schema.property(prop).is_some(), "{name} has no {prop}");
                assert!(!identifies_a_person(name, prop), "{name}.{prop}");
            }
        }
    }

    #[test]
    fn what_nobody_knows_is_covered() {
        assert!(identifies_a_person("FromTheFuture", "name"));
    }
}
