//! What is hashed, and how: leaves, tree nodes, commit headers, codes.
//!
//! The tree is that of RFC 6962 (section 2.1): leaf = SHA-256(0x00 ‖ salt ‖ canonical bytes),
//! node = SHA-256(0x01 ‖ left ‖ right). The salt makes a leaf unguessable, so that an erased
//! statement leaves nothing that a dictionary of phone numbers could be tried against.

use hmac::{Hmac, KeyInit, Mac};
use liaison_model::canonical::{self, CanonicalError, Fields};
use liaison_model::{Hash, Statement};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// Length of a statement's salt.
pub const SALT_BYTES: usize = 16;
/// A statement's salt.
pub type Salt = [u8; SALT_BYTES];
/// The keyed code by which a second import of one claim is recognised: 64 bits of an HMAC-SHA-256
/// of the entity, then 64 bits of one of the whole claim.
pub type ClaimCode = [u8; 16];
/// The keyed code by which an erased text is recognised: 128 bits of an HMAC-SHA-256 of the entity,
/// the property and the text. Schema, dataset, source, date and grade are no part of it: the law
/// that took the text away does not ask from whom it comes back.
pub type ErasedCode = [u8; 16];

/// The leaf of a statement.
#[must_use]
pub fn leaf(salt: &Salt, canonical: &[u8]) -> Hash {
    let mut hasher = Sha256::new_with_prefix([0x00]);
    hasher.update(salt);
    hasher.update(canonical);
    Hash(hasher.finalize().into())
}

/// The parent of two nodes of the tree.
#[must_use]
pub fn node(left: &Hash, right: &Hash) -> Hash {
    let mut hasher = Sha256::new_with_prefix([0x01]);
    hasher.update(left.0);
    hasher.update(right.0);
    Hash(hasher.finalize().into())
}

/// The hash of a record that stands alone (a header, a certificate), kept apart from leaves and
/// nodes by its first byte.
#[must_use]
pub fn record(canonical: &[u8]) -> Hash {
    let mut hasher = Sha256::new_with_prefix([0x02]);
    hasher.update(canonical);
    Hash(hasher.finalize().into())
}

/// HMAC-SHA-256 under a node's dedupe key of `liaison secret 1` and a context.
pub(crate) fn secret(key: &[u8; 32], context: &str) -> Zeroizing<[u8; 32]> {
    let mut mac = keyed(key);
    mac.update(b"liaison secret 1");
    mac.update(context.as_bytes());
    Zeroizing::new(mac.finalize().into_bytes().into())
}

fn keyed(key: &[u8; 32]) -> Hmac<Sha256> {
    // HMAC pads a shorter key with zeros to the block of 64 bytes (RFC 2104, section 2).
    let mut block = Zeroizing::new([0; 64]);
    block[..key.len()].copy_from_slice(key);
    Hmac::<Sha256>::new(&(*block).into())
}

/// Makes claim codes with a node's own key.
#[derive(Clone)]
pub struct ClaimCoder(Hmac<Sha256>);

impl ClaimCoder {
    /// A coder for a node's dedupe key.
    #[must_use]
    pub fn new(key: &[u8; 32]) -> Self {
        let mut mac = keyed(key);
        mac.update(b"liaison claim 1");
        Self(mac)
    }

    /// The code of a claim ([`liaison_model::Statement::claim_of`]).
    ///
    /// # Errors
    ///
    /// When the bytes do not begin with an entity.
    pub fn code(&self, claim: &[u8]) -> Result<ClaimCode, CanonicalError> {
        let entity = Fields::after(b"", claim)?.field()?.ok_or(CanonicalError::Field)?;
        let mut code = ClaimCode::default();
        // The codes of one entity's claims lie side by side, so that an import touches a few pages
        // of the index of codes instead of one page for each statement.
        code[..8].copy_from_slice(&self.first_bytes::<8>(entity));
        code[8..].copy_from_slice(&self.first_bytes::<8>(claim));
        Ok(code)
    }

    /// The codes under which a statement with these canonical bytes is kept on the list of what was
    /// erased, and found there: one of its value, one of what the source wrote. Either text may be
    /// the value of a later import that cleans it differently.
    ///
    /// # Errors
    ///
    /// When the bytes are not a statement's.
    pub fn erased_codes(&self, canonical: &[u8]) -> Result<Vec<ErasedCode>, CanonicalError> {
        let said = Statement::said_in(canonical)?;
        let code = |text: &str| {
            let mut bytes = Vec::new();
            canonical::put_text(&mut bytes, said.entity);
            canonical::put_text(&mut bytes, said.prop);
            canonical::put_text(&mut bytes, text);
            self.first_bytes(&bytes)
        };
        Ok([Some(said.value), said.original].into_iter().flatten().map(code).collect())
    }

    fn first_bytes<const N: usize>(&self, bytes: &[u8]) -> [u8; N] {
        let mut mac = self.0.clone();
        mac.update(bytes);
        let full = mac.finalize().into_bytes();
        let mut first = [0; N];
        first.copy_from_slice(&full[..N]);
        first
    }
}
