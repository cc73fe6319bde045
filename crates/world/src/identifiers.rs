//! Telephone, passport, account and crypto numbers that reach nobody.
//!
//! | kind | range | why nobody has it |
//! | --- | --- | --- |
//! | phone | see [`PHONE_RANGES`] | reserved by the national plan, or not opened in it |
//! | passport | `DEM` and digits | no state issues numbers with these letters in front |
//! | account | bank code `999` | not a bank code of the countries simulated |
//! | BIC | ends in `0` | ISO 9362 keeps `0` as the last sign of the location for tests |
//! | crypto address | cut from a SHA-256 hash | an address without a key: nobody can spend from it |
//! | email, link | `example.org`, `.invalid` | reserved by RFC 2606 |
//!
//! # Invariants
//!
//! * Phones have E.164's shape, and the length that their country's mobile numbers have.
//! * Numbers of one country are different for different owners, up to the size of its range.

use sha2::{Digest, Sha256};

/// The phones of one country that are used here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhoneRange {
    /// ISO 3166-1 alpha-2, lower case.
    pub country: &'static str,
    /// First digits, with `+` and the country's code.
    pub prefix: &'static str,
    /// Digits after the prefix.
    pub digits: u32,
    /// Why nobody has such a number.
    pub reason: &'static str,
}

/// The ranges, one per country. 'Not opened' rests on the metadata of libphonenumber (crate
/// `rlibphonenumber` 2.2), which a test asks about every range.
pub const PHONE_RANGES: [PhoneRange; 10] = [
    PhoneRange {
        country: "kr",
        prefix: "+82100",
        digits: 7,
        reason: "010-0xxx and 010-1xxx stay free, so that no exchange looks like 070 or 112",
    },
    PhoneRange { country: "cn", prefix: "+8612", digits: 9, reason: "12x is not a mobile range" },
    PhoneRange { country: "vn", prefix: "+8450", digits: 7, reason: "050 is not opened" },
    PhoneRange { country: "th", prefix: "+6670", digits: 7, reason: "070 is not opened" },
    PhoneRange { country: "kh", prefix: "+85559", digits: 6, reason: "no province has 059" },
    PhoneRange { country: "la", prefix: "+856204", digits: 7, reason: "020 4 is not opened" },
    PhoneRange { country: "mm", prefix: "+9590", digits: 8, reason: "09 0 is not opened" },
    PhoneRange { country: "id", prefix: "+6284", digits: 9, reason: "084 is not opened" },
    PhoneRange { country: "my", prefix: "+60101", digits: 6, reason: "010-1 is not opened" },
    PhoneRange { country: "us", prefix: "+137", digits: 8, reason: "area codes 37x are reserved" },
];

/// A phone in its country's unassigned range; Korea's for a country without one.
#[must_use]
pub fn phone(country: &str, seed: u64, number: u32) -> String {
    let range = PHONE_RANGES.iter().find(|range| range.country == country);
    let range = range.unwrap_or(&PHONE_RANGES[0]);
    let (size, width) = (10_u64.pow(range.digits), range.digits as usize);
    // A multiplier without the factors 2 and 5 sends different numbers to different numbers.
    let shuffled = (u64::from(number) * SHUFFLE + seed % size) % size;
    format!("{}{shuffled:0width$}", range.prefix)
}

/// Whether a phone lies in one of the unassigned ranges.
#[must_use]
pub fn is_unassigned_phone(phone: &str) -> bool {
    PHONE_RANGES.iter().any(|range| {
        let rest = phone.strip_prefix(range.prefix);
        rest.is_some_and(|rest| {
            rest.len() == range.digits as usize && rest.bytes().all(|byte| byte.is_ascii_digit())
        })
    })
}

/// A passport number that no state issues.
#[must_use]
pub fn passport(seed: u64, number: u32) -> String {
    format!("DEM{:06}", (u64::from(number) * SHUFFLE + seed % 1_000_000) % 1_000_000)
}

/// An account at a bank that does not exist.
#[must_use]
pub fn account(seed: u64, number: u32) -> String {
    format!("999-{:04}-{number:08}", seed % 10_000)
}

/// The test BIC of a country's bank that does not exist.
#[must_use]
pub fn bic(country: &str) -> String {
    format!("DEMO{}L0", country.to_ascii_uppercase())
}

/// A TRON address with a valid check sum whose key nobody can know.
#[must_use]
pub fn tron_address(seed: u64, number: u32) -> String {
    let mut bytes = vec![TRON_MAINNET];
    bytes.extend_from_slice(&keyless(b"tron", seed, number));
    let check = Sha256::digest(Sha256::digest(&bytes));
    bytes.extend_from_slice(&check[..4]);
    bs58::encode(bytes).into_string()
}

/// An Ethereum address, in lower case and so without a check sum, whose key nobody can know.
#[must_use]
pub fn ethereum_address(seed: u64, number: u32) -> String {
    let bytes = keyless(b"ethereum", seed, number);
    bytes.iter().fold("0x".to_owned(), |text, byte| text + &format!("{byte:02x}"))
}

/// Twenty bytes of a hash. To spend from them one would have to find a key whose public part
/// hashes to the same bytes, which is what keeps every address safe.
fn keyless(chain: &[u8], seed: u64, number: u32) -> [u8; 20] {
    let mut hash = Sha256::new();
    hash.update(b"Liaison world, an address without a key\0");
    hash.update(chain);
    hash.update(seed.to_be_bytes());
    hash.update(number.to_be_bytes());
    let mut bytes = [0; 20];
    bytes.copy_from_slice(&hash.finalize()[..20]);
    bytes
}

/// From which numbers on the phones and passports of each kind of owner are taken; those of people
/// start at 0. All lie below a million, which is the size of the smallest range.
pub(crate) mod owners {
    pub(crate) const REPORTERS: u32 = 500_000;
    pub(crate) const ROWS: u32 = 600_000;
    pub(crate) const SANCTIONED: u32 = 700_000;
    pub(crate) const CAMPAIGNS: u32 = 900_000;
}

/// First byte of a TRON address.
const TRON_MAINNET: u8 = 0x41;
/// A prime, so that it shares no factor with a power of ten.
const SHUFFLE: u64 = 7_368_787;

#[cfg(test)]
mod tests {
    use super::*;
    use rlibphonenumber::PHONE_NUMBER_UTIL;

    #[test]
    fn every_range_has_the_length_of_a_number_and_none_but_koreas_could_be_assigned() {
        for range in PHONE_RANGES {
            for number in 0..500 {
                let text = phone(range.country, 7, number * 9_973);
                let parsed = PHONE_NUMBER_UTIL.parse(&text, None).unwrap();

                assert!(is_unassigned_phone(&text) && text.len() <= 16, "{text}");
                assert!(PHONE_NUMBER_UTIL.is_possible_number(&parsed), "{text}");
                // Korea's plan keeps its range free for another reason; see the table.
                let known = PHONE_NUMBER_UTIL.is_valid_number(&parsed);
                assert_eq!(known, range.country == "kr", "{text}");
            }
        }
    }

    #[test]
    fn two_owners_never_share_a_number() {
        let mut phones: Vec<String> = (0..20_000).map(|n| phone("kr", 3, n)).collect();
        phones.sort();
        phones.dedup();

        assert_eq!(phones.len(), 20_000);
    }

    #[test]
    fn a_tron_address_has_the_form_of_one() {
        let address = tron_address(1, 2);

        assert!(address.starts_with('T') && address.len() == 34, "{address}");
        assert_ne!(address, tron_address(2, 2));
    }
}
