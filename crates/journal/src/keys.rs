//! Keys of a node: a root key that an agency keeps in its safe, and a node key that signs.
//!
//! `init` makes both. The root key certifies the node key for a year; commits carry the hash of
//! the certificate, so that a stranger who knows the root key's fingerprint can check each one.
//! At rest both are sealed by a passphrase: Argon2id (RFC 9106) gives the key for
//! XChaCha20-Poly1305.

use argon2::{Algorithm, Argon2, Params, Version};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use chacha20poly1305::aead::Aead;
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use liaison_model::canonical::{self, CanonicalError, Fields};
use liaison_model::{AgencyId, Hash, Instant};
use rand::Rng;
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, Zeroizing};

use crate::hash::{ClaimCoder, record};

/// Why a key could not be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KeyError {
    /// The passphrase does not open the sealed key.
    #[error("the passphrase does not open this key")]
    Passphrase,
    /// A key file is damaged or from a newer version.
    #[error("the key file is damaged or made by a newer version")]
    File,
    /// A certificate is not signed by the root key, or is for another agency.
    #[error("the certificate of the node key is not valid")]
    Certificate,
    /// The certificate does not cover the moment at which something was to be signed.
    #[error("the certificate of the node key is valid from {from} until {until} only")]
    NotNow {
        /// From when.
        from: Instant,
        /// Until when.
        until: Instant,
    },
}

/// The root key of an agency: certifies node keys, nothing else.
pub struct RootKey(SigningKey);

/// The secrets with which a node works: its signing key and its dedupe key.
#[derive(Clone)]
pub struct NodeKey {
    signing: SigningKey,
    dedupe: Zeroizing<[u8; 32]>,
}

/// The root key's statement that a node key speaks for the agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// The agency.
    pub agency: AgencyId,
    /// Public root key.
    pub root: [u8; 32],
    /// Public node key.
    pub node: [u8; 32],
    /// From when it may sign.
    pub valid_from: Instant,
    /// Until when.
    pub valid_until: Instant,
    /// The root key's signature.
    pub signature: [u8; 64],
}

/// A secret sealed by a passphrase, as it lies in a key file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sealed {
    format: u32,
    kind: String,
    kdf: String,
    memory_kib: u32,
    passes: u32,
    salt: String,
    nonce: String,
    sealed: String,
}

/// What signs a node's commits: the node key with its certificate.
#[derive(Clone)]
pub struct Signer {
    key: NodeKey,
    certificate: Certificate,
}

impl RootKey {
    /// A new root key.
    #[must_use]
    pub fn generate(random: &mut dyn Rng) -> Self {
        let mut secret = Zeroizing::new([0; 32]);
        random.fill_bytes(&mut *secret);
        Self(SigningKey::from_bytes(&secret))
    }

    /// Its public half.
    #[must_use]
    pub fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }

    /// Certifies a node key for [`VALID_DAYS`] days.
    #[must_use]
    pub fn certify(&self, agency: &AgencyId, node: &NodeKey, from: Instant) -> Certificate {
        let mut certificate = Certificate {
            agency: agency.clone(),
            root: self.public(),
            node: node.public(),
            valid_from: from,
            valid_until: from.plus_seconds(VALID_DAYS * 24 * 60 * 60),
            signature: [0; 64],
        };
        certificate.signature = self.0.sign(&certificate.signed_bytes()).to_bytes();
        certificate
    }

    /// Signs a hash under a context, such as `card`: what the head of an agency says.
    #[must_use]
    pub fn sign(&self, context: &str, hash: &Hash) -> [u8; 64] {
        self.0.sign(&signed_bytes(context, hash)).to_bytes()
    }

    /// Seals the key for its file.
    ///
    /// # Errors
    ///
    /// [`KeyError::File`] when the sealing itself fails.
    pub fn seal(&self, passphrase: &str, random: &mut dyn Rng) -> Result<Sealed, KeyError> {
        Sealed::seal("root", &self.0.to_bytes(), passphrase, random)
    }

    /// Opens a sealed root key.
    ///
    /// # Errors
    ///
    /// [`KeyError`] when the passphrase or the file is wrong.
    pub fn open(sealed: &Sealed, passphrase: &str) -> Result<Self, KeyError> {
        let secret = sealed.open("root", passphrase)?;
        let secret: &[u8; 32] = secret.as_slice().try_into().map_err(|_| KeyError::File)?;
        Ok(Self(SigningKey::from_bytes(secret)))
    }
}

