//! Oblivious evaluation of a keyed function (RFC 9497, suite ristretto255-SHA512).
//!
//! The asker blinds, the holder multiplies by its key and proves it for the whole batch at once,
//! the asker checks the proof and takes the blind off. Sections of the RFC are named where code
//! follows them.

use curve25519_dalek::RistrettoPoint;
use curve25519_dalek::scalar::Scalar;
use curve25519_dalek::traits::{IsIdentity as _, VartimeMultiscalarMul as _};
use rand::Rng;
use sha2::{Digest as _, Sha512};
use zeroize::{Zeroize as _, Zeroizing};

use crate::element::Element;
use crate::{ELEMENTS_MAX, PsiError};

/// A holder's secret key for one peer and one epoch.
pub struct Key {
    secret: Scalar,
    public: PublicKey,
}

/// The public half of a [`Key`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(pub(crate) Element);

/// An identifier that was blinded: the point goes out, the rest stays.
pub struct Blinded {
    blind: Scalar,
    input: Zeroizing<Vec<u8>>,
    element: Element,
}

/// Proof that every point of a batch was multiplied by the published key (section 2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proof(pub(crate) [u8; PROOF_BYTES]);

/// What the function gives: 64 bytes that nobody can compute without the key.
pub type Output = [u8; 64];

/// Which of the RFC's modes; they give different outputs on purpose (section 3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Without a proof. Here for the RFC's vectors alone.
    #[cfg(test)]
    Oprf,
    /// With a proof.
    Voprf,
}

impl Key {
    /// A new key from chance.
    #[must_use]
    pub fn generate(random: &mut dyn Rng) -> Self {
        Self::of(random_scalar(random))
    }

    /// The key that a seed gives (section 3.2.1).
    ///
    /// # Errors
    ///
    /// [`PsiError::Input`] when `info` is too long; [`PsiError::Scalar`] when 256 tries give zero,
    /// which does not happen.
    pub fn derive(seed: &[u8; 32], info: &[u8]) -> Result<Self, PsiError> {
        derive_scalar(Mode::Voprf, seed, info).map(Self::of)
    }

