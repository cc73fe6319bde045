//! Random ids that open something, of which only the hash is kept.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use rand::Rng;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

/// 256 random bits as text.
pub(crate) fn generate(random: &mut impl Rng) -> Zeroizing<String> {
    let mut bytes = Zeroizing::new([0; SECRET_BYTES]);
    random.fill_bytes(&mut *bytes);
    Zeroizing::new(BASE64.encode(*bytes))
}

/// What is kept of it. The text has 256 random bits, so a plain hash is enough, and looking it up
/// by the hash tells nothing by its time.
pub(crate) fn hash(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

/// Whether a text has the form of a secret: anything else is not worth a look into the file.
pub(crate) fn is_secret(text: &str) -> bool {
    text.len() == SECRET_CHARS
}

const SECRET_BYTES: usize = 32;
const SECRET_CHARS: usize = 43;