impl NodeKey {
    /// A new node key with a new dedupe key.
    #[must_use]
    pub fn generate(random: &mut dyn Rng) -> Self {
        let mut secret = Zeroizing::new([0; 32]);
        let mut dedupe = Zeroizing::new([0; 32]);
        random.fill_bytes(&mut *secret);
        random.fill_bytes(&mut *dedupe);
        Self { signing: SigningKey::from_bytes(&secret), dedupe }
    }

    /// A new node key that takes the place of this one. It keeps the dedupe key: with another, what
    /// was erased could come back unrecognised.
    #[must_use]
    pub fn successor(&self, random: &mut dyn Rng) -> Self {
        Self { dedupe: self.dedupe.clone(), ..Self::generate(random) }
    }

    /// Its public half.
    #[must_use]
    pub fn public(&self) -> [u8; 32] {
        self.signing.verifying_key().to_bytes()
    }

    /// Seals both secrets for their file.
    ///
    /// # Errors
    ///
    /// [`KeyError::File`] when the sealing itself fails.
    pub fn seal(&self, passphrase: &str, random: &mut dyn Rng) -> Result<Sealed, KeyError> {
        let mut both = Zeroizing::new([0; 64]);
        both[..32].copy_from_slice(&self.signing.to_bytes());
        both[32..].copy_from_slice(&*self.dedupe);
        Sealed::seal("node", &*both, passphrase, random)
    }

    /// Opens a sealed node key.
    ///
    /// # Errors
    ///
    /// [`KeyError`] when the passphrase or the file is wrong.
    pub fn open(sealed: &Sealed, passphrase: &str) -> Result<Self, KeyError> {
        let both = sealed.open("node", passphrase)?;
        let both: &[u8; 64] = both.as_slice().try_into().map_err(|_| KeyError::File)?;
        let (mut secret, mut dedupe) = (Zeroizing::new([0; 32]), Zeroizing::new([0; 32]));
        secret.copy_from_slice(&both[..32]);
        dedupe.copy_from_slice(&both[32..]);
        Ok(Self { signing: SigningKey::from_bytes(&secret), dedupe })
    }
}

impl Signer {
    /// A node key that its certificate speaks for.
    ///
    /// # Errors
    ///
    /// [`KeyError::Certificate`] when the two do not belong together.
    pub fn new(key: NodeKey, certificate: Certificate) -> Result<Self, KeyError> {
        certificate.check()?;
        if certificate.node == key.public() {
            Ok(Self { key, certificate })
        } else {
            Err(KeyError::Certificate)
        }
    }

    /// Its certificate.
    #[must_use]
    pub fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    /// Signs a hash under a context, such as `commit`.
    #[must_use]
    pub fn sign(&self, context: &str, hash: &Hash) -> [u8; 64] {
        self.key.signing.sign(&signed_bytes(context, hash)).to_bytes()
    }

    /// Signs what TLS 1.3 has its parties sign when they meet (RFC 8446, section 4.4.3), and nothing
    /// else: no record of ours begins like it, so that no peer gets another signature by it.
    #[must_use]
    pub fn sign_handshake(&self, message: &[u8]) -> Option<[u8; 64]> {
        let rest = message.strip_prefix(&[b' '; 64])?;
        rest.starts_with(b"TLS 1.3, ").then(|| self.key.signing.sign(message).to_bytes())
    }

