//! Laws that hold for every type of value.

use proptest::prelude::*;

use super::*;
use crate::schema::PropType;

const KINDS: [PropType; 20] = [
    PropType::Address,
    PropType::Checksum,
    PropType::Country,
    PropType::Date,
    PropType::Email,
    PropType::Entity,
    PropType::Gender,
    PropType::Html,
    PropType::Identifier,
    PropType::Ip,
    PropType::Json,
    PropType::Language,
    PropType::Mimetype,
    PropType::Name,
    PropType::Number,
    PropType::Phone,
    PropType::String,
    PropType::Text,
    PropType::Topic,
    PropType::Url,
];

fn property(name: &'static str, kind: PropType) -> Property {
    Property {
        name,
        label: "",
        description: "",
        kind,
        range: None,
        reverse: None,
        defined_by: "Thing",
        matchable: false,
        stub: false,
        deprecated: false,
        length_max: 250,
    }
}

fn check_laws(property: &Property, raw: &str) {
    let hints = Hints { country: Some("kr".to_owned()), ..Hints::default() };
    let Ok(once) = clean(property, raw, &hints) else { return };

    assert_eq!(once.original.as_deref(), (once.value != raw).then_some(raw));
    let again = clean(property, &once.value, &hints);
    let unchanged = Cleaned { value: once.value.clone(), original: None };
    assert_eq!(again, Ok(unchanged), "{:?} {raw:?}", property.kind);
}

/// Pieces that values are made of, with those that cleaning must look at closely.
fn any_value() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[ -~]{0,8}",
        "\\PC{0,4}",
        "[\u{0}-\u{20}\u{a0}\u{ad}\u{200b}-\u{200f}\u{2028}\u{3000}\u{feff}]{1,2}",
        "[\u{300}-\u{345}\u{93c}\u{94d}\u{951}\u{17d2}\u{1039}\u{e38}\u{e48}]{1,3}",
        "[가-힣ᄀ-ᇂก-๛ក-៹က-႟ກ-ໝअ-हا-ي]{1,4}",
        "[0-9]{1,5}",
        prop::sample::select(
            &[",", ".", ";", "\n", "'", "\"", "-", "/", ":", "@", "+", "http://", "[.]", "<br>"][..]
        )
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn cleaning_a_clean_value_changes_nothing_and_the_original_is_kept(raw in any_value()) {
        for kind in KINDS {
            check_laws(&property("anything", kind), &raw);
        }
        for name in ["iban", "accountNumber", "publicKey", "imoNumber"] {
            check_laws(&property(name, PropType::Identifier), &raw);
        }
        check_laws(&property("latitude", PropType::Number), &raw);
    }
}

#[test]
fn an_empty_value_is_refused_whatever_its_type() {
    for kind in KINDS {
        for raw in ["", " ", "\u{feff}\u{200b}\t\r\n", "\u{0}"] {
            let error = clean(&property("anything", kind), raw, &Hints::default());
            assert_eq!(error, Err(ValueError::new("value-empty")), "{kind:?} {raw:?}");
        }
    }
}

#[test]
fn the_original_is_kept_as_the_source_wrote_it() {
    let clean = |name, kind, raw| clean(&property(name, kind), raw, &Hints::default()).unwrap();

    let date = clean("birthDate", PropType::Date, " 17/10/2568 ");
    assert_eq!(
        (date.value.as_str(), date.original.as_deref()),
        ("2025-10-17", Some(" 17/10/2568 "))
    );
    let name = clean("name", PropType::Name, "김민준");
    assert_eq!((name.value.as_str(), name.original), ("김민준", None));
}

#[test]
fn special_properties_have_their_own_form() {
    let value =
        |name, kind, raw| clean(&property(name, kind), raw, &Hints::default()).unwrap().value;

    assert_eq!(
        value("iban", PropType::Identifier, "GB82 WEST 1234 5698 7654 32"),
        "GB82WEST12345698765432"
    );
    assert_eq!(value("accountNumber", PropType::Identifier, "001-23-4567"), "001234567");
    assert_eq!(value("imoNumber", PropType::Identifier, "imo 9074729"), "IMO 9074729");
    assert_eq!(value("idNumber", PropType::Identifier, "ab-12 c"), "ab-12 c");
    assert_eq!(value("latitude", PropType::Number, "10°37′49″N"), "10.630278");
    let lower = "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed";
    let eip_55 = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
    assert_eq!(value("publicKey", PropType::Identifier, lower), eip_55);
    assert_eq!(value("target", PropType::Entity, " kr.npa:01J9 "), "kr.npa:01J9");
}

#[test]
fn json_must_parse() {
    let json = |raw| clean(&property("headers", PropType::Json), raw, &Hints::default());

    assert!(json("{\"a\": [1, null]}").is_ok());
    assert_eq!(json("{a}"), Err(ValueError::new("json-unreadable")));
}

#[test]
fn a_value_that_people_often_mistype_is_refused_with_a_hint() {
    let refused = [
        (PropType::Email, "kim at example"),
        (PropType::Phone, "see file"),
        (PropType::Phone, "+82 1"),
        (PropType::Phone, "010"),
        (PropType::Country, "Atlantis"),
        (PropType::Url, "see page"),
        (PropType::Url, "javascript:alert(1)"),
        (PropType::Name, "???"),
    ];
    let words = crate::messages::Catalogue::for_language("en");
    for (kind, raw) in refused {
        let error = clean_as(kind, raw, &Hints::default()).unwrap_err();

        let hint = error.hint.map(|hint| words.say(&hint)).unwrap_or_default();
        assert!(hint.ends_with('.'), "{raw}: {:?} {hint}", error.reason);
    }
}
