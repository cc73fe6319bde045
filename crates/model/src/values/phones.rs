//! Phone numbers in E.164 form: `+`, country code, number, nothing else.
//!
//! Numbers are read by a port of Google's libphonenumber. A number must be possible (of a length
//! that its country has), not assigned: ranges change faster than the tables, and a forged caller
//! number is evidence too. FollowTheMoney asks for an assigned range, so an export to it may lose
//! a number that is kept here. An extension is not part of E.164; it stays in the original.

use rlibphonenumber::{
    NumberLengthType, PHONE_NUMBER_UTIL, ParseError, PhoneNumber, PhoneNumberFormat, Region,
};

use super::{Hints, ValueError};

/// A phone number in its one form.
pub(super) fn clean(text: &str, hints: &Hints) -> Result<String, ValueError> {
    let region = hints.country.as_deref().and_then(region);
    let number = PHONE_NUMBER_UTIL.parse(text, region).map_err(|error| refusal(&error, region))?;
    let e164 = in_e164(&number);
    // Rows of zeroes come out as something that reads back as another number.
    let is_stable = || PHONE_NUMBER_UTIL.parse(&e164, None).is_ok_and(|n| in_e164(&n) == e164);
    if is_possible(&number) && (e164 == text || is_stable()) {
        Ok(e164)
    } else {
        Err(ValueError::new("phone-impossible"))
    }
}

fn in_e164(number: &PhoneNumber) -> String {
    PHONE_NUMBER_UTIL.format(number, PhoneNumberFormat::E164).into_owned()
}

/// A number of a length that only local calls have is no E.164 number.
fn is_possible(number: &PhoneNumber) -> bool {
    let length = PHONE_NUMBER_UTIL.is_possible_number_with_reason(number);
    matches!(length, Ok(NumberLengthType::IsPossible))
}

/// The library's region for a country's code; parts such as `gb-sct` dial as the whole does.
fn region(country: &str) -> Option<Region> {
    country.get(..2)?.to_ascii_uppercase().parse().ok()
}

fn refusal(error: &ParseError, region: Option<Region>) -> ValueError {
    match (error, region) {
        // Without a region the library cannot even say whether the country code is missing.
        (ParseError::InvalidCountryCode, None) => {
            ValueError::with_hint("phone-no-country", "phone-no-country-hint")
        }
        (ParseError::NotANumber(_), _) => ValueError::new("phone-unreadable"),
        _ => ValueError::new("phone-impossible"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn within(country: &str) -> Hints {
        Hints { country: Some(country.to_owned()), ..Hints::default() }
    }

    fn check(raw: &str, country: &str, expected: &str) {
        assert_eq!(clean(raw, &within(country)).as_deref(), Ok(expected), "{raw}");
    }

    #[test]
    fn a_number_with_its_country_code_needs_no_hint() {
        for raw in [
            "+82 10-1234-5678",
            "+82-(0)10-1234-5678",
            "＋８２ 10 1234 5678",
            "tel:+82-10-1234-5678",
        ] {
            assert_eq!(clean(raw, &Hints::default()).as_deref(), Ok("+821012345678"), "{raw}");
        }
    }

    #[test]
    fn a_number_without_one_is_read_in_the_country_of_the_hint() {
        check("010-1234-5678", "kr", "+821012345678");
        check("012 345 678", "kh", "+85512345678");
        check("081-234-5678", "th", "+66812345678");
        check("๐๘๑ ๒๓๔ ๕๖๗๘", "th", "+66812345678");
        check("0912 345 678", "vn", "+84912345678");
        check("09 420 123 456", "mm", "+959420123456");
        check("020 5512 3456", "la", "+8562055123456");
        check("001 66 81 234 5678", "kr", "+66812345678");
        check("+1 202-555-0143", "kr", "+12025550143");
    }

    #[test]
    fn an_extension_is_not_part_of_the_number() {
        check("02-2110-3000 ext. 12", "kr", "+82221103000");
    }

    #[test]
    fn a_number_without_a_country_is_refused_with_advice() {
        let error = clean("010-1234-5678", &Hints::default()).unwrap_err();

        assert_eq!(error, ValueError::with_hint("phone-no-country", "phone-no-country-hint"));
    }

    #[test]
    fn a_number_that_no_country_has_is_refused() {
        for raw in ["+82 1", "+999 123 456 789", "+855 1234567890123"] {
            let error = clean(raw, &within("kh")).unwrap_err();
            assert_eq!(error, ValueError::new("phone-impossible"), "{raw}");
        }
        assert_eq!(clean("see file", &within("kh")), Err(ValueError::new("phone-unreadable")));
    }

    proptest! {
        #[test]
        fn a_clean_number_stays_as_it_is(
            raw in "(\\+|0|00)?[0-9 ()-]{5,16}", country in "kr|kh|th|vn|mm|la|us|it|mx|ar|br",
        ) {
            if let Ok(once) = clean(&raw, &within(&country)) {
                prop_assert_eq!(clean(&once, &within(&country)), Ok(once.clone()));
                prop_assert_eq!(clean(&once, &Hints::default()), Ok(once));
            }
        }
    }
}
