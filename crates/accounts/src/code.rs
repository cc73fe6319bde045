//! The second factor: codes that change every 30 seconds (TOTP, RFC 6238).

use chacha20poly1305::aead::{Aead as _, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305};
use liaison_model::Instant;
use rand::Rng;
use totp_rs::{Builder, Secret, Totp};
use zeroize::Zeroizing;

use crate::{AccountError, AccountName};

/// What an authenticator and the node share.
pub(crate) struct SecondFactor(Zeroizing<[u8; SECRET_BYTES]>);

/// The code of a moment.
pub struct CurrentCode {
    /// Six digits.
    pub code: Zeroizing<String>,
    /// For how many seconds more it is the one that is shown.
    pub seconds_left: u64,
}

impl SecondFactor {
    /// A new one.
    pub(crate) fn generate(random: &mut impl Rng) -> Self {
        let mut secret = Zeroizing::new([0; SECRET_BYTES]);
        random.fill_bytes(&mut *secret);
        Self(secret)
    }

    /// Seals it for the file, for one account: in the row of another it does not open.
    pub(crate) fn seal(
        &self,
        key: &[u8; 32],
        name: &AccountName,
        random: &mut impl Rng,
    ) -> Result<Vec<u8>, AccountError> {
        let mut nonce = [0; NONCE_BYTES];
        random.fill_bytes(&mut nonce);
        let payload = Payload { msg: &*self.0, aad: name.as_str().as_bytes() };
        let sealed = XChaCha20Poly1305::new(key.into()).encrypt(&nonce.into(), payload);
        let sealed = sealed.map_err(|_| AccountError::Seal)?;
        Ok([nonce.as_slice(), sealed.as_slice()].concat())
    }

    /// Opens what was sealed.
    pub(crate) fn open(
        sealed: &[u8],
        key: &[u8; 32],
        name: &AccountName,
    ) -> Result<Self, AccountError> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE_BYTES).ok_or(AccountError::Seal)?;
        let nonce: [u8; NONCE_BYTES] = nonce.try_into().map_err(|_| AccountError::Seal)?;
        let payload = Payload { msg: sealed, aad: name.as_str().as_bytes() };
        let opened = XChaCha20Poly1305::new(key.into()).decrypt(&nonce.into(), payload);
        let opened = Zeroizing::new(opened.map_err(|_| AccountError::Seal)?);
        let secret = opened.as_slice().try_into().map_err(|_| AccountError::Seal)?;
        Ok(Self(Zeroizing::new(secret)))
    }

    /// The step whose code this is, of now or one step beside.
    pub(crate) fn check(&self, code: &str, now: Instant) -> Option<i64> {
        let is_plain = code.len() == DIGITS && code.bytes().all(|byte| byte.is_ascii_digit());
        let step = is_plain.then(|| self.totp().check(code, seconds(now))).flatten()?;
        i64::try_from(step).ok()
    }

    /// The code of now.
    pub(crate) fn current(&self, now: Instant) -> CurrentCode {
        let (totp, now) = (self.totp(), seconds(now));
        let code = Zeroizing::new(totp.generate(now).to_string());
        CurrentCode { code, seconds_left: totp.next_step(now).saturating_sub(now) }
    }

    /// What an authenticator scans.
    pub(crate) fn url(
        &self,
        name: &AccountName,
        issuer: &str,
    ) -> Result<Zeroizing<String>, AccountError> {
        let totp = self.builder().with_account_name(name.as_str()).with_issuer(Some(issuer));
        let url = totp.build().and_then(|totp| totp.to_url());
        url.map(Zeroizing::new).map_err(|_| AccountError::Issuer)
    }

    /// What an officer without a camera types.
    pub(crate) fn base32(&self) -> Zeroizing<String> {
        Zeroizing::new(Secret::new_stack(*self.0).to_base32())
    }

    fn builder(&self) -> Builder {
        // SHA-1, six digits, thirty seconds, one step to either side: what authenticators take.
        Builder::new().with_secret(Secret::new_stack(*self.0))
    }

    fn totp(&self) -> Totp {
        // The defaults and a secret of 160 bits are what the checks of `build` ask for.
        self.builder().build_noncompliant()
    }
}

fn seconds(now: Instant) -> u64 {
    u64::try_from(now.micros() / 1_000_000).unwrap_or(0)
}

/// For how long a code is shown.
pub const CODE_SECONDS: u64 = 30;
/// RFC 4226, section 4: 160 bits are recommended.
const SECRET_BYTES: usize = 20;
const NONCE_BYTES: usize = 24;
const DIGITS: usize = 6;

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng as _;
    use rand::rngs::StdRng;

    fn at(seconds: i64) -> Instant {
        Instant::from_micros(seconds * 1_000_000).unwrap()
    }

    fn name(text: &str) -> AccountName {
        text.parse().unwrap()
    }

    #[test]
    fn codes_are_those_of_rfc_6238() {
        // Appendix B, SHA-1, the last six of eight digits.
        let factor = SecondFactor(Zeroizing::new(*b"12345678901234567890"));

        for (seconds, code) in
            [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")]
        {
            assert_eq!(factor.current(at(seconds)).code.as_str(), code);
            assert_eq!(factor.check(code, at(seconds)), Some(seconds / 30));
        }
    }

    #[test]
    fn a_code_of_one_step_beside_is_taken_and_of_two_is_not() {
        let factor = SecondFactor::generate(&mut StdRng::seed_from_u64(1));
        let now = 1_800_000_000;
        let code = factor.current(at(now)).code;

        for (moved, taken) in [(-60, false), (-30, true), (0, true), (30, true), (60, false)] {
            assert_eq!(factor.check(&code, at(now + moved)).is_some(), taken, "{moved}");
        }
    }

    #[test]
    fn what_is_not_six_digits_is_no_code() {
        let factor = SecondFactor::generate(&mut StdRng::seed_from_u64(2));

        for typed in ["", "12345", "1234567", "12345a", "１２３４５６", "+12345", " 12345"] {
            assert_eq!(factor.check(typed, at(1_800_000_000)), None, "{typed}");
        }
    }

    #[test]
    fn a_sealed_factor_opens_with_its_key_and_in_its_own_row() {
        let mut random = StdRng::seed_from_u64(3);
        let factor = SecondFactor::generate(&mut random);
        let sealed = factor.seal(&[7; 32], &name("min"), &mut random).unwrap();

        let opened = SecondFactor::open(&sealed, &[7; 32], &name("min")).unwrap();
        assert_eq!(opened.base32(), factor.base32());
        assert!(SecondFactor::open(&sealed, &[8; 32], &name("min")).is_err());
        assert!(SecondFactor::open(&sealed, &[7; 32], &name("sok")).is_err());
        assert!(SecondFactor::open(&[], &[7; 32], &name("min")).is_err());
        assert!(!sealed.windows(4).any(|bytes| bytes == &factor.0[..4]));
    }

    #[test]
    fn an_authenticator_reads_the_address() {
        let factor = SecondFactor(Zeroizing::new(*b"12345678901234567890"));

        let url = factor.url(&name("min"), "Liaison kr.npa").unwrap();

        let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        let expected =
            format!("otpauth://totp/Liaison%20kr.npa:min?secret={secret}&issuer=Liaison%20kr.npa");
        assert_eq!(url.as_str(), expected);
        assert_eq!(factor.base32().as_str(), secret);
    }
}
