//! Digital-currency addresses, by their own checksums.

use liaison_model::values::{Chain, CryptoAddress};

use super::{Found, Kind};
use crate::fold::Folded;

pub(super) fn find(folded: &Folded) -> Vec<Found> {
    let text = folded.text();
    let mut found = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (letter.is_ascii_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                start = None;
                if (ADDRESS_CHARACTERS_MIN..=ADDRESS_CHARACTERS_MAX).contains(&(at - from)) {
                    found.extend(address(&text[from..at]).map(|(value, chain, sure)| {
                        Found::new(Kind::Wallet, value, from..at, sure).of(chain)
                    }));
                }
            }
            _ => {}
        }
    }
    found
}

/// The address in its one form, its chain and how sure it is.
fn address(text: &str) -> Option<(String, &'static str, f32)> {
    let address = CryptoAddress::parse(text).ok()?;
    let digits = text.get(2..)?;
    // An Ethereum address in one case has no checksum.
    let is_unchecked = address.chain() == Chain::Ethereum
        && (digits == digits.to_ascii_lowercase() || digits == digits.to_ascii_uppercase());
    let chain = match address.chain() {
        Chain::Bitcoin => "bitcoin",
        Chain::Ethereum => "ethereum",
        Chain::Tron => "tron",
    };
    Some((address.as_str().to_owned(), chain, if is_unchecked { 0.9 } else { 0.99 }))
}

const ADDRESS_CHARACTERS_MIN: usize = 14;
const ADDRESS_CHARACTERS_MAX: usize = 90;