    /// A secret of this node for one use, named by `context`. A new node key keeps it, as it keeps
    /// the dedupe key that it comes from: what was sealed under it still opens.
    #[must_use]
    pub fn secret(&self, context: &str) -> Zeroizing<[u8; 32]> {
        crate::hash::secret(&self.key.dedupe, context)
    }

    /// The coder that recognises claims already known.
    #[must_use]
    pub fn claim_coder(&self) -> ClaimCoder {
        ClaimCoder::new(&self.key.dedupe)
    }
}

impl Certificate {
    /// The bytes of the certificate, signature included.
    #[must_use]
    pub fn to_canonical(&self) -> Vec<u8> {
        let mut out = self.signed_bytes();
        canonical::put(&mut out, Some(&self.signature));
        out
    }

    /// Reads a certificate back; [`Self::check`] says whether it is good.
    ///
    /// # Errors
    ///
    /// When the bytes are not a certificate's.
    pub fn from_canonical(bytes: &[u8]) -> Result<Self, CanonicalError> {
        let mut fields = Fields::after(KIND, bytes)?;
        let agency = fields.text()?.parse().map_err(|_| CanonicalError::Field)?;
        let root = fields.array()?;
        let node = fields.array()?;
        let moment = |bytes| {
            Instant::from_micros(i64::from_be_bytes(bytes)).map_err(|_| CanonicalError::Field)
        };
        let valid_from = moment(fields.array()?)?;
        let valid_until = moment(fields.array()?)?;
        let signature = fields.array()?;
        fields.end()?;
        Ok(Self { agency, root, node, valid_from, valid_until, signature })
    }

    /// The hash by which commits name it.
    #[must_use]
    pub fn hash(&self) -> Hash {
        record(&self.to_canonical())
    }

    /// Whether the root key signed it.
    ///
    /// # Errors
    ///
    /// [`KeyError::Certificate`] when it did not.
    pub fn check(&self) -> Result<(), KeyError> {
        verify(&self.root, &self.signed_bytes(), &self.signature)
    }

    /// Whether the node key may sign at a moment.
    ///
    /// # Errors
    ///
    /// [`KeyError::NotNow`] when it may not.
    pub fn check_moment(&self, at: Instant) -> Result<(), KeyError> {
        if at < self.valid_from || self.valid_until < at {
            return Err(KeyError::NotNow { from: self.valid_from, until: self.valid_until });
        }
        Ok(())
    }

    /// Whether the node key signed `hash` under `context` at a moment when it was allowed to.
    ///
    /// # Errors
    ///
    /// [`KeyError::Certificate`] when it did not, [`KeyError::NotNow`] when it was not allowed to.
    pub fn check_signature(
        &self,
        context: &str,
        hash: &Hash,
        signature: &[u8; 64],
        at: Instant,
    ) -> Result<(), KeyError> {
        self.check_moment(at)?;
        verify(&self.node, &signed_bytes(context, hash), signature)
    }

    /// What the journal's first commit has in place of the commit before it.
    #[must_use]
    pub fn genesis(&self) -> Hash {
        let mut out = b"G1".to_vec();
        canonical::put_text(&mut out, self.agency.as_str());
        canonical::put(&mut out, Some(&self.root));
        record(&out)
    }

    fn signed_bytes(&self) -> Vec<u8> {
        let mut out = KIND.to_vec();
        canonical::put_text(&mut out, self.agency.as_str());
        canonical::put(&mut out, Some(&self.root));
        canonical::put(&mut out, Some(&self.node));
        canonical::put(&mut out, Some(&self.valid_from.micros().to_be_bytes()));
        canonical::put(&mut out, Some(&self.valid_until.micros().to_be_bytes()));
        out
    }
}

/// Whether a key signed `hash` under `context`, whatever the moment.
///
/// # Errors
///
/// [`KeyError::Certificate`] when it did not.
pub fn check_signature(
    public: &[u8; 32],
    context: &str,
    hash: &Hash,
    signature: &[u8; 64],
) -> Result<(), KeyError> {
    verify(public, &signed_bytes(context, hash), signature)
}

