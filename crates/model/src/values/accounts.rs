//! Bank accounts: IBANs, and numbers as one bank or country writes them.

use iban::{BaseIban, Iban, IbanLike, ParseIbanError};

use super::{ValueError, tidy};

/// An IBAN in its electronic form (ISO 13616): capitals, no spaces. Its check digits must fit, and
/// so must its inner form where the registry has its country.
///
/// # Errors
///
/// [`ValueError`] `iban-checksum` when the check digits do not fit, `iban-unreadable` when it has
/// not the form of an IBAN.
pub fn iban(text: &str) -> Result<String, ValueError> {
    let compact: String = text.chars().filter(|c| !is_separator(*c)).collect();
    let compact = compact.to_ascii_uppercase();
    let compact = compact.strip_prefix("IBAN").unwrap_or(&compact);
    if compact.len() < IBAN_CHARACTERS_MIN {
        return Err(ValueError::new("iban-unreadable"));
    }
    match compact.parse::<Iban>() {
        Ok(iban) => Ok(iban.electronic_str().to_owned()),
        // The registry grows; the check digits hold in a country that it does not have yet.
        Err(ParseIbanError::UnknownCountry(iban)) => Ok(iban.electronic_str().to_owned()),
        Err(ParseIbanError::InvalidBban(_)) => Err(ValueError::new("iban-unreadable")),
        Err(ParseIbanError::InvalidBaseIban { .. }) => Err(ValueError::new(reason(compact))),
    }
}

/// Whether the check digits are all that is wrong.
fn reason(compact: &str) -> &'static str {
    match compact.parse::<BaseIban>() {
        Err(iban::ParseBaseIbanError::InvalidChecksum) => "iban-checksum",
        _ => "iban-unreadable",
    }
}

/// A local account number: digits of any script as ASCII digits, letters as capitals, separators
/// removed, zeroes in front kept. Digits that a bank has hidden stay hidden (`XXX-X-X1234-X`).
///
/// # Errors
///
/// [`ValueError`] `account-unreadable` when it has no digit, or a sign that no account number has.
pub fn account_number(text: &str) -> Result<String, ValueError> {
    let digits = tidy::ascii_digits(text);
    let number: String =
        digits.chars().filter(|c| !is_separator(*c)).map(|c| c.to_ascii_uppercase()).collect();
    let fits = number.chars().all(|c| c.is_ascii_alphanumeric() || c == '*')
        && number.contains(|c: char| c.is_ascii_digit());
    if fits { Ok(number) } else { Err(ValueError::new("account-unreadable")) }
}

fn is_separator(c: char) -> bool {
    matches!(c, ' ' | '-' | '.' | '/' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '－')
}

/// The shortest, Norway's.
const IBAN_CHARACTERS_MIN: usize = 15;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_iban_has_one_form() {
        for raw in [
            "GB82 WEST 1234 5698 7654 32",
            "gb82-west-1234-5698-7654-32",
            "IBAN GB82WEST12345698765432",
        ] {
            assert_eq!(iban(raw).as_deref(), Ok("GB82WEST12345698765432"), "{raw}");
        }
    }

    #[test]
    fn an_iban_with_a_mistyped_digit_is_refused() {
        assert_eq!(iban("GB82WEST12345698765433"), Err(ValueError::new("iban-checksum")));
        for raw in ["GB82", "", "IBAN", "012-34-5678", "GB82WEST1234569876543€"] {
            assert_eq!(iban(raw), Err(ValueError::new("iban-unreadable")), "{raw}");
        }
    }

    #[test]
    fn an_account_number_keeps_its_zeroes() {
        for (raw, expected) in [
            ("001-23-4567890", "001234567890"),
            ("๐๑๒-๓-๔๕๖๗๘-๙", "0123456789"),
            ("xxx-x-x1234-x", "XXXXX1234X"),
            ("110 – 123 – 456789", "110123456789"),
        ] {
            assert_eq!(account_number(raw).as_deref(), Ok(expected), "{raw}");
        }
    }

    #[test]
    fn words_are_not_an_account_number() {
        for raw in ["unknown", "-", "ACC: 123", "국민 123"] {
            assert_eq!(account_number(raw), Err(ValueError::new("account-unreadable")), "{raw}");
        }
    }
}
