//! Bytes as a text of capitals and digits, for a file, a line on paper or a QR code.
//!
//! Base32 (RFC 4648, section 6) without padding: QR codes pack capitals and digits closely, and
//! nobody mixes up upper and lower case when typing. Four digits of a hash end the text, so that a
//! letter that was typed wrong is noticed before a signature is.

use liaison_journal::hash::record;

use crate::ExchangeError;

/// The text of a message of this kind, in one line.
pub(crate) fn write(kind: &str, bytes: &[u8]) -> String {
    let sum = record(bytes);
    let mut text = String::with_capacity(kind.len() + bytes.len() * 8 / 5 + 8);
    text.push_str(kind);
    text.push(':');
    let all: Vec<u8> = bytes.iter().chain(&sum.0[..SUM_BYTES]).copied().collect();
    let (mut bits, mut held) = (0_u32, 0_u32);
    for byte in all {
        bits = bits << 8 | u32::from(byte);
        held += 8;
        while 5 <= held {
            held -= 5;
            text.push(digit(bits >> held & 31));
        }
        bits &= (1 << held) - 1;
    }
    if 0 < held {
        text.push(digit(bits << (5 - held) & 31));
    }
    text
}

/// The bytes of such a text. White space anywhere and lower case do not matter.
///
/// # Errors
///
/// [`ExchangeError::Text`] when it is of another kind, too long, or was damaged.
pub(crate) fn read(kind: &str, text: &str) -> Result<Vec<u8>, ExchangeError> {
    if TEXT_BYTES_MAX < text.len() {
        return Err(ExchangeError::Text);
    }
    let text: String = text.split_whitespace().collect::<String>().to_ascii_uppercase();
    let digits = text.strip_prefix(kind).and_then(|rest| rest.strip_prefix(':'));
    let (mut bits, mut held) = (0_u32, 0_u32);
    let mut bytes = Vec::new();
    for letter in digits.ok_or(ExchangeError::Text)?.bytes() {
        bits = bits << 5 | value(letter).ok_or(ExchangeError::Text)?;
        held += 5;
        if 8 <= held {
            held -= 8;
            bytes.push((bits >> held) as u8);
        }
        bits &= (1 << held) - 1;
    }
    if 5 <= held || bits != 0 {
        return Err(ExchangeError::Text); // a second spelling of the same bytes
    }
    let length = bytes.len().checked_sub(SUM_BYTES).ok_or(ExchangeError::Text)?;
    let sum = bytes.split_off(length);
    if record(&bytes).0[..SUM_BYTES] == sum[..] { Ok(bytes) } else { Err(ExchangeError::Text) }
}

fn digit(value: u32) -> char {
    char::from(DIGITS[(value & 31) as usize])
}

fn value(letter: u8) -> Option<u32> {
    DIGITS.iter().position(|digit| *digit == letter).map(|at| at as u32)
}

/// A card or an agreement is a page at most.
pub const TEXT_BYTES_MAX: usize = 64 * 1024;
const DIGITS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const SUM_BYTES: usize = 2;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn bytes_come_back_from_their_text_however_it_is_broken(bytes: Vec<u8>, at: prop::sample::Index) {
            let text = write("T1", &bytes);
            let at = at.index(text.len());
            let broken = format!("{}\n  {}\n", &text[..at], text[at..].to_lowercase());

            prop_assert_eq!(read("T1", &broken), Ok(bytes));
            prop_assert_eq!(read("T2", &text), Err(ExchangeError::Text));
        }

        #[test]
        fn a_letter_typed_wrong_is_noticed_but_once_in_65536(bytes in prop::collection::vec(any::<u8>(), 1..40)) {
            let text = write("T1", &bytes);
            let other = if text.ends_with('A') { "B" } else { "A" };
            let wrong = format!("{}{other}", &text[..text.len() - 1]);

            prop_assert_ne!(read("T1", &wrong), Ok(bytes));
        }

        #[test]
        fn any_text_is_read_without_a_panic(text: String) {
            let _ = read("T1", &format!("T1:{text}"));
        }
    }
}