/// The fingerprint of a public root key: what two officers read to each other.
#[must_use]
pub fn fingerprint(root: &[u8; 32]) -> String {
    let hash = record(root).to_string();
    let groups: Vec<&str> = (0..FINGERPRINT_GROUPS).map(|n| &hash[n * 4..n * 4 + 4]).collect();
    groups.join(" ")
}

impl Sealed {
    fn seal(
        kind: &str,
        secret: &[u8],
        passphrase: &str,
        random: &mut dyn Rng,
    ) -> Result<Self, KeyError> {
        let (mut salt, mut nonce) = ([0; 16], [0; 24]);
        random.fill_bytes(&mut salt);
        random.fill_bytes(&mut nonce);
        let mut sealed = Self {
            format: 1,
            kind: kind.to_owned(),
            kdf: "argon2id".to_owned(),
            memory_kib: KDF_MEMORY_KIB,
            passes: KDF_PASSES,
            salt: BASE64.encode(salt),
            nonce: BASE64.encode(nonce),
            sealed: String::new(),
        };
        let cipher = sealed.cipher(passphrase)?;
        let bytes = cipher.encrypt(&nonce.into(), secret).map_err(|_| KeyError::File)?;
        sealed.sealed = BASE64.encode(bytes);
        Ok(sealed)
    }

    fn open(&self, kind: &str, passphrase: &str) -> Result<Zeroizing<Vec<u8>>, KeyError> {
        if self.format != 1 || self.kind != kind || self.kdf != "argon2id" {
            return Err(KeyError::File);
        }
        let nonce = BASE64.decode(&self.nonce).map_err(|_| KeyError::File)?;
        let nonce: [u8; 24] = nonce.try_into().map_err(|_| KeyError::File)?;
        let bytes = BASE64.decode(&self.sealed).map_err(|_| KeyError::File)?;
        let opened = self.cipher(passphrase)?.decrypt(&nonce.into(), bytes.as_slice());
        opened.map(Zeroizing::new).map_err(|_| KeyError::Passphrase)
    }

    fn cipher(&self, passphrase: &str) -> Result<XChaCha20Poly1305, KeyError> {
        if KDF_MEMORY_KIB_MAX < self.memory_kib || KDF_PASSES_MAX < self.passes {
            return Err(KeyError::File); // a doctored file must not make us spend all memory
        }
        let params = Params::new(self.memory_kib, self.passes, 1, Some(32));
        let params = params.map_err(|_| KeyError::File)?;
        let salt = BASE64.decode(&self.salt).map_err(|_| KeyError::File)?;
        let mut key = [0; 32];
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(passphrase.as_bytes(), &salt, &mut key)
            .map_err(|_| KeyError::File)?;
        let cipher = XChaCha20Poly1305::new(&key.into());
        key.zeroize();
        Ok(cipher)
    }
}

fn verify(public: &[u8; 32], message: &[u8], signature: &[u8; 64]) -> Result<(), KeyError> {
    let key = VerifyingKey::from_bytes(public).map_err(|_| KeyError::Certificate)?;
    let signature = Signature::from_bytes(signature);
    // Strict: no key for which one signature fits two messages.
    key.verify_strict(message, &signature).map_err(|_| KeyError::Certificate)
}

fn signed_bytes(context: &str, hash: &Hash) -> Vec<u8> {
    [b"liaison ", context.as_bytes(), b" 1\n", &hash.0[..]].concat()
}