    /// Takes a key back from its bytes.
    ///
    /// # Errors
    ///
    /// [`PsiError::Scalar`] when they are not a key's.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, PsiError> {
        let secret = read_scalar(bytes)?;
        if secret == Scalar::ZERO { Err(PsiError::Scalar) } else { Ok(Self::of(secret)) }
    }

    /// Its bytes, to be sealed.
    #[must_use]
    pub fn to_bytes(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.secret.to_bytes())
    }

    /// Its public half.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        self.public
    }

    /// Multiplies each point by the key, and proves that it did (`BlindEvaluate`, section 3.3.2).
    ///
    /// # Errors
    ///
    /// [`PsiError::Count`] or [`PsiError::Point`].
    pub fn evaluate(
        &self,
        elements: &[Element],
        random: &mut dyn Rng,
    ) -> Result<(Vec<Element>, Proof), PsiError> {
        self.evaluate_with(elements, random_scalar(random))
    }

    pub(crate) fn evaluate_with(
        &self,
        elements: &[Element],
        nonce: Scalar,
    ) -> Result<(Vec<Element>, Proof), PsiError> {
        check_count(elements.len())?;
        let points = elements.iter().map(Element::point).collect::<Result<Vec<_>, _>>()?;
        let evaluated = self.multiply(&points);
        let proof = self.prove(elements, &points, &evaluated, nonce);
        Ok((evaluated, proof))
    }

    /// The function of many inputs that the holder has itself (`Evaluate`, section 3.3.1).
    ///
    /// # Errors
    ///
    /// [`PsiError::Input`] when one is too long.
    pub fn outputs(&self, inputs: &[&[u8]]) -> Result<Vec<Output>, PsiError> {
        let mut outputs = Vec::with_capacity(inputs.len());
        for part in inputs.chunks(ELEMENTS_MAX) {
            let points = part.iter().map(|input| hash_to_group(Mode::Voprf, input));
            let points = points.collect::<Result<Vec<_>, _>>()?;
            let evaluated = self.multiply(&points);
            let pairs = part.iter().zip(&evaluated);
            outputs.extend(pairs.map(|(input, element)| finish(input, element)));
        }
        Ok(outputs)
    }

    /// The points of inputs multiplied by the key, for comparing two sets.
    pub(crate) fn points_of(&self, inputs: &[&[u8]]) -> Result<Vec<Element>, PsiError> {
        let points = inputs.iter().map(|input| hash_to_group(Mode::Voprf, input));
        Ok(self.multiply(&points.collect::<Result<Vec<_>, _>>()?))
    }

    fn of(secret: Scalar) -> Self {
        let public = PublicKey(Element::of(&RistrettoPoint::mul_base(&secret)));
        Self { secret, public }
    }

    /// Multiplies by half the key: writing a batch doubles each point, and so needs one inversion
    /// for all of them.
    fn multiply(&self, points: &[RistrettoPoint]) -> Vec<Element> {
        let half = Zeroizing::new(self.secret * Scalar::from(2_u8).invert());
        let halves: Vec<RistrettoPoint> = points.iter().map(|point| point * *half).collect();
        let written = RistrettoPoint::double_and_compress_batch(&halves);
        written.into_iter().map(|bytes| Element(bytes.to_bytes())).collect()
    }

    /// `GenerateProof`, section 2.2.1.
    fn prove(
        &self,
        elements: &[Element],
        points: &[RistrettoPoint],
        evaluated: &[Element],
        nonce: Scalar,
    ) -> Proof {
        let weights = composite_weights(&self.public, elements, evaluated);
        let m = RistrettoPoint::vartime_multiscalar_mul(&weights, points);
        let z = m * self.secret;
        let nonce = Zeroizing::new(nonce);
        let t2 = RistrettoPoint::mul_base(&nonce);
        let t3 = m * *nonce;
        let challenge = challenge(&self.public, [&m, &z, &t2, &t3]);
        let response = *nonce - challenge * self.secret;
        let mut proof = [0; PROOF_BYTES];
        proof[..32].copy_from_slice(challenge.as_bytes());
        proof[32..].copy_from_slice(response.as_bytes());
        Proof(proof)
    }
}

impl Drop for Key {
    fn drop(&mut self) {
        self.secret.zeroize();
    }
}

impl PublicKey {
    /// Takes a public key.
    ///
    /// # Errors
    ///
    /// [`PsiError::Point`].
    pub fn from_bytes(bytes: [u8; 32]) -> Result<Self, PsiError> {
        Element::from_bytes(bytes).map(Self)
    }

    /// Its bytes.
    #[must_use]
    pub fn to_bytes(self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// Checks that a batch was multiplied by this key (`VerifyProof`, section 2.2.2).
    ///
    /// # Errors
    ///
    /// [`PsiError::Proof`] when it was not; [`PsiError::Count`], [`PsiError::Mismatch`],
    /// [`PsiError::Point`] or [`PsiError::Scalar`] when it cannot be checked.
    pub fn verify(
        &self,
        elements: &[Element],
        evaluated: &[Element],
        proof: &Proof,
    ) -> Result<(), PsiError> {
        check_count(elements.len())?;
        if elements.len() != evaluated.len() {
            return Err(PsiError::Mismatch);
        }
        let (challenged, response) = proof.scalars()?;
        let weights = composite_weights(self, elements, evaluated);
        let sum = |elements: &[Element]| {
            let points = elements.iter().map(Element::point).collect::<Result<Vec<_>, _>>()?;
            Ok(RistrettoPoint::vartime_multiscalar_mul(&weights, points))
        };
        let (m, z) = (sum(elements)?, sum(evaluated)?);
        let key = self.0.point()?;
        let t2 = RistrettoPoint::vartime_double_scalar_mul_basepoint(&challenged, &key, &response);
        let t3 = RistrettoPoint::vartime_multiscalar_mul([response, challenged], [m, z]);
        if challenge(self, [&m, &z, &t2, &t3]) == challenged {
            Ok(())
        } else {
            Err(PsiError::Proof)
        }
    }
}

impl Proof {
    /// Takes a proof; whether it is one, [`PublicKey::verify`] says.
    #[must_use]
    pub fn from_bytes(bytes: [u8; PROOF_BYTES]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    #[must_use]
    pub fn to_bytes(self) -> [u8; PROOF_BYTES] {
        self.0
    }

    fn scalars(&self) -> Result<(Scalar, Scalar), PsiError> {
        let (first, second) = self.0.split_at(32);
        let scalar = |half: &[u8]| {
            let bytes: [u8; 32] = half.try_into().map_err(|_| PsiError::Scalar)?;
            read_scalar(&bytes)
        };
        Ok((scalar(first)?, scalar(second)?))
    }
}

impl Blinded {
    /// Blinds one input (section 3.3.1).
    ///
    /// # Errors
    ///
    /// [`PsiError::Input`] when it is too long; [`PsiError::Point`] when it hashes to the identity,
    /// which does not happen.
    pub fn new(input: &[u8], random: &mut dyn Rng) -> Result<Self, PsiError> {
        Self::with(Mode::Voprf, input, random_scalar(random))
    }

