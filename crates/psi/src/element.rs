//! Points of ristretto255 as they travel.

use curve25519_dalek::ristretto::{CompressedRistretto, RistrettoPoint};
use curve25519_dalek::traits::IsIdentity as _;

use crate::PsiError;

/// A point in its 32 bytes (RFC 9496), which were checked: canonical, and not the identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Element(pub(crate) [u8; ELEMENT_BYTES]);

impl Element {
    /// Takes the bytes of a point.
    ///
    /// # Errors
    ///
    /// [`PsiError::Point`] when they are not the one spelling of a point, or are the identity,
    /// which every key maps to itself.
    pub fn from_bytes(bytes: [u8; ELEMENT_BYTES]) -> Result<Self, PsiError> {
        read(&bytes).map(|_| Self(bytes))
    }

    /// Its bytes.
    #[must_use]
    pub fn to_bytes(self) -> [u8; ELEMENT_BYTES] {
        self.0
    }

    pub(crate) fn of(point: &RistrettoPoint) -> Self {
        Self(point.compress().to_bytes())
    }

    pub(crate) fn point(&self) -> Result<RistrettoPoint, PsiError> {
        read(&self.0)
    }
}

fn read(bytes: &[u8; ELEMENT_BYTES]) -> Result<RistrettoPoint, PsiError> {
    let point = CompressedRistretto(*bytes).decompress().ok_or(PsiError::Point)?;
    if point.is_identity() { Err(PsiError::Point) } else { Ok(point) }
}

/// Length of a point.
pub(crate) const ELEMENT_BYTES: usize = 32;

#[cfg(test)]
mod tests {
    use super::*;
    use curve25519_dalek::constants::RISTRETTO_BASEPOINT_COMPRESSED;
    use proptest::prelude::*;

    #[test]
    fn the_identity_and_second_spellings_are_refused() {
        // RFC 9496, appendix A.2: not canonical field elements, negative ones, no squares.
        let bad = [
            "0000000000000000000000000000000000000000000000000000000000000000",
            "00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
            "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "f3ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "01ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "ed57ffd8c914fb201471d1c3d245ce3c746fcbe63a3679d51b6a516ebebe0e20",
            "26948d35ca62e643e26a83177332e6b6afeb9d08e4268b650f1f5bbd8d81d371",
        ];

        for text in bad {
            let bytes = hex::decode(text).unwrap().try_into().unwrap();
            assert_eq!(Element::from_bytes(bytes), Err(PsiError::Point), "{text}");
        }
        assert!(Element::from_bytes(RISTRETTO_BASEPOINT_COMPRESSED.to_bytes()).is_ok());
    }

    proptest! {
        #[test]
        fn what_is_taken_is_written_back_as_it_came(bytes: [u8; 32]) {
            if let Ok(element) = Element::from_bytes(bytes) {
                prop_assert_eq!(Element::of(&element.point().unwrap()), element);
            }
        }
    }
}