/// For how long the root key certifies a node key.
pub const VALID_DAYS: i64 = 365;
/// First bytes of a certificate's canonical form: `K`, version 1.
const KIND: &[u8] = b"K1";
const FINGERPRINT_GROUPS: usize = 8;
// The second recommended choice of RFC 9106, section 4, with one lane: 64 MiB, three passes.
const KDF_MEMORY_KIB: u32 = 64 * 1024;
const KDF_PASSES: u32 = 3;
const KDF_MEMORY_KIB_MAX: u32 = 1024 * 1024;
const KDF_PASSES_MAX: u32 = 64;

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    fn now() -> Instant {
        "2026-01-01T00:00:00Z".parse().unwrap()
    }

    #[test]
    fn a_sealed_key_opens_with_its_passphrase_only() {
        let mut random = StdRng::seed_from_u64(1);
        let key = NodeKey::generate(&mut random);
        let sealed = key.seal("한 문장", &mut random).unwrap();

        assert_eq!(NodeKey::open(&sealed, "한 문장").map(|k| k.public()), Ok(key.public()));
        assert_eq!(NodeKey::open(&sealed, "other").map(|k| k.public()), Err(KeyError::Passphrase));
        assert!(matches!(RootKey::open(&sealed, "한 문장"), Err(KeyError::File)));
    }

    #[test]
    fn a_new_node_key_keeps_the_secrets_of_the_node() {
        let mut random = StdRng::seed_from_u64(4);
        let root = RootKey::generate(&mut random);
        let key = NodeKey::generate(&mut random);
        let signer = |key: NodeKey| {
            let certificate = root.certify(&"kr.npa".parse().unwrap(), &key, now());
            Signer::new(key, certificate).unwrap()
        };
        let (old, new) = (signer(key.clone()), signer(key.successor(&mut random)));
        let other = signer(NodeKey::generate(&mut random));

        assert_eq!(old.secret("accounts"), new.secret("accounts"));
        assert_ne!(old.secret("accounts"), old.secret("something else"));
        assert_ne!(old.secret("accounts"), other.secret("accounts"));
    }

    #[test]
    fn a_certificate_speaks_for_its_own_node_key_and_year() {
        let mut random = StdRng::seed_from_u64(2);
        let root = RootKey::generate(&mut random);
        let (key, other) = (NodeKey::generate(&mut random), NodeKey::generate(&mut random));
        let certificate = root.certify(&"kr.npa".parse().unwrap(), &key, now());

        assert!(Signer::new(other, certificate.clone()).is_err());
        let signer = Signer::new(key, certificate.clone()).unwrap();
        let hash = Hash([9; 32]);
        let signature = signer.sign("commit", &hash);

        let check = |context, at| certificate.check_signature(context, &hash, &signature, at);
        assert_eq!(check("commit", now()), Ok(()));
        assert_eq!(check("audience", now()), Err(KeyError::Certificate));
        for seconds in [-1, 400 * 86_400] {
            let outside = check("commit", now().plus_seconds(seconds));
            assert!(matches!(outside, Err(KeyError::NotNow { .. })), "{seconds}");
        }
    }

    #[test]
    fn a_handshake_is_signed_and_nothing_that_only_looks_like_one() {
        let mut random = StdRng::seed_from_u64(5);
        let root = RootKey::generate(&mut random);
        let key = NodeKey::generate(&mut random);
        let certificate = root.certify(&"kr.npa".parse().unwrap(), &key, now());
        let signer = Signer::new(key, certificate.clone()).unwrap();
        let spaces = [b' '; 64];
        let handshake = [&spaces[..], b"TLS 1.3, server CertificateVerify\0", &[9; 32]].concat();

        let signature = signer.sign_handshake(&handshake).unwrap();

        assert_eq!(verify(&certificate.node, &handshake, &signature), Ok(()));
        assert_eq!(signer.sign_handshake(&signed_bytes("commit", &Hash([9; 32]))), None);
        assert_eq!(signer.sign_handshake(&[&spaces[..], b"TLS 1.2"].concat()), None);
    }

    #[test]
    fn a_certificate_with_any_byte_changed_is_refused() {
        let mut random = StdRng::seed_from_u64(3);
        let key = NodeKey::generate(&mut random);
        let root = RootKey::generate(&mut random);
        let bytes = root.certify(&"kr.npa".parse().unwrap(), &key, now()).to_canonical();

        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            let accepted = Certificate::from_canonical(&changed).is_ok_and(|c| c.check().is_ok());
            assert!(!accepted, "byte {at}");
        }
    }
}
