//! Addresses on the chains that our cases meet, checked by their own checksums.
//!
//! An address written in Ethereum's way is used on many chains that copied it (BNB Smart Chain,
//! Polygon and others), and old Litecoin addresses that begin with `3` are written as Bitcoin's:
//! the chain here is the one that the writing belongs to.

use std::fmt;
use std::str::FromStr;

use bech32::{hrp, segwit};
use sha2::{Digest, Sha256};
use sha3::Keccak256;

use super::ValueError;

/// A chain whose addresses are checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Chain {
    /// Bitcoin's main net.
    Bitcoin,
    /// Ethereum and the chains that write addresses as it does.
    Ethereum,
    /// TRON's main net.
    Tron,
}

/// An address whose checksum fits, in its one form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CryptoAddress {
    chain: Chain,
    text: Box<str>,
}

/// Why a text is not an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CryptoError {
    /// It is written as addresses of a chain are, but its checksum does not fit.
    #[error("the checksum of an address on {chain:?} does not fit: a character is wrong")]
    Checksum {
        /// The chain that it is written as.
        chain: Chain,
    },
    /// It is not written as addresses of these chains are.
    #[error("this is not an address on Bitcoin, Ethereum or TRON")]
    Unknown,
}

/// A wallet's public key or address: checked if it is written as one of these chains writes
/// addresses, otherwise as the source wrote it.
pub(super) fn clean(text: &str) -> Result<String, ValueError> {
    match CryptoAddress::parse(text) {
        Ok(address) => Ok(address.text.into()),
        Err(CryptoError::Unknown) => Ok(text.to_owned()),
        Err(CryptoError::Checksum { .. }) => {
            Err(ValueError::with_hint("crypto-checksum", "crypto-checksum-hint"))
        }
    }
}

impl CryptoAddress {
    /// Reads an address: on Bitcoin P2PKH and P2SH in Base58Check and SegWit in Bech32 or Bech32m
    /// (BIP 173, BIP 350); on Ethereum with the capitals of EIP-55 checked, where there are any;
    /// on TRON in Base58Check.
    ///
    /// # Errors
    ///
    /// [`CryptoError::Checksum`] when a character is wrong, [`CryptoError::Unknown`] when it is
    /// written in no way known here.
    pub fn parse(text: &str) -> Result<Self, CryptoError> {
        if let Some(digits) = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
            return ethereum(digits);
        }
        if text.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("bc1")) {
            return segwit(text);
        }
        base58(text)
    }

    /// The chain that it is written as.
    #[must_use]
    pub fn chain(&self) -> Chain {
        self.chain
    }

    /// The text form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl FromStr for CryptoAddress {
    type Err = CryptoError;

    fn from_str(text: &str) -> Result<Self, CryptoError> {
        Self::parse(text)
    }
}

impl fmt::Display for CryptoAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Twenty bytes in hexadecimal; capitals, if mixed, are a checksum (EIP-55).
fn ethereum(digits: &str) -> Result<CryptoAddress, CryptoError> {
    let is_address =
        digits.len() == ETHEREUM_DIGITS && digits.bytes().all(|b| b.is_ascii_hexdigit());
    if !is_address {
        return Err(CryptoError::Unknown); // such as the hash of a transaction
    }
    let lower = digits.to_ascii_lowercase();
    let checked = with_eip_55_capitals(&lower);
    let is_one_case = digits == lower || digits == digits.to_ascii_uppercase();
    if is_one_case || digits == checked {
        Ok(CryptoAddress { chain: Chain::Ethereum, text: format!("0x{checked}").into() })
    } else {
        Err(CryptoError::Checksum { chain: Chain::Ethereum })
    }
}

/// A letter is a capital where the same place of the Keccak-256 hash is 8 or more.
fn with_eip_55_capitals(lower: &str) -> String {
    let hash = Keccak256::digest(lower.as_bytes());
    let halves = hash.iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
    let capital = |(c, half): (char, u8)| if 8 <= half { c.to_ascii_uppercase() } else { c };
    lower.chars().zip(halves).map(capital).collect()
}

fn segwit(text: &str) -> Result<CryptoAddress, CryptoError> {
    let is_address =
        SEGWIT_LENGTHS.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric());
    if !is_address {
        return Err(CryptoError::Unknown);
    }
    match segwit::decode(text) {
        Ok((prefix, _, _)) if prefix == hrp::BC => {
            Ok(CryptoAddress { chain: Chain::Bitcoin, text: text.to_ascii_lowercase().into() })
        }
        _ => Err(CryptoError::Checksum { chain: Chain::Bitcoin }),
    }
}

/// One byte that says what it is, twenty bytes, four bytes of checksum.
fn base58(text: &str) -> Result<CryptoAddress, CryptoError> {
    let chain = match text.as_bytes().first() {
        Some(b'1' | b'3') => Chain::Bitcoin,
        Some(b'T') => Chain::Tron,
        _ => return Err(CryptoError::Unknown),
    };
    let is_address =
        BASE58_LENGTHS.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric());
    if !is_address {
        return Err(CryptoError::Unknown);
    }
    let wrong = CryptoError::Checksum { chain };
    let bytes = bs58::decode(text).into_vec().map_err(|_| wrong)?;
    let Some((body, sum)) = bytes.split_last_chunk::<CHECKSUM_BYTES>() else { return Err(wrong) };
    // Far from an address in length, it is something else that begins alike.
    if 1 < bytes.len().abs_diff(BASE58_BYTES) {
        return Err(CryptoError::Unknown);
    }
    let hash = Sha256::digest(Sha256::digest(body));
    let is_version = match chain {
        Chain::Tron => body.first() == Some(&TRON_VERSION),
        _ => body.first().is_some_and(|version| BITCOIN_VERSIONS.contains(version)),
    };
    if bytes.len() == BASE58_BYTES && is_version && hash.starts_with(sum) {
        Ok(CryptoAddress { chain, text: text.into() })
    } else {
        Err(wrong)
    }
}