    pub(crate) fn with(mode: Mode, input: &[u8], blind: Scalar) -> Result<Self, PsiError> {
        let point = hash_to_group(mode, input)?;
        if point.is_identity() {
            return Err(PsiError::Point);
        }
        let element = Element::of(&(point * blind));
        Ok(Self { blind, input: Zeroizing::new(input.to_vec()), element })
    }

    /// The point that goes to the holder.
    #[must_use]
    pub fn element(&self) -> Element {
        self.element
    }

    /// Checks a batch that came back, and takes the blinds off (`Finalize`, section 3.3.2).
    ///
    /// # Errors
    ///
    /// As [`PublicKey::verify`].
    pub fn finalize(
        batch: &[Self],
        evaluated: &[Element],
        proof: &Proof,
        key: &PublicKey,
    ) -> Result<Vec<Output>, PsiError> {
        let elements: Vec<Element> = batch.iter().map(Self::element).collect();
        key.verify(&elements, evaluated, proof)?;
        batch.iter().zip(evaluated).map(|(blinded, element)| blinded.unblind(element)).collect()
    }

    pub(crate) fn unblind(&self, evaluated: &Element) -> Result<Output, PsiError> {
        let inverse = Zeroizing::new(self.blind.invert());
        Ok(finish(&self.input, &Element::of(&(evaluated.point()? * *inverse))))
    }
}

impl Drop for Blinded {
    fn drop(&mut self) {
        self.blind.zeroize();
    }
}

/// The last hash of `Finalize`.
fn finish(input: &[u8], unblinded: &Element) -> Output {
    let mut hasher = Sha512::new();
    hasher.update(length(input));
    hasher.update(input);
    hasher.update(length(&unblinded.0));
    hasher.update(unblinded.0);
    hasher.update(b"Finalize");
    hasher.finalize().into()
}

/// The weights of `ComputeComposites`, section 2.2.1.
fn composite_weights(key: &PublicKey, from: &[Element], to: &[Element]) -> Vec<Scalar> {
    let seed_dst = [b"Seed-", &context(Mode::Voprf)[..]].concat();
    let mut seed = Sha512::new();
    seed.update(length(&key.0.0));
    seed.update(key.0.0);
    seed.update(length(&seed_dst));
    seed.update(&seed_dst);
    let seed = seed.finalize();
    let weigh = |(at, (from, to)): (u16, (&Element, &Element))| {
        let mut transcript = Vec::with_capacity(160);
        put(&mut transcript, &seed);
        transcript.extend_from_slice(&at.to_be_bytes());
        put(&mut transcript, &from.0);
        put(&mut transcript, &to.0);
        transcript.extend_from_slice(b"Composite");
        hash_to_scalar(Mode::Voprf, &transcript)
    };
    (0_u16..).zip(from.iter().zip(to)).map(weigh).collect()
}

fn challenge(key: &PublicKey, points: [&RistrettoPoint; 4]) -> Scalar {
    let mut transcript = Vec::with_capacity(192);
    put(&mut transcript, &key.0.0);
    points.iter().for_each(|point| put(&mut transcript, point.compress().as_bytes()));
    transcript.extend_from_slice(b"Challenge");
    hash_to_scalar(Mode::Voprf, &transcript)
}

/// `DeriveKeyPair`, section 3.2.1.
pub(crate) fn derive_scalar(mode: Mode, seed: &[u8; 32], info: &[u8]) -> Result<Scalar, PsiError> {
    check_length(info)?;
    let mut input = Zeroizing::new([&seed[..], &length(info), info].concat());
    let dst = [b"DeriveKeyPair", &context(mode)[..]].concat();
    for counter in 0..=u8::MAX {
        input.push(counter);
        let scalar = Scalar::from_bytes_mod_order_wide(&expand(&input, &dst));
        if scalar != Scalar::ZERO {
            return Ok(scalar);
        }
        input.pop();
    }
    Err(PsiError::Scalar)
}

pub(crate) fn hash_to_group(mode: Mode, input: &[u8]) -> Result<RistrettoPoint, PsiError> {
    check_length(input)?;
    let dst = [b"HashToGroup-", &context(mode)[..]].concat();
    Ok(RistrettoPoint::from_uniform_bytes(&expand(input, &dst)))
}

fn hash_to_scalar(mode: Mode, input: &[u8]) -> Scalar {
    let dst = [b"HashToScalar-", &context(mode)[..]].concat();
    Scalar::from_bytes_mod_order_wide(&expand(input, &dst))
}

/// `expand_message_xmd` with SHA-512 for 64 bytes (RFC 9380, section 5.3.1): one block.
fn expand(message: &[u8], dst: &[u8]) -> [u8; 64] {
    let dst_prime = [dst, &[dst.len() as u8]].concat();
    let mut first = Sha512::new_with_prefix([0; 128]);
    first.update(message);
    first.update([0, 64, 0]);
    first.update(&dst_prime);
    let mut second = Sha512::new();
    second.update(first.finalize());
    second.update([1]);
    second.update(&dst_prime);
    second.finalize().into()
}

/// `CreateContextString`, section 3.1.
fn context(mode: Mode) -> Vec<u8> {
    let mode = match mode {
        #[cfg(test)]
        Mode::Oprf => 0,
        Mode::Voprf => 1,
    };
    [b"OPRFV1-", &[mode][..], b"-ristretto255-SHA512"].concat()
}

fn random_scalar(random: &mut dyn Rng) -> Scalar {
    loop {
        let mut wide = Zeroizing::new([0; 64]);
        random.fill_bytes(&mut *wide);
        let scalar = Scalar::from_bytes_mod_order_wide(&wide);
        if scalar != Scalar::ZERO {
            return scalar;
        }
    }
}

fn read_scalar(bytes: &[u8; 32]) -> Result<Scalar, PsiError> {
    Option::from(Scalar::from_canonical_bytes(*bytes)).ok_or(PsiError::Scalar)
}

fn check_count(count: usize) -> Result<(), PsiError> {
    if (1..=ELEMENTS_MAX).contains(&count) { Ok(()) } else { Err(PsiError::Count { count }) }
}

fn check_length(input: &[u8]) -> Result<(), PsiError> {
    if input.len() <= usize::from(u16::MAX) {
        Ok(())
    } else {
        Err(PsiError::Input { bytes: input.len() })
    }
}

fn put(out: &mut Vec<u8>, bytes: &[u8]) {
    out.extend_from_slice(&length(bytes));
    out.extend_from_slice(bytes);
}

/// `I2OSP(len, 2)`; inputs were checked, all else is short.
fn length(bytes: &[u8]) -> [u8; 2] {
    (bytes.len() as u16).to_be_bytes()
}

/// Length of a proof: a challenge and a response.
pub(crate) const PROOF_BYTES: usize = 64;

#[cfg(test)]
mod tests;
