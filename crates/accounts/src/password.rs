//! Passwords: making them, keeping them as Argon2id hashes, comparing.

use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};
use rand::{Rng, RngExt as _};
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use crate::AccountError;

/// What one guess at a password costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PasswordCost {
    memory_kib: u32,
    passes: u32,
}

impl PasswordCost {
    /// What every node uses: 46 MiB, one pass, one lane (OWASP Password Storage Cheat Sheet, first
    /// choice for Argon2id).
    pub const STANDARD: Self = Self { memory_kib: 47_104, passes: 1 };

    /// Next to nothing, for tests that make many accounts.
    #[must_use]
    pub fn cheap_for_tests() -> Self {
        Self { memory_kib: 8, passes: 1 }
    }

    fn hasher(self) -> Result<Argon2<'static>, AccountError> {
        let params = Params::new(self.memory_kib, self.passes, 1, None);
        let params = params.map_err(|_| AccountError::Hash)?;
        Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
    }
}

/// A password that nobody guesses, in groups that can be read out.
pub(crate) fn generate(random: &mut impl Rng) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(GROUPS * (GROUP_CHARS + 1)));
    for at in 0..GROUPS * GROUP_CHARS {
        if at != 0 && at.is_multiple_of(GROUP_CHARS) {
            text.push('-');
        }
        let letter = LETTERS[random.random_range(0..LETTERS.len())];
        text.push(char::from(letter));
    }
    text
}

/// Whether a password that somebody chose is long enough.
pub(crate) fn check(password: &str) -> Result<(), AccountError> {
    let chars = password.chars().count();
    let fits = (PASSWORD_CHARS_MIN..=PASSWORD_CHARS_MAX).contains(&chars);
    if fits { Ok(()) } else { Err(AccountError::PasswordLength) }
}

/// Whether two texts are one password.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    *normal(one) == *normal(other)
}

/// The hash of a password, as a PHC string.
pub(crate) fn hash(
    password: &str,
    cost: PasswordCost,
    random: &mut impl Rng,
) -> Result<String, AccountError> {
    let mut salt = [0; SALT_BYTES];
    random.fill_bytes(&mut salt);
    let hash = cost.hasher()?.hash_password_with_salt(normal(password).as_bytes(), &salt);
    Ok(hash.map_err(|_| AccountError::Hash)?.to_string())
}

/// Whether a password is the one of a hash. A hash that cannot be read is nobody's.
pub(crate) fn verify(password: &str, hash: &str) -> bool {
    let typed: String = password.chars().take(PASSWORD_CHARS_MAX + 1).collect();
    // The parameters are the hash's own.
    Argon2::default().verify_password(normal(&Zeroizing::new(typed)).as_bytes(), hash).is_ok()
}

/// The same text from every keyboard (NIST SP 800-63B-4, section 3.1.1.2).
fn normal(password: &str) -> Zeroizing<String> {
    Zeroizing::new(password.nfkc().collect())
}

/// As for the passphrase of the node key (NIST SP 800-63B-4, section 3.1.1: fifteen where a
/// password stands alone; here a code stands beside it).
pub const PASSWORD_CHARS_MIN: usize = 15;
/// A longer one is no stronger, and its hash takes time.
const PASSWORD_CHARS_MAX: usize = 256;
const SALT_BYTES: usize = 16;
const GROUPS: usize = 5;
const GROUP_CHARS: usize = 5;
/// Without those that look like another: 32 letters, five bits each, 125 bits in all.
const LETTERS: &[u8; 32] = b"23456789abcdefghijkmnpqrstuvwxyz";

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng as _;
    use rand::rngs::StdRng;

    #[test]
    fn a_password_fits_its_own_hash_only() {
        let mut random = StdRng::seed_from_u64(1);
        let cost = PasswordCost::cheap_for_tests();
        let password = generate(&mut random);

        let hash = hash(&password, cost, &mut random).unwrap();

        assert!(hash.starts_with("$argon2id$v=19$m=8,t=1,p=1$"), "{hash}");
        assert!(verify(&password, &hash));
        assert!(!verify(&password.to_uppercase(), &hash));
        assert!(!verify("", &hash));
        assert!(!verify(&password, "no hash"));
    }

    #[test]
    fn the_standard_hash_says_what_it_cost() {
        let hash = hash("x", PasswordCost::STANDARD, &mut StdRng::seed_from_u64(1)).unwrap();

        assert!(hash.starts_with("$argon2id$v=19$m=47104,t=1,p=1$"), "{hash}");
    }

    #[test]
    fn the_same_password_has_two_hashes() {
        let mut random = StdRng::seed_from_u64(2);
        let mut once = || hash("x", PasswordCost::cheap_for_tests(), &mut random).unwrap();

        assert_ne!(once(), once());
    }

    #[test]
    fn a_hangul_password_is_the_same_from_every_keyboard() {
        let cost = PasswordCost::cheap_for_tests();
        let composed = hash("비밀번호", cost, &mut StdRng::seed_from_u64(3)).unwrap();
        let decomposed: String = "비밀번호".nfd().collect();

        assert_ne!(decomposed, "비밀번호");
        assert!(verify(&decomposed, &composed));
    }

    #[test]
    fn a_random_password_is_long_and_readable() {
        let password = generate(&mut StdRng::seed_from_u64(4));

        assert_eq!(password.len(), 29);
        assert!(password.split('-').all(|group| group.len() == GROUP_CHARS));
        check(&password).unwrap();
    }

    #[test]
    fn a_chosen_password_has_fifteen_characters() {
        assert!(check("fourteen chars").is_err());
        assert!(check("fifteen  chars!").is_ok());
        assert!(check(&"가".repeat(15)).is_ok());
        assert!(check(&"a".repeat(257)).is_err());
    }
}