const ETHEREUM_DIGITS: usize = 40;
/// BIP 173: `bc1`, a version, 2 to 40 bytes in groups of five bits, six of checksum.
const SEGWIT_LENGTHS: std::ops::RangeInclusive<usize> = 14..=74;
/// 25 bytes in Base58, of which the first may be zero.
const BASE58_LENGTHS: std::ops::RangeInclusive<usize> = 26..=35;
const BASE58_BYTES: usize = 25;
const CHECKSUM_BYTES: usize = 4;
/// Pay to a public key's hash, pay to a script's hash.
const BITCOIN_VERSIONS: [u8; 2] = [0x00, 0x05];
const TRON_VERSION: u8 = 0x41;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sanctioned(symbol: &str) -> Vec<String> {
        let path = format!(
            "{}/../../../shared/lists/sanctioned_addresses_{symbol}.txt",
            env!("CARGO_MANIFEST_DIR")
        );
        let text = std::fs::read_to_string(&path).unwrap();
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    fn with_one_character_changed(address: &str, at: usize) -> String {
        let mut bytes = address.as_bytes().to_vec();
        bytes[at] = match bytes[at] {
            b'1'..=b'8' | b'a'..=b'e' | b'A'..=b'E' => bytes[at] + 1,
            b'9' => b'8',
            b'0' => b'2',
            b'f' | b'q' => b'e',
            b'g'..=b'z' => b'q',
            b'F' => b'E',
            _ => b'F',
        };
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn every_sanctioned_address_is_read() {
        for (symbol, chain) in
            [("XBT", Chain::Bitcoin), ("ETH", Chain::Ethereum), ("TRX", Chain::Tron)]
        {
            let addresses = sanctioned(symbol);
            let chains = addresses.iter().map(|address| {
                CryptoAddress::parse(address)
                    .map_err(|e| format!("{address}: {e}"))
                    .unwrap()
                    .chain()
            });
            // The list of Bitcoin's has one of TRON's among it, as its publisher has.
            let elsewhere = chains.filter(|found| *found != chain).count();
            assert!(!addresses.is_empty() && elsewhere <= 1, "{symbol}: {elsewhere}");
        }
    }

    #[test]
    fn one_wrong_character_is_found_in_every_sanctioned_address() {
        let mixed_case = |address: &String| {
            let digits = &address[2..];
            digits != digits.to_lowercase() && digits != digits.to_uppercase()
        };
        let ethereum = sanctioned("ETH").into_iter().filter(mixed_case);
        for address in sanctioned("XBT").into_iter().chain(sanctioned("TRX")).chain(ethereum) {
            let wrong = with_one_character_changed(&address, address.len() / 2);
            assert_ne!(wrong, address);
            assert!(CryptoAddress::parse(&wrong).is_err(), "{address} {wrong}");
        }
    }

    #[test]
    fn an_ethereum_address_in_one_case_gets_its_capitals() {
        // EIP-55, test cases.
        let address = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
        for raw in [address.to_owned(), address.to_lowercase(), address.to_uppercase()] {
            assert_eq!(clean(&raw).as_deref(), Ok(address));
        }
        let wrong = clean("0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
        assert_eq!(wrong.map_err(|e| e.reason.key).unwrap_err(), "crypto-checksum");
    }

    #[test]
    fn segwit_addresses_of_every_version_are_read() {
        // BIP 173 and BIP 350, test vectors.
        for address in [
            "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
        ] {
            assert_eq!(clean(address), Ok(address.to_lowercase()));
        }
        for wrong in [
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd", // Bech32, not Bech32m
            "bc1Qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",                     // mixed case
        ] {
            let error = CryptoError::Checksum { chain: Chain::Bitcoin };
            assert_eq!(CryptoAddress::parse(wrong), Err(error), "{wrong}");
        }
    }

    #[test]
    fn what_is_no_address_stays_an_identifier() {
        for raw in [
            "13",
            "TX-2025-0001",
            "0xdeadbeef",
            "wallet of the boss",
            "11111111111111111111111111111111", // a program on Solana
            "0x88df016429689c079f3b2f6ad39fa052532c56795b733da78a91ebe6a713944b",
            "LZ1GsGAfe8LnnhXu2fBTDmQfJLJkYhh5mP",
            "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx",
        ] {
            assert_eq!(CryptoAddress::parse(raw), Err(CryptoError::Unknown), "{raw}");
            assert_eq!(clean(raw).as_deref(), Ok(raw));
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(text: String, like in "(0x|bc1|1|3|T)[0-9A-Za-z]{0,80}") {
            for text in [text, like] {
                if let Ok(once) = clean(&text) {
                    prop_assert_eq!(clean(&once), Ok(once.clone()));
                }
            }
        }
    }
}
