//! Hashes of documents: hexadecimal, in lower case.
//!
//! FollowTheMoney means SHA-1 and keeps 40 digits; other common lengths are taken here as well.

use super::ValueError;

/// A hash in its one form.
pub(super) fn clean(text: &str) -> Result<String, ValueError> {
    let is_hash = DIGITS.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_hexdigit());
    if is_hash {
        Ok(text.to_ascii_lowercase())
    } else {
        Err(ValueError::new("checksum-unreadable"))
    }
}

/// MD5, SHA-1, SHA-256, SHA-384, SHA-512.
const DIGITS: [usize; 5] = [32, 40, 64, 96, 128];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_written_in_lower_case() {
        let hash = "DA39A3EE5E6B4B0D3255BFEF95601890AFD80709"; // SHA-1 of nothing
        assert_eq!(clean(hash), Ok(hash.to_lowercase()));
    }

    #[test]
    fn what_is_no_hash_is_refused() {
        for raw in ["da39", "sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709", "x"] {
            assert_eq!(clean(raw), Err(ValueError::new("checksum-unreadable")), "{raw}");
        }
    }
}
